"""Finding what is known about situations: the shipped factors and routes, and cases by id or path."""

from functools import cache, partial

from conflictstijl.fouten import Bevinding
from conflictstijl.laden.casussen import parse_casus
from conflictstijl.laden.catalogus import CASUS, load_alle, load_een, load_kennisbestand
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
    return load_een(naam, CASUS, partial(parse_casus, standen=build_standen(load_situaties())))


def load_casussen() -> tuple[list[Casus], list[Bevinding]]:
    """Return every case that can be used, and the findings of those that cannot."""
    return load_alle(CASUS, load_casus)
