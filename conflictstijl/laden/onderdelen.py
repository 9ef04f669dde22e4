"""The parts of a questionnaire: each with its own items, or all with the same ones."""

from typing import NamedTuple

from conflictstijl.fouten import Plek
from conflictstijl.laden.antwoordschaal import parse_antwoordschaal
from conflictstijl.laden.bevindingen import Bevindingen
from conflictstijl.laden.items import MAX_ITEMS, parse_items
from conflictstijl.laden.knopen import Knoop, Lijst, Tekst
from conflictstijl.laden.opties import Kader, check_totaal, read_totaal
from conflictstijl.laden.teksten import check_gebruikt, read_woorden
from conflictstijl.laden.velden import Velden, check_id
from conflictstijl.laden.voorwaarden import parse_voorwaarden
from conflictstijl.model.vragen import Item, Vorm, Vraag
from conflictstijl.model.vragenlijst import Onderdeel
from conflictstijl.tekst import advise_naam, render_citaat

_VAST = ("naam", "uitleg", "vorm", "antwoorden", "totaal", "items", "als")
_ITEMS = "zet 'items:' bij elk onderdeel, of zet ze buiten de onderdelen als elk onderdeel dezelfde vragen heeft"
_BIJ_ITEMS = ("vorm", "antwoorden", "totaal")
"""Keys that say how items are answered; shared items are answered in one way."""


class _Deel(NamedTuple):
    """One part while it is read; `items` is None when it asks the shared ones."""

    onderdeel: Onderdeel
    kader: Kader
    items: Knoop | None
    woorden: dict[str, tuple[str, Plek]]
    velden: Velden
    plek: Plek


def parse_onderdelen(
    velden: Velden, kader: Kader, eerder: dict[str, Vraag | None]
) -> tuple[tuple[Onderdeel, ...], tuple[Item, ...], bool]:
    """Return the parts, the items of all of them, and whether they share these items.

    Without `onderdelen` there are no parts, and the items are those of the questionnaire itself. The items are added
    to `eerder`, the questions asked before.
    """
    gedeeld = velden.read_knoop("items", verplicht=velden.read_knoop("onderdelen") is None)
    if velden.read_knoop("onderdelen") is None:
        return (), parse_items(gedeeld, kader, eerder, velden.bevindingen), False
    groep = velden.read_groep("onderdelen")
    delen = [
        _read_deel(sleutel, knoop, kader, velden) for sleutel, knoop in groep if check_id(sleutel, velden.bevindingen)
    ]
    groep.check_onbekend()
    _check_items(delen, gedeeld, velden.bevindingen)
    for deel in delen:
        check_gebruikt(deel.woorden, _VAST, velden.knoop, velden.bevindingen)
    if not _check_aantal(delen, gedeeld, groep.plek, velden.bevindingen):
        return (), (), gedeeld is not None
    return *_parse_delen(delen, gedeeld, eerder, velden.bevindingen), gedeeld is not None


def _read_deel(sleutel: Tekst, knoop: Knoop, kader: Kader, lijst: Velden) -> _Deel:
    naam = sleutel.waarde
    velden = Velden(knoop, lijst.bevindingen, f"onderdeel {render_citaat(naam)}")
    woorden = read_woorden(velden, _VAST)
    eigen = kader._replace(onderdeel=naam, woorden={woord: tekst for woord, (tekst, _) in woorden.items()})
    titel, uitleg = (kader.lezer.read_veld(velden, veld, eigen.woorden) for veld in ("naam", "uitleg"))
    items = velden.read_knoop("items")
    velden.check_onbekend()
    deel = _Deel(Onderdeel(naam, titel or naam, uitleg), eigen, items, woorden, velden, sleutel.plek)
    if items is None:
        _check_gedeeld(velden, lijst)
        return deel
    return deel._replace(kader=_read_vorm(deel, lijst))


def _read_vorm(deel: _Deel, lijst: Velden) -> Kader:
    """Return how the items of a part are answered: as it says itself, else as the questionnaire says."""
    velden, kader = deel.velden, deel.kader
    schaal, bevindingen = velden.read_knoop("antwoorden"), velden.bevindingen
    vorm = kader.vorm if velden.read_knoop("vorm") is None else velden.read_woord("vorm", Vorm)
    if schaal is not None and vorm not in {None, Vorm.STELLINGEN}:
        bevindingen.add(schaal.plek, "antwoorden", f"bij 'vorm: {vorm}' horen geen 'antwoorden'", "haal de regel weg")
    if schaal is None and vorm is Vorm.STELLINGEN and lijst.read_knoop("antwoorden") is None:
        wat = f"onderdeel {render_citaat(kader.onderdeel)} heeft geen 'antwoorden'"
        bevindingen.add(deel.plek, "antwoorden", wat, "zet ze bij het onderdeel of bij de vragenlijst")
    return kader._replace(
        vorm=vorm,
        antwoorden=kader.antwoorden if schaal is None else parse_antwoordschaal(schaal, bevindingen),
        totaal=kader.totaal if velden.read_knoop("totaal") is None else read_totaal(velden),
    )


def _check_gedeeld(velden: Velden, lijst: Velden) -> None:
    """Report a part that asks the shared items in a way of its own."""
    for naam in _BIJ_ITEMS if lijst.read_knoop("items") is not None else ():
        knoop = velden.read_knoop(naam)
        if knoop is not None:
            wat = f"dit onderdeel stelt de vragen van alle onderdelen, en heeft dus geen eigen '{naam}'"
            hint = "zet de regel bij de vragenlijst, of geef elk onderdeel eigen items"
            velden.bevindingen.add(knoop.plek, "onderdeel", wat, hint)


def _check_items(delen: list[_Deel], gedeeld: Knoop | None, bevindingen: Bevindingen) -> None:
    zonder = [deel for deel in delen if deel.items is None and not _check_getikt(deel.velden)]
    if gedeeld is None and len(zonder) == len(delen) > 1:
        wat = "er zijn geen items, niet in de onderdelen en niet erbuiten"
        bevindingen.add(delen[0].plek, "onderdeel", wat, _ITEMS)
        return
    for deel in zonder if gedeeld is None else []:
        bevindingen.add(deel.plek, "onderdeel", f"onderdeel '{deel.onderdeel.id}' heeft geen items", _ITEMS)
    for deel in delen:
        if deel.items is not None and gedeeld is not None:
            wat = f"onderdeel '{deel.onderdeel.id}' heeft eigen items, en er staan ook items voor alle onderdelen"
            bevindingen.add(deel.items.plek, "onderdeel", wat, "kies een van de twee")


def _check_getikt(velden: Velden) -> bool:
    """Return True when a part has its items under a mistyped name, which is told there."""
    return any(advise_naam(sleutel.waarde, ["items"]) for sleutel, _ in velden)


def _check_aantal(delen: list[_Deel], gedeeld: Knoop | None, plek: Plek, bevindingen: Bevindingen) -> bool:
    """Return False after a finding when the parts together ask too much: shared items count once per part."""
    lijsten = [deel.items if gedeeld is None else gedeeld for deel in delen]
    aantallen = [len(lijst.delen) for lijst in lijsten if isinstance(lijst, Lijst)]
    if sum(aantallen) <= MAX_ITEMS or max(aantallen) > MAX_ITEMS:
        return True
    wat = f"samen stellen de onderdelen {sum(aantallen)} vragen, en dat mogen er {MAX_ITEMS} zijn"
    bevindingen.add(plek, "te-groot", wat, "neem minder onderdelen of minder vragen")
    return False


def _parse_delen(
    delen: list[_Deel], gedeeld: Knoop | None, eerder: dict[str, Vraag | None], bevindingen: Bevindingen
) -> tuple[tuple[Onderdeel, ...], tuple[Item, ...]]:
    """Return the parts and all their items; what is wrong in shared items is told once, not once per part."""
    onderdelen: list[Onderdeel] = []
    items: list[Item] = []
    for deel in delen:
        als = parse_voorwaarden(deel.velden.read_knoop("als"), eerder, bevindingen)
        kader = deel.kader._replace(als=als, gedeeld=gedeeld is not None)
        eigen = bevindingen.build_leeg()
        nieuw = parse_items(deel.items if gedeeld is None else gedeeld, kader, eerder, eigen)
        # the way out may name words that one part has and another has not
        gezien = {bevinding[:3] for bevinding in bevindingen}
        bevindingen.extend(bevinding for bevinding in eigen if bevinding[:3] not in gezien)
        if deel.items is not None and not eigen:
            check_totaal(deel.velden, kader.vorm, nieuw)
        onderdelen.append(deel.onderdeel._replace(als=als))
        items += nieuw
    return tuple(onderdelen), tuple(items)
