"""What an editor underlines: nothing in a shipped file, and the right place in a damaged copy."""

import re
from pathlib import Path

import pytest

from .bestanden import BESTANDEN, INHOUD, MET_SCHEMA, MODELINE, load_tekst
from .redacteur import Document, Melding, Redacteur

VOORBEELD = load_tekst(INHOUD / "conflictstijlen.yaml")
GEEN_TEKST = "Incorrect type. Expected one of string, number, boolean."
DUBBEL = "Map keys must be unique"
STIJLEN = '"forceren", "samenwerken", "compromis", "vermijden", "toegeven"'
# What a copy is damaged with, as a pattern and what comes in its place; ¦ is where the editor must point.
SCHADE = {
    "misspelled-key": (r"^minuten:", "¦minuuten:", "Property minuuten is not allowed."),
    "misspelled-key-inside": (r"^  bron:", "  ¦bronn:", "Property bronn is not allowed."),
    "misspelled-scale-of-an-item": (r"^  - compromis:", "  - ¦Compromis:", "Property Compromis is not allowed."),
    "number-as-word": (r"^minuten: \d+", "minuten: ¦drie", 'Incorrect type. Expected "integer".'),
    "list-as-text": (
        r"^titel: [^\n]*",
        "titel: ¦[een, twee]",
        "Incorrect type. Expected one of string, number, boolean.",
    ),
    "version-without-quotes": (r'^versie: "1.0"', "versie: ¦1.0", 'Incorrect type. Expected "string".'),
    "other-format": (r"^formaat: 1", "formaat: ¦2", "Value must be 1."),
    "unknown-score": (
        r"^items:",
        "score: ¦somm\nitems:",
        'Value is not accepted. Valid values: "som", "gemiddelde", "procent".',
    ),
    "unknown-style": (r"^schalen: \[", "schalen: [¦forcren, ", f"Value is not accepted. Valid values: {STIJLEN}."),
    "missing-key": (r"^vragenlijst:(.*?\n)titel:[^\n]*\n", r"¦vragenlijst:\1", 'Missing property "titel".'),
    "missing-key-inside": (r"^herkomst:(.*?\n)  auteur:[^\n]*\n", r"¦herkomst:\1", 'Missing property "auteur".'),
    "key-twice": (r"^(minuten: \d+\n)", r"\1¦\1", DUBBEL),
}


def build_schade(soort: str) -> str:
    patroon, wordt, _ = SCHADE[soort]
    tekst, aantal = re.subn(patroon, wordt, VOORBEELD, count=1, flags=re.MULTILINE | re.DOTALL)
    assert aantal == 1
    return tekst


@pytest.fixture(scope="module")
def beschadigd(redacteur: Redacteur) -> dict[str, Document]:
    return {soort: redacteur.open(INHOUD, build_schade(soort)) for soort in SCHADE}


@pytest.fixture(scope="module")
def zonder_modeline(redacteur: Redacteur) -> dict[str, Document]:
    return {soort: redacteur.open(INHOUD, MODELINE.sub("", build_schade(soort))) for soort in SCHADE}


def test_every_shipped_file_names_its_schema() -> None:
    assert len(MET_SCHEMA) >= 6
    assert [pad.name for pad in BESTANDEN if pad not in MET_SCHEMA] == []


@pytest.mark.parametrize("pad", MET_SCHEMA, ids=lambda pad: pad.stem)
def test_an_editor_underlines_nothing_in_a_shipped_file_and_does_look_at_it(redacteur: Redacteur, pad: Path) -> None:
    tekst = load_tekst(pad)
    heel = redacteur.open(pad.parent, tekst)
    vreemd = redacteur.open(pad.parent, f"{tekst}\n¦kleur: rood\n")
    assert redacteur.read_meldingen(heel) == []
    assert redacteur.read_meldingen(vreemd) == [Melding(vreemd.cursor, "Property kleur is not allowed.")]


@pytest.mark.parametrize("soort", SCHADE)
def test_an_editor_points_at_the_damage_and_says_what_may_stand_there(
    redacteur: Redacteur, beschadigd: dict[str, Document], soort: str
) -> None:
    document = beschadigd[soort]
    assert redacteur.read_meldingen(document) == [Melding(document.cursor, SCHADE[soort][2])]


@pytest.mark.parametrize("soort", SCHADE)
def test_without_the_modeline_only_broken_yaml_is_underlined(
    redacteur: Redacteur, zonder_modeline: dict[str, Document], soort: str
) -> None:
    meldingen = redacteur.read_meldingen(zonder_modeline[soort])
    assert [melding.tekst for melding in meldingen] == [DUBBEL] * (SCHADE[soort][2] == DUBBEL)
