from contextlib import suppress
from io import StringIO
from typing import TextIO, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conflictstijl.afname.gesprek import Gesprek
from conflictstijl.afname.regelmodus import Regelmodus
from conflictstijl.afname.verloop import Verloop
from conflictstijl.afname.vraagtekst import render_antwoord
from conflictstijl.fouten import GebruikFout, OnderbrokenFout
from conflictstijl.laden.catalogus import load_vragenlijst
from conflictstijl.model.antwoorden import NVT, Antwoord
from conflictstijl.model.vragenlijst import Vragenlijst

from .conftest import Praat, read_scherm

KORT = load_vragenlijst("conflictstijlen-kort")


class Neemt:
    """Remembers what was kept, in order."""

    def __init__(self) -> None:
        self.rij: list[tuple[int, Antwoord]] = []

    def __call__(self, plaats: int, antwoord: Antwoord) -> None:
        self.rij.append((plaats, antwoord))


def ask(lijst: Vragenlijst, gesprek: Gesprek, bewaar: Neemt | None = None) -> tuple[Antwoord, ...]:
    return Regelmodus(Verloop(lijst), gesprek, bewaar or Neemt()).ask_vragenlijst().antwoorden


@pytest.mark.parametrize(
    ("getypt", "antwoord"),
    [("1", 1), ("nooit", 1), (" NOOIT ", 1), ("n", 1), ("2", 2), ("v", 3), ("Va", 3), ("vaak", 3), ("nvt", NVT),
     ("past niet", NVT), ("overslaan", None), ("sla over", None)],
)  # fmt: skip
def test_a_number_a_word_its_begin_or_skip_is_an_answer(
    proef: Vragenlijst, praat: Praat, getypt: str, antwoord: Antwoord
) -> None:
    assert ask(proef, praat(getypt, "1", "1", "")) == (antwoord, 1, 1)


@pytest.mark.parametrize(("getypt", "keuze"), [("a", 0), ("B", 1), ("1", 0), ("2", 1), ("vermijden", 1)])
def test_a_pair_takes_a_letter_a_number_or_a_style(paren: Vragenlijst, praat: Praat, getypt: str, keuze: int) -> None:
    assert ask(paren, praat(getypt, "a", "")) == (keuze, 0)


def test_a_letter_that_begins_no_label_is_no_answer(praat: Praat) -> None:
    gesprek = praat("b", "a", *["3"] * 14, "")
    assert ask(KORT, gesprek)[0] == 5
    assert "'b' is geen antwoord; kies uit 1, 2, 3, 4 of 5. Of typ 'overslaan'." in read_scherm(gesprek)


def test_going_back_to_a_question_left_open_says_so(proef: Vragenlijst, praat: Praat) -> None:
    gesprek = praat("overslaan", "terug", "", "1", "1", "")
    assert ask(proef, gesprek) == (None, 1, 1)
    assert "Je antwoord was: open. Met Enter blijft dat zo." in read_scherm(gesprek)


def test_a_wrong_choice_at_the_check_does_not_show_the_list_again(proef: Vragenlijst, praat: Praat) -> None:
    gesprek = praat("1", "2", "3", "99", "ja", "")
    assert ask(proef, gesprek) == (1, 2, 3)
    assert read_scherm(gesprek).count("Dit zijn je antwoorden:") == 1


def test_a_script_with_a_line_too_many_is_stopped(proef: Vragenlijst, praat: Praat) -> None:
    with pytest.raises(GebruikFout, match="regel 4: '2' is geen keuze"):
        ask(proef, praat("1", "2", "3", "2", mens=False))


def test_every_question_shows_its_number_its_text_and_its_answers(proef: Vragenlijst, praat: Praat) -> None:
    gesprek = praat("1", "2", "3", "")
    ask(proef, gesprek)
    assert "Vraag 2 van 3\nIk wacht even.\n  1 = Nooit, 2, 3 = Vaak, nvt = past niet\n" in read_scherm(gesprek)


def test_the_start_tells_what_it_is_about_and_how_long_it_takes(proef: Vragenlijst, praat: Praat) -> None:
    gesprek = praat("1", "2", "3", "")
    ask(proef, gesprek)
    assert read_scherm(gesprek).startswith("Proef\n3 vragen, ongeveer 2 minuten.\n\nDenk aan je werk.\n")


def test_going_back_shows_the_earlier_answer_and_the_last_one_counts(proef: Vragenlijst, praat: Praat) -> None:
    gesprek, bewaard = praat("1", "terug", "3", "2", "2", ""), Neemt()
    assert ask(proef, gesprek, bewaard) == (3, 2, 2)
    assert "Je antwoord was: 1 = Nooit. Met Enter blijft dat zo." in read_scherm(gesprek)
    assert bewaard.rij == [(0, 1), (0, 3), (1, 2), (2, 2)]


def test_enter_keeps_an_answer_that_was_already_given(proef: Vragenlijst, praat: Praat) -> None:
    assert ask(proef, praat("3", "t", "", "2", "2", "")) == (3, 2, 2)


def test_there_is_nothing_before_the_first_question(proef: Vragenlijst, praat: Praat) -> None:
    gesprek = praat("terug", "1", "1", "1", "")
    assert ask(proef, gesprek) == (1, 1, 1)
    assert "Dit is de eerste vraag." in read_scherm(gesprek)


def test_help_says_what_you_can_type_and_asks_again(proef: Vragenlijst, paren: Vragenlijst, praat: Praat) -> None:
    for lijst, wat in ((proef, "het cijfer van je antwoord, het woord"), (paren, "a of b")):
        gesprek = praat("?", *["1"] * len(lijst.items), "")
        ask(lijst, gesprek)
        assert f"Typ {wat}" in read_scherm(gesprek)
        assert read_scherm(gesprek).count("Vraag 1 van") == 2


def test_a_person_gets_a_second_chance_after_a_wrong_answer(proef: Vragenlijst, praat: Praat) -> None:
    gesprek = praat("vaakk", "", "3", "1", "1", "")
    assert ask(proef, gesprek) == (3, 1, 1)
    assert "'vaakk' is geen antwoord; bedoelde je 'Vaak'?" in read_scherm(gesprek)
    assert "Typ je antwoord: kies uit 1, 2, 3 of nvt" in read_scherm(gesprek)


def test_a_script_is_stopped_at_its_first_wrong_line(proef: Vragenlijst, praat: Praat) -> None:
    with pytest.raises(GebruikFout, match="regel 2: '9' is geen antwoord; kies uit 1, 2, 3 of nvt"):
        ask(proef, praat("1", "9", "1", mens=False))


def test_an_empty_line_from_a_script_is_no_answer(proef: Vragenlijst, praat: Praat) -> None:
    with pytest.raises(GebruikFout, match="regel 1: '' is geen antwoord"):
        ask(proef, praat("", mens=False))


def test_the_check_at_the_end_shows_all_answers_and_takes_a_correction(proef: Vragenlijst, praat: Praat) -> None:
    gesprek = praat("1", "overslaan", "3", "2", "x", "nvt", "")
    assert ask(proef, gesprek) == (1, NVT, 3)
    getoond = read_scherm(gesprek)
    assert "1. 1 = Nooit (Ik zeg wat ik wil.)\n" in getoond
    assert "Open: vraag 2." in getoond
    assert getoond.count("Dit zijn je antwoorden:") == 2


def test_the_check_of_a_pair_shows_the_chosen_statement(paren: Vragenlijst, praat: Praat) -> None:
    gesprek = praat("b", "a", "")
    ask(paren, gesprek)
    assert "1. b = Ik wacht af.\n" in read_scherm(gesprek)


def test_at_the_check_you_can_go_back_and_a_wrong_choice_is_explained(proef: Vragenlijst, praat: Praat) -> None:
    gesprek = praat("1", "2", "3", "4", "terug", "1", "klaar")
    assert ask(proef, gesprek) == (1, 2, 1)
    assert "'4' is geen keuze; geef Enter, of een nummer tot en met 3." in read_scherm(gesprek)


def test_correcting_goes_back_to_the_question_before_when_asked(proef: Vragenlijst, praat: Praat) -> None:
    assert ask(proef, praat("1", "2", "3", "2", "terug", "3", "", "")) == (3, 2, 3)


def test_the_end_of_input_after_the_last_answer_finishes(proef: Vragenlijst, praat: Praat) -> None:
    assert ask(proef, praat("1", "2", "3", mens=False)) == (1, 2, 3)


@pytest.mark.parametrize("regels", [("1", "stop"), ("1",), ("1", "2", "3", "stop"), ("1", "quit")])
def test_stopping_early_tells_how_many_questions_are_open(
    proef: Vragenlijst, praat: Praat, regels: tuple[str, ...]
) -> None:
    with pytest.raises(OnderbrokenFout, match=f"gestopt: {3 - len([r for r in regels if r.isdigit()])} van de 3"):
        ask(proef, praat(*regels))


def test_only_a_person_has_a_tempo(proef: Vragenlijst, praat: Praat) -> None:
    tempo: dict[bool, float | None] = {}
    for mens in (True, False):
        modus = Regelmodus(Verloop(proef), praat("1", "2", "3", "", mens=mens), Neemt())
        tempo[mens] = modus.ask_vragenlijst().seconden
    assert tempo[False] is None
    assert tempo[True] is not None


class Klok:
    """A keyboard at which every line takes ten seconds, and the clock beside it."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *regels: str) -> None:
        self.seconden = 0
        self.gesprek = Gesprek(cast("TextIO", self), StringIO(), 80, mens=True)
        self._regels = iter(regels)
        monkeypatch.setattr("conflictstijl.afname.regelmodus.monotonic", lambda: self.seconden)

    def isatty(self) -> bool:
        """Return that there is no terminal to wait for."""
        return False

    def readline(self, _size: int = -1, /) -> str:
        """Return the next line."""
        self.seconden += 10
        return f"{next(self._regels)}\n"


def test_the_tempo_counts_only_answers_of_this_sitting(proef: Vragenlijst, monkeypatch: pytest.MonkeyPatch) -> None:
    verloop = Verloop(proef)
    verloop.resume_antwoorden([1, None, 3], [True, False, True])
    modus = Regelmodus(verloop, Klok(monkeypatch, "?", "2", "").gesprek, Neemt())
    assert modus.ask_vragenlijst().seconden == 20


def test_the_tempo_does_not_count_the_check_at_the_end(proef: Vragenlijst, monkeypatch: pytest.MonkeyPatch) -> None:
    klok = Klok(monkeypatch, "1", "2", "terug", "", "3", "x", "2", "1", "")
    assert Regelmodus(Verloop(proef), klok.gesprek, Neemt()).ask_vragenlijst().seconden == 50 / 3


def test_a_sitting_without_an_answer_has_no_tempo(proef: Vragenlijst, monkeypatch: pytest.MonkeyPatch) -> None:
    verloop = Verloop(proef)
    verloop.resume_antwoorden([1, 2, 3], [True] * 3)
    modus = Regelmodus(verloop, Klok(monkeypatch, "1", "3", "").gesprek, Neemt())
    assert modus.ask_vragenlijst().seconden is None


@given(breedte=st.integers(20, 120), antwoorden=st.lists(st.sampled_from("12345"), min_size=15, max_size=15))
def test_no_line_is_wider_than_the_terminal(breedte: int, antwoorden: list[str]) -> None:
    scherm = StringIO()
    ask(KORT, Gesprek(StringIO("\n".join(["?", *antwoorden, ""])), scherm, breedte, mens=False))
    assert max(map(len, scherm.getvalue().splitlines())) <= breedte


@given(st.lists(st.sampled_from(["1", "3", "terug", "overslaan", "?", "nvt"]), max_size=30))
def test_whatever_is_typed_the_answers_kept_are_the_answers_given(getypt: list[str]) -> None:
    verloop, bewaard = Verloop(KORT), Neemt()
    regels = "\n".join(["1" if woord == "nvt" else woord for woord in getypt]) + "\n"
    modus = Regelmodus(verloop, Gesprek(StringIO(regels), StringIO(), 80, mens=True), bewaard)
    with suppress(OnderbrokenFout):
        modus.ask_vragenlijst()
    laatste = dict(bewaard.rij)
    assert [laatste.get(plaats) for plaats in range(verloop.aantal)] == verloop.antwoorden


def test_an_answer_reads_as_a_person_says_it(proef: Vragenlijst, paren: Vragenlijst) -> None:
    stelling, keuze = proef.items[0], paren.items[0]
    assert render_antwoord(3, stelling) == "3 = Vaak"
    assert render_antwoord(2, stelling) == "2"
    assert render_antwoord(NVT, stelling) == "past niet"
    assert render_antwoord(None, stelling) == "open"
    assert render_antwoord(1, keuze) == "b = Ik wacht af."
