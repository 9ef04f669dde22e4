"""Which subgroups may be shown, so that nothing can be computed about fewer people than the minimum."""

from collections.abc import Mapping
from typing import NamedTuple

from conflictstijl.fouten import GebruikFout
from conflictstijl.model.groepsbeeld import KLEINSTE_GROEP, LEEG
from conflictstijl.tekst import clean_tekst, render_citaat

_MINST_NAMEN = 5
"""Fewer values than this are a split, however small the group."""
_LANGSTE_NAAM = 40
"""A longer name of a withheld subgroup is not told."""
_LANGSTE_WAARDE = 60
_MEESTE_WOORDEN = 5
"""Longer values, or more words in the mean, are no names of groups but open answers."""


class Verdeling(NamedTuple):
    """The subgroups that are shown, in the order of their names, and the one that went with a smaller one."""

    getoond: tuple[str, ...]
    erbij: str | None = None


def build_verdeling(aantallen: Mapping[str, int], minimum: int = KLEINSTE_GROEP) -> Verdeling:
    """Return which subgroups may be shown beside the total, given how many people each has.

    Who sees the total and the shown subgroups can compute any union of these, and any union with the remainder. The
    smallest of these sets are the shown subgroups and the remainder itself, so it is enough that each of them has
    nobody or at least `minimum`. People without a value (`LEEG`) are always in the remainder: they chose no group,
    and may have left the field empty so as not to be told apart. Of equal sizes the first name is withheld.
    """
    getoond = sorted(naam for naam, n in aantallen.items() if naam != LEEG and n >= minimum)
    rest = sum(aantallen.values()) - sum(aantallen[naam] for naam in getoond)
    if not getoond or rest == 0 or rest >= minimum:
        return Verdeling(tuple(getoond))
    # the smallest is itself at least the minimum, so one is always enough
    erbij = min(getoond, key=lambda naam: (aantallen[naam], naam))
    return Verdeling(tuple(naam for naam in getoond if naam != erbij), erbij)


def check_minimum(minimum: int) -> None:
    """Raise GebruikFout for a minimum below five."""
    if minimum < KLEINSTE_GROEP:
        wat = f"'--minimum' is minstens {KLEINSTE_GROEP}"
        raise GebruikFout(f"{wat}: een beeld van minder mensen kan iemand verraden")


def check_noembaar(naam: str, n: int, minimum: int) -> bool:
    """Return True when a subgroup may be named: never by a value that one person has, nor a long one of a few."""
    return n >= minimum or (n > 1 and len(naam) <= _LANGSTE_NAAM)


def check_kolom(kolom: str, aantallen: Mapping[str, int]) -> None:
    """Raise GebruikFout for a column of open answers, or of which most values belong to one person: a name, an age."""
    namen = [naam for naam in aantallen if naam != LEEG]
    mensen = sum(aantallen[naam] for naam in namen)
    if len(namen) >= _MINST_NAMEN and 3 * len(namen) > 2 * mensen:
        wat = f"kolom {render_citaat(kolom)} verdeelt {mensen} mensen in {len(namen)} groepen"
        raise GebruikFout(f"{wat}; kies een kolom met minder verschillende waarden")
    woorden = sum(len(naam.split()) for naam in namen)
    if woorden > _MEESTE_WOORDEN * len(namen) or any(len(clean_tekst(naam)) > _LANGSTE_WAARDE for naam in namen):
        raise GebruikFout(f"in kolom {render_citaat(kolom)} staan hele zinnen; kies een kolom met groepen, zoals team")
