"""Which outcome answers lead to: the first that matches, and none while open answers leave several possible."""

import json
from collections.abc import Sequence
from dataclasses import replace
from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conflictstijl.laden.bevindingen import Bevindingen
from conflictstijl.laden.vragenlijst import parse_vragenlijst
from conflictstijl.laden.yamlbron import parse_yaml
from conflictstijl.model.antwoorden import NVT, Antwoord, Antwoordblad
from conflictstijl.model.uitkomst import Uitkomststand
from conflictstijl.model.vragen import Voorwaarde
from conflictstijl.model.vragenlijst import Vragenlijst
from conflictstijl.rekenen import uitkomsten
from conflictstijl.rekenen.scoren import score_antwoorden
from conflictstijl.rekenen.vingerafdruk import build_vingerafdruk

KOP: dict[str, Any] = {
    "vragenlijst": "proef",
    "formaat": 1,
    "versie": "1.0",
    "titel": "Proef",
    "herkomst": {"licentie": "CC0-1.0", "auteur": "ons", "status": "proef"},
    "antwoorden": {"0": "nee", "1": "ja"},
}
ITEMS: list[dict[str, Any]] = [
    {"druk": "Het is vol."},
    {"druk": "Het is laat."},
    {"geen": "Er is ruzie.", "id": "ruzie"},
    {"geen": "De ruzie is oud.", "id": "oud", "als": {"ruzie": "ja"}},
]
MET_SCHAAL = {"schalen": {"druk": "Druk"}, "score": "som", "banden": {"laag": 0, "midden": 1, "hoog": 2}}


def bouw(regels: Sequence[Any], **anders: Any) -> Vragenlijst:
    """Return a questionnaire with an outcome for each of these conditions, called 0, 1, 2 ...; `{}` is the rest."""
    lijst = [{"titel": f"{n}", "tekst": "Zo.", **({"als": als} if als else {})} for n, als in enumerate(regels)]
    bevindingen = Bevindingen()
    boom = {**KOP, **MET_SCHAAL, "items": ITEMS, **anders, "uitkomsten": lijst}
    wortel = parse_yaml(json.dumps({naam: een for naam, een in boom.items() if een is not None}), "p", bevindingen)
    assert wortel is not None
    gelezen = parse_vragenlijst(wortel, bevindingen)
    assert gelezen is not None, bevindingen
    return gelezen


def scoor(lijst: Vragenlijst, *antwoorden: Antwoord) -> Uitkomststand:
    stand = score_antwoorden(lijst, Antwoordblad(lijst.id, antwoorden)).uitkomst
    assert stand is not None
    return stand


def lees(lijst: Vragenlijst, *antwoorden: Antwoord) -> tuple[str | None, tuple[str, ...]]:
    """Return the title of the outcome, and the questions that still decide."""
    stand = scoor(lijst, *antwoorden)
    return stand.uitkomst and stand.uitkomst.titel, stand.beslissen


def test_a_questionnaire_without_outcomes_has_none() -> None:
    lijst = bouw([{}])
    assert uitkomsten.score_uitkomst(bouw([{}]), (0, 0, 0, None), {}) is not None
    zonder = Bevindingen()
    wortel = parse_yaml(json.dumps({**KOP, **MET_SCHAAL, "items": ITEMS}), "p", zonder)
    assert wortel is not None
    gewoon = parse_vragenlijst(wortel, zonder)
    assert gewoon is not None
    assert score_antwoorden(gewoon, Antwoordblad(lijst.id, (0, 0, 0, None))).uitkomst is None


REGELS: list[dict[str, Any]] = [{"ruzie": "ja", "druk": "hoog"}, {"druk": ["midden", "hoog"]}, {"ruzie": "ja"}, {}]


@pytest.mark.parametrize(
    ("antwoorden", "titel"),
    [((1, 1, 1, 0), "0"), ((1, 1, 0, None), "1"), ((1, 0, 1, 1), "1"), ((0, 0, 1, 1), "2"), ((0, 0, 0, None), "3")],
)
def test_the_first_outcome_of_which_all_conditions_hold_counts(antwoorden: Sequence[Antwoord], titel: str) -> None:
    assert lees(bouw(REGELS), *antwoorden) == (titel, ())


def test_an_open_answer_that_makes_no_difference_is_no_reason_to_wait() -> None:
    assert lees(bouw([{"druk": "hoog"}, {"ruzie": "ja"}, {}]), 1, 1, None, None) == ("0", ())


def test_open_answers_that_leave_several_outcomes_give_none_and_name_the_questions() -> None:
    lijst = bouw(REGELS)
    assert lees(lijst, 1, 1, None, None) == (None, ("ruzie",))
    assert lees(lijst, 1, None, 0, None) == (None, ("2",))
    assert lees(lijst, None, None, None, None) == (None, ("1", "2", "ruzie"))


def test_an_open_question_that_decides_whether_another_is_asked_is_named_with_it() -> None:
    lijst = bouw([{"ruzie": "nee"}, {"oud": "nee"}, {"oud": "ja"}])
    assert lees(lijst, 0, 0, None, None) == (None, ("ruzie", "oud"))
    assert lees(lijst, 0, 0, None, 1) == (None, ("ruzie",))
    assert lees(lijst, 0, 0, 1, None) == (None, ("oud",))
    assert lees(lijst, 0, 0, 0, None) == ("0", ())


def test_an_open_question_is_named_when_no_condition_takes_it_but_it_decides_whether_another_is_asked() -> None:
    assert lees(bouw([{"oud": "ja"}, {}]), 0, 0, None, 1) == (None, ("ruzie",))


def test_two_open_questions_of_which_neither_decides_alone_are_both_named() -> None:
    items = [{"geen": "Een.", "id": "een"}, {"geen": "Twee.", "id": "twee"}]
    regels = [{"een": "ja", "twee": "ja"}, {"een": "nee", "twee": "nee"}, {}]
    lijst = bouw(regels, items=items, schalen=None, banden=None, score=None)
    assert lees(lijst, None, None) == (None, ("een", "twee"))


def test_a_question_that_was_not_asked_meets_no_condition() -> None:
    assert lees(bouw([{"oud": ["nee", "ja"]}, {}]), 0, 0, 0, None) == ("1", ())


def test_an_answer_that_does_not_apply_is_no_answer_unless_a_condition_takes_it() -> None:
    antwoorden = {"0": "nee", "1": "ja", "nvt": "weet ik niet"}
    assert lees(bouw([{"ruzie": "ja"}, {}], antwoorden=antwoorden), 0, 0, NVT, None) == (None, ("ruzie",))
    met = bouw([{"ruzie": ["ja", "nvt"]}, {}], antwoorden=antwoorden)
    assert lees(met, 0, 0, NVT, None) == ("0", ())
    assert lees(met, 0, 0, 0, None) == ("1", ())


def test_a_scale_that_was_not_asked_meets_no_condition_and_one_that_does_not_apply_can_be_anything() -> None:
    items = [{"geen": "Er is ruzie.", "id": "ruzie"}, {"druk": "Het is vol.", "als": {"ruzie": "ja"}}]
    lijst = bouw([{"druk": ["laag", "midden"]}, {}], items=items)
    assert lees(lijst, 0, None) == ("1", ())
    nvt = bouw([{"druk": "laag"}, {}], items=items, antwoorden={"0": "nee", "1": "ja", "nvt": "weet ik niet"})
    assert lees(nvt, 1, NVT) == (None, ("2",))


def test_a_combination_for_which_nothing_was_written_has_no_outcome_and_no_question_that_helps() -> None:
    lijst = bouw([{"ruzie": ["nee", "ja"]}])
    weg = lijst.uitkomsten[0]._replace(als=(lijst.uitkomsten[0].als[0]._replace(antwoorden=(1,)),))
    stand = uitkomsten.score_uitkomst(replace(lijst, uitkomsten=(weg,)), (0, 0, 0, None), {})
    assert stand == Uitkomststand(None, (), (("Er is ruzie.", "nee"),))


def test_more_combinations_than_can_be_gone_through_give_no_outcome(monkeypatch: pytest.MonkeyPatch) -> None:
    lijst = bouw(REGELS)
    monkeypatch.setattr(uitkomsten, "MEESTE_STANDEN", 1)
    assert lees(lijst, 1, 1, None, None) == (None, ("ruzie",))


def test_the_answers_that_outcomes_depend_on_are_kept_in_words() -> None:
    keuze = {"vraag": "Wie begon?", "opties": [{"geen": "Jij."}, {"geen": "De ander."}], "vorm": "kies", "id": "wie"}
    achtergrond = {"rol": {"vraag": "Wat ben je?", "antwoorden": ["buur", "zus"]}}
    regels = [{"wie": "a", "rol": "zus", "ruzie": ["nee", "nvt"]}, {}]
    lijst = bouw(regels, items=[*ITEMS, keuze], achtergrond=achtergrond)
    assert scoor(lijst, 1, 0, 0, NVT, None, 0).antwoorden == (
        ("Wat ben je?", "zus"),
        ("Er is ruzie.", "niet van toepassing"),
        ("Wie begon?", "Jij."),
    )


def test_a_case_without_a_question_stands_for_it_and_an_answer_without_a_label_is_its_number() -> None:
    keuze = {"casus": "Er is brand.", "opties": [{"geen": "Bel."}, {"geen": "Ren."}], "id": "brand", "vorm": "kies"}
    lijst = bouw([{"brand": "b", "1": 2}, {}], items=[*ITEMS[:2], keuze], antwoorden=["nee", "", "ja"])
    assert scoor(lijst, 2, 1, 1).antwoorden == (("Het is vol.", "2"), ("Er is brand.", "Ren."))


def test_the_fingerprint_changes_with_a_condition_and_not_with_better_words() -> None:
    basis = bouw(REGELS)
    assert build_vingerafdruk(basis) != build_vingerafdruk(bouw([*REGELS[:1], {"druk": "hoog"}, *REGELS[2:]]))
    anders = [een._replace(tekst="Anders.", doe=("Bel.",)) for een in basis.uitkomsten]
    kopie = replace(basis, uitkomsten=tuple(anders))
    build_vingerafdruk.cache_clear()
    assert build_vingerafdruk(kopie) == build_vingerafdruk(basis)


_antwoorden = st.lists(st.sampled_from(["nee", "ja"]), min_size=1, max_size=2, unique=True)
_regels = st.lists(
    st.dictionaries(st.sampled_from(["een", "twee", "drie"]), _antwoorden, min_size=1, max_size=3), max_size=4
)
VRAGEN = [
    {"geen": "Een.", "id": "een"},
    {"geen": "Twee.", "id": "twee", "als": {"een": "ja"}},
    {"geen": "Drie.", "id": "drie"},
]


@given(_regels, st.tuples(*[st.sampled_from([None, 0, 1])] * 3))
@settings(max_examples=120)
def test_an_open_sheet_has_the_outcome_that_every_way_to_finish_it_has(
    regels: list[dict[str, list[str]]], blad: tuple[int | None, ...]
) -> None:
    basis = bouw([{}], items=VRAGEN, schalen=None, banden=None, score=None)
    als = [tuple((n, tuple(["nee", "ja"].index(een) for een in goed)) for n, goed in regel.items()) for regel in regels]
    eisen = [tuple(Voorwaarde(naam, goed) for naam, goed in regel) for regel in als]
    alle = (*(basis.uitkomsten[0]._replace(titel=f"{n}", als=eis) for n, eis in enumerate(eisen)), basis.uitkomsten[0])
    lijst = replace(basis, uitkomsten=alle)
    mogelijk: set[str] = set()
    for een, twee, drie in product(*((0, 1) if antwoord is None else (antwoord,) for antwoord in blad)):
        stand = {"een": een, "twee": twee if een else None, "drie": drie}
        past = (n for n, regel in enumerate(als) if all(stand[naam] in goed for naam, goed in regel))
        mogelijk.add(str(next(past, "rest")))
    stand_ = uitkomsten.score_uitkomst(lijst, blad, {})
    assert stand_ is not None
    if len(mogelijk) == 1:
        assert stand_.uitkomst is not None
        assert (stand_.uitkomst.titel if stand_.uitkomst.als else "rest") in mogelijk
    else:
        assert stand_.uitkomst is None
        assert stand_.beslissen
        assert all(blad[["een", "twee", "drie"].index(naam)] is None for naam in stand_.beslissen)
