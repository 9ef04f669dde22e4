"""Tallies of many people into a picture of the group that gives nobody away."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from functools import reduce
from math import floor

from conflictstijl.model.gewicht import read_bereik
from conflictstijl.model.groepsbeeld import (
    KLEINSTE_GROEP,
    LEEG,
    Groepsbeeld,
    Groepscijfers,
    Groepsdeel,
    Groepstelling,
    build_gedeeld,
    build_samen,
)
from conflictstijl.model.vragen import Antwoordschaal
from conflictstijl.model.vragenlijst import Vragenlijst
from conflictstijl.rekenen.groepsverdeling import build_verdeling, check_kolom, check_minimum, check_noembaar

STAPPEN = 8
"""Into how many steps the range of a scale is divided for a mean: halves on a scale of 1 to 5."""


def read_groepsdelen(vragenlijst: Vragenlijst) -> tuple[Groepsdeel, ...]:
    """Return the parts of which a group picture tells, with their scales.

    A scale of performance is no style, so it takes no part. Neither does a part that only some people are asked: all
    figures are about the same people, else the ones could be subtracted from the others. When every part depends on
    an answer, all take part, and the picture is of the people who were asked all.
    """
    groepen = vragenlijst.groepen
    soms = {deel.id for deel in vragenlijst.onderdelen if deel.als}
    altijd = [naam for naam in groepen if naam not in soms] or list(groepen)
    return tuple(_build_deel(vragenlijst, naam, groepen[naam]) for naam in altijd)


def _build_deel(vragenlijst: Vragenlijst, onderdeel: str, schalen: Sequence[str]) -> Groepsdeel:
    soorten = _read_soorten(vragenlijst, set(schalen))
    vergelijkbaar = len(soorten) == 1 and len(schalen) > 1
    return Groepsdeel(onderdeel, tuple(schalen), vergelijkbaar, None not in soorten)


def _read_soorten(vragenlijst: Vragenlijst, schalen: set[str]) -> set[Antwoordschaal | None]:
    """Return in what ways the items of scales are answered; None stands for choices."""
    soorten = {
        stelling.antwoorden
        for stelling in vragenlijst.stellingen
        if any(deel.schaal in schalen for deel in stelling.sleutel)
    }
    delen = (deel for keuze in vragenlijst.keuzes for optie in keuze.opties for deel in optie.sleutel)
    return {*soorten, None} if any(deel.schaal in schalen for deel in delen) else {*soorten}


def build_telling(delen: Sequence[Groepsdeel], waarden: Mapping[str, Fraction | None]) -> Groepstelling:
    """Return the tally of one person, given the value of every scale; nobody without a score on each that takes part.

    What is quicker for many people must give the same.
    """
    eigen = {naam: waarden.get(naam) for deel in delen for naam in deel.schalen}
    sommen = {naam: waarde for naam, waarde in eigen.items() if waarde is not None}
    if len(sommen) < len(eigen):
        return Groepstelling()
    return Groepstelling(1, {_read_eerste(deel, sommen): 1 for deel in delen}, sommen)


def _read_eerste(deel: Groepsdeel, waarden: Mapping[str, Fraction]) -> str:
    hoogste = max(waarden[naam] for naam in deel.schalen)
    eerste = [naam for naam in deel.schalen if waarden[naam] == hoogste]
    return eerste[0] if len(eerste) == 1 else build_gedeeld(deel.onderdeel)


def build_groepsbeeld(
    tellingen: Mapping[str, Groepstelling],
    vragenlijst: Vragenlijst,
    kolom: str | None = None,
    minimum: int = KLEINSTE_GROEP,
) -> Groepsbeeld:
    """Return what may be told about a group, given a tally per value of `kolom` (without it one, under any name).

    Every set of people of whom a figure is told, or can be computed out of the figures that are told, has at least
    `minimum` people. Raises GebruikFout for a minimum below five, and for a column that tells people apart.
    """
    check_minimum(minimum)
    samen = reduce(build_samen, tellingen.values(), Groepstelling())
    delen = read_groepsdelen(vragenlijst)
    if samen.n < minimum:
        return Groepsbeeld(minimum, None, delen)
    bereiken = {naam: read_bereik(vragenlijst, naam) for deel in delen if deel.gemiddelden for naam in deel.schalen}
    geheel = _build_cijfers(delen, bereiken, samen)
    if kolom is None:
        return Groepsbeeld(minimum, geheel, delen, cellen=(tuple(tellingen),))
    aantallen = {naam: telling.n for naam, telling in tellingen.items()}
    check_kolom(kolom, aantallen)
    getoond, erbij = build_verdeling(aantallen, minimum)
    rest = tuple(sorted(naam for naam in tellingen if naam not in getoond))
    namen = [naam for naam in sorted(filter(None, tellingen)) if check_noembaar(naam, aantallen[naam], minimum)]
    return Groepsbeeld(
        minimum,
        geheel,
        delen,
        kolom,
        {naam: _build_cijfers(delen, bereiken, tellingen[naam]) if naam in getoond else None for naam in namen},
        (*((naam,) for naam in getoond), *([rest] if sum(aantallen[naam] for naam in rest) else [])),
        erbij,
        sum(naam != LEEG for naam in tellingen) - len(namen),
    )


def _build_cijfers(
    delen: Sequence[Groepsdeel], bereiken: Mapping[str, tuple[Fraction, Fraction]], telling: Groepstelling
) -> Groepscijfers:
    namen = [naam for deel in delen if deel.eerste for naam in (*deel.schalen, build_gedeeld(deel.onderdeel))]
    return Groepscijfers(
        telling.n,
        {naam: telling.eerste.get(naam, 0) for naam in namen},
        {naam: score_grof(telling.sommen[naam] / telling.n, bereik) for naam, bereik in bereiken.items()},
    )


def score_grof(waarde: Fraction, bereik: tuple[Fraction, Fraction]) -> Fraction:
    """Return a value on the nearest of the nine points that divide a range in eight; halfway, the one away from zero.

    R: ``laag + (hoog - laag) / 8 * round(8 * (x - laag) / (hoog - laag))``, but for the halves.
    """
    laagste, hoogste = bereik
    stap = (hoogste - laagste) / STAPPEN
    if not stap:
        return laagste
    plaats = (waarde - laagste) / stap
    heel = floor(plaats)
    over = plaats - heel
    half = Fraction(1, 2)
    return laagste + stap * (heel + (over > half or (over == half and waarde > 0)))
