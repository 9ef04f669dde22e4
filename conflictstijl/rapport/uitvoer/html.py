"""Documents as one HTML page that needs nothing else: no script, no font, no picture, no network.

What it looks like stands in `conflictstijl/vormgeving`. Every text goes out through one door, `_clean_waarde`.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from conflictstijl.model.document import Alinea, Document, Kop, Opsomming, Staaf, Staven, Tabel
from conflictstijl.tekst import clean_tekens, render_getal

if TYPE_CHECKING:
    from jinja2 import Template

_VORMGEVING = Path(__file__).parents[2] / "vormgeving"
_NAAMLOOS = "Verslag"
"""What a page is called when nothing on it has a heading."""
_KLEINSTE_KOP = 6
_MEESTE_STAPPEN = 6
"""How many steps an axis can have before the numbers below it touch on a telephone."""
_GETAL = re.compile(r"-?[0-9]+(,[0-9]+)?")
_KORTE_NAAM, _KORT_WOORD = 18, 14
"""How long (in characters) a name and the meaning of a number can be to stand beside a bar."""


class _Streep(NamedTuple):
    """A place on an axis, with the number that stands there; empty where the axis has no numbers."""

    plaats: str
    getal: str


class _Balk(NamedTuple):
    """One bar: its texts, and its measures as parts of the width; empty for what is not drawn."""

    id: str
    staaf: Staaf
    marge: str
    vol: str = ""
    speling: str = ""
    punt: str = ""

    @property
    def beschrijving(self) -> str:
        """The bar in words."""
        marge = f"de marge loopt van {self.marge}" if self.marge else ""
        return ", ".join(filter(None, (self.staaf.getal, self.staaf.woord, marge)))


class _Grafiek(NamedTuple):
    """A bar chart with its axis; the numbers have a heading of their own, for some are counts."""

    balken: list[_Balk]
    strepen: list[_Streep]
    schaal: str
    wiens: str
    getalkop: str

    @property
    def met_woord(self) -> bool:
        """True when there is a column for what the numbers mean."""
        return any(balk.staaf.woord for balk in self.balken)

    @property
    def met_marge(self) -> bool:
        """True when there is a column for margins."""
        return any(balk.marge for balk in self.balken)

    @property
    def kort(self) -> bool:
        """True when a bar has room beside its name and what its number means."""
        staven = [balk.staaf for balk in self.balken]
        return all(len(staaf.naam) <= _KORTE_NAAM and len(staaf.woord) <= _KORT_WOORD for staaf in staven)


class _Deel(NamedTuple):
    """A heading with all that stands below it, smaller headings included; level 0 is a whole document."""

    kop: str
    niveau: int
    id: str
    blokken: "list[_Vorm]"

    @property
    def delen(self) -> "list[_Deel]":
        """The parts right below this one."""
        return [blok for blok in self.blokken if isinstance(blok, _Deel)]


_Vorm = Alinea | Opsomming | Tabel | _Grafiek | _Deel


def render_html(documenten: Sequence[Document]) -> str:
    """Return documents as one page, ending in a line break; foreign text stays text."""
    verslagen = [_build_verslag(document, f"v{nummer}") for nummer, document in enumerate(documenten, 1)]
    titels = [deel for verslag in verslagen for deel in verslag.delen]
    titel = titels[0].kop if titels else _NAAMLOOS
    return _load_sjabloon().render(verslagen=verslagen, titels=titels, titel=titel)


@cache
def _load_sjabloon() -> "Template":
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    omgeving = Environment(
        loader=FileSystemLoader(_VORMGEVING),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_clean_waarde,
        auto_reload=False,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    omgeving.filters["soort"] = _read_soort
    return omgeving.get_template("verslag.html.j2")


def _clean_waarde(waarde: Any) -> Any:
    """Return what a template writes, without characters that hide or turn text; half ones become question marks."""
    # what a macro made is markup: the texts in it came through here
    if hasattr(waarde, "__html__") or (type(waarde) is str and waarde.isprintable()):
        return waarde
    return clean_tekens(str(waarde)).encode(errors="replace").decode()


def _read_soort(blok: object) -> str:
    return type(blok).__name__.strip("_").lower()


def _build_verslag(document: Document, naam: str) -> _Deel:
    """Return a document as a tree of headings: one title, and no level is skipped on the way down."""
    verslag = _Deel("", 0, naam, [])
    open_delen, nummers = [verslag], count(1)
    for blok in document.blokken:
        if isinstance(blok, Kop):
            del open_delen[_read_niveau(blok, open_delen) :]
            deel = _Deel(blok.tekst, len(open_delen), f"{naam}-{next(nummers)}", [])
            open_delen[-1].blokken.append(deel)
            open_delen.append(deel)
        else:
            open_delen[-1].blokken.append(_build_vorm(blok, naam, nummers))
    return verslag


def _read_niveau(kop: Kop, open_delen: Sequence[_Deel]) -> int:
    """Return the level that a heading may have: the first one is the title, and there is no other."""
    return 1 if len(open_delen) == 1 else min(max(kop.niveau, 2), _KLEINSTE_KOP)


def _build_vorm(blok: Alinea | Opsomming | Staven | Tabel, naam: str, nummers: Iterator[int]) -> _Vorm:
    if not isinstance(blok, Staven):
        return blok
    balken = [_build_balk(staaf, blok, f"{naam}-{next(nummers)}") for staaf in blok.staven]
    getallen = all(_GETAL.fullmatch(staaf.getal) for staaf in blok.staven if staaf.waarde is not None)
    strepen = list(_build_strepen(blok, getallen=getallen))
    return _Grafiek(balken, strepen, blok.schaal, blok.wiens, "score" if getallen else "aantal")


def _build_balk(staaf: Staaf, staven: Staven, naam: str) -> _Balk:
    if staaf.waarde is None:
        return _Balk(naam, staaf, "")
    punt = _read_plaats(staaf.waarde, staven)
    if staaf.ondergrens is None or staaf.bovengrens is None:
        return _Balk(naam, staaf, "", _render_deel(punt))
    onder, boven = _read_plaats(staaf.ondergrens, staven), _read_plaats(staaf.bovengrens, staven)
    marge = f"{render_getal(staaf.ondergrens)} tot {render_getal(staaf.bovengrens)}"
    return _Balk(naam, staaf, marge, _render_deel(onder), _render_deel(boven - onder), _render_deel(punt))


def _build_strepen(staven: Staven, *, getallen: bool) -> Iterator[_Streep]:
    """Yield the marks of an axis at round numbers, without these where the bars have another unit."""
    lengte = staven.hoogste - staven.laagste
    stappen = max((aantal for aantal in range(1, _MEESTE_STAPPEN + 1) if not lengte % aantal), default=1)
    for nummer in range(stappen + 1 if lengte else 1):
        waarde = staven.laagste + nummer * lengte / stappen
        getal = render_getal(waarde, 0 if waarde.is_integer() else 1) if getallen else ""
        yield _Streep(_render_deel(_read_plaats(waarde, staven)), getal)


def _read_plaats(waarde: float, staven: Staven) -> float:
    """Return which part of an axis lies below a value; an axis without length has only a begin."""
    lengte = staven.hoogste - staven.laagste
    return min(max((waarde - staven.laagste) / lengte, 0.0), 1.0) if lengte else 0.0


def _render_deel(deel: float) -> str:
    return f"{deel:.2%}"
