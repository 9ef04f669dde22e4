"""The result of scoring one answer sheet."""

from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

TE_WEINIG = "te_weinig_beantwoord"
NIET_GEVRAAGD = "niet_gevraagd"


@dataclass(frozen=True, slots=True)
class Schaalscore:
    """The score of one scale; `exact` and all values are None when the scale cannot be scored."""

    schaal: str
    beantwoord: int
    items: int
    """Number of items asked: those that do not apply (`nvt`) are not counted."""
    exact: Fraction | None = None
    som: Fraction | None = None
    """Sum prorated to all items of the scale; for forced choice the number of times chosen."""
    ondergrens: float | None = None
    bovengrens: float | None = None
    duiding: str | None = None
    reden: str | None = None

    @property
    def waarde(self) -> float | None:
        """The unrounded value in the unit of the questionnaire's `score`."""
        return None if self.exact is None else float(self.exact)


class Melding(NamedTuple):
    """A flag on the quality of the answers: a code and a sentence that says what it may mean."""

    code: str
    wat: str


class Kwaliteit(NamedTuple):
    """Answer quality: longest run of one answer, its mode's share, spread and percentage left open."""

    rechte_lijn: int
    aandeel_zelfde: float
    spreiding: float | None
    leeg: float
    meldingen: tuple[Melding, ...] = ()


@dataclass(frozen=True, slots=True)
class Stijlprofiel:
    """Scores of one person, in the order of the questionnaire's scales."""

    vragenlijst: str
    versie: str
    vingerafdruk: str
    beantwoord: int
    gevraagd: int
    scores: dict[str, Schaalscore]
    volgorde: tuple[tuple[str, ...], ...]
    kwaliteit: Kwaliteit
    duidelijk_hoog: tuple[str, ...] = ()
    duidelijk_laag: tuple[str, ...] = ()
    deelnemer: str | None = None
    scoreversie: int = 1
