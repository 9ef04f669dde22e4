"""Loader and schema side by side: every rule of the format, in the fewest lines that keep or break it."""

import pytest

from .lezen import parse_boom, read_soortnaam, read_tekst_bevindingen
from .schemas import ALLEEN_LADER, check_schema, load_schema

KOP = """\
vragenlijst: proef
formaat: 1
versie: "1.0"
titel: Proef
herkomst: {licentie: CC0-1.0, auteur: ons, status: proef}
schalen: [forceren, samenwerken, vermijden]
"""
ANTWOORDEN = "antwoorden: [Nooit, Soms, Vaak]\n"
STELLINGEN = "items: [{forceren: Ik beslis.}, {vermijden: Ik wacht.}]\n"
LIKERT = ANTWOORDEN + STELLINGEN
PAREN = "items: [{forceren: Ik beslis., vermijden: Ik wacht.}]\n"
OPTIES = "opties: [{forceren: Ik beslis.}, {samenwerken 2: Ik vraag door.}, {geen: Ik neem koffie.}]"
VRAAG = f"{{vraag: Wat nu?, {OPTIES}}}"
LEIDING = "achtergrond: {leiding: {vraag: 'Geef je leiding?', antwoorden: [ja, nee]}}\n"
VORMEN = "vormen: {zelf: {naam: Zelf, ander: mij}, collega: {naam: Collega, ander: hem, standaard: ja}}\n"
GEBRUIKT = "uitleg: Denk aan {ander}.\n"
NORMEN = "{naam: Wij, n: 100, jaar: 2025, bron: telling, populatie: teams, bestand: norm.csv}"
VAST = "betrouwbaarheid: {soort: hertest, waarden: {forceren: 0.81, samenwerken: '0.7', vermijden: .77}}"


def build_deel(inhoud: str, bij: str = "") -> str:
    """Return a questionnaire of one part."""
    return f"{bij}onderdelen: {{kalm: {{{inhoud}}}}}\n"


def build_vraag(velden: str, bij: str = "vorm: kies\n") -> str:
    """Return a questionnaire of one question with options."""
    return f"{bij}items: [{{{velden}, {OPTIES}}}]\n"


GOED = {
    "statements": LIKERT,
    "item-with-id-and-condition": f"{ANTWOORDEN}items: [{{geen: a, id: een}}, "
    "{forceren: b, als: {een: [1, Vaak]}}]",
    "key-with-weights": f"{ANTWOORDEN}items: [{{'-forceren 2, samenwerken 0.5': Ik beslis.}}]",
    "pairs": f"vorm: kies\nevenwicht: streng\n{PAREN}",
    "pair-with-id-and-condition": "vorm: kies\nitems: [{forceren: a, vermijden: b, id: een}, "
    "{forceren: a, samenwerken: b, als: {een: a}}]",
    "pairs-and-a-question": f"vorm: kies\nitems: [{{forceren: a, vermijden: b}}, {VRAAG}]",
    "question-between-statements": f"{ANTWOORDEN}items: [{{forceren: a}}, {{vorm: rangschik, {OPTIES}}}]",
    "question-with-everything": build_vraag(
        "id: een, casus: Een overleg., vraag: Wat nu?, toelichting: Vragen past., kenmerken: {macht: gelijk, tijd: 5}"
    ),
    "best-and-worst": f"vorm: beste_en_slechtste\nitems: [{VRAAG}]",
    "total-of-the-list": f"vorm: verdeel\ntotaal: 10\nitems: [{VRAAG}]",
    "total-of-the-question": build_vraag("totaal: 7", "vorm: verdeel\n"),
    "question-with-its-own-form-and-total": build_vraag("vorm: verdeel, totaal: '0010'"),
    "total-for-one-question-of-another-form": build_vraag("vorm: verdeel", "totaal: 10\nvorm: kies\n"),
    "part-with-its-own-form": build_deel(f"vorm: kies, {PAREN.strip()}"),
    "part-with-its-own-answers": build_deel(f"{ANTWOORDEN.strip()}, {STELLINGEN.strip()}"),
    "part-with-the-answers-of-the-list": build_deel(STELLINGEN.strip(), ANTWOORDEN),
    "part-with-the-form-of-the-list": build_deel(PAREN.strip(), "vorm: kies\n"),
    "part-with-the-total-of-the-list": build_deel(f"vorm: verdeel, items: [{VRAAG}]", "totaal: 10\n"),
    "part-with-its-own-total": build_deel(f"totaal: 5, items: [{VRAAG}]", "vorm: verdeel\n"),
    "parts-with-shared-items": build_deel("ander: mijn team, naam: 'Bij {ander}'", LIKERT + "per_onderdeel: ja\n"),
    "part-on-condition": LEIDING + build_deel("naam: Kalm, als: {leiding: ja}", LIKERT),
    "balance-in-a-part": build_deel(f"vorm: kies, {PAREN.strip()}", "evenwicht: streng\n"),
    "versions": VORMEN + GEBRUIKT + LIKERT,
    "text-per-version": VORMEN + GEBRUIKT + ANTWOORDEN + "items: [{forceren: {zelf: Ik., collega: Hij.}}]",
    "background-on-condition": LIKERT
    + LEIDING.replace("}}", "}, team: {vraag: a, antwoorden: [1, 2], als: {leiding: ja}}}"),
    "practice": LIKERT + "oefen: Ik drink koffie.",
    "practice-in-rows": VORMEN + GEBRUIKT + LIKERT + "oefen: [Ik drink koffie., {zelf: a, collega: b}]",
    "open": LIKERT + "open: [{vraag: Wat nog?, id: nog, als: {1: Nooit}}, {vraag: En?}]",
    "bands": LIKERT + "banden: {laag: -1, midden: 1.5, hoog: '2'}",
    "norms": LIKERT + f"normen: {NORMEN}",
    "norms-with-reliability": f"{LIKERT}normen: {NORMEN[:-1]}, {VAST}}}",
    "derived": LIKERT
    + "afgeleid: {een: forceren - vermijden, twee: {naam: Twee, formule: (een + 2.5) * -een}, drie: 3}",
    "order-and-deepening": f"{LIKERT}volgorde: willekeurig\nopties_volgorde: vast\nbij: anders",
}
"""What both take."""

FOUT = {
    "form-unknown": (f"vorm: keuze\n{LIKERT}", "onbekende-keuze"),
    "answers-missing": (STELLINGEN, "ontbreekt"),
    "answers-with-pairs": (f"vorm: kies\n{ANTWOORDEN}{PAREN}", "antwoorden"),
    "items-missing": (ANTWOORDEN, "ontbreekt"),
    "items-of-another-form": (f"vorm: kies\n{STELLINGEN}", "vorm"),
    "two-texts": (f"{ANTWOORDEN}items: [{{forceren: a, vermijden: b}}]", "stelling"),
    "no-text": (f"{ANTWOORDEN}items: [{{id: een}}]", "stelling"),
    "pair-of-three": ("vorm: kies\nitems: [{forceren: a, vermijden: b, samenwerken: c}]", "paar"),
    "pair-with-a-weight": ("vorm: kies\nitems: [{forceren 2: a, vermijden: b}]", "paar"),
    "question-without-form": (f"{ANTWOORDEN}items: [{VRAAG}]", "vorm"),
    "question-that-is-a-statement": (build_vraag("vorm: stellingen"), "vorm"),
    "question-without-options": ("vorm: kies\nitems: [{vraag: Wat nu?}]", "ontbreekt"),
    "question-with-a-strange-key": (build_vraag("kleur: rood"), "onbekende-sleutel"),
    "statement-in-a-ranking": (f"vorm: rangschik\nitems: [{{forceren: a}}, {VRAAG}]", "opties"),
    "one-option": ("vorm: kies\nitems: [{opties: [{forceren: a}]}]", "opties"),
    "thirteen-options": (f"vorm: kies\nitems: [{{opties: [{', '.join(['{forceren: a}'] * 13)}]}}]", "opties"),
    "option-of-two-lines": ("vorm: kies\nitems: [{opties: [{forceren: a}, {vermijden: b, samenwerken: c}]}]", "opties"),
    "option-reversed": ("vorm: kies\nitems: [{opties: [{forceren: a}, {-vermijden: b}]}]", "omgekeerd-in-opties"),
    "option-without-text": ("vorm: kies\nitems: [{opties: [{forceren: a}, {vermijden: }]}]", "lege-tekst"),
    "weight-of-nothing": (f"{ANTWOORDEN}items: [{{forceren 0: a}}]", "gewicht-nul"),
    "features-empty": (build_vraag("kenmerken: {}"), "leeg"),
    "total-missing": (f"vorm: verdeel\nitems: [{VRAAG}]", "totaal"),
    "total-missing-for-one-question": (build_vraag("vorm: verdeel"), "totaal"),
    "total-missing-in-a-part": (build_deel(f"vorm: verdeel, items: [{VRAAG}]"), "totaal"),
    "total-missing-in-a-part-of-that-form": (build_deel(f"items: [{VRAAG}]", "vorm: verdeel\n"), "totaal"),
    "total-missing-for-a-question-in-a-part": (
        build_deel(f"items: [{{vorm: verdeel, {OPTIES}}}]", "vorm: kies\n"),
        "totaal",
    ),
    "total-beside-another-form": (build_vraag("totaal: 10"), "totaal"),
    "total-beside-another-form-of-its-own": (build_vraag("vorm: rangschik, totaal: 10"), "totaal"),
    "total-of-a-question-with-a-mistake": (
        f"totaal: 10\n{ANTWOORDEN}items: [{{vorm: verdeel, opties: [{{forceren: a}}]}}]",
        "opties",
    ),
    "total-of-a-part-with-a-mistake": (
        build_deel("vorm: kies, totaal: 10, items: [{vorm: verdeel, opties: [{forceren: a}]}]"),
        "opties",
    ),
    "total-too-high": (build_vraag("totaal: 1001", "vorm: verdeel\n"), "geen-getal"),
    "balance-of-statements": (f"evenwicht: streng\n{LIKERT}", "evenwicht"),
    "parts-empty": (f"{LIKERT}onderdelen: {{}}", "leeg"),
    "part-empty": (f"{LIKERT}onderdelen: {{kalm: }}", "leeg"),
    "part-with-a-wrong-id": (f"{LIKERT}onderdelen: {{Kalm: {{naam: a}}}}", "ongeldig-id"),
    "part-without-items": (build_deel("naam: Kalm", ANTWOORDEN), "onderdeel"),
    "part-with-items-twice": (build_deel(STELLINGEN.strip(), LIKERT), "onderdeel"),
    "part-with-shared-items-in-its-own-form": (build_deel("vorm: kies", LIKERT), "onderdeel"),
    "part-with-shared-items-and-its-own-answers": (build_deel(ANTWOORDEN.strip(), LIKERT), "onderdeel"),
    "part-with-shared-items-and-its-own-total": (build_deel("totaal: 5", LIKERT), "onderdeel"),
    "part-without-answers": (build_deel(STELLINGEN.strip()), "antwoorden"),
    "part-of-statements-without-answers": (
        build_deel(f"vorm: stellingen, {STELLINGEN.strip()}", "vorm: kies\n"),
        "antwoorden",
    ),
    "part-of-pairs-with-answers": (build_deel(f"vorm: kies, {ANTWOORDEN.strip()}, {PAREN.strip()}"), "antwoorden"),
    "part-of-pairs-with-answers-too": (
        build_deel(f"{ANTWOORDEN.strip()}, {PAREN.strip()}", "vorm: kies\n"),
        "antwoorden",
    ),
    "part-in-the-form-of-the-list": (build_deel(STELLINGEN.strip(), "vorm: rangschik\n"), "opties"),
    "part-in-another-form": (build_deel(f"vorm: kies, {STELLINGEN.strip()}", ANTWOORDEN), "vorm"),
    "part-with-a-list-as-a-word": (build_deel("ander: [a]", LIKERT), "onbekende-sleutel"),
    "scales-per-part-without-parts": (f"{LIKERT}per_onderdeel: ja", "onderdeel"),
    "yes-in-english": (f"{LIKERT}per_onderdeel: yes", "onbekende-keuze"),
    "version-without-name": (f"{LIKERT}{GEBRUIKT}vormen: {{zelf: {{ander: mij}}}}", "ontbreekt"),
    "version-empty": (f"{LIKERT}vormen: {{zelf: }}", "leeg"),
    "text-per-version-empty": (f"{VORMEN}{GEBRUIKT}{ANTWOORDEN}items: [{{forceren: {{}}}}]", "leeg"),
    "text-per-version-in-a-list": (f"{VORMEN}{GEBRUIKT}{ANTWOORDEN}items: [{{forceren: [a]}}]", "geen-tekst"),
    "title-per-version": (f"{VORMEN}{GEBRUIKT}{LIKERT}minuten: {{zelf: 1, collega: 2}}", "geen-getal"),
    "background-of-one-answer": (f"{LIKERT}{LEIDING.replace('ja, nee', 'ja')}", "achtergrond"),
    "background-without-question": (f"{LIKERT}achtergrond: {{leiding: {{antwoorden: [ja, nee]}}}}", "ontbreekt"),
    "background-with-a-strange-key": (
        f"{LIKERT}{LEIDING.replace('vraag:', 'kleur: rood, vraag:')}",
        "onbekende-sleutel",
    ),
    "practice-without-answers": (f"vorm: kies\n{PAREN}oefen: Ik drink koffie.", "oefen"),
    "practice-empty": (f"{LIKERT}oefen: []", "lege-lijst"),
    "open-in-one-text": (f"{LIKERT}open: Wat nog?", "open"),
    "open-too-many": (f"{LIKERT}open: [{', '.join(['{vraag: a}'] * 51)}]", "open"),
    "open-without-question": (f"{LIKERT}open: [{{id: nog}}]", "ontbreekt"),
    "condition-empty": (f"{LIKERT}open: [{{vraag: a, als: {{}}}}]", "leeg"),
    "condition-in-one-word": (f"{LIKERT}open: [{{vraag: a, als: 1}}]", "geen-groep"),
    "condition-without-answer": (f"{LIKERT}open: [{{vraag: a, als: {{1: []}}}}]", "voorwaarde"),
    "condition-on-nothing": (f"{LIKERT}open: [{{vraag: a, als: {{1: }}}}]", "voorwaarde"),
    "bands-empty": (f"{LIKERT}banden: {{}}", "leeg"),
    "band-in-words": (f"{LIKERT}banden: {{laag: een}}", "banden"),
    "band-with-a-comma": (f"{LIKERT}banden: {{laag: '1,5'}}", "banden"),
    "norms-half": (f"{LIKERT}normen: {{naam: Wij}}", "ontbreekt"),
    "norms-of-too-few": (f"{LIKERT}normen: {NORMEN.replace('100', '99')}", "norm"),
    "reliability-empty": (f"{LIKERT}normen: {NORMEN[:-1]}, betrouwbaarheid: }}", "leeg"),
    "reliability-without-kind": (
        f"{LIKERT}normen: {NORMEN[:-1]}, {VAST.replace('soort: hertest, ', '')}}}",
        "ontbreekt",
    ),
    "reliability-of-a-strange-kind": (
        f"{LIKERT}normen: {NORMEN[:-1]}, {VAST.replace('hertest', 'omega')}}}",
        "onbekende-keuze",
    ),
    "reliability-of-one": (f"{LIKERT}normen: {NORMEN[:-1]}, {VAST.replace('0.81', '1')}}}", "betrouwbaarheid"),
    "reliability-of-nothing": (f"{LIKERT}normen: {NORMEN[:-1]}, {VAST.replace('.77', '0.0')}}}", "betrouwbaarheid"),
    "reliability-as-percentage": (f"{LIKERT}normen: {NORMEN[:-1]}, {VAST.replace('.77', '77%')}}}", "betrouwbaarheid"),
    "reliability-without-numbers": (
        f"{LIKERT}normen: {NORMEN[:-1]}, betrouwbaarheid: {{soort: alfa, waarden: {{}}}}}}",
        "leeg",
    ),
    "norms-of-the-future": (f"{LIKERT}normen: {NORMEN.replace('2025', '2101')}", "geen-getal"),
    "derived-from-a-list": (f"{LIKERT}afgeleid: {{een: [forceren]}}", "geen-tekst"),
    "derived-from-nothing": (f"{LIKERT}afgeleid: {{een: }}", "lege-tekst"),
    "derived-without-formula": (f"{LIKERT}afgeleid: {{een: {{naam: Een}}}}", "ontbreekt"),
    "derived-with-a-strange-sign": (f"{LIKERT}afgeleid: {{een: forceren ^ 2}}", "formule"),
    "order-unknown": (f"{LIKERT}volgorde: ja", "onbekende-keuze"),
    "version-about-nobody": (f"{VORMEN.replace('mij', 'mij, over: hem')}{GEBRUIKT}{LIKERT}", "onbekende-keuze"),
    "not-yet": (f"{LIKERT}weergave: staven", "nog-niet"),
}
"""What both refuse, with the code of the loader."""

ALLEEN = {
    "id-twice-in-open": (f"{LIKERT}open: [{{vraag: a, id: een}}, {{vraag: b, id: een}}]", "dubbel-id"),
    "condition-on-no-question": (f"{LIKERT}open: [{{vraag: a, als: {{9: 1}}}}]", "onbekende-verwijzing"),
    "condition-on-no-answer": (f"{LIKERT}open: [{{vraag: a, als: {{1: 9}}}}]", "voorwaarde"),
    "text-for-no-version": (f"{VORMEN}{GEBRUIKT}{ANTWOORDEN}items: [{{forceren: {{zelf: a, team: b}}}}]", "vormen"),
    "text-for-one-version": (f"{VORMEN}{GEBRUIKT}{ANTWOORDEN}items: [{{forceren: {{zelf: a}}}}]", "vormen"),
    "text-per-version-without-versions": (f"{ANTWOORDEN}items: [{{forceren: {{zelf: a}}}}]", "vormen"),
    "two-standard-versions": (f"{VORMEN.replace('mij', 'mij, standaard: ja')}{GEBRUIKT}{LIKERT}", "vormen"),
    "word-that-no-text-uses": (f"{VORMEN}{LIKERT}", "invulwoord"),
    "word-that-nobody-fills-in": (f"{GEBRUIKT}{LIKERT}", "invulwoord"),
    "background-twice-the-same": (f"{LIKERT}{LEIDING.replace('nee', 'JA')}", "achtergrond"),
    "bands-that-descend": (f"{LIKERT}banden: {{hoog: 2, laag: 1}}", "banden"),
    "formula-with-an-open-bracket": (f"{LIKERT}afgeleid: {{een: (forceren + 1}}", "formule"),
    "formula-of-no-scale": (f"{LIKERT}afgeleid: {{een: doorzetten + 1}}", "formule"),
    "total-that-nobody-divides": (f"totaal: 10\n{LIKERT}", "totaal"),
    "total-that-nobody-divides-in-a-part": (build_deel(f"vorm: kies, totaal: 10, {PAREN.strip()}"), "totaal"),
    "parts-that-ask-too-much": (
        f"{ANTWOORDEN}items: [{', '.join(['{forceren: a}'] * 251)}]\nonderdelen: {{x: {{naam: a}}, y: {{naam: b}}}}",
        "te-groot",
    ),
    "reliability-of-a-strange-scale": (
        f"{LIKERT}normen: {NORMEN[:-1]}, {VAST.replace('vermijden', 'vermyden')}}}",
        "betrouwbaarheid-schaal",
    ),
    "reliability-of-some-scales": (
        f"{LIKERT}normen: {NORMEN[:-1]}, {VAST.replace(', vermijden: .77', '')}}}",
        "betrouwbaarheid-schaal",
    ),
    "deepens-itself": (f"{LIKERT}bij: proef", "bij"),
}
"""What only the loader can refuse."""

BLAD = {
    "row": "vragenlijst: likert-lijst\nantwoorden: [1, nvt, null]",
    "rows-in-a-map": "vragenlijst: rangschik-en-verdeel\nantwoorden: {rangorde.1: [b, a, c], gisteren: {a: 5, b: 1}}",
    "rows-in-words": "vragenlijst: rangschik-en-verdeel\nantwoorden: ['b a c', '5, 3, 2', '1 2 3']",
    "around": "vragenlijst: vertakking\nantwoorden: {uitstel: 5}\nachtergrond: {leiding: ja}\nopen: {gesprek: Geld.}",
    "nothing-around": "vragenlijst: vertakking\nantwoorden: {uitstel: 1}\nachtergrond:\nopen:",
    "version": "vragenlijst: tekst-per-vorm\nvorm: ander\nzaad: 12\nmet:\nantwoorden: [1, 2, 3]",
}
"""Sheets that both take."""

BLAD_FOUT = {
    "row-in-a-row": ("vragenlijst: rangschik-en-verdeel\nantwoorden: {rangorde.1: [[a], b, c]}", "onbekend-antwoord"),
    "empty-row": ("vragenlijst: rangschik-en-verdeel\nantwoorden: {rangorde.1: []}", "onbekend-antwoord"),
    "nothing-in-a-row": (
        "vragenlijst: rangschik-en-verdeel\nantwoorden: {rangorde.1: [a, null, c]}",
        "onbekend-antwoord",
    ),
    "points-for-nothing": ("vragenlijst: rangschik-en-verdeel\nantwoorden: {gisteren: {}}", "onbekend-antwoord"),
    "background-in-a-row": ("vragenlijst: vertakking\nantwoorden: {}\nachtergrond: [ja]", "geen-groep"),
    "strange-key": ("vragenlijst: likert-lijst\nantwoorden: [1, 2, 3]\nkleur: rood", "onbekende-sleutel"),
    "seed-below-zero": ("vragenlijst: likert-lijst\nantwoorden: [1, 2, 3]\nzaad: -1", "geen-getal"),
    "version-in-a-list": ("vragenlijst: tekst-per-vorm\nvorm: [ander]\nantwoorden: [1, 2, 3]", "geen-tekst"),
}
"""Sheets that both refuse."""

HEEL = KOP + LIKERT
BEKEND = {
    "top": (f"{HEEL}qqq: 1", ""),
    "herkomst": (HEEL.replace("licentie", "qqq: 1, licentie"), "herkomst"),
    "scale": (HEEL.replace("[forceren, samenwerken, vermijden]", "{forceren: {qqq: 1}, vermijden: }"), "schaal"),
    "question": (KOP + build_vraag("qqq: a"), "vraag"),
    "background": (HEEL + LEIDING.replace("{vraag", "{qqq: 1, vraag"), "achtergrondvraag"),
    "open": (f"{HEEL}open: [{{vraag: a, qqq: 1}}]", "open-vraag"),
    "norms": (f"{HEEL}normen: {NORMEN.replace('bron', 'qqq: 1, bron')}", "normen"),
    "reliability": (f"{HEEL}normen: {NORMEN[:-1]}, {VAST.replace('soort', 'qqq: 1, soort')}}}", "betrouwbaarheid"),
    "sheet": ("vragenlijst: likert-lijst\nantwoorden: [1, 2, 3]\nqqq: 1", "blad"),
}
"""Where all names are fixed: a file with one name too many, and the part of the schema with the names."""


def read_codes(naam: str, tekst: str) -> set[str]:
    return {bevinding.code for bevinding in read_tekst_bevindingen(naam, tekst.encode())}


def check_tekst(naam: str, tekst: str) -> bool:
    """Return True when the schema takes a text."""
    boom = parse_boom(naam, tekst.encode())
    assert boom is not None
    return check_schema(read_soortnaam(naam, boom), boom)


@pytest.mark.parametrize("stuk", GOED.values(), ids=GOED)
def test_loader_and_schema_take_what_the_format_allows(stuk: str) -> None:
    assert read_codes("proef.yaml", KOP + stuk) == set()
    assert check_tekst("proef.yaml", KOP + stuk)


@pytest.mark.parametrize(("stuk", "code"), FOUT.values(), ids=FOUT)
def test_loader_and_schema_refuse_the_same(stuk: str, code: str) -> None:
    assert read_codes("proef.yaml", KOP + stuk) == {code}
    assert not check_tekst("proef.yaml", KOP + stuk)


@pytest.mark.parametrize(("stuk", "code"), ALLEEN.values(), ids=ALLEEN)
def test_only_the_loader_refuses_what_a_schema_cannot_know(stuk: str, code: str) -> None:
    assert code in ALLEEN_LADER
    assert read_codes("proef.yaml", KOP + stuk) == {code}
    assert check_tekst("proef.yaml", KOP + stuk)


@pytest.mark.parametrize("tekst", BLAD.values(), ids=BLAD)
def test_loader_and_schema_take_the_same_sheets(tekst: str) -> None:
    assert read_codes("blad-proef.yaml", tekst) == set()
    assert check_tekst("blad-proef.yaml", tekst)


@pytest.mark.parametrize(("tekst", "code"), BLAD_FOUT.values(), ids=BLAD_FOUT)
def test_loader_and_schema_refuse_the_same_sheets(tekst: str, code: str) -> None:
    assert read_codes("blad-proef.yaml", tekst) == {code}
    assert not check_tekst("blad-proef.yaml", tekst)


@pytest.mark.parametrize(("tekst", "deel"), BEKEND.values(), ids=BEKEND)
def test_loader_and_schema_know_the_same_names(tekst: str, deel: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("conflictstijl.laden.velden._MEESTE_NAMEN", 99)
    (bevinding,) = read_tekst_bevindingen("blad-x.yaml" if deel == "blad" else "x.yaml", tekst.encode())
    assert bevinding.code == "onbekende-sleutel"
    schema = load_schema("antwoorden" if deel == "blad" else "vragenlijst")
    namen = set((schema["$defs"][deel] if deel else schema)["properties"])
    vrij = {naam for naam in namen if f"{naam}:" not in tekst}
    _, _, nog = bevinding.hint.partition("mogelijk is nog: ")
    assert vrij <= set(nog.split(", ")) <= namen | {""}
