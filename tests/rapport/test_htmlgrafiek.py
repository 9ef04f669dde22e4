"""The bars of the HTML page: in their place, in words, and with an axis that can be read."""

import pytest

from conflictstijl.model.document import Document, Staaf, Staven
from conflictstijl.rapport.uitvoer.html import render_html

from .htmlbron import lees_teksten, parse_xml
from .test_html import METER, SCHAAL


def lees_svg(document: Document) -> list[list[tuple[str, dict[str, str]]]]:
    """Return what is drawn in each bar, with its measures."""
    svgs = [svg for svg in parse_xml(render_html([document])).iter("svg") if svg.get("role") == "img"]
    return [[(deel.tag, deel.attrib) for deel in svg if deel.tag in {"rect", "circle"}] for svg in svgs]


def lees_as(staven: Staven) -> list[tuple[str | None, str | None]]:
    """Return the numbers below an axis with their places."""
    return [(deel.text, deel.get("x")) for deel in parse_xml(render_html([Document((staven,))])).iter("text")]


def test_a_bar_has_its_certain_part_its_margin_and_its_value_in_place() -> None:
    met_marge, zonder, leeg = lees_svg(Document((METER,)))
    assert [(naam, deel["class"]) for naam, deel in met_marge] == [
        *[("rect", "vol"), ("rect", "speling"), ("circle", "punt")]
    ]
    assert [met_marge[0][1]["width"], met_marge[1][1]["x"], met_marge[1][1]["width"]] == ["50.00%"] * 3
    assert met_marge[2][1]["cx"] == "75.00%"
    assert [(naam, deel["width"]) for naam, deel in zonder] == [("rect", "0.00%")]
    assert leeg == []


def test_a_bar_stays_on_its_axis() -> None:
    ver = Staven((Staaf("a", 9, "9", "", -3, 12), Staaf("b", -9, "-9", "", -12, -9)), 1, 5, "x")
    eerste, tweede = lees_svg(Document((ver,)))
    assert (eerste[0][1]["width"], eerste[1][1]["width"], eerste[2][1]["cx"]) == ("0.00%", "100.00%", "100.00%")
    assert (tweede[0][1]["width"], tweede[1][1]["width"], tweede[2][1]["cx"]) == ("0.00%", "0.00%", "0.00%")


def test_an_axis_without_length_has_only_a_begin() -> None:
    punt = Staven((Staaf("a", 2, "2", "", 1, 3),), 2, 2, "x")
    assert lees_svg(Document((punt,)))[0][2][1]["cx"] == "0.00%"
    assert lees_as(punt) == [("2", "0.00%")]


@pytest.mark.parametrize(
    ("einden", "getallen"),
    [
        ((1, 5), "1 2 3 4 5"),
        ((0, 100), "0 20 40 60 80 100"),
        ((0, 14), "0 7 14"),
        ((0, 7), "0 7"),
        ((0, 12), "0 2 4 6 8 10 12"),
        ((0.5, 2.0), "0,5 2"),
        ((-2, 2), "-2 -1 0 1 2"),
    ],
)
def test_an_axis_has_round_numbers_with_room_between_them(einden: tuple[float, float], getallen: str) -> None:
    assert " ".join(str(tekst) for tekst, _ in lees_as(Staven((Staaf("a", 1, "1,0", ""),), *einden, "x"))) == getallen


def test_the_numbers_of_an_axis_stand_where_the_bars_have_them() -> None:
    assert lees_as(METER) == [("1", "0.00%"), ("2", "25.00%"), ("3", "50.00%"), ("4", "75.00%"), ("5", "100.00%")]


def test_an_axis_in_another_unit_than_the_numbers_has_none() -> None:
    assert lees_as(Staven((Staaf("a", 0.5, "7 van 14", ""),), 0, 1, "x")) == []


def test_every_bar_is_a_picture_with_a_name_and_its_facts_in_words() -> None:
    svgs = [svg for svg in parse_xml(render_html([Document((METER,))])).iter("svg") if svg.get("role") == "img"]
    assert [(svg.findtext("title"), svg.findtext("desc")) for svg in svgs] == [
        ("Balk van Samen oplossen", "4,0, vaak, de marge loopt van 3,0 tot 5,0"),
        ("Balk van Toegeven", "1,0, nooit"),
        ("Balk van Vermijden", "-, te weinig ingevuld (1 van de 6)"),
    ]
    for svg in svgs:
        titel, uitleg = svg.find("title"), svg.find("desc")
        assert titel is not None
        assert uitleg is not None
        assert (svg.get("aria-labelledby"), svg.get("aria-describedby")) == (titel.get("id"), uitleg.get("id"))


def test_a_column_with_nothing_in_it_is_left_out() -> None:
    assert lees_teksten(render_html([Document((Staven((Staaf("a", 1, "1 van 3", ""),), 0, 3, "x", "de"),))])) == [
        *["naam", "aantal", "a", "1 van 3", "x"]
    ]


def test_a_chart_without_bars_leaves_nothing() -> None:
    assert parse_xml(render_html([Document((Staven((), 0, 1, "x"),))])).find(".//figure") is None


def test_signs_of_a_chart_are_explained_in_the_words_of_the_report() -> None:
    def lees_uitleg(wiens: str) -> str:
        onderschrift = parse_xml(render_html([Document((METER._replace(wiens=wiens),))])).find(".//figcaption")
        assert onderschrift is not None
        return " ".join("".join(onderschrift.itertext()).split())

    assert lees_uitleg("je") == f"{SCHAAL} je score de marge"
    assert lees_uitleg("de") == f"{SCHAAL} de score de marge"


@pytest.mark.parametrize(
    ("naam", "woord", "klasse"),
    [
        ("n" * 18, "w" * 14, "staven kort"),
        ("n" * 19, "w" * 14, "staven"),
        ("n" * 18, "w" * 15, "staven"),
    ],
)
def test_bars_stand_beside_short_texts_and_below_long_ones(naam: str, woord: str, klasse: str) -> None:
    grafiek = Staven((Staaf("a", 1, "1,0", ""), Staaf(naam, 1, "1,0", woord)), 0, 3, "x")
    tabel = parse_xml(render_html([Document((grafiek,))])).find(".//table")
    assert tabel is not None
    assert tabel.get("class") == klasse
