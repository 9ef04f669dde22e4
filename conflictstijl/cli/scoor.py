"""`conflictstijl scoor`: answer sheets into profiles."""

from typing import Annotated

import typer

from conflictstijl.cli.document import check_uitvoer
from conflictstijl.cli.lijstpoort import read_bladen, write_gesloten
from conflictstijl.cli.profiel import PROFIELEINDES, write_profielen
from conflictstijl.cli.uitvoer import render_argument, write_meldingen
from conflictstijl.fouten import GebruikFout, OnveiligFout
from conflictstijl.tekst import clean_tekst

UITLEG = """\
Een antwoordblad is een bestand in YAML of JSON; - leest van de standaardinvoer.

Een bestand mag meerdere bladen bevatten.

Bijvoorbeeld:

  conflictstijl scoor antwoorden.yaml
  conflictstijl scoor groep.jsonl --json"""

_TABELLEN = (".csv", ".tsv", ".xlsx", ".xls", ".ods")


def write_scores(
    bestanden: Annotated[
        list[str] | None, typer.Argument(metavar="BESTAND", help="Antwoordblad, of - voor de invoer.")
    ] = None,
    vragenlijst: Annotated[
        str, typer.Option("--vragenlijst", metavar="ID|BESTAND", help="Gebruik deze vragenlijst voor elk blad.")
    ] = "",
    normen: Annotated[str, typer.Option("--normen", metavar="BESTAND", help="Leg scores naast een normgroep.")] = "",
    uit: Annotated[
        str, typer.Option("-o", metavar="BESTAND", help="Schrijf naar .html, .docx, .pdf, .md, .txt, .json of .yaml.")
    ] = "",
    als_json: Annotated[bool, typer.Option("--json", help="Geef de uitkomst als JSON.")] = False,
    overschrijf: Annotated[bool, typer.Option("--overschrijf", help="Vervang een bestand dat er al is.")] = False,
) -> int:
    """Score every sheet of every file; nothing is written when one of them is unusable, or may be unsafe."""
    from conflictstijl import toepassing

    if not bestanden:
        raise GebruikFout("geef een bestand met antwoorden, bijvoorbeeld: conflictstijl scoor antwoorden.yaml")
    for bestand in bestanden:
        if bestand.lower().endswith(_TABELLEN):
            raise GebruikFout(
                f"'{clean_tekst(bestand)}' is een tabel; gebruik daarvoor:",
                f"conflictstijl groep {render_argument(bestand)}",
            )
    check_uitvoer(
        uit, overschrijf=overschrijf, eindes=PROFIELEINDES, gelezen=[*bestanden, normen or "", vragenlijst or ""]
    )
    try:
        ingevuld, meldingen = toepassing.load_bestanden(bestanden, vragenlijst or None)
    except OnveiligFout as fout:
        return write_gesloten(fout.stand, uit, als_json=als_json)
    gesloten = read_bladen(ingevuld)
    if gesloten:
        return write_gesloten(gesloten, uit, als_json=als_json)
    if normen:
        ingevuld, over_normen = toepassing.load_met_normen(ingevuld, normen)
        meldingen += over_normen
    write_meldingen(map(str, meldingen))
    write_profielen(toepassing.score_bladen(ingevuld), uit, als_json=als_json, overschrijf=overschrijf)
    return 0
