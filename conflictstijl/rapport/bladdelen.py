"""The parts of a filled-in worksheet: the answers about parties and lines in tables, and what follows from them."""

from collections.abc import Iterator, Sequence

from conflictstijl.model.document import Alinea, Blok, Kop, Opsomming, Schrijfruimte, Tabel
from conflictstijl.model.werkblad import (
    Besteregel,
    Bladdeel,
    Bladuitkomst,
    Bladvraag,
    Groepsstappen,
    Invulling,
    Navraagpunt,
    Regels,
    Sleutel,
    Stappenuitkomst,
    Werkblad,
)
from conflictstijl.rapport.gegeven import KLEIN, render_herkomst
from conflictstijl.tekst import render_opsomming, render_zin

OPEN = "(nog open)"
NA_TE_VRAGEN = "Nog na te vragen"
_NIETS = "Je hebt elke partij zelf gevraagd wat er op het spel staat."
_AANNAME = "Wat je aanneemt, weet je nog niet. Vraag het eerst na bij de partij zelf."
_GEEN_BESTE = "Werk hierboven eerst een idee verder uit."
MET_DE_HAND = "Met de hand erbij:"
KAART_NAKIJKEN = "Kijk deze kaart na op:"
_NAAST_ELKAAR = 3
"""Most parties, or questions about a line, beside each other on paper: with more, words would break."""


def render_bron(werkblad: Werkblad) -> str:
    """Return where a worksheet comes from, as sentences."""
    return f"Bron: {werkblad.bron}. {render_herkomst(werkblad.herkomst)}"


def build_groepen(deel: Bladdeel, uitkomst: Bladuitkomst) -> Sequence[Blok]:
    """Return the answers about each group as tables: parties beside each other, lines below each other.

    With many questions lines stand beside each other too; on a card each has a place of its own.
    """
    cellen = _Cellen(deel, [vraag for vraag in uitkomst.vragen if vraag.deel == deel], uitkomst.invulling)
    if deel.kaart:
        return list(_build_kaart(cellen))
    if deel.per_partij or len(cellen.vragen) > _NAAST_ELKAAR:
        return _build_matrix(cellen)
    naam = next(vraag.vraag.kort for vraag in uitkomst.vragen if vraag.vraag.id == deel.per)
    return [_build_regels(cellen, naam)]


class _Cellen:
    """The answers about the groups of a part, ready for a table; nothing where a question was not asked."""

    def __init__(self, deel: Bladdeel, gevraagd: Sequence[Bladvraag], invulling: Invulling) -> None:
        self._sleutels = {vraag.sleutel for vraag in gevraagd}
        self._invulling = invulling
        self.groepen = tuple(dict.fromkeys(vraag.groep for vraag in gevraagd))
        self.bron = deel.navraag.gevraagd[0] if deel.navraag else ""
        self._weten = next((vraag.keuzes for vraag in deel.vragen if vraag.id == self.bron), ())
        gesteld = {vraag.vraag.id for vraag in gevraagd}
        getoond = (vraag for vraag in deel.vragen if vraag.in_verslag and vraag.id in gesteld)
        self.vragen = [vraag for vraag in getoond if vraag.id != self.bron]

    def render_cel(self, sleutel: Sleutel) -> str:
        """Return an answer as it stands in a table."""
        return "; ".join(self._invulling.antwoorden.get(sleutel, ())) or (OPEN if sleutel in self._sleutels else "")

    def render_kop(self, groep: str) -> str:
        """Return the name of a party with what was asked or assumed: that goes for all below it."""
        weten = "; ".join(self._invulling.read_antwoord(self.bron, groep)) or f"{render_opsomming(self._weten, 'of')}?"
        return f"{render_zin(groep)} ({weten})" if self.bron else render_zin(groep)


def _build_kaart(cellen: _Cellen) -> Iterator[Blok]:
    """Yield each line with its answers and room for what is written by hand, such as a number."""
    for groep in cellen.groepen:
        yield Kop(cellen.render_kop(groep), KLEIN)
        paren = ((vraag.kort, cellen.render_cel((groep, vraag.id))) for vraag in cellen.vragen)
        yield Opsomming((*(f"{naam}: {tekst}" for naam, tekst in paren if tekst), MET_DE_HAND))
        yield Schrijfruimte(1)
    yield Alinea(KAART_NAKIJKEN)
    yield Schrijfruimte(1)


def _build_matrix(cellen: _Cellen) -> list[Tabel]:
    """Return a row per question, and the groups beside each other, a few in each table.

    So the interests of all stand in one line, and a table fits on paper.
    """
    groepen = cellen.groepen
    per_tabel = -(-len(groepen) // max(-(-len(groepen) // _NAAST_ELKAAR), 1))
    stukken = (groepen[begin : begin + per_tabel] for begin in range(0, len(groepen), per_tabel or 1))
    return [_build_tabel(cellen, stuk) for stuk in stukken]


def _build_tabel(cellen: _Cellen, groepen: Regels) -> Tabel:
    rijen = ((vraag.kort, *(cellen.render_cel((groep, vraag.id)) for groep in groepen)) for vraag in cellen.vragen)
    return Tabel(("Wat", *map(cellen.render_kop, groepen)), tuple(rij for rij in rijen if any(rij[1:])))


def _build_regels(cellen: _Cellen, naam: str) -> Tabel:
    """Return a row per line, and the questions beside each other."""
    rijen = ((groep, *(cellen.render_cel((groep, vraag.id)) for vraag in cellen.vragen)) for groep in cellen.groepen)
    return Tabel((naam, *(vraag.kort for vraag in cellen.vragen)), tuple(rijen))


def build_gevolg(uitkomst: Bladuitkomst) -> Iterator[Blok]:
    """Yield what follows from the answers: the next steps, and what is still to be asked."""
    for stappen in uitkomst.stappen:
        yield from _build_stappen(stappen)
    if any(deel.navraag for deel in uitkomst.werkblad.delen):
        yield from _build_navragen(uitkomst.navragen)


def build_beste(deel: Bladdeel, uitkomst: Bladuitkomst) -> Iterator[Blok]:
    """Yield the best lines of a part, where it asks for these."""
    for beste in (een for een in uitkomst.beste if een.voorkeur == deel.beste):
        yield Kop(beste.voorkeur.kop)
        if beste.regels:
            yield Opsomming(tuple(map(_render_beste, beste.regels)), genummerd=True)
        else:
            yield Alinea(_GEEN_BESTE)


def _render_beste(regel: Besteregel) -> str:
    wat = "; ".join(regel.wat)
    return f"{wat} ({'; '.join(regel.eerst)})" if regel.eerst else wat


def _build_stappen(uitkomst: Stappenuitkomst) -> Iterator[Blok]:
    yield Kop(uitkomst.plan.kop)
    if uitkomst.onbeslist:
        yield Alinea(f"Nog niet alles is ingevuld: bij {render_opsomming(uitkomst.onbeslist)}.")
    elif not uitkomst.groepen:
        yield Alinea(uitkomst.plan.klaar)
    for groep in uitkomst.groepen:
        yield Kop(_render_groep(groep), KLEIN)
        yield Opsomming(groep.stappen)


def _render_groep(groep: Groepsstappen) -> str:
    return f"{render_zin(groep.groep)} ({'; '.join(groep.eerst)})" if groep.eerst else render_zin(groep.groep)


def _build_navragen(punten: Sequence[Navraagpunt]) -> Iterator[Blok]:
    yield Kop(NA_TE_VRAGEN)
    if not punten:
        yield Alinea(_NIETS)
        return
    yield Alinea(_AANNAME)
    yield Opsomming(tuple(map(_render_navraag, punten)))


def _render_navraag(punt: Navraagpunt) -> str:
    eerst = f" ({'; '.join(punt.eerst)})" if punt.eerst else ""
    aanname = f", neem je aan: {'; '.join(punt.aanname)}" if punt.aanname else ": dat weet je nog niet."
    return f"{render_zin(punt.partij)}{eerst}. {punt.vraag.kort}{aanname}"
