"""The people of a group one by one, for a trainer who asks for it: always marked confidential."""

from collections.abc import Iterable, Iterator

from conflictstijl.model.document import Alinea, Blok, Kop, Opsomming, Tabel
from conflictstijl.model.kennis import Kennis
from conflictstijl.model.profiel import Schaalscore, Stijlprofiel
from conflictstijl.model.vragenlijst import Vragenlijst
from conflictstijl.rapport.gegeven import Gegeven
from conflictstijl.rapport.mijnstijl import render_normgroep
from conflictstijl.rapport.staven import build_schaaluitleg, render_waarde
from conflictstijl.tekst import clean_tekst, render_getal

VERTROUWELIJK = (
    "Gebruik dit alleen als iedereen in de lijst dat goed vindt. Vraag het vooraf. Ieder mag nee zeggen.",
    "Dit is niet voor de werkgever. Gebruik het nooit om iemand te kiezen of te beoordelen.",
    "Geef ieder alleen de eigen uitslag.",
    "Wis dit bestand als je het niet meer nodig hebt.",
)
_VLAGGEN = {
    "rechte_lijn": "bijna overal hetzelfde",
    "leeg": "veel open",
    "snel": "snel",
    "tegenspraak": "twee kanten op",
}
"""A flag on answer quality, short enough for a cell."""
_LET_OP = "'Let op' wijst op iets bijzonders in de antwoorden. Daar kan een goede reden voor zijn. Vraag ernaar."
_GEEN_SCORE = "Een streepje betekent: te weinig antwoorden."
_PERCENTIEL = "Achter een score staat bij hoeveel procent van de normgroep de score lager was."
_LANGSTE_NAAM = 40


def build_personen(profielen: Iterable[Stijlprofiel], vragenlijst: Vragenlijst, kennis: Kennis) -> Iterator[Blok]:
    """Yield a heading that warns, on what conditions this may be used, and the scores of every person."""
    yield Kop("VERTROUWELIJK: de uitslag per persoon")
    yield Opsomming(VERTROUWELIJK)
    gegevens = [Gegeven(profiel, vragenlijst, kennis) for profiel in profielen]
    if gegevens:
        koppen = ("Wie", *(read_schaalnaam(gegevens[0], schaal.id) for schaal in vragenlijst.schalen), "Let op")
        yield Tabel(koppen, tuple(map(_build_rij, gegevens)))
        yield Alinea(f"{build_schaaluitleg(gegevens[0], gegevens[0].vergelijkbaar)} {_GEEN_SCORE} {_LET_OP}")
        if vragenlijst.normen:
            yield Alinea(f"{_PERCENTIEL} {render_normgroep(vragenlijst.normen)}")


def read_schaalnaam(gegeven: Gegeven, schaal: str) -> str:
    """Return the name of a scale, with its part when it is in one."""
    namen = {deel.id: f" ({deel.naam})" for deel in gegeven.lijst.onderdelen}
    return f"{gegeven.read_naam(schaal)}{namen.get(gegeven.lijst.schaal(schaal).onderdeel, '')}"


def _build_rij(gegeven: Gegeven) -> tuple[str, ...]:
    profiel = gegeven.profiel
    scores = (_render_score(gegeven, profiel.scores[schaal.id]) for schaal in gegeven.lijst.schalen)
    vlaggen = ", ".join(_VLAGGEN.get(een.code, een.code) for een in profiel.kwaliteit.meldingen)
    return (clean_tekst(profiel.deelnemer or "zonder code", _LANGSTE_NAAM), *scores, vlaggen)


def _render_score(gegeven: Gegeven, score: Schaalscore) -> str:
    deel = "" if score.percentiel is None else f" ({render_getal(score.percentiel, 0)}%)"
    return f"{render_waarde(gegeven, score)}{deel}"
