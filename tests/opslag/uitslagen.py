"""Shared by the tests of the history: finished tests of every form, and their documents as JSON data."""

import json
import os
import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from functools import cache
from pathlib import Path
from typing import Any

from conflictstijl import bewaren, toepassing
from conflictstijl.laden.catalogus import load_vragenlijst
from conflictstijl.model.antwoorden import Antwoord, Antwoordblad
from conflictstijl.model.vragen import Achtergrondvraag, Keuze, OpenVraag, Stelling, Vorm, Vraag
from conflictstijl.model.vragenlijst import Vragenlijst
from conflictstijl.opslag.uitslagregels import Uitslag, build_controle, build_document, parse_document
from tests.afname.lijsten import DELEN, TAKKEN, VERSIES, VORMEN, parse_lijst

GOED = Path(__file__).parents[1] / "voorbeelden" / "goed"
BEGIN = datetime(2026, 11, 22, 7, 41, tzinfo=timezone(timedelta(hours=1)))
SESSIE = "9f0c2a7711d0b3e4"
VEEL = int(os.environ.get("CONFLICTSTIJL_VOORBEELDEN", "0"))
"""How many examples to draw instead of the usual number; 0 for the usual number."""


def kies(vraag: Vraag, toeval: random.Random) -> Antwoord:
    """A possible answer to a question."""
    match vraag:
        case Stelling(antwoorden=schaal):
            return toeval.choice([punt.waarde for punt in schaal.punten])
        case Achtergrondvraag(antwoorden=labels):
            return toeval.randrange(len(labels))
        case OpenVraag():
            return "Het ging goed, dank je."
        case Keuze(vorm=Vorm.KIES):
            return toeval.randrange(len(vraag.opties))
        case Keuze(vorm=Vorm.VERDEEL):
            deel = toeval.randint(0, vraag.totaal)
            return (deel, vraag.totaal - deel, *[0] * (len(vraag.opties) - 2))
        case _:
            volgorde = toeval.sample(range(len(vraag.opties)), len(vraag.opties))
            return tuple(volgorde[:2] if vraag.vorm is Vorm.UITERSTEN else volgorde)


def vul_in(lijst: Vragenlijst, zaad: int = 1) -> Antwoordblad:
    """A whole sheet, drawn."""
    toeval = random.Random(zaad)  # noqa: S311 - answers for a test
    return Antwoordblad(lijst.id, tuple(kies(vraag, toeval) for vraag in lijst.vragen), lijst.versie)


def bouw_uitslag(lijst: Vragenlijst, zaad: int = 1, blad: Antwoordblad | None = None) -> Uitslag:
    """A finished test with a session and moments that follow from a number."""
    (resultaat,) = toepassing.score_bladen([(lijst, blad or vul_in(lijst, zaad))])
    sessie = SESSIE if zaad == 1 else f"{zaad:016x}"
    begin = BEGIN + timedelta(days=zaad - 1)
    uitslag = bewaren.build_uitslag(resultaat, sessie, begin)
    return replace(uitslag, klaar=begin + timedelta(minutes=4, seconds=12), programma="0.2.0")


def meng(blad: Antwoordblad, **anders: Any) -> Antwoordblad:
    return replace(blad, **anders)


def vervang(antwoorden: Sequence[Antwoord], plaats: int, antwoord: Antwoord) -> tuple[Antwoord, ...]:
    return (*antwoorden[:plaats], antwoord, *antwoorden[plaats + 1 :])


def teken(document: dict[str, Any]) -> dict[str, Any]:
    """A document with a checksum that is right, as somebody can make it by hand."""
    return {**document, "controle": build_controle(document)}


def lees(document: object) -> Uitslag | str:
    """What the program makes of a document, with the scores checked."""
    gelezen = parse_document(document, Path("proef.json"))
    return gelezen if isinstance(gelezen, str) else bewaren.check_uitslag(gelezen) or gelezen


def kopie(document: dict[str, Any]) -> dict[str, Any]:
    """The document as it comes out of a file."""
    gelezen: dict[str, Any] = json.loads(json.dumps(document))
    return gelezen


@cache
def load_lijsten() -> dict[str, Vragenlijst]:
    """One questionnaire of every kind: forms, branching, parts, versions, deepening, norms, bands, formulas."""
    return {
        "vormen": parse_lijst(VORMEN),
        "takken": parse_lijst(TAKKEN),
        "delen": parse_lijst(DELEN),
        "ander": parse_lijst(VERSIES, "ander"),
        "kort": load_vragenlijst("conflictstijlen-kort"),
        "paren": load_vragenlijst("conflictstijlen-paren"),
        "verdiept": load_vragenlijst("conflictstijlen", met="conflictstijlen-verdieping"),
        "situaties": load_vragenlijst("praktijksituaties"),
        "rollen": load_vragenlijst("rollen"),
        "normen": load_vragenlijst(str(GOED / "met-normen.yaml")),
        "betrouwbaarheid": load_vragenlijst(str(GOED / "met-betrouwbaarheid.yaml")),
        "formules": load_vragenlijst(str(GOED / "kalm-en-storm.yaml")),
        "banden": load_vragenlijst(str(GOED / "banden.yaml")),
        "gedeeld": load_vragenlijst(str(GOED / "gedeelde-stellingen.yaml")),
        "blauwdruk": load_vragenlijst(str(GOED / "likert-eigen.yaml")),
    }


@cache
def load_document(naam: str) -> dict[str, Any]:
    return kopie(build_document(bouw_uitslag(load_lijsten()[naam])))
