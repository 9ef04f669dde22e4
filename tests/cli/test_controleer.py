"""The command `controleer`: exit codes, JSON, and how findings are shown."""

import json
import sys
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from conflictstijl.cli import controleer
from conflictstijl.cli.regels import load_regelnamen
from conflictstijl.fouten import Plek
from conflictstijl.laden.mappen import load_inhoudsmap
from conflictstijl.laden.regels import load_regels
from tests.bouwers import GOED

from .conftest import WORTEL, Roep

KORT = "conflictstijlen-kort"
KAPOT = GOED.replace("- samenwerken", "- samenwerkn")
SCHEMA = {
    "type": "object",
    "required": ["formaat", "soort", "bestanden", "bevindingen"],
    "additionalProperties": False,
    "properties": {
        "formaat": {"const": 1},
        "soort": {"const": "controle"},
        "bestanden": {"type": "integer", "minimum": 0},
        "bevindingen": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["bestand", "regel", "kolom", "ernst", "code", "wat", "hint"],
                "additionalProperties": False,
                "properties": {
                    "bestand": {"type": "string"},
                    "regel": {"type": "integer", "minimum": 0},
                    "kolom": {"type": "integer", "minimum": 0},
                    "ernst": {"enum": ["fout", "waarschuwing"]},
                    "code": {"type": "string", "pattern": "^[a-z-]+$"},
                    "wat": {"type": "string", "minLength": 1},
                    "hint": {"type": "string"},
                },
            },
        },
    },
}


@pytest.fixture(autouse=True)
def werkmap(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def schrijf(naam: str, inhoud: str) -> str:
    Path(naam).write_text(inhoud, encoding="utf-8")
    return naam


def lees_json(tekst: str) -> Any:
    document = json.loads(tekst)
    Draft202012Validator(SCHEMA).validate(document)
    return document


def test_a_sound_file_gives_zero_and_says_so(roep: Roep) -> None:
    assert roep("controleer", schrijf("team.yaml", GOED)) == (0, "1 bestand nagekeken, geen bevindingen\n", "")


def test_a_finding_is_one_line_with_its_place_and_gives_one(roep: Roep) -> None:
    uitkomst = roep("controleer", schrijf("team.yaml", KAPOT))
    assert uitkomst.code == 1
    *bevindingen, slot = uitkomst.uit.splitlines()
    assert all(regel.startswith("team.yaml:") for regel in bevindingen)
    assert bevindingen[0].startswith("team.yaml:9:5: ")
    assert bevindingen[0].endswith("; bedoelde je 'samenwerken'? [onbekende-schaal]")
    assert slot == "1 bestand nagekeken, 1 bevinding"


def test_several_files_are_counted(roep: Roep) -> None:
    schrijf("team.yaml", GOED)
    schrijf("kapot.yaml", KAPOT.replace("- vermijden", "- vermijdn"))
    assert roep("controleer", ".").uit.splitlines()[-1] == "2 bestanden nagekeken, 3 bevindingen"


def test_the_shipped_content_has_no_findings(roep: Roep) -> None:
    assert roep("controleer", str(load_inhoudsmap())) == (0, "69 bestanden nagekeken, geen bevindingen\n", "")
    assert roep("controleer", "--alles") == (0, "69 bestanden nagekeken, geen bevindingen\n", "")


def test_nothing_given_says_what_to_give(roep: Roep) -> None:
    uitkomst = roep("controleer")
    assert (uitkomst.code, uitkomst.uit) == (2, "")
    assert uitkomst.fout.startswith("conflictstijl: geef een bestand of een map")


def test_a_path_that_is_missing_ends_with_two_and_nothing_is_checked(roep: Roep) -> None:
    Path("leeg").mkdir()
    uitkomst = roep("controleer", schrijf("team.yaml", KAPOT), "weg.yaml", "leeg")
    assert uitkomst == (
        2,
        "",
        (
            "leeg: in deze map staat geen YAML-bestand; geef een andere map, of een bestand\n"
            "weg.yaml: dit bestand is er niet; kijk de naam na\n"
        ),
    )


def test_json_has_exactly_the_shape_of_the_contract(roep: Roep) -> None:
    uitkomst = roep("controleer", schrijf("team.yaml", KAPOT), "--json")
    document = lees_json(uitkomst.uit)
    assert (uitkomst.code, uitkomst.fout, document["bestanden"]) == (1, "", 1)
    [bevinding] = document["bevindingen"]
    assert (bevinding["bestand"], bevinding["regel"], bevinding["kolom"]) == ("team.yaml", 9, 5)
    assert (bevinding["ernst"], bevinding["hint"]) == ("fout", "bedoelde je 'samenwerken'?")


def test_json_of_sound_files_is_empty_and_ends_with_zero(roep: Roep) -> None:
    uitkomst = roep("controleer", schrijf("team.yaml", GOED), "--json")
    assert (uitkomst.code, lees_json(uitkomst.uit)["bevindingen"]) == (0, [])


def test_a_warning_is_a_finding_too(roep: Roep) -> None:
    uitkomst = roep("controleer", schrijf("team.yaml", GOED.replace("vraag door", "vraag soms door")), "--json")
    assert (uitkomst.code, [b["ernst"] for b in lees_json(uitkomst.uit)["bevindingen"]]) == (1, ["waarschuwing"])


def test_a_terminal_gets_the_line_of_the_file_with_a_caret(roep: Roep, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    regels = roep("controleer", schrijf("team.yaml", KAPOT)).uit.splitlines()
    assert regels[1] == "      - samenwerkn: Ik vraag door naar de reden."
    assert regels[2] == "        ^"
    assert regels[2].index("^") == regels[1].index("samenwerkn")
    assert len(regels) == 5


def test_a_finding_about_a_whole_file_has_no_caret(roep: Roep, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    uit = roep("controleer", schrijf("anders.yaml", GOED)).uit
    assert "^" not in uit
    assert len(uit.splitlines()) == 3


def test_a_terminal_gets_one_last_line_on_how_to_learn_more_and_a_pipe_does_not(
    roep: Roep, monkeypatch: pytest.MonkeyPatch
) -> None:
    meer = "Meer over een bevinding: conflictstijl controleer --regel ID"
    schrijf("kapot.yaml", KAPOT)
    assert meer not in roep("controleer", "kapot.yaml").uit
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert roep("controleer", "kapot.yaml").uit.splitlines()[-1] == meer
    assert meer not in roep("controleer", schrijf("team.yaml", GOED)).uit


def test_every_finding_ends_with_the_name_of_its_rule_however_long_it_is(roep: Roep) -> None:
    schrijf("team.yaml", GOED.replace("vraag door", "vraag soms door").replace("titel: Ons team", f"{'x' * 3000}: 1"))
    *bevindingen, _ = roep("controleer", "team.yaml").uit.splitlines()
    document = lees_json(roep("controleer", "team.yaml", "--json").uit)
    assert [regel.rpartition(" [")[2] for regel in bevindingen] == [f"{b['code']}]" for b in document["bevindingen"]]


def test_a_file_name_that_steers_the_terminal_is_shown_harmless(roep: Roep) -> None:
    uitkomst = roep("controleer", schrijf("x\x1b[31m.yaml", KAPOT))
    assert (uitkomst.code, uitkomst.uit[:13]) == (1, "x[31m.yaml:9:")


def test_a_line_too_long_for_the_terminal_is_shown_around_its_place(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    naam = schrijf("x.yaml", "begin\n" + "a" * 100 + "HIER\t\x1b" + "b" * 100 + "\n")
    regel, teken = controleer._render_bron(Plek(naam, 2, 101))
    assert max(len(regel), len(teken)) <= 40
    assert regel[teken.index("^") :].startswith("HIER  b")


def test_a_place_that_is_no_longer_in_the_file_shows_nothing() -> None:
    naam = schrijf("x.yaml", "een regel")
    assert list(controleer._render_bron(Plek(naam, 1, 1))) == ["    een regel", "    ^"]
    assert list(controleer._render_bron(Plek(naam, 9, 1))) == []
    assert list(controleer._render_bron(Plek("weg.yaml", 1, 1))) == []
    Path("binair.yaml").write_bytes(b"\xff\xfe")
    assert list(controleer._render_bron(Plek("binair.yaml", 1, 1))) == []


@pytest.mark.parametrize("naam", ["conflictstijlen", KORT, "conflictstijlen-paren"])
def test_the_agreement_with_a_second_coding_is_told_with_kappa(roep: Roep, naam: str) -> None:
    lijst, tweede = load_inhoudsmap() / f"{naam}.yaml", WORTEL / "tests" / "tweede-codering" / f"{naam}.csv"
    slot = roep("controleer", str(lijst), "--codering", str(tweede)).uit.splitlines()[-1]
    assert slot.startswith("1 bestand nagekeken, tweede codering: ")
    assert "gelijk (kappa " in slot


def test_differences_with_a_second_coding_are_findings(roep: Roep) -> None:
    schrijf("team.yaml", GOED)
    tweede = schrijf("t.csv", "item,stijl,richting\n1,samenwerken,+\n2,toegeven,+\n3,toegeven,+\n")
    uitkomst = roep("controleer", "team.yaml", "--codering", tweede)
    assert uitkomst.code == 1
    *bevindingen, slot = uitkomst.uit.splitlines()
    assert bevindingen[0].startswith(
        "team.yaml:10:5: uitspraak 2 heeft sleutel 'vermijden', de tweede lezer las 'toegeven'"
    )
    assert bevindingen[1].startswith("t.csv: er is geen uitspraak 3")
    assert slot.startswith("1 bestand nagekeken, tweede codering: 1 van 2 gelijk (kappa ")
    assert slot.endswith("), 2 bevindingen")
    document = lees_json(roep("controleer", "team.yaml", "--codering", tweede, "--json").uit)
    assert [bevinding["code"] for bevinding in document["bevindingen"]] == ["andere-codering", "onbekende-uitspraak"]


@pytest.mark.parametrize("inhoud", ["a,b\n1,2\n", "item,stijl,richting\n1,samenwerken,x\n", ""])
def test_a_table_that_is_no_coding_ends_with_two(roep: Roep, inhoud: str) -> None:
    schrijf("team.yaml", GOED)
    uitkomst = roep("controleer", "team.yaml", "--codering", schrijf("t.csv", inhoud))
    assert (uitkomst.code, uitkomst.uit) == (2, "")
    assert uitkomst.fout.startswith("t.csv:")


def test_a_coding_belongs_to_one_questionnaire(roep: Roep) -> None:
    uitkomst = roep("controleer", schrijf("team.yaml", GOED), schrijf("b.yaml", GOED), "--codering", "t.csv")
    assert uitkomst == (2, "", "conflictstijl: met --codering controleer je één vragenlijst\n")


def test_the_page_about_a_rule_shows_what_why_and_wrong_beside_right(roep: Roep) -> None:
    assert roep("controleer", "--regel", "ontbrekend") == (
        0,
        """\
Hoeveel mag er open blijven? [ontbrekend]

Achter 'ontbrekend' hoort een percentage van 1 tot en met 100, of het woord
'alles'.

Waarom: Deze regel zegt hoeveel van een schaal iemand moet invullen. Vergeet het
procentteken niet.

Fout:
  ontbrekend: 75

Goed:
  ontbrekend: 75%
""",
        "",
    )


def test_a_page_is_wrapped_to_the_terminal_but_its_example_is_not(roep: Roep, monkeypatch: pytest.MonkeyPatch) -> None:
    breed = roep("controleer", "--regel", "lange-zin").uit
    monkeypatch.setenv("COLUMNS", "40")
    smal = roep("controleer", "--regel", "lange-zin").uit
    tekst, _, voorbeeld = smal.partition("\nFout:\n")
    assert max(map(len, tekst.splitlines())) <= 40
    assert voorbeeld == breed.partition("\nFout:\n")[2]


def test_a_page_as_json_keeps_the_lines_of_its_example(roep: Roep) -> None:
    document = json.loads(roep("controleer", "--regel", "tab", "--json").uit)
    assert list(document) == ["formaat", "soort", "id", "wat", "waarom", "voorbeeld", "remedie"]
    assert (document["formaat"], document["soort"], document["id"]) == (1, "regel", "tab")
    assert document["voorbeeld"].startswith("items:\n\t- samenwerken: ")
    assert document["remedie"].startswith("items:\n  - samenwerken: ")


def test_all_rules_are_listed_by_name_with_a_line_each(roep: Roep) -> None:
    uitkomst = roep("controleer", "--regel", "alle")
    *regels, leeg, meer = uitkomst.uit.splitlines()
    assert (uitkomst.code, uitkomst.fout, leeg) == (0, "", "")
    assert meer == "Meer over een ervan: conflictstijl controleer --regel ID"
    assert [regel.split()[0] for regel in regels] == sorted(load_regels())
    assert max(map(len, regels)) <= 80


def test_all_rules_as_json_have_a_name_and_a_title(roep: Roep) -> None:
    document = json.loads(roep("controleer", "--regel", "alle", "--json").uit)
    assert (document["formaat"], document["soort"]) == (1, "regels")
    assert document["regels"][0] == {"id": "aanhaling", "titel": "Een aanhalingsteken op een lastige plek"}
    assert len(document["regels"]) == len(load_regels())


@pytest.mark.parametrize(
    ("naam", "hint"),
    [
        ("onbekende-schal", "bedoelde je 'onbekende-schaal'?"),
        ("Tab", "bedoelde je 'tab'?"),
        ("all", "bedoelde je 'alle'?"),
        ("?", "'conflictstijl controleer --regel alle' noemt ze alle"),
    ],
)
def test_an_unknown_rule_gives_two_with_the_nearest_name_or_the_way_to_all(roep: Roep, naam: str, hint: str) -> None:
    assert roep("controleer", "--regel", naam) == (2, "", f"conflictstijl: er is geen regel '{naam}'; {hint}\n")


@pytest.mark.parametrize("erbij", [["team.yaml"], ["--codering", "t.csv"]])
def test_a_rule_is_asked_for_without_a_file(roep: Roep, erbij: list[str]) -> None:
    uitkomst = roep("controleer", "--regel", "tab", *erbij)
    assert (uitkomst.code, uitkomst.uit) == (2, "")
    assert uitkomst.fout.startswith("conflictstijl: met --regel kijk ik geen bestand na; ")


def test_help_tells_of_the_names_and_how_to_see_them_all(roep: Roep) -> None:
    hulp = " ".join(roep("controleer", "--help").uit.split())
    assert "Een bevinding eindigt met de naam van een regel, zoals [lange-zin]." in hulp
    assert "--regel ID Lees meer over een bevinding; 'alle' noemt elke regel." in hulp


def test_the_tab_key_knows_every_rule() -> None:
    assert load_regelnamen() == ["alle", *load_regels()]
