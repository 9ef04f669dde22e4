"""Chance in questions with options: what random choices, orders and divisions would give.

Everything is exact. The points a person gave to the options of one question are taken as given; by chance each
order of them over the options is equally likely (a permutation test). For pairs that is a coin flip, for
choosing one of k a die with k sides.

How much is reckoned is bounded (`MEESTE_BYTES`), for it can grow without end: with weights that all differ, with a
total of a thousand points, with a ranking of twelve options that all count in one scale. Past the bound nothing is
guessed, for approximate probabilities could put the scales in another order, and that order decides what is tested
next: the search for labels stops with what it found, and the limits of chance become those of Hoeffding, which are
wider. Sixty questions of five scales and a hundred points each stay within it.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from functools import lru_cache
from math import gcd, lcm, log, prod, sqrt
from types import MappingProxyType
from typing import NamedTuple

from conflictstijl.model.vragen import Keuze, Vorm
from conflictstijl.rekenen.labels import MINST_OVER, Labels, compare_stappen

NIVEAU_EXACT = 0.033
"""As `labels.NIVEAU`. Exact probabilities go in steps: thirty pairs can give 3.2% but not 3.0%."""

MEESTE_BYTES = 300_000_000
"""How many bytes of long numbers the labels of one sheet may take: about half a second."""

_SOM = 300
"""What one sum costs that is no part of a long number, in bytes of these."""
_STAND = 5
"""What one state of a question costs, in sums, beside the sums in it."""
_MEESTE_PER_VRAAG = 200_000

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
    return sum(_score_product([een.get(schaal, 0) for een in ronde.gewichten], ronde.punten) for ronde in ronden)


def _score_product(gewichten: Iterable[Getal], punten: Iterable[int]) -> Getal:
    return sum(gewicht * punt for gewicht, punt in zip(gewichten, punten, strict=True))


class _Teller:
    """How much may still be reckoned; from a cache costs as much, or the outcome would depend on what came before."""

    def __init__(self, aantal: int) -> None:
        """Give each of several comparisons (`aantal`) its share."""
        self._over = MEESTE_BYTES // aantal

    def check_over(self, kosten: int) -> bool:
        """Take these costs; return False when they were too much."""
        self._over -= kosten
        return self._over >= 0


@lru_cache(maxsize=4096)
def _build_rondeverdeling(gewichten: tuple[Getal, ...], punten: tuple[int, ...]) -> tuple[Mapping[Getal, int], int]:
    """Return the totals of one question when its points are laid on the options in random order, and what that costs.

    Only options with a weight matter: they draw from the points one after the other. Past the bound there are no
    totals. Kept, so nobody can change it.
    """
    standen: dict[tuple[int, ...], Verdeling] = {punten: {0: 1}}
    sommen = 0
    for gewicht in gewichten:
        nieuw: defaultdict[tuple[int, ...], Verdeling] = defaultdict(dict)
        for over, verdeling in standen.items():
            sommen += len(set(over)) * (len(verdeling) + _STAND)
            if sommen > _MEESTE_PER_VRAAG:
                return MappingProxyType({}), sommen * _SOM
            for punt, keren in Counter(over).items():
                plaats = over.index(punt)
                _write_verschoven(nieuw[*over[:plaats], *over[plaats + 1 :]], verdeling, gewicht * punt, keren)
        standen = nieuw
    samen: Verdeling = {}
    for verdeling in standen.values():
        _write_verschoven(samen, verdeling, 0, 1)
    return MappingProxyType(samen), sommen * _SOM


def _write_verschoven(doel: Verdeling, verdeling: Verdeling, punten: Getal, keren: int) -> None:
    """Add a distribution to another with points on top, so many times."""
    for som, wegen in verdeling.items():
        doel[som + punten] = doel.get(som + punten, 0) + wegen * keren


def build_verdeling(ronden: Iterable[Ronde], schaal: str, teller: _Teller | None = None) -> Verdeling:
    """Return the exact distribution of the total of a scale by chance, as a convolution over the questions.

    It is empty when that costs more than the counter has left.
    """
    teller = teller or _Teller(1)
    gehelen, factor = _build_gehelen(ronden)
    delen: list[Mapping[int, int]] = []
    for ronde in gehelen:
        gewichten = tuple(gewicht[schaal] for gewicht in ronde.gewichten if schaal in gewicht)
        deel, kosten = _build_rondeverdeling(gewichten, tuple(sorted(ronde.punten)))
        if not (teller.check_over(kosten) and deel):
            return {}
        delen.append({int(som): wegen for som, wegen in deel.items()})
    samen = _build_samen(delen, teller)
    return {_build_getal(Fraction(som, factor)): wegen for som, wegen in samen.items()} if factor > 1 else samen


def _build_samen(delen: Sequence[Mapping[int, int]], teller: _Teller) -> Verdeling:
    """Return the distribution of the total of independent parts; empty when that costs too much.

    One long number holds a whole distribution (Kronecker substitution): every possible total has a fixed number of
    bytes, in which the number of ways fits. To shift it is to add points, which goes many times as fast as in a dict.
    """
    stap = gcd(*(som - laagste for deel in delen for laagste in [min(deel)] for som in deel)) or 1
    breedte = (prod(sum(deel.values()) for deel in delen).bit_length() + 7) // 8
    gepakt, aantal = 1, 1
    for deel in delen:
        laagste = min(deel)
        aantal += (max(deel) - laagste) // stap
        if not teller.check_over(aantal * breedte * len(deel)):
            return {}
        gepakt = sum((gepakt * keren) << ((som - laagste) // stap * breedte * 8) for som, keren in deel.items())
    if not teller.check_over(aantal * _SOM):
        return {}
    rij, begin = gepakt.to_bytes(aantal * breedte, "little"), sum(map(min, delen))
    wegen = (int.from_bytes(rij[plaats : plaats + breedte], "little") for plaats in range(0, len(rij), breedte))
    return {begin + nummer * stap: keren for nummer, keren in enumerate(wegen) if keren}


def score_staart(verdeling: Verdeling, waarde: Getal) -> Fraction:
    """Return the two-sided probability of a total at least this extreme: twice the smaller tail, at most 1.

    R, for pairs: ``binom.test(chosen, offered)$p.value``.
    """
    lager = sum(wegen for som, wegen in verdeling.items() if som <= waarde)
    hoger = sum(wegen for som, wegen in verdeling.items() if som >= waarde)
    return min(Fraction(1), Fraction(2 * min(lager, hoger), sum(verdeling.values())))


def score_verwacht(ronden: Iterable[Ronde], schaal: str) -> Fraction:
    """Return the mean of the total of a scale by chance: each option gets the mean of the points of its question."""
    return sum(
        (
            Fraction(sum(gewicht.get(schaal, 0) for gewicht in ronde.gewichten) * sum(ronde.punten), len(ronde.punten))
            for ronde in ronden
        ),
        Fraction(0),
    )


def score_toevalsbereik(ronden: Sequence[Ronde], schaal: str, buiten: Fraction, aantal: int) -> tuple[Getal, Getal]:
    """Return the lowest and the highest total that chance leaves; each of several scales (`aantal`) has its share.

    Past the bound they are wider: P(S - E(S) >= t) <= exp(-2 t^2 / S(r^2)), with r the reach of a question
    (Hoeffding 1963, theorem 2), put equal to half of what is left outside.
    """
    gehelen, factor = _build_gehelen(ronden)
    verdeling = build_verdeling(gehelen, schaal, _Teller(aantal))
    if verdeling:
        laagste, hoogste = score_toevalsgrenzen(verdeling, buiten / aantal)
        return Fraction(laagste, factor), Fraction(hoogste, factor)
    bereiken = [_read_bereik(ronde, schaal) for ronde in ronden]
    kwadraten = sum((hoogste - laagste) ** 2 for laagste, hoogste in bereiken)
    afstand = Fraction(sqrt(kwadraten * log(2 * aantal / buiten) / 2))
    verwacht = score_verwacht(ronden, schaal)
    uitersten = [sum(een) for een in zip(*bereiken, strict=True)]
    return max(verwacht - afstand, uitersten[0]), min(verwacht + afstand, uitersten[1])


def _build_gehelen(ronden: Iterable[Ronde]) -> tuple[list[Ronde], int]:
    """Return questions with whole weights, and how many times as heavy these are: whole numbers add up faster."""
    rij = list(ronden)
    factor = lcm(*(een.denominator for ronde in rij for gewicht in ronde.gewichten for een in gewicht.values()))
    if factor == 1:
        return rij, 1
    return [
        ronde._replace(
            gewichten=tuple({naam: int(een * factor) for naam, een in gewicht.items()} for gewicht in ronde.gewichten)
        )
        for ronde in rij
    ], factor


def _read_bereik(ronde: Ronde, schaal: str) -> tuple[Getal, Getal]:
    """Return the lowest and highest total of a question: the highest points on the lightest options, and around."""
    gewichten = sorted(gewicht.get(schaal, 0) for gewicht in ronde.gewichten)
    punten = sorted(ronde.punten)
    return _score_product(gewichten, punten[::-1]), _score_product(gewichten, punten)


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
    if len(schalen) < MINST_OVER:
        return (), ()
    gehelen, _ = _build_gehelen(ronden)
    teller = _Teller(delen)

    def score_uitschieters(over: Sequence[str]) -> dict[str, Fraction]:
        onderling = [deel for ronde in gehelen if (deel := _split_ronde(ronde, frozenset(over))) is not None]
        kansen = _score_kansen(onderling, over, teller)
        kleinste = min(kansen.values(), default=Fraction(1))
        if kleinste * len(over) * delen > NIVEAU_EXACT:
            return {}
        return {naam: _score_saldo(onderling, naam) for naam in over if kansen[naam] == kleinste}

    return compare_stappen({naam: _score_saldo(gehelen, naam) for naam in schalen}, score_uitschieters)


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


def _score_saldo(ronden: Sequence[Ronde], schaal: str) -> Fraction:
    """Return how far the total of a scale lies from what chance expects."""
    return score_punten(ronden, schaal) - score_verwacht(ronden, schaal)


def _score_kansen(ronden: Sequence[Ronde], schalen: Sequence[str], teller: _Teller) -> dict[str, Fraction]:
    """Return per scale the probability of its total by chance; empty when there are too many sums to make."""
    kansen: dict[str, Fraction] = {}
    for naam in schalen:
        verdeling = build_verdeling(ronden, naam, teller)
        if not verdeling:
            return {}
        kansen[naam] = score_staart(verdeling, score_punten(ronden, naam))
    return kansen
