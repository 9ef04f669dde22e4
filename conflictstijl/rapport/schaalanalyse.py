"""How reliable a questionnaire is in one group: two tables, and what their figures do and do not say."""

from collections.abc import Iterator

from conflictstijl.model.document import Alinea, Blok, Document, Kop, Opsomming, Tabel
from conflictstijl.model.kennis import Kennis
from conflictstijl.model.schaalanalyse import Analysereden, Lijstanalyse, Schaalanalyse
from conflictstijl.model.vragenlijst import Vragenlijst
from conflictstijl.rapport.gegeven import KLEIN
from conflictstijl.rapport.groep import build_gegeven
from conflictstijl.tekst import render_getal, render_opsomming

_REDENEN = {
    Analysereden.KEUZES: (
        "Bij keuzevragen gaat een punt voor de ene schaal ten koste van een andere. Alfa heeft dan geen betekenis."
    ),
    Analysereden.TE_WEINIG_MENSEN: "Minder dan 20 mensen gaven antwoord. Dan is alfa vooral toeval.",
    Analysereden.TE_WEINIG_SAMEN: "Te weinig mensen gaven antwoord op dezelfde stellingen.",
    Analysereden.TE_WEINIG_STELLINGEN: "Alfa vraagt twee stellingen of meer. Voor omega zijn er drie nodig.",
    Analysereden.GEEN_SAMENHANG: (
        "De antwoorden passen niet bij elkaar, of iedereen antwoordt hetzelfde. "
        "Kijk of een stelling omgekeerd moet tellen."
    ),
    Analysereden.WEINIG_MENSEN: (
        "Minder dan 100 mensen gaven antwoord. Lees alfa met zijn ruime marge. "
        "Omega en alfa zonder een stelling staan er dan niet."
    ),
    Analysereden.WEINIG_VOLLEDIG: "Minder dan 20 mensen vulden de hele schaal in.",
    Analysereden.GEEN_FACTOR: "Achter deze antwoorden is niet één ding te vinden. Daarom is er geen omega.",
    Analysereden.GEWICHTEN: "Niet elke stelling telt even zwaar. Dat geldt in de score, en ook in deze getallen.",
}
_UITLEG = (
    "Alfa zegt hoe goed de antwoorden op de stellingen van een schaal bij elkaar passen: 0 is niet, 1 is helemaal.",
    "Achter alfa staat de marge: zo ver kan alfa er door toeval naast zitten.",
    "Omega zegt hetzelfde als alfa, ook als de ene stelling beter past dan de andere.",
    "De meetfout zegt hoe ver iemands score door toeval schommelt: bij twee van de drie mensen hooguit zo ver.",
)
_ITEMUITLEG = (
    "Past bij de rest: van -1 tot 1. Onder 0 gaat een stelling tegen de andere in.",
    "Alfa zonder: de alfa van de schaal als deze stelling weg is.",
)
_GRENZEN = (
    "Deze getallen gelden voor deze groep. In een andere groep kunnen ze anders zijn.",
    "Een hoge alfa bewijst niet dat de lijst meet wat hij wil meten. Dat vraagt ander onderzoek.",
    "Er staat geen oordeel bij. Wat genoeg is, hangt af van wat je met de scores doet.",
    "Alfa zegt niets over een andere dag. Daarvoor vullen dezelfde mensen de lijst twee keer in.",
    "Haal geen stelling weg om één getal uit één groep. Wat hier beter lijkt, kan toeval zijn.",
)
_SAMENHANG = (
    "Van -1 tot 1. Boven 0: wie op de ene schaal hoog scoort, scoort vaak ook hoog op de andere. "
    "Onder 0: wie op de ene hoog scoort, scoort vaak laag op de andere."
)
_LEEG = "-"


def build_schaalanalyse(analyse: Lijstanalyse, vragenlijst: Vragenlijst, kennis: Kennis) -> Document:
    """Return what is known about the reliability of a questionnaire in a group, or why nothing is."""
    titel = Kop(f"{vragenlijst.titel}: betrouwbaarheid in deze groep", 1)
    namen = _read_namen(vragenlijst, kennis)
    redenen = Opsomming(tuple(_build_redenen(analyse, namen)))
    if analyse.geweigerd:
        return Document((titel, Alinea("Over deze groep is geen alfa te geven."), redenen))
    return Document(
        (
            titel,
            Alinea(f"In deze groep gaven {analyse.n} mensen antwoord op de stellingen."),
            Tabel(("Schaal", "Mensen", "Alfa", "Omega", "Meetfout"), tuple(_build_rijen(analyse, namen))),
            Opsomming(_UITLEG),
            *((Kop("Let op", KLEIN), redenen) if redenen.delen else ()),
            *_build_stellingen(analyse, namen),
            *_build_samenhang(analyse, namen),
            Kop("Wat dit wel en niet zegt"),
            Opsomming(_GRENZEN),
        )
    )


def render_reden(reden: Analysereden) -> str:
    """Return in words why a figure is not there, or what to bear in mind."""
    return _REDENEN[reden]


def _read_namen(vragenlijst: Vragenlijst, kennis: Kennis) -> dict[str, str]:
    """Return the name of every scale as the other reports have it; one of a part is named with that part."""
    gegeven = build_gegeven(vragenlijst, kennis)
    return {een.id: een.naam if een.onderdeel else gegeven.read_naam(een.id) for een in vragenlijst.schalen}


def _build_rijen(analyse: Lijstanalyse, namen: dict[str, str]) -> Iterator[tuple[str, ...]]:
    for schaal in analyse.schalen:
        alfa = _render_cijfer(schaal.alfa)
        if schaal.interval:
            alfa += f" ({' tot '.join(map(_render_cijfer, schaal.interval))})"
        mensen = _LEEG if Analysereden.KEUZES in schaal.redenen else str(schaal.n)
        yield namen[schaal.schaal], mensen, alfa, _render_cijfer(schaal.omega), _render_cijfer(schaal.sem)


def _build_redenen(analyse: Lijstanalyse, namen: dict[str, str]) -> Iterator[str]:
    """Yield each reason once, after the scales that it is about; without these when it is about all."""
    for reden in Analysereden:
        schalen = [namen[schaal.schaal] for schaal in analyse.schalen if reden in schaal.redenen]
        if schalen:
            alle = len(schalen) == len(namen)
            yield render_reden(reden) if alle else f"{render_opsomming(schalen)}: {render_reden(reden)}"


def _build_stellingen(analyse: Lijstanalyse, namen: dict[str, str]) -> Iterator[Blok]:
    """Yield a table per scale of what each statement adds."""
    yield Kop("Per stelling")
    yield Opsomming(_ITEMUITLEG)
    for schaal in analyse.schalen:
        if schaal.alfa is not None or any(item.item_rest is not None for item in schaal.items):
            yield Kop(namen[schaal.schaal], KLEIN)
            yield Tabel(("Stelling", "Past bij de rest", "Alfa zonder"), tuple(_build_itemrijen(schaal)))


def _build_itemrijen(schaal: Schaalanalyse) -> Iterator[tuple[str, ...]]:
    for item in schaal.items:
        yield f"{item.item}. {item.tekst}", _render_cijfer(item.item_rest), _render_cijfer(item.alfa_zonder)


def _build_samenhang(analyse: Lijstanalyse, namen: dict[str, str]) -> Iterator[Blok]:
    """Yield how the scales go together; nothing when there is one."""
    paren = [
        (namen[een], namen[ander], _render_cijfer(cel))
        for een, rij in analyse.samenhang.items()
        for ander, cel in rij.items()
        if cel is not None and list(namen).index(een) < list(namen).index(ander)
    ]
    if paren:
        yield Kop("Samenhang tussen schalen")
        yield Alinea(_SAMENHANG)
        yield Tabel(("Schaal", "Met", "Samenhang"), tuple(paren))


def _render_cijfer(cijfer: float | None) -> str:
    return _LEEG if cijfer is None else render_getal(cijfer, 2)
