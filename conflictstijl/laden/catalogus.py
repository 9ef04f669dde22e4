"""Finding questionnaires and knowledge: by id in the shipped content and the user's own folder, or by path."""

import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import TypeVar

from conflictstijl.fouten import Bevinding, GebruikFout, InvoerFout, Plek
from conflictstijl.laden.antwoorden import Ingevuld, Vinder, check_regels, parse_bladen, parse_regels
from conflictstijl.laden.bestand import MAX_BYTES, build_leesfout, check_gewoon, load_tekst, parse_bytes
from conflictstijl.laden.kennis import parse_adviezen, parse_stijlen, parse_vaardigheden
from conflictstijl.laden.mappen import load_eigen_map, load_inhoudsmap
from conflictstijl.laden.valkuilen import split_regels
from conflictstijl.laden.vragenlijst import parse_vragenlijst
from conflictstijl.laden.yamlbron import Bevindingen, Kaart, Knoop, parse_yaml
from conflictstijl.model.kennis import Kennis
from conflictstijl.model.vragenlijst import Vragenlijst
from conflictstijl.tekst import advise_naam, clean_tekst

T = TypeVar("T")

_YAML = (".yaml", ".yml")
_JSON_LINES = (".jsonl", ".ndjson")
_STDIN = "-"
_MEESTE_BLADEN = 64 * 1024 * 1024


def load_vragenlijst(naam: str) -> Vragenlijst:
    """Return a questionnaire by id (shipped first, then own) or by path.

    Raises GebruikFout for an unknown id and InvoerFout, with all findings, for an unusable file.
    """
    pad = load_pad(naam)
    bevindingen = Bevindingen()
    return _load_heel(pad, str(pad) if check_pad(naam) else pad.name, parse_vragenlijst, bevindingen)


def _load_heel(pad: Path, bestand: str, parse: Callable[[Knoop, Bevindingen], T | None], bevindingen: Bevindingen) -> T:
    """Return what a file describes; raises InvoerFout when there is an error, and then there is no result."""
    gevonden = parse_bestand(pad, bestand, parse, bevindingen)
    if gevonden is None or bevindingen.count_fouten():
        raise InvoerFout(bevindingen)
    return gevonden


def load_pad(naam: str) -> Path:
    """Return the path of a questionnaire given by id or by path; raises GebruikFout for an unknown id."""
    if check_pad(naam):
        return Path(naam)
    # most calls name a shipped one, and then nobody need ask where the user's own folder is
    meegeleverd = load_inhoudsmap() / f"{naam}.yaml"
    if meegeleverd.is_file():
        return meegeleverd
    bekend = load_ids()
    if naam in bekend:
        return bekend[naam]
    hint = advise_naam(naam, bekend) or "kijk met 'conflictstijl vragenlijsten' welke er zijn"
    raise GebruikFout(f"er is geen vragenlijst '{clean_tekst(naam, 80)}'; {hint}")


def check_pad(naam: str) -> bool:
    """Return True when a name looks like a path: it has a folder or ends in .yaml."""
    return "/" in naam or "\\" in naam or naam.lower().endswith(_YAML)


def load_ids() -> dict[str, Path]:
    """Return the path of every questionnaire by id: own files first, so that a shipped one always wins."""
    mappen = [load_eigen_map(), load_inhoudsmap()]
    paden = (pad for map_ in mappen if map_.is_dir() for pad in sorted(map_.glob("*.yaml")))
    return {pad.stem: pad for pad in paden}


def parse_bestand(
    pad: Path, bestand: str, parse: Callable[[Knoop, Bevindingen], T | None], bevindingen: Bevindingen
) -> T | None:
    """Return what one authored file describes; findings go to `bevindingen`, unreadable bytes too."""
    try:
        tekst = load_tekst(pad, bestand)
    except InvoerFout as fout:
        bevindingen.extend(fout.bevindingen)
        return None
    wortel = parse_yaml(tekst, bestand, bevindingen)
    return None if wortel is None else parse(wortel, bevindingen)


def read_soort(wortel: Knoop) -> str:
    """Return the first key of a file, which says what kind of file it is; empty when there is none."""
    if isinstance(wortel, Kaart) and wortel.paren:
        return wortel.paren[0][0].waarde
    return ""


@cache
def load_kennis() -> Kennis:
    """Return the shipped knowledge of styles, skills and advice; raises InvoerFout when a file is damaged."""
    return Kennis(
        stijlen=_load_kennisbestand("stijlen", parse_stijlen),
        vaardigheden=_load_kennisbestand("vaardigheden", parse_vaardigheden),
        adviezen=_load_kennisbestand("adviezen", parse_adviezen),
    )


def _load_kennisbestand(naam: str, parse: Callable[[Knoop, Bevindingen], T]) -> T:
    return _load_heel(load_inhoudsmap() / "kennis" / f"{naam}.yaml", f"{naam}.yaml", parse, Bevindingen())


def load_bladen(bron: str, vast: Vragenlijst | None, bevindingen: Bevindingen) -> Iterator[Ingevuld]:
    """Yield the answer sheets of a file or of stdin (`-`), each with its questionnaire.

    `vast` is used for every sheet, whatever the sheet says; without it each sheet names its own.
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
        return load_tekst(Path(bron), naam, _MEESTE_BLADEN)
    return parse_bytes(sys.stdin.buffer.read(_MEESTE_BLADEN + 1), naam, _MEESTE_BLADEN)


def _build_vinder(vast: Vragenlijst | None) -> Vinder:
    """Return a finder that reads every questionnaire once, and reports a broken one once."""
    gevonden: dict[str, Vragenlijst | None] = {}

    def vind(naam: str, plek: Plek, bevindingen: Bevindingen) -> Vragenlijst | None:
        if vast is not None or not naam:
            return vast
        if naam not in gevonden:
            gevonden[naam] = _load_een(naam, plek, bevindingen)
        return gevonden[naam]

    return vind


def _load_een(naam: str, plek: Plek, bevindingen: Bevindingen) -> Vragenlijst | None:
    try:
        return load_vragenlijst(naam)
    except GebruikFout as fout:
        wat, _, hint = str(fout).partition("; ")
        bevindingen.add(plek, "onbekende-vragenlijst", wat, hint)
    except InvoerFout as fout:
        bevindingen.extend(
            b if b.plek.regel else b._replace(plek=plek, wat=_build_wat(naam, b)) for b in fout.bevindingen
        )
    return None


def _build_wat(naam: str, bevinding: Bevinding) -> str:
    """Return what is wrong with a file as a whole, told at the place that names it."""
    return f"vragenlijst '{clean_tekst(naam, 80)}' is niet te gebruiken, want {bevinding.wat}"
