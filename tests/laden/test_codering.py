"""A second coding in CSV."""

from pathlib import Path

import pytest

from conflictstijl.laden.bevindingen import Bevindingen
from conflictstijl.laden.codering import load_codering

KOP = "de eerste regel moet zijn: item,stijl,richting"
KOMMA = "schrijf een getal met een punt, en zet een tekst met een komma tussen dubbele aanhalingstekens"


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


@pytest.mark.parametrize("scheider", [";", "\t"])
def test_a_coding_may_have_a_semicolon_or_a_tab_between_its_columns(scheider: str, tmp_path: Path) -> None:
    tekst = "item,stijl,richting,opmerking\n1,forceren,+,twijfel\n2,toegeven,-,\n".replace(",", scheider)
    assert read_codes(tmp_path, tekst) == ({"1": ("forceren", "+"), "2": ("toegeven", "-")}, [])


def test_empty_cells_beyond_the_last_column_are_left_alone(tmp_path: Path) -> None:
    assert read_codes(tmp_path, "item;stijl;richting\n1;forceren;+;;\n") == ({"1": ("forceren", "+")}, [])


@pytest.mark.parametrize(
    ("tekst", "regel"),
    [
        ("item,stijl\n1,a\n", f"codes.csv:1:1: kolom 'richting' ontbreekt; {KOP}"),
        ("", f"codes.csv:1:1: kolom 'item' ontbreekt; {KOP}"),
        ("item,stijl,richting\n1,forceren,plus\n", "codes.csv:2:1: richting 'plus' is geen + of -; schrijf + of -"),
        (
            "item,stijl,richting\n1,forceren,+,soms, vaak\n",
            f"codes.csv:2:1: regel 2 heeft 5 kolommen, en de eerste regel 3; {KOMMA}",
        ),
        (
            '"item,stijl,richting\n1,forceren,+\n',
            "codes.csv:1:1: deze regel is niet als CSV te lezen; kijk de aanhalingstekens na",
        ),
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
