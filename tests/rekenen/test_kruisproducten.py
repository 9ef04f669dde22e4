"""Sums of products: exact, whatever the order and however a group is cut up."""

from fractions import Fraction
from math import isclose
from statistics import StatisticsError, correlation, covariance

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conflictstijl.rekenen import kruisproducten
from conflictstijl.rekenen.kruisproducten import Kruisproducten, Paar

CELLEN = st.one_of(st.none(), st.integers(-3, 12))
RIJEN = st.lists(st.tuples(CELLEN, CELLEN, CELLEN), max_size=30)
Rijen = list[tuple[int | None, int | None, int | None]]


@pytest.fixture(autouse=True)
def klein_blok(monkeypatch: pytest.MonkeyPatch) -> None:
    # so that a few rows are already several blocks
    monkeypatch.setattr(kruisproducten, "_BLOK", 4)


def build_producten(rijen: Rijen) -> Kruisproducten:
    producten = Kruisproducten(3)
    for rij in rijen:
        producten.add(rij)
    return producten


def count_los(rijen: Rijen, een: int, ander: int) -> Paar:
    """The same sums, straight from their definition."""
    paren = [(rij[een], rij[ander]) for rij in rijen]
    samen = [(x, y) for x, y in paren if x is not None and y is not None]
    return Paar(
        len(samen),
        sum(x for x, _ in samen),
        sum(y for _, y in samen),
        sum(x * x for x, _ in samen),
        sum(y * y for _, y in samen),
        sum(x * y for x, y in samen),
    )


@given(RIJEN)
def test_every_pair_is_summed_over_the_rows_that_have_both(rijen: Rijen) -> None:
    producten = build_producten(rijen)
    for een in range(3):
        for ander in range(3):
            assert producten.read_paar(een, ander) == count_los(rijen, een, ander)


@given(RIJEN, st.integers(0, 30))
def test_two_halves_add_up_to_the_whole(rijen: Rijen, plaats: int) -> None:
    samen, tweede = build_producten(rijen[:plaats]), build_producten(rijen[plaats:])
    samen.extend(tweede)
    assert samen.read_paren() == build_producten(rijen).read_paren()


@given(RIJEN)
def test_adding_goes_on_after_reading(rijen: Rijen) -> None:
    producten = Kruisproducten(3)
    for rij in rijen:
        producten.add(rij)
        producten.read_paar(0, 1)
    assert producten.read_paren() == build_producten(rijen).read_paren()


@given(RIJEN)
def test_covariance_and_correlation_are_those_of_the_pairs(rijen: Rijen) -> None:
    paar = build_producten(rijen).read_paar(0, 1)
    samen = [(x, y) for x, y, _ in rijen if x is not None and y is not None]
    if len(samen) > 1:
        links, rechts = zip(*samen, strict=True)
        assert isclose(paar.covariantie, covariance(links, rechts), abs_tol=1e-9)
    try:
        verwacht = correlation(*zip(*samen, strict=True))
    except (StatisticsError, TypeError):
        assert paar.correlatie is None
    else:
        assert paar.correlatie is not None
        assert isclose(paar.correlatie, verwacht, abs_tol=1e-9)


def test_a_covariance_is_exact() -> None:
    assert build_producten([(1, 1, None), (2, 1, None), (2, 3, None)]).read_paar(0, 1).covariantie == Fraction(1, 3)
    assert build_producten([(1, 1, None), (2, 1, None), (2, 3, None)]).read_paar(1, 0).covariantie == Fraction(1, 3)


def test_one_row_has_no_covariance() -> None:
    with pytest.raises(ZeroDivisionError):
        _ = build_producten([(1, 2, 3)]).read_paar(0, 1).covariantie
