"""`conflictstijl waar`: where the program looks for files, and what it does not do."""

from pathlib import Path
from typing import Annotated

import typer

from conflictstijl.cli.uitvoer import write_json, write_regels
from conflictstijl.laden.mappen import MAP_VARIABELE, load_eigen_map, load_inhoudsmap, load_journaalmap

UITLEG = f"Met de omgevingsvariabele {MAP_VARIABELE} kies je zelf de map voor je vragenlijsten en begonnen tests."


def write_waar(
    als_json: Annotated[bool, typer.Option("--json", help="Geef het antwoord als JSON.")] = False,
) -> None:
    """Write the folders, as text or as JSON."""
    eigen, begonnen, inhoud = load_eigen_map().absolute(), load_journaalmap().absolute(), load_inhoudsmap()
    if als_json:
        write_json(
            {
                "formaat": 1,
                "soort": "waar",
                "eigen_vragenlijsten": str(eigen),
                "begonnen_tests": str(begonnen),
                "inhoud": str(inhoud),
                "bewaart_resultaten": False,
                "netwerk": False,
            }
        )
        return
    write_regels(
        [
            f"Eigen vragenlijsten: {_render_map(eigen)}",
            f"Begonnen tests: {_render_map(begonnen)}",
            f"Meegeleverde inhoud: {inhoud}",
            "",
            "Tijdens een test bewaart het programma je antwoorden, zodat je later verder kunt.",
            "Na de laatste vraag wist het ze.",
            "Het programma maakt nooit verbinding met internet.",
        ]
    )


def _render_map(folder: Path) -> str:
    return f"{folder}{'' if folder.is_dir() else ' (die map bestaat nog niet)'}"
