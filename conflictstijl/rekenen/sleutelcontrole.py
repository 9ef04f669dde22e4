"""What the keys of a questionnaire tell: balance, bands, and what pure, constant and random answers would score."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import combinations

from conflictstijl.fouten import Bevinding, Ernst, Plek
from conflictstijl.model.antwoorden import Antwoord, Antwoordblad
from conflictstijl.model.gewicht import read_bereik
from conflictstijl.model.profiel import Schaalscore
from conflictstijl.model.vragen import Item, Keuze, Sleuteldeel, Stelling, Vorm
from conflictstijl.model.vragenlijst import Scoresoort, Vragenlijst
from conflictstijl.rekenen.scoren import read_antwoorden, score_schalen, score_waarde
from conflictstijl.rekenen.tellen import count_antwoorden
from conflictstijl.tekst import render_getal, render_opsomming

_GEVOLGEN = {"gemengde-vormen", "toeval-ongelijk", "uit-evenwicht"}
"""Codes of what follows from one forgotten option."""


def check_sleutels(vragenlijst: Vragenlijst, bestand: str) -> list[Bevinding]:
    """Return what the keys alone tell, in no fixed order; without scales these tell nothing."""
    if not vragenlijst.schalen:
        return []
    bevindingen = _check_alles(vragenlijst, bestand)
    vergeten = list(_check_vergeten(vragenlijst)) if any(een.code in _GEVOLGEN for een in bevindingen) else []
    return [een for een in bevindingen if not (vergeten and een.code in _GEVOLGEN)] + vergeten


def _check_alles(vragenlijst: Vragenlijst, bestand: str) -> list[Bevinding]:
    bevindingen = [*_check_schalen(vragenlijst, bestand), *_check_gemengd(vragenlijst, bestand)]
    if not bevindingen:
        plat = _build_plat(vragenlijst)
        bevindingen = [*_check_zuiver(plat, bestand), *_check_toeval(plat, bestand), *_check_vast(plat, bestand)]
    if vragenlijst.evenwicht:
        bevindingen += _check_evenwicht(vragenlijst, bestand)
    bevindingen += _check_dubbele_stijl(vragenlijst)
    return [*bevindingen, *_check_banden(vragenlijst, bestand), *_check_omgekeerd(vragenlijst)]


def _build_plat(vragenlijst: Vragenlijst) -> Vragenlijst:
    """Return the questionnaire with every item asked and nothing around them."""
    items = tuple(_clean_item(item) for item in vragenlijst.items)
    return replace(vragenlijst, items=items, achtergrond=(), open=(), normen=None, uitkomsten=())


def _clean_item(item: Item) -> Item:
    return replace(item, als=())


def _read_delen(vragenlijst: Vragenlijst) -> Iterator[Sleuteldeel]:
    for _, _, sleutel, _ in vragenlijst.uitspraken():
        yield from sleutel


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


def _check_vergeten(vragenlijst: Vragenlijst) -> Iterator[Bevinding]:
    """Report every question that offers less than most questions of its form, when these all offer the same."""
    groepen: dict[tuple[str, Vorm], dict[Plek, Keuze]] = {}
    for keuze in vragenlijst.keuzes:
        # a question that several parts share stands once in the file
        deel = "" if vragenlijst.gedeeld else keuze.onderdeel
        groepen.setdefault((deel, keuze.vorm), {}).setdefault(keuze.plek, keuze)
    for groep in groepen.values():
        aanbod = {plek: _read_aanbod(keuze, vragenlijst) for plek, keuze in groep.items()}
        alle = set[str]().union(*aanbod.values())
        onvolledig = [plek for plek, schalen in aanbod.items() if schalen != alle]
        for plek in onvolledig if 2 * len(onvolledig) <= len(groep) else []:
            mist = render_opsomming([f"'{naam}'" for naam in sorted(alle - aanbod[plek])])
            naam = _read_kort(groep[plek].id, groep[plek]) if vragenlijst.gedeeld else groep[plek].id
            wat = f"vraag {naam} mist stijl {mist}"
            hint = "voeg een optie toe, want de andere vragen hebben die wel"
            yield Bevinding(plek, "vergeten-optie", wat, hint)


def _read_aanbod(keuze: Keuze, vragenlijst: Vragenlijst) -> set[str]:
    """Return the styles of a question, as the author wrote them."""
    return {_read_kort(naam, keuze) for naam in _read_schalen(keuze) if not vragenlijst.schaal(naam).prestatie}


def _read_kort(naam: str, item: Item) -> str:
    return naam.removeprefix(f"{item.onderdeel}.")


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


def _check_omgekeerd(vragenlijst: Vragenlijst) -> Iterator[Bevinding]:
    groepen = list(vragenlijst.groepen.items())
    # statements that several parts share stand once in the file, and are counted there
    gedeeld = {stelling.plek: stelling for stelling in reversed(vragenlijst.stellingen)}.values()
    for onderdeel, groep in groepen[:1] if vragenlijst.gedeeld else groepen:
        omgekeerd = [
            (stelling.plek, deel.schaal)
            for stelling in (gedeeld if vragenlijst.gedeeld else vragenlijst.stellingen)
            for deel in stelling.sleutel
            if deel.omgekeerd and deel.schaal in groep
        ]
        begin = f"{onderdeel}." if vragenlijst.gedeeld else ""
        aantal = {naam.removeprefix(begin): sum(naam == schaal for _, schaal in omgekeerd) for naam in groep}
        if len(set(aantal.values())) > 1:
            wat = f"niet elke schaal heeft evenveel omgekeerde stellingen ({_render_verdeling(aantal)})"
            hint = "anders lijkt overal ja zeggen op een stijl"
            yield Bevinding(min(omgekeerd)[0], "omgekeerd-ongelijk", wat, hint, Ernst.WAARSCHUWING)


def _render_verdeling(aantallen: Mapping[str, int]) -> str:
    return render_opsomming([f"{naam} {keren}" for naam, keren in aantallen.items()])


def _check_evenwicht(vragenlijst: Vragenlijst, bestand: str) -> Iterator[Bevinding]:
    vragen = [keuze.schalen for keuze in vragenlijst.keuzes]
    for schalen in vragenlijst.groepen.values():
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


def _score_zuiver(vragenlijst: Vragenlijst, schaal: str) -> dict[str, Schaalscore]:
    """Return the scores of who always answers for one scale; what stands out is not asked, and takes long."""
    antwoorden = read_antwoorden(vragenlijst, build_zuiver(vragenlijst, schaal).antwoorden)
    return score_schalen(vragenlijst, count_antwoorden(vragenlijst, antwoorden))


def _check_zuiver(vragenlijst: Vragenlijst, bestand: str) -> Iterator[Bevinding]:
    for groep in vragenlijst.groepen.values():
        for naam in groep:
            scores = _score_zuiver(vragenlijst, naam)
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
        for naam in (naam for groep in vragenlijst.groepen.values() for naam in groep):
            score = _score_zuiver(vragenlijst, naam)[schaal.id]
            if score.toeval is not None and score.exact != score.toeval.verwacht:
                waarde, kans = render_getal(score.waarde or 0, 2), render_getal(float(score.toeval.verwacht), 2)
                wat = f"wie steeds '{naam}' kiest, scoort {waarde} op '{schaal.id}', en wie zomaar kiest {kans}"
                hint = "laat elke stijl even vaak passen"
                yield Bevinding(Plek(bestand), "vaste-keuze", wat, hint, Ernst.WAARSCHUWING)


def _check_toeval(vragenlijst: Vragenlijst, bestand: str) -> Iterator[Bevinding]:
    verwacht = _score_toeval(vragenlijst)
    for groep in vragenlijst.groepen.values():
        if len({verwacht[naam] for naam in groep}) > 1:
            wat = "wie zomaar antwoordt, scoort niet op elke schaal gelijk"
            yield Bevinding(Plek(bestand), "toeval-ongelijk", wat, "geef elke schaal evenveel stellingen of paren")
            return


def _score_toeval(vragenlijst: Vragenlijst) -> dict[str, Fraction]:
    """Return per scale the expected score of random answers, in the unit of `score`.

    S(w e) with e the mean of the declared values, or its mirror image for a reversed statement; with options
    e is the mean of the points that one answer gives. Then as every total becomes a score.
    """
    som = {schaal.id: Fraction(0) for schaal in vragenlijst.schalen}
    for item in vragenlijst.items:
        for deel, verwacht in _read_verwacht(item):
            som[deel.schaal] += deel.gewicht * verwacht
    # of a sheet without open answers only the weights and the ends count, and these are the same for all
    tellingen = count_antwoorden(vragenlijst, build_zuiver(vragenlijst, vragenlijst.schalen[0].id).antwoorden)
    return {naam: score_waarde(vragenlijst, een, som[naam] / een.gewogen) for naam, een in tellingen.items()}


def _read_verwacht(item: Item) -> Sequence[tuple[Sleuteldeel, Fraction]]:
    if isinstance(item, Keuze):
        midden = Fraction(sum(item.reeks), len(item.opties))
        return [(deel, midden) for optie in item.opties for deel in optie.sleutel]
    punten = item.antwoorden
    gewone = Fraction(sum(punt.waarde for punt in punten.punten), len(punten.punten))
    omgekeerde = punten.laagste + punten.hoogste - gewone
    return [(deel, omgekeerde if deel.omgekeerd else gewone) for deel in item.sleutel]
