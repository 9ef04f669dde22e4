"""The lines of a journal: how each is spelled and read back.

A journal is JSON Lines in ASCII. Every line starts with `crc`, the crc32 of the canonical JSON (sorted keys, no
spaces) of the rest of the line:

    {"crc":"5f0c21aa","aantal":30,"afdrukken":["1f0e...",...],"begin":"2025-03-01T10:00:00+01:00","formaat":1,...}
    {"crc":"90cd1133","antwoorden":[4,"nvt",null],"nr":3,"sessie":"9f...","soort":"antwoord","vraag":3}

The head stands there twice, so that one fallen bit does not cost all answers. A line is written for every answer
and repeats all answers until then (`""` for a question not reached). So one whole line is enough to resume, a later
line makes up for a missed one, and a lost line in between can never bring an older answer back: the line with
the highest `nr` of this session holds, wherever it stands.
"""

import json
import re
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Any, Final, NamedTuple
from zlib import crc32

from conflictstijl.model.antwoorden import HOOGSTE_ZAAD, NVT, Antwoord, NietVanToepassing
from conflictstijl.opslag.vraagafdruk import LENGTE
from conflictstijl.tekst import check_tekens

FORMAAT = 1
"""Format number of the journals written here."""

MAX_ITEMS = 100_000
"""Most questions a head may promise."""

_RIJ, _TEKST = "r", "t"
"""How a row of numbers (`r2 0 1`) and own words (`t` and hexadecimal UTF-8) begin."""

_RIJVORM = re.compile(r"r[0-9]{1,4}(?: [0-9]{1,4}){1,11}")

_AFDRUK = re.compile(f"[0-9a-f]{{{LENGTE}}}")

MAX_NR = 10**9
"""Highest number a line may have."""


class NooitBeantwoord(Enum):
    """The single value `NOOIT`: the question was never reached (None is: left open on purpose)."""

    NOOIT = ""


NOOIT: Final = NooitBeantwoord.NOOIT

Stand = tuple[Antwoord | NooitBeantwoord, ...]
"""How far a test is: per question, in the order of `Vragenlijst.vragen`, the answer or `NOOIT`."""

Velden = dict[str, Any]
"""The fields of a line, after its checksum was found right and taken out."""


@dataclass(frozen=True, slots=True)
class JournaalKop:
    """What a running test is of: session, questionnaire and version, number of questions, aware time of the start.

    `zaad` is the starting number of the random order in which the questions are asked, None for that of the file.
    `afdrukken` has the fingerprint of every question (`vraagafdruk`); journals of earlier versions have none.
    `test` is the session of the test that this journal is a part of, empty when that is its own. The session itself is
    of this one journal: by it the reader knows a line of another file, also of the same test.
    """

    sessie: str
    vragenlijst: str
    versie: str
    vingerafdruk: str
    aantal: int
    begin: datetime
    zaad: int | None = None
    afdrukken: tuple[str, ...] = ()
    test: str = ""

    @property
    def van_test(self) -> str:
        """The session of the whole test, which its result gets."""
        return self.test or self.sessie


class Antwoordregel(NamedTuple):
    """An answer line: its number, the question it answered (from 1), and all answers until then."""

    nr: int = 0
    vraag: int = 1
    antwoorden: Stand = ()


def render_kop(kop: JournaalKop) -> bytes:
    """Return the first two lines of a journal, which are the same."""
    velden = {
        "soort": "kop",
        "formaat": FORMAAT,
        "sessie": kop.sessie,
        "vragenlijst": kop.vragenlijst,
        "versie": kop.versie,
        "vingerafdruk": kop.vingerafdruk,
        "aantal": kop.aantal,
        "begin": kop.begin.isoformat(),
        **({} if kop.zaad is None else {"zaad": kop.zaad}),
        **({"afdrukken": kop.afdrukken} if kop.afdrukken else {}),
        **({"test": kop.test} if kop.test else {}),
    }
    return _render_regel(velden) * 2


def render_antwoordregel(kop: JournaalKop, regel: Antwoordregel) -> bytes:
    """Return the line for one answer."""
    velden = {
        "soort": "antwoord",
        "sessie": kop.sessie,
        "nr": regel.nr,
        "vraag": regel.vraag,
        "antwoorden": _spell_stand(regel.antwoorden),
    }
    return _render_regel(velden)


def render_waarden(antwoorden: Stand) -> list[str]:
    """Return answers as they are spelled in a line, without the unreached questions at the end."""
    return [_render_canoniek(waarde) for waarde in _spell_stand(antwoorden)]


def _render_regel(velden: Velden) -> bytes:
    canoniek = _render_canoniek(velden)
    return f'{{"crc":"{_render_crc(canoniek)}",{canoniek[1:]}\n'.encode()


def _render_canoniek(waarde: object) -> str:
    return json.dumps(waarde, sort_keys=True, separators=(",", ":"))


def _render_crc(canoniek: str) -> str:
    return f"{crc32(canoniek.encode()):08x}"


def _spell_stand(antwoorden: Stand) -> list[int | str | None]:
    waarden = list(map(_spell_antwoord, antwoorden))
    while waarden and waarden[-1] == NOOIT.value:
        waarden.pop()
    return waarden


def _spell_antwoord(antwoord: Antwoord | NooitBeantwoord) -> int | str | None:
    """Return an answer as one JSON value in which no comma or bracket stands: damaged lines are compared by these."""
    if isinstance(antwoord, NietVanToepassing | NooitBeantwoord):
        return str(antwoord.value)
    if isinstance(antwoord, tuple):
        return _RIJ + " ".join(map(str, antwoord))
    return _TEKST + antwoord.encode().hex() if isinstance(antwoord, str) else antwoord


def parse_regel(stuk: str) -> Velden | None:
    """Return the fields of a text that starts with a whole line, else None; what follows the line is left alone."""
    try:
        velden, _ = json.JSONDecoder().raw_decode(stuk)
        if isinstance(velden, dict) and velden.pop("crc", None) == _render_crc(_render_canoniek(velden)):
            return velden
    except (ValueError, RecursionError):
        return None
    return None


def parse_kop(velden: Velden) -> JournaalKop | None:
    """Return the head of a journal, or None when its fields do not fit."""
    namen = ("sessie", "vragenlijst", "versie", "vingerafdruk", "begin")
    teksten = [tekst for tekst in map(velden.get, namen) if isinstance(tekst, str)]
    aantal, zaad = _parse_nummer(velden.get("aantal"), MAX_ITEMS), velden.get("zaad")
    afdrukken, test = velden.get("afdrukken", []), velden.get("test", "")
    if len(teksten) < len(namen) or aantal is None or not isinstance(test, str):
        return None
    if not (_check_zaad(zaad) and _check_afdrukken(afdrukken, aantal)):
        return None
    sessie, vragenlijst, versie, vingerafdruk, begin = teksten
    moment = _parse_moment(begin)
    if moment is None:
        return None
    return JournaalKop(sessie, vragenlijst, versie, vingerafdruk, aantal, moment, zaad, tuple(afdrukken), test)


def _check_zaad(waarde: object) -> bool:
    return waarde is None or (type(waarde) is int and 0 <= waarde <= HOOGSTE_ZAAD)


def _check_afdrukken(waarde: object, aantal: int) -> bool:
    if not isinstance(waarde, list) or len(waarde) not in {0, aantal}:
        return False
    return all(isinstance(een, str) and _AFDRUK.fullmatch(een) for een in waarde)


def _parse_moment(tekst: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(tekst)
        moment.astimezone()
    except (ValueError, OverflowError):
        return None
    return moment if moment.tzinfo else None


def parse_antwoordregel(kop: JournaalKop, velden: Velden) -> Antwoordregel | None:
    """Return an answer line of this session; None for a head, another session or fields that do not fit."""
    if velden.get("soort") != "antwoord" or velden.get("sessie") != kop.sessie:
        return None
    nr = _parse_nummer(velden.get("nr"), MAX_NR)
    vraag = _parse_nummer(velden.get("vraag"), kop.aantal)
    antwoorden = _parse_stand(velden.get("antwoorden"), kop.aantal)
    if nr is None or vraag is None or antwoorden is None:
        return None
    return Antwoordregel(nr, vraag, antwoorden)


def _parse_nummer(waarde: object, hoogste: int) -> int | None:
    """Return a whole number from 1; True is none."""
    return waarde if isinstance(waarde, int) and waarde is not True and 1 <= waarde <= hoogste else None


def _parse_stand(waarden: object, aantal: int) -> Stand | None:
    if not isinstance(waarden, list) or len(waarden) > aantal or not all(map(_check_waarde, waarden)):
        return None
    return tuple(map(_parse_antwoord, waarden))


def _parse_antwoord(waarde: int | str | None) -> Antwoord | NooitBeantwoord:
    if not isinstance(waarde, str):
        return waarde
    if waarde.startswith(_RIJ):
        return tuple(map(int, waarde[1:].split()))
    if waarde.startswith(_TEKST):
        return bytes.fromhex(waarde[1:]).decode()
    return NVT if waarde else NOOIT


def _check_waarde(waarde: object) -> bool:
    if isinstance(waarde, str) and waarde.startswith(_TEKST):
        return _check_tekst(waarde[1:])
    rij = isinstance(waarde, str) and _RIJVORM.fullmatch(waarde)
    return bool(rij) or type(waarde) is int or waarde in (None, NVT.value, NOOIT.value)


def _check_tekst(hexadecimaal: str) -> bool:
    """Return True for text that can have been written here: a checksum is no signature."""
    try:
        return bool(hexadecimaal) and check_tekens(bytes.fromhex(hexadecimaal).decode()) is None
    except ValueError:
        return False
