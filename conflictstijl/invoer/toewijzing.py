"""Which columns of one row of headers hold which questions."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from conflictstijl.invoer.nummers import read_genummerd
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
    koppen: Sequence[str], vragenlijst: Vragenlijst, namen: Vraagnamen, *, lijkend: bool = False
) -> Toewijzing:
    """Return the best reading of a row of headers: by code and text, else by number, then (`lijkend`) by likeness.

    Numbers are only read where they name more items than codes and texts do, and never against these.
    """
    gevuld = {kolom: kop for kolom, kop in enumerate(koppen[:BREEDSTE]) if kop.strip()}
    vondsten = _read_benoemd(gevuld, namen)
    is_item = range(len(vragenlijst.achtergrond), len(vragenlijst.achtergrond) + len(vragenlijst.items))
    benoemd = {vondst.vraag for vondst in vondsten if vondst.vraag in is_item}
    if len(benoemd) < len(vragenlijst.items):
        vondsten += _read_nummers(gevuld, vondsten, vragenlijst, len(benoemd))
    if lijkend:
        vondsten += _read_lijkend(gevuld, vondsten, namen)
    return _build_resultaat(vondsten, is_item)


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
    )


def _read_benoemd(koppen: Mapping[int, str], namen: Vraagnamen) -> list[_Vondst]:
    """Return the columns named by code or text; of questions with one text each column takes the next."""
    vondsten: list[_Vondst] = []
    gedeeld: dict[tuple[int, ...], list[tuple[int, Treffer]]] = {}
    for kolom, kop in koppen.items():
        treffer = namen.parse_kop(kop)
        if treffer and len(treffer.vragen) == 1:
            vondsten.append(_Vondst(treffer.vragen[0], kolom, treffer.hoe))
        elif treffer:
            gedeeld.setdefault(treffer.vragen, []).append((kolom, treffer))
    for vragen, treffers in gedeeld.items():
        vondsten += _read_gedeeld(vragen, treffers)
    return vondsten


def _read_gedeeld(vragen: tuple[int, ...], treffers: Sequence[tuple[int, Treffer]]) -> list[_Vondst]:
    """Return which column is which of several questions with the same text.

    A number in the header tells; the first of a numbered row has none. Without any number the order of the columns
    tells, provided that there are as many columns as questions.
    """
    met = [
        _Vondst(vragen[treffer.keer - 1], kolom, treffer.hoe)
        for kolom, treffer in treffers
        if 0 < treffer.keer <= len(vragen)
    ]
    zonder = [kolom for kolom, treffer in treffers if not treffer.keer]
    if met and len(zonder) == 1:
        return [_Vondst(vragen[0], zonder[0], Hoe.TEKST), *met]
    if not met and len(zonder) >= len(vragen):
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
