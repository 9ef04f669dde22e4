"""An answer in the making on the full screen: what lines show, and what a key or a click does to them.

Nothing here knows a screen. A form is a row of lines to choose from; places are indices in `regels`.
"""

from collections.abc import Sequence
from typing import NamedTuple

from conflictstijl.model.antwoorden import Antwoord
from conflictstijl.model.vragen import LETTERS

GEEN = -1
"""No place: whoever presses Enter too soon has chosen nothing."""
CIJFERS = "123456789"
"""The keys of the first lines."""
_LEEG, _VOL = "○", "●"
TIEN = 10
"""What a digit behind others makes of them."""


class Invoerregel(NamedTuple):
    """One line to choose: the key that does it, a sign that tells how it stands, and its text."""

    toets: str
    teken: str
    tekst: str


class Invoer:
    """A form in which one choice is the whole answer; the others build on it.

    `toetsen` has per line its key; `antwoord` is what stands now, None while that is not an answer yet.
    """

    uitleg = "Typ het cijfer of de letter. Pijlen en Enter werken ook."
    wijzer = 0
    """The place to begin at; `GEEN` where nothing may be chosen by accident."""
    los = ""
    """The key that stands apart from the others: does not apply."""

    def __init__(
        self, teksten: Sequence[str], toetsen: Sequence[str], antwoorden: Sequence[Antwoord], *, vraag: bool = False
    ) -> None:
        self._tekens = (_LEEG, _VOL) if vraag else ("", "")
        if vraag:
            self.wijzer = GEEN
        self.teksten = list(teksten)
        self.toetsen = list(toetsen)
        self.antwoord: Antwoord = None
        self._antwoorden = list(antwoorden)

    def resume_antwoord(self, antwoord: Antwoord) -> None:
        """Show an answer that was given before."""
        self.antwoord = antwoord
        if antwoord in self._antwoorden:
            self.wijzer = self._antwoorden.index(antwoord)

    @property
    def stand(self) -> str:
        """What still has to be done, in one sentence; empty where the lines say it."""
        return ""

    @property
    def hoe(self) -> str:
        """How to answer, in one sentence, for who did something else."""
        gewoon = [toets for toets in self.toetsen if toets not in {"", self.los}]
        of = f", of {self.los}" if self.los else ""
        return f"Kies eerst een antwoord: typ {gewoon[0]} tot en met {gewoon[-1]}{of}."

    @property
    def regels(self) -> list[Invoerregel]:
        """The lines as they stand now."""
        paren = zip(self.toetsen, self._antwoorden, self.teksten, strict=True)
        return [
            Invoerregel(toets, self._tekens[self.antwoord is not None and self.antwoord == waarde], tekst)
            for toets, waarde, tekst in paren
        ]

    def write_keuze(self, plaats: int) -> bool:
        """Choose a line; True when that finishes the answer."""
        self.antwoord = self._antwoorden[plaats]
        return True

    def write_toets(self, toets: str, plaats: int) -> tuple[int, bool] | None:
        """Take a key at a place; return the new place and whether the answer is finished, None for another key."""
        del plaats
        if toets not in self.toetsen:
            return None
        gekozen = self.toetsen.index(toets)
        return gekozen, self.write_keuze(gekozen)

    def write_stap(self, plaats: int, stap: int) -> int:
        """Move up or down from a place; return the new place."""
        return min(max(plaats + stap, 0), len(self.regels) - 1)


class Nummerinvoer(Invoer):
    """Numbered lines below a first one: a number, typed digit by digit, goes to its line; Enter chooses."""

    def __init__(self, eerste: str, teksten: Sequence[str]) -> None:
        nummers = range(1, len(teksten) + 1)
        breedte = len(str(len(teksten)))
        toetsen = [" " * (breedte + 1), *(f"{nummer:>{breedte}}." for nummer in nummers)]
        super().__init__([eerste, *teksten], toetsen, [0, *nummers])
        self._getypt = 0

    def write_toets(self, toets: str, plaats: int) -> tuple[int, bool] | None:
        """Take a digit behind the ones before it; where that is no line, a number begins anew."""
        del plaats
        if len(toets) != 1 or toets not in f"0{CIJFERS}":
            self._getypt = 0
            return None
        self._getypt = self._getypt * TIEN + int(toets)
        if self._getypt >= len(self.teksten):
            self._getypt = int(toets)
        return (self._getypt, False) if self._getypt < len(self.teksten) else None


def build_keuzes(keuzes: Sequence[str]) -> Invoer:
    """Return lines to choose one from."""
    return Invoer(keuzes, build_toetsen(len(keuzes)), range(len(keuzes)))


def build_toetsen(aantal: int) -> list[str]:
    """Return a key per line, as long as there are keys: the rest is chosen with the arrows."""
    return [*CIJFERS, *LETTERS, *[""] * aantal][:aantal]
