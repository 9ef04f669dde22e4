"""Documents as one HTML page that needs nothing else: no script, no font, no picture, no network.

What it looks like stands in `conflictstijl/vormgeving`. Every text goes out through one door, `_clean_waarde`.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from conflictstijl.model.document import (
    Alinea,
    Beeld,
    Blok,
    Document,
    Kop,
    Opsomming,
    Puntenbeeld,
    Schrijfruimte,
    Staven,
    Stijlenvlak,
    Tabel,
)
from conflictstijl.rapport.htmlbeelden import Figuur, build_figuur, check_getal
from conflictstijl.tekst import clean_tekens

if TYPE_CHECKING:
    from jinja2 import Template

_VORMGEVING = Path(__file__).parents[2] / "vormgeving"
_NAAMLOOS = "Verslag"
"""What a page is called when nothing on it has a heading."""
_KLEINSTE_KOP = 6


class _Deel(NamedTuple):
    """A heading with all that stands below it, smaller headings included; level 0 is a whole document."""

    kop: str
    niveau: int
    id: str
    blokken: "list[_Vorm]"
    nieuw: bool = False
    """True when it begins on a page of its own in print."""

    @property
    def delen(self) -> "list[_Deel]":
        """The parts right below this one."""
        return [blok for blok in self.blokken if isinstance(blok, _Deel)]


_Vorm = Alinea | Opsomming | Tabel | Schrijfruimte | Figuur | _Deel


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
    omgeving.tests["getal"] = check_getal
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
    for blok in _read_blokken(document):
        if isinstance(blok, Kop):
            del open_delen[_read_niveau(blok, open_delen) :]
            deel = _Deel(blok.tekst, len(open_delen), f"{naam}-{next(nummers)}", [], blok.nieuw)
            open_delen[-1].blokken.append(deel)
            open_delen.append(deel)
        elif isinstance(blok, Staven | Beeld):
            open_delen[-1].blokken.append(build_figuur(blok, (f"{naam}-{nummer}" for nummer in nummers)))
        else:
            open_delen[-1].blokken.append(blok)
    return verslag


def _read_niveau(kop: Kop, open_delen: Sequence[_Deel]) -> int:
    """Return the level that a heading may have: the first one is the title, and there is no other."""
    return 1 if len(open_delen) == 1 else min(max(kop.niveau, 2), _KLEINSTE_KOP)


def _read_blokken(document: Document) -> Iterator[Blok]:
    """Yield all blocks, after each picture the words that do not stand in it."""
    for blok in document.blokken:
        yield blok
        if isinstance(blok, Stijlenvlak | Puntenbeeld):
            yield from blok.in_woorden
