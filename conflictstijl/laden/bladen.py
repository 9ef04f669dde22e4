"""Finding answer sheets: in a file, on stdin or as a stream of lines, each with its questionnaire."""

import sys
from collections.abc import Iterator
from pathlib import Path

from conflictstijl.fouten import Bevinding, GebruikFout, InvoerFout, Plek
from conflictstijl.laden.antwoorden import Ingevuld, Verwijzing, Vinder, check_regels, parse_bladen, parse_regels
from conflictstijl.laden.bestand import MAX_BYTES, build_leesfout, check_gewoon, load_tekst, parse_bytes
from conflictstijl.laden.bevindingen import Bevindingen
from conflictstijl.laden.catalogus import load_vragenlijst
from conflictstijl.laden.valkuilen import split_regels
from conflictstijl.model.vragenlijst import Vragenlijst
from conflictstijl.tekst import clean_tekst

_JSON_LINES = (".jsonl", ".ndjson")
_STDIN = "-"
_MEESTE_BYTES = 64 * 1024 * 1024


def load_bladen(bron: str, vast: Vragenlijst | str | None, bevindingen: Bevindingen) -> Iterator[Ingevuld]:
    """Yield the answer sheets of a file or of stdin (`-`), each with its questionnaire.

    `vast` (a questionnaire, id or path) is used for every sheet, whatever the sheet says; without it each sheet
    names its own. The version and the deepening list are always those of the sheet.
    JSON Lines from a file is read as a stream. Findings go to `bevindingen`.
    """
    vind = _build_vinder(vast)
    if Path(bron).suffix.lower() in _JSON_LINES:
        yield from parse_regels(_load_regels(bron, bevindingen), bron, vind, bevindingen)
        return
    naam = "stdin" if bron == _STDIN else bron
    try:
        tekst = _load_bron(bron, naam)
    except InvoerFout as fout:
        bevindingen.extend(fout.bevindingen)
        return
    if check_regels(tekst):
        yield from parse_regels(split_regels(tekst), naam, vind, bevindingen)
    else:
        yield from parse_bladen(tekst, naam, vind, bevindingen)


def _load_regels(bron: str, bevindingen: Bevindingen) -> Iterator[str]:
    """Yield the lines of a file one by one; stops at a line that is too long to be a sheet."""
    try:
        check_gewoon(Path(bron), bron)
        with Path(bron).open("rb") as regels:
            for nummer, regel in enumerate(iter(lambda: regels.readline(MAX_BYTES + 1), b"")):
                yield _load_regel(regel, bron, nummer, bevindingen)
                if len(regel) > MAX_BYTES:
                    return
    except (OSError, ValueError) as fout:
        bevindingen.append(build_leesfout(fout, bron))
    except InvoerFout as fout:
        bevindingen.extend(fout.bevindingen)


def _load_regel(regel: bytes, bron: str, nummer: int, bevindingen: Bevindingen) -> str:
    try:
        return parse_bytes(regel, bron)
    except InvoerFout as fout:
        plekken = ((b, Plek(bron, nummer + 1, max(b.plek.kolom, 1))) for b in fout.bevindingen)
        bevindingen.extend(b._replace(plek=plek) for b, plek in plekken)
        return ""


def _load_bron(bron: str, naam: str) -> str:
    if bron != _STDIN:
        return load_tekst(Path(bron), naam, _MEESTE_BYTES)
    return parse_bytes(sys.stdin.buffer.read(_MEESTE_BYTES + 1), naam, _MEESTE_BYTES)


def _build_vinder(vast: Vragenlijst | str | None) -> Vinder:
    """Return a finder that reads every questionnaire once, and reports a broken one once."""
    gevonden: dict[Verwijzing, Vragenlijst | None] = {}
    if isinstance(vast, str):
        # an unknown name is a mistake in the call, not in a sheet
        gevonden[Verwijzing(vast)] = load_vragenlijst(vast)

    def vind(verwijzing: Verwijzing, plek: Plek, bevindingen: Bevindingen) -> Vragenlijst | None:
        if isinstance(vast, Vragenlijst):
            return _check_vast(vast, verwijzing, plek, bevindingen)
        bedoeld = verwijzing._replace(naam=vast or verwijzing.naam)
        if not bedoeld.naam:
            return None
        if bedoeld not in gevonden:
            gevonden[bedoeld] = _load_een(bedoeld, plek, bevindingen)
        return gevonden[bedoeld]

    return vind


def _check_vast(vast: Vragenlijst, verwijzing: Verwijzing, plek: Plek, bevindingen: Bevindingen) -> Vragenlijst | None:
    """Return a questionnaire that was given ready to use, unless the sheet is of another version of it."""
    variant = vast.variant.id if vast.variant else ""
    if verwijzing.variant not in {"", variant} or verwijzing.met not in {"", vast.met}:
        anders = verwijzing.variant if verwijzing.variant not in {"", variant} else verwijzing.met
        wat = f"dit blad hoort bij '{clean_tekst(anders, 40)}'"
        bevindingen.add(plek, "andere-vorm", wat, "geef de vragenlijst als naam of pad, dan kiest het blad de vorm")
        return None
    return vast


def _load_een(verwijzing: Verwijzing, plek: Plek, bevindingen: Bevindingen) -> Vragenlijst | None:
    try:
        return load_vragenlijst(*verwijzing)
    except GebruikFout as fout:
        wat, _, hint = str(fout).rpartition("; ")
        bevindingen.add(plek, "onbekende-vragenlijst", wat, hint)
    except InvoerFout as fout:
        bevindingen.extend(
            b if b.plek.regel else b._replace(plek=plek, wat=_build_wat(verwijzing.met or verwijzing.naam, b))
            for b in fout.bevindingen
        )
    return None


def _build_wat(naam: str, bevinding: Bevinding) -> str:
    """Return what is wrong with a file as a whole, told at the place that names it."""
    return f"vragenlijst '{clean_tekst(naam, 80)}' is niet te gebruiken, want {bevinding.wat}"
