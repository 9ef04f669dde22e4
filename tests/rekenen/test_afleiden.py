"""Derived values: each operation, missing scores, division by zero and one value in another."""

from dataclasses import replace
from fractions import Fraction

import pytest

from conflictstijl.model.vragenlijst import Afgeleide
from conflictstijl.rekenen.afleiden import score_afgeleid
from tests.bouwers import build_gedeeld, build_stellingen, score_blad

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
