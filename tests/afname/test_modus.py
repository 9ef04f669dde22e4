"""Which mode fits: the full screen only where someone sits at a terminal that can show it and asked for no lines."""

import io
import os
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import TextIO

import pytest

from conflictstijl.afname import modus
from conflictstijl.afname.modus import MIN_BREEDTE, MIN_HOOGTE, REGELS_VARIABELE, check_regels, check_volscherm
from conflictstijl.fouten import InvoerFout
from conflictstijl.laden.instellingen import BESTAND, Instellingen, render_instellingen

STROMEN = ("__stdin__", "__stderr__", "stdin", "stderr")


class Terminal(io.TextIOWrapper):
    """A stream at which someone sits, or not."""

    def __init__(self, codering: str = "utf-8", *, mens: bool = True) -> None:
        super().__init__(io.BytesIO(), codering)
        self._mens = mens

    def isatty(self) -> bool:
        return self._mens


Volscherm = Callable[..., bool]


@pytest.fixture(autouse=True)
def omgeving(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A terminal on which the full screen just fits, and a user who never said anything."""
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", str(MIN_BREEDTE))
    monkeypatch.setenv("LINES", str(MIN_HOOGTE))
    monkeypatch.setenv("CONFLICTSTIJL_MAP", str(tmp_path))
    monkeypatch.delenv(REGELS_VARIABELE, raising=False)


@pytest.fixture
def volscherm(monkeypatch: pytest.MonkeyPatch) -> Volscherm:
    """Whether there is a full screen at a terminal with these streams in the place of its own."""

    def check(*, regels: bool = False, **anders: TextIO | None) -> bool:
        for naam in STROMEN:
            monkeypatch.setattr(sys, naam, anders.get(naam, Terminal()))
        return check_volscherm(regels=regels)

    return check


def test_a_terminal_that_is_just_big_enough_gets_the_full_screen(volscherm: Volscherm) -> None:
    assert volscherm()


def test_who_asks_for_lines_gets_lines(volscherm: Volscherm) -> None:
    assert not volscherm(regels=True)


@pytest.mark.parametrize("stroom", STROMEN)
def test_where_nobody_sits_there_are_lines(volscherm: Volscherm, stroom: str) -> None:
    assert not volscherm(**{stroom: Terminal(mens=False)})


@pytest.mark.parametrize("stroom", STROMEN)
def test_a_stream_that_is_closed_or_gone_means_lines(volscherm: Volscherm, stroom: str) -> None:
    dicht = Terminal()
    dicht.close()
    assert not volscherm(**{stroom: dicht})
    assert not volscherm(**{stroom: None})


@pytest.mark.parametrize("term", ["", "dumb", "unknown"])
def test_a_terminal_that_cannot_move_its_cursor_gets_lines(
    volscherm: Volscherm, monkeypatch: pytest.MonkeyPatch, term: str
) -> None:
    monkeypatch.setenv("TERM", term)
    assert not volscherm()


def test_without_a_kind_of_terminal_only_windows_gets_the_full_screen(
    volscherm: Volscherm, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("TERM")
    assert not volscherm()
    monkeypatch.setattr(modus, "os", SimpleNamespace(name="nt", environ=os.environ))
    assert volscherm()


@pytest.mark.parametrize("codering", ["ascii", "cp1252", "latin-1"])
def test_a_terminal_without_the_signs_gets_lines(volscherm: Volscherm, codering: str) -> None:
    assert not volscherm(stderr=Terminal(codering))


def test_an_encoding_that_nobody_knows_means_lines(volscherm: Volscherm) -> None:
    class Vreemd(Terminal):
        encoding = "geen-codering"  # as PYTHONIOENCODING may say

    assert not volscherm(stderr=Vreemd())


@pytest.mark.parametrize(("breedte", "hoogte"), [(MIN_BREEDTE - 1, 50), (200, MIN_HOOGTE - 1)])
def test_a_terminal_that_is_too_small_gets_lines(
    volscherm: Volscherm, monkeypatch: pytest.MonkeyPatch, breedte: int, hoogte: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(breedte))
    monkeypatch.setenv("LINES", str(hoogte))
    assert not volscherm()


@pytest.mark.parametrize(
    ("wens", "regels"), [("1", True), ("ja", True), ("0", False), ("Nee", False), ("uit", False), ("", False)]
)
def test_the_environment_says_whether_lines_are_wanted(
    monkeypatch: pytest.MonkeyPatch, wens: str, *, regels: bool
) -> None:
    monkeypatch.setenv(REGELS_VARIABELE, wens)
    assert check_regels() is regels


@pytest.mark.parametrize("regels", [True, False])
def test_without_that_the_own_setting_says_it(tmp_path: Path, *, regels: bool) -> None:
    assert not check_regels()
    (tmp_path / BESTAND).write_text(render_instellingen(Instellingen(regels=regels)), encoding="utf-8")
    assert check_regels() is regels


def test_the_environment_goes_before_the_setting(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / BESTAND).write_text(render_instellingen(Instellingen(regels=True)), encoding="utf-8")
    monkeypatch.setenv(REGELS_VARIABELE, "0")
    assert not check_regels()


def test_a_setting_that_cannot_be_read_is_a_failure_with_a_place(tmp_path: Path) -> None:
    (tmp_path / BESTAND).write_text("regels: misschien\n", encoding="utf-8")
    with pytest.raises(InvoerFout):
        check_regels()
