"""A score held against something outside the person: bands of the author, or a norm group."""

from collections.abc import Sequence
from fractions import Fraction

from conflictstijl.model.norm import Normgroep
from conflictstijl.model.vragenlijst import Band


def read_band(banden: Sequence[Band], score: Fraction) -> str | None:
    """Return the id of the band in which a score lies, None below the lowest or without bands."""
    passend = [band.id for band in banden if band.ondergrens <= score]
    return passend[-1] if passend else None


def score_percentiel(normen: Normgroep | None, schaal: str, score: Fraction) -> float | None:
    """Return the percentage of the norm group below a score, with half of those who had the same one.

    100 (b + e / 2) / n, with b people below and e people equal (mid-percentile, Crawford, Garthwaite and
    Slick 2009); n counts the people of this scale. A table cannot hold a third: equal is what has the same
    decimals as far as the table has them. None without a norm group.
    R: ``100 * (mean(x < s) + mean(x == s) / 2)``, with a half of the last decimal rounded away from zero.
    """
    if normen is None or schaal not in normen.tabel:
        return None
    eigen = _build_afgerond(score, normen.decimalen)
    rijen = [(_build_afgerond(waarde, normen.decimalen), aantal) for waarde, aantal in normen.tabel[schaal]]
    lager = sum(aantal for waarde, aantal in rijen if waarde < eigen)
    gelijk = sum(aantal for waarde, aantal in rijen if waarde == eigen)
    return float(Fraction(100 * (2 * lager + gelijk), 2 * sum(aantal for _, aantal in rijen)))


def _build_afgerond(score: Fraction, decimalen: int) -> int:
    """Return a score as a whole number of its last decimal, a half away from zero as spreadsheets do."""
    grootte = int(abs(score) * 10**decimalen + Fraction(1, 2))
    return grootte if score > 0 else -grootte
