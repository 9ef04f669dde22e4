"""`conflictstijl groep`: the export of a form into scores, a picture of the group and reports for participants."""

from pathlib import Path
from typing import Annotated

import typer

from conflictstijl.cli.aanvulling import (
    build_bladoptie,
    build_groepsargument,
    build_lijstoptie,
    build_overslaanoptie,
)
from conflictstijl.cli.uitvoer import write_meldingen
from conflictstijl.fouten import GebruikFout, InvoerFout

UITLEG = """\
Het bestand is wat een formulier je geeft: csv, xlsx of ods. Het programma herkent de kolommen zelf. \
Wat niet duidelijk is, telt als leeg en staat in de meldingen.

Je ziet een beeld van de groep, zonder namen en zonder scores van één persoon. Daarvoor zijn vijf mensen nodig. \
Scores per persoon zie je alleen met --met-profielen: vraag iedereen eerst om toestemming.

Bij een vragenlijst over organisaties is elke rij één organisatie. Dan staan ze naast elkaar, als A, B en C. \
Namen zie je alleen met --met-namen; ze staan in een kolom 'organisatie'.

Bijvoorbeeld:

  conflictstijl groep antwoorden.xlsx
  conflictstijl groep antwoorden.csv --per team -o beeld.md
  conflictstijl groep antwoorden.csv --bekijk
  conflictstijl groep antwoorden.csv --met-profielen -o scores.xlsx"""


def write_groep(
    bestanden: Annotated[list[str] | None, build_groepsargument()] = None,
    vragenlijst: Annotated[str, build_lijstoptie()] = "conflictstijlen",
    per: Annotated[str, typer.Option("--per", metavar="KOLOM", help="Splits het beeld, zoals per team.")] = "",
    na: Annotated[str, typer.Option("--na", metavar="BESTAND", help="Dezelfde mensen later: toon wat er schoof.")] = "",
    bekijk: Annotated[bool, typer.Option("--bekijk", help="Toon alleen hoe het bestand gelezen wordt.")] = False,
    kolommen: Annotated[
        str, typer.Option("--kolommen", metavar="BESTAND", help="Welke kolom wat is; --bekijk maakt het.")
    ] = "",
    blad: Annotated[str, build_bladoptie()] = "",
    sla_over: Annotated[list[str] | None, build_overslaanoptie()] = None,
    strikt: Annotated[bool, typer.Option("--strikt", help="Eindig met code 1 als er iets onduidelijk is.")] = False,
    met_namen: Annotated[bool, typer.Option("--met-namen", help="Noem deelnemers bij naam of e-mailadres.")] = False,
    met_profielen: Annotated[
        bool, typer.Option("--met-profielen", help="Geef ook scores per persoon. Vertrouwelijk.")
    ] = False,
    per_persoon: Annotated[
        str, typer.Option("--per-persoon", metavar="MAP", help="Maak een verslag voor elke deelnemer.")
    ] = "",
    formaat: Annotated[
        str, typer.Option("--formaat", metavar="SOORT", help="Soort verslag: md, html, docx, pdf of txt.")
    ] = "",
    wie_is_wie: Annotated[
        str, typer.Option("--wie-is-wie", metavar="BESTAND", help="Zet in een .csv welk verslag van wie is.")
    ] = "",
    normen: Annotated[str, typer.Option("--normen", metavar="BESTAND", help="Leg scores naast een normgroep.")] = "",
    csv: Annotated[
        str, typer.Option("--csv", metavar="SOORT", help="nederlands (puntkomma) of internationaal (komma).")
    ] = "nederlands",
    minimum: Annotated[
        int | None,
        typer.Option("--minimum", metavar="AANTAL", help="Kleinste groep met een beeld: 5 mensen of 2 organisaties."),
    ] = None,
    toch: Annotated[
        bool, typer.Option("--toch", help="Toon het ook als een eerder beeld over bijna dezelfde mensen ging.")
    ] = False,
    uit: Annotated[
        str,
        typer.Option(
            "-o", metavar="BESTAND", help="Schrijf naar .html, .docx, .pdf, .md, .txt, .xlsx, .csv, .json of .jsonl."
        ),
    ] = "",
    als_json: Annotated[bool, typer.Option("--json", help="Geef de uitkomst als JSON.")] = False,
    overschrijf: Annotated[bool, typer.Option("--overschrijf", help="Vervang een bestand dat er al is.")] = False,
) -> int:
    """Score a group file; exit code 1 with a doubt under `--strikt`, 3 when nothing may be told about the group."""
    # each way out loads no more than it needs: with a small file starting is most of the work
    from conflictstijl.cli.document import check_ongelezen, check_uitvoer
    from conflictstijl.cli.groepsdoel import (
        CSV,
        FORMATEN,
        STROMEN,
        Doel,
        check_doel,
        check_eenheid,
        check_opties,
        write_twijfel,
    )
    from conflictstijl.groep.lezen import Groepsopties, load_groep, load_lijst

    if not bestanden:
        raise GebruikFout("geef een bestand met antwoorden, bijvoorbeeld:", "conflictstijl groep antwoorden.xlsx")
    gegeven = {
        "--bekijk": bekijk,
        "--formaat": formaat,
        "--json": als_json,
        "--met-profielen": met_profielen,
        "--na": na,
        "--normen": normen,
        "--per": per,
        "--per-persoon": per_persoon,
        "--toch": toch,
        "--wie-is-wie": wie_is_wie,
        "-o": uit,
    }
    genoemd = [naam for naam, waarde in gegeven.items() if waarde]
    check_opties(genoemd)
    formaat = formaat or FORMATEN[0]
    doel = Doel(uit, csv, als_json=als_json, overschrijf=overschrijf)
    gelezen = [*bestanden, na, normen, vragenlijst, *([] if bekijk else [kolommen])]
    check_doel(doel, gelezen, per_persoon, formaat, na=na)
    check_uitvoer(wie_is_wie, overschrijf=overschrijf, eindes=(CSV,), gelezen=gelezen)
    check_ongelezen(kolommen if bekijk else "", gelezen)
    lijst, waarschuwingen = load_lijst(vragenlijst, normen)
    write_meldingen(map(str, waarschuwingen))
    check_eenheid(lijst, genoemd, doel)
    opties = Groepsopties(blad, "" if bekijk else kolommen, tuple(sla_over or ()), met_namen)
    try:
        invoer = load_groep(bestanden, lijst, opties)
    except InvoerFout:
        if bekijk and kolommen:
            from conflictstijl.cli.groepsuitvoer import write_skelet

            write_skelet(bestanden, kolommen, lijst, opties.blad, overschrijf=overschrijf)
        raise
    code = 0
    if bekijk:
        from conflictstijl.cli.groepsuitvoer import write_overzicht

        write_overzicht(invoer, kolommen, doel)
    elif per_persoon:
        from conflictstijl.cli.groepsverslagen import Verslagwens, write_verslagen

        write_verslagen(invoer, Verslagwens(Path(per_persoon), formaat, wie_is_wie, overschrijf))
    elif met_profielen and doel.einde in STROMEN:
        from conflictstijl.cli.groepsscores import write_stroom

        write_stroom(invoer, per, doel)
    else:
        from conflictstijl.cli.groepsbeeld import Beeldwens, write_beeld

        later = load_groep([na], lijst, opties) if na else None
        code = write_beeld(invoer, Beeldwens(per, minimum, toch, met_profielen), later, doel)
    twijfel = write_twijfel(invoer, alles=bekijk)
    return code or int(strikt and twijfel)
