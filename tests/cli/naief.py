"""A naive twin of the test by lines: keeps its answers in one YAML file that it writes anew for every answer.

It asks and accepts as the program does, and is what the tests of killed programs must catch.
"""

import sys
from pathlib import Path

import yaml

from conflictstijl import toepassing
from conflictstijl.afname.gesprek import Gesprek
from conflictstijl.afname.schudden import check_willekeurig
from conflictstijl.afname.verloop import Verloop
from conflictstijl.afname.vraagtekst import parse_invoer, render_vraag

BREEDTE = 100


def main(naam: str, zaad: str, bestand: str) -> None:
    """Ask everything that has no answer yet."""
    lijst = toepassing.load_vragenlijst(naam)
    verloop = Verloop(lijst, int(zaad) if check_willekeurig(lijst) else None)
    stand = (yaml.safe_load(Path(bestand).read_text(encoding="utf-8")) if Path(bestand).exists() else None) or {}
    verloop.resume_antwoorden(
        [stand.get(nr) for nr in range(len(lijst.vragen))], [nr in stand for nr in range(len(lijst.vragen))]
    )
    gesprek = Gesprek(sys.stdin, sys.stdout, BREEDTE, mens=True)
    with Path(bestand).open("w", encoding="utf-8") as blad:
        while not verloop.check_klaar():
            gesprek.write_alinea(f"Vraag {verloop.nummer} van {verloop.aantal}")
            for regel in render_vraag(verloop.getoond.vraag):
                gesprek.write_regel(regel)
            antwoord = parse_invoer(gesprek.read_regel(), verloop.getoond.vraag)
            stand[verloop.plaats] = antwoord
            verloop.write_antwoord(antwoord)
            blad.seek(0)
            blad.truncate()
            yaml.safe_dump(stand, blad)
        gesprek.write_alinea("Enter: klaar.")
        gesprek.read_regel()


if __name__ == "__main__":
    main(*sys.argv[1:])
