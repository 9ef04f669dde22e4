"""Killed while a person takes a test: what was accepted is there, and nothing else (real program, real terminal)."""

import signal
import time
from pathlib import Path
from random import Random

import pexpect
import pytest

from conflictstijl import toepassing
from conflictstijl.model.antwoorden import Antwoord
from conflictstijl.model.vragen import Achtergrondvraag, Keuze, Vraag
from conflictstijl.opslag.bewaard import load_journalen
from conflictstijl.opslag.journaalregels import NOOIT, Stand
from conflictstijl.rekenen.vingerafdruk import build_vingerafdruk

from .terminal import KLAAR, Terminal, read_plaats, render_zin, spell_antwoord

KEREN = 30
BREEDTE = 100


class Getuige:
    """Someone who writes down what they answered, and knows what the program let them see."""

    def __init__(self, naam: str, folder: Path, toeval: Random) -> None:
        self.lijst = toepassing.load_vragenlijst(naam)
        self.folder, self.toeval = folder, toeval
        self.waar: list[object] = [NOOIT] * len(self.lijst.vragen)
        """What was accepted, per question."""
        self.open: tuple[int, Antwoord] | None = None
        """What was typed and not yet accepted."""

    def answer(self, terminal: Terminal, scherm: str) -> None:
        """Answer the question on the screen; at the check, choose one to answer anew first."""
        while KLAAR in render_zin(scherm):
            terminal.write_regel(str(self.toeval.randint(1, 15)))
            scherm = terminal.read_tot_vraag()
        plaats, blok = read_plaats(self.lijst, scherm)
        vraag = self.lijst.vragen[plaats]
        antwoord = self.toeval.choice(list_antwoorden(vraag))
        self.open = plaats, antwoord
        terminal.write_regel(spell_antwoord(antwoord, vraag, blok))

    def accept(self) -> None:
        """Write down that the program went on after the last answer."""
        if self.open:
            self.waar[self.open[0]] = self.open[1]
        self.open = None

    def load_stand(self) -> Stand:
        """Return what is kept; there is never more than one test."""
        journalen = load_journalen(self.folder, self.lijst, build_vingerafdruk(self.lijst))
        assert journalen.meldingen + journalen.gewijzigd == ()
        assert len(journalen.bewaard) <= 1
        assert not any(bewaard.render_schade(bewaard.opnieuw) for bewaard in journalen.bewaard)
        return journalen.bewaard[0].antwoorden if journalen.bewaard else (NOOIT,) * len(self.waar)

    def check(self) -> None:
        """Check that all that was accepted is kept; only what was being written may be kept or not."""
        stand = self.load_stand()
        mogelijk = [self.waar]
        if self.open:
            plaats, antwoord = self.open
            mogelijk.append([*self.waar[:plaats], antwoord, *self.waar[plaats + 1 :]])
        assert list(stand) in mogelijk
        self.waar, self.open = list(stand), None


def list_antwoorden(vraag: Vraag) -> list[int]:
    match vraag:
        case Keuze(opties=opties):
            return list(range(len(opties)))
        case Achtergrondvraag(antwoorden=labels):
            return list(range(len(labels)))
        case _:
            return [1, 2, 3, 4, 5]


def play(getuige: Getuige, *, hervat: bool) -> None:
    """Go on with the test for a few questions, and be killed at some moment after the last answer."""
    terminal = Terminal(["afnemen", getuige.lijst.id, *(["--hervat"] if hervat else [])], BREEDTE)
    try:
        scherm = terminal.read_tot_vraag()
        for _ in range(getuige.toeval.randint(0, 7)):
            getuige.answer(terminal, scherm)
            scherm = terminal.read_tot_vraag()
            getuige.accept()
        getuige.answer(terminal, scherm)
        time.sleep(getuige.toeval.uniform(0, 0.012))
        terminal.kind.kill(signal.SIGKILL)
        terminal.kind.expect(pexpect.EOF)
        if "Vraag " in str(terminal.kind.before) or "antwoord" in str(terminal.kind.before):
            getuige.accept()
    finally:
        terminal.kind.close(force=True)


@pytest.mark.parametrize("naam", ["praktijksituaties", "rollen"])
def test_no_accepted_answer_is_lost_by_a_kill(naam: str, eigen_map: Path, tmp_path: Path) -> None:
    getuige = Getuige(naam, eigen_map, Random(naam))  # noqa: S311 - moments of killing, no secrets
    for _ in range(KEREN):
        play(getuige, hervat=any(een is not NOOIT for een in getuige.waar))
        getuige.check()
    assert sum(een is not NOOIT for een in getuige.waar) >= len(getuige.lijst.achtergrond) + 15
    finish(getuige, tmp_path / "blad.yaml")


def finish(getuige: Getuige, doel: Path) -> None:
    """Take the test to its end, and check that the sheet holds what was accepted before and in the end."""
    terminal = Terminal(["afnemen", getuige.lijst.id, "--hervat", "-o", str(doel)], BREEDTE)
    try:
        while KLAAR not in render_zin(scherm := terminal.read_tot_vraag()):
            getuige.accept()
            getuige.answer(terminal, scherm)
        getuige.accept()
        terminal.write_regel("")
        terminal.read_einde()
    finally:
        terminal.kind.close(force=True)
    ((_, blad),) = toepassing.load_antwoorden(doel)
    gegeven = [None if een is NOOIT else een for een in getuige.waar]
    assert all(een == echt for een, echt in zip(blad.antwoorden, gegeven, strict=True) if een is not None)
    assert None not in blad.antwoorden[:15]
    assert list(getuige.folder.glob("*.jsonl")) == []
