"""Records as JSON data: the same comes back, and nothing else is taken."""

import json
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import Any, NamedTuple, TypeVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conflictstijl.fouten import Plek
from conflictstijl.laden.catalogus import load_ids, load_vragenlijst
from conflictstijl.model.antwoorden import NVT, Antwoord, Antwoordblad
from conflictstijl.model.vragenlijst import Vragenlijst
from conflictstijl.opslag.spelling import GROOTSTE, KLASSE, SpelFout, parse_record, spell_record
from conflictstijl.rapport.gegevens import build_profiel
from conflictstijl.rekenen.scoren import score_antwoorden
from conflictstijl.rekenen.vingerafdruk import build_vingerafdruk
from tests.afname.lijsten import ingevuld, lijsten

from .uitslagen import load_lijsten

MEEGELEVERD = [
    *map(load_vragenlijst, sorted(load_ids())),
    load_vragenlijst("conflictstijlen", "ander"),
    *load_lijsten().values(),
]


T = TypeVar("T")


class Kleur(StrEnum):
    ROOD = "rood"


class Punt(NamedTuple):
    x: int
    y: int = 0


@dataclass(frozen=True)
class Alles:
    """A field of every type that the model uses."""

    tekst: str
    plek: Plek
    getal: int = 0
    maat: float | None = None
    ja: bool = False
    breuk: Fraction = Fraction(1)
    kleur: Kleur | None = None
    punten: tuple[Punt, ...] = ()
    paar: tuple[str, int] = ("", 0)
    kaart: dict[str, Fraction] | None = None
    antwoorden: tuple[Antwoord, ...] = ()
    vorm: Punt | Kleur | None = None
    niets: int | str | None = 3


PLEK = Plek("proef.yaml", 3, 1)
VOL = Alles(
    "een", PLEK, 5, 2.5, ja=True, breuk=Fraction(-3, 4), kleur=Kleur.ROOD, punten=(Punt(1), Punt(2, 3)), paar=("a", 1),
    kaart={"b": Fraction(2), "a": Fraction(1, 3)}, antwoorden=(1, (2, 0), "nvt", NVT, None), vorm=Punt(1), niets=None,
)  # fmt: skip
GESPELD: dict[str, Any] = {
    "tekst": "een", "getal": 5, "maat": 2.5, "ja": True, "breuk": "-3/4", "kleur": "rood",
    "punten": [{"x": 1}, {"x": 2, "y": 3}], "paar": ["a", 1], "kaart": {"b": "2", "a": "1/3"},
    "antwoorden": [1, [2, 0], "nvt", {KLASSE: "nietvantoepassing", "waarde": "nvt"}, None],
    "vorm": {KLASSE: "punt", "x": 1}, "niets": None,
}  # fmt: skip


def rond(record: T) -> T:
    return parse_record(json.loads(json.dumps(spell_record(record))), type(record))


def test_every_type_has_one_spelling() -> None:
    assert spell_record(VOL) == GESPELD


def test_what_is_spelled_comes_back_without_its_place_in_a_file() -> None:
    terug = parse_record(GESPELD, Alles)
    assert terug.plek == Plek("")
    assert {**vars(terug), "plek": PLEK} == vars(VOL)


def test_a_field_at_its_default_is_left_out() -> None:
    assert spell_record(Alles("een", PLEK)) == {"tekst": "een"}


def test_own_words_that_read_nvt_are_not_the_answer_nvt() -> None:
    assert parse_record(GESPELD, Alles).antwoorden[2:4] == ("nvt", NVT)


def test_a_dict_keeps_its_order() -> None:
    kaart = parse_record(GESPELD, Alles).kaart
    assert kaart is not None
    assert list(kaart) == ["b", "a"]


def test_a_whole_number_in_a_field_for_fractions_of_a_second_comes_back_as_one() -> None:
    assert spell_record(Alles("x", PLEK, maat=2))["maat"] == 2.0
    assert parse_record({"tekst": "x", "maat": 2.0}, Alles).maat == 2


@pytest.mark.parametrize(
    "anders",
    [
        *({"tekst": 1}, {"tekst": None}, {"tekst": "a\x1b[31m"}, {"tekst": "a\u202eb"}, {"tekst": "\ud800"}),
        *({"getal": True}, {"getal": 1.0}, {"getal": "1"}, {"getal": GROOTSTE + 1}, {"getal": -(10**400)}),
        *({"maat": 1}, {"maat": True}, {"maat": float("inf")}, {"maat": float("nan")}, {"maat": 1e300}),
        *({"ja": 1}, {"ja": "ja"}, {"ja": None}),
        *({"breuk": 1}, {"breuk": "1/0"}, {"breuk": "2/4"}, {"breuk": "1.5"}, {"breuk": "+1"}, {"breuk": "-0"}),
        *({"breuk": "1" * 41}, {"breuk": "\u0661"}, {"breuk": " 1"}, {"breuk": ""}),
        *({"kleur": "groen"}, {"kleur": 1}, {"kleur": ["rood"]}),
        *({"punten": {}}, {"punten": [1]}, {"punten": [{}]}, {"punten": [{"x": 1, "z": 1}]}, {"punten": "ab"}),
        *({"paar": ["a"]}, {"paar": ["a", 1, 2]}, {"paar": [1, "a"]}),
        *({"kaart": []}, {"kaart": {"a": 1}}, {"kaart": {"a\x00": "1"}}),
        *({"antwoorden": [1.5]}, {"antwoorden": [True]}, {"antwoorden": [{}]}, {"antwoorden": [["a"]]}),
        {"antwoorden": [{KLASSE: "nietvantoepassing"}]},
        {"antwoorden": [{KLASSE: "nietvantoepassing", "waarde": "nvt", "meer": 1}]},
        {"antwoorden": [{KLASSE: "nietvantoepassing", "waarde": "NVT"}]},
        {"antwoorden": [{KLASSE: ["x"]}]},
        *({"vorm": 1}, {"vorm": {KLASSE: "cirkel"}}, {"vorm": {KLASSE: "punt"}}, {"vorm": {"x": 1}}),
        *({"niets": 1.5}, {"niets": []}),
        *({"onbekend": 1}, {"plek": ["a", 1, 1]}),
    ],
)
def test_anything_else_is_refused(anders: dict[str, Any]) -> None:
    assert parse_record(GESPELD, Alles) == parse_record(dict(GESPELD), Alles)
    with pytest.raises(SpelFout):
        parse_record(GESPELD | anders, Alles)


@pytest.mark.parametrize("gegeven", [{}, {"getal": 1}, [], "x", None, 1])
def test_a_record_without_what_it_must_have_is_refused(gegeven: object) -> None:
    with pytest.raises(SpelFout):
        parse_record(gegeven, Alles)


def test_a_type_that_no_model_uses_has_no_spelling() -> None:
    class Raar(NamedTuple):
        wat: bytes

    with pytest.raises(TypeError, match="geen spelling"):
        spell_record(Raar(b""))


@pytest.mark.parametrize("lijst", MEEGELEVERD, ids=lambda lijst: lijst.volledige_id + lijst.met)
def test_every_questionnaire_comes_back_as_it_was(lijst: Vragenlijst) -> None:
    terug = rond(lijst)
    assert terug == lijst
    # the hash is cached by equality; this one has to be made anew
    assert build_vingerafdruk.__wrapped__(terug) == build_vingerafdruk(lijst)


@settings(max_examples=100)
@given(st.data())
def test_a_questionnaire_that_came_back_gives_the_same_profile(data: st.DataObject) -> None:
    lijst = data.draw(st.sampled_from(MEEGELEVERD) | lijsten)
    blad = Antwoordblad(lijst.id, data.draw(ingevuld(lijst)), lijst.versie)
    terug = rond(lijst)
    assert terug == lijst
    assert build_vingerafdruk.__wrapped__(terug) == build_vingerafdruk(lijst)
    assert build_profiel(score_antwoorden(terug, blad)) == build_profiel(score_antwoorden(lijst, blad))
