"""Two hundred personal reports as HTML, beside what Jinja alone needs for as many pages of the same size.

Run: ``python -m tests.benchmarks.verslagen [AANTAL]`` with the program installed.

Ours scores random answers of nobody, makes the report and writes the page. `kaal` has a flat template made from one of
our pages, with every text on it as a variable, and only fills that in: no questionnaire, no scores, no document.
Measured are whole processes, start included. Exit code 1 when a page is too large.
"""

import json
import random
import re
import statistics
import sys
import tempfile
from pathlib import Path

from tests.benchmarks.groepen import Meting, measure

KEREN = 5
MEESTE_KB = 60
_TEKST = re.compile(r">([^<>{}]*[a-z][^<>{}]*)<")
_HIER = Path(__file__).parent / "verslagen_naast"


def write_bladen(pad: Path, aantal: int) -> None:
    """Write so many random answer sheets, always the same ones."""
    toeval = random.Random(aantal)  # noqa: S311 - answers of nobody
    with pad.open("w", encoding="utf-8") as bestand:
        for nummer in range(aantal):
            blad = {"vragenlijst": "conflictstijlen", "deelnemer": f"D{nummer:03d}"}
            bestand.write(json.dumps({**blad, "antwoorden": toeval.choices(range(1, 6), k=30)}) + "\n")


def write_sjabloon(pagina: str, sjabloon: Path, teksten: Path) -> None:
    """Write a page as a flat template, and the texts that belong in it."""
    kop, midden, rest = pagina.partition("</style>")
    gevonden = _TEKST.findall(rest)
    nummers = iter(range(len(gevonden)))
    plat = _TEKST.sub(lambda _: f">{{{{ t[{next(nummers)}] }}}}<", rest)
    sjabloon.write_text(f"{{% raw %}}{kop}{midden}{{% endraw %}}{plat}", encoding="utf-8")
    teksten.write_text(json.dumps(gevonden), encoding="utf-8")


def measure_verslagen(aantal: int, folder: Path) -> tuple[dict[str, Meting], int]:
    """Return medians of ours and of the bare pages, and the size in bytes of our largest page."""
    bladen, eigen, kaal = folder / "bladen.jsonl", folder / "eigen", folder / "kaal"
    write_bladen(bladen, aantal)
    opdrachten = {
        "conflictstijl": [sys.executable, str(_HIER / "eigen.py"), str(bladen), str(eigen)],
        "kaal": [sys.executable, str(_HIER / "kaal.py"), str(folder), str(kaal), str(aantal)],
    }
    metingen: dict[str, list[Meting]] = {naam: [] for naam in opdrachten}
    for _ in range(KEREN):
        for naam, opdracht in opdrachten.items():
            metingen[naam].append(measure(opdracht, folder))
            if naam == "conflictstijl":
                paginas = sorted(eigen.glob("*.html"), key=lambda pad: pad.stat().st_size)
                write_sjabloon(
                    paginas[-1].read_text(encoding="utf-8"), folder / "plat.html.j2", folder / "teksten.json"
                )
    medianen = {naam: Meting(*map(statistics.median, zip(*rij, strict=True))) for naam, rij in metingen.items()}
    return medianen, paginas[-1].stat().st_size


def main() -> int:
    aantal = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    with tempfile.TemporaryDirectory() as folder:
        metingen, grootte = measure_verslagen(aantal, Path(folder))
    eigen, kaal = metingen["conflictstijl"], metingen["kaal"]
    for naam, meting in metingen.items():
        print(f"{naam:<14} {meting.seconden:6.2f} s wall {meting.cpu:6.2f} s CPU {meting.megabytes:5.0f} MB")
    print(f"ours / bare: CPU {eigen.cpu / kaal.cpu:.2f}x, memory {eigen.megabytes / kaal.megabytes:.2f}x")
    print(f"largest page: {grootte / 1000:.1f} kB (aim < {MEESTE_KB})")
    return 0 if grootte < MEESTE_KB * 1000 else 1


if __name__ == "__main__":
    sys.exit(main())
