"""The file with situations: the shipped weights are those of the sources, and one mistake is told once."""

import csv
from pathlib import Path

import pytest

from conflictstijl.laden.bevindingen import Bevindingen
from conflictstijl.laden.eisen import EIGEN_PLAATS, parse_kenmerken
from conflictstijl.laden.situatiebron import load_situaties
from conflictstijl.laden.situaties import build_standen, parse_situaties
from conflictstijl.model.situatie import (
    NEUTRAAL,
    ROL,
    ROLLEN,
    STANDEN_VEILIGHEID,
    VEILIGHEID,
    WEET_NIET,
    WIE,
    Situatiekennis,
    Stand,
)
from conflictstijl.model.stijlen import STIJLEN

from .lezen import GOED, parse_boom

REFERENTIE = Path(__file__).parent.parent / "referentie"
SITUATIES = load_situaties()
STANDEN = build_standen(SITUATIES)
EIGEN = "eigen ontwerp"


def parse_tekst(tekst: str) -> tuple[Situatiekennis, list[str]]:
    """Return what a text describes, and the codes of its findings."""
    bevindingen = Bevindingen()
    boom = parse_boom("situaties-x.yaml", tekst.encode())
    assert boom is not None
    return parse_situaties(boom, bevindingen), [bevinding.code for bevinding in bevindingen]


def load_voorbeeld(naam: str, oud: str = "", nieuw: str = "") -> tuple[Situatiekennis, list[str]]:
    """Read an example with one change in it."""
    tekst = (GOED / f"situaties-{naam}.yaml").read_text(encoding="utf-8")
    assert oud in tekst
    return parse_tekst(tekst.replace(oud, nieuw, 1))


def list_standen() -> dict[tuple[str, str], Stand]:
    """Return every level that weighs something, without those of the roles."""
    return {
        (kenmerk.id, stand.id): stand
        for kenmerk in SITUATIES.kenmerken.values()
        for stand in kenmerk.standen.values()
        if stand.gewichten
    }


def load_gewichten() -> dict[tuple[str, str], dict[str, str]]:
    with (REFERENTIE / "situatiegewichten.csv").open(encoding="utf-8", newline="") as bron:
        return {(rij["kenmerk"], rij["stand"]): rij for rij in csv.DictReader(bron)}


# what is shipped


def test_every_shipped_weight_stands_in_the_reference_table_and_every_row_of_it_is_shipped() -> None:
    rijen = load_gewichten()
    assert len(rijen) == 40
    assert {sleutel: stand.gewichten for sleutel, stand in list_standen().items()} == {
        sleutel: {stijl: int(rij[stijl]) for stijl in STIJLEN if rij[stijl] != "0"} for sleutel, rij in rijen.items()
    }


def test_every_shipped_weight_names_the_source_of_the_reference_table() -> None:
    bronnen = {sleutel: rij["bron"].replace("&", "en") for sleutel, rij in load_gewichten().items()}
    assert {sleutel: stand.bron for sleutel, stand in list_standen().items()} == bronnen


def test_the_weights_of_roles_are_a_design_of_ones_own_and_say_so() -> None:
    gewogen = {naam: rol.stand for naam, rol in SITUATIES.rollen.items() if rol.stand.gewichten}
    assert {naam: stand.bron for naam, stand in gewogen.items()} == {"tussenpersoon": EIGEN, "regisseur": EIGEN}
    zwaarte = {"forceren": -1, "samenwerken": 1, "toegeven": -1}
    assert [stand.gewichten for stand in gewogen.values()] == [zwaarte, zwaarte]


def test_everybody_is_asked_eight_factors_and_every_factor_has_a_level_that_weighs_nothing() -> None:
    assert len(SITUATIES.eerst) == 8
    vol = [een.id for een in SITUATIES.kenmerken.values() if all(stand.gewichten for stand in een.standen.values())]
    assert vol == []


def test_the_shipped_routes_and_the_four_differences_between_sources_are_there() -> None:
    assert list(SITUATIES.routes) == [
        "ingrijpen",
        "moreel-beraad",
        "afkoelen",
        "onwil-naar-belang",
        "derde-persoon",
        "meerzijdig",
        "regie-zonder-macht",
        "dilemma",
    ]
    assert len(SITUATIES.bronverschillen) == 4


# how it is read


def test_gate_and_roles_have_their_own_order_whatever_the_file_does() -> None:
    kennis, codes = load_voorbeeld("heel")
    assert codes == []
    assert tuple(kennis.poort.kenmerk.standen) == STANDEN_VEILIGHEID
    assert tuple(kennis.rollen) == tuple(kennis.rol.standen) == ROLLEN
    assert tuple(kennis.doe) == tuple(kennis.leervragen) == STIJLEN


def test_what_a_role_adds_is_read_and_one_word_counts_as_a_list_of_one() -> None:
    rollen = load_voorbeeld("heel")[0].rollen
    regisseur, tussenpersoon = rollen["regisseur"], rollen["tussenpersoon"]
    assert regisseur.stand.gewichten == {"forceren": -1, "samenwerken": 1}
    assert (regisseur.niet_eerst, regisseur.tenzij) == (
        ("forceren",),
        {"macht": ("meer", "gelijk"), "haast": ("gewoon",)},
    )
    assert (tussenpersoon.nooit, tussenpersoon.slaat_over) == (("forceren", "toegeven"), ("belang",))
    assert tussenpersoon.woorden == {"forceren": "Een kader stellen", "toegeven": "Ruimte geven"}
    assert rollen["beslisser"].zet == {"haast": "nee"}
    assert {naam: rol.wie for naam, rol in rollen.items()} == {
        **dict.fromkeys(ROLLEN, WIE),
        "belangenbehartiger": "je cliënt",
    }


def test_a_level_of_the_gate_weighs_nothing_and_a_closed_one_has_help() -> None:
    poort = load_voorbeeld("heel")[0].poort
    assert [stand.gewichten for stand in poort.kenmerk.standen.values()] == [{}, {}, {}]
    assert poort.hulp == {"onveilig": ("Bel 112.", "Ga naar je leidinggevende."), "twijfel": ("Vraag een collega.",)}


def test_a_route_has_its_conditions_its_exceptions_and_the_style_that_comes_first() -> None:
    routes = load_voorbeeld("heel")[0].routes
    afkoelen = routes["afkoelen"]
    assert afkoelen.als == {"haast": ("nee", "gewoon"), "macht": ("gelijk",)}
    assert (afkoelen.tenzij, afkoelen.eerst) == ({"rol": ("beslisser", "regisseur")}, "vermijden")
    assert (routes["ertussen"].tenzij, routes["ertussen"].eerst) == ({}, "")


def test_a_neutral_word_may_be_described_and_may_weigh() -> None:
    stand = "nee: {antwoord: Nee, want: a, uitleg: b, gewichten: {forceren: -2}, bron: eigen ontwerp}"
    kennis, codes = load_voorbeeld("klein", "nee: {antwoord: Nee}", stand)
    assert codes == []
    assert kennis.kenmerken["haast"].standen["nee"].gewichten == {"forceren": -2}


def test_a_question_may_stand_on_more_lines_and_quote() -> None:
    vragen = load_voorbeeld("heel")[0].leervragen["compromis"]
    assert vragen["experiment"] == "Hoe oefen ik, deze week nog?"
    assert vragen["vaardigheid"] == "Hoe vraag ik: wat heb je nodig?"


# one mistake is told once


def test_without_factors_nothing_is_said_of_what_refers_to_them() -> None:
    tekst = (GOED / "situaties-heel.yaml").read_text(encoding="utf-8")
    voor, _, na = tekst.partition("kenmerken:\n")
    assert parse_tekst(f"{voor}routes:{na.partition('routes:')[2]}")[1] == ["ontbreekt"]
    assert parse_tekst(f"{voor}kenmerken: geen\nroutes:{na.partition('routes:')[2]}")[1] == ["geen-groep"]


def test_without_levels_nothing_is_said_of_what_refers_to_them() -> None:
    assert load_voorbeeld("klein", "{ja: {antwoord: Ja}, nee: {antwoord: Nee}}", "veel")[1] == ["geen-groep"]


def test_a_mistyped_role_is_one_mistake() -> None:
    assert load_voorbeeld("klein", "    beslisser:", "    beslissr:")[1] == ["onbekende-sleutel"]


@pytest.mark.parametrize("tekst", ["[]", "los", "{}", "''", "- situaties: x"])
def test_a_tree_that_is_no_group_is_one_finding(tekst: str) -> None:
    assert parse_tekst(tekst)[1] in (["geen-groep"], ["leeg"])


def test_a_file_of_another_kind_is_told_once() -> None:
    assert parse_tekst("casus: x\nformaat: 1\nverhaal: Voor {wie}.\n")[1] == ["andere-soort"]


def test_levels_are_known_of_gate_role_and_factors() -> None:
    kennis, _ = load_voorbeeld("klein")
    assert build_standen(kennis) == {VEILIGHEID: STANDEN_VEILIGHEID, ROL: ROLLEN, "haast": ("ja", "nee")}


# factors on the command line


def test_a_factor_with_its_level_is_read_also_with_spaces_and_twice_the_same() -> None:
    assert parse_kenmerken(["macht=meer", " emoties = hoog ", "macht=meer"], STANDEN) == (
        {"macht": "meer", "emoties": "hoog"},
        [],
    )


@pytest.mark.parametrize("woord", NEUTRAAL)
def test_a_neutral_word_goes_with_every_factor(woord: str) -> None:
    regels = [f"{naam}={woord}" for naam in SITUATIES.kenmerken]
    assert parse_kenmerken(regels, STANDEN) == (dict.fromkeys(SITUATIES.kenmerken, woord), [])


@pytest.mark.parametrize("naam", EIGEN_PLAATS)
def test_of_gate_and_role_the_only_neutral_word_is_not_to_know(naam: str) -> None:
    assert parse_kenmerken([f"{naam}={WEET_NIET}"], STANDEN) == ({naam: WEET_NIET}, [])
    for woord in set(NEUTRAAL) - {WEET_NIET}:
        gelezen, fouten = parse_kenmerken([f"{naam}={woord}"], STANDEN)
        assert (gelezen, len(fouten)) == ({}, 1)
        assert fouten[0].startswith(f"kenmerk '{naam}' kent geen stand '{woord}'; ")


@pytest.mark.parametrize(
    ("regel", "zin"),
    [
        ("macht", "--kenmerk 'macht' heeft geen stand; schrijf bijvoorbeeld: --kenmerk macht=minder"),
        ("macht=", "--kenmerk 'macht' heeft geen stand; schrijf bijvoorbeeld: --kenmerk macht=minder"),
        ("mcht=meer", "er is geen kenmerk 'mcht'; bedoelde je 'macht'?"),
        ("qqq=meer", "er is geen kenmerk 'qqq'; 'conflictstijl situatie --kenmerken' noemt ze alle"),
        ("emoties=hog", "kenmerk 'emoties' kent geen stand 'hog'; bedoelde je 'hoog'?"),
        ("emoties=qqq", "kenmerk 'emoties' kent geen stand 'qqq'; kies uit: hoog, gewoon"),
    ],
)
def test_a_factor_that_cannot_be_read_is_one_sentence_with_a_way_out(regel: str, zin: str) -> None:
    assert parse_kenmerken([regel], STANDEN) == ({}, [zin])


def test_a_factor_at_two_levels_is_refused_and_all_mistakes_are_told() -> None:
    gelezen, fouten = parse_kenmerken(["macht=meer", "macht=minder", "qqq=1"], STANDEN)
    assert gelezen == {"macht": "meer"}
    assert fouten[0] == "kenmerk 'macht' staat er twee keer; haal een van de twee weg"
    assert len(fouten) == 2


def test_a_role_may_have_steps_words_and_remarks_of_its_own() -> None:
    tussen, behartiger = SITUATIES.rollen["tussenpersoon"], SITUATIES.rollen["belangenbehartiger"]
    assert (tussen.ander, behartiger.ander) == ("elke partij", "de ander")
    assert tussen.gewoonte
    assert not behartiger.gewoonte
    assert set(behartiger.bij) == {"toegeven", "compromis", "vermijden"}
    assert set(SITUATIES.routes["afkoelen"].per_rol) == {"tussenpersoon"}
    assert SITUATIES.routes["meerzijdig"].per_rol == {}
    assert len(SITUATIES.signalen) == 4
    assert set(SITUATIES.zinnen) == set(SITUATIES.doe)
