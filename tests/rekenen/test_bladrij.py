"""Which questions of a worksheet are asked: for every line, when their conditions hold, with own words filled in."""

import pytest

from conflictstijl.laden.werkbladen import load_werkblad
from conflictstijl.model.bladrij import build_bladrij, render_gevuld
from conflictstijl.model.werkblad import Regels, Sleutel
from tests.laden.lezen import GOED

BLAD = load_werkblad(str(GOED / "werkblad-per-regel.yaml"))
TWEE: dict[Sleutel, Regels] = {("", "doel"): ("rust",), ("", "mis"): ("schreeuwen", "zwijgen")}


def list_gesteld(gegeven: dict[Sleutel, Regels], vraag: str) -> list[str]:
    """Return about whom or what a question is asked."""
    return [een.groep for een in build_bladrij(BLAD, gegeven).vragen if een.vraag.id == vraag]


def test_a_part_per_line_is_asked_for_every_line_in_the_order_typed() -> None:
    assert list_gesteld(TWEE, "tegendeel") == ["schreeuwen", "zwijgen"]
    assert list_gesteld({}, "tegendeel") == []


def test_a_condition_holds_by_the_answers_about_the_same_line_and_the_whole_together() -> None:
    zwaar = {**TWEE, ("schreeuwen", "moeite"): ("veel",), ("zwijgen", "moeite"): ("weinig",)}
    assert list_gesteld(zwaar, "hulp") == ["schreeuwen"]
    assert list_gesteld(zwaar, "lastig") == []
    assert list_gesteld({**zwaar, ("", "haast"): ("nee",)}, "lastig") == ["schreeuwen"]


def test_what_hangs_on_a_question_that_is_asked_no_more_is_not_asked_either() -> None:
    los = {("zwijgen", "moeite"): ("veel",), ("zwijgen", "tegendeel"): ("praten",), ("zwijgen", "hulp"): ("Ina",)}
    gegeven = {**TWEE, ("", "mis"): ("schreeuwen",), **los}
    rij = build_bladrij(BLAD, gegeven)
    assert list_gesteld(gegeven, "hulp") == list_gesteld(gegeven, "keus") == []
    assert not set(los) & set(rij.antwoorden)


def test_the_answer_to_an_earlier_question_is_filled_in_and_its_own_braces_stay() -> None:
    gegeven = {**TWEE, ("", "doel"): ("{mis} [b]",)}
    vragen = {een.vraag.id: een.vraag for een in build_bladrij(BLAD, gegeven).vragen}
    assert vragen["mis"].vraag == "Je wilt: {mis} [b]. Hoe mislukt dat?"
    assert vragen["tegendeel"].uitleg == "Denk aan {mis} [b]."


def test_before_that_answer_is_there_its_short_name_stands_there() -> None:
    assert build_bladrij(BLAD, {}).vragen[1].vraag.vraag == "Je wilt: [Mijn doel]. Hoe mislukt dat?"


def test_somebody_chooses_from_the_answers_about_all_lines_each_once() -> None:
    gegeven = {**TWEE, ("schreeuwen", "tegendeel"): ("Praten",), ("zwijgen", "tegendeel"): ("praten",)}
    [keus] = [een.vraag for een in build_bladrij(BLAD, gegeven).vragen if een.vraag.id == "keus"]
    assert keus.keuzes == ("Praten",)


def test_a_choice_whose_answer_went_is_dropped_and_asked_again_when_none_is_left() -> None:
    gegeven = {**TWEE, ("zwijgen", "tegendeel"): ("praten",), ("", "keus"): ("praten", "fluisteren")}
    assert build_bladrij(BLAD, gegeven).antwoorden["", "keus"] == ("praten",)
    anders = {**gegeven, ("", "keus"): ("fluisteren",)}
    assert ("", "keus") not in build_bladrij(BLAD, anders).antwoorden


@pytest.mark.parametrize(
    ("antwoord", "zin"),
    [
        ("Ina", "Door: Ina. Vandaag."),
        ("Ina belt.", "Door: Ina belt. Vandaag."),
        ("Wie?", "Door: Wie? Vandaag."),
        ("{x}.", "Door: {x}. Vandaag."),
    ],
)
def test_after_an_answer_that_is_a_sentence_comes_no_second_stop(antwoord: str, zin: str) -> None:
    assert render_gevuld("Door: {door}. Vandaag.", {"door": antwoord}.__getitem__) == zin
