"""The text of a worksheet as its file has it: kept with the answers, for years later that file is another one."""

from conflictstijl.fouten import InvoerFout
from conflictstijl.laden.bestand import load_tekst
from conflictstijl.laden.bevindingen import Bevindingen
from conflictstijl.laden.catalogus import WERKBLAD, load_pad
from conflictstijl.laden.werkbladen import load_werkblad, parse_werkblad
from conflictstijl.laden.yamlbron import parse_yaml
from conflictstijl.model.werkblad import Werkblad


def load_bladtekst(naam: str) -> str:
    """Return the text of a worksheet by id or path; raises as `load_werkblad` does."""
    pad = load_pad(naam, WERKBLAD)
    return load_tekst(pad, str(pad))


def read_werkblad(tekst: str, bestand: str) -> Werkblad:
    """Return the worksheet that a text describes; raises InvoerFout with all findings."""
    bevindingen = Bevindingen()
    wortel = parse_yaml(tekst, bestand, bevindingen)
    werkblad = None if wortel is None else parse_werkblad(wortel, bevindingen)
    if werkblad is None or bevindingen.count_fouten():
        raise InvoerFout(bevindingen)
    return werkblad


def load_van_toen(naam: str, tekst: str) -> Werkblad:
    """Return the worksheet of an id with the questions of then (`tekst`); with those of now where that is empty.

    Raises GebruikFout for an unknown id, and InvoerFout for an unusable text or file.
    """
    return read_werkblad(tekst, naam) if tekst else load_werkblad(naam)
