"""The shipped schemas: valid themselves, and as strict as the loader but for a listed set of checks."""

from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from conflictstijl.laden.valkuilen import split_regels

from .lezen import CASUS, FOUT, KENNIS, LOS, list_goed, parse_boom, read_bevindingen, read_soortnaam
from .schemas import ALLEEN_LADER, MAP, build_waarde, check_schema, check_verschil, load_keurder, load_schema

SOORTEN = [
    *("adviezen", "antwoorden", "casus", "normgroep", "situaties", "stijlen", "vaardigheden", "vragenlijst"),
    *("werkblad", "werkvorm"),
]
YAML_GOED = [pad for pad in list_goed() if pad.suffix == ".yaml"]


def test_there_is_a_schema_for_every_kind_of_file() -> None:
    assert sorted(pad.name for pad in MAP.iterdir()) == [f"{soort}-1.json" for soort in SOORTEN]


@pytest.mark.parametrize("soort", SOORTEN)
def test_a_schema_is_valid_itself(soort: str) -> None:
    Draft202012Validator.check_schema(load_schema(soort))


@pytest.mark.parametrize("pad", YAML_GOED, ids=lambda pad: pad.name)
def test_every_good_and_every_shipped_file_is_valid(pad: Path) -> None:
    boom = parse_boom(pad.name, pad.read_bytes())
    assert boom is not None
    keurder = load_keurder(read_soortnaam(pad.name, boom))
    assert [fout.message for fout in keurder.iter_errors(build_waarde(boom))] == []


def test_every_broken_example_is_refused_by_the_schema_unless_only_the_loader_can_know(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(FOUT)
    gezien: set[str] = set()
    geweigerd = 0
    for pad in sorted(pad for pad in FOUT.iterdir() if pad.suffix in {".yaml", ".json"}):
        boom = parse_boom(pad.name, pad.read_bytes())
        if boom is None:
            continue
        bevindingen = read_bevindingen(pad.name)
        if check_schema(read_soortnaam(pad.name, boom), boom):
            gezien |= {bevinding.code for bevinding in bevindingen if bevinding.plek.bestand == pad.name}
            assert check_verschil(bevindingen, pad.name, split_regels(pad.read_text(encoding="utf-8-sig"))) == [], pad
        else:
            geweigerd += 1
    assert geweigerd > 100
    assert gezien == set(ALLEEN_LADER)


@pytest.mark.parametrize(("regel", "code"), [("titel: ''", "lege-tekst"), ("kleur: rood", "onbekende-sleutel")])
def test_a_difference_that_is_not_listed_would_be_noticed(regel: str, code: str) -> None:
    boom = parse_boom("x.yaml", f"stijlen: x\n{regel}\n".encode())
    assert boom is not None
    assert not check_schema("stijlen", boom)
    assert code not in ALLEEN_LADER


def test_the_kinds_with_a_schema_are_the_kinds_the_loader_reads() -> None:
    assert sorted([*KENNIS, *LOS, CASUS, "vragenlijst", "antwoorden"]) == SOORTEN
