"""The disk fails at every moment of the end of a test, and a history is damaged: nothing is lost, nothing is wrong.

`CONFLICTSTIJL_BESCHADIGINGEN=1000` damages the history so many times.
"""

import errno
import io
import os
import random
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from conflictstijl import bewaren
from conflictstijl.fouten import SchrijfFout
from conflictstijl.opslag.bewaard import load_journalen
from conflictstijl.opslag.geschiedenis import (
    SLOT,
    load_bestand,
    load_sessie,
    load_uitslagen,
    write_uitslag,
)
from conflictstijl.opslag.journaal import Journaal, resume_journaal
from conflictstijl.opslag.opruiming import clean_klaar
from conflictstijl.opslag.uitslagregels import Uitslag, build_document, check_zelfde, parse_uitslag, render_json

from .test_geschiedenis import bouw_journaal
from .test_schijf_stuk import AANROEPEN, KORT, Storing
from .uitslagen import bouw_uitslag, load_lijsten

LIJST = load_lijsten()["ander"]
UITSLAG = bouw_uitslag(LIJST)
VERANDERT = {"write", "ftruncate", "unlink", "replace"}
"""Calls after which the disk may hold something else."""
GEWOON = 200
BESCHADIGINGEN = int(os.environ.get("CONFLICTSTIJL_BESCHADIGINGEN", str(GEWOON)))

Einde = Callable[[Path, Journaal], None]
"""What happens when the last question is answered."""


class _Ruw(io.RawIOBase):
    """An open file whose writes go through `os`, so that they can fail or be cut short there."""

    def __init__(self, greep: int) -> None:
        self._greep = greep

    def writable(self) -> bool:
        return True

    def write(self, inhoud: Any) -> int:
        return os.write(self._greep, bytes(inhoud))

    def fileno(self) -> int:
        return self._greep

    def close(self) -> None:
        if not self.closed:
            super().close()
            os.close(self._greep)


class Toezicht(Storing):
    """Fails the k-th call and some after it, and looks after every call that changed something."""

    def __init__(self, lap: pytest.MonkeyPatch, k: int, duur: int, fout: int) -> None:
        self.kijk: Callable[[], None] = lambda: None
        self._kijkt = False
        super().__init__(lap, k, duur, fout)
        lap.setattr(os, "fdopen", lambda greep, *_: io.BufferedWriter(_Ruw(greep)))

    def _build_aanroep(self, naam: str, echt: Callable[..., Any]) -> Callable[..., Any]:
        stoor = super()._build_aanroep(naam, echt)

        def roep(*delen: Any, **opties: Any) -> Any:
            if self._kijkt:
                return echt(*delen, **opties)
            try:
                return stoor(*delen, **opties)
            finally:
                if naam in VERANDERT:
                    self._kijkt = True
                    self.kijk()
                    self._kijkt = False

        return roep


def einde_echt(map_: Path, journaal: Journaal) -> None:
    write_uitslag(map_ / "resultaten", UITSLAG)
    journaal.clean()


def einde_naief(map_: Path, journaal: Journaal) -> None:
    """A naive twin: the journal goes first, and the result is written over itself."""
    journaal.clean()
    pad = map_ / "resultaten" / f"20261122T064512Z-{UITSLAG.sessie}.json"
    try:
        pad.parent.mkdir(exist_ok=True)
        greep = os.open(pad, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        try:
            os.write(greep, render_json(build_document(UITSLAG)))
        finally:
            os.close(greep)
    except OSError as fout:
        raise SchrijfFout from fout


def check_heel(map_: Path) -> bool:
    """Tell whether all answers are on disk: in a sound result or in a journal."""
    klaar = load_sessie(map_ / "resultaten", UITSLAG.sessie, bewaren.check_uitslag)
    if klaar is not None:
        return check_zelfde(klaar, UITSLAG)
    begonnen = load_journalen(map_ / "begonnen", LIJST, UITSLAG.vingerafdruk).bewaard
    return any(een.antwoorden == UITSLAG.blad.antwoorden for een in begonnen)


def run_einde(map_: Path, einde: Einde, k: int, duur: int, fout: int) -> tuple[int, int]:
    """End a test on a failing disk; return how often an answer was not on disk, and the number of calls."""
    journaal = bouw_journaal(map_ / "begonnen", UITSLAG)
    verloren: list[bool] = []
    with pytest.MonkeyPatch.context() as lap:
        toezicht = Toezicht(lap, k, duur, fout)
        toezicht.kijk = lambda: verloren.append(not check_heel(map_))
        with suppress(SchrijfFout):
            einde(map_, journaal)
        journaal.close()
    return sum(verloren) + (not check_heel(map_)), toezicht.geteld


def run_herstel(map_: Path) -> None:
    """Start the program anew on a disk that works again, as a person does."""
    begonnen, resultaten = map_ / "begonnen", map_ / "resultaten"
    clean_klaar(begonnen, resultaten, bewaren.check_uitslag)
    for een in load_journalen(begonnen, LIJST, UITSLAG.vingerafdruk).bewaard:
        with resume_journaal(een) as journaal:
            assert journaal.antwoorden == UITSLAG.blad.antwoorden
            einde_echt(map_, journaal)


def list_namen(map_: Path) -> list[str]:
    return [pad.name for pad in map_.iterdir() if SLOT not in (pad.suffix, pad.name)]


@pytest.mark.parametrize("fout", [errno.ENOSPC, errno.EIO, KORT])
@pytest.mark.parametrize("duur", [1, 3, 1000])
def test_no_fault_at_the_end_of_a_test_loses_an_answer(tmp_path: Path, fout: int, duur: int) -> None:
    k, geteld = 0, 1
    while k < geteld:
        k += 1
        map_ = tmp_path / str(k)
        verloren, geteld = run_einde(map_, einde_echt, k, duur, fout)
        assert verloren == 0, k
        run_herstel(map_)
        assert list_namen(map_ / "begonnen") == [], k
        (klaar,), meldingen = load_uitslagen(map_ / "resultaten", bewaren.check_uitslag)
        assert meldingen == []
        assert check_zelfde(klaar, UITSLAG)
        write_uitslag(map_ / "resultaten", bouw_uitslag(LIJST, 2))
        assert len(list_namen(map_ / "resultaten")) == 2, k
    assert k > (20 if duur == 1 else 0)


def test_the_naive_twin_loses_answers_at_the_end_of_a_test(tmp_path: Path) -> None:
    stappen = [run_einde(tmp_path / str(k), einde_naief, k, 1, errno.ENOSPC)[0] for k in range(1, 16)]
    assert sum(stappen) > 0


def test_all_calls_that_can_fail_are_made_to_fail(tmp_path: Path) -> None:
    gezien: set[str] = set()
    journaal = bouw_journaal(tmp_path / "begonnen", UITSLAG)

    def luister(naam: str) -> Callable[..., Any]:
        echt = getattr(os, naam)

        def roep(*delen: Any, **opties: Any) -> Any:
            gezien.add(naam)
            return echt(*delen, **opties)

        return roep

    with pytest.MonkeyPatch.context() as lap:
        for naam in AANROEPEN:
            lap.setattr(os, naam, luister(naam))
        lap.setattr(os, "fdopen", lambda greep, *_: io.BufferedWriter(_Ruw(greep)))
        einde_echt(tmp_path, journaal)
    assert gezien == {"open", "write", "fsync", "unlink", "mkdir", "close", "replace"}


def flip(inhoud: bytearray, toeval: random.Random) -> None:
    inhoud[toeval.randrange(len(inhoud))] ^= 1 << toeval.randrange(8)


def cut(inhoud: bytearray, toeval: random.Random) -> None:
    del inhoud[toeval.randrange(len(inhoud)) :]


def zero(inhoud: bytearray, toeval: random.Random) -> None:
    begin = toeval.randrange(0, len(inhoud), 512)
    inhoud[begin : begin + 512] = bytes(len(inhoud[begin : begin + 512]))


def swap(inhoud: bytearray, toeval: random.Random) -> None:
    een, ander = (toeval.randrange(len(inhoud)) for _ in range(2))
    inhoud[een : een + 16], inhoud[ander : ander + 16] = inhoud[ander : ander + 16], inhoud[een : een + 16]


def junk(inhoud: bytearray, toeval: random.Random) -> None:
    inhoud += toeval.randbytes(toeval.randint(1, 100))


SCHADE = (flip, cut, zero, swap, junk)


def build_historie(map_: Path, aantal: int = 20) -> dict[str, Uitslag]:
    """Keep so many results of every kind, and return them by session."""
    lijsten = list(load_lijsten().values())
    historie = [bouw_uitslag(lijsten[zaad % len(lijsten)], zaad + 100) for zaad in range(aantal)]
    for een in historie:
        write_uitslag(map_, een)
    return {een.sessie: een for een in historie}


def test_damage_is_noticed_and_costs_only_what_was_damaged(tmp_path: Path) -> None:
    waar = build_historie(tmp_path)
    paden = sorted(tmp_path.glob("*.json"))
    toeval = random.Random(8)  # noqa: S311 - damage for a test
    verkeerd = verzwegen = 0
    for nummer in range(BESCHADIGINGEN):
        pad = toeval.choice(paden)
        goed = pad.read_bytes()
        inhoud = bytearray(goed)
        SCHADE[nummer % len(SCHADE)](inhoud, toeval)
        pad.write_bytes(inhoud)
        getoond, gemeld = _load(tmp_path, pad, waar, heel=BESCHADIGINGEN > GEWOON or nummer % 25 == 0)
        verkeerd += sum(not check_zelfde(een, waar[naam]) for naam, een in getoond.items())
        weg = set(waar) - set(getoond)
        assert weg <= {pad.stem.rpartition("-")[2]}
        verzwegen += len(weg) != gemeld
        pad.write_bytes(goed)
    assert (verkeerd, verzwegen) == (0, 0)


def _load(map_: Path, pad: Path, waar: dict[str, Uitslag], *, heel: bool) -> tuple[dict[str, Uitslag], int]:
    """Load the whole history, or only the file that was damaged; return what is shown, and how many files are named."""
    if heel:
        uitslagen, meldingen = load_uitslagen(map_, bewaren.check_uitslag)
        return {een.sessie: een for een in uitslagen}, len(meldingen)
    gelezen = load_bestand(pad, bewaren.check_uitslag)
    sessie = pad.stem.rpartition("-")[2]
    over = {naam: een for naam, een in waar.items() if naam != sessie}
    return (over, 1) if isinstance(gelezen, str) else ({**over, sessie: gelezen}, 0)


def test_a_naive_history_shows_wrong_answers_after_damage(tmp_path: Path) -> None:
    """Without the checksum the same damages change answers in silence."""
    waar = build_historie(tmp_path, 5)
    toeval = random.Random(8)  # noqa: S311 - damage for a test
    verkeerd = 0
    with pytest.MonkeyPatch.context() as lap:
        lap.setattr("conflictstijl.opslag.uitslagregels._check_controle", lambda _: None)
        for nummer in range(300):
            pad = toeval.choice(sorted(tmp_path.glob("*.json")))
            inhoud = bytearray(pad.read_bytes())
            SCHADE[nummer % len(SCHADE)](inhoud, toeval)
            gelezen = parse_uitslag(bytes(inhoud), pad)
            verkeerd += isinstance(gelezen, Uitslag) and not check_zelfde(gelezen, waar[pad.stem.rpartition("-")[2]])
    assert verkeerd > 0
