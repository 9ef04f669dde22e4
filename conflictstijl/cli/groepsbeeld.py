"""Writing the picture of a group: of people, or of organisations beside each other."""

from typing import NamedTuple

from conflictstijl.cli.groepsdoel import Doel
from conflictstijl.cli.groepsuitvoer import write_groepsverslag
from conflictstijl.cli.voortgang import read_met_voortgang
from conflictstijl.groep.beeld import Groepswens
from conflictstijl.groep.lezen import Groepsinvoer
from conflictstijl.groep.organisaties import build_organisatieverslag
from conflictstijl.groep.verslag import build_verslag
from conflictstijl.model.groepsbeeld import KLEINSTE_GROEP
from conflictstijl.model.organisaties import KLEINSTE_SAMENWERKING
from conflictstijl.model.vragenlijst import Eenheid


class Beeldwens(NamedTuple):
    """What a user wants to see of a group; `minimum` is None when nothing is said about it."""

    per: str
    minimum: int | None
    toch: bool
    met_profielen: bool


def write_beeld(invoer: Groepsinvoer, wens: Beeldwens, later: Groepsinvoer | None, doel: Doel) -> int:
    """Write what may be told about a group; exit code 3 when that is nothing."""
    if invoer.vragenlijst.eenheid is Eenheid.ORGANISATIE:
        minimum = KLEINSTE_SAMENWERKING if wens.minimum is None else wens.minimum
        return write_groepsverslag(build_organisatieverslag(invoer, minimum, read_met_voortgang), doel)
    minimum = KLEINSTE_GROEP if wens.minimum is None else wens.minimum
    verslag = build_verslag(invoer, Groepswens(wens.per, minimum, wens.toch), later, volg=read_met_voortgang)
    return write_groepsverslag(verslag._replace(met_profielen=wens.met_profielen), doel)
