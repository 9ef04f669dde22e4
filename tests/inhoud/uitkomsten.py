"""What a shipped questionnaire tells about answers, and tables of what it should tell."""

from collections.abc import Mapping
from functools import cache
from itertools import product

from conflictstijl import toepassing
from conflictstijl.model.antwoorden import Antwoord
from conflictstijl.model.uitkomst import Uitkomst

load_lijst = cache(toepassing.load_vragenlijst)
"""A questionnaire is read once for a whole table."""


def score_uitkomst(naam: str, antwoorden: Mapping[str, Antwoord]) -> Uitkomst:
    """Return the outcome of answers by question id; every other question stays open."""
    stand = toepassing.score_antwoorden(load_lijst(naam), antwoorden).uitkomst
    assert stand is not None
    assert stand.uitkomst is not None
    return stand.uitkomst


def read_beslissen(naam: str, antwoorden: Mapping[str, Antwoord]) -> tuple[str, ...]:
    """Return the questions that still decide; there is no outcome then."""
    stand = toepassing.score_antwoorden(load_lijst(naam), antwoorden).uitkomst
    assert stand is not None
    assert stand.uitkomst is None
    return stand.beslissen


def build_antwoorden(sleutels: str, punten: Mapping[str, int], uitersten: int = 0) -> dict[str, Antwoord]:
    """Return answers that all count for this many points in their scale.

    `sleutels` are the scales of the statements in their order, as a reader hears them: `-` before a reversed one,
    `.` for one that does not count. `uitersten` is the lowest and the highest answer together, for reversed ones.
    """
    delen = enumerate(sleutels.split(), 1)
    return {
        str(nummer): uitersten - punten[schaal[1:]] if schaal.startswith("-") else punten[schaal]
        for nummer, schaal in delen
        if schaal != "."
    }


def parse_tabel(tekst: str) -> dict[tuple[str, ...], str]:
    """Return the rows of a table: the words before the arrow, and what should come of them."""
    rijen = [regel.split("->") for regel in tekst.strip().splitlines()[1:]]
    tabel = {tuple(voor.split()): na.strip() for voor, na in rijen}
    assert len(tabel) == len(rijen)
    return tabel


def check_volledig(tabel: Mapping[tuple[str, ...], str], *woorden: str) -> bool:
    """Return True when a table has every combination of words; per column the words are given with spaces."""
    return set(tabel) == set(product(*(kolom.split() for kolom in woorden)))
