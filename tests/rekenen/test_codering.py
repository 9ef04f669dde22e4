"""Second coding: agreement, kappa and every difference."""

import csv
from pathlib import Path

import pytest

from conflictstijl.fouten import Bevinding, Plek
from conflictstijl.rekenen.codering import Code, Codering, compare_codering, score_kappa
from tests.bouwers import build_gedeeld, build_keuzes, build_paren, build_stellingen

REFERENTIE = Path(__file__).parent.parent / "referentie" / "kappa-paren.csv"
LIJST = build_stellingen("forceren", "-toegeven", "samenwerken 2", "forceren, toegeven", "")
GELIJK: dict[str, Code] = {"1": ("forceren", "+"), "2": ("toegeven", "-"), "3": ("samenwerken", "+")}


def parse_code(tekst: str) -> Code:
    return tekst[:-1], tekst[-1]


def test_kappa_agrees_with_r() -> None:
    with REFERENTIE.open(encoding="utf-8", newline="") as bestand:
        paren = [(parse_code(rij["eerste"]), parse_code(rij["tweede"])) for rij in csv.DictReader(bestand)]
    assert score_kappa(paren) == pytest.approx(0.63051659254190895, rel=1e-12)


def test_kappa_comes_out_as_worked_out_by_hand() -> None:
    # 4 pairs, 3 equal: po 0.75; margins a 2 and 3, b 2 and 1: pe (6 + 2) / 16 = 0.5; kappa 0.5
    a, b = ("forceren", "+"), ("forceren", "-")
    assert score_kappa([(a, a), (a, a), (b, b), (b, a)]) == 0.5
    assert score_kappa([(a, b), (b, a)]) == -1


def test_kappa_is_unknown_when_nothing_can_be_told_from_chance() -> None:
    a = ("forceren", "+")
    assert score_kappa([]) is None
    assert score_kappa([(a, a), (a, a)]) is None


def test_full_agreement_has_no_findings_and_leaves_out_what_has_no_single_code() -> None:
    assert compare_codering(LIJST, GELIJK, "tweede.csv") == Codering(3, 3, 1.0, ())
    assert (
        compare_codering(LIJST, {**GELIJK, "4": ("forceren", "+"), "5": ("toegeven", "+")}, "t.csv").bevindingen == ()
    )


def test_every_difference_is_a_finding_at_the_statement() -> None:
    codering = compare_codering(LIJST, {**GELIJK, "1": ("vermijden", "-"), "2": ("toegeven", "+")}, "tweede.csv")
    assert (codering.aantal, codering.gelijk) == (3, 1)
    assert {bevinding.code for bevinding in codering.bevindingen} == {"andere-codering"}
    hint = "kijk de sleutel na, of herschrijf de tekst"
    assert list(map(str, codering.bevindingen)) == [
        f"proef.yaml:1:5: uitspraak 1 heeft sleutel 'forceren', de tweede lezer las '-vermijden'; {hint}",
        f"proef.yaml:2:5: uitspraak 2 heeft sleutel '-toegeven', de tweede lezer las 'toegeven'; {hint}",
    ]


def test_missing_and_unknown_statements_are_findings() -> None:
    codering = compare_codering(
        LIJST, {"2": ("toegeven", "-"), "3": ("samenwerken", "+"), "9": ("forceren", "+")}, "tweede.csv"
    )
    assert (codering.aantal, codering.gelijk) == (2, 2)
    assert codering.bevindingen == (
        Bevinding(Plek("proef.yaml", 1, 5), "niet-gecodeerd", "uitspraak 1 mist in de tweede codering"),
        Bevinding(Plek("tweede.csv"), "onbekende-uitspraak", "er is geen uitspraak 9"),
    )


def test_both_statements_of_a_pair_are_compared() -> None:
    codering = compare_codering(
        build_paren("forceren toegeven"), {"1a": ("forceren", "+"), "1b": ("forceren", "+")}, "t.csv"
    )
    assert [bevinding.wat for bevinding in codering.bevindingen] == [
        "uitspraak 1b heeft sleutel 'toegeven', de tweede lezer las 'forceren'"
    ]


def test_a_statement_that_parts_share_is_read_once() -> None:
    lijst = build_gedeeld("kalm storm", "forceren", "-toegeven")
    codes: dict[str, Code] = {"1": ("forceren", "+"), "2": ("toegeven", "-")}
    assert compare_codering(lijst, codes, "t.csv") == Codering(2, 2, 1.0, ())
    anders = compare_codering(lijst, {**codes, "2": ("toegeven", "+")}, "t.csv")
    assert [bevinding.wat for bevinding in anders.bevindingen] == [
        "uitspraak 2 heeft sleutel '-toegeven', de tweede lezer las 'toegeven'"
    ]


def test_only_the_style_of_an_option_is_read_and_not_how_well_it_fits() -> None:
    lijst = build_keuzes("forceren, passend 2 / toegeven / passend")
    codes: dict[str, Code] = {"1a": ("forceren", "+"), "1b": ("toegeven", "+"), "1c": ("forceren", "+")}
    assert compare_codering(lijst, codes, "t.csv") == Codering(2, 2, 1.0, ())


def test_the_agreement_is_told_in_one_dutch_phrase() -> None:
    assert Codering(30, 29, 0.956, ()).render_overeenstemming() == "tweede codering: 29 van 30 gelijk (kappa 0,96)"
    assert (
        Codering(0, 0, None, ()).render_overeenstemming() == "tweede codering: 0 van 0 gelijk (kappa niet te bepalen)"
    )
