"""What many group pictures tell together: whether sums and differences of them are about only a few people.

People who are in the same cells cannot be told apart: together they are one unknown. The figures of the cells are
equations in these, and what can be computed out of them is the row space of that matrix of zeros and ones.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import takewhile
from math import comb
from secrets import randbelow
from typing import NamedTuple

_PRIEM = 2**61 - 1
"""Counting is done modulo this prime: by chance it errs less often than a computer does."""
_MEESTE_STAPPEN = 8_000_000
"""Most work for solving the equations: about a second."""
_MEESTE_PROEVEN = 15_000
"""Most sets of one size that are tried."""

Patroon = tuple[int, ...]
"""The numbers of the cells that people are in, rising."""
Kern = list[list[int]]
"""Per pattern its place in some solutions of the equations that tell that every figure is zero."""


def build_patronen(cellen: Iterable[Iterable[bytes]]) -> Counter[Patroon]:
    """Return how many people are in which cells, by the number of a cell from 0."""
    van: dict[bytes, Patroon] = {}
    for nummer, cel in enumerate(cellen):
        langer: dict[Patroon, Patroon] = {}
        for persoon in cel:
            eerder = van.get(persoon, ())
            van[persoon] = langer.setdefault(eerder, (*eerder, nummer))
    return Counter(van.values())


def check_haalbaar(patronen: Mapping[Patroon, int], cellen: int) -> bool:
    """Return True when so many people in so many cells can be looked through in about a second."""
    return len(patronen) * cellen * cellen <= _MEESTE_STAPPEN


def check_berekenbaar(patronen: Mapping[Patroon, int], eerder: int, minimum: int) -> bool:
    """Return True when the cells tell of 1 to `minimum` - 1 people what the first `eerder` cells alone do not.

    A combination of figures gives each pattern a weight; it is about the people whose weight is not zero. Weights on a
    set of patterns are such a combination exactly when they are orthogonal to every solution of `all figures are zero`,
    so the set has one when its rows in these solutions depend on each other. Beyond `_MEESTE_PROEVEN` sets of a size
    only smaller sets are looked at.
    """
    namen = [patroon for patroon, aantal in sorted(patronen.items()) if aantal < minimum]
    groottes = range(1, min(len(namen), minimum - 1) + 1)
    diepte = max(takewhile(lambda grootte: comb(len(namen), grootte) <= _MEESTE_PROEVEN, groottes), default=0)
    plaatsen = {patroon: plaats for plaats, patroon in enumerate(patronen)}
    cellen = 1 + max((nummer for patroon in patronen for nummer in patroon), default=-1)
    rijen = [[int(nummer in patroon) for patroon in patronen] for nummer in range(cellen)]
    nu, toen = (_build_kern(deel, len(patronen), diepte) for deel in (rijen, rijen[:eerder]))
    klein = [_Klein(patronen[een], nu[plaatsen[een]], toen[plaatsen[een]]) for een in namen]
    return _check_klein(klein, ([], []), minimum - 1, diepte)


class _Klein(NamedTuple):
    """A pattern of few people, and its rows in the solutions with and without the new cells."""

    aantal: int
    nu: list[int]
    toen: list[int]


def _check_klein(klein: Sequence[_Klein], basis: tuple[Kern, Kern], over: int, diepte: int) -> bool:
    """Return True when some of these, with those in `basis`, have a combination that is new."""
    if not diepte:
        return False
    for plaats, een in enumerate(klein):
        if een.aantal > over:
            continue
        nu, toen = _clean_rij(een.nu, basis[0]), _clean_rij(een.toen, basis[1])
        if any(nu):
            verder = ([*basis[0], nu], [*basis[1], toen])
            if _check_klein(klein[plaats + 1 :], verder, over - een.aantal, diepte - 1):
                return True
        elif any(toen):
            return True
    return False


def _clean_rij(rij: list[int], basis: Kern) -> list[int]:
    """Return a row without what depends on the rows of a basis, each of which is clean of those before it."""
    for ander in basis:
        spil = next(plaats for plaats, getal in enumerate(ander) if getal)
        if rij[spil]:
            keer = rij[spil] * pow(ander[spil], -1, _PRIEM)
            rij = [(getal - keer * af) % _PRIEM for getal, af in zip(rij, ander, strict=True)]
    return rij


def _build_kern(rijen: Sequence[list[int]], breedte: int, aantal: int) -> Kern:
    """Return per column its place in random solutions of `every row gives zero`.

    So many as the largest set that is tried: then such a set depends in these as it does in all solutions.
    """
    basis: dict[int, list[int]] = {}
    for rij in rijen:
        schoon = _clean_rij(rij, list(basis.values()))
        spil = next((plaats for plaats, getal in enumerate(schoon) if getal), None)
        if spil is not None:
            omkeer = pow(schoon[spil], -1, _PRIEM)
            basis[spil] = [getal * omkeer % _PRIEM for getal in schoon]
    kern = [[] if plaats in basis else [randbelow(_PRIEM) for _ in range(aantal)] for plaats in range(breedte)]
    for spil, rij in reversed(basis.items()):
        # a row has nothing at the places of those before it, and these are not known yet
        bekend = [(getal, kern[plaats]) for plaats, getal in enumerate(rij) if getal and plaats != spil]
        kern[spil] = [-sum(getal * ander[nummer] for getal, ander in bekend) % _PRIEM for nummer in range(aantal)]
    return kern
