"""The state machine of taking a questionnaire: where you are and what you answered.

It knows nothing of screens or files; the line mode (and later the full screen) drives it.
"""

from collections.abc import Sequence

from conflictstijl.model.antwoorden import Antwoord, Antwoordblad
from conflictstijl.model.vragenlijst import Keuze, Stelling, Vragenlijst


class Verloop:
    """Answers in the making. `plaats` is the index of the question asked; at the end it is their number."""

    def __init__(self, vragenlijst: Vragenlijst) -> None:
        self.vragenlijst = vragenlijst
        self.antwoorden: list[Antwoord] = [None] * len(vragenlijst.items)
        self.plaats = 0
        self._verste = 0

    @property
    def aantal(self) -> int:
        """Number of questions."""
        return len(self.antwoorden)

    @property
    def item(self) -> Stelling | Keuze:
        """The question asked now; raises IndexError at the end."""
        return self.vragenlijst.items[self.plaats]

    def check_gezien(self) -> bool:
        """Return True when the question asked now was passed before, answered or left open on purpose."""
        return self.plaats < self._verste

    def check_klaar(self) -> bool:
        """Return True when the last question has been passed."""
        return self.plaats == self.aantal

    def read_open(self) -> list[int]:
        """Return the numbers (from 1) of the questions without an answer."""
        return [nummer for nummer, antwoord in enumerate(self.antwoorden, 1) if antwoord is None]

    def write_antwoord(self, antwoord: Antwoord) -> None:
        """Keep an answer to the question asked and go to the next; None leaves it open."""
        self.antwoorden[self.plaats] = antwoord
        self.plaats += 1
        self._verste = max(self._verste, self.plaats)

    def ask_vorige(self) -> bool:
        """Go one question back, keeping its answer; returns False at the first question."""
        if self.plaats:
            self.plaats -= 1
            return True
        return False

    def ask_vraag(self, nummer: int) -> None:
        """Go to a question by its number (from 1)."""
        self.plaats = nummer - 1

    def resume_antwoorden(self, antwoorden: Sequence[Antwoord], plaats: int) -> None:
        """Take over earlier answers and go to the question with this index."""
        self.antwoorden = list(antwoorden)
        self.plaats = self._verste = plaats

    def ask_einde(self) -> None:
        """Go past the last question, to the check of all answers."""
        self.plaats = self.aantal

    def build_blad(self, deelnemer: str | None = None, seconden: float | None = None) -> Antwoordblad:
        """Return the answers as a sheet."""
        return Antwoordblad(self.vragenlijst.id, tuple(self.antwoorden), self.vragenlijst.versie, deelnemer, seconden)
