"""Filling in a worksheet by lines: one question after the other, each answer kept before the next one shows."""

import textwrap
from collections.abc import Callable, Iterator

from conflictstijl.afname.gesprek import HULP, STOP, TERUG, Gesprek
from conflictstijl.afname.werkbladverloop import Werkbladverloop
from conflictstijl.fouten import GebruikFout, OnderbrokenFout
from conflictstijl.model.werkblad import PARTIJEN, Bladvraag, Invulling, Regels, Werkvraag
from conflictstijl.rekenen.werkblad import advise_antwoord, check_antwoord
from conflictstijl.tekst import MAX_TEKST, clean_tekst, fold_tekst, parse_geheel

Bewaar = Callable[[Invulling], None]
"""Keeps all answers of a worksheet; on return they are safe."""

_OVERSLAAN = {"overslaan", "sla over"}
_KLAAR = {"", "klaar"}
_LIJST = {"lijst"}
_OPDRACHTEN = (
    "Kies je uit een lijst, typ dan een nummer of het woord. "
    "'terug': een vraag terug. 'overslaan': openlaten. '?': hulp. 'stop': stoppen, later kun je verder."
)


class Werkbladmodus:
    """Asks the questions of a worksheet; `bewaard` is what a person is told about keeping."""

    def __init__(self, verloop: Werkbladverloop, gesprek: Gesprek, bewaar: Bewaar, bewaard: str) -> None:
        self._verloop = verloop
        self._gesprek = gesprek
        self._bewaar = bewaar
        self._bewaard = bewaard
        self._plaats: tuple[str, str] | None = None

    def ask_werkblad(self) -> Invulling:
        """Ask everything, let a person look once more, and return what was filled in.

        Raises OnderbrokenFout when the user stops or the input ends too early.
        """
        self._write_inleiding()
        self._ask_vragen()
        while self._gesprek.mens and not self._ask_controle():
            self._ask_vragen()
        return self._verloop.build_invulling()

    def _ask_vragen(self) -> None:
        while not self._verloop.check_klaar():
            self._ask_vraag()

    def _write_inleiding(self) -> None:
        blad = self._verloop.werkblad
        self._gesprek.write_regel(blad.titel)
        if self._gesprek.mens and self._verloop.check_begonnen():
            if not self._verloop.check_klaar():
                self._gesprek.write_regel(f"Je gaat verder bij vraag {self._verloop.nummer}.")
            return
        self._gesprek.write_regel(f"{blad.doel} Dit kost ongeveer {blad.minuten} minuten.")
        for alinea in filter(None, (blad.uitleg, self._bewaard, _OPDRACHTEN if self._gesprek.mens else "")):
            self._gesprek.write_alinea(alinea)

    def _ask_vraag(self) -> None:
        verloop, gesprek = self._verloop, self._gesprek
        vraag = verloop.bladvraag
        self._write_deel(vraag)
        totaal = f" van {verloop.aantal}" if verloop.check_aantal() else ""
        gesprek.write_alinea(f"Vraag {verloop.nummer}{totaal}")
        for regel in render_vraag(vraag.vraag, met_hulp=verloop.check_eerste_partij()):
            gesprek.write_regel(regel)
        if verloop.check_gezien():
            gesprek.write_regel(f"Je antwoord was: {render_antwoord(verloop.antwoord)}")
            gesprek.write_regel("Met Enter blijft dat zo.")
        elif vraag.vraag.regels > 1 and gesprek.mens:
            gesprek.write_regel("Je kunt meer regels typen. Een lege regel sluit af.")
        self._read_invoer(self._read_regel())

    def _write_deel(self, vraag: Bladvraag) -> None:
        """Write the name and the explanation of a part, and about whom it goes, when the questions enter it."""
        plaats = vraag.deel.naam, vraag.partij
        if plaats == self._plaats:
            return
        nieuw, self._plaats = self._plaats is None or plaats[0] != self._plaats[0], plaats
        if nieuw and vraag.deel.naam:
            self._gesprek.write_alinea(vraag.deel.naam)
            if vraag.deel.uitleg:
                self._gesprek.write_regel(vraag.deel.uitleg)
        if vraag.partij:
            self._gesprek.write_alinea(f"Nu over: {vraag.partij}")

    def _read_invoer(self, invoer: str) -> None:
        """Do what a first line says: a command, or the begin of an answer."""
        woord = fold_tekst(invoer)
        if woord in STOP:
            raise self._build_onderbroken()
        if woord in TERUG:
            self._ask_vorige()
        elif woord in HULP:
            self._write_hulp()
        elif woord in _OVERSLAAN:
            self._write_antwoord(())
        elif not woord and self._verloop.check_gezien():
            self._write_antwoord(self._verloop.antwoord)
        else:
            self._write_antwoord(*self._read_antwoord(invoer))

    def _write_hulp(self) -> None:
        for regel in filter(None, (*render_hulp(self._verloop.bladvraag.vraag), _OPDRACHTEN)):
            self._gesprek.write_regel(regel)

    def _ask_vorige(self) -> None:
        if not self._verloop.ask_vorige():
            self._gesprek.write_regel("Dit is de eerste vraag.")

    def _read_antwoord(self, invoer: str) -> tuple[Regels, bool]:
        """Return the lines of an answer, the first of which was read, and whether the user stops after them."""
        vraag, regels, stoppen = self._verloop.bladvraag.vraag, [invoer], False
        meer = vraag.hoogstens > 1 or (vraag.lang and self._gesprek.mens)
        while meer and regels[-1].strip() and len(regels) < vraag.regels:
            regel = self._read_vervolg()
            stoppen = fold_tekst(regel) in STOP
            regels.append("" if stoppen else regel)
        return tuple(parse_regels(regels, vraag)), stoppen

    def _read_vervolg(self) -> str:
        """Return the next line of an answer, empty at the end of the input: the next question will see that."""
        try:
            return self._gesprek.read_regel()
        except EOFError:
            return ""

    def _write_antwoord(self, regels: Regels, stoppen: bool = False) -> None:
        """Keep an answer that can stand and go on; stay with one that a person may want to sharpen."""
        vraag, eerder = self._verloop.bladvraag.vraag, self._verloop.antwoord
        bezwaren = check_antwoord(vraag, regels)
        if bezwaren:
            self._write_bezwaren(bezwaren)
            return
        scherper = advise_antwoord(vraag, regels) if self._gesprek.mens and regels != eerder else ()
        self._verloop.write_antwoord(regels, verder=not scherper)
        self._bewaar(self._verloop.build_invulling())
        if stoppen:
            raise self._build_onderbroken()
        for regel in ("Bewaard. Het kan nog scherper:", *(f"  {reden}" for reden in scherper)) if scherper else ():
            self._gesprek.write_regel(regel)

    def _write_bezwaren(self, bezwaren: tuple[str, ...]) -> None:
        """Tell a person why an answer cannot stand; a pipe gets GebruikFout, or all that follows would shift."""
        if not self._gesprek.mens:
            raise GebruikFout(f"regel {self._gesprek.regelnummer}: {' '.join(bezwaren).rstrip('.')}")
        for bezwaar in bezwaren:
            self._gesprek.write_regel(bezwaar)

    def _ask_controle(self) -> bool:
        """Return True when a person is content with all answers."""
        gesprek = self._gesprek
        gesprek.write_alinea("Dat was de laatste vraag.")
        gesprek.write_regel("Enter: klaar. Een nummer: die vraag opnieuw. 'lijst': je antwoorden zien.")
        while not self._check_keuze(woord := self._read_regel()):
            gesprek.write_fout(woord, "keuze", f"geef Enter, of een nummer tot en met {self._verloop.aantal}")
        return fold_tekst(woord) in _KLAAR

    def _check_keuze(self, invoer: str) -> bool:
        """Do what is chosen at the end; False when it is no choice."""
        woord = fold_tekst(invoer)
        nummer = parse_geheel(woord)
        if woord in STOP:
            raise self._build_onderbroken()
        if woord in _LIJST:
            self._write_lijst()
        elif woord in TERUG:
            self._verloop.ask_vorige()
        elif nummer is not None and 1 <= nummer <= self._verloop.aantal:
            self._verloop.ask_vraag(nummer)
            self._ask_vraag()
            self._verloop.ask_einde()
        else:
            return woord in _KLAAR
        return True

    def _write_lijst(self) -> None:
        breedte = max(self._gesprek.breedte - 5, 10)
        for nummer, (vraag, regels) in enumerate(self._verloop.read_rij(), 1):
            wie = f"{vraag.partij}, " if vraag.partij else ""
            tekst = f"{wie}{vraag.vraag.kort}: {render_antwoord(regels)}"
            self._gesprek.write_regel(f"{nummer:>3}. {textwrap.shorten(tekst, breedte, placeholder='…')}")

    def _read_regel(self) -> str:
        try:
            return self._gesprek.read_regel()
        except EOFError:
            raise self._build_onderbroken() from None

    def _build_onderbroken(self) -> OnderbrokenFout:
        open_, aantal = self._verloop.count_open(), self._verloop.aantal
        return OnderbrokenFout(f"gestopt: {open_} van de {aantal} vragen zijn nog open" if open_ else "gestopt")


def render_hulp(vraag: Werkvraag) -> list[str]:
    """Return what helps to answer a question."""
    return [vraag.uitleg, f"Bijvoorbeeld: {vraag.voorbeeld}" if vraag.voorbeeld else ""]


def render_vraag(vraag: Werkvraag, *, met_hulp: bool = True) -> Iterator[str]:
    """Yield the lines of a question, with its help, an example and the answers to choose from."""
    yield vraag.vraag
    if met_hulp:
        yield from filter(None, render_hulp(vraag))
    yield from (f"  {nummer}. {keuze}" for nummer, keuze in enumerate(vraag.keuzes, 1))


def render_antwoord(regels: Regels) -> str:
    """Return an answer on one line."""
    return "; ".join(regels) or "(open)"


def parse_regels(regels: list[str], vraag: Werkvraag) -> Iterator[str]:
    """Yield the lines of an answer as they are kept; a choice may be typed by its number or its begin."""
    for regel in regels:
        delen = regel.replace(";", ",").split(",") if vraag.id == PARTIJEN else [regel]
        # too long a line is refused as it is: cut off it would lose its end
        for schoon in filter(None, (deel if len(deel) > MAX_TEKST else clean_tekst(deel) for deel in delen)):
            yield _parse_keuze(schoon, vraag.keuzes)


def _parse_keuze(tekst: str, keuzes: Regels) -> str:
    """Return the choice that a text means, the text itself when it is none."""
    nummer = parse_geheel(tekst.rstrip("."))
    if nummer is not None and 1 <= nummer <= len(keuzes):
        return keuzes[nummer - 1]
    gevouwen = fold_tekst(tekst)
    gelijk = [keuze for keuze in keuzes if fold_tekst(keuze) == gevouwen]
    begin = gelijk or [keuze for keuze in keuzes if fold_tekst(keuze).startswith(gevouwen)]
    return begin[0] if len(begin) == 1 else tekst
