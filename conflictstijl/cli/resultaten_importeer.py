"""`conflictstijl resultaten importeer`: results out of files that `exporteer` wrote."""

from collections.abc import Iterable
from typing import Annotated

import typer

from conflictstijl.cli.resultaten import build_melding, write_bevindingen
from conflictstijl.cli.uitvoer import write_json, write_regels
from conflictstijl.fouten import GebruikFout, InvoerFout
from conflictstijl.tekst import render_opsomming

UITLEG = """\
Een uitslag of werkblad dat er al staat, blijft zoals het is.

Met - leest het programma wat een ander programma doorgeeft.

Bijvoorbeeld:

  conflictstijl resultaten importeer mijn-uitslagen.json"""


_UITSLAG = ("uitslag", "uitslagen")
_WERKBLAD = ("werkblad", "werkbladen")


def write_invoer(
    bestanden: Annotated[
        list[str] | None, typer.Argument(metavar="BESTAND", help="Een bestand van resultaten exporteer.")
    ] = None,
    als_json: Annotated[bool, typer.Option("--json", help="Geef de uitkomst als JSON.")] = False,
) -> int:
    """Keep the results in files that are not kept yet; exit code 1 when one was refused, 2 when no file has any."""
    from conflictstijl import meenemen

    if not bestanden:
        raise GebruikFout("geef een bestand, bijvoorbeeld:", "conflictstijl resultaten importeer mijn-uitslagen.json")
    gelezen = [meenemen.load_export(bestand) for bestand in bestanden]
    uitslagen = [uitslag for een in gelezen for uitslag in een.uitslagen]
    bladen = [blad for een in gelezen for blad in een.bladen]
    meldingen = [melding for een in gelezen for melding in een.meldingen]
    if not uitslagen and not bladen and meldingen:
        raise InvoerFout(meldingen)
    invoer, werkbladen = meenemen.write_import(uitslagen), meenemen.write_bladimport(bladen)
    meldingen += (*invoer.meldingen, *werkbladen.meldingen)
    write_bevindingen(meldingen)
    if als_json:
        write_json(
            {
                "formaat": 1,
                "soort": "import",
                "nieuw": [uitslag.sessie for uitslag in invoer.nieuw],
                "stond_er_al": [uitslag.sessie for uitslag in invoer.stond_er_al],
                "werkbladen": {
                    "nieuw": [blad.sessie for blad in werkbladen.nieuw],
                    "stond_er_al": [blad.sessie for blad in werkbladen.stond_er_al],
                },
                "meldingen": list(map(build_melding, meldingen)),
            }
        )
    else:
        nieuw = [(len(invoer.nieuw), _UITSLAG), (len(werkbladen.nieuw), _WERKBLAD)]
        al = len(invoer.stond_er_al) + len(werkbladen.stond_er_al)
        write_regels([_render_aantallen(nieuw, al, len(meldingen))])
    return int(bool(meldingen))


def _render_aantallen(nieuw: Iterable[tuple[int, tuple[str, str]]], al: int, geweigerd: int) -> str:
    """Return what became of the results and worksheets, those with nothing to tell left out."""
    delen = [f"{aantal} {woorden[aantal > 1]}" for aantal, woorden in nieuw if aantal]
    toegevoegd = f"{render_opsomming(delen)} toegevoegd." if delen else "Niets toegevoegd."
    stond = f"{al} {'stond' if al == 1 else 'stonden'} er al." if al else ""
    return " ".join(filter(None, [toegevoegd, stond, f"{geweigerd} geweigerd." if geweigerd else ""]))
