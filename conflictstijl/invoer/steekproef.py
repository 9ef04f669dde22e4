"""A look at the first answers of a table: whether they are answers to these questions at all."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from conflictstijl.fouten import Bevinding, InvoerFout, Plek
from conflictstijl.invoer.cellen import Lezer
from conflictstijl.invoer.onduidelijk import Onduidelijk
from conflictstijl.invoer.overslaan import NIETS, Overslaan
from conflictstijl.invoer.plaatsen import build_rijmelding
from conflictstijl.invoer.rijen import read_rijen
from conflictstijl.model.tabel import Invoermelding, Kolommenkaart, Rijstapel, Tabel
from conflictstijl.model.vragen import Stelling
from conflictstijl.model.vragenlijst import Vragenlijst
from conflictstijl.tekst import clean_tekst, fold_tekst, render_citaat, render_opsomming

_STEEKPROEF = 300
_MEESTE_ONBEKEND = 0.2
_MINSTE_ONBEKEND = 5
_MINSTE_VERSCHOVEN = 0.01
_VAAK = 10
_MEESTE_MELDINGEN = 10
_GENOEMD = 3
_GETAL = re.compile(r"(ao?)?(-?[0-9]{1,3})(?:[.,]0+)?")

Bereik = tuple[int, int]
"""Lowest and highest value of a scale."""


class _Cel(NamedTuple):
    """What stands in filled cells, the question it is about, and how many cells say so."""

    vraag: int
    tekst: str
    onduidelijk: bool
    aantal: int


def check_antwoorden(
    tabel: Tabel, kaart: Kolommenkaart, vragenlijst: Vragenlijst, lezers: Sequence[Lezer], over: Overslaan = NIETS
) -> tuple[Invoermelding, ...]:
    """Return one message for every unknown answer that is there often, in the first rows of a table.

    Raises InvoerFout when numbers begin lower or higher than those of the scale, and when too much is unknown.
    """
    geteld = _count_begin(read_rijen(tabel, kaart, vragenlijst, lambda _: None, over), kaart)
    plaatsen = {vraag.id: plaats for plaats, vraag in enumerate(vragenlijst.vragen)}
    cellen = [
        _Cel(plaatsen[vraag], clean_tekst(cel), isinstance(lezers[plaatsen[vraag]](cel), Onduidelijk), aantal)
        for vraag, teller in geteld.items()
        for cel, aantal in teller.items()
        if cel.strip()
    ]
    waarden = _build_onbekend(cellen)
    wat = _render_verschoven(cellen, vragenlijst) or _render_onbekend(_count_cellen(cellen), waarden)
    if wat:
        raise InvoerFout([Bevinding(Plek(tabel.bestand), "antwoorden-onbekend", *wat)])
    return tuple(
        build_rijmelding(tabel, 0, "onbekende-waarde", f"{_render_waarde(zelfde)}; zo heet geen antwoord", "leeg")
        for zelfde in waarden[:_MEESTE_MELDINGEN]
        if _count_cellen(zelfde) >= _VAAK
    )


def _count_begin(stapels: Iterable[Rijstapel], kaart: Kolommenkaart) -> dict[str, Counter[str]]:
    """Return by question how often each cell comes in the first rows."""
    geteld = {kolom.vraag: Counter[str]() for kolom in kaart.kolommen}
    rest = _STEEKPROEF
    for stapel in stapels:
        for kolom in kaart.kolommen:
            geteld[kolom.vraag].update(stapel.read_kolom(kolom.plaats)[:rest])
        rest -= len(stapel.nummers)
        if rest <= 0:
            break
    return geteld


def _count_cellen(cellen: Iterable[_Cel]) -> int:
    return sum(cel.aantal for cel in cellen)


def _build_onbekend(cellen: Sequence[_Cel]) -> list[list[_Cel]]:
    """Return the cells that are no answer by what stands in them, the most frequent first."""
    waarden: dict[str, list[_Cel]] = {}
    for cel in cellen:
        if cel.onduidelijk:
            waarden.setdefault(fold_tekst(cel.tekst), []).append(cel)
    return sorted(waarden.values(), key=_count_cellen, reverse=True)


def _render_waarde(zelfde: Sequence[_Cel]) -> str:
    kolommen = len({cel.vraag for cel in zelfde})
    keer = f"{render_citaat(zelfde[0].tekst)} staat {_count_cellen(zelfde)} keer"
    return f"{keer}, in {kolommen} kolommen" if kolommen > 1 else keer


def _render_onbekend(gevuld: int, waarden: Sequence[Sequence[_Cel]]) -> tuple[str, str] | None:
    onbekend = sum(map(_count_cellen, waarden))
    if onbekend < _MINSTE_ONBEKEND or onbekend <= _MEESTE_ONBEKEND * gevuld:
        return None
    genoemd = render_opsomming([_render_waarde(zelfde) for zelfde in waarden[:_GENOEMD]])
    return (
        f"van de eerste {gevuld} antwoorden zijn er {onbekend} onbekend: {genoemd}",
        "schrijf ze zoals de vragenlijst ze noemt, of kies met --vragenlijst de lijst die bij dit bestand hoort",
    )


def _render_verschoven(cellen: Sequence[_Cel], vragenlijst: Vragenlijst) -> tuple[str, str] | None:
    """Return that numbers begin one too low or too high; who skips one end of such a scale would be scored wrong."""
    getallen: dict[Bereik, Counter[int]] = {}
    for bereik, getal, aantal in _read_getallen(cellen, vragenlijst):
        getallen.setdefault(bereik, Counter())[getal] += aantal
    for (laagste, hoogste), gevonden in getallen.items():
        for stap in (-1, 1):
            buiten = laagste - 1 if stap < 0 else hoogste + 1
            past = all(laagste + stap <= getal <= hoogste + stap for getal in gevonden)
            if past and gevonden[buiten] > _MINSTE_VERSCHOVEN * gevonden.total():
                wat = f"deze antwoorden lopen van {laagste + stap} tot {hoogste + stap}, die van de vragenlijst van "
                return f"{wat}{laagste} tot {hoogste}", f"zet ze om: {laagste + stap} wordt {laagste}, en zo verder"
    return None


def _read_getallen(cellen: Sequence[_Cel], vragenlijst: Vragenlijst) -> Iterator[tuple[Bereik, int, int]]:
    """Yield the answers to statements that are a number, its scale and how often; codes of tools count from one."""
    vragen = vragenlijst.vragen
    for cel in cellen:
        vraag = vragen[cel.vraag]
        getal = _GETAL.fullmatch(fold_tekst(cel.tekst))
        if getal and isinstance(vraag, Stelling):
            schaal = vraag.antwoorden
            bereik = (1, len(schaal.punten)) if getal[1] else (schaal.laagste, schaal.hoogste)
            yield bereik, int(getal[2]), cel.aantal
