"""The parties in a report: what was asked is told apart from what was assumed."""

from conflictstijl.model.document import Document
from conflictstijl.model.situatie import Partij
from conflictstijl.rapport.partijen import build_partijen

from .bouw import lees_tekst

MOEDER = Partij("moeder", "Hij komt thuis.", "Rust.", "", "", "", gevraagd=True)


def lees(*partijen: Partij) -> str:
    return lees_tekst(Document(tuple(build_partijen(partijen))))


def test_when_all_was_asked_nothing_is_left_to_ask() -> None:
    tekst = lees(MOEDER)
    assert "Dit is gevraagd." in tekst
    assert "Nog na te vragen" not in tekst


def test_an_interest_that_nobody_knows_is_to_be_asked_too() -> None:
    tekst = lees(MOEDER, MOEDER._replace(naam="school", belang="", gevraagd=False))
    assert "school: het belang is nog onbekend" in tekst
    assert "moeder: Rust." not in tekst[tekst.index("Nog na te vragen") :]


def test_without_parties_there_is_no_heading() -> None:
    assert lees() == ""
