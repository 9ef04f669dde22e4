"""The items of a questionnaire: one line per statement, two lines per pair."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from conflictstijl.fouten import Plek
from conflictstijl.laden.bevindingen import Bevindingen
from conflictstijl.laden.knopen import Kaart, Knoop, Lijst, Tekst
from conflictstijl.laden.sleutel import GEEN, parse_sleutel
from conflictstijl.laden.velden import check_dubbel, check_id, check_leeg, read_tekst
from conflictstijl.model.vragenlijst import Keuze, Optie, Stelling, Vorm
from conflictstijl.tekst import render_citaat

MAX_ITEMS = 500
GERESERVEERD = ("als", "id", "vraag", "opties", "casus", "vorm", "a", "b", GEEN)
"""Words with a meaning of their own in an item or in its answers: no scale can have such a name."""
_NOG_NIET = ("als", "vraag", "opties", "casus", "vorm")
_PAAR = 2
_EINDTEKENS = ".?!…\"'”\u2019)"
_GEPLAKT = re.compile(r"(-?\w[\w ,.-]*):\S")
_VORMHINT = "schrijf '- schaal: tekst' op een regel"

Schalen = frozenset[str] | None
Items = tuple[tuple[Stelling, ...], tuple[Keuze, ...]]


class _Item(NamedTuple):
    """One entry of the list: its id and the pairs of key and text that are no reserved word.

    `heel` is False when something in it was already called wrong.
    """

    id: str
    plek: Plek
    paren: Sequence[tuple[Tekst, Knoop]]
    heel: bool


def parse_items(knoop: Knoop | None, vorm: Vorm | None, schalen: Schalen, bevindingen: Bevindingen) -> Items:
    """Return the statements and the forced choices (one of the two is empty) that a node describes.

    `vorm` is None when the form itself was wrong; then only what holds for every form is checked.
    """
    if knoop is None:
        return (), ()
    if not isinstance(knoop, Lijst) or not knoop.delen:
        hint = "begin elke stelling op een eigen regel met '- schaal: tekst'"
        bevindingen.add(knoop.plek, "items", "'items' is een lijst met ten minste een stelling", hint)
        return (), ()
    if len(knoop.delen) > MAX_ITEMS:
        plek = knoop.delen[MAX_ITEMS].plek
        bevindingen.add(plek, "items", f"er zijn meer dan {MAX_ITEMS} stellingen", "verdeel ze over twee vragenlijsten")
        return (), ()
    ruw = [_parse_item(deel, str(nummer), bevindingen) for nummer, deel in enumerate(knoop.delen, 1)]
    items = [item for item in ruw if item is not None]
    _check_ids(items, bevindingen)
    if _check_vorm(items, vorm, bevindingen):
        return _parse_elk(items, vorm, schalen, bevindingen)
    return (), ()


def _parse_elk(items: Iterable[_Item], vorm: Vorm | None, schalen: Schalen, bevindingen: Bevindingen) -> Items:
    if vorm is Vorm.KIES:
        return (), tuple(keuze for item in items if (keuze := _parse_keuze(item, schalen, bevindingen)))
    if vorm is Vorm.STELLINGEN:
        return tuple(stelling for item in items if (stelling := _parse_stelling(item, schalen, bevindingen))), ()
    for item in items:
        for sleutel, tekst in item.paren:
            parse_sleutel(sleutel, schalen, bevindingen)
            _read_uitspraak(tekst, bevindingen)
    return (), ()


def _parse_item(knoop: Knoop, nummer: str, bevindingen: Bevindingen) -> _Item | None:
    if not isinstance(knoop, Kaart):
        _check_los(knoop, nummer, bevindingen)
        return None
    heel = not check_dubbel(knoop, bevindingen)
    naam = nummer
    paren: list[tuple[Tekst, Knoop]] = []
    for sleutel, waarde in knoop.paren:
        if sleutel.waarde in _NOG_NIET:
            heel = False
            wat = f"'{sleutel.waarde}' kan deze versie van het programma nog niet"
            bevindingen.add(sleutel.plek, "nog-niet", wat, "haal deze regel weg")
        elif sleutel.waarde == "id":
            naam = check_id(waarde, bevindingen) or nummer
        else:
            paren.append((sleutel, waarde))
    return _Item(naam, knoop.plek, paren, heel)


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


def _check_ids(items: Iterable[_Item], bevindingen: Bevindingen) -> None:
    eerder: dict[str, int] = {}
    for item in items:
        if item.id in eerder:
            wat = f"id '{item.id}' staat ook op regel {eerder[item.id]}"
            bevindingen.add(item.plek, "dubbel-id", wat, "geef elke stelling een eigen id")
        eerder.setdefault(item.id, item.plek.regel)


def _check_vorm(items: Sequence[_Item], vorm: Vorm | None, bevindingen: Bevindingen) -> bool:
    """Return False after one finding when every item has the shape of the other form."""
    anders = {Vorm.STELLINGEN: _PAAR, Vorm.KIES: 1}
    if vorm is None or len(items) < _PAAR or {len(item.paren) for item in items} != {anders[vorm]}:
        return True
    if vorm is Vorm.STELLINGEN:
        wat, hint = "elke stelling heeft twee teksten", "voeg 'vorm: kies' toe als iemand uit twee moet kiezen"
    else:
        wat, hint = "bij 'vorm: kies' heeft elk paar twee teksten, en hier staat er steeds een", "haal 'vorm: kies' weg"
    bevindingen.add(items[0].plek, "vorm", wat, hint)
    return False


def _read_uitspraak(knoop: Knoop, bevindingen: Bevindingen) -> str | None:
    tekst = read_tekst(knoop, bevindingen)
    if tekst and isinstance(knoop, Tekst) and knoop.afgekapt and tekst[-1] not in _EINDTEKENS:
        wat = "achter deze tekst begint commentaar (#), maar de zin lijkt niet af"
        hint = "hoort # bij de tekst, zet die dan tussen dubbele aanhalingstekens"
        bevindingen.add_waarschuwing(knoop.plek, "hekje", wat, hint)
    return tekst


def _parse_stelling(item: _Item, schalen: Schalen, bevindingen: Bevindingen) -> Stelling | None:
    if not item.heel:
        return None
    if len(item.paren) != 1:
        _write_aantal(item, bevindingen)
        return None
    sleutelknoop, tekstknoop = item.paren[0]
    sleutel = parse_sleutel(sleutelknoop, schalen, bevindingen)
    tekst = _read_uitspraak(tekstknoop, bevindingen)
    if sleutel is None or tekst is None:
        return None
    return Stelling(item.id, tekst, sleutel, sleutelknoop.plek)


def _write_aantal(item: _Item, bevindingen: Bevindingen) -> None:
    """Report a statement without a text, or with a line too many."""
    if not item.paren:
        bevindingen.add(item.plek, "stelling", f"stelling {item.id} heeft geen tekst", _VORMHINT)
        return
    naam = item.paren[1][0]
    wat = f"stelling {item.id} heeft er een regel bij: {render_citaat(naam.waarde)}"
    hint = (
        "geef elke stelling een eigen streepje, of zet een tekst met een dubbele punt tussen dubbele aanhalingstekens"
    )
    bevindingen.add(naam.plek, "stelling", wat, hint)


def _parse_keuze(item: _Item, schalen: Schalen, bevindingen: Bevindingen) -> Keuze | None:
    if not item.heel:
        return None
    if len(item.paren) != _PAAR:
        plek = item.paren[_PAAR][0].plek if len(item.paren) > _PAAR else item.plek
        aantal = {0: "geen uitspraak", 1: "maar een uitspraak"}.get(len(item.paren), "meer dan twee uitspraken")
        wat = f"paar {item.id} heeft {aantal}"
        bevindingen.add(plek, "paar", wat, "zet twee regels 'schaal: tekst' onder een streepje")
        return None
    opties = [_parse_optie(sleutel, tekst, schalen, bevindingen) for sleutel, tekst in item.paren]
    eerste, tweede = opties
    return Keuze(item.id, (eerste, tweede), item.plek) if eerste and tweede else None


def _parse_optie(sleutelknoop: Tekst, tekstknoop: Knoop, schalen: Schalen, bevindingen: Bevindingen) -> Optie | None:
    sleutel = parse_sleutel(sleutelknoop, schalen, bevindingen)
    tekst = _read_uitspraak(tekstknoop, bevindingen)
    if sleutel is not None and (not sleutel or sleutelknoop.waarde != sleutel[0].schaal):
        wat = "een uitspraak in een paar hoort bij precies een schaal"
        bevindingen.add(sleutelknoop.plek, "paar", wat, f"schrijf alleen de naam, zonder min, gewicht of '{GEEN}'")
        return None
    if sleutel is None or tekst is None:
        return None
    return Optie(tekst, sleutel, sleutelknoop.plek)
