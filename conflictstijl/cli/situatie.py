"""`conflictstijl situatie`: which style a situation asks for, and why."""

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from conflictstijl.cli.aanvulling import load_casusnamen, load_kenmerkopties
from conflictstijl.cli.bevraging import build_gesprek
from conflictstijl.cli.document import (
    EINDES,
    STDOUT,
    check_uitvoer,
    render_documenten,
    write_documenten,
    write_tekstbestand,
)
from conflictstijl.cli.uitvoer import render_json, write_json, write_meldingen
from conflictstijl.fouten import GebruikFout, GeweigerdFout
from conflictstijl.tekst import clean_tekst, fold_tekst

if TYPE_CHECKING:
    from conflictstijl.adviseren import Vraagstuk
    from conflictstijl.afname.gesprek import Gesprek
    from conflictstijl.bewaren import Uitslag
    from conflictstijl.model.situatie import Casus, Gebruik, Hulp, Partij
    from conflictstijl.model.vragenlijst import Vragenlijst
    from conflictstijl.rapport.situatie import Situatie
    from conflictstijl.toepassing import Resultaat

UITLEG = """\
Zonder meer stelt het programma korte vragen over je situatie. De eerste gaat altijd over veiligheid.

Weet je de antwoorden al, geef ze dan met --kenmerk. Met een casus of een eigen bestand hoeft dat niet. \
Wat er te kiezen is, zie je met --kenmerken.

Over je situatie bewaart het programma niets.

Bijvoorbeeld:

  conflictstijl situatie
  conflictstijl situatie rooster --profiel laatste
  conflictstijl situatie --kenmerk veiligheid=veilig --kenmerk macht=minder --json"""


_AFNEMEN = "conflictstijl afnemen"


def write_situatie(
    casus: Annotated[
        str,
        typer.Argument(metavar="CASUS|BESTAND", help="Een casus of eigen bestand.", autocompletion=load_casusnamen),
    ] = "",
    kenmerk: Annotated[
        list[str] | None,
        typer.Option(
            "--kenmerk", metavar="NAAM=STAND", help="Wat je al weet; mag vaker.", autocompletion=load_kenmerkopties
        ),
    ] = None,
    profiel: Annotated[
        str | None,
        typer.Option("--profiel", metavar="ID|BESTAND", help="Leg het naast een uitslag; laatste is je nieuwste."),
    ] = None,
    partijen: Annotated[
        str, typer.Option("--partijen", metavar="BESTAND", help="Wie erbij horen: je ingevulde werkblad.")
    ] = "",
    wat_als: Annotated[bool, typer.Option("--wat-als", help="Toon welk antwoord het advies verandert.")] = False,
    kenmerken: Annotated[bool, typer.Option("--kenmerken", help="Toon alle kenmerken met hun standen.")] = False,
    uit: Annotated[
        str, typer.Option("-o", metavar="BESTAND", help="Schrijf naar .html, .docx, .pdf, .md, .txt of .json.")
    ] = "",
    als_json: Annotated[bool, typer.Option("--json", help="Geef de uitkomst als JSON.")] = False,
    overschrijf: Annotated[bool, typer.Option("--overschrijf", help="Vervang een bestand dat er al is.")] = False,
) -> int:
    """Advise about one situation; exit code 3 when the safety gate is closed."""
    from conflictstijl import adviseren

    if kenmerken:
        from conflictstijl.cli.kenmerken import write_kenmerken

        write_kenmerken(als_json=als_json)
        return 0
    gesloten = adviseren.read_gesloten(kenmerk or [])
    gelezen = adviseren.load_casus(casus) if casus and not gesloten else None
    gesloten = gesloten or adviseren.read_gesloten([], gelezen)
    if gesloten:
        # who says that it may be unsafe gets help, whatever else is wrong with the call
        return write_advies(adviseren.build_situatie(gesloten), uit, als_json=als_json, overschrijf=overschrijf)
    check_uitvoer(uit, overschrijf=overschrijf, gelezen=[casus, partijen, profiel or ""])
    erbij = _load_partijen(partijen) if partijen else ()
    gegeven = adviseren.parse_opties(kenmerk or [])
    gebruik, bron = (None, "") if profiel is None else load_gebruik(profiel)
    vraagstuk = ask_vraagstuk(gelezen, gegeven, apart=als_json or uit == STDOUT)
    situatie = adviseren.build_situatie(vraagstuk, gebruik, bron=bron, wat_als=wat_als)
    if situatie.poort is None:
        situatie = situatie._replace(partijen=erbij)
    return write_advies(situatie, uit, als_json=als_json, overschrijf=overschrijf)


def _load_partijen(bron: str) -> "tuple[Partij, ...]":
    # only who brings a worksheet pays for reading one
    from conflictstijl.laden.werkbladantwoorden import load_partijen

    return load_partijen(bron)


def load_gebruik(bron: str) -> "tuple[Gebruik, str]":
    """Return what a person says to do, from a file or from a kept result; of a kept one also which it is."""
    from conflictstijl import adviseren, bewaren
    from conflictstijl.laden.catalogus import check_pad
    from conflictstijl.rapport.geschiedenis import render_bron

    if check_pad(bron) or Path(bron).is_file():
        return adviseren.load_gebruik(bron), ""
    uitslag = _load_eigen() if fold_tekst(bron) == bewaren.LAATSTE else bewaren.load_uitslag(bron)
    if not _check_stijlen(uitslag.vragenlijst):
        raise GebruikFout("deze uitslag meet geen stijl; geef een uitslag over je stijlen, of doe eerst:", _AFNEMEN)
    resultaat = bewaren.build_resultaat(uitslag)
    gebruik = adviseren.build_gebruik_van(resultaat.profiel, resultaat.vragenlijst)
    return gebruik, render_bron(uitslag.klaar, uitslag.vragenlijst, uitslag.sessie)


def _load_eigen() -> "Uitslag":
    """Return the newest result about one's own styles; what is damaged is named and passed by."""
    from conflictstijl import bewaren

    uitslagen, meldingen = bewaren.load_geschiedenis()
    for uitslag in uitslagen:
        if not uitslag.vragenlijst.over_ander and _check_stijlen(uitslag.vragenlijst):
            write_meldingen(map(str, meldingen))
            return uitslag
    # there is none, or the newest is damaged, about someone else or no styles: each is refused in its own words
    return bewaren.load_uitslag(bewaren.LAATSTE)


def _check_stijlen(lijst: "Vragenlijst") -> bool:
    """Return True for a questionnaire that measures styles."""
    return any(schaal.stijl for schaal in lijst.schalen)


def ask_vraagstuk(casus: "Casus | None", gegeven: dict[str, str], *, apart: bool) -> "Vraagstuk":
    """Return the situation to advise about; what is missing is asked of a person.

    Raises GebruikFout when something is missing and nobody can be asked.
    """
    from conflictstijl import adviseren

    kenmerken = adviseren.build_kenmerken(gegeven, casus)
    gesprek = build_gesprek(apart=apart)
    if gesprek.mens:
        from conflictstijl.afname.situatiescan import ask_situatie

        kenmerken = ask_situatie(adviseren.load_situaties(), gesprek, kenmerken, alles=not gegeven and casus is None)
    elif not kenmerken:
        raise GebruikFout(
            "geef een casus, of wat je weet met --kenmerk; begin met --kenmerk veiligheid=veilig, onveilig of twijfel"
        )
    return adviseren.Vraagstuk(kenmerken, casus)


def write_advies(uitkomst: "Situatie | Hulp", uit: str, *, als_json: bool, overschrijf: bool) -> int:
    """Write the advice and return the exit code.

    With a closed gate nothing goes into a file, for then nothing of the situation is kept; the code is the same
    when nobody reads the help to its end.
    """
    if not uitkomst.poort:
        _write_uitkomst(uitkomst, uit, als_json=als_json, overschrijf=overschrijf)
        return 0
    if uit not in ("", STDOUT):
        write_meldingen([f"'{clean_tekst(uit)}' is niet geschreven: over een onveilige situatie bewaart niemand iets"])
    with suppress(BrokenPipeError):
        _write_uitkomst(uitkomst, STDOUT, als_json=als_json, overschrijf=False)
    return GeweigerdFout.exit_code


def _write_uitkomst(uitkomst: "Situatie | Hulp", uit: str, *, als_json: bool, overschrijf: bool) -> None:
    from conflictstijl import adviseren
    from conflictstijl.rapport.situatiegegevens import build_uitkomst

    naar_bestand = uit not in ("", STDOUT)
    if naar_bestand:
        pad = Path(uit)
        einde = pad.suffix.lower()
        is_json = einde == EINDES[0]
        document = [adviseren.build_document(uitkomst)]
        inhoud = render_json(build_uitkomst(uitkomst)) if is_json else render_documenten(document, einde)
        write_tekstbestand(pad, inhoud, overschrijf=overschrijf)
    if als_json:
        write_json(build_uitkomst(uitkomst))
    elif not naar_bestand:
        write_documenten([adviseren.build_document(uitkomst)])


def check_situatie(lijst: "Vragenlijst", gesprek: "Gesprek") -> None:
    """Raise GebruikFout when no situation can be asked after a questionnaire, before anybody begins with it."""
    if not gesprek.mens:
        raise GebruikFout(
            "--situatie stelt vragen en heeft een terminal nodig; "
            "geef daarna: conflictstijl situatie --profiel antwoorden.yaml, met --kenmerk"
        )
    if lijst.over_ander:
        raise GebruikFout("--situatie gaat over wat je zelf doet; laat het weg bij een vragenlijst over een ander")


def ask_bij_profiel(resultaat: "Resultaat", gesprek: "Gesprek") -> "Situatie | Hulp":
    """Return the advice for one situation of the person whose profile this is, or the help."""
    from conflictstijl import adviseren
    from conflictstijl.afname.situatiescan import ask_situatie

    kenmerken = ask_situatie(adviseren.load_situaties(), gesprek, {}, alles=True)
    gebruik = adviseren.build_gebruik_van(resultaat.profiel, resultaat.vragenlijst)
    return adviseren.build_situatie(adviseren.Vraagstuk(kenmerken), gebruik)
