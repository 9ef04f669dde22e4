"""The keys of the shipped questionnaires: pure answerers, and every possible mistake against the second coding."""

import pytest

from conflictstijl.laden.catalogus import load_vragenlijst
from conflictstijl.model.kennis import STIJLEN
from conflictstijl.rekenen.codering import compare_codering
from conflictstijl.rekenen.controle import build_zuiver, check_opbouw
from conflictstijl.rekenen.scoren import score_antwoorden
from tests.benchmarks.zekerheid import LIJSTEN, build_mutaties, load_codes


@pytest.mark.parametrize("naam", LIJSTEN)
@pytest.mark.parametrize("stijl", STIJLEN)
def test_who_always_chooses_one_style_has_that_style_alone_on_top(naam: str, stijl: str) -> None:
    vragenlijst = load_vragenlijst(naam)
    profiel = score_antwoorden(vragenlijst, build_zuiver(vragenlijst, stijl))
    assert profiel.volgorde[0] == (stijl,)
    assert profiel.duidelijk_hoog == (stijl,)


@pytest.mark.parametrize("naam", LIJSTEN)
def test_the_linter_has_nothing_against_a_shipped_questionnaire(naam: str) -> None:
    assert check_opbouw(load_vragenlijst(naam), naam) == []


@pytest.mark.parametrize(
    ("naam", "aantallen"),
    [
        # n statements, 4 other styles each, one direction each; exchanges: pairs of statements with different keys.
        # thirty: 435 pairs, minus per style C(5, 2) = 10 with two equal straight keys
        ("conflictstijlen", {"stijl": 120, "richting": 30, "verwisseld": 435 - 5 * 10}),
        # fifteen: 105 pairs, minus C(3, 2) = 3 per style
        ("conflictstijlen-kort", {"stijl": 60, "richting": 15, "verwisseld": 105 - 5 * 3}),
        # thirty pairs: 60 texts, 1770 pairs, minus C(12, 2) = 66 per style
        ("conflictstijlen-paren", {"stijl": 240, "richting": 60, "verwisseld": 1770 - 5 * 66}),
    ],
)
def test_every_single_mistake_in_a_shipped_key_is_found_by_the_second_coding(
    naam: str, aantallen: dict[str, int]
) -> None:
    vragenlijst, codes = load_vragenlijst(naam), load_codes(naam)
    codering = compare_codering(vragenlijst, codes, naam)
    assert codering.gelijk == codering.aantal == len(codes)
    assert codering.kappa == 1
    gevonden, gemist = dict.fromkeys(aantallen, 0), 0
    for soort, kopie in build_mutaties(vragenlijst):
        if compare_codering(kopie, codes, naam).gelijk < codering.gelijk:
            gevonden[soort] += 1
        else:
            gemist += 1
    assert (gevonden, gemist) == (aantallen, 0)
