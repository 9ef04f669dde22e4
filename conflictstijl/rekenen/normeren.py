"""A score held against something outside the person: bands of the author, or a norm group."""

from collections.abc import Sequence
from fractions import Fraction
from math import sqrt

from conflictstijl.model.norm import Normgroep
from conflictstijl.model.vragenlijst import Band

_Z = 1.96
"""Normal quantile of an interval of 95%."""


def read_band(banden: Sequence[Band], score: Fraction) -> str | None:
    """Return the id of the band in which a score lies, None below the lowest or without bands."""
    passend = [band.id for band in banden if band.ondergrens <= score]
    return passend[-1] if passend else None


def score_percentiel(normen: Normgroep | None, schaal: str, score: Fraction) -> float | None:
    """Return the percentage of the norm group below a score, with half of those who had the same one.

    100 (b + e / 2) / n, with b people below and e people equal (mid-percentile, Crawford, Garthwaite and
    Slick 2009); n counts the people of this scale. A table cannot hold a third: equal is what has the same
    decimals as far as the table has them, or what is in the same class of scores. None without a norm group.
    R: ``100 * (mean(x < s) + mean(x == s) / 2)``, with a half of the last decimal rounded away from zero.
    """
    if normen is None or schaal not in normen.tabel:
        return None
    if normen.klassen:
        return _score_klasse(normen.tabel[schaal], score)
    eigen = _build_afgerond(score, normen.decimalen)
    rijen = [(_build_afgerond(waarde, normen.decimalen), aantal) for waarde, aantal in normen.tabel[schaal]]
    lager = sum(aantal for waarde, aantal in rijen if waarde < eigen)
    gelijk = sum(aantal for waarde, aantal in rijen if waarde == eigen)
    return float(Fraction(100 * (2 * lager + gelijk), 2 * sum(aantal for _, aantal in rijen)))


def _score_klasse(klassen: Sequence[tuple[Fraction, int]], score: Fraction) -> float:
    """Return the same for classes of scores, each known by its highest: b below the own class, e in it."""
    lager = sum(aantal for hoogste, aantal in klassen if hoogste < score)
    gelijk = next((aantal for hoogste, aantal in klassen if hoogste >= score), 0)
    return float(Fraction(100 * (2 * lager + gelijk), 2 * sum(aantal for _, aantal in klassen)))


def score_normmarge(normen: Normgroep | None, schaal: str) -> float | None:
    """Return the half interval around a score that a norm group gives: 1.96 SD sqrt(1 - r).

    The standard error of measurement with the spread and the reliability of a norm group (Lord and Novick 1968), at
    95%. None without these. A norm table inside a questionnaire gives none: results kept with it have the interval of
    the person's own answers. R: ``1.96 * sd * sqrt(1 - r)``.
    """
    if normen is None or normen.spreiding is None or normen.betrouwbaarheid is None:
        return None
    return _Z * float(normen.spreiding[schaal]) * sqrt(1 - normen.betrouwbaarheid.waarden[schaal])


def score_spreiding(rijen: Sequence[tuple[Fraction, int]]) -> float:
    """Return the standard deviation of a table of scores: sqrt(S(f (x - m)^2) / (n - 1)).

    With f people of each score x, n people together and mean m; 0 for one person. R: ``sd(rep(score, aantal))``.
    """
    n = sum(aantal for _, aantal in rijen)
    if n <= 1:
        return 0.0
    midden = sum((score * aantal for score, aantal in rijen), Fraction(0)) / n
    return sqrt(sum((aantal * (score - midden) ** 2 for score, aantal in rijen), Fraction(0)) / (n - 1))


def _build_afgerond(score: Fraction, decimalen: int) -> int:
    """Return a score as a whole number of its last decimal, a half away from zero as spreadsheets do."""
    grootte = int(abs(score) * 10**decimalen + Fraction(1, 2))
    return grootte if score > 0 else -grootte
