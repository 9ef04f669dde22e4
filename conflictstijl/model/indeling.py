"""People put together in small groups: mixed by organisation, and with those who share a theme together."""

from collections import Counter
from typing import NamedTuple

from conflictstijl.tekst import fold_tekst

MEESTE_DEELNEMERS = 200
"""Most people that one call puts in groups: more do not meet in one room."""


class Deelnemer(NamedTuple):
    """Somebody to put in a small group: a code, an organisation (may be empty), and answers to share."""

    code: str
    organisatie: str
    waarden: tuple[str, ...]

    @property
    def thema(self) -> tuple[str, ...]:
        """What counts when themes are compared: the answers folded, in no order; empty when one is missing."""
        return tuple(sorted(map(fold_tekst, self.waarden))) if all(self.waarden) else ()


class Groepje(NamedTuple):
    """A small group."""

    deelnemers: tuple[Deelnemer, ...]

    @property
    def themas(self) -> tuple[tuple[str, ...], ...]:
        """The themes that most people share, as they were first written; none when nobody shares one."""
        aantallen = Counter(een.thema for een in self.deelnemers if een.thema)
        meeste = max(aantallen.values(), default=0)
        eerste = {een.thema: een.waarden for een in reversed(self.deelnemers)}
        return tuple(eerste[thema] for thema, aantal in aantallen.items() if aantal == meeste > 1)

    @property
    def organisaties(self) -> dict[str, int]:
        """How many people there are of each organisation, the most first; without who has none."""
        namen: dict[str, str] = {}
        for een in self.deelnemers:
            namen.setdefault(fold_tekst(een.organisatie), een.organisatie)
        aantallen = Counter(fold_tekst(een.organisatie) for een in self.deelnemers if een.organisatie)
        return {namen[naam]: aantal for naam, aantal in aantallen.most_common()}


class Groepsindeling(NamedTuple):
    """Everyone in one small group, with how well it came out."""

    groepjes: tuple[Groepje, ...]
    past: bool
    """False when no sizes within the bounds add up; then they lie as close to them as can be."""
    zelfde_organisatie: int
    """Pairs of people from one organisation in one group: no other division has fewer."""
    zelfde_thema: int
    """Pairs of people who share a theme in one group."""

    @property
    def n(self) -> int:
        """How many people there are."""
        return sum(len(groepje.deelnemers) for groepje in self.groepjes)
