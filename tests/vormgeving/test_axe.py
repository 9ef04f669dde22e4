"""Every page in a real browser, narrow and wide, light and dark: accessible, whole, and content with itself."""

import os
import re
from collections.abc import Mapping
from itertools import product
from pathlib import Path

import pytest

from tests.rapport.test_htmlkleuren import TEKST, VORM, lees_contrast

from .browser import Blik, Browser
from .paginas import PAGINAS

SMAL, BREED = 320, 1280
ALLES = bool(os.environ.get("CONFLICTSTIJL_ALLES"))
DEEL = PAGINAS if ALLES else PAGINAS[::3]
"""The pages for what hardly differs from page to page."""
BLIKKEN = [Blik(*delen) for delen in product((SMAL, BREED), ("light", "dark"))]
GEKRUIST = [
    (naam, blik)
    for nummer, naam in enumerate(PAGINAS)
    for blik in (BLIKKEN if ALLES else (BLIKKEN[nummer % 2], BLIKKEN[3 - nummer % 2]))
]
"""Every page narrow and wide, the one light and the other dark, in turn; a big run has all four of each."""
A4 = (595, 842)
"""In points, rounded."""

BUITEN = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
TEKSTEN = """(() => {
  const achter = e => { for (; e; e = e.parentElement) {
    const k = getComputedStyle(e).backgroundColor
    if (k !== 'rgba(0, 0, 0, 0)') return k } return 'rgb(255, 255, 255)' }
  return [...document.querySelectorAll('body *')]
    .filter(e => [...e.childNodes].some(k => k.nodeType === 3 && k.textContent.trim()))
    .filter(e => !['title', 'desc'].includes(e.localName))
    .map(e => [e.localName, e instanceof SVGElement ? getComputedStyle(e).fill : getComputedStyle(e).color, achter(e)])
})()"""
"""Of everything that has text of its own: its name, its colour and the colour behind it."""
SOORTEN = ".vol, .speling, .punt, .begin, .rondje, .rond, .vier, .ver, .dichtbij"
VORMEN = f"""[...document.querySelectorAll('{SOORTEN}')].map(e => {{
  const s = getComputedStyle(e), grond = e.closest('.bundel') || e.closest('article')
  return [e.getAttribute('class'), s.fill, s.stroke, getComputedStyle(grond).backgroundColor] }})"""
"""Of every shape that means something: its name, its colours and the colour behind it."""
RUIM = """(() => { const s = document.createElement('style')
  s.textContent = '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }'
  document.head.append(s) })()"""
"""The spacing that a reader may ask for (WCAG 2.2, 1.4.12)."""


def lees_kleur(kleur: str) -> str:
    """Return a computed colour, which must be opaque, as a hexadecimal one."""
    delen = re.fullmatch(r"rgb\((\d+), (\d+), (\d+)\)", kleur)
    assert delen, kleur
    return "#" + "".join(f"{int(deel):02x}" for deel in delen.groups())


def lees_zwak(paren: Mapping[str, tuple[str, str]], minst: float) -> dict[str, float]:
    """Return which pairs of colours are nearer to each other than that."""
    contrasten = {naam: lees_contrast(*map(lees_kleur, paar)) for naam, paar in paren.items()}
    return {naam: contrast for naam, contrast in contrasten.items() if contrast < minst}


@pytest.mark.parametrize(
    ("naam", "blik"), GEKRUIST, ids=[f"{naam}-{blik.breedte}-{blik.kleuren}" for naam, blik in GEKRUIST]
)
def test_axe_finds_nothing_wrong(browser: Browser, paginas: dict[str, Path], naam: str, blik: Blik) -> None:
    browser.open(paginas[naam], blik)
    assert [(fout["id"], [deel["html"] for deel in fout["nodes"]]) for fout in browser.run_axe()] == []


def test_axe_sees_what_is_wrong(browser: Browser, tmp_path: Path) -> None:
    fout = tmp_path / "fout.html"
    fout.write_text("<!doctype html><img src='x.png'><p style='color: #ccc'>vaag</p>", encoding="utf-8")
    browser.open(fout, BLIKKEN[0])
    gevonden = {een["id"] for een in browser.run_axe()}
    assert {"image-alt", "color-contrast", "html-has-lang", "document-title"} <= gevonden


@pytest.mark.parametrize("breedte", [SMAL, 480, 740, BREED])
@pytest.mark.parametrize("naam", DEEL)
def test_nobody_has_to_scroll_sideways(browser: Browser, paginas: dict[str, Path], naam: str, breedte: int) -> None:
    browser.open(paginas[naam], Blik(breedte, "light"))
    assert browser.read(BUITEN) == 0
    browser.read(RUIM)
    assert browser.read(BUITEN) == 0


def test_a_page_that_is_too_wide_is_seen(browser: Browser, tmp_path: Path) -> None:
    breed = tmp_path / "breed.html"
    breed.write_text("<!doctype html><div style='width: 900px'>x</div>", encoding="utf-8")
    browser.open(breed, BLIKKEN[0])
    assert browser.read(BUITEN) > 0


@pytest.mark.parametrize("kleuren", ["light", "dark"])
@pytest.mark.parametrize("naam", DEEL)
def test_every_text_on_screen_can_be_read(browser: Browser, paginas: dict[str, Path], naam: str, kleuren: str) -> None:
    browser.open(paginas[naam], Blik(BREED, kleuren))
    teksten = {f"{soort} {kleur}": (kleur, achter) for soort, kleur, achter in browser.read(TEKSTEN)}
    assert len(teksten) > 2
    assert lees_zwak(teksten, TEKST) == {}


@pytest.mark.parametrize("kleuren", ["light", "dark"])
def test_every_shape_on_screen_stands_out(browser: Browser, paginas: dict[str, Path], kleuren: str) -> None:
    browser.open(paginas["conflictstijlen"], Blik(BREED, kleuren))
    vormen = {naam: (vulling, lijn, papier) for naam, vulling, lijn, papier in browser.read(VORMEN)}
    assert vormen.keys() == {"vol", "speling", "punt", "begin", "rondje", "rondje hoog", "rondje laag"}
    binnen = vormen["speling"][0]
    paren = {
        "vol": (vormen["vol"][0], vormen["vol"][2]),
        "speling, outside": (vormen["speling"][1], vormen["speling"][2]),
        "speling, inside": (vormen["speling"][1], binnen),
        "punt": (vormen["punt"][0], binnen),
        "punt, its ring": (vormen["punt"][0], vormen["punt"][1]),
        "begin": (vormen["begin"][1], vormen["begin"][2]),
        **{naam: (lijn, papier) for naam, (_, lijn, papier) in vormen.items() if naam.startswith("rondje")},
    }
    assert lees_zwak(paren, VORM) == {}


@pytest.mark.parametrize("kleuren", ["light", "dark"])
def test_two_values_and_the_line_between_them_stand_out(
    browser: Browser, paginas: dict[str, Path], kleuren: str
) -> None:
    browser.open(paginas["naast"], Blik(BREED, kleuren))
    vormen = {naam: (vulling, lijn, papier) for naam, vulling, lijn, papier in browser.read(VORMEN)}
    paren = {naam: (vormen[naam][1], vormen[naam][2]) for naam in ("rond", "ver", "dichtbij")}
    assert lees_zwak({**paren, "vier": (vormen["vier"][0], vormen["vier"][2])}, VORM) == {}


def test_contrast_that_is_too_low_is_seen() -> None:
    assert lees_zwak({"vaag": ("rgb(120, 120, 120)", "rgb(255, 255, 255)")}, TEKST).keys() == {"vaag"}


@pytest.mark.parametrize("naam", DEEL)
def test_a_page_asks_for_nothing_and_breaks_no_rule_of_its_own(
    browser: Browser, paginas: dict[str, Path], naam: str
) -> None:
    browser.read_meldingen()
    browser.open(paginas[naam], BLIKKEN[0])
    assert browser.read("performance.getEntriesByType('resource').map(e => e.name)") == []
    assert browser.read_meldingen() == []


def test_a_script_in_a_page_would_not_run(browser: Browser, paginas: dict[str, Path], tmp_path: Path) -> None:
    kwaad = tmp_path / "kwaad.html"
    bron = paginas["conflictstijlen"].read_text(encoding="utf-8")
    kwaad.write_text(bron.replace("<main>", "<script>window.kwaad = 1</script><main>"), encoding="utf-8")
    browser.open(kwaad, BLIKKEN[0])
    assert browser.read("typeof window.kwaad") == "undefined"
    assert "Content Security Policy" in browser.read_meldingen()[0]


def test_paper_is_white_for_who_likes_the_screen_dark(browser: Browser, paginas: dict[str, Path]) -> None:
    browser.open(paginas["conflictstijlen"], Blik(BREED, "dark", "print"))
    teksten = browser.read(TEKSTEN)
    assert {achter for _, _, achter in teksten} == {"rgb(255, 255, 255)"}
    assert lees_zwak({f"{soort} {kleur}": (kleur, achter) for soort, kleur, achter in teksten}, TEKST) == {}
    browser.open(paginas["conflictstijlen"], Blik(BREED, "dark"))
    assert {achter for _, _, achter in browser.read(TEKSTEN)} == {"rgb(24, 29, 31)", "rgb(15, 19, 20)"}


def test_the_link_that_has_the_focus_shows_it(browser: Browser, paginas: dict[str, Path]) -> None:
    browser.open(paginas["conflictstijlen"], BLIKKEN[0])
    assert browser.read("getComputedStyle(document.links[0]).outlineStyle") == "none"
    browser.read("document.links[0].focus({focusVisible: true})")
    assert browser.read("getComputedStyle(document.links[0]).outline") == "rgb(28, 95, 102) solid 3px"


@pytest.mark.parametrize("naam", DEEL)
def test_a_page_prints_on_a4(browser: Browser, paginas: dict[str, Path], naam: str) -> None:
    browser.open(paginas[naam], BLIKKEN[1])
    maten = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", browser.render_pdf())
    assert {(round(float(breed)), round(float(hoog))) for breed, hoog in maten} == {A4}
