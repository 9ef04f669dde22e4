"""Every method that the source documents name: the command that shows it, and the words by which one knows it."""

import ast
from pathlib import Path

import pytest

import conflictstijl

from .conftest import Roep

RIJEN: dict[str, tuple[list[str], str]] = {
    "test of conflict style": (["vragenlijsten", "conflictstijlen"], "Schalen: "),
    "effective style per situation": (
        ["situatie", "irritatie", "--kenmerk", "veiligheid=veilig"],
        "Welke stijl past hier",
    ),
    "leervraag": (["werkblad", "leervraag", "--leeg"], "zo scherp als je kunt"),
    "reflectie": (["werkblad", "reflectie-kort", "--leeg"], "Wat gebeurde er?"),
    "reflectie starrt": (["werkblad", "reflectie-starrt", "--leeg"], "STARRT"),
    "experimenten": (["werkblad", "experiment", "--leeg"], "Welk resultaat wil je voor de cliënt?"),
    "vraag aan vakgenoten": (["werkblad", "vakgenoten", "--leeg"], "vakgenoten"),
    "omgekeerde brainstorm": (["werkblad", "omgekeerd", "--leeg"], "Wat is het tegendeel?"),
    "overzicht van betrokkenen": (["werkblad", "partijen", "--leeg"], "Wat staat er voor deze partij op het spel?"),
    "moreel beraad": (["werkvormen", "dilemmamethode"], "dilemma"),
    "onderhandelen": (["werkblad", "onderhandelen", "--leeg"], "ondergrens"),
    "training with an actor": (["werkblad", "acteurbriefing", "--leeg"], "acteur"),
    "signals of conflict": (["vragenlijsten", "escalatie"], "Hoe hoog is het opgelopen?"),
    "gemeenschappelijk kijkglas": (["vragenlijsten", "samenwerkingsbril"], "Kaats en Opheij"),
    "ideale bocht": (["werkblad", "gesprek", "--leeg"], "bocht"),
    "regisseren zonder macht": (["vragenlijsten", "regie-zonder-macht"], "macht"),
    "leerkring": (["werkvormen", "leerkring"], "wonen, welzijn en zorg"),
    "meerzijdige partijdigheid": (["vragenlijsten", "partijdigheid"], "Boszormenyi-Nagy"),
    "who has not been heard": (["werkblad", "meerzijdig", "--leeg"], "het eigen verhaal"),
    "ego states": (["vragenlijsten", "egogram"], "geen diagnose"),
    "ik ben oke, jij bent oke": (["vaardigheden", "--stijl", "vermijden"], "oké"),
    "stages of change, the other": (["vragenlijsten", "veranderfase-ander"], "Prochaska"),
    "stages of change, oneself": (["vragenlijsten", "veranderfase-zelf"], "Prochaska"),
    "resistance": (["werkblad", "weerstand", "--leeg"], "Met welke zin"),
    "impasse": (["vragenlijsten", "impasse"], "Zit het vast?"),
    "van onwil naar belang": (["werkblad", "onwil-naar-belang", "--leeg"], "belang"),
    "relatie of afspraken": (["vragenlijsten", "relatie-of-afspraken"], "afspraken"),
    "waarde van preventie": (["werkblad", "waarde-van-preventie", "--leeg"], "Welk cijfer"),
    "joint advice on a case": (["werkblad", "casusadvies", "--leeg"], "advies"),
    "eigen belang op het spel": (["werkblad", "eigen-belang", "--leeg"], "belang"),
    "samenwerkingsafspraken": (["werkblad", "samenwerkingsafspraken", "--leeg"], "Belkaart"),
    "dilemma's in netwerken": (["werkblad", "dilemma", "--leeg"], "Wat pleit voor de ene kant?"),
    "dilemma session": (["werkvormen", "dilemmasessie"], "Dilemma vier"),
}
"""Per row of the table of systems: what to type, and what then stands there."""

ANDERE_ZIN = ("experiment", "leervraag", "omgekeerd", "partijen")
"""Ids that are also words of the format or of a count: a demand, a key, a direction."""


@pytest.mark.parametrize("rij", RIJEN)
def test_a_method_of_the_source_documents_is_shown_by_one_command(roep: Roep, rij: str) -> None:
    argumenten, woorden = RIJEN[rij]
    uitkomst = roep(*argumenten)
    assert (uitkomst.code, uitkomst.fout) == (0, "")
    assert woorden in " ".join(uitkomst.uit.split())


def list_woorden(bron: str) -> set[str]:
    """Return the texts that stand in code by themselves, as an id would."""
    return {
        een.value for een in ast.walk(ast.parse(bron)) if isinstance(een, ast.Constant) and isinstance(een.value, str)
    }


def test_no_code_knows_a_method_by_its_name() -> None:
    """A method is content: what it needs of the program, any other file can have too."""
    namen = {argumenten[1] for argumenten, _ in RIJEN.values()} - {"conflictstijlen", "--stijl", *ANDERE_ZIN}
    bronnen = [pad.read_text(encoding="utf-8") for pad in Path(conflictstijl.__file__).parent.rglob("*.py")]
    assert list_woorden('x = "egogram"') & namen == {"egogram"}
    assert set().union(*map(list_woorden, bronnen)) & namen == set()
