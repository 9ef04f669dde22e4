"""A group as a workbook: which sheets there are. The command's tests read the file itself."""

from conflictstijl.laden.catalogus import load_kennis, load_vragenlijst
from conflictstijl.model.groepsbeeld import Groepsbeeld, Groepscijfers, Groepsdeel
from conflictstijl.rapport.groepswerkboek import build_groepswerkboek

LIJST = load_vragenlijst("conflictstijlen")
SCHALEN = tuple(schaal.id for schaal in LIJST.schalen)


def list_bladen(deel: Groepsdeel, cijfers: Groepscijfers | None, kolom: str | None = None) -> list[str]:
    beeld = Groepsbeeld(5, cijfers, (deel,), kolom, {"A": cijfers} if kolom else {})
    return [blad.naam for blad in build_groepswerkboek(beeld, LIJST, load_kennis(), {"testrij": 1}, None).bladen]


def test_scales_that_no_one_can_compare_have_no_sheet() -> None:
    # answered in several ways: none can be the first, and choices have no mean
    assert list_bladen(Groepsdeel("", SCHALEN, eerste=False, gemiddelden=False), Groepscijfers(6, {}, {})) == [
        "Meldingen"
    ]


def test_nor_have_they_one_per_subgroup() -> None:
    deel = Groepsdeel("", SCHALEN, eerste=False, gemiddelden=False)
    assert list_bladen(deel, Groepscijfers(6, {}, {}), "team") == ["Meldingen"]


def test_a_group_too_small_has_no_sheet_either() -> None:
    assert list_bladen(Groepsdeel("", SCHALEN, eerste=True, gemiddelden=True), None) == ["Meldingen"]
