"""People are told apart by the surest column that is filled and not the same for everyone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conflictstijl.invoer.herkenning import read_kaart
from conflictstijl.invoer.sleutelkolom import fold_sleutel, fold_sleutels, read_sleutels
from conflictstijl.model.tabel import Indeling, Kolommenkaart, Rijstapel
from conflictstijl.tekst import fold_tekst

from .indelingen import list_cellen
from .uitlezen import build_tabel, load_stijlscan

VRAGEN = [f"q{n}" for n in range(1, 21)]


def read_sleutelkop(kop: list[str], *cellen: list[str]) -> str | None:
    """The header of the key of a table whose people begin with these cells."""
    rijen = [[*eigen, *antwoorden] for eigen, (_, antwoorden) in zip(cellen, list_cellen(str), strict=False)]
    plaats = read_kaart(build_tabel([[*kop, *VRAGEN], *rijen]), load_stijlscan()).sleutel
    return None if plaats is None else kop[plaats]


@pytest.mark.parametrize(
    "kop", ["Respondent", "Code", "token", "ExternalReference", "Custom Data 1", "E-mail", "Naam", "Name"]
)
def test_every_name_of_a_key_is_known(kop: str) -> None:
    assert read_sleutelkop(["Team", kop], ["a", "1"], ["a", "2"]) == kop


def test_a_code_goes_before_an_address_and_that_before_a_name() -> None:
    assert read_sleutelkop(["Naam", "E-mail", "Code"], ["n1", "e1", "c1"], ["n2", "e2", "c2"]) == "Code"
    assert read_sleutelkop(["Naam", "E-mail"], ["n1", "e1"], ["n2", "e2"]) == "E-mail"


@pytest.mark.parametrize("waarde", ["anonymous", "Anoniem", "", "X9"])
def test_a_key_that_is_the_same_everywhere_is_none(waarde: str) -> None:
    assert read_sleutelkop(["Code", "Naam"], *([waarde, naam] for naam in "abcd")) == "Naam"


def test_a_key_that_most_people_miss_is_none() -> None:
    assert read_sleutelkop(["Code"], ["a"], [""], [""], ["b"], [""]) is None


def test_a_code_that_many_people_share_names_their_group() -> None:
    assert read_sleutelkop(["Code"], *([code] for code in "aaaabbbb")) is None


def test_the_name_of_an_organisation_is_no_key() -> None:
    assert read_sleutelkop(["Naam organisatie", "Voornaam"], ["a", "b"], ["c", "d"]) is None


def test_one_row_can_have_a_key() -> None:
    assert read_sleutelkop(["Code"], ["D1"]) == "Code"


def test_an_id_is_a_key_in_a_table_of_ones_own_and_a_row_number_in_that_of_a_tool() -> None:
    assert read_sleutelkop(["ID"], ["D1"], ["D2"]) == "ID"
    assert read_sleutelkop(["ID", "Begintijd"], ["1", "9:00"], ["2", "9:01"]) is None


@pytest.mark.parametrize("cel", ["D05", " d05 ", "D05\u00a0", "\uff2405"])
def test_one_person_in_other_letters_is_the_same(cel: str) -> None:
    rijen = Rijstapel([2, 3], [["x", cel], ["y", "D6"]])
    assert read_sleutels(Kolommenkaart(Indeling.GEWOON, 1, (), 1), rijen) == ["d05", "d6"]


@pytest.mark.parametrize("cel", ["", " ", "anonymous", "Anoniem"])
def test_who_left_no_name_has_no_key(cel: str) -> None:
    assert fold_sleutel(cel) == ""


def test_a_table_without_a_key_gives_none() -> None:
    assert read_sleutels(Kolommenkaart(Indeling.GEWOON, 1, ()), Rijstapel([2, 3], [["D05"], ["D06"]])) == ["", ""]


@given(st.text(alphabet=st.characters(max_codepoint=127), max_size=20))
def test_the_short_way_for_plain_letters_gives_what_folding_gives(cel: str) -> None:
    assert fold_sleutel(cel) in {fold_tekst(cel), ""}


@given(
    st.lists(
        st.one_of(
            st.sampled_from(["D05", "d05 ", "", " ", "a b", "a\nb", "anoniem", "Bo", "\x1c"]), st.text(max_size=4)
        )
    )
)
def test_the_keys_of_a_column_are_those_of_its_cells(cellen: list[str]) -> None:
    assert fold_sleutels(cellen) == list(map(fold_sleutel, cellen))
