"""Answers to a worksheet from a file: what is read, what is refused with its place, and there and back."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conflictstijl.cli.uitvoer import render_json
from conflictstijl.controle import check_bestand
from conflictstijl.fouten import GebruikFout, InvoerFout
from conflictstijl.laden.werkbladantwoorden import load_bron, load_ingevuld, load_partijen, read_veiligheid
from conflictstijl.laden.werkbladen import load_werkblad, load_werkbladen
from conflictstijl.model.bladrij import build_bladrij
from conflictstijl.model.situatie import Partij
from conflictstijl.model.werkblad import Invulling, Regels, Sleutel
from conflictstijl.rapport.werkblad import build_gegevens, render_antwoorden
from conflictstijl.rekenen.werkblad import build_uitkomst, check_antwoord
from conflictstijl.tekst import clean_tekst, fold_tekst

from .lezen import GOED

HEEL = str(GOED / "werkblad-heel.yaml")
BLAD = load_werkblad(HEEL)
PER_REGEL = load_werkblad(str(GOED / "werkblad-per-regel.yaml"))
BLADEN = [BLAD, PER_REGEL, *load_werkbladen()[0]]
KOP = 'werkblad: partijen\nversie: "1.0"\nveiligheid: veilig\nantwoorden:\n'
MOEDER = KOP + "  partijen:\n    moeder: {standpunt: nee, belang: rust, weet_ik: gevraagd}\n"
REGELS = st.text(min_size=1, max_size=40).map(clean_tekst).filter(bool)


@st.composite
def build_invulling(draw: st.DrawFn) -> Invulling:
    """Draw a worksheet that somebody may have filled in: each question follows from the answers before it."""
    werkblad = draw(st.sampled_from(BLADEN))
    antwoorden: dict[Sleutel, Regels] = {}
    while open_ := [een for een in build_bladrij(werkblad, antwoorden).vragen if een.sleutel not in antwoorden]:
        vraag, sleutel = open_[0].vraag, open_[0].sleutel
        regel = st.sampled_from(vraag.keuzes) if vraag.keuzes else REGELS
        uniek = fold_tekst if vraag.verschillend else None
        regels = st.lists(regel, min_size=1, max_size=min(vraag.regels, len(vraag.keuzes) or 3, 3), unique_by=uniek)
        # what only helped to think is in no file
        gegeven = vraag.in_verslag and (vraag.verplicht or draw(st.booleans()))
        antwoorden[sleutel] = tuple(draw(regels)) if gegeven else ()
    return Invulling(werkblad.id, werkblad.versie, antwoorden)


def schrijf(tmp_path: Path, tekst: str, naam: str = "p.yaml") -> str:
    pad = tmp_path / naam
    pad.write_text(tekst, encoding="utf-8")
    return str(pad)


def lees_fouten(bron: str) -> list[str]:
    with pytest.raises(InvoerFout) as fout:
        load_ingevuld(bron, keur=check_antwoord)
    return [regel.removeprefix(f"{bron}:") for regel in fout.value.regels()]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(build_invulling())
def test_what_was_filled_in_comes_back_from_a_file_the_same(tmp_path: Path, invulling: Invulling) -> None:
    werkblad = next(blad for blad in BLADEN if blad.id == invulling.werkblad)
    naam = str(GOED / f"{werkblad.id}.yaml") if werkblad in BLADEN[:2] else werkblad.id
    yaml = schrijf(tmp_path, render_antwoorden(werkblad, invulling))
    json_ = schrijf(tmp_path, render_json(build_gegevens(build_uitkomst(werkblad, invulling))), "p.json")
    assert [load_ingevuld(bron, naam).invulling for bron in (yaml, json_)] == [invulling] * 2


def test_a_file_says_itself_which_worksheet_it_is_and_what_about_safety(tmp_path: Path) -> None:
    werkblad, invulling, veiligheid = load_ingevuld(schrijf(tmp_path, MOEDER))
    assert (werkblad.id, veiligheid, invulling.partijen) == ("partijen", "veilig", ("moeder",))
    assert invulling.read_antwoord("belang", "moeder") == ("rust",)
    assert invulling.read_antwoord("wens", "moeder") == ()


def test_answers_alone_will_do_where_the_worksheet_is_given(tmp_path: Path) -> None:
    bron = schrijf(tmp_path, "antwoorden: {voornemen: Ik vraag door., gebeurd: [Eerst dit., Toen dat.]}\n")
    invulling = load_ingevuld(bron, "reflectie-kort").invulling
    assert invulling.read_antwoord("gebeurd") == ("Eerst dit.", "Toen dat.")


def test_parties_are_read_as_a_case_has_them(tmp_path: Path) -> None:
    partij = Partij("moeder", "nee", "rust", "", "", "", gevraagd=True)
    assert load_partijen(schrijf(tmp_path, MOEDER)) == (partij,)
    aangenomen = schrijf(tmp_path, MOEDER.replace(", weet_ik: gevraagd", ""))
    assert load_partijen(Path(aangenomen)) == (partij._replace(gevraagd=False),)


def test_a_worksheet_that_asks_no_interest_has_no_parties(tmp_path: Path) -> None:
    bron = schrijf(tmp_path, "werkblad: reflectie-kort\nantwoorden: {voornemen: Ik vraag door.}\n")
    with pytest.raises(GebruikFout, match="vraagt niet naar standpunt en belang"):
        load_partijen(bron)


@pytest.mark.parametrize(
    ("tekst", "fouten"),
    [
        (KOP + "  partijen:\n    moeder: {invloed: wat}\n", ["6:23: het antwoord op 'invloed' over 'moeder' kan niet"]),
        (KOP + "  partijen:\n    moeder: {wil: nee}\n", ["6:14: onbekende naam 'wil' in de antwoorden over 'moeder'"]),
        (KOP + "  onderwerp: rust\n", ["5:3: het antwoord op 'partijen' kan niet zo: Deze vraag hoort erbij."]),
        (KOP + '  partijen:\n    "": {belang: rust}\n', ["6:5: deze partij heeft geen naam; schrijf een rol"]),
        (KOP + "  partijen: {moeder: rust}\n", ["5:22: de antwoorden over 'moeder' bestaat uit regels"]),
        (KOP + "  partijen: [moeder, Moeder]\n", ["5:13: het antwoord op 'partijen' kan niet zo: Geef elke partij"]),
        (MOEDER.replace("veiligheid: veilig", "veiligheid: ja"), ["3:13: 'veiligheid' is veilig, onveilig of twijfel"]),
        (MOEDER.replace("d: partijen", "d: partijn"), ["1:11: er is geen werkblad 'partijn'; bedoelde je 'partijen'?"]),
        (
            MOEDER.replace("antwoorden", "antwoord"),
            ["4:1: onbekende naam 'antwoord' in dit ingevulde werkblad; bedoelde je"],
        ),
        ("antwoorden: {}\n", ["1:1: in dit ingevulde werkblad ontbreekt 'werkblad'"]),
        ("werkblad: partijen\n", ["1:1: in dit ingevulde werkblad ontbreekt 'antwoorden'"]),
        (
            "werkblad: onwil-naar-belang\nantwoorden: {vraag: Ze wil niet.}\n",
            ["2:21: het antwoord op 'vraag' kan niet zo: Maak er een vraag van"],
        ),
        ("werkblad: [\n", ["2:1: "]),
    ],
)
def test_what_is_wrong_with_a_file_has_its_place(tmp_path: Path, tekst: str, fouten: list[str]) -> None:
    gevonden = lees_fouten(schrijf(tmp_path, tekst))
    paren = zip(gevonden, fouten, strict=True)
    assert [een for een, verwacht in paren if not een.startswith(verwacht)] == []


def test_answers_to_another_worksheet_are_refused(tmp_path: Path) -> None:
    with pytest.raises(InvoerFout, match="deze antwoorden zijn van werkblad 'partijen', niet 'leervraag'"):
        load_ingevuld(schrijf(tmp_path, KOP + "  scherp: Hoe begin ik donderdag?\n"), "leervraag")


def test_an_unknown_worksheet_in_the_call_is_no_mistake_in_the_file(tmp_path: Path) -> None:
    with pytest.raises(GebruikFout, match="er is geen werkblad 'partyen'"):
        load_ingevuld(schrijf(tmp_path, "antwoorden: {}\n"), "partyen")


@pytest.mark.parametrize(
    ("tekst", "stand"),
    [(MOEDER, "veilig"), ("veiligheid: twijfel\nx: [\n", ""), ("veiligheid: weet niet\n", ""), ("los", "")],
)
def test_what_a_file_says_about_safety_is_read_whatever_else_it_holds(tmp_path: Path, tekst: str, stand: str) -> None:
    assert read_veiligheid(load_bron(schrijf(tmp_path, tekst))) == stand


def test_a_filled_in_worksheet_is_checked_as_one(tmp_path: Path) -> None:
    ander = MOEDER.replace('"1.0"', '"0.9"').replace("gevraagd", "gehoord")
    bevindingen = check_bestand(Path(schrijf(tmp_path, ander)))
    assert [bevinding.code for bevinding in bevindingen] == ["andere-versie", "werkbladantwoord"]
    assert check_bestand(Path(schrijf(tmp_path, MOEDER))) == []


def test_the_data_say_what_could_be_sharper_and_what_is_still_to_be_asked(tmp_path: Path) -> None:
    bron = schrijf(tmp_path, MOEDER.replace("gevraagd", "aangenomen"))
    werkblad, invulling, _ = load_ingevuld(bron)
    gegevens = json.loads(render_json(build_gegevens(build_uitkomst(werkblad, invulling))))
    assert (gegevens["soort"], gegevens["formaat"], gegevens["kan_scherper"]) == ("werkblad", 1, {})
    assert gegevens["na_te_vragen"][0] == {"partij": "moeder", "vraag": "belang", "aanname": "rust", "eerst": []}
