"""Lines into columns."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from conflictstijl.invoer.kolommen import build_kolommen
from conflictstijl.model.tabel import GEEN_LETTER, Rijstapel

REGEL = ",".join(["D1", *"12345123"])
LETTERS = st.sampled_from(["", "1", "2", " ", "3", "4", "5", " 3"])
BEGIN = st.sampled_from(["", "a", "ab", "1"])


def split(*regels: str) -> list[list[str]]:
    """The cells of lines, by row, by way of their columns; none where there are no columns."""
    kolommen = build_kolommen("".join(f"{regel}\n" for regel in regels), ",")
    stapel = Rijstapel(range(len(regels)), kolommen=kolommen)
    rijen = [list(stapel.read_rij(rij)) for rij in range(len(regels))] if kolommen else []
    assert [list(rij) for rij in stapel.rijen] == rijen
    return rijen


@given(
    st.integers(0, 3).flatmap(
        lambda begin: st.lists(
            st.tuples(st.lists(BEGIN, min_size=begin, max_size=begin), st.lists(LETTERS, min_size=8, max_size=9)).map(
                lambda delen: ",".join([*delen[0], *delen[1]])
            ),
            min_size=1,
        )
    )
)
def test_columns_hold_the_cells_of_every_line(regels: list[str]) -> None:
    rijen = [regel.split(",") for regel in regels]
    assert split(*regels) == (rijen if len(set(map(len, rijen))) == 1 else [])


def test_a_line_that_lacks_a_cell_lends_no_letter_of_the_cell_before() -> None:
    assert split(f"ab,{REGEL[3:]}", "ab,2345123") == []
    assert split(REGEL, REGEL[3:]) == []
    assert split(REGEL[3:], REGEL) == []


def test_columns_of_single_letters_are_texts() -> None:
    kolommen = build_kolommen(f"{REGEL}\nD2,,,3,4,5,1,2,\n", ",")
    assert kolommen[0] == ["D1", "D2"]
    assert kolommen[1:4] == [f"1{GEEN_LETTER}", f"2{GEEN_LETTER}", "33"]
    assert kolommen[-1] == f"3{GEEN_LETTER}"


def test_what_is_no_single_letter_is_no_text() -> None:
    for anders in ("D2,1,2,3,4,5,1,2,33", "D2,1,2,3,4,5,1,2,\u00e9", "D2,1,2,3,4,5,1,2,\x1f"):
        assert not any(isinstance(kolom, str) for kolom in build_kolommen(f"{REGEL}\n{anders}\n", ","))


@given(st.lists(st.sampled_from(["", "1", " ", "\t"]), min_size=1))
def test_a_column_of_letters_tells_what_a_column_of_cells_tells(cellen: list[str]) -> None:
    letters = Rijstapel(range(len(cellen)), kolommen=["".join(cel or GEEN_LETTER for cel in cellen)])
    gewoon = Rijstapel(range(len(cellen)), kolommen=[cellen])
    for een, ander in pairwise([letters, gewoon, Rijstapel(range(len(cellen)), [[cel] for cel in cellen])]):
        assert een.read_kolom(0) == ander.read_kolom(0)
        assert een.read_lege([0]) == ander.read_lege([0])
        assert een.check_gevuld() is ander.check_gevuld()
        assert [een.check_cel(0, cel) for cel in ("", "1", "11")] == [
            ander.check_cel(0, cel) for cel in ("", "1", "11")
        ]
        assert een.read_afdrukken([0]) == ander.read_afdrukken([0])
        assert list(een) == list(zip(range(len(cellen)), map(tuple, ander.rijen), strict=True))


@given(st.lists(st.sampled_from(["", "1", "2"]), min_size=1), st.sets(st.integers(0, 5)))
def test_rows_are_left_out_of_columns_as_out_of_rows(cellen: list[str], weg: set[int]) -> None:
    nummers = range(4, 4 + len(cellen))
    letters = Rijstapel(nummers, kolommen=["".join(cel or GEEN_LETTER for cel in cellen), cellen])
    over = [
        (nummer, (cel, cel)) for rij, (nummer, cel) in enumerate(zip(nummers, cellen, strict=True)) if rij not in weg
    ]
    for stapel in (letters, Rijstapel(nummers, [(cel, cel) for cel in cellen])):
        rest = stapel.build_zonder(weg)
        assert list(rest or ()) == over


def test_what_stands_for_blank_among_letters_stays_in_a_cell_of_its_own() -> None:
    stapel = Rijstapel([1], kolommen=[[f"a{GEEN_LETTER}"], GEEN_LETTER])
    assert list(stapel.read_rij(0)) == [f"a{GEEN_LETTER}", ""]
    assert [*map(tuple, stapel.rijen)] == [(f"a{GEEN_LETTER}", "")]
