"""A second coding as CSV: columns `item`, `stijl` and `richting` (+ or -); other columns are left alone."""

import csv
from pathlib import Path

from conflictstijl.fouten import Plek
from conflictstijl.laden.bestand import load_tekst
from conflictstijl.laden.bevindingen import Bevindingen
from conflictstijl.laden.valkuilen import split_regels
from conflictstijl.tekst import clean_tekst

_KOLOMMEN = ("item", "stijl", "richting")
_RICHTINGEN = ("+", "-")


def load_codering(pad: Path, bestand: str, bevindingen: Bevindingen) -> dict[str, tuple[str, str]]:
    """Return per statement id the style and direction that a second reader gave; findings for bad rows."""
    regels = csv.DictReader(split_regels(load_tekst(pad, bestand)), strict=True)
    try:
        ontbreekt = [kolom for kolom in _KOLOMMEN if kolom not in (regels.fieldnames or ())]
        if not ontbreekt:
            return _read_codes(regels, bestand, bevindingen)
    except csv.Error:
        wat = "deze regel is niet als CSV te lezen"
        bevindingen.add(Plek(bestand, regels.line_num + 1, 1), "csv", wat, "kijk de aanhalingstekens na")
        return {}
    hint = "de eerste regel is: item,stijl,richting"
    bevindingen.add(Plek(bestand, 1, 1), "kolom-ontbreekt", f"kolom '{ontbreekt[0]}' ontbreekt", hint)
    return {}


def _read_codes(regels: "csv.DictReader[str]", bestand: str, bevindingen: Bevindingen) -> dict[str, tuple[str, str]]:
    codes: dict[str, tuple[str, str]] = {}
    for rij in regels:
        plek = Plek(bestand, regels.line_num, 1)
        item, stijl, richting = (clean_tekst(rij[kolom] or "", 80) for kolom in _KOLOMMEN)
        if richting not in _RICHTINGEN:
            bevindingen.add(plek, "richting", f"richting '{richting}' is geen + of -", "schrijf + of -")
        elif item in codes:
            bevindingen.add(plek, "dubbel-item", f"item '{item}' staat er al", "haal een van de twee weg")
        else:
            codes[item] = stijl, richting
    return codes
