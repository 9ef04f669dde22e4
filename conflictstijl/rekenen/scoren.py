"""Answers into scores: the one scoring rule of the program.

Arithmetic is exact (integers and fractions), so neither the order of items nor that of scales can
change a score; a float appears only when a value leaves the program.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from conflictstijl.model.antwoorden import NVT, Antwoord, Antwoordblad, check_gegeven
from conflictstijl.model.profiel import NIET_GEVRAAGD, TE_WEINIG, Ordening, Schaalscore, Stijlprofiel, Winst
from conflictstijl.model.vertakking import check_gevraagd
from conflictstijl.model.vragen import Achtergrondvraag, Antwoordschaal, OpenVraag
from conflictstijl.model.vragenlijst import Scoresoort, Vragenlijst
from conflictstijl.rekenen.afleiden import score_afgeleid
from conflictstijl.rekenen.kwaliteit import check_recht, read_plaatsen, score_kwaliteit
from conflictstijl.rekenen.labels import Labels
from conflictstijl.rekenen.normeren import read_band, score_percentiel
from conflictstijl.rekenen.passend import read_gevallen, score_toeval
from conflictstijl.rekenen.tellen import Telling, count_antwoorden
from conflictstijl.rekenen.verschuiving import score_verschuivingen
from conflictstijl.rekenen.verwisseling import compare_opties
from conflictstijl.rekenen.vingerafdruk import SCOREVERSIE, build_vingerafdruk
from conflictstijl.rekenen.zekerheid import build_bijdragen, compare_schalen, score_intervallen

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
    plaatsen = read_plaatsen(vragenlijst, antwoorden, blad.zaad)
    scores = {naam: _build_score(vragenlijst, naam, telling) for naam, telling in tellingen.items()}
    ordeningen: dict[str, Ordening] = {}
    groepen = _split_schalen(vragenlijst)
    delen = sum(any(scores[naam].exact is not None for naam in groep) for groep in groepen.values())
    for onderdeel, groep in groepen.items():
        nieuw, labels = _score_groep(vragenlijst, tellingen, {naam: scores[naam] for naam in groep}, delen)
        scores.update(nieuw)
        hoog, laag = ((), ()) if _check_recht(vragenlijst, plaatsen, onderdeel) else labels
        ordeningen[onderdeel] = Ordening(_compare_volgorde(nieuw.values()), hoog, laag)
    exact = {naam: score.exact for naam, score in scores.items()}
    return Stijlprofiel(
        vragenlijst=vragenlijst.id,
        versie=vragenlijst.versie,
        vingerafdruk=build_vingerafdruk(vragenlijst),
        beantwoord=sum(map(check_gegeven, antwoorden)),
        gevraagd=sum(antwoord is not NVT for antwoord in antwoorden),
        scores=scores,
        volgorde=_compare_volgorde(scores[naam] for groep in groepen.values() for naam in groep),
        kwaliteit=score_kwaliteit(vragenlijst, antwoorden, blad.seconden, blad.zaad),
        duidelijk_hoog=tuple(naam for ordening in ordeningen.values() for naam in ordening.hoog),
        duidelijk_laag=tuple(naam for ordening in ordeningen.values() for naam in ordening.laag),
        deelnemer=blad.deelnemer,
        scoreversie=SCOREVERSIE,
        vorm=vragenlijst.variant.id if vragenlijst.variant else None,
        met=vragenlijst.met or None,
        winst=_score_winst(vragenlijst, blad, scores) if vragenlijst.met else None,
        zaad=blad.zaad,
        onderdelen=ordeningen if "" not in ordeningen else {},
        verschuivingen=score_verschuivingen(vragenlijst, blad.antwoorden),
        afgeleid=score_afgeleid(vragenlijst.afgeleid, exact),
        gevallen=read_gevallen(vragenlijst, antwoorden),
        rondom=_read_rondom(vragenlijst, blad.antwoorden),
    )


def _score_winst(vragenlijst: Vragenlijst, blad: Antwoordblad, scores: Mapping[str, Schaalscore]) -> Winst | None:
    """Return what the added items did to the intervals; None when there is none to compare."""
    basis = replace(vragenlijst, items=tuple(item for item in vragenlijst.items if not item.erbij), met="")
    antwoorden = dict(zip((vraag.id for vraag in vragenlijst.vragen), blad.antwoorden, strict=True))
    eerste = score_antwoorden(basis, replace(blad, antwoorden=tuple(antwoorden[v.id] for v in basis.vragen)))
    zonder, marge = _score_marge(eerste.scores), _score_marge(scores)
    return None if zonder is None or marge is None else Winst(len(vragenlijst.items) - len(basis.items), zonder, marge)


def _score_marge(scores: Mapping[str, Schaalscore]) -> float | None:
    """Return the mean half interval over the scales that have one."""
    helften = [
        (score.bovengrens - score.ondergrens) / 2
        for score in scores.values()
        if score.ondergrens is not None and score.bovengrens is not None
    ]
    return sum(helften) / len(helften) if helften else None


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


def _split_schalen(vragenlijst: Vragenlijst) -> dict[str, list[str]]:
    """Return the scales that can be compared with each other, per part; not those of a performance."""
    groepen: dict[str, list[str]] = {}
    for schaal in vragenlijst.schalen:
        if not schaal.prestatie:
            groepen.setdefault(schaal.onderdeel, []).append(schaal.id)
    return groepen


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
    exact = score_waarde(vragenlijst, telling, telling.gemiddelde)
    score = Schaalscore(
        schaal=naam,
        beantwoord=telling.beantwoord,
        items=telling.gevraagd,
        exact=exact,
        # points stay what was given: their total over the scales is a checksum
        som=telling.gemiddelde * telling.gewicht if telling.waarden else telling.punten,
        duiding=_build_duiding(telling.antwoordschaal, telling.gemiddelde),
        band=read_band(vragenlijst.banden, exact),
        percentiel=score_percentiel(vragenlijst.normen, naam, exact),
    )
    if not vragenlijst.schaal(naam).prestatie:
        return score
    return replace(score, toeval=score_toeval(telling, naam, lambda punten: score_waarde(vragenlijst, telling, punten)))


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


def _score_groep(
    vragenlijst: Vragenlijst, tellingen: Mapping[str, Telling], scores: Mapping[str, Schaalscore], delen: int
) -> tuple[dict[str, Schaalscore], Labels]:
    """Return the scores of scales that can be compared, with their intervals, and which of them stand out.

    Statements on one answer scale give intervals; options give none, and are held against chance. Of scales that
    mix these nothing more can be said. `delen` is the number of parts that are each compared by themselves.
    """
    scoorbaar = {naam: tellingen[naam] for naam, score in scores.items() if score.exact is not None}
    soorten = {schaal for telling in scoorbaar.values() for schaal in telling.antwoordschalen}
    if len(soorten) != 1:
        return dict(scores), ((), ())
    punten = soorten.pop()
    if punten is None:
        ronden = {id(ronde): ronde for telling in scoorbaar.values() for ronde in telling.ronden}
        return dict(scores), compare_opties(list(scoorbaar), list(ronden.values()), delen)
    bijdragen = {naam: build_bijdragen(telling.waarden, telling.gewichten) for naam, telling in scoorbaar.items()}
    intervallen = score_intervallen(bijdragen, punten.laagste, punten.hoogste)
    met_interval = {
        naam: _build_met_interval(vragenlijst, score, tellingen[naam], intervallen[naam])
        if naam in intervallen
        else score
        for naam, score in scores.items()
    }
    return met_interval, compare_schalen(bijdragen, punten.bereik, delen)


def _build_met_interval(
    vragenlijst: Vragenlijst, score: Schaalscore, telling: Telling, interval: tuple[float, float]
) -> Schaalscore:
    onder, boven = (float(score_waarde(vragenlijst, telling, Fraction(grens))) for grens in interval)
    return replace(score, ondergrens=onder, bovengrens=boven)


def _compare_volgorde(scores: Iterable[Schaalscore]) -> tuple[tuple[str, ...], ...]:
    """Return the scorable scales from high to low, exact ties together."""
    groepen: dict[Fraction, list[str]] = {}
    for score in scores:
        if score.exact is not None:
            groepen.setdefault(score.exact, []).append(score.schaal)
    return tuple(tuple(groepen[waarde]) for waarde in sorted(groepen, reverse=True))
