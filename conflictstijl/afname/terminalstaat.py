"""The terminal as it was: kept before the full screen takes it, given back whatever happens."""

import os
import select
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any, TextIO

_VERLEGD = ("SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT", "SIGTSTP", "SIGCONT", "SIGWINCH", "SIGTTIN", "SIGTTOU")
"""Signals whose handling the full screen changes."""
_LATEN = ("SIGQUIT", "SIGTSTP")
_GESTOPT = 128
_NOOD = 3.0
"""Seconds between a signal and the end, for a program that waits for a terminal that nobody reads any more."""
_WACHT = 0.25
"""Seconds between two looks at what came in while nothing is typed."""
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
        _write_signalen()
        yield
    finally:
        with suppress(termios.error):
            termios.tcsetattr(greep, termios.TCSADRAIN, begin)
        _BEGIN.pop()
        for nummer, doet in signalen.items():
            signal.signal(nummer, doet)


def _write_signalen() -> None:
    """Let what ends or suspends a program without asking it first give the terminal back."""

    def laat(nummer: int, _frame: object) -> None:
        termios = _load_termios()
        nu = [(greep, termios.tcgetattr(greep)) for greep, _ in _BEGIN]
        write_begin()
        doet = signal.signal(nummer, signal.SIG_DFL)
        signal.raise_signal(nummer)
        # suspended, and back again
        signal.signal(nummer, doet)
        for greep, stand in nu:
            termios.tcsetattr(greep, termios.TCSANOW, stand)

    for nummer in map(_read_signaal, _LATEN):
        if signal.getsignal(nummer) is signal.SIG_DFL:
            signal.signal(nummer, laat)


def write_begin() -> None:
    """Put the terminal in the state that it had at first; what is to be shown must have been shown."""
    termios = _load_termios()
    for greep, begin in _BEGIN if termios else ():
        with suppress(termios.error):
            termios.tcsetattr(greep, termios.TCSANOW, begin)


def _load_termios() -> Any:
    """Return the module, None where there is none."""
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


def read_getypt(invoer: TextIO, langste: int) -> str:
    """Return the next line, at most so many characters of it; empty at the end.

    A signal that comes in just before Python starts to read is only seen when that ends. Who types may take long: at a
    terminal is looked, again and again, whether there is anything to read, and signals are seen to in between.
    """
    if _load_termios() and invoer.isatty():
        while not select.select([invoer], [], [], _WACHT)[0]:
            pass
    return invoer.readline(langste)


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
            # a door of its own: the terminal may still be full, and what else has it open must not notice
            os.write(os.open(os.ttyname(greep), os.O_WRONLY | os.O_NONBLOCK | os.O_NOCTTY), _GEWOON)
    os._exit(_GESTOPT + nummer)
