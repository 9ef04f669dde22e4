"""An intervision method: its steps with their minutes, and the agenda of one meeting that follows from these."""

from enum import StrEnum
from typing import NamedTuple

from conflictstijl.model.vragenlijst import Herkomst

LANGSTE = 150
"""Most minutes of one meeting; every method fits in it with every group that it is for."""
GEWOON = 90
"""How many minutes a meeting takes when neither the method nor anyone else says so."""
VEELVOUD = 5
"""Steps get a multiple of this many minutes, for that is how people read a clock."""
MINSTENS = 5
"""Least minutes of a step that says only its share."""
GEWONE_GROEP = 6
"""How many people a group has when nobody says so."""


class Niveau(StrEnum):
    """How much experience with intervision a group needs."""

    BEGINNERS = "beginners"
    ERVAREN = "ervaren"


class Geschiktheid(NamedTuple):
    """For whom a method is; `veilige_groep` when people must trust each other already."""

    minstens: int
    hoogstens: int
    niveau: Niveau
    veilige_groep: bool


class Werkrol(NamedTuple):
    """What somebody does during a method."""

    naam: str
    doet: str


class Werkstap(NamedTuple):
    """A step: what the facilitator does and says, and its minutes.

    `minstens` are its least minutes, or `per_deelnemer` for every person when that is more. `deel` is its share of
    the minutes that are left; without one it takes its least minutes, however long the meeting is.
    """

    naam: str
    doet: tuple[str, ...]
    zegt: tuple[str, ...]
    minstens: int
    per_deelnemer: int = 0
    deel: int = 0
    bijeenkomst: int = 1

    def count_minuten(self, deelnemers: int) -> int:
        """Return the least minutes with so many people; those per person rounded up to a readable number."""
        per_groep = -(-self.per_deelnemer * deelnemers // VEELVOUD) * VEELVOUD
        return max(self.minstens, per_groep)


class Werkvorm(NamedTuple):
    """An intervision method. `duur` is how many minutes it usually takes; `niet_als` is when to choose another."""

    id: str
    naam: str
    doel: str
    geschikt: Geschiktheid
    duur: int
    stappen: tuple[Werkstap, ...]
    niet_als: tuple[str, ...]
    bron: str
    rollen: tuple[Werkrol, ...] = ()
    voorbereiding: tuple[str, ...] = ()
    aan_tafel: tuple[str, ...] = ()
    """Who must be at the table before the meeting begins."""
    let_op: tuple[str, ...] = ()
    valkuilen: tuple[str, ...] = ()
    versie: str = ""
    herkomst: Herkomst = Herkomst()

    @property
    def bijeenkomsten(self) -> tuple[int, ...]:
        """The numbers of the meetings, in their order; most methods have one."""
        return tuple(sorted({stap.bijeenkomst for stap in self.stappen}))

    @property
    def gewone_groep(self) -> int:
        """How many people to reckon with when nobody says so: as usual, as far as the method allows."""
        return min(max(GEWONE_GROEP, self.geschikt.minstens), self.geschikt.hoogstens)

    def read_stappen(self, bijeenkomst: int) -> list[Werkstap]:
        """Return the steps of one meeting."""
        return [stap for stap in self.stappen if stap.bijeenkomst == bijeenkomst]

    def count_kortste(self, deelnemers: int) -> int:
        """Return the fewest minutes in which every meeting fits with so many people."""
        sommen = (
            sum(stap.count_minuten(deelnemers) for stap in self.read_stappen(bijeenkomst))
            for bijeenkomst in self.bijeenkomsten
        )
        return max(sommen, default=0)


class Agendapunt(NamedTuple):
    """A step with the minutes it got, and after how many minutes it begins."""

    stap: Werkstap
    begin: int
    minuten: int


class Agenda(NamedTuple):
    """One meeting: its steps with minutes that add up to `duur`, for a number of people."""

    duur: int
    deelnemers: int
    bijeenkomst: int
    punten: tuple[Agendapunt, ...]
