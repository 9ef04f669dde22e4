"""How large a derived value can become: bounded at reading, so that every accepted file is scored at once.

Written out, with every earlier formula in it, a formula has at most 200 scales and numbers: each of these adds the
digits of one score, while a chain that squares itself would double them with every line. And what it can come to,
reckoned with the reach of every scale (interval arithmetic), stays below a million millions.
"""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from operator import add, mul, sub
from typing import NamedTuple

from conflictstijl.model.vragenlijst import HOOGSTE_AFGELEIDE

_MEESTE_DELEN = 200
_BEWERKINGEN = {"+": add, "-": sub, "*": mul}
_TEKENS = (*_BEWERKINGEN, "/")

Bereik = tuple[Fraction, Fraction]
"""The lowest and the highest value."""


class Omvang(NamedTuple):
    """The number of scales and numbers in a value, written out, and what it can come to.

    There is no saying (None) with a wrong scale in it, or a division by what may be zero.
    """

    delen: int
    bereik: Bereik | None


ONBEKEND = Omvang(0, None)
"""Of a wrong scale or a formula that was refused: what uses it is not refused for that as well."""


def build_omvang(stappen: Iterable[str | Fraction], bekend: Mapping[str, Omvang]) -> Omvang:
    """Return how large a formula in postfix order can become; of one that is too long there is no reach."""
    stapel: list[Omvang] = []
    for stap in stappen:
        if isinstance(stap, Fraction):
            stapel.append(Omvang(1, (stap, stap)))
        elif stap in _TEKENS:
            rechts, links = stapel.pop(), stapel.pop()
            stapel.append(_build_samen(stap, links, rechts))
        else:
            stapel.append(bekend.get(stap, ONBEKEND))
    return stapel.pop()


def _build_samen(teken: str, links: Omvang, rechts: Omvang) -> Omvang:
    delen = links.delen + rechts.delen
    if delen > _MEESTE_DELEN or links.bereik is None or rechts.bereik is None:
        return Omvang(delen, None)
    return Omvang(delen, _build_bereik(teken, links.bereik, rechts.bereik))


def _build_bereik(teken: str, links: Bereik, rechts: Bereik) -> Bereik | None:
    """Return the reach of an operation: between the lowest and the highest that the ends make with each other."""
    if teken == "/":
        onder, boven = rechts
        if onder <= 0 <= boven:
            return None
        teken, rechts = "*", (1 / boven, 1 / onder)
    uitersten = [_BEWERKINGEN[teken](een, ander) for een in links for ander in rechts]
    return min(uitersten), max(uitersten)


def advise_omvang(omvang: Omvang) -> str:
    """Return what is wrong with this size and what to do about it; empty when it is within bounds."""
    if omvang.delen > _MEESTE_DELEN:
        wat = f"helemaal uitgeschreven heeft deze formule {omvang.delen} schalen en getallen"
        return f"{wat}; maak er hoogstens {_MEESTE_DELEN} van"
    if omvang.bereik and max(map(abs, omvang.bereik)) >= HOOGSTE_AFGELEIDE:
        return "de uitkomst van deze formule kan een biljoen of meer zijn; reken met kleinere getallen"
    return ""
