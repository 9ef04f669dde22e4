"""The command `resultaten vergelijk`: the oldest first whatever was typed, and a plain no where nothing can be said."""

import json
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from conflictstijl import toepassing
from conflictstijl.model.vragenlijst import Vragenlijst

from .conftest import Roep
from .uitslagen import KORT, LANG, NU, bewaar, bewaar_lijst

OUD, MIDDEN, NIEUW = "0f0c2a7711d0b3e4", "1f0c2a7711d0b3e4", "2f0c2a7711d0b3e4"
DAG = timedelta(days=1)
KOP = "Mijn stijl bij conflicten (kort): twee keer ingevuld\n"


@pytest.fixture(autouse=True)
def werkmap(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, eigen_map: Path) -> Path:
    monkeypatch.chdir(tmp_path)
    return eigen_map


@pytest.fixture
def twee() -> None:
    """Keep two results of one questionnaire, with one of another in between."""
    bewaar(KORT, NU - 9 * DAG, OUD)
    bewaar("conflictstijlen-paren", NU - 5 * DAG, MIDDEN)
    bewaar(KORT, NU, NIEUW, antwoorden=[1, 5, 3, 2, 4] * 3)


def lees(roep: Roep, *namen: str) -> dict[str, Any]:
    uitkomst = roep("resultaten", "vergelijk", *namen, "--json")
    assert (uitkomst.code, uitkomst.fout) == (0, "")
    document: dict[str, Any] = json.loads(uitkomst.uit)
    assert (document["formaat"], document["soort"]) == (1, "vergelijking")
    return document


@pytest.mark.usefixtures("twee")
def test_without_names_the_last_result_stands_beside_the_one_before_it_of_the_same_questionnaire(roep: Roep) -> None:
    uitkomst = roep("resultaten", "vergelijk")
    assert (uitkomst.code, uitkomst.fout) == (0, "")
    assert uitkomst.uit.startswith(KOP)
    assert uitkomst.uit.index("13 november 2026") < uitkomst.uit.index("22 november 2026")


@pytest.mark.usefixtures("twee")
@pytest.mark.parametrize(
    "namen",
    [("vorige", "laatste"), ("laatste", "vorige"), (OUD, NIEUW), (NIEUW[:6], OUD[:4]), (NIEUW,), ("VORIGE", NIEUW)],
)
def test_the_oldest_comes_first_whatever_order_was_typed(roep: Roep, namen: tuple[str, ...]) -> None:
    if len(namen) == 1:
        namen = (*namen, "vorige")
    document = lees(roep, *namen)
    assert document == lees(roep)
    momenten = [document[keer]["moment"] for keer in ("eerst", "nu")]
    assert momenten == sorted(momenten)


@pytest.mark.usefixtures("twee")
def test_a_comparison_may_be_written_to_a_file(roep: Roep) -> None:
    for einde in ("md", "txt"):
        assert roep("resultaten", "vergelijk", "-o", f"uit.{einde}") == (0, "", "")
        assert "twee keer ingevuld" in Path(f"uit.{einde}").read_text(encoding="utf-8")
    assert roep("resultaten", "vergelijk", "-o", "uit.json") == (0, "", "")
    assert json.loads(Path("uit.json").read_text(encoding="utf-8")) == lees(roep)
    assert roep("resultaten", "vergelijk", "-o", "uit.json").code == 2
    assert roep("resultaten", "vergelijk", "-o", "-").uit.startswith(KOP)
    both = roep("resultaten", "vergelijk", "-o", "uit.md", "--overschrijf", "--json")
    assert json.loads(both.uit)["soort"] == "vergelijking"


@pytest.mark.usefixtures("twee")
@pytest.mark.parametrize(
    ("namen", "zin"),
    [
        (("laatste", "laatste"), "dit is twee keer dezelfde uitslag; geef twee verschillende"),
        (("vorige", "vorige"), "'vorige' kan maar één keer; geef er een ID of 'laatste' bij"),
        ((OUD, OUD[:6]), "dit is twee keer dezelfde uitslag; geef twee verschillende"),
        (
            ("vorige", OUD),
            (
                f"uitslag 0f0c2a ({KORT}) is de eerste van die soort; geef er zelf twee, bijvoorbeeld: "
                "conflictstijl resultaten vergelijk 0f0c2a 2f0c2a"
            ),
        ),
        (
            ("vorige", MIDDEN),
            (
                "uitslag 1f0c2a (conflictstijlen-paren) is de enige van die soort; geef er zelf twee, bijvoorbeeld: "
                "conflictstijl resultaten vergelijk 0f0c2a 2f0c2a"
            ),
        ),
    ],
)
def test_what_is_no_two_results_is_refused(roep: Roep, namen: tuple[str, ...], zin: str) -> None:
    assert roep("resultaten", "vergelijk", *namen) == (2, "", f"conflictstijl: {zin}\n")


@pytest.mark.usefixtures("twee")
@pytest.mark.parametrize("namen", [(OUD, MIDDEN), ("bestaat-niet", "laatste"), ("laatste", "12345678")])
def test_what_cannot_be_compared_gets_one_line(roep: Roep, namen: tuple[str, ...]) -> None:
    uitkomst = roep("resultaten", "vergelijk", *namen, "-o", "uit.md")
    assert (uitkomst.code, uitkomst.uit, len(uitkomst.fout.splitlines())) == (2, "", 1)
    assert not Path("uit.md").exists()


def test_self_and_other_stand_side_by_side(roep: Roep) -> None:
    bewaar("conflictstijlen-ander", NU, NIEUW)
    bewaar(LANG, NU - DAG, OUD)
    uit = roep("resultaten", "vergelijk", "laatste", OUD).uit
    assert uit.startswith("Mijn stijl bij conflicten: naast elkaar\n")
    assert "Over mezelf" in uit
    assert uit.index("De tweede uitslag gaat over een ander.") < uit.index("Over mezelf")
    document = json.loads(roep("resultaten", "vergelijk", OUD, NIEUW, "--json").uit)
    assert document["soort"] == "profielen"
    assert [profiel["vorm"] for profiel in document["profielen"]] == ["zelf", "ander"]
    assert document["verschuivingen"]


def test_the_newest_that_is_the_only_one_of_its_kind_is_told_with_two_that_can_be_compared(roep: Roep) -> None:
    bewaar(LANG, NU - 3 * DAG, OUD)
    bewaar(LANG, NU - 2 * DAG, MIDDEN)
    bewaar("conflictstijlen-ander", NU, NIEUW)
    uitkomst = roep("resultaten", "vergelijk")
    assert uitkomst == (
        2,
        "",
        (
            "conflictstijl: je laatste uitslag (over een collega) is de enige van die soort; geef er zelf twee, "
            "bijvoorbeeld: conflictstijl resultaten vergelijk 0f0c2a 1f0c2a\n"
        ),
    )
    assert roep(*uitkomst.fout.rpartition("conflictstijl ")[2].split()).code == 0


def test_a_single_result_is_told_to_need_another(roep: Roep) -> None:
    bewaar(KORT, NU, OUD)
    assert roep("resultaten", "vergelijk").fout == (
        f"conflictstijl: je laatste uitslag ({KORT}) is de enige van die soort; vul die vragenlijst later nog eens in\n"
    )


@pytest.mark.usefixtures("twee")
@pytest.mark.parametrize("naam", ["laatste", NIEUW, "vorige", OUD])
def test_one_name_is_laid_beside_the_newest_and_the_newest_beside_the_one_before_it(roep: Roep, naam: str) -> None:
    assert lees(roep, naam) == lees(roep, OUD, NIEUW)


def test_two_results_of_one_moment_have_an_order_too(roep: Roep) -> None:
    bewaar(KORT, NU, OUD)
    bewaar(KORT, NU, NIEUW, antwoorden=[1, 5, 3, 2, 4] * 3)
    assert lees(roep) == lees(roep, NIEUW, OUD)
    uit = roep("resultaten", "vergelijk").uit
    assert "(eerst)" in uit
    assert "(daarna)" in uit


def test_a_self_and_other_of_which_the_questions_changed_are_not_compared(roep: Roep) -> None:
    zelf, ander = (toepassing.load_vragenlijst(LANG, vorm=vorm) for vorm in ("zelf", "ander"))
    anders = tuple(replace(item, tekst=f"Iets anders {item.id}") for item in ander.stellingen)
    bewaar_lijst(zelf, [1, 2, 3] * 10, NU - DAG, OUD)
    for veranderd in (replace(ander, versie="9.0", items=anders), build_minder(ander)):
        bewaar_lijst(veranderd, [3, 5, 4] * (len(veranderd.items) // 3), NU, NIEUW)
        uitkomst = roep("resultaten", "vergelijk", OUD, NIEUW)
        assert (uitkomst.code, uitkomst.uit, len(uitkomst.fout.splitlines())) == (2, "", 1)
        assert f"twee vormen van '{LANG}' (zelf en ander), en niet met dezelfde vragen; bekijk" in uitkomst.fout


def build_minder(lijst: Vragenlijst) -> Vragenlijst:
    """Return a questionnaire without its last scale."""
    weg = lijst.schalen[-1].id
    items = tuple(item for item in lijst.stellingen if item.sleutel[0].schaal != weg)
    return replace(lijst, schalen=lijst.schalen[:-1], items=items)


def test_a_result_of_before_there_were_versions_is_a_first_time(roep: Roep) -> None:
    lijst = toepassing.load_vragenlijst(LANG)
    bewaar_lijst(replace(lijst, variant=None, varianten=()), [1, 2, 3] * 10, NU - DAG, OUD)
    bewaar_lijst(lijst, [3, 1, 2] * 10, NU, NIEUW)
    assert "twee keer ingevuld" in roep("resultaten", "vergelijk").uit


def test_the_one_before_is_of_the_same_version(roep: Roep) -> None:
    bewaar(LANG, NU - 2 * DAG, OUD)
    bewaar("conflictstijlen-ander", NU - DAG, MIDDEN)
    bewaar(LANG, NU, NIEUW)
    assert "twee keer ingevuld" in roep("resultaten", "vergelijk").uit
    assert roep("resultaten", "vergelijk", "vorige", MIDDEN).code == 2


def test_a_damaged_result_in_between_is_passed_by(roep: Roep) -> None:
    bewaar(KORT, NU - 2 * DAG, OUD)
    bewaar(KORT, NU - DAG, MIDDEN).pad.write_text("{}", encoding="utf-8")
    bewaar(KORT, NU, NIEUW)
    assert lees(roep) == lees(roep, OUD, NIEUW)


@pytest.mark.usefixtures("twee")
@pytest.mark.parametrize("breedte", [40, 60, 80, 100])
def test_no_line_of_a_comparison_is_wider_than_the_terminal(
    roep: Roep, monkeypatch: pytest.MonkeyPatch, breedte: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(breedte))
    assert max(map(len, roep("resultaten", "vergelijk").uit.splitlines())) <= breedte
