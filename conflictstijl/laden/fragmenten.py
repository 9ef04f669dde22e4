"""The texts of a case or of a filled-in worksheet, with the places of their words: what is found is told there."""

from collections.abc import Iterator, Sequence
from itertools import accumulate

from conflictstijl.fouten import Plek
from conflictstijl.laden.knopen import Kaart, Knoop, Lijst, Tekst
from conflictstijl.model.intervisie import Fragment

_VERTELT = ("titel", "verhaal", "partijen", "bespreekvragen", "valkuilen", "antwoorden")
"""The keys that tell about people; the rest is about the file."""


def build_fragmenten(wortel: Knoop, regels: Sequence[str]) -> tuple[Fragment, ...]:
    """Return the texts of a file; `regels` are the lines of the file that it stands in."""
    paren = wortel.paren if isinstance(wortel, Kaart) else []
    teksten = (tekst for sleutel, knoop in paren if sleutel.waarde in _VERTELT for tekst in _read_teksten(knoop))
    return tuple(build_fragment(tekst, regels) for tekst in teksten if tekst.waarde.split())


def _read_teksten(knoop: Knoop) -> Iterator[Tekst]:
    """Yield the texts below a node; of keys only those that hold more keys: they are the names of parties."""
    if isinstance(knoop, Tekst):
        yield knoop
    elif isinstance(knoop, Lijst):
        for deel in knoop.delen:
            yield from _read_teksten(deel)
    else:
        for sleutel, waarde in knoop.paren:
            if isinstance(waarde, Kaart):
                yield sleutel
            yield from _read_teksten(waarde)


def build_fragment(tekst: Tekst, regels: Sequence[str]) -> Fragment:
    """Return a text on one line with the place of each word; one that is written otherwise gets the place before it."""
    woorden = tekst.waarde.split()
    kolommen = accumulate((len(woord) + 1 for woord in woorden[:-1]), initial=1)
    return Fragment(" ".join(woorden), tuple(kolommen), tuple(_read_plekken(woorden, tekst.plek, regels)))


def _read_plekken(woorden: Sequence[str], plek: Plek, regels: Sequence[str]) -> Iterator[Plek]:
    regel, kolom = plek.regel, plek.kolom
    for woord in woorden:
        gevonden = _read_volgende(woord, regels, regel, kolom)
        if gevonden:
            plek = Plek(plek.bestand, *gevonden)
            regel, kolom = gevonden[0], gevonden[1] + len(woord)
        yield plek


def _read_volgende(woord: str, regels: Sequence[str], regel: int, kolom: int) -> tuple[int, int] | None:
    """Return where a word comes next: on this line, or as the first one on a line after it."""
    hier = regels[regel - 1].find(woord, kolom - 1)
    if hier >= 0:
        return regel, hier + 1
    verder = range(regel, len(regels))
    volgend = next((nummer for nummer in verder if regels[nummer].strip()), None)
    if volgend is None or not regels[volgend].lstrip().startswith(woord):
        return None
    return volgend + 1, regels[volgend].index(woord) + 1
