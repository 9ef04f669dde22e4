"""One factor behind the statements of a scale, and the omega that follows from it."""

from collections.abc import Sequence
from math import fsum, sqrt

MINSTE_VOOR_FACTOR = 3
"""Statements in a scale: two have one correlation, and that fixes no two loadings."""
_MEESTE_RONDEN = 2000
_NAUWKEURIG = 1e-12


def score_ladingen(correlaties: Sequence[Sequence[float]]) -> tuple[float, ...] | None:
    """Return the loadings on one factor by minimum residual: S(r_ij - l_i l_j)^2 over i < j is least.

    Each loading in turn is set to S(r_ij l_j) / S(l_j^2) over the others, which is the least with these, until no
    loading moves by more than 1e-12 (Harman and Jones 1966; Comrey 1962). The start is the correlation of each
    statement with their sum. None when that sum is constant, with fewer than three statements, when it does not
    settle, or when a loading reaches 1 (a Heywood case: no part of its own is left to that statement).
    R: ``psych::fa(cor(x, use = "pairwise"), 1, fm = "minres")$loadings``.
    """
    totaal = fsum(cel for rij in correlaties for cel in rij)
    if len(correlaties) < MINSTE_VOOR_FACTOR or totaal <= 0:
        return None
    ladingen = [fsum(rij) / sqrt(totaal) for rij in correlaties]
    for _ in range(_MEESTE_RONDEN):
        vorige = list(ladingen)
        for plaats, rij in enumerate(correlaties):
            ladingen[plaats] = _score_lading(rij, ladingen, plaats)
        if max(abs(nu - toen) for nu, toen in zip(ladingen, vorige, strict=True)) < _NAUWKEURIG:
            return tuple(ladingen) if max(map(abs, ladingen)) < 1 else None
    return None


def _score_lading(rij: Sequence[float], ladingen: Sequence[float], plaats: int) -> float:
    anderen = [(r, lading) for nummer, (r, lading) in enumerate(zip(rij, ladingen, strict=True)) if nummer != plaats]
    kwadraten = fsum(lading * lading for _, lading in anderen)
    return fsum(r * lading for r, lading in anderen) / kwadraten if kwadraten else 0.0


def score_omega(ladingen: Sequence[float]) -> float:
    """Return omega total of one factor: (S l)^2 / ((S l)^2 + S(1 - l^2)) (McDonald 1999).

    R: ``l <- psych::fa(cor(x, use = "pairwise"), 1)$loadings; sum(l)^2 / (sum(l)^2 + sum(1 - l^2))``.
    """
    gedeeld = fsum(ladingen) ** 2
    return gedeeld / (gedeeld + fsum(1 - lading * lading for lading in ladingen))
