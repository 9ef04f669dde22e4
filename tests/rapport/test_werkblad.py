"""A worksheet as a report: the parties below each other, what is still to be asked, and one to fill in by hand."""

import json
import os
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from conflictstijl.laden.werkbladantwoorden import load_ingevuld
from conflictstijl.laden.werkbladen import load_werkblad
from conflictstijl.model.document import Document, Schrijfruimte, Tabel
from conflictstijl.model.werkblad import Invulling
from conflictstijl.rapport.bladleeg import build_leegdocument
from conflictstijl.rapport.uitvoer.tekst import render_tekst
from conflictstijl.rapport.werkblad import build_gegevens, build_werkbladdocument, render_antwoorden
from conflictstijl.rekenen.werkblad import build_uitkomst
from conflictstijl.tekst import check_tekens
from tests.laden.lezen import GOED

GOUDEN = Path(__file__).parent.parent / "gouden"
DRIE = str(Path(__file__).parent.parent / "voorbeelden" / "ingevuld" / "partijen.yaml")
SCHEIDING = str(Path(DRIE).with_name("meerzijdig.yaml"))


WOORDEN = ["null", "true", "Yes", "no", "on", "OFF", "y", "~", "1", "1.0", "2026-11-22", "a: b", "- a", "moeder"]


def render(naam: str, breedte: int = 200, /, **antwoorden: str) -> str:
    """Return a worksheet with short answers as text."""
    werkblad = load_werkblad(naam)
    gegeven = {("", vraag.replace("_", "-")): (antwoord,) for vraag, antwoord in antwoorden.items()}
    invulling = Invulling(werkblad.id, werkblad.versie, gegeven)
    return render_tekst(build_werkbladdocument(build_uitkomst(werkblad, invulling)), breedte)


def read_tabellen(document: Document) -> list[Tabel]:
    return [blok for blok in document.blokken if isinstance(blok, Tabel)]


@pytest.mark.parametrize("breedte", [60, 80])
@pytest.mark.parametrize("bron", [DRIE, SCHEIDING], ids=["partijen", "meerzijdig"])
def test_three_parties_are_the_golden_ones(bron: str, breedte: int) -> None:
    werkblad, invulling, _ = load_ingevuld(bron)
    gemaakt = render_tekst(build_werkbladdocument(build_uitkomst(werkblad, invulling)), breedte).encode()
    bestand = GOUDEN / f"werkblad-{werkblad.id}.{breedte}.txt"
    if os.environ.get("CONFLICTSTIJL_GOUDEN") == "schrijf":
        bestand.write_bytes(gemaakt)
    assert gemaakt == bestand.read_bytes()


def test_the_parties_stand_beside_each_other_with_what_was_asked_or_assumed() -> None:
    werkblad, invulling, _ = load_ingevuld(DRIE)
    [tabel] = read_tabellen(build_werkbladdocument(build_uitkomst(werkblad, invulling)))
    assert tabel.koppen == ("Wat", "Moeder (gevraagd)", "Dochter (gevraagd)", "Wijkteam (aangenomen)")
    assert [rij[0] for rij in tabel.rijen][:3] == ["Standpunt", "Belang", "Behoefte"]
    assert "Hoe ik dit weet" not in [rij[0] for rij in tabel.rijen]


@pytest.mark.parametrize(("aantal", "naast"), [(0, []), (1, [1]), (3, [3]), (4, [2, 2]), (5, [3, 2]), (12, [3] * 4)])
def test_many_parties_are_spread_over_tables_that_fit_on_paper(aantal: int, naast: list[int]) -> None:
    werkblad = load_werkblad("partijen")
    invulling = Invulling("partijen", "1.0", {("", "partijen"): tuple(f"partij {n}" for n in range(aantal))})
    tabellen = read_tabellen(build_werkbladdocument(build_uitkomst(werkblad, invulling)))
    assert [len(tabel.koppen) - 1 for tabel in tabellen] == naast
    assert all("(gevraagd of aangenomen?)" in kop for tabel in tabellen for kop in tabel.koppen[1:])


def test_without_anything_to_ask_later_the_parties_have_their_names_alone() -> None:
    werkblad = load_werkblad(str(GOED / "werkblad-heel.yaml"))
    deel = werkblad.delen[1]._replace(navraag=None)
    werkblad = werkblad._replace(delen=(deel,))
    invulling = Invulling("werkblad-heel", "1.0", {("", "partijen"): ("moeder",)})
    [tabel] = read_tabellen(build_werkbladdocument(build_uitkomst(werkblad, invulling)))
    assert tabel.koppen == ("Wat", "Moeder")
    assert "Hoe ik dit weet" in [rij[0] for rij in tabel.rijen]


def test_a_verdict_stays_off_paper_and_the_question_stands_there() -> None:
    tekst = render("onwil-naar-belang", uitspraak="Ze wil gewoon niet.", vraag="Wat heb je nodig?")
    assert "gewoon niet" not in tekst
    assert "Wat heb je nodig?" in tekst
    # only what is demanded may stand here, so that is no news
    assert "scherp genoeg" not in tekst


def test_a_verdict_is_in_no_file_either_and_the_file_still_reads_back() -> None:
    werkblad = load_werkblad("onwil-naar-belang")
    gegeven = {("", "uitspraak"): ("Ze wil gewoon niet.",), ("", "vraag"): ("Wat heb je nodig?",)}
    uitkomst = build_uitkomst(werkblad, Invulling(werkblad.id, werkblad.versie, gegeven))
    bestanden = render_antwoorden(werkblad, uitkomst.invulling), json.dumps(build_gegevens(uitkomst))
    assert not any("gewoon niet" in bestand for bestand in bestanden)
    assert all("Wat heb je nodig?" in bestand for bestand in bestanden)


def test_nothing_is_said_about_a_verdict_either() -> None:
    werkblad = load_werkblad("leervraag")
    gegeven = {("", "eerste"): ("Waarom luistert niemand hier?",)}
    invulling = Invulling(werkblad.id, werkblad.versie, gegeven)
    assert "eerste" in build_gegevens(build_uitkomst(werkblad, invulling))["kan_scherper"]
    delen = [
        deel._replace(vragen=tuple(een._replace(in_verslag=False) for een in deel.vragen)) for deel in werkblad.delen
    ]
    uitkomst = build_uitkomst(werkblad._replace(delen=tuple(delen)), invulling)
    assert build_gegevens(uitkomst)["kan_scherper"] == {}


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(WOORDEN) | st.text(min_size=1, max_size=60).filter(lambda tekst: check_tekens(tekst) is None),
        min_size=1,
        max_size=12,
        unique=True,
    )
)
def test_another_reader_of_yaml_gives_the_parties_the_names_that_were_typed(partijen: list[str]) -> None:
    werkblad = load_werkblad("partijen")
    gegeven = {("", "partijen"): tuple(partijen), **{(partij, "belang"): (partij,) for partij in partijen}}
    gelezen = yaml.safe_load(render_antwoorden(werkblad, Invulling("partijen", "1.0", gegeven)))["antwoorden"]
    assert list(gelezen["partijen"]) == partijen
    assert [een["belang"] for een in gelezen["partijen"].values()] == partijen


@pytest.mark.parametrize("naam", ["yes", "no", "on", "off", "y", "n", "vraag"])
def test_another_reader_of_yaml_gives_a_question_its_own_name(naam: str) -> None:
    werkblad = load_werkblad(str(GOED / "werkblad-klein.yaml"))
    [deel] = werkblad.delen
    eigen = werkblad._replace(delen=(deel._replace(vragen=(deel.vragen[0]._replace(id=naam),)),))
    tekst = render_antwoorden(eigen, Invulling(eigen.id, "1.0", {("", naam): ("Iets.",)}))
    assert yaml.safe_load(tekst)["antwoorden"] == {naam: "Iets."}


def test_a_learning_question_stands_there_with_what_could_be_sharper() -> None:
    tekst = render("leervraag", eerste="Waarom luistert niemand hier?", scherp="Hoe begin ik donderdag?")
    assert "Dit kan nog scherper:\n\n- Begin met 'Hoe'." in tekst
    assert tekst.count("Deze vraag is scherp genoeg om mee te beginnen.") == 1


def test_several_answers_are_a_list_and_what_was_left_open_says_so() -> None:
    werkblad = load_werkblad("onderhandelen")
    invulling = Invulling("onderhandelen", "1.0", {("", "opties"): ("Een jaar proberen.", "Samen huren.")})
    tekst = render_tekst(build_werkbladdocument(build_uitkomst(werkblad, invulling)), 80)
    assert "- Een jaar proberen.\n- Samen huren." in tekst
    assert "Wat doe je als jullie er niet uitkomen?\n(nog open)" in tekst


def test_who_asked_every_party_hears_that() -> None:
    werkblad = load_werkblad("partijen")
    gegeven = {("", "partijen"): ("vader",), ("vader", "belang"): ("rust",), ("vader", "behoefte"): ("tijd",)}
    invulling = Invulling("partijen", "1.0", {**gegeven, ("vader", "weet_ik"): ("gevraagd",)})
    tekst = render_tekst(build_werkbladdocument(build_uitkomst(werkblad, invulling)), 80)
    assert "Je hebt elke partij zelf gevraagd wat er op het spel staat." in tekst


def test_a_worksheet_on_paper_has_room_for_every_answer_and_each_question_once() -> None:
    document = build_leegdocument(load_werkblad(str(GOED / "werkblad-heel.yaml")))
    tekst = render_tekst(document, 200)
    assert [blok.regels for blok in document.blokken if isinstance(blok, Schrijfruimte)] == [2, 2, 6, 2, 6, 2, 2, 3]
    assert tekst.index("Wie zijn erbij?") < tekst.index("Elke partij\n") < tekst.index("Wat zegt deze partij?")
    assert "Neem voor elke partij een nieuw blad." in tekst
    assert "Vraag door. Bijvoorbeeld: rust" in tekst
    assert "Kies uit: 'gevraagd' of 'aangenomen'." in tekst


def test_questions_outside_of_any_part_have_one_heading() -> None:
    tekst = render_tekst(build_leegdocument(load_werkblad(str(GOED / "werkblad-klein.yaml"))), 80)
    assert "Vragen\n------\n\nWat gebeurde er?\n____" in tekst.replace("er?\n\n", "er?\n")
    assert "Je antwoorden\n-------------\n\nWat gebeurde er?\nIets." in render("reflectie-kort", gebeurd="Iets.")
