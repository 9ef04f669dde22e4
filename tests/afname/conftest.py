"""Taking a questionnaire in a test: lines in, lines out."""

from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest

from conflictstijl.afname.gesprek import Gesprek
from conflictstijl.laden.catalogus import load_vragenlijst
from conflictstijl.model.vragenlijst import Vragenlijst

LIJST = """\
vragenlijst: proef
formaat: 1
versie: "1.0"
titel: Proef
minuten: 2
uitleg: Denk aan je werk.
herkomst: {licentie: CC0, auteur: test, status: test}
antwoorden: {1: Nooit, 2: "", 3: Vaak, nvt: past niet}
schalen: [forceren, vermijden, toegeven]
items:
  - forceren: Ik zeg wat ik wil.
  - vermijden: Ik wacht even.
  - toegeven: Ik ga met je mee.
"""

PAREN = """\
vragenlijst: paren
formaat: 1
versie: "1.0"
titel: Paren
vorm: kies
herkomst: {licentie: CC0, auteur: test, status: test}
schalen: [forceren, vermijden]
items:
  - forceren: Ik zet door.
    vermijden: Ik wacht af.
  - vermijden: Ik laat het rusten.
    forceren: Ik houd vol.
"""

Praat = Callable[..., Gesprek]


@pytest.fixture
def proef(tmp_path: Path) -> Vragenlijst:
    """A questionnaire of three statements, with an unlabelled point and `nvt`."""
    bestand = tmp_path / "proef.yaml"
    bestand.write_text(LIJST, encoding="utf-8")
    return load_vragenlijst(str(bestand))


@pytest.fixture
def paren(tmp_path: Path) -> Vragenlijst:
    """A questionnaire of two pairs."""
    bestand = tmp_path / "paren.yaml"
    bestand.write_text(PAREN, encoding="utf-8")
    return load_vragenlijst(str(bestand))


@pytest.fixture
def praat() -> Praat:
    """A conversation in which these lines are typed; `scherm` holds what was shown."""

    def build(*regels: str, mens: bool = True, breedte: int = 80) -> Gesprek:
        return Gesprek(StringIO("".join(f"{regel}\n" for regel in regels)), StringIO(), breedte, mens)

    return build


def read_scherm(gesprek: Gesprek) -> str:
    """What was shown in a conversation."""
    assert isinstance(gesprek.scherm, StringIO)
    return gesprek.scherm.getvalue()
