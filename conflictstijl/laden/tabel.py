"""A table as a spreadsheet writes it (CSV): named columns, with a comma, a semicolon or a tab between them."""

import csv
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from conflictstijl.fouten import Plek
from conflictstijl.laden.bevindingen import Bevindingen
from conflictstijl.laden.valkuilen import split_regels
from conflictstijl.tekst import clean_tekst

_SCHEIDERS = (";", "\t", ",")
"""What can stand between two columns; a spreadsheet in Dutch writes semicolons, for its numbers have commas."""
_LANGSTE_CEL = 80


class Rij(NamedTuple):
    """One row: the texts of the columns that were asked for, and where it stands."""

    cellen: tuple[str, ...]
    plek: Plek


def parse_tabel(tekst: str, bestand: str, kolommen: Sequence[str], bevindingen: Bevindingen) -> list[Rij]:
    """Return the rows of a table with at least these columns; findings for what cannot be read."""
    rijen: list[Rij] = []
    laatste = 0
    try:
        for nummer, cellen in _read_regels(tekst):
            laatste = nummer
            rijen.append(Rij(tuple(cellen), Plek(bestand, nummer, 1)))
    except csv.Error:
        # a quote that is never closed runs on to the last line
        wat = "deze regel is niet als CSV te lezen"
        bevindingen.add(Plek(bestand, laatste + 1, 1), "csv", wat, "kijk de aanhalingstekens na")
    kop = rijen[0].cellen if rijen else ()
    if not _check_kop(kop, kolommen, Plek(bestand, 1, 1), bevindingen):
        return []
    # of two columns with one name the last one counts
    plaatsen = {naam: plaats for plaats, naam in enumerate(kop)}
    return [
        _build_rij(rij, [plaatsen[kolom] for kolom in kolommen])
        for rij in rijen[1:]
        if _check_rij(rij, len(kop), bevindingen)
    ]


def _read_regels(tekst: str) -> Iterator[tuple[int, list[str]]]:
    """Yield every row that is not empty with the number of the line where it ends."""
    regels = split_regels(tekst)
    scheider = next((teken for teken in _SCHEIDERS if teken in regels[0]), ",")
    lezer = csv.reader(regels, delimiter=scheider, strict=True)
    yield from ((lezer.line_num, cellen) for cellen in lezer if cellen)


def _check_kop(kop: Sequence[str], kolommen: Sequence[str], plek: Plek, bevindingen: Bevindingen) -> bool:
    ontbreekt = [kolom for kolom in kolommen if kolom not in kop]
    # a first line that cannot be read has been told
    if ontbreekt and not any(bevinding.plek == plek for bevinding in bevindingen):
        hint = f"de eerste regel moet zijn: {','.join(kolommen)}"
        bevindingen.add(plek, "kolom-ontbreekt", f"kolom '{ontbreekt[0]}' ontbreekt", hint)
    return not ontbreekt


def _check_rij(rij: Rij, breedte: int, bevindingen: Bevindingen) -> bool:
    te_veel = any(rij.cellen[breedte:])
    if te_veel:
        wat = f"regel {rij.plek.regel} heeft {len(rij.cellen)} kolommen, en de eerste regel {breedte}"
        hint = "schrijf een getal met een punt, en zet een tekst met een komma tussen dubbele aanhalingstekens"
        bevindingen.add(rij.plek, "csv", wat, hint)
    return not te_veel


def _build_rij(rij: Rij, plaatsen: Sequence[int]) -> Rij:
    """Return a row with only the columns that were asked for; what is missing at the end is empty."""
    cellen = [rij.cellen[plaats] if plaats < len(rij.cellen) else "" for plaats in plaatsen]
    return rij._replace(cellen=tuple(clean_tekst(cel, _LANGSTE_CEL) for cel in cellen))
