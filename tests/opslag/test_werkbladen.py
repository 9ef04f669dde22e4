"""Worksheets on disk: every answer safe before the next, one window at a time, and kept when finished."""

import errno
import json
import stat
from hashlib import sha256
from pathlib import Path

import pytest

from conflictstijl.fouten import GebruikFout, SchrijfFout
from conflictstijl.model.werkblad import Invulling
from conflictstijl.opslag import werkbladen
from conflictstijl.opslag.bladregels import render_json
from conflictstijl.opslag.schijf import TIJDELIJK, write_vervanging
from conflictstijl.opslag.werkbladen import (
    VROEGER,
    build_bladbestand,
    clean_werkbladen,
    load_begonnen,
    load_bladen,
    load_bladpaden,
    resume_bladbestand,
    write_import,
)

EEN = Invulling("proef", "1.0", {("", "partijen"): ("moeder",), ("moeder", "belang"): ("rust",), ("", "slot"): ()})
TWEE = EEN._replace(antwoorden={**EEN.antwoorden, ("", "slot"): ("klaar",)})


def bewaar(map_: Path, invulling: Invulling = EEN) -> Path:
    """Keep an unfinished worksheet and leave it."""
    with build_bladbestand(map_, invulling.werkblad) as bestand:
        bestand.write_antwoorden(invulling)
        return bestand.pad


def weiger(*_: object, **__: object) -> None:
    raise OSError(errno.ENOSPC, "vol")


def test_answers_come_back_as_they_were_given(tmp_path: Path) -> None:
    bewaar(tmp_path / "a")
    [begonnen], meldingen = load_begonnen(tmp_path / "a", "proef")
    assert (begonnen.invulling, meldingen) == (EEN, [])
    assert load_begonnen(tmp_path / "a", "anders") == ([], [])


def test_only_the_owner_can_read_them(tmp_path: Path) -> None:
    pad = bewaar(tmp_path / "a")
    assert [stat.S_IMODE(een.stat().st_mode) for een in (pad, pad.parent)] == [0o600, 0o700]


def test_the_newest_comes_first_and_who_begins_anew_loses_nothing(tmp_path: Path) -> None:
    bewaar(tmp_path)
    bewaar(tmp_path, TWEE)
    begonnen, _ = load_begonnen(tmp_path)
    assert [een.invulling for een in begonnen] == [TWEE, EEN]


def test_a_finished_worksheet_stays_in_the_same_file_and_is_not_to_be_gone_on_with(tmp_path: Path) -> None:
    pad = bewaar(tmp_path)
    [begonnen], _ = load_begonnen(tmp_path)
    with resume_bladbestand(begonnen, "de vragen") as bestand:
        bestand.write_klaar(TWEE)
    assert list(tmp_path.iterdir()) == [pad]
    assert load_begonnen(tmp_path) == ([], [])
    [blad], _ = load_bladen(tmp_path)
    assert (blad.invulling, blad.bron, blad.begin) == (TWEE, "de vragen", begonnen.begin)
    assert blad.moment == blad.klaar != blad.begin


def test_when_finishing_is_refused_the_worksheet_is_what_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with build_bladbestand(tmp_path, "proef") as bestand:
        bestand.write_antwoorden(TWEE)
        monkeypatch.setattr(Path, "replace", weiger)
        with pytest.raises(SchrijfFout, match="de schijf is vol"):
            bestand.write_klaar(TWEE)
        monkeypatch.undo()
    [begonnen], _ = load_begonnen(tmp_path)
    assert begonnen.invulling == TWEE


def test_at_every_step_of_finishing_the_answers_are_on_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gezien: list[Invulling] = []

    def kijk(pad: Path, inhoud: bytes) -> None:
        gezien.append(load_bladen(tmp_path)[0][0].invulling)
        write_vervanging(pad, inhoud)
        gezien.append(load_bladen(tmp_path)[0][0].invulling)

    with build_bladbestand(tmp_path, "proef") as bestand:
        bestand.write_antwoorden(TWEE)
        monkeypatch.setattr(werkbladen, "write_vervanging", kijk)
        bestand.write_klaar(TWEE)
    assert gezien == [TWEE, TWEE]


def test_a_worksheet_that_may_not_be_kept_leaves_nothing(tmp_path: Path) -> None:
    with build_bladbestand(tmp_path, "proef") as bestand:
        bestand.write_antwoorden(TWEE)
        bestand.clean()
    assert list(tmp_path.iterdir()) == []


def test_what_was_begun_before_finished_ones_were_kept_can_be_gone_on_with(tmp_path: Path) -> None:
    oud = {
        "formaat": 1,
        "soort": "begonnen-werkblad",
        "werkblad": "proef",
        "versie": "1.0",
        "begin": "2026-11-20T09:00:00+01:00",
        "antwoorden": [["", "slot", ["ooit"]]],
    }
    oud["controle"] = sha256(render_json(oud)).hexdigest()
    (tmp_path / VROEGER).mkdir()
    pad = tmp_path / VROEGER / "proef-0a1b2c3d.json"
    pad.write_bytes(render_json(oud))
    [begonnen], meldingen = load_begonnen(tmp_path / "nu", "proef")
    assert (begonnen.sessie, begonnen.invulling.read_antwoord("slot"), meldingen) == ("0a1b2c3d", ("ooit",), [])
    with resume_bladbestand(begonnen) as bestand:
        bestand.write_klaar(TWEE)
    assert load_bladpaden(tmp_path / "nu") == [pad]
    assert clean_werkbladen(tmp_path / "nu") == ([pad], [])
    assert not pad.exists()


def test_one_from_elsewhere_is_the_same_file_again(tmp_path: Path) -> None:
    pad = bewaar(tmp_path / "hier")
    [blad], _ = load_bladen(tmp_path / "hier")
    nieuw = write_import(tmp_path / "daar", blad)
    assert (nieuw.name, nieuw.read_bytes()) == (pad.name, pad.read_bytes())


def test_a_file_under_the_name_of_another_is_passed_by(tmp_path: Path) -> None:
    pad = bewaar(tmp_path)
    pad.rename(tmp_path / "proef-0a1b2c3d4e5f6a7b.json")
    bladen, [melding] = load_bladen(tmp_path)
    assert (bladen, melding.wat) == ([], "de naam is die van een ander werkblad")
    assert melding.hint == "wis het met: conflictstijl resultaten wis 0a1b2c3d4e5f6a7b"


def test_only_the_chosen_ones_go(tmp_path: Path) -> None:
    weg, blijft = bewaar(tmp_path), bewaar(tmp_path)
    assert clean_werkbladen(tmp_path, [weg]) == ([weg], [])
    assert load_bladpaden(tmp_path) == [blijft]


def test_a_worksheet_without_any_answer_leaves_nothing(tmp_path: Path) -> None:
    build_bladbestand(tmp_path, "proef").close()
    assert list(tmp_path.iterdir()) == []


def test_a_second_window_hears_that_it_is_open(tmp_path: Path) -> None:
    with build_bladbestand(tmp_path, "proef") as bestand:
        bestand.write_antwoorden(EEN)
        [begonnen], _ = load_begonnen(tmp_path)
        with pytest.raises(GebruikFout, match="dit werkblad is al open in een ander venster"):
            resume_bladbestand(begonnen)


@pytest.mark.parametrize("stap", ["write_vervanging", "write_mapgegevens"])
def test_a_disk_that_refuses_is_told_and_the_earlier_answers_stay(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stap: str
) -> None:
    with build_bladbestand(tmp_path, "proef") as bestand:
        bestand.write_antwoorden(EEN)
        monkeypatch.setattr(werkbladen, stap, weiger)
        with pytest.raises(SchrijfFout, match="de schijf is vol"):
            bestand.write_antwoorden(TWEE)
    [begonnen], _ = load_begonnen(tmp_path)
    assert begonnen.invulling == (EEN if stap == "write_vervanging" else TWEE)


def test_a_folder_that_cannot_be_made_or_cleared_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with build_bladbestand(tmp_path, "proef") as bestand:
        monkeypatch.setattr(Path, "unlink", weiger)
        with pytest.raises(SchrijfFout, match="wissen van"):
            bestand.clean()
        monkeypatch.undo()
    monkeypatch.setattr(werkbladen, "build_map", weiger)
    with pytest.raises(SchrijfFout, match="bewaren in"):
        build_bladbestand(tmp_path, "proef")


@pytest.mark.parametrize(
    "schade",
    [
        lambda tekst: tekst.replace("rust", "rumoer"),
        lambda tekst: tekst[:40],
        lambda _: "[]",
        lambda _: json.dumps({"controle": ""}),
    ],
)
def test_a_damaged_file_is_named_and_passed_by(tmp_path: Path, schade: "type[str]") -> None:
    pad = bewaar(tmp_path)
    pad.write_text(schade(pad.read_text(encoding="utf-8")), encoding="utf-8")
    begonnen, [melding] = load_begonnen(tmp_path)
    assert (begonnen, melding.wat) == ([], "dit werkblad is beschadigd")


def test_a_file_that_is_none_is_named(tmp_path: Path) -> None:
    (tmp_path / "map.json").mkdir()
    begonnen, [melding] = load_begonnen(tmp_path)
    assert (begonnen, melding.wat) == ([], "het is geen gewoon bestand")


def test_all_of_it_can_be_erased_but_what_another_window_has_open(tmp_path: Path) -> None:
    weg = {bewaar(tmp_path), tmp_path / f"{TIJDELIJK}half"}
    (tmp_path / f"{TIJDELIJK}half").touch()
    (tmp_path / "oud.slot").touch()
    with build_bladbestand(tmp_path, "proef") as bestand:
        bestand.write_antwoorden(EEN)
        gewist, [melding] = clean_werkbladen(tmp_path)
        assert (set(gewist), "ander venster" in melding.wat) == (weg, True)
        assert load_bladpaden(tmp_path) == [bestand.pad]
    assert clean_werkbladen(tmp_path) == ([bestand.pad], [])
    assert list(tmp_path.iterdir()) == []


def test_what_cannot_be_erased_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pad = bewaar(tmp_path)
    monkeypatch.setattr(Path, "unlink", weiger)
    assert clean_werkbladen(tmp_path)[0] == []
    monkeypatch.undo()
    assert pad.exists()
    monkeypatch.setattr(werkbladen, "load_bladpaden", weiger)
    [melding] = clean_werkbladen(tmp_path)[1]
    assert melding.wat == "de schijf is vol"


def test_a_folder_elsewhere_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "echt").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "echt")
    [melding] = clean_werkbladen(tmp_path / "link")[1]
    assert "een verwijzing naar een andere map" in melding.wat


def test_there_need_not_be_a_folder(tmp_path: Path) -> None:
    assert load_begonnen(tmp_path / "weg") == ([], [])
    assert clean_werkbladen(tmp_path / "weg") == ([], [])
