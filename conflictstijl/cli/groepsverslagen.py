"""Writing a report for every participant."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp

from conflictstijl.cli.document import render_documenten
from conflictstijl.cli.groepsdoel import render_aantal, write_klaar
from conflictstijl.cli.uitvoer import write_bestand
from conflictstijl.cli.voortgang import read_met_voortgang
from conflictstijl.fouten import SchrijfFout, render_oorzaak
from conflictstijl.groep.lezen import Groepsinvoer
from conflictstijl.groep.verslag import build_verslagen
from conflictstijl.opslag.schijf import TIJDELIJK
from conflictstijl.tekst import clean_tekst


def write_verslagen(invoer: Groepsinvoer, folder: Path, formaat: str) -> None:
    """Write a report for every participant to a new folder; the folder is there with all of them, or not at all."""
    aantal = 0
    with _build_map(folder) as tijdelijk:
        for aantal, (naam, document) in enumerate(build_verslagen(invoer, read_met_voortgang), start=1):  # noqa: B007 - the last number is told
            write_bestand(
                tijdelijk / f"{naam}.{formaat}",
                render_documenten([document], f".{formaat}").encode(),
                overschrijf=False,
            )
    write_klaar(
        f"{render_aantal(aantal)}: verslagen in '{clean_tekst(str(folder))}'. Geef ieder alleen het eigen verslag."
    )


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
