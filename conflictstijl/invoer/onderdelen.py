"""Which part of a questionnaire a header names: parts can share their statements, and then only this parts them."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from conflictstijl.model.vragen import Keuze, Stelling
from conflictstijl.model.vragenlijst import Vragenlijst
from conflictstijl.tekst import fold_tekst


class Onderdeelnamen(NamedTuple):
    """The names of the parts, and the questions in each."""

    namen: tuple[tuple[str, str], ...]
    """Words of a name with the id of its part, the longest first: `niet rustig` is not `rustig`."""
    vragen: Mapping[str, frozenset[int]]
    """The questions by part, in the order of the questionnaire."""

    def read_onderdeel(self, tekst: str) -> str:
        """Return the id of the only part that a text names; empty when it names none or several."""
        over, genoemd = _split_namen(tekst), set()
        for naam, onderdeel in self.namen:
            if naam in over:
                genoemd.add(onderdeel)
                over = over.replace(naam, "  ")
        return genoemd.pop() if len(genoemd) == 1 else ""


def build_onderdeelnamen(vragenlijst: Vragenlijst) -> Onderdeelnamen:
    """Return the names of the parts of a questionnaire."""
    namen = {_split_namen(naam): deel.id for deel in vragenlijst.onderdelen for naam in (deel.naam, deel.id)}
    vragen = {deel.id: _read_vragen(vragenlijst, deel.id) for deel in vragenlijst.onderdelen}
    return Onderdeelnamen(tuple(sorted(namen.items(), key=lambda paar: -len(paar[0]))), vragen)


def _read_vragen(vragenlijst: Vragenlijst, onderdeel: str) -> frozenset[int]:
    vragen = enumerate(vragenlijst.vragen)
    return frozenset(
        plaats for plaats, vraag in vragen if isinstance(vraag, Stelling | Keuze) and vraag.onderdeel == onderdeel
    )


def _split_namen(tekst: str) -> str:
    """Return the words and numbers of a text with spaces around each: `gespannen[SQ001]` begins with `gespannen`."""
    woorden = " ".join(re.findall(r"[^\W\d_]+|[0-9]+", fold_tekst(tekst)))
    return f" {woorden} "
