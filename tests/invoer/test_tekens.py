"""Which letters a text file is written in."""

from pathlib import Path

import pytest

from conflictstijl.invoer import tekens
from conflictstijl.invoer.bestand import load_tabellen

from .boeken import read_fout, read_rijen, write_bytes

TEKST = "naam;q1\r\nZoë – één;4\r\n"
RIJEN = [["naam", "q1"], ["Zoë – één", "4"]]


@pytest.mark.parametrize("codering", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "cp1252"])
def test_letters_with_an_accent_survive_every_encoding(tmp_path: Path, codering: str) -> None:
    bom = "\ufeff" if codering == "utf-16-be" else ""
    assert read_rijen(write_bytes(tmp_path / "a.csv", (bom + TEKST).encode(codering))) == RIJEN


@pytest.mark.parametrize("codering", ["utf-8", "utf-8-sig", "utf-16"])
def test_nothing_is_said_of_an_encoding_that_is_certain(tmp_path: Path, codering: str) -> None:
    (tabel,) = load_tabellen(write_bytes(tmp_path / "a.csv", TEKST.encode(codering)))
    assert tabel.meldingen == ()


def test_an_encoding_that_had_to_be_assumed_is_told_with_the_line_that_says_so(tmp_path: Path) -> None:
    (tabel,) = load_tabellen(write_bytes(tmp_path / "a.csv", TEKST.encode("cp1252")))
    (melding,) = tabel.meldingen
    assert (melding.rij, melding.soort) == (0, "codering")
    assert melding.wat.startswith("geen UTF-8 (zie regel 2), dus gelezen als Windows-1252")


def test_one_byte_at_the_end_of_a_long_file_decides(tmp_path: Path) -> None:
    inhoud = b"naam;q1\n" * 100_000 + b"Zo\xeb;4\n"
    (tabel,) = load_tabellen(write_bytes(tmp_path / "a.csv", inhoud))
    assert "regel 100001" in tabel.meldingen[0].wat
    assert list(tabel.read())[-1] == ["Zoë", "4"]


def test_a_letter_that_lies_over_two_blocks_is_one_letter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tekens, "BLOK", 5)
    assert read_rijen(write_bytes(tmp_path / "a.csv", TEKST.encode())) == RIJEN


def test_a_letter_cut_at_the_end_of_the_file_is_no_utf8(tmp_path: Path) -> None:
    (tabel,) = load_tabellen(write_bytes(tmp_path / "a.csv", "a;b\n1;é".encode()[:-1]))
    assert "regel 2" in tabel.meldingen[0].wat
    assert list(tabel.read())[-1] == ["1", "Ã"]


@pytest.mark.parametrize("byte", [0x81, 0x8D, 0x8F, 0x90, 0x9D])
def test_a_byte_that_is_no_letter_anywhere_is_named_with_its_line(tmp_path: Path, byte: int) -> None:
    inhoud = b"naam;q1\r\nZo\xeb;4\r\nA" + bytes([byte]) + b";3\r\n"
    assert read_fout(write_bytes(tmp_path / "a.csv", inhoud)).startswith(":3:1: hier staat een byte die geen letter is")


@pytest.mark.parametrize("codering", ["utf-8", "cp1252", "utf-16"])
def test_a_nul_is_named_with_its_line(tmp_path: Path, codering: str) -> None:
    inhoud = "é;q1\na;4\nb\0;4\n".encode(codering)
    assert read_fout(write_bytes(tmp_path / "a.csv", inhoud)).startswith(":3:1: hier staat een nulteken")


def test_lines_of_an_old_mac_are_counted_too(tmp_path: Path) -> None:
    assert read_fout(write_bytes(tmp_path / "a.csv", b"a;q1\ra;4\rb\0;4\r")).startswith(":3:1: ")


@pytest.mark.parametrize("inhoud", [b"\xff\xfea\0;\0b\0\n", b"\xff\xfea\0\x00\xd8b\0\n\0"])
def test_utf16_that_is_cut_or_holds_half_a_letter_is_told(tmp_path: Path, inhoud: bytes) -> None:
    assert "hier staat een byte die geen letter is" in read_fout(write_bytes(tmp_path / "a.csv", inhoud))


def test_a_line_that_never_ends_is_refused(tmp_path: Path) -> None:
    assert "langer dan 4 MB" in read_fout(write_bytes(tmp_path / "a.csv", b"a;b\n" + b"x" * 5 * 1024**2))
    assert read_fout(write_bytes(tmp_path / "b.csv", b"a;b\n" + (b"x" * 99 + b"\n") * 60_000)) == ""
