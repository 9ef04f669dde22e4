"""What the keys of a questionnaire tell: balance, bands, and what pure, constant and random answers would score."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import combinations

from conflictstijl.fouten import Bevinding, Ernst, Plek
from conflictstijl.model.antwoorden import Antwoord, Antwoordblad
from conflictstijl.model.gewicht import read_bereik
from conflictstijl.model.vragen import Item, Keuze, Sleuteldeel, Stelling, Vorm
from conflictstijl.model.vragenlijst import Scoresoort, Vragenlijst
from conflictstijl.rekenen.scoren import score_antwoorden
from conflictstijl.tekst import render_getal, render_opsomming


def check_sleutels(vragenlijst: Vragenlijst, bestand: str) -> list[Bevinding]:
    """Return what the keys alone tell, in no fixed order."""
    bevindingen = [*_check_schalen(vragenlijst, bestand), *_check_gemengd(vragenlijst, bestand)]
    if not bevindingen:
        plat = _build_plat(vragenlijst)
        bevindingen = [*_check_zuiver(plat, bestand), *_check_toeval(plat, bestand), *_check_vast(plat, bestand)]
    if vragenlijst.evenwicht:
        bevindingen += _check_evenwicht(vragenlijst, bestand)
    bevindingen += _check_dubbele_stijl(vragenlijst)
    return [*bevindingen, *_check_banden(vragenlijst, bestand), *_check_omgekeerd(vragenlijst, bestand)]


def _build_plat(vragenlijst: Vragenlijst) -> Vragenlijst:
    """Return the questionnaire with every item asked and nothing around them."""
    items = tuple(_clean_item(item) for item in vragenlijst.items)
    return replace(vragenlijst, items=items, achtergrond=(), open=(), normen=None)


def _clean_item(item: Item) -> Item:
    return replace(item, als=())


def _read_delen(vragenlijst: Vragenlijst) -> Iterator[Sleuteldeel]:
    for _, _, sleutel, _ in vragenlijst.uitspraken():
        yield from sleutel


def _split_groepen(vragenlijst: Vragenlijst) -> list[list[str]]:
    """Return the scales that are held against each other, per part; not those of performance."""
    groepen: dict[str, list[str]] = {}
    for schaal in vragenlijst.schalen:
        if not schaal.prestatie:
            groepen.setdefault(schaal.onderdeel, []).append(schaal.id)
    return list(groepen.values())


def _check_schalen(vragenlijst: Vragenlijst, bestand: str) -> Iterator[Bevinding]:
    gebruikt = {deel.schaal for deel in _read_delen(vragenlijst)}
    for schaal in vragenlijst.schalen:
        if schaal.id not in gebruikt:
            wat = f"schaal '{schaal.id}' heeft geen enkele stelling"
            yield Bevinding(Plek(bestand), "schaal-zonder-items", wat, "voeg stellingen toe of haal de schaal weg")


def _check_gemengd(vragenlijst: Vragenlijst, bestand: str) -> Iterator[Bevinding]:
    """Report scales that add up what cannot be added: points, places and answers on several answer scales."""
    if vragenlijst.score is Scoresoort.PROCENT:
        return
    soorten: dict[str, set[object]] = {schaal.id: set() for schaal in vragenlijst.schalen}
    for item in vragenlijst.items:
        for schaal in _read_schalen(item):
            soorten[schaal].add(_build_eenheid(item))
    for naam, gevonden in soorten.items():
        if len(gevonden) > 1:
            wat = f"schaal '{naam}' telt antwoorden van verschillende vormen bij elkaar op"
            hint = "zet 'per_onderdeel: ja' of 'score: procent' erbij"
            yield Bevinding(Plek(bestand), "gemengde-vormen", wat, hint)


def _build_eenheid(item: Item) -> object:
    """Return in what unit an item counts; chosen or not is the same unit, however many options there are."""
    if isinstance(item, Stelling):
        return item.antwoorden
    return Vorm.KIES if item.vorm is Vorm.KIES else (item.vorm, item.totaal, len(item.opties))


def _read_schalen(item: Item) -> set[str]:
    sleutels = [item.sleutel] if isinstance(item, Stelling) else [optie.sleutel for optie in item.opties]
    return {deel.schaal for sleutel in sleutels for deel in sleutel}


def _check_dubbele_stijl(vragenlijst: Vragenlijst) -> Iterator[Bevinding]:
    prestatie = {schaal.id for schaal in vragenlijst.schalen if schaal.prestatie}
    for keuze in {keuze.plek: keuze for keuze in vragenlijst.keuzes}.values():
        gezien: set[str] = set()
        for optie in keuze.opties:
            eigen = {deel.schaal for deel in optie.sleutel} - prestatie
            for naam in sorted(eigen & gezien):
                wat = f"schaal '{naam}' staat al bij een andere optie van deze vraag"
                hint = "geef elke optie een eigen schaal"
                yield Bevinding(optie.plek, "dubbele-stijl", wat, hint, Ernst.WAARSCHUWING)
            gezien |= eigen


def _check_banden(vragenlijst: Vragenlijst, bestand: str) -> Iterator[Bevinding]:
    if not vragenlijst.banden:
        return
    eerste, laatste = vragenlijst.banden[0], vragenlijst.banden[-1]
    bereiken = {schaal.id: read_bereik(vragenlijst, schaal.id) for schaal in vragenlijst.schalen}
    for naam, (laagste, _) in bereiken.items():
        if eerste.ondergrens > laagste:
            wat = f"onder band '{eerste.id}' is er geen band, en schaal '{naam}' kan lager uitkomen"
            hint = f"laat de eerste band bij {render_getal(float(laagste))} beginnen, of lager"
            yield Bevinding(Plek(bestand), "band-ontbreekt", wat, hint)
            break
    if all(hoogste < laatste.ondergrens for _, hoogste in bereiken.values()):
        wat = f"geen enkele schaal kan band '{laatste.id}' halen"
        yield Bevinding(Plek(bestand), "band-onbereikbaar", wat, "verlaag de ondergrens, of haal de band weg")


def _check_omgekeerd(vragenlijst: Vragenlijst, bestand: str) -> Iterator[Bevinding]:
    for groep in _split_groepen(vragenlijst):
        aantal = dict.fromkeys(groep, 0)
        for deel in _read_delen(vragenlijst):
            if deel.schaal in aantal:
                aantal[deel.schaal] += deel.omgekeerd
        if len(set(aantal.values())) > 1:
            wat = f"niet elke schaal heeft evenveel omgekeerde stellingen ({_render_verdeling(aantal)})"
            hint = "anders lijkt overal ja zeggen op een stijl"
            yield Bevinding(Plek(bestand), "omgekeerd-ongelijk", wat, hint, Ernst.WAARSCHUWING)


def _render_verdeling(aantallen: Mapping[str, int]) -> str:
    return render_opsomming([f"{naam} {keren}" for naam, keren in aantallen.items()])


def _check_evenwicht(vragenlijst: Vragenlijst, bestand: str) -> Iterator[Bevinding]:
    vragen = [keuze.schalen for keuze in vragenlijst.keuzes]
    for schalen in _split_groepen(vragenlijst):
        tellingen = {
            "elke schaal": {naam: sum(naam in vraag for vraag in vragen) for naam in schalen},
            "elke schaal als eerste": {naam: sum(naam == vraag[0] for vraag in vragen) for naam in schalen},
            "elk tweetal": {f"{a}-{b}": sum({a, b} <= set(vr) for vr in vragen) for a, b in combinations(schalen, 2)},
        }
        for wat, aantallen in tellingen.items():
            if len(set(aantallen.values())) > 1:
                zin = f"niet {wat} komt even vaak voor ({_render_verdeling(aantallen)})"
                yield Bevinding(Plek(bestand), "uit-evenwicht", zin)


def build_zuiver(vragenlijst: Vragenlijst, schaal: str) -> Antwoordblad:
    """Return the sheet of someone who always chooses one scale and as little as possible of the others."""
    antwoorden = [
        _build_punt(item, schaal) if isinstance(item, Stelling) else _build_opties(item, schaal, nummer)
        for nummer, item in enumerate(vragenlijst.items)
    ]
    return Antwoordblad(vragenlijst.id, tuple(antwoorden))


def _build_opties(keuze: Keuze, schaal: str, nummer: int) -> Antwoord:
    """Put the scale first where it is offered; all others, and elsewhere everything, come first in turn."""
    aantal = len(keuze.opties)
    gewichten = [sum((deel.gewicht for deel in o.sleutel if deel.schaal == schaal), Fraction(0)) for o in keuze.opties]
    om_en_om = sorted(range(aantal), key=lambda plaats: (plaats - nummer) % aantal)
    orde = sorted(om_en_om, key=lambda plaats: -gewichten[plaats])
    match keuze.vorm:
        case Vorm.UITERSTEN:
            return orde[0], orde[-1]
        case Vorm.RANGSCHIK:
            return tuple(orde)
        case Vorm.VERDEEL:
            return tuple(keuze.totaal * (plaats == orde[0]) for plaats in range(aantal))
        case _:
            return orde[0]


def _build_punt(stelling: Stelling, schaal: str) -> int:
    """Answer for the scale where the statement counts in it, and elsewhere against the first scale it counts in."""
    punten = stelling.antwoorden
    for deel in stelling.sleutel:
        if deel.schaal == schaal:
            return punten.laagste if deel.omgekeerd else punten.hoogste
    tegen_omgekeerd = any(deel.omgekeerd for deel in stelling.sleutel[:1])
    return punten.hoogste if tegen_omgekeerd else punten.laagste


def _check_zuiver(vragenlijst: Vragenlijst, bestand: str) -> Iterator[Bevinding]:
    for groep in _split_groepen(vragenlijst):
        for naam in groep:
            scores = score_antwoorden(vragenlijst, build_zuiver(vragenlijst, naam)).scores
            waarden = {een: exact for een in groep if (exact := scores[een].exact) is not None}
            boven = [een for een, exact in waarden.items() if exact == max(waarden.values())]
            if boven != [naam]:
                wat = f"wie steeds '{naam}' kiest, komt uit op {render_opsomming(boven)}"
                yield Bevinding(Plek(bestand), "zuiver-profiel", wat, "kijk de sleutels na")


def _check_vast(vragenlijst: Vragenlijst, bestand: str) -> Iterator[Bevinding]:
    """Report a scale of performance that someone can score well on by always choosing the same style."""
    for schaal in vragenlijst.schalen:
        if not schaal.prestatie:
            continue
        for naam in (naam for groep in _split_groepen(vragenlijst) for naam in groep):
            score = score_antwoorden(vragenlijst, build_zuiver(vragenlijst, naam)).scores[schaal.id]
            if score.toeval is not None and score.exact != score.toeval.verwacht:
                waarde, kans = render_getal(score.waarde or 0, 2), render_getal(float(score.toeval.verwacht), 2)
                wat = f"wie steeds '{naam}' kiest, scoort {waarde} op '{schaal.id}', en wie zomaar kiest {kans}"
                hint = "laat elke stijl even vaak passen"
                yield Bevinding(Plek(bestand), "vaste-keuze", wat, hint, Ernst.WAARSCHUWING)


def _check_toeval(vragenlijst: Vragenlijst, bestand: str) -> Iterator[Bevinding]:
    verwacht = _score_toeval(vragenlijst)
    for groep in _split_groepen(vragenlijst):
        if len({verwacht[naam] for naam in groep}) > 1:
            wat = "wie zomaar antwoordt, scoort niet op elke schaal gelijk"
            yield Bevinding(Plek(bestand), "toeval-ongelijk", wat, "geef elke schaal evenveel stellingen of paren")
            return


def _score_toeval(vragenlijst: Vragenlijst) -> dict[str, Fraction]:
    """Return per scale the expected score of random answers: their total with options, else a sum or a mean.

    S(w e) with e the mean of the declared values, or its mirror image for a reversed statement; for a
    mean or percentage divided by S(w). With options e is the mean of the points that one answer gives.
    """
    som = {schaal.id: Fraction(0) for schaal in vragenlijst.schalen}
    gewicht = dict(som)
    for item in vragenlijst.items:
        for deel, verwacht in _read_verwacht(item):
            som[deel.schaal] += deel.gewicht * verwacht
            gewicht[deel.schaal] += deel.gewicht
    telt_op = bool(vragenlijst.keuzes) or vragenlijst.score is Scoresoort.SOM
    return som if telt_op else {naam: som[naam] / gewicht[naam] for naam in som}


def _read_verwacht(item: Item) -> Sequence[tuple[Sleuteldeel, Fraction]]:
    if isinstance(item, Keuze):
        midden = Fraction(sum(item.reeks), len(item.opties))
        return [(deel, midden) for optie in item.opties for deel in optie.sleutel]
    punten = item.antwoorden
    gewone = Fraction(sum(punt.waarde for punt in punten.punten), len(punten.punten))
    omgekeerde = punten.laagste + punten.hoogste - gewone
    return [(deel, omgekeerde if deel.omgekeerd else gewone) for deel in item.sleutel]
