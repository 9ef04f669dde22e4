"""Scoring scale by scale, as a stream of many people is scored, against scoring a sheet as a whole."""

from dataclasses import replace
from fractions import Fraction
from random import Random
from sys import byteorder

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conflictstijl.laden.catalogus import load_ids, load_vragenlijst
from conflictstijl.model.antwoorden import NVT, Antwoord
from conflictstijl.model.profiel import Schaalscore
from conflictstijl.model.vragen import Voorwaarde, check_antwoord
from conflictstijl.model.vragenlijst import Scoresoort, Vragenlijst
from conflictstijl.rekenen.scoren import score_antwoorden
from conflictstijl.rekenen.vlot import build_scorers, split_getallen
from tests.bouwers import build_blad, build_lijst, build_stelling

from .test_eigenschappen_vormen import VELLEN, Vel


def check_gelijk(vragenlijst: Vragenlijst, antwoorden: list[Antwoord]) -> None:
    """Hold that every scale scored by itself has the score that it has in the profile."""
    profiel = score_antwoorden(vragenlijst, build_blad(*antwoorden))
    for schaal, plaatsen, score, *_ in build_scorers(vragenlijst):
        los, heel = score([antwoorden[plaats] for plaats in plaatsen]), profiel.scores[schaal]
        # an interval and what chance gives need the other scales
        assert los == replace(heel, ondergrens=None, bovengrens=None, toeval=los.toeval)


@given(VELLEN)
def test_a_scale_by_itself_gets_the_score_of_the_whole_sheet(vel: Vel) -> None:
    check_gelijk(*vel)


@given(VELLEN, st.sampled_from([1, 5, None]))
def test_so_it_does_where_a_question_hides_others(vel: Vel, antwoord: int | None) -> None:
    vragenlijst, antwoorden = vel
    deel = vragenlijst.onderdelen[0].id if vragenlijst.onderdelen else ""
    poort = replace(build_stelling("geen", "poort"), onderdeel=deel)
    items = [replace(item, als=(Voorwaarde("poort", (5,)),)) for item in vragenlijst.items]
    check_gelijk(replace(vragenlijst, items=(poort, *items)), [antwoord, *antwoorden])


@pytest.mark.parametrize("naam", sorted(load_ids()))
def test_a_scale_of_a_shipped_questionnaire_depends_on_its_own_questions_only(naam: str) -> None:
    vragenlijst = load_vragenlijst(naam)
    for scorer in build_scorers(vragenlijst):
        vragen = [vragenlijst.vragen[plaats] for plaats in scorer.plaatsen]
        assert vragen
        assert any(vraag.als for vraag in vragenlijst.vragen) or len(vragen) <= len(vragenlijst.items)


def test_leaving_out_a_question_of_the_scale_would_be_seen() -> None:
    vragenlijst = load_vragenlijst("conflictstijlen")
    toeval = Random(1)  # noqa: S311 - examples, no secrets
    antwoorden: list[Antwoord] = [toeval.randint(1, 5) for _ in vragenlijst.vragen]
    (_, plaatsen, score, *_), *_ = build_scorers(vragenlijst)
    zonder = [None, *(antwoorden[plaats] for plaats in plaatsen[1:])]
    assert score(zonder) != score([antwoorden[plaats] for plaats in plaatsen])


@settings(max_examples=30)
@given(VELLEN, st.randoms(use_true_random=False))
def test_answers_that_add_up_to_the_same_have_the_same_score(vel: Vel, toeval: Random) -> None:
    vragenlijst, antwoorden = vel
    bekend: dict[object, Schaalscore] = {}
    for _, plaatsen, score, getallen, breedte, soort in build_scorers(vragenlijst):
        eigen = [antwoorden[plaats] for plaats in plaatsen]
        for _ in range(5):
            geschud = toeval.sample(eigen, len(eigen))
            if all(check_antwoord(a, vragenlijst.vragen[p]) for a, p in zip(geschud, plaatsen, strict=True)):
                delen = [getal[antwoord] for getal, antwoord in zip(getallen, geschud, strict=True)]
                if None not in delen:
                    som = sum(filter(None, delen))
                    gevonden = replace(score(geschud), schaal="")
                    assert bekend.setdefault((soort, som), gevonden) == gevonden
                    assert split_getallen(som, breedte, 1) == [som]


def test_statements_may_change_places_only_when_they_count_alike() -> None:
    lijst = build_lijst(build_stelling("forceren"), build_stelling("-forceren", "2"), build_stelling("forceren 2", "3"))
    (_, _, score, getallen, *_), *_ = build_scorers(lijst)

    def count(*antwoorden: Antwoord) -> int:
        return sum(getal[antwoord] or 0 for getal, antwoord in zip(getallen, antwoorden, strict=True))

    assert count(2, 3, 5) == count(3, 4, 5)
    assert count(2, 3, 5) == count(3, 3 + 1, 5)
    assert count(2, 3, 5) != count(5, 3, 2)
    assert count(None, 3, 5) != count(NVT, 3, 5)
    assert score([2, 3, 5]) == score([3, 4, 5]) != score([5, 3, 2])


@pytest.mark.parametrize(("nvt", "getallen"), [("past niet", 4), (None, 3)])
def test_does_not_apply_has_a_number_where_it_is_offered(nvt: str | None, getallen: int) -> None:
    stelling = build_stelling("forceren")
    lijst = build_lijst(replace(stelling, antwoorden=replace(stelling.antwoorden, nvt=nvt)))
    (_, _, score, (getal,), breedte, _), *_ = build_scorers(lijst)
    gevonden = {een for antwoord in (NVT, None, 1, 5) if (een := getal[antwoord]) is not None}
    assert len(gevonden) == getallen
    assert max(gevonden) < 1 << 8 * breedte
    assert score([NVT]) != score([None])


@given(st.sampled_from([1, 2, 4, 8, 16, 24]), st.lists(st.integers(0, 255), min_size=1))
def test_numbers_side_by_side_come_apart_again(breedte: int, getallen: list[int]) -> None:
    samen = int.from_bytes(b"".join(getal.to_bytes(breedte, byteorder) for getal in getallen), byteorder)
    assert split_getallen(samen, breedte, len(getallen)) == getallen


def test_scales_that_are_built_alike_share_their_scores() -> None:
    scorers = build_scorers(load_vragenlijst("conflictstijlen"))
    assert len({scorer.soort for scorer in scorers}) == 1
    anders = build_lijst(
        build_stelling("forceren"), build_stelling("vermijden 2", "2"), build_stelling("toegeven", "3")
    )
    forceren, vermijden, toegeven = (scorer.soort for scorer in build_scorers(anders) if scorer.getallen)
    assert forceren == toegeven != vermijden


def test_scales_with_other_numbers_of_each_weight_share_nothing() -> None:
    sleutels = ["forceren", "forceren", "forceren 2", "vermijden", "vermijden 2", "vermijden 2"]
    stellingen = [build_stelling(sleutel, str(nummer)) for nummer, sleutel in enumerate(sleutels, 1)]
    lijst = replace(build_lijst(*stellingen), score=Scoresoort.SOM, ontbrekend=Fraction(1, 2))
    forceren, vermijden = (scorer for scorer in build_scorers(lijst) if scorer.getallen)
    assert forceren.soort != vermijden.soort
    # one answer of each weight: the same sum, brought to another whole
    een, ander = forceren.score([5, None, 1]), vermijden.score([5, 1, None])
    assert (een.beantwoord, een.items) == (ander.beantwoord, ander.items)
    assert een.exact != ander.exact
