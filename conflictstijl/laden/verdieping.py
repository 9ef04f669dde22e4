"""A questionnaire that deepens another one (`bij`): both together as one."""

from dataclasses import replace

from conflictstijl.fouten import GebruikFout
from conflictstijl.model.vragen import Item
from conflictstijl.model.vragenlijst import Vragenlijst

_VOORVOEGSEL = "bij"


def check_samen(basis: Vragenlijst, erbij: Vragenlijst) -> str:
    """Return why one questionnaire cannot be added to another; empty when it can."""
    if erbij.bij != basis.id:
        return f"'{erbij.id}' hoort niet bij '{basis.id}'"
    if [schaal.id for schaal in basis.schalen] != [schaal.id for schaal in erbij.schalen]:
        return f"'{erbij.id}' heeft andere schalen dan '{basis.id}'"
    if basis.antwoorden != erbij.antwoorden or basis.vorm != erbij.vorm:
        return f"'{erbij.id}' heeft andere antwoorden dan '{basis.id}'"
    if erbij.onderdelen or erbij.achtergrond or erbij.open or any(item.als for item in erbij.items):
        return f"'{erbij.id}' heeft meer dan stellingen, en kan daarom niet bij '{basis.id}'"
    return ""


def build_samen(basis: Vragenlijst, erbij: Vragenlijst) -> Vragenlijst:
    """Return the questionnaire with the items of both, those of the second with ids like `bij.1`.

    Raises GebruikFout when they do not belong together.
    """
    fout = check_samen(basis, erbij)
    if fout:
        raise GebruikFout(f"{fout}; kijk met 'conflictstijl vragenlijsten' wat bij elkaar hoort")
    items = tuple(_build_verplaatst(item) for item in erbij.items)
    minuten = basis.minuten + erbij.minuten if basis.minuten and erbij.minuten else None
    return replace(basis, items=basis.items + items, minuten=minuten, met=erbij.id)


def _build_verplaatst(item: Item) -> Item:
    return replace(item, id=f"{_VOORVOEGSEL}.{item.id}", erbij=True)
