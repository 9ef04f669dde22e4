"""YAML text into nodes that know their place: the only module that imports yaml.

The events of the parser are built into `Tekst`, `Lijst` and `Kaart`. Every scalar stays text, so `no`,
`12:30` and `010` keep their meaning. Refused, with a place: anchors, aliases, tags, double keys, keys
that are no text, several documents, and anything over the bounds on size, depth and number of nodes.
A composer would be shorter, but the C composer recurses: 100,000 open brackets end the process.
"""

import re
from collections.abc import Iterator
from typing import Any, cast

import yaml

from conflictstijl.fouten import Plek
from conflictstijl.laden.bevindingen import Bevindingen
from conflictstijl.laden.knopen import Kaart, Knoop, Lijst, Tekst
from conflictstijl.laden.valkuilen import Breuk, check_hekje, check_komma, check_structuur, check_word, split_regels
from conflictstijl.tekst import check_tekens

MAX_DIEPTE = 10
MAX_KNOPEN = 20_000

# The C parser is ten times faster; a wheel without libyaml has only the other one.
_LEZER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_GEOPEND = {"while scanning a quoted scalar", "while scanning a simple key"}
# where YAML looks for the space that makes a key, a list or an indent
_VASTE_SPATIE = re.compile(r"(?:[ -]*|[ -]*[^\s\"':#][^\"':#]*:)\u00a0")
_HAAKJES = {"while parsing a flow sequence", "while parsing a flow mapping"}


def parse_yaml(tekst: str, bestand: str, bevindingen: Bevindingen, maximum: int = MAX_KNOPEN) -> Knoop | None:
    """Return the root node of a YAML text, or None when its structure is broken (then a finding says where)."""
    # At the end of a last line without a line end the C parser points past the text.
    tekst = tekst if tekst.endswith("\n") else f"{tekst}\n"
    regels = split_regels(tekst)
    if not _check_leesbaar(regels, bestand, bevindingen):
        return None
    bouwer = _Bouwer(bestand, regels, bevindingen, maximum)
    try:
        for gebeurtenis in _read_gebeurtenissen(tekst):
            bouwer.read_gebeurtenis(gebeurtenis)
    except _GebrokenFout as fout:
        bevinding = check_structuur(regels, bestand, fout.breuk, _check_breuk)
        bevindingen.add(bevinding.plek, bevinding.code, bevinding.wat, bevinding.hint)
        return None
    except _GestoptFout:
        return None
    if bouwer.wortel is None:
        bevindingen.add(
            Plek(bestand, 1, 1), "leeg-bestand", "het bestand is leeg", "schrijf op de eerste regel wat het is"
        )
    return bouwer.wortel


def _check_leesbaar(regels: list[str], bestand: str, bevindingen: Bevindingen) -> bool:
    aantal = len(bevindingen)
    for nummer, regel in enumerate(regels, 1):
        plaats = check_tekens(regel)
        if plaats is not None:
            _write_teken(Plek(bestand, nummer, plaats + 1), regel[plaats], bevindingen)
        vast = _VASTE_SPATIE.match(regel) if "\u00a0" in regel else None
        if vast:
            wat = "hier staat een vaste spatie, die uit Word kan komen"
            bevindingen.add_onbruikbaar(Plek(bestand, nummer, vast.end()), "vaste-spatie", wat, "typ een gewone spatie")
    return len(bevindingen) == aantal


def _write_teken(plek: Plek, teken: str, bevindingen: Bevindingen) -> None:
    wat = f"hier staat een onzichtbaar of verboden teken (U+{ord(teken):04X})"
    bevindingen.add_onbruikbaar(plek, "verboden-teken", wat, "haal het weg")


class _GestoptFout(Exception):
    """Reading stopped, at a bound or a second document; the finding is already made."""


class _GebrokenFout(Exception):
    """The parser gave up; `breuk` tells where and why."""

    def __init__(self, breuk: Breuk) -> None:
        self.breuk = breuk
        super().__init__(breuk.probleem)


def _check_breuk(regels: list[str]) -> Breuk | None:
    """Return where the structure of these lines breaks, None when it is whole."""
    try:
        for _ in _read_gebeurtenissen("\n".join(regels)):
            pass
    except _GebrokenFout as fout:
        return fout.breuk
    return None


def _read_gebeurtenissen(tekst: str) -> Iterator[yaml.Event]:
    laatste: yaml.Event | None = None
    try:
        for gebeurtenis in yaml.parse(tekst, Loader=_LEZER):
            laatste = gebeurtenis
            yield gebeurtenis
    except yaml.MarkedYAMLError as fout:
        raise _GebrokenFout(_build_breuk(fout, _read_begin(laatste)[0], tekst)) from None
    except (OverflowError, ValueError):
        # The pure Python parser lets the error of chr() pass for an escape such as "\UFFFFFFFF".
        regel, kolom = _read_begin(laatste)
        raise _GebrokenFout(Breuk(regel, kolom, regel, regel, "escape")) from None


def _read_begin(gebeurtenis: yaml.Event | None) -> tuple[int, int]:
    """Return where an event begins; without one that is the begin of the text."""
    return _read_merk(gebeurtenis.start_mark) if gebeurtenis else (0, 0)


def _read_merk(merk: Any) -> tuple[int, int]:
    """Return line and column, from 0; the types of the two parsers' marks are not related."""
    return merk.line, merk.column


def _build_breuk(fout: yaml.MarkedYAMLError, begin: int, tekst: str) -> Breuk:
    """Return the break at what was opened and never closed, else at the place where the parser stopped."""
    verband = fout.context or ""
    einde, _ = _read_merk(fout.problem_mark)
    regel, kolom = _read_merk(fout.context_mark if _check_geopend(fout, verband, tekst) else fout.problem_mark)
    return Breuk(regel, kolom, einde, min(begin, regel), f"{verband}: {fout.problem}")


def _check_geopend(fout: yaml.MarkedYAMLError, verband: str, tekst: str) -> bool:
    """Return True when the place where something was opened says more than where the parser stopped."""
    if verband not in _HAAKJES:
        return verband in _GEOPEND
    open_, stop = cast("yaml.Mark", fout.context_mark), cast("yaml.Mark", fout.problem_mark)
    if stop.index >= len(tekst.rstrip()):
        return True
    return stop.line > open_.line and not tekst.lstrip().startswith(("{", "["))


class _Bouwer:
    """Builds nodes from events, without recursion."""

    def __init__(self, bestand: str, regels: list[str], bevindingen: Bevindingen, maximum: int) -> None:
        self.wortel: Knoop | None = None
        self._bestand = bestand
        self._regels = regels
        self._bevindingen = bevindingen
        self._maximum = maximum
        self._open: list[Lijst | Kaart] = []
        self._sleutels: list[Tekst | None] = []
        self._einde = (0, 0)
        self._knopen = 0
        self._ankers: set[tuple[int, str]] = set()

    def read_gebeurtenis(self, gebeurtenis: yaml.Event) -> None:
        """Take one event of the parser."""
        if isinstance(gebeurtenis, yaml.NodeEvent):
            self._read_knoop(gebeurtenis)
        elif isinstance(gebeurtenis, yaml.CollectionEndEvent):
            self._open.pop()
            self._sleutels.pop()
        elif isinstance(gebeurtenis, yaml.DocumentStartEvent) and self.wortel is not None:
            wat = "hier begint een tweede document (---)"
            self._bevindingen.add(self._plek(gebeurtenis), "tweede-document", wat, "maak er een eigen bestand van")
            raise _GestoptFout

    def _plek(self, gebeurtenis: yaml.Event) -> Plek:
        regel, kolom = _read_merk(gebeurtenis.start_mark)
        return Plek(self._bestand, regel + 1, kolom + 1)

    def _read_knoop(self, gebeurtenis: yaml.NodeEvent) -> None:
        plek = self._plek(gebeurtenis)
        self._check_grenzen(plek)
        self._check_anker(gebeurtenis, plek)
        if isinstance(gebeurtenis, yaml.AliasEvent):
            self._write_knoop(Tekst("", plek))
            return
        if isinstance(gebeurtenis, yaml.ScalarEvent):
            tekst = self._build_tekst(gebeurtenis, plek)
            self._check_oorzaak(tekst)
            self._einde = _read_merk(gebeurtenis.end_mark)
            self._write_knoop(tekst)
            return
        knoop: Lijst | Kaart = Lijst(plek, []) if isinstance(gebeurtenis, yaml.SequenceStartEvent) else Kaart(plek, [])
        self._write_knoop(knoop)
        self._open.append(knoop)
        self._sleutels.append(None)

    def _check_anker(self, gebeurtenis: yaml.NodeEvent, plek: Plek) -> None:
        if isinstance(gebeurtenis, yaml.AliasEvent):
            teken, soort = "*", "verwijzing"
        elif gebeurtenis.anchor:
            teken, soort = "&", "anker"
        elif getattr(gebeurtenis, "tag", None):
            teken, soort = "!", "soort"
        else:
            return
        if (plek.regel, teken) not in self._ankers:
            self._ankers.add((plek.regel, teken))
            wat = f"met {teken} begint in YAML een {soort}, en dat kan hier niet"
            self._bevindingen.add(plek, "anker", wat, "haal het weg, of zet de tekst tussen dubbele aanhalingstekens")
        self._bevindingen.block(plek)

    def _build_tekst(self, gebeurtenis: yaml.ScalarEvent, plek: Plek) -> Tekst:
        waarde = gebeurtenis.value
        if gebeurtenis.style not in (None, ""):
            plaats = check_tekens(waarde)
            if plaats is not None:
                _write_teken(plek, waarde[plaats], self._bevindingen)
            return Tekst(waarde, plek, kaal=False)
        regel, kolom = _read_merk(gebeurtenis.end_mark)
        rest = self._regels[regel][kolom:]
        if "#" not in rest:
            return Tekst(waarde, plek)
        hekje = check_hekje(Plek(self._bestand, regel + 1, kolom + 1), rest, leeg=not waarde)
        if hekje is not None:
            self._bevindingen.append(hekje)
            self._bevindingen.block(plek)
        return Tekst(waarde, plek, afgekapt=bool(waarde) and rest.lstrip().startswith("#"))

    def _check_oorzaak(self, tekst: Tekst) -> None:
        """Remember what may make this text or its key wrong: quotes of a word processor, or a comma before the key."""
        word = check_word(tekst)
        if word:
            self._bevindingen.add_oorzaak(tekst.plek, word)
        sleutel = self._sleutels[-1] if self._sleutels else None
        vorige = self._read_vorige()
        if sleutel is None or vorige is None or tekst.waarde or self._check_dubbele_punt(tekst.plek):
            return
        komma = check_komma(sleutel, vorige)
        if sleutel.waarde.isdecimal():
            # where numbers are names, half a number could pass for a name without a value
            self._bevindingen.add_onbruikbaar(sleutel.plek, komma.code, komma.wat, komma.hint)
        for plek in (sleutel.plek, tekst.plek):
            self._bevindingen.add_oorzaak(plek, komma)

    def _read_vorige(self) -> Tekst | None:
        """Return the bare text of the pair before the one that is being read."""
        ouder = self._open[-1] if self._open else None
        vorige = ouder.paren[-1][1] if isinstance(ouder, Kaart) and ouder.paren else None
        return vorige if isinstance(vorige, Tekst) and vorige.kaal else None

    def _check_dubbele_punt(self, plek: Plek) -> bool:
        """Return True when a colon stands between the key that was read last and a place."""
        regel, kolom = self._einde
        return ":" in self._regels[regel][kolom : plek.kolom - 1 if plek.regel == regel + 1 else None]

    def _check_grenzen(self, plek: Plek) -> None:
        self._knopen += 1
        if self._knopen > self._maximum:
            wat = f"het bestand heeft meer dan {self._maximum} onderdelen"
            self._bevindingen.add(plek, "te-groot", wat, "splits het bestand")
            raise _GestoptFout
        if len(self._open) >= MAX_DIEPTE:
            wat = f"er staan meer dan {MAX_DIEPTE} lagen in elkaar"
            self._bevindingen.add(plek, "te-diep", wat, "kijk inspringen en haakjes na")
            raise _GestoptFout

    def _write_knoop(self, knoop: Knoop) -> None:
        if not self._open:
            self.wortel = knoop
            return
        ouder, sleutel = self._open[-1], self._sleutels[-1]
        if isinstance(ouder, Lijst):
            ouder.delen.append(knoop)
        elif sleutel is not None:
            ouder.paren.append((sleutel, knoop))
            self._sleutels[-1] = None
        else:
            self._sleutels[-1] = self._check_sleutel(knoop)

    def _check_sleutel(self, knoop: Knoop) -> Tekst:
        if isinstance(knoop, Tekst):
            return knoop
        wat = "voor de dubbele punt hoort een woord, geen lijst of groep"
        hint = "zet tekst met [ of { tussen dubbele aanhalingstekens"
        self._bevindingen.add_onbruikbaar(knoop.plek, "sleutel", wat, hint)
        return Tekst("", knoop.plek)
