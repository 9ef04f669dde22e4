"""Whether two group pictures together tell about fewer people than the minimum."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from heapq import heappop, heappush

from conflictstijl.model.groepsbeeld import KLEINSTE_GROEP, Groepsrun

_Graaf = dict[int, Counter[int]]
"""A graph by node: its neighbours, with the number of people between them."""


def compare_groep(nieuw: Groepsrun, eerdere: Iterable[Groepsrun], minimum: int = KLEINSTE_GROEP) -> str | None:
    """Return why a group picture may not be given out beside earlier ones of the same questionnaire, None when it may.

    It is held against each of them apart: what three or more pictures tell together is not known. Where an earlier one
    already told about fewer people than `minimum`, that many are enough.
    """
    cel_van = {persoon: nummer for nummer, cel in enumerate(nieuw.cellen, 1) for persoon in cel}
    for eerder in eerdere:
        genoeg = min((minimum, *map(len, eerder.cellen)))
        if eerder.vragenlijst == nieuw.vragenlijst and _check_overlap(_build_graaf(nieuw, cel_van, eerder), genoeg):
            return (
                f"deze groep is bijna dezelfde als die van {eerder.dag:%d-%m-%Y}: uit beide beelden samen is iets te "
                f"berekenen over minder dan {genoeg} mensen"
            )
    return None


def _build_graaf(nieuw: Groepsrun, cel_van: Mapping[bytes, int], eerder: Groepsrun) -> _Graaf:
    """Return the people of two runs as a graph: between the cells of both, and node 0 for not being in a run."""
    graaf: _Graaf = {}
    alleen_nieuw = Counter({nummer: len(cel) for nummer, cel in enumerate(nieuw.cellen, 1)})
    for knoop, cel in enumerate(eerder.cellen, len(nieuw.cellen) + 1):
        samen = Counter(cel_van.get(persoon, 0) for persoon in cel)
        alleen_nieuw -= samen
        graaf[knoop] = samen
    graaf[0] = +alleen_nieuw
    for knoop, buren in list(graaf.items()):
        for buur, aantal in buren.items():
            graaf.setdefault(buur, Counter())[knoop] = aantal
    return graaf


def _check_overlap(graaf: _Graaf, minimum: int) -> bool:
    """Return True when some sum or difference of the figures of two runs is about 1 to `minimum` - 1 people.

    Figures that can be added are known of the cells of each run. Any linear combination of them gives every person the
    weight a(cell in the one run) - b(cell in the other), with 0 for a run that a person is not in. Take the cells as
    nodes of a graph, with one node more for `not in that run`, and every person as an edge between two of them. Then a
    combination is a number per node, 0 at the extra one, and it is about the people whose two ends differ. Parting the
    nodes at a value between two of these numbers cuts through some of these same people and nobody else. So no
    combination is about fewer people than the smallest cut within a connected part of the graph; and every cut is one:
    the difference of two unions of cells.
    """
    return any(_check_snede(deel, minimum) for deel in _split_delen(graaf))


def _split_delen(graaf: _Graaf) -> Iterator[_Graaf]:
    """Yield the connected parts of a graph."""
    over = set(graaf)
    while over:
        deel, rand = set[int](), [min(over)]
        while rand:
            knoop = rand.pop()
            deel.add(knoop)
            rand += graaf[knoop].keys() - deel
        over -= deel
        yield {knoop: graaf[knoop] for knoop in deel}


def _check_snede(graaf: _Graaf, minimum: int) -> bool:
    """Return True when a connected graph can be cut in two by fewer than `minimum` people.

    Nagamochi and Ibaraki 1992: in an order of maximum adjacency a node that is tied to those before it by `minimum`
    or more cannot be cut off from the last of these, so both become one. The last node of the order is a cut by itself.
    """
    while len(graaf) > 1:
        samen = _read_vast(graaf, minimum)
        if samen is None:
            return True
        graaf = _build_samengevoegd(graaf, samen)
    return False


def _read_vast(graaf: _Graaf, minimum: int) -> list[tuple[int, int]] | None:
    """Return pairs of nodes that no cut below `minimum` can part, at least one; None when the last node is cut off."""
    band = dict.fromkeys(graaf, 0)
    wachtrij = [(0, knoop) for knoop in graaf]
    samen: list[tuple[int, int]] = []
    laatste = 0
    while band:
        sterkte, knoop = heappop(wachtrij)
        if -sterkte != band.get(knoop, -1):
            continue
        laatste = band.pop(knoop)
        for buur, aantal in graaf[knoop].items():
            if buur in band:
                band[buur] += aantal
                heappush(wachtrij, (-band[buur], buur))
                if band[buur] >= minimum:
                    samen.append((knoop, buur))
    return samen if laatste >= minimum else None


def _build_samengevoegd(graaf: _Graaf, samen: Iterable[tuple[int, int]]) -> _Graaf:
    """Return a graph in which the nodes of each pair are one."""
    wie = {knoop: knoop for knoop in graaf}
    for een, ander in samen:
        wie[_read_wortel(wie, ander)] = _read_wortel(wie, een)
    nieuw: _Graaf = {}
    for knoop, buren in graaf.items():
        eigen = nieuw.setdefault(_read_wortel(wie, knoop), Counter())
        for buur, aantal in buren.items():
            if _read_wortel(wie, buur) != _read_wortel(wie, knoop):
                eigen[_read_wortel(wie, buur)] += aantal
    return nieuw


def _read_wortel(wie: dict[int, int], knoop: int) -> int:
    while wie[knoop] != knoop:
        wie[knoop] = knoop = wie[wie[knoop]]
    return knoop
