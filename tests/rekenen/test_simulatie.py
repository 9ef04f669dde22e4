"""How often labels are right and wrong, in a size that fits a test; `tests/benchmarks/zekerheid.py` is the whole."""

from math import sqrt

import pytest

from conflictstijl.laden.catalogus import load_vragenlijst
from conflictstijl.model.vragenlijst import Vorm
from tests.benchmarks.zekerheid import LIJSTEN, SITUATIES, Rij, count_labels, render_tabel

MENSEN = {"conflictstijlen": 2000, "conflictstijlen-kort": 500, "conflictstijlen-paren": 500}


def score_marge(kans: float, naam: str) -> float:
    """Return three standard errors of a share among the simulated people."""
    return 3 * sqrt(kans * (1 - kans) / MENSEN[naam])


@pytest.mark.parametrize("naam", LIJSTEN)
@pytest.mark.parametrize("situatie", ["willekeurige antwoorden", "geen verschil"])
def test_at_most_three_in_a_hundred_get_a_label_when_there_is_nothing_to_see(naam: str, situatie: str) -> None:
    assert count_labels(naam, situatie, MENSEN[naam]).label <= 0.033 + score_marge(0.033, naam)


@pytest.mark.parametrize("naam", LIJSTEN)
def test_nobody_with_a_straight_line_gets_a_label(naam: str) -> None:
    assert count_labels(naam, "rechte lijn", 300).label == 0


@pytest.mark.parametrize(
    ("naam", "situatie", "minstens"),
    [
        ("conflictstijlen", "een stijl +1.5", 0.62),
        ("conflictstijlen", "een stijl +2.0", 0.87),
        ("conflictstijlen-paren", "een stijl +2.0", 0.80),
    ],
)
def test_one_style_that_stands_out_is_found_as_often_as_promised(naam: str, situatie: str, minstens: float) -> None:
    rij = count_labels(naam, situatie, MENSEN[naam])
    assert rij.juist >= minstens - score_marge(minstens, naam)
    assert rij.fout <= 0.05 + score_marge(0.05, naam)


def test_the_short_list_finds_less_than_the_long_one() -> None:
    kort, lang = (
        count_labels(naam, "een stijl +2.0", 300).juist for naam in ("conflictstijlen-kort", "conflictstijlen")
    )
    assert kort < lang / 1.5


def test_the_table_has_a_row_per_questionnaire_and_situation() -> None:
    rijen = [Rij(naam, situatie, 0.5, 0.25, 0.125) for naam in LIJSTEN for situatie in SITUATIES]
    tabel = list(render_tabel(rijen))
    assert len(tabel) == 1 + 3 * 9
    assert tabel[-1].split() == ["conflictstijlen-paren", "een", "stijl", "-2.0", "50.0%", "25.0%", "12.5%"]


def test_the_simulated_questionnaires_are_two_of_statements_and_one_of_pairs() -> None:
    assert [load_vragenlijst(naam).vorm for naam in LIJSTEN] == [Vorm.STELLINGEN, Vorm.STELLINGEN, Vorm.KIES]
