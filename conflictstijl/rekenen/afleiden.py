"""Values made out of scale scores."""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from operator import add, mul, sub

from conflictstijl.model.vragenlijst import HOOGSTE_AFGELEIDE, Afgeleide

_BEWERKINGEN = {"+": add, "-": sub, "*": mul}


def score_afgeleid(
    afgeleiden: Iterable[Afgeleide], scores: Mapping[str, Fraction | None]
) -> dict[str, Fraction | None]:
    """Return every derived value; None when a score in it is missing, or it divides by zero or next to zero.

    A later value may use an earlier one. How long a chain of formulas can get is bounded where these are read
    (`laden.omvang`), and so is what it comes to, save by a division: there the outcome is held to the bound.
    """
    waarden = dict(scores)
    afgeleid: dict[str, Fraction | None] = {}
    for een in afgeleiden:
        waarde = _score_stappen(een.stappen, waarden)
        te_groot = waarde is not None and abs(waarde) >= HOOGSTE_AFGELEIDE
        waarden[een.id] = afgeleid[een.id] = None if te_groot else waarde
    return afgeleid


def _score_stappen(stappen: Iterable[str | Fraction], waarden: Mapping[str, Fraction | None]) -> Fraction | None:
    """Return the value of a formula in postfix order."""
    stapel: list[Fraction | None] = []
    for stap in stappen:
        if isinstance(stap, Fraction):
            stapel.append(stap)
        elif stap in waarden:
            stapel.append(waarden[stap])
        else:
            rechts, links = stapel.pop(), stapel.pop()
            stapel.append(_score_bewerking(stap, links, rechts))
    return stapel.pop()


def _score_bewerking(teken: str, links: Fraction | None, rechts: Fraction | None) -> Fraction | None:
    if links is None or rechts is None:
        return None
    if teken == "/":
        return links / rechts if rechts else None
    waarde: Fraction = _BEWERKINGEN[teken](links, rechts)
    return waarde
