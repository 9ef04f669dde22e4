"""A part of a workbook as XML: plain elements and text, as a stream of calls, and nothing that XML can do besides."""

import codecs
from collections.abc import Callable, Mapping
from typing import NoReturn
from xml.parsers import expat

from conflictstijl.fouten import Bevinding, InvoerFout, Plek

Eigenschappen = dict[str, str]
"""The attributes of an element, by name without prefix where that is unique."""
Actie = Callable[[Eigenschappen], None]
Einde = Callable[[], None]
_BLOK = 64 * 1024
_BREED = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_OPNIEUW = "open het in Excel of LibreOffice en bewaar het opnieuw"


class Acties:
    """What to do at the start and at the end of an element, by its name without prefix, and with text."""

    def __init__(self) -> None:
        self.begin: dict[str, Actie] = {}
        self.einde: dict[str, Einde] = {}
        self.tekst: Callable[[str], None] | None = None


def parse_xml(inhoud: bytes, bestand: str, deel: str, acties: Acties) -> None:
    """Read a part of a workbook; raises InvoerFout when it is not well-formed or defines anything itself.

    Whatever the part says of its encoding, it is read as UTF-8: so is it by who reads it after us.
    """
    if inhoud.startswith(_BREED):
        raise build_kapot(bestand, f"onderdeel {deel} is geen UTF-8")
    lezer = expat.ParserCreate("utf-8")
    lezer.buffer_text = True
    lezer.StartElementHandler = _build_begin(acties.begin)
    if acties.einde:
        lezer.EndElementHandler = _build_einde(acties.einde)
    lezer.CharacterDataHandler = acties.tekst

    def weiger(*_: object) -> NoReturn:
        wat = f"onderdeel {deel} bevat bouwstenen die niet in een werkboek horen"
        raise InvoerFout([Bevinding(Plek(bestand), "werkboek", wat, _OPNIEUW)])

    lezer.StartDoctypeDeclHandler = weiger
    lezer.StartCdataSectionHandler = weiger
    try:
        for begin in range(0, len(inhoud), _BLOK):
            lezer.Parse(inhoud[begin : begin + _BLOK], False)
        lezer.Parse(b"", True)
    except expat.ExpatError as fout:
        raise build_kapot(bestand, f"onderdeel {deel} is stuk bij regel {fout.lineno}") from None


def build_kapot(bestand: str, wat: str) -> InvoerFout:
    """Return the error for a workbook that is damaged."""
    return InvoerFout([Bevinding(Plek(bestand), "werkboek", f"dit werkboek is beschadigd: {wat}", _OPNIEUW)])


def read_lokaal(eigenschappen: Mapping[str, str], naam: str) -> str:
    """Return an attribute by its name without prefix, else an empty text."""
    return next((waarde for sleutel, waarde in eigenschappen.items() if sleutel.rpartition(":")[2] == naam), "")


def _build_begin(acties: Mapping[str, Actie]) -> Callable[[str, Eigenschappen], None]:
    def begin(naam: str, eigenschappen: Eigenschappen) -> None:
        actie = acties.get(naam.rpartition(":")[2])
        if actie:
            actie(eigenschappen)

    return begin


def _build_einde(acties: Mapping[str, Einde]) -> Callable[[str], None]:
    def einde(naam: str) -> None:
        actie = acties.get(naam.rpartition(":")[2])
        if actie:
            actie()

    return einde
