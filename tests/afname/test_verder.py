"""Going on later, with every form of answer; and what is said when the result does not become durable."""

import errno
import os
from io import StringIO
from pathlib import Path
from typing import TextIO, cast

import pytest

from conflictstijl.afname.eerder import Bewaarwens
from conflictstijl.afname.gesprek import Gesprek
from conflictstijl.afname.sessie import ask_sessie
from conflictstijl.fouten import GebruikFout, OnderbrokenFout, SchrijfFout
from conflictstijl.model.antwoorden import NVT, Antwoord
from conflictstijl.model.vragenlijst import Vragenlijst

from .conftest import LIJST, Praat, read_scherm
from .invuller import Invuller
from .lijsten import GEVULD, TAKKEN, VERSIES, VORMEN, VULLING, parse_lijst
from .test_schudden import BEDOELD, TWAALF, Stopper
from .test_sessie import onderbreek, read_journalen

VER = "verder met: conflictstijl afnemen"
VORMENLIJST = parse_lijst(VORMEN)


def ask(lijst: Vragenlijst, gesprek: Gesprek, wens: Bewaarwens) -> tuple[Antwoord, ...]:
    with ask_sessie(lijst, gesprek, wens) as zitting:
        zitting.clean()
        return zitting.blad.antwoorden


def stop(lijst: Vragenlijst, gesprek: Gesprek, folder: Path) -> str:
    with pytest.raises(OnderbrokenFout) as gestopt:
        ask(lijst, gesprek, Bewaarwens(folder))
    return str(gestopt.value)


def read_zin(gesprek: Gesprek) -> str:
    """Return what was shown, as one line."""
    return " ".join(read_scherm(gesprek).split())


class Volloper:
    """A keyboard beside a disk that is full as soon as this line was typed."""

    def __init__(self, regels: list[str], laatste: str, monkeypatch: pytest.MonkeyPatch) -> None:
        self._regels, self._laatste, self._monkeypatch = iter(regels), laatste, monkeypatch

    def isatty(self) -> bool:
        """Return that there is no terminal to wait for."""
        return False

    def readline(self, _size: int = -1, /) -> str:
        """Return the next line."""
        regel = next(self._regels)
        if regel == self._laatste:
            self._monkeypatch.setattr(os, "write", _write_vol)
        return f"{regel}\n"


def _write_vol(*_: object) -> int:
    raise OSError(errno.ENOSPC, "vol")


@pytest.mark.parametrize("na", range(1, 7))
def test_answers_of_every_form_survive_a_stop(praat: Praat, tmp_path: Path, na: int) -> None:
    stop(VORMENLIJST, praat(*VULLING[:na], "stop"), tmp_path)
    assert ask(VORMENLIJST, praat(*VULLING[na:], ""), Bewaarwens(tmp_path, hervat=True)) == GEVULD
    assert read_journalen(tmp_path) == []


def test_the_offer_to_go_on_counts_what_the_answers_lead_to(praat: Praat, tmp_path: Path) -> None:
    lijst = parse_lijst(TAKKEN)
    stop(lijst, praat("ja", "overslaan", "1", "stop"), tmp_path)
    gesprek = praat("ja", "1", "1", "")
    assert ask(lijst, gesprek, Bewaarwens(tmp_path)) == (0, None, 1, 1, None, 1, None)
    assert ": 2 van de 5 vragen. Verdergaan? (ja of nee)" in read_zin(gesprek)


def test_going_on_begins_at_the_first_question_that_is_led_to_and_has_no_answer(praat: Praat, tmp_path: Path) -> None:
    lijst = parse_lijst(TAKKEN)
    stop(lijst, praat("nee", "2", "terug", "terug", "ja", "stop"), tmp_path)
    gesprek = praat("klein", "1", "1", mens=False)
    assert ask(lijst, gesprek, Bewaarwens(tmp_path, hervat=True)) == (0, 0, 2, 1, None, 1, None)
    assert "Vraag 2 van 5\nHoe groot is je team?" in read_scherm(gesprek)


def test_damage_names_the_question_by_the_number_it_has_on_the_screen(tmp_path: Path) -> None:
    eerst = Stopper(TWAALF, BEDOELD, 6)
    with pytest.raises(OnderbrokenFout), ask_sessie(TWAALF, eerst.gesprek, Bewaarwens(tmp_path, zaad=7)):
        pass
    (journaal,) = read_journalen(tmp_path)
    regels = journaal.read_bytes().splitlines(keepends=True)
    journaal.write_bytes(b"".join(regels[:-1]) + regels[-1].replace(b'"crc":"', b'"crc":"x'))
    later = Invuller(TWAALF, BEDOELD)
    with ask_sessie(TWAALF, later.gesprek, Bewaarwens(tmp_path, hervat=True)) as zitting:
        assert zitting.blad.antwoorden == BEDOELD
    # the sixth question that was asked stands elsewhere in the file
    assert eerst.gezien[5] == later.gezien[0] == "5"
    assert "beschadigd; vraag 6 wordt opnieuw gesteld." in read_zin(later.gesprek)


def test_damage_to_an_answer_that_no_longer_counts_is_not_told(praat: Praat, tmp_path: Path) -> None:
    lijst = parse_lijst(TAKKEN)
    stop(lijst, praat("ja", "klein", "terug", "terug", "nee", "stop"), tmp_path)
    (journaal,) = read_journalen(tmp_path)
    journaal.write_bytes(journaal.read_bytes() + b'{"vraag":2}\n')
    gesprek = praat("1", "1", mens=False)
    assert ask(lijst, gesprek, Bewaarwens(tmp_path, hervat=True)) == (1, None, 1, None, None, 1, None)
    assert "beschadigd" not in read_scherm(gesprek)


def test_a_script_does_not_go_on_with_a_changed_questionnaire(praat: Praat, tmp_path: Path) -> None:
    stop(parse_lijst(LIJST), praat("1", "stop"), tmp_path)
    anders = parse_lijst(LIJST.replace("Ik wacht even.", "Ik wacht af."))
    with pytest.raises(GebruikFout, match="de vragenlijst is veranderd sinds die test begon; hervat hem in een"):
        ask(anders, praat("2", "3", mens=False), Bewaarwens(tmp_path, hervat=True))
    assert len(read_journalen(tmp_path)) == 1


def test_journals_of_two_versions_do_not_meet(praat: Praat, tmp_path: Path) -> None:
    zelf, ander = (parse_lijst(VERSIES, vorm) for vorm in ("zelf", "ander"))
    stop(zelf, praat("1", "stop"), tmp_path)
    gesprek = praat("2", "3", "")
    assert ask(ander, gesprek, Bewaarwens(tmp_path)) == (2, 3)
    assert "al aan begonnen" not in read_scherm(gesprek)
    with pytest.raises(GebruikFout, match="er is geen begonnen test"):
        ask(ander, praat(), Bewaarwens(tmp_path, hervat=True))
    assert ask(zelf, praat("3", ""), Bewaarwens(tmp_path, hervat=True)) == (1, 3)


@pytest.mark.parametrize("regels", [("stop",), ("nee", "quit")])
def test_stop_at_the_question_to_go_on_is_a_stop(praat: Praat, tmp_path: Path, regels: tuple[str, ...]) -> None:
    lijst = parse_lijst(LIJST)
    stop(lijst, praat("1", "stop"), tmp_path)
    assert stop(lijst, praat(*regels), tmp_path) == f"gestopt; {VER} proef --hervat"
    assert len(read_journalen(tmp_path)) == 1


def test_ctrl_c_before_the_result_is_durable_says_how_to_go_on(praat: Praat, tmp_path: Path) -> None:
    lijst = parse_lijst(LIJST)
    with pytest.raises(OnderbrokenFout) as fout, ask_sessie(lijst, praat("1", "2", "3", ""), Bewaarwens(tmp_path)):
        raise KeyboardInterrupt
    assert str(fout.value) == f"gestopt; je antwoorden zijn bewaard, {VER} proef --hervat"
    assert ask(lijst, praat("", mens=False), Bewaarwens(tmp_path, hervat=True)) == (1, 2, 3)


def test_ctrl_c_when_nothing_is_kept_promises_nothing(praat: Praat) -> None:
    with pytest.raises(KeyboardInterrupt), ask_sessie(parse_lijst(LIJST), praat("1", "2", "3", ""), Bewaarwens(None)):
        raise KeyboardInterrupt


@pytest.mark.parametrize(
    ("laatste", "wat"), [("3", "het laatste antwoord kon"), ("2", "de laatste 2 antwoorden konden")]
)
def test_a_result_that_cannot_be_written_to_a_full_disk_never_calls_kept_what_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, laatste: str, wat: str
) -> None:
    invoer = cast("TextIO", Volloper(["1", "2", "3", ""], laatste, monkeypatch))
    gesprek = Gesprek(invoer, StringIO(), 80, mens=True)
    with pytest.raises(SchrijfFout) as fout, ask_sessie(parse_lijst(LIJST), gesprek, Bewaarwens(tmp_path)):
        raise SchrijfFout("vol")
    assert str(fout.value) == f"vol; {wat} niet worden bewaard, {VER} proef --hervat"


def test_of_two_sittings_inside_each_other_only_one_says_how_to_go_on(praat: Praat, tmp_path: Path) -> None:
    lijst, binnen = parse_lijst(LIJST), parse_lijst(TAKKEN)
    wens = Bewaarwens(tmp_path, opdracht="conflictstijl afnemen proef")
    with (
        pytest.raises(SchrijfFout) as fout,
        ask_sessie(lijst, praat("1", "2", "3", ""), wens),
        ask_sessie(binnen, praat("nee", "1", "1", ""), wens),
    ):
        raise SchrijfFout("vol")
    assert str(fout.value) == f"vol; je antwoorden zijn bewaard, {VER} proef --hervat"
    assert len(read_journalen(tmp_path)) == 2


def test_stopping_at_once_in_a_second_sitting_tells_that_the_first_is_kept(praat: Praat, tmp_path: Path) -> None:
    wens = Bewaarwens(tmp_path, opdracht="conflictstijl afnemen proef")
    with pytest.raises(OnderbrokenFout) as fout, ask_sessie(parse_lijst(LIJST), praat("1", "2", "3", ""), wens):
        ask(parse_lijst(TAKKEN), onderbreek(praat()), wens)
    assert str(fout.value) == (
        f"gestopt; je had nog niets beantwoord; je eerdere antwoorden zijn bewaard, {VER} proef --hervat"
    )


def test_a_second_sitting_that_cannot_be_kept_does_not_hide_that_the_first_is(praat: Praat, tmp_path: Path) -> None:
    wens = Bewaarwens(tmp_path, opdracht="conflictstijl afnemen proef")
    with pytest.raises(OnderbrokenFout) as fout, ask_sessie(parse_lijst(LIJST), praat("1", "2", "3", ""), wens):
        ask(parse_lijst(TAKKEN), praat("nee", "stop"), Bewaarwens(None))
    assert str(fout.value) == (
        "gestopt: 2 van de 3 vragen zijn nog open; de antwoorden zijn niet bewaard; "
        f"je eerdere antwoorden zijn bewaard, {VER} proef --hervat"
    )


def test_what_does_not_apply_is_kept_for_every_form_that_takes_it(praat: Praat, tmp_path: Path) -> None:
    stop(VORMENLIJST, praat("ja", *["nvt"] * 5, "stop"), tmp_path)
    antwoorden = ask(VORMENLIJST, praat("overslaan", mens=False), Bewaarwens(tmp_path, hervat=True))
    assert antwoorden == (0, *[NVT] * 5, None)
