"""The linter: what a questionnaire's own key and texts tell about its soundness.

A key cannot check itself; see `codering` for the comparison with a second reading.
"""

from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from conflictstijl.fouten import Bevinding, Ernst, Plek
from conflictstijl.model.vragen import Item, Keuze, Stelling
from conflictstijl.model.vragenlijst import Blauwdruk, Vragenlijst
from conflictstijl.rekenen.sleutelcontrole import check_sleutels
from conflictstijl.rekenen.taal import check_stelling, check_zinnen
from conflictstijl.tekst import fold_tekst, render_opsomming

_MINST_STANDAARD = 3
"""Choices with the same question that make it a standard one (own choice)."""
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


class _Tekst(NamedTuple):
    """A folded text that is held against others."""

    tekst: str
    plek: Plek
    stijlen: frozenset[str] = frozenset()
    """The styles of an option."""
    vraag: Plek | None = None
    """The question that an option belongs to; None for a statement and for a question itself."""
    is_vraag: bool = False


def _check_dubbel(vragenlijst: Vragenlijst) -> Iterator[Bevinding]:
    gelijkenis: dict[tuple[Plek, Plek], float] = {}
    for teksten in _split_teksten(vragenlijst):
        # a text that several parts share may be a double in the words of one of them
        for paar, ratio in _compare_teksten(teksten):
            gelijkenis[paar] = max(ratio, gelijkenis.get(paar, 0))
    regels: dict[tuple[Plek, bool], list[int]] = {}
    for (plek, eerder), ratio in gelijkenis.items():
        regels.setdefault((plek, ratio == 1), []).append(eerder.regel)
    for (plek, gelijk), nummers in regels.items():
        eerdere = render_opsomming(list(map(str, sorted(nummers))))
        if gelijk:
            yield Bevinding(plek, "dubbele-tekst", f"deze tekst staat ook op regel {eerdere}", "schrijf een andere")
        else:
            wat = f"deze tekst lijkt erg op die van regel {eerdere}"
            yield Bevinding(plek, "bijna-dubbel", wat, "laat elke stelling iets anders vragen", Ernst.WAARSCHUWING)


def _split_teksten(vragenlijst: Vragenlijst) -> Iterable[list[_Tekst]]:
    """Return the texts that are held against each other: all of them, or when parts share them per part."""
    prestatie = {schaal.id for schaal in vragenlijst.schalen if schaal.prestatie}
    standaard = _read_standaard(vragenlijst)
    delen: dict[str, list[_Tekst]] = {}
    for item in vragenlijst.items:
        deel = item.onderdeel if vragenlijst.gedeeld else ""
        delen.setdefault(deel, []).extend(_build_teksten(item, prestatie, standaard))
    return delen.values()


def _read_standaard(vragenlijst: Vragenlijst) -> str:
    """Return the one question that stands above every choice without a case; empty when there is none."""
    vragen = [item.vraag for item in vragenlijst.items if isinstance(item, Keuze) and not item.casus]
    return vragen[0] if len(vragen) >= _MINST_STANDAARD and len(set(vragen)) == 1 else ""


def _build_teksten(item: Item, prestatie: set[str], standaard: str) -> list[_Tekst]:
    if isinstance(item, Stelling):
        return [_Tekst(fold_tekst(item.tekst), item.plek)]
    # behind a case the question may well be the same every time, and a standard question is meant to be
    vraag = fold_tekst(item.casus or ("" if item.vraag == standaard else item.vraag))
    opties = [
        _Tekst(
            fold_tekst(optie.tekst),
            optie.plek,
            frozenset(d.schaal.removeprefix(f"{item.onderdeel}.") for d in optie.sleutel if d.schaal not in prestatie),
            item.plek,
        )
        for optie in item.opties
    ]
    return [_Tekst(vraag, item.plek, is_vraag=True)] * bool(vraag) + opties


def _compare_teksten(teksten: Sequence[_Tekst]) -> Iterator[tuple[tuple[Plek, Plek], float]]:
    """Yield every two places with texts that are the same or nearly so, and how alike these are."""
    vergelijker = SequenceMatcher(None, autojunk=False)
    for nummer, een in enumerate(teksten):
        vergelijker.set_seq2(een.tekst)
        for eerder in teksten[:nummer]:
            if eerder.plek == een.plek or not _check_vergelijkbaar(eerder, een):
                continue
            vergelijker.set_seq1(eerder.tekst)
            if _check_gelijkend(vergelijker):
                yield (een.plek, eerder.plek), vergelijker.ratio()


def _check_vergelijkbaar(eerder: _Tekst, een: _Tekst) -> bool:
    """Return True for two texts that may not be nearly the same, or not the same when they are."""
    if eerder.tekst == een.tekst:
        return eerder.is_vraag is een.is_vraag
    # cases differ in one thing on purpose, and so do the words of several styles in several questions
    naast = eerder.vraag == een.vraag or bool(eerder.stijlen & een.stijlen)
    # looking for what long texts share takes time by the product of their lengths
    return (
        naast
        and not een.is_vraag
        and not eerder.is_vraag
        and len(max(eerder.tekst, een.tekst, key=len)) <= _MAX_VERGELEKEN
    )


def _check_gelijkend(vergelijker: SequenceMatcher[str]) -> bool:
    """Return True for two texts that are the same or nearly so; the quick ratios are upper bounds."""
    ratios = (vergelijker.real_quick_ratio, vergelijker.quick_ratio, vergelijker.ratio)
    return all(ratio() >= _BIJNA for ratio in ratios)


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
