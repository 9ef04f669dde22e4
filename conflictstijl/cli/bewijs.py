"""`conflictstijl bewijs`: the record of a session for a professional register, to print and to sign."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, Any

import typer

from conflictstijl.cli.aanvulling import load_werkvormnamen
from conflictstijl.cli.akkoord import ask_akkoord
from conflictstijl.cli.document import check_uitvoer
from conflictstijl.cli.doel import Doel, write_uitkomst
from conflictstijl.cli.uitvoer import write_meldingen
from conflictstijl.fouten import GebruikFout
from conflictstijl.model.bewijs import EIGEN_WOORDEN, PLAATSEN, VORMEN
from conflictstijl.tekst import MAX_TEKST, clean_tekst, render_citaat, render_opsomming

if TYPE_CHECKING:
    from collections.abc import Mapping

    from conflictstijl.model.bewijs import Bewijs

UITLEG = """\
Je krijgt een verslag van één bijeenkomst: wanneer, met wie, wat je leerde, en een lijst om te tekenen. \
Wat je niet geeft, vul je later met de hand in.

De netto tijd is het einde min het begin, zonder pauzes. Scores komen er niet in. Je register beslist wat meetelt.

In je eigen woorden zoekt het programma eerst wat naar iemand kan leiden.

Alles mag ook in één JSON-bestand. De namen zijn die van de opties, en opties gaan voor. \
De JSON van 'conflictstijl intervisie' kan ook.

Bijvoorbeeld:

  conflictstijl bewijs --begin 13:30 --einde 15:15 --pauze 15 -o verslag.html
  conflictstijl bewijs sessie.json --einde 15:00 --plaats online -o verslag.docx
  conflictstijl bewijs maart.json mei.json --jaar --doel 12"""

_JA_NEE = {"ja": True, "nee": False}
_MEESTE_UREN = 1000
_VORMEN = render_opsomming([*VORMEN], "of")
_PLAATSEN = render_opsomming([*PLAATSEN], "of")


def _build_optie(naam: str, metavar: str, hulp: str) -> Any:
    """Return an option that takes a value."""
    return typer.Option(naam, metavar=metavar, help=hulp)


def write_bewijs(
    bronnen: Annotated[
        list[str] | None,
        typer.Argument(metavar="BESTAND", help="Verslag of voorbereiding in JSON, of - voor de invoer."),
    ] = None,
    datum: Annotated[str, _build_optie("--datum", "TEKST", "Op welke dag.")] = "",
    begin: Annotated[str, _build_optie("--begin", "TIJD", "Hoe laat het begon, zoals 13:30.")] = "",
    einde: Annotated[str, _build_optie("--einde", "TIJD", "Hoe laat het klaar was.")] = "",
    pauze: Annotated[int | None, _build_optie("--pauze", "MINUTEN", "Alle pauzes samen.")] = None,
    begeleider: Annotated[str, _build_optie("--begeleider", "TEKST", "Wie begeleidde.")] = "",
    registernummer: Annotated[str, _build_optie("--registernummer", "TEKST", "Nummer van de begeleider.")] = "",
    groepsnaam: Annotated[str, _build_optie("--groepsnaam", "TEKST", "Hoe de groep heet.")] = "",
    werkvorm: Annotated[
        str,
        typer.Option("--werkvorm", metavar="ID|TEKST", help="Welke werkvorm.", autocompletion=load_werkvormnamen),
    ] = "",
    vorm: Annotated[str, _build_optie("--vorm", "VORM", f"Kies {_VORMEN}.")] = "",
    plaats: Annotated[str, _build_optie("--plaats", "PLAATS", f"Kies {_PLAATSEN}.")] = "",
    begeleid: Annotated[str, _build_optie("--begeleid", "JA|NEE", "Of er een begeleider was.")] = "",
    thema: Annotated[str, _build_optie("--thema", "TEKST", "Het thema of de leervraag.")] = "",
    deelnemers: Annotated[int | None, _build_optie("--deelnemers", "AANTAL", "Hoeveel mensen tekenen.")] = None,
    rol: Annotated[str, _build_optie("--rol", "TEKST", "Wat jouw rol was.")] = "",
    technisch: Annotated[str, _build_optie("--technisch", "TEKST", "Wat je deed, en hoe.")] = "",
    normatief: Annotated[str, _build_optie("--normatief", "TEKST", "Welke waarde of regel meetelde.")] = "",
    persoonlijk: Annotated[str, _build_optie("--persoonlijk", "TEKST", "Wat jou raakte.")] = "",
    opbrengst: Annotated[str, _build_optie("--opbrengst", "TEKST", "Wat je leerde.")] = "",
    afspraken: Annotated[str, _build_optie("--afspraken", "TEKST", "Wat je afspreekt.")] = "",
    jaar: Annotated[bool, typer.Option("--jaar", help="Tel de netto tijd van alle verslagen op.")] = False,
    doel: Annotated[int | None, _build_optie("--doel", "UREN", "Hoeveel uur je met --jaar wilt halen.")] = None,
    akkoord: Annotated[
        bool, typer.Option("--akkoord", help="Ook als een tekst iets bevat wat naar iemand kan leiden.")
    ] = False,
    uit: Annotated[str, _build_optie("-o", "BESTAND", "Schrijf naar .html, .docx, .pdf, .md, .txt of .json.")] = "",
    als_json: Annotated[bool, typer.Option("--json", help="Geef de uitkomst als JSON.")] = False,
    overschrijf: Annotated[bool, typer.Option("--overschrijf", help="Vervang een bestand dat er al is.")] = False,
) -> None:
    """Write the record; exit code 3 when a text may lead to a person and nobody agrees."""
    check_uitvoer(uit, overschrijf=overschrijf)
    wie = {"begeleider": begeleider, "registernummer": registernummer, "groepsnaam": groepsnaam}
    wat = {"datum": datum, "werkvorm": werkvorm, "thema": thema, "rol": rol}
    terug = {"technisch": technisch, "normatief": normatief, "persoonlijk": persoonlijk}
    verder = {"opbrengst": opbrengst, "afspraken": afspraken}
    gegeven = {
        **_clean_teksten({**wie, **wat, **terug, **verder}),
        **_parse_keuzes({"begin": begin, "einde": einde, "vorm": vorm, "plaats": plaats}),
        **_parse_janee(begeleid),
        **_check_getallen(pauze, deelnemers),
        **({"akkoord": True} if akkoord else {}),
    }
    _check_jaar(bronnen or [], jaar=jaar, uren=doel, anders=bool(gegeven))
    waarheen = Doel(uit, als_json, overschrijf)
    if jaar:
        _write_jaar(bronnen or [], doel or 0, waarheen)
    else:
        _write_verslag(_build_bewijs("".join(bronnen or []), gegeven), waarheen)


def _check_jaar(bronnen: list[str], *, jaar: bool, uren: int | None, anders: bool) -> None:
    """Raise GebruikFout for options that do not go together."""
    if jaar and (anders or not bronnen):
        raise GebruikFout("bij --jaar horen bestanden met verslagen, en verder alleen --doel")
    if uren is not None and not (jaar and 1 <= uren <= _MEESTE_UREN):
        raise GebruikFout(f"--doel hoort bij --jaar, en is een getal van 1 tot en met {_MEESTE_UREN}")
    if not jaar and len(bronnen) > 1:
        raise GebruikFout("een verslag gaat over één bestand; geef --jaar om de uren van meer verslagen op te tellen")


def _clean_teksten(teksten: "Mapping[str, str]") -> dict[str, str]:
    """Return the texts that were given, as they may be shown; GebruikFout for one that would be cut off."""
    for naam, tekst in teksten.items():
        if len(tekst) > MAX_TEKST:
            raise GebruikFout(f"--{naam} is langer dan {MAX_TEKST} tekens; maak de tekst korter")
    schoon = {naam: clean_tekst(tekst) for naam, tekst in teksten.items()}
    return {naam: tekst for naam, tekst in schoon.items() if tekst}


def _parse_keuzes(keuzes: "Mapping[str, str]") -> dict[str, str]:
    """Return times and words as they are kept; GebruikFout for what is none of them."""
    from conflictstijl.laden.bewijs import TIJDRAAD, parse_plaats, parse_tijd, parse_vorm

    hoe: Mapping[str, tuple[Callable[[str], str], str]] = {
        "begin": (parse_tijd, TIJDRAAD),
        "einde": (parse_tijd, TIJDRAAD),
        "vorm": (parse_vorm, f"kies {_VORMEN}"),
        "plaats": (parse_plaats, f"kies {_PLAATSEN}"),
    }
    gelezen: dict[str, str] = {}
    for naam, tekst in keuzes.items():
        parse, raad = hoe[naam]
        waarde = parse(tekst)
        if tekst and not waarde:
            raise GebruikFout(f"--{naam} kan niet {render_citaat(tekst)} zijn; {raad}")
        gelezen |= {naam: waarde} if tekst else {}
    return gelezen


def _parse_janee(begeleid: str) -> dict[str, bool]:
    if begeleid and begeleid.casefold() not in _JA_NEE:
        raise GebruikFout(f"--begeleid kan niet {render_citaat(begeleid)} zijn; kies ja of nee")
    return {"begeleid": _JA_NEE[begeleid.casefold()]} if begeleid else {}


def _check_getallen(pauze: int | None, deelnemers: int | None) -> dict[str, int]:
    """Return the numbers that were given; GebruikFout for one that can never be right."""
    from conflictstijl.laden.bewijs import MEESTE_MENSEN, MEESTE_MINUTEN

    grenzen = {"pauze": (pauze, 0, MEESTE_MINUTEN), "deelnemers": (deelnemers, 1, MEESTE_MENSEN)}
    for naam, (getal, laagste, hoogste) in grenzen.items():
        if getal is not None and not laagste <= getal <= hoogste:
            raise GebruikFout(f"--{naam} {getal} kan niet; geef een getal van {laagste} tot en met {hoogste}")
    return {naam: getal for naam, (getal, *_) in grenzen.items() if getal is not None}


def _build_bewijs(bron: str, gegeven: dict[str, Any]) -> "Bewijs":
    """Return the record with the options that were given over it, once its times and its texts are in order."""
    from conflictstijl import voorbereiden
    from conflictstijl.model.bewijs import Bewijs

    bewijs = voorbereiden.load_bewijs(bron) if bron else Bewijs()
    # who agreed to the texts in a file did not see the new ones
    gegeven = {"akkoord": False, **gegeven} if gegeven.keys() & {*EIGEN_WOORDEN} else gegeven
    bewijs = bewijs._replace(**gegeven)
    voorbereiden.check_tijden(bewijs)
    akkoord = bewijs.akkoord or ask_akkoord(voorbereiden.check_bewijs(bewijs), "het verslag")
    return bewijs._replace(akkoord=akkoord)


def _write_jaar(bronnen: list[str], uren: int, doel: Doel) -> None:
    from conflictstijl import voorbereiden

    bewijzen = voorbereiden.load_bewijzen(bronnen)
    document = voorbereiden.build_jaardocument(bewijzen, uren)
    write_uitkomst(voorbereiden.build_jaargegevens(bewijzen, uren), [document], doel)


def _write_verslag(bewijs: "Bewijs", doel: Doel) -> None:
    from conflictstijl import voorbereiden

    werkvorm = voorbereiden.load_werkvormnaam(bewijs.werkvorm)
    gegevens = voorbereiden.build_bewijsgegevens(bewijs, werkvorm)
    write_uitkomst(gegevens, [voorbereiden.build_bewijsdocument(bewijs, werkvorm)], doel)
    write_meldingen(voorbereiden.build_waarschuwingen(bewijs))
