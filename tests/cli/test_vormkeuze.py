"""Versions of a questionnaire: which one is taken, and what must be true before it starts."""

import json
from pathlib import Path

import pytest

from conflictstijl.laden.mappen import load_eigen_map
from tests.afname.lijsten import VERSIES

from .conftest import Roep, Uitkomst

ANDER = ("afnemen", "conflictstijlen", "--vorm", "ander")
VOORAF = "Weet je collega hiervan, en vindt je collega het goed?"

pytestmark = pytest.mark.usefixtures("eigen_map")


@pytest.fixture
def versies(eigen_map: Path) -> str:
    """An own questionnaire of two versions, of which none is the standard one."""
    load_eigen_map().mkdir(parents=True)
    (load_eigen_map() / "versies.yaml").write_text(VERSIES, encoding="utf-8")
    assert not eigen_map.exists()
    return "versies"


def lees(uit: Uitkomst) -> dict[str, object]:
    (profiel,) = json.loads(uit.uit)["profielen"]
    gevonden: dict[str, object] = profiel
    return gevonden


def pijp(*regels: object) -> str:
    return "printf '" + "".join(f"{regel}\\n" for regel in regels) + "' |"


def test_without_a_choice_the_standard_version_is_taken_and_nothing_is_asked_first(typ: Roep) -> None:
    uit = typ("afnemen", "--json", getypt=[*[2, 3, 4] * 10, "", "nee", ""])
    assert lees(uit)["vorm"] == "zelf"
    assert VOORAF not in uit.fout
    assert uit.fout.startswith("Mijn stijl bij conflicten\n30 vragen, ongeveer 6 minuten.\n")


def test_who_may_go_on_does_and_sees_which_version_it_is(typ: Roep) -> None:
    uit = typ(*ANDER, "--json", getypt=["ja", *[2, 3, 4] * 10, "", ""])
    assert lees(uit)["vorm"] == "ander"
    begin = (
        f"\n{VOORAF} (ja of nee)\n> \nMijn stijl bij conflicten\nOver een collega\n30 vragen, ongeveer 6 minuten.\n\n"
    )
    assert uit.fout.startswith(begin)
    assert "\nJij vult dit als enige in." in uit.fout
    assert "\nDenk aan één collega die je meemaakt in overleggen." in uit.fout


def test_who_may_not_is_refused_and_nothing_is_stored(typ: Roep, eigen_map: Path) -> None:
    uit = typ(*ANDER, getypt=["misschien", "nee"])
    assert uit.code == 3
    assert uit.fout == "conflictstijl: dan kan deze vorm niet; vraag het de ander eerst\n"
    assert uit.uit.count(VOORAF) == 2
    assert "Vraag 1" not in uit.uit
    assert not eigen_map.exists()


@pytest.mark.parametrize("getypt", [[], ["stop", "1", "ja", "1", "2", "", ""]])
def test_who_stops_at_the_first_question_has_answered_nothing(
    typ: Roep, eigen_map: Path, getypt: list[str], versies: str
) -> None:
    for opdracht in (ANDER, ("afnemen", versies)):
        uit = typ(*opdracht, getypt=getypt)
        assert (uit.code, uit.fout) == (130, "conflictstijl: gestopt; je had nog niets beantwoord\n")
    assert not eigen_map.exists()


def test_ctrl_c_at_the_first_question_is_a_stop(typ: Roep, eigen_map: Path) -> None:
    assert typ(*ANDER, getypt=[], onderbreek=True).code == 130
    assert not eigen_map.exists()


def test_by_pipe_what_must_be_true_is_said_and_not_asked(shell: Roep) -> None:
    uit = shell(f"{pijp(*[2, 3, 4] * 10)} $ECHT {' '.join(ANDER)} --json", COLUMNS="100")
    assert lees(uit)["vorm"] == "ander"
    eis = f"Deze vorm vraagt dat het antwoord hierop ja is:\n'{VOORAF}'"
    assert uit.fout.startswith(f"{eis}\n\nMijn stijl bij conflicten\nOver een collega\n")
    assert "(ja of nee)" not in uit.fout


def test_an_unknown_version_comes_with_the_nearest_or_all(roep: Roep, versies: str) -> None:
    assert roep("afnemen", "--vorm", "andr") == (
        2, "", "conflictstijl: 'conflictstijlen' heeft geen vorm 'andr'; bedoelde je 'ander'?\n",
    )  # fmt: skip
    assert roep("afnemen", versies, "--vorm", "x").fout.endswith("heeft geen vorm 'x'; kies uit zelf of ander\n")
    uit = roep("afnemen", "conflictstijlen-kort", "--vorm", "zelf")
    assert (uit.code, uit.uit) == (2, "")
    assert uit.fout.startswith("conflictstijl: 'conflictstijlen-kort' heeft geen vorm 'zelf'; ")


@pytest.mark.parametrize(
    ("getypt", "tekst"),
    [("1", "Ik wil iets."), ("2.", "De ander wil iets."), ("ander", "De ander"), ("OVER MEZELF", "Ik wil iets.")],
)
def test_without_a_standard_version_a_person_chooses(typ: Roep, versies: str, getypt: str, tekst: str) -> None:
    uit = typ("afnemen", versies, getypt=[getypt, *(["ja"] if "De" in tekst else []), "1", "2", "", ""])
    assert uit.code == 0
    assert uit.uit.startswith("Proef. Welke vorm?\n  1. Over mezelf\n  2. Over een ander\n> ")
    assert f"Vraag 1 van 2\n{tekst}" in uit.uit


def test_a_wrong_choice_of_version_is_explained(typ: Roep, versies: str) -> None:
    uit = typ("afnemen", versies, getypt=["3", "", "1", "1", "2", "", ""])
    assert uit.code == 0
    assert "'3' is geen keuze; kies een nummer van 1 tot en met 2." in uit.uit
    assert "Typ je keuze: kies een nummer van 1 tot en met 2." in uit.uit


def test_by_pipe_a_version_must_be_named(shell: Roep, versies: str) -> None:
    uit = shell(f"{pijp(1, 2)} $ECHT afnemen {versies}")
    assert (uit.code, uit.uit) == (2, "")
    assert uit.fout == "conflictstijl: 'versies' heeft meer vormen; geef er een met --vorm: zelf of ander\n"
    klaar = shell(f"{pijp(1, 2)} $ECHT afnemen {versies} --vorm zelf --json")
    assert lees(klaar)["vorm"] == "zelf"


@pytest.mark.parametrize("gekozen", ["option", "prompt"])
def test_the_way_to_go_on_names_the_version_also_when_it_was_chosen(typ: Roep, versies: str, gekozen: str) -> None:
    optie = ["--vorm", "ander"] if gekozen == "option" else []
    uit = typ("afnemen", versies, *optie, getypt=[*([] if optie else ["2"]), "ja", "1", "stop"])
    assert uit.fout.endswith("verder met: conflictstijl afnemen versies --vorm ander --hervat\n")
    verder = typ("afnemen", versies, "--vorm", "ander", "--hervat", "--json", getypt=["ja", "2", "", ""])
    assert (lees(verder)["vorm"], lees(verder)["beantwoord"]) == ("ander", 2)


def test_a_running_test_of_one_version_is_not_offered_in_the_other(typ: Roep, versies: str) -> None:
    typ("afnemen", versies, "--vorm", "zelf", getypt=["1", "stop"])
    uit = typ("afnemen", versies, "--vorm", "ander", getypt=["ja", "1", "2", "", ""])
    assert uit.code == 0
    assert "al aan begonnen" not in uit.uit
    verder = typ("afnemen", versies, "--vorm", "zelf", "--hervat", "--json", getypt=["2", "", ""])
    assert lees(verder)["beantwoord"] == 2


def test_the_sheet_of_a_version_is_scored_as_that_version(typ: Roep, roep: Roep, tmp_path: Path) -> None:
    doel = str(tmp_path / "blad.yaml")
    eerst = typ(*ANDER, "--json", "-o", doel, getypt=["ja", *[2, 3, 4] * 10, ""])
    assert '\nvorm: "ander"\n' in Path(doel).read_text(encoding="utf-8")
    assert lees(roep("scoor", doel, "--json")) == lees(eerst)
