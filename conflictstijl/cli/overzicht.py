"""Two columns on the terminal: a name, and what it is; one below the other where there is no room."""

import textwrap
from collections.abc import Iterable, Iterator

from conflictstijl.cli.uitvoer import read_kolommen, write_regels

_MEESTE_NAAM = 26
_TUSSEN = 2


def write_kolommen(rijen: Iterable[tuple[str, str]]) -> None:
    """Write rows of name and text, the text wrapped beside the name, or below a name that is too long."""
    paren = list(rijen)
    breedte = read_kolommen()
    kolom = min(max((len(naam) for naam, _ in paren), default=0), _MEESTE_NAAM, breedte // 3)
    for naam, tekst in paren:
        write_regels(_build_rij(naam, tekst, kolom, breedte))


def _build_rij(naam: str, tekst: str, kolom: int, breedte: int) -> Iterator[str]:
    regels = _split_tekst(tekst, breedte - kolom - _TUSSEN) or [""]
    begin = naam
    if len(naam) > kolom:
        yield from _split_tekst(naam, breedte)
        begin = ""
    yield f"{begin:<{kolom + _TUSSEN}}{regels[0]}".rstrip()
    yield from (f"{'':<{kolom + _TUSSEN}}{regel}" for regel in regels[1:])


def write_alinea(tekst: str, inspringing: int = 0) -> None:
    """Write one paragraph, wrapped to the terminal, each line with an indent."""
    regels = _split_tekst(tekst, read_kolommen() - inspringing)
    write_regels(f"{'':<{inspringing}}{regel}" for regel in regels)


def _split_tekst(tekst: str, breedte: int) -> list[str]:
    return textwrap.wrap(tekst, breedte, break_on_hyphens=False)
