"""The command `resultaten`: what is kept, one result as it was, and nothing lost over one damaged file."""

import json
import os
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from conflictstijl import toepassing
from conflictstijl.cli.aanvulling import load_uitslagnamen
from conflictstijl.cli.nederlands import build_opdracht
from conflictstijl.cli.programma import TABEL
from conflictstijl.opslag.journaal import build_journaal, build_kop
from conflictstijl.rekenen import scoren
from conflictstijl.rekenen.vingerafdruk import SCOREVERSIE, build_vingerafdruk
from conflictstijl.toepassing import load_vragenlijst
from tests.afname.conftest import LIJST
from tests.rapport.test_gouden import BLADEN

from .conftest import Roep, Uitkomst
from .uitslagen import KORT, LANG, NU, bewaar, bewaar_lijst

GOUDEN = Path(__file__).parents[1] / "gouden"
DAG = timedelta(days=1)
SESSIES = [f"{nummer:x}f0c2a7711d0b3e4"[:16] for nummer in range(20)]
MEER = "\nEen uitslag lezen: conflictstijl resultaten ID.\nMeer: conflictstijl resultaten --help.\n"


@pytest.fixture(autouse=True)
def werkmap(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, eigen_map: Path) -> Path:
    monkeypatch.chdir(tmp_path)
    return eigen_map


@pytest.fixture
def alle() -> list[str]:
    """Keep one result of every golden sheet, on days after each other; return their sessions, the oldest first."""
    for nummer, naam in enumerate(BLADEN):
        bewaar(naam, NU - DAG * (len(BLADEN) - nummer), SESSIES[nummer], deelnemer="D01" if nummer == 2 else None)
    return SESSIES[: len(BLADEN)]


@pytest.fixture
def breed() -> None:
    """Keep the results with most to tell in a list."""
    for nummer, naam in enumerate(("rollen", "rustig-en-gespannen", "relatie-of-afspraken")):
        bewaar(naam, NU - DAG * nummer, SESSIES[nummer])


def begin(naam: str, map_: Path, aantal: int = 8, vorm: str = "") -> str:
    """Begin a test and leave it after some answers; return its session."""
    lijst = load_vragenlijst(naam, vorm=vorm)
    with build_journaal(map_, build_kop(lijst, build_vingerafdruk(lijst))) as journaal:
        for plaats in range(aantal):
            journaal.write_antwoord(plaats, 3)
    return journaal.kop.sessie


def lees(uitkomst: Uitkomst, code: int = 0) -> dict[str, Any]:
    """Return the one JSON document on stdout."""
    document: dict[str, Any] = json.loads(uitkomst.uit)
    assert (uitkomst.code, document["formaat"], document["soort"]) == (code, 1, "resultaten")
    return document


# the list


@pytest.mark.usefixtures("alle")
@pytest.mark.parametrize("breedte", [60, 80])
def test_the_list_is_the_golden_one(roep: Roep, monkeypatch: pytest.MonkeyPatch, eigen_map: Path, breedte: int) -> None:
    begin(KORT, eigen_map)
    monkeypatch.setenv("COLUMNS", str(breedte))
    uitkomst = roep("resultaten")
    assert (uitkomst.code, uitkomst.fout) == (0, "")
    # versions change with every edit of a statement, and a test begins today
    zonder = re.sub(r"(?<=[a-z] )\d\.\d", "x.y", uitkomst.uit)
    tekst = re.sub(r"^\d\d-\d\d-\d{4}", "vandaag---", zonder, flags=re.MULTILINE)
    goud = GOUDEN / f"resultaten-{breedte}.txt"
    if os.environ.get("CONFLICTSTIJL_GOUDEN") == "schrijf":
        goud.write_text(tekst, encoding="utf-8")
    assert tekst == goud.read_text(encoding="utf-8")


@pytest.mark.usefixtures("breed")
@pytest.mark.parametrize("breedte", [20, 30, 40, 53, 54, 72, 100, 120])
def test_no_line_of_the_list_is_wider_than_the_terminal(
    roep: Roep, monkeypatch: pytest.MonkeyPatch, eigen_map: Path, breedte: int
) -> None:
    begin(LANG, eigen_map, vorm="ander")
    monkeypatch.setenv("COLUMNS", str(breedte))
    regels = roep("resultaten").uit.splitlines()
    assert len(regels) > 3
    assert max(map(len, regels)) <= breedte


def test_a_narrow_terminal_gets_a_list_without_columns(roep: Roep, monkeypatch: pytest.MonkeyPatch) -> None:
    bewaar()
    monkeypatch.setenv("COLUMNS", "39")
    assert roep("resultaten").uit.splitlines()[:3] == [
        "9f0c2a  22-11-2026",
        "  conflictstijlen-kort 1.0: vaker samen",
        "  oplossen; minder vaak vermijden",
    ]


def test_when_nothing_is_kept_that_is_one_friendly_sentence(roep: Roep, werkmap: Path) -> None:
    zin = "Er is nog geen uitslag van een vragenlijst. Een invullen: conflictstijl afnemen\n"
    assert roep("resultaten") == (0, zin, "")
    assert lees(roep("resultaten", "--json")) == {
        "formaat": 1,
        "soort": "resultaten",
        "resultaten": [],
        "begonnen": [],
        "werkbladen": [],
        "meldingen": [],
    }
    # looking makes nothing
    assert not werkmap.parent.exists()


def test_programs_get_the_list_as_data_in_the_same_order(roep: Roep, alle: list[str]) -> None:
    gevonden = lees(roep("resultaten", "--json"))["resultaten"]
    assert [een["sessie"] for een in gevonden] == alle
    assert gevonden[0] == {
        "id": "0f0c2a",
        "sessie": SESSIES[0],
        "begin": (NU - DAG * len(BLADEN) - timedelta(minutes=6)).isoformat(),
        "klaar": (NU - DAG * len(BLADEN)).isoformat(),
        "vragenlijst": LANG,
        "versie": load_vragenlijst(LANG).versie,
        "vorm": "zelf",
        "met": None,
        "deelnemer": None,
        "duidelijk_hoog": ["samenwerken", "toegeven"],
        "duidelijk_laag": ["forceren"],
    }
    assert [een["vorm"] for een in gevonden if een["vragenlijst"] == LANG] == ["zelf", "ander", "zelf"]
    assert gevonden[2]["deelnemer"] == "D01"
    assert gevonden[5]["met"] == "conflictstijlen-verdieping"


def test_an_id_is_as_long_as_is_needed_to_tell_it_from_the_others(roep: Roep) -> None:
    for sessie in ("9f0c2a7711d0b3e4", "9f0c2a7811d0b3e4"):
        bewaar(sessie=sessie)
    namen = [een["id"] for een in lees(roep("resultaten", "--json"))["resultaten"]]
    assert sorted(namen) == ["9f0c2a77", "9f0c2a78"]
    for naam in namen:
        assert f"{naam}  22-11-2026" in roep("resultaten").uit
        assert roep("resultaten", naam).code == 0


def test_a_file_may_not_be_asked_of_the_list(roep: Roep) -> None:
    uitkomst = roep("resultaten", "-o", "x.md")
    assert (uitkomst.code, uitkomst.uit) == (2, "")
    assert uitkomst.fout.startswith("conflictstijl: -o hoort bij één uitslag; alles meenemen doe je met: ")


# what is damaged


def test_a_damaged_file_is_named_and_the_others_are_shown(roep: Roep) -> None:
    stuk = bewaar(sessie=SESSIES[0]).pad
    bewaar(sessie=SESSIES[1])
    stuk.write_bytes(stuk.read_bytes().replace(b'"begin"', b'"Begin"'))
    uitkomst = roep("resultaten")
    assert uitkomst.code == 1
    assert f"{SESSIES[1][:6]}  22-11-2026" in uitkomst.uit
    assert SESSIES[0][:6] not in uitkomst.uit
    (regel,) = uitkomst.fout.splitlines()
    assert regel.startswith(f"{stuk}: deze bewaarde uitslag is niet te gebruiken: ")
    document = lees(roep("resultaten", "--json"), 1)
    assert [een["sessie"] for een in document["resultaten"]] == [SESSIES[1]]
    (melding,) = document["meldingen"]
    assert (melding["bestand"], melding["ernst"], melding["code"]) == (str(stuk), "fout", "bewaarde-uitslag")
    assert melding["hint"] == f"wis hem met: conflictstijl resultaten wis {SESSIES[0]}"


def test_when_all_is_damaged_there_is_nothing_to_show(roep: Roep) -> None:
    bewaar().pad.write_text("{}", encoding="utf-8")
    uitkomst = roep("resultaten")
    assert (uitkomst.code, uitkomst.uit.partition(".")[0]) == (1, "Er is nog geen uitslag van een vragenlijst")


def test_scores_by_later_rules_are_told_and_are_no_failure(roep: Roep, monkeypatch: pytest.MonkeyPatch) -> None:
    bewaar()
    monkeypatch.setattr("conflictstijl.bewaren.SCOREVERSIE", SCOREVERSIE + 1)
    uitkomst = roep("resultaten")
    assert uitkomst.code == 0
    assert "opnieuw berekend" in uitkomst.fout
    (melding,) = lees(roep("resultaten", "--json"))["meldingen"]
    assert melding["ernst"] == "waarschuwing"


@pytest.mark.parametrize("opdracht", ["", "laatste", "vergelijk", "exporteer -o -", "wis laatste --ja"])
def test_a_folder_that_is_none_gets_one_line(roep: Roep, werkmap: Path, opdracht: str) -> None:
    werkmap.parent.mkdir()
    (werkmap.parent / "resultaten").write_text("", encoding="utf-8")
    uitkomst = roep("resultaten", *opdracht.split())
    assert uitkomst.code in {1, 2}
    assert "een deel van het pad is geen map" in uitkomst.fout.splitlines()[0]


# unfinished tests


def test_an_unfinished_test_says_how_far_it_came_and_how_to_go_on(roep: Roep, eigen_map: Path) -> None:
    sessie = begin(KORT, eigen_map)
    assert f"  {KORT}: 8 van de 15 vragen\n  conflictstijl afnemen {KORT} --hervat\n" in roep("resultaten").uit
    (begonnen,) = lees(roep("resultaten", "--json"))["begonnen"]
    assert begonnen.pop("begin").startswith("20")
    assert begonnen == {
        "sessie": sessie,
        "vragenlijst": KORT,
        "versie": load_vragenlijst(KORT).versie,
        "vorm": None,
        "beantwoord": 8,
        "vragen": 15,
        "opdracht": f"conflictstijl afnemen {KORT} --hervat",
    }


def test_only_the_questions_count_that_the_answers_lead_to(roep: Roep, eigen_map: Path) -> None:
    lijst = load_vragenlijst("rollen")
    with build_journaal(eigen_map, build_kop(lijst, build_vingerafdruk(lijst))) as journaal:
        for plaats in range(len(lijst.achtergrond)):
            journaal.write_antwoord(plaats, 1)
    (begonnen,) = lees(roep("resultaten", "--json"))["begonnen"]
    assert begonnen["beantwoord"] == len(lijst.achtergrond)
    assert begonnen["vragen"] < len(lijst.vragen)


def test_the_command_that_goes_on_names_the_version(roep: Roep, eigen_map: Path) -> None:
    begin(LANG, eigen_map, vorm="ander")
    (begonnen,) = lees(roep("resultaten", "--json"))["begonnen"]
    assert (begonnen["vragenlijst"], begonnen["vorm"]) == (LANG, "ander")
    assert begonnen["opdracht"] == f"conflictstijl afnemen {LANG} --vorm ander --hervat"


def test_a_deepening_list_goes_on_through_the_test_that_it_belongs_to(roep: Roep, eigen_map: Path) -> None:
    verdieping = "conflictstijlen-verdieping"
    begin(verdieping, eigen_map, 5)
    (los,) = lees(roep("resultaten", "--json"))["begonnen"]
    assert los["opdracht"] == f"conflictstijl afnemen {verdieping} --hervat"
    begin(LANG, eigen_map, 30)
    opdrachten = {een["opdracht"] for een in lees(roep("resultaten", "--json"))["begonnen"]}
    assert opdrachten == {f"conflictstijl afnemen {LANG} --hervat"}


def test_of_an_own_file_the_user_must_give_it_again(roep: Roep, eigen_map: Path) -> None:
    Path("proef.yaml").write_text(LIJST, encoding="utf-8")
    begin("proef.yaml", eigen_map, 2)
    zin = "Verder: geef het bestand aan afnemen, met --hervat."
    assert f"  proef: 2 van de 3 vragen\n  {zin}\n" in roep("resultaten").uit
    assert lees(roep("resultaten", "--json"))["begonnen"][0]["opdracht"] is None


def test_of_a_changed_questionnaire_all_questions_of_then_count(roep: Roep, eigen_map: Path) -> None:
    eigen = eigen_map.parent / "vragenlijsten" / "proef.yaml"
    eigen.parent.mkdir(parents=True)
    eigen.write_text(LIJST, encoding="utf-8")
    begin("proef", eigen_map, 2)
    eigen.write_text(LIJST.replace("  - toegeven: Ik ga met je mee.\n", "").replace(", toegeven", ""), encoding="utf-8")
    assert len(load_vragenlijst("proef").items) == 2
    (begonnen,) = lees(roep("resultaten", "--json"))["begonnen"]
    assert (begonnen["beantwoord"], begonnen["vragen"]) == (2, 3)


def test_a_test_that_is_finished_is_not_unfinished_too(roep: Roep, eigen_map: Path) -> None:
    sessie = begin(KORT, eigen_map, 15)
    assert len(lees(roep("resultaten", "--json"))["begonnen"]) == 1
    bewaar(sessie=sessie, antwoorden=[3] * 15)
    assert lees(roep("resultaten", "--json"))["begonnen"] == []
    assert "Nog niet af" not in roep("resultaten").uit
    assert list(eigen_map.iterdir()) == []


def test_a_left_over_journal_in_another_window_is_not_shown_as_unfinished(roep: Roep, eigen_map: Path) -> None:
    lijst = load_vragenlijst(KORT)
    with build_journaal(eigen_map, build_kop(lijst, build_vingerafdruk(lijst))) as journaal:
        for plaats in range(15):
            journaal.write_antwoord(plaats, 3)
        bewaar(sessie=journaal.kop.sessie, antwoorden=[3] * 15)
        assert lees(roep("resultaten", "--json"))["begonnen"] == []
        assert journaal.pad.exists()


def test_an_unfinished_test_of_which_the_result_has_other_answers_stays_and_that_is_said(
    roep: Roep, eigen_map: Path
) -> None:
    sessie = begin(KORT, eigen_map, 15)
    bewaar(sessie=sessie)
    document = lees(roep("resultaten", "--json"))
    assert [een["sessie"] for een in document["begonnen"]] == [sessie]
    (melding,) = document["meldingen"]
    assert (melding["code"], melding["ernst"]) == ("bewaarde-test", "waarschuwing")
    assert melding["wat"] == "van deze begonnen test staat er al een uitslag, met andere antwoorden"
    assert len(list(eigen_map.glob("*.jsonl"))) == 1


def test_a_journal_of_another_size_than_its_questionnaire_is_named_and_the_rest_is_shown(
    roep: Roep, eigen_map: Path
) -> None:
    lijst = load_vragenlijst(KORT)
    kop = replace(build_kop(lijst, build_vingerafdruk(lijst)), aantal=14, afdrukken=())
    with build_journaal(eigen_map, kop) as journaal:
        journaal.write_antwoord(0, 3)
    begin(LANG, eigen_map)
    uitkomst = roep("resultaten")
    assert uitkomst.code == 1
    assert uitkomst.fout.startswith(f"{journaal.pad}: deze bewaarde test bevat antwoorden die de vragenlijst niet kent")
    assert f"{LANG}: 8 van de 30 vragen" in uitkomst.uit
    assert KORT not in uitkomst.uit


def test_every_result_in_the_list_is_scored_once(roep: Roep, monkeypatch: pytest.MonkeyPatch) -> None:
    for sessie in SESSIES[:3]:
        bewaar(sessie=sessie)
    echt, geteld = scoren.score_antwoorden, []

    def score(lijst: Any, blad: Any) -> Any:
        geteld.append(blad)
        return echt(lijst, blad)

    monkeypatch.setattr(scoren, "score_antwoorden", score)
    assert roep("resultaten").code == 0
    assert len(geteld) == 3


def test_of_two_results_on_one_day_the_time_is_told_too(roep: Roep) -> None:
    for sessie, klaar in zip(SESSIES, (NU, NU + timedelta(minutes=5), NU - DAG), strict=False):
        bewaar(klaar=klaar, sessie=sessie)
    later = [moment.astimezone() for moment in (NU, NU + timedelta(minutes=5))]
    regels = [regel[:24].split("  ")[1] for regel in roep("resultaten").uit.splitlines() if regel[1:6] == "f0c2a"]
    assert regels == ["21-11-2026", f"{later[0]:%d-%m-%Y %H:%M}", f"{later[1]:%d-%m-%Y %H:%M}"]


@pytest.mark.parametrize("breedte", [40, 80])
def test_a_person_reads_findings_that_break_between_words(
    roep: Roep, monkeypatch: pytest.MonkeyPatch, breedte: int
) -> None:
    pad = bewaar().pad
    pad.write_bytes(pad.read_bytes()[:-9])
    monkeypatch.setenv("COLUMNS", str(breedte))
    (regel,) = roep("resultaten").fout.splitlines()
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    regels = roep("resultaten").fout.splitlines()
    assert " ".join(regels) == regel
    assert max(len(een) for een in regels if str(pad) not in een) <= breedte


def test_a_damaged_journal_is_named(roep: Roep, eigen_map: Path) -> None:
    begin(KORT, eigen_map)
    (journaal,) = eigen_map.glob("*.jsonl")
    journaal.write_text("onzin\n", encoding="utf-8")
    uitkomst = roep("resultaten")
    assert uitkomst.code == 1
    assert uitkomst.fout.startswith(f"{journaal}: deze bewaarde test is niet te hervatten")


# one result


def test_a_result_is_shown_as_it_was_and_says_from_when(roep: Roep) -> None:
    bewaar(LANG)
    uitkomst = roep("resultaten", "laatste")
    assert (uitkomst.code, uitkomst.fout) == (0, "")
    regels = uitkomst.uit.splitlines()
    assert regels[3].startswith("Ingevuld op 22 november 2026 om ")
    lijst = load_vragenlijst(LANG)
    profiel = toepassing.score_antwoorden(lijst, BLADEN[LANG].antwoorden)
    verslag = toepassing.build_rapport(profiel, lijst)
    toen, _, rest = uitkomst.uit.partition("\nMijn stijl\n")
    assert verslag.partition("\nMijn stijl\n")[2] == rest
    assert toen.startswith(verslag.partition("\nMijn stijl\n")[0])


def test_a_result_may_be_written_in_every_format(roep: Roep) -> None:
    bewaar()
    for einde in ("md", "txt"):
        assert roep("resultaten", "9f0c", "-o", f"uit.{einde}").code == 0
        assert "Ingevuld op 22 november 2026" in Path(f"uit.{einde}").read_text(encoding="utf-8")
    assert roep("resultaten", "9f0c", "-o", "uit.json").code == 0
    uitkomst = roep("resultaten", "9f0c", "--json")
    assert uitkomst.uit == Path("uit.json").read_text(encoding="utf-8")
    assert roep("resultaten", "9f0c", "-o", "uit.md").code == 2
    assert roep("resultaten", "9f0c", "-o", "uit.md", "--overschrijf").code == 0


@pytest.mark.parametrize("naam", list(BLADEN))
def test_the_sheet_of_a_result_scores_to_the_same_profile(roep: Roep, naam: str) -> None:
    bewaar(naam)
    assert roep("resultaten", "laatste", "-o", "blad.yaml").code == 0
    assert roep("scoor", "blad.yaml", "--json").uit == roep("resultaten", "laatste", "--json").uit


def test_the_command_for_a_written_sheet_is_only_told_while_the_questionnaire_is_the_same(
    roep: Roep, monkeypatch: pytest.MonkeyPatch
) -> None:
    bewaar()
    Path("proef.yaml").write_text(LIJST, encoding="utf-8")
    bewaar_lijst(load_vragenlijst("proef.yaml"), [1, 2, 3], NU, SESSIES[1])
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    assert roep("resultaten", "9f0c", "-o", "kort.yaml").fout == (
        "Geschreven naar 'kort.yaml'.\nJe profiel zie je met: conflictstijl scoor kort.yaml\n"
    )
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    assert roep("resultaten", SESSIES[1], "-o", "eigen.yaml") == (0, "", "Geschreven naar 'eigen.yaml'.\n")


def test_a_result_stays_readable_when_its_questionnaire_is_gone(roep: Roep) -> None:
    Path("proef.yaml").write_text(LIJST, encoding="utf-8")
    bewaar_lijst(load_vragenlijst("proef.yaml"), [1, 2, 3], NU, SESSIES[1])
    Path("proef.yaml").unlink()
    assert "Vragenlijst 'proef', versie 1.0." in roep("resultaten", "laatste").uit
    assert "proef 1.0: verschillen te klein" in roep("resultaten").uit


def test_an_id_that_is_not_there_is_told_with_those_that_are(roep: Roep) -> None:
    assert roep("resultaten", "laatste") == (
        2,
        "",
        "conflictstijl: er is nog niets bewaard; doe eerst: conflictstijl afnemen\n",
    )
    bewaar()
    for naam in ("bestaat-niet", "9f0", "\x1b[31m", "../9f0c2a", "x" * 5000, "9f0c\n2a"):
        uitkomst = roep("resultaten", naam)
        assert (uitkomst.code, uitkomst.uit) == (2, "")
        assert len(uitkomst.fout.splitlines()) == 1
        assert "9f0c2a" in uitkomst.fout
        assert "\x1b" not in uitkomst.fout


def test_a_mistyped_word_for_the_newest_is_told(roep: Roep) -> None:
    bewaar()
    melding = "conflictstijl: er is geen uitslag 'laatst'; bedoelde je 'laatste'?\n"
    assert roep("resultaten", "laatst") == (2, "", melding)


def test_a_damaged_result_is_not_shown(roep: Roep) -> None:
    pad = bewaar().pad
    pad.write_bytes(pad.read_bytes()[:-9])
    uitkomst = roep("resultaten", "laatste")
    assert (uitkomst.code, uitkomst.uit) == (2, "")
    assert "niet te gebruiken" in uitkomst.fout
    assert uitkomst.fout.endswith("wis hem met: conflictstijl resultaten wis 9f0c2a7711d0b3e4\n")


# words, pipes and the Tab key


@pytest.mark.parametrize(("typfout", "woord"), [("vergelijkk", "vergelijk"), ("wiss", "wis"), ("export", "exporteer")])
def test_a_mistyped_second_word_is_no_id(roep: Roep, typfout: str, woord: str) -> None:
    melding = f"conflictstijl: onbekende opdracht 'resultaten {typfout}'; bedoelde je '{woord}'?\n"
    assert roep("resultaten", typfout) == (2, "", melding)


def test_the_help_of_the_history_lists_its_commands(roep: Roep) -> None:
    hulp = roep("resultaten", "--help").uit
    for woord in ("vergelijk", "exporteer", "importeer", "wis"):
        assert f"\n  resultaten {woord} " in hulp


def test_a_reader_that_has_enough_is_no_failure_and_a_closed_stdout_is(shell: Roep, alle: list[str]) -> None:
    uitkomst = shell("$ECHT resultaten | head -n 1; echo ${PIPESTATUS[0]}")
    assert uitkomst.code == 0
    assert (uitkomst.fout, uitkomst.uit.splitlines()[0][:6]) == ("", alle[0][:6])
    assert uitkomst.uit.splitlines()[1] == "0"
    dicht = shell("$ECHT resultaten >&-")
    assert (dicht.code, len(dicht.fout.splitlines())) == (1, 1)


def test_without_a_home_there_is_nothing_to_see_and_nothing_can_be_kept(shell: Roep) -> None:
    pad = bewaar().pad
    weg = "CONFLICTSTIJL_MAP= XDG_DATA_HOME= HOME=/proc/nergens"
    assert shell(f"{weg} $ECHT resultaten").uit.startswith("Er is nog geen uitslag van een vragenlijst.")
    uitkomst = shell(f"{weg} $ECHT resultaten importeer '{pad}'")
    assert (uitkomst.code, uitkomst.uit) == (1, "Niets toegevoegd. 1 geweigerd.\n")
    assert len(uitkomst.fout.splitlines()) == 1
    assert "/proc/nergens" in uitkomst.fout


def vul_aan(naam: str) -> list[str]:
    """Return what the Tab key offers behind a command."""
    regels = {regel.naam: regel for regel in TABEL}
    vervolg = tuple(regel for woord, regel in regels.items() if woord.startswith(f"{naam} "))
    opdracht = build_opdracht(regels[naam])
    opdracht.vervolg = vervolg
    context: Any = SimpleNamespace(command=opdracht)
    return load_uitslagnamen(context)


def test_the_tab_key_offers_commands_and_kept_results(werkmap: Path) -> None:
    woorden = ["vergelijk", "exporteer", "importeer", "wis", "laatste"]
    assert vul_aan("resultaten") == woorden
    bewaar()
    assert vul_aan("resultaten") == [*woorden, "9f0c2a"]
    assert vul_aan("resultaten wis") == ["laatste", "9f0c2a"]
    for pad in (werkmap.parent / "resultaten").iterdir():
        pad.unlink()
    (werkmap.parent / "resultaten").rmdir()
    (werkmap.parent / "resultaten").write_text("", encoding="utf-8")
    assert vul_aan("resultaten") == woorden


def read_bytes(folder: Path) -> Iterator[bytes]:
    return (pad.read_bytes() for pad in folder.rglob("*") if pad.is_file())


def test_looking_changes_nothing(roep: Roep, werkmap: Path) -> None:
    bewaar()
    begin(KORT, werkmap)
    eerst = sorted(read_bytes(werkmap.parent))
    for opdracht in (["resultaten"], ["resultaten", "laatste"], ["resultaten", "--json"]):
        assert roep(*opdracht).code == 0
    assert sorted(read_bytes(werkmap.parent)) == eerst
