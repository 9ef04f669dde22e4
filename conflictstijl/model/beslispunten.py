"""What the outcomes of a questionnaire depend on, and every combination of it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, product
from math import prod
from typing import NamedTuple

from conflictstijl.model.antwoorden import NVT, Antwoord
from conflictstijl.model.gewicht import read_bereik
from conflictstijl.model.uitkomst import Uitkomst
from conflictstijl.model.vragen import Achtergrondvraag, Item, Keuze, Sleuteldeel, Stelling, Voorwaarde, Vraag
from conflictstijl.model.vragenlijst import Vragenlijst

MEESTE_STANDEN = 20_000
"""Most combinations that are gone through."""

Sleutel = tuple[bool, str]
"""Whether it is a scale, and its id: a question may be called as a scale is."""
Stand = Mapping[Sleutel, Antwoord]
"""One combination: the band of every scale and the answer to every question.

None stands for a score below the lowest band, and for what was not asked: no condition takes these.
"""


class Beslispunt(NamedTuple):
    """A scale or question that outcomes depend on, with the values it can have and when the question is asked."""

    sleutel: Sleutel
    waarden: tuple[Antwoord, ...]
    als: tuple[Voorwaarde, ...] = ()


def read_eisen(uitkomst: Uitkomst) -> Iterator[tuple[Sleutel, tuple[Antwoord, ...]]]:
    """Yield every condition of an outcome: what it is about, and the values that meet it."""
    for band in uitkomst.banden:
        yield (True, band.schaal), band.banden
    for eis in uitkomst.als:
        yield (False, eis.vraag), eis.antwoorden


def build_punten(vragenlijst: Vragenlijst) -> tuple[Beslispunt, ...]:
    """Return everything that the outcomes of a questionnaire depend on, with all values that it can have."""
    genoemd: dict[Sleutel, set[Antwoord]] = {}
    for uitkomst in vragenlijst.uitkomsten:
        for sleutel, waarden in read_eisen(uitkomst):
            genoemd.setdefault(sleutel, set()).update(waarden)
    vragen = {vraag.id: vraag for vraag in vragenlijst.vragen}
    return tuple(
        Beslispunt(sleutel, read_banden(vragenlijst, sleutel[1]))
        if sleutel[0]
        else _build_vraagpunt(sleutel, vragen[sleutel[1]], nvt=NVT in waarden)
        for sleutel, waarden in genoemd.items()
    )


def _build_vraagpunt(sleutel: Sleutel, vraag: Vraag, *, nvt: bool) -> Beslispunt:
    buiten: tuple[Antwoord, ...] = (*([NVT] if nvt else []), *([None] if vraag.als else []))
    return Beslispunt(sleutel, (*read_antwoorden(vraag), *buiten), vraag.als)


def read_items(vragenlijst: Vragenlijst, schaal: str) -> list[Item]:
    """Return the items that count in a scale."""
    return [item for item in vragenlijst.items if any(deel.schaal == schaal for deel in _read_delen(item))]


def _read_delen(item: Item) -> Iterator[Sleuteldeel]:
    return chain.from_iterable([item.sleutel] if isinstance(item, Stelling) else (een.sleutel for een in item.opties))


def read_banden(vragenlijst: Vragenlijst, schaal: str) -> tuple[str | None, ...]:
    """Return the bands that a scale can reach, from low to high.

    None comes first when it can stay below all of them, or when it may be that none of its items is asked.
    """
    laagste, hoogste = read_bereik(vragenlijst, schaal)
    banden = vragenlijst.banden
    bereikt = [band.id for band in banden if band.ondergrens <= hoogste]
    onder = [band.id for band in banden if band.ondergrens <= laagste][:-1]
    ongevraagd = all(item.als for item in read_items(vragenlijst, schaal))
    zonder: list[str | None] = [None] if ongevraagd or not banden or laagste < banden[0].ondergrens else []
    return (*zonder, *(band for band in bereikt if band not in onder))


def read_antwoorden(vraag: Vraag) -> tuple[int, ...]:
    """Return every answer to a question of which each answer is one number; nothing for the others."""
    match vraag:
        case Stelling(antwoorden=schaal):
            return tuple(punt.waarde for punt in schaal.punten)
        case Keuze(opties=opties):
            return tuple(range(len(opties)))
        case Achtergrondvraag(antwoorden=labels):
            return tuple(range(len(labels)))
        case _:
            return ()


def count_standen(punten: Iterable[Beslispunt]) -> int:
    """Return how many combinations there are, impossible ones among them."""
    return prod(len(punt.waarden) for punt in punten)


def build_standen(punten: Sequence[Beslispunt]) -> Iterator[Stand]:
    """Yield every combination that can be: a question is answered only where the other answers lead to it."""
    for waarden in product(*(punt.waarden for punt in punten)):
        stand = {punt.sleutel: waarde for punt, waarde in zip(punten, waarden, strict=True)}
        if all(_check_mogelijk(punt, stand) for punt in punten if punt.als):
            yield stand


def _check_mogelijk(punt: Beslispunt, stand: Stand) -> bool:
    """Return False for an answer to a question that was not asked, and for a question that was, and has none.

    Conditions on questions that no outcome depends on can be either way.
    """
    bekend = [(stand[False, eis.vraag], eis.antwoorden) for eis in punt.als if (False, eis.vraag) in stand]
    if any(antwoord not in eis for antwoord, eis in bekend):
        return stand[punt.sleutel] is None
    return stand[punt.sleutel] is not None or len(bekend) < len(punt.als)


def read_uitkomst(uitkomsten: Iterable[Uitkomst], stand: Stand) -> Uitkomst | None:
    """Return the first outcome of which all conditions hold in a combination."""
    for uitkomst in uitkomsten:
        if all(stand[sleutel] in waarden for sleutel, waarden in read_eisen(uitkomst)):
            return uitkomst
    return None


def read_woord(vraag: Vraag, antwoord: Antwoord) -> str:
    """Return an answer to a question, of which each answer is one number, in the words of the author."""
    if antwoord is NVT:
        return (vraag.antwoorden.nvt if isinstance(vraag, Stelling) else None) or "niet van toepassing"
    return dict(_read_woorden(vraag)).get(antwoord) or str(antwoord)


def _read_woorden(vraag: Vraag) -> Iterable[tuple[Antwoord, str]]:
    match vraag:
        case Stelling(antwoorden=schaal):
            return ((punt.waarde, punt.label) for punt in schaal.punten)
        case Keuze(opties=opties):
            return enumerate(optie.tekst for optie in opties)
        case _:
            return enumerate(vraag.antwoorden if isinstance(vraag, Achtergrondvraag) else ())
