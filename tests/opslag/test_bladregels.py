"""A kept worksheet as a document: what is written comes back, and what was changed is never believed."""

from datetime import UTC, datetime, timedelta, timezone
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conflictstijl.model.werkblad import Invulling
from conflictstijl.opslag.bladregels import (
    BESCHADIGD,
    Bewaardblad,
    build_document,
    parse_bytes,
    parse_document,
    render_json,
)
from conflictstijl.tekst import clean_tekst

SESSIE = "9f0c2a7711d0b3e4"
PAD = Path(f"proef-{SESSIE}.json")
VROEGER = Path(__file__).parent / "formaat-werkblad-1"
BEGIN = datetime(2026, 11, 22, 7, 45, tzinfo=timezone(timedelta(hours=1)))
EEN = Bewaardblad(PAD, BEGIN, Invulling("proef", "1.0", {("", "slot"): ("a", "b")}), SESSIE, None, "werkblad: x\n")

regels = st.text(max_size=40).map(clean_tekst)
namen = st.text(max_size=20).map(clean_tekst)


@given(st.dictionaries(st.tuples(regels, namen), st.lists(regels, max_size=3).map(tuple), max_size=5), st.booleans())
@settings(max_examples=60)
def test_whatever_somebody_typed_comes_back(antwoorden: Any, klaar: bool) -> None:
    blad = EEN._replace(
        invulling=EEN.invulling._replace(antwoorden=antwoorden), klaar=datetime.now(UTC) if klaar else None
    )
    assert parse_bytes(render_json(build_document(blad)), PAD) == blad


def herteken(**anders: Any) -> dict[str, Any]:
    """Return the document with something else in it, and a checksum that is right: it is no signature."""
    document = {**build_document(EEN), **anders}
    del document["controle"]
    return {**document, "controle": sha256(render_json(document)).hexdigest()}


@pytest.mark.parametrize(
    "anders",
    [
        {"sessie": "../../x"},
        {"sessie": 7},
        {"werkblad": "x" * 101},
        {"werkblad": "a\nb"},
        {"versie": None},
        {"begin": "gisteren"},
        {"begin": "2026-11-22T07:45:00"},
        {"begin": "0001-01-01T00:00:00+01:00"},
        {"klaar": 3},
        {"bron": ["x"]},
        {"antwoorden": [["", "slot"]]},
        {"antwoorden": [["", "slot", "tekst"]]},
        {"antwoorden": [["", "slot", ["\x1b[2J"]]]},
        {"antwoorden": [["", "slot", ["x" * 2001]]]},
        {"antwoorden": None},
    ],
)
def test_what_cannot_be_is_damaged_also_with_a_right_checksum(anders: dict[str, Any]) -> None:
    assert parse_document(herteken(), PAD) == EEN
    assert parse_document(herteken(**anders), PAD) == BESCHADIGD


@pytest.mark.parametrize("document", [None, [], {}, {"controle": 1}, {**build_document(EEN), "versie": "2.0"}])
def test_what_is_none_or_was_changed_is_damaged(document: object) -> None:
    assert parse_document(document, PAD) == BESCHADIGD


@pytest.mark.parametrize("inhoud", [b"", b"[" * 100_000, b"\xff"])
def test_bytes_that_are_no_document_are_damaged(inhoud: bytes) -> None:
    assert parse_bytes(inhoud, PAD) == BESCHADIGD


def test_every_format_that_was_ever_written_stays_readable() -> None:
    """These files are never made anew: one that is read wrongly is a loss for somebody."""
    gelezen = {pad.stem: parse_bytes(pad.read_bytes(), pad) for pad in sorted(VROEGER.iterdir())}
    assert list(gelezen) == ["partijen-0a1b2c3d", "partijen-2b1ad0a7711d0b3e", "reflectie-kort-1b1ad0a7711d0b3e"]
    oud, begonnen, klaar = (een for een in gelezen.values() if isinstance(een, Bewaardblad))
    assert oud.invulling.antwoorden == {("", "partijen"): ("moeder", "vader"), ("moeder", "belang"): ("rust",)}
    assert (begonnen.klaar, klaar.klaar) == (None, BEGIN)
    assert klaar.invulling.antwoorden["", "voornemen"] == ("Ik vraag door.",)
    assert all("formaat: 1" in blad.bron for blad in (begonnen, klaar))
    assert all(render_json(build_document(blad)) == blad.pad.read_bytes() for blad in (begonnen, klaar))
