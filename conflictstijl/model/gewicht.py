"""What a question can give to a scale, and what a scale can reach."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from conflictstijl.model.vragen import Keuze
from conflictstijl.model.vragenlijst import Scoresoort, Vragenlijst


class Gewicht(NamedTuple):
    """What a question can give to one scale: its weight and the lowest and highest total of points."""

    gewicht: Fraction
    laagste: Fraction
    hoogste: Fraction


@lru_cache(maxsize=1024)
def build_gewichten(keuze: Keuze) -> Mapping[str, Gewicht]:
    """Return per scale what a question with options can give to it; kept, so nobody can change it.

    The weight is that of the heaviest option. The highest total lays the highest points on the heaviest options,
    the lowest total the other way around.
    """
    per_schaal: dict[str, list[Fraction]] = {}
    for plaats, optie in enumerate(keuze.opties):
        for deel in optie.sleutel:
            rij = per_schaal.setdefault(deel.schaal, [Fraction(0)] * len(keuze.opties))
            rij[plaats] = deel.gewicht
    punten = keuze.reeks
    gewichten = {
        naam: Gewicht(max(rij), _score_product(sorted(rij), punten), _score_product(sorted(rij, reverse=True), punten))
        for naam, rij in per_schaal.items()
    }
    return MappingProxyType(gewichten)


def _score_product(gewichten: Sequence[Fraction], punten: Sequence[int]) -> Fraction:
    return sum((gewicht * punt for gewicht, punt in zip(gewichten, punten, strict=True)), Fraction(0))


def read_bereik(vragenlijst: Vragenlijst, schaal: str) -> tuple[Fraction, Fraction]:
    """Return the lowest and the highest value of a scale, in the unit of `score`, when every item is answered."""
    gewichten = [
        Gewicht(deel.gewicht, deel.gewicht * stelling.antwoorden.laagste, deel.gewicht * stelling.antwoorden.hoogste)
        for stelling in vragenlijst.stellingen
        for deel in stelling.sleutel
        if deel.schaal == schaal
    ]
    gewichten += [een for keuze in vragenlijst.keuzes if (een := build_gewichten(keuze).get(schaal))]
    totaal = sum((een.gewicht for een in gewichten), Fraction(0))
    laagste = sum((een.laagste for een in gewichten), Fraction(0))
    hoogste = sum((een.hoogste for een in gewichten), Fraction(0))
    match vragenlijst.score:
        case Scoresoort.PROCENT:
            return Fraction(0), Fraction(100)
        case Scoresoort.GEMIDDELDE if totaal:
            return laagste / totaal, hoogste / totaal
        case _:
            return laagste, hoogste
