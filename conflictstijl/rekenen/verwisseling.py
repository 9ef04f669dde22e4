"""Chance in questions with options: what random choices, orders and divisions would give.

Everything is exact. The points a person gave to the options of one question are taken as given; by chance each
order of them over the options is equally likely (a permutation test). For pairs that is a coin flip, for
choosing one of k a die with k sides.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from conflictstijl.model.vragen import Keuze, Vorm
from conflictstijl.rekenen.labels import MINST_OVER, Labels, compare_stappen

NIVEAU_EXACT = 0.033
"""As `labels.NIVEAU`. Exact probabilities go in steps: thirty pairs can give 3.2% but not 3.0%."""

Getal = int | Fraction
Verdeling = dict[Getal, int]
"""How many equally likely orders give which total."""


class Ronde(NamedTuple):
    """One answered question: per option the weight it has in each scale, and the points it got."""

    gewichten: tuple[Mapping[str, Getal], ...]
    punten: tuple[int, ...]


def build_punten(keuze: Keuze, antwoord: int | tuple[int, ...]) -> tuple[int, ...]:
    """Return the points that an answer gives to each option: see `Keuze` for what an answer is.

    Chosen 1, else 0; best 1, worst -1, else 0; first of k places k, last 1; the points divided.
    """
    rij = antwoord if isinstance(antwoord, tuple) else (antwoord,)
    aantal = len(keuze.opties)
    match keuze.vorm:
        case Vorm.VERDEEL:
            return rij
        case Vorm.RANGSCHIK:
            return tuple(aantal - rij.index(optie) for optie in range(aantal))
        case _:
            return tuple((optie == rij[0]) - (optie in rij[1:]) for optie in range(aantal))


def build_ronde(keuze: Keuze, antwoord: int | tuple[int, ...]) -> Ronde:
    """Return an answered question as weights and points."""
    gewichten = tuple({deel.schaal: _build_getal(deel.gewicht) for deel in optie.sleutel} for optie in keuze.opties)
    return Ronde(gewichten, build_punten(keuze, antwoord))


def _build_getal(gewicht: Fraction) -> Getal:
    """Return a whole weight as an int: the arithmetic is the same and ten times as fast."""
    return gewicht.numerator if gewicht.denominator == 1 else gewicht


def score_punten(ronden: Iterable[Ronde], schaal: str) -> Getal:
    """Return the total of a scale: S(weight * points) over the options."""
    return sum(
        gewicht.get(schaal, 0) * punt
        for ronde in ronden
        for gewicht, punt in zip(ronde.gewichten, ronde.punten, strict=True)
    )


@lru_cache(maxsize=4096)
def _build_rondeverdeling(gewichten: tuple[Getal, ...], punten: tuple[int, ...]) -> Verdeling:
    """Return the totals of one question when its points are laid on the options in random order.

    Only options with a weight matter: they draw from the points one after the other.
    """
    standen: dict[tuple[tuple[int, ...], Getal], int] = {(punten, 0): 1}
    for gewicht in gewichten:
        nieuw: Counter[tuple[tuple[int, ...], Getal]] = Counter()
        for (over, som), wegen in standen.items():
            for punt, keren in Counter(over).items():
                plaats = over.index(punt)
                nieuw[(*over[:plaats], *over[plaats + 1 :]), som + gewicht * punt] += wegen * keren
        standen = dict(nieuw)
    verdeling: Counter[Getal] = Counter()
    for (_, som), wegen in standen.items():
        verdeling[som] += wegen
    return dict(verdeling)


def build_verdeling(ronden: Iterable[Ronde], schaal: str) -> Verdeling:
    """Return the exact distribution of the total of a scale by chance, as a convolution over the questions."""
    verdeling: Verdeling = {0: 1}
    for ronde in ronden:
        gewichten = tuple(gewicht[schaal] for gewicht in ronde.gewichten if schaal in gewicht)
        een = _build_rondeverdeling(gewichten, tuple(sorted(ronde.punten)))
        nieuw: Counter[Getal] = Counter()
        for som, wegen in verdeling.items():
            for punt, keren in een.items():
                nieuw[som + punt] += wegen * keren
        verdeling = dict(nieuw)
    return verdeling


def score_staart(verdeling: Verdeling, waarde: Getal) -> Fraction:
    """Return the two-sided probability of a total at least this extreme: twice the smaller tail, at most 1.

    R, for pairs: ``binom.test(chosen, offered)$p.value``.
    """
    lager = sum(wegen for som, wegen in verdeling.items() if som <= waarde)
    hoger = sum(wegen for som, wegen in verdeling.items() if som >= waarde)
    return min(Fraction(1), Fraction(2 * min(lager, hoger), sum(verdeling.values())))


def score_verwacht(verdeling: Verdeling) -> Fraction:
    """Return the mean of a distribution."""
    return Fraction(sum(som * wegen for som, wegen in verdeling.items())) / sum(verdeling.values())


def score_toevalsgrenzen(verdeling: Verdeling, buiten: Fraction) -> tuple[Getal, Getal]:
    """Return the lowest and the highest total that chance leaves, with at most `buiten` / 2 beyond each."""
    totaal = sum(verdeling.values())
    oplopend = sorted(verdeling)
    return _read_grens(verdeling, oplopend, totaal * buiten / 2), _read_grens(
        verdeling, oplopend[::-1], totaal * buiten / 2
    )


def _read_grens(verdeling: Verdeling, sommen: Sequence[Getal], ruimte: Fraction) -> Getal:
    gezien = 0
    for som in sommen:
        gezien += verdeling[som]
        if gezien > ruimte:
            return som
    raise ValueError("een verdeling zonder uitkomsten heeft geen grenzen")


def compare_opties(schalen: Sequence[str], ronden: Sequence[Ronde], delen: int = 1) -> Labels:
    """Return the scales that got more or fewer points than chance explains.

    Per step only the options of scales still in count, with the points they got: k times the smallest exact
    probability of `score_staart` may not pass NIVEAU_EXACT (Bonferroni); then as in `compare_stappen`. Each of
    several parts scored by themselves (`delen`) gets its share.
    """

    def score_uitschieters(over: Sequence[str]) -> dict[str, Fraction]:
        onderling = [deel for ronde in ronden if (deel := _split_ronde(ronde, frozenset(over))) is not None]
        afwijking, kansen = _score_kansen(onderling, over)
        kleinste = min(kansen.values())
        if kleinste * len(over) * delen > NIVEAU_EXACT:
            return {}
        return {naam: afwijking[naam] for naam in over if kansen[naam] == kleinste}

    if len(schalen) < MINST_OVER:
        return (), ()
    saldo, _ = _score_kansen(ronden, schalen)
    return compare_stappen(saldo, score_uitschieters)


def _split_ronde(ronde: Ronde, over: frozenset[str]) -> Ronde | None:
    """Return what is left of a question when only some scales are in; None when nothing can be exchanged."""
    delen = [
        (gewicht, punt)
        for gewicht, punt in zip(ronde.gewichten, ronde.punten, strict=True)
        if not over.isdisjoint(gewicht)
    ]
    eerste = delen[0][1] if delen else 0
    if all(punt == eerste for _, punt in delen):
        return None
    return Ronde(tuple(gewicht for gewicht, _ in delen), tuple(punt for _, punt in delen))


def _score_kansen(ronden: Sequence[Ronde], schalen: Sequence[str]) -> tuple[dict[str, Fraction], dict[str, Fraction]]:
    """Return per scale how far its total lies from what chance expects, and the probability of that."""
    afwijking, kansen = dict[str, Fraction](), dict[str, Fraction]()
    for naam in schalen:
        verdeling, waarde = build_verdeling(ronden, naam), score_punten(ronden, naam)
        afwijking[naam] = waarde - score_verwacht(verdeling)
        kansen[naam] = score_staart(verdeling, waarde)
    return afwijking, kansen
