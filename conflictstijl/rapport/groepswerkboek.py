"""A group as a workbook: its picture, and for a trainer who asks for it the scores, the statements and the messages."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from conflictstijl.model.gewicht import read_bereik
from conflictstijl.model.groepsbeeld import Groepsbeeld, Groepscijfers, build_gedeeld
from conflictstijl.model.kennis import Kennis
from conflictstijl.model.profiel import Stijlprofiel
from conflictstijl.model.tabel import Invoermelding
from conflictstijl.model.vragenlijst import Vragenlijst
from conflictstijl.model.werkboek import Blad, Cel, Grafiek, Werkboek
from conflictstijl.rapport.gegeven import Gegeven
from conflictstijl.rapport.groep import build_gegeven
from conflictstijl.rapport.groepspersonen import VERTROUWELIJK

_GEDEELD = "gedeelde eerste plaats"
_BEELD = (
    "Namen en scores van één persoon staan hier niet in.",
    "Dit is geen norm. Het beeld zegt niet of deze groep het goed of slecht doet.",
)
_WEG = "{} er niet bij. Anders kun je iets uitrekenen over een paar mensen."
_MELDINGEN = "Wat niet duidelijk was, telt als leeg. Wat het programma oversloeg, telt niet mee."
_DECIMALEN = 2


class Itemtelling(NamedTuple):
    """How one question was answered by a group: by how many people, and for a statement the mean of its answers."""

    vraag: str
    tekst: str
    schalen: str
    beantwoord: int
    leeg: int
    gemiddelde: float | None


class Personen(NamedTuple):
    """What a trainer may see who asked for people: their scores, and how every question was answered."""

    profielen: Iterable[Stijlprofiel]
    items: Sequence[Itemtelling]
    meldingen: Sequence[Invoermelding]


def build_groepswerkboek(
    beeld: Groepsbeeld,
    vragenlijst: Vragenlijst,
    kennis: Kennis,
    aantallen: Mapping[str, int],
    personen: Personen | None,
) -> Werkboek:
    """Return the workbook of a group; `aantallen` counts the messages per kind, `personen` is None without people."""
    gegeven = build_gegeven(vragenlijst, kennis)
    bladen = [*_build_beeld(gegeven, beeld)]
    if personen:
        bladen += [_build_scores(gegeven, personen.profielen), _build_items(personen.items)]
        bladen.append(_build_plekken(personen.meldingen))
    else:
        bladen.append(_build_aantallen(aantallen))
    return Werkboek(f"{vragenlijst.titel}: groep", tuple(bladen), VERTROUWELIJK[0] if personen else _BEELD[0])


def _build_beeld(gegeven: Gegeven, beeld: Groepsbeeld) -> Iterator[Blad]:
    if beeld.geheel is None:
        return
    if rijen := [*_build_eerste(gegeven, beeld, beeld.geheel)]:
        koppen = ("Stijl", "Bij hoeveel mensen bovenaan")
        grafiek = Grafiek("Wat staat bij hoeveel mensen bovenaan", 0, 1, (0, beeld.geheel.n))
        yield Blad("Bovenaan", f"Beeld van {beeld.geheel.n} mensen", koppen, rijen, _BEELD, grafiek=grafiek)
    gemiddelden = [(gegeven.read_naam(naam), float(waarde)) for naam, waarde in beeld.geheel.gemiddelden.items()]
    if gemiddelden:
        grenzen = [float(grens) for naam in beeld.geheel.gemiddelden for grens in read_bereik(gegeven.lijst, naam)]
        grafiek = Grafiek("Gemiddelden, grof afgerond", 0, 1, (min(grenzen), max(grenzen)))
        yield Blad("Gemiddelden", "Gemiddelden", ("Stijl", "Gemiddelde"), gemiddelden, _BEELD, grafiek=grafiek)
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
            yield Blad(tab, f"{titel}, per {kolom}", koppen, rijen, (*_BEELD, *_build_redenen(beeld)))


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
    schalen = [schaal.id for schaal in gegeven.lijst.schalen]
    koppen = ("Wie", *map(gegeven.read_naam, schalen), "Beantwoord", "Let op")
    rijen = (
        (
            profiel.deelnemer,
            *(profiel.scores[naam].waarde for naam in schalen),
            profiel.beantwoord,
            " ".join(melding.wat for melding in profiel.kwaliteit.meldingen),
        )
        for profiel in profielen
    )
    decimalen = (0, *(_DECIMALEN for _ in schalen), 0, 0)
    return Blad("Scores", "VERTROUWELIJK: scores per persoon", koppen, rijen, VERTROUWELIJK, decimalen)


def _build_items(items: Sequence[Itemtelling]) -> Blad:
    koppen = ("Vraag", "Tekst", "Telt bij", "Beantwoord", "Leeg", "Gemiddelde")
    decimalen = (0, 0, 0, 0, 0, _DECIMALEN)
    return Blad("Vragen", "VERTROUWELIJK: antwoorden per vraag", koppen, items, VERTROUWELIJK[:1], decimalen)


def _build_plekken(meldingen: Sequence[Invoermelding]) -> Blad:
    rijen = [
        (een.bestand, een.rij or None, een.cel or None, een.kolom or None, een.wat, een.gevolg or None)
        for een in meldingen
    ]
    koppen = ("Bestand", "Rij", "Cel", "Kolom", "Wat er is", "Gevolg")
    return Blad("Meldingen", "Wat niet duidelijk was of wegviel", koppen, rijen, (_MELDINGEN,))


def _build_aantallen(aantallen: Mapping[str, int]) -> Blad:
    rijen = sorted((soort.replace("-", " "), aantal) for soort, aantal in aantallen.items())
    return Blad("Meldingen", "Wat niet duidelijk was of wegviel", ("Wat", "Hoe vaak"), rijen, (_MELDINGEN,))
