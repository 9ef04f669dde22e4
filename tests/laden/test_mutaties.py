"""Random edits and random input: no exception, every rejection has a place, the schema agrees."""

import json
import os
from collections import Counter
from collections.abc import Callable
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conflictstijl.laden.bevindingen import Bevindingen
from conflictstijl.laden.catalogus import parse_bestand
from conflictstijl.laden.valkuilen import split_regels

from .lezen import (
    BLAD,
    CASUS,
    GOED,
    KENNIS,
    list_goed,
    parse_boom,
    parse_wortel,
    read_soortnaam,
    read_tekst_bevindingen,
)
from .mutaties import REGELS, WAARDEN, mutate, mutate_waarde
from .schemas import build_waarde, check_schema, check_verschil

pytestmark = pytest.mark.no_cover
"""These run the same lines many times; other tests cover them, and without coverage it takes half the time."""

AANTAL = int(os.environ.get("CONFLICTSTIJL_MUTATIES", "60"))
"""How many mutations for each property; a big run sets the variable."""
VAKER = {"kennis": 2}
"""How many times as many of a kind of which few mutations show what only the loader can know."""
LEZERS = settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
SITUATIES = "situaties"
CASUSSEN = "casussen"
WERKVORMEN = "werkvormen"
WERKBLADEN = "werkbladen"
SOORTEN = ("vragenlijsten", "bladen", "kennis", SITUATIES, CASUSSEN, WERKVORMEN, WERKBLADEN)
ZELDEN = {SITUATIES: {"alleen-lader"}, CASUSSEN: {"alleen-lader"}, WERKVORMEN: {"alleen-lader"}}
"""Outcomes that chance seldom finds, by kind; `test_situatieschema` looks for these on purpose."""
GEEN_BOOM = (f"{BLAD}regels", f"{BLAD}zonder")
"""How the names of JSON Lines begin: several trees, and no schema for the file."""


def read_groep(pad: Path) -> str:
    if pad.name.startswith(BLAD):
        return "bladen"
    for begin, groep in ((SITUATIES, SITUATIES), (CASUS, CASUSSEN), ("werkvorm", WERKVORMEN), ("werkblad", WERKBLADEN)):
        if (
            pad.stem.startswith(f"{begin}-")
            or pad.parent.name == groep
            or (pad.parent.name, pad.stem) == ("kennis", begin)
        ):
            return groep
    return "kennis" if pad.stem in KENNIS and pad.stem != SITUATIES else "vragenlijsten"


@cache
def load_groep(soort: str) -> list[tuple[str, str]]:
    """Return the good examples and shipped files of a kind, each with its name."""
    return [(pad.name, pad.read_bytes().decode("utf-8-sig")) for pad in list_goed() if read_groep(pad) == soort]


def build_boom(naam: str, tekst: str) -> Any:
    boom = parse_boom(naam, tekst.encode())
    return None if boom is None else build_waarde(boom)


@cache
def load_bomen(soort: str) -> list[tuple[str, Any]]:
    """Return the same files as trees."""
    return [(naam, build_boom(naam, tekst)) for naam, tekst in load_groep(soort) if not naam.startswith(GEEN_BOOM)]


@cache
def load_vreemd() -> list[Any]:
    """Return trees to take parts from: all files, and values and lines that belong to the format."""
    bomen = [boom for soort in SOORTEN if soort != "kennis" for _, boom in load_bomen(soort)]
    losse = [boom for tekst in REGELS if (boom := build_boom("x.yaml", tekst)) is not None]
    waarden = [boom["x"] for tekst in WAARDEN if (boom := build_boom("x.yaml", f"x: {tekst}"))]
    return bomen + [*losse, waarden] * 3


def check_plekken(bevindingen: Bevindingen) -> None:
    """Hold every finding against the rule that it has a place, a sentence and a way out."""
    for bevinding in bevindingen:
        assert bevinding.plek.regel >= 1, bevinding
        assert bevinding.plek.kolom >= 1, bevinding
        assert bevinding.wat, bevinding
        assert bevinding.hint or bevinding.code == "versie", bevinding


def check_uitkomst(naam: str, inhoud: bytes) -> Bevindingen:
    """Read bytes and check the place of every finding."""
    bevindingen = read_tekst_bevindingen(naam, inhoud)
    check_plekken(bevindingen)
    return bevindingen


def check_gelijk(naam: str, inhoud: bytes, bevindingen: Bevindingen) -> str:
    """Return how loader and schema judge bytes; they differ in the listed checks only."""
    if naam.startswith(GEEN_BOOM):
        return "regels"
    boom = parse_boom(naam, inhoud)
    fout = bevindingen.count_fouten() > 0
    if boom is None:
        assert fout, "what cannot be read is rejected"
        return "gebroken"
    schema = check_schema(read_soortnaam(naam, boom), boom)
    if schema is not fout:
        return "goed" if schema else "fout"
    assert schema, "the schema refuses what the loader takes"
    anders = check_verschil(bevindingen, naam, split_regels(inhoud.decode("utf-8-sig")))
    assert not anders, anders
    return "alleen-lader"


def build_kans(nummer: int) -> Random:
    return Random(nummer)  # noqa: S311 - a seed makes every mutation repeatable


def count_uitkomsten(soort: str, bewerk: Callable[[Random], tuple[str, str]]) -> Counter[str]:
    """Return how often loader and schema judged which way."""
    uitkomsten: Counter[str] = Counter()
    for nummer in range(AANTAL * VAKER.get(soort, 1)):
        naam, tekst = bewerk(build_kans(nummer))
        inhoud = tekst.encode("utf-8", "surrogatepass")
        try:
            uitkomsten[check_gelijk(naam, inhoud, check_uitkomst(naam, inhoud))] += 1
        except Exception as fout:
            raise AssertionError(f"mutation {nummer} of {soort}, {naam}: {fout!r}\n{tekst}") from fout
    print(soort, dict(uitkomsten))
    return uitkomsten


@pytest.mark.parametrize("soort", SOORTEN)
def test_a_mutated_file_is_judged_without_exception_with_a_place_and_as_the_schema_does(
    soort: str, record_property: Callable[[str, object], None]
) -> None:
    def bewerk(kans: Random) -> tuple[str, str]:
        naam, tekst = kans.choice(load_groep(soort))
        return naam, mutate(kans, tekst)

    uitkomsten = count_uitkomsten(soort, bewerk)
    record_property("uitkomsten", dict(uitkomsten))
    verwacht = {"gebroken", "goed", "fout", "alleen-lader"} - ZELDEN.get(soort, set())
    assert min(uitkomsten[uitkomst] for uitkomst in verwacht) > 0


@pytest.mark.parametrize("soort", ["vragenlijsten", "bladen", SITUATIES, CASUSSEN, WERKVORMEN, WERKBLADEN])
def test_a_mutated_tree_is_judged_without_exception_with_a_place_and_as_the_schema_does(
    soort: str, record_property: Callable[[str, object], None]
) -> None:
    def bewerk(kans: Random) -> tuple[str, str]:
        naam, boom = kans.choice(load_bomen(soort))
        anders = json.loads(json.dumps(boom))
        mutate_waarde(kans, anders, load_vreemd())
        if isinstance(anders, dict):  # the first name says what kind of file it is, and a tree has its names reversed
            anders = dict(reversed(anders.items()))
        return naam, json.dumps(anders, ensure_ascii=False, indent=1)

    uitkomsten = count_uitkomsten(soort, bewerk)
    record_property("uitkomsten", dict(uitkomsten))
    assert min(uitkomsten[uitkomst] for uitkomst in {"goed", "fout", "alleen-lader"} - ZELDEN.get(soort, set())) > 0


def test_a_mutated_table_of_norms_is_judged_without_exception_and_with_a_place_inside_the_file(tmp_path: Path) -> None:
    (tmp_path / "norm.yaml").write_bytes((GOED / "met-normen.yaml").read_bytes())
    tabel = (GOED / "met-normen.csv").read_text(encoding="utf-8")
    gevonden = 0
    for nummer in range(AANTAL):
        tekst = mutate(build_kans(nummer), tabel)
        (tmp_path / "met-normen.csv").write_bytes(tekst.encode("utf-8", "surrogatepass"))
        bevindingen = Bevindingen()
        parse_bestand(tmp_path / "norm.yaml", "norm.yaml", lambda w, b: parse_wortel(w, b, tmp_path), bevindingen)
        check_plekken(bevindingen)
        gevonden += bevindingen.count_fouten()
        aantal = len(split_regels(tekst))
        assert [b for b in bevindingen if b.plek.bestand == "met-normen.csv" and b.plek.regel > aantal] == [], nummer
    assert gevonden > AANTAL / 10


@pytest.mark.parametrize("naam", ["vragenlijst.yaml", "blad-antwoorden.yaml"])
@LEZERS
@given(tekst=st.text(max_size=300))
def test_any_text_is_judged_without_exception_and_with_a_place(naam: str, tekst: str) -> None:
    check_uitkomst(naam, tekst.encode("utf-8", "surrogatepass"))


@pytest.mark.parametrize("naam", ["vragenlijst.yaml", "blad-antwoorden.yaml"])
@LEZERS
@given(inhoud=st.binary(max_size=300))
def test_any_bytes_are_judged_without_exception_and_with_a_place(naam: str, inhoud: bytes) -> None:
    check_uitkomst(naam, inhoud)


@pytest.mark.parametrize("naam", ["vragenlijst.yaml", "blad-antwoorden.yaml"])
@LEZERS
@given(tekst=st.text(alphabet=" \n:-[]{}'\"#&*!|>%@`?,~ab1", max_size=60))
def test_any_row_of_yaml_signs_is_judged_without_exception_and_with_a_place(naam: str, tekst: str) -> None:
    check_uitkomst(naam, tekst.encode())
