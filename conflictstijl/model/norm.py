"""A norm group: what a named group of people scored, to hold one person's score against."""

from fractions import Fraction
from typing import NamedTuple

MEESTE_DECIMALEN = 6
"""Decimals in which scores are compared at the finest: beyond these programs write thirds in several ways."""


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
