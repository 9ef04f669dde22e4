"""A neutral document: what a report says, without how it looks."""

from typing import NamedTuple


class Kop(NamedTuple):
    """A heading; level 1 is the title, 2 a main part, 3 a part of it."""

    tekst: str
    niveau: int = 2


class Alinea(NamedTuple):
    """A paragraph of running text."""

    tekst: str


class Opsomming(NamedTuple):
    """A list of short texts; `genummerd` when their order matters."""

    delen: tuple[str, ...]
    genummerd: bool = False


class Staaf(NamedTuple):
    """One bar: a name, its value with what it means, and the interval that belongs to it."""

    naam: str
    waarde: float | None
    getal: str
    """The value as text, ready to read: `3,2` or `7 van 12`."""
    woord: str
    """What the value means in words, or why there is none."""
    ondergrens: float | None = None
    bovengrens: float | None = None


class Staven(NamedTuple):
    """A bar chart with one axis; `schaal` tells in words what the ends mean."""

    staven: tuple[Staaf, ...]
    laagste: float
    hoogste: float
    schaal: str
    wiens: str = "je"
    """Whose scores these are, as a word before `score`."""


class Tabel(NamedTuple):
    """A table of short texts; the first cell of a row names it."""

    koppen: tuple[str, ...]
    rijen: tuple[tuple[str, ...], ...]


Blok = Kop | Alinea | Opsomming | Staven | Tabel


class Document(NamedTuple):
    """A report as a row of blocks; the first one is its title."""

    blokken: tuple[Blok, ...]
