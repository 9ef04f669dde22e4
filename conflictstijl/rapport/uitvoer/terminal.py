"""A document on a terminal: the text, with headings in bold. Nothing is said by colour alone."""

from typing import TextIO

from conflictstijl.model.document import Document
from conflictstijl.rapport.opmaak import BLOKKEN, Tekens, build_regels


def write_terminal(document: Document, uit: TextIO, breedte: int, tekens: Tekens | None = BLOKKEN) -> None:
    """Write a document to a terminal. Markup, highlighting and emoji are off: texts come from outside."""
    from rich.console import Console
    from rich.text import Text

    console = Console(file=uit, width=breedte, markup=False, highlight=False, emoji=False, soft_wrap=True)
    for regel in build_regels(document, breedte, tekens):
        console.print(Text(regel.tekst, style="bold" if regel.kop else ""))
