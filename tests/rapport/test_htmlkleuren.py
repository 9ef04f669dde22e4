"""Colours of the HTML page, computed (WCAG 2.2, 1.4.3 and 1.4.11): text at 4.5 to 1, shapes that matter at 3 to 1."""

import re
from collections.abc import Iterator
from itertools import pairwise

import pytest

from conflictstijl.rapport.uitvoer.html import render_html

from .htmlbron import lees_stijl

TEKST, VORM = 4.5, 3.0
ACHTERGRONDEN = ("tafel", "papier")
BLOK = re.compile(r"([^{};]+)\{([^{}]*)\}")
VARIABELE = re.compile(r"--([a-z]+): (#[0-9a-f]{3,6})")
KLEUR = re.compile(r"(?<![\w-])(background|color|fill|stroke|border(?:-\w+)?|outline): ([^;]*)")
VERSIERING = {"haarlijn"}
"""What may be faint: no fact depends on the lines between parts and behind the bars."""
STIJL = lees_stijl(render_html([]))


def lees_palet(begin: str) -> dict[str, str]:
    """Return the colours by name of the block of rules that begins so, on top of those for light."""
    licht = dict(VARIABELE.findall(STIJL.split("@media")[0]))
    return licht | dict(VARIABELE.findall(STIJL.partition(begin)[2].partition("\n}")[0]))


PALETTEN = {
    "light": lees_palet(":root {"),
    "dark": lees_palet("@media screen and (prefers-color-scheme: dark)"),
    "print": lees_palet("@media print {"),
}


def lees_helderheid(kleur: str) -> float:
    """Return the relative luminance of a colour, as WCAG defines it."""
    cijfers = "".join(teken * 2 for teken in kleur[1:]) if len(kleur) == len("#fff") else kleur[1:]
    delen = [int(cijfers[plaats : plaats + 2], 16) / 255 for plaats in (0, 2, 4)]
    rood, groen, blauw = (deel / 12.92 if deel <= 0.04045 else ((deel + 0.055) / 1.055) ** 2.4 for deel in delen)
    return 0.2126 * rood + 0.7152 * groen + 0.0722 * blauw


def lees_contrast(een: str, ander: str) -> float:
    donker, licht = sorted((lees_helderheid(een), lees_helderheid(ander)))
    return (licht + 0.05) / (donker + 0.05)


def lees_gebruik() -> Iterator[tuple[str, str, str]]:
    """Yield every use of a colour: selector, property and the name of the colour."""
    for kiezer, inhoud in BLOK.findall(STIJL):
        for eigenschap, waarde in KLEUR.findall(inhoud):
            for naam in re.findall(r"var\(--([a-z]+)\)", waarde):
                yield " ".join(kiezer.split()), eigenschap, naam


GEBRUIK = list(lees_gebruik())


def test_the_formula_gives_the_known_values() -> None:
    assert lees_contrast("#000000", "#fff") == pytest.approx(21)
    assert lees_contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert lees_contrast("#fff", "#fff") == 1


def test_light_dark_and_print_are_three_palettes() -> None:
    assert [palet["papier"] for palet in PALETTEN.values()] == ["#fffefb", "#181d1f", "#fff"]
    assert all(een != ander for een, ander in pairwise(PALETTEN.values()))
    assert {frozenset(palet) for palet in PALETTEN.values()} == {
        frozenset({"tafel", "papier", "inkt", "zacht", "haarlijn", "accent", "speling"})
    }


def test_colours_stand_in_the_palettes_and_nowhere_else() -> None:
    los = re.sub(r"--[a-z]+: [^;]+;", "", STIJL)
    assert set(re.findall(r"#[0-9a-f]{3,6}\b(?![^{]*\{)", los)) <= {"#fff", "#566065"}
    # on paper the page is white whatever the screen was, and its number has the colour of small print
    assert los.count("#fff") == 1
    assert los.count("#566065") == 1
    assert PALETTEN["light"]["zacht"] == "#566065"


@pytest.mark.parametrize("palet", PALETTEN)
def test_every_text_stands_out_from_what_is_behind_it(palet: str) -> None:
    kleuren = PALETTEN[palet]
    namen = {naam for kiezer, soort, naam in GEBRUIK if soort == "color" or (soort == "fill" and "text" in kiezer)}
    assert namen == {"inkt", "zacht", "accent"}
    for naam in namen:
        for achter in ACHTERGRONDEN:
            assert lees_contrast(kleuren[naam], kleuren[achter]) >= TEKST, (naam, achter)


@pytest.mark.parametrize("palet", PALETTEN)
@pytest.mark.parametrize(
    ("vorm", "naast"),
    [
        ("accent", "papier"),  # the certain part and the outline of the margin on the page
        ("accent", "speling"),  # the outline on what it encloses
        ("inkt", "speling"),  # the value inside the margin
        ("inkt", "papier"),  # the value, in the ring that parts it from the certain part
        ("zacht", "papier"),  # where the axis begins, a difference that is too small, the lines of the grid
        ("accent", "tafel"),  # bars on the ground that holds them together
        ("zacht", "tafel"),  # the line beside them
    ],
)
def test_every_shape_that_means_something_stands_out(palet: str, vorm: str, naast: str) -> None:
    assert lees_contrast(PALETTEN[palet][vorm], PALETTEN[palet][naast]) >= VORM


def test_shapes_are_drawn_in_the_colours_that_are_computed() -> None:
    vormen = {(kiezer, soort): naam for kiezer, soort, naam in GEBRUIK if soort in {"fill", "stroke"}}
    assert vormen == {
        ("svg text", "fill"): "zacht",
        (".rooster", "stroke"): "haarlijn",
        (".begin", "stroke"): "zacht",
        (".vol", "fill"): "accent",
        (".speling", "fill"): "speling",
        (".speling", "stroke"): "accent",
        (".punt", "fill"): "inkt",
        (".punt", "stroke"): "papier",
        (".rondje", "fill"): "speling",
        (".rondje", "stroke"): "accent",
        (".rondje.hoog", "stroke"): "inkt",
        (".rondje.laag", "stroke"): "inkt",
        (".rond", "fill"): "papier",
        (".rond", "stroke"): "accent",
        (".vier", "fill"): "inkt",
        (".vier", "stroke"): "papier",
        (".ver", "stroke"): "inkt",
        (".dichtbij", "stroke"): "zacht",
        (".open", "fill"): "papier",
        (".open", "stroke"): "accent",
    }


def test_the_lines_of_the_grid_of_a_group_of_bars_and_to_write_on_can_be_seen() -> None:
    lijnen = {kiezer: naam for kiezer, soort, naam in GEBRUIK if soort.startswith("border") and naam != "haarlijn"}
    assert {kiezer: lijnen.get(kiezer) for kiezer in (".vakken", ".bundel", ".schrijf div")} == {
        ".vakken": "zacht",
        ".bundel": "zacht",
        ".schrijf div": "zacht",
    }


def test_only_lines_that_mean_nothing_are_faint() -> None:
    licht = PALETTEN["light"]
    zwak = {
        naam
        for _, soort, naam in GEBRUIK
        if soort != "background" and lees_contrast(licht[naam], licht["papier"]) < VORM
    }
    assert zwak - VERSIERING == {"speling", "papier"}
