"""Answer sheets: YAML, JSON, a list of sheets, or JSON Lines (one sheet per line, read as a stream)."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from conflictstijl.fouten import Plek
from conflictstijl.laden.bevindingen import Bevindingen
from conflictstijl.laden.knopen import Kaart, Knoop, Lijst, Tekst
from conflictstijl.laden.valkuilen import split_regels
from conflictstijl.laden.velden import Velden, check_dubbel, check_leeg, read_tekst
from conflictstijl.laden.yamlbron import MAX_KNOPEN, parse_yaml
from conflictstijl.model.antwoorden import NVT, Antwoord, Antwoordblad
from conflictstijl.model.vragenlijst import Item, Keuze, Stelling, Vragenlijst
from conflictstijl.tekst import advise_naam, clean_tekst, fold_tekst, parse_geheel, render_citaat, render_opsomming

MAX_BEVINDINGEN = 200
MAX_DEELNEMER = 80
MAX_KNOPEN_BLADEN = 25 * MAX_KNOPEN
"""Bound on the size of a list of sheets; JSON Lines has none."""

_NVT = ("nvt", "n.v.t.")
_LETTERS = "ab"
_VOORBEELDEN = 3
_SURROGAAT = re.compile(r"\\u(d[89ab][0-9a-f]{2})\\u(d[c-f][0-9a-f]{2})", re.IGNORECASE)

Vinder = Callable[[str, Plek, Bevindingen], Vragenlijst | None]
"""Finds a questionnaire by id or path, else adds a finding and returns None; without a name (empty) adds nothing."""

Ingevuld = tuple[Vragenlijst, Antwoordblad]
"""A sheet together with the questionnaire it answers."""


class AntwoordOnbekendFout(ValueError):
    """A text is no answer to an item; the message says which answers there are."""


def parse_antwoord(tekst: str, item: Item, vragenlijst: Vragenlijst) -> Antwoord:
    """Return the answer that a text gives to an item; raises AntwoordOnbekendFout when it gives none.

    Every item takes `nvt` (does not apply); a statement takes a declared value or a label; a forced
    choice takes `a`, `b` or the scale of the chosen statement. Case and spaces do not matter.
    """
    gevouwen = fold_tekst(tekst)
    if parse_geheel(gevouwen) is not None and not tekst.strip().isascii():
        # folding makes 12 of 1² and 1 of ①; a number is written in plain digits
        gevouwen = ""
    mogelijk = _build_mogelijk(item, vragenlijst)
    if gevouwen in mogelijk:
        return mogelijk[gevouwen]
    getal = parse_geheel(gevouwen)
    if isinstance(item, Stelling) and getal is not None and str(getal) in mogelijk:
        return mogelijk[str(getal)]
    woorden = [woord for woord in _build_woorden(item, vragenlijst) if len(woord) > 1]
    raise AntwoordOnbekendFout(advise_naam(tekst, woorden) or f"kies uit {render_antwoorden(item, vragenlijst)}")


def _build_woorden(item: Item, vragenlijst: Vragenlijst) -> list[str]:
    """Return the answers that are words, as the author wrote them."""
    if isinstance(item, Keuze):
        return list(item.schalen)
    schaal = vragenlijst.antwoorden
    return [] if schaal is None else [*(punt.label for punt in schaal.punten), schaal.nvt or ""]


def render_antwoorden(item: Item, vragenlijst: Vragenlijst) -> str:
    """Return the possible answers to an item as a Dutch enumeration: `1, 2, 3, 4 of 5`."""
    if isinstance(item, Keuze) or vragenlijst.antwoorden is None:
        return render_opsomming(_LETTERS, "of")
    waarden = [str(punt.waarde) for punt in vragenlijst.antwoorden.punten]
    return render_opsomming([*waarden, "nvt"] if vragenlijst.antwoorden.nvt else waarden, "of")


def _build_mogelijk(item: Item, vragenlijst: Vragenlijst) -> dict[str, Antwoord]:
    nvt: dict[str, Antwoord] = dict.fromkeys(_NVT, NVT)
    if isinstance(item, Keuze):
        return {**nvt, **{naam: plaats % len(_LETTERS) for plaats, naam in enumerate((*item.schalen, *_LETTERS))}}
    schaal = vragenlijst.antwoorden
    if schaal is None:
        return {}
    if schaal.nvt:
        nvt[fold_tekst(schaal.nvt)] = NVT
    labels: dict[str, Antwoord] = {fold_tekst(punt.label): punt.waarde for punt in schaal.punten if punt.label}
    return {**nvt, **{str(punt.waarde): punt.waarde for punt in schaal.punten}, **labels}


def parse_bladen(tekst: str, bestand: str, vind: Vinder, bevindingen: Bevindingen) -> list[Ingevuld]:
    """Return the sheets of one YAML or JSON text: one sheet or a list of them."""
    wortel = parse_yaml(_clean_json(tekst), bestand, bevindingen, MAX_KNOPEN_BLADEN)
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
    for nummer, regel in enumerate(regels, 1):
        if regel.strip():
            eigen = Bevindingen()
            yield from parse_bladen(regel.rstrip("\r\n"), bestand, vind, eigen)
            bevindingen.extend(b.move(nummer - 1) if b.plek.bestand == bestand else b for b in eigen)
        if len(bevindingen) > MAX_BEVINDINGEN:
            wat = f"er zijn meer dan {MAX_BEVINDINGEN} fouten; de rest van dit bestand is niet gelezen"
            bevindingen.add(Plek(bestand, nummer, 1), "te-veel-fouten", wat, "kijk eerst de regels hierboven na")
            return


def check_regels(tekst: str) -> bool:
    """Return True when a text is JSON Lines: more than one line, each the begin of an object, the first one whole."""
    regels = [regel.strip() for regel in split_regels(tekst) if regel.strip()]
    return len(regels) > 1 and regels[0].endswith("}") and all(regel.startswith("{") for regel in regels)


def parse_blad(knoop: Knoop, vind: Vinder, bevindingen: Bevindingen) -> Ingevuld | None:
    """Return one sheet with its questionnaire, or None with findings."""
    aantal = bevindingen.count_fouten()
    velden = Velden(knoop, bevindingen, "dit antwoordblad")
    vragenlijst = _read_vragenlijst(velden, vind)
    versie, deelnemer = _read_vrij(velden, "versie"), _read_vrij(velden, "deelnemer")
    antwoordknoop = velden.read_knoop("antwoorden", verplicht=True)
    velden.check_onbekend()
    if vragenlijst is None or antwoordknoop is None:
        return None
    antwoorden = _parse_antwoorden(antwoordknoop, vragenlijst, bevindingen)
    if bevindingen.count_fouten() > aantal:
        return None
    _check_versie(velden, versie, vragenlijst)
    return vragenlijst, Antwoordblad(vragenlijst.id, antwoorden, versie, deelnemer)


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
    if knoop is not None:
        naam = read_tekst(knoop, velden.bevindingen, "de naam van een vragenlijst")
        return vind(naam, knoop.plek, velden.bevindingen) if naam else None
    gevonden = vind("", velden.plek, velden.bevindingen)
    if gevonden is None:
        velden.read_knoop("vragenlijst", verplicht=True)
    return gevonden


def _read_vrij(velden: Velden, naam: str) -> str | None:
    """Return a text that may be left out or left empty."""
    knoop = velden.read_knoop(naam)
    if knoop is None or check_leeg(knoop):
        return None
    return clean_tekst(velden.read_tekst(naam), MAX_DEELNEMER) or None


def _clean_json(tekst: str) -> str:
    """Return JSON as the YAML that it nearly is; other text is returned as it is.

    YAML takes no tab between values (and JSON has none inside a text), and it does not know the
    spelling in two halves of characters beyond 16 bits.
    """
    if not tekst.lstrip().startswith(("{", "[")):
        return tekst
    return _SURROGAAT.sub(lambda t: bytes.fromhex(t[1] + t[2]).decode("utf-16-be"), tekst.replace("\t", " "))


def _parse_antwoorden(knoop: Knoop, vragenlijst: Vragenlijst, bevindingen: Bevindingen) -> tuple[Antwoord, ...]:
    if isinstance(knoop, Kaart):
        return _parse_kaart(knoop, vragenlijst, bevindingen)
    if not isinstance(knoop, Lijst):
        hint = "schrijf bijvoorbeeld: antwoorden: [4, 2, 5]"
        bevindingen.add(knoop.plek, "antwoorden", "'antwoorden' is een lijst met antwoorden", hint)
        return ()
    items = list(_build_vragen(vragenlijst.items).values())
    if len(knoop.delen) != len(items):
        aantal = "staat 1 antwoord" if len(knoop.delen) == 1 else f"staan {len(knoop.delen)} antwoorden"
        wat = f"er {aantal}, maar '{vragenlijst.id}' heeft {len(items)} vragen"
        bevindingen.add(knoop.plek, "aantal-antwoorden", wat, "schrijf null bij een vraag zonder antwoord")
        return ()
    paren = zip(knoop.delen, items, strict=True)
    return tuple(_parse_een(deel, item, vragenlijst, bevindingen) for deel, item in paren)


def _parse_kaart(knoop: Kaart, vragenlijst: Vragenlijst, bevindingen: Bevindingen) -> tuple[Antwoord, ...]:
    items = _build_vragen(vragenlijst.items)
    check_dubbel(knoop, bevindingen)
    gegeven: dict[str, Antwoord] = {}
    for sleutel, waarde in knoop.paren:
        if sleutel.waarde not in items:
            wat = f"'{vragenlijst.id}' heeft geen vraag {render_citaat(sleutel.waarde)}"
            bevindingen.add(sleutel.plek, "onbekende-vraag", wat, _advise_vraag(sleutel.waarde, list(items)))
            continue
        gegeven[sleutel.waarde] = _parse_een(waarde, items[sleutel.waarde], vragenlijst, bevindingen)
    return tuple(gegeven.get(naam) for naam in items)


def _build_vragen(items: Sequence[Item]) -> dict[str, Item]:
    return {item.id: item for item in items}


def _advise_vraag(naam: str, namen: list[str]) -> str:
    if all(bekend.isdecimal() for bekend in namen):
        return f"de vragen lopen van {namen[0]} tot en met {namen[-1]}"
    return advise_naam(naam, namen) or f"de eerste vragen heten {render_opsomming(namen[:_VOORBEELDEN])}"


def _parse_een(knoop: Knoop, item: Item, vragenlijst: Vragenlijst, bevindingen: Bevindingen) -> Antwoord:
    if check_leeg(knoop):
        return None
    if not isinstance(knoop, Tekst):
        hint = f"kies uit {render_antwoorden(item, vragenlijst)}"
        bevindingen.add(knoop.plek, "onbekend-antwoord", f"vraag {item.id}: hier hoort een enkel antwoord", hint)
        return None
    try:
        return parse_antwoord(knoop.waarde, item, vragenlijst)
    except AntwoordOnbekendFout as fout:
        wat = f"vraag {item.id}: {render_citaat(knoop.waarde)} is geen antwoord"
        bevindingen.add(knoop.plek, "onbekend-antwoord", wat, str(fout))
        return None
