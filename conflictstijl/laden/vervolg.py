"""The key `verder`: what to go on with, by kind."""

from collections.abc import Iterator

from conflictstijl.laden.knopen import Kaart, Knoop, Lijst, Tekst
from conflictstijl.laden.velden import Velden, check_id, read_rij
from conflictstijl.model.vervolg import Vervolg

VERDER = "verder"
"""The key of what to go on with."""


def parse_vervolg(velden: Velden) -> Vervolg:
    """Return what `verder` names; nothing when the key is missing."""
    knoop = velden.read_knoop(VERDER)
    if knoop is None:
        return Vervolg()
    deel = Velden(knoop, velden.bevindingen, "'verder'")
    namen = {
        soort: read_rij(
            deel.read_knoop(soort), soort, lambda een: check_id(een, velden.bevindingen), velden.bevindingen
        )
        for soort in Vervolg._fields
    }
    deel.check_onbekend()
    return Vervolg(**namen)


def read_genoemd(knoop: Knoop) -> Iterator[tuple[str, Tekst]]:
    """Yield every kind and id that `verder` names anywhere in a tree, with its place."""
    match knoop:
        case Kaart(paren=paren):
            for sleutel, waarde in paren:
                yield from _read_verder(waarde) if sleutel.waarde == VERDER else read_genoemd(waarde)
        case Lijst(delen=delen):
            for deel in delen:
                yield from read_genoemd(deel)
        case _:
            return


def _read_verder(knoop: Knoop) -> Iterator[tuple[str, Tekst]]:
    for soort, waarde in knoop.paren if isinstance(knoop, Kaart) else ():
        for deel in waarde.delen if isinstance(waarde, Lijst) else [waarde]:
            if isinstance(deel, Tekst):
                yield soort.waarde, deel
