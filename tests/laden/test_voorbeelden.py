"""The example files are the tests: good ones give no findings, broken ones exactly the lines beside them."""

from pathlib import Path

import pytest
import yaml

from conflictstijl.controle import check_bestand
from conflictstijl.laden import yamlbron
from conflictstijl.laden.bevindingen import Bevindingen
from conflictstijl.laden.knopen import Kaart, Knoop, Lijst, Tekst

from .lezen import BLAD, FOUT, GOED, WAARSCHUWING, list_goed, parse_boom, read_bevindingen

_MINSTE = 300
"""How many broken examples there are at least: an empty folder would pass in silence."""
_KLEIN = {
    "adviezen.yaml": "it has advice for two styles",
    "likert-eigen.yaml": "it has weights that a balanced questionnaire would not have",
    "likert-kaart.yaml": "it has one statement per scale, one of them reversed",
    "likert-lijst.yaml": "it has more statements for one style",
    "met-bom.yaml": "it has more statements for one style",
}
"""Good examples in which the linter finds something, with the reason why they stay as they are."""


def list_bronnen(folder: Path) -> list[str]:
    return sorted(pad.name for pad in folder.iterdir() if pad.suffix not in {".txt", ".csv"})


def list_vragenlijsten() -> list[str]:
    return [naam for naam in list_bronnen(GOED) if naam.endswith(".yaml") and not naam.startswith(BLAD)]


def read_regels(folder: Path, naam: str, monkeypatch: pytest.MonkeyPatch) -> tuple[list[str], int]:
    monkeypatch.chdir(folder)
    bevindingen = read_bevindingen(naam)
    return [str(bevinding) for bevinding in sorted(bevindingen)], bevindingen.count_fouten()


def test_there_are_many_broken_examples_each_with_its_lines() -> None:
    bronnen = list_bronnen(FOUT)
    assert len(bronnen) >= _MINSTE
    assert {f"{naam}.txt" for naam in bronnen} == {pad.name for pad in FOUT.glob("*.txt")}


@pytest.mark.parametrize("naam", list_bronnen(GOED))
def test_a_good_example_gives_no_findings(naam: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert read_regels(GOED, naam, monkeypatch) == ([], 0)


@pytest.mark.parametrize("naam", list_vragenlijsten())
def test_a_good_example_passes_the_linter_unless_it_is_too_small_for_it(naam: str) -> None:
    assert (check_bestand(GOED / naam) != []) is (naam in _KLEIN)


@pytest.mark.parametrize("naam", list_bronnen(FOUT))
def test_a_broken_example_gives_exactly_the_lines_beside_it(naam: str, monkeypatch: pytest.MonkeyPatch) -> None:
    regels, fouten = read_regels(FOUT, naam, monkeypatch)
    assert regels == (FOUT / f"{naam}.txt").read_text(encoding="utf-8").splitlines()
    assert fouten > 0


@pytest.mark.parametrize("naam", list_bronnen(WAARSCHUWING))
def test_a_doubtful_example_is_accepted_with_a_warning(naam: str, monkeypatch: pytest.MonkeyPatch) -> None:
    regels, fouten = read_regels(WAARSCHUWING, naam, monkeypatch)
    assert regels == (WAARSCHUWING / f"{naam}.txt").read_text(encoding="utf-8").splitlines()
    assert regels
    assert not fouten


@pytest.mark.parametrize("naam", list_bronnen(FOUT))
def test_every_line_about_a_broken_example_is_one_sentence_that_says_what_to_do(naam: str) -> None:
    for regel in (FOUT / f"{naam}.txt").read_text(encoding="utf-8").splitlines():
        _, _, bericht = regel.partition(": ")
        wat, _, hint = bericht.partition("; ")
        assert wat
        assert hint or "versie moet tussen" in wat
        assert ";" not in hint
        assert not bericht.endswith(".")


def list_teksten(knoop: Knoop) -> list[Tekst]:
    if isinstance(knoop, Tekst):
        return [knoop]
    delen = knoop.delen if isinstance(knoop, Lijst) else [deel for paar in knoop.paren for deel in paar]
    return [tekst for deel in delen for tekst in list_teksten(deel)]


@pytest.mark.parametrize("pad", [pad for pad in list_goed() if pad.suffix != ".jsonl"], ids=lambda pad: pad.name)
def test_both_parsers_make_the_same_tree(pad: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    naam = f"{BLAD}{pad.name}" if pad.suffix == ".json" else pad.name
    snel = parse_boom(naam, pad.read_bytes())
    monkeypatch.setattr(yamlbron, "_LEZER", yaml.SafeLoader)
    langzaam = parse_boom(naam, pad.read_bytes())
    assert snel == langzaam
    assert snel is not None or pad.name == "blad-zonder-naam.json"


@pytest.mark.parametrize("pad", [pad for pad in list_goed() if pad.suffix == ".yaml"], ids=lambda pad: pad.name)
def test_the_place_of_a_bare_text_is_where_it_stands_in_the_file(pad: Path) -> None:
    boom = parse_boom(pad.name, pad.read_bytes())
    assert boom is not None
    regels = pad.read_text(encoding="utf-8-sig").split("\n")
    teksten = [tekst for tekst in list_teksten(boom) if tekst.kaal and tekst.waarde]
    assert teksten
    for tekst in teksten:
        rest = regels[tekst.plek.regel - 1][tekst.plek.kolom - 1 :]
        assert tekst.waarde.startswith(rest.split(" ")[0].rstrip(",:]}\r")[:1])
        assert rest.startswith(tekst.waarde.split(" ")[0].rstrip())


def test_the_pure_parser_reports_the_same_mistakes_in_sentences_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yamlbron, "_LEZER", yaml.SafeLoader)
    monkeypatch.chdir(FOUT)
    anders = []
    for naam in list_bronnen(FOUT):
        regels = [str(bevinding) for bevinding in sorted(read_bevindingen(naam))]
        if regels != (FOUT / f"{naam}.txt").read_text(encoding="utf-8").splitlines():
            anders.append(naam)
    assert anders == [
        "adviezen-combinatie-lijst.yaml",
        "blad-surrogaat.json",
        "surrogaat-in-escape.yaml",
        "valkuil-schuine-streep.yaml",
    ]


def test_findings_keep_the_order_of_the_file_and_a_tree_keeps_the_order_of_its_keys() -> None:
    boom = parse_boom("x.yaml", b"b: 1\na: 2\n")
    assert isinstance(boom, Kaart)
    assert [sleutel.waarde for sleutel, _ in boom.paren] == ["b", "a"]
    assert Bevindingen() == []
