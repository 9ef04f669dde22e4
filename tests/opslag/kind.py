"""A program of its own for the tests: goes on with the test in a folder, and says which answers it was sure of.

Usage: kind.py FOLDER open|ROUND; with `open` it holds the journal until its input ends, with the number of a round
it answers until it is killed, every round differently.
"""

import itertools
import sys
from pathlib import Path

from conflictstijl.fouten import ConflictstijlFout
from conflictstijl.opslag.bewaard import load_journalen
from conflictstijl.opslag.journaal import Journaal, build_journaal, resume_journaal
from tests.opslag.proef import AFDRUK, build_kindlijst, build_proefkop


def open_journaal(map_: Path) -> Journaal:
    lijst = build_kindlijst()
    journalen = load_journalen(map_, lijst, AFDRUK)
    return resume_journaal(journalen.bewaard[0]) if journalen.bewaard else build_journaal(map_, build_proefkop(lijst))


def main(map_: Path, taak: str) -> int:
    try:
        journaal = open_journaal(map_)
    except ConflictstijlFout as fout:
        print(fout)
        return fout.exit_code
    with journaal:
        if taak == "open":
            journaal.write_antwoord(0, 1)
            print("open", flush=True)
            sys.stdin.read()
        else:
            write_alles(journaal, int(taak))
    return 0


def write_alles(journaal: Journaal, begin: int) -> None:
    """Answer questions from the first to the last and around again, with other answers each round."""
    for ronde in itertools.count(begin):
        for plaats in range(journaal.kop.aantal):
            antwoord = (ronde + plaats) % 5 + 1
            journaal.write_antwoord(plaats, antwoord)
            sys.stdout.write(f"{plaats} {antwoord}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2]))
