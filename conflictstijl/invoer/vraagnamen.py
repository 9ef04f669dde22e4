"""How a header can name a question: by its code, by its text, or by a text that is nearly the same."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from typing import NamedTuple

from conflictstijl.invoer.koppen import fold_kop, split_kop, split_vervolg, split_woorden
from conflictstijl.invoer.onderdelen import Onderdeelnamen, build_onderdeelnamen
from conflictstijl.model.vragen import Keuze, Vorm, Vraag
from conflictstijl.model.vragenlijst import Vragenlijst

STANDAARDVRAGEN = {
    Vorm.KIES: "Wat past het meest bij je?",
    Vorm.UITERSTEN: "Wat past het meest bij je, en wat het minst?",
    Vorm.RANGSCHIK: "Zet ze op volgorde: wat het meest bij je past komt eerst.",
    Vorm.VERDEEL: "Verdeel de punten over wat bij je past.",
}
"""What `formulier` asks where the questionnaire has no question of its own."""

_GELIJKENIS, _VOORSPRONG = 0.9, 0.04
_KORTSTE, _LANGSTE = 12, 400
_KORTSTE_BEGIN = 8
_AFGEKAPT = re.compile(r"(.{8,}?)\s*(?:\.\.+|…)\]?\s*")
_KORTSTE_WOORD = 4
_MEESTE_KANDIDATEN = 3
_OMKERINGEN = split_woorden("niet geen nooit zonder nauwelijks not never no")


class Hoe(StrEnum):
    """How a column was recognised, as the mapping report says it."""

    CODE = "code"
    TEKST = "tekst"
    NUMMER = "nummer"
    LIJKT_OP = "lijkt op"
    KOLOMMEN = "kolommenbestand"


class Treffer(NamedTuple):
    """What a header names: one question, or one of several with the same text."""

    vragen: tuple[int, ...]
    hoe: Hoe
    keer: int = 0
    """Which of several questions with the same text: 2 for the second; 0 when the header does not say."""
    nummer: int = 0
    """The number before the text, which counts the questions of a form; 0 when there is none."""


@dataclass(frozen=True, slots=True)
class Vraagnamen:
    """The names of all questions: index by folded code, indices by folded text and by word."""

    codes: Mapping[str, int]
    teksten: Mapping[str, tuple[int, ...]]
    woorden: Mapping[str, frozenset[str]]
    """The texts in which a word stands."""
    onderdelen: Onderdeelnamen
    """The parts that can share a text."""

    def parse_kop(self, kop: str, boven: str = "") -> Treffer | None:
        """Return what a header names by code or text, or None; `boven` is the header above it."""
        delen = list(split_kop(kop))
        for deel in delen:
            if deel in self.teksten:
                return self._build_treffer(kop, boven, deel)
        for deel in delen:
            stam, keer = split_vervolg(deel)
            if keer > 1 and stam in self.teksten:
                return self._build_treffer(kop, boven, stam)._replace(keer=keer)
        code = next((deel for deel in [*delen, *_split_begin(kop)] if deel in self.codes), None)
        return Treffer((self.codes[code],), Hoe.CODE) if code is not None else None

    def _build_treffer(self, kop: str, boven: str, tekst: str) -> Treffer:
        """Return the questions with a text: of those with the same one, only the part that a header names."""
        vragen = self.teksten[tekst]
        if len(vragen) == 1:
            return Treffer(vragen, Hoe.TEKST)
        namen = self.onderdelen
        onderdeel = namen.read_onderdeel(fold_kop(kop).replace(tekst, " ")) or namen.read_onderdeel(boven)
        genoemd = tuple(vraag for vraag in vragen if not onderdeel or vraag in namen.vragen[onderdeel])
        nummer = re.match(r"[^0-9]{0,10}([0-9]{1,3})[.:)]", kop.strip())
        return Treffer(genoemd, Hoe.TEKST, nummer=int(nummer[1]) if nummer else 0)

    def parse_lijkend(self, kop: str) -> int | None:
        """Return the only question whose text is nearly that of a header, or that begins like a text cut short."""
        afgekapt = _AFGEKAPT.fullmatch(kop.rpartition("[")[2].strip())
        if afgekapt:
            return self._read_begin(fold_kop(afgekapt[1]))
        beste: dict[int, float] = {}
        for deel in split_kop(kop):
            for tekst in self._read_kandidaten(deel):
                gelijkenis = _compare_teksten(deel, tekst)
                for vraag in self.teksten[tekst]:
                    beste[vraag] = max(gelijkenis, beste.get(vraag, 0.0))
        return _read_winnaar(beste)

    def _read_begin(self, begin: str) -> int | None:
        vragen = {vraag for tekst, zelfde in self.teksten.items() if tekst.startswith(begin) for vraag in zelfde}
        return vragen.pop() if len(begin) >= _KORTSTE_BEGIN and len(vragen) == 1 else None

    def _read_kandidaten(self, deel: str) -> list[str]:
        """Return the few texts that share most words with a piece: comparing letter by letter takes time."""
        if not _KORTSTE <= len(deel) <= _LANGSTE:
            return []
        gedeeld: dict[str, int] = {}
        for woord in set(_split_woorden(deel)):
            for tekst in self.woorden.get(woord, ()):
                gedeeld[tekst] = gedeeld.get(tekst, 0) + 1
        return sorted(gedeeld, key=lambda tekst: -gedeeld[tekst])[:_MEESTE_KANDIDATEN]


def build_vraagnamen(vragenlijst: Vragenlijst) -> Vraagnamen:
    """Return the names of all questions of a questionnaire.

    An id that is a bare number is no code: a header with that number means it only in a row of numbers.
    """
    codes: dict[str, int] = {}
    teksten: dict[str, list[int]] = {}
    for plaats, vraag in enumerate(vragenlijst.vragen):
        if not vraag.id.isdecimal():
            codes[fold_kop(vraag.id)] = plaats
        for tekst in dict.fromkeys(map(fold_kop, _build_teksten(vraag))):
            teksten.setdefault(tekst, []).append(plaats)
    teksten.pop("", None)
    woorden: dict[str, set[str]] = {}
    for tekst in teksten:
        for woord in _split_woorden(tekst):
            woorden.setdefault(woord, set()).add(tekst)
    vast = {tekst: tuple(plaatsen) for tekst, plaatsen in teksten.items()}
    return Vraagnamen(
        codes, vast, {woord: frozenset(waar) for woord, waar in woorden.items()}, build_onderdeelnamen(vragenlijst)
    )


def _build_teksten(vraag: Vraag) -> Iterator[str]:
    if not isinstance(vraag, Keuze):
        yield vraag.tekst
        return
    gevraagd = vraag.vraag or STANDAARDVRAGEN[vraag.vorm]
    samen = f" Samen {vraag.totaal} punten." if vraag.vorm is Vorm.VERDEEL else ""
    heel = f"{vraag.casus} {gevraagd}"
    yield from (heel + samen, heel, vraag.casus, gevraagd + samen, gevraagd)
    for tussen in (" / ", " of ", " - "):
        yield tussen.join(optie.tekst for optie in vraag.opties)


def render_vraagtekst(vraag: Vraag) -> str:
    """Return a question as a message names it: by its text."""
    return vraag.tekst if not isinstance(vraag, Keuze) else f"{vraag.casus} {vraag.vraag}".strip()


def _split_begin(kop: str) -> list[str]:
    """Return the first word of a header when it stands apart from the rest: `v07. `, `kalm.3: `."""
    eerste = re.match(r"\s*([\w.-]{1,80}?)[.:)]?\s", kop)
    return [fold_kop(eerste[1])] if eerste else []


def _split_woorden(tekst: str) -> list[str]:
    return [woord for woord in re.findall(r"\w+", tekst) if len(woord) >= _KORTSTE_WOORD]


def _compare_teksten(een: str, ander: str) -> float:
    """Return how much two texts are alike, 0 to 1; a `niet` or a number in only one of them makes them different."""
    if _read_kern(een) != _read_kern(ander):
        return 0.0
    return SequenceMatcher(None, een, ander, autojunk=False).ratio()


def _read_kern(tekst: str) -> list[str]:
    return [woord for woord in re.findall(r"\w+", tekst) if woord in _OMKERINGEN or woord.isdecimal()]


def _read_winnaar(gelijkenis: Mapping[int, float]) -> int | None:
    """Return the question that is alike enough, and clearly more than any other."""
    op_volgorde = sorted(gelijkenis.items(), key=lambda deel: -deel[1])
    if not op_volgorde or op_volgorde[0][1] < _GELIJKENIS:
        return None
    tweede = op_volgorde[1][1] if len(op_volgorde) > 1 else 0.0
    return op_volgorde[0][0] if op_volgorde[0][1] - tweede >= _VOORSPRONG else None
