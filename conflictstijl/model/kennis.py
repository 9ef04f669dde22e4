"""What the program knows about styles and skills: texts, exercises and advice."""

from typing import NamedTuple

from conflictstijl.model.vragenlijst import Herkomst

EIGEN_LEZING = "Dit is een eigen lezing van 'ik ben oké, jij bent oké' (Berne, Harris), geen meting."
"""What stands behind the question about oneself and the other."""


class Stijl(NamedTuple):
    """A conflict-handling style: its place on both axes (0 low, 1 middle, 2 high) and its texts."""

    id: str
    naam: str
    kort: str
    plek: tuple[int, int]
    ook: tuple[str, ...]
    wat: str
    werkt_als: tuple[str, ...]
    werkt_niet_als: tuple[str, ...]
    te_veel: tuple[str, ...]
    te_weinig: tuple[str, ...]
    anderen_zien: tuple[str, ...]
    zo_benader_je: tuple[str, ...]
    bron: str
    ik_en_ander: str = ""
    """A question about what somebody believes of themselves and the other: our own reading of the life positions."""


class Oefening(NamedTuple):
    """An exercise: how many people it takes, how many minutes, and what to do."""

    met: int
    duur: int
    opdracht: str


class Vaardigheid(NamedTuple):
    """A skill to practise. `stijlen` maps a style to 1 (helps) .. 3 (belongs to it); empty means: for all."""

    id: str
    naam: str
    stijlen: dict[str, int]
    doel: str
    stappen: tuple[str, ...]
    alleen: Oefening
    samen: Oefening
    gelukt_als: str
    bron: str


class Aanspreektekst(NamedTuple):
    """What someone may tell a colleague: what helps to raise something, what does not, and what to be reminded of."""

    helpt: tuple[str, ...]
    liever_niet: tuple[str, ...]
    herinner: tuple[str, ...]


class Stijladvies(NamedTuple):
    """Advice about one style: used much or little, when to choose another, what to practise."""

    stijl: str
    veel: str
    weinig: str
    anders: tuple[str, ...]
    oefen: tuple[str, ...]
    rem: tuple[str, ...]
    leervragen: tuple[str, ...]
    groep_veel: tuple[str, ...] = ()
    """Questions for a group in which this style is first more often than the others."""
    groep_weinig: tuple[str, ...] = ()
    """Questions for a group in which nobody has it first."""
    vraagkaart: tuple[str, ...] = ()
    """What somebody asks who chooses this style, on a card for intervision."""
    terugkijken_veel: tuple[str, ...] = ()
    """Questions for who uses it much, to look back with after some weeks."""
    terugkijken_weinig: tuple[str, ...] = ()
    """Questions for who uses it little, for that same moment."""
    aanspreken_veel: Aanspreektekst | None = None
    """How to approach who uses it much, in their own words."""
    aanspreken_weinig: Aanspreektekst | None = None
    """How to approach who uses it little, in their own words."""


class Combinatie(NamedTuple):
    """Advice for a style used most (`stijl_hoog`) and the style a situation asks for."""

    stijl_hoog: str
    situatie_vraagt: str
    tekst: str
    oefen: tuple[str, ...]


class AlgemeenAdvies(NamedTuple):
    """Advice for everyone: for a profile without clear differences, and the notes below each report."""

    gelijk: str
    oefen: tuple[str, ...]
    leervragen: tuple[str, ...]
    let_op: tuple[str, ...]
    let_op_zelf: tuple[str, ...] = ()
    """Notes that hold only when the answers are about oneself."""
    groep: tuple[str, ...] = ()
    """Questions for any group, about a situation and not about people."""
    terugkijken: tuple[str, ...] = ()
    """Questions to look back with after some weeks, when nothing stands out."""


class Stijlenkennis(NamedTuple):
    """The five styles by id, with the names of the two axes."""

    id: str
    assen: tuple[str, str]
    stijlen: dict[str, Stijl]
    herkomst: Herkomst = Herkomst()


class Vaardighedenkennis(NamedTuple):
    """All skills by id."""

    id: str
    vaardigheden: dict[str, Vaardigheid]
    herkomst: Herkomst = Herkomst()


class Advieskennis(NamedTuple):
    """Advice per style, per combination of two styles, and for everyone."""

    id: str
    stijlen: dict[str, Stijladvies]
    combinaties: dict[tuple[str, str], Combinatie]
    algemeen: AlgemeenAdvies
    herkomst: Herkomst = Herkomst()


class Kennis(NamedTuple):
    """Everything a report draws on."""

    stijlen: Stijlenkennis
    vaardigheden: Vaardighedenkennis
    adviezen: Advieskennis


class Profieladvies(NamedTuple):
    """What a profile leads to: at most three skills with their reasons, and questions for now and for later."""

    vaardigheden: tuple[tuple[Vaardigheid, str], ...]
    leervraag: str
    terugkijken: tuple[str, ...] = ()
