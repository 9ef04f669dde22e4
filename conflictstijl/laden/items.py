"""The items of a questionnaire: one line per statement, two lines per pair, or a question with options."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from conflictstijl.laden.bevindingen import Bevindingen
from conflictstijl.laden.knopen import Kaart, Knoop, Lijst, Tekst
from conflictstijl.laden.opties import OPTIEWOORDEN, Kader, parse_keuze, parse_optie, read_uitspraak, render_naam
from conflictstijl.laden.sleutel import GEEN, parse_sleutel
from conflictstijl.laden.velden import check_dubbel, check_id, check_leeg
from conflictstijl.laden.voorwaarden import Eerder, check_nieuw, parse_voorwaarden
from conflictstijl.model.vragen import Item, Keuze, Stelling, Voorwaarde, Vorm, Vraag
from conflictstijl.tekst import render_citaat

MAX_ITEMS = 500
_PAAR = 2
_GEPLAKT = re.compile(r"(-?\w[\w ,.-]*):\S")
_VORMHINT = "schrijf '- schaal: tekst' op een regel"


class _Ruw(NamedTuple):
    """One entry of the list: its id and the pairs of key and text that are no reserved word.

    `heel` is False when something in it was already called wrong.
    """

    id: str
    knoop: Kaart
    paren: Sequence[tuple[Tekst, Knoop]]
    woorden: Mapping[str, Knoop]
    heel: bool


def parse_items(
    knoop: Knoop | None, kader: Kader, eerder: dict[str, Vraag | None], bevindingen: Bevindingen
) -> tuple[Item, ...]:
    """Return the items that a node describes.

    `eerder` holds the questions asked before, on which they may depend; the new ones are added to it, None for an
    item that is wrong.
    """
    if knoop is None:
        return ()
    if not isinstance(knoop, Lijst) or not knoop.delen:
        hint = "begin elke stelling op een eigen regel met '- schaal: tekst'"
        bevindingen.add(knoop.plek, "items", "'items' is een lijst met ten minste een stelling", hint)
        return ()
    if len(knoop.delen) > MAX_ITEMS:
        plek = knoop.delen[MAX_ITEMS].plek
        bevindingen.add(plek, "items", f"er zijn meer dan {MAX_ITEMS} stellingen", "verdeel ze over twee vragenlijsten")
        return ()
    ruw = [_read_item(deel, str(nummer), kader, bevindingen) for nummer, deel in enumerate(knoop.delen, 1)]
    heel = _check_vorm([een for een in ruw if een.knoop.paren], kader.vorm, bevindingen)
    items: list[Item] = []
    for een in ruw:
        item = _parse_item(een, kader, eerder, bevindingen) if heel else None
        eerder.setdefault(een.id, item)
        items += [] if item is None else [item]
    return tuple(items)


def _read_item(knoop: Knoop, nummer: str, kader: Kader, bevindingen: Bevindingen) -> _Ruw:
    naam = f"{kader.onderdeel}.{nummer}" if kader.onderdeel else nummer
    if not isinstance(knoop, Kaart):
        _check_los(knoop, nummer, bevindingen)
        return _Ruw(naam, Kaart(knoop.plek, []), (), {}, heel=False)
    _check_paar(knoop, kader, bevindingen)
    heel = not check_dubbel(knoop, bevindingen)
    paren: list[tuple[Tekst, Knoop]] = []
    woorden: dict[str, Knoop] = {}
    for sleutel, waarde in knoop.paren:
        if sleutel.waarde == "id":
            gegeven = check_id(waarde, bevindingen)
            naam = (f"{kader.onderdeel}.{gegeven}" if kader.gedeeld else gegeven) if gegeven else naam
        elif sleutel.waarde in OPTIEWOORDEN:
            woorden[sleutel.waarde] = waarde
        else:
            paren.append((sleutel, waarde))
    return _Ruw(naam, knoop, paren, woorden, heel)


def _check_paar(knoop: Kaart, kader: Kader, bevindingen: Bevindingen) -> None:
    """Report a pair in which two texts have the same style, which is more than a double key."""
    namen = [sleutel for sleutel, _ in knoop.paren if sleutel.waarde not in ("id", *OPTIEWOORDEN)]
    if kader.vorm is Vorm.KIES and len(namen) == _PAAR and namen[0].waarde == namen[1].waarde:
        wat = "een paar heeft twee verschillende stijlen, en hier staat twee keer dezelfde"
        bevindingen.add_onbruikbaar(namen[1].plek, "dubbele-stijl", wat, "geef de tweede zin een andere stijl")


def _parse_item(ruw: _Ruw, kader: Kader, eerder: Eerder, bevindingen: Bevindingen) -> Item | None:
    plek = next((waarde.plek for sleutel, waarde in ruw.knoop.paren if sleutel.waarde == "id"), ruw.knoop.plek)
    check_nieuw(ruw.id, eerder, plek, bevindingen)
    als = kader.als + parse_voorwaarden(ruw.woorden.get("als"), eerder, bevindingen, kader.onderdeel)
    if set(ruw.woorden) - {"als"}:
        return parse_keuze(ruw.knoop, ruw.id, als, kader, bevindingen) if ruw.heel else None
    if not ruw.heel:
        return None
    if kader.vorm is Vorm.STELLINGEN:
        return _parse_stelling(ruw, als, kader, bevindingen)
    if kader.vorm is Vorm.KIES:
        return _parse_paar(ruw, als, kader, bevindingen)
    if kader.vorm is not None:
        _write_zonder_opties(ruw, kader.vorm, bevindingen)
        return None
    for sleutel, tekst in ruw.paren:
        parse_sleutel(sleutel, kader.schalen, bevindingen)
        read_uitspraak(tekst, kader, bevindingen)
    return None


def _check_los(knoop: Knoop, nummer: str, bevindingen: Bevindingen) -> None:
    """Report an entry that is no pair of key and text, with the likely cause."""
    if isinstance(knoop, Lijst) or check_leeg(knoop):
        wat = f"stelling {nummer} is leeg" if check_leeg(knoop) else f"stelling {nummer} is een lijst"
        bevindingen.add(knoop.plek, "stelling", wat, _VORMHINT)
        return
    tekst = knoop.waarde if isinstance(knoop, Tekst) else ""
    geplakt = _GEPLAKT.match(tekst)
    if geplakt:
        plek = knoop.plek._replace(kolom=knoop.plek.kolom + geplakt.end(1))
        bevindingen.add(plek, "stelling", "achter de dubbele punt ontbreekt een spatie", _VORMHINT)
    else:
        hint = f"{_VORMHINT}, of '- {GEEN}: tekst' als hij niet meetelt"
        bevindingen.add(knoop.plek, "stelling", f"stelling {nummer} heeft geen schaal", hint)


def _check_vorm(items: Sequence[_Ruw], vorm: Vorm | None, bevindingen: Bevindingen) -> bool:
    """Return False after one finding when every item has the shape of another form."""
    anders = {Vorm.STELLINGEN: _PAAR, Vorm.KIES: 1}
    plat = [item for item in items if not item.woorden]
    if vorm is not None and vorm not in anders and _PAAR <= len(plat) == len(items):
        _write_zonder_opties(plat[0], vorm, bevindingen)
        return False
    if vorm not in anders or len(plat) < _PAAR or {len(item.paren) for item in plat} != {anders[vorm]}:
        return True
    if vorm is Vorm.STELLINGEN:
        wat, hint = "elke stelling heeft twee teksten", "voeg 'vorm: kies' toe als iemand uit twee moet kiezen"
    else:
        wat, hint = "bij 'vorm: kies' heeft elk paar twee teksten, en hier staat er steeds een", "haal 'vorm: kies' weg"
    bevindingen.add(plat[0].knoop.plek, "vorm", wat, hint)
    return False


def _write_zonder_opties(ruw: _Ruw, vorm: Vorm, bevindingen: Bevindingen) -> None:
    wat = f"bij 'vorm: {vorm}' heeft een vraag opties"
    bevindingen.add(ruw.knoop.plek, "opties", wat, "zet ze onder 'opties:', elk als '- schaal: tekst'")


def _parse_stelling(ruw: _Ruw, als: tuple[Voorwaarde, ...], kader: Kader, bevindingen: Bevindingen) -> Stelling | None:
    if len(ruw.paren) != 1:
        _write_aantal(ruw, kader, bevindingen)
        return None
    sleutelknoop, tekstknoop = ruw.paren[0]
    sleutel = parse_sleutel(sleutelknoop, kader.schalen, bevindingen)
    tekst = read_uitspraak(tekstknoop, kader, bevindingen)
    if sleutel is None or tekst is None or kader.antwoorden is None:
        return None
    return Stelling(ruw.id, tekst, sleutel, kader.antwoorden, sleutelknoop.plek, als, kader.onderdeel)


def _write_aantal(ruw: _Ruw, kader: Kader, bevindingen: Bevindingen) -> None:
    """Report a statement without a text, or with a line too many."""
    stelling = f"stelling {render_naam(ruw.id, kader)}"
    if not ruw.paren:
        bevindingen.add(ruw.knoop.plek, "stelling", f"{stelling} heeft geen tekst", _VORMHINT)
        return
    naam = ruw.paren[1][0]
    wat = f"{stelling} heeft er een regel bij: {render_citaat(naam.waarde)}"
    hint = (
        "geef elke stelling een eigen streepje, of zet een tekst met een dubbele punt tussen dubbele aanhalingstekens"
    )
    bevindingen.add(naam.plek, "stelling", wat, hint)


def _parse_paar(ruw: _Ruw, als: tuple[Voorwaarde, ...], kader: Kader, bevindingen: Bevindingen) -> Keuze | None:
    if len(ruw.paren) != _PAAR:
        plek = ruw.paren[_PAAR][0].plek if len(ruw.paren) > _PAAR else ruw.knoop.plek
        aantal = {0: "geen uitspraak", 1: "maar een uitspraak"}.get(len(ruw.paren), "meer dan twee uitspraken")
        wat = f"paar {render_naam(ruw.id, kader)} heeft {aantal}"
        bevindingen.add(plek, "paar", wat, "zet twee regels 'schaal: tekst' onder een streepje")
        return None
    gevonden = [parse_optie(sleutel, tekst, kader, bevindingen, paar=True) for sleutel, tekst in ruw.paren]
    opties = tuple(optie for optie in gevonden if optie is not None)
    if len(opties) != _PAAR:
        return None
    return Keuze(ruw.id, opties, ruw.knoop.plek, als=als, onderdeel=kader.onderdeel)
