"""Which subgroups are shown: nobody is in a set of fewer than five that can be computed from one output."""

from collections.abc import Callable, Iterator, Mapping
from random import Random
from typing import Any

import pytest

from conflictstijl.fouten import GebruikFout
from conflictstijl.model.groepsbeeld import Groepsbeeld, Groepstelling
from conflictstijl.rapport.groepsgegevens import build_beeld
from conflictstijl.rekenen.groepsbeeld import build_groepsbeeld
from conflictstijl.rekenen.groepsverdeling import Verdeling, build_verdeling, check_kolom, check_minimum

from .groepen import LIJST, VOORBEELDEN, bouw_tellingen, lees_deelrijen, trek_groep

ZAAD = 8
Bouw = Callable[[Mapping[str, Groepstelling], int], Groepsbeeld]


def read_berekenbaar(beeld: dict[str, Any]) -> Iterator[dict[str, int]]:
    """Yield the counts of every set that the figures in one output give: all unions, and what is left beside each."""
    getoond = [groep for groep in beeld["per"]["groepen"].values() if groep]
    geheel = _read_aantallen(beeld)
    for keuze in lees_deelrijen(getoond):
        samen = {naam: sum(_read_aantallen(groep)[naam] for groep in keuze) for naam in geheel}
        yield samen
        yield {naam: geheel[naam] - samen[naam] for naam in geheel}


def _read_aantallen(cijfers: Mapping[str, Any]) -> dict[str, int]:
    return {"n": cijfers["n"], **cijfers["eerste_stijl"]}


def check_lek(bouw: Bouw, tellingen: Mapping[str, Groepstelling], minimum: int) -> bool:
    """Return True when something can be computed about one to `minimum` - 1 people; a refusal tells nothing."""
    try:
        beeld = bouw(tellingen, minimum)
    except GebruikFout:
        return False
    gegevens = build_beeld(beeld)
    return gegevens is not None and any(0 < een["n"] < beeld.minimum for een in read_berekenbaar(gegevens))


def build_naief(tellingen: Mapping[str, Groepstelling], minimum: int) -> Groepsbeeld:
    """Return the picture as a threshold alone makes it: every subgroup that is large enough by itself."""
    heel = build_echt(tellingen, minimum)
    los = {naam: build_groepsbeeld({naam: telling}, LIJST, None, minimum) for naam, telling in tellingen.items()}
    return heel._replace(groepen={naam: een.geheel for naam, een in los.items() if naam})


def build_echt(tellingen: Mapping[str, Groepstelling], minimum: int) -> Groepsbeeld:
    return build_groepsbeeld(tellingen, LIJST, "team", minimum)


def count_lekken(bouw: Bouw) -> int:
    """Return in how many random groups that are large enough somebody is given away."""
    toeval = Random(ZAAD)  # noqa: S311 - a seed makes every group repeatable
    return sum(check_lek(bouw, trek_groep(toeval), toeval.choice([5, 5, 5, 6, 8])) for _ in range(VOORBEELDEN))


def test_no_union_or_difference_of_one_output_is_about_fewer_people_than_the_minimum() -> None:
    assert count_lekken(build_echt) == 0


@pytest.mark.no_cover
def test_a_threshold_alone_fails_that_test_in_a_good_part_of_all_groups() -> None:
    assert count_lekken(build_naief) > VOORBEELDEN / 10


def test_what_can_be_computed_is_really_that_of_the_people_who_are_left() -> None:
    gegevens = build_beeld(build_echt(bouw_tellingen(noord=12, zuid=7, west=4, oost=3), 5))
    assert gegevens is not None
    assert {een["n"] for een in read_berekenbaar(gegevens)} == {0, 7, 12, 14, 19, 26}


@pytest.mark.parametrize(
    ("aantallen", "getoond", "erbij"),
    [
        ({"a": 5, "b": 5, "c": 5}, ("a", "b", "c"), None),
        ({"a": 9, "b": 6, "c": 4}, ("a",), "b"),
        ({"a": 9, "b": 6, "c": 4, "d": 1}, ("a", "b"), None),
        ({"a": 9, "b": 1}, (), "a"),
        ({"a": 4, "b": 3}, (), None),
        ({"a": 9, "b": 0}, ("a",), None),
        ({"a": 9, "b": 9, "": 1}, ("b",), "a"),
        ({"a": 9, "b": 9, "": 5}, ("a", "b"), None),
        ({"a": 9, "": 9}, ("a",), None),
        ({"": 9}, (), None),
    ],
)
def test_a_group_is_shown_when_it_and_the_remainder_are_large_enough(
    aantallen: dict[str, int], getoond: tuple[str, ...], erbij: str | None
) -> None:
    assert build_verdeling(aantallen) == Verdeling(getoond, erbij)
    assert build_verdeling(dict(reversed(aantallen.items()))) == Verdeling(getoond, erbij)


def test_a_higher_minimum_holds_for_the_remainder_too() -> None:
    assert build_verdeling({"a": 12, "b": 11, "c": 7}, 8) == Verdeling(("a",), "b")


def test_the_minimum_is_never_below_five() -> None:
    check_minimum(5)
    with pytest.raises(GebruikFout, match="minstens 5"):
        check_minimum(4)


def test_a_column_that_tells_people_apart_is_refused_without_naming_anyone() -> None:
    with pytest.raises(GebruikFout) as fout:
        check_kolom("naam", {"Sanne": 1, "Bram": 1, "Joost": 1, "Fleur": 2, "Kees": 1})
    assert (
        str(fout.value)
        == "kolom 'naam' verdeelt 6 mensen in 5 groepen; kies een kolom met minder verschillende waarden"
    )


@pytest.mark.parametrize(
    "aantallen", [{"a": 1, "b": 1, "c": 1, "d": 1, "": 9}, {"a": 2, "b": 2, "c": 2, "d": 2, "e": 1}, {}]
)
def test_a_small_split_is_no_column_of_names(aantallen: dict[str, int]) -> None:
    check_kolom("team", aantallen)


@pytest.mark.parametrize(
    ("aantallen", "zinnen"),
    [
        ({"nee": 9, "Ik heb ruzie met mijn chef Els": 2, "Ik zeg daar liever helemaal niets meer over": 1}, True),
        ({"noord": 9, "x" * 61: 1}, True),
        ({"noord": 9, "x" * 60: 1}, False),
        ({"Team Jeugd en Gezin Noord": 9, "Team Jeugd en Gezin Zuid": 3}, False),
        ({"": 9}, False),
    ],
)
def test_a_column_of_open_answers_is_refused_without_telling_one(aantallen: dict[str, int], zinnen: bool) -> None:
    if not zinnen:
        check_kolom("team", aantallen)
        return
    with pytest.raises(GebruikFout) as fout:
        check_kolom("opmerking", aantallen)
    assert str(fout.value) == "in kolom 'opmerking' staan hele zinnen; kies een kolom met groepen, zoals team"
