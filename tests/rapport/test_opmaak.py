"""Lines of text: their width, the bars, and what happens where there is no room."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conflictstijl.model.document import Alinea, Blok, Document, Kop, Opsomming, Schrijfruimte, Staaf, Staven, Tabel
from conflictstijl.rapport.opmaak import ASCII, BLOKKEN, Regel, Tekens, build_regels, build_staven, build_tabel
from conflictstijl.rapport.uitvoer.tekst import render_tekst
from conflictstijl.tekst import clean_tekst, render_getal

from .bouw import Paar, alle_profielen, bouw_verslag, profielen

LANG = "x" * 300
breedtes = st.integers(20, 120)
teksten = st.one_of(st.text(max_size=60), st.just(LANG), st.just("een-twee-drie " * 9)).map(clean_tekst)


@st.composite
def assen(trek: st.DrawFn) -> Staven:
    """Draw a bar chart whose values lie on the axis, most of them with a margin."""
    laagste, hoogste = trek(st.sampled_from([(1, 5), (0, 100), (-2, 2), (6, 30)]))
    getallen = st.floats(laagste, hoogste, allow_nan=False)
    staven = []
    for naam in trek(st.lists(teksten, min_size=1, max_size=5)):
        onder, waarde, boven = sorted(trek(st.tuples(getallen, getallen, getallen)))
        marge = trek(st.sampled_from([(onder, boven), (None, None), (waarde, waarde)]))
        staven.append(Staaf(naam, trek(st.sampled_from([waarde, None])), render_getal(waarde), trek(teksten), *marge))
    return Staven(tuple(staven), laagste, hoogste, "Van laag tot hoog.")


@st.composite
def tabellen(trek: st.DrawFn) -> Tabel:
    """Draw a table of any size; each row has a cell for every column."""
    breed = trek(st.integers(1, 6))
    rij = st.lists(teksten, min_size=breed, max_size=breed).map(tuple)
    return Tabel(trek(rij), tuple(trek(st.lists(rij, max_size=5))))


blokken = st.one_of(
    st.builds(Kop, teksten, st.integers(1, 3)),
    st.builds(Alinea, teksten),
    st.builds(Opsomming, st.lists(teksten, max_size=3).map(tuple), st.booleans()),
    st.builds(Schrijfruimte, st.integers(0, 3)),
    assen(),
    tabellen(),
)
documenten = st.lists(blokken, max_size=5).map(lambda delen: Document(tuple(delen)))


def bouw_staven(*staven: Staaf, laagste: float = 1, hoogste: float = 5) -> Staven:
    return Staven(staven, laagste, hoogste, "Van 1 tot 5.")


def lees_balk(staven: Staven, tekens: Tekens = BLOKKEN, breedte: int = 80) -> str:
    """Return the bar of the first row."""
    regel = build_staven(staven, breedte, tekens)[0]
    return regel[len(staven.staven[0].naam) + 2 :].split()[0]


def lees_regels(*blokken: Blok, breedte: int = 80) -> list[str]:
    return [regel.tekst for regel in build_regels(Document(blokken), breedte)]


@given(documenten, breedtes)
def test_no_line_is_wider_than_asked(document: Document, breedte: int) -> None:
    assert all(len(regel.tekst) <= breedte for regel in build_regels(document, breedte))


@given(alle_profielen() | profielen(), breedtes)
@settings(max_examples=40)
def test_no_line_of_a_report_is_wider_than_asked(paar: Paar, breedte: int) -> None:
    assert max(map(len, render_tekst(bouw_verslag(*paar), breedte).splitlines())) <= breedte


def test_below_twenty_columns_the_width_stays_twenty() -> None:
    assert lees_regels(Alinea("a " * 30), breedte=3)[0] == " ".join("a" * 10)


@given(assen(), st.sampled_from([BLOKKEN, ASCII]))
def test_every_bar_has_the_same_length_and_its_mark_inside_its_margin(staven: Staven, tekens: Tekens) -> None:
    kort = Staven(
        tuple(Staaf("n", s.waarde, "9", "w", s.ondergrens, s.bovengrens) for s in staven.staven),
        staven.laagste,
        staven.hoogste,
        staven.schaal,
    )
    for regel, staaf in zip(build_staven(kort, 80, tekens), kort.staven, strict=False):
        balk = regel[3:43]
        assert regel[43:].startswith("  9  w")
        if staaf.waarde is None:
            assert balk.strip() == ""
            continue
        soorten = balk.lstrip(tekens.vol).rstrip(tekens.rest)
        assert set(soorten) <= {tekens.marge, tekens.waarde}
        assert balk.count(tekens.waarde) == (staaf.ondergrens is not None)
        if staaf.ondergrens is not None:
            voor = round((staaf.ondergrens - staven.laagste) / (staven.hoogste - staven.laagste) * 40)
            assert len(balk) - len(balk.lstrip(tekens.vol)) == min(voor, 39)


@pytest.mark.parametrize(("waarde", "balk"), [(1, "·" * 40), (5, "█" * 40), (3, "█" * 20 + "·" * 20)])
def test_a_bar_is_empty_at_the_lowest_and_full_at_the_highest_value(waarde: float, balk: str) -> None:
    assert lees_balk(bouw_staven(Staaf("naam", waarde, "9", ""))) == balk


def test_a_margin_at_the_end_of_the_axis_stays_on_it() -> None:
    assert lees_balk(bouw_staven(Staaf("n", 5, "5", "", 4.4, 5))) == "█" * 34 + "▒" * 5 + "●"
    assert lees_balk(bouw_staven(Staaf("n", 1, "1", "", 1, 1.4))) == "●" + "▒" * 3 + "·" * 36
    assert lees_balk(bouw_staven(Staaf("n", 5, "5", "", 5, 5))) == "█" * 39 + "●"
    assert lees_balk(bouw_staven(Staaf("n", 1, "1", "", 1, 1))) == "●" + "·" * 39


def test_a_value_on_the_edge_of_its_margin_is_marked_inside_it() -> None:
    assert lees_balk(bouw_staven(Staaf("n", 3, "3", "", 3, 4))) == "█" * 20 + "●" + "▒" * 9 + "·" * 10
    assert lees_balk(bouw_staven(Staaf("n", 4, "4", "", 3, 4))) == "█" * 20 + "▒" * 9 + "●" + "·" * 10


def test_a_value_outside_the_axis_does_not_break_the_columns() -> None:
    assert lees_balk(bouw_staven(Staaf("n", 9, "9", ""))) == "█" * 40
    assert lees_balk(bouw_staven(Staaf("n", -9, "-9", ""))) == "·" * 40


def test_an_axis_without_length_shows_empty_bars() -> None:
    assert lees_balk(bouw_staven(Staaf("n", 3, "3", ""), laagste=3, hoogste=3)) == "·" * 40


def test_bars_are_drawn_in_ascii_when_asked() -> None:
    regels = build_staven(bouw_staven(Staaf("naam", 3, "3,0", "soms", 2, 4)), 80, ASCII)
    assert "".join(regels).isascii()
    assert "##########=========o==========" in regels[0]
    assert regels[-1] == "Van 1 tot 5. o is je score, = de marge."


def test_the_legend_says_whose_score_it_is() -> None:
    staven = bouw_staven(Staaf("naam", 3, "3,0", "soms", 2, 4))._replace(wiens="de")
    assert build_staven(staven, 80)[-1] == "Van 1 tot 5. ● is de score, ▒ de marge."


def test_without_margins_the_legend_explains_none() -> None:
    assert build_staven(bouw_staven(Staaf("naam", 3, "3,0", "")), 80)[-1] == "Van 1 tot 5."


def test_where_no_bar_fits_the_same_facts_stand_in_text() -> None:
    staven = bouw_staven(Staaf("Samen oplossen", 3, "3,0", "soms", 2, 4), Staaf("Nog een", None, "-", "te weinig"))
    assert build_staven(staven, 40) == [
        "Samen oplossen: 3,0 soms (2,0 tot 4,0)",
        "Nog een: - te weinig",
        "Van 1 tot 5. Tussen haakjes staat de",
        "marge.",
    ]
    assert build_staven(bouw_staven(Staaf("y" * 60, 3, "3", "soms")), 80) == ["y" * 60 + ": 3 soms", "Van 1 tot 5."]


def test_a_chart_without_bars_is_nothing() -> None:
    leeg = Staven((), 0, 1, "Van 0 tot 1.")
    assert build_staven(leeg, 80) == []
    assert lees_regels(Alinea("een"), leeg, Alinea("twee")) == ["een", "", "twee"]


TABEL = Tabel(("Stijl", "Rustig", "Gespannen"), (("Vermijden", "3,0 soms", "4,0 vaak"), ("Toegeven", "2,0 zelden", "")))


def test_a_table_stands_in_columns_below_its_heads() -> None:
    assert build_tabel(TABEL, 32) == [
        "Stijl      Rustig      Gespannen",
        "---------  ----------  ---------",
        "Vermijden  3,0 soms    4,0 vaak",
        "Toegeven   2,0 zelden",
    ]


def test_a_table_that_does_not_fit_becomes_a_list_per_row_without_its_empty_cells() -> None:
    assert build_tabel(TABEL, 31) == [
        "Vermijden",
        "- Rustig: 3,0 soms",
        "- Gespannen: 4,0 vaak",
        "",
        "Toegeven",
        "- Rustig: 2,0 zelden",
    ]


@given(tabellen(), breedtes)
def test_no_word_of_a_table_is_lost_in_either_shape(tabel: Tabel, breedte: int) -> None:
    regels = "".join("".join(build_tabel(tabel, breedte)).split())
    for rij in tabel.rijen:
        assert all("".join(cel.split()) in regels for cel in rij)


def test_a_table_without_rows_shows_at_most_its_heads() -> None:
    assert build_tabel(Tabel(("a", "b"), ()), 20) == ["a  b", "-  -"]
    assert build_tabel(Tabel(("a" * 20, "b"), ()), 20) == []


def test_a_word_of_three_hundred_letters_is_broken_and_kept_whole() -> None:
    regels = lees_regels(Kop(LANG, 3), Alinea(LANG), breedte=50)
    assert [len(regel) for regel in regels] == [50] * 12
    assert "".join(regels) == LANG * 2


def test_a_command_is_not_broken_at_its_hyphens() -> None:
    assert lees_regels(Alinea("Typ nu grens-stellen-en-meer"), breedte=25) == ["Typ nu", "grens-stellen-en-meer"]


def test_big_headings_are_underlined_and_a_small_one_stands_on_its_text() -> None:
    assert lees_regels(Kop("Titel", 1), Kop("Deel"), Kop("Klein", 3), Alinea("tekst")) == [
        "Titel",
        "=====",
        "",
        "Deel",
        "----",
        "",
        "Klein",
        "tekst",
    ]


def test_only_headings_are_marked_as_headings() -> None:
    assert build_regels(Document((Kop("Een", 1), Alinea("twee"))), 80) == [
        Regel("Een", 1),
        Regel("===", 1),
        Regel(""),
        Regel("twee"),
    ]


def test_lists_hang_below_their_bullet_or_number() -> None:
    assert lees_regels(Opsomming(("een twee drie vier vijf",)), breedte=20) == ["- een twee drie vier", "  vijf"]
    assert lees_regels(Opsomming(("een", "twee"), genummerd=True)) == ["1. een", "2. twee"]


def test_texts_without_content_leave_no_holes() -> None:
    assert lees_regels(Kop("", 1), Alinea("  "), Opsomming(("",)), Alinea("tekst")) == ["tekst"]


def test_plain_text_ends_in_one_line_break() -> None:
    assert render_tekst(Document((Alinea("een"), Alinea("twee")))) == "een\n\ntwee\n"


def test_room_to_write_is_lines_with_a_line_between() -> None:
    assert lees_regels(Schrijfruimte(2), breedte=30) == ["_" * 30, "", "_" * 30]
    assert len(lees_regels(Schrijfruimte(1), breedte=100)[0]) == 60


def test_room_to_write_is_nothing_where_all_is_read_aloud() -> None:
    assert render_tekst(Document((Alinea("Wat nu?"), Schrijfruimte(3))), 80, None) == "Wat nu?\n"
