"""What an editor proposes while an author types."""

from pathlib import Path

import pytest

from .bestanden import INHOUD, MET_SCHEMA, MODELINE, find_schema, load_tekst
from .nederlands import check_nederlands
from .redacteur import Redacteur

KOP = "# yaml-language-server: $schema=../conflictstijl/schemas/vragenlijst-1.json\n"
STIJLEN = {"forceren", "samenwerken", "compromis", "vermijden", "toegeven"}
VORMEN = {"stellingen", "kies", "beste_en_slechtste", "rangschik", "verdeel"}
VRAAG = {"id", "casus", "vraag", "vorm", "totaal", "opties", "toelichting", "kenmerken", "als"}
STUKKEN = {"kies uit opties", "beste en slechtste", "rangschik", "verdeel"}
PLAATSEN = [
    ("vragenlijst: x\nvorm: ¦", VORMEN),
    ("vragenlijst: x\nonderdelen:\n  kalm:\n    vorm: ¦", VORMEN),
    ("vragenlijst: x\nvorm: rangschik\nitems:\n  - vorm: ¦", VORMEN - {"stellingen"}),
    ("vragenlijst: x\nscore: ¦\n", {"som", "gemiddelde", "procent"}),
    ("vragenlijst: x\nevenwicht: ¦", {"streng"}),
    ("vragenlijst: x\nvolgorde: ¦", {"vast", "willekeurig"}),
    ("vragenlijst: x\nopties_volgorde: ¦", {"vast", "willekeurig"}),
    ("vragenlijst: x\nper_onderdeel: ¦", {"ja", "nee"}),
    ("vragenlijst: x\nvormen:\n  zelf:\n    standaard: ¦", {"ja", "nee"}),
    ("vragenlijst: x\nnormen:\n  ¦", {"naam", "n", "jaar", "bron", "populatie", "bestand", "betrouwbaarheid"}),
    ("vragenlijst: x\nnormen:\n  betrouwbaarheid:\n    soort: ¦", {"hertest", "alfa"}),
    ("vragenlijst: x\nachtergrond:\n  leiding:\n    ¦", {"vraag", "antwoorden", "als"}),
    ("vragenlijst: x\nherkomst:\n  ¦", {"licentie", "auteur", "status", "bron"}),
    ("vragenlijst: x\nschalen: [forceren, ¦]", STIJLEN),
    ("vragenlijst: x\nschalen:\n  strijd: {naam: Strijd, stijl: ¦}", STIJLEN),
    ("vragenlijst: x\nschalen:\n  strijd: {naam: Strijd, soort: ¦}", {"stijl", "prestatie"}),
]
# What stands above the items, and what an editor proposes behind their first dash: keys, and pieces to fill in.
ITEMS = {
    "statements": ("antwoorden: [a, b]\n", {*STIJLEN, "id", "als", "stelling", *STUKKEN}, "stelling"),
    "pairs": ("vorm: kies\n", {*STIJLEN, "id", "als", "paar", *STUKKEN}, "uitspraak"),
    "questions": ("vorm: rangschik\n", {*VRAAG, *STUKKEN}, ""),
    "points": ("vorm: verdeel\n", {*VRAAG, *STUKKEN}, ""),
}


@pytest.mark.parametrize("pad", MET_SCHEMA, ids=lambda pad: pad.stem)
def test_an_editor_proposes_every_key_of_an_empty_file_with_its_explanation(redacteur: Redacteur, pad: Path) -> None:
    modeline = MODELINE.match(load_tekst(pad))
    assert modeline
    voorstellen = dict(redacteur.read_voorstellen(redacteur.open(pad.parent, f"{modeline[0]}¦")))
    eigenschappen = find_schema(pad)["properties"]
    assert {naam: voorstellen.get(naam) for naam in eigenschappen} == {
        naam: deel["description"] for naam, deel in eigenschappen.items()
    }


def test_an_editor_proposes_only_keys_that_are_not_there_yet(redacteur: Redacteur) -> None:
    woorden = dict(redacteur.read_voorstellen(redacteur.open(INHOUD, f"{KOP}vragenlijst: x\ntitel: X\n¦")))
    assert {"vragenlijst", "titel"} & set(woorden) == set()
    assert {"schalen", "items", "antwoorden", "herkomst"} <= set(woorden)


@pytest.mark.parametrize(
    ("tekst", "verwacht"), PLAATSEN, ids=lambda deel: deel.split("\n")[-1] if isinstance(deel, str) else ""
)
def test_an_editor_proposes_the_words_that_may_stand_there_with_an_explanation(
    redacteur: Redacteur, tekst: str, verwacht: set[str]
) -> None:
    voorstellen = dict(redacteur.read_voorstellen(redacteur.open(INHOUD, KOP + tekst)))
    assert verwacht <= set(voorstellen)
    assert [woord for woord in verwacht if not voorstellen[woord]] == []


@pytest.mark.parametrize(("boven", "verwacht", "soort"), ITEMS.values(), ids=ITEMS)
def test_an_editor_proposes_the_styles_and_the_pieces_of_the_form_behind_a_dash(
    redacteur: Redacteur, boven: str, verwacht: set[str], soort: str
) -> None:
    voorstellen = dict(redacteur.read_voorstellen(redacteur.open(INHOUD, f"{KOP}vragenlijst: x\n{boven}items:\n  - ¦")))
    assert set(voorstellen) == verwacht
    assert {woord: voorstellen.get(woord) for woord in STIJLEN & verwacht} == {
        stijl: f"Een {soort} bij de stijl {stijl}." for stijl in STIJLEN & verwacht
    }
    assert check_nederlands("\n".join(voorstellen.values())) == []


def test_an_editor_proposes_the_styles_behind_the_dash_of_an_option(redacteur: Redacteur) -> None:
    tekst = f"{KOP}vragenlijst: x\nvorm: rangschik\nitems:\n  - opties:\n    - ¦"
    assert set(dict(redacteur.read_voorstellen(redacteur.open(INHOUD, tekst)))) == {*STIJLEN, "optie"}


def test_an_editor_says_of_every_form_what_it_asks(redacteur: Redacteur) -> None:
    voorstellen = dict(redacteur.read_voorstellen(redacteur.open(INHOUD, f"{KOP}vragenlijst: x\nvorm: ¦")))
    assert set(voorstellen) == VORMEN
    assert voorstellen["kies"] == "Precies een van de uitspraken of opties kiezen."
    assert len(set(voorstellen.values())) == len(VORMEN)
    assert check_nederlands("\n".join(voorstellen.values())) == []


def test_an_editor_proposes_a_whole_questionnaire_in_an_empty_file(redacteur: Redacteur) -> None:
    voorstellen = dict(redacteur.read_voorstellen(redacteur.open(INHOUD, f"{KOP}¦")))
    assert voorstellen["nieuwe vragenlijst"].startswith("Een vragenlijst met een stelling, om mee te beginnen.")


def test_without_the_modeline_an_editor_proposes_nothing(redacteur: Redacteur) -> None:
    assert redacteur.read_voorstellen(redacteur.open(INHOUD, "vragenlijst: x\nscore: ¦\n")) == []
