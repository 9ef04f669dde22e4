"""The egogram: a hundred points over five states, in one setting, and no diagnosis."""

import pytest

from conflictstijl import toepassing
from conflictstijl.fouten import GebruikFout

from .uitkomsten import load_lijst

STATEN = ["structurerend", "voedend", "volwassene", "vrij", "aangepast"]


@pytest.mark.parametrize("punten", [[10, 25, 40, 20, 5], [100, 0, 0, 0, 0]])
def test_every_state_has_the_points_that_somebody_gave_it(punten: list[int]) -> None:
    profiel = toepassing.score_antwoorden(load_lijst("egogram"), {"omgeving": "thuis", "1": punten})
    assert {naam: score.waarde for naam, score in profiel.scores.items()} == dict(zip(STATEN, punten, strict=True))


@pytest.mark.parametrize("punten", [[10, 25, 40, 20, 4], [10, 25, 40, 20, 6], [110, -10, 0, 0, 0], [50, 50]])
def test_points_that_are_not_a_hundred_over_five_states_are_refused(punten: list[int]) -> None:
    with pytest.raises(GebruikFout, match="is geen antwoord"):
        toepassing.score_antwoorden(load_lijst("egogram"), {"1": punten})


def test_it_says_before_and_after_that_it_is_no_diagnosis() -> None:
    lijst = load_lijst("egogram")
    assert all("geen diagnose" in tekst for tekst in (lijst.uitleg, lijst.uitkomsten[0].tekst))


def test_it_is_about_one_setting_and_asks_what_to_do_more_and_less_and_who_checks() -> None:
    assert [vraag.id for vraag in load_lijst("egogram").vragen] == ["omgeving", "1", "meer", "minder", "nakijken"]
