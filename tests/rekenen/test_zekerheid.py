"""Intervals and labels: against R, by hand, and at their edges."""

import csv
from collections.abc import Sequence
from fractions import Fraction
from itertools import permutations
from math import sqrt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conflictstijl.model.stijlen import STIJLEN
from conflictstijl.rekenen.labels import Labels
from conflictstijl.rekenen.verdelingen import score_t_kwantiel
from conflictstijl.rekenen.verwisseling import Ronde, compare_opties
from conflictstijl.rekenen.zekerheid import (
    Bijdragen,
    build_bijdragen,
    compare_schalen,
    score_intervallen,
    score_variantie,
)
from tests.bouwers import build_stellingen, score_blad

REFERENTIE = Path(__file__).parent.parent / "referentie" / "een-persoon.csv"
PERSOON = {
    "forceren": [5, 4, 5, 4, 5, 4],
    "samenwerken": [2, 3, 2, 1, 3, 2],
    "compromis": [3, 3, 4, 2, 3, 3],
    "vermijden": [2, 2, 1, 3, 2, 2],
    "toegeven": [3, 2, 3, 3, 4, 2],
}


def build_schaal(waarden: list[int]) -> Bijdragen:
    return build_bijdragen(waarden, [Fraction(1)] * len(waarden))


def build_persoon(**anders: list[int]) -> dict[str, Bijdragen]:
    return {naam: build_schaal(waarden) for naam, waarden in {**PERSOON, **anders}.items()}


def build_vlak(*gemiddelden: float | Fraction, aantal: int = 6, spreiding: int = 1) -> dict[str, Bijdragen]:
    """Scales `a`, `b`, ... with these means and the same variance within each."""
    return {
        naam: Bijdragen(aantal, Fraction(gemiddelde), Fraction(1, aantal), Fraction(spreiding * (aantal - 1)))
        for naam, gemiddelde in zip("abcdefgh", gemiddelden, strict=False)
    }


def test_variance_and_intervals_of_one_person_agree_with_r() -> None:
    schalen = build_persoon()
    variantie, vrijheid = score_variantie(schalen.values(), 4)
    assert variantie == pytest.approx(0.44666666666666677, rel=1e-12)
    assert vrijheid == 25
    intervallen = score_intervallen(schalen, 1, 5)
    with REFERENTIE.open(encoding="utf-8", newline="") as bestand:
        for rij in csv.DictReader(bestand):
            assert float(schalen[rij["schaal"]].gemiddelde) == pytest.approx(float(rij["gemiddelde"]), rel=1e-12)
            onder, boven = intervallen[rij["schaal"]]
            assert onder == pytest.approx(float(rij["ondergrens"]), abs=1e-9)
            assert boven == pytest.approx(min(5, float(rij["bovengrens"])), abs=1e-9)


def test_only_the_scale_beyond_the_limit_of_r_is_labelled() -> None:
    # R: t of forceren 6.56 against qt(1 - 0.03 / 10, 25) = 3.003. Without it compromis and vermijden lie two thirds
    # from the mean of the others: 0.6667 / sqrt(0.4467 / 6 * 4 / 3) = 2.12 against qt(1 - 0.03 / 8, 25) = 2.91.
    assert compare_schalen(build_persoon(), 4) == (("forceren",), ())


def test_one_high_style_does_not_make_the_others_low() -> None:
    # samenwerken and vermijden pass the limit as long as forceren is in: t is -3.005 and -3.69
    _, laag = compare_schalen(build_persoon(), 4)
    assert laag == ()


def test_bijdragen_hold_exact_weighted_sums() -> None:
    bijdragen = build_bijdragen([4, 5, 2], [Fraction(1), Fraction(2), Fraction(1, 2)])
    # by hand: mean 15 over 3.5, share 5.25 over 12.25, squares 45 less 121 over 3
    assert bijdragen == Bijdragen(3, Fraction(30, 7), Fraction(3, 7), Fraction(14, 3))


def test_the_variance_is_pooled_over_scales_and_never_below_its_floor() -> None:
    assert score_variantie([build_schaal([1, 5]), build_schaal([2, 4, 3])], 4) == (10 / 3, 3)
    assert score_variantie([build_schaal([3, 3, 3])], 4) == (0.25, 2)
    assert score_variantie([build_schaal([3])], 8) == (1.0, 0)


def test_an_interval_takes_its_width_from_t_variance_and_number_of_statements() -> None:
    breedte = score_t_kwantiel(0.975, 5) * sqrt(0.25 / 6)
    assert score_intervallen({"a": build_schaal([3] * 6)}, 1, 5) == {"a": (3 - breedte, 3 + breedte)}


def test_intervals_are_clipped_to_the_scale() -> None:
    assert score_intervallen({"a": build_schaal([1, 1]), "b": build_schaal([5, 5])}, 1, 5) == {
        "a": (1, pytest.approx(1 + score_t_kwantiel(0.975, 2) * sqrt(0.25 / 2))),
        "b": (pytest.approx(5 - score_t_kwantiel(0.975, 2) * sqrt(0.25 / 2)), 5),
    }


def test_scales_of_one_answer_have_no_interval_and_no_label() -> None:
    schalen = {naam: build_schaal([waarde]) for naam, waarde in zip("abcd", (1, 1, 1, 5), strict=True)}
    assert score_intervallen(schalen, 1, 5) == {}
    assert compare_schalen(schalen, 4) == ((), ())


def compare_duels(schalen: Sequence[str], duels: Sequence[tuple[str, str]]) -> Labels:
    """Return the labels of pairs, each given as (chosen, not chosen)."""
    return compare_opties(schalen, [Ronde(({wel: 1}, {niet: 1}), (1, 0)) for wel, niet in duels])


@given(st.integers(2, 40))
def test_more_statements_make_a_narrower_interval(aantal: int) -> None:
    breedten = []
    for n in (aantal, aantal + 1):
        onder, boven = score_intervallen({"a": build_schaal([3] * n)}, -50, 50)["a"]
        breedten.append(boven - onder)
    assert breedten[1] < breedten[0]


@pytest.mark.parametrize("aantal", [1, 2])
def test_fewer_than_three_scales_get_no_label(aantal: int) -> None:
    assert compare_schalen(build_vlak(*(1, 5)[:aantal]), 4) == ((), ())
    assert compare_duels(["a", "b"][:aantal], [("a", "b")] * 30) == ((), ())


def test_a_label_needs_a_contrast_beyond_the_limit_and_not_on_it() -> None:
    # three scales, variance 1: contrast (m - 0) / sqrt(1 / 6 + 2 / 6 / 4) = m / 0.5 against t(1 - 0.03 / 6, 15)
    grens = score_t_kwantiel(1 - 0.03 / 6, 15) / 2
    assert compare_schalen(build_vlak(0, 0, grens * 0.999999), 4) == ((), ())
    assert compare_schalen(build_vlak(0, 0, grens * 1.000001), 4) == (("c",), ())
    assert compare_schalen(build_vlak(0, 0, -grens * 1.000001), 4) == ((), ("c",))


def test_each_next_step_uses_the_limit_for_the_scales_still_in() -> None:
    # after e, four are left: contrast m / sqrt(1 / 6 + 3 / 6 / 9) = m / 0.4714 against t(1 - 0.03 / 8, 25)
    grens = score_t_kwantiel(1 - 0.03 / 8, 25) * sqrt(2 / 9)
    assert compare_schalen(build_vlak(0, 0, 0, grens * 0.999999, 3), 4) == (("e",), ())
    assert compare_schalen(build_vlak(0, 0, 0, grens * 1.000001, 3), 4) == (("e", "d"), ())


@pytest.mark.parametrize("delen", [2, 5])
def test_each_of_several_parts_has_its_share_of_the_level(delen: int) -> None:
    # the limit of three scales above, with 0.03 divided over the parts
    grens = score_t_kwantiel(1 - 0.03 / (6 * delen), 15) / 2
    assert compare_schalen(build_vlak(0, 0, grens * 0.999999), 4, delen) == ((), ())
    assert compare_schalen(build_vlak(0, 0, grens * 1.000001), 4, delen) == (("c",), ())


def test_a_small_range_makes_small_differences_count() -> None:
    # on 0 to 1 the floor is 1 / 64, so the limit is 3.0026 * 0.125 * sqrt(5 / 24) = 0.171
    assert compare_schalen(build_vlak(0, 0, 0, 0, 0.25, spreiding=0), 1) == (("e",), ())
    assert compare_schalen(build_vlak(0.25, 0.25, 0.25, 0.25, 0, spreiding=0), 1) == ((), ("e",))
    assert compare_schalen(build_vlak(0, 0, 0, 0, 0.17, spreiding=0), 1) == ((), ())


def test_several_low_scales_are_labelled_in_the_order_of_finding() -> None:
    assert compare_schalen(build_vlak(0, 0, 0, -3, -9), 4) == ((), ("e", "d"))


def test_a_scale_exactly_at_the_mean_of_all_is_not_labelled() -> None:
    # after e and d, c is 1.8 above a and b: 1.8 / 0.5 = 3.6 passes the limit, but the mean of all five is 1.8 too
    schalen = build_vlak(0, 0, Fraction(9, 5), Fraction(16, 5), 4)
    assert compare_schalen(schalen, 4) == (("e", "d"), ())


def test_the_search_stops_when_two_scales_are_left() -> None:
    assert compare_schalen(build_vlak(0, 9, 20, 40), 4) == (("d", "c"), ())


def test_scales_that_stand_out_equally_far_are_labelled_together_in_any_order() -> None:
    # +1 and -1 against three in the middle: which one came first used to decide which one got the label
    waarden = dict(zip("abcde", (2, 3, 3, 3, 4), strict=True))
    for volgorde in permutations(waarden):
        schalen = {naam: Bijdragen(6, Fraction(waarden[naam]), Fraction(1, 6), Fraction(2)) for naam in volgorde}
        assert compare_schalen(schalen, 4) == (("e",), ("a",))


def test_the_search_stops_between_two_camps() -> None:
    # of the three lower ones 2.5 is furthest from the two at 0, but it lies below the mean of all five
    assert compare_schalen(build_vlak(0, 0, 2.5, 9, 9.5), 4) == (("e", "d"), ())


def test_a_scale_with_fewer_answers_needs_a_larger_difference() -> None:
    schalen = build_vlak(0, 0, 0, 0, 1.6)
    assert compare_schalen(schalen, 4) == (("e",), ())
    schalen["e"] = Bijdragen(6, Fraction(8, 5), Fraction(1), Fraction(5))
    assert compare_schalen(schalen, 4) == ((), ())


def build_toernooi(winst: dict[tuple[str, str], int], per_paar: int = 3) -> list[tuple[str, str]]:
    """Every two of `abcde` meet `per_paar` times; by default the first takes one more than the second."""
    duels = []
    for een, twee in [(een, twee) for een in "abcde" for twee in "abcde" if een < twee]:
        keren = winst.get((een, twee), per_paar // 2)
        duels += [(een, twee)] * keren + [(twee, een)] * (per_paar - keren)
    return duels


@pytest.mark.parametrize(
    ("winst_van_a", "labels"),
    [
        # 12 pairs each: 1 of 12 has probability 26 / 4096, times 5 is 0.0317; 2 of 12 is 158 / 4096, times 5 is 0.19
        ((3, 3, 3, 2), (("a",), ())),
        ((3, 3, 2, 2), ((), ())),
        ((1, 0, 0, 0), ((), ("a",))),
        ((1, 1, 0, 0), ((), ())),
    ],
)
def test_pairs_are_labelled_by_the_exact_probability(
    winst_van_a: tuple[int, ...], labels: tuple[tuple[str, ...], tuple[str, ...]]
) -> None:
    rest = {("b", "c"): 2, ("b", "e"): 1, ("c", "d"): 2, ("d", "e"): 2}
    duels = build_toernooi({**{("a", ander): keren for ander, keren in zip("bcde", winst_van_a, strict=True)}, **rest})
    assert compare_duels("abcde", duels) == labels


def test_pairs_with_a_labelled_style_leave_the_comparison() -> None:
    # a wins all 12; among the other four b loses 9 of 9: 2 / 512 times 4 is 0.016
    winst = {("a", ander): 3 for ander in "bcde"} | {("b", ander): 0 for ander in "cde"}
    assert compare_duels("abcde", build_toernooi(winst)) == (("a",), ("b",))


def test_opposite_extremes_in_pairs_are_labelled_together() -> None:
    winst = {("a", ander): 3 for ander in "bcde"} | {(ander, "e"): 3 for ander in "bcd"}
    assert compare_duels("abcde", build_toernooi(winst)) == (("a",), ("e",))


def test_pairs_with_a_style_that_cannot_be_scored_do_not_count() -> None:
    duels = [("a", "x")] * 30 + [("b", "c"), ("c", "a"), ("a", "b")]
    assert compare_duels("abc", duels) == ((), ())


def test_pairs_label_nothing_against_the_direction_of_all_pairs() -> None:
    # a loses all 30 and leaves; b then wins 9 of 9 from c and d, but lost 40 to x, which is not compared
    duels = [("b", "c")] * 5 + [("b", "d")] * 5 + [("x", "b")] * 40 + [("c", "d")] * 2 + [("d", "c")] * 2
    assert compare_duels("bcd", duels) == ((), ())
    assert compare_duels("bcd", [duel for duel in duels if duel[0] != "x"]) == (("b",), ())


def build_bijna_recht() -> list[str]:
    """Sheets of thirty with three other answers, all in one scale and as far away as they go."""
    vellen = []
    for schaal in range(5):
        for gewoon in "12345":
            for anders in {"1", "5"} - {gewoon}:
                vel = [gewoon] * 30
                vel[schaal * 6 : schaal * 6 + 3] = [anders] * 3
                vellen.append("".join(vel))
    return vellen


def test_straight_and_nearly_straight_lines_get_no_label() -> None:
    vragenlijst = build_stellingen(*(stijl for stijl in STIJLEN for _ in range(6)))
    omgekeerd = build_stellingen(*(f"{'-' * (keer == 5)}{stijl}" for stijl in STIJLEN for keer in range(6)))
    for vel in [*(str(waarde) * 30 for waarde in range(1, 6)), *build_bijna_recht()]:
        for lijst in (vragenlijst, omgekeerd):
            profiel = score_blad(lijst, vel)
            assert (profiel.duidelijk_hoog, profiel.duidelijk_laag) == ((), ())
            assert "rechte_lijn" in [melding.code for melding in profiel.kwaliteit.meldingen]


def test_a_sheet_just_short_of_a_straight_line_can_be_labelled() -> None:
    vragenlijst = build_stellingen(*(stijl for stijl in STIJLEN for _ in range(6)))
    profiel = score_blad(vragenlijst, "555511" + "1" * 24)
    assert profiel.duidelijk_hoog == ("forceren",)
    assert "rechte_lijn" not in [melding.code for melding in profiel.kwaliteit.meldingen]
