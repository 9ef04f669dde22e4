"""Which style a situation asks for: as the literature says, traceable to the point, within the limits of a role."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conflictstijl.model.kenmerken import build_heel
from conflictstijl.model.situatie import NEUTRAAL, ROL, ROLLEN, VEILIG, VEILIGHEID, WEET_NIET
from conflictstijl.model.stijlen import STIJLEN
from conflictstijl.rekenen.situatie import (
    check_poort,
    compare_anders,
    read_beste,
    read_hangt_aan,
    score_situatie,
)
from conflictstijl.rekenen.stappen import build_tegenspraken, read_routes, read_volgorde

from .situaties import SITUATIES, STANDEN, VOORBEELDEN, build_mensen, build_situaties, load_rijen, read_kenmerken

THOMAS = load_rijen("thomas27.csv")
CASUSSEN = load_rijen("casussen.csv")
GEWICHTEN = {
    (rij["kenmerk"], rij["stand"]): {stijl: int(rij[stijl]) for stijl in STIJLEN}
    for rij in load_rijen("situatiegewichten.csv")
}
"""The weights as the literature was restated, beside the program."""
STEUNT_ROL = ("tussenpersoon", "regisseur")


def count_punten(kenmerken: dict[str, str]) -> dict[str, int]:
    """Return the score of each style by adding up the table of weights: a second way to the same numbers."""
    heel = build_heel(kenmerken, SITUATIES)
    punten = {stijl: sum(GEWICHTEN.get(paar, {}).get(stijl, 0) for paar in heel.items()) for stijl in STIJLEN}
    if heel.get(ROL) in STEUNT_ROL:
        for stijl, extra in {"forceren": -1, "samenwerken": 1, "toegeven": -1}.items():
            punten[stijl] += extra
    return punten


def read_scores(kenmerken: dict[str, str]) -> dict[str, int]:
    return {een.stijl: een.score for een in score_situatie(kenmerken, SITUATIES)}


@pytest.mark.parametrize("rij", THOMAS, ids=lambda rij: rij["nr"])
def test_a_published_use_of_a_style_comes_out_on_top(rij: dict[str, str]) -> None:
    beste = read_beste(read_kenmerken(rij["kenmerken"]), SITUATIES)
    assert rij["verwacht"] in beste
    assert len(beste) == 1 or rij["uniek"] == "nee"


@pytest.mark.parametrize("rij", CASUSSEN, ids=lambda rij: rij["casus"])
def test_a_practice_case_gives_its_style_and_its_route(rij: dict[str, str]) -> None:
    kenmerken = {ROL: rij["rol"], **read_kenmerken(rij["kenmerken"])}
    if rij["eerste_stijl"]:
        assert read_beste(kenmerken, SITUATIES) == (rij["eerste_stijl"],)
    assert not rij["route"] or rij["route"] in read_routes(kenmerken, SITUATIES)


def test_a_program_that_always_says_work_together_fails_the_cases() -> None:
    assert {rij["eerste_stijl"] for rij in CASUSSEN} >= set(STIJLEN)


@settings(max_examples=VOORBEELDEN)
@given(build_situaties())
def test_every_point_is_traced_to_a_factor_a_level_a_weight_and_a_source(kenmerken: dict[str, str]) -> None:
    scores = score_situatie(kenmerken, SITUATIES)
    assert {een.stijl: een.score for een in scores} == count_punten(kenmerken)
    for een in scores:
        assert sum(reden.gewicht for reden in een.redenen) == een.score
        assert all(reden.bron and reden.gewicht for reden in een.redenen)
        assert {reden.kenmerk for reden in een.redenen} <= set(build_heel(kenmerken, SITUATIES))


@settings(max_examples=VOORBEELDEN)
@given(build_situaties(), st.randoms(use_true_random=False))
def test_the_order_of_the_factors_does_not_matter(kenmerken: dict[str, str], toeval: Random) -> None:
    namen = list(kenmerken)
    toeval.shuffle(namen)
    assert score_situatie({naam: kenmerken[naam] for naam in namen}, SITUATIES) == score_situatie(kenmerken, SITUATIES)


@settings(max_examples=VOORBEELDEN)
@given(build_situaties(), st.sampled_from(sorted(STANDEN)))
def test_a_neutral_answer_changes_nothing(kenmerken: dict[str, str], naam: str) -> None:
    zonder = {ander: stand for ander, stand in kenmerken.items() if ander != naam}
    assert read_beste({**zonder, naam: WEET_NIET}, SITUATIES) == read_beste(zonder, SITUATIES)
    # a role sets a level, and any answer but not knowing goes before that
    for woord in set(NEUTRAAL).difference(STANDEN[naam], {WEET_NIET} if naam != "beslisplicht" else NEUTRAAL):
        assert score_situatie({**zonder, naam: woord}, SITUATIES) == score_situatie(zonder, SITUATIES)


@settings(max_examples=VOORBEELDEN)
@given(build_situaties())
def test_more_at_stake_for_oneself_never_raises_avoiding_or_giving_in(kenmerken: dict[str, str]) -> None:
    laag, midden, hoog = (read_scores({**kenmerken, "belang_zelf": stand}) for stand in ("laag", "midden", "hoog"))
    for stijl in ("vermijden", "toegeven"):
        assert laag[stijl] >= midden[stijl] >= hoog[stijl]


@settings(max_examples=VOORBEELDEN)
@given(build_situaties())
def test_being_wrong_never_raises_forcing(kenmerken: dict[str, str]) -> None:
    zonder = {naam: stand for naam, stand in kenmerken.items() if naam != "gelijk"}
    assert read_scores({**zonder, "gelijk": "fout"})["forceren"] <= read_scores(zonder)["forceren"]


@settings(max_examples=VOORBEELDEN)
@given(build_situaties())
def test_every_situation_gets_styles_that_fit_best_or_none_when_all_are_equal(kenmerken: dict[str, str]) -> None:
    beste, scores = read_beste(kenmerken, SITUATIES), read_scores(kenmerken)
    rol = SITUATIES.rollen.get(kenmerken.get(ROL, ""))
    verboden = {*(rol.nooit if rol else ())}
    if rol and rol.niet_eerst and kenmerken.get("macht") != "meer":
        verboden |= set(rol.niet_eerst)
    mogelijk = {stijl: score for stijl, score in scores.items() if stijl not in verboden}
    hoogste = {stijl for stijl, score in mogelijk.items() if score == max(mogelijk.values())}
    assert set(beste) == (set() if hoogste == set(mogelijk) else hoogste)


def test_without_any_factor_no_style_is_preferred() -> None:
    assert read_beste({VEILIGHEID: VEILIG}, SITUATIES) == ()
    assert read_scores({VEILIGHEID: VEILIG}) == dict.fromkeys(STIJLEN, 0)


@settings(max_examples=VOORBEELDEN)
@given(build_situaties())
def test_who_directs_without_power_never_hears_forcing_first(kenmerken: dict[str, str]) -> None:
    if kenmerken.get("macht") != "meer":
        assert "forceren" not in read_beste({**kenmerken, ROL: "regisseur"}, SITUATIES)


def test_who_directs_with_power_may_hear_forcing_first() -> None:
    dringend = {ROL: "regisseur", "noodgeval": "ja", "impopulair": "moet", "gelijk": "zeker"}
    assert read_beste({**dringend, "macht": "meer"}, SITUATIES) == ("forceren",)
    assert "forceren" not in read_beste(dringend, SITUATIES)


@settings(max_examples=VOORBEELDEN)
@given(build_situaties())
def test_who_stands_between_parties_never_hears_forcing_or_giving_in(kenmerken: dict[str, str]) -> None:
    assert not {"forceren", "toegeven"} & set(read_beste({**kenmerken, ROL: "tussenpersoon"}, SITUATIES))


@settings(max_examples=VOORBEELDEN)
@given(build_situaties())
def test_advice_is_firm_when_leaving_out_any_one_factor_keeps_it(kenmerken: dict[str, str]) -> None:
    def read_zonder(naam: str) -> set[str]:
        return set(read_beste({ander: stand for ander, stand in kenmerken.items() if ander != naam}, SITUATIES))

    beste = set(read_beste(kenmerken, SITUATIES))
    assert read_hangt_aan(kenmerken, SITUATIES) == tuple(
        naam for naam in kenmerken if naam != VEILIGHEID and read_zonder(naam) != beste
    )


def test_single_answers_that_change_the_advice_are_all_found_and_no_others() -> None:
    for kenmerken in build_mensen(max(VOORBEELDEN // 5, 20)):
        beste = set(read_beste(kenmerken, SITUATIES))
        rol = SITUATIES.rollen[kenmerken[ROL]]
        anders = {
            (naam, stand): set(read_beste({**kenmerken, naam: stand}, SITUATIES))
            for naam, standen in STANDEN.items()
            for stand in standen
            if naam not in rol.slaat_over and naam not in rol.zet
        }
        gevonden = {(een.kenmerk, een.stand): set(een.advies) for een in compare_anders(kenmerken, SITUATIES)}
        assert gevonden == {paar: advies for paar, advies in anders.items() if advies != beste}


def test_only_a_word_that_everyone_is_safe_opens_the_gate() -> None:
    assert check_poort(VEILIG)
    assert not any(map(check_poort, ("onveilig", "twijfel", "eerst-vragen", "ja", "", None)))


def test_a_decider_has_the_duty_to_decide_without_saying_so() -> None:
    assert read_scores({ROL: "beslisser"}) == read_scores({"beslisplicht": "ja"})
    assert set(SITUATIES.rollen) == set(ROLLEN)


def test_what_follows_from_a_role_counts_also_for_what_the_role_allows() -> None:
    """The scan and the advice must see the same: a level that a role sets is as good as one that is given."""
    rollen = {**SITUATIES.rollen, "regisseur": SITUATIES.rollen["regisseur"]._replace(zet={"macht": "meer"})}
    kennis = SITUATIES._replace(rollen=rollen)
    dringend = {ROL: "regisseur", "noodgeval": "ja", "impopulair": "moet", "gelijk": "zeker"}
    assert read_beste(dringend, kennis) == ("forceren",)


def test_a_role_that_leaves_one_style_gets_that_style() -> None:
    vier = tuple(stijl for stijl in STIJLEN if stijl != "compromis")
    rollen = {**SITUATIES.rollen, "partij": SITUATIES.rollen["partij"]._replace(nooit=vier)}
    assert read_beste({ROL: "partij"}, SITUATIES._replace(rollen=rollen)) == ("compromis",)


def test_a_route_never_puts_first_what_the_role_rules_out() -> None:
    rollen = {**SITUATIES.rollen, "partij": SITUATIES.rollen["partij"]._replace(nooit=("vermijden",))}
    kennis, kenmerken = SITUATIES._replace(rollen=rollen), {ROL: "partij", "emoties": "hoog", "draagvlak": "nodig"}
    assert read_volgorde(score_situatie(kenmerken, kennis), kenmerken, kennis)[0] == "samenwerken"


@settings(max_examples=VOORBEELDEN)
@given(build_situaties())
def test_no_word_is_left_to_fill_in(kenmerken: dict[str, str]) -> None:
    verschillen = tuple(
        een._replace(tekst=f"{een.tekst} Voor {{wie}} en {{ander}}.") for een in SITUATIES.bronverschillen
    )
    kennis = SITUATIES._replace(bronverschillen=verschillen)
    tegenspraken = build_tegenspraken(score_situatie(kenmerken, kennis), kenmerken, kennis)
    assert not any("{" in een.tekst for een in tegenspraken)


def test_a_pause_may_be_all_that_a_role_leaves() -> None:
    rest = tuple(stijl for stijl in STIJLEN if stijl != "vermijden")
    rollen = {**SITUATIES.rollen, "partij": SITUATIES.rollen["partij"]._replace(nooit=rest)}
    kennis, kenmerken = SITUATIES._replace(rollen=rollen), {ROL: "partij", "emoties": "hoog"}
    assert read_volgorde(score_situatie(kenmerken, kennis), kenmerken, kennis) == ("vermijden", "")
