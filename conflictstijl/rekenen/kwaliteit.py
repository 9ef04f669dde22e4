"""Answer quality: flags that say what they may mean; nothing is ever deleted for them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from math import sqrt
from typing import NamedTuple

from conflictstijl.model.antwoorden import NVT, Antwoord, check_gegeven
from conflictstijl.model.profiel import Kwaliteit, Melding
from conflictstijl.model.volgorde import build_volgorde
from conflictstijl.model.vragen import Antwoordschaal, Stelling
from conflictstijl.model.vragenlijst import Eenheid, Volgorde, Vragenlijst
from conflictstijl.tekst import render_getal

RECHTE_LIJN = 0.9
"""From this share of one and the same answer on, a sheet says too little about differences to label any; own choice."""

_VEEL_LEEG = 20
"""Percentage left open above which it is told; own choice."""
_SNEL = 1.5
"""Seconds per question below which it is told; own choice."""
_MINST_TEGENSPRAAK = 2
"""Contradictions from which on it is told: one may be a slip; own choice."""


_ALLEBEI_WAAR = "soms klopt het allebei"


class _Teksten(NamedTuple):
    """What each flag says to who filled in a sheet."""

    recht: str
    leeg: str
    snel: str
    tegenspraak: str
    allebei: str


_TEKSTEN = _Teksten(
    recht=(
        "Je gaf bijna overal hetzelfde antwoord. Misschien klopt dat, misschien pasten de vragen niet. "
        "Over verschillen tussen stijlen zegt het niets."
    ),
    leeg="Je liet {} vragen open. Misschien pasten de vragen niet bij je werk.",
    snel="Je antwoordde in {} seconde per vraag. Dat is snel. Lees je antwoorden nog eens na.",
    tegenspraak=(
        "Je gaf hetzelfde antwoord op vragen die elkaars omgekeerde zijn. Dat kan: {}. Lees je antwoorden nog eens na."
    ),
    allebei="soms doe je allebei",
)
_BLADTEKSTEN = _Teksten(
    recht=(
        "Jullie gaven bijna overal hetzelfde antwoord. Misschien klopt dat, misschien pasten de vragen niet. "
        "Over verschillen zegt het niets."
    ),
    leeg="Jullie lieten {} vragen open. Misschien pasten de vragen niet bij jullie werk.",
    snel="Jullie antwoordden in {} seconde per vraag. Dat is snel. Lees jullie antwoorden nog eens na.",
    tegenspraak=(
        "Jullie gaven hetzelfde antwoord op vragen die elkaars omgekeerde zijn. "
        "Dat kan: {}. Lees jullie antwoorden nog eens na."
    ),
    allebei=_ALLEBEI_WAAR,
)
"""To the people of an organisation, who fill in a sheet together."""


def score_kwaliteit(
    vragenlijst: Vragenlijst, antwoorden: Sequence[Antwoord], seconden: float | None = None, zaad: int | None = None
) -> Kwaliteit:
    """Return the quality figures of a sheet and a flag for each that stands out.

    `antwoorden` are those to the items (NVT: not asked), `seconden` is the time per question, `zaad` the starting
    number of a random order.
    `rechte_lijn` counts items in the order of asking, `aandeel_zelfde` is 0..1, `leeg` is a percentage,
    `spreiding` is the standard deviation (divided by n) of the raw answers to statements, None without these.
    R, for the given answers ``x``: ``max(rle(x)$lengths)``, ``max(table(x)) / length(x)`` and
    ``sqrt(mean((x - mean(x))^2))``.
    """
    plaatsen = read_plaatsen(vragenlijst, antwoorden, zaad)
    gegeven = [antwoord for antwoord in _read_gesteld(vragenlijst, plaatsen, zaad) if check_gegeven(antwoord)]
    gevraagd = sum(antwoord is not NVT for antwoord in antwoorden)
    punten = [antwoord for _, antwoord in _read_stellingen(vragenlijst, antwoorden)]
    kwaliteit = Kwaliteit(
        rechte_lijn=max((len(list(reeks)) for _, reeks in groupby(gegeven)), default=0),
        aandeel_zelfde=_score_aandeel(gegeven),
        spreiding=_score_spreiding(punten) if punten else None,
        leeg=100 * sum(antwoord is None for antwoord in antwoorden) / max(gevraagd, 1),
    )
    meldingen = _build_meldingen(kwaliteit, vragenlijst, antwoorden, seconden)
    return kwaliteit._replace(meldingen=tuple(meldingen))


def read_plaatsen(vragenlijst: Vragenlijst, antwoorden: Sequence[Antwoord], zaad: int | None) -> Sequence[Antwoord]:
    """Return the answers that can tell a straight line; NVT for options shown in random order.

    Their place in the file is not the place that a person saw: who keeps choosing the same style may look like one
    who keeps choosing the same place.
    """
    if zaad is None or vragenlijst.opties_volgorde is Volgorde.VAST:
        return antwoorden
    paren = zip(vragenlijst.items, antwoorden, strict=True)
    return [antwoord if isinstance(item, Stelling) else NVT for item, antwoord in paren]


def _read_gesteld(vragenlijst: Vragenlijst, antwoorden: Sequence[Antwoord], zaad: int | None) -> Iterator[Antwoord]:
    """Yield the answers to the items in the order of asking."""
    begin = len(vragenlijst.achtergrond)
    items = range(begin, begin + len(vragenlijst.items))
    return (antwoorden[plaats - begin] for plaats in build_volgorde(vragenlijst, zaad) if plaats in items)


def check_recht(antwoorden: Iterable[Antwoord]) -> bool:
    """Return True for a straight line: nearly all given answers are the same."""
    return _score_aandeel(list(filter(check_gegeven, antwoorden))) >= RECHTE_LIJN


def _score_aandeel(gegeven: Sequence[Antwoord]) -> float:
    """Return the share of the most frequent answer, 0 without answers."""
    return max(Counter(gegeven).values(), default=0) / max(len(gegeven), 1)


def _read_stellingen(vragenlijst: Vragenlijst, antwoorden: Sequence[Antwoord]) -> list[tuple[Stelling, int]]:
    """Return the answered statements with their answers."""
    paren = zip(vragenlijst.items, antwoorden, strict=True)
    return [(item, antw) for item, antw in paren if isinstance(item, Stelling) and isinstance(antw, int)]


def _score_spreiding(waarden: list[int]) -> float:
    """Return the standard deviation (divided by n); `statistics` has it too, but is dear to import at every start."""
    midden = sum(waarden) / len(waarden)
    return sqrt(sum((waarde - midden) ** 2 for waarde in waarden) / len(waarden))


def _build_meldingen(
    kwaliteit: Kwaliteit, vragenlijst: Vragenlijst, antwoorden: Sequence[Antwoord], seconden: float | None
) -> Iterator[Melding]:
    teksten = _BLADTEKSTEN if vragenlijst.eenheid is Eenheid.ORGANISATIE else _TEKSTEN
    # where signs are counted the same answer everywhere may well be true, and nothing is compared
    if kwaliteit.aandeel_zelfde >= RECHTE_LIJN and not vragenlijst.formatief:
        yield Melding("rechte_lijn", teksten.recht)
    if kwaliteit.leeg > _VEEL_LEEG:
        gevraagd = [antwoord for antwoord in antwoorden if antwoord is not NVT]
        yield Melding("leeg", teksten.leeg.format(f"{gevraagd.count(None)} van de {len(gevraagd)}"))
    if seconden is not None and seconden < _SNEL:
        yield Melding("snel", teksten.snel.format(render_getal(seconden)))
    if _count_tegenspraak(_read_stellingen(vragenlijst, antwoorden)) >= _MINST_TEGENSPRAAK:
        kan = _ALLEBEI_WAAR if vragenlijst.formatief else teksten.allebei
        yield Melding("tegenspraak", teksten.tegenspraak.format(kan))


def _count_tegenspraak(gegeven: Sequence[tuple[Stelling, int]]) -> int:
    """Return the number of reversed statements answered on the same outer side as their scale's others.

    The outer sides are the lowest and the highest quarter of the range; the others are the mean answer
    to the statements that count straight in the same scale.
    """
    gewone: dict[tuple[str, Antwoordschaal], list[int]] = {}
    for stelling, antwoord in gegeven:
        for deel in stelling.sleutel:
            if not deel.omgekeerd:
                gewone.setdefault((deel.schaal, stelling.antwoorden), []).append(antwoord)
    kanten = {sleutel: _read_kant(sleutel[1], sum(rij) / len(rij)) for sleutel, rij in gewone.items()}
    return sum(
        any(
            deel.omgekeerd
            and _read_kant(stelling.antwoorden, antwoord) * kanten.get((deel.schaal, stelling.antwoorden), 0) > 0
            for deel in stelling.sleutel
        )
        for stelling, antwoord in gegeven
    )


def _read_kant(punten: Antwoordschaal, waarde: float) -> int:
    """Return -1 in the lowest quarter of the range, 1 in the highest, 0 between."""
    rand = punten.bereik / 4
    return (waarde >= punten.hoogste - rand) - (waarde <= punten.laagste + rand)
