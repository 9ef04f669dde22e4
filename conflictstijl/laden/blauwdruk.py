"""The design behind the items: facets, and per statement one level of each."""

from typing import NamedTuple

from conflictstijl.fouten import Plek
from conflictstijl.laden.bevindingen import Bevindingen
from conflictstijl.laden.velden import Velden, advise_woord
from conflictstijl.model.vragenlijst import Blauwdruk
from conflictstijl.tekst import render_citaat


class _Rij(NamedTuple):
    """A named list of levels; `standen` is None when something in it was already called wrong."""

    standen: tuple[str, ...] | None
    plek: Plek


def parse_blauwdruk(velden: Velden) -> Blauwdruk | None:
    """Return the design of a questionnaire, or None when it has none."""
    knoop = velden.read_knoop("blauwdruk")
    if knoop is None:
        return None
    deel = Velden(knoop, velden.bevindingen, "de blauwdruk")
    facetten = _parse_rijen(deel, "facetten")
    items = _parse_rijen(deel, "items")
    deel.check_onbekend()
    if facetten and all(rij.standen for rij in facetten.values()):
        for naam, rij in items.items():
            _check_rij(naam, rij, facetten, velden.bevindingen)
    return Blauwdruk(_build_standen(facetten), _build_standen(items))


def _build_standen(rijen: dict[str, _Rij]) -> dict[str, tuple[str, ...]]:
    return {naam: rij.standen or () for naam, rij in rijen.items()}


def _parse_rijen(velden: Velden, naam: str) -> dict[str, _Rij]:
    deel = velden.read_groep(naam, f"'{naam}' van de blauwdruk")
    rijen: dict[str, _Rij] = {}
    for sleutel, _ in deel:
        aantal = len(velden.bevindingen)
        standen = deel.read_teksten(sleutel.waarde)
        rijen[sleutel.waarde] = _Rij(standen if len(velden.bevindingen) == aantal else None, sleutel.plek)
    deel.check_onbekend()
    return rijen


def _check_rij(naam: str, rij: _Rij, facetten: dict[str, _Rij], bevindingen: Bevindingen) -> None:
    if rij.standen is None:
        return
    if len(rij.standen) != len(facetten):
        wat = f"het aantal standen van {render_citaat(naam)} is {len(rij.standen)}"
        namen = ", ".join(facetten)
        bevindingen.add(rij.plek, "blauwdruk", wat, f"geef van elk facet een stand ({namen})")
        return
    for stand, (facet, mogelijk) in zip(rij.standen, facetten.items(), strict=True):
        standen = mogelijk.standen or ()
        if stand not in standen:
            wat = f"{render_citaat(stand)} is geen stand van facet {render_citaat(facet)}"
            bevindingen.add(rij.plek, "blauwdruk", wat, advise_woord(stand, standen))
