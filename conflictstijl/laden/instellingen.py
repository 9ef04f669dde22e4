"""What a user always wants, in a small file of their own: `instellingen.yaml`."""

from enum import StrEnum
from typing import NamedTuple

from conflictstijl.laden.bestand import load_tekst
from conflictstijl.laden.bevindingen import Bevindingen
from conflictstijl.laden.knopen import Knoop
from conflictstijl.laden.mappen import load_gegevensmap
from conflictstijl.laden.velden import Velden
from conflictstijl.laden.yamlbron import parse_yaml

BESTAND = "instellingen.yaml"


class _JaNee(StrEnum):
    JA = "ja"
    NEE = "nee"


class Instellingen(NamedTuple):
    """The wishes of a user; `regels` is True for lines instead of the full screen."""

    regels: bool = False


def load_instellingen() -> Instellingen:
    """Return the wishes of the user; those of everyone when there is no file.

    Raises InvoerFout, with all findings, for a file that says something else.
    """
    pad = load_gegevensmap() / BESTAND
    if not pad.is_file():
        return Instellingen()
    bevindingen = Bevindingen()
    wortel = parse_yaml(load_tekst(pad, str(pad)), str(pad), bevindingen)
    instellingen = Instellingen() if wortel is None else _parse_instellingen(wortel, bevindingen)
    bevindingen.check_fouten()
    return instellingen


def _parse_instellingen(wortel: Knoop, bevindingen: Bevindingen) -> Instellingen:
    velden = Velden(wortel, bevindingen, "instellingen")
    regels = velden.read_keuze("regels", _JaNee, _JaNee.NEE)
    velden.check_onbekend()
    return Instellingen(regels is _JaNee.JA)


def render_instellingen(instellingen: Instellingen) -> str:
    """Return wishes as the text of their file."""
    return f"# Instellingen van conflictstijl.\nregels: {'ja' if instellingen.regels else 'nee'}\n"
