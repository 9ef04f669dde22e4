"""Finding what is known about situations: the shipped factors and routes, and cases by id or path."""

from functools import cache, partial

from conflictstijl.fouten import Bevinding, InvoerFout
from conflictstijl.laden.bevindingen import Bevindingen
from conflictstijl.laden.casussen import parse_casus
from conflictstijl.laden.catalogus import CASUS, check_pad, load_heel, load_ids, load_kennisbestand, load_pad
from conflictstijl.laden.situaties import build_standen, parse_situaties
from conflictstijl.model.situatie import Casus, Situatiekennis


@cache
def load_situaties() -> Situatiekennis:
    """Return the shipped knowledge of situations; raises InvoerFout when the file is damaged."""
    return load_kennisbestand("situaties", parse_situaties)


def load_casus(naam: str) -> Casus:
    """Return a case by id (shipped first, then own) or by path.

    Raises GebruikFout for an unknown id and InvoerFout, with all findings, for an unusable file.
    """
    pad = load_pad(naam, CASUS)
    lees = partial(parse_casus, standen=build_standen(load_situaties()))
    return load_heel(pad, str(pad) if check_pad(naam) else pad.name, lees, Bevindingen())


def load_casussen() -> tuple[list[Casus], list[Bevinding]]:
    """Return every case that can be used, and the findings of those that cannot."""
    casussen: list[Casus] = []
    bevindingen: list[Bevinding] = []
    for naam in sorted(load_ids(CASUS)):
        try:
            casussen.append(load_casus(naam))
        except InvoerFout as fout:
            bevindingen += fout.bevindingen
    return casussen, bevindingen
