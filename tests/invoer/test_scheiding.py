"""What stands between two columns."""

from pathlib import Path

import pytest

from .boeken import read_fout, read_rijen, write_bytes


def read_breedtes(pad: Path, tekst: str) -> list[int]:
    return [len(rij) for rij in read_rijen(write_bytes(pad / "a.csv", tekst.encode()))]


@pytest.mark.parametrize("teken", [";", ",", "\t", "|"])
def test_the_separator_is_found(tmp_path: Path, teken: str) -> None:
    assert read_rijen(write_bytes(tmp_path / "a.csv", f"a{teken}b\n1{teken}2\n".encode())) == [["a", "b"], ["1", "2"]]


@pytest.mark.parametrize("regel", ["sep=;", '"sep=;"', "SEP=;", "\ufeffsep=;"])
@pytest.mark.parametrize("einde", ["\n", "\r\n", "\r"])
def test_a_first_line_with_the_separator_decides_and_is_no_row(tmp_path: Path, regel: str, einde: str) -> None:
    tekst = f"{regel}{einde}a,b;c,d{einde}1,2;3,4{einde}"
    assert read_rijen(write_bytes(tmp_path / "a.csv", tekst.encode())) == [["a,b", "c,d"], ["1,2", "3,4"]]


def test_the_first_line_may_name_a_separator_that_is_never_guessed(tmp_path: Path) -> None:
    assert read_rijen(write_bytes(tmp_path / "a.csv", b"sep=#\na#b\n")) == [["a", "b"]]


@pytest.mark.parametrize("regel", ["sep=", 'sep="', "sep=ab"])
def test_a_first_line_that_names_no_separator_is_a_row(tmp_path: Path, regel: str) -> None:
    assert read_breedtes(tmp_path, f"{regel};x\na;b\n".replace('"', "")) == [2, 2]


def test_a_file_with_nothing_but_a_separator_is_empty(tmp_path: Path) -> None:
    assert "dit bestand is leeg" in read_fout(write_bytes(tmp_path / "a.csv", b"sep=;\n"))


def test_decimal_commas_do_not_divide_columns(tmp_path: Path) -> None:
    assert read_breedtes(tmp_path, "a;b\n" + "1,5;2,5\n" * 10) == [2] * 11


def test_commas_and_line_breaks_in_texts_do_not_divide_columns(tmp_path: Path) -> None:
    rij = '"Soms, of niet;\nof, eh; ja",4,"x\r\ny"\n'
    assert read_breedtes(tmp_path, "a,b,c\n" + rij * 5) == [3] * 6


def test_lines_of_title_above_the_table_say_nothing(tmp_path: Path) -> None:
    tekst = "Uitkomsten van ons team\n" * 11 + "Gemaakt in mei, door mij\n" + "a;b;c\n1;2;3\n" * 4
    assert read_breedtes(tmp_path, tekst)[-1] == 3


def test_rows_of_unequal_width_keep_their_separator(tmp_path: Path) -> None:
    assert read_breedtes(tmp_path, "a;b;c;d\n1;2\n1;2;3;4\n1;2;3\n") == [4, 2, 4, 3]


def test_a_decimal_comma_in_every_row_of_a_ragged_table_does_not_divide_columns(tmp_path: Path) -> None:
    rijen = ["a;" + ";".join("bcdefghijkl"), *["3,5;1;2;3;4;5;6;7;8;9;10;11"] * 12, *["3,5;1;2"] * 2]
    assert read_breedtes(tmp_path, "\n".join(rijen))[0] == 12


def test_of_two_steady_separators_the_one_with_more_columns_wins(tmp_path: Path) -> None:
    assert read_breedtes(tmp_path, "a,x;b;c\n1,2;3;4\n") == [3, 3]


def test_a_column_alone_is_a_table(tmp_path: Path) -> None:
    assert read_rijen(write_bytes(tmp_path / "a.csv", b"naam\nAnna\nBo\n")) == [["naam"], ["Anna"], ["Bo"]]


def test_a_comma_in_a_sentence_does_not_divide_a_column_that_is_alone(tmp_path: Path) -> None:
    tekst = "opmerking\n" + "goed\n" * 10 + "ja, hoor\n"
    assert read_rijen(write_bytes(tmp_path / "a.csv", tekst.encode()))[-1] == ["ja, hoor"]


def test_an_open_quote_further_on_does_not_change_the_separator(tmp_path: Path) -> None:
    bestand = write_bytes(tmp_path / "a.csv", b'a;b\n1;2\n3;"x\n')
    assert read_fout(bestand).startswith(":3:1: rij 3 ")
