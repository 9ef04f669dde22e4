"""The key `uitkomsten`: what somebody is told, by scores and answers; every combination must lead somewhere."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from conflictstijl.fouten import Plek
from conflictstijl.laden.bevindingen import Bevindingen
from conflictstijl.laden.knopen import Kaart, Knoop, Lijst, Tekst
from conflictstijl.laden.teksten import Tekstlezer
from conflictstijl.laden.velden import JaNee, Velden, advise_woord, read_rij, read_tekst
from conflictstijl.laden.vervolg import parse_vervolg
from conflictstijl.laden.voorwaarden import parse_voorwaarden
from conflictstijl.model.beslispunten import (
    MEESTE_STANDEN,
    Beslispunt,
    Stand,
    build_punten,
    build_standen,
    count_standen,
    read_uitkomst,
    read_woord,
)
from conflictstijl.model.uitkomst import Bandeis, Uitkomst
from conflictstijl.model.vragen import Voorwaarde
from conflictstijl.model.vragenlijst import Vragenlijst
from conflictstijl.tekst import advise_naam, render_citaat, render_opsomming

MEESTE_UITKOMSTEN = 50
_VOORBEELD = "begin elke uitkomst met '- titel: tekst'"
_REST = "voeg een uitkomst toe, of zet als laatste een uitkomst zonder 'als'"


class _Gelezen(NamedTuple):
    """One outcome with its place."""

    uitkomst: Uitkomst
    plek: Plek


def parse_uitkomsten(
    velden: Velden, lezer: Tekstlezer, vragenlijst: Vragenlijst, *, heel: bool
) -> tuple[Uitkomst, ...]:
    """Return the outcomes, from the first to try to the last; none when the key is missing.

    With anything wrong before (not `heel`) there is no saying what conditions may name, so these are passed by.
    """
    knoop = velden.read_knoop("uitkomsten")
    if knoop is None:
        return ()
    begin = velden.bevindingen.count_fouten()
    delen = knoop.delen if isinstance(knoop, Lijst) else []
    if not 0 < len(delen) <= MEESTE_UITKOMSTEN:
        wat = f"'uitkomsten' is een lijst van 1 tot en met {MEESTE_UITKOMSTEN} uitkomsten"
        velden.bevindingen.add(knoop.plek, "uitkomsten", wat, _VOORBEELD)
        return ()
    basis = vragenlijst if heel else None
    gelezen = [_parse_uitkomst(Velden(deel, velden.bevindingen, "deze uitkomst"), lezer, basis) for deel in delen]
    uitkomsten = tuple(een.uitkomst for een in gelezen)
    if heel and velden.bevindingen.count_fouten() == begin and _check_rest(gelezen, velden.bevindingen):
        _check_standen(vragenlijst, gelezen, knoop.plek, velden.bevindingen)
    return uitkomsten


def _parse_uitkomst(velden: Velden, lezer: Tekstlezer, basis: Vragenlijst | None) -> _Gelezen:
    banden, als = _parse_als(velden.read_knoop("als"), basis, velden.bevindingen)
    uitkomst = Uitkomst(
        titel=lezer.read_veld(velden, "titel", {}, verplicht=True),
        tekst=lezer.read_veld(velden, "tekst", {}, verplicht=True),
        doe=_read_doe(velden, lezer),
        verder=parse_vervolg(velden),
        banden=banden,
        als=als,
        bewaren=velden.read_woord("bewaren", JaNee) is not JaNee.NEE,
    )
    velden.check_onbekend()
    return _Gelezen(uitkomst, velden.plek)


def _read_doe(velden: Velden, lezer: Tekstlezer) -> tuple[str, ...]:
    knoop = velden.read_knoop("doe")
    delen = knoop.delen if isinstance(knoop, Lijst) else [] if knoop is None else [knoop]
    if isinstance(knoop, Lijst) and not delen:
        velden.read_teksten("doe")
    return tuple(tekst for deel in delen if (tekst := lezer.read(deel, {}, velden.bevindingen)))


def _parse_als(
    knoop: Knoop | None, basis: Vragenlijst | None, bevindingen: Bevindingen
) -> tuple[tuple[Bandeis, ...], tuple[Voorwaarde, ...]]:
    """Return the conditions on scores and those on answers."""
    if knoop is None or basis is None:
        return (), ()
    if not isinstance(knoop, Kaart):
        return (), parse_voorwaarden(knoop, {}, bevindingen)
    schalen = {schaal.id for schaal in basis.schalen}
    vragen = {vraag.id: vraag for vraag in basis.vragen}
    bekend = [(sleutel, deel) for sleutel, deel in knoop.paren if sleutel.waarde in schalen | vragen.keys()]
    for sleutel, _ in knoop.paren:
        if sleutel.waarde not in schalen | vragen.keys():
            namen = [naam for naam in (*schalen, *vragen) if not naam[-1:].isdecimal()]
            hint = advise_naam(sleutel.waarde, namen) or "noem een schaal, of een vraag met haar id of nummer"
            wat = f"er is geen schaal of vraag {render_citaat(sleutel.waarde)}"
            bevindingen.add(sleutel.plek, "onbekende-verwijzing", wat, hint)
    banden = [
        Bandeis(sleutel.waarde, _read_banden(deel, basis, bevindingen))
        for sleutel, deel in bekend
        if sleutel.waarde in schalen
    ]
    over = [(sleutel, deel) for sleutel, deel in bekend if sleutel.waarde not in schalen]
    leeg = not knoop.paren
    als = parse_voorwaarden(Kaart(knoop.plek, over), vragen, bevindingen) if over or leeg else ()
    return tuple(banden), als


def _read_banden(knoop: Knoop, basis: Vragenlijst, bevindingen: Bevindingen) -> tuple[str, ...]:
    namen = [band.id for band in basis.banden]

    def read_band(deel: Knoop) -> str | None:
        naam = deel.waarde if isinstance(deel, Tekst) else ""
        if naam in namen:
            return naam
        if read_tekst(deel, bevindingen, "een band") is not None:
            hint = advise_woord(naam, namen) if namen else "zet 'banden:' bij de vragenlijst"
            bevindingen.add(deel.plek, "onbekende-band", f"er is geen band {render_citaat(naam)}", hint)
        return None

    return read_rij(knoop, "als", read_band, bevindingen)


def _check_rest(gelezen: Sequence[_Gelezen], bevindingen: Bevindingen) -> bool:
    """Return False after a finding for an outcome without conditions that is not the last."""
    te_vroeg = [een for een in gelezen[:-1] if een.uitkomst.rest]
    for een in te_vroeg:
        wat = "deze uitkomst heeft geen 'als', dus de uitkomsten hierna komen nooit"
        bevindingen.add(een.plek, "uitkomst-nooit", wat, "zet haar als laatste, of geef haar een 'als'")
    return not te_vroeg


def _check_standen(vragenlijst: Vragenlijst, gelezen: Sequence[_Gelezen], plek: Plek, bevindingen: Bevindingen) -> None:
    """Report combinations of bands and answers without an outcome, and outcomes that no combination leads to."""
    uitkomsten = [een.uitkomst for een in gelezen]
    punten = build_punten(replace(vragenlijst, uitkomsten=tuple(uitkomsten)))
    aantal = count_standen(punten)
    if aantal > MEESTE_STANDEN:
        wat = f"de voorwaarden geven {aantal} combinaties, en {MEESTE_STANDEN} is de grens"
        bevindingen.add(plek, "uitkomsten", wat, "laat de uitkomsten van minder schalen en vragen afhangen")
        return
    gezien: set[int] = set()
    zonder: list[Stand] = []
    for stand in build_standen(punten):
        gevonden = read_uitkomst(uitkomsten, stand)
        if gevonden is None:
            zonder.append(stand)
        else:
            gezien.add(uitkomsten.index(gevonden))
    if zonder:
        meer = f" (en nog {len(zonder) - 1})" if len(zonder) > 1 else ""
        wat = f"zonder uitkomst blijft: {_render_stand(vragenlijst, punten, zonder[0])}{meer}"
        bevindingen.add(plek, "uitkomst-ontbreekt", wat, _REST)
    for nummer, een in enumerate(gelezen):
        if nummer not in gezien:
            wat = f"uitkomst {render_citaat(een.uitkomst.titel)} komt nooit, want een eerdere gaat altijd voor"
            bevindingen.add(een.plek, "uitkomst-nooit", wat, "kijk 'als' en de volgorde na, of haal haar weg")


def _render_stand(vragenlijst: Vragenlijst, punten: Sequence[Beslispunt], stand: Stand) -> str:
    """Return a combination in words, in the names of the file."""
    vragen = {vraag.id: vraag for vraag in vragenlijst.vragen}
    delen: list[str] = []
    for punt in punten:
        (schaal, naam), waarde = punt.sleutel, stand[punt.sleutel]
        if schaal:
            delen.append(f"{naam} {waarde or 'zonder band'}")
        else:
            woord = "niet gevraagd" if waarde is None else render_citaat(read_woord(vragen[naam], waarde))
            delen.append(f"vraag {naam} {woord}")
    return render_opsomming(delen)
