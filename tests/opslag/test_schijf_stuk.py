"""The disk fails at every possible moment: no accepted answer is lost, and work goes on when it recovers."""

import errno
import json
import os
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any, Protocol

import pytest

from conflictstijl.fouten import SchrijfFout
from conflictstijl.model.antwoorden import NVT
from conflictstijl.opslag.bewaard import load_journalen
from conflictstijl.opslag.journaal import Journaal, build_journaal
from conflictstijl.opslag.journaalregels import NOOIT, Stand

from .proef import AFDRUK, LIJST, Stap, build_proefkop, build_standen

GEDAAN: list[Stap] = [(0, 4), (1, NVT), (2, None), (0, 1), (3, 5)]
AANROEPEN = ("open", "write", "fsync", "ftruncate", "unlink", "mkdir", "close", "replace")
KORT = 0
"""The fault of a write that takes only half."""


class Storing:
    """Fails the k-th system call, and the `duur` - 1 after it."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, k: int, duur: int, fout: int) -> None:
        self.geteld = 0
        self._raak = range(k, k + duur)
        self._fout = fout
        for naam in AANROEPEN:
            monkeypatch.setattr(os, naam, self._build_aanroep(naam, getattr(os, naam)))

    def _build_aanroep(self, naam: str, echt: Callable[..., Any]) -> Callable[..., Any]:
        def roep(*delen: Any, **opties: Any) -> Any:
            self.geteld += 1
            if self.geteld not in self._raak:
                return echt(*delen, **opties)
            if self._fout != KORT:
                raise OSError(self._fout, "nagebootst", *delen[:1])
            if naam == "write":
                greep, inhoud = delen
                return echt(greep, inhoud[: len(inhoud) // 2])
            return echt(*delen, **opties)

        return roep


class Opslag(Protocol):
    """What a way of storing answers must offer to be tested here."""

    def write_antwoord(self, plaats: int, antwoord: Any) -> None: ...

    def close(self) -> None: ...


def load_stand(map_: Path) -> Stand:
    journalen = load_journalen(map_, LIJST, AFDRUK)
    assert not journalen.meldingen
    assert len(journalen.bewaard) <= 1
    return journalen.bewaard[0].antwoorden if journalen.bewaard else (NOOIT,) * 8


def build_echt(map_: Path) -> Journaal:
    while True:
        with suppress(SchrijfFout):
            return build_journaal(map_, build_proefkop())


class Naief:
    """A naive twin: one file, opened for writing and written anew for every answer."""

    def __init__(self, map_: Path) -> None:
        self._pad = map_ / "antwoorden.json"
        self._stand = [""] * 8

    def write_antwoord(self, plaats: int, antwoord: Any) -> None:
        self._stand[plaats] = "nvt" if antwoord is NVT else antwoord
        try:
            greep = os.open(self._pad, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
            try:
                os.write(greep, json.dumps(self._stand).encode())
            finally:
                os.close(greep)
        except OSError as fout:
            raise SchrijfFout from fout

    def close(self) -> None:
        pass


def load_naief(map_: Path) -> Stand:
    try:
        waarden = json.loads((map_ / "antwoorden.json").read_text())
    except (OSError, ValueError):
        return (NOOIT,) * 8
    return tuple({"nvt": NVT, "": NOOIT}.get(een, een) for een in waarden)


def run_afname(opslag: Opslag, load: Callable[[], Stand]) -> int:
    """Answer everything and return how often an accepted answer was not on disk, or was another one.

    A refused answer may be on disk or not, but all accepted before it must be.
    """
    verloren = aanvaard = 0
    standen = build_standen(GEDAAN)
    for nummer, (plaats, antwoord) in enumerate(GEDAAN, 1):
        with suppress(SchrijfFout):
            opslag.write_antwoord(plaats, antwoord)
            aanvaard = nummer
        verloren += load() not in standen[aanvaard : nummer + 1]
    return verloren


@pytest.mark.parametrize("fout", [errno.ENOSPC, errno.EIO, KORT])
@pytest.mark.parametrize("duur", [1, 2, 3, 5, 9])
def test_no_fault_loses_an_accepted_answer(tmp_path: Path, fout: int, duur: int) -> None:
    k, geteld = 0, 1
    while k < geteld:
        k += 1
        map_ = tmp_path / str(k)
        with pytest.MonkeyPatch.context() as lap:
            storing = Storing(lap, k, duur, fout)
            opslag = build_echt(map_)
            assert run_afname(opslag, partial(load_stand, map_)) == 0, k
            opslag.close()
            geteld = storing.geteld
        klaar = build_standen(GEDAAN)[-1]
        assert opslag.antwoorden == klaar
        assert load_stand(map_) == klaar or opslag.onbewaard, k
    assert k > 25


@pytest.mark.parametrize("fout", [errno.ENOSPC, errno.EIO])
def test_a_disk_that_recovers_gets_all_answers_at_the_end(tmp_path: Path, fout: int) -> None:
    for k in range(1, 40):
        map_ = tmp_path / str(k)
        opslag = build_echt(map_)
        with pytest.MonkeyPatch.context() as lap:
            Storing(lap, k, 1000, fout)
            run_afname(opslag, partial(load_stand, map_))
        opslag.close()
        assert opslag.onbewaard == 0
        assert load_stand(map_) == build_standen(GEDAAN)[-1], k


@pytest.mark.parametrize("fout", [errno.ENOSPC, errno.EIO])
def test_removing_says_when_it_failed_and_works_the_second_time(tmp_path: Path, fout: int) -> None:
    for k in range(1, 12):
        map_ = tmp_path / str(k)
        opslag = build_echt(map_)
        opslag.write_antwoord(0, 4)
        with pytest.MonkeyPatch.context() as lap:
            Storing(lap, k, 1, fout)
            try:
                opslag.clean()
            except SchrijfFout:
                opslag.clean()
        assert not opslag.pad.exists(), k


def test_the_naive_twin_loses_answers(tmp_path: Path) -> None:
    verloren = 0
    for k in range(1, 16):
        map_ = tmp_path / str(k)
        map_.mkdir()
        with pytest.MonkeyPatch.context() as lap:
            Storing(lap, k, 1, errno.ENOSPC)
            verloren += run_afname(Naief(map_), partial(load_naief, map_))
    assert verloren > 0
