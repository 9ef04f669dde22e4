"""Worksheets that are not finished: what of them goes along, which one is gone on with, and what help says of them."""

import json
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from conflictstijl.laden.bladbron import load_bladtekst
from conflictstijl.laden.mappen import load_werkbladenmap
from conflictstijl.model.werkblad import Invulling
from conflictstijl.opslag import werkbladen
from conflictstijl.opslag.bladregels import Bewaardblad

from .bladen import BLAD, SESSIES, bewaar_blad
from .conftest import Roep
from .uitslagen import NU, bewaar

DAG = timedelta(days=1)
FATIMA = "Fatima wil niet praten."
OORDEEL = "Ze wil gewoon niet."


pytestmark = pytest.mark.usefixtures("werkmap")


def begin(naam: str, sessie: str = SESSIES[0], /, *, klaar: bool = False, bron: str = "", **antwoorden: str) -> None:
    """Keep a worksheet, unfinished unless said otherwise."""
    gegeven = {("", vraag): (tekst,) for vraag, tekst in antwoorden.items()}
    moment = NU if klaar else None
    blad = Bewaardblad(Path(), NU, Invulling(naam, "1.0", gegeven), sessie, moment, bron or load_bladtekst(naam))
    werkbladen.write_import(load_werkbladenmap(), blad)


def lees_export() -> list[dict[str, object]]:
    bladen: list[dict[str, object]] = json.loads(Path("mee.json").read_text(encoding="utf-8"))["werkbladen"]
    return bladen


# taking along


def test_one_in_which_somebody_can_be_recognised_stays_and_the_rest_goes_along(roep: Roep) -> None:
    begin("vakgenoten", gebeurd=FATIMA)
    begin("vakgenoten", SESSIES[1], gebeurd="De moeder wil niet praten.")
    begin("vakgenoten", SESSIES[2], klaar=True, gebeurd=FATIMA)
    begin(BLAD, SESSIES[3], gebeurd=FATIMA)
    uitkomst = roep("resultaten", "exporteer", "-o", "mee.json")
    assert (uitkomst.code, uitkomst.uit) == (1, "")
    assert uitkomst.fout == (
        "werkblad 1b1ad0 (vakgenoten) gaat niet mee: hieraan kan iemand te herkennen zijn; "
        "maak het eerst af, of geef --akkoord\n"
    )
    assert {blad["sessie"] for blad in lees_export()} == set(SESSIES[1:4])


@pytest.mark.parametrize("welke", [[], ["1b1a"]])
def test_where_that_is_all_there_is_nothing_is_written_unless_somebody_agrees(roep: Roep, welke: list[str]) -> None:
    begin("vakgenoten", gebeurd=FATIMA)
    uitkomst = roep("resultaten", "exporteer", *welke, "-o", "mee.json")
    assert (uitkomst.code, Path("mee.json").exists()) == (3, False)
    assert uitkomst.fout.endswith("\nconflictstijl: er is niets geschreven\n")
    assert roep("resultaten", "exporteer", *welke, "-o", "mee.json", "--akkoord") == (0, "", "")
    assert FATIMA in Path("mee.json").read_text(encoding="utf-8")


def test_what_only_helps_to_think_does_not_go_along_and_the_rest_does(roep: Roep, elders: Callable[[], None]) -> None:
    begin("onwil-naar-belang", uitspraak=OORDEEL, vraag="Wat heb je nodig?")
    assert roep("resultaten", "exporteer", "-o", "mee.json") == (0, "", "")
    tekst = Path("mee.json").read_text(encoding="utf-8")
    assert (OORDEEL in tekst, "Wat heb je nodig?" in tekst) == (False, True)
    # here it is the same worksheet still
    assert roep("resultaten", "importeer", "mee.json") == (0, "Niets toegevoegd. 1 stond er al.\n", "")
    elders()
    assert roep("resultaten", "importeer", "mee.json").uit == "1 werkblad toegevoegd.\n"


def test_one_of_which_the_questions_cannot_be_read_stays(roep: Roep) -> None:
    bewaar()
    begin("vakgenoten", bron="werkblad: x\n", gebeurd=FATIMA)
    uitkomst = roep("resultaten", "exporteer", "-o", "mee.json", "--akkoord")
    assert uitkomst.code == 1
    assert "gaat niet mee: de vragen erin kloppen niet; maak het eerst af, of wis het\n" in uitkomst.fout
    assert lees_export() == []


def test_one_with_the_questions_of_another_is_refused(roep: Roep, elders: Callable[[], None]) -> None:
    begin(BLAD, klaar=True, bron=load_bladtekst("vakgenoten"), gebeurd="Iets.")
    roep("resultaten", "exporteer", "-o", "mee.json")
    elders()
    uitkomst = roep("resultaten", "importeer", "mee.json")
    assert uitkomst.code == 2
    assert "werkblad 1 is niet te gebruiken: de vragen erin zijn die van een ander werkblad" in uitkomst.fout


def test_a_damaged_one_that_stands_there_is_not_taken_for_the_same(roep: Roep) -> None:
    pad = bewaar_blad(klaar=None).pad
    roep("resultaten", "exporteer", "-o", "mee.json")
    pad.write_bytes(pad.read_bytes().replace(b"Iets.", b"Niets"))
    assert roep("resultaten", "importeer", "mee.json").uit == "Niets toegevoegd. 1 geweigerd.\n"


# going on


def test_of_two_of_one_kind_only_the_newest_has_the_command_and_the_other_says_what_comes_first(roep: Roep) -> None:
    bewaar_blad(SESSIES[0], None)
    bewaar_blad(SESSIES[1], None, begin=NU - DAG)
    begin("vakgenoten", SESSIES[2], gebeurd="Iets.")
    uit = roep("resultaten").uit
    assert uit.count(f"  conflictstijl werkblad {BLAD} --hervat\n") == 1
    assert f"2b1ad0  {NU - DAG:%d-%m-%Y}  {BLAD}: nog niet af\n  Maak eerst het nieuwere af, of wis dat.\n" in uit
    assert "  conflictstijl werkblad vakgenoten --hervat\n" in uit
    rijen = json.loads(roep("resultaten", "--json").uit)["werkbladen"]
    assert {rij["sessie"]: bool(rij["opdracht"]) for rij in rijen} == dict(
        zip(SESSIES, [True, False, True], strict=False)
    )


def test_the_one_that_has_the_command_is_the_one_that_is_gone_on_with(typ: Roep) -> None:
    bewaar_blad(SESSIES[0], None, tekst="Nieuw.")
    bewaar_blad(SESSIES[1], None, begin=NU - DAG, tekst="Oud.")
    typ("werkblad", BLAD, "--hervat", getypt=["", ""])
    begonnen, _ = werkbladen.load_begonnen(load_werkbladenmap())
    assert [blad.sessie for blad in begonnen] == [SESSIES[1]]


def test_a_finished_one_of_the_same_day_takes_no_command_away(roep: Roep) -> None:
    bewaar_blad(SESSIES[0], None, begin=NU - DAG)
    bewaar_blad(SESSIES[1])
    assert f"  conflictstijl werkblad {BLAD} --hervat\n" in roep("resultaten").uit


# help, and no result yet


@pytest.mark.parametrize("opties", [["--hervat"], [], ["--json"]])
def test_help_says_that_a_begun_worksheet_still_stands_and_how_to_erase_it(roep: Roep, opties: list[str]) -> None:
    begin("partijen", uitkomst="Rust.")
    begin("vakgenoten", SESSIES[1], gebeurd="Iets.")
    uitkomst = roep("werkblad", "partijen", "--veiligheid", "onveilig", *opties)
    assert (uitkomst.code, uitkomst.fout) == (
        3,
        "let op: een begonnen werkblad staat nog op deze computer; wissen: conflictstijl resultaten wis 1b1ad0\n",
    )


def test_help_names_each_of_them_also_for_who_says_it_when_asked(typ: Roep) -> None:
    begin("partijen", uitkomst="Rust.")
    begin("partijen", SESSIES[1], uitkomst="Rust.")
    fout = typ("werkblad", "partijen", "--hervat", getypt=["onveilig"]).fout
    assert "let op: 2 begonnen werkbladen staan nog op deze computer; wissen: " in " ".join(fout.split())
    assert {"1b1ad0", "2b1ad0"} <= set(fout.split())


def test_help_finds_them_by_the_file_of_a_worksheet_too_and_needs_none_that_can_be_read(roep: Roep) -> None:
    begin("partijen", uitkomst="Rust.")
    Path("eigen.yaml").write_text(load_bladtekst("partijen"), encoding="utf-8")
    assert "wis 1b1ad0" in roep("werkblad", "eigen.yaml", "--veiligheid", "twijfel").fout
    for naam in ("weg.yaml", "vakgenoten"):
        assert roep("werkblad", naam, "--veiligheid", "twijfel").fout == ""


def test_a_finished_one_is_another_situation_and_help_does_not_name_it(roep: Roep) -> None:
    begin("partijen", klaar=True, uitkomst="Rust.")
    assert roep("werkblad", "partijen", "--veiligheid", "onveilig").fout == ""


def test_without_results_the_newest_one_is_not_there_and_the_worksheets_are(roep: Roep) -> None:
    begin(BLAD, gebeurd="Iets.")
    uitkomst = roep("resultaten", "laatste")
    assert uitkomst.code == 2
    assert uitkomst.fout == (
        "conflictstijl: er is nog geen uitslag van een vragenlijst; "
        "je werkbladen zie je met: conflictstijl resultaten\n"
    )
