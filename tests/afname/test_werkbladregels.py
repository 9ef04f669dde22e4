"""Filling in a worksheet by lines: full lists, lines too much, commands as words, and what does not fit beforehand."""

import io
from pathlib import Path

import pytest

from conflictstijl.afname.gesprek import Gesprek
from conflictstijl.afname.werkbladsessie import Bladwens, ask_invulling
from conflictstijl.fouten import OnderbrokenFout
from conflictstijl.model.bladvulling import Vulling

from .test_werkblad import HEEL, KORT, PER_PARTIJ, vul


def test_an_empty_line_right_after_a_full_list_closes_it_and_answers_nothing() -> None:
    vol = [*PER_PARTIJ, "Een?", "Twee?", "Drie?", ""]
    assert vul(HEEL, ["", "", "moeder", "", *vol], mens=False).antwoorden is not None
    mens = vul(HEEL, ["", "", "moeder", "", "nee", "rust", "", "2", "ja", "Een?", "Twee?", "Drie?", "", "lijst", ""])
    assert "Een?; Twee?; Drie?" in mens.scherm
    assert mens.antwoorden is not None


@pytest.mark.parametrize("mens", [True, False])
def test_one_empty_line_after_a_full_list_goes_and_a_second_one_is_an_answer(*, mens: bool) -> None:
    partijen = [f"partij {nummer}" for nummer in range(12)]
    begin = ["", "", *partijen, ""]
    assert "Je antwoord was" not in vul(HEEL, begin, mens=mens).scherm
    scherm = vul(HEEL, [*begin, "", "terug" if mens else "rust"], mens=mens).scherm
    assert ("Je antwoord was: (open)" in scherm) == mens
    nee = vul(HEEL, [*begin, "nee", "terug"], mens=True).scherm
    assert "Je antwoord was: nee" in nee


def test_a_line_too_much_from_a_pipe_is_told_with_its_number(tmp_path: Path) -> None:
    uit = vul(KORT, ["a", "b", "c", "d"], tmp_path, mens=False)
    assert uit.fout.startswith(
        "regel 4: 'd' is te veel; alle vragen hadden al een antwoord; je antwoorden zijn bewaard"
    )
    assert vul(KORT, ["a", "b", "c", ""], mens=False).antwoorden is not None


@pytest.mark.parametrize("getypt", ["'stop'", '"stop"', "\u2018stop\u2019"])
@pytest.mark.parametrize("mens", [True, False])
def test_a_command_between_quotes_is_that_word(getypt: str, *, mens: bool) -> None:
    uit = vul(KORT, [getypt, *([""] if mens else []), "'zo' zei hij", *([""] if mens else []), "c", ""], mens=mens)
    assert uit.antwoorden is not None
    assert uit.antwoorden["", "gebeurd"] == ("stop",)
    assert uit.antwoorden["", "belangrijk"] == ("'zo' zei hij",)


def test_one_open_question_is_one() -> None:
    assert vul(KORT, ["a", "", "b", "", "stop"]).fout.startswith("gestopt: 1 van de 3 vragen is nog open; ")


def test_a_list_beforehand_that_does_not_fit_says_how_many_are_missing() -> None:
    vooraf = {Vulling.CASUS_PARTIJEN: tuple(f"partij {nummer}" for nummer in range(13))}
    scherm = io.StringIO()
    wens = Bladwens(None, None, "x", vooraf=vooraf)
    gesprek = Gesprek(io.StringIO("\n\n\n"), scherm, 400, mens=True)
    with pytest.raises(OnderbrokenFout), ask_invulling(HEEL, gesprek, wens):
        pass
    assert "partij 11\nNiet alles past: 1 van de 13 staat er niet bij.\nMet Enter" in scherm.getvalue()
