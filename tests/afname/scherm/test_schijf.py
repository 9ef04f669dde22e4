"""A disk or a folder that refuses, and what asking gives back or raises."""

import errno
import os
from pathlib import Path
from typing import NoReturn

import pytest

from conflictstijl.afname.scherm.afname import Afnameapp
from conflictstijl.fouten import OnderbrokenFout, SchrijfFout
from conflictstijl.laden.mappen import load_resultatenmap

from .kijker import bekijk
from .opzet import begin, load_bewaard, load_journalen
from .test_vraag import stand, waar


class Schijf:
    """A disk that can be full."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.vol = False
        schrijf = os.write
        monkeypatch.setattr(os, "write", lambda *delen: self._weiger() if self.vol else schrijf(*delen))

    @staticmethod
    def _weiger() -> NoReturn:
        raise OSError(errno.ENOSPC, "vol")


@pytest.fixture
def schijf(monkeypatch: pytest.MonkeyPatch) -> Schijf:
    return Schijf(monkeypatch)


def test_a_full_disk_is_told_at_once_and_nothing_is_lost_when_there_is_room_again(schijf: Schijf) -> None:
    with bekijk(begin()) as kijker:
        kijker.toets("enter", "1")
        schijf.vol = True
        kijker.toets("2")
        assert "Stop niet voor het einde: dit antwoord is nog niet bewaard." in kijker.zin
        assert waar(kijker) == "Vraag 3 van 3"
        schijf.vol = False
        kijker.toets("3")
        assert "nog niet bewaard" not in kijker.zin
        kijker.toets("ctrl+c")
    with bekijk(begin(hervat=True)) as kijker:
        assert stand(kijker) == [1, 2, 3]


def test_stopping_on_a_full_disk_never_calls_kept_what_is_not(schijf: Schijf) -> None:
    with bekijk(begin()) as kijker:
        kijker.toets("enter", "1")
        schijf.vol = True
        kijker.toets("2", "escape", "2")
        assert "het laatste antwoord kon niet worden bewaard" in str(kijker.app.fout)


def test_a_result_that_cannot_be_written_leaves_the_journal_and_says_so() -> None:
    with bekijk(begin()) as kijker:
        kijker.toets("enter", "1", "2", "3")
        load_resultatenmap().write_text("geen map", encoding="utf-8")
        kijker.toets("enter")
        assert kijker.kop.endswith("uitslag")
        assert "Je uitslag is niet bewaard. Let op:" in kijker.zin
        assert "Je antwoorden zijn bewaard, verder met: conflictstijl afnemen proef --hervat" in kijker.zin
    assert len(load_journalen()) == 1
    load_resultatenmap().unlink()
    with bekijk(begin(hervat=True)) as kijker:
        kijker.toets("enter")
    assert (len(load_bewaard()), load_journalen()) == (1, [])


def test_a_folder_that_cannot_be_made_is_told_before_the_first_question(eigen_map: Path) -> None:
    eigen_map.write_text("geen map", encoding="utf-8")
    with bekijk(begin()) as kijker:
        assert "Je antwoorden gaan verloren als je stopt." in kijker.zin
        assert "de map met bewaarde tests is niet te lezen" in kijker.zin
        kijker.toets("enter", "1", "2", "3", "enter")
        assert "Je uitslag is niet bewaard. Let op:" in kijker.zin
        assert "verder met" not in kijker.zin


def run_zonder_scherm(monkeypatch: pytest.MonkeyPatch, *toetsen: str, fout: Exception | None = None) -> None:
    """Let the app run without a terminal, and press these keys as soon as it can."""

    def run(app: Afnameapp) -> None:
        with bekijk(app) as kijker:
            kijker.toets(*toetsen)
        if fout:
            raise fout
        if app.signaal:
            raise KeyboardInterrupt

    monkeypatch.setattr(Afnameapp, "run_scherm", run)


def test_asking_gives_the_result(monkeypatch: pytest.MonkeyPatch) -> None:
    from conflictstijl.afname.scherm.afname import ask_afname

    run_zonder_scherm(monkeypatch, "enter", "1", "2", "3", "enter", "escape")
    assert ask_afname(begin()._opzet).resultaat.blad.antwoorden == (1, 2, 3)


@pytest.mark.parametrize(
    ("toetsen", "melding"),
    [
        (("enter", "1", "ctrl+c"), "gestopt; je antwoorden zijn bewaard, verder met: "),
        (("enter", "1", "escape", "2"), "gestopt: 2 van de 3 vragen zijn nog open; je antwoorden zijn bewaard, "),
        (("enter",), "gestopt; je had nog niets beantwoord"),
    ],
)
def test_asking_raises_why_there_is_no_result(
    monkeypatch: pytest.MonkeyPatch, toetsen: tuple[str, ...], melding: str
) -> None:
    from conflictstijl.afname.scherm.afname import ask_afname

    run_zonder_scherm(monkeypatch, *toetsen)
    with pytest.raises(OnderbrokenFout) as fout:
        ask_afname(begin()._opzet)
    assert str(fout.value).startswith(melding)


def test_asking_lets_through_what_went_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    from conflictstijl.afname.scherm.afname import ask_afname

    run_zonder_scherm(monkeypatch, fout=SchrijfFout("vol"))
    with pytest.raises(SchrijfFout, match="vol"):
        ask_afname(begin()._opzet)
