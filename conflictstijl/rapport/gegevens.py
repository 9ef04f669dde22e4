"""Results as data for other programs: the JSON shapes that other programs are written against."""

import json
from collections.abc import Iterable
from fractions import Fraction
from typing import Any

from conflictstijl.model.profiel import Schaalscore, Stijlprofiel

FORMAAT = 1


def build_profielen(profielen: Iterable[Stijlprofiel]) -> dict[str, Any]:
    """Return the document of `scoor --json` and `afnemen --json`; values are not rounded."""
    return {"formaat": FORMAAT, "soort": "profielen", "profielen": [build_profiel(profiel) for profiel in profielen]}


def render_profielen(profielen: Iterable[Stijlprofiel]) -> str:
    """Return that document as text, readable and ending in a line break."""
    return json.dumps(build_profielen(profielen), ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def build_profiel(profiel: Stijlprofiel) -> dict[str, Any]:
    """Return one profile as data."""
    kwaliteit = profiel.kwaliteit
    return {
        "vragenlijst": profiel.vragenlijst,
        "versie": profiel.versie,
        "vingerafdruk": profiel.vingerafdruk,
        "scoreversie": profiel.scoreversie,
        "deelnemer": profiel.deelnemer,
        "beantwoord": profiel.beantwoord,
        "gevraagd": profiel.gevraagd,
        "scores": {naam: _build_score(score) for naam, score in profiel.scores.items()},
        "volgorde": [list(groep) for groep in profiel.volgorde],
        "duidelijk_hoog": list(profiel.duidelijk_hoog),
        "duidelijk_laag": list(profiel.duidelijk_laag),
        "kwaliteit": {
            "rechte_lijn": kwaliteit.rechte_lijn,
            "aandeel_zelfde": kwaliteit.aandeel_zelfde,
            "spreiding": kwaliteit.spreiding,
            "leeg": _build_getal(Fraction(kwaliteit.leeg)),
            "meldingen": [{"code": melding.code, "wat": melding.wat} for melding in kwaliteit.meldingen],
        },
    }


def _build_score(score: Schaalscore) -> dict[str, Any]:
    return {
        "waarde": score.waarde,
        "som": None if score.som is None else _build_getal(score.som),
        "beantwoord": score.beantwoord,
        "items": score.items,
        "ondergrens": score.ondergrens,
        "bovengrens": score.bovengrens,
        "percentiel": None,
        "duiding": score.duiding,
        "reden": score.reden,
    }


def _build_getal(getal: Fraction) -> int | float:
    return getal.numerator if getal.denominator == 1 else float(getal)
