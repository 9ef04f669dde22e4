"""The start screen, and what the Tab key fills in."""

import io
import sys
from collections.abc import Iterator
from pathlib import Path

import pexpect
import pytest

from conflictstijl import toepassing
from conflictstijl.cli import aanvulling
from conflictstijl.cli.programma import TABEL
from conflictstijl.cli.start import KEUZES, ask_opdracht
from conflictstijl.fouten import SchrijfFout
from conflictstijl.laden.mappen import load_eigen_map
from conflictstijl.model.stijlen import STIJLEN
from tests.bouwers import GOED

from .conftest import Roep


@pytest.fixture
def terminal(
    monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> "Iterator[pexpect.spawn[str]]":
    """The bare program by lines on a real terminal."""
    monkeypatch.setenv("CONFLICTSTIJL_REGELS", "1")
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


def test_on_a_terminal_another_questionnaire_is_two_choices_away(terminal: "pexpect.spawn[str]") -> None:
    terminal.expect_exact("3. Een andere vragenlijst doen")
    terminal.expect_exact("> ")
    terminal.sendline("3")
    terminal.expect_exact("3. Vijftien situaties uit de praktijk (11 minuten)")
    terminal.expect_exact("> ")
    terminal.sendline("3")
    terminal.expect_exact("Je leest vijftien situaties uit het werk.")


def test_elsewhere_the_bare_name_gives_the_short_help(roep: Roep) -> None:
    uit = roep()
    assert uit.code == 0
    assert uit.uit.startswith("Gebruik: conflictstijl")


@pytest.mark.parametrize("getypt", ["\n", "stop\n", ""])
def test_enter_stop_and_the_end_of_input_leave_the_start_screen(getypt: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(getypt))
    assert ask_opdracht() == ()


ANDERE = [
    *("conflictstijlen-paren", "praktijksituaties", "rollen", "rustig-en-gespannen", "egogram", "veranderfase-zelf"),
    *("regie-zonder-macht", "relatie-of-afspraken", "samenwerkingsbril"),
    *("escalatie", "impasse", "partijdigheid", "veranderfase-ander"),
]
"""The questionnaires behind the second screen: about oneself (styles first), then before and during a conflict."""


@pytest.mark.parametrize(("nummer", "opdracht"), [(n, o) for n, (_, o) in enumerate(KEUZES, 1) if o])
def test_every_choice_is_a_command_that_exists(
    nummer: int, opdracht: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{nummer}\n"))
    assert ask_opdracht() == opdracht
    assert opdracht[0] in {regel.naam for regel in TABEL} | {"--help"}


def kies(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *getypt: str) -> tuple[str, ...]:
    """Return what is chosen among the other questionnaires; what was shown is left in `capsys`."""
    capsys.readouterr()
    monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{regel}\n" for regel in ("3", *getypt))))
    return ask_opdracht()


def test_every_questionnaire_that_stands_by_itself_can_be_chosen(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert [kies(monkeypatch, capsys, str(nummer)) for nummer in range(1, 15)] == [
        ("afnemen", "conflictstijlen", "--vorm", "ander"),
        *(("afnemen", naam) for naam in ANDERE),
    ]
    regels = capsys.readouterr().out.partition("Welke vragenlijst wil je doen?\n\n")[2].splitlines()
    assert regels[0] == "  1. Mijn stijl bij conflicten: over een collega (6 minuten)"
    assert regels[14] == ""


def test_own_questionnaires_are_offered_too_in_each_version(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setenv("CONFLICTSTIJL_MAP", str(tmp_path))
    load_eigen_map().mkdir()
    eigen = GOED.replace("vragenlijst: team", "vragenlijst: eigen\nvormen: {x: {naam: Iks}, y: {naam: Ypsilon}}")
    (load_eigen_map() / "eigen.yaml").write_text(eigen, encoding="utf-8")
    (load_eigen_map() / "kapot.yaml").write_text("vragenlijst: kapot\n", encoding="utf-8")
    assert kies(monkeypatch, capsys, "4") == ("afnemen", "eigen", "--vorm", "y")
    assert "  4. Ons team: ypsilon\n  5. Vijftien situaties" in capsys.readouterr().out


@pytest.mark.parametrize("getypt", [(), ("",), ("stop",), ("99", "")])
def test_the_second_screen_can_be_left_too(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], getypt: tuple[str, ...]
) -> None:
    assert kies(monkeypatch, capsys, *getypt) == ()
    assert ("'99' is geen keuze" in capsys.readouterr().out) is ("99" in getypt)


@pytest.mark.parametrize("breedte", [20, 60])
def test_both_screens_fit_the_terminal(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], breedte: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(breedte))
    kies(monkeypatch, capsys)
    assert max(map(len, capsys.readouterr().out.splitlines())) <= breedte


def test_a_choice_of_the_start_screen_is_run(roep: Roep, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("conflictstijl.cli.programma.check_interactief", lambda: True)
    monkeypatch.setattr(sys, "stdin", io.StringIO("7\n"))
    assert "ik-boodschap" in roep().uit
    monkeypatch.setattr(sys, "stdin", io.StringIO("\n"))
    assert roep().code == 0


def test_the_tab_key_knows_questionnaires_skills_and_styles() -> None:
    assert "conflictstijlen-kort" in aanvulling.load_namen()
    assert aanvulling.load_vaardigheden() == [v.id for v in toepassing.load_vaardigheden(None)]
    assert aanvulling.load_stijlen() == list(STIJLEN)


def test_who_wants_lines_every_time_sets_that_on_the_start_screen(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setenv("CONFLICTSTIJL_MAP", str(tmp_path / "eigen"))
    laatste = str(len(KEUZES) + 1)
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{laatste}\n\n"))
    assert ask_opdracht() == ()
    assert (tmp_path / "eigen" / "instellingen.yaml").read_text(encoding="utf-8").endswith("regels: ja\n")
    assert "Voortaan krijg je gewone regels." in capsys.readouterr().out
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{laatste}\n\n"))
    assert ask_opdracht() == ()
    assert "Voortaan krijg je een heel scherm" in capsys.readouterr().out


def test_a_setting_that_cannot_be_kept_is_one_clear_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CONFLICTSTIJL_MAP", "/dev/null/map")
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{len(KEUZES) + 1}\n"))
    with pytest.raises(SchrijfFout, match="maken lukt niet"):
        ask_opdracht()


def test_regels_before_any_command_leads_to_the_start_screen_by_lines(
    roep: Roep, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CONFLICTSTIJL_REGELS", "0")
    monkeypatch.setattr("conflictstijl.cli.programma.check_interactief", lambda: True)
    monkeypatch.setattr(sys, "stdin", io.StringIO("\n"))
    assert roep("--regels").uit.startswith("Welkom bij conflictstijl.")
    assert roep("--regels", "waar").code == 0
