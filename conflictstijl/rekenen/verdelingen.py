"""The distribution that certainty needs: Student's t, in pure Python.

scipy would do the same, at 100 MB and a tenth of a second per start.
"""

from functools import lru_cache
from math import atan, cos, exp, lgamma, log1p, pi, sin, sqrt


@lru_cache(maxsize=256)
def score_t_kwantiel(kans: float, vrijheidsgraden: int) -> float:
    """Return the value below which a t-distributed variable stays with probability `kans` (0.5 <= kans < 1).

    Newton's method from 0: the distribution function is concave there, so every step goes up to the
    root and never past it. R: ``qt(kans, vrijheidsgraden)``.
    """
    t = 0.0
    while (hoger := t + (kans - score_t_kans(t, vrijheidsgraden)) / score_t_dichtheid(t, vrijheidsgraden)) > t:
        t = hoger
    return t


def score_t_dichtheid(t: float, vrijheidsgraden: int) -> float:
    """Return the density of the t distribution at `t`.

    G((v + 1) / 2) / (sqrt(v pi) G(v / 2)) * (1 + t^2 / v)^(-(v + 1) / 2), with G the gamma function
    (Abramowitz and Stegun 1964, 26.7.1). R: ``dt(t, vrijheidsgraden)``.
    """
    half = (vrijheidsgraden + 1) / 2
    top = exp(lgamma(half) - lgamma(vrijheidsgraden / 2)) / sqrt(vrijheidsgraden * pi)
    return top * exp(-half * log1p(t * t / vrijheidsgraden))


def score_t_kans(t: float, vrijheidsgraden: int) -> float:
    """Return the probability that a t-distributed variable is at most `t`.

    (1 + A) / 2, with A the finite series for whole degrees of freedom (Abramowitz and Stegun 1964,
    26.7.3 and 26.7.4). R: ``pt(t, vrijheidsgraden)``.
    """
    hoek = atan(t / sqrt(vrijheidsgraden))
    kwadraat = cos(hoek) ** 2
    oneven = vrijheidsgraden % 2
    term, reeks = cos(hoek) if oneven else 1.0, 0.0
    for macht in range(oneven, vrijheidsgraden - 1, 2):
        reeks += term
        term *= (macht + 1) / (macht + 2) * kwadraat
    tussen = sin(hoek) * reeks
    return (1 + (2 / pi * (hoek + tussen) if oneven else tussen)) / 2
