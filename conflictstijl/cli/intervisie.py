"""`conflictstijl intervisie`: one document to prepare an intervision session with, and to run it from."""

from contextlib import suppress
from typing import TYPE_CHECKING, Annotated, Any

import typer

from conflictstijl.cli.aanvulling import load_casusnamen, load_kenmerkopties, load_werkvormnamen
from conflictstijl.cli.akkoord import ask_akkoord
from conflictstijl.cli.document import STDOUT, check_uitvoer, write_documenten
from conflictstijl.cli.doel import Doel, write_uitkomst
from conflictstijl.cli.nederlands import check_aantallen
from conflictstijl.cli.uitvoer import write_json, write_meldingen
from conflictstijl.fouten import GebruikFout, GeweigerdFout
from conflictstijl.tekst import clean_tekst

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from conflictstijl.model.intervisie import Intervisieopdracht
    from conflictstijl.model.situatie import Hulp
    from conflictstijl.rapport.intervisie import Intervisie

UITLEG = """\
Je krijgt één document: praktische zaken, leervraag, groep, casus, agenda, kaarten, oefening en verslag. \
Elk blad dat je uitdeelt, begint op een nieuwe pagina.

De groep is wat 'conflictstijl groep antwoorden.xlsx --json' geeft. Namen en scores komen niet in het document.

In een eigen casus zoekt het programma eerst wat naar iemand kan leiden. Bij een casus die om veiligheid vraagt, \
komen er pas stijlen met --veilig.

Alles mag ook in één JSON-bestand. De namen zijn die van de opties, en opties gaan voor.

Bijvoorbeeld:

  conflictstijl intervisie --werkvorm incidentmethode --duur 90
  conflictstijl intervisie --werkvorm incidentmethode --duur 90 --casus rooster -o voorbereiding.docx
  conflictstijl intervisie sessie.json --duur 120 --groep beeld.json"""

_WEGGELATEN = {
    "profielen": "in het beeld van de groep staan scores van mensen; die gebruikt het programma niet. "
    "Maak het bestand liever zonder --met-profielen",
    "per": "delen van de groep komen niet in het document, alleen de hele groep",
    "voor_na": "wat er in de groep veranderde, komt niet in het document",
}
_TE_KLEIN = "er komt geen beeld van de groep in: het bestand heeft geen aantallen van minstens vijf mensen"
_DICHT = (
    "er staan nog geen stijlen bij deze casus; "
    "is het voor iedereen veilig, ook voor kinderen? Geef dan --veilig. Twijfel je? Geef --kenmerk veiligheid=twijfel"
)


def write_intervisie(
    bron: Annotated[str, typer.Argument(metavar="BESTAND", help="Alles in één JSON, of - voor de invoer.")] = "",
    werkvorm: Annotated[
        str,
        typer.Option("--werkvorm", metavar="ID|BESTAND", help="Welke werkvorm.", autocompletion=load_werkvormnamen),
    ] = "",
    duur: Annotated[int | None, typer.Option("--duur", metavar="MINUTEN", help="Hoe lang jullie hebben.")] = None,
    deelnemers: Annotated[
        int | None, typer.Option("--deelnemers", metavar="AANTAL", help="Met hoeveel mensen.")
    ] = None,
    bijeenkomst: Annotated[
        int | None,
        typer.Option("--bijeenkomst", metavar="NUMMER", help="De hoeveelste, als de werkvorm er meer heeft."),
    ] = None,
    groep: Annotated[
        str, typer.Option("--groep", metavar="BESTAND", help="JSON van 'groep', of - voor de invoer.")
    ] = "",
    casus: Annotated[
        str,
        typer.Option(
            "--casus", metavar="ID|BESTAND", help="Een casus of eigen bestand.", autocompletion=load_casusnamen
        ),
    ] = "",
    partijen: Annotated[
        str, typer.Option("--partijen", metavar="BESTAND", help="Wie bij de casus horen: een ingevuld werkblad.")
    ] = "",
    kenmerk: Annotated[
        list[str] | None,
        typer.Option(
            "--kenmerk",
            metavar="NAAM=STAND",
            help="Wat je van de casus weet; mag vaker.",
            autocompletion=load_kenmerkopties,
        ),
    ] = None,
    veilig: Annotated[bool, typer.Option("--veilig", help="De casus is voor iedereen veilig.")] = False,
    leervraag: Annotated[str, typer.Option("--leervraag", metavar="TEKST", help="De vraag van de inbrenger.")] = "",
    groepsnaam: Annotated[str, typer.Option("--groepsnaam", metavar="TEKST", help="Hoe de groep heet.")] = "",
    datum: Annotated[str, typer.Option("--datum", metavar="TEKST", help="Op welke dag.")] = "",
    begin: Annotated[str, typer.Option("--begin", metavar="TIJD", help="Hoe laat, zoals 13:30.")] = "",
    plaats: Annotated[str, typer.Option("--plaats", metavar="TEKST", help="Waar.")] = "",
    begeleider: Annotated[str, typer.Option("--begeleider", metavar="TEKST", help="Wie begeleidt.")] = "",
    akkoord: Annotated[
        bool, typer.Option("--akkoord", help="Ook als de casus iets bevat wat naar iemand kan leiden.")
    ] = False,
    uit: Annotated[
        str, typer.Option("-o", metavar="BESTAND", help="Schrijf naar .html, .docx, .pdf, .md, .txt of .json.")
    ] = "",
    als_json: Annotated[bool, typer.Option("--json", help="Geef de uitkomst als JSON.")] = False,
    overschrijf: Annotated[bool, typer.Option("--overschrijf", help="Vervang een bestand dat er al is.")] = False,
) -> int:
    """Prepare a session; exit code 3 when the safety gate is closed, or a text may lead to a person."""
    from conflictstijl import voorbereiden
    from conflictstijl.model.intervisie import Intervisieopdracht

    doel = Doel(uit, als_json, overschrijf)
    hulp = voorbereiden.build_hulp(Intervisieopdracht(), kenmerk or [])
    if hulp:
        # who says that it may be unsafe gets help, whatever else is wrong with the call
        return _write_hulp(hulp, doel)
    aantallen = {"duur": duur, "deelnemers": deelnemers, "bijeenkomst": bijeenkomst}
    check_aantallen(aantallen)
    _check_stdin(bron, groep)
    opdracht = voorbereiden.load_opdracht(bron) if bron else Intervisieopdracht()
    if casus:
        opdracht = opdracht._replace(casus=voorbereiden.load_casusinbreng(casus))
    hulp = voorbereiden.build_hulp(opdracht)
    if hulp:
        return _write_hulp(hulp, doel)
    if partijen:
        opdracht = voorbereiden.load_met_partijen(opdracht, partijen)
    check_uitvoer(uit, overschrijf=overschrijf, gelezen=[bron, groep, partijen, casus])
    opties = {
        **aantallen,
        "werkvorm": werkvorm,
        "leervraag": clean_tekst(leervraag),
        "veilig": veilig,
        "akkoord": akkoord,
    }
    praktisch = {
        "groepsnaam": groepsnaam,
        "datum": datum,
        "begin": begin,
        "plaats": plaats,
        "begeleider": begeleider,
    }
    opdracht = _build_opdracht(opdracht, opties, praktisch, kenmerk or [])
    if groep:
        opdracht = opdracht._replace(groep=voorbereiden.load_groep(groep))
    intervisie = voorbereiden.build_intervisie(opdracht)
    intervisie = intervisie._replace(opdracht=_ask_akkoord(opdracht))
    _write_voorbereiding(intervisie, doel)
    write_meldingen(_build_meldingen(intervisie))
    return 0


def _check_stdin(bron: str, groep: str) -> None:
    if bron == groep == STDOUT:
        raise GebruikFout("de invoer kan maar één ding zijn; zet het beeld van de groep in een bestand")


def _build_opdracht(
    opdracht: "Intervisieopdracht", opties: "Mapping[str, Any]", praktisch: "Mapping[str, str]", kenmerk: list[str]
) -> "Intervisieopdracht":
    """Return what is asked for, with the options that were given over it; raises GebruikFout for a wrong factor."""
    from conflictstijl import adviseren

    gegeven = {naam: waarde for naam, waarde in opties.items() if waarde}
    # what comes out must be the same when it goes in again
    eigen = {naam: clean_tekst(tekst) for naam, tekst in praktisch.items()}
    return opdracht._replace(
        **gegeven,
        kenmerken={**opdracht.kenmerken, **adviseren.parse_opties(kenmerk)},
        praktisch=opdracht.praktisch._replace(**{naam: tekst for naam, tekst in eigen.items() if tekst}),
    )


def _ask_akkoord(opdracht: "Intervisieopdracht") -> "Intervisieopdracht":
    """Tell what may lead to a person, and ask whether that is all right; nothing is written when it is not.

    Raises GeweigerdFout when nobody agrees, or nobody can be asked.
    """
    from conflictstijl import voorbereiden

    if opdracht.akkoord:
        return opdracht
    akkoord = ask_akkoord(voorbereiden.check_teksten(opdracht), "het document")
    return opdracht._replace(akkoord=akkoord)


def _write_hulp(hulp: "Hulp", doel: Doel) -> int:
    """Write what helps, never into a file: then nothing of it is kept."""
    from conflictstijl import voorbereiden

    if doel.bestand:
        write_meldingen(
            [f"'{clean_tekst(doel.uit)}' is niet geschreven: over een onveilige casus bewaart niemand iets"]
        )
    with suppress(BrokenPipeError):
        if doel.als_json:
            write_json(voorbereiden.build_hulpgegevens(hulp))
        else:
            write_documenten([voorbereiden.build_hulpdocument(hulp)])
    return GeweigerdFout.exit_code


def _write_voorbereiding(intervisie: "Intervisie", doel: Doel) -> None:
    from conflictstijl import voorbereiden

    write_uitkomst(voorbereiden.build_gegevens(intervisie), voorbereiden.build_documenten(intervisie), doel)


def _build_meldingen(intervisie: "Intervisie") -> "Iterator[str]":
    """Yield what was left out, and why."""
    groep = intervisie.opdracht.groep
    if groep:
        yield from (_WEGGELATEN[naam] for naam in groep.weggelaten)
        yield from [] if intervisie.groep else [_TE_KLEIN]
    if intervisie.dicht:
        yield _DICHT
