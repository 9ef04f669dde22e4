"""Chance in questions with options: points of each form, exact distributions, and labels at their limits."""

from collections import Counter
from fractions import Fraction
from itertools import permutations, product
from math import comb

import pytest

from conflictstijl.model.vragen import Vorm
from conflictstijl.rekenen.labels import Labels
from conflictstijl.rekenen.verwisseling import (
    Ronde,
    build_punten,
    build_verdeling,
    compare_opties,
    score_punten,
    score_staart,
    score_toevalsgrenzen,
    score_verwacht,
)
from tests.bouwers import build_keuze, build_keuzes, score_regels

ABC = ("a", "b", "c")


def build_ronde(gewichten: str, *punten: int) -> Ronde:
    """A question from a text `a 2, b / c / -`, with the points that its options got."""
    opties = [[deel.split() for deel in optie.split(",")] for optie in gewichten.split("/")]
    return Ronde(tuple({n: int(*g or "1") for n, *g in optie if n != "-"} for optie in opties), punten)


def compare(gewichten: str, *punten: tuple[int, ...]) -> Labels:
    return compare_opties(ABC, [build_ronde(gewichten, *rij) for rij in punten])


@pytest.mark.parametrize(
    ("vorm", "antwoord", "punten"),
    [
        (Vorm.KIES, 2, (0, 0, 1, 0)),
        (Vorm.UITERSTEN, (3, 0), (-1, 0, 0, 1)),
        (Vorm.RANGSCHIK, (2, 0, 3, 1), (3, 1, 4, 2)),
        (Vorm.VERDEEL, (5, 0, 1, 4), (5, 0, 1, 4)),
    ],
)
def test_an_answer_gives_every_option_its_points(
    vorm: Vorm, antwoord: int | tuple[int, ...], punten: tuple[int, ...]
) -> None:
    keuze = build_keuze("a / b / c / d", vorm=vorm, totaal=10)
    assert build_punten(keuze, antwoord) == punten
    # the most unequal answer gives the same number of points
    assert sum(keuze.reeks) == sum(punten)


def test_points_times_weights_make_the_total_of_a_scale() -> None:
    ronden = [build_ronde("a 2, b / b 3 / c", 3, 1, 2), build_ronde("- / a / b", 5, 0, 4)]
    # the first is 2 * 3 + 1 * 0, the second 3 + 3 * 1 + 4, the third 2
    assert [score_punten(ronden, naam) for naam in ABC] == [6, 10, 2]


def test_chance_lays_the_points_of_each_question_on_its_options_in_every_order() -> None:
    # two places for 2 and 1 and 0 with weights 1 and 2 for a: 2 + 2 = 4, 2 + 0, 1 + 4, 1 + 0, 0 + 4, 0 + 2
    assert build_verdeling([build_ronde("a / a 2 / b", 2, 1, 0)], "a") == {4: 2, 2: 2, 5: 1, 1: 1}
    # and together with a coin flip
    assert build_verdeling([build_ronde("a / a 2 / b", 2, 1, 0), build_ronde("a / c", 0, 1)], "a") == {
        1: 1, 2: 3, 3: 2, 4: 2, 5: 3, 6: 1
    }  # fmt: skip


def test_a_scale_that_is_not_offered_has_nothing_for_certain() -> None:
    assert build_verdeling([build_ronde("a / b", 1, 0)], "c") == {0: 1}
    assert build_verdeling([], "c") == {0: 1}


def test_choosing_one_of_five_is_a_die_with_five_sides() -> None:
    ronden = [build_ronde("a / b / c / d / e", 1, 0, 0, 0, 0)] * 15
    totaal = 5**15
    verdeling = build_verdeling(ronden, "a")
    heel = sum(verdeling.values())
    for keren in range(16):
        assert Fraction(verdeling[keren], heel) == Fraction(comb(15, keren) * 4 ** (15 - keren), totaal)
    # R: 2 * pbinom(7, 15, 0.2, lower.tail = FALSE) = 0.008479499; 2 * pbinom(0, 15, 0.2) = 0.07036874
    assert float(score_staart(verdeling, 8)) == pytest.approx(0.008479499, abs=1e-8)
    assert float(score_staart(verdeling, 0)) == pytest.approx(0.07036874, abs=1e-8)
    assert score_verwacht(verdeling) == 3


def test_the_mean_of_a_distribution_is_weighted_by_how_often() -> None:
    assert score_verwacht({0: 3, 2: 1}) == Fraction(1, 2)


@pytest.mark.parametrize(("waarde", "kans"), [(0, "1/4"), (1, "1"), (2, "1"), (3, "1/2"), (9, "0")])
def test_a_tail_is_twice_the_smaller_side_and_at_most_one(waarde: int, kans: str) -> None:
    # eight equal chances: 0 once, 1 three times, 2 twice, 3 twice
    assert score_staart({0: 1, 1: 3, 2: 2, 3: 2}, waarde) == Fraction(kans)


@pytest.mark.parametrize(
    ("buiten", "grenzen"),
    [("0", (0, 4)), ("1/5", (0, 4)), ("199/1000", (0, 4)), ("2/5", (1, 3)), ("3/5", (2, 2))],
)
def test_the_limits_of_chance_leave_at_most_half_on_each_side(buiten: str, grenzen: tuple[int, int]) -> None:
    # twenty chances: 0 and 4 three times, 1 and 3 three times, 2 eight times; a side of 3 is 15 percent
    assert score_toevalsgrenzen({0: 3, 1: 3, 2: 8, 3: 3, 4: 3}, Fraction(buiten)) == grenzen


def test_exactly_half_of_what_may_be_left_outside_is_left_outside() -> None:
    assert score_toevalsgrenzen({0: 3, 1: 3, 2: 8, 3: 3, 4: 3}, Fraction(3, 10)) == (1, 3)


def test_a_distribution_without_outcomes_has_no_limits() -> None:
    with pytest.raises(ValueError, match="zonder uitkomsten"):
        score_toevalsgrenzen({}, Fraction(1, 20))


KIES, UITERSTEN, RANGORDE = (1, 0, 0), (1, 0, -1), (3, 2, 1)


def test_a_scale_chosen_every_time_out_of_three_is_labelled_from_five_questions_on() -> None:
    # 2 / 3^4 * 3 = 0.074, 2 / 3^5 * 3 = 0.0247
    assert compare("a / b / c", *[KIES] * 4) == ((), ())
    assert compare("a / b / c", *[KIES] * 5) == (("a",), ())


def test_each_of_several_parts_has_its_share_of_the_level() -> None:
    # 2 / 3^5 * 3 = 0.0247 is too much for one of two parts, 2 / 3^6 * 3 = 0.0082 is not
    assert compare_opties(ABC, [build_ronde("a / b / c", *KIES)] * 5, 2) == ((), ())
    assert compare_opties(ABC, [build_ronde("a / b / c", *KIES)] * 6, 2) == (("a",), ())
    assert compare_opties(ABC, [build_ronde("a / b / c", *KIES)] * 6, 5) == ((), ())


def test_a_scale_never_chosen_out_of_three_is_labelled_from_thirteen_questions_on() -> None:
    # (2 / 3)^12 * 2 * 3 = 0.0462, (2 / 3)^13 * 2 * 3 = 0.0308; b and c in turn
    om_en_om = [(0, 1, 0), (0, 0, 1)] * 7
    assert compare("a / b / c", *om_en_om[:12]) == ((), ())
    assert compare("a / b / c", *om_en_om[:13]) == ((), ("a",))


def test_always_best_or_always_last_is_labelled_by_the_exact_probability() -> None:
    # one chance in three per question for +1, and one for -1: both ends leave together at 2 / 3^5 * 3 = 0.0247
    assert compare("a / b / c", *[UITERSTEN] * 4) == ((), ())
    assert compare("a / b / c", *[UITERSTEN] * 5) == (("a",), ("c",))
    assert compare("a / b / c", *[RANGORDE] * 5) == (("a",), ("c",))


def test_a_ranking_counts_how_much_higher_and_not_only_how_often_first() -> None:
    # a is never first, but b and c take turns at first and last: 2 * 4 from chance 2 * 4, so nothing stands out
    assert compare("a / b / c", *[(2, 3, 1), (2, 1, 3)] * 10) == ((), ())


def test_points_divided_equally_say_nothing_and_points_divided_the_same_way_do() -> None:
    assert compare("a / b / c", *[(3, 3, 3)] * 30) == ((), ())
    assert compare("a / b / c", *[(4, 3, 2)] * 5) == (("a",), ("c",))


def test_only_differences_among_scales_still_in_count_after_a_label() -> None:
    # a takes 30 of 38; of the 8 others b takes all: 2 / 2^8 is small, but with two left the search stops
    punten = [KIES] * 30 + [(0, 1, 0)] * 8
    assert compare("a / b / c", *punten) == (("a",), ())
    # with a fourth scale the rest is tested again, out of three: b 6 of 6 is 2 / 3^6 * 3
    ronden = [build_ronde("a / b / c / d", *rij) for rij in [(1, 0, 0, 0)] * 12 + [(0, 1, 0, 0)] * 6]
    assert compare_opties("abcd", ronden) == (("a", "b"), ())
    ronden = [build_ronde("a / b / c / d", *rij) for rij in [(1, 0, 0, 0)] * 12 + [(0, 1, 0, 0)] * 4]
    assert compare_opties("abcd", ronden) == (("a",), ())


def test_an_option_that_is_not_scored_is_no_competitor() -> None:
    # of 25 questions 20 went to an option that counts nowhere: the other five are a, out of three
    punten = [(0, 0, 0, 1)] * 20 + [(1, 0, 0, 0)] * 5
    assert compare("a / b / c / -", *punten[20:]) == (("a",), ())
    # but a was chosen less often than chance, so more often would be true of five questions and false of 25
    assert compare("a / b / c / -", *punten) == ((), ())


def test_a_heavier_option_weighs_more_and_is_expected_to() -> None:
    # a counts double: always chosen stands out, but chosen one time in three is what chance gives, whatever the weight
    assert compare("a 2 / b / c", *[KIES] * 5) == (("a",), ())
    assert compare("a 2 / b / c", *[KIES, (0, 1, 0), (0, 0, 1)] * 10) == ((), ())


def test_fewer_than_three_scales_are_never_labelled() -> None:
    assert compare_opties("ab", [build_ronde("a / b", 1, 0)] * 30) == ((), ())
    assert compare_opties("", []) == ((), ())


@pytest.mark.parametrize("vorm", [Vorm.UITERSTEN, Vorm.RANGSCHIK])
def test_a_whole_sheet_of_a_form_is_labelled(vorm: Vorm) -> None:
    # the same style best and the others in turn; in another place each time, so that it is no straight line
    opties = ["forceren", "samenwerken", "toegeven"]
    vragen = [[opties[(plaats + nummer) % 3] for plaats in range(3)] for nummer in range(6)]
    lijst = build_keuzes(*map(" / ".join, vragen), vorm=vorm)
    antwoorden = []
    for nummer, rij in enumerate(vragen):
        a, b, c = ("abc"[rij.index(naam)] for naam in opties)
        rest = (b, c) if nummer % 2 else (c, b)
        antwoorden.append(" ".join((a, *rest) if vorm is Vorm.RANGSCHIK else (a, rest[1])))
    profiel = score_regels(lijst, *antwoorden)
    assert (profiel.duidelijk_hoog, profiel.duidelijk_laag) == (("forceren",), ())


@pytest.mark.parametrize("punten", [(1, 0, 0), (1, 0, -1), (3, 2, 1), (5, 3, 2), (2, 2, 0)])
@pytest.mark.parametrize("aantal", [1, 2, 3])
def test_an_exact_distribution_is_a_count_of_all_orders(punten: tuple[int, ...], aantal: int) -> None:
    ronde = build_ronde("a 2, b / b / c", *punten)
    geteld = Counter(
        sum(score_punten([Ronde(ronde.gewichten, orde)], "b") for orde in ordes)
        for ordes in product(permutations(punten), repeat=aantal)
    )
    gevonden = build_verdeling([ronde] * aantal, "b")
    assert {som: Fraction(keren, 6**aantal) for som, keren in geteld.items()} == {
        som: Fraction(wegen, sum(gevonden.values())) for som, wegen in gevonden.items()
    }
