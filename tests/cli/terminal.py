"""The real program on a real terminal, and finding back in what it shows which question is asked."""

import os
import re
import signal
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Any

import pexpect
import pyte

from conflictstijl.model.antwoorden import Antwoord
from conflictstijl.model.vragen import Achtergrondvraag, Keuze, Vraag
from conflictstijl.model.vragenlijst import Vragenlijst

KLAAR = "Enter: klaar."
"""Stands in the check of all answers at the end."""
GEDULD = 30.0
"""Seconds after which a test gives up on a program."""
SNEL = 15.0
"""Seconds within which a program that is stopped must have ended, on a machine with much else to do."""
HOOGTE = 50
_STAND = re.compile(r"\x1b\[\?([0-9;]+)([hl])")
_TOETSWIJZE = re.compile(r"\x1b\[([<>])[0-9;]*u")
_LOS = re.compile(r"\x1b\[<u")
"""A sequence that the emulator does not know, and would show the last letter of."""
_KLEUR = re.compile(r"\x1b\[[0-9;]*m|\r")
_GESTOPT = 128


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


def build_omgeving(*, regels: bool) -> dict[str, str]:
    """Return the environment of a person at a capable terminal, who asked for lines or for the full screen."""
    weg = {"COLUMNS", "LINES", "NO_COLOR", "CONFLICTSTIJL_REGELS"}
    omgeving = {naam: waarde for naam, waarde in os.environ.items() if naam not in weg}
    return (
        omgeving
        | {"TERM": "xterm-256color", "PYTHONIOENCODING": "utf-8"}
        | ({"CONFLICTSTIJL_REGELS": "1"} if regels else {})
    )


class Terminal:
    """The program on a terminal, with all that it ever showed."""

    def __init__(
        self,
        opdracht: Sequence[str],
        breedte: int,
        *,
        regels: bool = True,
        programma: Sequence[str] = ("-m", "conflictstijl"),
    ) -> None:
        self.regels = regels
        self.kind = pexpect.spawn(
            sys.executable,
            [*programma, *opdracht],
            encoding="utf-8",
            codec_errors="replace",
            dimensions=(HOOGTE, breedte),
            timeout=GEDULD,
            env=build_omgeving(regels=regels),
        )
        self.kind.delaybeforesend = None
        self.alles = ""
        self._scherm = pyte.Screen(breedte, HOOGTE)
        self._stroom = pyte.Stream(self._scherm)
        self._getekend: list[str] | None = None
        """The lines on the screen, as long as nothing new is shown: most looks at it find nothing new."""

    def read_tot_vraag(self) -> str:
        """Return what was shown until the program waits for an answer by lines."""
        self.kind.expect_exact("\r\n> ")
        self.alles += f"{self.kind.before}\n> "
        return str(self.kind.before)

    def write_regel(self, tekst: str) -> None:
        """Type a line."""
        self.kind.sendline(tekst)

    def write_toetsen(self, toetsen: str) -> None:
        """Type keys, all in one write."""
        self.kind.send(toetsen)

    def read_einde(self) -> list[str]:
        """Return every line that was ever shown, without colours, after the program ended by itself."""
        self.kind.expect(pexpect.EOF)
        self.kind.wait()
        assert self.kind.exitstatus == 0
        return _KLEUR.sub("", f"{self.alles}{self.kind.before}").split("\n")

    def read_even(self, seconden: float = 0.02) -> bool:
        """Take in what is shown now; False when the program is gone."""
        try:
            deel = self.kind.read_nonblocking(100_000, seconden)
        except pexpect.TIMEOUT:
            return True
        except pexpect.EOF:
            return False
        self.alles += deel
        if not self.regels:
            self._stroom.feed(_LOS.sub("", deel))
            self._getekend = None
        return True

    @property
    def beeld(self) -> list[str]:
        """The lines on the screen now; by lines all that was shown until now, as one."""
        if self.regels:
            return [render_zin(self.alles)]
        if self._getekend is None:
            self._getekend = list(self._scherm.display)
        return self._getekend

    def read_tot(self, klaar: Callable[[list[str]], bool]) -> None:
        """Wait until the screen shows what is waited for."""
        einde = time.monotonic() + GEDULD
        while not klaar(self.beeld):
            assert self.read_even(), f"the program is gone:\n{self.alles[-2000:]}"
            assert time.monotonic() < einde, "\n".join(regel.rstrip() for regel in self.beeld)

    def write_signaal(self, nummer: int) -> None:
        """Send a signal."""
        self.kind.kill(nummer)

    def close_venster(self) -> None:
        """Close the window: the terminal is gone, and the program is on its own."""
        proces: Any = self.kind
        proces.ptyproc.fileobj.close()
        proces.closed = proces.ptyproc.closed = True

    def read_afloop(self, *, lees: bool = True) -> int:
        """Return how a program that was stopped ended, as a shell tells it; without `lees` nobody reads its goodbye.

        It must be gone soon, with everything that it started.
        """
        einde = time.monotonic() + SNEL
        while self.kind.isalive():
            assert time.monotonic() < einde, "still there"
            if not lees or self.kind.closed or not self.read_even():
                time.sleep(0.005)
        while not self.kind.closed and self.read_even():
            pass
        with suppress(ProcessLookupError):
            os.killpg(int(self.kind.pid or 0), 0)
            raise AssertionError("left something behind")
        return _GESTOPT + self.kind.signalstatus if self.kind.signalstatus else int(self.kind.exitstatus or 0)

    def close(self) -> None:
        """Leave nothing running."""
        if self.kind.isalive():
            self.kind.kill(signal.SIGKILL)
        self.close_venster()
        while self.kind.isalive():
            time.sleep(0.005)


def read_standen(getoond: str) -> dict[str, bool]:
    """Return per mode of the terminal that was ever switched whether it is on, at the end of what was shown."""
    standen: dict[str, bool] = {}
    for namen, wat in _STAND.findall(getoond):
        standen.update(dict.fromkeys(namen.split(";"), wat == "h"))
    return standen


def list_achtergebleven(getoond: str) -> list[str]:
    """Return what a program left behind in the terminal: a hidden cursor, the other screen, mouse or paste reports."""
    standen = {"25": True, "7": True} | read_standen(getoond)
    aan = [naam for naam, staat in standen.items() if staat != (naam in {"25", "7"})]
    toetsen = _TOETSWIJZE.findall(getoond)
    return [*aan, *(["toetsen"] if toetsen.count(">") > toetsen.count("<") else [])]
