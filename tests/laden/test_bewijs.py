"""The record of a session as a document: every wrong value has its place."""

import json
from pathlib import Path

import pytest

from conflictstijl.fouten import InvoerFout
from conflictstijl.laden.bewijs import load_bewijs
from conflictstijl.model.bewijs import Bewijs


def load(tekst: str, tmp_path: Path) -> Bewijs:
    bestand = tmp_path / "in.json"
    bestand.write_text(tekst, encoding="utf-8")
    return load_bewijs(str(bestand))


@pytest.mark.parametrize(
    ("tekst", "fout"),
    [
        ('{"begin": "half twee"}', "1:11 'begin' kan niet 'half twee' zijn"),
        ('{\n "vorm": "supervissie"}', "2:10 'vorm' kan niet 'supervissie' zijn"),
        ('{"plaats": "zaal 2"}', "1:12 'plaats' kan niet 'zaal 2' zijn"),
        ('{"begeleid": "soms"}', "1:14 'begeleid' is ja of nee"),
        ('{"pauze": -1}', "1:11 'pauze' heeft hier geen bruikbaar getal"),
        ('{"deelnemers": 101}', "1:16 'deelnemers' heeft hier geen bruikbaar getal"),
        ('{"rol": 12}', "1:9 bij 'rol' hoort tekst"),
        ('{"scores": {"forceren": 3}}', "1:2 onbekende naam 'scores' in dit verslag"),
        ('{"soort": "groep"}', "1:11 dit is geen verslag, en ook geen voorbereiding van intervisie"),
        ('{"soort": ["x"]}', "1:11 dit is geen verslag, en ook geen voorbereiding van intervisie"),
        ('{"formaat": 2}', "1:13 dit programma leest alleen formaat 1"),
    ],
)
def test_a_wrong_value_is_told_with_its_place(tekst: str, fout: str, tmp_path: Path) -> None:
    with pytest.raises(InvoerFout) as gezien:
        load(tekst, tmp_path)
    assert [f"{een.plek.regel}:{een.plek.kolom} {een.wat}" for een in gezien.value.bevindingen] == [fout]


def test_a_record_by_hand_needs_no_kind_and_null_stands_for_nothing(tmp_path: Path) -> None:
    bewijs = load('{"begin": "9.05 uur", "vorm": "Casuïstiekbespreking", "pauze": null, "begeleid": null}', tmp_path)
    assert bewijs == Bewijs(begin="9:05", vorm="casuistiek")


def test_the_begin_of_a_preparation_counts_only_when_it_is_a_time(tmp_path: Path) -> None:
    assert load('{"soort": "intervisie", "begin": "na de lunch"}', tmp_path) == Bewijs(vorm="intervisie")


def test_what_this_program_writes_itself_is_not_believed(tmp_path: Path) -> None:
    sessie = {"begin": "9:00", "einde": "10:00", "netto_minuten": 600}
    assert load(json.dumps(sessie), tmp_path).netto == 60
