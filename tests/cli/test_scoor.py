"""The command `scoor`: sheets in, profiles out, and nothing at all when one sheet is bad."""

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from .conftest import Roep, Uitkomst

KORT = "conflictstijlen-kort"
BLAD = f"vragenlijst: {KORT}\nantwoorden: [4, 2, 5, Vaak, 1, 3, 3, 4, null, 2, 4, 1, 3, Soms, 2]\n"
SLECHT = f"vragenlijst: {KORT}\nantwoorden: [4, 2, 5, Vaakk, 1, 3, 3, 4, null, 2, 4, 1, 3, Soms, 9]\n"
TITEL = "Mijn stijl bij conflicten (kort)"


@pytest.fixture(autouse=True)
def werkmap(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def schrijf(naam: str, inhoud: str = BLAD) -> str:
    Path(naam).write_text(inhoud, encoding="utf-8")
    return naam


def regels(aantal: int) -> str:
    """Return JSON Lines with a participant on each line."""
    bladen = ({"vragenlijst": KORT, "deelnemer": f"D{i:03}", "antwoorden": [3] * 15} for i in range(aantal))
    return "".join(f"{json.dumps(blad)}\n" for blad in bladen)


def test_the_sheet_that_is_read_is_not_replaced(roep: Roep, tmp_path: Path) -> None:
    blad = tmp_path / "blad.json"
    blad.write_text(
        '{"vragenlijst": "conflictstijlen-kort", "antwoorden": [3,3,3,3,3,3,3,3,3,3,3,3,3,3,2]}', encoding="utf-8"
    )
    klaar = roep("scoor", str(blad), "-o", str(blad), "--overschrijf")
    assert klaar.code == 2
    assert "wordt ook gelezen" in klaar.fout


def lees_profielen(uitkomst: Uitkomst) -> list[dict[str, Any]]:
    """Return the profiles of an answer that is one JSON document and nothing else."""
    document = json.loads(uitkomst.uit)
    assert (uitkomst.code, document["formaat"], document["soort"]) == (0, 1, "profielen")
    gevonden: list[dict[str, Any]] = document["profielen"]
    return gevonden


def test_a_sheet_becomes_a_report(roep: Roep) -> None:
    uitkomst = roep("scoor", schrijf("b.yaml"))
    assert (uitkomst.code, uitkomst.fout) == (0, "")
    assert uitkomst.uit.startswith(f"{TITEL}\n")
    assert "\nWelke vaardigheid oefen ik\n" in uitkomst.uit


def test_several_files_become_reports_one_after_the_other(roep: Roep) -> None:
    schrijf("a.yaml", f"deelnemer: A\n{BLAD}")
    schrijf("b.yaml", f"deelnemer: B\n{BLAD}")
    uit = roep("scoor", "b.yaml", "a.yaml").uit
    assert uit.startswith(f"{TITEL} - B\n")
    assert f".\n\n{TITEL} - A\n" in uit


def test_two_versions_of_one_questionnaire_end_with_a_report_side_by_side(roep: Roep) -> None:
    waarden = [3, 3, 2, 3, 4, 3] * 5
    for vorm in ("zelf", "ander"):
        schrijf(f"{vorm}.yaml", f"vragenlijst: conflictstijlen\nvorm: {vorm}\nantwoorden: {waarden}\n")
    los = [roep("scoor", f"{vorm}.yaml").uit for vorm in ("zelf", "ander")]
    samen = roep("scoor", "zelf.yaml", "ander.yaml").uit
    assert samen.startswith("\n".join(los))
    assert len(samen) > len("\n".join(los)) + 100


def test_two_versions_of_one_questionnaire_end_in_json_with_what_shifts_between_them(roep: Roep) -> None:
    for vorm, waarden in (("zelf", [3, 3, 2, 3, 4, 3] * 5), ("ander", [1, 3, 5, 4, 2, 3] * 5), ("recht", [3] * 30)):
        soort = "ander" if vorm == "recht" else vorm
        schrijf(f"{vorm}.yaml", f"vragenlijst: conflictstijlen\nvorm: {soort}\nantwoorden: {waarden}\n")
    document = json.loads(roep("scoor", "zelf.yaml", "ander.yaml", "--json", "-o", "samen.json").uit)
    assert {een["vorm"] for een in document["verschuivingen"]} == {"ander"}
    assert {een["schaal"] for een in document["verschuivingen"]} == set(document["profielen"][0]["scores"])
    assert json.loads(Path("samen.json").read_text(encoding="utf-8")) == document
    assert json.loads(roep("scoor", "zelf.yaml", "recht.yaml", "--json").uit)["verschuivingen"] == []
    assert "verschuivingen" not in json.loads(roep("scoor", "zelf.yaml", "zelf.yaml", "--json").uit)


def test_stdin_is_read_for_a_dash(shell: Roep) -> None:
    uitkomst = shell(f"printf '{BLAD}' | $ECHT scoor -")
    assert (uitkomst.code, uitkomst.fout) == (0, "")
    assert uitkomst.uit.startswith(TITEL)


def test_json_lines_by_pipe_give_one_document(shell: Roep) -> None:
    schrijf("g.jsonl", regels(3))
    uitkomst = shell("cat g.jsonl | $ECHT scoor - --json")
    assert [profiel["deelnemer"] for profiel in lees_profielen(uitkomst)] == ["D000", "D001", "D002"]


def test_json_has_the_unrounded_scores_and_nothing_else_on_stdout(roep: Roep) -> None:
    [profiel] = lees_profielen(roep("scoor", schrijf("b.yaml"), "--json"))
    assert profiel["scores"]["compromis"]["waarde"] == pytest.approx(10 / 3, abs=1e-15)
    assert profiel["beantwoord"] == 14


def test_many_sheets_are_all_scored_in_order(roep: Roep) -> None:
    gevonden = lees_profielen(roep("scoor", schrijf("g.jsonl", regels(100)), "--json"))
    assert [profiel["deelnemer"] for profiel in gevonden] == [f"D{i:03}" for i in range(100)]


def test_nothing_is_written_when_one_sheet_is_bad(roep: Roep) -> None:
    uitkomst = roep("scoor", schrijf("goed.yaml"), schrijf("slecht.yaml", SLECHT), "-o", "uit.md")
    assert (uitkomst.code, uitkomst.uit) == (2, "")
    eerste, tweede = uitkomst.fout.splitlines()
    assert eerste.startswith("slecht.yaml:2:")
    assert "bedoelde je 'Vaak'?" in eerste
    assert "kies uit 1, 2, 3, 4 of 5" in tweede
    assert not Path("uit.md").exists()


def test_one_bad_line_of_many_is_named_and_stops_all(roep: Roep) -> None:
    slecht = json.dumps({"vragenlijst": KORT, "antwoorden": [3] * 14})
    uitkomst = roep("scoor", schrijf("g.jsonl", regels(3) + slecht), "--json")
    assert (uitkomst.code, uitkomst.uit) == (2, "")
    assert uitkomst.fout.startswith("g.jsonl:4:")


def test_another_version_is_a_warning_beside_the_result(roep: Roep) -> None:
    uitkomst = roep("scoor", schrijf("b.yaml", f'versie: "0.1"\n{BLAD}'), "--json")
    assert len(json.loads(uitkomst.uit)["profielen"]) == 1
    assert uitkomst.code == 0
    assert uitkomst.fout.startswith("b.yaml:1:9: dit blad hoort bij versie 0.1")
    assert len(uitkomst.fout.splitlines()) == 1


def test_a_given_questionnaire_is_used_for_every_sheet(roep: Roep) -> None:
    naam = schrijf("b.yaml", f"vragenlijst: conflictstijlen\nantwoorden: {[3] * 15}\n")
    assert roep("scoor", naam).code == 2
    assert lees_profielen(roep("scoor", naam, "--vragenlijst", KORT, "--json"))[0]["vragenlijst"] == KORT


def test_an_unknown_questionnaire_is_refused_with_the_nearest(roep: Roep) -> None:
    uitkomst = roep("scoor", schrijf("b.yaml"), "--vragenlijst", "conflictstijln")
    assert uitkomst == (
        2,
        "",
        "conflictstijl: er is geen vragenlijst 'conflictstijln'; bedoelde je 'conflictstijlen'?\n",
    )


@pytest.mark.parametrize(
    ("naam", "begin"), [("u.md", f"# {TITEL}\n"), ("u.txt", f"{TITEL}\n===="), ("U.JSON", '{\n  "formaat": 1,')]
)
def test_the_ending_of_a_file_decides_its_format(roep: Roep, naam: str, begin: str) -> None:
    assert roep("scoor", schrijf("b.yaml"), "-o", naam) == (0, "", "")
    assert Path(naam).read_text(encoding="utf-8").startswith(begin)


@pytest.mark.parametrize("naam", ["u.md", "u.txt"])
def test_a_file_holds_the_reports_of_all_sheets(roep: Roep, naam: str) -> None:
    roep("scoor", schrijf("b.yaml"), "b.yaml", "-o", naam)
    assert Path(naam).read_text(encoding="utf-8").count(TITEL) == 2


def test_a_file_and_json_may_be_asked_for_together(roep: Roep) -> None:
    assert len(lees_profielen(roep("scoor", schrijf("b.yaml"), "-o", "u.md", "--json"))) == 1
    assert Path("u.md").exists()


def test_a_dash_for_the_output_is_stdout(roep: Roep) -> None:
    assert roep("scoor", schrijf("b.yaml"), "-o", "-") == roep("scoor", "b.yaml")


@pytest.mark.parametrize("naam", ["u.odt", "u", ".md", "u.md.bak"])
def test_another_ending_is_refused_before_anything_is_read(roep: Roep, naam: str) -> None:
    uitkomst = roep("scoor", "weg.yaml", "-o", naam)
    soorten = ".json, .html, .docx, .pdf, .md, .txt of .yaml"
    assert uitkomst == (2, "", f"conflictstijl: '{naam}' eindigt niet op {soorten}; kies zo'n naam\n")


def test_a_file_that_exists_is_kept_unless_replacing_is_asked(roep: Roep) -> None:
    schrijf("u.md", "van mij")
    uitkomst = roep("scoor", schrijf("b.yaml"), "-o", "u.md")
    assert uitkomst == (2, "", "conflictstijl: 'u.md' bestaat al; kies een andere naam of geef --overschrijf\n")
    assert Path("u.md").read_text(encoding="utf-8") == "van mij"
    assert roep("scoor", "b.yaml", "-o", "u.md", "--overschrijf").code == 0
    assert Path("u.md").read_text(encoding="utf-8").startswith("# ")


def test_a_name_that_steers_the_terminal_is_shown_harmless(roep: Roep) -> None:
    assert "\x1b" not in roep("scoor", "b.yaml", "-o", "u\x1b[31m.odt").fout


def test_nothing_given_says_what_to_give(roep: Roep) -> None:
    uitkomst = roep("scoor")
    assert (uitkomst.code, uitkomst.uit) == (2, "")
    assert uitkomst.fout.startswith("conflictstijl: geef een bestand met antwoorden")


@pytest.mark.parametrize("breedte", [20, 60, 100])
def test_a_report_fits_the_terminal(roep: Roep, monkeypatch: pytest.MonkeyPatch, breedte: int) -> None:
    monkeypatch.setenv("COLUMNS", str(breedte))
    assert max(map(len, roep("scoor", schrijf("b.yaml")).uit.splitlines())) <= breedte


def test_a_terminal_gets_bold_headings_unless_colour_is_off(
    roep: Roep, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert capsys.readouterr() == ("", "")
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm-256color")
    kleur = roep("scoor", schrijf("b.yaml")).uit
    assert kleur.startswith(f"\x1b[1m{TITEL}\x1b[0m\n")
    monkeypatch.setenv("NO_COLOR", "1")
    assert roep("scoor", "b.yaml").uit == kleur.replace("\x1b[1m", "").replace("\x1b[0m", "")


def test_who_sits_at_a_terminal_is_told_where_the_report_is(
    roep: Roep, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert capsys.readouterr() == ("", "")
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    assert roep("scoor", schrijf("b.yaml"), "-o", "u.md") == (0, "", "Geschreven naar 'u.md'.\n")


def test_who_writes_a_sheet_is_told_how_to_see_the_profile(
    roep: Roep, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert capsys.readouterr() == ("", "")
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    assert roep("scoor", schrijf("b.yaml"), "-o", "u.yaml").fout == (
        "Geschreven naar 'u.yaml'.\nJe profiel zie je met: conflictstijl scoor u.yaml\n"
    )


def test_sheets_are_written_as_they_are_read(roep: Roep) -> None:
    assert roep("scoor", schrijf("b.yaml"), schrijf("g.jsonl", regels(2)), "-o", "u.yaml") == (0, "", "")
    eerst = lees_profielen(roep("scoor", "b.yaml", "g.jsonl", "--json"))
    assert lees_profielen(roep("scoor", "u.yaml", "--json")) == eerst
    assert [profiel["deelnemer"] for profiel in eerst] == [None, "D000", "D001"]


def test_a_console_without_blocks_gets_bars_of_ascii(shell: Roep) -> None:
    schrijf("b.yaml")
    uit = shell("$ECHT scoor b.yaml | iconv -f cp1252 -t utf-8", PYTHONIOENCODING="cp1252").uit
    assert "o is je score, = de marge." in uit
    assert "?" not in uit.partition("Mijn stijl\n")[2].partition("De marge")[0]
    assert "● is je score" in shell("$ECHT scoor b.yaml", PYTHONIOENCODING="utf-8").uit
