"""What on a filled-in worksheet may lead to a person, where its file asks to look for that (`privacy: nakijken`)."""

from collections.abc import Sequence
from typing import NamedTuple

from conflictstijl.model.bladrij import build_bladrij
from conflictstijl.model.bladvulling import Bladprivacy
from conflictstijl.model.werkblad import Bladvraag, Invulling, Regels, Werkblad
from conflictstijl.rekenen.herleidbaar import check_herleidbaar, render_vondst

_TWEE = 2


class _Regel(NamedTuple):
    """A line of an answer, with its question and its number (from 1)."""

    vraag: Bladvraag
    nummer: int
    tekst: str


def check_vraag(werkblad: Werkblad, vraag: Bladvraag, regels: Regels) -> tuple[str, ...]:
    """Return a line for everything in one answer that may lead to a person; none where nobody asks for that."""
    return tuple(_check_regels(_read_regels(werkblad, vraag, regels)))


def check_invulling(werkblad: Werkblad, invulling: Invulling) -> list[str]:
    """Return a line for everything in all answers that may lead to a person, in the order of asking.

    They are looked at as one text: what is a name in one answer is one in the others.
    """
    rij = build_bladrij(werkblad, invulling.antwoorden)
    regels = [
        regel for vraag in rij.vragen for regel in _read_regels(werkblad, vraag, rij.antwoorden.get(vraag.sleutel, ()))
    ]
    return _check_regels(regels)


def _read_regels(werkblad: Werkblad, vraag: Bladvraag, regels: Regels) -> list[_Regel]:
    """Return the lines to look at: a choice from a list says nothing of its own."""
    if werkblad.privacy is not Bladprivacy.NAKIJKEN or vraag.vraag.keuzes:
        return []
    return [_Regel(vraag, nummer, tekst) for nummer, tekst in enumerate(regels, 1)]


def _check_regels(regels: Sequence[_Regel]) -> list[str]:
    # an empty line between two: none of them goes on in the next one
    vondsten = check_herleidbaar("\n\n".join(regel.tekst for regel in regels))
    regel_van = [regels[vondst.regel // _TWEE] for vondst in vondsten]
    return [
        f"Bij {_render_waar(regel)}: {render_vondst(vondst)}" for vondst, regel in zip(vondsten, regel_van, strict=True)
    ]


def _render_waar(regel: _Regel) -> str:
    """Return the question of a line, with its number where it is not the first one."""
    vraag = regel.vraag
    wie = f" ({vraag.groep})" if vraag.groep else ""
    return f"'{vraag.vraag.kort}'{wie}{f', regel {regel.nummer}' if regel.nummer > 1 else ''}"
