"""The cells of a sheet: their names, how far they may lie, and rows made of them; places count from 1."""

import re
from collections.abc import Sequence
from functools import cache
from itertools import islice

from conflictstijl.fouten import Bevinding, InvoerFout, Plek
from conflictstijl.invoer.plaatsen import render_cel
from conflictstijl.model.tabel import Bijzonder
from conflictstijl.tekst import render_citaat

MAX_RIJ = 100_000
MAX_KOLOM = 5_000
MAX_CELLEN = 4_000_000
"""Most cells in the rectangle that holds all that is filled in."""
Rij = list[str]
Gebied = tuple[int, int, int, int]
"""First row and column, last row and column."""
_LETTERS = 26


def parse_cel(naam: str) -> tuple[int, int] | None:
    """Return row and column of a cell name, counted from 1, or None for what is none."""
    delen = re.fullmatch(r"\$?([A-Za-z]{1,3})\$?([1-9][0-9]{0,6})", naam)
    return (int(delen[2]), _parse_letters(delen[1])) if delen else None


@cache
def _parse_letters(letters: str) -> int:
    kolom = 0
    for letter in letters.upper():
        kolom = kolom * _LETTERS + ord(letter) - ord("A") + 1
    return kolom


def check_ver(rij: int, kolom: int, bestand: str, blad: str) -> None:
    """Raise InvoerFout for a filled cell so far off that the table would not fit in memory."""
    if rij > MAX_RIJ or kolom > MAX_KOLOM:
        wat = f"cel {render_cel(rij, kolom - 1)} op blad {render_citaat(blad)} ligt ver buiten elke tabel"
        raise InvoerFout([Bevinding(Plek(bestand), "verre-cel", wat, "wis die cel, of bewaar alleen de tabel")])


def check_omvang(hoogte: int, breedte: int, bestand: str, blad: str) -> None:
    """Raise InvoerFout for a sheet with more cells than is read."""
    if hoogte * breedte > MAX_CELLEN:
        wat = f"blad {render_citaat(blad)} is te groot: het loopt tot cel {render_cel(hoogte, breedte - 1)}"
        raise InvoerFout(
            [Bevinding(Plek(bestand), "verre-cel", wat, "wis losse cellen ver van de tabel, of maak er csv van")]
        )


def build_rechthoek(rijen: list[Rij], hoogte: int, breedte: int) -> list[Rij]:
    """Return at least so many rows, each with so many cells."""
    onder: list[Rij] = [[] for _ in range(hoogte - len(rijen))]
    return [rij + [""] * (breedte - len(rij)) for rij in (*rijen, *onder)]


def read_plaatsen(gebieden: Sequence[Gebied], hoogte: int, breedte: int, behalve: int = 0) -> set[tuple[int, int]]:
    """Return the places of areas as far as the table reaches, without the first `behalve` of each.

    Areas that lie over each other, over and over, are not all looked at: that would take for ever.
    """
    plaatsen: set[tuple[int, int]] = set()
    over = MAX_CELLEN
    for boven, links, onder, rechts in gebieden:
        rijen, kolommen = range(boven, min(onder, hoogte) + 1), range(links, min(rechts, breedte) + 1)
        over -= len(rijen) * len(kolommen)
        if over < 0:
            break
        plaatsen.update(islice(((rij, kolom) for rij in rijen for kolom in kolommen), behalve, None))
    return plaatsen


def clean_rijen(rijen: list[Rij]) -> list[Rij]:
    """Return rows of which the blank ones have no cells, up to the last one that is not blank."""
    schoon = [rij if any(rij) or any(isinstance(cel, Bijzonder) for cel in rij) else [] for rij in rijen]
    while schoon and not schoon[-1]:
        schoon.pop()
    return schoon
