"""The use cases: the public API, and what every command calls. No output, no exit codes."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from conflictstijl import __version__
from conflictstijl.fouten import Bevinding, GebruikFout, Plek
from conflictstijl.laden import catalogus, normgroepen, verdieping
from conflictstijl.laden.antwoord import AntwoordOnbekendFout, Ruw, parse_antwoord
from conflictstijl.laden.antwoorden import Ingevuld
from conflictstijl.laden.bevindingen import Bevindingen
from conflictstijl.laden.bladen import load_bladen
from conflictstijl.laden.catalogus import load_kennis
from conflictstijl.laden.vervolgstappen import load_stappen
from conflictstijl.model.antwoorden import Antwoord, Antwoordblad, NietVanToepassing
from conflictstijl.model.document import Document
from conflictstijl.model.kennis import Stijlenkennis, Vaardigheid
from conflictstijl.model.profiel import Stijlprofiel, Verschuiving
from conflictstijl.model.vragen import Vraag, check_antwoord
from conflictstijl.model.vragenlijst import Vragenlijst
from conflictstijl.rapport.aanspreken import build_aanspreken
from conflictstijl.rapport.formulier import render_formulier
from conflictstijl.rapport.gegeven import OM_TE_LEZEN, Uitgave
from conflictstijl.rapport.gegeven import Gegeven as Profielgegeven
from conflictstijl.rapport.profiel import build_document
from conflictstijl.rekenen import scoren
from conflictstijl.rekenen.advies import advise_gesprek, advise_profiel, advise_stijl
from conflictstijl.rekenen.verschuiving import check_versies, compare_bladen
from conflictstijl.tekst import advise_naam, fold_tekst, render_citaat, render_opsomming

__all__ = [
    "OM_TE_LEZEN",
    "Resultaat",
    "Uitgave",
    "build_deelblad",
    "build_naast",
    "build_profieldocument",
    "build_rapport",
    "build_samen",
    "check_vragenlijst",
    "compare_versies",
    "load_antwoorden",
    "load_bestanden",
    "load_ik_en_ander",
    "load_met_normen",
    "load_overzicht",
    "load_stijlnamen",
    "load_vaardigheden",
    "load_verdieping",
    "load_vragenlijst",
    "render_formulier",
    "score_antwoorden",
    "score_bladen",
]

_TWEE = 2
FORMATEN = ("tekst", "markdown", "html", "json")

Gegeven = int | str | Sequence[int | str] | Mapping[str, int | str] | NietVanToepassing | None
"""An answer as a caller gives it: value, label, letter, scale, a row or map of these, `nvt` or None for open."""


def load_vragenlijst(naam: str | Path, *, vorm: str = "", met: str = "") -> Vragenlijst:
    """Return a questionnaire by id (shipped first, then own) or by path.

    `vorm` is one of its versions, `met` a questionnaire that deepens it. Raises GebruikFout for an unknown id or
    version and InvoerFout, with all findings, for an unusable file.
    """
    return catalogus.load_vragenlijst(str(naam), vorm, met)


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
    vast = vragenlijst if vragenlijst is None or isinstance(vragenlijst, Vragenlijst) else str(vragenlijst)
    bevindingen = Bevindingen()
    bladen = [blad for bron in bronnen for blad in load_bladen(bron, vast, bevindingen)]
    bevindingen.check_fouten()
    if not bladen:
        raise GebruikFout("er staat geen enkel antwoordblad in; kijk na of dit het goede bestand is")
    return bladen, bevindingen


def load_met_normen(bladen: Sequence[Ingevuld], normen: str | Path) -> tuple[list[Ingevuld], list[Bevinding]]:
    """Return sheets with a norm group from a file in their questionnaires, and the warnings about it.

    Raises InvoerFout for an unusable file, and GebruikFout for a norm group of another questionnaire.
    """
    bestand = normgroepen.load_normgroep(str(normen))
    bevindingen = Bevindingen()
    lijsten: dict[Vragenlijst, Vragenlijst] = {}
    for lijst, _ in bladen:
        if lijst not in lijsten:
            lijsten[lijst] = normgroepen.build_met_normen(lijst, bestand, Plek(str(normen)), bevindingen)
    return [(lijsten[lijst], blad) for lijst, blad in bladen], bevindingen


def load_overzicht() -> tuple[list[Vragenlijst], list[Bevinding]]:
    """Return every questionnaire that can be used, and the findings of those that cannot."""
    return catalogus.load_alle(catalogus.VRAGENLIJST, load_vragenlijst)


def load_vaardigheden(stijl: str | None) -> list[Vaardigheid]:
    """Return all skills, or those that help with a style, the most specific first.

    `stijl` is an id or one of the other names of a style. Raises GebruikFout for an unknown one.
    """
    kennis = load_kennis()
    if stijl is None:
        return list(kennis.vaardigheden.vaardigheden.values())
    return advise_stijl(_read_stijl(stijl, kennis.stijlen), kennis)


def load_ik_en_ander(stijl: str) -> str:
    """Return the question about oneself and the other beside a style; raises GebruikFout for an unknown one."""
    kennis = load_kennis().stijlen
    return kennis.stijlen[_read_stijl(stijl, kennis)].ik_en_ander


def load_stijlnamen() -> dict[str, str]:
    """Return the short name of every style by id."""
    return {stijl.id: stijl.kort for stijl in load_kennis().stijlen.stijlen.values()}


def _read_stijl(naam: str, kennis: Stijlenkennis) -> str:
    namen = {fold_tekst(n): s.id for s in kennis.stijlen.values() for n in (s.id, s.naam, s.kort, *s.ook)}
    if fold_tekst(naam) in namen:
        return namen[fold_tekst(naam)]
    hint = advise_naam(naam, namen) or f"kies uit {render_opsomming(list(kennis.stijlen), 'of')}"
    raise GebruikFout(f"er is geen stijl {render_citaat(naam)}; {hint}")


def score_antwoorden(
    vragenlijst: Vragenlijst | str | Path, antwoorden: Antwoordblad | Sequence[Gegeven] | Mapping[str, Gegeven]
) -> Stijlprofiel:
    """Return the profile of one person.

    `vragenlijst` is a questionnaire, an id or a path. `antwoorden` is a sheet, or the answers in item
    order or by question id: values, labels, letters, rows of these, `"nvt"` or None for open. Raises
    GebruikFout for a sheet of another questionnaire, a wrong number of answers or an answer that does not exist.
    """
    lijst = _load_lijst(vragenlijst)
    blad = antwoorden if isinstance(antwoorden, Antwoordblad) else _build_blad(lijst, antwoorden)
    _check_blad(blad, lijst)
    return scoren.score_antwoorden(lijst, blad)


def _check_blad(blad: Antwoordblad, lijst: Vragenlijst) -> None:
    if blad.vragenlijst != lijst.id:
        raise GebruikFout(f"dit antwoordblad hoort bij {render_citaat(blad.vragenlijst)}, niet bij '{lijst.id}'")
    _check_aantal(len(blad.antwoorden), lijst, len(lijst.vragen))
    for vraag, antwoord in zip(lijst.vragen, blad.antwoorden, strict=True):
        if not check_antwoord(antwoord, vraag):
            raise GebruikFout(f"vraag {vraag.id}: {render_citaat(str(antwoord))} is geen antwoord")


def _check_aantal(aantal: int, lijst: Vragenlijst, hoort: int) -> None:
    if aantal != hoort:
        raise GebruikFout(f"er zijn {aantal} antwoorden, maar '{lijst.id}' heeft {hoort} vragen")


class Resultaat(NamedTuple):
    """One scored sheet, with all that it was made of."""

    vragenlijst: Vragenlijst
    blad: Antwoordblad
    profiel: Stijlprofiel


def score_bladen(bladen: Iterable[Ingevuld]) -> Iterator[Resultaat]:
    """Yield the profile of each sheet, together with its questionnaire."""
    for vragenlijst, blad in bladen:
        yield Resultaat(vragenlijst, blad, scoren.score_antwoorden(vragenlijst, blad))


def load_verdieping(resultaat: Resultaat) -> Vragenlijst | None:
    """Return the questionnaire that can sharpen a result in which nothing stands out; None when there is none.

    Nothing is gained where answers are missing or all the same, where signs are counted, nor a second time. What
    deepens is about oneself, in the words of the standard version.
    """
    vragenlijst, _, profiel = resultaat
    if profiel.duidelijk_hoog or profiel.duidelijk_laag or profiel.met or profiel.kwaliteit.meldingen:
        return None
    if vragenlijst.formatief or vragenlijst.over_ander or (vragenlijst.variant and not vragenlijst.variant.standaard):
        return None
    return catalogus.load_verdieping(vragenlijst)


def build_samen(eerste: Ingevuld, tweede: Ingevuld) -> Ingevuld:
    """Return a sheet and the one that deepens it as one.

    Raises GebruikFout when their questionnaires do not belong together.
    """
    samen = verdieping.build_samen(eerste[0], tweede[0])
    gegeven = dict(zip((vraag.id for vraag in eerste[0].vragen), eerste[1].antwoorden, strict=True))
    erbij = [item.id for item in samen.items if item.erbij]
    gegeven.update(zip(erbij, tweede[1].antwoorden, strict=True))
    return samen, replace(eerste[1], antwoorden=tuple(gegeven[vraag.id] for vraag in samen.vragen))


def build_profieldocument(profiel: Stijlprofiel, vragenlijst: Vragenlijst, uitgave: Uitgave = OM_TE_LEZEN) -> Document:
    """Return the personal report as a neutral document, with the shipped knowledge and advice.

    `uitgave` tells what it is for: to read, or to keep. Raises GebruikFout for a profile of another questionnaire.
    """
    return build_document(_load_gegeven(profiel, vragenlijst, uitgave))


def build_deelblad(profiel: Stijlprofiel, vragenlijst: Vragenlijst, uitgave: Uitgave = OM_TE_LEZEN) -> Document | None:
    """Return the page that someone may share with a colleague, as `build_profieldocument` does the report.

    None where the result is not about their own styles.
    """
    return build_aanspreken(_load_gegeven(profiel, vragenlijst, uitgave))


def _load_gegeven(profiel: Stijlprofiel, vragenlijst: Vragenlijst, uitgave: Uitgave) -> Profielgegeven:
    if profiel.vragenlijst != vragenlijst.id or list(profiel.scores) != [schaal.id for schaal in vragenlijst.schalen]:
        raise GebruikFout(f"dit profiel hoort niet bij vragenlijst '{vragenlijst.id}'; geef de vragenlijst zelf mee")
    kennis = load_kennis()
    advies = advise_gesprek(kennis) if vragenlijst.over_ander else advise_profiel(profiel, vragenlijst, kennis)
    uitkomst = profiel.uitkomst.uitkomst if profiel.uitkomst else None
    verder = load_stappen(uitkomst.verder) if uitkomst else ()
    return Profielgegeven(profiel, vragenlijst, kennis, advies, uitgave._replace(programma=__version__), verder)


def compare_versies(resultaten: Sequence[Resultaat]) -> tuple[Verschuiving, ...] | None:
    """Return what shifts between two versions of one questionnaire; None when these results are no such two.

    Kept results are as old as their questionnaires: two versions of which the questions are not surely the same are
    no such two either. A straight line is not compared with anything.
    """
    if len(resultaten) != _TWEE or len({resultaat.vragenlijst.id for resultaat in resultaten}) > 1:
        return None
    eerste, tweede = resultaten
    if not check_versies(eerste.vragenlijst, tweede.vragenlijst):
        return None
    if any(melding.code == "rechte_lijn" for een in resultaten for melding in een.profiel.kwaliteit.meldingen):
        return ()
    return compare_bladen(*((een.vragenlijst, een.blad.antwoorden) for een in resultaten))


def build_naast(resultaten: Sequence[Resultaat]) -> Document | None:
    """Return two versions of one questionnaire side by side; None when these results are no such two."""
    verschuivingen = compare_versies(resultaten)
    if verschuivingen is None:
        return None
    from conflictstijl.rapport.naast import build_naast as build

    return build([(een.vragenlijst, een.profiel) for een in resultaten], verschuivingen, load_kennis())


def build_rapport(
    profiel: Stijlprofiel,
    vragenlijst: Vragenlijst | str | Path | None = None,
    *,
    formaat: str = "tekst",
    breedte: int = 80,
) -> str:
    """Return the personal report of a profile as text.

    `formaat` is `tekst` (of `breedte` columns), `markdown`, `html` or `json`. `vragenlijst` is needed for a
    questionnaire that is not shipped. Raises GebruikFout for an unknown format or another questionnaire.
    """
    if formaat not in FORMATEN:
        hint = advise_naam(formaat, FORMATEN) or f"kies uit {render_opsomming(FORMATEN, 'of')}"
        raise GebruikFout(f"er is geen formaat {render_citaat(formaat)}; {hint}")
    if formaat == "json":
        from conflictstijl.rapport.gegevens import render_profielen

        return render_profielen([profiel])
    lijst = _load_lijst(vragenlijst or profiel.vragenlijst)
    if formaat == "tekst":
        from conflictstijl.rapport.uitvoer.tekst import render_tekst

        return render_tekst(build_profieldocument(profiel, lijst), breedte)
    bewaren = Uitgave(bewaren=True)
    blad = build_deelblad(profiel, lijst, bewaren)
    alle = [build_profieldocument(profiel, lijst, bewaren), *([blad] if blad else [])]
    if formaat == "html":
        from conflictstijl.rapport.uitvoer.html import render_html

        return render_html(alle)
    from conflictstijl.rapport.uitvoer.markdown import render_markdown

    return "\n".join(map(render_markdown, alle))


def check_vragenlijst(bestand: str | Path) -> list[Bevinding]:
    """Return every finding about a file of any known kind, in the order of their places; empty when sound."""
    from conflictstijl.controle import check_bestand

    return check_bestand(Path(bestand))


def _load_lijst(vragenlijst: Vragenlijst | str | Path) -> Vragenlijst:
    return vragenlijst if isinstance(vragenlijst, Vragenlijst) else load_vragenlijst(vragenlijst)


def _build_blad(vragenlijst: Vragenlijst, antwoorden: Sequence[Gegeven] | Mapping[str, Gegeven]) -> Antwoordblad:
    """Return a sheet of answers by question id, or in item order."""
    if isinstance(antwoorden, str):
        raise GebruikFout("geef de antwoorden als een lijst, in de volgorde van de vragen")
    if not isinstance(antwoorden, Mapping):
        _check_aantal(len(antwoorden), vragenlijst, len(vragenlijst.items))
        antwoorden = {item.id: antwoord for item, antwoord in zip(vragenlijst.items, antwoorden, strict=True)}
    onbekend = [naam for naam in antwoorden if naam not in {vraag.id for vraag in vragenlijst.vragen}]
    if onbekend:
        hint = advise_naam(onbekend[0], [vraag.id for vraag in vragenlijst.vragen]) or "kijk de namen na"
        raise GebruikFout(f"'{vragenlijst.id}' heeft geen vraag {render_citaat(onbekend[0])}; {hint}")
    gelezen = (_parse_antwoord(antwoorden.get(vraag.id), vraag) for vraag in vragenlijst.vragen)
    return Antwoordblad(vragenlijst.id, tuple(gelezen))


def _parse_antwoord(antwoord: Gegeven, vraag: Vraag) -> Antwoord:
    if antwoord is None:
        return None
    try:
        return parse_antwoord(_build_ruw(antwoord), vraag)
    except AntwoordOnbekendFout as fout:
        raise GebruikFout(f"vraag {vraag.id}: {render_citaat(str(antwoord))} is geen antwoord; {fout}") from None


def _build_ruw(antwoord: int | str | Sequence[int | str] | Mapping[str, int | str] | NietVanToepassing) -> Ruw:
    """Return a caller's answer as the texts that a sheet would hold."""
    if isinstance(antwoord, NietVanToepassing):
        return antwoord.value
    if isinstance(antwoord, Mapping):
        return {str(naam): str(waarde) for naam, waarde in antwoord.items()}
    return str(antwoord) if isinstance(antwoord, int | str) else [str(deel) for deel in antwoord]
