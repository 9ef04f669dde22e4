"""The scoring rule for many sheets: scale by scale, and what must give the same score needs scoring only once.

The rule itself is that of `scoren`: this only cuts a questionnaire into the answers that each scale depends on, and
tells which of these amount to the same.
"""

from collections import Counter
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import replace
from sys import byteorder
from typing import Literal, NamedTuple

from conflictstijl.model.antwoorden import NVT, Antwoord
from conflictstijl.model.profiel import Schaalscore
from conflictstijl.model.vragen import Item, Stelling
from conflictstijl.model.vragenlijst import Vragenlijst
from conflictstijl.rekenen.scoren import read_antwoorden, score_schaal
from conflictstijl.rekenen.tellen import count_antwoorden

_VELD = 64
"""Bits for a question that is like no other, in the number that answers add up to."""
_VORMEN: dict[int, Literal["B", "H", "I", "Q"]] = {1: "B", 2: "H", 4: "I", 8: "Q"}
"""How memory is read as numbers of so many bytes."""


class Schaalscorer(NamedTuple):
    """One scale, the questions that its score depends on, and the score of the answers to these."""

    schaal: str
    plaatsen: tuple[int, ...]
    """Indices in `Vragenlijst.vragen`."""
    score: Callable[[Sequence[Antwoord]], Schaalscore]
    """Takes the answers in the order of `plaatsen`; the value is that of `score_antwoorden`, without an interval."""
    getallen: tuple[Mapping[Antwoord, int | None], ...]
    """Per question its answers as numbers: answers with an equal sum have an equal score. None for what has none."""
    breedte: int
    """How many bytes such a sum takes."""
    soort: Hashable
    """Scales of one kind have the same score for a sum, but for their name."""


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
    getallen = tuple(_Nummers(plaats * _VELD) for plaats in plaatsen)
    return Schaalscorer(schaal, plaatsen, score, getallen, _count_bytes(len(plaatsen) * _VELD), schaal)


def _build_los(vragenlijst: Vragenlijst, schaal: str) -> Schaalscorer:
    begin = len(vragenlijst.achtergrond)
    plaatsen = [plaats for plaats, item in enumerate(vragenlijst.items) if schaal in _read_schalen(item)]
    deel = replace(vragenlijst, items=tuple(vragenlijst.items[plaats] for plaats in plaatsen))

    def score(antwoorden: Sequence[Antwoord]) -> Schaalscore:
        return _score_schaal(deel, schaal, antwoorden)

    velden = _Velden(deel.items)
    getallen = tuple(velden.build_getallen(item, schaal) for item in deel.items)
    # norms and chance are those of one scale
    eigen = vragenlijst.normen or any(schaal.prestatie for schaal in vragenlijst.schalen)
    return Schaalscorer(
        schaal,
        tuple(begin + plaats for plaats in plaatsen),
        score,
        getallen,
        _count_bytes(velden.omvang),
        schaal if eigen else velden.build_soort(schaal),
    )


def _count_bytes(bits: int) -> int:
    """Return in how many bytes so many bits fit, in a number that the machine knows when there is one."""
    nodig = -(-bits // 8)
    return next((breedte for breedte in _VORMEN if breedte >= nodig), nodig)


def split_getallen(samen: int, breedte: int, aantal: int) -> list[int]:
    """Return the numbers of so many bytes that stand side by side in one."""
    rij = samen.to_bytes(breedte * aantal, byteorder)
    if breedte in _VORMEN:
        return list(memoryview(rij).cast(_VORMEN[breedte]))
    return [int.from_bytes(rij[begin : begin + breedte], byteorder) for begin in range(0, len(rij), breedte)]


class _Velden:
    """Which bits of the number that answers add up to are about what."""

    def __init__(self, items: Sequence[Item]) -> None:
        bereiken = [item.antwoorden.bereik for item in items if isinstance(item, Stelling)]
        # small numbers add up fast
        self._som = (len(items) * max(bereiken, default=1)).bit_length()
        self._aantal = len(items).bit_length()
        self._begin: dict[Hashable, int] = {}
        self._items: Counter[Hashable] = Counter()
        self.omvang = 0
        """Bits that are taken."""

    def build_getallen(self, item: Item, schaal: str) -> Mapping[Antwoord, int | None]:
        """Return the answers to an item as numbers; statements with the same answers and weight share their bits."""
        delen = [deel for deel in item.sleutel if deel.schaal == schaal] if isinstance(item, Stelling) else []
        if not isinstance(item, Stelling) or len(delen) != 1:
            return _Nummers(self._read_begin(item.id, _VELD))
        bits = self._som + self._aantal * (2 if item.antwoorden.nvt else 1)
        begin = self._read_begin((item.antwoorden, delen[0].gewicht), bits)
        return _Sommen(item, (begin, begin + self._som, begin + self._som + self._aantal), omgekeerd=delen[0].omgekeerd)

    def build_soort(self, schaal: str) -> Hashable:
        """Return what a sum means, equal for scales where it means the same; where a question stands alone, none is."""
        if any(isinstance(soort, str) for soort in self._begin):
            return schaal
        # with as many items of each kind an answer that is missing means the same too
        return (self._som, *self._begin.items(), *self._items.items())

    def _read_begin(self, soort: Hashable, bits: int) -> int:
        """Return the first bit of a kind, which takes so many of them."""
        self._items[soort] += 1
        if soort not in self._begin:
            self._begin[soort] = self.omvang
            self.omvang += bits
        return self._begin[soort]


class _Nummers(dict[Antwoord, int | None]):
    """The answers to a question that is like no other: each has a number of its own."""

    def __init__(self, begin: int) -> None:
        super().__init__()
        self._begin = begin

    def __missing__(self, antwoord: Antwoord) -> int:
        self[antwoord] = getal = len(self) << self._begin
        return getal


class _Sommen(dict[Antwoord, int | None]):
    """The answers to a statement as what they add to its kind: their sum, how many answered, and for how many `NVT`.

    A weighted mean, a percentage and the rule for missing answers depend on nothing else. `bits` is where each of
    the three begins. Where the questionnaire does not offer it, `NVT` has no number.
    """

    def __init__(self, stelling: Stelling, bits: tuple[int, int, int], *, omgekeerd: bool) -> None:
        super().__init__()
        schaal, (som, beantwoord, nvt) = stelling.antwoorden, bits
        for waarde in range(schaal.laagste, schaal.hoogste + 1):
            punten = schaal.hoogste - waarde if omgekeerd else waarde - schaal.laagste
            self[waarde] = 1 << beantwoord | punten << som
        self |= {None: 0, NVT: 1 << nvt if schaal.nvt else None}


def _score_schaal(vragenlijst: Vragenlijst, schaal: str, antwoorden: Sequence[Antwoord]) -> Schaalscore:
    return score_schaal(vragenlijst, count_antwoorden(vragenlijst, antwoorden), schaal)


def _read_schalen(item: Item) -> set[str]:
    """Return the scales that an item can give anything to."""
    sleutels = [item.sleutel] if isinstance(item, Stelling) else [optie.sleutel for optie in item.opties]
    return {deel.schaal for sleutel in sleutels for deel in sleutel}
