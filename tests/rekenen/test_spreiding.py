"""How far organisations lie apart: the figures by hand, what comes first, and what each answered highest."""

from fractions import Fraction
from statistics import stdev

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conflictstijl.laden.catalogus import load_vragenlijst
from conflictstijl.model.antwoorden import NVT
from conflictstijl.model.organisaties import Organisatie, Organisatiebeeld, Uitschieter
from conflictstijl.rekenen.spreiding import (
    build_organisatiebeeld,
    build_spreiding,
    read_gesprek,
    read_uitschieters,
    score_grootste,
)
from tests.laden.lezen import GOED

LIJST = load_vragenlijst(str(GOED / "organisaties.yaml"))
VIJF = (Fraction(1), Fraction(5))
SCORES = st.lists(st.fractions(1, 5, max_denominator=12), min_size=2, max_size=9)


def build_beeld(**scores: list[int | None]) -> Organisatiebeeld:
    """Return organisations A, B and so on with these scores per scale."""
    organisaties = [
        Organisatie(
            naam, {schaal: None if een is None else Fraction(een) for schaal, een in zip(scores, rij, strict=True)}
        )
        for naam, rij in zip("ABCDEF", zip(*scores.values(), strict=True), strict=False)
    ]
    return build_organisatiebeeld(organisaties, LIJST)


def test_the_figures_are_those_of_a_sum_by_hand() -> None:
    spreiding = build_spreiding("doel", [Fraction(2), Fraction(4), Fraction(5), Fraction(5)], VIJF)
    assert spreiding is not None
    assert spreiding[1:5] == (4, Fraction(4), Fraction(2), Fraction(5))
    assert (spreiding.bereik, spreiding.variantie, spreiding.aandeel) == (Fraction(3), Fraction(2), Fraction(1, 8))
    assert spreiding.standaardafwijking == pytest.approx(2**0.5)


@settings(max_examples=40)
@given(SCORES)
def test_the_spread_is_the_standard_deviation_of_a_sample_and_never_beyond_the_largest(scores: list[Fraction]) -> None:
    spreiding = build_spreiding("doel", scores, VIJF)
    assert spreiding is not None
    assert spreiding.standaardafwijking == pytest.approx(stdev(map(float, scores)), abs=1e-9)
    assert spreiding.variantie <= spreiding.grootste


@pytest.mark.parametrize("n", [2, 5])
def test_the_largest_spread_is_reached_with_half_at_each_end(n: int) -> None:
    scores = [VIJF[0]] * (n // 2) + [VIJF[1]] * (n - n // 2)
    spreiding = build_spreiding("doel", scores, VIJF)
    assert spreiding is not None
    assert spreiding.variantie == score_grootste(n, VIJF)


def test_one_score_has_no_spread_and_a_scale_without_length_has_none_of_it() -> None:
    assert build_spreiding("doel", [Fraction(3)], VIJF) is None
    vlak = build_spreiding("doel", [Fraction(3), Fraction(3)], (Fraction(3), Fraction(3)))
    assert vlak is not None
    assert vlak.aandeel == 0


def test_the_widest_scale_comes_first_however_low_its_mean() -> None:
    beeld = build_beeld(doel=[3, 3, 2], proces=[1, 3, 1])
    assert [een.schaal for een in beeld.spreidingen] == ["proces", "doel"]
    assert beeld.gesprek == ("proces", "doel")


def test_what_does_not_differ_is_no_topic() -> None:
    assert build_beeld(doel=[2, 2], proces=[1, 3]).gesprek == ("proces",)
    assert build_beeld(doel=[2, 2], proces=[3, 3]).gesprek == ()


def test_who_ties_with_the_second_comes_along() -> None:
    wijdtes = [
        build_spreiding(naam, [Fraction(1), Fraction(hoog)], VIJF)
        for naam, hoog in zip("abcd", (5, 4, 4, 3), strict=True)
    ]
    assert read_gesprek([een for een in wijdtes if een]) == ["a", "b", "c"]


def test_a_scale_that_one_organisation_scored_is_shown_and_has_no_spread() -> None:
    beeld = build_beeld(doel=[2, None], proces=[1, 3])
    assert [een.schaal for een in beeld.spreidingen] == ["proces"]
    assert beeld.read_uitersten("doel") == {Fraction(2): ["A"]}
    assert not beeld.dicht


def test_the_highest_score_is_named_first_and_ties_together() -> None:
    uitersten = build_beeld(doel=[2, 3, 2], proces=[1, 1, 1]).read_uitersten("doel")
    assert list(uitersten.items()) == [(Fraction(3), ["B"]), (Fraction(2), ["A", "C"])]


def test_what_is_highest_is_told_by_how_it_counts_with_the_answer_as_it_was_given() -> None:
    uit = read_uitschieters(LIJST, (2, 1, 1, 1))
    assert uit["doel"] == Uitschieter(
        (("Over geld zwijgen we.", "klopt niet"),), (("Alle partners noemen hetzelfde doel.", "klopt half"),)
    )
    assert uit["proces"] == Uitschieter(
        (("Wie afwezig was, hoort pas laat iets.", "klopt niet"),),
        (("Na elk overleg weten we de volgende stap.", "klopt niet"),),
    )


def test_answers_that_count_the_same_have_no_highest_and_what_is_open_does_not_count() -> None:
    assert read_uitschieters(LIJST, (3, None, NVT, 1)) == {"doel": Uitschieter()}
