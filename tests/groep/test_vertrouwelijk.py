"""A group report that tells about people: it says so first, and nothing in it says the opposite."""

import io

import openpyxl
import pytest

from conflictstijl.groep.beeld import Groepswens
from conflictstijl.groep.lezen import load_groep
from conflictstijl.groep.verslag import Groepsverslag, build_verslag, build_verslagen
from conflictstijl.model.document import Document, Kop
from tests.rapport.bouw import lees_tekst

from .exports import EXPORTS, STIJLSCAN

NIET_WAAR = ("staan hier niet in", "Deel dit daarom alleen met de groep", "Over minder dan")
ZONDER_CODE = str(EXPORTS / "02_msforms_nl_anoniem.xlsx")


@pytest.fixture
def verslag() -> Groepsverslag:
    return build_verslag(load_groep([str(EXPORTS / "14_kaal_door_elkaar.csv")], STIJLSCAN), Groepswens())


def load_bladen(verslag: Groepsverslag) -> dict[str, list[str]]:
    """Return the texts of each sheet of the workbook, cell by cell."""
    uit = io.BytesIO()
    verslag.write_werkboek(uit)
    boek = openpyxl.load_workbook(io.BytesIO(uit.getvalue()))
    return {blad.title: [str(cel) for rij in blad.values for cel in rij if cel is not None] for blad in boek}


def read_titel(document: Document) -> str:
    kop = document.blokken[0]
    assert isinstance(kop, Kop)
    return kop.tekst


def test_with_people_the_title_and_the_first_sentence_say_so(verslag: Groepsverslag) -> None:
    document = verslag._replace(met_profielen=True).build_document()
    assert read_titel(document).startswith("VERTROUWELIJK: ")
    assert "uitslag per persoon" in lees_tekst(document).splitlines()[1]


@pytest.mark.parametrize("zin", NIET_WAAR)
def test_with_people_no_sentence_says_that_they_are_left_out(verslag: Groepsverslag, zin: str) -> None:
    assert zin in lees_tekst(verslag.build_document())
    assert zin not in lees_tekst(verslag._replace(met_profielen=True).build_document())


def test_without_people_nothing_is_called_confidential(verslag: Groepsverslag) -> None:
    assert "VERTROUWELIJK" not in lees_tekst(verslag.build_document())
    assert not any("VERTROUWELIJK" in cel for blad in load_bladen(verslag).values() for cel in blad)


def test_a_group_too_small_for_a_picture_is_confidential_from_the_title_on_too() -> None:
    invoer = load_groep([str(EXPORTS / "14_kaal_door_elkaar.csv")], STIJLSCAN)
    document = build_verslag(invoer, Groepswens(minimum=90))._replace(met_profielen=True).build_document()
    assert read_titel(document).startswith("VERTROUWELIJK: ")


def test_every_sheet_with_figures_of_a_workbook_with_people_says_that_they_are_in_it(verslag: Groepsverslag) -> None:
    bladen = load_bladen(verslag._replace(met_profielen=True))
    assert all(bladen[naam][0].startswith("VERTROUWELIJK: ") for naam in ("Bovenaan", "Gemiddelden", "Scores"))
    assert not any("staan hier niet in" in cel for blad in bladen.values() for cel in blad)
    assert any("staan hier niet in" in cel for cel in load_bladen(verslag)["Bovenaan"])


def test_who_has_no_code_gets_a_report_without_a_number_of_a_row_and_keeps_it_in_the_file_name() -> None:
    eerste = next(build_verslagen(load_groep([ZONDER_CODE], STIJLSCAN)))
    assert eerste.deelnemer.startswith("rij ")
    assert eerste.naam.startswith("rij-")
    assert not any("rij " in read_titel(document) for document in eerste.documenten)


def test_who_has_a_code_reads_it_in_the_title() -> None:
    eerste = next(build_verslagen(load_groep([str(EXPORTS / "14_kaal_door_elkaar.csv")], STIJLSCAN)))
    assert read_titel(eerste.documenten[0]).endswith(" - D01")
