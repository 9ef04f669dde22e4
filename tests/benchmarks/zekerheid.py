"""How often the program tells differences rightly and wrongly: simulated people, one table per kind of statement.

Run from the root of the project: ``python tests/benchmarks/zekerheid.py [people per row]`` (default 20,000). Seeded,
so every run prints the same. Below the tables: how many mistakes in a key the program finds.

A simulated person has a level of 2.6 for every style, one style higher or lower (in parts: in one part). A statement
gets that level plus normal noise (SD 0.9), rounded and kept within 1..5; of a pair the statement with the larger sum
is chosen. With `vast` half of the variance belongs to the statement, so that it is the same in every part, and at
both times of a retest. With `dag` every style of a day lies a little higher or lower (SD 0.2) for nothing that lasts.
Where a norm group is held against, people differ from each other (SD 0.6), and so do its 1,000 people.
"""

import csv
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cache, lru_cache, partial
from itertools import combinations
from math import comb, sqrt
from pathlib import Path
from random import Random
from statistics import NormalDist, correlation, stdev

from conflictstijl.fouten import Plek
from conflictstijl.laden.catalogus import load_vragenlijst
from conflictstijl.model.antwoorden import Antwoordblad
from conflictstijl.model.norm import Betrouwbaarheid, Betrouwbaarheidssoort, Normgroep
from conflictstijl.model.stijlen import STIJLEN
from conflictstijl.model.vragen import Item, Keuze, Sleutel, Sleuteldeel, Stelling
from conflictstijl.model.vragenlijst import Vragenlijst
from conflictstijl.rekenen.codering import Code, compare_codering
from conflictstijl.rekenen.hertest import NIVEAU_NORMGROEP, compare_hertest
from conflictstijl.rekenen.kwaliteit import RECHTE_LIJN, score_kwaliteit
from conflictstijl.rekenen.labels import NIVEAU as NIVEAU_LABEL
from conflictstijl.rekenen.labels import Labels, compare_stappen
from conflictstijl.rekenen.scoren import score_antwoorden
from conflictstijl.rekenen.sleutelcontrole import check_sleutels
from conflictstijl.rekenen.verdelingen import score_t_kwantiel
from conflictstijl.rekenen.verwisseling import NIVEAU_EXACT
from conflictstijl.toepassing import build_samen, load_verdieping, score_bladen

LIJSTEN = ("conflictstijlen", "conflictstijlen-kort", "conflictstijlen-paren")
VERDIEPING = "conflictstijlen-verdieping"
"""Asked only of those about whom the first list tells nothing: a row with this name is about both looks together."""
PRAKTIJK = "praktijksituaties"
DELEN = {"rustig-en-gespannen": "gespannen", "rollen": "collega"}
"""Questionnaires in parts, with the part in which a style differs."""

HERTEST = ("conflictstijlen", "conflictstijlen-kort")
"""Questionnaires that people fill in twice."""

CODERINGEN = Path(__file__).parent.parent / "tweede-codering"
NIVEAU = 2.6
RUIS = 0.9
STIJL = "vermijden"
"""The style that differs; which one makes no difference to the rule."""

_CONTROLE = 40
"""Sheets per row for which the fast way is held against the real one."""
_CONTROLE_TRAAG = 20
"""The same where that means reading all questionnaires, to see which one deepens this one."""
_WERKERS = 2
_PAAR = 2
_NORMGROEP = 1000

Antwoorden = tuple[int, ...]
Verschuivingen = set[tuple[str, str, bool]]
"""Part, style, and whether it is higher there."""
Bouwer = Callable[[Vragenlijst, Random], Antwoorden]


@dataclass(frozen=True)
class Rij:
    """One row of the table: of all people, how many got any label, exactly the right one, a wrong one."""

    vragenlijst: str
    situatie: str
    label: float
    juist: float
    fout: float


@dataclass(frozen=True)
class Deelrij:
    """The same for shifts between parts, with how many got any label inside a part."""

    vragenlijst: str
    situatie: str
    verschuiving: float
    juist: float
    fout: float
    label: float


@dataclass(frozen=True)
class Verloop:
    """What happens to people between two times."""

    verschil: float = 0
    vast: float = 0
    dag: float = 0
    normgroep: bool = False


@dataclass(frozen=True)
class Passendrij:
    """Points for what fits: the mean with half its 95% interval, and how many are called above and below chance."""

    situatie: str
    gemiddelde: float
    marge: float
    boven: float
    onder: float


def load_lijst(naam: str) -> Vragenlijst:
    """Return a questionnaire; the deepening one together with what it deepens."""
    return load_vragenlijst("conflictstijlen", met=naam) if naam == VERDIEPING else load_vragenlijst(naam)


# people


def build_willekeurig(vragenlijst: Vragenlijst, toeval: Random) -> Antwoorden:
    return tuple(toeval.choice(_read_antwoorden(item)) for item in vragenlijst.items)


def _read_antwoorden(item: Item) -> Sequence[int]:
    return [punt.waarde for punt in item.antwoorden.punten] if isinstance(item, Stelling) else range(len(item.opties))


def build_recht(vragenlijst: Vragenlijst, toeval: Random) -> Antwoorden:
    """Answer the same everywhere but for as many items as still make a straight line, also in what was added."""
    anders = build_willekeurig(vragenlijst, toeval)
    antwoorden = [toeval.choice(anders)] * len(anders)
    for erbij in (False, True):
        blik = [plaats for plaats, item in enumerate(vragenlijst.items) if item.erbij is erbij]
        for plaats in toeval.sample(blik, int(len(blik) * (1 - RECHTE_LIJN) + 1e-9)):
            antwoorden[plaats] = anders[plaats]
    return tuple(antwoorden)


def build_recht_per_deel(vragenlijst: Vragenlijst, toeval: Random) -> Antwoorden:
    """Answer a straight line in every part, each time another one."""
    return tuple(antwoord for deel in split_delen(vragenlijst) for antwoord in build_recht(deel, toeval))


def build_mens(vragenlijst: Vragenlijst, toeval: Random, verschil: float) -> Antwoorden:
    niveaus = {schaal.id: NIVEAU for schaal in vragenlijst.schalen} | {STIJL: NIVEAU + verschil}
    if vragenlijst.keuzes:
        return tuple(_build_paar(keuze, niveaus, toeval) for keuze in vragenlijst.keuzes)
    return tuple(_build_antwoord(stelling, niveaus, toeval) for stelling in vragenlijst.stellingen)


def build_deelmens(vragenlijst: Vragenlijst, toeval: Random, verschil: float, vast: float = 0) -> Antwoorden:
    """Answer every part alike but for one style in one part; `vast` is the share of the variance of a statement."""
    deel = f"{DELEN[vragenlijst.id]}.{STIJL}"
    eigen = {stelling.plek: toeval.gauss(0, RUIS * sqrt(vast)) for stelling in vragenlijst.stellingen}
    return tuple(
        _build_antwoord(
            stelling,
            {
                stelling.sleutel[0].schaal: NIVEAU
                + verschil * (stelling.sleutel[0].schaal == deel)
                + eigen[stelling.plek]
            },
            toeval,
            RUIS * sqrt(1 - vast),
        )
        for stelling in vragenlijst.stellingen
    )


def build_keren(vragenlijst: Vragenlijst, toeval: Random, verloop: Verloop) -> tuple[Antwoorden, Antwoorden]:
    """Answer twice; the second time one style lies higher."""
    eigen = {stelling.id: toeval.gauss(0, RUIS * sqrt(verloop.vast)) for stelling in vragenlijst.stellingen}
    mens = {schaal.id: NIVEAU + toeval.gauss(0, 0.6 * verloop.normgroep) for schaal in vragenlijst.schalen}
    keren = []
    for verschil in (0.0, verloop.verschil):
        dag = {
            naam: niveau + toeval.gauss(0, verloop.dag) + verschil * (naam == STIJL) for naam, niveau in mens.items()
        }
        keren.append(
            tuple(
                _build_antwoord(
                    stelling,
                    {stelling.sleutel[0].schaal: dag[stelling.sleutel[0].schaal] + eigen[stelling.id]},
                    toeval,
                    RUIS * sqrt(1 - verloop.vast),
                )
                for stelling in vragenlijst.stellingen
            )
        )
    eerst, nu = keren
    return eerst, nu


@cache
def build_normgroep(naam: str, verloop: Verloop) -> Normgroep:
    """Return a norm group of people who do not change, with the correlation between their two times."""
    vragenlijst, toeval = load_lijst(naam), Random(f"normgroep {naam}")  # noqa: S311 - a simulation
    mensen = [build_keren(vragenlijst, toeval, replace(verloop, verschil=0)) for _ in range(_NORMGROEP)]
    keren = [[_score_schalen(vragenlijst, antwoorden) for antwoorden in keer] for keer in zip(*mensen, strict=True)]
    tabel: dict[str, tuple[tuple[Fraction, int], ...]] = {}
    waarden: dict[str, Fraction] = {}
    for schaal in vragenlijst.schalen:
        eerst, nu = ([scores[schaal.id] for scores in keer] for keer in keren)
        tabel[schaal.id] = tuple(sorted(Counter(eerst).items()))
        waarden[schaal.id] = Fraction(round(100 * correlation(list(map(float, eerst)), list(map(float, nu)))), 100)
    vast = Betrouwbaarheid(Betrouwbaarheidssoort.HERTEST, waarden)
    return Normgroep("nagebootst", _NORMGROEP, 2026, "simulatie", "niemand", tabel, betrouwbaarheid=vast)


def build_voorkeur(vragenlijst: Vragenlijst, toeval: Random, kans: float) -> Antwoorden:
    """Choose one style with this probability, else one of the others."""
    return _build_keuzes(vragenlijst, [keuze.schalen.index(STIJL) for keuze in vragenlijst.keuzes], toeval, kans)


def build_passend(vragenlijst: Vragenlijst, toeval: Random, kans: float) -> Antwoorden:
    """Choose what fits best with this probability, else one of the others."""
    doelen = [punten.index(max(punten)) for punten in read_passend(vragenlijst)]
    return _build_keuzes(vragenlijst, doelen, toeval, kans)


def build_vast(vragenlijst: Vragenlijst, _toeval: Random, stijl: str) -> Antwoorden:
    """Choose the same style everywhere."""
    return tuple(keuze.schalen.index(stijl) for keuze in vragenlijst.keuzes)


def _build_keuzes(vragenlijst: Vragenlijst, doelen: Sequence[int], toeval: Random, kans: float) -> Antwoorden:
    return tuple(
        doel
        if toeval.random() < kans
        else toeval.choice([plaats for plaats in _read_antwoorden(keuze) if plaats != doel])
        for doel, keuze in zip(doelen, vragenlijst.keuzes, strict=True)
    )


def _build_paar(keuze: Keuze, niveaus: Mapping[str, float], toeval: Random) -> int:
    eerste, tweede = (toeval.gauss(niveaus[schaal], RUIS) for schaal in keuze.schalen)
    return int(tweede > eerste)


def _build_antwoord(stelling: Stelling, niveaus: Mapping[str, float], toeval: Random, ruis: float = RUIS) -> int:
    deel = stelling.sleutel[0]
    waarde = min(5, max(1, round(toeval.gauss(niveaus[deel.schaal], ruis))))
    return 6 - waarde if deel.omgekeerd else waarde


# the rules again, in a shorter way that only suits complete sheets of these questionnaires


def compare_snel(vragenlijst: Vragenlijst, antwoorden: Antwoorden, delen: int = 1) -> Labels:
    """Return the labels of a complete sheet; with a deepening list those of both looks.

    `delen` is the number of parts of which this is one.
    """
    if vragenlijst.met:
        basis = replace(vragenlijst, items=tuple(item for item in vragenlijst.items if not item.erbij), met="")
        eerste = antwoorden[: len(basis.items)]
        labels = compare_snel(basis, eerste)
        if any(labels) or score_kwaliteit(basis, eerste).meldingen:
            return labels
    if check_recht(antwoorden):
        return (), ()
    if vragenlijst.keuzes:
        return _compare_keuzes(vragenlijst, antwoorden)
    return _compare_stellingen(vragenlijst, antwoorden, delen)


def compare_delen(vragenlijst: Vragenlijst, antwoorden: Antwoorden) -> Labels:
    """Return the labels inside all parts."""
    hoog, laag, over = list[str](), list[str](), list(antwoorden)
    for deel in [] if check_recht(antwoorden) else split_delen(vragenlijst):
        eigen, over = tuple(over[: len(deel.items)]), over[len(deel.items) :]
        boven, onder = compare_snel(deel, eigen, len(vragenlijst.onderdelen))
        hoog, laag = [*hoog, *boven], [*laag, *onder]
    return tuple(hoog), tuple(laag)


@cache
def split_delen(vragenlijst: Vragenlijst) -> tuple[Vragenlijst, ...]:
    """Return every part as a questionnaire of its own."""
    return tuple(
        replace(
            vragenlijst,
            items=tuple(item for item in vragenlijst.items if item.onderdeel == deel.id),
            schalen=tuple(schaal for schaal in vragenlijst.schalen if schaal.onderdeel == deel.id),
        )
        for deel in vragenlijst.onderdelen
    )


def check_recht(antwoorden: Antwoorden) -> bool:
    return max(Counter(antwoorden).values()) / len(antwoorden) >= RECHTE_LIJN


def _compare_stellingen(vragenlijst: Vragenlijst, antwoorden: Antwoorden, delen: int) -> Labels:
    """Hold every scale against the mean of the others, with as many statements in each."""
    waarden: dict[str, list[int]] = {schaal.id: [] for schaal in vragenlijst.schalen}
    for stelling, antwoord in zip(vragenlijst.stellingen, antwoorden, strict=True):
        deel = stelling.sleutel[0]
        waarden[deel.schaal].append(6 - antwoord if deel.omgekeerd else antwoord)
    (aantal,) = {len(rij) for rij in waarden.values()}
    sommen = {naam: sum(rij) for naam, rij in waarden.items()}
    kwadraten = sum(x * x for rij in waarden.values() for x in rij) - sum(som * som for som in sommen.values()) / aantal
    vrijheid = len(waarden) * (aantal - 1)
    variantie = max(kwadraten / vrijheid, 0.25)

    def score_saldo(over: Sequence[str]) -> dict[str, int]:
        alle = sum(sommen[naam] for naam in over)
        return {naam: len(over) * sommen[naam] - alle for naam in over}

    def score_uitschieters(over: Sequence[str]) -> dict[str, int]:
        saldo, anderen = score_saldo(over), len(over) - 1
        verste = max(map(abs, saldo.values()))
        grens = score_t_kwantiel(1 - NIVEAU_LABEL / (2 * len(over) * delen), vrijheid)
        grens *= sqrt(variantie * len(over) / (aantal * anderen)) * aantal * anderen
        return {naam: waarde for naam, waarde in saldo.items() if abs(waarde) == verste} if verste > grens else {}

    return compare_stappen(score_saldo(list(sommen)), score_uitschieters)


def _compare_keuzes(vragenlijst: Vragenlijst, antwoorden: Antwoorden) -> Labels:
    """Hold every style against a coin, or a die with one side per style still in."""
    vragen = [(keuze.schalen, keuze.schalen[keus]) for keuze, keus in zip(vragenlijst.keuzes, antwoorden, strict=True)]
    namen = [schaal.id for schaal in vragenlijst.schalen if not schaal.prestatie]

    def count_keuzes(over: Sequence[str]) -> dict[str, tuple[int, int, int]]:
        """Per style how often it was chosen, how often it could be, and out of how many."""
        mee = [({*schalen} & {*over}, gekozen) for schalen, gekozen in vragen if gekozen in over]
        (zijden,) = {len(schalen) for schalen, _ in mee if len(schalen) > 1} or {2}
        duels = [(schalen, gekozen) for schalen, gekozen in mee if len(schalen) > 1]
        keren = Counter(gekozen for _, gekozen in duels)
        van = Counter(naam for schalen, _ in duels for naam in schalen)
        return {naam: (keren[naam], van[naam], zijden) for naam in over}

    def score_uitschieters(over: Sequence[str]) -> dict[str, Fraction]:
        tellingen = count_keuzes(over)
        kansen = {naam: _score_staart(*telling) for naam, telling in tellingen.items()}
        kleinste = min(kansen.values())
        if kleinste * len(over) > NIVEAU_EXACT:
            return {}
        return {naam: _score_saldo(*tellingen[naam]) for naam in over if kansen[naam] == kleinste}

    return compare_stappen(
        {naam: _score_saldo(*deel) for naam, deel in count_keuzes(namen).items()}, score_uitschieters
    )


def _score_saldo(keren: int, van: int, zijden: int) -> Fraction:
    return keren - Fraction(van, zijden)


@lru_cache(maxsize=4096)
def _score_staart(keren: int, van: int, zijden: int) -> Fraction:
    """Twice the smaller tail of a binomial distribution, at most 1."""
    kansen = [Fraction(comb(van, i) * (zijden - 1) ** (van - i), zijden**van) for i in range(van + 1)]
    return min(Fraction(1), 2 * min(sum(kansen[: keren + 1], Fraction(0)), sum(kansen[keren:], Fraction(0))))


def compare_verschuivingen(vragenlijst: Vragenlijst, antwoorden: Antwoorden) -> Verschuivingen:
    """Return the clear shifts of a complete sheet whose parts share their statements, one scale each."""
    cellen: dict[str, dict[str, list[int]]] = {}
    over = list(antwoorden)
    for deel in [] if check_recht(antwoorden) else split_delen(vragenlijst):
        eigen, over = tuple(over[: len(deel.items)]), over[len(deel.items) :]
        for stelling, antwoord in zip(deel.stellingen, () if check_recht(eigen) else eigen, strict=False):
            schaal = stelling.sleutel[0].schaal.rpartition(".")[2]
            cellen.setdefault(schaal, {}).setdefault(stelling.onderdeel, []).append(antwoord)
    delen = len(next(iter(cellen.values()), {}))
    if delen < _PAAR:
        return set()
    aantal = len(next(iter(cellen[STIJL].values())))
    vrijheid = len(cellen) * (delen - 1) * (aantal - 1)
    variantie = max(sum(_score_wisselwerking(list(rij.values())) for rij in cellen.values()) / vrijheid, 0.25)
    toetsen = len(cellen) * (delen if delen > _PAAR else 1)
    grens = score_t_kwantiel(1 - NIVEAU_LABEL / (2 * toetsen), vrijheid) * sqrt(variantie / aantal)
    return {
        (deel, schaal, hoger)
        for schaal, rijen in cellen.items()
        for deel, hoger in _compare_rijen({deel: sum(rij) for deel, rij in rijen.items()}, grens * aantal)
    }


def _compare_rijen(sommen: Mapping[str, int], grens: float) -> Iterator[tuple[str, bool]]:
    """Yield the parts of one style that differ, the farthest first; of two parts the last."""

    def score_saldo(over: Sequence[str]) -> dict[str, int]:
        alle = sum(sommen[deel] for deel in over)
        return {deel: len(over) * sommen[deel] - alle for deel in over}

    def score_uitschieters(over: Sequence[str]) -> dict[str, int]:
        saldo, anderen = score_saldo(over), len(over) - 1
        verste = max(map(abs, saldo.values()))
        # sums differ by saldo / anderen from the mean of the others, with variance 1 + 1 / anderen
        ver = verste / anderen > grens * sqrt(1 + 1 / anderen)
        return {deel: waarde for deel, waarde in saldo.items() if ver and abs(waarde) == verste}

    if len(sommen) == _PAAR:
        (*_, (deel, waarde)) = score_saldo(list(sommen)).items()
        if score_uitschieters(list(sommen)):
            yield deel, waarde > 0
        return
    hoog, laag = compare_stappen(score_saldo(list(sommen)), score_uitschieters)
    yield from ((deel, hoger) for kant, hoger in ((hoog, True), (laag, False)) for deel in kant)


def _score_wisselwerking(rijen: list[list[int]]) -> float:
    """Squares less those of parts and of statements."""
    kolommen = list(map(sum, zip(*rijen, strict=True)))
    alle = sum(antwoord**2 for rij in rijen for antwoord in rij)
    per_deel, per_stelling = sum(sum(r) ** 2 for r in rijen) / len(kolommen), sum(k**2 for k in kolommen) / len(rijen)
    return alle - per_deel - per_stelling + sum(kolommen) ** 2 / (len(kolommen) * len(rijen))


def _score_schalen(vragenlijst: Vragenlijst, antwoorden: Antwoorden) -> dict[str, Fraction]:
    """Return the mean of every style."""
    waarden: dict[str, list[int]] = {}
    for stelling, antwoord in zip(vragenlijst.stellingen, antwoorden, strict=True):
        deel = stelling.sleutel[0]
        waarden.setdefault(deel.schaal, []).append(6 - antwoord if deel.omgekeerd else antwoord)
    return {naam: Fraction(sum(rij), len(rij)) for naam, rij in waarden.items()}


def compare_keren(
    vragenlijst: Vragenlijst, eerst: Antwoorden, nu: Antwoorden, grenzen: Mapping[str, float] | None
) -> set[tuple[str, bool]]:
    """Return the styles that clearly differ between two complete sheets, and whether they are higher.

    `grenzen` are the limits of a norm group; without them those of a paired test.
    """
    if check_recht(eerst) or check_recht(nu):
        return set()
    toen, later = _score_schalen(vragenlijst, eerst), _score_schalen(vragenlijst, nu)
    grenzen = grenzen or _score_keergrenzen(vragenlijst, eerst, nu)
    return {
        (naam, later[naam] > toen[naam]) for naam, grens in grenzen.items() if abs(later[naam] - toen[naam]) > grens
    }


def _score_keergrenzen(vragenlijst: Vragenlijst, eerst: Antwoorden, nu: Antwoorden) -> dict[str, float]:
    verschillen: dict[str, list[int]] = {}
    for stelling, toen, later in zip(vragenlijst.stellingen, eerst, nu, strict=True):
        deel = stelling.sleutel[0]
        verschillen.setdefault(deel.schaal, []).append(toen - later if deel.omgekeerd else later - toen)
    (aantal,) = {len(rij) for rij in verschillen.values()}
    vrijheid = len(verschillen) * (aantal - 1)
    kwadraten = sum(sum(een * een for een in rij) - sum(rij) ** 2 / aantal for rij in verschillen.values())
    ruis = sqrt(max(kwadraten / vrijheid, 0.5) / aantal)
    return dict.fromkeys(verschillen, score_t_kwantiel(1 - NIVEAU_LABEL / (2 * len(verschillen)), vrijheid) * ruis)


def _score_normgrenzen(normen: Normgroep) -> dict[str, float]:
    z = NormalDist().inv_cdf(1 - NIVEAU_NORMGROEP / (2 * len(normen.tabel)))
    vast = normen.betrouwbaarheid.waarden if normen.betrouwbaarheid else {}
    return {
        naam: z * stdev(float(score) for score, keer in rij for _ in range(keer)) * sqrt(2 * (1 - vast[naam]))
        for naam, rij in normen.tabel.items()
    }


def compare_keren_echt(
    vragenlijst: Vragenlijst, eerst: Antwoorden, nu: Antwoorden, normen: Normgroep | None
) -> set[tuple[str, bool]]:
    """Return what a user is told to differ."""
    lijst = replace(vragenlijst, normen=normen)
    bladen = [_build_blad(lijst, antwoorden) for antwoorden in (eerst, nu)]
    toen, later = ((lijst, blad, score_antwoorden(lijst, blad)) for blad in bladen)
    schalen = compare_hertest(toen, later).schalen
    return {(een.schaal, een.verschil > 0) for een in schalen if een.duidelijk and een.verschil is not None}


def compare_delen_echt(vragenlijst: Vragenlijst, antwoorden: Antwoorden) -> tuple[Verschuivingen, Labels]:
    """Return the clear shifts and the labels inside parts that a user gets."""
    profiel = score_antwoorden(vragenlijst, _build_blad(vragenlijst, antwoorden))
    gevonden = {(een.onderdeel, een.schaal, een.verschil > 0) for een in profiel.verschuivingen if een.duidelijk}
    return gevonden, (profiel.duidelijk_hoog, profiel.duidelijk_laag)


def compare_echt(vragenlijst: Vragenlijst, antwoorden: Antwoorden) -> Labels:
    """Return the labels that a user gets; a deepening list is offered only when the program does."""
    if vragenlijst.met:
        basis, erbij = load_vragenlijst(vragenlijst.id), load_vragenlijst(vragenlijst.met)
        eerste = basis, Antwoordblad(basis.id, antwoorden[: len(basis.items)])
        tweede = erbij, Antwoordblad(erbij.id, antwoorden[len(basis.items) :])
        (resultaat,) = score_bladen([eerste])
        vragenlijst, blad = build_samen(eerste, tweede) if load_verdieping(resultaat) else eerste
    else:
        blad = _build_blad(vragenlijst, antwoorden)
    profiel = score_antwoorden(vragenlijst, blad)
    return profiel.duidelijk_hoog, profiel.duidelijk_laag


def _build_blad(vragenlijst: Vragenlijst, antwoorden: Antwoorden) -> Antwoordblad:
    """Return a sheet of someone who is asked every part."""
    return Antwoordblad(vragenlijst.id, (*[0] * len(vragenlijst.achtergrond), *antwoorden))


# rows

_LEEG: Labels = ((), ())

SITUATIES: dict[str, tuple[Bouwer, Labels]] = {
    "willekeurige antwoorden": (build_willekeurig, _LEEG),
    "rechte lijn": (build_recht, _LEEG),
    "geen verschil": (partial(build_mens, verschil=0), _LEEG),
    **{f"een stijl {v:+.1f}": (partial(build_mens, verschil=v), ((STIJL,), ())) for v in (1, 1.5, 2)},
    **{f"een stijl {v:+.1f}": (partial(build_mens, verschil=v), ((), (STIJL,))) for v in (-1, -1.5, -2)},
}
"""What people are like, and the labels that are right for them."""

PRAKTIJKSITUATIES: dict[str, tuple[Bouwer, Labels]] = {
    "willekeurige antwoorden": (build_willekeurig, _LEEG),
    "rechte lijn": (build_recht, _LEEG),
    **{f"een stijl in {kans:.0%}": (partial(build_voorkeur, kans=kans), ((STIJL,), ())) for kans in (0.4, 0.5, 0.6)},
}

DEELSITUATIES: dict[str, tuple[Bouwer, bool]] = {
    "willekeurige antwoorden": (build_willekeurig, False),
    "rechte lijn": (build_recht, False),
    "rechte lijn per deel": (build_recht_per_deel, False),
    "geen verschuiving": (partial(build_deelmens, verschil=0), False),
    "geen verschuiving, vast": (partial(build_deelmens, verschil=0, vast=0.5), False),
    **{f"een stijl {v:+.1f}": (partial(build_deelmens, verschil=v), True) for v in (1, 1.5, 2)},
    **{f"een stijl {v:+.1f}, vast": (partial(build_deelmens, verschil=v, vast=0.5), True) for v in (1, 1.5, 2)},
}
"""What people are like, and whether one style differs in one part."""

_BEIDE: dict[str, Verloop] = {
    "geen verandering": Verloop(),
    "geen verandering, vast": Verloop(vast=0.5),
    "geen verandering, dag": Verloop(vast=0.5, dag=0.2),
    **{f"een stijl {v:+.1f}": Verloop(v) for v in (1, 1.5, 2)},
    **{f"een stijl {v:+.1f}, vast": Verloop(v, vast=0.5) for v in (1, 1.5, 2)},
}
HERTESTSITUATIES = {
    **_BEIDE,
    **{
        f"{naam}, norm": replace(verloop, normgroep=True)
        for naam, verloop in (*_BEIDE.items(), ("een stijl +1.0, dag", Verloop(1, vast=0.5, dag=0.2)))
        if verloop.vast
    },
}
"""What happens between two times, held against one's own answers or against a norm group."""

PASSENDSITUATIES: dict[str, Bouwer] = {
    **{f"steeds {stijl}": partial(build_vast, stijl=stijl) for stijl in STIJLEN},
    "willekeurige antwoorden": build_willekeurig,
    **{f"wat past in {kans:.0%}": partial(build_passend, kans=kans) for kans in (0.3, 0.5, 0.75)},
}

RIJEN = {**dict.fromkeys((*LIJSTEN, VERDIEPING), SITUATIES), PRAKTIJK: PRAKTIJKSITUATIES}
"""Per questionnaire the situations whose labels are counted."""


def count_labels(naam: str, situatie: str, aantal: int) -> Rij:
    """Simulate one row; AssertionError when the fast way differs from what a user gets."""
    vragenlijst = load_lijst(naam)
    build, juist = RIJEN[naam][situatie]
    toeval = Random(f"{naam} {situatie}")  # noqa: S311 - a simulation
    tellingen, controle = Counter[Labels](), _CONTROLE_TRAAG if vragenlijst.met else _CONTROLE
    for nummer in range(aantal):
        antwoorden = build(vragenlijst, toeval)
        labels = compare_snel(vragenlijst, antwoorden)
        if nummer < controle and labels != compare_echt(vragenlijst, antwoorden):
            raise AssertionError(naam, situatie, antwoorden)
        tellingen[labels] += 1
    fout = sum(
        keren for labels, keren in tellingen.items() if any(set(a) - set(b) for a, b in zip(labels, juist, strict=True))
    )
    precies = tellingen[juist] if juist != _LEEG else 0
    return Rij(naam, situatie, (aantal - tellingen[_LEEG]) / aantal, precies / aantal, fout / aantal)


def count_verschuivingen(naam: str, situatie: str, aantal: int) -> Deelrij:
    """Simulate one row of shifts between parts, in the same way."""
    vragenlijst = load_lijst(naam)
    build, verschil = DEELSITUATIES[situatie]
    juist = {(DELEN[naam], STIJL, True)} if verschil else set()
    toeval = Random(f"{naam} {situatie}")  # noqa: S311 - a simulation
    tellingen = Counter[str]()
    for nummer in range(aantal):
        antwoorden = build(vragenlijst, toeval)
        gevonden, labels = compare_verschuivingen(vragenlijst, antwoorden), compare_delen(vragenlijst, antwoorden)
        if nummer < _CONTROLE and (gevonden, labels) != compare_delen_echt(vragenlijst, antwoorden):
            raise AssertionError(naam, situatie, antwoorden)
        tellingen["verschuiving"] += bool(gevonden)
        tellingen["juist"] += verschil and gevonden == juist
        tellingen["fout"] += bool(gevonden - juist)
        tellingen["label"] += any(labels)
    aandelen = {soort: tellingen[soort] / aantal for soort in ("verschuiving", "juist", "fout", "label")}
    return Deelrij(naam, situatie, **aandelen)


def count_keren(naam: str, situatie: str, aantal: int) -> Rij:
    """Simulate one row of people who fill in a questionnaire twice."""
    vragenlijst, verloop = load_lijst(naam), HERTESTSITUATIES[situatie]
    normen = build_normgroep(naam, replace(verloop, verschil=0)) if verloop.normgroep else None
    grenzen = _score_normgrenzen(normen) if normen else None
    juist = {(STIJL, True)} if verloop.verschil else set()
    toeval, tellingen = Random(f"{naam} {situatie}"), Counter[str]()  # noqa: S311 - a simulation
    for nummer in range(aantal):
        eerst, nu = build_keren(vragenlijst, toeval, verloop)
        gevonden = compare_keren(vragenlijst, eerst, nu, grenzen)
        if nummer < _CONTROLE and gevonden != compare_keren_echt(vragenlijst, eerst, nu, normen):
            raise AssertionError(naam, situatie, eerst, nu)
        tellingen["duidelijk"] += bool(gevonden)
        tellingen["juist"] += bool(juist) and gevonden == juist
        tellingen["fout"] += bool(gevonden - juist)
    return Rij(naam, situatie, *(tellingen[soort] / aantal for soort in ("duidelijk", "juist", "fout")))


@cache
def read_passend(vragenlijst: Vragenlijst) -> list[list[int]]:
    """Return per question the points of each option for what fits."""
    prestatie = {schaal.id for schaal in vragenlijst.schalen if schaal.prestatie}
    return [
        [int(sum(deel.gewicht for deel in optie.sleutel if deel.schaal in prestatie)) for optie in keuze.opties]
        for keuze in vragenlijst.keuzes
    ]


def count_passend(situatie: str, aantal: int) -> Passendrij:
    """Simulate one row of points for what fits; those who always choose the same style are one person."""
    vragenlijst = load_lijst(PRAKTIJK)
    build, toeval = PASSENDSITUATIES[situatie], Random(f"{PRAKTIJK} {situatie}")  # noqa: S311 - a simulation
    mensen = [build(vragenlijst, toeval) for _ in range(1 if situatie.startswith("steeds") else aantal)]
    totalen = [
        sum(punten[keus] for punten, keus in zip(read_passend(vragenlijst), antwoorden, strict=True))
        for antwoorden in mensen
    ]
    van, tot = _read_grenzen(vragenlijst, mensen[:_CONTROLE], totalen)
    gemiddelde = sum(totalen) / len(totalen)
    spreiding = sqrt(sum((totaal - gemiddelde) ** 2 for totaal in totalen) / max(len(totalen) - 1, 1))
    boven, onder = sum(totaal > tot for totaal in totalen), sum(totaal < van for totaal in totalen)
    marge = 1.96 * spreiding / sqrt(len(totalen))
    return Passendrij(situatie, gemiddelde, marge, boven / len(totalen), onder / len(totalen))


def _read_grenzen(
    vragenlijst: Vragenlijst, mensen: Sequence[Antwoorden], totalen: Sequence[int]
) -> tuple[Fraction, Fraction]:
    """Return the limits of chance in points; AssertionError when the program counts these sheets otherwise."""
    grenzen = set[tuple[Fraction, Fraction]]()
    for antwoorden, totaal in zip(mensen, totalen, strict=False):
        score = score_antwoorden(vragenlijst, _build_blad(vragenlijst, antwoorden)).scores["passend"]
        if score.som != totaal or score.exact is None or score.toeval is None:
            raise AssertionError(vragenlijst.id, antwoorden)
        hoogste = sum(map(max, read_passend(vragenlijst)))
        grenzen.add((score.toeval.van * hoogste, score.toeval.tot * hoogste))
    (een,) = grenzen
    return een


# mistakes in a key


def load_codes(pad: Path) -> dict[str, Code]:
    with pad.open(encoding="utf-8", newline="") as bestand:
        return {rij["item"]: (rij["stijl"], rij["richting"]) for rij in csv.DictReader(bestand)}


def load_gecodeerd(pad: Path) -> Vragenlijst:
    """Return the questionnaire that a second coding is about: `id.csv`, or `id.vorm.csv` for one of its versions."""
    naam, _, variant = pad.stem.partition(".")
    return load_vragenlijst(naam, variant)


def read_sleutels(vragenlijst: Vragenlijst) -> dict[Plek, Sleuteldeel]:
    """Return per text in the file its style, without the part of the questionnaire and without what fits."""
    prestatie = {schaal.id for schaal in vragenlijst.schalen if schaal.prestatie}
    return {
        plek: deel._replace(schaal=deel.schaal.rpartition(".")[2])
        for _, _, sleutel, plek in vragenlijst.uitspraken()
        for deel in sleutel
        if deel.schaal not in prestatie
    }


def build_mutaties(vragenlijst: Vragenlijst) -> Iterator[tuple[str, Vragenlijst]]:
    """Yield every copy with one wrong style, two exchanged styles, or one wrong direction, with the kind of mistake.

    A text that several parts share is wrong in all of them, for it stands in the file once.
    """
    sleutels = read_sleutels(vragenlijst)
    for plek, deel in sleutels.items():
        for stijl in STIJLEN:
            if stijl != deel.schaal:
                yield "stijl", _build_kopie(vragenlijst, {plek: deel._replace(schaal=stijl)})
        yield "richting", _build_kopie(vragenlijst, {plek: deel._replace(omgekeerd=not deel.omgekeerd)})
    for (een, deel), (twee, ander) in combinations(sleutels.items(), 2):
        if deel != ander:
            yield "verwisseld", _build_kopie(vragenlijst, {een: ander, twee: deel})


def _build_kopie(vragenlijst: Vragenlijst, anders: Mapping[Plek, Sleuteldeel]) -> Vragenlijst:
    prestatie = {schaal.id for schaal in vragenlijst.schalen if schaal.prestatie}

    def build_sleutel(sleutel: Sleutel, nieuw: Sleuteldeel) -> Sleutel:
        return tuple(
            deel
            if deel.schaal in prestatie
            else nieuw._replace(schaal="".join((*deel.schaal.rpartition(".")[:2], nieuw.schaal)))
            for deel in sleutel
        )

    def build_item(item: Item) -> Item:
        if isinstance(item, Stelling):
            return (
                replace(item, sleutel=build_sleutel(item.sleutel, anders[item.plek])) if item.plek in anders else item
            )
        opties = tuple(
            replace(optie, sleutel=build_sleutel(optie.sleutel, anders[optie.plek])) if optie.plek in anders else optie
            for optie in item.opties
        )
        return replace(item, opties=opties)

    return replace(vragenlijst, items=tuple(map(build_item, vragenlijst.items)))


def count_fouten(pad: Path) -> dict[str, tuple[int, int, int]]:
    """Per kind of mistake: how many there can be, found by the second coding, found by the keys alone."""
    vragenlijst, codes = load_gecodeerd(pad), load_codes(pad)
    gelijk = compare_codering(vragenlijst, codes, pad.name).gelijk
    tellingen: dict[str, tuple[int, int, int]] = {}
    for soort, kopie in build_mutaties(vragenlijst):
        keer, codering, sleutels = tellingen.get(soort, (0, 0, 0))
        codering += compare_codering(kopie, codes, pad.name).gelijk < gelijk
        tellingen[soort] = keer + 1, codering, sleutels + bool(check_sleutels(kopie, pad.name))
    return tellingen


# tables


def render_tabel(rijen: Iterable[Rij], wat: str = "label", breedte: int = 26) -> Iterator[str]:
    yield f"{'':28}{'':{breedte}}{f'een {wat}':>12}{'precies juist':>15}{f'fout {wat}':>15}"
    for rij in rijen:
        juist = f"{rij.juist:.1%}" if "stijl" in rij.situatie else "-"
        yield f"{rij.vragenlijst:28}{rij.situatie:{breedte}}{rij.label:>12.1%}{juist:>15}{rij.fout:>15.1%}"


def render_delen(rijen: Iterable[Deelrij]) -> Iterator[str]:
    yield f"{'':28}{'':26}{'verschuiving':>12}{'precies juist':>15}{'een foute':>12}{'een label':>12}"
    for rij in rijen:
        juist = f"{rij.juist:.1%}" if "stijl" in rij.situatie else "-"
        yield (
            f"{rij.vragenlijst:28}{rij.situatie:26}{rij.verschuiving:>12.1%}{juist:>15}{rij.fout:>12.1%}{rij.label:>12.1%}"
        )


def render_passend(rijen: Iterable[Passendrij]) -> Iterator[str]:
    yield f"{'':28}{'':26}{'punten':>12}{'95%':>15}{'boven toeval':>14}{'eronder':>10}"
    for rij in rijen:
        marge = f"+/- {rij.marge:.2f}"
        yield f"{PRAKTIJK:28}{rij.situatie:26}{rij.gemiddelde:>12.2f}{marge:>15}{rij.boven:>14.1%}{rij.onder:>10.1%}"


def render_fouten(tellingen: Iterable[tuple[str, Mapping[str, tuple[int, int, int]]]]) -> Iterator[str]:
    yield f"{'':28}{'fout in de sleutel':26}{'mogelijk':>12}{'2e codering':>15}{'alleen sleutel':>16}"
    for naam, soorten in tellingen:
        for soort, (keer, codering, sleutels) in soorten.items():
            yield f"{naam:28}{soort:26}{keer:>12}{codering:>15}{sleutels:>16}"


def main() -> int:
    aantal = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    labels = [(naam, situatie, aantal) for naam, situaties in RIJEN.items() for situatie in situaties]
    delen = [(naam, situatie, aantal) for naam in DELEN for situatie in DEELSITUATIES]
    keren = [(naam, situatie, aantal) for naam in HERTEST for situatie in HERTESTSITUATIES]
    paden = sorted(CODERINGEN.glob("*.csv"))
    with ProcessPoolExecutor(_WERKERS) as werkers:
        tabellen = (
            render_tabel(werkers.map(count_labels, *zip(*labels, strict=True))),
            render_delen(werkers.map(count_verschuivingen, *zip(*delen, strict=True))),
            render_tabel(werkers.map(count_keren, *zip(*keren, strict=True)), "verschil", 32),
            render_passend(werkers.map(count_passend, PASSENDSITUATIES, [aantal] * len(PASSENDSITUATIES))),
            render_fouten(zip([pad.stem for pad in paden], werkers.map(count_fouten, paden), strict=True)),
        )
        print(f"{aantal} mensen per rij", flush=True)
        for tabel in tabellen:
            for regel in tabel:
                print(regel, flush=True)
            print()
    return 0


if __name__ == "__main__":
    sys.exit(main())
