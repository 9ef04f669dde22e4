"""Then and now: two results of one person, what differs by more than noise, and what that does not prove."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from fractions import Fraction
from math import ceil

from conflictstijl.model.document import Alinea, Blok, Document, Kop, Opsomming, Punt, Tabel
from conflictstijl.model.gewicht import read_bereik
from conflictstijl.model.hertest import (
    GEWIJZIGD,
    KEUZES,
    RECHTE_LIJN,
    Hertest,
    Plaats,
    Verandering,
    Vergelijkregel,
)
from conflictstijl.model.kennis import Kennis
from conflictstijl.model.norm import Betrouwbaarheidssoort, Normgroep
from conflictstijl.model.profiel import TE_WEINIG, TELT_TEKENS, Schaalscore
from conflictstijl.rapport.gegeven import KLEIN, Gegeven
from conflictstijl.rapport.overander import KOPPEN_ANDER
from conflictstijl.rapport.profiel import KOPPEN
from conflictstijl.rapport.puntenbeeld import build_beeld, build_rij
from conflictstijl.rapport.staven import build_schaaluitleg, build_uitleg, render_waarde
from conflictstijl.tekst import render_getal, render_momenten, render_zin

Momenten = tuple[datetime, datetime]
"""When someone filled in then and now, with their time zones."""

_NIETS_TE_ZEGGEN = {
    TE_WEINIG: "te weinig antwoorden",
    GEWIJZIGD: "te veel gewijzigd",
    RECHTE_LIJN: "niet te zeggen",
    KEUZES: "niet te zeggen",
}
_TE_KLEIN = "te klein om iets over te zeggen"
_WAAROM = {
    TE_WEINIG: "Te weinig antwoorden: je beantwoordde te weinig van deze stellingen allebei de keren.",
    GEWIJZIGD: "Te veel gewijzigd: daar zijn te weinig stellingen hetzelfde gebleven.",
    TELT_TEKENS: "Deze lijst telt wat je ziet. Of een verschil meer is dan toeval, is daarmee niet te zeggen.",
    KEUZES: "Bij keuzevragen is over een verschil niets te zeggen. Daar telt alleen de volgorde.",
}
_ONBEKEND = "Of de verschillen groter zijn dan toeval, is hier niet te zeggen."
_RECHT = "Daar gaf je één keer bijna overal hetzelfde antwoord. Een verschil zegt dan niets."
_GEEN = (
    "Dat kan twee dingen betekenen. Misschien deed je de tweede keer hetzelfde als de eerste. "
    "Of er veranderde wel iets, maar te weinig om het hiermee te zien."
)
_GEEN_ANDER = (
    "Dat kan twee dingen betekenen. Misschien zag je de tweede keer hetzelfde als de eerste. "
    "Of er veranderde wel iets, maar te weinig om het hiermee te zien."
)
_PLAATS = (
    "Een andere plaats kan toeval zijn. Een marge is hier niet te berekenen. "
    "Of je iets anders bent gaan doen, is met deze vragenlijst dus niet te zeggen."
)
_GRENZEN = (
    "Dit zijn twee momenten. Wat er tussendoor gebeurde, weet het programma niet.",
    "Je las twee keer dezelfde vragen. Misschien wist je nog wat je de eerste keer koos.",
    "Je dacht misschien aan andere situaties dan de eerste keer. Ook dan verschillen je antwoorden.",
    "Een verschil bewijst niet dat je iets leerde, of dat een training hielp.",
    "Een hogere score is niet beter dan een lagere. Elke stijl past ergens.",
    "Gebruik dit om over te praten, en nooit om iemand te kiezen of te beoordelen.",
)
_VRAGEN = (
    "Aan welke situatie dacht je de eerste keer, en aan welke nu?",
    "Wat doe je nu anders als je het oneens bent, en wie merkt dat?",
)
_VRAGEN_ANDER = (
    "Aan welk moment met de ander dacht je de eerste keer, en aan welk nu?",
    "Wat zag of hoorde je de ander nu doen, en wat kan jouw aandeel daarin zijn?",
)
_VAST = {
    Betrouwbaarheidssoort.HERTEST: "Dezelfde mensen vulden de lijst daar twee keer in.",
    Betrouwbaarheidssoort.ALFA: (
        "We weten alleen hoe goed hun antwoorden bij elkaar passen (alfa). Hoe scores van dag tot dag schommelen, "
        "zit er niet in."
    ),
}


def build_hertest(hertest: Hertest, momenten: Momenten, kennis: Kennis) -> Document:
    """Return what differs between two times, what it was held against, and two questions to think about."""
    gegeven = Gegeven(hertest.nu.profiel, hertest.vragenlijst, kennis)
    koppen = render_momenten(*momenten)
    ander = gegeven.over_ander
    return Document(
        (
            Kop(f"{gegeven.lijst.titel}: twee keer ingevuld", 1),
            Kop(KOPPEN_ANDER[0] if ander else KOPPEN[0]),
            *_build_tabellen(gegeven, hertest, koppen),
            *_build_uitkomst(gegeven, hertest, koppen),
            *_build_regel(gegeven, hertest),
            Kop("Wat dit wel en niet zegt"),
            Opsomming(_GRENZEN),
            Kop("Twee vragen om over na te denken"),
            Opsomming(_VRAGEN_ANDER if ander else _VRAGEN),
        )
    )


def _build_tabellen(gegeven: Gegeven, hertest: Hertest, koppen: tuple[str, str]) -> Iterator[Blok]:
    """Yield the scores of both times, a table for each part that is scored by itself."""
    lijst, verschil = gegeven.lijst, hertest.regel is not Vergelijkregel.VOLGORDE
    namen = {deel.id: deel.naam for deel in lijst.onderdelen}
    for deel, groep in lijst.groepen.items():
        rijen = tuple(_build_rij(gegeven, een, verschil=verschil) for een in hertest.schalen if een.schaal in groep)
        if deel:
            yield Kop(namen[deel], KLEIN)
        tabel = Tabel((render_zin(gegeven.soort), *koppen, *(["Verschil"] if verschil else [])), rijen)
        yield (
            _build_beeld(gegeven, tabel, [een for een in hertest.schalen if een.schaal in groep]) if verschil else tabel
        )
    zinnen = [build_schaaluitleg(gegeven, gegeven.vergelijkbaar)]
    if any(een.eerst.ondergrens is not None for een in hertest.schalen):
        zinnen.append("Tussen haakjes staat de marge: de ruimte waarin een score kan schommelen.")
    yield Alinea(" ".join(zinnen))


def _build_beeld(gegeven: Gegeven, tabel: Tabel, schalen: Sequence[Verandering]) -> Blok:
    """Return the scores then and now as a picture with their table."""
    rijen = [
        build_rij(
            gegeven.read_naam(een.schaal),
            [_build_punt(gegeven, score) for score in (een.eerst, een.nu)],
            verschil=een.verschil,
            duidelijk=een.duidelijk,
        )
        for een in schalen
    ]
    bereiken = {read_bereik(gegeven.lijst, een.schaal) for een in schalen}
    return build_beeld(
        tabel, tabel.koppen[1:3], rijen, bereiken, build_schaaluitleg(gegeven, [een.schaal for een in schalen])
    )


def _build_punt(gegeven: Gegeven, score: Schaalscore) -> Punt:
    return Punt(score.waarde, render_waarde(gegeven, score), "", score.ondergrens, score.bovengrens)


def _build_rij(gegeven: Gegeven, een: Verandering, *, verschil: bool) -> tuple[str, ...]:
    scores = [_render_score(gegeven, score) for score in (een.eerst, een.nu)]
    if een.plaatsen:
        scores = [f"{_render_plaats(plaats)} ({score})" for plaats, score in zip(een.plaatsen, scores, strict=True)]
    return (gegeven.read_naam(een.schaal), *scores, *([_render_verschil(een)] if verschil else []))


def _render_score(gegeven: Gegeven, score: Schaalscore) -> str:
    if score.ondergrens is None or score.bovengrens is None:
        return render_waarde(gegeven, score)
    marge = f"{render_getal(score.ondergrens)} tot {render_getal(score.bovengrens)}"
    return f"{render_waarde(gegeven, score)} ({marge})"


def _render_plaats(plaats: Plaats) -> str:
    return f"gedeeld {plaats.plaats}e" if plaats.gedeeld else f"{plaats.plaats}e"


def _render_verschil(een: Verandering) -> str:
    """Return a difference with what it is worth: `1,2 hoger (duidelijk)`."""
    if een.verschil is None:
        return _NIETS_TE_ZEGGEN.get(een.reden or "", "")
    if not een.verschil:
        return "gelijk"
    woord = {True: " (duidelijk)", False: " (te klein)", None: ""}[een.duidelijk]
    return f"{_render_punten(een.verschil)} {_render_kant(een.verschil)}{woord}"


def _render_punten(verschil: Fraction) -> str:
    """Return the size of a difference; one that would be rounded to nothing is called small."""
    punten = render_getal(abs(float(verschil)))
    return "minder dan 0,1" if punten == "0,0" else punten


def _render_kant(verschil: Fraction) -> str:
    return "hoger" if verschil > 0 else "lager"


def _build_uitkomst(gegeven: Gegeven, hertest: Hertest, koppen: tuple[str, str]) -> Iterator[Blok]:
    """Yield what differs by more than noise, or that nothing does, or why that cannot be told."""
    recht = [kop for kop, keer in zip(koppen, (hertest.eerst, hertest.nu), strict=True) if keer.recht]
    getoetst = [een for een in hertest.schalen if een.duidelijk is not None]
    if recht:
        wanneer = "Beide keren" if len(recht) > 1 else f"Op {recht[0]}"
        yield Alinea(f"{wanneer} gaf je bijna overal hetzelfde antwoord. Over verandering is dan niets te zeggen.")
    elif hertest.regel is Vergelijkregel.VOLGORDE:
        yield Alinea(f"{build_uitleg(gegeven)} {_PLAATS}")
    elif getoetst:
        yield from _build_verschillen(gegeven, getoetst)
    redenen = {een.reden for een in hertest.schalen}
    if hertest.regel is Vergelijkregel.GEPAARD and not getoetst:
        yield Alinea(_ONBEKEND)
    if RECHTE_LIJN in redenen and not recht:
        yield Alinea(f"Niet te zeggen: {_RECHT[:1].lower()}{_RECHT[1:]}")
    for reden, zin in _WAAROM.items():
        if reden in redenen and not (reden == KEUZES and hertest.regel is Vergelijkregel.VOLGORDE):
            yield Alinea(zin)


def _build_verschillen(gegeven: Gegeven, getoetst: Sequence[Verandering]) -> Iterator[Blok]:
    duidelijk = [een for een in getoetst if een.duidelijk]
    if duidelijk:
        yield Alinea("Dit verschilt meer dan toeval verklaart:")
        yield Opsomming(tuple(_render_duidelijk(gegeven, een) for een in duidelijk))
        if len(duidelijk) < len(getoetst):
            klein = any(een.verschil for een in getoetst if not een.duidelijk)
            andere = f"verschillen zijn {_TE_KLEIN}" if klein else "scores zijn precies gelijk"
            yield Alinea(f"De andere {andere}.")
        return
    gelijk = not any(een.verschil for een in getoetst)
    begin = "Je scores zijn precies gelijk gebleven." if gelijk else f"De verschillen zijn {_TE_KLEIN}."
    yield Alinea(f"{begin} {_GEEN_ANDER if gegeven.over_ander else _GEEN}")


def _render_duidelijk(gegeven: Gegeven, een: Verandering) -> str:
    verschil = een.verschil or Fraction(0)
    deel = {deel.id: f" ({deel.naam})" for deel in gegeven.lijst.onderdelen}
    naam = f"{gegeven.read_naam(een.schaal)}{deel.get(gegeven.lijst.schaal(een.schaal).onderdeel, '')}"
    return f"{naam}: {_render_punten(verschil)} {gegeven.punt} {_render_kant(verschil)} dan de eerste keer."


def _build_regel(gegeven: Gegeven, hertest: Hertest) -> Iterator[Blok]:
    """Yield what a difference was held against, and what was left out."""
    getoetst = [een for een in hertest.schalen if een.grens is not None]
    if getoetst:
        yield Kop("Hoe we vergeleken", KLEIN)
        normgroep = hertest.normgroep
        regel = _render_normgroep(normgroep) if normgroep else _render_gepaard()
        yield Alinea(f"{regel} {_render_grens(gegeven, getoetst, hertest.niveau or 0)}")
    minder = list(_build_minder(gegeven, hertest))
    if minder:
        yield Alinea(" ".join(minder))


def _render_gepaard() -> str:
    return (
        "We legden bij elke stelling je twee antwoorden naast elkaar. We vergeleken je niet met andere mensen. "
        "Hoe je antwoorden van dag tot dag schommelen, weten we dus niet. Ook een goede of slechte dag kan hier een "
        "duidelijk verschil geven."
    )


def _render_normgroep(normen: Normgroep) -> str:
    soort = normen.betrouwbaarheid.soort if normen.betrouwbaarheid else Betrouwbaarheidssoort.ALFA
    return (
        f"We gebruikten normgroep {normen.naam} ({normen.n} mensen, {normen.jaar}). Bron: {normen.bron.rstrip('.')}. "
        "Daaruit weten we hoe sterk scores schommelen als er niets verandert. "
        f"{_VAST[soort]}"
    )


def _render_grens(gegeven: Gegeven, getoetst: Sequence[Verandering], niveau: float) -> str:
    """Return from where a difference is clear, and how often chance alone comes that far."""
    grenzen = [_read_grens(een) for een in getoetst]
    bereiken = [read_bereik(gegeven.lijst, een.schaal) for een in getoetst]
    keren = round(100 * niveau)
    toeval = f"Speelt alleen toeval mee, dan noemen we in ongeveer {keren} van de 100 vergelijkingen iets duidelijk."
    if all(grens > hoogste - laagste for grens, (laagste, hoogste) in zip(grenzen, bereiken, strict=True)):
        return f"Met zo weinig of zulke wisselende antwoorden is geen enkel verschil groot genoeg. {toeval}"
    laag, hoog = render_getal(float(min(grenzen))), render_getal(float(max(grenzen)))
    vanaf = (
        f"{laag} {gegeven.punt}" if laag == hoog else f"{laag} tot {hoog} {gegeven.punt}, per {gegeven.soort} anders"
    )
    return f"Een verschil is hier pas duidelijk vanaf ongeveer {vanaf}. {toeval}"


def _read_grens(een: Verandering) -> Fraction:
    """Return a limit in whole tenths, upwards."""
    return Fraction(ceil((een.grens or 0) * 10), 10)


def _build_minder(gegeven: Gegeven, hertest: Hertest) -> Iterator[str]:
    """Yield why scores may differ from those in an earlier report."""
    soort = "vragen" if gegeven.lijst.keuzes else "stellingen"
    gelijk, toen, nu = len(gegeven.lijst.items), hertest.eerst.vragen, hertest.nu.vragen
    if hertest.zonder:
        yield "De verdieping vulde je maar één keer in. Die telt hier niet mee."
    if gelijk < max(toen, nu):
        yield f"De vragenlijst is gewijzigd: {gelijk} {soort} bleven gelijk (eerst {toen}, nu {nu})."
    open_ = any(een.vragen < een.nu.items for een in hertest.schalen)
    if open_:
        yield f"Alleen {soort} die je beide keren beantwoordde, tellen mee."
    if hertest.zonder or gelijk < max(toen, nu) or open_:
        yield "De scores kunnen daarom anders zijn dan in je eerdere verslagen."
