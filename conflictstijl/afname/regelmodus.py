"""Line mode: one question after the other, plain lines, no redraw. Good for pipes, ears and fingers."""

import textwrap
from collections.abc import Callable
from time import monotonic

from conflictstijl.afname.gesprek import HULP, STOP, TERUG, Gesprek
from conflictstijl.afname.schudden import Getoond
from conflictstijl.afname.verloop import Verloop, read_onderdeel
from conflictstijl.afname.vraagtekst import (
    parse_invoer,
    render_antwoord,
    render_bewaard,
    render_controle,
    render_hulp,
    render_inleiding,
    render_vraag,
)
from conflictstijl.fouten import OnderbrokenFout
from conflictstijl.laden.antwoord import AntwoordOnbekendFout
from conflictstijl.model.antwoorden import Antwoord, Antwoordblad
from conflictstijl.model.vragen import Stelling, Vraag
from conflictstijl.tekst import fold_tekst, parse_geheel

Bewaar = Callable[[int, Antwoord], None]
"""Keeps the answer to the question with this index; on return it is safe."""

_OVERSLAAN = {"overslaan", "sla over"}
_KLAAR = {"", "klaar"}
_LIJST = {"lijst"}
_MEESTE_GETOOND = 40
"""Most answers that the check shows of itself: a longer list runs off the screen, and takes minutes to hear."""


class Regelmodus:
    """Asks a questionnaire by lines; every accepted answer is kept before the next question shows.

    `bewaard` is what a person is told about keeping before the first question; None: nothing.
    """

    def __init__(self, verloop: Verloop, gesprek: Gesprek, bewaar: Bewaar, *, bewaard: bool | None = None) -> None:
        self._bewaard = bewaard
        self._verloop = verloop
        self._lijst = verloop.vragenlijst
        self._gesprek = gesprek
        self._bewaar = bewaar
        self._delen = {onderdeel.id: onderdeel for onderdeel in self._lijst.onderdelen}
        self._onderdeel = ""
        self._gegeven = 0
        self._volledig = len(self._lijst.vragen) <= _MEESTE_GETOOND
        self._opdrachten: tuple[tuple[set[str], Callable[[], None]], ...] = (
            (TERUG, self._ask_vorige),
            (_OVERSLAAN, lambda: self._write_antwoord(None)),
            (STOP, self._ask_stop),
            (HULP, lambda: self._write_hulp(verloop.getoond.vraag)),
        )

    def ask_vragenlijst(self) -> Antwoordblad:
        """Ask everything, offer a check at the end, and return the sheet.

        Raises OnderbrokenFout when the user stops or the input ends too early.
        """
        self._write_inleiding()
        self._ask_oefenen()
        tempo = self._ask_vragen()
        while not self._ask_controle():
            self._ask_vragen()
        return self._verloop.build_blad(seconden=tempo)

    def _ask_vragen(self) -> float | None:
        """Ask what is still to be asked; return the seconds per answer, None for a script and without an answer."""
        begin, eerder = monotonic(), self._gegeven
        while not self._verloop.check_klaar():
            self._ask_vraag()
        aantal = self._gegeven - eerder
        return (monotonic() - begin) / aantal if self._gesprek.mens and aantal else None

    def _write_inleiding(self) -> None:
        kop, *alineas = render_inleiding(self._verloop)
        self._gesprek.write_regel(self._lijst.titel)
        if self._gesprek.mens and self._verloop.check_begonnen():
            # who goes on has heard the rest before
            if not self._verloop.check_klaar():
                self._gesprek.write_regel(f"Je gaat verder bij vraag {self._verloop.nummer}.")
            return
        for regel in kop.split("\n"):
            self._gesprek.write_regel(regel)
        for alinea in alineas[:-1]:
            self._gesprek.write_alinea(alinea)
        if self._gesprek.mens and self._bewaard is not None:
            self._gesprek.write_alinea(render_bewaard(bewaard=self._bewaard))
        self._gesprek.write_alinea(f"{alineas[-1]} Typ ? voor hulp.".strip())

    def _ask_oefenen(self) -> None:
        """Let a person try the answers on practice statements; a script has nothing to practise."""
        lijst, gesprek = self._lijst, self._gesprek
        if not (lijst.oefen and lijst.antwoorden and gesprek.mens) or self._verloop.check_begonnen():
            return
        for tekst in lijst.oefen:
            gesprek.write_alinea("Even oefenen. Dit antwoord telt niet mee.")
            oefening = Stelling("oefen", tekst, (), lijst.antwoorden, lijst.items[0].plek)
            while not self._check_oefening(oefening):
                pass
        gesprek.write_alinea("Nu begint het echt.")

    def _check_oefening(self, oefening: Stelling) -> bool:
        """Ask a practice statement once; False when it must be asked again."""
        for regel in render_vraag(oefening):
            self._gesprek.write_regel(regel)
        invoer = self._read_regel()
        woord = fold_tekst(invoer)
        if woord in STOP:
            self._ask_stop()
        if woord in HULP:
            self._write_hulp(oefening)
            return False
        return woord in _OVERSLAAN | _KLAAR or self._check_antwoord(invoer, oefening)

    def _check_antwoord(self, invoer: str, oefening: Stelling) -> bool:
        try:
            antwoord = parse_invoer(invoer, oefening)
        except AntwoordOnbekendFout as fout:
            self._gesprek.write_fout(invoer, "antwoord", str(fout), "Of typ 'overslaan'.")
            return False
        self._gesprek.write_regel(f"Goed, dat is: {render_antwoord(antwoord, oefening)}.")
        return True

    def _ask_vraag(self) -> None:
        verloop, gesprek = self._verloop, self._gesprek
        vraag = verloop.getoond.vraag
        self._write_onderdeel(vraag)
        gesprek.write_alinea(f"Vraag {verloop.nummer} van {verloop.aantal}")
        for regel in render_vraag(vraag):
            gesprek.write_regel(regel)
        gezien, eerder = verloop.check_gezien(), verloop.antwoord
        if gezien:
            gegeven = render_antwoord(verloop.getoond.read_antwoord(eerder), vraag).rstrip(".")
            gesprek.write_regel(f"Je antwoord was: {gegeven}. Met Enter blijft dat zo.")
        invoer = self._read_regel()
        if invoer.strip() or not gezien:
            self._read_antwoord(invoer)
        else:
            verloop.write_antwoord(eerder)

    def _write_onderdeel(self, vraag: Vraag) -> None:
        """Write the name and the explanation of a part when the questions enter it."""
        nu = read_onderdeel(vraag)
        if nu == self._onderdeel:
            return
        self._onderdeel = nu
        if not nu:
            return
        delen, onderdeel = self._verloop.read_onderdelen(), self._delen[nu]
        deel = f"Deel {delen.index(nu) + 1} van {len(delen)}: {onderdeel.naam}"
        self._gesprek.write_alinea(deel if len(delen) > 1 else f"{onderdeel.naam}.")
        if onderdeel.uitleg:
            self._gesprek.write_regel(onderdeel.uitleg)

    def _read_antwoord(self, invoer: str) -> None:
        woord = fold_tekst(invoer)
        for woorden, opdracht in self._opdrachten:
            if woord in woorden:
                opdracht()
                return
        getoond = self._verloop.getoond
        try:
            self._write_antwoord(getoond.build_antwoord(parse_invoer(invoer, getoond.vraag)))
        except AntwoordOnbekendFout as fout:
            self._gesprek.write_fout(invoer, "antwoord", str(fout), "Of typ 'overslaan'.")

    def _write_antwoord(self, antwoord: Antwoord) -> None:
        plaats = self._verloop.plaats
        self._verloop.write_antwoord(antwoord)
        self._bewaar(plaats, antwoord)
        self._gegeven += 1

    def _ask_vorige(self) -> None:
        if not self._verloop.ask_vorige():
            self._gesprek.write_regel("Dit is de eerste vraag.")

    def _ask_stop(self) -> None:
        raise self._build_onderbroken()

    def _write_hulp(self, vraag: Vraag) -> None:
        for regel in (
            render_hulp(vraag),
            "terug: naar de vorige vraag.",
            "overslaan: deze vraag openlaten.",
            "stop: stoppen. Later kun je verdergaan.",
        ):
            self._gesprek.write_regel(f"  {regel}")

    def _ask_controle(self) -> bool:
        """Show all answers and return True when the user agrees with them."""
        gesprek, leeg = self._gesprek, self._verloop.read_open()
        if self._volledig:
            self._write_antwoorden()
        else:
            gesprek.write_alinea(f"Je hebt {self._verloop.aantal - len(leeg)} vragen beantwoord.")
        if leeg:
            gesprek.write_alinea(f"Open: vraag {', '.join(map(str, leeg))}.")
        lijst = "" if self._volledig else " 'lijst': alles zien."
        gesprek.write_alinea(f"Enter: klaar. Een nummer: die vraag opnieuw.{lijst} 'stop': stoppen.")
        try:
            while not self._check_keuze(woord := gesprek.read_regel()):
                gesprek.write_fout(woord, "keuze", f"geef Enter, of een nummer tot en met {self._verloop.aantal}")
        except EOFError:
            return True
        return fold_tekst(woord) in _KLAAR

    def _write_antwoorden(self) -> None:
        """Show every question with its answer, below the name of its part."""
        self._gesprek.write_alinea("Dit zijn je antwoorden:")
        vorig = ""
        for nummer, (getoond, antwoord) in enumerate(self._verloop.read_rij(), 1):
            nu = read_onderdeel(getoond.vraag)
            if nu != vorig:
                self._gesprek.write_regel(self._delen[nu].naam if nu else "")
            self._gesprek.write_regel(self._render_controleregel(nummer, getoond, antwoord))
            vorig = nu

    def _check_keuze(self, invoer: str) -> bool:
        """Do what is chosen at the check; False when it is no choice. A script may only finish there."""
        woord = fold_tekst(invoer)
        nummer = parse_geheel(woord)
        if woord in _KLAAR:
            return True
        if woord in STOP:
            self._ask_stop()
        if not self._gesprek.mens:
            return False
        if woord in _LIJST:
            self._volledig = True
            return True
        if woord in TERUG:
            return self._verloop.ask_vorige()
        if nummer is None or not 1 <= nummer <= self._verloop.aantal:
            return False
        self._ask_opnieuw(nummer)
        return True

    def _ask_opnieuw(self, nummer: int) -> None:
        self._verloop.ask_vraag(nummer)
        # another answer may have left fewer questions than there were
        while not self._verloop.check_klaar() and self._verloop.nummer <= nummer:
            self._ask_vraag()
        self._verloop.ask_einde()

    def _render_controleregel(self, nummer: int, getoond: Getoond, antwoord: Antwoord) -> str:
        tekst = render_controle(getoond, antwoord)
        return f"{nummer:>3}. {textwrap.shorten(tekst, max(self._gesprek.breedte - 5, 10), placeholder='…')}"

    def _read_regel(self) -> str:
        try:
            return self._gesprek.read_regel()
        except EOFError:
            raise self._build_onderbroken() from None

    def _build_onderbroken(self) -> OnderbrokenFout:
        return self._verloop.build_onderbroken()
