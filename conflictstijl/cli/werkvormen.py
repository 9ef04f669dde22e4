"""`conflictstijl werkvormen`: intervision methods, and one of them with an agenda of any length."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from conflictstijl.cli.aanvulling import load_werkvormnamen
from conflictstijl.cli.document import check_uitvoer
from conflictstijl.cli.doel import Doel, write_uitkomst
from conflictstijl.cli.nederlands import check_aantallen
from conflictstijl.cli.overzicht import write_alinea
from conflictstijl.cli.uitvoer import write_json, write_meldingen, write_regels
from conflictstijl.fouten import GebruikFout

if TYPE_CHECKING:
    from collections.abc import Sequence

    from conflictstijl.model.document import Document
    from conflictstijl.model.werkvorm import Werkvorm

UITLEG = """\
Zonder ID zie je welke werkvormen er zijn. Met --duur erbij zie je wat in die tijd past.

Met ID zie je één werkvorm met een agenda. De minuten zijn samen precies de duur die je geeft.

Bijvoorbeeld:

  conflictstijl werkvormen --duur 60
  conflictstijl werkvormen incidentmethode --duur 90
  conflictstijl werkvormen balint --deelnemers 8 -o agenda.html"""

_VOORBEELD = "conflictstijl werkvormen incidentmethode"


def write_werkvormen(
    naam: Annotated[
        str,
        typer.Argument(metavar="ID|BESTAND", help="Een werkvorm of eigen bestand.", autocompletion=load_werkvormnamen),
    ] = "",
    duur: Annotated[int | None, typer.Option("--duur", metavar="MINUTEN", help="Hoe lang jullie hebben.")] = None,
    deelnemers: Annotated[
        int | None, typer.Option("--deelnemers", metavar="AANTAL", help="Met hoeveel mensen.")
    ] = None,
    uit: Annotated[
        str, typer.Option("-o", metavar="BESTAND", help="Schrijf naar .html, .docx, .pdf, .md, .txt of .json.")
    ] = "",
    als_json: Annotated[bool, typer.Option("--json", help="Geef de uitkomst als JSON.")] = False,
    overschrijf: Annotated[bool, typer.Option("--overschrijf", help="Vervang een bestand dat er al is.")] = False,
) -> None:
    """List the methods, or show one with its agenda."""
    check_aantallen({"duur": duur, "deelnemers": deelnemers})
    check_uitvoer(uit, overschrijf=overschrijf)
    if naam:
        document, gegevens = _build_een(naam, duur or 0, deelnemers or 0)
        write_uitkomst(gegevens, [document], Doel(uit, als_json, overschrijf))
        return
    if uit or deelnemers is not None:
        optie, waarde = ("-o", "agenda.html") if uit else ("--deelnemers", "8")
        raise GebruikFout(f"{optie} hoort bij één werkvorm; geef bijvoorbeeld:", f"{_VOORBEELD} {optie} {waarde}")
    _write_alle(_load_passend(duur), als_json=als_json)


def _build_een(naam: str, duur: int, deelnemers: int) -> "tuple[Document, dict[str, Any]]":
    """Return a method with its agenda as a report and as data."""
    from conflictstijl.laden.werkvormen import load_werkvorm
    from conflictstijl.rapport.werkvorm import build_gegevens, build_werkvormdocument
    from conflictstijl.rekenen.agenda import build_agendas

    werkvorm = load_werkvorm(naam)
    agendas = build_agendas(werkvorm, duur, deelnemers)
    return build_werkvormdocument(werkvorm, agendas), _build_json([build_gegevens(werkvorm, agendas)])


def _build_json(werkvormen: list[dict[str, Any]]) -> dict[str, Any]:
    return {"formaat": 1, "soort": "werkvormen", "werkvormen": werkvormen}


def _load_passend(duur: int | None) -> "list[Werkvorm]":
    """Return the methods that fit in a length; all of them when none is given."""
    from conflictstijl.laden.werkvormen import load_werkvormen

    werkvormen, meldingen = load_werkvormen()
    write_meldingen(map(str, meldingen))
    if duur is None:
        return werkvormen
    passend = [werkvorm for werkvorm in werkvormen if werkvorm.count_kortste(werkvorm.gewone_groep) <= duur]
    if not passend:
        kortste = min(werkvorm.count_kortste(werkvorm.gewone_groep) for werkvorm in werkvormen)
        raise GebruikFout(f"in {duur} minuten past geen werkvorm; de kortste duur is {kortste} minuten")
    return passend


def _write_alle(werkvormen: "Sequence[Werkvorm]", *, als_json: bool) -> None:
    """Write a block per method: its id, and below it what it is for; beside each other there is too little room."""
    from conflictstijl.rapport.werkvorm import build_gegevens, render_omvang

    if als_json:
        write_json(_build_json(list(map(build_gegevens, werkvormen))))
        return
    for werkvorm in werkvormen:
        write_alinea(f"{werkvorm.id}: {werkvorm.naam}")
        write_alinea(werkvorm.doel, 2)
        write_alinea(render_omvang(werkvorm), 2)
    write_regels([""])
    write_alinea("Een ervan met een agenda: conflictstijl werkvormen ID --duur MINUTEN")
