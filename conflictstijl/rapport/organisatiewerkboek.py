"""Organisations side by side as a workbook: their spread, their scores, and an agenda to fill in."""

from collections.abc import Mapping

from conflictstijl.model.kennis import Kennis
from conflictstijl.model.organisaties import Organisatiebeeld
from conflictstijl.model.vragenlijst import Vragenlijst
from conflictstijl.model.werkboek import Blad, Cel, Grafiek, Werkboek
from conflictstijl.rapport.gegeven import Gegeven
from conflictstijl.rapport.groep import build_gegeven
from conflictstijl.rapport.groepspersonen import read_schaalnaam
from conflictstijl.rapport.groepswerkboek import build_aantallen
from conflictstijl.rapport.organisatieagenda import render_uitersten
from conflictstijl.rapport.organisaties import EEN_BLAD, GEEN_MENSEN

_REGELS = 2
"""Rows to fill in for each topic of the agenda."""
_DECIMALEN = 2


def build_organisatiewerkboek(
    beeld: Organisatiebeeld, vragenlijst: Vragenlijst, kennis: Kennis, meldingen: Mapping[str, int]
) -> Werkboek:
    """Return the workbook of organisations side by side, with the number of messages per kind."""
    gegeven = build_gegeven(vragenlijst, kennis)
    bladen = (_build_spreiding(gegeven, beeld), _build_scores(gegeven, beeld), _build_agenda(gegeven, beeld))
    titel = f"{vragenlijst.titel}: organisaties naast elkaar"
    return Werkboek(titel, (*bladen, build_aantallen(meldingen)), EEN_BLAD)


def _build_spreiding(gegeven: Gegeven, beeld: Organisatiebeeld) -> Blad:
    koppen = ("Onderwerp", "Spreiding", "Gemiddelde", "Laagste", "Hoogste", "Organisaties")
    rijen: list[tuple[Cel, ...]] = [
        (
            read_schaalnaam(gegeven, een.schaal),
            een.standaardafwijking,
            *map(float, (een.gemiddelde, een.laagste, een.hoogste)),
            een.n,
        )
        for een in beeld.spreidingen
    ]
    decimalen = (0, *(_DECIMALEN,) * 4, 0)
    grafiek = Grafiek("Spreiding", 0, 1, (0, beeld.einde))
    titel = "Hierover denken jullie het meest verschillend"
    return Blad("Spreiding", titel, koppen, rijen, (EEN_BLAD, GEEN_MENSEN), decimalen, grafiek)


def _build_scores(gegeven: Gegeven, beeld: Organisatiebeeld) -> Blad:
    schalen = [naam for groep in gegeven.lijst.groepen.values() for naam in groep]
    koppen = ("Organisatie", *(read_schaalnaam(gegeven, schaal) for schaal in schalen))
    scores = ((een.naam, [een.scores[schaal] for schaal in schalen]) for een in beeld.organisaties)
    rijen = [(naam, *(None if score is None else float(score) for score in eigen)) for naam, eigen in scores]
    decimalen = (0, *(_DECIMALEN for _ in schalen))
    return Blad("Organisaties", "De organisaties naast elkaar", koppen, rijen, (EEN_BLAD,), decimalen)


def _build_agenda(gegeven: Gegeven, beeld: Organisatiebeeld) -> Blad:
    onderwerpen = [(read_schaalnaam(gegeven, schaal), render_uitersten(beeld, schaal)) for schaal in beeld.gesprek]
    rijen = [
        (naam if regel == 0 else "", wie if regel == 0 else "", None, None, None)
        for naam, wie in onderwerpen
        for regel in range(_REGELS)
    ]
    koppen = ("Onderwerp", "Wie scoort hoe", "Wat gaan we doen", "Wie", "Wanneer")
    return Blad("Agenda", "Agenda om te verbeteren", koppen, rijen)
