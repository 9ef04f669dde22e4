"""Which column tells people apart, and the key it gives for a row."""

from collections.abc import Mapping, Sequence

from conflictstijl.invoer.kolomsoorten import check_anoniem, read_rang, read_volgnummer
from conflictstijl.model.tabel import Kolommenkaart, Rijstapel
from conflictstijl.tekst import fold_tekst

_MINSTE_VERSCHEIDENHEID = 3
"""A key of which each value stands in more rows than this, on average, names groups and not people."""


def read_sleutel(koppen: Mapping[int, Sequence[str]], rijen: Sequence[Sequence[str]]) -> int | None:
    """Return the best column to tell people apart: named as one, filled in most rows, and not the same everywhere."""
    rangen = {plaats: rang for plaats, namen in koppen.items() if (rang := read_rang(namen)) is not None}
    op_rang = sorted(rangen, key=lambda plaats: (rangen[plaats], plaats))
    volgnummer = read_volgnummer(koppen)
    kandidaten = op_rang if volgnummer is None else [*op_rang, volgnummer]
    return next((plaats for plaats in kandidaten if _check_kolom([_read_cel(rij, plaats) for rij in rijen])), None)


def _read_cel(rij: Sequence[str], plaats: int) -> str:
    return rij[plaats] if plaats < len(rij) else ""


def _check_kolom(cellen: Sequence[str]) -> bool:
    gevuld = [fold_tekst(cel) for cel in cellen if not check_anoniem(cel)]
    soorten = len(set(gevuld))
    genoeg = len(gevuld) * 2 > len(cellen)
    # of one row nobody can say that its key is always the same
    return genoeg and (soorten > 1 or len(cellen) == 1) and soorten * _MINSTE_VERSCHEIDENHEID >= len(gevuld)


def fold_sleutel(cel: str) -> str:
    """Return a key as it is compared: the same code in other letters or with another space is the same person."""
    # of plain letters, what folding does in a tenth of the time
    gevouwen = " ".join(cel.lower().split()) if cel.isascii() else fold_tekst(cel)
    return "" if gevouwen in _ZONDER_NAAM else gevouwen


_ZONDER_NAAM = frozenset(("", "anonymous", "anoniem"))


def fold_sleutels(cellen: Sequence[str]) -> list[str]:
    """Return the keys in a column as they are compared."""
    kolom = "\n".join(cellen).lower()
    woorden = kolom.split()
    # plain words without a space too many, as most codes are, take no look at each
    plat = kolom.isascii() and kolom == "\n".join(woorden) and len(woorden) == len(cellen)
    return woorden if plat and _ZONDER_NAAM.isdisjoint(woorden) else list(map(fold_sleutel, cellen))


def read_sleutels(kaart: Kolommenkaart, stapel: Rijstapel) -> list[str]:
    """Return the key of every row; an empty key for who has none."""
    return [""] * len(stapel.nummers) if kaart.sleutel is None else fold_sleutels(stapel.read_kolom(kaart.sleutel))
