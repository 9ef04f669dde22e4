"""The nodes of a YAML text, each with its place; all values are still text."""

from typing import NamedTuple

from conflictstijl.fouten import Plek


class Tekst(NamedTuple):
    """A scalar: its text, its place, and whether it stood without quotes (`kaal`)."""

    waarde: str
    plek: Plek
    kaal: bool = True
    afgekapt: bool = False
    """True when a comment follows on the same line: perhaps the author meant the `#` as text."""


class Lijst(NamedTuple):
    """A sequence of nodes."""

    plek: Plek
    delen: list["Knoop"]


class Kaart(NamedTuple):
    """A mapping in the order of the file; the reader of the mapping checks for double keys."""

    plek: Plek
    paren: list[tuple[Tekst, "Knoop"]]


Knoop = Tekst | Lijst | Kaart
