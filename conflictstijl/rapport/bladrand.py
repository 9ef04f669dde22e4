"""What stands around a worksheet on paper: when it was filled in."""

from datetime import datetime

from conflictstijl.model.document import Alinea, Document
from conflictstijl.tekst import render_moment


def build_bladrand(document: Document, wanneer: str) -> Document:
    """Return a worksheet that says below its title from when it is, if anybody knows."""
    titel, *rest = document.blokken
    return Document((titel, Alinea(wanneer), *rest)) if wanneer else document


def render_wanneer(begin: datetime, klaar: datetime | None) -> str:
    """Return when a kept worksheet was finished, or that it is not."""
    if klaar is None:
        return f"Begonnen op {render_moment(begin)}, en nog niet af."
    return f"Ingevuld op {render_moment(klaar)}."
