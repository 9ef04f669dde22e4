"""A group file as bytes that can be read more than once: a regular file, or stdin kept in an unnamed file."""

import io
import os
import stat
import sys
import weakref
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING, BinaryIO

from conflictstijl.fouten import Bevinding, InvoerFout, Plek, render_oorzaak
from conflictstijl.tekst import clean_tekst

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

MAX_BYTES = 2 * 1024**3
"""Largest table that is read: it streams, so this only ends what has no end."""
BLOK = 256 * 1024
_STDIN = "-"
_LANGSTE_NAAM = 200


class Bron:
    """Bytes with a name: `open` gives a fresh pass over them, `kop` is how they begin."""

    def __init__(self, naam: str, openen: Callable[[], BinaryIO]) -> None:
        self.naam = naam
        self._openen = openen
        with self.open() as stroom:
            self.kop = stroom.read(BLOK)
            self.omvang = stroom.seek(0, os.SEEK_END)

    @contextmanager
    def open(self) -> Iterator[BinaryIO]:
        """Give a fresh pass; a system that refuses, also half way, is an InvoerFout."""
        try:
            with self._openen() as stroom:
                yield stroom
        except (OSError, UnicodeDecodeError) as fout:
            raise InvoerFout([build_leesfout(fout, self.naam)]) from None


class _Spoel(io.RawIOBase):
    """A pass of its own over a file that several passes share."""

    def __init__(self, bestand: IO[bytes]) -> None:
        super().__init__()
        self._bestand = bestand
        self._plaats = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        if whence == os.SEEK_CUR:
            offset, whence = offset + self._plaats, os.SEEK_SET
        self._plaats = self._bestand.seek(offset, whence)
        return self._plaats

    def readinto(self, buffer: "WriteableBuffer") -> int:
        doel = memoryview(buffer).cast("B")
        self._bestand.seek(self._plaats)
        inhoud = self._bestand.read(len(doel))
        doel[: len(inhoud)] = inhoud
        self._plaats += len(inhoud)
        return len(inhoud)


def load_bron(bron: str) -> Bron:
    """Return a file, or stdin for `-`; raises InvoerFout for what is no regular file, empty or endless."""
    geladen = _load_stdin() if bron == _STDIN else _load_bestand(bron)
    check_omvang(geladen, MAX_BYTES)
    if not geladen.omvang:
        raise build_leeg(geladen.naam)
    return geladen


def check_omvang(bron: Bron, maximum: int) -> None:
    """Raise InvoerFout for a source with more bytes than that."""
    if bron.omvang > maximum:
        wat = f"het bestand is groter dan {maximum // 1024**2} MB"
        raise InvoerFout([Bevinding(Plek(bron.naam), "te-groot", wat, "splits het bestand")])


def build_leeg(naam: str) -> InvoerFout:
    """Return the error for a file without a single row."""
    return InvoerFout([Bevinding(Plek(naam), "leeg-bestand", "dit bestand is leeg", "kijk of de export gelukt is")])


def build_leesfout(fout: OSError | ValueError, naam: str) -> Bevinding:
    """Return the finding for a file that the system does not let us read."""
    plek = Plek(naam)
    if isinstance(fout, FileNotFoundError | NotADirectoryError):
        return Bevinding(plek, "geen-bestand", "dit bestand is er niet", "kijk de naam na")
    if isinstance(fout, PermissionError):
        return Bevinding(plek, "geen-toegang", "je mag dit bestand niet lezen", "kijk de rechten na")
    if isinstance(fout, UnicodeDecodeError):
        # all of it has been checked before a row is read
        return Bevinding(plek, "onleesbaar", "dit bestand is tijdens het lezen veranderd", "probeer het nog eens")
    oorzaak = render_oorzaak(fout) if isinstance(fout, OSError) else "de naam klopt niet"
    return Bevinding(plek, "onleesbaar", f"dit bestand is niet te lezen: {oorzaak}", "kijk de naam na")


def _load_bestand(bron: str) -> Bron:
    pad, naam = Path(bron), clean_tekst(bron, _LANGSTE_NAAM)
    try:
        soort = pad.stat().st_mode
    except (OSError, ValueError) as fout:
        raise InvoerFout([build_leesfout(fout, naam)]) from None
    if stat.S_ISDIR(soort):
        raise InvoerFout([Bevinding(Plek(naam), "geen-bestand", "dit is een map", "geef een bestand")])
    if not stat.S_ISREG(soort):
        # a device or a pipe could go on for ever
        hint = "geef een bestand, of - voor de standaardinvoer"
        raise InvoerFout([Bevinding(Plek(naam), "geen-bestand", "dit is geen gewoon bestand", hint)])
    return Bron(naam, lambda: pad.open("rb"))


def _load_stdin() -> Bron:
    """Return stdin as a source, copied as far as one block past what is read."""
    import tempfile

    try:
        with ExitStack() as stapel:
            bestand = stapel.enter_context(tempfile.TemporaryFile())
            for blok in _read_stdin():
                bestand.write(blok)
            bron = Bron("stdin", lambda: io.BufferedReader(_Spoel(bestand)))
            # closed with the source, for a table may be read long after this
            weakref.finalize(bron, stapel.pop_all().close)
    except (OSError, ValueError) as fout:
        raise InvoerFout([build_leesfout(fout, "stdin")]) from None
    return bron


def _read_stdin() -> Iterator[bytes]:
    """Yield stdin in blocks; a closed stdin is an empty one."""
    gelezen = 0
    while sys.stdin and gelezen <= MAX_BYTES and (blok := sys.stdin.buffer.read(BLOK)):
        gelezen += len(blok)
        yield blok
