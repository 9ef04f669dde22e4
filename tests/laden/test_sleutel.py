"""The grammar of keys: what is rendered is read back."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conflictstijl.fouten import Plek
from conflictstijl.laden.bevindingen import Bevindingen
from conflictstijl.laden.knopen import Tekst
from conflictstijl.laden.sleutel import parse_sleutel
from conflictstijl.model.vragen import Sleutel, Sleuteldeel

PLEK = Plek("x.yaml", 3, 5)
NAMEN = st.from_regex(r"[a-z][a-z0-9]{0,5}([-_][a-z0-9]{1,3})?", fullmatch=True).filter(lambda naam: naam != "geen")
GEWICHTEN = st.decimals(min_value="0.001", max_value="999.999", places=3).map(Fraction)
DELEN = st.builds(Sleuteldeel, NAMEN, GEWICHTEN, st.booleans())
SLEUTELS = st.lists(DELEN, min_size=1, max_size=4, unique_by=lambda deel: deel.schaal).map(tuple)


def render_sleutel(sleutel: Sleutel, ruimte: str) -> str:
    delen = [
        f"{'-' * deel.omgekeerd}{deel.schaal}{'' if deel.gewicht == 1 else f' {float(deel.gewicht):g}'}"
        for deel in sleutel
    ]
    return f"{ruimte},{ruimte}".join(delen)


@given(SLEUTELS, st.sampled_from(["", " ", "  "]))
def test_a_rendered_key_is_read_back_as_the_same_key(sleutel: Sleutel, ruimte: str) -> None:
    bevindingen = Bevindingen()
    schalen = frozenset(deel.schaal for deel in sleutel)
    rond = tuple(Sleuteldeel(deel.schaal, Fraction(f"{float(deel.gewicht):g}"), deel.omgekeerd) for deel in sleutel)
    assert parse_sleutel(Tekst(render_sleutel(rond, ruimte), PLEK), schalen, bevindingen) == rond
    assert bevindingen == []


@given(SLEUTELS, st.data())
def test_the_unknown_part_of_a_key_is_pointed_at(sleutel: Sleutel, data: st.DataObject) -> None:
    fout = data.draw(st.sampled_from(sleutel))
    kaal = data.draw(st.booleans())
    tekst = ", ".join(f"{'-' * deel.omgekeerd}{deel.schaal}" for deel in sleutel)
    bevindingen = Bevindingen()
    bekend = frozenset(deel.schaal for deel in sleutel if deel is not fout)
    assert parse_sleutel(Tekst(tekst, PLEK, kaal), bekend, bevindingen) is None
    begin = bevindingen[0].plek.kolom - PLEK.kolom - (not kaal)
    assert tekst[begin:].startswith(fout.schaal)


def test_a_key_of_nothing_is_shown_and_not_scored() -> None:
    assert parse_sleutel(Tekst("geen", PLEK), frozenset(), Bevindingen()) == ()


@given(st.text(max_size=20))
def test_any_text_is_a_key_or_one_finding(tekst: str) -> None:
    bevindingen = Bevindingen()
    sleutel = parse_sleutel(Tekst(tekst, PLEK), None, bevindingen)
    assert len(bevindingen) == (sleutel is None)


@pytest.mark.parametrize("tekst", ["forcéren", "9a", "a 1000", "a 1.", "a .5", "a -1", "--a", "a  ,", "a b c"])
def test_what_only_looks_like_a_key_is_refused(tekst: str) -> None:
    bevindingen = Bevindingen()
    assert parse_sleutel(Tekst(tekst, PLEK), None, bevindingen) is None
    assert [bevinding.code for bevinding in bevindingen] == ["ongeldige-sleutel"]
