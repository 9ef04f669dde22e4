"""A table as people export it: rows of cells, where the answers stand in it, and what is said about a place."""

from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple, Self


class Celsoort(StrEnum):
    """What a cell of a workbook is when it is neither text nor a number."""

    DATUM = "datum"
    FORMULE = "formule"
    JA_NEE = "ja_nee"
    FOUT = "fout"
    SAMENGEVOEGD = "samengevoegd"


class Bijzonder(str):
    """A cell of a workbook that is neither text nor a number: what it shows, and what it is."""

    __slots__ = ("soort",)
    soort: Celsoort

    def __new__(cls, tekst: str, soort: Celsoort) -> Self:
        """Return such a cell."""
        cel = super().__new__(cls, tekst)
        cel.soort = soort
        return cel


class Invoermelding(NamedTuple):
    """What a user is told about a place in a group file, and what follows from it for the scores."""

    bestand: str
    rij: int
    """Row as a spreadsheet counts them, headers included; 0 for the file as a whole."""
    kolom: str
    """The header, or the id of the question; may be empty."""
    cel: str
    """`H38` in a workbook, else empty."""
    soort: str
    """A code to count by: `onbekend-antwoord`."""
    wat: str
    gevolg: str = ""
    """`leeg`, `overgeslagen`, `laatste telt`; empty when nothing follows."""


class Tabel(NamedTuple):
    """One table of a group file."""

    bestand: str
    blad: str
    """Sheet of a workbook, else empty."""
    read: Callable[[], Iterator[Sequence[str]]]
    """A fresh pass over all rows, each a row of cells; row 1 of the file first, a blank row is empty."""
    werkboek: bool = False
    """Places are cells (`H38`)."""
    meldingen: tuple[Invoermelding, ...] = ()
    """What had to be assumed to read it: an encoding, a separator."""


class Indeling(StrEnum):
    """How a table lies: a person per row, a person per column, or an answer per row."""

    GEWOON = "gewoon"
    GEKANTELD = "gekanteld"
    LANG = "lang"


class Kolom(NamedTuple):
    """A column that was recognised as a question."""

    vraag: str
    """Id of the question."""
    plaats: int
    """Index of the column (of the row when transposed), from 0; in a long table the index of the question."""
    kop: str
    hoe: str
    """How it was recognised, in Dutch: `code`, `tekst`, `nummer`, `lijkt op`."""


class Kolommenkaart(NamedTuple):
    """Which column holds which question, and what the others are."""

    indeling: Indeling
    koprij: int
    """Number of the row (column when transposed) with the headers, from 1."""
    kolommen: tuple[Kolom, ...]
    """In the order of the questionnaire's questions; a question that is not in the table is not here."""
    sleutel: int | None = None
    """Index of the column that tells people apart; None when there is none."""
    persoonlijk: tuple[int, ...] = ()
    """Columns with names, e-mail and network addresses: never kept unless asked for."""
    overig: tuple[tuple[int, str], ...] = ()
    """The other columns, with their headers: what a group can be split by."""
    meldingen: tuple[Invoermelding, ...] = ()
    """What was recognised by likeness only."""
