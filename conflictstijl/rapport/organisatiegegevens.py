"""Organisations side by side as data for other programs: the JSON of `groep --json` for such a questionnaire.

It says `organisaties` and not `groep`: what is fit for organisations is not to be taken for a picture of people.
"""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from conflictstijl.model.organisaties import Organisatie, Organisatiebeeld, Spreiding
from conflictstijl.model.vragenlijst import Vragenlijst
from conflictstijl.rapport.gegevens import FORMAAT
from conflictstijl.rapport.groepsgegevens import build_meldingen
from conflictstijl.rapport.organisatieagenda import GESPREKSVRAGEN

SOORT = "organisaties"


def render_organisaties(beeld: Organisatiebeeld, vragenlijst: Vragenlijst, meldingen: Mapping[str, int]) -> str:
    """Return the document as text."""
    document = {**build_organisaties(beeld, vragenlijst), "meldingen": list(build_meldingen(meldingen))}
    return f"{json.dumps(document, ensure_ascii=False, indent=2, allow_nan=False)}\n"


def build_organisaties(beeld: Organisatiebeeld, vragenlijst: Vragenlijst) -> dict[str, Any]:
    """Return organisations side by side as data; of too few nothing but their number."""
    organisaties = () if beeld.dicht else beeld.organisaties
    spreidingen = () if beeld.dicht else beeld.spreidingen
    agenda = () if beeld.dicht else beeld.gesprek
    return {
        "formaat": FORMAAT,
        "soort": SOORT,
        "vragenlijst": vragenlijst.id,
        "eenheid": str(vragenlijst.eenheid),
        "n": beeld.n,
        "reden": "te_klein" if beeld.dicht else None,
        "organisaties": [_build_organisatie(een) for een in organisaties],
        "spreiding": list(map(_build_spreiding, spreidingen)),
        "agenda": [_build_onderwerp(beeld, vragenlijst, schaal) for schaal in agenda],
    }


def _build_organisatie(organisatie: Organisatie) -> dict[str, Any]:
    scores = {schaal: None if score is None else float(score) for schaal, score in organisatie.scores.items()}
    return {"naam": organisatie.naam, "scores": scores}


def _build_spreiding(een: Spreiding) -> dict[str, Any]:
    return {
        "schaal": een.schaal,
        "n": een.n,
        "gemiddelde": float(een.gemiddelde),
        "laagste": float(een.laagste),
        "hoogste": float(een.hoogste),
        "bereik": float(een.bereik),
        "standaardafwijking": een.standaardafwijking,
    }


def _build_onderwerp(beeld: Organisatiebeeld, vragenlijst: Vragenlijst, schaal: str) -> dict[str, Any]:
    namen = list(beeld.read_uitersten(schaal).values())
    uitschieters = (
        (een.naam, een.uitschieters[schaal]) for een in beeld.organisaties if een.scores[schaal] is not None
    )
    return {
        "schaal": schaal,
        "vraag": vragenlijst.schaal(schaal).vraag or None,
        "hoogste": namen[0],
        "laagste": namen[-1],
        "organisaties": [
            {"naam": naam, "hoog": _build_stellingen(uit.hoog), "laag": _build_stellingen(uit.laag)}
            for naam, uit in uitschieters
        ],
        "gespreksvragen": list(GESPREKSVRAGEN),
        "afspraak": {"wat": None, "wie": None, "wanneer": None},
    }


def _build_stellingen(stellingen: Sequence[tuple[str, str]]) -> list[dict[str, str]]:
    return [{"stelling": tekst, "antwoord": label} for tekst, label in stellingen]
