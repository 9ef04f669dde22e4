"""What follows from the answers about each party or line: its next steps, and which lines are the best."""

from conflictstijl.model.bladrij import build_bladrij, check_voorwaarden, read_een, render_gevuld
from conflictstijl.model.werkblad import (
    Besteregel,
    Besteuitkomst,
    Bladdeel,
    Bladvraag,
    Groepsstappen,
    Invulling,
    Keuze,
    Regels,
    Stappenplan,
    Stappenuitkomst,
    Voorkeur,
    Werkblad,
)
from conflictstijl.tekst import render_citaat

_JA_NEE = {"ja", "nee"}
ONBEKEND = "nog te bepalen"
"""What stands in a step for an answer that was left open."""


def build_stappen(werkblad: Werkblad, invulling: Invulling) -> tuple[Stappenuitkomst, ...]:
    """Return each plan with the groups that have steps: by which of `eerst` hold, then who has the most steps.

    A plan about a list that nobody was asked for says nothing, and is left out.
    """
    vragen = build_bladrij(werkblad, invulling.antwoorden).vragen
    gesteld = {vraag.vraag.id for vraag in vragen}
    return tuple(
        _build_plan(deel, deel.stappen, vragen, invulling)
        for deel in werkblad.delen
        if deel.stappen is not None and deel.per in gesteld
    )


def _build_plan(
    deel: Bladdeel, plan: Stappenplan, vragen: tuple[Bladvraag, ...], invulling: Invulling
) -> Stappenuitkomst:
    groepen = [
        Groepsstappen(groep, stappen, read_redenen(deel, plan.eerst, invulling, groep))
        for groep in invulling.read_antwoord(deel.per)
        if (stappen := _read_stappen(plan, invulling, groep))
    ]
    groepen.sort(key=lambda een: (_score_eerst(plan.eerst, invulling, een.groep), len(een.stappen)), reverse=True)
    beslissend = {deel.per, *(eis.vraag for stap in plan.regels for eis in stap.als)}
    onbeslist = _read_onbeslist([vraag for vraag in vragen if vraag.vraag.id in beslissend], invulling)
    return Stappenuitkomst(plan, tuple(groepen), onbeslist)


def _read_onbeslist(beslissend: list[Bladvraag], invulling: Invulling) -> Regels:
    """Return about whom any of these questions is open, and by its name each open one about the whole."""
    open_ = [vraag for vraag in beslissend if not invulling.antwoorden.get(vraag.sleutel)]
    return tuple(dict.fromkeys(vraag.groep or render_citaat(vraag.vraag.kort) for vraag in open_))


def _read_stappen(plan: Stappenplan, invulling: Invulling, groep: str) -> tuple[str, ...]:
    antwoorden = invulling.antwoorden
    return tuple(
        render_gevuld(stap.tekst, lambda naam: "; ".join(read_een(antwoorden, naam, groep)) or ONBEKEND)
        for stap in plan.regels
        if check_voorwaarden(stap.als, antwoorden, groep)
    )


def read_redenen(deel: Bladdeel, eerst: tuple[Keuze, ...], invulling: Invulling, groep: str) -> tuple[str, ...]:
    """Return which of these choices were made about a group, each with the short name of its question."""
    namen = {vraag.id: vraag.kort for vraag in deel.vragen}
    return tuple(
        f"{render_vraagwoord(namen[vraag], keuze)} {keuze}"
        for vraag, keuze in eerst
        if invulling.read_antwoord(vraag, groep) == (keuze,)
    )


def render_vraagwoord(naam: str, keuze: str) -> str:
    """Return the short name of a question as it stands before a choice: `yes` and `no` answer a question."""
    return f"{naam.lower()}{'?' if keuze in _JA_NEE else ':'}"


def build_beste(werkblad: Werkblad, invulling: Invulling) -> tuple[Besteuitkomst, ...]:
    """Return the best lines of each part that asks for these: with most of the choices `eerst`, and always the first.

    With as many the ones named first count, and else the order in which somebody typed the lines.
    """
    return tuple(_build_keus(deel, deel.beste, invulling) for deel in werkblad.delen if deel.beste is not None)


def _build_keus(deel: Bladdeel, voorkeur: Voorkeur, invulling: Invulling) -> Besteuitkomst:
    regels = [
        Besteregel(regel, wat, read_redenen(deel, voorkeur.eerst, invulling, regel))
        for regel in invulling.read_antwoord(deel.per)
        if (wat := invulling.read_antwoord(voorkeur.wat, regel)) and _score_regel(regel, voorkeur, invulling)[1][0]
    ]
    regels.sort(key=lambda een: _score_regel(een.regel, voorkeur, invulling), reverse=True)
    return Besteuitkomst(voorkeur, tuple(regels[: voorkeur.aantal]))


def _score_regel(regel: str, voorkeur: Voorkeur, invulling: Invulling) -> tuple[int, tuple[bool, ...]]:
    """Return how good a line is: how many of the choices, and which of them, the weightiest first."""
    gehaald = _score_eerst(voorkeur.eerst, invulling, regel)
    return sum(gehaald), gehaald


def _score_eerst(eerst: tuple[Keuze, ...], invulling: Invulling, groep: str) -> tuple[bool, ...]:
    """Return which of these choices were made about a group, the weightiest first."""
    return tuple(invulling.read_antwoord(vraag, groep) == (keuze,) for vraag, keuze in eerst)
