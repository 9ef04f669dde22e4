"""What a journal holds, also after it was cut, flipped, glued or reordered: the whole answers and no others."""

import re
from collections.abc import Iterator
from itertools import zip_longest
from typing import NamedTuple

from conflictstijl.opslag.journaalregels import (
    FORMAAT,
    NOOIT,
    Antwoordregel,
    JournaalKop,
    Stand,
    Velden,
    parse_antwoordregel,
    parse_kop,
    parse_regel,
    render_waarden,
)


class Inhoud(NamedTuple):
    """What a journal holds. `nr` and `plaats` (index) are of its last whole line, 0 when there is none.

    `opnieuw` are the numbers (from 1) of the questions whose newest answer is damaged, already `NOOIT` in
    `antwoorden`; `onleesbaar` counts damaged lines after the last whole one that do not even tell their question.
    """

    kop: JournaalKop
    antwoorden: Stand
    nr: int = 0
    plaats: int = 0
    opnieuw: tuple[int, ...] = ()
    onleesbaar: int = 0


_Stuk = tuple[str, Velden | None]

# a line begins after a newline, and also where it was glued to the one before
_GRENS = re.compile(r'\n|(?=\{"crc":")')
_VRAAG = re.compile(r'"vraag":([0-9]{1,6})\}')
_LIJST = re.compile(r'"antwoorden":\[([^\[\]]*)\]')


def parse_journaal(rauw: bytes) -> Inhoud | str:
    """Return what a journal holds, or in Dutch why it is unusable. Never raises, whatever the bytes are.

    Pieces without a right checksum are skipped, and so are lines of another session. A piece without an end at
    the end of the file was never accepted, so it says nothing about the answers before it.
    """
    stukken = [(stuk, parse_regel(stuk)) for stuk in _GRENS.split(rauw.decode("ascii", errors="replace"))]
    velden = next((velden for _, velden in stukken if velden and velden.get("soort") == "kop"), None)
    if velden is None:
        return "de eerste regels zijn beschadigd"
    if velden.get("formaat") != FORMAAT:
        return "een andere versie van dit programma heeft het gemaakt"
    kop = parse_kop(velden)
    if kop is None:
        return "de eerste regels kloppen niet"
    return _build_inhoud(kop, *_read_laatste(kop, stukken))


def _read_laatste(kop: JournaalKop, stukken: list[_Stuk]) -> tuple[Antwoordregel, list[str]]:
    """Return the newest whole line and the damaged ones after it, leaving out a piece without an end."""
    laatste = Antwoordregel()
    schade: list[str] = []
    for plek, (stuk, velden) in enumerate(stukken, 1):
        regel = parse_antwoordregel(kop, velden) if velden else None
        if regel and regel.nr >= laatste.nr:
            laatste, schade = regel, []
        elif velden is None and stuk.strip() and plek < len(stukken):
            schade.append(stuk)
    return laatste, schade


def _build_inhoud(kop: JournaalKop, laatste: Antwoordregel, schade: list[str]) -> Inhoud:
    vragen = [set(_read_vragen(stuk, laatste)) for stuk in schade]
    opnieuw = set().union(*vragen) & set(range(1, kop.aantal + 1))
    volledig = laatste.antwoorden + (NOOIT,) * (kop.aantal - len(laatste.antwoorden))
    return Inhoud(
        kop,
        tuple(NOOIT if nummer in opnieuw else antwoord for nummer, antwoord in enumerate(volledig, 1)),
        nr=laatste.nr,
        plaats=laatste.vraag - 1,
        opnieuw=tuple(sorted(opnieuw)),
        onleesbaar=sum(not groep for groep in vragen),
    )


def _read_vragen(stuk: str, laatste: Antwoordregel) -> Iterator[int]:
    """Yield the questions that a damaged line may have answered: the one it names, and where its answers differ.

    A single fallen bit harms the name or the answers, never both.
    """
    genoemd = _VRAAG.search(stuk)
    if genoemd:
        yield int(genoemd[1])
    lijst = _LIJST.search(stuk)
    oud = render_waarden(laatste.antwoorden)
    nieuw = lijst[1].split(",") if lijst else []
    # a shorter list lost a comma and tells nothing any more
    if len(nieuw) >= len(oud):
        paren = enumerate(zip_longest(oud, nieuw), 1)
        yield from (nummer for nummer, (eerder, later) in paren if eerder != later)
