"""The use cases about taking results along: into one file, and out of it elsewhere. No output."""

import errno
import re
import sys
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

from conflictstijl.bewaren import check_uitslag
from conflictstijl.fouten import Bevinding, Plek, SchrijfFout, render_oorzaak
from conflictstijl.laden.mappen import load_resultatenmap
from conflictstijl.opslag import geschiedenis
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
from conflictstijl.tekst import clean_tekst

FORMAAT = 1
SOORT = "export"
MAX_EXPORT = 256 * 1024 * 1024
"""Largest file with results that is read."""

_STDIN = "-"
_SOORTEN = re.compile(rb'"soort": *"(?:export|resultaat)"')
"""By this a file was one of results, although it cannot be read as a whole any more."""
_BEGIN = 1000
_OPNIEUW_MEE = "neem het bestand opnieuw mee, met: resultaten exporteer"
_BESCHADIGD = (f"dit bestand is niet te gebruiken: {BESCHADIGD}", _OPNIEUW_MEE)
_VREEMD = ("dit bestand komt niet van 'resultaten exporteer'", "kijk de naam na")


class Invoer(NamedTuple):
    """What came of results from elsewhere: kept now, kept before, and refused."""

    nieuw: tuple[Uitslag, ...]
    stond_er_al: tuple[Uitslag, ...]
    meldingen: tuple[Bevinding, ...]


def build_export(uitslagen: Iterable[Uitslag]) -> dict[str, Any]:
    """Return results as one document, each whole and with its own checksum."""
    return {"formaat": FORMAAT, "soort": SOORT, "resultaten": list(map(build_document, uitslagen))}


def load_export(bron: Path | str) -> tuple[list[Uitslag], list[Bevinding]]:
    """Return the results in a file of `build_export`, or in the file of one result, and what is wrong with the rest.

    `-` is stdin.
    """
    naam = "stdin" if bron == _STDIN else str(bron)
    try:
        rauw = _load_bron(bron)
    except OSError as fout:
        return [], [_build_reden(naam, *_render_onleesbaar(fout))]
    try:
        document = parse_json(rauw)
    except ValueError:
        return [], [_build_reden(naam, *(_BESCHADIGD if _SOORTEN.search(rauw[:_BEGIN]) else _VREEMD))]
    soort = document.get("soort") if isinstance(document, dict) else None
    if not isinstance(document, dict) or soort not in {SOORT, SOORT_UITSLAG}:
        return [], [_build_reden(naam, *_VREEMD)]
    if soort == SOORT_UITSLAG:
        return _parse_alle([document], naam)
    if document.get("formaat") != FORMAAT or not isinstance(document.get("resultaten"), list):
        return [], [_build_reden(naam, "dit bestand komt uit een andere versie van dit programma")]
    return _parse_alle(document["resultaten"], naam)


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


def write_import(uitslagen: Iterable[Uitslag]) -> Invoer:
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


def _build_geweigerd(map_: Path, fout: SchrijfFout) -> Bevinding:
    hint = "los dat op en geef de opdracht nog eens; wat er al staat, blijft"
    return Bevinding(Plek(clean_tekst(str(map_))), "uitslag-botst", f"{fout}", hint)


def _build_botsing(uitslag: Uitslag, gevonden: Uitslag | str) -> Bevinding:
    schade = f"beschadigd ({gevonden})" if isinstance(gevonden, str) else "anders"
    hint = "wis eerst de uitslag die er staat, als je de andere wilt"
    return Bevinding(Plek(uitslag.sessie), "uitslag-botst", f"deze uitslag staat er al, maar {schade}", hint)
