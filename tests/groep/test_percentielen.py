"""Percentiles of the people in a group: in every output that tells about people, with the norm group named."""

import csv
import io
from dataclasses import replace
from fractions import Fraction

import openpyxl
import pytest

from conflictstijl.groep.beeld import Groepswens
from conflictstijl.groep.lezen import Groepsinvoer, load_groep
from conflictstijl.groep.uitvoer import write_csv
from conflictstijl.groep.verslag import build_verslag
from conflictstijl.laden.catalogus import load_vragenlijst
from conflictstijl.model.norm import Normgroep
from conflictstijl.rapport.scoretabel import CSVSTIJLEN
from tests.rapport.bouw import lees_tekst

from .exports import EXPORTS, STIJLEN, STIJLSCAN

BRON = str(EXPORTS / "14_kaal_door_elkaar.csv")
SCORES = ((Fraction(1), 30), (Fraction(7, 2), 60), (Fraction(5), 30))
NORMEN = Normgroep("Proef", 120, 2026, "eigen werk", "verzonnen mensen", dict.fromkeys(STIJLEN, SCORES))
"""D01 has 3.5 on the first style: above 30 of the 120, and above half of 60."""


@pytest.fixture(scope="module")
def invoer() -> Groepsinvoer:
    return load_groep([BRON], replace(load_vragenlijst(STIJLSCAN), normen=NORMEN))


def load_csv(invoer: Groepsinvoer) -> list[list[str]]:
    uit = io.BytesIO()
    write_csv(invoer, uit, CSVSTIJLEN["internationaal"])
    return list(csv.reader(io.StringIO(uit.getvalue().decode())))


def test_the_table_of_people_shows_them_beside_the_score_and_names_the_norm_group(invoer: Groepsinvoer) -> None:
    tekst = lees_tekst(build_verslag(invoer, Groepswens())._replace(met_profielen=True).build_document())
    assert "D01 3,5 (50%) " in tekst
    assert "Normgroep: Proef (120 mensen, 2026). Verzonnen mensen. Bron: eigen werk." in tekst


def test_the_workbook_has_a_column_of_them_per_scale_and_names_the_norm_group(invoer: Groepsinvoer) -> None:
    uit = io.BytesIO()
    build_verslag(invoer, Groepswens())._replace(met_profielen=True).write_werkboek(uit)
    rijen = list(openpyxl.load_workbook(io.BytesIO(uit.getvalue()))["Scores"].values)
    kop = next(rij for rij in rijen if rij[0] == "Wie")
    eerste = next(rij for rij in rijen if rij[0] == "D01")
    assert dict(zip(kop, eerste, strict=True))["Doorzetten: percentiel"] == 50
    assert any("Proef (120 mensen, 2026)" in str(rij[0]) for rij in rijen)


def test_a_csv_has_a_column_of_them_per_scale_after_the_scores(invoer: Groepsinvoer) -> None:
    kop, eerste, *_ = load_csv(invoer)
    assert kop == ["deelnemer", *STIJLEN, *(f"{stijl}_percentiel" for stijl in STIJLEN)]
    assert (eerste[0], eerste[1], eerste[6]) == ("D01", "3.5", "50")


def test_without_norms_there_is_no_column_and_no_word_of_them() -> None:
    kaal = load_groep([BRON], STIJLSCAN)
    assert load_csv(kaal)[0] == ["deelnemer", *STIJLEN]
    tekst = lees_tekst(build_verslag(kaal, Groepswens())._replace(met_profielen=True).build_document())
    assert "ormgroep" not in tekst
    assert "%)" not in tekst
