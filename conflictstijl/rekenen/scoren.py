"""Answers into scores: the one scoring rule of the program.

Arithmetic is exact (integers and fractions), so neither the order of items nor that of scales can
change a score; a float appears only when a value leaves the program.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from functools import partial

from conflictstijl.model.antwoorden import NVT, Antwoord, Antwoordblad, check_gegeven
from conflictstijl.model.gewicht import read_bereik
from conflictstijl.model.profiel import (
    NIET_GEVRAAGD,
    TE_WEINIG,
    TELT_TEKENS,
    VERSCHILLENDE_VRAGEN,
    Ordening,
    Schaalscore,
    Stijlprofiel,
    Winst,
)
from conflictstijl.model.vertakking import check_gevraagd
from conflictstijl.model.vragen import Achtergrondvraag, Antwoordschaal, OpenVraag
from conflictstijl.model.vragenlijst import Scoresoort, Vragenlijst
from conflictstijl.rekenen.afleiden import score_afgeleid
from conflictstijl.rekenen.kwaliteit import check_recht, read_plaatsen, score_kwaliteit
from conflictstijl.rekenen.normeren import read_band, score_normmarge, score_percentiel
from conflictstijl.rekenen.passend import read_gevallen, score_toeval
from conflictstijl.rekenen.tellen import Telling, count_antwoorden
from conflictstijl.rekenen.uitkomsten import score_uitkomst
from conflictstijl.rekenen.verschuiving import score_verschuivingen
from conflictstijl.rekenen.verwisseling import compare_opties
from conflictstijl.rekenen.vingerafdruk import SCOREVERSIE, build_vingerafdruk
from conflictstijl.rekenen.zekerheid import Bijdragen, build_bijdragen, compare_schalen, score_intervallen, score_marges

_HONDERD = 100


def score_antwoorden(vragenlijst: Vragenlijst, blad: Antwoordblad) -> Stijlprofiel:
    """Return the profile of one answer sheet.

    Statements: S(w x) / S(w) over the answered items of a scale, as mean, prorated sum or percentage,
    when at least `ontbrekend` of the asked items is answered, else not scorable; a reversed item counts
    as min + max - x, from the declared values. Options: the points of the form (see `Keuze`), times
    weight, over the weight offered and answered. Nothing is imputed. R: ``psych::scoreItems(keys, x,
    missing = TRUE, impute = "none", min = 1, max = 5)``, with the rule for missing answers applied by hand.
    The sheet must fit, or ValueError: `len(blad.antwoorden) == len(vragenlijst.vragen)`.
    """
    antwoorden = read_antwoorden(vragenlijst, blad.antwoorden)
    tellingen = count_antwoorden(vragenlijst, antwoorden)
    scores = score_schalen(vragenlijst, tellingen)
    plaatsen = read_plaatsen(vragenlijst, antwoorden, blad.zaad)
    nieuw, ordeningen = _score_groepen(vragenlijst, tellingen, scores, plaatsen)
    scores |= nieuw
    scores |= _score_normintervallen(vragenlijst, scores)
    exact = {naam: score.exact for naam, score in scores.items()}
    return Stijlprofiel(
        vragenlijst=vragenlijst.id,
        versie=vragenlijst.versie,
        vingerafdruk=build_vingerafdruk(vragenlijst),
        beantwoord=sum(map(check_gegeven, antwoorden)),
        gevraagd=sum(antwoord is not NVT for antwoord in antwoorden),
        scores=scores,
        volgorde=_compare_volgorde(scores[naam] for groep in vragenlijst.groepen.values() for naam in groep),
        kwaliteit=score_kwaliteit(vragenlijst, antwoorden, blad.seconden, blad.zaad),
        duidelijk_hoog=tuple(naam for ordening in ordeningen.values() for naam in ordening.hoog),
        duidelijk_laag=tuple(naam for ordening in ordeningen.values() for naam in ordening.laag),
        reden=ordeningen[""].reden if "" in ordeningen else None,
        deelnemer=blad.deelnemer,
        scoreversie=SCOREVERSIE,
        vorm=vragenlijst.variant.id if vragenlijst.variant else None,
        met=vragenlijst.met or None,
        winst=_score_winst(vragenlijst, antwoorden) if vragenlijst.met else None,
        zaad=blad.zaad,
        onderdelen=ordeningen if "" not in ordeningen else {},
        verschuivingen=score_verschuivingen(vragenlijst, blad.antwoorden),
        afgeleid=score_afgeleid(vragenlijst.afgeleid, exact),
        gevallen=read_gevallen(vragenlijst, antwoorden),
        rondom=_read_rondom(vragenlijst, blad.antwoorden),
        normgroep=vragenlijst.normen,
        uitkomst=score_uitkomst(vragenlijst, blad.antwoorden, scores),
    )


def score_schalen(vragenlijst: Vragenlijst, tellingen: Mapping[str, Telling]) -> dict[str, Schaalscore]:
    """Return the score of every scale by itself, held against chance when it is one of performance."""
    scores = {naam: _build_score(vragenlijst, naam, telling) for naam, telling in tellingen.items()}
    return scores | _score_prestaties(vragenlijst, tellingen, scores)


def score_schaal(vragenlijst: Vragenlijst, tellingen: Mapping[str, Telling], naam: str) -> Schaalscore:
    """Return the score of one scale by itself: that of `score_schalen`, without the work for the others."""
    if any(schaal.prestatie for schaal in vragenlijst.schalen):
        return score_schalen(vragenlijst, tellingen)[naam]
    return _build_score(vragenlijst, naam, tellingen[naam])


def _score_winst(vragenlijst: Vragenlijst, antwoorden: Sequence[Antwoord]) -> Winst | None:
    """Return what the added items did to the margins, in the unit of the whole; None when there is none to compare.

    Where the scale ends an interval is cut off, and seems to grow when its middle moves away from there.
    """
    basis = replace(vragenlijst, items=tuple(item for item in vragenlijst.items if not item.erbij))
    eerste = [antwoord for item, antwoord in zip(vragenlijst.items, antwoorden, strict=True) if not item.erbij]
    tellingen = count_antwoorden(vragenlijst, antwoorden)
    zonder = _score_marges(basis, count_antwoorden(basis, eerste))
    marges = {naam: marge for naam, marge in _score_marges(vragenlijst, tellingen).items() if naam in zonder}
    if not marges:
        return None
    eenheden = {naam: _score_eenheid(vragenlijst, tellingen[naam]) for naam in marges}
    gemiddelden = (sum(rij[naam] * eenheden[naam] for naam in marges) / len(marges) for rij in (zonder, marges))
    return Winst(len(vragenlijst.items) - len(basis.items), *gemiddelden)


def _score_marges(vragenlijst: Vragenlijst, tellingen: Mapping[str, Telling]) -> dict[str, float]:
    """Return the half interval of every scale that has one, before it is cut off, in answer points."""
    marges: dict[str, float] = {}
    if vragenlijst.formatief:
        return marges
    for groep in vragenlijst.groepen.values():
        scoorbaar = {naam: tellingen[naam] for naam in groep if _check_scoorbaar(vragenlijst, tellingen[naam])}
        match list(_read_soorten(scoorbaar)):
            case [Antwoordschaal() as punten]:
                marges |= score_marges(_build_bijdragen(scoorbaar), punten.bereik)
            case _:
                pass
    return marges


def _score_eenheid(vragenlijst: Vragenlijst, telling: Telling) -> float:
    """Return one answer point in the unit of `score`."""
    return float(score_waarde(vragenlijst, telling, Fraction(1)) - score_waarde(vragenlijst, telling, Fraction(0)))


def read_antwoorden(vragenlijst: Vragenlijst, antwoorden: Sequence[Antwoord]) -> tuple[Antwoord, ...]:
    """Return the answers to the items alone; what was not asked (`als`) does not count, like `NVT`."""
    gevraagd = check_gevraagd(vragenlijst, antwoorden)
    begin = len(vragenlijst.achtergrond)
    paren = list(zip(antwoorden, gevraagd, strict=True))[begin : begin + len(vragenlijst.items)]
    return tuple(antwoord if gesteld else NVT for antwoord, gesteld in paren)


def _read_rondom(vragenlijst: Vragenlijst, antwoorden: Sequence[Antwoord]) -> dict[str, str]:
    """Return the answers that are not scored, as text: background and own words."""
    gevraagd = check_gevraagd(vragenlijst, antwoorden)
    rondom: dict[str, str] = {}
    for vraag, antwoord, gesteld in zip(vragenlijst.vragen, antwoorden, gevraagd, strict=True):
        match vraag, antwoord:
            case Achtergrondvraag(), int() if gesteld:
                rondom[vraag.id] = vraag.antwoorden[antwoord]
            case OpenVraag(), str() if gesteld:
                rondom[vraag.id] = antwoord
            case _:
                pass
    return rondom


def _check_recht(vragenlijst: Vragenlijst, plaatsen: Sequence[Antwoord], onderdeel: str) -> bool:
    """Return True when the answers to a part, or all together, say too little about differences to label any."""
    paren = zip(vragenlijst.items, plaatsen, strict=True)
    deel = [antwoord for item, antwoord in paren if not onderdeel or item.onderdeel == onderdeel]
    return check_recht(plaatsen) or check_recht(deel)


def _check_scoorbaar(vragenlijst: Vragenlijst, telling: Telling) -> bool:
    return telling.beantwoord > 0 and telling.beantwoord >= vragenlijst.ontbrekend * telling.gevraagd


def _build_score(vragenlijst: Vragenlijst, naam: str, telling: Telling) -> Schaalscore:
    if not _check_scoorbaar(vragenlijst, telling):
        reden = TE_WEINIG if telling.gevraagd else NIET_GEVRAAGD
        return Schaalscore(naam, telling.beantwoord, telling.gevraagd, reden=reden)
    gemiddelde = telling.gemiddelde
    exact = score_waarde(vragenlijst, telling, gemiddelde)
    return Schaalscore(
        schaal=naam,
        beantwoord=telling.beantwoord,
        items=telling.gevraagd,
        exact=exact,
        # points stay what was given: their total over the scales is a checksum
        som=gemiddelde * telling.gewicht if telling.waarden else telling.punten,
        duiding=_build_duiding(telling.antwoordschaal, gemiddelde),
        band=read_band(vragenlijst.banden, exact),
        percentiel=score_percentiel(vragenlijst.normen, naam, exact),
    )


def _score_prestaties(
    vragenlijst: Vragenlijst, tellingen: Mapping[str, Telling], scores: Mapping[str, Schaalscore]
) -> dict[str, Schaalscore]:
    """Return the scores of performance with what chance would give; not those in which statements count as well."""
    namen = [schaal.id for schaal in vragenlijst.schalen if schaal.prestatie and scores[schaal.id].exact is not None]
    keuzes = {naam: tellingen[naam] for naam in namen if not tellingen[naam].waarden}
    return {
        naam: replace(
            scores[naam], toeval=score_toeval(telling, naam, partial(score_waarde, vragenlijst, telling), len(keuzes))
        )
        for naam, telling in keuzes.items()
    }


def score_waarde(vragenlijst: Vragenlijst, telling: Telling, gemiddelde: Fraction) -> Fraction:
    """Return a mean in the unit of `score`: itself, m * S(w) over all items, or 100 (m - min) / (max - min)."""
    if vragenlijst.score is Scoresoort.SOM:
        return gemiddelde * telling.gewicht
    if vragenlijst.score is Scoresoort.PROCENT:
        bereik = telling.hoogste - telling.laagste
        # nothing to reach, as when all options count the same, is nothing reached
        return _HONDERD * (gemiddelde * telling.gewogen - telling.laagste) / bereik if bereik else Fraction(0)
    return gemiddelde


def _build_duiding(punten: Antwoordschaal | None, gemiddelde: Fraction) -> str | None:
    """Return the answer label nearest to a mean; halfway, the one nearest to the middle, in the middle the lower.

    None when the author gave that answer no label, and for options.
    """
    if punten is None:
        return None
    teller, noemer = gemiddelde.as_integer_ratio()
    uitersten = punten.laagste + punten.hoogste
    dichtst = min(
        punten.punten, key=lambda punt: (abs(punt.waarde * noemer - teller), abs(2 * punt.waarde - uitersten))
    )
    return dichtst.label.lower() or None


def _score_groepen(
    vragenlijst: Vragenlijst,
    tellingen: Mapping[str, Telling],
    scores: Mapping[str, Schaalscore],
    plaatsen: Sequence[Antwoord],
) -> tuple[dict[str, Schaalscore], dict[str, Ordening]]:
    """Return the scores of all scales that can be compared, with their intervals, and how they lie per part.

    `plaatsen` are the answers that can tell a straight line, of which nothing stands out.
    """
    groepen = vragenlijst.groepen
    delen = sum(any(scores[naam].exact is not None for naam in groep) for groep in groepen.values())
    nieuw, ordeningen = dict[str, Schaalscore](), dict[str, Ordening]()
    for onderdeel, groep in groepen.items():
        met_interval, ordening = _score_groep(vragenlijst, tellingen, {naam: scores[naam] for naam in groep}, delen)
        recht = _check_recht(vragenlijst, plaatsen, onderdeel)
        nieuw |= met_interval
        ordeningen[onderdeel] = ordening._replace(hoog=(), laag=()) if recht else ordening
    return nieuw, ordeningen


def _score_groep(
    vragenlijst: Vragenlijst, tellingen: Mapping[str, Telling], scores: Mapping[str, Schaalscore], delen: int
) -> tuple[dict[str, Schaalscore], Ordening]:
    """Return the scores of scales that can be compared, with their intervals, and how they lie.

    Statements on one answer scale give intervals; options give none, and are held against chance. Of scales that
    mix these, or that have one statement each, nothing more can be said, nor of scales that count signs (see
    `Vragenlijst.formatief`): those only have an order. `delen` is the number of parts that are each compared by
    themselves.
    """
    scoorbaar = {naam: tellingen[naam] for naam, score in scores.items() if score.exact is not None}
    soorten = _read_soorten(scoorbaar)
    volgorde = _compare_volgorde(scores.values())
    if len(soorten) != 1:
        return dict(scores), Ordening(volgorde, reden=VERSCHILLENDE_VRAGEN if soorten else None)
    if vragenlijst.formatief:
        return dict(scores), Ordening(volgorde, reden=TELT_TEKENS)
    punten = soorten.pop()
    if punten is None:
        ronden = {id(ronde): ronde for telling in scoorbaar.values() for ronde in telling.ronden}
        return dict(scores), Ordening(volgorde, *compare_opties(list(scoorbaar), list(ronden.values()), delen))
    bijdragen = _build_bijdragen(scoorbaar)
    intervallen = score_intervallen(bijdragen, punten.laagste, punten.hoogste)
    met_interval = {
        naam: _build_met_interval(vragenlijst, score, tellingen[naam], intervallen[naam])
        if naam in intervallen
        else score
        for naam, score in scores.items()
    }
    labels = compare_schalen(bijdragen, punten.bereik, delen)
    return met_interval, Ordening(volgorde, *labels, None if intervallen else TE_WEINIG)


def _read_soorten(tellingen: Mapping[str, Telling]) -> set[Antwoordschaal | None]:
    """Return on what scales are answered; None stands for options."""
    return {schaal for telling in tellingen.values() for schaal in telling.antwoordschalen}


def _build_bijdragen(tellingen: Mapping[str, Telling]) -> dict[str, Bijdragen]:
    return {naam: build_bijdragen(telling.waarden, telling.gewichten) for naam, telling in tellingen.items()}


def _build_met_interval(
    vragenlijst: Vragenlijst, score: Schaalscore, telling: Telling, interval: tuple[float, float]
) -> Schaalscore:
    onder, boven = (float(score_waarde(vragenlijst, telling, Fraction(grens))) for grens in interval)
    return replace(score, ondergrens=onder, bovengrens=boven)


def _score_normintervallen(vragenlijst: Vragenlijst, scores: Mapping[str, Schaalscore]) -> dict[str, Schaalscore]:
    """Return the scores of which a norm group knows the margin (see `score_normmarge`), with intervals made of it.

    Value +/- margin, clipped to what the scale can reach.
    """
    nieuw: dict[str, Schaalscore] = {}
    for naam, score in scores.items():
        marge = score_normmarge(vragenlijst.normen, naam)
        if marge is not None and score.waarde is not None:
            laagste, hoogste = map(float, read_bereik(vragenlijst, naam))
            grenzen = max(laagste, score.waarde - marge), min(hoogste, score.waarde + marge)
            nieuw[naam] = replace(score, ondergrens=grenzen[0], bovengrens=grenzen[1])
    return nieuw


def _compare_volgorde(scores: Iterable[Schaalscore]) -> tuple[tuple[str, ...], ...]:
    """Return the scorable scales from high to low, exact ties together."""
    groepen: dict[Fraction, list[str]] = {}
    for score in scores:
        if score.exact is not None:
            groepen.setdefault(score.exact, []).append(score.schaal)
    return tuple(tuple(groepen[waarde]) for waarde in sorted(groepen, reverse=True))
