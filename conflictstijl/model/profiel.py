"""The result of scoring one answer sheet."""

from dataclasses import dataclass, field
from fractions import Fraction
from typing import NamedTuple

from conflictstijl.model.norm import Normgroep
from conflictstijl.model.uitkomst import Uitkomststand

TE_WEINIG = "te_weinig_beantwoord"
NIET_GEVRAAGD = "niet_gevraagd"
VERSCHILLENDE_VRAGEN = "verschillende_vragen"
TELT_TEKENS = "telt_tekens"


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
    band: str | None = None
    percentiel: float | None = None
    toeval: "Toeval | None" = None

    @property
    def waarde(self) -> float | None:
        """The unrounded value in the unit of the questionnaire's `score`."""
        return None if self.exact is None else float(self.exact)


class Toeval(NamedTuple):
    """What random answers would give on a scale: the expected value and the ends of the middle 95%.

    Several scales of performance share the 5% outside.
    """

    verwacht: Fraction
    van: Fraction
    tot: Fraction
    laagste: Fraction
    """The lowest value that the answered questions can give."""
    hoogste: Fraction


class Ordening(NamedTuple):
    """How scales that can be compared lie: from high to low (ties together), and which ones stand out."""

    volgorde: tuple[tuple[str, ...], ...]
    hoog: tuple[str, ...] = ()
    laag: tuple[str, ...] = ()
    reden: str | None = None
    """Why nothing can be labelled: scales answered in several ways, without repeated questions, or of signs."""


class Verschuiving(NamedTuple):
    """How much higher a scale is in one part than in the others, and whether that is more than noise."""

    schaal: str
    """The id without the part: `forceren`."""
    onderdeel: str
    verschil: Fraction
    """In the unit of the questionnaire's `score`."""
    duidelijk: bool | None
    """None when it cannot be told: without repeated questions there is no noise to hold it against."""


class Geval(NamedTuple):
    """One case: what was chosen, what fits best, and the points for it out of what could be reached."""

    item: str
    gekozen: tuple[str, ...]
    """Scales of the chosen option; empty when nothing was chosen."""
    passend: tuple[str, ...]
    """Scales of the options that fit best."""
    punten: Fraction | None
    hoogste: Fraction


class Winst(NamedTuple):
    """What the statements of a deepening list gained: their number, and the mean half interval without and with."""

    items: int
    marge_zonder: float
    marge: float


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
    reden: str | None = None
    """As in `Ordening`, when no parts are scored by themselves."""
    deelnemer: str | None = None
    scoreversie: int = 1
    vorm: str | None = None
    """The version (`vormen`) that was answered."""
    met: str | None = None
    """The deepening questionnaire that was answered too."""
    winst: Winst | None = None
    zaad: int | None = None
    onderdelen: dict[str, Ordening] = field(default_factory=dict)
    """Per part how its scales lie, when parts are scored by themselves."""
    verschuivingen: tuple[Verschuiving, ...] = ()
    afgeleid: dict[str, Fraction | None] = field(default_factory=dict)
    gevallen: tuple[Geval, ...] = ()
    rondom: dict[str, str] = field(default_factory=dict)
    """Answers to background and open questions, as text."""
    normgroep: Normgroep | None = None
    """Whom the percentiles compare with; None when with nobody."""
    uitkomst: Uitkomststand | None = None
    """What the answers lead to; None for a questionnaire without outcomes."""

    @property
    def ordeningen(self) -> dict[str, Ordening]:
        """How the scales lie per part, or all together when no parts are scored by themselves."""
        samen = Ordening(self.volgorde, self.duidelijk_hoog, self.duidelijk_laag, self.reden)
        return self.onderdelen or {"": samen}
