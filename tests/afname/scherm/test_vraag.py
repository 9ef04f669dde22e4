"""The screen of a question: the ways to and fro, practice, parts, branching, help and the pause."""

import pytest

from conflictstijl.afname.scherm.afname import Afnameapp
from tests.afname.lijsten import DELEN, TAKKEN

from .kijker import Kijker, bekijk
from .opzet import DRIE, begin, load_journalen

OEFEN = DRIE.replace("items:", "oefen:\n  - Ik drink koffie.\n  - Ik fiets naar huis.\nitems:")
VERDER = ("right", "f3")


def stand(kijker: Kijker[Afnameapp]) -> list[object]:
    return list(kijker.app._zittingen[0].verloop.antwoorden)


def waar(kijker: Kijker[Afnameapp]) -> str:
    """Return where someone is, as the head says it."""
    return kijker.kop.partition("  ")[2].strip()


def test_one_question_back_shows_its_answer() -> None:
    with bekijk(begin()) as kijker:
        kijker.toets("enter")
        for toets in ("left", "t", "T", "f2"):
            kijker.toets("2", toets)
            assert (waar(kijker), kijker.wijzer) == ("Vraag 1 van 3", "› ● 2 Soms")


def test_before_the_first_question_there_is_nothing() -> None:
    with bekijk(begin()) as kijker:
        kijker.toets("enter", "left")
        assert waar(kijker) == "Vraag 1 van 3"
        assert "\n Dit is de eerste vraag.\n" in kijker.tekst
        kijker.toets("1")
        assert "Dit is de eerste vraag." not in kijker.tekst


@pytest.mark.parametrize("toets", VERDER)
def test_on_without_an_answer_leaves_a_question_open_and_keeps_that(toets: str) -> None:
    with bekijk(begin()) as kijker:
        kijker.toets("enter", toets)
        assert (waar(kijker), stand(kijker)) == ("Vraag 2 van 3", [None] * 3)
        assert len(load_journalen()) == 1


@pytest.mark.parametrize("toets", VERDER)
def test_on_past_an_answer_keeps_it(toets: str) -> None:
    with bekijk(begin()) as kijker:
        kijker.toets("enter", "3", "1", "left", "left", toets)
        assert (waar(kijker), stand(kijker)) == ("Vraag 2 van 3", [3, 1, None])


def test_another_answer_takes_the_place_of_the_earlier_one() -> None:
    with bekijk(begin()) as kijker:
        kijker.toets("enter", "3", "left", "1")
        assert stand(kijker) == [1, None, None]


@pytest.mark.parametrize("toets", ["o", "f4"])
def test_open_goes_round_the_questions_that_were_left(toets: str) -> None:
    with bekijk(begin()) as kijker:
        kijker.toets("enter", "right", "1", toets)
        assert waar(kijker) == "Vraag 1 van 3"
        kijker.toets(toets)
        assert waar(kijker) == "Vraag 3 van 3"
        kijker.toets(toets)
        assert waar(kijker) == "Vraag 1 van 3"


def test_without_another_open_question_open_says_so() -> None:
    with bekijk(begin()) as kijker:
        kijker.toets("enter", "o")
        assert "\n Er zijn geen andere open vragen.\n" in kijker.tekst
        assert waar(kijker) == "Vraag 1 van 3"


@pytest.mark.parametrize("toets", ["n", "f5"])
def test_the_check_halfway_shows_all_questions_and_goes_back_to_the_same_one(toets: str) -> None:
    with bekijk(begin()) as kijker:
        kijker.toets("enter", "1", toets)
        assert kijker.onder == [
            "Kijk je antwoorden na. Een antwoord veranderen? Typ het nummer en dan Enter. 2",
            "vragen zijn nog open.",
            "› Verder met de test",
            "1. 1 = Nooit (Ik zeg wat ik wil.)",
            "2. open (Ik wacht even.)",
            "3. open (Ik ga met je mee.)",
        ]
        assert kijker.voet == "↑↓ kiezen  Enter doen  Esc terug"
        kijker.toets("enter")
        assert waar(kijker) == "Vraag 2 van 3"


def test_before_the_first_answer_there_is_nothing_to_check() -> None:
    with bekijk(begin()) as kijker:
        kijker.toets("enter", "n")
        assert "\n Je hebt nog niets beantwoord.\n" in kijker.tekst


def test_a_check_leaves_what_was_chosen_of_an_answer() -> None:
    with bekijk(begin(DRIE.replace("  - toegeven: Ik ga met je mee.", KEUZE))) as kijker:
        kijker.toets("enter", "2", "1", "a")
        assert "best  a Ik zet door." in kijker.tekst
        kijker.toets("n", "escape")
        assert "best  a Ik zet door." in kijker.tekst
        kijker.toets("?", "escape", "escape", "1")
        assert "best  a Ik zet door." in kijker.tekst


KEUZE = """\
  - vraag: Wat doe je?
    vorm: beste_en_slechtste
    opties:
      - forceren: Ik zet door.
      - toegeven: Ik ga mee."""


@pytest.mark.parametrize(("toets", "uit"), [("?", "1"), ("f1", "escape"), ("?", "enter")])
def test_help_names_every_key_and_goes_back_to_the_question(toets: str, uit: str) -> None:
    with bekijk(begin()) as kijker:
        kijker.toets("enter", "1", toets)
        for naam in ("←, t of F2", "→ of F3", "o of F4", "n of F5", "Esc: pauze"):
            assert naam in kijker.tekst
        kijker.toets(uit)
        assert waar(kijker) == "Vraag 2 van 3"


@pytest.mark.parametrize("uit", ["1", "escape"])
def test_a_pause_goes_back_to_the_question(uit: str) -> None:
    with bekijk(begin()) as kijker:
        kijker.toets("enter", "1", "escape")
        assert "\n Je antwoorden zijn bewaard.\n" in kijker.tekst
        kijker.toets(uit, "3")
        assert (waar(kijker), stand(kijker)) == ("Vraag 3 van 3", [1, 3, None])


def test_stopping_at_a_pause_keeps_the_answers_and_says_how_to_go_on() -> None:
    with bekijk(begin()) as kijker:
        kijker.toets("enter", "1", "escape", "2")
        assert kijker.klaar
        assert str(kijker.app.fout) == (
            "gestopt: 2 van de 3 vragen zijn nog open; je antwoorden zijn bewaard, "
            "verder met: conflictstijl afnemen proef --hervat"
        )
    assert len(load_journalen()) == 1


def test_a_pause_before_the_first_answer_promises_nothing() -> None:
    with bekijk(begin()) as kijker:
        kijker.toets("enter", "escape")
        assert "\n Je hebt nog niets beantwoord.\n" in kijker.tekst
        kijker.toets("2")
        assert str(kijker.app.fout) == "gestopt: 3 van de 3 vragen zijn nog open; je had nog niets beantwoord"
    assert load_journalen() == []


def test_a_pause_of_a_test_that_is_not_kept_says_that_stopping_loses_it() -> None:
    with bekijk(begin(bewaren_=False)) as kijker:
        kijker.toets("enter", "1", "escape")
        assert "Je antwoorden zijn niet bewaard. Stop je, dan zijn ze weg." in kijker.zin
        assert kijker.onder[-1] == "2 Stoppen"
        kijker.toets("2")
        assert str(kijker.app.fout) == "gestopt: 2 van de 3 vragen zijn nog open; de antwoorden zijn niet bewaard"


@pytest.mark.parametrize(
    ("toets", "voor"),
    [("ctrl+c", ()), ("ctrl+q", ("enter",)), ("ctrl+c", ("enter", "1")), ("ctrl+q", ("enter", "1", "?"))],
)
def test_ctrl_c_stops_wherever_someone_is(toets: str, voor: tuple[str, ...]) -> None:
    with bekijk(begin()) as kijker:
        kijker.toets(*voor, toets)
        assert kijker.klaar
        bewaard = "je antwoorden zijn bewaard, verder met: conflictstijl afnemen proef --hervat"
        niets = "je had nog niets beantwoord"
        assert str(kijker.app.build_gestopt()) == f"gestopt; {bewaard if '1' in voor else niets}"


def test_going_back_at_the_introduction_stops() -> None:
    with bekijk(begin()) as kijker:
        assert kijker.voet.endswith("Esc stoppen")
        kijker.toets("escape")
        assert str(kijker.app.fout) == "gestopt; je had nog niets beantwoord"


def test_practice_comes_first_and_is_not_kept() -> None:
    with bekijk(begin(OEFEN)) as kijker:
        kijker.toets("enter")
        assert waar(kijker) == "oefenen"
        assert "\n Even oefenen. Dit antwoord telt niet mee.\n\n Ik drink koffie.\n" in kijker.tekst
        kijker.toets("3")
        assert "\n Goed, dat was: 3 = Vaak.\n" in kijker.tekst
        kijker.toets("0")
        assert "\n Goed, dat was: past niet. Nu begint het echt.\n" in kijker.tekst
        assert (waar(kijker), stand(kijker), load_journalen()) == ("Vraag 1 van 3", [None] * 3, load_journalen())
        kijker.toets("2")
        assert stand(kijker) == [2, None, None]


@pytest.mark.parametrize(
    ("toets", "melding"),
    [("left", "Dit is de eerste vraag."), ("o", "Er zijn geen andere open vragen."), ("n", "nog niets beantwoord")],
)
def test_practice_knows_no_other_questions(toets: str, melding: str) -> None:
    with bekijk(begin(OEFEN)) as kijker:
        kijker.toets("enter", toets)
        assert melding in kijker.tekst
        assert waar(kijker) == "oefenen"


def test_practice_can_be_passed_over_and_has_help_and_a_pause() -> None:
    with bekijk(begin(OEFEN)) as kijker:
        kijker.toets("enter", "?", "1", "escape", "1", "right", "right")
        assert waar(kijker) == "Vraag 1 van 3"
        assert "Goed, dat was: open" not in kijker.tekst


def test_stopping_during_practice_keeps_nothing() -> None:
    with bekijk(begin(OEFEN)) as kijker:
        kijker.toets("enter", "3", "escape", "2")
    assert load_journalen() == []


def test_who_goes_on_need_not_practise_again() -> None:
    with bekijk(begin(OEFEN)) as kijker:
        kijker.toets("enter", "3", "3", "1", "escape", "2")
    with bekijk(begin(OEFEN)) as kijker:
        kijker.toets("1")
        assert waar(kijker) == "Vraag 2 van 3"


def test_a_part_stands_above_its_questions_with_its_number() -> None:
    with bekijk(begin(DELEN)) as kijker:
        kijker.toets("enter")
        assert "Deel" not in kijker.tekst
        kijker.toets("1")
        assert "\n Deel 1 van 3: Als het rustig is. De sfeer is goed.\n\n Ik zeg wat ik wil.\n" in kijker.tekst
        kijker.toets("1", "1")
        assert "\n Deel 2 van 3: Als het stormt. Het gaat hard.\n" in kijker.tekst
        kijker.toets("1", "1")
        assert "\n Deel 3 van 3: Als het voorbij is.\n" in kijker.tekst


def test_parts_are_counted_as_far_as_they_are_asked() -> None:
    with bekijk(begin(DELEN)) as kijker:
        kijker.toets("enter", "2", "1", "1")
        assert "\n Deel 2 van 2: Als het voorbij is.\n" in kijker.tekst


def test_a_single_part_is_not_counted() -> None:
    with bekijk(begin(DELEN.replace("  na: {naam: Als het voorbij is}\n", ""))) as kijker:
        kijker.toets("enter", "2")
        assert "\n Als het rustig is. De sfeer is goed.\n" in kijker.tekst


def test_numbers_and_totals_follow_the_answers() -> None:
    with bekijk(begin(TAKKEN)) as kijker:
        kijker.toets("enter")
        assert waar(kijker) == "Vraag 1 van 3"
        kijker.toets("1")
        assert waar(kijker) == "Vraag 2 van 5"
        kijker.toets("left", "2")
        assert waar(kijker) == "Vraag 2 van 3"
        assert "Ik zeg wat ik wil." in kijker.tekst


def test_progress_is_told_in_shapes_and_not_only_in_colours() -> None:
    with bekijk(begin()) as kijker:
        kijker.toets("enter")
        lengtes = [kijker.regels[1].count("━")]
        for _ in range(2):
            kijker.toets("1")
            lengtes.append(kijker.regels[1].count("━"))
        assert lengtes == [0, 26, 52]
        assert kijker.regels[1].count("─") == 26


def test_what_does_not_fit_above_the_answers_is_read_by_page_keys() -> None:
    lang = " ".join(f"Zin {nummer} van het verhaal." for nummer in range(1, 60))
    casus = (
        f"  - vraag: Wat doe je?\n    casus: {lang}\n    vorm: kies\n    opties: [forceren: Door., vermijden: Af.]\n"
    )
    with bekijk(begin(DRIE.replace("items:\n", f"items:\n{casus}"))) as kijker:
        kijker.toets("enter")
        assert "Zin 1 van" in kijker.zin
        assert "Wat doe je?" not in kijker.zin
        kijker.toets(*["pagedown"] * 5)
        assert "Wat doe je?" in kijker.zin
        assert "○ a Door." in kijker.onder
        kijker.toets(*["pageup"] * 5)
        assert "Zin 1 van" in kijker.zin
        kijker.toets("a")
        assert waar(kijker) == "Vraag 2 van 4"
