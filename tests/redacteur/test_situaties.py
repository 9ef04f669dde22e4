"""What an editor underlines and proposes in situations and cases: one sentence for one mistake, at its place."""

import re

import pytest

from .bestanden import INHOUD, load_tekst
from .nederlands import check_nederlands
from .redacteur import Melding, Redacteur

KENNIS, CASUSSEN = INHOUD / "kennis", INHOUD / "casussen"
SITUATIES = load_tekst(KENNIS / "situaties.yaml")
CASUS = load_tekst(CASUSSEN / "rooster.yaml")
STIJLEN = "Kies uit: forceren, samenwerken, compromis, vermijden of toegeven."
TEKST = "Hier hoort een tekst. Begint hij met [ of {, zet hem dan tussen dubbele aanhalingstekens."
GEWICHT = "Hier hoort -2, -1, 1 of 2; een 0 laat je weg."
PER_STIJL = "Hier hoort per stijl een getal van -2 tot en met 2, zoals {forceren: -1}."
LEEG = "Dit is nog leeg; vul het aan."
LEERVRAAG = "Een leervraag begint met 'Hoe', heeft het woord 'ik' en een vraagteken."
ID = "Hier hoort een id: hooguit 40 kleine letters, cijfers en streepjes, en niet '{}'."
GEWOON_ID = ID.replace("en niet '{}'", "bijvoorbeeld 'mijn-lijst'")
ONTBREEKT = "Zet er '{}:' bij; dat ontbreekt nog."
STAND = "Een stand heeft alleen antwoord, want, uitleg, gewichten en bron."
EISEN = "Hier hoort een kenmerk met een stand, zoals {emoties: hoog}."
# What a copy is damaged with, as a pattern and what comes in its place; ¦ is where the editor must point.
SCHADE = {
    "source-missing": (
        r"      hoog:\n        (?P<boven>.*?)        bron: [^\n]*\n",
        r"      ¦hoog:\n        \g<boven>",
        "Bij gewichten hoort een bron: zet er 'bron:' bij, of 'bron: eigen ontwerp'.",
    ),
    "weight-of-nothing": (r"gewichten: \{forceren: 1", "gewichten: {forceren: ¦0", GEWICHT),
    "weight-too-heavy": (r"gewichten: \{forceren: 1", "gewichten: {forceren: ¦3", GEWICHT),
    "weight-in-words": (r"gewichten: \{forceren: 1", "gewichten: {forceren: ¦een", GEWICHT),
    "weight-for-no-style": (r"gewichten: \{forceren: 1", "gewichten: {¦winnen: 1", PER_STIJL),
    "weights-in-a-list": (r"gewichten: \{forceren: 1[^}]*\}", "gewichten: ¦[forceren]", PER_STIJL),
    "strange-key-of-a-level": (r"        antwoord: Veel\n", "        antwoord: Veel\n        ¦kleur: rood\n", STAND),
    "factor-named-role": (r"^  relatie:", "  ¦rol:", ID.format("veiligheid' of 'rol")),
    "level-that-is-no-answer": (r"^      gewoon:", "      ¦weet-ik-niet:", ID.format("weet-ik-niet")),
    "one-level": (
        r"^kenmerken:\n",
        "kenmerken:\n  proef: {naam: a, vraag: b, standen: ¦{ja: {antwoord: c}}}\n",
        "Hier horen ten minste twee standen.",
    ),
    "factor-twice": (r"^eerst: \[noodgeval,", "eerst: ¦[noodgeval, noodgeval,", "Noem elk kenmerk maar een keer."),
    "no-factors-first": (r"^eerst: \[[^\]]*\]", "eerst: ¦[]", LEEG),
    "condition-in-a-word": (r"als: \{doelen: waarden\}", "als: ¦waarden", EISEN),
    "condition-of-nothing": (r"als: \{doelen: waarden\}", "als: ¦{}", LEEG),
    "level-in-a-group": (r"als: \{doelen: waarden\}", "als: {doelen: ¦{a: b}}", GEWOON_ID),
    "first-no-style": (r"eerst: vermijden", "eerst: ¦vluchten", STIJLEN),
    "never-no-style": (r"nooit: \[forceren,", "nooit: [¦winnen,", STIJLEN),
    "steps-empty": (r"^    stappen:\n(?:      [^\n]*\n)+", "    stappen: ¦[]\n", LEEG),
    "gate-with-more": (
        r"^    veilig:\n",
        "    ¦soms: {antwoord: Soms}\n    veilig:\n",
        "De veiligheid heeft alleen veilig, onveilig en twijfel.",
    ),
    "gate-that-weighs": (
        r"      antwoord: Ja, voor iedereen\n",
        "      antwoord: Ja\n      ¦want: iedereen is veilig\n",
        "Een stand van de veiligheid heeft alleen antwoord.",
    ),
    "question-of-another-kind": (r"kennis: Hoe kom ik", "kennis: ¦Wanneer kom ik", LEERVRAAG),
    "deed-missing": (r"^doe:\n  forceren: [^\n]*\n  ", "¦doe:\n  ", ONTBREEKT.format("forceren")),
    "part-missing": (r"^# (.*?)\nsituaties:(.*?)^eerst: [^\n]*\n", r"# \1\n¦situaties:\2", ONTBREEKT.format("eerst")),
}
CASUSSCHADE = {
    "unknown-factor": (
        r"^kenmerken: \{",
        "kenmerken: {¦spoed: ja, ",
        "Hier horen kenmerken met een stand; 'conflictstijl situatie --kenmerken' noemt ze alle.",
    ),
    "unknown-level": (
        r"tijdsdruk: hoog",
        "tijdsdruk: ¦veel",
        "Kies uit: hoog, gewoon, laag, midden, nee of 'weet-ik-niet'.",
    ),
    "no-factors": (r"^kenmerken: \{[^}]*\}", "kenmerken: ¦{}", LEEG),
    "unknown-role": (
        r"^rol: .*?\n",
        "rol: ¦chef\n",
        "Kies uit: partij, belangenbehartiger, beslisser, tussenpersoon of regisseur.",
    ),
    "unknown-safety": (
        r"^veiligheid: veilig",
        "veiligheid: ¦ja",
        "Kies uit: veilig, onveilig, twijfel of 'eerst-vragen'.",
    ),
    "party-that-was-guessed": (r"weet_ik: \w+", "weet_ik: ¦gegokt", "Kies uit: gevraagd of aangenomen."),
    "strange-key-of-a-party": (
        r"^  - naam:",
        "  - ¦kleur: rood\n    naam:",
        "Een partij heeft alleen naam, standpunt, belang, behoefte, wens, bieden en weet_ik.",
    ),
    "party-without-interest": (r"^  - naam: (.*?)    belang: [^\n]*\n", r"  - ¦naam: \1", ONTBREEKT.format("belang")),
    "parties-in-a-group": (
        r"^partijen:\n.*?^bespreekvragen",
        "partijen: ¦{naam: Jij}\nbespreekvragen",
        "Hier hoort een lijst; begin elke partij met '- naam:'.",
    ),
    "no-parties": (r"^partijen:\n.*?^bespreekvragen", "partijen: ¦[]\nbespreekvragen", LEEG),
    "list-as-title": (r"^titel: [^\n]*", "titel: ¦[een]", TEKST),
}
PLAATSEN = [
    (CASUS, "rol: ¦", {"partij", "belangenbehartiger", "beslisser", "tussenpersoon", "regisseur"}),
    (CASUS, "veiligheid: ¦", {"veilig", "onveilig", "twijfel", "eerst-vragen"}),
    (CASUS, "kenmerken:\n  ¦", {"emoties", "macht", "draagvlak"}),
    (CASUS, "kenmerken:\n  macht: ¦", {"meer", "gelijk", "minder", "weet-ik-niet"}),
    (CASUS, "partijen:\n  - weet_ik: ¦", {"gevraagd", "aangenomen"}),
    (SITUATIES, "routes:\n  een:\n    eerst: ¦", {"forceren", "samenwerken", "compromis", "vermijden", "toegeven"}),
    (SITUATIES, "rol:\n  standen:\n    partij:\n      ¦", {"antwoord", "nooit", "slaat_over", "wie", "zet"}),
]


def build_schade(tekst: str, patroon: str, wordt: str) -> str:
    nieuw, aantal = re.subn(patroon, wordt, tekst, count=1, flags=re.MULTILINE | re.DOTALL)
    assert aantal == 1
    return nieuw


@pytest.mark.parametrize(("patroon", "wordt", "zin"), SCHADE.values(), ids=SCHADE)
def test_an_editor_points_at_the_damage_in_situations(redacteur: Redacteur, patroon: str, wordt: str, zin: str) -> None:
    document = redacteur.open(KENNIS, build_schade(SITUATIES, patroon, wordt))
    assert redacteur.read_meldingen(document) == [Melding(document.cursor, zin)]


@pytest.mark.parametrize(("patroon", "wordt", "zin"), CASUSSCHADE.values(), ids=CASUSSCHADE)
def test_an_editor_points_at_the_damage_in_a_case(redacteur: Redacteur, patroon: str, wordt: str, zin: str) -> None:
    document = redacteur.open(CASUSSEN, build_schade(CASUS, patroon, wordt))
    assert redacteur.read_meldingen(document) == [Melding(document.cursor, zin)]


def test_what_an_editor_says_is_dutch() -> None:
    zinnen = {zin for _, _, zin in (*SCHADE.values(), *CASUSSCHADE.values())}
    assert len(zinnen) > 15
    assert check_nederlands("\n".join(zinnen)) == []


@pytest.mark.parametrize(
    ("bron", "tekst", "verwacht"), PLAATSEN, ids=lambda deel: deel if isinstance(deel, str) else ""
)
def test_an_editor_proposes_the_words_that_may_stand_there_with_an_explanation(
    redacteur: Redacteur, bron: str, tekst: str, verwacht: set[str]
) -> None:
    kop, _, rest = bron.partition("\n")
    soort = rest.partition(":")[0]
    folder = KENNIS if soort == "situaties" else CASUSSEN
    voorstellen = dict(redacteur.read_voorstellen(redacteur.open(folder, f"{kop}\n{soort}: x\n{tekst}")))
    assert verwacht <= set(voorstellen)
    assert [woord for woord in verwacht if not voorstellen[woord]] == []
