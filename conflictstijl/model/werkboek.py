"""A neutral workbook: sheets with one table each, without how they look."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

Cel = str | int | float | None
"""What a cell holds: text, a number, or nothing."""


class Grafiek(NamedTuple):
    """A bar chart of two columns of the sheet it stands on (indices), with the ends of its axis when these are known.

    The headers of the columns name the axes.
    """

    titel: str
    namen: int
    waarden: int
    bereik: tuple[float, float] | None = None


class Blad(NamedTuple):
    """One sheet: a title, what is said beforehand, a table, and a chart of it."""

    naam: str
    """The name on the tab; what a spreadsheet cannot have in it is left out."""
    titel: str
    koppen: tuple[str, ...]
    rijen: Iterable[Sequence[Cel]]
    """Each as long as `koppen`. May be an iterator: a million rows need not be in memory."""
    toelichting: tuple[str, ...] = ()
    """Paragraphs above the table."""
    decimalen: tuple[int, ...] = ()
    """Per column how many decimals a broken number shows; 1 for what is not named here."""
    grafiek: Grafiek | None = None


class Werkboek(NamedTuple):
    """A file with sheets."""

    titel: str
    bladen: tuple[Blad, ...]
    opmerking: str = ""
    """What the properties of the file say about it."""
