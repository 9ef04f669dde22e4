"""Scoring: whole sheets worked out by hand, and the rules at their edges."""

from dataclasses import replace
from fractions import Fraction
from itertools import combinations

import pytest

from conflictstijl.model.profiel import NIET_GEVRAAGD, TE_WEINIG
from conflictstijl.model.stijlen import STIJLEN
from conflictstijl.model.vragenlijst import Scoresoort, Vragenlijst
from tests.bouwers import build_antwoordschaal, build_paren, build_stellingen, read_exact, score_blad


def test_a_sheet_with_reversed_weighted_and_shared_statements_scores_as_worked_out_by_hand() -> None:
    vragenlijst = build_stellingen("forceren", "-forceren 2", "forceren, samenwerken", "samenwerken", "-samenwerken")
    # forceren:    4 * 1 + (6 - 2) * 2 + 5 * 1 = 17, weights 1 + 2 + 1 = 4, mean 4.25
    # samenwerken: 5 + 3 + (6 - 1) = 13, weights 3, mean 4.333
    profiel = score_blad(vragenlijst, "42531")
    assert read_exact(profiel) == {"forceren": Fraction(17, 4), "samenwerken": Fraction(13, 3)}
    assert [score.som for score in profiel.scores.values()] == [17, 13]
    assert [score.duiding for score in profiel.scores.values()] == ["vaak", "vaak"]
    assert profiel.volgorde == (("samenwerken",), ("forceren",))
    # squares: 4 4 5 give 57 - 13^2 / 3 = 2/3, and 5 3 5 give 59 - 13^2 / 3 = 8/3; over 2 + 2 degrees of
    # freedom the variance is 0.8333; t(0.975, 4) = 2.776445; shares (1 + 4 + 1) / 16 and 1 / 3
    # margins 2.776445 * sqrt(0.8333 * 0.375) = 1.552079 and 2.776445 * sqrt(0.8333 / 3) = 1.463315
    assert profiel.scores["forceren"].ondergrens == pytest.approx(4.25 - 1.552079, abs=1e-6)
    assert profiel.scores["samenwerken"].ondergrens == pytest.approx(13 / 3 - 1.463315, abs=1e-6)
    assert [score.bovengrens for score in profiel.scores.values()] == [5, 5]


def test_a_sheet_with_open_answers_scores_as_worked_out_by_hand() -> None:
    vragenlijst = build_stellingen(*["forceren"] * 5, *["vermijden"] * 6, score=Scoresoort.SOM)
    # forceren:  5 + 3 + 4 + 2 = 14 over 4 of 5, mean 3.5, prorated sum 17.5
    # vermijden: 4 of 6 is 67%, too little
    profiel = score_blad(vragenlijst, "5.342 11.1.1")
    forceren, vermijden = profiel.scores.values()
    assert forceren.exact == forceren.som == Fraction(35, 2)
    assert (forceren.beantwoord, forceren.items) == (4, 5)
    assert (vermijden.waarde, vermijden.som, vermijden.reden) == (None, None, TE_WEINIG)
    assert (vermijden.beantwoord, vermijden.items, vermijden.duiding) == (4, 6, None)
    # squares 25 + 9 + 16 + 4 - 14^2 / 4 = 5 over 3: 1.6667; t(0.975, 3) = 3.182446
    # margin 3.182446 * sqrt(1.6667 / 4) = 2.054260, times the total weight of 5: 10.271300
    assert forceren.ondergrens == pytest.approx(17.5 - 10.271300, abs=1e-5)
    assert forceren.bovengrens == 25
    assert (profiel.beantwoord, profiel.gevraagd, profiel.deelnemer) == (8, 11, "D01")
    assert profiel.volgorde == (("forceren",),)


def test_a_sheet_scored_as_a_percentage_comes_out_as_worked_out_by_hand() -> None:
    punten = build_antwoordschaal([0, 1, 3], ["nee", "Soms", "ja"])
    vragenlijst = build_stellingen(
        "proces", "-proces", "relatie", "relatie", score=Scoresoort.PROCENT, antwoorden=punten
    )
    # proces: 3 and 0 + 3 - 1 = 2, mean 2.5, 100 * 2.5 / 3 = 83.33; relatie: 1 and 1, mean 1, 33.33
    profiel = score_blad(vragenlijst, "3111")
    assert read_exact(profiel) == {"proces": Fraction(250, 3), "relatie": Fraction(100, 3)}
    assert [score.som for score in profiel.scores.values()] == [5, 2]
    assert [score.duiding for score in profiel.scores.values()] == ["ja", "soms"]


def test_a_sheet_of_pairs_scores_as_worked_out_by_hand() -> None:
    vragenlijst = build_paren(
        "forceren samenwerken", "samenwerken toegeven", "toegeven forceren", "forceren toegeven", "samenwerken forceren"
    )
    # a: forceren, b: toegeven, b: forceren, a: forceren, open
    # forceren 3 of 3 answered (4 offered), toegeven 1 of 3, samenwerken 0 of 2 (3 offered); 75% and 67% are too little
    assert read_exact(score_blad(vragenlijst, "abba.")) == {
        "forceren": None,
        "samenwerken": None,
        "toegeven": Fraction(1, 3),
    }
    profiel = score_blad(replace(vragenlijst, ontbrekend=Fraction(1, 2)), "abba.")
    assert read_exact(profiel) == {"forceren": 1, "samenwerken": 0, "toegeven": Fraction(1, 3)}
    assert [score.som for score in profiel.scores.values()] == [3, 0, 1]
    assert [(score.beantwoord, score.items) for score in profiel.scores.values()] == [(3, 4), (2, 3), (3, 3)]
    assert profiel.volgorde == (("forceren",), ("toegeven",), ("samenwerken",))
    assert [score.ondergrens for score in profiel.scores.values()] == [None, None, None]
    assert (profiel.beantwoord, profiel.gevraagd) == (4, 5)


def test_a_sheet_with_answers_that_do_not_apply_scores_as_worked_out_by_hand() -> None:
    vragenlijst = build_stellingen(*["forceren"] * 6, "vermijden", "vermijden", score=Scoresoort.SOM)
    # forceren: 4 of the 5 asked, 2 + 2 + 3 + 3 = 10, mean 2.5, sum over all six 15; halfway zelden and soms: soms
    # vermijden: nothing asked
    profiel = score_blad(vragenlijst, "22.33x xx")
    forceren, vermijden = profiel.scores.values()
    assert forceren.exact == 15
    assert (forceren.beantwoord, forceren.items, forceren.duiding) == (4, 5, "soms")
    assert (vermijden.exact, vermijden.beantwoord, vermijden.items, vermijden.reden) == (None, 0, 0, NIET_GEVRAAGD)
    assert (profiel.beantwoord, profiel.gevraagd) == (4, 5)


@pytest.mark.parametrize(
    ("antwoorden", "ontbrekend", "reden"),
    [
        ("33333.", Fraction(4, 5), None),
        ("3333..", Fraction(4, 5), TE_WEINIG),
        ("3333.x", Fraction(4, 5), None),
        ("333..x", Fraction(4, 5), TE_WEINIG),
        ("3xxxxx", Fraction(4, 5), None),
        (".xxxxx", Fraction(4, 5), TE_WEINIG),
        ("xxxxxx", Fraction(4, 5), NIET_GEVRAAGD),
        ("......", Fraction(1, 100), TE_WEINIG),
        ("3.....", Fraction(1, 100), None),
        ("333333", Fraction(1), None),
        ("33333x", Fraction(1), None),
        ("33333.", Fraction(1), TE_WEINIG),
        ("333.xx", Fraction(3, 4), None),
        ("3333..", Fraction(3, 4), TE_WEINIG),
    ],
)
def test_a_scale_is_scored_from_the_declared_share_of_asked_statements(
    antwoorden: str, ontbrekend: Fraction, reden: str | None
) -> None:
    score = score_blad(build_stellingen(*["forceren"] * 6, ontbrekend=ontbrekend), antwoorden).scores["forceren"]
    assert score.reden == reden
    assert (score.waarde is None) == (reden is not None)


@pytest.mark.parametrize(
    ("antwoorden", "reden"), [("aaaa.", None), ("aaa..", TE_WEINIG), ("aaa.x", TE_WEINIG), ("xxxxx", NIET_GEVRAAGD)]
)
def test_a_scale_in_pairs_follows_the_same_rule(antwoorden: str, reden: str | None) -> None:
    profiel = score_blad(build_paren(*["forceren toegeven"] * 5), antwoorden)
    assert {score.reden for score in profiel.scores.values()} == {reden}


def test_every_score_names_its_scale_whether_it_can_be_scored_or_not() -> None:
    for vragenlijst, tekst in [
        (build_stellingen("forceren", "toegeven", "vermijden"), "4.x"),
        (build_paren("forceren toegeven", "samenwerken vermijden"), "a."),
    ]:
        assert all(naam == score.schaal for naam, score in score_blad(vragenlijst, tekst).scores.items())


def test_a_style_always_or_never_chosen_in_thirty_pairs_is_labelled() -> None:
    paren = [*combinations(STIJLEN, 2)] * 3
    vragenlijst = build_paren(*map(" ".join, paren))
    for stijl in STIJLEN:
        # the others win in turn
        wel = "".join("ab"[paar.index(stijl)] if stijl in paar else "ab"[nr // 10 % 2] for nr, paar in enumerate(paren))
        niet = "".join(
            "ba"[paar.index(stijl)] if stijl in paar else "ab"[nr // 10 % 2] for nr, paar in enumerate(paren)
        )
        assert score_blad(vragenlijst, wel).duidelijk_hoog[0] == stijl
        assert score_blad(vragenlijst, niet).duidelijk_laag[0] == stijl


def test_a_style_of_which_too_few_pairs_are_answered_is_not_labelled() -> None:
    paren = [*combinations(STIJLEN, 2)] * 3
    antwoorden = ["ab"[nr // 10 % 2] if "forceren" not in paar else "a" for nr, paar in enumerate(paren)]
    vol = score_blad(build_paren(*map(" ".join, paren)), "".join(antwoorden))
    assert vol.duidelijk_hoog == ("forceren",)
    for plaats in [plaats for plaats, paar in enumerate(paren) if "forceren" in paar][:3]:
        antwoorden[plaats] = "."
    half = score_blad(build_paren(*map(" ".join, paren)), "".join(antwoorden))
    assert (half.scores["forceren"].reden, half.duidelijk_hoog) == (TE_WEINIG, ())


def test_a_sheet_of_another_length_than_the_pairs_is_refused() -> None:
    with pytest.raises(ValueError, match="zip"):
        score_blad(build_paren("forceren toegeven"), "aa")


def test_exact_ties_share_a_place_even_when_floats_would_differ() -> None:
    # 0.1 + 0.2 against 0.3: weights in tenths, both scales have mean 4
    vragenlijst = build_stellingen(
        "forceren 0.1", "forceren 0.2", "samenwerken 0.3", "vermijden", "vermijden", "vermijden"
    )
    profiel = score_blad(vragenlijst, "444 435")
    assert profiel.volgorde == (("forceren", "samenwerken", "vermijden"),)


@pytest.mark.parametrize(
    ("antwoorden", "duiding"),
    [
        ("12", "zelden"),
        ("23", "soms"),
        ("34", "soms"),
        ("45", "vaak"),
        ("11", "nooit"),
        ("55", "altijd"),
        ("33", "soms"),
    ],
)
def test_a_mean_halfway_two_answers_gets_the_label_nearest_to_the_middle(antwoorden: str, duiding: str) -> None:
    assert score_blad(build_stellingen("forceren", "forceren"), antwoorden).scores["forceren"].duiding == duiding


def test_the_exact_middle_of_an_even_scale_gets_the_lower_label() -> None:
    punten = build_antwoordschaal(range(1, 5))
    score = score_blad(build_stellingen("forceren", "forceren", antwoorden=punten), "23").scores["forceren"]
    assert score.duiding == "zelden"


def test_a_score_near_an_answer_without_label_gets_no_words() -> None:
    punten = build_antwoordschaal(range(1, 5), ["Past niet", "", "", "Past"])
    assert score_blad(build_stellingen("forceren", antwoorden=punten), "2").scores["forceren"].duiding is None


def test_one_answer_gives_a_value_without_an_interval() -> None:
    score = score_blad(build_stellingen("forceren", "samenwerken"), "42").scores["forceren"]
    assert (score.waarde, score.ondergrens, score.bovengrens) == (4, None, None)


def test_a_statement_without_a_key_counts_as_answered_but_in_no_scale() -> None:
    profiel = score_blad(build_stellingen("forceren", ""), "25")
    assert read_exact(profiel) == {"forceren": 2}
    assert (profiel.beantwoord, profiel.scores["forceren"].items) == (2, 1)


def test_a_pair_tells_its_two_scales_in_order() -> None:
    assert build_paren("toegeven forceren").keuzes[0].schalen == ("toegeven", "forceren")


@pytest.mark.parametrize("vragenlijst", [build_stellingen("forceren"), build_paren("forceren toegeven")])
def test_a_profile_says_which_questionnaire_and_rules_it_rests_on(vragenlijst: Vragenlijst) -> None:
    profiel = score_blad(vragenlijst, "1")
    assert (profiel.vragenlijst, profiel.versie, profiel.scoreversie) == ("proef", "1.0", 1)
    assert profiel.vingerafdruk.startswith("sha256:")
