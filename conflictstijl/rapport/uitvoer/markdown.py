"""A document as Markdown: headings, lists and, for bars, a table with the same facts."""

import re
from collections.abc import Iterator

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

_BIJZONDER = re.compile(r"([\\`*_{}\[\]<>#|~&])")
_LIJN = "_" * 60
"""A line to write on: it looks like one in the source, and Markdown draws one for it."""
_BEGIN = re.compile(r"^(?:(?=[-+=])|([0-9]+)(?=[.)]))")
"""What starts a list, a number with a list, or an underlined heading."""


def render_markdown(document: Document) -> str:
    """Return a document as CommonMark with one table, ending in a line break; foreign text stays text."""
    blokken = ("\n".join(_render_blok(blok)) for blok in document.in_woorden)
    return "\n\n".join(blok for blok in blokken if blok) + "\n"


def _render_veilig(tekst: str) -> str:
    """Return text on one line in which no sign steers Markdown; also not `1.` or `-` at its start."""
    return _BEGIN.sub(r"\1\\", _BIJZONDER.sub(r"\\\1", " ".join(tekst.split())))


def _render_blok(blok: Woordblok) -> Iterator[str]:
    match blok:
        case Kop():
            yield f"{'#' * blok.niveau} {_render_veilig(blok.tekst)}"
        case Alinea():
            yield _render_veilig(blok.tekst)
        case Opsomming():
            for nummer, deel in enumerate(blok.delen, 1):
                yield f"{f'{nummer}.' if blok.genummerd else '-'} {_render_veilig(deel)}"
        case Tabel():
            yield _render_rij(blok.koppen)
            yield f"|{'---|' * len(blok.koppen)}"
            yield from map(_render_rij, blok.rijen)
        case Schrijfruimte():
            yield "\n\n".join([_LIJN] * blok.regels)
        case _:
            yield from _render_staven(blok)


def _render_staven(staven: Staven) -> Iterator[str]:
    if not staven.staven:
        return
    marge = any(staaf.ondergrens is not None for staaf in staven.staven)
    koppen = ("naam", "score", "betekenis", "marge")[: 4 if marge else 3]
    yield _render_rij(koppen)
    yield f"|{'---|' * len(koppen)}"
    for staaf in staven.staven:
        cellen = (staaf.naam, staaf.getal, staaf.woord, _render_marge(staaf))
        yield _render_rij(cellen[: len(koppen)])
    yield f"\n{_render_veilig(staven.schaal)}"


def _render_rij(cellen: tuple[str, ...]) -> str:
    return f"| {' | '.join(map(_render_veilig, cellen))} |"


def _render_marge(staaf: Staaf) -> str:
    if staaf.ondergrens is None or staaf.bovengrens is None:
        return "-"
    return f"{render_getal(staaf.ondergrens)} tot {render_getal(staaf.bovengrens)}"
