"""From a method and a length to an agenda: the minutes always add up, and no step is too short."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conflictstijl.fouten import GebruikFout
from conflictstijl.laden.werkvormen import load_werkvorm
from conflictstijl.model.werkvorm import LANGSTE, VEELVOUD, Geschiktheid, Niveau, Werkstap, Werkvorm
from conflictstijl.rekenen.agenda import build_agenda, build_agendas
from tests.laden.lezen import WERKVORMEN

STAPPEN = st.lists(
    st.builds(
        lambda minstens, per, deel: Werkstap("Stap", ("Praat.",), (), minstens, per, deel),
        st.integers(1, 20),
        st.integers(0, 3),
        st.integers(0, 9),
    ),
    min_size=1,
    max_size=6,
).filter(lambda stappen: any(stap.deel for stap in stappen))


def build_werkvorm(*stappen: Werkstap, duur: int = 60) -> Werkvorm:
    geschikt = Geschiktheid(2, 12, Niveau.BEGINNERS, veilige_groep=False)
    return Werkvorm("proef", "Proef", "Een vraag.", geschikt, duur, stappen, ("Nu.",), "eigen ontwerp")


def build_stap(minstens: int, deel: int = 0, per_deelnemer: int = 0, bijeenkomst: int = 1) -> Werkstap:
    return Werkstap("Stap", ("Praat.",), (), minstens, per_deelnemer, deel, bijeenkomst)


def read_minuten(werkvorm: Werkvorm, duur: int, deelnemers: int = 0) -> list[int]:
    return [punt.minuten for punt in build_agenda(werkvorm, duur, deelnemers).punten]


def check_agendas(werkvorm: Werkvorm, duur: int, deelnemers: int) -> None:
    for agenda in build_agendas(werkvorm, duur, deelnemers):
        begin = 0
        for punt in agenda.punten:
            assert punt.begin == begin
            assert punt.minuten >= punt.stap.count_minuten(agenda.deelnemers)
            assert punt.stap.deel or punt.minuten == punt.stap.count_minuten(agenda.deelnemers)
            begin += punt.minuten
        assert (begin, agenda.duur) == (duur, duur)


@pytest.mark.parametrize("naam", WERKVORMEN)
def test_every_length_from_the_shortest_to_the_longest_adds_up(naam: str) -> None:
    werkvorm = load_werkvorm(naam)
    for deelnemers in {werkvorm.geschikt.minstens, werkvorm.gewone_groep, werkvorm.geschikt.hoogstens}:
        kortste = werkvorm.count_kortste(deelnemers)
        assert kortste < LANGSTE
        for duur in range(kortste, LANGSTE + 1):
            check_agendas(werkvorm, duur, deelnemers)


@pytest.mark.parametrize("naam", WERKVORMEN)
def test_a_minute_less_than_the_shortest_is_refused_with_the_shortest(naam: str) -> None:
    werkvorm = load_werkvorm(naam)
    kortste = werkvorm.count_kortste(werkvorm.gewone_groep)
    with pytest.raises(GebruikFout, match=rf"de kortste duur is {kortste} minuten$") as fout:
        build_agendas(werkvorm, kortste - 1)
    assert fout.value.exit_code == 2


@pytest.mark.parametrize("naam", WERKVORMEN)
def test_a_round_length_has_only_round_steps(naam: str) -> None:
    agendas = build_agendas(load_werkvorm(naam), LANGSTE)
    assert {punt.minuten % VEELVOUD for agenda in agendas for punt in agenda.punten} == {0}


@pytest.mark.parametrize(
    ("naam", "minuten"),
    [
        ("stijlensessie", [10, 15, 15, 45, 20, 10, 5]),
        ("incidentmethode", [5, 10, 5, 15, 10, 10, 10]),
        ("waarderend", [5, 15, 20, 15, 10]),
    ],
)
def test_the_usual_agenda_is_the_one_of_the_source(naam: str, minuten: list[int]) -> None:
    [agenda] = build_agendas(load_werkvorm(naam))
    assert [punt.minuten for punt in agenda.punten] == minuten


@settings(max_examples=50, deadline=None)
@given(st.tuples(STAPPEN, st.integers(0, 200), st.integers(2, 12)))
def test_any_method_adds_up_in_any_length(geval: tuple[list[Werkstap], int, int]) -> None:
    stappen, extra, deelnemers = geval
    werkvorm = build_werkvorm(*stappen)
    kortste = werkvorm.count_kortste(deelnemers)
    if kortste + extra <= LANGSTE:
        check_agendas(werkvorm, kortste + extra, deelnemers)
    else:
        with pytest.raises(GebruikFout):
            build_agenda(werkvorm, kortste + extra, deelnemers)


# what is left is shared


def test_what_is_left_is_shared_in_proportion_and_fixed_steps_stay() -> None:
    assert read_minuten(build_werkvorm(build_stap(10), build_stap(5, 3), build_stap(5, 1)), 60) == [10, 35, 15]


def test_the_largest_remainder_gets_the_block_that_is_over_and_equal_ones_the_first() -> None:
    assert read_minuten(build_werkvorm(build_stap(5, 1), build_stap(5, 2)), 15) == [5, 10]
    assert read_minuten(build_werkvorm(build_stap(5, 1), build_stap(5, 1)), 15) == [10, 5]


def test_odd_minutes_go_to_the_step_with_the_largest_share() -> None:
    assert read_minuten(build_werkvorm(build_stap(5, 1), build_stap(5, 4)), 13) == [5, 8]


def test_minutes_per_person_are_rounded_up_to_a_round_number() -> None:
    werkvorm = build_werkvorm(build_stap(5, per_deelnemer=2), build_stap(5, 1))
    assert read_minuten(werkvorm, 60, 4) == [10, 50]
    assert read_minuten(werkvorm, 60, 6) == [15, 45]
    assert read_minuten(werkvorm, 60, 2) == [5, 55]


# what is usual


def test_without_a_length_the_usual_one_counts_unless_the_group_needs_more() -> None:
    werkvorm = build_werkvorm(build_stap(5, per_deelnemer=5), build_stap(5, 1), duur=40)
    assert [agenda.duur for agenda in build_agendas(werkvorm)] == [40]
    assert [agenda.duur for agenda in build_agendas(werkvorm, 0, 12)] == [65]


def test_every_meeting_has_its_own_agenda_of_the_whole_length() -> None:
    agendas = build_agendas(build_werkvorm(build_stap(5, 1), build_stap(20, 1, bijeenkomst=2)), 45)
    assert [(agenda.bijeenkomst, [punt.minuten for punt in agenda.punten]) for agenda in agendas] == [
        (1, [45]),
        (2, [45]),
    ]


def test_a_meeting_that_a_method_does_not_have_is_refused() -> None:
    werkvorm = build_werkvorm(build_stap(5, 1), build_stap(5, 1, bijeenkomst=3))
    with pytest.raises(GebruikFout, match=r"^'proef' heeft geen bijeenkomst 2; kies 1 of 3$"):
        build_agenda(werkvorm, 60, bijeenkomst=2)


@pytest.mark.parametrize(
    ("duur", "deelnemers", "zin"),
    [
        (9, 0, "'proef' past met 6 mensen niet in 9 minuten; de kortste duur is 10 minuten"),
        (151, 0, "een bijeenkomst duurt hier hoogstens 150 minuten, niet 151; plan een tweede bijeenkomst"),
        (60, 1, "'proef' is voor 2 tot en met 12 mensen; kies een andere werkvorm"),
        (60, 13, "'proef' is voor 2 tot en met 12 mensen; splits de groep of kies een andere werkvorm"),
    ],
)
def test_what_does_not_fit_is_refused_in_one_sentence(duur: int, deelnemers: int, zin: str) -> None:
    with pytest.raises(GebruikFout, match=f"^{re.escape(zin)}$"):
        build_agenda(build_werkvorm(build_stap(5), build_stap(5, 1)), duur, deelnemers)
