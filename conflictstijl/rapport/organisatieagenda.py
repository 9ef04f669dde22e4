"""What organisations talk about and agree on: the topics on which they lie furthest apart."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from conflictstijl.model.document import Alinea, Blok, Kop, Opsomming, Schrijfruimte, Tabel
from conflictstijl.model.organisaties import Organisatie, Organisatiebeeld
from conflictstijl.rapport.gegeven import KLEIN, Gegeven, render_klein
from conflictstijl.rapport.groepspersonen import read_schaalnaam
from conflictstijl.tekst import render_getal, render_opsomming

GESPREKSVRAGEN = (
    "Aan welk moment dacht ieder bij deze antwoorden?",
    "Wat zou de ander zien die een week bij jou meekijkt?",
    "Welk verschil mag blijven, en welk verschil zit in de weg?",
)
"""Questions about any topic on which organisations differ."""
_AFSPRAKEN = (("Wat gaan we anders doen?", 2), ("Wie doet dat?", 1), ("Wanneer kijken we samen terug?", 1))
_INLEIDING = "Begin met luisteren. Kies daarna per onderwerp één afspraak die klein genoeg is om te lukken."
_VRIJ = "Nergens liggen jullie uit elkaar. Kies samen een onderwerp dat aandacht verdient."


def build_agenda(gegeven: Gegeven, beeld: Organisatiebeeld) -> Iterator[Blok]:
    """Yield the agenda: per topic who scored what, what to ask, and room for what is agreed."""
    yield Kop("Agenda om te verbeteren")
    yield Alinea(_INLEIDING if beeld.gesprek else _VRIJ)
    for schaal in beeld.gesprek:
        yield from _build_onderwerp(gegeven, beeld, schaal)
    if not beeld.gesprek:
        yield from _build_afspraken()


def _build_onderwerp(gegeven: Gegeven, beeld: Organisatiebeeld, schaal: str) -> Iterator[Blok]:
    yield Kop(read_schaalnaam(gegeven, schaal), KLEIN)
    vraag = gegeven.lijst.schaal(schaal).vraag
    yield Alinea(" ".join(filter(None, (vraag, render_uitersten(beeld, schaal)))))
    gescoord = [een for een in beeld.organisaties if een.scores[schaal] is not None]
    koppen = ("Organisatie", "Het hoogst bij", "Het laagst bij")
    yield Tabel(koppen, tuple(_build_rij(een, schaal) for een in gescoord))
    yield Alinea("Vragen om over te praten:")
    yield Opsomming(GESPREKSVRAGEN)
    yield from _build_afspraken()


def _build_afspraken() -> Iterator[Blok]:
    for vraag, regels in _AFSPRAKEN:
        yield from (Alinea(vraag), Schrijfruimte(regels))


def render_uitersten(beeld: Organisatiebeeld, schaal: str) -> str:
    """Return which organisations scored highest and lowest on a topic, ties together."""
    (meeste, hoog), *_, (minste, laag) = beeld.read_uitersten(schaal).items()
    delen = ((f"{_render_scoort(hoog)} het hoogst", meeste), (f"{_render_scoort(laag)} het laagst", minste))
    return " ".join(f"{zin} ({render_score(score)})." for zin, score in delen)


def _render_scoort(namen: Sequence[str]) -> str:
    return f"{render_opsomming(namen)} {'scoort' if len(namen) == 1 else 'scoren'}"


def _build_rij(organisatie: Organisatie, schaal: str) -> tuple[str, ...]:
    """Return what one organisation scored on a topic, and what it answered highest and lowest."""
    uit, score = organisatie.uitschieters[schaal], organisatie.scores[schaal]
    hoog = _render_stellingen(uit.hoog) or "overal even hoog"
    return f"{organisatie.naam} ({render_score(score)})", hoog, _render_stellingen(uit.laag)


def render_score(score: Fraction | None) -> str:
    """Return a score as text, a dash when there is none."""
    return "-" if score is None else render_getal(float(score))


def _render_stellingen(stellingen: Sequence[tuple[str, str]]) -> str:
    """Return statements with their answer, which follows once behind those that have the same."""
    teksten: dict[str, list[str]] = {}
    for tekst, label in stellingen:
        teksten.setdefault(label, []).append(f"'{tekst.rstrip('.')}'")
    return render_opsomming([f"{render_opsomming(rij)} ({label.lower()})" for label, rij in teksten.items()])


def render_namen(gegeven: Gegeven, schalen: Sequence[str]) -> str:
    """Return the names of topics as they stand inside a sentence."""
    return render_opsomming([render_klein(read_schaalnaam(gegeven, schaal)) for schaal in schalen])
