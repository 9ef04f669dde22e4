"""A workbook as the zip file it is: unpacked within bounds, whatever it says about itself."""

import re
import struct
import zipfile
import zlib
from collections.abc import Sequence
from typing import BinaryIO

from conflictstijl.fouten import Bevinding, InvoerFout, Plek
from conflictstijl.invoer.bron import BLOK, Bron
from conflictstijl.invoer.xmldeel import build_kapot
from conflictstijl.tekst import render_citaat

MAX_DELEN = 2_000
MAX_UITGEPAKT = 50 * 1024**2
_INHOUDSREGEL = b"PK\x01\x02"
_VERSLEUTELD = 0x1
_GEWOON = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
_BUITEN = r"(?:^|/)\.\.(?:/|$)|^/|^[A-Za-z]:"
_XML = (".xml", ".rels")
_BOUWSTENEN = (b"<!DOCTYPE", b"<!ENTITY")
_STUK = (
    zipfile.BadZipFile,
    OSError,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    ValueError,
    OverflowError,
)


def load_delen(bron: Bron) -> dict[str, bytes]:
    """Return the XML parts of a workbook by name; raises InvoerFout for a zip file that is broken or a trap.

    Every part is unpacked, also one that nobody reads: so a broken or an endless one is told.
    """
    with bron.open() as stroom:
        _check_aantal(stroom, bron.naam)
        try:
            with zipfile.ZipFile(stroom) as archief:
                delen = _load_archief(archief, bron.naam)
        except _STUK:
            raise build_kapot(bron.naam, "het is niet uit te pakken") from None
    for naam, inhoud in delen.items():
        if any(bouwsteen in inhoud for bouwsteen in _BOUWSTENEN):
            wat = f"onderdeel {render_citaat(naam)} bevat bouwstenen die niet in een werkboek horen"
            raise _build_val(bron.naam, wat)
    return delen


def _check_aantal(stroom: BinaryIO, bestand: str) -> None:
    """Raise InvoerFout for too many parts, before a list of them is made."""
    aantal = 0
    while blok := stroom.read(BLOK):
        aantal += blok.count(_INHOUDSREGEL)
    if aantal > MAX_DELEN:
        raise _build_val(bestand, f"het werkboek heeft meer dan {MAX_DELEN} onderdelen")


def _load_archief(archief: zipfile.ZipFile, bestand: str) -> dict[str, bytes]:
    delen: dict[str, bytes] = {}
    over = MAX_UITGEPAKT
    _check_delen(archief.infolist(), bestand)
    for deel in archief.infolist():
        with archief.open(deel) as inhoud:
            uitgepakt = inhoud.read(over + 1)
        over -= len(uitgepakt)
        if over < 0:
            raise _build_val(bestand, f"uitgepakt is het werkboek groter dan {MAX_UITGEPAKT // 1024**2} MB")
        if deel.filename.endswith(_XML):
            delen[deel.filename.replace("\\", "/")] = uitgepakt
    return delen


def _check_delen(delen: Sequence[zipfile.ZipInfo], bestand: str) -> None:
    """Raise InvoerFout for names that lead outside the file or stand for two parts, and for a password."""
    namen = [deel.filename.replace("\\", "/") for deel in delen]
    buiten = next((naam for naam in namen if re.search(_BUITEN, naam)), None)
    if buiten is not None:
        raise _build_val(bestand, f"onderdeel {render_citaat(buiten)} wijst buiten het werkboek")
    if len({naam.casefold() for naam in namen}) < len(namen):
        raise build_kapot(bestand, "twee onderdelen hebben dezelfde naam")
    if any(deel.flag_bits & _VERSLEUTELD for deel in delen):
        hint = "haal het wachtwoord eraf en bewaar het opnieuw"
        raise InvoerFout([Bevinding(Plek(bestand), "geen-tabel", "dit werkboek heeft een wachtwoord", hint)])
    if any(deel.compress_type not in _GEWOON for deel in delen):
        raise build_kapot(bestand, "het is op een onbekende manier ingepakt")


def _build_val(bestand: str, wat: str) -> InvoerFout:
    """Return the error for what no spreadsheet program makes."""
    return InvoerFout([Bevinding(Plek(bestand), "werkboek", wat, "gebruik alleen een export die je zelf hebt gemaakt")])
