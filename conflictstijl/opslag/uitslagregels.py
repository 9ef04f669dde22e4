"""A finished test as one JSON document: how it is spelled, and read back without trusting it.

    {"formaat": 1, "soort": "resultaat", "sessie": "9f0c2a7711d0b3e4", "begin": "2026-11-22T07:41:00+01:00", ...,
     "vragenlijst": {...}, "antwoorden": [4, 2, ...], "profiel": {...}, "controle": "sha256:..."}

The questionnaire stands in it whole: years later its file is another one. `controle` is over the canonical JSON (sorted
keys, no spaces, ASCII) of all the rest.
"""

import json
import re
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any, Final, NamedTuple

from conflictstijl.model.antwoorden import HOOGSTE_ZAAD, Antwoord, Antwoordblad
from conflictstijl.model.vragen import check_antwoord
from conflictstijl.model.vragenlijst import Vragenlijst
from conflictstijl.opslag.samenhang import check_samenhang
from conflictstijl.opslag.spelling import SpelFout, parse_record, spell_record
from conflictstijl.tekst import MAX_TEKST, check_tekens

FORMAAT: Final = 1
"""Format number of the documents written here."""

SOORT: Final = "resultaat"

MAX_BYTES = 64 * 1024 * 1024
"""Largest document that is read or written."""

SESSIE = re.compile(r"[0-9a-f]{16}", re.ASCII)
"""What the id of a session looks like."""

BESCHADIGD = "de inhoud is veranderd of beschadigd"
_ONGELDIG = "de inhoud klopt niet"

_AFDRUK = re.compile(r"sha256:[0-9a-f]{64}", re.ASCII)
_MAX_DEELNEMER = 80
_JAREN = range(1900, 9999)
"""Years in which every moment exists in every time zone."""
_LEESTEKENS = str.maketrans("", "", "-:.")
_DIEPST = 12
"""Deepest that a profile may go; those of the program have at most six layers."""

Document = dict[str, Any]
"""A finished test as JSON data."""


@dataclass(frozen=True, slots=True)
class Uitslag:
    """A finished test: what was asked, what was answered and what came out (`profiel`, as `scoor --json` gives it).

    `pad` is the file it came from, empty when it is not kept yet. `programma` is the version that scored it.
    """

    pad: Path
    sessie: str
    begin: datetime
    klaar: datetime
    programma: str
    vragenlijst: Vragenlijst
    blad: Antwoordblad
    vingerafdruk: str
    profiel: dict[str, Any]


class _Kern(NamedTuple):
    """The fields of a document that are spelled by their types."""

    sessie: str
    begin: str
    klaar: str
    programma: str
    vingerafdruk: str
    antwoorden: tuple[Antwoord, ...]
    vragenlijst: Vragenlijst
    deelnemer: str | None = None
    seconden: float | None = None
    zaad: int | None = None


class _UitslagFout(ValueError):
    """A document cannot be used; the message says why, in Dutch."""


def fold_sessie(sessie: str) -> str:
    """Return a session id as it may stand in a file name; one of another shape becomes its hash."""
    return sessie if SESSIE.fullmatch(sessie) else sha256(sessie.encode(errors="replace")).hexdigest()[:16]


def build_naam(uitslag: Uitslag) -> str:
    """Return the name of the file of a finished test: when it was finished (UTC), and the session."""
    moment = uitslag.klaar.astimezone(UTC).isoformat(timespec="microseconds")
    cijfers = moment.partition("+")[0].translate(_LEESTEKENS)
    return f"{cijfers}Z-{uitslag.sessie}.json"


def build_document(uitslag: Uitslag) -> Document:
    """Return a finished test as JSON data, with its checksum."""
    blad = uitslag.blad
    kern = _Kern(
        sessie=uitslag.sessie,
        begin=uitslag.begin.isoformat(),
        klaar=uitslag.klaar.isoformat(),
        programma=uitslag.programma,
        vingerafdruk=uitslag.vingerafdruk,
        antwoorden=blad.antwoorden,
        vragenlijst=uitslag.vragenlijst,
        deelnemer=blad.deelnemer,
        seconden=blad.seconden,
        zaad=blad.zaad,
    )
    document = {"formaat": FORMAAT, "soort": SOORT, **spell_record(kern), "profiel": uitslag.profiel}
    return {**document, "controle": build_controle(document)}


def build_controle(document: Document) -> str:
    """Return the checksum of a document; raises ValueError for one with a number that JSON does not have."""
    rest = {naam: waarde for naam, waarde in document.items() if naam != "controle"}
    canoniek = json.dumps(rest, sort_keys=True, separators=(",", ":"), allow_nan=False)
    return f"sha256:{sha256(canoniek.encode()).hexdigest()}"


def render_json(document: Document) -> bytes:
    """Return a document as the bytes of a file."""
    return (json.dumps(document, ensure_ascii=False, indent=1, allow_nan=False) + "\n").encode()


def parse_json(rauw: bytes) -> object:
    """Return what JSON bytes hold; raises ValueError for anything that is not strictly that."""
    try:
        return json.loads(rauw.decode("utf-8"), object_pairs_hook=_build_kaart, parse_constant=_check_constante)
    except RecursionError:
        raise ValueError("te diep") from None


def _build_kaart(paren: list[tuple[str, Any]]) -> dict[str, Any]:
    kaart = dict(paren)
    if len(kaart) < len(paren):
        raise ValueError("dubbele sleutel")
    return kaart


def _check_constante(naam: str) -> object:
    raise ValueError(naam)


def parse_uitslag(rauw: bytes, pad: Path) -> Uitslag | str:
    """Return the finished test in a file, or in Dutch why there is none. Never raises, whatever the bytes are."""
    try:
        document = parse_json(rauw)
    except ValueError:
        return BESCHADIGD
    return parse_document(document, pad)


def parse_document(document: object, pad: Path) -> Uitslag | str:
    """Return the finished test that JSON data spell, or in Dutch why there is none.

    Whether the scores are those of the answers is not known here: that takes scoring them again.
    """
    try:
        return _parse_document(document, pad)
    except _UitslagFout as fout:
        return str(fout)
    except (SpelFout, RecursionError):
        return _ONGELDIG


def _parse_document(document: object, pad: Path) -> Uitslag:
    if not isinstance(document, dict) or document.get("soort") != SOORT:
        raise _UitslagFout("er staat geen bewaard resultaat in")
    _check_formaat(document.get("formaat"))
    _check_controle(document)
    profiel = document.get("profiel")
    if not isinstance(profiel, dict) or not _check_waarde(profiel, _DIEPST):
        raise _UitslagFout(_ONGELDIG)
    buiten = ("formaat", "soort", "profiel", "controle")
    kern = parse_record({naam: een for naam, een in document.items() if naam not in buiten}, _Kern)
    _check_kern(kern)
    begin, klaar = map(_parse_moment, (kern.begin, kern.klaar))
    lijst = kern.vragenlijst
    blad = Antwoordblad(lijst.id, kern.antwoorden, lijst.versie, kern.deelnemer, kern.seconden, kern.zaad)
    return Uitslag(pad, kern.sessie, begin, klaar, kern.programma, lijst, blad, kern.vingerafdruk, profiel)


def _check_formaat(formaat: object) -> None:
    if type(formaat) is not int or formaat < FORMAAT:
        raise _UitslagFout(_ONGELDIG)
    if formaat > FORMAAT:
        raise _UitslagFout("een nieuwere versie van dit programma heeft het gemaakt")


def _check_controle(document: Document) -> None:
    try:
        goed = document.get("controle") == build_controle(document)
    except ValueError:
        goed = False
    if not goed:
        raise _UitslagFout(BESCHADIGD)


def _check_waarde(waarde: object, diepte: int) -> bool:
    """Return True for JSON data of a bounded depth in which no text steers a terminal."""
    if isinstance(waarde, str):
        return check_tekens(waarde) is None
    if isinstance(waarde, dict):
        return diepte > 0 and all(_check_waarde(een, diepte - 1) for paar in waarde.items() for een in paar)
    return not isinstance(waarde, list) or (diepte > 0 and all(_check_waarde(een, diepte - 1) for een in waarde))


def _check_kern(kern: _Kern) -> None:
    """Raise _UitslagFout for fields that are of their types and yet impossible."""
    if not (SESSIE.fullmatch(kern.sessie) and _AFDRUK.fullmatch(kern.vingerafdruk) and _check_omstandigheden(kern)):
        raise _UitslagFout(_ONGELDIG)
    if not check_samenhang(kern.vragenlijst):
        raise _UitslagFout("de vragenlijst erin klopt niet")
    if not _check_antwoorden(kern.antwoorden, kern.vragenlijst):
        raise _UitslagFout("er staan antwoorden in die de vragenlijst niet kent")


def _check_omstandigheden(kern: _Kern) -> bool:
    """Return True when who, how fast and in what order are possible."""
    deelnemer = kern.deelnemer is None or (0 < len(kern.deelnemer) <= _MAX_DEELNEMER and kern.deelnemer.isprintable())
    tempo = kern.seconden is None or kern.seconden >= 0
    return deelnemer and tempo and (kern.zaad is None or 0 <= kern.zaad <= HOOGSTE_ZAAD)


def _check_antwoorden(antwoorden: tuple[Antwoord, ...], lijst: Vragenlijst) -> bool:
    if len(antwoorden) != len(lijst.vragen):
        return False
    paren = zip(antwoorden, lijst.vragen, strict=True)
    return all(check_antwoord(antwoord, vraag) and _check_lengte(antwoord) for antwoord, vraag in paren)


def _check_lengte(antwoord: Antwoord) -> bool:
    return not isinstance(antwoord, str) or len(antwoord) <= MAX_TEKST


def _parse_moment(tekst: str) -> datetime:
    """Return an aware moment, only as it is written here."""
    try:
        moment = datetime.fromisoformat(tekst)
    except ValueError:
        raise _UitslagFout(_ONGELDIG) from None
    if moment.tzinfo is None or moment.isoformat() != tekst or moment.year not in _JAREN:
        raise _UitslagFout(_ONGELDIG)
    return moment


def check_zelfde(een: Uitslag, ander: Uitslag) -> bool:
    """Return True when two finished tests are the same, wherever they stand."""
    return replace(een, pad=ander.pad) == ander
