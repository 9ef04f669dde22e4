"""Who is in a group file twice: by key the last row counts; without a key equal rows are only pointed out."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from operator import itemgetter
from typing import NamedTuple

from conflictstijl.invoer.overslaan import NIETS, Overslaan
from conflictstijl.invoer.plaatsen import build_rijmelding
from conflictstijl.model.tabel import Invoermelding, Kolommenkaart, Tabel

Cellen = Sequence[str]
Rijplek = tuple[int, int]
"""A row: the number of its table in the input (from 0), and its number in the file (from 1)."""
Rij = tuple[Rijplek, Cellen]
Meld = Callable[[Invoermelding], None]
Volg = Callable[[Iterator[Rij]], Iterator[Rij]]
"""Passes rows on, and shows how far they are."""

MEESTE_RIJEN = 50_000
"""At least so many rows back equal answers without a key are seen; memory does not grow beyond twice as many."""


class Bron(NamedTuple):
    """One table of the input, and where its answers stand."""

    tabel: Tabel
    kaart: Kolommenkaart
    plaatsen: tuple[int | None, ...]
    """Per question of the questionnaire the index of its cell in a row; None when the table has it not."""
    over: Overslaan = NIETS
    """Rows that the user leaves out."""
    meldingen: tuple[Invoermelding, ...] = ()
    """What was seen when the table was opened."""

    def read_antwoorden(self, cellen: Cellen) -> tuple[str, ...]:
        """Return the cells of a row that hold answers."""
        return tuple(cellen[plaats] for plaats in self.plaatsen if plaats is not None)


def read_vervangen(
    rijen: Iterable[Rij], sleutels: Sequence[Callable[[Cellen], str]], vervangen: dict[Rijplek, Rijplek]
) -> Iterator[Rij]:
    """Pass rows on; `vervangen` gets each row that a later one of the same person takes the place of, with that one."""
    gezien: dict[str, int] = {}
    aantal = len(sleutels)
    for plek, cellen in rijen:
        sleutel = sleutels[plek[0]](cellen)
        if sleutel:
            # a row as one number: of a million people it takes far less memory than a place does
            nummer = plek[1] * aantal + plek[0]
            eerder = gezien.setdefault(sleutel, nummer)
            if eerder != nummer:
                rij, tabel = divmod(eerder, aantal)
                vervangen[tabel, rij] = plek
                gezien[sleutel] = nummer
        yield plek, cellen


def read_laatsten(
    rijen: Iterable[Rij], bronnen: Sequence[Bron], vervangen: Mapping[Rijplek, Rijplek], meld: Meld
) -> Iterator[Rij]:
    """Pass on only the last row of every person, and tell about the others."""
    wacht: dict[Rijplek, tuple[Rijplek, tuple[str, ...]]] = {}
    for plek, cellen in rijen:
        if plek in wacht or plek in vervangen:
            antwoorden = bronnen[plek[0]].read_antwoorden(cellen)
            if plek in wacht:
                eerder, gegeven = wacht.pop(plek)
                meld(_build_dubbel(bronnen, eerder, plek, gelijk=gegeven == antwoorden))
            if plek in vervangen:
                wacht[vervangen[plek]] = plek, antwoorden
                continue
        yield plek, cellen


def read_gelijken(rijen: Iterable[Rij], bronnen: Sequence[Bron], meld: Meld) -> Iterator[Rij]:
    """Pass all rows on; where a table has no key, tell about a row with the very same answers as one not far before."""
    gezien: dict[int, Rijplek] = {}
    vorige: dict[int, Rijplek] = {}
    pakkers = [_build_pakker(bron) if bron.kaart.sleutel is None else None for bron in bronnen]
    for plek, cellen in rijen:
        pak = pakkers[plek[0]]
        if pak:
            antwoorden = hash(pak(cellen))
            eerder = gezien.get(antwoorden) or vorige.get(antwoorden)
            if eerder is None:
                if len(gezien) >= MEESTE_RIJEN:
                    gezien, vorige = {}, gezien
                gezien[antwoorden] = plek
            elif any(bronnen[plek[0]].read_antwoorden(cellen)):
                meld(_build_gelijk(bronnen, eerder, plek))
        yield plek, cellen


def _build_pakker(bron: Bron) -> Callable[[Cellen], object]:
    """Return what takes the cells with answers out of a row."""
    return itemgetter(*(plaats for plaats in bron.plaatsen if plaats is not None))


def _build_dubbel(bronnen: Sequence[Bron], eerder: Rijplek, later: Rijplek, *, gelijk: bool) -> Invoermelding:
    bron, waar = bronnen[eerder[0]], _render_rij(bronnen, eerder, later)
    if gelijk:
        wat = f"dezelfde deelnemer met dezelfde antwoorden als {waar}"
        return build_rijmelding(bron.tabel, eerder[1], "dubbel", wat, "telt één keer")
    wat = f"dezelfde deelnemer stuurde later opnieuw in: {waar}"
    return build_rijmelding(bron.tabel, eerder[1], "opnieuw-ingestuurd", wat, "laatste telt")


def _build_gelijk(bronnen: Sequence[Bron], eerder: Rijplek, later: Rijplek) -> Invoermelding:
    wat = f"precies dezelfde antwoorden als {_render_rij(bronnen, later, eerder)}; misschien twee keer ingestuurd"
    return build_rijmelding(bronnen[later[0]].tabel, later[1], "gelijke-rij", wat, "telt mee")


def _render_rij(bronnen: Sequence[Bron], hier: Rijplek, daar: Rijplek) -> str:
    """Return a row in words, with its table when that is another one than where it is told."""
    if hier[0] == daar[0]:
        return f"rij {daar[1]}"
    tabel = bronnen[daar[0]].tabel
    return f"rij {daar[1]} van {tabel.bestand}"
