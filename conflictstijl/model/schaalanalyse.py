"""How reliable the scores of a questionnaire are in one group: per scale, per statement and between scales."""

from enum import StrEnum
from typing import NamedTuple


class Analysereden(StrEnum):
    """Why a figure of a scale is not there, or what to bear in mind with it."""

    KEUZES = "keuzevragen"
    """Choices divide points: more for one scale is less for another, and alpha has no meaning."""
    TE_WEINIG_MENSEN = "te_weinig_mensen"
    TE_WEINIG_SAMEN = "te_weinig_samen"
    """Two statements of the scale have too few people who answered both."""
    TE_WEINIG_STELLINGEN = "te_weinig_stellingen"
    GEEN_SAMENHANG = "geen_samenhang"
    """The statements do not go together: alpha would be negative, or nobody differs."""
    WEINIG_MENSEN = "weinig_mensen"
    """Enough people for alpha, too few for omega and for each statement by itself."""
    WEINIG_VOLLEDIG = "weinig_volledig"
    """Too few people answered the whole scale for an alpha of complete rows."""
    GEEN_FACTOR = "geen_factor"
    """No single factor explains the answers, so there is no omega."""
    GEWICHTEN = "gewichten"
    """Statements count with different weights, in the score and so in these figures."""


class Itemanalyse(NamedTuple):
    """One statement: how it goes with the others of its scale, and what alpha is without it."""

    item: str
    tekst: str
    item_rest: float | None = None
    alfa_zonder: float | None = None


class Schaalanalyse(NamedTuple):
    """One scale in one group. What is refused is None, and `redenen` tells why."""

    schaal: str
    n: int
    """People who answered at least one of its statements."""
    volledig: int
    """People who answered all of them."""
    alfa: float | None = None
    """From the covariance of every pair of statements, over the people who answered both."""
    alfa_volledig: float | None = None
    """From the people who answered all statements."""
    interval: tuple[float, float] | None = None
    """The 95% interval around `alfa`."""
    omega: float | None = None
    sem: float | None = None
    """Standard error of measurement, in the unit of the questionnaire's `score`."""
    items: tuple[Itemanalyse, ...] = ()
    redenen: tuple[Analysereden, ...] = ()


class Lijstanalyse(NamedTuple):
    """All scales of a questionnaire in one group, and how these go together."""

    n: int
    """People with any scored answer."""
    schalen: tuple[Schaalanalyse, ...]
    samenhang: dict[str, dict[str, float | None]]
    """Correlation of each scale with each other one; scales of choices are not in it."""

    @property
    def geweigerd(self) -> bool:
        """True when not a single scale has an alpha."""
        return all(schaal.alfa is None for schaal in self.schalen)
