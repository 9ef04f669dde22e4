"""Whether the parts of a kept questionnaire belong together: a checksum is no signature.

A file of an author is held against many more rules when it is loaded (`laden`). Here stands what scoring and reporting
rely on, so that a questionnaire that somebody made by hand is refused and never breaks off a program.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from conflictstijl.model.norm import MEESTE_DECIMALEN, Normgroep
from conflictstijl.model.stijlen import STIJLEN
from conflictstijl.model.vragen import (
    LETTERS,
    Achtergrondvraag,
    Antwoordschaal,
    Keuze,
    Sleutel,
    Stelling,
    Voorwaarde,
    Vorm,
    Vraag,
    check_antwoord,
)
from conflictstijl.model.vragenlijst import Afgeleide, Schaal, Vragenlijst

_NAAM = re.compile(r"[a-z0-9]+(?:[-_.]+[a-z0-9]+)*", re.ASCII)
"""An id: also that of an item in a part (`kalm.7`). No path fits."""
_LANGSTE_NAAM = 130
_MEESTE_VRAGEN = 1200
_MEESTE_FORMULES, _MEESTE_STAPPEN = 100, 200
_HOOGSTE_GEWICHT, _DUIZENDSTE = 1000, 1000
_HOOGSTE_TOTAAL = 1000
_TEKENS = ("+", "-", "*", "/")


def check_samenhang(lijst: Vragenlijst) -> bool:
    """Return True when all that a questionnaire refers to is there, and its numbers are possible ones."""
    delen = {deel.id for deel in lijst.onderdelen}
    return (
        _check_namen(lijst)
        and all(_check_schaal(schaal, delen) for schaal in lijst.schalen)
        and all(_check_vraag(vraag, lijst) for vraag in lijst.vragen)
        and _check_volgorde(lijst)
        and _check_variant(lijst)
        and _check_regels(lijst)
        and _check_afgeleid(lijst)
        and (lijst.normen is None or _check_normen(lijst.normen, _read_schalen(lijst)))
    )


def _read_schalen(lijst: Vragenlijst) -> set[str]:
    return {schaal.id for schaal in lijst.schalen}


def _check_namen(lijst: Vragenlijst) -> bool:
    """Return True when every id is one, and none stands twice among its own kind."""
    groepen: list[list[str]] = [
        [schaal.id for schaal in lijst.schalen],
        [vraag.id for vraag in lijst.vragen],
        [deel.id for deel in lijst.onderdelen],
        [variant.id for variant in lijst.varianten],
        [band.id for band in lijst.banden],
        [*_read_schalen(lijst), *(een.id for een in lijst.afgeleid)],
    ]
    los = [lijst.id, *(naam for naam in (lijst.bij, lijst.met) if naam)]
    uniek = all(len(set(groep)) == len(groep) for groep in groepen)
    return uniek and all(_check_naam(naam) for groep in [*groepen, los] for naam in groep)


def _check_naam(naam: str) -> bool:
    return len(naam) <= _LANGSTE_NAAM and _NAAM.fullmatch(naam) is not None


def _check_schaal(schaal: Schaal, delen: Iterable[str]) -> bool:
    past = not schaal.onderdeel or (schaal.onderdeel in delen and schaal.id.startswith(f"{schaal.onderdeel}."))
    return past and schaal.stijl in (None, *STIJLEN)


def _check_vraag(vraag: Vraag, lijst: Vragenlijst) -> bool:
    match vraag:
        case Stelling():
            schaal = _check_antwoordschaal(vraag.antwoorden)
            return schaal and _check_sleutel(vraag.sleutel, lijst) and _check_deel(vraag.onderdeel, lijst)
        case Keuze():
            return _check_keuze(vraag, lijst) and _check_deel(vraag.onderdeel, lijst)
        case Achtergrondvraag():
            return bool(vraag.antwoorden)
        case _:
            return True


def _check_deel(naam: str, lijst: Vragenlijst) -> bool:
    return not naam or naam in {deel.id for deel in lijst.onderdelen}


def _check_antwoordschaal(schaal: Antwoordschaal) -> bool:
    waarden = [punt.waarde for punt in schaal.punten]
    return len(waarden) > 1 and all(laag < hoog for laag, hoog in pairwise(waarden))


def _check_sleutel(sleutel: Sleutel, lijst: Vragenlijst) -> bool:
    schalen = [deel.schaal for deel in sleutel]
    goed = all(0 < deel.gewicht <= _HOOGSTE_GEWICHT and _DUIZENDSTE % deel.gewicht.denominator == 0 for deel in sleutel)
    return goed and len(set(schalen)) == len(schalen) and set(schalen) <= _read_schalen(lijst)


def _check_keuze(keuze: Keuze, lijst: Vragenlijst) -> bool:
    totaal = range(1, _HOOGSTE_TOTAAL + 1) if keuze.vorm is Vorm.VERDEEL else range(1)
    return (
        keuze.vorm is not Vorm.STELLINGEN
        and keuze.totaal in totaal
        and 1 < len(keuze.opties) <= len(LETTERS)
        and all(_check_sleutel(optie.sleutel, lijst) for optie in keuze.opties)
        and not any(deel.omgekeerd for optie in keuze.opties for deel in optie.sleutel)
    )


def _check_volgorde(lijst: Vragenlijst) -> bool:
    """Return True when every condition names an earlier question, and answers that it has."""
    eerder: dict[str, Vraag] = {}
    for vraag in lijst.vragen:
        if not _check_als(vraag.als, eerder):
            return False
        eerder[vraag.id] = vraag
    onderdelen = all(_check_als(deel.als, eerder) for deel in lijst.onderdelen)
    return onderdelen and bool(lijst.items) and len(eerder) <= _MEESTE_VRAGEN


def _check_als(als: Iterable[Voorwaarde], eerder: Mapping[str, Vraag]) -> bool:
    return all(
        eis.vraag in eerder and all(check_antwoord(antwoord, eerder[eis.vraag]) for antwoord in eis.antwoorden)
        for eis in als
    )


def _check_variant(lijst: Vragenlijst) -> bool:
    """Return True when the version is one of those that there are."""
    return lijst.variant in lijst.varianten if lijst.varianten else lijst.variant is None


def _check_regels(lijst: Vragenlijst) -> bool:
    grenzen = [band.ondergrens for band in lijst.banden]
    schaal = lijst.antwoorden is None or _check_antwoordschaal(lijst.antwoorden)
    return schaal and 0 < lijst.ontbrekend <= 1 and all(laag < hoog for laag, hoog in pairwise(grenzen))


def _check_afgeleid(lijst: Vragenlijst) -> bool:
    """Return True when every formula can be reckoned: of scales, numbers and earlier values, in postfix order."""
    bekend = _read_schalen(lijst)
    for een in lijst.afgeleid:
        if not _check_formule(een, bekend):
            return False
        bekend.add(een.id)
    return len(lijst.afgeleid) <= _MEESTE_FORMULES


def _check_formule(een: Afgeleide, bekend: Iterable[str]) -> bool:
    stand = list(_count_stapel(een, bekend))
    return 0 < len(stand) <= _MEESTE_STAPPEN and min(stand) > 0 and stand[-1] == 1


def _count_stapel(een: Afgeleide, bekend: Iterable[str]) -> Iterator[int]:
    """Yield the number of values on the stack after each step; 0 for a step that is none or takes too many."""
    hoog = 0
    for stap in een.stappen:
        hoog += -1 if stap in _TEKENS else 1
        yield hoog if stap in _TEKENS or not isinstance(stap, str) or stap in bekend else 0


def _check_normen(normen: Normgroep, schalen: set[str]) -> bool:
    mensen = [[aantal for _, aantal in rijen] for rijen in normen.tabel.values()]
    goed = all(rij and min(rij) >= 0 and sum(rij) for rij in mensen)
    return (
        goed
        and set(normen.tabel) <= schalen
        and 0 <= normen.decimalen <= MEESTE_DECIMALEN
        and _check_betrouwbaarheid(normen, schalen)
    )


def _check_betrouwbaarheid(normen: Normgroep, schalen: set[str]) -> bool:
    betrouwbaar = normen.betrouwbaarheid
    if betrouwbaar is None:
        return True
    return set(betrouwbaar.waarden) == schalen and all(0 < waarde < 1 for waarde in betrouwbaar.waarden.values())
