"""What stands around a worksheet: when it was filled in."""

from datetime import UTC, datetime

from conflictstijl.model.document import Alinea, Document, Kop
from conflictstijl.rapport.bladrand import build_bladrand, render_wanneer

BLAD = Document((Kop("Terugkijken", 1), Alinea("Je kijkt terug.")))
TOEN = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


def test_when_it_was_filled_in_stands_below_the_title() -> None:
    titel, doel = BLAD.blokken
    assert build_bladrand(BLAD, "Gisteren.").blokken == (titel, Alinea("Gisteren."), doel)


def test_without_anything_to_say_it_is_the_same() -> None:
    assert build_bladrand(BLAD, "") == BLAD


def test_when_it_was_finished_or_only_begun() -> None:
    assert render_wanneer(TOEN, None).startswith("Begonnen op 22 november 2026 om ")
    assert render_wanneer(TOEN, None).endswith(", en nog niet af.")
    assert render_wanneer(TOEN, TOEN).startswith("Ingevuld op 22 november 2026 om ")
