"""Before and after: in how many people of a group a style changed by more than noise."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from conflictstijl.model.antwoorden import Antwoordblad
from conflictstijl.model.groepsbeeld import KLEINSTE_GROEP, TE_KLEIN, Verschuivingen, Voorna
from conflictstijl.model.hertest import KEUZES
from conflictstijl.model.vragenlijst import Vragenlijst
from conflictstijl.rekenen.groepsbeeld import read_groepsdelen
from conflictstijl.rekenen.groepsverdeling import check_minimum
from conflictstijl.rekenen.hertest import Resultaat, compare_hertest
from conflictstijl.rekenen.scoren import score_antwoorden


def compare_voor_na(
    paren: Iterable[tuple[Antwoordblad, Antwoordblad]], vragenlijst: Vragenlijst, minimum: int = KLEINSTE_GROEP
) -> Voorna:
    """Return how many people do each style more, less, or as much as noise allows to tell, from their sheets twice.

    Each person is held against own noise, by the rule of `compare_hertest`; a mean difference would hide that some do
    more and others less. Only people count of whom this can be told for every scale: all figures are about the same
    people, so none can be subtracted from another. With choices it can be told of nobody. Counts are not cut off: they
    say that someone changed and never what someone answered, and without a mean nothing can be solved out of them.
    Raises GebruikFout for a minimum below five.
    """
    check_minimum(minimum)
    delen = read_groepsdelen(vragenlijst)
    schalen = [naam for deel in delen for naam in deel.schalen]
    if not all(deel.gemiddelden for deel in delen):
        return Voorna(None, {}, KEUZES)
    mensen = [een for een in (_read_richtingen(paar, vragenlijst) for paar in paren) if een.keys() >= set(schalen)]
    if len(mensen) < minimum:
        return Voorna(None, {}, TE_KLEIN)
    tellingen = {naam: Counter(richtingen[naam] for richtingen in mensen) for naam in schalen}
    return Voorna(len(mensen), {naam: Verschuivingen(een[1], een[-1], een[0]) for naam, een in tellingen.items()})


def _read_richtingen(paar: tuple[Antwoordblad, Antwoordblad], vragenlijst: Vragenlijst) -> dict[str, int]:
    """Return per scale 1 for clearly more, -1 for clearly less, else 0; without the scales that cannot be told."""
    eerst, nu = (_score_blad(blad, vragenlijst) for blad in paar)
    return {
        een.schaal: ((een.verschil or 0) > 0) - ((een.verschil or 0) < 0) if een.duidelijk else 0
        for een in compare_hertest(eerst, nu).schalen
        if een.duidelijk is not None
    }


def _score_blad(blad: Antwoordblad, vragenlijst: Vragenlijst) -> Resultaat:
    # who belongs to whom was found by key, and keys may be spelled in two ways
    zonder_naam = replace(blad, deelnemer=None)
    return vragenlijst, zonder_naam, score_antwoorden(vragenlijst, zonder_naam)
