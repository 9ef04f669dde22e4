"""Branching: `als: {vraag: antwoord}`, a map of earlier questions and the answers that lead on."""

from collections.abc import Mapping

from conflictstijl.fouten import Plek
from conflictstijl.laden.antwoord import AntwoordOnbekendFout, parse_antwoord, render_antwoorden
from conflictstijl.laden.bevindingen import Bevindingen
from conflictstijl.laden.knopen import Knoop, Lijst, Tekst
from conflictstijl.laden.velden import Velden, check_leeg
from conflictstijl.model.antwoorden import Antwoord
from conflictstijl.model.vragen import Keuze, OpenVraag, Stelling, Voorwaarde, Vorm, Vraag
from conflictstijl.tekst import advise_naam, render_citaat

Eerder = Mapping[str, Vraag | None]
"""The questions asked before by id; None for one that was called wrong, of which nothing more is said."""


def parse_voorwaarden(
    knoop: Knoop | None, eerder: Eerder, bevindingen: Bevindingen, onderdeel: str = ""
) -> tuple[Voorwaarde, ...]:
    """Return the conditions that a node describes.

    Inside a part the ids of that part may be written without its name.
    """
    if knoop is None:
        return ()
    voorwaarden: list[Voorwaarde] = []
    velden = Velden(knoop, bevindingen, "'als'")
    for sleutel, waarde in velden:
        naam = f"{onderdeel}.{sleutel.waarde}" if f"{onderdeel}.{sleutel.waarde}" in eerder else sleutel.waarde
        vraag = eerder.get(naam)
        if naam not in eerder:
            wat = f"er is hiervoor geen vraag {render_citaat(sleutel.waarde)}"
            hint = _advise_vraag(sleutel.waarde, eerder, onderdeel)
            bevindingen.add(sleutel.plek, "onbekende-verwijzing", wat, hint)
        elif isinstance(vraag, OpenVraag) or (isinstance(vraag, Keuze) and vraag.vorm is not Vorm.KIES):
            wat = f"van vraag {render_citaat(sleutel.waarde)} kan niets afhangen"
            bevindingen.add(sleutel.plek, "voorwaarde", wat, "neem een stelling, een keuze of een achtergrondvraag")
        elif vraag is not None:
            voorwaarden.append(Voorwaarde(naam, _parse_antwoorden(waarde, vraag, bevindingen)))
    velden.check_onbekend()
    return tuple(voorwaarden)


def _advise_vraag(naam: str, eerder: Eerder, onderdeel: str) -> str:
    """Return the id that was meant; numbers look alike and say nothing, nor do ids of another part."""
    kort = [vraag.removeprefix(f"{onderdeel}.") for vraag in eerder]
    woorden = [vraag for vraag in kort if not vraag[-1:].isdecimal() and not (onderdeel and "." in vraag)]
    return advise_naam(naam, woorden) or "noem een vraag die eerder komt, met haar id of nummer"


def check_nieuw(naam: str, eerder: Eerder, plek: Plek, bevindingen: Bevindingen) -> None:
    """Report an id that another question has already."""
    if naam in eerder:
        ander, kort = eerder[naam], naam.rpartition(".")[2]
        waar = f"staat ook op regel {ander.plek.regel}" if isinstance(ander, Stelling | Keuze) else "staat er al"
        bevindingen.add(plek, "dubbel-id", f"id '{kort}' {waar}", "geef elke vraag een eigen id")


def _parse_antwoorden(knoop: Knoop, vraag: Vraag, bevindingen: Bevindingen) -> tuple[Antwoord, ...]:
    delen = knoop.delen if isinstance(knoop, Lijst) else [knoop]
    if not delen or any(map(check_leeg, delen)):
        hint = f"noem ten minste een antwoord: {render_antwoorden(vraag)}"
        bevindingen.add(knoop.plek, "voorwaarde", "hier ontbreekt een antwoord", hint)
        return ()
    antwoorden: list[Antwoord] = []
    for deel in delen:
        try:
            antwoorden.append(parse_antwoord(deel.waarde if isinstance(deel, Tekst) else [], vraag))
        except AntwoordOnbekendFout as fout:
            gegeven = render_citaat(deel.waarde) if isinstance(deel, Tekst) else "dit"
            bevindingen.add(deel.plek, "voorwaarde", f"{gegeven} is geen antwoord op die vraag", str(fout))
    return tuple(antwoorden)
