"""A text table (CSV, tabs or pipes) as a stream of rows: nothing is kept, so its length does not matter."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, TextIO

from conflictstijl.fouten import Bevinding, InvoerFout, Plek
from conflictstijl.invoer.bron import Bron, build_leeg
from conflictstijl.invoer.kolommen import build_kolommen
from conflictstijl.invoer.scheiding import Scheiding, read_scheiding
from conflictstijl.invoer.tekens import Codering, build_meldingen, load_codering
from conflictstijl.model.tabel import Rijstapel, Tabel, build_rijstapels

if TYPE_CHECKING:
    from _csv import Reader

MAX_KOLOMMEN = 5_000
_AANHALING = '"'
_STUK = 100_000
"""Letters that are looked through together: fewer than csv takes in one cell."""


def load_csv(bron: Bron) -> Tabel:
    """Return the table of a text file; raises InvoerFout when it is no text or holds no row."""
    codering = load_codering(bron)
    scheiding = read_scheiding(partial(_load_tekst, bron, codering))
    read = partial(_read_rijen, bron, codering, scheiding)
    if not any(read()):
        raise build_leeg(bron.naam)
    read_vanaf = partial(_read_stapels, bron, codering, scheiding)
    return Tabel(bron.naam, "", read, meldingen=build_meldingen(codering, bron.naam), read_vanaf=read_vanaf)


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


def _read_stapels(bron: Bron, codering: Codering, scheiding: Scheiding, vanaf: int) -> Iterator[Rijstapel]:
    """Yield the rows after so many; up to the first quotation mark there is nothing but cells and what parts them.

    From there on csv spells the rows out one by one, and tells which one cannot be one.
    """
    gelezen = vanaf
    with _load_tabel(bron, codering, scheiding) as tekst:
        plat = _AANHALING not in "".join(islice(tekst, vanaf))
        while plat and (stuk := tekst.read(_STUK) + tekst.readline()):
            stapel = _build_stapel(stuk, scheiding.teken, gelezen)
            if stapel is None:
                plat = False
            else:
                yield stapel
                gelezen += len(stapel.nummers)
    if not plat:
        rijen = enumerate(_read_rijen(bron, codering, scheiding), 1)
        yield from build_rijstapels(islice(rijen, gelezen, None))


def _build_stapel(stuk: str, teken: str, gelezen: int) -> Rijstapel | None:
    """Return lines as rows that come after so many; None where csv has to look at them."""
    if _AANHALING in stuk or len(stuk) > csv.field_size_limit():
        return None
    if "\r" in stuk:
        stuk = stuk.replace("\r\n", "\n").replace("\r", "\n")
    regels = stuk if stuk.endswith("\n") else f"{stuk}\n"
    nummers = range(gelezen + 1, gelezen + 1 + regels.count("\n"))
    kolommen = build_kolommen(regels, teken)
    stapel = Rijstapel(nummers, kolommen=kolommen) if kolommen else None
    if not stapel or not stapel.check_gevuld():
        stapel = Rijstapel(nummers, [_clean_leeg(regel.split(teken)) for regel in regels.split("\n")[:-1]])
    return stapel if max(stapel.read_breedtes()) <= MAX_KOLOMMEN else None


def _clean_leeg(rij: Sequence[str]) -> Sequence[str]:
    """Return a row, without cells when there is nothing in any."""
    return rij if any(rij) else []


def _build_lezer(regels: Iterable[str], scheiding: Scheiding) -> "Reader":
    return csv.reader(regels, delimiter=scheiding.teken, strict=True)


def _read_rijen(bron: Bron, codering: Codering, scheiding: Scheiding) -> Iterator[Sequence[str]]:
    """Yield the rows; raises InvoerFout with the place of the first that cannot be one."""
    nummer, regel = 0, int(scheiding.sepregel)
    with _load_tabel(bron, codering, scheiding) as tekst:
        lezer = _build_lezer(tekst, scheiding)
        try:
            for nummer, rij in enumerate(lezer, 1):
                if len(rij) > MAX_KOLOMMEN:
                    raise _build_te_breed(Plek(bron.naam, regel + 1, 1), nummer)
                yield _clean_leeg(rij)
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
