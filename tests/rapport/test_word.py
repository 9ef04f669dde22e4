"""The Word file: real headings, lists and tables, the same bytes every time, and deaf to whatever stands in a text."""

import os
import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any, get_args
from zipfile import ZipFile

import docx
import pytest
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph
from hypothesis import given, settings

from conflictstijl.fouten import GebruikFout
from conflictstijl.model.document import (
    Alinea,
    Beeld,
    Blok,
    Document,
    Kop,
    Opsomming,
    Schrijfruimte,
    Staaf,
    Staven,
    Tabel,
)
from conflictstijl.rapport.uitvoer import word
from conflictstijl.rapport.uitvoer.html import render_html
from conflictstijl.rapport.uitvoer.word import check_word, render_word
from conflictstijl.tekst import clean_tekst

from .htmlbron import lees_stijl
from .test_html import KWAAD, METER, STUREND, bouw_documenten, bouw_overal
from .test_uitvoer import documenten

GOUDEN = Path(__file__).parent / "gouden" / "blokken.word.xml"
TABEL = Tabel(("Stijl", "Rustig"), (("Toegeven", "3,0"), ("Vermijden", "2,0")))
RUIMTE = 9412
"""Width of the text on a page, in twentieths of a point."""


def render(*blokken: Blok) -> bytes:
    return render_word([Document(blokken)])


def open_bestand(*blokken: Blok) -> Any:
    """Return a file of these blocks as python-docx reads it; typed loosely, for tests look inside."""
    return docx.Document(BytesIO(render(*blokken)))


def lees_deel(bestand: bytes, naam: str) -> str:
    with ZipFile(BytesIO(bestand)) as zip_:
        return zip_.read(naam).decode()


def lees_blokken(bestand: bytes) -> Iterator[Paragraph | Table]:
    yield from docx.Document(BytesIO(bestand)).iter_inner_content()


def lees_teksten(bestand: bytes) -> list[str]:
    """Return what a reader reads, paragraph after paragraph and cell after cell; what is empty only separates."""
    teksten: list[str] = []
    for blok in lees_blokken(bestand):
        if isinstance(blok, Table):
            teksten += [cel.text for rij in blok.rows for cel in rij.cells]
        elif blok.text:
            teksten.append(blok.text)
    return teksten


def lees_vorm(bestand: bytes) -> list[str]:
    """Return the elements of a document, in order."""
    return re.findall(r"<([\w:]+)", lees_deel(bestand, "word/document.xml"))


def lees_alineas(bestand: bytes) -> list[tuple[str, str]]:
    """Return the style and the text of every paragraph outside tables."""
    alineas = (blok for blok in lees_blokken(bestand) if isinstance(blok, Paragraph))
    return [(str(alinea.style and alinea.style.name), alinea.text) for alinea in alineas]


def lees_vast(bestand: bytes) -> list[bool]:
    """Return of every paragraph, those in tables too, whether it stays with the next one."""
    alineas = docx.Document(BytesIO(bestand)).element.body.iter(qn("w:p"))
    return [alinea.find(f"{qn('w:pPr')}/{qn('w:keepNext')}") is not None for alinea in alineas]


def lees_blok(blok: Blok) -> list[str]:
    """Return the texts of a block as a reader should see them, with the cells for the axis and the bars."""
    match blok:
        case Opsomming():
            return list(blok.delen)
        case Tabel():
            return [cel for rij in (blok.koppen, *blok.rijen) for cel in rij]
        case Staven():
            rijen = [(staaf.naam, "", staaf.getal, staaf.woord, "2,0 tot 4,0") for staaf in blok.staven]
            getallen = all(re.fullmatch("-?[0-9]+(,[0-9]+)?", staaf.getal) for staaf in blok.staven)
            as_, kop = ("\t1\t2\t3\t4\t5", "score") if getallen else ("balk", "aantal")
            sleutel = f"{blok.schaal} De stip is {blok.wiens} score, het lichte vlak is de marge."
            return ["naam", as_, kop, "betekenis", "marge", *(cel for rij in rijen for cel in rij), sleutel]
        case Kop() | Alinea():
            return [blok.tekst]
        case _:
            return []


def test_the_document_is_the_golden_one() -> None:
    """Of texts that nobody edits, so that it changes when the way of writing does, and only then."""
    lijsten = (Opsomming(("een", "twee", "drie")), Opsomming(("een", "twee"), genummerd=True))
    eerste = Document(
        (Kop("Titel", 1), Alinea("Zo zit het:"), *lijsten, Kop("Deel"), METER, Kop("Onderdeel", 3), TABEL)
    )
    tweede = Document((Kop("Tweede", 1), Alinea("Wat deed je?"), Schrijfruimte(3)))
    bron = lees_deel(render_word([eerste, tweede]), "word/document.xml")
    # a line for each paragraph and row, or nobody can read what changed
    gemaakt = re.sub(r"(?=<w:(?:p|tr|tbl|sectPr)[ >])", "\n", bron).encode()
    if os.environ.get("CONFLICTSTIJL_GOUDEN") == "schrijf":
        GOUDEN.write_bytes(gemaakt)
    assert gemaakt == GOUDEN.read_bytes()


def test_the_same_documents_give_the_same_bytes_and_no_moment() -> None:
    bestand = render_word(bouw_documenten())
    assert bestand == render_word(bouw_documenten())
    with ZipFile(BytesIO(bestand)) as zip_:
        assert {deel.date_time for deel in zip_.infolist()} == {(2000, 1, 1, 0, 0, 0)}
    kenmerken = docx.Document(BytesIO(bestand)).core_properties
    assert {kenmerken.created.year, kenmerken.modified.year} == {2000}


def test_a_file_tells_its_title_and_language_and_nobodys_name() -> None:
    kenmerken = docx.Document(BytesIO(render_word(bouw_documenten()))).core_properties
    assert (kenmerken.title, kenmerken.language) == ("Mijn stijl bij conflicten", "nl-NL")
    assert {kenmerken.author, kenmerken.last_modified_by, kenmerken.comments, kenmerken.keywords} == {""}


def test_a_file_without_a_heading_has_a_title_all_the_same_and_a_long_one_is_cut() -> None:
    assert open_bestand(Alinea("x")).core_properties.title == "Verslag"
    assert open_bestand(Kop("x" * 300, 1)).core_properties.title == "x" * 255


@given(documenten)
@settings(max_examples=25)
def test_foreign_text_is_read_back_as_it_was(document: Document) -> None:
    verwacht = [tekst for blok in document.blokken for tekst in lees_blok(blok)]
    assert lees_teksten(render_word([document])) == verwacht


@pytest.mark.parametrize("teksten", [{tekst: clean_tekst(tekst) for tekst in KWAAD}, STUREND], ids=["kwaad", "sturend"])
def test_a_hostile_text_is_text_and_nothing_more(teksten: dict[str, str]) -> None:
    bestand = render_word(list(map(bouw_overal, teksten)))
    assert lees_vorm(bestand) == lees_vorm(render_word([bouw_overal("gewoon")] * len(teksten)))
    verwacht = {cel for tekst in teksten.values() for blok in bouw_overal(tekst).blokken for cel in lees_blok(blok)}
    assert set(lees_teksten(bestand)) == verwacht


def test_a_hostile_title_is_harmless_too() -> None:
    assert open_bestand(Kop("</dc:title>\x1b[31m & \ud83d", 1)).core_properties.title == "</dc:title>[31m & ?"


def test_the_reader_of_elements_sees_one_that_is_too_many() -> None:
    assert lees_vorm(render(Alinea("a"))) != lees_vorm(render(Alinea("a"), Alinea("b")))


def test_lines_and_tabs_in_a_text_become_spaces() -> None:
    assert lees_teksten(render(Alinea("een\ntwee\tdrie"))) == ["een twee drie"]


def test_headings_have_the_styles_of_word_and_skip_no_level() -> None:
    koppen = [Kop("a", 2), Kop("b", 4), Kop("c", 3), Kop("d", 9), Kop("e", 1)]
    namen = ["Title", "Heading 1", "Heading 2", "Heading 3", "Heading 1"]
    assert lees_alineas(render(*koppen)) == list(zip(namen, "abcde", strict=True))


def test_every_document_begins_on_a_page_of_its_own() -> None:
    los = [Document(blokken) for blokken in ((Kop("a", 1), Kop("b")), (Kop("c", 1),), (Alinea("d"), Kop("e", 1)), ())]
    alineas = [blok for blok in lees_blokken(render_word(los)) if isinstance(blok, Paragraph)]
    gevonden = [(alinea.text, bool(alinea.paragraph_format.page_break_before)) for alinea in alineas]
    assert gevonden == [("a", False), ("b", False), ("c", True), ("", True), ("d", False), ("e", False), ("", True)]


def test_every_numbered_list_counts_from_one() -> None:
    lijst = Opsomming(("een", "twee"), genummerd=True)
    bestand = open_bestand(lijst, Alinea("tussen"), lijst)
    nummers = [deel.val for deel in bestand.element.body.iter(qn("w:numId"))]
    assert [nummers.count(nummer) for nummer in nummers] == [2] * 4
    nummering = bestand.part.numbering_part.element
    begin = {lijst.numId: lijst.xpath("w:lvlOverride/w:startOverride/@w:val") for lijst in nummering.num_lst}
    assert [begin[nummer] for nummer in nummers] == [["1"]] * 4


def test_lists_have_the_styles_of_word() -> None:
    gevonden = lees_alineas(render(Opsomming(("een",)), Opsomming(("twee",), genummerd=True)))
    assert gevonden == [("List Bullet", "een"), ("List Number", "twee")]


def test_a_table_repeats_its_headings_and_splits_no_row() -> None:
    (tabel,) = open_bestand(TABEL).tables
    assert tabel.style.name == "Verslagtabel"
    assert [len(rij._tr.xpath("w:trPr/w:tblHeader")) for rij in tabel.rows] == [1, 0, 0]
    assert [len(rij._tr.xpath("w:trPr/w:cantSplit")) for rij in tabel.rows] == [1, 1, 1]
    stijlen = [[cel.paragraphs[0].style.name for cel in rij.cells] for rij in tabel.rows]
    assert stijlen == [["Tabelkop"] * 2, ["Tabelnaam", "Tabelcel"], ["Tabelnaam", "Tabelcel"]]


@pytest.mark.parametrize("tekst", ["kort", "een zin die niet past " * 9, "x" * 400])
@pytest.mark.parametrize("breed", [2, 9])
def test_no_table_is_wider_than_the_page(tekst: str, breed: int) -> None:
    lang = Staven((Staaf(tekst, 3.0, tekst, tekst, 2.0, 4.0),), 1, 5, "")
    bestand = open_bestand(Tabel(("kop",) * breed, (("naam", *[tekst] * (breed - 1)),)), lang)
    for tabel in bestand.tables:
        breedtes = [int(kolom.get(qn("w:w"))) for kolom in tabel._tbl.tblGrid]
        assert sum(breedtes) <= RUIMTE
        assert min(breedtes) > 400
        assert [int(cel.get(qn("w:w"))) for cel in tabel._tbl.xpath("w:tr[2]/w:tc/w:tcPr/w:tcW")] == breedtes


def test_a_narrow_column_keeps_its_words_whole_beside_a_wide_one() -> None:
    (tabel,) = open_bestand(Tabel(("Stijl", "Waarom"), (("Samen oplossen", "een lange reden " * 20),))).tables
    assert [kolom.width.twips for kolom in tabel.columns] == [14 * 118 + 140, RUIMTE - 14 * 118 - 140]


def test_two_tables_stay_two() -> None:
    soorten = [type(blok).__name__ for blok in lees_blokken(render(TABEL, TABEL))]
    assert soorten == ["Table", "Paragraph", "Table", "Paragraph"]


def test_what_announces_a_list_or_table_stays_with_it() -> None:
    assert lees_vast(render(Alinea("a"), Alinea("b"), Opsomming(("c",)), Alinea("d"))) == [False, True, False, False]
    for volgend in (TABEL, METER, Schrijfruimte(2)):
        assert lees_vast(render(Alinea("a"), volgend))[0]


def test_no_part_of_a_list_stands_alone() -> None:
    assert lees_vast(render(Opsomming(tuple("abcde")))) == [True, False, False, True, False]
    assert lees_vast(render(Opsomming(tuple("ab")))) == [True, False]


@pytest.mark.parametrize(("aantal", "samen"), [(10, True), (11, False)])
def test_a_short_table_stays_on_one_page(aantal: int, *, samen: bool) -> None:
    tabel = Tabel(("Stijl", "Rustig"), (("a", "b"),) * aantal)
    # the headings have that from their style; after the table comes what separates it
    assert lees_vast(render(tabel)) == [False, False, *[samen] * (2 * aantal - 2), False, False, False]
    staven = Staven((Staaf("a", 2.0, "2,0", "soms"),) * aantal, 1, 5, "")
    assert lees_vast(render(staven)) == [*[False] * 4, *[samen] * (4 * aantal), False]


def test_bars_stand_beside_the_same_facts_in_words() -> None:
    (tabel,) = open_bestand(METER).tables
    assert [[cel.text for cel in rij.cells] for rij in tabel.rows] == [
        ["naam", "\t1\t2\t3\t4\t5", "score", "betekenis", "marge"],
        ["Samen oplossen", "", "4,0", "vaak", "3,0 tot 5,0"],
        ["Toegeven", "", "1,0", "nooit", ""],
        ["Vermijden", "", "-", "te weinig ingevuld (1 van de 6)", ""],
    ]
    assert [len(rij._tr.xpath("w:tc[2]//w:drawing")) for rij in tabel.rows] == [0, 1, 1, 1]


def test_a_screen_reader_passes_the_pictures_by() -> None:
    bron = lees_deel(render(METER), "word/document.xml")
    assert re.findall(r'docPr id="(\d)" name="(Balk \d)"', bron) == [(f"{n}", f"Balk {n}") for n in (1, 2, 3)]
    assert len(re.findall(r':decorative [^>]*val="1"', bron)) == 3


def test_pictures_have_no_space_around_them_or_they_would_not_fit_their_axis() -> None:
    (eerste, *_) = open_bestand(METER).element.body.iter(qn("wp:inline"))
    assert {eerste.get(f"dist{kant}") for kant in "TBLR"} == {"0"}


def test_counts_have_no_axis_margin_or_meaning_when_there_are_none() -> None:
    staven = Staven((Staaf("Toegeven", 3.0, "3 van 12", ""),), 0, 12, "Zo vaak.")
    assert lees_teksten(render(staven)) == ["naam", "balk", "aantal", "Toegeven", "", "3 van 12", "Zo vaak."]


def test_a_chart_without_bars_is_nothing() -> None:
    assert lees_teksten(render(Alinea("a"), Staven((), 1, 5, "x"))) == ["a"]


@pytest.mark.parametrize(("regels", "samen"), [(1, 0), (4, 3), (40, 9)])
def test_room_to_write_is_so_many_lines_and_the_first_ones_stay_together(regels: int, samen: int) -> None:
    bestand = render(Schrijfruimte(regels))
    assert lees_alineas(bestand) == [("Schrijfregel", "")] * regels
    assert lees_vast(bestand) == [True] * samen + [False] * (regels - samen)


@pytest.mark.parametrize("soort", get_args(Beeld))
def test_a_picture_is_told_in_words(soort: type) -> None:
    woorden = (Kop("Beeld"), Alinea("Dit zie je."), Opsomming(("een",)), TABEL)
    leeg = [() for veld in soort._fields[:-1]]  # type: ignore[attr-defined]  # every block is a named tuple
    beeld: Beeld = soort(*leeg, in_woorden=woorden)
    assert lees_teksten(render(Kop("Titel", 1), beeld)) == lees_teksten(render(Kop("Titel", 1), *woorden))


def test_a_page_is_a4_with_its_number_and_the_language_is_dutch() -> None:
    bestand = open_bestand(Alinea("x"))
    (deel,) = bestand.sections
    assert (round(deel.page_width.mm), round(deel.page_height.mm)) == (210, 297)
    assert deel.page_width.twips - deel.left_margin.twips - deel.right_margin.twips == RUIMTE
    assert deel.footer.paragraphs[0]._p.xpath(".//w:fldSimple/@w:instr") == [" PAGE ", " NUMPAGES "]
    assert bestand.styles.element.xpath("w:docDefaults//w:lang/@w:val") == ["nl-NL"]


def test_every_style_that_a_file_uses_is_there() -> None:
    bestand = open_bestand(*bouw_overal("x").blokken, Schrijfruimte(1))
    gebruikt = set(bestand.element.body.xpath("//w:pStyle/@w:val | //w:tblStyle/@w:val"))
    assert gebruikt <= {stijl.style_id for stijl in bestand.styles}
    assert {"Title", "Heading1", "ListBullet", "ListNumber", "Verslagtabel", "Staventabel", "Schrijfregel"} <= gebruikt


def test_the_colours_are_those_of_the_page() -> None:
    bestand = render(Alinea("x"))
    bron = lees_deel(bestand, "word/styles.xml") + lees_deel(bestand, "word/numbering.xml")
    kleuren = {kleur.lower() for kleur in re.findall(r'w:(?:color|val)="([0-9A-F]{6})"', bron)}
    licht = lees_stijl(render_html([])).partition("prefers-color-scheme")[0]
    assert kleuren
    assert kleuren <= set(re.findall(r"#([0-9a-f]{6})", licht))


def test_a_file_is_small_enough_to_send() -> None:
    assert len(render_word(bouw_documenten())) < 60_000


def test_what_is_not_installed_is_told_with_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    check_word()
    monkeypatch.setattr(word, "find_spec", lambda _: None)
    with pytest.raises(GebruikFout, match=r'pip install "conflictstijl\[word\]"$'):
        check_word()
