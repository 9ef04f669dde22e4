"""Values made out of scale scores: `omslag: storm.forceren - kalm.forceren`.

som     = product {("+" | "-") product}
product = term {("*" | "/") term}
term    = getal | naam | "-" term | "(" som ")"

Nothing is evaluated: a formula becomes a row of steps in postfix order.
"""

import re
from collections.abc import Callable, Collection, Mapping
from fractions import Fraction
from typing import NamedTuple

from conflictstijl.laden.bevindingen import Bevindingen
from conflictstijl.laden.knopen import Kaart, Knoop, Tekst
from conflictstijl.laden.omvang import ONBEKEND, Bereik, Omvang, advise_omvang, build_omvang
from conflictstijl.laden.velden import Velden, advise_woord, check_id, read_tekst
from conflictstijl.model.vragenlijst import Afgeleide
from conflictstijl.tekst import render_citaat

_TEKEN = re.compile(
    r"\s*(?:(?P<naam>[a-z][a-z0-9]*(?:[-_.][a-z0-9]+)*)|(?P<getal>[0-9]{1,6}(?:\.[0-9]{1,6})?)|(?P<teken>[-+*/()]))"
)
_MEESTE = 100
_LANGSTE = 60
_DIEPST = 10
_SPATIES = "zet spaties om een minteken, zoals: storm.forceren - kalm.forceren"
_TEKENS = "+-*/()"

Stap = str | Fraction


class _Namen(NamedTuple):
    """The scales that a formula may name, None when they were wrong, and those of parts not scored by themselves."""

    bekend: dict[str, Omvang] | None
    gesplitst: set[str]


class _FormuleFout(ValueError):
    """A formula cannot be read; the message says why."""


def parse_afgeleid(velden: Velden, schalen: Mapping[str, Bereik | None] | None) -> tuple[Afgeleide, ...]:
    """Return the derived values; `schalen` holds what the known scales can reach, None when they were wrong."""
    if velden.read_knoop("afgeleid") is None:
        return ()
    groep = velden.read_groep("afgeleid")
    bekend = None if schalen is None else {naam: Omvang(1, bereik) for naam, bereik in schalen.items()}
    delen = velden.read_knoop("onderdelen") if velden.read_knoop("per_onderdeel") is None else None
    namen = [sleutel.waarde for sleutel, _ in delen.paren] if isinstance(delen, Kaart) else []
    gesplitst = {f"{naam}.{schaal}" for naam in namen for schaal in bekend or ()}
    gevonden: list[Afgeleide] = []
    formules = list(groep)
    if len(formules) > _MEESTE:
        wat = f"er zijn meer dan {_MEESTE} formules"
        velden.bevindingen.add(formules[_MEESTE][0].plek, "formule", wat, "haal er een paar weg")
    for sleutel, knoop in formules[:_MEESTE]:
        afgeleide = _parse_een(sleutel, knoop, _Namen(bekend, gesplitst), velden.bevindingen)
        gevonden += [] if afgeleide is None else [afgeleide]
    groep.check_onbekend()
    return tuple(gevonden)


def _parse_een(sleutel: Tekst, knoop: Knoop, namen: _Namen, bevindingen: Bevindingen) -> Afgeleide | None:
    naam = check_id(sleutel, bevindingen)
    titel, formule = naam or "", knoop
    if isinstance(knoop, Kaart):
        velden = Velden(knoop, bevindingen, render_citaat(sleutel.waarde))
        titel = velden.read_tekst("naam", verplicht=True)
        gegeven = velden.read_knoop("formule", verplicht=True)
        velden.check_onbekend()
        if gegeven is None:
            return None
        formule = gegeven
    tekst = read_tekst(formule, bevindingen, "een formule")
    if tekst is None or naam is None:
        return None
    if naam in (namen.bekend or ()):
        bevindingen.add(sleutel.plek, "dubbel-id", f"'{naam}' is al een schaal", "kies een andere naam")
    try:
        stappen = tuple(_Formule(tekst, namen).parse_som())
        _check_omvang(naam, stappen, namen.bekend or {})
    except _FormuleFout as fout:
        wat, _, hint = str(fout).rpartition("; ")
        bevindingen.add(formule.plek, "formule", wat, hint)
        return None
    return Afgeleide(naam, titel, stappen)


def _check_omvang(naam: str, stappen: Collection[Stap], bekend: dict[str, Omvang]) -> None:
    """Keep how large a formula can become; raises _FormuleFout for one that becomes too large."""
    omvang = build_omvang(stappen, bekend)
    fout = advise_omvang(omvang)
    # one that is refused has a name all the same: what uses it is not wrong as well
    bekend[naam] = ONBEKEND if fout else omvang
    if fout:
        raise _FormuleFout(fout)


class _Formule:
    """A formula being read from left to right."""

    def __init__(self, tekst: str, namen: _Namen) -> None:
        self._namen = namen
        self._delen = _split_formule(tekst)
        self._plaats = 0
        self._diepte = 0

    def parse_som(self) -> list[Stap]:
        stappen = self._parse_rij("+-", lambda: self._parse_rij("*/", self._parse_term))
        if not self._diepte and self._plaats < len(self._delen):
            deel = self._delen[self._plaats]
            hint = "haal het weg" if deel in _TEKENS else "schrijf + - * of / tussen twee schalen of getallen"
            raise _FormuleFout(f"{render_citaat(deel)} past hier niet in de formule; {hint}")
        return stappen

    def _parse_rij(self, tekens: str, deel: Callable[[], list[Stap]]) -> list[Stap]:
        stappen = deel()
        while (teken := self._read_deel()) and teken in tekens:
            self._plaats += 1
            stappen += [*deel(), teken]
        return stappen

    def _read_deel(self) -> str:
        return self._delen[self._plaats] if self._plaats < len(self._delen) else ""

    def _parse_term(self) -> list[Stap]:
        deel = self._read_deel()
        self._plaats += 1
        if deel == "-":
            return [Fraction(0), *self._parse_term(), "-"]
        if deel == "(":
            return self._parse_haakjes()
        if deel[:1].isdigit():
            return [Fraction(deel)]
        if not deel or deel in "+*/)":
            waar = f"na {render_citaat(self._delen[self._plaats - 2])}" if self._plaats > 1 else "aan het begin"
            raise _FormuleFout(f"{waar} ontbreekt een schaal of een getal; vul de formule aan")
        if self._namen.bekend is not None and deel not in self._namen.bekend:
            raise _FormuleFout(f"onbekende schaal {render_citaat(deel)}; {_advise_schaal(deel, self._namen)}")
        return [deel]

    def _parse_haakjes(self) -> list[Stap]:
        self._diepte += 1
        if self._diepte > _DIEPST:
            raise _FormuleFout(f"er staan meer dan {_DIEPST} haakjes in elkaar; maak de formule eenvoudiger")
        stappen = self.parse_som()
        if self._read_deel() != ")":
            raise _FormuleFout("in deze formule ontbreekt een haakje; sluit elk haakje dat je opent")
        self._plaats += 1
        self._diepte -= 1
        return stappen


def _advise_schaal(naam: str, namen: _Namen) -> str:
    bekend = namen.bekend or {}
    if naam in namen.gesplitst:
        return "zet 'per_onderdeel: ja' in de vragenlijst erbij"
    if "-" in naam and any(deel in bekend for deel in naam.split("-")):
        return _SPATIES
    return advise_woord(naam, bekend)


def _split_formule(tekst: str) -> list[str]:
    delen: list[str] = []
    plaats = 0
    while plaats < len(tekst):
        treffer = _TEKEN.match(tekst, plaats)
        if treffer is None:
            komma = tekst[plaats] == ","
            hint = "schrijf een getal met een punt, zoals 0.5" if komma else "gebruik namen, getallen, + - * / en ( )"
            raise _FormuleFout(f"{render_citaat(tekst[plaats:])} past niet in een formule; {hint}")
        delen.append(treffer[0].strip())
        plaats = treffer.end()
    if len(delen) > _LANGSTE:
        raise _FormuleFout(f"een formule heeft hoogstens {_LANGSTE} delen; knip haar in tweeën")
    return delen
