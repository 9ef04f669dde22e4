"""A workbook as XLSX: tables to read, to calculate with and to print, with charts that stay charts.

Every text is stored as text, so none of them can act as a formula. The same workbook gives the same bytes.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from io import BytesIO
from itertools import chain, count, islice
from math import isfinite
from textwrap import wrap
from typing import Any, BinaryIO

from conflictstijl.fouten import GebruikFout
from conflictstijl.model.werkboek import Blad, Cel, Grafiek, Werkboek
from conflictstijl.tekst import clean_tekst

_EERSTE = datetime(2000, 1, 1, tzinfo=UTC)
"""The moment that every workbook says it was made at: two runs give the same bytes, and a time tells on people."""

_MEESTE_RIJEN = 1_048_576
"""What a sheet can hold."""
_GROOT = 5_000
"""From how many rows on a sheet is written to disk as it goes."""
_GEPEILD = 500
"""How many rows decide how wide the columns are."""

_SMALST, _BREEDST, _KOPBREEDTE = 7, 52, 14
_STAAND = 88
"""How many characters fit on A4 upright without shrinking."""
_HOOGSTE_VAST = 9
"""How many rows may stay in sight while scrolling: more would leave a small screen no room for the table."""

_NIET_IN_NAAM = re.compile(r"[\[\]:*?/\\]")
_LANGSTE_NAAM, _LANGSTE_VOET = 31, 100
_A4 = 9
_REGEL = 15
"""Height of one line, in points."""

_GRIJS, _LICHT, _RAND, _BLAUW = "#E7E6E6", "#D9D9D9", "#8C8C8C", "#1F4E79"


def render_werkboek(werkboek: Werkboek) -> bytes:
    """Return a workbook as the bytes of an XLSX file."""
    uit = BytesIO()
    write_werkboek(werkboek, uit)
    return uit.getvalue()


def write_werkboek(werkboek: Werkboek, doel: BinaryIO) -> None:
    """Write a workbook as XLSX; raises GebruikFout for more rows than a sheet can hold."""
    from xlsxwriter import Workbook

    with Workbook(doel, _build_opties(werkboek)) as boek:
        boek.set_properties(
            {"title": clean_tekst(werkboek.titel), "comments": clean_tekst(werkboek.opmerking), "created": _EERSTE}
        )
        opmaak = _Opmaak(boek)
        for naam, blad in zip(_build_namen(werkboek.bladen), werkboek.bladen, strict=True):
            _write_blad(boek.add_worksheet(naam), blad, opmaak)


def _build_opties(werkboek: Werkboek) -> dict[str, Any]:
    groot = any(not isinstance(blad.rijen, Sequence) or len(blad.rijen) > _GROOT for blad in werkboek.bladen)
    teksten = dict.fromkeys(("strings_to_formulas", "strings_to_urls", "strings_to_numbers"), False)
    return {"constant_memory": groot, "in_memory": not groot, **teksten}


def _build_namen(bladen: Iterable[Blad]) -> Iterator[str]:
    """Yield the names on the tabs: allowed, not too long, and each another whatever its capitals."""
    # this one is taken, for Excel itself
    bezet = {"history"}
    for blad in bladen:
        basis = " ".join(_NIET_IN_NAAM.sub(" ", clean_tekst(blad.naam)).split()).strip("' ") or "Blad"
        mogelijk = chain([""], (f" {nummer}" for nummer in count(2)))
        naam = next(een for staart in mogelijk if (een := _render_naam(basis, staart)).casefold() not in bezet)
        bezet.add(naam.casefold())
        yield naam


def _render_naam(basis: str, staart: str) -> str:
    return basis[: _LANGSTE_NAAM - len(staart)].rstrip("' ") + staart


class _Opmaak:
    """How things look: on paper without colours too."""

    def __init__(self, boek: Any) -> None:
        self._boek = boek
        self._getallen: dict[int, Any] = {}
        self._rand = {"border": 1, "border_color": _RAND, "valign": "top"}
        links, rechts = {"align": "left", "indent": 1}, {"align": "right"}
        kop = {**self._rand, "bold": True, "bg_color": _GRIJS, "text_wrap": True}
        self.titel = boek.add_format({"bold": True, "font_size": 14})
        self.koppen = [boek.add_format({**kop, **kant}) for kant in (links, rechts)]
        """For texts, and for numbers."""
        self.tekst = boek.add_format({**self._rand, **links, "text_wrap": True})

    def read_getal(self, decimalen: int) -> Any:
        """Return the look of a number; the spreadsheet itself writes its comma or point."""
        if decimalen not in self._getallen:
            vorm = f"0.{'0' * decimalen}" if decimalen else "0"
            self._getallen[decimalen] = self._boek.add_format({**self._rand, "align": "right", "num_format": vorm})
        return self._getallen[decimalen]

    def build_grafiek(self) -> Any:
        """Return an empty bar chart, its bars lying down so that their names can be read."""
        return self._boek.add_chart({"type": "bar"})


def _write_blad(vel: Any, blad: Blad, opmaak: _Opmaak) -> None:
    rijen = iter(blad.rijen)
    eerste = list(islice(rijen, _GEPEILD))
    breedtes = _count_breedtes(blad, eerste)
    for kolom, breedte in enumerate(breedtes):
        vel.set_column(kolom, kolom, breedte)
    vel.write_string(0, 0, clean_tekst(blad.titel), opmaak.titel)
    regels = [regel for alinea in blad.toelichting for regel in _split_alinea(alinea, sum(breedtes))]
    for rij, regel in enumerate(regels, 1):
        vel.write_string(rij, 0, regel)
    tabel = _Tabel(vel, opmaak, breedtes, [_read_decimalen(blad, kolom) for kolom in range(len(breedtes))])
    kop = len(regels) + 2
    tabel.write_koppen(kop, blad.koppen, eerste)
    einde = tabel.write_rijen(kop, chain(eerste, rijen))
    _write_scherm(vel, blad, kop, sum(breedtes))
    if blad.grafiek and einde > kop:
        _write_grafiek(vel, blad, blad.grafiek, (kop, einde), opmaak)


class _Tabel:
    """The table on a sheet, while it is written."""

    def __init__(self, vel: Any, opmaak: _Opmaak, breedtes: Sequence[int], decimalen: Sequence[int]) -> None:
        self._vel = vel
        self._opmaak = opmaak
        self._breedtes = breedtes
        self._heel, self._rest = opmaak.read_getal(0), [opmaak.read_getal(aantal) for aantal in decimalen]

    def write_koppen(self, plaats: int, koppen: Sequence[str], rijen: Sequence[Sequence[Cel]]) -> None:
        """Write the headers, each on the side where its cells are."""
        self._write_hoogte(plaats, koppen)
        for kolom, naam in enumerate(koppen):
            getallen = any(isinstance(rij[kolom], int | float) for rij in rijen)
            self._vel.write_string(plaats, kolom, clean_tekst(naam), self._opmaak.koppen[getallen])

    def write_rijen(self, kop: int, rijen: Iterable[Sequence[Cel]]) -> int:
        """Write the rows below the headers; return where the last one stands."""
        plaats = kop
        for plaats, rij in enumerate(rijen, kop + 1):
            if plaats >= _MEESTE_RIJEN:
                raise GebruikFout(f"een werkblad heeft hoogstens {_MEESTE_RIJEN} rijen, en dit zijn er meer; kies csv")
            self._write_hoogte(plaats, rij)
            for kolom, cel in enumerate(rij):
                self._write_cel(plaats, kolom, cel)
        return plaats

    def _write_hoogte(self, plaats: int, rij: Sequence[Cel]) -> None:
        """Write how high a row is when texts in it take more lines: not every spreadsheet finds out by itself."""
        paren = zip(rij, self._breedtes, strict=True)
        lang = [wrap(cel, breedte - 2) for cel, breedte in paren if isinstance(cel, str) and len(cel) > breedte - 2]
        if lang:
            self._vel.set_row(plaats, _REGEL * max(map(len, lang)))

    def _write_cel(self, plaats: int, kolom: int, cel: Cel) -> None:
        if isinstance(cel, str):
            self._vel.write_string(plaats, kolom, clean_tekst(cel), self._opmaak.tekst)
        elif cel is None or not isfinite(cel):
            self._vel.write_blank(plaats, kolom, None, self._opmaak.tekst)
        else:
            self._vel.write_number(plaats, kolom, cel, self._heel if isinstance(cel, int) else self._rest[kolom])


def _split_alinea(alinea: str, breedte: int) -> list[str]:
    """Return a paragraph as lines no wider than the table, or than a line that reads well."""
    return wrap(clean_tekst(alinea), min(max(breedte, _STAAND - 8), 130))


def _count_breedtes(blad: Blad, rijen: Sequence[Sequence[Cel]]) -> list[int]:
    """Return how wide the columns are: as their widest cell, and as their header, which may take several lines."""
    breedtes = [max(map(len, [kop[:_KOPBREEDTE], *kop.split()])) for kop in map(clean_tekst, blad.koppen)]
    for rij in rijen:
        for kolom, cel in enumerate(rij):
            breedtes[kolom] = max(breedtes[kolom], _count_tekens(cel, _read_decimalen(blad, kolom)))
    return [min(max(breedte + 4, _SMALST), _BREEDST) for breedte in breedtes]


def _count_tekens(cel: Cel, decimalen: int) -> int:
    match cel:
        case str():
            return len(cel)
        case float():
            return len(f"{cel:.{decimalen}f}")
        case _:
            return len(str(cel))


def _read_decimalen(blad: Blad, kolom: int) -> int:
    return blad.decimalen[kolom] if kolom < len(blad.decimalen) else 1


def _write_scherm(vel: Any, blad: Blad, kop: int, breedte: int) -> None:
    """Write how a sheet scrolls and prints: its headers in sight, on each page too, and no column cut off."""
    vel.hide_gridlines(2)
    breed = breedte > _STAAND
    if kop < _HOOGSTE_VAST:
        vel.freeze_panes(kop + 1, int(breed))
    vel.repeat_rows(kop)
    vel.set_paper(_A4)
    if breed:
        vel.set_landscape()
    vel.fit_to_pages(1, 0)
    titel = clean_tekst(blad.titel, _LANGSTE_VOET).replace("&", "&&")
    vel.set_footer(f"&L{titel}&RPagina &P van &N")


def _write_grafiek(vel: Any, blad: Blad, grafiek: Grafiek, rijen: tuple[int, int], opmaak: _Opmaak) -> None:
    """Write a chart below the table, from the rows after the first up to the last of these."""
    kop, einde = rijen
    as_namen, as_waarden = (_clean_naam(blad.koppen[kolom]) for kolom in (grafiek.namen, grafiek.waarden))
    beeld = opmaak.build_grafiek()
    beeld.add_series(
        {
            "categories": [vel.get_name(), kop + 1, grafiek.namen, einde, grafiek.namen],
            "values": [vel.get_name(), kop + 1, grafiek.waarden, einde, grafiek.waarden],
            "fill": {"color": _BLAUW},
            "gap": 60,
            "data_labels": {"value": True},
        }
    )
    beeld.set_title({"name": _clean_naam(grafiek.titel), "name_font": {"size": 12}})
    beeld.set_legend({"none": True})
    # the first row on top, and the numbers still below
    beeld.set_y_axis({"name": as_namen, "reverse": True, "crossing": "max"})
    lijnen = {"visible": True, "line": {"color": _LICHT}}
    beeld.set_x_axis({"name": as_waarden, "major_gridlines": lijnen, **_build_grenzen(grafiek)})
    beeld.set_size({"width": 620, "height": 150 + 34 * min(einde - kop, 40)})
    omschrijving = f"Staafdiagram: {clean_tekst(grafiek.titel)}. De getallen staan in de tabel erboven."
    vel.insert_chart(einde + 2, 0, beeld, {"description": omschrijving})


def _build_grenzen(grafiek: Grafiek) -> dict[str, float]:
    return dict(zip(("min", "max"), grafiek.bereik or (), strict=False))


def _clean_naam(tekst: str) -> str:
    """Return a name in a chart; one like `Let op!A1` would be taken for a cell."""
    return re.sub(r"!(?=\S)", "! ", clean_tekst(tekst))
