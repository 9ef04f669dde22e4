"""Answers to a worksheet from a file (YAML or JSON): by question, and for a party or a line below its name."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from conflictstijl.fouten import GebruikFout, InvoerFout
from conflictstijl.laden.bestand import MAX_BYTES, load_tekst, parse_bytes
from conflictstijl.laden.bevindingen import Bevindingen
from conflictstijl.laden.knopen import Kaart, Knoop, Lijst, Tekst
from conflictstijl.laden.velden import Velden, check_leeg, read_tekst
from conflictstijl.laden.werkbladen import load_werkblad
from conflictstijl.laden.yamlbron import parse_yaml
from conflictstijl.model.bladrij import build_bladrij
from conflictstijl.model.bladvorm import check_vorm
from conflictstijl.model.situatie import STANDEN_VEILIGHEID, VEILIGHEID, Partij
from conflictstijl.model.werkblad import (
    PARTIJEN,
    Bladvraag,
    Invulling,
    Regels,
    Sleutel,
    Werkblad,
    Werkvraag,
)
from conflictstijl.tekst import clean_tekst, fold_tekst, render_citaat, render_opsomming

Keuring = Callable[[Werkvraag, Regels], tuple[str, ...]]
"""Why an answer cannot stand, each as a sentence."""

SOORT = "werkbladantwoorden"
"""What a file with the answers to a worksheet says that it is."""
GEVRAAGD = "gevraagd"
WEET_IK = "weet_ik"
_CODE = "werkbladantwoord"
_STDIN = "-"
_OVERIG = ("formaat", "soort", "titel", "na_te_vragen", "kan_scherper", "stappen", "beste")
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
    stand = fold_tekst(Velden(wortel, Bevindingen(), "").read_tekst(VEILIGHEID)) if isinstance(wortel, Kaart) else ""
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
    veiligheid = _read_veiligheid(velden)
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


def _read_veiligheid(velden: Velden) -> str:
    """Return what a file says about safety; a worksheet without a gate comes back with nothing there."""
    knoop = velden.read_knoop(VEILIGHEID)
    return "" if knoop is None or check_leeg(knoop) else velden.read_tekst(VEILIGHEID)


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
    lezer = _Lezer(velden, werkblad)
    rij = build_bladrij(werkblad, lezer.gegeven)
    gevraagd = {vraag.sleutel: vraag for vraag in rij.vragen}
    for sleutel, vraag in gevraagd.items():
        _check(lezer.read_velden(sleutel), vraag, keur(vraag.vraag, lezer.gegeven.get(sleutel, ())))
    for sleutel in [sleutel for sleutel, regels in lezer.gegeven.items() if regels and sleutel not in gevraagd]:
        _write_ongevraagd(lezer.read_velden(sleutel), sleutel[1])
    lezer.check_onbekend()
    return {sleutel: lezer.gegeven.get(sleutel, ()) for sleutel in gevraagd}


class _Lezer:
    """Reads the answers to all questions, asked or not: which ones are asked follows from the answers."""

    def __init__(self, velden: Velden, werkblad: Werkblad) -> None:
        self._velden = velden
        self._groepen: dict[str, dict[str, Velden]] = {}
        """By the question that names them: the answers about each party or line."""
        self._per = {vraag.id: deel.per for deel in werkblad.alle_delen for vraag in deel.vragen}
        self.gegeven: dict[Sleutel, Regels] = {}
        for naam, per in self._per.items():
            if not per:
                self.gegeven["", naam] = self._read_een(naam, groepen=naam in werkblad.lijsten)
        for naam, per in self._per.items():
            for groep, deel in self._groepen.get(per, {}).items():
                self.gegeven[groep, naam] = _read_regels(deel, naam)

    def _read_een(self, naam: str, *, groepen: bool) -> Regels:
        """Return the answer to a question; the names below it when these have answers of their own."""
        knoop = self._velden.read_knoop(naam)
        if not groepen or not isinstance(knoop, Kaart):
            regels = _read_regels(self._velden, naam)
            leeg = Kaart((knoop or self._velden.knoop).plek, [])
            paren: list[tuple[str, Knoop]] = [(regel, leeg) for regel in regels if groepen]
        else:
            namen = Velden(knoop, self._velden.bevindingen, f"'{naam}'")
            partij = naam == PARTIJEN
            paren = [(_read_naam(sleutel, namen, partij=partij), waarde) for sleutel, waarde in namen]
            regels = tuple(groep for groep, _ in paren)
        self._groepen[naam] = {groep: _build_velden(groep, waarde, self._velden) for groep, waarde in paren}
        return regels

    def read_velden(self, sleutel: Sleutel) -> Velden:
        """Return where an answer stands in the file, or belongs."""
        groep, naam = sleutel
        return self._groepen[self._per[naam]][groep] if groep else self._velden

    def check_onbekend(self) -> None:
        """Report what is no answer to any question."""
        self._velden.check_onbekend()
        for deel in (deel for groepen in self._groepen.values() for deel in groepen.values()):
            deel.check_onbekend()


def _read_naam(sleutel: Tekst, velden: Velden, *, partij: bool) -> str:
    naam = clean_tekst(sleutel.waarde)
    if not naam:
        wat = ("deze partij heeft geen naam", "schrijf een rol, zoals moeder")
        velden.bevindingen.add(sleutel.plek, _CODE, *(wat if partij else ("deze regel is leeg", "vul hem in")))
    return naam or "?"


def _build_velden(groep: str, knoop: Knoop, velden: Velden) -> Velden:
    """Return the answers about a party or a line; none of them may be there."""
    leeg = check_leeg(knoop) or (isinstance(knoop, Kaart) and not knoop.paren)
    eigen = Kaart(knoop.plek, []) if leeg else knoop
    return Velden(eigen, velden.bevindingen, f"de antwoorden over {render_citaat(groep)}", stil=leeg)


def _write_ongevraagd(velden: Velden, naam: str) -> None:
    """Tell of an answer to a question that nobody is asked who answered like this."""
    plek = (velden.read_knoop(naam) or velden.knoop).plek
    wat = f"het antwoord op '{naam}' telt niet mee, want die vraag komt hier niet"
    hint = "haal het weg, of kijk na waar deze vraag van afhangt"
    velden.bevindingen.add_waarschuwing(plek, _CODE, wat, hint)


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
    wie = f" over {render_citaat(vraag.groep)}" if vraag.groep else ""
    for reden in redenen:
        wat = f"het antwoord op '{vraag.vraag.id}'{wie} kan niet zo: {reden.rstrip('.')}"
        velden.bevindingen.add(knoop.plek, _CODE, wat, f"de vraag is: {vraag.vraag.vraag}")
