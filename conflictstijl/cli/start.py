"""The start screen: what someone meets who types only the name of the program in a terminal."""

import sys

from conflictstijl.afname.gesprek import Gesprek
from conflictstijl.cli.uitvoer import read_kolommen
from conflictstijl.tekst import fold_tekst

KEUZES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("De test doen (30 stellingen, 6 minuten)", ("afnemen", "conflictstijlen")),
    ("De korte test doen (15 stellingen, 3 minuten)", ("afnemen", "conflictstijlen-kort")),
    ("Steeds kiezen uit twee (30 keer, 8 minuten)", ("afnemen", "conflictstijlen-paren")),
    ("Vaardigheden en oefeningen bekijken", ("vaardigheden",)),
    ("Lezen wat er met je antwoorden gebeurt", ("uitleg", "privacy")),
    ("Alle opdrachten zien", ("--help",)),
)
"""What can be chosen, and the command that does it."""

_STOP = {"", "stop", "q", "quit"}


def ask_opdracht() -> tuple[str, ...]:
    """Return the arguments of the chosen command; empty when the user stops."""
    gesprek = Gesprek(sys.stdin, sys.stdout, read_kolommen(), mens=True)
    gesprek.write_regel("Welkom bij conflictstijl. Wat wil je doen?")
    gesprek.write_regel("")
    for nummer, (wat, _) in enumerate(KEUZES, 1):
        gesprek.write_regel(f"  {nummer}. {wat}")
    gesprek.write_alinea("Typ een nummer. Enter: stoppen.")
    nummers = {str(nummer): opdracht for nummer, (_, opdracht) in enumerate(KEUZES, 1)}
    while True:
        try:
            woord = fold_tekst(gesprek.read_regel()).rstrip(".")
        except EOFError:
            return ()
        if woord in nummers:
            gesprek.write_regel("")
            return nummers[woord]
        if woord in _STOP:
            return ()
        gesprek.write_fout(woord, "keuze", f"typ een nummer van 1 tot en met {len(KEUZES)}")
