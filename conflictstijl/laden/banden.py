"""Bands: names for ranges of scores, by their lower bounds, from low to high."""

import re
from fractions import Fraction

from conflictstijl.laden.knopen import Knoop, Tekst
from conflictstijl.laden.velden import Velden, check_id
from conflictstijl.model.vragenlijst import Band

_GETAL = re.compile(r"-?[0-9]{1,6}(?:\.[0-9]{1,6})?")


def parse_banden(velden: Velden) -> tuple[Band, ...]:
    """Return the bands of all scales; empty when there are none or one of them is wrong."""
    if velden.read_knoop("banden") is None:
        return ()
    groep = velden.read_groep("banden")
    los = [sleutel for sleutel, _ in groep if sleutel.waarde.isdecimal()]
    for sleutel in los:
        wat = f"'{sleutel.waarde}' is geen naam van een band"
        velden.bevindingen.add(sleutel.plek, "banden", wat, "schrijf een getal met een punt in plaats van een komma")
    if los:
        return ()
    banden: list[Band] = []
    for sleutel, knoop in groep:
        naam, grens = check_id(sleutel, velden.bevindingen), parse_grens(knoop)
        if grens is None:
            wat = "een band heeft een getal als ondergrens"
            velden.bevindingen.add(knoop.plek, "banden", wat, "schrijf een getal, met een punt in plaats van een komma")
        elif naam:
            if banden and grens <= banden[-1].ondergrens:
                wat = f"band '{naam}' begint niet hoger dan '{banden[-1].id}'"
                velden.bevindingen.add(knoop.plek, "banden", wat, "zet de ondergrenzen van laag naar hoog")
            banden.append(Band(naam, grens))
    groep.check_onbekend()
    return tuple(banden)


def parse_grens(knoop: Knoop) -> Fraction | None:
    """Return the number of a node, or None."""
    tekst = knoop.waarde if isinstance(knoop, Tekst) else ""
    return Fraction(tekst) if _GETAL.fullmatch(tekst) else None
