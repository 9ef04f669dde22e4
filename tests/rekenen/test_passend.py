"""How well choices fit: against chance by trying every answer, and case by case."""

from dataclasses import replace
from fractions import Fraction
from itertools import product

import pytest

from conflictstijl.model.antwoorden import Antwoord
from conflictstijl.model.profiel import Geval, Schaalscore, Toeval
from conflictstijl.model.vragen import Voorwaarde, Vorm
from conflictstijl.model.vragenlijst import Scoresoort, Vragenlijst
from conflictstijl.rekenen.scoren import score_antwoorden
from tests.bouwers import (
    build_blad,
    build_keuze,
    build_keuzes,
    build_lijst,
    build_onderdelen,
    build_stelling,
    score_blad,
    score_regels,
)

DRIE = build_keuzes(
    "forceren, passend 2 / samenwerken, passend / toegeven",
    "forceren / samenwerken, passend 2 / toegeven, passend",
    "forceren, passend / samenwerken / toegeven, passend 2",
)


def score_passend(lijst: Vragenlijst, *antwoorden: Antwoord) -> Schaalscore:
    return score_antwoorden(lijst, build_blad(*antwoorden)).scores["passend"]


def read_toeval(lijst: Vragenlijst, *antwoorden: Antwoord) -> Toeval:
    toeval = score_passend(lijst, *antwoorden).toeval
    assert toeval is not None
    return toeval


@pytest.mark.parametrize(
    ("antwoorden", "punten"), [("abc", 6), ("bca", 3), ("cab", 0), ("aaa", 3), ("bbb", 3), ("ccc", 3), ("abb", 4)]
)
def test_points_for_what_fits_come_out_as_worked_out_by_hand(antwoorden: str, punten: int) -> None:
    # 2 for what fits best and 1 for the second choice; at most 6
    score = score_regels(DRIE, *antwoorden).scores["passend"]
    assert score.som == punten
    assert score.exact == Fraction(punten, 6)


@pytest.mark.no_cover
@pytest.mark.parametrize("soort", Scoresoort)
def test_chance_is_what_all_possible_answers_give(soort: Scoresoort) -> None:
    lijst = replace(build_keuzes(*[DRIE_VRAAG] * 6), score=soort)
    scores = sorted(score_passend(lijst, *keus).exact or Fraction(0) for keus in product(range(3), repeat=6))
    # of 729 answers at most 18 (2.5%) may lie beyond each limit
    assert len(scores) == 729
    toeval = read_toeval(lijst, 0, 1, 2, 0, 1, 2)
    assert toeval == Toeval(Fraction(sum(scores)) / 729, scores[18], scores[-19], scores[0], scores[-1])
    # 6 points expected of 12; 7 answers give 11 or more, and 28 give 10 or more
    assert toeval.verwacht == {"som": 6, "gemiddelde": Fraction(1, 2), "procent": 50}[soort]


DRIE_VRAAG = "forceren, passend 2 / samenwerken, passend / toegeven"


def test_chance_does_not_depend_on_what_was_chosen() -> None:
    assert {read_toeval(DRIE, *keus) for keus in product(range(3), repeat=3)} == {read_toeval(DRIE, 0, 0, 0)}


def test_chance_is_of_the_questions_that_were_answered() -> None:
    lijst = replace(
        build_keuzes(*[DRIE_VRAAG] * 4, "forceren, passend 4 / samenwerken / toegeven"), score=Scoresoort.SOM
    )
    # five questions: 1 each and 4 / 3 for the last; without the last 4 of 8, brought to the 12 of all
    assert read_toeval(lijst, 0, 0, 0, 0, 0).verwacht == Fraction(16, 3)
    assert read_toeval(lijst, 0, 0, 0, 0, None).verwacht == 6


def test_several_scales_of_performance_share_what_is_left_outside_the_limits() -> None:
    vragen = [build_keuze("forceren, passend / toegeven", str(nummer)) for nummer in range(6)]
    # six pairs: one of 64 (1.6%) is right six times. Alone that may lie beyond the limit (2.5%), of two (1.25%) not
    alleen = build_onderdelen({"kalm": vragen})
    samen = build_onderdelen({"kalm": vragen, "storm": vragen})
    assert _read_tot(alleen, "aaaaaa") == Fraction(5, 6)
    assert _read_tot(samen, "aaaaaa aaaaaa") == 1
    # one without a score is held against nothing, and takes no share
    assert _read_tot(samen, "aaaaaa ......") == Fraction(5, 6)


def _read_tot(lijst: Vragenlijst, antwoorden: str) -> Fraction:
    toeval = score_blad(lijst, antwoorden).scores["kalm.passend"].toeval
    assert toeval is not None
    return toeval.tot


@pytest.mark.parametrize("vorm", [Vorm.UITERSTEN, Vorm.RANGSCHIK, Vorm.VERDEEL])
def test_every_form_is_held_against_chance(vorm: Vorm) -> None:
    lijst = replace(build_keuzes(*[DRIE_VRAAG] * 3, vorm=vorm, totaal=6), score=Scoresoort.SOM)
    antwoord: Antwoord = {Vorm.UITERSTEN: (0, 2), Vorm.RANGSCHIK: (0, 1, 2), Vorm.VERDEEL: (4, 2, 0)}[vorm]
    # the mean of all orders: three options share the points, and their weights are 2 + 1
    punten = {Vorm.UITERSTEN: 0, Vorm.RANGSCHIK: 6, Vorm.VERDEEL: 6}[vorm]
    toeval = read_toeval(lijst, *[antwoord] * 3)
    assert toeval.verwacht == 3 * Fraction(punten, 3) * 3
    assert toeval.van < toeval.verwacht < toeval.tot


def test_a_style_is_not_held_against_chance() -> None:
    assert {naam for naam, score in score_regels(DRIE, *"abc").scores.items() if score.toeval} == {"passend"}


def test_without_enough_answers_there_is_no_score_and_no_chance() -> None:
    score = score_regels(DRIE, "a", ".", ".").scores["passend"]
    assert (score.exact, score.toeval) == (None, None)


def test_a_scale_of_performance_with_statements_is_not_held_against_chance() -> None:
    lijst = build_lijst(build_stelling("passend", "1"), build_keuze("forceren, passend / toegeven", "2"))
    score = score_regels(replace(lijst, score=Scoresoort.PROCENT), "4", "a").scores["passend"]
    assert score.exact == 80
    assert score.toeval is None


def test_every_case_tells_what_was_chosen_and_what_fits_best() -> None:
    assert score_regels(replace(DRIE, ontbrekend=Fraction(1, 2)), "a", "c", ".").gevallen == (
        Geval("1", ("forceren",), ("forceren",), Fraction(2), Fraction(2)),
        Geval("2", ("toegeven",), ("samenwerken",), Fraction(1), Fraction(2)),
        Geval("3", (), ("toegeven",), None, Fraction(2)),
    )


def test_several_options_can_fit_best_and_one_option_can_be_several_styles() -> None:
    lijst = build_keuzes("forceren, passend / samenwerken, compromis, passend / geen")
    assert score_regels(lijst, "b").gevallen == (
        Geval("1", ("samenwerken", "compromis"), ("forceren", "samenwerken", "compromis"), Fraction(1), Fraction(1)),
    )
    assert score_regels(lijst, "c").gevallen[0].gekozen == ()
    assert score_regels(lijst, "c").gevallen[0].punten == 0


def test_a_case_that_does_not_apply_or_was_not_asked_is_no_case() -> None:
    assert [geval.item for geval in score_regels(DRIE, "a", "nvt", "c").gevallen] == ["1", "3"]
    eerste, tweede, derde = DRIE.items
    lijst = replace(DRIE, items=(eerste, replace(tweede, als=(Voorwaarde("1", (0,)),)), derde))
    assert [geval.item for geval in score_regels(lijst, "b", "b", "c").gevallen] == ["1", "3"]
    assert [geval.item for geval in score_regels(lijst, "a", "b", "c").gevallen] == ["1", "2", "3"]


def test_only_a_choice_with_a_scale_of_performance_is_a_case() -> None:
    lijst = build_lijst(
        build_stelling("passend", "1"),
        build_keuze("forceren / toegeven", "2"),
        build_keuze("forceren, passend / toegeven", "3", Vorm.RANGSCHIK),
        build_keuze("forceren, passend / toegeven", "4"),
    )
    assert [geval.item for geval in score_regels(lijst, "3", "a", "a b", "b").gevallen] == ["4"]
    zonder = build_keuzes("forceren / toegeven")
    assert score_regels(zonder, "a").gevallen == ()
