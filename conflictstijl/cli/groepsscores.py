"""Writing the scores of a whole group, person by person."""

from pathlib import Path

from conflictstijl.cli.groepsdoel import CSV, Doel, render_aantal, write_klaar
from conflictstijl.cli.uitvoer import build_uitvoer
from conflictstijl.cli.voortgang import read_met_voortgang
from conflictstijl.groep.lezen import Groepsinvoer
from conflictstijl.rapport.scoretabel import CSVSTIJLEN
from conflictstijl.tekst import clean_tekst


def write_stroom(invoer: Groepsinvoer, kolom: str, doel: Doel) -> None:
    """Write the scores of all people to a file, one by one."""
    with build_uitvoer(Path(doel.uit), overschrijf=doel.overschrijf) as bestand:
        if doel.einde == CSV:
            from conflictstijl.groep.uitvoer import write_csv

            aantal = write_csv(invoer, bestand, CSVSTIJLEN[doel.csv], kolom, read_met_voortgang)
        else:
            from conflictstijl.groep.profielen import write_jsonl

            aantal = write_jsonl(invoer, bestand, read_met_voortgang)
    write_klaar(f"{render_aantal(aantal)} geschreven naar '{clean_tekst(doel.uit)}'. Dit bestand is vertrouwelijk.")
