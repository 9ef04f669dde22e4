"""What the structures of the format become: the good examples, read into the model."""

from fractions import Fraction
from functools import partial
from pathlib import Path

import pytest

from conflictstijl.fouten import GebruikFout
from conflictstijl.laden.bevindingen import Bevindingen
from conflictstijl.laden.catalogus import load_vragenlijst
from conflictstijl.laden.vragenlijst import Leeswijze, parse_vragenlijst
from conflictstijl.laden.yamlbron import parse_yaml
from conflictstijl.model.antwoorden import NVT
from conflictstijl.model.vragen import Keuze, OpenVraag, Sleuteldeel, Stelling, Voorwaarde, Vorm, Vraag
from conflictstijl.model.vragenlijst import Band, Scoresoort, Volgorde, Vragenlijst
from tests.bouwers import GOED

from .proefbestand import merge

KALM = "kalm-en-storm"
GEDEELD = "gedeelde-stellingen"


def find(lijst: Vragenlijst, naam: str) -> Vraag:
    return next(vraag for vraag in lijst.vragen if vraag.id == naam)


def find_keuze(lijst: Vragenlijst, naam: str) -> Keuze:
    return next(keuze for keuze in lijst.keuzes if keuze.id == naam)


def list_teksten(lijst: Vragenlijst) -> list[str]:
    return [item.tekst for item in lijst.items if isinstance(item, Stelling)]


def parse_tekst(tekst: str, variant: str = "") -> tuple[Vragenlijst | None, list[str]]:
    bevindingen = Bevindingen()
    lees = partial(parse_vragenlijst, wijze=Leeswijze(variant))
    wortel = parse_yaml(tekst, "x.yaml", bevindingen)
    assert wortel is not None
    return lees(wortel, bevindingen), [str(bevinding) for bevinding in bevindingen]


def test_every_pair_of_styles_comes_three_times_and_every_style_stands_first_six_times() -> None:
    lijst = load_vragenlijst("paren-dertig")
    paren = [frozenset(keuze.schalen) for keuze in lijst.keuzes]
    eersten = [keuze.schalen[0] for keuze in lijst.keuzes]
    assert len(paren) == len(lijst.items) == 30
    assert {paren.count(paar) for paar in paren} == {3}
    assert {eersten.count(naam) for naam in eersten} == {6}
    assert lijst.evenwicht


def test_a_word_between_braces_is_that_of_the_version_with_a_capital_where_the_text_begins() -> None:
    leiding, collega = load_vragenlijst("drie-vormen", "leidinggevende"), load_vragenlijst("drie-vormen")
    assert list_teksten(leiding)[2] == "Mijn leidinggevende hoort van mij wat er gaat gebeuren."
    assert list_teksten(collega)[0] == "Samen met een collega zoek ik uit waar het om gaat."
    assert collega.uitleg == "Denk aan een meningsverschil met een collega."


def test_a_version_is_the_one_asked_for_else_the_standard_one_else_the_first() -> None:
    drie = load_vragenlijst("drie-vormen")
    assert drie.variant is not None
    assert (drie.variant.id, drie.volledige_id) == ("collega", "drie-vormen")
    assert load_vragenlijst("drie-vormen", "medewerker").volledige_id == "drie-vormen.medewerker"
    zonder = GOED + "vormen: {een: {naam: Een}, twee: {naam: Twee}}\n"
    eerste, bevindingen = parse_tekst(zonder)
    assert eerste is not None
    assert eerste.variant is not None
    assert (eerste.variant.id, bevindingen) == ("een", [])


@pytest.mark.parametrize(
    ("lijst", "variant", "wat"),
    [
        ("drie-vormen", "colega", "'drie-vormen' heeft geen vorm 'colega'; bedoelde je 'collega'?"),
        (
            "drie-vormen",
            "qqq",
            "'drie-vormen' heeft geen vorm 'qqq'; kies uit leidinggevende, medewerker of collega",
        ),
        (
            "banden",
            "zelf",
            "'banden' heeft geen vorm 'zelf'; laat de vorm weg, want deze vragenlijst heeft er geen",
        ),
    ],
)
def test_an_unknown_version_comes_with_those_there_are(lijst: str, variant: str, wat: str) -> None:
    with pytest.raises(GebruikFout) as fout:
        load_vragenlijst(lijst, variant)
    assert str(fout.value) == wat


def test_a_text_of_its_own_per_version_is_the_one_of_the_version_read() -> None:
    zelf, ander = load_vragenlijst("tekst-per-vorm"), load_vragenlijst("tekst-per-vorm", "ander")
    assert list_teksten(zelf) == ["Ik vraag door.", "Ik beslis.", "Koffie helpt bij een lastig gesprek."]
    assert list_teksten(ander)[0] == "Mijn collega vraagt door."
    assert (ander.uitleg, ander.open[0].tekst) == ("Denk aan één collega.", "Wat gun je je collega?")
    assert ander.variant is not None
    assert (ander.variant.vooraf, ander.variant.let_op) == ("Weet je collega hiervan?", "Dit is hoe jij het ziet.")
    assert ander.variant.naam == "Over een collega"
    assert (zelf.over_ander, ander.over_ander) == (False, True)


def test_a_part_has_scales_of_its_own_when_the_questionnaire_asks_for_them() -> None:
    lijst = load_vragenlijst(KALM)
    assert [(schaal.id, schaal.onderdeel, schaal.stijl) for schaal in lijst.schalen] == [
        ("kalm.samenwerken", "kalm", "samenwerken"),
        ("kalm.forceren", "kalm", "forceren"),
        ("storm.samenwerken", "storm", "samenwerken"),
        ("storm.forceren", "storm", "forceren"),
    ]
    assert [item.id for item in lijst.items] == ["kalm.1", "kalm.2", "storm.1", "storm.2"]
    assert [deel.naam for deel in lijst.onderdelen] == ["kalm", "Als het stormt"]
    assert lijst.stellingen[3].sleutel == (Sleuteldeel("storm.forceren"),)


def test_a_scale_without_items_in_any_part_keeps_its_name() -> None:
    lijst, bevindingen = parse_tekst(
        GOED.replace("schalen: [", "per_onderdeel: ja\nschalen: [toegeven, ") + "onderdelen: {kalm: {naam: Kalm}}\n"
    )
    assert bevindingen == []
    assert lijst is not None
    assert [schaal.id for schaal in lijst.schalen] == ["kalm.samenwerken", "kalm.vermijden", "toegeven"]


def test_without_scales_per_part_the_parts_add_up() -> None:
    lijst, _ = parse_tekst(f"{GOED}per_onderdeel: nee\nonderdelen: {{kalm: {{naam: Kalm}}, storm: {{naam: Storm}}}}\n")
    assert lijst is not None
    assert [schaal.id for schaal in lijst.schalen] == ["samenwerken", "vermijden"]
    assert [item.id for item in lijst.items] == ["kalm.1", "kalm.2", "storm.1", "storm.2"]
    assert lijst.gedeeld


def test_a_formula_becomes_steps_in_postfix_order() -> None:
    stappen = {een.id: (een.naam, een.stappen) for een in load_vragenlijst(KALM).afgeleid}
    helft = Fraction(1, 2)
    kalm, storm = "kalm.samenwerken", "storm.samenwerken"
    assert stappen == {
        "omslag-forceren": ("omslag-forceren", ("storm.forceren", "kalm.forceren", "-")),
        "omslag-samen": ("Omslag in samenwerken", (storm, kalm, "-")),
        "evenwicht": (
            "evenwicht",
            (kalm, storm, "+", Fraction(2), "/", "kalm.forceren", "storm.forceren", "+", Fraction(2), "/", "-"),
        ),
        "spiegel": ("spiegel", (Fraction(0), "omslag-forceren", "-", helft, "*")),
    }


@pytest.mark.parametrize(
    ("formule", "wat", "hint"),
    [
        (
            "vermijden; samenwerken",
            "'; samenwerken' past niet in een formule",
            "gebruik namen, getallen, + - * / en ( )",
        ),
        ("(" * 11 + "vermijden", "er staan meer dan 10 haakjes in elkaar", "maak de formule eenvoudiger"),
        ("(vermijden", "in deze formule ontbreekt een haakje", "sluit elk haakje dat je opent"),
    ],
)
def test_what_is_wrong_with_a_formula_is_told_apart_from_the_way_out(formule: str, wat: str, hint: str) -> None:
    bevindingen = Bevindingen()
    wortel = parse_yaml(f"{GOED}afgeleid: {{een: '{formule}'}}\n", "x.yaml", bevindingen)
    assert wortel is not None
    assert parse_vragenlijst(wortel, bevindingen) is None
    assert [(bevinding.wat, bevinding.hint) for bevinding in bevindingen] == [(wat, hint)]


def test_a_formula_may_have_ten_brackets_inside_each_other() -> None:
    lijst, bevindingen = parse_tekst(f"{GOED}afgeleid: {{een: {'(' * 10}vermijden{')' * 10}}}\n")
    assert bevindingen == []
    assert lijst is not None
    assert lijst.afgeleid[0].stappen == ("vermijden",)


def test_an_option_counts_in_several_scales_with_weights_or_in_none() -> None:
    lijst = load_vragenlijst("situaties")
    eerste, dochter = find_keuze(lijst, "1"), find_keuze(lijst, "dochter")
    assert eerste.opties[0].sleutel == (
        Sleuteldeel("samenwerken", Fraction(2)),
        Sleuteldeel("passend", Fraction(3, 2)),
    )
    assert dochter.opties[3].sleutel == ()
    assert [keuze.vorm for keuze in lijst.keuzes] == [Vorm.KIES, Vorm.UITERSTEN, Vorm.KIES, Vorm.KIES]
    assert [schaal.id for schaal in lijst.schalen if schaal.prestatie] == ["passend"]
    assert eerste.kenmerken == (("tijdsdruk", "hoog"), ("macht", "gelijk"))
    assert eerste.toelichting == "Wie eerst belt, weet wat er speelt."
    assert lijst.opties_volgorde is Volgorde.WILLEKEURIG
    assert lijst.volgorde is Volgorde.VAST


def test_points_to_divide_are_those_of_the_question_else_those_of_the_part() -> None:
    lijst = load_vragenlijst("rangschik-en-verdeel")
    assert [(keuze.id, keuze.vorm, keuze.totaal) for keuze in lijst.keuzes] == [
        ("rangorde.1", Vorm.RANGSCHIK, 0),
        ("punten.1", Vorm.VERDEEL, 10),
        ("gisteren", Vorm.VERDEEL, 6),
    ]
    assert [keuze.totaal for keuze in load_vragenlijst("punten-verdelen").keuzes] == [100, 100]


def test_a_statement_counts_in_two_scales_and_a_scale_has_a_question() -> None:
    lijst = load_vragenlijst("vijf-lenzen")
    schuren = find(lijst, "schuren")
    assert isinstance(schuren, Stelling)
    assert [deel.schaal for deel in schuren.sleutel] == ["relatie", "proces"]
    assert lijst.schaal("ambitie").vraag == "Waar willen we samen naartoe?"
    assert [vraag.id for vraag in lijst.open] == ["aandacht", "open-2"]
    assert lijst.antwoorden is not None
    assert (lijst.antwoorden.nvt, lijst.score) == ("weet ik niet", Scoresoort.PROCENT)


def test_bands_order_and_missing_rule_are_read() -> None:
    lijst = load_vragenlijst("banden")
    assert lijst.banden == (Band("laag", Fraction(0)), Band("midden", Fraction(7, 10)), Band("hoog", Fraction(7, 5)))
    assert (lijst.volgorde, lijst.ontbrekend) == (Volgorde.WILLEKEURIG, Fraction(3, 4))


def test_four_out_of_five_statements_of_a_scale_are_enough_unless_the_questionnaire_says_otherwise() -> None:
    assert load_vragenlijst("likert-lijst").ontbrekend == Fraction(4, 5)
    assert load_vragenlijst("likert-kaart").ontbrekend == 1


def test_five_hundred_statements_are_not_too_many() -> None:
    items = "".join(f"  - vermijden: Ik sla beurt {nummer} over.\n" for nummer in range(500))
    lijst, bevindingen = parse_tekst(f"{GOED[: GOED.index('items:')]}items:\n{items}")
    assert bevindingen == []
    assert lijst is not None
    assert len(lijst.items) == 500


def test_a_condition_names_earlier_questions_and_the_answers_that_lead_on() -> None:
    lijst = load_vragenlijst("vertakking")
    voorwaarden = {vraag.id: vraag.als for vraag in lijst.vragen if vraag.als}
    assert voorwaarden == {
        "team": (Voorwaarde("leiding", (0,)),),
        "1": (Voorwaarde("leiding", (0,)),),
        "4": (Voorwaarde("uitstel", (4, 5)), Voorwaarde("leiding", (1,))),
        "5": (Voorwaarde("3", (1, 2, NVT)),),
        "gesprek": (Voorwaarde("uitstel", (4, 5)),),
        "open-2": (Voorwaarde("team", (1,)), Voorwaarde("uitstel", (5,))),
    }
    assert lijst.oefen == ("Ik drink koffie tijdens een overleg.",)
    assert isinstance(lijst.vragen[-1], OpenVraag)


def test_shared_statements_have_the_words_ids_and_conditions_of_each_part() -> None:
    lijst = load_vragenlijst(GEDEELD)
    assert list_teksten(lijst)[1::3] == [
        "Mijn cliënt krijgt van mij gelijk.",
        "Mijn team krijgt van mij gelijk.",
        "Een collega krijgt van mij gelijk.",
    ]
    als = {item.id: [(eis.vraag, eis.antwoorden) for eis in item.als] for item in lijst.items}
    assert als["client.1"] == []
    assert als["client.3"] == [("client.twijfel", (2, 3)), ("client.1", (1,))]
    assert als["team.3"] == [("leiding", (0,)), ("team.twijfel", (2, 3)), ("team.1", (1,))]
    assert als["collega.twijfel"] == [("client.twijfel", (2, 3))]
    assert [deel.als for deel in lijst.onderdelen] == [
        (),
        (Voorwaarde("leiding", (0,)),),
        (Voorwaarde("client.twijfel", (2, 3)),),
    ]


def test_a_part_answers_in_its_own_way() -> None:
    lijst = load_vragenlijst("antwoorden-per-onderdeel")
    hoogste = [stelling.antwoorden.hoogste for stelling in lijst.stellingen]
    assert hoogste == [5, 5, 1, 1, 1]
    assert [keuze.id for keuze in lijst.keuzes] == ["kiezen.1", "blik"]
    assert lijst.stellingen[4].als == (Voorwaarde("ja-nee.2", (1,)), Voorwaarde("hoe-vaak.1", (4, 5)))
    assert not lijst.gedeeld


def test_the_norm_group_counts_people_per_score() -> None:
    normen = load_vragenlijst("met-normen").normen
    assert normen is not None
    assert {naam: sum(aantal for _, aantal in rij) for naam, rij in normen.tabel.items()} == {
        "samenwerken": 120,
        "vermijden": 120,
    }
    assert (normen.n, normen.jaar, normen.naam) == (120, 2026, "Nagebootste wijkteams")
    assert all(list(rij) == sorted(rij) for rij in normen.tabel.values())


def test_a_questionnaire_that_stands_nowhere_has_no_norm_group() -> None:
    normen = "normen: {naam: W, n: 120, jaar: 2026, bron: b, populatie: p, bestand: weg.csv}\n"
    lijst, bevindingen = parse_tekst(GOED + normen)
    assert bevindingen == []
    assert lijst is not None
    assert lijst.normen is None


def test_balance_may_be_asked_of_pairs_in_parts() -> None:
    paar = "{samenwerken: Ik vraag door., vermijden: Ik wacht.}"
    onderdeel = f"evenwicht: streng\nonderdelen: {{een: {{vorm: kies, items: [{paar}]}}}}\n"
    lijst, bevindingen = parse_tekst(GOED[: GOED.index("items:")] + onderdeel)
    assert bevindingen == []
    assert lijst is not None
    assert lijst.evenwicht


def test_points_may_stand_above_questions_of_which_only_some_divide() -> None:
    vraag = "{vraag: Wat?, opties: [{samenwerken: a}, {vermijden: b}]%s}"
    items = f"vorm: kies\ntotaal: 7\nitems: [{vraag % ', vorm: verdeel'}, {vraag % ''}]\n"
    lijst, bevindingen = parse_tekst(GOED[: GOED.index("antwoorden:")] + "schalen: [samenwerken, vermijden]\n" + items)
    assert bevindingen == []
    assert lijst is not None
    assert [keuze.totaal for keuze in lijst.keuzes] == [7, 0]


NORMGROEP = "normen: {naam: W, n: 120, jaar: 2026, bron: b, populatie: p, bestand: norm.csv}\n"
GEWOGEN = """\
items:
  - vorm: rangschik
    opties: [{samenwerken 3: Ik vraag door.}, {samenwerken: Ik luister.}, {vermijden: Ik wacht.}]
"""
"""On samenwerken this reaches from 5/3 to 11/3."""


@pytest.mark.parametrize(
    ("lijst", "score", "grenzen"),
    [
        (merge(GOED, GEWOGEN), "3.67", ""),
        (merge(GOED, GEWOGEN), "3.68", "1,67 tot 3,67"),
        (merge(GOED, "score: som\n"), "5", ""),
        (merge(GOED, "score: som\n"), "6", "1 tot 5"),
        (merge(GOED, "score: procent\n"), "6", ""),
        (merge(GOED, "score: procent\n"), "-1", "0 tot 100"),
    ],
)
def test_a_norm_group_has_scores_that_the_scale_can_reach(lijst: str, score: str, grenzen: str, tmp_path: Path) -> None:
    tabel = f"schaal,score,aantal\nvermijden,2,120\nsamenwerken,{score},120\n"
    (tmp_path / "norm.csv").write_text(tabel, encoding="utf-8")
    bevindingen = Bevindingen()
    wortel = parse_yaml(lijst + NORMGROEP, "x.yaml", bevindingen)
    assert wortel is not None
    parse_vragenlijst(wortel, bevindingen, Leeswijze(folder=tmp_path))
    fout = f"norm.csv:3:1: score {score.replace('.', ',')} kan niet op deze schaal ({grenzen})"
    assert [str(een).partition("; ")[0] for een in bevindingen] == [fout] * bool(grenzen)
