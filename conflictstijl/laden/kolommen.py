"""A file that says which column of a group file is what: every header with a question or a word."""

from pathlib import Path

from conflictstijl.laden.bevindingen import Bevindingen
from conflictstijl.laden.catalogus import load_heel
from conflictstijl.laden.knopen import Knoop
from conflictstijl.laden.velden import Velden, read_tekst
from conflictstijl.model.vragenlijst import Vragenlijst


def load_kolommen(bestand: str, vragenlijst: Vragenlijst) -> dict[str, str]:
    """Return what every header is, by header; raises InvoerFout, with all findings, for a file that cannot be used."""

    def parse(wortel: Knoop, bevindingen: Bevindingen) -> dict[str, str]:
        return _parse_kolommen(wortel, vragenlijst, bevindingen)

    return load_heel(Path(bestand), bestand, parse, Bevindingen())


def _parse_kolommen(wortel: Knoop, vragenlijst: Vragenlijst, bevindingen: Bevindingen) -> dict[str, str]:
    velden = Velden(wortel, bevindingen, "het bestand")
    naam = velden.read_kop("kolommen")
    knoop = velden.read_knoop("kolommen")
    if knoop and naam and naam != vragenlijst.id:
        hint = f"maak een nieuw bestand met --bekijk, of geef --vragenlijst {naam}"
        bevindingen.add(knoop.plek, "kolommenbestand", f"dit bestand hoort bij vragenlijst '{naam}'", hint)
    koppen = velden.read_groep("koppen")
    doelen = {kop.waarde: read_tekst(doel, bevindingen) or "" for kop, doel in koppen}
    koppen.check_onbekend()
    velden.check_onbekend()
    return doelen
