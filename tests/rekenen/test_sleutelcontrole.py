"""One forgotten option, or statements that several parts share, give one finding with a place."""

from dataclasses import replace

import pytest

from conflictstijl.model.vragen import Keuze, Vorm
from conflictstijl.model.vragenlijst import Scoresoort, Vragenlijst
from conflictstijl.rekenen.sleutelcontrole import check_sleutels
from tests.bouwers import build_gedeeld, build_keuze, build_keuzes, build_lijst, build_onderdelen, build_schalen

DRIE = "forceren / samenwerken / toegeven"
TWEE = "forceren / toegeven"


def read_regels(vragenlijst: Vragenlijst) -> list[str]:
    return [str(bevinding) for bevinding in check_sleutels(vragenlijst, "x.yaml")]


def build_vragen(*vragen: str, vorm: Vorm = Vorm.UITERSTEN) -> list[Keuze]:
    return [build_keuze(opties, str(nummer), vorm, 10) for nummer, opties in enumerate(vragen, 1)]


@pytest.mark.parametrize("vorm", list(Vorm)[1:])
@pytest.mark.parametrize("score", Scoresoort)
def test_a_forgotten_option_is_the_one_finding_about_a_question_of_any_form(vorm: Vorm, score: Scoresoort) -> None:
    lijst = replace(build_lijst(*build_vragen(DRIE, TWEE, DRIE, vorm=vorm)), score=score, evenwicht=True)
    assert read_regels(lijst) == [
        "proef.yaml:2:5: vraag 2 mist stijl 'samenwerken'; voeg een optie toe, want de andere vragen hebben die wel"
    ]


@pytest.mark.parametrize(
    ("vragen", "vergeten"),
    [
        ((DRIE, TWEE), ["2"]),
        ((DRIE, TWEE, "toegeven / geen / samenwerken", DRIE), ["2", "3"]),
        ((DRIE, TWEE, TWEE), []),  # most questions offer these two
        ((TWEE, "forceren / samenwerken", "samenwerken / toegeven"), []),
        ((DRIE, DRIE), []),
    ],
)
def test_a_question_is_held_against_most_others(vragen: tuple[str, ...], vergeten: list[str]) -> None:
    gevonden = [
        regel.split()[2] for regel in read_regels(build_keuzes(*vragen, vorm=Vorm.RANGSCHIK)) if "mist" in regel
    ]
    assert gevonden == vergeten


def test_questions_of_another_form_or_part_offer_their_own_styles() -> None:
    delen = {"a": build_vragen(DRIE, DRIE), "b": build_vragen(TWEE, TWEE)}
    assert read_regels(build_onderdelen(delen)) == []
    lijst = build_lijst(*build_vragen(DRIE, DRIE), *build_vragen(TWEE, TWEE, vorm=Vorm.RANGSCHIK))
    assert not [regel for regel in read_regels(lijst) if "mist" in regel]


def test_a_forgotten_option_in_a_question_that_parts_share_is_told_once() -> None:
    delen = dict.fromkeys(("kalm", "storm"), build_vragen(DRIE, TWEE))
    [regel] = read_regels(build_onderdelen(delen, gedeeld=True))
    assert "vraag 2 mist stijl 'samenwerken'" in regel


def test_a_scale_of_performance_may_be_left_out() -> None:
    lijst = build_lijst(*build_vragen("forceren, passend / toegeven", TWEE, vorm=Vorm.KIES))
    assert not [regel for regel in read_regels(lijst) if "mist" in regel]


@pytest.mark.parametrize("per_onderdeel", [True, False])
def test_reversed_statements_that_parts_share_are_counted_as_the_file_has_them(per_onderdeel: bool) -> None:
    lijst = build_gedeeld("kalm storm druk", "forceren", "toegeven", "-toegeven", "forceren")
    if not per_onderdeel:
        items = (
            replace(s, sleutel=tuple(d._replace(schaal=d.schaal.split(".")[1]) for d in s.sleutel))
            for s in lijst.stellingen
        )
        lijst = replace(lijst, items=tuple(items), schalen=build_schalen(["forceren", "toegeven"]))
    [regel] = read_regels(lijst)
    verdeling = "forceren 0 en toegeven 1"
    assert regel.startswith(f"proef.yaml:3:5: niet elke schaal heeft evenveel omgekeerde stellingen ({verdeling})")
