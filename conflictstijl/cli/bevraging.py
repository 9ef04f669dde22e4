"""Asking a person something on the terminal, the same way in every command."""

import sys

from conflictstijl.afname.gesprek import Gesprek
from conflictstijl.cli.uitvoer import check_interactief, read_kolommen


def build_gesprek(*, apart: bool) -> Gesprek:
    """Return the conversation: on stderr when stdout is for the result alone."""
    scherm = sys.stderr if apart or (sys.stdin.isatty() and not sys.stdout.isatty()) else sys.stdout
    return Gesprek(sys.stdin, scherm, read_kolommen(), mens=check_interactief(scherm))
