"""Finding answer sheets: in a file, on stdin, as a stream; what is no file is refused."""

import io
import os
from pathlib import Path
from types import SimpleNamespace

import pytest

from conflictstijl.fouten import GebruikFout, Plek
from conflictstijl.laden.bestand import MAX_BYTES
from conflictstijl.laden.bevindingen import Bevindingen
from conflictstijl.laden.bladen import load_bladen
from conflictstijl.laden.catalogus import load_vragenlijst

REGEL = '{"vragenlijst": "likert-lijst", "antwoorden": [1, 2, 3]}\n'


def read_bladen(bron: str, vast: str | None = None) -> tuple[int, list[str]]:
    bevindingen = Bevindingen()
    lijst = None if vast is None else load_vragenlijst(vast)
    aantal = len(list(load_bladen(bron, lijst, bevindingen)))
    return aantal, [str(bevinding) for bevinding in bevindingen]


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


def test_a_stream_with_very_many_mistakes_stops_and_says_so(tmp_path: Path) -> None:
    pad = tmp_path / "x.jsonl"
    pad.write_text(REGEL.replace("3", "9") * 1000, encoding="utf-8")
    aantal, regels = read_bladen(str(pad))
    assert (aantal, len(regels)) == (0, 202)
    assert "er zijn meer dan 200 fouten; de rest van dit bestand is niet gelezen" in regels[-1]


def test_a_questionnaire_given_by_name_leaves_the_version_to_each_sheet(tmp_path: Path) -> None:
    pad = tmp_path / "x.yaml"
    pad.write_text(
        "- {vorm: medewerker, antwoorden: [1, 2, 3, 4, 5]}\n- {antwoorden: [1, 2, 3, 4, 5]}\n", encoding="utf-8"
    )
    bladen = list(load_bladen(str(pad), "drie-vormen", bevindingen := Bevindingen()))
    assert bevindingen == []
    assert [lijst.volledige_id for lijst, _ in bladen] == ["drie-vormen.medewerker", "drie-vormen"]


def test_a_name_in_the_call_that_leads_nowhere_is_a_mistake_in_the_call(tmp_path: Path) -> None:
    pad = tmp_path / "x.yaml"
    pad.write_text("antwoorden: [1]\n", encoding="utf-8")
    with pytest.raises(GebruikFout, match="er is geen vragenlijst 'qqq'"):
        list(load_bladen(str(pad), "qqq", Bevindingen()))


def test_what_is_wrong_with_a_name_is_told_apart_from_the_way_out(tmp_path: Path) -> None:
    pad = tmp_path / "x.yaml"
    pad.write_text("{vragenlijst: conflict; stijlen, antwoorden: []}\n", encoding="utf-8")
    list(load_bladen(str(pad), None, bevindingen := Bevindingen()))
    assert [bevinding.hint for bevinding in bevindingen] == ["bedoelde je 'conflictstijlen'?"]


@pytest.mark.parametrize(
    ("blad", "plek", "anders"),
    [
        ("antwoorden: [1, 2, 3, 4, 5]", None, ""),
        ("{vorm: medewerker, antwoorden: [1, 2, 3, 4, 5]}", None, ""),
        ("{vorm: collega, antwoorden: [1, 2, 3, 4, 5]}", Plek("x.yaml", 1, 8), "collega"),
        ("{vorm: medewerker, met: verdieping, antwoorden: []}", Plek("x.yaml", 1, 25), "verdieping"),
    ],
)
def test_a_questionnaire_given_ready_to_use_takes_only_sheets_of_its_own_version(
    blad: str, plek: Plek | None, anders: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("x.yaml").write_text(f"{blad}\n", encoding="utf-8")
    vast = load_vragenlijst("drie-vormen", "medewerker")
    bladen = list(load_bladen("x.yaml", vast, bevindingen := Bevindingen()))
    assert len(bladen) == (plek is None)
    verwacht = [] if plek is None else [(plek, "andere-vorm", f"dit blad hoort bij '{anders}'")]
    assert [bevinding[:3] for bevinding in bevindingen] == verwacht


def test_a_questionnaire_with_its_deepening_given_ready_to_use_takes_sheets_that_name_it(tmp_path: Path) -> None:
    pad = tmp_path / "x.yaml"
    pad.write_text("{met: verdieping, antwoorden: {bij.eis: 2}}\n", encoding="utf-8")
    vast = load_vragenlijst("likert-twintig", met="verdieping")
    [(lijst, blad)] = load_bladen(str(pad), vast, bevindingen := Bevindingen())
    assert bevindingen == []
    assert lijst is vast
    assert blad.antwoorden[-1] == 2


def test_lines_that_are_no_text_end_a_stream_as_wrong_sheets_do(tmp_path: Path) -> None:
    pad = tmp_path / "x.jsonl"
    pad.write_bytes(b"\xff\n" * 1000)
    aantal, regels = read_bladen(str(pad))
    assert (aantal, len(regels)) == (0, 202)
    assert regels[-1].endswith("kijk eerst de regels hierboven na")
