"""A norm group: who they were stands in the questionnaire, what they scored in a CSV file beside it.

The file has the columns `schaal`, `score` and `aantal`: how many people had which score on which scale. How
reliable these scores are is a number per scale, and stands in the questionnaire.
"""

import re
from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path
from typing import NamedTuple

from conflictstijl.fouten import InvoerFout, Plek
from conflictstijl.laden.bestand import load_tekst
from conflictstijl.laden.bevindingen import Bevindingen
from conflictstijl.laden.knopen import Knoop, Tekst
from conflictstijl.laden.tabel import Rij, parse_tabel
from conflictstijl.laden.velden import Velden, render_namen
from conflictstijl.model.norm import MEESTE_DECIMALEN, Betrouwbaarheid, Betrouwbaarheidssoort, Normgroep
from conflictstijl.tekst import advise_naam, clean_tekst, parse_geheel, render_citaat, render_getal

MINSTE_N = 100
"""Smallest norm group: below it a percentile says more about chance than about a person."""

_KOLOMMEN = ("schaal", "score", "aantal")
_GETAL = re.compile(r"-?[0-9]{1,6}(?:[.,][0-9]{1,20})?")
_TUSSEN_0_EN_1 = re.compile(r"0?\.(?=0*[1-9])[0-9]{1,6}")
_JAREN = (1900, 2100)
_MEESTE_MENSEN = 10_000_000

Bereiken = Mapping[str, tuple[Fraction, Fraction] | None]
"""The lowest and highest value per scale; None where there is no saying."""


class _Rij(NamedTuple):
    """One row of the file."""

    schaal: str
    score: Fraction
    aantal: int
    decimalen: int
    plek: Plek


def parse_normen(velden: Velden, schalen: Bereiken | None, folder: Path | None) -> Normgroep | None:
    """Return the norm group, None without one or with findings.

    `schalen` holds the known scales, None when they were wrong; `folder` is where the questionnaire stands.
    """
    if velden.read_knoop("normen") is None:
        return None
    begin = velden.bevindingen.count_fouten()
    deel = velden.read_groep("normen")
    groep = parse_beschrijving(deel, schalen)
    bestand = deel.read_tekst("bestand", verplicht=True)
    deel.check_onbekend()
    check_omvang(deel, groep.n)
    if velden.bevindingen.count_fouten() > begin or schalen is None or folder is None:
        return None
    tabel = _load_tabel(folder / bestand, deel, velden.bevindingen)
    if velden.bevindingen.count_fouten() == begin:
        _check_tabel(tabel, schalen, groep.n, velden.bevindingen)
    if velden.bevindingen.count_fouten() > begin:
        return None
    decimalen = max(rij.decimalen for rij in tabel)
    return groep._replace(tabel=_build_tabel(tabel), decimalen=min(decimalen, MEESTE_DECIMALEN))


def parse_beschrijving(deel: Velden, schalen: Bereiken | None) -> Normgroep:
    """Return who a norm group is and how reliable its scores are, without these; `schalen` as in `parse_normen`."""
    return Normgroep(
        naam=deel.read_tekst("naam", verplicht=True),
        n=deel.read_geheel("n", 1, _MEESTE_MENSEN, verplicht=True) or 0,
        jaar=deel.read_geheel("jaar", *_JAREN, verplicht=True) or 0,
        bron=deel.read_tekst("bron", verplicht=True),
        populatie=deel.read_tekst("populatie", verplicht=True),
        tabel={},
        betrouwbaarheid=_parse_betrouwbaarheid(deel, schalen),
    )


def check_omvang(deel: Velden, n: int, hint: str = "verzamel er meer, of haal 'normen' weg") -> None:
    """Report a norm group that is too small."""
    knoop = deel.read_knoop("n")
    if knoop is not None and 0 < n < MINSTE_N:
        wat = f"een normgroep heeft ten minste {MINSTE_N} mensen, en deze {n}"
        deel.bevindingen.add(knoop.plek, "norm", wat, hint)


def _parse_betrouwbaarheid(deel: Velden, schalen: Bereiken | None) -> Betrouwbaarheid | None:
    if deel.read_knoop("betrouwbaarheid") is None:
        return None
    groep = deel.read_groep("betrouwbaarheid")
    groep.read_knoop("soort", verplicht=True)
    soort = groep.read_woord("soort", Betrouwbaarheidssoort)
    waarden = groep.read_groep("waarden")
    gelezen = {sleutel.waarde: _parse_waarde(knoop, deel.bevindingen) for sleutel, knoop in waarden}
    if schalen is not None and gelezen:
        _check_schalen(waarden, schalen)
    waarden.check_onbekend()
    groep.check_onbekend()
    if soort is None:
        return None
    return Betrouwbaarheid(soort, {naam: waarde for naam, waarde in gelezen.items() if waarde is not None})


def _parse_waarde(knoop: Knoop, bevindingen: Bevindingen) -> Fraction | None:
    tekst = knoop.waarde if isinstance(knoop, Tekst) else ""
    if _TUSSEN_0_EN_1.fullmatch(tekst):
        return Fraction(tekst)
    wat = "een betrouwbaarheid is een getal tussen 0 en 1"
    bevindingen.add(knoop.plek, "betrouwbaarheid", wat, "schrijf een getal met een punt, bijvoorbeeld 0.81")
    return None


def _check_schalen(waarden: Velden, schalen: Bereiken) -> None:
    """Report scales that are not there, and scales without a number."""
    namen = {sleutel.waarde: sleutel.plek for sleutel, _ in waarden}
    for naam, plek in namen.items():
        if naam not in schalen:
            hint = advise_naam(naam, schalen) or "haal de regel weg"
            wat = f"er is geen schaal {render_citaat(naam)}"
            waarden.bevindingen.add(plek, "betrouwbaarheid-schaal", wat, hint)
    ontbreekt = [naam for naam in schalen if naam not in namen]
    if ontbreekt and namen.keys() <= schalen.keys():
        wat = f"er is nog geen betrouwbaarheid van {render_namen(ontbreekt)}"
        waarden.bevindingen.add(waarden.plek, "betrouwbaarheid-schaal", wat, "geef elke schaal een getal")


def _load_tabel(pad: Path, velden: Velden, bevindingen: Bevindingen) -> list[_Rij]:
    knoop = velden.read_knoop("bestand")
    naam = clean_tekst(pad.name)
    try:
        return _parse_tabel(load_tekst(pad, naam), naam, bevindingen)
    except InvoerFout as fout:
        plek = velden.plek if knoop is None else knoop.plek
        wat = f"het normbestand {render_citaat(naam)} is niet te lezen: {fout.bevindingen[0].wat}"
        bevindingen.add(plek, "normbestand", wat, "zet het naast de vragenlijst, in UTF-8")
    return []


def _parse_tabel(tekst: str, naam: str, bevindingen: Bevindingen) -> list[_Rij]:
    begin = bevindingen.count_fouten()
    gevonden = [_parse_rij(rij, bevindingen) for rij in parse_tabel(tekst, naam, _KOLOMMEN, bevindingen)]
    rijen = [rij for rij in gevonden if rij is not None]
    if not rijen and bevindingen.count_fouten() == begin:
        wat = "onder de eerste regel staan geen scores"
        bevindingen.add(Plek(naam, 1, 1), "normbestand", wat, "schrijf bijvoorbeeld: forceren,2.5,14")
    return rijen


def _parse_rij(rij: Rij, bevindingen: Bevindingen) -> _Rij | None:
    schaal, score, aantal = rij.cellen
    getal = parse_geheel(aantal)
    if not _GETAL.fullmatch(score) or getal is None or getal < 0:
        wat = "een rij heeft een schaal, een score en een aantal mensen"
        bevindingen.add(rij.plek, "normbestand", wat, "schrijf bijvoorbeeld: forceren,2.5,14")
        return None
    score = score.replace(",", ".")
    return _Rij(schaal, Fraction(score), getal, len(score.partition(".")[2]), rij.plek)


def _check_tabel(rijen: list[_Rij], schalen: Bereiken, n: int, bevindingen: Bevindingen) -> None:
    """Report scales that the table does not know or does not have, and one with too few or too many people."""
    eerste = {rij.schaal: rij.plek for rij in reversed(rijen)}
    for naam in sorted(set(eerste).difference(schalen)):
        hint = advise_naam(naam, schalen) or "haal de rijen weg"
        bevindingen.add(eerste[naam], "normbestand", f"er is geen schaal {render_citaat(naam)}", hint)
    for naam, bereik in schalen.items():
        _check_scores([rij for rij in rijen if rij.schaal == naam], bereik, bevindingen)
        mensen = sum(rij.aantal for rij in rijen if rij.schaal == naam)
        if naam not in eerste:
            bevindingen.add(rijen[-1].plek, "normbestand", f"schaal '{naam}' ontbreekt", "voeg haar scores toe")
        elif not MINSTE_N <= mensen <= n:
            wat = f"schaal '{naam}' telt {mensen} mensen, en de normgroep {n}"
            bevindingen.add(eerste[naam], "normbestand", wat, f"geef elke schaal {MINSTE_N} tot en met {n} mensen")


def _check_scores(rijen: list[_Rij], bereik: tuple[Fraction, Fraction] | None, bevindingen: Bevindingen) -> None:
    """Report the first score that a scale cannot reach: a mean beside sums, or the norms of another questionnaire."""
    if bereik is None:
        return
    laagste, hoogste = bereik
    for rij in rijen:
        # a bound such as 5/3 stands rounded in a table
        marge = Fraction(1, 2 * 10**rij.decimalen)
        if not laagste - marge < rij.score < hoogste + marge:
            grenzen = f"{render_score(laagste)} tot {render_score(hoogste)}"
            wat = f"score {render_score(rij.score)} kan niet op deze schaal ({grenzen})"
            bevindingen.add(rij.plek, "normbestand", wat, "schrijf scores zoals het verslag ze toont")
            return


def render_score(score: Fraction) -> str:
    """Return a score as a message shows it: two decimals, without the noughts behind them."""
    return render_getal(float(score), 2).rstrip("0").rstrip(",")


def _build_tabel(rijen: list[_Rij]) -> dict[str, tuple[tuple[Fraction, int], ...]]:
    schalen = dict.fromkeys(rij.schaal for rij in rijen)
    return {
        schaal: tuple(sorted((rij.score, rij.aantal) for rij in rijen if rij.schaal == schaal)) for schaal in schalen
    }
