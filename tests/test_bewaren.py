"""The use cases about kept results: keep, find back, report, take along, erase."""

import json
import os
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from conflictstijl import __version__, bewaren, meenemen, toepassing
from conflictstijl.fouten import Ernst, GebruikFout, SchrijfFout
from conflictstijl.laden.mappen import MAP_VARIABELE, load_journaalmap, load_resultatenmap
from conflictstijl.opslag import geschiedenis
from conflictstijl.opslag.schijf import TIJDELIJK
from conflictstijl.opslag.uitslagregels import Uitslag
from conflictstijl.rapport.gegevens import build_profiel
from conflictstijl.rekenen import scoren, vingerafdruk
from tests.opslag.test_geschiedenis import ZIN, bouw_journaal, namen, rechten
from tests.opslag.test_geschiedenis import uitslag as bouw
from tests.opslag.uitslagen import BEGIN, SESSIE, bouw_uitslag, load_lijsten, meng, vul_in

LIJST = load_lijsten()["takken"]
VREEMD = "dit bestand komt niet van 'resultaten exporteer'"


@pytest.fixture(autouse=True)
def eigen_map(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(MAP_VARIABELE, str(tmp_path / "mijn"))
    return tmp_path / "mijn"


def bewaar(zaad: int = 1) -> Uitslag:
    een = bouw(zaad)
    return replace(een, pad=geschiedenis.write_uitslag(load_resultatenmap(), een))


def resultaat(naam: str = "takken") -> toepassing.Resultaat:
    lijst = load_lijsten()[naam]
    (een,) = toepassing.score_bladen([(lijst, vul_in(lijst))])
    return een


def exporteer(pad: Path, *uitslagen: Uitslag) -> Path:
    pad.write_text(json.dumps(meenemen.build_export(uitslagen)), encoding="utf-8")
    return pad


def test_a_result_is_kept_with_the_session_of_its_journal() -> None:
    voor = datetime.now(UTC)
    een = bewaren.write_resultaat(resultaat(), SESSIE, BEGIN)
    assert een.pad.parent == load_resultatenmap()
    assert (een.sessie, een.begin, een.programma) == (SESSIE, BEGIN, __version__)
    assert voor <= een.klaar <= datetime.now(UTC)
    assert bewaren.load_geschiedenis() == ([een], [])
    assert rechten(een.pad) == 0o600


def test_without_a_journal_every_result_has_a_session_of_its_own() -> None:
    een, ander = bewaren.write_resultaat(resultaat()), bewaren.write_resultaat(resultaat())
    assert een.sessie != ander.sessie
    assert {naam.sessie for naam in bewaren.load_geschiedenis()[0]} == {een.sessie, ander.sessie}


def test_a_session_that_cannot_be_a_name_is_kept_under_one_that_can() -> None:
    een = bewaren.write_resultaat(resultaat(), "../../weg", BEGIN)
    assert een.pad.parent == load_resultatenmap()
    assert geschiedenis.load_sessie(load_resultatenmap(), "../../weg") == een


@pytest.mark.parametrize("naam", load_lijsten())
def test_every_report_can_be_made_of_what_is_kept(naam: str) -> None:
    toen = resultaat(naam)
    bewaren.write_resultaat(toen)
    nu = bewaren.build_resultaat(bewaren.load_uitslag("laatste"))
    assert nu == toen
    assert toepassing.build_profieldocument(nu.profiel, nu.vragenlijst) == toepassing.build_profieldocument(
        toen.profiel, toen.vragenlijst
    )


def test_a_sheet_without_a_version_gets_that_of_its_questionnaire() -> None:
    een = resultaat()
    bewaren.write_resultaat(een._replace(blad=meng(een.blad, versie=None)))
    assert bewaren.load_uitslag("laatste").blad == een.blad


@pytest.mark.parametrize("naam", [SESSIE[:4], SESSIE, SESSIE[:6].upper(), f"20261122T064512000000Z-{SESSIE}"])
def test_a_result_is_found_by_the_first_letters_or_the_name_of_its_file(naam: str) -> None:
    een = bewaar()
    bewaar(2)
    assert bewaren.load_uitslag(naam) == een
    assert bewaren.load_uitslag(een.pad.name) == een


def test_the_word_laatste_is_the_newest() -> None:
    bewaar(5)
    bewaar(2)
    assert bewaren.load_uitslag("Laatste").sessie == bouw(5).sessie


def test_without_any_result_the_error_says_what_to_do_first() -> None:
    with pytest.raises(GebruikFout, match="er is nog niets bewaard; doe eerst: conflictstijl afnemen"):
        bewaren.load_uitslag("laatste")


@pytest.mark.parametrize(
    ("naam", "reden"),
    [
        ("ffff", "er is geen uitslag 'ffff'; er is wel 9f0c2a"),
        ("9f0", "'9f0' is te kort: typ minstens 4 tekens; er is wel 9f0c2a"),
        ("", "'' is te kort: typ minstens 4 tekens; er is wel 9f0c2a"),
        ("laatst", "er is geen uitslag 'laatst'; bedoelde je 'laatste'?"),
        ("../x\x1b", "er is geen uitslag '../x'; er is wel 9f0c2a"),
    ],
)
def test_an_unknown_name_is_told_with_what_there_is(naam: str, reden: str) -> None:
    bewaar()
    with pytest.raises(GebruikFout) as fout:
        bewaren.load_uitslag(naam)
    assert str(fout.value) == reden


def test_of_many_results_the_newest_are_named() -> None:
    bewaar()
    bewaar(2)
    with pytest.raises(GebruikFout, match="er zijn wel 000000 en 9f0c2a"):
        bewaren.load_uitslag("ffff")
    for zaad in range(3, 9):
        bewaar(zaad)
    with pytest.raises(GebruikFout, match="de nieuwste zijn 000000, 000000, 000000, 000000 en 000000"):
        bewaren.load_uitslag("ffff")


def test_letters_of_several_results_are_told_with_the_whole_sessions() -> None:
    bewaar(2)
    bewaar(3)
    with pytest.raises(GebruikFout, match=f"er zijn 2 uitslagen '0000'; kies uit {3:016x} en {2:016x}"):
        bewaren.load_uitslag("0000")


def test_a_damaged_result_is_never_passed_by_in_silence() -> None:
    bewaar(2)
    pad = bewaar(5).pad
    pad.write_bytes(pad.read_bytes()[:-20])
    for naam in ("laatste", pad.stem):
        with pytest.raises(GebruikFout, match=f"'{pad.name}' is niet te gebruiken: de inhoud is veranderd of beschad"):
            bewaren.load_uitslag(naam)


def test_a_folder_that_cannot_be_read_is_told_in_dutch(eigen_map: Path) -> None:
    eigen_map.mkdir()
    load_resultatenmap().write_text("geen map")
    with pytest.raises(GebruikFout, match=r"de map met uitslagen is niet te lezen: .*; kijk de rechten na"):
        bewaren.load_uitslag("laatste")
    assert "is niet te lezen" in bewaren.load_geschiedenis()[1][0].wat


def test_a_home_that_is_not_there_is_told_in_dutch(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(MAP_VARIABELE, "/proc/nergens/mijn")
    assert bewaren.load_geschiedenis() == ([], [])
    with pytest.raises(SchrijfFout, match="lukt niet: de map of het bestand bestaat niet"):
        bewaren.write_resultaat(resultaat())


def test_a_questionnaire_on_which_scoring_fails_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def breek(*_: object) -> None:
        raise ZeroDivisionError

    een = bewaar()
    monkeypatch.setattr(scoren, "score_antwoorden", breek)
    assert bewaren.check_uitslag(een) == "de vragenlijst erin klopt niet"


@pytest.fixture
def nieuwe_regels(monkeypatch: pytest.MonkeyPatch) -> None:
    """A later version of the scoring rules, which gives every scale another number of items."""
    echt = scoren.score_antwoorden

    def score(*delen: Any) -> Any:
        return replace(echt(*delen), gevraagd=77)

    monkeypatch.setattr(scoren, "score_antwoorden", score)
    for module in (bewaren, scoren, vingerafdruk):
        monkeypatch.setattr(module, "SCOREVERSIE", 2)
    vingerafdruk.build_vingerafdruk.cache_clear()


@pytest.mark.usefixtures("nieuwe_regels")
def test_under_later_scoring_rules_the_scores_of_now_count_and_a_message_says_so() -> None:
    with pytest.MonkeyPatch.context() as lap:
        for module in (bewaren, scoren, vingerafdruk):
            lap.setattr(module, "SCOREVERSIE", 1)
        vingerafdruk.build_vingerafdruk.cache_clear()
        oud = bewaar()
    vingerafdruk.build_vingerafdruk.cache_clear()
    (een,), (melding,) = bewaren.load_geschiedenis()
    assert (een.profiel["scoreversie"], een.profiel["gevraagd"]) == (2, 77)
    assert een.profiel == build_profiel(bewaren.build_resultaat(een).profiel)
    assert (melding.code, melding.ernst) == ("opnieuw-berekend", Ernst.WAARSCHUWING)
    assert melding.plek.bestand == str(oud.pad)
    assert bewaren.load_uitslag("laatste") == een
    assert bewaren.check_uitslag(een) == ""


def test_after_later_scoring_rules_the_fingerprints_are_as_before() -> None:
    """The test before this one may leave nothing behind."""
    vingerafdruk.build_vingerafdruk.cache_clear()
    bewaar()
    assert bewaren.load_geschiedenis()[1] == []


def test_what_is_taken_along_comes_back_the_same_elsewhere(
    eigen_map: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for zaad, lijst in enumerate(load_lijsten().values(), 2):
        geschiedenis.write_uitslag(load_resultatenmap(), bouw_uitslag(lijst, zaad))
    hier, _ = bewaren.load_geschiedenis()
    pad = exporteer(tmp_path / "mee.json", *hier)
    monkeypatch.setenv(MAP_VARIABELE, str(tmp_path / "elders"))
    uitslagen, _, meldingen = meenemen.load_export(pad)
    assert meldingen == []
    invoer = meenemen.write_import(uitslagen)
    assert (len(invoer.nieuw), invoer.stond_er_al, invoer.meldingen) == (len(hier), (), ())
    daar, _ = bewaren.load_geschiedenis()
    assert [replace(een, pad=Path()) for een in daar] == [replace(een, pad=Path()) for een in hier]
    assert namen(tmp_path / "elders" / "resultaten") == namen(eigen_map / "resultaten")


def test_a_second_time_everything_stood_there_already(tmp_path: Path) -> None:
    een = bewaar()
    uitslagen, *_ = meenemen.load_export(exporteer(tmp_path / "mee.json", een))
    assert meenemen.write_import(uitslagen) == meenemen.Invoer((), (een,), ())


def test_the_file_of_one_result_can_be_taken_over_too(tmp_path: Path) -> None:
    een = bewaar()
    pad = een.pad.rename(tmp_path / "los.json")
    (gelezen,), _, meldingen = meenemen.load_export(str(pad))
    assert meldingen == []
    assert meenemen.write_import([gelezen]).nieuw == (een,)


def test_a_result_with_other_content_never_replaces_the_one_that_is_there(tmp_path: Path) -> None:
    een = bewaar()
    voor = een.pad.read_bytes()
    uitslagen, *_ = meenemen.load_export(exporteer(tmp_path / "mee.json", replace(een, programma="9"), bouw(2)))
    invoer = meenemen.write_import(uitslagen)
    assert [nieuw.sessie for nieuw in invoer.nieuw] == [bouw(2).sessie]
    assert invoer.stond_er_al == ()
    (melding,) = invoer.meldingen
    assert (melding.code, melding.wat) == ("uitslag-botst", "deze uitslag staat er al, maar anders")
    assert een.pad.read_bytes() == voor


def test_a_damaged_result_that_is_there_is_named_and_left(tmp_path: Path) -> None:
    een = bewaar()
    uitslagen, *_ = meenemen.load_export(exporteer(tmp_path / "mee.json", een))
    een.pad.write_bytes(b"kapot")
    (melding,) = meenemen.write_import(uitslagen).meldingen
    assert "staat er al, maar beschadigd (de inhoud is veranderd of beschadigd)" in melding.wat
    assert een.pad.read_bytes() == b"kapot"


def test_one_that_the_disk_refuses_is_named(eigen_map: Path, tmp_path: Path) -> None:
    uitslagen, *_ = meenemen.load_export(exporteer(tmp_path / "mee.json", bouw()))
    eigen_map.mkdir()
    load_resultatenmap().symlink_to(tmp_path)
    (melding,) = meenemen.write_import(uitslagen).meldingen
    assert "is een verwijzing naar een andere map" in melding.wat
    load_resultatenmap().unlink()
    load_resultatenmap().write_text("geen map")
    (melding,) = meenemen.write_import(uitslagen).meldingen
    assert "staat er al, maar beschadigd (een deel van het pad is geen map)" in melding.wat


@pytest.mark.parametrize(
    ("inhoud", "wat"),
    [
        (b"", VREEMD),
        (b"[" * 100_000, VREEMD),
        (b"[]", VREEMD),
        (b"{}", VREEMD),
        (b"vragenlijst: proef\n", VREEMD),
        (b'{"soort": "profielen"}', VREEMD),
        (b'{"formaat": 1, "soort": "export", "resul', "dit bestand is niet te gebruiken: de inhoud is veranderd of be"),
        (b'{"formaat": 1,\n "soort": "resultaat"', "dit bestand is niet te gebruiken: de inhoud is veranderd of be"),
        (b'{"soort": "export", "formaat": 2, "resultaten": []}', "dit bestand komt uit een andere versie"),
        (b'{"soort": "export", "formaat": 1, "resultaten": {}}', "dit bestand komt uit een andere versie"),
        (b'{"soort": "export", "formaat": 1, "resultaten": [1]}', "uitslag 1 is niet te gebruiken: er staat geen"),
    ],
)
def test_a_file_that_holds_no_results_is_named(tmp_path: Path, inhoud: bytes, wat: str) -> None:
    pad = tmp_path / "x.json"
    pad.write_bytes(inhoud)
    uitslagen, _, (melding,) = meenemen.load_export(pad)
    assert not uitslagen
    assert (melding.plek.bestand, melding.code) == (str(pad), "uitslag-van-elders")
    assert melding.wat.startswith(wat)


def test_a_file_that_is_not_there_or_no_file_is_named(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pijp")
    for pad, wat in ((tmp_path, "geen gewoon"), (tmp_path / "pijp", "geen")):
        assert wat in meenemen.load_export(pad).meldingen[0].wat
    (melding,) = meenemen.load_export(tmp_path / "weg.json").meldingen
    assert (melding.wat, melding.hint) == ("dit bestand is er niet", "kijk de naam na")


def test_an_empty_export_holds_nothing_and_nothing_is_wrong(tmp_path: Path) -> None:
    assert meenemen.load_export(exporteer(tmp_path / "mee.json")) == ([], [], [])


def test_what_was_changed_on_the_way_is_refused_and_the_rest_taken_over(tmp_path: Path) -> None:
    document = meenemen.build_export([bouw(2), bouw(3), bouw(4)])
    document["resultaten"][1]["antwoorden"] = [*document["resultaten"][1]["antwoorden"]][::-1]
    pad = tmp_path / "mee.json"
    pad.write_text(json.dumps(document), encoding="utf-8")
    uitslagen, _, (melding,) = meenemen.load_export(pad)
    assert [een.sessie for een in uitslagen] == [bouw(2).sessie, bouw(4).sessie]
    assert melding.wat == "uitslag 2 is niet te gebruiken: de inhoud is veranderd of beschadigd"


def test_a_session_that_stands_twice_in_a_file_counts_once_and_must_be_the_same(tmp_path: Path) -> None:
    zelfde = exporteer(tmp_path / "zelfde.json", bouw(), bouw())
    assert [len(deel) for deel in meenemen.load_export(zelfde)] == [1, 0, 0]
    anders = exporteer(tmp_path / "anders.json", bouw(), replace(bouw(), programma="9"))
    uitslagen, _, (melding,) = meenemen.load_export(anders)
    assert len(uitslagen) == 1
    assert melding.wat.endswith("er staat een andere uitslag van dezelfde test bij")


def test_old_results_are_those_of_so_many_whole_days_ago() -> None:
    een = bewaar()
    dag = timedelta(days=1)

    def tel(dagen: int, nu: datetime) -> int:
        return len(bewaren.load_ouder(dagen, nu)[0])

    assert tel(30, een.klaar + 30 * dag) == 1
    assert tel(30, een.klaar + 30 * dag - timedelta(seconds=1)) == 0
    assert tel(0, een.klaar) == 1


def test_a_result_of_tomorrow_and_any_number_of_days_do_no_harm() -> None:
    een = bewaar()
    gisteren = een.klaar - timedelta(days=400)
    assert [bewaren.load_ouder(dagen, gisteren)[0] for dagen in (-5, 0, 10**15)] == [[], [], []]
    assert bewaren.load_ouder(10**6) == ([], [])


def test_some_results_are_erased_and_the_others_stay() -> None:
    weg, blijft = bewaar(2), bewaar(3)
    assert bewaren.clean_geschiedenis([weg.pad]) == bewaren.Schoonmaak((weg.pad,), (), ())
    assert bewaren.load_geschiedenis()[0] == [blijft]


def read_alles(map_: Path) -> bytes:
    return b"".join(pad.read_bytes() + pad.name.encode() for pad in map_.rglob("*") if pad.is_file())


def test_after_erasing_everything_no_byte_of_an_answer_is_left(eigen_map: Path) -> None:
    bouw_journaal(load_journaalmap(), bewaar(2)).close()
    kapot = bewaar(3).pad
    kapot.write_bytes(kapot.read_bytes()[:-9])
    rest = bewaar(4).pad
    rest.rename(rest.with_name(f"{TIJDELIJK}x1"))
    sporen = (ZIN.encode(), ZIN.encode().hex().encode(), bouw(2).sessie.encode(), b"antwoorden")
    assert all(spoor in read_alles(eigen_map) for spoor in sporen)
    gewist = bewaren.clean_geschiedenis()
    assert [len(deel) for deel in gewist] == [3, 1, 0, 0, 0]
    assert [spoor for spoor in sporen if spoor in read_alles(eigen_map)] == []
    assert read_alles(eigen_map) == b""


def test_what_another_window_has_open_stays_and_is_named() -> None:
    with bouw_journaal(load_journaalmap(), bouw(2)) as journaal:
        gewist = bewaren.clean_geschiedenis()
        assert [melding.plek.bestand for melding in gewist.meldingen] == [str(journaal.pad)]
        assert journaal.pad.exists()


def test_at_the_start_a_journal_whose_result_is_sound_goes() -> None:
    een = bewaar()
    bouw_journaal(load_journaalmap(), een).close()
    assert bewaren.clean_klaar() == [een]
    assert list(load_journaalmap().glob("*.jsonl")) == []


def test_a_journal_whose_result_has_other_scores_than_its_answers_stays() -> None:
    een = bewaar()
    profiel = {**een.profiel, "beantwoord": een.profiel["beantwoord"] - 1}
    geschiedenis.write_uitslag(load_resultatenmap(), replace(een, profiel=profiel))
    bouw_journaal(load_journaalmap(), een).close()
    assert bewaren.clean_klaar() == []
    assert "de scores erin kloppen niet" in bewaren.load_geschiedenis()[1][0].wat
