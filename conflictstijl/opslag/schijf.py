"""The disk: private folders and files, names made from input, and lines that are on disk before a call returns.

Functions raise `OSError`; who knows what was being done turns it into a sentence with `fouten.render_oorzaak`.
"""

import errno
import os
import re
import stat
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

MAX_SLUG = 40
"""Longest slug in a file name (characters)."""

TIJDELIJK = ".conflictstijl-"
"""How the name of a file begins that is not whole yet."""

_BESTAND_RECHTEN = 0o600
_MAP_RECHTEN = 0o700
_BINAIR = getattr(os, "O_BINARY", 0)
_AANVULLEN = os.O_WRONLY | os.O_APPEND | _BINAIR
_SCHIJF_STUK = {errno.EIO, errno.ENOSPC, errno.EDQUOT}


def build_slug(naam: str) -> str:
    """Return a name as it may stand in a file name: `[a-z0-9-]`, 1 to 40 characters."""
    kaal = unicodedata.normalize("NFKD", naam).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", kaal)[:MAX_SLUG].strip("-") or "naamloos"


def build_map(map_: Path) -> None:
    """Create a folder, and the folders above it that are missing, for the owner only."""
    for ouder in (*reversed(map_.parents), map_):
        if not ouder.is_dir():
            ouder.mkdir(mode=_MAP_RECHTEN, exist_ok=True)
            write_mapgegevens(ouder.parent)


def write_mapgegevens(map_: Path) -> None:
    """Make the names in a folder survive a power cut, on systems that can open a folder.

    Raises `OSError` only when the disk itself fails or is full.
    """
    try:
        greep = os.open(map_, os.O_RDONLY)
        try:
            os.fsync(greep)
        finally:
            os.close(greep)
    except OSError as fout:
        if fout.errno in _SCHIJF_STUK:
            raise


def read_bestand(pad: Path, maximum: int) -> bytes:
    """Return the bytes of a plain file; raises `OSError` for a link, device, pipe or a file above `maximum` bytes."""
    gegevens = pad.lstat()
    if not stat.S_ISREG(gegevens.st_mode):
        raise OSError(errno.EINVAL, "geen gewoon bestand")
    if gegevens.st_size > maximum:
        raise OSError(errno.EFBIG, "te groot")
    return pad.read_bytes()


def write_vervanging(pad: Path, inhoud: bytes) -> None:
    """Write a file whole or not at all: beside the target, wait for the disk, and only then in the target's place.

    The name is on disk for good after `write_mapgegevens` of its folder.
    """
    with build_vervanging(pad) as bestand:
        bestand.write(inhoud)


@contextmanager
def build_vervanging(pad: Path) -> Iterator[BinaryIO]:
    """Give a file to write to that takes the place of another one when the block ends well, and else is gone."""
    import tempfile

    greep, naam = tempfile.mkstemp(dir=pad.parent, prefix=TIJDELIJK)
    tijdelijk = Path(naam)
    try:
        with os.fdopen(greep, "wb") as bestand:
            yield bestand
            bestand.flush()
            os.fsync(bestand.fileno())
        tijdelijk.replace(pad)
    except BaseException:
        with suppress(OSError):
            tijdelijk.unlink()
        raise


class Regelbestand:
    """An open file to which whole lines are added; an added line is on disk, a refused one leaves no trace.

    `lengte` is the number of bytes that are to be kept, `aanloop` goes before the next line.
    """

    def __init__(self, greep: int, lengte: int = 0, aanloop: bytes = b"") -> None:
        self._greep = greep
        self._lengte = lengte
        self._aanloop = aanloop

    def write_regel(self, regel: bytes) -> None:
        """Add one line in one write and wait for the disk; raises `OSError` after taking back what was half written.

        What a failed take-back left behind is cut off first, so a half line never stays between two whole ones.
        """
        try:
            os.ftruncate(self._greep, self._lengte)
            self._write(self._aanloop + regel)
        except OSError:
            with suppress(OSError):
                os.ftruncate(self._greep, self._lengte)
            raise

    def _write(self, inhoud: bytes) -> None:
        if not os.fstat(self._greep).st_nlink:
            raise OSError(errno.ENOENT, "gewist terwijl het open was")
        if os.write(self._greep, inhoud) < len(inhoud):
            raise OSError(errno.ENOSPC, "half geschreven")
        os.fsync(self._greep)
        self._lengte += len(inhoud)
        self._aanloop = b""

    def close(self) -> None:
        """Close the file; a second time does nothing."""
        greep, self._greep = self._greep, -1
        with suppress(OSError):
            os.close(greep)


def build_regelbestand(pad: Path, begin: bytes) -> Regelbestand:
    """Create a file for its owner only, with its first lines; raises `OSError` and leaves no file when that fails."""
    bestand = Regelbestand(os.open(pad, _AANVULLEN | os.O_CREAT | os.O_EXCL, _BESTAND_RECHTEN))
    try:
        bestand.write_regel(begin)
        write_mapgegevens(pad.parent)
    except BaseException:
        bestand.close()
        with suppress(OSError):
            pad.unlink()
        raise
    return bestand


def resume_regelbestand(pad: Path, inhoud: bytes) -> Regelbestand:
    """Open a file that holds `inhoud` to go on after it; a missing last newline comes with the next line."""
    aanloop = b"" if inhoud.endswith(b"\n") else b"\n"
    return Regelbestand(os.open(pad, _AANVULLEN), len(inhoud), aanloop)
