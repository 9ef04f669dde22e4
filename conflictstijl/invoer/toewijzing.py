"""Which columns of one row of headers hold which questions."""

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from conflictstijl.invoer.nummers import read_genummerd, read_volgorde
from conflictstijl.invoer.vraagnamen import Hoe, Treffer, Vraagnamen
from conflictstijl.model.vragenlijst import Vragenlijst

BREEDSTE = 2_000
"""Most columns that are looked at: no questionnaire has as many, and a broken file can have a million."""
_MEESTE_LIJKEND = 400
_AANDEEL = 0.8


class Toewijzing(NamedTuple):
    """What a row of headers names: columns by index of the question, and how each was recognised."""

    kolommen: Mapping[int, tuple[int, ...]]
    """More than one column is one too many."""
    hoe: Mapping[int, Hoe]
    items: int
    """How many items are found."""
    vast: int
    """How many of these by code or text."""
    onzeker: Mapping[int, tuple[int, ...]]
    """The questions that a column can be, where nothing tells which it is."""

    @property
    def dubbel(self) -> dict[int, tuple[int, ...]]:
        """The questions that several columns claim."""
        return {vraag: kolommen for vraag, kolommen in self.kolommen.items() if len(kolommen) > 1}


class _Vondst(NamedTuple):
    """One column that names a question."""

    vraag: int
    kolom: int
    hoe: Hoe


def build_toewijzing(
    koppen: Sequence[str],
    vragenlijst: Vragenlijst,
    namen: Vraagnamen,
    *,
    boven: Sequence[str] = (),
    lijkend: bool = False,
) -> Toewijzing:
    """Return the best reading of a row of headers: by code and text, else by number, then (`lijkend`) by likeness.

    `boven` is the row above it, which can name the part that a question is in. Numbers are only
    read where they name more items than codes and texts do, and never against these.
    """
    gevuld = {kolom: kop for kolom, kop in enumerate(koppen[:BREEDSTE]) if kop.strip()}
    treffers = _read_treffers(gevuld, namen, _build_boven(boven, len(koppen)))
    is_item = range(len(vragenlijst.achtergrond), len(vragenlijst.achtergrond) + len(vragenlijst.items))
    vondsten = _read_benoemd(treffers, is_item)
    benoemd = {vondst.vraag for vondst in vondsten if vondst.vraag in is_item}
    bezet = {vondst.kolom for vondst in vondsten}
    onzeker = {kolom: treffer.vragen for kolom, treffer in treffers.items() if kolom not in bezet}
    gevuld = {kolom: kop for kolom, kop in gevuld.items() if kolom not in onzeker}
    if len(benoemd) < len(vragenlijst.items):
        vondsten += _read_nummers(gevuld, vondsten, vragenlijst, len(benoemd))
    if lijkend:
        vondsten += _read_lijkend(gevuld, vondsten, namen)
    return _build_resultaat(vondsten, is_item)._replace(onzeker=onzeker)


def check_genoeg(toewijzing: Toewijzing, vragenlijst: Vragenlijst) -> bool:
    """Return True when at least 80% of the items is found."""
    return toewijzing.items >= _AANDEEL * len(vragenlijst.items)


def _build_resultaat(vondsten: Sequence[_Vondst], is_item: range) -> Toewijzing:
    kolommen: dict[int, list[int]] = {}
    for vondst in vondsten:
        kolommen.setdefault(vondst.vraag, []).append(vondst.kolom)
    hoe = {vondst.kolom: vondst.hoe for vondst in vondsten}
    vast = {vondst.vraag for vondst in vondsten if vondst.hoe in {Hoe.CODE, Hoe.TEKST}}
    return Toewijzing(
        {vraag: tuple(sorted(waar)) for vraag, waar in sorted(kolommen.items())},
        hoe,
        len(kolommen.keys() & is_item),
        len(vast & set(is_item)),
        {},
    )


def _build_boven(boven: Sequence[str], breedte: int) -> list[str]:
    """Return what stands above each column: a header of several columns stands above the first of them."""
    heel, vorige = [], ""
    for kop in (*boven[:breedte], *[""] * (breedte - len(boven))):
        vorige = kop if kop.strip() else vorige
        heel.append(vorige)
    return heel


def _read_treffers(koppen: Mapping[int, str], namen: Vraagnamen, boven: Sequence[str]) -> dict[int, Treffer]:
    treffers = {kolom: namen.parse_kop(kop, boven[kolom]) for kolom, kop in koppen.items()}
    return {kolom: treffer for kolom, treffer in treffers.items() if treffer}


def _read_benoemd(treffers: Mapping[int, Treffer], is_item: range) -> list[_Vondst]:
    """Return the columns named by code or text; of questions with one text each column takes the next."""
    vondsten = [
        _Vondst(treffer.vragen[0], kolom, treffer.hoe)
        for kolom, treffer in treffers.items()
        if len(treffer.vragen) == 1
    ]
    bekend = {vondst.vraag for vondst in vondsten}
    gedeeld: dict[tuple[int, ...], list[tuple[int, Treffer]]] = {}
    for kolom, treffer in treffers.items():
        if len(treffer.vragen) > 1:
            over = tuple(vraag for vraag in treffer.vragen if vraag not in bekend)
            gedeeld.setdefault(over, []).append((kolom, treffer))
    if any(treffer.nummer for zelfde in gedeeld.values() for _, treffer in zelfde):
        return [*vondsten, *_read_geteld(treffers, bekend, is_item)]
    return [*vondsten, *(vondst for vragen, zelfde in gedeeld.items() for vondst in _read_gedeeld(vragen, zelfde))]


def _read_geteld(treffers: Mapping[int, Treffer], bekend: Collection[int], is_item: range) -> list[_Vondst]:
    """Return which column is which question by the numbers before the texts, when all of them agree with the texts."""
    reeks = [(treffer.nummer, kolom) for kolom, treffer in treffers.items()]
    geteld = read_volgorde(reeks, is_item)
    if not all(vraag in treffers[kolom].vragen for kolom, vraag in geteld.items()):
        return []
    return [_Vondst(vraag, kolom, Hoe.TEKST) for kolom, vraag in geteld.items() if vraag not in bekend]


def _read_gedeeld(vragen: tuple[int, ...], treffers: Sequence[tuple[int, Treffer]]) -> list[_Vondst]:
    """Return which column is which of several questions with the same text.

    The number of a repeated question tells, provided that the last one is there; the first of them has none. Without
    any number the order of the columns tells, provided that there are as many columns as questions.
    """
    met = [
        _Vondst(vragen[treffer.keer - 1], kolom, treffer.hoe)
        for kolom, treffer in treffers
        if 0 < treffer.keer <= len(vragen)
    ]
    zonder = [kolom for kolom, treffer in treffers if not treffer.keer]
    if met and vragen[-1] not in {vondst.vraag for vondst in met}:
        return []
    if met and len(zonder) == 1:
        return [_Vondst(vragen[0], zonder[0], Hoe.TEKST), *met]
    if not met and len(zonder) >= len(vragen) > 0:
        # of too many columns the last question gets all that are left, which is told as one too many
        return [_Vondst(vragen[min(i, len(vragen) - 1)], kolom, Hoe.TEKST) for i, kolom in enumerate(zonder)]
    return met


def _read_nummers(
    koppen: Mapping[int, str], vondsten: Sequence[_Vondst], vragenlijst: Vragenlijst, benoemd: int
) -> list[_Vondst]:
    vast = {vondst.kolom: vondst.vraag for vondst in vondsten}
    genummerd = read_genummerd(koppen, vragenlijst)
    elders = {vondst.vraag: vondst.kolom for vondst in vondsten}
    botst = any(
        vast.get(kolom, vraag) != vraag or elders.get(vraag, kolom) != kolom for kolom, vraag in genummerd.items()
    )
    if botst or len(set(genummerd.values())) <= benoemd:
        return []
    return [_Vondst(vraag, kolom, Hoe.NUMMER) for kolom, vraag in genummerd.items() if kolom not in vast]


def _read_lijkend(koppen: Mapping[int, str], vondsten: Sequence[_Vondst], namen: Vraagnamen) -> list[_Vondst]:
    bezet = {vondst.kolom for vondst in vondsten}
    bekend = {vondst.vraag for vondst in vondsten}
    open_koppen = [(kolom, kop) for kolom, kop in koppen.items() if kolom not in bezet][:_MEESTE_LIJKEND]
    geraden = [(namen.parse_lijkend(kop), kolom) for kolom, kop in open_koppen]
    return [
        _Vondst(vraag, kolom, Hoe.LIJKT_OP) for vraag, kolom in geraden if vraag is not None and vraag not in bekend
    ]
