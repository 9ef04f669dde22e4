"""The program as a whole: the table of commands, and running one of them."""

import os
from typing import Any, NoReturn

import typer

from conflictstijl import __version__
from conflictstijl.afname.modus import REGELS_VARIABELE
from conflictstijl.cli.nederlands import Opdrachtgroep, Opdrachtregel, build_vlag
from conflictstijl.cli.tab_aanvulling import AANVULLING_VARIABELE, SHELLS
from conflictstijl.cli.uitvoer import check_interactief, write_regels

NAAM = "conflictstijl"

_UITLEG = """\
Vragenlijsten over conflictstijlen: invullen, scoren, advies en oefeningen.

Meer over een opdracht: conflictstijl OPDRACHT --help"""

_VOOR_JEZELF = "Voor jezelf"
_VOOR_ANDEREN = "Met anderen"
_ZELF_MAKEN = "Zelf maken"
_MEER = "Meer weten"


def _build_regel(
    naam: str, paneel: str, kort: str, functie: str, *, module: str = "", verborgen: bool = False
) -> Opdrachtregel:
    pad = f"conflictstijl.cli.{module or naam.replace('-', '_').replace(' ', '_')}"
    return Opdrachtregel(naam, paneel, kort, pad, functie, verborgen)


TABEL: tuple[Opdrachtregel, ...] = (
    _build_regel("afnemen", _VOOR_JEZELF, "Vul een vragenlijst in en krijg je profiel.", "ask_vragenlijst"),
    _build_regel("test", _VOOR_JEZELF, "Hetzelfde als afnemen.", "ask_vragenlijst", module="afnemen", verborgen=True),
    _build_regel("situatie", _VOOR_JEZELF, "Zie welke stijl bij een situatie past.", "write_situatie"),
    _build_regel("vaardigheden", _VOOR_JEZELF, "Toon vaardigheden en oefeningen.", "write_vaardigheden"),
    _build_regel("werkblad", _VOOR_JEZELF, "Vul open vragen in, voor of na een gesprek.", "ask_werkblad"),
    _build_regel("resultaten", _VOOR_JEZELF, "Kijk terug in je bewaarde uitslagen.", "write_resultaten"),
    _build_regel("resultaten vergelijk", _VOOR_JEZELF, "Leg twee uitslagen naast elkaar.", "write_vergelijking"),
    _build_regel("resultaten exporteer", _VOOR_JEZELF, "Neem je uitslagen mee in een bestand.", "write_export"),
    _build_regel("resultaten importeer", _VOOR_JEZELF, "Lees uitslagen uit zo'n bestand.", "write_invoer"),
    _build_regel("resultaten wis", _VOOR_JEZELF, "Wis bewaarde uitslagen.", "ask_wissen"),
    _build_regel("scoor", _VOOR_ANDEREN, "Maak profielen van antwoorden in een bestand.", "write_scores"),
    _build_regel(
        "betrouwbaarheid", _VOOR_ANDEREN, "Zie hoe goed de stellingen bij elkaar passen.", "write_betrouwbaarheid"
    ),
    _build_regel("normen", _VOOR_ANDEREN, "Maak een normgroep van eigen antwoorden.", "write_normen"),
    _build_regel("groep", _VOOR_ANDEREN, "Scoor de export van een formulier.", "write_groep"),
    _build_regel("vragenlijsten", _VOOR_ANDEREN, "Toon welke vragenlijsten er zijn.", "write_vragenlijsten"),
    _build_regel("casussen", _VOOR_ANDEREN, "Toon casussen om mee te oefenen.", "write_casussen"),
    _build_regel("werkvormen", _VOOR_ANDEREN, "Toon werkvormen voor intervisie, met agenda.", "write_werkvormen"),
    _build_regel("intervisie", _VOOR_ANDEREN, "Bereid een intervisie voor, in één document.", "write_intervisie"),
    _build_regel("bewijs", _VOOR_ANDEREN, "Maak een verslag van een bijeenkomst voor je register.", "write_bewijs"),
    _build_regel("formulier", _VOOR_ANDEREN, "Maak tekst voor een online formulier.", "write_formulier"),
    _build_regel("nieuw", _ZELF_MAKEN, "Maak een voorbeeld dat je aanpast.", "write_nieuw"),
    _build_regel("controleer", _ZELF_MAKEN, "Kijk bestanden na op fouten.", "write_controle"),
    _build_regel("schema", _ZELF_MAKEN, "Toon het JSON-schema van een soort bestand.", "write_schema"),
    _build_regel("uitleg", _MEER, "Lees een tekst, zoals die over privacy.", "write_uitleg"),
    _build_regel("waar", _MEER, "Toon waar het programma bestanden zoekt.", "write_waar"),
    _build_regel("tab-aanvulling", _MEER, "Laat de Tab-toets opdrachten aanvullen.", "write_tab_aanvulling"),
)
"""All commands, in the order of the help."""


def build_programma() -> Opdrachtgroep:
    """Return the program with all its commands."""
    opties = [
        build_vlag("--regels", hulp="Alleen gewone regels, ook voor een schermlezer.", actie=_write_wens),
        build_vlag("--debug", hulp="Toon alle details bij een fout in het programma."),
        build_vlag("--version", hulp="Toon de versie.", actie=_write_versie),
    ]
    return Opdrachtgroep(TABEL, name=NAAM, help=_UITLEG, params=opties)


def run_opdracht(argumenten: list[str]) -> int:
    """Run one command and return its exit code; raises what goes wrong."""
    programma = build_programma()
    if os.environ.get(AANVULLING_VARIABELE) in {f"complete_{shell}" for shell in SHELLS}:
        return _run_aanvulling(programma)
    if argumenten in ([], ["--regels"]) and check_interactief():
        if argumenten:
            _write_wens()
        from conflictstijl.cli.start import ask_opdracht

        keuze = ask_opdracht()
        return run_opdracht(list(keuze)) if keuze else 0
    try:
        # `main` of typer is passed by: it swallows Ctrl-C and answers with its own exit codes
        with programma.make_context(NAAM, list(argumenten)) as context:
            return programma.invoke(context) or 0
    except typer.Exit as einde:
        return einde.exit_code


def _run_aanvulling(programma: Any) -> int:
    """Answer the script of `tab-aanvulling`, which asks through the environment what could come next."""
    from typer.completion import get_completion_inspect_parameters

    # called for its side effect: it is the public way to make the shells known
    get_completion_inspect_parameters()
    try:
        programma.main(args=[], prog_name=NAAM, complete_var=AANVULLING_VARIABELE)
    except SystemExit as einde:
        return int(einde.code or 0)
    except (KeyError, ValueError):
        # a shell that asks without saying what has been typed gets no suggestions
        return 0
    return 0


def _write_wens(_context: Any = None) -> None:
    """Let this run and whatever it leads to write lines."""
    os.environ[REGELS_VARIABELE] = "1"


def _write_versie(_context: Any) -> NoReturn:
    write_regels([f"{NAAM} {__version__}"])
    raise typer.Exit
