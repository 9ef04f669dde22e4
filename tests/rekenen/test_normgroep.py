"""A norm group from own data: who counts, how coarse its table is, and what margin it gives."""

from collections import Counter
from collections.abc import Sequence
from fractions import Fraction
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conflictstijl.model.antwoorden import NVT, Antwoord
from conflictstijl.model.gewicht import read_bereik
from conflictstijl.model.norm import Betrouwbaarheidssoort, Normgroep
from conflictstijl.model.vragenlijst import Vragenlijst
from conflictstijl.rekenen.normeren import score_spreiding
from conflictstijl.rekenen.normgroep import KLEINSTE_KLASSE, Normgegevens, Normsommen, build_klassen, build_normgroep
from conflictstijl.rekenen.schaalanalyse import build_analyse
from tests.bouwers import build_stellingen

from .test_golden import load_bladen, load_lijst

WIE = Normgegevens("Sim", 2026, "simulatie", "niemand")
BEREIK = (Fraction(1), Fraction(5))
SCORES = st.dictionaries(st.fractions(1, 5, max_denominator=30), st.integers(1, 12), min_size=1, max_size=40)


def build_sommen(lijst: Vragenlijst, bladen: Sequence[Sequence[Antwoord]]) -> Normsommen:
    sommen = Normsommen(lijst)
    for blad in bladen:
        sommen.add(blad)
    return sommen


def build_groep(aantal: int, per: int = 3) -> list[list[Antwoord]]:
    toeval = Random(5)  # noqa: S311 - answers for a test
    middens = [toeval.randint(1, 5) for _ in range(aantal)]
    return [[min(5, max(1, midden + toeval.randint(-1, 1))) for _ in range(per)] for midden in middens]


@given(SCORES)
def test_no_class_holds_fewer_than_five_people_unless_the_group_does(scores: dict[Fraction, int]) -> None:
    klassen = build_klassen(scores, BEREIK)
    assert sum(mensen for _, mensen in klassen) == sum(scores.values())
    assert len(klassen) == 1 or min(mensen for _, mensen in klassen) >= KLEINSTE_KLASSE


@given(SCORES)
def test_every_cut_has_five_people_on_both_sides(scores: dict[Fraction, int]) -> None:
    *sneden, _ = build_klassen(scores, BEREIK)
    for hoogste, _ in sneden:
        onder = sum(aantal for score, aantal in scores.items() if score <= hoogste)
        assert KLEINSTE_KLASSE <= onder <= sum(scores.values()) - KLEINSTE_KLASSE


@given(SCORES)
def test_a_score_that_is_named_was_had_by_five_people_or_is_the_end_of_the_scale(scores: dict[Fraction, int]) -> None:
    stap = Fraction(4, 48)
    for hoogste, _ in build_klassen(scores, BEREIK):
        # the bound is that of its step, rounded up to two decimals
        samen = sum(aantal for score, aantal in scores.items() if hoogste - stap - Fraction(1, 100) < score <= hoogste)
        assert samen >= KLEINSTE_KLASSE or hoogste == 5


@given(SCORES, st.fractions(1, 5, max_denominator=30))
def test_who_is_lowest_or_highest_cannot_be_read(scores: dict[Fraction, int], buiten: Fraction) -> None:
    # one person more takes no bound away, and adds one only where five people are by then
    met = Counter(scores)
    met[buiten] += 1
    voor, na = ([hoogste for hoogste, _ in build_klassen(een, BEREIK)] for een in (scores, met))
    assert set(voor) - {5} <= set(na)


def test_classes_are_made_from_low_to_high() -> None:
    scores = {Fraction(1): 2, Fraction(7, 6): 3, Fraction(3, 2): 6, Fraction(2): 9, Fraction(4): 4}
    # 1 and 1.17 have five together, but neither of them has
    assert build_klassen(scores, BEREIK) == ((Fraction(3, 2), 11), (Fraction(5), 13))


def test_the_last_class_ends_where_the_scale_does_whoever_is_in_it() -> None:
    assert build_klassen({Fraction(2): 50, Fraction(4): 50}, BEREIK) == ((Fraction(2), 50), (Fraction(5), 50))
    assert build_klassen({Fraction(2): 50, Fraction(4): 49, Fraction(9, 2): 1}, BEREIK)[1] == (Fraction(5), 50)


def test_scores_that_few_people_share_are_one_class() -> None:
    assert build_klassen({Fraction(n, 20): 1 for n in range(20, 101, 5)}, BEREIK) == ((Fraction(5), 17),)


def test_only_who_has_a_score_on_every_scale_counts() -> None:
    lijst = build_stellingen("forceren", "forceren", "samenwerken", "samenwerken")
    sommen = build_sommen(lijst, [[1, 2, 3, 4], [1, None, 3, 4], [1, 2, NVT, NVT], [2, 2, NVT, 4]])
    assert (sommen.n, sommen.zonder, sommen.antwoorden.n) == (2, 2, 2)
    assert sommen.scores["forceren"] == {Fraction(3, 2): 1, Fraction(2): 1}


def test_reliability_and_spread_are_those_of_the_same_people_on_the_safe_side() -> None:
    lijst = load_lijst()
    sommen = build_sommen(lijst, list(load_bladen().values()))
    normen = build_normgroep(sommen, WIE)
    assert (normen.n, normen.klassen, normen.naam, normen.jaar) == (484, True, "Sim", 2026)
    assert normen.betrouwbaarheid is not None
    assert normen.betrouwbaarheid.soort is Betrouwbaarheidssoort.ALFA
    assert normen.spreiding is not None
    for schaal in build_analyse(sommen.antwoorden).schalen:
        assert schaal.alfa is not None
        assert 0 <= schaal.alfa - float(normen.betrouwbaarheid.waarden[schaal.schaal]) < 0.01
        echt = score_spreiding(list(sommen.scores[schaal.schaal].items()))
        assert 0 <= float(normen.spreiding[schaal.schaal]) - echt < 0.01
        assert normen.tabel[schaal.schaal] == build_klassen(
            sommen.scores[schaal.schaal], read_bereik(lijst, schaal.schaal)
        )


@pytest.mark.parametrize(
    ("sleutels", "groep"),
    [
        (["forceren"] * 3 + ["samenwerken"], build_groep(120, per=4)),
        (["forceren"] * 3, [[1 + nr % 5] * 3 for nr in range(120)]),
        (["forceren", "-forceren"], [[1 + nr % 5, 1 + nr % 5] for nr in range(120)]),
    ],
    ids=["one statement", "alpha of one", "no alpha"],
)
def test_without_a_usable_alpha_for_every_scale_there_is_no_reliability(
    sleutels: list[str], groep: list[list[Antwoord]]
) -> None:
    normen: Normgroep = build_normgroep(build_sommen(build_stellingen(*sleutels), groep), WIE)
    assert normen.betrouwbaarheid is None
    assert not normen.met_marge
