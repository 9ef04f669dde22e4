"""Is a question sharp? A learning question is about what one does oneself; a question to someone else asks one thing.

The rules are own design, after what the books on intervision ask of a question: current, concrete, in the first person.
They look at words only. So the outcome is advice to look once more, and no verdict about the question.
"""

import re
from collections.abc import Iterator

from conflictstijl.model.werkblad import Vraageis

MEESTE_WOORDEN = 25
_MINSTE_WOORDEN = 4
_WOORD = re.compile(r"[^\W\d_][\w'’-]*")
_VRAAGTEKEN = "?"
_ONDERWERP = 5
"""Among how many words after `hoe` the subject stands: `hoe kan`, `hoe vaak oefen`, `hoe ga morgen ook`."""
_ZELF = r"(?:me|mij|mezelf|mijzelf)\b"
_ANDER = re.compile(
    r"\b(?:zorg|maak)\s+ik(?:\s+er(?:voor|toe)?)?(?:\s+voor)?\s+dat\s+(?!ik\b)"
    r"|\bkrijg\s+ik\b[^?]*\b(?:zover|ertoe|mee|in beweging)\b"
    rf"|\b(?:overtuig|overreed|dwing)\s+ik\b(?!\s+{_ZELF})"
    rf"|\b(?:kan|moet|ga|zou)\s+ik\b(?!\s+{_ZELF})(?:\s+[\w'’-]+){{1,4}}\s+(?:overtuigen|overreden|dwingen)\b"
    r"|\b(?:kan|moet|ga|zou)\s+ik\b[^?]*\bzorgen\s+dat\s+(?!ik\b)",
    re.IGNORECASE,
)
"""How a question goes that is about getting someone else to do something."""
_OORDEEL = re.compile(
    r"\b(?:onwil\w*|onredelijk\w*|koppig\w*|lui\w{0,2}|dwars\w*|egoïst\w*|zeur\w*|dom(?:me)?|star(?:re)?|"
    r"onbetrouwbaar\w*|wil(?:t|len)?\s+(?:gewoon|echt)\s+niet|waarom\s+wil(?:t|len)?\s+\w+\s+niet)\b",
    re.IGNORECASE,
)


def check_eis(eis: Vraageis | None, tekst: str) -> tuple[str, ...]:
    """Return what could be better about an answer, each as a sentence; empty when it meets what is asked of it."""
    if eis is None or not tekst:
        return ()
    return check_leervraag(tekst) if eis is Vraageis.LEERVRAAG else check_vraag(tekst)


def check_leervraag(tekst: str) -> tuple[str, ...]:
    """Return what could be sharper about a learning question, each as a sentence; empty when it is sharp."""
    return tuple(_read_bezwaren(tekst, [woord.casefold() for woord in _WOORD.findall(tekst)]))


def _read_bezwaren(tekst: str, woorden: list[str]) -> Iterator[str]:
    if woorden[:1] != ["hoe"]:
        yield "Begin met 'Hoe'. Dan vraag je naar wat je kunt doen."
    if "ik" not in woorden:
        yield "Zet 'ik' in de vraag. Je leert iets over wat je zelf doet."
    elif "ik" not in woorden[: _ONDERWERP + 1] or _ANDER.search(tekst):
        yield "De vraag gaat nu over wat een ander doet. Wat wil jij zelf anders doen?"
    yield from _read_vorm(tekst, woorden)


def _read_vorm(tekst: str, woorden: list[str]) -> Iterator[str]:
    if not tekst.rstrip("\"'”’ ").endswith(_VRAAGTEKEN):
        yield "Maak er een vraag van, met een vraagteken aan het eind."
    if tekst.count(_VRAAGTEKEN) > 1 or re.search(r"\ben (?:hoe|wat|waarom|wanneer)\b", tekst, re.IGNORECASE):
        yield "Dit zijn twee vragen. Kies er één."
    if len(woorden) < _MINSTE_WOORDEN:
        yield "Zeg erbij om welke situatie het gaat."
    elif len(woorden) > MEESTE_WOORDEN:
        yield f"De vraag is lang. Probeer het in hooguit {MEESTE_WOORDEN} woorden."


def check_vraag(tekst: str) -> tuple[str, ...]:
    """Return what keeps a text from being one question without a verdict in it; empty when it is one."""
    return tuple(_read_oordelen(tekst))


def _read_oordelen(tekst: str) -> Iterator[str]:
    if not tekst.rstrip("\"'”’ ").endswith(_VRAAGTEKEN):
        yield "Maak er een vraag van, met een vraagteken aan het eind."
    elif tekst.count(_VRAAGTEKEN) > 1:
        yield "Dit zijn twee vragen. Kies er één."
    oordeel = _OORDEEL.search(tekst)
    if oordeel:
        yield f"In '{oordeel.group()}' zit een oordeel. Vraag naar wat iemand nodig heeft."
