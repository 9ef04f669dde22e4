"""How wide a row has to be: in a text file one that is too short or too long may have shifted, and is not guessed."""

from collections.abc import Callable, Sequence
from itertools import islice

from conflictstijl.invoer.plaatsen import build_rijmelding
from conflictstijl.model.tabel import Invoermelding, Kolommenkaart, Rijstapel, Tabel, build_rijstapel

OVERGESLAGEN = "overgeslagen"
_STEEKPROEF = 300

Meld = Callable[[Invoermelding], None]
Rij = tuple[int, Sequence[str]]
"""A row with its number: of the row in the file, of the column when people are columns."""
Passend = Callable[[Rijstapel], Rijstapel | None]
"""Gives rows as wide as the header, without the blank ones and those that may have shifted; None when none is left."""


def count_breedte(kaart: Kolommenkaart, kop: Sequence[str]) -> int:
    """Return how wide a row is: as the header, or wider where another header row names a column behind it."""
    genoemd = [*kaart.persoonlijk, *(plaats for plaats, _ in kaart.overig)]
    if kaart.sleutel is not None:
        genoemd.append(kaart.sleutel)
    return max([len(kop), *(plaats + 1 for plaats in genoemd)])


def build_passend(tabel: Tabel, kaart: Kolommenkaart, koppen: Sequence[Sequence[str]], meld: Meld) -> Passend:
    """Return what makes rows as wide as the header, the last of `koppen`; what may have shifted is reported."""
    breedte = count_breedte(kaart, koppen[-1])
    is_kort = _build_korttoets(tabel, kaart, koppen)

    def pas(nummer: int, cellen: Sequence[str]) -> Sequence[str] | None:
        if not any(cellen):
            return None
        if len(cellen) == breedte:
            return cellen
        if not tabel.werkboek and (is_kort(cellen) if len(cellen) < breedte else any(map(str.strip, cellen[breedte:]))):
            wat = render_verschoven(len(cellen), breedte)
            meld(build_rijmelding(tabel, nummer, "verschoven", wat, OVERGESLAGEN))
            return None
        return [*cellen[:breedte], *[""] * (breedte - len(cellen))]

    def passend(stapel: Rijstapel) -> Rijstapel | None:
        if stapel.read_breedtes() == {breedte} and (not tabel.werkboek or stapel.check_gevuld()):
            return stapel
        return build_rijstapel([(nummer, heel) for nummer, cellen in stapel if (heel := pas(nummer, cellen))])

    return passend


def render_verschoven(cellen: int, breedte: int) -> str:
    """Return that a row has another number of cells than the header."""
    return f"deze rij heeft {cellen} cellen en de kop {breedte}: is er iets verschoven?"


def _build_korttoets(
    tabel: Tabel, kaart: Kolommenkaart, koppen: Sequence[Sequence[str]]
) -> Callable[[Sequence[str]], bool]:
    """Return what tells that a cell may be missing from the middle of a short row.

    None is where all questions are there and the row ends in something, or where all rows end before columns that
    have no name.
    """
    vragen = [kolom.plaats for kolom in kaart.kolommen]
    nodig = 1 + max([*vragen, -1 if kaart.sleutel is None else kaart.sleutel])
    genoemd = max(
        len(kop) - next((i for i, cel in enumerate(reversed(kop)) if cel.strip()), len(kop)) for kop in koppen
    )
    rijen = islice(tabel.read(), kaart.koprij, kaart.koprij + _STEEKPROEF)
    breedtes = {len(rij) for rij in rijen if any(rij)}
    gewoon = breedtes if len(breedtes) == 1 and min(breedtes) >= max(genoemd, nodig) else ()
    return lambda cellen: len(cellen) not in gewoon and not (len(cellen) >= nodig and cellen[-1].strip())
