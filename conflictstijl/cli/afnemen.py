"""`conflictstijl afnemen`: take a questionnaire, line by line, and get the profile."""

import sys
from typing import Annotated

import typer

from conflictstijl.afname.gesprek import Gesprek
from conflictstijl.cli.aanvulling import build_lijstargument
from conflictstijl.cli.profiel import STDOUT, Resultaat, check_uitvoer, write_profielen
from conflictstijl.cli.uitvoer import check_interactief, read_kolommen
from conflictstijl.fouten import ConflictstijlFout, GebruikFout
from conflictstijl.tekst import render_zin

UITLEG = """\
Je beantwoordt de vragen één voor één. Typ een cijfer, of het woord zelf. Met 'terug' ga je een vraag terug.

Stop je halverwege, dan kun je later verder. Na de laatste vraag zie je je profiel en wist het programma je antwoorden.

Een ander programma geeft één antwoord per regel. Met --json of -o - gaan de vragen naar stderr."""

STANDAARD = "conflictstijlen"


def ask_vragenlijst(
    vragenlijst: Annotated[str, build_lijstargument("VRAGENLIJST")] = STANDAARD,
    hervat: Annotated[bool, typer.Option("--hervat", help="Ga verder met een begonnen test.")] = False,
    opnieuw: Annotated[bool, typer.Option("--opnieuw", help="Begin een nieuwe test.")] = False,
    niet_bewaren: Annotated[bool, typer.Option("--niet-bewaren", help="Bewaar niets tijdens de test.")] = False,
    regels: Annotated[
        bool,
        typer.Option("--regels", envvar="CONFLICTSTIJL_REGELS", help="Alleen gewone regels, ook voor een schermlezer."),
    ] = False,
    uit: Annotated[str, typer.Option("-o", metavar="BESTAND", help="Schrijf het verslag: .json, .md of .txt.")] = "",
    als_json: Annotated[bool, typer.Option("--json", help="Geef de uitkomst als JSON.")] = False,
    overschrijf: Annotated[bool, typer.Option("--overschrijf", help="Vervang een bestand dat er al is.")] = False,
) -> None:
    """Ask every question, then write the profile."""
    from conflictstijl import toepassing
    from conflictstijl.afname.sessie import Bewaarwens, ask_sessie
    from conflictstijl.laden.mappen import load_journaalmap

    check_uitvoer(uit, overschrijf=overschrijf)
    if hervat and (opnieuw or niet_bewaren):
        raise GebruikFout("--hervat gaat niet samen met --opnieuw of --niet-bewaren; kies er een")
    lijst = toepassing.load_vragenlijst(vragenlijst)
    apart = als_json or uit == STDOUT or (sys.stdin.isatty() and not sys.stdout.isatty())
    scherm = sys.stderr if apart else sys.stdout
    gesprek = Gesprek(sys.stdin, scherm, read_kolommen(), mens=check_interactief(scherm))
    keuze = hervat or (False if opnieuw else None)
    wens = Bewaarwens(None if niet_bewaren else load_journaalmap(), keuze, vragenlijst)
    with ask_sessie(lijst, gesprek, wens) as blad:
        gesprek.write_regel("")
        resultaat = list(toepassing.score_bladen([(lijst, blad)]))
        write_profielen(resultaat, uit, als_json=als_json, overschrijf=overschrijf, kaal=regels)
        if gesprek.mens and not uit:
            ask_bestand(gesprek, resultaat)


def ask_bestand(gesprek: Gesprek, resultaat: list[Resultaat]) -> None:
    """Offer to keep the report, until a file is written or the user wants none.

    Ctrl-C or a closed window is left to the caller, which then keeps the answers.
    """
    gesprek.write_alinea("Verslag bewaren? Typ een naam, zoals verslag.md of verslag.txt. Enter: niet bewaren.")
    while True:
        try:
            naam = gesprek.read_regel().strip()
            if naam:
                check_uitvoer(naam, overschrijf=False)
                write_profielen(resultaat, naam, als_json=False, overschrijf=False)
        except EOFError:
            return
        except ConflictstijlFout as fout:
            gesprek.write_regel(f"{render_zin(str(fout))}.")
        else:
            return
