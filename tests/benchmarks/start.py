"""CPU time of whole commands as a ratio to ``python -c pass``, medians of an odd number of runs taken in turn.

Run: ``python tests/benchmarks/start.py [runs]`` with the program installed. Ratios hold when the machine's speed
drifts; absolute times do not. Exit code 1 when an aim is missed.
"""

import os
import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

PYTHON = sys.executable
# an installed program has its bytecode; a shell that forbids writing it would measure the compiler
OMGEVING = {naam: waarde for naam, waarde in os.environ.items() if naam != "PYTHONDONTWRITEBYTECODE"}
BLAD = "vragenlijst: conflictstijlen\nantwoorden: [" + ", ".join(["3", "4", "2", "5", "1"] * 6) + "]\n"


def measure_cpu(opdracht: list[str], invoer: str = "") -> float:
    """CPU seconds (user and system) of one run of a command."""
    voor = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(
        opdracht,
        input=invoer,
        text=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=False,
        env=OMGEVING,
    )
    na = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (na.ru_utime - voor.ru_utime) + (na.ru_stime - voor.ru_stime)


def main() -> int:
    keren = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    with tempfile.TemporaryDirectory() as folder:
        blad = Path(folder) / "blad.yaml"
        blad.write_text(BLAD, encoding="utf-8")
        programma = [PYTHON, str(Path(PYTHON).with_name("conflictstijl"))]
        opdrachten: dict[str, tuple[list[str], float]] = {
            "python -c pass": ([PYTHON, "-c", "pass"], 1),
            "--version": ([*programma, "--version"], 1.5),
            "--help": ([*programma, "--help"], 9),
            "scoor one sheet": ([*programma, "scoor", str(blad)], 14),
            "scoor one sheet --json": ([*programma, "scoor", str(blad), "--json"], 14),
            "afnemen, first question": ([*programma, "afnemen"], 14),
        }
        tijden: dict[str, list[float]] = {naam: [] for naam in opdrachten}
        for opdracht, _ in opdrachten.values():
            measure_cpu(opdracht)
        for _ in range(keren):
            for naam, (opdracht, _) in opdrachten.items():
                tijden[naam].append(measure_cpu(opdracht))
    basis = statistics.median(tijden["python -c pass"])
    gehaald = True
    for naam, (_, doel) in opdrachten.items():
        verhouding = statistics.median(tijden[naam]) / basis
        gehaald &= verhouding <= doel
        print(f"{naam:<26}  {statistics.median(tijden[naam]) * 1000:7.1f} ms  {verhouding:5.1f}x  (aim <= {doel}x)")
    return int(not gehaald)


if __name__ == "__main__":
    sys.exit(main())
