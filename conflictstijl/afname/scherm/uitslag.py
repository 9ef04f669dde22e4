"""The screen with a result: the report in a tab per heading, to read, and to write to a file."""

from collections.abc import Callable
from contextlib import redirect_stderr
from io import StringIO
from typing import ClassVar

from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static, TabbedContent, TabPane

from conflictstijl.afname.scherm.delen import Kop, Voet
from conflictstijl.afname.scherm.keuze import Naamscherm
from conflictstijl.fouten import ConflictstijlFout
from conflictstijl.model.document import Blok, Document
from conflictstijl.model.document import Kop as Rapportkop
from conflictstijl.rapport.opmaak import build_regels
from conflictstijl.tekst import render_zin

Schrijf = Callable[[str], None]
"""Writes the report to a file with this name; raises ConflictstijlFout."""
TABBLADEN = ("Mijn stijl", "Wat wanneer", "Andere stijl", "Oefenen")
"""Short names of the four headings: all of them fit on the narrowest screen."""
_VRAAG_NAAM = "Hoe moet het bestand heten? Bijvoorbeeld verslag.md of verslag.txt. Met .yaml bewaar je je antwoorden."
_VOORSTEL = "verslag.md"
_GEEN_STDOUT = {"-": "./-"}
"""What means stdout to a command is a name like any other here."""
_MEESTE_KOLOMMEN = 84


def split_document(document: Document) -> tuple[str, list[Document]]:
    """Return the title of a report, and a report per main heading."""
    titel, *blokken = document.blokken
    delen: list[list[Blok]] = []
    for blok in blokken:
        if isinstance(blok, Rapportkop) and blok.niveau == len("##"):
            delen.append([])
        delen[-1].append(blok)
    return titel.tekst if isinstance(titel, Rapportkop) else "", [Document(tuple(deel)) for deel in delen]


class _Gezegd(StringIO):
    """What is told to someone at a terminal."""

    def isatty(self) -> bool:
        """Return True: whoever tells it talks to a person."""
        return True


class Uitslagvak(VerticalScroll):
    """A part of a report, laid out anew for every width."""

    def __init__(self, document: Document) -> None:
        super().__init__()
        self._document, self._breedte = document, 0

    def compose(self) -> ComposeResult:
        """Build the one text in it."""
        yield Static(markup=False)

    def on_resize(self, _gebeurtenis: events.Resize) -> None:
        """Lay the text out for the room that there is."""
        breedte = min(self.scrollable_content_region.width - 1, _MEESTE_KOLOMMEN)
        if breedte == self._breedte:
            return
        self._breedte = breedte
        regels = build_regels(self._document, breedte)
        self.query_one(Static).update(
            Text("\n").join(Text(regel.tekst, style="bold" if regel.kop else "") for regel in regels)
        )


class Uitslagscherm(Screen[None]):
    """Shows a report; it ends when someone is ready."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "klaar", show=False),
        Binding("ctrl+c,ctrl+q", "klaar", show=False, priority=True),
        Binding("b", "bewaar", show=False),
        Binding("left", "tabblad(-1)", show=False, priority=True),
        Binding("right", "tabblad(1)", show=False, priority=True),
        *(Binding(str(nummer), f"toon({nummer})", show=False) for nummer in range(1, 10)),
    ]

    def __init__(self, document: Document, melding: str, schrijf: Schrijf | None) -> None:
        super().__init__()
        self._titel, self._delen = split_document(document)
        self._melding, self._schrijf = melding, schrijf

    def compose(self) -> ComposeResult:
        """Build the screen: head, a tab per heading, foot."""
        kop = Kop()
        kop.titel, kop.plek, kop.deel = self._titel, "uitslag", 1.0
        yield kop
        with TabbedContent(id="uitslag"):
            for nummer, deel in enumerate(self._delen, 1):
                with TabPane(self._render_tab(nummer, actief=nummer == 1), id=f"deel-{nummer}"):
                    yield Uitslagvak(deel)
        yield Static(self._melding, id="melding", markup=False)
        bewaren = [("b", "verslag bewaren")] if self._schrijf else []
        yield Voet(("←→", "ander deel"), ("↑↓", "lezen"), *bewaren, ("Esc", "klaar"))

    def _read_naam(self, nummer: int) -> str:
        if len(self._delen) == len(TABBLADEN):
            return TABBLADEN[nummer - 1]
        eerste = self._delen[nummer - 1].blokken[0]
        return eerste.tekst if isinstance(eerste, Rapportkop) else ""

    def _render_tab(self, nummer: int, *, actief: bool) -> Content:
        """Return the name of a part; a sign tells which one is shown, where nothing shows colours."""
        return Content(f"{'›' if actief else ' '}{nummer} {self._read_naam(nummer)} ")

    def on_tabbed_content_tab_activated(self, gebeurtenis: TabbedContent.TabActivated) -> None:
        """Move the sign to the part that is shown now, also after a click."""
        for nummer in range(1, len(self._delen) + 1):
            naam = f"deel-{nummer}"
            tab = gebeurtenis.tabbed_content.get_tab(naam)
            tab.label = self._render_tab(nummer, actief=gebeurtenis.pane.id == naam)
        self.call_after_refresh(self._focus)

    def _focus(self) -> None:
        """Let the arrows scroll at once."""
        actief = self.query_one(TabbedContent).active_pane
        if actief is not None:
            vak = actief.query_one(Uitslagvak)
            vak.focus(scroll_visible=False)
            vak.scroll_home(animate=False)

    def action_toon(self, nummer: int) -> None:
        """Show the part with this number."""
        if nummer <= len(self._delen):
            self.query_one(TabbedContent).active = f"deel-{nummer}"

    def action_tabblad(self, stap: int) -> None:
        """Show the next or the previous part, and after the last one the first."""
        nu = int(self.query_one(TabbedContent).active.removeprefix("deel-"))
        self.action_toon((nu - 1 + stap) % len(self._delen) + 1)

    def action_bewaar(self) -> None:
        """Ask for a name, and write the report to it."""
        if self._schrijf:
            self._ask_naam(_VRAAG_NAAM, _VOORSTEL)

    def _ask_naam(self, tekst: str, naam: str) -> None:
        self.app.push_screen(Naamscherm("Verslag bewaren", tekst, naam), self._write_bestand)

    def _write_bestand(self, naam: str | None) -> None:
        """Write the report, and say so; when that cannot be, say why and ask for another name."""
        if not naam or self._schrijf is None:
            return
        gezegd = _Gezegd()
        try:
            # what the command line tells about it has a place of its own here
            with redirect_stderr(gezegd):
                self._schrijf(_GEEN_STDOUT.get(naam, naam))
        except ConflictstijlFout as fout:
            self._ask_naam(f"{render_zin(str(fout))}.\n\n{_VRAAG_NAAM}", naam)
        else:
            self.query_one("#melding", Static).update(gezegd.getvalue().strip())

    def action_klaar(self) -> None:
        """Leave."""
        self.dismiss(None)
