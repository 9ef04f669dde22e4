"""Writing a report for every participant."""

import csv
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from io import StringIO
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from typing import NamedTuple

from conflictstijl.cli.document import render_documenten
from conflictstijl.cli.groepsdoel import render_aantal, write_klaar
from conflictstijl.cli.uitvoer import write_bestand
from conflictstijl.cli.voortgang import read_met_voortgang
from conflictstijl.fouten import SchrijfFout, render_oorzaak
from conflictstijl.groep.lezen import Groepsinvoer
from conflictstijl.groep.verslag import build_verslagen
from conflictstijl.opslag.schijf import TIJDELIJK
from conflictstijl.rapport.scoretabel import clean_cel
from conflictstijl.tekst import clean_tekst


class Verslagwens(NamedTuple):
    """Where the reports of participants go, and in which format."""

    folder: Path
    formaat: str
    wie_is_wie: str = ""
    """File that tells whose report is whose; empty for none."""
    overschrijf: bool = False


def write_verslagen(invoer: Groepsinvoer, wens: Verslagwens) -> None:
    """Write a report for every participant to a new folder; the folder is there with all of them, or not at all."""
    namen: list[tuple[str, str]] = []
    with _build_map(wens.folder) as tijdelijk:
        for verslag in build_verslagen(invoer, read_met_voortgang):
            naam = f"{verslag.naam}.{wens.formaat}"
            namen.append((verslag.deelnemer, naam))
            write_bestand(
                tijdelijk / naam, render_documenten(verslag.documenten, f".{wens.formaat}"), overschrijf=False
            )
        if wens.wie_is_wie:
            write_bestand(Path(wens.wie_is_wie), _render_namen(namen), overschrijf=wens.overschrijf)
    waar = clean_tekst(str(wens.folder))
    if wens.wie_is_wie:
        write_klaar(f"Wie welk verslag heeft, staat in '{clean_tekst(wens.wie_is_wie)}'. Dat is alleen voor jou.")
    write_klaar(f"{render_aantal(len(namen))}: verslagen in '{waar}'. Geef ieder alleen het eigen verslag.")


def _render_namen(namen: Iterable[tuple[str, str]]) -> bytes:
    """Return whose report is whose as a CSV file that opens well in a Dutch Excel."""
    tekst = StringIO(newline="")
    schrijver = csv.writer(tekst, delimiter=";")
    schrijver.writerow(("deelnemer", "bestand"))
    schrijver.writerows((clean_cel(deelnemer), naam) for deelnemer, naam in namen)
    return tekst.getvalue().encode("utf-8-sig", errors="replace")


@contextmanager
def _build_map(folder: Path) -> Iterator[Path]:
    """Give a folder to fill, that gets its name when all is in it."""
    try:
        tijdelijk = Path(mkdtemp(prefix=TIJDELIJK, dir=folder.parent))
        try:
            yield tijdelijk
            tijdelijk.replace(folder)
        except BaseException:
            rmtree(tijdelijk, ignore_errors=True)
            raise
    except OSError as fout:
        raise SchrijfFout(f"'{clean_tekst(str(folder))}' maken lukt niet: {render_oorzaak(fout)}") from fout
