"""`conflictstijl afnemen`: take a questionnaire, line by line, and get the profile."""

from contextlib import ExitStack
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from conflictstijl.afname.gesprek import JA, NEE, STOP, Gesprek
from conflictstijl.cli.aanvulling import build_lijstargument, build_vormoptie
from conflictstijl.cli.bevraging import build_gesprek
from conflictstijl.cli.document import STDOUT, check_uitvoer
from conflictstijl.cli.profiel import PROFIELEINDES, write_profielen
from conflictstijl.cli.situatie import ask_bij_profiel, check_situatie
from conflictstijl.cli.uitvoer import render_argument
from conflictstijl.cli.vormkeuze import ask_lijst
from conflictstijl.fouten import ConflictstijlFout, GebruikFout, GeweigerdFout
from conflictstijl.model.vragenlijst import Vragenlijst
from conflictstijl.tekst import fold_tekst, render_zin

if TYPE_CHECKING:
    from conflictstijl.afname.sessie import Bewaarwens
    from conflictstijl.laden.antwoorden import Ingevuld
    from conflictstijl.model.situatie import Hulp
    from conflictstijl.rapport.situatie import Situatie
    from conflictstijl.toepassing import Resultaat

UITLEG = """\
Je beantwoordt de vragen één voor één. Typ een cijfer, of het woord zelf. Met 'terug' ga je een vraag terug.

Stop je halverwege, dan kun je later verder. Na de laatste vraag zie je je profiel en wist het programma je antwoorden.

Een ander programma geeft één antwoord per regel. Met --json of -o - gaan de vragen naar stderr."""

STANDAARD = "conflictstijlen"
_VERSLAG, _ANTWOORDEN = "verslag.md", "antwoorden.yaml"


def ask_vragenlijst(
    vragenlijst: Annotated[str, build_lijstargument("VRAGENLIJST")] = STANDAARD,
    vorm: Annotated[str, build_vormoptie()] = "",
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
    situatie: Annotated[
        bool, typer.Option("--situatie", help="Vraag daarna naar een situatie, voor advies in het verslag.")
    ] = False,
    uit: Annotated[
        str,
        typer.Option("-o", metavar="BESTAND", help="Schrijf het verslag (.json, .md, .txt) of je antwoorden (.yaml)."),
    ] = "",
    als_json: Annotated[bool, typer.Option("--json", help="Geef de uitkomst als JSON.")] = False,
    overschrijf: Annotated[bool, typer.Option("--overschrijf", help="Vervang een bestand dat er al is.")] = False,
) -> int:
    """Ask every question, then write the profile; exit code 3 when a situation may be unsafe."""
    from conflictstijl.afname.sessie import Bewaarwens, ask_sessie
    from conflictstijl.laden.mappen import load_journaalmap

    check_uitvoer(uit, overschrijf=overschrijf, eindes=PROFIELEINDES)
    _check_opties(zaad, samen=hervat and (opnieuw or niet_bewaren))
    gesprek = build_gesprek(apart=als_json or uit == STDOUT)
    lijst = ask_lijst(vragenlijst, vorm, gesprek)
    if situatie:
        check_situatie(lijst, gesprek)
    folder = None if niet_bewaren else load_journaalmap()
    wens = Bewaarwens(folder, hervat or (False if opnieuw else None), _build_opdracht(vragenlijst, lijst), zaad)
    with ExitStack() as sessies:
        blad = sessies.enter_context(ask_sessie(lijst, gesprek, wens))
        gesprek.write_regel("")
        resultaat = [ask_verdieping((lijst, blad), gesprek, wens, sessies)]
        gevraagd = ask_bij_profiel(resultaat[0], gesprek) if situatie else None
        dicht = gevraagd is not None and gevraagd.poort is not None
        write_profielen(resultaat, uit, als_json=als_json, overschrijf=overschrijf, kaal=regels, situatie=gevraagd)
        if gesprek.mens:
            _write_uitgesteld(resultaat[0], gesprek)
        if gesprek.mens and not uit:
            ask_bestand(gesprek, resultaat, None if dicht else gevraagd)
    return GeweigerdFout.exit_code if dicht else 0


def _check_opties(zaad: int | None, *, samen: bool) -> None:
    """Raise GebruikFout for options that do not go together, and for a starting number that no sheet can hold."""
    from conflictstijl.model.antwoorden import HOOGSTE_ZAAD

    if samen:
        raise GebruikFout("--hervat gaat niet samen met --opnieuw of --niet-bewaren; kies er een")
    if zaad is not None and not 0 <= zaad <= HOOGSTE_ZAAD:
        raise GebruikFout(f"'--zaad' moet een getal van 0 tot en met {HOOGSTE_ZAAD} zijn")


def _build_opdracht(naam: str, lijst: Vragenlijst) -> str:
    """Return the command that asks the same questionnaire in the same version again."""
    opdracht = f"conflictstijl afnemen {render_argument(naam)}"
    if lijst.variant is None or lijst.variant.standaard:
        return opdracht
    return f"{opdracht} --vorm {lijst.variant.id}"


def ask_verdieping(ingevuld: "Ingevuld", gesprek: Gesprek, wens: "Bewaarwens", sessies: ExitStack) -> "Resultaat":
    """Return the result of a sheet; a person in whose result nothing stands out is first offered more statements."""
    from conflictstijl import toepassing
    from conflictstijl.afname.sessie import ask_sessie

    (resultaat,) = toepassing.score_bladen([ingevuld])
    erbij = toepassing.load_verdieping(resultaat) if gesprek.mens else None
    if erbij is None or not _ask_erbij(erbij, gesprek, wens):
        return resultaat
    # an earlier deepening may be gone on with, unless everything begins anew
    tweede = sessies.enter_context(ask_sessie(erbij, gesprek, replace(wens, hervat=wens.hervat and None)))
    gesprek.write_regel("")
    (samen,) = toepassing.score_bladen([toepassing.build_samen(ingevuld, (erbij, tweede))])
    return samen


def _ask_erbij(erbij: Vragenlijst, gesprek: Gesprek, wens: "Bewaarwens") -> bool:
    """Offer more statements; who wants none may still have answers to them from an earlier time."""
    from conflictstijl.afname.sessie import ask_wissen

    duur = f" ({erbij.minuten} minuten)" if erbij.minuten else ""
    gesprek.write_regel("De verschillen tussen je scores zijn te klein om iets over te zeggen.")
    vraag = f"Met {len(erbij.items)} stellingen erbij{duur} ziet het programma scherper. Wil je die ook doen?"
    try:
        erbij_doen = gesprek.ask_ja_nee(vraag)
        if not erbij_doen:
            ask_wissen(erbij, gesprek, wens)
    except EOFError:
        return False
    gesprek.write_regel("")
    return erbij_doen


def _write_uitgesteld(resultaat: "Resultaat", gesprek: Gesprek) -> None:
    """Say that more statements are not offered, when that is for the remarks on the answers and nothing else."""
    from conflictstijl import toepassing

    profiel = resultaat.profiel
    zonder = replace(profiel, kwaliteit=profiel.kwaliteit._replace(meldingen=()))
    erbij = toepassing.load_verdieping(resultaat._replace(profiel=zonder)) if profiel.kwaliteit.meldingen else None
    if erbij:
        wat = f"De verdieping van {len(erbij.items)} stellingen biedt het programma nu niet aan"
        gesprek.write_alinea(f"{wat}, om wat het verslag over je antwoorden opmerkt.")


def ask_bestand(gesprek: Gesprek, resultaat: "list[Resultaat]", situatie: "Situatie | Hulp | None" = None) -> None:
    """Offer to keep the report, and after a file once more: the answers are for comparing later.

    Ctrl-C or a closed window is left to the caller, which then keeps the answers.
    """
    gesprek.write_alinea("Verslag bewaren? Typ een naam, zoals verslag.md of verslag.txt. Enter: niet bewaren.")
    try:
        naam = _ask_naam(_VERSLAG, gesprek, resultaat, situatie)
        if naam:
            blad = naam.lower().endswith(".yaml")
            ander, waartoe = (_VERSLAG, "terug te lezen") if blad else (_ANTWOORDEN, "later te vergelijken")
            gesprek.write_alinea(f"Nog een bestand? Bijvoorbeeld {ander}, om {waartoe}. Enter: klaar.")
            _ask_naam(ander, gesprek, resultaat, situatie)
    except EOFError:
        return


def _ask_naam(voorstel: str, gesprek: Gesprek, resultaat: "list[Resultaat]", situatie: "Situatie | Hulp | None") -> str:
    """Ask for a name until a file is written, and return it; empty when the user wants none."""
    while True:
        getypt = gesprek.read_regel().strip()
        woord = fold_tekst(getypt)
        if woord in NEE | STOP | {""}:
            return ""
        naam = voorstel if woord in JA else getypt
        try:
            check_uitvoer(naam, overschrijf=False, eindes=PROFIELEINDES)
            write_profielen(resultaat, naam, als_json=False, overschrijf=False, situatie=situatie)
        except ConflictstijlFout as fout:
            gesprek.write_regel(f"{render_zin(str(fout))}.")
        else:
            return naam
