"""Which mode fits: the full screen, or lines. Decided before anything heavy is imported, or asked of a terminal."""

import os
import shutil
import sys

from conflictstijl.tekst import fold_tekst

REGELS_VARIABELE = "CONFLICTSTIJL_REGELS"
"""Environment variable that does the same as `--regels`."""
_NEE = {"", "0", "nee", "uit"}
MIN_BREEDTE, MIN_HOOGTE = 60, 20
"""The smallest terminal that the full screen is made for (columns, rows)."""
_TEKENS = "●○━─›█▒·↕…"
"""What the full screen draws with."""


def check_regels() -> bool:
    """Tell whether someone always wants lines: by the environment, or by a setting of their own.

    Raises InvoerFout for settings that cannot be read.
    """
    from conflictstijl.laden.instellingen import load_instellingen

    wens = os.environ.get(REGELS_VARIABELE)
    return load_instellingen().regels if wens is None else fold_tekst(wens) not in _NEE


def check_volscherm(*, regels: bool) -> bool:
    """Tell whether the full screen can be used: nobody asked for lines, and the terminal can show it."""
    return not regels and _check_terminal() and _check_tekens() and _check_ruimte()


def _check_terminal() -> bool:
    """Tell whether someone sits at a terminal that can move its cursor; the screen is drawn on stderr."""
    stromen = (sys.__stdin__, sys.__stderr__, sys.stdin, sys.stderr)
    if any(stroom is None or stroom.closed or not stroom.isatty() for stroom in stromen):
        return False
    return os.environ.get("TERM", "" if os.name == "posix" else "windows") not in {"", "dumb", "unknown"}


def _check_tekens() -> bool:
    try:
        _TEKENS.encode(sys.stderr.encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def _check_ruimte() -> bool:
    breedte, hoogte = shutil.get_terminal_size(fallback=(0, 0))
    return breedte >= MIN_BREEDTE and hoogte >= MIN_HOOGTE
