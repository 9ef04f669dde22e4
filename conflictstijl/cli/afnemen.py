"""`conflictstijl afnemen`: take a questionnaire, on the full screen or by lines, and get the profile."""

import errno
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from conflictstijl.afname.gesprek import JA, NEE, STOP, Gesprek
from conflictstijl.afname.modus import check_regels, check_volscherm
from conflictstijl.cli.aanvulling import build_lijstargument, build_vormoptie
from conflictstijl.cli.bevraging import build_gesprek
from conflictstijl.cli.document import STDOUT, check_uitvoer
from conflictstijl.cli.lijstpoort import ask_lijstpoort, read_gesloten, write_gesloten
from conflictstijl.cli.profiel import PROFIELEINDES, write_profielen, write_verslag
from conflictstijl.cli.situatie import ask_bij_profiel, check_situatie
from conflictstijl.cli.uitvoer import render_argument, write_meldingen
from conflictstijl.cli.vormkeuze import ask_lijst, check_vormkeuze
from conflictstijl.fouten import (
    ConflictstijlFout,
    GebruikFout,
    GeweigerdFout,
    OnderbrokenFout,
    SchrijfFout,
    render_oorzaak,
)
from conflictstijl.model.vragenlijst import Vragenlijst
from conflictstijl.tekst import fold_tekst, render_zin

if TYPE_CHECKING:
    from conflictstijl.afname.afronden import Afgerond
    from conflictstijl.afname.eerder import Bewaarwens
    from conflictstijl.model.situatie import Hulp
    from conflictstijl.rapport.situatie import Situatie
    from conflictstijl.toepassing import Resultaat

UITLEG = """\
Je beantwoordt de vragen één voor één. Stop je halverwege, dan kun je later verder.

Na de laatste vraag zie je je profiel. Het programma bewaart je uitslag, tot je die wist met 'resultaten wis'.

Met --regels krijg je gewone regels in plaats van een heel scherm. Dan typ je een cijfer, of het woord zelf.

Een ander programma geeft één antwoord per regel. Met --json of -o - gaan de vragen naar stderr."""

STANDAARD = "conflictstijlen"
Keur = Callable[[Vragenlijst], None]
"""Raises ConflictstijlFout for a questionnaire that cannot be asked here."""
_BEWAARD = "je uitslag is bewaard, bekijk hem met:"
_VERSLAG, _ANTWOORDEN = "verslag.md", "antwoorden.yaml"


def ask_vragenlijst(
    vragenlijst: Annotated[str, build_lijstargument("VRAGENLIJST")] = STANDAARD,
    vorm: Annotated[str, build_vormoptie()] = "",
    hervat: Annotated[bool, typer.Option("--hervat", help="Ga verder met een begonnen test.")] = False,
    opnieuw: Annotated[bool, typer.Option("--opnieuw", help="Begin een nieuwe test.")] = False,
    niet_bewaren: Annotated[
        bool, typer.Option("--niet-bewaren", help="Bewaar geen antwoorden en geen uitslag.")
    ] = False,
    zaad: Annotated[
        int | None, typer.Option("--zaad", metavar="GETAL", help="Begin de willekeurige volgorde met dit getal.")
    ] = None,
    regels: Annotated[
        bool,
        typer.Option("--regels", help="Alleen gewone regels, ook voor een schermlezer."),
    ] = False,
    veiligheid: Annotated[
        str, typer.Option("--veiligheid", metavar="STAND", help="Is iedereen veilig: veilig, onveilig of twijfel.")
    ] = "",
    situatie: Annotated[
        bool, typer.Option("--situatie", help="Vraag daarna naar een situatie, voor advies in het verslag.")
    ] = False,
    uit: Annotated[
        str,
        typer.Option(
            "-o",
            metavar="BESTAND",
            help="Schrijf het verslag (.html, .docx, .pdf, .md, .txt, .json) of je antwoorden (.yaml).",
        ),
    ] = "",
    als_json: Annotated[bool, typer.Option("--json", help="Geef de uitkomst als JSON.")] = False,
    overschrijf: Annotated[bool, typer.Option("--overschrijf", help="Vervang een bestand dat er al is.")] = False,
) -> int:
    """Ask every question, then write the profile; exit code 3 when a situation may be unsafe."""
    if read_gesloten(veiligheid):
        # who says that it may be unsafe gets help, whatever else is wrong with the call
        return write_gesloten(veiligheid, uit, als_json=als_json)
    check_uitvoer(uit, overschrijf=overschrijf, eindes=PROFIELEINDES)
    _check_opties(zaad, samen=hervat and (opnieuw or niet_bewaren or zaad is not None))
    gesprek = build_gesprek(apart=als_json or uit == STDOUT)
    wens = _build_wens(vragenlijst, hervat or (False if opnieuw else None), zaad, bewaren=not niet_bewaren)
    gesloten = ask_lijstpoort(vragenlijst, vorm, veiligheid, gesprek)
    if gesloten:
        return write_gesloten(gesloten, uit, als_json=als_json)
    regels = regels or check_regels()
    volscherm = check_volscherm(regels=regels)
    keur = partial(check_situatie, gesprek=gesprek) if situatie else None
    if volscherm:
        afgerond = _ask_volscherm(vragenlijst, vorm, wens, keur, vrij=not (uit or als_json or situatie))
    else:
        afgerond = _ask_regels(vragenlijst, vorm, wens, keur, gesprek)
    with _check_afloop(afgerond):
        gevraagd = ask_bij_profiel(afgerond.resultaat, gesprek) if situatie else None
        if not volscherm or uit or als_json or situatie:
            write_profielen(
                [afgerond.resultaat],
                uit,
                als_json=als_json,
                overschrijf=overschrijf,
                kaal=regels,
                situatie=gevraagd,
                ingevuld=datetime.now(UTC),
            )
    dicht = gevraagd is not None and gevraagd.poort is not None
    if gesprek.mens:
        _write_afloop(afgerond, gesprek)
    elif afgerond.waarschuwing:
        write_meldingen([afgerond.waarschuwing])
    if gesprek.mens and not (uit or volscherm):
        ask_bestand(gesprek, afgerond.resultaat, None if dicht else gevraagd)
    return GeweigerdFout.exit_code if dicht else int(bool(afgerond.waarschuwing))


def _build_wens(naam: str, hervat: bool | None, zaad: int | None, *, bewaren: bool) -> "Bewaarwens":
    from conflictstijl.afname.eerder import Bewaarwens
    from conflictstijl.laden.mappen import load_journaalmap, load_resultatenmap

    opdracht = f"conflictstijl afnemen {render_argument(naam)}"
    if not bewaren:
        return Bewaarwens(None, hervat, opdracht, zaad)
    return Bewaarwens(load_journaalmap(), hervat, opdracht, zaad, load_resultatenmap())


def _ask_regels(naam: str, vorm: str, wens: "Bewaarwens", keur: "Keur | None", gesprek: Gesprek) -> "Afgerond":
    from conflictstijl.afname.sessie import ask_afname

    lijst = ask_lijst(naam, vorm, gesprek)
    if keur:
        keur(lijst)
    return ask_afname(lijst, gesprek, wens)


def _ask_volscherm(naam: str, vorm: str, wens: "Bewaarwens", keur: "Keur | None", *, vrij: bool) -> "Afgerond":
    """Ask on the full screen; `vrij` when the report goes nowhere yet, so that it can be written from there."""
    from conflictstijl import toepassing
    from conflictstijl.afname.terminalstaat import resume_terminal

    lijst = toepassing.load_vragenlijst(naam, vorm=vorm)
    # importing the screen takes a moment, in which people type
    with resume_terminal():
        from conflictstijl.afname.scherm.afname import Opzet, ask_afname

    schrijf = (lambda resultaat, naam: write_verslag(resultaat, None, naam)) if vrij else None
    verder = "naar je situatie" if keur else "klaar"
    return ask_afname(Opzet(lijst, naam, wens, check_vormkeuze(lijst, vorm), schrijf, keur, verder))


@contextmanager
def _check_afloop(afgerond: "Afgerond") -> Iterator[None]:
    """Let whatever goes wrong after the last question say that the result is kept, and how to see it."""
    try:
        yield
    except KeyboardInterrupt:
        if not afgerond.id:
            raise
        raise OnderbrokenFout(f"gestopt; {_BEWAARD}", afgerond.opdracht) from None
    except (GebruikFout, SchrijfFout, OnderbrokenFout) as fout:
        if not afgerond.id:
            raise
        raise type(fout)(f"{fout}; {_BEWAARD}", afgerond.opdracht) from fout
    except OSError as fout:
        if not afgerond.id or fout.errno == errno.EPIPE:
            raise
        raise SchrijfFout(f"schrijven lukt niet: {render_oorzaak(fout)}; {_BEWAARD}", afgerond.opdracht) from fout


def _write_afloop(afgerond: "Afgerond", gesprek: Gesprek) -> None:
    """Say whether the result is kept and how to see it again."""
    from conflictstijl.afname.afronden import render_uitgesteld

    uitgesteld = render_uitgesteld(afgerond.resultaat)
    if uitgesteld:
        gesprek.write_alinea(uitgesteld)
    gesprek.write_alinea(afgerond.melding)
    if afgerond.opdracht:
        gesprek.write_regel(f"Terugkijken: {afgerond.opdracht}")


def _check_opties(zaad: int | None, *, samen: bool) -> None:
    """Raise GebruikFout for options that do not go together, and for a starting number that no sheet can hold."""
    from conflictstijl.model.antwoorden import HOOGSTE_ZAAD

    if samen:
        raise GebruikFout("--hervat gaat niet samen met --opnieuw, --niet-bewaren of --zaad; kies er een")
    if zaad is not None and not 0 <= zaad <= HOOGSTE_ZAAD:
        raise GebruikFout(f"'--zaad' moet een getal van 0 tot en met {HOOGSTE_ZAAD} zijn")


def ask_bestand(gesprek: Gesprek, resultaat: "Resultaat", situatie: "Situatie | Hulp | None" = None) -> None:
    """Offer to keep the report, and after a file once more: the answers are for comparing later.

    Ctrl-C or a closed window is left to the caller, which then keeps the answers.
    """
    vraag = "Wil je het verslag ook als bestand? Typ een naam, zoals verslag.md of verslag.txt."
    gesprek.write_alinea(f"{vraag} Enter: geen bestand.")
    try:
        naam = _ask_naam(_VERSLAG, gesprek, resultaat, situatie)
        if naam:
            blad = naam.lower().endswith(".yaml")
            ander, waartoe = (_VERSLAG, "terug te lezen") if blad else (_ANTWOORDEN, "later te vergelijken")
            gesprek.write_alinea(f"Nog een bestand? Bijvoorbeeld {ander}, om {waartoe}. Enter: klaar.")
            _ask_naam(ander, gesprek, resultaat, situatie)
    except EOFError:
        return


def _ask_naam(voorstel: str, gesprek: Gesprek, resultaat: "Resultaat", situatie: "Situatie | Hulp | None") -> str:
    """Ask for a name until a file is written, and return it; empty when the user wants none."""
    while True:
        getypt = gesprek.read_regel().strip()
        woord = fold_tekst(getypt)
        if woord in NEE | STOP | {""}:
            return ""
        naam = voorstel if woord in JA else getypt
        try:
            write_verslag(resultaat, None, naam, situatie)
        except ConflictstijlFout as fout:
            gesprek.write_regel(f"{render_zin(str(fout))}.")
        else:
            return naam
