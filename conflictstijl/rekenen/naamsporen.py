"""Names in running text, told by their capital and by what stands around them.

In Dutch a capital inside a sentence is nearly always a name. The first word of a sentence always has one, so it counts
only with another sign: a title, a second name, the same name elsewhere, a common first name, what a person does.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from conflictstijl.rekenen.herleidwoorden import (
    AANSPREEKTITELS,
    AFKORTINGEN,
    BEGINWOORDEN,
    BEKEND,
    GEDEELD,
    GEEN_MENS,
    MENSENWERK,
    NAAMLABELS,
    PLAATSEN,
    PLAATSVOOR,
    TITELS,
    TUSSENVOEGSELS,
    VASTWERK,
    VERBANDEN,
    VOORNAMEN,
    ZAKEN,
)
from conflictstijl.rekenen.nummersporen import ADRES, GEEN_STRAAT, STRAAT, Spoor

NAAM, PLAATS = "naam", "plaats"

_LETTER = "[^\\W\\d_][\u00ad\u0300-\u036f]*"
_WOORD = re.compile(
    rf"(?:['’]t(?!\w))|{_LETTER}(?:{_LETTER}|[0-9])*(?:['’\u2010\u2011·-]{_LETTER}(?:{_LETTER}|[0-9])*)*"
)
_BEZIT = re.compile("['’]s$")
_STRAATNAAM = re.compile(rf"{GEEN_STRAAT}\w{{3,}}{STRAAT}", re.IGNORECASE)
_LEEFTIJD = re.compile(r" ?\([0-9]{1,2}(?: jaar)?[),]|,? [0-9]{1,2} jaar")
_REGELWIT, _CITAAT = " \t\r\u00a0\u202f", "\"'“”\u2018’«»„"
_LANGE_REGEL = 50
"""From this length on a line without a full stop goes on at the next one, and is no heading; own choice."""
_LANG_WOORD = 6
"""From this length on a word that also stands in lower case is no name; shorter ones may be both (Wil, Roos)."""
_KORT = 3
"""Up to this length a word in capitals is an abbreviation, also when it is a first name too (TOM)."""
_MEESTE_TUSSEN, _MEESTE_DELEN = 3, 8
"""Bounds on one name: small words in a row, and parts."""


class _Woord(NamedTuple):
    """A word: its place, the text between it and the one before, and whether a sentence starts with it.

    `kern` is the word in lower case without the ending of possession; `kan` says that it may be (part of) a name,
    `letter` that it is a single capital, as in initials.
    """

    begin: int
    eind: int
    gat: str
    kern: str
    start: bool
    kan: bool
    hoofdletter: bool
    letter: bool


_Keten = tuple[int, int]
"""The first and the last word of a name, by their numbers."""


def read_namen(tekst: str, bezet: bytearray) -> Iterator[Spoor]:
    """Return names of people, places and streets, but for those where `bezet` says that something was found."""
    woorden = list(_read_woorden(tekst, bezet))
    klein = {woord.kern for woord in woorden if not woord.hoofdletter and len(woord.kern) >= _LANG_WOORD}
    ketens = [keten for keten in _read_ketens(woorden) if not _check_gewoon(woorden, keten, klein)]
    zeker = [keten for keten in ketens if _check_zeker(woorden, keten)]
    rest = [keten for keten in ketens if not _check_zeker(woorden, keten)]
    zeker += [keten for keten in rest if _check_teken(tekst, woorden, keten[0])]
    bekend = {woord.kern for eerste, laatste in zeker for woord in woorden[eerste : laatste + 1] if woord.kan}
    zeker += [keten for keten in rest if {woorden[keten[0]].kern, woorden[keten[0]].kern.removesuffix("s")} & bekend]
    return (_build_spoor(tekst, woorden, keten) for keten in set(zeker))


def _read_woorden(tekst: str, bezet: bytearray) -> Iterator[_Woord]:
    """Yield the words, with numbers and other traces left out."""
    vrij = bytearray(bezet)
    for treffer in VERBANDEN.finditer(tekst):
        vrij[treffer.start() : treffer.end()] = b"\1" * (treffer.end() - treffer.start())
    vorig_eind, regelbegin, vorig = 0, 0, ""
    for treffer in _WOORD.finditer(tekst):
        begin, eind = treffer.span()
        gat = tekst[vorig_eind:begin]
        woord = treffer[0]
        kern = _BEZIT.sub("", woord).replace("\u00ad", "").lower()
        start = not vorig_eind or _check_begin(gat, vorig, vorig_eind + gat.find("\n") - regelbegin)
        hoofdletter = _check_hoofdletter(woord)
        kan = hoofdletter and not vrij[begin] and (_check_kan(woord) or _check_genoemd(woord, gat, vorig))
        letter = hoofdletter and len(woord) == 1 and not vrij[begin]
        yield _Woord(begin, eind, gat, kern, start, kan, hoofdletter, letter)
        if "\n" in gat:
            regelbegin = vorig_eind + gat.rindex("\n") + 1
        vorig_eind, vorig = eind, kern


def _check_hoofdletter(woord: str) -> bool:
    """Return True for a capital in front, also in `d'Ancona`."""
    return woord[0].isupper() or (woord[1:2] in {"'", "’"} and woord[2].isupper())


def _check_begin(gat: str, vorig: str, regel: int) -> bool:
    """Return True when a sentence starts after a gap; `regel` is the length of the line that ends in it."""
    if "\n" in gat:
        return _check_regelbegin(gat, regel)
    voor = gat.rstrip(_REGELWIT)
    if voor == "." and vorig in AFKORTINGEN:
        return False
    if gat.endswith(tuple(_CITAAT)):
        return True
    return voor.rstrip(_CITAAT + ")]*_" + _REGELWIT).endswith((".", "!", "?", ":", "…", "|", "•", "\t"))


def _check_regelbegin(gat: str, regel: int) -> bool:
    """Return True when a sentence starts on a new line: after an end, a white line, a bullet or a heading."""
    voor, *midden, na = gat.split("\n")
    voor = voor.rstrip(_REGELWIT + _CITAAT + ")]*_")
    if midden or na.strip(_REGELWIT + _CITAAT + "(") or voor.endswith((".", "!", "?", ":", "…")):
        return True
    return not voor.endswith((",", ";", "-", "–")) and regel < _LANGE_REGEL


def _check_genoemd(woord: str, gat: str, vorig: str) -> bool:
    """Return True after `mevrouw` or `dhr.`: there even a word that is no name elsewhere is one."""
    titel = vorig in AANSPREEKTITELS and (gat == " " or (gat == ". " and vorig in AFKORTINGEN))
    return titel and len(woord) > 1 and woord.lower() not in TUSSENVOEGSELS


@cache
def _check_kan(woord: str) -> bool:
    """Return True when a word with a capital may be a name by its own look."""
    delen = [deel for deel in re.split("[-\u2010\u2011·'’]", _BEZIT.sub("", woord)) if deel[:1].isupper()]
    return not all(map(_check_gedeeld, delen))


def _check_gedeeld(deel: str) -> bool:
    """Return True for a word that says nothing about one person."""
    laag = deel.lower()
    if (deel.isupper() or deel[-1].isupper()) and (len(deel) <= _KORT or laag not in VOORNAMEN):
        return True
    if laag in BEGINWOORDEN or laag in ZAKEN or laag in BEKEND or laag in TITELS:
        return True
    return laag in TUSSENVOEGSELS or GEDEELD.fullmatch(laag) is not None


def _read_ketens(woorden: Sequence[_Woord]) -> Iterator[_Keten]:
    """Yield runs of words that together make one name, from left to right."""
    plaats = 0
    while plaats < len(woorden):
        laatste = _read_laatste(woorden, plaats)
        if laatste is None:
            plaats += 1
        else:
            yield plaats, laatste
            plaats = laatste + 1


def _read_laatste(woorden: Sequence[_Woord], plaats: int) -> int | None:
    """Return the last word of the name that begins here, None when no name does."""
    woord = woorden[plaats]
    if not (woord.kan or woord.letter or _check_voorvoegsel(woorden, plaats)):
        return None
    hier, laatste = plaats, plaats if woord.kan else None
    for _ in range(_MEESTE_DELEN):
        volgende = _read_volgende(woorden, hier)
        if volgende is None:
            break
        hier = volgende
        laatste = hier if woorden[hier].kan or laatste is not None else None
    return laatste


def _check_voorvoegsel(woorden: Sequence[_Woord], plaats: int) -> bool:
    """Return True for `Van` in `mevrouw Van den Berg`, and for `de` after a title."""
    woord = woorden[plaats]
    if woord.kern not in TUSSENVOEGSELS:
        return False
    titel = plaats > 0 and woorden[plaats - 1].kern in AANSPREEKTITELS and _check_titel(woorden[plaats - 1], woord)
    return titel or (woord.hoofdletter and not woord.start)


def _read_volgende(woorden: Sequence[_Woord], plaats: int) -> int | None:
    """Return the next part of a name, over small words as `van der`."""
    for volgende in range(plaats + 1, min(plaats + 2 + _MEESTE_TUSSEN, len(woorden))):
        woord = woorden[volgende]
        if not _check_verbonden(woord, woorden[volgende - 1]):
            return None
        if woord.kan or woord.letter:
            return volgende
        if woord.kern not in TUSSENVOEGSELS:
            return None
    return None


def _check_verbonden(woord: _Woord, vorig: _Woord) -> bool:
    """Return True when two words stand in one name: a space between them, or the stop of an initial."""
    if vorig.letter and woord.gat in {".", ". "}:
        return True
    return woord.gat in {" ", " & ", "\u00a0", "\u202f"} and not (vorig.letter and woord.letter)


def _check_titel(titel: _Woord, woord: _Woord) -> bool:
    """Return True when a title stands right before a word."""
    stop = titel.kern in AFKORTINGEN and woord.gat in {". ", "."}
    return titel.kern in TITELS and (stop or woord.gat in {" ", "\u00a0"})


def _check_gewoon(woorden: Sequence[_Woord], keten: _Keten, klein: set[str]) -> bool:
    """Return True for one long word that this text also writes without a capital."""
    eerste, laatste = keten
    titel = eerste > 0 and _check_titel(woorden[eerste - 1], woorden[eerste])
    return eerste == laatste and woorden[eerste].kern in klein and not titel


def _check_zeker(woorden: Sequence[_Woord], keten: _Keten) -> bool:
    """Return True for a name by itself: inside a sentence, after a title, or of more than one word."""
    eerste, laatste = keten
    titel = eerste > 0 and _check_titel(woorden[eerste - 1], woorden[eerste])
    return titel or laatste > eerste or not woorden[eerste].start


def _check_teken(tekst: str, woorden: Sequence[_Woord], plaats: int) -> bool:
    """Return True when something says that the first word of a sentence is a name."""
    woord = woorden[plaats]
    if woord.kern in VOORNAMEN or woord.kern in PLAATSEN:
        return True
    if _LEEFTIJD.match(tekst, woord.eind) or _check_label(woorden, plaats):
        return True
    rest = woorden[plaats + 1 : plaats + 3]
    return bool(rest) and _check_vervolg(woord, rest)


def _check_label(woorden: Sequence[_Woord], plaats: int) -> bool:
    """Return True after `naam:`, and for the only word after `moeder:`."""
    if not plaats or woorden[plaats].gat.strip() != ":" or "\n" in woorden[plaats].gat:
        return False
    alleen = plaats + 1 == len(woorden) or "\n" in woorden[plaats + 1].gat
    return woorden[plaats - 1].kern in NAAMLABELS or (alleen and woorden[plaats - 1].kern in ZAKEN | TITELS)


def _check_vervolg(woord: _Woord, rest: Sequence[_Woord]) -> bool:
    """Return True when the next words say that a person goes before: a second name, or what a person does."""
    if rest[0].gat == ", " and rest[0].kan:
        return True
    if rest[0].gat != " ":
        return False
    if rest[0].kern in VASTWERK:
        return True
    if rest[0].kern in MENSENWERK:
        return GEEN_MENS.fullmatch(woord.kern) is None
    return (
        rest[0].kern in {"en", "of"}
        and len(rest) > 1
        and rest[1].gat == " "
        and (rest[1].kan or rest[1].kern in {"ik", "hij", "zij"})
    )


def _build_spoor(tekst: str, woorden: Sequence[_Woord], keten: _Keten) -> Spoor:
    """Return where a name stands and what it names."""
    eerste, laatste = keten
    begin, eind = woorden[eerste].begin, woorden[laatste].eind
    return begin, begin + len(_BEZIT.sub("", tekst[begin:eind])), _read_soort(woorden, keten)


def _read_soort(woorden: Sequence[_Woord], keten: _Keten) -> str:
    """Return what a name names; `in` goes before places, and almost never before people."""
    eerste, laatste = keten
    woord = woorden[eerste]
    vorig = woorden[eerste - 1].kern if eerste and woord.gat == " " else ""
    if _STRAATNAAM.fullmatch(woorden[laatste].kern):
        return ADRES
    stad = re.sub("(?:s|se|ers?)$", "", woord.kern)
    if eerste == laatste and {woord.kern, stad} & PLAATSEN and vorig not in TITELS:
        return PLAATS
    return PLAATS if vorig in PLAATSVOOR and woord.kern not in VOORNAMEN else NAAM
