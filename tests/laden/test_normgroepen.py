"""The file of a norm group: written and read back, and only used with the questionnaire that it belongs to."""

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conflictstijl.fouten import GebruikFout, InvoerFout, Plek
from conflictstijl.laden.bevindingen import Bevindingen
from conflictstijl.laden.normgroepen import build_met_normen, load_normgroep, parse_normgroep
from conflictstijl.laden.yamlbron import parse_yaml
from conflictstijl.model.norm import Betrouwbaarheid, Betrouwbaarheidssoort, Normbestand, Normgroep
from conflictstijl.model.vragenlijst import Variant, Vragenlijst
from conflictstijl.rapport.normbestand import render_normbestand
from tests.bouwers import build_paren, build_stellingen

from .lezen import GOED
from .schemas import check_schema

PLEK = Plek("norm.yaml")
LIJST = build_stellingen("samenwerken", "vermijden")
SCHALEN = ("samenwerken", "vermijden")
HEEL = Normgroep(
    naam="Wij",
    n=120,
    jaar=2026,
    bron="bron",
    populatie="mensen",
    tabel=dict.fromkeys(SCHALEN, ((Fraction(5, 2), 60), (Fraction(5), 60))),
    klassen=True,
    spreiding=dict.fromkeys(SCHALEN, Fraction(7, 10)),
    betrouwbaarheid=Betrouwbaarheid(Betrouwbaarheidssoort.ALFA, dict.fromkeys(SCHALEN, Fraction(3, 4))),
)
BESTAND = Normbestand("wij", "proef", "1.0", HEEL)
TEKSTEN = st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S", "Zs"]), min_size=1).filter(
    lambda tekst: bool(tekst.strip())
)
HONDERDSTEN = st.integers(1, 99).map(lambda getal: Fraction(getal, 100))
KLASSEN = st.dictionaries(st.integers(100, 500), st.integers(100, 900), min_size=1, max_size=9).map(
    lambda rijen: tuple(sorted((Fraction(score, 100), aantal) for score, aantal in rijen.items()))
)


@st.composite
def build_bestanden(draw: st.DrawFn) -> Normbestand:
    tabel = {schaal: draw(KLASSEN) for schaal in draw(st.sampled_from([SCHALEN, ("kalm.forceren", "storm.forceren")]))}
    n = max(sum(aantal for _, aantal in klassen) for klassen in tabel.values())
    naam, bron, populatie = (" ".join(draw(TEKSTEN).split()) for _ in range(3))
    vast = Betrouwbaarheid(draw(st.sampled_from(Betrouwbaarheidssoort)), {een: draw(HONDERDSTEN) for een in tabel})
    normen = Normgroep(naam, n, draw(st.integers(1900, 2100)), bron, populatie, tabel, klassen=True)
    normen = normen._replace(
        spreiding={schaal: draw(st.one_of(st.just(Fraction(0)), HONDERDSTEN)) for schaal in tabel},
        betrouwbaarheid=draw(st.sampled_from([None, vast])),
    )
    return Normbestand("wij", draw(st.sampled_from(["proef", "rollen.collega"])), "1.10", normen)


@given(build_bestanden())
def test_what_is_written_is_read_back_and_is_valid_for_an_editor(bestand: Normbestand) -> None:
    bevindingen = Bevindingen()
    boom = parse_yaml(render_normbestand(bestand), "wij.yaml", bevindingen)
    assert boom is not None
    assert check_schema("normgroep", boom)
    gelezen = parse_normgroep(boom, bevindingen)
    assert gelezen is not None
    assert [str(bevinding) for bevinding in bevindingen if "aanhaling" not in bevinding.code] == []
    assert gelezen == bestand._replace(normen=bestand.normen._replace(decimalen=gelezen.normen.decimalen))


def test_what_is_not_there_stays_unknown() -> None:
    klein = load_normgroep(str(GOED / "normgroep-klein.yaml"))
    assert (klein.normen.betrouwbaarheid, klein.normen.spreiding, klein.normen.met_marge) == (None, None, False)
    assert klein.normen.tabel == {"samenwerken": ((Fraction(3), 50), (Fraction(5), 50))}


def test_classes_are_read_from_low_to_high_whatever_their_order() -> None:
    vol = load_normgroep(str(GOED / "normgroep-vol.yaml")).normen
    assert [aantal for _, aantal in vol.tabel["samenwerken"]] == [40, 0, 60]
    assert vol.met_marge


def build_met(lijst: Vragenlijst, bestand: Normbestand) -> tuple[Vragenlijst, list[str]]:
    bevindingen = Bevindingen()
    return build_met_normen(lijst, bestand, PLEK, bevindingen), [str(bevinding) for bevinding in bevindingen]


def test_a_questionnaire_gets_the_norms_of_the_file_in_place_of_its_own() -> None:
    eigen = replace(LIJST, normen=HEEL._replace(naam="Eigen"))
    assert build_met(eigen, BESTAND) == (replace(LIJST, normen=HEEL), [])


def test_another_version_is_used_with_a_warning() -> None:
    lijst, regels = build_met(LIJST, BESTAND._replace(versie="0.9"))
    assert lijst.normen == HEEL
    assert len(regels) == 1
    assert "hoort bij versie 0.9, en deze vragenlijst is versie 1.0" in regels[0]


ANDERS = Variant("collega", "Collega")


@pytest.mark.parametrize(
    ("lijst", "bestand", "fout"),
    [
        (LIJST, BESTAND._replace(vragenlijst="ander"), "hoort bij 'ander', niet bij 'proef'; geef"),
        (replace(LIJST, variant=ANDERS), BESTAND, "hoort bij 'proef', niet bij 'proef.collega'; geef"),
        (replace(LIJST, met="diep"), BESTAND, "hoort bij 'proef', niet bij 'proef' met 'diep'; geef"),
        (build_paren("samenwerken vermijden"), BESTAND, "'proef' heeft keuzevragen, en die scores zeggen niets"),
        (build_stellingen("samenwerken", "toegeven"), BESTAND, "het verschil zit in 'toegeven' en 'vermijden'"),
        (
            LIJST,
            BESTAND._replace(normen=HEEL._replace(tabel={**HEEL.tabel, "vermijden": ((Fraction(12), 120),)})),
            "staat score 12, en die kan niet op schaal 'vermijden' (1 tot 5)",
        ),
        (
            LIJST,
            BESTAND._replace(normen=HEEL._replace(tabel={**HEEL.tabel, "vermijden": ((Fraction(1, 2), 120),)})),
            "staat score 0,5, en die kan niet op schaal 'vermijden' (1 tot 5)",
        ),
    ],
    ids=["questionnaire", "form", "deepened", "choices", "scales", "above", "below"],
)
def test_a_norm_group_of_something_else_is_refused(lijst: Vragenlijst, bestand: Normbestand, fout: str) -> None:
    with pytest.raises(GebruikFout) as gevangen:
        build_met(lijst, bestand)
    assert fout in str(gevangen.value)


def test_a_file_that_is_not_there_is_no_norm_group(tmp_path: Path) -> None:
    with pytest.raises(InvoerFout, match=r"weg\.yaml"):
        load_normgroep(str(tmp_path / "weg.yaml"))
