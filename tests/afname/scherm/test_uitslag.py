"""The screen of a result: its tabs, reading on, and writing the report to a file."""

from pathlib import Path

import pytest

from conflictstijl.afname.scherm.afname import Afnameapp
from conflictstijl.afname.scherm.uitslag import TABBLADEN, Uitslagscherm, split_document
from conflictstijl.model.document import Alinea, Document, Kop
from conflictstijl.rapport import profiel
from conflictstijl.rapport.overander import KOPPEN_ANDER
from conflictstijl.rapport.uitkomst import KOPPEN_UITKOMST
from conflictstijl.toepassing import build_profieldocument

from .kijker import Kijker, bekijk
from .opzet import DRIE, begin

KLAAR = ("enter", "1", "2", "3", "enter")
KOPPEN = (
    "Mijn stijl",
    "Welke stijl werkt wanneer",
    "Wanneer kies ik een andere stijl",
    "Welke vaardigheid oefen ik",
)


def actief(kijker: Kijker[Afnameapp]) -> str:
    """Return the number of the tab that has the sign, by the text alone."""
    return kijker.regels[2].partition("›")[2][:1]


def test_there_is_a_tab_per_heading_and_the_first_one_is_open() -> None:
    with bekijk(begin(), 60, 20) as kijker:
        kijker.toets(*KLAAR)
        assert kijker.regels[2] == "›1 Mijn stijl  2 Wat wanneer  3 Andere stijl  4 Oefenen"
        assert kijker.regels[5:6] == [" Mijn stijl"]


def test_digits_and_arrows_show_a_part() -> None:
    with bekijk(begin()) as kijker:
        kijker.toets(*KLAAR)
        for toets, nummer in (("2", 2), ("4", 4), ("right", 1), ("left", 4), ("left", 3), ("right", 4), ("1", 1)):
            kijker.toets(toets)
            assert actief(kijker) == str(nummer)
            assert f" {KOPPEN[nummer - 1]}" in kijker.regels


def test_a_key_of_no_part_changes_nothing() -> None:
    with bekijk(begin()) as kijker:
        kijker.toets(*KLAAR)
        eerst = kijker.tekst
        kijker.toets("5", "9", "x", "n", "tab", "enter")
        assert kijker.tekst == eerst


def test_a_click_on_a_tab_shows_that_part_and_the_arrows_read_on_there() -> None:
    with bekijk(begin(), 60, 20) as kijker:
        kijker.toets(*KLAAR)
        kijker.klik("2 Wat wanneer")
        assert actief(kijker) == "2"
        boven = kijker.tekst
        kijker.toets("down")
        assert kijker.tekst != boven


def test_the_arrows_read_on_and_another_part_begins_at_its_top() -> None:
    with bekijk(begin(), 60, 20) as kijker:
        kijker.toets(*KLAAR, "2")
        boven = kijker.tekst
        kijker.toets("down", "down")
        assert kijker.tekst != boven
        kijker.toets("up", "up")
        assert kijker.tekst == boven
        kijker.toets("pagedown", "right", "left")
        assert kijker.tekst == boven


def test_every_word_of_the_report_can_be_read_on_the_narrowest_screen() -> None:
    with bekijk(begin(), 60, 20) as kijker:
        kijker.toets(*KLAAR)
        gelezen = set()
        for nummer in range(1, 5):
            kijker.toets(str(nummer), "home")
            for _ in range(40):
                gelezen |= set(kijker.tekst.split())
                kijker.toets("pagedown")
            gelezen |= set(kijker.tekst.split())
        assert kijker.app.afgerond is not None
        resultaat = kijker.app.afgerond.resultaat
    document = build_profieldocument(resultaat.profiel, resultaat.vragenlijst)
    alineas = [blok.tekst for blok in document.blokken if isinstance(blok, Alinea)]
    assert alineas
    assert {woord for tekst in alineas for woord in tekst.split()} <= gelezen


@pytest.mark.parametrize(("toetsen", "klaar"), [(("1",), False), (("escape",), False), (("2",), True)])
def test_who_would_lose_the_result_is_asked_before_it_ends(toetsen: tuple[str, ...], *, klaar: bool) -> None:
    with bekijk(begin(bewaren_=False)) as kijker:
        kijker.toets(*KLAAR, "escape")
        assert "Je uitslag is niet bewaard. Sluit je dit scherm, dan is hij weg." in kijker.onder
        kijker.toets(*toetsen)
        assert kijker.klaar is klaar
        assert klaar or kijker.kop.endswith("uitslag")


def test_who_wrote_it_to_a_file_loses_nothing() -> None:
    with bekijk(begin(bewaren_=False)) as kijker:
        kijker.toets(*KLAAR, "b", "enter", "escape")
        assert kijker.klaar


@pytest.mark.parametrize("toets", ["escape", "q"])
def test_a_key_ends_it(toets: str) -> None:
    with bekijk(begin()) as kijker:
        kijker.toets(*KLAAR, toets)
        assert kijker.klaar


@pytest.mark.parametrize(("naam", "begint"), [("verslag.md", "# Proef"), ("v.txt", "Proef\n="), ("v.json", "{\n")])
def test_the_report_is_written_to_a_file_and_that_is_said(tmp_path: Path, naam: str, begint: str) -> None:
    with bekijk(begin()) as kijker:
        kijker.toets(*KLAAR, "b", *["backspace"] * 10)
        kijker.typ(naam)
        kijker.toets("enter")
        assert f" Geschreven naar '{naam}'." in kijker.regels
        assert kijker.kop.endswith("uitslag")
    assert (tmp_path / naam).read_text(encoding="utf-8").startswith(begint)


def test_a_name_is_proposed_and_enter_takes_it(tmp_path: Path) -> None:
    with bekijk(begin()) as kijker:
        kijker.toets(*KLAAR, "b")
        assert "│ verslag.md" in kijker.tekst
        kijker.toets("enter")
    assert (tmp_path / "verslag.md").is_file()


def test_typing_at_once_replaces_the_proposed_name(tmp_path: Path) -> None:
    with bekijk(begin()) as kijker:
        kijker.toets(*KLAAR, "b")
        kijker.typ("mijn.txt")
        kijker.toets("enter")
    assert [pad.name for pad in tmp_path.iterdir() if pad.is_file()] == ["mijn.txt"]


def test_answers_in_a_file_come_with_the_command_that_reads_them(tmp_path: Path) -> None:
    (tmp_path / "drie.yaml").write_text(DRIE, encoding="utf-8")
    with bekijk(begin("conflictstijlen-kort")) as kijker:
        kijker.toets("enter", *"5432154321", *"54321", "enter", "2", "b")
        kijker.typ("ik.yaml")
        kijker.toets("enter")
        assert "Geschreven naar 'ik.yaml'. Je profiel zie je met: conflictstijl scoor ik.yaml" in kijker.zin


@pytest.mark.parametrize(
    ("naam", "waarom"),
    [
        ("al.md", "bestaat al"),
        ("verslag.doc", "eindigt niet op .json, .html, .docx, .pdf, .md, .txt of .yaml"),
        ("-", "eindigt niet op"),
        ("weg/verslag.md", "map 'weg' is er niet"),
    ],
)
def test_a_name_that_cannot_be_is_asked_again_with_the_reason(tmp_path: Path, naam: str, waarom: str) -> None:
    (tmp_path / "al.md").write_text("van mij", encoding="utf-8")
    with bekijk(begin(), 60, 20) as kijker:
        kijker.toets(*KLAAR, "b")
        kijker.typ(naam)
        kijker.toets("enter")
        assert kijker.kop.strip() == "Verslag als bestand"
        assert waarom in kijker.zin
        assert f"│ {naam} " in kijker.tekst
        kijker.typ("goed.md")
        kijker.toets("enter")
        assert " Geschreven naar 'goed.md'." in kijker.regels
    assert (tmp_path / "al.md").read_text(encoding="utf-8") == "van mij"
    assert (tmp_path / "goed.md").is_file()


@pytest.mark.parametrize("toetsen", [("escape",), (*["backspace"] * 10, "enter")])
def test_no_name_writes_nothing(tmp_path: Path, toetsen: tuple[str, ...]) -> None:
    with bekijk(begin()) as kijker:
        kijker.toets(*KLAAR, "b")
        kijker.toets(*toetsen)
        assert kijker.kop.endswith("uitslag")
        assert " Geschreven" not in kijker.tekst
    assert [pad.name for pad in tmp_path.iterdir()] == ["gegevens"]


def test_where_the_report_goes_elsewhere_there_is_nothing_to_write(tmp_path: Path) -> None:
    with bekijk(begin(schrijf=None)) as kijker:
        kijker.toets(*KLAAR, "b")
        assert "bewaren" not in kijker.voet
        assert kijker.kop.endswith("uitslag")
    assert [pad.name for pad in tmp_path.iterdir()] == ["gegevens"]


def test_two_enters_in_one_go_write_one_report(tmp_path: Path) -> None:
    with bekijk(begin()) as kijker:
        kijker.toets(*KLAAR, "b")
        kijker.ineens("enter", "enter", "2")
        assert (actief(kijker), kijker.onder[-1]) == ("2", "Geschreven naar 'verslag.md'.")
    assert (tmp_path / "verslag.md").is_file()


def test_a_report_with_other_headings_shows_these_on_its_tabs() -> None:
    with bekijk(begin()) as kijker:
        kijker.toets("enter")
        document = Document((Kop("Titel", 1), Kop("Een"), Alinea("a"), Kop("Twee"), Alinea("b")))
        kijker.doe(lambda: kijker.app.push_screen(Uitslagscherm(document, "Klaar.", None)))
        kijker.toets("2")
        assert (kijker.regels[2], kijker.onder[-2:]) == (" 1 Een ›2 Twee", ["b", "Klaar."])


def test_a_report_is_split_at_its_main_headings() -> None:
    blokken = (Kop("Titel", 1), Kop("Een"), Alinea("a"), Kop("klein", 3), Kop("Twee"), Alinea("b"))
    titel, delen = split_document(Document(blokken))
    assert (titel, [len(deel.blokken) for deel in delen]) == ("Titel", [3, 2])


def test_the_tabs_are_those_of_every_personal_report() -> None:
    with bekijk(begin()) as kijker:
        kijker.toets(*KLAAR)
    assert kijker.app.afgerond is not None
    resultaat = kijker.app.afgerond.resultaat
    _, delen = split_document(build_profieldocument(resultaat.profiel, resultaat.vragenlijst))
    assert [deel.blokken[0] for deel in delen] == [Kop(naam) for naam in KOPPEN]


@pytest.mark.parametrize("koppen", [profiel.KOPPEN, KOPPEN_ANDER, KOPPEN_UITKOMST])
def test_the_tabs_of_every_report_fit_on_the_narrowest_screen(koppen: tuple[str, ...]) -> None:
    assert sum(len(f" 1 {TABBLADEN[kop]} ") for kop in koppen) <= 60
