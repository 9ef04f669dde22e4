"""`conflictstijl resultaten importeer`: results out of files that `exporteer` wrote."""

from typing import Annotated

import typer

from conflictstijl.cli.resultaten import build_melding, write_bevindingen
from conflictstijl.cli.uitvoer import write_json, write_regels
from conflictstijl.fouten import GebruikFout, InvoerFout

UITLEG = """\
Een uitslag die er al staat, blijft zoals hij is. Met - leest het programma wat een ander programma doorgeeft.

Bijvoorbeeld:

  conflictstijl resultaten importeer mijn-uitslagen.json"""


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
    uitslagen = [uitslag for uit_bestand, _ in gelezen for uitslag in uit_bestand]
    meldingen = [melding for _, schade in gelezen for melding in schade]
    if not uitslagen and meldingen:
        raise InvoerFout(meldingen)
    invoer = meenemen.write_import(uitslagen)
    meldingen += invoer.meldingen
    write_bevindingen(meldingen)
    if als_json:
        write_json(
            {
                "formaat": 1,
                "soort": "import",
                "nieuw": [uitslag.sessie for uitslag in invoer.nieuw],
                "stond_er_al": [uitslag.sessie for uitslag in invoer.stond_er_al],
                "meldingen": list(map(build_melding, meldingen)),
            }
        )
    else:
        write_regels([_render_aantallen(len(invoer.nieuw), len(invoer.stond_er_al), len(meldingen))])
    return int(bool(meldingen))


def _render_aantallen(nieuw: int, al: int, geweigerd: int) -> str:
    """Return what became of the results, those with nothing to tell left out."""
    toegevoegd = f"{nieuw} {'uitslag' if nieuw == 1 else 'uitslagen'} toegevoegd." if nieuw else "Niets toegevoegd."
    stond = f"{al} {'stond' if al == 1 else 'stonden'} er al." if al else ""
    return " ".join(filter(None, [toegevoegd, stond, f"{geweigerd} geweigerd." if geweigerd else ""]))
