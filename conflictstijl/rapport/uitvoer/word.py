"""Documents as one Word file (DOCX): real headings, lists and tables, which Word and LibreOffice read and change.

What it looks like stands in `conflictstijl/vormgeving/word`, an unpacked file without text. The bars are pictures
beside a table that says the same; who listens to the table does not hear them.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from functools import cache
from importlib.util import find_spec
from io import BytesIO
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from conflictstijl.fouten import GebruikFout
from conflictstijl.model.document import (
    Alinea,
    Document,
    Kop,
    Opsomming,
    Schrijfruimte,
    Staaf,
    Staven,
    Tabel,
)
from conflictstijl.rapport.staafbeeld import HOOGTE, build_plaatsen, read_plek, render_staafbeeld
from conflictstijl.tekst import clean_tekens, render_getal

if TYPE_CHECKING:
    from docx.document import Document as Woordbestand

_SJABLOON = Path(__file__).parents[2] / "vormgeving" / "word"
_NAAMLOOS = "Verslag"
"""What a file is called when nothing in it has a heading."""
_EERSTE = datetime(2000, 1, 1, tzinfo=UTC)
"""The moment that every file says it was made at: two runs give the same bytes, and a time tells on people."""
_ZIPTIJD = (2000, 1, 1, 0, 0, 0)
_GETAL = re.compile(r"-?[0-9]+(,[0-9]+)?")

_BREEDTE = 9412
"""Of the text on a page, in twentieths of a point."""
_PER_CM, _EMU = 567, 635
"""Twentieths of a point in a centimetre, and what a drawing counts with in one."""
_PER_TEKEN, _TUSSEN, _NAAST = 118, 140, 260
"""Of a character in a table, between two columns, and between a bar and what stands beside it."""
_KORTSTE_STAAF, _LANGSTE_STAAF = 2600, 4200
_MEESTE_SAMEN = 10
"""How many rows stay on one page; more could fill it for the greater part."""

_KOPSTIJLEN = ("Title", "Heading1", "Heading2", "Heading3")
_GENUMMERD = 1
"""Which kind of list has numbers, in `numbering.xml`."""
_SIER = """\
<a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">
<a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">
<s:decorative xmlns:s="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>
</a:ext>
</a:extLst>"""

Element = Any
"""A part of the file; python-docx gives it a type that says nothing."""


class _Staaftabel(NamedTuple):
    """What a bar chart says, as a table: its headings and cells, without the bars."""

    koppen: tuple[str, ...]
    rijen: list[tuple[str, ...]]
    uitleg: str


def check_word() -> None:
    """Raise GebruikFout when what makes these files is not installed."""
    if find_spec("docx") is None:
        raise GebruikFout(
            "voor een .docx ontbreekt een onderdeel; kies .html, of installeer het:",
            'pip install "conflictstijl[word]"',
        )


def render_word(documenten: Sequence[Document]) -> bytes:
    """Return documents as one file, each from a new page on; the same documents give the same bytes."""
    import docx

    bestand = docx.Document(BytesIO(_load_sjabloon()))
    schrijver = _Schrijver(bestand)
    for nummer, document in enumerate(documenten):
        schrijver.write_document(document, nieuw=nummer > 0)
    _write_kenmerken(bestand, documenten)
    uit = BytesIO()
    bestand.save(uit)
    return _clean_zip(uit)


@cache
def _load_sjabloon() -> bytes:
    uit = BytesIO()
    with ZipFile(uit, "w") as zip_:
        for pad in _SJABLOON.rglob("*"):
            if pad.is_file():
                zip_.write(pad, pad.relative_to(_SJABLOON).as_posix())
    return uit.getvalue()


def _clean_zip(bestand: BytesIO) -> bytes:
    """Return a zip file without the moment at which it was made."""
    uit = BytesIO()
    with ZipFile(bestand) as oud, ZipFile(uit, "w", ZIP_DEFLATED) as nieuw:
        for naam in oud.namelist():
            nieuw.writestr(ZipInfo(naam, _ZIPTIJD), oud.read(naam), ZIP_DEFLATED)
    return uit.getvalue()


def _write_kenmerken(bestand: "Woordbestand", documenten: Iterable[Document]) -> None:
    koppen = (blok.tekst for document in documenten for blok in document.blokken if isinstance(blok, Kop))
    kenmerken = bestand.core_properties
    # what Word shows in its window and a screen reader says first; it holds no more than this
    kenmerken.title = _clean_tekst(next(koppen, _NAAMLOOS))[:255]
    kenmerken.language = "nl-NL"
    kenmerken.author = kenmerken.last_modified_by = kenmerken.comments = ""
    kenmerken.created = kenmerken.modified = _EERSTE
    kenmerken.revision = 1


def _clean_tekst(tekst: str) -> str:
    """Return text as XML can hold it, on one line; half characters become question marks."""
    return re.sub(r"[ \t\n]+", " ", clean_tekens(tekst)).strip(" ").encode(errors="replace").decode()


class _Schrijver:
    """Adds blocks to a file, and counts what has a number in it."""

    def __init__(self, bestand: "Woordbestand") -> None:
        self._deel = bestand.part
        # how pages look stands last: everything comes before it
        self._slot: Element = bestand.element.body[-1]
        self._nummers = count(1)

    def write_document(self, document: Document, *, nieuw: bool) -> None:
        """Write a document; a new one begins on a page of its own."""
        blokken, niveau = document.in_woorden, 0
        if nieuw and not isinstance(next(iter(blokken), None), Kop):
            self._slot.addprevious(_build_alinea("", "Tussenruimte", nieuw=True))
            nieuw = False
        for blok, volgend in zip(blokken, (*blokken, None)[1:], strict=True):
            if isinstance(blok, Kop):
                niveau = _read_niveau(blok, niveau)
                elementen = iter([_build_alinea(blok.tekst, _KOPSTIJLEN[niveau - 1], nieuw=nieuw or blok.nieuw)])
                nieuw = False
            else:
                # what announces a list or a table stays with it
                elementen = self._build_blok(blok, vast=isinstance(volgend, Opsomming | Staven | Tabel | Schrijfruimte))
            for element in elementen:
                self._slot.addprevious(element)

    def _build_blok(
        self, blok: Alinea | Opsomming | Staven | Tabel | Schrijfruimte, *, vast: bool
    ) -> Iterator[Element]:
        match blok:
            case Alinea():
                yield _build_alinea(blok.tekst, "Normal", vast=vast)
            case Opsomming():
                yield from self._build_opsomming(blok)
            case Tabel():
                yield from _build_tabel(blok)
            case Staven():
                yield from self._build_staven(blok)
            case _:
                for nummer in range(1, blok.regels + 1):
                    yield _build_alinea("", "Schrijfregel", vast=nummer < min(blok.regels, _MEESTE_SAMEN))

    def _build_opsomming(self, opsomming: Opsomming) -> Iterator[Element]:
        stijl = "ListNumber" if opsomming.genummerd else "ListBullet"
        lijst = self._build_lijst() if opsomming.genummerd else ""
        for nummer, deel in enumerate(opsomming.delen, 1):
            # no part stands alone on a page
            vast = nummer in {1, len(opsomming.delen) - 1} and nummer < len(opsomming.delen)
            nummering = _build("numPr", _build("ilvl", val="0"), _build("numId", val=lijst)) if lijst else None
            yield _build_alinea(deel, stijl, nummering, vast=vast)

    def _build_lijst(self) -> str:
        """Return the number of a new list, which counts from one: else it goes on where the one before it ended."""
        lijst = self._deel.numbering_part.element.add_num(_GENUMMERD)
        lijst.append(_build("lvlOverride", _build("startOverride", val="1"), ilvl="0"))
        return str(lijst.numId)

    def _build_staven(self, staven: Staven) -> Iterator[Element]:
        """Yield a chart as a table with a picture in every row, and below it what its axis means."""
        if not staven.staven:
            return
        inhoud = _build_staaftabel(staven)
        naam, *rest = _split_breedte(inhoud.koppen, inhoud.rijen, _BREEDTE - _KORTSTE_STAAF)
        balk = min(_BREEDTE - naam - sum(rest), _LANGSTE_STAAF)
        breedtes = [naam, balk, *rest]
        vast = len(inhoud.rijen) <= _MEESTE_SAMEN
        eerste, *koppen = (_build_alinea(kop, "Tabelkop") for kop in inhoud.koppen)
        rijen = [_build_rij([eerste, _build_as(staven, balk - _NAAST), *koppen], breedtes, kop=True)]
        for staaf, (tekst, *teksten) in zip(staven.staven, inhoud.rijen, strict=True):
            beeld = _build("p", _build_kenmerken("Tabelcel", vast=vast), self._build_balk(staaf, staven, balk - _NAAST))
            cellen = (_build_alinea(cel, "Tabelcel", vast=vast) for cel in teksten)
            rijen.append(_build_rij([_build_alinea(tekst, "Tabelnaam", vast=vast), beeld, *cellen], breedtes))
        yield _build_raster("Staventabel", breedtes, rijen)
        yield _build_alinea(inhoud.uitleg, "Caption")

    def _build_balk(self, staaf: Staaf, staven: Staven, breedte: int) -> Element:
        """Return a bar as a picture that a screen reader passes by: the row has the same facts."""
        from docx.oxml.shape import CT_Inline
        from docx.shared import Length

        naam, _ = self._deel.get_or_add_image(BytesIO(render_staafbeeld(staaf, staven, breedte / _PER_CM)))
        nummer = next(self._nummers)
        maten = Length(breedte * _EMU), Length(round(HOOGTE * _PER_CM) * _EMU)
        tekening: Element = CT_Inline.new_pic_inline(nummer, naam, f"balk{nummer}.png", *maten)
        # what says nothing about the space around it gets some from LibreOffice, and no longer fits its axis
        for kant in "TBLR":
            tekening.set(f"dist{kant}", "0")
        tekening.docPr.set("name", f"Balk {nummer}")
        tekening.docPr.append(_build_sier())
        return _build("r", _build("drawing", tekening))


def _read_niveau(kop: Kop, boven: int) -> int:
    """Return the level that a heading may have: the first one is the title, there is no other, and none is skipped."""
    return min(max(kop.niveau, 2), boven + 1, len(_KOPSTIJLEN))


def _build_staaftabel(staven: Staven) -> _Staaftabel:
    kolommen = {
        "naam": [staaf.naam for staaf in staven.staven],
        "score" if _check_getallen(staven) else "aantal": [staaf.getal for staaf in staven.staven],
        "betekenis": [staaf.woord for staaf in staven.staven],
        "marge": list(map(_render_marge, staven.staven)),
    }
    gevuld = {kop: cellen for kop, cellen in kolommen.items() if kop == "naam" or any(cellen)}
    sleutel = f" De stip is {staven.wiens} score, het lichte vlak is de marge." if "marge" in gevuld else ""
    return _Staaftabel(tuple(gevuld), list(zip(*gevuld.values(), strict=True)), f"{staven.schaal}{sleutel}")


def _check_getallen(staven: Staven) -> bool:
    """Tell whether bars show the numbers of their axis; some show `7 van 12`."""
    return all(_GETAL.fullmatch(staaf.getal) for staaf in staven.staven if staaf.waarde is not None)


def _render_marge(staaf: Staaf) -> str:
    if staaf.waarde is None or staaf.ondergrens is None or staaf.bovengrens is None:
        return ""
    return f"{render_getal(staaf.ondergrens)} tot {render_getal(staaf.bovengrens)}"


def _build_tabel(tabel: Tabel) -> Iterator[Element]:
    breedtes = _split_breedte(tabel.koppen, tabel.rijen, _BREEDTE)
    rijen = [_build_rij([_build_alinea(kop, "Tabelkop") for kop in tabel.koppen], breedtes, kop=True)]
    for nummer, (naam, *rest) in enumerate(tabel.rijen, 1):
        vast = nummer < len(tabel.rijen) <= _MEESTE_SAMEN
        cellen = (_build_alinea(cel, "Tabelcel", vast=vast) for cel in rest)
        rijen.append(_build_rij([_build_alinea(naam, "Tabelnaam", vast=vast), *cellen], breedtes))
    yield _build_raster("Verslagtabel", breedtes, rijen)
    # two tables without anything in between would become one
    yield _build_alinea("", "Tussenruimte")


def _split_breedte(koppen: Sequence[str], rijen: Iterable[Sequence[str]], ruim: int) -> list[int]:
    """Return how wide columns are: as their longest text; what does not fit shares the room that is left."""
    wensen = [max(map(len, kolom)) * _PER_TEKEN + _TUSSEN for kolom in zip(koppen, *rijen, strict=True)]
    breedtes = [0] * len(wensen)
    for gehad, plaats in enumerate(sorted(range(len(wensen)), key=wensen.__getitem__)):
        breedtes[plaats] = min(wensen[plaats], (ruim - sum(breedtes)) // (len(wensen) - gehad))
    return breedtes


def _build_raster(stijl: str, breedtes: Sequence[int], rijen: Iterable[Element]) -> Element:
    """Return rows as a table of which Word must not change the widths."""
    kenmerken = (
        _build("tblStyle", val=stijl),
        _build("tblW", w=str(sum(breedtes)), type="dxa"),
        _build("tblLayout", type="fixed"),
        _build("tblLook", val="04A0", firstRow="1", firstColumn="1", noVBand="1"),
    )
    kolommen = (_build("gridCol", w=str(breedte)) for breedte in breedtes)
    return _build("tbl", _build("tblPr", *kenmerken), _build("tblGrid", *kolommen), *rijen)


def _build_rij(cellen: Iterable[Element], breedtes: Iterable[int], *, kop: bool = False) -> Element:
    """Return a row that no page cuts in two; a heading comes back on every page."""
    heel = [_build("cantSplit"), *([_build("tblHeader")] if kop else [])]
    delen = (
        _build("tc", _build("tcPr", _build("tcW", w=str(breedte), type="dxa")), cel)
        for cel, breedte in zip(cellen, breedtes, strict=True)
    )
    return _build("tr", _build("trPr", *heel), *delen)


def _build_as(staven: Staven, breedte: int) -> Element:
    """Return the numbers of an axis, each above its mark; only a name where the bars have another unit."""
    if not _check_getallen(staven):
        return _build_alinea("balk", "Tabelkop")
    plaatsen = build_plaatsen(staven)
    plekken = (read_plek(plaats, staven, breedte / _PER_CM) for plaats in plaatsen)
    tabs = (_build("tab", val="center", pos=str(round(plek * _PER_CM))) for plek in plekken)
    delen = []
    for plaats in plaatsen:
        delen += [_build("tab"), _build_tekst(render_getal(plaats, 0 if plaats.is_integer() else 1))]
    return _build("p", _build_kenmerken("Tabelkop", _build("tabs", *tabs)), _build("r", *delen))


def _build_alinea(tekst: str, stijl: str, extra: Element = None, *, vast: bool = False, nieuw: bool = False) -> Element:
    """Return a paragraph; with `vast` it stays with the next one, with `nieuw` a page begins at it."""
    kenmerken = _build_kenmerken(stijl, extra, vast=vast, nieuw=nieuw)
    return _build("p", kenmerken, *([_build("r", _build_tekst(tekst))] if tekst else []))


def _build_kenmerken(stijl: str, extra: Element = None, *, vast: bool = False, nieuw: bool = False) -> Element:
    """Return the properties of a paragraph, in the order that the format asks for."""
    delen = [_build("pStyle", val=stijl)]
    delen += [_build("keepNext")] if vast else []
    delen += [_build("pageBreakBefore")] if nieuw else []
    return _build("pPr", *delen, *([extra] if extra is not None else []))


def _build_tekst(tekst: str) -> Element:
    element = _build("t")
    element.text = _clean_tekst(tekst)
    element.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return element


def _build_sier() -> Element:
    """Return how Word is told of a picture that nobody misses it."""
    from docx.oxml import parse_xml

    return parse_xml(_SIER)


def _build(naam: str, *delen: Element, **kenmerken: str) -> Element:
    """Return an element of the format, with these parts and properties."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    element = OxmlElement(f"w:{naam}", {qn(f"w:{sleutel}"): waarde for sleutel, waarde in kenmerken.items()})
    element.extend(delen)
    return element
