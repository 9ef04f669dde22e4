"""A group as a workbook: which sheets there are, and their words. The command's tests read the file itself."""

from fractions import Fraction

import pytest

from conflictstijl.laden.catalogus import load_kennis, load_vragenlijst
from conflictstijl.model.groepsbeeld import TE_KLEIN, Groepsbeeld, Groepscijfers, Groepsdeel, Verschuivingen, Voorna
from conflictstijl.model.vragenlijst import Vragenlijst
from conflictstijl.model.werkboek import Blad
from conflictstijl.rapport.groepswerkboek import Itemtelling, Personen, build_groepswerkboek

from .bouw import EIGEN, bouw_eenvoudig

LIJST = load_vragenlijst("conflictstijlen")
SCHALEN = tuple(schaal.id for schaal in LIJST.schalen)
DEEL = Groepsdeel("", SCHALEN, eerste=True, gemiddelden=True)
NIETS = Groepsdeel("", SCHALEN, eerste=False, gemiddelden=False)


def build_bladen(
    deel: Groepsdeel,
    cijfers: Groepscijfers | None,
    kolom: str | None = None,
    lijst: Vragenlijst = LIJST,
    voor_na: Voorna | None = None,
) -> dict[str, Blad]:
    beeld = Groepsbeeld(5, cijfers, (deel,), kolom, {"A": cijfers} if kolom else {})
    werkboek = build_groepswerkboek(beeld, lijst, load_kennis(), {"testrij": 1}, voor_na)
    return {blad.naam: blad for blad in werkboek.bladen}


def test_scales_that_no_one_can_compare_have_no_sheet() -> None:
    # answered in several ways: none can be the first, and choices have no mean
    assert list(build_bladen(NIETS, Groepscijfers(6, {}, {}))) == ["Meldingen"]


def test_nor_have_they_one_per_subgroup() -> None:
    assert list(build_bladen(NIETS, Groepscijfers(6, {}, {}), "team")) == ["Meldingen"]


def test_a_group_too_small_has_no_sheet_either() -> None:
    assert list(build_bladen(DEEL, None)) == ["Meldingen"]


@pytest.mark.parametrize(("lijst", "kop"), [(LIJST, "Stijl"), (bouw_eenvoudig(EIGEN), "Schaal")])
def test_the_head_says_what_the_questionnaire_measures(lijst: Vragenlijst, kop: str) -> None:
    namen = tuple(schaal.id for schaal in lijst.schalen)
    cijfers = Groepscijfers(6, dict.fromkeys([*namen, "gedeeld"], 1), dict.fromkeys(namen, Fraction(3)))
    bladen = build_bladen(DEEL._replace(schalen=namen), cijfers, lijst=lijst)
    assert {bladen[naam].koppen[0] for naam in ("Bovenaan", "Gemiddelden")} == {kop}


def test_before_and_after_is_a_sheet_of_counts_with_its_limits() -> None:
    voor_na = Voorna(9, {"forceren": Verschuivingen(1, 2, 6)})
    blad = build_bladen(NIETS, Groepscijfers(6, {}, {}), voor_na=voor_na)["Voor en na"]
    assert blad.koppen == ("Stijl", "Vaker", "Minder vaak", "Geen duidelijk verschil")
    assert list(blad.rijen) == [("Doorzetten", 1, 2, 6)]
    assert any("bewijst niet" in zin for zin in blad.toelichting)


def test_scales_of_parts_are_told_apart_in_before_and_after() -> None:
    lijst = load_vragenlijst("rustig-en-gespannen")
    voor_na = Voorna(9, {"rustig.forceren": Verschuivingen(), "gespannen.forceren": Verschuivingen()})
    blad = build_bladen(NIETS, Groepscijfers(6, {}, {}), lijst=lijst, voor_na=voor_na)["Voor en na"]
    assert [rij[0] for rij in blad.rijen] == ["Doorzetten (Rustig)", "Doorzetten (Gespannen)"]


def test_before_and_after_that_cannot_be_told_is_a_sheet_that_says_why() -> None:
    blad = build_bladen(NIETS, Groepscijfers(6, {}, {}), voor_na=Voorna(None, {}, TE_KLEIN))["Voor en na"]
    assert list(blad.rijen) == []
    assert "Minder dan 5 mensen" in blad.toelichting[1]


def test_questions_name_their_scales_and_the_direction_in_which_they_count() -> None:
    beeld = Groepsbeeld(5, None, (DEEL,))
    telling = Itemtelling("1", "Zin.", ("forceren", "toegeven"), 6, 0, 2.5, "omgekeerd")
    werkboek = build_groepswerkboek(beeld, LIJST, load_kennis(), Personen((), [telling], []))
    (blad,) = (blad for blad in werkboek.bladen if blad.naam == "Vragen")
    assert dict(zip(blad.koppen, next(iter(blad.rijen)), strict=True)) == {
        "Vraag": "1",
        "Tekst": "Zin.",
        "Telt bij": "Doorzetten, Toegeven",
        "Beantwoord": 6,
        "Leeg": 0,
        "Gemiddelde": 2.5,
        "Richting": "omgekeerd",
    }
    assert "geeft een laag antwoord een hoge score" in blad.toelichting[-1]
