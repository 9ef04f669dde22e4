"""How far the statements of a scale go together: alpha, its interval, item-rest correlations and the error of a score.

All but the interval comes from the covariances of the keyed answers (reversed ones turned, times their weight), and is
reckoned exactly until the value leaves.
"""

from collections.abc import Sequence
from fractions import Fraction
from math import sqrt

from conflictstijl.rekenen.fverdeling import score_f_kwantiel

BETROUWBAARHEID = 0.95
"""Coverage of the interval around alpha."""
MINSTE_VOOR_ALFA = 2
"""Statements in a scale, for alpha to exist."""

Matrix = Sequence[Sequence[Fraction]]
"""Covariances of the statements of one scale: square, and the same across its diagonal."""


def score_alfa(covarianties: Matrix) -> Fraction | None:
    """Return Cronbach's alpha: k / (k - 1) (1 - S(c_ii) / S(c_ij)).

    Cronbach (1951). None for fewer than two statements, or when the sum of all covariances is not above nought.
    R: ``psych::alpha(x)$total$raw_alpha`` with covariances pairwise, and for complete rows on ``na.omit(x)``.
    """
    aantal = len(covarianties)
    eigen = sum((rij[plaats] for plaats, rij in enumerate(covarianties)), Fraction(0))
    return _score_alfa(aantal, eigen, _score_som(covarianties))


def score_alfa_zonder(covarianties: Matrix, plaats: int) -> Fraction | None:
    """Return the alpha of a scale without one statement; None as in `score_alfa`.

    R: ``psych::alpha(x)$alpha.drop$raw_alpha``, for three statements or more.
    """
    rest = [
        [cel for kolom, cel in enumerate(rij) if kolom != plaats]
        for nummer, rij in enumerate(covarianties)
        if nummer != plaats
    ]
    return score_alfa(rest)


def score_item_rest(covarianties: Matrix, plaats: int) -> float | None:
    """Return the correlation of one statement with the sum of the others: c_ir / sqrt(c_ii c_rr).

    c_ir is the sum of its covariances with the others, c_rr that of all covariances among these (corrected item-total
    correlation, Nunnally and Bernstein 1994). None when it is constant, or the others together are.
    R: ``psych::alpha(x)$item.stats$r.drop``.
    """
    eigen = covarianties[plaats][plaats]
    samen = sum(covarianties[plaats], Fraction(0)) - eigen
    spreiding = eigen * (_score_som(covarianties) - eigen - 2 * samen)
    return float(samen) / sqrt(spreiding) if spreiding > 0 else None


def score_interval(alfa: Fraction, mensen: int, stellingen: int) -> tuple[float, float]:
    """Return the interval around an alpha: 1 - (1 - alpha) F, with F at 0.975 and at 0.025.

    The degrees of freedom are n - 1 and (n - 1)(k - 1) (Feldt, Woodruff and Salih 1987). It holds for people drawn at
    random; with gaps n is the number of people with an answer. R: ``psych::alpha.ci(alfa, n, k)``.
    """
    vrijheid = mensen - 1, (mensen - 1) * (stellingen - 1)
    staart = (1 - BETROUWBAARHEID) / 2
    onder, boven = (1 - float(1 - alfa) * score_f_kwantiel(kans, *vrijheid) for kans in (1 - staart, staart))
    return onder, boven


def score_meetfout(spreiding: float, betrouwbaarheid: Fraction) -> float:
    """Return the standard error of measurement: SD sqrt(1 - r) (Lord and Novick 1968).

    R: ``sd(rowMeans(x, na.rm = TRUE)) * sqrt(1 - alfa)``.
    """
    return spreiding * sqrt(1 - betrouwbaarheid)


def score_samenhang(eigen: Matrix, ander: Matrix, tussen: Matrix) -> float | None:
    """Return the correlation of two scales: the sum of the covariances between over the roots of those within.

    None when one of them is constant. R: ``psych::scoreItems(keys, x, impute = "none")$cor``, or
    ``cov2cor(t(K) %*% cov(x, use = "pairwise") %*% K)`` with a column of K per scale.
    """
    spreiding = _score_som(eigen) * _score_som(ander)
    return float(_score_som(tussen)) / sqrt(spreiding) if _score_som(eigen) > 0 and spreiding > 0 else None


def _score_alfa(aantal: int, eigen: Fraction, totaal: Fraction) -> Fraction | None:
    if aantal < MINSTE_VOOR_ALFA or totaal <= 0:
        return None
    return Fraction(aantal, aantal - 1) * (1 - eigen / totaal)


def _score_som(matrix: Matrix) -> Fraction:
    return sum((cel for rij in matrix for cel in rij), Fraction(0))
