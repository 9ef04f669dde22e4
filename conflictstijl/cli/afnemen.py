"""`conflictstijl afnemen`: take a questionnaire, line by line, and get the profile."""

import shlex
import sys
from contextlib import ExitStack
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from conflictstijl.afname.gesprek import Gesprek
from conflictstijl.cli.aanvulling import build_lijstargument
from conflictstijl.cli.profiel import STDOUT, check_uitvoer, write_profielen
from conflictstijl.cli.uitvoer import check_interactief, read_kolommen
from conflictstijl.cli.vormkeuze import ask_lijst
from conflictstijl.fouten import ConflictstijlFout, GebruikFout
from conflictstijl.model.vragenlijst import Vragenlijst
from conflictstijl.tekst import render_zin

if TYPE_CHECKING:
    from conflictstijl.afname.sessie import Bewaarwens
    from conflictstijl.laden.antwoorden import Ingevuld
    from conflictstijl.toepassing import Resultaat

UITLEG = """\
Je beantwoordt de vragen één voor één. Typ een cijfer, of het woord zelf. Met 'terug' ga je een vraag terug.

Stop je halverwege, dan kun je later verder. Na de laatste vraag zie je je profiel en wist het programma je antwoorden.

Een ander programma geeft één antwoord per regel. Met --json of -o - gaan de vragen naar stderr."""

STANDAARD = "conflictstijlen"


def ask_vragenlijst(
    vragenlijst: Annotated[str, build_lijstargument("VRAGENLIJST")] = STANDAARD,
    vorm: Annotated[str, typer.Option("--vorm", metavar="ID", help="Welke vorm, als er meer zijn.")] = "",
    hervat: Annotated[bool, typer.Option("--hervat", help="Ga verder met een begonnen test.")] = False,
    opnieuw: Annotated[bool, typer.Option("--opnieuw", help="Begin een nieuwe test.")] = False,
    niet_bewaren: Annotated[bool, typer.Option("--niet-bewaren", help="Bewaar niets tijdens de test.")] = False,
    zaad: Annotated[
        int | None, typer.Option("--zaad", metavar="GETAL", help="Begin de willekeurige volgorde met dit getal.")
    ] = None,
    regels: Annotated[
        bool,
        typer.Option("--regels", envvar="CONFLICTSTIJL_REGELS", help="Alleen gewone regels, ook voor een schermlezer."),
    ] = False,
    uit: Annotated[
        str,
        typer.Option("-o", metavar="BESTAND", help="Schrijf het verslag (.json, .md, .txt) of je antwoorden (.yaml)."),
    ] = "",
    als_json: Annotated[bool, typer.Option("--json", help="Geef de uitkomst als JSON.")] = False,
    overschrijf: Annotated[bool, typer.Option("--overschrijf", help="Vervang een bestand dat er al is.")] = False,
) -> None:
    """Ask every question, then write the profile."""
    from conflictstijl.afname.sessie import Bewaarwens, ask_sessie
    from conflictstijl.laden.mappen import load_journaalmap

    check_uitvoer(uit, overschrijf=overschrijf)
    if hervat and (opnieuw or niet_bewaren):
        raise GebruikFout("--hervat gaat niet samen met --opnieuw of --niet-bewaren; kies er een")
    _check_zaad(zaad)
    gesprek = _build_gesprek(apart=als_json or uit == STDOUT)
    lijst = ask_lijst(vragenlijst, vorm, gesprek)
    folder = None if niet_bewaren else load_journaalmap()
    wens = Bewaarwens(folder, hervat or (False if opnieuw else None), _build_opdracht(vragenlijst, lijst), zaad)
    with ExitStack() as sessies:
        blad = sessies.enter_context(ask_sessie(lijst, gesprek, wens))
        gesprek.write_regel("")
        resultaat = [ask_verdieping((lijst, blad), gesprek, wens, sessies)]
        write_profielen(resultaat, uit, als_json=als_json, overschrijf=overschrijf, kaal=regels)
        if gesprek.mens and not uit:
            ask_bestand(gesprek, resultaat)


def _check_zaad(zaad: int | None) -> None:
    """Raise GebruikFout for a starting number that no answer sheet can hold."""
    from conflictstijl.laden.antwoorden import HOOGSTE_ZAAD

    if zaad is not None and not 0 <= zaad <= HOOGSTE_ZAAD:
        raise GebruikFout(f"'--zaad' moet een getal van 0 tot en met {HOOGSTE_ZAAD} zijn")


def _build_gesprek(*, apart: bool) -> Gesprek:
    """Return the conversation: on stderr when stdout is for the result alone."""
    scherm = sys.stderr if apart or (sys.stdin.isatty() and not sys.stdout.isatty()) else sys.stdout
    return Gesprek(sys.stdin, scherm, read_kolommen(), mens=check_interactief(scherm))


def _build_opdracht(naam: str, lijst: Vragenlijst) -> str:
    """Return the command that asks the same questionnaire in the same version again."""
    opdracht = f"conflictstijl afnemen {shlex.quote(naam)}"
    if lijst.variant is None or lijst.variant.standaard:
        return opdracht
    return f"{opdracht} --vorm {lijst.variant.id}"


def ask_verdieping(ingevuld: "Ingevuld", gesprek: Gesprek, wens: "Bewaarwens", sessies: ExitStack) -> "Resultaat":
    """Return the result of a sheet; a person in whose result nothing stands out is first offered more statements."""
    from conflictstijl import toepassing
    from conflictstijl.afname.sessie import ask_sessie

    (resultaat,) = toepassing.score_bladen([ingevuld])
    erbij = toepassing.load_verdieping(resultaat) if gesprek.mens else None
    if erbij is None or not _ask_erbij(erbij, gesprek):
        return resultaat
    # an earlier deepening may be gone on with, unless everything begins anew
    tweede = sessies.enter_context(ask_sessie(erbij, gesprek, replace(wens, hervat=wens.hervat and None)))
    gesprek.write_regel("")
    (samen,) = toepassing.score_bladen([toepassing.build_samen(ingevuld, (erbij, tweede))])
    return samen


def _ask_erbij(erbij: Vragenlijst, gesprek: Gesprek) -> bool:
    duur = f" ({erbij.minuten} minuten)" if erbij.minuten else ""
    gesprek.write_regel("De verschillen tussen je scores zijn te klein om iets over te zeggen.")
    vraag = f"Met {len(erbij.items)} stellingen erbij{duur} ziet het programma scherper. Wil je die ook doen?"
    try:
        erbij_doen = gesprek.ask_ja_nee(vraag)
    except EOFError:
        return False
    gesprek.write_regel("")
    return erbij_doen


def ask_bestand(gesprek: Gesprek, resultaat: "list[Resultaat]") -> None:
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
