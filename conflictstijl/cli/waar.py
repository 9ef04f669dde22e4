"""`conflictstijl waar`: where the program looks for files, and what it does not do."""

import textwrap
from pathlib import Path
from typing import Annotated

import typer

from conflictstijl.cli.uitvoer import read_kolommen, write_json, write_regels
from conflictstijl.laden.instellingen import BESTAND
from conflictstijl.laden.mappen import (
    MAP_VARIABELE,
    load_eigen_map,
    load_gegevensmap,
    load_groepenmap,
    load_inhoudsmap,
    load_journaalmap,
    load_resultatenmap,
    load_werkbladenmap,
)

UITLEG = f"Met de omgevingsvariabele {MAP_VARIABELE} kies je zelf de map voor al je bestanden."

_ZINNEN = (
    "Tijdens een test bewaart het programma je antwoorden, zodat je later verder kunt.",
    "Daarna blijven je antwoorden en je uitslag staan, tot je ze wist.",
    "Ook een werkblad blijft staan, af of niet. Daar kan iets over anderen in staan.",
    "Van een groepsbeeld bewaart het een jaar lang wie erin zat, onherkenbaar. Scores staan daar niet bij.",
    "Wissen: conflictstijl resultaten wis. Niets bewaren: conflictstijl afnemen --niet-bewaren.",
    "Het programma maakt nooit verbinding met internet.",
)


def write_waar(
    als_json: Annotated[bool, typer.Option("--json", help="Geef het antwoord als JSON.")] = False,
) -> None:
    """Write the folders, as text or as JSON."""
    mappen = (load_eigen_map, load_journaalmap, load_resultatenmap, load_groepenmap, load_werkbladenmap)
    eigen, begonnen, klaar, groepen, werkbladen = (map_().absolute() for map_ in mappen)
    inhoud, instellingen = load_inhoudsmap(), load_gegevensmap().absolute() / BESTAND
    if als_json:
        write_json(
            {
                "formaat": 1,
                "soort": "waar",
                "eigen_vragenlijsten": str(eigen),
                "begonnen_tests": str(begonnen),
                "werkbladen": str(werkbladen),
                "begonnen_werkbladen": str(werkbladen),
                "resultaten": str(klaar),
                "groepen": str(groepen),
                "instellingen": str(instellingen),
                "inhoud": str(inhoud),
                "bewaart_resultaten": True,
                "netwerk": False,
            }
        )
        return
    write_regels(
        [
            f"Eigen vragenlijsten: {_render_map(eigen)}",
            f"Begonnen tests: {_render_map(begonnen)}",
            f"Ingevulde werkbladen: {_render_map(werkbladen)}",
            f"Bewaarde uitslagen: {_render_map(klaar)}",
            f"Eerdere groepsbeelden: {_render_map(groepen)}",
            f"Instellingen: {instellingen}{'' if instellingen.is_file() else ' (dat bestand is er nog niet)'}",
            f"Meegeleverde inhoud: {inhoud}",
            "",
            *(regel for zin in _ZINNEN for regel in textwrap.wrap(zin, read_kolommen(), break_on_hyphens=False)),
        ]
    )


def _render_map(folder: Path) -> str:
    return f"{folder}{'' if folder.is_dir() else ' (die map bestaat nog niet)'}"
