"""The linter: what a questionnaire's own key and texts tell about its soundness.

A key cannot check itself; see `codering` for the comparison with a second reading.
"""

from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher
from fractions import Fraction
from itertools import combinations

from conflictstijl.fouten import Bevinding, Ernst, Plek
from conflictstijl.model.antwoorden import Antwoordblad
from conflictstijl.model.vragenlijst import Blauwdruk, Keuze, Scoresoort, Sleuteldeel, Stelling, Vorm, Vragenlijst
from conflictstijl.rekenen.scoren import score_antwoorden
from conflictstijl.rekenen.taal import check_stelling, check_zinnen
from conflictstijl.tekst import fold_tekst, render_opsomming

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


def check_sleutels(vragenlijst: Vragenlijst, bestand: str) -> list[Bevinding]:
    """Return what the keys alone tell: balance, and what pure and random answers would score."""
    bevindingen = [*_check_schalen(vragenlijst, bestand)]
    if not bevindingen:
        bevindingen = [*_check_zuiver(vragenlijst, bestand), *_check_toeval(vragenlijst, bestand)]
    if vragenlijst.evenwicht:
        bevindingen += _check_evenwicht(vragenlijst, bestand)
    return [*bevindingen, *_check_omgekeerd(vragenlijst, bestand)]


def _read_delen(vragenlijst: Vragenlijst) -> Iterator[Sleuteldeel]:
    for _, _, sleutel, _ in vragenlijst.uitspraken():
        yield from sleutel


def _check_schalen(vragenlijst: Vragenlijst, bestand: str) -> Iterator[Bevinding]:
    gebruikt = {deel.schaal for deel in _read_delen(vragenlijst)}
    for schaal in vragenlijst.schalen:
        if schaal.id not in gebruikt:
            wat = f"schaal '{schaal.id}' heeft geen enkele stelling"
            yield Bevinding(Plek(bestand), "schaal-zonder-items", wat, "voeg stellingen toe of haal de schaal weg")


def _check_taal(vragenlijst: Vragenlijst) -> Iterator[Bevinding]:
    check = check_stelling if vragenlijst.vorm is Vorm.STELLINGEN else check_zinnen
    for _, tekst, _, plek in vragenlijst.uitspraken():
        for code, wat in check(tekst):
            yield Bevinding(plek, code, wat, "maak de zin eenvoudiger", Ernst.WAARSCHUWING)


def _check_dubbel(vragenlijst: Vragenlijst) -> Iterator[Bevinding]:
    vergelijker = SequenceMatcher(None, autojunk=False)
    eerdere: list[tuple[str, Plek]] = []
    for _, tekst, _, plek in vragenlijst.uitspraken():
        vergelijker.set_seq2(fold_tekst(tekst))
        for eerder, eerdere_plek in eerdere:
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


def _check_omgekeerd(vragenlijst: Vragenlijst, bestand: str) -> Iterator[Bevinding]:
    aantal = {schaal.id: 0 for schaal in vragenlijst.schalen}
    for deel in _read_delen(vragenlijst):
        aantal[deel.schaal] += deel.omgekeerd
    if len(set(aantal.values())) > 1:
        wat = f"niet elke schaal heeft evenveel omgekeerde stellingen ({_render_verdeling(aantal)})"
        hint = "anders lijkt overal ja zeggen op een stijl"
        yield Bevinding(Plek(bestand), "omgekeerd-ongelijk", wat, hint, Ernst.WAARSCHUWING)


def _render_verdeling(aantallen: Mapping[str, int]) -> str:
    return render_opsomming([f"{naam} {keren}" for naam, keren in aantallen.items()])


def _check_blauwdruk(vragenlijst: Vragenlijst, blauwdruk: Blauwdruk, bestand: str) -> Iterator[Bevinding]:
    namen = [naam for naam, *_ in vragenlijst.uitspraken()]
    for naam in namen:
        if naam not in blauwdruk.items:
            wat = f"stelling {naam} staat niet in de blauwdruk"
            yield Bevinding(Plek(bestand), "blauwdruk-mist", wat, "voeg haar toe")
    for naam in blauwdruk.items:
        if naam not in namen:
            wat = f"de blauwdruk noemt stelling {naam}, maar die is er niet"
            yield Bevinding(Plek(bestand), "blauwdruk-onbekend", wat)


def _check_facetten(vragenlijst: Vragenlijst, blauwdruk: Blauwdruk, bestand: str) -> Iterator[Bevinding]:
    gepland = [blauwdruk.items[naam] for naam, *_ in vragenlijst.uitspraken() if naam in blauwdruk.items]
    for nummer, (facet, standen) in enumerate(blauwdruk.facetten.items()):
        gedekt = {rij[nummer] for rij in gepland}
        for stand in standen:
            if stand not in gedekt:
                wat = f"geen enkele stelling dekt '{stand}' van facet '{facet}'"
                yield Bevinding(Plek(bestand), "blauwdruk-facet", wat, ernst=Ernst.WAARSCHUWING)


def _check_evenwicht(vragenlijst: Vragenlijst, bestand: str) -> Iterator[Bevinding]:
    paren = [keuze.schalen for keuze in vragenlijst.keuzes]
    schalen = [schaal.id for schaal in vragenlijst.schalen]
    tellingen = {
        "elke schaal": {naam: sum(naam in paar for paar in paren) for naam in schalen},
        "elke schaal als eerste": {naam: sum(naam == eerste for eerste, _ in paren) for naam in schalen},
        "elk tweetal": {f"{a}-{b}": sum({a, b} == set(paar) for paar in paren) for a, b in combinations(schalen, 2)},
    }
    for wat, aantallen in tellingen.items():
        if len(set(aantallen.values())) > 1:
            zin = f"niet {wat} komt even vaak voor ({_render_verdeling(aantallen)})"
            yield Bevinding(Plek(bestand), "uit-evenwicht", zin)


def build_zuiver(vragenlijst: Vragenlijst, schaal: str) -> Antwoordblad:
    """Return the sheet of someone who always chooses one scale and as little as possible of the others."""
    if vragenlijst.vorm is Vorm.KIES:
        antwoorden = [_build_optie(keuze, schaal, nummer) for nummer, keuze in enumerate(vragenlijst.keuzes)]
    else:
        antwoorden = [_build_punt(stelling, schaal, vragenlijst) for stelling in vragenlijst.stellingen]
    return Antwoordblad(vragenlijst.id, tuple(antwoorden))


def _build_optie(keuze: Keuze, schaal: str, nummer: int) -> int:
    """Choose the scale where it is offered, and elsewhere the first and the second in turn."""
    return keuze.schalen.index(schaal) if schaal in keuze.schalen else nummer % 2


def _build_punt(stelling: Stelling, schaal: str, vragenlijst: Vragenlijst) -> int:
    """Answer for the scale where the statement counts in it, and elsewhere against the first scale it counts in."""
    punten = vragenlijst.antwoordschaal
    for deel in stelling.sleutel:
        if deel.schaal == schaal:
            return punten.laagste if deel.omgekeerd else punten.hoogste
    tegen_omgekeerd = any(deel.omgekeerd for deel in stelling.sleutel[:1])
    return punten.hoogste if tegen_omgekeerd else punten.laagste


def _check_zuiver(vragenlijst: Vragenlijst, bestand: str) -> Iterator[Bevinding]:
    for schaal in vragenlijst.schalen:
        volgorde = score_antwoorden(vragenlijst, build_zuiver(vragenlijst, schaal.id)).volgorde
        if volgorde[0] != (schaal.id,):
            wat = f"wie steeds '{schaal.id}' kiest, komt uit op {render_opsomming(volgorde[0])}"
            yield Bevinding(Plek(bestand), "zuiver-profiel", wat, "kijk de sleutels na")


def _check_toeval(vragenlijst: Vragenlijst, bestand: str) -> Iterator[Bevinding]:
    verwacht = _score_toeval(vragenlijst)
    if len(set(verwacht.values())) > 1:
        wat = "wie zomaar antwoordt, scoort niet op elke schaal gelijk"
        yield Bevinding(Plek(bestand), "toeval-ongelijk", wat, "geef elke schaal evenveel stellingen of paren")


def _score_toeval(vragenlijst: Vragenlijst) -> dict[str, Fraction]:
    """Return per scale the expected score of random answers: their count in pairs, else a sum or a mean.

    S(w e) with e the mean of the declared values, or its mirror image for a reversed statement; for a
    mean or percentage divided by S(w). In pairs e is a half.
    """
    gewone = omgekeerde = Fraction(1, 2)
    if vragenlijst.vorm is Vorm.STELLINGEN:
        punten = vragenlijst.antwoordschaal
        gewone = Fraction(sum(punt.waarde for punt in punten.punten), len(punten.punten))
        omgekeerde = punten.laagste + punten.hoogste - gewone
    som = {schaal.id: Fraction(0) for schaal in vragenlijst.schalen}
    gewicht = dict(som)
    for deel in _read_delen(vragenlijst):
        som[deel.schaal] += deel.gewicht * (omgekeerde if deel.omgekeerd else gewone)
        gewicht[deel.schaal] += deel.gewicht
    telt_op = vragenlijst.vorm is Vorm.KIES or vragenlijst.score is Scoresoort.SOM
    return som if telt_op else {naam: som[naam] / gewicht[naam] for naam in som}
