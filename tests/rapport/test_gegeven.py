"""The names that a report uses."""

import pytest

from conflictstijl.rapport.gegeven import render_klein


@pytest.mark.parametrize(
    ("naam", "klein"),
    [("Met een cliënt", "met een cliënt"), ("GGZ-druk", "GGZ-druk"), ("rust", "rust"), ("R", "r"), ("", "")],
)
def test_a_name_inside_a_sentence_begins_small_unless_it_is_an_abbreviation(naam: str, klein: str) -> None:
    assert render_klein(naam) == klein
