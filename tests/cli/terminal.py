"""The real program on a real terminal, and finding back in what it shows which question is asked."""

import re
import sys
from collections.abc import Sequence

import pexpect

from conflictstijl.model.antwoorden import Antwoord
from conflictstijl.model.vragen import Achtergrondvraag, Keuze, Vraag
from conflictstijl.model.vragenlijst import Vragenlijst

KLAAR = "Enter: klaar."
"""Stands in the check of all answers at the end."""


def render_zin(tekst: str) -> str:
    """Return a text with single spaces: how lines were broken does not matter."""
    return " ".join(tekst.split())


def read_letters(keuze: Keuze, blok: str) -> list[str]:
    """Return the letters on the screen of the options, in the order of the file."""
    return [blok[blok.index(f") {optie.tekst}") - 1] for optie in keuze.opties]


def check_zichtbaar(vraag: Vraag, blok: str) -> bool:
    """Tell whether a question is the one of which this is shown behind its number."""
    if isinstance(vraag, Keuze):
        return all(f") {optie.tekst}" in blok for optie in vraag.opties)
    return blok.startswith(f"{vraag.tekst} ")


def read_plaats(lijst: Vragenlijst, scherm: str) -> tuple[int, str]:
    """Return the index of the question that was shown last, and what was shown of it."""
    blok = re.split(r"Vraag \d+ van \d+ ", render_zin(scherm))[-1]
    return next(plaats for plaats, vraag in enumerate(lijst.vragen) if check_zichtbaar(vraag, blok)), blok


def spell_antwoord(antwoord: Antwoord, vraag: Vraag, blok: str) -> str:
    """Return what someone types who means an option, label or value of the file."""
    assert isinstance(antwoord, int)
    if isinstance(vraag, Keuze):
        return read_letters(vraag, blok)[antwoord]
    return str(antwoord + 1 if isinstance(vraag, Achtergrondvraag) else antwoord)


class Terminal:
    """The program on a terminal, with all that it ever showed."""

    def __init__(self, opdracht: Sequence[str], breedte: int) -> None:
        self.kind = pexpect.spawn(
            sys.executable, ["-m", "conflictstijl", *opdracht], encoding="utf-8", dimensions=(50, breedte), timeout=60
        )
        self.kind.delaybeforesend = None
        self.alles = ""

    def read_tot_vraag(self) -> str:
        """Return what was shown until the program waits for an answer."""
        self.kind.expect_exact("\r\n> ")
        self.alles += f"{self.kind.before}\n> "
        return str(self.kind.before)

    def write_regel(self, tekst: str) -> None:
        """Type a line."""
        self.kind.sendline(tekst)

    def read_einde(self) -> list[str]:
        """Return every line that was ever shown, without colours, after the program ended by itself."""
        self.kind.expect(pexpect.EOF)
        self.kind.wait()
        assert self.kind.exitstatus == 0
        return re.sub(r"\x1b\[[0-9;]*m|\r", "", f"{self.alles}{self.kind.before}").split("\n")
