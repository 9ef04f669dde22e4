"""What to go on with: read, looked up by title, and checked."""

from pathlib import Path

import pytest

from conflictstijl.controle import check_bestand
from conflictstijl.laden.bevindingen import Bevindingen
from conflictstijl.laden.vervolg import read_genoemd
from conflictstijl.laden.vervolgstappen import load_stappen, load_titel
from conflictstijl.laden.yamlbron import parse_yaml
from conflictstijl.model.vervolg import Vervolg, Vervolgstap
from tests.bouwers import GOED

from .lezen import INHOUD

UITKOMST = "uitkomsten:\n  - titel: Door\n    tekst: Ga door.\n    verder: {%s}\n"


@pytest.fixture(autouse=True)
def eigen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CONFLICTSTIJL_MAP", str(tmp_path / "gegevens"))
    return tmp_path


def test_every_kind_has_its_command_and_its_title() -> None:
    vervolg = Vervolg(("partijen",), ("balint",), ("conflictstijlen-kort",), ("doorvragen",))
    opdrachten = ["werkblad partijen", "werkvormen balint", "afnemen conflictstijlen-kort", "vaardigheden doorvragen"]
    assert [stap.opdracht for stap in load_stappen(vervolg)] == [f"conflictstijl {een}" for een in opdrachten]
    assert load_stappen(vervolg)[2] == Vervolgstap(
        "conflictstijl afnemen conflictstijlen-kort", "Mijn stijl bij conflicten (kort)"
    )


@pytest.mark.parametrize("soort", Vervolg._fields)
def test_what_does_not_exist_has_no_title_and_is_no_step(soort: str) -> None:
    assert load_titel(soort, "bestaat-niet") == ""
    assert load_stappen(Vervolg(**{soort: ("bestaat-niet",)})) == ()


def test_every_name_below_the_key_is_found_wherever_it_stands_and_nothing_else() -> None:
    delen = (
        "{verder: {werkblad: een, vaardigheid: [twee, [drie]]}}",
        "{anders: {verder: {werkvorm: vier}}}",
        "verder: x",
    )
    wortel = parse_yaml("".join(f"- {deel}\n" for deel in delen), "x", Bevindingen())
    assert wortel is not None
    gevonden = [(soort, naam.waarde) for soort, naam in read_genoemd(wortel)]
    assert gevonden == [("werkblad", "een"), ("vaardigheid", "twee"), ("werkvorm", "vier")]


def test_an_id_that_leads_nowhere_is_told_at_its_place(tmp_path: Path) -> None:
    pad = tmp_path / "team.yaml"
    pad.write_text(GOED + UITKOMST % "werkblad: [partijen, partjen], werkvorm: balint", encoding="utf-8")
    regel = len(GOED.splitlines()) + 4
    assert [(een.plek.regel, een.plek.kolom, een.code, een.wat) for een in check_bestand(pad)] == [
        (regel, 35, "onbekend-vervolg", "er is geen werkblad 'partjen'")
    ]


def test_what_stands_beside_a_questionnaire_is_there(tmp_path: Path) -> None:
    (tmp_path / "werkbladen").mkdir()
    (tmp_path / "werkbladen" / "partjen.yaml").touch()
    pad = tmp_path / "team.yaml"
    pad.write_text(GOED + UITKOMST % "werkblad: partjen", encoding="utf-8")
    assert check_bestand(pad) == []


def test_the_method_for_small_groups_of_a_worksheet_is_checked_too(tmp_path: Path) -> None:
    tekst = (INHOUD / "werkbladen" / "dilemma.yaml").read_text(encoding="utf-8")
    pad = tmp_path / "werkbladen" / "dilemma.yaml"
    pad.parent.mkdir()
    pad.write_text(tekst.replace("werkvorm: dilemmasessie", "werkvorm: dilemasessie"), "utf-8")
    assert [een.wat for een in check_bestand(pad)] == ["er is geen werkvorm 'dilemasessie'"]
    (tmp_path / "werkvormen").mkdir()
    (tmp_path / "werkvormen" / "dilemasessie.yaml").touch()
    assert check_bestand(pad) == []


def test_the_routes_of_a_situation_are_checked_too(tmp_path: Path) -> None:
    tekst = (INHOUD / "kennis" / "situaties.yaml").read_text(encoding="utf-8")
    pad = tmp_path / "kennis" / "situaties.yaml"
    pad.parent.mkdir()
    pad.write_text(tekst.replace("verder: {vragenlijst: escalatie}", "verder: {vragenlijst: eskalatie}"), "utf-8")
    assert [een.wat for een in check_bestand(pad)] == ["er is geen vragenlijst 'eskalatie'"]


def test_a_broken_file_is_told_before_what_it_leads_to(tmp_path: Path) -> None:
    tekst = (INHOUD / "kennis" / "situaties.yaml").read_text(encoding="utf-8")
    pad = tmp_path / "situaties.yaml"
    kapot = tekst.replace("formaat: 1", "formaat: 2").replace("vragenlijst: escalatie", "vragenlijst: x")
    pad.write_text(kapot, encoding="utf-8")
    assert [een.code for een in check_bestand(pad)] == ["formaat"]
