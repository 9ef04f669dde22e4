"""The short scan: the same advice as the full one, after fewer questions."""

from statistics import mean

import pytest

from conflictstijl.model.situatie import ROL, VEILIGHEID, Situatiekennis
from conflictstijl.rekenen.scan import read_volgende
from conflictstijl.rekenen.situatie import read_beste, score_situatie
from conflictstijl.rekenen.stappen import read_routes, read_volgorde

from .situaties import SITUATIES, STANDEN, VOORBEELDEN, build_mensen


def ask_scan(mens: dict[str, str], kennis: Situatiekennis = SITUATIES) -> dict[str, str | None]:
    """Return what somebody is asked, with the answers, in the order of the questions."""
    gevraagd: dict[str, str | None] = {}
    while (kenmerk := read_volgende(gevraagd, kennis)) is not None:
        assert kenmerk.id not in gevraagd
        gevraagd[kenmerk.id] = mens.get(kenmerk.id)
    return gevraagd


def read_bekend(gevraagd: dict[str, str | None]) -> dict[str, str]:
    return {naam: stand for naam, stand in gevraagd.items() if stand}


def read_begin(kenmerken: dict[str, str]) -> tuple[str, str]:
    """Return the style for now and the one after that."""
    return read_volgorde(score_situatie(kenmerken, SITUATIES), kenmerken, SITUATIES)


def build_volledig(mens: dict[str, str]) -> dict[str, str]:
    """Return everything that the full scan would ask this person."""
    rol = SITUATIES.rollen[mens[ROL]]
    over = {*rol.slaat_over, *rol.zet}
    return {naam: stand for naam, stand in mens.items() if naam not in over and naam != VEILIGHEID}


@pytest.mark.no_cover
def test_the_short_scan_ends_in_the_advice_and_the_routes_of_the_full_one_after_fewer_questions() -> None:
    aantallen: list[float] = []
    for mens in build_mensen(max(VOORBEELDEN // 2, 60)):
        gevraagd, volledig = ask_scan(mens), build_volledig(mens)
        kort = read_bekend(gevraagd)
        assert set(read_beste(kort, SITUATIES)) == set(read_beste(volledig, SITUATIES))
        assert read_routes(kort, SITUATIES) == read_routes(volledig, SITUATIES)
        assert read_begin(kort) == read_begin(volledig)
        rol = SITUATIES.rollen[mens[ROL]]
        aantallen.append(len(gevraagd) / len(STANDEN.keys() - {*rol.slaat_over, *rol.zet}))
    assert mean(aantallen) < 0.95


def test_stopping_after_the_first_questions_would_often_give_other_advice() -> None:
    anders = 0
    for mens in build_mensen(60):
        eerste = dict(list(ask_scan(mens).items())[: 1 + len(SITUATIES.eerst)])
        anders += set(read_beste(read_bekend(eerste), SITUATIES)) != set(read_beste(build_volledig(mens), SITUATIES))
    assert anders > 10


@pytest.mark.parametrize("rol", sorted(SITUATIES.rollen))
def test_the_role_comes_first_and_then_the_questions_that_matter_most(rol: str) -> None:
    eigen = [naam for naam in SITUATIES.eerst if naam not in SITUATIES.rollen[rol].slaat_over]
    assert list(ask_scan({ROL: rol}))[: 1 + len(eigen)] == [ROL, *eigen]


def test_who_stands_between_parties_is_not_asked_about_an_own_interest() -> None:
    over = SITUATIES.rollen["tussenpersoon"].slaat_over
    assert set(over) == {"belang_zelf", "gelijk", "impopulair", "krediet", "leren"}
    assert not set(over) & set(ask_scan({ROL: "tussenpersoon"}))


def test_who_must_decide_is_not_asked_whether_that_is_so() -> None:
    assert "beslisplicht" not in ask_scan({ROL: "beslisser"})
    assert "beslisplicht" in ask_scan({ROL: "partij"})


def test_a_question_that_only_opens_a_route_is_asked_too() -> None:
    assert "escalatie" in ask_scan({ROL: "partij"})


def test_what_was_given_is_not_asked_again() -> None:
    kenmerk = read_volgende({ROL: "partij", "noodgeval": "nee", "emoties": "hoog"}, SITUATIES)
    assert kenmerk is not None
    assert kenmerk.id == "belang_zelf"


def test_a_style_that_an_open_answer_may_still_allow_stays_in_the_running() -> None:
    """Without fixed first questions it may not be known yet whether someone who directs has power."""
    zonder_eerst = SITUATIES._replace(eerst=())
    for mens in build_mensen(20, zaad=8):
        mens[ROL] = "regisseur"
        kort = read_bekend(ask_scan(mens, zonder_eerst))
        assert set(read_beste(kort, SITUATIES)) == set(read_beste(build_volledig(mens), SITUATIES))
