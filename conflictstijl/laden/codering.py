"""A second coding as CSV: columns `item`, `stijl` and `richting` (+ or -); other columns are left alone."""

from pathlib import Path

from conflictstijl.laden.bestand import load_tekst
from conflictstijl.laden.bevindingen import Bevindingen
from conflictstijl.laden.tabel import parse_tabel

_KOLOMMEN = ("item", "stijl", "richting")
_RICHTINGEN = ("+", "-")


def load_codering(pad: Path, bestand: str, bevindingen: Bevindingen) -> dict[str, tuple[str, str]]:
    """Return per statement id the style and direction that a second reader gave; findings for bad rows."""
    codes: dict[str, tuple[str, str]] = {}
    for (item, stijl, richting), plek in parse_tabel(load_tekst(pad, bestand), bestand, _KOLOMMEN, bevindingen):
        if richting not in _RICHTINGEN:
            bevindingen.add(plek, "richting", f"richting '{richting}' is geen + of -", "schrijf + of -")
        elif item in codes:
            bevindingen.add(plek, "dubbel-item", f"item '{item}' staat er al", "haal een van de twee weg")
        else:
            codes[item] = stijl, richting
    return codes
