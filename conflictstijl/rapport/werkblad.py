"""A worksheet as a neutral document, filled in or to be filled in by hand; and its answers as data and as YAML."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from conflictstijl.model.document import Alinea, Blok, Document, Kop, Opsomming, Schrijfruimte, Tabel
from conflictstijl.model.situatie import VEILIG, VEILIGHEID
from conflictstijl.model.werkblad import (
    PARTIJEN,
    Bladdeel,
    Bladuitkomst,
    Bladvraag,
    Gezelschap,
    Invulling,
    Moment,
    Navraagpunt,
    Regels,
    Werkblad,
    Werkvraag,
)
from conflictstijl.rapport.gegeven import KLEIN, render_klein
from conflictstijl.rapport.profiel import render_herkomst
from conflictstijl.tekst import render_opsomming, render_zin

OPEN = "(nog open)"
_ANTWOORDEN, _VRAGEN = "Je antwoorden", "Vragen"
"""What stands above the questions that are in no part."""
NA_TE_VRAGEN = "Nog na te vragen"
_NIETS = "Je hebt elke partij gevraagd wat er voor haar op het spel staat."
_AANNAME = "Wat je aanneemt, weet je nog niet. Vraag het eerst na bij de partij zelf."
_NAMEN = "Staan er namen in? Maak er rollen van voordat je dit blad deelt."
_NIET_GEZEGD = "niet gezegd of dit gevraagd is"
_NAAST_ELKAAR = 4
"""Most parties beside each other on paper."""
_KORT, _LANG = 2, 6
"""Lines to write on by hand, for a short and for a long answer."""
MOMENTEN = {
    Moment.VOOR: "Voor een gesprek of conflict",
    Moment.TIJDENS: "Tijdens een conflict",
    Moment.NA: "Na afloop",
}
GEZELSCHAP = {
    Gezelschap.ALLEEN: "alleen",
    Gezelschap.SAMEN: "samen",
    Gezelschap.ALLEBEI: "alleen of samen",
}


def build_werkbladdocument(uitkomst: Bladuitkomst) -> Document:
    """Return a filled-in worksheet: each question with its answer, and the parties beside each other."""
    werkblad = uitkomst.werkblad
    blokken: list[Blok] = [Kop(werkblad.titel, 1), Alinea(werkblad.doel)]
    for deel in werkblad.delen:
        blokken += _build_deel(deel, uitkomst)
    if any(deel.navraag for deel in werkblad.delen):
        blokken += _build_navragen(uitkomst.navragen)
    return Document((*blokken, Alinea(_NAMEN), Alinea(_render_bron(werkblad))))


def build_leegdocument(werkblad: Werkblad) -> Document:
    """Return a worksheet to fill in by hand; the questions per party stand there once."""
    inleiding = f"{werkblad.doel} Dit kost ongeveer {werkblad.minuten} minuten."
    blokken: list[Blok] = [Kop(werkblad.titel, 1), Alinea(inleiding)]
    blokken += [Alinea(werkblad.uitleg)] if werkblad.uitleg else []
    vorig: Bladdeel | None = None
    for vraag in werkblad.build_rij(("Partij",)):
        if vraag.deel is not vorig:
            erbij = " Neem voor elke partij een nieuw blad." if vraag.deel.per_partij else ""
            blokken += [Kop(vraag.deel.naam or _VRAGEN), *_build_uitleg(f"{vraag.deel.uitleg}{erbij}".strip())]
            vorig = vraag.deel
        blokken += _build_leeg(vraag.vraag)
    return Document((*blokken, Alinea(_render_bron(werkblad))))


def _build_uitleg(tekst: str) -> list[Blok]:
    return [Alinea(tekst)] if tekst else []


def _build_leeg(vraag: Werkvraag) -> Iterator[Blok]:
    yield Kop(vraag.vraag, KLEIN)
    voorbeeld = f"Bijvoorbeeld: {vraag.voorbeeld}" if vraag.voorbeeld else ""
    keuzes = f"Kies uit: {render_opsomming(vraag.keuzes, 'of')}." if vraag.keuzes else ""
    yield from _build_uitleg(" ".join(filter(None, (vraag.uitleg, voorbeeld, keuzes))))
    yield Schrijfruimte(_LANG if vraag.lang else max(_KORT, min(vraag.hoogstens, _LANG)))


def _render_bron(werkblad: Werkblad) -> str:
    return f"Bron: {werkblad.bron}. {render_herkomst(werkblad.herkomst)}"


def _build_deel(deel: Bladdeel, uitkomst: Bladuitkomst) -> Iterator[Blok]:
    yield Kop(deel.naam or _ANTWOORDEN)
    if deel.per_partij:
        yield from build_matrix(deel, uitkomst.invulling)
        return
    for vraag in _read_getoond(deel):
        regels = uitkomst.invulling.read_antwoord(vraag.id)
        yield Kop(vraag.vraag, KLEIN)
        yield Opsomming(regels) if vraag.hoogstens > 1 and regels else Alinea(" ".join(regels) or OPEN)
        yield from _build_scherper(vraag, regels, uitkomst.scherper.get(vraag.id, ()))


def _read_getoond(deel: Bladdeel) -> list[Werkvraag]:
    """Return the questions of which the answer may be seen."""
    return [vraag for vraag in deel.vragen if vraag.in_verslag]


def _build_scherper(vraag: Werkvraag, regels: Regels, redenen: tuple[str, ...]) -> Iterator[Blok]:
    """Yield what an answer is held against, and the outcome: also when there is nothing to better."""
    if vraag.eis is None or not regels:
        return
    if redenen:
        yield Alinea("Dit kan nog scherper:")
        yield Opsomming(redenen)
    else:
        yield Alinea("Deze vraag is scherp genoeg om mee te beginnen.")


def build_matrix(deel: Bladdeel, invulling: Invulling) -> list[Tabel]:
    """Return the answers per party: a row per question, and the parties beside each other, a few in each table.

    So the interests of all stand in one line, and a table fits on paper.
    """
    partijen = invulling.partijen
    per_tabel = -(-len(partijen) // max(-(-len(partijen) // _NAAST_ELKAAR), 1))
    stukken = (partijen[begin : begin + per_tabel] for begin in range(0, len(partijen), per_tabel or 1))
    return [_build_tabel(deel, invulling, stuk) for stuk in stukken]


def _build_tabel(deel: Bladdeel, invulling: Invulling, partijen: Regels) -> Tabel:
    """Return some of the parties; what was asked or assumed stands with the name, for it goes for all below it."""
    bron = deel.navraag.gevraagd[0] if deel.navraag else ""
    koppen = (f"{render_zin(partij)}{_render_weten(invulling, bron, partij)}" for partij in partijen)
    rijen = (
        (vraag.kort, *(_render_cel(invulling.read_antwoord(vraag.id, partij)) for partij in partijen))
        for vraag in _read_getoond(deel)
        if vraag.id != bron
    )
    return Tabel(("Wat", *koppen), tuple(rijen))


def _render_weten(invulling: Invulling, bron: str, partij: str) -> str:
    return f" ({'; '.join(invulling.read_antwoord(bron, partij)) or _NIET_GEZEGD})" if bron else ""


def _render_cel(regels: Regels) -> str:
    return "; ".join(regels) or OPEN


def _build_navragen(punten: Sequence[Navraagpunt]) -> Iterator[Blok]:
    yield Kop(NA_TE_VRAGEN)
    if not punten:
        yield Alinea(_NIETS)
        return
    yield Alinea(_AANNAME)
    yield Opsomming(tuple(map(_render_navraag, punten)))


def _render_navraag(punt: Navraagpunt) -> str:
    eerst = f" ({'; '.join(punt.eerst)})" if punt.eerst else ""
    aanname = f"Je neemt aan: {'; '.join(punt.aanname)}" if punt.aanname else "Dat weet je nog niet."
    return f"{render_zin(punt.partij)}, {render_klein(punt.vraag.kort)}{eerst}. {aanname}"


def render_omvang(werkblad: Werkblad) -> str:
    """Return in one line how long a worksheet takes and with whom."""
    return f"ongeveer {werkblad.minuten} minuten, {GEZELSCHAP[werkblad.met]}"


def build_werkbladen(werkbladen: Sequence[Werkblad]) -> dict[str, Any]:
    """Return the list of worksheets as data."""
    rijen = [
        {
            "id": blad.id,
            "titel": blad.titel,
            "versie": blad.versie,
            "doel": blad.doel,
            "moment": str(blad.moment),
            "met": str(blad.met),
            "minuten": blad.minuten,
            "vragen": sum(len(deel.vragen) for deel in blad.delen),
            "per_partij": blad.per_partij,
            "bron": blad.bron,
        }
        for blad in werkbladen
    ]
    return {"formaat": 1, "soort": "werkbladen", "werkbladen": rijen}


def build_gegevens(uitkomst: Bladuitkomst) -> dict[str, Any]:
    """Return a filled-in worksheet as data; `--antwoorden` reads it back."""
    werkblad = uitkomst.werkblad
    return {
        "formaat": 1,
        "soort": "werkblad",
        "werkblad": werkblad.id,
        "versie": werkblad.versie,
        "titel": werkblad.titel,
        VEILIGHEID: VEILIG if werkblad.poort else None,
        "antwoorden": _build_antwoorden(werkblad, uitkomst.invulling),
        "kan_scherper": {naam: list(redenen) for naam, redenen in uitkomst.scherper.items()},
        "na_te_vragen": list(map(_build_punt, uitkomst.navragen)),
    }


def _build_punt(punt: Navraagpunt) -> dict[str, Any]:
    return {
        "partij": punt.partij,
        "vraag": punt.vraag.id,
        "aanname": _spell_regels(punt.aanname),
        "eerst": list(punt.eerst),
    }


def _build_antwoorden(werkblad: Werkblad, invulling: Invulling) -> dict[str, Any]:
    """Return the answers by question; those per party by party, below one key."""
    antwoorden: dict[str, Any] = {}
    for vraag in werkblad.build_rij(invulling.partijen):
        if vraag.vraag.id == PARTIJEN:
            antwoorden[PARTIJEN] = {partij: {} for partij in invulling.partijen}
        else:
            _read_groep(antwoorden, vraag)[vraag.vraag.id] = _spell_regels(invulling.antwoorden.get(vraag.sleutel, ()))
    return antwoorden


def _read_groep(antwoorden: dict[str, Any], vraag: Bladvraag) -> dict[str, Any]:
    groep: dict[str, Any] = antwoorden[PARTIJEN][vraag.partij] if vraag.partij else antwoorden
    return groep


def _spell_regels(regels: Regels) -> object:
    """Return the lines of an answer as a file spells them: nothing, a text, or a list."""
    return (regels[0] if len(regels) == 1 else list(regels)) if regels else None


def render_antwoorden(werkblad: Werkblad, invulling: Invulling) -> str:
    """Return a filled-in worksheet as YAML: reading it gives the same answers again."""
    kop = {"soort": "werkbladantwoorden", "werkblad": werkblad.id, "versie": werkblad.versie}
    veilig = {VEILIGHEID: VEILIG} if werkblad.poort else {}
    return "\n".join([*_render_kaart({**kop, **veilig, "antwoorden": _build_antwoorden(werkblad, invulling)}, ""), ""])


def _render_kaart(kaart: dict[str, Any], inspringing: str) -> Iterator[str]:
    """Yield a mapping as YAML; a value is JSON, so that nothing in a text can be taken for something else."""
    for naam, waarde in kaart.items():
        sleutel = naam if naam.isascii() and naam.isidentifier() else json.dumps(naam, ensure_ascii=False)
        if isinstance(waarde, dict) and waarde:
            yield f"{inspringing}{sleutel}:"
            yield from _render_kaart(waarde, f"{inspringing}  ")
        else:
            yield f"{inspringing}{sleutel}: {json.dumps(waarde, ensure_ascii=False)}"
