"""Someone at the full screen: keys and clicks go in, what stands on the screen comes out, without any waiting."""

import asyncio
import unicodedata
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Generic, TypeVar
from unittest.mock import patch

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual._compositor import Compositor
from textual.drivers.headless_driver import HeadlessDriver
from textual.geometry import Size

from conflictstijl.afname.scherm.basis import Basisapp

_RONDEN = 5000
_EVEN = 0.002


class Lus(asyncio.SelectorEventLoop):
    """An event loop that tells whether anything is left to do but wait for a clock."""

    _ready: deque[asyncio.Handle]

    @property
    def bezig(self) -> bool:
        return bool(self._ready)


AppT = TypeVar("AppT", bound=Basisapp)
AppT_co = TypeVar("AppT_co", bound=Basisapp, covariant=True)


class Kijker(Generic[AppT_co]):
    """A person at one app; after every act everything that follows from it is done."""

    def __init__(self, app: AppT_co, runner: asyncio.Runner) -> None:
        self.app, self._runner = app, runner

    def toets(self, *toetsen: str) -> None:
        """Press keys, each after all that the one before it did."""
        for toets in toetsen:
            self._runner.run(self._stuur(build_toets(toets)))

    def ineens(self, *toetsen: str) -> None:
        """Press keys in one burst: they arrive together."""
        self._runner.run(self._stuur(*map(build_toets, toetsen)))

    def typ(self, tekst: str) -> None:
        """Type a text, letter by letter but in one go."""
        self._runner.run(self._stuur(*(events.Key(_noem(letter), letter) for letter in tekst)))

    def plak(self, tekst: str) -> None:
        """Paste a text."""
        self._runner.run(self._stuur(events.Paste(tekst)))

    def klik(self, tekst: str) -> None:
        """Click on the first line that has this text."""
        muis = (None, *self._zoek(tekst), 0, 0, 1, False, False, False)
        self._runner.run(self._stuur(events.MouseDown(*muis), events.MouseUp(*muis)))

    def klik_snel(self, *teksten: str) -> None:
        """Click on lines with these texts in one go."""
        muizen = [(None, *self._zoek(tekst), 0, 0, 1, False, False, False) for tekst in teksten]
        self._runner.run(
            self._stuur(*(soort(*muis) for muis in muizen for soort in (events.MouseDown, events.MouseUp)))
        )

    def wijs(self, tekst: str) -> None:
        """Move the mouse over the first line that has this text."""
        self._runner.run(self._stuur(events.MouseMove(None, *self._zoek(tekst), 0, 0, 0, False, False, False)))

    def _zoek(self, tekst: str) -> tuple[int, int]:
        return next((regel.index(tekst), y) for y, regel in enumerate(self.regels) if tekst in regel)

    def maat(self, breedte: int, hoogte: int) -> None:
        """Give the terminal another size."""
        maat = Size(breedte, hoogte)
        assert isinstance(self.app._driver, HeadlessDriver)
        self.app._driver._size = maat
        self._runner.run(self._stuur(events.Resize(maat, maat)))

    def doe(self, daad: Callable[[], object]) -> None:
        """Do something as the app itself would."""

        async def binnen() -> None:
            with self.app._context():
                daad()
            await self._stuur()

        self._runner.run(binnen())

    def rust(self) -> None:
        """Let everything happen that is about to happen."""
        self._runner.run(self._stuur())

    async def _stuur(self, *gebeurtenissen: events.Event) -> None:
        for gebeurtenis in gebeurtenissen:
            self.app.post_message(gebeurtenis)
        lus = asyncio.get_running_loop()
        assert isinstance(lus, Lus)
        for _ in range(_RONDEN):
            await asyncio.sleep(0)
            if lus.bezig:
                continue
            if self.app._exit or self.app._exception:
                return
            if self.app._toetsen:
                # a key that waits for a screen to come looks again by a clock
                await asyncio.sleep(_EVEN)
                continue
            if self.app._resize_event is not None:
                # a new size waits a moment for the next one
                self.app._check_resize()
                continue
            self.app._animator()
            self.app.screen._on_timer_update()
            if not lus.bezig:
                return
        msg = "the screen does not come to rest"
        raise AssertionError(msg)

    @property
    def regels(self) -> list[str]:
        """The lines on the screen, without the empty room behind them."""
        return ["".join(stuk.text for stuk in regel).rstrip() for regel in self._stroken]

    @property
    def stukken(self) -> list[Segment]:
        """Every piece of text on the screen with its style."""
        return [stuk for regel in self._stroken for stuk in regel]

    @property
    def _stroken(self) -> list[list[Segment]]:
        return self._runner.run(self._teken())

    async def _teken(self) -> list[list[Segment]]:
        """Return the lines as they are drawn; a list that turns out longer than its room first gets its scrollbar."""
        stroken = self._render_stroken()
        lus = asyncio.get_running_loop()
        assert isinstance(lus, Lus)
        if not lus.bezig:
            return stroken
        await self._stuur()
        return self._render_stroken()

    def _render_stroken(self) -> list[list[Segment]]:
        with self.app._context():
            return [list(strook) for strook in self.app.screen._compositor.render_strips()]

    @property
    def tekst(self) -> str:
        """The screen as text."""
        return "\n".join(self.regels) + "\n"

    @property
    def zin(self) -> str:
        """All words on the screen in a row, however they are wrapped."""
        return " ".join(self.tekst.split())

    @property
    def kop(self) -> str:
        """The first line: the title, and where you are."""
        return self.regels[0]

    @property
    def voet(self) -> str:
        """The last line: what the keys do."""
        return self.regels[-1].strip()

    @property
    def wijzer(self) -> str:
        """The line with the sign of the cursor, in single spaces; empty when it is not on the screen."""
        return next((" ".join(regel.split()) for regel in self.regels if regel.startswith(" ›")), "")

    @property
    def onder(self) -> list[str]:
        """What stands below the head and above the foot, in single spaces and without empty lines."""
        return [" ".join(regel.split()) for regel in self.regels[2:-1] if regel]

    @property
    def klaar(self) -> bool:
        """Whether the app is over."""
        return self.app._exit

    def check_breedte(self) -> bool:
        """Tell whether no line is wider than the screen, and no more lines stand there than it has."""
        breedte, hoogte = self.app.size
        return len(self.regels) == hoogte and all(cell_len(regel) <= breedte for regel in self.regels)


def _noem(letter: str) -> str:
    return letter if letter.isalnum() else unicodedata.name(letter).lower().replace(" ", "_").replace("-", "_")


def build_toets(toets: str) -> events.Key:
    """Return a key as the terminal gives it: `a`, `?`, `left`, `enter`."""
    if len(toets) == 1:
        return events.Key(_noem(toets), toets)
    return events.Key(toets, {"enter": "\r", "escape": "\x1b", "backspace": "\x7f"}.get(toets))


def _teken_niets(compositor: Compositor, *_delen: object, **_opties: object) -> None:
    """Leave the terminal as it is: nobody looks at what is drawn between two acts, and drawing is half of the work."""
    compositor._dirty_regions.clear()


@contextmanager
def bekijk(app: AppT, breedte: int = 80, hoogte: int = 24) -> Iterator[Kijker[AppT]]:
    """Sit at an app on a terminal of this size; whatever goes wrong inside it is raised at the end."""
    # what moves slowly would be seen halfway
    app.animation_level = "none"
    with asyncio.Runner(loop_factory=Lus) as runner, patch.object(Compositor, "render_update", _teken_niets):
        proef = app.run_test(size=(breedte, hoogte))
        runner.run(proef.__aenter__())
        kijker = Kijker(app, runner)
        fout: BaseException | None = None
        try:
            kijker.rust()
            yield kijker
        except BaseException as eigen:
            fout = eigen
            raise
        finally:
            runner.run(proef.__aexit__(type(fout) if fout else None, fout, fout.__traceback__ if fout else None))
