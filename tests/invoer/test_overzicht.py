"""What is recognised can be looked at before anything is scored."""

from conflictstijl.invoer.herkenning import read_kaart
from conflictstijl.invoer.overzicht import build_overzicht

from .indelingen import build_lang_tekst
from .uitlezen import build_tabel, load_export, load_stijlscan


def test_every_header_is_shown_with_what_it_is_and_how_that_was_seen() -> None:
    (tabel,) = load_export("11_excel_nl_cp1252.csv")
    rijen = build_overzicht(tabel, read_kaart(tabel, load_stijlscan()), load_stijlscan())
    assert rijen[:5] == [
        ("Deelnemer", "sleutel", ""),
        ("Team", "groep", ""),
        ("Leeftijd", "groep", ""),
        ("Gem. werkdruk", "groep", ""),
        ("q1", "1: Als de tijd dringt, hak ik de knoop doo…", "nummer"),
    ]
    assert len(rijen) == 24


def test_columns_about_persons_and_those_of_the_tool_are_shown_as_such() -> None:
    (tabel,) = load_export("01_msforms_nl.xlsx")
    rijen = build_overzicht(tabel, read_kaart(tabel, load_stijlscan()), load_stijlscan())
    assert rijen[:5] == [
        ("ID", "-", ""),
        ("Begintijd", "-", ""),
        ("Tijd van voltooien", "-", ""),
        ("E-mail", "sleutel", "persoonlijk"),
        ("Naam", "-", "persoonlijk"),
    ]


def test_a_column_without_a_header_is_not_shown() -> None:
    tabel, *_ = load_export("16_handmatig.xlsx")
    rijen = build_overzicht(tabel, read_kaart(tabel, load_stijlscan()), load_stijlscan())
    assert [kop for kop, _, _ in rijen if not kop.strip()] == []


def test_a_long_table_shows_its_questions_and_who_answers() -> None:
    tabel = build_tabel(build_lang_tekst())
    rijen = build_overzicht(tabel, read_kaart(tabel, load_stijlscan()), load_stijlscan())
    assert rijen[0][1:] == ("1", "tekst")
    assert rijen[-2:] == [("Deelnemer", "sleutel", ""), ("Team", "groep", "")]
