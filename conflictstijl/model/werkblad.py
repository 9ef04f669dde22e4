"""A worksheet: open questions that somebody answers in own words, some of them once for every party or line."""

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from conflictstijl.model.bladvulling import Bladprivacy, Vulling
from conflictstijl.model.gebruik import Gezelschap, Moment
from conflictstijl.model.vragenlijst import Herkomst
from conflictstijl.tekst import MAX_TEKST

PARTIJEN = "partijen"
"""The question who are there: asked before the first question per party, and the key of their answers in a file."""
MEESTE_PARTIJEN = 12
LANGSTE_PARTIJ = 60
"""Most characters of the name of a party: a role is short."""
LANGSTE_GROEP = 200
"""Most characters of any other line about which questions follow: it stands above each of these."""
MEESTE_REGELS = 30
"""Most lines of one answer."""

Sleutel = tuple[str, str]
"""The place of an answer: the group (a party or a line, empty for the whole) and the id of the question."""
Keuze = tuple[str, str]
"""The id of a question, and one of its choices."""
Regels = tuple[str, ...]
"""An answer: its lines; one for a short answer, none for a question that was left open on purpose."""


class Vraageis(StrEnum):
    """What an answer is held against: `leervraag` is advice, `vraag` is demanded."""

    LEERVRAAG = "leervraag"
    VRAAG = "vraag"


class Bladvoorwaarde(NamedTuple):
    """What a question or a step depends on: an earlier question, and the choices of which it has one."""

    vraag: str
    keuzes: tuple[str, ...]


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
    vul: Vulling | None = None
    """What its answer is filled with beforehand, when somebody gives that along."""
    als: tuple[Bladvoorwaarde, ...] = ()
    """Asked only when all of these hold."""
    kies_uit: str = ""
    """The id of the question from whose answers somebody chooses; when it is asked these are `keuzes`."""
    langste: int = MAX_TEKST
    """Most characters of a line."""
    verschillend: bool = False
    """True when no line may stand there twice: it is a choice, or questions are asked about each line."""

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

    gevraagd: Keuze
    """The choice that says that a party was asked."""
    wat: tuple[str, ...]
    eerst: tuple[Keuze, ...] = ()


class Bladstap(NamedTuple):
    """A step for a group in which all of `als` hold; `tekst` is filled with its answers."""

    tekst: str
    als: tuple[Bladvoorwaarde, ...] = ()


class Stappenplan(NamedTuple):
    """The steps that follow from the answers about each group; `klaar` is said when all is answered and there are none.

    With any of the choices `eerst` a group comes before the others; the choice named first weighs heaviest.
    """

    kop: str
    klaar: str
    regels: tuple[Bladstap, ...]
    eerst: tuple[Keuze, ...] = ()


class Voorkeur(NamedTuple):
    """Which lines are the best: those with most of the choices `eerst`; of each the answer `wat` is shown."""

    kop: str
    wat: str
    aantal: int
    eerst: tuple[Keuze, ...]


class Bladdeel(NamedTuple):
    """A part of a worksheet; its questions are asked for every line of the question `per`, when there is one."""

    naam: str
    vragen: tuple[Werkvraag, ...]
    uitleg: str = ""
    per: str = ""
    navraag: Navraag | None = None
    stappen: Stappenplan | None = None
    beste: Voorkeur | None = None
    kaart: bool = False
    """True when it stands on a page of its own, to cut out or hang up."""

    @property
    def per_partij(self) -> bool:
        """True when its questions are asked for every party."""
        return self.per == PARTIJEN


class Bladvraag(NamedTuple):
    """A question as it is asked once: in which part, and about which group (empty for the whole)."""

    deel: Bladdeel
    groep: str
    vraag: Werkvraag

    @property
    def sleutel(self) -> Sleutel:
        """The place of its answer."""
        return self.groep, self.vraag.id


class Groepering(NamedTuple):
    """How people who filled in a worksheet are put together in small groups.

    `op` are the questions whose answers people share, in any order; `meng` is the one whose answers are spread.
    """

    op: tuple[str, ...]
    meng: str
    van: int
    tot: int
    werkvorm: str = ""
    """The id of the method that the groups are for; may be empty."""


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
    groepering: Groepering | None = None
    privacy: Bladprivacy | None = None
    kort: bool = False
    """True when others read it: short names stand above the answers, and nothing is said to who filled it in."""

    @property
    def per_partij(self) -> bool:
        """True when anything is asked for every party."""
        return any(deel.per_partij for deel in self.delen)

    @property
    def poort(self) -> bool:
        """True when the safety question comes first: a worksheet about parties can never do without."""
        return self.veiligheid or self.per_partij

    @property
    def alle_delen(self) -> tuple[Bladdeel, ...]:
        """All parts in the order of asking: who are there comes before the first one per party."""
        plaats = next((plaats for plaats, deel in enumerate(self.delen) if deel.per_partij), None)
        if plaats is None:
            return self.delen
        return (*self.delen[:plaats], Bladdeel(WIE.kort, (WIE,)), *self.delen[plaats:])

    @property
    def lijsten(self) -> frozenset[str]:
        """The ids of the questions of which every line is a group: other questions are asked about each."""
        return frozenset(deel.per for deel in self.delen if deel.per)

    @property
    def sturend(self) -> frozenset[str]:
        """The ids of the questions whose answers decide which others are asked."""
        vragen = [vraag for deel in self.delen for vraag in deel.vragen]
        return self.lijsten.union(eis.vraag for vraag in vragen for eis in vraag.als)


class Invulling(NamedTuple):
    """What somebody filled in on a worksheet, by the place of each answer."""

    werkblad: str
    versie: str
    antwoorden: Mapping[Sleutel, Regels]

    @property
    def partijen(self) -> tuple[str, ...]:
        """The parties, in the order in which somebody named them."""
        return self.antwoorden.get(("", PARTIJEN), ())

    def read_antwoord(self, vraag: str, groep: str = "") -> Regels:
        """Return the lines of an answer; none when the question was left open."""
        return self.antwoorden.get((groep, vraag), ())


class Navraagpunt(NamedTuple):
    """Something still to be asked: of whom, about what, and what somebody assumes until then."""

    partij: str
    vraag: Werkvraag
    aanname: Regels
    eerst: tuple[str, ...]
    """Why this party comes first: the answers that say so; mostly empty."""


class Groepsstappen(NamedTuple):
    """The steps for one group, and why it comes first: the answers that say so; mostly empty."""

    groep: str
    stappen: tuple[str, ...]
    eerst: tuple[str, ...]


class Stappenuitkomst(NamedTuple):
    """A plan with the groups that have any steps, the most urgent one first."""

    plan: Stappenplan
    groepen: tuple[Groepsstappen, ...]
    onbeslist: Regels = ()
    """Where an answer that decides about steps is still open: the names of groups, or of questions about the whole."""


class Besteregel(NamedTuple):
    """One of the best lines: what is shown of it, and the answers that make it one."""

    regel: str
    wat: Regels
    eerst: tuple[str, ...]


class Besteuitkomst(NamedTuple):
    """The best lines, in order."""

    voorkeur: Voorkeur
    regels: tuple[Besteregel, ...]


class Bladuitkomst(NamedTuple):
    """A filled-in worksheet with what follows from it: what could be sharper, by question, and what is to be asked.

    `vragen` are the questions as they were asked.
    """

    werkblad: Werkblad
    invulling: Invulling
    vragen: tuple[Bladvraag, ...]
    scherper: Mapping[str, tuple[str, ...]]
    navragen: tuple[Navraagpunt, ...]
    stappen: tuple[Stappenuitkomst, ...] = ()
    beste: tuple[Besteuitkomst, ...] = ()


WIE = Werkvraag(
    id=PARTIJEN,
    vraag="Wie zijn erbij?",
    kort="Wie erbij zijn",
    uitleg="Typ per regel één partij. Noem rollen, geen namen. Vergeet jezelf niet.",
    voorbeeld="moeder, wijkteam, woningcorporatie",
    waarom="De vragen hierna gaan over elke partij apart.",
    hoogstens=MEESTE_PARTIJEN,
    langste=LANGSTE_PARTIJ,
    verschillend=True,
    vul=Vulling.CASUS_PARTIJEN,
)
"""The question that every worksheet about parties asks first."""
