"""The net hours of several records together, beside what somebody aims for."""

from collections.abc import Iterator, Mapping
from typing import Any

from conflictstijl.model.bewijs import VORMEN, Bewijs
from conflictstijl.model.document import Alinea, Blok, Document, Kop, Opsomming, Tabel
from conflictstijl.rapport.gegevens import FORMAAT
from conflictstijl.rapport.verslag import JEUGDREGISTER, REGISTER, render_duur
from conflictstijl.tekst import render_opsomming

_UUR = 60


def count_netto(bewijzen: Mapping[str, Bewijs]) -> int:
    """Return the net minutes of all records that have both times."""
    return sum(bewijs.netto or 0 for bewijs in bewijzen.values())


def read_zonder(bewijzen: Mapping[str, Bewijs]) -> list[str]:
    """Return the names of the records that have no net time."""
    return [naam for naam, bewijs in bewijzen.items() if bewijs.netto is None]


def build_jaardocument(bewijzen: Mapping[str, Bewijs], doel: int = 0) -> Document:
    """Return the sum of records by file name; `doel` is the aim in hours, 0 without one."""
    return Document(tuple(_build_blokken(bewijzen, doel)))


def _build_blokken(bewijzen: Mapping[str, Bewijs], doel: int) -> Iterator[Blok]:
    yield Kop("Uren voor je register", 1)
    yield Opsomming(("Je register beslist welke uren meetellen. Lees vooraf wat het vraagt.", REGISTER[1]))
    rijen = [(naam, een.datum, VORMEN.get(een.vorm, ""), _render_netto(een)) for naam, een in bewijzen.items()]
    yield Tabel(("Bestand", "Datum", "Vorm", "Netto tijd"), tuple(rijen))
    som = count_netto(bewijzen)
    yield Alinea(f"Samen is dat netto {render_duur(som) or '0 minuten'}.")
    if doel:
        over = doel * _UUR - som
        rest = f"Je hebt nog {render_duur(over)} te gaan." if over > 0 else "Dat heb je gehaald."
        yield Alinea(f"Je wilt {doel} uur halen. {rest}")
    zonder = read_zonder(bewijzen)
    if zonder:
        yield Alinea(f"Vul begin en einde nog in bij {render_opsomming(zonder)}: zonder die tijden telt het niet op.")
    kort = [naam for naam, een in bewijzen.items() if een.netto is not None and een.netto < _UUR]
    if kort:
        yield Alinea(f"Het {JEUGDREGISTER} telt een bijeenkomst vanaf één uur. Korter is {render_opsomming(kort)}.")


def _render_netto(bewijs: Bewijs) -> str:
    return "" if bewijs.netto is None else render_duur(bewijs.netto)


def build_jaargegevens(bewijzen: Mapping[str, Bewijs], doel: int = 0) -> dict[str, Any]:
    """Return the same as data, in minutes."""
    delen = [
        {"bestand": naam, "datum": een.datum or None, "vorm": een.vorm or None, "netto_minuten": een.netto}
        for naam, een in bewijzen.items()
    ]
    som = count_netto(bewijzen)
    return {
        "formaat": FORMAAT,
        "soort": "bewijsuren",
        "netto_minuten": som,
        "doel_minuten": doel * _UUR or None,
        "te_gaan_minuten": max(0, doel * _UUR - som) if doel else None,
        "bewijzen": delen,
    }
