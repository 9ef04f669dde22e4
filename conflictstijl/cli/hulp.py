"""How help looks: Dutch headings, two columns where the terminal has room, one below the other where not."""

import textwrap
from collections.abc import Iterable, Sequence
from typing import Any

from conflictstijl.cli.uitvoer import read_kolommen

Rij = tuple[str, str]
"""What stands left (a command, an option) and what it does."""

_SMAL = 40
_MAX_LINKS = 26
# typer renamed some of its types in 0.28
_WAARDEN = {"int": "GETAL", "integer": "GETAL", "float": "GETAL", "path": "PAD", "file": "BESTAND", "directory": "MAP"}


def render_hulp(gebruik: str, tekst: str, blokken: Iterable[tuple[str, Sequence[Rij]]]) -> str:
    """Return a page of help: the usage line, the text, and a heading with rows for every block that has rows."""
    breedte = read_kolommen()
    gevuld = [(kop, rijen) for kop, rijen in blokken if rijen]
    links = max(len(links) for _, rijen in gevuld for links, _ in rijen)
    kolom = min(links, _MAX_LINKS) if breedte >= _SMAL else 0
    delen = [
        _render_alinea(f"Gebruik: {gebruik}", breedte, vervolg=9),
        *(_render_alinea(alinea, breedte) for alinea in tekst.split("\n\n")),
        *("\n".join([f"{kop}:", *(_render_rij(rij, kolom, breedte) for rij in rijen)]) for kop, rijen in gevuld),
    ]
    return "\n\n".join(delen)


def build_rijen(parameters: Iterable[Any], soort: str) -> list[Rij]:
    """Return the rows of all visible parameters of a kind (`argument` or `option`), in the order of declaration."""
    return [
        (_render_naam(parameter), _render_uitleg(parameter))
        for parameter in parameters
        if parameter.param_type_name == soort and not parameter.hidden
    ]


def render_plaats(argument: Any) -> str:
    """Return an argument as it stands in the usage line: in brackets when it may be left out."""
    return render_waarde(argument) if argument.required else f"[{render_waarde(argument)}]"


def render_waarde(parameter: Any) -> str:
    """Return the word in capitals that stands for the value of an argument or an option."""
    if parameter.metavar:
        naam = str(parameter.metavar)
    elif parameter.param_type_name == "argument":
        naam = parameter.name.upper()
    else:
        naam = _WAARDEN.get(read_soort(parameter), "TEKST")
    return f"{naam}..." if parameter.nargs == -1 else naam


def read_soort(parameter: Any) -> str:
    """Return typer's name for the kind of value a parameter takes, without what bounds it."""
    return str(parameter.type.name).partition(" ")[0]


def _render_naam(parameter: Any) -> str:
    if parameter.param_type_name == "argument":
        return render_waarde(parameter)
    namen = ", ".join([*parameter.opts, *parameter.secondary_opts])
    return namen if parameter.is_flag else f"{namen} {render_waarde(parameter)}"


def _render_uitleg(parameter: Any) -> str:
    standaard = _render_standaard(parameter)
    delen = [
        parameter.help or "",
        f"[standaard: {standaard}]" if standaard else "",
        f"[omgeving: {parameter.envvar}]" if parameter.envvar and parameter.show_envvar else "",
        "[verplicht]" if parameter.required else "",
    ]
    return " ".join(filter(None, delen))


def _render_standaard(parameter: Any) -> str:
    """Return the value that counts when nothing is given; an on-off option and a list have none worth saying."""
    if isinstance(parameter.show_default, str):
        return parameter.show_default
    if not parameter.show_default or parameter.default is None or isinstance(parameter.default, bool | list | tuple):
        return ""
    return str(parameter.default)


def _render_alinea(alinea: str, breedte: int, vervolg: int = 0) -> str:
    """Return a wrapped paragraph; lines that begin with spaces are examples and keep their breaks."""
    if alinea.startswith("  "):
        return "\n".join(_render_regel(regel.strip(), breedte, "  ", 4) for regel in alinea.splitlines())
    return _render_regel(alinea, breedte, "", vervolg)


def _render_regel(tekst: str, breedte: int, eerste: str, vervolg: int) -> str:
    return textwrap.fill(tekst, breedte, initial_indent=eerste, subsequent_indent=" " * vervolg, break_on_hyphens=False)


def _render_rij(rij: Rij, kolom: int, breedte: int) -> str:
    """Return one row; what does not fit left of the column stands above its explanation."""
    links, rechts = rij
    past = len(links) <= kolom
    eerste = f"  {links:<{kolom}}  " if past else " " * (kolom + 4)
    boven = "" if past else f"  {links}\n"
    return boven + _render_regel(rechts, breedte, eerste, kolom + 4)
