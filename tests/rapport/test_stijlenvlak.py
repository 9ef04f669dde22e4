"""The grid of both axes in a personal report: where it may stand, and that it shows no more than the numbers carry."""

import pytest

from conflictstijl.laden.catalogus import load_vragenlijst
from conflictstijl.model.antwoorden import Antwoord
from conflictstijl.model.document import Document, Staven, Stijlenvlak
from conflictstijl.model.vragen import Stelling, Vraag
from conflictstijl.model.vragenlijst import Vragenlijst
from conflictstijl.rapport.uitvoer.markdown import render_markdown

from .bouw import EIGEN, VIJF, bouw_eenvoudig, bouw_profiel, bouw_verslag, vul_in
from .test_gouden import load_blad

LIJST = bouw_eenvoudig(VIJF, 4)


def bouw(lijst: Vragenlijst, antwoorden: list[Antwoord]) -> Document:
    return bouw_verslag(lijst, bouw_profiel(lijst, antwoorden))


def lees_vlakken(document: Document) -> list[Stijlenvlak]:
    return [blok for blok in document.blokken if isinstance(blok, Stijlenvlak)]


def lees_vlak(naam: str) -> Stijlenvlak:
    lijst, profiel, _ = load_blad(naam)
    (vlak,) = lees_vlakken(bouw_verslag(lijst, profiel))
    return vlak


def test_the_styles_stand_at_their_place_with_own_interest_first() -> None:
    vlak = lees_vlak("conflictstijlen")
    assert {merk.naam: merk.plek for merk in vlak.merken} == {
        "Doorzetten": (2, 0),
        "Samen oplossen": (2, 2),
        "Compromis": (1, 1),
        "Vermijden": (0, 0),
        "Toegeven": (0, 2),
    }
    assert vlak.assen == ("eigen belang", "belang van de ander")


def test_marks_that_differ_too_little_are_equally_large_and_the_numbers_stay() -> None:
    vlak = lees_vlak("conflictstijlen-paren")
    assert len({merk.grootte for merk in vlak.merken}) == 1
    assert len({merk.getal for merk in vlak.merken}) > 1
    assert "De rondjes zijn even groot" in vlak.uitleg


def test_what_is_clearly_more_is_larger_and_named_and_the_rest_stays_equal() -> None:
    vlak = lees_vlak("conflictstijlen-samen")
    (hoog,) = (merk for merk in vlak.merken if merk.kant)
    rest = [merk for merk in vlak.merken if not merk.kant]
    assert (hoog.naam, hoog.kant, hoog.woord) == ("Samen oplossen", 1, "duidelijk vaker")
    assert {merk.woord for merk in rest} == {""}
    assert len({merk.grootte for merk in rest}) == 1
    assert len({merk.getal for merk in rest}) > 1
    assert hoog.grootte > rest[0].grootte
    assert "Zijn rondjes even groot?" in vlak.uitleg


def test_of_two_that_are_left_nothing_is_said_and_each_has_its_own_size() -> None:
    vlak = lees_vlak("conflictstijlen")
    rest = [merk for merk in vlak.merken if not merk.kant]
    assert len({merk.grootte for merk in rest}) == len(rest) == 2
    assert "even groot" not in vlak.uitleg
    assert {merk.woord for merk in vlak.merken if merk.kant < 0} == {"duidelijk minder vaak"}


def test_a_report_about_someone_else_speaks_of_the_other() -> None:
    vlak = lees_vlak("conflictstijlen-ander")
    assert vlak.assen == ("belang van de ander zelf", "belang van anderen")
    assert "hoe vaker de ander de stijl volgens jou gebruikt" in vlak.uitleg


def test_the_caption_says_that_a_place_is_that_of_the_style_and_the_bars_hold_the_numbers() -> None:
    uitleg = lees_vlak("conflictstijlen").uitleg
    assert "De plek van een rondje staat vast." in uitleg
    assert "De getallen staan ook bij de balken hierboven." in uitleg


def kies_open(vraag: Vraag) -> Antwoord:
    """Leave every statement about one style open."""
    sleutel = vraag.sleutel if isinstance(vraag, Stelling) else ()
    return None if any(deel.schaal == "vermijden" for deel in sleutel) else 1 + len(vraag.id) % 2 + len(sleutel)


@pytest.mark.parametrize(
    ("lijst", "antwoorden"),
    [
        pytest.param(bouw_eenvoudig(EIGEN), [1, 2, 4, 3] * 4, id="scales of its own"),
        pytest.param(LIJST, [3] * 20, id="all equal"),
        pytest.param(LIJST, vul_in(LIJST, kies_open), id="a style without a score"),
        pytest.param(bouw_eenvoudig(VIJF[:2]), [1, 2, 3, 2, 4, 5, 4, 5], id="two styles"),
        pytest.param(load_vragenlijst("rustig-en-gespannen"), [1, 2, 3, 4, 5] * 8, id="parts"),
    ],
)
def test_there_is_no_grid_where_nothing_can_be_compared(lijst: Vragenlijst, antwoorden: list[Antwoord]) -> None:
    assert lees_vlakken(bouw(lijst, antwoorden)) == []


def test_two_scales_for_one_style_have_no_grid() -> None:
    lijst = bouw_eenvoudig([("thuis", "vermijden"), ("werk", "vermijden"), ("toegeven", "toegeven")])
    assert lees_vlakken(bouw(lijst, [1, 2, 1, 2, 3, 4, 3, 4, 5, 4, 5, 4])) == []


def test_in_text_the_bars_say_it_all() -> None:
    lijst, profiel, _ = load_blad("conflictstijlen")
    document = bouw_verslag(lijst, profiel)
    zonder = Document(tuple(blok for blok in document.blokken if not isinstance(blok, Stijlenvlak)))
    assert render_markdown(document) == render_markdown(zonder)


def lees_bundels(lijst: Vragenlijst, antwoorden: list[Antwoord]) -> list[tuple[int, str]]:
    staven = next(blok for blok in bouw(lijst, antwoorden).blokken if isinstance(blok, Staven))
    return [(bundel.aantal, bundel.woord) for bundel in staven.bundels]


def test_bars_that_differ_too_little_are_held_together() -> None:
    lijst, profiel, _ = load_blad("conflictstijlen-paren")
    staven = next(blok for blok in bouw_verslag(lijst, profiel).blokken if isinstance(blok, Staven))
    assert staven.bundels == ((5, "te klein verschil: dit kan toeval zijn"),)


def test_what_stands_out_stands_apart_in_the_order_of_the_bars() -> None:
    lijst, profiel, _ = load_blad("conflictstijlen")
    staven = next(blok for blok in bouw_verslag(lijst, profiel).blokken if isinstance(blok, Staven))
    assert staven.bundels == ((2, "duidelijk vaker"), (2, "de rest"), (1, "duidelijk minder vaak"))
    assert [staaf.naam for staaf in staven.staven][-1] == "Doorzetten"


def test_scales_that_are_no_styles_are_higher_or_lower() -> None:
    antwoorden: list[Antwoord] = [*[4, 5, 5, 4], *[2, 3, 2, 3], *[3, 2, 2, 3], *[2, 3, 3, 2]]
    assert lees_bundels(bouw_eenvoudig(EIGEN), antwoorden) == [
        (1, "duidelijk hoger"),
        (3, "te klein verschil: dit kan toeval zijn"),
    ]


@pytest.mark.parametrize("antwoorden", [[3] * 16, [*[3, 2, 3, 2], *[1, 2, 1, 2], *[None] * 8]])
def test_bars_are_not_held_together_when_all_are_equal_or_too_few_have_a_score(antwoorden: list[Antwoord]) -> None:
    assert lees_bundels(bouw_eenvoudig(EIGEN), antwoorden) == []
