"""Random situations, and the shipped knowledge to hold them against."""

import csv
import os
from collections.abc import Iterator
from pathlib import Path
from random import Random

from hypothesis import strategies as st

from conflictstijl.laden.situatiebron import load_situaties
from conflictstijl.laden.situaties import build_standen
from conflictstijl.model.situatie import ROL, VEILIG, VEILIGHEID

REFERENTIE = Path(__file__).parent.parent / "referentie"
SITUATIES = load_situaties()
STANDEN = {naam: standen for naam, standen in build_standen(SITUATIES).items() if naam != VEILIGHEID}
VOORBEELDEN = int(os.environ.get("CONFLICTSTIJL_VOORBEELDEN", "60"))
"""Examples per property; set the variable to 2000 to look harder."""


def load_rijen(naam: str) -> list[dict[str, str]]:
    """Return the rows of a reference table."""
    with (REFERENTIE / naam).open(encoding="utf-8", newline="") as bron:
        return list(csv.DictReader(bron))


def read_kenmerken(tekst: str) -> dict[str, str]:
    """Return the levels in `macht=meer gelijk=zeker`."""
    return dict(deel.split("=") for deel in tekst.split())


def build_situaties() -> st.SearchStrategy[dict[str, str]]:
    """Return safe situations with any factors at any levels, the role among them."""
    kenmerken = st.fixed_dictionaries({}, optional={naam: st.sampled_from(eigen) for naam, eigen in STANDEN.items()})
    return kenmerken.map(lambda gegeven: {VEILIGHEID: VEILIG, **gegeven})


def build_mensen(aantal: int, zaad: int = 4) -> Iterator[dict[str, str]]:
    """Yield people who know their role and, of every factor, the level or (one in four) not."""
    toeval = Random(zaad)  # noqa: S311 - a seed makes every person repeatable
    for _ in range(aantal):
        weet = {naam for naam in STANDEN if naam == ROL or toeval.random() > 1 / 4}
        yield {VEILIGHEID: VEILIG, **{naam: toeval.choice(STANDEN[naam]) for naam in STANDEN if naam in weet}}
