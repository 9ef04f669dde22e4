"""The JSON of profiles: exactly the keys and shapes of the contract."""

import json
from fractions import Fraction
from typing import Any

from hypothesis import given, settings
from jsonschema import Draft202012Validator

from conflictstijl.laden.catalogus import load_vragenlijst
from conflictstijl.model.antwoorden import NVT, Antwoord
from conflictstijl.model.profiel import Stijlprofiel
from conflictstijl.model.vragenlijst import Scoresoort, Sleuteldeel, Vragenlijst
from conflictstijl.rapport.gegevens import build_profielen, render_profielen

from .bouw import bouw_eenvoudig, bouw_lijst, bouw_profiel, profielen


def vast(**velden: object) -> dict[str, object]:
    """Return the schema of an object with exactly these keys."""
    return {"type": "object", "properties": velden, "required": list(velden), "additionalProperties": False}


def lijst_van(deel: object) -> dict[str, object]:
    return {"type": "array", "items": deel}


GETAL = {"type": ["number", "null"]}
AANTAL = {"type": "integer", "minimum": 0}
TEKST = {"type": "string", "minLength": 1}
NAMEN = lijst_van(TEKST)
SCORE = vast(
    waarde=GETAL,
    som=GETAL,
    beantwoord=AANTAL,
    items=AANTAL,
    ondergrens=GETAL,
    bovengrens=GETAL,
    percentiel={"type": "null"},
    duiding={"type": ["string", "null"]},
    reden={"enum": [None, "te_weinig_beantwoord", "niet_gevraagd"]},
)
PROFIEL = vast(
    vragenlijst=TEKST,
    versie=TEKST,
    scoreversie=AANTAL,
    vingerafdruk={"type": "string", "pattern": "^sha256:[0-9a-f]{64}$"},
    deelnemer={"type": ["string", "null"]},
    beantwoord=AANTAL,
    gevraagd=AANTAL,
    scores={"type": "object", "additionalProperties": SCORE},
    volgorde=lijst_van({"type": "array", "items": TEKST, "minItems": 1}),
    duidelijk_hoog=NAMEN,
    duidelijk_laag=NAMEN,
    kwaliteit=vast(
        rechte_lijn=AANTAL,
        aandeel_zelfde={"type": "number", "minimum": 0, "maximum": 1},
        spreiding=GETAL,
        leeg={"type": "number", "minimum": 0, "maximum": 100},
        meldingen=lijst_van(vast(code=TEKST, wat=TEKST)),
    ),
)
SCHEMA = vast(formaat={"const": 1}, soort={"const": "profielen"}, profielen=lijst_van(PROFIEL))


def lees_score(lijst: Vragenlijst, antwoorden: list[Antwoord]) -> dict[str, Any]:
    """Return the JSON of the first scale."""
    document = build_profielen([bouw_profiel(lijst, antwoorden)])
    return next(iter(document["profielen"][0]["scores"].values()))


@given(profielen())
@settings(max_examples=60)
def test_every_profile_has_exactly_the_keys_of_the_contract(paar: tuple[Vragenlijst, Stijlprofiel]) -> None:
    document = json.loads(render_profielen([paar[1]]))
    Draft202012Validator(SCHEMA).validate(document)
    for score in document["profielen"][0]["scores"].values():
        assert (score["waarde"] is None) == (score["reden"] is not None)
        assert score["waarde"] is not None or score["som"] is score["duiding"] is score["ondergrens"] is None


def test_the_schema_of_the_test_refuses_a_key_too_many_and_one_too_few() -> None:
    profiel = build_profielen([bouw_profiel(load_vragenlijst("conflictstijlen-kort"), [3] * 15)])
    goed = Draft202012Validator(SCHEMA)
    assert goed.is_valid(profiel)
    assert not goed.is_valid(profiel | {"extra": 1})
    assert not goed.is_valid({naam: waarde for naam, waarde in profiel.items() if naam != "soort"})


@given(profielen())
@settings(max_examples=60)
def test_values_are_not_rounded(paar: tuple[Vragenlijst, Stijlprofiel]) -> None:
    profiel = paar[1]
    gegevens = json.loads(render_profielen([profiel]))["profielen"][0]["scores"]
    for naam, score in profiel.scores.items():
        if score.exact is not None and score.som is not None:
            assert gegevens[naam]["waarde"] == float(score.exact)
            assert Fraction(gegevens[naam]["som"]).limit_denominator(1000) == score.som


def test_a_whole_sum_is_an_integer_and_another_one_is_not() -> None:
    lijst = bouw_eenvoudig([("forceren", "forceren")], per_schaal=6)
    heel = lees_score(lijst, [4, 3, 3, 3, 3, 3])
    assert (repr(heel["som"]), repr(heel["waarde"])) == ("19", "3.1666666666666665")
    half = lees_score(lijst, [4, 3, 3, 3, 3, None])
    assert (half["som"], half["beantwoord"], half["items"]) == (19.2, 5, 6)


def test_a_weight_of_a_half_gives_a_sum_with_a_half() -> None:
    sleutels = [(Sleuteldeel("rust", Fraction(1, 2)),)] * 3
    assert lees_score(bouw_lijst([("rust", None)], sleutels, score=Scoresoort.SOM), [3, 3, 3])["som"] == 4.5


def test_a_scale_that_cannot_be_scored_has_no_values_and_a_reason() -> None:
    lijst = bouw_eenvoudig([("forceren", "forceren"), ("toegeven", "toegeven")])
    leeg = dict.fromkeys(("waarde", "som", "ondergrens", "bovengrens", "percentiel", "duiding"))
    weinig = lees_score(lijst, [3, None, None, None, 3, 3, 3, 3])
    assert weinig == leeg | {"beantwoord": 1, "items": 4, "reden": "te_weinig_beantwoord"}
    nvt = lees_score(lijst, [NVT, NVT, NVT, NVT, 3, 3, 3, 3])
    assert nvt == leeg | {"beantwoord": 0, "items": 0, "reden": "niet_gevraagd"}


def test_nothing_left_open_is_a_plain_zero() -> None:
    lijst = bouw_eenvoudig([("forceren", "forceren")], per_schaal=3)
    kwaliteit = build_profielen([bouw_profiel(lijst, [3, 4, 5])])["profielen"][0]["kwaliteit"]
    assert repr(kwaliteit["leeg"]) == "0"
    deels = build_profielen([bouw_profiel(lijst, [3, 4, None])])["profielen"][0]["kwaliteit"]
    assert abs(deels["leeg"] - 100 / 3) < 1e-12


def test_json_text_keeps_letters_and_ends_in_a_line_break() -> None:
    assert render_profielen([]) == '{\n  "formaat": 1,\n  "soort": "profielen",\n  "profielen": []\n}\n'
