"""A cell that is no answer, and why: what is unclear counts as missing, and is told."""

from collections.abc import Iterable
from dataclasses import dataclass

from conflictstijl.model.tabel import Bijzonder, Celsoort
from conflictstijl.tekst import advise_naam, clean_tekst, render_citaat

_SOORTEN = {
    Celsoort.DATUM: "hier staat een datum of tijd ({}); de spreadsheet maakte die misschien van een antwoord",
    Celsoort.FORMULE: "hier staat een formule zonder bruikbare uitkomst",
    Celsoort.JA_NEE: "hier staat {} en dat is hier geen antwoord",
    Celsoort.FOUT: "hier staat een foutwaarde van de spreadsheet ({})",
    Celsoort.SAMENGEVOEGD: "deze cel is samengevoegd met een andere; van wie dit antwoord is, is niet te zien",
}


@dataclass(frozen=True, slots=True)
class Onduidelijk:
    """A cell that is no answer: a code to count by, and a sentence about it."""

    soort: str
    wat: str


def build_onbekend(cel: str, bekend: Iterable[str], hint: str) -> Onduidelijk:
    """Return that a cell is no known answer, with the nearest one or else what to do."""
    advies = advise_naam(cel, filter(None, bekend)) or hint
    return Onduidelijk("onbekend-antwoord", f"onbekend antwoord {render_citaat(cel)}{f' ({advies})' if advies else ''}")


def build_twee(cel: str) -> Onduidelijk:
    """Return that a cell holds more than one answer."""
    return Onduidelijk("twee-antwoorden", f"twee antwoorden in een cel: {render_citaat(cel)}")


def build_buiten_bereik(getal: int, laagste: int, hoogste: int) -> Onduidelijk:
    """Return that a number is no value of the scale."""
    return Onduidelijk("buiten-bereik", f"{getal} valt buiten {laagste} tot en met {hoogste}")


def build_tegenspraak(cel: str) -> Onduidelijk:
    """Return that the parts of a cell do not say the same."""
    return Onduidelijk("tegenspraak", f"{render_citaat(cel)} spreekt zichzelf tegen")


def build_bijzonder(cel: Bijzonder) -> Onduidelijk:
    """Return that a cell of a workbook is no text and no number."""
    return Onduidelijk(cel.soort.value.replace("_", "-"), _SOORTEN[cel.soort].format(render_citaat(clean_tekst(cel))))
