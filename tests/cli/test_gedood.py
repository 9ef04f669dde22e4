"""Stopped while a person takes a test: what was accepted is there once, and nothing else (real program, terminal)."""

import os
import signal
import sys
import termios
import time
from collections.abc import Sequence
from pathlib import Path
from random import Random

import pytest

from .getuige import INLEIDING, NAKIJKEN, UITSLAG, VERDIEPING, VRAAG, Getuige, NaieveGetuige, Zicht, read_zicht
from .terminal import Terminal

KEREN = int(os.environ.get("CONFLICTSTIJL_DODEN", "60"))
"""How often programs are stopped, in all of the tests of accepted answers together."""
BREEDTE = 100
VENSTER = "venster"
EINDES = {"KILL": 137, "TERM": 143, "HUP": 129, "INT": 130, VENSTER: 129}
"""What stops a program, and the exit code that a shell then tells."""
START, SCHRIJVEN = "start", "schrijven"
MOMENTEN = (VRAAG, NAKIJKEN, START, VERDIEPING, SCHRIJVEN, UITSLAG)
_DUUR_START = 1.2
_DUUR_STAP = 0.05
_VERDER = {NAKIJKEN: "\r", INLEIDING: "1", VERDIEPING: "2"}
_VERDER_REGELS = {NAKIJKEN: "\r", VERDIEPING: "nee\r"}


def write_einde(terminal: Terminal, einde: str, toeval: Random) -> None:
    """Stop a program; Ctrl-C is a signal, or what someone types."""
    if einde == VENSTER:
        terminal.close_venster()
    elif einde == "INT" and toeval.random() < 0.5:
        terminal.write_toetsen("\x03")
    else:
        terminal.write_signaal(getattr(signal, f"SIG{einde}"))


def wait_begin(terminal: Terminal) -> None:
    """Wait until the program itself runs: before that a Ctrl-C ends Python, which then says so at length."""
    bit = 1 << (signal.SIGTERM - 1)
    while True:
        regels = Path(f"/proc/{terminal.kind.pid}/status").read_text(encoding="utf-8").splitlines()
        if next(int(regel.split()[1], 16) for regel in regels if regel.startswith("SigCgt")) & bit:
            return
        time.sleep(0.002)


def play(getuige: Getuige, moment: str, einde: str, *, regels: bool) -> str:
    """Take the test up to some moment and be stopped there; return the moment that it was."""
    terminal = Terminal(getuige.build_opdracht(), BREEDTE, regels=regels, programma=getuige.programma)
    try:
        if moment == START:
            if einde == "INT":
                wait_begin(terminal)
            time.sleep(getuige.toeval.uniform(0, _DUUR_START))
        else:
            moment = play_tot(getuige, terminal, moment)
            time.sleep(getuige.toeval.uniform(0, _DUUR_STAP))
        getuige.accept(read_zicht(terminal))
        write_einde(terminal, einde, getuige.toeval)
        code = terminal.read_afloop()
        if einde != VENSTER:
            getuige.accept(read_zicht(terminal))
        assert "Traceback" not in terminal.alles
        klaar = {0} if moment == UITSLAG and einde == "INT" and not regels else set()
        assert code in {EINDES[einde], *klaar}, terminal.alles[-500:]
    finally:
        terminal.close()
    return moment


def play_tot(getuige: Getuige, terminal: Terminal, moment: str) -> str:
    """Go on until a moment comes, or the end; the last thing done there may still be under way."""
    verder = _VERDER_REGELS if terminal.regels else _VERDER
    zicht = getuige.wacht(terminal, INLEIDING, VRAAG, NAKIJKEN)
    vragen = getuige.toeval.randint(0, 4)
    while zicht.waar != UITSLAG:
        if moment in {VRAAG, zicht.waar} and zicht.waar != INLEIDING and not (zicht.waar == VRAAG and vragen):
            if zicht.waar == VRAAG:
                getuige.answer(terminal, getuige.toeval.randint(0, 3))
            return zicht.waar
        if zicht.waar == VRAAG:
            vragen -= moment == VRAAG
            getuige.answer(terminal, getuige.toeval.randint(1, 3 if moment == VRAAG else 40))
        else:
            terminal.write_toetsen(verder[zicht.waar])
        if moment == SCHRIJVEN and zicht.waar in {NAKIJKEN, VERDIEPING}:
            return SCHRIJVEN
        zicht = wait_verder(getuige, terminal, zicht)
    return UITSLAG


def wait_verder(getuige: Getuige, terminal: Terminal, zicht: Zicht) -> Zicht:
    """Wait for what comes after what was seen."""
    if zicht.waar in {NAKIJKEN, VERDIEPING}:
        return getuige.wacht(terminal, *{VERDIEPING, UITSLAG} - {zicht.waar})
    return getuige.wacht(terminal, VRAAG, NAKIJKEN)


def play_keren(getuige: Getuige, keren: int, einde: str, *, regels: bool, momenten: Sequence[str] = MOMENTEN) -> None:
    """Be stopped again and again, every time with a look at what is kept; each moment comes, then any of them."""
    for keer in range(keren):
        moment = momenten[keer] if keer < len(momenten) else getuige.toeval.choice(momenten)
        getuige.geteld[play(getuige, moment, einde, regels=regels)] += 1
        getuige.check()


@pytest.mark.parametrize("einde", EINDES)
@pytest.mark.parametrize("wijze", ["regels", "scherm"])
def test_no_accepted_answer_is_lost_or_kept_twice(wijze: str, einde: str, eigen_map: Path) -> None:
    getuige = Getuige("conflictstijlen", eigen_map.parent, Random(f"{wijze}{einde}"))  # noqa: S311 - moments, no secrets
    play_keren(getuige, KEREN // (2 * len(EINDES)), einde, regels=wijze == "regels")
    assert getuige.geteld["antwoorden"] >= len(getuige.lijst.vragen) // 2
    assert getuige.bekend
    sys.stderr.write(f"\n{wijze} {einde}: {dict(getuige.geteld)}\n")


@pytest.mark.usefixtures("zonder_dekking")
@pytest.mark.parametrize("einde", ["KILL", "HUP", VENSTER])
def test_a_naive_program_loses_answers(einde: str, eigen_map: Path) -> None:
    getuige = NaieveGetuige("conflictstijlen", eigen_map.parent, Random(einde))  # noqa: S311 - moments, no secrets
    with pytest.raises(AssertionError):
        play_keren(getuige, 10, einde, regels=True, momenten=[VRAAG])
    assert getuige.geteld["antwoorden"]


@pytest.mark.parametrize(
    ("wijze", "einde"), [("regels", "TERM"), ("regels", "INT"), ("scherm", "HUP"), ("scherm", "INT")]
)
def test_a_program_that_is_stopped_ends_also_when_nobody_reads_its_terminal(
    wijze: str, einde: str, eigen_map: Path
) -> None:
    regels = wijze == "regels"
    getuige = Getuige("conflictstijlen-kort", eigen_map.parent, Random(einde))  # noqa: S311 - moments, no secrets
    terminal = Terminal(getuige.build_opdracht(), BREEDTE, regels=regels)
    try:
        begin = termios.tcgetattr(terminal.kind.child_fd)
        play_tot(getuige, terminal, VRAAG)
        getuige.wacht(terminal, VRAAG, NAKIJKEN)
        terminal.write_toetsen("?\r" * 300)
        time.sleep(1)
        terminal.write_signaal(getattr(signal, f"SIG{einde}"))
        assert terminal.read_afloop(lees=False) == EINDES[einde]
        assert termios.tcgetattr(terminal.kind.child_fd) == begin
    finally:
        terminal.close()
    getuige.check()
    assert getuige.geteld["antwoorden"]
