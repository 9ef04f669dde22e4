"""What an editor shows when the mouse rests on a key."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from .bestanden import INHOUD, MET_SCHEMA, MODELINE, WORTEL, find_schema, load_tekst
from .nederlands import check_nederlands
from .redacteur import Plaats, Redacteur

KOP_VAN_SERVER = "Allowed Values:"
"""The only words of the server itself in an explanation; it has no Dutch."""


def list_sleutels(tekst: str) -> dict[str, Plaats]:
    """Return the place of every key at the top: its second letter, as on the first the server may see the key above."""
    regels = enumerate(tekst.splitlines(), 1)
    return {sleutel[0]: Plaats(nummer, 2) for nummer, regel in regels if (sleutel := re.match(r"[a-z_]+(?=:)", regel))}


@pytest.mark.parametrize("pad", MET_SCHEMA, ids=lambda pad: pad.stem)
def test_an_editor_explains_every_key_of_a_shipped_file_in_dutch(redacteur: Redacteur, pad: Path) -> None:
    tekst = load_tekst(pad)
    document = redacteur.open(pad.parent, tekst)
    sleutels = list_sleutels(tekst)
    uitleg = {naam: redacteur.read_uitleg(document, plaats) for naam, plaats in sleutels.items()}
    eigenschappen = find_schema(pad)["properties"]
    verwacht = {naam: eigenschappen.get(naam, {}).get("description", "a key of the schema") for naam in sleutels}
    assert len(uitleg) >= 4
    assert {naam: tekst for naam, tekst in verwacht.items() if tekst not in uitleg[naam]} == {}
    assert check_nederlands("\n".join(uitleg.values()).replace(KOP_VAN_SERVER, "")) == []


def test_without_the_modeline_an_editor_explains_nothing(redacteur: Redacteur) -> None:
    tekst = MODELINE.sub("", load_tekst(INHOUD / "conflictstijlen.yaml"))
    document = redacteur.open(INHOUD, tekst)
    assert {redacteur.read_uitleg(document, plaats) for plaats in list_sleutels(tekst).values()} == {""}


def test_the_way_in_the_readme_to_help_in_the_editor_works(redacteur: Redacteur, tmp_path: Path) -> None:
    voorbeeld = re.search(
        r"```yaml\n(# yaml-language-server: \$schema=(\S+)\n.*?)```", load_tekst(WORTEL / "README.md"), re.DOTALL
    )
    assert voorbeeld
    opdracht = [sys.executable, "-m", "conflictstijl", "schema", "vragenlijst"]
    klaar = subprocess.run(opdracht, capture_output=True, check=True)
    (tmp_path / voorbeeld[2]).write_bytes(klaar.stdout)
    document = redacteur.open(tmp_path, voorbeeld[1])
    assert redacteur.read_meldingen(document) == []
    assert "De titel op het scherm" in redacteur.read_uitleg(document, list_sleutels(voorbeeld[1])["titel"])
