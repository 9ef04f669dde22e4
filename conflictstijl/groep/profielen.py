"""The whole profiles of the people in a group, one by one."""

import json
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from conflictstijl.groep.dubbelen import Volg
from conflictstijl.groep.lezen import Groepsinvoer
from conflictstijl.model.antwoorden import Antwoordblad
from conflictstijl.model.profiel import Stijlprofiel
from conflictstijl.rapport.gegevens import FORMAAT, build_profiel
from conflictstijl.rekenen.scoren import score_antwoorden


class Gescoordblad(NamedTuple):
    """One person: the answer sheet and what it gives."""

    blad: Antwoordblad
    profiel: Stijlprofiel
    met_code: bool
    """False for who is known only by where they stand in the file."""


def score_profielen(invoer: Groepsinvoer, volg: Volg = iter) -> Iterator[Gescoordblad]:
    """Yield the whole profile of every person, as `scoor` gives it."""
    for plek, cellen in invoer.read_rijen(volg):
        blad = invoer.read_blad(plek, cellen)
        profiel = score_antwoorden(invoer.vragenlijst, blad)
        yield Gescoordblad(blad, profiel, blad.deelnemer != invoer.render_plek(plek))


def write_jsonl(invoer: Groepsinvoer, stroom: BinaryIO, volg: Volg = iter) -> int:
    """Write a profile per line and return how many people there are."""
    aantal = 0
    for aantal, een in enumerate(score_profielen(invoer, volg), start=1):  # noqa: B007 - the number is the answer
        regel = {"formaat": FORMAAT, "soort": "profiel", **build_profiel(een.profiel)}
        stroom.write(f"{json.dumps(regel, ensure_ascii=False, allow_nan=False)}\n".encode(errors="replace"))
    return aantal
