"""From scores to something to do: steps in time, and where the advice pulls two ways."""

from collections.abc import Collection, Iterator, Sequence

from conflictstijl.model.kenmerken import (
    Kenmerken,
    build_heel,
    check_alle,
    check_een,
    read_kenmerk,
    read_rol,
    render_wie,
)
from conflictstijl.model.situatie import (
    ANDERS,
    DAARNA,
    NU,
    ZWAARST,
    Reden,
    Situatiekennis,
    Stap,
    Stijlscore,
    Tegenspraak,
)
from conflictstijl.rekenen.situatie import read_mogelijk
from conflictstijl.tekst import render_zin

_MEESTE_REDENEN = 2
"""Reasons in the sentence of a step: the strongest ones; all of them stand below it."""


def read_routes(kenmerken: Kenmerken, kennis: Situatiekennis) -> tuple[str, ...]:
    """Return what no style solves here, in the order of the file."""
    heel = build_heel(kenmerken, kennis)
    return tuple(
        naam
        for naam, route in kennis.routes.items()
        if check_alle(route.als, heel) and not check_een(route.tenzij, heel)
    )


def read_volgorde(scores: Sequence[Stijlscore], kenmerken: Kenmerken, kennis: Situatiekennis) -> tuple[str, str]:
    """Return the style for now and the one after that (may be empty).

    A route that comes first (cooling down) takes the place of the style that fits best, which then follows it.
    """
    mogelijk = read_mogelijk(kenmerken, kennis)
    routes = [kennis.routes[naam] for naam in read_routes(kenmerken, kennis)]
    eerst = next((route.eerst for route in routes if route.eerst in mogelijk), "")
    rest = [score.stijl for score in scores if score.stijl in mogelijk and score.stijl != eerst]
    nu, daarna = [*([eerst] if eerst else []), *rest, "", ""][:2]
    return nu, daarna if eerst else ""


def read_afgeraden(
    scores: Sequence[Stijlscore], wel: Collection[str], kenmerken: Kenmerken, kennis: Situatiekennis
) -> tuple[str, ...]:
    """Return the styles with more against them than for them, and those that the role rules out.

    What is advised all the same (`wel`), because everything else fits still less, is not among them.
    """
    rol = read_rol(kenmerken, kennis)
    nooit = rol.nooit if rol else ()
    return tuple(een.stijl for een in scores if een.stijl in nooit or (een.score < 0 and een.stijl not in wel))


def build_stappen(
    scores: Sequence[Stijlscore],
    volgorde: tuple[str, str],
    afgeraden: Sequence[str],
    kenmerken: Kenmerken,
    kennis: Situatiekennis,
) -> Iterator[Stap]:
    """Yield what to do now, after that, and when it does not work: the next style that is not advised against."""
    nu, daarna = volgorde
    redenen = {score.stijl: score.redenen for score in scores}
    eerst = [kennis.routes[naam] for naam in read_routes(kenmerken, kennis) if kennis.routes[naam].eerst == nu]
    yield Stap(NU, nu, eerst[0].kort if eerst else _render_omdat(redenen[nu], kenmerken, kennis))
    if daarna:
        yield Stap(DAARNA, daarna, _render_omdat(redenen[daarna], kenmerken, kennis))
    mogelijk = set(read_mogelijk(kenmerken, kennis)).difference((nu, daarna, *afgeraden))
    over = [score.stijl for score in scores if score.stijl in mogelijk]
    if over:
        eigen = redenen[over[0]]
        omdat = f"{_render_omdat(eigen, kenmerken, kennis)} {_render_tegen(eigen, kenmerken, kennis)}".strip()
        yield Stap(ANDERS, over[0], omdat)


def _render_omdat(redenen: Sequence[Reden], kenmerken: Kenmerken, kennis: Situatiekennis) -> str:
    """Return the strongest reasons for a style as one sentence."""
    voor = sorted((reden for reden in redenen if reden.gewicht > 0), key=lambda reden: -reden.gewicht)
    if voor:
        return " ".join(f"{render_zin(render_want(een, kenmerken, kennis))}." for een in voor[:_MEESTE_REDENEN])
    return (
        "Van wat overblijft past dit het best."
        if redenen
        else "Je antwoorden geven hier geen reden voor. Kijk zelf of dit past."
    )


def _render_tegen(redenen: Sequence[Reden], kenmerken: Kenmerken, kennis: Situatiekennis) -> str:
    """Return the strongest reason against a style as a sentence; empty when there is none."""
    tegen = min(redenen, key=lambda reden: reden.gewicht, default=None)
    if tegen is None or tegen.gewicht > 0:
        return ""
    return f"Daar staat tegenover: {render_want(tegen, kenmerken, kennis)}."


def render_want(reden: Reden, kenmerken: Kenmerken, kennis: Situatiekennis) -> str:
    """Return what a level of a factor means, as a clause."""
    kenmerk = read_kenmerk(reden.kenmerk, kennis)
    return render_wie(kenmerk.standen[reden.stand].want, kenmerken, kennis)


def read_signalen(kenmerken: Kenmerken, kennis: Situatiekennis) -> tuple[str, ...]:
    """Return what must be looked at before any style: combinations that may mean that somebody is not free."""
    heel = build_heel(kenmerken, kennis)
    return tuple(render_wie(een.tekst, kenmerken, kennis) for een in kennis.signalen if check_alle(een.als, heel))


def build_tegenspraken(
    scores: Sequence[Stijlscore], kenmerken: Kenmerken, kennis: Situatiekennis
) -> Iterator[Tegenspraak]:
    """Yield the styles with a strong reason for and one against, then the points on which the sources differ."""
    for score in scores:
        sterk = {reden.gewicht: reden for reden in reversed(score.redenen)}
        if {ZWAARST, -ZWAARST} <= set(sterk):
            voor, tegen = (render_want(sterk[gewicht], kenmerken, kennis) for gewicht in (ZWAARST, -ZWAARST))
            bron = "; ".join(dict.fromkeys(sterk[gewicht].bron for gewicht in (ZWAARST, -ZWAARST)))
            yield Tegenspraak(score.stijl, f"Ervoor: {voor}. Ertegen: {tegen}.", bron)
    heel = build_heel(kenmerken, kennis)
    for verschil in kennis.bronverschillen:
        if check_alle(verschil.als, heel):
            yield Tegenspraak("", render_wie(verschil.tekst, kenmerken, kennis), verschil.bron)
