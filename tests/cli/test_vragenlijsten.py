"""The command `vragenlijsten`."""

import json
import re
from pathlib import Path

import pytest

from conflictstijl.laden.mappen import load_eigen_map

from .conftest import Roep

KORT = "conflictstijlen-kort"
EIGEN = """\
vragenlijst: eigen
formaat: 1
versie: "2.1"
titel: Eigen lijst
herkomst: {licentie: CC0-1.0, auteur: ik, status: proef}
antwoorden: {1: Nooit, 2: , 3: Altijd}
schalen: {rust: Rust op het werk}
items:
  - rust: Ik slaap goed.
"""


@pytest.fixture(autouse=True)
def eigen_map(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CONFLICTSTIJL_MAP", str(tmp_path))
    load_eigen_map().mkdir()
    return load_eigen_map()


KOPPEN = {
    "Over jezelf": [
        "conflictstijlen",
        KORT,
        "conflictstijlen-paren",
        "conflictstijlen-verdieping",
        "praktijksituaties",
        "rollen",
        "rustig-en-gespannen",
        "egogram",
        "veranderfase-zelf",
    ],
    "Vooraf": ["regie-zonder-macht", "relatie-of-afspraken", "samenwerkingsbril"],
    "Terwijl er iets speelt": ["escalatie", "impasse", "partijdigheid", "veranderfase-ander"],
}
"""The shipped questionnaires below the headings of the list."""
ALLE = sorted(naam for namen in KOPPEN.values() for naam in namen)


def test_the_list_names_every_questionnaire_with_its_size(roep: Roep) -> None:
    *delen, slot = roep("vragenlijsten").uit.split("\n\n")
    regels = [regel for kop, namen in KOPPEN.items() for regel in (f"{kop}:", *(f"  {naam}" for naam in namen))]
    assert [deel.splitlines()[0] for deel in delen] == regels
    blokken = [deel for deel in delen if deel.startswith(" ")]
    omvang = r"^    [0-9].* vragen, [0-9]+ minuten, (?:alleen, |samen, |alleen of samen, )?versie [0-9.]+, CC-BY-4.0\.$"
    assert all(re.search(omvang, blok, re.MULTILINE) for blok in blokken)
    assert re.fullmatch(
        r"  conflictstijlen-kort\n    Mijn stijl bij conflicten \(kort\)\n"
        r"    15 vragen, 3 minuten, versie [0-9.]+, CC-BY-4.0\.",
        blokken[1],
    )
    assert slot.startswith("Een ervan doen: conflictstijl afnemen ID.")


def test_the_list_tells_of_versions_and_of_what_comes_after_another(roep: Roep, eigen_map: Path) -> None:
    versies = {"standaard.yaml": "x: {naam: Iks, standaard: ja}, y: {naam: Ypsilon}", "geen.yaml": "x: {naam: Iks}"}
    for naam, vormen in versies.items():
        tekst = EIGEN.replace("vragenlijst: eigen", f"vragenlijst: {naam[:-5]}\nvormen: {{{vormen}}}")
        (eigen_map / naam).write_text(tekst, encoding="utf-8")
    uit = roep("vragenlijsten").uit
    assert "CC-BY-4.0.\n    Ook: over een collega (--vorm ander).\n\n" in uit
    assert "    Hoort bij conflictstijlen: het programma biedt deze aan als dat helpt.\n\n" in uit
    assert "\n  standaard\n    Eigen lijst\n    1 vraag, versie 2.1, CC0-1.0.\n    Ook: ypsilon (--vorm y).\n\n" in uit
    assert "\n  geen\n    Eigen lijst\n    1 vraag, versie 2.1, CC0-1.0.\n    Vormen: iks (--vorm x).\n\n" in uit


def test_the_size_of_a_list_with_conditions_is_a_range(roep: Roep) -> None:
    assert "  47 tot 77 vragen, 12 minuten, versie " in roep("vragenlijsten").uit
    assert "rollen: 47 tot 77 vragen, 12 minuten, versie " in roep("vragenlijsten", "rollen").uit


def test_own_questionnaires_are_listed_and_a_broken_one_is_told_beside_it(roep: Roep, eigen_map: Path) -> None:
    (eigen_map / "eigen.yaml").write_text(EIGEN, encoding="utf-8")
    (eigen_map / "kapot.yaml").write_text("vragenlijst: kapot\n", encoding="utf-8")
    uitkomst = roep("vragenlijsten")
    assert uitkomst.code == 0
    assert "\n  eigen\n    Eigen lijst\n    1 vraag, versie 2.1, CC0-1.0.\n\n" in uitkomst.uit
    assert all(regel.startswith("kapot.yaml:") for regel in uitkomst.fout.splitlines())
    assert uitkomst.fout


def test_one_questionnaire_is_shown_in_full(roep: Roep) -> None:
    tekst = " ".join(roep("vragenlijsten", KORT).uit.split())
    assert tekst.startswith(f"Mijn stijl bij conflicten (kort) {KORT}: 15 vragen, 3 minuten, versie ")
    assert "Eigen teksten, nog niet onderzocht. " in tekst
    assert "Schalen: forceren, samenwerken, compromis, vermijden en toegeven." in tekst
    assert "Antwoorden: Nooit, Zelden, Soms, Vaak of Altijd." in tekst
    assert "1 Ik vind dat een collega en ik allebei iets moeten inleveren." in tekst


def test_a_bare_questionnaire_leaves_no_empty_sentences(roep: Roep, eigen_map: Path) -> None:
    (eigen_map / "eigen.yaml").write_text(EIGEN, encoding="utf-8")
    assert roep("vragenlijsten", str(eigen_map / "eigen.yaml")).uit == (
        "Eigen lijst\neigen: 1 vraag, versie 2.1, CC0-1.0\nProef.\n"
        "Schalen: Rust op het werk.\nAntwoorden: Nooit, 2 of Altijd.\n\n1  Ik slaap goed.\n"
    )


def test_both_statements_of_a_pair_are_shown(roep: Roep) -> None:
    uit = roep("vragenlijsten", "conflictstijlen-paren").uit
    assert "\n1a   " in uit
    assert "\n30b  " in uit
    assert "Antwoorden:" not in uit


def test_everything_about_a_list_of_parts_is_shown(roep: Roep) -> None:
    uit = roep("vragenlijsten", "rollen").uit
    tekst = " ".join(uit.split())
    assert "Onderdelen: Met een cliënt, Met een naaste van een cliënt, Met een collega, Met je leidinggevende" in tekst
    assert "naasten Heb je in je werk te maken met familie of andere naasten van cliënten? (ja of nee)" in tekst
    assert len(re.findall(r"^(?:client|familie|collega|leidinggevende|organisatie)\.\d+ ", uit, re.MULTILINE)) == 75


def test_an_answer_of_several_words_is_shown_between_quotes(roep: Roep, eigen_map: Path) -> None:
    achtergrond = "achtergrond: {bellen: {vraag: Bel je, antwoorden: [heel vaak, soms, nooit]}}"
    (eigen_map / "eigen.yaml").write_text(f"{EIGEN}{achtergrond}\n", encoding="utf-8")
    assert "bellen  Bel je ('heel vaak', soms of nooit)\n" in roep("vragenlijsten", str(eigen_map / "eigen.yaml")).uit


def test_a_case_is_shown_with_its_question_above_its_options(roep: Roep) -> None:
    uit = roep("vragenlijsten", "praktijksituaties").uit
    assert uit.count(" Wat doe je?") + uit.count("Wat doe je?\n") >= 15
    assert len(re.findall(r"^\d+[a-e]  +Ik ", uit, re.MULTILINE)) == 75


def test_versions_and_own_words_are_shown(roep: Roep, eigen_map: Path) -> None:
    tekst = " ".join(roep("vragenlijsten", "conflictstijlen").uit.split())
    assert "Vormen: Over mezelf (zelf) en Over een collega (ander)." in tekst
    (eigen_map / "eigen.yaml").write_text(f"{EIGEN}open:\n  - vraag: Wat nog?\n", encoding="utf-8")
    assert roep("vragenlijsten", "eigen").uit.endswith("open-1  Wat nog?\n")


def test_another_version_is_shown_in_its_own_words(roep: Roep) -> None:
    uit = roep("vragenlijsten", "conflictstijlen", "--vorm", "ander").uit
    assert uit.startswith("Mijn stijl bij conflicten\nOver een collega\nconflictstijlen: 30 vragen, ")
    assert "\n1   Mijn collega " in uit
    assert "Over een collega\n" not in roep("vragenlijsten", "conflictstijlen").uit
    assert roep("vragenlijsten", "conflictstijlen", "--vorm", "x").code == 2


def test_a_version_belongs_to_one_questionnaire(roep: Roep) -> None:
    uitkomst = roep("vragenlijsten", "--vorm", "ander")
    assert (uitkomst.code, uitkomst.uit) == (2, "")
    assert uitkomst.fout == (
        "conflictstijl: --vorm hoort bij één vragenlijst; geef bijvoorbeeld: "
        "conflictstijl vragenlijsten conflictstijlen --vorm ander\n"
    )


@pytest.mark.parametrize("naam", ["", *ALLE])
@pytest.mark.parametrize("breedte", [20, 60])
def test_every_overview_fits_the_terminal(roep: Roep, monkeypatch: pytest.MonkeyPatch, naam: str, breedte: int) -> None:
    monkeypatch.setenv("COLUMNS", str(breedte))
    assert max(map(len, roep("vragenlijsten", *filter(None, [naam])).uit.splitlines())) <= breedte


def test_json_tells_the_same_for_programs(roep: Roep) -> None:
    document = json.loads(roep("vragenlijsten", "--json").uit)
    assert (document["formaat"], document["soort"]) == (1, "vragenlijsten")
    assert [lijst["id"] for lijst in document["vragenlijsten"]] == ALLE
    [een] = json.loads(roep("vragenlijsten", KORT, "--json").uit)["vragenlijsten"]
    assert een == document["vragenlijsten"][1]
    assert een | {"versie": "x"} == {
        "id": KORT,
        "titel": "Mijn stijl bij conflicten (kort)",
        "versie": "x",
        "vorm": "stellingen",
        "vragen": 15,
        "vormen": [],
        "onderdelen": [],
        "bij": None,
        "moment": None,
        "met": None,
        "veiligheid": False,
        "uitkomsten": [],
        "minuten": 3,
        "schalen": ["forceren", "samenwerken", "compromis", "vermijden", "toegeven"],
        "licentie": "CC-BY-4.0",
        "status": "eigen teksten, nog niet onderzocht",
    }


def test_the_list_says_with_whom_and_what_comes_first(roep: Roep) -> None:
    uit = roep("vragenlijsten").uit
    blok = uit.partition("  escalatie\n")[2].partition("\n\n")[0]
    assert ", alleen of samen, versie " in blok
    assert blok.endswith("\n    Eerst komt de vraag of iedereen veilig is.")
    assert "  Eerst komt" not in uit.partition("Vooraf:")[0]


def test_one_questionnaire_names_its_outcomes_and_has_no_line_for_scales_without_any(roep: Roep) -> None:
    tekst = " ".join(roep("vragenlijsten", "veranderfase-ander").uit.split())
    assert "Schalen:" not in tekst
    assert "Uitkomsten: Tussen twee fasen: actie en terugval; " in tekst
    assert "Eerst komt de vraag of iedereen veilig is." in tekst
    assert "Uitkomsten:" not in roep("vragenlijsten", KORT).uit


def test_json_tells_of_the_moment_the_company_and_the_outcomes(roep: Roep) -> None:
    [een] = json.loads(roep("vragenlijsten", "escalatie", "--json").uit)["vragenlijsten"]
    assert (een["moment"], een["met"], een["veiligheid"]) == ("tijdens", "allebei", True)
    assert len(een["uitkomsten"]) >= 3


def test_json_tells_of_versions_parts_and_what_a_list_deepens(roep: Roep) -> None:
    lijsten = {lijst["id"]: lijst for lijst in json.loads(roep("vragenlijsten", "--json").uit)["vragenlijsten"]}
    assert lijsten["conflictstijlen"]["vormen"] == ["zelf", "ander"]
    assert lijsten["conflictstijlen-verdieping"]["bij"] == "conflictstijlen"
    assert lijsten["rustig-en-gespannen"]["onderdelen"] == ["rustig", "gespannen"]
    assert (lijsten["rollen"]["vragen"], lijsten["praktijksituaties"]["vorm"]) == (77, "kies")


def test_an_unknown_questionnaire_comes_with_the_nearest_or_a_way_to_look(roep: Roep) -> None:
    uitkomst = roep("vragenlijsten", "conflictstijl-kort")
    assert (uitkomst.code, uitkomst.uit) == (2, "")
    assert uitkomst.fout.endswith("; bedoelde je 'conflictstijlen-kort'?\n")
    assert "kijk met 'conflictstijl vragenlijsten'" in roep("vragenlijsten", "xx").fout
