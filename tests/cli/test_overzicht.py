"""Two columns, and what happens where there is no room."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conflictstijl.cli.overzicht import write_alinea, write_kolommen

woorden = st.text(st.sampled_from("abc-- "), min_size=1, max_size=50)


def lees(capsys: pytest.CaptureFixture[str], rijen: list[tuple[str, str]]) -> list[str]:
    write_kolommen(rijen)
    return capsys.readouterr().out.splitlines()


def test_texts_stand_beside_their_names_and_hang(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "24")
    assert lees(capsys, [("een", "kort"), ("twee", "een tekst van meer woorden")]) == [
        "een   kort",
        "twee  een tekst van meer",
        "      woorden",
    ]


def test_a_name_that_is_too_long_stands_above_its_text(capsys: pytest.CaptureFixture[str]) -> None:
    assert lees(capsys, [("kort", "een"), ("n" * 30, "twee")]) == [
        "kort" + " " * 24 + "een",
        "n" * 30,
        " " * 28 + "twee",
    ]


def test_a_name_without_a_text_is_not_lost(capsys: pytest.CaptureFixture[str]) -> None:
    assert lees(capsys, [("naam", ""), ("twee", "x")]) == ["naam", "twee  x"]


def test_no_rows_give_no_lines(capsys: pytest.CaptureFixture[str]) -> None:
    assert lees(capsys, []) == []


def test_a_command_in_a_paragraph_is_not_broken_at_its_hyphen(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "20")
    write_alinea("Typ: grens-stellen-nu")
    assert capsys.readouterr().out == "Typ:\ngrens-stellen-nu\n"


@given(st.lists(st.tuples(woorden, woorden), max_size=4), st.integers(20, 100))
def test_no_line_is_wider_than_the_terminal(rijen: list[tuple[str, str]], breedte: int) -> None:
    with pytest.MonkeyPatch.context() as omgeving:
        regels: list[str] = []
        omgeving.setenv("COLUMNS", str(breedte))
        omgeving.setattr("conflictstijl.cli.overzicht.write_regels", regels.extend)
        write_kolommen(rijen)
    assert all(len(regel) <= breedte for regel in regels)
