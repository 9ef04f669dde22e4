"""Two results of one person with the same questionnaire: then and now."""

from collections.abc import Mapping
from enum import StrEnum
from fractions import Fraction
from types import MappingProxyType
from typing import NamedTuple

from conflictstijl.model.norm import Normgroep
from conflictstijl.model.profiel import Schaalscore, Stijlprofiel
from conflictstijl.model.vragenlijst import Vragenlijst

RECHTE_LIJN = "rechte_lijn"
GEWIJZIGD = "vragenlijst_gewijzigd"
KEUZES = "keuzes"


class Vergelijkregel(StrEnum):
    """What a difference was held against: this person's own answers, a norm group, or nothing but the order."""

    GEPAARD = "gepaarde_t"
    NORMGROEP = "betrouwbare_verandering"
    VOLGORDE = "volgorde"


class Keer(NamedTuple):
    """One of the two times: what was filled in then, and the profile over what both times have in common."""

    versie: str
    vingerafdruk: str
    vragen: int
    """Number of scored questions in the questionnaire at that time."""
    recht: bool
    """True for a straight line."""
    profiel: Stijlprofiel


class Plaats(NamedTuple):
    """The place of a scale in the order within one person; `gedeeld` when another scale has the same one."""

    plaats: int
    gedeeld: bool


class Verandering(NamedTuple):
    """One scale at two times, over the questions that were the same and were answered both times."""

    schaal: str
    vragen: int
    """Number of those questions."""
    eerst: Schaalscore
    nu: Schaalscore
    verschil: Fraction | None = None
    """Now less then, in the unit of the score; None where nothing can be said."""
    grens: float | None = None
    """The smallest difference that would be more than noise."""
    duidelijk: bool | None = None
    """None when it cannot be told."""
    reden: str | None = None
    """Why it cannot be told."""
    plaatsen: tuple[Plaats, Plaats] | None = None
    """Of choices: the place then and now."""


class Hertest(NamedTuple):
    """A questionnaire filled in twice by one person, with what can be said about the difference."""

    vragenlijst: Vragenlijst
    """Only what is compared: the questions that both times have in common."""
    eerst: Keer
    nu: Keer
    schalen: tuple[Verandering, ...]
    regel: Vergelijkregel | None
    """None when nothing at all can be said."""
    niveau: float | None
    """Chance that someone who does not change gets any difference called clear; None where nothing can be."""
    normgroep: Normgroep | None = None
    """The norm group that the rule is about."""
    spreiding: Mapping[str, float] = MappingProxyType({})
    """Per scale the standard deviation in that norm group."""
    zonder: str = ""
    """The deepening questionnaire that was filled in only one of the times, and so left out."""
