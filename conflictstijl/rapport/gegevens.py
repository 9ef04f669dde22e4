"""Results as data for other programs: the JSON shapes that other programs are written against."""

import json
from collections.abc import Iterable
from fractions import Fraction
from typing import Any

from conflictstijl.model.profiel import Geval, Ordening, Schaalscore, Stijlprofiel, Verschuiving
from conflictstijl.rapport.uitkomst import build_uitkomstgegevens

FORMAAT = 1


def build_profielen(
    profielen: Iterable[Stijlprofiel], verschuivingen: Iterable[Verschuiving] | None = None
) -> dict[str, Any]:
    """Return the document of `scoor --json` and `afnemen --json`; values are not rounded.

    `verschuivingen` are those between two versions of one questionnaire, None when these profiles are no such two.
    """
    gewoon = {"formaat": FORMAAT, "soort": "profielen", "profielen": list(map(_build_gegeven, profielen))}
    if verschuivingen is None:
        return gewoon
    return {**gewoon, "verschuivingen": [_build_verschuiving(een, "vorm") for een in verschuivingen]}


def render_profielen(profielen: Iterable[Stijlprofiel], verschuivingen: Iterable[Verschuiving] | None = None) -> str:
    """Return that document as text, readable and ending in a line break."""
    document = build_profielen(profielen, verschuivingen)
    return json.dumps(document, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def _build_gegeven(profiel: Stijlprofiel) -> dict[str, Any]:
    """Return a profile with its outcome, which is kept nowhere: it follows from scores and answers."""
    return {**build_profiel(profiel), **build_uitkomstgegevens(profiel.uitkomst)}


def build_profiel(profiel: Stijlprofiel) -> dict[str, Any]:
    """Return one profile as data."""
    kwaliteit = profiel.kwaliteit
    gewoon = {
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
    return {**gewoon, **{naam: waarde for naam, waarde in _build_bijzonder(profiel).items() if waarde is not None}}


def _build_bijzonder(profiel: Stijlprofiel) -> dict[str, Any]:
    """Return what only some questionnaires have; None where a profile has it not."""
    winst = profiel.winst
    return {
        "vorm": profiel.vorm,
        "met": profiel.met,
        "winst": winst and winst._asdict(),
        "zaad": profiel.zaad,
        "onderdelen": {naam: _build_ordening(deel) for naam, deel in profiel.onderdelen.items()} or None,
        "verschuivingen": [_build_verschuiving(een, "onderdeel") for een in profiel.verschuivingen] or None,
        "afgeleid": {naam: None if w is None else float(w) for naam, w in profiel.afgeleid.items()} or None,
        "gevallen": list(map(_build_geval, profiel.gevallen)) or None,
        "rondom": profiel.rondom or None,
        "normgroep": _build_normgroep(profiel),
    }


def _build_normgroep(profiel: Stijlprofiel) -> dict[str, Any] | None:
    """Return whom the percentiles compare with, how they count who had the same score, and what the margins rest on."""
    normen = profiel.normgroep
    if normen is None:
        return None
    return {
        "naam": normen.naam,
        "n": normen.n,
        "jaar": normen.jaar,
        "bron": normen.bron,
        "populatie": normen.populatie,
        "gelijken": "midden",
        "marge": "normgroep" if normen.met_marge else "eigen_antwoorden",
    }


def _build_verschuiving(een: Verschuiving, waar: str) -> dict[str, Any]:
    """Return a shift as data; `waar` says what it lies in: a part, or a version."""
    return {"schaal": een.schaal, waar: een.onderdeel, "verschil": float(een.verschil), "duidelijk": een.duidelijk}


def _build_ordening(ordening: Ordening) -> dict[str, Any]:
    return {
        "volgorde": [list(groep) for groep in ordening.volgorde],
        "duidelijk_hoog": list(ordening.hoog),
        "duidelijk_laag": list(ordening.laag),
    }


def _build_geval(geval: Geval) -> dict[str, Any]:
    return {
        "vraag": geval.item,
        "gekozen": list(geval.gekozen),
        "passend": list(geval.passend),
        "punten": None if geval.punten is None else _build_getal(geval.punten),
        "hoogste": _build_getal(geval.hoogste),
    }


def _build_score(score: Schaalscore) -> dict[str, Any]:
    gewoon: dict[str, Any] = {
        "waarde": score.waarde,
        "som": None if score.som is None else _build_getal(score.som),
        "beantwoord": score.beantwoord,
        "items": score.items,
        "ondergrens": score.ondergrens,
        "bovengrens": score.bovengrens,
        "percentiel": score.percentiel,
        "duiding": score.duiding,
        "reden": score.reden,
    }
    if score.band is not None:
        gewoon["band"] = score.band
    if score.toeval is not None:
        toeval = score.toeval
        gewoon["toeval"] = {"verwacht": float(toeval.verwacht), "van": float(toeval.van), "tot": float(toeval.tot)}
    return gewoon


def _build_getal(getal: Fraction) -> int | float:
    return getal.numerator if getal.denominator == 1 else float(getal)
