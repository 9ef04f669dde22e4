"""Whether what stands in a table are answers to these questions is seen before anything is scored."""

from collections.abc import Callable

import pytest

from conflictstijl.fouten import Bevinding, InvoerFout
from conflictstijl.invoer.cellen import build_lezers
from conflictstijl.invoer.herkenning import read_kaart
from conflictstijl.invoer.overslaan import Overslaan
from conflictstijl.invoer.steekproef import check_antwoorden
from conflictstijl.laden.antwoord import parse_antwoord
from conflictstijl.model.tabel import Invoermelding

from .uitlezen import LABELS, build_tabel, load_paren, load_stijlscan

VIJF = [str(1 + n % 5) for n in range(20)]


def check(*rijen: list[str], over: Overslaan | None = None) -> tuple[Invoermelding, ...]:
    """What is said of these answers to twenty statements."""
    lijst = load_stijlscan()
    mensen = [[f"D{n}", *rij] for n, rij in enumerate(rijen)]
    tabel = build_tabel([["code", *(f"q{n}" for n in range(1, 21))], *mensen])
    kaart = read_kaart(tabel, lijst)
    return check_antwoorden(tabel, kaart, lijst, build_lezers(lijst, parse_antwoord), over or Overslaan())


def read_fout(*rijen: list[str]) -> Bevinding:
    with pytest.raises(InvoerFout) as gevangen:
        check(*rijen)
    (bevinding,) = gevangen.value.bevindingen
    return bevinding


def test_an_unknown_answer_that_is_there_often_is_told_once() -> None:
    rij = ["Helemaal nooit", "helemaal nooit", *VIJF[2:]]
    (melding,) = check(*[rij] * 6)
    assert melding[1:] == (
        0,
        "",
        "",
        "onbekende-waarde",
        "'Helemaal nooit' staat 12 keer, in 2 kolommen; zo heet geen antwoord",
        "leeg",
    )


def test_the_number_of_columns_is_not_named_when_it_is_one() -> None:
    (melding,) = check(*[["Echt nooit", *VIJF[1:]]] * 10)
    assert melding.wat == "'Echt nooit' staat 10 keer; zo heet geen antwoord"


def test_an_unknown_answer_that_is_there_now_and_then_is_told_by_its_cell_only() -> None:
    assert check(*[["Echt nooit", *VIJF[1:]]] * 9) == ()


def test_a_table_in_which_too_much_is_unknown_is_refused() -> None:
    fout = read_fout(*[["Tja", "Mwah", "Tja", "Hm", "Poe", *VIJF[5:]]] * 2)
    assert fout.code == "antwoorden-onbekend"
    assert fout.wat == (
        "van de eerste 40 antwoorden zijn er 10 onbekend: "
        "'Tja' staat 4 keer, in 2 kolommen, 'Mwah' staat 2 keer en 'Hm' staat 2 keer"
    )
    assert "--vragenlijst" in fout.hint


@pytest.mark.parametrize("rij", [["Tja"] * 4 + VIJF[4:], ["Tja"] * 4 + [""] * 16, [""] * 20])
def test_some_unknown_answers_are_no_reason_to_stop(rij: list[str]) -> None:
    assert check(rij) == ()


@pytest.mark.parametrize(
    ("vorm", "wat"),
    [
        (str, "van 0 tot 4"),
        (lambda n: f"AO0{n}", "van 0 tot 4"),
        (lambda n: f"A{n}", "van 0 tot 4"),
        (lambda n: f"{n},0", "van 0 tot 4"),
        (lambda n: str(n + 2), "van 2 tot 6"),
    ],
)
def test_numbers_that_begin_elsewhere_are_refused(vorm: Callable[[int], str], wat: str) -> None:
    fout = read_fout([vorm(n % 5) for n in range(20)], [vorm(2)] * 20)
    assert fout.code == "antwoorden-onbekend"
    assert fout.wat == f"deze antwoorden lopen {wat}, die van de vragenlijst van 1 tot 5"
    assert fout.hint.startswith("zet ze om: ")


@pytest.mark.parametrize(
    "rijen", [[VIJF, VIJF], [["4", "3", "2", *VIJF[3:]], ["0", *VIJF[1:]]], [["2"] * 20], [list(LABELS) * 4]]
)
def test_numbers_of_the_scale_are_answers(rijen: list[list[str]]) -> None:
    assert check(*rijen) == ()


def test_rows_that_the_user_leaves_out_are_not_looked_at() -> None:
    assert check(VIJF, ["Tja"] * 20, over=Overslaan(frozenset({3}))) == ()


def test_letters_and_numbers_at_pairs_are_no_scale() -> None:
    lijst = load_paren()
    tabel = build_tabel([["code", *(f"q{n}" for n in range(1, 31))], ["D1", *["a"] * 29, "0"]])
    assert check_antwoorden(tabel, read_kaart(tabel, lijst), lijst, build_lezers(lijst, parse_antwoord)) == ()
