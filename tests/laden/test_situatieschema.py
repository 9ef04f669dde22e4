"""Loader and schema side by side for situations and cases: the smallest good file with one change in it."""

import pytest

from conflictstijl.laden.situatiebron import load_situaties
from conflictstijl.model.kenmerken import render_wie
from conflictstijl.model.situatie import NEUTRAAL
from conflictstijl.model.stijlen import STIJLEN
from conflictstijl.tekst import render_zin

from .lezen import GOED as VOORBEELDEN
from .lezen import parse_boom, read_tekst_bevindingen
from .schemas import ALLEEN_LADER, check_schema, load_schema

SITUATIES = "situaties-klein.yaml"
CASUS = "casus-klein.yaml"
STAND = "ja: {antwoord: Ja}"
ROL = "{antwoord: Ik voer regie}"
ROUTE = "als: {haast: nee}"
EERST = "eerst: haast"
KENMERK = "{naam: a, vraag: b, standen: {ja: {antwoord: c}, nee: {antwoord: d}}}"
PARTIJ = "belang: Warm zitten."
VERHAAL = "verhaal: Jij"
VRAAG = '"Hoe weet ik het?"'
QUOTED = "'-02'"
WEEGT = "want: a, uitleg: b, gewichten: {forceren: 1}"

GOED = {
    "weight-between-quotes": (SITUATIES, STAND, f"ja: {{antwoord: Ja, bron: c, {WEEGT.replace('1', QUOTED)}}}"),
    "neutral-word-with-a-weight": (SITUATIES, "nee: {antwoord: Nee}", f"nee: {{antwoord: Nee, bron: c, {WEEGT}}}"),
    "source-without-weights": (SITUATIES, STAND, "ja: {antwoord: Ja, bron: c}"),
    "style-that-comes-first-whatever-else": (SITUATIES, ROUTE, f"{ROUTE}, eerst: vermijden"),
    "unless-without-a-style": (SITUATIES, ROUTE, f"{ROUTE}, tenzij: {{rol: [partij, beslisser]}}"),
    "factors-in-a-list": (SITUATIES, EERST, "eerst: [haast]"),
    "who-it-is-about": (SITUATIES, "vraag: Is er haast?", "vraag: Heeft {wie} haast?"),
    "styles-in-one-word": (SITUATIES, ROL, "{antwoord: a, nooit: forceren, niet_eerst: [toegeven]}"),
    "question-with-more-words": (SITUATIES, VRAAG, '"  Hoe vraag ik, zonder haast: wat wil je?  "'),
    "unsafe-case": (CASUS, VERHAAL, f"veiligheid: onveilig\n{VERHAAL}"),
    "neutral-word": (CASUS, VERHAAL, f"kenmerken: {{gelijk: midden}}\n{VERHAAL}"),
}
"""What both take."""

FOUT = {
    "weight-without-source": (SITUATIES, STAND, f"ja: {{antwoord: Ja, {WEEGT}}}", "zonder-bron"),
    "weight-without-reason": (SITUATIES, STAND, "ja: {antwoord: Ja, bron: c, gewichten: {forceren: 1}}", "ontbreekt"),
    "weight-of-nothing": (SITUATIES, STAND, f"ja: {{antwoord: Ja, bron: c, {WEEGT.replace('1', '0')}}}", "gewicht-nul"),
    "weight-too-heavy": (SITUATIES, STAND, f"ja: {{antwoord: Ja, bron: c, {WEEGT.replace('1', '3')}}}", "geen-getal"),
    "weight-in-words": (SITUATIES, STAND, f"ja: {{antwoord: Ja, bron: c, {WEEGT.replace('1', 'een')}}}", "geen-getal"),
    "weight-for-no-style": (
        SITUATIES,
        STAND,
        f"ja: {{antwoord: a, bron: c, {WEEGT.replace('for', 'vor')}}}",
        "onbekende-stijl",
    ),
    "no-weights": (SITUATIES, STAND, "ja: {antwoord: a, want: b, uitleg: c, bron: d, gewichten: {}}", "leeg"),
    "one-level": (SITUATIES, f"{STAND}, ", "", "een-stand"),
    "no-levels": (SITUATIES, f"{{{STAND}, nee: {{antwoord: Nee}}}}", "{}", "leeg"),
    "level-that-is-no-answer": (SITUATIES, STAND, "weet-ik-niet: {antwoord: Ja}", "vaste-naam"),
    "level-with-capitals": (SITUATIES, STAND, "Ja: {antwoord: Ja}", "ongeldig-id"),
    "factor-named-role": (SITUATIES, "kenmerken:\n", f"kenmerken:\n  rol: {KENMERK}\n", "vaste-naam"),
    "route-named-safety": (SITUATIES, "wachten: {", "veiligheid: {", "vaste-naam"),
    "no-factors-first": (SITUATIES, EERST, "eerst: []", "lege-lijst"),
    "factor-twice": (SITUATIES, EERST, "eerst: [haast, haast]", "dubbel-in-lijst"),
    "first-missing": (SITUATIES, f"{EERST}\n", "", "ontbreekt"),
    "levels-in-an-empty-list": (SITUATIES, ROUTE, "als: {haast: []}", "lege-lijst"),
    "level-twice": (SITUATIES, ROUTE, "als: {haast: [nee, nee]}", "dubbel-in-lijst"),
    "level-in-a-list-in-a-list": (SITUATIES, ROUTE, "als: {haast: [[nee]]}", "geen-tekst"),
    "condition-empty": (SITUATIES, ROUTE, "als: {}", "leeg"),
    "condition-in-a-word": (SITUATIES, ROUTE, "als: nee", "geen-groep"),
    "condition-missing": (SITUATIES, f"{ROUTE}, ", "", "ontbreekt"),
    "exception-empty": (SITUATIES, ROUTE, f"{ROUTE}, tenzij: {{}}", "leeg"),
    "first-no-style": (SITUATIES, ROUTE, f"{ROUTE}, eerst: vluchten", "onbekende-stijl"),
    "route-without-anything": (SITUATIES, "wachten: {", "later: {}\n  wachten: {", "leeg"),
    "gate-without-doubt": (SITUATIES, ", twijfel: {antwoord: Ik twijfel}}", "}", "ontbreekt"),
    "gate-with-more": (SITUATIES, "{veilig: {", "{soms: {antwoord: Soms}, veilig: {", "onbekende-sleutel"),
    "gate-that-weighs": (SITUATIES, "{veilig: {", "{veilig: {gewichten: {forceren: 1}, ", "onbekende-sleutel"),
    "gate-without-help": (SITUATIES, ", twijfel: Vraag een collega.", "", "ontbreekt"),
    "gate-with-no-help": (SITUATIES, "Vraag een collega.", "[]", "lege-lijst"),
    "help-when-safe": (SITUATIES, "hulp: {", "hulp: {veilig: a, ", "onbekende-sleutel"),
    "role-missing": (SITUATIES, f"    regisseur: {ROL}\n", "", "ontbreekt"),
    "role-of-ones-own": (
        SITUATIES,
        f"    regisseur: {ROL}\n",
        f"    regisseur: {ROL}\n    chef: {ROL}\n",
        "onbekende-sleutel",
    ),
    "role-never-no-style": (SITUATIES, ROL, "{antwoord: a, nooit: [winnen]}", "onbekende-stijl"),
    "role-never-nothing": (SITUATIES, ROL, "{antwoord: a, nooit: []}", "lege-lijst"),
    "role-never-twice": (SITUATIES, ROL, "{antwoord: a, nooit: [forceren, forceren]}", "dubbel-in-lijst"),
    "role-words-empty": (SITUATIES, ROL, "{antwoord: a, woorden: {}}", "leeg"),
    "role-words-for-no-style": (SITUATIES, ROL, "{antwoord: a, woorden: {winnen: b}}", "onbekende-stijl"),
    "role-sets-a-list": (SITUATIES, ROL, "{antwoord: a, zet: {haast: [ja]}}", "geen-tekst"),
    "role-without-name": (SITUATIES, "  naam: jouw rol\n", "", "ontbreekt"),
    "differences-in-a-map": (SITUATIES, "  - {als: {haast: nee}, ", "  {als: {haast: nee}, ", "geen-lijst"),
    "style-without-deed": (SITUATIES, "doe: {forceren: Zet door, ", "doe: {", "ontbreekt"),
    "deed-for-no-style": (SITUATIES, "doe: {", "doe: {winnen: Win, ", "onbekende-sleutel"),
    "style-without-questions": (SITUATIES, "  toegeven: {kennis", "  toegevn: {kennis", "onbekende-sleutel"),
    "question-missing": (SITUATIES, f"kennis: {VRAAG}, ", "", "ontbreekt"),
    "question-of-another-kind": (
        SITUATIES,
        f"kennis: {VRAAG}, ",
        f"kennis: {VRAAG}, gevoel: {VRAAG}, ",
        "onbekende-sleutel",
    ),
    "question-with-another-word-first": (SITUATIES, VRAAG, '"Wat doe ik?"', "leervraag"),
    "question-about-another": (SITUATIES, VRAAG, '"Hoe doe jij dikke dingen?"', "leervraag"),
    "question-without-a-mark": (SITUATIES, VRAAG, "Hoe doe ik dit", "leervraag"),
    "two-questions": (SITUATIES, VRAAG, '"Hoe doe ik dit? En dat?"', "leervraag"),
    "question-in-a-number": (SITUATIES, VRAAG, "12", "leervraag"),
    "unknown-factor": (CASUS, VERHAAL, f"kenmerken: {{spoed: ja}}\n{VERHAAL}", "onbekend-kenmerk"),
    "safety-among-the-factors": (CASUS, VERHAAL, f"kenmerken: {{veiligheid: veilig}}\n{VERHAAL}", "onbekend-kenmerk"),
    "role-among-the-factors": (CASUS, VERHAAL, f"kenmerken: {{rol: partij}}\n{VERHAAL}", "onbekend-kenmerk"),
    "unknown-level": (CASUS, VERHAAL, f"kenmerken: {{macht: veel}}\n{VERHAAL}", "onbekende-stand"),
    "levels-in-a-list": (CASUS, VERHAAL, f"kenmerken: {{macht: [meer]}}\n{VERHAAL}", "geen-tekst"),
    "level-with-spaces": (CASUS, VERHAAL, f"kenmerken: {{macht: ' meer'}}\n{VERHAAL}", "onbekende-stand"),
    "no-factors": (CASUS, VERHAAL, f"kenmerken: {{}}\n{VERHAAL}", "leeg"),
    "unknown-role": (CASUS, VERHAAL, f"rol: chef\n{VERHAAL}", "onbekende-stand"),
    "no-role": (CASUS, VERHAAL, f"rol: weet-ik-niet\n{VERHAAL}", "onbekende-stand"),
    "unknown-safety": (CASUS, VERHAAL, f"veiligheid: ja\n{VERHAAL}", "onbekende-keuze"),
    "no-parties": (
        CASUS,
        "  - {naam: Je collega, standpunt: Het raam blijft dicht., belang: Warm zitten.}\n",
        "",
        "geen-lijst",
    ),
    "party-without-interest": (CASUS, f", {PARTIJ}", "", "ontbreekt"),
    "party-with-more": (CASUS, PARTIJ, f"{PARTIJ}, kleur: rood", "onbekende-sleutel"),
    "party-that-was-guessed": (CASUS, PARTIJ, f"{PARTIJ}, weet_ik: gegokt", "onbekende-keuze"),
    "no-pitfalls": (CASUS, VERHAAL, f"valkuilen: []\n{VERHAAL}", "lege-lijst"),
    "story-missing": (CASUS, f"{VERHAAL} wilt het raam open. Je collega wil het dicht.\n", "", "ontbreekt"),
}
"""What both refuse, with the code of the loader."""

ALLEEN = {
    "unknown-factor-first": (SITUATIES, EERST, "eerst: haaast", "onbekend-kenmerk"),
    "role-is-always-asked": (SITUATIES, EERST, "eerst: [haast, rol]", "onbekend-kenmerk"),
    "safety-is-no-condition": (SITUATIES, ROUTE, "als: {veiligheid: veilig}", "onbekend-kenmerk"),
    "level-that-no-factor-describes": (SITUATIES, ROUTE, "als: {haast: midden}", "onbekende-stand"),
    "condition-on-no-role": (SITUATIES, ROUTE, "als: {rol: chef}", "onbekende-stand"),
    "role-sets-no-factor": (SITUATIES, ROL, "{antwoord: a, zet: {spoed: ja}}", "onbekend-kenmerk"),
    "role-sets-no-level": (SITUATIES, ROL, "{antwoord: a, zet: {haast: hoog}}", "onbekende-stand"),
    "role-passes-over-nothing": (SITUATIES, ROL, "{antwoord: a, slaat_over: [spoed]}", "onbekend-kenmerk"),
    "role-unless-nothing": (SITUATIES, ROL, "{antwoord: a, tenzij: {spoed: ja}}", "onbekend-kenmerk"),
    "difference-about-nothing": (SITUATIES, "  - {als: {haast: nee}", "  - {als: {spoed: ja}", "onbekend-kenmerk"),
    "word-that-nobody-fills-in": (SITUATIES, "vraag: Is er haast?", "vraag: Heeft {iemand} haast?", "invulwoord"),
    "nothing-between-braces": (SITUATIES, "vraag: Is er haast?", "vraag: Is er {} haast?", "invulwoord"),
    "who-where-it-is-not-filled-in": (SITUATIES, "let_op: Jij kiest.", "let_op: Nu {wie}.", "invulwoord"),
    "who-in-an-answer": (SITUATIES, STAND, "ja: {antwoord: 'Voor {wie}'}", "invulwoord"),
    "who-is-who": (SITUATIES, ROL, "{antwoord: a, wie: 'de {wie}'}", "invulwoord"),
    "word-in-a-case": (CASUS, VERHAAL, "verhaal: Voor {wie} en jij", "invulwoord"),
}
"""What only the loader can refuse."""


def build_tekst(naam: str, oud: str, nieuw: str) -> str:
    tekst = (VOORBEELDEN / naam).read_text(encoding="utf-8")
    assert oud in tekst
    return tekst.replace(oud, nieuw, 1)


def read_codes(naam: str, tekst: str) -> set[str]:
    return {bevinding.code for bevinding in read_tekst_bevindingen(naam, tekst.encode())}


def check_tekst(naam: str, tekst: str) -> bool:
    """Return True when the schema takes a text."""
    boom = parse_boom(naam, tekst.encode())
    assert boom is not None
    return check_schema(naam.partition("-")[0], boom)


@pytest.mark.parametrize("deel", GOED.values(), ids=GOED)
def test_loader_and_schema_take_what_the_format_allows(deel: tuple[str, str, str]) -> None:
    tekst = build_tekst(*deel)
    assert read_codes(deel[0], tekst) == set()
    assert check_tekst(deel[0], tekst)


@pytest.mark.parametrize(("naam", "oud", "nieuw", "code"), FOUT.values(), ids=FOUT)
def test_loader_and_schema_refuse_the_same(naam: str, oud: str, nieuw: str, code: str) -> None:
    tekst = build_tekst(naam, oud, nieuw)
    assert read_codes(naam, tekst) == {code}
    assert not check_tekst(naam, tekst)


@pytest.mark.parametrize(("naam", "oud", "nieuw", "code"), ALLEEN.values(), ids=ALLEEN)
def test_only_the_loader_refuses_what_a_schema_cannot_know(naam: str, oud: str, nieuw: str, code: str) -> None:
    tekst = build_tekst(naam, oud, nieuw)
    assert read_codes(naam, tekst) == {code}
    assert code in ALLEEN_LADER
    assert check_tekst(naam, tekst)


def test_the_schema_of_a_case_knows_the_shipped_factors_with_their_levels() -> None:
    kenmerken = load_schema("casus")["properties"]["kenmerken"]["properties"]
    assert {naam: deel["enum"] for naam, deel in kenmerken.items()} == {
        naam: list(dict.fromkeys([*kenmerk.standen, *NEUTRAAL])) for naam, kenmerk in load_situaties().kenmerken.items()
    }


@pytest.mark.parametrize(
    ("naam", "oud", "nieuw", "plek"),
    [
        (SITUATIES, EERST, f"{EERST}\nqqq: 1", ()),
        (SITUATIES, STAND, "ja: {antwoord: Ja, qqq: 1}", ("$defs", "stand")),
        (SITUATIES, ROL, "{antwoord: a, qqq: 1}", ("$defs", "rolstand")),
        (SITUATIES, ROUTE, f"{ROUTE}, qqq: 1", ("$defs", "route")),
        (SITUATIES, "    naam: de haast", "    qqq: 1\n    naam: de haast", ("$defs", "kenmerk")),
        (SITUATIES, "  - {als: {haast: nee}", "  - {qqq: 1, als: {haast: nee}", ("$defs", "tegenspraak")),
        (SITUATIES, "{veilig: {", "{veilig: {qqq: 1, ", ("$defs", "antwoord")),
        (SITUATIES, "  hulp:", "  qqq: 1\n  hulp:", ("properties", "veiligheid")),
        (SITUATIES, "  naam: jouw rol", "  qqq: 1\n  naam: jouw rol", ("properties", "rol")),
        (CASUS, VERHAAL, f"qqq: 1\n{VERHAAL}", ()),
        (CASUS, PARTIJ, f"{PARTIJ}, qqq: 1", ("$defs", "partij")),
    ],
)
def test_loader_and_schema_know_the_same_names(
    naam: str, oud: str, nieuw: str, plek: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("conflictstijl.laden.velden._MEESTE_NAMEN", 99)
    tekst = build_tekst(naam, oud, nieuw)
    (bevinding,) = read_tekst_bevindingen(naam, tekst.encode())
    assert bevinding.code == "onbekende-sleutel"
    deel = load_schema(naam.partition("-")[0])
    for stap in plek:
        deel = deel[stap]
    vrij = {woord for woord in deel["properties"] if f"{woord}:" not in tekst}
    _, _, nog = bevinding.hint.partition("mogelijk is nog: ")
    assert vrij <= set(nog.split(", ")) <= set(deel["properties"]) | {""}


@pytest.mark.parametrize("naam", ["doe", "leervragen"])
def test_the_schema_knows_the_five_styles(naam: str) -> None:
    assert list(load_schema("situaties")["properties"][naam]["properties"]) == list(STIJLEN)


def test_an_editor_explains_factors_and_levels_of_a_case_in_the_words_of_the_scan() -> None:
    kennis = load_situaties()
    for naam, deel in load_schema("casus")["properties"]["kenmerken"]["properties"].items():
        kenmerk = kennis.kenmerken[naam]
        assert deel["description"] == f"{render_zin(render_wie(kenmerk.naam, {}, kennis))}."
        uitleg = dict(zip(deel["enum"], deel["enumDescriptions"], strict=True))
        assert {stand: uitleg[stand] for stand in kenmerk.standen} == {
            stand.id: f"{stand.antwoord}." for stand in kenmerk.standen.values()
        }
