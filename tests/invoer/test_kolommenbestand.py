"""A kept map reads the next export of the same form the same, wherever its columns are."""

import pytest

from conflictstijl.fouten import InvoerFout
from conflictstijl.invoer.herkenning import read_kaart
from conflictstijl.invoer.kolommenbestand import parse_kaart, render_kaart
from conflictstijl.invoer.rijen import read_koppen
from conflictstijl.laden.bevindingen import Bevindingen
from conflictstijl.laden.catalogus import load_vragenlijst
from conflictstijl.laden.knopen import Kaart
from conflictstijl.laden.yamlbron import parse_yaml
from conflictstijl.model.tabel import Indeling
from conflictstijl.model.vragenlijst import Vragenlijst

from .indelingen import INDELINGEN, TEKSTEN, Rijen, build_google, list_cellen
from .uitlezen import Uitgelezen, build_tabel, load_stijlscan, read_rijtjes, read_tabel

TWEE_KEER = load_vragenlijst("rustig-en-gespannen")


def parse_koppen(tekst: str) -> dict[str, str]:
    """What a kept map says, read by the reader of YAML of the program."""
    wortel = parse_yaml(tekst, "kaart.yaml", bevindingen := Bevindingen())
    assert isinstance(wortel, Kaart), bevindingen
    assert bevindingen == []
    koppen = next(waarde for sleutel, waarde in wortel.paren if sleutel.waarde == "koppen")
    assert isinstance(koppen, Kaart)
    return {sleutel.waarde: getattr(waarde, "waarde", "") for sleutel, waarde in koppen.paren}


def save_kaart(rijen: Rijen, lijst: Vragenlijst) -> dict[str, str]:
    tabel = build_tabel(rijen)
    kaart = read_kaart(tabel, lijst)
    return parse_koppen(render_kaart(kaart, read_koppen(tabel, kaart, lijst), lijst))


def read_bewaard(gegeven: dict[str, str], rijen: Rijen, lijst: Vragenlijst | None = None) -> Uitgelezen:
    lijst = lijst or load_stijlscan()
    tabel = build_tabel(rijen)
    return read_tabel(tabel, lijst, parse_kaart(gegeven, tabel, lijst, "kaart.yaml"))


@pytest.mark.parametrize("naam", INDELINGEN)
def test_a_kept_map_of_every_layout_reads_the_same(naam: str) -> None:
    rijen = INDELINGEN[naam]()
    gewoon, bewaard = read_rijtjes(rijen, load_stijlscan()), read_bewaard(save_kaart(rijen, load_stijlscan()), rijen)
    assert bewaard.per_sleutel == gewoon.per_sleutel
    assert bewaard.kaart[3:6] == gewoon.kaart[3:6]


def test_columns_may_have_moved_in_the_next_export() -> None:
    rijen = build_google()
    verplaatst = [[*rij[::-1], "nieuw"] for rij in rijen]
    assert (
        read_bewaard(save_kaart(rijen, load_stijlscan()), verplaatst).per_sleutel
        == read_rijtjes(rijen, load_stijlscan()).per_sleutel
    )


def test_equal_headers_are_kept_apart() -> None:
    rijen = [["code", *(item.tekst for item in TWEE_KEER.stellingen)], ["D1", *"34" * 20], ["D2", *"12" * 20]]
    gegeven = save_kaart(rijen, TWEE_KEER)
    assert gegeven[f"{TWEE_KEER.stellingen[0].tekst} (2)"] == "gespannen.1"
    assert read_bewaard(gegeven, rijen, TWEE_KEER).per_sleutel == read_rijtjes(rijen, TWEE_KEER).per_sleutel


def test_a_map_says_what_every_column_is() -> None:
    rijen = [
        ["code", "Team", "Begintijd", "", *TEKSTEN],
        *([wie, "n", "9", "", *cellen] for wie, cellen in list_cellen(str)),
    ]
    assert list(save_kaart(rijen, load_stijlscan()).items())[:4] == [
        ("code", "sleutel"),
        ("Team", "groep"),
        ("Begintijd", "negeer"),
        (TEKSTEN[0], "1"),
    ]


def build_eigen(*koppen: str) -> Rijen:
    """A table whose headers nobody could know."""
    kop = [*koppen, *(f"kolom {letter}" for letter in "abcdefghijklmnopqrst")]
    return [kop, *([f"{wie}{nr}" for nr in range(len(koppen))] + cellen for wie, cellen in list_cellen(str))]


EIGEN = {f"Kolom {letter}": str(nummer) for nummer, letter in enumerate("abcdefghijklmnopqrst", 1)}


def test_a_map_written_by_hand_reads_a_table_of_any_headers() -> None:
    gelezen = read_bewaard(
        {**EIGEN, "Wie": "sleutel", "Locatie": "groep", "Naam": "groep"}, build_eigen("Naam", "Wie", "Locatie")
    )
    assert gelezen.per_sleutel["d011"][:3] == (4, 2, 3)
    assert (gelezen.kaart.overig, gelezen.kaart.persoonlijk) == (((0, "Naam"), (2, "Locatie")), ())


def test_what_a_map_does_not_name_is_what_it_is_by_itself() -> None:
    kaart = read_bewaard(EIGEN, build_eigen("Naam", "Code", "Team")).kaart
    assert (kaart.sleutel, kaart.persoonlijk, kaart.overig) == (1, (0,), ((2, "Team"),))


def test_a_column_to_ignore_is_no_key_and_no_group() -> None:
    kaart = read_bewaard({**EIGEN, "Code": "negeer", "Team": "negeer"}, build_eigen("Code", "Team")).kaart
    assert (kaart.sleutel, kaart.overig) == (None, ())


def read_code(gegeven: dict[str, str], rijen: Rijen) -> tuple[str, str]:
    with pytest.raises(InvoerFout) as gevangen:
        read_bewaard(gegeven, rijen)
    return gevangen.value.bevindingen[0].code, str(gevangen.value)


def test_a_word_that_is_no_question_is_an_error() -> None:
    code, tekst = read_code({**EIGEN, "Wie": "sleutle"}, build_eigen("Wie"))
    assert code == "kolommenbestand"
    assert tekst == "kaart.yaml: 'sleutle' (bij 'Wie') is geen vraag van 'stijlscan-20'; bedoelde je 'sleutel'?"
    assert "schrijf het nummer van een vraag, of sleutel, groep of negeer" in read_code({"Wie": "42"}, build_eigen())[1]


def test_two_columns_for_one_question_are_an_error() -> None:
    assert read_code({**EIGEN, "Wie": "7"}, build_eigen("Wie"))[0] == "dubbele-kolom"


@pytest.mark.parametrize("rijen", [[], [["x", "y"]], build_eigen("Wie")[1:]])
def test_a_table_without_these_headers_is_refused(rijen: Rijen) -> None:
    assert read_code(EIGEN, rijen)[0] == "kolommen-onbekend"


def test_a_few_missing_headers_leave_their_questions_blank() -> None:
    (melding,) = read_bewaard(EIGEN, [rij[:-1] for rij in build_eigen("Wie")]).kaart.meldingen
    assert (melding.kolom, melding.soort) == ("20", "vraag-ontbreekt")


def test_a_citizen_service_number_is_refused_here_too() -> None:
    assert read_code({**EIGEN, "BSN": "negeer"}, build_eigen("BSN"))[0] == "bsn-kolom"


def test_a_map_of_a_turned_table_is_one_too() -> None:
    gekanteld = [list(kolom) for kolom in zip(*build_eigen("Wie"), strict=True)]
    kaart = read_bewaard({**EIGEN, "Wie": "sleutel"}, gekanteld).kaart
    assert (kaart.indeling, kaart.sleutel) == (Indeling.GEKANTELD, 0)
