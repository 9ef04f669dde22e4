"""What goes into a preparation as one document: every wrong value has its place, and nobody is read."""

import json
from pathlib import Path
from typing import Any

import pytest

from conflictstijl.fouten import InvoerFout, Plek
from conflictstijl.laden.bevindingen import Bevindingen
from conflictstijl.laden.fragmenten import build_fragmenten
from conflictstijl.laden.groepstelling import parse_groep
from conflictstijl.laden.intervisie import check_eigen, load_casusinbreng, load_groep, load_opdracht
from conflictstijl.laden.knopen import Tekst
from conflictstijl.laden.situatiebron import load_casus
from conflictstijl.laden.yamlbron import parse_yaml
from conflictstijl.model.intervisie import Groepsinbreng

AANTALLEN = {"forceren": 1, "samenwerken": 5, "gedeeld": 1}


def build_beeld(n: object = 7, eerste: object = None, **anders: object) -> dict[str, Any]:
    beeld = {"n": n, "eerste_stijl": AANTALLEN if eerste is None else eerste, "gemiddelden": {"forceren": 2.5}}
    return {"formaat": 1, "soort": "groep", "vragenlijst": "conflictstijlen", "groepsbeeld": beeld, **anders}


def parse(beeld: object) -> tuple[Groepsinbreng, list[str]]:
    bevindingen = Bevindingen()
    wortel = parse_yaml(json.dumps(beeld), "beeld.json", bevindingen)
    assert wortel is not None
    return parse_groep(wortel, bevindingen), [f"{een.plek.regel}:{een.plek.kolom} {een.wat}" for een in bevindingen]


def lees(tekst: str, tmp_path: Path) -> list[str]:
    """Return what is wrong with a document, each with its line and column."""
    bestand = tmp_path / "in.json"
    bestand.write_text(tekst, encoding="utf-8")
    with pytest.raises(InvoerFout) as fout:
        load_opdracht(str(bestand))
    return [f"{een.plek.regel}:{een.plek.kolom} {een.wat}" for een in fout.value.bevindingen]


def test_a_picture_gives_counts_of_the_whole_group() -> None:
    groep, fouten = parse(build_beeld())
    assert fouten == []
    assert groep.vragenlijst == "conflictstijlen"
    assert groep.cijfers is not None
    assert (groep.cijfers.n, groep.cijfers.eerste, groep.cijfers.gemiddelden) == (7, AANTALLEN, {})


def test_people_subgroups_and_changes_are_passed_by_and_named() -> None:
    beeld = build_beeld(profielen=[{"deelnemer": "Fatima"}], voor_na={"n": 7})
    beeld["groepsbeeld"]["per"] = {"kolom": "team", "groepen": {"noord": None}}
    groep, fouten = parse(beeld)
    assert fouten == []
    assert groep.weggelaten == ("profielen", "voor_na", "per")
    assert "Fatima" not in repr(groep)
    assert "noord" not in repr(groep)


@pytest.mark.parametrize("beeld", [build_beeld(4), {**build_beeld(), "groepsbeeld": None}, build_beeld(7, {})])
def test_below_five_people_or_without_counts_there_is_nothing_to_tell(beeld: object) -> None:
    assert parse(beeld) == (Groepsinbreng("conflictstijlen", None), [])


@pytest.mark.parametrize(
    ("beeld", "wat"),
    [
        (build_beeld(8), "de aantallen zijn samen 7, en het beeld gaat over 8 mensen"),
        (build_beeld("veel"), "'n' heeft hier geen bruikbaar getal"),
        (build_beeld(-7), "'n' heeft hier geen bruikbaar getal"),
        (build_beeld(7, {"samenwerken": 8, "forceren": -1}), "'forceren' heeft hier geen bruikbaar getal"),
        (build_beeld(7, {"winnen": 7}), "'winnen' is hier geen stijl"),
        (build_beeld(7, ["forceren"]), "'eerste_stijl' bestaat uit regels 'naam: waarde'"),
        (build_beeld(formaat=2), "dit programma leest alleen formaat 1"),
        (build_beeld(namen=["Fatima"]), "onbekende naam 'namen' in dit beeld van een groep"),
        ({"formaat": 1, "soort": "profielen"}, "dit is geen beeld van een groep"),
        ([1, 2], "dit is geen beeld van een groep"),
    ],
)
def test_a_picture_that_cannot_be_right_is_refused(beeld: object, wat: str) -> None:
    assert wat in [fout.partition(" ")[2] for fout in parse(beeld)[1]]


def test_parts_of_a_questionnaire_each_add_up() -> None:
    beeld = build_beeld(5, {"rustig.vermijden": 5, "gespannen.gedeeld": 4}, vragenlijst="rustig-en-gespannen")
    assert any("samen 4, en het beeld gaat over 5" in fout for fout in parse(beeld)[1])
    beeld["groepsbeeld"]["eerste_stijl"]["gespannen.gedeeld"] = 5
    assert parse(beeld)[1] == []


@pytest.mark.parametrize("naam", ["onze-lijst", "map/lijst.yaml", None])
def test_a_picture_of_a_questionnaire_that_is_not_here_has_the_usual_names(naam: str | None) -> None:
    groep, fouten = parse(build_beeld(vragenlijst=naam or "onbekend"))
    assert (groep.vragenlijst, fouten) == ("conflictstijlen", [])


def test_a_wrong_value_and_an_unknown_name_have_a_place(tmp_path: Path) -> None:
    tekst = """{
  "werkvorm": 5,
  "duur": "lang",
  "veilig": "misschien",
  "plaats": ["A"],
  "kenmerk": {"macht": "veel"},
  "leervrag": "Hoe?",
  "soort": "groepje",
  "formaat": 3,
  "akkoord": [],
  "datum": null,
  "groep": [5],
  "casus": {"casus": "x"}
}"""
    assert lees(tekst, tmp_path) == [
        "2:15 bij 'werkvorm' hoort tekst",
        "3:11 'duur' heeft hier geen bruikbaar getal",
        "4:13 'veilig' is ja of nee",
        "5:13 hier hoort een tekst, geen lijst of groep",
        "6:24 kenmerk 'macht' kent geen stand 'veel'",
        "7:3 onbekende naam 'leervrag' in deze voorbereiding",
        "8:12 dit is geen voorbereiding van intervisie",
        "9:14 dit programma leest alleen formaat 1",
        "10:14 'akkoord' is ja of nee",
        "12:12 bij 'groep' hoort de naam van een bestand, of wat er in dat bestand staat",
        "13:12 in deze casus ontbreken 'formaat', 'titel', 'verhaal', 'partijen', 'versie' en 'herkomst'",
    ]


@pytest.mark.parametrize("kenmerk", ['{"macht": "minder"}', '["macht=minder"]', '"macht = minder"'])
def test_a_factor_is_written_as_a_pair_or_as_the_option_takes_it(kenmerk: str, tmp_path: Path) -> None:
    bestand = tmp_path / "in.json"
    bestand.write_text(f'{{"kenmerk": {kenmerk}}}', encoding="utf-8")
    assert load_opdracht(str(bestand)).kenmerken == {"macht": "minder"}


@pytest.mark.parametrize(
    ("kenmerk", "fout"),
    [
        ('["macht", 5]', ["1:14 hier hoort een kenmerk met een stand", "1:23 hier hoort een kenmerk met een stand"]),
        ('["macht=veel"]', ["1:14 kenmerk 'macht' kent geen stand 'veel'"]),
        ("[[1]]", ["1:14 hier hoort een kenmerk met een stand"]),
    ],
)
def test_a_factor_without_a_level_has_a_place(kenmerk: str, fout: list[str], tmp_path: Path) -> None:
    assert lees(f'{{"kenmerk": {kenmerk}}}', tmp_path) == fout


@pytest.mark.parametrize("tekst", ["", "{", "[1]"])
def test_what_is_no_document_is_refused(tekst: str, tmp_path: Path) -> None:
    assert lees(tekst, tmp_path)


def test_a_broken_picture_is_refused(tmp_path: Path) -> None:
    (tmp_path / "beeld.json").write_text("{", encoding="utf-8")
    with pytest.raises(InvoerFout):
        load_groep(str(tmp_path / "beeld.json"))


@pytest.mark.parametrize(
    "tekst",
    [
        '{"werkvorm": 5, "kenmerk": {"veiligheid": "twijfel"}}',
        '{"duur": "lang", "casus": {"casus": "x", "veiligheid": "onveilig"}}',
    ],
)
def test_who_says_that_it_may_be_unsafe_is_heard_whatever_else_is_wrong(tekst: str, tmp_path: Path) -> None:
    bestand = tmp_path / "in.json"
    bestand.write_text(tekst, encoding="utf-8")
    opdracht = load_opdracht(str(bestand))
    gezegd = opdracht.kenmerken.get("veiligheid") or (opdracht.casus and opdracht.casus.casus.veiligheid)
    assert gezegd in ("twijfel", "onveilig")


def test_a_shipped_case_is_not_ones_own_and_a_changed_one_is() -> None:
    casus = load_casus("rooster")
    assert not load_casusinbreng("rooster").eigen
    assert check_eigen(casus._replace(verhaal="Fatima belt."))
    assert check_eigen(casus._replace(id="anders"))


def test_the_words_of_a_case_have_their_place_in_the_file() -> None:
    regels = [
        "titel: De sleutel van Fatima",
        "auteur: Karin",
        "verhaal: Iemand zoekt iets. Soms vraagt",
        "  mevrouw De Boer waarom.",
        "",
        'partijen: [{naam: "Ali \\"B\\" C", gevraagd: ja}]',
    ]
    wortel = parse_yaml("\n".join(regels), "casus.yaml", Bevindingen())
    assert wortel is not None
    titel, verhaal, naam, _ = build_fragmenten(wortel, regels)
    assert titel.read_plek(titel.tekst.index("Fatima") + 1) == Plek("casus.yaml", 1, 23)
    assert verhaal.tekst.startswith("Iemand zoekt")
    assert verhaal.read_plek(verhaal.tekst.index("Boer") + 1) == Plek("casus.yaml", 4, 14)
    # what YAML spells otherwise is told at the word before it
    assert naam.read_plek(naam.tekst.index('"B"') + 1) == Plek("casus.yaml", 6, 20)
    assert build_fragmenten(Tekst("los", Plek("x")), regels) == ()
