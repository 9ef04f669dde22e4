"""The offer to go deeper: who gets it, what it brings, and that nothing gets lost on the way."""

import json
import os
from pathlib import Path

import pytest

from conflictstijl import toepassing
from conflictstijl.opslag.bewaard import load_journalen
from conflictstijl.opslag.journaal import resume_journaal
from conflictstijl.opslag.journaalregels import NOOIT

from .conftest import Roep, Uitkomst

VLAK = (3, 3, 2, 3, 4, 3, 3, 3, 3, 3, 4, 2, 4, 2, 3, 2, 2, 4, 3, 4, 4, 4, 2, 3, 2, 4, 2, 4, 3, 3)
"""Answers among which nothing stands out."""
UITGESPROKEN = (3, 4, 2, 2, 2, 3, 4, 3, 2, 2, 4, 3, 2, 5, 3, 2, 3, 2, 3, 3, 5, 3, 4, 2, 3, 2, 4, 4, 2, 3)
ERBIJ = (2, 4, 3, 2, 4) * 4
AANBOD = "Met 20 stellingen erbij (4 minuten) ziet het programma scherper. Wil je die ook doen? (ja of nee)"
UITGESTELD = (
    "De verdieping van 20 stellingen biedt het programma nu niet aan, om wat het verslag over je antwoorden opmerkt."
)
VERDER = "verder met: conflictstijl afnemen conflictstijlen --hervat\n"

pytestmark = pytest.mark.usefixtures("eigen_map")


def read_zin(uit: Uitkomst) -> str:
    return " ".join(uit.uit.split())


def read_bewaard(eigen_map: Path) -> dict[str, int]:
    """Return per questionnaire with a running test how many answers are kept."""
    gevonden = {}
    for naam in ("conflictstijlen", "conflictstijlen-verdieping"):
        lijst = toepassing.load_vragenlijst(naam)
        for bewaard in load_journalen(eigen_map, lijst, "").gewijzigd:
            gevonden[naam] = sum(antwoord is not NOOIT for antwoord in bewaard.antwoorden)
    return gevonden


def test_who_stands_out_in_nothing_is_offered_more(typ: Roep) -> None:
    uit = typ("afnemen", getypt=[*VLAK, "", "nee", ""])
    assert uit.code == 0
    assert f"zijn te klein om iets over te zeggen. {AANBOD}" in read_zin(uit)


def test_no_means_the_report_on_the_thirty(typ: Roep, eigen_map: Path) -> None:
    uit = typ("afnemen", getypt=[*VLAK, "", "nee", ""])
    assert "alleen over deze 30 stellingen" in read_zin(uit)
    assert "verdieping" not in uit.uit.partition("ja of nee")[2]
    assert list(eigen_map.iterdir()) == []


def test_yes_means_that_all_fifty_are_scored_and_the_gain_is_told(typ: Roep, eigen_map: Path) -> None:
    uit = typ("afnemen", getypt=[*VLAK, "", "ja", *ERBIJ, "", ""])
    assert uit.code == 0
    zin = read_zin(uit)
    assert "alleen over deze 50 stellingen" in zin
    assert "Je vulde ook de 20 stellingen van de verdieping in." in zin
    assert "Mijn stijl bij conflicten (verdieping) 20 vragen, ongeveer 4 minuten." in zin
    assert list(eigen_map.iterdir()) == []


@pytest.mark.parametrize("getypt", [[*UITGESPROKEN], [3] * 30, [*VLAK[:20], *["overslaan"] * 10]])
def test_who_stands_out_or_answers_poorly_is_not_offered_more(typ: Roep, getypt: list[object]) -> None:
    uit = typ("afnemen", getypt=[*getypt, "", ""])
    assert uit.code == 0
    assert "stellingen erbij" not in read_zin(uit)


def test_who_answers_too_fast_is_not_offered_more(typ: Roep) -> None:
    uit = typ("afnemen", getypt=[*VLAK, "", ""], duur=30)
    assert uit.code == 0
    assert "Dat is snel." in read_zin(uit)
    assert "stellingen erbij" not in read_zin(uit)


@pytest.mark.parametrize(("getypt", "duur"), [(VLAK, 30), ([3] * 30, 3600), ([*VLAK[:20], *["overslaan"] * 10], 3600)])
def test_why_nothing_is_offered_after_answers_with_a_remark_is_said_below_the_report(
    typ: Roep, getypt: list[object], duur: int
) -> None:
    zin = read_zin(typ("afnemen", getypt=[*getypt, "", ""], duur=duur))
    assert zin.index("Welke vaardigheid oefen ik") < zin.index(UITGESTELD) < zin.index("Wil je het verslag")


@pytest.mark.parametrize(
    ("opdracht", "getypt", "duur"),
    [
        ([], [*UITGESPROKEN, ""], 30),
        ([], [*VLAK, "", "nee"], 3600),
        ([], [*VLAK, "", "ja", *[3] * 20, ""], 3600),
        (["conflictstijlen-kort"], [*[3] * 15, ""], 3600),
        (["--vorm", "ander"], ["ja", *VLAK, ""], 30),
    ],
)
def test_nothing_is_said_of_an_offer_that_would_not_have_come(
    typ: Roep, opdracht: list[str], getypt: list[object], duur: int
) -> None:
    uit = typ("afnemen", *opdracht, getypt=[*getypt, ""], duur=duur)
    assert uit.code == 0
    assert UITGESTELD not in read_zin(uit)


def test_a_list_without_a_deepening_gets_no_offer(typ: Roep) -> None:
    vlak = [2, 4, 3] * 5
    assert "stellingen erbij" not in read_zin(typ("afnemen", "conflictstijlen-kort", getypt=[*vlak, "", ""]))


def test_who_answers_about_a_colleague_gets_no_offer(typ: Roep) -> None:
    uit = typ("afnemen", "--vorm", "ander", getypt=["ja", *VLAK, "", ""])
    assert uit.code == 0
    assert "stellingen erbij" not in read_zin(uit)


def test_by_pipe_nothing_is_offered(shell: Roep) -> None:
    antwoorden = "\\n".join(map(str, VLAK))
    uit = shell(f"printf '{antwoorden}\\n' | $ECHT afnemen")
    assert (uit.code, uit.fout) == (0, "")
    assert "stellingen erbij" not in read_zin(uit)


@pytest.mark.parametrize("antwoord", [[], ["stop"]])
def test_the_end_of_input_at_the_offer_gives_the_report(typ: Roep, antwoord: list[str], eigen_map: Path) -> None:
    uit = typ("afnemen", getypt=[*VLAK, "", *antwoord])
    assert uit.code == 0
    assert "alleen over deze 30 stellingen" in read_zin(uit)
    assert list(eigen_map.iterdir()) == []


def test_ctrl_c_at_the_offer_keeps_the_answers_and_says_how_to_go_on(typ: Roep, eigen_map: Path) -> None:
    uit = typ("afnemen", getypt=[*VLAK, ""], onderbreek=True)
    assert uit.code == 130
    assert uit.fout == f"conflictstijl: gestopt; je antwoorden zijn bewaard, {VERDER}"
    assert read_bewaard(eigen_map) == {"conflictstijlen": 30}


@pytest.mark.parametrize(("einde", "onderbreek"), [(["stop"], False), ([], False), ([], True)])
def test_stopping_in_the_second_part_keeps_everything_and_resuming_brings_it_back(
    typ: Roep, eigen_map: Path, einde: list[str], *, onderbreek: bool
) -> None:
    uit = typ("afnemen", getypt=[*VLAK, "", "ja", *ERBIJ[:5], *einde], onderbreek=onderbreek)
    assert uit.code == 130
    assert uit.fout.endswith(f"; je antwoorden zijn bewaard, {VERDER}")
    assert uit.fout.count("--hervat") == 1
    assert read_bewaard(eigen_map) == {"conflictstijlen": 30, "conflictstijlen-verdieping": 5}
    verder = typ("afnemen", "--hervat", "--json", "-o", "-", getypt=["", "ja", "ja", *ERBIJ[5:], ""])
    (profiel,) = json.loads(verder.uit)["profielen"]
    heel = typ("afnemen", "--json", "-o", "-", getypt=[*VLAK, "", "ja", *ERBIJ, ""])
    assert profiel == json.loads(heel.uit)["profielen"][0]
    assert (profiel["met"], profiel["beantwoord"]) == ("conflictstijlen-verdieping", 50)
    assert list(eigen_map.iterdir()) == []


def test_stopping_at_once_in_the_second_part_still_says_that_the_first_is_kept(typ: Roep, eigen_map: Path) -> None:
    uit = typ("afnemen", getypt=[*VLAK, "", "ja", "stop"])
    assert uit.code == 130
    assert uit.fout == (
        "conflictstijl: gestopt: 20 van de 20 vragen zijn nog open; je had nog niets beantwoord; "
        f"je eerdere antwoorden zijn bewaard, {VERDER}"
    )
    assert read_bewaard(eigen_map) == {"conflictstijlen": 30}


WISSEN = "5 van de 20 vragen. Die antwoorden wissen? (ja of nee)"


@pytest.mark.parametrize(("wissen", "over"), [("ja", {}), ("nee", {"conflictstijlen-verdieping": 5})])
def test_who_wants_no_second_part_any_more_decides_about_its_answers(
    typ: Roep, eigen_map: Path, wissen: str, over: dict[str, int]
) -> None:
    typ("afnemen", getypt=[*VLAK, "", "ja", *ERBIJ[:5], "stop"])
    uit = typ("afnemen", "--hervat", getypt=["", "nee", wissen, ""])
    assert uit.code == 0
    zin = read_zin(uit)
    assert zin.index(AANBOD) < zin.index("Daar begon je al aan op ") < zin.index(WISSEN) < zin.index("=====")
    assert "alleen over deze 30 stellingen" in zin
    assert read_bewaard(eigen_map) == over


def test_the_end_of_input_at_the_question_to_erase_keeps_the_second_part(typ: Roep, eigen_map: Path) -> None:
    typ("afnemen", getypt=[*VLAK, "", "ja", *ERBIJ[:5], "stop"])
    uit = typ("afnemen", "--hervat", getypt=["", "nee"])
    assert uit.code == 0
    assert "alleen over deze 30 stellingen" in read_zin(uit)
    assert read_bewaard(eigen_map) == {"conflictstijlen-verdieping": 5}


@pytest.mark.parametrize("optie", ["--opnieuw", "--niet-bewaren"])
def test_who_keeps_away_from_earlier_answers_is_not_asked_about_those_of_the_second_part(
    typ: Roep, eigen_map: Path, optie: str
) -> None:
    typ("afnemen", getypt=[*VLAK, "", "ja", *ERBIJ[:5], "stop"])
    uit = typ("afnemen", optie, getypt=[*VLAK, "", "nee", ""])
    assert uit.code == 0
    assert "wissen?" not in read_zin(uit)
    assert read_bewaard(eigen_map) == {"conflictstijlen": 30, "conflictstijlen-verdieping": 5}


def test_a_second_part_that_is_open_in_another_window_stays_and_the_report_comes(typ: Roep, eigen_map: Path) -> None:
    typ("afnemen", getypt=[*VLAK, "", "ja", *ERBIJ[:5], "stop"])
    lijst = toepassing.load_vragenlijst("conflictstijlen-verdieping")
    (bewaard,) = load_journalen(eigen_map, lijst, "").gewijzigd
    with resume_journaal(bewaard):
        uit = typ("afnemen", "--hervat", getypt=["", "nee", "ja", ""])
    assert uit.code == 0
    assert "Let op: deze test is al open" in read_zin(uit)
    assert "alleen over deze 30 stellingen" in read_zin(uit)
    assert read_bewaard(eigen_map) == {"conflictstijlen-verdieping": 5}


def test_beginning_anew_does_not_go_on_with_an_old_second_part(typ: Roep, eigen_map: Path) -> None:
    typ("afnemen", getypt=[*VLAK, "", "ja", *ERBIJ[:5], "stop"])
    uit = typ("afnemen", "--opnieuw", getypt=[*VLAK, "", "ja", *ERBIJ, "", ""])
    assert uit.code == 0
    assert "al aan begonnen" not in uit.uit
    assert read_bewaard(eigen_map) == {"conflictstijlen": 30, "conflictstijlen-verdieping": 5}


def test_without_keeping_the_second_part_is_not_kept_either(typ: Roep, eigen_map: Path) -> None:
    uit = typ("afnemen", "--niet-bewaren", getypt=[*VLAK, "", "ja", *ERBIJ[:5], "stop"])
    assert uit.code == 130
    assert uit.fout.endswith("; de antwoorden zijn niet bewaard\n")
    assert not eigen_map.exists()


class VolleSchijf:
    """A disk on which no line about the second part fits any more."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, wat: bytes) -> None:
        self._echt, self._wat = os.write, wat
        self._sessie = b"\0"
        monkeypatch.setattr(os, "write", self._write)

    def _write(self, greep: int, inhoud: bytes) -> int:
        if b'"vragenlijst":"conflictstijlen-verdieping"' in inhoud:
            self._sessie = json.loads(inhoud.splitlines()[0])["sessie"].encode()
        if self._sessie in inhoud and self._wat in inhoud:
            raise OSError(28, "vol")
        return self._echt(greep, inhoud)


@pytest.mark.parametrize(
    ("wat", "gezegd"),
    [
        (b'"soort":"kop"', "Je antwoorden gaan verloren als je stopt."),
        (b'"soort":"antwoord"', "Stop niet voor het einde: dit antwoord is nog niet bewaard."),
    ],
)
def test_a_full_disk_in_the_second_part_loses_nothing_of_who_goes_on(
    typ: Roep, eigen_map: Path, monkeypatch: pytest.MonkeyPatch, wat: bytes, gezegd: str
) -> None:
    VolleSchijf(monkeypatch, wat)
    uit = typ("afnemen", getypt=[*VLAK, "", "ja", *ERBIJ, "", ""])
    assert uit.code == 0
    assert gezegd in read_zin(uit)
    assert "de 20 stellingen van de verdieping" in read_zin(uit)
    assert list(eigen_map.iterdir()) == []


@pytest.mark.parametrize(
    ("wat", "gezegd"),
    [
        (b'"soort":"kop"', "de antwoorden zijn niet bewaard; je eerdere antwoorden zijn bewaard"),
        (b'"soort":"antwoord"', "de laatste 2 antwoorden konden niet worden bewaard"),
    ],
)
def test_a_full_disk_in_the_second_part_still_keeps_the_first_of_who_stops(
    typ: Roep, eigen_map: Path, monkeypatch: pytest.MonkeyPatch, wat: bytes, gezegd: str
) -> None:
    VolleSchijf(monkeypatch, wat)
    uit = typ("afnemen", getypt=[*VLAK, "", "ja", 3, 3, "stop"])
    assert uit.code == 130
    assert uit.fout.endswith(f"; {gezegd}, {VERDER}")
    assert read_bewaard(eigen_map) == {"conflictstijlen": 30}


def test_the_sheet_of_fifty_gives_the_same_profile_again(typ: Roep, roep: Roep, tmp_path: Path) -> None:
    doel = str(tmp_path / "blad.yaml")
    uit = typ("afnemen", "-o", doel, "--json", getypt=[*VLAK, "", "ja", *ERBIJ, ""])
    assert uit.code == 0
    opnieuw = roep("scoor", doel, "--json")
    assert (opnieuw.code, opnieuw.fout) == (0, "")
    eerst, later = (json.loads(een.uit)["profielen"][0] for een in (uit, opnieuw))
    assert later == eerst
    assert '\nmet: "conflictstijlen-verdieping"\n' in Path(doel).read_text(encoding="utf-8")
