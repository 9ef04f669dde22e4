"""Answer quality: the figures, and each flag just on and just off."""

from dataclasses import replace

import pytest

from conflictstijl.model.profiel import Kwaliteit
from conflictstijl.model.vragenlijst import Volgorde, Vragenlijst
from conflictstijl.rekenen.kwaliteit import score_kwaliteit
from tests.bouwers import (
    build_antwoordschaal,
    build_keuze,
    build_lijst,
    build_paren,
    build_stelling,
    build_stellingen,
    parse_blad,
)

TIEN = build_stellingen(*["forceren", "samenwerken"] * 5)


def score_tekst(vragenlijst: Vragenlijst, tekst: str, seconden: float | None = None) -> Kwaliteit:
    return score_kwaliteit(vragenlijst, parse_blad(tekst).antwoorden, seconden)


def read_codes(vragenlijst: Vragenlijst, tekst: str) -> list[str]:
    return [melding.code for melding in score_tekst(vragenlijst, tekst).meldingen]


def test_the_figures_come_out_as_worked_out_by_hand() -> None:
    # given 2 2 2 5 4 2: longest run 3, most frequent 4 of 6; mean 17 / 6, squares 57 / 6 - 289 / 36 = 53 / 36
    # asked 9, open 3: 33.3 percent
    kwaliteit = score_tekst(TIEN, "22.25x4..2")
    assert kwaliteit.rechte_lijn == 3
    assert kwaliteit.aandeel_zelfde == 4 / 6
    assert kwaliteit.spreiding == pytest.approx((53 / 36) ** 0.5)
    assert kwaliteit.leeg == pytest.approx(100 / 3)


@pytest.mark.parametrize(
    ("zaad", "volgorde", "langste"),
    [(7, Volgorde.WILLEKEURIG, 5), (None, Volgorde.WILLEKEURIG, 3), (7, Volgorde.VAST, 3)],
)
def test_the_longest_run_counts_in_the_order_of_asking(zaad: int | None, volgorde: Volgorde, langste: int) -> None:
    # 7 asks 8, 12, 4, 11, 9 (five times 3), 5, 10, 2, 1, 7, 3, 6 (1 and 5 in turn)
    lijst = replace(build_stellingen(*["forceren", "samenwerken"] * 6), volgorde=volgorde)
    antwoorden = parse_blad("515 311 133 533").antwoorden
    assert score_kwaliteit(lijst, antwoorden, zaad=zaad).rechte_lijn == langste


def test_what_a_deepening_list_added_was_asked_behind_the_rest() -> None:
    # the first twelve as above; the added ones would break the run when they were shuffled among these
    items = build_stellingen(*["forceren", "samenwerken"] * 6).items
    erbij = tuple(replace(item, id=f"bij.{item.id}", erbij=True) for item in items)
    lijst = replace(build_lijst(*items, *erbij), volgorde=Volgorde.WILLEKEURIG, met="meer")
    antwoorden = parse_blad("515 311 133 533 242 424 242 424").antwoorden
    assert score_kwaliteit(lijst, antwoorden, zaad=7).rechte_lijn == 5


@pytest.mark.parametrize("tekst", ["..........", "xxxxxxxxxx"])
def test_a_sheet_without_answers_has_empty_figures(tekst: str) -> None:
    kwaliteit = score_tekst(TIEN, tekst)
    assert (kwaliteit.rechte_lijn, kwaliteit.aandeel_zelfde, kwaliteit.spreiding) == (0, 0, None)
    assert kwaliteit.leeg == (100 if "." in tekst else 0)


def test_forced_choice_has_no_spread() -> None:
    kwaliteit = score_tekst(build_paren(*["forceren toegeven"] * 4), "abba")
    assert kwaliteit == Kwaliteit(2, 0.5, None, 0)


@pytest.mark.parametrize(("tekst", "gemeld"), [("3333333334", True), ("3333333344", False), ("333333333.", True)])
def test_nine_of_ten_equal_answers_are_flagged_as_a_straight_line(tekst: str, gemeld: bool) -> None:
    assert ("rechte_lijn" in read_codes(TIEN, tekst)) is gemeld


@pytest.mark.parametrize(("tekst", "gemeld"), [("12345123..", False), ("1234512...", True), ("1234512xxx", False)])
def test_more_than_a_fifth_left_open_is_flagged(tekst: str, gemeld: bool) -> None:
    assert read_codes(TIEN, tekst) == (["leeg"] if gemeld else [])


def test_the_flag_for_open_answers_names_how_many_there_are() -> None:
    melding = score_tekst(TIEN, "123451....").meldingen[0]
    assert melding.wat == "Je liet 4 van de 10 vragen open. Misschien pasten de vragen niet bij je werk."


@pytest.mark.parametrize(("seconden", "gemeld"), [(1.49, True), (1.5, False), (None, False)])
def test_less_than_one_and_a_half_second_per_question_is_flagged(seconden: float | None, gemeld: bool) -> None:
    kwaliteit = score_tekst(TIEN, "1234512345", seconden)
    assert [melding.code for melding in kwaliteit.meldingen] == (["snel"] if gemeld else [])


def test_the_flag_for_speed_names_the_seconds_with_a_decimal_comma() -> None:
    kwaliteit = score_tekst(TIEN, "1234512345", 1.2)
    assert kwaliteit.meldingen[0].wat.startswith("Je antwoordde in 1,2 seconde per vraag.")


@pytest.mark.parametrize(
    ("tekst", "gemeld"),
    [
        ("45 4 45 5", True),  # both reversed statements on the high side, like their straight ones
        ("12 2 21 1", True),  # and on the low side
        ("45 4 45 3", False),  # one is not enough
        ("45 4 43 5", False),  # a mean of 3.5 is not on an outer side
        ("45 2 45 1", False),  # opposite sides, as it should be
        ("45 4 12 1", True),  # each scale on its own side
        (".. 4 45 5", False),  # nothing to compare the first one with
        ("45 . 45 5", False),
        ("45 x 45 5", False),
        ("35 4 53 5", True),  # a mean of exactly 4 is on the outer side
        ("13 2 31 2", True),
    ],
)
def test_two_reversed_statements_answered_like_their_straight_ones_are_flagged(tekst: str, gemeld: bool) -> None:
    sleutels = ["forceren", "forceren", "-forceren", "toegeven", "toegeven", "-toegeven"]
    assert ("tegenspraak" in read_codes(build_stellingen(*sleutels, ""), f"{tekst} 3")) is gemeld


def test_flags_say_that_there_may_be_nothing_wrong() -> None:
    lijst = build_stellingen(*["forceren", "-forceren"] * 2)
    recht, tegenspraak = score_tekst(lijst, "5555").meldingen
    assert recht.wat == (
        "Je gaf bijna overal hetzelfde antwoord. Misschien klopt dat, misschien pasten de vragen niet. "
        "Over verschillen tussen stijlen zegt het niets."
    )
    assert tegenspraak.wat == (
        "Je gaf hetzelfde antwoord op vragen die elkaars omgekeerde zijn. "
        "Dat kan: soms doe je allebei. Lees je antwoorden nog eens na."
    )


def test_a_statement_that_contradicts_in_two_scales_counts_once() -> None:
    vragenlijst = build_stellingen("forceren", "toegeven", "-forceren, -toegeven", "")
    assert "tegenspraak" not in read_codes(vragenlijst, "5541")


def test_a_straight_statement_in_the_same_scale_is_no_contradiction() -> None:
    assert "tegenspraak" not in read_codes(build_stellingen("forceren", "forceren", "forceren", ""), "5541")


def test_the_outer_sides_follow_the_declared_answers() -> None:
    punten = build_antwoordschaal([0, 1], ["nee", "ja"])
    vragenlijst = build_stellingen("forceren", "-forceren", "toegeven", "-toegeven", antwoorden=punten)
    assert read_codes(vragenlijst, "1100") == ["tegenspraak"]
    assert read_codes(vragenlijst, "1001") == []


def test_the_spread_is_that_of_statements_and_the_rest_of_all_items() -> None:
    # statements 2 and 4: spread 1; answers 2, 4, b, b and one open
    lijst = build_lijst(
        build_stelling("forceren", "1"),
        build_stelling("toegeven", "2"),
        *(build_keuze("forceren / geen", n) for n in "345"),
    )
    assert score_tekst(lijst, "24bb.") == Kwaliteit(2, 0.5, 1.0, 20)


def test_a_contradiction_is_one_on_the_same_answers() -> None:
    # nee, soms, ja and nooit to altijd are two scales: the reversed ones are held against nothing
    drie = build_antwoordschaal(range(3))
    recht = [build_stelling(sleutel, str(nr)) for nr, sleutel in enumerate(["forceren", "toegeven", ""])]
    om = [build_stelling(sleutel, str(nr), drie) for nr, sleutel in enumerate(["-forceren", "-toegeven"])]
    assert read_codes(build_lijst(*recht, *om), "55122") == []
    zelfde = [build_stelling(sleutel, str(nr)) for nr, sleutel in enumerate(["-forceren", "-toegeven"])]
    assert read_codes(build_lijst(*recht, *zelfde), "55155") == ["tegenspraak"]
