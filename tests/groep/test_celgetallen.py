"""The cells of a column as numbers that add up."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conflictstijl.groep.celgetallen import Celgetallen
from conflictstijl.invoer.onduidelijk import Onduidelijk, build_onbekend
from conflictstijl.model.antwoorden import NVT, Antwoord
from conflictstijl.model.tabel import GEEN_LETTER, Bijzonder, Celsoort, Rijstapel
from conflictstijl.rekenen.vlot import split_getallen

CELLEN = ["", "1", "2", "9", "n", "?", " "]


def lees(cel: str) -> Antwoord | Onduidelijk:
    bekend: dict[str, Antwoord] = {"": None, " ": None, "1": 1, "2": 2, "9": 9, "n": NVT, "4": 4}
    return bekend[cel] if cel in bekend else build_onbekend(cel, (), "")


def build_getallen(breedte: int) -> Celgetallen:
    return Celgetallen(lees, {None: 0, 1: 1, 2: 1 << 4 * breedte, 4: 4, 9: (1 << 8 * breedte) - 1, NVT: None}, breedte)


@given(
    st.lists(st.lists(st.sampled_from(CELLEN), min_size=1), min_size=1, max_size=3), st.sampled_from([1, 2, 4, 8, 9])
)
def test_single_letters_give_the_numbers_that_their_cells_give(kolommen: list[list[str]], breedte: int) -> None:
    letters, cellen = build_getallen(breedte), build_getallen(breedte)
    for kolom in kolommen:
        nummers = range(len(kolom))
        als_tekst = Rijstapel(nummers, kolommen=["".join(cel or GEEN_LETTER for cel in kolom)])
        gelezen = letters.read_kolom(als_tekst, 0)
        assert gelezen == cellen.read_kolom(Rijstapel(nummers, [[cel] for cel in kolom]), 0)
        assert gelezen[1] == [nummer for nummer, cel in enumerate(kolom) if cel in {"n", "?"}]


@given(st.lists(st.sampled_from(["", "1", "2"]), min_size=1), st.sampled_from([1, 2, 4, 8, 9]))
def test_the_numbers_of_a_column_stand_side_by_side(kolom: list[str], breedte: int) -> None:
    samen, _ = build_getallen(breedte).read_kolom(Rijstapel(range(len(kolom)), kolommen=[kolom]), 0)
    waarden = {"": 0, "1": 1, "2": 1 << 4 * breedte}
    assert split_getallen(samen, breedte, len(kolom)) == [waarden[cel] for cel in kolom]


def test_a_special_cell_is_never_taken_for_the_text_that_it_shows() -> None:
    getallen = build_getallen(1)
    datum = Bijzonder("4", Celsoort.DATUM)
    assert getallen.read_kolom(Rijstapel([1], [[datum]]), 0) == (0, [0])
    assert getallen.read_kolom(Rijstapel([1], [["4"]]), 0) == (4, [])


def test_what_has_no_number_is_asked_again_each_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("conflictstijl.rekenen.geheugen.MEESTE", 1)
    getallen = build_getallen(1)
    for _ in range(2):
        assert getallen.read_kolom(Rijstapel([1, 2, 3], [["?"], ["1"], ["2"]]), 0)[1] in ([0], [0, 1])
    assert len(getallen) == 1
