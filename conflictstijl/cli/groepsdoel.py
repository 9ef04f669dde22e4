"""Where the outcome of `groep` goes, checked before any work is done, and what everybody is told afterwards."""

import sys
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from conflictstijl.cli.document import STDOUT, check_middelen, check_uitvoer
from conflictstijl.cli.nederlands import check_keuze
from conflictstijl.cli.uitvoer import write_melding
from conflictstijl.fouten import GebruikFout
from conflictstijl.model.vragenlijst import Eenheid, Vragenlijst
from conflictstijl.rapport.groepsmeldingen import MEESTE_REGELS, render_invoermeldingen
from conflictstijl.rapport.scoretabel import CSVSTIJLEN
from conflictstijl.tekst import clean_tekst, render_opsomming

if TYPE_CHECKING:
    from conflictstijl.groep.lezen import Groepsinvoer

CSV, JSONL, JSON, XLSX = ".csv", ".jsonl", ".json", ".xlsx"
STROMEN = (CSV, JSONL)
"""Endings of files with nothing but the scores of people."""
EINDES = (JSON, JSONL, ".html", ".docx", ".pdf", ".md", ".txt", CSV, XLSX)
FORMATEN = ("md", "html", "docx", "pdf", "txt")
"""Kinds of report for participants."""
_ANDER_EINDE = "kies .xlsx of .md"
_NIET_SAMEN = {
    "--bekijk": ("--per", "--na", "--per-persoon", "--met-profielen", "--normen", "-o"),
    "--per-persoon": ("--per", "--na", "--json", "-o"),
}
_OVER_MENSEN = ("--per", "--na", "--met-profielen", "--per-persoon", "--toch")
_VRAAGT = {
    "--normen": (("--met-profielen", "--per-persoon"), "--normen geeft percentielen per persoon"),
    "--wie-is-wie": (("--per-persoon",), "--wie-is-wie noemt van wie elk verslag is"),
    "--formaat": (("--per-persoon",), "--formaat is er voor verslagen per persoon"),
}


class Doel(NamedTuple):
    """Where the outcome goes."""

    uit: str
    csv: str
    als_json: bool
    overschrijf: bool

    @property
    def einde(self) -> str:
        """The ending of the file to write; empty for stdout."""
        return "" if self.uit in ("", STDOUT) else Path(self.uit).suffix.lower()


def check_opties(gegeven: Collection[str]) -> None:
    """Raise GebruikFout for two options of which one would do nothing."""
    for een, andere in _NIET_SAMEN.items():
        for ander in andere:
            if {een, ander} <= set(gegeven):
                raise GebruikFout(f"{een} en {ander} gaan niet samen; laat een van de twee weg")
    for een, (nodig, waarom) in _VRAAGT.items():
        if een in gegeven and not set(nodig) & set(gegeven):
            raise GebruikFout(f"{waarom}; geef er {render_opsomming(nodig, 'of')} bij")


def check_eenheid(vragenlijst: Vragenlijst, gegeven: Collection[str], doel: Doel) -> None:
    """Raise GebruikFout for what is about people, an option or a kind of file, with one about organisations.

    A file with nothing but scores of people is refused without their consent too.
    """
    mensen = [optie for optie in _OVER_MENSEN if optie in gegeven]
    if mensen and vragenlijst.eenheid is Eenheid.ORGANISATIE:
        wat = f"{mensen[0]} is er voor mensen, en '{vragenlijst.id}' gaat over organisaties"
        raise GebruikFout(f"{wat}; laat {mensen[0]} weg")
    if doel.einde in STROMEN and "--met-profielen" not in gegeven:
        kan = f"geef --met-profielen, of {_ANDER_EINDE}"
        if vragenlijst.eenheid is Eenheid.ORGANISATIE:
            kan = f"'{vragenlijst.id}' gaat over organisaties, dus {_ANDER_EINDE}"
        raise GebruikFout(f"een bestand {doel.einde} bevat scores per persoon; {kan}")


def check_doel(doel: Doel, bestanden: Iterable[str], per_persoon: str, formaat: str, *, na: str) -> None:
    """Raise GebruikFout or SchrijfFout when the outcome cannot go there, before any work is done."""
    check_keuze("soort csv", doel.csv, list(CSVSTIJLEN))
    check_keuze("soort verslag", formaat, FORMATEN)
    check_uitvoer(doel.uit, overschrijf=doel.overschrijf, eindes=EINDES, gelezen=bestanden)
    if doel.einde in STROMEN and na:
        raise GebruikFout(f"in een bestand {doel.einde} is geen plaats voor --na; kies .xlsx, .md of .json")
    if per_persoon:
        check_middelen(f".{formaat}")
        _check_map(Path(per_persoon))


def _check_map(folder: Path) -> None:
    """Raise GebruikFout for a folder that holds something, or that has no place to be."""
    naam = f"'{clean_tekst(str(folder))}'"
    if folder.exists() and not (folder.is_dir() and not any(folder.iterdir())):
        raise GebruikFout(f"{naam} is er al; kies een nieuwe map")
    if not folder.parent.is_dir():
        raise GebruikFout(f"de map '{clean_tekst(str(folder.parent))}' is er niet; maak die eerst")


def write_twijfel(invoer: "Groepsinvoer", *, alles: bool) -> bool:
    """Write what was not clear, with its place, and tell whether there was anything."""
    meldingen = invoer.meldingen
    meeste = len(meldingen.eerste) if alles else MEESTE_REGELS
    for regel in render_invoermeldingen(meldingen.eerste, meldingen.aantallen, meeste):
        write_melding(regel)
    return bool(meldingen.aantallen)


def write_klaar(regel: str) -> None:
    """Tell a person, and no program, what was written."""
    if sys.stderr.isatty():
        write_melding(regel)


def render_aantal(aantal: int) -> str:
    """Return a number of people in words."""
    return "1 deelnemer" if aantal == 1 else f"{aantal} deelnemers"
