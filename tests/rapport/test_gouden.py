"""Golden files: one fixed sheet of every shipped questionnaire, in every format, byte for byte.

`CONFLICTSTIJL_GOUDEN=schrijf pytest tests/rapport/test_gouden.py` writes them anew; read the difference
before it is committed. Version and fingerprint are left out: they change with every edit of a statement.
"""

import os
import re
from pathlib import Path

import pytest

import conflictstijl

GOUDEN = Path(__file__).parent.parent / "gouden"
BLADEN: dict[str, list[int | str | None]] = {
    "conflictstijlen": [*[3, 4, 2, 3, 2, 3, 4, 3, 2, 2, 4, 3, 2, 5, 3], *[2, 1, 2, 3, 4, 5, 3, 4, 2, 3, 2, 4, 4, 1, 3]],
    "conflictstijlen-kort": [4, 2, None, "Vaak", 1, 3, 3, 4, None, 2, 4, 1, 3, "Soms", 2],
    "conflictstijlen-paren": ["a", "b"] * 15,
}
VORMEN: dict[str, dict[str, object]] = {
    "80.txt": {"formaat": "tekst", "breedte": 80},
    "60.txt": {"formaat": "tekst", "breedte": 60},
    "md": {"formaat": "markdown"},
    "json": {"formaat": "json"},
}


def normaliseer(tekst: str) -> str:
    zonder = re.sub(r"sha256:[0-9a-f]{64}", "sha256:...", tekst)
    # the last digits of a quantile depend on the mathematical library of the system
    zonder = re.sub(r"[0-9]+\.[0-9]{13,}", lambda getal: f"{float(getal[0]):.12g}", zonder)
    return re.sub(r'(versie"?:? "?)[0-9][0-9.]*[0-9]', r"\1x.y", zonder)


@pytest.mark.parametrize("naam", BLADEN)
@pytest.mark.parametrize("einde", VORMEN)
def test_the_report_is_the_golden_one(naam: str, einde: str) -> None:
    profiel = conflictstijl.score_antwoorden(naam, BLADEN[naam])
    gemaakt = normaliseer(conflictstijl.build_rapport(profiel, **VORMEN[einde])).encode()
    bestand = GOUDEN / f"{naam}.{einde}"
    if os.environ.get("CONFLICTSTIJL_GOUDEN") == "schrijf":
        bestand.write_bytes(gemaakt)
    assert gemaakt == bestand.read_bytes()


def test_there_is_no_golden_file_without_a_test() -> None:
    assert {pad.name for pad in GOUDEN.glob("conflictstijlen*")} == {
        f"{naam}.{einde}" for naam in BLADEN for einde in VORMEN
    }


def test_only_version_and_fingerprint_are_normalised() -> None:
    assert normaliseer('"versie": "1.0"; versie 1.0. 3,5 en 1.5') == '"versie": "x.y"; versie x.y. 3,5 en 1.5'
    assert normaliseer("1.3884221560410555, 4.333333333333333 en 2.5") == "1.38842215604, 4.33333333333 en 2.5"
