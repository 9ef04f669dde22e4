"""The order of asking: that of the file, or a random one from a starting number."""

from itertools import groupby

from conflictstijl.model.vragen import Item
from conflictstijl.model.vragenlijst import Volgorde, Vragenlijst


def build_volgorde(vragenlijst: Vragenlijst, zaad: int | None) -> list[int]:
    """Return the indices of the questions in the order of asking; without `zaad` that of the file.

    Items change places inside their own part only, those of a deepening list among themselves, and a question never
    comes before one it depends on.
    """
    begin, items = len(vragenlijst.achtergrond), vragenlijst.items
    plaatsen = list(range(len(vragenlijst.vragen)))
    if zaad is None or vragenlijst.volgorde is Volgorde.VAST:
        return plaatsen
    from random import Random

    toeval = Random(zaad)  # noqa: S311 - an order of questions is no secret
    midden: list[int] = []
    for _, groep in groupby(range(len(items)), key=lambda plaats: (items[plaats].onderdeel, items[plaats].erbij)):
        deel = list(groep)
        toeval.shuffle(deel)
        midden += _build_na_elkaar(deel, items)
    return [*plaatsen[:begin], *(begin + plaats for plaats in midden), *plaatsen[begin + len(items) :]]


def _build_na_elkaar(deel: list[int], items: tuple[Item, ...]) -> list[int]:
    """Return places with every item behind the items of the same part that it depends on."""
    hier = {items[plaats].id for plaats in deel}
    gesteld: set[str] = set()
    gesorteerd: list[int] = []
    wachtend = list(deel)
    while wachtend:
        volgende = next(
            plaats
            for plaats in wachtend
            if all(eis.vraag in gesteld or eis.vraag not in hier for eis in items[plaats].als)
        )
        wachtend.remove(volgende)
        gesorteerd.append(volgende)
        gesteld.add(items[volgende].id)
    return gesorteerd
