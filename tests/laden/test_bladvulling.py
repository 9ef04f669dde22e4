"""What a worksheet says about being filled beforehand and about names, and the text of it that is kept."""

import pytest

from conflictstijl.fouten import GebruikFout, InvoerFout
from conflictstijl.laden.bladbron import load_bladtekst, load_van_toen, read_werkblad
from conflictstijl.laden.werkbladen import load_werkblad
from conflictstijl.model.bladvulling import Bladprivacy, Vulling
from conflictstijl.model.werkblad import WIE

from .lezen import GOED

VUL = str(GOED / "werkblad-vul.yaml")


def test_a_question_may_be_filled_with_each_of_the_words() -> None:
    vragen = load_werkblad(VUL).delen[0].vragen
    assert {vraag.vul for vraag in vragen} == {None, *Vulling}
    assert load_werkblad(VUL).privacy is Bladprivacy.NAKIJKEN


def test_who_are_there_is_filled_with_the_parties_of_a_case() -> None:
    assert WIE.vul is Vulling.CASUS_PARTIJEN


def test_left_out_nothing_is_filled_and_nobody_looks() -> None:
    klein = load_werkblad(str(GOED / "werkblad-klein.yaml"))
    assert (klein.privacy, klein.delen[0].vragen[0].vul) == (None, None)


@pytest.mark.parametrize("naam", [VUL, "partijen"])
def test_the_text_of_a_worksheet_gives_it_back(naam: str) -> None:
    blad = load_werkblad(naam)
    assert read_werkblad(load_bladtekst(naam), "x.json") == blad
    assert load_van_toen(blad.id, load_bladtekst(naam)) == blad


def test_without_its_text_a_worksheet_is_that_of_now() -> None:
    assert load_van_toen("partijen", "") == load_werkblad("partijen")
    with pytest.raises(GebruikFout, match="er is geen werkblad 'weg'"):
        load_van_toen("weg", "")


@pytest.mark.parametrize("tekst", ["", "werkblad: x\n", "werkblad: [\n"])
def test_a_text_that_is_no_worksheet_is_refused(tekst: str) -> None:
    with pytest.raises(InvoerFout):
        read_werkblad(tekst, "x.json")
