"""The README is tested: what it shows is what the program does."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

import conflictstijl
from conflictstijl.cli.programma import TABEL

README = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")
BLOKKEN = re.findall(r"```(\w+)\n(.*?)```", README, re.DOTALL)
PLAATJE = [3, 4, 2, 2, 2, 3, 4, 3, 2, 2, 4, 3, 2, 5, 3, 2, 3, 2, 3, 3, 5, 3, 4, 2, 3, 2, 4, 4, 2, 3]


def read_blok(taal: str, bevat: str) -> str:
    return next(str(tekst) for gevonden, tekst in BLOKKEN if gevonden == taal and bevat in tekst)


def test_the_picture_is_what_the_program_draws() -> None:
    profiel = conflictstijl.score_antwoorden("conflictstijlen", PLAATJE)
    assert read_blok("text", "Samen oplossen").strip() in conflictstijl.build_rapport(profiel)


def test_the_python_example_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("antwoorden.yaml").write_text(read_blok("yaml", "deelnemer"), encoding="utf-8")
    Path("ons-team.yaml").write_text(read_blok("yaml", "ons-team"), encoding="utf-8")
    klaar = subprocess.run(
        [sys.executable, "-W", "error", "-c", read_blok("python", "import conflictstijl")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (klaar.returncode, klaar.stderr) == (0, "")
    assert "Mijn stijl" in klaar.stdout


def test_the_own_questionnaire_of_the_example_has_no_findings(tmp_path: Path) -> None:
    bestand = tmp_path / "ons-team.yaml"
    bestand.write_text(read_blok("yaml", "ons-team"), encoding="utf-8")
    assert conflictstijl.check_vragenlijst(bestand) == []


def test_every_command_that_help_shows_stands_in_the_table() -> None:
    genoemd = set(re.findall(r"^\| `conflictstijl ([\w-]+)", README, re.MULTILINE))
    assert genoemd == {regel.naam for regel in TABEL if not regel.verborgen}


def test_every_name_of_the_public_api_is_documented() -> None:
    genoemd = set(re.findall(r"^\| `(\w+)\(", README, re.MULTILINE))
    assert genoemd == set(conflictstijl.__all__) - {"__version__"}
