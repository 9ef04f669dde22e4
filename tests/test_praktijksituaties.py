"""The key of the practice situations follows from the situation model, and no style is the safe bet."""

import csv
from collections import Counter
from fractions import Fraction
from pathlib import Path

import pytest

from conflictstijl.laden.catalogus import load_vragenlijst
from conflictstijl.model.antwoorden import Antwoordblad
from conflictstijl.model.stijlen import STIJLEN
from conflictstijl.model.vragen import Keuze
from conflictstijl.rekenen.scoren import score_antwoorden
from conflictstijl.rekenen.sleutelcontrole import build_zuiver

LIJST = load_vragenlijst("praktijksituaties")
GEWICHTEN = Path(__file__).parent / "referentie" / "situatiegewichten.csv"
BESTE, TWEEDE = 2, 1


def load_gewichten() -> dict[tuple[str, str], dict[str, int]]:
    with GEWICHTEN.open(encoding="utf-8", newline="") as bestand:
        rijen = csv.DictReader(bestand)
        return {(rij["kenmerk"], rij["stand"]): {stijl: int(rij[stijl]) for stijl in STIJLEN} for rij in rijen}


def read_stijl(keuze: Keuze, plaats: int) -> str:
    return keuze.opties[plaats].sleutel[0].schaal


def read_passend(keuze: Keuze) -> dict[str, Fraction]:
    """Return per style how much its option counts for how well choices fit."""
    return {
        read_stijl(keuze, plaats): next((d.gewicht for d in optie.sleutel if d.schaal == "passend"), Fraction(0))
        for plaats, optie in enumerate(keuze.opties)
    }


def read_beste(keuze: Keuze) -> int:
    """Return the place of the option that fits best."""
    return max(range(len(keuze.opties)), key=lambda plaats: read_passend(keuze)[read_stijl(keuze, plaats)])


def score_model(keuze: Keuze, gewichten: dict[tuple[str, str], dict[str, int]]) -> dict[str, int]:
    return {stijl: sum(gewichten[kenmerk][stijl] for kenmerk in keuze.kenmerken) for stijl in STIJLEN}


@pytest.mark.parametrize("keuze", LIJST.keuzes, ids=lambda keuze: keuze.id)
def test_the_model_puts_the_two_keyed_styles_alone_on_top(keuze: Keuze) -> None:
    scores = score_model(keuze, load_gewichten())
    beste, tweede, *rest = sorted(STIJLEN, key=lambda stijl: -scores[stijl])
    assert scores[beste] > scores[tweede] > max(scores[stijl] for stijl in rest)
    assert read_passend(keuze) == {**dict.fromkeys(rest, 0), beste: BESTE, tweede: TWEEDE}


def test_another_level_of_a_factor_would_be_noticed() -> None:
    keuze = LIJST.keuzes[0]
    gewichten = load_gewichten()
    anders = {sleutel: {**rij, "forceren": rij["forceren"] + 9} for sleutel, rij in gewichten.items()}
    assert max(STIJLEN, key=score_model(keuze, anders).__getitem__) != max(STIJLEN, key=read_passend(keuze).__getitem__)


def test_every_situation_offers_every_style_once_and_says_why() -> None:
    for keuze in LIJST.keuzes:
        assert sorted(keuze.schalen) == sorted(STIJLEN)
        assert keuze.casus
        assert keuze.toelichting
        assert keuze.kenmerken


@pytest.mark.parametrize("gewicht", [BESTE, TWEEDE])
def test_every_style_fits_best_and_second_best_equally_often(gewicht: int) -> None:
    aantal = Counter(s for keuze in LIJST.keuzes for s, punten in read_passend(keuze).items() if punten == gewicht)
    assert aantal == dict.fromkeys(STIJLEN, 3)


def test_neither_a_style_nor_the_best_option_has_a_fixed_place() -> None:
    plaatsen = Counter((stijl, plaats) for keuze in LIJST.keuzes for plaats, stijl in enumerate(keuze.schalen))
    assert set(plaatsen.values()) == {3}
    beste = Counter(map(read_beste, LIJST.keuzes))
    assert beste == dict.fromkeys(range(5), 3)


@pytest.mark.parametrize("stijl", STIJLEN)
def test_always_choosing_one_style_scores_exactly_at_chance(stijl: str) -> None:
    score = score_antwoorden(LIJST, build_zuiver(LIJST, stijl)).scores["passend"]
    assert score.toeval is not None
    assert score.exact == score.toeval.verwacht == Fraction(9, 30)


def test_choosing_what_fits_scores_full_marks() -> None:
    blad = Antwoordblad(LIJST.id, tuple(map(read_beste, LIJST.keuzes)))
    assert score_antwoorden(LIJST, blad).scores["passend"].exact == 1
