"""The answers of one person to one questionnaire."""

from dataclasses import dataclass
from enum import Enum
from typing import Final


class NietVanToepassing(Enum):
    """The single value `NVT`: the respondent says that a statement does not apply."""

    NVT = "nvt"


NVT: Final = NietVanToepassing.NVT

HOOGSTE_ZAAD = 999_999_999
"""Highest starting number of a random order."""

Antwoord = int | tuple[int, ...] | str | NietVanToepassing | None
"""A declared value or the index of an option; a row of numbers (see `Keuze`); own words; `NVT`; None when open."""


@dataclass(frozen=True, slots=True)
class Antwoordblad:
    """One answer sheet: the answers in the order of `Vragenlijst.vragen`, with who and which version they belong to."""

    vragenlijst: str
    antwoorden: tuple[Antwoord, ...]
    versie: str | None = None
    deelnemer: str | None = None
    seconden: float | None = None
    """Time per answered item when a person answered in a terminal (seconds, monotonic clock)."""
    zaad: int | None = None
    """The starting number of the random order in which the questions were asked."""
    veiligheid: str = ""
    """What a sheet says about safety; empty when it says nothing."""


def check_gegeven(antwoord: Antwoord) -> bool:
    """Return True for an answer that counts: neither left open nor `NVT`."""
    return antwoord is not None and antwoord is not NVT
