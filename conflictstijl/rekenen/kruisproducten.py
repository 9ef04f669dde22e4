"""Sums of products of answers, pair by pair: all that covariances and correlations need of a group.

Everything is a whole number, so the order of rows cannot matter and parts of a group add up to the whole. Rows are
kept for a block at a time: the answers of a block become one long number per value of a question, a bit for each row.
How many people gave both of two answers is then the number of bits that two such numbers have in common.
"""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from itertools import combinations_with_replacement
from math import sqrt
from typing import NamedTuple, Self

_BLOK = 4096
"""Rows to a block: fewer cost more counting per row, more cost memory."""
_OPEN = 255
"""The code of a cell without an answer; so many different answers to one question cannot be told apart."""
_BITS = [bytes(48 + (code == eigen) for code in range(256)) for eigen in range(_OPEN)]
"""Per code the table that turns it into the digit 1 and all others into 0."""

Rij = Sequence[int | None]
"""The answers of one person, None where there is none."""


class Paar(NamedTuple):
    """What two columns add up to over the rows that have both: number, sums, sums of squares and of products."""

    n: int = 0
    x: int = 0
    y: int = 0
    xx: int = 0
    yy: int = 0
    xy: int = 0

    @property
    def covariantie(self) -> Fraction:
        """(S(xy) - S(x) S(y) / n) / (n - 1); ZeroDivisionError below two rows. R: ``cov(x, y, use = "pairwise")``."""
        return Fraction(self.n * self.xy - self.x * self.y, self.n * (self.n - 1))

    @property
    def correlatie(self) -> float | None:
        """The covariance over both spreads; None when one of the columns is constant or has fewer than two rows.

        R: ``cor(x, y, use = "pairwise")``.
        """
        spreiding = (self.n * self.xx - self.x**2) * (self.n * self.yy - self.y**2)
        samen = self.n * self.xy - self.x * self.y
        return samen / sqrt(spreiding) if spreiding else None

    def swap(self) -> "Paar":
        """Return the same with the columns exchanged."""
        return Paar(self.n, self.y, self.x, self.yy, self.xx, self.xy)


class Kruisproducten:
    """The sums of every pair of columns of a table with gaps, filled row by row; two halves add up to the whole."""

    def __init__(self, kolommen: int) -> None:
        self._paren = dict.fromkeys(combinations_with_replacement(range(kolommen), 2), Paar())
        self._blok: list[Rij] = []

    def add(self, rij: Rij) -> None:
        """Add the answers of one person."""
        self._blok.append(rij)
        if len(self._blok) >= _BLOK:
            self._count_blok()

    def extend(self, ander: Self) -> None:
        """Add all that another one with the same columns counted."""
        self._add_paren(ander.read_paren().items())

    def read_paar(self, een: int, ander: int) -> Paar:
        """Return the sums of two columns, given by their index."""
        paren = self.read_paren()
        return paren[een, ander] if een <= ander else paren[ander, een].swap()

    def read_paren(self) -> Mapping[tuple[int, int], Paar]:
        """Return the sums of every pair of columns, the lower index first."""
        self._count_blok()
        return self._paren

    def _count_blok(self) -> None:
        if self._blok:
            kolommen = list(map(_build_bits, zip(*self._blok, strict=True)))
            self._add_paren((plaats, _count_paar(kolommen[plaats[0]], kolommen[plaats[1]])) for plaats in self._paren)
            self._blok.clear()

    def _add_paren(self, erbij: Iterable[tuple[tuple[int, int], Paar]]) -> None:
        self._paren |= {plaats: _build_som(self._paren[plaats], paar) for plaats, paar in erbij}


def _build_bits(kolom: Sequence[int | None]) -> dict[int, int]:
    """Return per answer a number with a bit for each row that has it."""
    waarden = [waarde for waarde in set(kolom) if waarde is not None]
    nummers: dict[int | None, int] = {waarde: nummer for nummer, waarde in enumerate(waarden)}
    codes = bytes(nummers.get(waarde, _OPEN) for waarde in kolom)
    return {waarde: int(codes.translate(_BITS[nummer]), 2) for nummer, waarde in enumerate(waarden)}


def _count_paar(een: dict[int, int], ander: dict[int, int]) -> Paar:
    samen = [(x, y, (rijen & andere).bit_count()) for x, rijen in een.items() for y, andere in ander.items()]
    return Paar(
        n=sum(n for _, _, n in samen),
        x=sum(n * x for x, _, n in samen),
        y=sum(n * y for _, y, n in samen),
        xx=sum(n * x * x for x, _, n in samen),
        yy=sum(n * y * y for _, y, n in samen),
        xy=sum(n * x * y for x, y, n in samen),
    )


def _build_som(een: Paar, ander: Paar) -> Paar:
    return Paar(*map(int.__add__, een, ander))
