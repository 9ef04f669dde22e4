"""Kept worksheets for the tests of the commands about them: finished or not, on any day."""

from datetime import datetime, timedelta
from pathlib import Path

from conflictstijl.laden.bladbron import load_bladtekst
from conflictstijl.laden.mappen import load_werkbladenmap
from conflictstijl.model.werkblad import Invulling
from conflictstijl.opslag.bladregels import Bewaardblad
from conflictstijl.opslag.werkbladen import write_import

from .uitslagen import NU

BLAD = "reflectie-kort"
SESSIES = [f"{nummer}b1ad0a7711d0b3e" for nummer in range(1, 10)]


def bewaar_blad(
    sessie: str = SESSIES[0], klaar: datetime | None = NU, *, begin: datetime = NU, tekst: str = "Ik vraag door."
) -> Bewaardblad:
    """Keep a worksheet, finished on a day or not at all (None)."""
    antwoorden = {("", "gebeurd"): ("Iets.",), ("", "belangrijk"): (), ("", "voornemen"): (tekst,)}
    invulling = Invulling(BLAD, "1.0", antwoorden)
    blad = Bewaardblad(Path(), begin - timedelta(minutes=6), invulling, sessie, klaar, load_bladtekst(BLAD))
    return blad._replace(pad=write_import(load_werkbladenmap(), blad))
