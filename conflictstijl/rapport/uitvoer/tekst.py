"""A document as plain text."""

from conflictstijl.model.document import Document
from conflictstijl.rapport.opmaak import BLOKKEN, Tekens, build_regels


def render_tekst(document: Document, breedte: int = 80, tekens: Tekens | None = BLOKKEN) -> str:
    """Return a document as text of at most `breedte` columns, ending in a line break."""
    regels = [regel.tekst for regel in build_regels(document, breedte, tekens)]
    return "\n".join(regels) + "\n"
