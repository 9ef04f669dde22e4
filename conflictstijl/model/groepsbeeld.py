"""What may be told about a group: tallies of many people, the picture made of them, and what changed."""

from collections import Counter
from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import NamedTuple

GEDEELD = "gedeeld"
"""The name under which people are counted whose highest scales are exactly equal."""
LEEG = ""
"""The subgroup of people without a value in the column a group is split by; never shown."""
KLEINSTE_GROEP = 5
"""Fewest people of whom anything is told; a user may raise it, never lower it."""
TE_KLEIN = "te_klein"
TE_GELIJK = "te_gelijk"
"""Nearly the same people as in an earlier picture."""


class Groepstelling(NamedTuple):
    """An additive tally of the people whose scales that take part all have a score."""

    n: int = 0
    eerste: Mapping[str, int] = {}
    """How often each scale was first in its part; exact ties are counted as `build_gedeeld` names them."""
    sommen: Mapping[str, Fraction] = {}
    """Sum of the values of each scale that takes part."""


class Groepsdeel(NamedTuple):
    """A part of a questionnaire in a group picture (its id; empty for the whole), and what may be told of it."""

    onderdeel: str
    schalen: tuple[str, ...]
    """The scales that take part: everyone in the picture has a score on each."""
    eerste: bool
    """False when none can be the first: there is one scale, or they are answered in several ways."""
    gemiddelden: bool
    """False for choices (ipsative): there a mean tells nothing."""


class Groepscijfers(NamedTuple):
    """What is told about one set of people: their number, how often each scale is first, and coarse means."""

    n: int
    eerste: Mapping[str, int]
    gemiddelden: Mapping[str, Fraction]


class Groepsbeeld(NamedTuple):
    """The picture of a group: the whole and, when it was split, its subgroups that may be shown."""

    minimum: int
    geheel: Groepscijfers | None
    """None when nothing may be told of the group; then there is nothing else either."""
    delen: tuple[Groepsdeel, ...] = ()
    """What figures there are, per part of the questionnaire."""
    kolom: str | None = None
    """What the group was split by."""
    groepen: Mapping[str, Groepscijfers | None] = {}
    """The subgroups by name, None for one that is withheld and may be named; without the people who have no value."""
    cellen: tuple[tuple[str, ...], ...] = ()
    """The smallest sets of which anything can be computed, as names of subgroups (also the empty one)."""
    erbij: str | None = None
    """The subgroup that is large enough, and withheld because a smaller one could be computed with it."""
    verzwegen: int = 0
    """How many subgroups are withheld of which not even the name is told: it is somebody's, or may be an answer."""
    weigering: str | None = None
    """Why nothing may be told when it is not the size: `TE_GELIJK`."""

    @property
    def reden(self) -> str | None:
        """Why there is no picture, else None."""
        return self.weigering or (TE_KLEIN if self.geheel is None else None)

    @property
    def achtergehouden(self) -> tuple[str, ...]:
        """The names of the subgroups that are withheld and may be named."""
        return tuple(naam for naam, cijfers in self.groepen.items() if cijfers is None)


class Groepsrun(NamedTuple):
    """What is kept of a group picture that was given out: who was in it, and no word about them."""

    vragenlijst: str
    dag: date
    cellen: tuple[frozenset[bytes], ...]
    """The smallest sets of which anything was told, as fingerprints of people that only this computer can make."""
    bladen: tuple[frozenset[bytes], ...] = ()
    """For each of these sets fingerprints of what the same people answered; empty when that is not known."""


class Verschuivingen(NamedTuple):
    """How many people do a style more, less, or as much as noise allows to tell."""

    meer: int = 0
    minder: int = 0
    gelijk: int = 0


class Voorna(NamedTuple):
    """The same people before and after: how many changed by more than noise, per scale."""

    n: int | None
    """People of whom this can be told for every scale; None when nothing is told."""
    schalen: Mapping[str, Verschuivingen]
    reden: str | None = None
    """Why nothing is told: `te_klein`, or `keuzes` when this questionnaire has no noise to hold a change against."""


def build_samen(een: Groepstelling, ander: Groepstelling) -> Groepstelling:
    """Return the tally of two groups together; no order of groups changes it."""
    namen = {**een.sommen, **ander.sommen}
    nul = Fraction(0)
    return Groepstelling(
        een.n + ander.n,
        Counter(een.eerste) + Counter(ander.eerste),
        {naam: een.sommen.get(naam, nul) + ander.sommen.get(naam, nul) for naam in namen},
    )


def build_gedeeld(onderdeel: str = "") -> str:
    """Return the name under which exact ties at the top of a part are counted; `onderdeel` is empty without parts."""
    return f"{onderdeel}.{GEDEELD}" if onderdeel else GEDEELD
