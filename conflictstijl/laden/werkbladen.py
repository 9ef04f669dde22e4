"""Worksheets: one file per worksheet, with its questions."""

from enum import StrEnum

from conflictstijl.fouten import Bevinding
from conflictstijl.laden.bevindingen import Bevindingen
from conflictstijl.laden.bladdelen import parse_bladdelen
from conflictstijl.laden.bladgroepen import parse_groepering
from conflictstijl.laden.catalogus import WERKBLAD, load_alle, load_een
from conflictstijl.laden.knopen import Kaart, Knoop
from conflictstijl.laden.situaties import check_invulwoorden
from conflictstijl.laden.velden import Velden
from conflictstijl.laden.werkvragen import Vragen
from conflictstijl.model.bladvulling import Bladkoppen, Bladprivacy
from conflictstijl.model.gebruik import Gezelschap, Moment
from conflictstijl.model.werkblad import Werkblad

LANGSTE = 120
"""Most minutes that a worksheet may say to take."""


class Vooraf(StrEnum):
    """What comes before a worksheet."""

    VRAGEN = "vragen"


def load_werkblad(naam: str) -> Werkblad:
    """Return a worksheet by id (shipped first, then own) or by path.

    Raises GebruikFout for an unknown id and InvoerFout, with all findings, for an unusable file.
    """
    return load_een(naam, WERKBLAD, parse_werkblad)


def load_werkbladen() -> tuple[list[Werkblad], list[Bevinding]]:
    """Return every worksheet that can be used, and the findings of those that cannot."""
    return load_alle(WERKBLAD, load_werkblad)


def check_ingevuld(wortel: Knoop) -> bool:
    """Return True for a file with the answers to a worksheet."""
    namen = {sleutel.waarde for sleutel, _ in wortel.paren} if isinstance(wortel, Kaart) else set[str]()
    return {"werkblad", "antwoorden"} <= namen


def parse_werkblad(wortel: Knoop, bevindingen: Bevindingen) -> Werkblad:
    """Return the worksheet that a tree describes; usable only when `bevindingen` holds no error."""
    ingevuld = check_ingevuld(wortel)
    if ingevuld:
        wat = "dit is een ingevuld werkblad, en hier hoort een werkblad met vragen"
        bevindingen.add(wortel.plek, "andere-soort", wat, "geef dit bestand met --antwoorden")
    velden = Velden(wortel, bevindingen, "dit werkblad", stil=ingevuld)
    vragen = Vragen(bevindingen)
    werkblad = Werkblad(
        id=velden.read_kop(WERKBLAD.naam),
        titel=velden.read_tekst("titel", verplicht=True),
        doel=velden.read_tekst("doel", verplicht=True),
        moment=velden.read_keuze("moment", Moment, Moment.VOOR),
        met=velden.read_keuze("met", Gezelschap, Gezelschap.ALLEEN),
        minuten=velden.read_geheel("minuten", 1, LANGSTE, verplicht=True) or 0,
        uitleg=velden.read_tekst("uitleg"),
        veiligheid=velden.read_woord("veiligheid", Vooraf) is Vooraf.VRAGEN,
        delen=parse_bladdelen(velden, vragen),
        bron=velden.read_tekst("bron", verplicht=True),
        versie=velden.read_versie(),
        herkomst=velden.read_herkomst(),
        privacy=velden.read_woord("privacy", Bladprivacy),
        kort=velden.read_keuze("koppen", Bladkoppen, Bladkoppen.VRAGEN) is Bladkoppen.KORT,
    )
    werkblad = werkblad._replace(groepering=parse_groepering(velden, werkblad.delen))
    velden.check_onbekend()
    if velden.read_knoop(WERKBLAD.naam):
        _check_invulwoorden(wortel, vragen)
    return werkblad


def _check_invulwoorden(wortel: Knoop, vragen: Vragen) -> None:
    """Report every word between braces in a text where nothing is ever filled in."""
    elders = vragen.bevindingen.build_leeg()
    check_invulwoorden(wortel, elders)
    vragen.bevindingen.extend(bevinding for bevinding in elders if bevinding.plek not in vragen.invulplekken)
