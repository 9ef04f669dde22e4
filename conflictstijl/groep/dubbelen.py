"""Who is in a group file twice: by key the last row counts; without a key equal rows are only pointed out."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import repeat
from typing import NamedTuple

from conflictstijl.invoer.overslaan import NIETS, Overslaan
from conflictstijl.invoer.plaatsen import build_rijmelding
from conflictstijl.invoer.sleutelkolom import read_sleutels
from conflictstijl.model.tabel import Invoermelding, Kolommenkaart, Rijstapel, Tabel, build_rijstapel

Cellen = Sequence[str]
Rijplek = tuple[int, int]
"""A row: the number of its table in the input (from 0), and its number in the file (from 1)."""
Rij = tuple[Rijplek, Cellen]
Meld = Callable[[Invoermelding], None]

MEESTE_RIJEN = 50_000
"""At least so many rows back equal answers without a key are seen; memory does not grow beyond twice as many."""


class Stapel(NamedTuple):
    """Rows of one table of the input, that go through the program together."""

    tabel: int
    deel: Rijstapel

    def read_rijen(self) -> Iterator[Rij]:
        """Yield the rows with where they stand."""
        for nummer, cellen in self.deel:
            yield (self.tabel, nummer), cellen


Volg = Callable[[Iterator[Stapel]], Iterator[Stapel]]
"""Passes rows on, and shows how far they are."""


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

    @property
    def aanwezig(self) -> list[int]:
        """Indices of the cells with answers that the table has."""
        return [plaats for plaats in self.plaatsen if plaats is not None]

    def read_antwoorden(self, cellen: Cellen) -> tuple[str, ...]:
        """Return the cells of a row that hold answers."""
        return tuple(cellen[plaats] for plaats in self.aanwezig)


class Sleutels:
    """Keys that came by."""

    def __init__(self) -> None:
        self._gezien = {""}

    def write_nieuw(self, sleutels: Sequence[str]) -> bool:
        """Remember the keys of some rows; tell whether each was a new one, or of somebody without."""
        verwacht = len(self._gezien) + len(sleutels) - sleutels.count("")
        self._gezien.update(sleutels)
        return len(self._gezien) == verwacht


def read_vervangen(stapels: Iterable[Stapel], bronnen: Sequence[Bron]) -> dict[Rijplek, Rijplek]:
    """Return each row that a later one of the same person takes the place of, with that one."""
    vervangen: dict[Rijplek, Rijplek] = {}
    gezien: dict[str, int] = {}
    aantal = len(bronnen)
    for tabel, deel in stapels:
        for sleutel, rij in zip(read_sleutels(bronnen[tabel].kaart, deel), deel.nummers, strict=True):
            # a row as one number: of a million people it takes far less memory than a place does
            nummer = rij * aantal + tabel
            eerder = gezien.setdefault(sleutel, nummer) if sleutel else nummer
            if eerder != nummer:
                vervangen[_read_plek(eerder, aantal)] = tabel, rij
                gezien[sleutel] = nummer
    return vervangen


def _read_plek(nummer: int, aantal: int) -> Rijplek:
    """Return the row of a number, in so many tables."""
    rij, tabel = divmod(nummer, aantal)
    return tabel, rij


def read_laatsten(
    stapels: Iterable[Stapel], bronnen: Sequence[Bron], vervangen: Mapping[Rijplek, Rijplek], meld: Meld
) -> Iterator[Stapel]:
    """Pass on only the last row of every person, and tell about the others."""
    wacht: dict[Rijplek, tuple[Rijplek, tuple[str, ...]]] = {}

    def check_laatste(plek: Rijplek, cellen: Cellen) -> bool:
        if plek in wacht or plek in vervangen:
            antwoorden = bronnen[plek[0]].read_antwoorden(cellen)
            if plek in wacht:
                eerder, gegeven = wacht.pop(plek)
                meld(_build_dubbel(bronnen, eerder, plek, gelijk=gegeven == antwoorden))
            if plek in vervangen:
                wacht[vervangen[plek]] = plek, antwoorden
        return plek not in vervangen

    for stapel in stapels:
        laatsten = [(plek[1], cellen) for plek, cellen in stapel.read_rijen() if check_laatste(plek, cellen)]
        if deel := build_rijstapel(laatsten):
            yield Stapel(stapel.tabel, deel)


def read_gelijken(stapels: Iterable[Stapel], bronnen: Sequence[Bron], meld: Meld) -> Iterator[Stapel]:
    """Pass all rows on; where a table has no key, tell about a row with the very same answers as one not far before."""
    gezien = _Gezien()
    for stapel in stapels:
        bron = bronnen[stapel.tabel]
        if bron.kaart.sleutel is None:
            afdrukken = stapel.deel.read_afdrukken(bron.aanwezig)
            for eerder, (plek, cellen) in gezien.read_eerder(afdrukken, stapel):
                if any(bron.read_antwoorden(cellen)):
                    meld(_build_gelijk(bronnen, eerder, plek))
        yield stapel


class _Gezien:
    """The last rows by what was answered in them; the first of those that are equal."""

    def __init__(self) -> None:
        self._nu: dict[int, Rijplek] = {}
        self._vorige: dict[int, Rijplek] = {}

    def read_eerder(self, afdrukken: Sequence[int], stapel: Stapel) -> Iterator[tuple[Rijplek, Rij]]:
        """Yield the rows that equal an earlier one, with that one; the others are remembered."""
        nieuw = dict(zip(afdrukken, zip(repeat(stapel.tabel), stapel.deel.nummers), strict=True))
        onbekend = self._nu.keys().isdisjoint(nieuw) and self._vorige.keys().isdisjoint(nieuw)
        if onbekend and len(nieuw) == len(afdrukken):
            self._write_nieuw(nieuw)
            return
        for afdruk, rij in zip(afdrukken, stapel.read_rijen(), strict=True):
            eerder = self._nu.get(afdruk) or self._vorige.get(afdruk)
            if eerder:
                yield eerder, rij
            else:
                self._write_nieuw({afdruk: rij[0]})

    def _write_nieuw(self, nieuw: Mapping[int, Rijplek]) -> None:
        if len(self._nu) >= MEESTE_RIJEN:
            self._nu, self._vorige = {}, self._nu
        self._nu.update(nieuw)


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
