"""What a question asked, as a short hash: by it a kept answer finds its question in a changed questionnaire."""

import json
from hashlib import sha256

from conflictstijl.model.vragen import Achtergrondvraag, Antwoordschaal, Keuze, Stelling, Vraag
from conflictstijl.model.vragenlijst import Onderdeel, Vragenlijst
from conflictstijl.tekst import fold_tekst

LENGTE = 12
"""Hexadecimal digits of a fingerprint: with a thousand questions two are the same once in half a billion times."""


def build_afdrukken(vragenlijst: Vragenlijst) -> tuple[str, ...]:
    """Return the fingerprint of every question, in the order of `Vragenlijst.vragen`.

    It covers the id and all that somebody saw who answered; not the key, and not what led to the question.
    """
    delen = {deel.id: deel for deel in vragenlijst.onderdelen}
    return tuple(_build_afdruk([*_build_deel(vraag, delen), *_build_inhoud(vraag)]) for vraag in vragenlijst.vragen)


def _build_afdruk(inhoud: list[object]) -> str:
    canoniek = json.dumps([fold_tekst(een) if isinstance(een, str) else een for een in inhoud], ensure_ascii=False)
    return sha256(canoniek.encode()).hexdigest()[:LENGTE]


def _build_deel(vraag: Vraag, delen: dict[str, Onderdeel]) -> list[object]:
    """Return the situation that a question is about: what its part says."""
    deel = delen.get(vraag.onderdeel) if isinstance(vraag, Stelling | Keuze) else None
    return [deel.naam, deel.uitleg] if deel else ["", ""]


def _build_inhoud(vraag: Vraag) -> list[object]:
    match vraag:
        case Stelling():
            return ["stelling", vraag.id, vraag.tekst, *_build_punten(vraag.antwoorden)]
        case Keuze():
            teksten = [optie.tekst for optie in vraag.opties]
            return [vraag.vorm.value, vraag.id, vraag.totaal, vraag.casus, vraag.vraag, *teksten]
        case Achtergrondvraag():
            return ["achtergrond", vraag.id, vraag.tekst, *vraag.antwoorden]
        case _:
            return ["open", vraag.id, vraag.tekst]


def _build_punten(schaal: Antwoordschaal) -> list[object]:
    return [bool(schaal.nvt), *(deel for punt in schaal.punten for deel in punt)]
