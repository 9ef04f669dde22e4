"""Reading keys: what the examples do not show."""

from enum import StrEnum

from hypothesis import given
from hypothesis import strategies as st

from conflictstijl.laden.bevindingen import Bevindingen
from conflictstijl.laden.velden import Velden, check_id
from conflictstijl.laden.yamlbron import parse_yaml


class Kleur(StrEnum):
    ROOD = "rood"


def build_velden(tekst: str) -> Velden:
    bevindingen = Bevindingen()
    boom = parse_yaml(tekst, "x.yaml", bevindingen)
    assert boom is not None
    return Velden(boom, bevindingen, "dit")


def test_a_missing_or_wrong_word_gives_the_default() -> None:
    velden = build_velden("a: blauw")
    assert velden.read_keuze("a", Kleur, Kleur.ROOD) is Kleur.ROOD
    assert velden.read_keuze("b", Kleur, Kleur.ROOD) is Kleur.ROOD
    assert len(velden.bevindingen) == 1


def test_keys_come_back_in_the_order_of_the_file() -> None:
    assert [sleutel.waarde for sleutel, _ in build_velden("c: 1\na: 2\nb: 3")] == ["c", "a", "b"]


def test_an_unknown_key_without_anything_left_to_offer_can_only_go() -> None:
    velden = build_velden("kleur: 1")
    velden.check_onbekend()
    assert [bevinding.hint for bevinding in velden.bevindingen] == ["haal hem weg"]


def test_a_permitted_key_is_not_unknown() -> None:
    velden = build_velden("kleur: 1")
    velden.check_onbekend(toegestaan=("kleur",))
    assert velden.bevindingen == []


@given(st.from_regex(r"[a-z][a-z0-9]{0,9}([-_][a-z0-9]{1,9}){0,2}", fullmatch=True))
def test_an_id_of_small_letters_digits_and_hyphens_is_taken_as_it_is(naam: str) -> None:
    bevindingen = Bevindingen()
    boom = parse_yaml(f'"{naam}"', "x.yaml", bevindingen)
    assert boom is not None
    assert check_id(boom, bevindingen) == (None if naam in {"null", "true", "false"} else naam)
