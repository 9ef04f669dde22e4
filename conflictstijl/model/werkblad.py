"""A worksheet: open questions that somebody answers in own words, some of them once for every party."""

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from conflictstijl.model.vragenlijst import Herkomst
from conflictstijl.tekst import MAX_TEKST, fold_tekst

PARTIJEN = "partijen"
"""The question who are there: asked before the first question per party, and the key of their answers in a file."""
MEESTE_PARTIJEN = 12
LANGSTE_PARTIJ = 60
"""Most characters of the name of a party: a role is short."""
MEESTE_REGELS = 30
"""Most lines of one answer."""

Sleutel = tuple[str, str]
"""The place of an answer: the party (empty for the whole) and the id of the question."""
Regels = tuple[str, ...]
"""An answer: its lines; one for a short answer, none for a question that was left open on purpose."""


class Moment(StrEnum):
    """When a worksheet helps: before, during or after a conflict."""

    VOOR = "voor"
    TIJDENS = "tijdens"
    NA = "na"


class Gezelschap(StrEnum):
    """With whom somebody fills a worksheet in."""

    ALLEEN = "alleen"
    SAMEN = "samen"
    ALLEBEI = "allebei"


class Vraageis(StrEnum):
    """What an answer is held against: `leervraag` is advice, `vraag` is demanded."""

    LEERVRAAG = "leervraag"
    VRAAG = "vraag"


class Werkvraag(NamedTuple):
    """A question of a worksheet; `kort` is what stands before its answer in a report.

    `hoogstens` is how many answers it takes, each on a line of its own. With `lang` the lines are one answer.
    """

    id: str
    vraag: str
    kort: str
    uitleg: str = ""
    voorbeeld: str = ""
    waarom: str = ""
    """Why it must be answered; empty when it need not be."""
    lang: bool = False
    keuzes: tuple[str, ...] = ()
    hoogstens: int = 1
    eis: Vraageis | None = None
    in_verslag: bool = True
    """False for what only helps to think: a verdict about someone else does not go on paper."""

    @property
    def verplicht(self) -> bool:
        """True when a worksheet is not finished without an answer."""
        return bool(self.waarom)

    @property
    def regels(self) -> int:
        """Most lines of an answer."""
        return MEESTE_REGELS if self.lang else self.hoogstens


class Navraag(NamedTuple):
    """What of a party is still to be asked: the answers `wat`, unless the choice `gevraagd` was made.

    With any of the answers `eerst` a party comes before the others.
    """

    gevraagd: Sleutel
    """The id of a question, and the choice that says that a party was asked."""
    wat: tuple[str, ...]
    eerst: tuple[Sleutel, ...] = ()


class Bladdeel(NamedTuple):
    """A part of a worksheet; `per_partij` when its questions are asked for every party."""

    naam: str
    vragen: tuple[Werkvraag, ...]
    uitleg: str = ""
    per_partij: bool = False
    navraag: Navraag | None = None


class Bladvraag(NamedTuple):
    """A question as it is asked once: in which part, and about which party (empty for the whole)."""

    deel: Bladdeel
    partij: str
    vraag: Werkvraag

    @property
    def sleutel(self) -> Sleutel:
        """The place of its answer."""
        return self.partij, self.vraag.id


class Werkblad(NamedTuple):
    """A worksheet. `minuten` is about how long it takes; `veiligheid` when the gate comes before it."""

    id: str
    titel: str
    doel: str
    moment: Moment
    met: Gezelschap
    minuten: int
    delen: tuple[Bladdeel, ...]
    uitleg: str = ""
    veiligheid: bool = False
    bron: str = ""
    versie: str = ""
    herkomst: Herkomst = Herkomst()

    @property
    def per_partij(self) -> bool:
        """True when anything is asked for every party."""
        return any(deel.per_partij for deel in self.delen)

    @property
    def poort(self) -> bool:
        """True when the safety question comes first: a worksheet about parties can never do without."""
        return self.veiligheid or self.per_partij

    def build_rij(self, partijen: tuple[str, ...]) -> list[Bladvraag]:
        """Return all questions in the order of asking: who are there comes before the first one per party."""
        rij: list[Bladvraag] = []
        gevraagd = False
        for deel in self.delen:
            if deel.per_partij and not gevraagd:
                rij.append(Bladvraag(Bladdeel(WIE.kort, (WIE,)), "", WIE))
                gevraagd = True
            wie = partijen if deel.per_partij else ("",)
            rij += [Bladvraag(deel, partij, vraag) for partij in wie for vraag in deel.vragen]
        return rij


class Invulling(NamedTuple):
    """What somebody filled in on a worksheet, by the place of each answer."""

    werkblad: str
    versie: str
    antwoorden: Mapping[Sleutel, Regels]

    @property
    def partijen(self) -> tuple[str, ...]:
        """The parties, in the order in which somebody named them."""
        return self.antwoorden.get(("", PARTIJEN), ())

    def read_antwoord(self, vraag: str, partij: str = "") -> Regels:
        """Return the lines of an answer; none when the question was left open."""
        return self.antwoorden.get((partij, vraag), ())


class Navraagpunt(NamedTuple):
    """Something still to be asked: of whom, about what, and what somebody assumes until then."""

    partij: str
    vraag: Werkvraag
    aanname: Regels
    eerst: tuple[str, ...]
    """Why this party comes first: the answers that say so; mostly empty."""


class Bladuitkomst(NamedTuple):
    """A filled-in worksheet with what follows from it: what could be sharper, by question, and what is to be asked."""

    werkblad: Werkblad
    invulling: Invulling
    scherper: Mapping[str, tuple[str, ...]]
    navragen: tuple[Navraagpunt, ...]


def check_vorm(vraag: Werkvraag, antwoord: Regels) -> tuple[str, ...]:
    """Return why an answer does not have the form that a question asks for, as a sentence; empty when it has."""
    if not antwoord:
        return (f"Deze vraag hoort erbij. {vraag.waarom}",) if vraag.verplicht else ()
    if len(antwoord) > vraag.regels:
        return (f"Geef hoogstens {vraag.regels} antwoorden; dit zijn er {len(antwoord)}.",)
    if vraag.keuzes and antwoord[0] not in vraag.keuzes:
        return (f"Kies uit: {', '.join(vraag.keuzes)}.",)
    langste = LANGSTE_PARTIJ if vraag.id == PARTIJEN else MAX_TEKST
    if max(map(len, antwoord)) > langste:
        return (f"Een regel heeft hoogstens {langste} tekens. Maak hem korter.",)
    if vraag.id == PARTIJEN and len(set(map(fold_tekst, antwoord))) < len(antwoord):
        return ("Geef elke partij een eigen naam.",)
    return ()


WIE = Werkvraag(
    id=PARTIJEN,
    vraag="Wie zijn erbij?",
    kort="Wie erbij zijn",
    uitleg="Typ per regel één partij. Noem rollen, geen namen. Vergeet jezelf niet.",
    voorbeeld="moeder, wijkteam, woningcorporatie",
    waarom="De vragen hierna gaan over elke partij apart.",
    hoogstens=MEESTE_PARTIJEN,
)
"""The question that every worksheet about parties asks first."""
