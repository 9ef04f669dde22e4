"""Tables for tests, the truth about the example exports, and the walk from a table to answers."""

import csv
import json
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from conflictstijl.invoer.bestand import load_tabellen
from conflictstijl.invoer.cellen import build_lezers
from conflictstijl.invoer.herkenning import read_kaart
from conflictstijl.invoer.onduidelijk import Onduidelijk
from conflictstijl.invoer.overslaan import parse_overslaan
from conflictstijl.invoer.rijen import read_koppen, read_rijen
from conflictstijl.invoer.sleutelkolom import read_sleutels
from conflictstijl.laden.antwoord import parse_antwoord
from conflictstijl.laden.catalogus import load_vragenlijst
from conflictstijl.model.antwoorden import Antwoord
from conflictstijl.model.tabel import Invoermelding, Kolommenkaart, Rijstapel, Tabel
from conflictstijl.model.vragenlijst import Vragenlijst

EXPORTS = Path(__file__).parent.parent / "exports"
LABELS = ("Nooit", "Zelden", "Soms", "Vaak", "Altijd")
Rijen = Sequence[Sequence[str]]


class Persoon(NamedTuple):
    """One entry as it was read: its row, its key, its answers and the cells that are none by question."""

    rij: int
    sleutel: str
    antwoorden: tuple[Antwoord, ...]
    onduidelijk: dict[str, Onduidelijk]


class Uitgelezen(NamedTuple):
    """All that a table gave."""

    kaart: Kolommenkaart
    personen: list[Persoon]
    meldingen: list[Invoermelding]

    @property
    def per_sleutel(self) -> dict[str, tuple[Antwoord, ...]]:
        """The answers by key; the last entry counts."""
        return {persoon.sleutel: persoon.antwoorden for persoon in self.personen}

    @property
    def soorten(self) -> list[tuple[int, str]]:
        """What was told, by row."""
        return [(melding.rij, melding.soort) for melding in self.meldingen]


@cache
def load_stijlscan() -> Vragenlijst:
    return load_vragenlijst(str(EXPORTS / "stijlscan-20.yaml"))


@cache
def load_paren() -> Vragenlijst:
    return load_vragenlijst(str(EXPORTS / "paren-30.yaml"))


@cache
def load_export(naam: str) -> list[Tabel]:
    return load_tabellen(str(EXPORTS / naam))


@cache
def load_waarheid() -> dict[int, tuple[str, tuple[int | None, ...]]]:
    """By number of the entry: who it is of, and the answers that are meant."""
    with (EXPORTS / "verwacht" / "rijen.csv").open(encoding="utf-8-sig", newline="") as bron:
        return {
            int(rij["rij"]): (
                rij["respondent"],
                tuple(int(rij[f"q{n}"]) if rij[f"q{n}"] else None for n in range(1, 21)),
            )
            for rij in csv.DictReader(bron)
        }


@cache
def load_verwacht() -> dict[str, dict[str, Any]]:
    verwacht: dict[str, dict[str, Any]] = json.loads(
        (EXPORTS / "verwacht" / "bestanden.json").read_text(encoding="utf-8")
    )
    return verwacht


def list_mensen() -> dict[str, tuple[int | None, ...]]:
    """The answers by person: the last entry counts and the trial does not."""
    return dict(inzending for inzending in load_waarheid().values() if inzending[0] != "TEST")


def build_tabel(rijen: Rijen, *, werkboek: bool = False) -> Tabel:
    """Return a table of these rows; blank ones are empty, as a reader gives them."""
    return Tabel("groep.csv", "", lambda: (rij if any(rij) else [] for rij in rijen), werkboek)


def read_tabel(
    tabel: Tabel, vragenlijst: Vragenlijst, kaart: Kolommenkaart | None = None, sla_over: Iterable[str] = ()
) -> Uitgelezen:
    """Return all answers in a table."""
    kaart = kaart or read_kaart(tabel, vragenlijst)
    over = parse_overslaan(sla_over, read_koppen(tabel, kaart, vragenlijst))
    meldingen: list[Invoermelding] = []
    personen = [
        persoon
        for rijen in read_rijen(tabel, kaart, vragenlijst, meldingen.append, over)
        for persoon in _read_personen(tabel, vragenlijst, kaart, rijen)
    ]
    return Uitgelezen(kaart, personen, meldingen)


def _read_personen(tabel: Tabel, vragenlijst: Vragenlijst, kaart: Kolommenkaart, rijen: Rijstapel) -> Iterator[Persoon]:
    assert tabel.bestand
    lezers = build_lezers(vragenlijst, parse_antwoord)
    nummers = {vraag.id: nummer for nummer, vraag in enumerate(vragenlijst.vragen)}
    sleutels = read_sleutels(kaart, rijen)
    for (rij, cellen), sleutel in zip(rijen, sleutels, strict=True):
        antwoorden: list[Antwoord] = [None] * len(nummers)
        onduidelijk = {}
        for kolom in kaart.kolommen:
            gelezen = lezers[nummers[kolom.vraag]](cellen[kolom.plaats])
            if isinstance(gelezen, Onduidelijk):
                onduidelijk[kolom.vraag] = gelezen
            else:
                antwoorden[nummers[kolom.vraag]] = gelezen
        yield Persoon(rij, sleutel, tuple(antwoorden), onduidelijk)


def read_rijtjes(rijen: Rijen, vragenlijst: Vragenlijst, sla_over: Iterable[str] = ()) -> Uitgelezen:
    return read_tabel(build_tabel(rijen), vragenlijst, sla_over=sla_over)
