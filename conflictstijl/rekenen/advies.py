"""Which skills to practise: with a style, or with a profile (at most three, and one learning question)."""

from collections.abc import Iterator
from itertools import zip_longest

from conflictstijl.model.kennis import Kennis, Profieladvies, Vaardigheid
from conflictstijl.model.profiel import Stijlprofiel
from conflictstijl.model.vragenlijst import Vragenlijst

MEESTE_VAARDIGHEDEN = 3
MEESTE_VRAGEN = 3
"""To look back with: who gets more of them answers none."""


def advise_profiel(profiel: Stijlprofiel, vragenlijst: Vragenlijst, kennis: Kennis) -> Profieladvies:
    """Return the skills and the question that fit what stands out in a profile.

    A style clearly used little gives skills to do it more, one clearly used much gives its brake; they
    take turns, most specific first. Without a clear difference everyone's skills are given.
    """
    hoog, laag = read_stijlen(profiel, vragenlijst)
    redenen = [_build_rem(stijl, kennis) for stijl in hoog] + [_build_oefen(stijl, kennis) for stijl in laag]
    om_en_om = [keuze for ronde in zip_longest(*redenen) for keuze in ronde if keuze is not None]
    gekozen: dict[str, str] = {}
    for vaardigheid, reden in om_en_om or _build_algemeen(kennis):
        gekozen.setdefault(vaardigheid, reden)
    vaardigheden = kennis.vaardigheden.vaardigheden
    beste = [(vaardigheden[naam], reden) for naam, reden in gekozen.items()]
    leervraag = _read_leervraag(hoog, laag, kennis)
    return Profieladvies(tuple(beste[:MEESTE_VAARDIGHEDEN]), leervraag, _read_terugkijken(hoog, laag, kennis))


def advise_gesprek(kennis: Kennis) -> Profieladvies:
    """Return what someone who described another can practise: the skills that help everyone."""
    vaardigheden = kennis.vaardigheden.vaardigheden
    redenen = [(vaardigheden[naam], "Dit helpt je bij het gesprek.") for naam in kennis.adviezen.algemeen.oefen]
    return Profieladvies(tuple(redenen[:MEESTE_VAARDIGHEDEN]), "Wat doe ik zelf als de ander en ik het oneens zijn?")


def read_stijlen(profiel: Stijlprofiel, vragenlijst: Vragenlijst) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the styles (not scales) that are clearly high and clearly low."""
    hoog, laag = (
        tuple(stijl for naam in namen if (stijl := vragenlijst.schaal(naam).stijl))
        for namen in (profiel.duidelijk_hoog, profiel.duidelijk_laag)
    )
    return hoog, laag


def advise_stijl(stijl: str, kennis: Kennis) -> list[Vaardigheid]:
    """Return the skills that help with a style: the ones that belong to it most first, of these the most specific.

    Skills for every style come last.
    """
    vaardigheden = kennis.vaardigheden.vaardigheden.values()
    passend = [vaardigheid for vaardigheid in vaardigheden if not vaardigheid.stijlen or stijl in vaardigheid.stijlen]
    return sorted(passend, key=lambda vaardigheid: (-vaardigheid.stijlen.get(stijl, 0), len(vaardigheid.stijlen)))


def _build_rem(stijl: str, kennis: Kennis) -> Iterator[tuple[str, str]]:
    kort = kennis.stijlen.stijlen[stijl].kort
    for vaardigheid in kennis.adviezen.stijlen[stijl].rem:
        yield vaardigheid, f"Dit helpt als je vaak kiest voor {kort.lower()}."


def _build_oefen(stijl: str, kennis: Kennis) -> Iterator[tuple[str, str]]:
    kort = kennis.stijlen.stijlen[stijl].kort
    for vaardigheid in kennis.adviezen.stijlen[stijl].oefen:
        yield vaardigheid, f"Hiermee oefen je {kort.lower()}."


def _build_algemeen(kennis: Kennis) -> Iterator[tuple[str, str]]:
    for vaardigheid in kennis.adviezen.algemeen.oefen:
        yield vaardigheid, "Dit helpt bij elke stijl."


def _read_leervraag(hoog: tuple[str, ...], laag: tuple[str, ...], kennis: Kennis) -> str:
    """Return the first question of a style used much, else the last one of a style used little, else one for all."""
    if hoog:
        return kennis.adviezen.stijlen[hoog[0]].leervragen[0]
    if laag:
        return kennis.adviezen.stijlen[laag[0]].leervragen[-1]
    return kennis.adviezen.algemeen.leervragen[0]


def _read_terugkijken(hoog: tuple[str, ...], laag: tuple[str, ...], kennis: Kennis) -> tuple[str, ...]:
    """Return at most three questions: of each style in turn, those used much first; else those for all."""
    stijlen, algemeen = kennis.adviezen.stijlen, kennis.adviezen.algemeen.terugkijken
    rijen = [stijlen[naam].terugkijken_veel for naam in hoog] + [stijlen[naam].terugkijken_weinig for naam in laag]
    vragen = dict.fromkeys(vraag for ronde in zip_longest(*rijen) for vraag in ronde if vraag is not None)
    return tuple(vragen or algemeen)[:MEESTE_VRAGEN]
