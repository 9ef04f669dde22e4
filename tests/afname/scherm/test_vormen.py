"""Every form of question on the screen: what its keys, its lines and a click give."""

import pytest

from conflictstijl.afname.invoer import Invoer
from conflictstijl.afname.scherm.afname import Afnameapp
from conflictstijl.afname.scherm.delen import Antwoordlijst
from conflictstijl.model.antwoorden import NVT, Antwoord
from tests.afname.lijsten import GEVULD, PLAATSEN, VORMEN, parse_lijst

from .kijker import Kijker, bekijk
from .opzet import begin

LIJST = parse_lijst(VORMEN)
GOED = ("2", "1", "a", "a", "b", "a", "b", "c", "enter")
"""Right answers up to the points."""


def antwoord(kijker: Kijker[Afnameapp], naam: str) -> Antwoord:
    """Return what is kept for a question of VORMEN now."""
    return kijker.app._zittingen[0].verloop.antwoorden[PLAATSEN[naam]]


def test_all_forms_together_give_their_answers() -> None:
    with bekijk(begin(LIJST)) as kijker:
        kijker.toets("enter", "1", "1", "a", "a", "b", *"abc", "enter")
        kijker.toets("5", "down", "3", "down", "2", "down", "enter")
        kijker.typ("Niets.")
        kijker.toets("enter")
        assert kijker.kop.strip() == "Nakijken"
        assert tuple(kijker.app._zittingen[0].verloop.antwoorden) == GEVULD


@pytest.mark.parametrize(("toets", "gegeven"), [("1", 1), ("3", 3), ("0", NVT)])
def test_a_digit_answers_a_statement(toets: str, gegeven: Antwoord) -> None:
    with bekijk(begin(LIJST)) as kijker:
        kijker.toets("enter", "1", toets)
        assert antwoord(kijker, "stelling") == gegeven
        assert kijker.kop.endswith("Vraag 3 van 7")


@pytest.mark.parametrize("toets", ["4", "z", "enter", " "])
def test_a_key_of_no_answer_tells_what_the_answers_are(toets: str) -> None:
    with bekijk(begin(LIJST)) as kijker:
        kijker.toets("enter", "1", toets, toets)
        assert "Kies eerst een antwoord: typ 1 tot en met 3, of 0." in kijker.onder
        assert kijker.kop.endswith("Vraag 2 van 7")
        kijker.toets("2")
        assert "Kies eerst" not in kijker.tekst


def test_who_presses_enter_after_a_digit_as_by_lines_has_answered_once_and_hears_nothing() -> None:
    with bekijk(begin(LIJST)) as kijker:
        kijker.toets("enter", "1", "enter", "2", "enter")
        assert kijker.kop.endswith("Vraag 3 van 7")
        assert "Kies eerst" not in kijker.tekst


def test_a_key_that_finds_nothing_to_choose_does_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("conflictstijl.afname.scherm.basis._TE_LANG", 0.0)
    with bekijk(begin(LIJST)) as kijker:
        kijker.toets("enter")
        kijker.doe(lambda: kijker.app.screen.query_one(Antwoordlijst).write_invoer(Invoer((), (), ())))
        kijker.toets("x", "enter")
        assert kijker.onder == ["Geef je leiding?", Invoer.uitleg]


def test_keys_that_are_no_signs_do_nothing() -> None:
    with bekijk(begin(LIJST)) as kijker:
        kijker.toets("enter", "1")
        eerst = kijker.tekst
        kijker.toets("tab", "delete", "f9", "insert")
        assert kijker.tekst == eerst


@pytest.mark.parametrize("toets", ["enter", " "])
def test_the_arrows_move_and_enter_or_space_chooses(toets: str) -> None:
    with bekijk(begin(LIJST)) as kijker:
        kijker.toets("enter", "1", "down", "down", "down")
        assert kijker.wijzer == "› ○ 3 Vaak"
        kijker.toets("up", toets)
        assert antwoord(kijker, "stelling") == 2


def test_home_end_and_pages_move_to_the_ends() -> None:
    with bekijk(begin(LIJST)) as kijker:
        kijker.toets("enter", "1")
        for toets, regel in (("end", "past niet"), ("home", "Nooit"), ("pagedown", "past niet"), ("pageup", "Nooit")):
            kijker.toets(toets)
            assert kijker.wijzer.endswith(regel)


@pytest.mark.parametrize(("regel", "gegeven"), [("Ik wacht af.", 1), ("Ik ga mee.", 2)])
def test_a_click_on_a_line_is_an_answer(regel: str, gegeven: Antwoord) -> None:
    with bekijk(begin(LIJST)) as kijker:
        kijker.toets("enter", "1", "1")
        kijker.klik(regel)
        assert antwoord(kijker, "kies") == gegeven


def test_a_double_click_answers_one_question() -> None:
    with bekijk(begin(LIJST)) as kijker:
        kijker.toets("enter")
        kijker.klik_snel("1 ja", "1 ja")
        assert kijker.kop.endswith("Vraag 2 van 7")


def test_two_clicks_in_one_go_do_not_answer_past_the_end() -> None:
    with bekijk(begin()) as kijker:
        kijker.toets("enter", "1", "2")
        kijker.klik_snel("Nooit", "Vaak")
        assert kijker.kop.strip() == "Nakijken"
        assert kijker.app._zittingen[0].verloop.antwoorden == [1, 2, 1]


def test_a_click_on_the_text_of_a_question_answers_nothing() -> None:
    with bekijk(begin(LIJST)) as kijker:
        kijker.toets("enter", "1", "1")
        kijker.klik("Wat doe je?")
        assert kijker.kop.endswith("Vraag 3 van 7")
        kijker.toets("b")
        assert antwoord(kijker, "kies") == 1


def test_a_letter_may_be_a_capital() -> None:
    with bekijk(begin(LIJST)) as kijker:
        kijker.toets("enter", "1", "1", "B")
        assert antwoord(kijker, "kies") == 1


def test_a_case_stands_above_its_question() -> None:
    with bekijk(begin(LIJST)) as kijker:
        kijker.toets("enter", "1", "1")
        assert "De ander wil iets anders.\n\n Wat doe je?\n" in kijker.tekst


def test_best_and_worst_are_asked_one_after_the_other() -> None:
    with bekijk(begin(LIJST)) as kijker:
        kijker.toets("enter", "1", "1", "a")
        assert "\n Wat past het best?\n" in kijker.tekst
        kijker.toets("b")
        assert "\n En wat past het minst?\n" in kijker.tekst
        assert kijker.wijzer == "› best b Ik ga naar huis."
        kijker.klik("Ik geef toe.")
        assert antwoord(kijker, "uitersten") == (1, 2)


def test_an_order_is_made_by_moving_lines() -> None:
    with bekijk(begin(LIJST)) as kijker:
        kijker.toets("enter", "1", "1", "a", "a", "b", "enter", "down")
        assert "\n Je verplaatst a. Enter zet hem neer.\n" in kijker.tekst
        assert kijker.wijzer == "› ↕ 2. a Ik duw door."
        kijker.toets("enter", "end", "enter")
        assert antwoord(kijker, "rangschik") == (1, 0, 2)


def test_an_order_is_typed_as_letters() -> None:
    with bekijk(begin(LIJST)) as kijker:
        kijker.toets("enter", "1", "1", "a", "a", "b", *"cab")
        assert kijker.wijzer == "› Zo is het goed"
        kijker.toets("enter")
        assert antwoord(kijker, "rangschik") == (2, 0, 1)


def test_an_order_is_made_by_clicking() -> None:
    with bekijk(begin(LIJST)) as kijker:
        kijker.toets("enter", "1", "1", "a", "a", "b")
        for regel in ("Ik duw door.", "Ik gun het de ander.", "Zo is het goed"):
            kijker.klik(regel)
        assert antwoord(kijker, "rangschik") == (1, 2, 0)


def test_an_order_that_nobody_touched_is_asked_about_first() -> None:
    with bekijk(begin(LIJST)) as kijker:
        kijker.toets("enter", "1", "1", "a", "a", "b", "end", "enter")
        assert "Is dit je volgorde?" in kijker.tekst
        kijker.toets("enter")
        assert antwoord(kijker, "rangschik") == (0, 1, 2)


def test_points_are_divided_by_digits_and_arrows_and_the_rest_is_told() -> None:
    with bekijk(begin(LIJST)) as kijker:
        kijker.toets("enter", *GOED)
        kijker.toets("7", "down", "right", "right")
        assert "\n Nog 1 van de 10 te verdelen.\n" in kijker.tekst
        kijker.toets("end", "enter")
        assert antwoord(kijker, "verdeel") is None
        kijker.toets("b", "right", "end", "enter")
        assert antwoord(kijker, "verdeel") == (7, 3, 0)


def test_at_points_the_arrows_to_the_side_do_not_leave_the_question_and_the_foot_says_what_does() -> None:
    with bekijk(begin(LIJST)) as kijker:
        kijker.toets("enter", *GOED, "left", "right")
        assert kijker.kop.endswith("Vraag 6 van 7")
        assert kijker.voet.startswith("F2 terug  F3 verder")
        kijker.toets("f2")
        assert kijker.kop.endswith("Vraag 5 van 7")
        assert kijker.voet.startswith("← terug  → verder")


def test_own_words_are_typed_with_every_key_that_is_a_shortcut_elsewhere() -> None:
    with bekijk(begin(LIJST)) as kijker:
        kijker.toets("enter", *GOED, "f3")
        kijker.typ("Toen? No, 123: één!")
        kijker.toets("enter")
        assert antwoord(kijker, "open") == "Toen? No, 123: één!"


def test_an_empty_line_leaves_own_words_open() -> None:
    with bekijk(begin(LIJST)) as kijker:
        kijker.toets("enter", *GOED, "f3")
        kijker.typ("  ")
        kijker.toets("enter")
        assert antwoord(kijker, "open") is None
        assert kijker.kop.strip() == "Nakijken"


def test_own_words_without_a_letter_are_refused_in_one_line() -> None:
    with bekijk(begin(LIJST)) as kijker:
        kijker.toets("enter", *GOED, "f3")
        kijker.plak("\u00ad")
        kijker.toets("enter")
        assert "\n Dit kan niet: typ een zin.\n" in kijker.tekst
        assert kijker.kop.endswith("Vraag 7 van 7")


def test_own_words_are_no_longer_than_what_is_kept() -> None:
    with bekijk(begin(LIJST)) as kijker:
        kijker.toets("enter", *GOED, "f3")
        kijker.plak("a" * 2100)
        kijker.toets("enter")
        assert antwoord(kijker, "open") == "a" * 2000


def test_own_words_come_back_to_be_changed() -> None:
    with bekijk(begin(LIJST)) as kijker:
        kijker.toets("enter", *GOED, "f3")
        kijker.typ("Niet")
        kijker.toets("enter", "end", "enter")
        assert "│ Niet" in kijker.tekst
        kijker.toets("end")
        kijker.typ("s")
        kijker.toets("enter")
        assert antwoord(kijker, "open") == "Niets"


@pytest.mark.parametrize(
    ("terug", "regel"),
    [(1, "› ● 2 Soms"), (2, "› ● 2 nee")],
)
def test_an_earlier_answer_is_shown_as_chosen(terug: int, regel: str) -> None:
    with bekijk(begin(LIJST)) as kijker:
        kijker.toets("enter", "2", "2", *["left"] * terug)
        assert kijker.wijzer == regel


def test_earlier_weighings_are_shown_too() -> None:
    with bekijk(begin(LIJST)) as kijker:
        kijker.toets("enter", *GOED, *"5", "down", *"5", "end", "enter", "f2")
        assert " 5 a Aan mijn wens." in kijker.tekst
        kijker.toets("f2")
        assert "  1. b Ik duw door." not in kijker.tekst
        assert "  1. a Ik duw door." in kijker.tekst
        kijker.toets("left")
        assert [een for een in ("best ", "minst") if een in kijker.tekst] == ["best ", "minst"]


def test_options_in_random_order_land_on_the_right_one() -> None:
    lijst = parse_lijst(VORMEN.replace("achtergrond:", "opties_volgorde: willekeurig\nachtergrond:"))
    with bekijk(begin(lijst)) as kijker:
        kijker.toets("enter", "1", "1")
        kijker.klik("Ik wacht af.")
        assert antwoord(kijker, "kies") == 1
        kijker.toets("left")
        assert kijker.wijzer.endswith("Ik wacht af.")


@pytest.mark.parametrize(
    ("toetsen", "woorden"),
    [
        ((), "Typ het cijfer of de letter."),
        (("1", "1", "a"), "Kies eerst wat het best past"),
        (("1", "1", "a", "a", "b"), "Enter pakt een regel op"),
        (GOED, "Typ punten, of gebruik de pijlen"),
    ],
)
def test_help_tells_how_to_answer_this_form(toetsen: tuple[str, ...], woorden: str) -> None:
    with bekijk(begin(LIJST)) as kijker:
        kijker.toets("enter", *toetsen, "?")
        assert kijker.kop.strip() == "Hulp"
        assert woorden in kijker.zin


def test_help_at_own_words_has_a_key_that_is_no_letter() -> None:
    with bekijk(begin(LIJST)) as kijker:
        kijker.toets("enter", *GOED, "f3")
        kijker.typ("waarom?")
        kijker.toets("f1")
        assert "Typ je antwoord in eigen woorden." in kijker.zin
        kijker.toets("escape")
        assert "│ waarom?" in kijker.tekst
