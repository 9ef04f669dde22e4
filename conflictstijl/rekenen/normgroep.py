"""Own data into a norm group: who counts, and how coarse a table must be to give nobody away."""

from collections import Counter
from collections.abc import Mapping, Sequence
from fractions import Fraction
from functools import lru_cache
from math import ceil, floor
from typing import NamedTuple

from conflictstijl.model.antwoorden import Antwoord
from conflictstijl.model.gewicht import read_bereik
from conflictstijl.model.norm import Betrouwbaarheid, Betrouwbaarheidssoort, Normgroep
from conflictstijl.model.vragenlijst import Vragenlijst
from conflictstijl.rekenen.normeren import score_spreiding
from conflictstijl.rekenen.schaalanalyse import score_alfa_groep
from conflictstijl.rekenen.schaalsommen import Schaalsommen
from conflictstijl.rekenen.vlot import build_scorers

KLEINSTE_KLASSE = 5
"""People in a class of scores: with fewer, who knows one of them could read a score off."""
DECIMALEN = 2
"""Decimals of everything in the table: more would tell apart what the report does not."""
_STAPPEN = 48
"""Steps of a scale at the finest: those of six or twelve statements with five answers lie on these."""
_ONTHOUDEN = 20_000
"""Combinations of answers whose score is remembered per scale."""

Klassen = tuple[tuple[Fraction, int], ...]


class Normgegevens(NamedTuple):
    """Who the people are, in words: what nobody can read off their answers."""

    naam: str
    jaar: int
    bron: str
    populatie: str


class Normsommen:
    """The scores of the people who have one on every scale, and the sums of their answers."""

    def __init__(self, vragenlijst: Vragenlijst) -> None:
        self.antwoorden = Schaalsommen(vragenlijst)
        self.n = 0
        """People with a score on every scale."""
        self.zonder = 0
        """People who are left out for a scale without a score."""
        self.scores = {schaal.id: Counter[Fraction]() for schaal in vragenlijst.schalen}
        self._scorers = [
            (scorer.plaatsen, lru_cache(_ONTHOUDEN)(scorer.score)) for scorer in build_scorers(vragenlijst)
        ]

    def add(self, antwoorden: Sequence[Antwoord]) -> None:
        """Add the answers of one person, in the order of `Vragenlijst.vragen`."""
        uitkomsten = [score(tuple(antwoorden[plaats] for plaats in plaatsen)) for plaatsen, score in self._scorers]
        exact = [uitkomst.exact for uitkomst in uitkomsten if uitkomst.exact is not None]
        if len(exact) < len(uitkomsten):
            self.zonder += 1
            return
        self.n += 1
        self.antwoorden.add(antwoorden)
        for telling, score in zip(self.scores.values(), exact, strict=True):
            telling[score] += 1


def build_normgroep(sommen: Normsommen, gegevens: Normgegevens) -> Normgroep:
    """Return the norm group: per scale a coarse table, the spread, and alpha as its reliability.

    Alpha is left out when a scale has none, or none between nought and one, after rounding down: a reliability said
    higher than it is would make margins too narrow. The spread is rounded up for the same reason.
    R: ``sd(scores)`` and ``psych::alpha(x)$total$raw_alpha``.
    """
    lijst = sommen.antwoorden.vragenlijst
    alfa = {schaal: score_alfa_groep(sommen.antwoorden, schaal) for schaal in sommen.scores}
    waarden = {schaal: _build_naar_onder(een) for schaal, een in alfa.items() if een is not None}
    heel = waarden.keys() == sommen.scores.keys() and all(0 < waarde < 1 for waarde in waarden.values())
    return Normgroep(
        **gegevens._asdict(),
        n=sommen.n,
        tabel={schaal: build_klassen(telling, read_bereik(lijst, schaal)) for schaal, telling in sommen.scores.items()},
        decimalen=DECIMALEN,
        betrouwbaarheid=Betrouwbaarheid(Betrouwbaarheidssoort.ALFA, waarden) if heel else None,
        klassen=True,
        spreiding={schaal: _score_spreiding(telling) for schaal, telling in sommen.scores.items()},
    )


def build_klassen(scores: Mapping[Fraction, int], bereik: tuple[Fraction, Fraction]) -> Klassen:
    """Return classes of scores with at least five people each: the highest score of each class, and its people.

    The scale (`bereik`: its lowest and highest value) is cut into 48 steps, and a score counts at the end of its step,
    rounded up to two decimals. A step with five people or more ends a class, in which the people of the smaller steps
    below it are counted too. The last class ends where the scale does, with the people above in it. So every score
    that is named was had by five people, or is the end of the scale: that somebody scored lowest, highest or alone in
    the middle cannot be read.
    """
    laagste, hoogste = bereik
    stap = (hoogste - laagste) / _STAPPEN
    stappen = Counter[Fraction]()
    for score, aantal in scores.items():
        stappen[_build_naar_boven(laagste + ceil((score - laagste) / stap) * stap)] += aantal
    klassen: list[tuple[Fraction, int]] = []
    mensen = 0
    for eind in sorted(stappen):
        mensen += stappen[eind]
        if stappen[eind] >= KLEINSTE_KLASSE:
            klassen.append((eind, mensen))
            mensen = 0
    onder = klassen.pop()[1] if klassen else 0
    return (*klassen, (_build_naar_boven(hoogste), onder + mensen))


def _score_spreiding(scores: Mapping[Fraction, int]) -> Fraction:
    return _build_naar_boven(Fraction(score_spreiding(list(scores.items()))))


def _build_naar_boven(waarde: Fraction) -> Fraction:
    return Fraction(ceil(waarde * 10**DECIMALEN), 10**DECIMALEN)


def _build_naar_onder(waarde: Fraction) -> Fraction:
    return Fraction(floor(waarde * 10**DECIMALEN), 10**DECIMALEN)
