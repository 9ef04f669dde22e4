"""Which letters a text file is written in: one cheap pass over all its bytes, before a row is read."""

import codecs
from collections.abc import Iterator
from typing import NamedTuple

from conflictstijl.fouten import Bevinding, InvoerFout, Plek
from conflictstijl.invoer.bron import BLOK, Bron
from conflictstijl.model.tabel import Invoermelding

_BOMMEN = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_REST = "cp1252"
_LANGSTE_REGEL = 4 * 1024**2
_OPSLAAN = "bewaar het opnieuw als .xlsx of als csv (UTF-8)"


class Codering(NamedTuple):
    """The encoding of a text file, and how many bytes come before its text."""

    naam: str
    begin: int = 0
    breuk: int = 0
    """Line of the first byte that is not UTF-8, when another encoding had to be assumed."""


class _Vondst(NamedTuple):
    """A byte that does not belong: where, and what of it."""

    plaats: int
    wat: str


def load_codering(bron: Bron) -> Codering:
    """Return how the text of a source is written; raises InvoerFout when it is no text.

    A file without a byte order mark that is not UTF-8 to its very last byte is taken for Windows-1252.
    """
    bom, naam = next((paar for paar in _BOMMEN if bron.kop.startswith(paar[0])), (b"", "utf-8"))
    codering = Codering(naam, len(bom))
    vondst = _read_vondst(bron, codering)
    if vondst and not vondst.wat and naam == "utf-8":
        codering = Codering(_REST, len(bom), _count_regels(bron, codering, vondst.plaats))
        vondst = _read_vondst(bron, codering)
    if vondst:
        regel = _count_regels(bron, codering, vondst.plaats)
        wat = vondst.wat or "hier staat een byte die geen letter is"
        raise InvoerFout([Bevinding(Plek(bron.naam, regel, 1), "tekens", wat, _OPSLAAN)])
    return codering


def build_meldingen(codering: Codering, bestand: str) -> tuple[Invoermelding, ...]:
    """Return what to tell about an encoding that had to be assumed."""
    if not codering.breuk:
        return ()
    wat = f"geen UTF-8 (zie regel {codering.breuk}), dus gelezen als Windows-1252; kijk letters met een accent na"
    return (Invoermelding(bestand, 0, "", "", "codering", wat),)


def _read_blokken(bron: Bron, begin: int) -> Iterator[bytes]:
    with bron.open() as stroom:
        stroom.seek(begin)
        while blok := stroom.read(BLOK):
            yield blok


def _read_vondst(bron: Bron, codering: Codering) -> _Vondst | None:
    """Return the first byte that does not fit; without words when it is no letter in this encoding."""
    lezer = codecs.getincrementaldecoder(codering.naam)()
    breed = codering.naam.startswith("utf-16")
    plaats, zonder_einde = codering.begin, 0
    for blok in _read_blokken(bron, codering.begin):
        wacht = lezer.getstate()[0]
        # most files are plain ASCII: then there is nothing to decode
        if breed or wacht or not blok.isascii():
            try:
                tekst = lezer.decode(blok)
            except UnicodeDecodeError as fout:
                return _Vondst(plaats - len(wacht) + fout.start, "")
        nul = 2 * tekst.find("\0") if breed else blok.find(b"\0")
        if nul >= 0:
            return _Vondst(plaats + nul, "hier staat een nulteken, dat in geen tekst hoort")
        zonder_einde = 0 if b"\n" in blok or b"\r" in blok else zonder_einde + len(blok)
        if zonder_einde > _LANGSTE_REGEL:
            return _Vondst(plaats, f"deze regel is langer dan {_LANGSTE_REGEL // 1024**2} MB")
        plaats += len(blok)
    return _Vondst(plaats, "") if lezer.getstate()[0] else None


def _count_regels(bron: Bron, codering: Codering, plaats: int) -> int:
    """Return the number of the line in which a byte stands."""
    einden = [einde.encode(codering.naam) for einde in ("\n", "\r")]
    aantallen = [0, 0]
    over = plaats - codering.begin
    for blok in _read_blokken(bron, codering.begin):
        deel = blok[:over]
        aantallen = [aantal + deel.count(einde) for aantal, einde in zip(aantallen, einden, strict=True)]
        over -= len(deel)
    # Windows ends a line with both, an old Mac with the second only
    return max(aantallen) + 1
