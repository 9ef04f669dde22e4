"""The state machine of filling in a worksheet: where you are and what you answered. No screens, no files."""

from collections.abc import Mapping

from conflictstijl.model.werkblad import PARTIJEN, Bladvraag, Invulling, Regels, Sleutel, Werkblad
from conflictstijl.rekenen.werkblad import check_antwoord


class Werkbladverloop:
    """Answers in the making, in the order of asking; the questions per party follow from who are there."""

    def __init__(self, werkblad: Werkblad) -> None:
        self.werkblad = werkblad
        self._antwoorden: dict[Sleutel, Regels] = {}
        self._rij = werkblad.build_rij(())
        self._stap = 0

    @property
    def aantal(self) -> int:
        """Number of questions, as far as is known who are there."""
        return len(self._rij)

    def check_aantal(self) -> bool:
        """Return True when the number of questions is known: who are there has been said."""
        return not self.werkblad.per_partij or ("", PARTIJEN) in self._antwoorden

    def check_eerste_partij(self) -> bool:
        """Return True for a question that was not asked about an earlier party."""
        partijen = self._antwoorden.get(("", PARTIJEN), ())
        return self.bladvraag.partij in ("", *partijen[:1])

    @property
    def nummer(self) -> int:
        """Number (from 1) of the question asked now; one more than `aantal` at the end."""
        return self._stap + 1

    @property
    def bladvraag(self) -> Bladvraag:
        """The question asked now; raises IndexError at the end."""
        return self._rij[self._stap]

    @property
    def antwoord(self) -> Regels:
        """The answer to the question asked now; none when it was left open or not asked yet."""
        return self._antwoorden.get(self.bladvraag.sleutel, ())

    def check_gezien(self) -> bool:
        """Return True when the question asked now was passed before, answered or left open on purpose."""
        return self.bladvraag.sleutel in self._antwoorden

    def check_begonnen(self) -> bool:
        """Return True when at least one question was passed."""
        return bool(self._antwoorden)

    def check_klaar(self) -> bool:
        """Return True when every question has been passed."""
        return self._stap >= self.aantal

    def count_open(self) -> int:
        """Return how many questions were never passed."""
        return sum(vraag.sleutel not in self._antwoorden for vraag in self._rij)

    def read_rij(self) -> list[tuple[Bladvraag, Regels]]:
        """Return every question with its answer, in the order of asking."""
        return [(vraag, self._antwoorden.get(vraag.sleutel, ())) for vraag in self._rij]

    def write_antwoord(self, regels: Regels, *, verder: bool = True) -> None:
        """Keep an answer, and go to the next question (`verder`); after a first answer the next one without any."""
        vraag, nieuw = self.bladvraag, not self.check_gezien()
        if vraag.vraag.id == PARTIJEN:
            self._write_partijen(regels)
        self._antwoorden[vraag.sleutel] = regels
        self._rij = self.werkblad.build_rij(self._antwoorden.get(("", PARTIJEN), ()))
        if not verder:
            return
        self._stap += 1
        if nieuw or self.check_klaar():
            self.ask_einde()

    def _write_partijen(self, nieuw: Regels) -> None:
        """Let a party that got another name keep its answers, as far as it is clear which one that is."""
        oud = self._antwoorden.get(("", PARTIJEN), ())
        if len(oud) != len(nieuw):
            return
        namen = {was: wordt for was, wordt in zip(oud, nieuw, strict=True) if was not in nieuw and wordt not in oud}
        self._antwoorden = {(namen.get(wie, wie), naam): regels for (wie, naam), regels in self._antwoorden.items()}

    def ask_vorige(self) -> bool:
        """Go one question back, keeping its answer; returns False at the first question."""
        if self._stap:
            self._stap -= 1
            return True
        return False

    def ask_vraag(self, nummer: int) -> None:
        """Go to a question by its number (from 1)."""
        self._stap = nummer - 1

    def ask_einde(self) -> None:
        """Go to the first question that was never passed; past the last one when there is none."""
        rij = enumerate(self._rij)
        self._stap = next((stap for stap, vraag in rij if vraag.sleutel not in self._antwoorden), self.aantal)

    def resume_antwoorden(self, antwoorden: Mapping[Sleutel, Regels]) -> None:
        """Take over earlier answers, as far as the worksheet still asks for them, and go on after these."""
        self._rij = self.werkblad.build_rij(antwoorden.get(("", PARTIJEN), ()))
        vragen = {vraag.sleutel: vraag.vraag for vraag in self._rij}
        self._antwoorden = {
            sleutel: regels
            for sleutel, regels in antwoorden.items()
            if sleutel in vragen and not check_antwoord(vragen[sleutel], regels)
        }
        self._rij = self.werkblad.build_rij(self._antwoorden.get(("", PARTIJEN), ()))
        self.ask_einde()

    def build_invulling(self) -> Invulling:
        """Return what was filled in until now, in the order of asking."""
        gegeven = {
            vraag.sleutel: self._antwoorden[vraag.sleutel] for vraag in self._rij if vraag.sleutel in self._antwoorden
        }
        return Invulling(self.werkblad.id, self.werkblad.versie, gegeven)
