"""A program of its own for the tests: keeps finished tests in a folder. Usage: schrijver.py FOLDER FIRST NUMBER."""

import sys
from pathlib import Path

from conflictstijl.opslag.geschiedenis import write_uitslag

from .uitslagen import bouw_uitslag, load_lijsten


def main(map_: Path, van: int, aantal: int) -> None:
    for zaad in range(van, van + aantal):
        write_uitslag(map_, bouw_uitslag(load_lijsten()["takken"], zaad))


if __name__ == "__main__":
    main(Path(sys.argv[1]), *map(int, sys.argv[2:]))
