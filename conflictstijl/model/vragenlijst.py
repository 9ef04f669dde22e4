"""A questionnaire: what it asks, its scales, its parts and versions, and its scoring rules."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from conflictstijl.fouten import Plek
from conflictstijl.model.gebruik import Gezelschap, Moment
from conflictstijl.model.norm import Normgroep
from conflictstijl.model.uitkomst import Uitkomst
from conflictstijl.model.vragen import (
    LETTERS,
    Achtergrondvraag,
    Antwoordschaal,
    Item,
    Keuze,
    OpenVraag,
    Sleutel,
    Stelling,
    Voorwaarde,
    Vraag,
)

GEMENGD = "gemengd"
"""The form of a questionnaire whose items have several."""


class Scoresoort(StrEnum):
    """What the value of a scale means: prorated sum, mean of the answers, or percentage of the reachable."""

    SOM = "som"
    GEMIDDELDE = "gemiddelde"
    PROCENT = "procent"


class Volgorde(StrEnum):
    """In which order questions or options are shown to a person."""

    VAST = "vast"
    WILLEKEURIG = "willekeurig"


class Persoon(StrEnum):
    """Whom the answers in a version are about: the one who gives them, or someone else."""

    ZELF = "zelf"
    ANDER = "ander"


class Eenheid(StrEnum):
    """What fills in one sheet: a person, or an organisation whose people agreed on the answers."""

    PERSOON = "persoon"
    ORGANISATIE = "organisatie"


class Schaal(NamedTuple):
    """A scale: its id, its name on screen and the style it stands for (None for a scale of its own)."""

    id: str
    naam: str
    stijl: str | None = None
    prestatie: bool = False
    """True for a scale that tells how well the answers fit, and so stands outside the order of styles."""
    vraag: str = ""
    """The question that the scale answers, shown with its name."""
    onderdeel: str = ""
    """The part whose answers it counts, when every part is scored by itself."""


class Onderdeel(NamedTuple):
    """A part of a questionnaire: a situation or a form with items of its own or shared ones."""

    id: str
    naam: str
    uitleg: str = ""
    als: tuple[Voorwaarde, ...] = ()


class Variant(NamedTuple):
    """A version of a questionnaire (`vormen`): the same items in other words, chosen before the start."""

    id: str
    naam: str
    uitleg: str = ""
    vooraf: str = ""
    """A question that must be answered with yes before the start."""
    let_op: str = ""
    """What holds for a result in this version."""
    standaard: bool = False
    over: Persoon = Persoon.ZELF
    woorden: tuple[tuple[str, str], ...] = ()


class Band(NamedTuple):
    """A range of scores with a name, from its lower bound up to the next one."""

    id: str
    ondergrens: Fraction


HOOGSTE_AFGELEIDE = 10**12
"""Where derived values end: nobody can read a larger number, and far larger ones cannot be shown."""


class Afgeleide(NamedTuple):
    """A value made out of scale scores: its id, its name and the steps of its formula in postfix order."""

    id: str
    naam: str
    stappen: tuple[str | Fraction, ...]
    """Names of scales, numbers, and the signs + - * /."""


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
    """A whole questionnaire, in one of its versions (`variant`) when it has several (`varianten`)."""

    id: str
    versie: str
    titel: str
    schalen: tuple[Schaal, ...]
    items: tuple[Item, ...] = ()
    antwoorden: Antwoordschaal | None = None
    """The answers of statements outside a part with its own; None when there are no such statements."""
    uitleg: str = ""
    minuten: int | None = None
    herkomst: Herkomst = _ONBEKEND
    score: Scoresoort = Scoresoort.GEMIDDELDE
    ontbrekend: Fraction = Fraction(4, 5)
    evenwicht: bool = False
    blauwdruk: Blauwdruk | None = None
    onderdelen: tuple[Onderdeel, ...] = ()
    gedeeld: bool = False
    """True when every part asks the same items."""
    achtergrond: tuple[Achtergrondvraag, ...] = ()
    oefen: tuple[str, ...] = ()
    open: tuple[OpenVraag, ...] = ()
    varianten: tuple[Variant, ...] = ()
    variant: Variant | None = None
    banden: tuple[Band, ...] = ()
    normen: Normgroep | None = None
    afgeleid: tuple[Afgeleide, ...] = ()
    volgorde: Volgorde = Volgorde.VAST
    opties_volgorde: Volgorde = Volgorde.VAST
    bij: str = ""
    """The questionnaire that this one deepens."""
    met: str = ""
    """The deepening questionnaire whose items were added to this one."""
    uitkomsten: tuple[Uitkomst, ...] = ()
    """What somebody is told, by scores and answers: the first whose conditions hold."""
    moment: Moment | None = None
    """When it helps; None for one about oneself."""
    gezelschap: Gezelschap | None = None
    """With whom somebody fills it in; None when the file does not say."""
    veiligheid: bool = False
    """True when the safety question comes first."""
    eenheid: Eenheid = Eenheid.PERSOON

    def __hash__(self) -> int:
        # enough to tell the few questionnaires of one run apart; all fields would cost more than what is cached by it
        return hash((self.id, self.versie, self.variant and self.variant.id, self.met))

    @property
    def volledige_id(self) -> str:
        """The id, with that of the version behind it when it is not the standard one."""
        return self.id if self.variant is None or self.variant.standaard else f"{self.id}.{self.variant.id}"

    @property
    def vragen(self) -> tuple[Vraag, ...]:
        """Everything that is asked and kept, in the order of the file."""
        return (*self.achtergrond, *self.items, *self.open)

    @property
    def vorm(self) -> str:
        """The form that all items share, else `gemengd`."""
        vormen = {item.vorm.value if isinstance(item, Keuze) else "stellingen" for item in self.items}
        return vormen.pop() if len(vormen) == 1 else GEMENGD

    @property
    def formatief(self) -> bool:
        """True when it counts signs that lead to an outcome (a formative index), and so measures no style.

        Its statements are no repeated measurements of one trait: a sign may be there without any other. How far the
        answers in a scale lie apart is then no noise, so that no margin or test can be made of it (Bollen and Lennox
        1991, Psychological Bulletin 110).
        """
        return bool(self.uitkomsten) and not any(schaal.stijl for schaal in self.schalen)

    @property
    def stellingen(self) -> tuple[Stelling, ...]:
        """The items that are statements."""
        return tuple(item for item in self.items if isinstance(item, Stelling))

    @property
    def keuzes(self) -> tuple[Keuze, ...]:
        """The items with options."""
        return tuple(item for item in self.items if isinstance(item, Keuze))

    @property
    def groepen(self) -> dict[str, list[str]]:
        """The scales that can be compared with each other, per part (empty: the whole); not those of a performance.

        Where parts are scored by themselves, a scale that none of them asks belongs nowhere.
        """
        per_onderdeel = any(schaal.onderdeel for schaal in self.schalen)
        groepen: dict[str, list[str]] = {}
        for schaal in self.schalen:
            if not schaal.prestatie and (schaal.onderdeel or not per_onderdeel):
                groepen.setdefault(schaal.onderdeel, []).append(schaal.id)
        return groepen

    @property
    def over_ander(self) -> bool:
        """True when someone else is described."""
        return self.variant is not None and self.variant.over is Persoon.ANDER

    def schaal(self, naam: str) -> Schaal:
        """Return the scale with this id; raises KeyError for an unknown one."""
        return {schaal.id: schaal for schaal in self.schalen}[naam]

    def uitspraken(self) -> Iterator[tuple[str, str, Sleutel, Plek]]:
        """Yield every scored text with its id (`7`, or `7a` and `7b` with options), key and place."""
        for item in self.items:
            if isinstance(item, Stelling):
                yield item.id, item.tekst, item.sleutel, item.plek
            else:
                for letter, optie in zip(LETTERS, item.opties, strict=False):
                    yield f"{item.id}{letter}", optie.tekst, optie.sleutel, optie.plek
