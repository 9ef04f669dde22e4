"""A filled-in worksheet as a neutral document, as data and as YAML."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from conflictstijl.model.bladrij import build_bladrij
from conflictstijl.model.document import Alinea, Blok, Document, Kop, Opsomming
from conflictstijl.model.gebruik import Gezelschap, Moment
from conflictstijl.model.situatie import VEILIG, VEILIGHEID
from conflictstijl.model.werkblad import (
    Besteuitkomst,
    Bladdeel,
    Bladuitkomst,
    Invulling,
    Navraagpunt,
    Regels,
    Stappenuitkomst,
    Vraageis,
    Werkblad,
    Werkvraag,
)
from conflictstijl.rapport.bladdelen import OPEN, build_beste, build_gevolg, build_groepen, render_bron
from conflictstijl.rapport.gegeven import KLEIN

_ANTWOORDEN = "Je antwoorden"
"""What stands above the questions that are in no part."""
_NAMEN = "Staan er namen in? Maak er rollen van voordat je dit blad deelt."
_GETYPT = 2
"""How deep in a file with answers the parties and lines stand: the keys that somebody typed."""
_YAMLWOORDEN = frozenset({"null", "true", "false", "yes", "no", "on", "off", "y", "n"})
"""Words that are no text in YAML, or in some version of it."""
MOMENTEN = {
    Moment.VOOR: "Vooraf",
    Moment.TIJDENS: "Terwijl er iets speelt",
    Moment.NA: "Na afloop",
}
GEZELSCHAP = {
    Gezelschap.ALLEEN: "alleen",
    Gezelschap.SAMEN: "samen",
    Gezelschap.ALLEBEI: "alleen of samen",
}


def build_werkbladdocument(uitkomst: Bladuitkomst) -> Document:
    """Return a filled-in worksheet: each question with its answer, what follows from these, and then the cards."""
    werkblad = uitkomst.werkblad
    blokken: list[Blok] = [Kop(werkblad.titel, 1), *(() if werkblad.kort else (Alinea(werkblad.doel),))]
    for deel in werkblad.delen:
        blokken += [] if deel.kaart else _build_deel(deel, uitkomst)
    blokken += build_gevolg(uitkomst)
    blokken += [*(() if werkblad.kort else (Alinea(_NAMEN),)), Alinea(render_bron(werkblad))]
    for deel in werkblad.delen:
        blokken += _build_deel(deel, uitkomst) if deel.kaart else []
    return Document(tuple(blokken))


def _build_deel(deel: Bladdeel, uitkomst: Bladuitkomst) -> Iterator[Blok]:
    """Yield a part of which anything was asked."""
    gevraagd = [vraag.vraag for vraag in uitkomst.vragen if vraag.deel == deel and _check_toont(vraag.vraag, uitkomst)]
    if not gevraagd:
        return
    yield Kop(deel.naam or _ANTWOORDEN, nieuw=deel.kaart)
    if deel.per:
        yield from build_groepen(deel, uitkomst)
        yield from build_beste(deel, uitkomst)
        return
    for vraag in gevraagd:
        regels = uitkomst.invulling.read_antwoord(vraag.id)
        yield Kop(vraag.kort if uitkomst.werkblad.kort else vraag.vraag, KLEIN)
        yield Opsomming(regels) if vraag.hoogstens > 1 and regels else Alinea(" ".join(regels) or OPEN)
        if not uitkomst.werkblad.kort:
            yield from _build_scherper(vraag, regels, uitkomst.scherper.get(vraag.id, ()))


def _check_toont(vraag: Werkvraag, uitkomst: Bladuitkomst) -> bool:
    """Return True for a question that goes in the report; of a short one not what stands above the tables anyway."""
    apart = uitkomst.werkblad.kort and vraag.id in uitkomst.werkblad.lijsten
    return vraag.in_verslag and not (apart and uitkomst.invulling.read_antwoord(vraag.id))


def _build_scherper(vraag: Werkvraag, regels: Regels, redenen: tuple[str, ...]) -> Iterator[Blok]:
    """Yield how sharp a learning question is, also when there is nothing to better; what is demanded is there."""
    if vraag.eis is not Vraageis.LEERVRAAG or not regels:
        return
    if redenen:
        yield Alinea("Dit kan nog scherper:")
        yield Opsomming(redenen)
    else:
        yield Alinea("Deze vraag is scherp genoeg om mee te beginnen.")


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
        "stappen": list(map(_build_plan, uitkomst.stappen)),
        "beste": list(map(_build_keus, uitkomst.beste)),
    }


def _build_plan(uitkomst: Stappenuitkomst) -> dict[str, Any]:
    groepen = [{"over": een.groep, "stappen": list(een.stappen), "eerst": list(een.eerst)} for een in uitkomst.groepen]
    return {"kop": uitkomst.plan.kop, "groepen": groepen, "nog_open": list(uitkomst.onbeslist)}


def _build_keus(uitkomst: Besteuitkomst) -> dict[str, Any]:
    regels = [{"regel": een.regel, "wat": _spell_regels(een.wat), "omdat": list(een.eerst)} for een in uitkomst.regels]
    return {"kop": uitkomst.voorkeur.kop, "regels": regels}


def _build_punt(punt: Navraagpunt) -> dict[str, Any]:
    return {
        "partij": punt.partij,
        "vraag": punt.vraag.id,
        "aanname": _spell_regels(punt.aanname),
        "eerst": list(punt.eerst),
    }


def _build_antwoorden(werkblad: Werkblad, invulling: Invulling) -> dict[str, Any]:
    """Return the answers by question; those about a party or a line by its name, below the question who or which."""
    rij = build_bladrij(werkblad, invulling.antwoorden)
    antwoorden: dict[str, Any] = {}
    for gevraagd in rij.vragen:
        groep, naam = gevraagd.sleutel
        regels = rij.antwoorden.get(gevraagd.sleutel, ())
        eigen = antwoorden[gevraagd.deel.per][groep] if groep else antwoorden
        telkens = naam in werkblad.lijsten and regels
        eigen[naam] = {regel: {} for regel in regels} if telkens else _spell_regels(regels)
    return antwoorden


def _spell_regels(regels: Regels) -> object:
    """Return the lines of an answer as a file spells them: nothing, a text, or a list."""
    return (regels[0] if len(regels) == 1 else list(regels)) if regels else None


def render_antwoorden(werkblad: Werkblad, invulling: Invulling) -> str:
    """Return a filled-in worksheet as YAML: reading it gives the same answers again."""
    kop = {"soort": "werkbladantwoorden", "werkblad": werkblad.id, "versie": werkblad.versie}
    veilig = {VEILIGHEID: VEILIG} if werkblad.poort else {}
    return "\n".join([*_render_kaart({**kop, **veilig, "antwoorden": _build_antwoorden(werkblad, invulling)}), ""])


def _render_kaart(kaart: dict[str, Any], diepte: int = 0) -> Iterator[str]:
    """Yield a mapping as YAML; a value is JSON, so that nothing in a text can be taken for something else."""
    for naam, waarde in kaart.items():
        sleutel = "  " * diepte + _spell_sleutel(naam, getypt=diepte == _GETYPT)
        if isinstance(waarde, dict) and waarde:
            yield f"{sleutel}:"
            yield from _render_kaart(waarde, diepte + 1)
        else:
            yield f"{sleutel}: {json.dumps(waarde, ensure_ascii=False)}"


def _spell_sleutel(naam: str, *, getypt: bool) -> str:
    """Return a key as YAML reads it: what somebody typed is JSON, and so is a word that means something in YAML."""
    kaal = naam.isascii() and naam.isidentifier() and naam.lower() not in _YAMLWOORDEN
    return naam if kaal and not getypt else json.dumps(naam, ensure_ascii=False)
