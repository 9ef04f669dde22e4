"""The keys of the shipped questionnaires: pure answerers, and every possible mistake against the second coding."""

from collections import Counter
from collections.abc import Mapping
from math import comb
from pathlib import Path

import pytest

from conflictstijl.laden.catalogus import load_vragenlijst
from conflictstijl.model.antwoorden import Antwoordblad
from conflictstijl.model.profiel import Ordening, Stijlprofiel
from conflictstijl.model.stijlen import STIJLEN
from conflictstijl.model.vragenlijst import Vragenlijst
from conflictstijl.rekenen.codering import Code, compare_codering
from conflictstijl.rekenen.controle import check_opbouw
from conflictstijl.rekenen.scoren import score_antwoorden
from conflictstijl.rekenen.sleutelcontrole import build_zuiver
from tests.benchmarks.zekerheid import (
    CODERINGEN,
    DELEN,
    LIJSTEN,
    PRAKTIJK,
    VERDIEPING,
    build_mutaties,
    load_codes,
    load_gecodeerd,
)

ALLE = (*LIJSTEN, VERDIEPING, *DELEN, PRAKTIJK)
PADEN = sorted(CODERINGEN.glob("*.csv"))


def score_zuiver(vragenlijst: Vragenlijst, stijl: str) -> Stijlprofiel:
    """Return the profile of someone who always chooses one style, in every part."""
    vellen = {
        schaal.onderdeel: build_zuiver(vragenlijst, schaal.id).antwoorden
        for schaal in vragenlijst.schalen
        if schaal.stijl == stijl
    }
    delen = [item.onderdeel if item.onderdeel in vellen else "" for item in vragenlijst.items]
    antwoorden = [vellen[deel][plaats] for plaats, deel in enumerate(delen)]
    return score_antwoorden(
        vragenlijst, Antwoordblad(vragenlijst.id, (*[0] * len(vragenlijst.achtergrond), *antwoorden))
    )


@pytest.mark.parametrize("naam", ALLE)
@pytest.mark.parametrize("stijl", STIJLEN)
def test_who_always_chooses_one_style_has_that_style_alone_on_top(naam: str, stijl: str) -> None:
    profiel = score_zuiver(load_vragenlijst(naam), stijl)
    heel = {"": Ordening(profiel.volgorde, profiel.duidelijk_hoog)}
    for onderdeel, ordening in (profiel.onderdelen or heel).items():
        schaal = f"{onderdeel}.{stijl}".lstrip(".")
        assert ordening.volgorde[0] == (schaal,)
        assert ordening.hoog == (schaal,)


@pytest.mark.parametrize("naam", ALLE)
def test_the_linter_has_nothing_against_a_shipped_questionnaire(naam: str) -> None:
    assert check_opbouw(load_vragenlijst(naam), naam) == []


@pytest.mark.parametrize("stijl", STIJLEN)
def test_who_always_chooses_one_style_fits_as_often_as_chance(stijl: str) -> None:
    # every style fits best three times and second three times: 9 of 30 points
    score = score_zuiver(load_vragenlijst(PRAKTIJK), stijl).scores["passend"]
    assert score.som == 9
    assert score.toeval is not None
    assert score.exact == score.toeval.verwacht


@pytest.mark.parametrize("pad", PADEN, ids=lambda pad: pad.stem)
def test_every_single_mistake_in_a_shipped_key_is_found_by_the_second_coding(pad: Path) -> None:
    vragenlijst, codes = load_gecodeerd(pad), load_codes(pad)
    codering = compare_codering(vragenlijst, codes, pad.name)
    assert codering.gelijk == codering.aantal == len(codes)
    assert codering.kappa == 1
    aantallen = count_mogelijk(codes)
    gevonden, gemist = dict.fromkeys(aantallen, 0), 0
    for soort, kopie in build_mutaties(vragenlijst):
        if compare_codering(kopie, codes, pad.name).gelijk < codering.gelijk:
            gevonden[soort] += 1
        else:
            gemist += 1
    assert (gevonden, gemist) == (aantallen, 0)


def count_mogelijk(codes: Mapping[str, Code]) -> dict[str, int]:
    """N texts: four other styles each, one direction each, and every two texts with different codes."""
    gelijke = sum(comb(keren, 2) for keren in Counter(codes.values()).values())
    return {"stijl": 4 * len(codes), "richting": len(codes), "verwisseld": comb(len(codes), 2) - gelijke}


def test_every_shipped_questionnaire_was_read_a_second_time() -> None:
    # exchanges by hand: of thirty statements 435, less per style C(5, 2) with two equal straight keys; and so on
    assert {naam: tuple(count_mogelijk(load_codes(CODERINGEN / f"{naam}.csv")).values()) for naam in ALLE} == {
        "conflictstijlen": (120, 30, 435 - 5 * 10),
        "conflictstijlen-kort": (60, 15, 105 - 5 * 3),
        "conflictstijlen-paren": (240, 60, 1770 - 5 * 66),
        "conflictstijlen-verdieping": (80, 20, 190 - 5 * 6),
        "rustig-en-gespannen": (80, 20, 190 - 5 * 6),
        "rollen": (60, 15, 105 - 5 * 3),
        "praktijksituaties": (300, 75, 2775 - 5 * 105),
    }


@pytest.mark.parametrize("naam", ALLE)
def test_a_mistake_is_made_in_the_file_and_so_in_every_part(naam: str) -> None:
    vragenlijst = load_vragenlijst(naam)
    soort, kopie = next(iter(build_mutaties(vragenlijst)))
    paren = zip(vragenlijst.uitspraken(), kopie.uitspraken(), strict=True)
    anders = [oud[0] for oud, nieuw in paren if oud != nieuw]
    assert soort == "stijl"
    assert len(anders) == (len(vragenlijst.onderdelen) or 1)
    assert [schaal.id for schaal in kopie.schalen] == [schaal.id for schaal in vragenlijst.schalen]
