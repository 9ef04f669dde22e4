"""The JSON of `groep --json`: the shape that other programs are written against."""

import json
from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from conflictstijl.laden.catalogus import load_vragenlijst
from conflictstijl.model.groepsbeeld import TE_GELIJK, Groepsbeeld, Groepstelling, Verschuivingen, Voorna
from conflictstijl.model.stijlen import STIJLEN
from conflictstijl.model.tabel import Invoermelding
from conflictstijl.rapport.groepsgegevens import Meldingen, build_beeld, build_groep, render_groep
from conflictstijl.rekenen.groepsbeeld import build_groepsbeeld

LIJST = load_vragenlijst("conflictstijlen")
MELDING = Invoermelding("x.csv", 38, "q7", "", "onbekend-antwoord", "onbekend antwoord 'Vaakk'", "leeg")


def bouw_telling(n: int) -> Groepstelling:
    return Groepstelling(n, {"samenwerken": n - 1, "gedeeld": 1}, dict.fromkeys(STIJLEN, Fraction(19 * n, 8)))


def bouw_beeld(**aantallen: int) -> Groepsbeeld:
    return build_groepsbeeld({naam: bouw_telling(n) for naam, n in aantallen.items()}, LIJST, "team")


def lees(beeld: Groepsbeeld, *, profielen: Any = None, meldingen: Meldingen = (), voor_na: Voorna | None = None) -> Any:
    document = build_groep("conflictstijlen", 20, beeld, voor_na)
    return json.loads("".join(render_groep(document, profielen, lambda: meldingen)))


def test_the_document_has_the_shape_that_was_promised() -> None:
    document = lees(bouw_beeld(noord=9, zuid=6, oost=3, west=2), meldingen={"onbekend-antwoord": 2, "dubbel": 1})
    nul, gemiddelden = dict.fromkeys(STIJLEN, 0), dict.fromkeys(STIJLEN, 2.5)
    assert document["groepsbeeld"].pop("per") == {
        "kolom": "team",
        "groepen": {
            "noord": {"n": 9, "eerste_stijl": {**nul, "samenwerken": 8, "gedeeld": 1}, "gemiddelden": gemiddelden},
            "oost": None,
            "west": None,
            "zuid": {"n": 6, "eerste_stijl": {**nul, "samenwerken": 5, "gedeeld": 1}, "gemiddelden": gemiddelden},
        },
    }
    assert document == {
        "formaat": 1,
        "soort": "groep",
        "vragenlijst": "conflictstijlen",
        "deelnemers": 20,
        "groepsbeeld": {
            "n": 20,
            "eerste_stijl": {**nul, "samenwerken": 16, "gedeeld": 4},
            "gemiddelden": gemiddelden,
            "achtergehouden": ["oost", "west"],
            "reden": None,
        },
        "reden": None,
        "meldingen": [{"soort": "dubbel", "aantal": 1}, {"soort": "onbekend-antwoord", "aantal": 2}],
    }


def test_a_group_that_is_too_small_has_no_picture_and_a_reason() -> None:
    document = lees(bouw_beeld(noord=4))
    assert (document["groepsbeeld"], document["reden"]) == (None, "te_klein")
    assert "noord" not in json.dumps(document)


def test_a_value_of_one_person_and_a_long_one_are_nowhere_told() -> None:
    beeld = bouw_beeld(**{"noord": 9, "zuid": 6, "oost": 2, "Els": 1, "niemand": 0, "lang" * 11: 3})
    gegevens = build_beeld(beeld)
    assert gegevens is not None
    assert list(gegevens["per"]["groepen"]) == ["noord", "oost", "zuid"]
    assert (gegevens["achtergehouden"], beeld.verzwegen) == (["oost"], 3)


def test_a_group_too_like_an_earlier_one_has_another_reason() -> None:
    assert lees(Groepsbeeld(5, None, weigering=TE_GELIJK))["reden"] == "te_gelijk"


def test_without_a_column_there_are_no_subgroups() -> None:
    beeld = build_beeld(build_groepsbeeld({"": bouw_telling(6)}, LIJST))
    assert beeld is not None
    assert (beeld["per"], beeld["achtergehouden"]) == (None, [])


def test_people_are_in_it_only_when_asked_for_and_then_places_too() -> None:
    assert "profielen" not in lees(bouw_beeld(noord=6), meldingen={})
    document = lees(bouw_beeld(noord=4), profielen=[{"deelnemer": "D01"}, {"deelnemer": "D\n02"}], meldingen=[MELDING])
    assert document["profielen"] == [{"deelnemer": "D01"}, {"deelnemer": "D\n02"}]
    assert document["meldingen"] == [
        {
            "bestand": "x.csv",
            "rij": 38,
            "kolom": "q7",
            "cel": None,
            "soort": "onbekend-antwoord",
            "wat": "onbekend antwoord 'Vaakk'",
            "gevolg": "leeg",
        }
    ]


def test_nobody_is_an_empty_list() -> None:
    assert lees(bouw_beeld(noord=6), profielen=[])["profielen"] == []


def test_people_are_read_one_by_one_and_the_messages_after_them() -> None:
    gelezen: list[int] = []

    def read_profielen() -> Iterator[dict[str, int]]:
        for nummer in range(3):
            gelezen.append(nummer)
            yield {"nummer": nummer}

    delen = render_groep(build_groep("x", 3, bouw_beeld(noord=6)), read_profielen(), lambda: {"gelezen": len(gelezen)})
    stand = [len(gelezen) for deel in delen if '"nummer"' in deel]
    assert stand == [1, 2, 3]
    assert lees(bouw_beeld(noord=6), profielen=read_profielen())["profielen"][2] == {"nummer": 2}


def test_the_text_is_readable_as_that_of_other_commands() -> None:
    tekst = "".join(render_groep({"formaat": 1}, [{"a": 1}], dict))
    assert tekst == json.dumps({"formaat": 1, "profielen": [{"a": 1}], "meldingen": []}, indent=2) + "\n"


def test_before_and_after_has_a_key_of_its_own() -> None:
    voor_na = Voorna(6, {"forceren": Verschuivingen(1, 2, 3)})
    assert lees(bouw_beeld(noord=6), voor_na=voor_na)["voor_na"] == {
        "n": 6,
        "stijlen": {"forceren": {"meer": 1, "minder": 2, "gelijk": 3}},
        "reden": None,
    }
    assert "voor_na" not in lees(bouw_beeld(noord=6))
