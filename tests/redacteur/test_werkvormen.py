"""What an editor says about an intervision method while an author types."""

import re

import pytest

from .bestanden import INHOUD, load_tekst
from .nederlands import check_nederlands
from .redacteur import Melding, Redacteur
from .test_meldingen import GETAL, LEEG, ONTBREEKT

FOLDER = INHOUD / "werkvormen"
VIJF = load_tekst(FOLDER / "vijfstappen.yaml")
MINUTEN = "Hier hoort een getal van 1 tot en met 120, of een groep zoals {minstens: 10, deel: 2}."
# What a copy is damaged with, as a pattern and what comes in its place; ¦ is where the editor must point.
SCHADE = {
    "minutes-in-words": (r"minuten: \{[^}]*\}", "minuten: ¦vijf", MINUTEN),
    "no-minutes": (r"minuten: \{[^}]*\}", "minuten: ¦{}", MINUTEN),
    "too-many-minutes": (r"minuten: \{[^}]*\}", "minuten: ¦121", MINUTEN),
    "share-too-large": (r"deel: 1", "deel: ¦10", GETAL.format(1, 9)),
    "strange-key-of-minutes": (r"deel: 1", "deel: 1, ¦duur: 3", MINUTEN),
    "unknown-level": (r"niveau: \w+", "niveau: ¦expert", "Kies uit: beginners of ervaren."),
    "group-of-one": (r"minstens: 3", "minstens: ¦1", GETAL.format(2, 50)),
    "length-too-long": (r"^duur: 60", "duur: ¦151", GETAL.format(1, 150)),
    "no-steps": (r"^stappen:\n.*?^niet_als", "stappen: ¦[]\nniet_als", LEEG),
    "safety-missing": (r"^(# .*?\n)(werkvorm:.*?)^niet_als:\n.*?^let_op", r"\1¦\2let_op", ONTBREEKT.format("niet_als")),
    "role-with-a-name": (
        r"^  - rol: Begeleider",
        "  - rol: Begeleider\n    ¦naam: Jo",
        "Een rol heeft alleen rol en doet.",
    ),
}
PLAATSEN = [
    ("geschikt:\n  ¦", {"minstens", "hoogstens", "niveau", "veilige_groep"}),
    ("geschikt:\n  niveau: ¦", {"beginners", "ervaren"}),
    ("stappen:\n  - ¦", {"naam", "minuten", "doet", "zegt", "bijeenkomst"}),
    ("stappen:\n  - minuten:\n      ¦", {"minstens", "per_deelnemer", "deel"}),
]


def build_schade(patroon: str, wordt: str) -> str:
    nieuw, aantal = re.subn(patroon, wordt, VIJF, count=1, flags=re.MULTILINE | re.DOTALL)
    assert aantal == 1
    return nieuw


@pytest.mark.parametrize(("patroon", "wordt", "zin"), SCHADE.values(), ids=SCHADE)
def test_an_editor_points_at_the_damage_in_a_method(redacteur: Redacteur, patroon: str, wordt: str, zin: str) -> None:
    document = redacteur.open(FOLDER, build_schade(patroon, wordt))
    assert redacteur.read_meldingen(document) == [Melding(document.cursor, zin)]


def test_what_an_editor_says_about_minutes_is_dutch() -> None:
    assert check_nederlands(MINUTEN) == []


@pytest.mark.parametrize(("tekst", "verwacht"), PLAATSEN, ids=[tekst.split("\n")[0] for tekst, _ in PLAATSEN])
def test_an_editor_proposes_what_may_stand_there_with_an_explanation(
    redacteur: Redacteur, tekst: str, verwacht: set[str]
) -> None:
    kop = VIJF.partition("\n")[0]
    voorstellen = dict(redacteur.read_voorstellen(redacteur.open(FOLDER, f"{kop}\nwerkvorm: x\n{tekst}")))
    assert verwacht <= set(voorstellen)
    assert [woord for woord in verwacht if not voorstellen[woord]] == []
