"""A kept worksheet as one JSON document: how it is spelled, and read back without trusting it.

    {"formaat": 1, "soort": "bewaard-werkblad", "sessie": "9f0c2a7711d0b3e4", "begin": "2026-11-22T07:41:00+01:00",
     "klaar": null, "werkblad": "partijen", "versie": "1.0", "antwoorden": [["moeder", "belang", ["rust"]], ...],
     "bron": "werkblad: partijen...", "controle": "..."}

`klaar` is null until the worksheet is finished. `bron` is the text of the file with the questions: years later that
file is another one. Documents from before finished ones were kept have no `sessie`, `klaar` and `bron`.
"""

import json
import re
from collections.abc import Mapping
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from conflictstijl.model.werkblad import Invulling, Regels, Sleutel
from conflictstijl.tekst import MAX_TEKST, check_tekens

FORMAAT = 1
SOORT = "bewaard-werkblad"
MAX_BYTES = 1024 * 1024
BESCHADIGD = "dit werkblad is beschadigd"
_SESSIE = re.compile(r"[0-9a-f]{8}(?:[0-9a-f]{8})?", re.ASCII)
_LANGSTE_NAAM = 100
_DELEN = 3
_JAREN = range(1900, 9999)
"""Years in which every moment exists in every time zone."""


class Bewaardblad(NamedTuple):
    """A kept worksheet: its file, when it was begun and finished (None: not yet), and what was filled in.

    `bron` is the text of the file with its questions, empty when it was not kept.
    """

    pad: Path
    begin: datetime
    invulling: Invulling
    sessie: str = ""
    klaar: datetime | None = None
    bron: str = ""

    @property
    def moment(self) -> datetime:
        """When it was finished, or begun when it is not."""
        return self.klaar or self.begin


def read_sessie(pad: Path) -> str:
    """Return the session in the name of the file of a worksheet."""
    return pad.stem.rpartition("-")[2]


def build_document(blad: Bewaardblad) -> dict[str, Any]:
    """Return a worksheet as JSON data, with its checksum."""
    document = {
        "formaat": FORMAAT,
        "soort": SOORT,
        "sessie": blad.sessie,
        "werkblad": blad.invulling.werkblad,
        "versie": blad.invulling.versie,
        "begin": blad.begin.isoformat(),
        "klaar": blad.klaar.isoformat() if blad.klaar else None,
        "antwoorden": _build_rijen(blad.invulling.antwoorden),
        "bron": blad.bron,
    }
    return {**document, "controle": _build_controle(document)}


def _build_rijen(antwoorden: Mapping[Sleutel, Regels]) -> list[list[Any]]:
    return [[partij, vraag, list(regels)] for (partij, vraag), regels in antwoorden.items()]


def _build_controle(document: Mapping[str, Any]) -> str:
    return sha256(render_json(document)).hexdigest()


def render_json(document: Mapping[str, Any]) -> bytes:
    """Return a document as the bytes of its file."""
    return json.dumps(document, ensure_ascii=False, sort_keys=True).encode(errors="replace") + b"\n"


def parse_document(document: object, pad: Path) -> Bewaardblad | str:
    """Return the worksheet that JSON data hold, or why they cannot be used."""
    try:
        return _parse_document(document, pad)
    except (ValueError, TypeError, KeyError, AttributeError, OverflowError, RecursionError):
        return BESCHADIGD


def parse_bytes(inhoud: bytes, pad: Path) -> Bewaardblad | str:
    """Return the worksheet that the bytes of a file hold, or why they cannot be used."""
    try:
        document = json.loads(inhoud)
    except (ValueError, RecursionError):
        return BESCHADIGD
    gelezen = parse_document(document, pad)
    if isinstance(gelezen, Bewaardblad) and gelezen.sessie != read_sessie(pad):
        return "de naam is die van een ander werkblad"
    return gelezen


def _parse_document(document: Any, pad: Path) -> Bewaardblad:
    zonder = {naam: waarde for naam, waarde in document.items() if naam != "controle"}
    if document["controle"] != _build_controle(zonder):
        raise ValueError(pad)
    sessie = _parse_naam(document.get("sessie") or read_sessie(pad))
    if not _SESSIE.fullmatch(sessie):
        raise ValueError(sessie)
    antwoorden = dict(map(_parse_rij, document["antwoorden"]))
    invulling = Invulling(_parse_naam(document["werkblad"]), _parse_naam(document["versie"]), antwoorden)
    klaar = document.get("klaar")
    return Bewaardblad(
        pad,
        _parse_moment(document["begin"]),
        invulling,
        sessie,
        None if klaar is None else _parse_moment(klaar),
        _parse_tekst(document.get("bron", ""), MAX_BYTES),
    )


def _parse_rij(rij: Any) -> tuple[Sleutel, Regels]:
    """Return one answer; each of its texts is one that may be shown."""
    if len(rij) != _DELEN or not isinstance(rij[2], list):
        raise ValueError(rij)
    return (_parse_naam(rij[0], MAX_TEKST), _parse_naam(rij[1])), tuple(_parse_naam(een, MAX_TEKST) for een in rij[2])


def _parse_naam(tekst: object, langste: int = _LANGSTE_NAAM) -> str:
    """Return a text of one line; raises ValueError for one that may not be shown."""
    naam = _parse_tekst(tekst, langste)
    if "\n" in naam or check_tekens(naam) is not None:
        raise ValueError(naam)
    return naam


def _parse_tekst(tekst: object, langste: int) -> str:
    if not isinstance(tekst, str) or len(tekst) > langste:
        raise ValueError(langste)
    return tekst


def _parse_moment(tekst: str) -> datetime:
    moment = datetime.fromisoformat(tekst)
    if moment.tzinfo is None or moment.year not in _JAREN:
        raise ValueError(tekst)
    return moment
