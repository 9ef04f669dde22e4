"""Earlier group pictures on disk: who was in them, so that no next one is subtracted from them.

Of a run is kept which questionnaire it was, the day, and per smallest set of people two fingerprints of each, of the
key and of the answers: an HMAC with a secret of this computer. No code, name, file name, answer or score. A group that
is told about again is kept once, with the last day. Functions that write raise SchrijfFout where the folder, the rights
or the disk refuse.
"""

import json
import re
from base64 import b64decode, b64encode
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import date, timedelta
from hmac import compare_digest, digest
from os import urandom
from pathlib import Path
from typing import Any, NamedTuple

from conflictstijl.fouten import Bevinding, Plek, SchrijfFout, render_oorzaak
from conflictstijl.model.groepsbeeld import Groepsrun
from conflictstijl.opslag.geschiedenis import ask_schrijfslot, build_schrijffout, check_map, clean_map, clean_tijdelijk
from conflictstijl.opslag.schijf import build_map, read_bestand, write_mapgegevens, write_vervanging
from conflictstijl.tekst import clean_tekst, fold_tekst

SLEUTEL = "sleutel.json"
"""The file with the secret."""
MEESTE_RUNS = 200
"""Most runs that are kept: four groups a week for a year; the oldest go first."""
BEWAARD = timedelta(days=366)
"""How long a run is kept: till well after a course has ended, and not for ever."""
MAX_BYTES = 256 * 1024 * 1024
"""Largest run that is read: ten million people."""

_FORMAAT = 1
_LENGTE = 16
"""Bytes of a fingerprint, with which ten million people still all differ."""
_GEHEIM = 32
_NAAM = re.compile(r"[0-9a-f]{32}\.json", re.ASCII)
_HINT = "wis dit bestand zelf; met het beeld van toen vergelijkt het programma niet meer"


class Eerdere(NamedTuple):
    """The earlier runs, newest first, and what cannot be used: a picture too like one of those is not noticed."""

    runs: tuple[Groepsrun, ...] = ()
    meldingen: tuple[Bevinding, ...] = ()


def load_sleutel(map_: Path) -> bytes:
    """Return the secret of this computer; made at its first use, and made anew when it is damaged."""
    try:
        check_map(map_)
        build_map(map_)
        with ask_schrijfslot(map_):
            clean_tijdelijk(map_)
            return _load_geheim(map_) or _write_geheim(map_)
    except OSError as fout:
        raise build_schrijffout(map_, "bewaren in", fout) from fout


def _load_geheim(map_: Path) -> bytes | None:
    with suppress(FileNotFoundError, ValueError, TypeError, KeyError, RecursionError):
        geheim = bytes.fromhex(json.loads(read_bestand(map_ / SLEUTEL, MAX_BYTES))["sleutel"])
        return geheim if len(geheim) == _GEHEIM else None
    return None


def _write_geheim(map_: Path) -> bytes:
    geheim = urandom(_GEHEIM)
    write_vervanging(map_ / SLEUTEL, _render_json({"formaat": _FORMAAT, "sleutel": geheim.hex()}))
    write_mapgegevens(map_)
    return geheim


def build_run(
    sleutel: bytes,
    vragenlijst: str,
    cellen: Iterable[Iterable[str]],
    dag: date | None = None,
    bladen: Iterable[Iterable[str]] = (),
) -> Groepsrun:
    """Return what is kept of a picture, given per smallest set of people the key of each, and their answers.

    Who has the same key as an earlier one (equal answers, where there are no codes) counts as someone else. With other
    questionnaires the same person has another fingerprint.
    """

    def build_sets(sets: Iterable[Iterable[str]]) -> tuple[frozenset[bytes], ...]:
        keren = Counter[str]()

        def build_afdruk(wat: str) -> bytes:
            code = fold_tekst(wat)
            keren[code] += 1
            return digest(sleutel, f"{vragenlijst}\0{keren[code]}\0{code}".encode(), "sha256")[:_LENGTE]

        return tuple(frozenset(map(build_afdruk, een)) for een in sets)

    vandaag = dag or date.today()  # noqa: DTZ011 - the day on the calendar of the user
    return Groepsrun(vragenlijst, vandaag, build_sets(cellen), build_sets(bladen))


def load_eerdere(map_: Path, sleutel: bytes, vandaag: date | None = None) -> Eerdere:
    """Return the earlier runs that are not too old; a damaged one is named and passed over."""
    try:
        check_map(map_)
        gelezen = list(_load_runs(map_, sleutel))
    except OSError as fout:
        return Eerdere(meldingen=(_build_melding(map_, f"de map is niet te lezen: {render_oorzaak(fout)}"),))
    except SchrijfFout as fout:
        return Eerdere(meldingen=(_build_melding(map_, str(fout)),))
    grens = (vandaag or date.today()) - BEWAARD  # noqa: DTZ011 - as above
    runs = [een for _, een in gelezen if isinstance(een, Groepsrun) and een.dag >= grens]
    return Eerdere(
        tuple(sorted(runs, key=lambda run: run.dag, reverse=True)),
        tuple(_build_melding(pad, een) for pad, een in gelezen if isinstance(een, str)),
    )


def _load_runs(map_: Path, sleutel: bytes) -> Iterator[tuple[Path, Groepsrun | str]]:
    """Yield every file of a run with what it holds, or why it cannot be used."""
    for pad in load_groepspaden(map_):
        try:
            yield pad, _parse_run(read_bestand(pad, MAX_BYTES), sleutel)
        except OSError as fout:
            yield pad, render_oorzaak(fout)


def load_groepspaden(map_: Path) -> list[Path]:
    """Return the files of all runs; none when the folder is not there."""
    try:
        return sorted(pad for pad in map_.iterdir() if _NAAM.fullmatch(pad.name))
    except FileNotFoundError:
        return []


def _parse_run(inhoud: bytes, sleutel: bytes) -> Groepsrun | str:
    try:
        document = json.loads(inhoud)
        controle = bytes.fromhex(document.pop("controle"))
        if not compare_digest(controle, _build_controle(document, sleutel)):
            return "het is beschadigd, of het hoort bij een andere sleutel"
        cellen, bladen = (
            tuple(frozenset(_split_afdrukken(b64decode(cel, validate=True))) for cel in document.get(naam, []))
            for naam in ("cellen", "bladen")
        )
        return Groepsrun(document["vragenlijst"], date.fromisoformat(document["dag"]), cellen, bladen)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return "het is beschadigd"


def _split_afdrukken(rij: bytes) -> Iterator[bytes]:
    return (rij[plaats : plaats + _LENGTE] for plaats in range(0, len(rij), _LENGTE))


def _render_afdrukken(cel: frozenset[bytes]) -> str:
    return b64encode(b"".join(sorted(cel))).decode()


def write_groep(map_: Path, run: Groepsrun, sleutel: bytes) -> Path:
    """Keep a run that was given out, and drop those that are too old or too many; return its file."""
    cellen, bladen = (list(map(_render_afdrukken, sets)) for sets in (run.cellen, run.bladen))
    volgorde = sorted(range(len(cellen)), key=lambda nummer: cellen[nummer])
    document = {
        "formaat": _FORMAAT,
        "soort": "groepsrun",
        "vragenlijst": run.vragenlijst,
        "cellen": [cellen[nummer] for nummer in volgorde],
        "bladen": [bladen[nummer] for nummer in volgorde if bladen],
    }
    pad = map_ / f"{_build_controle(document, sleutel)[:_LENGTE].hex()}.json"
    document["dag"] = run.dag.isoformat()
    try:
        check_map(map_)
        build_map(map_)
        with ask_schrijfslot(map_):
            clean_tijdelijk(map_)
            write_vervanging(pad, _render_json({**document, "controle": _build_controle(document, sleutel).hex()}))
            _clean_oude(map_, sleutel, run.dag)
            write_mapgegevens(map_)
    except OSError as fout:
        raise build_schrijffout(map_, "bewaren in", fout) from fout
    return pad


def _clean_oude(map_: Path, sleutel: bytes, vandaag: date) -> None:
    """Erase the runs that are too old or too many; a damaged one stays, and goes on being named."""
    dagen = {pad: een.dag for pad, een in _load_runs(map_, sleutel) if isinstance(een, Groepsrun)}
    nieuwste = sorted(dagen, key=lambda pad: dagen[pad], reverse=True)
    for plaats, pad in enumerate(nieuwste):
        if plaats >= MEESTE_RUNS or dagen[pad] < vandaag - BEWAARD:
            pad.unlink(missing_ok=True)


def clean_groepen(map_: Path) -> tuple[list[Path], list[Bevinding]]:
    """Erase all that is kept about groups, the secret too; return what went and what could not."""
    return clean_map(map_)


def _build_controle(document: dict[str, Any], sleutel: bytes) -> bytes:
    return digest(sleutel, _render_json(document), "sha256")


def _render_json(document: dict[str, Any]) -> bytes:
    return json.dumps(document, ensure_ascii=False, sort_keys=True).encode() + b"\n"


def _build_melding(pad: Path, wat: str) -> Bevinding:
    return Bevinding(
        Plek(clean_tekst(str(pad))),
        "bewaard-groepsbeeld",
        f"dit eerdere groepsbeeld is niet te gebruiken: {wat}",
        _HINT,
    )
