"""What follows from the answers about each party or line: the next steps, and the best lines."""

from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conflictstijl.laden.werkbladantwoorden import load_ingevuld
from conflictstijl.laden.werkbladen import load_werkblad
from conflictstijl.model.werkblad import Bladvoorwaarde, Invulling, Regels, Sleutel
from conflictstijl.rekenen.werkblad import build_uitkomst
from tests.laden.lezen import GOED, VOORBEELDEN

BLAD = load_werkblad(str(GOED / "werkblad-per-regel.yaml"))
SCHEIDING = str(VOORBEELDEN / "ingevuld" / "meerzijdig.yaml")
PARTIJEN: dict[Sleutel, Regels] = {("", "doel"): ("rust",), ("", "partijen"): ("vader", "moeder", "kind")}
REGELS: dict[Sleutel, Regels] = {("", "doel"): ("rust",), ("", "mis"): ("a", "b", "c", "d")}


def list_beste(gegeven: Mapping[Sleutel, Regels]) -> list[str]:
    [beste] = build_uitkomst(BLAD, Invulling("x", "1.0", {**REGELS, **gegeven})).beste
    return [een.regel for een in beste.regels]


def list_stappen(gegeven: Mapping[Sleutel, Regels]) -> list[tuple[str, Regels]]:
    uitkomst = build_uitkomst(BLAD, Invulling("x", "1.0", {**PARTIJEN, **gegeven}))
    return [(groep.groep, groep.stappen) for groep in uitkomst.stappen[1].groepen]


def test_the_child_that_was_not_heard_is_named_first_with_by_whom_and_with_whose_consent() -> None:
    werkblad, invulling, _ = load_ingevuld(SCHEIDING)
    [stappen] = build_uitkomst(werkblad, invulling).stappen
    eerste = stappen.groepen[0]
    assert [groep.groep for groep in stappen.groepen] == ["kind", "vader"]
    assert len(eerste.stappen) <= len(stappen.groepen[1].stappen)
    assert "de leerkracht. Met toestemming van: beide ouders en het kind." in eerste.stappen[0]
    assert eerste.stappen[1].startswith("Vraag nooit om een kant te kiezen.")


def test_who_has_most_steps_comes_before_who_has_fewer() -> None:
    gehoord = {("vader", "gehoord"): ("ja",), ("moeder", "gehoord"): ("nee",), ("kind", "gehoord"): ("nee",)}
    assert list_stappen(gehoord) == [(wie, ("Laat praten met: nog te bepalen.",)) for wie in ("moeder", "kind")]
    haast = {**gehoord, ("", "haast"): ("ja",), ("kind", "kind"): ("ja",), ("kind", "door"): ("de juf",)}
    assert list_stappen(haast) == [
        ("kind", ("Laat praten met: de juf.", "Doe dat vandaag.")),
        ("moeder", ("Laat praten met: nog te bepalen.", "Doe dat vandaag.")),
    ]


def test_what_is_named_first_decides_who_comes_first_whatever_the_number_of_steps() -> None:
    blad = load_werkblad("meerzijdig")
    standen = {
        "vader": ["nee", "nee", "nee"],
        "moeder": ["nee", "ja", "nee"],
        "oma": ["ja", "ja", "ja"],
        "kind": ["ja", "nee", "ja"],
    }
    gegeven: dict[Sleutel, Regels] = {("", "partijen"): tuple(standen)}
    for wie, (gehoord, genoemd, kwetsbaar) in standen.items():
        antwoorden = {"gehoord": gehoord, "genoemd": genoemd, "verwacht": "nee", "kwetsbaar": kwetsbaar}
        gegeven |= {(wie, vraag): (antwoord,) for vraag, antwoord in antwoorden.items()}
    [stappen] = build_uitkomst(blad, Invulling("x", "1", gegeven)).stappen
    assert [een.groep for een in stappen.groepen] == ["kind", "oma", "vader", "moeder"]
    assert stappen.onbeslist == tuple(standen)


def test_a_number_that_was_not_asked_for_is_not_open_and_a_choice_that_was_left_is() -> None:
    blad = load_werkblad("waarde-van-preventie")
    gegeven: dict[Sleutel, Regels] = {("", "winnaars"): ("gemeente", "client")}
    gegeven |= {("gemeente", "betaalt"): ("ja",), ("gemeente", "zeker"): ("zelf gemeten",)}
    gegeven |= {("client", "zeker"): ("zelf gemeten",)}
    [stappen] = build_uitkomst(blad, Invulling("x", "1", gegeven)).stappen
    assert (stappen.groepen, stappen.onbeslist) == ((), ("client",))
    heel = gegeven | {("client", "betaalt"): ("hoeft niet",)}
    [stappen] = build_uitkomst(blad, Invulling("x", "1", heel)).stappen
    assert (stappen.groepen, stappen.onbeslist) == ((), ())


def test_steps_about_a_list_that_nobody_was_asked_for_are_left_out() -> None:
    mis = BLAD.delen[0].vragen[1]._replace(als=(Bladvoorwaarde("haast", ("ja",)),))
    vragen = (BLAD.delen[0].vragen[0], BLAD.delen[0].vragen[2], mis)
    blad = BLAD._replace(delen=(BLAD.delen[0]._replace(vragen=vragen), *BLAD.delen[1:]))
    [stappen] = build_uitkomst(blad, Invulling("x", "1", {**PARTIJEN, ("", "haast"): ("nee",)})).stappen
    assert stappen.plan.kop == "Wie eerst"


def test_an_answer_that_is_asked_no_more_makes_no_step() -> None:
    oud = {("opa", "gehoord"): ("nee",), ("vader", "gehoord"): ("ja",), ("vader", "door"): ("de juf",)}
    assert list_stappen(oud) == []
    assert ("vader", "door") not in build_uitkomst(BLAD, Invulling("x", "1", PARTIJEN | oud)).invulling.antwoorden


def test_the_best_lines_meet_what_counts_most_and_else_keep_their_order() -> None:
    tegendelen: dict[Sleutel, Regels] = {(regel, "tegendeel"): (f"niet {regel}",) for regel in "abd"}
    weinig: dict[Sleutel, Regels] = {(regel, "moeite"): ("weinig",) for regel in "abcd"}
    assert list_beste(tegendelen | weinig) == ["a", "b"]
    assert list_beste(tegendelen | weinig | {("a", "moeite"): ("veel",)}) == ["b", "d"]
    assert list_beste(tegendelen) == []
    assert list_beste({}) == []


@pytest.mark.parametrize(
    ("standen", "volgorde"),
    [
        (["klein veel", "groot veel", "klein weinig", "groot weinig"], [3, 1]),
        (["klein weinig", "klein weinig", "groot veel", "groot veel"], [2, 3]),
    ],
)
def test_what_is_named_first_weighs_heavier(standen: list[str], volgorde: list[int]) -> None:
    gegeven: dict[Sleutel, Regels] = {("", "leervraag"): ("Hoe?",), ("", "mislukt"): tuple("abcd")}
    for regel, stand in zip("abcd", standen, strict=True):
        effect, moeite = stand.split()
        rest = {"tegendeel": "niet", "effect": effect, "moeite": moeite}
        gegeven |= {(regel, vraag): (antwoord,) for vraag, antwoord in rest.items()}
    [beste] = build_uitkomst(load_werkblad("omgekeerd"), Invulling("x", "1", gegeven)).beste
    assert [een.regel for een in beste.regels] == ["abcd"[plaats] for plaats in volgorde]


@settings(max_examples=20, deadline=None)
@given(st.lists(st.text("abcdef ", min_size=1).map(str.strip).filter(bool), min_size=1, max_size=10, unique=True))
def test_so_many_negatives_give_as_many_flips(negatief: list[str]) -> None:
    gegeven: dict[Sleutel, Regels] = {("", "leervraag"): ("Hoe?",), ("", "mislukt"): tuple(negatief)}
    gegeven |= {(regel, "tegendeel"): (f"niet {regel}",) for regel in negatief}
    gegeven |= {(regel, "effect"): ("groot",) for regel in negatief}
    uitkomst = build_uitkomst(load_werkblad("omgekeerd"), Invulling("x", "1", gegeven))
    flips = [vraag.groep for vraag in uitkomst.vragen if vraag.vraag.id == "tegendeel"]
    assert flips == negatief
    assert len(uitkomst.beste[0].regels) == min(3, len(negatief))
