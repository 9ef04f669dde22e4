"""A norm group in a file of its own, as `normen` writes it: people per class of scores, for every scale."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

from conflictstijl.fouten import GebruikFout, Plek
from conflictstijl.laden.bevindingen import Bevindingen
from conflictstijl.laden.catalogus import load_heel
from conflictstijl.laden.knopen import Knoop, Tekst
from conflictstijl.laden.normen import MINSTE_N, check_omvang, parse_beschrijving, render_score
from conflictstijl.laden.velden import Velden, render_namen
from conflictstijl.model.gewicht import read_bereik
from conflictstijl.model.norm import Normbestand, Normgroep
from conflictstijl.model.vragenlijst import Vragenlijst
from conflictstijl.tekst import parse_geheel, render_citaat

SOORT = "normgroep"
_SCORE = re.compile(r"-?[0-9]{1,6}(?:\.[0-9]{1,20})?")
_SPREIDING = re.compile(r"[0-9]{1,6}(?:\.[0-9]{1,6})?")
_CODE = "normbestand"
_GELIJK = "maak een nieuwe normgroep, of haal de regel weg"

Klassen = tuple[tuple[Fraction, int], ...]


def load_normgroep(pad: str) -> Normbestand:
    """Return the norm group in a file; raises InvoerFout, with all findings, when it cannot be used."""
    return load_heel(Path(pad), pad, parse_normgroep, Bevindingen())


def parse_normgroep(wortel: Knoop, bevindingen: Bevindingen) -> Normbestand | None:
    """Return the norm group that a tree describes, None with findings."""
    velden = Velden(wortel, bevindingen, "deze normgroep")
    naam = velden.read_kop(SOORT)
    vragenlijst, versie = velden.read_tekst("vragenlijst", verplicht=True), velden.read_versie()
    tabel = dict(_parse_scores(velden))
    groep = parse_beschrijving(velden, dict.fromkeys(tabel) or None)
    groep = groep._replace(tabel=tabel, klassen=True, spreiding=_parse_spreiding(velden, tabel))
    check_omvang(velden, groep.n, "verzamel er meer")
    velden.check_onbekend()
    if bevindingen.count_fouten():
        return None
    _check_aantallen(velden, groep)
    return Normbestand(naam, vragenlijst, versie, groep)


def build_met_normen(
    vragenlijst: Vragenlijst, bestand: Normbestand, plek: Plek, bevindingen: Bevindingen
) -> Vragenlijst:
    """Return a questionnaire with the norm group of a file in the place of its own.

    Another version of the questionnaire is a warning. Raises GebruikFout for a norm group of another questionnaire,
    form or deepening, one with other scales, and one with scores that a scale cannot reach.
    """
    _check_lijst(vragenlijst, bestand)
    if bestand.versie != vragenlijst.versie:
        wat = f"de normgroep hoort bij versie {bestand.versie}, en deze vragenlijst is versie {vragenlijst.versie}"
        bevindingen.add_waarschuwing(plek, "andere-versie", wat, "kijk of de vragen dezelfde zijn")
    return replace(vragenlijst, normen=bestand.normen)


def _check_lijst(vragenlijst: Vragenlijst, bestand: Normbestand) -> None:
    wie = f"normgroep '{bestand.id}'"
    if vragenlijst.keuzes:
        wat = f"'{vragenlijst.id}' heeft keuzevragen, en die scores zeggen niets naast die van anderen"
        raise GebruikFout(f"{wat}; laat --normen weg")
    if bestand.vragenlijst != vragenlijst.volledige_id or vragenlijst.met:
        met = f" met '{vragenlijst.met}'" if vragenlijst.met else ""
        wat = f"{wie} hoort bij {render_citaat(bestand.vragenlijst)}, niet bij '{vragenlijst.volledige_id}'{met}"
        raise GebruikFout(f"{wat}; geef een normgroep van deze vragenlijst")
    eigen, andere = [schaal.id for schaal in vragenlijst.schalen], list(bestand.normen.tabel)
    if set(eigen) != set(andere):
        los = [naam for naam in (*eigen, *andere) if (naam in eigen) is not (naam in andere)]
        wat = f"{wie} heeft andere schalen dan de vragenlijst: het verschil zit in {render_namen(los)}"
        raise GebruikFout(f"{wat}; {_GELIJK}")
    for naam, klassen in bestand.normen.tabel.items():
        _check_bereik(wie, naam, klassen, read_bereik(vragenlijst, naam))


def _check_bereik(wie: str, schaal: str, klassen: Klassen, bereik: tuple[Fraction, Fraction]) -> None:
    laagste, hoogste = bereik
    for score, _ in klassen:
        # a bound such as 5/3 stands rounded up
        if not laagste <= score < hoogste + Fraction(1, 100):
            grenzen = f"{render_score(laagste)} tot {render_score(hoogste)}"
            wat = f"in {wie} staat score {render_score(score)}, en die kan niet op schaal '{schaal}' ({grenzen})"
            raise GebruikFout(f"{wat}; geef een normgroep van deze vragenlijst")


def _parse_scores(velden: Velden) -> Iterator[tuple[str, Klassen]]:
    """Yield per scale the highest score of each class with its people."""
    schalen = velden.read_groep("scores")
    for schaal, knoop in schalen:
        rijen = Velden(knoop, velden.bevindingen, f"'{schaal.waarde}'")
        gelezen = [_parse_klasse(score, aantal, velden.bevindingen) for score, aantal in rijen]
        rijen.check_onbekend()
        klassen = sorted(klasse for klasse in gelezen if klasse is not None)
        if len({score for score, _ in klassen}) < len(klassen):
            wat = f"bij schaal {render_citaat(schaal.waarde)} staat een score twee keer"
            velden.bevindingen.add(schaal.plek, _CODE, wat, "tel de mensen bij elkaar op")
        yield schaal.waarde, tuple(klassen)
    schalen.check_onbekend()


def _parse_klasse(score: Tekst, aantal: Knoop, bevindingen: Bevindingen) -> tuple[Fraction, int] | None:
    mensen = parse_geheel(aantal.waarde) if isinstance(aantal, Tekst) else None
    if _SCORE.fullmatch(score.waarde) and mensen is not None and mensen >= 0:
        return Fraction(score.waarde), mensen
    wat = "een regel heeft een score en een aantal mensen"
    bevindingen.add(score.plek, _CODE, wat, "schrijf bijvoorbeeld: 2.5: 14")
    return None


def _parse_spreiding(velden: Velden, tabel: Mapping[str, Klassen]) -> dict[str, Fraction] | None:
    if velden.read_knoop("spreiding") is None:
        return None
    deel = velden.read_groep("spreiding")
    gevonden: dict[str, Fraction] = {}
    for schaal, knoop in deel:
        tekst = knoop.waarde if isinstance(knoop, Tekst) else ""
        if not _SPREIDING.fullmatch(tekst):
            wat = "een spreiding is een getal van 0 of hoger"
            velden.bevindingen.add(knoop.plek, _CODE, wat, "schrijf een getal met een punt, bijvoorbeeld 0.7")
            continue
        gevonden[schaal.waarde] = Fraction(tekst)
    deel.check_onbekend()
    los = sorted({schaal.waarde for schaal, _ in deel} ^ set(tabel))
    if los:
        wat = f"'spreiding' en 'scores' verschillen in {render_namen(los)}"
        velden.bevindingen.add(deel.plek, _CODE, wat, "geef elke schaal een spreiding en scores")
    return gevonden


def _check_aantallen(velden: Velden, groep: Normgroep) -> None:
    """Report scales with too few people, or more than the norm group has."""
    for schaal, knoop in velden.read_groep("scores"):
        mensen = sum(aantal for _, aantal in groep.tabel[schaal.waarde])
        if not MINSTE_N <= mensen <= groep.n:
            wat = f"schaal {render_citaat(schaal.waarde)} telt {mensen} mensen, en de normgroep {groep.n}"
            velden.bevindingen.add(knoop.plek, _CODE, wat, f"geef elke schaal {MINSTE_N} tot en met {groep.n} mensen")
