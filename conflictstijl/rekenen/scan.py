"""The short scan: which question to ask next, until no answer can change the advice any more."""

from collections.abc import Iterator, Mapping
from itertools import combinations

from conflictstijl.model.kenmerken import build_heel, read_rol
from conflictstijl.model.situatie import ROL, Eisen, Kenmerk, Situatiekennis
from conflictstijl.model.stijlen import STIJLEN
from conflictstijl.rekenen.situatie import read_mogelijk, score_situatie

Gevraagd = Mapping[str, str | None]
"""The level of every factor that was asked or given; None for one that the person does not know."""


def read_volgende(gevraagd: Gevraagd, kennis: Situatiekennis) -> Kenmerk | None:
    """Return the factor to ask next: the role, the first eight, then what could still change the advice most.

    None when nothing that is left can change which styles fit best or which routes open: someone who answers
    everything gets the same advice.
    """
    if ROL not in gevraagd:
        return kennis.rol
    open_ = _read_open(gevraagd, kennis)
    for naam in kennis.eerst:
        if naam in open_:
            return open_[naam]
    nuttig = _read_routevragen(gevraagd, open_, kennis)
    # where another style comes first for now, the best of the rest is what the advice comes down to
    reeksen = [_read_winnaars(gevraagd, open_, kennis, eerst) for eerst in _read_eerst(gevraagd, open_, kennis)]
    scheiding = {naam: max(_read_scheiding(een, reeks) for reeks in reeksen) for naam, een in open_.items()}
    nuttig |= {naam for naam, verschil in scheiding.items() if verschil}
    return max((open_[naam] for naam in open_ if naam in nuttig), key=lambda een: scheiding[een.id], default=None)


def _read_gegeven(gevraagd: Gevraagd, kennis: Situatiekennis) -> dict[str, str]:
    return build_heel({naam: stand for naam, stand in gevraagd.items() if stand is not None}, kennis)


def _read_open(gevraagd: Gevraagd, kennis: Situatiekennis) -> dict[str, Kenmerk]:
    """Return the factors that nobody asked yet, without those that the role answers or passes over."""
    gegeven = _read_gegeven(gevraagd, kennis)
    rol = read_rol(gegeven, kennis)
    over = {*gevraagd, *gegeven, *(rol.slaat_over if rol else ())}
    return {naam: kenmerk for naam, kenmerk in kennis.kenmerken.items() if naam not in over}


def _read_eerst(gevraagd: Gevraagd, open_: Mapping[str, Kenmerk], kennis: Situatiekennis) -> set[str]:
    """Return the styles that may come first by a route, and the empty text for none."""
    gegeven = _read_gegeven(gevraagd, kennis)
    mogelijk = (route for route in kennis.routes.values() if _check_haalbaar(route.als, gegeven, open_))
    return {"", *(route.eerst for route in mogelijk if route.eerst)}


def _read_winnaars(gevraagd: Gevraagd, open_: Mapping[str, Kenmerk], kennis: Situatiekennis, zonder: str) -> list[str]:
    """Return the styles that could still come out best, whatever the answers that are left; `zonder` aside.

    A style drops out when another one that may certainly come first stays above it: factors are independent, so
    the most that the answers can do for a style against another is the sum of what each of them can do.
    """
    gegeven = _read_gegeven(gevraagd, kennis)
    scores = {score.stijl: score.score for score in score_situatie(gegeven, kennis)}
    zeker, misschien = read_mogelijk(gegeven, kennis), _read_misschien(gegeven, open_, kennis)
    return [
        stijl
        for stijl in misschien
        if stijl != zonder
        and all(
            scores[stijl] + _count_winst(stijl, ander, open_) >= scores[ander] for ander in zeker if ander != zonder
        )
    ]


def _read_misschien(
    gegeven: Mapping[str, str], open_: Mapping[str, Kenmerk], kennis: Situatiekennis
) -> tuple[str, ...]:
    """Return the styles that may come first, now or after an answer that is still to be given."""
    rol = read_rol(gegeven, kennis)
    if rol is None or not any(naam in open_ for naam in rol.tenzij):
        return read_mogelijk(gegeven, kennis)
    return tuple(stijl for stijl in STIJLEN if stijl not in rol.nooit)


def _count_winst(stijl: str, ander: str, open_: Mapping[str, Kenmerk]) -> int:
    """Return the most that open factors can add to one style above another one."""
    return sum(max(_read_verschillen(kenmerk, stijl, ander)) for kenmerk in open_.values())


def _read_verschillen(kenmerk: Kenmerk, stijl: str, ander: str) -> Iterator[int]:
    """Yield how much each answer gives to a style above another one; someone who does not know gives nothing."""
    yield 0
    for stand in kenmerk.standen.values():
        yield stand.gewichten.get(stijl, 0) - stand.gewichten.get(ander, 0)


def _read_scheiding(kenmerk: Kenmerk, winnaars: list[str]) -> int:
    """Return how far one answer to a factor can drive two styles apart that could both come out best."""
    paren = combinations(winnaars, 2)
    return max((abs(verschil) for paar in paren for verschil in _read_verschillen(kenmerk, *paar)), default=0)


def _read_routevragen(gevraagd: Gevraagd, open_: Mapping[str, Kenmerk], kennis: Situatiekennis) -> set[str]:
    """Return the open factors that decide whether a route opens."""
    gegeven = _read_gegeven(gevraagd, kennis)
    return {
        naam
        for route in kennis.routes.values()
        if _check_haalbaar(route.als, gegeven, open_)
        for naam in (*route.als, *route.tenzij)
        if naam in open_
    }


def _check_haalbaar(als: Eisen, gegeven: Mapping[str, str], open_: Mapping[str, Kenmerk]) -> bool:
    return all(naam in open_ or gegeven.get(naam) in standen for naam, standen in als.items())
