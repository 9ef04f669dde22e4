"""What an editor makes of a file: YAML 1.2 core values, held against the shipped JSON Schema."""

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator, ValidationError
from jsonschema.protocols import Validator
from jsonschema.validators import create

from conflictstijl.fouten import Ernst
from conflictstijl.laden.bevindingen import Bevindingen
from conflictstijl.laden.knopen import Kaart, Knoop, Lijst, Tekst

MAP = Path(__file__).parents[2] / "conflictstijl" / "schemas"
_NULL = re.compile(r"~|null|Null|NULL|")
_BOOL = re.compile(r"true|True|TRUE|false|False|FALSE")
_GEHEEL = re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+")
_GETAL = re.compile(
    r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)"
)

ALLEEN_LADER = {
    "versie": "a version without quotes that is no number is text for an editor",
    "dubbele-sleutel": "JSON has no double keys; editors report them by themselves",
    "dubbel-id": "a schema cannot compare two items",
    "onbekende-schaal": "the known scales stand elsewhere in the file",
    "dubbele-schaal": "a pattern cannot compare the parts of a key",
    "antwoorden": "labels that are the same, values that do not ascend, labels that are another value",
    "blauwdruk": "the levels and their number stand elsewhere in the file",
    "dubbele-combinatie": "a schema cannot compare two combinations",
    "komma": "half a number behind a comma is a name without a value",
    "aanhaling": "the quotes of a word processor are letters",
    "hekje": "for YAML it is a comment",
    "anker": "anchors, aliases and tags are gone before a schema is asked",
    "verboden-teken": "a steering character written as an escape",
    "sleutel": "a key that is a list or a mapping has no place in JSON",
    "onbekende-vragenlijst": "the questionnaire of a sheet is another file",
    "geen-bestand": "the path of a questionnaire leads nowhere",
    "aantal-antwoorden": "the number of items stands in another file",
    "onbekend-antwoord": "the answers stand in another file",
    "onbekende-vraag": "the items stand in another file",
    "onbekende-verwijzing": "the questions asked before stand elsewhere in the file",
    "voorwaarde": "the answers to a question asked before stand elsewhere in the file",
    "vormen": "the versions stand elsewhere in the file; of two a schema cannot tell that both are standard",
    "invulwoord": "the texts that use a word, and what fills it in, stand elsewhere in the file",
    "achtergrond": "answers that are the same but for capitals or spaces",
    "banden": "a schema cannot compare two bounds",
    "formule": "brackets that match are beyond a pattern, and the scales stand elsewhere in the file",
    "totaal": "whether a question uses the total of its part or list stands with the question",
    "te-groot": "how many questions all parts ask together is a sum",
    "eenheid": "whether scales are styles, or items choices, stands elsewhere in the file",
    "groepering": "the questions stand elsewhere in the file, and a schema cannot compare two numbers",
    "bij": "a schema cannot compare two ids",
    "normbestand": "the norms stand in another file",
    "betrouwbaarheid-schaal": "the known scales stand elsewhere in the file",
    "onbekend-kenmerk": "the factors of a situation stand elsewhere in the file",
    "agenda": "the minutes of all steps together are a sum",
    "werkvraag": "keys that do not go together, and questions that stand elsewhere in the file",
    "groepsgrootte": "a schema cannot compare two numbers",
    "onbekende-band": "the bands stand elsewhere in the file",
    "uitkomst-ontbreekt": "which combinations there are follows from bands and answers elsewhere in the file",
    "uitkomst-nooit": "which outcome goes before another follows from all combinations",
    "onbekende-stand": "the levels of a factor stand elsewhere in the file",
}
"""The checks a schema cannot make, with the reason: the only ones in which it differs from the loader."""
GETALCODES = {"geen-getal", "formaat", "norm", "plek", "betrouwbaarheid"}
"""Checks on numbers: an editor also knows +5, 6.0, 1e1, 0x10 and more than nine digits."""


def build_waarde(knoop: Knoop) -> Any:
    """Return a tree as an editor sees it; of double keys the first one counts, as in the loader."""
    if isinstance(knoop, Lijst):
        return [build_waarde(deel) for deel in knoop.delen]
    if isinstance(knoop, Kaart):
        return {sleutel.waarde: build_waarde(waarde) for sleutel, waarde in reversed(knoop.paren)}
    return _build_scalar(knoop)


def _build_scalar(knoop: Tekst) -> Any:
    tekst = knoop.waarde
    if not knoop.kaal:
        return tekst
    if _NULL.fullmatch(tekst):
        return None
    if _BOOL.fullmatch(tekst):
        return tekst.lower() == "true"
    if _GEHEEL.fullmatch(tekst):
        return int(tekst, 0) if tekst[1:2] in {"o", "x"} else int(tekst)
    return float(re.sub(r"\.(?=inf|nan)", "", tekst.lower())) if _check_getal(tekst) else tekst


def _check_getal(tekst: str) -> bool:
    return _GETAL.fullmatch(tekst) is not None


def _check_patroon(_: Validator, patroon: str, waarde: object, __: object) -> Iterator[ValidationError]:
    """Match `$` at the end only, as ECMAScript does; Python also matches before a last line end."""
    strikt = patroon.replace("$)", r"\Z)").replace("$|", r"\Z|")
    strikt = strikt.removesuffix("$") + r"\Z" if strikt.endswith("$") else strikt
    if isinstance(waarde, str) and not re.search(strikt, waarde):
        yield ValidationError(f"{waarde!r} does not match")


_KEURDER: type[Validator] = create(
    meta_schema=Draft202012Validator.META_SCHEMA,
    validators={**Draft202012Validator.VALIDATORS, "pattern": _check_patroon},
    type_checker=Draft202012Validator.TYPE_CHECKER,
)


def load_schema(soort: str) -> dict[str, Any]:
    """Return the schema of a kind of file."""
    schema: dict[str, Any] = json.loads((MAP / f"{soort}-1.json").read_text(encoding="utf-8"))
    return schema


@cache
def load_keurder(soort: str) -> Validator:
    """Return the validator of a kind of file."""
    schema = load_schema(soort)
    Draft202012Validator.check_schema(schema)
    return _KEURDER(schema)


def check_schema(soort: str, wortel: Knoop) -> bool:
    """Return True when a tree is valid for the schema of its kind."""
    return load_keurder(soort).is_valid(build_waarde(wortel))


def check_verschil(bevindingen: Bevindingen, naam: str, regels: list[str]) -> list[str]:
    """Return the codes of the errors that a schema should have seen as well; not those in another file."""
    fouten = [b for b in bevindingen if b.ernst is Ernst.FOUT and b.code not in ALLEEN_LADER]
    eigen = [b for b in fouten if b.plek.bestand == naam]
    return [b.code for b in eigen if not (b.code in GETALCODES and _check_vreemd(regels[b.plek.regel - 1]))]


def _check_vreemd(regel: str) -> bool:
    """Return True for a line with a number that an editor reads and the loader does not."""
    return re.search(r"[+.][0-9]|[0-9](?:\.|[eE])|0[xo]|[0-9]{10}", regel) is not None
