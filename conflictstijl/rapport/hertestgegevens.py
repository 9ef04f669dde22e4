"""Two results of one person as data: the shape that other programs are written against."""

from typing import Any

from conflictstijl.model.hertest import Hertest, Keer, Plaats, Verandering
from conflictstijl.model.norm import Normgroep
from conflictstijl.model.profiel import Schaalscore
from conflictstijl.rapport.gegevens import FORMAAT
from conflictstijl.rapport.hertest import Momenten


def build_hertestgegevens(hertest: Hertest, momenten: Momenten) -> dict[str, Any]:
    """Return the document of a comparison between two times; values are not rounded."""
    lijst = hertest.vragenlijst
    eerst, nu = (
        _build_keer(keer, moment.isoformat())
        for keer, moment in zip((hertest.eerst, hertest.nu), momenten, strict=True)
    )
    return {
        "formaat": FORMAAT,
        "soort": "vergelijking",
        "vragenlijst": lijst.id,
        "vorm": lijst.variant.id if lijst.variant else None,
        "eerst": eerst,
        "nu": nu,
        "gelijke_vragen": len(lijst.items),
        "zonder": hertest.zonder or None,
        "regel": hertest.regel,
        "niveau": hertest.niveau,
        "normgroep": _build_normgroep(hertest.normgroep, hertest) if hertest.normgroep else None,
        "schalen": {een.schaal: _build_verandering(een) for een in hertest.schalen},
    }


def _build_keer(keer: Keer, moment: str) -> dict[str, Any]:
    return {
        "moment": moment,
        "versie": keer.versie,
        "vingerafdruk": keer.vingerafdruk,
        "vragen": keer.vragen,
        "rechte_lijn": keer.recht,
    }


def _build_normgroep(normen: Normgroep, hertest: Hertest) -> dict[str, Any]:
    """Return the norm group with what the rule took from it."""
    vast = normen.betrouwbaarheid
    return {
        "naam": normen.naam,
        "n": normen.n,
        "jaar": normen.jaar,
        "bron": normen.bron,
        "populatie": normen.populatie,
        "soort": vast and vast.soort,
        "betrouwbaarheid": {naam: float(vast.waarden[naam]) for naam in hertest.spreiding} if vast else {},
        "spreiding": dict(hertest.spreiding),
    }


def _build_verandering(een: Verandering) -> dict[str, Any]:
    eerst, nu = een.plaatsen or (None, None)
    return {
        "eerst": _build_score(een.eerst, eerst),
        "nu": _build_score(een.nu, nu),
        "vragen": een.vragen,
        "verschil": None if een.verschil is None else float(een.verschil),
        "grens": een.grens,
        "duidelijk": een.duidelijk,
        "reden": een.reden,
    }


def _build_score(score: Schaalscore, plaats: Plaats | None) -> dict[str, Any]:
    gewoon = {"waarde": score.waarde, "ondergrens": score.ondergrens, "bovengrens": score.bovengrens}
    return gewoon if plaats is None else {**gewoon, "plaats": plaats.plaats, "gedeeld": plaats.gedeeld}
