"""`conflictstijl afnemen`: take a questionnaire, line by line, and get the profile."""

import sys
from typing import Annotated

import typer

from conflictstijl.cli.profiel import STDOUT, check_uitvoer, write_profielen
from conflictstijl.cli.uitvoer import check_interactief, read_kolommen
from conflictstijl.fouten import GebruikFout

UITLEG = """\
Je beantwoordt de vragen één voor één. Typ een cijfer, een letter of het woord zelf. Met 'terug' ga je een vraag terug.

Stop je halverwege, dan kun je later verder. Na de laatste vraag zie je je profiel en wist het programma je antwoorden.

Een ander programma geeft één antwoord per regel. Met --json of -o - gaan de vragen naar stderr."""

STANDAARD = "conflictstijlen"


def ask_vragenlijst(
    vragenlijst: Annotated[str, typer.Argument(metavar="VRAGENLIJST", help="Een vragenlijst, of een bestand.")] = (
        STANDAARD
    ),
    hervat: Annotated[bool, typer.Option("--hervat", help="Ga verder met een begonnen test.")] = False,
    opnieuw: Annotated[bool, typer.Option("--opnieuw", help="Begin een nieuwe test.")] = False,
    niet_bewaren: Annotated[bool, typer.Option("--niet-bewaren", help="Bewaar niets tijdens de test.")] = False,
    regels: Annotated[  # noqa: ARG001 - line mode is the only mode until there is a full screen
        bool, typer.Option("--regels", help="Toon vraag na vraag als gewone tekst.")
    ] = False,
    uit: Annotated[str, typer.Option("-o", metavar="BESTAND", help="Schrijf het verslag: .json, .md of .txt.")] = "",
    als_json: Annotated[bool, typer.Option("--json", help="Geef de uitkomst als JSON.")] = False,
    overschrijf: Annotated[bool, typer.Option("--overschrijf", help="Vervang een bestand dat er al is.")] = False,
) -> None:
    """Ask every question, then write the profile."""
    from conflictstijl import toepassing
    from conflictstijl.afname.gesprek import Gesprek
    from conflictstijl.afname.sessie import Bewaarwens, ask_sessie
    from conflictstijl.laden.mappen import load_journaalmap

    check_uitvoer(uit, overschrijf=overschrijf)
    if hervat and (opnieuw or niet_bewaren):
        raise GebruikFout("--hervat gaat niet samen met --opnieuw of --niet-bewaren; kies er een")
    lijst = toepassing.load_vragenlijst(vragenlijst)
    scherm = sys.stderr if als_json or uit == STDOUT else sys.stdout
    gesprek = Gesprek(sys.stdin, scherm, read_kolommen(), mens=check_interactief(scherm))
    keuze = hervat or (False if opnieuw else None)
    wens = Bewaarwens(None if niet_bewaren else load_journaalmap(), keuze)
    with ask_sessie(lijst, gesprek, wens) as blad:
        gesprek.write_regel("")
        resultaat = toepassing.score_bladen([(lijst, blad)])
        write_profielen(resultaat, uit, als_json=als_json, overschrijf=overschrijf)
