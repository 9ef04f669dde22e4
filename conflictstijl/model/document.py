"""A neutral document: what a report says, without how it looks."""

from typing import NamedTuple


class Kop(NamedTuple):
    """A heading; level 1 is the title, 2 a main part, 3 a part of it. `nieuw` when a page begins at it."""

    tekst: str
    niveau: int = 2
    nieuw: bool = False


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


class Bundel(NamedTuple):
    """A number of bars that follow each other and lie to the rest in the same way, with the word for that."""

    aantal: int
    woord: str


class Staven(NamedTuple):
    """A bar chart with one axis; `schaal` tells in words what the ends mean."""

    staven: tuple[Staaf, ...]
    laagste: float
    hoogste: float
    schaal: str
    wiens: str = "je"
    """Whose scores these are, as a word before `score`."""
    bundels: tuple[Bundel, ...] = ()
    """From the first bar on; empty where nothing can be told about differences. The text beside says the same."""


class Tabel(NamedTuple):
    """A table of short texts; the first cell of a row names it."""

    koppen: tuple[str, ...]
    rijen: tuple[tuple[str, ...], ...]


class Schrijfruimte(NamedTuple):
    """Room to write by hand."""

    regels: int


Woordblok = Kop | Alinea | Opsomming | Staven | Tabel | Schrijfruimte
"""What every output can show."""


class Merk(NamedTuple):
    """A style on a grid: its place, its score with what that means, and how it lies to the rest."""

    naam: str
    plek: tuple[int, int]
    """On both axes: 0 low, 1 middle, 2 high."""
    getal: str
    betekenis: str
    grootte: float
    """From 0 to 1; the same for styles that differ too little to tell apart."""
    kant: int = 0
    """1 when it is clearly used more than the rest, -1 when less."""
    woord: str = ""
    """What stands out, empty for the rest."""


class Stijlenvlak(NamedTuple):
    """The styles on two axes; the size of a mark tells how often one is used."""

    merken: tuple[Merk, ...]
    assen: tuple[str, str]
    uitleg: str
    in_woorden: tuple[Woordblok, ...] = ()


class Punt(NamedTuple):
    """One value of a row, with its margin and what stands out about it."""

    waarde: float | None
    getal: str
    woord: str = ""
    ondergrens: float | None = None
    bovengrens: float | None = None


class Puntenrij(NamedTuple):
    """One scale with a value for each series, and for two of them what the difference is worth."""

    naam: str
    punten: tuple[Punt, ...]
    woord: str = ""
    duidelijk: bool = False


class Puntenbeeld(NamedTuple):
    """The same scales in several series side by side, on one axis; `schaal` tells what its ends mean."""

    reeksen: tuple[str, ...]
    rijen: tuple[Puntenrij, ...]
    laagste: float
    hoogste: float
    schaal: str
    in_woorden: tuple[Woordblok, ...] = ()


class Vraagrij(NamedTuple):
    """A style: the points that a situation gives it, and what somebody says to do."""

    naam: str
    punten: int
    gevraagd: bool
    """True for the styles that fit best."""
    gebruik: str
    """The word for how often: `soms`; empty when it is not known."""
    kant: int = 0
    """1 when it is clearly used more than the rest, -1 when less."""
    woord: str = ""


class Vraagbeeld(NamedTuple):
    """What a situation asks beside what somebody says to do."""

    rijen: tuple[Vraagrij, ...]
    uitleg: str
    in_woorden: tuple[Woordblok, ...] = ()


Beeld = Stijlenvlak | Puntenbeeld | Vraagbeeld
"""A picture: its words hold the same facts, and stand in for it where nothing can be drawn."""
Blok = Woordblok | Beeld


class Document(NamedTuple):
    """A report as a row of blocks; the first one is its title."""

    blokken: tuple[Blok, ...]

    @property
    def in_woorden(self) -> tuple[Woordblok, ...]:
        """The blocks with the words of each picture in its place."""
        delen = (blok.in_woorden if isinstance(blok, Beeld) else (blok,) for blok in self.blokken)
        return tuple(blok for deel in delen for blok in deel)
