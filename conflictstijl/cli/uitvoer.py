"""What every command needs to write: lines, JSON, files, and what the terminal can show."""

import os
import re
import shlex
import shutil
import sys
import textwrap
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, BinaryIO, TextIO

from conflictstijl.fouten import GebruikFout, SchrijfFout, render_oorzaak
from conflictstijl.tekst import clean_tekens, clean_tekst

MIN_KOLOMMEN = 20
MAX_KOLOMMEN = 100
_ZONDER_AANHALING = re.compile(r"[\w./:@%+=,-]+")
_MET_AANHALING = re.compile(r"[^\"$`!]+")


def write_regels(regels: Iterable[str]) -> None:
    """Write lines to stdout."""
    sys.stdout.writelines(f"{clean_tekens(regel)}\n" for regel in regels)


def write_meldingen(regels: Iterable[str]) -> None:
    """Write messages to stderr; one that cannot be shown is no reason to fail."""
    with suppress(OSError):
        sys.stderr.writelines(f"{clean_tekens(' '.join(regel.splitlines()))}\n" for regel in regels)
        sys.stderr.flush()


def write_melding(tekst: str, opdracht: str = "") -> None:
    """Write a message: one line for a program; for a person wrapped, with a command at its end ready to be copied."""
    if not sys.stderr.isatty():
        write_meldingen([tekst])
        return
    kop = tekst.removesuffix(opdracht)
    write_meldingen(textwrap.wrap(kop, read_kolommen(), break_long_words=False, break_on_hyphens=False))
    if kop != tekst:
        write_meldingen([f"  {opdracht}"])


def write_json(document: dict[str, Any]) -> None:
    """Write one JSON document to stdout, in UTF-8 whatever the encoding of the console."""
    sys.stdout.flush()
    # `replace` is for half characters in file names, which UTF-8 cannot hold
    sys.stdout.buffer.write(render_json(document).encode(errors="replace"))
    sys.stdout.buffer.flush()


def write_json_delen(delen: Iterable[str]) -> None:
    """Write a JSON document that comes in pieces to stdout, as `write_json` does."""
    sys.stdout.flush()
    for deel in delen:
        sys.stdout.buffer.write(clean_json(deel).encode(errors="replace"))
    sys.stdout.buffer.flush()


def render_json(document: dict[str, Any]) -> str:
    """Return a JSON document as text, with nothing in it that steers a terminal."""
    import json

    tekst = json.dumps(document, ensure_ascii=False, indent=2, allow_nan=False)
    return f"{clean_json(tekst)}\n"


def clean_json(tekst: str) -> str:
    """Return JSON in which what steers a terminal is escaped; json itself does so with the oldest ones only."""
    if tekst.replace("\n", "").isprintable():
        return tekst
    return "".join(_render_teken(teken) for teken in tekst)


def _render_teken(teken: str) -> str:
    """Return a character as JSON may show it: escaped when it steers; half a character is left to the encoder."""
    from json import dumps

    vrij = teken == "\n" or teken.isprintable() or "\ud800" <= teken <= "\udfff"
    return teken if vrij else dumps(teken)[1:-1]


def read_kolommen() -> int:
    """Return the width to write in: $COLUMNS, else the terminal, else 80; always from 20 to 100."""
    breedte = shutil.get_terminal_size(fallback=(80, 24)).columns
    return max(MIN_KOLOMMEN, min(breedte, MAX_KOLOMMEN))


def check_kleur(stroom: TextIO) -> bool:
    """Tell whether a stream may get colours: a capable terminal whose user did not set NO_COLOR."""
    return stroom.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def check_interactief(scherm: TextIO | None = None) -> bool:
    """Tell whether somebody can answer: stdin and the stream that shows the questions are a terminal."""
    return sys.stdin.isatty() and (scherm or sys.stdout).isatty()


def write_bestand(pad: Path, inhoud: bytes, *, overschrijf: bool) -> None:
    """Write a file whole or not at all, readable by its owner only.

    Raises `GebruikFout` when the file exists and `overschrijf` is off, or is no plain file;
    `SchrijfFout` when the folder, the rights or the disk refuse.
    """
    with build_uitvoer(pad, overschrijf=overschrijf) as bestand:
        bestand.write(inhoud)


@contextmanager
def build_uitvoer(pad: Path, *, overschrijf: bool) -> Iterator[BinaryIO]:
    """Give a file to write to in pieces, with the promises and errors of `write_bestand`."""
    from conflictstijl.opslag.schijf import build_vervanging, write_mapgegevens

    try:
        check_doel(pad, overschrijf=overschrijf)
        with build_vervanging(pad) as bestand:
            yield bestand
    except OSError as fout:
        raise SchrijfFout(
            f"{_render_pad(pad)} schrijven lukt niet: {render_oorzaak(fout)}; kies een andere plek"
        ) from fout
    # the file itself is safe by now
    with suppress(OSError):
        write_mapgegevens(pad.parent)


def check_doel(pad: Path, *, overschrijf: bool) -> None:
    """Refuse a target that must not be replaced: a device, a folder, a read-only or an unexpected file."""
    if not os.path.lexists(pad):
        return
    if not pad.is_file():
        raise GebruikFout(f"{_render_pad(pad)} is geen gewoon bestand; kies een andere naam")
    if not overschrijf:
        raise GebruikFout(f"{_render_pad(pad)} bestaat al; kies een andere naam of geef --overschrijf")
    if not os.access(pad, os.W_OK):
        raise SchrijfFout(f"{_render_pad(pad)} is alleen-lezen; kies een andere naam")


def _render_pad(pad: Path) -> str:
    return f"'{clean_tekst(str(pad))}'"


def render_argument(tekst: str) -> str:
    """Return a path as any shell takes it: cmd knows no single quotes, so these are the last resort."""
    if _ZONDER_AANHALING.fullmatch(tekst):
        return tekst
    return f'"{tekst}"' if _MET_AANHALING.fullmatch(tekst) else shlex.quote(tekst)
