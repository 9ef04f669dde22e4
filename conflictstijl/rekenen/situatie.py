"""Which style a situation asks for: the sum of what its factors weigh, within the limits of a role.

Weights and sources stand in `kennis/situaties.yaml`; they restate Thomas (1977), Rahim (2002), Johnson and Johnson
(1982) and others. That the rules agree with their sources does not make them valid.
"""

from conflictstijl.model.kenmerken import Kenmerken, build_heel, check_een, read_kenmerken, read_rol, read_standen
from conflictstijl.model.situatie import (
    VEILIG,
    VEILIGHEID,
    Reden,
    Situatiekennis,
    Stijlscore,
    Wissel,
)
from conflictstijl.model.stijlen import STIJLEN

_BIJ_GELIJK = ("samenwerken", "compromis", "toegeven", "vermijden", "forceren")
"""Which of equal styles is named first: the one that leaves the others the most room (own design)."""


def check_poort(stand: str | None) -> bool:
    """Return whether style advice may be given: only when somebody said that everyone is safe."""
    return stand == VEILIG


def score_situatie(kenmerken: Kenmerken, kennis: Situatiekennis) -> tuple[Stijlscore, ...]:
    """Return the score of all five styles with every reason in it, best first.

    A factor that is not given says nothing, and the order of the factors does not matter. Of styles with equal
    scores the one with the least against it comes first.
    """
    redenen: dict[str, list[Reden]] = {stijl: [] for stijl in STIJLEN}
    for naam, stand in read_standen(kenmerken, kennis):
        for stijl, gewicht in stand.gewichten.items():
            redenen[stijl].append(Reden(naam, stand.id, gewicht, stand.bron))
    scores = [Stijlscore(stijl, sum(een.gewicht for een in eigen), tuple(eigen)) for stijl, eigen in redenen.items()]
    return tuple(sorted(scores, key=_build_sleutel))


def _build_sleutel(score: Stijlscore) -> tuple[int, int, int]:
    tegen = sum(-reden.gewicht for reden in score.redenen if reden.gewicht < 0)
    return -score.score, tegen, _BIJ_GELIJK.index(score.stijl)


def read_mogelijk(kenmerken: Kenmerken, kennis: Situatiekennis) -> tuple[str, ...]:
    """Return the styles that the role allows to come first."""
    rol = read_rol(kenmerken, kennis)
    if rol is None:
        return STIJLEN
    verboden = rol.nooit if check_een(rol.tenzij, build_heel(kenmerken, kennis)) else (*rol.nooit, *rol.niet_eerst)
    return tuple(stijl for stijl in STIJLEN if stijl not in verboden)


def read_beste(kenmerken: Kenmerken, kennis: Situatiekennis) -> tuple[str, ...]:
    """Return the styles with the highest score that the role allows; empty when all of these are equal."""
    mogelijk = read_mogelijk(kenmerken, kennis)
    scores = [score for score in score_situatie(kenmerken, kennis) if score.stijl in mogelijk]
    beste = tuple(score.stijl for score in scores if score.score == scores[0].score)
    return () if 1 < len(beste) == len(mogelijk) else beste


def read_hangt_aan(kenmerken: Kenmerken, kennis: Situatiekennis) -> tuple[str, ...]:
    """Return the given factors without which other styles would fit best.

    The advice is called firm (`stevig`) when there are none.
    """
    beste = set(read_beste(kenmerken, kennis))
    return tuple(
        naam
        for naam in kenmerken
        if naam != VEILIGHEID and set(read_beste(_build_zonder(naam, kenmerken), kennis)) != beste
    )


def _build_zonder(naam: str, kenmerken: Kenmerken) -> dict[str, str]:
    return {ander: stand for ander, stand in kenmerken.items() if ander != naam}


def compare_anders(kenmerken: Kenmerken, kennis: Situatiekennis) -> tuple[Wissel, ...]:
    """Return every single other answer that would make other styles fit best, in the order of the file.

    An answer to a factor that was not given counts too, and what a role answers or does not ask about does not.
    """
    beste = set(read_beste(kenmerken, kennis))
    rol = read_rol(kenmerken, kennis)
    vast = {*rol.slaat_over, *rol.zet} if rol else set()
    wissels = (
        Wissel(kenmerk.id, stand, read_beste({**kenmerken, kenmerk.id: stand}, kennis))
        for kenmerk in read_kenmerken(kennis)
        for stand in kenmerk.standen
        if stand != kenmerken.get(kenmerk.id) and kenmerk.id not in vast
    )
    return tuple(wissel for wissel in wissels if set(wissel.advies) != beste)
