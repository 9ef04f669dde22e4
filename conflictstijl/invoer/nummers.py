"""Questions that a table names by number only: `q7`, `paar 7`, `Q1_7`, `G01Q01[SQ007]` or a bare 7.

A number tells little, so it counts as part of a row of numbers (`Reeks`) that fits the questionnaire as a whole:
a column `Leeftijd 2` or one question too many makes a row of numbers worth nothing.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from conflictstijl.invoer.koppen import fold_kop, split_kop
from conflictstijl.invoer.onderdelen import build_onderdeelnamen
from conflictstijl.model.vragenlijst import Vragenlijst

_WOORDEN = (
    "q|v|s|i|p|vr|vraag|stelling|item|paar|situatie|casus|opgave|nr|nummer|question|statement|pair|"
    "vraagnummer|stellingnummer|itemnummer"
)
_LOS = re.compile(rf"(?P<reeks>(?:{_WOORDEN})?)[ _.#-]{{0,2}}0*(?P<nummer>[0-9]{{1,3}})(?:[.,]0+)?")
_ROOSTER = re.compile(r"(?P<reeks>q(?:id)?[0-9]+)[_.]0*(?P<nummer>[0-9]{1,3})")
_DEELVRAAG = re.compile(r"(?P<reeks>.+?)[\[_]sq0*(?P<nummer>[0-9]{1,3})\]?")
_GROEPVRAAG = re.compile(r"(?P<reeks>g)[0-9]+q0*(?P<nummer>[0-9]{1,3})")
_GENUMMERD = re.compile(rf"(?P<voor>(?:{_WOORDEN})?) ?0*(?P<nummer>[0-9]{{1,3}})[.:)] ?(?P<reeks>(?=.*[^\W\d])\S.*)")
_VORMEN = {
    "los": _LOS,
    "rooster": _ROOSTER,
    "deelvraag": _DEELVRAAG,
    "groepvraag": _GROEPVRAAG,
    "genummerd": _GENUMMERD,
}
_GETELD = "genummerd"
"""Numbers before the same text count the questions of a form, which can have others before these."""
_STAPELBAAR = ("rooster", "deelvraag")
"""Forms of a tool that numbers every grid from one: several grids can be one questionnaire."""
_AANDEEL = 0.8
_KAAL = ("los", "")
_WEINIG = 15
_ONTHOUDEN = 1_000
_CIJFERS = re.compile(r"([^0-9]*)0*([0-9]{1,3})")


class Nummer(NamedTuple):
    """The number in a header, with the row of numbers it belongs to."""

    vorm: str
    reeks: str
    nummer: int


Reeks = list[tuple[int, int]]
"""Numbers with their columns."""
Uitleg = Mapping[int, int]
"""What a number means: index of the question by number."""


@lru_cache(_ONTHOUDEN)
def parse_nummer(kop: str) -> Nummer | None:
    """Return the number by which a header names a question, or None; remembered, as `split_kop` is."""
    heel = fold_kop(kop)
    for deel in dict.fromkeys([heel, *split_kop(kop)]):
        for vorm, patroon in _VORMEN.items():
            gevonden = patroon.fullmatch(deel)
            if gevonden:
                stam = gevonden["reeks"] if deel == heel else f"{heel.rpartition(deel)[0]} {gevonden['reeks']}"
                return Nummer(vorm, stam, int(gevonden["nummer"]))
    return None


def read_genummerd(koppen: Mapping[int, str], vragenlijst: Vragenlijst) -> dict[int, int]:
    """Return the index of the question by column, for the rows of numbers that fit the questionnaire best.

    Empty when none fits. Two rows of numbers that both name every question are both returned: which of the
    two holds the answers is not for a program to say.
    """
    reeksen: dict[tuple[str, str], Reeks] = {}
    for kolom, kop in koppen.items():
        nummer = parse_nummer(kop)
        if nummer:
            reeksen.setdefault((nummer.vorm, nummer.reeks), []).append((nummer.nummer, kolom))
    uitleg = list(_build_uitleg(vragenlijst))
    aantal = len(vragenlijst.items)
    if aantal <= _WEINIG and not _check_oplopend(reeksen.get(_KAAL, [])):
        # a row of answers to a few questions can hold every number once
        reeksen.pop(_KAAL)
    eerste = len(vragenlijst.achtergrond)
    gekozen = [
        read_volgorde(reeks, range(eerste, eerste + aantal)) if vorm == _GETELD else _read_reeks(reeks, uitleg)
        for (vorm, _), reeks in reeksen.items()
    ]
    gekozen += [_read_reeks(reeks, uitleg) for reeks in _split_gestapeld(reeksen, vragenlijst)]
    heel = [keuze for keuze in gekozen if len(set(keuze.values())) >= _AANDEEL * aantal]
    if heel:
        return {kolom: vraag for keuze in heel for kolom, vraag in keuze.items()}
    return max(gekozen, key=lambda keuze: len(set(keuze.values())), default={})


def _check_oplopend(reeks: Reeks) -> bool:
    nummers = [nummer for nummer, _ in reeks]
    return nummers == sorted(set(nummers))


def _read_reeks(reeks: Reeks, uitleg: Iterable[Uitleg]) -> dict[int, int]:
    """Return the questions of a row of numbers by the first meaning that knows every number."""
    for betekenis in uitleg:
        if all(nummer in betekenis for nummer, _ in reeks):
            return {kolom: betekenis[nummer] for nummer, kolom in reeks}
    return {}


def read_volgorde(reeks: Reeks, vragen: range) -> dict[int, int]:
    """Return the questions of numbers that count them; empty unless these are as many numbers in a row."""
    op_volgorde = sorted(reeks)
    laagste = op_volgorde[0][0] if op_volgorde else 0
    heel = [nummer for nummer, _ in op_volgorde] == list(range(laagste, laagste + len(vragen)))
    return {kolom: vraag for (_, kolom), vraag in zip(op_volgorde, vragen, strict=True)} if heel else {}


def _split_gestapeld(reeksen: Mapping[tuple[str, str], Reeks], vragenlijst: Vragenlijst) -> Iterator[Reeks]:
    """Yield the rows of several grids as one, where together they have as many questions as the questionnaire."""
    for gezocht in _STAPELBAAR:
        roosters = _split_roosters(
            {stam: sorted(rij) for (vorm, stam), rij in reeksen.items() if vorm == gezocht}, vragenlijst
        )
        heel = all([nr for nr, _ in rij] == list(range(1, len(rij) + 1)) for rij in roosters)
        kolommen = [kolom for rij in roosters for _, kolom in rij]
        if heel and len(roosters) > 1 and len(kolommen) == len(vragenlijst.items):
            yield list(enumerate(kolommen, 1))


def _split_roosters(roosters: Mapping[str, Reeks], vragenlijst: Vragenlijst) -> list[Reeks]:
    """Return grids in their order: by the parts that they are named after, by number, or else as in the file.

    None when only some name a part, or when the columns of grids with other names stand in between each other.
    """
    namen = build_onderdeelnamen(vragenlijst)
    delen = {namen.read_onderdeel(stam): rij for stam, rij in roosters.items()}
    if any(delen):
        maten = {deel: len(vragen) for deel, vragen in namen.vragen.items()}
        heel = len(delen) == len(roosters) and {deel: len(rij) for deel, rij in delen.items()} == maten
        return [delen[deel] for deel in maten] if heel else []
    if len({re.sub("[0-9]", "", stam) for stam in roosters}) == 1:
        return [roosters[stam] for stam in sorted(roosters, key=_spell_volgorde)]
    op_plaats = sorted(roosters.values(), key=lambda rij: min(kolom for _, kolom in rij))
    kolommen = [kolom for rij in op_plaats for _, kolom in rij]
    return op_plaats if kolommen == sorted(kolommen) else []


def _spell_volgorde(stam: str) -> list[tuple[int, str]]:
    """Return a name as something to sort by in which 10 comes after 9."""
    return [(int(deel), "") if deel.isdecimal() else (0, deel) for deel in re.split(r"([0-9]+)", stam)]


def _build_uitleg(vragenlijst: Vragenlijst) -> Iterator[Uitleg]:
    """Yield what numbers can mean: the numbers in the ids, the order of the items, the order of all questions."""
    eerste = len(vragenlijst.achtergrond)
    op_id = _build_op_id([item.id for item in vragenlijst.items], eerste)
    if op_id:
        yield op_id
    op_volgorde = {nummer: eerste + nummer - 1 for nummer in range(1, len(vragenlijst.items) + 1)}
    yield op_volgorde
    if eerste:
        yield {nummer: nummer - 1 for nummer in range(1, len(vragenlijst.vragen) + 1)}


def _build_op_id(ids: Sequence[str], eerste: int) -> dict[int, int]:
    """Return the index of every question by the number that its id ends in; empty when they are not all alike."""
    delen = [_CIJFERS.fullmatch(naam) for naam in ids]
    heel = [deel for deel in delen if deel]
    nummers = {int(deel[2]): eerste + plaats for plaats, deel in enumerate(heel)}
    alike = len({deel[1] for deel in heel}) == 1 and len(nummers) == len(ids)
    return nummers if alike else {}
