"""Intervision methods: one file per method, with its steps and their minutes."""

from typing import NamedTuple

from conflictstijl.fouten import Bevinding
from conflictstijl.laden.bevindingen import Bevindingen
from conflictstijl.laden.catalogus import WERKVORM, load_alle, load_een
from conflictstijl.laden.kennis import read_delen
from conflictstijl.laden.knopen import Kaart, Knoop
from conflictstijl.laden.situaties import check_invulwoorden
from conflictstijl.laden.velden import Velden, read_janee
from conflictstijl.model.werkvorm import (
    GEWOON,
    LANGSTE,
    MINSTENS,
    Geschiktheid,
    Niveau,
    Werkrol,
    Werkstap,
    Werkvorm,
)

_MEESTE_MENSEN = 50
_LANGSTE_STAP = 120
_MEESTE_PER_DEELNEMER = 15
_GROOTSTE_DEEL = 9
_MEESTE_BIJEENKOMSTEN = 9
_AGENDA = "agenda"


class _Minuten(NamedTuple):
    """What a step says about its minutes."""

    minstens: int
    per_deelnemer: int = 0
    deel: int = 0


def load_werkvorm(naam: str) -> Werkvorm:
    """Return a method by id (shipped first, then own) or by path.

    Raises GebruikFout for an unknown id and InvoerFout, with all findings, for an unusable file.
    """
    return load_een(naam, WERKVORM, parse_werkvorm)


def load_werkvormen() -> tuple[list[Werkvorm], list[Bevinding]]:
    """Return every method that can be used, and the findings of those that cannot."""
    return load_alle(WERKVORM, load_werkvorm)


def parse_werkvorm(wortel: Knoop, bevindingen: Bevindingen) -> Werkvorm:
    """Return the method that a tree describes; usable only when `bevindingen` holds no error.

    A method without `duur` usually takes `GEWOON` minutes, or longer when its steps need more.
    """
    velden = Velden(wortel, bevindingen, "deze werkvorm")
    werkvorm = Werkvorm(
        id=velden.read_kop(WERKVORM.naam),
        naam=velden.read_tekst("naam", verplicht=True),
        doel=velden.read_tekst("doel", verplicht=True),
        geschikt=_parse_geschikt(velden.read_groep("geschikt")),
        duur=velden.read_geheel("duur", 1, LANGSTE) or 0,
        rollen=_parse_rollen(velden),
        voorbereiding=velden.read_teksten("voorbereiding"),
        aan_tafel=velden.read_teksten("aan_tafel"),
        stappen=tuple(map(_parse_stap, read_delen(velden, "stappen"))),
        niet_als=velden.read_teksten("niet_als", verplicht=True),
        let_op=velden.read_teksten("let_op"),
        valkuilen=velden.read_teksten("valkuilen"),
        bron=velden.read_tekst("bron", verplicht=True),
        versie=velden.read_versie(),
        herkomst=velden.read_herkomst(),
    )
    velden.check_onbekend()
    if velden.read_knoop(WERKVORM.naam):
        check_invulwoorden(wortel, bevindingen)
    if not bevindingen.count_fouten():
        _check_agenda(velden, werkvorm)
    return werkvorm._replace(duur=werkvorm.duur or max(GEWOON, werkvorm.count_kortste(werkvorm.gewone_groep)))


def _parse_geschikt(velden: Velden) -> Geschiktheid:
    laagste = velden.read_geheel("minstens", 2, _MEESTE_MENSEN, verplicht=True)
    hoogste = velden.read_geheel("hoogstens", 2, _MEESTE_MENSEN, verplicht=True)
    geschikt = Geschiktheid(
        minstens=laagste or 0,
        hoogstens=hoogste or 0,
        niveau=velden.read_keuze("niveau", Niveau, Niveau.BEGINNERS),
        veilige_groep=read_janee(velden, "veilige_groep"),
    )
    if laagste and hoogste and laagste > hoogste:
        wat = f"'minstens' is {laagste} mensen en 'hoogstens' is {hoogste}"
        velden.bevindingen.add(velden.plek, "groepsgrootte", wat, "draai de twee getallen om")
    velden.check_onbekend()
    return geschikt


def _parse_rollen(velden: Velden) -> tuple[Werkrol, ...]:
    return () if velden.read_knoop("rollen") is None else tuple(map(_parse_rol, read_delen(velden, "rollen")))


def _parse_rol(velden: Velden) -> Werkrol:
    rol = Werkrol(naam=velden.read_tekst("rol", verplicht=True), doet=velden.read_tekst("doet", verplicht=True))
    velden.check_onbekend()
    return rol


def _parse_stap(velden: Velden) -> Werkstap:
    minuten = _read_minuten(velden)
    stap = Werkstap(
        naam=velden.read_tekst("naam", verplicht=True),
        doet=velden.read_teksten("doet", verplicht=True),
        zegt=velden.read_teksten("zegt"),
        minstens=minuten.minstens,
        per_deelnemer=minuten.per_deelnemer,
        deel=minuten.deel,
        bijeenkomst=velden.read_geheel("bijeenkomst", 1, _MEESTE_BIJEENKOMSTEN) or 1,
    )
    velden.check_onbekend()
    return stap


def _read_minuten(velden: Velden) -> _Minuten:
    """Return the minutes of a step: a number that is fixed, or a group for those that grow."""
    if not isinstance(velden.read_knoop("minuten", verplicht=True), Kaart):
        return _Minuten(velden.read_geheel("minuten", 1, _LANGSTE_STAP) or 0)
    deel = velden.read_groep("minuten")
    minuten = _Minuten(
        minstens=deel.read_geheel("minstens", 1, _LANGSTE_STAP) or MINSTENS,
        per_deelnemer=deel.read_geheel("per_deelnemer", 1, _MEESTE_PER_DEELNEMER) or 0,
        deel=deel.read_geheel("deel", 1, _GROOTSTE_DEEL) or 0,
    )
    deel.check_onbekend()
    return minuten


def _check_agenda(velden: Velden, werkvorm: Werkvorm) -> None:
    """Report a method of which not every length between its shortest and the longest makes an agenda."""
    knoop = velden.read_knoop("stappen") or velden.knoop
    for wat, hint in _read_bezwaren(werkvorm):
        velden.bevindingen.add(knoop.plek, _AGENDA, wat, hint)


def _read_bezwaren(werkvorm: Werkvorm) -> list[tuple[str, str]]:
    """Return what is wrong with the minutes of a method, each with what to do about it."""
    bezwaren: list[tuple[str, str]] = []
    for nummer in werkvorm.bijeenkomsten:
        if not any(stap.deel for stap in werkvorm.read_stappen(nummer)):
            waar = f"in bijeenkomst {nummer}" if len(werkvorm.bijeenkomsten) > 1 else "in deze werkvorm"
            hint = "geef ten minste een stap een deel, zoals 'minuten: {minstens: 10, deel: 1}'"
            bezwaren.append((f"{waar} kan geen stap langer duren", hint))
    langste = werkvorm.count_kortste(werkvorm.geschikt.hoogstens)
    if langste > LANGSTE:
        wat = f"met {werkvorm.geschikt.hoogstens} mensen duren de stappen samen {langste} minuten"
        bezwaren.append((wat, f"maak er hoogstens {LANGSTE} van, of de groep kleiner"))
    kortste = werkvorm.count_kortste(werkvorm.gewone_groep)
    if 0 < werkvorm.duur < kortste <= LANGSTE:
        wat = (
            f"met {werkvorm.gewone_groep} mensen duren de stappen samen {kortste} minuten, en 'duur' is {werkvorm.duur}"
        )
        bezwaren.append((wat, "maak 'duur' langer, of de stappen korter"))
    return bezwaren
