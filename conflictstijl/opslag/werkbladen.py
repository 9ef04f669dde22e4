"""Worksheets on disk: one file for each, replaced as a whole after every answer, and kept when it is finished.

A worksheet is short, so writing it anew costs nothing; a file is whole or it is the one of before. Its name is the id
of the worksheet with its session, so that who begins anew loses nothing. Finishing one is one more such replacement:
there is no moment at which its answers stand nowhere.
"""

from collections.abc import Iterable
from contextlib import suppress
from datetime import UTC, datetime
from os import urandom
from pathlib import Path
from typing import Self

from conflictstijl.fouten import Bevinding, GebruikFout, Plek, SchrijfFout, render_oorzaak
from conflictstijl.model.werkblad import Invulling
from conflictstijl.opslag.bladregels import (
    MAX_BYTES,
    Bewaardblad,
    build_document,
    parse_bytes,
    read_sessie,
    render_json,
)
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
from conflictstijl.tekst import clean_tekst

EINDE = ".json"
VROEGER = "begonnen-werkbladen"
"""The folder beside the one of now in which worksheets stood that were not finished yet: it is read too."""
_WILLEKEURIG = 8
_ELDERS = "dit werkblad is al open in een ander venster; ga daar verder, of sluit dat venster"
_WIS = "wis het met: conflictstijl resultaten wis"


class Bladbestand:
    """The file of a worksheet that this window holds; a write returns when all is on disk."""

    def __init__(self, blad: Bewaardblad, slot: Slot) -> None:
        self.blad = blad
        self._slot = slot

    @property
    def pad(self) -> Path:
        """The file."""
        return self.blad.pad

    def write_antwoorden(self, invulling: Invulling) -> None:
        """Keep all answers; raises SchrijfFout when the folder or the disk refuses, and then the old ones stay."""
        self._write(self.blad._replace(invulling=invulling))

    def write_klaar(self, invulling: Invulling) -> None:
        """Keep all answers as those of a finished worksheet; raises SchrijfFout as `write_antwoorden` does."""
        self._write(self.blad._replace(invulling=invulling, klaar=datetime.now(UTC).astimezone()))

    def _write(self, blad: Bewaardblad) -> None:
        _write_blad(blad)
        self.blad = blad

    def clean(self) -> None:
        """Erase the file, for nothing of it may be kept; raises SchrijfFout when that fails."""
        try:
            self.pad.unlink(missing_ok=True)
            write_mapgegevens(self.pad.parent)
        except OSError as fout:
            raise build_schrijffout(self.pad, "wissen van", fout) from fout
        self._slot.clean()

    def close(self) -> None:
        """Let go; a lock without a file that somebody may go on with goes too."""
        if self.blad.klaar is None and self.pad.exists():
            self._slot.close()
        else:
            self._slot.clean()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *fout: object) -> None:
        self.close()


def _write_blad(blad: Bewaardblad) -> None:
    try:
        write_vervanging(blad.pad, render_json(build_document(blad)))
        write_mapgegevens(blad.pad.parent)
    except OSError as fout:
        raise build_schrijffout(blad.pad, "bewaren in", fout) from fout


def build_bladbestand(map_: Path, werkblad: str, bron: str = "") -> Bladbestand:
    """Return a new file for a worksheet; it is there after the first answer. Raises SchrijfFout.

    `bron` is the text of the file with its questions.
    """
    sessie = urandom(_WILLEKEURIG).hex()
    leeg = Invulling(werkblad, "", {})
    pad = _build_map(map_) / _build_naam(werkblad, sessie)
    return Bladbestand(Bewaardblad(pad, datetime.now(UTC).astimezone(), leeg, sessie, bron=bron), _ask_slot(pad))


def _build_map(map_: Path) -> Path:
    try:
        check_map(map_)
        build_map(map_)
    except OSError as fout:
        raise build_schrijffout(map_, "bewaren in", fout) from fout
    return map_


def _build_naam(werkblad: str, sessie: str) -> str:
    return f"{build_slug(werkblad)}-{sessie}{EINDE}"


def resume_bladbestand(begonnen: Bewaardblad, bron: str = "") -> Bladbestand:
    """Return the file of an unfinished worksheet; raises GebruikFout when another window has it.

    `bron` is the text of its questions as they are now.
    """
    return Bladbestand(begonnen._replace(bron=bron or begonnen.bron), _ask_slot(begonnen.pad))


def write_import(map_: Path, blad: Bewaardblad) -> Path:
    """Keep a worksheet from elsewhere under the name that its session gives; raises SchrijfFout.

    Whoever calls knows that there is none of that session.
    """
    pad = _build_map(map_) / _build_naam(blad.invulling.werkblad, blad.sessie)
    _write_blad(blad._replace(pad=pad))
    return pad


def _ask_slot(pad: Path) -> Slot:
    try:
        return ask_slot(pad)
    except GebruikFout:
        raise GebruikFout(_ELDERS) from None


def load_bladen(map_: Path) -> tuple[list[Bewaardblad], list[Bevinding]]:
    """Return all worksheets, newest first, and what is wrong with the other files."""
    bladen: list[Bewaardblad] = []
    meldingen: list[Bevinding] = []
    for pad in (pad for pad in load_bladpaden(map_) if pad.suffix == EINDE):
        gelezen = load_blad(pad)
        if isinstance(gelezen, str):
            meldingen.append(_build_melding(pad, gelezen))
        else:
            bladen.append(gelezen)
    return sorted(bladen, key=lambda blad: (blad.moment, blad.sessie), reverse=True), meldingen


def _build_melding(pad: Path, wat: str) -> Bevinding:
    return Bevinding(Plek(clean_tekst(str(pad))), "bewaarde-uitslag", wat, f"{_WIS} {clean_tekst(read_sessie(pad))}")


def load_begonnen(map_: Path, werkblad: str = "") -> tuple[list[Bewaardblad], list[Bevinding]]:
    """Return the unfinished worksheets, newest first, of one id or all; and what is wrong with the other files."""
    bladen, meldingen = load_bladen(map_)
    eigen = [blad for blad in bladen if blad.klaar is None and werkblad in ("", blad.invulling.werkblad)]
    return eigen, meldingen


def load_bladpaden(map_: Path) -> list[Path]:
    """Return the files of all worksheets, also of damaged ones; none when the folder is not there."""
    return sorted(pad for pad in _load_inhoud(map_) if pad.suffix == EINDE or pad.name.startswith(TIJDELIJK))


def _load_inhoud(map_: Path) -> list[Path]:
    """Return what stands in the folder, and in the one of before."""
    inhoud: list[Path] = []
    vroeger = map_.with_name(VROEGER)
    for folder in (map_, *([] if vroeger.is_symlink() else [vroeger])):
        with suppress(FileNotFoundError):
            inhoud += folder.iterdir()
    return inhoud


def load_blad(pad: Path) -> Bewaardblad | str:
    """Return what a file holds, or why it cannot be used."""
    try:
        return parse_bytes(read_bestand(pad, MAX_BYTES), pad)
    except OSError as fout:
        return render_oorzaak(fout)


def clean_werkbladen(map_: Path, gekozen: Iterable[Path] | None = None) -> tuple[list[Path], list[Bevinding]]:
    """Erase the worksheets that no window has open, damaged ones too; return what went and what stays.

    Without a choice all of them go, and left-over locks too.
    """
    weg: list[Path] = []
    meldingen: list[Bevinding] = []
    try:
        check_map(map_)
        for pad in load_bladpaden(map_) if gekozen is None else gekozen:
            reden = clean_pad(pad, _ask_slot)
            meldingen += [build_blijft(pad, reden)] if reden else []
            weg += [] if reden else [pad]
        if gekozen is None:
            _clean_sloten(map_)
        for folder in {pad.parent for pad in weg}:
            write_mapgegevens(folder)
    except (OSError, SchrijfFout) as fout:
        meldingen.append(build_blijft(map_, str(fout) if isinstance(fout, SchrijfFout) else render_oorzaak(fout)))
    return weg, meldingen


def _clean_sloten(map_: Path) -> None:
    blijft = {pad.with_suffix(SLOT) for pad in load_bladpaden(map_)}
    for pad in _load_inhoud(map_):
        if pad.suffix == SLOT and pad not in blijft:
            clean_pad(pad, _ask_slot)
