"""Advice for a situation as data: the shape that other programs are written against."""

from typing import Any

from conflictstijl.model.situatie import VEILIGHEID, Casus, Hulp
from conflictstijl.rapport.gegevens import FORMAAT
from conflictstijl.rapport.situatie import Situatie
from conflictstijl.rapport.vervolg import build_vervolggegevens

_RIJEN = ("stijlen", "advies", "afgeraden", "hangt_aan", "stappen", "routes", "signalen", "tegenspraak", "vaardigheden")
"""Keys that are empty while the gate is closed."""


def build_uitkomst(uitkomst: Situatie | Hulp) -> dict[str, Any]:
    """Return the document of `situatie --json`, with the same keys whether the gate is open or closed."""
    open_ = _build_hulp(uitkomst) if isinstance(uitkomst, Hulp) else _build_advies(uitkomst)
    return {"formaat": FORMAAT, "soort": "situatieadvies", **open_}


def _build_hulp(hulp: Hulp) -> dict[str, Any]:
    gegeven = {"poort": hulp.poort, "hulp": list(hulp.hulp), "kenmerken": {VEILIGHEID: hulp.stand}, "stevig": False}
    rijen: dict[str, Any] = {naam: [] for naam in _RIJEN}
    return {"casus": None, **gegeven, **rijen, "verder": {}, "verschil": None, "leervraag": None}


def _build_advies(situatie: Situatie) -> dict[str, Any]:
    """Return the advice; `wat_als` is there when it was asked for."""
    advies = situatie.advies
    gegevens: dict[str, Any] = {
        "casus": situatie.casus.id if situatie.casus else None,
        "poort": None,
        "hulp": [],
        "kenmerken": advies.kenmerken,
        "stijlen": [
            {"stijl": een.stijl, "score": een.score, "redenen": [reden._asdict() for reden in een.redenen]}
            for een in advies.stijlen
        ],
        "advies": [list(advies.advies)] if advies.advies else [],
        "afgeraden": list(advies.afgeraden),
        "stevig": advies.stevig,
        "hangt_aan": list(advies.hangt_aan),
        "stappen": [stap._asdict() for stap in advies.stappen],
        "routes": list(advies.routes),
        "verder": {naam: build_vervolggegevens(situatie.situaties.routes[naam].verder) for naam in advies.routes},
        "signalen": list(advies.signalen),
        "tegenspraak": [{**een._asdict(), "stijl": een.stijl or None} for een in advies.tegenspraken],
        "verschil": advies.verschil and {**advies.verschil._asdict(), "gewoon": advies.verschil.gewoon or None},
        "vaardigheden": [vaardigheid.id for vaardigheid in advies.vaardigheden],
        "leervraag": advies.leervraag and advies.leervraag._asdict(),
    }
    if situatie.wissels is not None:
        gegevens["wat_als"] = [{**wissel._asdict(), "advies": list(wissel.advies)} for wissel in situatie.wissels]
    if situatie.partijen:
        gegevens["partijen"] = [partij._asdict() for partij in situatie.partijen]
    return gegevens


def build_casus(casus: Casus) -> dict[str, Any]:
    """Return a case as data, with what it says about its situation in the words of `--kenmerk`."""
    return {
        "id": casus.id,
        "titel": casus.titel,
        "versie": casus.versie,
        "veiligheid": casus.veiligheid,
        "rol": casus.rol or None,
        "kenmerken": casus.kenmerken,
        "verhaal": casus.verhaal,
        "partijen": [partij._asdict() for partij in casus.partijen],
        "bespreekvragen": list(casus.bespreekvragen),
        "valkuilen": list(casus.valkuilen),
        "bron": casus.herkomst.bron,
    }
