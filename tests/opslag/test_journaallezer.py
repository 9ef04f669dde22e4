"""What is read back from a journal that was cut, flipped, glued, reordered or hand-made."""

import json
import os
from dataclasses import replace
from random import Random
from zlib import crc32

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conflictstijl.model.antwoorden import HOOGSTE_ZAAD, NVT, Antwoord
from conflictstijl.opslag.journaallezer import parse_journaal
from conflictstijl.opslag.journaalregels import NOOIT, Stand, render_kop
from conflictstijl.tekst import clean_tekst

from .proef import KOP, Stap, build_standen, read_inhoud, render_regels

VEEL = int(os.environ.get("CONFLICTSTIJL_VOORBEELDEN", "0"))
"""How many examples to draw instead of the usual number; 0 for the usual number."""
VIJFHONDERD = settings(max_examples=VEEL or 500, deadline=None, derandomize=not VEEL, database=None)
HONDERD = settings(VIJFHONDERD, max_examples=100)

RIJ, VERDELING = (2, 0, 1), (0, 10, 1000)
WOORDEN = 'Hij zei: "nee", [3] {"vraag":1} 🙂'
WAARDEN: tuple[Antwoord, ...] = (1, 2, 3, 4, 5, NVT, None, RIJ, VERDELING, tuple(range(12)), "a", WOORDEN, "é" * 40)
"""Answers of every form; the own words look like what stands in a journal."""


def build_stappen(rauw: bytes) -> list[Stap]:
    """Return an answer per byte; drawing bytes is many times faster than drawing lists of pairs."""
    return [(byte % KOP.aantal, WAARDEN[byte // KOP.aantal % len(WAARDEN)]) for byte in rauw]


stappen = st.binary(max_size=10).map(build_stappen)

GEDAAN: list[Stap] = [(0, 4), (1, 2), (2, NVT), (3, None), (1, 5), (4, 1)]


def render_velden(**velden: object) -> bytes:
    """Return a hand-made line with a right checksum."""
    canoniek = json.dumps(velden, sort_keys=True, separators=(",", ":"))
    return f'{{"crc":"{crc32(canoniek.encode()):08x}",{canoniek[1:]}\n'.encode()


def check_eerlijk(gelezen: Stand, opnieuw: tuple[int, ...], waar: Stand) -> bool:
    """Tell whether every answer is the true one, or is asked again and named."""
    return all(
        gekregen == echt or (gekregen is NOOIT and nummer in opnieuw)
        for nummer, (gekregen, echt) in enumerate(zip(gelezen, waar, strict=True), 1)
    )


def test_everything_written_is_read_back() -> None:
    inhoud = read_inhoud(b"".join(render_regels(GEDAAN)))
    assert inhoud.antwoorden == (4, 5, NVT, None, 1, NOOIT, NOOIT, NOOIT)
    assert (inhoud.kop, inhoud.nr, inhoud.plaats, inhoud.opnieuw, inhoud.onleesbaar) == (KOP, 6, 4, (), 0)


def test_a_line_is_ascii_json_with_its_checksum_first() -> None:
    regel = render_regels(GEDAAN[:4])[-1]
    velden = json.loads(regel)
    assert next(iter(velden)) == "crc"
    assert velden.pop("crc") == f"{crc32(json.dumps(velden, sort_keys=True, separators=(',', ':')).encode()):08x}"
    assert velden == {"soort": "antwoord", "sessie": KOP.sessie, "nr": 4, "vraag": 4, "antwoorden": [4, 2, "nvt", None]}


def test_rows_and_own_words_are_one_value_without_comma_or_bracket() -> None:
    regel = json.loads(render_regels([(0, RIJ), (1, VERDELING), (2, "é, [x]")])[-1])
    assert regel["antwoorden"] == ["r2 0 1", "r0 10 1000", "tc3a92c205b785d"]


@HONDERD
@given(st.text(min_size=1, max_size=200).map(clean_tekst).filter(bool))
def test_any_own_words_are_read_back(woorden: str) -> None:
    assert read_inhoud(b"".join(render_regels([(3, woorden)]))).antwoorden[3] == woorden


@HONDERD
@given(st.lists(st.integers(0, 1000), min_size=2, max_size=12).map(tuple))
def test_any_row_is_read_back(rij: tuple[int, ...]) -> None:
    assert read_inhoud(b"".join(render_regels([(3, rij)]))).antwoorden[3] == rij


def test_the_head_says_what_the_test_is_of() -> None:
    velden = json.loads(render_kop(KOP).splitlines()[0])
    assert velden.pop("crc")
    assert velden == {
        "soort": "kop", "formaat": 1, "sessie": KOP.sessie, "vragenlijst": "proef", "versie": "1.0",
        "vingerafdruk": KOP.vingerafdruk, "aantal": 8, "begin": "2025-03-01T10:00:00+01:00",
        "afdrukken": list(KOP.afdrukken),
    }  # fmt: skip


@VIJFHONDERD
@given(stappen, st.data())
def test_any_prefix_gives_exactly_the_whole_answers(gedaan: list[Stap], data: st.DataObject) -> None:
    regels = render_regels(gedaan)
    rauw = b"".join(regels)
    snede = data.draw(st.integers(len(regels[0]), len(rauw)))
    # a line counts from its last brace, also without its newline
    heel = sum(len(b"".join(regels[: nummer + 1])) - 1 <= snede for nummer in range(2, len(regels)))
    inhoud = read_inhoud(rauw[:snede])
    assert inhoud.antwoorden == build_standen(gedaan)[heel]
    assert inhoud.opnieuw == ()


@VIJFHONDERD
@given(stappen, st.binary(max_size=200), st.integers(0, 16))
def test_a_prefix_plus_junk_gives_exactly_the_whole_answers(gedaan: list[Stap], rommel: bytes, heel: int) -> None:
    regels = render_regels(gedaan)[: heel + 2]
    for eind in (b"", b"\n"):
        inhoud = read_inhoud(b"".join(regels) + rommel + eind)
        assert inhoud.antwoorden == build_standen(gedaan)[len(regels) - 2]
        assert inhoud.opnieuw == ()


def _flip(rauw: bytes, bit: int) -> bytes:
    geknoeid = bytearray(rauw)
    geknoeid[bit // 8] ^= 1 << bit % 8
    return bytes(geknoeid)


@VIJFHONDERD
@given(stappen, st.data())
def test_a_flipped_bit_never_changes_an_answer(gedaan: list[Stap], data: st.DataObject) -> None:
    rauw = b"".join(render_regels(gedaan))
    bit = data.draw(st.integers(0, len(rauw) * 8 - 1))
    inhoud = read_inhoud(_flip(rauw, bit))
    assert inhoud.kop == KOP
    assert check_eerlijk(inhoud.antwoorden, inhoud.opnieuw, build_standen(gedaan)[-1])


@pytest.mark.parametrize(
    "gedaan",
    [
        *(GEDAAN[:5], GEDAAN, [(0, 4), (0, NVT)], [(7, 1), (0, 2)]),
        *([(0, RIJ), (1, VERDELING)], [(0, WOORDEN), (1, RIJ)], [(1, "ab"), (0, 1), (1, "ac")], [(7, "ab"), (0, RIJ)]),
    ],
)
def test_no_single_bit_of_the_last_line_changes_an_answer(gedaan: list[Stap]) -> None:
    rauw = b"".join(render_regels(gedaan))
    eerste = len(rauw) - len(render_regels(gedaan)[-1])
    for bit in range(eerste * 8, len(rauw) * 8):
        inhoud = read_inhoud(_flip(rauw, bit))
        assert check_eerlijk(inhoud.antwoorden, inhoud.opnieuw, build_standen(gedaan)[-1]), bit


def _parse_naief(rauw: bytes) -> Stand:
    """Read the same journal as a naive program does: line by line, without looking at the checksum."""
    stand = [NOOIT] * KOP.aantal
    for regel in rauw.decode("ascii", errors="replace").splitlines():
        try:
            velden = json.loads(regel)
            waarden = {"nvt": NVT, "": NOOIT}
            stand[: len(velden["antwoorden"])] = [waarden.get(een, een) for een in velden["antwoorden"]]
        except (ValueError, KeyError, TypeError):
            continue
    return tuple(stand)


def test_a_naive_reader_fails_the_test_of_the_flipped_bit() -> None:
    rauw = b"".join(render_regels(GEDAAN))
    waar = build_standen(GEDAAN)[-1]
    assert _parse_naief(rauw) == waar
    fout = [bit for bit in range(len(rauw) * 8) if not check_eerlijk(_parse_naief(_flip(rauw, bit)), (), waar)]
    assert len(fout) > 10


@HONDERD
@given(stappen, st.randoms(use_true_random=False))
def test_reordered_and_doubled_lines_change_nothing(gedaan: list[Stap], toeval: Random) -> None:
    regels = render_regels(gedaan)
    regels += toeval.choices(regels, k=3)
    toeval.shuffle(regels)
    assert read_inhoud(b"".join(regels)).antwoorden == build_standen(gedaan)[-1]


@HONDERD
@given(st.binary(min_size=1, max_size=10).map(build_stappen), st.data())
def test_lines_lost_in_between_change_nothing(gedaan: list[Stap], data: st.DataObject) -> None:
    koppen, regels = render_regels(gedaan)[:2], render_regels(gedaan)[2:]
    over = [regel for regel in regels[:-1] if data.draw(st.booleans())]
    assert read_inhoud(b"".join([*koppen, *over, regels[-1]])).antwoorden == build_standen(gedaan)[-1]


@HONDERD
@given(stappen)
def test_lines_glued_together_are_all_read(gedaan: list[Stap]) -> None:
    rauw = b"".join(render_regels(gedaan)).replace(b"\n", b"")
    assert read_inhoud(rauw).antwoorden == build_standen(gedaan)[-1]


@HONDERD
@given(stappen, stappen)
def test_lines_of_another_session_are_left_out(gedaan: list[Stap], ander: list[Stap]) -> None:
    vreemd = render_regels(ander, replace(KOP, sessie="0000000000000000"))
    assert read_inhoud(b"".join(render_regels(gedaan) + vreemd)).antwoorden == build_standen(gedaan)[-1]


@HONDERD
@given(st.binary(max_size=300))
def test_no_bytes_at_all_make_the_reader_fail(rauw: bytes) -> None:
    assert isinstance(parse_journaal(rauw), str)


@pytest.mark.parametrize("knoei", [b'"vraag":u', b'"vraaf":5', b'"vraag":5#'])
def test_a_damaged_last_answer_is_asked_again_by_its_number(knoei: bytes) -> None:
    inhoud = read_inhoud(b"".join(render_regels(GEDAAN)).replace(b'"vraag":5', knoei))
    assert inhoud.opnieuw == (5,)
    assert inhoud.antwoorden[4] is NOOIT


def test_a_damaged_second_answer_does_not_bring_the_first_one_back() -> None:
    *heel, laatste = render_regels([*GEDAAN[:4], (0, 1)])
    inhoud = read_inhoud(b"".join(heel) + laatste.replace(b'"crc":"', b'"crc":"x'))
    assert inhoud.opnieuw == (1,)
    assert inhoud.antwoorden[:4] == (NOOIT, 2, NVT, None)


def test_a_half_line_at_the_end_was_never_accepted_and_takes_nothing_away() -> None:
    *heel, laatste = render_regels([*GEDAAN[:4], (0, 1)])
    inhoud = read_inhoud(b"".join(heel) + laatste[:-2])
    assert inhoud.antwoorden[0] == 4
    assert inhoud.opnieuw == ()


def test_damage_that_tells_no_question_is_counted() -> None:
    inhoud = read_inhoud(b"".join(render_regels(GEDAAN)) + b"#####\n \n\n####\n")
    assert inhoud.antwoorden == build_standen(GEDAAN)[-1]
    assert inhoud.onleesbaar == 2


def test_a_question_that_does_not_exist_is_not_asked_again() -> None:
    inhoud = read_inhoud(b"".join(render_regels(GEDAAN)) + b'{"vraag":9}\n{"vraag":0}\n')
    assert inhoud.opnieuw == ()


@pytest.mark.parametrize(
    ("velden", "reden"),
    [
        ({"formaat": 2}, "een andere versie van dit programma heeft het gemaakt"),
        ({"formaat": None}, "een andere versie van dit programma heeft het gemaakt"),
        ({"aantal": 0}, "de eerste regels kloppen niet"),
        ({"aantal": True}, "de eerste regels kloppen niet"),
        ({"aantal": 10**9}, "de eerste regels kloppen niet"),
        ({"sessie": 1}, "de eerste regels kloppen niet"),
        ({"begin": "gisteren"}, "de eerste regels kloppen niet"),
        ({"begin": "2025-03-01T10:00:00"}, "de eerste regels kloppen niet"),
        ({"zaad": -1}, "de eerste regels kloppen niet"),
        ({"zaad": True}, "de eerste regels kloppen niet"),
        ({"zaad": [1]}, "de eerste regels kloppen niet"),
        ({"zaad": HOOGSTE_ZAAD + 1}, "de eerste regels kloppen niet"),
        ({"test": 1}, "de eerste regels kloppen niet"),
        ({"test": None}, "de eerste regels kloppen niet"),
        ({"afdrukken": None}, "de eerste regels kloppen niet"),
        ({"afdrukken": "a" * 8}, "de eerste regels kloppen niet"),
        ({"afdrukken": ["a" * 12] * 7}, "de eerste regels kloppen niet"),
        ({"afdrukken": [*["a" * 12] * 7, "a" * 11]}, "de eerste regels kloppen niet"),
        ({"afdrukken": [*["a" * 12] * 7, "A" * 12]}, "de eerste regels kloppen niet"),
        ({"afdrukken": [*["a" * 12] * 7, 1]}, "de eerste regels kloppen niet"),
        ({"soort": "antwoord"}, "de eerste regels zijn beschadigd"),
    ],
)
def test_an_impossible_head_is_named(velden: dict[str, object], reden: str) -> None:
    kop = json.loads(render_kop(KOP).splitlines()[0])
    del kop["crc"]
    assert parse_journaal(render_velden(**(kop | velden))) == reden


@pytest.mark.parametrize(
    "velden",
    [
        {"nr": 0},
        {"nr": True},
        {"nr": "9"},
        {"vraag": 9},
        {"vraag": None},
        {"antwoorden": None},
        {"antwoorden": [1] * 9},
        {"antwoorden": [True]},
        {"antwoorden": [1.0]},
        {"antwoorden": ["ja"]},
        {"antwoorden": [[1]]},
        {"antwoorden": ["r"]},
        {"antwoorden": ["r1"]},
        {"antwoorden": ["r1 2 x"]},
        {"antwoorden": ["r1  2"]},
        {"antwoorden": ["r-1 2"]},
        {"antwoorden": ["r12345 1"]},
        {"antwoorden": ["r" + " ".join(["1"] * 13)]},
        {"antwoorden": ["r\u0661 \u0662"]},
        {"antwoorden": ["t"]},
        {"antwoorden": ["tz"]},
        {"antwoorden": ["t6"]},
        {"antwoorden": ["tff"]},
        {"antwoorden": ["t1b5b"]},
        {"antwoorden": ["te280ae"]},
        {"sessie": "ander"},
        {"soort": "iets"},
    ],
)
def test_a_hand_made_line_that_does_not_fit_is_left_out(velden: dict[str, object]) -> None:
    goed: dict[str, object] = {"soort": "antwoord", "sessie": KOP.sessie, "nr": 9, "vraag": 1, "antwoorden": [3]}
    begin = b"".join(render_regels(GEDAAN))
    assert read_inhoud(begin + render_velden(**goed)).antwoorden[0] == 3
    assert read_inhoud(begin + render_velden(**(goed | velden))).antwoorden == build_standen(GEDAAN)[-1]


@pytest.mark.parametrize(
    "rommel", [b"[" * 200_000, b'{"a":' * 200_000, b"1" * 5000, b"1e999", b"[]", b"NaN", b"\0" * 4096]
)
def test_hostile_lines_are_left_out(rommel: bytes) -> None:
    inhoud = read_inhoud(b"".join(render_regels(GEDAAN)) + rommel + b"\n")
    assert inhoud.antwoorden == build_standen(GEDAAN)[-1]
