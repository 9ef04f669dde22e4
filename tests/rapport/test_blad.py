"""An answer sheet as a file: reading it back gives the same sheet."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from conflictstijl import toepassing
from conflictstijl.laden.catalogus import load_vragenlijst
from conflictstijl.model.antwoorden import NVT, Antwoord, Antwoordblad
from conflictstijl.model.vragenlijst import Vragenlijst
from conflictstijl.rapport.blad import render_bladen

from .bouw import schrijf_lijst

ALLES = """
    antwoorden: {1: nee, 2: ja, nvt: past niet}
    schalen: {rust: Rust, steun: Steun}
    achtergrond: {leiding: {vraag: "Geef je leiding?", antwoorden: [wel, niet]}}
    items:
      - rust: Het is hier rustig.
      - {vraag: Wat?, vorm: kies, opties: [{rust: slapen}, {steun: praten}]}
      - {vraag: Wie?, vorm: beste_en_slechtste, opties: [{rust: liggen}, {steun: bellen}, {geen: niets}]}
      - {vraag: Waar?, vorm: rangschik, opties: [{rust: zitten}, {steun: mailen}]}
      - {vraag: Hoe?, vorm: verdeel, totaal: 4, opties: [{rust: staan}, {steun: vragen}]}
    open: [{vraag: Wat nog?, id: nog}]
"""
"""A questionnaire with a question of every form."""
GEGEVEN: tuple[Antwoord, ...] = (1, 2, 1, (2, 0), (1, 0), (3, 1), "Ja: dat | #1")


def lees_terug(folder: Path, tekst: str, lijst: Vragenlijst | str) -> list[tuple[Vragenlijst, Antwoordblad]]:
    pad = folder / "blad.yaml"
    pad.write_text(tekst, encoding="utf-8")
    return list(toepassing.load_antwoorden(pad, lijst))


def test_every_form_of_answer_is_spelled_as_a_sheet_spells_it(tmp_path: Path) -> None:
    lijst = schrijf_lijst(tmp_path, ALLES)
    assert render_bladen([(lijst, Antwoordblad("eigen", GEGEVEN, deelnemer="D1", zaad=7))]).splitlines() == [
        'vragenlijst: "eigen"',
        'versie: "1.0"',
        'deelnemer: "D1"',
        "zaad: 7",
        "antwoorden:",
        '  "leiding": "niet"',
        '  "1": 2',
        '  "2": "b"',
        '  "3": ["c", "a"]',
        '  "4": ["b", "a"]',
        '  "5": [3, 1]',
        '  "nog": "Ja: dat | #1"',
    ]


def test_a_sheet_of_every_form_is_read_back_as_it_was(tmp_path: Path) -> None:
    lijst = schrijf_lijst(tmp_path, ALLES)
    for gegeven in (GEGEVEN, (0, NVT, *GEGEVEN[2:]), (None,) * 7):
        ((_, blad),) = lees_terug(tmp_path, render_bladen([(lijst, Antwoordblad("eigen", gegeven))]), lijst)
        assert blad.antwoorden == gegeven


@given(st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=40))
def test_own_words_never_become_something_else(tekst: str) -> None:
    lijst = load_vragenlijst(str(Path(__file__).parents[1] / "instrumenten" / "vijf-lenzen.yaml"))
    regel = render_bladen([(lijst, Antwoordblad(lijst.id, (*[None] * 15, tekst)))]).splitlines()[-1]
    assert regel.startswith('  "aandacht": "')
    assert regel.endswith('"')


def test_version_and_deepening_are_part_of_the_sheet(tmp_path: Path) -> None:
    ander = load_vragenlijst("conflictstijlen", "ander")
    samen = load_vragenlijst("conflictstijlen", met="conflictstijlen-verdieping")
    paren = [(ander, Antwoordblad(ander.id, (3,) * 30)), (samen, Antwoordblad(samen.id, (2,) * 50))]
    tekst = render_bladen(paren)
    assert '\n  vorm: "ander"\n' in tekst
    assert '\n  met: "conflictstijlen-verdieping"\n' in tekst
    pad = tmp_path / "bladen.yaml"
    pad.write_text(tekst, encoding="utf-8")
    terug = toepassing.load_antwoorden(pad)
    assert [(lijst, blad.antwoorden) for lijst, blad in terug] == [(lijst, blad.antwoorden) for lijst, blad in paren]
