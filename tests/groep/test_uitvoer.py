"""Scores as CSV lines of our own: whatever a code holds, csv reads it back."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conflictstijl.groep.uitvoer import render_cel


@given(
    st.lists(st.text(st.characters(exclude_characters="\0", codec="utf-8")), min_size=2),
    st.sampled_from(";,"),
)
def test_cells_in_a_line_are_read_back_as_they_were(teksten: list[str], scheiding: str) -> None:
    regel = scheiding.join(render_cel(tekst, scheiding) for tekst in teksten)
    assert list(csv.reader(io.StringIO(regel, newline=""), delimiter=scheiding, strict=True)) == [teksten]


@pytest.mark.parametrize(("tekst", "cel"), [("P1", "P1"), ("a;b", '"a;b"'), ('zeg "ja"', '"zeg ""ja"""'), ("", "")])
def test_only_what_needs_quotes_gets_them(tekst: str, cel: str) -> None:
    assert render_cel(tekst, ";") == cel
