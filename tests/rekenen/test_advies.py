"""From what stands out to skills and a learning question."""

from dataclasses import replace

import pytest

from conflictstijl.model.kennis import (
    Advieskennis,
    AlgemeenAdvies,
    Kennis,
    Oefening,
    Profieladvies,
    Stijl,
    Stijladvies,
    Stijlenkennis,
    Vaardighedenkennis,
    Vaardigheid,
)
from conflictstijl.model.stijlen import STIJLEN
from conflictstijl.model.vragenlijst import Schaal
from conflictstijl.rekenen.advies import advise_gesprek, advise_profiel, advise_stijl, read_stijlen
from tests.bouwers import build_profiel, build_stellingen

LIJST = build_stellingen(*STIJLEN)
OEFEN = {
    "forceren": ("grens", "knoop", "volhouden"),
    "samenwerken": ("doorvragen", "belangen"),
    "compromis": ("ruilen", "tussenweg"),
    "vermijden": ("pauze", "loslaten"),
    "toegeven": ("ruimte", "doorvragen"),
}
REM = {
    "forceren": ("luisteren", "doorvragen"),
    "samenwerken": ("knoop", "tussenweg"),
    "compromis": ("belangen", "doorvragen"),
    "vermijden": ("agenderen", "gevoel", "ik-boodschap", "grens"),
    "toegeven": ("grens", "ik-boodschap"),
}
ALGEMEEN = ("luisteren", "pauze", "samenvatten", "doorvragen")


def build_kennis() -> Kennis:
    namen = {naam for rij in (*OEFEN.values(), *REM.values(), ALGEMEEN) for naam in rij}
    oefening = Oefening(1, 10, "")
    vaardigheden = {naam: Vaardigheid(naam, naam, {}, "", (), oefening, oefening, "", "") for naam in namen}
    stijlen = {s: Stijl(s, s, s.title(), (0, 0), (), "", (), (), (), (), (), (), "") for s in STIJLEN}
    adviezen = {s: build_stijladvies(s) for s in STIJLEN}
    algemeen = AlgemeenAdvies("", ALGEMEEN, ("algemeen?", "nog een?"), (), terugkijken=("a?", "b?", "c?", "d?"))
    return Kennis(
        Stijlenkennis("s", ("zelf", "ander"), stijlen),
        Vaardighedenkennis("v", vaardigheden),
        Advieskennis("a", adviezen, {}, algemeen),
    )


def build_stijladvies(stijl: str) -> Stijladvies:
    leervragen = (f"{stijl} veel?", f"{stijl} weinig?")
    veel, weinig = ((f"{stijl} {kant} 1?", f"{stijl} {kant} 2?") for kant in ("veel", "weinig"))
    advies = Stijladvies(stijl, "", "", (), OEFEN[stijl], REM[stijl], leervragen)
    return advies._replace(terugkijken_veel=veel, terugkijken_weinig=weinig)


def advise(hoog: tuple[str, ...] = (), laag: tuple[str, ...] = ()) -> Profieladvies:
    return advise_profiel(build_profiel(hoog, laag), LIJST, build_kennis())


def read_namen(advies: Profieladvies) -> list[str]:
    return [vaardigheid.id for vaardigheid, _ in advies.vaardigheden]


def test_a_style_used_much_gives_the_first_three_of_its_brakes() -> None:
    advies = advise(hoog=("vermijden",))
    assert read_namen(advies) == ["agenderen", "gevoel", "ik-boodschap"]
    assert {reden for _, reden in advies.vaardigheden} == {"Dit helpt als je vaak kiest voor vermijden."}
    assert advies.leervraag == "vermijden veel?"


def test_a_style_used_little_gives_its_exercises() -> None:
    advies = advise(laag=("forceren",))
    assert read_namen(advies) == ["grens", "knoop", "volhouden"]
    assert {reden for _, reden in advies.vaardigheden} == {"Hiermee oefen je forceren."}
    assert advies.leervraag == "forceren weinig?"


def test_several_styles_take_turns_with_those_used_much_first() -> None:
    advies = advise(hoog=("vermijden",), laag=("forceren", "compromis"))
    assert read_namen(advies) == ["agenderen", "grens", "ruilen"]
    assert advies.leervraag == "vermijden veel?"
    assert read_namen(advise(hoog=("vermijden",), laag=("forceren",))) == ["agenderen", "grens", "gevoel"]


def test_a_style_that_runs_out_leaves_its_turn_to_the_others() -> None:
    assert read_namen(advise(hoog=("compromis",), laag=("toegeven",))) == ["belangen", "ruimte", "doorvragen"]


def test_a_skill_is_advised_once_with_its_first_reason() -> None:
    advies = advise(hoog=("toegeven",), laag=("forceren",))
    assert [(vaardigheid.id, reden) for vaardigheid, reden in advies.vaardigheden] == [
        ("grens", "Dit helpt als je vaak kiest voor toegeven."),
        ("ik-boodschap", "Dit helpt als je vaak kiest voor toegeven."),
        ("knoop", "Hiermee oefen je forceren."),
    ]


def test_two_skills_stay_two_when_a_style_has_no_more() -> None:
    assert read_namen(advise(hoog=("samenwerken",))) == ["knoop", "tussenweg"]


def test_without_anything_that_stands_out_everyone_gets_the_same_three() -> None:
    advies = advise()
    assert read_namen(advies) == ["luisteren", "pauze", "samenvatten"]
    assert {reden for _, reden in advies.vaardigheden} == {"Dit helpt bij elke stijl."}
    assert advies.leervraag == "algemeen?"


def test_who_described_another_practises_the_conversation_whatever_stands_out() -> None:
    advies = advise_gesprek(build_kennis())
    assert read_namen(advies) == list(ALGEMEEN[:3])
    assert {reden for _, reden in advies.vaardigheden} == {"Dit helpt je bij het gesprek."}
    assert advies.leervraag == "Wat doe ik zelf als de ander en ik het oneens zijn?"


def test_the_only_learning_question_of_a_style_serves_both_ways() -> None:
    kennis = build_kennis()
    advies = kennis.adviezen.stijlen["forceren"]._replace(leervragen=("een?",))
    een = kennis._replace(adviezen=kennis.adviezen._replace(stijlen={**kennis.adviezen.stijlen, "forceren": advies}))
    assert advise_profiel(build_profiel(laag=("forceren",)), LIJST, een).leervraag == "een?"
    assert advise_profiel(build_profiel(hoog=("forceren",)), LIJST, een).leervraag == "een?"


@pytest.mark.parametrize("stijl", STIJLEN)
def test_every_style_leads_to_at_most_three_skills(stijl: str) -> None:
    anderen = tuple(ander for ander in STIJLEN if ander != stijl)
    assert len(advise(hoog=(stijl,), laag=anderen).vaardigheden) == 3


def test_a_scale_speaks_for_its_style_and_a_scale_without_style_for_none() -> None:
    strijd, sfeer = Schaal("strijd", "Strijd", "forceren"), Schaal("sfeer", "Sfeer")
    lijst = replace(LIJST, schalen=(strijd, sfeer))
    assert read_stijlen(build_profiel(("strijd", "sfeer"), ("sfeer",)), lijst) == (("forceren",), ())
    assert advise_profiel(build_profiel(("sfeer",)), lijst, build_kennis()).leervraag == "algemeen?"


def test_skills_for_a_style_come_the_closest_and_then_the_most_specific_first() -> None:
    kennis = build_kennis()
    oefening = Oefening(1, 10, "")
    stijlen: dict[str, dict[str, int]] = {
        "voor-alle": {},
        "ook-forceren": {"forceren": 1},
        "veel-stijlen": {"forceren": 3, "toegeven": 1},
        "ander": {"toegeven": 3},
        "eigen": {"forceren": 3},
    }
    vaardigheden = {
        naam: Vaardigheid(naam, naam, waarden, "", (), oefening, oefening, "", "") for naam, waarden in stijlen.items()
    }
    kennis = kennis._replace(vaardigheden=Vaardighedenkennis("v", vaardigheden))
    namen = [vaardigheid.id for vaardigheid in advise_stijl("forceren", kennis)]
    assert namen == ["eigen", "veel-stijlen", "ook-forceren", "voor-alle"]


def test_there_are_three_questions_to_look_back_with_styles_in_turn_those_used_much_first() -> None:
    assert advise(hoog=("vermijden",)).terugkijken == ("vermijden veel 1?", "vermijden veel 2?")
    assert advise(("vermijden",), ("forceren",)).terugkijken == (
        "vermijden veel 1?",
        "forceren weinig 1?",
        "vermijden veel 2?",
    )


def test_without_anything_that_stands_out_the_questions_to_look_back_with_are_those_for_all() -> None:
    assert advise().terugkijken == ("a?", "b?", "c?")
    assert advise_gesprek(build_kennis()).terugkijken == ()
