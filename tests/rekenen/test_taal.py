"""Plain language: each rule with a sentence that breaks it and one that just does not."""

import pytest

from conflictstijl.rekenen.taal import check_stelling, check_zinnen, parse_zinnen

ACHTTIEN = " ".join(["woord"] * 18)


def read_codes(tekst: str) -> list[str]:
    return [code for code, _ in check_stelling(tekst)]


@pytest.mark.parametrize(
    ("tekst", "zinnen"),
    [
        ("Ik wacht. Dan praat ik!", [["Ik", "wacht"], ["Dan", "praat", "ik"]]),
        ("Ik zeg: stop", [["Ik", "zeg"], ["stop"]]),
        (
            "Hij zei: \u201cNee.\u201d Ik zei: 'Ja.' Toen gingen we.",
            [["Hij", "zei"], ["Nee"], ["Ik", "zei"], ["Ja"], ["Toen", "gingen", "we"]],
        ),
        ("zo'n oud-collega, om 10.30 uur", [["zo'n", "oud-collega", "om", "10", "30", "uur"]]),
        ("  ... ", []),
        ("", []),
    ],
)
def test_a_text_falls_apart_into_sentences_and_words(tekst: str, zinnen: list[list[str]]) -> None:
    assert parse_zinnen(tekst) == zinnen


def test_a_sentence_of_more_than_eighteen_words_is_too_long() -> None:
    assert list(check_zinnen(f"{ACHTTIEN} extra.")) == [("lange-zin", "deze zin heeft 19 woorden; 18 is het meeste")]
    assert list(check_zinnen(f"{ACHTTIEN}. {ACHTTIEN}: {ACHTTIEN}")) == []


@pytest.mark.parametrize("woord", ["niet", "Nooit", "geen", "niemand", "NIETS", "nergens"])
def test_two_negations_in_one_sentence_are_one_too_many(woord: str) -> None:
    tekst = f"Ik wil {woord} zeggen dat het niet kan."
    assert list(check_zinnen(tekst)) == [("dubbele-ontkenning", "deze zin heeft twee ontkenningen")]
    assert list(check_zinnen(f"Ik wil {woord}. Het kan niet.")) == []
    assert list(check_zinnen(f"Ik wil {woord} zeggen.")) == []


def test_a_negation_inside_another_word_does_not_count() -> None:
    assert list(check_zinnen("Ik geniet van geenzins en niettemin.")) == []


@pytest.mark.parametrize("woord", ["altijd", "Nooit", "vaak", "soms", "ZELDEN", "meestal"])
def test_a_statement_may_not_hold_the_frequency_that_is_asked(woord: str) -> None:
    assert list(check_stelling(f"{woord} hak ik de knoop door.")) == [
        ("hoe-vaak", f"'{woord}' staat in de stelling, maar hoe vaak is juist de vraag")
    ]
    assert "hoe-vaak" not in [code for code, _ in check_zinnen(f"{woord} hak ik de knoop door.")]


def test_a_frequency_inside_another_word_does_not_count() -> None:
    assert read_codes("Ik noem het somsgewijs en vaakjes.") == []


def test_every_sentence_and_every_rule_is_looked_at() -> None:
    assert read_codes(f"{ACHTTIEN} niet geen. Altijd {ACHTTIEN}.") == [
        "lange-zin",
        "dubbele-ontkenning",
        "lange-zin",
        "hoe-vaak",
    ]
