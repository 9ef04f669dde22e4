"""The same people in every layout that a tool or a trainer makes of them are read the same, without any option."""

import random

import pytest

from conflictstijl.fouten import InvoerFout
from conflictstijl.invoer.herkenning import read_kaart
from conflictstijl.model.tabel import Indeling

from .indelingen import INDELINGEN, TEKSTEN, Rijen, build_excel_gekanteld, build_google, build_msforms_en, list_cellen
from .uitlezen import build_tabel, list_mensen, load_paren, load_stijlscan, read_rijtjes

BEDOELD = {wie.lower(): antwoorden for wie, antwoorden in list_mensen().items()}


@pytest.mark.parametrize("naam", INDELINGEN)
def test_every_layout_gives_the_same_answers(naam: str) -> None:
    gelezen = read_rijtjes(INDELINGEN[naam](), load_stijlscan())
    zonder_huis = {sleutel.removesuffix("@voorbeeld.example"): een for sleutel, een in gelezen.per_sleutel.items()}
    assert zonder_huis == BEDOELD


@pytest.mark.parametrize("naam", INDELINGEN)
def test_no_layout_leaves_a_cell_unclear_or_a_question_out(naam: str) -> None:
    gelezen = read_rijtjes(INDELINGEN[naam](), load_stijlscan())
    assert [persoon.onduidelijk for persoon in gelezen.personen if persoon.onduidelijk] == []
    assert len(gelezen.kaart.kolommen) == 20


@pytest.mark.parametrize("naam", INDELINGEN)
def test_every_layout_is_refused_with_another_questionnaire(naam: str) -> None:
    with pytest.raises(InvoerFout):
        read_kaart(build_tabel(INDELINGEN[naam]()), load_paren())


@pytest.mark.parametrize("naam", [naam for naam in INDELINGEN if "lang" not in naam and "gekanteld" not in naam])
@pytest.mark.parametrize("zaad", range(2))
def test_the_order_of_rows_and_columns_does_not_matter(naam: str, zaad: int) -> None:
    rijen = INDELINGEN[naam]()
    kop = read_kaart(build_tabel(rijen), load_stijlscan()).koprij
    willekeur = random.Random(zaad)  # noqa: S311  # a shuffle that is the same every time
    breedte = max(map(len, rijen))
    # what a second header says of rows and columns, is left where it is
    onder = next(nummer for nummer in range(kop, len(rijen)) if any("D01" in cel for cel in rijen[nummer]))
    mensen = willekeur.sample(rijen[onder:], len(rijen) - onder)
    kolommen = willekeur.sample(range(breedte), breedte)
    door_elkaar = [
        [rij[plaats] for plaats in kolommen] if len(rij) == breedte else rij for rij in [*rijen[:onder], *mensen]
    ]
    gelezen = read_rijtjes(door_elkaar, load_stijlscan())
    assert {sleutel.removesuffix("@voorbeeld.example"): een for sleutel, een in gelezen.per_sleutel.items()} == BEDOELD


def test_people_in_columns_are_numbered_by_their_column() -> None:
    gelezen = read_rijtjes(build_excel_gekanteld(), load_stijlscan())
    assert gelezen.kaart.indeling is Indeling.GEKANTELD
    assert (gelezen.personen[0].rij, gelezen.personen[-1].rij) == (2, 43)
    assert gelezen.kaart.overig == ((1, "Team"),)


def test_two_people_who_change_places_get_each_others_answers() -> None:
    kop, een, twee, *rest = build_google()
    gewisseld = read_rijtjes(
        [kop, [*een[:1], twee[1], *een[2:]], [*twee[:1], een[1], *twee[2:]], *rest], load_stijlscan()
    )
    assert gewisseld.per_sleutel == {**BEDOELD, "d01": BEDOELD["d02"], "d02": BEDOELD["d01"]}


def build_ander(rijen: Rijen) -> Rijen:
    """The same file with other statements: three words of each are left."""
    return [[" ".join([*cel.split()[:3], "een heel ander verhaal"]) for cel in rijen[0]], *rijen[1:]]


def test_statements_of_another_questionnaire_are_not_taken_for_these() -> None:
    with pytest.raises(InvoerFout) as gevangen:
        read_kaart(build_tabel(build_ander(build_msforms_en())), load_stijlscan())
    (bevinding,) = gevangen.value.bevindingen
    assert bevinding.code == "kolommen-onbekend"
    assert "staan er 0 in deze tabel; niet gevonden: 1 ('Als de tijd dringt" in bevinding.wat
    assert "en nog 17; koppen die in de buurt komen: 'Als de tijd een heel ander verhaal'" in bevinding.wat
    assert all(optie in bevinding.hint for optie in ("--vragenlijst", "--bekijk", "--kolommen"))


@pytest.mark.parametrize(
    "kop",
    [
        ["code", *(f"Leeftijd {n}" for n in range(1, 21))],
        ["code", *(f"q{n}" for n in range(1, 22))],
        ["code", *(f"Q{n}_{n}" for n in range(1, 21))],
        ["code", *(f"Q1_DO_{n}" for n in range(1, 21))],
        ["code", *(f"q{n}" for n in range(2, 22))],
        [*(f"kolom{n}" for n in range(21))],
    ],
)
def test_numbers_that_do_not_fit_the_questionnaire_are_no_questions(kop: list[str]) -> None:
    with pytest.raises(InvoerFout, match=r"staan er [01] "):
        read_kaart(build_tabel([kop, *(["D1", *"3" * (len(kop) - 1)] for _ in range(9))]), load_stijlscan())


def test_a_numbered_column_beside_the_questions_stays_what_it_is() -> None:
    kop = ["code", "Leeftijd 2", "Duration (in seconds)", *(f"Q1_{n}" for n in range(1, 21)), "Team 1"]
    rijen = [[wie, "44", "9", *cellen, "noord"] for wie, cellen in list_cellen(str)]
    gelezen = read_rijtjes([kop, *rijen], load_stijlscan())
    assert gelezen.per_sleutel == BEDOELD
    assert gelezen.kaart.overig == ((1, "Leeftijd 2"), (23, "Team 1"))


def test_texts_go_before_the_numbers_in_front_of_them() -> None:
    """A form that asks for a name first numbers every statement one higher."""
    kop = ["1. Wat is je naam?", *(f"{n}. {tekst}" for n, tekst in enumerate(TEKSTEN, 2))]
    gelezen = read_rijtjes([kop, *([wie, *cellen] for wie, cellen in list_cellen(str))], load_stijlscan())
    assert [kolom.plaats for kolom in gelezen.kaart.kolommen] == list(range(1, 21))
