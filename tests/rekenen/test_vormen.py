"""Every form with options, worked out by hand in tables that can be read beside the questions."""

from dataclasses import replace
from fractions import Fraction

import pytest

from conflictstijl.model.profiel import NIET_GEVRAAGD, TE_WEINIG
from conflictstijl.model.vragen import Vorm
from conflictstijl.model.vragenlijst import Scoresoort, Vragenlijst
from tests.bouwers import (
    build_antwoordschaal,
    build_keuze,
    build_keuzes,
    build_lijst,
    build_stelling,
    build_stellingen,
    parse_tabel,
    read_exact,
    read_tabel,
    score_blad,
    score_regels,
)

GEMIDDELDE, SOM, PROCENT = Scoresoort.GEMIDDELDE, Scoresoort.SOM, Scoresoort.PROCENT

PAREN = build_keuzes("forceren/samenwerken", "samenwerken/toegeven", "toegeven/forceren", "forceren/toegeven")
# chosen: 1 forceren, 2 toegeven, 3 forceren, 4 forceren; together 4 points, one per pair
PAREN_ANTWOORDEN = ("a", "b", "b", "a")

GEWOGEN = build_keuzes(
    "forceren 2 / samenwerken, passend 2 / vermijden",
    "forceren / samenwerken 3 / geen",
    "vermijden 2, forceren / samenwerken / forceren 0.5",
)
# what a question can give to a scale is the weight of its heaviest option
# forceren:    2 + 0 + 1 = 3 of 2 + 1 + 1 = 4
# samenwerken: 0 + 3 + 0 = 3 of 1 + 3 + 1 = 5
# vermijden:   0 + - + 2 = 2 of 1 + - + 2 = 3
# passend:     0 of 2
GEWOGEN_ANTWOORDEN = ("a", "b", "a")

UITERSTEN = build_keuzes(
    "forceren / samenwerken / compromis / toegeven",
    "toegeven / forceren / samenwerken / compromis",
    vorm=Vorm.UITERSTEN,
)
# best forceren, worst toegeven; best forceren, worst samenwerken: +2, -1, 0, -1, together 0
# a scale can come out from -2 to +2
UITERSTEN_ANTWOORDEN = ("a d", "b c")

RANGORDE = build_keuzes("forceren / samenwerken / vermijden", "vermijden / forceren / samenwerken", vorm=Vorm.RANGSCHIK)
# first place 3 points, second 2, third 1
# first samenwerken, then forceren, then vermijden, both times: 4, 6, 2, together 2 * (3 + 2 + 1) = 12
# a scale can come out from 2 to 6
RANGORDE_ANTWOORDEN = ("b a c", "c b a")

VERDELING = build_keuzes(
    "forceren / samenwerken / toegeven", "forceren / samenwerken / toegeven", vorm=Vorm.VERDEEL, totaal=10
)
# 7 + 1, 3 + 4, 0 + 5, together 20; a scale can come out from 0 to 20
VERDELING_ANTWOORDEN = ("7 3 0", "1 4 5")

MET_DE_HAND = [
    (
        PAREN,
        PAREN_ANTWOORDEN,
        """
        schaal      | beantwoord | gevraagd | punten | gemiddelde | som | procent
        forceren    | 3          | 3        | 3      | 1          | 3   | 100
        samenwerken | 2          | 2        | 0      | 0          | 0   | 0
        toegeven    | 3          | 3        | 1      | 1/3        | 1   | 100/3
        """,
    ),
    (
        GEWOGEN,
        GEWOGEN_ANTWOORDEN,
        """
        schaal      | beantwoord | gevraagd | punten | gemiddelde | som | procent
        forceren    | 3          | 3        | 3      | 3/4        | 3   | 75
        samenwerken | 3          | 3        | 3      | 3/5        | 3   | 60
        passend     | 1          | 1        | 0      | 0          | 0   | 0
        vermijden   | 2          | 2        | 2      | 2/3        | 2   | 200/3
        """,
    ),
    (
        UITERSTEN,
        UITERSTEN_ANTWOORDEN,
        """
        schaal      | beantwoord | gevraagd | punten | gemiddelde | som | procent
        forceren    | 2          | 2        | 2      | 1          | 2   | 100
        samenwerken | 2          | 2        | -1     | -1/2       | -1  | 25
        compromis   | 2          | 2        | 0      | 0          | 0   | 50
        toegeven    | 2          | 2        | -1     | -1/2       | -1  | 25
        """,
    ),
    (
        RANGORDE,
        RANGORDE_ANTWOORDEN,
        """
        schaal      | beantwoord | gevraagd | punten | gemiddelde | som | procent
        forceren    | 2          | 2        | 4      | 2          | 4   | 50
        samenwerken | 2          | 2        | 6      | 3          | 6   | 100
        vermijden   | 2          | 2        | 2      | 1          | 2   | 0
        """,
    ),
    (
        VERDELING,
        VERDELING_ANTWOORDEN,
        """
        schaal      | beantwoord | gevraagd | punten | gemiddelde | som | procent
        forceren    | 2          | 2        | 8      | 4          | 8   | 40
        samenwerken | 2          | 2        | 7      | 7/2        | 7   | 35
        toegeven    | 2          | 2        | 5      | 5/2        | 5   | 25
        """,
    ),
]
NAMEN = ["pairs", "weights", "best and worst", "ranking", "constant sum"]


def read_kolom(tabel: str, soort: Scoresoort) -> dict[str, tuple[str, ...]]:
    """Return a table with only the score of one kind."""
    plaats = 3 + [GEMIDDELDE, SOM, PROCENT].index(soort)
    return {naam: (*cellen[:3], cellen[plaats]) for naam, cellen in parse_tabel(tabel).items()}


@pytest.mark.parametrize("soort", [GEMIDDELDE, SOM, PROCENT])
@pytest.mark.parametrize(("lijst", "antwoorden", "tabel"), MET_DE_HAND, ids=NAMEN)
def test_every_form_scores_as_worked_out_by_hand(
    lijst: Vragenlijst, antwoorden: tuple[str, ...], tabel: str, soort: Scoresoort
) -> None:
    assert read_tabel(score_regels(replace(lijst, score=soort), *antwoorden)) == read_kolom(tabel, soort)


@pytest.mark.parametrize(
    ("lijst", "antwoorden", "totaal"),
    [
        (PAREN, PAREN_ANTWOORDEN, 4),
        (UITERSTEN, UITERSTEN_ANTWOORDEN, 0),
        (RANGORDE, RANGORDE_ANTWOORDEN, 12),
        (VERDELING, VERDELING_ANTWOORDEN, 20),
    ],
)
def test_the_points_of_all_scales_add_up_to_what_was_given_away(
    lijst: Vragenlijst, antwoorden: tuple[str, ...], totaal: int
) -> None:
    assert sum(score.som or 0 for score in score_regels(lijst, *antwoorden).scores.values()) == totaal


def test_options_have_an_order_and_no_interval_or_words() -> None:
    profiel = score_regels(UITERSTEN, *UITERSTEN_ANTWOORDEN)
    assert profiel.volgorde == (("forceren",), ("compromis",), ("samenwerken", "toegeven"))
    assert {(score.ondergrens, score.bovengrens, score.duiding) for score in profiel.scores.values()} == {
        (None, None, None)
    }


def test_a_scale_of_performance_stands_outside_the_order() -> None:
    profiel = score_regels(GEWOGEN, *GEWOGEN_ANTWOORDEN)
    assert profiel.volgorde == (("forceren",), ("vermijden",), ("samenwerken",))


# five questions of each form, and one answer to all of them
VIJF = {
    Vorm.KIES: ("a", 1),
    Vorm.UITERSTEN: ("a c", 1),
    Vorm.RANGSCHIK: ("a b c", 3),
    Vorm.VERDEEL: ("6 0 0", 6),
}


def build_vijf(vorm: Vorm) -> Vragenlijst:
    return build_keuzes(*["forceren / samenwerken / toegeven"] * 5, vorm=vorm, totaal=6 * (vorm is Vorm.VERDEEL))


@pytest.mark.parametrize("vorm", VIJF)
@pytest.mark.parametrize(
    ("open_", "nvt", "ontbrekend", "reden"),
    [
        (0, 0, "1", None),
        (1, 0, "4/5", None),  # 4 of 5 is exactly the least
        (2, 0, "4/5", TE_WEINIG),
        (1, 0, "81/100", TE_WEINIG),
        (1, 1, "4/5", TE_WEINIG),  # 3 of the 4 that apply
        (1, 1, "3/4", None),
        (0, 4, "1", None),
        (5, 0, "1/100", TE_WEINIG),  # nothing is never enough
        (0, 5, "4/5", NIET_GEVRAAGD),
    ],
)
def test_a_question_left_open_is_missing_and_one_that_does_not_apply_is_not(
    vorm: Vorm, open_: int, nvt: int, ontbrekend: str, reden: str | None
) -> None:
    antwoord, punten = VIJF[vorm]
    lijst = replace(build_vijf(vorm), ontbrekend=Fraction(ontbrekend))
    beantwoord = 5 - open_ - nvt
    score = score_regels(lijst, *["."] * open_, *["nvt"] * nvt, *[antwoord] * beantwoord).scores["forceren"]
    assert (score.beantwoord, score.items, score.reden) == (beantwoord, 5 - nvt, reden)
    assert score.exact == (None if reden else punten)


@pytest.mark.parametrize(
    ("vorm", "punten", "som"),
    [(Vorm.KIES, 4, 5), (Vorm.UITERSTEN, 4, 5), (Vorm.RANGSCHIK, 12, 15), (Vorm.VERDEEL, 24, 30)],
)
def test_a_sum_is_brought_to_all_questions_and_the_points_stay_what_was_given(
    vorm: Vorm, punten: int, som: int
) -> None:
    lijst = replace(build_vijf(vorm), score=SOM)
    score = score_regels(lijst, *[VIJF[vorm][0]] * 4, ".").scores["forceren"]
    assert score.som == punten
    assert score.exact == som


def test_a_question_without_keys_counts_as_answered_but_in_no_scale() -> None:
    profiel = score_regels(build_keuzes("forceren / samenwerken", "geen / geen"), "a", "b")
    assert read_exact(profiel) == {"forceren": 1, "samenwerken": 0}
    assert (profiel.beantwoord, profiel.gevraagd) == (2, 2)


def test_statements_and_options_of_one_scale_come_together_as_a_percentage() -> None:
    # forceren: a statement 4 of 1..5 and a chosen option: 4 + 1 = 5, from 1 + 0 to 5 + 1, so 100 * 4 / 5
    # samenwerken: 2 reversed is 4, and not chosen: 4, from 1 to 6, so 100 * 3 / 5
    lijst = build_lijst(
        build_stelling("forceren", "1"), build_stelling("-samenwerken", "2"), build_keuze("forceren / samenwerken", "3")
    )
    profiel = score_regels(replace(lijst, score=PROCENT), "4", "2", "a")
    assert read_exact(profiel) == {"forceren": 80, "samenwerken": 60}
    # points and answers on a scale have no common noise: no interval, no words, no label
    assert {(score.ondergrens, score.duiding) for score in profiel.scores.values()} == {(None, None)}
    assert profiel.duidelijk_hoog + profiel.duidelijk_laag == ()


def test_statements_on_two_answer_scales_come_together_as_a_percentage() -> None:
    # 4 of 1..5 and 3 of 0..3: 7, from 1 to 8: 600 / 7
    twee = build_antwoordschaal(range(4), ("nee", "", "", "ja"))
    lijst = build_lijst(build_stelling("forceren", "1"), build_stelling("forceren", "2", twee))
    score = score_blad(replace(lijst, score=PROCENT), "43").scores["forceren"]
    assert (score.exact, score.duiding, score.ondergrens) == (Fraction(600, 7), None, None)


def test_a_percentage_of_nothing_to_reach_is_zero() -> None:
    # both options give forceren the same, so whatever is chosen says nothing
    lijst = build_keuzes("forceren / forceren", "forceren / forceren")
    assert score_regels(replace(lijst, score=PROCENT), "a", "b").scores["forceren"].exact == 0


@pytest.mark.parametrize(
    ("soort", "score", "som"), [(GEMIDDELDE, Fraction(11, 3), 11), (SOM, 11, 11), (PROCENT, Fraction(200, 3), 11)]
)
def test_a_statement_in_two_scales_counts_in_both_with_its_own_weight_and_direction(
    soort: Scoresoort, score: Fraction, som: int
) -> None:
    lijst = build_stellingen("forceren, -toegeven 2", "toegeven", score=soort)
    # forceren: 2. toegeven: (6 - 2) * 2 + 3 = 11, weights 2 + 1 = 3
    profiel = score_blad(lijst, "23")
    assert profiel.scores["toegeven"].exact == score
    assert profiel.scores["toegeven"].som == som
    assert profiel.scores["forceren"].som == 2
