"""Answer sheets: YAML, JSON, a list of sheets, or JSON Lines (one sheet per line, read as a stream)."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from conflictstijl.fouten import Bevinding, Plek
from conflictstijl.laden.antwoord import AntwoordOnbekendFout, Ruw, parse_antwoord
from conflictstijl.laden.bevindingen import Bevindingen
from conflictstijl.laden.bladsoort import check_lijst, check_vreemd
from conflictstijl.laden.knopen import Kaart, Knoop, Lijst, Tekst
from conflictstijl.laden.valkuilen import split_regels
from conflictstijl.laden.velden import Velden, check_dubbel, check_leeg, read_tekst
from conflictstijl.laden.yamlbron import MAX_KNOPEN, parse_yaml
from conflictstijl.model.antwoorden import HOOGSTE_ZAAD, Antwoord, Antwoordblad, check_gegeven
from conflictstijl.model.situatie import GESLOTEN, ONVEILIG, TWIJFEL, VEILIG
from conflictstijl.model.vertakking import check_gevraagd
from conflictstijl.model.vragen import Vraag
from conflictstijl.model.vragenlijst import Vragenlijst
from conflictstijl.tekst import advise_naam, clean_tekst, render_citaat, render_opsomming

MAX_BEVINDINGEN = 200
MAX_DEELNEMER = 80
MAX_KNOPEN_BLADEN = 25 * MAX_KNOPEN
"""Bound on the size of a list of sheets; JSON Lines has none."""

_RONDOM = ("achtergrond", "open")
_VOORBEELDEN = 3
_GEEF_BLAD = "geef een bestand met 'vragenlijst:' en 'antwoorden:'"
_SURROGAAT = re.compile(r"\\u(d[89ab][0-9a-f]{2})\\u(d[c-f][0-9a-f]{2})", re.IGNORECASE)


class _Veiligheid(StrEnum):
    """What a sheet can say about safety."""

    VEILIG = VEILIG
    ONVEILIG = ONVEILIG
    TWIJFEL = TWIJFEL


class Verwijzing(NamedTuple):
    """What a sheet says it answers: a questionnaire by id or path, its version, and the one that deepens it."""

    naam: str = ""
    variant: str = ""
    met: str = ""


class _Antwoord(NamedTuple):
    """An answer and where it stands."""

    antwoord: Antwoord
    plek: Plek


Gegeven = dict[str, _Antwoord]
"""The answers of a sheet by question id."""

Vinder = Callable[[Verwijzing, Plek, Bevindingen], Vragenlijst | None]
"""Finds a questionnaire, else adds a finding and returns None; without a name (empty) adds nothing."""

Ingevuld = tuple[Vragenlijst, Antwoordblad]
"""A sheet together with the questionnaire it answers."""


def parse_bladen(tekst: str, bestand: str, vind: Vinder, bevindingen: Bevindingen) -> list[Ingevuld]:
    """Return the sheets of one YAML or JSON text: one sheet or a list of them."""
    begin = len(bevindingen)
    wortel = parse_yaml(clean_json(tekst), bestand, bevindingen, MAX_KNOPEN_BLADEN)
    if check_vreemd(tekst, wortel):
        # whatever YAML makes of it does not matter
        plek = Plek(bestand, 1, 1)
        bevindingen[begin:] = [Bevinding(plek, "andere-soort", "dit is geen antwoordblad", _GEEF_BLAD)]
        return []
    if wortel is None:
        return []
    if isinstance(wortel, Lijst) and not wortel.delen:
        hint = "begin met 'vragenlijst:' en 'antwoorden:'"
        bevindingen.add(wortel.plek, "leeg", "hier staat geen enkel antwoordblad", hint)
    knopen = wortel.delen if isinstance(wortel, Lijst) else [wortel]
    gevonden = (parse_blad(knoop, vind, bevindingen) for knoop in knopen)
    return [blad for blad in gevonden if blad is not None]


def parse_regels(regels: Iterable[str], bestand: str, vind: Vinder, bevindingen: Bevindingen) -> Iterator[Ingevuld]:
    """Yield the sheets of JSON Lines, one line at a time; memory does not grow with the file."""
    fouten, gezien = 0, len(bevindingen)
    for nummer, regel in enumerate(regels, 1):
        # whoever reads the lines reports those that are no text
        fouten += len(bevindingen) - gezien
        eigen = Bevindingen()
        if regel.strip():
            yield from parse_bladen(regel.rstrip("\r\n"), bestand, vind, eigen)
        bevindingen.extend(b.move(nummer - 1) if b.plek.bestand == bestand else b for b in eigen)
        bevindingen.onveilig = bevindingen.onveilig or eigen.onveilig
        fouten, gezien = fouten + eigen.count_fouten(), len(bevindingen)
        if fouten > MAX_BEVINDINGEN:
            wat = f"er zijn meer dan {MAX_BEVINDINGEN} fouten; de rest van dit bestand is niet gelezen"
            bevindingen.add(Plek(bestand, nummer, 1), "te-veel-fouten", wat, "kijk eerst de regels hierboven na")
            return


def check_regels(tekst: str) -> bool:
    """Return True when a text is JSON Lines: more than one line, each the begin of an object, the first one whole."""
    regels = [regel.strip() for regel in split_regels(tekst) if regel.strip()]
    return len(regels) > 1 and regels[0].endswith("}") and all(regel.startswith("{") for regel in regels)


def parse_blad(knoop: Knoop, vind: Vinder, bevindingen: Bevindingen) -> Ingevuld | None:
    """Return one sheet with its questionnaire, or None with findings."""
    if check_lijst(knoop):
        bevindingen.add(knoop.plek, "andere-soort", "dit is een vragenlijst, geen antwoordblad", _GEEF_BLAD)
        return None
    aantal = bevindingen.count_fouten()
    velden = Velden(knoop, bevindingen, "dit antwoordblad")
    vragenlijst = _read_vragenlijst(velden, vind)
    versie, deelnemer = _read_vrij(velden, "versie"), _read_vrij(velden, "deelnemer")
    zaad, veiligheid = velden.read_geheel("zaad", 0, HOOGSTE_ZAAD), velden.read_woord("veiligheid", _Veiligheid)
    if veiligheid in GESLOTEN:
        bevindingen.onveilig = bevindingen.onveilig or str(veiligheid)
    antwoordknoop = velden.read_knoop("antwoorden", verplicht=True)
    rondom = {naam: deel for naam in _RONDOM if (deel := velden.read_knoop(naam)) is not None}
    velden.check_onbekend()
    if vragenlijst is None or antwoordknoop is None:
        return None
    gegeven = _parse_antwoorden(antwoordknoop, vragenlijst, bevindingen)
    for naam, deel in rondom.items():
        nieuw = _parse_rondom(naam, deel, vragenlijst, bevindingen)
        _check_eenmaal(gegeven, nieuw, bevindingen)
        gegeven.update(nieuw)
    if bevindingen.count_fouten() > aantal:
        return None
    _check_versie(velden, versie, vragenlijst)
    antwoorden = tuple(gegeven[vraag.id].antwoord if vraag.id in gegeven else None for vraag in vragenlijst.vragen)
    _check_ongevraagd(gegeven, vragenlijst, antwoorden, bevindingen)
    blad = Antwoordblad(vragenlijst.id, antwoorden, versie, deelnemer, zaad=zaad, veiligheid=veiligheid or "")
    return vragenlijst, blad


def _check_eenmaal(eerder: Gegeven, nieuw: Gegeven, bevindingen: Bevindingen) -> None:
    for naam in eerder.keys() & nieuw.keys():
        wat = f"vraag {naam} heeft al een antwoord op regel {eerder[naam].plek.regel}"
        bevindingen.add(nieuw[naam].plek, "dubbele-sleutel", wat, "haal een van de twee weg")


def _check_ongevraagd(
    gegeven: Gegeven, vragenlijst: Vragenlijst, antwoorden: Sequence[Antwoord], bevindingen: Bevindingen
) -> None:
    """Warn about answers to questions that the other answers do not lead to: they do not count."""
    paren = zip(vragenlijst.vragen, antwoorden, check_gevraagd(vragenlijst, antwoorden), strict=True)
    te_veel = [vraag.id for vraag, antwoord, gesteld in paren if check_gegeven(antwoord) and not gesteld]
    if te_veel:
        meer = f" (en nog {len(te_veel) - 1})" if len(te_veel) > 1 else ""
        wat = f"het antwoord op vraag {te_veel[0]}{meer} telt niet mee, want bij deze antwoorden komt die vraag niet"
        hint = "kijk de antwoorden na, of haal dit antwoord weg"
        bevindingen.add_waarschuwing(gegeven[te_veel[0]].plek, "niet-gevraagd", wat, hint)


def _check_versie(velden: Velden, versie: str | None, vragenlijst: Vragenlijst) -> None:
    knoop = velden.read_knoop("versie")
    if versie and knoop and versie != vragenlijst.versie:
        wat = f"dit blad hoort bij versie {clean_tekst(versie, 40)}, de vragenlijst heeft versie {vragenlijst.versie}"
        velden.bevindingen.add_waarschuwing(knoop.plek, "andere-versie", wat, "kijk of de vragen dezelfde zijn")


def _read_vragenlijst(velden: Velden, vind: Vinder) -> Vragenlijst | None:
    """Return the questionnaire of a sheet; a missing name is for the finder, who may know it already."""
    if not isinstance(velden.knoop, Kaart):
        return None
    knoop = velden.read_knoop("vragenlijst")
    variant, met = (_read_vrij(velden, naam) or "" for naam in ("vorm", "met"))
    naam = "" if knoop is None else read_tekst(knoop, velden.bevindingen, "de naam van een vragenlijst")
    if naam is None:
        return None
    gevonden = vind(Verwijzing(naam), _read_plek(velden, "vragenlijst"), velden.bevindingen)
    if gevonden is None:
        velden.read_knoop("vragenlijst", verplicht=True)
    # one step at a time, so that a finding stands at the word that is wrong
    if gevonden is not None and variant:
        gevonden = vind(Verwijzing(naam, variant), _read_plek(velden, "vorm"), velden.bevindingen)
    if gevonden is not None and met:
        gevonden = vind(Verwijzing(naam, variant, met), _read_plek(velden, "met"), velden.bevindingen)
    return gevonden


def _read_plek(velden: Velden, naam: str) -> Plek:
    """Return the place of the value of a key, of the whole mapping when the key is missing."""
    return (velden.read_knoop(naam) or velden).plek


def _read_vrij(velden: Velden, naam: str) -> str | None:
    """Return a text that may be left out or left empty."""
    knoop = velden.read_knoop(naam)
    if knoop is None or (isinstance(knoop, Tekst) and (check_leeg(knoop) or not knoop.waarde.strip())):
        return None
    return clean_tekst(velden.read_tekst(naam), MAX_DEELNEMER) or None


def clean_json(tekst: str) -> str:
    """Return JSON as the YAML that it nearly is; other text is returned as it is.

    YAML takes no tab between values (and JSON has none inside a text), and it does not know the
    spelling in two halves of characters beyond 16 bits.
    """
    if not tekst.lstrip().startswith(("{", "[")):
        return tekst
    return _SURROGAAT.sub(lambda t: bytes.fromhex(t[1] + t[2]).decode("utf-16-be"), tekst.replace("\t", " "))


def _parse_antwoorden(knoop: Knoop, vragenlijst: Vragenlijst, bevindingen: Bevindingen) -> Gegeven:
    """Return the answers by question id: from a map, or from a list in item order."""
    if isinstance(knoop, Kaart):
        return _parse_kaart(knoop, vragenlijst, vragenlijst.vragen, bevindingen)
    if not isinstance(knoop, Lijst):
        hint = "schrijf bijvoorbeeld: antwoorden: [4, 2, 5]"
        bevindingen.add(knoop.plek, "antwoorden", "'antwoorden' is een lijst met antwoorden", hint)
        return {}
    items = vragenlijst.items
    if len(knoop.delen) != len(items):
        aantal = "staat 1 antwoord" if len(knoop.delen) == 1 else f"staan {len(knoop.delen)} antwoorden"
        lijst = f"'{vragenlijst.id}'" + (f" met '{vragenlijst.met}'" if vragenlijst.met else "")
        wat = f"er {aantal}, maar {lijst} heeft {len(items)} vragen"
        bevindingen.add(knoop.plek, "aantal-antwoorden", wat, _advise_aantal(len(knoop.delen), vragenlijst))
        return {}
    paren = zip(knoop.delen, items, strict=True)
    return {item.id: _Antwoord(_parse_een(deel, item, bevindingen), deel.plek) for deel, item in paren}


def _advise_aantal(aantal: int, vragenlijst: Vragenlijst) -> str:
    namen = [f"'{naam}:'" for naam, vragen in _build_rondom(vragenlijst).items() if vragen]
    if namen and aantal > len(vragenlijst.items):
        return f"zet de antwoorden op de andere vragen onder {render_opsomming(namen)}"
    return "schrijf null bij een vraag zonder antwoord"


def _build_rondom(vragenlijst: Vragenlijst) -> dict[str, tuple[Vraag, ...]]:
    return dict(zip(_RONDOM, (vragenlijst.achtergrond, vragenlijst.open), strict=True))


def _parse_rondom(naam: str, knoop: Knoop, vragenlijst: Vragenlijst, bevindingen: Bevindingen) -> Gegeven:
    """Return the answers to background or open questions, which have no order in a sheet."""
    vragen = _build_rondom(vragenlijst)[naam]
    if isinstance(knoop, Kaart):
        return _parse_kaart(knoop, vragenlijst, vragen, bevindingen)
    if not check_leeg(knoop):
        hint = f"schrijf bijvoorbeeld: {naam}: {{{vragen[0].id}: antwoord}}" if vragen else "haal de regel weg"
        bevindingen.add(knoop.plek, "geen-groep", f"'{naam}' bestaat uit regels 'vraag: antwoord'", hint)
    return {}


def _parse_kaart(knoop: Kaart, vragenlijst: Vragenlijst, vragen: Iterable[Vraag], bevindingen: Bevindingen) -> Gegeven:
    bekend = {vraag.id: vraag for vraag in vragen}
    check_dubbel(knoop, bevindingen)
    gegeven: dict[str, _Antwoord] = {}
    for sleutel, waarde in knoop.paren:
        if sleutel.waarde in bekend:
            antwoord = _parse_een(waarde, bekend[sleutel.waarde], bevindingen)
            gegeven[sleutel.waarde] = _Antwoord(antwoord, sleutel.plek)
        else:
            wat = f"'{vragenlijst.id}' heeft geen vraag {render_citaat(sleutel.waarde)}"
            bevindingen.add(sleutel.plek, "onbekende-vraag", wat, _advise_vraag(sleutel.waarde, list(bekend)))
    return gegeven


def _advise_vraag(naam: str, namen: list[str]) -> str:
    if not namen:
        return "haal de regel weg"
    if all(bekend.isdecimal() for bekend in namen):
        return f"de vragen lopen van {namen[0]} tot en met {namen[-1]}"
    return advise_naam(naam, namen) or f"de eerste vragen heten {render_opsomming(namen[:_VOORBEELDEN])}"


def _parse_een(knoop: Knoop, vraag: Vraag, bevindingen: Bevindingen) -> Antwoord:
    if check_leeg(knoop) or (isinstance(knoop, Kaart) and check_dubbel(knoop, bevindingen)):
        return None
    try:
        return parse_antwoord(_read_ruw(knoop), vraag)
    except AntwoordOnbekendFout as fout:
        gegeven = (
            f"{render_citaat(knoop.waarde)} is geen antwoord" if isinstance(knoop, Tekst) else "dit is geen antwoord"
        )
        bevindingen.add(knoop.plek, "onbekend-antwoord", f"vraag {vraag.id}: {gegeven}", str(fout))
        return None


def _read_ruw(knoop: Knoop) -> Ruw:
    """Return a node as a text, a row of texts or texts by name; what lies deeper becomes an empty text."""
    match knoop:
        case Tekst():
            return knoop.waarde
        case Lijst():
            return [_read_waarde(deel) for deel in knoop.delen]
        case _:
            return {sleutel.waarde: _read_waarde(waarde) for sleutel, waarde in knoop.paren}


def _read_waarde(knoop: Knoop) -> str:
    return knoop.waarde if isinstance(knoop, Tekst) else ""
