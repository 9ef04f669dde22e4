"""`conflictstijl resultaten`: what is kept, and one kept result or worksheet in full."""

import sys
import textwrap
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer

from conflictstijl.cli.aanvulling import load_bewaarde_namen
from conflictstijl.cli.document import check_uitvoer
from conflictstijl.cli.overzicht import write_alinea, write_kolommen
from conflictstijl.cli.profiel import PROFIELEINDES, write_profielen
from conflictstijl.cli.uitvoer import read_kolommen, write_json, write_meldingen, write_regels
from conflictstijl.fouten import Bevinding, Ernst, GebruikFout
from conflictstijl.rapport.geschiedenis import build_korte_namen, render_uitslag
from conflictstijl.tekst import render_dag, render_tijd

if TYPE_CHECKING:
    from conflictstijl.bewaren import Gescoord, Uitslag
    from conflictstijl.cli.resultaten_begonnen import Begonnen
    from conflictstijl.opslag.bladregels import Bewaardblad

UITLEG = """\
Zonder ID zie je al je uitslagen, de nieuwste onderaan. Daaronder staan de tests die je nog niet afmaakte, \
en je werkbladen.

Met ID zie je een uitslag of werkblad helemaal. Het ID staat vooraan in elke regel. Met 'laatste' krijg je de nieuwste.

Bijvoorbeeld:

  conflictstijl resultaten
  conflictstijl resultaten laatste
  conflictstijl resultaten laatste -o antwoorden.yaml"""

EXPORTEER = "conflictstijl resultaten exporteer -o mijn-uitslagen.json"
_SMAL = 54
"""Below this width the id of a questionnaire does not fit beside a day."""


def write_resultaten(
    naam: Annotated[
        str,
        typer.Argument(
            metavar="ID", help="Het begin van een ID uit de lijst, of laatste.", autocompletion=load_bewaarde_namen
        ),
    ] = "",
    uit: Annotated[
        str,
        typer.Option(
            "-o", metavar="BESTAND", help="Schrijf een uitslag naar .html, .docx, .pdf, .md, .txt, .json of .yaml."
        ),
    ] = "",
    als_json: Annotated[bool, typer.Option("--json", help="Geef de uitkomst als JSON.")] = False,
    overschrijf: Annotated[bool, typer.Option("--overschrijf", help="Vervang een bestand dat er al is.")] = False,
) -> int:
    """List what is kept, or show one result or worksheet as it was; exit code 1 when a file is damaged."""
    if naam:
        _write_een(naam, uit, als_json=als_json, overschrijf=overschrijf)
        return 0
    if uit:
        raise GebruikFout("-o hoort bij één uitslag; alles meenemen doe je met:", EXPORTEER)
    return _write_alle(als_json=als_json)


def _write_een(naam: str, uit: str, *, als_json: bool, overschrijf: bool) -> None:
    from conflictstijl import bewaren
    from conflictstijl.cli.resultaten_werkbladen import read_gekozen, write_blad

    blad = read_gekozen(naam)
    if blad is not None:
        write_blad(blad, uit, als_json=als_json, overschrijf=overschrijf)
        return
    check_uitvoer(uit, overschrijf=overschrijf, eindes=PROFIELEINDES)
    uitslag = bewaren.load_uitslag(naam)
    resultaten = [bewaren.build_resultaat(uitslag)]
    write_profielen(resultaten, uit, als_json=als_json, overschrijf=overschrijf, klaar=uitslag.klaar)


def _write_alle(*, als_json: bool) -> int:
    from conflictstijl import bewaren
    from conflictstijl.cli.resultaten_begonnen import load_begonnen
    from conflictstijl.cli.resultaten_werkbladen import build_gegevens as build_bladgegevens
    from conflictstijl.cli.resultaten_werkbladen import load_bladen

    bewaren.clean_klaar()
    nieuwste_eerst, meldingen = bewaren.load_gescoord()
    gescoord = nieuwste_eerst[::-1]
    uitslagen = [een.uitslag for een in gescoord]
    begonnen, schade = load_begonnen(uitslagen)
    bladen, stuk = load_bladen()
    meldingen = [*meldingen, *schade, *stuk]
    namen = build_korte_namen([*(een.sessie for een in uitslagen), *(blad.sessie for blad in bladen)])
    write_bevindingen(meldingen)
    if als_json:
        lijst = _build_lijst(uitslagen, begonnen, namen)
        write_json(
            {**lijst, "werkbladen": build_bladgegevens(bladen, namen), "meldingen": [*map(build_melding, meldingen)]}
        )
    else:
        _write_lijst(gescoord, begonnen, bladen, namen)
    return int(any(melding.ernst is Ernst.FOUT for melding in meldingen))


def _build_lijst(
    uitslagen: "Iterable[Uitslag]", begonnen: "Iterable[Begonnen]", namen: dict[str, str]
) -> dict[str, Any]:
    return {
        "formaat": 1,
        "soort": "resultaten",
        "resultaten": [_build_uitslag(uitslag, namen[uitslag.sessie]) for uitslag in uitslagen],
        "begonnen": [een.build_gegevens() for een in begonnen],
    }


def _build_uitslag(uitslag: "Uitslag", naam: str) -> dict[str, Any]:
    profiel = uitslag.profiel
    return {
        "id": naam,
        "sessie": uitslag.sessie,
        "begin": uitslag.begin.isoformat(),
        "klaar": uitslag.klaar.isoformat(),
        "vragenlijst": profiel["vragenlijst"],
        "versie": profiel["versie"],
        "vorm": profiel.get("vorm"),
        "met": profiel.get("met"),
        "deelnemer": profiel["deelnemer"],
        "duidelijk_hoog": profiel["duidelijk_hoog"],
        "duidelijk_laag": profiel["duidelijk_laag"],
    }


def build_melding(melding: Bevinding) -> dict[str, Any]:
    """Return a finding about a kept file as data."""
    return {
        "bestand": melding.plek.bestand,
        "ernst": melding.ernst,
        "code": melding.code,
        "wat": melding.wat,
        "hint": melding.hint,
    }


def write_bevindingen(meldingen: Iterable[Bevinding]) -> None:
    """Write findings: each on one line for a program, for a person wrapped between words and never within."""
    if not sys.stderr.isatty():
        write_meldingen(map(str, meldingen))
        return
    breedte = read_kolommen()
    for melding in meldingen:
        write_meldingen(textwrap.wrap(str(melding), breedte, break_long_words=False, break_on_hyphens=False))


def _write_lijst(
    uitslagen: "list[Gescoord]", begonnen: "list[Begonnen]", bladen: "list[Bewaardblad]", namen: dict[str, str]
) -> None:
    """Write the newest last: just above the prompt, and `laatste` is what it says."""
    if uitslagen:
        _write_rijen(_build_rijen(uitslagen, namen))
    else:
        write_alinea("Er is nog geen uitslag van een vragenlijst. Een invullen: conflictstijl afnemen")
    if begonnen:
        _write_begonnen(begonnen)
    if bladen:
        _write_werkbladen(bladen, namen)
    wat = " of ".join(filter(None, ("uitslag" if uitslagen else "", "werkblad" if bladen else "")))
    if wat:
        write_regels([""])
        write_alinea(f"Een {wat} lezen: conflictstijl resultaten ID.")
        write_alinea("Meer: conflictstijl resultaten --help.")


def _write_begonnen(begonnen: "list[Begonnen]") -> None:
    write_regels([""])
    write_alinea("Nog niet af:")
    for een in begonnen:
        write_alinea(f"{render_dag(een.bewaard.kop.begin)}  {een.render_omvang()}")
        # by itself: a command is copied from the screen
        write_alinea(een.render_verder(), inspringing=2)


def _write_werkbladen(bladen: "list[Bewaardblad]", namen: dict[str, str]) -> None:
    from conflictstijl.cli.resultaten_werkbladen import write_blok

    write_regels([""])
    write_blok(bladen, namen)


def _build_rijen(uitslagen: "list[Gescoord]", namen: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Yield a name and a text for each; of two on one day the name has the time too."""
    from conflictstijl.laden.catalogus import load_kennis

    dagen = Counter(render_dag(uitslag.klaar) for uitslag, _ in uitslagen)
    for uitslag, profiel in uitslagen:
        dag = render_dag(uitslag.klaar)
        wanneer = dag if dagen[dag] == 1 else render_tijd(uitslag.klaar)
        yield f"{namen[uitslag.sessie]}  {wanneer}", render_uitslag(uitslag.vragenlijst, profiel, load_kennis())


def _write_rijen(rijen: Iterable[tuple[str, str]]) -> None:
    if read_kolommen() >= _SMAL:
        write_kolommen(rijen)
        return
    for links, rechts in rijen:
        write_alinea(links)
        write_alinea(rechts, inspringing=2)
