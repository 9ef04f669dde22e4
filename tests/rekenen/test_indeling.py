"""Small groups: their sizes, everyone once, mixed as well as can be, and those with one theme together."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conflictstijl.model.indeling import Deelnemer, Groepje, Groepsindeling
from conflictstijl.rekenen.indeling import build_indeling, build_maten

GROEPEN = st.lists(st.tuples(st.sampled_from(["", *"ABC"]), st.sampled_from(["", *"klm"])), min_size=4, max_size=14)


def build_mensen(paren: Sequence[tuple[str, str]]) -> list[Deelnemer]:
    """Return people by organisation and value; the other value is the same for all."""
    return [Deelnemer(f"D{n:02}", wie, (waarde, "zorg")) for n, (wie, waarde) in enumerate(paren)]


def split_groepen(mensen: Sequence[Deelnemer], maten: Sequence[int]) -> Iterator[list[tuple[Deelnemer, ...]]]:
    """Yield every division of people in groups of these sizes; of equal sizes also in another order."""
    if not maten:
        yield []
        return
    for groep in combinations(mensen, maten[0]):
        rest = [een for een in mensen if een not in groep]
        yield from ([groep, *verder] for verder in split_groepen(rest, maten[1:]))


def count_paren(groepen: Sequence[Sequence[Deelnemer]], naam: str) -> int:
    paren = (paar for groep in groepen for paar in combinations(groep, 2))
    return sum(bool(getattr(een, naam)) and getattr(een, naam) == getattr(ander, naam) for een, ander in paren)


def read_groepen(indeling: Groepsindeling) -> list[tuple[Deelnemer, ...]]:
    return [groepje.deelnemers for groepje in indeling.groepjes]


@pytest.mark.parametrize(
    ("n", "maten"),
    [
        (4, [4]),
        (6, [6]),
        (8, [4, 4]),
        (9, [5, 4]),
        (12, [4, 4, 4]),
        (13, [5, 4, 4]),
        (24, [5, 5, 5, 5, 4]),
        (30, [5] * 6),
    ],
)
def test_groups_are_of_four_to_six_and_as_even_as_can_be(n: int, maten: list[int]) -> None:
    assert build_maten(n, 4, 6) == maten


@pytest.mark.parametrize(("n", "van", "tot", "maten"), [(7, 4, 6, [4, 3]), (7, 5, 6, [7]), (9, 5, 6, [5, 4])])
def test_what_does_not_fit_is_split_as_near_to_it_as_can_be(n: int, van: int, tot: int, maten: list[int]) -> None:
    assert build_maten(n, van, tot) == maten
    assert not build_indeling(build_mensen([("A", "k")] * n), van, tot).past


@pytest.mark.parametrize("n", range(8, 60))
def test_from_eight_people_on_it_always_fits(n: int) -> None:
    maten = build_maten(n, 4, 6)
    assert sum(maten) == n
    assert max(maten) - min(maten) <= 1
    assert {*maten} <= {4, 5, 6}


@settings(max_examples=40, deadline=None)
@given(GROEPEN, st.randoms(use_true_random=False))
def test_everyone_is_in_one_group_evenly_mixed_and_the_order_of_the_rows_changes_nothing(
    paren: list[tuple[str, str]], toeval: Random
) -> None:
    mensen = build_mensen(paren)
    indeling = build_indeling(mensen, 4, 6)
    assert sorted(een for groep in read_groepen(indeling) for een in groep) == sorted(mensen)
    for organisatie in "ABC":
        aantallen = [sum(een.organisatie == organisatie for een in groep) for groep in read_groepen(indeling)]
        assert max(aantallen) - min(aantallen) <= 1
    geschud = toeval.sample(mensen, len(mensen))
    assert build_indeling(geschud, 4, 6) == indeling


@pytest.mark.parametrize(
    ("n", "van", "tot", "zaad"), [(8, 4, 6, 1), (8, 4, 6, 2), (9, 4, 6, 3), (9, 4, 6, 4), (7, 2, 3, 5)]
)
def test_no_division_mixes_better_and_none_that_does_as_well_has_more_of_one_theme_together(
    n: int, van: int, tot: int, zaad: int
) -> None:
    toeval = Random(zaad)  # noqa: S311 - examples, no secrets
    mensen = build_mensen([(toeval.choice("ABC"), toeval.choice("klm")) for _ in range(n)])
    indeling = build_indeling(mensen, van, tot)
    alle = [
        (count_paren(groepen, "organisatie"), -count_paren(groepen, "thema"))
        for groepen in split_groepen(mensen, build_maten(n, van, tot))
    ]
    assert (indeling.zelfde_organisatie, -indeling.zelfde_thema) == min(alle)
    assert min(alle) != max(alle)


def test_the_counts_of_pairs_are_those_of_the_groups() -> None:
    mensen = build_mensen([("A", "k"), ("A", "l"), ("A", "k"), ("B", "l"), ("", "k"), ("", ""), ("C", "l"), ("C", "k")])
    indeling = build_indeling(mensen, 4, 6)
    groepen = read_groepen(indeling)
    assert indeling.zelfde_organisatie == count_paren(groepen, "organisatie") == 1
    assert indeling.zelfde_thema == count_paren(groepen, "thema") > 0
    assert indeling.n == 8


def test_a_move_to_a_smaller_group_is_made_when_it_helps() -> None:
    mensen = build_mensen([("", "k")] * 5 + [("", "l")] * 4)
    themas = [Counter(een.waarden[0] for een in groep) for groep in read_groepen(build_indeling(mensen, 4, 6))]
    assert themas == [{"k": 5}, {"l": 4}]


def test_two_values_are_one_theme_in_any_order_and_writing() -> None:
    een, ander = Deelnemer("a", "", ("Kwaliteit", "tempo")), Deelnemer("b", "", ("TEMPO", "kwaliteit"))
    assert een.thema == ander.thema == ("kwaliteit", "tempo")
    assert Groepje((een, ander)).themas == (("Kwaliteit", "tempo"),)


def test_half_a_theme_is_shared_with_nobody() -> None:
    half = Deelnemer("a", "", ("tempo", ""))
    assert half.thema == ()
    assert Groepje((half, half._replace(code="b"))).themas == ()


def test_themes_that_tie_are_all_named_and_one_that_is_alone_is_not() -> None:
    mensen = build_mensen([("A", "k"), ("B", "k"), ("A", "l"), ("B", "l"), ("C", "m")])
    assert Groepje(tuple(mensen)).themas == (("k", "zorg"), ("l", "zorg"))
    assert Groepje(tuple(mensen[1:3])).themas == ()
    assert Groepje(tuple(mensen)).organisaties == {"A": 2, "B": 2, "C": 1}
