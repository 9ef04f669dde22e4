"""A running test on disk: writing, going on, another folder, and what is said when something is wrong."""

import errno
import os
import stat
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from conflictstijl.fouten import GebruikFout, SchrijfFout, render_oorzaak
from conflictstijl.model.antwoorden import NVT, Antwoord
from conflictstijl.opslag import schijf
from conflictstijl.opslag.bewaard import MAX_BYTES, Bewaard, load_begonnen_ids, load_journalen
from conflictstijl.opslag.journaal import Journaal, build_journaal, build_kop, resume_journaal
from conflictstijl.opslag.journaalregels import NOOIT, JournaalKop

from .proef import (
    AFDRUK,
    BEGIN,
    KOP,
    LIJST,
    OUDE_KOP,
    VORMEN,
    Stap,
    build_keuzelijst,
    build_lijst,
    build_proefkop,
    load_enige,
    render_regels,
)


@pytest.fixture
def map_(tmp_path: Path) -> Path:
    return tmp_path / "data" / "lopend"


@pytest.fixture
def journaal(map_: Path) -> Journaal:
    return build_journaal(map_, build_proefkop())


def write_journaal(map_: Path, rauw: bytes, naam: str = "proef-000001.jsonl") -> Path:
    map_.mkdir(parents=True, exist_ok=True)
    pad = map_ / naam
    pad.write_bytes(rauw)
    return pad


def write_eerste(map_: Path, kop: JournaalKop) -> Path:
    """Leave a test behind with one answer."""
    with build_journaal(map_, kop) as journaal:
        journaal.write_antwoord(0, 4)
    return journaal.pad


def weiger(*_: object) -> int:
    raise OSError(errno.ENOSPC, "vol")


def test_answers_are_on_disk_when_the_call_returns(map_: Path, journaal: Journaal) -> None:
    with journaal:
        for plaats, antwoord in enumerate((4, NVT, None)):
            journaal.write_antwoord(plaats, antwoord)
            assert load_enige(map_).antwoorden == journaal.antwoorden
    bewaard = load_enige(map_)
    assert bewaard.antwoorden == (4, NVT, None, NOOIT, NOOIT, NOOIT, NOOIT, NOOIT)
    assert bewaard.render_schade(bewaard.opnieuw) == ""


def test_every_answer_is_one_write_and_one_fsync_in_that_order(
    journaal: Journaal, monkeypatch: pytest.MonkeyPatch
) -> None:
    gedaan: list[str] = []

    def tel(naam: str, echt: Callable[..., int | None]) -> None:
        def roep(*delen: object) -> int | None:
            gedaan.append(naam)
            return echt(*delen)

        monkeypatch.setattr(os, naam, roep)

    tel("write", os.write)
    tel("fsync", os.fsync)
    journaal.write_antwoord(0, 3)
    assert gedaan == ["write", "fsync"]
    journaal.close()


def test_a_test_without_an_answer_leaves_nothing_behind(map_: Path, journaal: Journaal) -> None:
    assert load_journalen(map_, LIJST, AFDRUK).bewaard == ()
    journaal.close()
    assert list(map_.iterdir()) == []


def test_a_test_with_only_a_question_left_open_is_kept(map_: Path, journaal: Journaal) -> None:
    with journaal:
        journaal.write_antwoord(0, None)
    assert load_enige(map_).antwoorden == (None, *[NOOIT] * 7)


def test_the_answer_given_last_wins(map_: Path, journaal: Journaal) -> None:
    with journaal:
        for antwoord in (1, 5, None, 2):
            journaal.write_antwoord(0, antwoord)
    assert load_enige(map_).antwoorden[0] == 2
    assert len(journaal.pad.read_bytes().splitlines()) == 6


def test_going_on_keeps_what_was_there(map_: Path, journaal: Journaal) -> None:
    with journaal:
        journaal.write_antwoord(0, 4)
    with resume_journaal(load_enige(map_)) as verder:
        assert verder.antwoorden == journaal.antwoorden
        verder.write_antwoord(1, 2)
    assert load_enige(map_).antwoorden[:3] == (4, 2, NOOIT)


def test_going_on_completes_a_missing_newline(map_: Path, journaal: Journaal) -> None:
    with journaal:
        journaal.write_antwoord(0, 4)
    journaal.pad.write_bytes(journaal.pad.read_bytes()[:-1])
    with resume_journaal(load_enige(map_)) as verder:
        verder.write_antwoord(1, 2)
    assert journaal.pad.read_bytes().count(b"\n") == 4
    assert load_enige(map_).antwoorden[:3] == (4, 2, NOOIT)


def test_going_on_after_a_half_line_leaves_no_doubt(map_: Path, journaal: Journaal) -> None:
    with journaal:
        journaal.write_antwoord(0, 4)
        journaal.write_antwoord(0, 5)
    journaal.pad.write_bytes(journaal.pad.read_bytes()[:-4])
    with resume_journaal(load_enige(map_)) as verder:
        verder.write_antwoord(1, 2)
    bewaard = load_enige(map_)
    assert (bewaard.antwoorden[:2], bewaard.opnieuw, bewaard.onleesbaar) == ((4, 2), (), 0)


def test_a_damaged_answer_is_asked_again_and_said(map_: Path) -> None:
    gedaan: list[Stap] = [(0, 4), (1, 2), (2, 3)]
    pad = write_journaal(map_, b"".join(render_regels(gedaan)[:-1]) + b'{"vraag":3}\n')
    bewaard = load_enige(map_)
    assert (bewaard.opnieuw, bewaard.antwoorden[:4]) == ((3,), (4, 2, NOOIT, NOOIT))
    deel = "een deel van je bewaarde antwoorden is beschadigd; "
    assert bewaard.render_schade(bewaard.opnieuw) == deel + "vraag 3 wordt opnieuw gesteld"
    pad.write_bytes(pad.read_bytes() + b'{"vraag":1}\n###\n')
    nazien = " en kijk aan het eind je antwoorden na"
    bewaard = load_enige(map_)
    assert bewaard.opnieuw == (1, 3)
    assert bewaard.render_schade([1, 3]) == deel + "vraag 1 en 3 worden opnieuw gesteld" + nazien
    with resume_journaal(load_enige(map_)) as verder:
        verder.write_antwoord(2, 5)
    assert load_enige(map_).antwoorden[:3] == (NOOIT, 2, 5)
    assert load_enige(map_).render_schade(()) == ""
    assert load_enige(map_).opnieuw == ()


def test_removing_the_journal_leaves_an_empty_folder(map_: Path, journaal: Journaal) -> None:
    with journaal:
        journaal.write_antwoord(0, 4)
        journaal.clean()
    assert list(map_.iterdir()) == []


def test_a_journal_that_cannot_be_removed_is_named(journaal: Journaal, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as stuk:
        stuk.setattr(os, "unlink", weiger)
        with pytest.raises(SchrijfFout, match="wissen lukt niet: de schijf is vol; wis het bestand zelf"):
            journaal.clean()
    journaal.clean()
    assert not journaal.pad.exists()


def test_a_full_disk_keeps_the_answers_and_the_next_write_takes_them_along(
    map_: Path, journaal: Journaal, monkeypatch: pytest.MonkeyPatch
) -> None:
    journaal.write_antwoord(0, 4)
    with monkeypatch.context() as vol:
        vol.setattr(os, "write", weiger)
        for plaats in (1, 2):
            with pytest.raises(SchrijfFout, match="bewaren lukt niet: de schijf is vol; maak ruimte"):
                journaal.write_antwoord(plaats, 3)
        assert journaal.onbewaard == 2
        assert journaal.antwoorden[:4] == (4, 3, 3, NOOIT)
    assert load_enige(map_).antwoorden[:2] == (4, NOOIT)
    journaal.write_antwoord(3, 1)
    assert journaal.onbewaard == 0
    assert load_enige(map_).antwoorden[:5] == (4, 3, 3, 1, NOOIT)
    journaal.close()


def test_closing_tries_a_last_time(map_: Path, journaal: Journaal, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as vol:
        vol.setattr(os, "write", weiger)
        with pytest.raises(SchrijfFout):
            journaal.write_antwoord(0, 4)
    journaal.close()
    assert journaal.onbewaard == 0
    assert load_enige(map_).antwoorden[0] == 4


def test_closing_on_a_full_disk_says_what_was_not_kept(journaal: Journaal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "write", weiger)
    with pytest.raises(SchrijfFout):
        journaal.write_antwoord(0, 4)
    journaal.close()
    assert journaal.onbewaard == 1


def test_a_journal_removed_while_open_does_not_swallow_answers(journaal: Journaal) -> None:
    journaal.pad.unlink()
    with pytest.raises(SchrijfFout, match="de map of het bestand bestaat niet"):
        journaal.write_antwoord(0, 4)
    assert journaal.antwoorden[0] == 4


def test_writing_after_closing_is_refused(journaal: Journaal) -> None:
    journaal.close()
    with pytest.raises(SchrijfFout, match="is gesloten"):
        journaal.write_antwoord(0, 4)


def test_the_newest_test_comes_first_and_a_changed_questionnaire_apart(map_: Path) -> None:
    for dagen in (1, 3, 2):
        write_eerste(map_, replace(KOP, begin=BEGIN + timedelta(days=dagen)))
    write_eerste(map_, replace(KOP, vingerafdruk="sha256:ander"))
    journalen = load_journalen(map_, LIJST, AFDRUK)
    assert [bewaard.kop.begin.day for bewaard in journalen.bewaard] == [4, 3, 2]
    assert [bewaard.kop.vingerafdruk for bewaard in journalen.gewijzigd] == ["sha256:ander"]


def test_the_questionnaires_of_all_begun_tests_are_told_newest_first(map_: Path) -> None:
    assert load_begonnen_ids(map_) == []
    for dagen, id_ in enumerate(("proef", "proef.ander", "twee", "proef")):
        write_eerste(map_, replace(KOP, vragenlijst=id_, begin=BEGIN + timedelta(days=dagen)))
    write_journaal(map_, b"", "leeg-aaaaaa.jsonl")
    (map_ / "rommel-aaaaaa.jsonl").write_bytes(b"rommel\n")
    assert load_begonnen_ids(map_) == ["proef", "twee", "proef.ander"]
    assert load_begonnen_ids(map_ / "rommel-aaaaaa.jsonl") == []


def test_only_journals_of_this_questionnaire_are_offered(map_: Path) -> None:
    for id_ in ("proef-twee", "Proef", "proef"):
        write_eerste(map_, replace(KOP, vragenlijst=id_))
    write_journaal(map_, b"", "proef-aantekening.jsonl")
    assert load_enige(map_).kop.vragenlijst == "proef"


@pytest.mark.parametrize("rauw", [b"", b'{"crc":"12', b"\0" * 100])
def test_a_file_without_a_whole_line_held_no_answer_and_is_left_out(map_: Path, rauw: bytes) -> None:
    write_journaal(map_, rauw)
    assert load_journalen(map_, LIJST, AFDRUK) == load_journalen(map_ / "geen", LIJST, AFDRUK)


def test_unusable_files_are_named_and_the_others_shown(map_: Path) -> None:
    write_journaal(map_, b"rommel\n", "proef-000001.jsonl")
    write_journaal(map_, b"".join(render_regels([(0, 4)])), "proef-000002.jsonl")
    (map_ / "proef-000003.jsonl").mkdir()
    (map_ / "proef-000004.jsonl").symlink_to("proef-000002.jsonl")
    os.mkfifo(map_ / "proef-000005.jsonl")
    with write_journaal(map_, b"", "proef-000006.jsonl").open("r+b") as groot:
        groot.truncate(MAX_BYTES + 1)
    journalen = load_journalen(map_, LIJST, AFDRUK)
    assert [bewaard.pad.name for bewaard in journalen.bewaard] == ["proef-000002.jsonl"]
    begin = "deze bewaarde test is niet te hervatten: "
    assert [melding.wat for melding in journalen.meldingen] == [
        begin + "de eerste regels zijn beschadigd",
        *[begin + "het is geen gewoon bestand"] * 3,
        begin + "het bestand is te groot",
    ]


def test_a_folder_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    bestand = tmp_path / "bestand"
    bestand.touch()
    (melding,) = load_journalen(bestand, LIJST, AFDRUK).meldingen
    assert "niet te lezen: een deel van het pad is geen map" in melding.wat


@pytest.mark.parametrize("gedaan", [[(0, 6)], [(0, 0)], [(0, -1)]])
def test_an_answer_the_questionnaire_does_not_know_is_refused(map_: Path, gedaan: list[Stap]) -> None:
    write_journaal(map_, b"".join(render_regels(gedaan)))
    journalen = load_journalen(map_, LIJST, AFDRUK)
    assert not journalen.bewaard
    assert "antwoorden die de vragenlijst niet kent" in journalen.meldingen[0].wat


MOGELIJK: tuple[tuple[Antwoord, ...], ...] = (
    (0, 1, None),
    (1, 5, NVT, None),
    (0, 2, NVT, None),
    ((0, 2), (2, 1), NVT, None),
    ((0, 1, 2), (2, 0, 1), NVT, None),
    ((10, 0, 0), (3, 3, 4), NVT, None),
    ("Niets.", '"t: nee", 🙂 [x]', "é" * 2000, None),
)
"""Per question of VORMEN the answers that it takes."""

ONMOGELIJK: tuple[tuple[Antwoord, ...], ...] = (
    (2, -1, NVT, "ja", (0, 1)),
    (0, 6, "3", (1, 2)),
    (3, -1, "a", (0, 1)),
    (0, "ab", (0, 0), (0, 3), (0, 1, 2)),
    (0, "abc", (0, 1), (0, 1, 1), (0, 1, 3)),
    (10, "10", (10, 0), (5, 4, 0), (10, 1, 0)),
    (1, NVT, (0, 1)),
)
"""Per question of VORMEN the answers of other questions."""


@pytest.mark.parametrize(
    ("plaats", "antwoord"), [(plaats, antwoord) for plaats, rij in enumerate(MOGELIJK) for antwoord in rij]
)
def test_a_possible_answer_of_every_form_is_found_back(map_: Path, plaats: int, antwoord: Antwoord) -> None:
    with build_journaal(map_, build_kop(VORMEN, AFDRUK)) as journaal:
        journaal.write_antwoord(plaats, antwoord)
    assert load_enige(map_, VORMEN).antwoorden[plaats] == antwoord
    with resume_journaal(load_enige(map_, VORMEN)) as verder:
        assert verder.antwoorden == journaal.antwoorden


@pytest.mark.parametrize(
    ("plaats", "antwoord"), [(plaats, antwoord) for plaats, rij in enumerate(ONMOGELIJK) for antwoord in rij]
)
def test_an_answer_that_a_question_does_not_take_is_refused(map_: Path, plaats: int, antwoord: Antwoord) -> None:
    with build_journaal(map_, build_kop(VORMEN, AFDRUK)) as journaal:
        journaal.write_antwoord(plaats, antwoord)
    journalen = load_journalen(map_, VORMEN, AFDRUK)
    assert not journalen.bewaard
    assert "antwoorden die de vragenlijst niet kent" in journalen.meldingen[0].wat


def test_a_pair_takes_an_option_and_what_does_not_apply(map_: Path) -> None:
    paren = build_keuzelijst()
    with build_journaal(map_, build_kop(paren, AFDRUK)) as journaal:
        journaal.write_antwoord(0, 1)
        journaal.write_antwoord(1, NVT)
    assert load_enige(map_, paren).antwoorden == (1, NVT)
    with resume_journaal(load_enige(map_, paren)) as journaal:
        journaal.write_antwoord(1, 2)
    assert len(load_journalen(map_, paren, AFDRUK).meldingen) == 1


def test_the_starting_number_of_the_order_is_kept_and_only_written_when_there_is_one(map_: Path) -> None:
    for zaad in (None, 0, 999_999_999):
        with build_journaal(map_, build_kop(LIJST, AFDRUK, zaad=zaad)) as journaal:
            journaal.write_antwoord(0, 1)
        assert load_enige(map_).kop.zaad == zaad
        assert (b'"zaad":' in journaal.pad.read_bytes()) is (zaad is not None)
        resume_journaal(load_enige(map_)).clean()


def test_damage_is_told_with_the_numbers_of_the_screen(map_: Path) -> None:
    write_journaal(map_, b"".join(render_regels([(0, 4)])) + b'{"vraag":3}\n')
    bewaard = load_enige(map_)
    begin = "een deel van je bewaarde antwoorden is beschadigd; vraag "
    assert bewaard.render_schade([7]) == f"{begin}7 wordt opnieuw gesteld"
    assert bewaard.render_schade([]) == ""


def test_another_number_of_questions_is_refused(map_: Path) -> None:
    write_journaal(map_, b"".join(render_regels([(0, 4)], OUDE_KOP)))
    assert len(load_journalen(map_, build_lijst(9), AFDRUK).meldingen) == 1


def test_a_journal_changed_since_it_was_loaded_is_not_mixed(map_: Path, journaal: Journaal) -> None:
    with journaal:
        journaal.write_antwoord(0, 4)
        oud = load_enige(map_)
        journaal.write_antwoord(0, 5)
    with pytest.raises(GebruikFout, match="intussen in een ander venster veranderd of gewist"):
        resume_journaal(oud)
    resume_journaal(load_enige(map_)).clean()
    with pytest.raises(GebruikFout, match="gewist"):
        resume_journaal(oud)
    assert list(map_.iterdir()) == []


def test_a_journal_that_became_junk_is_not_opened(map_: Path) -> None:
    pad = write_eerste(map_, KOP)
    oud = load_enige(map_)
    pad.write_bytes(b"rommel\n")
    with pytest.raises(GebruikFout):
        resume_journaal(oud)


def test_a_journal_that_became_something_else_is_not_opened(map_: Path) -> None:
    pad = write_eerste(map_, KOP)
    oud = load_enige(map_)
    pad.unlink()
    pad.mkdir()
    with pytest.raises(SchrijfFout, match="openen lukt niet: het is geen gewoon bestand"):
        resume_journaal(oud)


def test_the_name_of_a_file_never_holds_the_raw_id(map_: Path) -> None:
    kop = replace(KOP, vragenlijst="../../Één\x1b lijst/" + "x" * 300)
    pad = write_eerste(map_, kop)
    assert pad.parent == map_
    assert pad.name.startswith("een-lijst-xxx")
    assert len(pad.stem) <= 47
    assert load_enige(map_, build_lijst(8, kop.vragenlijst)).kop == kop


def test_an_id_without_letters_still_has_a_name() -> None:
    assert schijf.build_slug("日本") == "naamloos"


@pytest.mark.parametrize("masker", [0o000, 0o022, 0o077])
def test_files_and_folders_are_for_the_owner_only(tmp_path: Path, masker: int) -> None:
    oud = os.umask(masker)
    try:
        with build_journaal(tmp_path / "a" / "b", build_proefkop()) as journaal:
            journaal.write_antwoord(0, 1)
    finally:
        os.umask(oud)
    rechten = {pad: stat.S_IMODE(pad.stat().st_mode) for pad in tmp_path.rglob("*")}
    assert set(rechten) == {tmp_path / "a", tmp_path / "a" / "b", journaal.pad, journaal.pad.with_suffix(".slot")}
    assert {pad: (0o700 if pad.is_dir() else 0o600) for pad in rechten} == rechten


def test_the_start_is_a_time_with_its_offset() -> None:
    voor = datetime.now(UTC)
    kop = build_kop(LIJST, AFDRUK)
    assert voor <= kop.begin <= datetime.now(UTC)
    assert kop.begin.utcoffset() is not None
    assert build_kop(LIJST, AFDRUK).sessie != kop.sessie


def test_a_rare_reason_is_named_by_its_code() -> None:
    assert render_oorzaak(OSError(errno.EXDEV, "")) == "het systeem weigert (EXDEV)"
    assert render_oorzaak(OSError()) == "het systeem weigert (onbekend)"


def test_a_system_that_cannot_open_folders_is_no_reason_to_fail(map_: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    echt = os.open

    def open_(pad: str, vlaggen: int, rechten: int = 0o777) -> int:
        if Path(pad).is_dir():
            raise PermissionError(errno.EACCES, "map")
        return echt(pad, vlaggen, rechten)

    monkeypatch.setattr(os, "open", open_)
    with build_journaal(map_, build_proefkop()) as journaal:
        journaal.write_antwoord(0, 1)
    assert load_enige(map_).antwoorden[0] == 1


def test_every_new_name_is_synced_in_its_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gedaan: list[Path] = []
    echt = os.fsync

    def fsync(greep: int) -> None:
        gedaan.append(Path(f"/proc/self/fd/{greep}").readlink())
        echt(greep)

    monkeypatch.setattr(os, "fsync", fsync)
    with build_journaal(tmp_path / "a" / "b", KOP) as journaal:
        assert gedaan == [tmp_path, tmp_path / "a", journaal.pad, tmp_path / "a" / "b"]


def test_a_folder_that_does_not_reach_the_disk_is_an_error(map_: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    map_.mkdir(parents=True)
    echt = os.fsync

    def fsync(greep: int) -> None:
        if stat.S_ISDIR(os.fstat(greep).st_mode):
            raise OSError(errno.EIO, "map")
        echt(greep)

    monkeypatch.setattr(os, "fsync", fsync)
    with pytest.raises(SchrijfFout, match="maken lukt niet: de schijf geeft een fout; kies een andere map"):
        build_journaal(map_, KOP)
    assert list(map_.iterdir()) == []


def test_a_refused_answer_leaves_the_file_as_it_was(journaal: Journaal, monkeypatch: pytest.MonkeyPatch) -> None:
    journaal.write_antwoord(0, 4)
    voor = journaal.pad.read_bytes()
    with monkeypatch.context() as vol:
        vol.setattr(os, "fsync", weiger)
        with pytest.raises(SchrijfFout):
            journaal.write_antwoord(1, 5)
    assert journaal.pad.read_bytes() == voor
    journaal.close()


def test_an_interrupted_start_leaves_nothing_behind(map_: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def onderbreek(_: int) -> None:
        raise KeyboardInterrupt

    map_.mkdir(parents=True)
    monkeypatch.setattr(os, "fsync", onderbreek)
    with pytest.raises(KeyboardInterrupt):
        build_journaal(map_, build_proefkop())
    assert list(map_.iterdir()) == []


def test_an_interrupt_halfway_an_answer_does_no_harm(
    map_: Path, journaal: Journaal, monkeypatch: pytest.MonkeyPatch
) -> None:
    def onderbreek(_: int) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as weg:
        weg.setattr(os, "fsync", onderbreek)
        with pytest.raises(KeyboardInterrupt):
            journaal.write_antwoord(0, 4)
    journaal.write_antwoord(0, 5)
    journaal.close()
    assert load_enige(map_) == Bewaard(journaal.pad, journaal.kop, journaal.antwoorden)
    assert len(journaal.pad.read_bytes().splitlines()) == 3
