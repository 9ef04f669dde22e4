"""Groups for tests: tallies by hand, random splits of people, and who can be computed from what is shown."""

import os
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from itertools import chain, combinations
from random import Random
from typing import TypeVar

from conflictstijl.laden.catalogus import load_vragenlijst
from conflictstijl.model.groepsbeeld import Groepstelling
from conflictstijl.model.stijlen import STIJLEN

T = TypeVar("T")

VOORBEELDEN = int(os.environ.get("CONFLICTSTIJL_VOORBEELDEN", "250"))
"""Random groups per test; set the variable to 10000 to look harder."""
LIJST = load_vragenlijst("conflictstijlen")
NAMEN = ("noord", "oost", "zuid", "west", "midden", "nacht", "dag", "")


def bouw_telling(n: int, eerste: Mapping[str, int] | None = None, gemiddeld: Fraction | int = 3) -> Groepstelling:
    """Return a tally of the five styles, with the same mean for each; everyone puts the first one first."""
    return Groepstelling(n, eerste or {STIJLEN[0]: n}, dict.fromkeys(STIJLEN, Fraction(gemiddeld) * n))


def bouw_tellingen(**aantallen: int) -> dict[str, Groepstelling]:
    """Return a tally per subgroup; `leeg` stands for the people without a value."""
    return {"" if naam == "leeg" else naam: bouw_telling(n) for naam, n in aantallen.items()}


def trek_groep(toeval: Random) -> dict[str, Groepstelling]:
    """Return a random group, split at random: teams of any size, often with people without one."""
    teams = toeval.sample(NAMEN, toeval.randint(3, 6))
    gewichten = [toeval.uniform(0.2, 1) for _ in teams]
    keuzes = toeval.choices(teams, gewichten, k=toeval.randint(8, 36))
    groep: dict[str, Groepstelling] = {}
    for team in sorted(set(keuzes)):
        stijlen = [toeval.choice(STIJLEN) for _ in range(keuzes.count(team))]
        sommen = dict.fromkeys(STIJLEN, Fraction(sum(toeval.randint(6, 30) for _ in stijlen), 6))
        groep[team] = Groepstelling(len(stijlen), {stijl: stijlen.count(stijl) for stijl in STIJLEN}, sommen)
    return groep


def lees_deelrijen(delen: Iterable[T]) -> Iterator[tuple[T, ...]]:
    """Yield every selection of some parts, also the empty one."""
    rij = list(delen)
    return chain.from_iterable(combinations(rij, aantal) for aantal in range(len(rij) + 1))
