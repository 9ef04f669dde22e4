"""A deepening list added to a questionnaire: what it gains, and that nothing else differs from one long list."""

from dataclasses import replace
from fractions import Fraction

import pytest

from conflictstijl.model.stijlen import STIJLEN
from conflictstijl.model.vragenlijst import Scoresoort, Vragenlijst
from tests.bouwers import build_keuzes, build_stellingen, score_blad, score_regels


def build_met(basis: Vragenlijst, erbij: Vragenlijst) -> Vragenlijst:
    nieuw = tuple(replace(item, id=f"bij.{item.id}", erbij=True) for item in erbij.items)
    return replace(basis, items=basis.items + nieuw, met="meer")


TWEE_PER_STIJL = build_stellingen(*(stijl for stijl in STIJLEN for _ in range(2)))
SAMEN = build_met(TWEE_PER_STIJL, TWEE_PER_STIJL)
EERST, DAN = "23 34 32 24 43", "32 43 34 42 33"


def test_a_deepened_questionnaire_scores_as_one_long_list() -> None:
    lang = build_stellingen(*[stijl for stijl in STIJLEN for _ in range(2)] * 2)
    samen, heel = score_blad(SAMEN, f"{EERST} {DAN}"), score_blad(lang, f"{EERST} {DAN}")
    assert (samen.scores, samen.volgorde, samen.kwaliteit) == (heel.scores, heel.volgorde, heel.kwaliteit)
    assert (samen.met, heel.met, heel.winst) == ("meer", None, None)


def test_the_gain_is_the_mean_half_interval_with_and_without_what_was_added() -> None:
    # variance 4/5 with df 5 and two answers per scale, then 35/60 with df 15 and four
    winst = score_blad(SAMEN, f"{EERST} {DAN}").winst
    assert winst is not None
    assert winst.items == 10
    assert winst.marge_zonder == pytest.approx(2.570582 * (4 / 5 / 2) ** 0.5, abs=1e-6)
    assert winst.marge == pytest.approx(2.131450 * (35 / 60 / 4) ** 0.5, abs=1e-6)


NAAR_DE_RAND, ERVAN_AF = "55 55 55 55 55", "44 44 44 44 44"


def test_near_the_end_of_the_scale_the_gain_is_that_of_the_whole_interval() -> None:
    # floor 1/4 with df 5, then 5 * 1 / 15 with df 15; cut off at 5 the first would be half as wide
    winst = score_blad(SAMEN, f"{NAAR_DE_RAND} {ERVAN_AF}").winst
    assert winst is not None
    assert winst.marge_zonder == pytest.approx(2.570582 * (1 / 4 / 2) ** 0.5, abs=1e-6)
    assert winst.marge == pytest.approx(2.131450 * (1 / 3 / 4) ** 0.5, abs=1e-6)


@pytest.mark.parametrize(("score", "eenheid"), [("gemiddelde", 1), ("som", 4), ("procent", 25)])
def test_both_margins_are_in_the_unit_of_the_whole(score: str, eenheid: int) -> None:
    # as a sum of two items the first margin would be half of what it is among four
    gemiddelde = score_blad(SAMEN, f"{EERST} {DAN}").winst
    winst = score_blad(replace(SAMEN, score=Scoresoort(score)), f"{EERST} {DAN}").winst
    assert winst is not None
    assert gemiddelde is not None
    assert winst == (10, *(pytest.approx(eenheid * marge) for marge in gemiddelde[1:]))


def test_the_gain_is_over_the_scales_that_have_a_margin_with_and_without() -> None:
    # forceren: one of two answered at first and five of six in the end; toegeven: 1/2 with df 1, then 11/35 with df 7
    samen = build_met(
        build_stellingen("forceren", "forceren", "toegeven", "toegeven"),
        build_stellingen(*["forceren"] * 4, "toegeven", "toegeven"),
    )
    winst = score_blad(samen, "2.34 232334").winst
    assert winst is not None
    assert winst.marge_zonder == pytest.approx(12.706205 * (1 / 2 / 2) ** 0.5, abs=1e-5)
    assert winst.marge == pytest.approx(2.364624 * (11 / 35 / 4) ** 0.5, abs=1e-6)


def test_without_an_interval_before_or_after_there_is_no_gain_to_tell() -> None:
    een = build_stellingen(*STIJLEN)
    assert score_blad(build_met(een, een), "23432 34323").winst is None
    assert score_blad(SAMEN, f"{'.' * 10} {DAN}").winst is None
    paren = build_keuzes(*["forceren / toegeven"] * 3)
    assert score_regels(build_met(paren, paren), *"ababab").winst is None


def test_what_was_open_before_counts_as_missing_in_the_whole() -> None:
    # forceren: two of four is less than 80 percent
    samen = score_blad(SAMEN, f"..{EERST[2:]} {DAN}")
    assert samen.scores["forceren"].exact is None
    assert samen.scores["samenwerken"].exact == Fraction(3 + 4 + 4 + 3, 4)
