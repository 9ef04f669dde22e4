"""One report after a test about which a situation was described too: the four headings, with that situation in them."""

from collections.abc import Iterable, Iterator

from conflictstijl.model.document import Blok, Document, Kop
from conflictstijl.model.situatie import Hulp
from conflictstijl.rapport.gegeven import KLEIN
from conflictstijl.rapport.profiel import KOPPEN, SLOT
from conflictstijl.rapport.situatie import (
    Situatie,
    build_advies,
    build_hulpdocument,
    build_let_op,
    build_oefenen,
    build_redenen,
    build_situatiedocument,
    build_verschil,
)

_WERKT_WANNEER, _ANDERS, _OEFENEN = KOPPEN[1:]


def build_samen(profiel: Document, situatie: Situatie | Hulp) -> Document:
    """Return a personal report with the advice for one situation at the heading where each part of it belongs.

    Skills and learning question are those of the situation. With a closed gate the report stays as it is, and what
    helps instead follows it.
    """
    if isinstance(situatie, Hulp):
        return Document((*profiel.blokken, *_build_lager(build_hulpdocument(situatie).blokken)))
    delen = _split_koppen(profiel)
    if not delen.keys() >= {*KOPPEN}:
        return Document((*profiel.blokken, *_build_lager(build_situatiedocument(situatie).blokken)))
    eigen = [Kop("In jouw situatie", KLEIN), *build_advies(situatie)]
    redenen = [Kop("Waarom dit past", KLEIN), *build_redenen(situatie)]
    delen[_WERKT_WANNEER][1:1] = [*eigen, *(redenen if len(redenen) > 1 else []), Kop("Buiten deze situatie", KLEIN)]
    if situatie.advies.verschil:
        delen[_ANDERS][1:1] = [Kop("In jouw situatie", KLEIN), *build_verschil(situatie, situatie.advies.verschil)]
    oefenen = list(build_oefenen(situatie))
    if oefenen:
        delen[_OEFENEN][1:] = oefenen
    delen[SLOT][1:1] = list(build_let_op(situatie))
    return Document(tuple(blok for deel in delen.values() for blok in deel))


def _split_koppen(document: Document) -> dict[str, list[Blok]]:
    """Return the blocks of a report by the heading they stand below."""
    delen: dict[str, list[Blok]] = {}
    naam = ""
    for blok in document.blokken:
        if isinstance(blok, Kop) and blok.tekst in (*KOPPEN, SLOT):
            naam = blok.tekst
        delen.setdefault(naam, []).append(blok)
    return delen


def _build_lager(blokken: Iterable[Blok]) -> Iterator[Blok]:
    """Yield blocks with their title as a heading inside a report."""
    for blok in blokken:
        yield blok._replace(niveau=max(blok.niveau, 2)) if isinstance(blok, Kop) else blok
