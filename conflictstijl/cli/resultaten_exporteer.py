"""`conflictstijl resultaten exporteer`: kept results in one file, to take along."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from conflictstijl.cli.aanvulling import load_bewaarde_namen
from conflictstijl.cli.document import EINDES, STDOUT, check_uitvoer, write_tekstbestand
from conflictstijl.cli.resultaten import EXPORTEER, write_bevindingen
from conflictstijl.cli.uitvoer import render_json, write_json, write_meldingen
from conflictstijl.fouten import Bevinding, GebruikFout, GeweigerdFout

if TYPE_CHECKING:
    from conflictstijl.bewaren import Uitslag
    from conflictstijl.opslag.bladregels import Bewaardblad

UITLEG = """\
Zonder ID gaan al je uitslagen en werkbladen mee. Met -o - gaat de JSON naar het scherm of naar een ander programma.

Iedereen die het bestand heeft, kan je antwoorden lezen. In een werkblad kan iets over anderen staan. \
Je wist het bestand zelf.

Een werkblad dat nog niet af is, blijft soms hier. Dat is zo als er iets in staat wat naar iemand kan leiden.

Bijvoorbeeld:

  conflictstijl resultaten exporteer -o mijn-uitslagen.json
  conflictstijl resultaten importeer mijn-uitslagen.json"""


def write_export(
    namen: Annotated[
        list[str] | None,
        typer.Argument(metavar="ID", help="Alleen deze uitslagen of werkbladen.", autocompletion=load_bewaarde_namen),
    ] = None,
    uit: Annotated[str, typer.Option("-o", metavar="BESTAND", help="Schrijf naar dit .json-bestand, of naar -.")] = "",
    overschrijf: Annotated[bool, typer.Option("--overschrijf", help="Vervang een bestand dat er al is.")] = False,
    akkoord: Annotated[
        bool, typer.Option("--akkoord", help="Ook als er iets in staat wat naar iemand kan leiden.")
    ] = False,
) -> int:
    """Write results and worksheets into one document; exit code 1 when one could not go along, 3 when none may."""
    from conflictstijl import meenemen

    if not uit:
        raise GebruikFout("geef een bestand met -o, bijvoorbeeld:", EXPORTEER)
    check_uitvoer(uit, overschrijf=overschrijf, eindes=EINDES[:1])
    bladen, rest, stuk = load_bladkeuze(namen or [])
    uitslagen, meldingen = load_keuze(rest) if rest or not namen else ([], [])
    meldingen = [*meldingen, *stuk]
    bladen, blijven = meenemen.clean_bladen(bladen, akkoord=akkoord)
    write_bevindingen(meldingen)
    write_meldingen(_render_blijft(blad, reden) for blad, reden in blijven)
    if blijven and not uitslagen and not bladen:
        raise GeweigerdFout("er is niets geschreven")
    if not uitslagen and not bladen:
        raise GebruikFout("er is geen uitslag om mee te nemen; doe eerst:", "conflictstijl afnemen")
    document = meenemen.build_export(uitslagen, bladen)
    if uit == STDOUT:
        write_json(document)
    else:
        write_tekstbestand(Path(uit), render_json(document), overschrijf=overschrijf)
    return int(bool(meldingen or blijven))


def _render_blijft(blad: "Bewaardblad", reden: str) -> str:
    from conflictstijl.cli.resultaten_werkbladen import read_korte_naam

    return f"werkblad {read_korte_naam(blad.sessie)} ({blad.invulling.werkblad}) gaat niet mee: {reden}"


def load_bladkeuze(namen: Sequence[str]) -> "tuple[list[Bewaardblad], list[str], list[Bevinding]]":
    """Return the worksheets that are named, each once, the names of something else, and what is damaged.

    All worksheets when nothing is named.
    """
    from conflictstijl.cli.resultaten_werkbladen import load_blad, load_bladen, read_gekozen

    if not namen:
        bladen, meldingen = load_bladen()
        return bladen, [], meldingen
    gekozen = {naam: pad for naam in namen if (pad := read_gekozen(naam))}
    return list(map(load_blad, dict.fromkeys(gekozen.values()))), [naam for naam in namen if naam not in gekozen], []


def load_keuze(namen: Sequence[str]) -> "tuple[list[Uitslag], list[Bevinding]]":
    """Return the results that are named, each once; all of them, and what is damaged, when none is named."""
    from conflictstijl import bewaren

    if not namen:
        return bewaren.load_geschiedenis()
    gekozen = {uitslag.sessie: uitslag for uitslag in map(bewaren.load_uitslag, namen)}
    return list(gekozen.values()), []
