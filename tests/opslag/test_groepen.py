"""What is kept of group pictures: who was in them, unreadable, and no byte more."""

import errno
import json
import os
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from conflictstijl.fouten import SchrijfFout
from conflictstijl.model.groepsbeeld import Groepsrun
from conflictstijl.opslag import groepen
from conflictstijl.opslag.geschiedenis import SLOT
from conflictstijl.opslag.groepen import (
    BEWAARD,
    SLEUTEL,
    build_run,
    clean_groepen,
    load_eerdere,
    load_groepspaden,
    load_sleutel,
    write_groep,
)
from conflictstijl.rekenen.groepsoverlap import compare_groep

DAG = date(2026, 5, 3)
LIJST = "conflictstijlen"
Bewaar = Callable[..., Path]
NAMEN = [f"sanne.{nummer}@welzijn-noord.nl" for nummer in range(12)]


@pytest.fixture
def map_(tmp_path: Path) -> Path:
    return tmp_path / "gegevens" / "groepen"


@pytest.fixture
def sleutel(map_: Path) -> bytes:
    return load_sleutel(map_)


@pytest.fixture
def bewaar(map_: Path, sleutel: bytes) -> Bewaar:
    """Keep a run of a group, or of its cells."""

    def bewaar_run(*cellen: list[str], dag: date = DAG, lijst: str = LIJST) -> Path:
        return write_groep(map_, build_run(sleutel, lijst, cellen, dag), sleutel)

    return bewaar_run


def lees_runs(map_: Path, sleutel: bytes, vandaag: date = DAG) -> tuple[Groepsrun, ...]:
    eerdere = load_eerdere(map_, sleutel, vandaag)
    assert eerdere.meldingen == ()
    return eerdere.runs


def test_what_is_kept_comes_back(map_: Path, sleutel: bytes, bewaar: Bewaar) -> None:
    bewaar(NAMEN[:5], NAMEN[5:])
    (run,) = lees_runs(map_, sleutel)
    assert (run.vragenlijst, run.dag, sorted(map(len, run.cellen))) == (LIJST, DAG, [5, 7])
    assert set(run.cellen) == set(build_run(sleutel, LIJST, [NAMEN[:5], NAMEN[5:]], DAG).cellen)


def test_the_answers_of_a_cell_come_back_beside_it(map_: Path, sleutel: bytes) -> None:
    run = build_run(sleutel, LIJST, [NAMEN[:5], NAMEN[5:]], DAG, [["a"] * 5, list("bcdefgh")])
    write_groep(map_, run, sleutel)
    (terug,) = lees_runs(map_, sleutel)
    assert dict(zip(terug.cellen, terug.bladen, strict=True)) == dict(zip(run.cellen, run.bladen, strict=True))
    assert list(map(len, run.bladen)) == [5, 7]


def test_no_code_or_name_is_kept_and_nobody_else_may_read(map_: Path, bewaar: Bewaar) -> None:
    oud = os.umask(0)
    try:
        pad = bewaar(NAMEN)
    finally:
        os.umask(oud)
    inhoud = b"".join(een.read_bytes() for een in map_.iterdir())
    assert not any(naam.encode() in inhoud for naam in ("sanne", "welzijn", *NAMEN))
    assert json.loads(pad.read_bytes()).keys() == {
        "formaat",
        "soort",
        "vragenlijst",
        "cellen",
        "bladen",
        "dag",
        "controle",
    }
    assert {een.name: een.stat().st_mode & 0o777 for een in map_.iterdir() if een.suffix == ".json"} == {
        SLEUTEL: 0o600,
        pad.name: 0o600,
    }
    assert map_.stat().st_mode & 0o777 == 0o700


def test_the_place_of_a_person_in_the_file_tells_nothing(map_: Path, bewaar: Bewaar) -> None:
    heen = bewaar(NAMEN[:5], NAMEN[5:]).read_bytes()
    assert bewaar(NAMEN[:4:-1], NAMEN[4::-1]).read_bytes() == heen
    assert len(load_groepspaden(map_)) == 1


def test_the_secret_is_made_once_and_differs_between_computers(tmp_path: Path, map_: Path, sleutel: bytes) -> None:
    assert load_sleutel(map_) == sleutel
    assert len(sleutel) == 32
    assert load_sleutel(tmp_path / "ander") != sleutel


def test_one_person_has_another_fingerprint_with_each_questionnaire_and_secret(sleutel: bytes) -> None:
    eerst, lijst, geheim = (
        build_run(een, naam, [NAMEN]).cellen[0]
        for een, naam in ((sleutel, LIJST), (sleutel, "ander"), (bytes(32), LIJST))
    )
    assert len(eerst) == len(NAMEN)
    assert not eerst & lijst
    assert not eerst & geheim


def test_a_code_is_the_same_however_it_is_spelled(sleutel: bytes) -> None:
    assert build_run(sleutel, LIJST, [["D01", "d02 "]]).cellen == build_run(sleutel, LIJST, [[" d01", "D02"]]).cellen


def test_two_people_with_equal_answers_are_two_people(sleutel: bytes) -> None:
    (cel,) = build_run(sleutel, LIJST, [["3\x1f3", "3\x1f3", "4\x1f2"]]).cellen
    assert len(cel) == 3


def test_a_run_is_of_today(sleutel: bytes) -> None:
    assert build_run(sleutel, LIJST, []).dag == date.today()  # noqa: DTZ011 - the day on the calendar of the user


def test_the_same_group_again_is_kept_once_with_the_last_day(map_: Path, sleutel: bytes, bewaar: Bewaar) -> None:
    bewaar(NAMEN)
    bewaar(NAMEN, dag=DAG + timedelta(days=9))
    (run,) = lees_runs(map_, sleutel)
    assert run.dag == DAG + timedelta(days=9)


def test_the_newest_comes_first(map_: Path, sleutel: bytes, bewaar: Bewaar) -> None:
    for dagen in (3, 9, 6):
        bewaar(NAMEN[: dagen + 2], dag=DAG + timedelta(days=dagen))
    vandaag = DAG + timedelta(days=9)
    assert [(vandaag - run.dag).days for run in lees_runs(map_, sleutel, vandaag)] == [0, 3, 6]


def test_after_a_year_a_run_does_not_count_and_at_the_next_one_it_goes(
    map_: Path, sleutel: bytes, bewaar: Bewaar
) -> None:
    oud = bewaar(NAMEN)
    assert lees_runs(map_, sleutel, DAG + BEWAARD) != ()
    later = DAG + BEWAARD + timedelta(days=1)
    assert lees_runs(map_, sleutel, later) == ()
    assert oud.exists()
    nieuw = bewaar(NAMEN[:6], dag=later)
    assert load_groepspaden(map_) == [nieuw]


def test_of_too_many_runs_the_oldest_go(map_: Path, bewaar: Bewaar, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(groepen, "MEESTE_RUNS", 3)
    paden = [bewaar(NAMEN[:aantal], dag=DAG + timedelta(days=aantal)) for aantal in range(5, 10)]
    assert load_groepspaden(map_) == sorted(paden[2:])


def test_one_more_person_is_refused_and_the_same_group_is_not(map_: Path, sleutel: bytes, bewaar: Bewaar) -> None:
    bewaar(NAMEN[:7])
    eerdere = lees_runs(map_, sleutel)
    uitkomsten = {
        aantal: compare_groep(build_run(sleutel, LIJST, [NAMEN[:aantal]]), eerdere) for aantal in (5, 6, 7, 8, 11, 12)
    }
    assert [aantal for aantal, reden in uitkomsten.items() if reden is None] == [7, 12]
    assert compare_groep(build_run(sleutel, "conflictstijlen-kort", [NAMEN[:8]]), eerdere) is None


@pytest.mark.parametrize(
    "maak_stuk",
    [
        lambda inhoud: inhoud[:-9],
        lambda _: b"",
        lambda _: b"[]\n",
        lambda _: b"[" * 100_000,
        lambda _: b'{"controle": 3}',
        lambda inhoud: inhoud.replace(b"2026-05-03", b"2025-05-03"),
        lambda inhoud: inhoud.replace(b'"cellen"', b'"cel"'),
    ],
)
def test_a_damaged_run_is_named_and_the_others_still_count(
    map_: Path, sleutel: bytes, bewaar: Bewaar, maak_stuk: Callable[[bytes], bytes]
) -> None:
    goed, stuk = bewaar(NAMEN[:6]), bewaar(NAMEN)
    stuk.write_bytes(maak_stuk(stuk.read_bytes()))
    eerdere = load_eerdere(map_, sleutel, DAG)
    assert [len(run.cellen[0]) for run in eerdere.runs] == [6]
    (melding,) = eerdere.meldingen
    assert (melding.plek.bestand, melding.code) == (str(stuk), "bewaard-groepsbeeld")
    assert "het is beschadigd" in melding.wat
    assert "vergelijkt het programma niet meer" in melding.hint
    # a later run does not sweep it away unseen
    bewaar(NAMEN[:8])
    assert stuk.exists()
    assert goed.exists()


def test_no_flipped_bit_gives_another_group(map_: Path, sleutel: bytes, bewaar: Bewaar) -> None:
    pad = bewaar(NAMEN[:5])
    heel = pad.read_bytes()
    (run,) = lees_runs(map_, sleutel)
    for plaats in range(0, len(heel) * 8, 7):
        stuk = bytearray(heel)
        stuk[plaats // 8] ^= 1 << plaats % 8
        pad.write_bytes(stuk)
        eerdere = load_eerdere(map_, sleutel, DAG)
        assert eerdere.runs in {(), (run,)}
        assert bool(eerdere.meldingen) is not bool(eerdere.runs)


@pytest.mark.parametrize("stuk", [b"", b"{}", b'{"sleutel": 3}', b'{"sleutel": "00"}', b"[" * 100_000, b"\xff"])
def test_a_damaged_secret_is_made_anew_and_the_runs_of_the_old_one_are_named(
    map_: Path, sleutel: bytes, bewaar: Bewaar, stuk: bytes
) -> None:
    bewaar(NAMEN)
    (map_ / SLEUTEL).write_bytes(stuk)
    nieuw = load_sleutel(map_)
    assert nieuw != sleutel
    assert load_sleutel(map_) == nieuw
    eerdere = load_eerdere(map_, nieuw, DAG)
    assert eerdere.runs == ()
    assert [melding.wat for melding in eerdere.meldingen] == [
        "dit eerdere groepsbeeld is niet te gebruiken: het is beschadigd, of het hoort bij een andere sleutel"
    ]


def test_without_a_folder_there_are_no_earlier_runs(tmp_path: Path) -> None:
    assert load_eerdere(tmp_path / "nergens", bytes(32)) == ((), ())


def test_a_file_that_is_none_is_named(map_: Path, sleutel: bytes) -> None:
    (map_ / f"{'0' * 32}.json").mkdir()
    (melding,) = load_eerdere(map_, sleutel, DAG).meldingen
    assert melding.wat.endswith("geen gewoon bestand")


def test_a_folder_that_is_a_link_is_not_used(map_: Path, tmp_path: Path, sleutel: bytes) -> None:
    map_.rename(tmp_path / "elders")
    map_.symlink_to(tmp_path / "elders")
    (melding,) = load_eerdere(map_, sleutel, DAG).meldingen
    assert "een verwijzing naar een andere map" in melding.wat
    for werk in (lambda: load_sleutel(map_), lambda: write_groep(map_, build_run(sleutel, LIJST, [NAMEN]), sleutel)):
        with pytest.raises(SchrijfFout, match="een verwijzing"):
            werk()


def test_a_folder_that_cannot_be_read_is_named(map_: Path, sleutel: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    def weiger(_: Path) -> Iterator[Path]:
        raise PermissionError(errno.EACCES, "nee")

    monkeypatch.setattr(Path, "iterdir", weiger)
    (melding,) = load_eerdere(map_, sleutel, DAG).meldingen
    assert "de map is niet te lezen: je hebt er geen rechten voor" in melding.wat


def test_a_full_disk_is_one_line_and_leaves_what_was_kept(
    map_: Path, bewaar: Bewaar, monkeypatch: pytest.MonkeyPatch
) -> None:
    pad = bewaar(NAMEN)
    eerst = pad.read_bytes()

    def weiger(_: int) -> None:
        raise OSError(errno.ENOSPC, "vol")

    with monkeypatch.context() as vol:
        vol.setattr(os, "fsync", weiger)
        with pytest.raises(SchrijfFout, match="de schijf is vol"):
            bewaar(NAMEN, dag=DAG + timedelta(days=1))
        (map_ / SLEUTEL).unlink()
        with pytest.raises(SchrijfFout, match="de schijf is vol"):
            load_sleutel(map_)
    assert pad.read_bytes() == eerst
    assert sorted(een.name for een in map_.iterdir() if een.name != SLOT) == [pad.name]


def test_erasing_takes_the_secret_too(map_: Path, bewaar: Bewaar) -> None:
    bewaar(NAMEN)
    weg, meldingen = clean_groepen(map_)
    assert ([pad.name for pad in weg if pad.name == SLEUTEL], len(weg), meldingen) == ([SLEUTEL], 2, [])
    assert list(map_.iterdir()) == []
    assert clean_groepen(map_) == ([], [])
