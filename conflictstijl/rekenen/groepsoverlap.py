"""Whether two group pictures together tell about fewer people than the minimum."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from heapq import heappop, heappush

from conflictstijl.model.groepsbeeld import KLEINSTE_GROEP, Groepsrun
from conflictstijl.rekenen.berekenbaar import build_patronen, check_berekenbaar, check_haalbaar

_Graaf = dict[int, Counter[int]]
"""A graph by node: its neighbours, with the number of people between them."""
_Cellen = Sequence[frozenset[bytes]]
_HINT = "; zijn het nieuwe antwoorden van dezelfde mensen, geef dan --toch"


def compare_groep(nieuw: Groepsrun, eerdere: Iterable[Groepsrun], minimum: int = KLEINSTE_GROEP) -> str | None:
    """Return why a group picture may not be given out beside earlier ones of the same questionnaire, None when it may.

    It is held against each of them apart, then against all of them together. Where an earlier one already told about
    fewer people than `minimum`, that many are enough.
    """
    runs = [een for een in eerdere if een.vragenlijst == nieuw.vragenlijst]
    for eerder in runs:
        genoeg = min((minimum, *map(len, eerder.cellen)))
        if _check_paar(nieuw, eerder, genoeg):
            hint = _HINT if _count_anders(nieuw, eerder) >= genoeg else ""
            return (
                f"deze groep is bijna dezelfde als die van {eerder.dag:%d-%m-%Y}: uit beide beelden samen is iets te "
                f"berekenen over minder dan {genoeg} mensen{hint}"
            )
    return _compare_alle(nieuw, runs, minimum)


def _check_paar(nieuw: Groepsrun, eerder: Groepsrun, genoeg: int) -> bool:
    """Return True when two runs tell of a few people: by who was in them, by who answered what, or by who changed.

    Answers tell people apart as well: the same people may have a code in the one file and none in the other.
    """
    if _check_mensen(nieuw.cellen, eerder.cellen, genoeg):
        return True
    if not nieuw.bladen or not eerder.bladen:
        return False
    return _check_mensen(nieuw.bladen, eerder.bladen, genoeg) or _check_anders(nieuw, eerder, genoeg)


def _check_mensen(nieuw: _Cellen, eerder: _Cellen, genoeg: int) -> bool:
    if all(cel.isdisjoint(ander) for cel in nieuw for ander in eerder):
        # most earlier groups have nobody in common with this one, and a graph is work
        return False
    return any(_check_snede(deel, genoeg) for deel in _split_delen(_build_graaf(nieuw, eerder)))


def _check_anders(nieuw: Groepsrun, eerder: Groepsrun, genoeg: int) -> bool:
    """Return True when the same people came back and one to `genoeg` - 1 of them answered differently.

    In a part of the graph without node 0 the cells of both runs hold the same people; the difference of their figures
    is about those whose answers changed. Any other combination is about the people of a cut.
    """
    for deel in _split_delen(_build_graaf(nieuw.cellen, eerder.cellen)):
        if 0 not in deel:
            mensen, nu = (_read_samen(sets, deel, 1) for sets in (nieuw.cellen, nieuw.bladen))
            toen = _read_samen(eerder.bladen, deel, len(nieuw.cellen) + 1)
            if 0 < len(mensen) - len(nu & toen) < genoeg:
                return True
    return False


def _read_samen(sets: _Cellen, deel: _Graaf, eerste: int) -> frozenset[bytes]:
    """Return the union of the sets that are nodes of a part; the first of the sets is node `eerste`."""
    return frozenset[bytes]().union(*(een for knoop, een in enumerate(sets, eerste) if knoop in deel))


def _count_anders(nieuw: Groepsrun, eerder: Groepsrun) -> int:
    """Return how many people of both runs answered differently; none when the answers are not known."""
    if not nieuw.bladen or not eerder.bladen:
        return 0
    heen, terug = (frozenset[bytes]().union(*run.cellen) for run in (nieuw, eerder))
    nu, toen = (frozenset[bytes]().union(*run.bladen) for run in (nieuw, eerder))
    return len(heen & terug) - len(nu & toen)


def _compare_alle(nieuw: Groepsrun, eerdere: Iterable[Groepsrun], minimum: int) -> str | None:
    """Return why a picture may not be given out beside several earlier ones, None when it may.

    The last ones count, as many as can be looked through.
    """
    runs = _read_verbonden(nieuw, eerdere)
    while len(runs) > 1:
        eerder = list({cel: None for run in runs for cel in run.cellen})
        alle = [*eerder, *nieuw.cellen]
        patronen = build_patronen(alle)
        if check_haalbaar(patronen, len(alle)):
            genoeg = min((minimum, *map(len, eerder)))
            if not check_berekenbaar(patronen, len(eerder), genoeg):
                return None
            return (
                f"deze groep overlapt met eerdere groepen, de laatste van {runs[0].dag:%d-%m-%Y}: uit al die beelden "
                f"samen is iets te berekenen over minder dan {genoeg} mensen"
            )
        runs = runs[: len(runs) // 2]
    return None


def _read_verbonden(nieuw: Groepsrun, eerdere: Iterable[Groepsrun]) -> list[Groepsrun]:
    """Return the runs that share people with a run, or with one of these, in their order."""
    mensen = {run: frozenset[bytes]().union(*run.cellen) for run in eerdere}
    erbij, rand = set[Groepsrun](), [frozenset[bytes]().union(*nieuw.cellen)]
    while rand:
        wie = rand.pop()
        verder = {run for run, anderen in mensen.items() if run not in erbij and not anderen.isdisjoint(wie)}
        erbij |= verder
        rand += [mensen[run] for run in verder]
    return [run for run in mensen if run in erbij]


def _build_graaf(nieuw: _Cellen, eerder: _Cellen) -> _Graaf:
    """Return the people of two runs as a graph: between the cells of both, and node 0 for not being in a run.

    Figures that can be added are known of the cells of each run. Any linear combination of them gives every person the
    weight a(cell in the one run) - b(cell in the other), with 0 for a run that a person is not in. Take the cells as
    nodes of a graph, with one node more for `not in that run`, and every person as an edge between two of them. Then a
    combination is a number per node, 0 at the extra one, and it is about the people whose two ends differ. Parting the
    nodes at a value between two of these numbers cuts through some of these same people and nobody else. So no
    combination is about fewer people than the smallest cut within a connected part of the graph; and every cut is one:
    the difference of two unions of cells.
    """
    cel_van = {persoon: nummer for nummer, cel in enumerate(nieuw, 1) for persoon in cel}
    graaf: _Graaf = {}
    alleen_nieuw = Counter({nummer: len(cel) for nummer, cel in enumerate(nieuw, 1)})
    for knoop, cel in enumerate(eerder, len(nieuw) + 1):
        samen = Counter(cel_van.get(persoon, 0) for persoon in cel)
        alleen_nieuw -= samen
        graaf[knoop] = samen
    graaf[0] = +alleen_nieuw
    for knoop, buren in list(graaf.items()):
        for buur, aantal in buren.items():
            graaf.setdefault(buur, Counter())[knoop] = aantal
    return graaf


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
