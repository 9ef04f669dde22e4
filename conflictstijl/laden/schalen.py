"""The scales of a questionnaire: a list of style ids, or a map of own scales."""

from enum import StrEnum

from conflictstijl.laden.bevindingen import Bevindingen
from conflictstijl.laden.knopen import Kaart, Knoop, Lijst, Tekst
from conflictstijl.laden.opties import GERESERVEERD
from conflictstijl.laden.velden import Velden, check_id, check_leeg, read_stijl, read_tekst
from conflictstijl.model.stijlen import STIJLEN
from conflictstijl.model.vragenlijst import Schaal

MAX_SCHALEN = 50


class Schaalsoort(StrEnum):
    """What a scale measures: something people do (more or less often), or how well their choices fit."""

    STIJL = "stijl"
    PRESTATIE = "prestatie"


def parse_schalen(velden: Velden) -> list[Schaal] | None:
    """Return the scales, or None when they are wrong: then no item can be held against them."""
    knoop = velden.read_knoop("schalen", verplicht=True)
    if knoop is None:
        return None
    if isinstance(knoop, Lijst) and knoop.delen:
        schalen = _parse_lijst(knoop, velden.bevindingen)
    elif isinstance(knoop, Kaart) and knoop.paren:
        schalen = _parse_kaart(knoop, velden.bevindingen)
    else:
        hint = "schrijf bijvoorbeeld: schalen: [forceren, samenwerken, compromis, vermijden, toegeven]"
        velden.bevindingen.add(knoop.plek, "schalen", "'schalen' is een lijst met ten minste een schaal", hint)
        return None
    if len(schalen) > MAX_SCHALEN:
        velden.bevindingen.add(knoop.plek, "schalen", f"er zijn meer dan {MAX_SCHALEN} schalen", "splits de lijst")
        return None
    heel = [schaal for schaal in schalen if schaal is not None]
    return heel if len(heel) == len(schalen) else None


def _parse_lijst(knoop: Lijst, bevindingen: Bevindingen) -> list[Schaal | None]:
    schalen: list[Schaal | None] = []
    for deel in knoop.delen:
        naam = _parse_stijl(deel, bevindingen)
        if naam in [schaal.id for schaal in schalen if schaal is not None]:
            bevindingen.add(deel.plek, "schalen", f"schaal '{naam}' staat er twee keer", "haal een van de twee weg")
            naam = None
        schalen.append(Schaal(naam, naam, naam) if naam else None)
    return schalen


def _parse_kaart(knoop: Kaart, bevindingen: Bevindingen) -> list[Schaal | None]:
    return [_parse_schaal(sleutel, waarde, bevindingen) for sleutel, waarde in Velden(knoop, bevindingen, "'schalen'")]


def _parse_stijl(knoop: Knoop, bevindingen: Bevindingen) -> str | None:
    return read_stijl(knoop, bevindingen, "een schaal", anders=", of schrijf alle schalen als {id: Naam, id: Naam}")


def _parse_schaal(sleutel: Tekst, waarde: Knoop, bevindingen: Bevindingen) -> Schaal | None:
    naam = check_id(sleutel, bevindingen)
    if naam in GERESERVEERD:
        wat = f"'{naam}' heeft in een vraag of een antwoord een eigen betekenis"
        bevindingen.add(sleutel.plek, "vast-woord", wat, "geef de schaal een andere naam")
        naam = None
    stijl = naam if naam in STIJLEN else None
    schaal = Schaal(naam or "", naam or "", stijl)
    if isinstance(waarde, Kaart):
        schaal = _parse_details(waarde, schaal, bevindingen)
    elif not check_leeg(waarde):
        schaal = schaal._replace(naam=read_tekst(waarde, bevindingen, "de naam van de schaal") or schaal.naam)
    return schaal if naam else None


def _parse_details(waarde: Kaart, schaal: Schaal, bevindingen: Bevindingen) -> Schaal:
    velden = Velden(waarde, bevindingen, f"schaal '{schaal.id}'")
    knoop = velden.read_knoop("stijl")
    soort = velden.read_keuze("soort", Schaalsoort, Schaalsoort.STIJL)
    gevonden = schaal._replace(
        naam=velden.read_tekst("naam") or schaal.naam,
        stijl=schaal.stijl if knoop is None else _parse_stijl(knoop, bevindingen),
        prestatie=soort is Schaalsoort.PRESTATIE,
        vraag=velden.read_tekst("vraag"),
    )
    velden.check_onbekend()
    return gevonden
