"""The first part of a report: scores, what stands out, and what someone told besides."""

from collections.abc import Iterator, Sequence

from conflictstijl.model.document import Alinea, Blok, Kop, Opsomming
from conflictstijl.model.kennis import Stijl
from conflictstijl.model.norm import Normgroep
from conflictstijl.model.profiel import NIET_GEVRAAGD, VERSCHILLENDE_VRAGEN, Ordening, Stijlprofiel
from conflictstijl.model.vragen import Achtergrondvraag, OpenVraag, Vorm
from conflictstijl.rapport.gegeven import KLEIN, Gegeven
from conflictstijl.rapport.naast import build_onderdelen
from conflictstijl.rapport.staven import MINST_GETOETST, build_staven, build_uitleg, check_gemengd
from conflictstijl.rapport.stijlenvlak import build_vlak
from conflictstijl.tekst import render_getal, render_opsomming, render_zin

MINST_VERGELEKEN = MINST_GETOETST
"""Fewest scores of which any can stand out."""

_OPVALLEND = {
    (True, False): "Dit zeg je duidelijk {} te doen dan de rest: {}.",
    (True, True): "Volgens jou doet de ander dit duidelijk {} dan de rest: {}.",
    (False, False): "Hier scoor je duidelijk {} dan op de rest: {}.",
    (False, True): "Hier scoort de ander volgens jou duidelijk {} dan op de rest: {}.",
}
"""What stands out: for styles or for scales of the author's own, and about oneself or about someone else."""
_GEEN_VERSCHIL = "geen duidelijk verschil"


def build_stijl(gegeven: Gegeven) -> Iterator[Blok]:
    """Yield the scores, what stands out, and what someone told besides."""
    if gegeven.over_ander:
        yield Alinea("Dit is hoe jij de ander ziet, niet hoe de ander is.")
    yield from _build_scores(gegeven)
    yield from _build_samenvatting(gegeven)
    yield from build_vlak(gegeven)
    yield from _build_winst(gegeven)
    if not gegeven.over_ander:
        yield from _build_betekenis(gegeven)
    yield from _build_afgeleid(gegeven)
    yield from _build_rondom(gegeven)


def build_meldingen(gegeven: Gegeven) -> Iterator[Blok]:
    """Yield what the answers may suffer from."""
    wat = tuple(melding.wat for melding in gegeven.profiel.kwaliteit.meldingen)
    if wat:
        yield from (Kop("Let op", KLEIN), Opsomming(wat))


def _build_scores(gegeven: Gegeven) -> Iterator[Blok]:
    """Yield the scores and what they can be held against."""
    lijst = gegeven.lijst
    if gegeven.profiel.onderdelen:
        yield from build_onderdelen(gegeven)
    elif gegeven.vergelijkbaar:
        if lijst.formatief and not _check_gesteld(gegeven):
            return
        yield build_staven(gegeven, _read_volgorde(gegeven))
        uitleg = build_uitleg(gegeven) if gegeven.profiel.volgorde else ""
        if uitleg:
            yield Alinea(uitleg)
    vragen = dict.fromkeys(f"{schaal.naam}: {schaal.vraag}" for schaal in lijst.schalen if schaal.vraag)
    if vragen:
        yield Opsomming(tuple(vragen))
    if lijst.banden:
        namen = render_opsomming([f"'{band.id}'" for band in lijst.banden])
        yield Alinea(f"De maker van de vragenlijst koos zelf waar {namen} beginnen.")
    if lijst.normen:
        yield Alinea(render_normgroep(lijst.normen))


def _check_gesteld(gegeven: Gegeven) -> bool:
    """Return True when any statement of a scale was asked: after an answer that decides at once none may be."""
    return any(gegeven.profiel.scores[naam].reden != NIET_GEVRAAGD for naam in gegeven.vergelijkbaar)


def _read_volgorde(gegeven: Gegeven) -> list[str]:
    """Return the scales of the bar chart from high to low, those without a score last; as in the list for signs."""
    if gegeven.lijst.formatief:
        return gegeven.vergelijkbaar
    volgorde = [naam for groep in gegeven.profiel.volgorde for naam in groep]
    return volgorde + [naam for naam in gegeven.vergelijkbaar if gegeven.profiel.scores[naam].exact is None]


def render_normgroep(normen: Normgroep) -> str:
    """Return who the people are that percentiles compare with, and how those with the same score are counted."""
    populatie, bron = normen.populatie.rstrip("."), normen.bron.rstrip(".")
    wie = f"Normgroep: {normen.naam} ({normen.n} mensen, {normen.jaar}). {render_zin(populatie)}. Bron: {bron}."
    gelijk = "ongeveer dezelfde" if normen.klassen else "dezelfde"
    return f"{wie} Van wie {gelijk} score had, telt de helft als lager."


def _build_samenvatting(gegeven: Gegeven) -> Iterator[Blok]:
    """Yield what stands out, or why nothing can be said about that; where an outcome says it all only what got most."""
    profiel = gegeven.profiel
    if gegeven.lijst.formatief:
        yield from _build_meeste(gegeven)
        return
    if not gegeven.vergelijkbaar:
        yield Alinea("Deze vragenlijst meet geen stijl. Hieronder staat hoe je keuzes passen.")
    elif not profiel.volgorde:
        yield Alinea(_render_te_weinig(profiel))
    elif profiel.onderdelen:
        yield from _build_per_deel(gegeven)
    elif not check_gemengd(gegeven):
        yield Alinea(" ".join(_build_opvallend(gegeven)))


def _build_meeste(gegeven: Gegeven) -> Iterator[Blok]:
    """Yield to what somebody gave the most points, where points were given and not all the same."""
    if gegeven.lijst.vorm == Vorm.VERDEEL and len(gegeven.profiel.volgorde) > 1:
        yield Alinea(f"Je gaf de meeste punten aan {gegeven.render_klein(gegeven.profiel.volgorde[0])}.")


def _render_te_weinig(profiel: Stijlprofiel) -> str:
    """Return why there is no score at all, and what helps: filling in, where something is open."""
    if not profiel.gevraagd:
        return "Je vond geen enkele vraag van toepassing."
    vul_in = " Vul de open vragen alsnog in." if profiel.beantwoord < profiel.gevraagd else ""
    return f"Er zijn te weinig antwoorden voor een profiel.{vul_in}"


def _build_per_deel(gegeven: Gegeven) -> Iterator[Blok]:
    """Yield what stands out in each part; in one sentence when it is nothing at all."""
    ordeningen = [(deel.naam, gegeven.profiel.onderdelen[deel.id]) for deel in gegeven.delen]
    uitkomsten = {naam: _render_uitkomst(gegeven, ordening) for naam, ordening in ordeningen}
    if check_gemengd(gegeven):
        return
    if len(gegeven.profiel.volgorde) == 1:
        yield Alinea(_render_gelijk(gegeven))
    elif set(uitkomsten.values()) == {_GEEN_VERSCHIL}:
        yield Alinea("Binnen elk deel zijn de verschillen te klein om iets over te zeggen.")
    else:
        yield Alinea("Dit valt op in je antwoorden als je binnen een deel vergelijkt:")
        yield Opsomming(tuple(f"{naam}: {uitkomst}." for naam, uitkomst in uitkomsten.items()))


def _render_uitkomst(gegeven: Gegeven, ordening: Ordening) -> str:
    if ordening.reden == VERSCHILLENDE_VRAGEN:
        return "verschillende soorten vragen, dus niet te vergelijken"
    if _count_schalen(ordening) < MINST_VERGELEKEN or ordening.reden:
        return "te weinig antwoorden om te vergelijken"
    delen = [
        f"duidelijk {woord}{'' if stijl else ' op'} {gegeven.render_klein(schalen)}"
        for schalen, stijl, woord in _read_opvallend(gegeven, ordening)
    ]
    return ", ".join(delen) or _GEEN_VERSCHIL


def _count_schalen(ordening: Ordening) -> int:
    return sum(map(len, ordening.volgorde))


def _read_opvallend(gegeven: Gegeven, ordening: Ordening) -> Iterator[tuple[Sequence[str], bool, str]]:
    """Yield scales that stand out to one side, whether all are styles, and the word for that side."""
    for schalen, woorden in ((ordening.hoog, ("hoger", "vaker")), (ordening.laag, ("lager", "minder vaak"))):
        if schalen:
            stijl = gegeven.stijlen.keys() >= set(schalen)
            yield schalen, stijl, woorden[stijl]


def _build_opvallend(gegeven: Gegeven) -> Iterator[str]:
    """Yield which scales stand out, and which are exactly equal."""
    (ordening,) = gegeven.profiel.ordeningen.values()
    for schalen, stijl, woord in _read_opvallend(gegeven, ordening):
        yield _OPVALLEND[stijl, gegeven.over_ander].format(woord, gegeven.render_namen(schalen))
    if not ordening.hoog + ordening.laag:
        yield _build_gelijk(gegeven, ordening)
    gedeeld = [groep for groep in ordening.volgorde if len(groep) > 1]
    if gedeeld and len(ordening.volgorde) > 1:
        yield f"Precies gelijk: {'; '.join(map(gegeven.render_namen, gedeeld))}."


def _build_gelijk(gegeven: Gegeven, ordening: Ordening) -> str:
    volgorde = ordening.volgorde
    if _count_schalen(ordening) < MINST_VERGELEKEN:
        return "Om te vergelijken zijn minstens drie scores nodig."
    if len(volgorde) == 1:
        return _render_gelijk(gegeven)
    if ordening.reden:
        return f"Of de verschillen tussen {gegeven.wiens} scores groter zijn dan toeval, is hier niet te zeggen."
    samen = "staan samen bovenaan" if len(volgorde[0]) > 1 else "staat bovenaan"
    return (
        f"De verschillen tussen {gegeven.wiens} scores zijn te klein om iets over te zeggen. "
        f"{gegeven.render_namen(volgorde[0])} {samen}, maar dat kan toeval zijn."
    )


def _render_gelijk(gegeven: Gegeven) -> str:
    return "Alle scores zijn gelijk." if gegeven.over_ander else "Al je scores zijn gelijk."


def _build_winst(gegeven: Gegeven) -> Iterator[Blok]:
    """Yield what the statements of a deepening list gained."""
    winst = gegeven.profiel.winst
    if winst is not None:
        nu, was = render_getal(winst.marge, 2), render_getal(winst.marge_zonder, 2)
        meer = f"Je vulde ook de {winst.items} stellingen van de verdieping in."
        if winst.marge < winst.marge_zonder:
            kleiner = f"Daardoor is de marge kleiner: gemiddeld {nu} {gegeven.punt} naar beide kanten."
            yield Alinea(f"{meer} {kleiner} Eerst was dat {was}.")
        else:
            yield Alinea(f"{meer} De marge is daardoor niet kleiner: je antwoorden liepen meer uiteen.")


def _build_betekenis(gegeven: Gegeven) -> Iterator[Blok]:
    """Yield what it means to use a style much or little, with the parts in which that is so."""
    adviezen, profiel = gegeven.kennis.adviezen.stijlen, gegeven.profiel
    for stijl in gegeven.read_genoemd(profiel.duidelijk_hoog):
        yield from (_build_kop(gegeven, stijl, hoog=True), Alinea(adviezen[stijl.id].veel))
    for stijl in gegeven.read_genoemd(profiel.duidelijk_laag):
        yield from (_build_kop(gegeven, stijl, hoog=False), Alinea(adviezen[stijl.id].weinig))


def _build_kop(gegeven: Gegeven, stijl: Stijl, *, hoog: bool) -> Kop:
    waar = gegeven.render_waar(stijl, hoog=hoog)
    return Kop(f"{stijl.naam}: {waar}" if waar else stijl.naam, KLEIN)


def _build_afgeleid(gegeven: Gegeven) -> Iterator[Blok]:
    """Yield the values that the author made out of scores."""
    namen = {een.id: een.naam for een in gegeven.lijst.afgeleid}
    if gegeven.profiel.afgeleid:
        regels = [
            f"{render_zin(namen[naam])}: {'niet te berekenen' if waarde is None else render_getal(float(waarde))}"
            for naam, waarde in gegeven.profiel.afgeleid.items()
        ]
        yield from (Kop(f"Berekend uit {gegeven.wiens} scores", KLEIN), Opsomming(tuple(regels)))
        yield Alinea("Bij deze getallen hoort geen marge. Een klein verschil zegt dus niets.")


def _build_rondom(gegeven: Gegeven) -> Iterator[Blok]:
    """Yield what someone answered about the background and in own words."""
    rondom: list[Achtergrondvraag | OpenVraag] = [*gegeven.lijst.achtergrond, *gegeven.lijst.open]
    teksten = {vraag.id: vraag.tekst for vraag in rondom}
    if gegeven.profiel.rondom:
        open_ = {vraag.id for vraag in gegeven.lijst.open}
        regels = [
            f"{teksten[naam]} '{antwoord}'" if naam in open_ else f"{teksten[naam]} {antwoord}"
            for naam, antwoord in gegeven.profiel.rondom.items()
        ]
        kop = "Wat jullie erbij vertelden" if gegeven.organisatie else "Wat je erbij vertelde"
        yield from (Kop(kop, KLEIN), Opsomming(tuple(regels)))
