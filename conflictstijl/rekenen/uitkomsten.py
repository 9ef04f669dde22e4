"""Which outcome scores and answers lead to, and which open questions decide when several are still possible."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from conflictstijl.model.antwoorden import NVT, Antwoord
from conflictstijl.model.beslispunten import (
    MEESTE_STANDEN,
    Beslispunt,
    Sleutel,
    Stand,
    build_punten,
    build_standen,
    count_standen,
    read_antwoorden,
    read_items,
    read_uitkomst,
    read_woord,
)
from conflictstijl.model.profiel import Schaalscore
from conflictstijl.model.uitkomst import Uitkomst, Uitkomststand
from conflictstijl.model.vragen import Keuze, Vraag
from conflictstijl.model.vragenlijst import Vragenlijst

Gegeven = Mapping[str, tuple[Antwoord, ...]]
"""The answers that every question can have, by id: one where it was answered; None stands for not asked."""


def score_uitkomst(
    vragenlijst: Vragenlijst, antwoorden: Sequence[Antwoord], scores: Mapping[str, Schaalscore]
) -> Uitkomststand | None:
    """Return the outcome of a sheet; None for a questionnaire without outcomes.

    The first outcome whose conditions all hold counts. A scale that cannot be scored, a question left open, and one
    of which somebody says `nvt` where no condition takes that, can be anything: when that leaves several outcomes,
    there is none yet, and the open questions that make a difference are named.
    """
    if not vragenlijst.uitkomsten:
        return None
    gegeven = _read_gegeven(vragenlijst, antwoorden)
    punten = [_build_open(punt, vragenlijst, gegeven, scores) for punt in build_punten(vragenlijst)]
    woorden = tuple(_read_woorden(vragenlijst, punten, gegeven))
    vast = [punt for punt in punten if len(punt.waarden) > 1]
    if count_standen(punten) > MEESTE_STANDEN:
        return Uitkomststand(None, tuple(_read_open(vragenlijst, vast, antwoorden)), woorden)
    gevonden = [(stand, read_uitkomst(vragenlijst.uitkomsten, stand)) for stand in build_standen(punten)]
    if all(uitkomst == gevonden[0][1] for _, uitkomst in gevonden):
        return Uitkomststand(gevonden[0][1], (), woorden)
    beslissend = [punt for punt in vast if _check_beslissend(punt, gevonden)] or vast
    return Uitkomststand(None, tuple(_read_open(vragenlijst, beslissend, antwoorden)), woorden)


def _read_gegeven(vragenlijst: Vragenlijst, antwoorden: Sequence[Antwoord]) -> Gegeven:
    """Return what every question can have as its answer, when everything open is answered in some way.

    Whether a question is asked may depend on one that is open.
    """
    gegeven: dict[str, tuple[Antwoord, ...]] = {}
    for vraag, antwoord in zip(vragenlijst.vragen, antwoorden, strict=True):
        kan = all(any(een in eis.antwoorden for een in gegeven[eis.vraag]) for eis in vraag.als)
        moet = all(een in eis.antwoorden for eis in vraag.als for een in gegeven[eis.vraag])
        waarden = read_antwoorden(vraag) if antwoord is None else (antwoord,)
        gegeven[vraag.id] = (*(waarden if kan else ()), *(() if moet else (None,)))
    return gegeven


def _build_open(
    punt: Beslispunt, vragenlijst: Vragenlijst, gegeven: Gegeven, scores: Mapping[str, Schaalscore]
) -> Beslispunt:
    """Return what outcomes depend on with only the values that it can still have."""
    schaal, naam = punt.sleutel
    if not schaal:
        bekend = gegeven[naam]
        return punt if bekend == (NVT,) and NVT not in punt.waarden else punt._replace(waarden=bekend)
    if scores[naam].exact is not None:
        return punt._replace(waarden=(scores[naam].band,))
    gesteld = any(gegeven[item.id] != (None,) for item in read_items(vragenlijst, naam))
    return punt if gesteld else punt._replace(waarden=(None,))


def _check_beslissend(punt: Beslispunt, gevonden: Iterable[tuple[Stand, Uitkomst | None]]) -> bool:
    """Return True when another value of this alone gives another outcome, or leaves other outcomes possible.

    The second holds for a question that decides whether another one is asked.
    """
    eerste: dict[tuple[tuple[Sleutel, Antwoord], ...], Uitkomst | None] = {}
    mogelijk: dict[Antwoord, set[str]] = {}
    for stand, uitkomst in gevonden:
        rest = tuple(paar for paar in stand.items() if paar[0] != punt.sleutel)
        if eerste.setdefault(rest, uitkomst) != uitkomst:
            return True
        mogelijk.setdefault(stand[punt.sleutel], set()).add(uitkomst.titel if uitkomst else "")
    return len(set(map(frozenset, mogelijk.values()))) > 1


def _read_open(vragenlijst: Vragenlijst, punten: Iterable[Beslispunt], antwoorden: Sequence[Antwoord]) -> Iterator[str]:
    """Yield the questions without a usable answer that decide, or decide whether these are asked, in that order."""
    namen: set[str] = set()
    for schaal, naam in (punt.sleutel for punt in punten):
        namen.update(item.id for item in read_items(vragenlijst, naam)) if schaal else namen.add(naam)
    for vraag in reversed(vragenlijst.vragen):
        namen.update(eis.vraag for eis in vraag.als if vraag.id in namen)
    for vraag, antwoord in zip(vragenlijst.vragen, antwoorden, strict=True):
        if vraag.id in namen and (antwoord is None or antwoord is NVT):
            yield vraag.id


def _read_woorden(
    vragenlijst: Vragenlijst, punten: Iterable[Beslispunt], gegeven: Gegeven
) -> Iterator[tuple[str, str]]:
    """Yield the questions that outcomes depend on and that have one answer, as texts, in the order of asking."""
    namen = {naam for schaal, naam in (punt.sleutel for punt in punten) if not schaal}
    for vraag in vragenlijst.vragen:
        if vraag.id in namen and len(gegeven[vraag.id]) == 1 and gegeven[vraag.id] != (None,):
            yield _read_tekst(vraag), read_woord(vraag, gegeven[vraag.id][0])


def _read_tekst(vraag: Vraag) -> str:
    return vraag.vraag or vraag.casus if isinstance(vraag, Keuze) else vraag.tekst
