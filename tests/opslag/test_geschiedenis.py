"""Finished tests on disk: one file per session, for its owner only, and what is damaged is named."""

import errno
import os
import stat
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from threading import Thread

import pytest

import conflictstijl
from conflictstijl import bewaren
from conflictstijl.fouten import SchrijfFout
from conflictstijl.opslag import geschiedenis, opruiming
from conflictstijl.opslag.geschiedenis import (
    SLOT,
    clean_bestanden,
    clean_map,
    load_paden,
    load_sessie,
    load_uitslagen,
    write_uitslag,
)
from conflictstijl.opslag.journaal import Journaal, build_journaal, build_kop
from conflictstijl.opslag.opruiming import clean_journalen, clean_klaar
from conflictstijl.opslag.schijf import TIJDELIJK
from conflictstijl.opslag.uitslagregels import MAX_BYTES, Uitslag, build_document, render_json

from .uitslagen import SESSIE, bouw_uitslag, load_lijsten, meng, vervang

WORTEL = Path(conflictstijl.__file__).parent.parent
LIJST = load_lijsten()["takken"]
ZIN = "Zeldzame eigen woorden."


def uitslag(zaad: int = 1) -> Uitslag:
    gewoon = bouw_uitslag(LIJST, zaad)
    antwoorden = (*gewoon.blad.antwoorden[:-1], ZIN)
    return bouw_uitslag(LIJST, zaad, meng(gewoon.blad, antwoorden=antwoorden))


def bouw_journaal(map_: Path, een: Uitslag) -> Journaal:
    """The journal of a finished test, with all its answers, still open."""
    kop = replace(build_kop(een.vragenlijst, een.vingerafdruk), sessie=een.sessie)
    journaal = build_journaal(map_, kop)
    for plaats, antwoord in enumerate(een.blad.antwoorden):
        journaal.write_antwoord(plaats, antwoord)
    return journaal


def rechten(pad: Path) -> int:
    return stat.S_IMODE(pad.stat().st_mode)


def namen(map_: Path) -> list[str]:
    return sorted(pad.name for pad in map_.iterdir() if pad.name != SLOT)


@pytest.fixture
def map_(tmp_path: Path) -> Path:
    return tmp_path / "gegevens" / "resultaten"


def test_what_is_kept_is_found_back(map_: Path) -> None:
    pad = write_uitslag(map_, uitslag())
    assert pad == map_ / f"20261122T064512000000Z-{SESSIE}.json"
    assert load_uitslagen(map_) == ([replace(uitslag(), pad=pad)], [])
    assert load_sessie(map_, SESSIE) == replace(uitslag(), pad=pad)


def test_the_newest_comes_first(map_: Path) -> None:
    for zaad in (2, 4, 3):
        write_uitslag(map_, uitslag(zaad))
    assert [een.sessie for een in load_uitslagen(map_)[0]] == [uitslag(zaad).sessie for zaad in (4, 3, 2)]


def test_a_session_that_is_kept_again_has_one_file(map_: Path) -> None:
    eerst = write_uitslag(map_, uitslag())
    later = replace(uitslag(), klaar=uitslag(5).klaar)
    assert write_uitslag(map_, later) == eerst
    assert load_uitslagen(map_)[0] == [replace(later, pad=eerst)]


def test_one_that_may_not_be_replaced_stays(map_: Path) -> None:
    pad = write_uitslag(map_, uitslag())
    with pytest.raises(SchrijfFout, match="staat er intussen al"):
        write_uitslag(map_, replace(uitslag(), programma="9"), vervang=False)
    assert load_uitslagen(map_)[0] == [replace(uitslag(), pad=pad)]


def test_files_and_folders_are_for_their_owner_only(map_: Path) -> None:
    eerder = os.umask(0)
    try:
        pad = write_uitslag(map_, uitslag())
    finally:
        os.umask(eerder)
    assert [rechten(een) for een in (map_.parent, map_, pad, map_ / SLOT)] == [0o700, 0o700, 0o600, 0o600]


def test_nothing_half_written_stays_from_a_crash(map_: Path) -> None:
    write_uitslag(map_, uitslag())
    (map_ / f"{TIJDELIJK}abc").write_text("half")
    assert load_uitslagen(map_)[1] == []
    write_uitslag(map_, uitslag(2))
    assert namen(map_) == sorted(pad.name for pad in load_paden(map_))


def test_what_another_window_is_writing_is_left_alone(map_: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_uitslag(map_, uitslag())
    (map_ / f"{TIJDELIJK}abc").write_text("half")
    monkeypatch.setattr(geschiedenis, "_WACHT", 0.05)
    with geschiedenis.ask_schrijfslot(map_), pytest.raises(SchrijfFout, match="een ander venster schrijft in"):
        write_uitslag(map_, uitslag(2))
    assert (map_ / f"{TIJDELIJK}abc").exists()


def test_a_result_that_could_not_be_read_back_is_not_written(map_: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fout = replace(uitslag(), blad=meng(uitslag().blad, antwoorden=vervang(uitslag().blad.antwoorden, 0, 9)))
    with pytest.raises(SchrijfFout, match="er staan antwoorden in die de vragenlijst niet kent; bewaar het verslag"):
        write_uitslag(map_, fout)
    with pytest.raises(SchrijfFout, match="het is te groot of het komt anders terug"):
        write_uitslag(map_, replace(uitslag(), blad=meng(uitslag().blad, versie="9")))
    monkeypatch.setattr(geschiedenis, "MAX_BYTES", 100)
    with pytest.raises(SchrijfFout, match="het is te groot of het komt anders terug"):
        write_uitslag(map_, uitslag())
    assert not map_.exists()


def test_a_folder_that_is_a_link_is_named_and_not_followed(map_: Path, tmp_path: Path) -> None:
    (tmp_path / "elders").mkdir()
    map_.parent.mkdir()
    map_.symlink_to(tmp_path / "elders")
    with pytest.raises(SchrijfFout, match="is een verwijzing naar een andere map; maak er een gewone map van"):
        write_uitslag(map_, uitslag())
    uitslagen, (melding,) = load_uitslagen(map_)
    assert uitslagen == []
    assert "is een verwijzing" in melding.wat
    assert load_sessie(map_, SESSIE) is None
    assert "is een verwijzing" in clean_map(map_)[1][0].wat
    assert list((tmp_path / "elders").iterdir()) == []


def test_a_folder_that_is_a_file_is_told_in_dutch(map_: Path) -> None:
    map_.parent.mkdir()
    map_.write_text("geen map")
    with pytest.raises(SchrijfFout, match=r"bewaren in '.*' lukt niet: .*; maak ruimte of kijk de rechten na"):
        write_uitslag(map_, uitslag())
    (melding,) = load_uitslagen(map_)[1]
    assert "is niet te lezen: een deel van het pad is geen map" in melding.wat
    assert load_sessie(map_, SESSIE) is None
    assert clean_klaar(map_, map_) == []
    assert clean_map(map_)[1]
    assert clean_journalen(map_)[1][0].wat == "een deel van het pad is geen map"


def weiger(*_: object, **__: object) -> None:
    raise OSError(errno.EROFS, "nagebootst")


def test_a_read_only_disk_is_told_in_dutch(map_: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "mkdir", weiger)
    with pytest.raises(SchrijfFout, match="lukt niet: de schijf is alleen-lezen; maak ruimte"):
        write_uitslag(map_, uitslag())


def test_without_a_folder_there_is_nothing_and_nothing_is_wrong(map_: Path) -> None:
    assert load_uitslagen(map_) == ([], [])
    assert load_sessie(map_, SESSIE) is None
    assert clean_map(map_) == ([], [])
    assert clean_journalen(map_) == ([], [])
    assert clean_klaar(map_, map_) == []


def schrijf(map_: Path, naam: str, inhoud: bytes = b"") -> Path:
    map_.mkdir(parents=True, exist_ok=True)
    (map_ / naam).write_bytes(inhoud)
    return map_ / naam


HEEL = render_json(build_document(uitslag()))
MOMENT = "20261122T064512Z"
WIS = "wis hem met: conflictstijl resultaten wis"


@pytest.mark.parametrize(
    ("naam", "inhoud", "wat"),
    [
        (f"{MOMENT}-{SESSIE}.json", HEEL[:-5], "niet te gebruiken: de inhoud is veranderd of beschadigd"),
        (f"{MOMENT}-{SESSIE}.json", b"", "niet te gebruiken: de inhoud is veranderd of beschadigd"),
        (f"{MOMENT}-{'0' * 16}.json", HEEL, "niet te gebruiken: de naam is die van een andere uitslag"),
        ("mijn-test.json", HEEL, "dit is niet de naam van een bewaarde uitslag"),
    ],
)
def test_a_file_that_cannot_be_used_is_named_and_the_others_are_shown(
    map_: Path, naam: str, inhoud: bytes, wat: str
) -> None:
    eigen = naam.startswith(MOMENT)
    hint = f"{WIS} {naam[-21:-5]}" if eigen else "wis het zelf als je het niet meer nodig hebt"
    goed = write_uitslag(map_, uitslag(2))
    fout = schrijf(map_, naam, inhoud)
    uitslagen, (melding,) = load_uitslagen(map_)
    assert [een.pad for een in uitslagen] == [goed]
    assert (melding.plek.bestand, melding.code) == (str(fout), "bewaarde-uitslag")
    assert wat in melding.wat
    assert melding.hint == hint


def test_a_copy_under_another_moment_is_shown_once_and_named(map_: Path) -> None:
    schrijf(map_, f"{MOMENT}-{SESSIE}.json", HEEL)
    oud = schrijf(map_, f"20250101T000000Z-{SESSIE}.json", HEEL)
    uitslagen, (melding,) = load_uitslagen(map_)
    assert len(uitslagen) == 1
    assert melding.plek.bestand == str(oud)
    assert melding.wat == "deze bewaarde uitslag staat er twee keer"
    assert melding.hint == f"{WIS} {oud.stem}"


def test_a_file_that_is_a_link_a_pipe_or_a_folder_is_named(map_: Path, tmp_path: Path) -> None:
    elders = schrijf(tmp_path / "elders", "x.json", HEEL)
    map_.mkdir(parents=True)
    (map_ / f"{MOMENT}-{SESSIE}.json").symlink_to(elders)
    os.mkfifo(map_ / f"{MOMENT}-{'1' * 16}.json")
    (map_ / f"{MOMENT}-{'2' * 16}.json").mkdir()
    uitslagen, meldingen = load_uitslagen(map_)
    assert uitslagen == []
    assert all("niet te gebruiken: het is geen gewoon bestand" in een.wat for een in meldingen)
    assert len(meldingen) == 3


def test_a_file_of_any_size_is_not_read(map_: Path) -> None:
    pad = schrijf(map_, f"{MOMENT}-{SESSIE}.json")
    with pad.open("r+b") as bestand:
        bestand.truncate(MAX_BYTES + 1)
    assert "niet te gebruiken: het bestand is te groot" in load_uitslagen(map_)[1][0].wat


def test_the_judgement_of_the_caller_counts_too(map_: Path) -> None:
    write_uitslag(map_, uitslag())
    assert load_sessie(map_, SESSIE, lambda _: "nee") is None
    assert "niet te gebruiken: nee" in load_uitslagen(map_, lambda _: "nee")[1][0].wat


def test_one_result_is_erased_and_a_second_time_does_no_harm(map_: Path) -> None:
    pad = write_uitslag(map_, uitslag())
    assert clean_bestanden(map_, [pad]) == ([pad], [])
    assert clean_bestanden(map_, [pad]) == ([pad], [])
    assert namen(map_) == []


def test_what_cannot_be_erased_is_named(map_: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pad = write_uitslag(map_, uitslag())
    monkeypatch.setattr(os, "unlink", weiger)
    weg, (melding,) = clean_bestanden(map_, [pad])
    assert weg == []
    assert (melding.plek.bestand, melding.code) == (str(pad), "niet-gewist")
    assert "wissen van" in melding.wat
    assert "de schijf is alleen-lezen" in melding.wat
    weg, meldingen = clean_map(map_)
    assert (weg, [een.plek.bestand for een in meldingen]) == ([], [str(pad)])


def test_a_whole_folder_is_erased_with_what_is_damaged_and_left_over(map_: Path) -> None:
    write_uitslag(map_, uitslag())
    schrijf(map_, f"{MOMENT}-{'0' * 16}.json", b"kapot")
    schrijf(map_, f"{TIJDELIJK}abc", b"half")
    schrijf(map_, "los.json")
    weg, meldingen = clean_map(map_)
    assert len(weg) == 4
    assert meldingen == []
    assert list(map_.iterdir()) == []


def test_what_does_not_belong_in_the_folder_stays_and_is_named(map_: Path) -> None:
    eigen = schrijf(map_, "lees-mij.txt")
    assert [melding.plek.bestand for melding in clean_map(map_)[1]] == [str(eigen)]
    assert eigen.exists()


def test_a_journal_whose_result_is_kept_goes(map_: Path, tmp_path: Path) -> None:
    begonnen = tmp_path / "begonnen"
    bouw_journaal(begonnen, uitslag()).close()
    bouw_journaal(begonnen, uitslag(2)).close()
    write_uitslag(map_, uitslag())
    assert [een.sessie for een in clean_klaar(begonnen, map_)] == [SESSIE]
    assert len(list(begonnen.glob("*.jsonl"))) == 1
    assert clean_klaar(begonnen, map_) == []


def test_a_journal_whose_result_is_damaged_or_refused_stays(map_: Path, tmp_path: Path) -> None:
    bouw_journaal(tmp_path, uitslag()).close()
    pad = write_uitslag(map_, uitslag())
    assert clean_klaar(tmp_path, map_, lambda _: "nee") == []
    pad.write_bytes(HEEL[:-9])
    assert clean_klaar(tmp_path, map_) == []
    assert len(list(tmp_path.glob("*.jsonl"))) == 1


def test_a_journal_that_is_open_in_another_window_stays(map_: Path, tmp_path: Path) -> None:
    write_uitslag(map_, uitslag())
    with bouw_journaal(tmp_path, uitslag()) as journaal:
        assert clean_klaar(tmp_path, map_) == []
        assert journaal.pad.exists()
    assert [een.sessie for een in clean_klaar(tmp_path, map_)] == [SESSIE]


def test_a_damaged_or_unreadable_journal_is_no_reason_to_stop(map_: Path, tmp_path: Path) -> None:
    write_uitslag(map_, uitslag())
    schrijf(tmp_path, "kapot-abcdef.jsonl", b"rommel")
    (tmp_path / "map-abcdef.jsonl").mkdir()
    bouw_journaal(tmp_path, uitslag()).close()
    assert [een.sessie for een in clean_klaar(tmp_path, map_)] == [SESSIE]


def test_unfinished_tests_are_erased_unless_a_window_has_them(tmp_path: Path) -> None:
    bouw_journaal(tmp_path, uitslag()).close()
    schrijf(tmp_path, "kapot-abcdef.jsonl", b"rommel")
    schrijf(tmp_path, "los-abcdef.slot")
    with bouw_journaal(tmp_path, uitslag(2)) as open_:
        weg, (melding,) = clean_journalen(tmp_path)
        assert len(weg) == 2
        assert melding.plek.bestand == str(open_.pad)
        assert melding.wat.startswith("deze test is al open in een ander venster")
        assert namen(tmp_path) == sorted([open_.pad.name, open_.pad.with_suffix(".slot").name])
    assert clean_journalen(tmp_path)[1] == []
    assert namen(tmp_path) == []


def test_a_journal_that_the_disk_keeps_is_named_and_let_go(tmp_path: Path) -> None:
    (tmp_path / "vast-abcdef.jsonl").mkdir()
    (_, (melding,)) = clean_journalen(tmp_path)
    assert "wissen van" in melding.wat
    (tmp_path / "vast-abcdef.jsonl").rmdir()
    bouw_journaal(tmp_path, uitslag()).close()
    assert clean_journalen(tmp_path)[1] == []


def test_two_processes_that_write_at_once_lose_nothing_and_make_no_doubles(map_: Path) -> None:
    opdracht = [sys.executable, "-m", "tests.opslag.schrijver", str(map_)]
    kinderen = [subprocess.Popen([*opdracht, van, "15"], cwd=WORTEL) for van in ("2", "10")]
    assert [kind.wait(60) for kind in kinderen] == [0, 0]
    uitslagen, meldingen = load_uitslagen(map_, bewaren.check_uitslag)
    assert meldingen == []
    assert sorted(een.sessie for een in uitslagen) == sorted(
        {bouw_uitslag(LIJST, zaad).sessie for zaad in range(2, 25)}
    )
    assert len(namen(map_)) == len(uitslagen)


def test_two_windows_that_keep_the_same_session_make_one_file(map_: Path) -> None:
    draden = [Thread(target=write_uitslag, args=(map_, uitslag())) for _ in range(4)]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join()
    assert len(namen(map_)) == 1
    assert len(load_uitslagen(map_)[0]) == 1


def test_of_results_within_one_second_the_newest_comes_first_also_beside_older_names(map_: Path) -> None:
    klaar = uitslag().klaar
    for nummer, micro in ((3, 1), (1, 250_000), (2, 999_999)):
        een = replace(uitslag(), sessie=f"{nummer:016x}", klaar=klaar.replace(microsecond=micro))
        write_uitslag(map_, een)
    oud = replace(uitslag(), sessie="f" * 16)
    schrijf(map_, f"{MOMENT}-{oud.sessie}.json", render_json(build_document(oud)))
    uitslagen, meldingen = load_uitslagen(map_)
    assert meldingen == []
    assert [een.klaar.microsecond for een in uitslagen] == [999_999, 250_000, 1, 0]


def test_who_erases_one_result_waits_for_the_window_that_writes(map_: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pad = write_uitslag(map_, uitslag())
    monkeypatch.setattr(geschiedenis, "_WACHT", 0.05)
    with geschiedenis.ask_schrijfslot(map_):
        weg, (melding,) = clean_bestanden(map_, [pad])
    assert (weg, pad.exists()) == ([], True)
    assert "een ander venster schrijft in" in melding.wat
    assert clean_bestanden(map_, []) == ([], [])


def test_what_went_is_told_also_when_the_disk_fails_at_the_end(map_: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for wis in (clean_map, lambda map_: clean_bestanden(map_, list(map_.glob("*.json")))):
        pad = write_uitslag(map_, uitslag())
        with monkeypatch.context() as lap:
            lap.setattr(geschiedenis, "write_mapgegevens", weiger)
            weg, (melding,) = wis(map_)
        assert (weg, pad.exists()) == ([pad], False)
        assert (melding.plek.bestand, melding.wat) == (
            str(map_),
            "dat het wissen blijft, is niet zeker: de schijf is alleen-lezen",
        )


def test_what_went_of_unfinished_tests_is_told_also_when_the_disk_fails_at_the_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bouw_journaal(tmp_path, uitslag()).close()
    monkeypatch.setattr(opruiming, "write_mapgegevens", weiger)
    weg, (melding,) = clean_journalen(tmp_path)
    assert (len(weg), melding.plek.bestand) == (1, str(tmp_path))
    assert namen(tmp_path) == []


def test_a_lock_that_the_disk_keeps_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    slot = schrijf(tmp_path, "los-abcdef.slot")
    monkeypatch.setattr(os, "unlink", weiger)
    weg, (melding,) = clean_journalen(tmp_path)
    assert (weg, melding.plek.bestand) == ([], str(slot))
