"""Reading a cell as an answer. A cell that could mean two things, or nothing known, is never guessed."""

import re
from collections.abc import Callable

from conflictstijl.invoer.antwoordnamen import Antwoordnamen, build_antwoordnamen
from conflictstijl.invoer.onduidelijk import (
    Onduidelijk,
    build_bijzonder,
    build_buiten_bereik,
    build_onbekend,
    build_tegenspraak,
    build_twee,
)
from conflictstijl.model.antwoorden import NVT, Antwoord
from conflictstijl.model.tabel import Bijzonder, Celsoort
from conflictstijl.model.vragen import LETTERS, Keuze, OpenVraag, Vorm, Vraag
from conflictstijl.model.vragenlijst import Vragenlijst
from conflictstijl.tekst import fold_tekst, render_citaat

Lezing = Antwoord | Onduidelijk
Lezer = Callable[[str], Lezing]
"""Gives the answer in a cell, None for a blank one."""
Ontleed = Callable[[str, Vraag], Antwoord]
"""Gives the answer that a text spells, as an answer sheet has it; raises ValueError for none."""

_MEESTE_ONTHOUDEN = 2_000
_GETAL = re.compile(r"(-?[0-9]{1,9})(?:[.,]0+)?")
_CODE = re.compile(r"(ao?)0*([1-9][0-9]?)")
"""Codes of LimeSurvey: `AO04` and `A4` are the fourth answer."""
_VOORAF = re.compile(r"(-?[0-9]{1,3}|[a-l])\s*(?:[.:)=–-]+\s*|\s)(\S.*)")
_MET_HAAKJES = re.compile(r"(-?[0-9]{1,3}|[a-l])\s*\(\s*([^()]+)\)")
_ACHTERAF = re.compile(r"(.*\S)\s*(?:\(\s*(-?[0-9]{1,3}|[a-l])\s*\)|[=–-]\s*(-?[0-9]{1,3}))")
_TUSSEN = re.compile(r"[;|/&+]|,\s|\s(?:of|en|or|and)\s|(?<=[0-9a-l])[–-](?=[0-9a-l]$)")
_GESCHEIDEN = re.compile(r"[;|\n]")
_EINDE = " ;,\n\t\r\u00a0"
_NIETS = Onduidelijk("", "")


def build_lezers(vragenlijst: Vragenlijst, ontleed: Ontleed) -> tuple[Lezer, ...]:
    """Return a reader of cells for every question, in the order of `Vragenlijst.vragen`.

    `ontleed` reads what an answer sheet spells too: rows of letters or points, and own words.
    """
    return tuple(_build_lezer(vraag, ontleed) for vraag in vragenlijst.vragen)


def _build_lezer(vraag: Vraag, ontleed: Ontleed) -> Lezer:
    if isinstance(vraag, OpenVraag):
        return lambda cel: ontleed(cel, vraag) if cel.strip() else None
    if isinstance(vraag, Keuze) and vraag.vorm is not Vorm.KIES:
        keuze = vraag
        return _build_onthouder(lambda cel: _read_rij(cel, keuze, ontleed))
    namen = build_antwoordnamen(vraag)
    return _build_onthouder(lambda cel: _read_antwoord(cel, namen))


def _build_onthouder(lees: Lezer) -> Lezer:
    """Return a reader that remembers what it read: a column holds few different texts."""
    geheugen: dict[str, Lezing] = {}

    def lezer(cel: str) -> Lezing:
        # such a cell equals a plain text to a dictionary
        if isinstance(cel, Bijzonder):
            return _read_bijzonder(cel, lees)
        gelezen = geheugen.get(cel, _NIETS)
        if gelezen is not _NIETS:
            return gelezen
        if len(geheugen) >= _MEESTE_ONTHOUDEN:
            geheugen.clear()
        geheugen[cel] = lezing = lees(cel) if cel.strip(_EINDE) else None
        return lezing

    return lezer


def _read_bijzonder(cel: Bijzonder, lees: Lezer) -> Lezing:
    """Return the answer that a formula last gave; anything else of the kind is none."""
    uitkomst = str(cel).strip()
    if cel.soort is Celsoort.FORMULE and uitkomst and not uitkomst.startswith("="):
        return lees(uitkomst)
    return build_bijzonder(cel)


def _read_antwoord(cel: str, namen: Antwoordnamen) -> Lezing:
    gevouwen = fold_tekst(cel).strip(_EINDE)
    # folding makes 4 of ④ and of the digits of other scripts; a number is written in plain digits
    if gevouwen.isascii() and not cel.strip(_EINDE).isascii() and any(map(str.isdigit, gevouwen)):
        return build_onbekend(cel, namen.woorden, namen.hint)
    label = namen.read_label(cel)
    if label is not None:
        return label
    getal = _GETAL.fullmatch(gevouwen)
    if getal:
        return _read_getal(int(getal[1]), cel, namen)
    if gevouwen in namen.waarden:
        return namen.waarden[gevouwen]
    return _read_samengesteld(gevouwen, cel, namen)


def _read_getal(getal: int, cel: str, namen: Antwoordnamen) -> Lezing:
    if str(getal) in namen.waarden:
        return namen.waarden[str(getal)]
    if namen.bereik and not namen.bereik[0] <= getal <= namen.bereik[1]:
        return build_buiten_bereik(getal, *namen.bereik)
    return build_onbekend(cel, namen.woorden, namen.hint)


def _read_samengesteld(gevouwen: str, cel: str, namen: Antwoordnamen) -> Lezing:
    """Return what a code of a tool means, or a value with its label; two answers are none."""
    code = _CODE.fullmatch(gevouwen)
    if code:
        return _read_code(code[1], int(code[2]), cel, namen)
    if _count_antwoorden(gevouwen, namen) > 1:
        return build_twee(cel)
    for waarde, label in _split_waarde(gevouwen):
        antwoord = namen.read_label(label)
        if antwoord is not None:
            return antwoord if namen.waarden.get(waarde) == antwoord else build_tegenspraak(cel)
    return build_onbekend(cel, namen.woorden, namen.hint)


def _read_code(soort: str, nummer: int, cel: str, namen: Antwoordnamen) -> Lezing:
    """Return the answer that a code counts to; `A3` may not also be the value 3 of another answer."""
    if nummer > len(namen.volgorde):
        return build_onbekend(cel, namen.woorden, namen.hint)
    antwoord = namen.volgorde[nummer - 1]
    anders = namen.waarden.get(str(nummer), antwoord)
    return antwoord if soort == "ao" or anders == antwoord else build_tegenspraak(cel)


def _count_antwoorden(gevouwen: str, namen: Antwoordnamen) -> int:
    """Return how many answers stand in a cell: between signs, or as letters side by side."""
    letters = set(gevouwen) - set(" ,")
    if len(letters) > 1 and letters <= {naam for naam in namen.waarden if naam.isalpha()}:
        return len(letters)
    delen = [deel.strip(_EINDE) for deel in _TUSSEN.split(gevouwen)]
    return sum(namen.read_label(deel) is not None or deel in namen.waarden for deel in delen)


def _split_waarde(gevouwen: str) -> list[tuple[str, str]]:
    """Return the ways in which a cell can be a value with a label: before it or behind it."""
    vooraf = _MET_HAAKJES.fullmatch(gevouwen) or _VOORAF.fullmatch(gevouwen)
    achteraf = _ACHTERAF.fullmatch(gevouwen)
    paren = [(vooraf[1], vooraf[2])] if vooraf else []
    return [*paren, *([(achteraf[2] or achteraf[3], achteraf[1])] if achteraf else [])]


def _read_rij(cel: str, keuze: Keuze, ontleed: Ontleed) -> Lezing:
    """Return an order, points or a best and a worst in one cell."""
    try:
        gelezen = ontleed(_spell_rij(cel, keuze), keuze)
    except ValueError as fout:
        return Onduidelijk("onbekend-antwoord", f"onbekend antwoord {render_citaat(cel)} ({fout})")
    return build_onbekend(cel, (), "") if gelezen is NVT else gelezen


def _spell_rij(cel: str, keuze: Keuze) -> str:
    """Return a row of options as an answer sheet spells it: a tool writes their texts with semicolons between them."""
    delen = [deel for deel in _GESCHEIDEN.split(cel) if deel.strip()]
    if keuze.vorm is Vorm.VERDEEL:
        return " ".join(delen)
    namen = build_antwoordnamen(keuze)
    labels = [(namen.read_label(deel), namen.waarden.get(fold_tekst(deel))) for deel in delen]
    plaatsen = [letter if label is None else label for label, letter in labels]
    letters = [LETTERS[plaats] for plaats in plaatsen if isinstance(plaats, int)]
    return " ".join(letters) if len(letters) == len(delen) else cel
