"""Files and bytes into text: regular UTF-8 files of a bounded size, and nothing else."""

import stat
from codecs import BOM_UTF8
from pathlib import Path

from conflictstijl.fouten import Bevinding, InvoerFout, Plek
from conflictstijl.laden.valkuilen import split_regels
from conflictstijl.tekst import clean_tekst

MAX_BYTES = 1024 * 1024
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


def load_tekst(pad: Path, bestand: str, maximum: int = MAX_BYTES) -> str:
    """Return the text of a UTF-8 file; raises InvoerFout for anything that is not a readable text file.

    Only regular files are read: a device or a pipe could go on for ever.
    """
    try:
        check_gewoon(pad, bestand)
        with pad.open("rb") as bron:
            inhoud = bron.read(maximum + 1)
    except (OSError, ValueError) as fout:
        raise InvoerFout([build_leesfout(fout, bestand)]) from None
    return parse_bytes(inhoud, bestand, maximum)


def build_leesfout(fout: OSError | ValueError, bestand: str) -> Bevinding:
    """Return the finding for a file that the system does not let us read."""
    plek = Plek(clean_tekst(bestand, 200))
    if isinstance(fout, FileNotFoundError | NotADirectoryError):
        return Bevinding(plek, "geen-bestand", "dit bestand is er niet", "kijk de naam na")
    if isinstance(fout, PermissionError):
        return Bevinding(plek, "geen-toegang", "je mag dit bestand niet lezen", "kijk de rechten na")
    return Bevinding(plek, "onleesbaar", "dit bestand is niet te lezen", "kijk de naam na")


def check_gewoon(pad: Path, bestand: str) -> None:
    """Raise InvoerFout for a folder, a device or a pipe, and OSError for what is not there."""
    soort = pad.stat().st_mode
    if stat.S_ISDIR(soort):
        raise InvoerFout([Bevinding(Plek(bestand), "geen-bestand", "dit is een map", "geef een bestand")])
    if not stat.S_ISREG(soort):
        hint = "geef een bestand, of - voor de standaardinvoer"
        raise InvoerFout([Bevinding(Plek(bestand), "geen-bestand", "dit is geen gewoon bestand", hint)])


def parse_bytes(inhoud: bytes, bestand: str, maximum: int = MAX_BYTES) -> str:
    """Return bytes as text; raises InvoerFout when they are too many or not UTF-8."""
    if len(inhoud) > maximum:
        wat = f"het bestand is groter dan {maximum // 1024} kB"
        raise InvoerFout([Bevinding(Plek(bestand), "te-groot", wat, "splits het bestand")])
    if inhoud.startswith(_UTF16) or b"\0" in inhoud[:4]:
        wat = "dit bestand lijkt UTF-16, en het moet UTF-8 zijn"
        raise InvoerFout([Bevinding(Plek(bestand, 1, 1), "geen-utf8", wat, "kies bij het opslaan de codering UTF-8")])
    inhoud = inhoud.removeprefix(BOM_UTF8)
    try:
        return inhoud.decode()
    except UnicodeDecodeError as fout:
        regels = split_regels(inhoud[: fout.start].decode())
        plek = Plek(bestand, len(regels), len(regels[-1]) + 1)
        hint = "sla het bestand op met de codering UTF-8"
        raise InvoerFout([Bevinding(plek, "geen-utf8", "dit teken is geen UTF-8", hint)]) from None
