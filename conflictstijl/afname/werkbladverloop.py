"""The state machine of filling in a worksheet: where you are and what you answered. No screens, no files."""

from collections.abc import Mapping
from types import MappingProxyType

from conflictstijl.afname.werkbladregels import read_namen
from conflictstijl.model.bladrij import build_bladrij
from conflictstijl.model.bladvulling import Vooraf
from conflictstijl.model.werkblad import Bladvraag, Invulling, Regels, Sleutel, Werkblad, Werkvraag
from conflictstijl.rekenen.bladvulling import build_voorstel, render_gemist
from conflictstijl.rekenen.werkblad import check_antwoord


class Werkbladverloop:
    """Answers in the making, in the order of asking; later questions follow from earlier answers.

    What was answered to a question that is asked no more stays here, in case it is asked again; nobody sees it.
    """

    def __init__(self, werkblad: Werkblad, vooraf: Vooraf = MappingProxyType({})) -> None:
        self.werkblad = werkblad
        self._vooraf = vooraf
        self._antwoorden: dict[Sleutel, Regels] = {}
        self._rij = build_bladrij(werkblad, {})
        self._sturend = werkblad.sturend
        self._bronnen = {vraag.kies_uit for deel in werkblad.delen for vraag in deel.vragen if vraag.kies_uit}
        self._stap = 0

    @property
    def aantal(self) -> int:
        """Number of questions, as far as is known."""
        return len(self._rij.vragen)

    def check_aantal(self) -> bool:
        """Return True when the number of questions is known: no answer that decides about others is to come."""
        open_ = {vraag.vraag.id for vraag in self._rij.vragen if vraag.sleutel not in self._rij.antwoorden}
        gegeven = {naam for (_, naam), regels in self._rij.antwoorden.items() if regels}
        # of what somebody chooses from, one answer is enough to know that the choice comes
        return not open_ & (self._sturend | self._bronnen - gegeven)

    def check_eerste_groep(self) -> bool:
        """Return True for a question that was not asked about an earlier party or line."""
        gehad = self._rij.vragen[: self._stap]
        return not any(vraag.vraag.id == self.bladvraag.vraag.id for vraag in gehad)

    @property
    def nummer(self) -> int:
        """Number (from 1) of the question asked now; one more than `aantal` at the end."""
        return self._stap + 1

    @property
    def bladvraag(self) -> Bladvraag:
        """The question asked now; raises IndexError at the end."""
        return self._rij.vragen[self._stap]

    @property
    def antwoord(self) -> Regels:
        """The answer to the question asked now; none when it was left open or not asked yet."""
        return self._rij.antwoorden.get(self.bladvraag.sleutel, ())

    @property
    def voorstel(self) -> Regels:
        """What the question asked now is filled with beforehand, until it is answered; mostly none."""
        return () if self.check_gezien() else build_voorstel(self.bladvraag.vraag, self._vooraf)

    @property
    def gemist(self) -> str:
        """What of `voorstel` did not fit, as a sentence; mostly none."""
        return render_gemist(self.bladvraag.vraag, self._vooraf)

    def check_gezien(self) -> bool:
        """Return True when the question asked now was passed before, answered or left open on purpose."""
        return self.bladvraag.sleutel in self._rij.antwoorden

    def check_begonnen(self) -> bool:
        """Return True when at least one question was passed."""
        return bool(self._rij.antwoorden)

    def check_klaar(self) -> bool:
        """Return True when every question has been passed."""
        return self._stap >= self.aantal

    def count_open(self) -> int:
        """Return how many questions were never passed."""
        return sum(vraag.sleutel not in self._rij.antwoorden for vraag in self._rij.vragen)

    def read_rij(self) -> list[tuple[Bladvraag, Regels]]:
        """Return every question with its answer, in the order of asking."""
        return [(vraag, self._rij.antwoorden.get(vraag.sleutel, ())) for vraag in self._rij.vragen]

    def write_antwoord(self, regels: Regels, *, verder: bool = True) -> None:
        """Keep an answer, and go to the next question (`verder`); after a first answer the next one without any."""
        vraag, nieuw, oud = self.bladvraag, not self.check_gezien(), self.antwoord
        self._antwoorden[vraag.sleutel] = regels
        self._write_namen(vraag.vraag, oud, regels)
        if not verder:
            return
        self._stap += 1
        if nieuw or self.check_klaar():
            self.ask_einde()

    def _write_namen(self, vraag: Werkvraag, oud: Regels, nieuw: Regels) -> None:
        """Let a line that is spelled better keep what was answered about it; a new line begins empty.

        A choice follows the line that was chosen; a single answer is the same one, whatever its words became.
        """
        namen = read_namen(oud, nieuw, alles=vraag.hoogstens == 1)
        per = {een.id for deel in self.werkblad.delen if deel.per == vraag.id for een in deel.vragen}
        mee = [(groep, een) for groep, een in self._antwoorden if een in per and groep in namen]
        self._antwoorden |= {(namen[groep], een): self._antwoorden.pop((groep, een)) for groep, een in mee}
        self._rij = build_bladrij(self.werkblad, self._antwoorden)
        for keus in (een for een in self._rij.vragen if een.vraag.kies_uit == vraag.id):
            gekozen = self._antwoorden.get(keus.sleutel, ())
            if namen and gekozen:
                nog = keus.vraag.keuzes
                self._antwoorden[keus.sleutel] = tuple(een if een in nog else namen.get(een, een) for een in gekozen)
        self._rij = build_bladrij(self.werkblad, self._antwoorden)

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
        rij, gegeven = enumerate(self._rij.vragen), self._rij.antwoorden
        self._stap = next((stap for stap, vraag in rij if vraag.sleutel not in gegeven), self.aantal)

    def resume_antwoorden(self, antwoorden: Mapping[Sleutel, Regels]) -> None:
        """Take over earlier answers, as far as the worksheet still asks for them, and go on after these."""
        rij = build_bladrij(self.werkblad, antwoorden)
        vragen = {vraag.sleutel: vraag.vraag for vraag in rij.vragen}
        self._antwoorden = {
            sleutel: regels for sleutel, regels in rij.antwoorden.items() if not check_antwoord(vragen[sleutel], regels)
        }
        self._rij = build_bladrij(self.werkblad, self._antwoorden)
        self.ask_einde()

    def build_invulling(self) -> Invulling:
        """Return what was filled in until now, in the order of asking."""
        return Invulling(self.werkblad.id, self.werkblad.versie, self._rij.antwoorden)
