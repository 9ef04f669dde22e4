"""The linter: every rule is found in a small questionnaire and gone in its repaired twin."""

from dataclasses import replace
from fractions import Fraction

import pytest

from conflictstijl.fouten import Ernst
from conflictstijl.model.stijlen import STIJLEN
from conflictstijl.model.vragen import Antwoordschaal, Voorwaarde, Vorm
from conflictstijl.model.vragenlijst import Band, Blauwdruk, Schaal, Scoresoort, Vragenlijst
from conflictstijl.rekenen.controle import check_opbouw
from conflictstijl.rekenen.sleutelcontrole import build_zuiver, check_sleutels
from tests.bouwers import (
    build_antwoordschaal,
    build_gedeeld,
    build_keuze,
    build_keuzes,
    build_lijst,
    build_onderdelen,
    build_paren,
    build_stelling,
    build_stellingen,
)

TWEE = build_stellingen("forceren", "toegeven")
BLAUWDRUK = Blauwdruk({"uiting": ("zeggen", "doen")}, {"1": ("zeggen",), "2": ("doen",)})
EXTRA = Schaal("leeg", "Leeg")
SCHEEF = build_antwoordschaal([0, 1, 3])
RONDE = ("forceren toegeven", "toegeven samenwerken", "samenwerken forceren")


OPTIEVORMEN = (Vorm.KIES, Vorm.UITERSTEN, Vorm.RANGSCHIK, Vorm.VERDEEL)
GEMENGD = build_lijst(
    build_stelling("forceren", "1"), build_keuze("forceren / toegeven", "2"), build_stelling("toegeven", "3")
)
PASSEND = build_keuzes(
    "forceren, passend / toegeven / samenwerken",
    "forceren / toegeven, passend / samenwerken",
    "forceren / toegeven / samenwerken, passend",
)


def build_banden(**grenzen: str) -> Vragenlijst:
    return replace(TWEE, banden=tuple(Band(naam, Fraction(grens)) for naam, grens in grenzen.items()))


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
    "gemengde-vormen": (GEMENGD, replace(GEMENGD, score=Scoresoort.PROCENT)),
    "dubbele-stijl": (
        build_keuzes("forceren / samenwerken, forceren / toegeven"),
        build_keuzes("forceren / samenwerken / toegeven"),
    ),
    "band-ontbreekt": (build_banden(laag="1.5", hoog="3"), build_banden(laag="1", hoog="3")),
    "band-onbereikbaar": (build_banden(laag="1", hoog="5.5"), build_banden(laag="1", hoog="5")),
    "vaste-keuze": (build_keuzes(*["forceren, passend / toegeven / samenwerken"] * 3), PASSEND),
}


def read_codes(vragenlijst: Vragenlijst) -> list[str]:
    return [bevinding.code for bevinding in check_opbouw(vragenlijst, "proef.yaml")]


@pytest.mark.parametrize("code", GEVALLEN)
def test_each_rule_is_found_where_it_is_broken_and_gone_after_repair(code: str) -> None:
    fout, goed = GEVALLEN[code]
    assert code in read_codes(fout)
    assert code not in read_codes(goed)


@pytest.mark.parametrize(
    "vragenlijst",
    [
        TWEE,
        build_paren(*RONDE, evenwicht=True),
        replace(TWEE, blauwdruk=BLAUWDRUK),
        build_banden(laag="1", midden="2.5", hoog="5"),
    ],
)
def test_a_sound_questionnaire_has_no_findings(vragenlijst: Vragenlijst) -> None:
    assert check_opbouw(vragenlijst, "proef.yaml") == []


ZINNEN = {
    "schaal-zonder-items": "map/proef.yaml: schaal 'leeg' heeft geen enkele stelling; "
    "voeg stellingen toe of haal de schaal weg",
    "lange-zin": "proef.yaml:1:5: deze zin heeft 20 woorden; 18 is het meeste; maak de zin eenvoudiger",
    "dubbele-tekst": "proef.yaml:2:5: deze tekst staat ook op regel 1; schrijf een andere",
    "bijna-dubbel": "proef.yaml:2:5: deze tekst lijkt erg op die van regel 1; laat elke stelling iets anders vragen",
    "omgekeerd-ongelijk": "proef.yaml:2:5: niet elke schaal heeft evenveel omgekeerde stellingen "
    "(forceren 1 en toegeven 0); anders lijkt overal ja zeggen op een stijl",
    "blauwdruk-mist": "map/proef.yaml: stelling 2 staat niet in de blauwdruk; voeg haar toe",
    "blauwdruk-onbekend": "map/proef.yaml: de blauwdruk noemt stelling 3, maar die is er niet",
    "blauwdruk-facet": "map/proef.yaml: geen enkele stelling dekt 'zeggen' van facet 'uiting'",
    "toeval-ongelijk": "map/proef.yaml: wie zomaar antwoordt, scoort niet op elke schaal gelijk; "
    "geef elke schaal evenveel stellingen of paren",
    "dubbele-stijl": "proef.yaml:1:5: schaal 'forceren' staat al bij een andere optie van deze vraag; "
    "geef elke optie een eigen schaal",
    "band-ontbreekt": "map/proef.yaml: onder band 'laag' is er geen band, en schaal 'forceren' kan lager uitkomen; "
    "laat de eerste band bij 1,0 beginnen, of lager",
    "band-onbereikbaar": "map/proef.yaml: geen enkele schaal kan band 'hoog' halen; "
    "verlaag de ondergrens, of haal de band weg",
}
WAARSCHUWINGEN = {
    "lange-zin",
    "dubbele-ontkenning",
    "hoe-vaak",
    "bijna-dubbel",
    "omgekeerd-ongelijk",
    "blauwdruk-facet",
    "dubbele-stijl",
    "vaste-keuze",
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
        (
            build_lijst(
                build_stelling("forceren", "1"),
                build_stelling("toegeven", "2", build_antwoordschaal(range(3))),
            ),
            True,
        ),
        (build_paren(*RONDE), False),
        # chosen once out of two against half of one: the same share, but not the same number
        (build_paren("forceren toegeven", "forceren samenwerken"), False),
        (replace(build_paren("forceren toegeven", "forceren samenwerken"), score=Scoresoort.SOM), True),
        (build_keuzes("forceren / toegeven", "forceren / samenwerken / geen"), True),
        (replace(build_keuzes("forceren / toegeven", "forceren / samenwerken / geen"), score=Scoresoort.PROCENT), True),
    ],
)
def test_random_answers_are_expected_to_give_every_scale_the_same(vragenlijst: Vragenlijst, gevonden: bool) -> None:
    assert ("toeval-ongelijk" in [bevinding.code for bevinding in check_sleutels(vragenlijst, "x")]) is gevonden


TWEE_SCHALEN = (
    build_stelling("forceren", "1"),
    build_stelling("toegeven", "2", build_antwoordschaal(range(3))),
    build_keuze("compromis / geen", "3"),
    build_keuze("samenwerken / geen", "4", Vorm.RANGSCHIK),
)


@pytest.mark.parametrize(("scheef", "gevonden"), [(SCHEEF, True), (build_antwoordschaal([0, 1, 5, 6], "abcd"), False)])
def test_of_percentages_random_answers_are_expected_to_give_half(scheef: Antwoordschaal, gevonden: bool) -> None:
    # the mean of nee, soms, altijd (0, 1, 3) is 44 percent of the way; the others lie in the middle of their own
    lijst = build_lijst(*TWEE_SCHALEN, build_stelling("vermijden", "5", scheef))
    assert (
        "toeval-ongelijk" in [b.code for b in check_sleutels(replace(lijst, score=Scoresoort.PROCENT), "x")]
    ) is gevonden


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
    scheef = replace(build_paren("forceren toegeven", "forceren samenwerken", evenwicht=True), score=Scoresoort.SOM)
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


@pytest.mark.parametrize(
    "vragenlijst",
    [PASSEND, *(build_keuzes(*["forceren / samenwerken / toegeven"] * 2, vorm=vorm, totaal=6) for vorm in OPTIEVORMEN)],
)
def test_sound_keys_of_every_form_have_no_findings(vragenlijst: Vragenlijst) -> None:
    assert check_sleutels(vragenlijst, "proef.yaml") == []


def test_every_style_with_which_someone_would_fit_too_well_or_too_badly_is_told() -> None:
    # always forceren: 3 of 3; the others 0; random 1 of 3
    assert read_zinnen("vaste-keuze") == [
        f"map/proef.yaml: wie steeds '{naam}' kiest, scoort {waarde} op 'passend', en wie zomaar kiest 0,33; "
        "laat elke stijl even vaak passen"
        for naam, waarde in (("forceren", "1,00"), ("toegeven", "0,00"), ("samenwerken", "0,00"))
    ]


def test_every_scale_that_adds_up_several_units_is_told() -> None:
    assert read_zinnen("gemengde-vormen") == [
        f"map/proef.yaml: schaal '{naam}' telt antwoorden van verschillende vormen bij elkaar op; "
        "zet 'per_onderdeel: ja' of 'score: procent' erbij"
        for naam in ("forceren", "toegeven")
    ]


@pytest.mark.parametrize(
    ("vragenlijst", "gevonden"),
    [
        (build_lijst(build_stelling("forceren", "1"), build_stelling("forceren", "2", SCHEEF)), True),
        (build_keuzes("forceren / toegeven", "forceren / toegeven / samenwerken"), False),
        (build_keuzes("forceren / toegeven", "forceren / compromis / samenwerken", vorm=Vorm.RANGSCHIK), True),
        (build_lijst(*(build_keuze("forceren / toegeven", str(n), Vorm.VERDEEL, n) for n in (5, 6))), True),
        (build_lijst(*(build_keuze("forceren / toegeven", str(n), Vorm.VERDEEL, 5) for n in (1, 2))), False),
        (build_onderdelen({"a": [build_stelling("forceren")], "b": [build_keuze("forceren / geen")]}), False),
    ],
)
def test_only_answers_in_one_unit_are_added_up(vragenlijst: Vragenlijst, gevonden: bool) -> None:
    assert ("gemengde-vormen" in [bevinding.code for bevinding in check_sleutels(vragenlijst, "x")]) is gevonden


def test_parts_are_judged_each_by_themselves() -> None:
    goed = build_gedeeld("kalm storm", "forceren", "toegeven", "-forceren", "-toegeven")
    assert check_sleutels(goed, "x") == []
    scheef = build_onderdelen(
        {"kalm": goed.items[:2], "storm": [build_stelling("forceren", "1"), build_stelling("-toegeven", "2")]}
    )
    (bevinding,) = check_sleutels(scheef, "x")
    assert "(storm.forceren 0 en storm.toegeven 1)" in bevinding.wat


def test_a_shared_statement_is_called_hard_to_read_or_double_once() -> None:
    lijst = build_gedeeld("kalm storm", "forceren", "toegeven")
    lang = f"{ZIN} en daarna doe ik dat zelf ook nog eens."
    items = tuple(replace(item, tekst=lang) if item.id.endswith("1") else item for item in lijst.stellingen)
    assert read_codes(replace(lijst, items=items)) == ["lange-zin"]
    dubbel = tuple(replace(item, tekst=ZIN) for item in lijst.stellingen)
    assert read_codes(replace(lijst, items=dubbel)) == ["dubbele-tekst"]


def build_delen(*delen: tuple[str, str]) -> Vragenlijst:
    """Return two statements that all parts share, in the words of each part."""
    lijst = build_gedeeld(" ".join("abcd"[: len(delen)]), "forceren", "toegeven")
    teksten = [tekst for deel in delen for tekst in deel]
    items = tuple(replace(item, tekst=tekst) for item, tekst in zip(lijst.stellingen, teksten, strict=True))
    return replace(lijst, items=items)


ANDERS = ("Ik bel mijn baas.", "De koffie laat ik staan.")
GELIJK = ("Ik bel mijn collega.", "Ik bel mijn collega.")
BIJNA = ("Ik bel mijn collega.", "Ik bel mijn collega!")


@pytest.mark.parametrize(
    ("delen", "codes"),
    [
        ((GELIJK, ANDERS), ["dubbele-tekst"]),
        ((ANDERS, GELIJK), ["dubbele-tekst"]),
        ((GELIJK, GELIJK), ["dubbele-tekst"]),
        ((BIJNA, GELIJK), ["dubbele-tekst"]),  # the worst of what the parts give
        ((GELIJK, BIJNA), ["dubbele-tekst"]),
        ((BIJNA, ANDERS), ["bijna-dubbel"]),
        ((ANDERS, ANDERS), []),
        ((ANDERS, ANDERS[::-1]), []),  # what is asked in another part is no double
    ],
)
def test_shared_texts_are_compared_inside_every_part_and_told_once(
    delen: tuple[tuple[str, str], ...], codes: list[str]
) -> None:
    assert read_codes(build_delen(*delen)) == codes


def test_texts_of_parts_with_statements_of_their_own_are_compared_with_all_others() -> None:
    lijst = build_onderdelen({"a": [build_stelling("forceren", "1")], "b": [build_stelling("forceren", "2")]})
    zelfde = tuple(replace(item, tekst=ZIN) for item in lijst.stellingen)
    assert "dubbele-tekst" in read_codes(replace(lijst, items=zelfde))


def test_the_blueprint_names_a_shared_statement_once() -> None:
    lijst = replace(build_gedeeld("kalm storm", "forceren", "toegeven"), blauwdruk=BLAUWDRUK)
    assert read_codes(lijst) == []
    over = replace(lijst, blauwdruk=BLAUWDRUK._replace(items={"kalm.1": ("zeggen",), **BLAUWDRUK.items}))
    assert read_codes(over) == ["blauwdruk-onbekend"]


def test_every_text_of_a_question_is_read_and_only_statements_are_asked_how_often() -> None:
    lang = f"{ZIN} en daarna doe ik dat zelf ook nog eens."
    keuze = build_keuze("forceren / toegeven")
    for item in (
        replace(keuze, casus=lang),
        replace(keuze, vraag=lang),
        replace(keuze, toelichting=lang),
        replace(keuze, opties=(replace(keuze.opties[0], tekst=lang), keuze.opties[1])),
    ):
        assert read_codes(build_lijst(item)) == ["lange-zin"]
    assert read_codes(build_lijst(replace(keuze, casus="Dit gebeurt vaak."))) == []


def test_a_pure_answerer_gives_every_form_what_it_asks_for() -> None:
    lijst = build_lijst(
        build_keuze("forceren / toegeven / geen", "1"),
        build_keuze("toegeven / geen / forceren", "2", Vorm.UITERSTEN),
        build_keuze("geen / forceren / toegeven", "3", Vorm.RANGSCHIK),
        build_keuze("geen / forceren / forceren 2", "4", Vorm.VERDEEL, 6),
        build_keuze("toegeven / compromis / toegeven", "5"),
    )
    # forceren first wherever it is offered, the rest in turn: from the second option on in the second question, ...
    assert build_zuiver(lijst, "forceren").antwoorden == (0, (2, 0), (1, 2, 0), (0, 0, 6), 1)


def test_a_scale_of_performance_is_not_one_of_the_styles_of_a_pure_answerer() -> None:
    # nobody can always choose `passend`; it is on two options of one question without being a double style
    dubbel = build_keuzes("forceren, passend / toegeven, passend / samenwerken")
    assert {b.code for b in check_sleutels(dubbel, "x")} == {"vaste-keuze"}


def test_hidden_items_are_asked_by_the_simulated_answerers() -> None:
    als = (Voorwaarde("1", (5,)),)
    lijst = build_stellingen("forceren", "toegeven", "forceren", "toegeven")
    verborgen = replace(lijst, items=tuple(replace(item, als=als * (item.id > "2")) for item in lijst.items))
    assert check_sleutels(verborgen, "x") == []


def test_bands_are_held_against_what_every_scale_can_reach() -> None:
    # as a sum toegeven reaches from 2 to 10 and forceren from 1 to 5
    lijst = build_stellingen("forceren", "toegeven", "toegeven", score=Scoresoort.SOM)
    for grenzen, codes in [
        (("1", "10"), set()),
        (("2", "10"), {"band-ontbreekt"}),
        (("0", "11"), {"band-onbereikbaar"}),
    ]:
        banden = tuple(Band(naam, Fraction(grens)) for naam, grens in zip(("laag", "hoog"), grenzen, strict=True))
        gevonden = {b.code for b in check_sleutels(replace(lijst, banden=banden), "x")}
        assert gevonden - {"toeval-ongelijk", "zuiver-profiel"} == codes
