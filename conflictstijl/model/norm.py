"""A norm group: what a named group of people scored, to hold one person's score against."""

from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

MEESTE_DECIMALEN = 6
"""Decimals in which scores are compared at the finest: beyond these programs write thirds in several ways."""


class Betrouwbaarheidssoort(StrEnum):
    """What a reliability rests on: the same people twice, or how far the statements of a scale go together."""

    HERTEST = "hertest"
    ALFA = "alfa"


class Betrouwbaarheid(NamedTuple):
    """How reliable the scores of a norm group are: a correlation between 0 and 1 per scale id."""

    soort: Betrouwbaarheidssoort
    waarden: dict[str, Fraction]


class Normgroep(NamedTuple):
    """A named norm group: who they were, and per scale how many of them had which score."""

    naam: str
    n: int
    jaar: int
    bron: str
    populatie: str
    tabel: dict[str, tuple[tuple[Fraction, int], ...]]
    """Per scale id: pairs of a score and the number of people who had it, from low to high."""
    decimalen: int = MEESTE_DECIMALEN
    """Decimals with which these scores were written."""
    betrouwbaarheid: Betrouwbaarheid | None = None
    """What a second result of the same person can be held against; None when nobody looked."""
    klassen: bool = False
    """True when a score stands for all from above the one before it: people are counted per class of scores."""
    spreiding: dict[str, Fraction] | None = None
    """Standard deviation per scale id, where the table is too coarse to take it from; None when it is not."""

    @property
    def met_marge(self) -> bool:
        """True when its spread and its reliability give the margin around a score."""
        return self.spreiding is not None and self.betrouwbaarheid is not None


class Normbestand(NamedTuple):
    """A norm group in a file of its own, made from the answers to one questionnaire."""

    id: str
    vragenlijst: str
    """`Vragenlijst.volledige_id` of the questionnaire that these people filled in."""
    versie: str
    """The version of that questionnaire."""
    normen: Normgroep
