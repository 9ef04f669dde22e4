"""Any group file a trainer has, as tables: what it is stands in its bytes, not in its name."""

from conflictstijl.fouten import Bevinding, InvoerFout, Plek
from conflictstijl.invoer.bron import load_bron
from conflictstijl.invoer.csvbron import load_csv
from conflictstijl.invoer.soort import Soort, read_soort
from conflictstijl.model.tabel import Tabel


def load_tabellen(bron: str, blad: str = "") -> list[Tabel]:
    """Return the tables of a file, or of stdin for `-`: one for a text file, one per sheet for a workbook.

    `blad` names the only sheet to read, whatever its capitals and spaces, also when it is hidden. Raises InvoerFout
    for a file that cannot be used; a text table may do so later too, at the row that cannot be read.
    """
    geladen = load_bron(bron)
    if read_soort(geladen) is Soort.WERKBOEK:
        # only here: a text table needs none of it
        from conflictstijl.invoer.werkboek import load_werkboek

        return load_werkboek(geladen, blad)
    if blad:
        wat = "dit is een tekstbestand, en dat heeft geen bladen"
        raise InvoerFout([Bevinding(Plek(geladen.naam), "blad", wat, "laat --blad weg")])
    return [load_csv(geladen)]
