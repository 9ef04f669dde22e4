"""The use case of small groups: the people of a list, divided, with the meeting they are for."""

from collections.abc import Sequence
from contextlib import suppress
from typing import Any, NamedTuple

from conflictstijl.fouten import GebruikFout
from conflictstijl.groep.deelnemers import Deelnemerlijst, load_deelnemers
from conflictstijl.laden.werkvormen import load_werkvorm
from conflictstijl.model.document import Document
from conflictstijl.model.indeling import Groepsindeling
from conflictstijl.rapport.indeling import Bijeenkomst, build_gegevens, build_indelingdocument
from conflictstijl.rekenen.agenda import build_agendas
from conflictstijl.rekenen.indeling import build_indeling


class Groepjes(NamedTuple):
    """Small groups with all that is told about them."""

    lijst: Deelnemerlijst
    indeling: Groepsindeling
    bijeenkomst: Bijeenkomst | None

    def build_document(self) -> Document:
        """Return the groups as a document."""
        return build_indelingdocument(self.indeling, self.lijst.werkblad, self.lijst.groepering, self.bijeenkomst)

    def build_gegevens(self) -> dict[str, Any]:
        """Return the groups as data."""
        return build_gegevens(self.indeling, self.lijst.werkblad, self.lijst.meldingen, self.bijeenkomst)


def build_groepjes(bestanden: Sequence[str], naam: str) -> Groepjes:
    """Return the people in files in small groups, as a worksheet says (its id or path).

    Raises what `load_deelnemers` raises.
    """
    lijst = load_deelnemers(bestanden, naam)
    indeling = build_indeling(lijst.deelnemers, lijst.groepering.van, lijst.groepering.tot)
    return Groepjes(lijst, indeling, _build_bijeenkomst(lijst.groepering.werkvorm, indeling.n))


def _build_bijeenkomst(naam: str, n: int) -> Bijeenkomst | None:
    """Return the meeting for `n` people and a facilitator; without agenda when the method is not for so many."""
    if not naam:
        return None
    werkvorm = load_werkvorm(naam)
    with suppress(GebruikFout):
        return Bijeenkomst(werkvorm, build_agendas(werkvorm, deelnemers=n + 1)[0])
    return Bijeenkomst(werkvorm, None)
