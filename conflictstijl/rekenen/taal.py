"""Plain language, as far as a rule can see it: sentence length, double negation, absolute words."""

import re
from collections.abc import Iterator

LANGSTE_ZIN = 18
"""Most words in one sentence, as in the program's own texts."""

_ZINSEINDE = re.compile(r"(?<=[.!?:])[\"'\u201d\u2019]?\s+")
_WOORD = re.compile(r"\w[\w'\u2019-]*")
_ONTKENNING = re.compile(r"\b(?:niet|nooit|geen|niemand|niets|nergens)\b", re.IGNORECASE)
_ABSOLUUT = re.compile(r"\b(?:altijd|nooit|vaak|soms|zelden|meestal)\b", re.IGNORECASE)
_DUBBEL = 2


def parse_zinnen(tekst: str) -> list[list[str]]:
    """Return the sentences of a text, each as a list of words; a colon ends a sentence too."""
    zinnen = (_WOORD.findall(zin) for zin in _ZINSEINDE.split(tekst))
    return [zin for zin in zinnen if zin]


def check_zinnen(tekst: str) -> Iterator[tuple[str, str]]:
    """Yield (code, sentence about it) for each thing that makes a text harder to read."""
    for zin in parse_zinnen(tekst):
        if len(zin) > LANGSTE_ZIN:
            yield "lange-zin", f"deze zin heeft {len(zin)} woorden; {LANGSTE_ZIN} is het meeste"
        if len(_ONTKENNING.findall(" ".join(zin))) >= _DUBBEL:
            yield "dubbele-ontkenning", "deze zin heeft twee ontkenningen"


def check_stelling(tekst: str) -> Iterator[tuple[str, str]]:
    """Yield the same for a statement answered with how often: it may not hold a frequency itself."""
    yield from check_zinnen(tekst)
    woord = _ABSOLUUT.search(tekst)
    if woord:
        yield "hoe-vaak", f"'{woord.group()}' staat in de stelling, maar hoe vaak is juist de vraag"
