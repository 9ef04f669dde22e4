"""`conflictstijl vaardigheden`: skills to practise, with their exercises."""

from typing import Annotated

import typer

from conflictstijl.cli.aanvulling import load_stijlen, load_vaardigheden
from conflictstijl.cli.overzicht import write_alinea, write_kolommen
from conflictstijl.cli.uitvoer import write_json, write_regels
from conflictstijl.fouten import GebruikFout
from conflictstijl.model.kennis import EIGEN_LEZING, Oefening, Vaardigheid
from conflictstijl.model.stijlen import STIJLEN
from conflictstijl.rapport.profiel import render_oefening
from conflictstijl.tekst import advise_naam, clean_tekst, render_opsomming

UITLEG = "Met ID zie je alle stappen en de oefeningen. Met --stijl zie je wat bij een stijl past."

_VEILIG = (
    "Is er dreiging, dwang of geweld, of twijfel je daarover? Oefen dit dan niet. "
    "Overleg eerst met een collega. Bel bij direct gevaar 112."
)


def write_vaardigheden(
    naam: Annotated[str, typer.Argument(metavar="ID", help="Een vaardigheid.", autocompletion=load_vaardigheden)] = "",
    stijl: Annotated[
        str,
        typer.Option("--stijl", metavar="ID", help="Alleen wat bij deze stijl past.", autocompletion=load_stijlen),
    ] = "",
    als_json: Annotated[bool, typer.Option("--json", help="Geef de uitkomst als JSON.")] = False,
) -> None:
    """List the skills, or show one."""
    from conflictstijl import toepassing

    alle = toepassing.load_vaardigheden(stijl or None)
    vraag = toepassing.load_ik_en_ander(stijl) if stijl and not naam else ""
    if naam:
        alle = [_read_vaardigheid(naam, toepassing.load_vaardigheden(None))]
    if als_json:
        gegevens = {"formaat": 1, "soort": "vaardigheden", "vaardigheden": list(map(_build_gegevens, alle))}
        write_json({**gegevens, **({"ik_en_ander": {"vraag": vraag, "let_op": EIGEN_LEZING}} if vraag else {})})
    elif naam:
        _write_een(alle[0], toepassing.load_stijlnamen())
    else:
        write_kolommen((vaardigheid.id, vaardigheid.naam) for vaardigheid in alle)
        write_regels([""])
        if vraag:
            write_alinea(f"Een vraag voor jezelf: {vraag} {EIGEN_LEZING}")
            write_regels([""])
        write_alinea("Meer over een ervan: conflictstijl vaardigheden ID")


def _read_vaardigheid(naam: str, alle: list[Vaardigheid]) -> Vaardigheid:
    for vaardigheid in alle:
        if vaardigheid.id == naam:
            return vaardigheid
    hint = (
        advise_naam(naam, (vaardigheid.id for vaardigheid in alle)) or "'conflictstijl vaardigheden' toont ze allemaal"
    )
    raise GebruikFout(f"er is geen vaardigheid '{clean_tekst(naam, 40)}'; {hint}")


def _build_gegevens(vaardigheid: Vaardigheid) -> dict[str, object]:
    return {
        "id": vaardigheid.id,
        "naam": vaardigheid.naam,
        "stijlen": vaardigheid.stijlen or dict.fromkeys(STIJLEN, 1),
        "doel": vaardigheid.doel,
        "stappen": list(vaardigheid.stappen),
        "alleen": _build_oefening(vaardigheid.alleen),
        "samen": _build_oefening(vaardigheid.samen),
        "gelukt_als": vaardigheid.gelukt_als,
        "bron": vaardigheid.bron,
    }


def _build_oefening(oefening: Oefening) -> dict[str, object]:
    return {"met": oefening.met, "duur": oefening.duur, "opdracht": oefening.opdracht}


def _write_een(vaardigheid: Vaardigheid, namen: dict[str, str]) -> None:
    stijlen = sorted(vaardigheid.stijlen, key=lambda stijl: -vaardigheid.stijlen[stijl])
    past = render_opsomming([namen[stijl].lower() for stijl in stijlen])
    write_alinea(f"{vaardigheid.naam} (past bij: {past or 'alle stijlen'})")
    write_regels([""])
    write_alinea(vaardigheid.doel)
    write_regels([""])
    write_kolommen((f"{nummer}.", stap) for nummer, stap in enumerate(vaardigheid.stappen, 1))
    for oefening in (vaardigheid.alleen, vaardigheid.samen):
        write_regels([""])
        write_alinea(render_oefening(oefening))
    write_regels([""])
    write_alinea(f"Gelukt als: {vaardigheid.gelukt_als}")
    write_alinea(f"Bron: {vaardigheid.bron}")
    write_regels([""])
    write_alinea(_VEILIG)
