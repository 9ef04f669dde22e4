"""`conflictstijl normen`: a named norm group from own data."""

from pathlib import Path
from typing import Annotated

import typer

from conflictstijl.cli.aanvulling import (
    build_bladoptie,
    build_groepsargument,
    build_lijstoptie,
    build_overslaanoptie,
)
from conflictstijl.cli.document import check_uitvoer, write_tekstbestand
from conflictstijl.cli.groepsdoel import write_twijfel
from conflictstijl.cli.uitvoer import render_argument, write_meldingen
from conflictstijl.fouten import GebruikFout, Plek
from conflictstijl.tekst import clean_tekst, render_opsomming

UITLEG = """\
Een normgroep is een groep mensen om scores naast te leggen. Zij vraagt antwoorden van minstens 100 mensen, \
en liefst van 300 of meer. Wie op een schaal geen score heeft, telt niet mee.

Zeg erbij wie zij zijn, met --naam, --jaar, --populatie en --bron. Een vergelijking zegt alleen iets als je weet met \
wie.

In het bestand staat hoeveel mensen een score hadden. Scores van minder dan vijf mensen staan bij elkaar, \
zodat je geen score van één persoon kunt aflezen.

Bijvoorbeeld:

  conflictstijl normen antwoorden.xlsx -o wijkteams.yaml --naam Wijkteams
  conflictstijl scoor antwoorden.yaml --normen wijkteams.yaml"""

_JAREN = range(1900, 2101)


def write_normen(
    bestanden: Annotated[list[str] | None, build_groepsargument()] = None,
    uit: Annotated[str, typer.Option("-o", metavar="BESTAND", help="Schrijf de normgroep naar een .yaml.")] = "",
    naam: Annotated[str, typer.Option("--naam", metavar="NAAM", help="Hoe de groep heet in een verslag.")] = "",
    jaar: Annotated[int | None, typer.Option("--jaar", metavar="JAAR", help="Wanneer zij de lijst invulden.")] = None,
    populatie: Annotated[str, typer.Option("--populatie", metavar="WIE", help="Wie deze mensen zijn.")] = "",
    bron: Annotated[str, typer.Option("--bron", metavar="BRON", help="Waar de antwoorden vandaan komen.")] = "",
    vragenlijst: Annotated[str, build_lijstoptie()] = "conflictstijlen",
    kolommen: Annotated[
        str, typer.Option("--kolommen", metavar="BESTAND", help="Welke kolom wat is; 'groep --bekijk' maakt het.")
    ] = "",
    blad: Annotated[str, build_bladoptie()] = "",
    sla_over: Annotated[list[str] | None, build_overslaanoptie()] = None,
    toch: Annotated[
        bool, typer.Option("--toch", help="Ook als een eerdere normgroep over bijna dezelfde mensen ging.")
    ] = False,
    overschrijf: Annotated[bool, typer.Option("--overschrijf", help="Vervang een bestand dat er al is.")] = False,
) -> None:
    """Write the norm group of the people in group files; nothing when it is refused."""
    from conflictstijl.cli.voortgang import read_met_voortgang
    from conflictstijl.groep.lezen import Groepsopties, load_groep
    from conflictstijl.groep.normgroep import build_normbestand
    from conflictstijl.rapport.normbestand import render_normbestand
    from conflictstijl.rekenen.normgroep import Normgegevens

    if not bestanden:
        raise GebruikFout("geef een bestand met antwoorden, bijvoorbeeld:", "conflictstijl normen antwoorden.xlsx")
    gegevens = Normgegevens(clean_tekst(naam), jaar or 0, clean_tekst(bron), clean_tekst(populatie))
    _check_gegevens(gegevens._asdict())
    pad = _check_pad(uit)
    check_uitvoer(uit, overschrijf=overschrijf, eindes=(pad.suffix,), gelezen=[*bestanden, kolommen, vragenlijst])
    invoer = load_groep(bestanden, vragenlijst, Groepsopties(blad, kolommen, tuple(sla_over or ())))
    resultaat = build_normbestand(invoer, pad.stem, gegevens, read_met_voortgang, toch=toch)
    verder = f"Leg er scores naast: conflictstijl scoor antwoorden.yaml --normen {render_argument(uit)}"
    write_tekstbestand(pad, render_normbestand(resultaat.bestand), overschrijf=overschrijf, verder=[verder])
    write_twijfel(invoer, alles=False)
    write_meldingen(resultaat.meldingen)


def _check_gegevens(gegevens: dict[str, object]) -> None:
    """Raise GebruikFout for what a reader needs to know and was not given."""
    ontbreekt = [f"--{optie}" for optie, waarde in gegevens.items() if not waarde]
    if ontbreekt:
        waarom = "een vergelijking zegt alleen iets als je weet met wie"
        raise GebruikFout(f"geef ook {render_opsomming(ontbreekt)}; {waarom}")
    if gegevens["jaar"] not in _JAREN:
        raise GebruikFout(f"--jaar is een jaartal van {_JAREN[0]} tot en met {_JAREN[-1]}")


def _check_pad(uit: str) -> Path:
    """Return the file to write; its name is the id of the norm group. Raises GebruikFout for one that cannot be."""
    from conflictstijl.laden.bevindingen import Bevindingen
    from conflictstijl.laden.knopen import Tekst
    from conflictstijl.laden.velden import check_id

    pad = Path(uit)
    if pad.suffix != ".yaml" or check_id(Tekst(pad.stem, Plek("")), Bevindingen()) is None:
        hint = "noem een .yaml met kleine letters, cijfers en streepjes, bijvoorbeeld: -o wijkteams.yaml"
        raise GebruikFout(f"'{clean_tekst(uit)}' kan geen normgroep zijn; {hint}" if uit else f"geef ook -o; {hint}")
    return pad
