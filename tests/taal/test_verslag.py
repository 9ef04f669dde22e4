"""Plain Dutch, measured: the sentences of reports, as they stand in the code and as they come out."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings

from conflictstijl.model.document import Document, Tabel
from conflictstijl.rekenen.taal import LANGSTE_ZIN, check_zinnen, parse_zinnen
from tests.rapport.bouw import Paar, alle_profielen, bouw_verslag, lees_tekst, profielen
from tests.rapport.test_gouden import BLADEN, NAAST, render_naast, render_verslag

from .teksten import ETIKET, GEMIDDELDE_ZIN, LIJDEND, WOORDEN, WORTEL, check_spelling, count_zinnen, read_woorden

GEEN_TAAL = {"gegevens.py", "blad.py"}
"""Modules that write data: keys, not sentences."""
CODE = [pad for pad in sorted((WORTEL / "conflictstijl" / "rapport").glob("*.py")) if pad.name not in GEEN_TAAL]
INGEVULD = " iets "
"""What stands for a value in a sentence."""
TEGEN_ANDEREN = re.compile(
    r"\b(?:bovengemiddeld|benedengemiddeld|(?:te )?(?:hoog|laag) (?:op|voor|scoor))", re.IGNORECASE
)
"""Words that hold someone against a norm that nobody has seen."""


def read_zinnen(pad: Path) -> Iterator[str]:
    """Yield every text of a module that is no docstring, with something filled in."""
    boom = ast.parse(pad.read_text(encoding="utf-8"))
    docs = {id(knoop.value) for knoop in ast.walk(boom) if isinstance(knoop, ast.Expr)}
    delen = {id(deel) for knoop in ast.walk(boom) if isinstance(knoop, ast.JoinedStr) for deel in knoop.values}
    for knoop in ast.walk(boom):
        if isinstance(knoop, ast.JoinedStr):
            yield "".join(str(deel.value) if isinstance(deel, ast.Constant) else INGEVULD for deel in knoop.values)
        elif isinstance(knoop, ast.Constant) and isinstance(knoop.value, str) and id(knoop) not in docs | delen:
            yield knoop.value.replace("{}", INGEVULD)


ZINNEN = [(pad.name, " ".join(tekst.split())) for pad in CODE for tekst in read_zinnen(pad) if " " in tekst.strip()]


def test_the_sentences_of_every_part_of_a_report_are_read() -> None:
    assert len(ZINNEN) > 100
    for zin in (
        "Dit zeg je duidelijk iets te doen dan de rest: iets .",
        "Volgens jou doet de ander dit duidelijk iets dan de rest: iets .",
        "Wie zomaar antwoordt, komt meestal uit tussen iets en iets .",
        "Van wie iets score had, telt de helft als lager.",
    ):
        assert any(tekst.endswith(zin) for _, tekst in ZINNEN)


def test_the_sentences_in_the_code_are_short_and_say_who_acts() -> None:
    gemiddeld, langste = count_zinnen(tekst for _, tekst in ZINNEN)
    assert gemiddeld <= GEMIDDELDE_ZIN
    assert langste <= LANGSTE_ZIN
    fout = [tekst for _, tekst in ZINNEN if list(check_zinnen(tekst)) or LIJDEND.search(tekst) or ETIKET.search(tekst)]
    assert fout == []


def test_the_words_in_the_code_are_in_the_dictionary() -> None:
    assert [woord for woord in check_spelling(read_woorden(tekst for _, tekst in ZINNEN)) if woord not in WOORDEN] == []


@given(alle_profielen() | profielen())
@settings(max_examples=80)
def test_no_sentence_of_any_report_is_too_long(paar: Paar) -> None:
    blokken = [blok for blok in bouw_verslag(*paar).in_woorden if not isinstance(blok, Tabel)]
    regels = lees_tekst(Document(tuple(blokken))).splitlines()
    assert [zin for regel in regels for zin in parse_zinnen(regel) if len(zin) > LANGSTE_ZIN] == []


@given(alle_profielen())
@settings(max_examples=60)
def test_no_report_holds_someone_against_a_norm_that_nobody_has_seen(paar: Paar) -> None:
    tekst = lees_tekst(bouw_verslag(*paar))
    assert not TEGEN_ANDEREN.search(tekst)
    assert "normgroep" not in tekst.lower()


@pytest.mark.parametrize("naam", [*BLADEN, NAAST])
def test_a_golden_report_is_short_on_average(naam: str) -> None:
    tekst = render_naast("md") if naam == NAAST else render_verslag(naam, "md")
    gemiddeld, langste = count_zinnen(regel for regel in tekst.splitlines() if not regel.startswith("|"))
    assert gemiddeld <= GEMIDDELDE_ZIN
    assert langste <= LANGSTE_ZIN


def test_the_searches_find_what_they_are_for() -> None:
    assert TEGEN_ANDEREN.search("Je scoort bovengemiddeld.")
    assert TEGEN_ANDEREN.search("Je scoort hoog op vermijden.")
    assert not TEGEN_ANDEREN.search("Dit scoort hoger dan de rest.")
