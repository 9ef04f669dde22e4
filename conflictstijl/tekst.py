"""The one border for foreign text, and how Dutch text, numbers, lists, days and moments are written.

Text from outside is checked on the way in (`check_tekens`) and made harmless on the way out
(`clean_tekst`). Nothing here knows about files, terminals or questionnaires.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    # not at run time: every start would pay for it
    from datetime import datetime

MAX_TEKST = 2000
"""Longest text (in characters) that a file may hold in one place."""

_MAX_NAAM, _MEESTE_NAMEN = 80, 200
"""Bounds on looking for a near name: the search takes time by the product of all lengths."""

_MAX_CITAAT = 40
_VERBODEN_SOORTEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
_TOEGESTAAN = {"\n", "\t", "\u00ad"}
_MAANDEN = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)


def check_tekens(tekst: str) -> int | None:
    """Return the index of the first character that may not stand in a text, or None.

    Refused are control, format (bidi, zero width), surrogate, private and unassigned characters and
    the two Unicode line separators: they can hide text or steer a terminal.
    """
    # printable means: none of the refused categories, for the whole of Unicode
    if tekst.isprintable():
        return None
    for plaats, teken in enumerate(tekst):
        if teken not in _TOEGESTAAN and unicodedata.category(teken) in _VERBODEN_SOORTEN:
            return plaats
    return None


def clean_tekst(tekst: str, maximum: int = MAX_TEKST) -> str:
    """Return foreign text as it may be shown: NFC, one line, no steering characters, bounded length."""
    # cut first: normalising a long row of combining characters takes time by its square
    tekst = tekst[:MAX_TEKST]
    # plain characters have nothing to remove or to put together, and codes and names mostly are
    zichtbaar = tekst if tekst.isascii() and tekst.isprintable() else _clean_zichtbaar(tekst)
    schoon = " ".join(zichtbaar.split())
    return schoon if len(schoon) <= maximum else schoon[: maximum - 1] + "…"


def _clean_zichtbaar(tekst: str) -> str:
    """Return a text without the characters that steer or hide, in NFC."""
    zichtbaar = (t for t in tekst if t.isspace() or unicodedata.category(t) not in _VERBODEN_SOORTEN)
    # normalise last: what stood around a removed character may belong together
    return unicodedata.normalize("NFC", "".join(zichtbaar))


def clean_tekens(tekst: str) -> str:
    """Return text for the terminal without characters that steer it; its spaces and lines stay as they are.

    Half characters (of a file name that is no text) stay too: the stream shows a question mark for them.
    """
    if tekst.isprintable():
        return tekst
    soorten = _VERBODEN_SOORTEN - {"Cs"}
    return "".join(teken for teken in tekst if teken in "\t\n" or unicodedata.category(teken) not in soorten)


def render_citaat(tekst: str) -> str:
    """Return foreign text as a message quotes it: on one line, cut to 40 characters, between quotes."""
    return f"'{clean_tekst(tekst, _MAX_CITAAT)}'"


def fold_tekst(tekst: str) -> str:
    """Return a text reduced to what counts when comparing: NFKC, case folded, single spaces."""
    return " ".join(unicodedata.normalize("NFKC", tekst[:MAX_TEKST]).casefold().split())


def parse_geheel(tekst: str) -> int | None:
    """Return the whole number that a text holds (ASCII digits, optional minus sign), else None."""
    return int(tekst) if re.fullmatch(r"-?[0-9]{1,9}", tekst) else None


def parse_kloktijd(tekst: str) -> int | None:
    """Return the minutes since midnight of a time of day (`13:30`, `9.05 uur`, `9`), else None."""
    gevonden = re.fullmatch(r"([01]?[0-9]|2[0-3])(?:[:.]([0-5][0-9]))?(?: ?uur)?", tekst.strip(), re.ASCII)
    return int(gevonden[1]) * 60 + int(gevonden[2] or 0) if gevonden else None


def render_kloktijd(minuten: int) -> str:
    """Return minutes since midnight as a time of day, or since a begin as a clock that starts there: `9:05`."""
    return f"{minuten // 60}:{minuten % 60:02}"


def render_getal(waarde: float, decimalen: int = 1) -> str:
    """Return a number for display in Dutch: with a decimal comma, a half rounded up as at school; never -0."""
    from decimal import ROUND_HALF_UP, Decimal

    afgerond = Decimal(str(waarde)).quantize(Decimal(1).scaleb(-decimalen), ROUND_HALF_UP)
    return f"{afgerond or abs(afgerond)}".replace(".", ",")


def render_opsomming(delen: Sequence[str], voegwoord: str = "en") -> str:
    """Return parts as a Dutch enumeration: `a`, `a en b`, `a, b en c`."""
    if len(delen) <= 1:
        return "".join(delen)
    return f"{', '.join(delen[:-1])} {voegwoord} {delen[-1]}"


def render_zin(tekst: str) -> str:
    """Return a text with its first letter in upper case."""
    return tekst[:1].upper() + tekst[1:]


def render_dag(moment: "datetime") -> str:
    """Return the day of a moment, in the time zone of the user, as in a list: `22-11-2026`."""
    return f"{moment.astimezone():%d-%m-%Y}"


def render_klok(moment: "datetime") -> str:
    """Return what the clock of the user says at a moment: `07:45`."""
    return f"{moment.astimezone():%H:%M}"


def render_tijd(moment: "datetime", *, seconden: bool = False) -> str:
    """Return a moment, in the time zone of the user, as in a list: `22-11-2026 07:45`."""
    return f"{moment.astimezone():{'%d-%m-%Y %H:%M:%S' if seconden else '%d-%m-%Y %H:%M'}}"


def render_datum(moment: "datetime") -> str:
    """Return the day of a moment, in the time zone of the user, as in a sentence: `3 mei 2026`."""
    hier = moment.astimezone()
    return f"{hier.day} {_MAANDEN[hier.month - 1]} {hier.year}"


def render_moment(moment: "datetime") -> str:
    """Return a moment, in the time zone of the user, as in a sentence: `3 mei 2026 om 07:45`."""
    return f"{render_datum(moment)} om {render_klok(moment)}"


def render_momenten(eerst: "datetime", nu: "datetime") -> tuple[str, str]:
    """Return two moments as texts that differ: days, on one day times, in seconds when that is needed."""
    vormen = (
        (render_datum(eerst), render_datum(nu)),
        (render_tijd(eerst), render_tijd(nu)),
        (render_tijd(eerst, seconden=True), render_tijd(nu, seconden=True)),
    )
    even = f"{vormen[0][0]} (eerst)", f"{vormen[0][1]} (daarna)"
    return next((vorm for vorm in vormen if vorm[0] != vorm[1]), even)


def advise_naam(naam: str, bekend: Iterable[str]) -> str:
    """Return the hint `bedoelde je 'x'?` for the known name nearest to a mistyped one, else an empty text."""
    from difflib import get_close_matches

    namen = {fold_tekst(kandidaat[:_MAX_NAAM]): kandidaat for kandidaat in islice(bekend, _MEESTE_NAMEN)}
    dichtbij = get_close_matches(fold_tekst(naam[:_MAX_NAAM]), namen, n=1, cutoff=0.7)
    return f"bedoelde je {render_citaat(namen[dichtbij[0]])}?" if dichtbij else ""
