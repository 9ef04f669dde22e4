"""A situation: its factors, what these say about the styles, and the advice that follows from them."""

from typing import NamedTuple

from conflictstijl.model.kennis import Vaardigheid
from conflictstijl.model.vervolg import Vervolg
from conflictstijl.model.vragenlijst import Herkomst

VEILIGHEID = "veiligheid"
"""The factor of the safety gate: asked first, weighs nothing, and only `VEILIG` opens the gate."""
VEILIG = "veilig"
ONVEILIG = "onveilig"
TWIJFEL = "twijfel"
"""What counts when nobody knows or said whether it is safe."""
GESLOTEN = (ONVEILIG, TWIJFEL)
"""The levels that keep the gate closed."""
STANDEN_VEILIGHEID = (VEILIG, *GESLOTEN)
ROL = "rol"
ROLLEN = ("partij", "belangenbehartiger", "beslisser", "tussenpersoon", "regisseur")
WIE = "jou"
"""Whose interest it is, unless a role says otherwise."""
ANDER = "de ander"
"""Who is on the other side, unless a role says otherwise."""
WEET_NIET = "weet-ik-niet"
"""The neutral word that may be said of gate and role too: it is no answer."""
NEUTRAAL = ("gewoon", "midden", "nee", WEET_NIET)
"""Levels that every factor accepts; where a factor does not describe one, it weighs nothing."""
SOORTEN_LEERVRAAG = ("kennis", "vaardigheid", "houding", "experiment")
NU, DAARNA, ANDERS = "nu", "daarna", "anders"
"""When a step comes: now, after that, or when these do not work."""
ZWAARST = 2
"""The largest weight, for or against."""

Eisen = dict[str, tuple[str, ...]]
"""Conditions: levels by factor."""


class Stand(NamedTuple):
    """A level of a factor: how the scan offers it, what it means as a reason, and what it weighs per style."""

    id: str
    antwoord: str
    want: str
    uitleg: str
    gewichten: dict[str, int]
    bron: str


class Kenmerk(NamedTuple):
    """A factor of a situation: a plain question with its levels."""

    id: str
    naam: str
    vraag: str
    uitleg: str
    standen: dict[str, Stand]


class Rol(NamedTuple):
    """What a role adds to its level: whose interest it is (`wie`), other names for styles, and limits to the advice.

    `nooit` are styles that this role is never advised, `niet_eerst` those that never come first unless one of the
    conditions `tenzij` holds; `slaat_over` are factors that the scan does not ask, `zet` levels that follow.
    """

    stand: Stand
    wie: str
    zet: dict[str, str]
    slaat_over: tuple[str, ...]
    nooit: tuple[str, ...]
    niet_eerst: tuple[str, ...]
    tenzij: Eisen
    woorden: dict[str, str]
    ander: str
    """Who is on the other side."""
    gewoonte: str
    """What this role hears beside a profile in place of advice for a party; empty for advice as usual."""
    bij: dict[str, str]
    """What this role must think of before a style."""


class Poort(NamedTuple):
    """The safety gate: its question, and what helps, by closed level."""

    kenmerk: Kenmerk
    hulp: dict[str, tuple[str, ...]]


class Route(NamedTuple):
    """What no style solves: when all of `als` holds and nothing of `tenzij`. `eerst` is the style that comes first."""

    id: str
    naam: str
    als: Eisen
    tenzij: Eisen
    eerst: str
    kort: str
    stappen: tuple[str, ...]
    per_rol: dict[str, tuple[str, ...]]
    """Steps in place of these, for some roles."""
    bron: str
    verder: Vervolg = Vervolg()


class Bronverschil(NamedTuple):
    """A point on which the sources disagree, or a signal of unsafety, shown when all of `als` holds."""

    als: Eisen
    tekst: str
    bron: str


class Situatiekennis(NamedTuple):
    """Everything about situations: gate, roles, factors, routes. `eerst` are the factors asked of everyone."""

    id: str
    poort: Poort
    rol: Kenmerk
    rollen: dict[str, Rol]
    kenmerken: dict[str, Kenmerk]
    eerst: tuple[str, ...]
    routes: dict[str, Route]
    bronverschillen: tuple[Bronverschil, ...]
    signalen: tuple[Bronverschil, ...]
    """Combinations that may mean that somebody is not free to say no."""
    leervragen: dict[str, dict[str, str]]
    """A first version per style and kind of question."""
    doe: dict[str, str]
    """What to do in a style, in the imperative, by style."""
    zinnen: dict[str, str]
    """A sentence to say in a style."""
    let_op: tuple[str, ...]
    herkomst: Herkomst = Herkomst()


class Partij(NamedTuple):
    """A party in a case: what it says it wants and what is behind that. `gevraagd`: it was asked, not assumed."""

    naam: str
    standpunt: str
    belang: str
    behoefte: str
    wens: str
    bieden: str
    gevraagd: bool


class Casus(NamedTuple):
    """A practice case. `veiligheid` is a level of the gate, or `eerst-vragen`."""

    id: str
    titel: str
    veiligheid: str
    rol: str
    kenmerken: dict[str, str]
    verhaal: str
    partijen: tuple[Partij, ...]
    bespreekvragen: tuple[str, ...]
    valkuilen: tuple[str, ...]
    versie: str = ""
    herkomst: Herkomst = Herkomst()


class Reden(NamedTuple):
    """One weight in the score of a style: the level of a factor that gives it, and its source."""

    kenmerk: str
    stand: str
    gewicht: int
    bron: str


class Stijlscore(NamedTuple):
    """How well a style fits a situation: the sum of its reasons."""

    stijl: str
    score: int
    redenen: tuple[Reden, ...]


class Stap(NamedTuple):
    """What to do when: `nu`, `daarna`, or `anders` (when that does not work), in which style and why."""

    wanneer: str
    stijl: str
    omdat: str


class Tegenspraak(NamedTuple):
    """Where the advice pulls two ways: about a style (empty: between the sources), with the sources."""

    stijl: str
    tekst: str
    bron: str


class Wissel(NamedTuple):
    """A single other answer that would change the advice, and into what."""

    kenmerk: str
    stand: str
    advies: tuple[str, ...]


class Gebruik(NamedTuple):
    """What somebody says to do: the word for each style (`soms`), and which styles stand out."""

    woorden: dict[str, str]
    hoog: tuple[str, ...]
    laag: tuple[str, ...]


class Verschil(NamedTuple):
    """The style that a situation asks for beside what somebody says to do.

    `gewoon` is the style used most, empty when none stands out; `past` when the two are the same.
    """

    gevraagd: str
    gewoon: str
    past: bool
    tekst: str


class Leervraag(NamedTuple):
    """A first version of a learning question, and what kind of question it is."""

    soort: str
    vraag: str


class Hulp(NamedTuple):
    """What comes in place of advice while the gate is closed: no style, and nothing of the situation but its level."""

    stand: str
    hulp: tuple[str, ...]

    @property
    def poort(self) -> str:
        """The gate that is closed."""
        return VEILIGHEID


class Situatieadvies(NamedTuple):
    """Advice for one situation of which somebody said that it is safe for everyone."""

    kenmerken: dict[str, str]
    stijlen: tuple[Stijlscore, ...] = ()
    advies: tuple[str, ...] = ()
    """The styles that fit best, equal ones together; empty when the situation prefers none."""
    afgeraden: tuple[str, ...] = ()
    hangt_aan: tuple[str, ...] = ()
    """The factors without which the advice would be another one."""
    stappen: tuple[Stap, ...] = ()
    routes: tuple[str, ...] = ()
    tegenspraken: tuple[Tegenspraak, ...] = ()
    signalen: tuple[str, ...] = ()
    """What to look at first: perhaps it is not safe after all."""
    verschil: Verschil | None = None
    vaardigheden: tuple[Vaardigheid, ...] = ()
    leervraag: Leervraag | None = None

    @property
    def poort(self) -> None:
        """No gate is closed."""
        return

    @property
    def stevig(self) -> bool:
        """True when leaving out any one factor keeps the advice; without advice nothing is firm."""
        return bool(self.advies) and not self.hangt_aan
