"""A page read back: as XML, which forgives nothing, and as HTML, the way a browser begins."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import NamedTuple
from xml.etree import ElementTree as ET

LEEG = {"meta", "line", "rect", "circle"}
"""Elements without an end tag of their own."""
TEKSTDRAGERS = {"h1", "h2", "h3", "h4", "h5", "h6", "p", "li", "th", "td"}


class Element(NamedTuple):
    """A start tag."""

    naam: str
    attributen: dict[str, str | None]


class Lezer(HTMLParser):
    """Keeps the start tags and the texts of a page."""

    def __init__(self, bron: str) -> None:
        super().__init__()
        self.elementen: list[Element] = []
        self.teksten: list[str] = []
        self.anders: list[str] = []
        self._open: list[str] = []
        self.feed(bron)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len(dict(attrs)) == len(attrs)
        self.elementen.append(Element(tag, dict(attrs)))
        self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in LEEG
        self.elementen.append(Element(tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.teksten.append(" ".join(data.split()))

    def handle_comment(self, data: str) -> None:
        self.anders.append(data)

    def handle_pi(self, data: str) -> None:
        self.anders.append(data)


def parse_xml(bron: str) -> ET.Element:
    """Return a page as a tree; raises ParseError for one that is not well formed."""
    begin = "<!doctype html>\n"
    assert bron.startswith(begin)
    return ET.fromstring(bron.removeprefix(begin))  # noqa: S314 - our own page, without entities


def lees_vorm(bron: str) -> list[tuple[str, tuple[str, ...]]]:
    """Return every start tag with the names of its attributes: what foreign text may not change."""
    return [(element.naam, tuple(element.attributen)) for element in Lezer(bron).elementen]


def lees_teksten(bron: str) -> list[str]:
    """Return what a reader reads outside pictures and the list of contents, in order."""
    return [" ".join("".join(drager.itertext()).split()) for drager in _lees_dragers(parse_xml(bron))]


def _lees_dragers(element: ET.Element) -> Iterator[ET.Element]:
    for kind in element:
        klassen = set(kind.get("class", "").split())
        if kind.tag == "nav" or "balk" in klassen:
            continue
        if kind.tag in TEKSTDRAGERS or "schaal" in klassen:
            yield kind
        else:
            yield from _lees_dragers(kind)


def lees_stijl(bron: str) -> str:
    """Return the style sheet of a page without its comments."""
    stijl = parse_xml(bron).findtext("head/style")
    assert stijl
    return re.sub(r"/\*.*?\*/", "", stijl, flags=re.DOTALL)
