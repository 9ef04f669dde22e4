"""Talking by lines: writing wrapped lines, reading one line, asking yes or no."""

import re
import textwrap
from dataclasses import dataclass, field
from typing import TextIO

from conflictstijl.afname.terminalstaat import read_getypt
from conflictstijl.fouten import GebruikFout
from conflictstijl.tekst import clean_tekst, fold_tekst, parse_geheel

JA = {"ja", "j"}
NEE = {"nee", "n"}
STOP = {"stop", "quit"}
"""What a person types to stop, wherever something is asked."""
TERUG = {"terug", "vorige"}
HULP = {"?", "help", "hulp"}
_GETOOND = 40
_LANGSTE_REGEL = 4000
_BEGIN = re.compile(r" *(?:(?<= )(?:[a-z]\)|[0-9]+\.) )?")
"""The indent of a line, with the letter or number of a choice that stands there."""


@dataclass(slots=True)
class Gesprek:
    """Two streams and who is at the other end: a person (`mens`), or a program through a pipe."""

    invoer: TextIO
    scherm: TextIO
    breedte: int
    mens: bool
    regelnummer: int = field(default=0, init=False)

    def write_regel(self, tekst: str) -> None:
        """Write a text, wrapped to the width; its indent is kept on every line, past the letter of a choice."""
        begin = _BEGIN.match(tekst)
        inspringing = begin[0] if begin else ""
        rest = tekst[len(inspringing) :].strip()
        for regel in textwrap.wrap(rest, self.breedte - len(inspringing)) or [""]:
            self.scherm.write(f"{inspringing}{regel}\n")
            inspringing = " " * len(inspringing)

    def write_alinea(self, tekst: str) -> None:
        """Write an empty line and then a text."""
        self.write_regel("")
        self.write_regel(tekst)

    def read_regel(self) -> str:
        """Return the next line without its end; raises EOFError when there is no more."""
        if self.mens:
            self.scherm.write("> ")
        self.scherm.flush()
        regel = read_getypt(self.invoer, _LANGSTE_REGEL)
        if not regel:
            raise EOFError
        self.regelnummer += 1
        if len(regel) == _LANGSTE_REGEL:
            raise GebruikFout(f"regel {self.regelnummer} is te lang om een antwoord te zijn")
        return regel.rstrip("\r\n")

    def ask_ja_nee(self, vraag: str) -> bool:
        """Ask until the answer is yes or no; raises EOFError when the input ends or the user stops."""
        while True:
            self.write_alinea(f"{vraag} (ja of nee)")
            woord = fold_tekst(self.read_regel())
            if woord in STOP:
                raise EOFError
            if woord in JA | NEE:
                return woord in JA

    def parse_keuze(self, invoer: str, aantal: int, wat: str = "keuze") -> int | None:
        """Return the place (from 0) of a choice typed by its number; None after saying that it is none."""
        nummer = parse_geheel(fold_tekst(invoer).rstrip("."))
        if nummer is not None and 1 <= nummer <= aantal:
            return nummer - 1
        self.write_fout(invoer, wat, f"kies een nummer van 1 tot en met {aantal}")
        return None

    def write_fout(self, gegeven: str, wat: str, hint: str, anders: str = "") -> None:
        """Tell a person what is wrong and what else can be typed (`anders`).

        A pipe gets GebruikFout, or a script would go on with shifted answers.
        """
        getoond = clean_tekst(gegeven, _GETOOND)
        if not self.mens:
            raise GebruikFout(f"regel {self.regelnummer}: '{getoond}' is geen {wat}; {hint}")
        einde = "" if hint.endswith("?") else "."
        fout = f"'{getoond}' is geen {wat}; {hint}{einde}" if getoond else f"Typ je {wat}: {hint}{einde}"
        self.write_regel(f"{fout} {anders}".strip())
