"""Reliability in a group: what the report and the data say, and what they leave unsaid."""

import json
import re
from dataclasses import replace

import pytest

from conflictstijl.laden.catalogus import load_kennis
from conflictstijl.model.document import Alinea, Document, Kop, Opsomming, Tabel
from conflictstijl.model.schaalanalyse import Analysereden, Itemanalyse, Lijstanalyse, Schaalanalyse
from conflictstijl.rapport.schaalanalyse import build_schaalanalyse, render_reden
from conflictstijl.rapport.schaalanalysegegevens import build_schaalanalysegegevens
from conflictstijl.rapport.uitvoer.tekst import render_tekst
from conflictstijl.rekenen.taal import check_zinnen
from tests.bouwers import build_stellingen
from tests.taal.teksten import ETIKET, LIJDEND

from .bouw import lees_tekst

LIJST = build_stellingen("forceren", "forceren", "forceren", "samenwerken")
ITEMS = tuple(
    Itemanalyse(stelling.id, stelling.tekst, rest, zonder)
    for stelling, rest, zonder in zip(LIJST.stellingen[:3], (0.444, -0.1, None), (0.7, None, 0.8), strict=True)
)
VOL = Schaalanalyse("forceren", 500, 459, 0.7631, 0.7606, (0.7294, 0.7939), 0.7642, 0.3401, ITEMS)
LEEG = Schaalanalyse("samenwerken", 0, 0, redenen=(Analysereden.KEUZES,))
ANALYSE = Lijstanalyse(500, (VOL, LEEG), {"forceren": {"samenwerken": -0.1}, "samenwerken": {"forceren": -0.1}})


def build(analyse: Lijstanalyse) -> Document:
    return build_schaalanalyse(analyse, LIJST, load_kennis())


def lees_koppen(document: Document) -> list[str]:
    return [blok.tekst for blok in document.blokken if isinstance(blok, Kop)]


def lees_tabellen(document: Document) -> list[Tabel]:
    return [blok for blok in document.blokken if isinstance(blok, Tabel)]


def test_a_scale_has_one_row_with_its_figures_in_dutch() -> None:
    schalen = lees_tabellen(build(ANALYSE))[0]
    assert schalen.koppen == ("Schaal", "Mensen", "Alfa", "Omega", "Meetfout")
    assert schalen.rijen == (
        ("Doorzetten", "500", "0,76 (0,73 tot 0,79)", "0,76", "0,34"),
        ("Samen oplossen", "-", "-", "-", "-"),
    )


def test_every_statement_has_one_row_and_a_scale_without_figures_has_none() -> None:
    stellingen = lees_tabellen(build(ANALYSE))[1]
    assert stellingen.rijen == (
        ("1. Ik hak de knoop door.", "0,44", "0,70"),
        ("2. Ik vraag wat de ander nodig heeft.", "-0,10", "-"),
        ("3. Wij geven allebei een beetje toe.", "-", "0,80"),
    )
    assert "Samen oplossen" not in lees_koppen(build(ANALYSE))


def test_statements_of_a_scale_without_alpha_are_shown_for_they_tell_why() -> None:
    kwijt = VOL._replace(alfa=None, interval=None, redenen=(Analysereden.GEEN_SAMENHANG,))
    analyse = ANALYSE._replace(schalen=(kwijt, VOL._replace(schaal="samenwerken")))
    assert [len(tabel.rijen) for tabel in lees_tabellen(build(analyse))] == [
        2,
        3,
        3,
        1,
    ]


def test_a_pair_of_scales_is_named_once() -> None:
    assert lees_tabellen(build(ANALYSE))[-1].rijen == (("Doorzetten", "Samen oplossen", "-0,10"),)


def test_without_any_correlation_there_is_no_table_of_them() -> None:
    analyse = ANALYSE._replace(samenhang={"forceren": {"samenwerken": None}, "samenwerken": {"forceren": None}})
    assert "Samenhang tussen schalen" not in lees_koppen(build(analyse))


def test_a_reason_stands_there_once_with_the_scales_that_it_is_about() -> None:
    beide = ANALYSE._replace(
        schalen=(VOL._replace(redenen=(Analysereden.WEINIG_MENSEN,)), LEEG._replace(alfa=0.5, redenen=()))
    )
    [redenen] = _lees_let_op(build(beide))
    assert redenen == (f"Doorzetten: {render_reden(Analysereden.WEINIG_MENSEN)}",)


def test_a_reason_for_all_scales_names_none() -> None:
    alle = ANALYSE._replace(
        schalen=tuple(schaal._replace(alfa=0.5, redenen=(Analysereden.WEINIG_MENSEN,)) for schaal in (VOL, LEEG))
    )
    assert _lees_let_op(build(alle)) == [(render_reden(Analysereden.WEINIG_MENSEN),)]


def test_without_reasons_nothing_asks_for_attention() -> None:
    assert "Let op" not in lees_koppen(build(ANALYSE._replace(schalen=(VOL,))))


def test_a_group_without_any_alpha_gets_only_the_reason() -> None:
    analyse = Lijstanalyse(7, tuple(LEEG._replace(schaal=naam) for naam in ("forceren", "samenwerken")), {})
    titel, *blokken = build(analyse).blokken
    assert titel == Kop("Proef: betrouwbaarheid in deze groep", 1)
    assert blokken == [
        Alinea("Over deze groep is geen alfa te geven."),
        Opsomming((render_reden(Analysereden.KEUZES),)),
    ]


def test_no_report_calls_a_questionnaire_good_or_bad() -> None:
    woorden = set(re.findall(r"\w+", lees_tekst(build(ANALYSE)).lower()))
    assert {"oordeel", "groep", "bewijst"} <= woorden
    assert not woorden & {"goede", "voldoende", "onvoldoende", "uitstekend", "matig", "slecht", "betrouwbaar"}


@pytest.mark.parametrize("reden", list(Analysereden))
def test_every_reason_is_written_in_plain_sentences(reden: Analysereden) -> None:
    tekst = render_reden(reden)
    assert list(check_zinnen(tekst)) == []
    assert not LIJDEND.search(tekst)


def test_the_whole_report_is_in_plain_sentences_and_fits_a_narrow_screen() -> None:
    document = build(ANALYSE)
    zinnen = [blok.tekst for blok in document.blokken if isinstance(blok, Alinea)]
    zinnen += [deel for blok in document.blokken if isinstance(blok, Opsomming) for deel in blok.delen]
    assert [fout for zin in zinnen for fout in check_zinnen(zin)] == []
    assert not [zin for zin in zinnen if LIJDEND.search(zin) or ETIKET.search(zin)]
    assert max(map(len, render_tekst(document, 60).splitlines())) <= 60


def test_the_data_have_every_key_of_the_contract_unrounded() -> None:
    gegevens = build_schaalanalysegegevens(ANALYSE, LIJST, {"testrij": 2, "onbekend-antwoord": 1})
    assert json.loads(json.dumps(gegevens)) == {
        "formaat": 1,
        "soort": "betrouwbaarheid",
        "vragenlijst": "proef",
        "versie": "1.0",
        "n": 500,
        "schalen": {
            "forceren": {
                "n": 500,
                "volledig": 459,
                "alfa": 0.7631,
                "alfa_volledig": 0.7606,
                "interval": [0.7294, 0.7939],
                "omega": 0.7642,
                "sem": 0.3401,
                "items": {
                    "1": {"item_rest": 0.444, "alfa_zonder": 0.7},
                    "2": {"item_rest": -0.1, "alfa_zonder": None},
                    "3": {"item_rest": None, "alfa_zonder": 0.8},
                },
            },
            "samenwerken": {
                **dict.fromkeys(("n", "volledig", "alfa", "alfa_volledig", "interval", "omega", "sem")),
                "items": {},
            },
        },
        "samenhang": {"forceren": {"samenwerken": -0.1}, "samenwerken": {"forceren": -0.1}},
        "meldingen": [
            {"schaal": "samenwerken", "soort": "keuzevragen", "wat": render_reden(Analysereden.KEUZES)},
            {"schaal": None, "soort": "onbekend-antwoord", "aantal": 1},
            {"schaal": None, "soort": "testrij", "aantal": 2},
        ],
    }


def test_scales_are_called_by_their_name_on_screen() -> None:
    eerste, tweede = LIJST.schalen
    lijst = replace(LIJST, schalen=(eerste._replace(naam="Doorzetten"), tweede))
    assert lees_tabellen(build_schaalanalyse(ANALYSE, lijst, load_kennis()))[0].rijen[0][0] == "Doorzetten"


def _lees_let_op(document: Document) -> list[tuple[str, ...]]:
    blokken = document.blokken
    plaats = blokken.index(Kop("Let op", 3))
    return [blok.delen for blok in blokken[plaats + 1 : plaats + 2] if isinstance(blok, Opsomming)]
