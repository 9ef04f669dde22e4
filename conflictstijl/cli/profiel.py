"""Writing profiles where the user wants them: terminal, stdout or a file, in the format of its ending."""

import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from conflictstijl.cli.uitvoer import check_doel, check_kleur, read_kolommen, write_bestand, write_json, write_meldingen
from conflictstijl.fouten import GebruikFout
from conflictstijl.model.document import Document
from conflictstijl.model.profiel import Stijlprofiel
from conflictstijl.model.vragenlijst import Vragenlijst
from conflictstijl.rapport.opmaak import ASCII, BLOKKEN, Tekens
from conflictstijl.tekst import clean_tekst, render_opsomming

STDOUT = "-"
_EINDES = (".json", ".md", ".txt")

Resultaat = tuple[Vragenlijst, Stijlprofiel]


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
    resultaten: Iterable[Resultaat], uit: str, *, als_json: bool, overschrijf: bool, kaal: bool = False
) -> None:
    """Write profiles as JSON or as reports; `kaal` leaves bars out.

    `uit` is empty, `-` or a file name that `check_uitvoer` let through.
    """
    paren = list(resultaten)
    naar_bestand = uit not in ("", STDOUT)
    if naar_bestand:
        _write_bestand(paren, Path(uit), overschrijf=overschrijf)
    if als_json:
        from conflictstijl.rapport.gegevens import build_profielen

        write_json(build_profielen(profiel for _, profiel in paren))
    elif not naar_bestand:
        _write_documenten(paren, None if kaal else read_tekens())
        # who keeps the answers until the report is out must hear of it here when it is not
        sys.stdout.flush()


def _write_bestand(paren: list[Resultaat], pad: Path, *, overschrijf: bool) -> None:
    write_bestand(pad, _render_bestand(paren, pad.suffix.lower()).encode(), overschrijf=overschrijf)
    if sys.stderr.isatty():
        write_meldingen([f"Geschreven naar '{clean_tekst(str(pad))}'."])


def _render_bestand(paren: list[Resultaat], einde: str) -> str:
    if einde == ".json":
        from conflictstijl.rapport.gegevens import render_profielen

        return render_profielen(profiel for _, profiel in paren)
    if einde == ".md":
        from conflictstijl.rapport.uitvoer.markdown import render_markdown

        return "\n".join(map(render_markdown, _build_documenten(paren)))
    from conflictstijl.rapport.uitvoer.tekst import render_tekst

    return "\n".join(map(render_tekst, _build_documenten(paren)))


def _build_documenten(paren: list[Resultaat]) -> Iterator[Document]:
    from conflictstijl.toepassing import build_profieldocument

    return (build_profieldocument(profiel, vragenlijst) for vragenlijst, profiel in paren)


def _write_documenten(paren: list[Resultaat], tekens: Tekens | None) -> None:
    for nummer, document in enumerate(_build_documenten(paren)):
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
