"""`conflictstijl vragenlijsten`: what questionnaires there are, and one of them in full."""

from collections.abc import Iterator
from typing import Annotated

import typer

from conflictstijl.cli.aanvulling import build_lijstargument
from conflictstijl.cli.overzicht import write_alinea, write_kolommen
from conflictstijl.cli.uitvoer import write_json, write_meldingen, write_regels
from conflictstijl.model.vragenlijst import Vragenlijst
from conflictstijl.rapport.profiel import render_herkomst
from conflictstijl.tekst import render_opsomming

UITLEG = "Met ID zie je één vragenlijst: herkomst, schalen en alle vragen."


def write_vragenlijsten(
    naam: Annotated[str, build_lijstargument("ID")] = "",
    als_json: Annotated[bool, typer.Option("--json", help="Geef de uitkomst als JSON.")] = False,
) -> None:
    """List all questionnaires, or show one."""
    from conflictstijl import toepassing

    if naam:
        lijsten = [toepassing.load_vragenlijst(naam)]
    else:
        lijsten, meldingen = toepassing.load_overzicht()
        write_meldingen(map(str, meldingen))
    if als_json:
        write_json({"formaat": 1, "soort": "vragenlijsten", "vragenlijsten": list(map(_build_gegevens, lijsten))})
    elif naam:
        _write_een(lijsten[0])
    else:
        write_kolommen((lijst.id, f"{lijst.titel} ({_render_omvang(lijst)})") for lijst in lijsten)


def _render_omvang(lijst: Vragenlijst) -> str:
    aantal = f"{len(lijst.items)} vragen" if len(lijst.items) > 1 else "1 vraag"
    duur = f"{lijst.minuten} minuten" if lijst.minuten else ""
    return ", ".join(filter(None, (aantal, duur, f"versie {lijst.versie}", lijst.herkomst.licentie)))


def _build_gegevens(lijst: Vragenlijst) -> dict[str, object]:
    return {
        "id": lijst.id,
        "titel": lijst.titel,
        "versie": lijst.versie,
        "vorm": lijst.vorm,
        "vragen": len(lijst.items),
        "minuten": lijst.minuten,
        "schalen": [schaal.id for schaal in lijst.schalen],
        "licentie": lijst.herkomst.licentie,
        "status": lijst.herkomst.status,
    }


def _write_een(lijst: Vragenlijst) -> None:
    for alinea in (lijst.titel, f"{lijst.id}: {_render_omvang(lijst)}", *_build_kop(lijst)):
        write_alinea(alinea)
    write_regels([""])
    write_kolommen((naam, tekst) for naam, tekst, *_ in lijst.uitspraken())


def _build_kop(lijst: Vragenlijst) -> Iterator[str]:
    yield render_herkomst(lijst.herkomst._replace(licentie=""))
    yield lijst.herkomst.bron
    yield f"Schalen: {render_opsomming([schaal.naam for schaal in lijst.schalen])}."
    if lijst.antwoorden:
        punten = [punt.label or str(punt.waarde) for punt in lijst.antwoorden.punten]
        yield f"Antwoorden: {render_opsomming(punten, 'of')}."
    yield lijst.uitleg
