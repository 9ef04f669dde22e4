"""Text tables as a stream of rows."""

import tracemalloc
from collections.abc import Callable, Iterable, Sequence
from io import BytesIO
from itertools import chain
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conflictstijl.fouten import InvoerFout
from conflictstijl.invoer import csvbron
from conflictstijl.invoer.bestand import load_tabellen
from conflictstijl.invoer.bron import Bron
from conflictstijl.model.tabel import Tabel

from .boeken import read_fout, read_rijen, write_bytes


def test_cells_are_left_as_they_are(tmp_path: Path) -> None:
    bestand = write_bytes(tmp_path / "a.csv", '" Vaak\xa0";x \n=1+1;"a ""b"" c"\n'.encode())
    assert read_rijen(bestand) == [[" Vaak\xa0", "x "], ["=1+1", 'a "b" c']]


@pytest.mark.parametrize("einde", ["\n", "\r\n", "\r"])
def test_blank_rows_are_empty_and_count(tmp_path: Path, einde: str) -> None:
    bestand = write_bytes(tmp_path / "a.csv", einde.join(["a;b", "", ";", "1;2", "", ""]).encode())
    assert read_rijen(bestand) == [["a", "b"], [], [], ["1", "2"], []]


def test_the_table_knows_its_file_and_is_no_workbook(tmp_path: Path) -> None:
    bestand = write_bytes(tmp_path / "a.csv", b"a;b\n")
    (tabel,) = load_tabellen(bestand)
    assert (tabel.bestand, tabel.blad, tabel.werkboek) == (bestand, "", False)


def test_a_file_of_blank_lines_is_empty(tmp_path: Path) -> None:
    assert "dit bestand is leeg" in read_fout(write_bytes(tmp_path / "a.csv", b"\r\n;;\r\n\r\n"))


def test_a_line_break_inside_quotes_is_part_of_the_cell(tmp_path: Path) -> None:
    bestand = write_bytes(tmp_path / "a.csv", b'"a\r\nb";c\r\n1;2\r\n')
    assert read_rijen(bestand) == [["a\r\nb", "c"], ["1", "2"]]


@pytest.mark.parametrize(
    ("rij", "wat"),
    [
        ('x;"y\n1;2', "rij 3 heeft een aanhalingsteken dat niet sluit; sluit het, of haal het weg"),
        ('x;"y"z', "rij 3 heeft een aanhalingsteken op een verkeerde plaats"),
        (f"x;{'y' * 200_000}", "rij 3 heeft een cel van meer dan 131072 tekens"),
        (f'x;"{"y;z" * 99_999}', "rij 3 heeft een cel van meer dan 131072 tekens"),
        ("x" + ";" * 10**6, "rij 3 heeft meer dan 5000 kolommen"),
    ],
)
def test_a_row_that_cannot_be_read_is_named_by_row_and_by_the_line_where_it_begins(
    tmp_path: Path, rij: str, wat: str
) -> None:
    bestand = write_bytes(tmp_path / "a.csv", f'a;b\n"een\ntwee";2\n{rij}\n3;4\n'.encode())
    assert read_fout(bestand).startswith(f":4:1: {wat}")


def test_a_line_counts_below_a_line_with_the_separator_too(tmp_path: Path) -> None:
    assert read_fout(write_bytes(tmp_path / "a.csv", b'sep=;\na;b\nx;"y\n')).startswith(":3:1: rij 2 ")


@pytest.mark.parametrize("rij", ['x;"y"', f"x;{'y' * 100_000}", "x" + ";" * 4_000, 'x;y"z'])
def test_the_plain_neighbour_of_such_a_row_is_read(tmp_path: Path, rij: str) -> None:
    assert len(read_rijen(write_bytes(tmp_path / "a.csv", f"a;b\n{rij}\n3;4\n".encode()))) == 3


def test_the_rows_before_a_broken_one_are_given_first(tmp_path: Path) -> None:
    (tabel,) = load_tabellen(write_bytes(tmp_path / "a.csv", b"a;b\n" + b"1;2\n" * 99 + b'"x'))
    rijen = tabel.read()
    assert [next(rijen) for _ in range(100)][-1] == ["1", "2"]
    with pytest.raises(InvoerFout, match=r":101:1: rij 101 "):
        next(rijen)


def test_a_broken_first_row_is_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(InvoerFout, match=r":1:1: rij 1 "):
        load_tabellen(write_bytes(tmp_path / "a.csv", b'"a;b\n1;2\n'))


def test_a_long_table_takes_no_more_memory_than_a_short_one(tmp_path: Path) -> None:
    bestand = write_bytes(tmp_path / "a.csv", b"D01;" + b"4;" * 30 + b"\n" + (b"D02;" + b"4;" * 30 + b"\n") * 60_000)
    tracemalloc.start()
    try:
        (tabel,) = load_tabellen(bestand)
        aantal = sum(1 for _ in tabel.read())
        assert sum(len(stapel.nummers) for stapel in tabel.read_stapels(1)) == aantal - 1
        piek = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert aantal == 60_001
    assert piek < 2 * 1024**2 < Path(bestand).stat().st_size


def load_tekst(tekst: str) -> Tabel | None:
    """The table of a text; None when it is none."""
    try:
        return csvbron.load_csv(Bron("a.csv", lambda: BytesIO(tekst.encode())))
    except InvoerFout:
        return None


def read_alle(rijen: Callable[[], Iterable[tuple[int, Sequence[str]]]]) -> list[object]:
    """All rows, and what went wrong behind them."""
    gelezen: list[object] = []
    try:
        gelezen.extend((nummer, list(cellen)) for nummer, cellen in rijen())
    except InvoerFout as fout:
        gelezen.append(str(fout))
    return gelezen


CELLEN = st.sampled_from(["", "1", "2", "ab", "\u00e9", " ", "\x1f", '"'])
REGELS = st.lists(st.lists(CELLEN, min_size=10, max_size=10).map(";".join)).map("\n".join)


@given(
    st.one_of(st.text(alphabet="ab;\r\n\t '\\\x0b\u2028\"", max_size=30), REGELS), st.integers(1, 90), st.integers(0, 4)
)
def test_a_table_is_the_same_in_stacks_and_row_by_row(tekst: str, stuk: int, vanaf: int) -> None:
    tabel = load_tekst(tekst)
    if tabel is None:
        return
    rijen = read_alle(lambda: enumerate(tabel.read(), 1))
    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setattr(csvbron, "_STUK", stuk)
        gelezen = read_alle(lambda: chain.from_iterable(tabel.read_stapels(vanaf)))
    verwacht = rijen[vanaf:]
    if isinstance(rijen[-1], str):
        # of the rows before a broken one those that go together with it need not come
        assert gelezen.pop() == rijen[-1]
        verwacht = verwacht[: len(gelezen)]
    assert gelezen == verwacht


def test_lines_without_a_quotation_mark_are_not_spelled_letter_by_letter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tabel,) = load_tabellen(write_bytes(tmp_path / "a.csv", b"a;b\n1;2\n"))
    monkeypatch.delattr("csv.reader")
    (stapel,) = tabel.read_stapels(1)
    assert list(stapel) == [(2, ("1", "2"))]
