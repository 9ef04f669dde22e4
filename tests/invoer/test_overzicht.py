"""What is recognised can be looked at before anything is scored."""

from itertools import islice

from conflictstijl.invoer.cellen import build_lezers
from conflictstijl.invoer.herkenning import read_kaart
from conflictstijl.invoer.overzicht import build_overzicht, read_onduidelijk
from conflictstijl.laden.antwoord import parse_antwoord

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
        ("q1", "1", "nummer"),
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


def test_the_first_unclear_cells_are_shown_with_their_place() -> None:
    (tabel,) = load_export("01_msforms_nl.xlsx")
    lezers = build_lezers(load_stijlscan(), parse_antwoord)
    gevonden = read_onduidelijk(tabel, read_kaart(tabel, load_stijlscan()), load_stijlscan(), lezers)
    eerste, tweede = islice(gevonden, 2)
    assert eerste[1:] == (40, "2", "H40", "onbekend-antwoord", "onbekend antwoord 'Weet ik niet'", "leeg")
    assert tweede.cel == "P40"
    assert len(list(gevonden)) == 3


def test_an_unclear_cell_of_a_person_in_a_column_is_shown_at_its_own_place() -> None:
    rijen = [["", "An", "Bo"], *([f"q{n}", "3", "tja" if n == 2 else "4"] for n in range(1, 21))]
    tabel = build_tabel(rijen, werkboek=True)
    lezers = build_lezers(load_stijlscan(), parse_antwoord)
    (melding,) = read_onduidelijk(tabel, read_kaart(tabel, load_stijlscan()), load_stijlscan(), lezers)
    assert (melding.rij, melding.kolom, melding.cel) == (3, "2", "C3")
