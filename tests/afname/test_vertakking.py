"""Branching at the prompt: other answers lead to other questions, and numbers and totals follow."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conflictstijl.afname.regelmodus import Regelmodus
from conflictstijl.afname.verloop import Verloop
from conflictstijl.fouten import OnderbrokenFout
from conflictstijl.model.antwoorden import Antwoord
from conflictstijl.model.vertakking import check_gevraagd
from conflictstijl.model.vragenlijst import Vragenlijst

from .conftest import Praat, read_scherm
from .invuller import Invuller
from .lijsten import DELEN, TAKKEN, antwoorden, ingevuld, lijsten, parse_lijst

LIJST = parse_lijst(TAKKEN)
"""leiding, team (als leiding ja), 1, 2 (als leiding ja), 3 (als 2 soms of vaak), 4, open-1 (als 4 vaak)."""


def ask(praat: Praat, *regels: str, lijst: Vragenlijst = LIJST, mens: bool = True) -> tuple[tuple[Antwoord, ...], str]:
    gesprek = praat(*regels, mens=mens)
    blad = Regelmodus(Verloop(lijst), gesprek, lambda *_: None).ask_vragenlijst()
    return blad.antwoorden, read_scherm(gesprek)


def read_nummers(scherm: str) -> list[str]:
    return [regel.removeprefix("Vraag ") for regel in scherm.splitlines() if regel.startswith("Vraag ")]


def test_the_start_says_how_many_questions_there_can_be(praat: Praat) -> None:
    _, scherm = ask(praat, "nee", "1", "1", "")
    assert scherm.startswith("Proef\n3 tot 7 vragen.\n")


def test_a_question_that_is_not_led_to_is_passed_by_and_has_no_answer(praat: Praat) -> None:
    gegeven, scherm = ask(praat, "nee", "1", "1", "")
    assert gegeven == (1, None, 1, None, None, 1, None)
    assert read_nummers(scherm) == ["1 van 3", "2 van 3", "3 van 3"]


def test_numbers_and_totals_follow_the_answers(praat: Praat) -> None:
    gegeven, scherm = ask(praat, "ja", "2", "1", "3", "2", "3", "Goed.", "")
    assert gegeven == (0, 1, 1, 3, 2, 3, "Goed.")
    assert read_nummers(scherm) == ["1 van 3", "2 van 5", "3 van 5", "4 van 5", "5 van 6", "6 van 6", "7 van 7"]


def test_by_pipe_there_is_one_line_for_every_question_that_is_asked(praat: Praat) -> None:
    assert ask(praat, "nee", "1", "1", mens=False)[0] == (1, None, 1, None, None, 1, None)
    assert ask(praat, "ja", "klein", "1", "nooit", "1", mens=False)[0] == (0, 0, 1, 1, None, 1, None)


def test_a_question_left_open_leads_nowhere(praat: Praat) -> None:
    assert ask(praat, "overslaan", "1", "1", "")[0] == (None, None, 1, None, None, 1, None)


def test_a_changed_answer_hides_later_questions_and_their_answers_are_not_in_the_sheet(praat: Praat) -> None:
    gegeven, scherm = ask(praat, "ja", "2", "1", "3", "terug", "terug", "terug", "terug", "nee", "", "1", "")
    assert gegeven == (1, None, 1, None, None, 1, None)
    assert read_nummers(scherm)[-3:] == ["1 van 6", "2 van 3", "3 van 3"]


def test_an_answer_that_was_hidden_and_shown_again_is_still_there(praat: Praat) -> None:
    gegeven, scherm = ask(praat, "ja", "2", "terug", "terug", "nee", "terug", "ja", "", "1", "1", "1", "")
    assert gegeven == (0, 1, 1, 1, None, 1, None)
    assert "Je antwoord was: groot. Met Enter blijft dat zo." in scherm


def test_a_question_that_became_visible_is_asked_before_the_end_and_no_other_one_again(praat: Praat) -> None:
    gegeven, scherm = ask(praat, "nee", "2", "2", "1", "ja", "groot", "3", "1", "")
    assert gegeven == (0, 1, 2, 3, 1, 2, None)
    # after the change at the check: the team, statement 2, and statement 3 that it leads to
    assert read_nummers(scherm)[3:] == ["1 van 3", "2 van 5", "4 van 5", "5 van 6"]
    assert scherm.count("Dit zijn je antwoorden:") == 2


def test_going_back_to_a_new_question_does_not_mean_passing_all_later_ones_again(praat: Praat) -> None:
    _, scherm = ask(praat, "nee", "2", "terug", "terug", "ja", "groot", "3", "1", "1", "")
    assert read_nummers(scherm) == [
        "1 van 3", "2 van 3", "3 van 3", "2 van 3", "1 van 3", "2 van 5", "4 van 5", "5 van 6", "6 van 6",
    ]  # fmt: skip


def test_fewer_questions_after_a_correction_at_the_check_lead_straight_back_to_it(praat: Praat) -> None:
    regels = ["ja", "2", "1", "3", "2", "3", "Goed.", "7", *["terug"] * 6, "nee", "", "", ""]
    assert ask(praat, *regels)[0] == (1, None, 1, None, None, 3, "Goed.")


def test_a_correction_at_the_check_that_ends_the_list_early_is_no_failure(praat: Praat) -> None:
    regels = ["ja", "2", "1", "3", "2", "1", "6", *["terug"] * 5, "nee", "", "", ""]
    assert ask(praat, *regels)[0] == (1, None, 1, None, None, 1, None)


def test_the_check_numbers_only_what_was_asked(praat: Praat) -> None:
    _, scherm = ask(praat, "nee", "2", "overslaan", "")
    assert "  1. nee (Geef je leiding?)\n  2. 2 = Soms (Ik zeg wat ik wil.)\n  3. open (Ik ga weg.)\n" in scherm
    assert "Open: vraag 3.\n" in scherm


def test_stopping_counts_only_what_is_asked(praat: Praat) -> None:
    with pytest.raises(OnderbrokenFout, match="gestopt: 4 van de 5 vragen zijn nog open"):
        ask(praat, "ja", "stop")


def test_a_part_that_is_not_led_to_is_passed_by_whole(praat: Praat) -> None:
    gegeven, scherm = ask(praat, "nee", "1", "2", "3", "1", "Niets.", "", lijst=parse_lijst(DELEN))
    assert gegeven == (1, 1, 2, None, None, 3, 1, "Niets.")
    assert "Als het stormt" not in scherm


def test_the_end_is_not_reached_past_a_question_that_was_never_asked() -> None:
    verloop = Verloop(LIJST)
    verloop.resume_antwoorden((1, None, 2, None, None, 2, None), (True, False, True, False, False, True, False))
    verloop.ask_vraag(1)
    verloop.write_antwoord(0)
    verloop.ask_vraag(verloop.aantal)
    verloop.write_antwoord(1)
    assert (verloop.nummer, verloop.getoond.vraag.id) == (2, "team")


@given(st.data())
def test_exactly_the_questions_that_the_answers_lead_to_are_asked_once_each(data: st.DataObject) -> None:
    lijst = data.draw(lijsten)
    bedoeld = data.draw(ingevuld(lijst))
    persoon = Invuller(lijst, bedoeld)
    blad = Regelmodus(Verloop(lijst), persoon.gesprek, lambda *_: None).ask_vragenlijst()
    gevraagd = check_gevraagd(lijst, bedoeld)
    assert persoon.gezien == [vraag.id for vraag, ja in zip(lijst.vragen, gevraagd, strict=True) if ja]
    assert [nummer for nummer, _ in persoon.nummers] == list(range(1, len(persoon.gezien) + 1))
    assert persoon.nummers[-1][1] == len(persoon.gezien)
    assert blad.antwoorden == tuple(een if ja else None for een, ja in zip(bedoeld, gevraagd, strict=True))


@given(st.data())
def test_whatever_way_someone_goes_through_it_no_question_is_missed_at_the_end(data: st.DataObject) -> None:
    lijst = data.draw(lijsten)
    verloop = Verloop(lijst, data.draw(st.none() | st.integers(0, 99)))
    laatste: dict[int, Antwoord] = {}
    for stap in data.draw(st.lists(st.integers(-3, 9), max_size=30)):
        if stap < 0:
            verloop.ask_vorige()
        elif stap > 6 or verloop.check_klaar():
            verloop.ask_vraag(1 + stap % verloop.aantal)
        else:
            plaats = verloop.plaats
            laatste[plaats] = data.draw(antwoorden(lijst.vragen[plaats]))
            verloop.write_antwoord(laatste[plaats])
    verloop.ask_einde()
    while not verloop.check_klaar():
        assert not verloop.check_gezien()
        laatste[verloop.plaats] = data.draw(antwoorden(lijst.vragen[verloop.plaats]))
        verloop.write_antwoord(laatste[verloop.plaats])
    gevraagd = check_gevraagd(lijst, [laatste.get(plaats) for plaats in range(len(lijst.vragen))])
    assert {plaats for plaats, ja in enumerate(gevraagd) if ja} <= set(laatste)
    gegeven = tuple(laatste.get(plaats) if ja else None for plaats, ja in enumerate(gevraagd))
    assert verloop.build_blad().antwoorden == gegeven
