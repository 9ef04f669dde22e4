"""A question with options: a case, a question, and the texts to choose, order or divide points over."""

from collections.abc import Iterable
from types import MappingProxyType
from typing import NamedTuple

from conflictstijl.laden.bevindingen import Bevindingen
from conflictstijl.laden.knopen import Kaart, Knoop, Lijst, Tekst
from conflictstijl.laden.sleutel import GEEN, parse_sleutel
from conflictstijl.laden.teksten import Tekstlezer, Woorden
from conflictstijl.laden.velden import Velden, check_dubbel, read_tekst
from conflictstijl.model.vragen import LETTERS, Antwoordschaal, Item, Keuze, Optie, Voorwaarde, Vorm
from conflictstijl.tekst import advise_naam, render_citaat

OPTIEWOORDEN = ("als", "vraag", "opties", "casus", "vorm", "totaal", "toelichting", "kenmerken")
"""Words with a meaning of their own in an item."""
GERESERVEERD = (*OPTIEWOORDEN, *LETTERS, "id", GEEN, "nvt")
"""Words with a meaning of their own in an item or in its answers: no scale can have such a name."""
HOOGSTE_TOTAAL = 1000
_MINSTE = 2
_VORM_OF_WEG = "schrijf die vorm erbij, of haal de regel weg"
_EINDTEKENS = ".?!…\"'”’)"
_OPTIEVORMEN = tuple(vorm for vorm in Vorm if vorm is not Vorm.STELLINGEN)


class Kader(NamedTuple):
    """What holds for all items of a questionnaire or of one part of it.

    `vorm` is None when the form itself was wrong: then only what holds for every form is checked. `schalen` is
    None when the scales were wrong: then no key is held against them.
    """

    lezer: Tekstlezer
    vorm: Vorm | None
    schalen: frozenset[str] | None
    antwoorden: Antwoordschaal | None
    totaal: int | None = None
    onderdeel: str = ""
    gedeeld: bool = False
    woorden: Woorden = MappingProxyType({})
    als: tuple[Voorwaarde, ...] = ()


def render_naam(naam: str, kader: Kader) -> str:
    """Return the id of an item as a message names it: of one that all parts share without the part."""
    return naam.removeprefix(f"{kader.onderdeel}.") if kader.gedeeld else naam


def read_uitspraak(knoop: Knoop, kader: Kader, bevindingen: Bevindingen) -> str | None:
    """Return the text of a statement or an option, with a warning when a comment seems to have cut it off."""
    tekst = kader.lezer.read(knoop, kader.woorden, bevindingen)
    if tekst and isinstance(knoop, Tekst) and knoop.afgekapt and tekst[-1] not in _EINDTEKENS:
        wat = "achter deze tekst begint commentaar (#), maar de zin lijkt niet af"
        hint = "hoort # bij de tekst, zet die dan tussen dubbele aanhalingstekens"
        bevindingen.add_waarschuwing(knoop.plek, "hekje", wat, hint)
    return tekst


def parse_keuze(
    knoop: Kaart, naam: str, als: tuple[Voorwaarde, ...], kader: Kader, bevindingen: Bevindingen
) -> Keuze | None:
    """Return a question with options, or None with findings."""
    begin = bevindingen.count_fouten()
    velden = Velden(knoop, bevindingen, f"vraag {render_naam(naam, kader)}")
    if _check_zonder_opties(knoop, kader, bevindingen):
        return None
    vorm = _read_vorm(velden, kader)
    opties = _parse_opties(velden, kader)
    keuze = Keuze(
        naam,
        opties,
        knoop.plek,
        vorm or Vorm.KIES,
        casus=kader.lezer.read_veld(velden, "casus", kader.woorden),
        vraag=kader.lezer.read_veld(velden, "vraag", kader.woorden),
        totaal=_read_totaal(velden, vorm, kader) or 0,
        toelichting=kader.lezer.read_veld(velden, "toelichting", kader.woorden),
        kenmerken=_parse_kenmerken(velden),
        als=als,
        onderdeel=kader.onderdeel,
    )
    velden.check_onbekend(toegestaan=("id", "als"))
    return keuze if bevindingen.count_fouten() == begin and vorm else None


def _check_zonder_opties(knoop: Kaart, kader: Kader, bevindingen: Bevindingen) -> bool:
    """Return True after a finding for texts beside a question where its options should be."""
    namen = [sleutel for sleutel, _ in knoop.paren]
    los = [naam for naam in namen if naam.waarde not in ("id", *OPTIEWOORDEN)]
    getikt = any(advise_naam(naam.waarde, OPTIEWOORDEN) for naam in los)
    if not los or getikt or "opties" in {naam.waarde for naam in namen}:
        return False
    if kader.vorm is Vorm.STELLINGEN and len(los) == 1:
        woord = next(naam for naam in namen if naam.waarde in OPTIEWOORDEN and naam.waarde != "als")
        wat = f"'{woord.waarde}' hoort bij een vraag met opties, niet bij een stelling"
        bevindingen.add(woord.plek, "opties", wat, "haal de regel weg, of maak er een vraag met 'opties:' van")
    else:
        wat = f"{render_citaat(los[0].waarde)} staat naast de vraag, en hoort eronder"
        bevindingen.add(los[0].plek, "opties", wat, "zet elke tekst onder 'opties:', als '- schaal: tekst'")
    return True


def _read_vorm(velden: Velden, kader: Kader) -> Vorm | None:
    knoop = velden.read_knoop("vorm")
    vorm = velden.read_woord("vorm", Vorm) if knoop is not None else kader.vorm
    if vorm is Vorm.STELLINGEN and velden.read_knoop("opties") is not None:
        plek = velden.plek if knoop is None else knoop.plek
        wat = "een vraag met opties heeft een eigen vorm nodig"
        velden.bevindingen.add(plek, "vorm", wat, f"schrijf 'vorm: {_OPTIEVORMEN[0]}', of een van de andere vormen")
    return vorm


def read_totaal(velden: Velden) -> int | None:
    """Return the number of points to divide, None when it is not given and 0 when it is wrong."""
    return None if velden.read_knoop("totaal") is None else velden.read_geheel("totaal", 1, HOOGSTE_TOTAAL) or 0


def check_totaal(velden: Velden, vorm: Vorm | None, items: Iterable[Item]) -> None:
    """Report points to divide beside a form in which nobody divides them, unless an item does."""
    knoop = velden.read_knoop("totaal")
    anders = vorm is not None and vorm is not Vorm.VERDEEL
    if knoop is not None and anders and not any(isinstance(item, Keuze) and item.totaal for item in items):
        velden.bevindingen.add(knoop.plek, "totaal", "'totaal' hoort bij 'vorm: verdeel'", _VORM_OF_WEG)


def _read_totaal(velden: Velden, vorm: Vorm | None, kader: Kader) -> int | None:
    gegeven = velden.read_knoop("totaal")
    totaal = kader.totaal if gegeven is None else read_totaal(velden)
    if gegeven is None and totaal is None and vorm is Vorm.VERDEEL:
        wat = "hier is niet gezegd hoeveel punten iemand verdeelt"
        velden.bevindingen.add(velden.plek, "totaal", wat, "voeg 'totaal: 10' toe")
    check_totaal(velden, vorm, ())
    return totaal if vorm is Vorm.VERDEEL else None


def _parse_kenmerken(velden: Velden) -> tuple[tuple[str, str], ...]:
    knoop = velden.read_knoop("kenmerken")
    if knoop is None:
        return ()
    deel = Velden(knoop, velden.bevindingen, "'kenmerken'")
    kenmerken = [(sleutel.waarde, read_tekst(waarde, velden.bevindingen) or "") for sleutel, waarde in deel]
    deel.check_onbekend()
    return tuple(kenmerken)


def _parse_opties(velden: Velden, kader: Kader) -> tuple[Optie, ...]:
    knoop = velden.read_knoop("opties", verplicht=True)
    if knoop is None:
        return ()
    delen = knoop.delen if isinstance(knoop, Lijst) else []
    if not delen:
        wat = f"'opties' is een lijst van {_MINSTE} tot en met {len(LETTERS)} teksten"
        velden.bevindingen.add(knoop.plek, "opties", wat, "zet elke optie op een eigen regel: '- schaal: tekst'")
    elif not _MINSTE <= len(delen) <= len(LETTERS):
        wat = "er is maar een optie" if len(delen) < _MINSTE else f"er zijn {len(delen)} opties"
        hint = f"maak er {_MINSTE} tot en met {len(LETTERS)} van"
        velden.bevindingen.add(delen[-1].plek, "opties", wat, hint)
    gevonden = [_parse_deel(deel, kader, velden.bevindingen) for deel in delen]
    return tuple(optie for optie in gevonden if optie is not None)


def _parse_deel(knoop: Knoop, kader: Kader, bevindingen: Bevindingen) -> Optie | None:
    if not isinstance(knoop, Kaart) or len(knoop.paren) != 1:
        hint = f"schrijf '- schaal: tekst', of '- {GEEN}: tekst' als zij niet meetelt"
        bevindingen.add(knoop.plek, "opties", "een optie is een regel met een schaal en een tekst", hint)
        return None
    check_dubbel(knoop, bevindingen)
    return parse_optie(*knoop.paren[0], kader, bevindingen)


def parse_optie(
    sleutelknoop: Tekst, tekstknoop: Knoop, kader: Kader, bevindingen: Bevindingen, *, paar: bool = False
) -> Optie | None:
    """Return an option, or None with a finding; in a pair the key is the bare name of a scale."""
    sleutel = parse_sleutel(sleutelknoop, kader.schalen, bevindingen)
    tekst = read_uitspraak(tekstknoop, kader, bevindingen)
    if sleutel is not None and paar and (not sleutel or sleutelknoop.waarde != sleutel[0].schaal):
        wat = "een uitspraak in een paar hoort bij precies een schaal"
        bevindingen.add(sleutelknoop.plek, "paar", wat, f"schrijf alleen de naam, zonder min, gewicht of '{GEEN}'")
        return None
    if sleutel is not None and any(deel.omgekeerd for deel in sleutel):
        wat = "een optie kan niet omgekeerd zijn: zij is gekozen of niet"
        bevindingen.add(sleutelknoop.plek, "omgekeerd-in-opties", wat, "haal de min weg")
        return None
    if sleutel is None or tekst is None:
        return None
    return Optie(tekst, sleutel, sleutelknoop.plek)
