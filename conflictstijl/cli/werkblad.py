"""`conflictstijl werkblad`: worksheets of open questions, filled in at the terminal or from a file."""

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from conflictstijl.afname.gesprek import JA, NEE, STOP, Gesprek
from conflictstijl.cli.aanvulling import load_werkbladnamen
from conflictstijl.cli.bevraging import build_gesprek
from conflictstijl.cli.document import (
    EINDES,
    STDOUT,
    check_uitvoer,
    render_documenten,
    write_documenten,
    write_tekstbestand,
)
from conflictstijl.cli.overzicht import write_alinea
from conflictstijl.cli.uitvoer import render_argument, render_json, write_json, write_meldingen, write_regels
from conflictstijl.fouten import ConflictstijlFout, GebruikFout, OnderbrokenFout
from conflictstijl.tekst import fold_tekst, render_tijd, render_zin

if TYPE_CHECKING:
    from conflictstijl.laden.werkbladantwoorden import Antwoordbron
    from conflictstijl.model.document import Document
    from conflictstijl.model.werkblad import Bladuitkomst
    from conflictstijl.opslag.werkbladen import Begonnen

UITLEG = """\
Zonder ID zie je welke werkbladen er zijn. Met ID beantwoord je open vragen, één voor één.

Elk antwoord staat meteen op je schijf. Stop je halverwege, dan ga je later verder met --hervat. Is het werkblad af, \
dan wist het programma je antwoorden. Wil je ze houden, kies dan een bestand.

Een werkblad over partijen begint met een vraag over veiligheid. In een script geef je dan --veiligheid.

Bijvoorbeeld:

  conflictstijl werkblad partijen
  conflictstijl werkblad partijen -o partijen.yaml
  conflictstijl werkblad --antwoorden partijen.yaml -o partijen.docx
  conflictstijl werkblad reflectie-kort --leeg -o reflectie.html"""

WERKBLADEINDES = (*EINDES, ".yaml")
_VOORBEELD = "conflictstijl werkblad partijen"
_NIET_BEWAARD = "Dan blijft er niets bewaard."


def ask_werkblad(
    naam: Annotated[
        str,
        typer.Argument(metavar="ID|BESTAND", help="Een werkblad of eigen bestand.", autocompletion=load_werkbladnamen),
    ] = "",
    antwoorden: Annotated[
        str, typer.Option("--antwoorden", metavar="BESTAND", help="Antwoorden uit een bestand, of - voor de invoer.")
    ] = "",
    leeg: Annotated[bool, typer.Option("--leeg", help="Toon het werkblad om met de hand in te vullen.")] = False,
    veiligheid: Annotated[
        str, typer.Option("--veiligheid", metavar="STAND", help="Is iedereen veilig: veilig, onveilig of twijfel.")
    ] = "",
    hervat: Annotated[bool, typer.Option("--hervat", help="Ga verder met een begonnen werkblad.")] = False,
    opnieuw: Annotated[bool, typer.Option("--opnieuw", help="Begin opnieuw.")] = False,
    niet_bewaren: Annotated[bool, typer.Option("--niet-bewaren", help="Bewaar geen antwoorden.")] = False,
    uit: Annotated[
        str,
        typer.Option(
            "-o", metavar="BESTAND", help="Schrijf naar .html, .docx, .pdf, .md, .txt, .json of .yaml (antwoorden)."
        ),
    ] = "",
    als_json: Annotated[bool, typer.Option("--json", help="Geef de uitkomst als JSON.")] = False,
    overschrijf: Annotated[bool, typer.Option("--overschrijf", help="Vervang een bestand dat er al is.")] = False,
) -> int:
    """List the worksheets, or fill one in; exit code 3 when the safety gate is closed."""
    from conflictstijl.cli.werkbladpoort import read_gesloten, write_hulp

    # who says that it may be unsafe gets help, whatever else is wrong with the call
    gesloten = read_gesloten(veiligheid)
    bron = _load_bron(antwoorden) if antwoorden and not gesloten else None
    gesloten = gesloten or read_gesloten(veiligheid, bron)
    if gesloten:
        return write_hulp(gesloten, uit, als_json=als_json)
    _check_opties(naam or antwoorden, uit, samen=hervat and (opnieuw or niet_bewaren))
    check_uitvoer(uit, overschrijf=overschrijf, eindes=WERKBLADEINDES)
    doel = Uitvoerdoel(uit, als_json=als_json, overschrijf=overschrijf)
    if leeg:
        return _write_leeg(naam, doel)
    if not (naam or antwoorden):
        _write_alle(als_json=als_json)
        return 0
    if bron is not None:
        return _write_ingevuld(naam, bron, veiligheid, doel)
    wens = hervat or (False if opnieuw else None)
    return _ask_een(naam, veiligheid, doel, hervat=wens, bewaren=not niet_bewaren)


class Uitvoerdoel:
    """Where the outcome goes: a file, JSON on stdout, or the screen."""

    def __init__(self, uit: str, *, als_json: bool, overschrijf: bool) -> None:
        self.bestand = "" if uit == STDOUT else uit
        self.als_json = als_json
        self.apart = als_json or uit == STDOUT
        self._overschrijf = overschrijf

    def write_uitkomst(self, uitkomst: "Bladuitkomst") -> None:
        """Write a filled-in worksheet to all of these."""
        from conflictstijl.rapport.werkblad import build_gegevens, build_werkbladdocument

        if self.bestand:
            self.write_bestand(self.bestand, uitkomst)
        if self.als_json:
            write_json(build_gegevens(uitkomst))
        elif not self.bestand:
            write_documenten([build_werkbladdocument(uitkomst)])

    def write_document(self, document: "Document") -> None:
        """Write a document that is no outcome: a worksheet without answers."""
        if not self.bestand:
            write_documenten([document])
            return
        inhoud = render_documenten([document], Path(self.bestand).suffix.lower())
        write_tekstbestand(Path(self.bestand), inhoud, overschrijf=self._overschrijf)

    def write_bestand(self, naam: str, uitkomst: "Bladuitkomst") -> None:
        """Write a filled-in worksheet to a file, in the format of its ending."""
        from conflictstijl.rapport.werkblad import build_gegevens, build_werkbladdocument, render_antwoorden

        check_uitvoer(naam, overschrijf=self._overschrijf, eindes=WERKBLADEINDES)
        einde = Path(naam).suffix.lower()
        inhoud: str | bytes
        if einde == ".yaml":
            inhoud = render_antwoorden(uitkomst.werkblad, uitkomst.invulling)
        elif einde == EINDES[0]:
            inhoud = render_json(build_gegevens(uitkomst))
        else:
            inhoud = render_documenten([build_werkbladdocument(uitkomst)], einde)
        write_tekstbestand(Path(naam), inhoud, overschrijf=self._overschrijf)


def _check_opties(welk: str, uit: str, *, samen: bool) -> None:
    if samen:
        raise GebruikFout("--hervat gaat niet samen met --opnieuw of --niet-bewaren; kies er een")
    if uit and not welk:
        raise GebruikFout("-o hoort bij één werkblad; geef bijvoorbeeld:", f"{_VOORBEELD} -o partijen.docx")


def _write_alle(*, als_json: bool) -> None:
    """Write the worksheets by the moment at which they help."""
    from conflictstijl.laden.werkbladen import load_werkbladen
    from conflictstijl.rapport.werkblad import MOMENTEN, build_werkbladen, render_omvang

    werkbladen, meldingen = load_werkbladen()
    write_meldingen(map(str, meldingen))
    if als_json:
        write_json(build_werkbladen(werkbladen))
        return
    begonnen = _load_begonnen()
    for moment, kop in MOMENTEN.items():
        write_alinea(f"{kop}:")
        for blad in (blad for blad in werkbladen if blad.moment is moment):
            write_alinea(f"{blad.id}: {blad.titel}", 2)
            write_alinea(f"{blad.doel} ({render_omvang(blad)})", 4)
            if blad.id in begonnen:
                write_alinea(f"Begonnen op {begonnen[blad.id]}; verder met --hervat.", 4)
        write_regels([""])
    write_alinea("Een ervan invullen: conflictstijl werkblad ID")


def _load_begonnen() -> dict[str, str]:
    """Return when each unfinished worksheet was begun; a folder that cannot be read has none to go on with."""
    from conflictstijl.laden.mappen import load_werkbladenmap
    from conflictstijl.opslag.werkbladen import load_begonnen

    begonnen: list[Begonnen] = []
    with suppress(OSError):
        begonnen, _ = load_begonnen(load_werkbladenmap())
    return {blad.invulling.werkblad: render_tijd(blad.begin) for blad in reversed(begonnen)}


def _write_leeg(naam: str, doel: Uitvoerdoel) -> int:
    """Write a worksheet with room to write; it holds nothing of any situation, so no gate comes before it."""
    from conflictstijl.laden.werkbladen import load_werkblad
    from conflictstijl.rapport.werkblad import build_leegdocument

    if not naam or doel.als_json:
        raise GebruikFout("--leeg toont één werkblad op papier; geef bijvoorbeeld:", f"{_VOORBEELD} --leeg")
    einde = Path(doel.bestand).suffix.lower()
    if einde in {".yaml", EINDES[0]}:
        raise GebruikFout(f"--leeg gaat niet naar {einde}; kies een naam op .html, .docx, .pdf, .md of .txt")
    document = build_leegdocument(load_werkblad(naam))
    doel.write_document(document)
    return 0


def _load_bron(antwoorden: str) -> "Antwoordbron":
    from conflictstijl.laden.werkbladantwoorden import load_bron

    return load_bron(antwoorden)


def _write_ingevuld(naam: str, bron: "Antwoordbron", veiligheid: str, doel: Uitvoerdoel) -> int:
    """Write the answers of a file, when nothing keeps the gate closed."""
    from conflictstijl.cli.werkbladpoort import check_poort
    from conflictstijl.laden.werkbladantwoorden import read_ingevuld
    from conflictstijl.rekenen.werkblad import build_uitkomst, check_antwoord

    werkblad, invulling, gezegd = read_ingevuld(bron, naam, check_antwoord)
    check_poort(werkblad, veiligheid or gezegd)
    doel.write_uitkomst(build_uitkomst(werkblad, invulling))
    return 0


def _ask_een(naam: str, veiligheid: str, doel: Uitvoerdoel, *, hervat: bool | None, bewaren: bool) -> int:
    """Ask one worksheet by lines, after the gate, and write what was filled in."""
    from conflictstijl.afname.werkbladsessie import Bladwens, ask_invulling
    from conflictstijl.cli.werkbladpoort import ask_poort, write_hulp
    from conflictstijl.laden.mappen import load_werkbladenmap
    from conflictstijl.laden.werkbladen import load_werkblad
    from conflictstijl.rekenen.werkblad import build_uitkomst

    werkblad = load_werkblad(naam)
    gesprek = build_gesprek(apart=doel.apart)
    gesloten = ask_poort(werkblad, veiligheid, gesprek)
    if gesloten:
        return write_hulp(gesloten, doel.bestand, als_json=doel.als_json)
    opdracht = f"conflictstijl werkblad {render_argument(naam)}"
    wens = Bladwens(load_werkbladenmap() if bewaren else None, hervat, opdracht)
    with ask_invulling(werkblad, gesprek, wens) as invulling:
        gesprek.write_regel("")
        uitkomst = build_uitkomst(werkblad, invulling)
        doel.write_uitkomst(uitkomst)
        if gesprek.mens and not doel.bestand:
            ask_bestand(gesprek, doel, uitkomst)
    return 0


def ask_bestand(gesprek: Gesprek, doel: Uitvoerdoel, uitkomst: "Bladuitkomst") -> None:
    """Offer to keep a finished worksheet as a file, for after this the program erases it.

    Ctrl-C is left to the caller, which then keeps the answers; a window that was closed here is the same.
    """
    naam = uitkomst.werkblad.id
    voorstel = f"{naam}.yaml"
    vraag = f"Wil je dit houden? Typ een naam, zoals {naam}.docx of {voorstel}."
    gesprek.write_alinea(f"{vraag} Enter: geen bestand. {_NIET_BEWAARD}")
    while (woord := fold_tekst(getypt := _read_naam(gesprek))) not in NEE | STOP | {""}:
        try:
            doel.write_bestand(voorstel if woord in JA else getypt, uitkomst)
        except ConflictstijlFout as fout:
            gesprek.write_regel(f"{render_zin(str(fout))}.")
            continue
        gesprek.write_regel("Nog een bestand? Typ een naam. Enter: klaar.")


def _read_naam(gesprek: Gesprek) -> str:
    try:
        return gesprek.read_regel().strip()
    except EOFError:
        raise OnderbrokenFout("gestopt") from None
