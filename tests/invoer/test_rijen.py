"""Which rows are people, and what is told about the others."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conflictstijl.fouten import GebruikFout, InvoerFout
from conflictstijl.invoer.overslaan import parse_overslaan
from conflictstijl.invoer.plaatsen import render_persoon
from conflictstijl.invoer.zeef import Zeef
from conflictstijl.model.tabel import Bijzonder, Celsoort, Indeling

from .indelingen import TEKSTEN, build_lang_tekst, list_cellen
from .uitlezen import Uitgelezen, build_tabel, load_stijlscan, read_rijtjes, read_tabel

KOP = ["code", "Naam", *(f"q{n}" for n in range(1, 21))]
DRIE = ["3"] * 20


def read_met(*rijen: list[str], werkboek: bool = False, sla_over: tuple[str, ...] = ()) -> Uitgelezen:
    """What is read of these rows below two people."""
    tabel = build_tabel([KOP, ["D1", "An", *DRIE], ["D2", "Bo", *DRIE], *rijen], werkboek=werkboek)
    return read_tabel(tabel, load_stijlscan(), sla_over=sla_over)


@pytest.mark.parametrize("rij", [[], [""] * 22, [" ", "\u00a0", *[""] * 20]])
def test_a_blank_row_is_passed_over_in_silence(rij: list[str]) -> None:
    gelezen = read_met(rij)
    assert (len(gelezen.personen), gelezen.meldingen) == (2, [])


@pytest.mark.parametrize(
    ("begin", "soort"),
    [
        (["test", "x"], "testrij"),
        ([" TEST7", "x"], "testrij"),
        (["D3", "Test test"], "testrij"),
        (["Gemiddelde", ""], "gemiddelde"),
        (["", "GEMIDDELDE:"], "gemiddelde"),
        (["", "Gemiddelde van de groep"], "gemiddelde"),
        (["Totaal", ""], "gemiddelde"),
        (["Average", ""], "gemiddelde"),
        (["D9", "Gem."], "gemiddelde"),
    ],
)
def test_a_row_that_is_no_person_is_skipped_and_told(begin: list[str], soort: str) -> None:
    gelezen = read_met([*begin, *DRIE])
    assert gelezen.soorten == [(4, soort)]
    assert gelezen.meldingen[0].gevolg == "overgeslagen"
    assert len(gelezen.personen) == 2


@pytest.mark.parametrize(
    "begin", [["D3", "Thea"], ["D4", "Max"], ["som", ""], ["tes", "Gemma"], ["", "Tove Gemiddeld-Smit"]]
)
def test_a_person_whose_name_begins_alike_stays(begin: list[str]) -> None:
    assert len(read_met([*begin, *DRIE]).personen) == 3


def test_a_header_that_comes_again_is_no_person() -> None:
    assert read_met(["D3", "Cas", *DRIE], KOP).soorten == [(5, "koprij")]


def test_answers_that_equal_a_header_of_numbers_are_a_person() -> None:
    kop = [str(n) for n in range(1, 21)]
    gelezen = read_rijtjes([kop, DRIE, DRIE, DRIE, DRIE, kop], load_stijlscan())
    assert len(gelezen.personen) == 5


@pytest.mark.parametrize("rij", [["D3", "Cas", "4", "5"], ["D3", "Cas", *DRIE[1:]], ["Cas", *DRIE]])
def test_a_row_with_a_cell_too_few_is_skipped_and_told(rij: list[str]) -> None:
    gelezen = read_met(rij)
    assert gelezen.soorten == [(4, "verschoven")]
    assert gelezen.meldingen[0].wat == f"deze rij heeft {len(rij)} cellen en de kop 22: is er iets verschoven?"
    assert list(gelezen.per_sleutel) == ["d1", "d2"]


def test_a_column_that_is_missing_from_every_row_is_no_shift_to_guess() -> None:
    gelezen = read_rijtjes([KOP, *([wie, "An", *DRIE[1:]] for wie in ("D1", "D2"))], load_stijlscan())
    assert (gelezen.personen, len(gelezen.meldingen)) == ([], 2)


def test_a_short_row_of_a_workbook_lacks_its_last_answers() -> None:
    gelezen = read_met(["D3", "Cas", "4", "5"], werkboek=True)
    assert gelezen.per_sleutel["d3"] == (4, 5, *[None] * 18)
    assert gelezen.meldingen == []


def test_a_row_may_end_before_columns_without_a_question() -> None:
    kop = [*KOP, "Opmerking"]
    gelezen = read_rijtjes([kop, ["D1", "An", *DRIE, "leuk"], ["D2", "Bo", *DRIE]], load_stijlscan())
    assert (list(gelezen.per_sleutel), gelezen.meldingen) == (["d1", "d2"], [])


def test_a_row_that_ends_early_in_a_blank_may_have_shifted() -> None:
    kop = [*KOP, "Opmerking"]
    gelezen = read_rijtjes([kop, ["D1", "An", *DRIE, "leuk"], ["D2", "Bo", *DRIE[1:], ""]], load_stijlscan())
    assert gelezen.soorten == [(3, "verschoven")]


def test_rows_that_all_end_before_columns_without_a_name_are_whole() -> None:
    mensen = [[wie, "An", *DRIE[1:], ""] for wie in ("D1", "D2")]
    gelezen = read_rijtjes([[*KOP, "", " "], *mensen], load_stijlscan())
    assert (list(gelezen.per_sleutel), gelezen.meldingen) == (["d1", "d2"], [])


def test_a_row_with_a_cell_too_few_in_a_long_table_is_skipped_and_told() -> None:
    rijen = [["wie", "item", "antwoord"], *(["D1", f"q{n}", "3"] for n in range(1, 21)), ["q2", "4"]]
    gelezen = read_rijtjes(rijen, load_stijlscan())
    assert (gelezen.soorten, list(gelezen.per_sleutel)) == ([(22, "verschoven")], ["d1"])


def test_a_long_row_of_blanks_is_no_problem() -> None:
    assert read_met(["D3", "Cas", *DRIE, "", " "]).per_sleutel["d3"] == (3,) * 20


def test_a_row_that_may_have_shifted_is_skipped_and_told() -> None:
    gelezen = read_met(["D3", "Cas", "een", *DRIE])
    assert gelezen.soorten == [(4, "verschoven")]
    assert gelezen.meldingen[0].wat == "deze rij heeft 23 cellen en de kop 22: is er iets verschoven?"
    assert "d3" not in gelezen.per_sleutel


def test_a_note_beside_a_workbook_shifts_nothing() -> None:
    gelezen = read_met(["D3", "Cas", *DRIE, "was laat"], werkboek=True)
    assert gelezen.per_sleutel["d3"] == (3,) * 20


def test_a_row_of_formulas_without_a_name_is_no_person() -> None:
    formules = [Bijzonder("3.1", Celsoort.FORMULE)] * 20
    gelezen = read_met(["", "", *formules], ["", "", "3", *formules[1:]], werkboek=True)
    assert gelezen.soorten[0] == (4, "gemiddelde")
    assert [persoon.rij for persoon in gelezen.personen] == [2, 3, 5]


def test_formulas_of_nobody_in_a_table_without_a_key_are_no_person() -> None:
    kop = ["Team", *KOP[2:]]
    leeg = ["", *[Bijzonder("", Celsoort.FORMULE)] * 19, Bijzonder("3.4", Celsoort.FORMULE)]
    tabel = build_tabel([kop, ["n", *DRIE], ["n", *DRIE], leeg, ["n", *[""] * 20]], werkboek=True)
    assert [persoon.rij for persoon in read_tabel(tabel, load_stijlscan()).personen] == [2, 3, 5]


def test_that_a_formula_gave_the_answer_is_told_once_with_its_cell() -> None:
    formule = Bijzonder("4", Celsoort.FORMULE)
    gelezen = read_met(["D3", "Cas", *DRIE[:18], formule, formule], ["D4", "Dirk", formule, *DRIE[1:]], werkboek=True)
    assert gelezen.per_sleutel["d4"] == (4, *[3] * 19)
    (melding,) = gelezen.meldingen
    assert melding[1:] == (
        4,
        "19",
        "U4",
        "formule",
        "hier staat een formule; de bewaarde uitkomst '4' telt als antwoord",
        "",
    )


def test_the_user_leaves_out_rows_by_number_and_by_value() -> None:
    gelezen = read_met(["D3", "Cas", *DRIE], ["D4", "Dirk", *DRIE], sla_over=("2", "naam = cas"))
    assert gelezen.soorten == [(2, "overgeslagen"), (4, "overgeslagen")]
    assert list(gelezen.per_sleutel) == ["d2", "d4"]


def test_what_is_left_out_and_is_nowhere_is_told() -> None:
    gelezen = read_met(["test", "Cas", *DRIE], sla_over=("2", "99", "naam=cas", "code=ZZZ"))
    assert gelezen.soorten == [
        (2, "overgeslagen"),
        (4, "testrij"),
        (0, "niets-overgeslagen"),
        (0, "niets-overgeslagen"),
    ]
    assert [melding.wat for melding in gelezen.meldingen[2:]] == [
        "--sla-over '99': geen enkele rij past hierbij",
        "--sla-over 'code=ZZZ': geen enkele rij past hierbij",
    ]


def test_people_in_columns_are_told_by_their_column() -> None:
    namen = ["", "An", "Bo", "Test", "Di"]
    rijen = [namen, *([f"q{n}", "3", "4", "4", "4"] for n in range(1, 21))]
    gelezen = read_rijtjes(rijen, load_stijlscan(), sla_over=("2",))
    assert [(melding.rij, melding.wat) for melding in gelezen.meldingen] == [
        (0, "kolom B: deze kolom laat je zelf weg"),
        (0, "kolom D: dit is een proefinzending"),
    ]


def test_a_person_without_a_key_is_called_by_row_or_column() -> None:
    kaart = read_met().kaart
    assert render_persoon(kaart, 7) == "rij 7"
    assert render_persoon(kaart._replace(indeling=Indeling.GEKANTELD), 7, "2.") == "kolom 2.G"


@pytest.mark.parametrize(
    ("tekst", "wat"),
    [
        ("0", "de eerste rij is rij 1"),
        ("-3", "de eerste rij is rij 1"),
        ("trainer", "geef een rijnummer, of een kolom en een waarde: Naam=Test"),
        ("Naan=Cas", "er is geen kolom 'Naan'; bedoelde je 'Naam'?"),
        ("=Cas", "er is geen kolom ''; kijk met --bekijk welke kolommen er zijn"),
    ],
)
def test_what_cannot_be_left_out_is_an_error(tekst: str, wat: str) -> None:
    with pytest.raises(GebruikFout, match="--sla-over") as gevangen:
        parse_overslaan([tekst], KOP)
    assert wat in str(gevangen.value)


def test_a_header_with_the_sign_in_it_can_be_named() -> None:
    assert parse_overslaan(["a=b=c"], ["x", "a=b"]).waarden == ((1, "c"),)


@pytest.mark.parametrize("koppen", [[KOP, ["", "", *TEKSTEN]], [["", "", *TEKSTEN], KOP]])
def test_a_second_header_is_no_person_and_names_columns_too(koppen: list[list[str]]) -> None:
    gelezen = read_rijtjes([["Training"], *koppen, ["D1", "An", *DRIE], ["D2", "Bo", *DRIE]], load_stijlscan())
    assert [soort for _, soort in gelezen.soorten] == ["koprij", "koprij"]
    assert [persoon.sleutel for persoon in gelezen.personen] == ["d1", "d2"]


def test_a_column_that_only_another_header_row_names_is_read_too() -> None:
    gelezen = read_rijtjes(
        [["", *[""] * 20, "code"], ["Team", *TEKSTEN], ["n", *DRIE, "D1"], ["n", *DRIE, "D2"]], load_stijlscan()
    )
    assert [persoon.sleutel for persoon in gelezen.personen] == ["d1", "d2"]


def test_an_answer_of_nobody_in_a_long_table_is_told() -> None:
    rijen = [
        *build_lang_tekst(),
        [TEKSTEN[0], "zuid", "", "4"],
        [],
        ["Wat vond je ervan?", "zuid", "D01", "4"],
        ["Ook leuk"],
    ]
    gelezen = read_rijtjes(rijen, load_stijlscan())
    assert gelezen.soorten == [(842, "zonder-sleutel"), (845, "verschoven"), (844, "onbekende-vraag")]
    assert gelezen.kaart.overig == ((21, "Team"),)


def test_a_map_of_a_long_table_finds_nobody_in_another_table() -> None:
    kaart = read_rijtjes(build_lang_tekst(), load_stijlscan()).kaart
    assert read_tabel(build_tabel([KOP, ["D1", "An", *DRIE]]), load_stijlscan(), kaart).personen == []


@pytest.mark.parametrize(
    ("erbij", "verwacht"),
    [
        # the same question again with another answer is two answers, with the same it is one
        ([["q1", "4"], ["q1", "5"]], [("?", *["3"] * 19)]),
        ([["q1", "3"]], [("3", *["3"] * 19)]),
        # all questions again is a second entry
        ([[f"q{n}", "4"] for n in range(1, 21)], [tuple("3" * 20), tuple("4" * 20)]),
    ],
)
def test_who_answers_again_in_a_long_table_begins_a_new_entry(
    erbij: list[list[str]], verwacht: list[tuple[str, ...]]
) -> None:
    rijen = [[f"q{n}", "3"] for n in range(1, 21)]
    gelezen = read_rijtjes([["item", "antwoord", "wie"], *([*rij, "D1"] for rij in [*rijen, *erbij])], load_stijlscan())
    als_tekst = [tuple("?" if een is None else str(een) for een in persoon.antwoorden) for persoon in gelezen.personen]
    assert als_tekst == verwacht


def test_a_table_with_times_gives_an_entry_for_each() -> None:
    rijen = [[f"q{n}", cel, "D1", tijd] for tijd, cel in (("9:00", "3"), ("10:00", "4")) for n in range(1, 21)]
    gelezen = read_rijtjes([["item", "antwoord", "wie", "datum"], *rijen[::-1]], load_stijlscan())
    assert [persoon.antwoorden[0] for persoon in gelezen.personen] == [4, 3]
    assert list(list_cellen(str))


@pytest.mark.parametrize("naam", ["q21", "21", "Wat vond je ervan?"])
def test_a_question_that_is_not_asked_is_skipped_in_a_long_table_and_told_once(naam: str) -> None:
    vorm = "{}" if naam == "21" else "q{}"
    rijen = [[wie, vorm.format(n), "3"] for wie in ("D1", "D2", "D3", "D4", "D5") for n in range(1, 21)]
    gelezen = read_rijtjes(
        [["wie", "item", "antwoord"], *rijen, ["D1", naam, "3"], ["D2", naam, "4"]], load_stijlscan()
    )
    assert gelezen.soorten == [(102, "onbekende-vraag")]
    assert set(gelezen.per_sleutel.values()) == {(3,) * 20}


def test_a_number_too_many_that_everyone_has_is_another_questionnaire() -> None:
    rijen = [[wie, f"q{n}", "3"] for wie in ("D1", "D2", "D3") for n in range(1, 22)]
    with pytest.raises(InvoerFout, match="staan er 0 in deze tabel"):
        read_rijtjes([["wie", "item", "antwoord"], *rijen], load_stijlscan())


VREEMD = st.one_of(
    st.sampled_from(
        ["", " ", "D5", "Gemiddelde", "\u00a0gem. 3", "tEST", "test 1", "x\ngem", "\nTotaal", "\u212aop", "TOT", "Naam"]
    ),
    st.text(max_size=5),
)


@given(st.lists(st.tuples(VREEMD, VREEMD), max_size=4))
def test_a_look_at_whole_columns_finds_the_people_that_a_look_at_each_row_finds(begin: list[tuple[str, str]]) -> None:
    rijen = [[*twee, *DRIE] for twee in begin]
    vlot = read_met(*rijen)
    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setattr(Zeef, "read_verdacht", lambda _, stapel: range(len(stapel.nummers)))
        assert read_met(*rijen) == vlot


def test_people_alone_need_no_look_at_each_row(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(Zeef, "read_reden")
    assert len(read_met(["D3", "Thea", *DRIE]).personen) == 3
