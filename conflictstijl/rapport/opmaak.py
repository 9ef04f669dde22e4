"""A document as lines of plain text: wrapped, with bars of characters. Shared by terminal and text."""

import textwrap
from collections.abc import Iterator
from typing import NamedTuple

from conflictstijl.model.document import (
    Alinea,
    Document,
    Kop,
    Opsomming,
    Schrijfruimte,
    Staaf,
    Staven,
    Tabel,
    Woordblok,
)
from conflictstijl.tekst import render_getal

_SMALST = 20
_KORTSTE_STAAF = 10
_BREEDSTE_STAAF = 40
_BREEDSTE_LIJN = 60
_TUSSEN = 2
"""Spaces between two columns."""
_ONDERSTREPING = {1: "=", 2: "-"}
"""The line below a heading, per level; a small heading has none and stands close to what it heads."""


class Tekens(NamedTuple):
    """The characters of a bar: certain part, margin, value, and what is left of the axis."""

    vol: str
    marge: str
    waarde: str
    rest: str


BLOKKEN = Tekens("█", "▒", "●", "·")
ASCII = Tekens("#", "=", "o", ".")


class Regel(NamedTuple):
    """One line of output; `kop` is the level of a heading, 0 for everything else."""

    tekst: str
    kop: int = 0


def build_regels(document: Document, breedte: int, tekens: Tekens | None = BLOKKEN) -> list[Regel]:
    """Return the lines of a document, none wider than `breedte` characters (at least 20).

    Without `tekens` there are no bars, lines and columns: only what can be read aloud.
    """
    regels: list[Regel] = []
    for blok in document.in_woorden:
        nieuw = list(_build_blok(blok, max(breedte, _SMALST), tekens))
        kleine_kop = regels and regels[-1].kop and regels[-1].kop not in _ONDERSTREPING
        if regels and nieuw and not kleine_kop:
            regels.append(Regel(""))
        regels += nieuw
    return regels


def _build_blok(blok: Woordblok, breedte: int, tekens: Tekens | None) -> Iterator[Regel]:
    match blok:
        case Kop():
            yield from _build_kop(blok, breedte, onderstreept=tekens is not None)
        case Alinea():
            yield from map(Regel, _split_tekst(blok.tekst, breedte))
        case Opsomming():
            yield from _build_opsomming(blok, breedte)
        case Tabel():
            yield from map(Regel, build_tabel(blok, breedte, kolommen=tekens is not None))
        case Schrijfruimte():
            yield from map(Regel, _build_ruimte(blok, breedte) if tekens else ())
        case _:
            yield from map(Regel, build_staven(blok, breedte, tekens))


def _split_tekst(tekst: str, breedte: int, teken: str = "") -> list[str]:
    """Return a text as lines. A hyphen never ends one: ids and commands are copied from the screen."""
    inspringing = " " * len(teken)
    return textwrap.wrap(tekst, breedte, initial_indent=teken, subsequent_indent=inspringing, break_on_hyphens=False)


def _build_kop(kop: Kop, breedte: int, *, onderstreept: bool) -> Iterator[Regel]:
    regels = _split_tekst(kop.tekst, breedte)
    yield from (Regel(regel, kop.niveau) for regel in regels)
    if regels and onderstreept and kop.niveau in _ONDERSTREPING:
        yield Regel(_ONDERSTREPING[kop.niveau] * max(map(len, regels)), kop.niveau)


def _build_opsomming(opsomming: Opsomming, breedte: int) -> Iterator[Regel]:
    for nummer, deel in enumerate(opsomming.delen, 1):
        teken = f"{nummer}. " if opsomming.genummerd else "- "
        yield from map(Regel, _split_tekst(deel, breedte, teken))


def build_tabel(tabel: Tabel, breedte: int, *, kolommen: bool = True) -> list[str]:
    """Return a table in columns; where they do not fit, each row as its name with a list of its cells."""
    rijen = [tabel.koppen, *tabel.rijen]
    breedtes = [max(map(len, kolom)) for kolom in zip(*rijen, strict=True)]
    if not kolommen or sum(breedtes) + _TUSSEN * (len(breedtes) - 1) > breedte:
        return [regel for rij in tabel.rijen for regel in _build_rij(tabel.koppen, rij, breedte)][1:]
    tussen = " " * _TUSSEN
    regels = [tussen.join(f"{cel:<{b}}" for cel, b in zip(rij, breedtes, strict=True)).rstrip() for rij in rijen]
    return [regels[0], tussen.join("-" * b for b in breedtes), *regels[1:]]


def _build_rij(koppen: tuple[str, ...], rij: tuple[str, ...], breedte: int) -> Iterator[str]:
    yield ""
    yield from _split_tekst(rij[0], breedte)
    for kop, cel in zip(koppen[1:], rij[1:], strict=True):
        if cel:
            yield from _split_tekst(f"{kop}: {cel}", breedte, "- ")


def _build_ruimte(ruimte: Schrijfruimte, breedte: int) -> list[str]:
    """Return lines to write on, with an empty one between two: handwriting takes twice the height of print."""
    lijn = "_" * min(breedte, _BREEDSTE_LIJN)
    return "\n\n".join([lijn] * ruimte.regels).splitlines()


def build_staven(staven: Staven, breedte: int, tekens: Tekens | None = BLOKKEN) -> list[str]:
    """Return one line per bar, in columns: name, bar, number, word, margin; and a line about the axis.

    Where no bar of ten characters fits, or `tekens` is None, the same facts stand in running text. Empty without bars.
    """
    if not staven.staven:
        return []
    namen = max(len(staaf.naam) for staaf in staven.staven)
    getallen = max(len(staaf.getal) for staaf in staven.staven)
    staarten = max(len(_build_staart(staaf)) for staaf in staven.staven)
    ruimte = breedte - namen - getallen - staarten - 3 * _TUSSEN
    if tekens is None or ruimte < _KORTSTE_STAAF:
        return [regel for tekst in _build_lijst(staven) for regel in _split_tekst(tekst, breedte)]
    lengte = min(ruimte, _BREEDSTE_STAAF)
    regels = [
        f"{staaf.naam:<{namen}}  {_build_staaf(staaf, staven, lengte, tekens)}  {staaf.getal:>{getallen}}"
        f"  {_build_staart(staaf)}"
        for staaf in staven.staven
    ]
    return [*(regel.rstrip() for regel in regels), "", *_split_tekst(_build_legenda(staven, tekens), breedte)]


def _build_lijst(staven: Staven) -> Iterator[str]:
    for staaf in staven.staven:
        yield f"{staaf.naam}: {staaf.getal} {_build_staart(staaf)}"
    yield f"{staven.schaal} Tussen haakjes staat de marge." if _check_marge(staven) else staven.schaal


def _build_staart(staaf: Staaf) -> str:
    if staaf.ondergrens is None or staaf.bovengrens is None:
        return staaf.woord
    marge = f"({render_getal(staaf.ondergrens)} tot {render_getal(staaf.bovengrens)})"
    return f"{staaf.woord} {marge}".strip()


def _build_staaf(staaf: Staaf, staven: Staven, lengte: int, tekens: Tekens) -> str:
    if staaf.waarde is None:
        return " " * lengte
    waarde = _build_plaats(staaf.waarde, staven, lengte)
    if staaf.ondergrens is None or staaf.bovengrens is None:
        return tekens.vol * waarde + tekens.rest * (lengte - waarde)
    # a margin has at least one place, the one of the value
    onder = min(_build_plaats(staaf.ondergrens, staven, lengte), lengte - 1)
    boven = max(_build_plaats(staaf.bovengrens, staven, lengte), onder + 1)
    balk = [*tekens.vol * onder, *tekens.marge * (boven - onder), *tekens.rest * (lengte - boven)]
    balk[min(max(waarde - 1, onder), boven - 1)] = tekens.waarde
    return "".join(balk)


def _build_plaats(waarde: float, staven: Staven, lengte: int) -> int:
    """Return how many places of an axis lie below a value; an axis without length has only a begin."""
    bereik = staven.hoogste - staven.laagste
    return min(max(round((waarde - staven.laagste) / bereik * lengte), 0), lengte) if bereik else 0


def _build_legenda(staven: Staven, tekens: Tekens) -> str:
    if not _check_marge(staven):
        return staven.schaal
    return f"{staven.schaal} {tekens.waarde} is {staven.wiens} score, {tekens.marge} de marge."


def _check_marge(staven: Staven) -> bool:
    return any(staaf.ondergrens is not None for staaf in staven.staven)
