"""The check at the end: what was answered, a way to each question and back, and finishing."""

from tests.afname.lijsten import TAKKEN

from .kijker import bekijk
from .opzet import begin, load_bewaard
from .test_vraag import stand, waar


def test_after_the_last_question_all_answers_are_shown_with_the_way_to_finish() -> None:
    with bekijk(begin()) as kijker:
        kijker.toets("enter", "1", "0", "3")
        assert kijker.kop.strip() == "Nakijken"
        assert kijker.onder == [
            "Kijk je antwoorden na. Een antwoord veranderen? Typ het nummer en dan Enter.",
            "› Klaar: toon mijn uitslag",
            "1. 1 = Nooit (Ik zeg wat ik wil.)",
            "2. past niet (Ik wacht even.)",
            "3. 3 = Vaak (Ik ga met je mee.)",
        ]


def test_one_open_question_is_told_in_the_singular() -> None:
    with bekijk(begin()) as kijker:
        kijker.toets("enter", "1", "right", "3")
        assert "1 vraag is nog open." in kijker.zin


def test_the_first_line_finishes_the_test() -> None:
    with bekijk(begin()) as kijker:
        kijker.toets("enter", "1", "2", "3", "enter")
        assert kijker.kop.endswith("uitslag")
        assert [uitslag.blad.antwoorden for uitslag in load_bewaard()] == [(1, 2, 3)]


def test_no_other_key_finishes_it() -> None:
    with bekijk(begin()) as kijker:
        kijker.toets("enter", "1", "2", "3", *"19alon?", "left", "right", "f1")
        assert kijker.kop.strip() == "Nakijken"


def test_a_number_goes_to_its_question_and_enter_asks_it_anew() -> None:
    with bekijk(begin("conflictstijlen"), 60, 20) as kijker:
        kijker.toets("enter", *"3" * 30, "2", "7")
        assert kijker.wijzer.startswith("› 27. 3 = Soms")
        kijker.toets("enter")
        assert waar(kijker) == "Vraag 27 van 30"


def test_two_clicks_in_one_go_choose_once() -> None:
    with bekijk(begin()) as kijker:
        kijker.toets("enter", "1", "2", "3")
        kijker.klik_snel("2. 2 = Soms", "3. 3 = Vaak")
        assert waar(kijker) == "Vraag 2 van 3"


def test_a_question_is_asked_anew_and_then_the_check_is_back() -> None:
    with bekijk(begin()) as kijker:
        kijker.toets("enter", "1", "2", "3", "down", "down", "enter")
        assert (waar(kijker), kijker.wijzer) == ("Vraag 2 van 3", "› ● 2 Soms")
        kijker.toets("1")
        assert kijker.kop.strip() == "Nakijken"
        assert stand(kijker) == [1, 1, 3]


def test_a_click_goes_to_a_question_too() -> None:
    with bekijk(begin()) as kijker:
        kijker.toets("enter", "1", "2", "3")
        kijker.klik("Ik zeg wat ik wil.")
        assert waar(kijker) == "Vraag 1 van 3"


def test_after_a_jump_on_without_another_answer_leads_back_to_the_check() -> None:
    with bekijk(begin()) as kijker:
        kijker.toets("enter", "1", "2", "3", "down", "enter", "right")
        assert kijker.kop.strip() == "Nakijken"
        assert stand(kijker) == [1, 2, 3]


def test_after_a_jump_going_back_makes_it_a_walk_through_all_again() -> None:
    with bekijk(begin()) as kijker:
        kijker.toets("enter", "1", "2", "3", "down", "down", "enter", "left", "1")
        assert waar(kijker) == "Vraag 2 van 3"


def test_a_jump_to_an_open_question_after_a_jump_is_a_walk_too() -> None:
    with bekijk(begin()) as kijker:
        kijker.toets("enter", "1", "right", "right", "down", "enter", "o", "2")
        assert waar(kijker) == "Vraag 3 van 3"


def test_going_back_from_the_check_shows_the_last_question() -> None:
    with bekijk(begin()) as kijker:
        kijker.toets("enter", "1", "2", "3", "escape")
        assert (waar(kijker), kijker.wijzer) == ("Vraag 3 van 3", "› ● 3 Vaak")


def test_going_back_from_the_check_shows_the_question_from_which_it_was_opened() -> None:
    with bekijk(begin()) as kijker:
        kijker.toets("enter", "1", "2", "3", "escape", "left", "left", "n", "escape")
        assert waar(kijker) == "Vraag 1 van 3"


def test_after_a_jump_halfway_the_next_one_is_the_first_that_was_never_asked() -> None:
    with bekijk(begin()) as kijker:
        kijker.toets("enter", "1", "2", "n", "down", "enter", "3")
        assert (waar(kijker), stand(kijker)) == ("Vraag 3 van 3", [3, 2, None])


def test_another_answer_from_the_check_asks_what_it_leads_to_before_the_check_is_back() -> None:
    with bekijk(begin(TAKKEN)) as kijker:
        kijker.toets("enter", "2", "1", "1", "down", "enter", "1")
        assert waar(kijker) == "Vraag 2 van 5"
        kijker.toets("2", "1")
        assert kijker.kop.strip() == "Nakijken"
        assert stand(kijker) == [0, 1, 1, 1, None, 1, None]


def test_a_shorter_way_after_a_jump_leads_back_to_the_check() -> None:
    with bekijk(begin(TAKKEN)) as kijker:
        kijker.toets("enter", "1", "2", "1", "1", "1", "down", "enter", "2")
        assert kijker.kop.strip() == "Nakijken"
        assert "Hoe groot is je team?" not in kijker.tekst


def test_a_long_check_stays_readable_down_to_its_last_line() -> None:
    with bekijk(begin("conflictstijlen"), 60, 20) as kijker:
        kijker.toets("enter", *"3" * 30)
        assert kijker.wijzer == "› Klaar: toon mijn uitslag"
        gezien = set()
        for _ in range(30):
            kijker.toets("down")
            gezien.add(kijker.wijzer.removeprefix("›").partition(".")[0].strip())
        assert gezien == {str(nummer) for nummer in range(1, 31)}
        kijker.toets("home")
        assert kijker.wijzer == "› Klaar: toon mijn uitslag"


def test_going_on_with_a_test_in_which_all_was_answered_begins_at_the_check() -> None:
    with bekijk(begin()) as kijker:
        kijker.toets("enter", "1", "2", "3", "ctrl+c")
    with bekijk(begin(hervat=True)) as kijker:
        assert kijker.kop.strip() == "Nakijken"
        kijker.toets("enter")
        assert [uitslag.blad.antwoorden for uitslag in load_bewaard()] == [(1, 2, 3)]


def test_the_pace_of_answering_is_kept_but_not_of_what_was_answered_before() -> None:
    with bekijk(begin()) as kijker:
        kijker.toets("enter", "1", "2", "3", "enter")
    with bekijk(begin()) as kijker:
        kijker.toets("enter", "1", "2", "3", "ctrl+c")
    with bekijk(begin(hervat=True)) as kijker:
        kijker.toets("enter")
    tempo = [uitslag.blad.seconden for uitslag in sorted(load_bewaard(), key=lambda een: een.klaar)]
    assert tempo[0] is not None
    assert tempo[1] is None
