"""A score held against bands and against a norm group, at the edges."""

from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from conflictstijl.model.norm import Betrouwbaarheid, Betrouwbaarheidssoort, Normgroep
from conflictstijl.model.vragenlijst import Band, Scoresoort
from conflictstijl.rekenen.normeren import read_band, score_normmarge, score_percentiel
from conflictstijl.rekenen.vingerafdruk import build_vingerafdruk
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


def build_normen(decimalen: int, *scores: str) -> Normgroep:
    """Return a norm group in which ten people had each of these scores."""
    tabel = {"forceren": tuple((Fraction(score), 10) for score in scores)}
    return NORMEN._replace(tabel=tabel, decimalen=decimalen)


@pytest.mark.parametrize(
    ("geschreven", "decimalen", "score"),
    [
        ("2.333333333333", 6, "7/3"),
        ("2.6666666666666665", 6, "8/3"),  # all digits of a float
        ("2.67", 2, "8/3"),
        ("2.3", 1, "7/3"),
        ("3", 0, "8/3"),
        ("2.13", 2, "17/8"),  # a half goes up, as a spreadsheet writes it
        ("-2.13", 2, "-17/8"),  # away from zero
    ],
)
def test_a_score_is_held_against_the_table_as_it_would_be_written_there(
    geschreven: str, decimalen: int, score: str
) -> None:
    assert score_percentiel(build_normen(decimalen, geschreven), "forceren", Fraction(score)) == 50


def test_scores_that_the_table_tells_apart_are_no_tie() -> None:
    # 2.60 and 2.66 stand beside 2.67; a whole number may stand among them without decimals
    assert score_percentiel(build_normen(2, "2.60", "2.66", "2.67", "3"), "forceren", Fraction(8, 3)) == 62.5


@given(
    st.lists(st.fractions(-5, 5, max_denominator=60), min_size=1, max_size=12, unique=True),
    st.sampled_from([0, 1, 2, 4]),
    st.data(),
)
def test_a_table_with_decimals_gives_the_percentile_of_exact_scores(
    scores: list[Fraction], decimalen: int, data: st.DataObject
) -> None:
    geschreven = [_build_decimaal(score, decimalen) for score in scores]
    assume(len(set(geschreven)) == len(scores))
    score = data.draw(st.sampled_from(scores))
    normen = build_normen(decimalen, *map(str, geschreven))
    exact = Fraction(100 * (2 * sum(een < score for een in scores) + 1), 2 * len(scores))
    assert score_percentiel(normen, "forceren", score) == float(exact)


def _build_decimaal(score: Fraction, decimalen: int) -> Decimal:
    # 28 digits by way of a division: a half stays a half
    return (Decimal(score.numerator) / score.denominator).quantize(Decimal(1).scaleb(-decimalen), ROUND_HALF_UP)


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


KLASSEN = NORMEN._replace(
    klassen=True,
    tabel={"forceren": ((Fraction(2), 20), (Fraction(3), 30), (Fraction(4), 50))},
    spreiding={"forceren": Fraction(4, 5)},
    betrouwbaarheid=Betrouwbaarheid(Betrouwbaarheidssoort.ALFA, {"forceren": Fraction(3, 4)}),
)


@pytest.mark.parametrize(
    ("score", "percentiel"),
    [("1", 10), ("2", 10), ("2.01", 35), ("3", 35), ("3.5", 75), ("4", 75), ("4.5", 100)],
)
def test_in_a_table_of_classes_half_of_the_own_class_counts_as_below(score: str, percentiel: float) -> None:
    assert score_percentiel(KLASSEN, "forceren", Fraction(score)) == percentiel


def test_a_norm_group_with_spread_and_reliability_gives_the_margin() -> None:
    # a spread of 0.8, half of which is noise at a reliability of 0.75
    assert score_normmarge(KLASSEN, "forceren") == pytest.approx(0.784, abs=1e-12)


@pytest.mark.parametrize(
    "normen", [None, NORMEN, KLASSEN._replace(spreiding=None), KLASSEN._replace(betrouwbaarheid=None)]
)
def test_without_spread_or_reliability_there_is_no_margin_of_a_norm_group(normen: Normgroep | None) -> None:
    assert score_normmarge(normen, "forceren") is None


@pytest.mark.parametrize("score", list(Scoresoort))
def test_the_interval_is_the_margin_around_the_score_cut_off_where_the_scale_ends(score: Scoresoort) -> None:
    lijst = replace(build_stellingen(*["forceren"] * 4, score=score), normen=KLASSEN)
    einden = {Scoresoort.GEMIDDELDE: (1, 5), Scoresoort.SOM: (4, 20), Scoresoort.PROCENT: (0, 100)}[score]
    for tekst in ("1 1 1 1", "1 1 1 2", "3 4 3 2", "5 5 5 4", "5 5 5 5"):
        een = score_blad(lijst, tekst).scores["forceren"]
        assert een.waarde is not None
        assert een.ondergrens == pytest.approx(max(einden[0], een.waarde - 0.784), abs=1e-12)
        assert een.bovengrens == pytest.approx(min(einden[1], een.waarde + 0.784), abs=1e-12)


def test_a_scale_without_a_score_gets_no_interval_of_a_norm_group() -> None:
    een = score_blad(replace(build_stellingen(*["forceren"] * 4), normen=KLASSEN), "1 . . .").scores["forceren"]
    assert (een.waarde, een.ondergrens, een.bovengrens) == (None, None, None)


def test_a_norm_table_in_a_questionnaire_leaves_the_interval_of_the_own_answers() -> None:
    lijst = build_stellingen(*["forceren"] * 4)
    zonder, met = (score_blad(een, "1 2 3 4").scores["forceren"] for een in (lijst, replace(lijst, normen=NORMEN)))
    assert (met.ondergrens, met.bovengrens) == (zonder.ondergrens, zonder.bovengrens)
    assert (zonder.percentiel, met.percentiel) == (None, 50)


def test_what_a_margin_rests_on_is_part_of_the_fingerprint() -> None:
    lijst = build_stellingen(*["forceren"] * 4)
    groepen = [
        None,
        KLASSEN,
        KLASSEN._replace(klassen=False),
        KLASSEN._replace(spreiding={"forceren": Fraction(1)}),
        KLASSEN._replace(betrouwbaarheid=Betrouwbaarheid(Betrouwbaarheidssoort.ALFA, {"forceren": Fraction(1, 2)})),
    ]
    assert len({build_vingerafdruk(replace(lijst, normen=normen)) for normen in groepen}) == len(groepen)


def test_a_profile_tells_whom_it_was_held_against() -> None:
    lijst = build_stellingen(*["forceren"] * 4)
    assert score_blad(lijst, "1 2 3 4").normgroep is None
    assert score_blad(replace(lijst, normen=NORMEN), "1 2 3 4").normgroep == NORMEN
