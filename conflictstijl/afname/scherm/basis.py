"""The base of every full screen: looks, stopping by key or signal, and a terminal that may go away."""

import os
import signal
import sys
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from time import monotonic
from typing import Any, ClassVar, TextIO

from textual import events
from textual.app import App
from textual.binding import Binding, BindingType
from textual.driver import Driver
from textual.message import Message
from textual.widget import Widget

from conflictstijl.afname.scherm.delen import Antwoordlijst
from conflictstijl.afname.terminalstaat import check_terminal, resume_terminal, run_noodstop, write_begin

_ELKE_SECONDE = 1.0
_EVEN = 0.01
_TE_LANG = 5.0
"""Seconds after which a key goes to a screen that never seems to be ready for it."""
_STOPTOETSEN = {"ctrl+c", "ctrl+q"}
"""Keys that need not wait for others."""
_STOPSIGNALEN = tuple(
    getattr(signal, naam) for naam in ("SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT") if hasattr(signal, naam)
)


class _Uitvoer:
    """A terminal to draw on that may be gone: drawing for nobody is no failure."""

    def __init__(self, terminal: TextIO) -> None:
        self._terminal = terminal

    def __getattr__(self, naam: str) -> Any:
        return getattr(self._terminal, naam)

    def write(self, tekst: str) -> int:
        try:
            return self._terminal.write(tekst)
        except OSError:
            return 0

    def flush(self) -> None:
        try:
            self._terminal.flush()
        except OSError:
            return


class Toetsverwerkt(Message):
    """Goes the way of a key, right behind it: where this comes, the key has done all that it does."""

    def __init__(self, doel: Widget) -> None:
        super().__init__()
        self.doel = doel


class Basisapp(App[None]):
    """An app that draws with the colours of the terminal itself, so it fits light and dark ones."""

    ENABLE_COMMAND_PALETTE = False
    AUTO_FOCUS = "Antwoordlijst, Input"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+c", "stop", show=False, priority=True),
        Binding("ctrl+q", "stop", show=False, priority=True),
    ]
    CSS = """
    Screen { background: ansi_default; color: ansi_default; align-horizontal: center; }
    ModalScreen { align: center middle; }
    Kop { height: 2; max-width: 92; }
    Voet { width: 100%; height: auto; max-height: 3; max-width: 92; padding: 0 1; }
    #midden { height: 1fr; max-width: 92; }
    #vraag { height: auto; max-height: 55%; padding: 1 1 0 1; scrollbar-size-vertical: 1; }
    #deel { height: auto; text-style: italic; margin-bottom: 1; }
    #casus, #uitleg { height: auto; margin-bottom: 1; }
    #tekst { height: auto; text-style: bold; margin-bottom: 1; }
    #vraag.ruim { max-height: 75%; }
    #stand { height: auto; padding: 0 1; }
    #melding { width: 100%; height: auto; max-width: 92; padding: 0 1; text-style: bold; }
    Antwoordlijst {
        height: 1fr; border: none; padding: 0 1; background: ansi_default; scrollbar-size-vertical: 1;
    }
    Antwoordlijst:focus { border: none; background-tint: ansi_default 0%; }
    Antwoordlijst > .option-list--option { padding: 0; }
    Antwoordlijst > .option-list--option-highlighted,
    Antwoordlijst:focus > .option-list--option-highlighted {
        background: ansi_default; color: ansi_default; text-style: none;
    }
    Antwoordlijst > .option-list--option-hover { background: ansi_default; text-style: underline; }
    Input { border: round ansi_default; background: ansi_default; margin: 0 1; padding: 0 1; }
    Input > .input--selection { background: ansi_default; color: ansi_default; text-style: reverse; }
    #midden #melding { margin-bottom: 1; text-style: italic; }
    Tabs { max-width: 92; }
    Tab { padding: 0; }
    Tab.-active { text-style: bold reverse; }
    Uitslagvak {
        height: 1fr; max-width: 92; padding: 1 1 0 1; background: ansi_default;
        scrollbar-size-vertical: 1; scrollbar-gutter: stable;
    }
    """

    def __init__(self) -> None:
        # Textual takes the wish for no colour out of the environment; the report after it must know it too
        kleurloos = os.environ.get("NO_COLOR")
        super().__init__()
        if kleurloos is not None:
            os.environ["NO_COLOR"] = kleurloos
        self.theme = "ansi-dark"
        self._toetsen: deque[events.Key] = deque()
        """Keys that wait for their turn."""
        self._bezig: Toetsverwerkt | None = None
        """Behind the key that is being handled."""
        self._kijkt = False
        """True while a timer runs to look whether a key can go."""
        self._sinds = 0.0
        """Since when the first key waits for a screen."""
        self.signaal = 0
        """The signal, or the key that stands for it, by which the user stopped; 0 for none."""

    def get_driver_class(self) -> type[Driver]:
        """Return the driver of this system, with a terminal that may go away."""
        gewoon = super().get_driver_class()

        class Verdraagzaam(gewoon):  # type: ignore[misc, valid-type]  # which class it is depends on the system
            def __init__(self, *delen: Any, **opties: Any) -> None:
                super().__init__(*delen, **opties)
                self._file: Any = _Uitvoer(sys.__stderr__ or sys.stderr)

            def suspend_application_mode(self) -> None:
                super().suspend_application_mode()
                # what this knows as the state before is a terminal that already kept still
                write_begin()

            def _sigtstp_application(self, *_: Any) -> None:
                # in the middle of drawing it would wait for what is drawing: for itself
                self._app.run_straks(super()._sigtstp_application)

        return Verdraagzaam

    def on_mount(self) -> None:
        """Look now and then whether somebody is still there."""
        if not self.is_headless:
            self.set_interval(_ELKE_SECONDE, self._check_terminal)

    def _check_terminal(self) -> None:
        if not check_terminal():
            self.stop(signal.SIGTERM)

    async def on_event(self, event: events.Event) -> None:
        """Hand keys over one by one, each when the one before it has done its work and there is something to choose.

        Textual hands over at once, to what has the focus then: who types fast would answer the screen that goes
        instead of the one that comes, and a key between two screens would be lost.
        """
        if not isinstance(event, events.Key) or event.is_forwarded or event.key in _STOPTOETSEN:
            await super().on_event(event)
            return
        # another window had the focus; a key tells that it is back
        self.app_focus = True
        if not self._toetsen:
            self._sinds = monotonic()
        # an Enter of before the screen was there came through a terminal that makes a new line of it
        self._toetsen.append(events.Key("enter", "\r") if event.key == "ctrl+j" else event)
        await self._write_toetsen()

    async def on_toetsverwerkt(self, klaar: Toetsverwerkt) -> None:
        """Go on with the next key."""
        if klaar is self._bezig:
            self._bezig = None
            self._sinds = monotonic()
            await self._write_toetsen()

    async def _write_toetsen(self) -> None:
        """Hand over the first key that waits, or look again in a moment."""
        if not self._toetsen:
            return
        if not self._check_gereed():
            if not self._kijkt:
                self._kijkt = True
                self.set_timer(_EVEN, self._resume_toetsen)
            return
        doel = self.focused or self.screen
        self._bezig = Toetsverwerkt(doel)
        await super().on_event(self._toetsen.popleft())
        doel.post_message(self._bezig)

    async def _resume_toetsen(self) -> None:
        self._kijkt = False
        await self._write_toetsen()

    def _check_gereed(self) -> bool:
        """Tell whether a key can do its work: the last one is done, and the screen has something to choose."""
        bij, doel = self._bezig.doel if self._bezig else None, self.focused
        if bij is not None and bij.is_attached and bij.screen is self.screen:
            return False
        leeg = isinstance(doel, Antwoordlijst) and not doel.invoer.regels
        if doel is None or not doel.display or leeg:
            return monotonic() - self._sinds > _TE_LANG
        return True

    def action_stop(self) -> None:
        """Stop as Ctrl-C does."""
        self.stop(signal.SIGINT)

    def stop(self, nummer: int) -> None:
        """Leave, as soon as what is being done is done."""
        self.signaal = self.signaal or nummer
        self.exit()

    def _fatal_error(self) -> None:
        """Leave without a word: the boundary of the program tells what went wrong, in one line."""
        self._close_messages_no_wait()

    def run_scherm(self) -> None:
        """Run, give the terminal back, and then let a signal do what it always does.

        Raises whatever went wrong inside. After a signal that is of no use: a screen that is stopped before it is
        whole may fall over its own missing parts.
        """
        try:
            with resume_terminal():
                self._write_signalen()
                self.run()
            if self._exception is not None:
                raise self._exception
        finally:
            if self.signaal:
                signal.raise_signal(self.signaal)

    def _write_signalen(self) -> None:
        """Let signals that stop the program wait for the event loop: never in the middle of drawing or keeping."""

        def vang(nummer: int, _frame: object) -> None:
            self.signaal = self.signaal or nummer
            run_noodstop(nummer)
            self.run_straks(self.exit)

        for nummer in _STOPSIGNALEN:
            if signal.getsignal(nummer) is not signal.SIG_IGN:
                signal.signal(nummer, vang)

    def run_straks(self, actie: Callable[[], object]) -> None:
        """Do something between what the event loop does; a loop that is closed has nothing to stop any more."""
        with suppress(RuntimeError):
            if self._loop is not None:
                self._loop.call_soon_threadsafe(actie)

    def on_ready(self) -> None:
        """Stop at once when a signal came before there was anything to stop."""
        if self.signaal:
            self.exit()
