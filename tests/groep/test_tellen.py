"""How every question was answered: in which scales it counts, and in which direction."""

from pathlib import Path

import pytest

from conflictstijl.groep.lezen import load_groep
from conflictstijl.groep.tellen import count_items
from conflictstijl.model.vragen import Sleutel, Sleuteldeel
from tests.rapport.bouw import bouw_lijst

RUST, STEUN = Sleuteldeel("rust"), Sleuteldeel("steun")


@pytest.mark.parametrize(
    ("sleutel", "schalen", "richting"),
    [
        ((RUST,), ("rust",), "gewoon"),
        ((RUST._replace(omgekeerd=True),), ("rust",), "omgekeerd"),
        ((STEUN, RUST._replace(omgekeerd=True)), ("steun", "rust"), "gewoon en omgekeerd"),
        ((), (), ""),
    ],
)
def test_a_statement_tells_in_which_direction_it_counts(
    tmp_path: Path, sleutel: Sleutel, schalen: tuple[str, ...], richting: str
) -> None:
    lijst = bouw_lijst([("rust", None), ("steun", None)], [sleutel, (RUST,), (STEUN,)])
    pad = tmp_path / "groep.csv"
    pad.write_text("code,q1,q2,q3\nP1,2,3,3\nP2,1,3,3\n", encoding="utf-8")
    eerste = count_items(load_groep([str(pad)], lijst))[0]
    assert (eerste.schalen, eerste.richting, eerste.gemiddelde) == (schalen, richting, 1.5)
