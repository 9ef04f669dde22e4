"""A bar as a picture: what stands where, in which colour, read back from the picture itself."""

import re
import struct
import zlib

import pytest

from conflictstijl.model.document import Staaf, Staven
from conflictstijl.rapport.staafbeeld import build_plaatsen, read_plek, render_staafbeeld
from conflictstijl.rapport.uitvoer.html import render_html

from .htmlbron import lees_stijl

PER_CM = 120
BREEDTE = 6.0
AS = Staven((), 1, 5, "")
LEEG, ROOSTER, BEGIN, VOL, SPELING, INKT = range(6)


def lees_rijen(png: bytes) -> list[bytes]:
    """Return the numbers of the colours of a picture, row by row; every part of it must be whole."""
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    delen: dict[bytes, bytes] = {}
    plaats = 8
    while plaats < len(png):
        lengte, naam = struct.unpack(">I4s", png[plaats : plaats + 8])
        delen[naam] = png[plaats + 8 : plaats + 8 + lengte]
        plaats += 12 + lengte
        assert struct.unpack(">I", png[plaats - 4 : plaats]) == (zlib.crc32(naam + delen[naam]),)
    breedte, hoogte = struct.unpack(">II", delen[b"IHDR"][:8])
    ruw = zlib.decompress(delen[b"IDAT"])
    assert len(ruw) == hoogte * (breedte + 1)
    return [ruw[begin + 1 : begin + 1 + breedte] for begin in range(0, len(ruw), breedte + 1)]


def lees_kleur(rijen: list[bytes], waarde: float, hoogte: float = 0.5) -> int:
    """Return the colour at a value of the axis, halfway up or elsewhere."""
    return rijen[int(len(rijen) * hoogte)][round(read_plek(waarde, AS, BREEDTE) * PER_CM)]


def teken(waarde: float | None, *grenzen: float) -> list[bytes]:
    return lees_rijen(render_staafbeeld(Staaf("Toegeven", waarde, "", "", *grenzen), AS, BREEDTE))


def test_a_bar_is_as_long_as_its_value() -> None:
    rijen = teken(3.5)
    assert [lees_kleur(rijen, waarde) for waarde in (1.1, 2.2, 3.4)] == [VOL] * 3
    assert [lees_kleur(rijen, waarde) for waarde in (3.6, 4.5)] == [LEEG] * 2


def test_a_margin_begins_where_the_bar_ends_and_holds_the_value() -> None:
    rijen = teken(3.5, 2.5, 4.5)
    assert [lees_kleur(rijen, waarde) for waarde in (1.5, 2.4)] == [VOL] * 2
    assert [lees_kleur(rijen, waarde, 0.3) for waarde in (2.6, 4.4)] == [SPELING] * 2
    assert lees_kleur(rijen, 3.5) == INKT
    assert lees_kleur(rijen, 4.6) == LEEG


def test_without_a_value_there_is_only_the_axis() -> None:
    rijen = teken(None)
    assert set(b"".join(rijen)) == {LEEG, ROOSTER, BEGIN}
    assert [lees_kleur(rijen, waarde) for waarde in range(1, 6)] == [BEGIN, *[ROOSTER] * 4]


@pytest.mark.parametrize(("waarde", "grenzen"), [(1.0, (1.0, 1.0)), (5.0, (5.0, 5.0)), (9.0, (-3.0, 9.0))])
def test_what_lies_at_or_beyond_an_end_stays_in_the_picture(waarde: float, grenzen: tuple[float, float]) -> None:
    rijen = teken(waarde, *grenzen)
    assert {len(rij) for rij in rijen} == {round(BREEDTE * PER_CM)}
    assert lees_kleur(rijen, min(waarde, 5.0)) == INKT


def test_an_axis_without_length_has_one_mark() -> None:
    assert build_plaatsen(AS._replace(hoogste=1)) == [1]
    assert read_plek(1, AS._replace(hoogste=1), BREEDTE) == read_plek(1, AS, BREEDTE)


@pytest.mark.parametrize(
    ("grenzen", "plaatsen"), [((1, 5), [1, 2, 3, 4, 5]), ((0, 100), [0, 20, 40, 60, 80, 100]), ((0, 7), [0, 7])]
)
def test_an_axis_has_its_marks_at_round_numbers(grenzen: tuple[float, float], plaatsen: list[float]) -> None:
    assert build_plaatsen(Staven((), *grenzen, "")) == plaatsen


def test_the_colours_are_those_of_the_page() -> None:
    png = render_staafbeeld(Staaf("Toegeven", 3.0, "", "", 2.0, 4.0), AS, BREEDTE)
    plaats = png.index(b"PLTE") + 4
    _papier, *kleuren = (png[plaats + 3 * nummer : plaats + 3 * nummer + 3].hex() for nummer in range(6))
    licht = lees_stijl(render_html([])).partition("prefers-color-scheme")[0]
    assert set(kleuren) <= set(re.findall(r"#([0-9a-f]{6})", licht))
