"""A questionnaire as text to paste into a form tool."""

from collections.abc import Iterator, Mapping, Sequence

from conflictstijl.model.antwoorden import NVT, Antwoord
from conflictstijl.model.vragen import Achtergrondvraag, Keuze, Stelling, Voorwaarde, Vorm, Vraag
from conflictstijl.model.vragenlijst import Vragenlijst
from conflictstijl.tekst import render_opsomming

_VRAGEN = {
    Vorm.KIES: "Wat past het meest bij je?",
    Vorm.UITERSTEN: "Wat past het meest bij je, en wat het minst?",
    Vorm.RANGSCHIK: "Zet ze op volgorde: wat het meest bij je past komt eerst.",
    Vorm.VERDEEL: "Verdeel de punten over wat bij je past.",
}

_INSTELLEN = {
    Vorm.UITERSTEN: "maak er twee meerkeuzevragen van. De ene vraagt wat het meest past, de andere wat het minst past.",
    Vorm.RANGSCHIK: "neem de vraagsoort rangschikking. Is die er niet, neem dan een raster: antwoorden in rijen, "
    "plaatsen in kolommen.",
    Vorm.VERDEEL: "maak van elk antwoord een vraag naar een getal. Het formulier telt de punten niet na.",
}
"""How to set a form tool for questions that it would take for a choice of one answer."""

_KORTE_RIJ = 2
"""Longest row of numbers that is always written out."""

Genummerd = Mapping[str, tuple[int, Vraag]]
"""Every question with its number, by id."""


def render_formulier(vragenlijst: Vragenlijst) -> Iterator[str]:
    """Yield a questionnaire as lines to paste into a form tool: each question followed by its answers.

    Questions begin with `1.` and are parted by an empty line, as every import of plain text expects;
    the number also keeps the columns of equal questions apart. Answers carry no number or letter: it
    would become part of the answer. What must be set by hand in the tool is said first.
    """
    genummerd = {vraag.id: (nummer, vraag) for nummer, vraag in enumerate(vragenlijst.vragen, 1)}
    yield from _render_instellen(genummerd)
    for tekst in filter(None, _read_begin(vragenlijst)):
        yield from (tekst, "")
    onderdelen = {onderdeel.id: onderdeel for onderdeel in vragenlijst.onderdelen}
    vorig = None
    for nummer, vraag in genummerd.values():
        nu = onderdelen.get(vraag.onderdeel) if isinstance(vraag, Stelling | Keuze) else None
        if nu and nu != vorig:
            yield from (*_render_als(nu.als, genummerd), nu.naam, *filter(None, [nu.uitleg]), "")
        vorig = nu
        # a question also has the conditions of its part, before its own
        for zin in _render_als(vraag.als[len(nu.als) if nu else 0 :], genummerd):
            yield from (zin, "")
        tekst, antwoorden = _render_vraag(vraag)
        yield from (f"{nummer}. {tekst}", *antwoorden, "")


def _read_begin(vragenlijst: Vragenlijst) -> tuple[str, ...]:
    variant = vragenlijst.variant
    if variant is None:
        return vragenlijst.titel, vragenlijst.uitleg
    naam = "" if variant.standaard else variant.naam
    return vragenlijst.titel, naam, variant.vooraf, variant.let_op, variant.uitleg, vragenlijst.uitleg


def _render_instellen(genummerd: Genummerd) -> Iterator[str]:
    """Yield what the maker of the form must set by hand, nothing when there is nothing."""
    regels = []
    for vorm, hoe in _INSTELLEN.items():
        nummers = [nr for nr, vraag in genummerd.values() if isinstance(vraag, Keuze) and vraag.vorm is vorm]
        if nummers:
            regels.append(f"Vraag {_render_nummers(nummers)}: {hoe}")
    if any(vraag.als for _, vraag in genummerd.values()):
        regels.append("Staat ergens 'Alleen als' boven? Stel dan in dat het formulier dat soms overslaat.")
    if regels:
        yield from ("Voor wie het formulier maakt. Haal deze regels daarna weg.", *regels, "")


def _render_nummers(nummers: Sequence[int]) -> str:
    if len(nummers) == nummers[-1] - nummers[0] + 1 > _KORTE_RIJ:
        return f"{nummers[0]} tot en met {nummers[-1]}"
    return render_opsomming([str(nummer) for nummer in nummers])


def _render_als(als: Sequence[Voorwaarde], genummerd: Genummerd) -> list[str]:
    """Return conditions as one sentence, or nothing."""
    eisen = []
    for eis in als:
        nummer, vraag = genummerd[eis.vraag]
        gekozen = [f"'{_render_antwoord(antwoord, vraag)}'" for antwoord in eis.antwoorden]
        eisen.append(f"bij vraag {nummer} {render_opsomming(gekozen, 'of')}")
    return [f"Alleen als je {render_opsomming(eisen)} koos."] if eisen else []


def _render_antwoord(antwoord: Antwoord, vraag: Vraag) -> str:
    """Return an answer in the words of the form."""
    _, labels = _render_vraag(vraag)
    waarden: Sequence[Antwoord] = range(len(labels))
    if isinstance(vraag, Stelling):
        waarden = [*(punt.waarde for punt in vraag.antwoorden.punten), NVT]
    return dict(zip(waarden, labels, strict=False)).get(antwoord, NVT.value)


def _render_vraag(vraag: Vraag) -> tuple[str, list[str]]:
    """Return a question as one text, and its possible answers: as a form tool asks for them."""
    match vraag:
        case Keuze():
            samen = f"Samen {vraag.totaal} punten." if vraag.vorm is Vorm.VERDEEL else ""
            tekst = " ".join(filter(None, (vraag.casus, vraag.vraag or _VRAGEN[vraag.vorm], samen)))
            return tekst, [optie.tekst for optie in vraag.opties]
        case Stelling(antwoorden=schaal):
            labels = [punt.label or str(punt.waarde) for punt in schaal.punten]
            return vraag.tekst, [*labels, schaal.nvt] if schaal.nvt else labels
        case Achtergrondvraag():
            return vraag.tekst, list(vraag.antwoorden)
        case _:
            return vraag.tekst, []
