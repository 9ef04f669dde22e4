"""The boundary: one line, the right exit code, and never a traceback unless asked for."""

import io
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from conflictstijl import __main__, __version__
from conflictstijl.cli import grens
from conflictstijl.fouten import OnderbrokenFout

from .conftest import Roep

Start = Callable[..., "subprocess.Popen[str]"]


class KapotteStroom(io.StringIO):
    """A stream that refuses to be emptied."""

    def flush(self) -> None:
        raise OSError


def check_stil(fout: str) -> None:
    """Hold that nothing on stderr looks like an accident."""
    assert "Traceback" not in fout
    assert "Exception" not in fout
    assert "Errno" not in fout


def test_findings_stand_bare_in_the_order_of_their_places(proef: Roep) -> None:
    assert proef("invoer") == (2, "", "x.yaml:2:3: dit klopt niet\nx.yaml:9:3: dit klopt niet\n")


def test_other_lines_begin_with_the_name_of_the_program(proef: Roep) -> None:
    assert proef("fout") == (1, "", "conflictstijl: een\nconflictstijl: twee\n")


class Terminalscherm(io.StringIO):
    """A stderr that a person looks at."""

    def isatty(self) -> bool:
        return True


def test_on_a_terminal_a_message_is_wrapped_at_its_width(proef: Roep, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    monkeypatch.setattr(sys, "stderr", scherm := Terminalscherm())
    assert proef("kapot").code == 70
    regels = scherm.getvalue().splitlines()
    assert max(map(len, regels)) <= 40
    assert " ".join(regels) == (
        "conflictstijl: dit is een fout in het programma, niet van jou; "
        "zet --debug vóór de opdracht en stuur ons wat je dan ziet"
    )


def test_on_a_terminal_findings_and_lines_of_their_own_stay_apart(proef: Roep, monkeypatch: pytest.MonkeyPatch) -> None:
    for opdracht, regels in (
        ("invoer", ["x.yaml:2:3: dit klopt", "niet", "x.yaml:9:3: dit klopt", "niet"]),
        ("fout", ["conflictstijl: een", "conflictstijl: twee"]),
    ):
        monkeypatch.setenv("COLUMNS", "22")
        monkeypatch.setattr(sys, "stderr", scherm := Terminalscherm())
        proef(opdracht)
        assert scherm.getvalue().splitlines() == regels


def test_on_a_terminal_the_command_to_go_on_with_stands_whole_on_a_line_of_its_own(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    opdracht = "conflictstijl afnemen een-lijst-met-een-lange-naam --hervat"
    fout = OnderbrokenFout("gestopt; je antwoorden zijn bewaard, verder met:", opdracht)
    assert grens._write_fout(fout) == 130
    heel = f"conflictstijl: gestopt; je antwoorden zijn bewaard, verder met: {opdracht}\n"
    assert capsys.readouterr().err == heel
    monkeypatch.setenv("COLUMNS", "40")
    monkeypatch.setattr(sys, "stderr", scherm := Terminalscherm())
    grens._write_fout(fout)
    begin = "conflictstijl: gestopt; je antwoorden\nzijn bewaard, verder met:\n"
    assert scherm.getvalue() == f"{begin}  {opdracht}\n"


def test_a_command_may_answer_with_an_exit_code(proef: Roep) -> None:
    assert proef("code") == (3, "", "")


def test_arguments_come_from_the_process_by_default(proef: Roep, monkeypatch: pytest.MonkeyPatch) -> None:
    assert proef("code").code == 3
    monkeypatch.setattr(sys, "argv", ["conflictstijl", "code"])
    assert grens.run_programma() == 3


def test_a_bug_is_one_line_and_exit_70(proef: Roep) -> None:
    uitkomst = proef("kapot")
    assert uitkomst.code == 70
    assert uitkomst.fout == (
        "conflictstijl: dit is een fout in het programma, niet van jou; "
        "zet --debug vóór de opdracht en stuur ons wat je dan ziet\n"
    )


def test_debug_before_the_command_shows_where_a_bug_is(proef: Roep) -> None:
    uitkomst = proef("--debug", "kapot")
    assert uitkomst.code == 70
    assert "Traceback" in uitkomst.fout
    assert "KeyError: 'binnenkant'" in uitkomst.fout


@pytest.mark.parametrize(("waarde", "getoond"), [("1", True), ("ja", True), ("0", False), ("", False)])
def test_debug_may_come_from_the_environment(
    proef: Roep, monkeypatch: pytest.MonkeyPatch, waarde: str, *, getoond: bool
) -> None:
    monkeypatch.setenv("CONFLICTSTIJL_DEBUG", waarde)
    assert ("Traceback" in proef("kapot").fout) is getoond


def test_an_unforeseen_refusal_of_the_system_names_the_file(proef: Roep) -> None:
    uitkomst = proef("ontbreekt")
    assert uitkomst.code == 1
    assert uitkomst.fout == "conflictstijl: '/bestaat/niet' lukt niet: de map of het bestand bestaat niet\n"
    assert "FileNotFoundError" in proef("--debug", "ontbreekt").fout


def test_ctrl_c_is_one_line_and_130(start: Start) -> None:
    proces = start("slaap")
    assert proces.stdout is not None
    assert proces.stdout.readline() == "klaar\n"
    proces.send_signal(signal.SIGINT)
    _, fout = proces.communicate(timeout=10)
    assert (proces.returncode, fout) == (130, "Gestopt.\n")


def test_ctrl_c_in_a_terminal_does_not_write_behind_the_caret(monkeypatch: pytest.MonkeyPatch) -> None:
    scherm = io.StringIO()
    monkeypatch.setattr(scherm, "isatty", lambda: True)
    monkeypatch.setattr(sys, "stderr", scherm)
    assert grens._write_gestopt() == 130
    assert scherm.getvalue() == "\nGestopt.\n"


@pytest.mark.parametrize(("nummer", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129)])
def test_a_signal_stops_a_command_with_its_own_code(start: Start, nummer: signal.Signals, code: int) -> None:
    proces = start("slaap")
    assert proces.stdout is not None
    assert proces.stdout.readline() == "klaar\n"
    proces.send_signal(nummer)
    _, fout = proces.communicate(timeout=10)
    assert (proces.returncode, fout) == (code, "Gestopt.\n")


def test_what_saves_on_ctrl_c_saves_on_a_signal_and_a_second_one_does_not_disturb_it(start: Start) -> None:
    proces = start("bewaar")
    assert proces.stdout is not None
    assert proces.stdout.readline() == "klaar\n"
    proces.send_signal(signal.SIGHUP)
    assert proces.stdout.readline() == "bezig\n"
    proces.send_signal(signal.SIGHUP)
    proces.send_signal(signal.SIGTERM)
    uit, fout = proces.communicate(timeout=10)
    assert uit == "bewaard\n"
    assert (proces.returncode, fout) == (129, "conflictstijl: je antwoorden zijn bewaard\n")


def test_a_command_that_swallows_a_signal_still_ends_with_its_code(start: Start) -> None:
    proces = start("slik")
    assert proces.stdout is not None
    assert proces.stdout.readline() == "klaar\n"
    proces.send_signal(signal.SIGTERM)
    uit, _ = proces.communicate(timeout=10)
    assert (proces.returncode, uit) == (143, "doorgegaan\n")


def test_a_signal_in_this_process_is_handled_and_the_handler_goes_away(
    proef: Roep, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(time, "sleep", lambda _: os.kill(os.getpid(), signal.SIGTERM))
    assert proef("slaap") == (143, "klaar\n", "Gestopt.\n")
    assert signal.getsignal(signal.SIGTERM) is signal.SIG_DFL


def test_a_signal_that_the_caller_ignores_stays_ignored() -> None:
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        with grens._check_signalen() as ontvangen:
            os.kill(os.getpid(), signal.SIGHUP)
        assert ontvangen == []
    finally:
        signal.signal(signal.SIGHUP, signal.SIG_DFL)


@pytest.mark.parametrize("opdracht", ["$PROEF veel", "$PROEF veel 2>&1", "$ECHT --help", "$ECHT uitleg privacy"])
def test_a_reader_that_had_enough_is_no_failure(shell: Roep, opdracht: str) -> None:
    uitkomst = shell(f"{opdracht} | head -1; exit ${{PIPESTATUS[0]}}")
    assert uitkomst.code == 0
    assert len(uitkomst.uit.splitlines()) == 1
    assert uitkomst.fout == ""


def test_a_reader_that_is_gone_before_the_first_word_is_no_failure(shell: Roep) -> None:
    assert shell("{ sleep 0.5; $PROEF weinig; echo $? >&2; } | true") == (0, "", "0\n")


@pytest.mark.parametrize("opdracht", ["$PROEF veel", "$PROEF weinig", "$ECHT --help", "$ECHT --version", "$ECHT waar"])
@pytest.mark.parametrize(
    ("omleiding", "waarom"), [(">/dev/full", "de schijf is vol"), (">&-", "het bestand of de uitvoer is gesloten")]
)
def test_a_result_that_cannot_be_written_is_one_line(shell: Roep, opdracht: str, omleiding: str, waarom: str) -> None:
    uitkomst = shell(f"{opdracht} {omleiding}")
    assert uitkomst == (1, "", f"conflictstijl: schrijven lukt niet: {waarom}\n")


@pytest.mark.parametrize("omleiding", ["2>&-", "2>/dev/full", "2>&- >&-", "<&- >&- 2>&-"])
def test_a_message_that_cannot_be_written_leaves_the_exit_code(shell: Roep, omleiding: str) -> None:
    uitkomst = shell(f"$PROEF kapot {omleiding}")
    assert uitkomst == (70, "", "")


def test_a_message_to_a_closed_stderr_does_not_land_in_the_result(shell: Roep) -> None:
    assert shell("$PROEF fout 2>&-") == (1, "", "")


def test_a_closed_stdin_reads_as_empty(shell: Roep) -> None:
    assert shell("$PROEF lees <&-") == (0, "gelezen: ''\n", "")
    assert shell("$PROEF code <&-").code == 3


@pytest.mark.parametrize(
    ("codering", "getoond"), [("ascii:strict", "een ? twee\nhalf ?\n"), ("utf-8:strict", "een → twee\nhalf ?\n")]
)
def test_no_character_ends_the_program(shell: Roep, codering: str, getoond: str) -> None:
    assert shell("$PROEF tekens", PYTHONIOENCODING=codering) == (0, getoond, "")
    assert shell("$PROEF tekens >&2", PYTHONIOENCODING=codering).fout == getoond


def test_streams_that_are_missing_get_something_to_stand_on(monkeypatch: pytest.MonkeyPatch) -> None:
    for naam in ("stdin", "stdout", "stderr"):
        monkeypatch.setattr(sys, naam, None)
    grens._build_stromen()
    with sys.stdin, sys.stdout, sys.stderr:
        assert sys.stdin.read() == ""
        print("weg", file=sys.stderr, flush=True)
        print("weg")
        with pytest.raises(OSError, match="9"):
            sys.stdout.flush()
        grens._clean_stromen()


def test_a_stream_that_refuses_gets_the_null_device(monkeypatch: pytest.MonkeyPatch) -> None:
    lezer, schrijver = os.pipe()
    os.close(lezer)
    with os.fdopen(schrijver, "w") as stroom:
        monkeypatch.setattr(sys, "stderr", stroom)
        stroom.write("weg")
        grens._clean_stromen()
        stroom.flush()


def test_the_module_answers_like_the_program(shell: Roep) -> None:
    assert shell("$ECHT --version") == (0, f"conflictstijl {__version__}\n", "")
    assert shell("$ECHT vagdfg").code == 2


def lees_geladen(argument: str) -> set[str]:
    """Return the modules that answering one argument loads, in a fresh process."""
    inhoud = (
        "import sys; voor = set(sys.modules); from conflictstijl.__main__ import main; "
        "main(); print(*set(sys.modules) - voor, file=sys.stderr)"
    )
    klaar = subprocess.run([sys.executable, "-c", inhoud, argument], capture_output=True, text=True, check=True)
    return set(klaar.stderr.split())


def test_the_version_alone_imports_nothing_heavy() -> None:
    geladen = lees_geladen("--version")
    assert "conflictstijl.__main__" in geladen
    assert not {"typer", "dataclasses", "conflictstijl.fouten"} & geladen


def test_help_imports_no_heavy_library() -> None:
    geladen = lees_geladen("--help")
    assert "typer" in geladen
    assert not {"yaml", "platformdirs", "rich", "conflictstijl.cli.schema", "importlib.resources"} & geladen


@pytest.fixture
def eigen_signalen() -> Iterator[None]:
    """What handles signals now handles them afterwards."""
    eerder = {nummer: signal.getsignal(nummer) for nummer in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)}
    yield
    for nummer, doet in eerder.items():
        signal.signal(nummer, doet)


@pytest.mark.usefixtures("eigen_signalen")
def test_nothing_disturbs_the_end_of_the_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["conflictstijl", "waar"])
    monkeypatch.setattr(grens, "run_programma", lambda: 3)
    assert __main__.main() == 3
    signal.raise_signal(signal.SIGINT)
    signal.raise_signal(signal.SIGTERM)


def test_main_answers_the_version_itself(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "argv", ["conflictstijl", "--version"])
    monkeypatch.setattr(grens, "run_programma", lambda: 99)
    assert __main__.main() == 0
    assert capsys.readouterr().out == f"conflictstijl {__version__}\n"


@pytest.mark.usefixtures("eigen_signalen")
@pytest.mark.parametrize("stroom", [None, KapotteStroom()])
def test_main_leaves_a_version_that_cannot_be_written_to_the_boundary(
    monkeypatch: pytest.MonkeyPatch, stroom: io.StringIO | None
) -> None:
    monkeypatch.setattr(sys, "argv", ["conflictstijl", "--version"])
    monkeypatch.setattr(grens, "run_programma", lambda: 99)
    monkeypatch.setattr(sys, "stdout", stroom)
    assert __main__.main() == 99


def test_main_ends_quietly_on_a_second_ctrl_c(monkeypatch: pytest.MonkeyPatch) -> None:
    def stop() -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(sys, "argv", ["conflictstijl"])
    monkeypatch.setattr(grens, "run_programma", stop)
    assert __main__.main() == 130


def test_a_hostile_file_name_cannot_steer_the_terminal(shell: Roep, tmp_path: Path) -> None:
    naam = tmp_path / "e\x1b]0;PWN\x07\x9b31m\u202ea.yaml"
    naam.write_text("vragenlijst: [\n", encoding="utf-8")
    for opdracht in ("scoor", "controleer", "afnemen", "vragenlijsten", "controleer --json"):
        uit = shell(f"$ECHT {opdracht} '{naam}' </dev/null")
        assert uit.code in {1, 2}
        assert not {"\x1b", "\x07", "\x9b", "\u202e"} & set(uit.uit + uit.fout)


def test_a_shell_that_asks_for_nothing_gets_nothing(shell: Roep) -> None:
    for over in ("", "COMP_WORDS=conflictstijl COMP_CWORD=abc"):
        uit = shell(f"{over} _CONFLICTSTIJL_COMPLETE=complete_bash $ECHT")
        assert (uit.code, uit.fout) == (0, "")
