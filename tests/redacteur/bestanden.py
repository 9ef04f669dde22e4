"""What the tests of this folder read: the shipped files that name a schema, and the schemas."""

import json
import re
from pathlib import Path
from typing import Any

WORTEL = Path(__file__).parents[2]
INHOUD = WORTEL / "vragenlijsten"
SCHEMAS = sorted((WORTEL / "conflictstijl" / "schemas").glob("*.json"))
MODELINE = re.compile(r"# yaml-language-server: \$schema=(\S+)\n")
SJABLONEN = WORTEL / "conflictstijl" / "sjablonen"
BESTANDEN = sorted([*INHOUD.rglob("*.yaml"), *SJABLONEN.rglob("*.yaml")])


def load_tekst(pad: Path) -> str:
    return pad.read_text(encoding="utf-8")


def load_schema(pad: Path) -> dict[str, Any]:
    schema: dict[str, Any] = json.loads(load_tekst(pad))
    return schema


def find_schema(pad: Path) -> dict[str, Any]:
    """Return the schema that the modeline of a file names."""
    modeline = MODELINE.match(load_tekst(pad))
    assert modeline
    return load_schema(pad.parent / modeline[1])


MET_SCHEMA = [pad for pad in BESTANDEN if MODELINE.match(load_tekst(pad))]
