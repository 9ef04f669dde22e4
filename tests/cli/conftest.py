"""Shared by the tests of the command line: running it in this process and in its own."""

import io
import os
import subprocess
import sys
from collections.abc import Callable, Iterable
from itertools import count
from pathlib import Path
from typing import NamedTuple

import pytest

import conflictstijl
from conflictstijl.cli import programma
from conflictstijl.cli.grens import run_programma

from . import proefprogramma

WORTEL = Path(conflictstijl.__file__).parent.parent
PROEF = Path(proefprogramma.__file__)


class Uitkomst(NamedTuple):
    """What a run gave: its exit code and both streams."""

    code: int
    uit: str
    fout: str


Roep = Callable[..., Uitkomst]


@pytest.fixture(autouse=True)
def kale_omgeving(monkeypatch: pytest.MonkeyPatch) -> None:
    for naam in (
        "CONFLICTSTIJL_DEBUG",
        "CONFLICTSTIJL_MAP",
        "CONFLICTSTIJL_REGELS",
        "NO_COLOR",
        "PROEF_MAAT",
        "_CONFLICTSTIJL_COMPLETE",
    ):
        monkeypatch.delenv(naam, raising=False)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("PYTHONPATH", str(WORTEL))


@pytest.fixture
def roep(capsys: pytest.CaptureFixture[str]) -> Roep:
    """Run the program in this process."""

    def run(*argumenten: str) -> Uitkomst:
        code = run_programma(list(argumenten))
        return Uitkomst(code, *capsys.readouterr())

    return run


class Toetsen(io.StringIO):
    """A keyboard on which these lines are typed, and then perhaps Ctrl-C."""

    def __init__(self, regels: Iterable[object], *, onderbreek: bool) -> None:
        super().__init__("".join(f"{regel}\n" for regel in regels))
        self._onderbreek = onderbreek

    def readline(self, size: int = -1, /) -> str:  # type: ignore[override]  # typeshed names two bases
        """Return the next line."""
        regel = super().readline(size)
        if self._onderbreek and not regel:
            raise KeyboardInterrupt
        return regel


def pijp(monkeypatch: pytest.MonkeyPatch, *regels: str) -> None:
    """Let these lines come from a pipe."""
    monkeypatch.setattr(sys, "stdin", Toetsen(regels, onderbreek=False))


@pytest.fixture
def typ(roep: Roep, monkeypatch: pytest.MonkeyPatch) -> Roep:
    """Run the program for a person at a terminal who types lines (`getypt`), and takes an hour (`duur`) for a test."""

    def run(*argumenten: str, getypt: Iterable[object], onderbreek: bool = False, duur: int = 3600) -> Uitkomst:
        monkeypatch.setattr("conflictstijl.cli.bevraging.check_interactief", lambda _: True)
        monkeypatch.setattr("conflictstijl.afname.regelmodus.monotonic", count(0, duur).__next__)
        monkeypatch.setattr(sys, "stdin", Toetsen(getypt, onderbreek=onderbreek))
        return roep(*argumenten)

    return run


@pytest.fixture
def eigen_map(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """The folder of running tests, in a home of its own."""
    monkeypatch.setenv("CONFLICTSTIJL_MAP", str(tmp_path / "gegevens"))
    return tmp_path / "gegevens" / "begonnen"


@pytest.fixture
def werkmap(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, eigen_map: Path) -> Path:
    """The same folder, for who works beside that home."""
    monkeypatch.chdir(tmp_path)
    return eigen_map


@pytest.fixture
def eigen(werkmap: Path) -> Path:
    """A home of one's own, for who works beside it."""
    return werkmap.parent


@pytest.fixture
def elders(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[[], None]:
    """Go to another computer."""
    return lambda: monkeypatch.setenv("CONFLICTSTIJL_MAP", str(tmp_path / "elders"))


@pytest.fixture
def proef(roep: Roep, monkeypatch: pytest.MonkeyPatch) -> Roep:
    """Run a command of the test program in this process."""
    monkeypatch.setattr(programma, "TABEL", proefprogramma.TABEL)
    return roep


@pytest.fixture
def start() -> Callable[..., "subprocess.Popen[str]"]:
    """Start a command of the test program in a process of its own."""

    def begin(*argumenten: str) -> "subprocess.Popen[str]":
        buis = subprocess.PIPE
        return subprocess.Popen(
            [sys.executable, str(PROEF), *argumenten], stdin=buis, stdout=buis, stderr=buis, text=True
        )

    return begin


@pytest.fixture
def shell() -> Roep:
    """Run a line of bash; `$PROEF` is the test program and `$ECHT` the real one."""

    def run(regel: str, **omgeving: str) -> Uitkomst:
        programmas = {"PROEF": f"{sys.executable} {PROEF}", "ECHT": f"{sys.executable} -m conflictstijl"}
        klaar = subprocess.run(
            ["/bin/bash", "-c", regel],
            env=os.environ | programmas | omgeving,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
            timeout=30,
        )
        return Uitkomst(klaar.returncode, klaar.stdout, klaar.stderr)

    return run
