"""The same scales in several series as a picture, where these can be read on one axis."""

from collections.abc import Collection, Sequence
from fractions import Fraction

from conflictstijl.model.document import Punt, Puntenbeeld, Puntenrij, Tabel

PAAR = 2
GROTER = "groter dan toeval"
TE_KLEIN = "te klein verschil"
GELIJK = "gelijk"
_MEESTE_REEKSEN = 6
"""More series than this are read better in a table alone."""


def build_beeld(
    tabel: Tabel,
    reeksen: Sequence[str],
    rijen: Sequence[Puntenrij],
    bereiken: Collection[tuple[Fraction, Fraction]],
    schaal: str,
) -> Puntenbeeld | Tabel:
    """Return a picture with the table that holds its facts; the table alone where nothing can be laid side by side.

    `bereiken` are the ends that each scale can reach: with different ones there is no axis for all.
    """
    te_tekenen = any(sum(punt.waarde is not None for punt in rij.punten) >= PAAR for rij in rijen)
    if len(set(bereiken)) != 1 or len(reeksen) > _MEESTE_REEKSEN or not te_tekenen:
        return tabel
    ((laag, hoog),) = set(bereiken)
    return Puntenbeeld(tuple(reeksen), tuple(rijen), float(laag), float(hoog), schaal, (tabel,))


def build_rij(
    naam: str, punten: Sequence[Punt], *, verschil: Fraction | None = None, duidelijk: bool | None = None
) -> Puntenrij:
    """Return two values side by side with the word for what their difference is worth; none where that is unknown."""
    if verschil is None or duidelijk is None:
        return Puntenrij(naam, tuple(punten))
    woord = GROTER if duidelijk else TE_KLEIN if verschil else GELIJK
    return Puntenrij(naam, tuple(punten), woord, duidelijk)
