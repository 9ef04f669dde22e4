"""Counting a group: people per subgroup, as far as they may end up in a picture of it."""

from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

from conflictstijl.groep.dubbelen import Volg
from conflictstijl.groep.lezen import Groepsinvoer
from conflictstijl.groep.scoren import Groepsteller, Rijscorer
from conflictstijl.model.antwoorden import Antwoord, check_gegeven
from conflictstijl.model.groepsbeeld import LEEG, Groepstelling
from conflictstijl.model.vragen import Item, Sleutel, Stelling
from conflictstijl.rapport.groepswerkboek import Itemtelling
from conflictstijl.tekst import clean_tekst

_MAX_GROEPSNAAM = 80


class Groepstal(NamedTuple):
    """Who is in a group: how many people, how many without a usable score, and the rest per subgroup."""

    deelnemers: int
    zonder: int
    tellingen: Mapping[str, Groepstelling]
    """Per value of the column that the group is split by; `LEEG` is who has none there, and everyone without one."""
    mensen: Mapping[str, list[tuple[str, str]]]
    """What tells the counted people of each subgroup apart, and their answers; never to be kept as it is."""


def count_groep(invoer: Groepsinvoer, kolom: str = "", volg: Volg = iter) -> Groepstal:
    """Return the tallies of a group, split by a column when one is named; raises GebruikFout when it is not there."""
    plaatsen = invoer.read_plaatsen(kolom) if kolom else [None] * len(invoer.bronnen)
    scorer = Rijscorer(invoer)
    tellers: dict[str, Groepsteller] = {}
    mensen: dict[str, list[tuple[str, str]]] = {}
    deelnemers = 0
    for plek, cellen, uitkomsten in scorer.score_rijen(volg(invoer.read_stapels())):
        plaats = plaatsen[plek[0]]
        naam = clean_tekst(cellen[plaats], _MAX_GROEPSNAAM) if plaats is not None else LEEG
        teller = tellers.get(naam) or tellers.setdefault(naam, Groepsteller(invoer.vragenlijst))
        if teller.count(uitkomsten):
            mensen.setdefault(naam, []).append(invoer.read_mens(plek, cellen))
        deelnemers += 1
    return Groepstal(
        deelnemers,
        sum(teller.zonder for teller in tellers.values()),
        {naam: teller.build_telling() for naam, teller in tellers.items()},
        mensen,
    )


def count_items(invoer: Groepsinvoer, volg: Volg = iter) -> list[Itemtelling]:
    """Return how every scored question was answered; `nvt` counts as not answered."""
    begin, items = len(invoer.vragenlijst.achtergrond), invoer.vragenlijst.items
    tellers = [Counter[Antwoord]() for _ in items]
    for _, blad in invoer.read_bladen(volg):
        for teller, antwoord in zip(tellers, blad.antwoorden[begin:], strict=False):
            teller[antwoord] += 1
    return [_build_itemtelling(item, teller) for item, teller in zip(items, tellers, strict=True)]


def _build_itemtelling(item: Item, teller: Counter[Antwoord]) -> Itemtelling:
    gegeven = {antwoord: aantal for antwoord, aantal in teller.items() if check_gegeven(antwoord)}
    n = sum(gegeven.values())
    som = sum(antwoord * aantal for antwoord, aantal in gegeven.items() if isinstance(antwoord, int))
    stelling = isinstance(item, Stelling)
    sleutels = [item.sleutel] if isinstance(item, Stelling) else [optie.sleutel for optie in item.opties]
    return Itemtelling(
        item.id,
        item.tekst if isinstance(item, Stelling) else " / ".join(optie.tekst for optie in item.opties),
        tuple(dict.fromkeys(deel.schaal for sleutel in sleutels for deel in sleutel)),
        n,
        teller.total() - n,
        som / n if stelling and n else None,
        _render_richting(sleutels[0]) if stelling else "",
    )


def _render_richting(sleutel: Sleutel) -> str:
    """Return how a statement counts; in both directions when it does so for several scales."""
    richtingen = sorted({deel.omgekeerd for deel in sleutel})
    return " en ".join("omgekeerd" if omgekeerd else "gewoon" for omgekeerd in richtingen)
