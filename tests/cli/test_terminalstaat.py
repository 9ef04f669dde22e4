"""However a program is stopped, and wherever: the terminal is as it was before (real program, real terminal)."""

import errno
import os
import signal
import sys
import termios
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from importlib import import_module
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

import pytest

from conflictstijl import bewaren, toepassing
from conflictstijl.afname import terminalstaat
from conflictstijl.cli import grens, programma
from conflictstijl.model.antwoorden import Antwoordblad

from .terminal import GEDULD, Terminal, list_achtergebleven, render_zin

ALLES = bool(os.environ.get("CONFLICTSTIJL_ALLES"))
"""True for every combination; else each command meets each signal at one of the moments."""
BREEDTE = 90
CODES = {"INT": 130, "TERM": 143, "HUP": 129, "QUIT": 131, "TSTP": 130}
"""What stops a program, and the exit code then; one that is suspended goes on, and is then interrupted."""
BEGIN, MIDDEN, EINDE = "begin", "midden", "einde"
_OUDER = """
import contextlib, os, signal, sys
signal.signal(signal.SIGTTOU, signal.SIG_IGN)
kind = os.fork()
with contextlib.suppress(PermissionError):
    os.setpgid(kind, kind)
if not kind:
    signal.signal(signal.SIGTTOU, signal.SIG_DFL)
    os.execv(sys.executable, [sys.executable, *sys.argv[1:]])
os.tcsetpgrp(0, kind)
code = os.waitstatus_to_exitcode(os.waitpid(kind, 0)[1])
os.tcsetpgrp(0, os.getpgrp())
sys.exit(code if code >= 0 else 128 - code)
"""
"""A parent as a shell is one: without it nothing on this terminal could be suspended."""
_GEWOON = ("-m", "conflictstijl")
_TEKENEND = """
import signal
from textual.drivers._writer_thread import WriterThread
from conflictstijl.__main__ import main

gewoon, keren = WriterThread.write, []

def write(schrijver, tekst):
    keren.append(tekst)
    with schrijver._queue.mutex:
        if len(keren) == 12:
            signal.raise_signal(signal.SIGTSTP)
    gewoon(schrijver, tekst)

WriterThread.write = write
raise SystemExit(main())
"""
"""The program, suspended in the middle of drawing: it holds what is drawn with."""


class Opdracht(NamedTuple):
    """A command that asks something: what it shows in the middle, what is typed then, and what it shows at its end."""

    argumenten: tuple[str, ...]
    regels: bool
    midden: str
    toetsen: str
    einde: str


OPDRACHTEN = {
    "afnemen-regels": Opdracht(
        ("afnemen", "conflictstijlen-kort"),
        True,
        "Vraag 1 van 15",
        "3\r" * 15 + "\r",
        "Wil je het verslag ook als bestand?",
    ),
    "afnemen-scherm": Opdracht(
        ("afnemen", "conflictstijlen-kort"), False, "1 Beginnen", "1" + "3" * 15 + "\r", "Je uitslag is bewaard"
    ),
    "start-regels": Opdracht((), True, "Typ een nummer", "3\r", "Welke vragenlijst wil je doen?"),
    "start-scherm": Opdracht((), False, "Wat wil je doen?", "3", "Welke vragenlijst wil je doen?"),
    "situatie": Opdracht(("situatie",), True, "Eerst een vraag die altijd voorgaat", "1\r", "Vraag 1"),
    "wis": Opdracht(("resultaten", "wis", "--alles"), True, "(ja of nee)", "nee\r", "nee"),
}


def list_gevallen() -> Iterator[tuple[str, str, str]]:
    """Yield command, signal and moment: all of them, or every pair of command and signal with a moment by turns."""
    momenten = (BEGIN, MIDDEN, EINDE)
    for nummer, naam in enumerate(OPDRACHTEN):
        for volgnummer, stop in enumerate(CODES):
            keuze = momenten if ALLES else (momenten[(nummer + volgnummer) % len(momenten)],)
            yield from ((naam, stop, moment) for moment in keuze)


def check_gevangen(proces: int, nummer: int) -> bool:
    """Tell whether a process handles a signal itself."""
    regels = Path(f"/proc/{proces}/status").read_text(encoding="utf-8").splitlines()
    gevangen = next(regel.split()[1] for regel in regels if regel.startswith("SigCgt:"))
    return bool(int(gevangen, 16) >> nummer - 1 & 1)


class Staat:
    """A command on a terminal of which was kept how it was before."""

    def __init__(self, opdracht: Opdracht, programma: Sequence[str]) -> None:
        self.opdracht = opdracht
        ouder = ("-c", _OUDER, *programma)
        self.terminal = Terminal(opdracht.argumenten, BREEDTE, regels=opdracht.regels, programma=ouder)
        self.begin = self.load_staat()
        self.kind = 0

    def load_staat(self) -> list[Any]:
        return termios.tcgetattr(self.terminal.kind.child_fd)

    def load_kind(self) -> int:
        """Return the process that has the terminal; its parent does not count."""
        ouder = self.terminal.kind.pid
        self.wacht(lambda: os.tcgetpgrp(self.terminal.kind.child_fd) not in {ouder, 0})
        self.kind = os.tcgetpgrp(self.terminal.kind.child_fd)
        return self.kind

    def wacht(self, klaar: Callable[[], bool]) -> None:
        einde = time.monotonic() + GEDULD
        while not klaar():
            assert self.terminal.read_even(0.005), self.terminal.alles[-1000:]
            assert time.monotonic() < einde, self.terminal.alles[-1000:]

    def wacht_op(self, tekst: str) -> None:
        self.wacht(lambda: tekst in render_zin(" ".join(self.terminal.beeld)))

    def play(self, moment: str, toeval: Random) -> None:
        """Go to a moment: at the begin that is where the terminal changes, or anywhere in the start.

        Not before the program itself has begun: until then Python answers signals, in its own way.
        """
        if moment == BEGIN and not self.opdracht.regels:
            self.wacht(lambda: self.load_staat() != self.begin)
            time.sleep(toeval.choice([0, 0.1, 0.3]))
        elif moment == BEGIN:
            kind = self.load_kind()
            self.wacht(lambda: check_gevangen(kind, signal.SIGTERM))
            time.sleep(toeval.uniform(0, 0.3))
        else:
            self.wacht_op(self.opdracht.midden)
        if moment == EINDE:
            self.terminal.write_toetsen(self.opdracht.toetsen)
            self.wacht_op(self.opdracht.einde)

    def suspend(self, kind: int) -> None:
        """Suspend the program, hold that the terminal is as it was, and let it go on."""
        os.kill(kind, signal.SIGTSTP)
        self.resume(kind)

    def resume(self, kind: int) -> None:
        """Wait until the program is suspended, hold that the terminal is as it was, and let it go on."""
        self.wacht(lambda: "T" in Path(f"/proc/{kind}/stat").read_text(encoding="utf-8").rsplit(")", 1)[1].split()[0])
        self.wacht(lambda: self.load_staat() == self.begin and not list_achtergebleven(self.terminal.alles))
        os.kill(kind, signal.SIGCONT)
        self.terminal.read_even(0.2)

    def check(self) -> None:
        assert self.load_staat() == self.begin
        assert list_achtergebleven(self.terminal.alles) == []
        assert "Traceback" not in self.terminal.alles


@contextmanager
def run_opdracht(naam: str, programma: Sequence[str] = _GEWOON) -> Iterator[Staat]:
    lijst = toepassing.load_vragenlijst("conflictstijlen-kort")
    (resultaat,) = toepassing.score_bladen([(lijst, Antwoordblad(lijst.id, (3,) * 15, lijst.versie))])
    bewaren.write_resultaat(resultaat)
    staat = Staat(OPDRACHTEN[naam], programma)
    try:
        yield staat
    finally:
        if staat.kind:
            with suppress(ProcessLookupError):
                os.kill(staat.kind, signal.SIGKILL)
        staat.terminal.close()


@pytest.mark.usefixtures("eigen_map")
@pytest.mark.parametrize(("naam", "stop", "moment"), [*list_gevallen()])
def test_the_terminal_is_as_before(naam: str, stop: str, moment: str) -> None:
    with run_opdracht(naam) as staat:
        kind = staat.load_kind()
        staat.play(moment, Random(f"{naam}{stop}{moment}"))  # noqa: S311 - moments, no secrets
        if stop == "TSTP":
            staat.suspend(kind)
        klaar = naam == "wis" and moment == EINDE
        with suppress(ProcessLookupError):
            os.kill(kind, getattr(signal, f"SIG{'INT' if stop == 'TSTP' else stop}"))
        assert staat.terminal.read_afloop() in {CODES[stop], *({0} if klaar else ())}
        staat.check()


@pytest.mark.usefixtures("eigen_map")
def test_who_suspends_a_full_screen_that_is_being_drawn_gets_the_terminal_and_goes_on_later() -> None:
    with run_opdracht("start-scherm", ("-c", _TEKENEND)) as staat:
        kind = staat.load_kind()
        staat.resume(kind)
        staat.play(MIDDEN, Random(0))  # noqa: S311 - moments, no secrets
        os.kill(kind, signal.SIGINT)
        assert staat.terminal.read_afloop() == CODES["INT"]
        staat.check()


@pytest.mark.usefixtures("eigen_map")
def test_lines_leave_the_terminal_as_before_even_when_they_are_killed() -> None:
    with run_opdracht("afnemen-regels") as staat:
        staat.play(MIDDEN, Random(0))  # noqa: S311 - moments, no secrets
        os.kill(staat.load_kind(), signal.SIGKILL)
        assert staat.terminal.read_afloop() == 137
        staat.check()


@pytest.mark.usefixtures("eigen_map")
def test_a_killed_full_screen_is_seen_to_leave_the_terminal_changed() -> None:
    with run_opdracht("afnemen-scherm") as staat:
        staat.play(MIDDEN, Random(0))  # noqa: S311 - moments, no secrets
        os.kill(staat.load_kind(), signal.SIGKILL)
        assert staat.terminal.read_afloop() == 137
        assert {"25", "1049", "1000", "2004"} <= set(list_achtergebleven(staat.terminal.alles))
        assert staat.load_staat() != staat.begin


class Kleinterminal:
    """A terminal in this process, with a program at one end and somebody who looks at the other."""

    def __init__(self) -> None:
        self.kijker, self.greep = os.openpty()
        self.begin = termios.tcgetattr(self.greep)

    def fileno(self) -> int:
        return self.greep

    def load_staat(self) -> list[Any]:
        return termios.tcgetattr(self.greep)


@pytest.fixture
def klein(monkeypatch: pytest.MonkeyPatch) -> Iterator[Kleinterminal]:
    terminal = Kleinterminal()
    monkeypatch.setattr(sys, "stdin", terminal)
    yield terminal
    os.close(terminal.greep)
    os.close(terminal.kijker)


def test_the_last_way_out_puts_the_terminal_right_first(klein: Kleinterminal, monkeypatch: pytest.MonkeyPatch) -> None:
    gestopt: list[int] = []
    monkeypatch.setattr(os, "_exit", gestopt.append)
    with terminalstaat.resume_terminal():
        assert klein.load_staat() != klein.begin
        terminalstaat.run_noodstop(signal.SIGTERM)
        signal.raise_signal(signal.SIGALRM)
        terminalstaat.clean_noodstop()
        assert klein.load_staat() == klein.begin
    assert gestopt == [143]
    assert list_achtergebleven(f"\x1b[?1049h\x1b[?25l{os.read(klein.kijker, 1000).decode()}") == []


def test_who_is_suspended_while_the_screen_loads_gets_the_terminal_back_and_then_goes_on(
    klein: Kleinterminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    gezien: list[list[Any]] = []
    echt = signal.raise_signal
    with terminalstaat.resume_terminal():
        stil = klein.load_staat()
        monkeypatch.setattr(signal, "raise_signal", lambda _: gezien.append(klein.load_staat()))
        echt(signal.SIGTSTP)
        assert klein.load_staat() == stil
        echt(signal.SIGTSTP)
    assert gezien == [klein.begin] * 2
    assert stil != klein.begin
    assert signal.getsignal(signal.SIGTSTP) is signal.SIG_DFL


@pytest.mark.usefixtures("klein")
def test_a_signal_that_the_caller_ignores_stays_ignored_while_the_screen_loads() -> None:
    eerder = signal.signal(signal.SIGQUIT, signal.SIG_IGN)
    try:
        with terminalstaat.resume_terminal():
            assert signal.getsignal(signal.SIGQUIT) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGQUIT, eerder)


def test_a_terminal_that_is_gone_is_noticed(klein: Kleinterminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "__stdin__", klein)
    assert terminalstaat.check_terminal()
    lezer, schrijver = os.pipe()
    with os.fdopen(lezer) as buis, os.fdopen(schrijver, "w"):
        monkeypatch.setattr(sys, "__stdin__", buis)
        assert not terminalstaat.check_terminal()


def test_a_system_without_such_terminals_keeps_its_own_state(
    klein: Kleinterminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(terminalstaat, "_load_termios", lambda: None)
    monkeypatch.delattr(signal, "setitimer")
    gestopt: list[int] = []
    monkeypatch.setattr(os, "_exit", gestopt.append)
    with terminalstaat.resume_terminal():
        assert terminalstaat.check_terminal()
        terminalstaat.run_noodstop(signal.SIGTERM)
        terminalstaat.write_begin()
        terminalstaat._run_einde(signal.SIGTERM)
        terminalstaat.clean_noodstop()
    assert klein.load_staat() == klein.begin
    assert gestopt == [143]
    assert signal.getsignal(signal.SIGALRM) is signal.SIG_DFL


def test_who_handles_ctrl_c_already_goes_on_doing_so() -> None:
    gehoord: list[int] = []
    eerder = signal.signal(signal.SIGINT, lambda nummer, _: gehoord.append(nummer))
    try:
        with grens._check_signalen():
            signal.raise_signal(signal.SIGINT)
    finally:
        signal.signal(signal.SIGINT, eerder)
    assert gehoord == [signal.SIGINT]


def test_a_signal_that_the_language_wraps_in_an_error_is_still_a_signal(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stop(_: object) -> int:
        # Python 3.11 does this with whatever comes out of `__set_name__`, so also while a module is read
        raise RuntimeError from grens.Gestopt()

    monkeypatch.setattr(programma, "run_opdracht", stop)
    assert grens.run_programma([]) == 130
    assert capsys.readouterr().err == "Gestopt.\n"


def write_module(pad: Path, naam: str) -> str:
    """Write a module during whose loading a signal comes where Python drops what is raised; return its name."""
    module = f"traag_{naam.lower()}_{pad.name.replace('-', '_')}"
    (pad / f"{module}.py").write_text(
        "import signal, weakref\n"
        "class Ding: pass\n"
        f"ding = Ding(); oor = weakref.ref(ding, lambda _: signal.raise_signal(signal.{naam}))\n"
        "del ding\n"
        "KLAAR = True\n"
    )
    return module


@pytest.mark.parametrize(("naam", "code"), [("SIGTERM", 143), ("SIGINT", 130)])
def test_a_signal_that_comes_while_a_module_is_loaded_waits_until_it_is_there(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path, naam: str, code: int
) -> None:
    monkeypatch.syspath_prepend(str(tmp_path))
    geladen = []

    def start(_: object) -> int:
        geladen.append(import_module(write_module(tmp_path, naam)).KLAAR)
        time.sleep(10)
        return 0

    monkeypatch.setattr(programma, "run_opdracht", start)
    assert grens.run_programma([]) == code
    assert geladen == [True]
    assert capsys.readouterr().err == "Gestopt.\n"


def test_what_goes_wrong_while_a_signal_waits_comes_from_the_signal(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.syspath_prepend(str(tmp_path))

    def start(_: object) -> int:
        import_module(write_module(tmp_path, "SIGHUP"))
        raise termios.error(errno.EIO, "the window is gone")

    monkeypatch.setattr(programma, "run_opdracht", start)
    assert grens.run_programma([]) == 129
    assert capsys.readouterr().err == "Gestopt.\n"


def test_a_signal_that_waited_goes_to_what_handles_it_by_then(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.syspath_prepend(str(tmp_path))
    gehoord: list[int] = []

    def start(_: object) -> int:
        import_module(write_module(tmp_path, "SIGHUP"))
        # as the full screen does, of which the half may not be left standing
        signal.signal(signal.SIGHUP, lambda nummer, _: gehoord.append(nummer))
        time.sleep(0.1)
        return 0

    monkeypatch.setattr(programma, "run_opdracht", start)
    assert grens.run_programma([]) == 129
    assert gehoord == [signal.SIGHUP]
