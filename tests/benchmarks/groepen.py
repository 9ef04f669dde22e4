"""`groep` beside what else people score a group file with: a CSV file in, a CSV file with scores out.

Run: ``python tests/benchmarks/groepen.py [--snel]`` with the program installed; `--snel` keeps to 30 and 1,000 rows.

Every row has a code and thirty answers from 1 to 5, two in a hundred left open and in some rows half of them. Each
program reads that, turns reversed answers round, takes the mean of a scale of which 80% is answered, and writes code
and scores, unrounded. Measured is a whole process, start included: wall time, CPU time of all its threads, and the
most memory it had. The programs run in turn, so that a machine that slows down slows them all; shown are medians, and
ratios within this one run. Their outputs are compared cell by cell: a wrong one is no benchmark. `kopie` only reads and
writes. The memory of ours is also measured for a file without codes, for it keeps a code of every row to find doubles.
pandas, Polars and R with psych take part where they are installed. Exit code 1 when an aim is missed.
"""

import argparse
import csv
import os
import random
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from itertools import zip_longest
from math import isclose, log
from pathlib import Path
from shutil import which
from time import perf_counter
from typing import NamedTuple

from conflictstijl import load_vragenlijst

NAAST = Path(__file__).parent / "groepen_naast"
KEREN = {30: 9, 1_000: 9, 100_000: 5, 1_000_000: 3}
"""How often each size is measured."""
EIGEN, KOPIE, POLARS = "conflictstijl", "kopie", "polars"
DOELEN = {30: 0.6, 1_000: 0.6, 100_000: 1.5, 1_000_000: 2.5}
"""Most of the time of Polars that ours may take: CPU, for a million rows wall time."""
MEESTE_MB = 64


class Meting(NamedTuple):
    """What one run took."""

    seconden: float
    cpu: float
    megabytes: float


def build_sleutel() -> str:
    """The key of the questionnaire as the other programs take it: `schaal=q1,-q2;...`."""
    lijst = load_vragenlijst("conflictstijlen")
    namen: dict[str, list[str]] = {schaal.id: [] for schaal in lijst.schalen}
    for item in lijst.stellingen:
        for deel in item.sleutel:
            namen[deel.schaal].append(f"{'-' if deel.omgekeerd else ''}q{item.id}")
    return ";".join(f"{schaal}={','.join(items)}" for schaal, items in namen.items())


def write_groep(pad: Path, aantal: int, *, codes: bool) -> None:
    """Write a group of so many people, always the same one."""
    toeval = random.Random(aantal)  # noqa: S311 - answers of nobody
    vol, half = [*"12345" * 10, ""], [*"12345", *[""] * 5]
    kop = ["deelnemer"] * codes
    with pad.open("w", encoding="utf-8", newline="") as bestand:
        schrijver = csv.writer(bestand)
        schrijver.writerow([*kop, *(f"q{nummer}" for nummer in range(1, 31))])
        for nummer in range(aantal):
            cellen = toeval.choices(half if nummer % 50 == 7 else vol, k=30)
            schrijver.writerow([*([f"D{nummer:07d}"] * codes), *cellen])


def build_opdrachten() -> dict[str, list[str]]:
    """The programs that are here, each to be followed by source, target and key; ours has no need of a key."""
    opdrachten = {
        EIGEN: [sys.executable, "-m", "conflictstijl", "groep"],
        KOPIE: [sys.executable, str(NAAST / "kopie.py")],
    }
    for naam in (POLARS, "pandas"):
        if find_spec(naam):
            opdrachten[naam] = [sys.executable, str(NAAST / f"met_{naam}.py")]
    psych = ["Rscript", "-e", "quit(status = !requireNamespace('psych', quietly = TRUE))"]
    if which("Rscript") and subprocess.run(psych, check=False, capture_output=True).returncode == 0:
        opdrachten["psych"] = ["Rscript", str(NAAST / "met_psych.R")]
    return opdrachten


def build_argumenten(naam: str, bron: Path, doel: Path, sleutel: str) -> list[str]:
    if naam != EIGEN:
        return [str(bron), str(doel), sleutel]
    vast = ["--vragenlijst", "conflictstijlen", "--met-profielen", "--csv", "internationaal", "--overschrijf"]
    return [str(bron), *vast, "-o", str(doel)]


def measure(opdracht: Sequence[str], folder: Path) -> Meting:
    """Run a program and tell what it took; raises RuntimeError with what it said when it fails."""
    omgeving = {**os.environ, "CONFLICTSTIJL_MAP": str(folder / "eigen")}
    # an installed program has its bytecode; a shell that forbids writing it would measure the compiler
    omgeving.pop("PYTHONDONTWRITEBYTECODE", None)
    with (folder / "gezegd.txt").open("w+", encoding="utf-8") as gezegd:
        begin = perf_counter()
        kind = subprocess.Popen(opdracht, stdout=gezegd, stderr=gezegd, env=omgeving)
        _, status, verbruik = os.wait4(kind.pid, 0)
        seconden = perf_counter() - begin
        kind.returncode = os.waitstatus_to_exitcode(status)
        if kind.returncode:
            gezegd.seek(0)
            raise RuntimeError(f"{' '.join(opdracht)}\n{gezegd.read()}")
    return Meting(seconden, verbruik.ru_utime + verbruik.ru_stime, verbruik.ru_maxrss / 1024)


def load_scores(pad: Path, schalen: Sequence[str]) -> Iterator[tuple[str, list[float | None]]]:
    with pad.open(encoding="utf-8-sig", newline="") as bestand:
        for rij in csv.DictReader(bestand):
            yield next(iter(rij.values())), [float(rij[schaal]) if rij[schaal] else None for schaal in schalen]


def check_gelijk(een: Path, ander: Path, schalen: Sequence[str]) -> None:
    """Raise RuntimeError when two files do not have the same scores, row by row."""
    for links, rechts in zip_longest(load_scores(een, schalen), load_scores(ander, schalen)):
        gelijk = links and rechts and links[0] == rechts[0] and all(map(check_score, links[1], rechts[1]))
        if not gelijk:
            raise RuntimeError(f"{een.name} and {ander.name} differ: {links} and {rechts}")


def check_score(een: float | None, ander: float | None) -> bool:
    if een is None or ander is None:
        return een is ander
    return isclose(een, ander, rel_tol=1e-9)


def measure_groep(aantal: int, folder: Path) -> dict[str, Meting]:
    """Medians of every program for a group of this size, and of ours for the same without codes."""
    sleutel, opdrachten = build_sleutel(), build_opdrachten()
    bron, kaal = folder / "groep.csv", folder / "zonder.csv"
    write_groep(bron, aantal, codes=True)
    write_groep(kaal, aantal, codes=False)
    heel = {
        naam: [*opdracht, *build_argumenten(naam, bron, folder / f"{naam}.csv", sleutel)]
        for naam, opdracht in opdrachten.items()
    }
    heel["zonder codes"] = [*opdrachten[EIGEN], *build_argumenten(EIGEN, kaal, folder / "kaal.csv", sleutel)]
    metingen: dict[str, list[Meting]] = {naam: [] for naam in heel}
    for _ in range(KEREN[aantal]):
        for naam, opdracht in heel.items():
            metingen[naam].append(measure(opdracht, folder))
    for naam in set(opdrachten) - {EIGEN, KOPIE}:
        check_gelijk(
            folder / f"{EIGEN}.csv", folder / f"{naam}.csv", [deel.split("=")[0] for deel in sleutel.split(";")]
        )
    return {naam: Meting(*map(statistics.median, zip(*rij, strict=True))) for naam, rij in metingen.items()}


def print_metingen(aantal: int, metingen: dict[str, Meting]) -> bool:
    """Print one size as a table; tell whether the aims are met."""
    eigen = metingen[EIGEN]
    print(f"\n{aantal:,} rows; every output the same; medians of {KEREN[aantal]}")
    print(f"  {'':<14} {'wall s':>8} {'CPU s':>8} {'MB':>7} {'rows/s':>11}   ours / this: wall, CPU")
    for naam, meting in metingen.items():
        getallen = f"{meting.seconden:8.3f} {meting.cpu:8.3f} {meting.megabytes:7.0f} {aantal / meting.seconden:11,.0f}"
        print(f"  {naam:<14} {getallen}   {eigen.seconden / meting.seconden:6.2f}x {eigen.cpu / meting.cpu:6.2f}x")
    return all([*check_doelen(aantal, metingen)])


def check_doelen(aantal: int, metingen: dict[str, Meting]) -> Iterator[bool]:
    """Print every aim beside what came of it."""
    eigen, wand = metingen[EIGEN], aantal == max(KEREN)
    for naam in (naam for naam in (POLARS, "pandas", "psych") if naam in metingen):
        ander = metingen[naam]
        verhouding = eigen.seconden / ander.seconden if wand else eigen.cpu / ander.cpu
        doel = DOELEN[aantal] if naam == POLARS else 1
        yield print_doel(f"{'wall' if wand else 'CPU'} time / {naam}", verhouding, doel)
    yield print_doel("MB without codes", metingen["zonder codes"].megabytes, MEESTE_MB)


def print_doel(naam: str, uitkomst: float, doel: float) -> bool:
    gehaald = uitkomst <= doel
    print(f"  {'ok ' if gehaald else 'NOT'} {naam:<24} {uitkomst:6.2f}  (aim <= {doel})")
    return gehaald


def print_groei(seconden: dict[int, float]) -> None:
    """Print how time grows with rows: 1 is in proportion, less where starting takes most of it."""
    for klein, groot in ((1_000, 1_000_000), (100_000, 1_000_000)):
        if groot in seconden:
            macht = log(seconden[groot] / seconden[klein]) / log(groot / klein)
            print(f"growth exponent from {klein:,} to {groot:,} rows: {macht:.2f}")


def main() -> int:
    lezer = argparse.ArgumentParser(description="groep beside other programs")
    lezer.add_argument("--snel", action="store_true", help="30 and 1,000 rows only")
    maten = [30, 1_000] if lezer.parse_args().snel else list(KEREN)
    gehaald, seconden = True, dict[int, float]()
    for aantal in maten:
        with tempfile.TemporaryDirectory() as folder:
            metingen = measure_groep(aantal, Path(folder))
        gehaald &= print_metingen(aantal, metingen)
        seconden[aantal] = metingen[EIGEN].seconden
    print_groei(seconden)
    return int(not gehaald)


if __name__ == "__main__":
    sys.exit(main())
