"""Writing small groups of people with the same worksheet: `werkblad ID --groepen BESTAND`."""

from collections.abc import Sequence

from conflictstijl.cli.document import check_uitvoer
from conflictstijl.cli.doel import Doel, write_uitkomst
from conflictstijl.cli.uitvoer import write_meldingen
from conflictstijl.fouten import GebruikFout

_VOORBEELD = "conflictstijl werkblad dilemma --groepen deelnemers.csv"


def write_groepjes(naam: str, groepen: Sequence[str], doel: Doel, *, alleen: bool) -> int:
    """Write the people of files in small groups; exit code 3 when one of them says that it is not safe.

    `alleen` is False when the call also asks to fill a worksheet in.
    """
    from conflictstijl.cli.werkbladpoort import read_gesloten, write_hulp
    from conflictstijl.groep.deelnemers import check_blad, load_bestandsnamen, read_lijststand
    from conflictstijl.groep.groepjes import build_groepjes
    from conflictstijl.laden.werkbladantwoorden import load_bron

    if not naam:
        raise GebruikFout("--groepen hoort bij één werkblad; geef bijvoorbeeld:", _VOORBEELD)
    if not alleen:
        raise GebruikFout("--groepen maakt groepjes en vult geen werkblad in; haal de andere opties weg")
    bestanden = load_bestandsnamen(groepen)
    check_uitvoer(doel.uit, overschrijf=doel.overschrijf, gelezen=bestanden)
    for bestand in bestanden:
        gesloten = read_gesloten("", load_bron(bestand)) if check_blad(bestand) else read_lijststand(bestand)
        if gesloten:
            return write_hulp(gesloten, doel.uit, als_json=doel.als_json)
    groepjes = build_groepjes(bestanden, naam)
    write_meldingen(groepjes.lijst.meldingen)
    write_uitkomst(groepjes.build_gegevens(), [groepjes.build_document()], doel)
    return 0
