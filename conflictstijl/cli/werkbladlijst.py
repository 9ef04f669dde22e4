"""The list of worksheets, by the moment at which they help, with which of them were begun."""

from contextlib import suppress
from typing import TYPE_CHECKING

from conflictstijl.cli.overzicht import write_alinea
from conflictstijl.cli.uitvoer import write_json, write_meldingen, write_regels
from conflictstijl.tekst import render_tijd

if TYPE_CHECKING:
    from conflictstijl.opslag.bladregels import Bewaardblad

_POORT = "Eerst komt de vraag of iedereen veilig is."
_SLOT = ("Een ervan invullen: conflictstijl werkblad vakgenoten", "Op papier: zet er --leeg -o blad.docx achter.")


def write_lijst(*, als_json: bool) -> None:
    """Write the worksheets by the moment at which they help."""
    from conflictstijl.laden.werkbladen import load_werkbladen
    from conflictstijl.rapport.werkblad import MOMENTEN, build_werkbladen, render_omvang

    werkbladen, meldingen = load_werkbladen()
    write_meldingen(map(str, meldingen))
    if als_json:
        write_json(build_werkbladen(werkbladen))
        return
    begonnen = _load_begonnen()
    for moment, kop in MOMENTEN.items():
        write_alinea(f"{kop}:")
        for blad in (blad for blad in werkbladen if blad.moment is moment):
            write_alinea(f"{blad.id}: {blad.titel}", 2)
            write_alinea(f"{blad.doel} ({render_omvang(blad)})", 4)
            if blad.poort:
                write_alinea(_POORT, 4)
            if blad.id in begonnen:
                write_alinea(f"Begonnen op {begonnen[blad.id]}; verder met --hervat.", 4)
        write_regels([""])
    for regel in _SLOT:
        write_alinea(regel)


def _load_begonnen() -> dict[str, str]:
    """Return when each unfinished worksheet was begun; a folder that cannot be read has none to go on with."""
    from conflictstijl.laden.mappen import load_werkbladenmap
    from conflictstijl.opslag.werkbladen import load_begonnen

    begonnen: list[Bewaardblad] = []
    with suppress(OSError):
        begonnen, _ = load_begonnen(load_werkbladenmap())
    return {blad.invulling.werkblad: render_tijd(blad.begin) for blad in reversed(begonnen)}
