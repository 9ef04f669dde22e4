"""Shifts: whether a style is used more in one part (calm, tense; client, colleague) than in the others."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from math import sqrt
from typing import NamedTuple

from conflictstijl.model.antwoorden import NVT, Antwoord
from conflictstijl.model.gewicht import read_bereik
from conflictstijl.model.profiel import Verschuiving
from conflictstijl.model.vertakking import check_gevraagd
from conflictstijl.model.vragen import Item, Stelling
from conflictstijl.model.vragenlijst import Vragenlijst
from conflictstijl.rekenen.kwaliteit import check_recht
from conflictstijl.rekenen.labels import NIVEAU, compare_stappen
from conflictstijl.rekenen.verdelingen import score_t_kwantiel
from conflictstijl.rekenen.zekerheid import VLOER, build_bijdragen

_PAAR = 2


class _Meting(NamedTuple):
    """One answer to a statement as it counts in one scale."""

    schaal: str
    stelling: str
    gegeven: int
    """The answer as it was given."""
    waarde: int
    """The answer as the key reads it."""
    gewicht: Fraction


Cellen = Mapping[str, Mapping[str, Mapping[str, _Meting]]]
"""Per scale (without its part), per part, per statement (without its part) the answer."""


class Toets(NamedTuple):
    """A shift with the smallest difference that would be more than noise."""

    verschuiving: Verschuiving
    grens: float | None
    """In the unit of the score; None when there is no noise to hold a difference against."""


class _Schatting(NamedTuple):
    """Noise of one person: the variance of one answer, with its degrees of freedom."""

    kwadraten: Fraction
    vrijheid: int


def score_verschuivingen(vragenlijst: Vragenlijst, antwoorden: Sequence[Antwoord]) -> tuple[Verschuiving, ...]:
    """Return per scale and part how far its mean lies from the mean of the other parts.

    Only for parts scored by themselves, with statements on one answer scale, and of each scale only the parts of
    which enough is answered. When the parts share their statements, only those answered in every part count, and
    what a statement has in common in all parts is no noise: with two parts this is a paired t-test. R:
    ``t.test(x2, x1, paired = TRUE)``, with the variance pooled over the scales: ``fit <- lm(x ~ scale:part +
    scale:statement)``. Else the variance is the pooled one within scale and part. The contrast must pass
    t(1 - NIVEAU / 2m, df) with m contrasts (Bonferroni), of three parts or more step by step; of two parts only
    the last is given, for the first is its mirror image. Means are weighted as scores are; the variance leaves the
    weights out (see `build_bijdragen`). A part answered as a straight line takes no part: it would shift every
    style at once. A shift is given in the unit of the score of its part.
    """
    delen: dict[str, list[_Meting]] = {}
    for meting in _read_metingen(vragenlijst, antwoorden):
        onderdeel, punt, schaal = meting.schaal.rpartition(".")
        if onderdeel:
            naam = meting.stelling.removeprefix(f"{onderdeel}{punt}")
            delen.setdefault(onderdeel, []).append(meting._replace(schaal=schaal, stelling=naam))
    return _read_verschuivingen(_compare_delen(vragenlijst, delen, gedeeld=vragenlijst.gedeeld))


def compare_bladen(*bladen: tuple[Vragenlijst, Sequence[Antwoord]]) -> tuple[Verschuiving, ...]:
    """Return the same for whole sheets of one questionnaire in several versions, each a part by itself."""
    delen = {
        vragenlijst.variant.id if vragenlijst.variant else "": _read_metingen(vragenlijst, antwoorden)
        for vragenlijst, antwoorden in bladen
    }
    return _read_verschuivingen(_compare_delen(bladen[0][0], delen, gedeeld=True))


def compare_keren(
    vragenlijst: Vragenlijst, keren: Mapping[str, Sequence[Antwoord]], niveau: float
) -> tuple[Toets, ...]:
    """Return the same for two sheets of one questionnaire by the names of their moments, at a level of its own.

    One scale in which differences ``d`` can be taken is then ``t.test(d)`` in R, with the standard deviation of all
    scales together: ``fit <- lm(d ~ 0 + scale)``, ``abs(coef(fit)) > qt(1 - niveau / (2 * m), df.residual(fit)) *
    sigma(fit) / sqrt(n)``; the right-hand side is `Toets.grens`.
    """
    delen = {naam: _read_metingen(vragenlijst, antwoorden) for naam, antwoorden in keren.items()}
    return _compare_delen(vragenlijst, delen, gedeeld=True, niveau=niveau)


def _read_verschuivingen(toetsen: Iterable[Toets]) -> tuple[Verschuiving, ...]:
    return tuple(toets.verschuiving for toets in toetsen)


def _read_bereik(vragenlijst: Vragenlijst) -> int | None:
    """Return the range of the one answer scale of all statements, None when there are more or none."""
    bereiken = {item.antwoorden for item in vragenlijst.items if isinstance(item, Stelling)}
    return bereiken.pop().bereik if len(bereiken) == 1 else None


def _read_metingen(vragenlijst: Vragenlijst, antwoorden: Sequence[Antwoord]) -> list[_Meting]:
    """Return the answers to statements of every scale of which enough was answered, and in which no options count."""
    opties = {deel.schaal for keuze in vragenlijst.keuzes for optie in keuze.opties for deel in optie.sleutel}
    gevraagd = check_gevraagd(vragenlijst, antwoorden)
    stellingen = Counter[str]()
    metingen: list[_Meting] = []
    for vraag, antwoord, gesteld in zip(vragenlijst.vragen, antwoorden, gevraagd, strict=True):
        if not isinstance(vraag, Stelling) or antwoord is NVT or not gesteld:
            continue
        stellingen.update(deel.schaal for deel in vraag.sleutel)
        if isinstance(antwoord, int):
            metingen += _build_metingen(vraag, antwoord)
    gegeven = Counter(meting.schaal for meting in metingen)
    genoeg = {naam for naam, aantal in gegeven.items() if aantal >= vragenlijst.ontbrekend * stellingen[naam]} - opties
    return [een for een in metingen if een.schaal in genoeg]


def _build_metingen(stelling: Stelling, antwoord: int) -> list[_Meting]:
    spiegel = stelling.antwoorden.laagste + stelling.antwoorden.hoogste - antwoord
    return [
        _Meting(deel.schaal, stelling.id, antwoord, spiegel if deel.omgekeerd else antwoord, deel.gewicht)
        for deel in stelling.sleutel
    ]


def _compare_delen(
    vragenlijst: Vragenlijst, delen: Mapping[str, Sequence[_Meting]], *, gedeeld: bool, niveau: float = NIVEAU
) -> tuple[Toets, ...]:
    """Return every contrast; none where statements count signs, for these have no noise to hold one against."""
    bereik, cellen = _read_bereik(vragenlijst), _build_cellen(delen, gedeeld=gedeeld)
    if bereik is None or not cellen or vragenlijst.formatief:
        return ()
    ruis = _score_ruis(cellen, gedeeld=gedeeld)
    namen = dict.fromkeys(naam for schaal in vragenlijst.schalen for naam in (schaal.id, schaal.id.rpartition(".")[2]))
    contrasten = [(schaal, *een) for schaal in namen if schaal in cellen for een in _score_contrasten(cellen[schaal])]
    grens: float | None = None
    duidelijk: dict[str, set[str]] = {}
    if ruis.vrijheid:
        variantie = float(max(ruis.kwadraten / ruis.vrijheid, bereik * bereik * VLOER))
        grens = score_t_kwantiel(1 - niveau / (2 * len(contrasten)), ruis.vrijheid) ** 2 * variantie
        duidelijk = {schaal: _compare_cellen(rijen, grens) for schaal, rijen in cellen.items()}
    toetsen: list[Toets] = []
    for schaal, deel, verschil, aandeel in contrasten:
        eenheid = _score_eenheid(vragenlijst, schaal, deel, bereik)
        een = Verschuiving(schaal, deel, verschil * eenheid, deel in duidelijk[schaal] if duidelijk else None)
        toetsen.append(Toets(een, None if grens is None else sqrt(grens * aandeel) * float(eenheid)))
    return tuple(toetsen)


def _score_eenheid(vragenlijst: Vragenlijst, schaal: str, onderdeel: str, bereik: int) -> Fraction:
    """Return one answer point in the unit of `score`: 1, S(w) over the items of the scale, or 100 / `bereik`."""
    per_deel = f"{onderdeel}.{schaal}"
    naam = per_deel if per_deel in {een.id for een in vragenlijst.schalen} else schaal
    laagste, hoogste = read_bereik(vragenlijst, naam)
    return (hoogste - laagste) / bereik


def _compare_cellen(delen: Mapping[str, Mapping[str, _Meting]], grens: float) -> set[str]:
    """Return the parts in which a scale is higher or lower by more than noise (`grens`, a squared contrast).

    Step by step, as in `compare_stappen`: else one high part would make the others falsely low. Two parts have
    one difference, and only the last of them is returned for it.
    """

    def score_uitschieters(over: Sequence[str]) -> dict[str, Fraction]:
        contrasten = _score_contrasten({deel: delen[deel] for deel in over})
        kwadraten = {deel: verschil * abs(verschil) / aandeel for deel, verschil, aandeel in contrasten}
        verste = max(map(abs, kwadraten.values()))
        return {deel: een for deel, een in kwadraten.items() if abs(een) == verste > grens}

    if len(delen) == _PAAR:
        return set(score_uitschieters(list(delen)))
    saldo = {deel: verschil for deel, verschil, _ in _score_contrasten(delen)}
    return {deel for kant in compare_stappen(saldo, score_uitschieters) for deel in kant}


def _build_cellen(delen: Mapping[str, Sequence[_Meting]], *, gedeeld: bool) -> Cellen:
    """Return what can be compared: scales in two parts or more, without parts that are straight lines."""
    cellen: dict[str, dict[str, dict[str, _Meting]]] = {}
    if not _check_recht(meting for metingen in delen.values() for meting in metingen):
        for onderdeel, metingen in delen.items():
            for meting in [] if _check_recht(metingen) else metingen:
                cellen.setdefault(meting.schaal, {}).setdefault(onderdeel, {})[meting.stelling] = meting
    if gedeeld:
        cellen = {schaal: _read_samen(rijen) for schaal, rijen in cellen.items()}
    return {schaal: rijen for schaal, rijen in cellen.items() if len(rijen) >= _PAAR}


def _check_recht(metingen: Iterable[_Meting]) -> bool:
    """Return True for a straight line; with one scale that cannot be told from answers that agree."""
    rij = list(metingen)
    return len({meting.schaal for meting in rij}) > 1 and check_recht([meting.gegeven for meting in rij])


def _read_samen(rijen: Mapping[str, dict[str, _Meting]]) -> dict[str, dict[str, _Meting]]:
    """Return only the statements that every part has; empty when there are none."""
    overal = set.intersection(*(set(rij) for rij in rijen.values()))
    return {deel: {naam: rij[naam] for naam in sorted(overal)} for deel, rij in rijen.items()} if overal else {}


def _score_ruis(cellen: Cellen, *, gedeeld: bool) -> _Schatting:
    """Return the squares that neither scale, part nor (when shared) statement explains."""
    kwadraten, vrijheid = Fraction(0), 0
    for delen in cellen.values():
        rijen = [[meting.waarde for meting in rij.values()] for rij in delen.values()]
        if gedeeld:
            kwadraten += _score_wisselwerking(rijen)
            vrijheid += (len(rijen) - 1) * (len(rijen[0]) - 1)
        else:
            kwadraten += sum(map(_score_kwadraten, rijen), Fraction(0))
            vrijheid += sum(len(rij) - 1 for rij in rijen)
    return _Schatting(kwadraten, vrijheid)


def _score_kwadraten(rij: Sequence[int | Fraction]) -> Fraction:
    """Return the sum of squared deviations from the mean."""
    midden = Fraction(sum(rij)) / len(rij)
    return sum(((waarde - midden) ** 2 for waarde in rij), Fraction(0))


def _score_wisselwerking(rijen: Sequence[Sequence[int]]) -> Fraction:
    """Return the squares of part by statement: those of the answers less their part, within each statement."""
    schoon = [[waarde - Fraction(sum(rij), len(rij)) for waarde in rij] for rij in rijen]
    return sum((_score_kwadraten(kolom) for kolom in zip(*schoon, strict=True)), Fraction(0))


def _score_contrasten(delen: Mapping[str, Mapping[str, _Meting]]) -> list[tuple[str, Fraction, Fraction]]:
    """Return per part its mean less the mean of the other parts' means, and the variance of that per unit of noise."""
    bijdragen = {
        deel: build_bijdragen([een.waarde for een in rij.values()], [een.gewicht for een in rij.values()])
        for deel, rij in delen.items()
    }
    anderen = len(delen) - 1
    som = sum((een.gemiddelde for een in bijdragen.values()), Fraction(0))
    aandelen = sum((een.aandeel for een in bijdragen.values()), Fraction(0))
    contrasten = [
        (deel, een.gemiddelde - (som - een.gemiddelde) / anderen, een.aandeel + (aandelen - een.aandeel) / anderen**2)
        for deel, een in bijdragen.items()
    ]
    return contrasten[len(delen) == _PAAR :]


def check_versies(een: Vragenlijst, ander: Vragenlijst) -> bool:
    """Return True for two versions in which the same questions are the same statements in other words.

    That the words mean the same is known by the version number only: the words are other words on purpose.
    """
    if een.volledige_id == ander.volledige_id or not (een.variant and ander.variant):
        return False
    if (een.versie, een.score, _build_schalen(een)) != (ander.versie, ander.score, _build_schalen(ander)):
        return False
    eigen, anders = ({item.id: _build_telling(item) for item in lijst.items} for lijst in (een, ander))
    samen = eigen.keys() & anders.keys()
    return bool(samen) and all(eigen[naam] == anders[naam] for naam in samen)


def _build_schalen(vragenlijst: Vragenlijst) -> list[tuple[str, str | None, str]]:
    return [(schaal.id, schaal.stijl, schaal.onderdeel) for schaal in vragenlijst.schalen]


def _build_telling(item: Item) -> tuple[object, ...]:
    """Return how an answer to a question counts: all of it but the words of the question."""
    if isinstance(item, Stelling):
        return item.onderdeel, set(item.sleutel), item.antwoorden
    return item.onderdeel, item.vorm, item.totaal, [set(optie.sleutel) for optie in item.opties]
