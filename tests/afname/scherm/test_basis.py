"""The base of every screen where nobody sits at a terminal: what it does when things go away or go wrong."""

import signal
from collections.abc import Iterator
from contextlib import nullcontext
from io import StringIO

import pytest

from conflictstijl.afname.scherm import basis
from conflictstijl.afname.scherm.basis import Basisapp, _Uitvoer


class Weg(StringIO):
    """A terminal that is gone."""

    def write(self, _: str) -> int:
        raise OSError

    def flush(self) -> None:
        raise OSError


class Proefapp(Basisapp):
    """An app that does not draw; `eindes` counts how often it was told to leave."""

    wat: Exception | None = None
    eindes = 0

    def run(self, **_: object) -> None:  # nothing of Textual is needed here
        self._exception = self.wat

    def exit(self, *_: object, **__: object) -> None:
        self.eindes += 1


@pytest.fixture
def app(monkeypatch: pytest.MonkeyPatch) -> Iterator[Proefapp]:
    """An app outside any terminal; the handling of signals is given back."""
    monkeypatch.setattr(basis, "resume_terminal", nullcontext)
    monkeypatch.setattr(basis, "run_noodstop", lambda _: None)
    eerder = {nummer: signal.getsignal(nummer) for nummer in basis._STOPSIGNALEN}
    yield Proefapp()
    for nummer, doet in eerder.items():
        signal.signal(nummer, doet)


def test_drawing_for_nobody_is_no_failure() -> None:
    uitvoer = _Uitvoer(Weg())
    assert uitvoer.write("x") == 0
    uitvoer.flush()
    assert uitvoer.closed is False


def test_a_bug_in_a_screen_comes_out(app: Proefapp) -> None:
    app.wat = ValueError("binnenkant")
    with pytest.raises(ValueError, match="binnenkant"):
        app.run_scherm()


def test_a_signal_during_a_screen_is_one_after_it(app: Proefapp) -> None:
    app.run_scherm()
    vang = signal.getsignal(signal.SIGTERM)
    assert callable(vang)
    vang(signal.SIGTERM, None)
    assert app.signaal == signal.SIGTERM
    app.on_ready()
    assert app.eindes == 1
    gekregen: list[int] = []
    signal.signal(signal.SIGTERM, lambda nummer, _: gekregen.append(nummer))
    # a program told to ignore a signal does
    for nummer in basis._STOPSIGNALEN:
        if nummer != signal.SIGTERM:
            signal.signal(nummer, signal.SIG_IGN)
    app._write_signalen = lambda: None  # type: ignore[method-assign]  # the handler above must stay
    app.run_scherm()
    assert gekregen == [signal.SIGTERM]


def test_an_ignored_signal_stays_ignored(app: Proefapp) -> None:
    for nummer in basis._STOPSIGNALEN:
        signal.signal(nummer, signal.SIG_IGN)
    app.run_scherm()
    assert {signal.getsignal(nummer) for nummer in basis._STOPSIGNALEN} == {signal.SIG_IGN}


def test_without_a_signal_a_screen_that_is_ready_goes_on(app: Proefapp) -> None:
    app.on_ready()
    assert app.eindes == 0


def test_a_terminal_that_went_away_ends_the_screen(app: Proefapp, monkeypatch: pytest.MonkeyPatch) -> None:
    app._check_terminal()
    monkeypatch.setattr(basis, "check_terminal", lambda: False)
    app._check_terminal()
    assert (app.signaal, app.eindes >= 1) == (signal.SIGTERM, True)


def test_a_bug_is_told_in_one_line_elsewhere(app: Proefapp, monkeypatch: pytest.MonkeyPatch) -> None:
    gesloten: list[bool] = []
    monkeypatch.setattr(app, "_close_messages_no_wait", lambda: gesloten.append(True))
    app._fatal_error()
    assert gesloten == [True]
