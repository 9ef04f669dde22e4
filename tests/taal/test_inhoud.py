"""Plain Dutch, measured: sentence length, spelling, active voice and double negation over all content."""

from pathlib import Path

import pytest

from conflictstijl.rekenen.taal import LANGSTE_ZIN, check_zinnen
from tests.laden import lezen

from .teksten import (
    CASUSSEN,
    ETIKET,
    GEMIDDELDE_ZIN,
    KENNIS,
    LIJDEND,
    REGELS,
    SJABLONEN,
    TEKSTEN,
    VRAGENLIJSTEN,
    WERKBLADEN,
    WERKVORMEN,
    WOORDEN,
    check_spelling,
    count_zinnen,
    load_teksten,
    read_woorden,
)

BESTANDEN = (*VRAGENLIJSTEN, *KENNIS, *CASUSSEN, *WERKVORMEN, *WERKBLADEN, *TEKSTEN, REGELS, *SJABLONEN)
ALLES = [(plek, tekst) for pad in BESTANDEN for plek, tekst in load_teksten(pad, "bron")]
GESPELD = read_woorden(
    tekst for pad in BESTANDEN for _, tekst in load_teksten(pad, "" if pad in VRAGENLIJSTEN else "bron")
)
"""Every word; of the sources only those of questionnaires, for skills name English books."""


def test_all_content_is_read() -> None:
    assert {pad.stem for pad in VRAGENLIJSTEN} >= {
        "conflictstijlen",
        "rustig-en-gespannen",
        "rollen",
        "praktijksituaties",
    }
    assert (len(KENNIS), len(CASUSSEN), len(WERKVORMEN), len(TEKSTEN)) == (4, 20, 11, 1)
    assert {pad.stem for pad in WERKBLADEN} == set(lezen.WERKBLADEN)
    assert len(SJABLONEN) >= 10
    assert {str(plek.bestand) for plek, _ in ALLES} == {str(pad.relative_to(REGELS.parents[2])) for pad in BESTANDEN}
    assert len(ALLES) > 3000


def test_the_texts_of_situations_and_cases_are_read_and_their_names_are_not() -> None:
    gelezen = {tekst for _, tekst in ALLES}
    assert {"Hoeveel haast is er?", "er is veel haast", "Vader"} <= gelezen
    assert {"boos-team", "eerst-vragen", "hoog", "standaard", "-1"} & gelezen == set()


def test_the_examples_and_the_steps_of_worksheets_are_read() -> None:
    gelezen = {tekst for _, tekst in ALLES}
    assert {"Minder dan één dagdeel neem ik niet aan.", "Hier is nog geen cijfer. Vraag het aan: {bron}"} <= gelezen


def test_no_sentence_is_too_long_and_none_denies_twice() -> None:
    assert [f"{plek}: {wat}" for plek, tekst in ALLES for _, wat in check_zinnen(tekst)] == []


@pytest.mark.parametrize("pad", BESTANDEN, ids=lambda pad: f"{pad.parent.name}-{pad.stem}")
def test_sentences_are_short_on_average(pad: Path) -> None:
    gemiddeld, langste = count_zinnen(tekst for _, tekst in load_teksten(pad, "bron"))
    assert gemiddeld <= GEMIDDELDE_ZIN
    assert langste <= LANGSTE_ZIN


def test_no_sentence_hides_who_acts() -> None:
    assert [f"{plek}: {tekst}" for plek, tekst in ALLES if LIJDEND.search(tekst)] == []


def test_nobody_gets_a_label() -> None:
    assert [f"{plek}: {tekst}" for plek, tekst in ALLES if ETIKET.search(tekst)] == []


def test_every_word_is_in_the_dictionary_or_in_the_own_list() -> None:
    assert [woord for woord in check_spelling(GESPELD) if woord not in WOORDEN] == []


def test_every_word_of_the_own_list_is_used_and_unknown_to_the_dictionary() -> None:
    assert set() == WOORDEN - GESPELD
    assert WOORDEN - set(check_spelling(WOORDEN)) == set()


def test_the_checks_see_a_bad_text() -> None:
    lang = "Ik zeg dat " + "heel " * LANGSTE_ZIN + "vaak."
    assert [code for code, _ in check_zinnen(lang)] == ["lange-zin"]
    assert [code for code, _ in check_zinnen("Ik zeg nooit niets.")] == ["dubbele-ontkenning"]
    assert LIJDEND.search("Het plan wordt gemaakt.")
    assert ETIKET.search("Je bent een vermijder.")
    assert check_spelling({"gesprek", "gesprrek"}) == ["gesprrek"]
    assert count_zinnen([lang, "Ja."]) == (LANGSTE_ZIN + 4, LANGSTE_ZIN + 4)
