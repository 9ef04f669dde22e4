"""The linter: every rule is found in a small questionnaire and gone in its repaired twin."""

from dataclasses import replace
from fractions import Fraction

import pytest

from conflictstijl.fouten import Ernst
from conflictstijl.model.kennis import STIJLEN
from conflictstijl.model.vragenlijst import Blauwdruk, Schaal, Scoresoort, Vragenlijst
from conflictstijl.rekenen.controle import check_opbouw
from conflictstijl.rekenen.sleutelcontrole import build_zuiver, check_sleutels
from tests.bouwers import build_antwoordschaal, build_paren, build_stellingen

TWEE = build_stellingen("forceren", "toegeven")
BLAUWDRUK = Blauwdruk({"uiting": ("zeggen", "doen")}, {"1": ("zeggen",), "2": ("doen",)})
EXTRA = Schaal("leeg", "Leeg")
SCHEEF = build_antwoordschaal([0, 1, 3])
RONDE = ("forceren toegeven", "toegeven samenwerken", "samenwerken forceren")


def build_met(*teksten: str) -> Vragenlijst:
    return build_stellingen("forceren", "toegeven", teksten=teksten)


def build_blauwdruk(items: dict[str, tuple[str, ...]]) -> Vragenlijst:
    return replace(TWEE, blauwdruk=BLAUWDRUK._replace(items=items))


ZIN = "Ik vraag de ander eerst om alle wensen op te schrijven"
GEVALLEN = {
    "schaal-zonder-items": (replace(TWEE, schalen=(*TWEE.schalen, EXTRA)), TWEE),
    "lange-zin": (build_met(f"{ZIN} en daarna doe ik dat zelf ook nog eens."), build_met(f"{ZIN}.")),
    "dubbele-ontkenning": (build_met("Ik zeg niet dat het niet kan."), build_met("Ik zeg niet dat het kan.")),
    "hoe-vaak": (build_met("Ik zeg vaak ja."), build_met("Ik zeg ja.")),
    "dubbele-tekst": (build_met("Ik zeg ja.", "ik  zeg JA."), build_met("Ik zeg ja.", "Wij ruilen.")),
    "bijna-dubbel": (build_met(f"{ZIN}.", f"{ZIN}!"), build_met(f"{ZIN}.", "Wij ruilen.")),
    "omgekeerd-ongelijk": (
        build_stellingen("forceren", "-forceren", "toegeven", "toegeven"),
        build_stellingen("forceren", "-forceren", "toegeven", "-toegeven"),
    ),
    "blauwdruk-mist": (build_blauwdruk({"1": ("zeggen",)}), replace(TWEE, blauwdruk=BLAUWDRUK)),
    "blauwdruk-onbekend": (build_blauwdruk({**BLAUWDRUK.items, "3": ("doen",)}), replace(TWEE, blauwdruk=BLAUWDRUK)),
    "blauwdruk-facet": (build_blauwdruk({"1": ("doen",), "2": ("doen",)}), replace(TWEE, blauwdruk=BLAUWDRUK)),
    "uit-evenwicht": (build_paren(*RONDE[:2], RONDE[0], evenwicht=True), build_paren(*RONDE, evenwicht=True)),
    "zuiver-profiel": (build_stellingen("forceren, toegeven", "forceren, toegeven"), TWEE),
    "toeval-ongelijk": (
        build_stellingen("forceren", "forceren", "toegeven", score=Scoresoort.SOM),
        build_stellingen("forceren", "toegeven", "toegeven"),
    ),
}


def read_codes(vragenlijst: Vragenlijst) -> list[str]:
    return [bevinding.code for bevinding in check_opbouw(vragenlijst, "proef.yaml")]


@pytest.mark.parametrize("code", GEVALLEN)
def test_each_rule_is_found_where_it_is_broken_and_gone_after_repair(code: str) -> None:
    fout, goed = GEVALLEN[code]
    assert code in read_codes(fout)
    assert code not in read_codes(goed)


@pytest.mark.parametrize("vragenlijst", [TWEE, build_paren(*RONDE, evenwicht=True), replace(TWEE, blauwdruk=BLAUWDRUK)])
def test_a_sound_questionnaire_has_no_findings(vragenlijst: Vragenlijst) -> None:
    assert check_opbouw(vragenlijst, "proef.yaml") == []


ZINNEN = {
    "schaal-zonder-items": "map/proef.yaml: schaal 'leeg' heeft geen enkele stelling; "
    "voeg stellingen toe of haal de schaal weg",
    "lange-zin": "proef.yaml:1:5: deze zin heeft 20 woorden; 18 is het meeste; maak de zin eenvoudiger",
    "dubbele-tekst": "proef.yaml:2:5: deze tekst staat ook op regel 1; schrijf een andere",
    "bijna-dubbel": "proef.yaml:2:5: deze tekst lijkt erg op die van regel 1; laat elke stelling iets anders vragen",
    "omgekeerd-ongelijk": "map/proef.yaml: niet elke schaal heeft evenveel omgekeerde stellingen "
    "(forceren 1 en toegeven 0); anders lijkt overal ja zeggen op een stijl",
    "blauwdruk-mist": "map/proef.yaml: stelling 2 staat niet in de blauwdruk; voeg haar toe",
    "blauwdruk-onbekend": "map/proef.yaml: de blauwdruk noemt stelling 3, maar die is er niet",
    "blauwdruk-facet": "map/proef.yaml: geen enkele stelling dekt 'zeggen' van facet 'uiting'",
    "toeval-ongelijk": "map/proef.yaml: wie zomaar antwoordt, scoort niet op elke schaal gelijk; "
    "geef elke schaal evenveel stellingen of paren",
}
WAARSCHUWINGEN = {
    "lange-zin",
    "dubbele-ontkenning",
    "hoe-vaak",
    "bijna-dubbel",
    "omgekeerd-ongelijk",
    "blauwdruk-facet",
}


def read_zinnen(code: str) -> list[str]:
    return [str(b) for b in check_opbouw(GEVALLEN[code][0], "map/proef.yaml") if b.code == code]


@pytest.mark.parametrize("code", ZINNEN)
def test_a_finding_says_where_what_and_what_to_do(code: str) -> None:
    assert read_zinnen(code) == [ZINNEN[code]]


@pytest.mark.parametrize("code", GEVALLEN)
def test_a_matter_of_taste_is_a_warning_and_a_wrong_key_an_error(code: str) -> None:
    verwacht = Ernst.WAARSCHUWING if code in WAARSCHUWINGEN else Ernst.FOUT
    assert {b.ernst for b in check_opbouw(GEVALLEN[code][0], "x") if b.code == code} == {verwacht}


def test_a_pure_answerer_who_comes_out_elsewhere_is_told_per_scale() -> None:
    assert read_zinnen("zuiver-profiel") == [
        f"map/proef.yaml: wie steeds '{naam}' kiest, komt uit op forceren en toegeven; kijk de sleutels na"
        for naam in ("forceren", "toegeven")
    ]


def test_every_kind_of_imbalance_in_pairs_is_told() -> None:
    assert read_zinnen("uit-evenwicht") == [
        f"map/proef.yaml: niet {wat}"
        for wat in (
            "elke schaal komt even vaak voor (forceren 2, toegeven 3 en samenwerken 1)",
            "elke schaal als eerste komt even vaak voor (forceren 2, toegeven 1 en samenwerken 0)",
            "elk tweetal komt even vaak voor (forceren-toegeven 2, forceren-samenwerken 0 en toegeven-samenwerken 1)",
        )
    ]
    assert read_codes(build_paren("forceren toegeven", "forceren toegeven", evenwicht=True)) == ["uit-evenwicht"]
    assert "uit-evenwicht" not in read_codes(build_paren(*RONDE[:2], RONDE[0]))


@pytest.mark.parametrize(
    ("vragenlijst", "gevonden"),
    [
        (build_stellingen("forceren", "-toegeven", antwoorden=SCHEEF), True),
        (build_stellingen("forceren", "-forceren", "toegeven", "-toegeven", antwoorden=SCHEEF), False),
        (build_stellingen("forceren", "-toegeven", antwoorden=build_antwoordschaal(range(3))), False),
        (build_stellingen("forceren", "forceren", "toegeven", score=Scoresoort.PROCENT), False),
        (build_stellingen("forceren 2", "toegeven 1", "toegeven", score=Scoresoort.SOM), False),
        (
            build_stellingen(
                "forceren", "forceren", "toegeven", score=Scoresoort.SOM, antwoorden=build_antwoordschaal([-1, 0, 1])
            ),
            False,
        ),
        (build_paren("forceren toegeven", "forceren samenwerken"), True),
        (build_paren(*RONDE), False),
    ],
)
def test_random_answers_are_expected_to_give_every_scale_the_same(vragenlijst: Vragenlijst, gevonden: bool) -> None:
    assert ("toeval-ongelijk" in [bevinding.code for bevinding in check_sleutels(vragenlijst, "x")]) is gevonden


def test_a_scale_without_statements_stops_the_simulated_answerers() -> None:
    fout = replace(build_stellingen("forceren", "forceren", "toegeven", score=Scoresoort.SOM))
    assert [b.code for b in check_sleutels(replace(fout, schalen=(*fout.schalen, EXTRA)), "x")] == [
        "schaal-zonder-items"
    ]


@pytest.mark.parametrize(("gelijk", "codes"), [(18, ["bijna-dubbel"]), (17, [])])
def test_texts_are_nearly_the_same_from_nine_tenths_on(gelijk: int, codes: list[str]) -> None:
    # the ratio of difflib is 2 * equal letters / (20 + 20)
    een, twee = "abcdefghijklmnopqrst", "abcdefghijklmnopqr"[:gelijk] + "123"[: 20 - gelijk]
    assert read_codes(build_met(een, twee)) == codes


def test_a_pair_may_hold_a_frequency_because_how_often_is_not_asked() -> None:
    (keuze,) = build_paren("forceren toegeven").keuzes
    opties = (replace(keuze.opties[0], tekst="Ik zeg vaak nee."), keuze.opties[1])
    lijst = replace(build_paren("forceren toegeven"), items=(replace(keuze, opties=opties),))
    assert read_codes(lijst) == []


def test_imbalance_is_told_beside_what_else_is_wrong_with_the_keys() -> None:
    scheef = build_paren("forceren toegeven", "forceren samenwerken", evenwicht=True)
    assert {"toeval-ongelijk", "uit-evenwicht"} <= set(read_codes(scheef))


def test_texts_with_the_same_letters_in_another_order_are_not_alike() -> None:
    assert read_codes(build_met("Ik geef toe en jij wint.", "Jij wint en ik geef toe.")) == []


def test_every_two_texts_are_compared() -> None:
    lijst = build_stellingen(
        "forceren", "toegeven", "compromis", teksten=["Ik ruil.", "Wij praten verder.", "Ik ruil."]
    )
    assert [str(bevinding) for bevinding in check_opbouw(lijst, "x")] == [
        "proef.yaml:3:5: deze tekst staat ook op regel 1; schrijf een andere"
    ]


def test_a_pure_answerer_chooses_one_scale_and_as_little_as_possible_of_the_others() -> None:
    lijst = build_stellingen("forceren", "-forceren", "toegeven", "-toegeven, forceren", "-compromis, forceren", "")
    assert build_zuiver(lijst, "forceren").antwoorden == (5, 1, 1, 5, 5, 1)
    assert build_zuiver(lijst, "toegeven").antwoorden == (1, 5, 5, 1, 5, 1)
    assert build_zuiver(lijst, "compromis").antwoorden == (1, 5, 1, 5, 1, 1)
    assert build_zuiver(build_stellingen("toegeven, -compromis", "forceren"), "forceren").antwoorden == (1, 5)


def test_a_pure_answerer_of_pairs_chooses_in_turn_where_the_scale_is_not_offered() -> None:
    lijst = build_paren("forceren toegeven", "toegeven forceren", "toegeven compromis", "toegeven compromis")
    assert build_zuiver(lijst, "forceren").antwoorden == (0, 1, 0, 1)
    assert build_zuiver(lijst, "forceren").vragenlijst == "proef"


def test_missing_answers_play_no_part_in_the_linter() -> None:
    assert check_opbouw(build_stellingen(*STIJLEN, ontbrekend=Fraction(1)), "x") == []


def test_long_texts_are_only_held_for_equality() -> None:
    lang = "Ik " + "zeg heel rustig wat ik wil " * 12
    texts = (lang, lang + "nu", lang)
    lijst = build_stellingen("forceren", "toegeven", "vermijden")
    anders = replace(
        lijst, items=tuple(replace(s, tekst=tekst) for s, tekst in zip(lijst.stellingen, texts, strict=True))
    )
    codes = [b.code for b in check_opbouw(anders, "x")]
    assert (codes.count("dubbele-tekst"), codes.count("bijna-dubbel")) == (1, 0)
