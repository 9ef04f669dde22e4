"""Where the outcome of a command goes that makes several documents, and writing it there."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

from conflictstijl.cli.document import EINDES, STDOUT, render_documenten, write_documenten, write_tekstbestand
from conflictstijl.cli.uitvoer import render_json, write_json
from conflictstijl.model.document import Document


class Doel(NamedTuple):
    """What `-o`, `--json` and `--overschrijf` say."""

    uit: str
    als_json: bool
    overschrijf: bool

    @property
    def bestand(self) -> str:
        """The file to write; empty for stdout."""
        return "" if self.uit == STDOUT else self.uit


def write_uitkomst(gegevens: dict[str, Any], documenten: Iterable[Document], doel: Doel) -> None:
    """Write documents, or the same as data: to the file, and to stdout as JSON or when there is no file."""
    if doel.bestand:
        einde = Path(doel.bestand).suffix.lower()
        inhoud = render_json(gegevens) if einde == EINDES[0] else render_documenten(documenten, einde)
        write_tekstbestand(Path(doel.bestand), inhoud, overschrijf=doel.overschrijf)
    if doel.als_json:
        write_json(gegevens)
    elif not doel.bestand:
        write_documenten(documenten)
