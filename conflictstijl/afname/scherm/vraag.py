"""The screen of a test: one question at a time, with the ways to and fro, and the check at the end."""

from time import monotonic

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.screen import Screen

from conflictstijl.afname.invoer import Invoer, Nummerinvoer
from conflictstijl.afname.invoervormen import Verdeelinvoer, build_invoer
from conflictstijl.afname.scherm.delen import Antwoordlijst, Kop, Tekstregel, Tekstvak, Voet
from conflictstijl.afname.scherm.keuze import Keuzescherm
from conflictstijl.afname.verloop import read_onderdeel
from conflictstijl.afname.vraagtekst import parse_invoer, render_antwoord, render_controle, render_titel
from conflictstijl.afname.zitting import Zitting
from conflictstijl.laden.antwoord import AntwoordOnbekendFout
from conflictstijl.model.antwoorden import Antwoord
from conflictstijl.model.vragen import Keuze, Stelling, Vraag
from conflictstijl.tekst import MAX_TEKST

_VOET = (("←", "terug"), ("→", "verder"), ("o", "open"), ("n", "nakijken"), ("?", "hulp"), ("Esc", "pauze"))
_VOET_PIJLEN = (("F2", "terug"), ("F3", "verder"), *_VOET[2:])
_VOET_TYPEN = (("Enter", "klaar"), ("F2", "terug"), ("F3", "verder"), ("F1", "hulp"), ("Esc", "pauze"))
_GEEN = Invoer((), (), ())
"""What is shown while there is nothing to choose."""
_WELKE = "Wat past het best bij je?"
"""Asked above options that have no question of their own."""
_OEFENEN = "Even oefenen. Dit antwoord telt niet mee."
HULP = """\
←, t of F2: terug naar de vorige vraag.
→ of F3: verder. Zonder antwoord blijft de vraag open.
o of F4: naar een vraag die nog open is.
n of F5: alle antwoorden nakijken.
Esc: pauze. Dan kun je ook stoppen en later verdergaan."""


class Vraagscherm(Screen[bool]):
    """Asks every question of a sitting; its result is True at the end, False when someone stops."""

    def __init__(self, zitting: Zitting, melding: str = "") -> None:
        super().__init__()
        self._zitting, self._verloop = zitting, zitting.verloop
        lijst = zitting.verloop.vragenlijst
        self._lijst = lijst
        self._delen = {deel.id: deel for deel in lijst.onderdelen}
        schaal = None if self._verloop.check_begonnen() else lijst.antwoorden
        self._oefen = [Stelling("oefen", een, (), schaal, lijst.items[0].plek) for een in lijst.oefen] if schaal else []
        self._terug = 0
        """The number of the question from which all answers are looked at."""
        self._tot = 0
        """The number until which questions are asked anew, after a jump from the check; 0 for none."""
        self._melding = melding or ("" if self._verloop.check_begonnen() else Invoer.uitleg)
        self._gegeven, self._begin = 0, monotonic()
        self._net = False
        """True right after an answer."""
        acties = {
            ("left", "t", "f2"): self._ask_vorige,
            ("right", "f3"): self._ask_verder,
            ("o", "f4"): self._ask_open,
            ("n", "f5"): self._ask_nakijken,
            ("?", "f1"): self._ask_hulp,
            ("escape",): self._ask_pauze,
        }
        self._acties = {toets: actie for toetsen, actie in acties.items() for toets in toetsen}

    def compose(self) -> ComposeResult:
        """Build the screen; what is asked comes into it later, and changes."""
        yield Kop()
        with Vertical(id="midden"):
            with VerticalScroll(id="vraag", can_focus=False):
                yield Tekstvak(id="deel")
                yield Tekstvak(id="casus")
                yield Tekstvak(id="tekst")
            yield Tekstvak(id="melding")
            yield Tekstvak(id="stand")
            yield Antwoordlijst(_GEEN, self._write_gekozen, self._check_toets)
            yield Tekstregel(self._parse_getypt, self._check_toets, meeste=MAX_TEKST)
        yield Voet(*_VOET)

    def on_mount(self) -> None:
        """Show the first question, or the check when all were asked before."""
        self.query_one(Antwoordlijst).veranderd = self._write_stand
        self.call_after_refresh(self._ask_volgende)

    @property
    def _vraag(self) -> Vraag:
        return self._oefen[0] if self._oefen else self._verloop.getoond.vraag

    def _ask_volgende(self) -> None:
        """Show what comes now: a practice statement, a question, or the check."""
        if not self._oefen and self._verloop.check_klaar():
            self._ask_nakijken()
            return
        self._write_kop()
        self._write_vraag(self._vraag)
        self._write_melding(self._melding)
        self._melding = ""

    def _write_kop(self) -> None:
        kop, verloop = self.query_one(Kop), self._verloop
        kop.titel = render_titel(self._lijst)
        kop.plek = "oefenen" if self._oefen else f"Vraag {verloop.nummer} van {verloop.aantal}"
        kop.deel = 0.0 if self._oefen else (verloop.aantal - verloop.count_nieuw()) / verloop.aantal

    def _write_vraag(self, vraag: Vraag) -> None:
        casus, tekst = (vraag.casus, vraag.vraag or _WELKE) if isinstance(vraag, Keuze) else ("", vraag.tekst)
        for naam, inhoud in (("deel", self._render_deel(vraag)), ("casus", casus), ("tekst", tekst)):
            self.query_one(f"#{naam}", Tekstvak).write_tekst(inhoud)
        self.query_one("#vraag").scroll_home(animate=False)
        invoer, eerder = build_invoer(vraag), None if self._oefen else self._verloop.antwoord
        getoond = eerder if self._oefen else self._verloop.getoond.read_antwoord(eerder)
        lijst, regel = self.query_one(Antwoordlijst), self.query_one(Tekstregel)
        lijst.display, regel.display = invoer is not None, invoer is None
        if invoer is None:
            # keys that were on their way to the list must find nothing there
            lijst.write_invoer(_GEEN)
            regel.value = getoond if isinstance(getoond, str) else ""
            regel.focus()
        else:
            if getoond is not None:
                invoer.resume_antwoord(getoond)
            lijst.write_invoer(invoer)
            lijst.focus()
        self._write_stand()
        pijlen = _VOET_PIJLEN if isinstance(invoer, Verdeelinvoer) else _VOET
        self.query_one(Voet).write_toetsen(_VOET_TYPEN if invoer is None else pijlen)

    def _render_deel(self, vraag: Vraag) -> str:
        """Return the part that a question stands in: its number, its name and what it says."""
        if self._oefen:
            return _OEFENEN
        nu = read_onderdeel(vraag)
        if not nu:
            return ""
        delen, deel = self._verloop.read_onderdelen(), self._delen[nu]
        waar = f"Deel {delen.index(nu) + 1} van {len(delen)}: " if len(delen) > 1 else ""
        return f"{waar}{deel.naam}. {deel.uitleg}".strip()

    def _write_stand(self) -> None:
        lijst = self.query_one(Antwoordlijst)
        self.query_one("#stand", Tekstvak).write_tekst(lijst.invoer.stand if lijst.display else "")

    def _write_melding(self, tekst: str) -> None:
        self.query_one("#melding", Tekstvak).write_tekst(tekst)

    def _check_toets(self, toets: str) -> bool:
        """Do what a key of the screen does; nothing while another screen is over this one."""
        if not self.is_active or (toets not in self._acties and len(toets) > 1):
            return False
        # who types a digit and then Enter, as by lines, has answered already
        net, self._net = self._net and not toets, False
        if not net:
            self._acties.get(toets, self._ask_antwoord)()
        return True

    def _ask_antwoord(self) -> None:
        """Say how to answer, to who typed something else or pressed Enter too soon."""
        invoer = self.query_one(Antwoordlijst).invoer
        if invoer.toetsen:
            self._write_melding(invoer.hoe)

    def _write_gekozen(self) -> None:
        """Take an answer that was chosen; a click may be on its way when another screen comes over this one."""
        lijst = self.query_one(Antwoordlijst)
        if self.is_active and lijst.display:
            self._write_antwoord(lijst.invoer.antwoord)

    def _parse_getypt(self, tekst: str) -> None:
        """Take an answer that was typed; an empty line leaves the question open."""
        if not tekst.strip():
            self._ask_verder()
            return
        try:
            self._write_antwoord(parse_invoer(tekst, self._vraag))
        except AntwoordOnbekendFout as fout:
            self._write_melding(f"Dit kan niet: {fout}.")

    def _write_antwoord(self, antwoord: Antwoord) -> None:
        """Keep an answer to what is asked now, and only then show the next."""
        if self._oefen:
            vraag = self._oefen.pop(0)
            goed = "" if antwoord is None else f"Goed, dat was: {render_antwoord(antwoord, vraag)}. "
            self._melding = goed if self._oefen else f"{goed}Nu begint het echt."
        else:
            verloop, plaats = self._verloop, self._verloop.plaats
            waarde = verloop.getoond.build_antwoord(antwoord)
            verloop.write_antwoord(waarde)
            self._melding = self._zitting.write_antwoord(plaats, waarde)
            self._gegeven += 1
            self._net = True
            self._ask_einde()
        self._ask_volgende()

    def _ask_einde(self) -> None:
        """Go back to where someone was, when all that was to be asked anew is asked."""
        if self._tot and (self._verloop.check_klaar() or self._verloop.nummer > self._tot):
            self._tot = 0
            self._verloop.ask_einde()

    def _ask_vorige(self) -> None:
        """Go one question back."""
        if self._oefen or not self._verloop.ask_vorige():
            self._write_melding("Dit is de eerste vraag.")
        else:
            self._tot = 0
            self._ask_volgende()

    def _ask_verder(self) -> None:
        """Go on: an answer stays, and without one the question stays open."""
        if self._oefen or not self._verloop.check_gezien():
            self._write_antwoord(None)
        else:
            self._verloop.write_antwoord(self._verloop.antwoord)
            self._ask_einde()
            self._ask_volgende()

    def _ask_open(self) -> None:
        """Go to the next question that was left open, or to the first one never asked."""
        verloop = self._verloop
        haltes = [nummer for nummer in verloop.read_haltes() if nummer != verloop.nummer]
        if not haltes or self._oefen:
            self._write_melding("Er zijn geen andere open vragen.")
            return
        self._tot = 0
        verloop.ask_vraag(next((nummer for nummer in haltes if nummer > verloop.nummer), haltes[0]))
        self._ask_volgende()

    def _ask_hulp(self) -> None:
        """Show how to answer and what the keys do."""
        invoer = build_invoer(self._vraag)
        hoe = invoer.uitleg if invoer else "Typ je antwoord in eigen woorden. Enter: klaar."
        self.app.push_screen(Keuzescherm("Hulp", f"{hoe}\n\n{HULP}", ["Verder met de test"]))

    def _ask_pauze(self) -> None:
        """Offer to stop, and say what happens with the answers then."""
        bewaard = self._zitting.journaal is not None
        weg = "Je antwoorden zijn niet bewaard. Stop je, dan zijn ze weg."
        tekst = "Je antwoorden zijn bewaard." if bewaard else weg
        if not self._verloop.check_begonnen():
            tekst, bewaard = "Je hebt nog niets beantwoord.", False
        stoppen = "Stoppen en later verdergaan" if bewaard else "Stoppen"
        self.app.push_screen(Keuzescherm("Pauze", tekst, ["Verder met de test", stoppen]), self._check_pauze)

    def _check_pauze(self, gekozen: int | None) -> None:
        if gekozen:
            self.dismiss(False)

    def _ask_nakijken(self) -> None:
        """Show all answers until now; at the end, with the line that finishes the test."""
        verloop = self._verloop
        if not verloop.check_begonnen():
            self._write_melding("Je hebt nog niets beantwoord.")
            return
        klaar = verloop.count_nieuw() == 0
        eerste = "Klaar: toon mijn uitslag" if klaar else "Verder met de test"
        regels = [render_controle(*paar) for paar in verloop.read_rij()]
        open_ = len(verloop.read_open())
        tekst = "Kijk je antwoorden na. Een antwoord veranderen? Typ het nummer en dan Enter."
        if open_:
            tekst = f"{tekst} {open_} {'vraag is' if open_ == 1 else 'vragen zijn'} nog open."
        self._terug = min(verloop.nummer, verloop.aantal)
        if klaar:
            verloop.ask_einde()
        self.app.push_screen(Keuzescherm("Nakijken", tekst, Nummerinvoer(eerste, regels)), self._check_keuze)

    def _check_keuze(self, gekozen: int | None) -> None:
        """Do what was chosen at the check: finish, go on, or ask one question anew."""
        verloop = self._verloop
        if not gekozen and not verloop.check_klaar():
            # the question still stands there, with what was chosen of its answer
            return
        if gekozen == 0:
            self._write_klaar()
            return
        self._tot = gekozen or self._tot
        verloop.ask_vraag(gekozen or self._terug)
        self._ask_volgende()

    def _write_klaar(self) -> None:
        tempo = (monotonic() - self._begin) / self._gegeven if self._gegeven else None
        self._zitting.write_blad(self._verloop.build_blad(seconden=tempo))
        self.dismiss(True)
