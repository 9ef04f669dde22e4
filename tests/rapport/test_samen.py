"""One report after a test with a situation: the four headings stay, and each part of the advice stands at its own."""

import pytest

from conflictstijl import adviseren, toepassing
from conflictstijl.adviseren import Vraagstuk
from conflictstijl.model.document import Document, Kop
from conflictstijl.rapport.profiel import KOPPEN
from conflictstijl.rapport.samen import build_samen
from conflictstijl.rapport.situatie import Situatie
from conflictstijl.rapport.uitvoer.markdown import render_markdown

LIJST = toepassing.load_vragenlijst("conflictstijlen-kort")
PROFIEL = toepassing.score_antwoorden(LIJST, [3] * 15)
VERSLAG = toepassing.build_profieldocument(PROFIEL, LIJST)
GEBRUIK = adviseren.build_gebruik_van(PROFIEL, LIJST)


def build(**kenmerken: str) -> Situatie:
    situatie = adviseren.build_situatie(Vraagstuk({"veiligheid": "veilig", **kenmerken}), GEBRUIK)
    assert isinstance(situatie, Situatie)
    return situatie


def read_koppen(document: Document, niveau: int = 2) -> list[str]:
    return [blok.tekst for blok in document.blokken if isinstance(blok, Kop) and blok.niveau == niveau]


@pytest.mark.parametrize("kenmerken", [{}, {"tijdelijk": "volstaat"}, {"emoties": "hoog", "rol": "tussenpersoon"}])
def test_the_four_headings_stay_in_their_order(kenmerken: dict[str, str]) -> None:
    samen = build_samen(VERSLAG, build(**kenmerken))
    assert read_koppen(samen) == list(KOPPEN)
    assert len(read_koppen(samen, 1)) == 1


def test_skills_and_learning_question_are_those_of_the_situation() -> None:
    situatie = build(tijdelijk="volstaat")
    tekst = render_markdown(build_samen(VERSLAG, situatie))
    oefenen = tekst[tekst.index("## Welke vaardigheid oefen ik") :]
    assert all(vaardigheid.naam in oefenen for vaardigheid in situatie.advies.vaardigheden)
    assert "Een leervraag om mee te beginnen" in oefenen
    assert "Een vraag om over na te denken" not in oefenen


def test_without_a_preference_the_skills_of_the_profile_stay() -> None:
    tekst = render_markdown(build_samen(VERSLAG, build()))
    assert "geen voorkeur" in tekst
    assert "Een vraag om over na te denken" in tekst
    assert "Waarom dit past" not in tekst


def test_the_limits_of_profile_and_advice_stand_together_at_the_end() -> None:
    tekst = render_markdown(build_samen(VERSLAG, build(tijdelijk="volstaat")))
    slot = tekst[tekst.index("Goed om te weten") :]
    assert "nooit voor selectie" in slot
    assert "een idee om te bespreken" in slot


def test_a_closed_gate_leaves_the_report_as_it_is_and_adds_what_helps() -> None:
    dicht = adviseren.build_situatie(Vraagstuk({"veiligheid": "twijfel"}), GEBRUIK)
    samen = build_samen(VERSLAG, dicht)
    assert samen.blokken[: len(VERSLAG.blokken)] == VERSLAG.blokken
    assert read_koppen(samen) == [*KOPPEN, "Eerst veiligheid"]
    assert "112" in render_markdown(samen)[len(render_markdown(VERSLAG)) :]
