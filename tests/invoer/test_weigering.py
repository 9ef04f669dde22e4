"""Why a table is refused: in words that help."""

import pytest

from conflictstijl.fouten import Bevinding, InvoerFout
from conflictstijl.invoer.herkenning import read_kaart

from .indelingen import TEKSTEN
from .uitlezen import LABELS, build_tabel, load_paren, load_stijlscan


def read_fout(*rijen: list[str]) -> Bevinding:
    with pytest.raises(InvoerFout) as gevangen:
        read_kaart(build_tabel(rijen), load_stijlscan())
    return gevangen.value.bevindingen[0]


@pytest.mark.parametrize("rij", [["D1", *["3", "4"] * 10], ["D1", *LABELS * 4]])
def test_a_table_without_headers_is_told_so(rij: list[str]) -> None:
    fout = read_fout(rij, rij)
    assert fout.wat.startswith("het lijkt of er geen koppen zijn, want er staan meteen antwoorden; van de 20 vragen")
    assert fout.hint == "zet boven elke kolom de tekst of het nummer van de vraag"
    assert "in de buurt" not in fout.wat


def test_a_table_of_letters_without_headers_is_told_so() -> None:
    with pytest.raises(InvoerFout, match="het lijkt of er geen koppen zijn"):
        read_kaart(build_tabel([["D1", *["A", "b"] * 15]] * 2), load_paren())


def test_headers_that_come_near_are_named_and_others_are_not() -> None:
    assert "in de buurt" not in read_fout(["code", "team", "leeftijd"], ["D1", "noord", "44"]).wat
    lijkt = read_fout(["code", f"{TEKSTEN[0][:40]} eh", "leeftijd"], ["D1", "3", "44"]).wat
    assert lijkt.partition("koppen die in de buurt komen: ")[2].startswith(f"'{TEKSTEN[0][:30]}")
    assert "leeftijd" not in lijkt
