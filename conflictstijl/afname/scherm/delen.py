"""The pieces that screens are made of: a head with progress, a foot with keys, and a list to choose from."""

import textwrap
from collections.abc import Callable
from functools import partial

from rich.text import Text
from textual import events
from textual.app import RenderResult
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Input, OptionList, Static

from conflictstijl.afname.invoer import GEEN, Invoer, Invoerregel

_GEDAAN, _REST = "━", "─"
_WIJZER = "›"
_SMALST = 20
"""Columns below which a text is not broken any further."""


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


class Tekstvak(Static):
    """A text that takes no room while it is empty, and is only laid out anew when it changes."""

    def __init__(self, id: str) -> None:  # noqa: A002 - the name is Textual's
        super().__init__(id=id, markup=False)
        self.display = False
        self._tekst = ""

    def write_tekst(self, tekst: str) -> None:
        """Show another text."""
        if tekst != self._tekst:
            self._tekst = tekst
            self.update(tekst)
            self.display = bool(tekst)


class Voet(Static):
    """What the keys do, on one line where there is room for it."""

    def __init__(self, *toetsen: tuple[str, str]) -> None:
        super().__init__(markup=False)
        self._toetsen: tuple[tuple[str, str], ...] = ()
        self.write_toetsen(toetsen)

    def write_toetsen(self, toetsen: tuple[tuple[str, str], ...]) -> None:
        """Show these keys with what they do."""
        if toetsen == self._toetsen:
            return
        self._toetsen = toetsen
        delen = [Text.assemble((toets, "bold"), " ", wat) for toets, wat in toetsen]
        self.update(Text("  ").join(delen))


Anders = Callable[[str], bool]
"""Takes a key that an answer has no use for; False when nothing has."""


def read_toets(toets: events.Key) -> str:
    """Return a key by its sign, in lower case, else by its name."""
    return toets.character.lower() if toets.is_printable and toets.character else toets.key


class Antwoordlijst(OptionList):
    """The lines of an answer in the making; keys, arrows and clicks go to it, and it shows what comes of that.

    Every key has done its work before the next one is looked at. Messages and bindings would not do: who types fast
    would answer the next question with a key that was meant for this one.
    """

    def __init__(self, invoer: Invoer, klaar: Callable[[], None], anders: Anders) -> None:
        super().__init__(markup=False)
        self.invoer = invoer
        self._klaar, self._anders = klaar, anders
        self.veranderd: Callable[[], None] | None = None
        """Called when something changed in the answer, or the cursor moved."""
        self._getoond: list[Invoerregel] = []
        self._wijzer, self._breedte = 0, _SMALST
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
        self.set_options(self._build_regel(plaats) for plaats in range(len(self._getoond)))
        self.highlighted = None if self._wijzer == GEEN else self._wijzer
        if self._wijzer <= 0:
            self.scroll_home(animate=False)

    def write_stand(self, plaats: int) -> None:
        """Show what changed: the lines, and where the cursor is."""
        eerder, self._getoond = self._getoond, list(self.invoer.regels)
        van, self._wijzer = self._wijzer, plaats
        for nummer, (was, regel) in enumerate(zip(eerder, self._getoond, strict=True)):
            if regel != was or (nummer == plaats) != (nummer == van):
                self.replace_option_prompt_at_index(nummer, self._build_regel(nummer))
        self.highlighted = None if plaats == GEEN else plaats
        if self.veranderd:
            self.veranderd()

    def _build_regel(self, plaats: int) -> Content:
        return _build_regel(self._getoond[plaats], self._breedte, wijst=plaats == self._wijzer)

    def on_resize(self) -> None:
        """Lay the lines out for the room that there is."""
        breedte = max(self.scrollable_content_region.width, _SMALST)
        if breedte != self._breedte:
            self._breedte = breedte
            for plaats in range(len(self._getoond)):
                self.replace_option_prompt_at_index(plaats, self._build_regel(plaats))

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
        blader: Callable[[], None] = self.action_page_down if stap > 0 else self.action_page_up
        blader()

    def action_select(self) -> None:
        """Choose the line of the cursor, by Enter or a click; without a cursor nothing is chosen."""
        if self._wijzer == GEEN:
            self._anders("")
        elif self.options:
            self._write_keuze(self._wijzer, klaar=self.invoer.write_keuze(self._wijzer))

    def on_click(self, klik: events.Click) -> None:
        """Take a double click for one, or it would answer the next question too; pass over what is gone meanwhile."""
        if klik.chain > 1 or klik.style.meta.get("option", GEEN) >= len(self.options):
            klik.stop()
            klik.prevent_default()

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
        if klaar:
            self._klaar()
        else:
            self.write_stand(plaats)


class Tekstregel(Input):
    """One line to type in; as with a list, a key has done its work before the next one is looked at."""

    def __init__(self, klaar: Callable[[str], None], anders: Anders, begin: str = "", meeste: int = 0) -> None:
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

    def on_paste(self, geplakt: events.Paste) -> None:
        """Take what is pasted on one line, as far as there is room."""
        geplakt.stop()
        geplakt.prevent_default()
        gekozen = abs(self.selection.end - self.selection.start)
        ruimte = self.max_length - len(self.value) + gekozen if self.max_length else None
        self.replace(" ".join(geplakt.text.split())[:ruimte], *self.selection)


def _build_regel(regel: Invoerregel, breedte: int, *, wijst: bool) -> Content:
    """Return a line in `breedte` columns: the sign of the cursor, how it stands, its key, and the text beside them."""
    kop = f"{_WIJZER if wijst else ' '} {f'{regel.teken} ' if regel.teken else ''}"
    toets = f"{regel.toets} " if regel.toets else ""
    regels = textwrap.wrap(regel.tekst, max(breedte - len(kop + toets), _SMALST), break_on_hyphens=False) or [""]
    tekst = f"\n{' ' * len(kop + toets)}".join(regels)
    if wijst:
        # the whole line, also behind the text
        gevuld = "\n".join(f"{deel:<{breedte}}" for deel in f"{kop}{toets}{tekst}".split("\n"))
        return Content.styled(gevuld, "reverse")
    return Content.assemble(kop, (toets, "bold"), tekst)
