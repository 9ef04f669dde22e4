"""`conflictstijl resultaten exporteer`: kept results in one file, to take along."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from conflictstijl.cli.aanvulling import load_uitslagnamen
from conflictstijl.cli.document import EINDES, STDOUT, check_uitvoer, write_tekstbestand
from conflictstijl.cli.resultaten import EXPORTEER, write_bevindingen
from conflictstijl.cli.uitvoer import render_json, write_json
from conflictstijl.fouten import Bevinding, GebruikFout

if TYPE_CHECKING:
    from conflictstijl.bewaren import Uitslag

UITLEG = """\
Zonder ID gaan al je uitslagen mee. Met -o - gaat de JSON naar het scherm of naar een ander programma.

Iedereen die het bestand heeft, kan je antwoorden lezen. Je wist het zelf.

Bijvoorbeeld:

  conflictstijl resultaten exporteer -o mijn-uitslagen.json
  conflictstijl resultaten importeer mijn-uitslagen.json"""


def write_export(
    namen: Annotated[
        list[str] | None,
        typer.Argument(metavar="ID", help="Alleen deze uitslagen.", autocompletion=load_uitslagnamen),
    ] = None,
    uit: Annotated[str, typer.Option("-o", metavar="BESTAND", help="Schrijf naar dit .json-bestand, of naar -.")] = "",
    overschrijf: Annotated[bool, typer.Option("--overschrijf", help="Vervang een bestand dat er al is.")] = False,
) -> int:
    """Write results into one document; exit code 1 when a damaged one could not go along."""
    from conflictstijl import meenemen

    if not uit:
        raise GebruikFout("geef een bestand met -o, bijvoorbeeld:", EXPORTEER)
    check_uitvoer(uit, overschrijf=overschrijf, eindes=EINDES[:1])
    uitslagen, meldingen = load_keuze(namen or [])
    write_bevindingen(meldingen)
    if not uitslagen:
        raise GebruikFout("er is geen uitslag om mee te nemen; doe eerst:", "conflictstijl afnemen")
    document = meenemen.build_export(uitslagen)
    if uit == STDOUT:
        write_json(document)
    else:
        write_tekstbestand(Path(uit), render_json(document), overschrijf=overschrijf)
    return int(bool(meldingen))


def load_keuze(namen: Sequence[str]) -> "tuple[list[Uitslag], list[Bevinding]]":
    """Return the results that are named, each once; all of them, and what is damaged, when none is named."""
    from conflictstijl import bewaren

    if not namen:
        return bewaren.load_geschiedenis()
    gekozen = {uitslag.sessie: uitslag for uitslag in map(bewaren.load_uitslag, namen)}
    return list(gekozen.values()), []
