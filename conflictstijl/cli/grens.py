"""The one boundary: whatever happens inside, the user gets one Dutch line and the right exit code."""

import errno
import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from itertools import takewhile
from types import FrameType

from conflictstijl.afname.terminalstaat import clean_noodstop, run_noodstop
from conflictstijl.cli.uitvoer import write_melding, write_meldingen
from conflictstijl.fouten import ConflictstijlFout, InvoerFout, render_oorzaak
from conflictstijl.tekst import clean_tekst

DEBUG_VARIABELE = "CONFLICTSTIJL_DEBUG"
"""Environment variable that does the same as `--debug`."""

_GESCHREVEN_MISLUKT = 1
_EIGEN_FOUT = 70
_GESTOPT = 128
_EVEN = 0.01
"""Seconds until a signal that came while a module was loaded is looked at again."""
_SIGNALEN = [getattr(signal, naam) for naam in ("SIGTERM", "SIGHUP") if hasattr(signal, naam)]
_STROMEN = (("stdin", os.O_RDONLY, "r"), ("stdout", os.O_RDONLY, "w"), ("stderr", os.O_WRONLY, "w"))
_Afhandeling = Callable[[int, FrameType | None], None]


class Gestopt(KeyboardInterrupt):
    """SIGTERM or SIGHUP came in; a KeyboardInterrupt, so what saves answers on Ctrl-C saves them here too."""


def run_programma(argumenten: list[str] | None = None) -> int:
    """Run the program with arguments (those of the process when None) and return the exit code."""
    delen = sys.argv[1:] if argumenten is None else argumenten
    _build_stromen()
    with _check_signalen() as ontvangen:
        code = _run_bewaakt(delen, ontvangen)
        _clean_stromen()
    return _GESTOPT + ontvangen[0] if ontvangen else code


def _run_bewaakt(argumenten: list[str], ontvangen: list[int]) -> int:
    """Run a command and turn every exception into a line and an exit code; `ontvangen` holds signals that came in."""
    try:
        from conflictstijl.cli.programma import run_opdracht

        code = run_opdracht(argumenten)
        sys.stdout.flush()
    except ConflictstijlFout as fout:
        return _write_fout(fout)
    except KeyboardInterrupt:
        return _write_gestopt()
    except Exception as fout:  # noqa: BLE001 - the one place where a bug of ours ends
        # whatever goes wrong after a signal that still waits comes from it: of a closed window nothing can be read
        if ontvangen or _check_onderbroken(fout):
            return _write_gestopt()
        return _write_ongeluk(fout, debug=_check_debug(argumenten))
    return code


def _write_ongeluk(fout: Exception, *, debug: bool) -> int:
    return _write_systeemfout(fout, debug=debug) if isinstance(fout, OSError) else _write_eigen_fout(debug=debug)


def _check_onderbroken(fout: BaseException | None) -> bool:
    """Tell whether a signal is behind an exception: Python before 3.12 makes another of one within `__set_name__`."""
    return isinstance(fout, KeyboardInterrupt) or (fout is not None and _check_onderbroken(fout.__cause__))


def _write_fout(fout: ConflictstijlFout) -> int:
    """Write what is reported on purpose; findings already begin with their file, other lines get our name."""
    prefix = "" if isinstance(fout, InvoerFout) else "conflictstijl: "
    for regel in fout.regels():
        write_melding(f"{prefix}{regel}", fout.opdracht)
    return fout.exit_code


def _write_gestopt() -> int:
    # the terminal shows ^C on the line where the cursor stood
    write_meldingen(["", "Gestopt."] if sys.stderr.isatty() else ["Gestopt."])
    return _GESTOPT + signal.SIGINT


def _write_systeemfout(fout: OSError, *, debug: bool) -> int:
    """Write what the system refused; a reader that had enough, as in `| head`, is no failure."""
    if fout.errno == errno.EPIPE or (sys.platform == "win32" and fout.errno == errno.EINVAL):
        return 0
    wat = f"'{clean_tekst(str(fout.filename))}' lukt niet" if fout.filename else "schrijven lukt niet"
    write_melding(f"conflictstijl: {wat}: {render_oorzaak(fout)}")
    _write_spoor(debug=debug)
    return _GESCHREVEN_MISLUKT


def _write_eigen_fout(*, debug: bool) -> int:
    hint = "stuur ons de regels hieronder" if debug else "zet --debug vóór de opdracht en stuur ons wat je dan ziet"
    write_melding(f"conflictstijl: dit is een fout in het programma, niet van jou; {hint}")
    _write_spoor(debug=debug)
    return _EIGEN_FOUT


def _write_spoor(*, debug: bool) -> None:
    """Write where the exception that is being handled came from."""
    if debug:
        import traceback

        write_meldingen(traceback.format_exc().splitlines())


def _check_debug(argumenten: list[str]) -> bool:
    """Tell whether all details are asked for: `--debug` before the command, or the environment."""
    vooraan = takewhile(lambda deel: deel.startswith("-"), argumenten)
    return "--debug" in vooraan or os.environ.get(DEBUG_VARIABELE, "0") not in {"", "0"}


@contextmanager
def _check_signalen() -> Iterator[list[int]]:
    """Raise `Gestopt` where the program is when a signal comes in; yields what came in.

    A signal that the caller ignores stays ignored (nohup). After the first one the rest is ignored: a closed
    window sends two, and the second must not disturb the saving that the first one started. Whoever is stopped ends
    within seconds, also when the terminal takes no word of goodbye.
    """
    ontvangen: list[int] = []
    eigen = [nummer for nummer in _SIGNALEN if signal.getsignal(nummer) is signal.SIG_DFL]
    eerder = {nummer: signal.getsignal(nummer) for nummer in eigen}

    def stop(nummer: int, _frame: FrameType | None) -> None:
        for ander in eigen:
            signal.signal(ander, signal.SIG_IGN)
        ontvangen.append(nummer)
        run_noodstop(nummer)
        raise Gestopt

    def onderbreek(nummer: int, frame: FrameType | None) -> None:
        run_noodstop(nummer)
        signal.default_int_handler(nummer, frame)

    for nummer in eigen:
        signal.signal(nummer, _build_geduldig(stop, ontvangen))
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        eerder[signal.SIGINT] = signal.signal(signal.SIGINT, _build_geduldig(onderbreek, []))
    try:
        yield ontvangen
    finally:
        clean_noodstop()
        for nummer, deed in eerder.items():
            signal.signal(nummer, deed)


def clean_signalen() -> None:
    """Let nothing disturb the end of the process: all is said and done, and Python would complain."""
    for nummer in (signal.SIGINT, *_SIGNALEN):
        signal.signal(nummer, signal.SIG_IGN)


def _build_geduldig(actie: _Afhandeling, ontvangen: list[int]) -> _Afhandeling:
    """Return a handler that waits while a module is being loaded: an exception in there can get lost.

    That the signal came in is known at once.
    """

    def vang(nummer: int, frame: FrameType | None) -> None:
        if _check_laden(frame) and hasattr(signal, "setitimer"):
            ontvangen.append(nummer)
            # by then the full screen may be what handles it
            signal.signal(signal.SIGALRM, lambda *_: signal.raise_signal(nummer))
            signal.setitimer(signal.ITIMER_REAL, _EVEN)
        else:
            actie(nummer, frame)

    return vang


def _check_laden(frame: FrameType | None) -> bool:
    """Tell whether a module is being loaded where the program is."""
    while frame and not frame.f_code.co_filename.startswith("<frozen importlib"):
        frame = frame.f_back
    return frame is not None


def _build_stromen() -> None:
    """Give every stream something to stand on, and let no character that it cannot show end the program.

    A closed stdin reads as empty, a closed stderr swallows. A closed stdout must fail when it is written to,
    or a lost result would go unnoticed: a null device opened for reading does.
    """
    for naam, vlag, modus in _STROMEN:
        if getattr(sys, naam) is None:
            setattr(sys, naam, os.fdopen(os.open(os.devnull, vlag), modus, encoding="utf-8"))
        stroom = getattr(sys, naam)
        if isinstance(stroom, TextIOWrapper):
            stroom.reconfigure(errors="replace")


def _clean_stromen() -> None:
    """Empty the buffers; a stream that refuses gets the null device, or Python complains about it at the end."""
    for stroom in (sys.stdout, sys.stderr):
        try:
            stroom.flush()
        except OSError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), stroom.fileno())
