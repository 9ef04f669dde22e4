"""One bar as a picture (PNG), for outputs that cannot draw: the marks of its axis, its margin and its value."""

import struct
import zlib
from math import isqrt

from conflictstijl.model.document import Staaf, Staven

HOOGTE = 0.62
"""Of a picture, in centimetres."""
_PER_CM = 120
"""Pixels: as sharp on paper as the text beside it."""
_STREEP, _RAND = 3, 3
"""How wide a mark and the edge of a bar are, in pixels."""
_PUNT, _RING = 9, 13
"""How far the value and the white around it reach from their middle, in pixels."""
_RUIMTE = _RING / _PER_CM
_PALET = (0xFFFFFF, 0xD9D3C7, 0x566065, 0x1C5F66, 0xDCEBE9, 0x21282B)
"""The colours of the HTML page; the first one lets through what is behind the picture."""
_LEEG, _ROOSTER, _BEGIN, _VOL, _SPELING, _INKT = map(bytes, zip(range(len(_PALET)), strict=True))
_MEESTE_STAPPEN = 6


def build_plaatsen(staven: Staven) -> list[float]:
    """Return the values at which an axis has a mark: in round steps where these come out, and always at both ends."""
    lengte = staven.hoogste - staven.laagste
    stappen = max((aantal for aantal in range(1, _MEESTE_STAPPEN + 1) if not lengte % aantal), default=1)
    return [staven.laagste + nummer * lengte / stappen for nummer in range(stappen + 1 if lengte else 1)]


def read_plek(waarde: float, staven: Staven, breedte: float) -> float:
    """Return how far from the left a value stands, in centimetres, on an axis that leaves room at both ends.

    An axis without length has only a begin.
    """
    lengte = staven.hoogste - staven.laagste
    deel = min(max((waarde - staven.laagste) / lengte, 0.0), 1.0) if lengte else 0.0
    return _RUIMTE + deel * (breedte - 2 * _RUIMTE)


def render_staafbeeld(staaf: Staaf, staven: Staven, breedte: float) -> bytes:
    """Return a bar on its axis as a picture so many centimetres wide; the same bar gives the same picture."""

    def read_pixel(waarde: float) -> int:
        return round(read_plek(waarde, staven, breedte) * _PER_CM)

    grond = bytearray(_LEEG * round(breedte * _PER_CM))
    for nummer, plaats in enumerate(build_plaatsen(staven)):
        _write_lijn(grond, read_pixel(plaats), _ROOSTER if nummer else _BEGIN)
    rijen = [bytearray(grond) for _ in range(round(HOOGTE * _PER_CM))]
    begin = read_pixel(staven.laagste)
    if staaf.waarde is None:
        return _render_png(rijen)
    if staaf.ondergrens is None or staaf.bovengrens is None:
        _write_balk(rijen, (begin, read_pixel(staaf.waarde)), _VOL)
    else:
        onder, boven = read_pixel(staaf.ondergrens), read_pixel(staaf.bovengrens)
        _write_balk(rijen, (begin, onder), _VOL)
        _write_balk(rijen, (onder, boven), _SPELING)
        _write_schijf(rijen, read_pixel(staaf.waarde), _RING, _LEEG)
        _write_schijf(rijen, read_pixel(staaf.waarde), _PUNT, _INKT)
    return _render_png(rijen)


def _write_lijn(rij: bytearray, midden: int, kleur: bytes) -> None:
    rij[midden - _STREEP // 2 : midden + _STREEP // 2 + 1] = kleur * _STREEP


def _write_balk(rijen: list[bytearray], plek: tuple[int, int], kleur: bytes) -> None:
    """Write a rectangle with a dark edge halfway up the picture."""
    begin, einde = plek
    rand = min(_RAND, (einde - begin) // 2)
    boven, onder = len(rijen) // 4, len(rijen) - len(rijen) // 4
    for rij in rijen[boven:onder]:
        rij[begin:einde] = _VOL * (einde - begin)
    for rij in rijen[boven + rand : onder - rand]:
        rij[begin + rand : einde - rand] = kleur * (einde - begin - 2 * rand)


def _write_schijf(rijen: list[bytearray], midden: int, straal: int, kleur: bytes) -> None:
    """Write a disc halfway up."""
    for afstand in range(-straal, straal + 1):
        half = isqrt(straal * straal - afstand * afstand)
        rijen[len(rijen) // 2 + afstand][midden - half : midden + half] = kleur * (2 * half)


def _render_png(rijen: list[bytearray]) -> bytes:
    kop = struct.pack(">IIBBBBB", len(rijen[0]), len(rijen), 8, 3, 0, 0, 0)
    dichtheid = struct.pack(">IIB", _PER_CM * 100, _PER_CM * 100, 1)
    palet = b"".join(kleur.to_bytes(3, "big") for kleur in _PALET)
    beeld = zlib.compress(b"".join(b"\0" + rij for rij in rijen))
    delen = ((b"IHDR", kop), (b"pHYs", dichtheid), (b"PLTE", palet), (b"tRNS", b"\0"), (b"IDAT", beeld), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_render_deel(naam, inhoud) for naam, inhoud in delen)


def _render_deel(naam: bytes, inhoud: bytes) -> bytes:
    return struct.pack(">I", len(inhoud)) + naam + inhoud + struct.pack(">I", zlib.crc32(naam + inhoud))
