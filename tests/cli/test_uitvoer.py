"""Writing lines, JSON and files."""

import errno
import io
import json
import os
import sys
import tempfile
from pathlib import Path

import pytest

from conflictstijl.cli import uitvoer
from conflictstijl.fouten import ConflictstijlFout, GebruikFout, SchrijfFout, render_oorzaak

from .conftest import Roep


class Scherm(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def lijst(folder: Path) -> list[str]:
    return sorted(pad.name for pad in folder.iterdir())


def weiger(*_args: object, **_kwargs: object) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


def test_lines_go_to_stdout_and_messages_to_stderr(capsys: pytest.CaptureFixture[str]) -> None:
    uitvoer.write_regels(["een", "twee"])
    uitvoer.write_meldingen(["drie"])
    assert capsys.readouterr() == ("een\ntwee\n", "drie\n")


def test_a_message_that_cannot_be_shown_is_let_go(monkeypatch: pytest.MonkeyPatch) -> None:
    scherm = io.StringIO()
    monkeypatch.setattr(scherm, "flush", weiger)
    monkeypatch.setattr(sys, "stderr", scherm)
    uitvoer.write_meldingen(["weg"])


def test_json_is_readable_and_ends_with_a_newline(capsys: pytest.CaptureFixture[str]) -> None:
    uitvoer.write_json({"naam": "Zoë", "lijst": [1]})
    assert capsys.readouterr().out == '{\n  "naam": "Zoë",\n  "lijst": [\n    1\n  ]\n}\n'


def test_json_comes_after_lines_that_were_written_before(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    uitvoer.write_regels(["eerst"])
    uitvoer.write_json({})
    assert capsysbinary.readouterr().out == b"eerst\n{}\n"


def test_json_is_utf8_on_a_console_that_is_not(shell: Roep) -> None:
    uit = shell("$ECHT waar --json", PYTHONIOENCODING="cp1252", CONFLICTSTIJL_MAP="/zoë").uit
    assert json.loads(uit)["eigen_vragenlijsten"] == "/zoë/vragenlijsten"


def test_json_survives_a_name_that_is_no_text(capsys: pytest.CaptureFixture[str]) -> None:
    uitvoer.write_json({"naam": "half \udce9"})
    assert '"half ?"' in capsys.readouterr().out


def test_json_refuses_a_number_that_json_does_not_have() -> None:
    with pytest.raises(ValueError, match="JSON"):
        uitvoer.write_json({"waarde": float("nan")})


@pytest.mark.parametrize(
    ("columns", "breedte"), [("60", 60), ("0", 80), ("-5", 80), ("abc", 80), ("300", 100), ("3", 20), ("", 80)]
)
def test_the_width_is_bounded_and_has_a_default(monkeypatch: pytest.MonkeyPatch, columns: str, breedte: int) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    monkeypatch.setattr(os, "get_terminal_size", weiger)
    assert uitvoer.read_kolommen() == breedte


def test_the_width_of_the_terminal_counts_without_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("COLUMNS")
    monkeypatch.setattr(os, "get_terminal_size", lambda _: os.terminal_size((72, 20)))
    assert uitvoer.read_kolommen() == 72


def test_colours_need_a_terminal_that_wants_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    assert uitvoer.check_kleur(Scherm())
    assert not uitvoer.check_kleur(io.StringIO())
    monkeypatch.setenv("NO_COLOR", "1")
    assert not uitvoer.check_kleur(Scherm())
    monkeypatch.delenv("NO_COLOR")
    monkeypatch.setenv("TERM", "dumb")
    assert not uitvoer.check_kleur(Scherm())


def test_somebody_can_answer_when_both_sides_are_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", Scherm())
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    assert not uitvoer.check_interactief()
    assert uitvoer.check_interactief(Scherm())
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    assert not uitvoer.check_interactief(Scherm())


@pytest.mark.parametrize(
    ("nummer", "oorzaak"),
    [
        (errno.EACCES, "je hebt er geen rechten voor"),
        (errno.ENOSPC, "de schijf is vol"),
        (errno.EMLINK, "het systeem weigert (EMLINK)"),
        (987654, "het systeem weigert (onbekend)"),
        (None, "het systeem weigert (onbekend)"),
    ],
)
def test_a_refusal_of_the_system_is_told_in_dutch(nummer: int | None, oorzaak: str) -> None:
    fout = OSError() if nummer is None else OSError(nummer, "English")
    assert render_oorzaak(fout) == oorzaak


def test_a_new_file_is_written_whole_for_its_owner_only(tmp_path: Path) -> None:
    oud = os.umask(0)
    try:
        uitvoer.write_bestand(tmp_path / "uit.json", b"inhoud\n", overschrijf=False)
    finally:
        os.umask(oud)
    assert (tmp_path / "uit.json").read_bytes() == b"inhoud\n"
    assert (tmp_path / "uit.json").stat().st_mode & 0o777 == 0o600
    assert lijst(tmp_path) == ["uit.json"]


def test_the_file_and_its_folder_reach_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gezien: list[Path] = []
    monkeypatch.setattr(os, "fsync", lambda greep: gezien.append(Path(f"/proc/self/fd/{greep}").readlink()))
    uitvoer.write_bestand(tmp_path / "uit.json", b"x", overschrijf=False)
    assert [pad.parent for pad in gezien] == [tmp_path, tmp_path.parent]


def test_an_existing_file_is_only_replaced_when_asked(tmp_path: Path) -> None:
    pad = tmp_path / "uit.json"
    pad.write_bytes(b"oud")
    with pytest.raises(GebruikFout, match=r"uit\.json' bestaat al; kies een andere naam of geef --overschrijf"):
        uitvoer.write_bestand(pad, b"nieuw", overschrijf=False)
    assert pad.read_bytes() == b"oud"
    uitvoer.write_bestand(pad, b"nieuw", overschrijf=True)
    assert pad.read_bytes() == b"nieuw"


@pytest.mark.parametrize("soort", ["map", "link", "fifo"])
def test_what_is_no_plain_file_is_never_replaced(tmp_path: Path, soort: str) -> None:
    pad = tmp_path / "uit"
    if soort == "map":
        pad.mkdir()
    elif soort == "link":
        pad.symlink_to("weg")
    else:
        os.mkfifo(pad)
    with pytest.raises(GebruikFout, match="is geen gewoon bestand; kies een andere naam"):
        uitvoer.write_bestand(pad, b"x", overschrijf=True)
    assert os.path.lexists(pad)


def test_a_device_is_never_replaced() -> None:
    with pytest.raises(GebruikFout, match="'/dev/null' is geen gewoon bestand"):
        uitvoer.write_bestand(Path("/dev/null"), b"x", overschrijf=True)
    assert Path("/dev/null").is_char_device()


def test_a_read_only_file_is_not_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pad = tmp_path / "uit"
    pad.write_bytes(b"oud")
    monkeypatch.setattr(os, "access", lambda *_: False)  # root may write everywhere
    with pytest.raises(SchrijfFout, match="is alleen-lezen; kies een andere naam"):
        uitvoer.write_bestand(pad, b"x", overschrijf=True)
    assert pad.read_bytes() == b"oud"


@pytest.mark.parametrize(
    ("naam", "oorzaak"),
    [
        ("weg/uit.json", "de map of het bestand bestaat niet"),
        ("gewoon/uit.json", "een deel van het pad is geen map"),
        ("x" * 300, "de naam is te lang"),
    ],
)
def test_an_impossible_place_is_told_in_dutch(tmp_path: Path, naam: str, oorzaak: str) -> None:
    (tmp_path / "gewoon").write_bytes(b"")
    with pytest.raises(SchrijfFout, match=f"schrijven lukt niet: {oorzaak}; kies een andere plek"):
        uitvoer.write_bestand(tmp_path / naam, b"x", overschrijf=False)
    assert lijst(tmp_path) == ["gewoon"]


@pytest.mark.parametrize("plek", ["mkstemp", "fdopen", "fsync", "replace"])
def test_whatever_step_fails_the_old_file_stays_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, plek: str
) -> None:
    pad = tmp_path / "uit.json"
    pad.write_bytes(b"oud")
    waar = {"mkstemp": tempfile, "replace": Path}.get(plek, os)
    monkeypatch.setattr(waar, plek, weiger)
    with pytest.raises(SchrijfFout, match="de schijf is vol") as gevangen:
        uitvoer.write_bestand(pad, b"nieuw", overschrijf=True)
    assert gevangen.value.exit_code == 1
    assert pad.read_bytes() == b"oud"
    assert lijst(tmp_path) == ["uit.json"]


def test_a_naive_writer_does_lose_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pad = tmp_path / "uit.json"
    pad.write_bytes(b"oud")
    monkeypatch.setattr(os, "fsync", weiger)
    with pad.open("wb") as bestand, pytest.raises(OSError, match="space"):
        os.fsync(bestand.fileno())
    assert pad.read_bytes() != b"oud"


def test_stopping_halfway_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(_greep: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", stop)
    with pytest.raises(KeyboardInterrupt):
        uitvoer.write_bestand(tmp_path / "uit.json", b"x", overschrijf=False)
    assert lijst(tmp_path) == []


def test_a_system_that_cannot_open_a_folder_is_no_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    echt = os.fsync

    def weiger_map(greep: int) -> None:
        if Path(f"/proc/self/fd/{greep}").is_dir():
            weiger()
        echt(greep)

    monkeypatch.setattr(os, "fsync", weiger_map)
    uitvoer.write_bestand(tmp_path / "uit.json", b"x", overschrijf=False)
    assert lijst(tmp_path) == ["uit.json"]


def test_steering_characters_in_a_name_do_not_reach_the_terminal(tmp_path: Path) -> None:
    pad = tmp_path / "\x1b[31muit"
    pad.write_bytes(b"")
    with pytest.raises(ConflictstijlFout) as gevangen:
        uitvoer.write_bestand(pad, b"x", overschrijf=False)
    assert "\x1b" not in str(gevangen.value)


@pytest.mark.parametrize(
    ("pad", "getoond"),
    [
        ("ons-team.yaml", "ons-team.yaml"),
        ("C:/mijn/lijst.yaml", "C:/mijn/lijst.yaml"),
        ("mijn lijst.yaml", '"mijn lijst.yaml"'),
        ("jan's lijst.yaml", '"jan\'s lijst.yaml"'),
        ("kost $5.yaml", "'kost $5.yaml'"),
    ],
)
def test_a_path_in_a_command_is_quoted_as_every_shell_takes_it(pad: str, getoond: str) -> None:
    assert uitvoer.render_argument(pad) == getoond
