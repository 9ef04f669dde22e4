"""`conflictstijl uitleg`: texts to read, such as the one on privacy for participants."""

import textwrap
from pathlib import Path
from typing import Annotated

import typer

from conflictstijl.cli.nederlands import check_keuze
from conflictstijl.cli.uitvoer import read_kolommen, write_regels
from conflictstijl.laden.mappen import load_inhoudsmap

UITLEG = "Zonder ONDERWERP zie je welke teksten er zijn."


def _load_teksten() -> dict[str, Path]:
    """Return the texts there are, by subject."""
    return {pad.stem: pad for pad in sorted((load_inhoudsmap() / "teksten").glob("*.md"))}


def _read_onderwerpen() -> list[str]:
    return list(_load_teksten())


def write_uitleg(
    onderwerp: Annotated[
        str | None,
        typer.Argument(metavar="ONDERWERP", help="Waarover je wilt lezen.", autocompletion=_read_onderwerpen),
    ] = None,
) -> None:
    """Write a text, or which texts there are."""
    teksten = _load_teksten()
    if onderwerp is None:
        write_regels(textwrap.fill(f"{naam}: {_read_titel(pad)}", read_kolommen()) for naam, pad in teksten.items())
        return
    check_keuze("onderwerp", onderwerp, list(teksten))
    write_regels([render_leestekst(teksten[onderwerp].read_text(encoding="utf-8"), read_kolommen())])


def render_leestekst(tekst: str, breedte: int) -> str:
    """Return a Markdown text of headings, paragraphs and lists as plain text that fits the width."""
    return "\n\n".join(_render_blok(blok, breedte) for blok in tekst.strip().split("\n\n"))


def _render_blok(blok: str, breedte: int) -> str:
    if blok.startswith("- "):
        return "\n".join(textwrap.fill(punt, breedte, subsequent_indent="  ") for punt in blok.splitlines())
    return textwrap.fill(" ".join(blok.lstrip("# ").split()), breedte)


def _read_titel(pad: Path) -> str:
    return pad.read_text(encoding="utf-8").partition("\n")[0].lstrip("# ")
