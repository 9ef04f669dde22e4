"""The command `werkblad` about lines and parties: by pipe, killed halfway, back from a file, and behind the gate."""

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.laden.lezen import VOORBEELDEN

from .conftest import Roep, pijp

SCHEIDING = str(VOORBEELDEN / "ingevuld" / "meerzijdig.yaml")
BEGIN = ["Hoe krijg ik iedereen aan tafel?", "te laat uitnodigen", "geen koffie", ""]
FLIPS = ["op tijd vragen", "weinig", "groot", "koffie zetten", "1", "1"]
EINDE = ["2, 1", "", "Ik bel."]


pytestmark = pytest.mark.usefixtures("eigen")


def read_antwoorden(eigen: Path) -> str:
    """Return what is on disk of worksheets."""
    return "".join(pad.read_text(encoding="utf-8") for pad in eigen.rglob("omgekeerd-*.json"))


def test_a_script_turns_every_negative_round_and_gets_the_best(roep: Roep, monkeypatch: pytest.MonkeyPatch) -> None:
    pijp(monkeypatch, *BEGIN, *FLIPS, *EINDE)
    uitkomst = roep("werkblad", "omgekeerd", "--json", "-o", "uit.yaml")
    assert uitkomst.code == 0
    gegevens = json.loads(uitkomst.uit)
    assert list(gegevens["antwoorden"]["mislukt"]) == ["te laat uitnodigen", "geen koffie"]
    assert gegevens["antwoorden"]["keuze"] == ["koffie zetten", "op tijd vragen"]
    assert [een["wat"] for een in gegevens["beste"][0]["regels"]] == ["op tijd vragen"]
    terug = roep("werkblad", "--antwoorden", "uit.yaml", "--json")
    assert json.loads(terug.uit) == gegevens


def test_who_is_killed_halfway_the_lines_goes_on_there(
    roep: Roep, monkeypatch: pytest.MonkeyPatch, eigen: Path
) -> None:
    opdracht = [sys.executable, "-m", "conflictstijl", "werkblad", "omgekeerd"]
    with subprocess.Popen(opdracht, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True) as kind:
        assert kind.stdin is not None
        kind.stdin.write("".join(f"{regel}\n" for regel in [*BEGIN, *FLIPS[:4]]))
        kind.stdin.flush()
        while "koffie zetten" not in read_antwoorden(eigen):
            assert kind.poll() is None
            time.sleep(0.02)
        kind.kill()
    pijp(monkeypatch, *FLIPS[4:], *EINDE)
    uitkomst = roep("werkblad", "omgekeerd", "--hervat", "--json")
    assert uitkomst.code == 0
    assert json.loads(uitkomst.uit)["antwoorden"]["mislukt"]["geen koffie"] == {
        "tegendeel": "koffie zetten",
        "moeite": "weinig",
        "effect": "klein",
    }


def test_the_child_that_was_not_heard_stands_first(roep: Roep) -> None:
    uit = " ".join(roep("werkblad", "--antwoorden", SCHEIDING).uit.split())
    assert uit.index("Kind (heeft iemand nodig? ja; al gehoord? nee)") < uit.index("Vader - Noem het belang")
    assert "Wie dat gesprek voert: de leerkracht. Met toestemming van: beide ouders en het kind." in uit


@pytest.mark.parametrize("stand", ["onveilig", "twijfel"])
def test_the_gate_stays_shut_whatever_was_filled_in(roep: Roep, eigen: Path, stand: str) -> None:
    uitkomst = roep("werkblad", "--antwoorden", SCHEIDING, "--veiligheid", stand, "-o", "uit.yaml")
    assert uitkomst.code == 3
    assert "Veilig Thuis" in uitkomst.uit
    assert "kind" not in uitkomst.fout
    assert not Path("uit.yaml").exists()
    assert not list(eigen.rglob("*.json"))


def test_a_script_about_parties_says_itself_that_it_is_safe(roep: Roep, monkeypatch: pytest.MonkeyPatch) -> None:
    pijp(monkeypatch, "Het huis.")
    assert roep("werkblad", "meerzijdig").code == 2
