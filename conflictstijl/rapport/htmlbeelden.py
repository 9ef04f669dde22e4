"""The pictures of the HTML page: where everything stands in them, and what they say in words."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from math import sqrt
from typing import NamedTuple

from conflictstijl.model.document import (
    Beeld,
    Merk,
    Punt,
    Puntenbeeld,
    Puntenrij,
    Staaf,
    Staven,
    Stijlenvlak,
    Vraagbeeld,
    Vraagrij,
)
from conflictstijl.tekst import render_getal

_MEESTE_STAPPEN = 6
"""How many steps an axis can have before the numbers below it touch on a telephone."""
_GETAL = re.compile(r"-?[0-9]+(,[0-9]+)?")
_KORTE_NAAM, _KORT_WOORD = 18, 14
"""How long (in characters) a name and the meaning of a number can be to stand beside a bar."""
_PAAR = 2
_KLEINSTE_STRAAL, _GROOTSTE_STRAAL = 0.4, 2.1
"""Of a mark, in the size of a letter; its surface follows the score."""
_RAND, _VAK = 0.2, 4.6
"""Room for the line around a mark, and the height of what it is drawn in: the names below stand in line."""
_HOOGTE = ("weinig", "midden", "veel")
"""The places on an axis of the grid, as words."""


class Streep(NamedTuple):
    """A place on an axis, with the number that stands there; empty where the axis has no numbers."""

    plaats: str
    getal: str


class Balk(NamedTuple):
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


class Groep(NamedTuple):
    """Bars that stand together, with the word for that; empty for bars of which nothing is said."""

    woord: str
    balken: list[Balk]


class Grafiek(NamedTuple):
    """A bar chart with its axis; the numbers have a heading of their own, for some are counts."""

    balken: list[Balk]
    groepen: list[Groep]
    strepen: list[Streep]
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


class Rondje(NamedTuple):
    """A mark of a style on the grid; its radius and where its middle is in the size of a letter."""

    id: str
    merk: Merk
    straal: str
    midden: str
    beschrijving: str


class Vlak(NamedTuple):
    """The grid of both axes."""

    rondjes: list[Rondje]
    assen: tuple[str, str]
    uitleg: str
    hoogte: float = _VAK


class Stip(NamedTuple):
    """One value on an axis, its measures as parts of the width; empty for what is not drawn."""

    id: str
    naam: str
    """The name of its series."""
    punt: Punt
    plaats: str
    vanaf: str
    speling: str

    @property
    def beschrijving(self) -> str:
        """The value in words."""
        marge = f"de marge loopt van {_render_marge(self.punt)}" if self.speling else ""
        return ", ".join(filter(None, (self.punt.getal, self.punt.woord, marge)))


class Lijn(NamedTuple):
    """The values of one scale."""

    rij: Puntenrij
    stippen: list[Stip]

    @property
    def beschrijving(self) -> str:
        """The values in words, with what their difference is worth."""
        waarden = [f"{stip.naam}: {stip.beschrijving or '-'}" for stip in self.stippen]
        return "; ".join(filter(None, (*waarden, self.rij.woord)))

    @property
    def verbonden(self) -> bool:
        """True when both values are there."""
        return all(stip.plaats for stip in self.stippen)


class Punten(NamedTuple):
    """Several series on one axis: two of them in one line for each scale, more each in a line of its own."""

    lijnen: list[Lijn]
    reeksen: tuple[str, ...]
    strepen: list[Streep]
    schaal: str

    @property
    def paar(self) -> bool:
        """True when there are two series."""
        return len(self.reeksen) == _PAAR

    @property
    def met_marge(self) -> bool:
        """True when a value has a margin."""
        return any(stip.speling for lijn in self.lijnen for stip in lijn.stippen)

    @property
    def woorden(self) -> list[tuple[str, bool]]:
        """What differences are worth, with how the line between two values is drawn then."""
        rijen = [lijn.rij for lijn in self.lijnen if len({stip.plaats for stip in lijn.stippen}) > 1]
        return sorted({(rij.woord, rij.duidelijk) for rij in rijen if rij.woord})


class Kloofbalk(NamedTuple):
    """A style with the bar of its points, which begins at nought and goes either way."""

    id: str
    rij: Vraagrij
    vanaf: str
    lengte: str

    @property
    def beschrijving(self) -> str:
        """The style in words."""
        past = "past het best" if self.rij.gevraagd else ""
        zegt = f"je zegt: {self.rij.gebruik}" if self.rij.gebruik else ""
        return ", ".join(filter(None, (self.punten, past, zegt, self.rij.woord)))

    @property
    def punten(self) -> str:
        """The points with their unit."""
        return f"{self.rij.punten} {'punt' if abs(self.rij.punten) == 1 else 'punten'}"


class Kloof(NamedTuple):
    """What a situation asks beside what somebody says to do; `nul` is where the bars begin."""

    balken: list[Kloofbalk]
    nul: str
    uitleg: str


Figuur = Grafiek | Vlak | Punten | Kloof


def build_figuur(blok: Staven | Beeld, namen: Iterator[str]) -> Figuur:
    """Return a picture with all its measures; `namen` gives an id to everything that is drawn by itself."""
    match blok:
        case Staven():
            return _build_grafiek(blok, namen)
        case Stijlenvlak():
            return Vlak([_build_rondje(blok, merk, next(namen)) for merk in blok.merken], blok.assen, blok.uitleg)
        case Puntenbeeld():
            lijnen = [_build_lijn(blok, rij, namen) for rij in blok.rijen]
            getallen = [punt.getal for rij in blok.rijen for punt in rij.punten if punt.waarde is not None]
            return Punten(lijnen, blok.reeksen, list(_build_strepen(blok, getallen)), blok.schaal)
        case _:
            return _build_kloof(blok, namen)


def _build_grafiek(staven: Staven, namen: Iterator[str]) -> Grafiek:
    balken = [_build_balk(staaf, staven, next(namen)) for staaf in staven.staven]
    getallen = [staaf.getal for staaf in staven.staven if staaf.waarde is not None]
    strepen = list(_build_strepen(staven, getallen))
    getalkop = "score" if _check_getallen(getallen) else "aantal"
    return Grafiek(balken, list(_build_groepen(balken, staven)), strepen, staven.schaal, staven.wiens, getalkop)


def _build_groepen(balken: Sequence[Balk], staven: Staven) -> Iterator[Groep]:
    """Yield the bars that stand together, then those of which nothing is said."""
    over = iter(balken)
    for bundel in staven.bundels:
        yield Groep(bundel.woord, list(islice(over, bundel.aantal)))
    rest = list(over)
    if rest:
        yield Groep("", rest)


def _build_balk(staaf: Staaf, staven: Staven, naam: str) -> Balk:
    if staaf.waarde is None:
        return Balk(naam, staaf, "")
    punt = _read_plaats(staaf.waarde, staven)
    if staaf.ondergrens is None or staaf.bovengrens is None:
        return Balk(naam, staaf, "", _render_deel(punt))
    onder, boven = _read_plaats(staaf.ondergrens, staven), _read_plaats(staaf.bovengrens, staven)
    return Balk(naam, staaf, _render_marge(staaf), _render_deel(onder), _render_deel(boven - onder), _render_deel(punt))


def _render_marge(een: Staaf | Punt) -> str:
    return f"{render_getal(een.ondergrens or 0)} tot {render_getal(een.bovengrens or 0)}"


def _build_rondje(vlak: Stijlenvlak, merk: Merk, naam: str) -> Rondje:
    straal = max(_GROOTSTE_STRAAL * sqrt(merk.grootte), _KLEINSTE_STRAAL)
    plek = [f"{as_}: {_HOOGTE[hoogte]}" for as_, hoogte in zip(vlak.assen, merk.plek, strict=True)]
    beschrijving = ", ".join(filter(None, (merk.getal, merk.betekenis, merk.woord, *plek)))
    return Rondje(naam, merk, f"{straal:.2f}", f"{_VAK - _RAND - straal:.2f}", beschrijving)


def _build_lijn(beeld: Puntenbeeld, rij: Puntenrij, namen: Iterator[str]) -> Lijn:
    reeksen = zip(beeld.reeksen, rij.punten, strict=True)
    return Lijn(rij, [_build_stip(beeld, punt, reeks, next(namen)) for reeks, punt in reeksen])


def _build_stip(beeld: Puntenbeeld, punt: Punt, reeks: str, naam: str) -> Stip:
    if punt.waarde is None:
        return Stip(naam, reeks, punt, "", "", "")
    plaats = _render_deel(_read_plaats(punt.waarde, beeld))
    if punt.ondergrens is None or punt.bovengrens is None:
        return Stip(naam, reeks, punt, plaats, "", "")
    onder, boven = _read_plaats(punt.ondergrens, beeld), _read_plaats(punt.bovengrens, beeld)
    return Stip(naam, reeks, punt, plaats, _render_deel(onder), _render_deel(boven - onder))


def _build_kloof(beeld: Vraagbeeld, namen: Iterator[str]) -> Kloof:
    """Return the bars on an axis that holds nought; without any points it has no length."""
    punten = [0, *(rij.punten for rij in beeld.rijen)]
    laagste, lengte = min(punten), max(punten) - min(punten) or 1
    balken = [
        Kloofbalk(
            next(namen),
            rij,
            _render_deel((min(rij.punten, 0) - laagste) / lengte),
            _render_deel(abs(rij.punten) / lengte),
        )
        for rij in beeld.rijen
    ]
    return Kloof(balken, _render_deel(-laagste / lengte), beeld.uitleg)


def check_getal(tekst: str) -> bool:
    """Tell whether a cell or a bar shows nothing but a number."""
    return _GETAL.fullmatch(tekst) is not None


def _check_getallen(getallen: Sequence[str]) -> bool:
    return all(map(check_getal, getallen))


def _build_strepen(staven: Staven | Puntenbeeld, getallen: Sequence[str]) -> Iterator[Streep]:
    """Yield the marks of an axis at round numbers, without these where the values have another unit."""
    lengte = staven.hoogste - staven.laagste
    stappen = max((aantal for aantal in range(1, _MEESTE_STAPPEN + 1) if not lengte % aantal), default=1)
    for nummer in range(stappen + 1 if lengte else 1):
        waarde = staven.laagste + nummer * lengte / stappen
        getal = render_getal(waarde, 0 if waarde.is_integer() else 1) if _check_getallen(getallen) else ""
        yield Streep(_render_deel(_read_plaats(waarde, staven)), getal)


def _read_plaats(waarde: float, staven: Staven | Puntenbeeld) -> float:
    """Return which part of an axis lies below a value; an axis without length has only a begin."""
    lengte = staven.hoogste - staven.laagste
    return min(max((waarde - staven.laagste) / lengte, 0.0), 1.0) if lengte else 0.0


def _render_deel(deel: float) -> str:
    return f"{deel:.2%}"
