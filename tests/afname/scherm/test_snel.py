"""Keys in one burst: they do, in their order and each on the screen that is there then, what they do one by one."""

from dataclasses import dataclass, field

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conflictstijl.afname.invoer import GEEN, Nummerinvoer
from conflictstijl.afname.invoervormen import build_invoer
from conflictstijl.afname.scherm.afname import Afnameapp
from conflictstijl.afname.verloop import Verloop
from conflictstijl.model.antwoorden import Antwoord
from tests.afname.lijsten import TAKKEN, parse_lijst

from .kijker import Kijker, bekijk
from .opzet import begin

LIJST = parse_lijst(TAKKEN.partition("open:")[0])
TOETSEN = ("1", "1", "2", "2", "3", "3", "enter", "left", "right", "o", "n", "?", "escape")
KOPPEN = {"Nakijken": "nakijken", "Hulp": "hulp", "Pauze": "pauze", "Proef": "vraag"}


@dataclass
class Model:
    """What must happen, without a screen: a place, and the screen that is over it."""

    verloop: Verloop = field(default_factory=lambda: Verloop(LIJST))
    scherm: str = "vraag"
    tot: int = 0
    terug: int = 0
    nummers: Nummerinvoer = field(default_factory=lambda: Nummerinvoer("", ()))
    wijzer: int = 0

    def toets(self, toets: str) -> None:
        if self.scherm == "vraag":
            self._vraag(toets)
        elif self.scherm == "nakijken":
            self._nakijken(toets)
        elif self.scherm == "pauze" and toets == "2":
            self.scherm = "gestopt"
        elif self.scherm in {"hulp", "pauze"} and toets in {"1", "enter", "escape"}:
            self.scherm = "vraag"

    def _vraag(self, toets: str) -> None:
        invoer = build_invoer(self.verloop.getoond.vraag)
        assert invoer is not None
        if self.verloop.antwoord is not None:
            invoer.resume_antwoord(self.verloop.antwoord)
        if toets == "enter":
            if invoer.wijzer != GEEN:
                self._antwoord(invoer.antwoord)
        elif invoer.write_toets(toets, 0):
            self._antwoord(invoer.antwoord)
        elif toets == "right":
            self._antwoord(self.verloop.antwoord)
        else:
            self._ga(toets)

    def _ga(self, toets: str) -> None:
        verloop = self.verloop
        haltes = [nummer for nummer in verloop.read_haltes() if nummer != verloop.nummer]
        if toets == "left":
            self.tot = 0 if verloop.ask_vorige() else self.tot
        elif toets == "o" and haltes:
            self.tot = 0
            verloop.ask_vraag(next((nummer for nummer in haltes if nummer > verloop.nummer), haltes[0]))
        elif toets == "n" and verloop.check_begonnen():
            self._kijk_na()
        self.scherm = {"?": "hulp", "escape": "pauze"}.get(toets, self.scherm)

    def _antwoord(self, antwoord: Antwoord) -> None:
        verloop = self.verloop
        verloop.write_antwoord(antwoord)
        if self.tot and (verloop.check_klaar() or verloop.nummer > self.tot):
            self.tot = 0
            verloop.ask_einde()
        if verloop.check_klaar():
            self._kijk_na()

    def _kijk_na(self) -> None:
        self.scherm, self.terug = "nakijken", min(self.verloop.nummer, self.verloop.aantal)
        self.nummers, self.wijzer = Nummerinvoer("", [""] * self.verloop.aantal), 0
        if not self.verloop.count_nieuw():
            self.verloop.ask_einde()

    def _nakijken(self, toets: str) -> None:
        uitkomst = self.nummers.write_toets(toets, self.wijzer)
        if uitkomst:
            self.wijzer = uitkomst[0]
        elif toets == "enter" and self.wijzer:
            self.scherm, self.tot = "vraag", self.wijzer
            self.verloop.ask_vraag(self.wijzer)
        elif toets == "enter" and self.verloop.check_klaar():
            self.scherm = "uitslag"
        elif toets in {"enter", "escape"}:
            self.scherm = "vraag"
            if self.verloop.check_klaar():
                self.verloop.ask_vraag(self.terug)


def read_scherm(kijker: Kijker[Afnameapp]) -> str:
    if kijker.klaar:
        return "gestopt"
    return "uitslag" if kijker.kop.endswith("uitslag") else KOPPEN[kijker.kop.split()[0]]


def test_digits_in_one_burst_are_answers_to_one_question_after_the_other() -> None:
    with bekijk(begin(LIJST)) as kijker:
        kijker.ineens("enter", "2", "1", "3", "2")
        assert kijker.app._zittingen[0].verloop.antwoorden == [1, None, 1, None, None, 3]
        assert read_scherm(kijker) == "nakijken"


def test_a_whole_test_fits_in_one_burst() -> None:
    with bekijk(begin(LIJST)) as kijker:
        kijker.ineens("enter", "2", "1", "3", "enter", "escape")
        assert kijker.klaar
        assert kijker.app.afgerond is not None
        assert kijker.app.afgerond.resultaat.blad.antwoorden == (1, None, 1, None, None, 3)


def test_the_other_order_gives_other_answers() -> None:
    with bekijk(begin(LIJST)) as kijker:
        kijker.ineens("enter", "2", "3", "1", "enter", "escape")
        assert kijker.app.afgerond is not None
        assert kijker.app.afgerond.resultaat.blad.antwoorden != (1, None, 1, None, None, 3)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(toetsen=st.lists(st.sampled_from(TOETSEN), max_size=40), ineens=st.booleans())
def test_a_burst_does_what_its_keys_do_one_by_one(toetsen: list[str], *, ineens: bool) -> None:
    model = Model()
    for toets in toetsen:
        model.toets(toets)
    with bekijk(begin(LIJST, bewaren_=False)) as kijker:
        kijker.toets("enter")
        if ineens:
            kijker.ineens(*toetsen)
        else:
            kijker.toets(*toetsen)
        scherm, verloop = read_scherm(kijker), kijker.app._zittingen[0].verloop
    # what comes after the end is for the screens behind it
    if model.scherm == "uitslag":
        assert scherm in {"uitslag", "gestopt"}
    else:
        assert (scherm, verloop.nummer) == (model.scherm, model.verloop.nummer)
    assert verloop.antwoorden == model.verloop.antwoorden
