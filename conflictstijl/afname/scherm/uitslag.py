"""The screen with a result: the report in a tab per heading, to read, and to write to a file."""

from collections.abc import Callable
from contextlib import redirect_stderr
from io import StringIO
from typing import ClassVar, NamedTuple

from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static, Tab, Tabs

from conflictstijl.afname.scherm.delen import Kop, Voet
from conflictstijl.afname.scherm.keuze import Keuzescherm, Naamscherm
from conflictstijl.fouten import ConflictstijlFout
from conflictstijl.model.document import Blok, Document
from conflictstijl.model.document import Kop as Rapportkop
from conflictstijl.rapport.opmaak import build_regels
from conflictstijl.rapport.overander import KOPPEN_ANDER
from conflictstijl.rapport.profiel import KOPPEN
from conflictstijl.rapport.uitkomst import KOPPEN_ORGANISATIE, KOPPEN_UITKOMST
from conflictstijl.tekst import render_zin

_BIJ_ANDER = ("Wat ik zie", "Wat wanneer", "Erover praten", "Oefenen")
Schrijf = Callable[[str], None]
"""Writes the report to a file with this name; raises ConflictstijlFout."""
TABBLADEN = dict(
    zip((*KOPPEN, *KOPPEN_ANDER), ("Mijn stijl", "Wat wanneer", "Andere stijl", "Oefenen", *_BIJ_ANDER), strict=True)
) | dict(zip((*KOPPEN_UITKOMST, *KOPPEN_ORGANISATIE), ("Uitkomst", "Ingevuld", "Verder", "Weten") * 2, strict=True))
"""Short names of the headings: all four of a report fit on the narrowest screen."""
_VRAAG_NAAM = (
    "Hoe moet het bestand heten? Bijvoorbeeld verslag.md of verslag.txt. Met .yaml krijg je je antwoorden. "
    "Het komt in de map waarin je nu bent."
)
_VOORSTEL = "verslag.md"
_GEEN_STDOUT = {"-": "./-"}
"""What means stdout to a command is a name like any other here."""
_MEESTE_KOLOMMEN = 84


def split_document(document: Document) -> tuple[str, list[Document]]:
    """Return the title of a report, and a report per main heading."""
    titel, *blokken = document.blokken
    delen: list[list[Blok]] = [[]]
    for blok in blokken:
        if isinstance(blok, Rapportkop) and blok.niveau == len("##"):
            delen.append([])
        delen[-1].append(blok)
    # what goes before the first heading stands below it
    begin, eerste, *rest = delen
    alle = [[*eerste[:1], *begin, *eerste[1:]], *rest]
    return titel.tekst if isinstance(titel, Rapportkop) else "", [Document(tuple(deel)) for deel in alle]


class Einde(NamedTuple):
    """What leaving a result means: what comes then, and whether the result is gone."""

    verder: str = "klaar"
    weg: bool = False


class _Gezegd(StringIO):
    """What is told to someone at a terminal."""

    def isatty(self) -> bool:
        """Return True: whoever tells it talks to a person."""
        return True


class Uitslagvak(VerticalScroll):
    """A part of a report, laid out anew for every width.

    There is one for all parts: a hidden one that is shown later stays empty in Textual after another one was scrolled.
    """

    def __init__(self) -> None:
        super().__init__()
        self._document, self._breedte = Document(()), 0

    def compose(self) -> ComposeResult:
        """Build the one text in it."""
        yield Static(markup=False)

    def on_resize(self, _gebeurtenis: events.Resize) -> None:
        """Lay the text out for the room that there is."""
        breedte = min(self.scrollable_content_region.width - 1, _MEESTE_KOLOMMEN)
        if breedte != self._breedte:
            self._breedte = breedte
            self._write_regels()

    def write_document(self, document: Document) -> None:
        """Show another part, from its beginning."""
        self._document = document
        self._write_regels()
        self.scroll_home(animate=False)
        # after a part that needs none the bar would still show the place in an earlier one
        self.vertical_scrollbar.position = 0

    def _write_regels(self) -> None:
        regels = build_regels(self._document, self._breedte)
        self.query_one(Static).update(
            Text("\n").join(Text(regel.tekst, style="bold" if regel.kop else "") for regel in regels)
        )


_EINDE = Einde()


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

    def __init__(self, document: Document, melding: str, schrijf: Schrijf | None, einde: Einde = _EINDE) -> None:
        super().__init__()
        self._einde = einde
        self._titel, self._delen = split_document(document)
        self._melding, self._schrijf = melding, schrijf

    def compose(self) -> ComposeResult:
        """Build the screen: head, a tab per heading, foot."""
        kop = Kop()
        kop.titel, kop.plek, kop.deel = self._titel, "uitslag", 1.0
        yield kop
        nummers = range(1, len(self._delen) + 1)
        tabs = Tabs(*(Tab(self._render_tab(nummer, actief=nummer == 1), id=f"deel-{nummer}") for nummer in nummers))
        # the keys are those of the screen: with the focus here the arrows would read nothing
        tabs.can_focus = False
        yield tabs
        yield Uitslagvak()
        yield Static(self._melding, id="melding", markup=False)
        bestand = [("b", "naar bestand")] if self._schrijf else []
        yield Voet(("←→", "ander deel"), ("↑↓", "lezen"), *bestand, ("Esc", self._einde.verder))

    def _read_naam(self, nummer: int) -> str:
        eerste = self._delen[nummer - 1].blokken[0]
        kop = eerste.tekst if isinstance(eerste, Rapportkop) else ""
        return TABBLADEN.get(kop, kop)

    def _render_tab(self, nummer: int, *, actief: bool) -> Content:
        """Return the name of a part; a sign tells which one is shown, where nothing shows colours."""
        return Content(f"{'›' if actief else ' '}{nummer} {self._read_naam(nummer)} ")

    def on_tabs_tab_activated(self, gebeurtenis: Tabs.TabActivated) -> None:
        """Show the part of a tab, also after a click, and let the arrows read it."""
        gekozen = self._read_nummer(gebeurtenis.tab.id)
        for nummer, tab in enumerate(self.query(Tab), 1):
            tab.label = self._render_tab(nummer, actief=nummer == gekozen)
        vak = self.query_one(Uitslagvak)
        vak.write_document(self._delen[gekozen - 1])
        vak.focus()

    @staticmethod
    def _read_nummer(naam: str | None) -> int:
        return int((naam or "").removeprefix("deel-"))

    def action_toon(self, nummer: int) -> None:
        """Show the part with this number."""
        if nummer <= len(self._delen):
            self.query_one(Tabs).active = f"deel-{nummer}"

    def action_tabblad(self, stap: int) -> None:
        """Show the next or the previous part, and after the last one the first."""
        self.action_toon((self._read_nummer(self.query_one(Tabs).active) - 1 + stap) % len(self._delen) + 1)

    def action_bewaar(self) -> None:
        """Ask for a name, and write the report to it."""
        if self._schrijf:
            self._ask_naam(_VRAAG_NAAM, _VOORSTEL)

    def _ask_naam(self, tekst: str, naam: str) -> None:
        self.app.push_screen(Naamscherm("Verslag als bestand", tekst, naam), self._write_bestand)

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
            self._einde = self._einde._replace(weg=False)
            self.query_one("#melding", Static).update(gezegd.getvalue().strip())

    def action_klaar(self) -> None:
        """Leave; who would lose the result by that is asked first."""
        if self._einde.weg:
            vraag = "Je uitslag is niet bewaard. Sluit je dit scherm, dan is hij weg."
            self.app.push_screen(Keuzescherm("Sluiten", vraag, ["Terug naar mijn uitslag", "Sluiten"]), self._check_weg)
        else:
            self.dismiss(None)

    def _check_weg(self, gekozen: int | None) -> None:
        if gekozen:
            self.dismiss(None)
