"""The command `werkvormen`: what there is, what fits in the time, and an agenda on paper."""

import json
from pathlib import Path

import pytest

from conflictstijl.cli.aanvulling import load_werkvormnamen
from tests.laden.lezen import WERKVORMEN

from .conftest import Roep

EEN = "één werkvorm; geef bijvoorbeeld: conflictstijl werkvormen incidentmethode"


def test_the_list_names_every_method_with_what_it_is_for_and_its_size(roep: Roep) -> None:
    uitkomst = roep("werkvormen")
    assert (uitkomst.code, uitkomst.fout) == (0, "")
    koppen = [regel.partition(":")[0] for regel in uitkomst.uit.split("\n\n")[0].splitlines() if regel[0] != " "]
    assert koppen == sorted(WERKVORMEN) == load_werkvormnamen()
    assert "  55 tot 150 minuten, 4 tot 15 mensen, voor beginners\n" in uitkomst.uit


def test_a_length_lists_what_fits_in_it(roep: Roep) -> None:
    document = json.loads(roep("werkvormen", "--duur", "45", "--json").uit)
    assert (document["formaat"], document["soort"]) == (1, "werkvormen")
    assert [werkvorm["id"] for werkvorm in document["werkvormen"]] == ["roddelmethode", "vijfstappen", "waarderend"]


def test_one_method_is_shown_with_an_agenda_that_adds_up(roep: Roep) -> None:
    uitkomst = roep("werkvormen", "balint", "--duur", "85", "--deelnemers", "8", "--json")
    [werkvorm] = json.loads(uitkomst.uit)["werkvormen"]
    assert (uitkomst.code, werkvorm["duur"], werkvorm["deelnemers"]) == (0, 85, 8)
    assert sum(punt["minuten"] for punt in werkvorm["agenda"]) == 85
    assert werkvorm["vervolg"] == []


@pytest.mark.parametrize("breedte", [20, 60, 80])
@pytest.mark.parametrize("argumenten", [[], ["tienstappen"]])
def test_every_view_fits_the_terminal(
    roep: Roep, monkeypatch: pytest.MonkeyPatch, argumenten: list[str], breedte: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(breedte))
    assert max(map(len, roep("werkvormen", *argumenten).uit.splitlines())) <= breedte


@pytest.mark.parametrize("einde", ["html", "json", "md", "txt"])
def test_a_method_goes_into_a_file(roep: Roep, tmp_path: Path, einde: str) -> None:
    doel = tmp_path / f"agenda.{einde}"
    assert roep("werkvormen", "waarderend", "-o", str(doel)) == (0, "", "")
    assert "Waarderende intervisie" in doel.read_text(encoding="utf-8")


def test_a_file_and_json_go_together(roep: Roep, tmp_path: Path) -> None:
    uitkomst = roep("werkvormen", "waarderend", "-o", str(tmp_path / "agenda.md"), "--json")
    assert json.loads(uitkomst.uit)["werkvormen"][0]["id"] == "waarderend"


def test_a_dash_writes_to_the_screen(roep: Roep) -> None:
    assert roep("werkvormen", "waarderend", "-o", "-") == roep("werkvormen", "waarderend")


@pytest.mark.parametrize(
    ("argumenten", "zin"),
    [
        (["balind"], "er is geen werkvorm 'balind'; bedoelde je 'balint'?"),
        (["balint", "--duur", "30"], "'balint' past met 6 mensen niet in 30 minuten; de kortste duur is 70 minuten"),
        (["--duur", "20"], "in 20 minuten past geen werkvorm; de kortste duur is 35 minuten"),
        (["balint", "--duur", "0"], "--duur 0 kan niet; geef een getal van 1 of hoger"),
        (["balint", "--deelnemers", "-3"], "--deelnemers -3 kan niet; geef een getal van 1 of hoger"),
        (["--deelnemers", "8"], f"--deelnemers hoort bij {EEN} --deelnemers 8\n"),
        (["-o", "agenda.md"], f"-o hoort bij {EEN} -o agenda.html\n"),
        (["balint", "-o", "agenda.doc"], "'agenda.doc' eindigt niet op "),
    ],
)
def test_a_wrong_call_is_one_line(roep: Roep, argumenten: list[str], zin: str) -> None:
    uitkomst = roep("werkvormen", *argumenten)
    assert (uitkomst.code, uitkomst.uit) == (2, "")
    assert uitkomst.fout.startswith(f"conflictstijl: {zin}")
    assert uitkomst.fout.count("\n") == 1
