"""A cell is read as the answer it says, or it is unclear: never guessed."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conflictstijl.fouten import Plek
from conflictstijl.invoer import cellen
from conflictstijl.invoer.cellen import Lezer, Lezing, build_lezers
from conflictstijl.invoer.onduidelijk import Onduidelijk
from conflictstijl.laden.antwoord import parse_antwoord
from conflictstijl.model.antwoorden import NVT
from conflictstijl.model.tabel import Bijzonder, Celsoort
from conflictstijl.model.vragen import (
    Achtergrondvraag,
    Antwoordpunt,
    Antwoordschaal,
    Keuze,
    OpenVraag,
    Optie,
    Sleuteldeel,
    Stelling,
    Vorm,
    Vraag,
)
from conflictstijl.model.vragenlijst import Vragenlijst

from .uitlezen import LABELS

PLEK = Plek("proef.yaml")
VIJF = Antwoordschaal(tuple(map(Antwoordpunt, range(1, 6), LABELS)))


def build_lezer(vraag: Vraag) -> Lezer:
    lijst = Vragenlijst("proef", "1.0", "Proef", ())
    match vraag:
        case Achtergrondvraag():
            lijst = replace(lijst, achtergrond=(vraag,))
        case OpenVraag():
            lijst = replace(lijst, open=(vraag,))
        case _:
            lijst = replace(lijst, items=(vraag,))
    (lezer,) = build_lezers(lijst, parse_antwoord)
    return lezer


def build_schaallezer(schaal: Antwoordschaal = VIJF) -> Lezer:
    return build_lezer(Stelling("1", "Ik vraag door.", (), schaal, PLEK))


def build_keuze(*teksten: str, vorm: Vorm = Vorm.KIES, totaal: int = 0) -> Keuze:
    opties = tuple(Optie(tekst, (Sleuteldeel(f"schaal{nr}"),), PLEK) for nr, tekst in enumerate(teksten))
    return Keuze("1", opties, PLEK, vorm=vorm, totaal=totaal)


def read_soort(lezing: Lezing) -> str:
    assert isinstance(lezing, Onduidelijk), lezing
    return lezing.soort


@pytest.mark.parametrize(
    "cel",
    [
        *(
            "Vaak",
            "vaak",
            " VAAK ",
            "Vaak\u00a0",
            "Vaak;",
            "Vaak.",
            "\nVaak\n",
            "4",
            " 4 ",
            "4.0",
            "4,0",
            "4,00",
            "4\u00a0",
        ),
        *(
            "4 - Vaak",
            "4. Vaak",
            "4) Vaak",
            "4: Vaak",
            "4 Vaak",
            "4=Vaak",
            "4 – Vaak",
            "Vaak (4)",
            "4 (Vaak)",
            "4(vaak)",
            "Vaak - 4",
            "vaak ( 4 )",
        ),
        *("AO04", "ao4", "A4", "A04", "AO004"),
    ],
)
def test_every_way_to_write_an_answer_gives_its_value(cel: str) -> None:
    assert build_schaallezer()(cel) == 4


@pytest.mark.parametrize("cel", ["", " ", "\u00a0", ";", " ; ", "\n"])
def test_a_blank_cell_is_no_answer_and_not_unclear(cel: str) -> None:
    assert build_schaallezer()(cel) is None


@pytest.mark.parametrize(
    ("cel", "soort"),
    [
        ("Vaakk", "onbekend-antwoord"),
        ("Weet ik niet", "onbekend-antwoord"),
        ("-", "onbekend-antwoord"),
        ("-oth-", "onbekend-antwoord"),
        ("nvt", "onbekend-antwoord"),
        ("n.v.t.", "onbekend-antwoord"),
        ("3,5", "onbekend-antwoord"),
        ("3.4", "onbekend-antwoord"),
        ("1_0", "onbekend-antwoord"),
        ("1e0", "onbekend-antwoord"),
        ("+4", "onbekend-antwoord"),
        ("0x4", "onbekend-antwoord"),
        ("4" * 5_000, "onbekend-antwoord"),
        ("٤", "onbekend-antwoord"),
        ("④", "onbekend-antwoord"),
        ("4²", "onbekend-antwoord"),
        ("\uff14", "onbekend-antwoord"),
        ("AO06", "onbekend-antwoord"),
        ("AO0", "onbekend-antwoord"),
        ("4 keer per week", "onbekend-antwoord"),
        ("7", "buiten-bereik"),
        ("0", "buiten-bereik"),
        ("-4", "buiten-bereik"),
        ("34", "buiten-bereik"),
        ("99", "buiten-bereik"),
        ("Soms;Vaak;", "twee-antwoorden"),
        ("Soms, Vaak", "twee-antwoorden"),
        ("Soms of vaak", "twee-antwoorden"),
        ("Soms/Vaak", "twee-antwoorden"),
        ("3/4", "twee-antwoorden"),
        ("3-4", "twee-antwoorden"),
        ("3 en 4", "twee-antwoorden"),
        ("3 - Vaak", "tegenspraak"),
        ("Vaak (3)", "tegenspraak"),
        ("3 (Vaak)", "tegenspraak"),
        ("7. Vaak", "tegenspraak"),
    ],
)
def test_what_is_no_answer_is_unclear_by_its_reason(cel: str, soort: str) -> None:
    assert read_soort(build_schaallezer()(cel)) == soort


@pytest.mark.parametrize(
    ("cel", "wat"),
    [
        ("Vaakk", "onbekend antwoord 'Vaakk' (bedoelde je 'Vaak'?)"),
        ("7", "7 valt buiten 1 tot en met 5"),
        ("Soms;Vaak", "twee antwoorden in een cel: 'Soms;Vaak'"),
        ("3 - Vaak", "'3 - Vaak' spreekt zichzelf tegen"),
    ],
)
def test_what_is_unclear_is_told_in_one_sentence(cel: str, wat: str) -> None:
    lezing = build_schaallezer()(cel)
    assert isinstance(lezing, Onduidelijk)
    assert lezing.wat == wat


@pytest.mark.parametrize(
    ("cel", "soort", "verwacht"),
    [
        ("4", Celsoort.DATUM, "datum"),
        ("2026-04-03", Celsoort.DATUM, "datum"),
        ("", Celsoort.FORMULE, "formule"),
        ("=A1+1", Celsoort.FORMULE, "formule"),
        ("7", Celsoort.FORMULE, "buiten-bereik"),
        ("WAAR", Celsoort.JA_NEE, "ja-nee"),
        ("#N/B", Celsoort.FOUT, "fout"),
        ("4", Celsoort.SAMENGEVOEGD, "samengevoegd"),
        ("", Celsoort.SAMENGEVOEGD, "samengevoegd"),
    ],
)
def test_a_cell_that_is_no_text_and_no_number_is_unclear(cel: str, soort: Celsoort, verwacht: str) -> None:
    lezer = build_schaallezer()
    assert lezer("4") == 4
    assert lezer("") is None
    assert read_soort(lezer(Bijzonder(cel, soort))) == verwacht
    assert lezer("4") == 4


def test_what_a_formula_last_gave_is_an_answer() -> None:
    assert build_schaallezer()(Bijzonder("4", Celsoort.FORMULE)) == 4


def test_does_not_apply_is_an_answer_only_where_the_questionnaire_has_it() -> None:
    lezer = build_schaallezer(replace(VIJF, nvt="Komt niet voor"))
    assert [lezer(cel) for cel in ("nvt", "n.v.t.", "N.V.T", "komt niet voor")] == [NVT] * 4


def test_a_code_may_not_mean_two_answers() -> None:
    vanaf_nul = build_schaallezer(Antwoordschaal(tuple(map(Antwoordpunt, range(5), LABELS))))
    assert vanaf_nul("AO03") == 2
    assert read_soort(vanaf_nul("A3")) == "tegenspraak"
    assert vanaf_nul("A5") == 4


def test_a_number_between_two_values_is_no_answer() -> None:
    lezer = build_schaallezer(Antwoordschaal((Antwoordpunt(1, "laag"), Antwoordpunt(3, ""), Antwoordpunt(5, "hoog"))))
    assert [lezer("1"), lezer("3"), lezer("hoog")] == [1, 3, 5]
    assert read_soort(lezer("2")) == "onbekend-antwoord"


def test_labels_that_differ_in_punctuation_only_are_told_apart() -> None:
    lezer = build_schaallezer(Antwoordschaal((Antwoordpunt(1, "Ja"), Antwoordpunt(2, "Ja!"))))
    assert [lezer("ja"), lezer("JA!")] == [1, 2]
    assert read_soort(lezer("ja?")) == "onbekend-antwoord"


def test_a_label_with_signs_in_it_is_one_answer() -> None:
    labels = ("Nooit, of bijna nooit", "Soms; het hangt ervan af", "1 keer per dag")
    lezer = build_schaallezer(Antwoordschaal(tuple(map(Antwoordpunt, (1, 2, 3), labels))))
    assert [lezer(label) for label in labels] == [1, 2, 3]


@pytest.mark.parametrize(
    ("cel", "plaats"),
    [
        ("a", 0),
        ("A", 0),
        (" b ", 1),
        ("B;", 1),
        ("Ik vraag door", 1),
        ("ik ga weg.", 0),
        ("b. Ik vraag door", 1),
        ("AO01", 0),
        ("A2", 1),
        ("schaal1", 1),
    ],
)
def test_a_choice_is_read_by_letter_text_or_scale(cel: str, plaats: int) -> None:
    assert build_lezer(build_keuze("Ik ga weg.", "Ik vraag door."))(cel) == plaats


@pytest.mark.parametrize(
    ("cel", "soort"),
    [
        ("C", "onbekend-antwoord"),
        ("1", "onbekend-antwoord"),
        ("nvt", "onbekend-antwoord"),
        ("AB", "twee-antwoorden"),
        ("a b", "twee-antwoorden"),
        ("a/b", "twee-antwoorden"),
        ("a en b", "twee-antwoorden"),
        ("a. Ik vraag door.", "tegenspraak"),
    ],
)
def test_a_choice_is_never_guessed(cel: str, soort: str) -> None:
    assert read_soort(build_lezer(build_keuze("Ik ga weg.", "Ik vraag door."))(cel)) == soort


@pytest.mark.parametrize(
    ("vorm", "cel", "antwoord"),
    [
        (Vorm.RANGSCHIK, "c a b", (2, 0, 1)),
        (Vorm.RANGSCHIK, "c;a;b", (2, 0, 1)),
        (Vorm.RANGSCHIK, "Ik zwijg.;Ik ga weg.;Ik vraag door.;", (2, 0, 1)),
        (Vorm.UITERSTEN, "b;a", (1, 0)),
        (Vorm.UITERSTEN, "Ik zwijg; Ik ga weg", (2, 0)),
        (Vorm.VERDEEL, "3;0;2", (3, 0, 2)),
        (Vorm.VERDEEL, "3 0 2", (3, 0, 2)),
        (Vorm.VERDEEL, " ", None),
    ],
)
def test_a_row_of_options_stands_in_one_cell(vorm: Vorm, cel: str, antwoord: tuple[int, ...] | None) -> None:
    assert build_lezer(build_keuze("Ik ga weg.", "Ik vraag door.", "Ik zwijg.", vorm=vorm, totaal=5))(cel) == antwoord


@pytest.mark.parametrize(
    ("vorm", "cel"),
    [(Vorm.RANGSCHIK, "c a"), (Vorm.RANGSCHIK, "Ik zwijg;Ik lach"), (Vorm.VERDEEL, "3;0;1"), (Vorm.VERDEEL, "nvt")],
)
def test_a_row_that_is_not_whole_is_unclear(vorm: Vorm, cel: str) -> None:
    keuze = build_keuze("Ik ga weg.", "Ik vraag door.", "Ik zwijg.", vorm=vorm, totaal=5)
    assert read_soort(build_lezer(keuze)(cel)) == "onbekend-antwoord"


def test_background_is_the_place_of_a_label() -> None:
    lezer = build_lezer(Achtergrondvraag("naasten", "Heb je naasten?", ("ja", "nee")))
    assert [lezer("Ja"), lezer("nee;"), lezer("AO02"), lezer("")] == [0, 1, 1, None]
    assert read_soort(lezer("2")) == "onbekend-antwoord"


def test_own_words_stay_as_they_are() -> None:
    lezer = build_lezer(OpenVraag("open", "Wil je nog iets kwijt?"))
    assert [lezer("=4; en\nmeer"), lezer(" ")] == ["=4; en meer", None]


def test_what_was_read_is_remembered_in_bounds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cellen, "_MEESTE_ONTHOUDEN", 3)
    lezer = build_schaallezer()
    assert [lezer(cel) for cel in ("1", "2", "3", "4", "5", "1")] == [1, 2, 3, 4, 5, 1]


@given(st.text(max_size=12))
def test_any_text_gives_a_declared_value_nothing_or_a_reason(cel: str) -> None:
    lezing = build_schaallezer()(cel)
    assert lezing in {None, 1, 2, 3, 4, 5} or isinstance(lezing, Onduidelijk)
