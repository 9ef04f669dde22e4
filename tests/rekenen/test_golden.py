"""The scores of 500 simulated people against R psych."""

import csv
from functools import cache
from math import isclose
from pathlib import Path

import pytest

from conflictstijl.model.antwoorden import Antwoord
from conflictstijl.model.profiel import Stijlprofiel
from conflictstijl.model.vragenlijst import Vragenlijst
from conflictstijl.rekenen.scoren import score_antwoorden
from tests.bouwers import build_blad, build_stellingen

MAP = Path(__file__).parent.parent / "referentie" / "golden-sim500"
ZONDER_REGEL = "scores_scoreItems_none_mean.csv"
MET_REGEL = "scores_80pct_rule_mean.csv"


def load_rijen(naam: str) -> list[dict[str, str]]:
    with (MAP / naam).open(encoding="utf-8", newline="") as bestand:
        return list(csv.DictReader(bestand))


@cache
def load_profielen() -> dict[str, Stijlprofiel]:
    vragenlijst = load_lijst()
    return {naam: score_antwoorden(vragenlijst, build_blad(*antwoorden)) for naam, antwoorden in load_bladen().items()}


def load_lijst() -> Vragenlijst:
    sleutels = {rij["item"]: ("-" if rij["direction"] == "-1" else "") + rij["scale"] for rij in load_rijen("keys.csv")}
    return build_stellingen(*(sleutels[f"v{nummer:02}"] for nummer in range(1, 31)))


def load_bladen() -> dict[str, list[Antwoord]]:
    bladen = {rij.pop("id"): rij for rij in load_rijen("raw.csv")}
    return {naam: [int(cel) if cel else None for cel in rij.values()] for naam, rij in bladen.items()}


def count_afwijkingen(verwacht: str) -> tuple[int, int]:
    """Cells compared, and cells that differ by more than 1e-9 or are empty on one side only."""
    vergeleken = afwijkend = 0
    for rij in load_rijen(verwacht):
        profiel = load_profielen()[rij.pop("id")]
        assert set(profiel.scores) == set(rij)
        for naam, cel in rij.items():
            waarde = profiel.scores[naam].waarde
            gelijk = waarde is None if cel == "" else waarde is not None and isclose(waarde, float(cel), abs_tol=1e-9)
            vergeleken, afwijkend = vergeleken + 1, afwijkend + (not gelijk)
    return vergeleken, afwijkend


def test_all_scores_agree_with_r_including_those_that_cannot_be_scored() -> None:
    assert sum(cel == "" for rij in load_rijen(MET_REGEL) for cel in rij.values()) > 0
    assert count_afwijkingen(MET_REGEL) == (2500, 0)


def test_the_comparison_notices_another_rule_for_missing_answers() -> None:
    vergeleken, afwijkend = count_afwijkingen(ZONDER_REGEL)
    assert vergeleken == 2500
    assert afwijkend == sum(cel == "" for rij in load_rijen(MET_REGEL) for cel in rij.values())


def test_a_sheet_of_another_length_is_refused() -> None:
    with pytest.raises(ValueError, match="zip"):
        score_antwoorden(load_lijst(), build_blad(3, 3, 3))
