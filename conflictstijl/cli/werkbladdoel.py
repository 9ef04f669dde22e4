"""Where a filled-in worksheet goes: to the screen, to a file, as JSON; and whether it may go there."""

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from conflictstijl.afname.gesprek import JA, NEE, STOP, Gesprek
from conflictstijl.cli.akkoord import ask_akkoord
from conflictstijl.cli.document import (
    EINDES,
    STDOUT,
    check_uitvoer,
    render_documenten,
    write_documenten,
    write_tekstbestand,
)
from conflictstijl.cli.uitvoer import render_json, write_json, write_meldingen
from conflictstijl.fouten import ConflictstijlFout
from conflictstijl.tekst import fold_tekst, render_zin

if TYPE_CHECKING:
    from conflictstijl.model.bladvulling import Vooraf
    from conflictstijl.model.document import Document
    from conflictstijl.model.werkblad import Bladuitkomst, Invulling, Werkblad

WERKBLADEINDES = (*EINDES, ".yaml")
_OVER_JEZELF = "let op: hierin staat wat je over je eigen stijl zegt; je kiest zelf met wie je dit blad deelt"
_DELEN = "Wil je een bestand, om te delen of te bewerken? Staan er namen in? Maak daar eerst rollen van."


class Uitvoerdoel:
    """Where the outcome goes: a file, JSON on stdout, or the screen. `wanneer` says from when a kept one is."""

    def __init__(self, uit: str, *, als_json: bool, overschrijf: bool, wanneer: str = "") -> None:
        self.bestand = "" if uit == STDOUT else uit
        self.als_json = als_json
        self.apart = als_json or uit == STDOUT
        self._overschrijf = overschrijf
        self._wanneer = wanneer

    def write_uitkomst(self, uitkomst: "Bladuitkomst") -> None:
        """Write a filled-in worksheet to all of these."""
        from conflictstijl.rapport.werkblad import build_gegevens

        if self.bestand:
            self.write_bestand(self.bestand, uitkomst)
        if self.als_json:
            write_json(build_gegevens(uitkomst))
        elif not self.bestand:
            write_documenten([self._build_document(uitkomst)])

    def write_document(self, document: "Document") -> None:
        """Write a document that is no outcome: a worksheet without answers."""
        if not self.bestand:
            write_documenten([document])
            return
        inhoud = render_documenten([document], Path(self.bestand).suffix.lower())
        write_tekstbestand(Path(self.bestand), inhoud, overschrijf=self._overschrijf)

    def write_bestand(self, naam: str, uitkomst: "Bladuitkomst") -> None:
        """Write a filled-in worksheet to a file, in the format of its ending."""
        from conflictstijl.rapport.werkblad import build_gegevens, render_antwoorden

        check_uitvoer(naam, overschrijf=self._overschrijf, eindes=WERKBLADEINDES)
        einde = Path(naam).suffix.lower()
        inhoud: str | bytes
        if einde == ".yaml":
            inhoud = render_antwoorden(uitkomst.werkblad, uitkomst.invulling)
        elif einde == EINDES[0]:
            inhoud = render_json(build_gegevens(uitkomst))
        else:
            inhoud = render_documenten([self._build_document(uitkomst)], einde)
        write_tekstbestand(Path(naam), inhoud, overschrijf=self._overschrijf)

    def _build_document(self, uitkomst: "Bladuitkomst") -> "Document":
        from conflictstijl.rapport.bladrand import build_bladrand
        from conflictstijl.rapport.werkblad import build_werkbladdocument

        return build_bladrand(build_werkbladdocument(uitkomst), self._wanneer)


def ask_nagekeken(werkblad: "Werkblad", invulling: "Invulling", *, akkoord: bool) -> None:
    """Tell what in the answers may lead to a person, where the worksheet asks for that, and ask whether it may.

    Raises GeweigerdFout when somebody says no, or nobody can be asked.
    """
    from conflictstijl.rekenen.bladprivacy import check_invulling

    if not akkoord:
        ask_akkoord(check_invulling(werkblad, invulling), "het werkblad", "het werkblad is nog niet klaar")


def write_over_jezelf(werkblad: "Werkblad", invulling: "Invulling", vooraf: "Vooraf") -> None:
    """Tell who holds a worksheet that it has something out of own scores; it says so itself to nobody else."""
    from conflictstijl.rekenen.bladvulling import check_over_jezelf

    if vooraf and check_over_jezelf(werkblad, invulling, vooraf):
        write_meldingen([_OVER_JEZELF])


def ask_bestand(gesprek: Gesprek, doel: Uitvoerdoel, uitkomst: "Bladuitkomst") -> None:
    """Offer a file of a finished worksheet, to share; when the input ends here the worksheet is what it was."""
    naam = uitkomst.werkblad.id
    voorstel = f"{naam}.yaml"
    gesprek.write_alinea(_DELEN)
    gesprek.write_regel(f"Typ een naam, zoals {naam}.docx. Enter: geen bestand.")
    with suppress(EOFError):
        while (woord := fold_tekst(getypt := gesprek.read_regel().strip())) not in NEE | STOP | {""}:
            try:
                doel.write_bestand(voorstel if woord in JA else getypt, uitkomst)
            except ConflictstijlFout as fout:
                gesprek.write_regel(f"{render_zin(str(fout))}.")
                continue
            gesprek.write_regel("Nog een bestand? Typ een naam. Enter: klaar.")
