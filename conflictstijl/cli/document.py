"""Writing a document where the user wants it: terminal, stdout or a file, in the format of its ending."""

import os
import sys
from collections.abc import Collection, Iterable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from conflictstijl.afname.modus import check_regels
from conflictstijl.cli.uitvoer import check_doel, check_kleur, read_kolommen, write_bestand, write_meldingen
from conflictstijl.fouten import GebruikFout
from conflictstijl.tekst import clean_tekst, render_opsomming

if TYPE_CHECKING:
    from conflictstijl.model.document import Document
    from conflictstijl.rapport.opmaak import Tekens

STDOUT = "-"
EINDES = (".json", ".html", ".docx", ".pdf", ".md", ".txt")
"""Endings of a file that every report can be written to."""


def check_uitvoer(
    uit: str, *, overschrijf: bool, eindes: Collection[str] = EINDES, gelezen: Iterable[str] = ()
) -> None:
    """Raise GebruikFout or SchrijfFout when a name for `-o` cannot be written to, before any work is done for it.

    Also with `overschrijf` none of the files that are read (`gelezen`) is replaced by what is made of it.
    """
    if not uit or uit == STDOUT:
        return
    check_ongelezen(uit, gelezen)
    pad = Path(uit)
    if pad.suffix.lower() not in eindes:
        raise GebruikFout(
            f"'{clean_tekst(uit)}' eindigt niet op {render_opsomming(list(eindes), 'of')}; kies zo'n naam"
        )
    if not pad.parent.is_dir():
        raise GebruikFout(
            f"de map '{clean_tekst(str(pad.parent))}' is er niet; maak die eerst, of kies een andere plek"
        )
    check_doel(pad, overschrijf=overschrijf)
    check_middelen(pad.suffix.lower())


def check_ongelezen(uit: str, gelezen: Iterable[str]) -> None:
    """Raise GebruikFout when a file to write is one of the files that are read, also through a link."""
    for bron in gelezen:
        with suppress(OSError):
            if uit and bron and Path(bron).samefile(uit):
                raise GebruikFout(f"'{clean_tekst(uit)}' wordt ook gelezen; kies een andere naam om naar te schrijven")


def check_middelen(einde: str) -> None:
    """Raise GebruikFout when what makes a file with this ending is not on this computer."""
    if einde == ".docx":
        from conflictstijl.rapport.uitvoer.word import check_word

        check_word()
    elif einde == ".pdf":
        from conflictstijl.rapport.uitvoer.pdf import load_browser

        load_browser()


def write_tekstbestand(pad: Path, inhoud: str | bytes, *, overschrijf: bool, verder: Iterable[str] = ()) -> None:
    """Write a text, or the bytes of a report, to a file; tell a person that it is there and what comes next."""
    write_bestand(pad, inhoud.encode() if isinstance(inhoud, str) else inhoud, overschrijf=overschrijf)
    if sys.stderr.isatty():
        write_meldingen([f"Geschreven naar '{clean_tekst(str(pad))}'.", *verder])


def render_documenten(documenten: "Iterable[Document]", einde: str) -> bytes:
    """Return documents as a file with this ending: one of `EINDES`, else plain text; SchrijfFout when that fails."""
    if einde == ".docx":
        from conflictstijl.rapport.uitvoer.word import render_word

        return render_word(list(documenten))
    if einde == ".pdf":
        from conflictstijl.rapport.uitvoer.pdf import load_browser, render_pdf

        return render_pdf(_render_tekst(documenten, ".html"), load_browser())
    return _render_tekst(documenten, einde).encode()


def _render_tekst(documenten: "Iterable[Document]", einde: str) -> str:
    if einde == ".html":
        from conflictstijl.rapport.uitvoer.html import render_html

        return render_html(list(documenten))
    if einde == ".md":
        from conflictstijl.rapport.uitvoer.markdown import render_markdown

        return "\n".join(map(render_markdown, documenten))
    from conflictstijl.rapport.uitvoer.tekst import render_tekst

    return "\n".join(map(render_tekst, documenten))


def write_documenten(documenten: "Iterable[Document]", *, kaal: bool = False) -> None:
    """Write documents to stdout, with an empty line between two; `kaal` leaves bars out."""
    tekens = None if kaal or check_regels() else read_tekens()
    for nummer, document in enumerate(documenten):
        sys.stdout.write("\n" if nummer else "")
        _write_document(document, tekens)
    # who keeps answers until the report is out must hear of it here when it is not
    sys.stdout.flush()


def _write_document(document: "Document", tekens: "Tekens | None") -> None:
    breedte = read_kolommen()
    if check_kleur(sys.stdout):
        from conflictstijl.rapport.uitvoer.terminal import write_terminal

        write_terminal(document, sys.stdout, breedte, tekens)
        return
    from conflictstijl.rapport.uitvoer.tekst import render_tekst

    sys.stdout.write(render_tekst(document, breedte, tekens))


def read_tekens() -> "Tekens | None":
    """Return the characters for bars that this stdout can show; None for a terminal that reads aloud or is dumb."""
    if os.environ.get("TERM") == "dumb":
        return None
    from conflictstijl.rapport.opmaak import ASCII, BLOKKEN

    try:
        f"{BLOKKEN.vol}{BLOKKEN.marge}{BLOKKEN.waarde}{BLOKKEN.rest}".encode(sys.stdout.encoding or "ascii")
    except UnicodeEncodeError:
        return ASCII
    return BLOKKEN
