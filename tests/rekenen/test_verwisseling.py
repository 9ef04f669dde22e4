"""Chance in questions with options: points of each form, exact distributions, labels at their limits, and bounds."""

from collections import Counter
from collections.abc import Iterator, MutableMapping
from contextlib import contextmanager
from fractions import Fraction
from itertools import permutations, product
from math import comb

import pytest
from hypothesis import event, given
from hypothesis import strategies as st

from conflictstijl.model.vragen import Vorm
from conflictstijl.rekenen import verwisseling
from conflictstijl.rekenen.labels import Labels
from conflictstijl.rekenen.verwisseling import (
    Ronde,
    _build_rondeverdeling,
    build_punten,
    build_verdeling,
    compare_opties,
    score_punten,
    score_staart,
    score_toevalsbereik,
    score_toevalsgrenzen,
    score_verwacht,
)
from tests.bouwers import build_keuze, build_keuzes, score_regels

ABC = ("a", "b", "c")


def build_ronde(gewichten: str, *punten: int) -> Ronde:
    """A question from a text `a 2, b / c / -`, with the points that its options got."""
    opties = [[deel.split() for deel in optie.split(",")] for optie in gewichten.split("/")]
    return Ronde(tuple({n: Fraction(*g or "1") for n, *g in optie if n != "-"} for optie in opties), punten)


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
    assert score_verwacht(ronden, "a") == 3


def test_the_mean_by_chance_is_that_of_the_whole_distribution() -> None:
    ronden = [build_ronde("a 0.7 / a 2 / b / -", 5, 3, 1, 0), build_ronde("a 1.25 / - / b", 1, 0, -1)]
    verdeling = build_verdeling(ronden, "a")
    gemiddelde = Fraction(sum(som * wegen for som, wegen in verdeling.items())) / sum(verdeling.values())
    # the first: 2.7 times 9 / 4
    assert score_verwacht(ronden, "a") == gemiddelde == Fraction("6.075")


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
    ronde = build_ronde("a 2, b 0.15 / b 2.5 / c", *punten)
    geteld = Counter(
        sum(score_punten([Ronde(ronde.gewichten, orde)], "b") for orde in ordes)
        for ordes in product(permutations(punten), repeat=aantal)
    )
    gevonden = build_verdeling([ronde] * aantal, "b")
    assert {som: Fraction(keren, 6**aantal) for som, keren in geteld.items()} == {
        som: Fraction(wegen, sum(gevonden.values())) for som, wegen in gevonden.items()
    }


def test_a_distribution_that_is_kept_cannot_be_changed_by_who_reads_it() -> None:
    assert not isinstance(_build_rondeverdeling((1,), (0, 1)), MutableMapping)


ZWAAR = {
    "a ranking of ten with weights that all differ": [
        build_ronde(
            " / ".join(f"a {getal * getal}.{getal**3 % 1000:03}, b, c 2" for getal in range(1, 11)), *range(10, 0, -1)
        ),
    ],
    "two rankings of twelve": [
        build_ronde(" / ".join(f"a {getal * getal}, b, c 2" for getal in range(1, 13)), *range(12, 0, -1)),
    ]
    * 2,
    "forty choices with weights that all differ": [
        build_ronde(f"a 9.{nummer:03} / a 3.{7 * nummer:03} / a {nummer}.001 / b / c", 1, 0, 0, 0, 0)
        for nummer in range(101, 141)
    ],
    "two hundred times a hundred points": [
        build_ronde("a / b / c / d / e", 30 + nummer % 31, 20, 15, 2, 33 - nummer % 31) for nummer in range(200)
    ],
    "sixty times a thousand points": [
        build_ronde("a / b / c / d / e", 301 + nummer, 202, 153, 27, 317 - nummer) for nummer in range(60)
    ],
}


@pytest.mark.parametrize("naam", ZWAAR)
def test_a_scale_that_takes_too_much_reckoning_has_no_distribution_and_no_labels(naam: str) -> None:
    assert build_verdeling(ZWAAR[naam] * 4, "a") == {}
    assert compare_opties(ABC, ZWAAR[naam] * 4) == ((), ())


def test_thirty_times_a_hundred_points_are_exact() -> None:
    ronden = ZWAAR["two hundred times a hundred points"][:30]
    assert sum(build_verdeling(ronden, "a").values()) == 5**30
    assert compare_opties("abcde", ronden) == (("a",), ("d", "c"))


@contextmanager
def build_grens(aantal: int) -> Iterator[None]:
    """Lower the bound."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(verwisseling, "MEESTE_BYTES", aantal)
        yield


def test_with_less_reckoning_the_first_labels_are_found_and_not_the_last() -> None:
    ronden = [build_ronde("a / b / c / d", *rij) for rij in [(1, 0, 0, 0)] * 12 + [(0, 1, 0, 0)] * 6]
    gevonden = []
    for aantal in (0, 280_000, 320_000, 400_000):
        with build_grens(aantal):
            gevonden.append(compare_opties("abcd", ronden))
    assert gevonden == [((), ()), ((), ()), (("a",), ()), (("a", "b"), ())]


def build_ronden() -> st.SearchStrategy[list[Ronde]]:
    """Questions that somebody answers in much the same way, so that there is something to find."""
    sleutels = ["a / b / c / d", "a 0.5, b / b / c 1.7 / d", "d / a / b 3 / c", "a / a 2 / b, d / -"]
    voorkeur = st.sampled_from([(1, 0, 0, 0), (3, 2, 1, 0), (1, 0, 0, -1), (4, 4, 1, 1), (0, 7, 3, 0), (0, 0, 1, 0)])
    ronde = st.builds(lambda sleutel, punten: build_ronde(sleutel, *punten), st.sampled_from(sleutels), voorkeur)
    reeks = st.builds(lambda een, keren: [een] * keren, ronde, st.integers(1, 12))
    return st.lists(reeks, min_size=1, max_size=4).map(lambda reeksen: [een for reeks in reeksen for een in reeks])


@given(build_ronden(), st.sampled_from([100_000, 250_000, 500_000, 800_000, 1_500_000]))
def test_with_less_reckoning_there_is_never_a_label_that_the_exact_test_does_not_give(
    ronden: list[Ronde], aantal: int
) -> None:
    hoog, laag = compare_opties("abcd", ronden)
    with build_grens(aantal):
        minder_hoog, minder_laag = compare_opties("abcd", ronden)
    event(f"labels: {len(hoog + laag)}, of which found: {len(minder_hoog + minder_laag)}")
    assert (minder_hoog, minder_laag) == (hoog[: len(minder_hoog)], laag[: len(minder_laag)])


@given(build_ronden(), st.sampled_from([1, 2, 5]), st.sampled_from(["1/20", "1/3"]))
def test_with_less_reckoning_the_limits_of_chance_are_never_narrower(
    ronden: list[Ronde], aantal: int, buiten: str
) -> None:
    van, tot = score_toevalsbereik(ronden, "a", Fraction(buiten), aantal)
    assert (van, tot) == score_toevalsgrenzen(build_verdeling(ronden, "a"), Fraction(buiten) / aantal)
    with build_grens(0):
        ruim_van, ruim_tot = score_toevalsbereik(ronden, "a", Fraction(buiten), aantal)
    event(f"wider: {(ruim_van, ruim_tot) != (van, tot)}")
    assert ruim_van <= van <= tot <= ruim_tot


def test_the_limits_of_chance_past_the_bound_are_those_of_hoeffding() -> None:
    # a hundred coin flips: 50 - sqrt(100 * ln(40) / 2); one flip cannot come below 0 or above 1
    with build_grens(0):
        van, tot = score_toevalsbereik([build_ronde("a / b", 1, 0)] * 100, "a", Fraction(1, 20), 1)
        een = score_toevalsbereik([build_ronde("a 3 / b", 1, 0)], "a", Fraction(1, 20), 1)
    assert float(van) == pytest.approx(36.41904, abs=1e-4)
    assert float(tot) == pytest.approx(63.58096, abs=1e-4)
    assert een == (0, 3)
