"""Someone who takes a test on a real terminal, writes down what was accepted, and compares that with what is kept."""

import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from random import Random
from typing import NamedTuple

import yaml

from conflictstijl import bewaren, toepassing
from conflictstijl.afname.schudden import check_willekeurig
from conflictstijl.afname.verloop import Verloop
from conflictstijl.model.antwoorden import Antwoord
from conflictstijl.model.vragen import LETTERS, Keuze
from conflictstijl.opslag.bewaard import load_journalen
from conflictstijl.opslag.journaalregels import NOOIT
from conflictstijl.rekenen.vingerafdruk import build_vingerafdruk

from . import naief
from .terminal import Terminal, check_zichtbaar, render_zin

INLEIDING, VRAAG, NAKIJKEN, VERDIEPING, UITSLAG = "inleiding", "vraag", "nakijken", "verdieping", "uitslag"
NAIEF = Path(naief.__file__)
_REGELS = {
    r"Vraag (\d+) van \d+ ": VRAAG,
    r"Enter: klaar\.": NAKIJKEN,
    r"Wil je die ook doen\?": VERDIEPING,
    r"Wil je het verslag": UITSLAG,
}
_SCHERM = {
    r" uitslag *$": UITSLAG,
    r"^ *Nakijken ": NAKIJKEN,
    r"Die stellingen ook doen": VERDIEPING,
    r" 1 Beginnen": INLEIDING,
    r"Vraag (\d+) van \d+ *$": VRAAG,
}


class Zicht(NamedTuple):
    """What somebody sees: where they are, the number of the question, and all that is shown with it."""

    waar: str = ""
    nummer: int = 0
    blok: str = ""


def read_zicht(terminal: Terminal) -> Zicht:
    """Return what is asked last on a terminal."""
    beeld = terminal.beeld
    if terminal.regels:
        treffers = [(treffer, waar) for patroon, waar in _REGELS.items() for treffer in re.finditer(patroon, beeld[0])]
        if not treffers:
            return Zicht()
        treffer, waar = max(treffers, key=lambda paar: paar[0].start())
        return Zicht(waar, int(treffer[1]) if waar == VRAAG else 0, beeld[0][treffer.end() :])
    for patroon, waar in _SCHERM.items():
        for regel in beeld[:1] if waar in {UITSLAG, NAKIJKEN, VRAAG} else beeld:
            if gevonden := re.search(patroon, regel):
                return Zicht(waar, int(gevonden[1]) if waar == VRAAG else 0, render_zin(" ".join(beeld[2:])))
    return Zicht()


class Getuige:
    """Knows what was typed, what was seen to be accepted, and which results there must be."""

    programma: Sequence[str] = ("-m", "conflictstijl")

    def __init__(self, naam: str, gegevens: Path, toeval: Random) -> None:
        self.lijst = toepassing.load_vragenlijst(naam)
        self.gegevens, self.toeval = gegevens, toeval
        self.zaad = toeval.randrange(10**6)
        self.waar: list[object] = [NOOIT] * len(self.lijst.vragen)
        """What was accepted, per question."""
        self.open: list[tuple[int, Antwoord, int]] = []
        """What was typed and not yet seen to be accepted: question, answer, and the number on the screen after it."""
        self.gezien = False
        """True when the result was seen."""
        self.bekend: set[str] = set()
        """Sessions with a result."""
        self.geteld: Counter[str] = Counter()

    @property
    def begonnen(self) -> bool:
        """True when there is a test to go on with."""
        return any(een is not NOOIT for een in self.waar)

    def build_opdracht(self) -> list[str]:
        """Return the command that goes on with the test, or begins one."""
        verder = ["--hervat"] if self.begonnen else ["--zaad", str(self.zaad)]
        return ["afnemen", self.lijst.id, *verder]

    def build_verloop(self) -> Verloop:
        """Return where the program must be: after all that was accepted or typed."""
        stand = list(self.waar)
        for plaats, antwoord, _ in self.open:
            stand[plaats] = antwoord
        verloop = Verloop(self.lijst, self.zaad if check_willekeurig(self.lijst) else None)
        gezien = [een is not NOOIT for een in stand]
        verloop.resume_antwoorden([None if een is NOOIT else een for een in stand], gezien)  # type: ignore[misc]  # NOOIT is taken out
        return verloop

    def answer(self, terminal: Terminal, aantal: int) -> None:
        """Answer some questions in one write."""
        toetsen, einde = "", "\r" if terminal.regels else ""
        for _ in range(aantal):
            verloop = self.build_verloop()
            if verloop.check_klaar():
                break
            getoond, plaats = verloop.getoond, verloop.plaats
            keus = self.toeval.choice(list_keuzes(getoond.vraag))
            toetsen += spell_keuze(keus, getoond.vraag) + einde
            verloop.write_antwoord(getoond.build_antwoord(keus))
            self.open.append((plaats, getoond.build_antwoord(keus), verloop.nummer))
        terminal.write_toetsen(toetsen)

    def accept(self, zicht: Zicht) -> None:
        """Write down what is seen to be accepted: the answers before the question that shows."""
        nummer = {VRAAG: zicht.nummer}.get(zicht.waar, len(self.lijst.vragen) + 1)
        if zicht.waar in {"", INLEIDING}:
            return
        na = [een[2] for een in self.open]
        for plaats, antwoord, _ in self.open[: na.index(nummer) + 1 if nummer in na else 0]:
            self.waar[plaats] = antwoord
            self.geteld["antwoorden"] += 1
        del self.open[: na.index(nummer) + 1 if nummer in na else 0]
        self.gezien = self.gezien or zicht.waar == UITSLAG

    def wacht(self, terminal: Terminal, *waar: str) -> Zicht:
        """Wait until one of these shows; a question only when it is the one that must come, and its text is there."""
        verloop = self.build_verloop()

        def klaar(_beeld: list[str]) -> bool:
            zicht = read_zicht(terminal)
            if zicht.waar != VRAAG:
                return zicht.waar in waar
            if verloop.check_klaar():
                return False
            vraag = verloop.getoond.vraag
            zichtbaar = check_zichtbaar(vraag, zicht.blok) or check_getoond(vraag, zicht.blok)
            return VRAAG in waar and zicht.nummer == verloop.nummer and zichtbaar

        terminal.read_tot(klaar)
        zicht = read_zicht(terminal)
        self.accept(zicht)
        return zicht

    def check(self) -> None:
        """Hold that all that was accepted is kept, exactly once; what was still typed may be kept up to some answer."""
        assert self.load_klaar() <= 1
        stand = self.load_stand()
        assert stand in self._build_mogelijk(), (stand, self.waar, self.open)
        self.waar, self.open = stand, []

    def load_stand(self) -> list[object]:
        """Return what is kept of the unfinished test; there is never more than one."""
        journalen = load_journalen(self.gegevens / "begonnen", self.lijst, build_vingerafdruk(self.lijst))
        assert journalen.meldingen + journalen.gewijzigd == ()
        over = [een for een in journalen.bewaard if een.kop.sessie not in self.bekend]
        assert len(over) <= 1
        assert not any(een.render_schade(een.opnieuw) for een in over)
        return list(over[0].antwoorden) if over else [NOOIT] * len(self.waar)

    def load_klaar(self) -> int:
        """Return how many results there are that were not there before; they must be of this test."""
        uitslagen, meldingen = bewaren.load_geschiedenis()
        assert meldingen == []
        assert (
            len({een.sessie for een in uitslagen})
            == len(uitslagen)
            == len(list((self.gegevens / "resultaten").glob("*.json")))
        )
        nieuw = [een for een in uitslagen if een.sessie not in self.bekend]
        assert nieuw or not self.gezien, "a result that was seen is gone"
        for een in nieuw:
            assert list(een.blad.antwoorden) in self._build_mogelijk()
            self.bekend.add(een.sessie)
            self.waar, self.open, self.gezien = [NOOIT] * len(self.waar), [], False
            self.geteld["uitslagen"] += 1
        return len(nieuw)

    def _build_mogelijk(self) -> list[list[object]]:
        """Return every state that may be kept: what was accepted, and after each answer that was typed since."""
        mogelijk = [list(self.waar)]
        for plaats, antwoord, _ in self.open:
            mogelijk.append([*mogelijk[-1][:plaats], antwoord, *mogelijk[-1][plaats + 1 :]])
        return mogelijk


class NaieveGetuige(Getuige):
    """The same for the naive twin."""

    programma = (str(NAIEF),)

    def build_opdracht(self) -> list[str]:
        """Return the command that begins or goes on."""
        return [self.lijst.id, str(self.zaad), str(self._blad)]

    @property
    def _blad(self) -> Path:
        return self.gegevens.parent / "blad.yaml"

    def load_stand(self) -> list[object]:
        """Return what the file holds."""
        stand = (yaml.safe_load(self._blad.read_text(encoding="utf-8")) if self._blad.exists() else None) or {}
        return [stand.get(plaats, NOOIT) for plaats in range(len(self.waar))]


def list_keuzes(vraag: object) -> Sequence[int]:
    """Return answers to a question that give nobody a clear style, so that more statements are offered."""
    return range(len(vraag.opties)) if isinstance(vraag, Keuze) else (2, 3, 3, 4)


def spell_keuze(keus: int, vraag: object) -> str:
    """Return the key, or the line, of an answer."""
    return LETTERS[keus] if isinstance(vraag, Keuze) else str(keus)


def check_getoond(vraag: object, blok: str) -> bool:
    """Tell whether the full screen shows this question."""
    if isinstance(vraag, Keuze):
        return all(f" {letter} {optie.tekst}" in blok for letter, optie in zip(LETTERS, vraag.opties, strict=False))
    return str(getattr(vraag, "tekst", "")) in blok
