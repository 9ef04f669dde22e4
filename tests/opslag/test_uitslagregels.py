"""A finished test as a document: what is read back, and what is refused however well it was made."""

import copy
import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conflictstijl import bewaren, toepassing
from conflictstijl.model.antwoorden import HOOGSTE_ZAAD, NVT
from conflictstijl.opslag.samenhang import check_samenhang
from conflictstijl.opslag.spelling import KLASSE
from conflictstijl.opslag.uitslagregels import (
    Uitslag,
    build_document,
    build_naam,
    check_zelfde,
    fold_sessie,
    parse_document,
    parse_json,
    parse_uitslag,
    render_json,
)
from conflictstijl.rapport.gegevens import build_profiel
from conflictstijl.rapport.uitvoer.tekst import render_tekst

from .uitslagen import (
    SESSIE,
    VEEL,
    bouw_uitslag,
    kopie,
    lees,
    load_document,
    load_lijsten,
    meng,
    teken,
    vervang,
    vul_in,
)

VIJFHONDERD = settings(max_examples=VEEL or 500, deadline=None, derandomize=not VEEL, database=None)
PAD = Path("proef.json")
GEEN_PROFIEL: list[Any] = [None, [], {"a": "\x1b"}, {"\x00": 1}, {"a": ["\x07"]}]
GEEN_ANTWOORDEN: list[Any] = [None, {}, [1.5], [True]]
KLEIN = ("vormen", "takken", "delen", "ander", "normen", "formules")
"""The small ones, for tests that take them apart."""


def rauw(naam: str) -> bytes:
    return render_json(build_document(bouw_uitslag(load_lijsten()[naam])))


@pytest.mark.parametrize("naam", load_lijsten())
def test_every_kind_of_questionnaire_comes_back_with_its_answers_and_scores(naam: str) -> None:
    uitslag = bouw_uitslag(load_lijsten()[naam])
    gelezen = parse_uitslag(render_json(build_document(uitslag)), uitslag.pad)
    assert gelezen == uitslag
    assert bewaren.check_uitslag(uitslag) == ""


def test_the_document_says_what_it_is_and_carries_its_own_checksum() -> None:
    document = json.loads(rauw("vormen"))
    rest = {naam: waarde for naam, waarde in document.items() if naam != "controle"}
    canoniek = json.dumps(rest, sort_keys=True, separators=(",", ":")).encode()
    assert document["controle"] == f"sha256:{sha256(canoniek).hexdigest()}"
    assert (document["formaat"], document["soort"], document["sessie"]) == (1, "resultaat", SESSIE)
    assert (document["begin"], document["klaar"]) == ("2026-11-22T07:41:00+01:00", "2026-11-22T07:45:12+01:00")
    assert document["vragenlijst"]["titel"] == "Proef"
    assert document["profiel"]["vingerafdruk"] == document["vingerafdruk"]


def test_the_profile_in_it_is_that_of_scoor() -> None:
    uitslag = bouw_uitslag(load_lijsten()["vormen"])
    profiel = toepassing.score_antwoorden(uitslag.vragenlijst, uitslag.blad)
    (gegeven,) = json.loads(toepassing.build_rapport(profiel, uitslag.vragenlijst, formaat="json"))["profielen"]
    assert json.loads(rauw("vormen"))["profiel"] == gegeven


def test_who_how_fast_and_in_what_order_come_back_too() -> None:
    lijst = load_lijsten()["vormen"]
    blad = meng(
        vul_in(lijst), deelnemer="D01", seconden=3.25, zaad=12, antwoorden=(None, NVT, 1, None, None, None, "x")
    )
    gelezen = lees(kopie(build_document(bouw_uitslag(lijst, blad=blad))))
    assert isinstance(gelezen, Uitslag)
    assert gelezen.blad == blad


def test_the_name_tells_when_in_utc_and_which_session() -> None:
    uitslag = bouw_uitslag(load_lijsten()["vormen"])
    assert build_naam(uitslag) == f"20261122T064512000000Z-{SESSIE}.json"
    assert (
        build_naam(replace(uitslag, klaar=datetime(1970, 1, 2, tzinfo=UTC))) == f"19700102T000000000000Z-{SESSIE}.json"
    )


@pytest.mark.parametrize(("sessie", "naam"), [(SESSIE, SESSIE), ("../weg", None), ("A" * 16, None), ("\ud800", None)])
def test_a_session_of_another_shape_becomes_one_that_a_file_name_can_hold(sessie: str, naam: str | None) -> None:
    gevouwen = fold_sessie(sessie)
    assert gevouwen == fold_sessie(sessie)
    assert len(gevouwen) == 16
    assert set(gevouwen) <= set("0123456789abcdef")
    assert naam in (None, gevouwen)


def test_where_it_stands_makes_no_other_result_and_another_answer_does() -> None:
    uitslag = bouw_uitslag(load_lijsten()["vormen"])
    assert check_zelfde(uitslag, replace(uitslag, pad=PAD))
    assert not check_zelfde(uitslag, replace(uitslag, programma="9"))


@pytest.mark.parametrize(
    "inhoud",
    [b"", b"{", b"\xff\xfe", b"[" * 100_000, b'{"a":' * 100_000, b"null", b"[]", b"1" * 5000, b"\xef\xbb\xbf{}", b"{}"],
)
def test_a_file_that_is_none_of_ours_is_refused(inhoud: bytes) -> None:
    assert isinstance(parse_uitslag(inhoud, PAD), str)


@pytest.mark.parametrize("tekst", ['{"a":1,"a":1}', '{"a":NaN}', "[Infinity]", '{"a":{"b":1,"b":2}}'])
def test_json_that_only_some_programs_take_is_refused(tekst: str) -> None:
    with pytest.raises(ValueError, match=r"dubbel|NaN|Infinity"):
        parse_json(tekst.encode())


@pytest.mark.parametrize(
    ("anders", "reden"),
    [
        ({"soort": "profielen"}, "er staat geen bewaard resultaat in"),
        ({"soort": None}, "er staat geen bewaard resultaat in"),
        ({"formaat": 2}, "een nieuwere versie van dit programma heeft het gemaakt"),
        *(({"formaat": formaat}, "de inhoud klopt niet") for formaat in (0, True, "1", 1.0, None)),
        *(({"sessie": sessie}, "de inhoud klopt niet") for sessie in ("9F0C2A7711D0B3E4", "9f0c", "../../weg", 1)),
        *(({"begin": begin}, "de inhoud klopt niet") for begin in ("gisteren", "2026-11-22T07:41:00", "20261122", 5)),
        *(({"klaar": f"{jaar}-01-01T00:00:00+00:00"}, "de inhoud klopt niet") for jaar in ("0001", "9999")),
        ({"begin": "2026-11-22T07:41:00Z"}, "de inhoud klopt niet"),
        *(({"programma": wat}, "de inhoud klopt niet") for wat in (1, None, "\x1b]0;x\x07")),
        *(({"vingerafdruk": wat}, "de inhoud klopt niet") for wat in ("sha256:0", "md5:" + "0" * 64, None)),
        *(({"deelnemer": wat}, "de inhoud klopt niet") for wat in ("", "x" * 81, "a\nb", "\u202ex", 7)),
        *(({"seconden": wat}, "de inhoud klopt niet") for wat in (-1.0, True, "3", 1e300)),
        *(({"zaad": wat}, "de inhoud klopt niet") for wat in (-1, HOOGSTE_ZAAD + 1, True, 1.0)),
        *(({"profiel": wat}, "de inhoud klopt niet") for wat in GEEN_PROFIEL),
        ({"onbekend": 1}, "de inhoud klopt niet"),
        *(({"antwoorden": wat}, "de inhoud klopt niet") for wat in GEEN_ANTWOORDEN),
    ],
)
def test_a_field_that_cannot_be_is_named(anders: dict[str, Any], reden: str) -> None:
    assert isinstance(lees(load_document("vormen")), Uitslag)
    assert lees(teken(load_document("vormen") | anders)) == reden


def test_a_profile_without_a_bottom_is_refused() -> None:
    diep: Any = []
    for _ in range(500):
        diep = [diep]
    assert lees(teken(load_document("vormen") | {"profiel": {"a": diep}})) == "de inhoud klopt niet"


def test_a_number_that_json_does_not_have_is_damage() -> None:
    document = {**load_document("vormen"), "seconden": float("inf")}
    assert lees(document) == "de inhoud is veranderd of beschadigd"


def test_a_document_that_was_changed_without_its_checksum_is_damaged() -> None:
    assert lees(load_document("vormen") | {"programma": "9"}) == "de inhoud is veranderd of beschadigd"
    zonder = {naam: waarde for naam, waarde in load_document("vormen").items() if naam != "controle"}
    assert lees(zonder) == "de inhoud is veranderd of beschadigd"


@pytest.mark.parametrize(
    "antwoorden",
    [
        *([], [0] * 8, [0] * 6),
        *(vervang((0, 1, 0, (0, 1), (0, 1, 2), (5, 3, 2), "Niets."), plaats, fout) for plaats, fout in (
            (0, 3), (0, NVT), (1, 9), (2, 3), (2, (0, 1)), (3, (0, 0)), (4, (0, 1)), (5, (5, 5, 5)), (5, ()), (6, 1),
            (6, "x" * 2001),
        )),
    ],
)  # fmt: skip
def test_answers_that_nobody_can_give_are_refused(antwoorden: list[Any]) -> None:
    gespeld = [{KLASSE: "nietvantoepassing", "waarde": "nvt"} if een is NVT else een for een in antwoorden]
    document = teken(kopie(load_document("vormen") | {"antwoorden": gespeld}))
    assert lees(document) == "er staan antwoorden in die de vragenlijst niet kent"


def zet(document: dict[str, Any], pad: str, waarde: object) -> dict[str, Any]:
    """The document with another value somewhere in its questionnaire; `#` before a number is a place in a row."""
    geknoeid = copy.deepcopy(document)
    *weg, laatste = [int(deel[1:]) if deel.startswith("#") else deel for deel in pad.split("/")]
    plek: Any = geknoeid["vragenlijst"]
    for deel in weg:
        plek = plek[deel]
    if laatste == "+":
        plek.append(waarde)
    else:
        plek[laatste] = waarde
    return teken(geknoeid)


ONMOGELIJK: list[tuple[str, str, object]] = [
    ("vormen", "id", "../../etc/passwd.yaml"),
    ("vormen", "id", "a" * 131),
    ("vormen", "met", "map/x.yaml"),
    ("vormen", "bij", ".."),
    ("vormen", "schalen/#0/id", "vermijden"),
    ("vormen", "schalen/#0/stijl", "zwijgen"),
    ("vormen", "schalen/#0/onderdeel", "kalm"),
    ("delen", "schalen/#0/onderdeel", "storm"),
    ("vormen", "items/#0/id", "2"),
    ("vormen", "items/#0/onderdeel", "kalm"),
    ("vormen", "items/#1/onderdeel", "kalm"),
    ("vormen", "items/#0/sleutel/#0/schaal", "geduld"),
    ("vormen", "items/#0/sleutel/#0/gewicht", "0"),
    ("vormen", "items/#0/sleutel/#0/gewicht", "-1"),
    ("vormen", "items/#0/sleutel/#0/gewicht", "1001"),
    ("vormen", "items/#0/sleutel/#0/gewicht", "1/7"),
    ("vormen", "items/#0/sleutel/+", {"schaal": "forceren"}),
    ("vormen", "items/#0/antwoorden/punten", [{"waarde": 1, "label": "x"}]),
    ("vormen", "items/#0/antwoorden/punten/#0/waarde", 2),
    ("vormen", "items/#1/vorm", "stellingen"),
    ("vormen", "items/#1/totaal", 4),
    ("vormen", "items/#4/totaal", 0),
    ("vormen", "items/#4/totaal", 1001),
    ("vormen", "items/#1/opties", []),
    ("vormen", "items/#1/opties/#0/sleutel/#0/omgekeerd", True),
    ("vormen", "items/#1/opties/#0/sleutel/#0/schaal", "geduld"),
    ("vormen", "items", []),
    ("vormen", "antwoorden/punten", []),
    ("vormen", "achtergrond/#0/antwoorden", []),
    ("vormen", "ontbrekend", "0"),
    ("vormen", "ontbrekend", "5/4"),
    ("vormen", "variant", {"id": "a", "naam": "A"}),
    ("ander", "variant", None),
    ("ander", "varianten/#1/id", "zelf"),
    ("ander", "variant/naam", "Iets anders"),
    ("takken", "achtergrond/#1/als/#0/vraag", "4"),
    ("takken", "achtergrond/#1/als/#0/antwoorden", [7]),
    ("delen", "onderdelen/#1/als/#0/vraag", "niets"),
    ("delen", "onderdelen/#1/id", "kalm"),
    ("banden", "banden/#0/ondergrens", "1000"),
    ("normen", "normen/decimalen", 7),
    ("normen", "normen/tabel", {"geduld": [["1", 5]]}),
    ("normen", "normen/tabel", {"samenwerken": []}),
    ("normen", "normen/tabel", {"samenwerken": [["1", 0]]}),
    ("normen", "normen/tabel", {"samenwerken": [["1", -1], ["2", 5]]}),
    ("betrouwbaarheid", "normen/betrouwbaarheid/waarden", {}),
    ("formules", "afgeleid/#0/stappen", []),
    ("formules", "afgeleid/#0/stappen", ["+"]),
    ("formules", "afgeleid/#0/stappen", ["geduld"]),
    ("formules", "afgeleid/#0/stappen", [{KLASSE: "fraction", "waarde": "1"}] * 2),
    ("formules", "afgeleid/#0/stappen", [{KLASSE: "fraction", "waarde": "1"}] * 201),
    ("formules", "afgeleid/#0/id", "kalm.forceren"),
]


@pytest.mark.parametrize(("naam", "pad", "waarde"), ONMOGELIJK)
def test_a_questionnaire_that_does_not_hold_together_is_refused(naam: str, pad: str, waarde: object) -> None:
    assert lees(zet(load_document(naam), pad, waarde)) == "de vragenlijst erin klopt niet"


def test_a_reliability_outside_0_and_1_is_refused() -> None:
    document = load_document("betrouwbaarheid")
    naam = next(iter(document["vragenlijst"]["normen"]["betrouwbaarheid"]["waarden"]))
    assert lees(zet(document, f"normen/betrouwbaarheid/waarden/{naam}", "1")) == "de vragenlijst erin klopt niet"


def test_every_questionnaire_of_the_tests_holds_together() -> None:
    assert [naam for naam, lijst in load_lijsten().items() if not check_samenhang(lijst)] == []


def test_formulas_that_grow_without_end_are_refused_before_they_are_reckoned() -> None:
    schaal = load_document("formules")["vragenlijst"]["schalen"][0]["id"]
    keten = [{"id": "f0", "naam": "f0", "stappen": [schaal, schaal, "*"]}]
    keten += [{"id": f"f{nr}", "naam": "f", "stappen": [f"f{nr - 1}", f"f{nr - 1}", "*"]} for nr in range(1, 90)]
    assert lees(zet(load_document("formules"), "afgeleid", keten)) == "de vragenlijst erin klopt niet"
    te_veel = [{"id": f"f{nr}", "naam": "f", "stappen": [schaal]} for nr in range(101)]
    assert lees(zet(load_document("formules"), "afgeleid", te_veel)) == "de vragenlijst erin klopt niet"


def _list_plekken(waarde: object, pad: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    yield pad
    paren = waarde.items() if isinstance(waarde, dict) else enumerate(waarde) if isinstance(waarde, list) else ()
    for naam, een in paren:
        yield from _list_plekken(een, (*pad, naam))


PLEKKEN = {naam: list(_list_plekken(load_document(naam)))[1:] for naam in KLEIN}
WAARDEN: list[Any] = [
    *(None, True, False, 0, 1, 2, -1, 3.5, 10**9, 10**40, 1e308, -0.0),
    *("", "x", "3/4", "1/0", "kies", "verdeel", "rangschik", "beste_en_slechtste", "stellingen", "som", "procent"),
    *("forceren", "kalm.forceren", "kalm", "leiding", "1", "2", "+", "nvt", "\x1b", "\ud800", "a" * 3000, "ander"),
    *(
        [],
        {},
        [[]],
        [1, 2],
        [0, 1, 2],
        {"klasse": "keuze"},
        {"klasse": "stelling"},
        ["forceren"],
        [{"schaal": "toegeven"}],
    ),
]


def _knoei(document: dict[str, Any], plek: tuple[Any, ...], data: st.DataObject) -> None:
    """Change one place of a tree: another value, one from elsewhere in it, gone, twice, or another key."""
    ouder: Any = document
    for deel in plek[:-1]:
        ouder = ouder[deel]
    naam = plek[-1]
    match data.draw(st.sampled_from(["waarde", "weg", "dubbel", "verhuis"])):
        case "waarde":
            ouder[naam] = copy.deepcopy(data.draw(st.sampled_from(WAARDEN)))
        case "weg":
            del ouder[naam]
        case "dubbel" if isinstance(ouder, list):
            ouder.insert(0, copy.deepcopy(ouder[naam]))
        case _:
            bron: Any = document
            for deel in data.draw(st.sampled_from(list(_list_plekken(document))[1:])):
                bron = bron[deel]
            ouder[naam] = copy.deepcopy(bron)


def _bestaat(document: object, plek: tuple[Any, ...]) -> bool:
    return plek in set(_list_plekken(document))


def _teken_heel(document: dict[str, Any]) -> dict[str, Any]:
    """The document with the scores and hashes that belong to what somebody made of it, where it can be scored."""
    gelezen = parse_document(teken(document), PAD)
    if isinstance(gelezen, str):
        return {}
    try:
        profiel = build_profiel(bewaren.score_uitslag(gelezen))
    except (ArithmeticError, LookupError, RuntimeError, TypeError, ValueError):
        return {}
    return kopie(build_document(replace(gelezen, profiel=profiel, vingerafdruk=profiel["vingerafdruk"])))


@settings(max_examples=VEEL or 150, deadline=None, derandomize=not VEEL, database=None)
@given(st.data())
def test_a_tree_that_somebody_changed_and_signed_anew_never_breaks_the_program(data: st.DataObject) -> None:
    naam = data.draw(st.sampled_from(KLEIN))
    document = copy.deepcopy(load_document(naam))
    for _ in range(data.draw(st.integers(1, 3))):
        plek = data.draw(st.sampled_from(PLEKKEN[naam]))
        if _bestaat(document, plek):
            _knoei(document, plek, data)
    for poging in (teken(document), _teken_heel(document)):
        gelezen = lees(poging)
        if isinstance(gelezen, Uitslag):
            lijst, _, profiel = bewaren.build_resultaat(gelezen)
            assert render_tekst(toepassing.build_profieldocument(profiel, lijst), 60)
        else:
            assert gelezen


def test_what_decides_no_score_may_have_been_changed_by_who_signs_it_anew() -> None:
    """Without this the test above could pass by refusing everything."""
    gelezen = lees(zet(load_document("vormen"), "titel", "Anders"))
    assert isinstance(gelezen, Uitslag)
    assert gelezen.vragenlijst.titel == "Anders"


INHOUD = {naam: rauw(naam) for naam in KLEIN}


def check_eerlijk(inhoud: bytes, waar: bytes) -> bool:
    """Tell whether bytes give the true result or none."""
    gelezen = parse_uitslag(inhoud, PAD)
    return isinstance(gelezen, str) or gelezen == parse_uitslag(waar, PAD)


@VIJFHONDERD
@given(st.sampled_from(KLEIN), st.data())
def test_a_flipped_bit_gives_the_true_result_or_none(naam: str, data: st.DataObject) -> None:
    bit = data.draw(st.integers(0, len(INHOUD[naam]) * 8 - 1))
    geknoeid = bytearray(INHOUD[naam])
    geknoeid[bit // 8] ^= 1 << bit % 8
    assert check_eerlijk(bytes(geknoeid), INHOUD[naam])


@VIJFHONDERD
@given(st.sampled_from(KLEIN), st.binary(max_size=200), st.data())
def test_a_prefix_plus_junk_gives_the_true_result_or_none(naam: str, rommel: bytes, data: st.DataObject) -> None:
    snede = data.draw(st.integers(0, len(INHOUD[naam])))
    assert check_eerlijk(INHOUD[naam][:snede] + rommel, INHOUD[naam])


def _lees_naief(inhoud: bytes) -> object:
    """Read the same file as a naive program does: without its checksum."""
    try:
        document = json.loads(inhoud.decode(errors="replace"))
        return document["antwoorden"], document["profiel"]["scores"]
    except (ValueError, KeyError, TypeError):
        return None


def test_a_naive_reader_fails_the_test_of_the_flipped_bit() -> None:
    waar = _lees_naief(INHOUD["takken"])
    fout = 0
    for bit in range(0, len(INHOUD["takken"]) * 8, 3):
        geknoeid = bytearray(INHOUD["takken"])
        geknoeid[bit // 8] ^= 1 << bit % 8
        fout += _lees_naief(bytes(geknoeid)) not in (None, waar)
    assert fout > 10


def _verander(document: dict[str, Any], werk: Callable[[dict[str, Any]], object]) -> Uitslag | str:
    geknoeid = copy.deepcopy(document)
    werk(geknoeid)
    return lees(teken(geknoeid))


@pytest.mark.parametrize(
    "werk",
    [
        lambda d: d["profiel"]["scores"]["forceren"].update(waarde=1.5),
        lambda d: d["profiel"]["scores"]["forceren"].update(waarde=None),
        lambda d: d["profiel"]["scores"]["forceren"].update(waarde=True),
        lambda d: d["profiel"]["scores"].pop("forceren"),
        lambda d: d["profiel"]["scores"].update(geduld={}),
        lambda d: d["profiel"].pop("duidelijk_hoog"),
        lambda d: d["profiel"].update(duidelijk_hoog=["forceren"]),
        lambda d: d["profiel"].update(volgorde=[]),
        lambda d: d["profiel"].update(deelnemer="D01"),
        lambda d: d["profiel"].update(scoreversie=0),
        lambda d: d["profiel"].update(scoreversie=True),
        lambda d: d["profiel"].update(vingerafdruk="sha256:" + "0" * 64),
        lambda d: d.update(profiel={}),
        lambda d: d["antwoorden"].__setitem__(1, 1),
        lambda d: (d.update(vingerafdruk="sha256:" + "0" * 64), d["profiel"].update(vingerafdruk="sha256:" + "0" * 64)),
        lambda d: d["vragenlijst"]["items"][0].update(tekst="Ik zeg niets."),
    ],
)
def test_scores_that_are_not_those_of_the_answers_are_refused(werk: Callable[[dict[str, Any]], object]) -> None:
    assert _verander(load_document("vormen"), werk) == "de scores erin kloppen niet met de antwoorden"


def test_the_last_digits_of_a_score_may_be_those_of_another_machine() -> None:
    def schuif(document: dict[str, Any]) -> None:
        score = document["profiel"]["scores"]["forceren"]
        score["waarde"] *= 1 + 1e-12

    assert isinstance(_verander(load_document("vormen"), schuif), Uitslag)


def test_what_a_later_program_adds_to_a_profile_is_not_missed_in_an_older_file() -> None:
    assert isinstance(_verander(load_document("verdiept"), lambda d: d["profiel"].pop("winst")), Uitslag)


def test_scores_of_a_newer_program_are_left_to_that_program() -> None:
    reden = _verander(load_document("vormen"), lambda d: d["profiel"].update(scoreversie=2))
    assert reden == "een nieuwere versie van dit programma berekende de scores"


def test_moments_of_any_time_zone_come_back() -> None:
    uitslag = bouw_uitslag(load_lijsten()["takken"])
    for uren in (-12, 0, 14):
        moment = uitslag.klaar.astimezone(timezone(timedelta(hours=uren)))
        gelezen = lees(kopie(build_document(replace(uitslag, klaar=moment))))
        assert isinstance(gelezen, Uitslag)
        assert gelezen.klaar.utcoffset() == timedelta(hours=uren)
