"""What a file is stands in its first bytes."""

from pathlib import Path

import pytest

from conflictstijl.invoer import soort

from .boeken import build_delen, pack, read_fout, read_rijen, write_bytes

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
BLAD = b"vragenlijst: team\nantwoorden: [4, 2]\n"


@pytest.mark.parametrize(
    ("inhoud", "wat"),
    [
        (b"%PDF-1.7\n", "dit is een pdf"),
        (b"\x1f\x8b\x08\x00", "ingepakt (gzip)"),
        (b"BZh91AY", "ingepakt (bzip2)"),
        (b"\xfd7zXZ\0", "ingepakt (xz)"),
        (b"7z\xbc\xaf\x27\x1c\0", "ingepakt (7z)"),
        (b"Rar!\x1a\x07\0", "ingepakt (rar)"),
        (b"{\\rtf1 a", "tekstdocument (rtf)"),
        (b"\x89PNG\r\n", "een afbeelding"),
        (b"\xff\xd8\xff\xe0", "een afbeelding"),
        (b"PAR1\0", "Parquet"),
        (b"SQLite format 3\0", "een databank"),
        (OLE, "een oud bestand van Excel (.xls); bewaar het als .xlsx of als csv"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "dit werkboek heeft een wachtwoord"),
        (b"<html><table>", "een webpagina"),
        (b"\xef\xbb\xbf\r\n<!DOCTYPE html>", "een webpagina"),
        (b"<TABLE border=1>", "een webpagina"),
        (b'<?xml version="1.0"?><Workbook/>', "een xml-bestand"),
        (b'{"vragenlijst": "team"}', "dit is JSON en geen tabel"),
        (b"[[4, 2], [1, 3]]", "dit is JSON en geen tabel"),
        (b"vragenlijst: team\nformaat: 1\n", "dit is YAML en geen tabel"),
        (BLAD, "dit is een antwoordblad en geen tabel; gebruik conflictstijl scoor, of zet elk blad"),
        (b"# mijn blad\n---\n- " + BLAD.replace(b"\na", b"\n  a"), "dit is een antwoordblad"),
        (b'{"vragenlijst": "team", "antwoorden": [4]}', "dit is een antwoordblad"),
    ],
)  # fmt: skip
def test_a_file_that_is_no_table_says_what_it_is_whatever_its_name(tmp_path: Path, inhoud: bytes, wat: str) -> None:
    assert wat in read_fout(write_bytes(tmp_path / "antwoorden.csv", inhoud))


@pytest.mark.parametrize(
    "inhoud",
    [
        b"PDF;a\n",
        b"Vragenlijst: ons team;\n;q1\n",
        b"vragenlijst: ons team;\n;q1\n",
        b"<leeftijd>;q1\n",
        b"[q1];[q2]\n",
        b"{q1};q2\n",
        b"antwoorden;q1\n",
    ],
)
def test_a_table_that_looks_a_little_like_something_else_is_a_table(tmp_path: Path, inhoud: bytes) -> None:
    assert read_rijen(write_bytes(tmp_path / "a.csv", inhoud))[0][0] == inhoud.decode().split(";")[0]


def test_a_workbook_is_one_whatever_its_name(tmp_path: Path) -> None:
    assert read_rijen(write_bytes(tmp_path / "antwoorden.csv", build_delen())) == [["4"]]


def test_a_table_is_one_whatever_its_name(tmp_path: Path) -> None:
    assert read_rijen(write_bytes(tmp_path / "antwoorden.xlsx", b"a;b\n")) == [["a", "b"]]


def test_a_workbook_too_large_is_refused_before_it_is_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(soort, "MAX_WERKBOEK", 1024**2)
    boek = pack(build_delen())
    assert "groter dan 1 MB" in read_fout(write_bytes(tmp_path / "a.xlsx", boek + bytes(1024**2)))
    assert read_fout(write_bytes(tmp_path / "b.xlsx", boek)) == ""


def test_sheets_of_a_text_file_are_refused(tmp_path: Path) -> None:
    assert "heeft geen bladen; laat --blad weg" in read_fout(write_bytes(tmp_path / "a.csv", b"a;b\n"), "Blad1")
