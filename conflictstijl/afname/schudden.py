"""Random order of options: which one stands where, from one starting number; see `model.volgorde` for questions."""

from dataclasses import dataclass, replace
from random import Random

from conflictstijl.model.antwoorden import Antwoord
from conflictstijl.model.vragen import Keuze, Vorm, Vraag
from conflictstijl.model.vragenlijst import Volgorde, Vragenlijst


def check_willekeurig(vragenlijst: Vragenlijst) -> bool:
    """Return True when questions or options are shown in random order."""
    return Volgorde.WILLEKEURIG in {vragenlijst.volgorde, vragenlijst.opties_volgorde}


@dataclass(frozen=True, slots=True)
class Getoond:
    """A question as it is shown: options in the order of the screen, with the way back to the file."""

    vraag: Vraag
    orde: tuple[int, ...] = ()
    """Per place on the screen the index of the option in the file; empty when they are the same."""

    def build_antwoord(self, antwoord: Antwoord) -> Antwoord:
        """Return an answer to the question on the screen as an answer to the question in the file."""
        return self._build_verplaatst(antwoord, self.orde)

    def read_antwoord(self, antwoord: Antwoord) -> Antwoord:
        """Return an answer to the question in the file as an answer to the question on the screen."""
        return self._build_verplaatst(antwoord, tuple(self.orde.index(plaats) for plaats in range(len(self.orde))))

    def _build_verplaatst(self, antwoord: Antwoord, orde: tuple[int, ...]) -> Antwoord:
        if not orde or not isinstance(antwoord, int | tuple):
            return antwoord
        if isinstance(antwoord, int):
            return orde[antwoord]
        if isinstance(self.vraag, Keuze) and self.vraag.vorm is Vorm.VERDEEL:
            return tuple(antwoord[orde.index(plaats)] for plaats in range(len(orde)))
        return tuple(orde[plaats] for plaats in antwoord)


def build_getoond(vraag: Vraag, vragenlijst: Vragenlijst, zaad: int | None) -> Getoond:
    """Return a question as it is shown; without `zaad` as it stands in the file."""
    if not isinstance(vraag, Keuze) or zaad is None or vragenlijst.opties_volgorde is Volgorde.VAST:
        return Getoond(vraag)
    orde = list(range(len(vraag.opties)))
    Random(f"{zaad}:{vraag.id}").shuffle(orde)  # noqa: S311 - an order of options is no secret
    return Getoond(replace(vraag, opties=tuple(vraag.opties[plaats] for plaats in orde)), tuple(orde))
