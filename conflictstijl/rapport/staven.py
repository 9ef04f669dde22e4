"""Scale scores as bars or cells: their values, what these mean, and the ends of the axis."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from conflictstijl.model.document import Bundel, Staaf, Staven
from conflictstijl.model.gewicht import read_bereik
from conflictstijl.model.norm import Betrouwbaarheidssoort, Normgroep
from conflictstijl.model.profiel import TE_WEINIG, VERSCHILLENDE_VRAGEN, Ordening, Schaalscore
from conflictstijl.model.vragen import Vorm
from conflictstijl.model.vragenlijst import Scoresoort
from conflictstijl.rapport.gegeven import Gegeven
from conflictstijl.tekst import render_getal

_KEUZES = {
    Vorm.KIES: "Je koos steeds één antwoord. ",
    Vorm.UITERSTEN: "Je koos steeds wat het meest en wat het minst past. ",
    Vorm.RANGSCHIK: "Je zette steeds alles op volgorde. ",
    Vorm.VERDEEL: "Je verdeelde steeds hetzelfde aantal punten. ",
}
_ANDERS = "Eén ander antwoord kan al een andere uitkomst geven."
_TE_KLEIN = "te klein verschil: dit kan toeval zijn"
MINST_GETOETST = 3
"""With two scales a difference belongs to both, so nothing is labelled (see `rekenen.labels`)."""


def build_staven(gegeven: Gegeven, schalen: Sequence[str]) -> Staven:
    """Return scales as a bar chart, in the order given."""
    laagste, hoogste = read_grenzen(gegeven, schalen)
    staven = tuple(_build_staaf(gegeven, gegeven.profiel.scores[naam]) for naam in schalen)
    uitleg, bundels = build_schaaluitleg(gegeven, schalen), tuple(_build_bundels(gegeven, schalen))
    return Staven(staven, laagste, hoogste, uitleg, gegeven.wiens, bundels)


def _build_bundels(gegeven: Gegeven, schalen: Sequence[str]) -> Iterator[Bundel]:
    """Yield which bars belong together; nothing where nothing can be told about the differences."""
    (ordening,) = gegeven.profiel.ordeningen.values()
    if check_vergeleken(ordening):
        gescoord = [naam for naam in schalen if gegeven.profiel.scores[naam].exact is not None]
        for kant, groep in groupby(gescoord, lambda naam: read_kant(ordening, naam)):
            namen = list(groep)
            rest = _TE_KLEIN if set(namen) <= set(read_gelijk(ordening, schalen)) else "de rest"
            yield Bundel(len(namen), render_kant(gegeven, namen, kant) or rest)


def check_vergeleken(ordening: Ordening) -> bool:
    """Return True when there are differences between enough scores, and it can be told which are more than noise."""
    aantal = sum(map(len, ordening.volgorde))
    return not ordening.reden and len(ordening.volgorde) > 1 and aantal >= MINST_GETOETST


def read_kant(ordening: Ordening, schaal: str) -> int:
    """Return 1 for a scale that stands out above the rest, -1 for one below it, else 0."""
    return (schaal in ordening.hoog) - (schaal in ordening.laag)


def read_gelijk(ordening: Ordening, schalen: Sequence[str]) -> list[str]:
    """Return the scales that differ too little to tell apart: of two that are left this was never asked."""
    rest = [naam for groep in ordening.volgorde for naam in groep if naam in schalen and not read_kant(ordening, naam)]
    return rest if len(rest) >= MINST_GETOETST else []


def render_kant(gegeven: Gegeven, schalen: Iterable[str], kant: int) -> str:
    """Return what stands out about scales as words, empty when nothing does."""
    stijl = gegeven.stijlen.keys() >= set(schalen)
    woord = {1: ("hoger", "vaker"), -1: ("lager", "minder vaak")}.get(kant)
    return f"duidelijk {woord[stijl]}" if woord else ""


def _build_staaf(gegeven: Gegeven, score: Schaalscore) -> Staaf:
    naam = gegeven.read_naam(score.schaal)
    if score.waarde is None:
        return Staaf(naam, None, render_waarde(gegeven, score), render_reden(score))
    gekozen = "gekozen" if check_gekozen(gegeven) else ""
    # beside an outcome the band says what a score means; the nearest answer would be a second opinion
    woord = (score.band if gegeven.profiel.uitkomst else None) or render_woord(score) or gekozen
    return Staaf(naam, score.waarde, render_waarde(gegeven, score), woord, score.ondergrens, score.bovengrens)


def render_waarde(gegeven: Gegeven, score: Schaalscore) -> str:
    """Return the number of a score as text, a dash when there is none."""
    if score.waarde is None:
        return "-"
    if check_gekozen(gegeven):
        return f"{score.som} van {score.beantwoord}"
    return _render_eind(score.waarde) if _check_tellend(gegeven) else render_getal(score.waarde)


def _check_tellend(gegeven: Gegeven) -> bool:
    """Return True when scores are numbers of signs or points, of which a decimal would say too much."""
    lijst = gegeven.lijst
    return lijst.formatief and (lijst.score is Scoresoort.SOM or not lijst.stellingen)


def render_woord(score: Schaalscore) -> str:
    """Return what a score means: the nearest answer, the band of the author, the place in the norm group.

    Half of those in the norm group who had the same score count as below it.
    """
    norm = None if score.percentiel is None else f"hoger dan {render_getal(score.percentiel, 0)}% van de normgroep"
    return ", ".join(filter(None, (score.duiding, score.band, norm)))


def render_reden(score: Schaalscore) -> str:
    """Return why there is no score."""
    weinig = f"te weinig ingevuld ({score.beantwoord} van de {score.items})"
    return weinig if score.reden == TE_WEINIG else "niet van toepassing"


def check_gekozen(gegeven: Gegeven) -> bool:
    """Return True when scores are times chosen out of times offered: also when only a performance has weights."""
    lijst = gegeven.lijst
    stijlen = set(gegeven.vergelijkbaar)
    delen = (deel for _, _, sleutel, _ in lijst.uitspraken() for deel in sleutel if deel.schaal in stijlen)
    gewoon = lijst.vorm == Vorm.KIES and lijst.score is Scoresoort.GEMIDDELDE
    return gewoon and all(deel.gewicht == 1 for deel in delen)


def check_gemengd(gegeven: Gegeven) -> bool:
    """Return True when nothing can be compared, for the scales are answered in several ways."""
    redenen = {ordening.reden for ordening in gegeven.profiel.ordeningen.values() if ordening.volgorde}
    return redenen == {VERSCHILLENDE_VRAGEN}


def build_uitleg(gegeven: Gegeven, marge: str = "") -> str:
    """Return what the numbers can carry; `marge` tells the size of the margins where no bar shows them.

    Where statements count signs there is no margin (see `Vragenlijst.formatief`); empty when these can change nothing.
    """
    wiens, lijst = gegeven.wiens, gegeven.lijst
    if check_gemengd(gegeven):
        return "De scores komen uit verschillende soorten vragen. Vergelijk ze daarom niet met elkaar."
    if not lijst.stellingen:
        return _build_keuzeuitleg(gegeven)
    zonder_marge = all(score.ondergrens is None for score in gegeven.profiel.scores.values())
    if zonder_marge and lijst.formatief:
        return _ANDERS if len(lijst.uitkomsten) > 1 else ""
    if zonder_marge:
        return "Voor een marge zijn er te weinig antwoorden per schaal."
    if lijst.normen and lijst.normen.met_marge:
        return f"De marge komt van normgroep {lijst.normen.naam}{marge}. {_render_marge(lijst.normen, wiens)}"
    aantal = "" if marge else f"{len(lijst.items)} "
    dag = f"Op een andere dag kan {wiens} score anders zijn."
    return (
        f"De marge is de ruimte waarin {wiens} score kan schommelen{marge}. "
        f"Die gaat alleen over deze {aantal}stellingen. {dag}"
    )


def _render_marge(normen: Normgroep, wiens: str) -> str:
    """Return what the margin of a norm group is: with alpha it leaves out how scores differ from day to day."""
    zo = f"Ze laat zien hoe ver {wiens} score door toeval kan schommelen."
    if normen.betrouwbaarheid and normen.betrouwbaarheid.soort is Betrouwbaarheidssoort.HERTEST:
        return f"{zo} Andere dagen tellen daarin mee."
    return f"{zo} Op een andere dag kan {wiens} score meer verschillen."


def _build_keuzeuitleg(gegeven: Gegeven) -> str:
    lijst, soort = gegeven.lijst, "kant" if gegeven.lijst.formatief else gegeven.soort
    if not check_gekozen(gegeven):
        begin = _KEUZES[Vorm(lijst.vorm)] if lijst.vorm in set(Vorm) else ""
        if len(lijst.keuzes) == 1:
            begin = begin.replace("steeds hetzelfde aantal", f"{lijst.keuzes[0].totaal}").replace("steeds ", "")
        ruil = f"{begin}Krijgt de ene {soort} meer, dan krijgt een andere minder."
        return ruil if lijst.formatief else f"{ruil} Kijk dus alleen naar de volgorde."
    aantal = "één van de twee" if {len(keuze.opties) for keuze in lijst.keuzes} == {2} else "één antwoord"
    steeds = "steeds " if len(lijst.keuzes) > 1 else ""
    return (
        f"Je koos {steeds}{aantal}. Kies je de ene {soort} vaker, dan kies je een andere minder vaak. "
        "De getallen zeggen dus alleen iets over de volgorde."
    )


def build_schaaluitleg(gegeven: Gegeven, schalen: Sequence[str]) -> str:
    """Return what the numbers of scales are, and between which ends."""
    if check_gekozen(gegeven):
        return "Het eerste getal is hoe vaak je iets koos, het tweede hoe vaak je het kon kiezen."
    if gegeven.lijst.score is Scoresoort.PROCENT:
        return "Van 0 tot 100 procent van het haalbare."
    punten = {
        stelling.antwoorden
        for stelling in gegeven.lijst.stellingen
        for deel in stelling.sleutel
        if deel.schaal in schalen
    }
    if gegeven.lijst.score is Scoresoort.GEMIDDELDE and len(punten) == 1 and not gegeven.lijst.keuzes:
        laag, hoog = (schaal.punten[eind] for schaal in punten for eind in (0, -1))
        return f"Van {laag.waarde}{_render_label(laag.label)} tot {hoog.waarde}{_render_label(hoog.label)}."
    laagste, hoogste = read_grenzen(gegeven, schalen)
    return f"Van {_render_eind(laagste)} tot {_render_eind(hoogste)} punten."


def read_grenzen(gegeven: Gegeven, schalen: Iterable[str]) -> tuple[float, float]:
    """Return the ends of the axis: what the scales that reach furthest can reach."""
    einden = [eind for naam in schalen for eind in read_bereik(gegeven.lijst, naam)]
    return float(min(einden, default=0)), float(max(einden, default=0))


def _render_label(label: str) -> str:
    return f" ({label.lower()})" if label else ""


def _render_eind(getal: float) -> str:
    return render_getal(getal, 0 if getal.is_integer() else 1)
