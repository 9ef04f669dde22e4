"""Answers in the making: what a key, a step or a choice does to each form, without any screen."""

import pytest

from conflictstijl.afname.invoer import GEEN, Invoer, Nummerinvoer, build_toetsen
from conflictstijl.afname.invoervormen import KLAAR, Rangschikinvoer, Uitersteninvoer, Verdeelinvoer, build_invoer
from conflictstijl.model.antwoorden import NVT
from conflictstijl.model.vragenlijst import Vragenlijst

from .lijsten import PLAATSEN, VORMEN, parse_lijst

LIJST = parse_lijst(VORMEN)


def bouw(naam: str, lijst: Vragenlijst = LIJST) -> Invoer:
    invoer = build_invoer(lijst.vragen[PLAATSEN[naam]])
    assert invoer is not None
    return invoer


def uitersten() -> Uitersteninvoer:
    invoer = bouw("uitersten")
    assert isinstance(invoer, Uitersteninvoer)
    return invoer


def rangschik() -> Rangschikinvoer:
    invoer = bouw("rangschik")
    assert isinstance(invoer, Rangschikinvoer)
    return invoer


def verdeel() -> Verdeelinvoer:
    invoer = bouw("verdeel")
    assert isinstance(invoer, Verdeelinvoer)
    return invoer


def toets(invoer: Invoer, *toetsen: str, plaats: int = 0) -> int:
    """Press keys, from a place on; return the place where the cursor ends."""
    for een in toetsen:
        uitkomst = invoer.write_toets(een, plaats)
        plaats = plaats if uitkomst is None else uitkomst[0]
    return plaats


def toon(invoer: Invoer) -> list[str]:
    return [f"{teken}|{naam}|{tekst}" for naam, teken, tekst in invoer.regels]


def test_a_statement_is_answered_by_its_digit_and_shows_it() -> None:
    invoer = bouw("stelling")
    assert invoer.write_toets("3", 0) == (2, True)
    assert invoer.antwoord == 3
    assert toon(invoer) == ["○|1|Nooit", "○|2|Soms", "●|3|Vaak", "○|0|past niet"]
    assert invoer.stand == ""


def test_what_does_not_apply_has_the_key_zero() -> None:
    invoer = bouw("stelling")
    assert invoer.write_toets("0", 0) == (3, True)
    assert invoer.antwoord is NVT


def test_where_zero_is_an_answer_what_does_not_apply_has_the_key_x() -> None:
    lijst = parse_lijst(VORMEN.replace("{1: Nooit, 2: Soms, 3: Vaak,", "{0: Nooit, 1: Soms, 2: Vaak,"))
    invoer = bouw("stelling", lijst)
    assert toon(invoer) == ["○|0|Nooit", "○|1|Soms", "○|2|Vaak", "○|x|past niet"]
    toets(invoer, "x")
    assert invoer.antwoord is NVT


def test_values_of_more_than_one_digit_stand_in_the_text_and_get_keys_in_order() -> None:
    lijst = parse_lijst(VORMEN.replace("{1: Nooit, 2: Soms, 3: Vaak, nvt: past niet}", '{0: Nooit, 5: "", 10: Vaak}'))
    invoer = bouw("stelling", lijst)
    assert toon(invoer) == ["○|1|0 Nooit", "○|2|5", "○|3|10 Vaak"]
    toets(invoer, "3")
    assert invoer.antwoord == 10


def test_a_choice_has_letters_and_a_background_question_digits() -> None:
    assert toon(bouw("kies")) == ["○|a|Ik zet door.", "○|b|Ik wacht af.", "○|c|Ik ga mee."]
    assert [regel.toets for regel in bouw("achtergrond").regels] == ["1", "2", "3"]


def test_an_answer_of_index_zero_is_shown_as_chosen_and_no_answer_is_not() -> None:
    invoer = bouw("kies")
    assert toon(invoer)[0].startswith("○")
    toets(invoer, "a")
    assert (invoer.antwoord, toon(invoer)[0][0]) == (0, "●")


def test_a_key_of_no_line_is_left_alone() -> None:
    assert [bouw(naam).write_toets("f9", 0) for naam in ("stelling", "uitersten", "rangschik", "verdeel")] == [None] * 4


def test_a_question_in_own_words_has_no_lines() -> None:
    assert build_invoer(LIJST.vragen[PLAATSEN["open"]]) is None


def test_an_earlier_answer_is_where_the_cursor_begins() -> None:
    invoer = bouw("stelling")
    invoer.resume_antwoord(3)
    assert (invoer.wijzer, toon(invoer)[2]) == (2, "●|3|Vaak")


@pytest.mark.parametrize("naam", ["stelling", "achtergrond", "kies", "uitersten", "rangschik", "verdeel"])
def test_an_answer_that_does_not_fit_this_form_is_passed_over(naam: str) -> None:
    invoer = bouw(naam)
    wijzer, regels = invoer.wijzer, invoer.regels
    invoer.resume_antwoord(NVT if naam != "stelling" else 99)
    assert (invoer.wijzer, invoer.regels) == (wijzer, regels)


def test_the_cursor_stays_between_the_first_and_the_last_line() -> None:
    invoer = bouw("kies")
    assert [invoer.write_stap(0, -1), invoer.write_stap(0, 1), invoer.write_stap(2, 1)] == [0, 1, 2]


@pytest.mark.parametrize("naam", ["stelling", "achtergrond", "kies", "uitersten"])
def test_nothing_is_pointed_at_before_someone_does_so(naam: str) -> None:
    invoer = bouw(naam)
    assert invoer.wijzer == GEEN
    assert invoer.write_stap(invoer.wijzer, 1) == 0
    assert invoer.write_stap(invoer.wijzer, -1) == 0


@pytest.mark.parametrize(
    ("naam", "hoe"),
    [
        ("stelling", "Kies eerst een antwoord: typ 1 tot en met 3, of 0."),
        ("kies", "Kies eerst een antwoord: typ a tot en met c."),
        ("uitersten", "Kies eerst een antwoord: typ a tot en met c."),
        ("rangschik", Rangschikinvoer.uitleg),
        ("verdeel", Verdeelinvoer.uitleg),
    ],
)
def test_who_presses_another_key_is_told_which_there_are(naam: str, hoe: str) -> None:
    assert bouw(naam).hoe == hoe


def test_a_number_of_two_digits_goes_to_its_line() -> None:
    invoer = Nummerinvoer("Klaar", [f"Vraag {nummer}" for nummer in range(1, 13)])
    assert [invoer.write_toets(een, 0) for een in "12"] == [(1, False), (12, False)]
    assert [regel.toets for regel in invoer.regels[:2]] == ["   ", " 1."]
    assert invoer.write_keuze(12) is True
    assert invoer.antwoord == 12


def test_a_number_of_no_line_begins_anew_and_another_key_forgets_it() -> None:
    invoer = Nummerinvoer("Klaar", [f"Vraag {nummer}" for nummer in range(1, 13)])
    assert [invoer.write_toets(een, 0) for een in "13"] == [(1, False), (3, False)]
    assert invoer.write_toets("down", 3) is None
    assert invoer.write_toets("2", 4) == (2, False)


def test_a_digit_of_no_line_is_left_alone() -> None:
    invoer = Nummerinvoer("Klaar", ["Vraag 1", "Vraag 2"])
    assert invoer.write_toets("9", 0) is None
    assert invoer.write_toets("0", 0) == (0, False)


def test_best_comes_first_and_then_worst() -> None:
    invoer = uitersten()
    assert invoer.stand == "Wat past het best?"
    assert invoer.write_toets("b", 0) == (1, False)
    assert (invoer.stand, toon(invoer)[1]) == ("En wat past het minst?", "best |b|Ik ga naar huis.")
    assert invoer.write_toets("a", 1) == (0, True)
    assert invoer.antwoord == (1, 0)
    assert [regel.teken.strip() for regel in invoer.regels] == ["minst", "best", ""]


def test_choosing_the_best_once_more_takes_it_back() -> None:
    invoer = uitersten()
    toets(invoer, "b", "b")
    assert (invoer.antwoord, invoer.stand) == (None, "Wat past het best?")
    assert [regel.teken.strip() for regel in invoer.regels] == ["", "", ""]


def test_a_new_best_hides_the_earlier_pair_until_the_worst_is_there() -> None:
    invoer = uitersten()
    invoer.resume_antwoord((0, 1))
    assert [regel.teken.strip() for regel in invoer.regels] == ["best", "minst", ""]
    toets(invoer, "c")
    assert [regel.teken.strip() for regel in invoer.regels] == ["", "", "best"]
    toets(invoer, "a")
    assert invoer.antwoord == (2, 0)


def test_a_line_is_picked_up_moved_and_put_down() -> None:
    invoer = rangschik()
    assert invoer.stand == "Zet het beste bovenaan. Enter pakt een regel op."
    assert invoer.write_keuze(0) is False
    assert invoer.stand == "Je verplaatst a. Enter zet hem neer."
    assert invoer.write_stap(0, 1) == 1
    assert toon(invoer)[:2] == ["  1.|b|Ik stel uit.", "↕ 2.|a|Ik duw door."]
    assert invoer.write_keuze(1) is False
    assert invoer.write_stap(1, 1) == 2
    assert toon(invoer)[1] == "  2.|a|Ik duw door."
    assert invoer.write_keuze(3) is True
    assert invoer.antwoord == (1, 0, 2)


def test_what_is_picked_up_does_not_go_past_the_last_option() -> None:
    invoer = rangschik()
    invoer.write_keuze(2)
    assert invoer.write_stap(2, 1) == 2
    assert invoer.write_stap(2, -5) == 0
    assert [regel.toets for regel in invoer.regels] == ["c", "a", "b", " "]


def test_a_click_elsewhere_puts_down_there_what_is_picked_up() -> None:
    invoer = rangschik()
    invoer.write_keuze(0)
    invoer.write_keuze(2)
    assert [regel.toets for regel in invoer.regels] == ["b", "c", "a", " "]


def test_letters_in_order_make_the_order_and_lead_to_the_last_line() -> None:
    invoer = rangschik()
    assert [toets(invoer, een) for een in "cab"] == [1, 2, 3]
    assert invoer.write_keuze(3) is True
    assert invoer.antwoord == (2, 0, 1)


def test_a_letter_typed_twice_stays_where_it_is() -> None:
    invoer = rangschik()
    assert toets(invoer, "c", "c") == 0
    assert toets(invoer, "b", "a") == 3
    assert [regel.toets for regel in invoer.regels] == ["c", "b", "a", " "]


def test_after_the_last_letter_the_row_begins_anew() -> None:
    invoer = rangschik()
    toets(invoer, *"cab", *"bca")
    assert [regel.toets for regel in invoer.regels] == ["b", "c", "a", " "]


def test_the_order_of_the_file_is_no_answer_before_it_is_meant() -> None:
    invoer = rangschik()
    assert invoer.write_keuze(3) is False
    assert (invoer.antwoord, invoer.stand) == (None, f"Is dit je volgorde? Kies dan nog een keer '{KLAAR}'.")
    assert invoer.write_keuze(3) is True
    assert invoer.antwoord == (0, 1, 2)


def test_touching_a_line_after_the_question_whether_this_is_it_takes_that_back() -> None:
    invoer = rangschik()
    invoer.write_keuze(3)
    invoer.write_keuze(1)
    assert invoer.stand == "Je verplaatst b. Enter zet hem neer."


def test_an_earlier_order_needs_no_second_yes() -> None:
    invoer = rangschik()
    invoer.resume_antwoord((2, 1, 0))
    assert [regel.toets for regel in invoer.regels] == ["c", "b", "a", " "]
    assert invoer.write_keuze(3) is True


def test_points_are_typed_and_the_rest_is_told() -> None:
    invoer = verdeel()
    assert invoer.stand == "Nog 10 van de 10 te verdelen."
    toets(invoer, "7")
    toets(invoer, "3", plaats=1)
    assert (toon(invoer)[0], invoer.rest) == (" 7|a|Aan mijn wens.", 0)
    assert invoer.stand == f"Alle 10 zijn verdeeld. Kies '{KLAAR}'."
    assert invoer.write_keuze(3) is True
    assert invoer.antwoord == (7, 3, 0)


def test_two_digits_make_one_number_on_the_same_line_only() -> None:
    invoer = verdeel()
    toets(invoer, "1", "0")
    assert toon(invoer)[0] == "10|a|Aan mijn wens."
    invoer.write_stap(0, 1)
    toets(invoer, "1", plaats=1)
    toets(invoer, "0", plaats=2)
    assert [regel.teken for regel in invoer.regels] == ["10", " 1", " 0", "  "]


def test_a_number_that_cannot_be_begins_anew() -> None:
    invoer = verdeel()
    toets(invoer, "9", "6")
    assert toon(invoer)[0] == " 6|a|Aan mijn wens."


def test_too_many_points_are_no_answer() -> None:
    invoer = verdeel()
    toets(invoer, "9")
    toets(invoer, "4", plaats=1)
    assert invoer.stand == "Dat is 3 te veel."
    assert invoer.write_keuze(3) is False
    assert invoer.antwoord is None


def test_arrows_plus_minus_and_backspace_change_points_within_the_bounds() -> None:
    invoer = verdeel()
    toets(invoer, "left", "-")
    assert invoer.regels[0].teken == " 0"
    toets(invoer, "right", "+", "right", "-")
    assert invoer.regels[0].teken == " 2"
    toets(invoer, *["+"] * 12)
    assert invoer.regels[0].teken == "10"
    toets(invoer, "backspace")
    assert invoer.regels[0].teken == " 1"


def test_a_letter_goes_to_its_line_and_enter_on_a_line_changes_nothing() -> None:
    invoer = verdeel()
    assert invoer.write_toets("c", 0) == (2, False)
    assert invoer.write_keuze(2) is False
    assert invoer.rest == 10


@pytest.mark.parametrize("naam", ["5", "left", "backspace"])
def test_on_the_last_line_no_points_can_be_typed(naam: str) -> None:
    assert verdeel().write_toets(naam, 3) is None


def test_an_earlier_division_is_shown() -> None:
    invoer = verdeel()
    invoer.resume_antwoord((5, 3, 2))
    assert ([regel.teken for regel in invoer.regels][:3], invoer.rest) == ([" 5", " 3", " 2"], 0)


def test_the_last_line_stands_under_the_texts_of_the_others() -> None:
    for invoer in (rangschik(), verdeel()):
        assert len({(len(regel.teken), len(regel.toets)) for regel in invoer.regels}) == 1
        assert invoer.regels[-1].tekst == KLAAR


def test_there_is_a_key_per_line_as_long_as_there_are_keys() -> None:
    assert build_toetsen(3) == ["1", "2", "3"]
    toetsen = build_toetsen(25)
    assert (len(toetsen), toetsen[9], toetsen[20], toetsen[21:]) == (25, "a", "l", ["", "", "", ""])
    assert len(set(toetsen[:21])) == 21
