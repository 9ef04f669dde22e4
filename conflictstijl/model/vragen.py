"""What is asked: statements and questions with options, their keys, and the questions around them."""

from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from conflictstijl.fouten import Plek
from conflictstijl.model.antwoorden import NVT, Antwoord

LETTERS = "abcdefghijkl"
"""The names of options on screen and in answer sheets, in the order of the file."""


class Vorm(StrEnum):
    """How an item is answered: on an answer scale, or with one of four ways to weigh its options."""

    STELLINGEN = "stellingen"
    KIES = "kies"
    UITERSTEN = "beste_en_slechtste"
    RANGSCHIK = "rangschik"
    VERDEEL = "verdeel"


class Sleuteldeel(NamedTuple):
    """One part of a key: the scale an answer counts in, with weight and direction."""

    schaal: str
    gewicht: Fraction = Fraction(1)
    omgekeerd: bool = False


Sleutel = tuple[Sleuteldeel, ...]
"""The key of a statement; an empty key means shown but not scored."""


class Antwoordpunt(NamedTuple):
    """One answer: its value and the label the respondent sees (may be empty between two labelled points)."""

    waarde: int
    label: str


@dataclass(frozen=True, slots=True)
class Antwoordschaal:
    """The answers of a questionnaire in ascending order, with an optional `nvt` label (does not apply)."""

    punten: tuple[Antwoordpunt, ...]
    nvt: str | None = None

    @property
    def laagste(self) -> int:
        """Lowest declared value."""
        return self.punten[0].waarde

    @property
    def hoogste(self) -> int:
        """Highest declared value."""
        return self.punten[-1].waarde

    @property
    def bereik(self) -> int:
        """Distance between the highest and the lowest value."""
        return self.hoogste - self.laagste


class Voorwaarde(NamedTuple):
    """When something is asked: an earlier question has one of these answers."""

    vraag: str
    antwoorden: tuple[Antwoord, ...]


@dataclass(frozen=True, slots=True)
class Stelling:
    """A statement answered on an answer scale. All its conditions (`als`) must hold before it is asked."""

    id: str
    tekst: str
    sleutel: Sleutel
    antwoorden: Antwoordschaal
    plek: Plek = field(compare=False)
    als: tuple[Voorwaarde, ...] = ()
    onderdeel: str = ""
    erbij: bool = False
    """True for an item that a deepening list added."""


@dataclass(frozen=True, slots=True)
class Optie:
    """One of the texts to choose from, with the scales its points count in."""

    tekst: str
    sleutel: Sleutel
    plek: Plek = field(compare=False)


@dataclass(frozen=True, slots=True)
class Keuze:
    """A question with options. Its answer is an index (`kies`) or a row of numbers, as `vorm` tells.

    `kies`: index of the chosen option. `beste_en_slechtste`: indices of the best and the worst.
    `rangschik`: all indices, first place first. `verdeel`: points per option, together `totaal`.
    """

    id: str
    opties: tuple[Optie, ...]
    plek: Plek = field(compare=False)
    vorm: Vorm = Vorm.KIES
    casus: str = ""
    vraag: str = ""
    totaal: int = 0
    toelichting: str = ""
    kenmerken: tuple[tuple[str, str], ...] = ()
    """Levels of situation factors: what makes the case as it is."""
    als: tuple[Voorwaarde, ...] = ()
    onderdeel: str = ""
    erbij: bool = False

    @property
    def schalen(self) -> tuple[str, ...]:
        """The first scale of every option, empty for an option that counts nowhere."""
        return tuple(optie.sleutel[0].schaal if optie.sleutel else "" for optie in self.opties)

    @property
    def reeks(self) -> tuple[int, ...]:
        """The most unequal points that an answer can give to the options, from high to low."""
        aantal = len(self.opties)
        match self.vorm:
            case Vorm.UITERSTEN:
                return (1, *(0,) * (aantal - 2), -1)
            case Vorm.RANGSCHIK:
                return tuple(range(aantal, 0, -1))
            case Vorm.VERDEEL:
                return (self.totaal, *(0,) * (aantal - 1))
            case _:
                return (1, *(0,) * (aantal - 1))


Item = Stelling | Keuze
"""What is scored: one question of a questionnaire, of any form."""


class Achtergrondvraag(NamedTuple):
    """A question about the respondent; the answer is the index of a label."""

    id: str
    tekst: str
    antwoorden: tuple[str, ...]
    als: tuple[Voorwaarde, ...] = ()


class OpenVraag(NamedTuple):
    """A question answered in own words."""

    id: str
    tekst: str
    als: tuple[Voorwaarde, ...] = ()


Vraag = Item | Achtergrondvraag | OpenVraag
"""Everything that is asked and kept, in whatever form."""


def check_antwoord(antwoord: Antwoord, vraag: Vraag) -> bool:
    """Return True when an answer is a possible one to a question; left open always is."""
    if antwoord is None or antwoord is NVT:
        return antwoord is None or _check_nvt(vraag)
    match vraag, antwoord:
        case OpenVraag(), str():
            return True
        case Achtergrondvraag(antwoorden=labels), int():
            return 0 <= antwoord < len(labels)
        case Stelling(antwoorden=schaal), int():
            return antwoord in {punt.waarde for punt in schaal.punten}
        case Keuze(), _:
            return _check_keuze(antwoord, vraag)
        case _:
            return False


def _check_nvt(vraag: Vraag) -> bool:
    return isinstance(vraag, Stelling | Keuze)


def _check_keuze(antwoord: Antwoord, keuze: Keuze) -> bool:
    opties = range(len(keuze.opties))
    if not isinstance(antwoord, tuple):
        return keuze.vorm is Vorm.KIES and antwoord in opties
    match keuze.vorm:
        case Vorm.UITERSTEN:
            return len(set(antwoord)) == len(antwoord) == len(("beste", "slechtste")) and set(antwoord) <= set(opties)
        case Vorm.RANGSCHIK:
            return sorted(antwoord) == list(opties)
        case Vorm.VERDEEL:
            return len(antwoord) == len(opties) and sum(antwoord) == keuze.totaal and min(antwoord) >= 0
        case _:
            return False
