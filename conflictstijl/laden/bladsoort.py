"""Is this an answer sheet at all? A report or a questionnaire given as one deserves one line, not one per word."""

import re

from conflictstijl.laden.knopen import Kaart, Knoop, Lijst, Tekst
from conflictstijl.laden.velden import check_leeg
from conflictstijl.tekst import advise_naam

BLADNAMEN = {
    "vragenlijst",
    "vorm",
    "met",
    "versie",
    "deelnemer",
    "zaad",
    "antwoorden",
    "achtergrond",
    "open",
    "veiligheid",
}
"""The keys of an answer sheet."""

_HOOFDNAAM = re.compile(r"""(?m)(?:^|[{,])[\s{["'-]*(?:vragenlijst|antwoorden)["']?\s*:""")
_ALLEEN_LIJST = ({"schalen"}, {"formaat", "items"}, {"formaat", "onderdelen"})
"""Keys that together only a questionnaire has."""


def check_vreemd(tekst: str, wortel: Knoop | None) -> bool:
    """Return True for a text that has nothing of an answer sheet; `wortel` is None when its structure is broken."""
    match wortel:
        case None:
            return bool(tekst.strip()) and not _HOOFDNAAM.search(tekst)
        case Tekst():
            return not check_leeg(wortel)
        case Lijst():
            return bool(wortel.delen) and all(isinstance(deel, Tekst) for deel in wortel.delen)
        case _:
            return bool(wortel.paren) and not any(map(_check_bladnaam, _read_namen(wortel)))


def check_lijst(knoop: Knoop) -> bool:
    """Return True for a questionnaire in the place of an answer sheet."""
    namen = _read_namen(knoop) if isinstance(knoop, Kaart) else set[str]()
    return any(eigen <= namen for eigen in _ALLEEN_LIJST)


def _check_bladnaam(naam: str) -> bool:
    return naam in BLADNAMEN or bool(advise_naam(naam, BLADNAMEN))


def _read_namen(kaart: Kaart) -> set[str]:
    return {sleutel.waarde for sleutel, _ in kaart.paren}
