"""The answers of one person to one questionnaire."""

from dataclasses import dataclass
from enum import Enum
from typing import Final


class NietVanToepassing(Enum):
    """The single value `NVT`: the respondent says that a statement does not apply."""

    NVT = "nvt"


NVT: Final = NietVanToepassing.NVT

Antwoord = int | NietVanToepassing | None
"""A declared answer value, or the index of the chosen option; `NVT`; None when left open."""


@dataclass(frozen=True, slots=True)
class Antwoordblad:
    """One answer sheet: the answers in item order, with who and which version they belong to."""

    vragenlijst: str
    antwoorden: tuple[Antwoord, ...]
    versie: str | None = None
    deelnemer: str | None = None
    seconden: float | None = None
    """Time per answered item when a person answered in a terminal (seconds, monotonic clock)."""
