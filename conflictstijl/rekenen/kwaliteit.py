"""Answer quality: flags that say what they may mean; nothing is ever deleted for them."""

from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from math import sqrt

from conflictstijl.model.antwoorden import NVT, Antwoordblad
from conflictstijl.model.profiel import Kwaliteit, Melding
from conflictstijl.model.vragenlijst import Antwoordschaal, Vragenlijst
from conflictstijl.tekst import render_getal

RECHTE_LIJN = 0.9
"""From this share of one and the same answer on, a sheet says too little about differences to label any."""

_VEEL_LEEG = 20
_SNEL = 1.5
_MINST_TEGENSPRAAK = 2


def score_kwaliteit(vragenlijst: Vragenlijst, blad: Antwoordblad) -> Kwaliteit:
    """Return the quality figures of a sheet and a flag for each that stands out.

    `rechte_lijn` counts items, `aandeel_zelfde` is 0..1, `leeg` is a percentage, `spreiding` is the
    standard deviation (divided by n) of the raw answers, None for forced choice, where it means nothing.
    R, for the given answers ``x``: ``max(rle(x)$lengths)``, ``max(table(x)) / length(x)`` and
    ``sqrt(mean((x - mean(x))^2))``.
    """
    gegeven = [antwoord for antwoord in blad.antwoorden if isinstance(antwoord, int)]
    gevraagd = sum(antwoord is not NVT for antwoord in blad.antwoorden)
    kwaliteit = Kwaliteit(
        rechte_lijn=max((len(list(reeks)) for _, reeks in groupby(gegeven)), default=0),
        aandeel_zelfde=max(Counter(gegeven).values(), default=0) / max(len(gegeven), 1),
        spreiding=_score_spreiding(gegeven) if gegeven and vragenlijst.antwoorden else None,
        leeg=100 * (gevraagd - len(gegeven)) / max(gevraagd, 1),
    )
    return kwaliteit._replace(meldingen=tuple(_build_meldingen(kwaliteit, vragenlijst, blad)))


def _score_spreiding(waarden: list[int]) -> float:
    """Return the standard deviation (divided by n); `statistics` has it too, but is dear to import at every start."""
    midden = sum(waarden) / len(waarden)
    return sqrt(sum((waarde - midden) ** 2 for waarde in waarden) / len(waarden))


def _build_meldingen(kwaliteit: Kwaliteit, vragenlijst: Vragenlijst, blad: Antwoordblad) -> Iterator[Melding]:
    if kwaliteit.aandeel_zelfde >= RECHTE_LIJN:
        yield Melding(
            "rechte_lijn",
            "Je gaf bijna overal hetzelfde antwoord. Misschien klopt dat, misschien pasten de vragen niet. "
            "Over verschillen tussen stijlen zegt het niets.",
        )
    if kwaliteit.leeg > _VEEL_LEEG:
        gevraagd = [antwoord for antwoord in blad.antwoorden if antwoord is not NVT]
        open_ = f"{gevraagd.count(None)} van de {len(gevraagd)}"
        yield Melding("leeg", f"Je liet {open_} vragen open. Misschien pasten de vragen niet bij je werk.")
    if blad.seconden is not None and blad.seconden < _SNEL:
        tempo = render_getal(blad.seconden)
        yield Melding(
            "snel", f"Je antwoordde in {tempo} seconde per vraag. Dat is snel. Lees je antwoorden nog eens na."
        )
    if vragenlijst.antwoorden and _count_tegenspraak(vragenlijst, vragenlijst.antwoorden, blad) >= _MINST_TEGENSPRAAK:
        yield Melding(
            "tegenspraak",
            "Je gaf hetzelfde antwoord op vragen die elkaars omgekeerde zijn. "
            "Dat kan: soms doe je allebei. Lees je antwoorden nog eens na.",
        )


def _count_tegenspraak(vragenlijst: Vragenlijst, punten: Antwoordschaal, blad: Antwoordblad) -> int:
    """Return the number of reversed statements answered on the same outer side as their scale's others.

    The outer sides are the lowest and the highest quarter of the range; the others are the mean answer
    to the statements that count straight in the same scale.
    """
    delen = [
        (stelling.id, deel, antwoord)
        for stelling, antwoord in zip(vragenlijst.stellingen, blad.antwoorden, strict=True)
        if isinstance(antwoord, int)
        for deel in stelling.sleutel
    ]
    gewone: dict[str, list[int]] = {}
    for _, deel, antwoord in delen:
        if not deel.omgekeerd:
            gewone.setdefault(deel.schaal, []).append(antwoord)
    kanten = {schaal: _read_kant(punten, sum(waarden) / len(waarden)) for schaal, waarden in gewone.items()}
    return len(
        {
            naam
            for naam, deel, antwoord in delen
            if deel.omgekeerd and _read_kant(punten, antwoord) * kanten.get(deel.schaal, 0) > 0
        }
    )


def _read_kant(punten: Antwoordschaal, waarde: float) -> int:
    """Return -1 in the lowest quarter of the range, 1 in the highest, 0 between."""
    rand = punten.bereik / 4
    return (waarde >= punten.hoogste - rand) - (waarde <= punten.laagste + rand)
