"""What in a text may lead to a person: looked for before a case goes into a document that others read.

It finds forms, not people: a nickname without a capital, a rare profession or a story that everyone in the village
knows stay unseen. So a text without findings is no safe text, and no sentence here says that it is.
"""

from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate
from typing import NamedTuple

from conflictstijl.fouten import Plek
from conflictstijl.rekenen.naamsporen import NAAM, PLAATS, read_namen
from conflictstijl.rekenen.nummersporen import (
    ADRES,
    BSN,
    DATUM,
    DOSSIER,
    IBAN,
    KENTEKEN,
    MAIL,
    POSTCODE,
    TELEFOON,
    WEB,
    read_nummers,
)
from conflictstijl.tekst import render_citaat, render_zin

RAAD = {
    NAAM: "schrijf een rol, zoals 'de moeder' of 'de school', of haal het weg",
    PLAATS: "schrijf 'een dorp' of 'een stad'",
    ADRES: "schrijf 'thuis' of 'in de buurt'",
    POSTCODE: "haal de postcode weg",
    DATUM: "schrijf 'in het voorjaar' of 'drie weken later'",
    BSN: "haal het nummer weg; het mag hier niet staan",
    TELEFOON: "haal het nummer weg",
    MAIL: "haal het adres weg",
    WEB: "haal het adres of account weg",
    IBAN: "haal het rekeningnummer weg",
    KENTEKEN: "schrijf 'een auto'",
    DOSSIER: "haal het nummer weg",
}
"""Per kind of finding what to do instead."""


class Vondst(NamedTuple):
    """Something that may lead to a person: line and column from 1 (in characters), its kind, and what stands there."""

    regel: int
    kolom: int
    soort: str
    wat: str


def check_herleidbaar(tekst: str) -> list[Vondst]:
    """Return what in a text may lead to a person, in the order of its place.

    An age, a year and a month alone are no findings: nearly every case needs them, and they fit many people. A place
    is one, though a weak one: with an age and a family it may be enough.
    """
    tekst = tekst.replace("\r\n", "\n").replace("\r", "\n")
    bezet = bytearray(len(tekst))
    sporen = sorted((*read_nummers(tekst, bezet), *read_namen(tekst, bezet)))
    regels = [0, *accumulate(len(regel) + 1 for regel in tekst.split("\n"))]
    return [_build_vondst(tekst, regels, *spoor) for spoor in sporen]


def _build_vondst(tekst: str, regels: list[int], begin: int, eind: int, soort: str) -> Vondst:
    """Return a finding with the line and the column of its first character."""
    regel = bisect_right(regels, begin)
    return Vondst(regel, begin - regels[regel - 1] + 1, soort, tekst[begin:eind])


def render_vondsten(vondsten: Iterable[Vondst], bestand: str) -> list[str]:
    """Return a line per finding: where it is, what it is, and what to do instead."""
    return [
        f"{Plek(bestand, vondst.regel, vondst.kolom)}: {vondst.soort} {render_citaat(vondst.wat)}; {RAAD[vondst.soort]}"
        for vondst in vondsten
    ]


def render_vondst(vondst: Vondst) -> str:
    """Return as sentences what a finding is, and what to do instead, for who knows its place."""
    return f"{vondst.soort} {render_citaat(vondst.wat)}. {render_zin(RAAD[vondst.soort])}."
