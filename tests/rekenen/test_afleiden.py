"""Derived values: each operation, missing scores, division by zero, one value in another, and how large they get."""

import json
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import event, given
from hypothesis import strategies as st

from conflictstijl.laden.bevindingen import Bevindingen
from conflictstijl.laden.vragenlijst import parse_vragenlijst
from conflictstijl.laden.yamlbron import parse_yaml
from conflictstijl.model.vragenlijst import HOOGSTE_AFGELEIDE, Afgeleide, Vragenlijst
from conflictstijl.rapport.gegevens import build_profiel
from conflictstijl.rekenen.afleiden import score_afgeleid
from conflictstijl.rekenen.scoren import score_antwoorden
from conflictstijl.tekst import render_getal
from tests.bouwers import build_blad, build_gedeeld, build_stellingen, score_blad

KOP = """\
vragenlijst: proef
formaat: 1
versie: "1.0"
titel: Proef
herkomst: {licentie: CC0-1.0, auteur: ons, status: proef}
schalen: [forceren, vermijden]
antwoorden: {-7: Nooit, 0: Soms, 999: Vaak}
items:
  - forceren 0.7: Ik beslis.
  - forceren 3: Ik zet door.
  - vermijden: Ik wacht af.
"""
LANGSTE_GETAL = len("-999999999999,9")
MEESTE_BITS = 200 * 64
"""A value in 200 parts, each of at most 64 bits; with numbers of this size a sum takes microseconds."""
SCORES = {"a": Fraction(9, 2), "b": Fraction(3), "nul": Fraction(0), "leeg": None}


def build_afgeleide(stappen: str, naam: str = "uit") -> Afgeleide:
    """A formula in postfix order: `a b - 2 *` is (a - b) * 2."""
    return Afgeleide(naam, naam, tuple(Fraction(s) if s[0].isdigit() else s for s in stappen.split()))


@pytest.mark.parametrize(
    ("stappen", "waarde"),
    [
        ("a", "9/2"),
        ("7", "7"),
        ("a b +", "15/2"),
        ("a b -", "3/2"),  # left less right
        ("b a -", "-3/2"),
        ("a b *", "27/2"),
        ("a b /", "3/2"),  # left over right
        ("a b - 2 *", "3"),
        ("a b 2 * -", "-3/2"),
        ("nul a /", "0"),
        ("a nul /", None),
        ("a b b - /", None),
        ("leeg", None),
        ("a leeg +", None),
        ("leeg nul *", None),
        ("leeg nul /", None),
        ("a nul / b +", None),
    ],
)
def test_a_formula_comes_out_as_worked_out_by_hand(stappen: str, waarde: str | None) -> None:
    verwacht = None if waarde is None else Fraction(waarde)
    assert score_afgeleid([build_afgeleide(stappen)], SCORES) == {"uit": verwacht}


def test_a_later_value_may_use_an_earlier_one() -> None:
    eerst, dan, stuk = (
        build_afgeleide("a b -", "eerst"),
        build_afgeleide("eerst 2 *", "dan"),
        build_afgeleide("a nul /", "stuk"),
    )
    assert score_afgeleid([eerst, dan], SCORES) == {"eerst": Fraction(3, 2), "dan": 3}
    assert score_afgeleid([stuk, build_afgeleide("stuk 1 +", "verder")], SCORES) == {"stuk": None, "verder": None}


def test_without_formulas_nothing_is_derived() -> None:
    assert score_afgeleid([], SCORES) == {}


def test_a_profile_has_its_derived_values() -> None:
    lijst = build_gedeeld("kalm storm", "forceren", "toegeven")
    lijst = replace(lijst, afgeleid=(build_afgeleide("storm.forceren kalm.forceren -", "omslag"),))
    assert score_blad(lijst, "23 53").afgeleid == {"omslag": 3}
    assert score_blad(lijst, "23 .3").afgeleid == {"omslag": None}
    assert score_blad(build_stellingen("forceren"), "2").afgeleid == {}


def load(formules: Sequence[str]) -> tuple[Vragenlijst | None, list[str]]:
    """Return the questionnaire with formulas `f0`, `f1`, ... as a file gives it, and the codes of what is wrong."""
    regels = "".join(f"  f{nummer}: {formule}\n" for nummer, formule in enumerate(formules))
    bevindingen = Bevindingen()
    wortel = parse_yaml(f"{KOP}afgeleid:\n{regels}", "x.yaml", bevindingen)
    assert wortel is not None
    return parse_vragenlijst(wortel, bevindingen), [bevinding.code for bevinding in bevindingen]


@st.composite
def build_formules(draw: st.DrawFn) -> list[str]:
    """A chain of formulas over the scales, numbers small and large, and the formulas before."""
    formules: list[str] = []
    for nummer in range(draw(st.integers(1, 8))):
        getallen = ["0", "3", "7.13", "0.000001", "999999.999999"]
        namen = ["forceren", "vermijden", "-forceren", *(f"f{eerder}" for eerder in range(nummer))]
        deel = st.one_of(st.sampled_from(namen[::-1]), st.sampled_from(getallen))
        delen = [draw(deel) for _ in range(draw(st.integers(1, 6)))]
        formules.append(" ".join([delen[0], *(f"{draw(st.sampled_from('*-+/'))} {een}" for een in delen[1:])]))
    return formules


@given(build_formules(), st.lists(st.sampled_from([-7, 0, 999, None]), min_size=3, max_size=3))
def test_every_formula_that_is_accepted_comes_out_short_and_can_be_shown(
    formules: list[str], antwoorden: list[int | None]
) -> None:
    lijst, codes = load(formules)
    event(f"accepted: {lijst is not None}")
    if lijst is None:
        assert set(codes) == {"formule"}
        return
    profiel = score_antwoorden(lijst, build_blad(*antwoorden))
    assert len(profiel.afgeleid) == len(formules)
    for waarde in filter(None, profiel.afgeleid.values()):
        assert abs(waarde) < HOOGSTE_AFGELEIDE
        assert len(render_getal(float(waarde))) <= LANGSTE_GETAL
        assert max(waarde.numerator.bit_length(), waarde.denominator.bit_length()) <= MEESTE_BITS
    json.dumps(build_profiel(profiel), allow_nan=False)


def test_a_chain_may_be_as_long_as_two_hundred_parts_written_out() -> None:
    # 3, 6, 12, 24, 48, 96 and 192 scales and numbers, and eight more
    keten = ["forceren / 999 + 1", *(f"f{nummer} - f{nummer}" for nummer in range(6))]
    assert load([*keten, "f6 + 1 + 2 + 3 + 4 + 5 + 6 + 7 + 8"])[1] == []
    assert load([*keten, "f6 + 1 + 2 + 3 + 4 + 5 + 6 + 7 + 8 + 9"])[1] == ["formule"]


def test_a_chain_that_doubles_is_refused_once_and_at_once() -> None:
    assert load(["vermijden / 3 + 1", *(f"f{nummer} * f{nummer}" for nummer in range(22))])[1] == ["formule"]


@pytest.mark.parametrize(
    ("formule", "codes"),
    [
        ("999999 * 999999", []),
        ("1000 * 1000 * 999999 + 999999 + 1", ["formule"]),
        ("0 - 999999 * 999999 * 2", ["formule"]),
        # vermijden lies between -7 and 999, and its square between -6993 and 998001
        ("vermijden * vermijden * 999999", []),
        ("vermijden * vermijden * 999999 * 2", ["formule"]),
        ("(vermijden - 999) * (vermijden + 7) * 999999", ["formule"]),
        ("1 / (vermijden + 8) * 999999 * 999999", []),
        ("2 / (vermijden + 8) * 999999 * 999999", ["formule"]),
        ("1 / (vermijden - 1000) * 999999 * 999999", []),
        ("2 / (vermijden - 1000) * 999999 * 999999", ["formule"]),
        # of what divides by something that may be nothing there is no saying
        ("2 / vermijden * 999999 * 999999", []),
        ("2 / (vermijden + 7) * 999999 * 999999", []),
    ],
)
def test_a_formula_that_can_come_to_a_million_millions_is_refused(formule: str, codes: list[str]) -> None:
    assert load([formule])[1] == codes


@pytest.mark.parametrize(
    ("stappen", "waarde"),
    [
        ("999999999999 1 /", 999999999999),
        ("1 1/1000000000000 /", None),
        ("nul 1 - 1/1000000000000 /", None),
        ("999999999999 nul + 7 + 10 -", 999999999996),
    ],
)
def test_a_value_that_comes_out_too_large_is_none_as_after_a_division_by_zero(stappen: str, waarde: int | None) -> None:
    assert score_afgeleid([build_afgeleide(stappen)], SCORES) == {"uit": waarde}
