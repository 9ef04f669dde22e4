"""`conflictstijl vragenlijsten`: what questionnaires there are, and one of them in full."""

from collections.abc import Iterator
from typing import Annotated

import typer

from conflictstijl.afname.verloop import Verloop
from conflictstijl.afname.vraagtekst import render_aantal
from conflictstijl.cli.aanvulling import build_lijstargument, build_vormoptie
from conflictstijl.cli.overzicht import write_alinea, write_kolommen
from conflictstijl.cli.uitvoer import write_json, write_meldingen, write_regels
from conflictstijl.fouten import GebruikFout
from conflictstijl.laden.antwoord import render_antwoorden
from conflictstijl.model.vragen import LETTERS, Keuze, Stelling
from conflictstijl.model.vragenlijst import Vragenlijst
from conflictstijl.rapport.profiel import render_herkomst
from conflictstijl.tekst import render_opsomming

_OVER_JEZELF = "Over jezelf"
UITLEG = "Met ID zie je één vragenlijst: herkomst, schalen en alle vragen."


def write_vragenlijsten(
    naam: Annotated[str, build_lijstargument("ID")] = "",
    vorm: Annotated[str, build_vormoptie()] = "",
    als_json: Annotated[bool, typer.Option("--json", help="Geef de uitkomst als JSON.")] = False,
) -> None:
    """List all questionnaires, or show one."""
    from conflictstijl import toepassing

    if vorm and not naam:
        voorbeeld = "conflictstijl vragenlijsten conflictstijlen --vorm ander"
        raise GebruikFout("--vorm hoort bij één vragenlijst; geef bijvoorbeeld:", voorbeeld)
    if naam:
        lijsten = [toepassing.load_vragenlijst(naam, vorm=vorm)]
    else:
        lijsten, meldingen = toepassing.load_overzicht()
        write_meldingen(map(str, meldingen))
    if als_json:
        write_json({"formaat": 1, "soort": "vragenlijsten", "vragenlijsten": list(map(_build_gegevens, lijsten))})
    elif naam:
        _write_een(lijsten[0])
    else:
        _write_alle(lijsten)


def _write_alle(lijsten: list[Vragenlijst]) -> None:
    """Write the questionnaires by the moment at which they help, those about styles first.

    Beside each other there is too little room.
    """
    from conflictstijl.rapport.werkblad import MOMENTEN

    koppen = [(None, _OVER_JEZELF), *MOMENTEN.items()]
    for moment, kop in koppen:
        bij = sorted((lijst for lijst in lijsten if lijst.moment is moment), key=_check_zonder_stijl)
        if bij:
            write_alinea(f"{kop}:")
            write_regels([""])
        for lijst in bij:
            _write_blok(lijst)
    write_alinea("Een ervan doen: conflictstijl afnemen ID. Alles erover lezen: conflictstijl vragenlijsten ID.")


def _check_zonder_stijl(lijst: Vragenlijst) -> bool:
    """Return True for a questionnaire that measures no style: it comes after those that do."""
    return not any(schaal.stijl for schaal in lijst.schalen)


def _write_blok(lijst: Vragenlijst) -> None:
    """Write the id of a questionnaire, and below it what it is."""
    write_alinea(lijst.id, inspringing=2)
    for alinea in (lijst.titel, f"{_render_omvang(lijst)}.", *_build_gebruik(lijst)):
        write_alinea(alinea, inspringing=4)
    write_regels([""])


def _build_gebruik(lijst: Vragenlijst) -> Iterator[str]:
    """Yield what someone must know to take it: what comes before it or after it, and the versions."""
    if lijst.veiligheid:
        yield "Eerst komt de vraag of iedereen veilig is."
    if lijst.bij:
        yield f"Hoort bij {lijst.bij}: het programma biedt deze aan als dat helpt."
    anders = [f"{variant.naam.lower()} (--vorm {variant.id})" for variant in lijst.varianten if not variant.standaard]
    if anders:
        yield f"{'Ook' if len(anders) < len(lijst.varianten) else 'Vormen'}: {render_opsomming(anders, 'of')}."


def _render_omvang(lijst: Vragenlijst) -> str:
    aantal = render_aantal(Verloop(lijst).aantal, len(lijst.vragen))
    duur = f"{lijst.minuten} minuten" if lijst.minuten else ""
    return ", ".join(
        filter(None, (aantal, duur, _render_gezelschap(lijst), f"versie {lijst.versie}", lijst.herkomst.licentie))
    )


def _render_gezelschap(lijst: Vragenlijst) -> str:
    """Return with whom somebody fills it in; empty when the file does not say."""
    from conflictstijl.rapport.werkblad import GEZELSCHAP

    return GEZELSCHAP[lijst.gezelschap] if lijst.gezelschap else ""


def _build_gegevens(lijst: Vragenlijst) -> dict[str, object]:
    return {
        "id": lijst.id,
        "titel": lijst.titel,
        "versie": lijst.versie,
        "vorm": lijst.vorm,
        "vragen": len(lijst.vragen),
        "vormen": [variant.id for variant in lijst.varianten],
        "onderdelen": [onderdeel.id for onderdeel in lijst.onderdelen],
        "bij": lijst.bij or None,
        "moment": lijst.moment or None,
        "met": lijst.gezelschap or None,
        "veiligheid": lijst.veiligheid,
        "uitkomsten": [uitkomst.titel for uitkomst in lijst.uitkomsten],
        "minuten": lijst.minuten,
        "schalen": [schaal.id for schaal in lijst.schalen],
        "licentie": lijst.herkomst.licentie,
        "status": lijst.herkomst.status,
    }


def _write_een(lijst: Vragenlijst) -> None:
    anders = lijst.variant.naam if lijst.variant and not lijst.variant.standaard else ""
    for alinea in (lijst.titel, anders, f"{lijst.id}: {_render_omvang(lijst)}", *_build_kop(lijst)):
        write_alinea(alinea)
    write_regels([""])
    write_kolommen(_build_vragen(lijst))


def _build_vragen(lijst: Vragenlijst) -> Iterator[tuple[str, str]]:
    """Yield every text with its id; of questions with options the case comes first."""
    for vraag in lijst.achtergrond:
        yield vraag.id, f"{vraag.tekst} ({render_antwoorden(vraag)})"
    for item in lijst.items:
        tekst = item.tekst if isinstance(item, Stelling) else " ".join(filter(None, (item.casus, item.vraag)))
        if tekst:
            yield item.id, tekst
        for letter, optie in zip(LETTERS, item.opties if isinstance(item, Keuze) else (), strict=False):
            yield f"{item.id}{letter}", optie.tekst
    for open_vraag in lijst.open:
        yield open_vraag.id, open_vraag.tekst


def _build_kop(lijst: Vragenlijst) -> Iterator[str]:
    yield render_herkomst(lijst.herkomst._replace(licentie=""))
    yield lijst.herkomst.bron
    if lijst.schalen:
        yield f"Schalen: {render_opsomming(list(dict.fromkeys(schaal.naam for schaal in lijst.schalen)))}."
    if lijst.onderdelen:
        yield f"Onderdelen: {render_opsomming([onderdeel.naam for onderdeel in lijst.onderdelen])}."
    if lijst.varianten:
        yield f"Vormen: {render_opsomming([f'{variant.naam} ({variant.id})' for variant in lijst.varianten])}."
    if lijst.antwoorden:
        punten = [punt.label or str(punt.waarde) for punt in lijst.antwoorden.punten]
        yield f"Antwoorden: {render_opsomming(punten, 'of')}."
    if lijst.uitkomsten:
        yield f"Uitkomsten: {'; '.join(uitkomst.titel for uitkomst in lijst.uitkomsten)}."
    if lijst.veiligheid:
        yield "Eerst komt de vraag of iedereen veilig is."
    yield lijst.uitleg
