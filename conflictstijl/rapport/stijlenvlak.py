"""The styles on two axes: at their place, and larger where somebody uses one clearly more than the rest."""

from collections.abc import Iterator, Mapping, Sequence
from statistics import fmean

from conflictstijl.model.document import Merk, Stijlenvlak
from conflictstijl.model.profiel import Ordening
from conflictstijl.rapport.gegeven import Gegeven
from conflictstijl.rapport.staven import (
    check_vergeleken,
    read_gelijk,
    read_grenzen,
    read_kant,
    render_kant,
    render_waarde,
    render_woord,
)

_ASSEN = {False: ("eigen belang", "belang van de ander"), True: ("belang van de ander zelf", "belang van anderen")}
"""Own and other interest, in a report about oneself and about someone else."""
_GROOTTE = {
    False: "Hoe groter het rondje, hoe vaker je de stijl volgens jezelf gebruikt.",
    True: "Hoe groter het rondje, hoe vaker de ander de stijl volgens jou gebruikt.",
}
_EVEN_GROOT = "De rondjes zijn even groot, want de verschillen zijn te klein om iets over te zeggen."
_SOMS_EVEN_GROOT = "Zijn rondjes even groot? Dan is hun verschil te klein om iets over te zeggen."
_KLEIN = "Een klein verschil in grootte kan toeval zijn."
_GETALLEN = "De getallen staan ook bij de balken hierboven."
_PLEK = "De plek van een rondje staat vast. Die laat zien welk belang in de stijl meetelt."


def build_vlak(gegeven: Gegeven) -> Iterator[Stijlenvlak]:
    """Yield the styles on their axes; nothing unless all scales are styles, comparable and scored.

    The bars before it hold the same facts, so it needs no words of its own.
    """
    # with parts there is an order for each of them, and no single place for a style
    ordening, schalen = gegeven.profiel.ordeningen.get(""), gegeven.vergelijkbaar
    if ordening is None or not check_vergeleken(ordening) or not _check_stijlen(gegeven, schalen):
        return
    grootten = _score_grootten(gegeven, ordening, schalen)
    merken = tuple(_build_merk(gegeven, naam, read_kant(ordening, naam), grootten) for naam in schalen)
    over_ander = gegeven.over_ander
    even = {0: _KLEIN, len(schalen): _EVEN_GROOT}.get(len(read_gelijk(ordening, schalen)), _SOMS_EVEN_GROOT)
    yield Stijlenvlak(merken, _ASSEN[over_ander], f"{_GROOTTE[over_ander]} {even} {_PLEK} {_GETALLEN}")


def _check_stijlen(gegeven: Gegeven, schalen: Sequence[str]) -> bool:
    """Return True when every scale is a style that no other one is, and has a score."""
    scores, stijlen = gegeven.profiel.scores, gegeven.stijlen
    plekken = {stijlen[naam].plek for naam in schalen if naam in stijlen and scores[naam].exact is not None}
    return len(plekken) == len(schalen)


def _score_grootten(gegeven: Gegeven, ordening: Ordening, schalen: Sequence[str]) -> dict[str, float]:
    """Return how large each mark is: as its score, but the same for all that differ too little to tell apart."""
    laagste, hoogste = read_grenzen(gegeven, schalen)
    scores = gegeven.profiel.scores
    delen = {naam: ((scores[naam].waarde or 0.0) - laagste) / (hoogste - laagste) for naam in schalen}
    gelijk = read_gelijk(ordening, schalen)
    return delen | dict.fromkeys(gelijk, fmean(delen[naam] for naam in gelijk) if gelijk else 0.0)


def _build_merk(gegeven: Gegeven, schaal: str, kant: int, grootten: Mapping[str, float]) -> Merk:
    score = gegeven.profiel.scores[schaal]
    getal, woord = render_waarde(gegeven, score), render_kant(gegeven, [schaal], kant)
    naam, plek = gegeven.read_naam(schaal), gegeven.stijlen[schaal].plek
    return Merk(naam, plek, getal, render_woord(score), grootten[schaal], kant, woord)
