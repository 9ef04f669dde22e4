"""The command `resultaten wis`: it says exactly what goes, asks, and afterwards nothing of it is left."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from conflictstijl.laden.mappen import load_groepenmap, load_resultatenmap
from conflictstijl.opslag.groepen import SLEUTEL, build_run, load_sleutel, write_groep
from conflictstijl.opslag.journaal import Journaal, build_journaal, build_kop
from conflictstijl.rekenen.vingerafdruk import build_vingerafdruk
from conflictstijl.toepassing import load_vragenlijst

from .conftest import Roep
from .uitslagen import KORT, NU, bewaar

SESSIES = [f"{nummer}f0c2a7711d0b3e4" for nummer in range(10)]
DAG = timedelta(days=1)
EIGEN = "Bestanden die je met -o of exporteer maakte, staan er nog. Die wis je zelf.\n"
NIETS = "Er is niets om te wissen.\n"


@pytest.fixture(autouse=True)
def werkmap(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, eigen_map: Path) -> Path:
    monkeypatch.chdir(tmp_path)
    return eigen_map


@pytest.fixture
def drie() -> None:
    """Keep a result of today, of ten days ago and of a hundred days ago."""
    nu = datetime.now(UTC)
    for sessie, dagen in zip(SESSIES, (100, 10, 0), strict=False):
        bewaar(klaar=nu - dagen * DAG, sessie=sessie)


@pytest.fixture
def begonnen(eigen_map: Path) -> "Iterator[Journaal]":
    """Have a test open, in this window."""
    lijst = load_vragenlijst(KORT)
    with build_journaal(eigen_map, build_kop(lijst, build_vingerafdruk(lijst))) as journaal:
        journaal.write_antwoord(0, 4)
        yield journaal


def lees_sessies() -> list[str]:
    return sorted(pad.stem.rpartition("-")[2] for pad in load_resultatenmap().glob("*.json"))


def lees_bestanden(folder: Path) -> dict[Path, bytes]:
    return {pad: pad.read_bytes() for pad in folder.rglob("*") if pad.is_file() and pad.suffix != ".slot"}


@pytest.mark.usefixtures("drie")
def test_a_person_hears_what_goes_and_says_yes(typ: Roep) -> None:
    bewaar(klaar=NU, sessie="ffffff0000000000")
    uitkomst = typ("resultaten", "wis", "ffff", getypt=["misschien", "ja"])
    assert (uitkomst.code, uitkomst.fout) == (0, "")
    assert uitkomst.uit == (
        "Dit gaat weg: ffffff (conflictstijlen-kort). Terughalen kan niet.\n"
        "\nWissen? (ja of nee)\n> \nWissen? (ja of nee)\n> "
        f"Gewist: 1 uitslag.\nEr staan nog 3 uitslagen.\n{EIGEN}"
    )
    assert lees_sessies() == SESSIES[:3]


@pytest.mark.usefixtures("drie")
@pytest.mark.parametrize(("getypt", "code"), [(["nee"], 0), (["stop"], 130), ([], 130)])
def test_whoever_does_not_say_yes_keeps_everything(typ: Roep, werkmap: Path, getypt: list[str], code: int) -> None:
    eerst = lees_bestanden(werkmap.parent)
    uitkomst = typ("resultaten", "wis", "--alles", getypt=getypt)
    assert uitkomst.code == code
    assert "iets gewist" in (uitkomst.fout if code else uitkomst.uit)
    assert EIGEN not in uitkomst.uit
    assert lees_bestanden(werkmap.parent) == eerst


@pytest.mark.usefixtures("drie")
def test_ctrl_c_at_the_question_keeps_everything(typ: Roep, werkmap: Path) -> None:
    eerst = lees_bestanden(werkmap.parent)
    assert typ("resultaten", "wis", "laatste", getypt=[], onderbreek=True).code == 130
    assert lees_bestanden(werkmap.parent) == eerst


@pytest.mark.usefixtures("drie")
@pytest.mark.parametrize("wat", [["--alles"], ["laatste"], ["--ouder-dan", "5"], ["--alles", "--json"]])
def test_a_script_must_say_yes_itself(roep: Roep, werkmap: Path, wat: list[str]) -> None:
    eerst = lees_bestanden(werkmap.parent)
    uitkomst = roep("resultaten", "wis", *wat)
    assert (uitkomst.code, uitkomst.uit, len(uitkomst.fout.splitlines())) == (2, "", 1)
    assert "geef --ja" in uitkomst.fout
    assert lees_bestanden(werkmap.parent) == eerst
    # the same call with yes does erase, so the one without could have
    assert roep("resultaten", "wis", *wat, "--ja").code == 0
    assert lees_bestanden(werkmap.parent) != eerst


@pytest.mark.usefixtures("drie")
def test_several_results_go_at_once_each_named_once(roep: Roep) -> None:
    uitkomst = roep("resultaten", "wis", SESSIES[0], SESSIES[2][:5], "laatste", "--ja")
    assert uitkomst == (0, f"Gewist: 2 uitslagen.\nEr staat nog 1 uitslag.\n{EIGEN}", "")
    assert lees_sessies() == [SESSIES[1]]
    assert roep("resultaten", "wis", "laatste", "--ja").uit == (
        f"Gewist: 1 uitslag.\nEr staat geen uitslag meer.\n{EIGEN}"
    )


@pytest.mark.usefixtures("drie")
@pytest.mark.parametrize(("dagen", "blijft"), [(0, []), (5, SESSIES[2:3]), (99, SESSIES[1:3]), (101, SESSIES[:3])])
def test_only_what_is_older_than_a_number_of_days_goes(roep: Roep, dagen: int, blijft: list[str]) -> None:
    assert roep("resultaten", "wis", "--ouder-dan", str(dagen), "--ja").code == 0
    assert lees_sessies() == blijft


@pytest.mark.usefixtures("drie")
def test_each_result_that_goes_is_named_with_what_it_is_of(roep: Roep) -> None:
    bewaar("conflictstijlen-ander", NU, SESSIES[4], deelnemer="D01")
    fout = roep("resultaten", "wis", SESSIES[4], SESSIES[1]).fout
    assert "dit wist 1f0c2a (conflictstijlen-kort) en 4f0c2a (conflictstijlen, over een collega, D01); geef" in fout


def test_of_many_results_the_number_is_told_with_the_first_and_last_day(roep: Roep) -> None:
    for nummer in range(11):
        bewaar(klaar=NU - nummer * DAG, sessie=f"{nummer:016x}")
    namen = [f"{nummer:016x}" for nummer in range(11)]
    fout = roep("resultaten", "wis", *namen).fout
    assert f"dit wist 11 uitslagen van {NU - 10 * DAG:%d-%m-%Y} tot en met {NU:%d-%m-%Y}; geef --ja" in fout
    fout = roep("resultaten", "wis", *namen[:10]).fout
    assert fout.count("(conflictstijlen-kort)") == 10


def test_nothing_to_erase_is_no_question(roep: Roep, werkmap: Path) -> None:
    for wat in (["--alles"], ["laatste"], ["9f0c2a"], ["--ouder-dan", "5"]):
        assert roep("resultaten", "wis", *wat) == (0, NIETS, "")
    assert not werkmap.parent.exists()
    bewaar(klaar=datetime.now(UTC))
    assert roep("resultaten", "wis", "--ouder-dan", "5") == (0, NIETS, "")
    assert len(lees_sessies()) == 1


@pytest.mark.parametrize(
    "wat",
    [
        [],
        ["laatste", "--alles"],
        ["--alles", "--ouder-dan", "5"],
        ["laatste", "--ouder-dan", "5"],
        ["--ja"],
        ["--ouder-dan", "-1", "--ja"],
        ["--ouder-dan", "999999999", "--ja"],
        ["--ouder-dan", "x", "--ja"],
        ["bestaat-niet", "--ja"],
        ["laatste", "bestaat-niet", "--ja"],
    ],
)
@pytest.mark.usefixtures("drie")
def test_what_is_not_clear_erases_nothing(roep: Roep, wat: list[str]) -> None:
    uitkomst = roep("resultaten", "wis", *wat)
    assert (uitkomst.code, uitkomst.uit, len(uitkomst.fout.splitlines())) == (2, "", 1)
    assert lees_sessies() == SESSIES[:3]


@pytest.mark.usefixtures("drie")
def test_everything_is_also_what_is_not_finished_or_damaged_or_left_over(
    roep: Roep, begonnen: Journaal, werkmap: Path
) -> None:
    begonnen.close()
    stuk = bewaar(klaar=NU, sessie=SESSIES[4]).pad
    inhoud = stuk.read_bytes()
    stuk.write_bytes(inhoud[:-9])
    (stuk.parent / ".conflictstijl-rest").write_bytes(inhoud)
    Path("mijn.json").write_text("van mij", encoding="utf-8")
    fout = roep("resultaten", "wis", "--alles").fout
    assert ", 1 begonnen test en 2 beschadigde bestanden; geef --ja" in fout
    uitkomst = roep("resultaten", "wis", "--alles", "--ja")
    assert (uitkomst.code, uitkomst.fout) == (0, "")
    assert uitkomst.uit.startswith("Gewist: 3 uitslagen, 1 begonnen test en 2 beschadigde bestanden.\nEr staat nu geen")
    assert uitkomst.uit.endswith(EIGEN)
    # not a byte is left, and what is the user's own stays
    assert [pad for pad in werkmap.parent.rglob("*") if pad.is_file()] == []
    assert Path("mijn.json").read_text(encoding="utf-8") == "van mij"


def test_everything_is_also_who_was_in_earlier_group_pictures(roep: Roep, werkmap: Path) -> None:
    sleutel = load_sleutel(load_groepenmap())
    for mensen in ("abcdef", "uvwxyz"):
        write_groep(load_groepenmap(), build_run(sleutel, KORT, [mensen]), sleutel)
    assert "dit wist 2 eerdere groepsbeelden; geef --ja" in roep("resultaten", "wis", "--alles").fout
    uitkomst = roep("resultaten", "wis", "--alles", "--ja", "--json")
    assert len(json.loads(uitkomst.uit)["groepen"]) == 3
    assert [pad for pad in werkmap.parent.rglob("*") if pad.is_file()] == []


def test_the_secret_of_group_pictures_goes_too_when_there_are_none(roep: Roep) -> None:
    load_sleutel(load_groepenmap())
    uitkomst = roep("resultaten", "wis", "--alles", "--ja")
    assert uitkomst.uit.startswith("Gewist: de sleutel voor groepsbeelden.\n")
    assert roep("resultaten", "wis", "--alles", "--ja").uit == NIETS


def test_a_choice_of_results_leaves_group_pictures_alone(roep: Roep) -> None:
    bewaar()
    load_sleutel(load_groepenmap())
    assert roep("resultaten", "wis", "laatste", "--ja").code == 0
    assert (load_groepenmap() / SLEUTEL).exists()


@pytest.mark.usefixtures("drie")
def test_what_cannot_go_is_named_and_the_rest_goes(roep: Roep, begonnen: Journaal) -> None:
    uitkomst = roep("resultaten", "wis", "--alles", "--ja")
    assert uitkomst.code == 1
    assert uitkomst.fout.startswith(f"{begonnen.pad}: deze test is al open in een ander venster")
    assert "Gewist: 3 uitslagen.\n" in uitkomst.uit
    assert "geen enkele" not in uitkomst.uit
    assert (begonnen.pad.exists(), lees_sessies()) == (True, [])


def test_a_folder_that_is_a_link_is_left_alone(roep: Roep, werkmap: Path, tmp_path: Path) -> None:
    pad = bewaar().pad
    pad.parent.rename(tmp_path / "echt")
    (werkmap.parent / "resultaten").symlink_to(tmp_path / "echt")
    for opdracht in (["wis", "--alles", "--ja"], ["wis", "laatste", "--ja"], ["laatste"], []):
        uitkomst = roep("resultaten", *opdracht)
        assert uitkomst.code in {1, 2}
        assert "een verwijzing" in uitkomst.fout
    assert (tmp_path / "echt" / pad.name).exists()


@pytest.mark.usefixtures("drie")
def test_programs_hear_what_went(roep: Roep, begonnen: Journaal) -> None:
    begonnen.close()
    namen = sorted(pad.name for pad in load_resultatenmap().glob("*.json"))
    document = json.loads(roep("resultaten", "wis", "--alles", "--ja", "--json").uit)
    assert document.pop("uitslagen") == namen
    assert document.pop("begonnen") == [begonnen.pad.name]
    assert document == {"formaat": 1, "soort": "schoonmaak", "werkbladen": [], "groepen": [], "meldingen": []}


@pytest.mark.usefixtures("drie")
def test_with_json_the_question_goes_to_the_screen_and_not_into_the_result(typ: Roep) -> None:
    uitkomst = typ("resultaten", "wis", "--alles", "--json", getypt=["nee"])
    assert json.loads(uitkomst.uit)["uitslagen"] == []
    assert "Wissen? (ja of nee)" in uitkomst.fout
    assert lees_sessies() == SESSIES[:3]


def test_after_erasing_everything_the_settings_are_there_and_that_is_said(roep: Roep, werkmap: Path) -> None:
    bewaar()
    instellingen = werkmap.parent / "instellingen.yaml"
    instellingen.write_text("regels: ja\n", encoding="utf-8")
    uitkomst = roep("resultaten", "wis", "--alles", "--ja")
    assert uitkomst.uit.splitlines()[0] == "Gewist: 1 uitslag. Je instellingen blijven staan."
    assert instellingen.exists()
    assert roep("resultaten", "wis", "--alles", "--ja").uit == NIETS


@pytest.mark.usefixtures("drie")
def test_a_damaged_result_goes_by_its_id(roep: Roep) -> None:
    stuk = bewaar(klaar=NU, sessie="ffffff0000000000").pad
    stuk.write_bytes(stuk.read_bytes()[:-9])
    assert "dit wist ffffff (beschadigd); geef --ja" in roep("resultaten", "wis", "ffff").fout
    uitkomst = roep("resultaten", "wis", "ffff", "--ja")
    assert (uitkomst.code, uitkomst.fout) == (0, "")
    assert uitkomst.uit.startswith("Gewist: 1 beschadigd bestand.\nEr staan nog 3 uitslagen.\n")
    assert lees_sessies() == SESSIES[:3]


@pytest.mark.usefixtures("drie")
def test_old_results_go_and_a_damaged_one_is_not_passed_by_in_silence(roep: Roep) -> None:
    stuk = bewaar(klaar=NU - 900 * DAG, sessie="ffffff0000000000").pad
    stuk.write_bytes(stuk.read_bytes()[:-9])
    uitkomst = roep("resultaten", "wis", "--ouder-dan", "5", "--ja")
    assert uitkomst.code == 1
    assert uitkomst.fout.startswith(f"{stuk}: deze bewaarde uitslag is niet te gebruiken")
    assert uitkomst.fout.endswith("wis hem met: conflictstijl resultaten wis ffffff0000000000\n")
    assert lees_sessies() == [SESSIES[2], "ffffff0000000000"]


def begin(eigen_map: Path, antwoorden: list[int], sessie: str) -> Path:
    """Leave a journal of a session with these answers."""
    lijst = load_vragenlijst(KORT)
    kop = replace(build_kop(lijst, build_vingerafdruk(lijst)), sessie=sessie)
    with build_journaal(eigen_map, kop) as journaal:
        for plaats, antwoord in enumerate(antwoorden):
            journaal.write_antwoord(plaats, antwoord)
    return journaal.pad


def test_with_a_result_goes_what_is_left_over_of_its_journal(roep: Roep, eigen_map: Path) -> None:
    uitslag = bewaar(antwoorden=[3] * 15)
    begin(eigen_map, [3] * 15, uitslag.sessie)
    assert roep("resultaten", "wis", "laatste", "--ja").code == 0
    assert lees_bestanden(eigen_map) == {}


@pytest.mark.parametrize("ouder", [True, False])
def test_a_left_over_journal_that_appears_later_goes_too(
    roep: Roep, eigen_map: Path, monkeypatch: pytest.MonkeyPatch, *, ouder: bool
) -> None:
    uitslag = bewaar(antwoorden=[3] * 15)
    begin(eigen_map, [3] * 15, uitslag.sessie)
    monkeypatch.setattr("conflictstijl.bewaren.clean_klaar", list)
    wat = ["--ouder-dan", "0"] if ouder else ["laatste"]
    assert "(conflictstijlen-kort) en 1 begonnen test; geef" in roep("resultaten", "wis", *wat).fout
    uitkomst = roep("resultaten", "wis", *wat, "--ja")
    assert uitkomst.uit.startswith("Gewist: 1 uitslag en 1 begonnen test.\n")
    assert lees_bestanden(eigen_map) == {}


def test_with_a_damaged_result_goes_its_journal_and_with_a_sound_one_no_other_answers(
    roep: Roep, eigen_map: Path
) -> None:
    begin(eigen_map, [3] * 5, "1" * 16)
    anders = begin(eigen_map, [3] * 5, "2" * 16)
    stuk = bewaar(sessie="1" * 16).pad
    stuk.write_bytes(stuk.read_bytes()[:-9])
    bewaar(sessie="2" * 16)
    assert roep("resultaten", "wis", "1111", "2222", "--ja").uit.startswith(
        "Gewist: 1 uitslag, 1 begonnen test en 1 beschadigd bestand.\n"
    )
    assert list(lees_bestanden(eigen_map)) == [anders]


def test_what_does_not_belong_among_unfinished_tests_stays_and_is_named(roep: Roep, eigen_map: Path) -> None:
    journaal = begin(eigen_map, [3], "1" * 16)
    namen = [f"{journaal.name}~", "x.jsonl.bak", "training.jsonl"]
    for naam in namen:
        (eigen_map / naam).write_text("van mij", encoding="utf-8")
    uitkomst = roep("resultaten", "wis", "--alles", "--ja")
    assert (uitkomst.code, uitkomst.uit) == (1, "Gewist: 1 begonnen test.\n")
    assert [regel.partition(":")[0] for regel in uitkomst.fout.splitlines()] == sorted(
        str(eigen_map / naam) for naam in namen
    )
    assert sorted(pad.name for pad in eigen_map.iterdir()) == sorted(namen)


def test_a_folder_of_unfinished_tests_that_is_a_link_is_left_alone(roep: Roep, eigen_map: Path, tmp_path: Path) -> None:
    elders = tmp_path / "elders"
    begin(elders, [3], "1" * 16)
    eigen_map.parent.mkdir()
    eigen_map.symlink_to(elders)
    eerst = lees_bestanden(elders)
    uitkomst = roep("resultaten", "wis", "--alles", "--ja")
    assert uitkomst.code == 1
    assert "een verwijzing naar een andere map" in uitkomst.fout
    assert lees_bestanden(elders) == eerst
