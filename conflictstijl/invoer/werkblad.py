"""A workbook, whatever program made it: its sheets, and their rows when asked for."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from conflictstijl.invoer.raster import Rij


class Werkblad(NamedTuple):
    """One sheet with cells."""

    naam: str
    verborgen: bool = False
    deel: str = ""
    """The part of the file that holds it, where each sheet has its own."""


class Werkboek(NamedTuple):
    """The sheets in their order, and what reads the rows of some of them."""

    bladen: tuple[Werkblad, ...]
    read: Callable[[Sequence[Werkblad]], list[list[Rij]]]
