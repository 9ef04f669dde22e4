"""`conflictstijl casussen`: practice cases, and one of them in full."""

from typing import Annotated

import typer

from conflictstijl.cli.aanvulling import load_casusnamen
from conflictstijl.cli.document import write_documenten
from conflictstijl.cli.overzicht import write_alinea, write_kolommen
from conflictstijl.cli.uitvoer import render_argument, write_json, write_meldingen, write_regels

UITLEG = "Met ID zie je één casus: het verhaal, de partijen en vragen om te bespreken."


def write_casussen(
    naam: Annotated[
        str,
        typer.Argument(metavar="ID|BESTAND", help="Een casus of eigen bestand.", autocompletion=load_casusnamen),
    ] = "",
    als_json: Annotated[bool, typer.Option("--json", help="Geef de uitkomst als JSON.")] = False,
) -> None:
    """List all cases, or show one."""
    from conflictstijl import adviseren
    from conflictstijl.rapport.casus import build_casusdocument
    from conflictstijl.rapport.situatiegegevens import build_casus

    if naam:
        casussen = [adviseren.load_casus(naam)]
    else:
        casussen, meldingen = adviseren.load_casussen()
        write_meldingen(map(str, meldingen))
    if als_json:
        write_json({"formaat": 1, "soort": "casussen", "casussen": list(map(build_casus, casussen))})
    elif naam:
        opdracht = f"conflictstijl situatie {render_argument(naam)}"
        write_documenten([build_casusdocument(casussen[0], adviseren.load_situaties(), opdracht)])
    else:
        write_kolommen((casus.id, casus.titel) for casus in casussen)
        write_regels([""])
        write_alinea("Een ervan lezen: conflictstijl casussen ID. Advies erbij: conflictstijl situatie ID.")
