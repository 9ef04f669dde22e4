"""The state machine of taking a questionnaire: where you are and what you answered.

It knows nothing of screens or files; the line mode and the full screen both drive it.
"""

from collections.abc import Iterable, Sequence

from conflictstijl.afname.schudden import Getoond, build_getoond
from conflictstijl.fouten import OnderbrokenFout
from conflictstijl.model.antwoorden import Antwoord, Antwoordblad
from conflictstijl.model.vertakking import check_gevraagd
from conflictstijl.model.volgorde import build_volgorde
from conflictstijl.model.vragen import Keuze, Stelling, Vraag
from conflictstijl.model.vragenlijst import Vragenlijst


def read_onderdeel(vraag: Vraag) -> str:
    """Return the id of the part that a question stands in, empty when it stands outside all parts."""
    return vraag.onderdeel if isinstance(vraag, Stelling | Keuze) else ""


class Verloop:
    """Answers in the making, in the order of `vragenlijst.vragen`.

    Questions that the answers do not lead to are passed by; numbers count only the others.
    """

    def __init__(self, vragenlijst: Vragenlijst, zaad: int | None = None) -> None:
        self.vragenlijst = vragenlijst
        self.zaad = zaad
        self.antwoorden: list[Antwoord] = [None] * len(vragenlijst.vragen)
        self._volgorde = build_volgorde(vragenlijst, zaad)
        self._gezien = [False] * len(self.antwoorden)
        self._rij = self._build_rij()
        self._stap = 0

    def _build_rij(self) -> list[int]:
        """Return the indices of the questions that are asked now, in the order of asking."""
        gevraagd = check_gevraagd(self.vragenlijst, self.antwoorden)
        return [plaats for plaats in self._volgorde if gevraagd[plaats]]

    @property
    def aantal(self) -> int:
        """Number of questions that the answers until now lead to."""
        return len(self._rij)

    @property
    def nummer(self) -> int:
        """Number (from 1) of the question asked now; one more than `aantal` at the end."""
        return self._stap + 1

    @property
    def plaats(self) -> int:
        """Index in `vragenlijst.vragen` of the question asked now; raises IndexError at the end."""
        return self._rij[self._stap]

    @property
    def antwoord(self) -> Antwoord:
        """The answer to the question asked now; raises IndexError at the end."""
        return self.antwoorden[self.plaats]

    @property
    def getoond(self) -> Getoond:
        """The question asked now, as it is shown; raises IndexError at the end."""
        return self._build_getoond(self.plaats)

    def _build_getoond(self, plaats: int) -> Getoond:
        return build_getoond(self.vragenlijst.vragen[plaats], self.vragenlijst, self.zaad)

    def read_rij(self) -> list[tuple[Getoond, Antwoord]]:
        """Return every question asked, in the order of asking, with its answer."""
        return [(self._build_getoond(plaats), self.antwoorden[plaats]) for plaats in self._rij]

    def read_nummers(self, plaatsen: Iterable[int]) -> list[int]:
        """Return the numbers on the screen of the questions with these numbers in the file (both from 1)."""
        gezocht = {plaats - 1 for plaats in plaatsen}
        return [nummer for nummer, plaats in enumerate(self._rij, 1) if plaats in gezocht]

    def read_onderdelen(self) -> list[str]:
        """Return the ids of the parts that are asked now, in the order of asking."""
        vragen = (self.vragenlijst.vragen[plaats] for plaats in self._rij)
        return list(dict.fromkeys(filter(None, map(read_onderdeel, vragen))))

    def check_begonnen(self) -> bool:
        """Return True when at least one question was passed, answered or left open on purpose."""
        return any(self._gezien)

    def check_gezien(self) -> bool:
        """Return True when the question asked now was passed before, answered or left open on purpose."""
        return self._gezien[self.plaats]

    def check_klaar(self) -> bool:
        """Return True when every question has been passed."""
        return self._stap >= self.aantal

    def count_nieuw(self) -> int:
        """Return the number of questions asked that were never passed."""
        return sum(not self._gezien[plaats] for plaats in self._rij)

    def read_open(self) -> list[int]:
        """Return the numbers (from 1) of the questions without an answer."""
        return [nummer for nummer, plaats in enumerate(self._rij, 1) if self.antwoorden[plaats] is None]

    def read_haltes(self) -> list[int]:
        """Return the numbers (from 1) of all questions passed without an answer, and of the first new one."""
        rij = list(enumerate(self._rij, 1))
        nieuw = [nummer for nummer, plaats in rij if not self._gezien[plaats]]
        over = [nummer for nummer, plaats in rij if self._gezien[plaats] and self.antwoorden[plaats] is None]
        return sorted([*over, *nieuw[:1]])

    def write_antwoord(self, antwoord: Antwoord) -> None:
        """Keep an answer to the question asked and go to the next; None leaves it open.

        After the first answer to a question that is the next one without any: who went back and came upon a new
        question need not pass all later ones again.
        """
        plaats, nieuw = self.plaats, not self.check_gezien()
        self.antwoorden[plaats] = antwoord
        self._gezien[plaats] = True
        # another answer may lead to other questions
        self._rij = self._build_rij()
        self._stap = self._rij.index(plaats) + 1
        if nieuw or self.check_klaar():
            self.ask_einde()

    def ask_vorige(self) -> bool:
        """Go one question back, keeping its answer; returns False at the first question."""
        if self._stap:
            self._stap -= 1
            return True
        return False

    def ask_vraag(self, nummer: int) -> None:
        """Go to a question by its number (from 1)."""
        self._stap = nummer - 1

    def resume_antwoorden(self, antwoorden: Sequence[Antwoord], gezien: Sequence[bool]) -> None:
        """Take over earlier answers and go to the first question that was not passed."""
        self.antwoorden, self._gezien = list(antwoorden), list(gezien)
        self._rij = self._build_rij()
        self.ask_einde()

    def ask_einde(self) -> None:
        """Go to the first question that was never passed; without one past the last, to the check of all answers."""
        self._stap = next((stap for stap, plaats in enumerate(self._rij) if not self._gezien[plaats]), self.aantal)

    def build_onderbroken(self) -> OnderbrokenFout:
        """Return the error for who stops before the end."""
        return OnderbrokenFout(f"gestopt: {len(self.read_open())} van de {self.aantal} vragen zijn nog open")

    def build_blad(self, seconden: float | None = None) -> Antwoordblad:
        """Return the answers as a sheet; what was not asked has none."""
        gevraagd = set(self._rij)
        antwoorden = tuple(antw if plaats in gevraagd else None for plaats, antw in enumerate(self.antwoorden))
        lijst = self.vragenlijst
        return Antwoordblad(lijst.id, antwoorden, lijst.versie, seconden=seconden, zaad=self.zaad)
