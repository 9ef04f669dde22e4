"""The pages about the rules of the checker: one file beside the code, for every page belongs to a code in it."""

from pathlib import Path

from conflictstijl.laden.bestand import load_tekst
from conflictstijl.laden.bevindingen import Bevindingen
from conflictstijl.laden.knopen import Knoop, Tekst
from conflictstijl.laden.velden import Velden, check_id
from conflictstijl.laden.yamlbron import parse_yaml
from conflictstijl.model.regel import Controleregel

_PAD = Path(__file__).resolve().parent.parent / "teksten" / "regels.yaml"


def load_regels() -> dict[str, Controleregel]:
    """Return the page of every rule by id, in the order of the file; raises InvoerFout when the file is damaged."""
    bevindingen = Bevindingen()
    wortel = parse_yaml(load_tekst(_PAD, _PAD.name), _PAD.name, bevindingen)
    regels = {} if wortel is None else parse_regels(wortel, bevindingen)
    bevindingen.check_fouten()
    return regels


def parse_regels(wortel: Knoop, bevindingen: Bevindingen) -> dict[str, Controleregel]:
    """Return the pages that a tree describes; usable only when `bevindingen` holds no error."""
    velden = Velden(wortel, bevindingen, "dit bestand met regels")
    velden.read_kop("regels")
    lijst = velden.read_groep("lijst")
    regels = {
        naam: _parse_regel(naam, Velden(waarde, bevindingen, f"regel '{naam}'"))
        for sleutel, waarde in lijst
        if (naam := check_id(sleutel, bevindingen))
    }
    lijst.check_onbekend()
    velden.check_onbekend()
    return regels


def _parse_regel(naam: str, velden: Velden) -> Controleregel:
    regel = Controleregel(
        id=naam,
        titel=velden.read_tekst("titel", verplicht=True),
        wat=velden.read_tekst("wat", verplicht=True),
        waarom=velden.read_tekst("waarom", verplicht=True),
        voorbeeld=_read_regels(velden, "voorbeeld"),
        remedie=_read_regels(velden, "remedie"),
    )
    velden.check_onbekend()
    return regel


def _read_regels(velden: Velden, naam: str) -> str:
    """Return a text with its lines and its indentation as they are, unlike a sentence."""
    velden.read_tekst(naam, verplicht=True)
    knoop = velden.read_knoop(naam)
    return knoop.waarde.rstrip("\n") if isinstance(knoop, Tekst) else ""
