"""The start screen: what someone meets who types only the name of the program in a terminal."""

import sys
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from conflictstijl.afname.gesprek import Gesprek
from conflictstijl.afname.modus import check_regels, check_volscherm
from conflictstijl.cli.uitvoer import read_kolommen, write_bestand, write_regels
from conflictstijl.fouten import SchrijfFout, render_oorzaak
from conflictstijl.laden.instellingen import BESTAND, Instellingen, load_instellingen, render_instellingen
from conflictstijl.laden.mappen import load_gegevensmap
from conflictstijl.model.gebruik import Moment
from conflictstijl.model.vragenlijst import Variant, Vragenlijst
from conflictstijl.opslag.schijf import build_map
from conflictstijl.tekst import clean_tekst, fold_tekst

if TYPE_CHECKING:
    from conflictstijl.toepassing import Resultaat

Keuze = tuple[str, tuple[str, ...]]
"""A line to choose, and the command that does it; without a command it leads to the other questionnaires."""

_VOORTAAN_REGELS, _VOORTAAN_SCHERM = ("instellen", "regels"), ("instellen", "scherm")
KEUZES: tuple[Keuze, ...] = (
    ("De test doen (30 stellingen, 6 minuten)", ("afnemen", "conflictstijlen")),
    ("De korte test doen (15 stellingen, 3 minuten)", ("afnemen", "conflictstijlen-kort")),
    ("Een andere vragenlijst doen", ()),
    ("Advies krijgen bij een situatie", ("situatie",)),
    ("Mijn uitslagen bekijken", ("resultaten",)),
    ("Antwoorden van een groep scoren", ("groep", "--help")),
    ("Vaardigheden en oefeningen bekijken", ("vaardigheden",)),
    ("Lezen wat er met je antwoorden gebeurt", ("uitleg", "privacy")),
    ("Alle opdrachten zien", ("--help",)),
)
"""What can be chosen on the first screen."""
_NAAR_REGELS = ("Voortaan altijd gewone regels, ook voor een schermlezer", _VOORTAAN_REGELS)
_NAAR_SCHERM = ("Voortaan weer een heel scherm", _VOORTAAN_SCHERM)
_VOORTAAN = {
    _VOORTAAN_REGELS: "Voortaan krijg je gewone regels. De laatste keuze zet dat weer om.",
    _VOORTAAN_SCHERM: "Voortaan krijg je een heel scherm, als dat past. De laatste keuze zet dat weer om.",
}
"""What can be set here, and what is said about it then."""

_MOMENTEN = (None, *Moment)
"""In what order questionnaires stand; without a moment they are about oneself."""
_STOP = {"", "stop", "q", "quit"}


def ask_opdracht() -> tuple[str, ...]:
    """Return the arguments of the chosen command; empty when the user stops."""
    while True:
        volscherm = check_volscherm(regels=check_regels())
        gekozen = _ask_volscherm() if volscherm else _ask_regels()
        if gekozen not in _VOORTAAN:
            return gekozen
        _write_instellingen(Instellingen(regels=gekozen == _VOORTAAN_REGELS))
        write_regels([_VOORTAAN[gekozen], ""])


def _write_instellingen(instellingen: Instellingen) -> None:
    """Keep what someone chose for every next time; raises SchrijfFout when the disk refuses."""
    folder = load_gegevensmap()
    try:
        build_map(folder)
    except OSError as fout:
        raise SchrijfFout(f"'{clean_tekst(str(folder))}' maken lukt niet: {render_oorzaak(fout)}") from fout
    write_bestand(folder / BESTAND, render_instellingen(instellingen).encode(), overschrijf=True)


def _ask_volscherm() -> tuple[str, ...]:
    from conflictstijl.afname.terminalstaat import resume_terminal

    with resume_terminal():
        from conflictstijl.afname.scherm.start import Startapp
    from conflictstijl.bewaren import load_geschiedenis

    app = Startapp([*KEUZES, _NAAR_REGELS], lambda: list(_build_lijstkeuzes()), load_geschiedenis, _write_verslag)
    app.run_scherm()
    return app.gekozen


def _write_verslag(resultaat: "Resultaat", klaar: datetime, naam: str) -> None:
    from conflictstijl.cli.profiel import write_verslag

    write_verslag(resultaat, klaar, naam)


def _ask_regels() -> tuple[str, ...]:
    """Ask by lines; who once chose these can choose the screen again."""
    gesprek = Gesprek(sys.stdin, sys.stdout, read_kolommen(), mens=True)
    gesprek.write_regel("Welkom bij conflictstijl. Wat wil je doen?")
    try:
        naar = _NAAR_SCHERM if load_instellingen().regels else _NAAR_REGELS
        gekozen = _ask_keuze([*KEUZES, naar], gesprek)
        if gekozen is None or gekozen[1]:
            return gekozen[1] if gekozen else ()
        gesprek.write_regel("Welke vragenlijst wil je doen?")
        gekozen = _ask_keuze(list(_build_lijstkeuzes()), gesprek)
    except EOFError:
        return ()
    return gekozen[1] if gekozen else ()


def _ask_keuze(keuzes: Sequence[Keuze], gesprek: Gesprek) -> Keuze | None:
    """Return what is chosen by its number, None when the user stops; raises EOFError at the end of the input."""
    gesprek.write_regel("")
    for nummer, (wat, _) in enumerate(keuzes, 1):
        gesprek.write_regel(f"  {nummer}. {wat}")
    gesprek.write_alinea("Typ een nummer. Enter: stoppen.")
    while True:
        invoer = gesprek.read_regel()
        if fold_tekst(invoer).rstrip(".") in _STOP:
            return None
        gekozen = gesprek.parse_keuze(invoer, len(keuzes))
        if gekozen is not None:
            gesprek.write_regel("")
            return keuzes[gekozen]


def _build_lijstkeuzes() -> Iterator[Keuze]:
    """Yield what stands not on the first screen: every questionnaire that stands by itself, in each version.

    Those about oneself come first, and of these the ones that measure styles; then those about a conflict in the order
    of its moments.
    """
    from conflictstijl import toepassing

    eerste = {opdracht for _, opdracht in KEUZES}
    for lijst in sorted(toepassing.load_overzicht()[0], key=_read_plaats):
        for variant in lijst.varianten or (None,):
            keuze = _build_lijstkeuze(lijst, variant)
            if not lijst.bij and keuze[1] not in eerste:
                yield keuze


def _read_plaats(lijst: Vragenlijst) -> tuple[int, bool]:
    return _MOMENTEN.index(lijst.moment), not any(schaal.stijl for schaal in lijst.schalen)


def _build_lijstkeuze(lijst: Vragenlijst, variant: Variant | None) -> Keuze:
    duur = f" ({lijst.minuten} minuten)" if lijst.minuten else ""
    if variant is None or variant.standaard:
        return f"{lijst.titel}{duur}", ("afnemen", lijst.id)
    return f"{lijst.titel}: {variant.naam.lower()}{duur}", ("afnemen", lijst.id, "--vorm", variant.id)
