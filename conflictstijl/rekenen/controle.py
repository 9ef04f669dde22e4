"""The linter: what a questionnaire's own key and texts tell about its soundness.

A key cannot check itself; see `codering` for the comparison with a second reading.
"""

from collections.abc import Iterator
from difflib import SequenceMatcher

from conflictstijl.fouten import Bevinding, Ernst, Plek
from conflictstijl.model.vragen import Item, Stelling
from conflictstijl.model.vragenlijst import Blauwdruk, Vragenlijst
from conflictstijl.rekenen.sleutelcontrole import check_sleutels
from conflictstijl.rekenen.taal import check_stelling, check_zinnen
from conflictstijl.tekst import fold_tekst

_MAX_VERGELEKEN = 300
_BIJNA = 0.9
"""Similarity (difflib ratio) from which two statements count as nearly the same."""


def check_opbouw(vragenlijst: Vragenlijst, bestand: str) -> list[Bevinding]:
    """Return everything that is unsound in a questionnaire, in no fixed order."""
    bevindingen = [*_check_taal(vragenlijst), *_check_dubbel(vragenlijst), *check_sleutels(vragenlijst, bestand)]
    if vragenlijst.blauwdruk is not None:
        bevindingen += _check_blauwdruk(vragenlijst, vragenlijst.blauwdruk, bestand)
        bevindingen += _check_facetten(vragenlijst, vragenlijst.blauwdruk, bestand)
    return bevindingen


def _check_taal(vragenlijst: Vragenlijst) -> Iterator[Bevinding]:
    # statements that several parts share stand once in the file, and are called hard to read once
    for item in {item.plek: item for item in vragenlijst.items}.values():
        for tekst, plek in _read_teksten(item):
            check = check_stelling if isinstance(item, Stelling) else check_zinnen
            for code, wat in check(tekst):
                yield Bevinding(plek, code, wat, "maak de zin eenvoudiger", Ernst.WAARSCHUWING)


def _read_teksten(item: Item) -> list[tuple[str, Plek]]:
    if isinstance(item, Stelling):
        return [(item.tekst, item.plek)]
    rondom = [(tekst, item.plek) for tekst in (item.casus, item.vraag, item.toelichting) if tekst]
    return rondom + [(optie.tekst, optie.plek) for optie in item.opties]


def _check_dubbel(vragenlijst: Vragenlijst) -> Iterator[Bevinding]:
    vergelijker = SequenceMatcher(None, autojunk=False)
    eerdere: list[tuple[str, Plek]] = []
    # a text that several parts share is compared once, with the words of the last part
    teksten = {_read_naam(naam, vragenlijst): (tekst, plek) for naam, tekst, _, plek in vragenlijst.uitspraken()}
    for tekst, plek in teksten.values():
        vergelijker.set_seq2(fold_tekst(tekst))
        for eerder, eerdere_plek in eerdere:
            if eerdere_plek == plek:
                continue
            vergelijker.set_seq1(eerder)
            # looking for what long texts share takes time by the product of their lengths
            if eerder == fold_tekst(tekst) or max(len(eerder), len(tekst)) <= _MAX_VERGELEKEN:
                yield from _compare_teksten(vergelijker, plek, eerdere_plek)
        eerdere.append((fold_tekst(tekst), plek))


def _compare_teksten(vergelijker: SequenceMatcher[str], plek: Plek, eerder: Plek) -> Iterator[Bevinding]:
    """Yield a finding for two texts that are the same or nearly so; the quick ratios are upper bounds."""
    if vergelijker.real_quick_ratio() < _BIJNA or vergelijker.quick_ratio() < _BIJNA:
        return
    if vergelijker.ratio() == 1:
        yield Bevinding(plek, "dubbele-tekst", f"deze tekst staat ook op regel {eerder.regel}", "schrijf een andere")
    elif vergelijker.ratio() >= _BIJNA:
        wat = f"deze tekst lijkt erg op die van regel {eerder.regel}"
        yield Bevinding(plek, "bijna-dubbel", wat, "laat elke stelling iets anders vragen", Ernst.WAARSCHUWING)


def read_namen(vragenlijst: Vragenlijst) -> list[str]:
    """Return the ids of all scored texts; of those that several parts share once, without the part."""
    return list(dict.fromkeys(_read_naam(naam, vragenlijst) for naam, *_ in vragenlijst.uitspraken()))


def _read_naam(naam: str, vragenlijst: Vragenlijst) -> str:
    return naam.partition(".")[2] if vragenlijst.gedeeld else naam


def _check_blauwdruk(vragenlijst: Vragenlijst, blauwdruk: Blauwdruk, bestand: str) -> Iterator[Bevinding]:
    namen = read_namen(vragenlijst)
    for naam in namen:
        if naam not in blauwdruk.items:
            wat = f"stelling {naam} staat niet in de blauwdruk"
            yield Bevinding(Plek(bestand), "blauwdruk-mist", wat, "voeg haar toe")
    for naam in blauwdruk.items:
        if naam not in namen:
            wat = f"de blauwdruk noemt stelling {naam}, maar die is er niet"
            yield Bevinding(Plek(bestand), "blauwdruk-onbekend", wat)


def _check_facetten(vragenlijst: Vragenlijst, blauwdruk: Blauwdruk, bestand: str) -> Iterator[Bevinding]:
    gepland = [blauwdruk.items[naam] for naam in read_namen(vragenlijst) if naam in blauwdruk.items]
    for nummer, (facet, standen) in enumerate(blauwdruk.facetten.items()):
        gedekt = {rij[nummer] for rij in gepland}
        for stand in standen:
            if stand not in gedekt:
                wat = f"geen enkele stelling dekt '{stand}' van facet '{facet}'"
                yield Bevinding(Plek(bestand), "blauwdruk-facet", wat, ernst=Ernst.WAARSCHUWING)
