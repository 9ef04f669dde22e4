"""The terminal as it was: kept before the full screen takes it, given back whatever happens."""

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import ModuleType
from typing import Any

_VERLEGD = ("SIGINT", "SIGTERM", "SIGHUP", "SIGTSTP", "SIGCONT", "SIGWINCH", "SIGTTIN", "SIGTTOU")
"""Signals whose handling the full screen changes."""
_GESTOPT = 128
_NOOD = 4.0
"""Seconds between a signal and the end, for a program that waits for a terminal that nobody reads any more."""
_GEWOON = b"\x1b[?1000l\x1b[?1003l\x1b[?1015l\x1b[?1006l\x1b[?1004l\x1b[?2004l\x1b[?7h\x1b[<u\x1b[?1049l\x1b[?25h"
"""Mouse, focus and paste reports off, long lines wrapped, plain keys, the main screen, the cursor shown."""
_BEGIN: list[tuple[int, list[Any]]] = []
"""The terminals that are to be given back, and how they were."""


@contextmanager
def resume_terminal() -> Iterator[None]:
    """Give the terminal and the handling of signals back as they were.

    What is typed meanwhile is not shown and not lost: starting takes a moment, and people are fast.
    """
    termios = _load_termios()
    if termios is None:
        yield
        return
    signalen = {nummer: signal.getsignal(nummer) for nummer in map(_read_signaal, _VERLEGD)}
    greep = sys.stdin.fileno()
    begin = termios.tcgetattr(greep)
    _BEGIN.append((greep, begin))
    try:
        termios.tcsetattr(greep, termios.TCSANOW, _build_stil(termios, begin))
        yield
    finally:
        with suppress(termios.error):
            termios.tcsetattr(greep, termios.TCSADRAIN, begin)
        _BEGIN.pop()
        for nummer, doet in signalen.items():
            signal.signal(nummer, doet)


def _load_termios() -> ModuleType | None:
    try:
        import termios
    except ImportError:  # pragma: no cover - Windows, whose console keeps its own state
        return None
    return termios


def _read_signaal(naam: str) -> signal.Signals:
    return signal.Signals[naam]


def _build_stil(termios: Any, begin: list[Any]) -> list[Any]:
    """Return the state of a terminal that shows nothing of what is typed and hands it over key by key."""
    stil = list(begin)
    stil[3] &= ~(termios.ECHO | termios.ICANON)
    return stil


def check_terminal() -> bool:
    """Tell whether the terminal is still there; a closed window leaves only the file behind."""
    termios = _load_termios()
    if termios is None:
        return True
    try:
        termios.tcgetattr(sys.__stdin__)
    except (termios.error, OSError, ValueError):
        return False
    return True


def run_noodstop(nummer: int) -> None:
    """Let the program end by this signal within seconds, whatever it waits for; `clean_noodstop` calls that off.

    Everything that was accepted is on disk by then: only what was still to be shown is lost.
    """
    if hasattr(signal, "setitimer"):
        signal.signal(signal.SIGALRM, lambda *_: _run_einde(nummer))
        signal.setitimer(signal.ITIMER_REAL, _NOOD)


def clean_noodstop() -> None:
    """Let the program live."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, signal.SIG_DFL)


def _run_einde(nummer: int) -> None:
    """End at once; what the terminal did not take is thrown away, or there would be no room to put it right."""
    termios = _load_termios()
    for greep, begin in _BEGIN if termios else ():
        with suppress(termios.error, OSError):
            termios.tcflush(greep, termios.TCOFLUSH)
            termios.tcsetattr(greep, termios.TCSANOW, begin)
            os.write(greep, _GEWOON)
    os._exit(_GESTOPT + nummer)
