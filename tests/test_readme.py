"""The README is tested: what it shows is what the program does."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

import conflictstijl
from conflictstijl import controle
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
    zichtbaar = {regel.naam for regel in TABEL if not regel.verborgen}
    genoemd = re.findall(r"^\| `conflictstijl ([\w-]+(?: [a-z]+)?)", README, re.MULTILINE)
    assert {naam if naam in zichtbaar else naam.split()[0] for naam in genoemd} == zichtbaar


def test_every_name_of_the_public_api_is_documented() -> None:
    genoemd = set(re.findall(r"^\| `(\w+)\(", README, re.MULTILINE))
    assert genoemd == set(conflictstijl.__all__) - {"__version__"}


def test_only_a_second_coding_sees_swapped_keys_and_the_text_says_so(tmp_path: Path) -> None:
    goed = read_blok("yaml", "ons-team")
    verwisseld = goed.replace("- samenwerken:", "- x:").replace("- vermijden:", "- samenwerken:")
    bestand, codering = tmp_path / "ons-team.yaml", tmp_path / "collega.csv"
    bestand.write_text(verwisseld.replace("- x:", "- vermijden:"), encoding="utf-8")
    codering.write_text("item,stijl,richting\n1,samenwerken,+\n2,vermijden,+\n3,vermijden,-\n4,samenwerken,-\n")
    assert conflictstijl.check_vragenlijst(bestand) == []
    assert len(controle.check_codering(bestand, codering).bevindingen) >= 2
    zin = " ".join(README.split())
    assert "Of een zin bij de goede stijl staat, kan het niet zien." in zin
    assert f"`conflictstijl controleer {bestand.name} --codering {codering.name}`" in zin


def test_the_roles_have_the_words_of_the_screen() -> None:
    rij = next(regel for regel in README.splitlines() if regel.startswith("| `rollen`"))
    for onderdeel in conflictstijl.load_vragenlijst("rollen").onderdelen:
        wie = re.sub(r"^met (?:een |je )?| van een cliënt$", "", onderdeel.naam.lower())
        assert wie in rij
    assert "partner" not in rij


@pytest.mark.parametrize(
    "zin",
    [
        "ga verder met `conflictstijl afnemen VRAGENLIJST --hervat`. Zonder naam is dat `conflictstijlen`.",
        "Zegt het verslag iets over hoe je invulde, bijvoorbeeld heel snel, dan biedt het die niet aan.",
        "Bij `--vorm ander` vraagt het dan niet of je collega dit weet en goed vindt: daar zorg je zelf voor.",
    ],
)
def test_the_text_promises_what_the_program_does(zin: str) -> None:
    assert zin in " ".join(README.split())
