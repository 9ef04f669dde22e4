"""What a worksheet is filled with beforehand, and what happens with what somebody filled in."""

from collections.abc import Mapping
from enum import StrEnum


class Vulling(StrEnum):
    """What the answer to a question can be filled with beforehand, for somebody to keep or to change."""

    CASUS_TITEL = "casus.titel"
    CASUS_VERHAAL = "casus.verhaal"
    CASUS_PARTIJEN = "casus.partijen"
    CASUS_ROL = "casus.rol"
    CASUS_VRAGEN = "casus.vragen"
    PROFIEL_HOOG = "profiel.hoog"
    PROFIEL_LAAG = "profiel.laag"


class Bladkoppen(StrEnum):
    """What stands above the answers in a report: the questions, or their short names for who reads it later."""

    VRAGEN = "vragen"
    KORT = "kort"


OVER_JEZELF = (Vulling.PROFIEL_HOOG, Vulling.PROFIEL_LAAG)
"""What comes out of somebody's own scores."""

Vooraf = Mapping[Vulling, tuple[str, ...]]
"""The texts that are given along, by what they are."""


class Bladprivacy(StrEnum):
    """What happens with the answers: looked through for what leads to a person, or never kept."""

    NAKIJKEN = "nakijken"
    NIET_BEWAREN = "niet-bewaren"
