"""The distributions that certainty needs against R: Student's t, and chance in pairs."""

import csv
from fractions import Fraction
from math import isclose
from pathlib import Path

import pytest

from conflictstijl.rekenen.verdelingen import score_t_dichtheid, score_t_kans, score_t_kwantiel
from conflictstijl.rekenen.verwisseling import Ronde, build_verdeling, score_staart

REFERENTIE = Path(__file__).parent.parent / "referentie"


def load_rijen(naam: str) -> list[dict[str, float]]:
    with (REFERENTIE / naam).open(encoding="utf-8", newline="") as bestand:
        return [{kolom: float(waarde) for kolom, waarde in rij.items()} for rij in csv.DictReader(bestand)]


@pytest.mark.no_cover
def test_t_quantiles_agree_with_r_for_one_to_thousand_degrees_of_freedom() -> None:
    rijen = load_rijen("t-kwantiel.csv")
    assert {int(rij["vrijheidsgraden"]) for rij in rijen} == set(range(1, 1001))
    for rij in rijen:
        gevonden = score_t_kwantiel(rij["kans"], int(rij["vrijheidsgraden"]))
        assert isclose(gevonden, rij["kwantiel"], rel_tol=1e-9), rij


def test_t_probabilities_and_densities_agree_with_r() -> None:
    for rij in load_rijen("t-kans.csv"):
        plaats = rij["t"], int(rij["vrijheidsgraden"])
        assert isclose(score_t_kans(*plaats), rij["kans"], abs_tol=1e-12), rij
        assert isclose(score_t_dichtheid(*plaats), rij["dichtheid"], rel_tol=1e-10, abs_tol=1e-300), rij


@pytest.mark.parametrize("vrijheidsgraden", [1, 2, 25])
def test_half_of_a_t_distribution_lies_below_zero(vrijheidsgraden: int) -> None:
    assert score_t_kwantiel(0.5, vrijheidsgraden) == 0
    assert score_t_kans(0, vrijheidsgraden) == 0.5
    assert isclose(score_t_kans(-1.5, vrijheidsgraden), 1 - score_t_kans(1.5, vrijheidsgraden), abs_tol=1e-15)


def score_paren(aantal: int, van: int) -> Fraction:
    """Return the probability of being chosen this often in so many pairs, as the program reckons it."""
    return score_staart(build_verdeling([Ronde(({"a": 1}, {"b": 1}), (1, 0))] * van, "a"), aantal)


def test_binomial_probabilities_agree_with_r() -> None:
    for rij in load_rijen("binomiaal.csv"):
        gevonden = score_paren(int(rij["aantal"]), int(rij["van"]))
        assert isclose(gevonden, rij["kans"], rel_tol=1e-9), rij


def test_a_binomial_tail_counts_both_sides_alike() -> None:
    # 12 flips: 1 or fewer has probability 13 / 4096, and so has 11 or more
    assert score_paren(1, 12) == score_paren(11, 12) == Fraction(26, 4096)
    assert score_paren(0, 0) == 1
