"""`conflictstijl schema`: the JSON Schema of a kind of file, for editors."""

import json
from importlib.resources import files
from typing import Annotated

import typer

from conflictstijl.cli.nederlands import check_keuze
from conflictstijl.cli.uitvoer import write_json, write_regels

UITLEG = """\
Een editor controleert met het schema je bestand terwijl je typt. Zonder SOORT zie je welke soorten er zijn."""

_UITGANG = "-1.json"


def _load_soorten() -> list[str]:
    """Return the kinds of files that have a schema."""
    folder = files("conflictstijl") / "schemas"
    namen = [bestand.name for bestand in folder.iterdir()] if folder.is_dir() else []
    return sorted(naam.removesuffix(_UITGANG) for naam in namen if naam.endswith(_UITGANG))


def write_schema(
    soort: Annotated[
        str | None, typer.Argument(metavar="SOORT", help="Soort bestand.", autocompletion=_load_soorten)
    ] = None,
) -> None:
    """Write a schema, or the kinds there are."""
    soorten = _load_soorten()
    if soort is None:
        write_regels(soorten)
        return
    check_keuze("soort", soort, soorten)
    tekst = (files("conflictstijl") / "schemas" / f"{soort}{_UITGANG}").read_text(encoding="utf-8")
    write_json(json.loads(tekst))
