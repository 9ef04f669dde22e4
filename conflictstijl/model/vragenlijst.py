"""A questionnaire: statements or forced choices, their keys, answers and scoring rules."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from conflictstijl.fouten import Plek


class Vorm(StrEnum):
    """How an item is answered: on a scale of answers, or by choosing one of two statements."""

    STELLINGEN = "stellingen"
    KIES = "kies"


class Scoresoort(StrEnum):
    """What the value of a scale means: prorated sum, mean of the answers, or percentage of the reachable."""

    SOM = "som"
    GEMIDDELDE = "gemiddelde"
    PROCENT = "procent"


class Sleuteldeel(NamedTuple):
    """One part of a key: the scale an answer counts in, with weight and direction."""

    schaal: str
    gewicht: Fraction = Fraction(1)
    omgekeerd: bool = False


Sleutel = tuple[Sleuteldeel, ...]
"""The key of a statement; an empty key means shown but not scored."""


class Antwoordpunt(NamedTuple):
    """One answer: its value and the label the respondent sees (may be empty between two labelled points)."""

    waarde: int
    label: str


@dataclass(frozen=True, slots=True)
class Antwoordschaal:
    """The answers of a questionnaire in ascending order, with an optional `nvt` label (does not apply)."""

    punten: tuple[Antwoordpunt, ...]
    nvt: str | None = None

    @property
    def laagste(self) -> int:
        """Lowest declared value."""
        return self.punten[0].waarde

    @property
    def hoogste(self) -> int:
        """Highest declared value."""
        return self.punten[-1].waarde

    @property
    def bereik(self) -> int:
        """Distance between the highest and the lowest value."""
        return self.hoogste - self.laagste


class Schaal(NamedTuple):
    """A scale: its id, the name on screen and the style it stands for (None for a scale of its own)."""

    id: str
    naam: str
    stijl: str | None = None


@dataclass(frozen=True, slots=True)
class Stelling:
    """A statement answered on the answer scale."""

    id: str
    tekst: str
    sleutel: Sleutel
    plek: Plek = field(compare=False)


@dataclass(frozen=True, slots=True)
class Optie:
    """One of the two statements of a forced choice."""

    tekst: str
    sleutel: Sleutel
    plek: Plek = field(compare=False)


@dataclass(frozen=True, slots=True)
class Keuze:
    """A forced choice: exactly one of its options is chosen and gives one point."""

    id: str
    opties: tuple[Optie, ...]
    plek: Plek = field(compare=False)

    @property
    def schalen(self) -> tuple[str, str]:
        """The scales of the first and the second option."""
        eerste, tweede = (optie.sleutel[0].schaal for optie in self.opties)
        return eerste, tweede


Item = Stelling | Keuze
"""What is asked: one question of a questionnaire, of either form."""


class Herkomst(NamedTuple):
    """Provenance of a file's content: licence, author, research status and source."""

    licentie: str = ""
    auteur: str = ""
    status: str = ""
    bron: str = ""


class Blauwdruk(NamedTuple):
    """The design behind the items: per facet its levels, per statement id one level of each facet."""

    facetten: dict[str, tuple[str, ...]]
    items: dict[str, tuple[str, ...]]


_ONBEKEND = Herkomst()


@dataclass(frozen=True, slots=True)
class Vragenlijst:
    """A whole questionnaire. Exactly one of `stellingen` and `keuzes` is filled, as `vorm` tells."""

    id: str
    versie: str
    titel: str
    schalen: tuple[Schaal, ...]
    vorm: Vorm
    antwoorden: Antwoordschaal | None
    stellingen: tuple[Stelling, ...] = ()
    keuzes: tuple[Keuze, ...] = ()
    uitleg: str = ""
    minuten: int | None = None
    herkomst: Herkomst = _ONBEKEND
    score: Scoresoort = Scoresoort.GEMIDDELDE
    ontbrekend: Fraction = Fraction(4, 5)
    evenwicht: bool = False
    blauwdruk: Blauwdruk | None = None

    def __hash__(self) -> int:
        # enough to tell the few questionnaires of one run apart; all fields would cost more than what is cached by it
        return hash((self.id, self.versie))

    @property
    def items(self) -> tuple[Item, ...]:
        """The items in the order of asking, whatever the form."""
        return self.stellingen or self.keuzes

    @property
    def antwoordschaal(self) -> Antwoordschaal:
        """The answers of a questionnaire with statements; ValueError when it has none."""
        if self.antwoorden is None:
            raise ValueError("een vragenlijst met stellingen heeft antwoorden")
        return self.antwoorden

    def schaal(self, naam: str) -> Schaal:
        """Return the scale with this id; raises KeyError for an unknown one."""
        return {schaal.id: schaal for schaal in self.schalen}[naam]

    def uitspraken(self) -> Iterator[tuple[str, str, Sleutel, Plek]]:
        """Yield every scored text with its id (`7`, or `7a` and `7b` in a pair), key and place."""
        for stelling in self.stellingen:
            yield stelling.id, stelling.tekst, stelling.sleutel, stelling.plek
        for keuze in self.keuzes:
            for letter, optie in zip("ab", keuze.opties, strict=True):
                yield f"{keuze.id}{letter}", optie.tekst, optie.sleutel, optie.plek
