"""A program that stops between two steps of the end of a test: one test gives one result, and no answer is lost."""

import errno
import os
from dataclasses import replace
from io import StringIO
from itertools import count
from pathlib import Path

import pytest

from conflictstijl import bewaren, toepassing
from conflictstijl.afname.afronden import Afgerond
from conflictstijl.afname.eerder import Bewaarwens
from conflictstijl.afname.gesprek import Gesprek
from conflictstijl.afname.sessie import ask_afname
from conflictstijl.afname.zitting import Zitting
from conflictstijl.fouten import GebruikFout, OnderbrokenFout
from conflictstijl.laden.mappen import MAP_VARIABELE, load_journaalmap, load_resultatenmap
from conflictstijl.model.antwoorden import Antwoord, Antwoordblad
from conflictstijl.opslag.bewaard import load_alle
from conflictstijl.opslag.journaal import Journaal, build_journaal, build_kop
from conflictstijl.rekenen.vingerafdruk import build_vingerafdruk

LIJST = toepassing.load_vragenlijst("conflictstijlen")
ERBIJLIJST = toepassing.load_vragenlijst("conflictstijlen-verdieping")
VLAK = "332343333342423224344423242433"
"""Answers among which nothing stands out."""
ERBIJ = "24324" * 4
SESSIE = "9f0c2a7711d0b3e4"
NIETS_BEGONNEN = "er is geen begonnen test om te hervatten; begin er een zonder --hervat"


class DoodFout(BaseException):
    """The program is killed here."""


@pytest.fixture(autouse=True)
def eigen_map(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Have a home of one's own, and take five minutes over every list."""
    monkeypatch.setenv(MAP_VARIABELE, str(tmp_path / "mijn"))
    monkeypatch.setattr("conflictstijl.afname.regelmodus.monotonic", count(0, 300).__next__)
    return tmp_path / "mijn"


def ask(*regels: str, hervat: bool | None = None, mens: bool = True) -> tuple[Afgerond, str]:
    wens = Bewaarwens(load_journaalmap(), hervat, klaar=load_resultatenmap())
    gesprek = Gesprek(StringIO("".join(f"{regel}\n" for regel in regels)), StringIO(), 100, mens)
    afgerond = ask_afname(LIJST, gesprek, wens)
    assert isinstance(gesprek.scherm, StringIO)
    return afgerond, " ".join(gesprek.scherm.getvalue().split())


def sterf(*_: object) -> None:
    raise DoodFout


def read_journalen() -> list[str]:
    return sorted(een.kop.vragenlijst for een in load_alle(load_journaalmap()).bewaard)


def read_uitslagen() -> list[tuple[Antwoord, ...]]:
    uitslagen, meldingen = bewaren.load_geschiedenis()
    assert meldingen == []
    return [uitslag.blad.antwoorden for uitslag in uitslagen]


def read_fout(*, mens: bool = False) -> list[str]:
    """Return the lines that someone gets who wants to go on where nothing was begun."""
    with pytest.raises(GebruikFout) as fout:
        ask(hervat=True, mens=mens)
    return fout.value.regels()


def schrijf(sessie: str = "", antwoorden: str = VLAK) -> Path:
    """Leave a journal with these answers."""
    kop = build_kop(LIJST, build_vingerafdruk(LIJST))
    with build_journaal(load_journaalmap(), replace(kop, sessie=sessie or kop.sessie)) as journaal:
        for plaats, antwoord in enumerate(antwoorden):
            journaal.write_antwoord(plaats, int(antwoord))
    return journaal.pad


def test_a_kill_after_keeping_a_deepened_result_leaves_nothing_for_a_second_one() -> None:
    with pytest.MonkeyPatch.context() as lap:
        lap.setattr(Zitting, "clean", sterf)
        with pytest.raises(DoodFout):
            ask(*VLAK, "", "ja", *ERBIJ, "")
    assert read_journalen() == ["conflictstijlen", "conflictstijlen-verdieping"]
    (eerste,) = read_uitslagen()
    assert len(eerste) == 50
    # the next day the same person takes the test once more
    afgerond, scherm = ask(*VLAK[::-1], "", "ja", *ERBIJ[::-1], "")
    assert "al aan begonnen" not in scherm
    assert read_journalen() == []
    assert read_uitslagen() == [afgerond.resultaat.blad.antwoorden, eerste]


def test_a_deepening_goes_along_to_the_test_with_which_it_is_finished() -> None:
    with pytest.raises(OnderbrokenFout):
        ask(*VLAK, "", "ja", *ERBIJ[:5], "stop")
    (eerste,) = (een for een in load_alle(load_journaalmap()).bewaard if een.kop.vragenlijst == LIJST.id)
    eerste.pad.unlink()
    with pytest.MonkeyPatch.context() as lap:
        lap.setattr(Zitting, "clean", sterf)
        with pytest.raises(DoodFout):
            ask(*VLAK[::-1], "", "ja", "ja", *ERBIJ[5:], "")
    assert read_journalen() == ["conflictstijlen", "conflictstijlen-verdieping"]
    assert [uitslag.vragenlijst.met for uitslag in bewaren.clean_klaar()] == ["conflictstijlen-verdieping"] * 2
    assert read_journalen() == []
    assert len(read_uitslagen()) == 1


def test_a_deepening_list_by_itself_is_a_test_of_its_own() -> None:
    with pytest.raises(OnderbrokenFout):
        ask(*VLAK, "", "ja", *ERBIJ[:5], "stop")
    gesprek = Gesprek(StringIO("".join(f"{een}\n" for een in (*ERBIJ[5:], ""))), StringIO(), 100, mens=True)
    wens = Bewaarwens(load_journaalmap(), hervat=True, klaar=load_resultatenmap())
    los = ask_afname(ERBIJLIJST, gesprek, wens)
    (basis,) = load_alle(load_journaalmap()).bewaard
    assert los.id != basis.kop.van_test
    ask("", "nee", hervat=True)
    assert sorted(map(len, read_uitslagen())) == [20, 30]
    assert read_journalen() == []


def test_a_kill_while_going_on_with_a_changed_questionnaire_gives_one_result() -> None:
    oud = replace(LIJST, versie="0.9", items=(replace(LIJST.stellingen[0], tekst="Oude tekst."), *LIJST.items[1:]))
    with build_journaal(load_journaalmap(), build_kop(oud, build_vingerafdruk(oud))) as journaal:
        for plaats in range(29):
            journaal.write_antwoord(plaats, 3)
    with pytest.MonkeyPatch.context() as lap:
        lap.setattr(Journaal, "clean", sterf)
        with pytest.raises(DoodFout):
            ask("ja")
    assert len(read_journalen()) == 2
    afgerond, _ = ask("ja", "4", "4", "")
    assert afgerond.id == journaal.kop.sessie
    assert read_uitslagen() == [(4, *[3] * 28, 4)]
    # the next start clears away what is left of the same test
    assert read_fout() == [f"die test is al af, bekijk hem met: conflictstijl resultaten {afgerond.id[:6]}"]
    assert read_journalen() == []


def test_a_test_that_was_finished_elsewhere_costs_no_answer_here(
    eigen_map: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder was copied half-way: the test was finished there, and goes on here with other answers."""
    schrijf(SESSIE, VLAK[:5] + "5" * 20)
    monkeypatch.setenv(MAP_VARIABELE, str(eigen_map.parent / "elders"))
    schrijf(SESSIE, VLAK[:5])
    daar, _ = ask(*VLAK[5:], mens=False, hervat=True)
    (pad,) = bewaren.load_gekozen("laatste")
    monkeypatch.setenv(MAP_VARIABELE, str(eigen_map))
    load_resultatenmap().mkdir()
    (load_resultatenmap() / pad.name).write_bytes(pad.read_bytes())
    hier, _ = ask(*"11111", mens=False, hervat=True)
    assert hier.id != daar.id == SESSIE
    assert {een[5:] for een in read_uitslagen()} == {(*[5] * 20, *[1] * 5), tuple(map(int, VLAK[5:]))}
    assert read_journalen() == []


def test_the_id_that_is_shown_is_the_one_under_which_the_result_is_found() -> None:
    schrijf("0f" * 16, VLAK[:29])
    afgerond, _ = ask("3", "", "nee", hervat=True)
    assert bewaren.load_uitslag(afgerond.id[:6]).sessie == afgerond.id
    assert afgerond.opdracht == f"conflictstijl resultaten {afgerond.id[:6]}"


@pytest.mark.parametrize("mens", [True, False])
def test_who_wants_to_go_on_with_a_damaged_test_hears_that_it_is_damaged(*, mens: bool) -> None:
    pad = schrijf(antwoorden=VLAK[:3])
    pad.write_bytes(pad.read_bytes().replace(b"aantal", b"aantel"))
    stuk, zin = read_fout(mens=mens)
    assert stuk.startswith(f"{pad}: deze bewaarde test is niet te hervatten: de eerste regels zijn beschadigd")
    assert zin == NIETS_BEGONNEN


def test_who_wants_to_go_on_with_a_finished_test_hears_how_to_see_it() -> None:
    schrijf(SESSIE)
    blad = Antwoordblad(LIJST.id, tuple(map(int, VLAK)), LIJST.versie)
    (resultaat,) = toepassing.score_bladen([(LIJST, blad)])
    bewaren.write_resultaat(resultaat, SESSIE)
    assert read_fout() == ["die test is al af, bekijk hem met: conflictstijl resultaten 9f0c2a"]
    assert read_fout() == [NIETS_BEGONNEN]


def test_an_earlier_test_that_cannot_be_erased_is_said_and_the_new_one_goes_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pad = schrijf(antwoorden=VLAK[:3])
    echt = os.unlink

    def unlink(doel: Path) -> None:
        if Path(doel) == pad:
            raise PermissionError(errno.EACCES, "vast")
        echt(doel)

    monkeypatch.setattr(os, "unlink", unlink)
    afgerond, scherm = ask("nee", "ja", *VLAK, "", "nee")
    assert "Let op: " in scherm
    assert afgerond.resultaat.blad.antwoorden == tuple(map(int, VLAK))
    assert pad.exists()


def test_a_journal_that_stays_after_the_result_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    def unlink(doel: Path) -> None:
        if Path(doel).suffix == ".jsonl":
            raise PermissionError(errno.EACCES, "vast")

    monkeypatch.setattr(os, "unlink", unlink)
    afgerond, _ = ask(*VLAK, mens=False)
    assert afgerond.waarschuwing.startswith("Let op: ")
    assert len(read_uitslagen()) == 1
