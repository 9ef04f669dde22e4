"""Line mode: one question after the other, plain lines, no redraw. Good for pipes, ears and fingers."""

import textwrap
from collections.abc import Callable, Iterator
from time import monotonic

from conflictstijl.afname.gesprek import Gesprek
from conflictstijl.afname.verloop import Verloop
from conflictstijl.fouten import OnderbrokenFout
from conflictstijl.laden.antwoorden import AntwoordOnbekendFout, parse_antwoord
from conflictstijl.model.antwoorden import NVT, Antwoord, Antwoordblad
from conflictstijl.model.vragenlijst import Keuze, Stelling, Vragenlijst
from conflictstijl.tekst import fold_tekst, parse_geheel

Bewaar = Callable[[int, Antwoord], None]
"""Keeps the answer to the question with this index; on return it is safe."""

_TERUG = {"terug", "vorige"}
_OVERSLAAN = {"overslaan", "sla over"}
_STOP = {"stop", "quit"}
_HULP = {"?", "help", "hulp"}
_KLAAR = {"", "klaar"}
_LETTERS = "ab"


class Regelmodus:
    """Asks a questionnaire by lines; every accepted answer is kept before the next question shows."""

    def __init__(self, verloop: Verloop, gesprek: Gesprek, bewaar: Bewaar) -> None:
        self._verloop = verloop
        self._lijst = verloop.vragenlijst
        self._gesprek = gesprek
        self._bewaar = bewaar
        self._opdrachten: tuple[tuple[set[str], Callable[[], None]], ...] = (
            (_TERUG, self._ask_vorige),
            (_OVERSLAAN, lambda: self._write_antwoord(None)),
            (_STOP, self._ask_stop),
            (_HULP, self._write_hulp),
        )

    def ask_vragenlijst(self) -> Antwoordblad:
        """Ask everything, offer a check at the end, and return the sheet.

        Raises OnderbrokenFout when the user stops or the input ends too early.
        """
        begin, gesteld = monotonic(), self._verloop.aantal - self._verloop.plaats
        self._write_inleiding()
        klaar = False
        while not klaar:
            if self._verloop.check_klaar():
                klaar = self._ask_controle()
            else:
                self._ask_vraag()
        tempo = (monotonic() - begin) / gesteld if self._gesprek.mens and gesteld else None
        return self._verloop.build_blad(seconden=tempo)

    def _write_inleiding(self) -> None:
        lijst, gesprek = self._lijst, self._gesprek
        duur = f", ongeveer {lijst.minuten} minuten" if lijst.minuten else ""
        gesprek.write_regel(f"{lijst.titel} ({self._verloop.aantal} vragen{duur})")
        if lijst.uitleg:
            gesprek.write_alinea(lijst.uitleg)
        gesprek.write_alinea(
            "Kies wat het eerst bij je opkomt. Er zijn geen goede of foute antwoorden. Typ ? voor hulp."
        )

    def _ask_vraag(self) -> None:
        verloop, gesprek = self._verloop, self._gesprek
        gesprek.write_alinea(f"Vraag {verloop.plaats + 1} van {verloop.aantal}")
        for regel in _render_item(verloop.item, self._lijst):
            gesprek.write_regel(regel)
        gezien, eerder = verloop.check_gezien(), verloop.antwoorden[verloop.plaats]
        if gezien:
            gegeven = render_antwoord(eerder, verloop.item, self._lijst).rstrip(".")
            gesprek.write_regel(f"Je antwoord was: {gegeven}. Met Enter blijft dat zo.")
        invoer = self._read_regel()
        if invoer.strip() or not gezien:
            self._read_antwoord(invoer)
        else:
            verloop.write_antwoord(eerder)

    def _read_antwoord(self, invoer: str) -> None:
        woord = fold_tekst(invoer)
        for woorden, opdracht in self._opdrachten:
            if woord in woorden:
                opdracht()
                return
        item = self._verloop.item
        try:
            self._write_antwoord(parse_antwoord(_parse_begin(invoer, item, self._lijst), item, self._lijst))
        except AntwoordOnbekendFout as fout:
            self._gesprek.write_fout(invoer, "antwoord", str(fout), "Of typ 'overslaan'.")

    def _write_antwoord(self, antwoord: Antwoord) -> None:
        plaats = self._verloop.plaats
        self._verloop.write_antwoord(antwoord)
        self._bewaar(plaats, antwoord)

    def _ask_vorige(self) -> None:
        if not self._verloop.ask_vorige():
            self._gesprek.write_regel("Dit is de eerste vraag.")

    def _ask_stop(self) -> None:
        raise self._build_onderbroken()

    def _write_hulp(self) -> None:
        wat = "a of b" if self._lijst.antwoorden is None else "het cijfer van je antwoord, het woord of het begin ervan"
        for regel in (
            f"Typ {wat}.",
            "terug: naar de vorige vraag.",
            "overslaan: deze vraag openlaten.",
            "stop: stoppen. Later kun je verdergaan.",
        ):
            self._gesprek.write_regel(f"  {regel}")

    def _ask_controle(self) -> bool:
        """Show all answers and return True when the user agrees with them."""
        gesprek = self._gesprek
        gesprek.write_alinea("Dit zijn je antwoorden:")
        for nummer, (item, antwoord) in enumerate(zip(self._lijst.items, self._verloop.antwoorden, strict=True), 1):
            gesprek.write_regel(self._render_controleregel(nummer, item, antwoord))
        leeg = self._verloop.read_open()
        if leeg:
            gesprek.write_alinea(f"Open: vraag {', '.join(map(str, leeg))}.")
        gesprek.write_alinea("Enter: klaar. Een nummer: die vraag opnieuw. 'stop': stoppen.")
        try:
            while not self._check_keuze(woord := gesprek.read_regel()):
                gesprek.write_fout(woord, "keuze", f"geef Enter, of een nummer tot en met {self._verloop.aantal}")
        except EOFError:
            return True
        return fold_tekst(woord) in _KLAAR

    def _check_keuze(self, invoer: str) -> bool:
        """Do what is chosen at the check; False when it is no choice. A script may only finish there."""
        woord = fold_tekst(invoer)
        nummer = parse_geheel(woord)
        if woord in _KLAAR:
            return True
        if woord in _STOP:
            self._ask_stop()
        if not self._gesprek.mens:
            return False
        if woord in _TERUG:
            return self._verloop.ask_vorige()
        if nummer is None or not 1 <= nummer <= self._verloop.aantal:
            return False
        self._ask_opnieuw(nummer)
        return True

    def _ask_opnieuw(self, nummer: int) -> None:
        self._verloop.ask_vraag(nummer)
        while self._verloop.plaats < nummer:
            self._ask_vraag()
        self._verloop.ask_einde()

    def _render_controleregel(self, nummer: int, item: Stelling | Keuze, antwoord: Antwoord) -> str:
        getoond = render_antwoord(antwoord, item, self._lijst)
        vraag = "" if isinstance(item, Keuze) else f" ({item.tekst})"
        return f"{nummer:>3}. {textwrap.shorten(getoond + vraag, max(self._gesprek.breedte - 5, 10), placeholder='…')}"

    def _read_regel(self) -> str:
        try:
            return self._gesprek.read_regel()
        except EOFError:
            raise self._build_onderbroken() from None

    def _build_onderbroken(self) -> OnderbrokenFout:
        leeg = len(self._verloop.read_open())
        return OnderbrokenFout(f"gestopt: {leeg} van de {self._verloop.aantal} vragen zijn nog open")


def render_antwoord(antwoord: Antwoord, item: Stelling | Keuze, vragenlijst: Vragenlijst) -> str:
    """Return an answer as a person reads it: `4 = Vaak`, the chosen statement, or `open`."""
    schaal = vragenlijst.antwoorden
    if antwoord is None:
        return "open"
    if antwoord is NVT:
        return (schaal and schaal.nvt) or "nvt"
    if isinstance(item, Keuze):
        return f"{_LETTERS[antwoord]} = {item.opties[antwoord].tekst}"
    labels = {punt.waarde: punt.label for punt in schaal.punten} if schaal else {}
    return f"{antwoord} = {labels[antwoord]}" if labels.get(antwoord) else str(antwoord)


def _render_item(item: Stelling | Keuze, vragenlijst: Vragenlijst) -> Iterator[str]:
    if isinstance(item, Keuze):
        for letter, optie in zip(_LETTERS, item.opties, strict=False):
            yield f"  {letter}) {optie.tekst}"
        return
    yield item.tekst
    schaal = vragenlijst.antwoorden
    punten = schaal.punten if schaal else ()
    labels = [f"{punt.waarde} = {punt.label}" if punt.label else str(punt.waarde) for punt in punten]
    yield f"  {', '.join(labels + ([f'nvt = {schaal.nvt}'] if schaal and schaal.nvt else []))}"


def _parse_begin(invoer: str, item: Stelling | Keuze, vragenlijst: Vragenlijst) -> str:
    """Return an answer as the sheets spell it: the begin of one label stands for it, `2` for the second choice."""
    woord = fold_tekst(invoer)
    if isinstance(item, Keuze):
        return {"1": "a", "2": "b"}.get(woord, woord)
    labels = [fold_tekst(punt.label) for punt in vragenlijst.antwoorden.punten] if vragenlijst.antwoorden else []
    passend = [label for label in labels if woord and label.startswith(woord)]
    return passend[0] if len(passend) == 1 else invoer
