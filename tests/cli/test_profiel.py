"""What a person is told after a sheet was written: a command that shows the profile, wherever the questionnaire is."""

import shlex
import sys
from pathlib import Path

import pexpect
import pytest

from conflictstijl.laden.mappen import load_inhoudsmap
from tests.afname.conftest import LIJST
from tests.afname.lijsten import VERSIES

from .conftest import Roep, Uitkomst

TITEL = "Je profiel zie je met: "
KORT = "conflictstijlen-kort"

pytestmark = pytest.mark.usefixtures("eigen_map", "zonder_dekking")


@pytest.fixture(autouse=True)
def werkmap(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "mijn werk"
    folder.mkdir()
    monkeypatch.chdir(folder)


def run(opdracht: str) -> str:
    """Return what a command shows at a terminal, typed as it is told, and check that it works."""
    functie = f'conflictstijl() {{ {shlex.quote(sys.executable)} -m conflictstijl "$@"; }}'
    kind = pexpect.spawn("/bin/bash", ["-c", f"{functie}; {opdracht}"], encoding="utf-8", timeout=30)
    uit = kind.read()
    kind.close()
    assert kind.exitstatus == 0, uit
    return uit.replace("\r\n", "\n")


def read_opdracht(uit: str) -> str:
    """Return the command that is shown last, empty when there is none."""
    return uit.rpartition(TITEL)[2].splitlines()[0] if TITEL in uit else ""


def take(*argumenten: str, aantal: int = 3, blad: str = "mijn blad.yaml") -> str:
    """Take a questionnaire by pipe, and return the command that is told then."""
    opdracht = shlex.join(["conflictstijl", "afnemen", *argumenten, "-o", blad])
    return read_opdracht(run(f"yes 1 | head -n {aantal} | {opdracht}"))


@pytest.mark.parametrize("argument", ["proef.yaml", "anders genoemd.yaml", "map/proef.yaml", "./kaal"])
def test_the_command_that_is_told_works_for_a_questionnaire_given_as_a_file(argument: str) -> None:
    Path(argument).parent.mkdir(exist_ok=True)
    Path(argument).write_text(LIJST, encoding="utf-8")
    opdracht = take(argument)
    assert opdracht.startswith('conflictstijl scoor "mijn blad.yaml" --vragenlijst ')
    assert "Vragenlijst 'proef', versie 1.0." in run(opdracht)


def test_the_command_that_is_told_works_for_a_version(tmp_path: Path) -> None:
    bestand = tmp_path / "versies.yaml"
    bestand.write_text(VERSIES, encoding="utf-8")
    opdracht = take(str(bestand), "--vorm", "ander", aantal=2)
    assert "Proef: over een ander" in run(opdracht)


def test_a_shipped_questionnaire_needs_no_file() -> None:
    opdracht = take(KORT, aantal=15, blad="blad.yaml")
    assert opdracht == "conflictstijl scoor blad.yaml"
    assert f"Vragenlijst '{KORT}'" in run(opdracht)


def test_a_changed_copy_of_a_shipped_questionnaire_is_not_taken_for_the_shipped_one() -> None:
    inhoud = (load_inhoudsmap() / f"{KORT}.yaml").read_text(encoding="utf-8")
    titel = next(regel for regel in inhoud.splitlines() if regel.startswith("titel: "))
    Path(f"{KORT}.yaml").write_text(inhoud.replace(titel, "titel: Mijn eigen lijst"), encoding="utf-8")
    opdracht = take(f"{KORT}.yaml", aantal=15)
    assert "Mijn eigen lijst" in run(opdracht)


@pytest.fixture
def kijker(roep: Roep, monkeypatch: pytest.MonkeyPatch) -> Roep:
    """Run the program in this process for a person who reads the messages."""

    def run_voor_mens(*argumenten: str) -> Uitkomst:
        monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
        return roep(*argumenten)

    return run_voor_mens


def test_sheets_of_one_file_keep_the_file_in_the_command(kijker: Roep) -> None:
    Path("mijn.yaml").write_text(LIJST, encoding="utf-8")
    Path("blad.yaml").write_text("vragenlijst: proef\nantwoorden: [1, 2, 3]\n", encoding="utf-8")
    fout = kijker("scoor", "blad.yaml", "blad.yaml", "--vragenlijst", "mijn.yaml", "-o", "samen.yaml").fout
    assert read_opdracht(fout) == "conflictstijl scoor samen.yaml --vragenlijst mijn.yaml"


def test_of_questionnaires_in_several_files_no_command_is_told_for_none_would_work(kijker: Roep) -> None:
    for id_ in ("proef", "proef-twee"):
        Path(f"{id_}.yaml").write_text(LIJST.replace("vragenlijst: proef", f"vragenlijst: {id_}"), encoding="utf-8")
        Path(f"blad-{id_}.yaml").write_text(f"vragenlijst: ./{id_}.yaml\nantwoorden: [1, 2, 3]\n", encoding="utf-8")
    uit = kijker("scoor", "blad-proef.yaml", "blad-proef-twee.yaml", "-o", "samen.yaml")
    assert (uit.code, uit.fout) == (0, "Geschreven naar 'samen.yaml'.\n")
