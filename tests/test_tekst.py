"""The border for foreign text, and Dutch numbers and lists."""

import time
import unicodedata
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conflictstijl.tekst import (
    MAX_TEKST,
    advise_naam,
    check_tekens,
    clean_tekst,
    fold_tekst,
    parse_geheel,
    render_dag,
    render_datum,
    render_getal,
    render_klok,
    render_moment,
    render_momenten,
    render_opsomming,
    render_tijd,
    render_zin,
)

STUREND = ("\x1b", "\x00", "\u202e", "\u200b", "\u2028", "\x85", "\ue000", "\ud800", "\uffff")


@pytest.mark.parametrize("teken", STUREND)
def test_a_character_that_steers_or_hides_is_found_and_removed(teken: str) -> None:
    assert check_tekens(f"één{teken}twee") == 3
    assert teken not in clean_tekst(f"één{teken}twee")


@pytest.mark.parametrize("tekst", ["", "Zoë at één appel", "twee\nregels\tmet tab", "zacht\u00adkoppel", "日本", "🙂"])
def test_ordinary_text_may_pass(tekst: str) -> None:
    assert check_tekens(tekst) is None


@given(st.text(st.characters(max_codepoint=127), max_size=200), st.integers(1, 200))
def test_plain_text_is_cleaned_as_any_other(tekst: str, maximum: int) -> None:
    # a character that is not plain, behind what is compared, keeps the text from the short way
    lang = clean_tekst(f"{tekst} é")
    assert clean_tekst(tekst) == lang.removesuffix("é").strip()
    assert clean_tekst(tekst, maximum)[: maximum - 1] == clean_tekst(tekst)[: maximum - 1]


@given(st.text(max_size=200))
def test_clean_text_is_one_line_without_anything_that_steers(tekst: str) -> None:
    schoon = clean_tekst(tekst)
    assert schoon == " ".join(schoon.split())
    assert not any(unicodedata.category(teken) in {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"} for teken in schoon)
    assert clean_tekst(schoon) == schoon


def test_clean_text_keeps_words_apart_and_letters_whole() -> None:
    assert clean_tekst("een\r\n twee\tdrie \x1b") == "een twee drie"
    assert clean_tekst("Zoe\u0308") == "Zoë"


def test_clean_text_is_bounded() -> None:
    assert clean_tekst("a" * 50, 10) == "a" * 9 + "…"
    assert clean_tekst("a" * 10, 10) == "a" * 10
    assert len(clean_tekst("b" * 9999)) == MAX_TEKST


def test_texts_that_look_alike_fold_to_the_same() -> None:
    assert fold_tekst("  VAAK \u00a0heel ") == fold_tekst("vaak heel") == "vaak heel"
    assert fold_tekst("ﬁjn") == "fijn"


@pytest.mark.parametrize(("tekst", "getal"), [("3", 3), ("-2", -2), ("007", 7), ("999999999", 999999999)])
def test_a_whole_number_is_read(tekst: str, getal: int) -> None:
    assert parse_geheel(tekst) == getal


@pytest.mark.parametrize("tekst", ["", "3.0", "3,0", "+3", "٣", "1e3", "1_0", " 3", "1234567890", "--1", "drie"])
def test_what_is_no_whole_number_gives_none(tekst: str) -> None:
    assert parse_geheel(tekst) is None


@pytest.mark.parametrize(
    ("waarde", "decimalen", "tekst"),
    [
        (3.1666, 1, "3,2"), (2.25, 1, "2,3"), (2.35, 1, "2,4"), (1.15, 1, "1,2"), (-0.04, 1, "0,0"), (-1.25, 1, "-1,3"),
        (0.5, 0, "1"), (19, 1, "19,0"), (0.876, 2, "0,88"), (1e-9, 1, "0,0"), (100, 0, "100"),
    ],
)  # fmt: skip
def test_numbers_are_dutch_and_a_half_goes_up(waarde: float, decimalen: int, tekst: str) -> None:
    assert render_getal(waarde, decimalen) == tekst


@given(st.floats(-1e6, 1e6, allow_nan=False), st.integers(0, 4))
def test_a_shown_number_is_at_most_half_a_step_off(waarde: float, decimalen: int) -> None:
    assert abs(float(render_getal(waarde, decimalen).replace(",", ".")) - waarde) <= 0.5 * 10**-decimalen + 1e-9


@pytest.mark.parametrize(
    ("delen", "tekst"), [([], ""), (["a"], "a"), (["a", "b"], "a en b"), (["a", "b", "c"], "a, b en c")]
)
def test_parts_become_an_enumeration(delen: list[str], tekst: str) -> None:
    assert render_opsomming(delen) == tekst


def test_an_enumeration_may_offer_a_choice() -> None:
    assert render_opsomming(["a", "b"], "of") == "a of b"


def test_a_sentence_begins_with_a_capital_and_changes_nothing_else() -> None:
    assert (render_zin("eigen Tekst"), render_zin("één"), render_zin("")) == ("Eigen Tekst", "Één", "")


def test_a_near_name_is_suggested_and_a_far_one_is_not() -> None:
    assert advise_naam("Forcern", ["vermijden", "forceren"]) == "bedoelde je 'forceren'?"
    assert advise_naam("xyz", ["vermijden", "forceren"]) == ""
    assert advise_naam("wat", []) == ""


# days and moments


@pytest.fixture
def amsterdam(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Be in a zone that is not that of the moments."""
    with monkeypatch.context() as omgeving:
        omgeving.setenv("TZ", "Europe/Amsterdam")
        time.tzset()
        yield
    time.tzset()


LAAT = datetime(2026, 3, 1, 23, 5, 7, tzinfo=UTC)
"""Just before midnight in London, and just after it in Amsterdam."""


@pytest.mark.usefixtures("amsterdam")
def test_every_spelling_of_a_moment_is_in_the_time_of_the_user() -> None:
    assert (render_dag(LAAT), render_klok(LAAT), render_datum(LAAT)) == ("02-03-2026", "00:05", "2 maart 2026")
    assert (render_tijd(LAAT), render_tijd(LAAT, seconden=True)) == ("02-03-2026 00:05", "02-03-2026 00:05:07")
    assert render_moment(LAAT) == "2 maart 2026 om 00:05"
    assert render_moment(datetime(2026, 12, 31, 12, 0, tzinfo=UTC)) == "31 december 2026 om 13:00"


@pytest.mark.usefixtures("amsterdam")
@pytest.mark.parametrize(
    ("later", "teksten"),
    [
        (timedelta(days=1), ("2 maart 2026", "3 maart 2026")),
        (timedelta(hours=3), ("02-03-2026 00:05", "02-03-2026 03:05")),
        (timedelta(seconds=20), ("02-03-2026 00:05:07", "02-03-2026 00:05:27")),
        (timedelta(milliseconds=20), ("2 maart 2026 (eerst)", "2 maart 2026 (daarna)")),
    ],
)
def test_two_moments_are_days_and_on_one_day_what_tells_them_apart(later: timedelta, teksten: tuple[str, str]) -> None:
    assert render_momenten(LAAT, LAAT + later) == teksten


@pytest.mark.usefixtures("amsterdam")
def test_two_moments_of_different_zones_are_told_on_one_clock() -> None:
    hier = LAAT.astimezone(timezone(timedelta(hours=-5)))
    assert render_momenten(LAAT - timedelta(hours=1), hier) == ("1 maart 2026", "2 maart 2026")
