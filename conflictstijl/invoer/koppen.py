"""The headers of a table as text: what counts when they are compared, and the pieces a question can hide in."""

import re
from collections.abc import Iterator
from functools import lru_cache

from conflictstijl.tekst import fold_tekst


def split_woorden(tekst: str) -> frozenset[str]:
    """Return the words of a text as a set."""
    return frozenset(tekst.split())


_GELIJK = str.maketrans(
    {"’": "'", "\u2018": "'", "“": '"', "”": '"', "–": "-", "—": "-", **dict.fromkeys("\u200b\u200c\u200d\ufeff\u00ad")}
)
_EINDE = " .,;:!?…*'\""
_STREEP = " - "
_HAAK = re.compile(r"\[([^\[\]]+)\][ .:?!]*$")
_NUMMER = re.compile(r"(?:[a-z]{0,10}[ _]?)?[a-z0-9_.]*[0-9][a-z0-9_]*\]? ?[.:)-]+ ?(?=.*[^\W\d])")
"""A number or code before a text: `q7. `, `7) `, `G04Q13. `, `v07: `."""
_ACHTERNUMMER = re.compile(r"(.*\S) ?\([0-9]{1,3}\)?")
_LANGSTE_NUMMER = 40
_ONTHOUDEN = 1_000
_VERVOLG = re.compile(r"(.*[^0-9])([0-9]{1,2})")
"""What Microsoft Forms puts behind a question that is asked again: a 2, a 3 and so on, without a space."""
_PUNTEN = ("punten - ", "points - ", "feedback - ")
"""Columns that a quiz adds for every question; they hold no answer."""
_OPVULLING = split_woorden(
    "wat is je jouw uw mijn de het een vul hier in eigen persoonlijke svp s v p aub gebruik noteer geef "
    "what your my the please enter"
)


def fold_kop(kop: str) -> str:
    """Return a header reduced to what counts when comparing: also without quotes of all kinds and end punctuation."""
    return fold_tekst(kop.translate(_GELIJK)).strip(_EINDE)


def fold_naam(kop: str) -> str:
    """Return the letters and digits of a header: `E-mail adres` and `emailadres` are the same name."""
    return "".join(filter(str.isalnum, fold_kop(kop)))


def fold_vraagnaam(kop: str) -> str:
    """Return a header as a name without the words around it: `Wat is je naam?` asks for a `naam`."""
    woorden = re.findall(r"\w+", fold_kop(kop))
    return "".join(woord for woord in woorden if woord not in _OPVULLING)


@lru_cache(_ONTHOUDEN)
def split_kop(kop: str) -> tuple[str, ...]:
    """Return the folded pieces of a header that can be a question, the likeliest first.

    The whole, what stands last between brackets, what stands behind a dash; each also without a number before it.
    Remembered: of the first rows any can be the header, and answers come again.
    """
    return tuple(_split_kop(kop))


def _split_kop(kop: str) -> Iterator[str]:
    heel = fold_kop(kop)
    if heel.startswith(_PUNTEN):
        return
    haak = _HAAK.search(fold_tekst(kop.translate(_GELIJK)))
    delen = [heel, *([fold_kop(haak[1])] if haak else []), *_split_streep(heel)]
    for deel in dict.fromkeys(delen):
        yield deel
        achter = _ACHTERNUMMER.fullmatch(deel)
        if achter:
            yield achter[1].strip(_EINDE)
        zonder = _NUMMER.match(deel[:_LANGSTE_NUMMER])
        if zonder:
            yield deel[zonder.end() :]


def _split_streep(heel: str) -> Iterator[str]:
    plaats = heel.find(_STREEP)
    while plaats >= 0:
        yield heel[plaats + len(_STREEP) :].strip(_EINDE)
        plaats = heel.find(_STREEP, plaats + 1)


def split_vervolg(deel: str) -> tuple[str, int]:
    """Return a piece without the number of a repeated question, and that number (1 when there is none)."""
    vervolg = _VERVOLG.fullmatch(deel)
    return (vervolg[1].rstrip(_EINDE), int(vervolg[2])) if vervolg else (deel, 1)
