"""How often labels are right and wrong, in a size that fits a test; `tests/benchmarks/zekerheid.py` is the whole."""

from math import sqrt

import pytest

from conflictstijl.laden.catalogus import load_vragenlijst
from conflictstijl.model.stijlen import STIJLEN
from conflictstijl.model.vragen import Vorm
from tests.benchmarks.zekerheid import (
    DEELSITUATIES,
    DELEN,
    LIJSTEN,
    PASSENDSITUATIES,
    PRAKTIJK,
    RIJEN,
    SITUATIES,
    VERDIEPING,
    Deelrij,
    Passendrij,
    Rij,
    count_labels,
    count_passend,
    count_verschuivingen,
    render_delen,
    render_fouten,
    render_passend,
    render_tabel,
)

pytestmark = pytest.mark.no_cover
"""These run the same lines many times; other tests cover them, and without coverage it takes half the time."""

MENSEN = {"conflictstijlen": 1200, VERDIEPING: 600, **dict.fromkeys(DELEN, 200)}
_MENSEN = 500


def count_mensen(naam: str) -> int:
    return MENSEN.get(naam, _MENSEN)


def score_marge(kans: float, aantal: int) -> float:
    """Return three standard errors of a share among so many simulated people."""
    return 3 * sqrt(kans * (1 - kans) / aantal)


@pytest.mark.parametrize(
    ("naam", "situatie"),
    [
        *((naam, situatie) for naam in LIJSTEN for situatie in ("willekeurige antwoorden", "geen verschil")),
        (PRAKTIJK, "willekeurige antwoorden"),
    ],
)
def test_at_most_three_in_a_hundred_get_a_label_when_there_is_nothing_to_see(naam: str, situatie: str) -> None:
    mensen = count_mensen(naam)
    assert count_labels(naam, situatie, mensen).label <= 0.033 + score_marge(0.033, mensen)


@pytest.mark.parametrize("situatie", ["willekeurige antwoorden", "geen verschil"])
def test_at_most_five_in_a_hundred_get_a_label_in_two_looks_when_there_is_nothing_to_see(situatie: str) -> None:
    mensen = count_mensen(VERDIEPING)
    assert count_labels(VERDIEPING, situatie, mensen).label <= 0.05 + score_marge(0.05, mensen)


@pytest.mark.parametrize("naam", RIJEN)
def test_nobody_with_a_straight_line_gets_a_label(naam: str) -> None:
    assert count_labels(naam, "rechte lijn", 300).label == 0


@pytest.mark.parametrize(
    ("naam", "situatie", "minstens"),
    [
        ("conflictstijlen", "een stijl +1.5", 0.62),
        ("conflictstijlen", "een stijl +2.0", 0.87),
        ("conflictstijlen-paren", "een stijl +2.0", 0.80),
        (VERDIEPING, "een stijl +1.5", 0.87),
    ],
)
def test_one_style_that_stands_out_is_found_as_often_as_promised(naam: str, situatie: str, minstens: float) -> None:
    mensen = count_mensen(naam)
    rij = count_labels(naam, situatie, mensen)
    assert rij.juist >= minstens - score_marge(minstens, mensen)
    assert rij.fout <= 0.05 + score_marge(0.05, mensen)


def test_the_short_list_finds_less_than_the_long_one_and_the_long_one_less_than_both_looks() -> None:
    kort, lang, verdiept = (
        count_labels(naam, "een stijl +1.5", 300).juist
        for naam in ("conflictstijlen-kort", "conflictstijlen", VERDIEPING)
    )
    assert kort < lang / 1.5
    assert lang < verdiept / 1.2


@pytest.mark.parametrize("naam", DELEN)
@pytest.mark.parametrize("situatie", ["willekeurige antwoorden", "geen verschuiving", "geen verschuiving, vast"])
def test_at_most_three_in_a_hundred_shift_or_get_a_label_in_any_part_when_there_is_nothing_to_see(
    naam: str, situatie: str
) -> None:
    mensen = count_mensen(naam)
    rij = count_verschuivingen(naam, situatie, mensen)
    assert rij.verschuiving <= 0.03 + score_marge(0.03, mensen)
    assert rij.label <= 0.033 + score_marge(0.033, mensen)


@pytest.mark.parametrize("naam", DELEN)
@pytest.mark.parametrize("situatie", ["rechte lijn", "rechte lijn per deel"])
def test_nobody_with_straight_lines_shifts_or_gets_a_label(naam: str, situatie: str) -> None:
    rij = count_verschuivingen(naam, situatie, 200)
    assert (rij.verschuiving, rij.label) == (0, 0)


@pytest.mark.parametrize("naam", DELEN)
def test_the_larger_a_shift_and_the_steadier_the_statements_the_more_often_it_is_found(naam: str) -> None:
    klein, groot, vast = (
        count_verschuivingen(naam, situatie, 150).juist
        for situatie in ("een stijl +1.0", "een stijl +2.0", "een stijl +2.0, vast")
    )
    assert klein + 0.15 < groot < vast - 0.1


@pytest.mark.parametrize("stijl", STIJLEN)
def test_who_always_chooses_one_style_is_never_called_better_or_worse_than_chance(stijl: str) -> None:
    assert count_passend(f"steeds {stijl}", 100) == Passendrij(f"steeds {stijl}", 9, 0, 0, 0)


def test_random_choices_get_what_chance_gives_and_are_seldom_called_better() -> None:
    rij = count_passend("willekeurige antwoorden", 2000)
    assert abs(rij.gemiddelde - 9) <= 1.5 * rij.marge
    assert rij.boven <= 0.025 + score_marge(0.025, 2000)
    assert rij.onder <= 0.025 + score_marge(0.025, 2000)


def test_who_picks_what_fits_is_called_better_than_chance() -> None:
    half, meestal = (count_passend(f"wat past in {kans}", _MENSEN).boven for kans in ("50%", "75%"))
    assert half > 0.5
    assert meestal > 0.95


def test_the_table_has_a_row_per_questionnaire_and_situation() -> None:
    rijen = [Rij(naam, situatie, 0.5, 0.25, 0.125) for naam in LIJSTEN for situatie in SITUATIES]
    tabel = list(render_tabel(rijen))
    assert len(tabel) == 1 + 3 * 9
    assert tabel[-1].split() == ["conflictstijlen-paren", "een", "stijl", "-2.0", "50.0%", "25.0%", "12.5%"]


def test_the_other_tables_have_a_row_per_situation_too() -> None:
    delen = list(render_delen([Deelrij("rollen", situatie, 0.5, 0.25, 0.125, 0.1) for situatie in DEELSITUATIES]))
    assert delen[-1].split() == ["rollen", "een", "stijl", "+2.0,", "vast", "50.0%", "25.0%", "12.5%", "10.0%"]
    passend = list(render_passend([Passendrij(situatie, 9, 0.05, 0.5, 0.25) for situatie in PASSENDSITUATIES]))
    assert passend[-1].split() == [PRAKTIJK, "wat", "past", "in", "75%", "9.00", "+/-", "0.05", "50.0%", "25.0%"]
    assert (len(delen), len(passend)) == (1 + 11, 1 + 9)
    fouten = list(render_fouten([("rollen", {"stijl": (60, 60, 1)})]))
    assert fouten[-1].split() == ["rollen", "stijl", "60", "60", "1"]


def test_the_simulated_questionnaires_are_two_of_statements_and_one_of_pairs() -> None:
    assert [load_vragenlijst(naam).vorm for naam in LIJSTEN] == [Vorm.STELLINGEN, Vorm.STELLINGEN, Vorm.KIES]
