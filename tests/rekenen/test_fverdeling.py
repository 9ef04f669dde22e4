"""The F distribution against R."""

import csv
from math import isclose
from pathlib import Path

import pytest

from conflictstijl.rekenen.fverdeling import score_f_kans, score_f_kwantiel

REFERENTIE = Path(__file__).parent.parent / "referentie"


def load_rijen(naam: str) -> list[dict[str, float]]:
    with (REFERENTIE / naam).open(encoding="utf-8", newline="") as bestand:
        return [{kolom: float(waarde) for kolom, waarde in rij.items()} for rij in csv.DictReader(bestand)]


def test_quantiles_agree_with_r_up_to_a_hundred_thousand_people() -> None:
    rijen = load_rijen("f-kwantiel.csv")
    assert max(rij["teller"] for rij in rijen) == 99_999
    for rij in rijen:
        gevonden = score_f_kwantiel(rij["kans"], int(rij["teller"]), int(rij["noemer"]))
        assert isclose(gevonden, rij["kwantiel"], rel_tol=1e-9), rij


def test_probabilities_agree_with_r() -> None:
    for rij in load_rijen("f-kans.csv"):
        gevonden = score_f_kans(rij["f"], int(rij["teller"]), int(rij["noemer"]))
        assert isclose(gevonden, rij["kans"], abs_tol=1e-12), rij


@pytest.mark.parametrize("vrijheid", [(1, 4), (30, 7), (499, 2495)])
def test_exchanging_the_degrees_of_freedom_turns_a_quantile_upside_down(vrijheid: tuple[int, int]) -> None:
    teller, noemer = vrijheid
    assert isclose(score_f_kwantiel(0.025, teller, noemer), 1 / score_f_kwantiel(0.975, noemer, teller), rel_tol=1e-10)
