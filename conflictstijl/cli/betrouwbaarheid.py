"""`conflictstijl betrouwbaarheid`: how far the statements of each scale go together in a group."""

from typing import Annotated

import typer

from conflictstijl.cli.aanvulling import (
    build_bladoptie,
    build_groepsargument,
    build_lijstoptie,
    build_overslaanoptie,
)
from conflictstijl.cli.document import check_uitvoer
from conflictstijl.cli.doel import Doel, write_uitkomst
from conflictstijl.cli.groepsdoel import write_twijfel
from conflictstijl.fouten import GebruikFout

UITLEG = """\
Per schaal zie je alfa met zijn marge, omega en de meetfout. Per stelling zie je hoe goed zij bij de rest past.

Dat vraagt antwoorden van minstens 20 mensen, en liefst van 100 of meer. Het bestand is wat een formulier je geeft. \
Namen en scores van één persoon staan nergens in de uitkomst.

Bijvoorbeeld:

  conflictstijl betrouwbaarheid antwoorden.xlsx
  conflictstijl betrouwbaarheid antwoorden.csv --json"""

_GEWEIGERD = 3


def write_betrouwbaarheid(
    bestanden: Annotated[list[str] | None, build_groepsargument()] = None,
    vragenlijst: Annotated[str, build_lijstoptie()] = "conflictstijlen",
    kolommen: Annotated[
        str, typer.Option("--kolommen", metavar="BESTAND", help="Welke kolom wat is; 'groep --bekijk' maakt het.")
    ] = "",
    blad: Annotated[str, build_bladoptie()] = "",
    sla_over: Annotated[list[str] | None, build_overslaanoptie()] = None,
    uit: Annotated[
        str, typer.Option("-o", metavar="BESTAND", help="Schrijf naar .html, .docx, .pdf, .md, .txt of .json.")
    ] = "",
    als_json: Annotated[bool, typer.Option("--json", help="Geef de uitkomst als JSON.")] = False,
    overschrijf: Annotated[bool, typer.Option("--overschrijf", help="Vervang een bestand dat er al is.")] = False,
) -> int:
    """Write the reliability of a questionnaire in a group; exit code 3 when no scale has an alpha."""
    from conflictstijl.cli.voortgang import read_met_voortgang
    from conflictstijl.groep.betrouwbaarheid import build_betrouwbaarheid
    from conflictstijl.groep.lezen import Groepsopties, load_groep
    from conflictstijl.laden.catalogus import load_kennis
    from conflictstijl.rapport.schaalanalyse import build_schaalanalyse
    from conflictstijl.rapport.schaalanalysegegevens import build_schaalanalysegegevens

    if not bestanden:
        voorbeeld = "conflictstijl betrouwbaarheid antwoorden.xlsx"
        raise GebruikFout("geef een bestand met antwoorden, bijvoorbeeld:", voorbeeld)
    check_uitvoer(uit, overschrijf=overschrijf, gelezen=[*bestanden, kolommen, vragenlijst])
    invoer = load_groep(bestanden, vragenlijst, Groepsopties(blad, kolommen, tuple(sla_over or ())))
    analyse = build_betrouwbaarheid(invoer, read_met_voortgang)
    document = build_schaalanalyse(analyse, invoer.vragenlijst, load_kennis())
    gegevens = build_schaalanalysegegevens(analyse, invoer.vragenlijst, invoer.meldingen.aantallen)
    write_uitkomst(gegevens, [document], Doel(uit, als_json, overschrijf))
    write_twijfel(invoer, alles=False)
    return _GEWEIGERD if analyse.geweigerd else 0
