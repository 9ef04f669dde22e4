"""What an editor underlines: nothing in a shipped file, and the right place in a damaged copy."""

import re
from pathlib import Path

import pytest

from .bestanden import BESTANDEN, INHOUD, MET_SCHEMA, MODELINE, load_tekst
from .nederlands import check_nederlands
from .redacteur import Document, Melding, Redacteur

VOORBEELD = load_tekst(INHOUD / "conflictstijlen.yaml")
PAREN = load_tekst(INHOUD / "conflictstijlen-paren.yaml")
DUBBEL = "Map keys must be unique"
VAN_SERVER = re.compile(r"Property \w+ is not allowed\.|Map keys must be unique")
"""What the server says by itself, and a schema cannot say without losing the name of the key."""
KIES_VORM = "Kies uit: stellingen, kies, beste_en_slechtste, rangschik of verdeel."
KIES_STIJL = "Kies uit: forceren, samenwerken, compromis, vermijden of toegeven."
TEKST = "Hier hoort een tekst. Begint hij met [ of {, zet hem dan tussen dubbele aanhalingstekens."
STELLING = "Hier hoort een schaal in kleine letters met een tekst, zoals 'forceren: Ik houd vol.'."
TWEE_TEKSTEN = "Een stelling is een schaal met een tekst. Geef de volgende stelling een eigen streepje."
STELLINGEN = "Dit zijn stellingen, geen paren: haal 'vorm: kies' weg, of maak er paren van."
GEEN_EVENWICHT = "Bij stellingen hoort geen evenwicht; haal de regel weg."
GEEN_ONDERDELEN = "Bij per_onderdeel horen onderdelen; zet ze erbij, of haal de regel weg."
OPTIE = "Hier hoort een schaal met een tekst, zoals 'forceren: Ik houd vol.'; een min kan hier niet."
GETAL = "Hier hoort een geheel getal van {} tot en met {}."
ID = "Hier hoort een id: hooguit 40 kleine letters, cijfers en streepjes, bijvoorbeeld 'mijn-lijst'."
VAST = "Kies uit: vast of willekeurig."
LEEG = "Dit is nog leeg; vul het aan."
ANTWOORDEN = "Hier horen 2 tot en met 11 antwoorden, en eventueel nvt."
ONTBREEKT = "Zet er '{}:' bij; dat ontbreekt nog."
OPTIES = "opties: [{forceren: Ik beslis.}, {vermijden: Ik wacht.}]"
NORMEN = "naam: Wij, n: ¦99, jaar: 2025, bron: telling, populatie: teams, bestand: norm.csv"
BETROUWBAAR = "betrouwbaarheid: {soort: alfa, waarden: {forceren: ¦1}}"
# What a copy is damaged with, as a pattern and what comes in its place; ¦ is where the editor must point.
SCHADE = {
    "misspelled-key": (r"^minuten:", "¦minuuten:", "Property minuuten is not allowed."),
    "misspelled-key-inside": (
        r"^  bron:",
        "  ¦bronn:",
        "Een herkomst heeft alleen licentie, auteur, status en bron.",
    ),
    "misspelled-scale-of-an-item": (r"^  - compromis:", "  - ¦Compromis:", STELLING),
    "misspelled-key-of-a-scale": (
        r"^schalen: [^\n]*",
        "schalen: {forceren: {¦naem: Doorzetten}}",
        "Hier hoort een naam, of een groep met naam, stijl, soort en vraag.",
    ),
    "number-as-word": (r"^minuten: \d+", "minuten: ¦drie", GETAL.format(1, 240)),
    "number-too-high": (r"^minuten: \d+", "minuten: ¦300", GETAL.format(1, 240)),
    "number-too-high-between-quotes": (r"^minuten: \d+", 'minuten: ¦"300"', GETAL.format(1, 240)),
    "list-as-text": (r"^titel: [^\n]*", "titel: ¦[een, twee]", TEKST),
    "empty-text": (r"^titel: [^\n]*", 'titel: ¦""', "Hier hoort een tekst van hooguit 2000 tekens, die niet leeg is."),
    "version-without-quotes": (
        r'^versie: "1.0"',
        "versie: ¦1.0",
        'Zet de versie tussen aanhalingstekens: "1.0".',
    ),
    "other-format": (r"^formaat: 1", "formaat: ¦2", "Het formaat is altijd 1."),
    "capitals-in-an-id": (r"^vragenlijst: [^\n]*", "vragenlijst: ¦Mijn lijst", ID),
    "unknown-score": (r"^items:", "score: ¦somm\nitems:", "Kies uit: som, gemiddelde of procent."),
    "unknown-share": (
        r"^items:",
        "ontbrekend: ¦veel\nitems:",
        "Hier hoort een percentage, zoals 80%, of het woord alles.",
    ),
    "unknown-style": (r"^schalen: \[", "schalen: [¦forcren, ", KIES_STIJL),
    "unknown-form": (r"^items:", "vorm: ¦kie\nitems:", KIES_VORM),
    "form-of-pairs": (r"^items:", "vorm: kies\n¦items:", STELLINGEN),
    "unknown-order": (r"^items:", "volgorde: ¦ja\nitems:", VAST),
    "unknown-order-of-options": (r"^items:", "opties_volgorde: ¦ja\nitems:", VAST),
    "balance-of-statements": (r"^items:", "¦evenwicht: streng\nitems:", GEEN_EVENWICHT),
    "scales-per-part-without-parts": (r"^items:", "¦per_onderdeel: ja\nitems:", GEEN_ONDERDELEN),
    "yes-in-english": (r"^items:", "per_onderdeel: ¦yes\nitems:", "Kies uit: ja of nee."),
    "total-in-words": (r"^items:", "totaal: ¦tien\nitems:", GETAL.format(1, 1000)),
    "one-answer": (r"^antwoorden: [^\n]*", "antwoorden: ¦[Nooit]", ANTWOORDEN),
    "answer-for-a-word": (
        r"^antwoorden: [^\n]*",
        "antwoorden: {¦een: Nooit, 2: Soms}",
        "Hier hoort een geheel getal of nvt.",
    ),
    "answers-missing": (
        r"^vragenlijst:(.*?\n)antwoorden:[^\n]*\n",
        r"¦vragenlijst:\1",
        "Hier ontbreken de antwoorden: zet er 'antwoorden:' bij.",
    ),
    "standard-in-a-word": (r"standaard: ja", "standaard: ¦soms", "Kies uit: ja of nee."),
    "item-without-scale": (r"^items:\n", "items:\n  - ¦Ik houd vol.\n", STELLING),
    "item-of-two-texts": (
        r"^items:\n",
        "items:\n  - ¦forceren: Ik houd vol.\n    vermijden: Ik wacht.\n",
        TWEE_TEKSTEN,
    ),
    "condition-in-one-word": (
        r"^items:\n",
        "items:\n  - {forceren: Ik houd vol., als: ¦ja}\n",
        "Zet hier een vraag met een antwoord, zoals {leiding: ja}.",
    ),
    "question-without-options": (
        r"^items:\n",
        "items:\n  - ¦vraag: Wat nu?\n    vorm: kies\n",
        "Hier horen opties: zet er 'opties:' bij.",
    ),
    "question-without-form": (
        r"^items:\n",
        f"items:\n  - ¦{OPTIES}\n",
        "Zet er 'vorm: kies' bij, of een van de andere vormen.",
    ),
    "question-with-one-option": (
        r"^items:\n",
        "items:\n  - {vorm: kies, opties: ¦[{forceren: Ik houd vol.}]}\n",
        "Hier horen 2 tot en met 12 opties.",
    ),
    "question-with-a-strange-key": (
        r"^items:\n",
        f"items:\n  - {{vorm: kies, ¦kleur: rood, {OPTIES}}}\n",
        "Een vraag heeft alleen id, casus, vraag, vorm, totaal, opties, toelichting, kenmerken en als.",
    ),
    "question-without-total": (
        r"^items:\n",
        f"items:\n  - ¦{{vorm: verdeel, {OPTIES}}}\n",
        "Zet er 'totaal: 10' bij: hoeveel punten iemand verdeelt.",
    ),
    "total-beside-another-form": (
        r"^items:\n",
        f"items:\n  - {{vorm: kies, ¦totaal: 10, {OPTIES}}}\n",
        "Bij een totaal hoort 'vorm: verdeel'.",
    ),
    "option-reversed": (
        r"^items:\n",
        f"items:\n  - {{vorm: kies, {OPTIES.replace('vermijden', '¦-vermijden')}}}\n",
        OPTIE,
    ),
    "part-with-a-wrong-id": (r"^items:", "onderdelen: {¦Kalm: {naam: Kalm}}\nitems:", ID),
    "part-in-its-own-form": (
        r"^items:",
        "onderdelen: {kalm: {¦vorm: kies}}\nitems:",
        "Dit hoort bij de vragenlijst, of bij een onderdeel met eigen items.",
    ),
    "background-of-one-answer": (
        r"^items:",
        "achtergrond: {leiding: {vraag: Leid je?, antwoorden: ¦[ja]}}\nitems:",
        "Hier horen 2 tot en met 50 antwoorden.",
    ),
    "background-without-question": (
        r"^items:",
        "achtergrond: {¦leiding: {antwoorden: [ja, nee]}}\nitems:",
        ONTBREEKT.format("vraag"),
    ),
    "open-in-one-text": (
        r"^items:",
        "open: ¦Wat nog?\nitems:",
        "Hier hoort een lijst; begin elke vraag met '- vraag:'.",
    ),
    "band-in-words": (
        r"^items:",
        "banden: {laag: ¦een}\nitems:",
        "Hier hoort een getal met een punt, bijvoorbeeld 2.5.",
    ),
    "no-bands": (r"^items:", "banden: ¦{}\nitems:", LEEG),
    "reliability-of-one": (
        r"^items:",
        f"normen: {{{NORMEN.replace('¦99', '200')}, {BETROUWBAAR}}}\nitems:",
        "Hier hoort een getal tussen 0 en 1, bijvoorbeeld 0.81.",
    ),
    "norms-of-too-few": (r"^items:", f"normen: {{{NORMEN}}}\nitems:", GETAL.format(100, 10000000)),
    "formula-with-a-strange-sign": (
        r"^items:",
        "afgeleid: {een: ¦forceren ^ 2}\nitems:",
        "In een formule staan alleen namen, getallen, + - * / en haakjes.",
    ),
    "design-without-items": (
        r"^blauwdruk:.*",
        "¦blauwdruk: {facetten: {macht: [gelijk]}}\n",
        ONTBREEKT.format("items"),
    ),
    "missing-key": (r"^vragenlijst:(.*?\n)titel:[^\n]*\n", r"¦vragenlijst:\1", ONTBREEKT.format("titel")),
    "missing-key-inside": (r"^herkomst:(.*?\n)  auteur:[^\n]*\n", r"¦herkomst:\1", ONTBREEKT.format("auteur")),
    "key-twice": (r"^(minuten: \d+\n)", r"\1¦\1", DUBBEL),
}
# What a list of pairs has as its form, and the one thing that an editor says of all its items.
VORMEN = {
    "none": ("", "Dit zijn paren: zet er 'vorm: kies' bij, of geef elke stelling een eigen streepje."),
    "statements": (
        "vorm: stellingen\nantwoorden: [Nooit, Vaak]\n",
        "Dit zijn paren: zet er 'vorm: kies' bij, of geef elke stelling een eigen streepje.",
    ),
    "ranking": (
        "vorm: rangschik\n",
        "Bij deze vorm heeft elk item opties: zet er 'opties:' bij, of kies een andere vorm.",
    ),
    "points": (
        "vorm: verdeel\n",
        "Bij deze vorm heeft elk item opties: zet er 'opties:' bij, of kies een andere vorm.",
    ),
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


@pytest.mark.parametrize(("regel", "zin"), VORMEN.values(), ids=VORMEN)
def test_an_editor_says_once_that_all_items_are_of_another_form(redacteur: Redacteur, regel: str, zin: str) -> None:
    tekst = PAREN.replace("vorm: kies\n", regel).replace("\nitems:", "\n¦items:")
    document = redacteur.open(INHOUD, tekst)
    assert len(re.findall(r"(?m)^  - ", tekst)) > 20
    assert redacteur.read_meldingen(document) == [Melding(document.cursor, zin)]


def test_an_editor_points_at_an_item_of_another_form_between_good_ones(redacteur: Redacteur) -> None:
    document = redacteur.open(INHOUD, PAREN.replace("\nitems:\n", "\nitems:\n  - ¦forceren: Ik houd vol.\n"))
    assert redacteur.read_meldingen(document) == [
        Melding(document.cursor, "Een paar heeft twee schalen, elk met een tekst.")
    ]


def test_what_an_editor_says_is_dutch_but_for_what_the_server_says_by_itself() -> None:
    zinnen = {zin for _, _, zin in SCHADE.values()}
    assert len([zin for zin in zinnen if VAN_SERVER.fullmatch(zin)]) == 2
    assert check_nederlands("\n".join(zin for zin in zinnen if not VAN_SERVER.fullmatch(zin))) == []


@pytest.mark.parametrize("soort", SCHADE)
def test_without_the_modeline_only_broken_yaml_is_underlined(
    redacteur: Redacteur, zonder_modeline: dict[str, Document], soort: str
) -> None:
    meldingen = redacteur.read_meldingen(zonder_modeline[soort])
    assert [melding.tekst for melding in meldingen] == [DUBBEL] * (SCHADE[soort][2] == DUBBEL)
