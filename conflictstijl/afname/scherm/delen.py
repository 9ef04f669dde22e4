"""The pieces that screens are made of: a head with progress, a foot with keys, and a list to choose from."""

from collections.abc import Callable
from functools import partial

from rich.table import Table
from rich.text import Text
from textual import events
from textual.app import RenderResult
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from conflictstijl.afname.invoer import Invoer, Invoerregel

_GEDAAN, _REST = "━", "─"


class Kop(Widget):
    """Two lines: a title with where you are, and how far that is. Done differs in shape too."""

    titel: reactive[str] = reactive("")
    plek: reactive[str] = reactive("")
    deel: reactive[float] = reactive(0.0)

    def render(self) -> RenderResult:
        """Return both lines, as wide as there is room."""
        breedte = max(self.size.width - 2, 1)
        ruimte = max(breedte - len(self.plek) - 1, 1)
        titel = Text(self.titel, overflow="ellipsis", no_wrap=True)
        titel.truncate(ruimte, overflow="ellipsis", pad=True)
        gedaan = round(min(max(self.deel, 0.0), 1.0) * breedte)
        balk = Text(_GEDAAN * gedaan, style="bold blue") + Text(_REST * (breedte - gedaan), style="dim")
        return Text("\n").join([Text(" ") + titel + Text(f" {self.plek}"), Text(" ") + balk])


class Voet(Static):
    """What the keys do, on one line where there is room for it."""

    def __init__(self, *toetsen: tuple[str, str]) -> None:
        super().__init__(markup=False)
        self.write_toetsen(toetsen)

    def write_toetsen(self, toetsen: tuple[tuple[str, str], ...]) -> None:
        """Show these keys with what they do."""
        delen = [Text.assemble((toets, "bold"), " ", wat) for toets, wat in toetsen]
        self.update(Text("  ").join(delen))


Anders = Callable[[str], bool]
"""Takes a key that an answer has no use for; False when nothing has."""


def read_toets(toets: events.Key) -> str:
    """Return a key by its sign, in lower case, else by its name."""
    return toets.character.lower() if toets.is_printable and toets.character else toets.key


def check_niets(_toets: str) -> bool:
    """Return False: no other key does anything."""
    return False


class Antwoordlijst(OptionList):
    """The lines of an answer in the making; keys, arrows and clicks go to it, and it shows what comes of that.

    Every key has done its work before the next one is looked at. Messages and bindings would not do: who types fast
    would answer the next question with a key that was meant for this one.
    """

    def __init__(self, invoer: Invoer, klaar: Callable[[], None], anders: Anders = check_niets) -> None:
        super().__init__(markup=False)
        self.invoer = invoer
        self._klaar, self._anders = klaar, anders
        self.veranderd: Callable[[], None] | None = None
        """Called when something changed in the answer, or the cursor moved."""
        self._getoond: list[Invoerregel] = []
        self._wijzer = 0
        self._acties: dict[str, Callable[[], None]] = {
            "up": self.action_cursor_up,
            "down": self.action_cursor_down,
            "home": self.action_first,
            "end": self.action_last,
            "pageup": partial(self._write_blad, -1),
            "pagedown": partial(self._write_blad, 1),
            "enter": self.action_select,
            " ": self.action_select,
        }

    def on_mount(self) -> None:
        """Show the lines, with the cursor where the answer begins."""
        self.write_invoer(self.invoer)

    def write_invoer(self, invoer: Invoer) -> None:
        """Show another answer in the making."""
        self.invoer, self._wijzer = invoer, invoer.wijzer
        self._getoond = list(invoer.regels)
        self.clear_options()
        self.add_options(
            [Option(_build_regel(regel, wijst=plaats == self._wijzer)) for plaats, regel in enumerate(self._getoond)]
        )
        self.highlighted = self._wijzer
        if not self._wijzer:
            self.scroll_home(animate=False)

    def write_stand(self, plaats: int) -> None:
        """Show what changed: the lines, and where the cursor is."""
        for nummer, regel in enumerate(self.invoer.regels):
            if regel != self._getoond[nummer] or (nummer == plaats) != (nummer == self._wijzer):
                self.replace_option_prompt_at_index(nummer, _build_regel(regel, wijst=nummer == plaats))
                self._getoond[nummer] = regel
        self._wijzer = plaats
        self.highlighted = plaats
        if self.veranderd:
            self.veranderd()

    def watch_highlighted(self, highlighted: int | None) -> None:
        """Move the sign of the cursor along with it."""
        super().watch_highlighted(highlighted)
        if highlighted is not None and highlighted != self._wijzer:
            self.write_stand(highlighted)

    def action_cursor_up(self) -> None:
        """Go up, with what is picked up."""
        self.write_stand(self.invoer.write_stap(self._wijzer, -1))

    def action_cursor_down(self) -> None:
        """Go down, with what is picked up."""
        self.write_stand(self.invoer.write_stap(self._wijzer, 1))

    def _write_blad(self, stap: int) -> None:
        """Turn a page: of the text above when that does not fit, else of the lines."""
        for vak in self.screen.query("#vraag"):
            if vak.max_scroll_y:
                vak.scroll_relative(y=stap * vak.scrollable_content_region.height, animate=False)
                return
        (self.action_page_down if stap > 0 else self.action_page_up)()

    def action_select(self) -> None:
        """Choose the line of the cursor, by Enter or a click."""
        if self.options:
            self._write_keuze(self.highlighted or 0, klaar=self.invoer.write_keuze(self.highlighted or 0))

    def on_key(self, toets: events.Key) -> None:
        """Take a key: for the answer, for the cursor, or for the screen; the rest is left alone."""
        naam = read_toets(toets)
        if self._check_toets(naam):
            toets.stop()
            toets.prevent_default()

    def _check_toets(self, naam: str) -> bool:
        uitkomst = self.invoer.write_toets(naam, self._wijzer)
        if uitkomst is not None:
            self._write_keuze(uitkomst[0], klaar=uitkomst[1])
            return True
        if naam in self._acties and self.options:
            self._acties[naam]()
            return True
        return self._anders(naam)

    def _write_keuze(self, plaats: int, *, klaar: bool) -> None:
        self.write_stand(plaats)
        if klaar:
            self._klaar()


class Tekstregel(Input):
    """One line to type in; as with a list, a key has done its work before the next one is looked at."""

    def __init__(
        self, klaar: Callable[[str], None], anders: Anders = check_niets, begin: str = "", meeste: int = 0
    ) -> None:
        super().__init__(begin, max_length=meeste)
        self._klaar, self._anders = klaar, anders

    def on_key(self, toets: events.Key) -> None:
        """Take what is not typed into the line: Enter, and the keys of the screen."""
        if toets.key == "enter":
            self._klaar(self.value)
        elif toets.is_printable or not self._anders(toets.key):
            return
        toets.stop()
        toets.prevent_default()


def _build_regel(regel: Invoerregel, *, wijst: bool) -> Table:
    """Return a line: the sign of the cursor, how it stands, its key, and the text, wrapped beside them."""
    rij = Table.grid(padding=(0, 1), expand=True)
    for _ in range(3):
        rij.add_column(no_wrap=True)
    rij.add_column(ratio=1)
    cellen = (Text("›" if wijst else " "), Text(regel.teken), Text(regel.toets, style="bold"), Text(regel.tekst))
    rij.add_row(*cellen, style="reverse" if wijst else "")
    return rij
