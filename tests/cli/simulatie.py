"""Five hundred simulated answer sheets as a group file, and the questionnaire that goes with it."""

import csv
from pathlib import Path

GOUDEN = Path(__file__).parents[1] / "referentie" / "golden-sim500"
RAUW = GOUDEN / "raw.csv"
_KOP = """\
vragenlijst: sim
formaat: 1
versie: "1.0"
titel: Simulatie
herkomst: {licentie: CC0-1.0, auteur: ik, status: proef}
antwoorden: [Nooit, Zelden, Soms, Vaak, Altijd]
schalen: [forceren, samenwerken, compromis, vermijden, toegeven]
items:
"""


def schrijf_lijst(folder: Path) -> Path:
    """Write the questionnaire of the simulation, with the ids of R."""
    with (GOUDEN / "keys.csv").open(encoding="utf-8", newline="") as bestand:
        sleutels = {rij["item"]: rij for rij in csv.DictReader(bestand)}
    regels = [
        f"  - {'-' if rij['direction'] == '-1' else ''}{rij['scale']}: Ik doe {naam}.\n    id: {naam}\n"
        for naam, rij in sorted(sleutels.items())
    ]
    pad = folder / "sim.yaml"
    pad.write_text(_KOP + "".join(regels), encoding="utf-8")
    return pad


def schrijf_antwoorden(folder: Path, aantal: int, naam: str = "groep.csv") -> Path:
    """Write the first people of the simulation as a group file."""
    pad = folder / naam
    regels = RAUW.read_text(encoding="utf-8").splitlines(keepends=True)
    pad.write_text("".join(regels[: aantal + 1]), encoding="utf-8")
    return pad
