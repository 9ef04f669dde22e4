"""The use cases: the public API, and what every command calls. No output, no exit codes."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from conflictstijl.fouten import Bevinding, GebruikFout, InvoerFout
from conflictstijl.laden import catalogus
from conflictstijl.laden.antwoorden import AntwoordOnbekendFout, Ingevuld, parse_antwoord
from conflictstijl.laden.bevindingen import Bevindingen
from conflictstijl.laden.bladen import load_bladen
from conflictstijl.laden.catalogus import load_ids, load_kennis
from conflictstijl.model.antwoorden import Antwoord, Antwoordblad, NietVanToepassing
from conflictstijl.model.document import Document
from conflictstijl.model.kennis import Stijlenkennis, Vaardigheid
from conflictstijl.model.profiel import Stijlprofiel
from conflictstijl.model.vragenlijst import Item, Keuze, Vragenlijst
from conflictstijl.rapport.profiel import build_document
from conflictstijl.rekenen import scoren
from conflictstijl.rekenen.advies import advise_profiel, advise_stijl
from conflictstijl.tekst import advise_naam, fold_tekst, render_citaat, render_opsomming

__all__ = [
    "build_profieldocument",
    "build_rapport",
    "check_vragenlijst",
    "load_antwoorden",
    "load_bestanden",
    "load_overzicht",
    "load_stijlnamen",
    "load_vaardigheden",
    "load_vragenlijst",
    "render_formulier",
    "score_antwoorden",
    "score_bladen",
]

FORMATEN = ("tekst", "markdown", "json")

Gegeven = int | str | NietVanToepassing | None
"""An answer as a caller gives it: value, label, letter, scale, `nvt` or None for open."""


def load_vragenlijst(naam: str | Path) -> Vragenlijst:
    """Return a questionnaire by id (shipped first, then own) or by path.

    Raises GebruikFout for an unknown id and InvoerFout, with all findings, for an unusable file.
    """
    return catalogus.load_vragenlijst(str(naam))


def load_antwoorden(bron: str | Path, vragenlijst: Vragenlijst | str | Path | None = None) -> list[Ingevuld]:
    """Return the answer sheets of a file (YAML, JSON, JSON Lines), each with its questionnaire.

    `bron` is a path or `-` for stdin; `vragenlijst` (a questionnaire, id or path) goes before what the
    sheets name themselves. Raises InvoerFout with all findings; nothing is half read.
    """
    bladen, _ = load_bestanden([str(bron)], vragenlijst)
    return bladen


def load_bestanden(
    bronnen: Iterable[str], vragenlijst: Vragenlijst | str | Path | None
) -> tuple[list[Ingevuld], list[Bevinding]]:
    """Return the sheets of several files with the warnings about them; raises InvoerFout for any error."""
    vast = None if vragenlijst is None else _load_lijst(vragenlijst)
    bevindingen = Bevindingen()
    bladen = [blad for bron in bronnen for blad in load_bladen(bron, vast, bevindingen)]
    bevindingen.check_fouten()
    if not bladen:
        raise GebruikFout("er staat geen enkel antwoordblad in; kijk na of dit het goede bestand is")
    return bladen, bevindingen


def load_overzicht() -> tuple[list[Vragenlijst], list[Bevinding]]:
    """Return every questionnaire that can be used, and the findings of those that cannot."""
    lijsten: list[Vragenlijst] = []
    bevindingen: list[Bevinding] = []
    for naam in sorted(load_ids()):
        try:
            lijsten.append(load_vragenlijst(naam))
        except InvoerFout as fout:
            bevindingen += fout.bevindingen
    return lijsten, bevindingen


def load_vaardigheden(stijl: str | None) -> list[Vaardigheid]:
    """Return all skills, or those that help with a style, the most specific first.

    `stijl` is an id or one of the other names of a style. Raises GebruikFout for an unknown one.
    """
    kennis = load_kennis()
    if stijl is None:
        return list(kennis.vaardigheden.vaardigheden.values())
    return advise_stijl(_read_stijl(stijl, kennis.stijlen), kennis)


def load_stijlnamen() -> dict[str, str]:
    """Return the short name of every style by id."""
    return {stijl.id: stijl.kort for stijl in load_kennis().stijlen.stijlen.values()}


def _read_stijl(naam: str, kennis: Stijlenkennis) -> str:
    namen = {fold_tekst(n): s.id for s in kennis.stijlen.values() for n in (s.id, s.naam, s.kort, *s.ook)}
    if fold_tekst(naam) in namen:
        return namen[fold_tekst(naam)]
    hint = advise_naam(naam, namen) or f"kies uit {render_opsomming(list(kennis.stijlen), 'of')}"
    raise GebruikFout(f"er is geen stijl {render_citaat(naam)}; {hint}")


def render_formulier(vragenlijst: Vragenlijst) -> Iterator[str]:
    """Yield a questionnaire as lines to paste into a form tool: each question followed by its answers.

    Questions begin with `1.` and are parted by an empty line, as every import of plain text expects;
    the number also keeps the columns of equal questions apart. Answers carry no number or letter: it
    would become part of the answer, by which the export is scored.
    """
    yield from (vragenlijst.titel, "")
    yield from (vragenlijst.uitleg, "") if vragenlijst.uitleg else ()
    for nummer, item in enumerate(vragenlijst.items, 1):
        vraag, antwoorden = _build_vraag(item, vragenlijst)
        yield from (f"{nummer}. {vraag}", *antwoorden, "")


def _build_vraag(item: Item, vragenlijst: Vragenlijst) -> tuple[str, list[str]]:
    if isinstance(item, Keuze):
        return "Wat past het meest bij je?", [optie.tekst for optie in item.opties]
    schaal = vragenlijst.antwoordschaal
    labels = [punt.label or str(punt.waarde) for punt in schaal.punten]
    return item.tekst, [*labels, schaal.nvt] if schaal.nvt else labels


def score_antwoorden(
    vragenlijst: Vragenlijst | str | Path, antwoorden: Antwoordblad | Sequence[Gegeven]
) -> Stijlprofiel:
    """Return the profile of one person.

    `vragenlijst` is a questionnaire, an id or a path. `antwoorden` is a sheet, or the answers in item
    order: values, labels, `a`/`b`, `"nvt"` or None for open. Raises GebruikFout for a wrong number of
    answers or an answer that does not exist.
    """
    lijst = _load_lijst(vragenlijst)
    aantal = len(antwoorden.antwoorden if isinstance(antwoorden, Antwoordblad) else antwoorden)
    if aantal != len(lijst.items):
        raise GebruikFout(f"er zijn {aantal} antwoorden, maar '{lijst.id}' heeft {len(lijst.items)} vragen")
    blad = antwoorden if isinstance(antwoorden, Antwoordblad) else _build_blad(lijst, antwoorden)
    return scoren.score_antwoorden(lijst, blad)


def score_bladen(bladen: Iterable[Ingevuld]) -> Iterator[tuple[Vragenlijst, Stijlprofiel]]:
    """Yield the profile of each sheet, together with its questionnaire."""
    for vragenlijst, blad in bladen:
        yield vragenlijst, scoren.score_antwoorden(vragenlijst, blad)


def build_profieldocument(profiel: Stijlprofiel, vragenlijst: Vragenlijst) -> Document:
    """Return the personal report as a neutral document, with the shipped knowledge and advice.

    Raises GebruikFout for a profile of another questionnaire.
    """
    if profiel.vragenlijst != vragenlijst.id or list(profiel.scores) != [schaal.id for schaal in vragenlijst.schalen]:
        raise GebruikFout(f"dit profiel hoort niet bij vragenlijst '{vragenlijst.id}'; geef de vragenlijst zelf mee")
    kennis = load_kennis()
    return build_document(profiel, vragenlijst, kennis, advise_profiel(profiel, vragenlijst, kennis))


def build_rapport(
    profiel: Stijlprofiel,
    vragenlijst: Vragenlijst | str | Path | None = None,
    *,
    formaat: str = "tekst",
    breedte: int = 80,
) -> str:
    """Return the personal report of a profile as text.

    `formaat` is `tekst` (of `breedte` columns), `markdown` or `json`. `vragenlijst` is needed for a
    questionnaire that is not shipped. Raises GebruikFout for an unknown format or another questionnaire.
    """
    if formaat not in FORMATEN:
        hint = advise_naam(formaat, FORMATEN) or f"kies uit {render_opsomming(FORMATEN, 'of')}"
        raise GebruikFout(f"er is geen formaat {render_citaat(formaat)}; {hint}")
    if formaat == "json":
        from conflictstijl.rapport.gegevens import render_profielen

        return render_profielen([profiel])
    document = build_profieldocument(profiel, _load_lijst(vragenlijst or profiel.vragenlijst))
    if formaat == "markdown":
        from conflictstijl.rapport.uitvoer.markdown import render_markdown

        return render_markdown(document)
    from conflictstijl.rapport.uitvoer.tekst import render_tekst

    return render_tekst(document, breedte)


def check_vragenlijst(bestand: str | Path) -> list[Bevinding]:
    """Return every finding about a file of any known kind, in the order of their places; empty when sound."""
    from conflictstijl.controle import check_bestand

    return check_bestand(Path(bestand))


def _load_lijst(vragenlijst: Vragenlijst | str | Path) -> Vragenlijst:
    return vragenlijst if isinstance(vragenlijst, Vragenlijst) else load_vragenlijst(vragenlijst)


def _build_blad(vragenlijst: Vragenlijst, antwoorden: Sequence[Gegeven]) -> Antwoordblad:
    if isinstance(antwoorden, str | Mapping):
        raise GebruikFout("geef de antwoorden als een lijst, in de volgorde van de vragen")
    gelezen = [_parse_antwoord(a, item, vragenlijst) for a, item in zip(antwoorden, vragenlijst.items, strict=True)]
    return Antwoordblad(vragenlijst.id, tuple(gelezen))


def _parse_antwoord(antwoord: Gegeven, item: Item, vragenlijst: Vragenlijst) -> Antwoord:
    if antwoord is None:
        return None
    tekst = antwoord.value if isinstance(antwoord, NietVanToepassing) else str(antwoord)
    try:
        return parse_antwoord(tekst, item, vragenlijst)
    except AntwoordOnbekendFout as fout:
        raise GebruikFout(f"vraag {item.id}: {render_citaat(tekst)} is geen antwoord; {fout}") from None
