"""Which subgroups may be shown, so that nothing can be computed about fewer people than the minimum."""

from collections.abc import Mapping
from typing import NamedTuple

from conflictstijl.fouten import GebruikFout
from conflictstijl.model.groepsbeeld import KLEINSTE_GROEP, LEEG
from conflictstijl.tekst import render_citaat

_MINST_NAMEN = 5
"""Fewer values than this are a split, however small the group."""


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


def check_kolom(kolom: str, aantallen: Mapping[str, int]) -> None:
    """Raise GebruikFout for a column of which most values belong to one person: a name, a code, an age.

    The names of withheld subgroups are told, and these would be people.
    """
    namen = sum(naam != LEEG for naam in aantallen)
    mensen = sum(n for naam, n in aantallen.items() if naam != LEEG)
    if namen >= _MINST_NAMEN and 3 * namen > 2 * mensen:
        wat = f"kolom {render_citaat(kolom)} verdeelt {mensen} mensen in {namen} groepen"
        raise GebruikFout(f"{wat}; kies een kolom met minder verschillende waarden")
