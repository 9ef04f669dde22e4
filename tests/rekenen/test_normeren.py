"""A score held against bands and against a norm group, at the edges."""

from dataclasses import replace
from fractions import Fraction

import pytest

from conflictstijl.model.norm import Normgroep
from conflictstijl.model.vragenlijst import Band, Scoresoort
from conflictstijl.rekenen.normeren import read_band, score_percentiel
from tests.bouwers import build_keuzes, build_stellingen, score_blad, score_regels

BANDEN = (Band("laag", Fraction(0)), Band("midden", Fraction(7, 10)), Band("hoog", Fraction(14, 10)))
# of a hundred people 20 had 1, 30 had 2 and 50 had 3.5; of the other scale only two people are known
NORMEN = Normgroep(
    "proef",
    100,
    2024,
    "bron",
    "iedereen",
    {
        "forceren": ((Fraction(1), 20), (Fraction(2), 30), (Fraction(7, 2), 50)),
        "samenwerken": ((Fraction(1), 1), (Fraction(2), 1)),
    },
)


@pytest.mark.parametrize(
    ("score", "band"),
    [
        ("-1/100", None),
        ("0", "laag"),
        ("69999/100000", "laag"),
        ("7/10", "midden"),
        ("139999/100000", "midden"),
        ("7/5", "hoog"),
        ("1000", "hoog"),
    ],
)
def test_a_band_begins_at_its_lower_bound_and_ends_below_the_next(score: str, band: str | None) -> None:
    assert read_band(BANDEN, Fraction(score)) == band


def test_without_bands_there_is_no_band() -> None:
    assert read_band((), Fraction(1)) is None


@pytest.mark.parametrize(
    ("score", "percentiel"),
    [
        ("0", 0),  # below everyone
        ("1", 10),  # half of the 20 who had the same
        ("3/2", 20),  # between two scores: all below
        ("2", 35),  # 20 + 15
        ("3", 50),
        ("7/2", 75),  # 50 + 25
        ("4", 100),
    ],
)
def test_a_percentile_counts_half_of_those_who_had_the_same_score(score: str, percentiel: float) -> None:
    assert score_percentiel(NORMEN, "forceren", Fraction(score)) == percentiel


def test_a_percentile_is_of_the_people_of_that_scale() -> None:
    assert score_percentiel(NORMEN, "samenwerken", Fraction(2)) == 75


def test_without_a_norm_group_or_its_scale_there_is_no_percentile() -> None:
    assert score_percentiel(None, "forceren", Fraction(2)) is None
    assert score_percentiel(NORMEN, "toegeven", Fraction(2)) is None


def test_every_score_gets_its_band_and_percentile_in_the_unit_of_the_score() -> None:
    lijst = replace(build_stellingen("forceren", "forceren", "toegeven"), banden=BANDEN, normen=NORMEN)
    # mean 3.5; as a sum it is 7, above everyone
    scores = score_blad(lijst, "34.").scores
    assert (scores["forceren"].band, scores["forceren"].percentiel) == ("hoog", 75)
    assert (scores["toegeven"].band, scores["toegeven"].percentiel) == (None, None)
    som = score_blad(replace(lijst, score=Scoresoort.SOM), "34.").scores["forceren"]
    assert (som.band, som.percentiel) == ("hoog", 100)


def test_scales_with_options_have_bands_too() -> None:
    lijst = replace(build_keuzes("forceren / toegeven", "forceren / toegeven"), banden=BANDEN)
    assert [score.band for score in score_regels(lijst, "a", "a").scores.values()] == ["midden", "laag"]
