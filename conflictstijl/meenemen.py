"""The use cases about taking results and worksheets along: into one file, and out of it elsewhere. No output."""

import errno
import re
import sys
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Generic, NamedTuple, TypeVar

from conflictstijl.bewaren import check_uitslag
from conflictstijl.fouten import Bevinding, ConflictstijlFout, InvoerFout, Plek, SchrijfFout, render_oorzaak
from conflictstijl.laden.bladbron import load_van_toen, read_werkblad
from conflictstijl.laden.mappen import load_resultatenmap, load_werkbladenmap
from conflictstijl.opslag import bladregels, geschiedenis, werkbladen
from conflictstijl.opslag.bladregels import Bewaardblad
from conflictstijl.opslag.geschiedenis import load_bestand, load_paden
from conflictstijl.opslag.schijf import read_bestand
from conflictstijl.opslag.uitslagregels import (
    BESCHADIGD,
    Uitslag,
    build_document,
    check_zelfde,
    parse_document,
    parse_json,
)
from conflictstijl.opslag.uitslagregels import SOORT as SOORT_UITSLAG
from conflictstijl.rekenen.bladprivacy import check_invulling
from conflictstijl.rekenen.werkblad import clean_denkwerk
from conflictstijl.tekst import clean_tekst

FORMAAT = 1
SOORT = "export"
MAX_EXPORT = 256 * 1024 * 1024
"""Largest file with results that is read."""

_STDIN = "-"
_SOORTEN = re.compile(rb'"soort": *"(?:export|resultaat|bewaard-werkblad)"')
"""By this a file was one of results, although it cannot be read as a whole any more."""
_BEGIN = 1000
_OPNIEUW_MEE = "neem het bestand opnieuw mee, met: resultaten exporteer"
_BESCHADIGD = (f"dit bestand is niet te gebruiken: {BESCHADIGD}", _OPNIEUW_MEE)
_VREEMD = ("dit bestand komt niet van 'resultaten exporteer'", "kijk de naam na")


T = TypeVar("T")


class Invoer(NamedTuple, Generic[T]):
    """What came of results or worksheets from elsewhere: kept now, kept before, and refused."""

    nieuw: tuple[T, ...]
    stond_er_al: tuple[T, ...]
    meldingen: tuple[Bevinding, ...]


class Meegenomen(NamedTuple):
    """What a file holds that was taken along: results, worksheets, and what is wrong with the rest."""

    uitslagen: Sequence[Uitslag] = ()
    bladen: Sequence[Bewaardblad] = ()
    meldingen: Sequence[Bevinding] = ()


def build_export(uitslagen: Iterable[Uitslag], bladen: Iterable[Bewaardblad] = ()) -> dict[str, Any]:
    """Return results and worksheets as one document, each whole and with its own checksum."""
    return {
        "formaat": FORMAAT,
        "soort": SOORT,
        "resultaten": list(map(build_document, uitslagen)),
        "werkbladen": list(map(bladregels.build_document, bladen)),
    }


def clean_bladen(
    bladen: Iterable[Bewaardblad], *, akkoord: bool
) -> tuple[list[Bewaardblad], list[tuple[Bewaardblad, str]]]:
    """Return the worksheets that may go along, and the others, each with why not and what to do.

    Nobody was asked yet about what stands in an unfinished one: what only helps to think does not go along, and where
    its file asks to look for that, neither does what may lead to a person, unless somebody agrees (`akkoord`).
    """
    gaan: list[Bewaardblad] = []
    blijven: list[tuple[Bewaardblad, str]] = []
    for blad in bladen:
        gelezen = _clean_begonnen(blad, akkoord=akkoord)
        if isinstance(gelezen, str):
            blijven.append((blad, gelezen))
        else:
            gaan.append(gelezen)
    return gaan, blijven


def _clean_begonnen(blad: Bewaardblad, *, akkoord: bool) -> Bewaardblad | str:
    if blad.klaar:
        return blad
    try:
        werkblad = load_van_toen(blad.invulling.werkblad, blad.bron)
    except ConflictstijlFout:
        return "de vragen erin kloppen niet; maak het eerst af, of wis het"
    schoon = clean_denkwerk(werkblad, blad.invulling)
    if not akkoord and check_invulling(werkblad, schoon):
        return "hieraan kan iemand te herkennen zijn; maak het eerst af, of geef --akkoord"
    return blad._replace(invulling=schoon)


def load_export(bron: Path | str) -> Meegenomen:
    """Return what is in a file of `build_export`, or in the file of one result or worksheet.

    `-` is stdin.
    """
    naam = "stdin" if bron == _STDIN else str(bron)
    try:
        rauw = _load_bron(bron)
    except OSError as fout:
        return _build_onbruikbaar(naam, *_render_onleesbaar(fout))
    try:
        document = parse_json(rauw)
    except ValueError:
        return _build_onbruikbaar(naam, *(_BESCHADIGD if _SOORTEN.search(rauw[:_BEGIN]) else _VREEMD))
    soort = document.get("soort") if isinstance(document, dict) else None
    if not isinstance(document, dict) or soort not in {SOORT, SOORT_UITSLAG, bladregels.SOORT}:
        return _build_onbruikbaar(naam, *_VREEMD)
    if soort != SOORT:
        een = [document]
        return _parse_beide(een, [], naam) if soort == SOORT_UITSLAG else _parse_beide([], een, naam)
    # a file from before worksheets went along has none
    lijsten = document.get("resultaten"), document.get("werkbladen", [])
    if document.get("formaat") != FORMAAT or not all(isinstance(lijst, list) for lijst in lijsten):
        return _build_onbruikbaar(naam, "dit bestand komt uit een andere versie van dit programma")
    return _parse_beide(document["resultaten"], document.get("werkbladen", []), naam)


def _build_onbruikbaar(naam: str, wat: str, hint: str = _OPNIEUW_MEE) -> Meegenomen:
    return Meegenomen(meldingen=[_build_reden(naam, wat, hint)])


def _parse_beide(uitslagen: Sequence[object], bladen: Sequence[object], naam: str) -> Meegenomen:
    gelezen, meldingen = _parse_alle(uitslagen, naam)
    goed, stuk = _parse_bladen(bladen, naam)
    return Meegenomen(gelezen, goed, [*meldingen, *stuk])


def _load_bron(bron: Path | str) -> bytes:
    if bron != _STDIN:
        return read_bestand(Path(bron), MAX_EXPORT)
    rauw = sys.stdin.buffer.read(MAX_EXPORT + 1)
    if len(rauw) > MAX_EXPORT:
        raise OSError(errno.EFBIG, "te groot")
    return rauw


def _render_onleesbaar(fout: OSError) -> tuple[str, str]:
    if fout.errno == errno.ENOENT:
        return "dit bestand is er niet", "kijk de naam na"
    return f"dit bestand is niet te lezen: {render_oorzaak(fout)}", "kijk de naam en de rechten na"


def _build_reden(naam: str, wat: str, hint: str = _OPNIEUW_MEE) -> Bevinding:
    return Bevinding(Plek(clean_tekst(naam)), "uitslag-van-elders", wat, hint)


def _parse_alle(documenten: Sequence[object], naam: str) -> tuple[list[Uitslag], list[Bevinding]]:
    uitslagen: dict[str, Uitslag] = {}
    meldingen: list[Bevinding] = []
    for nummer, document in enumerate(documenten, 1):
        gelezen = _parse_een(document)
        if isinstance(gelezen, Uitslag) and check_zelfde(uitslagen.setdefault(gelezen.sessie, gelezen), gelezen):
            continue
        reden = gelezen if isinstance(gelezen, str) else "er staat een andere uitslag van dezelfde test bij"
        meldingen.append(_build_reden(naam, f"uitslag {nummer} is niet te gebruiken: {reden}"))
    return list(uitslagen.values()), meldingen


def _parse_een(document: object) -> Uitslag | str:
    gelezen = parse_document(document, Path())
    return gelezen if isinstance(gelezen, str) else check_uitslag(gelezen) or gelezen


def write_import(uitslagen: Iterable[Uitslag]) -> Invoer[Uitslag]:
    """Keep results from elsewhere; one that is there with other content, or damaged, stays as it is and is named.

    The same result counts once, in however many files it is. When the disk refuses one, the rest is not tried; what was
    kept until then stays.
    """
    map_ = load_resultatenmap()
    nieuw: list[Uitslag] = []
    al: list[Uitslag] = []
    meldingen: list[Bevinding] = []
    for uitslag in uitslagen:
        if any(check_zelfde(eerder, uitslag) for eerder in (*nieuw, *al)):
            continue
        gevonden = _load_bestaand(map_, uitslag.sessie)
        if gevonden is None:
            try:
                nieuw.append(replace(uitslag, pad=geschiedenis.write_uitslag(map_, uitslag, vervang=False)))
            except SchrijfFout as fout:
                # what refuses one refuses them all
                meldingen.append(_build_geweigerd(map_, fout))
                break
        elif isinstance(gevonden, Uitslag) and check_zelfde(gevonden, uitslag):
            al.append(gevonden)
        else:
            meldingen.append(_build_botsing(uitslag, gevonden))
    return Invoer(tuple(nieuw), tuple(al), tuple(meldingen))


def _load_bestaand(map_: Path, sessie: str) -> Uitslag | str | None:
    """Return the kept result of a session, why it cannot be used, or None when there is none."""
    try:
        paden = load_paden(map_, sessie)
    except OSError as fout:
        return render_oorzaak(fout)
    return load_bestand(paden[0], check_uitslag) if paden else None


def _build_geweigerd(map_: Path, fout: SchrijfFout | OSError) -> Bevinding:
    hint = "los dat op en geef de opdracht nog eens; wat er al staat, blijft"
    wat = render_oorzaak(fout) if isinstance(fout, OSError) else str(fout)
    return Bevinding(Plek(clean_tekst(str(map_))), "uitslag-botst", wat, hint)


def _build_botsing(uitslag: Uitslag, gevonden: Uitslag | str) -> Bevinding:
    schade = f"beschadigd ({gevonden})" if isinstance(gevonden, str) else "anders"
    hint = "wis eerst de uitslag die er staat, als je de andere wilt"
    return Bevinding(Plek(uitslag.sessie), "uitslag-botst", f"deze uitslag staat er al, maar {schade}", hint)


def _parse_bladen(documenten: Sequence[object], naam: str) -> tuple[list[Bewaardblad], list[Bevinding]]:
    bladen: dict[str, Bewaardblad] = {}
    meldingen: list[Bevinding] = []
    for nummer, document in enumerate(documenten, 1):
        gelezen = _parse_blad(document)
        if isinstance(gelezen, Bewaardblad) and bladen.setdefault(gelezen.sessie, gelezen) == gelezen:
            continue
        reden = gelezen if isinstance(gelezen, str) else "er staat een ander met dezelfde naam bij"
        meldingen.append(_build_reden(naam, f"werkblad {nummer} is niet te gebruiken: {reden}"))
    return list(bladen.values()), meldingen


def _parse_blad(document: object) -> Bewaardblad | str:
    """Return a worksheet, or why it cannot be used: its questions must be readable, and its own, too."""
    gelezen = bladregels.parse_document(document, Path())
    if isinstance(gelezen, Bewaardblad) and gelezen.bron:
        try:
            werkblad = read_werkblad(gelezen.bron, gelezen.invulling.werkblad)
        except InvoerFout:
            return "de vragen erin kloppen niet"
        if werkblad.id != gelezen.invulling.werkblad:
            return "de vragen erin zijn die van een ander werkblad"
    return gelezen


def write_bladimport(bladen: Iterable[Bewaardblad]) -> Invoer[Bewaardblad]:
    """Keep worksheets from elsewhere, as `write_import` does with results."""
    map_ = load_werkbladenmap()
    nieuw: list[Bewaardblad] = []
    al: list[Bewaardblad] = []
    meldingen: list[Bevinding] = []
    for blad in bladen:
        try:
            eerder = _load_bladen(map_, blad.sessie)
            if not eerder:
                nieuw.append(blad._replace(pad=werkbladen.write_import(map_, blad)))
            elif any(_check_zelfde_blad(een, blad) for een in eerder):
                al.append(blad)
            else:
                hint = "wis eerst het werkblad dat er staat, als je het andere wilt"
                wat = "dit werkblad staat er al, maar anders of beschadigd"
                meldingen.append(Bevinding(Plek(blad.sessie), "uitslag-botst", wat, hint))
        except (OSError, SchrijfFout) as fout:
            # what refuses one refuses them all
            meldingen.append(_build_geweigerd(map_, fout))
            break
    return Invoer(tuple(nieuw), tuple(al), tuple(meldingen))


def _load_bladen(map_: Path, sessie: str) -> list[Bewaardblad | str]:
    eigen = (pad for pad in werkbladen.load_bladpaden(map_) if bladregels.read_sessie(pad) == sessie)
    return [werkbladen.load_blad(pad) for pad in eigen]


def _check_zelfde_blad(eerder: Bewaardblad | str, blad: Bewaardblad) -> bool:
    """Return True for the same worksheet, also when it went along without what only helps to think."""
    if isinstance(eerder, str):
        return False
    eigen = eerder._replace(pad=blad.pad)
    return blad in (eigen, _clean_begonnen(eigen, akkoord=True))
