"""Certainty without a norm group: what one person's own answers can carry.

Nothing here compares people. The noise is that of this person in these statements, not of another day.
Comparing is exact (fractions), so that scales that tie in the answers tie here too.
"""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from math import lcm, sqrt
from typing import NamedTuple

from conflictstijl.rekenen.labels import NIVEAU, Labels, compare_stappen
from conflictstijl.rekenen.verdelingen import score_t_kwantiel

BETROUWBAARHEID = 0.95
"""Coverage of the interval around a scale value."""

VLOER = Fraction(1, 64)
"""Smallest variance believed, as a share of the squared range: 0.25 on a scale from 1 to 5."""


class Bijdragen(NamedTuple):
    """What the keyed answers of one scale add up to."""

    aantal: int
    gemiddelde: Fraction
    """Weighted mean."""
    aandeel: Fraction
    """Variance of the weighted mean per unit of variance; 1/n with equal weights."""
    kwadraten: Fraction
    """Sum of squared deviations from the unweighted mean."""


def build_bijdragen(waarden: Sequence[int], gewichten: Sequence[Fraction]) -> Bijdragen:
    """Return the sums of keyed answers (at least one) with their weights.

    Mean S(w x) / S(w), share S(w^2) / S(w)^2, squares S(x^2) - S(x)^2 / n. The squares leave the
    weights out, so that squares / (n - 1) estimates the variance of one answer without bias.
    R: ``weighted.mean(x, w)``, ``sum(w^2) / sum(w)^2`` and ``var(x) * (length(x) - 1)``.
    """
    noemer = lcm(*(gewicht.denominator for gewicht in gewichten))
    gehele = [int(gewicht * noemer) for gewicht in gewichten]
    aantal, totaal = len(waarden), sum(gehele)
    return Bijdragen(
        aantal,
        Fraction(sum(gewicht * waarde for gewicht, waarde in zip(gehele, waarden, strict=True)), totaal),
        Fraction(sum(gewicht * gewicht for gewicht in gehele), totaal * totaal),
        Fraction(aantal * sum(waarde * waarde for waarde in waarden) - sum(waarden) ** 2, aantal),
    )


def score_variantie(schalen: Iterable[Bijdragen], bereik: int) -> tuple[float, int]:
    """Return this person's pooled within-scale variance and its degrees of freedom.

    S(squares) / S(n - 1) over the scales, never below the floor `bereik`^2 / 64. An answer that counts
    in two scales is taken as two answers. R, for the answers ``x`` with their scale ``g``:
    ``fit <- lm(x ~ 0 + g); sigma(fit)^2; df.residual(fit)``.
    """
    kwadraten, vrijheid = Fraction(0), 0
    for schaal in schalen:
        kwadraten += schaal.kwadraten
        vrijheid += schaal.aantal - 1
    return float(max(kwadraten / max(vrijheid, 1), bereik * bereik * VLOER)), vrijheid


def score_marges(schalen: Mapping[str, Bijdragen], bereik: int) -> dict[str, float]:
    """Return per scale the half width t(0.975, df) * sqrt(variance * share) of its interval.

    Variance and df are those of `score_variantie`. Empty when no scale has two answers. R, for equal
    weights: ``apply(confint(lm(x ~ 0 + g)), 1, diff) / 2``.
    """
    variantie, vrijheid = score_variantie(schalen.values(), bereik)
    if not vrijheid:
        return {}
    t = score_t_kwantiel((1 + BETROUWBAARHEID) / 2, vrijheid)
    return {naam: t * sqrt(variantie * schaal.aandeel) for naam, schaal in schalen.items()}


def score_intervallen(schalen: Mapping[str, Bijdragen], laagste: int, hoogste: int) -> dict[str, tuple[float, float]]:
    """Return per scale the interval mean +/- half width (see `score_marges`), clipped to the scale."""
    return {
        naam: (max(laagste, schalen[naam].gemiddelde - marge), min(hoogste, schalen[naam].gemiddelde + marge))
        for naam, marge in score_marges(schalen, hoogste - laagste).items()
    }


def compare_schalen(schalen: Mapping[str, Bijdragen], bereik: int, delen: int = 1) -> Labels:
    """Return the scales that differ from the others by more than this person's own noise.

    The contrast of a scale is (m - mean of the others) / sqrt(variance * (share + S(shares of the
    others) / (k - 1)^2)) with k scales still in. The largest one must pass t(1 - NIVEAU / 2k, df), with
    df and variance from all scales (Bonferroni); then as in `compare_stappen`. R: with ``fit`` as in
    `score_variantie`, means ``m`` and shares ``a``, ``abs(m[1] - mean(m[-1])) / (sigma(fit) *
    sqrt(a[1] + sum(a[-1]) / (k - 1)^2)) > qt(1 - 0.03 / (2 * k), df.residual(fit))``.
    Of a questionnaire with several parts scored by themselves (`delen`) each gets its share of NIVEAU.
    """
    variantie, vrijheid = score_variantie(schalen.values(), bereik)
    if not vrijheid:
        return (), ()

    def score_uitschieters(over: Sequence[str]) -> dict[str, Fraction]:
        contrasten = _score_contrasten({naam: schalen[naam] for naam in over})
        verste = max(map(abs, contrasten.values()))
        if verste <= score_t_kwantiel(1 - NIVEAU / (2 * len(over) * delen), vrijheid) ** 2 * variantie:
            return {}
        return {naam: contrast for naam, contrast in contrasten.items() if abs(contrast) == verste}

    som = sum(schaal.gemiddelde for schaal in schalen.values())
    saldo = {naam: len(schalen) * schaal.gemiddelde - som for naam, schaal in schalen.items()}
    return compare_stappen(saldo, score_uitschieters)


def _score_contrasten(schalen: Mapping[str, Bijdragen]) -> dict[str, Fraction]:
    """Return per scale its squared t value against the mean of the others, times the variance, with its sign."""
    anderen = len(schalen) - 1
    som = sum(schaal.gemiddelde for schaal in schalen.values())
    aandelen = sum(schaal.aandeel for schaal in schalen.values())
    contrasten: dict[str, Fraction] = {}
    for naam, schaal in schalen.items():
        verschil = schaal.gemiddelde - (som - schaal.gemiddelde) / anderen
        aandeel = schaal.aandeel + (aandelen - schaal.aandeel) / anderen**2
        contrasten[naam] = verschil * abs(verschil) / aandeel
    return contrasten
