"""What a facilitator gives to prepare an intervision session with: which method, which group, which case."""

from collections.abc import Mapping
from typing import NamedTuple

from conflictstijl.fouten import Plek
from conflictstijl.model.groepsbeeld import Groepscijfers
from conflictstijl.model.situatie import Casus

BLOKKEN = (
    "praktisch",
    "doel",
    "groepsbeeld",
    "patroon",
    "casus",
    "stijlopties",
    "agenda",
    "vraagkaarten",
    "oefening",
    "afspraken",
    "verslag",
)
"""Ids of the blocks of a preparation, in their order."""


class Praktisch(NamedTuple):
    """The practical side of a session, in the facilitator's own words; empty for what is not known yet."""

    groepsnaam: str = ""
    datum: str = ""
    begin: str = ""
    plaats: str = ""
    begeleider: str = ""


class Groepsinbreng(NamedTuple):
    """What a file tells about a group: counts of the whole group, and nothing about anybody."""

    vragenlijst: str
    """The questionnaire that gives the scales their names."""
    cijfers: Groepscijfers | None
    """None when nothing may be told."""
    weggelaten: tuple[str, ...] = ()
    """What stood in the file and is not used."""


class Fragment(NamedTuple):
    """A text of a case on one line: where each of its words begins, in that line and in the file."""

    tekst: str
    kolommen: tuple[int, ...]
    plekken: tuple[Plek, ...]

    def read_plek(self, kolom: int) -> Plek:
        """Return the place in the file of a column of the line."""
        begin, plek = max(paar for paar in zip(self.kolommen, self.plekken, strict=True) if paar[0] <= max(kolom, 1))
        return plek._replace(kolom=plek.kolom + kolom - begin)


class Casusinbreng(NamedTuple):
    """A case with its texts; `eigen` when it is not one of those that are shipped."""

    casus: Casus
    fragmenten: tuple[Fragment, ...]
    eigen: bool


class Intervisieopdracht(NamedTuple):
    """All that goes into a preparation. Empty and 0 stand for what was not given."""

    werkvorm: str = ""
    duur: int = 0
    deelnemers: int = 0
    bijeenkomst: int = 0
    groep: Groepsinbreng | None = None
    casus: Casusinbreng | None = None
    kenmerken: Mapping[str, str] = {}
    leervraag: str = ""
    veilig: bool = False
    akkoord: bool = False
    praktisch: Praktisch = Praktisch()
