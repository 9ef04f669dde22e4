"""The exports in `tests/exports`, and what they are meant to hold."""

import csv
import json
import re
from pathlib import Path

EXPORTS = Path(__file__).parent.parent / "exports"
STIJLSCAN = str(EXPORTS / "stijlscan-20.yaml")
PAREN = str(EXPORTS / "paren-30.yaml")
STIJLEN = ("forceren", "samenwerken", "compromis", "vermijden", "toegeven")
PER_PERSOON = sorted(pad.name for pad in EXPORTS.iterdir() if pad.suffix in {".csv", ".xlsx"} and "18_" not in pad.name)
"""Every export of the questionnaire of twenty statements."""


def load_rijen(naam: str) -> list[dict[str, str]]:
    """A table in `verwacht/`, as rows by header."""
    with (EXPORTS / "verwacht" / f"{naam}.csv").open(encoding="utf-8", newline="") as regels:
        return list(csv.DictReader(regels))


def load_scores() -> dict[str, list[float | None]]:
    """The mean per style that every respondent must get, None for a scale with too few answers."""
    return {
        rij["respondent"]: [float(rij[f"gem_{stijl}"]) if rij[f"gem_{stijl}"] else None for stijl in STIJLEN]
        for rij in load_rijen("scores")
    }


def load_bestanden() -> dict[str, dict[str, str]]:
    """What is said about every export."""
    tekst = (EXPORTS / "verwacht" / "bestanden.json").read_text(encoding="utf-8")
    gelezen: dict[str, dict[str, str]] = json.loads(tekst)
    return gelezen


def read_respondent(code: str) -> str:
    """The respondent in `verwacht/` that a code, name or address in an export stands for."""
    nummer = re.search(r"\d+", code)
    return f"D{nummer[0]}" if nummer else code
