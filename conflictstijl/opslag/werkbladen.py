"""Unfinished worksheets on disk: one file for each, replaced as a whole after every answer.

A worksheet is short, so writing it anew costs nothing; a file is whole or it is the one of before. Its name is the id
of the worksheet with a random part, so that who begins anew loses nothing. Finished ones are erased.
"""

import json
from collections.abc import Mapping
from contextlib import suppress
from datetime import UTC, datetime
from hashlib import sha256
from os import urandom
from pathlib import Path
from typing import Any, NamedTuple, Self

from conflictstijl.fouten import Bevinding, GebruikFout, SchrijfFout, render_oorzaak
from conflictstijl.model.werkblad import Invulling, Regels, Sleutel
from conflictstijl.opslag.geschiedenis import SLOT, build_blijft, build_schrijffout, check_map, clean_pad
from conflictstijl.opslag.schijf import (
    TIJDELIJK,
    build_map,
    build_slug,
    read_bestand,
    write_mapgegevens,
    write_vervanging,
)
from conflictstijl.opslag.slot import Slot, ask_slot

EINDE = ".json"
MAX_BYTES = 1024 * 1024
_FORMAAT = 1
_WILLEKEURIG = 4
_ELDERS = "dit werkblad is al open in een ander venster; ga daar verder, of sluit dat venster"


class Begonnen(NamedTuple):
    """An unfinished worksheet: its file, when it was begun, and what was filled in."""

    pad: Path
    begin: datetime
    invulling: Invulling


class Bladbestand:
    """The file of an unfinished worksheet that this window holds; `write_antwoorden` returns when all is on disk."""

    def __init__(self, pad: Path, slot: Slot, begin: datetime) -> None:
        self.pad = pad
        self._slot = slot
        self._begin = begin

    def write_antwoorden(self, invulling: Invulling) -> None:
        """Keep all answers; raises SchrijfFout when the folder or the disk refuses, and then the old ones stay."""
        try:
            write_vervanging(self.pad, _render_blad(invulling, self._begin))
            write_mapgegevens(self.pad.parent)
        except OSError as fout:
            raise build_schrijffout(self.pad, "bewaren in", fout) from fout

    def clean(self) -> None:
        """Erase the file, for the worksheet is finished; raises SchrijfFout when that fails."""
        try:
            self.pad.unlink(missing_ok=True)
            write_mapgegevens(self.pad.parent)
        except OSError as fout:
            raise build_schrijffout(self.pad, "wissen van", fout) from fout
        self._slot.clean()

    def close(self) -> None:
        """Let go; a lock without a file to guard goes too."""
        if self.pad.exists():
            self._slot.close()
        else:
            self._slot.clean()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *fout: object) -> None:
        self.close()


def build_bladbestand(map_: Path, werkblad: str) -> Bladbestand:
    """Return a new file for a worksheet; it is there after the first answer. Raises SchrijfFout."""
    pad = map_ / f"{build_slug(werkblad)}-{urandom(_WILLEKEURIG).hex()}{EINDE}"
    try:
        check_map(map_)
        build_map(map_)
    except OSError as fout:
        raise build_schrijffout(map_, "bewaren in", fout) from fout
    return Bladbestand(pad, _ask_slot(pad), datetime.now(UTC).astimezone())


def resume_bladbestand(begonnen: Begonnen) -> Bladbestand:
    """Return the file of an unfinished worksheet; raises GebruikFout when another window has it."""
    return Bladbestand(begonnen.pad, _ask_slot(begonnen.pad), begonnen.begin)


def _ask_slot(pad: Path) -> Slot:
    try:
        return ask_slot(pad)
    except GebruikFout:
        raise GebruikFout(_ELDERS) from None


def load_begonnen(map_: Path, werkblad: str = "") -> tuple[list[Begonnen], list[Bevinding]]:
    """Return the unfinished worksheets, newest first, of one id or all; and what is wrong with the other files."""
    begonnen: list[Begonnen] = []
    meldingen: list[Bevinding] = []
    for pad in (pad for pad in load_bladpaden(map_) if pad.suffix == EINDE):
        gelezen = _load_blad(pad)
        if isinstance(gelezen, str):
            meldingen.append(build_blijft(pad, gelezen))
        elif werkblad in ("", gelezen.invulling.werkblad):
            begonnen.append(gelezen)
    return sorted(begonnen, key=lambda blad: blad.begin, reverse=True), meldingen


def load_bladpaden(map_: Path) -> list[Path]:
    """Return the files of all unfinished worksheets, also of damaged ones; none when the folder is not there."""
    return sorted(pad for pad in _load_inhoud(map_) if pad.suffix == EINDE or pad.name.startswith(TIJDELIJK))


def _load_inhoud(map_: Path) -> list[Path]:
    with suppress(FileNotFoundError):
        return list(map_.iterdir())
    return []


def _load_blad(pad: Path) -> Begonnen | str:
    """Return what a file holds, or why it cannot be used."""
    try:
        return _parse_blad(pad, read_bestand(pad, MAX_BYTES))
    except OSError as fout:
        return render_oorzaak(fout)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return "dit werkblad is beschadigd"


def _parse_blad(pad: Path, inhoud: bytes) -> Begonnen:
    document = json.loads(inhoud)
    if document.pop("controle") != _build_controle(document):
        raise ValueError(pad)
    antwoorden = {(partij, vraag): tuple(regels) for partij, vraag, regels in document["antwoorden"]}
    invulling = Invulling(document["werkblad"], document["versie"], antwoorden)
    return Begonnen(pad, datetime.fromisoformat(document["begin"]), invulling)


def _render_blad(invulling: Invulling, begin: datetime) -> bytes:
    document = {
        "formaat": _FORMAAT,
        "soort": "begonnen-werkblad",
        "werkblad": invulling.werkblad,
        "versie": invulling.versie,
        "begin": begin.isoformat(),
        "antwoorden": list(_build_rijen(invulling.antwoorden)),
    }
    return _render_json({**document, "controle": _build_controle(document)})


def _build_rijen(antwoorden: Mapping[Sleutel, Regels]) -> list[list[Any]]:
    return [[partij, vraag, list(regels)] for (partij, vraag), regels in antwoorden.items()]


def _build_controle(document: dict[str, Any]) -> str:
    return sha256(_render_json(document)).hexdigest()


def _render_json(document: dict[str, Any]) -> bytes:
    return json.dumps(document, ensure_ascii=False, sort_keys=True).encode(errors="replace") + b"\n"


def clean_werkbladen(map_: Path) -> tuple[list[Path], list[Bevinding]]:
    """Erase the unfinished worksheets that no window has open, damaged ones too; return what went and what stays."""
    weg: list[Path] = []
    meldingen: list[Bevinding] = []
    try:
        check_map(map_)
        for pad in load_bladpaden(map_):
            reden = clean_pad(pad, _ask_slot)
            meldingen += [build_blijft(pad, reden)] if reden else []
            weg += [] if reden else [pad]
        blijft = {pad.with_suffix(SLOT) for pad in load_bladpaden(map_)}
        for pad in _load_inhoud(map_):
            if pad.suffix == SLOT and pad not in blijft:
                clean_pad(pad, _ask_slot)
        if weg:
            write_mapgegevens(map_)
    except (OSError, SchrijfFout) as fout:
        meldingen.append(build_blijft(map_, str(fout) if isinstance(fout, SchrijfFout) else render_oorzaak(fout)))
    return weg, meldingen
