"""Filling in a worksheet by lines: one question after the other, each answer kept before the next one shows."""

import textwrap
from collections.abc import Callable, Iterator

from conflictstijl.afname.gesprek import HULP, STOP, TERUG, Gesprek
from conflictstijl.afname.werkbladregels import OVERSLAAN, check_nummers, parse_regels
from conflictstijl.afname.werkbladverloop import Werkbladverloop
from conflictstijl.fouten import GebruikFout, OnderbrokenFout
from conflictstijl.model.bladvorm import check_dubbel, check_regel
from conflictstijl.model.werkblad import Bladvraag, Invulling, Regels, Werkvraag
from conflictstijl.rekenen.bladprivacy import check_vraag
from conflictstijl.rekenen.werkblad import advise_antwoord, check_antwoord
from conflictstijl.tekst import fold_tekst, parse_geheel, render_citaat

Bewaar = Callable[[Invulling], None]
"""Keeps all answers of a worksheet; on return they are safe."""

_KLAAR = {"", "klaar"}
_PLUS = "+"
_LIJST = {"lijst"}
_OPDRACHTEN = (
    "Kies je uit een lijst, typ dan een nummer of het woord. "
    "'terug': een vraag terug. 'overslaan': openlaten. '?': hulp. 'stop': stoppen, later kun je verder."
)

_REGELS = "Je kunt meer regels typen. Een lege regel sluit af."
_KIES = "Typ de nummers die je kiest, met een komma ertussen."
_ERBIJ = " Begin met een + om er regels bij te zetten."


class Werkbladmodus:
    """Asks the questions of a worksheet; `bewaard` is what a person is told about keeping."""

    def __init__(self, verloop: Werkbladverloop, gesprek: Gesprek, bewaar: Bewaar, bewaard: str) -> None:
        self._verloop = verloop
        self._gesprek = gesprek
        self._bewaar = bewaar
        self._bewaard = bewaard
        self._plaats: tuple[str, str] | None = None
        self._vol = False
        """True right after a list that closed because it was full: an empty line then closes it once more."""

    def ask_werkblad(self) -> Invulling:
        """Ask everything, let a person look once more, and return what was filled in.

        Raises OnderbrokenFout when the user stops or the input ends too early.
        """
        self._write_inleiding()
        self._ask_vragen()
        if not self._gesprek.mens:
            self._check_rest()
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
        for regel in render_vraag(vraag.vraag, met_hulp=verloop.check_eerste_groep()):
            gesprek.write_regel(regel)
        if verloop.check_gezien():
            gesprek.write_regel(f"Je antwoord was: {render_antwoord(verloop.antwoord)}")
            gesprek.write_regel(f"Met Enter blijft dat zo.{_ERBIJ if check_erbij(vraag.vraag) else ''}")
        elif verloop.voorstel:
            gesprek.write_regel(f"Dit staat er alvast: {render_antwoord(verloop.voorstel)}")
            if verloop.gemist:
                gesprek.write_regel(verloop.gemist)
            gesprek.write_regel(f"Met Enter blijft dat zo.{_ERBIJ if check_erbij(vraag.vraag) else ''}")
        elif vraag.vraag.regels > 1 and gesprek.mens:
            gesprek.write_regel(_KIES if vraag.vraag.kies_uit else _REGELS)
        self._read_invoer(self._read_eerste())

    def _write_deel(self, vraag: Bladvraag) -> None:
        """Write the name and the explanation of a part, and about whom it goes, when the questions enter it."""
        plaats = vraag.deel.naam, vraag.groep
        if plaats == self._plaats:
            return
        nieuw, self._plaats = self._plaats is None or plaats[0] != self._plaats[0], plaats
        if nieuw and vraag.deel.naam:
            self._gesprek.write_alinea(vraag.deel.naam)
            if vraag.deel.uitleg:
                self._gesprek.write_regel(vraag.deel.uitleg)
        if vraag.groep:
            self._gesprek.write_alinea(f"Nu over: {vraag.groep}")

    def _read_invoer(self, invoer: str) -> None:
        """Do what a first line says: a command, or the begin of an answer."""
        woord = fold_tekst(invoer)
        staat_er = self._verloop.antwoord or self._verloop.voorstel
        if woord in STOP:
            raise self._build_onderbroken()
        if woord in TERUG:
            self._ask_vorige()
        elif woord in HULP:
            self._write_hulp()
        elif woord in OVERSLAAN:
            self._write_antwoord(())
        elif not woord and (self._verloop.check_gezien() or staat_er):
            self._write_antwoord(staat_er)
        elif invoer.startswith(_PLUS) and staat_er and check_erbij(self._verloop.bladvraag.vraag):
            self._write_antwoord(*self._read_antwoord(invoer.removeprefix(_PLUS), staat_er))
        else:
            self._write_nieuw(invoer)

    def _write_nieuw(self, invoer: str) -> None:
        """Keep an answer that begins with this line; when nothing of it can stand it is asked again, not left open."""
        regels, opdracht = self._read_antwoord(invoer)
        if regels or opdracht or not (self._gesprek.mens and invoer.strip()):
            self._write_antwoord(regels, opdracht)

    def _write_hulp(self) -> None:
        for regel in filter(None, (*render_hulp(self._verloop.bladvraag.vraag), _OPDRACHTEN)):
            self._gesprek.write_regel(regel)

    def _ask_vorige(self) -> None:
        if not self._verloop.ask_vorige():
            self._gesprek.write_regel("Dit is de eerste vraag.")

    def _read_antwoord(self, invoer: str, eerder: Regels = ()) -> tuple[Regels, str]:
        """Return the lines of an answer, the first of which was read, and the command that ended them, if any."""
        vraag, mens = self._verloop.bladvraag.vraag, self._gesprek.mens
        regels = (*eerder, *self._read_delen(invoer, eerder))
        meer = vraag.hoogstens > 1 or (vraag.lang and mens)
        while meer and invoer.strip() and len(regels) < vraag.regels and not (mens and check_nummers(invoer, vraag)):
            self._write_tussentijds(regels)
            invoer = self._read_vervolg()
            woord = fold_tekst(invoer)
            if woord in STOP or (mens and woord in TERUG):
                return regels, woord
            regels = (*regels, *self._read_delen(invoer, regels))
        self._vol = 1 < vraag.regels <= len(regels)
        return regels, ""

    def _write_tussentijds(self, regels: Regels) -> None:
        """Keep the lines that a person typed until now: a long list is not lost with the window.

        An earlier answer stays until the new one is there: what was answered about its lines would go with it.
        """
        bladvraag, eerder = self._verloop.bladvraag, self._verloop.antwoord
        erbij = regels[: len(eerder)] == eerder and regels != eerder
        if self._gesprek.mens and erbij and not check_antwoord(bladvraag.vraag, regels):
            tot_nu = self._verloop.build_invulling()
            self._bewaar(tot_nu._replace(antwoorden={**tot_nu.antwoorden, bladvraag.sleutel: regels}))

    def _read_delen(self, invoer: str, eerder: Regels) -> Regels:
        """Return what a line adds to an answer of more lines; a person hears at once what cannot stand."""
        vraag = self._verloop.bladvraag.vraag
        delen = parse_regels(invoer, vraag)
        if not self._gesprek.mens or vraag.regels == 1:
            return delen
        if fold_tekst(invoer) in HULP:
            self._write_hulp()
            return ()
        goed: list[str] = []
        for deel in delen:
            bezwaren = check_regel(vraag, deel) or check_dubbel(vraag, (*eerder, *goed, deel))
            goed += [] if bezwaren else [deel]
            for bezwaar in bezwaren:
                self._gesprek.write_regel(bezwaar)
        return tuple(goed)

    def _read_vervolg(self) -> str:
        """Return the next line of an answer, empty at the end of the input: the next question will see that."""
        try:
            return self._gesprek.read_regel()
        except EOFError:
            return ""

    def _write_antwoord(self, regels: Regels, opdracht: str = "") -> None:
        """Keep an answer that can stand and go on; stay with one that a person may want to sharpen.

        Who typed a command after it stops there, or sees the question once more.
        """
        vraag, eerder = self._verloop.bladvraag.vraag, self._verloop.antwoord
        bezwaren = check_antwoord(vraag, regels)
        if bezwaren:
            self._write_bezwaren(bezwaren)
            return
        raad = tuple(self._advise_antwoord(regels)) if self._gesprek.mens and regels != eerder else ()
        self._verloop.write_antwoord(regels, verder=not (raad or opdracht))
        self._bewaar(self._verloop.build_invulling())
        if opdracht in STOP:
            raise self._build_onderbroken()
        for regel in raad:
            self._gesprek.write_regel(regel)

    def _advise_antwoord(self, regels: Regels) -> Iterator[str]:
        """Yield what a person may want to change in an answer that can stand."""
        vraag = self._verloop.bladvraag
        for kop, redenen in (
            ("Genoteerd. Het kan nog scherper:", advise_antwoord(vraag.vraag, regels)),
            ("Genoteerd. Dit kan naar iemand leiden:", check_vraag(self._verloop.werkblad, vraag, regels)),
        ):
            yield from (kop, *(f"  {reden}" for reden in redenen)) if redenen else ()

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
        while not self._check_keuze(woord := self._read_eerste()):
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
            wie = f"{textwrap.shorten(vraag.groep, breedte // 2, placeholder='…')}, " if vraag.groep else ""
            tekst = f"{wie}{vraag.vraag.kort}: {render_antwoord(regels)}"
            self._gesprek.write_regel(f"{nummer:>3}. {textwrap.shorten(tekst, breedte, placeholder='…')}")

    def _check_rest(self) -> None:
        """Raise GebruikFout when a pipe has more than was asked: its answers may have shifted."""
        regel = self._read_vervolg()
        if fold_tekst(regel) not in _KLAAR:
            over = f"regel {self._gesprek.regelnummer}: {render_citaat(regel)} is te veel"
            raise GebruikFout(f"{over}; alle vragen hadden al een antwoord")

    def _read_eerste(self) -> str:
        """Return the next line; not the empty one by which somebody closes a list that was full already.

        Where a pipe ends there, that line was the answer to the last question.
        """
        invoer = self._read_regel()
        vol, self._vol = self._vol, False
        return self._read_vervolg() if vol and not invoer.strip() else invoer

    def _read_regel(self) -> str:
        try:
            return self._gesprek.read_regel()
        except EOFError:
            raise self._build_onderbroken() from None

    def _build_onderbroken(self) -> OnderbrokenFout:
        open_, aantal = self._verloop.count_open(), self._verloop.aantal
        # an answer to come may bring more questions, never fewer
        if not self._verloop.check_aantal():
            return OnderbrokenFout("gestopt: nog niet alle vragen zijn gesteld")
        zijn = "is" if open_ == 1 else "zijn"
        return OnderbrokenFout(f"gestopt: {open_} van de {aantal} vragen {zijn} nog open" if open_ else "gestopt")


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


def check_erbij(vraag: Werkvraag) -> bool:
    """Return True for a question to whose answer lines can be added later."""
    return vraag.hoogstens > 1 and not vraag.kies_uit
