"""Two pictures of nearly the same group: together they tell of fewer people than the minimum, or they do not."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import product
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conflictstijl.model.groepsbeeld import Groepsrun
from conflictstijl.rekenen.groepsoverlap import compare_groep

from .groepen import VOORBEELDEN, lees_deelrijen

DAG = date(2026, 5, 3)


def bouw_run(*cellen: Iterable[int], lijst: str = "conflictstijlen") -> Groepsrun:
    return Groepsrun(lijst, DAG, tuple(frozenset(persoon.to_bytes(16) for persoon in cel) for cel in cellen))


def check_geweigerd(nieuw: Groepsrun, *eerdere: Groepsrun, minimum: int = 5) -> bool:
    return compare_groep(nieuw, eerdere, minimum) is not None


HEEL = bouw_run(range(20))
TEAMS = bouw_run(range(8), range(8, 20))


@pytest.mark.parametrize(
    ("nieuw", "geweigerd"),
    [
        (bouw_run(range(20)), False),
        (bouw_run(range(21)), True),
        (bouw_run(range(24)), True),
        (bouw_run(range(25)), False),
        (bouw_run(range(19)), True),
        (bouw_run(range(15)), False),
        (bouw_run(range(2, 22)), True),
        (bouw_run(range(3, 23)), False),
        (bouw_run(range(20, 40)), False),
        (bouw_run(range(16, 40)), False),
        (bouw_run(range(10), range(10, 20)), False),
    ],
)
def test_one_to_four_people_more_or_less_is_refused(nieuw: Groepsrun, geweigerd: bool) -> None:
    assert check_geweigerd(nieuw, HEEL) is geweigerd
    assert check_geweigerd(HEEL, nieuw) is geweigerd


@pytest.mark.parametrize(
    ("nieuw", "geweigerd"),
    [
        (bouw_run(range(8), range(8, 20)), False),
        (bouw_run(range(10), range(10, 20)), True),
        (bouw_run(range(20)), False),
        (bouw_run(range(6)), True),
        (bouw_run(range(13)), False),
        (bouw_run(range(8), range(8, 14), range(14, 20)), False),
        (bouw_run(range(8), range(8, 10), range(10, 20)), True),
    ],
)
def test_a_subgroup_that_differs_a_little_is_refused_too(nieuw: Groepsrun, geweigerd: bool) -> None:
    assert check_geweigerd(nieuw, TEAMS) is geweigerd


def test_two_unions_that_differ_a_little_are_found_where_no_two_groups_are_alike() -> None:
    eerder = bouw_run(range(10), range(10, 20), range(20, 40))
    nieuw = bouw_run([*range(5), *range(10, 15)], [*range(5, 10), *range(15, 21)], range(21, 40))
    assert check_geweigerd(nieuw, eerder)


def test_the_reason_tells_the_day_and_how_many_people_it_is_about() -> None:
    assert compare_groep(bouw_run(range(21)), [HEEL]) == (
        "deze groep is bijna dezelfde als die van 03-05-2026: uit beide beelden samen is iets te berekenen over minder "
        "dan 5 mensen"
    )


def test_every_earlier_picture_counts_but_not_those_of_another_questionnaire() -> None:
    ander = bouw_run(range(20), lijst="conflictstijlen-kort")
    assert not check_geweigerd(bouw_run(range(21)), ander)
    assert check_geweigerd(bouw_run(range(21)), ander, bouw_run(range(50, 60)), HEEL)


def test_a_higher_minimum_asks_for_a_larger_difference() -> None:
    assert not check_geweigerd(bouw_run(range(26)), HEEL)
    assert check_geweigerd(bouw_run(range(26)), HEEL, minimum=8)


def test_the_same_group_again_with_a_higher_minimum_is_not_held_against_its_small_subgroups() -> None:
    eerder = bouw_run(range(6), range(6, 20))
    assert not check_geweigerd(HEEL, eerder, minimum=10)


def bouw_runs(labels: Sequence[tuple[int, int]], kleinst: int) -> tuple[Groepsrun, Groepsrun]:
    """Return two runs, given per person a cell in each (0 for none); a cell that is too small is none."""
    runs = []
    for plaats in (0, 1):
        cellen = [[wie for wie, label in enumerate(labels) if label[plaats] == nummer] for nummer in (1, 2, 3, 4)]
        runs.append(bouw_run(*(cel for cel in cellen if len(cel) >= kleinst)))
    return runs[0], runs[1]


def count_kleinste(een: Groepsrun, ander: Groepsrun) -> int:
    """Return the smallest difference, other than none, between any union of cells of the one and of the other."""
    unies = [[frozenset[bytes]().union(*keuze) for keuze in lees_deelrijen(run.cellen)] for run in (een, ander)]
    return min((len(u ^ v) for u, v in product(*unies) if u != v), default=0)


_labels = st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), min_size=10, max_size=40)
_bijna = st.builds(
    lambda cellen, anders: [(cel, cel if wie not in anders else 0) for wie, cel in enumerate(cellen)],
    st.lists(st.integers(1, 3), min_size=15, max_size=40),
    st.sets(st.integers(0, 40), max_size=8),
)


@given(_labels | _bijna, st.integers(5, 8))
@settings(max_examples=VOORBEELDEN // 2)
def test_it_refuses_exactly_when_two_unions_differ_by_fewer_than_the_minimum(
    labels: list[tuple[int, int]], minimum: int
) -> None:
    een, ander = bouw_runs(labels, minimum)
    assert check_geweigerd(een, ander, minimum=minimum) is (0 < count_kleinste(een, ander) < minimum)


@given(_labels | _bijna, st.randoms(use_true_random=False))
@settings(max_examples=VOORBEELDEN // 2)
def test_no_sum_or_difference_of_two_allowed_pictures_is_about_fewer_than_five(
    labels: list[tuple[int, int]], toeval: Random
) -> None:
    een, ander = bouw_runs(labels, 5)
    if check_geweigerd(een, ander):
        return
    for _ in range(20):
        gewicht = {cel: toeval.choice([-1, 0, 1, 2]) for cel in (*een.cellen, *ander.cellen)}
        mensen = frozenset[bytes]().union(*gewicht)
        som = {wie: sum(waarde for cel, waarde in gewicht.items() if wie in cel) for wie in mensen}
        assert sum(waarde != 0 for waarde in som.values()) not in range(1, 5)


def test_comparing_only_whole_groups_fails_that_test() -> None:
    toeval = Random(3)  # noqa: S311 - a seed makes every group repeatable
    gemist = 0
    for _ in range(VOORBEELDEN):
        labels = [(cel, cel if toeval.random() > 1 / 20 else 1) for cel in toeval.choices([1, 2, 3], k=30)]
        een, ander = bouw_runs(labels, 5)
        heel = frozenset[bytes]().union(*een.cellen) ^ frozenset[bytes]().union(*ander.cellen)
        gemist += len(heel) not in range(1, 5) and check_geweigerd(een, ander)
    assert gemist > VOORBEELDEN / 4


def test_many_small_cells_that_cross_each_other_take_no_long_search() -> None:
    rijen = [range(nummer * 40, nummer * 40 + 40) for nummer in range(40)]
    kolommen = [range(nummer, 1600, 40) for nummer in range(40)]
    assert not check_geweigerd(bouw_run(*rijen), bouw_run(*kolommen))
    assert check_geweigerd(bouw_run(*rijen[:-1], range(1560, 1599)), bouw_run(*kolommen))


def test_parts_of_an_earlier_group_that_leave_one_person_are_refused() -> None:
    heel, een, ander = bouw_run(range(11)), bouw_run(range(5)), bouw_run(range(5, 10))
    for laatste, *eerdere in ((ander, heel, een), (heel, een, ander), (een, ander, heel)):
        assert compare_groep(laatste, eerdere) == (
            "deze groep overlapt met eerdere groepen, de laatste van 03-05-2026: uit al die beelden samen is iets te "
            "berekenen over minder dan 5 mensen"
        )
    assert not check_geweigerd(bouw_run(range(5, 11)), heel, een)


def test_pictures_that_only_another_picture_connects_count_too() -> None:
    keten = [bouw_run(range(10)), bouw_run([*range(5, 10), *range(20, 25)]), bouw_run([*range(20, 25), *range(30, 35)])]
    assert check_geweigerd(bouw_run([*range(5), *range(30, 35), 99]), *keten)


def test_the_same_group_again_is_not_refused_for_what_was_told_before() -> None:
    eerdere = [bouw_run(range(11)), bouw_run(range(5)), bouw_run(range(5, 10))]
    assert not check_geweigerd(bouw_run(range(5)), *eerdere)
    assert not check_geweigerd(bouw_run(range(60, 70)), *eerdere)


def test_of_very_many_groups_the_last_ones_count() -> None:
    veel = [bouw_run(range(n * 10, n * 10 + 10)) for n in range(2, 300)]
    delen, breed = [bouw_run(range(11)), bouw_run(range(5))], bouw_run([*range(5, 10), *range(20, 3000)])
    assert check_geweigerd(bouw_run(range(5, 10)), *delen, breed, *veel)
    assert not check_geweigerd(bouw_run(range(5, 10)), *veel, breed, *delen)


def bouw_blad(*cellen: Iterable[int], anders: Iterable[int] = ()) -> Groepsrun:
    """Return a run in which these people answered differently from before."""
    run = bouw_run(*cellen)
    nieuw = {wie.to_bytes(16): (wie + 1000).to_bytes(16) for wie in anders}
    return run._replace(bladen=tuple(frozenset(nieuw.get(wie, wie) for wie in cel) for cel in run.cellen))


@pytest.mark.parametrize(
    ("anders", "geweigerd"), [([], False), ([3], True), (range(4), True), (range(5), False), (range(20), False)]
)
def test_the_same_people_with_other_answers_of_a_few_are_refused(anders: list[int], geweigerd: bool) -> None:
    assert check_geweigerd(bouw_blad(range(20), anders=anders), bouw_blad(range(20))) is geweigerd


def test_a_subgroup_in_which_only_a_few_answered_differently_is_refused() -> None:
    teams = (range(8), range(8, 20))
    assert check_geweigerd(bouw_blad(*teams, anders=range(7, 20)), bouw_blad(*teams))
    assert not check_geweigerd(bouw_blad(*teams, anders=range(8, 20)), bouw_blad(*teams))
    assert not check_geweigerd(bouw_blad(*teams, anders=range(7, 20)), bouw_blad(range(20)))


def test_the_same_answers_under_other_codes_are_the_same_people() -> None:
    anders = bouw_blad(range(500, 519))._replace(bladen=bouw_run(range(19)).cellen)
    assert check_geweigerd(anders, bouw_blad(range(20)))


def test_new_answers_are_pointed_out_only_when_most_people_have_them() -> None:
    hint = "zijn het nieuwe antwoorden van dezelfde mensen, geef dan --toch"
    for anders, erbij in ((range(20), True), (range(5), True), (range(4), False), ([], False)):
        assert (hint in (compare_groep(bouw_blad(range(19), anders=anders), [bouw_blad(range(20))]) or "")) is erbij
