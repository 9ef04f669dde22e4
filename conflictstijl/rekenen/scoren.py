"""Answers into scores: the one scoring rule of the program.

Arithmetic is exact (integers and fractions), so neither the order of items nor that of scales can
change a score; a float appears only when a value leaves the program.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from fractions import Fraction

from conflictstijl.model.antwoorden import NVT, Antwoord, Antwoordblad
from conflictstijl.model.profiel import NIET_GEVRAAGD, TE_WEINIG, Schaalscore, Stijlprofiel
from conflictstijl.model.vragenlijst import Antwoordschaal, Scoresoort, Vorm, Vragenlijst
from conflictstijl.rekenen.kwaliteit import RECHTE_LIJN, score_kwaliteit
from conflictstijl.rekenen.vingerafdruk import SCOREVERSIE, build_vingerafdruk
from conflictstijl.rekenen.zekerheid import (
    Bijdragen,
    Labels,
    build_bijdragen,
    compare_keuzes,
    compare_schalen,
    score_intervallen,
)

Uitkomst = tuple[dict[str, Schaalscore], Labels]


def score_antwoorden(vragenlijst: Vragenlijst, blad: Antwoordblad) -> Stijlprofiel:
    """Return the profile of one answer sheet.

    Statements: S(w x) / S(w) over the answered items of a scale, as mean, prorated sum or percentage,
    when at least `ontbrekend` of the asked items is answered, else not scorable; a reversed item counts
    as min + max - x, from the declared values. Forced choice: times chosen out of times offered and
    answered. Nothing is imputed. R: ``psych::scoreItems(keys, x, missing = TRUE, impute = "none",
    min = 1, max = 5)``, with the rule for missing answers applied by hand.
    The sheet must fit, or ValueError: `len(blad.antwoorden) == len(vragenlijst.items)`.
    """
    bereken = _score_keuzes if vragenlijst.vorm is Vorm.KIES else _score_stellingen
    scores, labels = bereken(vragenlijst, blad.antwoorden)
    kwaliteit = score_kwaliteit(vragenlijst, blad)
    hoog, laag = labels if kwaliteit.aandeel_zelfde < RECHTE_LIJN else ((), ())
    return Stijlprofiel(
        vragenlijst=vragenlijst.id,
        versie=vragenlijst.versie,
        vingerafdruk=build_vingerafdruk(vragenlijst),
        beantwoord=sum(isinstance(antwoord, int) for antwoord in blad.antwoorden),
        gevraagd=sum(antwoord is not NVT for antwoord in blad.antwoorden),
        scores=scores,
        volgorde=_compare_volgorde(scores.values()),
        kwaliteit=kwaliteit,
        duidelijk_hoog=hoog,
        duidelijk_laag=laag,
        deelnemer=blad.deelnemer,
        scoreversie=SCOREVERSIE,
    )


@dataclass(slots=True)
class _Telling:
    """What one scale got, while counting: keyed answers with their weights, and the items asked."""

    waarden: list[int] = field(default_factory=list)
    gewichten: list[Fraction] = field(default_factory=list)
    gevraagd: int = 0
    gewicht: Fraction = Fraction(0)
    """Total weight of all items of the scale, asked or not: what a prorated sum is brought to."""


def _score_stellingen(vragenlijst: Vragenlijst, antwoorden: tuple[Antwoord, ...]) -> Uitkomst:
    punten = vragenlijst.antwoordschaal
    tellingen = _count_stellingen(vragenlijst, punten, antwoorden)
    bijdragen = {
        naam: build_bijdragen(telling.waarden, telling.gewichten)
        for naam, telling in tellingen.items()
        if _check_scoorbaar(vragenlijst, len(telling.waarden), telling.gevraagd)
    }
    intervallen = score_intervallen(bijdragen, punten.laagste, punten.hoogste)
    scores = {
        naam: _build_score(vragenlijst, naam, telling, bijdragen.get(naam), intervallen.get(naam, (None, None)))
        for naam, telling in tellingen.items()
    }
    return scores, compare_schalen(bijdragen, punten.bereik)


def _count_stellingen(
    vragenlijst: Vragenlijst, punten: Antwoordschaal, antwoorden: tuple[Antwoord, ...]
) -> dict[str, _Telling]:
    tellingen = {schaal.id: _Telling() for schaal in vragenlijst.schalen}
    spiegel = punten.laagste + punten.hoogste
    for stelling, antwoord in zip(vragenlijst.stellingen, antwoorden, strict=True):
        for deel in stelling.sleutel:
            telling = tellingen[deel.schaal]
            telling.gewicht += deel.gewicht
            telling.gevraagd += antwoord is not NVT
            if isinstance(antwoord, int):
                telling.waarden.append(spiegel - antwoord if deel.omgekeerd else antwoord)
                telling.gewichten.append(deel.gewicht)
    return tellingen


def _check_scoorbaar(vragenlijst: Vragenlijst, beantwoord: int, gevraagd: int) -> bool:
    return beantwoord > 0 and beantwoord >= vragenlijst.ontbrekend * gevraagd


def _build_leeg(naam: str, beantwoord: int, gevraagd: int) -> Schaalscore:
    return Schaalscore(naam, beantwoord, gevraagd, reden=TE_WEINIG if gevraagd else NIET_GEVRAAGD)


def _build_score(
    vragenlijst: Vragenlijst,
    naam: str,
    telling: _Telling,
    bijdragen: Bijdragen | None,
    interval: tuple[float, float] | tuple[None, None],
) -> Schaalscore:
    if bijdragen is None:
        return _build_leeg(naam, len(telling.waarden), telling.gevraagd)
    onder, boven = (
        None if grens is None else float(_score_waarde(vragenlijst, telling.gewicht, Fraction(grens)))
        for grens in interval
    )
    return Schaalscore(
        schaal=naam,
        beantwoord=bijdragen.aantal,
        items=telling.gevraagd,
        exact=_score_waarde(vragenlijst, telling.gewicht, bijdragen.gemiddelde),
        som=bijdragen.gemiddelde * telling.gewicht,
        ondergrens=onder,
        bovengrens=boven,
        duiding=_build_duiding(vragenlijst.antwoordschaal, bijdragen.gemiddelde),
    )


def _score_waarde(vragenlijst: Vragenlijst, gewicht: Fraction, gemiddelde: Fraction) -> Fraction:
    """Return a mean in the unit of `score`: itself, m * S(w) over all items, or 100 (m - min) / (max - min)."""
    if vragenlijst.score is Scoresoort.SOM:
        return gemiddelde * gewicht
    if vragenlijst.score is Scoresoort.PROCENT:
        punten = vragenlijst.antwoordschaal
        return 100 * (gemiddelde - punten.laagste) / punten.bereik
    return gemiddelde


def _build_duiding(punten: Antwoordschaal, gemiddelde: Fraction) -> str | None:
    """Return the answer label nearest to a mean; halfway, the one nearest to the middle, in the middle the lower.

    None when the author gave that answer no label.
    """
    teller, noemer = gemiddelde.as_integer_ratio()
    uitersten = punten.laagste + punten.hoogste
    dichtst = min(
        punten.punten, key=lambda punt: (abs(punt.waarde * noemer - teller), abs(2 * punt.waarde - uitersten))
    )
    return dichtst.label.lower() or None


@dataclass(slots=True)
class _Aanbod:
    """How one scale fared in the pairs, while counting."""

    gekozen: int = 0
    beantwoord: int = 0
    gevraagd: int = 0


def _score_keuzes(vragenlijst: Vragenlijst, antwoorden: tuple[Antwoord, ...]) -> Uitkomst:
    aanbod = {schaal.id: _Aanbod() for schaal in vragenlijst.schalen}
    duels: list[tuple[str, str]] = []
    for keuze, antwoord in zip(vragenlijst.keuzes, antwoorden, strict=True):
        eerste, tweede = paar = keuze.schalen
        for naam in paar:
            aanbod[naam].gevraagd += antwoord is not NVT
            aanbod[naam].beantwoord += isinstance(antwoord, int)
        if isinstance(antwoord, int):
            aanbod[paar[antwoord]].gekozen += 1
            duels.append((tweede, eerste) if antwoord else paar)
    scores = {naam: _build_keuzescore(vragenlijst, naam, deel) for naam, deel in aanbod.items()}
    scoorbaar = [naam for naam, score in scores.items() if score.exact is not None]
    return scores, compare_keuzes(scoorbaar, duels)


def _build_keuzescore(vragenlijst: Vragenlijst, naam: str, aanbod: _Aanbod) -> Schaalscore:
    if not _check_scoorbaar(vragenlijst, aanbod.beantwoord, aanbod.gevraagd):
        return _build_leeg(naam, aanbod.beantwoord, aanbod.gevraagd)
    waarde = Fraction(aanbod.gekozen, aanbod.beantwoord)
    return Schaalscore(naam, aanbod.beantwoord, aanbod.gevraagd, exact=waarde, som=Fraction(aanbod.gekozen))


def _compare_volgorde(scores: Iterable[Schaalscore]) -> tuple[tuple[str, ...], ...]:
    """Return the scorable scales from high to low, exact ties together."""
    groepen: dict[Fraction, list[str]] = {}
    for score in scores:
        if score.exact is not None:
            groepen.setdefault(score.exact, []).append(score.schaal)
    return tuple(tuple(groepen[waarde]) for waarde in sorted(groepen, reverse=True))
