"""The command `vaardigheden`."""

import json

import pytest

from conflictstijl import toepassing
from conflictstijl.model.kennis import EIGEN_LEZING
from conflictstijl.model.stijlen import STIJLEN

from .conftest import Roep


def lees_namen(uit: str) -> list[str]:
    """Return the ids of a list: what stands at the begin of a line."""
    return [regel.split()[0] for regel in uit.split("\n\n", maxsplit=1)[0].splitlines() if not regel.startswith(" ")]


def test_the_list_names_every_skill(roep: Roep) -> None:
    uitkomst = roep("vaardigheden")
    assert (uitkomst.code, uitkomst.fout) == (0, "")
    assert lees_namen(uitkomst.uit) == [vaardigheid.id for vaardigheid in toepassing.load_vaardigheden(None)]


def test_a_style_gives_its_skills_by_any_of_its_names(roep: Roep) -> None:
    namen = lees_namen(roep("vaardigheden", "--stijl", "doordrukken").uit)
    assert namen == [vaardigheid.id for vaardigheid in toepassing.load_vaardigheden("forceren")]
    assert namen != lees_namen(roep("vaardigheden", "--stijl", "vermijden").uit)


def test_one_skill_is_shown_with_steps_exercises_and_the_safety_line(roep: Roep) -> None:
    uit = roep("vaardigheden", "ik-boodschap").uit
    tekst = " ".join(uit.split())
    assert tekst.startswith("Een ik-boodschap geven (past bij: doorzetten en samen oplossen) ")
    assert "\n1.  " in uit
    assert "\nAlleen, 10 minuten: " in uit
    assert "\nMet z'n tweeën, 15 minuten: " in uit
    assert "Gelukt als: " in tekst
    assert "Bron: " in tekst
    assert tekst.endswith("Overleg eerst met een collega. Bel bij direct gevaar 112.")


def test_a_skill_for_every_style_says_so(roep: Roep) -> None:
    algemeen = next(v for v in toepassing.load_vaardigheden(None) if not v.stijlen)
    assert "(past bij: alle stijlen)" in roep("vaardigheden", algemeen.id).uit
    [gegevens] = json.loads(roep("vaardigheden", algemeen.id, "--json").uit)["vaardigheden"]
    assert gegevens["stijlen"] == dict.fromkeys(STIJLEN, 1)


@pytest.mark.parametrize("argumenten", [[], ["ik-boodschap"], ["--stijl", "vermijden"]])
@pytest.mark.parametrize("breedte", [20, 60])
def test_every_overview_fits_the_terminal(
    roep: Roep, monkeypatch: pytest.MonkeyPatch, argumenten: list[str], breedte: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(breedte))
    assert max(map(len, roep("vaardigheden", *argumenten).uit.splitlines())) <= breedte


def test_json_tells_the_same_for_programs(roep: Roep) -> None:
    document = json.loads(roep("vaardigheden", "--stijl", "toegeven", "--json").uit)
    assert (document["formaat"], document["soort"]) == (1, "vaardigheden")
    assert [v["id"] for v in document["vaardigheden"]] == [v.id for v in toepassing.load_vaardigheden("toegeven")]
    [een] = json.loads(roep("vaardigheden", "ik-boodschap", "--json").uit)["vaardigheden"]
    assert list(een) == ["id", "naam", "stijlen", "doel", "stappen", "alleen", "samen", "gelukt_als", "bron"]
    assert een["stijlen"] == {"forceren": 3, "samenwerken": 2}
    assert list(een["samen"]) == ["met", "duur", "opdracht"]


def test_an_unknown_skill_comes_with_the_nearest_or_a_way_to_look(roep: Roep) -> None:
    assert roep("vaardigheden", "ik-bodschap") == (
        2,
        "",
        "conflictstijl: er is geen vaardigheid 'ik-bodschap'; bedoelde je 'ik-boodschap'?\n",
    )
    assert roep("vaardigheden", "xx").fout.endswith("; 'conflictstijl vaardigheden' toont ze allemaal\n")


def test_an_unknown_style_comes_with_the_nearest(roep: Roep) -> None:
    uitkomst = roep("vaardigheden", "--stijl", "vermijdn")
    assert uitkomst == (2, "", "conflictstijl: er is geen stijl 'vermijdn'; bedoelde je 'vermijden'?\n")


def test_beside_the_skills_of_a_style_stands_a_question_that_says_it_is_no_measurement(roep: Roep) -> None:
    tekst = " ".join(roep("vaardigheden", "--stijl", "toegeven").uit.split())
    vraag = "De wens van de ander mag er zijn. Geloof ik nu dat die van mij er ook mag zijn?"
    assert f"Een vraag voor jezelf: {vraag} {EIGEN_LEZING}" in tekst
    document = json.loads(roep("vaardigheden", "--stijl", "Toegeven", "--json").uit)
    assert document["ik_en_ander"] == {"vraag": vraag, "let_op": EIGEN_LEZING}


def test_without_a_style_there_is_no_such_question(roep: Roep) -> None:
    assert EIGEN_LEZING not in " ".join(roep("vaardigheden").uit.split())
    assert "ik_en_ander" not in json.loads(roep("vaardigheden", "doorvragen", "--stijl", "toegeven", "--json").uit)
