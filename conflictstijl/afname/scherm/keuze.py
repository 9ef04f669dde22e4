"""A screen with something to read and something to choose: the version, going on, a pause, help, the menu."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.screen import Screen
from textual.widgets import Static

from conflictstijl.afname.invoer import Invoer, build_keuzes
from conflictstijl.afname.scherm.delen import Antwoordlijst, Kop, Tekstregel, Voet

_WEINIG = 4
"""So few choices leave more room for what is to be read."""


class Keuzescherm(Screen[int | None]):
    """Shows a text with lines to choose from; its result is the place of the choice, None when someone goes back.

    `terug` says what going back does.
    """

    def __init__(self, titel: str, tekst: str, keuzes: Sequence[str] | Invoer, *, terug: str = "terug") -> None:
        super().__init__()
        self._titel, self._tekst, self._terug = titel, tekst, terug
        self._invoer = keuzes if isinstance(keuzes, Invoer) else build_keuzes(keuzes)
        self._ruim = "ruim" if len(self._invoer.teksten) <= _WEINIG else ""

    def compose(self) -> ComposeResult:
        """Build the screen: head, text, choices, foot."""
        kop = Kop()
        kop.titel = self._titel
        yield kop
        with Vertical(id="midden"):
            with VerticalScroll(id="vraag", classes=self._ruim, can_focus=False):
                yield Static(self._tekst, id="uitleg", markup=False)
            yield Antwoordlijst(self._invoer, self._write_keuze, self._check_toets)
        yield Voet(("↑↓", "kiezen"), ("Enter", "doen"), ("Esc", self._terug))

    def _write_keuze(self) -> None:
        """Give back what was chosen; who types on after that is not heard here any more."""
        antwoord = self._invoer.antwoord
        self.query_one(Antwoordlijst).write_invoer(Invoer((), (), ()))
        self.dismiss(antwoord if isinstance(antwoord, int) else None)

    def _check_toets(self, toets: str) -> bool:
        """Go back without a choice."""
        if toets != "escape" or not self.is_active:
            return False
        self.dismiss(None)
        return True


class Naamscherm(Screen[str]):
    """Asks for one line of text; its result is empty when someone goes back."""

    def __init__(self, titel: str, tekst: str, begin: str = "") -> None:
        super().__init__()
        self._titel, self._tekst, self._begin = titel, tekst, begin

    def compose(self) -> ComposeResult:
        """Build the screen: head, text, one line to type in, foot."""
        kop = Kop()
        kop.titel = self._titel
        yield kop
        with Vertical(id="midden"):
            with VerticalScroll(id="vraag", can_focus=False):
                yield Static(self._tekst, markup=False)
            yield Tekstregel(self._write_naam, self._check_toets, self._begin)
        yield Voet(("Enter", "doen"), ("Esc", "terug"))

    def _write_naam(self, naam: str) -> None:
        self.dismiss(naam.strip())

    def _check_toets(self, toets: str) -> bool:
        """Go back without a name."""
        if toets == "escape":
            self._write_naam("")
        return toets == "escape"
