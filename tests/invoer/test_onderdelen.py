"""Questions with the same text: which column is which, told by the part, by a number or by the order; never guessed."""

import pytest

from conflictstijl.fouten import InvoerFout
from conflictstijl.invoer.herkenning import read_kaart

from .test_herkenning import REPEAT, TWEE_KEER, list_plaatsen, read_fout, read_kop
from .uitlezen import build_tabel, load_paren


@pytest.mark.parametrize(
    "koppen",
    [
        [*REPEAT],
        [*REPEAT[:20], *(f"{tekst}2" for tekst in REPEAT[20:])],
        [f"{n}. {tekst}" for n, tekst in enumerate(REPEAT, 1)],
    ],
)
def test_questions_with_one_text_are_told_apart(koppen: list[str]) -> None:
    kaart = read_kop(["code", *koppen], TWEE_KEER)
    assert list_plaatsen(kaart) == {item.id: nummer for nummer, item in enumerate(TWEE_KEER.items, 1)}


def test_a_number_tells_questions_with_one_text_apart_in_any_order() -> None:
    koppen = [f"{n}. {tekst}" for n, tekst in enumerate(REPEAT, 1)][::-1]
    assert list_plaatsen(read_kop(["code", *koppen], TWEE_KEER))["rustig.1"] == 40


RASTERS = (*[("gespannen", tekst) for tekst in REPEAT[20:]], *[("rustig", tekst) for tekst in REPEAT[:20]])
ANDERSOM = {item.id: 1 + (nummer + 20) % 40 for nummer, item in enumerate(TWEE_KEER.items)}


@pytest.mark.parametrize(
    "vorm",
    ["{0} [{1}]", "Als het {0} is [{1}]", "{0} - {1}", "7. Als het {0} is [{1}]", "{0}[SQ001]. Op je werk, {0} [{1}]"],
)
def test_a_header_that_names_the_part_decides_which_question_it_is(vorm: str) -> None:
    kaart = read_kop(["code", *(vorm.format(*een) for een in RASTERS)], TWEE_KEER)
    assert list_plaatsen(kaart) == ANDERSOM


@pytest.mark.parametrize("boven", [["", "Gespannen", *[""] * 19, "Rustig"], ["", "Als het gespannen is", *[""] * 19]])
def test_the_row_above_the_texts_can_name_the_part(boven: list[str]) -> None:
    kop = ["code", *(tekst for _, tekst in RASTERS)]
    kop[21:] = [f"Rustig - {tekst}" for tekst in kop[21:]] if len(boven) < 22 else kop[21:]
    kaart = read_kaart(build_tabel([boven, kop, ["D1", *"3" * 40], ["D2", *"4" * 40]]), TWEE_KEER)
    assert list_plaatsen(kaart) == ANDERSOM


def test_grids_named_after_the_parts_are_those_parts_in_any_order() -> None:
    koppen = [f"{naam}[SQ{n:03}]" for naam in ("gespannen", "rustig") for n in range(1, 21)]
    assert list_plaatsen(read_kop(["code", *koppen], TWEE_KEER)) == ANDERSOM
    assert list_plaatsen(read_kop(["code", *koppen[20:], *koppen[:20]], TWEE_KEER))["rustig.1"] == 1


def test_grids_with_other_names_are_in_the_order_of_the_file() -> None:
    koppen = [f"{naam}[SQ{n:03}]" for naam in ("zacht", "hard") for n in range(1, 21)]
    assert list_plaatsen(read_kop(["code", *koppen], TWEE_KEER))["rustig.1"] == 1


@pytest.mark.parametrize(
    "koppen",
    [
        [f"{naam}[SQ{n:03}]" for naam in ("gespannen", "anders") for n in range(1, 21)],
        [f"{naam}[SQ{n:03}]" for naam, van in (("gespannen", 11), ("rustig", 31)) for n in range(1, van)],
        [f"{naam}[SQ{n:03}]" for n in range(1, 21) for naam in ("zacht", "hard")],
    ],
)
def test_grids_in_no_clear_order_are_refused(koppen: list[str]) -> None:
    assert read_fout(["code", *koppen], TWEE_KEER)[0] == "kolommen-onbekend"


def test_a_header_that_names_both_parts_says_nothing() -> None:
    kaart = read_kop(["code", *(f"Rustig of gespannen [{tekst}]" for tekst in REPEAT)], TWEE_KEER)
    assert list_plaatsen(kaart)["rustig.1"] == 1


def test_one_part_without_a_name_is_the_other_part() -> None:
    koppen = [tekst if deel == "rustig" else f"Gespannen [{tekst}]" for deel, tekst in RASTERS]
    assert list_plaatsen(read_kop(["code", *koppen], TWEE_KEER)) == ANDERSOM


def test_the_lowest_number_is_the_first_question_in_any_order() -> None:
    koppen = [f"{n}. {tekst}" for n, tekst in enumerate(REPEAT, 3)][::-1]
    assert list_plaatsen(read_kop(["code", *koppen], TWEE_KEER))["rustig.1"] == 40


def test_numbers_before_one_question_for_all_pairs_count_from_the_lowest() -> None:
    for vraag in ("Wat past het meest bij je?", "Wat kies je?"):
        koppen = [f"{n}. {vraag}" for n in range(32, 2, -1)]
        assert list_plaatsen(read_kop(["code", *koppen], load_paren()))["1"] == 30


@pytest.mark.parametrize("nummers", [[*range(1, 21), *range(1, 21)], [*range(1, 40), 41], [*range(1, 40), ""]])
def test_numbers_that_do_not_count_the_questions_are_refused(nummers: list[int | str]) -> None:
    koppen = [f"{n}. {tekst}" if n else tekst for n, tekst in zip(nummers, REPEAT, strict=True)]
    code, wat = read_fout(["code", *koppen], TWEE_KEER)
    assert code == "kolom-onzeker"
    assert wat.startswith("kolom 2 '1. Ik vraag")
    assert "(en zo nog 39) kan bij vraag rustig.1 of gespannen.1 horen; welke is niet te zien" in wat


def test_numbers_that_contradict_the_texts_are_refused() -> None:
    koppen = [f"{n}. {tekst}" for n, tekst in enumerate(REPEAT[1:] + REPEAT[:1], 1)]
    assert read_fout(["code", *koppen], TWEE_KEER)[0] == "kolom-onzeker"


@pytest.mark.parametrize("vorm", ["{}. Wat past het meest bij je?", "{}. Wat kies je?"])
def test_numbers_of_too_few_pairs_are_not_guessed(vorm: str) -> None:
    with pytest.raises(InvoerFout):
        read_kop(["code", *(vorm.format(n) for n in range(3, 31))], load_paren())


@pytest.mark.parametrize("koppen", [[*REPEAT[:20], *REPEAT[21:]], [*REPEAT[1:]], [*REPEAT[:19], *REPEAT]])
def test_a_column_with_the_text_of_a_question_is_never_passed_over(koppen: list[str]) -> None:
    assert read_fout(["code", *koppen], TWEE_KEER)[0] in {"kolom-onzeker", "dubbele-kolom"}


def test_repeated_questions_of_which_the_last_is_missing_are_not_guessed() -> None:
    tekst = "Wat past het meest bij je?"
    assert read_fout(["code", tekst, *(f"{tekst}{n}" for n in range(2, 30))], load_paren())[0] == "kolom-onzeker"


def test_one_column_for_two_questions_with_one_text_is_neither() -> None:
    assert read_fout(["code", *REPEAT[:20]], TWEE_KEER)[0] == "kolommen-onbekend"
