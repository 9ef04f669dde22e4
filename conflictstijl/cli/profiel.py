"""Writing profiles where the user wants them: terminal, stdout or a file, in the format of its ending."""

import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from conflictstijl.cli.uitvoer import check_doel, check_kleur, read_kolommen, write_bestand, write_json, write_meldingen
from conflictstijl.fouten import GebruikFout
from conflictstijl.model.document import Document
from conflictstijl.rapport.opmaak import ASCII, BLOKKEN, Tekens
from conflictstijl.tekst import clean_tekst, render_opsomming

STDOUT = "-"
_BLAD = ".yaml"
"""How the name of a written answer sheet ends."""
_EINDES = (".json", ".md", ".txt", _BLAD)

if TYPE_CHECKING:
    from conflictstijl.toepassing import Resultaat


def check_uitvoer(uit: str, *, overschrijf: bool) -> None:
    """Raise GebruikFout or SchrijfFout when a name for `-o` cannot be written to, before any work is done for it."""
    if not uit or uit == STDOUT:
        return
    pad = Path(uit)
    if pad.suffix.lower() not in _EINDES:
        raise GebruikFout(f"'{clean_tekst(uit)}' eindigt niet op {render_opsomming(_EINDES, 'of')}; kies zo'n naam")
    if not pad.parent.is_dir():
        raise GebruikFout(
            f"de map '{clean_tekst(str(pad.parent))}' is er niet; maak die eerst, of kies een andere plek"
        )
    check_doel(pad, overschrijf=overschrijf)


def write_profielen(
    resultaten: "Iterable[Resultaat]", uit: str, *, als_json: bool, overschrijf: bool, kaal: bool = False
) -> None:
    """Write profiles as JSON or as reports; `kaal` leaves bars out.

    `uit` is empty, `-` or a file name that `check_uitvoer` let through.
    """
    alle = list(resultaten)
    naar_bestand = uit not in ("", STDOUT)
    if naar_bestand:
        _write_bestand(alle, Path(uit), overschrijf=overschrijf)
    if als_json:
        from conflictstijl.rapport.gegevens import build_profielen

        write_json(build_profielen(een.profiel for een in alle))
    elif not naar_bestand:
        _write_documenten(alle, None if kaal else read_tekens())
        # who keeps the answers until the report is out must hear of it here when it is not
        sys.stdout.flush()


def _write_bestand(alle: "list[Resultaat]", pad: Path, *, overschrijf: bool) -> None:
    write_bestand(pad, _render_bestand(alle, pad.suffix.lower()).encode(), overschrijf=overschrijf)
    if sys.stderr.isatty():
        naam = clean_tekst(str(pad))
        verder = [f"Je profiel zie je met: conflictstijl scoor {naam}"] if pad.suffix.lower() == _BLAD else []
        write_meldingen([f"Geschreven naar '{naam}'.", *verder])


def _render_bestand(alle: "list[Resultaat]", einde: str) -> str:
    if einde == ".json":
        from conflictstijl.rapport.gegevens import render_profielen

        return render_profielen(een.profiel for een in alle)
    if einde == _BLAD:
        from conflictstijl.rapport.blad import render_bladen

        return render_bladen((een.vragenlijst, een.blad) for een in alle)
    if einde == ".md":
        from conflictstijl.rapport.uitvoer.markdown import render_markdown

        return "\n".join(map(render_markdown, _build_documenten(alle)))
    from conflictstijl.rapport.uitvoer.tekst import render_tekst

    return "\n".join(map(render_tekst, _build_documenten(alle)))


def _build_documenten(alle: "list[Resultaat]") -> Iterator[Document]:
    """Yield the report of each sheet, and of two versions of one questionnaire a last one side by side."""
    from conflictstijl.toepassing import build_naast, build_profieldocument

    for een in alle:
        yield build_profieldocument(een.profiel, een.vragenlijst)
    naast = build_naast(alle)
    if naast is not None:
        yield naast


def _write_documenten(alle: "list[Resultaat]", tekens: Tekens | None) -> None:
    for nummer, document in enumerate(_build_documenten(alle)):
        sys.stdout.write("\n" if nummer else "")
        _write_document(document, tekens)


def _write_document(document: Document, tekens: Tekens | None) -> None:
    breedte = read_kolommen()
    if check_kleur(sys.stdout):
        from conflictstijl.rapport.uitvoer.terminal import write_terminal

        write_terminal(document, sys.stdout, breedte, tekens)
        return
    from conflictstijl.rapport.uitvoer.tekst import render_tekst

    sys.stdout.write(render_tekst(document, breedte, tekens))


def read_tekens() -> Tekens | None:
    """Return the characters for bars that this stdout can show; None for a terminal that reads aloud or is dumb."""
    if os.environ.get("TERM") == "dumb":
        return None
    try:
        f"{BLOKKEN.vol}{BLOKKEN.marge}{BLOKKEN.waarde}{BLOKKEN.rest}".encode(sys.stdout.encoding or "ascii")
    except UnicodeEncodeError:
        return ASCII
    return BLOKKEN
