"""A `vragenlijst` file into the model."""

import re
from fractions import Fraction

from conflictstijl.laden.antwoordschaal import parse_antwoordschaal
from conflictstijl.laden.bevindingen import Bevindingen
from conflictstijl.laden.blauwdruk import parse_blauwdruk
from conflictstijl.laden.items import parse_items
from conflictstijl.laden.knopen import Knoop, Tekst
from conflictstijl.laden.schalen import parse_schalen
from conflictstijl.laden.velden import Velden
from conflictstijl.model.vragenlijst import Antwoordschaal, Scoresoort, Vorm, Vragenlijst

_NOG_NIET = (
    "vormen", "onderdelen", "per_onderdeel", "afgeleid", "achtergrond", "oefen", "open", "banden", "normen",
    "volgorde", "opties_volgorde", "weergave", "groep", "bij", "totaal",
)  # fmt: skip
_STANDAARD_ONTBREKEND = Fraction(4, 5)
_PROCENT = re.compile(r"([0-9]{1,3}) ?%")
_PROCENTEN = range(1, 101)
_LANGSTE_DUUR = 240


def parse_vragenlijst(wortel: Knoop, bevindingen: Bevindingen) -> Vragenlijst | None:
    """Return the questionnaire that a tree describes, or None when that gives an error."""
    begin = bevindingen.count_fouten()
    velden = Velden(wortel, bevindingen, "deze vragenlijst")
    naam = velden.read_kop("vragenlijst")
    versie = velden.read_versie()
    vorm = _parse_vorm(velden)
    schalen = parse_schalen(velden)
    bekend = None if schalen is None else frozenset(schaal.id for schaal in schalen)
    antwoorden = _parse_antwoorden(velden, vorm)
    stellingen, keuzes = parse_items(velden.read_knoop("items", verplicht=True), vorm, bekend, bevindingen)
    gevonden = Vragenlijst(
        id=naam,
        versie=versie,
        titel=velden.read_tekst("titel", verplicht=True),
        schalen=tuple(schalen or ()),
        vorm=vorm or Vorm.STELLINGEN,
        antwoorden=antwoorden,
        stellingen=stellingen,
        keuzes=keuzes,
        uitleg=velden.read_tekst("uitleg"),
        minuten=velden.read_geheel("minuten", 1, _LANGSTE_DUUR),
        herkomst=velden.read_herkomst(),
        score=velden.read_keuze("score", Scoresoort, Scoresoort.GEMIDDELDE),
        ontbrekend=_parse_ontbrekend(velden),
        evenwicht=_parse_evenwicht(velden, vorm),
        blauwdruk=parse_blauwdruk(velden),
    )
    velden.check_onbekend(nog_niet=_NOG_NIET)
    return gevonden if bevindingen.count_fouten() == begin else None


def _parse_vorm(velden: Velden) -> Vorm | None:
    """Return the form; None when it is given and wrong, for then nothing that depends on it is checked."""
    if velden.read_knoop("vorm") is None:
        return Vorm.STELLINGEN
    return velden.read_woord("vorm", Vorm)


def _parse_antwoorden(velden: Velden, vorm: Vorm | None) -> Antwoordschaal | None:
    knoop = velden.read_knoop("antwoorden", verplicht=vorm is Vorm.STELLINGEN)
    if knoop is None:
        return None
    if vorm is Vorm.KIES:
        wat = "bij 'vorm: kies' horen geen 'antwoorden'"
        velden.bevindingen.add(knoop.plek, "antwoorden", wat, "haal de regel weg")
        return None
    return parse_antwoordschaal(knoop, velden.bevindingen)


def _parse_ontbrekend(velden: Velden) -> Fraction:
    knoop = velden.read_knoop("ontbrekend")
    if knoop is None:
        return _STANDAARD_ONTBREKEND
    woord = knoop.waarde if isinstance(knoop, Tekst) else ""
    treffer = _PROCENT.fullmatch(woord)
    if woord == "alles":
        return Fraction(1)
    if treffer and int(treffer[1]) in _PROCENTEN:
        return Fraction(int(treffer[1]), 100)
    wat = "'ontbrekend' zegt welk deel van een schaal ingevuld moet zijn"
    velden.bevindingen.add(knoop.plek, "ontbrekend", wat, "schrijf bijvoorbeeld '75%' of 'alles'")
    return _STANDAARD_ONTBREKEND


def _parse_evenwicht(velden: Velden, vorm: Vorm | None) -> bool:
    knoop = velden.read_knoop("evenwicht")
    if knoop is None:
        return False
    if not (isinstance(knoop, Tekst) and knoop.waarde == "streng"):
        velden.bevindingen.add(knoop.plek, "evenwicht", "'evenwicht' kan alleen 'streng' zijn", "schrijf 'streng'")
    elif vorm is Vorm.STELLINGEN:
        wat = "'evenwicht' hoort alleen bij 'vorm: kies'"
        velden.bevindingen.add(knoop.plek, "evenwicht", wat, "haal de regel weg")
    return True
