"""The key `uitkomsten`: what is read, and that every combination of bands and answers leads somewhere."""

import json
from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conflictstijl.laden.bevindingen import Bevindingen
from conflictstijl.laden.vragenlijst import parse_vragenlijst
from conflictstijl.laden.yamlbron import parse_yaml
from conflictstijl.model.antwoorden import NVT
from conflictstijl.model.uitkomst import Bandeis
from conflictstijl.model.vervolg import Vervolg
from conflictstijl.model.vragen import Voorwaarde
from conflictstijl.model.vragenlijst import Vragenlijst

Regel = dict[str, Any]

BANDEN = ("laag", "midden", "hoog")
LIJST: dict[str, Any] = {
    "vragenlijst": "proef",
    "formaat": 1,
    "versie": "1.0",
    "titel": "Proef",
    "herkomst": {"licentie": "CC0-1.0", "auteur": "ons", "status": "proef"},
    "antwoorden": {"0": "nee", "1": "ja"},
    "schalen": {"druk": "Druk"},
    "score": "som",
    "banden": {"laag": 0, "midden": 1, "hoog": 2},
    "items": [
        {"druk": "Het is vol."},
        {"druk": "Het is laat."},
        {"geen": "Er is ruzie.", "id": "ruzie"},
        {"geen": "De ruzie is oud.", "id": "oud", "als": {"ruzie": "ja"}},
    ],
}
REST = {"titel": "Rest", "tekst": "Al het andere."}


def lees(uitkomsten: Any, **anders: Any) -> tuple[Vragenlijst | None, list[str]]:
    """Return the questionnaire and the codes and texts of what is wrong with it."""
    bevindingen = Bevindingen()
    tekst = json.dumps({**LIJST, **anders, "uitkomsten": uitkomsten}, ensure_ascii=False)
    wortel = parse_yaml(tekst, "proef.yaml", bevindingen)
    assert wortel is not None
    lijst = parse_vragenlijst(wortel, bevindingen)
    return lijst, [f"{bevinding.code}: {bevinding.wat}" for bevinding in bevindingen]


def bouw(als: Regel | None, titel: str = "Een") -> Regel:
    return {"titel": titel, "tekst": "Dit is er een.", **({"als": als} if als else {})}


def test_an_outcome_is_read_with_its_conditions_and_what_comes_next() -> None:
    verder = {"werkblad": "partijen", "vaardigheid": ["doorvragen", "samenvatten"]}
    eerste = {**bouw({"druk": ["laag", "hoog"], "ruzie": "ja"}), "doe": ["Bel iemand.", "Wacht."], "verder": verder}
    lijst, fouten = lees([eerste, REST])
    assert fouten == []
    assert lijst is not None
    een, rest = lijst.uitkomsten
    assert (een.titel, een.tekst, een.doe) == ("Een", "Dit is er een.", ("Bel iemand.", "Wacht."))
    assert een.banden == (Bandeis("druk", ("laag", "hoog")),)
    assert een.als == (Voorwaarde("ruzie", (1,)),)
    assert een.verder == Vervolg(werkblad=("partijen",), vaardigheid=("doorvragen", "samenvatten"))
    assert (een.rest, rest.rest, rest.doe, rest.verder) == (False, True, (), Vervolg())


def test_one_thing_to_do_need_not_be_a_list_and_an_empty_list_is_wrong() -> None:
    lijst, _ = lees([{**REST, "doe": "Bel iemand."}])
    assert lijst is not None
    assert lijst.uitkomsten[0].doe == ("Bel iemand.",)
    assert lees([{**REST, "doe": []}])[1] == ["lege-lijst: de lijst 'doe' is leeg"]


@pytest.mark.parametrize("uitkomsten", ["Ga door.", [], [REST] * 51])
def test_outcomes_are_a_list_of_one_to_fifty(uitkomsten: Any) -> None:
    assert lees(uitkomsten)[1] == ["uitkomsten: 'uitkomsten' is een lijst van 1 tot en met 50 uitkomsten"]


@pytest.mark.parametrize(
    ("als", "fout"),
    [
        ({"drukk": "laag"}, "onbekende-verwijzing: er is geen schaal of vraag 'drukk'"),
        ({"druk": "lag"}, "onbekende-band: er is geen band 'lag'"),
        ({"druk": ["laag", "laag"]}, "dubbel-in-lijst: 'laag' staat twee keer in 'als'"),
        ({"druk": {"laag": 1}}, "geen-tekst: hier hoort een band, geen lijst of groep"),
        ({"ruzie": "misschien"}, "voorwaarde: 'misschien' is geen antwoord op die vraag"),
        ([1], "geen-groep: 'als' bestaat uit regels 'naam: waarde'"),
        ({}, "leeg: 'als' is leeg"),
    ],
)
def test_a_condition_names_a_band_of_a_scale_or_an_answer_to_a_question(als: Any, fout: str) -> None:
    assert lees([{**bouw(None), "als": als}, REST])[1] == [fout]


def test_a_band_without_bands_is_unknown() -> None:
    anders = {naam: waarde for naam, waarde in LIJST.items() if naam != "banden"}
    bevindingen = Bevindingen()
    wortel = parse_yaml(json.dumps({**anders, "uitkomsten": [bouw({"druk": "laag"}), REST]}), "p.yaml", bevindingen)
    assert wortel is not None
    parse_vragenlijst(wortel, bevindingen)
    assert [(een.code, een.hint) for een in bevindingen] == [("onbekende-band", "zet 'banden:' bij de vragenlijst")]


def test_nothing_is_said_about_conditions_when_something_before_is_wrong() -> None:
    _, fouten = lees([bouw({"druk": "lag"}), REST], schalen={"druk": "Druk", "1x": "Fout"})
    assert [fout.partition(":")[0] for fout in fouten] == ["ongeldig-id"]


def test_a_combination_without_an_outcome_is_told_with_the_first_of_them() -> None:
    _, fouten = lees([bouw({"druk": "hoog"}), bouw({"ruzie": "nee"}, "Twee")])
    assert fouten == ["uitkomst-ontbreekt: zonder uitkomst blijft: druk laag en vraag ruzie 'ja' (en nog 1)"]


def test_a_question_that_is_not_asked_is_a_combination_only_where_that_can_be() -> None:
    _, fouten = lees([bouw({"oud": "ja"})])
    assert fouten == ["uitkomst-ontbreekt: zonder uitkomst blijft: vraag oud 'nee' (en nog 1)"]
    # asked only after a quarrel, so these three are all there is
    assert lees([bouw({"ruzie": "nee"}), bouw({"oud": "nee"}, "Twee"), bouw({"oud": "ja"}, "Drie")])[1] == []


def test_a_score_below_the_lowest_band_is_a_combination_too() -> None:
    _, fouten = lees([bouw({"druk": ["midden", "hoog"]})], banden={"midden": 1, "hoog": 2})
    assert fouten == ["uitkomst-ontbreekt: zonder uitkomst blijft: druk zonder band"]


def test_a_band_that_no_score_reaches_is_no_combination() -> None:
    uitkomsten = [bouw({"druk": ["midden", "hoog"]})]
    assert lees(uitkomsten, banden={"onder": -2, "midden": 0, "hoog": 2, "top": 9})[1] == []


def test_an_answer_that_does_not_apply_counts_where_a_condition_names_it() -> None:
    antwoorden = {"0": "nee", "1": "ja", "nvt": "weet ik niet"}
    lijst, fouten = lees(
        [bouw({"ruzie": ["nee", "weet ik niet"]}), bouw({"ruzie": "ja"}, "Twee")], antwoorden=antwoorden
    )
    assert fouten == []
    assert lijst is not None
    assert lijst.uitkomsten[0].als == (Voorwaarde("ruzie", (0, NVT)),)


def test_an_outcome_behind_others_that_always_go_before_it_is_told() -> None:
    _, fouten = lees([bouw({"druk": ["laag", "midden"]}), bouw({"druk": "laag"}, "Twee"), REST])
    assert fouten == ["uitkomst-nooit: uitkomst 'Twee' komt nooit, want een eerdere gaat altijd voor"]


def test_an_outcome_without_conditions_comes_last() -> None:
    _, fouten = lees([REST, bouw({"druk": "laag"})])
    assert fouten == ["uitkomst-nooit: deze uitkomst heeft geen 'als', dus de uitkomsten hierna komen nooit"]


def test_too_many_combinations_are_refused_with_their_number() -> None:
    items = [{"geen": f"Er is {nummer} keer ruzie.", "id": f"v{nummer}x"} for nummer in range(15)]
    als = {f"v{nummer}x": "ja" for nummer in range(15)}
    _, fouten = lees([bouw(als), REST], items=[*items, {"druk": "Het is vol."}])
    assert fouten == ["uitkomsten: de voorwaarden geven 32768 combinaties, en 20000 is de grens"]


def test_a_questionnaire_with_outcomes_needs_no_scale() -> None:
    zonder = {naam: waarde for naam, waarde in LIJST.items() if naam not in {"schalen", "banden", "score"}}
    zonder["items"] = LIJST["items"][2:]
    bevindingen = Bevindingen()
    wortel = parse_yaml(json.dumps({**zonder, "uitkomsten": [REST]}), "p.yaml", bevindingen)
    assert wortel is not None
    lijst = parse_vragenlijst(wortel, bevindingen)
    assert (bevindingen, lijst and lijst.schalen) == ([], ())


def test_moment_company_and_the_safety_question_are_read() -> None:
    lijst, fouten = lees([REST], moment="tijdens", met="samen", veiligheid="vragen")
    assert fouten == []
    assert lijst is not None
    assert (lijst.moment, lijst.gezelschap, lijst.veiligheid) == ("tijdens", "samen", True)
    gewoon, _ = lees([REST])
    assert gewoon is not None
    assert (gewoon.moment, gewoon.gezelschap, gewoon.veiligheid) == (None, None, False)


def test_an_unknown_kind_or_an_empty_list_to_go_on_with_is_wrong() -> None:
    _, fouten = lees([{**REST, "verder": {"werkbladen": "partijen"}}])
    assert fouten == ["onbekende-sleutel: onbekende naam 'werkbladen' in 'verder'"]
    assert lees([{**REST, "verder": {"werkblad": []}}])[1] == ["lege-lijst: de lijst 'werkblad' is leeg"]


_banden = st.lists(st.sampled_from(BANDEN), min_size=1, max_size=2, unique=True)
_antwoorden = st.lists(st.sampled_from(["nee", "ja"]), min_size=1, max_size=2, unique=True)
_regels = st.lists(
    st.fixed_dictionaries({}, optional={"druk": _banden, "ruzie": _antwoorden, "oud": _antwoorden}),
    min_size=1,
    max_size=4,
)


@given(_regels)
@settings(max_examples=120)
def test_the_check_of_all_combinations_agrees_with_trying_them_one_by_one(regels: list[dict[str, list[str]]]) -> None:
    uitkomsten = [bouw(als, f"Uitkomst {nummer}") for nummer, als in enumerate(regels)]
    genoemd = set[str]().union(*regels)
    # a question that no condition names can have any answer, so an old quarrel may then be asked about or not
    alle = [
        (druk, ruzie, oud)
        for druk, ruzie, oud in product(BANDEN, ("nee", "ja"), ("nee", "ja", None))
        if (oud is not None) == (ruzie == "ja")
    ]
    eerste = [
        next(
            (
                n
                for n, als in enumerate(regels)
                if all(
                    dict(zip(("druk", "ruzie", "oud"), stand, strict=True))[naam] in goed for naam, goed in als.items()
                )
            ),
            None,
        )
        for stand in alle
    ]
    _, fouten = lees(uitkomsten)
    codes = [fout.partition(":")[0] for fout in fouten]
    if any(not als for als in regels[:-1]):
        assert codes == ["uitkomst-nooit"] * sum(not als for als in regels[:-1])
        return
    assert ("uitkomst-ontbreekt" in codes) == (None in eerste)
    nooit = {n for n in range(len(regels)) if n not in eerste}
    assert {n for n in range(len(regels)) if any(f"'Uitkomst {n}'" in fout for fout in fouten)} == nooit
    assert genoemd <= {"druk", "ruzie", "oud"}
