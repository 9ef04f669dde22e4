"""Score a CSV file with pandas: source, target and key (`schaal=q1,-q2;...`) are the arguments."""

import sys

import pandas as pd

bron, doel, sleutel = sys.argv[1:4]
tabel = pd.read_csv(bron)
uit = tabel[["deelnemer"]].copy()
for deel in sleutel.split(";"):
    schaal, namen = deel.split("=")
    items = [(6 - tabel[naam[1:]]) if naam[0] == "-" else tabel[naam] for naam in namen.split(",")]
    antwoorden = pd.concat(items, axis=1)
    uit[schaal] = antwoorden.mean(axis=1).where(antwoorden.count(axis=1) >= 0.8 * len(items))
uit.to_csv(doel, index=False)
