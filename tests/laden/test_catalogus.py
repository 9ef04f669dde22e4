"""Finding files: by id, by path, from stdin; what is no file is refused."""

import io
import os
from pathlib import Path
from types import SimpleNamespace

import pytest

from conflictstijl.fouten import GebruikFout, InvoerFout
from conflictstijl.laden import catalogus
from conflictstijl.laden.bestand import MAX_BYTES
from conflictstijl.laden.catalogus import (
    check_pad,
    load_bladen,
    load_ids,
    load_kennis,
    load_pad,
    load_vragenlijst,
    parse_bestand,
    read_soort,
)
from conflictstijl.laden.yamlbron import Bevindingen

from .lezen import GOED, INHOUD, parse_boom, parse_wortel

REGEL = '{"vragenlijst": "likert-lijst", "antwoorden": [1, 2, 3]}\n'


def read_bladen(bron: str, vast: str | None = None) -> tuple[int, list[str]]:
    bevindingen = Bevindingen()
    lijst = None if vast is None else load_vragenlijst(vast)
    aantal = len(list(load_bladen(bron, lijst, bevindingen)))
    return aantal, [str(bevinding) for bevinding in bevindingen]


def test_a_shipped_questionnaire_wins_over_an_own_one_with_its_id(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    eigen = (GOED / "likert-lijst.yaml").read_text(encoding="utf-8")
    for naam in ("conflictstijlen", "eigen-lijst"):
        (tmp_path / f"{naam}.yaml").write_text(eigen.replace("likert-lijst", naam), encoding="utf-8")
    monkeypatch.setattr(catalogus, "load_eigen_map", lambda: tmp_path)
    assert load_pad("conflictstijlen") == INHOUD / "conflictstijlen.yaml"
    assert load_pad("eigen-lijst") == tmp_path / "eigen-lijst.yaml"
    assert len(load_vragenlijst("conflictstijlen").items) > len(load_vragenlijst("eigen-lijst").items)


def test_an_own_folder_that_is_not_there_is_no_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(catalogus, "load_eigen_map", lambda: tmp_path / "nergens")
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


@pytest.mark.parametrize("soort", ["map", "niets", "pijp", "apparaat", "te-lang", "onder-een-bestand"])
@pytest.mark.parametrize("einde", [".yaml", ".jsonl"])
def test_what_is_no_regular_file_is_refused_without_reading_it(soort: str, einde: str, tmp_path: Path) -> None:
    pad = tmp_path / f"x{einde}"
    verwacht = "dit bestand is er niet"
    if soort == "map":
        pad.mkdir()
        verwacht = "dit is een map"
    elif soort == "pijp":
        os.mkfifo(pad)
        verwacht = "dit is geen gewoon bestand"
    elif soort == "apparaat":
        pad.symlink_to("/dev/zero")
        verwacht = "dit is geen gewoon bestand"
    elif soort == "te-lang":
        pad = tmp_path / f"{'x' * 300}{einde}"
        verwacht = "dit bestand is niet te lezen"
    elif soort == "onder-een-bestand":
        (tmp_path / "y").write_text("")
        pad = tmp_path / "y" / f"x{einde}"
    aantal, regels = read_bladen(str(pad))
    assert aantal == 0
    assert len(regels) == 1
    assert f": {verwacht}; " in regels[0]


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


@pytest.mark.parametrize("tekst", [REGEL, REGEL * 2, f"[{REGEL}]"])
def test_stdin_is_read_as_yaml_json_or_json_lines(tekst: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(tekst.encode())))
    assert read_bladen("-") == (tekst.count("vragenlijst"), [])


def test_a_finding_on_stdin_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(b"[]")))
    assert read_bladen("-")[1][0].startswith("stdin:1:1: ")


def test_a_given_questionnaire_serves_every_sheet_whatever_it_names(tmp_path: Path) -> None:
    pad = tmp_path / "x.yaml"
    pad.write_text("- antwoorden: [1, 2, 3]\n- {vragenlijst: qqq, antwoorden: [1, 2, 3]}\n", encoding="utf-8")
    assert read_bladen(str(pad), "likert-lijst") == (2, [])
    assert read_bladen(str(pad))[0] == 0


def test_a_questionnaire_that_cannot_be_used_is_reported_once_for_all_its_sheets(tmp_path: Path) -> None:
    pad = tmp_path / "x.jsonl"
    pad.write_text(REGEL.replace("likert-lijst", "qqq") * 100, encoding="utf-8")
    aantal, regels = read_bladen(str(pad))
    assert (aantal, len(regels)) == (0, 1)


def test_a_file_of_json_lines_is_streamed_with_the_places_of_its_lines(tmp_path: Path) -> None:
    pad = tmp_path / "x.jsonl"
    pad.write_text(f"{REGEL}\n{REGEL.replace('3', '9')}{REGEL}", encoding="utf-8")
    bevindingen = Bevindingen()
    bladen = load_bladen(str(pad), None, bevindingen)
    next(bladen)
    assert bevindingen == []
    assert len(list(bladen)) == 1
    assert [(b.plek.regel, b.plek.kolom) for b in bevindingen] == [(3, 54)]


def test_a_line_that_is_too_long_for_a_sheet_ends_the_stream(tmp_path: Path) -> None:
    pad = tmp_path / "x.jsonl"
    pad.write_bytes(REGEL.encode() + b"x" * (MAX_BYTES + 5) + b"\n" + REGEL.encode())
    aantal, regels = read_bladen(str(pad))
    assert aantal == 1
    assert regels == [f"{pad}:2:1: het bestand is groter dan 1024 kB; splits het bestand"]
