"""One factor by minimum residual: what is known by construction, and what must be refused."""

from math import isclose

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conflictstijl.rekenen.factoranalyse import score_ladingen, score_omega


def build_correlaties(ladingen: list[float]) -> list[list[float]]:
    """The correlations that one factor with these loadings gives, without any noise."""
    return [[1.0 if i == j else a * b for j, b in enumerate(ladingen)] for i, a in enumerate(ladingen)]


@given(st.lists(st.floats(0.2, 0.9), min_size=3, max_size=12))
def test_loadings_come_back_from_the_correlations_that_they_make(ladingen: list[float]) -> None:
    gevonden = score_ladingen(build_correlaties(ladingen))
    assert gevonden is not None
    assert all(isclose(a, b, abs_tol=1e-6) for a, b in zip(gevonden, ladingen, strict=True))


def test_a_statement_that_goes_against_the_rest_keeps_its_sign() -> None:
    gevonden = score_ladingen(build_correlaties([0.8, 0.7, 0.6, -0.4]))
    assert gevonden == pytest.approx([0.8, 0.7, 0.6, -0.4], abs=1e-6)


def test_omega_is_the_share_of_the_factor_in_the_sum() -> None:
    # (4 * 0.5)^2 = 4 of the factor, and 4 * 0.75 = 3 of the statements by themselves
    assert score_omega([0.5] * 4) == pytest.approx(4 / 7, abs=1e-12)


@pytest.mark.parametrize(
    "correlaties",
    [
        [[1.0, 0.5], [0.5, 1.0]],
        [[1.0, -0.5, -0.5], [-0.5, 1.0, -0.5], [-0.5, -0.5, 1.0]],
        # 0.9 * 0.9 / 0.3 is a squared loading of 2.7
        [[1.0, 0.9, 0.9], [0.9, 1.0, 0.3], [0.9, 0.3, 1.0]],
        # a loading would have to be the root of a negative number
        [[1.0, 0.6, 0.6], [0.6, 1.0, -0.1], [0.6, -0.1, 1.0]],
    ],
    ids=["two statements", "nothing in common", "heywood", "no factor"],
)
def test_what_has_no_proper_factor_has_no_loadings(correlaties: list[list[float]]) -> None:
    assert score_ladingen(correlaties) is None


def test_statements_that_share_nothing_have_loadings_of_nought() -> None:
    gevonden = score_ladingen([[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]])
    assert gevonden == pytest.approx([0, 0, 0], abs=1e-9)
