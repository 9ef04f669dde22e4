"""An answer sheet as a file that `scoor` reads back: the same answers, whatever the form of the questions."""

import json
from collections.abc import Iterable, Iterator

from conflictstijl.model.antwoorden import NVT, Antwoord, Antwoordblad
from conflictstijl.model.vragen import LETTERS, Achtergrondvraag, Keuze, Vorm, Vraag
from conflictstijl.model.vragenlijst import Vragenlijst


def render_bladen(paren: Iterable[tuple[Vragenlijst, Antwoordblad]]) -> str:
    """Return answer sheets as YAML: one as a mapping, several as a list of mappings."""
    bladen = [list(_render_blad(vragenlijst, blad)) for vragenlijst, blad in paren]
    if len(bladen) == 1:
        return "\n".join([*bladen[0], ""])
    regels = [f"{'- ' if not nummer else '  '}{regel}" for blad in bladen for nummer, regel in enumerate(blad)]
    return "\n".join([*regels, ""])


def _render_blad(vragenlijst: Vragenlijst, blad: Antwoordblad) -> Iterator[str]:
    kop = {
        "vragenlijst": vragenlijst.id,
        "vorm": vragenlijst.variant.id if vragenlijst.variant else None,
        "met": vragenlijst.met or None,
        "versie": vragenlijst.versie,
        "deelnemer": blad.deelnemer,
        "zaad": blad.zaad,
    }
    yield from (f"{naam}: {_render_waarde(waarde)}" for naam, waarde in kop.items() if waarde is not None)
    yield "antwoorden:"
    for vraag, antwoord in zip(vragenlijst.vragen, blad.antwoorden, strict=True):
        yield f"  {_render_waarde(vraag.id)}: {_render_waarde(spell_antwoord(antwoord, vraag))}"


def _render_waarde(waarde: object) -> str:
    """Return a value as JSON, which is YAML too: nothing in a text can be taken for something else."""
    return json.dumps(waarde, ensure_ascii=False)


def spell_antwoord(antwoord: Antwoord, vraag: Vraag) -> object:
    """Return an answer as a sheet spells it: reading it gives the same answer again."""
    if antwoord is NVT:
        return NVT.value
    match vraag, antwoord:
        case Keuze(vorm=Vorm.VERDEEL), tuple():
            return list(antwoord)
        case Keuze(), tuple():
            return [LETTERS[plaats] for plaats in antwoord]
        case Keuze(), int():
            return LETTERS[antwoord]
        case Achtergrondvraag(), int():
            return vraag.antwoorden[antwoord]
        case _:
            return antwoord
