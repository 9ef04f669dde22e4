"""The page that someone may share: how to approach them best, in their own words, without a score or a style."""

from collections.abc import Iterator
from itertools import zip_longest

from conflictstijl.model.document import Alinea, Blok, Document, Kop, Opsomming, Schrijfruimte
from conflictstijl.model.kennis import Aanspreektekst
from conflictstijl.rapport.gegeven import Gegeven

AANSPREKEN = "Zo kun je mij het best aanspreken"
"""The title of the page, which its report names."""

_KOPPEN = (
    "Wat helpt als je iets met mij wilt bespreken",
    "Wat je beter kunt laten",
    "Vragen die je mij gerust mag stellen",
)
"""One heading per field of an `Aanspreektekst`."""
_ZINNEN = (
    ("Begin er het liefst over op een moment dat ...", "Het helpt mij als je ..."),
    ("Ik vind het lastig als je ...",),
    ("Je mag mij vragen of ik ...",),
)
"""What someone completes when the answers say too little, below each heading."""
_EIGEN = (
    "Dit blad is van mij. Ik kies zelf of ik het deel, en met wie. Ik mag er eerst alles in veranderen of schrappen."
)
_NU = "Dit past misschien bij mij als we het oneens zijn. Wat niet klopt, streep ik door."
_ZELF = "Mijn antwoorden gaven hiervoor geen duidelijk beeld. Daarom vul ik dit blad zelf in."
_GEBRUIK = "Gebruik dit blad alleen voor een gesprek met mij, nooit voor selectie of beoordeling."
_MEESTE = 4
"""Texts below a heading: with more of them the page is no longer one page."""
_KORT, _RUIM = 2, 3


def build_aanspreken(gegeven: Gegeven) -> Document | None:
    """Return the page, made from what stands out, else one to fill in; None where it is not about one's own styles.

    It has no name or code from the result: who shares it writes their own name on it.
    """
    if gegeven.over_ander or not gegeven.stijlen:
        return None
    teksten = list(_read_teksten(gegeven))
    blokken: list[Blok] = [Kop(AANSPREKEN, 1), Alinea("Mijn naam:"), Schrijfruimte(1), Alinea(_EIGEN)]
    blokken += _build_teksten(teksten) if teksten else _build_open()
    return Document((*blokken, Alinea(f"{_GEBRUIK} {gegeven.render_deelbron()}")))


def _read_teksten(gegeven: Gegeven) -> Iterator[Aanspreektekst]:
    """Yield the texts of what stands out; a style that does so both ways, in two parts, would contradict itself."""
    profiel, adviezen = gegeven.profiel, gegeven.kennis.adviezen.stijlen
    hoog, laag = map(gegeven.read_genoemd, (profiel.duidelijk_hoog, profiel.duidelijk_laag))
    teksten = [adviezen[stijl.id].aanspreken_veel for stijl in hoog if stijl not in laag]
    teksten += [adviezen[stijl.id].aanspreken_weinig for stijl in laag if stijl not in hoog]
    yield from filter(None, teksten)


def _build_teksten(teksten: list[Aanspreektekst]) -> Iterator[Blok]:
    yield Alinea(_NU)
    gezegd = (Aanspreektekst(een.helpt, een.liever_niet, tuple(map(_render_vraag, een.herinner))) for een in teksten)
    for kop, rijen in zip(_KOPPEN, zip(*gezegd, strict=True), strict=True):
        om_en_om = dict.fromkeys(tekst for ronde in zip_longest(*rijen) for tekst in ronde if tekst is not None)
        yield from (Kop(kop), Opsomming(tuple(om_en_om)[:_MEESTE]))
    yield from (Kop("Wat ik er zelf bij wil zeggen"), Schrijfruimte(_RUIM))


def _render_vraag(vraag: str) -> str:
    """Return a question as something that is said: on a page in the first person it would ask its reader."""
    return f"'{vraag}'"


def _build_open() -> Iterator[Blok]:
    yield Alinea(_ZELF)
    for kop, zinnen in zip(_KOPPEN, _ZINNEN, strict=True):
        yield Kop(kop)
        for zin in zinnen:
            yield from (Alinea(zin), Schrijfruimte(_KORT))
