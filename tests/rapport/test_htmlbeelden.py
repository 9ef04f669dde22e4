"""The pictures of the HTML page beside the bars: what is drawn, where, and what they say to who does not see it."""

from xml.etree import ElementTree as ET

import pytest

from conflictstijl.model.document import (
    Blok,
    Bundel,
    Document,
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
from conflictstijl.rapport.uitvoer.html import render_html

from .htmlbron import lees_teksten, parse_xml
from .test_html import SCHAAL, TABEL

HOOG = Merk("Samen oplossen", (2, 2), "4,2", "vaak", 0.81, 1, "duidelijk vaker")
REST = Merk("Vermijden", (0, 0), "2,0", "zelden", 0.25)
LAAG = Merk("Doorzetten", (2, 0), "1,0", "nooit", 0.0, -1, "duidelijk minder vaak")
VLAK = Stijlenvlak((HOOG, REST, LAAG), ("eigen belang", "belang van de ander"), "Uitleg.")
VER = Puntenrij("Toegeven", (Punt(2.0, "2,0", "", 1.0, 3.0), Punt(4.0, "4,0")), "groter dan toeval", duidelijk=True)
DICHTBIJ = Puntenrij("Vermijden", (Punt(2.0, "2,0"), Punt(2.5, "2,5")), "te klein verschil")
HALF = Puntenrij("Compromis", (Punt(None, ""), Punt(3.0, "3,0")))
DRIE = Puntenrij("Compromis", (Punt(2.0, "2,0"), Punt(3.0, "3,0", "duidelijk vaker"), Punt(None, "")))


def lees(blok: Blok) -> ET.Element:
    return parse_xml(render_html([Document((blok,))]))


def lees_svgs(blok: Blok) -> list[ET.Element]:
    """Return every drawing that has something to tell."""
    return [svg for svg in lees(blok).iter("svg") if svg.get("role") == "img"]


def lees_namen(blok: Blok) -> list[tuple[str | None, str | None]]:
    return [(svg.findtext("title"), svg.findtext("desc")) for svg in lees_svgs(blok)]


def lees_klassen(svg: ET.Element) -> list[str | None]:
    """Return what is drawn in a picture, without the lines behind it."""
    return [deel.get("class") for deel in svg if deel.get("class") not in {None, "rooster", "begin"}]


def bouw_punten(*rijen: Puntenrij) -> Puntenbeeld:
    reeksen = ("toen", "nu", "straks")[: len(rijen[0].punten)]
    return Puntenbeeld(reeksen, rijen, 1, 5, SCHAAL, (TABEL,))


def test_bars_that_belong_together_have_a_word_and_the_others_follow_without_one() -> None:
    staven = tuple(Staaf(naam, waarde, "3,0", "soms") for naam, waarde in (("a", 3.0), ("b", 3.0), ("c", None)))
    grafiek = Staven(staven, 1, 5, SCHAAL, bundels=(Bundel(2, "te klein verschil"),))
    groepen = lees(grafiek).findall(".//tbody")
    assert [(groep.get("class"), len(groep)) for groep in groepen] == [("bundel", 3), (None, 1)]
    woord = groepen[0].find("tr/th")
    assert woord is not None
    assert (woord.text, woord.get("scope"), woord.get("colspan")) == ("te klein verschil", "rowgroup", "4")


def test_bars_of_which_nothing_is_said_stand_in_one_group_without_a_word() -> None:
    groepen = lees(Staven((Staaf("a", 3, "3,0", ""),), 1, 5, SCHAAL)).findall(".//tbody")
    assert [groep.get("class") for groep in groepen] == [None]


def test_a_mark_stands_at_the_place_of_its_style() -> None:
    plekken = [div.get("class") for div in lees(VLAK).iter("div") if "merk" in div.get("class", "").split()]
    assert plekken == ["merk x2 y2", "merk x0 y0", "merk x2 y0"]


def test_the_surface_of_a_mark_follows_its_size_and_none_disappears() -> None:
    stralen = [cirkel.get("r") for svg in lees_svgs(VLAK) for cirkel in svg.iter("circle")]
    assert stralen == ["1.89em", "1.05em", "0.40em"]


def test_what_stands_out_differs_by_its_line_and_by_a_word() -> None:
    assert [lees_klassen(svg) for svg in lees_svgs(VLAK)] == [["rondje hoog"], ["rondje"], ["rondje laag"]]
    tekst = lees_teksten(render_html([Document((VLAK,))]))
    assert tekst[1:4] == [
        *["Samen oplossen 4,2 duidelijk vaker", "Vermijden 2,0", "Doorzetten 1,0 duidelijk minder vaak"]
    ]


def test_a_mark_tells_its_score_and_its_place_in_words() -> None:
    assert lees_namen(VLAK)[0] == (
        "Rondje van Samen oplossen",
        "4,2, vaak, duidelijk vaker, eigen belang: veel, belang van de ander: veel",
    )


@pytest.mark.parametrize(
    ("rij", "getekend"),
    [
        (VER, ["speling", "ver", "rond", "vier"]),
        (DICHTBIJ, ["dichtbij", "rond", "vier"]),
        (HALF, ["vier"]),
        (HALF._replace(punten=HALF.punten[::-1]), ["rond"]),
    ],
)
def test_two_values_have_shapes_of_their_own_and_a_line_that_tells_what_they_differ(
    rij: Puntenrij, getekend: list[str]
) -> None:
    assert lees_klassen(lees_svgs(bouw_punten(rij))[0]) == getekend


def test_two_values_and_the_line_between_them_are_in_their_place() -> None:
    svg = lees_svgs(bouw_punten(VER))[0]
    speling, lijn, rond, vier = (deel for deel in svg if deel.get("class") in {"speling", "ver", "rond", "vier"})
    assert (speling.get("x"), speling.get("width")) == ("0.00%", "50.00%")
    assert (lijn.get("x1"), lijn.get("x2")) == (rond.get("cx"), vier.get("x")) == ("25.00%", "75.00%")


def test_two_values_tell_in_words_what_their_difference_is_worth() -> None:
    assert lees_namen(bouw_punten(VER, HALF)) == [
        ("Scores van Toegeven", "toen: 2,0, de marge loopt van 1,0 tot 3,0; nu: 4,0; groter dan toeval"),
        ("Scores van Compromis", "toen: -; nu: 3,0"),
    ]


def test_the_signs_are_explained_and_only_those_that_are_drawn() -> None:
    def lees_sleutels(*rijen: Puntenrij) -> list[str]:
        sleutels = lees(bouw_punten(*rijen)).findall(".//figcaption/span")
        return ["".join(sleutel.itertext()).strip() for sleutel in sleutels]

    gelijk = Puntenrij("Compromis", (Punt(2.0, "2,0"), Punt(2.0, "2,0")), "gelijk")
    assert lees_sleutels(gelijk) == ["toen", "nu", SCHAAL]
    assert lees_sleutels(VER, DICHTBIJ, gelijk) == [
        *["toen", "nu", "groter dan toeval", "te klein verschil", "de marge", SCHAAL]
    ]


def test_more_series_have_a_bar_each_with_its_number_and_word() -> None:
    beeld = bouw_punten(DRIE)
    assert [lees_klassen(svg) for svg in lees_svgs(beeld)] == [["vol"], ["vol"], []]
    assert lees_namen(beeld)[1:] == [("Compromis, nu", "3,0, duidelijk vaker"), ("Compromis, straks", "-")]
    assert lees_teksten(render_html([Document((beeld,))]))[:9] == [
        *["Compromis", "toen", "2,0", "nu", "3,0", "duidelijk vaker", "straks", "-", SCHAAL]
    ]


def lees_balken(*punten: int) -> list[tuple[str | None, str | None, str | None]]:
    """Return where bars of these points begin, how long they are, and where nought is."""
    rijen = tuple(Vraagrij("a", punt, False, "") for punt in punten)
    svgs = lees_svgs(Vraagbeeld(rijen, "Uitleg."))
    delen = [(svg.find("rect"), svg.find("line")) for svg in svgs]
    return [(r.get("x"), r.get("width"), n.get("x1")) for r, n in delen if r is not None and n is not None]


def test_points_go_either_way_from_nought() -> None:
    assert lees_balken(3, 0, -1) == [
        ("25.00%", "75.00%", "25.00%"),
        ("25.00%", "0.00%", "25.00%"),
        ("0.00%", "25.00%", "25.00%"),
    ]


def test_points_that_are_all_on_one_side_still_begin_at_nought() -> None:
    assert lees_balken(2, 1) == [("0.00%", "100.00%", "0.00%"), ("0.00%", "50.00%", "0.00%")]
    assert lees_balken(-2) == [("0.00%", "100.00%", "100.00%")]
    assert lees_balken(0) == [("0.00%", "0.00%", "0.00%")]


def test_what_fits_best_is_told_by_its_bar_and_by_a_word() -> None:
    rijen = (Vraagrij("a", 1, True, "soms", 1, "vaker dan de rest"), Vraagrij("b", -2, False, ""))
    beeld = Vraagbeeld(rijen, "Uitleg.", (TABEL,))
    assert [lees_klassen(svg) for svg in lees_svgs(beeld)] == [["vol"], ["open"]]
    assert lees_namen(beeld) == [
        ("Balk van a", "1 punt, past het best, je zegt: soms, vaker dan de rest"),
        ("Balk van b", "-2 punten"),
    ]


def test_a_word_without_a_frequency_is_shown_too() -> None:
    beeld = Vraagbeeld((Vraagrij("a", 1, False, "", 1, "vaker dan de rest"),), "Uitleg.")
    assert lees_teksten(render_html([Document((beeld,))])) == ["a", "1 punt", "vaker dan de rest", "Uitleg."]
