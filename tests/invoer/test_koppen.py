"""Headers are compared by what counts in them."""

import pytest

from conflictstijl.invoer.koppen import fold_kop, fold_naam, fold_vraagnaam, split_kop, split_vervolg


@pytest.mark.parametrize(
    "kop",
    [
        "Ik vraag door.",
        " ik  vraag\ndoor",
        "IK VRAAG DOOR!",
        "Ik\u00a0vraag door\u200b",
        "'Ik vraag door…'",
        "* Ik vraag door",
    ],
)
def test_headers_that_differ_in_looks_only_are_the_same(kop: str) -> None:
    assert fold_kop(kop) == "ik vraag door"


def test_quotes_and_dashes_of_all_kinds_are_the_same() -> None:
    assert fold_kop("Foto\u2019s \u2013 \u201cklein\u201d en groot") == fold_kop('Foto\'s - "klein" en groot')


@pytest.mark.parametrize("kop", ["E-mailadres", "e mail adres", "E-MAILADRES:", "(e-mailadres)"])
def test_a_name_is_its_letters_and_digits(kop: str) -> None:
    assert fold_naam(kop) == "emailadres"


@pytest.mark.parametrize("kop", ["Wat is je naam?", "Vul hier je naam in:", "Naam", "Jouw naam s.v.p."])
def test_the_words_around_a_name_do_not_count(kop: str) -> None:
    assert fold_vraagnaam(kop) == "naam"


@pytest.mark.parametrize(
    "kop",
    [
        "Ik vraag door.",
        "Hoe vaak doe je dit? [Ik vraag door.]",
        "Hoe vaak doe je dit?\n\nKies - Ik vraag door.",
        "q7. Ik vraag door.",
        "7) Ik vraag door",
        "Vraag 7: ik vraag door",
        "G04Q13. Ik vraag door",
        "Hoe vaak? [7. Ik vraag door]",
    ],
)
def test_a_text_is_found_wherever_a_tool_puts_it(kop: str) -> None:
    assert "ik vraag door" in list(split_kop(kop))


@pytest.mark.parametrize("kop", ["Punten - Ik vraag door.", "Feedback - Ik vraag door.", "Points - Ik vraag door."])
def test_the_points_of_a_quiz_are_no_question(kop: str) -> None:
    assert list(split_kop(kop)) == []


@pytest.mark.parametrize(
    ("deel", "verwacht"), [("ik vraag door.2", ("ik vraag door", 2)), ("door12", ("door", 12)), ("door", ("door", 1))]
)
def test_the_number_of_a_repeated_question_is_taken_off(deel: str, verwacht: tuple[str, int]) -> None:
    assert split_vervolg(deel) == verwacht
