"""The start screen, and what the Tab key fills in."""

import io
import sys
from collections.abc import Iterator

import pexpect
import pytest

from conflictstijl import toepassing
from conflictstijl.cli import aanvulling
from conflictstijl.cli.programma import TABEL
from conflictstijl.cli.start import KEUZES, ask_opdracht
from conflictstijl.model.kennis import STIJLEN

from .conftest import Roep


@pytest.fixture
def terminal(
    monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> "Iterator[pexpect.spawn[str]]":
    """The bare program on a real terminal."""
    monkeypatch.setenv("CONFLICTSTIJL_MAP", str(tmp_path_factory.mktemp("gegevens")))
    kind = pexpect.spawn(sys.executable, ["-m", "conflictstijl"], encoding="utf-8", dimensions=(40, 80), timeout=20)
    kind.delaybeforesend = None
    yield kind
    kind.close(force=True)


def test_on_a_terminal_the_bare_name_offers_what_can_be_done(terminal: "pexpect.spawn[str]") -> None:
    terminal.expect_exact("1. De test doen")
    terminal.expect_exact("> ")
    terminal.sendline("zeven")
    terminal.expect_exact("'zeven' is geen keuze")
    terminal.sendline("2.")
    terminal.expect_exact("Vraag 1 van 15")


def test_elsewhere_the_bare_name_gives_the_short_help(roep: Roep) -> None:
    uit = roep()
    assert uit.code == 0
    assert uit.uit.startswith("Gebruik: conflictstijl")


@pytest.mark.parametrize("getypt", ["\n", "stop\n", ""])
def test_enter_stop_and_the_end_of_input_leave_the_start_screen(getypt: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(getypt))
    assert ask_opdracht() == ()


@pytest.mark.parametrize(("nummer", "opdracht"), [(n, o) for n, (_, o) in enumerate(KEUZES, 1)])
def test_every_choice_is_a_command_that_exists(
    nummer: int, opdracht: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{nummer}\n"))
    assert ask_opdracht() == opdracht
    assert opdracht[0] in {regel.naam for regel in TABEL} | {"--help"}


def test_a_choice_of_the_start_screen_is_run(roep: Roep, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("conflictstijl.cli.programma.check_interactief", lambda: True)
    monkeypatch.setattr(sys, "stdin", io.StringIO("4\n"))
    assert "ik-boodschap" in roep().uit
    monkeypatch.setattr(sys, "stdin", io.StringIO("\n"))
    assert roep().code == 0


def test_the_tab_key_knows_questionnaires_skills_and_styles() -> None:
    assert "conflictstijlen-kort" in aanvulling.load_namen()
    assert aanvulling.load_vaardigheden() == [v.id for v in toepassing.load_vaardigheden(None)]
    assert aanvulling.load_stijlen() == list(STIJLEN)
