"""A deepening list added to a questionnaire: what it gains, and that nothing else differs from one long list."""

from dataclasses import replace
from fractions import Fraction

import pytest

from conflictstijl.model.kennis import STIJLEN
from conflictstijl.model.profiel import Stijlprofiel
from conflictstijl.model.vragenlijst import Vragenlijst
from tests.bouwers import build_keuzes, build_stellingen, score_blad, score_regels


def build_met(basis: Vragenlijst, erbij: Vragenlijst) -> Vragenlijst:
    nieuw = tuple(replace(item, id=f"bij.{item.id}", erbij=True) for item in erbij.items)
    return replace(basis, items=basis.items + nieuw, met="meer")


def read_marge(profiel: Stijlprofiel) -> float:
    randen = [(score.ondergrens, score.bovengrens) for score in profiel.scores.values()]
    return sum((boven - onder) / 2 for onder, boven in randen if onder is not None and boven is not None) / len(randen)


TWEE_PER_STIJL = build_stellingen(*(stijl for stijl in STIJLEN for _ in range(2)))
SAMEN = build_met(TWEE_PER_STIJL, TWEE_PER_STIJL)
EERST, DAN = "23 34 32 24 43", "32 43 34 42 33"


def test_a_deepened_questionnaire_scores_as_one_long_list() -> None:
    lang = build_stellingen(*[stijl for stijl in STIJLEN for _ in range(2)] * 2)
    samen, heel = score_blad(SAMEN, f"{EERST} {DAN}"), score_blad(lang, f"{EERST} {DAN}")
    assert (samen.scores, samen.volgorde, samen.kwaliteit) == (heel.scores, heel.volgorde, heel.kwaliteit)
    assert (samen.met, heel.met, heel.winst) == ("meer", None, None)


def test_the_gain_is_the_mean_half_interval_with_and_without_what_was_added() -> None:
    samen, eerst = score_blad(SAMEN, f"{EERST} {DAN}"), score_blad(TWEE_PER_STIJL, EERST)
    assert samen.winst is not None
    assert samen.winst.items == 10
    assert samen.winst.marge_zonder == pytest.approx(read_marge(eerst))
    assert samen.winst.marge == pytest.approx(read_marge(samen))
    assert samen.winst.marge < samen.winst.marge_zonder


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
