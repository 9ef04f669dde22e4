"""The scoring rule for many sheets: scale by scale, and what must give the same score needs scoring only once.

The rule itself is that of `scoren`: this only cuts a questionnaire into the answers that each scale depends on, and
tells which of these amount to the same.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from conflictstijl.model.antwoorden import NVT, Antwoord
from conflictstijl.model.profiel import Schaalscore
from conflictstijl.model.vragen import Item, Stelling
from conflictstijl.model.vragenlijst import Vragenlijst
from conflictstijl.rekenen.scoren import read_antwoorden, score_schaal
from conflictstijl.rekenen.tellen import count_antwoorden

_VELD = 64
"""Bits for each kind of statement, and for each other question, in the number that answers add up to."""


class Schaalscorer(NamedTuple):
    """One scale, the questions that its score depends on, and the score of the answers to these."""

    schaal: str
    plaatsen: tuple[int, ...]
    """Indices in `Vragenlijst.vragen`."""
    score: Callable[[Sequence[Antwoord]], Schaalscore]
    """Takes the answers in the order of `plaatsen`; the value is that of `score_antwoorden`, without an interval."""
    getallen: tuple[Mapping[Antwoord, int], ...]
    """Per question its answers as numbers: answers with an equal sum have an equal score."""


def build_scorers(vragenlijst: Vragenlijst) -> tuple[Schaalscorer, ...]:
    """Return a scorer per scale, in the order of the questionnaire.

    Where questions depend on earlier answers every score depends on all of them.
    """
    vertakt = any(vraag.als for vraag in vragenlijst.vragen)
    bouw = _build_geheel if vertakt else _build_los
    return tuple(bouw(vragenlijst, schaal.id) for schaal in vragenlijst.schalen)


def _build_geheel(vragenlijst: Vragenlijst, schaal: str) -> Schaalscorer:
    def score(antwoorden: Sequence[Antwoord]) -> Schaalscore:
        return _score_schaal(vragenlijst, schaal, read_antwoorden(vragenlijst, antwoorden))

    plaatsen = tuple(range(len(vragenlijst.vragen)))
    return Schaalscorer(schaal, plaatsen, score, tuple(_Nummers(plaats) for plaats in plaatsen))


def _build_los(vragenlijst: Vragenlijst, schaal: str) -> Schaalscorer:
    begin = len(vragenlijst.achtergrond)
    plaatsen = [plaats for plaats, item in enumerate(vragenlijst.items) if schaal in _read_schalen(item)]
    deel = replace(vragenlijst, items=tuple(vragenlijst.items[plaats] for plaats in plaatsen))

    def score(antwoorden: Sequence[Antwoord]) -> Schaalscore:
        return _score_schaal(deel, schaal, antwoorden)

    velden: dict[object, int] = {}
    bits = _count_bits(deel.items)
    getallen = tuple(_build_getallen(item, schaal, velden, bits) for item in deel.items)
    return Schaalscorer(schaal, tuple(begin + plaats for plaats in plaatsen), score, getallen)


def _count_bits(items: Sequence[Item]) -> int:
    """Return how many bits each of the three sums within a field can take: small numbers add up fast."""
    bereiken = [item.antwoorden.bereik for item in items if isinstance(item, Stelling)]
    return (len(items) * max(bereiken, default=1)).bit_length()


def _build_getallen(item: Item, schaal: str, velden: dict[object, int], bits: int) -> Mapping[Antwoord, int]:
    """Return the answers to an item as numbers; statements with the same answers and weight share a field."""
    delen = [deel for deel in item.sleutel if deel.schaal == schaal] if isinstance(item, Stelling) else []
    if not isinstance(item, Stelling) or len(delen) != 1:
        return _Nummers(velden.setdefault(item.id, len(velden)))
    veld = velden.setdefault((item.antwoorden, delen[0].gewicht), len(velden))
    return _Sommen(veld, bits, item, omgekeerd=delen[0].omgekeerd)


class _Nummers(dict[Antwoord, int]):
    """The answers to a question that is like no other: each has a number of its own."""

    def __init__(self, veld: int) -> None:
        super().__init__()
        self._veld = veld

    def __missing__(self, antwoord: Antwoord) -> int:
        self[antwoord] = getal = len(self) << self._veld * _VELD
        return getal


class _Sommen(dict[Antwoord, int]):
    """The answers to a statement as what they add to its kind: how many were asked, how many answered, and their sum.

    A weighted mean, a percentage and the rule for missing answers depend on nothing else.
    """

    def __init__(self, veld: int, bits: int, stelling: Stelling, *, omgekeerd: bool) -> None:
        super().__init__()
        self._veld = veld
        self._bits = bits
        self._schaal = stelling.antwoorden
        self._omgekeerd = omgekeerd

    def __missing__(self, antwoord: Antwoord) -> int:
        self[antwoord] = getal = self._build_som(antwoord) << self._veld * _VELD
        return getal

    def _build_som(self, antwoord: Antwoord) -> int:
        if not isinstance(antwoord, int):
            return (antwoord is not NVT) << 2 * self._bits
        som = self._schaal.hoogste - antwoord if self._omgekeerd else antwoord - self._schaal.laagste
        return 1 << 2 * self._bits | 1 << self._bits | som


def _score_schaal(vragenlijst: Vragenlijst, schaal: str, antwoorden: Sequence[Antwoord]) -> Schaalscore:
    return score_schaal(vragenlijst, count_antwoorden(vragenlijst, antwoorden), schaal)


def _read_schalen(item: Item) -> set[str]:
    """Return the scales that an item can give anything to."""
    sleutels = [item.sleutel] if isinstance(item, Stelling) else [optie.sleutel for optie in item.opties]
    return {deel.schaal for sleutel in sleutels for deel in sleutel}
