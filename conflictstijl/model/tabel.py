"""A table as people export it: rows of cells, where the answers stand in it, and what is said about a place."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from enum import StrEnum
from itertools import compress, islice
from typing import NamedTuple, Self

STAPEL = 256
"""Rows that go through the program together where they come one by one."""
GEEN_LETTER = "\x1f"
"""Stands for a blank cell in a column of single letters."""
_LEEG = re.compile(rf"[\s{GEEN_LETTER}]")


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


class Rijstapel:
    """Rows that go through the program together, each with its number: by row or by column, whichever is asked for.

    It is made of rows, or of columns that are all as long. A column in which no cell has more than one letter may be
    a text; a blank cell is `GEEN_LETTER` there.
    """

    def __init__(
        self, nummers: Sequence[int], rijen: Sequence[Sequence[str]] = (), kolommen: Sequence[Sequence[str]] = ()
    ) -> None:
        self.nummers = nummers
        self._rijen = rijen
        self._kolommen = kolommen

    @property
    def rijen(self) -> Sequence[Sequence[str]]:
        """The cells by row."""
        if not self._rijen:
            self._rijen = list(zip(*map(self.read_kolom, range(len(self._kolommen))), strict=True))
        return self._rijen

    def __iter__(self) -> Iterator[tuple[int, Sequence[str]]]:
        """Yield every row with its number."""
        return zip(self.nummers, self.rijen, strict=True)

    def read_rij(self, plaats: int) -> Sequence[str]:
        """Return a row by its index in the stack."""
        if not self._kolommen:
            return self._rijen[plaats]
        cellen = ((kolom[plaats], isinstance(kolom, str)) for kolom in self._kolommen)
        return [cel.strip(GEEN_LETTER) if letter else cel for cel, letter in cellen]

    def read_kolom(self, plaats: int) -> Sequence[str]:
        """Return a column; only of rows that reach that far."""
        letters = self.read_letters(plaats)
        if letters:
            return "\n".join(letters).replace(GEEN_LETTER, "").split("\n")
        return self._kolommen[plaats] if self._kolommen else [cellen[plaats] for cellen in self._rijen]

    def read_letters(self, plaats: int) -> str:
        """Return a column that is a text; empty where it is none."""
        kolom = self._kolommen[plaats] if self._kolommen else ()
        return kolom if isinstance(kolom, str) else ""

    def check_cel(self, plaats: int, tekst: str) -> bool:
        """Tell whether some cell of a column holds exactly this text."""
        letters = self.read_letters(plaats)
        return len(tekst) <= 1 and (tekst or GEEN_LETTER) in letters if letters else tekst in self.read_kolom(plaats)

    def read_lege(self, plaatsen: Sequence[int]) -> Sequence[int]:
        """Return the rows, by their index, in which none of some columns shows anything."""
        eerste, *verder = plaatsen
        leeg = set(self._read_blanco(eerste))
        for plaats in verder:
            # most rows have something in one of the first columns
            if not leeg:
                break
            leeg.intersection_update(self._read_blanco(plaats))
        return sorted(leeg)

    def _read_blanco(self, plaats: int) -> Sequence[int]:
        """Return the rows in which a column shows nothing."""
        letters = self.read_letters(plaats)
        if letters:
            return [gevonden.start() for gevonden in _LEEG.finditer(letters)]
        return [rij for rij, cel in enumerate(self.read_kolom(plaats)) if not cel or cel.isspace()]

    def build_zonder(self, weg: Collection[int]) -> "Rijstapel | None":
        """Return the stack without some rows, by their index; None when nothing is left."""
        houd = [rij not in weg for rij in range(len(self.nummers))]
        if not any(houd):
            return None
        kolommen = [
            "".join(compress(kolom, houd)) if isinstance(kolom, str) else list(compress(kolom, houd))
            for kolom in self._kolommen
        ]
        rijen = [] if kolommen else list(compress(self._rijen, houd))
        return Rijstapel(list(compress(self.nummers, houd)), rijen, kolommen)

    def read_afdrukken(self, plaatsen: Sequence[int]) -> list[int]:
        """Return a number for every row that rows share where their cells in some columns are the same."""
        kolommen = [
            self.read_letters(plaats) or [cel or GEEN_LETTER for cel in self.read_kolom(plaats)] for plaats in plaatsen
        ]
        return list(map(hash, zip(*kolommen, strict=True)))

    def read_breedtes(self) -> set[int]:
        """Return how many cells the rows have."""
        return {len(self._kolommen)} if self._kolommen else set(map(len, self._rijen))

    def check_gevuld(self) -> bool:
        """Tell whether there is something in every row."""
        if not self._kolommen:
            return all(map(any, self._rijen))
        # where a column is full, no row is blank
        vol = any(GEEN_LETTER not in kolom and all(kolom) for kolom in self._kolommen)
        return vol or all(any(self.read_rij(rij)) for rij in self.read_lege(range(len(self._kolommen))))


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
    read_vanaf: Callable[[int], Iterator[Rijstapel]] | None = None
    """A fresh pass over the rows after so many, in stacks, where that is faster than row by row."""

    def read_stapels(self, vanaf: int) -> Iterator[Rijstapel]:
        """Yield the rows after the first so many, in stacks."""
        if self.read_vanaf:
            return self.read_vanaf(vanaf)
        return build_rijstapels(islice(enumerate(self.read(), 1), vanaf, None))


def build_rijstapel(rijen: Sequence[tuple[int, Sequence[str]]]) -> Rijstapel | None:
    """Return the stack of numbered rows; None of no rows."""
    return Rijstapel(*zip(*rijen, strict=True)) if rijen else None


def build_rijstapels(rijen: Iterable[tuple[int, Sequence[str]]]) -> Iterator[Rijstapel]:
    """Yield numbered rows in stacks, of which only the last may be a smaller one."""
    rest = iter(rijen)
    while stapel := list(islice(rest, STAPEL)):
        yield Rijstapel(*zip(*stapel, strict=True))


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
