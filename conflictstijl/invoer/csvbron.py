"""A text table (CSV, tabs or pipes) as a stream of rows: nothing is kept, so its length does not matter."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from itertools import chain, islice
from typing import TYPE_CHECKING, TextIO

from conflictstijl.fouten import Bevinding, InvoerFout, Plek
from conflictstijl.invoer.bron import Bron, build_leeg
from conflictstijl.invoer.scheiding import Scheiding, read_scheiding
from conflictstijl.invoer.stapels import read_stapels
from conflictstijl.invoer.tekens import Codering, build_meldingen, load_codering
from conflictstijl.model.tabel import Tabel

if TYPE_CHECKING:
    from _csv import Reader

MAX_KOLOMMEN = 5_000
_AANHALING, _EINDE = '"', "\r\n"
_STUK = 1 << 16
"""Letters that are looked through together."""


def load_csv(bron: Bron) -> Tabel:
    """Return the table of a text file; raises InvoerFout when it is no text or holds no row."""
    codering = load_codering(bron)
    scheiding = read_scheiding(partial(_load_tekst, bron, codering))
    read = partial(_read_rijen, bron, codering, scheiding)
    if not any(read()):
        raise build_leeg(bron.naam)
    return Tabel(bron.naam, "", read, meldingen=build_meldingen(codering, bron.naam))


@contextmanager
def _load_tekst(bron: Bron, codering: Codering) -> Iterator[TextIO]:
    with bron.open() as bytestroom:
        bytestroom.seek(codering.begin)
        with io.TextIOWrapper(bytestroom, codering.naam, newline="") as tekst:
            yield tekst


@contextmanager
def _load_tabel(bron: Bron, codering: Codering, scheiding: Scheiding) -> Iterator[TextIO]:
    """Give the text from its first row on: a line that only names the separator is none."""
    with _load_tekst(bron, codering) as tekst:
        if scheiding.sepregel:
            next(tekst)
        yield tekst


def _read_rijen(bron: Bron, codering: Codering, scheiding: Scheiding) -> Iterator[Sequence[str]]:
    """Yield the rows; of a million of them each costs little more than csv itself.

    From a stack in which something is wrong they are read again, one by one.
    """
    gelezen = 0
    with _load_tabel(bron, codering, scheiding) as tekst, suppress(csv.Error):
        for stapel in _read_stapels(tekst, scheiding):
            if max(map(len, stapel)) > MAX_KOLOMMEN:
                break
            yield from stapel if all(map(any, stapel)) else (rij if any(rij) else [] for rij in stapel)
            gelezen += len(stapel)
        else:
            return
    yield from islice(_read_een_voor_een(bron, codering, scheiding), gelezen, None)


def _read_stapels(tekst: TextIO, scheiding: Scheiding) -> Iterator[list[list[str]]]:
    """Yield rows in stacks; up to the first quotation mark there is nothing in a line but cells and what parts them."""
    while regels := tekst.readlines(_STUK):
        if _AANHALING in "".join(regels) or max(map(len, regels)) > csv.field_size_limit():
            yield from read_stapels(_build_lezer(chain(regels, tekst), scheiding))
            return
        yield [regel.rstrip(_EINDE).split(scheiding.teken) for regel in regels]


def _build_lezer(regels: Iterable[str], scheiding: Scheiding) -> "Reader":
    return csv.reader(regels, delimiter=scheiding.teken, strict=True)


def _read_een_voor_een(bron: Bron, codering: Codering, scheiding: Scheiding) -> Iterator[Sequence[str]]:
    """Yield the rows; raises InvoerFout with the place of the first that cannot be one."""
    nummer, regel = 0, int(scheiding.sepregel)
    with _load_tabel(bron, codering, scheiding) as tekst:
        lezer = _build_lezer(tekst, scheiding)
        try:
            for nummer, rij in enumerate(lezer, 1):  # pragma: no branch - a row that ends it brought us here
                if len(rij) > MAX_KOLOMMEN:
                    raise _build_te_breed(Plek(bron.naam, regel + 1, 1), nummer)
                yield rij if any(rij) else []
                regel = lezer.line_num + scheiding.sepregel
        except csv.Error as fout:
            raise _build_csvfout(fout, Plek(bron.naam, regel + 1, 1), nummer + 1) from None


def _build_te_breed(plek: Plek, nummer: int) -> InvoerFout:
    wat = f"rij {nummer} heeft meer dan {MAX_KOLOMMEN} kolommen"
    return InvoerFout([Bevinding(plek, "csv", wat, "kijk de scheidingstekens na")])


def _build_csvfout(fout: csv.Error, plek: Plek, nummer: int) -> InvoerFout:
    """Return what is wrong with the row that begins in a place."""
    if "field larger" in str(fout):
        wat = f"rij {nummer} heeft een cel van meer dan {csv.field_size_limit()} tekens"
        return InvoerFout([Bevinding(plek, "csv", wat, "kijk of er een aanhalingsteken openstaat")])
    if "end of data" in str(fout):
        wat = f"rij {nummer} heeft een aanhalingsteken dat niet sluit"
        return InvoerFout([Bevinding(plek, "csv", wat, "sluit het, of haal het weg")])
    wat = f"rij {nummer} heeft een aanhalingsteken op een verkeerde plaats"
    return InvoerFout([Bevinding(plek, "csv", wat, "schrijf een aanhalingsteken in een tekst dubbel")])
