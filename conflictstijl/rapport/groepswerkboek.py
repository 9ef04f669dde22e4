"""A group as a workbook: its picture, and for a trainer who asks for it the scores, the statements and the messages."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from conflictstijl.model.gewicht import read_bereik
from conflictstijl.model.groepsbeeld import Groepsbeeld, Groepscijfers, Voorna, build_gedeeld
from conflictstijl.model.kennis import Kennis
from conflictstijl.model.profiel import Stijlprofiel
from conflictstijl.model.tabel import Invoermelding
from conflictstijl.model.vragenlijst import Vragenlijst
from conflictstijl.model.werkboek import Blad, Cel, Grafiek, Werkboek
from conflictstijl.rapport.gegeven import Gegeven, render_klein
from conflictstijl.rapport.groep import build_gegeven
from conflictstijl.rapport.groepspersonen import VERTROUWELIJK, read_schaalnaam
from conflictstijl.rapport.mijnstijl import render_normgroep
from conflictstijl.rapport.voorna import build_grenzen, build_koppen, render_reden, render_wie
from conflictstijl.tekst import render_zin

_GEDEELD = "gedeelde eerste plaats"
_ZONDER = "Namen en scores van één persoon staan hier niet in."
_MET = "In dit bestand staat ook de uitslag per persoon. Geef het niet aan de groep."
_NORM = "Dit is geen norm. Het beeld zegt niet of deze groep het goed of slecht doet."
_OMGEKEERD = "omgekeerd"
_RICHTING = f"Het gemiddelde is dat van de antwoorden zelf. Bij '{_OMGEKEERD}' geeft een laag antwoord een hoge score."
_PERCENTIEL = "Een percentiel zegt bij hoeveel procent van de normgroep de score lager was."
_WEG = "{} er niet bij. Anders kun je iets uitrekenen over een paar mensen."
_MELDINGEN = "Wat niet duidelijk was, telt als leeg. Wat het programma oversloeg, telt niet mee."
_DECIMALEN = 2


class Itemtelling(NamedTuple):
    """How one question was answered by a group: by how many people, and for a statement the mean of its answers."""

    vraag: str
    tekst: str
    schalen: tuple[str, ...]
    """Ids of the scales that it counts in."""
    beantwoord: int
    leeg: int
    gemiddelde: float | None
    """Of the answers as they were given: what is reversed is not turned round."""
    richting: str
    """How a statement counts: `gewoon`, `omgekeerd` or both; empty for what is not one, or does not count."""


class Personen(NamedTuple):
    """What a trainer may see who asked for people: their scores, and how every question was answered."""

    profielen: Iterable[Stijlprofiel]
    items: Sequence[Itemtelling]
    meldingen: Sequence[Invoermelding]


def build_groepswerkboek(
    beeld: Groepsbeeld,
    vragenlijst: Vragenlijst,
    kennis: Kennis,
    erbij: Personen | Mapping[str, int],
    voor_na: Voorna | None = None,
) -> Werkboek:
    """Return the workbook of a group; `erbij` are its people, or without these the number of messages per kind."""
    gegeven = build_gegeven(vragenlijst, kennis)
    bladen = [*_build_beeld(gegeven, beeld), *(_build_voor_na(gegeven, voor_na, beeld.minimum) if voor_na else ())]
    titel = f"{vragenlijst.titel}: groep"
    if not isinstance(erbij, Personen):
        zonder = [blad._replace(toelichting=(_ZONDER, *blad.toelichting)) for blad in bladen]
        return Werkboek(titel, (*zonder, build_aantallen(erbij)), _ZONDER)
    mensen = (_build_scores(gegeven, erbij.profielen), _build_items(gegeven, erbij.items))
    bladen = [*map(_build_vertrouwelijk, bladen), *mensen, _build_plekken(erbij.meldingen)]
    return Werkboek(f"VERTROUWELIJK: {titel} en personen", tuple(bladen), VERTROUWELIJK[0])


def _build_vertrouwelijk(blad: Blad) -> Blad:
    """Return a sheet about the group as it stands in a file that has people in it."""
    return blad._replace(titel=f"VERTROUWELIJK: {render_klein(blad.titel)}", toelichting=(_MET, *blad.toelichting))


def _build_beeld(gegeven: Gegeven, beeld: Groepsbeeld) -> Iterator[Blad]:
    if beeld.geheel is None:
        return
    kop = render_zin(gegeven.soort)
    if rijen := [*_build_eerste(gegeven, beeld, beeld.geheel)]:
        koppen = (kop, "Bij hoeveel mensen bovenaan")
        grafiek = Grafiek("Wat staat bij hoeveel mensen bovenaan", 0, 1, (0, beeld.geheel.n))
        yield Blad("Bovenaan", f"Beeld van {beeld.geheel.n} mensen", koppen, rijen, (_NORM,), grafiek=grafiek)
    gemiddelden = [(gegeven.read_naam(naam), float(waarde)) for naam, waarde in beeld.geheel.gemiddelden.items()]
    if gemiddelden:
        grenzen = [float(grens) for naam in beeld.geheel.gemiddelden for grens in read_bereik(gegeven.lijst, naam)]
        grafiek = Grafiek("Gemiddelden, grof afgerond", 0, 1, (min(grenzen), max(grenzen)))
        yield Blad("Gemiddelden", "Gemiddelden", (kop, "Gemiddelde"), gemiddelden, (_NORM,), grafiek=grafiek)
    if beeld.kolom is not None:
        yield from _build_groepen(gegeven, beeld, beeld.kolom)


def _build_eerste(gegeven: Gegeven, beeld: Groepsbeeld, cijfers: Groepscijfers) -> Iterator[tuple[str, int]]:
    for deel in beeld.delen:
        if deel.eerste:
            yield from ((gegeven.read_naam(naam), cijfers.eerste[naam]) for naam in deel.schalen)
            yield _GEDEELD, cijfers.eerste[build_gedeeld(deel.onderdeel)]


def _build_groepen(gegeven: Gegeven, beeld: Groepsbeeld, kolom: str) -> Iterator[Blad]:
    """Yield the subgroups next to each other, counts and means apart; only those that are shown."""
    gedeeld = {build_gedeeld(deel.onderdeel): _GEDEELD for deel in beeld.delen}
    eerste = [naam for deel in beeld.delen if deel.eerste for naam in (*deel.schalen, build_gedeeld(deel.onderdeel))]
    gemiddeld = [naam for deel in beeld.delen if deel.gemiddelden for naam in deel.schalen]
    for tab, titel, namen, read in (
        ("Bovenaan per groep", "Bij hoeveel mensen bovenaan", eerste, _read_eerste),
        ("Gemiddelden per groep", "Gemiddelden", gemiddeld, _read_gemiddelde),
    ):
        koppen = (kolom, "Mensen", *(gedeeld.get(naam) or gegeven.read_naam(naam) for naam in namen))
        rijen: list[tuple[Cel, ...]] = [
            (groep, cijfers.n, *(read(cijfers, naam) for naam in namen))
            for groep, cijfers in beeld.groepen.items()
            if cijfers
        ]
        if namen:
            yield Blad(tab, f"{titel}, per {kolom}", koppen, rijen, (_NORM, *_build_redenen(beeld)))


def _build_redenen(beeld: Groepsbeeld) -> Iterator[str]:
    """Yield how many subgroups are withheld, without their names: these may be somebody's."""
    weg = len(beeld.achtergehouden) + beeld.verzwegen
    if weg:
        yield _WEG.format("1 groep staat" if weg == 1 else f"{weg} groepen staan")


def _read_eerste(cijfers: Groepscijfers, naam: str) -> float:
    return cijfers.eerste[naam]


def _read_gemiddelde(cijfers: Groepscijfers, naam: str) -> float:
    return float(cijfers.gemiddelden[naam])


def _build_scores(gegeven: Gegeven, profielen: Iterable[Stijlprofiel]) -> Blad:
    schalen, normen = [schaal.id for schaal in gegeven.lijst.schalen], gegeven.lijst.normen
    namen = [read_schaalnaam(gegeven, schaal) for schaal in schalen]
    genormd = schalen if normen else []
    percentielen = [f"{naam}: percentiel" for naam in namen] if normen else []
    koppen = ("Wie", *namen, *percentielen, "Beantwoord", "Let op")
    rijen = (
        (
            profiel.deelnemer,
            *(profiel.scores[naam].waarde for naam in schalen),
            *(profiel.scores[naam].percentiel for naam in genormd),
            profiel.beantwoord,
            " ".join(melding.wat for melding in profiel.kwaliteit.meldingen),
        )
        for profiel in profielen
    )
    decimalen = (0, *(_DECIMALEN for _ in schalen), *(0 for _ in genormd), 0, 0)
    vooraf = (*VERTROUWELIJK, *([f"{_PERCENTIEL} {render_normgroep(normen)}"] if normen else []))
    return Blad("Scores", "VERTROUWELIJK: scores per persoon", koppen, rijen, vooraf, decimalen)


def _build_items(gegeven: Gegeven, items: Sequence[Itemtelling]) -> Blad:
    koppen = ("Vraag", "Tekst", "Telt bij", "Beantwoord", "Leeg", "Gemiddelde", "Richting")
    decimalen = (0, 0, 0, 0, 0, _DECIMALEN, 0)
    rijen = [
        (een.vraag, een.tekst, ", ".join(read_schaalnaam(gegeven, schaal) for schaal in een.schalen), *een[3:])
        for een in items
    ]
    omgekeerd = any(_OMGEKEERD in een.richting for een in items)
    vooraf = (VERTROUWELIJK[0], *([_RICHTING] if omgekeerd else []))
    return Blad("Vragen", "VERTROUWELIJK: antwoorden per vraag", koppen, rijen, vooraf, decimalen)


def _build_voor_na(gegeven: Gegeven, voor_na: Voorna, minimum: int) -> Iterator[Blad]:
    weg = (render_reden(voor_na, minimum),)
    vooraf = weg if voor_na.n is None else (render_wie(voor_na), *build_grenzen(gegeven))
    rijen = [(read_schaalnaam(gegeven, schaal), *een) for schaal, een in voor_na.schalen.items()]
    yield Blad("Voor en na", "Voor en na", build_koppen(gegeven), rijen, vooraf)


def _build_plekken(meldingen: Sequence[Invoermelding]) -> Blad:
    rijen = [
        (een.bestand, een.rij or None, een.cel or None, een.kolom or None, een.wat, een.gevolg or None)
        for een in meldingen
    ]
    koppen = ("Bestand", "Rij", "Cel", "Kolom", "Wat er is", "Gevolg")
    return Blad("Meldingen", "Wat niet duidelijk was of wegviel", koppen, rijen, (_MELDINGEN,))


def build_aantallen(aantallen: Mapping[str, int]) -> Blad:
    """Return a sheet with how often there was something to tell about places in the file, per kind."""
    rijen = sorted((soort.replace("-", " "), aantal) for soort, aantal in aantallen.items())
    return Blad("Meldingen", "Wat niet duidelijk was of wegviel", ("Wat", "Hoe vaak"), rijen, (_MELDINGEN,))
