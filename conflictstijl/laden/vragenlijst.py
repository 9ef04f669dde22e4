"""A `vragenlijst` file into the model, in one of its versions."""

import re
from collections.abc import Iterable
from dataclasses import replace
from enum import StrEnum
from fractions import Fraction
from pathlib import Path
from typing import NamedTuple

from conflictstijl.laden.afgeleid import parse_afgeleid
from conflictstijl.laden.antwoordschaal import parse_antwoordschaal
from conflictstijl.laden.banden import parse_banden
from conflictstijl.laden.bevindingen import Bevindingen
from conflictstijl.laden.blauwdruk import parse_blauwdruk
from conflictstijl.laden.eenheid import parse_eenheid
from conflictstijl.laden.knopen import Knoop, Tekst
from conflictstijl.laden.normen import Bereiken, parse_normen
from conflictstijl.laden.onderdelen import parse_onderdelen
from conflictstijl.laden.opties import Kader, check_totaal, read_totaal
from conflictstijl.laden.rondom import parse_achtergrond, parse_oefen, parse_open
from conflictstijl.laden.schalen import parse_schalen
from conflictstijl.laden.teksten import Tekstlezer, check_gebruikt
from conflictstijl.laden.uitkomsten import parse_uitkomsten
from conflictstijl.laden.varianten import VARIANTNAMEN, parse_varianten, read_variant
from conflictstijl.laden.velden import Velden, check_id, read_janee
from conflictstijl.model.gebruik import Gezelschap, Moment
from conflictstijl.model.gewicht import read_bereik
from conflictstijl.model.vragen import (
    Achtergrondvraag,
    Antwoordschaal,
    Item,
    Keuze,
    OpenVraag,
    Sleutel,
    Stelling,
    Vorm,
    Vraag,
)
from conflictstijl.model.vragenlijst import Onderdeel, Schaal, Scoresoort, Volgorde, Vragenlijst

_NOG_NIET = ("weergave", "groep")
_STANDAARD_ONTBREKEND = Fraction(4, 5)
_PROCENT = re.compile(r"([0-9]{1,3}) ?%")
_PROCENTEN = range(1, 101)
_LANGSTE_DUUR = 240


class _Poortwoord(StrEnum):
    """The one word that puts the safety question first."""

    VRAGEN = "vragen"


class Leeswijze(NamedTuple):
    """How a questionnaire is read: in which version (empty: the standard one), and where its norm file stands."""

    variant: str = ""
    folder: Path | None = None


class _Vragen(NamedTuple):
    """Everything that a questionnaire asks."""

    achtergrond: tuple[Achtergrondvraag, ...]
    onderdelen: tuple[Onderdeel, ...]
    items: tuple[Item, ...]
    gedeeld: bool
    open: tuple[OpenVraag, ...]


_GEWOON = Leeswijze()


def parse_vragenlijst(wortel: Knoop, bevindingen: Bevindingen, wijze: Leeswijze = _GEWOON) -> Vragenlijst | None:
    """Return the questionnaire that a tree describes, or None when that gives an error.

    Raises GebruikFout for a version that the questionnaire does not have.
    """
    begin = bevindingen.count_fouten()
    velden = Velden(wortel, bevindingen, "deze vragenlijst")
    naam = velden.read_kop("vragenlijst")
    versie = velden.read_versie()
    # who only answers what an outcome asks about needs no scale
    zonder = velden.read_knoop("schalen") is None and velden.read_knoop("uitkomsten") is not None
    schalen = [] if zonder else parse_schalen(velden)
    varianten = parse_varianten(velden)
    variant = read_variant(varianten.alle, wijze.variant, naam)
    kader = _build_kader(velden, Tekstlezer(varianten.alle, variant), schalen)
    vragen = _parse_vragen(velden, kader, heel=bevindingen.count_fouten() == begin)
    vragenlijst = Vragenlijst(
        id=naam,
        versie=versie,
        titel=velden.read_tekst("titel", verplicht=True),
        schalen=tuple(schalen or ()),
        items=vragen.items,
        antwoorden=kader.antwoorden,
        uitleg=kader.lezer.read_veld(velden, "uitleg", {}),
        minuten=velden.read_geheel("minuten", 1, _LANGSTE_DUUR),
        herkomst=velden.read_herkomst(),
        onderdelen=vragen.onderdelen,
        gedeeld=vragen.gedeeld,
        achtergrond=vragen.achtergrond,
        oefen=parse_oefen(velden, kader),
        open=vragen.open,
        varianten=varianten.alle,
        variant=variant,
    )
    vragenlijst = _split_schalen(_parse_regels(vragenlijst, velden, kader.vorm), velden)
    # scales per part follow from the items: with a wrong one among these there is no saying which are missing
    half = velden.read_knoop("per_onderdeel") is not None and bevindingen.count_fouten() > begin
    namen = None if schalen is None or half else [schaal.id for schaal in vragenlijst.schalen]
    bereiken = _read_bereiken(vragenlijst, namen, heel=bevindingen.count_fouten() == begin)
    vragenlijst = replace(
        vragenlijst,
        afgeleid=parse_afgeleid(velden, bereiken),
        normen=parse_normen(velden, bereiken, wijze.folder),
        eenheid=parse_eenheid(velden, vragenlijst),
    )
    heel = bevindingen.count_fouten() == begin
    vragenlijst = replace(vragenlijst, uitkomsten=parse_uitkomsten(velden, kader.lezer, vragenlijst, heel=heel))
    check_gebruikt(varianten.woorden, VARIANTNAMEN, wortel, bevindingen)
    velden.check_onbekend(nog_niet=_NOG_NIET)
    return vragenlijst if bevindingen.count_fouten() == begin else None


def _parse_vragen(velden: Velden, kader: Kader, *, heel: bool) -> _Vragen:
    """Return everything that is asked; a total is held against it only when nothing is wrong (`heel`: until now)."""
    begin = velden.bevindingen.count_fouten()
    eerder: dict[str, Vraag | None] = {}
    achtergrond = parse_achtergrond(velden, kader.lezer, eerder)
    onderdelen, items, gedeeld = parse_onderdelen(velden, kader, eerder)
    if heel and velden.bevindingen.count_fouten() == begin:
        check_totaal(velden, kader.vorm, items)
    return _Vragen(achtergrond, onderdelen, items, gedeeld, parse_open(velden, kader, eerder))


def _read_bereiken(vragenlijst: Vragenlijst, namen: list[str] | None, *, heel: bool) -> Bereiken | None:
    """Return what every scale can reach; there is no saying when an item is wrong (not `heel`) or there is none."""
    if namen is None:
        return None
    bereiken = {naam: read_bereik(vragenlijst, naam) for naam in namen}
    return {naam: bereik if heel and bereik[0] < bereik[1] else None for naam, bereik in bereiken.items()}


def _parse_regels(vragenlijst: Vragenlijst, velden: Velden, vorm: Vorm | None) -> Vragenlijst:
    """Return the questionnaire with its rules of scoring and showing."""
    return replace(
        vragenlijst,
        score=velden.read_keuze("score", Scoresoort, Scoresoort.GEMIDDELDE),
        ontbrekend=_parse_ontbrekend(velden),
        evenwicht=_parse_evenwicht(velden, vorm),
        blauwdruk=parse_blauwdruk(velden),
        banden=parse_banden(velden),
        volgorde=velden.read_keuze("volgorde", Volgorde, Volgorde.VAST),
        opties_volgorde=velden.read_keuze("opties_volgorde", Volgorde, Volgorde.VAST),
        bij=_parse_bij(velden),
        moment=velden.read_woord("moment", Moment),
        gezelschap=velden.read_woord("met", Gezelschap),
        veiligheid=velden.read_woord("veiligheid", _Poortwoord) is not None,
    )


def _build_kader(velden: Velden, lezer: Tekstlezer, schalen: list[Schaal] | None) -> Kader:
    vorm = _parse_vorm(velden)
    return Kader(
        lezer=lezer,
        vorm=vorm,
        schalen=None if schalen is None else frozenset(schaal.id for schaal in schalen),
        antwoorden=_parse_antwoorden(velden, vorm),
        totaal=read_totaal(velden),
    )


def _parse_vorm(velden: Velden) -> Vorm | None:
    """Return the form; None when it is given and wrong, for then nothing that depends on it is checked."""
    if velden.read_knoop("vorm") is None:
        return Vorm.STELLINGEN
    return velden.read_woord("vorm", Vorm)


def _parse_antwoorden(velden: Velden, vorm: Vorm | None) -> Antwoordschaal | None:
    # parts with items of their own have a form of their own, and may bring their own answers
    een_vorm = velden.read_knoop("onderdelen") is None or velden.read_knoop("items") is not None
    knoop = velden.read_knoop("antwoorden", verplicht=vorm is Vorm.STELLINGEN and een_vorm)
    if knoop is None:
        return None
    if vorm not in {None, Vorm.STELLINGEN} and een_vorm:
        wat = f"bij 'vorm: {vorm}' horen geen 'antwoorden'"
        velden.bevindingen.add(knoop.plek, "antwoorden", wat, "haal de regel weg")
        return None
    return parse_antwoordschaal(knoop, velden.bevindingen)


def _parse_ontbrekend(velden: Velden) -> Fraction:
    knoop = velden.read_knoop("ontbrekend")
    if knoop is None:
        return _STANDAARD_ONTBREKEND
    woord = knoop.waarde if isinstance(knoop, Tekst) else ""
    treffer = _PROCENT.fullmatch(woord)
    if woord == "alles":
        return Fraction(1)
    if treffer and int(treffer[1]) in _PROCENTEN:
        return Fraction(int(treffer[1]), 100)
    wat = "'ontbrekend' zegt welk deel van een schaal ingevuld moet zijn"
    velden.bevindingen.add(knoop.plek, "ontbrekend", wat, "schrijf bijvoorbeeld '75%' of 'alles'")
    return _STANDAARD_ONTBREKEND


def _parse_evenwicht(velden: Velden, vorm: Vorm | None) -> bool:
    knoop = velden.read_knoop("evenwicht")
    if knoop is None:
        return False
    if not (isinstance(knoop, Tekst) and knoop.waarde == "streng"):
        velden.bevindingen.add(knoop.plek, "evenwicht", "'evenwicht' kan alleen 'streng' zijn", "schrijf 'streng'")
    elif vorm is Vorm.STELLINGEN and velden.read_knoop("onderdelen") is None:
        wat = "'evenwicht' hoort alleen bij 'vorm: kies'"
        velden.bevindingen.add(knoop.plek, "evenwicht", wat, "haal de regel weg")
    return True


def _parse_bij(velden: Velden) -> str:
    knoop = velden.read_knoop("bij")
    naam = "" if knoop is None else check_id(knoop, velden.bevindingen) or ""
    if knoop is not None and naam and naam == velden.read_tekst("vragenlijst"):
        wat = "een vragenlijst kan zichzelf niet verdiepen"
        velden.bevindingen.add(knoop.plek, "bij", wat, "noem achter 'bij' een andere vragenlijst")
    return naam


def _split_schalen(vragenlijst: Vragenlijst, velden: Velden) -> Vragenlijst:
    """Return the questionnaire with scales per part, when it asks for them: `kalm.forceren`."""
    if not read_janee(velden, "per_onderdeel"):
        return vragenlijst
    knoop = velden.read_knoop("per_onderdeel")
    if knoop is not None and velden.read_knoop("onderdelen") is None:
        velden.bevindingen.add(knoop.plek, "onderdeel", "'per_onderdeel' hoort bij 'onderdelen'", "haal de regel weg")
        return vragenlijst
    schalen = [
        schaal
        for onderdeel in vragenlijst.onderdelen
        for schaal in _build_schalen(onderdeel, vragenlijst.schalen, vragenlijst.items)
    ]
    leeg = [schaal for schaal in vragenlijst.schalen if all(not s.id.endswith(f".{schaal.id}") for s in schalen)]
    items = tuple(_build_item(item) for item in vragenlijst.items)
    return replace(vragenlijst, schalen=(*schalen, *leeg), items=items)


def _build_schalen(onderdeel: Onderdeel, schalen: Iterable[Schaal], items: Iterable[Item]) -> list[Schaal]:
    gebruikt = {
        deel.schaal
        for item in items
        if item.onderdeel == onderdeel.id
        for sleutel in _read_sleutels(item)
        for deel in sleutel
    }
    return [
        schaal._replace(id=f"{onderdeel.id}.{schaal.id}", onderdeel=onderdeel.id)
        for schaal in schalen
        if schaal.id in gebruikt
    ]


def _read_sleutels(item: Item) -> list[Sleutel]:
    return [item.sleutel] if isinstance(item, Stelling) else [optie.sleutel for optie in item.opties]


def _build_item(item: Item) -> Item:
    if isinstance(item, Keuze):
        opties = (replace(optie, sleutel=_build_sleutel(optie.sleutel, item.onderdeel)) for optie in item.opties)
        return replace(item, opties=tuple(opties))
    return replace(item, sleutel=_build_sleutel(item.sleutel, item.onderdeel))


def _build_sleutel(sleutel: Sleutel, onderdeel: str) -> Sleutel:
    return tuple(deel._replace(schaal=f"{onderdeel}.{deel.schaal}") for deel in sleutel)
