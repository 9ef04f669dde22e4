"""How often the program labels a style rightly and wrongly: simulated people, one table.

Run from the root of the project: ``python tests/benchmarks/zekerheid.py [people per row]`` (default 20,000). Seeded,
so every run prints the same. Below the table: how many mistakes in a key the program finds.

A simulated person has a level of 2.6 for every style, one style higher or lower. A statement gets that level plus
normal noise (SD 0.9), rounded and kept within 1..5; of a pair the statement with the larger sum is chosen.
"""

import csv
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from itertools import combinations
from pathlib import Path
from random import Random

from conflictstijl.laden.catalogus import load_vragenlijst
from conflictstijl.model.antwoorden import Antwoordblad
from conflictstijl.model.vragenlijst import Keuze, Sleuteldeel, Stelling, Vorm, Vragenlijst
from conflictstijl.rekenen.codering import Code, compare_codering
from conflictstijl.rekenen.controle import check_sleutels
from conflictstijl.rekenen.kwaliteit import RECHTE_LIJN
from conflictstijl.rekenen.scoren import score_antwoorden
from conflictstijl.rekenen.zekerheid import Labels, build_bijdragen, compare_keuzes, compare_schalen

LIJSTEN = ("conflictstijlen", "conflictstijlen-kort", "conflictstijlen-paren")
CODERINGEN = Path(__file__).parent.parent / "tweede-codering"
NIVEAU = 2.6
RUIS = 0.9
STIJL = "vermijden"
"""The style that differs; which one makes no difference to the rule."""

_CONTROLE = 100
"""Sheets per row for which the fast way is held against the real one."""

Antwoorden = tuple[int, ...]


@dataclass(frozen=True)
class Rij:
    """One row of the table: of all people, how many got any label, exactly the right one, a wrong one."""

    vragenlijst: str
    situatie: str
    label: float
    juist: float
    fout: float


def build_willekeurig(vragenlijst: Vragenlijst, toeval: Random) -> Antwoorden:
    punten = vragenlijst.antwoorden
    waarden = [punt.waarde for punt in punten.punten] if punten else [0, 1]
    return tuple(toeval.choices(waarden, k=len(vragenlijst.items)))


def build_recht(vragenlijst: Vragenlijst, toeval: Random) -> Antwoorden:
    """Answer the same everywhere but for as many items as still make a straight line."""
    antwoorden = [
        toeval.choice([punt.waarde for punt in vragenlijst.antwoorden.punten] if vragenlijst.antwoorden else [0, 1])
    ]
    antwoorden *= len(vragenlijst.items)
    anders = build_willekeurig(vragenlijst, toeval)
    for plaats in toeval.sample(range(len(antwoorden)), int(len(antwoorden) * (1 - RECHTE_LIJN) + 1e-9)):
        antwoorden[plaats] = anders[plaats]
    return tuple(antwoorden)


def build_mens(vragenlijst: Vragenlijst, toeval: Random, verschil: float) -> Antwoorden:
    niveaus = {schaal.id: NIVEAU for schaal in vragenlijst.schalen} | {STIJL: NIVEAU + verschil}
    if vragenlijst.vorm is Vorm.KIES:
        return tuple(_build_keuze(keuze, niveaus, toeval) for keuze in vragenlijst.keuzes)
    return tuple(_build_antwoord(stelling, niveaus, toeval) for stelling in vragenlijst.stellingen)


def _build_keuze(keuze: Keuze, niveaus: dict[str, float], toeval: Random) -> int:
    eerste, tweede = (toeval.gauss(niveaus[schaal], RUIS) for schaal in keuze.schalen)
    return int(tweede > eerste)


def _build_antwoord(stelling: Stelling, niveaus: dict[str, float], toeval: Random) -> int:
    deel = stelling.sleutel[0]
    waarde = min(5, max(1, round(toeval.gauss(niveaus[deel.schaal], RUIS))))
    return 6 - waarde if deel.omgekeerd else waarde


def compare_snel(vragenlijst: Vragenlijst, antwoorden: Antwoorden) -> Labels:
    """Return the labels of a complete sheet of a questionnaire with one key per statement."""
    if max(Counter(antwoorden).values()) / len(antwoorden) >= RECHTE_LIJN:
        return (), ()
    namen = [schaal.id for schaal in vragenlijst.schalen]
    if vragenlijst.vorm is Vorm.KIES:
        paren = [keuze.schalen for keuze in vragenlijst.keuzes]
        duels = [(paar[keus], paar[1 - keus]) for paar, keus in zip(paren, antwoorden, strict=True)]
        return compare_keuzes(namen, duels)
    waarden: dict[str, list[int]] = {naam: [] for naam in namen}
    for stelling, antwoord in zip(vragenlijst.stellingen, antwoorden, strict=True):
        deel = stelling.sleutel[0]
        waarden[deel.schaal].append(6 - antwoord if deel.omgekeerd else antwoord)
    gewichten = [vragenlijst.stellingen[0].sleutel[0].gewicht] * max(map(len, waarden.values()))
    schalen = {naam: build_bijdragen(rij, gewichten[: len(rij)]) for naam, rij in waarden.items()}
    return compare_schalen(schalen, 4)


def compare_echt(vragenlijst: Vragenlijst, antwoorden: Antwoorden) -> Labels:
    profiel = score_antwoorden(vragenlijst, Antwoordblad(vragenlijst.id, antwoorden))
    return profiel.duidelijk_hoog, profiel.duidelijk_laag


SITUATIES: dict[str, tuple[Callable[[Vragenlijst, Random], Antwoorden], Labels]] = {
    "willekeurige antwoorden": (build_willekeurig, ((), ())),
    "rechte lijn": (build_recht, ((), ())),
    "geen verschil": (partial(build_mens, verschil=0), ((), ())),
    **{f"een stijl {v:+.1f}": (partial(build_mens, verschil=v), ((STIJL,), ())) for v in (1, 1.5, 2)},
    **{f"een stijl {v:+.1f}": (partial(build_mens, verschil=v), ((), (STIJL,))) for v in (-1, -1.5, -2)},
}
"""What people are like, and the labels that are right for them."""


def count_labels(naam: str, situatie: str, aantal: int) -> Rij:
    """Simulate one row; AssertionError when the fast way differs from `score_antwoorden`."""
    vragenlijst = load_vragenlijst(naam)
    build, juist = SITUATIES[situatie]
    toeval = Random(f"{naam} {situatie}")  # noqa: S311 - a simulation
    tellingen = Counter[Labels]()
    for nummer in range(aantal):
        antwoorden = build(vragenlijst, toeval)
        labels = compare_snel(vragenlijst, antwoorden)
        if nummer < _CONTROLE and labels != compare_echt(vragenlijst, antwoorden):
            raise AssertionError(naam, situatie, antwoorden)
        tellingen[labels] += 1
    fout = sum(
        keren for labels, keren in tellingen.items() if any(set(a) - set(b) for a, b in zip(labels, juist, strict=True))
    )
    precies = tellingen[juist] if juist != ((), ()) else 0
    return Rij(naam, situatie, (aantal - tellingen[(), ()]) / aantal, precies / aantal, fout / aantal)


def render_tabel(rijen: list[Rij]) -> Iterator[str]:
    yield f"{'':24}{'':26}{'een label':>12}{'precies juist':>15}{'fout label':>12}"
    for rij in rijen:
        juist = f"{rij.juist:.1%}" if "stijl" in rij.situatie else "-"
        yield f"{rij.vragenlijst:24}{rij.situatie:26}{rij.label:>12.1%}{juist:>15}{rij.fout:>12.1%}"


def load_codes(naam: str) -> dict[str, Code]:
    with (CODERINGEN / f"{naam}.csv").open(encoding="utf-8", newline="") as bestand:
        return {rij["item"]: (rij["stijl"], rij["richting"]) for rij in csv.DictReader(bestand)}


def build_mutaties(vragenlijst: Vragenlijst) -> Iterator[tuple[str, Vragenlijst]]:
    """Yield every copy with one wrong style, two exchanged keys, or one wrong direction, with the kind of mistake."""
    sleutels = [sleutel[0] for _, _, sleutel, _ in vragenlijst.uitspraken()]
    for plaats, deel in enumerate(sleutels):
        for schaal in vragenlijst.schalen:
            if schaal.id != deel.schaal:
                yield "stijl", _build_kopie(vragenlijst, sleutels, {plaats: deel._replace(schaal=schaal.id)})
        yield "richting", _build_kopie(vragenlijst, sleutels, {plaats: deel._replace(omgekeerd=not deel.omgekeerd)})
    for (een, deel), (twee, ander) in combinations(enumerate(sleutels), 2):
        if deel != ander:
            yield "verwisseld", _build_kopie(vragenlijst, sleutels, {een: ander, twee: deel})


def _build_kopie(vragenlijst: Vragenlijst, sleutels: list[Sleuteldeel], anders: dict[int, Sleuteldeel]) -> Vragenlijst:
    nieuw = iter([(anders.get(plaats, deel),) for plaats, deel in enumerate(sleutels)])
    if vragenlijst.stellingen:
        return replace(vragenlijst, stellingen=tuple(replace(s, sleutel=next(nieuw)) for s in vragenlijst.stellingen))
    keuzes = (
        replace(keuze, opties=tuple(replace(optie, sleutel=next(nieuw)) for optie in keuze.opties))
        for keuze in vragenlijst.keuzes
    )
    return replace(vragenlijst, keuzes=tuple(keuzes))


def count_fouten(naam: str) -> dict[str, tuple[int, int, int]]:
    """Per kind of mistake: how many there can be, found by the second coding, found by the keys alone."""
    vragenlijst, codes = load_vragenlijst(naam), load_codes(naam)
    gelijk = compare_codering(vragenlijst, codes, naam).gelijk
    tellingen: dict[str, tuple[int, int, int]] = {}
    for soort, kopie in build_mutaties(vragenlijst):
        keer, codering, sleutels = tellingen.get(soort, (0, 0, 0))
        codering += compare_codering(kopie, codes, naam).gelijk < gelijk
        tellingen[soort] = keer + 1, codering, sleutels + bool(check_sleutels(kopie, naam))
    return tellingen


def main() -> int:
    aantal = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    taken = [(naam, situatie, aantal) for naam in LIJSTEN for situatie in SITUATIES]
    with ProcessPoolExecutor() as werkers:
        fouten = werkers.map(count_fouten, LIJSTEN)
        rijen = list(werkers.map(count_labels, *zip(*taken, strict=True)))
        print(f"{aantal} mensen per rij")
        print("\n".join(render_tabel(rijen)))
        print("\nfouten in een sleutel: mogelijk, gevonden met tweede codering, gevonden zonder")
        for naam, tellingen in zip(LIJSTEN, fouten, strict=True):
            for soort, (keer, codering, sleutels) in tellingen.items():
                print(f"{naam:24}{soort:12}{keer:8}{codering:8}{sleutels:8}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
