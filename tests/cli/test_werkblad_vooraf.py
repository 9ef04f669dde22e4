"""`werkblad` with `--casus` and `--profiel`: what stands there beforehand, what Enter keeps, and the gate of a case."""

import json
from datetime import timedelta
from pathlib import Path

import pytest

from conflictstijl.laden.mappen import load_werkbladenmap
from tests.laden.lezen import GOED

from .conftest import Roep, pijp
from .uitslagen import LANG, NU, bewaar

VUL = str(GOED / "werkblad-vul.yaml")
LEEG = [""] * 8
EIGEN = "let op: hierin staat wat je over je eigen stijl zegt; je kiest zelf met wie je dit blad deelt\n"
ROOSTER = "Dezelfde twee weken"


pytestmark = pytest.mark.usefixtures("werkmap")


def lees_bladen() -> list[Path]:
    return list(load_werkbladenmap().glob("*.json"))


def test_by_pipe_an_empty_line_takes_what_stands_there(roep: Roep, monkeypatch: pytest.MonkeyPatch) -> None:
    pijp(monkeypatch, *LEEG[:4], "ik en mijn collega", *LEEG[5:])
    antwoorden = json.loads(roep("werkblad", VUL, "--casus", "rooster", "--json").uit)["antwoorden"]
    assert antwoorden["titel"] == ROOSTER
    assert antwoorden["verhaal"].startswith("Om vier uur sluit het rooster voor de zomer")
    assert antwoorden["rol"] == "Ik heb er zelf belang bij"
    assert antwoorden["vragen"][0] == "Wat telt voor ieder het meest in die twee weken?"
    assert len(antwoorden["vragen"]) == 3
    assert antwoorden["wie"] == "ik en mijn collega"
    assert (antwoorden["hoog"], antwoorden["mag"]) == (None, None)


def test_a_person_sees_what_stands_there_and_keeps_or_changes_it(typ: Roep) -> None:
    getypt = ["", "We ruilen.", "", "", "overslaan", *LEEG]
    uit = typ("werkblad", VUL, "--casus", "rooster", getypt=[*getypt, *LEEG]).uit
    assert f"Dit staat er alvast: {ROOSTER}\nMet Enter blijft dat zo.\n> " in uit
    assert "Dit staat er alvast: je collega; cliënten" in uit
    verslag = uit[uit.rindex("Je antwoorden\n") :]
    assert f"Hoe heet je casus?\n{ROOSTER}\n" in verslag
    assert "Wat speelt er?\nWe ruilen.\n" in verslag
    assert "Wat vraag je?\n(nog open)\n" in verslag


def test_lines_can_be_added_to_what_stands_there(typ: Roep) -> None:
    uit = typ("werkblad", "partijen", "--casus", "rooster", getypt=["De planning.", "+de baas", "", "stop"])
    assert "Met Enter blijft dat zo. Begin met een + om er regels bij te zetten." in uit.uit
    assert '"partijen", ["jij", "je collega", "cliënten", "de baas"]' in lees_bladen()[0].read_text(encoding="utf-8")


def test_a_case_says_who_are_there(roep: Roep, monkeypatch: pytest.MonkeyPatch) -> None:
    pijp(monkeypatch, *[""] * 40)
    document = json.loads(roep("werkblad", "partijen", "--casus", "rooster", "--json").uit)
    assert list(document["antwoorden"]["partijen"]) == ["jij", "je collega", "cliënten"]


def test_what_stood_there_can_be_gone_on_with(roep: Roep, monkeypatch: pytest.MonkeyPatch) -> None:
    pijp(monkeypatch, "")
    gestopt = roep("werkblad", VUL, "--casus", "rooster")
    assert (gestopt.code, gestopt.fout.endswith("werkblad-vul.yaml --casus rooster --hervat\n")) == (130, True)
    pijp(monkeypatch, *LEEG)
    antwoorden = json.loads(roep("werkblad", VUL, "--hervat", "--casus", "inkoop", "--json").uit)["antwoorden"]
    assert antwoorden["titel"] == ROOSTER
    assert antwoorden["wie"] != "jij; je collega; cliënten"


@pytest.mark.parametrize("profiel", ["laatste", "9f0c2a"])
def test_a_profile_gives_words_and_no_numbers_and_only_who_holds_the_sheet_hears_that(
    roep: Roep, monkeypatch: pytest.MonkeyPatch, profiel: str
) -> None:
    bewaar(LANG)
    pijp(monkeypatch, *LEEG)
    uitkomst = roep("werkblad", VUL, "--profiel", profiel)
    verslag = uitkomst.uit[uitkomst.uit.rindex("Je antwoorden\n") :]
    assert "Wat doe je vaker?\nsamen oplossen (samenwerken); toegeven\n" in verslag
    assert "Wat doe je minder vaak?\ndoorzetten (forceren)\n" in verslag
    assert not any(teken.isdigit() for teken in verslag[: verslag.index("Bron:")])
    assert "eigen stijl" not in uitkomst.uit
    assert uitkomst.fout == EIGEN


def test_the_newest_result_is_one_about_styles(roep: Roep, monkeypatch: pytest.MonkeyPatch) -> None:
    bewaar("egogram", NU, "1f0c2a7711d0b3e4")
    for welke in ("laatste", "1f0c2a"):
        assert (
            "deze uitslag meet geen stijl; geef een uitslag over je stijlen"
            in roep("werkblad", VUL, "--profiel", welke).fout
        )
    bewaar(LANG, NU - timedelta(days=1))
    pijp(monkeypatch, *LEEG)
    antwoorden = json.loads(roep("werkblad", VUL, "--profiel", "laatste", "--json").uit)["antwoorden"]
    assert antwoorden["laag"] == "doorzetten (forceren)"


def test_where_nothing_stands_out_nothing_stands_there_and_the_program_says_that(
    roep: Roep, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("ik.yaml").write_text(f"vragenlijst: {LANG}\nantwoorden: {[3] * 30}\n", encoding="utf-8")
    pijp(monkeypatch, *LEEG)
    uitkomst = roep("werkblad", VUL, "--profiel", "ik.yaml", "--json")
    antwoorden = json.loads(uitkomst.uit)["antwoorden"]
    assert (antwoorden["hoog"], antwoorden["laag"]) == (None, None)
    assert uitkomst.fout.startswith("let op: in deze uitslag valt hiervoor geen stijl op; vul het zelf in\n")


def test_a_sheet_without_own_scores_does_not_speak_of_them(roep: Roep, monkeypatch: pytest.MonkeyPatch) -> None:
    pijp(monkeypatch, *LEEG)
    assert roep("werkblad", VUL, "--casus", "rooster").fout == ""
    bewaar(LANG)
    pijp(monkeypatch, *LEEG[:5], "eigen woorden", "eigen woorden", "")
    assert roep("werkblad", VUL, "--profiel", "laatste").fout == ""


def test_on_paper_what_is_given_along_stands_in_place_of_room_to_write(roep: Roep) -> None:
    bewaar(LANG)
    uit, fout = roep("werkblad", VUL, "--leeg", "--casus", "rooster", "--profiel", "laatste")[1:]
    assert ROOSTER in uit
    assert "- Wat telt voor ieder het meest in die twee weken?" in uit
    assert fout == EIGEN
    assert uit.count("_____") < roep("werkblad", VUL, "--leeg").uit.count("_____")


# the gate of a case


@pytest.mark.parametrize("leeg", [[], ["--leeg"]])
def test_a_case_that_asks_for_the_question_about_safety_gets_it(typ: Roep, roep: Roep, leeg: list[str]) -> None:
    argumenten = ["werkblad", VUL, "--casus", "vechtscheiding", *leeg]
    assert "begint met de vraag of iedereen veilig is" in roep(*argumenten).fout
    uitkomst = typ(*argumenten, getypt=["weet ik niet"])
    assert uitkomst.code == 3
    assert "Veilig Thuis" in uitkomst.uit
    assert "Hoe heet je casus?" not in uitkomst.uit
    assert lees_bladen() == []
    assert "Hoe heet je casus?" in typ(*argumenten, getypt=["veilig", "stop"]).uit


def test_a_case_that_is_not_safe_closes_the_gate_whatever_is_said_beside_it(roep: Roep) -> None:
    tekst = (Path(__file__).parents[2] / "vragenlijsten" / "casussen" / "rooster.yaml").read_text(encoding="utf-8")
    Path("c.yaml").write_text(tekst.replace("veiligheid: veilig", "veiligheid: onveilig"), encoding="utf-8")
    uitkomst = roep("werkblad", VUL, "--casus", "c.yaml", "--veiligheid", "veilig", "-o", "x.md")
    assert (uitkomst.code, Path("x.md").exists(), lees_bladen()) == (3, False, [])


# wrong calls


@pytest.mark.parametrize(
    ("argumenten", "zin"),
    [
        (["reflectie-kort", "--casus", "rooster"], "werkblad 'reflectie-kort' heeft geen vraag die --casus kan vullen"),
        (
            ["partijen", "--veiligheid", "veilig", "--profiel", "laatste"],
            "werkblad 'partijen' heeft geen vraag die --pr",
        ),
        (["--casus", "rooster"], "--casus en --profiel vullen één werkblad; geef bijvoorbeeld: conflictstijl werk"),
        ([VUL, "--antwoorden", "x.yaml", "--casus", "rooster"], "in --antwoorden staat al wat er in het werkblad komt"),
        ([VUL, "--casus", "roster"], "er is geen casus 'roster'; bedoelde je 'rooster'?"),
        ([VUL, "--profiel", "laatste", "-o", "x.doc"], "'x.doc' eindigt niet op"),
    ],
)
def test_a_wrong_call_is_one_line(roep: Roep, argumenten: list[str], zin: str) -> None:
    Path("x.yaml").write_text("werkblad: werkblad-vul\nantwoorden: {titel: x}\n", encoding="utf-8")
    bewaar(LANG)
    uitkomst = roep("werkblad", *argumenten)
    assert (uitkomst.code, uitkomst.uit, uitkomst.fout.count("\n")) == (2, "", 1)
    assert uitkomst.fout.startswith(f"conflictstijl: {zin}")
