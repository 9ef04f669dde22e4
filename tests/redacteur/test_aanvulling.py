"""What an editor proposes while an author types."""

from pathlib import Path

import pytest

from .bestanden import INHOUD, MET_SCHEMA, MODELINE, find_schema, load_tekst
from .redacteur import Redacteur

KOP = "# yaml-language-server: $schema=../conflictstijl/schemas/vragenlijst-1.json\n"
STIJLEN = {"forceren", "samenwerken", "compromis", "vermijden", "toegeven"}
PLAATSEN = [
    ("vragenlijst: x\nvorm: ¦", {"stellingen", "kies"}),
    ("vragenlijst: x\nscore: ¦\n", {"som", "gemiddelde", "procent"}),
    ("vragenlijst: x\nevenwicht: ¦", {"streng"}),
    ("vragenlijst: x\nherkomst:\n  ¦", {"licentie", "auteur", "status", "bron"}),
    ("vragenlijst: x\nschalen: [forceren, ¦]", STIJLEN),
    ("vragenlijst: x\nschalen:\n  strijd: {naam: Strijd, stijl: ¦}", STIJLEN),
]


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


def test_without_the_modeline_an_editor_proposes_nothing(redacteur: Redacteur) -> None:
    assert redacteur.read_voorstellen(redacteur.open(INHOUD, "vragenlijst: x\nscore: ¦\n")) == []
