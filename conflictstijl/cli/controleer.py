"""`conflictstijl controleer`: validate and lint files; exit code 1 when there are findings."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated

import typer

from conflictstijl.cli.overzicht import write_alinea
from conflictstijl.cli.regels import ALLE, load_regelnamen, write_regel
from conflictstijl.cli.uitvoer import read_kolommen, write_json, write_regels
from conflictstijl.fouten import Bevinding, GebruikFout, Plek
from conflictstijl.tekst import clean_tekst

_INSPRINGING = "    "

UITLEG = """\
Kijkt of bestanden kloppen: opbouw, sleutels, evenwicht, taal en verwijzingen. Van een map bekijk ik elk YAML-bestand.

De uitgang is 0 zonder bevindingen, 1 met bevindingen en 2 als er iets niet te lezen is.

Een bevinding eindigt met de naam van een regel, zoals [lange-zin]. Met --regel lange-zin lees je wat dat is, waarom het
ertoe doet en hoe je het oplost.

Met --codering leg je de sleutel naast een tweede lezing: een CSV-bestand met item, stijl en richting (+ of -)."""


def write_controle(
    bestanden: Annotated[list[str] | None, typer.Argument(metavar="BESTAND|MAP", help="Wat je wilt nakijken.")] = None,
    codering: Annotated[
        str, typer.Option("--codering", metavar="BESTAND", help="Tweede codering van een vragenlijst.")
    ] = "",
    regel: Annotated[
        str,
        typer.Option(
            "--regel",
            metavar="ID",
            help=f"Lees meer over een bevinding; '{ALLE}' noemt elke regel.",
            autocompletion=load_regelnamen,
        ),
    ] = "",
    alles: Annotated[bool, typer.Option("--alles", help="Kijk alles na wat bij het programma hoort.")] = False,
    als_json: Annotated[bool, typer.Option("--json", help="Geef de uitkomst als JSON.")] = False,
) -> int:
    """Check every file and return the exit code; or show the page about a rule."""
    if not regel:
        return _write_bevindingen(bestanden or [], codering, alles=alles, als_json=als_json)
    if bestanden or codering or alles:
        raise GebruikFout("met --regel kijk ik geen bestand na; laat het bestand weg, of juist de regel")
    write_regel(regel, als_json=als_json)
    return 0


def _write_bevindingen(bestanden: list[str], codering: str, *, alles: bool, als_json: bool) -> int:
    from conflictstijl import controle

    if not bestanden and not alles:
        raise GebruikFout("geef een bestand of een map, bijvoorbeeld: conflictstijl controleer mijn-lijst.yaml")
    if codering and (len(bestanden) > 1 or alles):
        raise GebruikFout("met --codering controleer je één vragenlijst")
    paden = list(dict.fromkeys([*controle.load_paden(bestanden), *(controle.load_alles() if alles else [])]))
    bevindingen = controle.check_bestanden(paden)
    slot = f"{len(paden)} bestand{'' if len(paden) == 1 else 'en'} nagekeken, "
    if codering:
        vergelijking = controle.check_codering(Path(bestanden[0]), Path(codering))
        bevindingen += vergelijking.bevindingen
        slot += f"{vergelijking.render_overeenstemming()}, "
    if als_json:
        write_json(
            {"formaat": 1, "soort": "controle", "bestanden": len(paden), "bevindingen": list(map(_build, bevindingen))}
        )
    else:
        write_regels(_render_bevindingen(bevindingen, met_bron=sys.stdout.isatty()))
        write_regels([f"{slot}{_render_aantal(len(bevindingen))}"])
        if bevindingen and sys.stdout.isatty():
            write_alinea("Meer over een bevinding: conflictstijl controleer --regel ID")
    return int(bool(bevindingen))


def _render_aantal(aantal: int) -> str:
    return {0: "geen bevindingen", 1: "1 bevinding"}.get(aantal, f"{aantal} bevindingen")


def _render_bevindingen(bevindingen: Iterable[Bevinding], *, met_bron: bool) -> Iterator[str]:
    """Yield a line per finding, with its rule; for a reader at a terminal with the line of the file below it."""
    for bevinding in bevindingen:
        # a file name may hold what steers a terminal
        yield f"{clean_tekst(str(bevinding))} [{bevinding.code}]"
        if met_bron and bevinding.plek.regel:
            yield from _render_bron(bevinding.plek)


def _render_bron(plek: Plek) -> Iterator[str]:
    """Yield the line of a file with a caret below the place, cut to the terminal; nothing when it is gone."""
    from conflictstijl.laden.valkuilen import split_regels

    try:
        regels = list(split_regels(Path(plek.bestand).read_text(encoding="utf-8-sig")))
    except (OSError, ValueError):
        return
    if plek.regel <= len(regels):
        ruimte = read_kolommen() - len(_INSPRINGING)
        begin = max(plek.kolom - ruimte // 2, 0)
        zichtbaar = "".join(teken if teken.isprintable() else " " for teken in regels[plek.regel - 1])
        yield f"{_INSPRINGING}{zichtbaar[begin : begin + ruimte].rstrip()}"
        yield f"{_INSPRINGING}{'^':>{max(plek.kolom, 1) - begin}}"


def _build(bevinding: Bevinding) -> dict[str, object]:
    return {
        "bestand": bevinding.plek.bestand,
        "regel": bevinding.plek.regel,
        "kolom": bevinding.plek.kolom,
        "ernst": bevinding.ernst,
        "code": bevinding.code,
        "wat": bevinding.wat,
        "hint": bevinding.hint,
    }
