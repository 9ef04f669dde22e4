"""A questionnaire as text to paste into a form tool."""

from collections.abc import Iterator

from conflictstijl.model.vragen import Achtergrondvraag, Keuze, Stelling, Vorm, Vraag
from conflictstijl.model.vragenlijst import Vragenlijst

_VRAGEN = {
    Vorm.KIES: "Wat past het meest bij je?",
    Vorm.UITERSTEN: "Wat past het meest bij je, en wat het minst?",
    Vorm.RANGSCHIK: "Zet ze op volgorde: wat het meest bij je past komt eerst.",
    Vorm.VERDEEL: "Verdeel de punten over wat bij je past.",
}


def render_formulier(vragenlijst: Vragenlijst) -> Iterator[str]:
    """Yield a questionnaire as lines to paste into a form tool: each question followed by its answers.

    Questions begin with `1.` and are parted by an empty line, as every import of plain text expects;
    the number also keeps the columns of equal questions apart. Answers carry no number or letter: it
    would become part of the answer, by which the export is scored.
    """
    variant = vragenlijst.variant
    begin = (variant.vooraf, variant.let_op, variant.uitleg) if variant else ()
    for tekst in filter(None, (vragenlijst.titel, *begin, vragenlijst.uitleg)):
        yield from (tekst, "")
    onderdelen = {onderdeel.id: onderdeel for onderdeel in vragenlijst.onderdelen}
    vorig = ""
    for nummer, vraag in enumerate(vragenlijst.vragen, 1):
        nu = vraag.onderdeel if isinstance(vraag, Stelling | Keuze) else ""
        if nu and nu != vorig:
            yield from (onderdelen[nu].naam, *filter(None, [onderdelen[nu].uitleg]), "")
        vorig = nu
        tekst, antwoorden = _render_vraag(vraag)
        yield from (f"{nummer}. {tekst}", *antwoorden, "")


def _render_vraag(vraag: Vraag) -> tuple[str, list[str]]:
    """Return a question as one text, and its possible answers: as a form tool asks for them."""
    match vraag:
        case Keuze():
            tekst = " ".join(filter(None, (vraag.casus, vraag.vraag or _VRAGEN[vraag.vorm])))
            return tekst, [optie.tekst for optie in vraag.opties]
        case Stelling(antwoorden=schaal):
            labels = [punt.label or str(punt.waarde) for punt in schaal.punten]
            return vraag.tekst, [*labels, schaal.nvt] if schaal.nvt else labels
        case Achtergrondvraag():
            return vraag.tekst, list(vraag.antwoorden)
        case _:
            return vraag.tekst, []
