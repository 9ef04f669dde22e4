"""What must hold for every questionnaire and every sheet."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from conflictstijl.model.antwoorden import NVT, Antwoord
from conflictstijl.model.profiel import Stijlprofiel
from conflictstijl.model.vragen import Stelling
from conflictstijl.model.vragenlijst import Scoresoort, Vragenlijst
from conflictstijl.rekenen.kwaliteit import RECHTE_LIJN
from conflictstijl.rekenen.scoren import score_antwoorden
from tests.bouwers import build_blad, build_paren, build_stellingen, read_exact

pytestmark = pytest.mark.no_cover
"""These run the same lines many times; other tests cover them, and without coverage it takes half the time."""

SCHALEN = ("forceren", "samenwerken", "compromis", "vermijden")
ANTWOORDEN = st.one_of(st.integers(1, 5), st.integers(1, 5), st.none(), st.just(NVT))
SLEUTELS = st.builds(
    "{}{} {}".format, st.sampled_from(["", "-"]), st.sampled_from(SCHALEN), st.sampled_from(["1", "2", "0.5"])
)
SOORTEN = st.sampled_from(list(Scoresoort))
Vel = tuple[Vragenlijst, list[Antwoord]]


@st.composite
def build_vellen(draw: st.DrawFn, antwoorden: st.SearchStrategy[Antwoord] = ANTWOORDEN) -> Vel:
    sleutels = draw(st.lists(SLEUTELS, min_size=1, max_size=24))
    vragenlijst = build_stellingen(
        *sleutels, score=draw(SOORTEN), ontbrekend=draw(st.sampled_from([Fraction(1, 2), Fraction(4, 5)]))
    )
    return vragenlijst, draw(st.lists(antwoorden, min_size=len(sleutels), max_size=len(sleutels)))


@st.composite
def build_paarvellen(draw: st.DrawFn) -> Vel:
    paren = draw(
        st.lists(
            st.lists(st.sampled_from(SCHALEN), min_size=2, max_size=2, unique=True).map(" ".join),
            min_size=1,
            max_size=30,
        )
    )
    keuzes: st.SearchStrategy[Antwoord] = st.one_of(st.integers(0, 1), st.integers(0, 1), st.none())
    return build_paren(*paren), draw(st.lists(keuzes, min_size=len(paren), max_size=len(paren)))


def score_vel(vragenlijst: Vragenlijst, antwoorden: Sequence[Antwoord]) -> Stijlprofiel:
    return score_antwoorden(vragenlijst, build_blad(*antwoorden))


def read_oordeel(profiel: Stijlprofiel) -> object:
    """Return everything a profile says about scales, without any order."""
    return (
        profiel.scores,
        set(profiel.duidelijk_hoog),
        set(profiel.duidelijk_laag),
        [set(groep) for groep in profiel.volgorde],
    )


@given(build_vellen(), st.randoms())
def test_the_order_of_statements_and_scales_changes_nothing(vel: Vel, toeval: object) -> None:
    vragenlijst, antwoorden = vel
    rijen = list(zip(vragenlijst.stellingen, antwoorden, strict=True))
    toeval.shuffle(rijen)  # type: ignore[attr-defined]
    geschud = replace(
        vragenlijst, items=tuple(stelling for stelling, _ in rijen), schalen=tuple(reversed(vragenlijst.schalen))
    )
    assert read_oordeel(score_vel(geschud, [antwoord for _, antwoord in rijen])) == read_oordeel(score_vel(*vel))


@given(build_paarvellen())
def test_the_order_of_pairs_sides_and_scales_changes_nothing(vel: Vel) -> None:
    vragenlijst, antwoorden = vel
    gedraaid = replace(
        vragenlijst,
        items=tuple(replace(keuze, opties=keuze.opties[::-1]) for keuze in vragenlijst.keuzes[::-1]),
        schalen=vragenlijst.schalen[::-1],
    )
    assume(score_vel(*vel).kwaliteit.aandeel_zelfde < RECHTE_LIJN)
    spiegel = [1 - antwoord if isinstance(antwoord, int) else antwoord for antwoord in antwoorden[::-1]]
    assume(score_vel(gedraaid, spiegel).kwaliteit.aandeel_zelfde < RECHTE_LIJN)
    assert read_oordeel(score_vel(gedraaid, spiegel)) == read_oordeel(score_vel(*vel))


@given(build_vellen())
def test_reversing_every_key_mirrors_every_score(vel: Vel) -> None:
    vragenlijst, antwoorden = vel
    gewoon = replace(vragenlijst, score=Scoresoort.GEMIDDELDE)
    om = replace(gewoon, items=tuple(_reverse(stelling) for stelling in vragenlijst.stellingen))
    recht, spiegel = score_vel(gewoon, antwoorden), score_vel(om, antwoorden)
    for naam, score in recht.scores.items():
        assert spiegel.scores[naam].exact == (None if score.exact is None else 6 - score.exact)
    assert (set(spiegel.duidelijk_hoog), set(spiegel.duidelijk_laag)) == (
        set(recht.duidelijk_laag),
        set(recht.duidelijk_hoog),
    )


def _reverse(stelling: Stelling) -> Stelling:
    return replace(stelling, sleutel=tuple(deel._replace(omgekeerd=not deel.omgekeerd) for deel in stelling.sleutel))


@given(build_vellen())
def test_reversing_key_and_answer_together_changes_nothing(vel: Vel) -> None:
    vragenlijst, antwoorden = vel
    om = replace(vragenlijst, items=tuple(_reverse(stelling) for stelling in vragenlijst.stellingen))
    spiegel = [6 - antwoord if isinstance(antwoord, int) else antwoord for antwoord in antwoorden]
    assert read_oordeel(score_vel(om, spiegel)) == read_oordeel(score_vel(*vel))


@given(st.lists(st.integers(1, 5), min_size=2, max_size=8))
def test_weight_two_gives_the_mean_of_a_statement_asked_twice(antwoorden: list[Antwoord]) -> None:
    gewogen = score_vel(build_stellingen("forceren 2", *["forceren"] * (len(antwoorden) - 1)), antwoorden)
    dubbel = score_vel(build_stellingen(*["forceren"] * (len(antwoorden) + 1)), [antwoorden[0], *antwoorden])
    assert gewogen.scores["forceren"].exact == dubbel.scores["forceren"].exact
    assert gewogen.scores["forceren"].som == dubbel.scores["forceren"].som


@given(build_vellen(), st.sampled_from(["2", "0.5", "7"]))
def test_multiplying_all_weights_changes_no_mean_interval_or_label(vel: Vel, factor: str) -> None:
    vragenlijst, antwoorden = replace(vel[0], score=Scoresoort.GEMIDDELDE), vel[1]
    zwaarder = replace(
        vragenlijst,
        items=tuple(
            replace(s, sleutel=tuple(d._replace(gewicht=d.gewicht * Fraction(factor)) for d in s.sleutel))
            for s in vragenlijst.stellingen
        ),
    )
    licht, zwaar = score_vel(vragenlijst, antwoorden), score_vel(zwaarder, antwoorden)
    assert {naam: replace(score, som=None) for naam, score in licht.scores.items()} == {
        naam: replace(score, som=None) for naam, score in zwaar.scores.items()
    }
    assert (licht.duidelijk_hoog, licht.duidelijk_laag) == (zwaar.duidelijk_hoog, zwaar.duidelijk_laag)


@given(build_vellen())
def test_sum_percentage_and_mean_are_one_linear_transformation_of_each_other(vel: Vel) -> None:
    profielen = {soort: score_vel(replace(vel[0], score=soort), vel[1]) for soort in Scoresoort}
    for naam, gemiddelde in profielen[Scoresoort.GEMIDDELDE].scores.items():
        som, procent = (profielen[soort].scores[naam] for soort in (Scoresoort.SOM, Scoresoort.PROCENT))
        if gemiddelde.exact is None or gemiddelde.som is None:
            assert (som, procent) == (gemiddelde, gemiddelde)
            continue
        gewicht = gemiddelde.som / gemiddelde.exact
        assert som.exact == som.som == procent.som == gemiddelde.som
        assert procent.exact == 25 * (gemiddelde.exact - 1)
        for grens in ("ondergrens", "bovengrens"):
            waarde = getattr(gemiddelde, grens)
            if waarde is not None:
                assert abs(getattr(som, grens) - waarde * float(gewicht)) < 1e-9
                assert abs(getattr(procent, grens) - 25 * (waarde - 1)) < 1e-9
        assert gemiddelde.duiding == som.duiding == procent.duiding


@given(build_vellen())
def test_a_prorated_sum_is_the_mean_times_the_weight_of_all_statements(vel: Vel) -> None:
    gewichten: dict[str, Fraction] = {}
    for stelling in vel[0].stellingen:
        for deel in stelling.sleutel:
            gewichten[deel.schaal] = gewichten.get(deel.schaal, Fraction(0)) + deel.gewicht
    for naam, score in score_vel(replace(vel[0], score=Scoresoort.GEMIDDELDE), vel[1]).scores.items():
        assert score.som == (None if score.exact is None else score.exact * gewichten[naam])


@given(build_vellen())
def test_an_interval_holds_its_value_and_stays_within_the_scale(vel: Vel) -> None:
    for score in score_vel(replace(vel[0], score=Scoresoort.PROCENT), vel[1]).scores.values():
        if score.ondergrens is not None and score.bovengrens is not None and score.waarde is not None:
            assert 0 <= score.ondergrens <= score.waarde <= score.bovengrens <= 100
            assert score.ondergrens < score.bovengrens


@given(build_vellen())
def test_every_scorable_scale_has_one_place_and_at_most_one_label(vel: Vel) -> None:
    profiel = score_vel(*vel)
    geplaatst = [naam for groep in profiel.volgorde for naam in groep]
    assert sorted(geplaatst) == sorted(naam for naam, score in profiel.scores.items() if score.exact is not None)
    labels = profiel.duidelijk_hoog + profiel.duidelijk_laag
    assert len(labels) == len(set(labels))
    assert set(labels) <= set(geplaatst)


@given(build_vellen())
def test_every_label_is_true_of_all_scales_together(vel: Vel) -> None:
    profiel = score_vel(replace(vel[0], score=Scoresoort.GEMIDDELDE), vel[1])
    waarden = {naam: exact for naam, exact in read_exact(profiel).items() if exact is not None}
    for naam in profiel.duidelijk_hoog:
        assert waarden[naam] * len(waarden) > sum(waarden.values())
    for naam in profiel.duidelijk_laag:
        assert waarden[naam] * len(waarden) < sum(waarden.values())


@given(build_paarvellen())
def test_choices_add_up_to_the_number_of_answered_pairs(vel: Vel) -> None:
    vragenlijst, antwoorden = vel
    profiel = score_vel(replace(vragenlijst, ontbrekend=Fraction(0)), antwoorden)
    assert sum(score.som or 0 for score in profiel.scores.values()) == profiel.beantwoord
    assert sum(score.beantwoord for score in profiel.scores.values()) == 2 * profiel.beantwoord
    for score in profiel.scores.values():
        assert score.exact is None or score.exact == (score.som or 0) / Fraction(score.beantwoord)
