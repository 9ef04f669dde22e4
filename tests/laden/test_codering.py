"""A second coding in CSV."""

from pathlib import Path

import pytest

from conflictstijl.laden.bevindingen import Bevindingen
from conflictstijl.laden.codering import load_codering


def read_codes(tmp_path: Path, tekst: str) -> tuple[dict[str, tuple[str, str]], list[str]]:
    pad = tmp_path / "codes.csv"
    pad.write_text(tekst, encoding="utf-8")
    bevindingen = Bevindingen()
    codes = load_codering(pad, pad.name, bevindingen)
    return codes, [str(bevinding) for bevinding in bevindingen]


def test_a_coding_is_read_by_the_names_of_its_columns(tmp_path: Path) -> None:
    codes, regels = read_codes(tmp_path, "stijl, item,richting,item\nforceren,,+,1\ntoegeven,,-,2\n")
    assert codes == {"1": ("forceren", "+"), "2": ("toegeven", "-")}
    assert regels == []


@pytest.mark.parametrize(
    ("tekst", "regel"),
    [
        ("item,stijl\n1,a\n", "codes.csv:1:1: kolom 'richting' ontbreekt; de eerste regel is: item,stijl,richting"),
        ("", "codes.csv:1:1: kolom 'item' ontbreekt; de eerste regel is: item,stijl,richting"),
        ("item,stijl,richting\n1,forceren,plus\n", "codes.csv:2:1: richting 'plus' is geen + of -; schrijf + of -"),
        ("item,stijl,richting\n1\n", "codes.csv:2:1: richting '' is geen + of -; schrijf + of -"),
        ("item,stijl,richting\n1,a,+\n1,a,-\n", "codes.csv:3:1: item '1' staat er al; haal een van de twee weg"),
        (
            f"item,stijl,richting\n{'x' * 140_000}",
            "codes.csv:2:1: deze regel is niet als CSV te lezen; kijk de aanhalingstekens na",
        ),
    ],
)
def test_a_bad_row_is_reported_with_its_line(tekst: str, regel: str, tmp_path: Path) -> None:
    assert read_codes(tmp_path, tekst)[1] == [regel]
