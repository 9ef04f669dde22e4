"""Kept results in words: which one it is, what stood out, and when it was."""

from collections.abc import Iterable
from datetime import datetime

from conflictstijl.model.document import Alinea, Document
from conflictstijl.model.kennis import Kennis
from conflictstijl.model.profiel import Stijlprofiel
from conflictstijl.model.vragenlijst import Vragenlijst
from conflictstijl.rapport.gegeven import Gegeven, render_klein
from conflictstijl.tekst import render_datum, render_moment, render_opsomming

LAATSTE = "laatste"
"""The word for the newest result."""
KORT = 6
"""Letters of a session that name a result: enough to tell the results of one person apart."""


def build_korte_namen(sessies: Iterable[str]) -> dict[str, str]:
    """Return for every session the first letters that tell it from the others, at least six."""
    alle = set(sessies)
    return {sessie: _render_kort(sessie, alle - {sessie}) for sessie in alle}


def _render_kort(sessie: str, anderen: set[str]) -> str:
    lengtes = range(KORT, len(sessie))
    vrij = (lengte for lengte in lengtes if not any(een.startswith(sessie[:lengte]) for een in anderen))
    return sessie[: next(vrij, len(sessie))]


def render_uitslag(lijst: Vragenlijst, profiel: Stijlprofiel, kennis: Kennis) -> str:
    """Return a result in one line: the questionnaire, whose it is, and what stands out in it."""
    variant = lijst.variant
    anders = variant.naam if variant and not variant.standaard else ""
    erbij = [render_klein(anders), "met verdieping" if profiel.met else "", profiel.deelnemer or ""]
    tussen = ", ".join(filter(None, erbij))
    wat = f"{lijst.id} {lijst.versie}{f' ({tussen})' if tussen else ''}"
    return f"{wat}: {_render_opvallend(Gegeven(profiel, lijst, kennis))}"


def render_bron(klaar: datetime, lijst: Vragenlijst, sessie: str) -> str:
    """Return which result something rests on, as `Je uitslag van 3 mei 2026 (praktijksituaties, ef4b20)`."""
    return f"Je uitslag van {render_datum(klaar)} ({lijst.id}, {sessie[:KORT]})."


def _render_opvallend(gegeven: Gegeven) -> str:
    """Return what stands out, or why nothing does, in a few words."""
    profiel = gegeven.profiel
    if profiel.uitkomst:
        return render_klein(profiel.uitkomst.uitkomst.titel) if profiel.uitkomst.uitkomst else "nog geen uitkomst"
    if not gegeven.vergelijkbaar:
        return "meet geen stijl"
    if not profiel.volgorde:
        return "te weinig antwoorden"
    kanten = ((profiel.duidelijk_hoog, ("hoger", "vaker")), (profiel.duidelijk_laag, ("lager", "minder vaak")))
    delen = [
        f"{woorden[gegeven.stijlen.keys() >= set(schalen)]} {_render_schalen(gegeven, schalen)}"
        for schalen, woorden in kanten
        if schalen
    ]
    return "; ".join(delen) or "verschillen te klein"


def _render_schalen(gegeven: Gegeven, schalen: Iterable[str]) -> str:
    """Return the names of scales, each once, with the parts in which they stand out."""
    namen = {deel.id: render_klein(deel.naam) for deel in gegeven.delen}
    waar: dict[str, list[str]] = {}
    for naam in schalen:
        deel = gegeven.lijst.schaal(naam).onderdeel
        waar.setdefault(render_klein(gegeven.read_naam(naam)), []).append(namen.get(deel, ""))
    return render_opsomming([f"{naam}{_render_delen(delen)}" for naam, delen in waar.items()])


def _render_delen(delen: Iterable[str]) -> str:
    genoemd = [deel for deel in delen if deel]
    return f" ({render_opsomming(genoemd)})" if genoemd else ""


def build_bewaard(document: Document, klaar: datetime) -> Document:
    """Return the report of a kept result, which says below its title from when it is."""
    titel, *rest = document.blokken
    van_toen = "De vragen en de antwoorden zijn van toen. De uitleg en de oefeningen zijn die van nu."
    return Document((titel, Alinea(f"Ingevuld op {render_moment(klaar)}. {van_toen}"), *rest))
