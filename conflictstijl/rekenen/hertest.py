"""Retest: whether someone's scores differ between two times by more than noise.

Without norms the same statements are held against each other, one by one; with a norm group of which the reliability
is known it is the reliable change index. Choices (ipsative) have an order within the person, and nothing more.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from math import sqrt
from typing import NamedTuple

from conflictstijl.fouten import GebruikFout
from conflictstijl.model.antwoorden import NVT, Antwoord, Antwoordblad, check_gegeven
from conflictstijl.model.hertest import (
    GEWIJZIGD,
    KEUZES,
    RECHTE_LIJN,
    Hertest,
    Keer,
    Plaats,
    Verandering,
    Vergelijkregel,
)
from conflictstijl.model.norm import Normgroep
from conflictstijl.model.profiel import TE_WEINIG, TELT_TEKENS, VERSCHILLENDE_VRAGEN, Schaalscore, Stijlprofiel
from conflictstijl.model.vragen import Item, Sleutel, Stelling
from conflictstijl.model.vragenlijst import Vragenlijst
from conflictstijl.rekenen.kwaliteit import check_recht
from conflictstijl.rekenen.labels import NIVEAU
from conflictstijl.rekenen.normeren import score_spreiding
from conflictstijl.rekenen.scoren import read_antwoorden, score_antwoorden
from conflictstijl.rekenen.verschuiving import compare_keren
from conflictstijl.tekst import fold_tekst, render_citaat

NIVEAU_NORMGROEP = 0.05
"""Chance that someone who does not change gets any difference called clear: 1.96 with one scale.

Without norms it is that of `labels`, 0.03: answers of two days say nothing about how a person differs from day to day,
which makes a few mistakes more.
"""

_NIVEAUS: Mapping[Vergelijkregel | None, float] = {
    Vergelijkregel.GEPAARD: NIVEAU,
    Vergelijkregel.NORMGROEP: NIVEAU_NORMGROEP,
}
_EERST, _NU = "eerst", "nu"

Resultaat = tuple[Vragenlijst, Antwoordblad, Stijlprofiel]
"""A questionnaire, the sheet that was filled in, and its profile."""
Herkenning = tuple[object, ...]
"""What a question asks and counts for: by this, and not by its id, it is found in a changed questionnaire."""


class _Paar(NamedTuple):
    """A question of both times with its two answers; both are None or NVT when one of them is."""

    item: Item
    eerst: Antwoord
    nu: Antwoord


class _Samen(NamedTuple):
    """What two times have in common."""

    paren: tuple[_Paar, ...]
    los: tuple[Counter[str], Counter[str]]
    """Per time and scale the number of questions that the other time does not have."""
    vragen: tuple[int, int]
    zonder: str


class _Grens(NamedTuple):
    """What the difference of one scale is held against."""

    grens: float | None
    duidelijk: bool | None


def compare_hertest(eerst: Resultaat, nu: Resultaat) -> Hertest:
    """Return what changed between two results of one person, `eerst` the earlier one.

    Only questions that are the same both times (text, key, answer scale and part) and were answered both times count,
    when they are at least the share `ontbrekend` of what each time asked of a scale. A straight line is compared with
    nothing. Scales with statements are held against noise: by the reliable change index with a norm group of which
    the reliability is known (see `_score_normgrenzen`), else by a paired t-test with the noise of all scales together
    (see `compare_keren`; R, for one scale: ``t.test(x2, x1, paired = TRUE)$p.value < 0.03``).
    Raises GebruikFout for results of two questionnaires, versions or people, and for a questionnaire that changed too
    much.
    """
    _check_zelfde(eerst, nu)
    samen = _read_samen(eerst, nu)
    redenen = dict(_read_redenen(nu[0], samen))
    _check_genoeg(redenen, samen)
    recht = _read_recht((eerst, nu), samen)
    redenen |= {naam: RECHTE_LIJN for naam, reden in redenen.items() if any(recht) and reden in {None, KEUZES}}
    lijst, profielen = _build_profielen(nu[0], samen, redenen)
    regel = _read_regel(lijst, nu[0].normen, samen, redenen)
    normen = nu[0].normen if regel is Vergelijkregel.NORMGROEP else None
    grenzen = _score_grenzen(lijst, samen, redenen, normen)
    toen, later = (
        Keer(een.versie, profiel.vingerafdruk, aantal, lijn, beperkt)
        for (een, _, profiel), aantal, lijn, beperkt in zip((eerst, nu), samen.vragen, recht, profielen, strict=True)
    )
    schalen = [_build_verandering(naam, reden, profielen, samen, grenzen) for naam, reden in redenen.items()]
    schalen = [een._replace(plaatsen=_read_plaatsen(een, schalen, lijst)) for een in schalen]
    spreiding = {naam: score_spreiding(normen.tabel[naam]) for naam in grenzen} if normen else {}
    return Hertest(lijst, toen, later, tuple(schalen), regel, _NIVEAUS.get(regel), normen, spreiding, samen.zonder)


def _check_zelfde(eerst: Resultaat, nu: Resultaat) -> None:
    (een, _, _), (ander, _, _) = eerst, nu
    if een.id != ander.id:
        wat = f"deze uitslagen komen van '{een.id}' en van '{ander.id}'"
        raise GebruikFout(f"{wat}; kies twee uitslagen van dezelfde vragenlijst")
    vormen = [lijst.variant.id if lijst.variant else "gewoon" for lijst in (een, ander)]
    if een.volledige_id != ander.volledige_id or een.over_ander != ander.over_ander:
        wat = f"dit zijn twee vormen van '{een.id}' ({vormen[0]} en {vormen[1]}), en niet met dezelfde vragen"
        raise GebruikFout(f"{wat}; bekijk de uitslagen los van elkaar, of vul de lijst opnieuw in")
    namen = [blad.deelnemer for _, blad, _ in (eerst, nu) if blad.deelnemer]
    if len({fold_tekst(naam) for naam in namen}) > 1:
        wat = f"deze uitslagen zijn van {render_citaat(namen[0])} en van {render_citaat(namen[1])}"
        raise GebruikFout(f"{wat}; vergelijk twee uitslagen van dezelfde persoon")


def _check_genoeg(redenen: Mapping[str, str | None], samen: _Samen) -> None:
    if redenen and set(redenen.values()) == {GEWIJZIGD}:
        wat = f"van de {max(samen.vragen)} vragen zijn er maar {len(samen.paren)} hetzelfde gebleven"
        raise GebruikFout(f"{wat}; dat is te weinig, dus bekijk de uitslagen los van elkaar")


def _read_samen(eerst: Resultaat, nu: Resultaat) -> _Samen:
    zonder = "" if eerst[0].met == nu[0].met else eerst[0].met or nu[0].met
    toen, later = (_read_vragen(lijst, blad, zonder) for lijst, blad, _ in (eerst, nu))
    paren = (_build_paar(*een, toen[sleutel][1]) for sleutel, een in later.items() if sleutel in toen)
    los = (_count_los(toen, later), _count_los(later, toen))
    return _Samen(tuple(paren), los, (len(toen), len(later)), zonder)


def _read_vragen(vragenlijst: Vragenlijst, blad: Antwoordblad, zonder: str) -> dict[Herkenning, tuple[Item, Antwoord]]:
    """Return the scored questions with their answers, without those of a deepening that only one time has."""
    vragen: dict[Herkenning, tuple[Item, Antwoord]] = {}
    keren = Counter[Herkenning]()
    for item, antwoord in zip(vragenlijst.items, read_antwoorden(vragenlijst, blad.antwoorden), strict=True):
        if _read_schalen(item) and not (zonder and item.erbij):
            wat = _build_herkenning(vragenlijst, item)
            # the same text may be asked twice
            vragen[*wat, keren[wat]] = item, antwoord
            keren[wat] += 1
    return vragen


def _build_herkenning(vragenlijst: Vragenlijst, item: Item) -> Herkenning:
    situatie = [(fold_tekst(deel.naam), fold_tekst(deel.uitleg)) for deel in vragenlijst.onderdelen]
    deel = situatie[[een.id for een in vragenlijst.onderdelen].index(item.onderdeel)] if item.onderdeel else ()
    if isinstance(item, Stelling):
        punten = tuple((punt.waarde, fold_tekst(punt.label)) for punt in item.antwoorden.punten)
        return (deel, fold_tekst(item.tekst), frozenset(item.sleutel), punten)
    opties = tuple((fold_tekst(optie.tekst), frozenset(optie.sleutel)) for optie in item.opties)
    return (deel, item.vorm, item.totaal, fold_tekst(item.casus), fold_tekst(item.vraag), opties)


def _read_schalen(item: Item) -> set[str]:
    sleutels = [item.sleutel] if isinstance(item, Stelling) else [optie.sleutel for optie in item.opties]
    return {deel.schaal for sleutel in sleutels for deel in sleutel}


def _build_paar(item: Item, nu: Antwoord, eerst: Antwoord) -> _Paar:
    if NVT in {eerst, nu}:
        return _Paar(item, NVT, NVT)
    return _Paar(item, None, None) if None in {eerst, nu} else _Paar(item, eerst, nu)


def _count_los(
    eigen: Mapping[Herkenning, tuple[Item, Antwoord]], ander: Mapping[Herkenning, tuple[Item, Antwoord]]
) -> Counter[str]:
    over = (een for sleutel, een in eigen.items() if sleutel not in ander)
    return Counter(schaal for item, antwoord in over if antwoord is not NVT for schaal in _read_schalen(item))


def _read_redenen(vragenlijst: Vragenlijst, samen: _Samen) -> Iterator[tuple[str, str | None]]:
    """Yield every scale that can be compared within a person, with the reason why its difference tells nothing."""
    items = [paar.item for paar in samen.paren if not isinstance(paar.item, Stelling)]
    keuzes = {schaal for item in items for schaal in _read_schalen(item)}
    recht = {deel.id for deel in vragenlijst.onderdelen if any(_read_lijnen(samen, deel.id))}
    for deel, groep in vragenlijst.groepen.items():
        for schaal in groep:
            reden = _read_tekort(vragenlijst, schaal, samen)
            if reden is None and schaal in keuzes:
                reden = KEUZES
            elif reden is None and vragenlijst.formatief:
                reden = TELT_TEKENS
            yield schaal, RECHTE_LIJN if reden is None and deel in recht else reden


def _read_tekort(vragenlijst: Vragenlijst, schaal: str, samen: _Samen) -> str | None:
    """Return why too few questions are left of a scale, None when there are enough."""
    paren = [paar for paar in samen.paren if schaal in _read_schalen(paar.item) and paar.nu is not NVT]
    nodig = vragenlijst.ontbrekend * (len(paren) + max(los[schaal] for los in samen.los))
    if len(paren) < nodig:
        return GEWIJZIGD
    gegeven = sum(paar.nu is not None for paar in paren)
    return TE_WEINIG if not gegeven or gegeven < nodig else None


def _read_recht(keren: Sequence[Resultaat], samen: _Samen) -> tuple[bool, bool]:
    """Return for each time whether it was a straight line: whole, or in what both have in common; never of signs."""
    if keren[-1][0].formatief:
        return False, False
    heel = [any(een.code == RECHTE_LIJN for een in profiel.kwaliteit.meldingen) for *_, profiel in keren]
    eerst, nu = (een or ander for een, ander in zip(heel, _read_lijnen(samen), strict=True))
    return eerst, nu


def _read_lijnen(samen: _Samen, onderdeel: str | None = None) -> tuple[bool, bool]:
    """Return for each time whether the statements (of a part) are a straight line.

    With one scale that cannot be told from answers that agree.
    """
    paren = [paar for paar in samen.paren if isinstance(paar.item, Stelling)]
    paren = [paar for paar in paren if onderdeel is None or paar.item.onderdeel == onderdeel]
    meer = len({schaal for paar in paren for schaal in _read_schalen(paar.item)}) > 1
    return meer and check_recht(paar.eerst for paar in paren), meer and check_recht(paar.nu for paar in paren)


def _build_profielen(
    vragenlijst: Vragenlijst, samen: _Samen, redenen: Mapping[str, str | None]
) -> tuple[Vragenlijst, tuple[Stijlprofiel, Stijlprofiel]]:
    """Return the questionnaire of what is compared, with the profile of each time."""
    weg = {naam for naam, reden in redenen.items() if reden in {GEWIJZIGD, TE_WEINIG}}
    weg |= {schaal.id for schaal in vragenlijst.schalen if schaal.prestatie}
    items = tuple(_build_item(paar.item, weg) for paar in samen.paren)
    # without conditions: what these ask about may be gone
    uitkomsten = tuple(een._replace(banden=(), als=()) for een in vragenlijst.uitkomsten[:1])
    lijst = replace(
        replace(vragenlijst, items=items, achtergrond=(), open=(), oefen=(), uitkomsten=uitkomsten),
        banden=(),
        normen=None,
        afgeleid=(),
        met="",
    )
    eerst = _score_keer(lijst, [paar.eerst for paar in samen.paren])
    return lijst, (eerst, _score_keer(lijst, [paar.nu for paar in samen.paren]))


def _score_keer(vragenlijst: Vragenlijst, antwoorden: Iterable[Antwoord]) -> Stijlprofiel:
    return score_antwoorden(vragenlijst, Antwoordblad(vragenlijst.id, tuple(antwoorden)))


def _build_item(item: Item, weg: set[str]) -> Item:
    """Return an item that is asked of everyone, a statement without the scales that are not compared."""
    if not isinstance(item, Stelling):
        return replace(item, als=())
    sleutel: Sleutel = tuple(deel for deel in item.sleutel if deel.schaal not in weg)
    return replace(item, als=(), sleutel=sleutel)


def _read_regel(
    lijst: Vragenlijst, normen: Normgroep | None, samen: _Samen, redenen: Mapping[str, str | None]
) -> Vergelijkregel | None:
    schalen = [naam for naam, reden in redenen.items() if reden is None]
    if not schalen:
        return Vergelijkregel.VOLGORDE if KEUZES in redenen.values() else None
    heel = not any(los[naam] for los in samen.los for naam in schalen) and not any(item.erbij for item in lijst.items)
    # with statements left out the spread and the reliability of the norm group are those of another score
    heel = heel and all(check_gegeven(een.nu) for een in samen.paren if _read_schalen(een.item).intersection(schalen))
    past = normen is not None and all(_check_normen(normen, naam) for naam in schalen)
    return Vergelijkregel.NORMGROEP if heel and past else Vergelijkregel.GEPAARD


def _check_normen(normen: Normgroep, schaal: str) -> bool:
    """Return True for a scale of which the norm group has a spread and a reliability."""
    waarden = normen.betrouwbaarheid.waarden if normen.betrouwbaarheid else {}
    return 0 < waarden.get(schaal, 0) < 1 and score_spreiding(normen.tabel.get(schaal, ())) > 0


def _score_grenzen(
    lijst: Vragenlijst, samen: _Samen, redenen: Mapping[str, str | None], normen: Normgroep | None
) -> dict[str, _Grens]:
    """Return per scale that can be held against noise from where a difference is clear."""
    schalen = [naam for naam, reden in redenen.items() if reden is None]
    if not schalen:
        return {}
    if normen and normen.betrouwbaarheid:
        return _score_normgrenzen(normen, normen.betrouwbaarheid.waarden, schalen)
    weg = {schaal.id for schaal in lijst.schalen}.difference(schalen)
    paren = [paar._replace(item=_build_item(paar.item, weg)) for paar in samen.paren if isinstance(paar.item, Stelling)]
    paren = [paar for paar in paren if _read_schalen(paar.item)]
    keren = {_EERST: [paar.eerst for paar in paren], _NU: [paar.nu for paar in paren]}
    toetsen = compare_keren(replace(lijst, items=tuple(paar.item for paar in paren)), keren, NIVEAU)
    return {toets.verschuiving.schaal: _Grens(toets.grens, toets.verschuiving.duidelijk) for toets in toetsen}


def _score_normgrenzen(normen: Normgroep, vast: Mapping[str, Fraction], schalen: Sequence[str]) -> dict[str, _Grens]:
    """Return from where the reliable change index (x2 - x1) / (SD * sqrt(2) * sqrt(1 - r)) is beyond noise.

    It must pass the normal quantile at 1 - 0.05 / 2k with k scales: 1.96 for one (Jacobson and Truax 1991; Bonferroni).
    SD is that of the norm table. R: ``qnorm(1 - 0.05 / (2 * k)) * sd(rep(score, aantal)) * sqrt(2) * sqrt(1 - r)``.
    """
    from statistics import NormalDist

    z = NormalDist().inv_cdf(1 - NIVEAU_NORMGROEP / (2 * len(schalen)))
    return {
        naam: _Grens(z * score_spreiding(normen.tabel[naam]) * sqrt(2 * (1 - vast[naam])), None) for naam in schalen
    }


def _build_verandering(
    naam: str,
    reden: str | None,
    profielen: Sequence[Stijlprofiel],
    samen: _Samen,
    grenzen: Mapping[str, _Grens],
) -> Verandering:
    eerst, nu = (profiel.scores[naam] for profiel in profielen)
    aantal = sum(naam in _read_schalen(paar.item) and check_gegeven(paar.nu) for paar in samen.paren)
    if reden in {GEWIJZIGD, TE_WEINIG}:
        return Verandering(naam, aantal, _build_leeg(eerst, aantal), _build_leeg(nu, aantal), reden=reden)
    if eerst.exact is None or nu.exact is None or reden not in {None, TELT_TEKENS}:
        return Verandering(naam, aantal, eerst, nu, reden=reden)
    verschil, grens = nu.exact - eerst.exact, grenzen.get(naam, _Grens(None, None))
    if grens.grens is None:
        # one statement per scale, or several answer scales
        reden = reden or (TE_WEINIG if naam in grenzen else VERSCHILLENDE_VRAGEN)
        return Verandering(naam, aantal, eerst, nu, verschil, reden=reden)
    duidelijk = abs(verschil) > grens.grens if grens.duidelijk is None else grens.duidelijk
    return Verandering(naam, aantal, eerst, nu, verschil, grens.grens, duidelijk)


def _read_plaatsen(
    een: Verandering, schalen: Iterable[Verandering], lijst: Vragenlijst
) -> tuple[Plaats, Plaats] | None:
    """Return the place of a scale with choices among the others of its part, then and now."""
    if een.reden != KEUZES:
        return None
    deel = lijst.schaal(een.schaal).onderdeel
    naast = [ander for ander in schalen if ander.reden == KEUZES and lijst.schaal(ander.schaal).onderdeel == deel]
    eerst = _build_plaats(een.eerst, [ander.eerst for ander in naast])
    return eerst, _build_plaats(een.nu, [ander.nu for ander in naast])


def _build_plaats(score: Schaalscore, alle: Iterable[Schaalscore]) -> Plaats:
    eigen, waarden = score.exact or Fraction(0), [een.exact or Fraction(0) for een in alle]
    return Plaats(1 + sum(waarde > eigen for waarde in waarden), waarden.count(eigen) > 1)


def _build_leeg(score: Schaalscore, aantal: int) -> Schaalscore:
    return Schaalscore(score.schaal, aantal, max(score.items, aantal), reden=TE_WEINIG)
