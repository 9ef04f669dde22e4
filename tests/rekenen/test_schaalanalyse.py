"""The reliability of scales: 500 simulated people against R psych, what is refused, and what cannot matter."""

import csv
from collections.abc import Iterable, Sequence
from dataclasses import replace
from fractions import Fraction
from functools import cache
from math import isclose, sqrt
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conflictstijl.model.antwoorden import NVT, Antwoord
from conflictstijl.model.schaalanalyse import Analysereden, Lijstanalyse, Schaalanalyse
from conflictstijl.model.vragen import Voorwaarde
from conflictstijl.model.vragenlijst import Scoresoort, Vragenlijst
from conflictstijl.rekenen.factoranalyse import score_ladingen, score_omega
from conflictstijl.rekenen.normeren import score_spreiding
from conflictstijl.rekenen.schaalanalyse import build_analyse, score_alfa_groep
from conflictstijl.rekenen.schaalsommen import Schaalsommen
from conflictstijl.rekenen.scoren import score_antwoorden
from tests.bouwers import (
    build_antwoordschaal,
    build_blad,
    build_gedeeld,
    build_keuze,
    build_lijst,
    build_paren,
    build_stelling,
    build_stellingen,
)

from .test_golden import MAP, load_bladen, load_lijst, load_rijen

TIEN = ("forceren",) * 3 + ("-forceren",) * 2
"""A scale of five statements, two of them reversed."""


def build_sommen(lijst: Vragenlijst, bladen: Iterable[Sequence[Antwoord]]) -> Schaalsommen:
    sommen = Schaalsommen(lijst)
    for blad in bladen:
        sommen.add(blad)
    return sommen


def read_schaal(lijst: Vragenlijst, bladen: Iterable[Sequence[Antwoord]], naam: str = "forceren") -> Schaalanalyse:
    return {een.schaal: een for een in build_analyse(build_sommen(lijst, bladen)).schalen}[naam]


@cache
def load_sommen() -> Schaalsommen:
    return build_sommen(load_lijst(), load_bladen().values())


@cache
def load_analyse() -> Lijstanalyse:
    return build_analyse(load_sommen())


def read_r(naam: str, kolom: str) -> dict[tuple[str, str], float]:
    """A column of R per scale and statement; the statement is empty where R has one row per scale."""
    return {(rij["scale"], rij.get("item", "")): float(rij[kolom]) for rij in load_rijen(naam)}


def list_items(wat: str) -> dict[tuple[str, str], float]:
    """A figure per scale and statement, with the statement as R calls it."""
    return {
        (schaal.schaal, f"v{int(item.item):02}"): getattr(item, wat)
        for schaal in load_analyse().schalen
        for item in schaal.items
    }


def check_gelijk(eigen: dict[tuple[str, str], float], r: dict[tuple[str, str], float], marge: float = 1e-9) -> bool:
    return eigen.keys() == r.keys() and all(isclose(eigen[naam], r[naam], abs_tol=marge) for naam in r)


@pytest.mark.parametrize(
    ("wat", "kolom", "marge"),
    [
        ("alfa", "raw_alpha", 1e-9),
        ("alfa_volledig", "raw_alpha_listwise", 1e-9),
        ("sem", "sem_none", 1e-9),
        ("n", "n", 0),
        ("volledig", "n_complete", 0),
        ("omega", "omega_minres_std", 1e-5),
    ],
)
def test_figures_of_a_scale_agree_with_r(wat: str, kolom: str, marge: float) -> None:
    eigen = {(schaal.schaal, ""): getattr(schaal, wat) for schaal in load_analyse().schalen}
    assert check_gelijk(eigen, read_r("reliability.csv", kolom), marge)


def test_the_comparison_with_r_notices_another_rule_for_gaps() -> None:
    alfa = {(schaal.schaal, ""): float(schaal.alfa or 0) for schaal in load_analyse().schalen}
    assert not check_gelijk(alfa, read_r("reliability.csv", "raw_alpha_listwise"))
    sem = {(schaal.schaal, ""): float(schaal.sem or 0) for schaal in load_analyse().schalen}
    assert not check_gelijk(sem, read_r("reliability.csv", "sem_80"))


@pytest.mark.parametrize(
    ("wat", "bestand", "kolom"),
    [("item_rest", "item_stats.csv", "r_drop"), ("alfa_zonder", "alpha_if_dropped.csv", "raw_alpha")],
)
def test_figures_of_a_statement_agree_with_r(wat: str, bestand: str, kolom: str) -> None:
    assert check_gelijk(list_items(wat), read_r(bestand, kolom))


def test_spreads_of_statements_and_scores_agree_with_r() -> None:
    r = read_r("item_stats.csv", "sd")
    for som in load_sommen().schalen.values():
        matrix = load_sommen().read_covarianties(som, som)
        namen = [f"v{int(load_sommen().stellingen[plaats].id):02}" for plaats in som.plaatsen]
        assert [sqrt(matrix[i][i]) for i in range(6)] == pytest.approx(
            [r[som.schaal, naam] for naam in namen], abs=1e-9
        )
        assert score_spreiding(som.scores) == pytest.approx(
            read_r("reliability.csv", "sd_scale_none")[som.schaal, ""], abs=1e-9
        )


def test_loadings_agree_with_r() -> None:
    eigen: dict[tuple[str, str], float] = {}
    for som in load_sommen().schalen.values():
        correlaties = load_sommen().read_correlaties(som)
        assert correlaties is not None
        ladingen = score_ladingen(correlaties)
        assert ladingen is not None
        namen = [f"v{int(load_sommen().stellingen[plaats].id):02}" for plaats in som.plaatsen]
        eigen |= {(som.schaal, naam): lading for naam, lading in zip(namen, ladingen, strict=True)}
        assert score_omega(ladingen) == pytest.approx(
            read_r("reliability.csv", "omega_minres_std")[som.schaal, ""], abs=1e-5
        )
    assert check_gelijk(eigen, read_r("item_stats.csv", "loading_minres"), 1e-5)


def test_correlations_between_scales_agree_with_r_both_ways_around() -> None:
    for rij in load_rijen("scale_cor_none.csv"):
        een = rij.pop("scale")
        verwacht = {ander: float(cel) for ander, cel in rij.items() if ander != een}
        assert load_analyse().samenhang[een] == pytest.approx(verwacht, abs=1e-9)


def test_the_interval_of_alpha_agrees_with_r() -> None:
    with (MAP.parent / "alfa-interval.csv").open(encoding="utf-8", newline="") as bestand:
        r = {rij["schaal"]: (float(rij["ondergrens"]), float(rij["bovengrens"])) for rij in csv.DictReader(bestand)}
    for schaal in load_analyse().schalen:
        assert schaal.interval == pytest.approx(r[schaal.schaal], abs=1e-9)


def test_weights_count_in_alpha_rest_and_error_as_they_do_in_the_score() -> None:
    with (MAP.parent / "gewogen.csv").open(encoding="utf-8", newline="") as bestand:
        _, *rijen = csv.reader(bestand)
    lijst = build_stellingen("forceren", "forceren 2", "forceren 0.5", "forceren")
    schaal = read_schaal(lijst, ([int(cel) if cel else None for cel in rij] for rij in rijen))
    assert schaal.alfa == pytest.approx(0.78453200261475242, abs=1e-9)
    r = [0.74318337215018981, 0.73552226110077512, 0.70615547463050354, 0.73683772330635122]
    assert [item.item_rest for item in schaal.items] == pytest.approx(r, abs=1e-9)
    assert schaal.sem == pytest.approx(0.37538989332910316, abs=1e-9)
    assert schaal.redenen == (Analysereden.GEWICHTEN,)


def test_a_wrong_key_changes_alpha() -> None:
    lijst = load_lijst()
    eerste, *andere = lijst.stellingen
    fout = replace(eerste, sleutel=(eerste.sleutel[0]._replace(omgekeerd=True),))
    verkeerd = read_schaal(replace(lijst, items=(fout, *andere)), load_bladen().values())
    goed = load_analyse().schalen[0]
    assert verkeerd.alfa is not None
    assert goed.alfa is not None
    assert verkeerd.alfa < goed.alfa - 0.2
    rest = verkeerd.items[0].item_rest
    assert rest is not None
    assert rest < 0


CELLEN = st.one_of(st.integers(1, 5), st.integers(1, 5), st.integers(1, 5), st.none(), st.just(NVT))
GROEPEN = st.lists(st.tuples(*[CELLEN] * len(TIEN)), min_size=20, max_size=60)
Groep = list[tuple[Antwoord, ...]]


def read_cijfers(schaal: Schaalanalyse) -> list[float | None]:
    return [schaal.alfa, schaal.alfa_volledig, schaal.omega, schaal.sem, *(schaal.interval or ())]


@given(GROEPEN, st.integers(0, 60), st.randoms(use_true_random=False))
@settings(max_examples=40)
def test_neither_the_order_of_people_nor_cutting_a_group_in_two_matters(
    groep: Groep, plaats: int, toeval: Random
) -> None:
    lijst = build_stellingen(*TIEN)
    heel = build_sommen(lijst, groep)
    geschud = list(groep)
    toeval.shuffle(geschud)
    eerste, tweede = build_sommen(lijst, geschud[:plaats]), build_sommen(lijst, geschud[plaats:])
    eerste.extend(tweede)
    assert eerste.n == heel.n
    assert build_analyse(eerste) == build_analyse(heel)


@pytest.mark.no_cover
@given(GROEPEN, st.permutations(range(len(TIEN))))
@settings(max_examples=40)
def test_the_order_of_statements_does_not_matter(groep: Groep, volgorde: list[int]) -> None:
    heel = read_schaal(build_stellingen(*TIEN), groep)
    anders = read_schaal(
        build_stellingen(*(TIEN[plaats] for plaats in volgorde)),
        (tuple(rij[plaats] for plaats in volgorde) for rij in groep),
    )
    assert read_cijfers(anders) == pytest.approx(read_cijfers(heel), abs=1e-9)
    assert [anders.items[volgorde.index(plaats)].item_rest for plaats in range(len(TIEN))] == pytest.approx(
        [item.item_rest for item in heel.items], abs=1e-9
    )


@given(GROEPEN)
@settings(max_examples=40)
def test_the_same_answers_on_a_wider_scale_give_the_same_alpha_and_a_wider_error(groep: Groep) -> None:
    ruim = build_antwoordschaal([0, 10, 20, 30, 40])
    gewoon = read_schaal(build_stellingen(*TIEN), groep)
    wijd = read_schaal(
        build_stellingen(*TIEN, antwoorden=ruim),
        ([10 * een - 10 if isinstance(een, int) else een for een in rij] for rij in groep),
    )
    assert (wijd.alfa, wijd.alfa_volledig) == (gewoon.alfa, gewoon.alfa_volledig)
    assert (gewoon.sem is None) is (wijd.sem is None)
    assert gewoon.sem is None or wijd.sem == pytest.approx(10 * gewoon.sem, abs=1e-9)


@pytest.mark.parametrize("score", list(Scoresoort))
@pytest.mark.parametrize("antwoorden", [range(1, 6), range(5)])
def test_the_scores_behind_the_error_are_those_that_people_get(score: Scoresoort, antwoorden: range) -> None:
    sleutels = ("forceren", "-forceren 2", "samenwerken", "forceren 0.5, samenwerken", "-samenwerken")
    lijst = build_stellingen(
        *sleutels, score=score, antwoorden=build_antwoordschaal(antwoorden), ontbrekend=Fraction(0)
    )
    for rij in ([0, 1, 2, 3, 4], [4, 4, None, 0, 1], [None, 1, NVT, None, 2], [3, 3, 3, 3, 3]):
        blad = [een + antwoorden.start if isinstance(een, int) else een for een in rij]
        profiel = score_antwoorden(lijst, build_blad(*blad))
        for naam, som in build_sommen(lijst, [blad]).schalen.items():
            assert som.scores == [(profiel.scores[naam].exact, 1)]


def build_groep(aantal: int, per: int = 4) -> list[list[Antwoord]]:
    """People whose answers go together, but not wholly."""
    toeval = Random(7)  # noqa: S311 - answers for a test
    middens = [toeval.randint(1, 5) for _ in range(aantal)]
    return [[min(5, max(1, midden + toeval.randint(-1, 1))) for _ in range(per)] for midden in middens]


@pytest.mark.parametrize(("aantal", "geeft"), [(19, False), (20, True)])
def test_below_twenty_people_nothing_is_said_about_a_scale(aantal: int, geeft: bool) -> None:
    schaal = read_schaal(build_stellingen(*["forceren"] * 4), build_groep(aantal))
    assert (schaal.n, schaal.alfa is not None, schaal.items[0].item_rest is not None) == (aantal, geeft, geeft)
    assert (schaal.redenen == (Analysereden.TE_WEINIG_MENSEN,)) is not geeft


@pytest.mark.parametrize(("aantal", "geeft"), [(99, False), (100, True)])
def test_below_a_hundred_people_alpha_has_a_warning_and_no_company(aantal: int, geeft: bool) -> None:
    schaal = read_schaal(build_stellingen(*["forceren"] * 4), build_groep(aantal))
    assert schaal.alfa is not None
    assert schaal.alfa_volledig == schaal.alfa
    assert (schaal.omega is not None, schaal.items[0].alfa_zonder is not None) == (geeft, geeft)
    assert schaal.redenen == (() if geeft else (Analysereden.WEINIG_MENSEN,))


def test_people_without_an_answer_on_a_scale_do_not_count_for_it() -> None:
    groep: list[list[Antwoord]] = [*build_groep(19), [None] * 4, [NVT] * 4]
    sommen = build_sommen(build_stellingen(*["forceren"] * 4), groep)
    assert (sommen.n, build_analyse(sommen).schalen[0].n) == (19, 19)


def test_statements_that_too_few_people_both_answered_give_no_alpha() -> None:
    # half of the people answered the first, the others the rest
    groep: list[list[Antwoord]] = [[1 + nummer % 5, None, None] for nummer in range(15)]
    groep += [[None, 1 + nummer % 5, 1 + nummer % 4] for nummer in range(15)]
    schaal = read_schaal(build_stellingen(*["forceren"] * 3), groep)
    assert (schaal.n, schaal.alfa, schaal.redenen) == (30, None, (Analysereden.TE_WEINIG_SAMEN,))


def test_an_alpha_of_complete_rows_needs_twenty_of_them() -> None:
    groep = [*build_groep(19), *([*rij[:3], None] for rij in build_groep(30))]
    schaal = read_schaal(build_stellingen(*["forceren"] * 4), groep)
    assert (schaal.volledig, schaal.alfa_volledig) == (19, None)
    assert schaal.alfa is not None
    assert Analysereden.WEINIG_VOLLEDIG in schaal.redenen


def test_one_statement_is_no_scale_to_go_together() -> None:
    schaal = read_schaal(build_stellingen("forceren"), build_groep(120, per=1))
    assert (schaal.alfa, schaal.sem, schaal.redenen) == (None, None, (Analysereden.TE_WEINIG_STELLINGEN,))


def test_two_statements_have_alpha_but_nothing_that_needs_three() -> None:
    schaal = read_schaal(build_stellingen("forceren", "forceren"), build_groep(120, per=2))
    assert schaal.alfa is not None
    assert (schaal.omega, schaal.items[0].alfa_zonder) == (None, None)
    assert schaal.redenen == (Analysereden.TE_WEINIG_STELLINGEN,)


@pytest.mark.parametrize(
    "groep",
    [[[3, 3, 3]] * 120, [[1, 5, 3], [5, 1, 3]] * 60, [[1, 5, 3], [5, 1, 3], [5, 1, 4], [1, 4, 3]] * 30],
    ids=["everybody the same", "two cancel out", "negative"],
)
def test_statements_that_do_not_go_together_have_no_alpha(groep: list[list[Antwoord]]) -> None:
    schaal = read_schaal(build_stellingen(*["forceren"] * 3), groep)
    assert (schaal.alfa, schaal.interval, schaal.omega, schaal.sem) == (None, None, None, None)
    assert schaal.redenen == (Analysereden.GEEN_SAMENHANG,)


def test_a_statement_that_everybody_answers_alike_leaves_alpha_but_takes_omega() -> None:
    groep: list[list[Antwoord]] = [[*rij[:3], 4] for rij in build_groep(120)]
    schaal = read_schaal(build_stellingen(*["forceren"] * 4), groep)
    assert schaal.alfa is not None
    assert (schaal.items[3].item_rest, schaal.omega) == (None, None)
    assert schaal.redenen == (Analysereden.GEEN_FACTOR,)


def test_people_who_all_agree_with_themselves_have_an_alpha_of_one_and_no_error() -> None:
    schaal = read_schaal(build_stellingen(*["forceren"] * 3), [[1 + nummer % 5] * 3 for nummer in range(120)])
    assert (schaal.alfa, schaal.interval, schaal.sem, schaal.omega) == (1, (1, 1), 0, None)


def test_choices_have_no_alpha_however_many_people_there_are() -> None:
    analyse = build_analyse(build_sommen(build_paren(*["forceren samenwerken"] * 4), [[0, 1, 0, 1]] * 200))
    assert analyse.geweigerd
    assert analyse.samenhang == {}
    assert {schaal.redenen for schaal in analyse.schalen} == {(Analysereden.KEUZES,)}


def test_a_scale_of_statements_and_choices_is_left_out_and_the_others_are_not() -> None:
    lijst = build_lijst(
        build_keuze("vermijden / forceren", "1"),
        *(build_stelling("samenwerken", str(nummer)) for nummer in (2, 3, 4)),
        build_stelling("vermijden", "5"),
        build_stelling("geen", "6"),
    )
    analyse = build_analyse(build_sommen(lijst, ([0, *rij, 3, 1] for rij in build_groep(120, per=3))))
    per_schaal = {schaal.schaal: schaal for schaal in analyse.schalen}
    assert not analyse.geweigerd
    assert per_schaal["samenwerken"].alfa is not None
    assert per_schaal["vermijden"].redenen == per_schaal["forceren"].redenen == (Analysereden.KEUZES,)
    assert analyse.samenhang == {"samenwerken": {}}


def test_what_was_not_asked_does_not_count_whatever_stands_there() -> None:
    lijst = build_stellingen(*["forceren"] * 4)
    *vast, laatste = lijst.stellingen
    vertakt = replace(lijst, items=(*vast, replace(laatste, als=(Voorwaarde("1", (5,)),))))
    groep = build_groep(120)
    verborgen = [[*rij[:3], rij[3] if rij[0] == 5 else None] for rij in groep]
    assert read_schaal(vertakt, groep) == read_schaal(lijst, verborgen)
    assert read_schaal(vertakt, groep) != read_schaal(lijst, groep)


def test_scales_of_parts_are_taken_each_by_itself() -> None:
    lijst = build_gedeeld("kalm storm", *["forceren"] * 3)
    analyse = build_analyse(build_sommen(lijst, ([*rij, *rij[::-1]] for rij in build_groep(120, per=3))))
    assert [schaal.schaal for schaal in analyse.schalen] == ["kalm.forceren", "storm.forceren"]
    assert analyse.schalen[0].alfa == analyse.schalen[1].alfa
    assert analyse.samenhang["kalm.forceren"]["storm.forceren"] == pytest.approx(1, abs=1e-12)


ANDEREN: list[list[Antwoord]] = [[1 + n % 5, 1 + n % 4, None, None] for n in range(25)]
ANDEREN += [[None, None, 2 + n % 3, 1 + n % 4] for n in range(25)]
WEINIG: list[list[Antwoord]] = [[1 + n % 5, 1 + n % 4, *([2, 3] if n < 19 else [None, None])] for n in range(40)]
VAST: list[list[Antwoord]] = [[1 + n % 5, 1 + n % 4, 3, 3] for n in range(40)]


@pytest.mark.parametrize(
    "groep",
    [ANDEREN, WEINIG, VAST, [rij[::-1] for rij in VAST]],
    ids=["other people", "few people", "second constant", "first constant"],
)
def test_two_scales_that_cannot_be_held_together_have_no_correlation(groep: list[list[Antwoord]]) -> None:
    lijst = build_stellingen("forceren", "forceren", "samenwerken", "samenwerken")
    assert build_analyse(build_sommen(lijst, groep)).samenhang == {
        "forceren": {"samenwerken": None},
        "samenwerken": {"forceren": None},
    }


def test_sums_of_two_questionnaires_cannot_be_added() -> None:
    with pytest.raises(ValueError, match="two questionnaires"):
        Schaalsommen(build_stellingen("forceren")).extend(Schaalsommen(build_stellingen("-forceren")))


def test_the_alpha_for_a_norm_group_is_the_same_number_and_refused_alike() -> None:
    alfa = score_alfa_groep(load_sommen(), "forceren")
    assert alfa is not None
    assert float(alfa) == load_analyse().schalen[0].alfa
    assert score_alfa_groep(build_sommen(load_lijst(), list(load_bladen().values())[:19]), "forceren") is None
    assert score_alfa_groep(build_sommen(build_paren("forceren samenwerken"), [[0]] * 30), "forceren") is None
