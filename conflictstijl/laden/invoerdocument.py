"""A JSON or YAML document that holds what options could give too: reading it, and its free values."""

import re
import sys
from pathlib import Path

from conflictstijl.fouten import InvoerFout
from conflictstijl.laden.antwoorden import clean_json
from conflictstijl.laden.bestand import MAX_BYTES, load_tekst, parse_bytes
from conflictstijl.laden.bevindingen import Bevindingen
from conflictstijl.laden.knopen import Knoop, Tekst
from conflictstijl.laden.valkuilen import split_regels
from conflictstijl.laden.velden import Velden, check_leeg, read_tekst
from conflictstijl.laden.yamlbron import MAX_KNOPEN, parse_yaml

STDIN = "-"
_MEESTE_KNOPEN = 25 * MAX_KNOPEN
"""A picture of a group may hold people, who are passed by."""
_GEEN_TEKST = re.compile(r"-?[0-9][0-9.eE+-]*|true|false")
_AAN = {"true": True, "ja": True, "false": False, "nee": False}


def load_wortel(bron: str, bevindingen: Bevindingen) -> tuple[Knoop, list[str]]:
    """Return the tree of a document with its lines; raises InvoerFout when its structure is broken."""
    if bron == STDIN:
        naam, tekst = "stdin", parse_bytes(sys.stdin.buffer.read(MAX_BYTES + 1), "stdin")
    else:
        naam, tekst = bron, load_tekst(Path(bron), bron)
    tekst = clean_json(tekst)
    wortel = parse_yaml(tekst, naam, bevindingen, _MEESTE_KNOPEN)
    if wortel is None:
        raise InvoerFout(bevindingen)
    return wortel, split_regels(tekst)


def check_soort(velden: Velden, soort: str, wat: str) -> None:
    """Report a document that says to be of another kind; without a kind it is taken to be of this one."""
    knoop = velden.read_knoop("soort")
    if knoop is not None and not (isinstance(knoop, Tekst) and knoop.waarde == soort):
        velden.bevindingen.add(knoop.plek, "andere-soort", wat, f"schrijf 'soort: {soort}', of haal de regel weg")


def read_gegeven(velden: Velden, naam: str) -> Knoop | None:
    """Return the node of a key; None when it is missing or stands for nothing."""
    knoop = velden.read_knoop(naam)
    return None if knoop is None or check_leeg(knoop) or (isinstance(knoop, Tekst) and not knoop.waarde) else knoop


def read_vrij(velden: Velden, naam: str) -> str:
    """Return the text of a key, empty when it is missing; a bare number is no text."""
    knoop = read_gegeven(velden, naam)
    if knoop is None:
        return ""
    if isinstance(knoop, Tekst) and knoop.kaal and _GEEN_TEKST.fullmatch(knoop.waarde):
        hint = "zet tekst tussen dubbele aanhalingstekens"
        velden.bevindingen.add(knoop.plek, "geen-tekst", f"bij '{naam}' hoort tekst", hint)
        return ""
    return read_tekst(knoop, velden.bevindingen) or ""


def read_aantal(velden: Velden, naam: str, hoogste: int) -> int:
    """Return a number from 1, and 0 when it is missing."""
    return velden.read_geheel(naam, 1, hoogste) or 0 if read_gegeven(velden, naam) is not None else 0


def read_aan(velden: Velden, naam: str) -> bool | None:
    """Return what is on or off, None when it is missing or neither."""
    knoop = read_gegeven(velden, naam)
    if knoop is None:
        return None
    woord = knoop.waarde if isinstance(knoop, Tekst) else ""
    if woord not in _AAN:
        velden.bevindingen.add(knoop.plek, "onbekende-keuze", f"'{naam}' is ja of nee", "schrijf true of false")
    return _AAN.get(woord)
