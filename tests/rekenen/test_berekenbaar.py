"""Figures of many sets of people: what can be computed out of them, held against trying every set of people."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from conflictstijl.rekenen.berekenbaar import build_patronen, check_berekenbaar, check_haalbaar

from .groepen import VOORBEELDEN


def bouw_cellen(*cellen: Sequence[int]) -> list[frozenset[bytes]]:
    return [frozenset(persoon.to_bytes(2) for persoon in cel) for cel in cellen]


def check_nieuw(*cellen: Sequence[int], eerder: int, minimum: int = 5) -> bool:
    return check_berekenbaar(build_patronen(bouw_cellen(*cellen)), eerder, minimum)


def count_rang(rijen: Sequence[Sequence[int]]) -> int:
    """Return the rank of a matrix, by exact elimination."""
    over = [[Fraction(getal) for getal in rij] for rij in rijen]
    rang = 0
    for kolom in range(len(over[0]) if over else 0):
        spil = next((rij for rij in over[rang:] if rij[kolom]), None)
        if spil is None:
            continue
        over.remove(spil)
        over.insert(rang, spil)
        rang += 1
        for nummer in range(rang, len(over)):
            keer = over[nummer][kolom] / spil[kolom]
            over[nummer] = [getal - keer * af for getal, af in zip(over[nummer], spil, strict=True)]
    return rang


def count_erin(cellen: Sequence[Sequence[int]], mensen: Sequence[int], zonder: Sequence[int]) -> int:
    """Return in how many ways figures of these cells combine into one about nobody but `zonder`."""
    heel = [[int(wie in cel) for wie in mensen] for cel in cellen]
    buiten = [[int(wie in cel) for wie in mensen if wie not in zonder] for cel in cellen]
    return count_rang(heel) - count_rang(buiten)


def check_naief(cellen: Sequence[Sequence[int]], eerder: int, minimum: int) -> bool:
    """Return whether some set of fewer than `minimum` people is told of by all cells and not by the first ones."""
    mensen = sorted({wie for cel in cellen for wie in cel})
    return any(
        count_erin(cellen, mensen, wie) > count_erin(cellen[:eerder], mensen, wie)
        for aantal in range(1, minimum)
        for wie in combinations(mensen, aantal)
    )


def test_the_rest_of_a_group_that_was_told_of_in_parts_is_found() -> None:
    assert check_nieuw(range(11), range(5), range(5, 10), eerder=2)
    assert not check_nieuw(range(15), range(5), range(5, 10), eerder=2)
    assert not check_nieuw(range(11), range(5), range(20, 30), eerder=2)


def test_a_sum_of_halves_is_found_too() -> None:
    a, b, c = range(5), range(10, 15), range(20, 25)
    assert check_nieuw([*a, *b, 99], [*b, *c], [*a, *c], [*a], eerder=3)
    assert not check_nieuw([*a, *b, 99], [*b, *c], [*a], eerder=2)


def test_what_could_be_computed_already_is_no_reason_to_refuse() -> None:
    assert not check_nieuw(range(11), range(10), range(50, 60), eerder=2)
    assert not check_nieuw(range(11), range(10), range(11), eerder=2)


def test_nothing_told_and_nothing_small_tell_nothing() -> None:
    assert not check_nieuw(eerder=0)
    assert not check_nieuw(range(10), range(10, 20), eerder=1)


def test_too_many_small_sets_are_looked_through_by_smaller_ones_only() -> None:
    rijen = [range(nummer * 40, nummer * 40 + 40) for nummer in range(40)]
    kolommen = [range(nummer, 1600, 40) for nummer in range(40)]
    assert not check_nieuw(*rijen, *kolommen, eerder=40)


def test_much_work_is_told_beforehand() -> None:
    assert check_haalbaar(build_patronen(bouw_cellen(range(9), range(9))), 2)
    assert not check_haalbaar(build_patronen(bouw_cellen(range(9))), 100_000)


@given(st.lists(st.sets(st.integers(0, 6), min_size=3), min_size=1, max_size=5), st.integers(2, 5))
@settings(max_examples=min(VOORBEELDEN, 40), deadline=None)
def test_it_finds_what_trying_every_set_of_people_finds(cellen: list[set[int]], minimum: int) -> None:
    rijen = [sorted(cel) for cel in cellen]
    gevonden = check_nieuw(*rijen, eerder=len(rijen) - 1, minimum=minimum)
    assert gevonden is check_naief(rijen, len(rijen) - 1, minimum)
