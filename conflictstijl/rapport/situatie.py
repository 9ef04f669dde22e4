"""Advice for a situation as a neutral document: what to do, why, what else helps, and what to practise."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from conflictstijl.model.document import Alinea, Blok, Document, Kop, Opsomming, Tabel
from conflictstijl.model.kenmerken import Kenmerken, read_kenmerk, read_rol, read_standen, render_wie
from conflictstijl.model.kennis import Kennis
from conflictstijl.model.situatie import (
    ANDERS,
    DAARNA,
    NU,
    ROL,
    Casus,
    Gebruik,
    Hulp,
    Partij,
    Situatieadvies,
    Situatiekennis,
    Stand,
    Stap,
    Verschil,
    Wissel,
)
from conflictstijl.model.vervolg import Vervolgstap
from conflictstijl.rapport.gegeven import KLEIN, render_klein
from conflictstijl.rapport.kloof import build_kloof
from conflictstijl.rapport.partijen import build_partijen
from conflictstijl.rapport.profiel import SLOT, build_vaardigheid, render_herkomst
from conflictstijl.rapport.vervolg import build_vervolgregel
from conflictstijl.tekst import render_opsomming, render_zin

_WANNEER = {NU: "Nu", DAARNA: "Daarna", ANDERS: "Lukt dat niet"}
_SOORT = {
    "kennis": "Met deze vraag zoek je eerst iets uit (kennis).",
    "vaardigheid": "Met deze vraag oefen je een vaardigheid.",
    "houding": "Met deze vraag kijk je wat het van jou vraagt (houding).",
    "experiment": "Met deze vraag probeer je iets uit wat al bij je past (experiment).",
}
_MEESTE_GELIJK = 2
"""Styles that may fit equally well before the answers are called too few."""
_MAAK_EIGEN = "Maak de vraag van jezelf. Begin met 'Hoe', houd 'ik' erin en vraag één ding."
DICHT = "Veiligheid gaat voor. Dit programma geeft daarom nu geen advies over een stijl."
NIETS_BEWAARD = "Over deze situatie is nu niets bewaard."
_NIETS_VERDER: Mapping[str, tuple[Vervolgstap, ...]] = MappingProxyType({})


class Situatie(NamedTuple):
    """One situation with its advice, and all that a report tells about it."""

    advies: Situatieadvies
    situaties: Situatiekennis
    kennis: Kennis
    casus: Casus | None = None
    wissels: tuple[Wissel, ...] | None = None
    bron: str = ""
    """Which kept result the advice is laid beside, as a sentence."""
    gebruik: Gebruik | None = None
    """What somebody says to do, when the advice is laid beside that."""
    partijen: tuple[Partij, ...] = ()
    """Who is in it, from a worksheet that somebody filled in."""
    verder: Mapping[str, tuple[Vervolgstap, ...]] = _NIETS_VERDER
    """What each route leads to, by its id."""

    @property
    def poort(self) -> None:
        """No gate is closed."""
        return

    def read_naam(self, stijl: str, kenmerken: Kenmerken | None = None) -> str:
        """Return the name of a style inside a sentence, in the words of the role."""
        rol = read_rol(kenmerken or self.advies.kenmerken, self.situaties)
        eigen = rol.woorden.get(stijl) if rol else None
        return render_klein(eigen or self.kennis.stijlen.stijlen[stijl].kort)

    def render_namen(self, stijlen: Iterable[str], voegwoord: str = "en") -> str:
        """Return the names of styles as a Dutch enumeration."""
        return render_opsomming([self.read_naam(stijl) for stijl in stijlen], voegwoord)

    def render_wie(self, tekst: str) -> str:
        """Return a text with the one whose interest it is filled in."""
        return render_wie(tekst, self.advies.kenmerken, self.situaties)


def build_situatiedocument(situatie: Situatie) -> Document:
    """Return the advice for one situation."""
    casus = situatie.casus
    titel = Kop(f"Advies: {render_klein(casus.titel)}" if casus else "Advies bij je situatie", 1)
    blokken: list[Blok] = [titel, Kop("Welke stijl past hier"), *build_advies(situatie)]
    redenen = list(build_redenen(situatie))
    blokken += [Kop("Waarom"), *redenen] if redenen else []
    if situatie.wissels is not None:
        blokken += [Kop("Wat als het anders ligt"), *_build_wissels(situatie)]
    if situatie.advies.verschil:
        bron = [Alinea(situatie.bron)] if situatie.bron else []
        blokken += [Kop("Wat je zegt vaker te doen"), *bron, *build_verschil(situatie, situatie.advies.verschil)]
    if situatie.advies.vaardigheden:
        blokken += [Kop("Welke vaardigheid oefen ik"), *build_oefenen(situatie)]
    return Document((*blokken, *build_partijen(situatie.partijen), Kop(SLOT, KLEIN), *build_let_op(situatie)))


def build_hulpdocument(hulp: Hulp) -> Document:
    """Return what helps when it is not certain that everyone is safe."""
    return Document((Kop("Eerst veiligheid", 1), Opsomming(hulp.hulp), Alinea(f"{DICHT} {NIETS_BEWAARD}")))


def build_advies(situatie: Situatie) -> Iterator[Blok]:
    """Yield which styles fit best, what to do when, how firm that is, and what no style solves."""
    advies = situatie.advies
    for signaal in advies.signalen:
        yield Alinea(f"Let op. {signaal}")
    if not advies.advies:
        yield Alinea("Uit wat je vertelde volgt geen voorkeur voor een stijl.")
        yield Alinea("Vertel meer over de situatie, of kies de stijl die je het best kunt uitleggen.")
    else:
        yield Alinea(f"Hier {_render_past(advies.advies)}: {situatie.render_namen(advies.advies)}.")
        if next(een.score for een in advies.stijlen if een.stijl in advies.advies) < 0:
            yield Alinea("Geen enkele stijl past hier echt goed. Overleg eerst met een collega.")
        if len(advies.advies) > _MEESTE_GELIJK:
            yield Alinea("Je antwoorden geven nog geen duidelijke keus. Vertel iets meer over de situatie.")
        yield Opsomming(tuple(_build_stappen(situatie)), genummerd=True)
        yield from _build_begin(situatie)
        yield Alinea(_render_stevig(situatie))
    yield from _build_afgeraden(situatie)
    yield from _build_routes(situatie)


def _build_begin(situatie: Situatie) -> Iterator[Blok]:
    """Yield what makes the first step doable: words to say, what this role must think of, and a moment."""
    eigen = read_rol(situatie.advies.kenmerken, situatie.situaties)
    stijlen = [stap.stijl for stap in situatie.advies.stappen]
    if eigen:
        yield from (Alinea(tekst) for stijl, tekst in eigen.bij.items() if stijl in stijlen)
    zin = situatie.situaties.zinnen.get(stijlen[0])
    # words for a party do not fit who stands between parties, gives away what is another's, or may be in danger
    if zin and not situatie.advies.signalen and not (eigen and (eigen.woorden or stijlen[0] in eigen.bij)):
        yield Alinea(f"Zo begin je: '{zin}'")
    yield Alinea("Wanneer begin je, en met wie? Schrijf dat op.")


def _build_stappen(situatie: Situatie) -> Iterator[str]:
    for stap in situatie.advies.stappen:
        yield f"{_WANNEER[stap.wanneer]}: {render_klein(_render_doe(situatie, stap))}. {stap.omdat}"


def _render_doe(situatie: Situatie, stap: Stap) -> str:
    """Return what to do in a step: what a route says that comes first, else the words of the role or the style."""
    routes = [situatie.situaties.routes[naam] for naam in situatie.advies.routes]
    eerst = [route.naam for route in routes if route.eerst == stap.stijl and stap.wanneer == NU]
    rol = read_rol(situatie.advies.kenmerken, situatie.situaties)
    eigen = rol.woorden.get(stap.stijl) if rol else None
    return eerst[0] if eerst else eigen or situatie.situaties.doe[stap.stijl]


def _render_stevig(situatie: Situatie) -> str:
    advies = situatie.advies
    if advies.stevig:
        return "Laat je één antwoord weg, dan blijft dit advies staan. Een ander antwoord kan het wel veranderen."
    namen = [situatie.render_wie(read_kenmerk(naam, situatie.situaties).naam) for naam in advies.hangt_aan]
    zonder = "dat antwoord" if len(namen) == 1 else "een van die antwoorden"
    return f"Dit advies hangt af van wat je zei over {render_opsomming(namen, 'of')}. Zonder {zonder} verandert het."


def _build_afgeraden(situatie: Situatie) -> Iterator[Blok]:
    """Yield what fits less, and what a role does in its own way towards everyone alike."""
    rol = read_rol(situatie.advies.kenmerken, situatie.situaties)
    nooit = rol.nooit if rol else ()
    minder = [stijl for stijl in situatie.advies.afgeraden if stijl not in nooit]
    if minder:
        kort = [render_klein(_render_kort(situatie, stijl)) for stijl in minder]
        yield Alinea(f"Minder op zijn plaats: {render_opsomming(kort)}.")
    if nooit:
        kort = [render_klein(situatie.kennis.stijlen.stijlen[stijl].kort) for stijl in nooit]
        wel = situatie.render_namen(nooit, "of")
        yield Alinea(
            f"In jouw rol doe je dit niet tegenover één partij: {render_opsomming(kort, 'of')}. Wel kan: {wel}."
        )


def _build_routes(situatie: Situatie) -> Iterator[Blok]:
    for naam in situatie.advies.routes:
        route = situatie.situaties.routes[naam]
        yield Kop(f"Dit helpt: {render_klein(route.naam)}", KLEIN)
        if not route.eerst:
            # the one that comes first has said so in the first step
            yield Alinea(situatie.render_wie(route.kort))
        rol = situatie.advies.kenmerken.get(ROL, "")
        stappen = route.per_rol.get(rol, route.stappen)
        yield Opsomming(tuple(map(situatie.render_wie, stappen)), genummerd=True)
        if situatie.verder.get(naam):
            yield build_vervolgregel(situatie.verder[naam])
        yield Alinea(f"Bron: {route.bron}.")


def build_redenen(situatie: Situatie) -> Iterator[Blok]:
    """Yield the score of every style, each answer with what it weighs and its source, and the contradictions."""
    advies = situatie.advies
    standen = [stand for _, stand in read_standen(advies.kenmerken, situatie.situaties) if stand.gewichten]
    if not standen:
        return
    rijen = tuple((_render_rijnaam(situatie, een.stijl), str(een.score)) for een in advies.stijlen)
    yield Tabel(("Stijl", "Punten"), rijen)
    yield Alinea("Zo komen die punten tot stand:")
    yield Opsomming(tuple(_render_stand(situatie, stand) for stand in standen))
    if advies.tegenspraken:
        yield Alinea("Hier wijst niet alles dezelfde kant op:")
        yield Opsomming(tuple(_build_tegenspraken(situatie)))


def _render_rijnaam(situatie: Situatie, stijl: str) -> str:
    """Return the name of a style with its score; what the role rules out is marked, however high it comes."""
    rol = read_rol(situatie.advies.kenmerken, situatie.situaties)
    niet = rol is not None and stijl in rol.nooit
    return f"{_render_kort(situatie, stijl)} (niet in jouw rol)" if niet else _render_kort(situatie, stijl)


def _render_kort(situatie: Situatie, stijl: str) -> str:
    return situatie.kennis.stijlen.stijlen[stijl].kort


def _render_stand(situatie: Situatie, stand: Stand) -> str:
    """Return one answer with everything that it weighs: as a sentence, in points, with reason and source."""
    voor = _render_gewichten(situatie, stand, 1)
    tegen = _render_gewichten(situatie, stand, -1)
    punten = " ".join(filter(None, (f"Voor: {voor}." if voor else "", f"Tegen: {tegen}." if tegen else "")))
    want, uitleg = situatie.render_wie(stand.want), situatie.render_wie(stand.uitleg)
    return f"{render_zin(want)}. {punten} {uitleg} Bron: {stand.bron}."


def _render_gewichten(situatie: Situatie, stand: Stand, teken: int) -> str:
    return render_opsomming(
        [
            f"{render_klein(_render_kort(situatie, stijl))} ({gewicht:+d})"
            for stijl, gewicht in stand.gewichten.items()
            if gewicht * teken > 0
        ]
    )


def _build_tegenspraken(situatie: Situatie) -> Iterator[str]:
    for een in situatie.advies.tegenspraken:
        over = f"{render_zin(situatie.read_naam(een.stijl))}. " if een.stijl else ""
        yield f"{over}{een.tekst} Bron: {een.bron}."


def _build_wissels(situatie: Situatie) -> Iterator[Blok]:
    """Yield which single other answer would give another style: to what was said, and to what was left open."""
    wissels = situatie.wissels or ()
    gegeven = [een for een in wissels if een.kenmerk in situatie.advies.kenmerken]
    for kop, deel in (
        ("Met één ander antwoord verandert het advies:", gegeven),
        ("Dit zei je nog niet. Het verandert het advies:", [een for een in wissels if een not in gegeven]),
    ):
        if deel:
            yield Alinea(kop)
            yield Opsomming(tuple(_render_wissel(situatie, wissel) for wissel in deel))
    if not wissels:
        yield Alinea("Met één ander antwoord past hier geen andere stijl. De eerste stap kan wel veranderen.")


def _render_wissel(situatie: Situatie, wissel: Wissel) -> str:
    """Return another answer with what would fit then, in the words of the role that one would have."""
    kenmerk = read_kenmerk(wissel.kenmerk, situatie.situaties)
    anders = {**situatie.advies.kenmerken, wissel.kenmerk: wissel.stand}
    vraag = render_wie(kenmerk.vraag, anders, situatie.situaties)
    namen = [situatie.read_naam(stijl, anders) for stijl in wissel.advies]
    dan = f"{_render_past(namen)}: {render_opsomming(namen)}" if namen else "past geen stijl beter dan een andere"
    return f"{vraag} '{kenmerk.standen[wissel.stand].antwoord}'. Dan {dan}."


def _render_past(stijlen: Sequence[str]) -> str:
    return "past het best" if len(stijlen) == 1 else "passen even goed"


def build_verschil(situatie: Situatie, verschil: Verschil) -> Iterator[Blok]:
    """Yield the style that is asked for beside what somebody says to do."""
    gevraagd = situatie.read_naam(verschil.gevraagd)
    vraagt = f"Deze situatie vraagt om: {gevraagd}."
    rol = read_rol(situatie.advies.kenmerken, situatie.situaties)
    if verschil.past or (rol and rol.gewoonte):
        yield Alinea(vraagt)
    elif verschil.gewoon:
        gewoon = render_klein(_render_kort(situatie, verschil.gewoon))
        yield Alinea(f"{vraagt} Je zegt dat je vaker kiest voor {gewoon}.")
    else:
        yield Alinea(f"{vraagt} In je uitslag springt geen stijl naar voren.")
    yield Alinea(verschil.tekst)
    if situatie.gebruik and not (rol and rol.gewoonte):
        yield build_kloof(situatie.advies, situatie.gebruik, situatie.kennis.stijlen, rol)


def build_oefenen(situatie: Situatie) -> Iterator[Blok]:
    """Yield at most three skills with their exercises, and a first version of a learning question."""
    for vaardigheid in situatie.advies.vaardigheden:
        yield from build_vaardigheid(vaardigheid)
    leervraag = situatie.advies.leervraag
    if leervraag:
        yield Kop("Een leervraag om mee te beginnen", KLEIN)
        yield Alinea(leervraag.vraag)
        yield Alinea(f"{_SOORT[leervraag.soort]} {_MAAK_EIGEN}")


def build_let_op(situatie: Situatie) -> Iterator[Blok]:
    """Yield the limits of the advice and where it comes from."""
    yield Opsomming(situatie.situaties.let_op)
    yield Alinea(render_herkomst(situatie.situaties.herkomst))
