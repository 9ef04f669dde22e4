"""Read a CSV file and write it again: what reading and writing alone take in plain Python."""

import csv
import sys
from pathlib import Path

bron, doel = map(Path, sys.argv[1:3])
with bron.open(encoding="utf-8", newline="") as invoer, doel.open("w", encoding="utf-8", newline="") as uitvoer:
    csv.writer(uitvoer).writerows(csv.reader(invoer))
