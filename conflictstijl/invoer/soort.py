"""What kind of file it is, by its first bytes: the name says nothing."""

import re
from enum import StrEnum

from conflictstijl.fouten import Bevinding, InvoerFout, Plek
from conflictstijl.invoer.bron import Bron, check_omvang

MAX_WERKBOEK = 50 * 1024**2
_OPSLAAN = "bewaar het als .xlsx of als csv"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_VERSLEUTELD = "EncryptedPackage".encode("utf-16-le")
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_ANDERE = (
    (b"\x1f\x8b", "dit bestand is ingepakt (gzip)", "pak het eerst uit"),
    (b"BZh", "dit bestand is ingepakt (bzip2)", "pak het eerst uit"),
    (b"\xfd7zXZ\0", "dit bestand is ingepakt (xz)", "pak het eerst uit"),
    (b"7z\xbc\xaf\x27\x1c", "dit bestand is ingepakt (7z)", "pak het eerst uit"),
    (b"Rar!\x1a\x07", "dit bestand is ingepakt (rar)", "pak het eerst uit"),
    (b"%PDF", "dit is een pdf", "exporteer de antwoorden als .xlsx of als csv"),
    (b"{\\rtf", "dit is een tekstdocument (rtf)", _OPSLAAN),
    (b"\x89PNG", "dit is een afbeelding", "exporteer de antwoorden als .xlsx of als csv"),
    (b"\xff\xd8\xff", "dit is een afbeelding", "exporteer de antwoorden als .xlsx of als csv"),
    (b"PAR1", "dit is een Parquet-bestand", _OPSLAAN),
    (b"SQLite format 3\0", "dit is een databank", _OPSLAAN),
)
_HTML = rb"(?i)\s*<(?:!doctype\s+html|html|head|body|table|meta|style|script)\b"
_XML = rb"\s*<(?:\?xml|!)"
_JSON = rb"\s*(?:\{\s*[\"}]|\[\s*[\[{])"
# a first line of a table may well be a title such as 'Vragenlijst: ons team'
_YAML = rb"(?:#[^\n]*\n|---|\s)*(?:- )?(?:vragenlijst|antwoorden|deelnemer|versie)[ \t]*:[ \t\r\n]"
_WOORDEN = (b"antwoorden", b"formaat", b"items")
_YAML_VERVOLG = rb"(?m)^(?:- |  )?(?:antwoorden|formaat|items)[ \t]*:"
_ANTWOORDEN = rb"(?m)(?:^(?:- |  )?|\")antwoorden\"?[ \t]*:"


class Soort(StrEnum):
    """What can be read."""

    WERKBOEK = "werkboek"
    TEKST = "tekst"


def read_soort(bron: Bron) -> Soort:
    """Return how a source is to be read; raises InvoerFout for a file that holds no table, and says what it is."""
    if bron.kop.startswith(_ZIP):
        check_omvang(bron, MAX_WERKBOEK)
        return Soort.WERKBOEK
    if bron.kop.startswith(_OLE):
        raise _build_ole(bron)
    for begin, wat, hint in _ANDERE:
        if bron.kop.startswith(begin):
            raise InvoerFout([Bevinding(Plek(bron.naam), "geen-tabel", wat, hint)])
    _check_tekst(bron.kop.removeprefix(b"\xef\xbb\xbf"), Plek(bron.naam, 1, 1))
    return Soort.TEKST


def _build_ole(bron: Bron) -> InvoerFout:
    """Return the error for an old workbook, or for a new one with a password: both begin the same."""
    plek = Plek(bron.naam)
    with bron.open() as stroom:
        inhoud = stroom.read(MAX_WERKBOEK)
    if _VERSLEUTELD in inhoud:
        hint = "haal het wachtwoord eraf en bewaar het opnieuw"
        return InvoerFout([Bevinding(plek, "geen-tabel", "dit werkboek heeft een wachtwoord", hint)])
    return InvoerFout([Bevinding(plek, "geen-tabel", "dit is een oud bestand van Excel (.xls)", _OPSLAAN)])


def _check_tekst(kop: bytes, plek: Plek) -> None:
    """Raise InvoerFout for text that is no table: a web page, or answers as YAML or JSON."""
    # a look at the first letter spares a table most of the patterns
    eerste = kop.lstrip()[:1]
    if eerste == b"<" and re.match(_HTML, kop):
        wat = "dit is een webpagina, ook al heet het bestand anders"
        raise InvoerFout([Bevinding(plek, "geen-tabel", wat, f"open het in Excel en {_OPSLAAN}")])
    if eerste == b"<" and re.match(_XML, kop):
        raise InvoerFout([Bevinding(plek, "geen-tabel", "dit is een xml-bestand", f"open het in Excel en {_OPSLAAN}")])
    opmaak = "JSON" if eerste in {b"{", b"["} and re.match(_JSON, kop) else _read_yaml(kop)
    if opmaak and re.search(_ANTWOORDEN, kop):
        hint = "gebruik conflictstijl scoor, of zet elk blad als rij in een tabel"
        raise InvoerFout([Bevinding(plek, "antwoordblad", "dit is een antwoordblad en geen tabel", hint)])
    if opmaak:
        raise InvoerFout([Bevinding(plek, "geen-tabel", f"dit is {opmaak} en geen tabel", _OPSLAAN)])


def _read_yaml(kop: bytes) -> str:
    if not any(woord in kop for woord in _WOORDEN):
        return ""
    return "YAML" if re.match(_YAML, kop) and re.search(_YAML_VERVOLG, kop) else ""
