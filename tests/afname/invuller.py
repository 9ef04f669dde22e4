"""A person who only sees the screen: reads a question, looks for the meant answer there, and types it."""

import re
from collections.abc import Mapping
from io import StringIO
from typing import TextIO, cast

from conflictstijl.afname.gesprek import Gesprek
from conflictstijl.model.antwoorden import NVT, Antwoord
from conflictstijl.model.vragen import Achtergrondvraag, Keuze, OpenVraag, Stelling, Vorm, Vraag
from conflictstijl.model.vragenlijst import Vragenlijst

_NUMMER = re.compile(r"Vraag (\d+) van (\d+)")
_OPTIE = re.compile(r"  ([a-l])\) (.*)")
_LABEL = re.compile(r"  (?:(\d+)\. )?(.*)")
BREED = 100_000
"""So wide that no line is wrapped."""


def read_blok(scherm: str) -> list[str]:
    """Return the lines of the question that the screen shows last, without its number."""
    return scherm.rpartition("\nVraag ")[2].split("\n")[1:]


def read_opties(blok: list[str]) -> dict[str, str]:
    """Return the letter on the screen of every option, by its text."""
    return {treffer[2]: treffer[1] for regel in blok if (treffer := _OPTIE.fullmatch(regel))}


def spell_antwoord(antwoord: Antwoord, vraag: Vraag, blok: list[str]) -> str:
    """Return what someone types who means this answer and sees these lines."""
    if antwoord is None or antwoord is NVT:
        return "overslaan" if antwoord is None else "nvt"
    match vraag:
        case Achtergrondvraag(antwoorden=namen):
            labels = {treffer[2]: treffer[1] for regel in blok[1:] if (treffer := _LABEL.fullmatch(regel))}
            assert isinstance(antwoord, int)
            return labels[namen[antwoord]] or namen[antwoord]
        case Keuze():
            return _spell_keuze(antwoord, vraag, read_opties(blok))
        case Stelling() | OpenVraag():
            return str(antwoord)


def _spell_keuze(antwoord: Antwoord, keuze: Keuze, letters: Mapping[str, str]) -> str:
    per_optie = [letters[optie.tekst] for optie in keuze.opties]
    if isinstance(antwoord, int):
        return per_optie[antwoord]
    assert isinstance(antwoord, tuple)
    if keuze.vorm is Vorm.VERDEEL:
        punten = dict(zip(per_optie, antwoord, strict=True))
        return " ".join(str(punten[letter]) for letter in sorted(punten))
    return " ".join(per_optie[plaats] for plaats in antwoord)


class Invuller:
    """The keyboard of someone who means these answers (one per question); Enter where no question is shown."""

    def __init__(self, lijst: Vragenlijst, bedoeld: tuple[Antwoord, ...], *, mens: bool = True) -> None:
        self.bedoeld = dict(zip(lijst.vragen, bedoeld, strict=True))
        self._namen = {onderdeel.id: onderdeel.naam for onderdeel in lijst.onderdelen}
        self.gesprek = Gesprek(cast("TextIO", self), StringIO(), BREED, mens)
        self.gezien: list[str] = []
        """The ids of the questions that were shown, in order."""
        self.nummers: list[tuple[int, int]] = []
        """Their numbers, and how many there were to be."""
        self.getypt: list[str] = []

    def read_scherm(self) -> str:
        scherm = self.gesprek.scherm
        assert isinstance(scherm, StringIO)
        return scherm.getvalue()

    def isatty(self) -> bool:
        """Return that there is no terminal to wait for."""
        return False

    def readline(self, _size: int = -1, /) -> str:
        """Return what is typed at the question on the screen."""
        blok = read_blok(self.read_scherm())
        vraag = self._find(blok)
        woord = "" if vraag is None else spell_antwoord(self.bedoeld[vraag], vraag, blok)
        self.getypt.append(woord)
        return f"{woord}\n"

    def _find(self, blok: list[str]) -> Vraag | None:
        if any(regel.startswith(("Dit zijn je antwoorden", "Je hebt", "Even oefenen")) for regel in blok):
            return None
        vraag = next(v for v in self.bedoeld if _check_getoond(v, blok) and self._check_deel(v))
        nummer, aantal = _NUMMER.findall(self.read_scherm())[-1]
        self.gezien.append(vraag.id)
        self.nummers.append((int(nummer), int(aantal)))
        return vraag

    def _check_deel(self, vraag: Vraag) -> bool:
        """Tell whether a question stands in the part whose name was shown last, or in none."""
        deel = vraag.onderdeel if isinstance(vraag, Stelling | Keuze) else ""
        namen = "|".join(map(re.escape, self._namen.values()))
        koppen = re.findall(rf"^(?:Deel \d+ van \d+: )?({namen})\.?$", self.read_scherm(), re.MULTILINE)
        return not deel or self._namen[deel] == koppen[-1]


def _check_getoond(vraag: Vraag, blok: list[str]) -> bool:
    if isinstance(vraag, Keuze):
        return {optie.tekst for optie in vraag.opties} == set(read_opties(blok))
    return vraag.tekst in blok
