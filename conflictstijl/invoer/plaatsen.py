"""Places in a table as a user finds them: row and column, or the name of a cell in a workbook."""

from conflictstijl.model.tabel import Indeling, Invoermelding, Kolommenkaart, Tabel
from conflictstijl.tekst import clean_tekst

_MAX_KOP = 40
_LETTERS = 26
_EERSTE = ord("A")


def render_letters(kolom: int) -> str:
    """Return the name of a column (from 0) in a spreadsheet: `H` for 7."""
    letters = ""
    rest = kolom + 1
    while rest:
        rest, letter = divmod(rest - 1, _LETTERS)
        letters = chr(_EERSTE + letter) + letters
    return letters


def render_cel(rij: int, kolom: int) -> str:
    """Return the name of a cell: `H38` for row 38 (from 1) and column 7 (from 0)."""
    return f"{render_letters(kolom)}{rij}"


def build_celmelding(
    tabel: Tabel, kaart: Kolommenkaart, plek: tuple[int, int], wat: tuple[str, str, str], kolom: str
) -> Invoermelding:
    """Return what is told about a cell: `plek` is the person's row and the index in it, as `read_rijen` numbers them.

    `wat` is its kind, what is wrong and what follows; `kolom` names the question or the column. Where a person is a
    column of the file, row and column change places; in a long table only the row is known.
    """
    rij, plaats = plek
    if kaart.indeling is Indeling.GEKANTELD:
        rij, plaats = plaats + 1, rij - 1
    cel = render_cel(rij, plaats) if tabel.werkboek and kaart.indeling is not Indeling.LANG else ""
    return Invoermelding(tabel.bestand, rij, clean_tekst(kolom, _MAX_KOP), cel, *wat)


def build_rijmelding(tabel: Tabel, rij: int, soort: str, wat: str, gevolg: str = "") -> Invoermelding:
    """Return what is told about a row, or about the whole table when `rij` is 0."""
    return Invoermelding(tabel.bestand, rij, "", "", soort, wat, gevolg)


def render_persoon(kaart: Kolommenkaart, rij: int, tabel: str = "") -> str:
    """Return where a person stands as a user finds it: `rij 7`, or `kolom G` where a person is a column."""
    return f"kolom {tabel}{render_letters(rij - 1)}" if kaart.indeling is Indeling.GEKANTELD else f"rij {tabel}{rij}"


def build_persoonmelding(kaart: Kolommenkaart, melding: Invoermelding) -> Invoermelding:
    """Return what is told about a person with their column instead of a row, where a person is a column."""
    if kaart.indeling is not Indeling.GEKANTELD or not melding.rij or melding.kolom:
        return melding
    wat = melding.wat.replace("deze rij", "deze kolom")
    return melding._replace(rij=0, wat=f"{render_persoon(kaart, melding.rij)}: {wat}")
