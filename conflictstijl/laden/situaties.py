"""The file `situaties` into the model: gate, roles, factors with their weights, and routes."""

import re
from collections.abc import Callable, Collection
from typing import TypeVar

from conflictstijl.laden.bevindingen import Bevindingen
from conflictstijl.laden.eisen import (
    EIGEN_PLAATS,
    Standen,
    read_eisen,
    read_kenmerken,
    read_paren,
)
from conflictstijl.laden.kennis import read_delen, read_inleiding, read_lijst
from conflictstijl.laden.knopen import Kaart, Knoop, Lijst, Tekst
from conflictstijl.laden.velden import Velden, read_rij, read_stijl
from conflictstijl.laden.vervolg import parse_vervolg
from conflictstijl.model.kenmerken import read_alle
from conflictstijl.model.situatie import (
    ANDER,
    GESLOTEN,
    ROL,
    ROLLEN,
    SOORTEN_LEERVRAAG,
    STANDEN_VEILIGHEID,
    VEILIGHEID,
    WEET_NIET,
    WIE,
    ZWAARST,
    Bronverschil,
    Kenmerk,
    Poort,
    Rol,
    Route,
    Situatiekennis,
    Stand,
)
from conflictstijl.model.stijlen import STIJLEN
from conflictstijl.tekst import clean_tekst, render_citaat

T = TypeVar("T")

_INVULWOORD = re.compile(r"\{([^{}]*)\}")
_MET_WIE = {
    ROL: ("want", "uitleg"),
    "signalen": ("tekst",),
    "kenmerken": ("naam", "vraag", "want", "uitleg"),
    "routes": ("kort", "stappen", *ROLLEN),
    "tegenspraken": ("tekst",),
}
"""The texts in which the program fills in `{wie}`: keys by the part of the file they belong to."""
_LEERVRAAG = re.compile(r"Hoe (?:.* )?ik[ ,.:;?].*")
_MINSTE_STANDEN = 2


def parse_situaties(wortel: Knoop, bevindingen: Bevindingen) -> Situatiekennis:
    """Return what a tree tells about situations; usable only when `bevindingen` holds no error."""
    velden = Velden(wortel, bevindingen, "dit bestand met situaties")
    naam = read_inleiding(velden, "situaties")
    kenmerken = read_lijst(velden, "kenmerken", _parse_kenmerk)
    _check_namen(velden, "kenmerken", EIGEN_PLAATS, "een kenmerk")
    bekend = {een.id: tuple(een.standen) for een in kenmerken.values()}
    rol, rollen = _parse_rollen(velden, bekend)
    alle = {**bekend, ROL: ROLLEN} if bekend else {}
    kennis = Situatiekennis(
        id=naam,
        poort=_parse_poort(velden),
        rol=rol,
        rollen=rollen,
        kenmerken=kenmerken,
        eerst=read_kenmerken(velden, "eerst", bekend, verplicht=True),
        routes=read_lijst(velden, "routes", lambda eigen_id, deel: _parse_route(eigen_id, deel, alle)),
        bronverschillen=tuple(_parse_verschil(deel, alle) for deel in read_delen(velden, "tegenspraken")),
        leervragen=_read_vast(velden.read_groep("leervragen"), STIJLEN, _parse_leervragen),
        signalen=_read_signalen(velden, alle),
        doe=_read_per_stijl(velden, "doe"),
        zinnen=_read_per_stijl(velden, "zinnen") if velden.read_knoop("zinnen") is not None else {},
        let_op=velden.read_teksten("let_op", verplicht=True),
        herkomst=velden.read_herkomst(),
    )
    _check_namen(velden, "routes", EIGEN_PLAATS, "een route")
    velden.check_onbekend()
    if velden.read_knoop("situaties"):
        for sleutel, waarde in velden:
            _check_invulwoorden(waarde, sleutel.waarde, "", bevindingen)
    return kennis


def build_standen(kennis: Situatiekennis) -> dict[str, tuple[str, ...]]:
    """Return the levels of everything that can be given about a situation: gate, role and factors."""
    return {kenmerk.id: tuple(kenmerk.standen) for kenmerk in read_alle(kennis)}


def check_invulwoorden(knoop: Knoop, bevindingen: Bevindingen) -> None:
    """Report every word between braces in a file where nothing is filled in."""
    _check_invulwoorden(knoop, "", "", bevindingen)


def _read_vast(groep: Velden, namen: Collection[str], parse: Callable[[str, Velden], T]) -> dict[str, T]:
    """Return what each entry of a mapping describes, where the program counts on exactly these names."""
    gevonden: dict[str, T] = {}
    for naam in namen:
        deel = groep.read_groep(naam)
        gevonden[naam] = parse(naam, deel)
        deel.check_onbekend()
    groep.check_onbekend()
    return gevonden


def _check_namen(velden: Velden, naam: str, vast: Collection[str], wat: str) -> None:
    """Report an entry of a mapping with a name that the program uses for something else."""
    knoop = velden.read_knoop(naam)
    for sleutel, _ in knoop.paren if isinstance(knoop, Kaart) else []:
        if sleutel.waarde in vast:
            hint = "kies een andere naam"
            velden.bevindingen.add(sleutel.plek, "vaste-naam", f"{wat} kan niet '{sleutel.waarde}' heten", hint)


def _parse_kenmerk(naam: str, velden: Velden) -> Kenmerk:
    kenmerk = Kenmerk(
        id=naam,
        naam=velden.read_tekst("naam", verplicht=True),
        vraag=velden.read_tekst("vraag", verplicht=True),
        uitleg=velden.read_tekst("uitleg"),
        standen=read_lijst(velden, "standen", _parse_stand),
    )
    _check_namen(velden, "standen", (WEET_NIET,), "een stand")
    knoop = velden.read_knoop("standen")
    if isinstance(knoop, Kaart) and 0 < len({sleutel.waarde for sleutel, _ in knoop.paren}) < _MINSTE_STANDEN:
        wat = f"kenmerk '{naam}' heeft maar een stand"
        velden.bevindingen.add(knoop.plek, "een-stand", wat, "voeg toe wat iemand nog meer kan antwoorden")
    return kenmerk


def _parse_stand(naam: str, velden: Velden) -> Stand:
    weegt = velden.read_knoop("gewichten") is not None
    stand = Stand(
        id=naam,
        antwoord=velden.read_tekst("antwoord", verplicht=True),
        want=velden.read_tekst("want", verplicht=weegt),
        uitleg=velden.read_tekst("uitleg", verplicht=weegt),
        gewichten=_read_gewichten(velden),
        bron=velden.read_tekst("bron"),
    )
    if weegt and velden.read_knoop("bron") is None:
        wat = f"de gewichten van {render_citaat(naam)} hebben geen bron"
        hint = "schrijf 'bron:' met de literatuur, of 'bron: eigen ontwerp'"
        velden.bevindingen.add(velden.plek, "zonder-bron", wat, hint)
    return stand


def _read_gewichten(velden: Velden) -> dict[str, int]:
    knoop = velden.read_knoop("gewichten")
    if knoop is None:
        return {}
    deel = Velden(knoop, velden.bevindingen, "'gewichten'")
    gewichten = {
        sleutel.waarde: _read_gewicht(deel, sleutel) for sleutel, _ in deel if read_stijl(sleutel, velden.bevindingen)
    }
    deel.check_onbekend()
    return gewichten


def _read_gewicht(velden: Velden, stijl: Tekst) -> int:
    gewicht = velden.read_geheel(stijl.waarde, -ZWAARST, ZWAARST)
    if gewicht == 0:
        wat = f"het gewicht van {stijl.waarde} is 0 en telt niet mee"
        velden.bevindingen.add(stijl.plek, "gewicht-nul", wat, "haal het weg")
    return gewicht or 0


def _parse_poort(velden: Velden) -> Poort:
    """Return the gate: one question with three answers, of which two say what helps instead of a style."""
    deel = velden.read_groep(VEILIGHEID)
    kenmerk = Kenmerk(
        id=VEILIGHEID,
        naam="de veiligheid",
        vraag=deel.read_tekst("vraag", verplicht=True),
        uitleg=deel.read_tekst("uitleg", verplicht=True),
        standen=_read_vast(deel.read_groep("standen"), STANDEN_VEILIGHEID, _parse_antwoord),
    )
    hulp = deel.read_groep("hulp")
    poort = Poort(kenmerk, {stand: hulp.read_teksten(stand, verplicht=True) for stand in GESLOTEN})
    hulp.check_onbekend()
    deel.read_tekst("bron", verplicht=True)
    deel.check_onbekend()
    return poort


def _parse_antwoord(naam: str, velden: Velden) -> Stand:
    """Return a level of the gate: an answer that weighs nothing and is no reason."""
    return Stand(naam, velden.read_tekst("antwoord", verplicht=True), "", "", {}, "")


def _parse_rollen(velden: Velden, standen: Standen) -> tuple[Kenmerk, dict[str, Rol]]:
    """Return the question about the role, and what each role adds."""
    deel = velden.read_groep(ROL)
    rollen = _read_vast(deel.read_groep("standen"), ROLLEN, lambda naam, rol: _parse_rol(naam, rol, standen))
    kenmerk = Kenmerk(
        id=ROL,
        naam=deel.read_tekst("naam", verplicht=True),
        vraag=deel.read_tekst("vraag", verplicht=True),
        uitleg=deel.read_tekst("uitleg"),
        standen={naam: rol.stand for naam, rol in rollen.items()},
    )
    deel.check_onbekend()
    return kenmerk, rollen


def _parse_rol(naam: str, velden: Velden, standen: Standen) -> Rol:
    return Rol(
        stand=_parse_stand(naam, velden),
        wie=velden.read_tekst("wie") or WIE,
        zet=read_paren(velden, "zet", standen),
        slaat_over=read_kenmerken(velden, "slaat_over", standen),
        nooit=_read_stijlen(velden, "nooit"),
        niet_eerst=_read_stijlen(velden, "niet_eerst"),
        tenzij=read_eisen(velden, "tenzij", standen),
        woorden=_read_woorden(velden, "woorden"),
        ander=velden.read_tekst("ander") or ANDER,
        gewoonte=velden.read_tekst("gewoonte"),
        bij=_read_woorden(velden, "bij"),
    )


def _read_stijlen(velden: Velden, naam: str) -> tuple[str, ...]:
    knoop = velden.read_knoop(naam)
    return read_rij(knoop, naam, lambda deel: read_stijl(deel, velden.bevindingen), velden.bevindingen)


def _read_woorden(velden: Velden, naam: str) -> dict[str, str]:
    """Return the texts that a role has for some styles."""
    knoop = velden.read_knoop(naam)
    if knoop is None:
        return {}
    deel = Velden(knoop, velden.bevindingen, f"'{naam}'")
    namen = [sleutel.waarde for sleutel, _ in deel if read_stijl(sleutel, velden.bevindingen)]
    woorden = {stijl: deel.read_tekst(stijl) for stijl in namen}
    deel.check_onbekend()
    return woorden


def _parse_route(naam: str, velden: Velden, standen: Standen) -> Route:
    eerst = velden.read_knoop("eerst")
    return Route(
        id=naam,
        naam=velden.read_tekst("naam", verplicht=True),
        als=read_eisen(velden, "als", standen, verplicht=True),
        tenzij=read_eisen(velden, "tenzij", standen),
        eerst="" if eerst is None else read_stijl(eerst, velden.bevindingen) or "",
        kort=velden.read_tekst("kort", verplicht=True),
        stappen=velden.read_teksten("stappen", verplicht=True),
        per_rol=_read_per_rol(velden),
        bron=velden.read_tekst("bron", verplicht=True),
        verder=parse_vervolg(velden),
    )


def _read_per_rol(velden: Velden) -> dict[str, tuple[str, ...]]:
    """Return the steps that some roles take in place of those of everyone."""
    knoop = velden.read_knoop("per_rol")
    if knoop is None:
        return {}
    deel = Velden(knoop, velden.bevindingen, "'per_rol'")
    gevonden = {rol: stappen for rol in ROLLEN if (stappen := deel.read_teksten(rol))}
    deel.check_onbekend()
    return gevonden


def _parse_verschil(velden: Velden, standen: Standen) -> Bronverschil:
    verschil = Bronverschil(
        als=read_eisen(velden, "als", standen, verplicht=True),
        tekst=velden.read_tekst("tekst", verplicht=True),
        bron=velden.read_tekst("bron", verplicht=True),
    )
    velden.check_onbekend()
    return verschil


def _read_signalen(velden: Velden, standen: Standen) -> tuple[Bronverschil, ...]:
    if velden.read_knoop("signalen") is None:
        return ()
    return tuple(_parse_verschil(deel, standen) for deel in read_delen(velden, "signalen"))


def _parse_leervragen(_stijl: str, velden: Velden) -> dict[str, str]:
    return {soort: _read_leervraag(velden, soort) for soort in SOORTEN_LEERVRAAG}


def _read_leervraag(velden: Velden, soort: str) -> str:
    """Return a question that somebody asks about what they do themselves."""
    vraag, knoop = velden.read_tekst(soort, verplicht=True), velden.read_knoop(soort)
    if vraag and knoop and (not _LEERVRAAG.fullmatch(vraag) or vraag.count("?") != 1):
        wat = "een leervraag begint met 'Hoe', heeft het woord 'ik' en één vraagteken"
        velden.bevindingen.add(
            knoop.plek, "leervraag", wat, "schrijf bijvoorbeeld: Hoe merk ik wat de ander nodig heeft?"
        )
    return vraag


def _read_per_stijl(velden: Velden, naam: str) -> dict[str, str]:
    """Return a text for each of the five styles."""
    deel = velden.read_groep(naam)
    teksten = {stijl: deel.read_tekst(stijl, verplicht=True) for stijl in STIJLEN}
    deel.check_onbekend()
    return teksten


def _check_invulwoorden(knoop: Knoop, deel: str, veld: str, bevindingen: Bevindingen) -> None:
    """Report every word between braces for which nothing is filled in: all but `{wie}`, in a few texts."""
    if isinstance(knoop, Kaart):
        for sleutel, waarde in knoop.paren:
            _check_invulwoorden(waarde, deel, sleutel.waarde, bevindingen)
    elif isinstance(knoop, Lijst):
        for waarde in knoop.delen:
            _check_invulwoorden(waarde, deel, veld, bevindingen)
    else:
        bekend = {"wie", "ander"} if veld in _MET_WIE.get(deel, ()) else set()
        for woord in _INVULWOORD.findall(knoop.waarde):
            if woord not in bekend:
                wat = f"voor {{{clean_tekst(woord, 40)}}} in deze tekst is niets ingevuld"
                hint = "schrijf {wie} of {ander}, of haal de accolades weg" if bekend else "haal de accolades weg"
                bevindingen.add(knoop.plek, "invulwoord", wat, hint)
