"""Who is in a group file twice."""

from collections.abc import Iterator, Sequence
from itertools import groupby

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conflictstijl.groep import dubbelen
from conflictstijl.groep.dubbelen import (
    Bron,
    Rij,
    Sleutels,
    Stapel,
    read_gelijken,
    read_laatsten,
    read_vervangen,
)
from conflictstijl.invoer.sleutelkolom import read_sleutels
from conflictstijl.model.tabel import STAPEL, Indeling, Invoermelding, Kolom, Kolommenkaart, Rijstapel, Tabel

RIJEN: list[Rij] = [((0, 2), ["a", "1"]), ((0, 3), ["b", "2"]), ((0, 4), ["a", "3"]), ((0, 5), ["a", "3"])]


def build_bron(bestand: str = "x.csv", *, sleutel: int | None = 0) -> Bron:
    kaart = Kolommenkaart(Indeling.GEWOON, 1, (Kolom("q1", 1, "q1", "code"),), sleutel)
    return Bron(Tabel(bestand, "", lambda: iter(())), kaart, (1, None))


def split(rijen: Sequence[Rij], grootte: int) -> Iterator[Stapel]:
    """The rows in stacks of this size."""
    for tabel, eigen in groupby(rijen, lambda rij: rij[0][0]):
        genummerd = [(plek[1], cellen) for plek, cellen in eigen]
        for begin in range(0, len(genummerd), grootte):
            yield Stapel(tabel, Rijstapel(*zip(*genummerd[begin : begin + grootte], strict=True)))


def join(stapels: Iterator[Stapel]) -> list[Rij]:
    return [rij for stapel in stapels for rij in stapel.read_rijen()]


def check_eenmalig(rijen: Sequence[Rij], bronnen: Sequence[Bron], grootte: int) -> bool:
    """True when every key is new, as seen going by."""
    gezien = Sleutels()
    return all(
        gezien.write_nieuw(read_sleutels(bronnen[stapel.tabel].kaart, stapel.deel)) for stapel in split(rijen, grootte)
    )


def play(rijen: Sequence[Rij], bronnen: Sequence[Bron], grootte: int = STAPEL) -> tuple[list[Rij], list[Invoermelding]]:
    """What counts of these rows, and what is told about the others."""
    meldingen: list[Invoermelding] = []
    vervangen = read_vervangen(split(rijen, grootte), bronnen)
    assert check_eenmalig(rijen, bronnen, grootte) is not bool(vervangen)
    laatsten = read_laatsten(split(rijen, grootte), bronnen, vervangen, meldingen.append)
    return join(read_gelijken(laatsten, bronnen, meldingen.append)), meldingen


def test_of_every_person_the_last_row_counts() -> None:
    over, _ = play(RIJEN, [build_bron()])
    assert over == [RIJEN[1], RIJEN[3]]


def test_a_second_sending_is_told_apart_from_the_very_same_row() -> None:
    _, meldingen = play(RIJEN, [build_bron()])
    assert [(m.rij, m.soort, m.gevolg) for m in meldingen] == [
        (2, "opnieuw-ingestuurd", "laatste telt"),
        (4, "dubbel", "telt één keer"),
    ]
    assert "rij 4" in meldingen[0].wat
    assert "rij 5" in meldingen[1].wat


def test_who_has_no_key_is_never_taken_for_someone_else() -> None:
    rijen: list[Rij] = [((0, 2), ["", "1"]), ((0, 3), ["", "1"])]
    over, meldingen = play(rijen, [build_bron()])
    assert over == rijen
    assert meldingen == []


def test_without_a_key_column_an_equal_row_is_pointed_out_and_counts() -> None:
    over, meldingen = play(RIJEN, [build_bron(sleutel=None)])
    assert over == RIJEN
    assert [(m.rij, m.soort, m.gevolg) for m in meldingen] == [(5, "gelijke-rij", "telt mee")]
    assert "rij 4" in meldingen[0].wat


def test_two_rows_without_any_answer_are_not_suspect() -> None:
    rijen: list[Rij] = [((0, 2), ["a", ""]), ((0, 3), ["b", ""])]
    assert play(rijen, [build_bron(sleutel=None)]) == (rijen, [])


def test_someone_in_two_tables_is_found_with_the_table_named() -> None:
    rijen: list[Rij] = [((0, 2), ["a", "1"]), ((1, 9), ["a", "2"])]
    over, meldingen = play(rijen, [build_bron(), build_bron("later.csv")])
    assert over == [rijen[1]]
    assert "rij 9 van later.csv" in meldingen[0].wat


def test_an_equal_row_is_seen_as_far_back_as_memory_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dubbelen, "MEESTE_RIJEN", 2)
    rijen: list[Rij] = [((0, nummer), [str(nummer), antwoord]) for nummer, antwoord in enumerate("1213415", 2)]
    _, meldingen = play(rijen, [build_bron(sleutel=None)], 1)
    # the first row is three different ones back for the third, and forgotten for the sixth
    assert [(melding.rij, melding.soort) for melding in meldingen] == [(4, "gelijke-rij"), (7, "gelijke-rij")]


@given(st.lists(st.tuples(st.sampled_from(["a", "b", "c", "d", "A ", ""]), st.sampled_from("12"))), st.integers(1, 9))
def test_how_many_rows_go_together_makes_no_difference(mensen: list[tuple[str, str]], grootte: int) -> None:
    rijen: list[Rij] = [((nummer % 3 // 2, nummer), list(cellen)) for nummer, cellen in enumerate(mensen)]
    for sleutel in (0, None):
        bronnen = [build_bron("x.csv", sleutel=sleutel), build_bron("y.csv", sleutel=sleutel)]
        assert play(rijen, bronnen, grootte) == play(rijen, bronnen, 1)
