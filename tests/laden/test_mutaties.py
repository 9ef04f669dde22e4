"""Random edits and random input: no exception, every rejection has a place, the schema agrees."""

import os
from collections import Counter
from collections.abc import Callable
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conflictstijl.fouten import Ernst
from conflictstijl.laden.bevindingen import Bevindingen
from conflictstijl.laden.valkuilen import split_regels

from .lezen import list_goed, parse_boom, read_soortnaam, read_tekst_bevindingen
from .mutaties import mutate
from .schemas import check_schema, check_verschil

AANTAL = int(os.environ.get("CONFLICTSTIJL_MUTATIES", "500"))
"""How many mutations; a big run sets the variable."""
BESTANDEN = [(pad.name, pad.read_bytes().decode("utf-8-sig")) for pad in list_goed()]
LEZERS = settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def check_uitkomst(naam: str, inhoud: bytes) -> Bevindingen:
    """Read bytes and hold every error against the rule that it has a place and a sentence."""
    bevindingen = read_tekst_bevindingen(naam, inhoud)
    for bevinding in bevindingen:
        assert bevinding.plek.regel >= 1, bevinding
        assert bevinding.plek.kolom >= 1, bevinding
        assert bevinding.wat, bevinding
        assert bevinding.hint or bevinding.code == "versie", bevinding
    return bevindingen


def check_gelijk(naam: str, inhoud: bytes, bevindingen: Bevindingen) -> str:
    """Return how loader and schema judge bytes; they differ in the listed checks only."""
    if naam.startswith(("blad-regels", "blad-zonder")):
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


def test_a_mutated_file_is_judged_without_exception_with_a_place_and_as_the_schema_does(
    record_property: Callable[[str, object], None],
) -> None:
    uitkomsten: Counter[str] = Counter()
    ernst: Counter[Ernst] = Counter()
    for nummer in range(AANTAL):
        kans = Random(nummer)  # noqa: S311 - a seed makes every mutation repeatable
        naam, tekst = kans.choice(BESTANDEN)
        inhoud = mutate(kans, tekst).encode("utf-8", "surrogatepass")
        try:
            bevindingen = check_uitkomst(naam, inhoud)
            uitkomst = check_gelijk(naam, inhoud, bevindingen)
        except AssertionError as fout:
            raise AssertionError(f"mutation {nummer} of {naam}: {fout}\n{inhoud.decode(errors='replace')}") from fout
        uitkomsten[uitkomst] += 1
        ernst.update({bevinding.ernst for bevinding in bevindingen})
    record_property("uitkomsten", dict(uitkomsten))
    print(dict(uitkomsten), dict(ernst))
    assert min(uitkomsten[soort] for soort in ("gebroken", "goed", "fout", "alleen-lader")) > 0


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
