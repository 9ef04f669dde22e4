"""Answers to a worksheet from a file (YAML or JSON): by question, and for a party by party."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from conflictstijl.fouten import GebruikFout, InvoerFout
from conflictstijl.laden.bestand import MAX_BYTES, load_tekst, parse_bytes
from conflictstijl.laden.bevindingen import Bevindingen
from conflictstijl.laden.knopen import Kaart, Knoop, Lijst
from conflictstijl.laden.velden import Velden, check_leeg, read_tekst
from conflictstijl.laden.werkbladen import load_werkblad
from conflictstijl.laden.yamlbron import parse_yaml
from conflictstijl.model.situatie import STANDEN_VEILIGHEID, VEILIGHEID, Partij
from conflictstijl.model.werkblad import (
    PARTIJEN,
    Bladvraag,
    Invulling,
    Regels,
    Sleutel,
    Werkblad,
    Werkvraag,
    check_vorm,
)
from conflictstijl.tekst import clean_tekst, render_citaat, render_opsomming

Keuring = Callable[[Werkvraag, Regels], tuple[str, ...]]
"""Why an answer cannot stand, each as a sentence."""

SOORT = "werkbladantwoorden"
"""What a file with the answers to a worksheet says that it is."""
GEVRAAGD = "gevraagd"
WEET_IK = "weet_ik"
_CODE = "werkbladantwoord"
_STDIN = "-"
_OVERIG = ("formaat", "soort", "titel", "na_te_vragen", "kan_scherper")
"""Keys of such a file that say nothing about the answers."""
_VELDEN = ("standpunt", "belang", "behoefte", "wens", "bieden")
"""The questions per party that a case holds too."""


class Ingevuld(NamedTuple):
    """A worksheet as a file holds it, and what the file says about safety (empty: nothing)."""

    werkblad: Werkblad
    invulling: Invulling
    veiligheid: str


class Antwoordbron(NamedTuple):
    """The text of a file with answers, with its name for messages."""

    naam: str
    tekst: str


def load_bron(bron: str) -> Antwoordbron:
    """Return a file, or stdin (`-`), with the answers to a worksheet; raises InvoerFout when it is no text."""
    if bron == _STDIN:
        return Antwoordbron("stdin", parse_bytes(sys.stdin.buffer.read(MAX_BYTES + 1), "stdin"))
    return Antwoordbron(bron, load_tekst(Path(bron), bron))


def read_veiligheid(bron: Antwoordbron) -> str:
    """Return what a file says about safety, whatever else is wrong with it; empty when it says nothing known."""
    wortel = parse_yaml(bron.tekst, bron.naam, Bevindingen())
    stand = Velden(wortel, Bevindingen(), "").read_tekst(VEILIGHEID) if isinstance(wortel, Kaart) else ""
    return stand if stand in STANDEN_VEILIGHEID else ""


def read_ingevuld(bron: Antwoordbron, naam: str = "", keur: Keuring = check_vorm) -> Ingevuld:
    """Return what a file holds; `naam` is the worksheet by id or path, else the file says which it is.

    Raises GebruikFout for an unknown worksheet, InvoerFout with all findings for an unusable file.
    """
    bevindingen = Bevindingen()
    wortel = parse_yaml(bron.tekst, bron.naam, bevindingen)
    ingevuld = None if wortel is None else parse_ingevuld(wortel, bevindingen, naam, keur)
    if ingevuld is None or bevindingen.count_fouten():
        raise InvoerFout(bevindingen)
    return ingevuld


def load_ingevuld(bron: str, naam: str = "", keur: Keuring = check_vorm) -> Ingevuld:
    """Return what a file holds, as `read_ingevuld` does."""
    return read_ingevuld(load_bron(bron), naam, keur)


def load_partijen(pad: Path | str) -> tuple[Partij, ...]:
    """Return the parties of a filled-in worksheet, from its file (YAML or JSON), as `read_partijen` does."""
    return read_partijen(load_bron(str(pad)))


def read_partijen(bron: Antwoordbron) -> tuple[Partij, ...]:
    """Return the parties of a filled-in worksheet.

    Raises InvoerFout with all findings for an unusable file, and GebruikFout for a worksheet that asks no interest
    per party.
    """
    werkblad, invulling, _ = read_ingevuld(bron)
    gevraagd = {vraag.id for deel in werkblad.delen if deel.per_partij for vraag in deel.vragen}
    if not {"standpunt", "belang"} <= gevraagd:
        wat = f"werkblad '{werkblad.id}' vraagt niet naar standpunt en belang van partijen"
        raise GebruikFout(f"'{clean_tekst(bron.naam)}': {wat}; geef een ingevuld werkblad 'partijen'")
    return tuple(_build_partij(invulling, naam) for naam in invulling.partijen)


def _build_partij(invulling: Invulling, naam: str) -> Partij:
    velden = {veld: " ".join(invulling.read_antwoord(veld, naam)) for veld in _VELDEN}
    return Partij(naam=naam, gevraagd=invulling.read_antwoord(WEET_IK, naam) == (GEVRAAGD,), **velden)


def parse_ingevuld(
    wortel: Knoop, bevindingen: Bevindingen, naam: str = "", keur: Keuring = check_vorm
) -> Ingevuld | None:
    """Return the answers that a tree holds; usable only when `bevindingen` holds no error."""
    velden = Velden(wortel, bevindingen, "dit ingevulde werkblad")
    gezegd = velden.read_tekst("werkblad", verplicht=not naam)
    versie = velden.read_tekst("versie")
    veiligheid = velden.read_tekst(VEILIGHEID)
    antwoorden = velden.read_groep("antwoorden")
    velden.check_onbekend(_OVERIG)
    werkblad = _load_werkblad(velden, naam or gezegd)
    if werkblad is None or velden.read_knoop("antwoorden") is None:
        return None
    if gezegd and gezegd != werkblad.id:
        _write_fout(
            velden, "werkblad", f"deze antwoorden zijn van werkblad {render_citaat(gezegd)}, niet '{werkblad.id}'"
        )
    elif versie and versie != werkblad.versie:
        wat = f"dit is versie {clean_tekst(versie, 40)}, het werkblad heeft versie {werkblad.versie}"
        plek = (velden.read_knoop("versie") or velden.knoop).plek
        bevindingen.add_waarschuwing(plek, "andere-versie", wat, "kijk of de vragen dezelfde zijn")
    if veiligheid not in ("", *STANDEN_VEILIGHEID):
        _write_fout(velden, VEILIGHEID, f"'veiligheid' is {render_opsomming(STANDEN_VEILIGHEID, 'of')}")
    gegeven = _parse_antwoorden(antwoorden, werkblad, keur)
    return Ingevuld(werkblad, Invulling(werkblad.id, versie or werkblad.versie, gegeven), veiligheid)


def _load_werkblad(velden: Velden, naam: str) -> Werkblad | None:
    knoop = velden.read_knoop("werkblad")
    try:
        return load_werkblad(naam) if naam else None
    except GebruikFout as fout:
        if knoop is None:
            raise
        wat, _, hint = str(fout).rpartition("; ")
        velden.bevindingen.add(knoop.plek, _CODE, wat, hint)
        return None


def _write_fout(velden: Velden, naam: str, wat: str) -> None:
    """Report what a key of the file itself says wrong."""
    plek = (velden.read_knoop(naam) or velden.knoop).plek
    velden.bevindingen.add(plek, _CODE, wat, "kijk na of dit het goede bestand is")


def _parse_antwoorden(velden: Velden, werkblad: Werkblad, keur: Keuring) -> dict[Sleutel, Regels]:
    """Return the answers in the order of asking, after a finding for each that cannot stand."""
    groepen = {"": velden, **_read_partijen(velden, werkblad)}
    namen = tuple(naam for naam in groepen if naam)
    gegeven: dict[Sleutel, Regels] = {}
    for vraag in werkblad.build_rij(namen):
        groep = groepen[vraag.partij]
        regels = namen if vraag.vraag.id == PARTIJEN else _read_regels(groep, vraag.vraag.id)
        _check(groep, vraag, keur(vraag.vraag, regels))
        gegeven[vraag.sleutel] = regels
    for groep in groepen.values():
        groep.check_onbekend()
    return gegeven


def _read_partijen(velden: Velden, werkblad: Werkblad) -> dict[str, Velden]:
    """Return the answers about each party, by its name."""
    knoop = velden.read_knoop(PARTIJEN) if werkblad.per_partij else None
    if knoop is None:
        return {}
    namen = Velden(knoop, velden.bevindingen, f"'{PARTIJEN}'")
    if not isinstance(knoop, Kaart):
        velden.bevindingen.block(knoop.plek)
    groepen: dict[str, Velden] = {}
    for sleutel, waarde in namen:
        naam = clean_tekst(sleutel.waarde)
        if not naam:
            velden.bevindingen.add(sleutel.plek, _CODE, "deze partij heeft geen naam", "schrijf een rol, zoals moeder")
        groepen[naam or "?"] = Velden(waarde, velden.bevindingen, f"de antwoorden over {render_citaat(naam)}")
    return groepen


def _read_regels(velden: Velden, naam: str) -> Regels:
    """Return the lines of an answer: a text, a list of texts, or nothing."""
    knoop = velden.read_knoop(naam)
    if knoop is None or check_leeg(knoop):
        return ()
    delen = knoop.delen if isinstance(knoop, Lijst) else [knoop]
    teksten = (read_tekst(deel, velden.bevindingen, "een antwoord") for deel in delen)
    return tuple(filter(None, (clean_tekst(tekst) for tekst in teksten if tekst)))


def _check(velden: Velden, vraag: Bladvraag, redenen: tuple[str, ...]) -> None:
    knoop = velden.read_knoop(vraag.vraag.id) or velden.knoop
    wie = f" over {render_citaat(vraag.partij)}" if vraag.partij else ""
    for reden in redenen:
        wat = f"het antwoord op '{vraag.vraag.id}'{wie} kan niet zo: {reden.rstrip('.')}"
        velden.bevindingen.add(knoop.plek, _CODE, wat, f"de vraag is: {vraag.vraag.vraag}")
