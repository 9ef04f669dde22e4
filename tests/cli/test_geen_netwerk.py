"""No command ever reaches for the network; not the full screen either."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from conflictstijl.cli.programma import TABEL

from . import netwerkwacht

pytestmark = pytest.mark.usefixtures("zonder_dekking")
BLAD = "vragenlijst: conflictstijlen-kort\nantwoorden: [3, 4, 2, 5, 1, 3, 4, 2, 5, 1, 3, 4, 2, 5, 1]\n"
NORM = ["--naam", "Proef", "--jaar", "2026", "--populatie", "niemand", "--bron", "eigen"]
OPDRACHTEN: dict[str, list[list[str]]] = {
    "afnemen": [["--niet-bewaren"]],
    "test": [["conflictstijlen-paren"]],
    "situatie": [["rooster"], ["--kenmerk", "veiligheid=onveilig"]],
    "resultaten": [[], ["--json"]],
    "resultaten vergelijk": [[]],
    "resultaten exporteer": [["-o", "mee.json"]],
    "resultaten importeer": [["mee.json"]],
    "resultaten wis": [["--alles", "--ja"]],
    "vaardigheden": [[]],
    "scoor": [["blad.yaml"], ["blad.yaml", "--json"], ["blad.yaml", "-o", "verslag.docx"]],
    "groep": [
        ["groep.csv"],
        ["groep.csv", "--met-profielen", "-o", "scores.xlsx"],
        ["groep.csv", "--per-persoon", "mens"],
    ],
    "betrouwbaarheid": [["groep.csv"]],
    "normen": [["groep.csv", "-o", "norm.yaml", *NORM]],
    "vragenlijsten": [[]],
    "casussen": [["rooster"]],
    "werkvormen": [[], ["balint", "--json"]],
    "intervisie": [["--werkvorm", "balint", "--duur", "90", "--casus", "rooster"]],
    "bewijs": [["--begin", "9", "--einde", "10"]],
    "werkblad": [[], ["reflectie-kort", "--leeg"]],
    "formulier": [["conflictstijlen"]],
    "nieuw": [["vragenlijst", "mijn-lijst"]],
    "controleer": [["blad.yaml"], ["mijn-lijst.yaml"]],
    "schema": [[]],
    "uitleg": [["privacy"]],
    "waar": [[]],
    "tab-aanvulling": [["bash"]],
}


def run_wacht(folder: Path, *opties: str) -> dict[str, Any]:
    """Run every command under the guard, and return what it saw."""
    (folder / "blad.yaml").write_text(BLAD, encoding="utf-8")
    rijen = [f"P{n}," + ",".join(str((n * k) % 5 + 1) for k in range(1, 31)) for n in range(120)]
    koppen = ",".join(["code", *(f"q{k}" for k in range(1, 31))])
    (folder / "groep.csv").write_text("\n".join([koppen, *rijen]), encoding="utf-8")
    alle = [[*naam.split(), *delen] for naam, vormen in OPDRACHTEN.items() for delen in vormen]
    klaar = subprocess.run(
        [sys.executable, netwerkwacht.__file__, *opties],
        input=json.dumps([*alle, ["--help"], ["--version"]]),
        cwd=folder,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    uitkomst: dict[str, Any] = json.loads(klaar.stderr.splitlines()[-1])
    return uitkomst


@pytest.mark.usefixtures("eigen_map")
def test_no_command_reaches_for_the_network(tmp_path: Path) -> None:
    assert set(OPDRACHTEN) == {regel.naam for regel in TABEL}
    uitkomst = run_wacht(tmp_path)
    assert uitkomst["gezien"] == []
    # the ones that need a person or two results say so; the others do their work
    assert uitkomst["goed"] >= 25


@pytest.mark.usefixtures("eigen_map")
def test_the_guard_sees_a_connection(tmp_path: Path) -> None:
    assert "socket.connect" in run_wacht(tmp_path, "--controle")["gezien"]
