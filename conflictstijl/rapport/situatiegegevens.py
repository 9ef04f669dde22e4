"""Advice for a situation as data: the shape that other programs are written against."""

from typing import Any

from conflictstijl.model.situatie import Casus
from conflictstijl.rapport.gegevens import FORMAAT
from conflictstijl.rapport.situatie import Situatie


def build_situatie(situatie: Situatie) -> dict[str, Any]:
    """Return the document of `situatie --json`; `wat_als` is there when it was asked for."""
    advies = situatie.advies
    gegevens: dict[str, Any] = {
        "formaat": FORMAAT,
        "soort": "situatieadvies",
        "casus": situatie.casus.id if situatie.casus else None,
        "poort": advies.poort,
        "hulp": list(advies.hulp),
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
        "signalen": list(advies.signalen),
        "tegenspraak": [{**een._asdict(), "stijl": een.stijl or None} for een in advies.tegenspraken],
        "verschil": advies.verschil and {**advies.verschil._asdict(), "gewoon": advies.verschil.gewoon or None},
        "vaardigheden": [vaardigheid.id for vaardigheid in advies.vaardigheden],
        "leervraag": advies.leervraag and advies.leervraag._asdict(),
    }
    if situatie.wissels is not None:
        gegevens["wat_als"] = [{**wissel._asdict(), "advies": list(wissel.advies)} for wissel in situatie.wissels]
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
