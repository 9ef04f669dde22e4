"""What an answer on a worksheet is filled with beforehand, as far as it fits the question."""

import re
import textwrap
from collections.abc import Iterator

from conflictstijl.model.bladrij import build_bladrij
from conflictstijl.model.bladvorm import check_vorm
from conflictstijl.model.bladvulling import OVER_JEZELF, Vooraf, Vulling
from conflictstijl.model.werkblad import PARTIJEN, Invulling, Regels, Werkblad, Werkvraag
from conflictstijl.tekst import fold_tekst

_ZELF = {"jij", "ik"}
"""How a case names the party that somebody is."""
_ZINSEINDE = re.compile(r"(?<=[.?!])\s+(?=[A-Z\u00c0-\u00de'\"\u2018\u201c])")


def build_voorstel(vraag: Werkvraag, vooraf: Vooraf) -> Regels:
    """Return the answer that stands there for somebody to keep; none when nothing was given along for it.

    Texts become lines where a question takes more than one, else one line.
    """
    regels = tuple(_render_kort(deel, vraag) for deel in _read_delen(vraag, vooraf)[: vraag.regels])
    return () if check_vorm(vraag, regels) else regels


def render_gemist(vraag: Werkvraag, vooraf: Vooraf) -> str:
    """Return what of the texts for a question did not fit on its lines, as a sentence; empty when all did."""
    delen = _read_delen(vraag, vooraf)
    over = len(delen) - vraag.regels
    if over > 0:
        return f"Niet alles past: {over} van de {len(delen)} {'staat' if over == 1 else 'staan'} er niet bij."
    kort = any(_render_kort(deel, vraag) != " ".join(deel.split()) for deel in delen)
    return "Niet alles past: een tekst is ingekort." if kort else ""


def _render_kort(deel: str, vraag: Werkvraag) -> str:
    return textwrap.shorten(deel, vraag.langste, placeholder="…")


def _read_delen(vraag: Werkvraag, vooraf: Vooraf) -> Regels:
    """Return what was given along for a question as lines: one, where it takes no more."""
    teksten = tuple(_read_teksten(vraag, vooraf))
    return teksten if vraag.regels > 1 or not teksten else (_render_samen(teksten),)


def _read_teksten(vraag: Werkvraag, vooraf: Vooraf) -> Iterator[str]:
    """Yield what was given along for a question: a story by sentences where each answer has a line of its own.

    Who are there includes oneself; any other question about the parties of a case is about the others.
    """
    for tekst in vooraf.get(vraag.vul, ()) if vraag.vul else ():
        if vraag.vul is Vulling.CASUS_VERHAAL and vraag.hoogstens > 1:
            yield from _ZINSEINDE.split(tekst)
        elif vraag.vul is not Vulling.CASUS_PARTIJEN or vraag.id == PARTIJEN or fold_tekst(tekst) not in _ZELF:
            yield tekst


def _render_samen(teksten: Regels) -> str:
    """Return texts on one line: sentences after each other, words with a semicolon between them."""
    return " ".join(tekst if tekst.endswith((".", "?", "!")) else f"{tekst};" for tekst in teksten).removesuffix(";")


def check_vulbaar(werkblad: Werkblad, vooraf: Vooraf) -> bool:
    """Return True when a worksheet has a question that takes any of these texts."""
    return any(vraag.vul in vooraf for deel in werkblad.alle_delen for vraag in deel.vragen)


def check_over_jezelf(werkblad: Werkblad, invulling: Invulling, vooraf: Vooraf) -> bool:
    """Return True when an answer still is what was given along out of somebody's own scores."""
    eigen = {vulling: teksten for vulling, teksten in vooraf.items() if vulling in OVER_JEZELF}
    rij = build_bladrij(werkblad, invulling.antwoorden)
    return any(
        (voorstel := build_voorstel(vraag.vraag, eigen)) and rij.antwoorden.get(vraag.sleutel) == voorstel
        for vraag in rij.vragen
    )
