"""Bytes that can be read more than once: regular files and stdin."""

import gc
import io
import os
import sys
import tempfile
from pathlib import Path
from types import SimpleNamespace

import pytest

from conflictstijl.fouten import InvoerFout
from conflictstijl.invoer import bron
from conflictstijl.invoer.bestand import load_tabellen
from conflictstijl.invoer.bron import load_bron

from .boeken import build_delen, pack, read_fout, read_rijen, write_bytes


def set_stdin(monkeypatch: pytest.MonkeyPatch, inhoud: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(inhoud)))


def test_a_file_is_read_from_its_beginning_on_every_pass(tmp_path: Path) -> None:
    (tabel,) = load_tabellen(write_bytes(tmp_path / "a.csv", b"a;b\n1;2\n"))
    eerste = tabel.read()
    assert next(eerste) == ["a", "b"]
    assert list(tabel.read()) == [["a", "b"], ["1", "2"]]
    assert list(eerste) == [["1", "2"]]


def test_stdin_can_be_passed_over_twice_at_the_same_time(monkeypatch: pytest.MonkeyPatch) -> None:
    rijen = [[f"D{nummer:05}", "4"] for nummer in range(50_000)]
    set_stdin(monkeypatch, "\n".join(map(";".join, rijen)).encode())
    (tabel,) = load_tabellen("-")
    assert tabel.bestand == "stdin"
    assert [eerste for eerste, tweede in zip(tabel.read(), tabel.read(), strict=True) if eerste == tweede] == rijen


def test_a_workbook_may_come_by_stdin(monkeypatch: pytest.MonkeyPatch) -> None:
    set_stdin(monkeypatch, pack(build_delen()))
    assert read_rijen("-") == [["4"]]


def test_a_stream_goes_to_any_place(monkeypatch: pytest.MonkeyPatch) -> None:
    set_stdin(monkeypatch, b"abcdef")
    with load_bron("-").open() as stroom:
        assert stroom.seek(-2, os.SEEK_END) == 4
        assert stroom.seek(-1, os.SEEK_CUR) == 3
        assert stroom.read() == b"def"


def test_what_stdin_held_is_gone_with_its_table(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    set_stdin(monkeypatch, b"a;b\n")
    with (tmp_path / "spoel").open("w+b") as spoel:
        monkeypatch.setattr(tempfile, "TemporaryFile", lambda: spoel)
        tabellen = load_tabellen("-")
        gc.collect()
        assert not spoel.closed
        tabellen.clear()
        gc.collect()
        assert spoel.closed


@pytest.mark.parametrize("stdin", [None, SimpleNamespace(buffer=io.BytesIO())])
def test_a_closed_or_empty_stdin_is_an_empty_file(monkeypatch: pytest.MonkeyPatch, stdin: object) -> None:
    monkeypatch.setattr(sys, "stdin", stdin)
    assert read_fout("-") == ": dit bestand is leeg; kijk of de export gelukt is"


def test_a_stdin_that_cannot_be_read_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    stroom = io.BytesIO()
    stroom.close()
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=stroom))
    assert read_fout("-").startswith(": dit bestand is niet te lezen: ")


def test_a_stdin_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bron, "MAX_BYTES", 1024**2)
    set_stdin(monkeypatch, b"a;b\n" * 1024**2)
    assert read_fout("-") == ": het bestand is groter dan 1 MB; splits het bestand"
    set_stdin(monkeypatch, b"a;b\n" * 1024)
    assert len(read_rijen("-")) == 1024


def test_a_file_too_large_is_refused_without_reading_it(tmp_path: Path) -> None:
    pad = tmp_path / "groot.csv"
    with pad.open("wb") as bestand:
        bestand.truncate(bron.MAX_BYTES + 1)
    assert read_fout(str(pad)) == ": het bestand is groter dan 2048 MB; splits het bestand"


def test_an_empty_file_is_named(tmp_path: Path) -> None:
    assert read_fout(write_bytes(tmp_path / "leeg.csv", b"")).startswith(": dit bestand is leeg")


def test_what_is_not_there_is_told(tmp_path: Path) -> None:
    assert read_fout(str(tmp_path / "weg.csv")) == ": dit bestand is er niet; kijk de naam na"


def test_a_name_that_is_no_name_is_told() -> None:
    with pytest.raises(InvoerFout, match="niet te lezen: de naam klopt niet"):
        load_bron("a\0b")


def test_a_name_that_is_too_long_is_told_in_part() -> None:
    with pytest.raises(InvoerFout, match="niet te lezen: de naam is te lang") as fout:
        load_bron("a" * 5000)
    assert len(str(fout.value)) < 300


def test_a_folder_is_refused(tmp_path: Path) -> None:
    assert read_fout(str(tmp_path)) == ": dit is een map; geef een bestand"


def test_a_pipe_or_a_device_is_refused_without_opening_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pijp")
    for pad in (tmp_path / "pijp", Path("/dev/zero")):
        assert read_fout(str(pad)).startswith(": dit is geen gewoon bestand")


def test_a_file_that_may_not_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bestand = write_bytes(tmp_path / "a.csv", b"a;b\n")

    def weiger(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "open", weiger)
    assert read_fout(bestand) == ": je mag dit bestand niet lezen; kijk de rechten na"


def test_a_file_that_changes_between_two_passes_is_told(tmp_path: Path) -> None:
    bestand = write_bytes(tmp_path / "a.csv", b"a;b\n1;2\n")
    (tabel,) = load_tabellen(bestand)
    write_bytes(tmp_path / "a.csv", b"a;b\n1;\xe9\n")
    with pytest.raises(InvoerFout, match="tijdens het lezen veranderd"):
        list(tabel.read())


def test_a_file_that_is_gone_at_the_next_pass_is_told(tmp_path: Path) -> None:
    bestand = write_bytes(tmp_path / "a.csv", b"a;b\n1;2\n")
    (tabel,) = load_tabellen(bestand)
    Path(bestand).unlink()
    with pytest.raises(InvoerFout, match="dit bestand is er niet"):
        list(tabel.read())
