"""The F distribution, in pure Python: what the interval around an alpha needs."""

from functools import lru_cache
from math import exp, lgamma, log, log1p

_KLEIN = 1e-300
"""Stands for a nought that must not divide."""
_NAUWKEURIG = 1e-15
_MEESTE_STAPPEN = 100_000
"""Far more than a million people need; the fraction takes about the root of the degrees of freedom."""


@lru_cache(maxsize=64)
def score_f_kwantiel(kans: float, teller: int, noemer: int) -> float:
    """Return the value below which an F-distributed variable stays with probability `kans` (0 < kans < 1).

    By halving: the distribution function only goes up. `teller` and `noemer` are the degrees of freedom.
    R: ``qf(kans, teller, noemer)``.
    """
    laag, hoog = 0.0, 1.0
    while score_f_kans(hoog, teller, noemer) < kans:
        laag, hoog = hoog, 2 * hoog
    while laag < (midden := (laag + hoog) / 2) < hoog:
        if score_f_kans(midden, teller, noemer) < kans:
            laag = midden
        else:
            hoog = midden
    return hoog


def score_f_kans(f: float, teller: int, noemer: int) -> float:
    """Return the probability that an F-distributed variable is at most `f` (0 or more).

    I_x(v1 / 2, v2 / 2) with x = v1 f / (v1 f + v2) (Abramowitz and Stegun 1964, 26.6.2). R: ``pf(f, teller, noemer)``.
    """
    deel = teller * f
    return _score_beta(deel / (deel + noemer), noemer / (deel + noemer), teller / 2, noemer / 2)


def _score_beta(x: float, rest: float, a: float, b: float) -> float:
    """Return the regularised incomplete beta function I_x(a, b), with `rest` = 1 - x.

    x^a (1 - x)^b / (a B(a, b)) times a continued fraction, on the side where that is short (DLMF 8.17.22 and
    8.17.4). R: ``pbeta(x, a, b)``.
    """
    if x <= 0:
        return 0.0
    if x > (a + 1) / (a + b + 2):
        return 1 - _score_beta(rest, x, b, a)
    top = a * log(x) + b * (log(rest) if rest < x else log1p(-x)) + lgamma(a + b) - lgamma(a) - lgamma(b)
    return exp(top) / (a * _score_kettingbreuk(x, a, b))


def _score_kettingbreuk(x: float, a: float, b: float) -> float:
    """Return 1 + d1 / (1 + d2 / (1 + ...)) with the terms of DLMF 8.17.23, by the method of Lentz (1976)."""
    waarde = boven = 1.0
    onder, stap, factor = 0.0, 0, 0.0
    while abs(factor - 1) > _NAUWKEURIG and stap < _MEESTE_STAPPEN:
        stap += 1
        m = stap // 2
        if stap % 2:
            term = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        else:
            term = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        onder = 1 / (1 + term * onder or _KLEIN)
        boven = 1 + term / boven or _KLEIN
        factor = boven * onder
        waarde *= factor
    return waarde
