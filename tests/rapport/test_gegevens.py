"""The JSON of profiles: exactly the keys and shapes of the contract."""

import json
from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from jsonschema import Draft202012Validator

from conflictstijl.laden.catalogus import load_vragenlijst
from conflictstijl.model.antwoorden import NVT, Antwoord
from conflictstijl.model.vragen import Sleuteldeel
from conflictstijl.model.vragenlijst import Scoresoort, Vragenlijst
from conflictstijl.rapport.gegevens import build_profielen, render_profielen
from conflictstijl.rekenen.verschuiving import compare_bladen

from .bouw import (
    Paar,
    alle_profielen,
    bouw_eenvoudig,
    bouw_lijst,
    bouw_profiel,
    profielen,
    schrijf_lijst,
    vul_in,
    vul_stijl,
)


def vast(soms: dict[str, object] | None = None, **velden: object) -> dict[str, object]:
    """Return the schema of an object with exactly these keys; those of `soms` may be missing."""
    alle = {**velden, **(soms or {})}
    return {"type": "object", "properties": alle, "required": list(velden), "additionalProperties": False}


def lijst_van(deel: object) -> dict[str, object]:
    return {"type": "array", "items": deel}


GETAL = {"type": ["number", "null"]}
ECHT = {"type": "number"}
AANTAL = {"type": "integer", "minimum": 0}
TEKST = {"type": "string", "minLength": 1}
NAMEN = lijst_van(TEKST)
SCORE = vast(
    {"band": TEKST, "toeval": vast(verwacht=ECHT, van=ECHT, tot=ECHT)},
    waarde=GETAL,
    som=GETAL,
    beantwoord=AANTAL,
    items=AANTAL,
    ondergrens=GETAL,
    bovengrens=GETAL,
    percentiel={"type": ["number", "null"], "minimum": 0, "maximum": 100},
    duiding={"type": ["string", "null"]},
    reden={"enum": [None, "te_weinig_beantwoord", "niet_gevraagd"]},
)
VOLGORDE = lijst_van({"type": "array", "items": TEKST, "minItems": 1})
BIJZONDER: dict[str, object] = {
    "vorm": TEKST,
    "met": TEKST,
    "zaad": AANTAL,
    "winst": vast(items=AANTAL, marge_zonder=ECHT, marge=ECHT),
    "onderdelen": {
        "type": "object",
        "additionalProperties": vast(volgorde=VOLGORDE, duidelijk_hoog=NAMEN, duidelijk_laag=NAMEN),
        "minProperties": 1,
    },
    "verschuivingen": lijst_van(
        vast(schaal=TEKST, onderdeel=TEKST, verschil=ECHT, duidelijk={"type": ["boolean", "null"]})
    ),
    "afgeleid": {"type": "object", "additionalProperties": GETAL, "minProperties": 1},
    "gevallen": lijst_van(vast(vraag=TEKST, gekozen=NAMEN, passend=NAMEN, punten=GETAL, hoogste=ECHT)),
    "rondom": {"type": "object", "additionalProperties": {"type": "string"}, "minProperties": 1},
}
PROFIEL = vast(
    BIJZONDER,
    vragenlijst=TEKST,
    versie=TEKST,
    scoreversie=AANTAL,
    vingerafdruk={"type": "string", "pattern": "^sha256:[0-9a-f]{64}$"},
    deelnemer={"type": ["string", "null"]},
    beantwoord=AANTAL,
    gevraagd=AANTAL,
    scores={"type": "object", "additionalProperties": SCORE},
    volgorde=VOLGORDE,
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
SCHEMA = vast(
    {
        "verschuivingen": lijst_van(
            vast(schaal=TEKST, vorm=TEKST, verschil=ECHT, duidelijk={"type": ["boolean", "null"]})
        )
    },
    formaat={"const": 1},
    soort={"const": "profielen"},
    profielen=lijst_van(PROFIEL),
)


def lees_score(lijst: Vragenlijst, antwoorden: list[Antwoord]) -> dict[str, Any]:
    """Return the JSON of the first scale."""
    document = build_profielen([bouw_profiel(lijst, antwoorden)])
    return next(iter(document["profielen"][0]["scores"].values()))


@given(alle_profielen() | profielen())
@settings(max_examples=80)
def test_every_profile_has_exactly_the_keys_of_the_contract(paar: Paar) -> None:
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
def test_values_are_not_rounded(paar: Paar) -> None:
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


def lees_profiel(lijst: Vragenlijst, antwoorden: Sequence[Antwoord]) -> dict[str, Any]:
    profiel: dict[str, Any] = build_profielen([bouw_profiel(lijst, antwoorden)])["profielen"][0]
    return profiel


def test_a_plain_questionnaire_has_no_key_that_only_others_need() -> None:
    assert lees_profiel(load_vragenlijst("conflictstijlen-kort"), [3] * 15).keys().isdisjoint(BIJZONDER)


def test_a_version_is_named_also_when_it_is_the_standard_one() -> None:
    for vorm in ("zelf", "ander"):
        assert lees_profiel(load_vragenlijst("conflictstijlen", vorm), [3] * 30)["vorm"] == vorm


def test_parts_have_their_own_order_and_labels_and_what_shifts_between_them() -> None:
    lijst = load_vragenlijst("rustig-en-gespannen")
    profiel = lees_profiel(lijst, vul_in(lijst, vul_stijl(rustig__toegeven=5, gespannen__toegeven=1)))
    assert profiel["onderdelen"]["rustig"]["duidelijk_hoog"] == ["rustig.toegeven"]
    assert profiel["onderdelen"]["gespannen"]["volgorde"][-1] == ["gespannen.toegeven"]
    duidelijk = [een for een in profiel["verschuivingen"] if een["duidelijk"]]
    assert duidelijk == [{"schaal": "toegeven", "onderdeel": "gespannen", "verschil": -4.0, "duidelijk": True}]


def test_two_versions_together_tell_what_shifts_between_them() -> None:
    lijsten = [load_vragenlijst("conflictstijlen", vorm) for vorm in ("zelf", "ander")]
    antwoorden = vul_in(lijsten[0], vul_stijl(forceren=1)), vul_in(lijsten[1], vul_stijl(forceren=5))
    profielen_ = [bouw_profiel(lijst, rij) for lijst, rij in zip(lijsten, antwoorden, strict=True)]
    document = build_profielen(profielen_, compare_bladen(*zip(lijsten, antwoorden, strict=True)))
    Draft202012Validator(SCHEMA).validate(document)
    assert document["verschuivingen"][0] == {"schaal": "forceren", "vorm": "ander", "verschil": 4.0, "duidelijk": True}
    # that nothing could be compared is something else than that there is nothing to compare
    assert build_profielen(profielen_, ())["verschuivingen"] == []
    assert "verschuivingen" not in build_profielen(profielen_)


def test_a_case_tells_what_was_chosen_what_fits_and_the_points() -> None:
    lijst = load_vragenlijst("praktijksituaties")
    gevallen = lees_profiel(lijst, [0, None, *[1] * 13])["gevallen"]
    assert [geval["vraag"] for geval in gevallen] == [item.id for item in lijst.items]
    assert (gevallen[1]["gekozen"], gevallen[1]["punten"]) == ([], None)
    assert (len(gevallen[0]["gekozen"]), gevallen[0]["hoogste"]) == (1, 2)


def test_a_performance_is_held_against_chance(tmp_path: Path) -> None:
    lijst = schrijf_lijst(
        tmp_path,
        """
        vorm: kies
        schalen: {passend: {naam: Past, soort: prestatie}}
        items:
          - opties: [{passend: goed}, {geen: fout}]
          - opties: [{passend: beter}, {geen: slechter}]
        """,
    )
    toeval = lees_profiel(lijst, [0, 1])["scores"]["passend"]["toeval"]
    assert toeval == {"verwacht": 0.5, "van": 0.0, "tot": 1.0}


def test_the_gain_of_deepening_is_given_as_numbers() -> None:
    lijst = load_vragenlijst("conflictstijlen", met="conflictstijlen-verdieping")
    profiel = lees_profiel(lijst, [2, 4] * 25)
    assert profiel["met"] == "conflictstijlen-verdieping"
    assert profiel["winst"]["items"] == 20
    assert profiel["winst"]["marge"] < profiel["winst"]["marge_zonder"]


def test_what_was_told_besides_and_what_was_worked_out_is_kept_by_id(tmp_path: Path) -> None:
    lijst = schrijf_lijst(
        tmp_path,
        """
        antwoorden: [nee, soms, ja]
        schalen: {rust: Rust, steun: Steun}
        banden: {laag: 1, hoog: 2}
        afgeleid: {verschil: rust - steun, kan-niet: rust / (steun - steun)}
        achtergrond: {leiding: {vraag: "Geef je leiding?", antwoorden: [ja, nee]}}
        items:
          - rust: Het is hier rustig.
          - steun: Iemand helpt mij.
        open:
          - {vraag: Wat nog?, id: nog}
        """,
    )
    profiel = lees_profiel(lijst, [1, 3, 1, "Niets."])
    assert profiel["afgeleid"] == {"verschil": 2.0, "kan-niet": None}
    assert profiel["rondom"] == {"leiding": "nee", "nog": "Niets."}
    assert [score["band"] for score in profiel["scores"].values()] == ["hoog", "laag"]


def test_json_text_keeps_letters_and_ends_in_a_line_break() -> None:
    assert render_profielen([]) == '{\n  "formaat": 1,\n  "soort": "profielen",\n  "profielen": []\n}\n'
