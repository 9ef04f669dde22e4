"""Finding questionnaires and knowledge: by id and by path."""

from pathlib import Path

import pytest

from conflictstijl.fouten import GebruikFout, InvoerFout
from conflictstijl.laden import catalogus
from conflictstijl.laden.bevindingen import Bevindingen
from conflictstijl.laden.catalogus import (
    check_pad,
    load_ids,
    load_kennis,
    load_pad,
    load_vragenlijst,
    parse_bestand,
    read_soort,
)

from .lezen import GOED, INHOUD, parse_boom, parse_wortel


def test_a_shipped_questionnaire_wins_over_an_own_one_with_its_id(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    eigen = (GOED / "likert-lijst.yaml").read_text(encoding="utf-8")
    for naam in ("conflictstijlen", "eigen-lijst"):
        (tmp_path / f"{naam}.yaml").write_text(eigen.replace("likert-lijst", naam), encoding="utf-8")
    monkeypatch.setattr(catalogus, "load_eigen_map", lambda *_: tmp_path)
    assert load_pad("conflictstijlen") == INHOUD / "conflictstijlen.yaml"
    assert load_pad("eigen-lijst") == tmp_path / "eigen-lijst.yaml"
    assert len(load_vragenlijst("conflictstijlen").items) > len(load_vragenlijst("eigen-lijst").items)


def test_an_own_folder_that_is_not_there_is_no_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(catalogus, "load_eigen_map", lambda *_: tmp_path / "nergens")
    assert set(load_ids()) == {pad.stem for pad in INHOUD.glob("*.yaml")}


@pytest.mark.parametrize(
    ("naam", "hint"),
    [
        ("conflictstijln", "bedoelde je 'conflictstijlen'?"),
        ("qqq", "kijk met 'conflictstijl vragenlijsten' welke er zijn"),
    ],
)
def test_an_unknown_id_comes_with_the_nearest_one_or_the_way_to_the_list(naam: str, hint: str) -> None:
    with pytest.raises(GebruikFout) as fout:
        load_vragenlijst(naam)
    assert str(fout.value) == f"er is geen vragenlijst '{naam}'; {hint}"


def test_a_path_is_read_without_looking_it_up_and_an_id_is_not_a_path() -> None:
    assert load_vragenlijst(str(GOED / "paren.yaml")).id == "paren"
    assert [check_pad(naam) for naam in ("a", "a.YML", "x/a", "x\\a")] == [False, True, True, True]


def test_a_broken_questionnaire_raises_all_its_findings() -> None:
    with pytest.raises(InvoerFout) as fout:
        load_vragenlijst(str(GOED.parent / "fout" / "alles-tegelijk.yaml"))
    assert len(fout.value.regels()) == 5


def test_unreadable_bytes_are_a_finding_of_the_file() -> None:
    bevindingen = Bevindingen()
    pad = GOED.parent / "fout" / "cp1252.yaml"
    assert parse_bestand(pad, pad.name, parse_wortel, bevindingen) is None
    assert [bevinding.code for bevinding in bevindingen] == ["geen-utf8"]


@pytest.mark.parametrize(("tekst", "soort"), [("stijlen: x", "stijlen"), ("{}", ""), ("- a", ""), ("a", "")])
def test_the_first_key_says_what_kind_of_file_it_is(tekst: str, soort: str) -> None:
    boom = parse_boom("x.yaml", tekst.encode())
    assert boom is not None
    assert read_soort(boom) == soort


def test_the_shipped_knowledge_is_read_once() -> None:
    kennis = load_kennis()
    assert len(kennis.stijlen.stijlen) == 5
    assert load_kennis() is kennis


def test_damaged_knowledge_raises_its_findings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(catalogus, "load_inhoudsmap", lambda: tmp_path)
    with pytest.raises(InvoerFout) as fout:
        load_kennis.__wrapped__()
    assert fout.value.regels() == ["stijlen.yaml: dit bestand is er niet; kijk de naam na"]


def test_a_name_that_is_too_long_for_an_id_is_said() -> None:
    with pytest.raises(GebruikFout, match="een id heeft hoogstens 80 tekens"):
        load_vragenlijst("x" * 300)


def test_a_questionnaire_is_loaded_in_the_version_asked_for_and_with_its_deepening() -> None:
    pad = str(GOED / "drie-vormen.yaml")
    assert load_vragenlijst(pad, "medewerker").volledige_id == "drie-vormen.medewerker"
    assert load_vragenlijst("likert-twintig", "", str(GOED / "verdieping.yaml")).met == "verdieping"


def test_the_norm_file_stands_beside_the_questionnaire_wherever_that_is_loaded_from(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(GOED.parent)
    normen = load_vragenlijst("goed/met-normen.yaml").normen
    assert normen is not None
    assert normen == load_vragenlijst("met-normen").normen
