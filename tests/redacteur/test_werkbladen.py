"""What an editor says about a worksheet while an author types."""

import re

import pytest

from .bestanden import INHOUD, load_tekst
from .redacteur import Melding, Redacteur
from .test_meldingen import GETAL, LEEG, ONTBREEKT

FOLDER = INHOUD / "werkbladen"
ONWIL = load_tekst(FOLDER / "onwil-naar-belang.yaml")
PARTIJEN = load_tekst(FOLDER / "partijen.yaml")
ID = "Hier hoort een id: hooguit 40 kleine letters, cijfers en streepjes, bijvoorbeeld 'mijn-lijst'."
ALS = "Hier horen regels met een vraag en een keuze, zoals {gehoord: nee}."
STAPPEN = "    ¦stappen: {kop: Nu, regels: [{tekst: Bel.}]}\n    navragen:"
BESTE = "    beste: {kop: Eerst, wat: belang, eerst: {gehoord: ja}, aantal: ¦31}\n    navragen:"
# What a copy is damaged with, as a pattern and what comes in its place; ¦ is where the editor must point.
SCHADE = {
    "unknown-moment": (ONWIL, r"moment: \w+", "moment: ¦ooit", "Kies uit: voor, tijdens of na."),
    "too-many-minutes": (ONWIL, r"minuten: \d+", "minuten: ¦121", GETAL.format(1, 120)),
    "safety-off": (ONWIL, r"veiligheid: \w+", "veiligheid: ¦nee", "Hier kan alleen 'vragen' staan."),
    "no-questions": (ONWIL, r"^vragen:\n.*?^bron", "vragen: ¦[]\nbron", LEEG),
    "questions-missing": (
        ONWIL,
        r"^(# .*?\n)(werkblad:.*?)^vragen:\n.*?^bron",
        r"\1¦\2bron",
        ONTBREEKT.format("vragen"),
    ),
    "no-reason": (ONWIL, r"  - (vraag: Welke vraag.*?)    waarom: .*?\n", r"  - ¦\1", ONTBREEKT.format("waarom")),
    "unknown-demand": (ONWIL, r"eis: vraag", "eis: ¦kort", "Kies uit: leervraag of vraag."),
    "too-many-answers": (ONWIL, r"hoogstens: 3", "hoogstens: ¦31", GETAL.format(1, 30)),
    "own-name": (ONWIL, r"id: belangen", "id: ¦partijen", "Kies een andere naam; deze gebruikt het programma zelf."),
    "per-that-is-no-id": (PARTIJEN, r"per: partij", "per: ¦Elke dag", ID),
    "condition-in-a-list": (PARTIJEN, r"- vraag: Wat zegt", "- als: ¦[gehoord]\n        vraag: Wat zegt", ALS),
    "choice-out-of-nothing": (ONWIL, r"hoogstens: 3", "hoogstens: 3\n    kies_uit: ¦[]", ID),
    "steps-without-end": (PARTIJEN, r"^    navragen:", STAPPEN, ONTBREEKT.format("klaar")),
    "too-many-of-the-best": (PARTIJEN, r"^    navragen:", BESTE, GETAL.format(1, 30)),
    "strange-key": (
        PARTIJEN,
        r"      wat: \[",
        "      ¦wie: x\n      wat: [",
        "Navragen heeft alleen gevraagd, wat en eerst.",
    ),
}
PLAATSEN = [
    ("¦", {"titel", "moment", "met", "minuten", "vragen", "onderdelen", "bron"}),
    ("moment: ¦", {"voor", "tijdens", "na"}),
    ("onderdelen:\n  - ¦", {"naam", "uitleg", "per", "vragen", "navragen", "stappen", "beste", "kaart"}),
    ("vragen:\n  - ¦", {"vraag", "id", "kort", "keuzes", "kies_uit", "als", "eis", "verslag"}),
    ("onderdelen:\n  - per: ¦", {"partij"}),
]


@pytest.mark.parametrize(("tekst", "patroon", "wordt", "zin"), SCHADE.values(), ids=SCHADE)
def test_an_editor_points_at_the_damage_in_a_worksheet(
    redacteur: Redacteur, tekst: str, patroon: str, wordt: str, zin: str
) -> None:
    nieuw, aantal = re.subn(patroon, wordt, tekst, count=1, flags=re.MULTILINE | re.DOTALL)
    assert aantal == 1
    document = redacteur.open(FOLDER, nieuw)
    assert redacteur.read_meldingen(document) == [Melding(document.cursor, zin)]


@pytest.mark.parametrize(("tekst", "verwacht"), PLAATSEN, ids=[tekst.split("\n")[0] for tekst, _ in PLAATSEN])
def test_an_editor_proposes_what_may_stand_there_with_an_explanation(
    redacteur: Redacteur, tekst: str, verwacht: set[str]
) -> None:
    kop = ONWIL.partition("\n")[0]
    voorstellen = dict(redacteur.read_voorstellen(redacteur.open(FOLDER, f"{kop}\nwerkblad: x\n{tekst}")))
    assert verwacht <= set(voorstellen)
    assert [woord for woord in verwacht if not voorstellen[woord]] == []
