"""Records of the model as plain JSON data and back, driven by their type hints.

A field at its default is left out, so what a default means never changes without a new format number. A place in a
file (`Plek`) is not kept: a neutral one comes back. Where a field takes several classes, the value says which one it
is (`klasse`). Reading is strict: an unknown key, another type or a text that could steer a terminal is refused.
"""

import dataclasses
import re
from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from enum import Enum
from fractions import Fraction
from functools import lru_cache
from types import NoneType, UnionType
from typing import Any, Final, NamedTuple, TypeVar, Union, get_args, get_origin, get_type_hints

from conflictstijl.fouten import Plek
from conflictstijl.tekst import check_tekens

KLASSE = "klasse"
"""The key that says of which class a value is, where a field takes several."""

GROOTSTE = 10**12
"""Largest whole number that is read."""

_WAARDE = "waarde"
_BREUK = re.compile(r"-?[0-9]{1,40}(?:/[0-9]{1,40})?", re.ASCII)
_NERGENS = Plek("")
_ONTBREEKT: Final = object()

T = TypeVar("T")


class SpelFout(ValueError):
    """What is read is not what this type is spelled as."""


def spell_record(record: object) -> dict[str, Any]:
    """Return a record (dataclass or NamedTuple) as plain JSON data."""
    klasse: Any = type(record)
    gespeld: dict[str, Any] = _build_spelling(klasse).spell(record)
    return gespeld


def parse_record(gegeven: object, klasse: type[T]) -> T:
    """Return the record that JSON data spell; raises SpelFout for anything else, and nothing but that."""
    soort: Any = klasse
    record: T = _build_spelling(soort).parse(gegeven)
    return record


class _Spelling(ABC):
    """How the values of one type are spelled. `soort` is the class of these values themselves."""

    kaal = False
    """True when JSON has such a value itself, so that it needs no class beside it."""

    def __init__(self, soort: type, json: type) -> None:
        self.soort = soort
        self.json = json

    @abstractmethod
    def spell(self, waarde: Any) -> Any:
        """Return a value as JSON data."""

    @abstractmethod
    def parse(self, gegeven: Any) -> Any:
        """Return the value that JSON data spell; raises SpelFout."""

    def check_json(self, gegeven: object) -> None:
        """Raise SpelFout for another JSON type; True is no number."""
        if type(gegeven) is not self.json:
            raise SpelFout(f"{self.json.__name__} verwacht")


class _Kaal(_Spelling):
    """Text, a number, yes or no, nothing: what JSON has itself."""

    kaal = True

    def __init__(self, soort: type) -> None:
        super().__init__(soort, soort)

    def spell(self, waarde: Any) -> Any:
        return float(waarde) if self.soort is float else waarde

    def parse(self, gegeven: Any) -> Any:
        self.check_json(gegeven)
        if isinstance(gegeven, str):
            return _parse_tekst(gegeven)
        # written this way round it is also true of NaN
        if isinstance(gegeven, int | float) and not abs(gegeven) <= GROOTSTE:
            raise SpelFout("getal te groot")
        return gegeven


def _parse_tekst(tekst: str) -> str:
    if check_tekens(tekst) is not None:
        raise SpelFout("stuurteken in een tekst")
    return tekst


class _Breuk(_Spelling):
    """A fraction as text: `3/4`, or `2` for a whole number."""

    def __init__(self) -> None:
        super().__init__(Fraction, str)

    def spell(self, waarde: Fraction) -> str:
        return str(waarde)

    def parse(self, gegeven: Any) -> Fraction:
        self.check_json(gegeven)
        try:
            breuk = Fraction(gegeven) if _BREUK.fullmatch(gegeven) else None
        except ZeroDivisionError:
            breuk = None
        # only as it is written here: one value has one spelling
        if breuk is None or str(breuk) != gegeven:
            raise SpelFout("geen breuk")
        return breuk


class _Keuze(_Spelling):
    """A member of an enumeration by its value."""

    def __init__(self, soort: type[Enum]) -> None:
        super().__init__(soort, str)
        self._leden = {lid.value: lid for lid in soort}

    def spell(self, waarde: Enum) -> Any:
        return waarde.value

    def parse(self, gegeven: Any) -> Enum:
        self.check_json(gegeven)
        if gegeven not in self._leden:
            raise SpelFout("onbekend woord")
        return self._leden[gegeven]


class _Rij(_Spelling):
    """A row of any length, or one with a type for every place (`vast`)."""

    kaal = True

    def __init__(self, delen: Sequence[_Spelling], *, vast: bool) -> None:
        super().__init__(tuple, list)
        self._delen = delen
        self._vast = vast

    def _read_delen(self, rij: Sequence[object]) -> Sequence[_Spelling]:
        return self._delen if self._vast else list(self._delen) * len(rij)

    def spell(self, waarde: tuple[Any, ...]) -> list[Any]:
        return [deel.spell(een) for deel, een in zip(self._read_delen(waarde), waarde, strict=True)]

    def parse(self, gegeven: Any) -> tuple[Any, ...]:
        self.check_json(gegeven)
        delen = self._read_delen(gegeven)
        if len(delen) != len(gegeven):
            raise SpelFout("te kort of te lang")
        return tuple(deel.parse(een) for deel, een in zip(delen, gegeven, strict=True))


class _Kaart(_Spelling):
    """A dict with texts as keys, in its own order."""

    def __init__(self, deel: _Spelling) -> None:
        super().__init__(dict, dict)
        self._deel = deel

    def spell(self, waarde: dict[str, Any]) -> dict[str, Any]:
        return {naam: self._deel.spell(een) for naam, een in waarde.items()}

    def parse(self, gegeven: Any) -> dict[str, Any]:
        self.check_json(gegeven)
        return {_parse_tekst(naam): self._deel.parse(een) for naam, een in gegeven.items()}


class _Veld(NamedTuple):
    """One field of a record: its name, how it is spelled, and its default."""

    naam: str
    spelling: _Spelling
    standaard: object


class _Record(_Spelling):
    """A dataclass or NamedTuple as a dict of its fields."""

    def __init__(self, soort: type) -> None:
        super().__init__(soort, dict)
        hints = get_type_hints(soort)
        standaard = _read_standaard(soort)
        self._vast = {naam: _NERGENS for naam, hint in hints.items() if hint is Plek}
        self._velden = [
            _Veld(naam, _build_spelling(hints[naam]), waarde)
            for naam, waarde in standaard.items()
            if naam not in self._vast
        ]

    def spell(self, waarde: Any) -> dict[str, Any]:
        return dict(self._spell_velden(waarde))

    def _spell_velden(self, waarde: object) -> Iterator[tuple[str, Any]]:
        for veld in self._velden:
            een = getattr(waarde, veld.naam)
            if veld.standaard is _ONTBREEKT or een != veld.standaard:
                yield veld.naam, veld.spelling.spell(een)

    def parse(self, gegeven: Any) -> Any:
        self.check_json(gegeven)
        velden = [veld for veld in self._velden if veld.naam in gegeven]
        if len(velden) != len(gegeven):
            raise SpelFout("onbekend veld")
        if any(veld.standaard is _ONTBREEKT and veld.naam not in gegeven for veld in self._velden):
            raise SpelFout("veld ontbreekt")
        return self.soort(**{veld.naam: veld.spelling.parse(gegeven[veld.naam]) for veld in velden}, **self._vast)


def _read_standaard(soort: type) -> dict[str, object]:
    """Return the default of every field of a record, in order."""
    if dataclasses.is_dataclass(soort):
        return {
            veld.name: _ONTBREEKT if veld.default is dataclasses.MISSING else veld.default
            for veld in dataclasses.fields(soort)
        }
    standaard = getattr(soort, "_field_defaults", {})
    return {naam: standaard.get(naam, _ONTBREEKT) for naam in getattr(soort, "_fields", ())}


class _Vereniging(_Spelling):
    """One of several types; what JSON does not have itself says of which class it is."""

    def __init__(self, delen: Sequence[_Spelling]) -> None:
        super().__init__(object, object)
        self._delen = {deel.soort: deel for deel in delen}
        self._kaal = {deel.json: deel for deel in delen if deel.kaal}
        self._klassen = {deel.soort.__name__.lower(): deel for deel in delen if not deel.kaal}

    def spell(self, waarde: Any) -> Any:
        deel = self._delen[type(waarde)]
        gespeld = deel.spell(waarde)
        if deel.kaal:
            return gespeld
        naam = {KLASSE: deel.soort.__name__.lower()}
        return {**naam, **gespeld} if isinstance(deel, _Record) else {**naam, _WAARDE: gespeld}

    def parse(self, gegeven: Any) -> Any:
        if not isinstance(gegeven, dict):
            return self._read_deel(self._kaal, type(gegeven)).parse(gegeven)
        deel = self._read_deel(self._klassen, str(gegeven.get(KLASSE)))
        rest = {naam: een for naam, een in gegeven.items() if naam != KLASSE}
        if isinstance(deel, _Record):
            return deel.parse(rest)
        if set(rest) != {_WAARDE}:
            raise SpelFout("waarde verwacht")
        return deel.parse(rest[_WAARDE])

    def _read_deel(self, delen: dict[Any, _Spelling], naam: object) -> _Spelling:
        if naam not in delen:
            raise SpelFout("ander soort waarde verwacht")
        return delen[naam]


class _Mogelijk(_Spelling):
    """One type, or nothing."""

    def __init__(self, deel: _Spelling) -> None:
        super().__init__(deel.soort, deel.json)
        self._deel = deel

    def spell(self, waarde: Any) -> Any:
        return None if waarde is None else self._deel.spell(waarde)

    def parse(self, gegeven: Any) -> Any:
        return None if gegeven is None else self._deel.parse(gegeven)


@lru_cache(maxsize=256)
def _build_spelling(hint: Any) -> _Spelling:
    """Return how a type is spelled; TypeError for one that the model does not use."""
    delen = get_args(hint)
    match get_origin(hint):
        case origin if origin is Union or origin is UnionType:
            return _build_vereniging(delen)
        case origin if origin is tuple:
            vast = delen[-1] is not Ellipsis
            return _Rij([_build_spelling(deel) for deel in (delen if vast else delen[:1])], vast=vast)
        case origin if origin is dict:
            return _Kaart(_build_spelling(delen[1]))
        case _:
            return _build_los(hint)


def _build_vereniging(hints: Sequence[Any]) -> _Spelling:
    over = [hint for hint in hints if hint is not NoneType]
    if len(over) == 1:
        return _Mogelijk(_build_spelling(over[0]))
    return _Vereniging([_build_spelling(hint) for hint in hints])


def _build_los(soort: type) -> _Spelling:
    """Return how a class is spelled."""
    if soort in {str, int, float, bool, NoneType}:
        return _Kaal(soort)
    if soort is Fraction:
        return _Breuk()
    if issubclass(soort, Enum):
        return _Keuze(soort)
    if dataclasses.is_dataclass(soort) or hasattr(soort, "_field_defaults"):
        return _Record(soort)
    raise TypeError(f"{soort} heeft geen spelling")
