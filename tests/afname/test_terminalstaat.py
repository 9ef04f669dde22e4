"""The terminal as it was: what is kept before the full screen, and given back after it. On a terminal of its own."""

import os
import pty
import signal
import sys
import termios
import time
from collections.abc import Iterator
from threading import Event, Thread
from typing import Any, NoReturn

import pytest

from conflictstijl.afname import terminalstaat
from conflictstijl.afname.terminalstaat import (
    check_terminal,
    clean_noodstop,
    read_getypt,
    resume_terminal,
    run_noodstop,
    write_begin,
)

GEDULD = 5.0
SIGNALEN = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGTSTP, signal.SIGCONT, signal.SIGWINCH)
LFLAG = 3


@pytest.fixture
def toetsenbord(monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    """A terminal of its own at which this process reads; its other side."""
    meester, slaaf = pty.openpty()
    with os.fdopen(slaaf, encoding="utf-8") as lezer:
        monkeypatch.setattr(sys, "stdin", lezer)
        monkeypatch.setattr(sys, "__stdin__", lezer)
        yield meester
    os.close(meester)


def read_staat() -> list[Any]:
    return termios.tcgetattr(sys.stdin.fileno())


def test_inside_nothing_that_is_typed_is_shown_and_after_it_all_is_as_before(toetsenbord: int) -> None:
    voor = read_staat()
    with resume_terminal():
        assert not read_staat()[LFLAG] & (termios.ECHO | termios.ICANON)
        os.write(toetsenbord, b"3")
        assert os.read(sys.stdin.fileno(), 1) == b"3"
    assert read_staat() == voor
    assert voor[LFLAG] & termios.ECHO


@pytest.mark.usefixtures("toetsenbord")
def test_whatever_goes_wrong_inside_the_terminal_is_given_back() -> None:
    voor, doet = read_staat(), [signal.getsignal(nummer) for nummer in SIGNALEN]

    def faal() -> NoReturn:
        for nummer in SIGNALEN:
            signal.signal(nummer, signal.SIG_IGN)
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError), resume_terminal():
        faal()
    assert read_staat() == voor
    assert [signal.getsignal(nummer) for nummer in SIGNALEN] == doet


@pytest.mark.usefixtures("toetsenbord")
def test_one_inside_another_gives_back_what_it_found() -> None:
    voor = read_staat()
    with resume_terminal():
        stil = read_staat()
        with resume_terminal():
            pass
        assert read_staat() == stil
    assert read_staat() == voor


@pytest.mark.usefixtures("toetsenbord")
def test_the_first_state_can_be_put_back_in_between() -> None:
    voor = read_staat()
    with resume_terminal():
        write_begin()
        assert read_staat() == voor


def test_a_terminal_that_is_there_is_told_from_one_that_is_gone(toetsenbord: int) -> None:
    assert toetsenbord
    assert check_terminal()
    sys.stdin.close()
    assert not check_terminal()


def test_no_terminal_is_gone_too(monkeypatch: pytest.MonkeyPatch) -> None:
    lees, schrijf = os.pipe()
    os.close(schrijf)
    with os.fdopen(lees, encoding="utf-8") as pijp:
        monkeypatch.setattr(sys, "__stdin__", pijp)
        assert not check_terminal()


def test_a_system_whose_terminal_keeps_its_own_state_needs_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(terminalstaat, "_load_termios", lambda: None)
    doet = signal.getsignal(signal.SIGINT)
    with resume_terminal():
        signal.signal(signal.SIGINT, doet)
        write_begin()
    assert check_terminal()


@pytest.mark.usefixtures("toetsenbord")
def test_an_end_that_takes_too_long_is_set_and_called_off() -> None:
    eerst = signal.getsignal(signal.SIGALRM)
    try:
        run_noodstop(signal.SIGTERM)
        assert signal.getitimer(signal.ITIMER_REAL)[0] > 0
        clean_noodstop()
        assert signal.getitimer(signal.ITIMER_REAL)[0] == 0
    finally:
        clean_noodstop()
        signal.signal(signal.SIGALRM, eerst)


def test_a_system_without_a_timer_ends_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(signal, "setitimer")
    eerst = signal.getsignal(signal.SIGALRM)
    run_noodstop(signal.SIGTERM)
    clean_noodstop()
    assert signal.getsignal(signal.SIGALRM) == eerst


def test_the_end_gives_the_terminal_back_and_has_the_code_of_the_signal(
    toetsenbord: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def einde(code: int) -> NoReturn:
        raise SystemExit(code)

    monkeypatch.setattr(os, "_exit", einde)
    voor = read_staat()
    with resume_terminal():
        with pytest.raises(SystemExit) as gestopt:
            terminalstaat._run_einde(signal.SIGTERM)
        assert gestopt.value.code == 128 + signal.SIGTERM
        assert read_staat() == voor
    assert b"\x1b[?1049l\x1b[?25h" in os.read(toetsenbord, 1000)


def test_a_line_is_read_as_it_is_typed(toetsenbord: int) -> None:
    os.write(toetsenbord, b"een regel\nnog een\n")
    assert [read_getypt(sys.stdin, 100) for _ in range(2)] == ["een regel\n", "nog een\n"]


def test_a_signal_that_comes_in_just_before_a_line_is_read_does_not_wait_for_that_line(toetsenbord: int) -> None:
    klaar, gewacht = Event(), list[bool]()

    def stoor() -> None:
        time.sleep(0.3)
        # of a signal to another thread the one that reads is not told: it is as if it came before the reading
        signal.raise_signal(signal.SIGINT)
        gewacht.append(klaar.wait(GEDULD))
        os.write(toetsenbord, b"een regel\n")

    stoorder = Thread(target=stoor)
    stoorder.start()
    with pytest.raises(KeyboardInterrupt):
        read_getypt(sys.stdin, 100)
    klaar.set()
    stoorder.join()
    assert gewacht == [True]
