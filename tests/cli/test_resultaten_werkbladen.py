"""Worksheets among the results: listed, shown, taken along and erased as results are.

`CONFLICTSTIJL_GOUDEN=schrijf pytest tests/cli/test_resultaten_werkbladen.py` writes the golden files anew.
"""

import json
import os
import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from conflictstijl.cli.aanvulling import load_bewaarde_namen
from conflictstijl.cli.resultaten_werkbladen import load_sessies
from conflictstijl.fouten import SchrijfFout
from conflictstijl.laden.mappen import load_werkbladenmap
from conflictstijl.opslag import werkbladen

from .bladen import BLAD, SESSIES, bewaar_blad
from .conftest import Roep
from .uitslagen import NU, bewaar

DAG = timedelta(days=1)
GOUDEN = Path(__file__).parents[1] / "gouden"


pytestmark = pytest.mark.usefixtures("werkmap")


def lees_bestanden() -> dict[str, bytes]:
    return {pad.name: pad.read_bytes() for pad in load_werkbladenmap().glob("*.json")}


def weiger(*_: object, **__: object) -> None:
    raise SchrijfFout("bewaren lukt niet: de schijf is vol")


# the list


def test_the_list_has_a_block_of_worksheets_with_the_newest_last(roep: Roep) -> None:
    bewaar_blad(SESSIES[1], None, begin=NU - DAG)
    bewaar_blad(SESSIES[0])
    regels = roep("resultaten").uit.splitlines()
    assert regels[regels.index("Werkbladen:") :] == [
        "Werkbladen:",
        f"2b1ad0  {NU - DAG:%d-%m-%Y}  {BLAD}: nog niet af",
        f"  conflictstijl werkblad {BLAD} --hervat",
        f"1b1ad0  {NU:%d-%m-%Y}  {BLAD}",
        "",
        "Een werkblad lezen: conflictstijl resultaten ID.",
        "Meer: conflictstijl resultaten --help.",
    ]


def test_without_worksheets_there_is_no_block(roep: Roep) -> None:
    bewaar()
    assert "Werkbladen" not in roep("resultaten").uit
    assert json.loads(roep("resultaten", "--json").uit)["werkbladen"] == []


def test_the_list_as_data_says_which_one_is_finished(roep: Roep) -> None:
    bewaar_blad(SESSIES[0])
    begonnen = bewaar_blad(SESSIES[1], None, begin=NU - DAG)
    een, twee = json.loads(roep("resultaten", "--json").uit)["werkbladen"]
    assert een == {
        "id": "2b1ad0",
        "sessie": SESSIES[1],
        "begin": begonnen.begin.isoformat(),
        "klaar": None,
        "werkblad": BLAD,
        "versie": "1.0",
        "beantwoord": 2,
        "opdracht": f"conflictstijl werkblad {BLAD} --hervat",
    }
    assert (twee["klaar"], twee["opdracht"]) == (NU.isoformat(), None)


def test_a_name_is_long_enough_to_tell_a_worksheet_from_a_result(roep: Roep) -> None:
    bewaar(sessie="9f0c2a7711d0b3e4")
    bewaar_blad("9f0c2a7a11d0b3e4")
    assert [regel.split()[0] for regel in roep("resultaten").uit.splitlines() if regel.startswith("9f0")] == [
        "9f0c2a77",
        "9f0c2a7a",
    ]
    uitkomst = roep("resultaten", "9f0c2a")
    assert uitkomst.code == 2
    assert "er zijn 2 bewaarde uitslagen of werkbladen '9f0c2a'; kies uit 9f0c2a7711d0b3e4 en 9f0c2a7a" in uitkomst.fout


@pytest.mark.parametrize("breedte", [60, 80])
@pytest.mark.parametrize(("argumenten", "naam"), [([], "lijst"), (["1b1a"], "blad")])
def test_what_is_shown_is_the_golden_one_and_fits(
    roep: Roep, monkeypatch: pytest.MonkeyPatch, argumenten: list[str], naam: str, breedte: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(breedte))
    bewaar()
    bewaar_blad(SESSIES[1], None, begin=NU - DAG)
    bewaar_blad()
    gemaakt = re.sub(r" om \d\d:\d\d", " om 07:45", roep("resultaten", *argumenten).uit)
    bestand = GOUDEN / f"resultaten-werkbladen-{naam}.{breedte}.txt"
    if os.environ.get("CONFLICTSTIJL_GOUDEN") == "schrijf":
        bestand.write_text(gemaakt, encoding="utf-8")
    assert gemaakt == bestand.read_text(encoding="utf-8")
    assert max(map(len, gemaakt.splitlines())) <= breedte


def test_of_two_on_one_day_the_time_is_told(roep: Roep) -> None:
    bewaar_blad(SESSIES[0])
    bewaar_blad(SESSIES[1])
    assert re.search(rf"2b1ad0  {NU:%d-%m-%Y} \d\d:45  {BLAD}\n", roep("resultaten").uit)


def test_a_damaged_worksheet_is_named_with_how_to_erase_it(roep: Roep) -> None:
    pad = bewaar_blad().pad
    pad.write_bytes(pad.read_bytes().replace(b"Iets.", b"Niets"))
    uitkomst = roep("resultaten")
    assert uitkomst.code == 1
    assert f"wis het met: conflictstijl resultaten wis {SESSIES[0]}" in uitkomst.fout
    assert "is niet te gebruiken: dit werkblad is beschadigd; wis het met:" in roep("resultaten", SESSIES[0]).fout
    assert "dit wist 1b1ad0 (beschadigd werkblad); geef --ja" in roep("resultaten", "wis", SESSIES[0]).fout
    assert roep("resultaten", "wis", SESSIES[0], "--ja").code == 0
    assert lees_bestanden() == {}


def test_a_folder_that_cannot_be_read_is_told(roep: Roep) -> None:
    load_werkbladenmap().parent.mkdir(parents=True)
    load_werkbladenmap().write_text("geen map")
    uitkomst = roep("resultaten")
    assert uitkomst.code == 1
    assert (
        "de map met werkbladen is niet te lezen: een deel van het pad is geen map; kijk de rechten na" in uitkomst.fout
    )
    assert roep("resultaten", "wis", "1b1a", "--ja").uit == "Er is niets om te wissen.\n"


def test_the_tab_key_knows_worksheets_too_also_where_results_cannot_be_read(eigen_map: Path) -> None:
    bewaar_blad()
    context: Any = SimpleNamespace(command=None)
    assert load_bewaarde_namen(context) == ["laatste", "1b1ad0"]
    (eigen_map.parent / "resultaten").write_text("geen map")
    assert load_sessies() == [SESSIES[0]]


# one of them


def test_one_is_shown_with_the_day_and_the_answers(roep: Roep) -> None:
    bewaar_blad()
    uitkomst = roep("resultaten", "1b1a")
    assert (uitkomst.code, uitkomst.fout) == (0, "")
    assert "Ingevuld op 22 november 2026 om " in uitkomst.uit
    assert "Ik vraag door." in uitkomst.uit


def test_an_unfinished_one_is_shown_as_such(roep: Roep) -> None:
    bewaar_blad(klaar=None)
    assert ", en nog niet af." in roep("resultaten", "1b1ad0").uit


@pytest.mark.parametrize("einde", ["html", "json", "md", "txt", "yaml"])
def test_one_goes_to_a_file_in_every_format(roep: Roep, einde: str) -> None:
    bewaar_blad()
    assert roep("resultaten", "1b1a", "-o", f"x.{einde}") == (0, "", "")
    assert "Ik vraag door." in Path(f"x.{einde}").read_text(encoding="utf-8")
    assert roep("resultaten", "1b1a", "-o", "x.doc").code == 2


def test_one_as_data_is_what_the_worksheet_gave(roep: Roep) -> None:
    bewaar_blad()
    document = json.loads(roep("resultaten", "1b1a", "--json").uit)
    assert (document["soort"], document["antwoorden"]["voornemen"]) == ("werkblad", "Ik vraag door.")


def test_it_has_the_questions_of_then(roep: Roep) -> None:
    blad = bewaar_blad()
    bron = blad.bron.replace("vraag: Wat neem je je nu voor?", "vraag: Wat was toen de vraag?")
    werkbladen.write_import(load_werkbladenmap(), blad._replace(bron=bron))
    assert "Wat was toen de vraag?" in roep("resultaten", "1b1a").uit


def test_without_the_questions_of_then_it_has_those_of_now(roep: Roep) -> None:
    werkbladen.write_import(load_werkbladenmap(), bewaar_blad()._replace(bron=""))
    assert "Wat neem je je nu voor?" in roep("resultaten", "1b1a").uit


# taking along


def test_finished_and_unfinished_ones_come_over_byte_for_byte_and_once(roep: Roep, elders: Callable[[], None]) -> None:
    bewaar_blad(SESSIES[0])
    bewaar_blad(SESSIES[1], None)
    eerst, lijst = lees_bestanden(), roep("resultaten").uit
    assert roep("resultaten", "exporteer", "-o", "mee.json") == (0, "", "")
    elders()
    assert roep("resultaten", "importeer", "mee.json") == (0, "2 werkbladen toegevoegd.\n", "")
    assert (lees_bestanden(), roep("resultaten").uit) == (eerst, lijst)
    assert roep("resultaten", "importeer", "mee.json", "mee.json").uit == "Niets toegevoegd. 4 stonden er al.\n"
    assert lees_bestanden() == eerst


def test_only_the_named_ones_go_along(roep: Roep, elders: Callable[[], None]) -> None:
    bewaar()
    bewaar_blad(SESSIES[0])
    bewaar_blad(SESSIES[1])
    document = json.loads(roep("resultaten", "exporteer", "1b1a", "1b1ad0", "-o", "-").uit)
    assert ([een["sessie"] for een in document["werkbladen"]], document["resultaten"]) == ([SESSIES[0]], [])
    assert roep("resultaten", "exporteer", "1b1a", "laatste", "-o", "mee.json").code == 0
    elders()
    document = json.loads(roep("resultaten", "importeer", "mee.json", "--json").uit)
    assert (len(document["nieuw"]), document["werkbladen"]) == (1, {"nieuw": [SESSIES[0]], "stond_er_al": []})


def test_the_file_of_one_can_be_taken_in_and_a_file_from_before_has_none(
    roep: Roep, elders: Callable[[], None]
) -> None:
    pad = bewaar_blad().pad
    uitslag = bewaar()
    document = json.loads(roep("resultaten", "exporteer", uitslag.sessie, "-o", "-").uit)
    del document["werkbladen"]
    Path("oud.json").write_text(json.dumps(document), encoding="utf-8")
    elders()
    assert roep("resultaten", "importeer", str(pad), "oud.json").uit == "1 uitslag en 1 werkblad toegevoegd.\n"
    assert lees_bestanden() == {pad.name: pad.read_bytes()}


def test_another_with_the_same_name_never_takes_its_place(roep: Roep, elders: Callable[[], None]) -> None:
    bewaar_blad()
    roep("resultaten", "exporteer", "-o", "mee.json")
    elders()
    eerst = bewaar_blad(tekst="Iets anders.").pad.read_bytes()
    uitkomst = roep("resultaten", "importeer", "mee.json")
    assert (uitkomst.code, uitkomst.uit) == (1, "Niets toegevoegd. 1 geweigerd.\n")
    assert "dit werkblad staat er al, maar anders of beschadigd; wis eerst" in uitkomst.fout
    assert list(lees_bestanden().values()) == [eerst]


@pytest.mark.parametrize(
    ("oud", "nieuw", "reden"),
    [
        ("Ik vraag door.", "Ik zwijg.", "werkblad 1 is niet te gebruiken: dit werkblad is beschadigd"),
        ('"werkbladen": [', '"werkbladen": 3, "x": [', "dit bestand komt uit een andere versie"),
    ],
)
def test_what_was_changed_on_the_way_is_refused(
    roep: Roep, elders: Callable[[], None], oud: str, nieuw: str, reden: str
) -> None:
    bewaar_blad()
    roep("resultaten", "exporteer", "-o", "mee.json")
    Path("mee.json").write_text(Path("mee.json").read_text(encoding="utf-8").replace(oud, nieuw), encoding="utf-8")
    elders()
    uitkomst = roep("resultaten", "importeer", "mee.json")
    assert uitkomst.code == 2
    assert uitkomst.fout.startswith(f"mee.json: {reden}")


def test_questions_that_cannot_be_read_are_refused_and_one_that_stands_there_twice(
    roep: Roep, elders: Callable[[], None]
) -> None:
    goed = bewaar_blad()
    stuk = bewaar_blad(SESSIES[1])
    werkbladen.write_import(load_werkbladenmap(), stuk._replace(bron="werkblad: x\n"))
    document = json.loads(roep("resultaten", "exporteer", "-o", "-").uit)
    bewaar_blad(goed.sessie, tekst="Iets anders.")
    dubbel = json.loads(roep("resultaten", "exporteer", "1b1a", "-o", "-").uit)["werkbladen"]
    document["werkbladen"] += dubbel
    Path("mee.json").write_text(json.dumps(document), encoding="utf-8")
    elders()
    uitkomst = roep("resultaten", "importeer", "mee.json")
    assert (uitkomst.code, uitkomst.uit) == (1, "1 werkblad toegevoegd. 2 geweigerd.\n")
    assert "de vragen erin kloppen niet" in uitkomst.fout
    assert "er staat een ander met dezelfde naam bij" in uitkomst.fout


def test_one_that_the_disk_refuses_is_named(
    roep: Roep, elders: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    bewaar_blad(SESSIES[0])
    bewaar_blad(SESSIES[1])
    roep("resultaten", "exporteer", "-o", "mee.json")
    elders()
    monkeypatch.setattr(werkbladen, "write_import", weiger)
    uitkomst = roep("resultaten", "importeer", "mee.json")
    assert uitkomst.fout.count("bewaren lukt niet: de schijf is vol; los dat op") == 1
    monkeypatch.undo()


# erasing


def test_a_person_hears_which_worksheet_goes(typ: Roep, roep: Roep) -> None:
    bewaar()
    bewaar_blad(SESSIES[0])
    bewaar_blad(SESSIES[1], None)
    uitkomst = typ("resultaten", "wis", "1b1a", SESSIES[1], getypt=["ja"])
    assert " ".join(uitkomst.uit.split()).startswith(
        f"Dit gaat weg: 1b1ad0 (werkblad {BLAD}) en 2b1ad0 (werkblad reflectie- kort, nog niet af). Terug"
    )
    assert "Gewist: 2 werkbladen.\nEr staat geen werkblad meer.\nBestanden die je met -o" in uitkomst.uit
    assert lees_bestanden() == {}
    assert len(json.loads(roep("resultaten", "--json").uit)["resultaten"]) == 1


def test_a_result_and_a_worksheet_go_at_once_and_the_others_stay(roep: Roep) -> None:
    bewaar()
    bewaar_blad(SESSIES[0])
    blijft = bewaar_blad(SESSIES[1]).pad
    uitkomst = roep("resultaten", "wis", "laatste", "1b1a", "--ja")
    assert uitkomst.uit.startswith(
        "Gewist: 1 uitslag en 1 werkblad.\nEr staat geen uitslag meer.\nEr staat nog 1 werkblad.\n"
    )
    assert list(lees_bestanden()) == [blijft.name]


def test_old_ones_go_by_when_they_were_finished_or_else_begun(roep: Roep) -> None:
    nu = datetime.now(UTC)
    bewaar_blad(SESSIES[0], nu - 40 * DAG, begin=nu - 50 * DAG)
    bewaar_blad(SESSIES[1], nu, begin=nu - 50 * DAG)
    bewaar_blad(SESSIES[2], None, begin=nu - 50 * DAG)
    blijft = bewaar_blad(SESSIES[3], None, begin=nu - 30 * DAG)
    document = json.loads(roep("resultaten", "wis", "--ouder-dan", "40", "--ja", "--json").uit)
    assert len(document["werkbladen"]) == 2
    assert sorted(lees_bestanden()) == sorted([f"{BLAD}-{SESSIES[1]}.json", blijft.pad.name])


def test_of_many_worksheets_the_number_is_told(roep: Roep) -> None:
    for nummer in range(11):
        bewaar_blad(f"{nummer:016x}", NU - 100 * DAG)
    assert "dit wist 11 werkbladen; geef --ja" in roep("resultaten", "wis", "--ouder-dan", "0").fout


def test_everything_is_worksheets_too(roep: Roep) -> None:
    bewaar_blad(SESSIES[0])
    bewaar_blad(SESSIES[1], None)
    assert "dit wist 2 werkbladen; geef --ja" in roep("resultaten", "wis", "--alles").fout
    assert roep("resultaten", "wis", "--alles", "--ja").uit.startswith(
        "Gewist: 2 werkbladen.\nEr staat nu geen enkele uitslag, begonnen test of werkblad meer.\n"
    )
    assert lees_bestanden() == {}
