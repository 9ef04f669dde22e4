"""The commands `resultaten exporteer` and `resultaten importeer`: to another computer and back, and nothing lost."""

import json
from datetime import timedelta
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import Any

import pytest

from conflictstijl.fouten import SchrijfFout
from conflictstijl.laden.mappen import load_resultatenmap
from tests.rapport.test_gouden import BLADEN

from .conftest import Roep
from .uitslagen import KORT, NU, bewaar

SESSIES = [f"{nummer:x}f0c2a7711d0b3e4"[:16] for nummer in range(20)]


pytestmark = pytest.mark.usefixtures("werkmap")


def lees_bestanden() -> dict[str, bytes]:
    return {pad.name: pad.read_bytes() for pad in load_resultatenmap().glob("*.json")}


def test_all_results_come_over_byte_for_byte(roep: Roep, elders: Any) -> None:
    for nummer, naam in enumerate(BLADEN):
        bewaar(naam, NU - timedelta(days=nummer), SESSIES[nummer], deelnemer="D01" if nummer else None)
    eerst, lijst = lees_bestanden(), roep("resultaten").uit
    assert roep("resultaten", "exporteer", "-o", "mee.json") == (0, "", "")
    assert Path("mee.json").stat().st_mode & 0o777 == 0o600
    elders()
    assert roep("resultaten", "importeer", "mee.json") == (0, f"{len(BLADEN)} uitslagen toegevoegd.\n", "")
    assert (lees_bestanden(), roep("resultaten").uit) == (eerst, lijst)
    assert roep("resultaten", "importeer", "mee.json") == (0, f"Niets toegevoegd. {len(BLADEN)} stonden er al.\n", "")
    assert lees_bestanden() == eerst


def test_only_the_named_results_go_along_each_once(roep: Roep) -> None:
    for nummer in range(3):
        bewaar(klaar=NU + timedelta(days=nummer), sessie=SESSIES[nummer])
    uitkomst = roep("resultaten", "exporteer", "laatste", SESSIES[0][:4], SESSIES[2], "-o", "-")
    document = json.loads(uitkomst.uit)
    assert (uitkomst.code, document["formaat"], document["soort"]) == (0, 1, "export")
    assert [een["sessie"] for een in document["resultaten"]] == [SESSIES[2], SESSIES[0]]


def test_the_file_of_one_result_can_be_taken_in_too(roep: Roep, elders: Any) -> None:
    pad = bewaar().pad
    elders()
    assert roep("resultaten", "importeer", str(pad)).uit == "1 uitslag toegevoegd.\n"
    assert lees_bestanden() == {pad.name: pad.read_bytes()}


@pytest.mark.parametrize(
    ("argumenten", "zin"),
    [
        (["exporteer"], "geef een bestand met -o"),
        (["exporteer", "-o", "mee.txt"], "'mee.txt' eindigt niet op .json"),
        (["exporteer", "-o", "mee.json"], "er is geen uitslag om mee te nemen"),
        (["exporteer", "laatste", "-o", "mee.json"], "er is nog niets bewaard"),
        (["exporteer", "-o", "weg/mee.json"], "de map 'weg' is er niet"),
        (["importeer"], "geef een bestand"),
    ],
)
def test_a_call_that_cannot_work_is_refused(roep: Roep, argumenten: list[str], zin: str) -> None:
    uitkomst = roep("resultaten", *argumenten)
    assert (uitkomst.code, uitkomst.uit, len(uitkomst.fout.splitlines())) == (2, "", 1)
    assert zin in uitkomst.fout
    assert list(Path().iterdir()) == []


def test_an_existing_file_stays_unless_it_may_be_replaced(roep: Roep) -> None:
    bewaar()
    Path("mee.json").write_text("oud", encoding="utf-8")
    assert roep("resultaten", "exporteer", "-o", "mee.json").code == 2
    assert Path("mee.json").read_text(encoding="utf-8") == "oud"
    assert roep("resultaten", "exporteer", "-o", "mee.json", "--overschrijf").code == 0
    assert "resultaten" in Path("mee.json").read_text(encoding="utf-8")


def test_a_damaged_result_does_not_go_along_and_is_named(roep: Roep) -> None:
    stuk = bewaar(sessie=SESSIES[0]).pad
    stuk.write_bytes(stuk.read_bytes()[:-9])
    bewaar(sessie=SESSIES[1])
    uitkomst = roep("resultaten", "exporteer", "-o", "mee.json")
    assert (uitkomst.code, uitkomst.uit) == (1, "")
    assert uitkomst.fout.startswith(f"{stuk}: ")
    document = json.loads(Path("mee.json").read_text(encoding="utf-8"))
    assert [een["sessie"] for een in document["resultaten"]] == [SESSIES[1]]


def maak_document(*documenten: dict[str, Any]) -> None:
    inhoud = {"formaat": 1, "soort": "export", "resultaten": documenten}
    Path("mee.json").write_text(json.dumps(inhoud), encoding="utf-8")


def test_one_that_was_changed_is_refused_and_the_others_come(roep: Roep, elders: Any) -> None:
    goed, vals = (json.loads(bewaar(sessie=sessie).pad.read_bytes()) for sessie in SESSIES[:2])
    vals["antwoorden"][0] = 5
    maak_document(goed, vals)
    elders()
    uitkomst = roep("resultaten", "importeer", "mee.json")
    assert (uitkomst.code, uitkomst.uit) == (1, "1 uitslag toegevoegd. 1 geweigerd.\n")
    (regel,) = uitkomst.fout.splitlines()
    assert regel.startswith("mee.json: uitslag 2 is niet te gebruiken: ")
    assert [naam.endswith(f"{SESSIES[0]}.json") for naam in lees_bestanden()] == [True]


def test_another_result_of_the_same_test_never_replaces_the_one_that_is_there(roep: Roep, elders: Any) -> None:
    bewaar(antwoorden=[1, 2, 3] * 5)
    assert roep("resultaten", "exporteer", "-o", "mee.json").code == 0
    elders()
    bewaar()
    eerst = lees_bestanden()
    uitkomst = roep("resultaten", "importeer", "mee.json", "--json")
    assert uitkomst.code == 1
    assert lees_bestanden() == eerst
    document = json.loads(uitkomst.uit)
    assert (document.pop("formaat"), document.pop("soort")) == (1, "import")
    assert (document["nieuw"], document["stond_er_al"]) == ([], [])
    assert document["meldingen"][0]["code"] == "uitslag-botst"


def test_programs_hear_which_results_are_new(roep: Roep, elders: Any) -> None:
    for sessie in SESSIES[:2]:
        bewaar(sessie=sessie)
    assert roep("resultaten", "exporteer", "-o", "mee.json").code == 0
    elders()
    bewaar(sessie=SESSIES[1])
    assert json.loads(roep("resultaten", "importeer", "mee.json", "--json").uit) == {
        "formaat": 1,
        "soort": "import",
        "nieuw": [SESSIES[0]],
        "stond_er_al": [SESSIES[1]],
        "werkbladen": {"nieuw": [], "stond_er_al": []},
        "meldingen": [],
    }


def test_files_without_any_result_are_named_one_by_one(roep: Roep) -> None:
    Path("tekst.json").write_text("geen json", encoding="utf-8")
    Path("blad.yaml").write_text(f"vragenlijst: {KORT}\n", encoding="utf-8")
    Path("map.json").mkdir()
    Path("diep.json").write_text("[" * 100_000, encoding="utf-8")
    namen = ["blad.yaml", "diep.json", "map.json", "tekst.json", "weg.json"]
    uitkomst = roep("resultaten", "importeer", *namen)
    assert (uitkomst.code, uitkomst.uit) == (2, "")
    vreemd = "dit bestand komt niet van 'resultaten exporteer'; kijk de naam na"
    for naam, wat in (("blad.yaml", vreemd), ("weg.json", "dit bestand is er niet; kijk de naam na")):
        assert f"{naam}: {wat}\n" in uitkomst.fout
    assert [regel.partition(":")[0] for regel in uitkomst.fout.splitlines()] == namen
    assert not load_resultatenmap().exists()


def test_a_bad_file_does_not_keep_out_what_is_in_another(roep: Roep, elders: Any) -> None:
    pad = bewaar().pad
    elders()
    uitkomst = roep("resultaten", "importeer", "weg.json", str(pad))
    assert (uitkomst.code, uitkomst.uit) == (1, "1 uitslag toegevoegd. 1 geweigerd.\n")
    assert uitkomst.fout.startswith("weg.json: ")


def test_a_disk_that_refuses_is_named_once_and_nothing_is_half_there(
    roep: Roep, elders: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    bewaar()
    bewaar()
    assert roep("resultaten", "exporteer", "-o", "mee.json").code == 0

    def weiger(*_: object, **__: object) -> None:
        wat = "bewaren lukt niet: de schijf is vol; maak ruimte"
        raise SchrijfFout(wat)

    elders()
    monkeypatch.setattr("conflictstijl.meenemen.geschiedenis.write_uitslag", weiger)
    uitkomst = roep("resultaten", "importeer", "mee.json")
    assert (uitkomst.code, uitkomst.uit) == (1, "Niets toegevoegd. 1 geweigerd.\n")
    assert uitkomst.fout.count("de schijf is vol") == 1


def test_a_result_that_is_in_two_files_counts_once(roep: Roep, elders: Any) -> None:
    een, ander = (bewaar(sessie=sessie) for sessie in SESSIES[:2])
    assert roep("resultaten", "exporteer", "-o", "mee.json").code == 0
    elders()
    bewaar(sessie=SESSIES[1])
    paden = ["mee.json", str(een.pad), str(ander.pad), "mee.json"]
    assert roep("resultaten", "importeer", *paden) == (0, "1 uitslag toegevoegd. 1 stond er al.\n", "")


def test_the_pipe_from_one_computer_to_another(shell: Roep) -> None:
    bewaar()
    uitkomst = shell("$ECHT resultaten exporteer -o - | CONFLICTSTIJL_MAP=elders $ECHT resultaten importeer -")
    assert uitkomst == (0, "1 uitslag toegevoegd.\n", "")
    (pad,) = Path("elders/resultaten").glob("*.json")
    assert {pad.name: pad.read_bytes()} == lees_bestanden()


def test_what_comes_through_the_pipe_is_bounded_and_named(roep: Roep, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("conflictstijl.meenemen.MAX_EXPORT", 100)
    for inhoud, wat in ((b" " * 101, "te groot"), (b"vragenlijst: x", "komt niet van 'resultaten exporteer'")):
        monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(inhoud)))
        uitkomst = roep("resultaten", "importeer", "-")
        assert (uitkomst.code, uitkomst.uit) == (2, "")
        assert uitkomst.fout.startswith("stdin: dit bestand ")
        assert wat in uitkomst.fout
