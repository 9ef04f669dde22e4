"""Organisations beside each other: what each says, and how far they lie apart."""

from collections.abc import Mapping
from fractions import Fraction
from math import sqrt
from typing import NamedTuple

KLEINSTE_SAMENWERKING = 2
"""Fewest organisations that can lie apart."""
MEESTE_ORGANISATIES = 50
"""With more rows than this they are people, whatever the questionnaire says."""


class Uitschieter(NamedTuple):
    """What one organisation answered highest and lowest in a scale: statements, each with the label of the answer.

    Both are empty when all its answers count the same.
    """

    hoog: tuple[tuple[str, str], ...] = ()
    laag: tuple[tuple[str, str], ...] = ()


class Organisatie(NamedTuple):
    """One sheet: how the organisation is called here, its exact scores and what it answered highest and lowest."""

    naam: str
    scores: Mapping[str, Fraction | None]
    uitschieters: Mapping[str, Uitschieter] = {}
    """By scale; without the scales that have no score."""


class Spreiding(NamedTuple):
    """How far organisations lie apart on a scale: their number `n`, mean, ends, and the variance between them."""

    schaal: str
    n: int
    gemiddelde: Fraction
    laagste: Fraction
    hoogste: Fraction
    variantie: Fraction
    aandeel: Fraction
    """The variance in squared lengths of the scale, so that scales of different lengths can be compared."""
    grootste: Fraction
    """The largest variance that so many organisations could have on this scale."""

    @property
    def bereik(self) -> Fraction:
        """How far the highest and the lowest lie apart."""
        return self.hoogste - self.laagste

    @property
    def standaardafwijking(self) -> float:
        """The root of the variance, in the unit of the scale."""
        return sqrt(self.variantie)


class Organisatiebeeld(NamedTuple):
    """Organisations beside each other, and per scale how far they lie apart: the widest first."""

    organisaties: tuple[Organisatie, ...]
    spreidingen: tuple[Spreiding, ...]
    """Of the scales on which at least two have a score."""
    gesprek: tuple[str, ...]
    """The scales to talk about: the two widest, and who ties with the second; none when nothing differs."""
    minimum: int = KLEINSTE_SAMENWERKING

    @property
    def n(self) -> int:
        """How many organisations there are."""
        return len(self.organisaties)

    @property
    def einde(self) -> float:
        """The largest standard deviation that any scale could have: the end of an axis for all of them."""
        return sqrt(max((een.grootste for een in self.spreidingen), default=0))

    @property
    def dicht(self) -> bool:
        """True when there are too few to tell anything."""
        return self.n < self.minimum

    def read_uitersten(self, schaal: str) -> dict[Fraction, list[str]]:
        """Return the names of the organisations by their score on a scale, the highest score first."""
        namen: dict[Fraction, list[str]] = {}
        for een in self.organisaties:
            score = een.scores.get(schaal)
            if score is not None:
                namen.setdefault(score, []).append(een.naam)
        return dict(sorted(namen.items(), reverse=True))
