"""Advice for one situation: steps, contradictions, the gap with a profile, and nothing at all when it may be unsafe."""

from collections.abc import Mapping
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conflictstijl.laden.catalogus import load_kennis
from conflictstijl.model.situatie import (
    ANDERS,
    DAARNA,
    GESLOTEN,
    NU,
    ROL,
    SOORTEN_LEERVRAAG,
    VEILIG,
    VEILIGHEID,
    Gebruik,
    Hulp,
    Situatieadvies,
)
from conflictstijl.model.stijlen import STIJLEN
from conflictstijl.rekenen.situatieadvies import advise_situatie

from .situaties import SITUATIES, VOORBEELDEN, build_situaties, load_rijen, read_kenmerken

KENNIS = load_kennis()
CASUSSEN = load_rijen("casussen.csv")
ALLE_VIJF = {
    "forceren": "noodgeval=ja",
    "samenwerken": "draagvlak=nodig",
    "compromis": "tijdelijk=volstaat",
    "vermijden": "eigenaar=elders",
    "toegeven": "leren=ander",
}
"""For each style a situation in which it fits best."""


def advise_open(kenmerken: Mapping[str, str], gebruik: Gebruik | None = None) -> Situatieadvies:
    """Return the advice for a situation of which it is said that everyone is safe."""
    advies = advise_situatie(kenmerken, SITUATIES, KENNIS, gebruik)
    assert isinstance(advies, Situatieadvies)
    return advies


def advise(tekst: str = "", gebruik: Gebruik | None = None, **kenmerken: str) -> Situatieadvies:
    """Return the advice for a safe situation."""
    return advise_open({VEILIGHEID: VEILIG, **read_kenmerken(tekst), **kenmerken}, gebruik)


def read_stappen(advies: Situatieadvies) -> dict[str, str]:
    return {stap.wanneer: stap.stijl for stap in advies.stappen}


def build_gebruik(hoog: str = "", laag: str = "") -> Gebruik:
    woorden = dict.fromkeys(STIJLEN, "soms")
    return Gebruik(woorden, (hoog,) if hoog else (), (laag,) if laag else ())


@settings(max_examples=VOORBEELDEN)
@given(build_situaties(), st.sampled_from(["onveilig", "twijfel", "eerst-vragen", ""]))
def test_unless_everyone_is_safe_there_is_help_and_no_style(kenmerken: dict[str, str], stand: str) -> None:
    hulp = advise_situatie({**kenmerken, VEILIGHEID: stand}, SITUATIES, KENNIS, build_gebruik("forceren"))
    assert isinstance(hulp, Hulp)
    assert hulp.poort == VEILIGHEID
    assert hulp.stand in GESLOTEN
    assert any("112" in tekst for tekst in hulp.hulp)
    assert any("Veilig Thuis" in tekst and "0800-2000" in tekst for tekst in hulp.hulp)
    assert set(hulp._fields) == {"stand", "hulp"}


def test_a_situation_about_which_nothing_is_said_about_safety_gets_the_help_for_doubt() -> None:
    hulp = advise_situatie({"noodgeval": "ja"}, SITUATIES, KENNIS)
    assert hulp == Hulp("twijfel", SITUATIES.poort.hulp["twijfel"])
    assert advise().poort is None


@settings(max_examples=VOORBEELDEN)
@given(build_situaties(), st.sampled_from(["", *STIJLEN]))
def test_advice_begins_with_what_fits_best_and_names_nothing_that_is_advised_against(
    kenmerken: dict[str, str], hoog: str
) -> None:
    advies = advise_open(kenmerken, build_gebruik(hoog))
    stappen = read_stappen(advies)
    if not advies.advies:
        assert not stappen
        assert not advies.vaardigheden
        return
    assert set(stappen) <= {NU, DAARNA, ANDERS}
    assert len(set(stappen.values())) == len(stappen)
    assert not set(stappen.values()) & set(advies.afgeraden)
    assert not set(advies.advies) & set(advies.afgeraden)
    assert advies.advies[0] in (stappen[NU], stappen.get(DAARNA))
    assert 1 <= len(advies.vaardigheden) <= 3


@settings(max_examples=VOORBEELDEN)
@given(build_situaties())
def test_strong_emotions_ask_for_a_pause_first_unless_something_goes_wrong_today(kenmerken: dict[str, str]) -> None:
    kenmerken["emoties"] = "hoog"
    advies = advise_open(kenmerken)
    if kenmerken.get("noodgeval") == "ja" or not advies.advies:
        assert "afkoelen" not in advies.routes or not advies.advies
        return
    stappen = read_stappen(advies)
    assert stappen[NU] == "vermijden"
    rest = [een.stijl for een in advies.stijlen if een.stijl != "vermijden"]
    if ROL not in kenmerken:
        assert stappen[DAARNA] == rest[0]


@settings(max_examples=VOORBEELDEN)
@given(build_situaties())
def test_who_stands_between_parties_hears_forcing_and_giving_in_in_no_step(kenmerken: dict[str, str]) -> None:
    advies = advise_open({**kenmerken, ROL: "tussenpersoon"})
    assert not {"forceren", "toegeven"} & {*advies.advies, *read_stappen(advies).values()}
    assert {"forceren", "toegeven"} <= set(advies.afgeraden)


@settings(max_examples=VOORBEELDEN)
@given(build_situaties())
def test_who_directs_without_power_does_not_begin_with_forcing(kenmerken: dict[str, str]) -> None:
    kenmerken.update({ROL: "regisseur", "macht": "minder"})
    stappen = read_stappen(advise_open(kenmerken))
    assert "forceren" not in (stappen.get(NU), stappen.get(DAARNA))


def test_a_strong_reason_for_and_one_against_the_same_style_are_shown() -> None:
    advies = advise(emoties="hoog", beslisplicht="ja")
    eigen = [een for een in advies.tegenspraken if een.stijl == "vermijden"]
    assert len(eigen) == 1
    assert eigen[0].bron == "Thomas 1977; Johnson en Johnson 1982; Rahim 2002"
    assert not [een for een in advise(emoties="hoog").tegenspraken if een.stijl]


@pytest.mark.parametrize(
    "tekst", ["belang_zelf=laag", "impasse=na_doorvragen", "tijdsdruk=hoog", "emoties=hoog beslisplicht=ja"]
)
def test_where_the_sources_disagree_that_is_said(tekst: str) -> None:
    assert [een for een in advise(tekst).tegenspraken if not een.stijl and een.bron]
    assert not [een for een in advise("relatie=hoog").tegenspraken if not een.stijl]


def test_a_decider_with_strong_emotions_hears_that_too() -> None:
    advies = advise(rol="beslisser", emoties="hoog")
    assert [een for een in advies.tegenspraken if not een.stijl]


def test_the_situations_of_this_file_ask_for_the_five_styles() -> None:
    assert {stijl: advise(tekst).advies for stijl, tekst in ALLE_VIJF.items()} == {stijl: (stijl,) for stijl in STIJLEN}


@pytest.mark.parametrize(("hoog", "vraagt"), list(product(STIJLEN, repeat=2)))
def test_every_pair_of_style_used_and_style_asked_for_has_its_own_text_and_skills(hoog: str, vraagt: str) -> None:
    advies = advise(ALLE_VIJF[vraagt], build_gebruik(hoog))
    verschil = advies.verschil
    assert verschil is not None
    assert (verschil.gevraagd, verschil.gewoon, verschil.past) == (vraagt, hoog, hoog == vraagt)
    combinatie = KENNIS.adviezen.combinaties[hoog, vraagt]
    assert verschil.tekst == combinatie.tekst
    namen = [vaardigheid.id for vaardigheid in advies.vaardigheden]
    assert namen[: len(combinatie.oefen)] == list(combinatie.oefen)
    if hoog != vraagt:
        assert set(namen) <= {*combinatie.oefen, *KENNIS.adviezen.stijlen[hoog].rem}


def test_someone_who_hardly_uses_the_style_gets_the_skills_that_belong_to_it() -> None:
    advies = advise(ALLE_VIJF["samenwerken"], build_gebruik(laag="samenwerken"))
    assert advies.verschil is not None
    assert advies.verschil.tekst == KENNIS.adviezen.stijlen["samenwerken"].weinig
    assert [een.id for een in advies.vaardigheden] == list(KENNIS.adviezen.stijlen["samenwerken"].oefen[:3])


def test_of_two_styles_that_fit_equally_the_one_that_is_used_counts() -> None:
    advies = advise("leren=ik", build_gebruik("toegeven"))
    assert set(advies.advies) == {"samenwerken", "toegeven"}
    assert advies.verschil is not None
    assert advies.verschil.gevraagd == "toegeven"
    assert advies.verschil.past


def test_without_a_style_that_stands_out_the_report_says_how_often_it_is_used() -> None:
    verschil = advise(ALLE_VIJF["compromis"], build_gebruik()).verschil
    assert verschil is not None
    assert not verschil.gewoon
    assert "soms" in verschil.tekst
    onbekend = advise(ALLE_VIJF["compromis"], Gebruik({}, (), ())).verschil
    assert onbekend is not None
    assert "laat je profiel niet zien" in onbekend.tekst


def test_what_is_still_to_be_learned_decides_the_kind_of_learning_question() -> None:
    vraagt = ALLE_VIJF["samenwerken"]
    gevallen = {
        "experiment": advise(vraagt, build_gebruik("samenwerken")),
        "vaardigheid": advise(vraagt, build_gebruik("forceren", "samenwerken")),
        "houding": advise(vraagt, build_gebruik("forceren")),
        "kennis": advise(vraagt),
    }
    soorten = {soort: advies.leervraag and advies.leervraag.soort for soort, advies in gevallen.items()}
    assert soorten == {soort: soort for soort in SOORTEN_LEERVRAAG}
    stevig = advise("draagvlak=nodig relatie_verstoord=ja")
    assert stevig.stevig
    assert stevig.leervraag is not None
    assert stevig.leervraag.soort == "vaardigheid"


def test_without_a_preference_there_is_no_learning_question() -> None:
    assert advise().leervraag is None
    assert advise(gebruik=build_gebruik("forceren")).verschil is None


@pytest.mark.parametrize("rij", CASUSSEN, ids=lambda rij: rij["casus"])
def test_every_practice_case_gets_steps_with_a_reason(rij: dict[str, str]) -> None:
    advies = advise(rij["kenmerken"], rol=rij["rol"])
    assert advies.stappen
    assert all(stap.omdat.endswith(".") and stap.omdat[0].isupper() for stap in advies.stappen)
    assert "{" not in " ".join(stap.omdat for stap in advies.stappen)


def test_who_speaks_for_a_client_reads_about_the_client() -> None:
    stappen = advise("belang_zelf=hoog", rol="belangenbehartiger").stappen
    assert "je cliënt" in stappen[0].omdat
    assert "voor jou" in advise("belang_zelf=hoog", rol="partij").stappen[0].omdat


def test_a_combination_that_may_mean_fear_is_told_before_any_style() -> None:
    dwang = advise("macht=minder profiteert_van_inschikken=ja")
    assert len(dwang.signalen) == 1
    assert dwang.signalen[0].startswith("Iemand heeft meer te zeggen")
    assert "112" in dwang.signalen[0]
    assert not advise("macht=minder").signalen
    assert not advise("macht=meer profiteert_van_inschikken=ja").signalen


def test_who_stands_between_parties_is_not_told_to_act_as_one_of_them() -> None:
    rol = SITUATIES.rollen["tussenpersoon"]
    verschil = advise("draagvlak=nodig", build_gebruik("toegeven"), rol="tussenpersoon").verschil
    assert verschil is not None
    assert (verschil.tekst, verschil.gewoon) == (rol.gewoonte, "")
    partij = advise("draagvlak=nodig", build_gebruik("toegeven"), rol="partij").verschil
    assert partij is not None
    assert partij.gewoon == "toegeven"
