"""Showing that long work goes on."""

from collections.abc import Iterator
from contextlib import redirect_stderr
from io import StringIO
from itertools import count

import pytest

from conflictstijl.cli import voortgang
from conflictstijl.cli.voortgang import read_met_voortgang
from conflictstijl.groep.dubbelen import Stapel
from conflictstijl.model.tabel import build_rijstapels


class Scherm(StringIO):
    """A terminal that remembers what it showed."""

    def isatty(self) -> bool:
        return True


def build_rijen(aantal: int) -> Iterator[Stapel]:
    """So many rows, in stacks."""
    return (Stapel(0, deel) for deel in build_rijstapels((nummer, [""]) for nummer in range(aantal)))


def play(scherm: Scherm, stapels: Iterator[Stapel]) -> list[int]:
    """Read all rows with this terminal; pytest puts its own stderr back between setup and test."""
    with redirect_stderr(scherm):
        return [nummer for stapel in read_met_voortgang(stapels) for nummer in stapel.deel.nummers]


@pytest.fixture
def scherm(monkeypatch: pytest.MonkeyPatch) -> Scherm:
    """A terminal, and a clock on which every look takes a second."""
    scherm = Scherm()
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("CONFLICTSTIJL_REGELS", "0")
    monkeypatch.setattr(voortgang, "monotonic", count().__next__)
    return scherm


def test_long_work_shows_how_far_it_is_and_leaves_nothing_behind(scherm: Scherm) -> None:
    assert play(scherm, build_rijen(1100)) == list(range(1100))
    assert "1100 rijen gelezen" in scherm.getvalue()
    # the cursor is shown again
    assert scherm.getvalue().rindex("\x1b[?25h") > scherm.getvalue().rindex("\x1b[?25l")


def test_work_that_breaks_off_gives_the_terminal_back(scherm: Scherm) -> None:
    def breek() -> Iterator[Stapel]:
        yield from build_rijen(1100)
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        play(scherm, breek())
    assert scherm.getvalue().rindex("\x1b[?25h") > scherm.getvalue().rindex("\x1b[?25l")


def test_short_work_shows_nothing(scherm: Scherm) -> None:
    assert play(scherm, build_rijen(200)) == list(range(200))
    assert scherm.getvalue() == ""


def test_who_reads_lines_sees_nothing(scherm: Scherm, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CONFLICTSTIJL_REGELS", "1")
    play(scherm, build_rijen(1100))
    assert scherm.getvalue() == ""


def test_a_program_sees_nothing(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(voortgang, "monotonic", count().__next__)
    list(read_met_voortgang(build_rijen(1100)))
    assert capsys.readouterr().err == ""
