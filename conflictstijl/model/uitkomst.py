"""The outcome of a questionnaire: what somebody is told when scores and answers meet its conditions."""

from typing import NamedTuple

from conflictstijl.model.vervolg import Vervolg
from conflictstijl.model.vragen import Voorwaarde


class Bandeis(NamedTuple):
    """A condition on a score: the scale lies in one of these bands."""

    schaal: str
    banden: tuple[str, ...]


class Uitkomst(NamedTuple):
    """What is told when all of `banden` and `als` hold; one without either is the rest, and comes last."""

    titel: str
    tekst: str
    doe: tuple[str, ...] = ()
    verder: Vervolg = Vervolg()
    banden: tuple[Bandeis, ...] = ()
    als: tuple[Voorwaarde, ...] = ()
    bewaren: bool = True
    """False where nobody else on this computer may find that somebody came here."""

    @property
    def rest(self) -> bool:
        """True when it holds for whoever meets no other outcome."""
        return not (self.banden or self.als)


class Uitkomststand(NamedTuple):
    """Which outcome somebody's answers lead to; None when several are still possible, or none fits.

    `beslissen` are the ids of the open questions that decide between these. `antwoorden` are the questions that
    outcomes depend on, each with its answer in words.
    """

    uitkomst: Uitkomst | None
    beslissen: tuple[str, ...] = ()
    antwoorden: tuple[tuple[str, str], ...] = ()
