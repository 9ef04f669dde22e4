"""The commands and titles of what somebody can go on with, and whether it exists at all."""

from collections.abc import Callable

from conflictstijl.fouten import ConflictstijlFout
from conflictstijl.laden.catalogus import load_kennis, load_vragenlijst
from conflictstijl.model.vervolg import Vervolg, Vervolgstap

_OPDRACHTEN = {
    "werkblad": "conflictstijl werkblad",
    "werkvorm": "conflictstijl werkvormen",
    "vragenlijst": "conflictstijl afnemen",
    "vaardigheid": "conflictstijl vaardigheden",
}
"""The command that shows a thing of each kind, before its id."""
VERVOLGMAPPEN = {"werkblad": "werkbladen", "werkvorm": "werkvormen", "vragenlijst": "", "vaardigheid": "vaardigheden"}
"""Where files of each kind stand, in a folder with content."""


def load_stappen(vervolg: Vervolg) -> tuple[Vervolgstap, ...]:
    """Return everything to go on with that is there: a command that leads nowhere helps nobody."""
    titels = ((soort, naam, load_titel(soort, naam)) for soort, naam in vervolg.read_paren())
    return tuple(Vervolgstap(f"{_OPDRACHTEN[soort]} {naam}", titel) for soort, naam, titel in titels if titel)


def load_titel(soort: str, naam: str) -> str:
    """Return the title of something by kind and id; empty when there is no usable one."""
    titels: dict[str, Callable[[str], str]] = {
        "werkblad": _load_werkblad,
        "werkvorm": _load_werkvorm,
        "vragenlijst": lambda een: load_vragenlijst(een).titel,
        "vaardigheid": lambda een: load_kennis().vaardigheden.vaardigheden[een].naam,
    }
    try:
        return titels[soort](naam)
    except (ConflictstijlFout, KeyError):
        return ""


def _load_werkblad(naam: str) -> str:
    # who only scores has no need of worksheets and methods
    from conflictstijl.laden.werkbladen import load_werkblad

    return load_werkblad(naam).titel


def _load_werkvorm(naam: str) -> str:
    from conflictstijl.laden.werkvormen import load_werkvorm

    return load_werkvorm(naam).naam
