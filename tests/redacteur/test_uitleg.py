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


KOP = "# yaml-language-server: $schema=../conflictstijl/schemas/vragenlijst-1.json\n"
LIKERT = "formaat: 1\nminuten: 5\nantwoorden: [Nooit, Vaak]\nschalen: [forceren, samenwerken]\n"
# A text with the key to rest on, and the heading that must stand above its explanation.
KOPPEN = {
    "format": (f"¦{LIKERT}", "Formaat"),
    "minutes": (LIKERT.replace("minuten", "¦minuten"), "Minuten"),
    "answers": (LIKERT.replace("antwoorden", "¦antwoorden"), "Antwoorden"),
    "scales": (LIKERT.replace("schalen", "¦schalen"), "Schalen"),
    "items": (f"{LIKERT}¦items: [{{forceren: Ik beslis.}}]", "Items"),
    "origin": ("herkomst: {¦licentie: CC0-1.0}", "Licentie"),
    "statement": (f"{LIKERT}items: [{{¦forceren: Ik beslis.}}]", "Forceren"),
    "reversed-statement": (f"{LIKERT}items: [{{¦-forceren: Ik beslis.}}]", "Stelling"),
    "weights": (f"{LIKERT}items: [{{'¦samenwerken 2, passend 3': Ik vraag door.}}]", "Stelling"),
    "pair": ("vorm: kies\nitems: [{¦doorzetten: Ik beslis., vermijden: Ik wacht.}]", "Uitspraak"),
    "option": ("vorm: kies\nitems: [{opties: [{¦forceren 2: Ik beslis.}]}]", "Optie"),
    "form-of-a-question": ("vorm: kies\nitems: [{¦vorm: verdeel, totaal: 10, opties: []}]", "Vorm"),
    "facet": ("blauwdruk: {facetten: {¦macht: [gelijk, ongelijk]}, items: {1: [gelijk]}}", "Standen"),
    "facets": ("blauwdruk: {¦facetten: {macht: [gelijk, ongelijk]}, items: {1: [gelijk]}}", "Facetten"),
    "part": ("onderdelen: {kalm: {¦uitleg: Lees dit.}}", "Uitleg"),
    "norms": ("normen: {¦n: 200}", "Aantal mensen"),
    "open": ("open: [{¦vraag: Wat nog?}]", "Vraag"),
}


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


@pytest.mark.parametrize(("tekst", "kop"), KOPPEN.values(), ids=KOPPEN)
def test_the_explanation_of_a_key_has_its_own_heading(redacteur: Redacteur, tekst: str, kop: str) -> None:
    document = redacteur.open(INHOUD, f"{KOP}vragenlijst: x\n{tekst}\n")
    regel, kolom = document.cursor
    assert redacteur.read_uitleg(document, Plaats(regel, kolom + 1)).splitlines()[:1] == [f"#### {kop}"]


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
