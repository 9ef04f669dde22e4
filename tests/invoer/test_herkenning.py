"""Which column is which question: what is certain, what is told, and what is refused."""

import pytest

from conflictstijl.fouten import InvoerFout
from conflictstijl.invoer.gelijkenis import render_verschil
from conflictstijl.invoer.herkenning import read_kaart
from conflictstijl.invoer.vraagnamen import STANDAARDVRAGEN
from conflictstijl.laden.catalogus import load_vragenlijst
from conflictstijl.model.tabel import Indeling, Kolommenkaart
from conflictstijl.model.vragen import Achtergrondvraag, Keuze, OpenVraag, Vorm
from conflictstijl.model.vragenlijst import Vragenlijst
from conflictstijl.rapport.formulier import render_formulier
from tests.bouwers import build_lijst, build_stelling, build_stellingen

from .indelingen import STAM, TEKSTEN
from .test_cellen import build_keuze
from .uitlezen import build_tabel, load_paren, load_stijlscan, read_rijtjes

DRIE = ["3"] * 20
ROLLEN = load_vragenlijst("rollen")
TWEE_KEER = load_vragenlijst("rustig-en-gespannen")
REPEAT = [item.tekst for item in TWEE_KEER.stellingen]


def read_kop(kop: list[str], lijst: Vragenlijst | None = None) -> Kolommenkaart:
    """The map of a table with this header and two people."""
    return read_kaart(build_tabel([kop, ["D1", *"3" * (len(kop) - 1)], ["D2"]]), lijst or load_stijlscan())


def read_fout(kop: list[str], lijst: Vragenlijst | None = None) -> tuple[str, str]:
    with pytest.raises(InvoerFout) as gevangen:
        read_kop(kop, lijst)
    return gevangen.value.bevindingen[0].code, gevangen.value.bevindingen[0].wat


def list_plaatsen(kaart: Kolommenkaart) -> dict[str, int]:
    return {kolom.vraag: kolom.plaats for kolom in kaart.kolommen}


# how a question is named


@pytest.mark.parametrize(
    "vorm",
    [
        "q{}",
        "Q{}",
        "v{}",
        "vraag {}",
        "Stelling {}",
        "item_{}",
        "paar {}",
        "{}",
        "{}.0",
        "{}.",
        "Q1_{}",
        "QID7_{}",
        "X[SQ{:03}]",
        "G01Q02_SQ{:03}",
        "G01Q{:02}",
        "q{:02}",
        "nr. {}",
        "{}. Kies wat past",
        "Kies per rij [{}]",
        "Kies - {}",
    ],
)
def test_every_way_to_number_questions_is_known(vorm: str) -> None:
    kaart = read_kop(["code", *(vorm.format(nummer) for nummer in range(1, 21))])
    assert list_plaatsen(kaart) == {str(nummer): nummer for nummer in range(1, 21)}
    assert {kolom.hoe for kolom in kaart.kolommen} == {"nummer"}


def test_a_code_of_the_questionnaire_is_known_in_any_case() -> None:
    kaart = read_kop(["code", *(f"{vraag.id.upper()}" for vraag in ROLLEN.items)], ROLLEN)
    assert {kolom.hoe for kolom in kaart.kolommen} == {"code"}
    assert list_plaatsen(kaart)["collega.3"] == 33


def test_a_code_with_a_text_behind_it_is_known() -> None:
    lijst = build_lijst(*(build_stelling("samenwerken", f"v{n:02}") for n in range(1, 6)))
    kaart = read_kop(["code", *(f"V{n:02}: iets korter gezegd" for n in range(5, 0, -1))], lijst)
    assert list_plaatsen(kaart) == {f"v0{n}": 6 - n for n in range(1, 6)}


def test_a_number_means_the_question_whose_id_ends_in_it() -> None:
    lijst = build_lijst(*(build_stelling("samenwerken", f"v{n}") for n in (3, 1, 2)))
    assert list_plaatsen(read_kop(["code", "1", "2", "3"], lijst)) == {"v3": 3, "v1": 1, "v2": 2}


def test_a_number_means_the_order_where_ids_have_none() -> None:
    lijst = build_lijst(*(build_stelling("samenwerken", naam) for naam in ("kalm", "boos", "moe")))
    assert list_plaatsen(read_kop(["code", "q3", "q2", "q1"], lijst)) == {"kalm": 3, "boos": 2, "moe": 1}


def test_numbers_count_all_questions_where_there_are_as_many() -> None:
    alle = read_kop(["code", *(f"vraag {n}" for n in range(1, 78))], ROLLEN)
    assert (list_plaatsen(alle)["naasten"], list_plaatsen(alle)["client.1"]) == (1, 3)
    items = read_kop(["code", *(f"vraag {n}" for n in range(1, 76))], ROLLEN)
    assert (list_plaatsen(items)["client.1"], "naasten" in list_plaatsen(items)) == (1, False)


def test_background_and_open_questions_are_found_and_not_missed() -> None:
    lijst = Vragenlijst(
        "proef",
        "1.0",
        "Proef",
        (),
        items=load_stijlscan().items,
        achtergrond=(Achtergrondvraag("werk", "Waar werk je?", ("wijk", "kantoor")),),
        open=(OpenVraag("kwijt", "Wil je nog iets kwijt?"),),
    )
    kaart = read_kop(["code", "Waar werk je?", *TEKSTEN, "Wil je nog iets kwijt?"], lijst)
    assert (list_plaatsen(kaart)["werk"], list_plaatsen(kaart)["kwijt"]) == (1, 22)
    assert read_kop(["code", *TEKSTEN], lijst).meldingen == ()


@pytest.mark.parametrize("vraag", ["{}", "{}{}"])
def test_pairs_without_a_text_of_their_own_are_found_by_their_order(vraag: str) -> None:
    tekst = "Wat past het meest bij je?"
    koppen = [vraag.format(tekst, n) if n > 1 else tekst for n in range(1, 31)]
    assert list_plaatsen(read_kop(["code", *koppen], load_paren())) == {str(n): n for n in range(1, 31)}


def test_the_default_questions_are_those_of_the_form_that_the_program_writes() -> None:
    for vorm, tekst in STANDAARDVRAGEN.items():
        lijst = build_lijst(build_keuze("Ik ga.", "Ik blijf.", vorm=vorm, totaal=5))
        samen = f"1. {tekst} Samen 5 punten." if vorm is Vorm.VERDEEL else f"1. {tekst}"
        assert samen in list(render_formulier(lijst))


def test_a_case_is_found_by_its_story_with_or_without_its_question() -> None:
    lijst = load_vragenlijst("praktijksituaties")
    verhalen = [item.casus for item in lijst.items if isinstance(item, Keuze)]
    assert (
        len(read_kop(["code", *(f"{n}. {tekst} Wat doe je?" for n, tekst in enumerate(verhalen, 1))], lijst).kolommen)
        == 15
    )
    assert len(read_kop(["code", *verhalen], lijst).kolommen) == 15


# what is nearly the same


def test_a_text_that_is_nearly_the_same_is_taken_and_told() -> None:
    kaart = read_kop(["code", TEKSTEN[0].replace("knoop", "knop"), *TEKSTEN[1:]])
    assert kaart.kolommen[0].hoe == "lijkt op"
    (melding,) = kaart.meldingen
    assert melding[1:5] == (1, "1", "", "lijkt-op")
    assert melding.wat == "kop in kolom B lijkt op vraag 1, met 'knop' in plaats van 'knoop'; gelezen als vraag 1"


def test_what_is_nearly_the_same_is_told_by_its_row_in_a_turned_table() -> None:
    teksten = [TEKSTEN[0].replace("knoop", "knop"), *TEKSTEN[1:]]
    kaart = read_kaart(build_tabel([["", "An", "Bo"], *([tekst, "3", "4"] for tekst in teksten)]), load_stijlscan())
    assert [melding.wat.partition(" lijkt ")[0] for melding in kaart.meldingen] == ["kop in rij 2"]


def test_what_is_nearly_the_same_is_told_by_its_words_in_a_long_table() -> None:
    teksten = [TEKSTEN[0].replace("knoop", "knop"), *TEKSTEN[1:]]
    rijen = [["wie", "vraag", "antwoord"], *(["D1", tekst, "3"] for tekst in teksten)]
    (melding,) = read_kaart(build_tabel(rijen), load_stijlscan()).meldingen
    assert melding.wat.startswith("vraag 'Als de tijd dringt, hak ik de knop")


@pytest.mark.parametrize(
    ("kop", "wat"),
    [
        ("Ik zet mijn plan door.", "met 'zet' in plaats van 'druk'"),
        ("Stelling [Ik druk mijn plan]", "zonder 'door'"),
        ("3. Ik druk mijn eigen plan door", "met 'eigen' erbij"),
        ("Ik zet jouw plannen toch", "met 'zet jouw plannen toch' in plaats van 'druk mijn plan door'"),
        (
            "Wij druk nu mijn eigen plan er door",
            "met 'wij' in plaats van 'ik', met 'nu' erbij, met 'eigen' erbij en nog 1 verschil",
        ),
        (
            "Wij druk nu mijn eigen plan er door zo",
            "met 'wij' in plaats van 'ik', met 'nu' erbij, met 'eigen' erbij en nog 2 verschillen",
        ),
    ],
)
def test_the_words_that_differ_are_named(kop: str, wat: str) -> None:
    assert render_verschil(kop, "Ik druk mijn plan door.") == wat


def test_a_text_cut_short_is_taken_and_told() -> None:
    kaart = read_kop(["code", *TEKSTEN[:19], TEKSTEN[19][:20] + "…"])
    assert (kaart.kolommen[19].hoe, len(kaart.meldingen)) == ("lijkt op", 1)


@pytest.mark.parametrize(
    "kop",
    [
        "Ik leg mijn wensen niet open op tafel, naast die van de ander.",
        "Ik leg 2 wensen open op tafel, naast die van de ander.",
        "Ik leg mijn wensen op een andere tafel dan die van de rest.",
        "Ik l..",
        "Ik..",
        "wensen?",
    ],
)
def test_a_text_that_says_something_else_is_not_taken(kop: str) -> None:
    kaart = read_kop(["code", *TEKSTEN[:6], kop, *TEKSTEN[7:]])
    assert "7" not in list_plaatsen(kaart)
    assert [(melding.kolom, melding.soort, melding.gevolg) for melding in kaart.meldingen] == [
        ("7", "vraag-ontbreekt", "leeg")
    ]


def test_a_text_between_two_questions_is_neither() -> None:
    lijst = build_stellingen(
        *["samenwerken"] * 6, teksten=["Ik zeg het mijn collega alvast.", "Ik zeg het mijn collegas alvast."]
    )
    teksten = [item.tekst for item in lijst.stellingen]
    kaart = read_kop(["code", teksten[0], "Ik zeg het mijn collegaas alvast.", *teksten[2:]], lijst)
    assert "2" not in list_plaatsen(kaart) or kaart.meldingen


# what is refused


def test_two_columns_for_one_question_are_an_error_that_names_both() -> None:
    code, wat = read_fout(["code", *TEKSTEN, f"{STAM} [{TEKSTEN[6]}]"])
    assert code == "dubbele-kolom"
    assert wat.startswith("vraag 7 ('Ik leg mijn wensen")
    assert "staat er 2 keer: kolom 8 'Ik leg mijn wensen" in wat
    assert "en kolom 22 'Hoe vaak doe je dit" in wat


@pytest.mark.parametrize(
    "kop",
    [
        ["code", *TEKSTEN, f"{TEKSTEN[3]}2"],
        ["code", *(f"q{n}" for n in range(1, 21)), "Q7"],
        ["code", *(f"q{n}" for n in range(1, 21)), *(f"Q1_{n}" for n in range(1, 21))],
        ["code", *REPEAT, REPEAT[0]],
    ],
)
def test_a_question_too_many_is_an_error(kop: list[str]) -> None:
    assert read_fout(kop, TWEE_KEER if REPEAT[1] in kop else None)[0] == "dubbele-kolom"


def test_numbers_that_contradict_the_texts_are_not_used() -> None:
    assert read_fout(["code", *(f"q{n}" for n in range(2, 21)), f"q1 [{TEKSTEN[4]}]"])[0] == "kolommen-onbekend"


def test_too_few_questions_are_refused_and_some_are_left_blank() -> None:
    assert read_fout(["code", *TEKSTEN[:15]])[0] == "kolommen-onbekend"
    kaart = read_kop(["code", *TEKSTEN[:16]])
    assert [melding.kolom for melding in kaart.meldingen] == ["17", "18", "19", "20"]
    assert kaart.meldingen[0].wat.startswith("vraag 17 ('Ik stel voor")


def test_a_refusal_names_all_that_is_missing_when_that_is_little() -> None:
    lijst = build_lijst(*(build_stelling("samenwerken", f"v{n}") for n in range(3)))
    _, wat = read_fout(["code", "v0"], lijst)
    assert "van de 3 vragen van 'proef' staan er 1 in deze tabel; niet gevonden: v1 ('Ik doe v1.') en v2" in wat


@pytest.mark.parametrize("rijen", [[], [[]], [["x"]], [[""], ["", ""]], [["4", "5"], ["3", "2"]]])
def test_a_table_with_nothing_in_it_is_refused(rijen: list[list[str]]) -> None:
    with pytest.raises(InvoerFout, match=r"staan er [0-2] in deze tabel"):
        read_kaart(build_tabel(rijen), load_stijlscan())


@pytest.mark.parametrize(
    "kop", ["BSN", "bsn-nummer", "Burgerservicenummer", "BSN van de cliënt", "Sofinummer:", "bsn_nr"]
)
def test_a_citizen_service_number_is_refused_before_anything_else(kop: str) -> None:
    code, wat = read_fout(["code", "anders", kop])
    assert (code, wat) == ("bsn-kolom", f"kolom '{kop}' bevat burgerservicenummers")


def test_a_citizen_service_number_is_refused_in_every_layout() -> None:
    lang = [["wie", "item", "antwoord"], *(["D1", f"q{n}", "3"] for n in range(1, 21)), ["D1", "bsn", "1"]]
    gekanteld = [[f"rij {n}"] for n in range(20)] + [["bsn", "1"]]
    for rijen in (lang, gekanteld):
        with pytest.raises(InvoerFout, match="bevat burgerservicenummers"):
            read_kaart(build_tabel(rijen), load_stijlscan())


@pytest.mark.parametrize("kop", ["Nummer", "Huisnummer", "Ik vroeg op kantoor nog eens naar het bsn van haar"])
def test_another_number_is_no_citizen_service_number(kop: str) -> None:
    assert len(read_kop(["code", kop, *TEKSTEN]).kolommen) == 20


def test_a_long_table_of_other_questions_is_refused() -> None:
    rijen = [["wie", "item", "antwoord"], *(["D1", f"iets {n}", "3"] for n in range(20)), ["D1"]]
    with pytest.raises(InvoerFout, match=r"staan er 0 in deze tabel"):
        read_kaart(build_tabel(rijen), load_stijlscan())


def test_the_column_that_names_most_questions_is_that_of_a_long_table() -> None:
    rijen = [["wie", "item", "vraag", "antwoord"], *(["D1", "raster", f"q{n}", "3"] for n in range(1, 21))]
    assert read_rijtjes(rijen, load_stijlscan()).per_sleutel == {"d1": (3,) * 20}


def test_names_in_a_long_table_are_looked_for_in_bounds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("conflictstijl.invoer.lang._MEESTE_NAMEN", 18)
    rijen = [["wie", "item", "antwoord"], *(["D1", f"q{n}", "3"] for n in range(1, 21))]
    assert len(read_kaart(build_tabel(rijen), load_stijlscan()).kolommen) == 18


def test_a_long_table_without_headers_is_refused_in_a_few_words() -> None:
    rijen = [[wie, f"q{n}", "3"] for wie in ("D1", "D2", "D3") for n in range(1, 21)]
    with pytest.raises(InvoerFout, match=r"staan er [01] "):
        read_kaart(build_tabel(rijen), load_stijlscan())


def test_of_many_columns_for_one_question_a_few_are_named() -> None:
    _, wat = read_fout(["code", *TEKSTEN, *[f"{STAM} [{TEKSTEN[6]}]"] * 5])
    assert "staat er 6 keer" in wat
    assert wat.endswith("en nog 3")


# answers that look like headers


def test_a_row_of_answers_is_not_taken_for_a_row_of_numbers() -> None:
    lijst = build_stellingen(*["samenwerken"] * 5)
    with pytest.raises(InvoerFout):
        read_kaart(
            build_tabel([["a", "b", "c", "d", "e"], ["3", "1", "2", "5", "4"], ["1", "1", "1", "1", "1"]]), lijst
        )


def test_a_hundred_thousand_columns_are_looked_at_in_bounds() -> None:
    with pytest.raises(InvoerFout):
        read_kaart(build_tabel([["x"] * 100_000, ["1"]]), load_stijlscan())


# people in columns


def test_people_in_columns_can_be_named_above_a_nameless_row() -> None:
    rijen = [["vraag", "An", "Bo"], *([f"q{n}", "3", "4"] for n in range(1, 21))]
    gelezen = read_rijtjes(rijen, load_stijlscan())
    assert gelezen.per_sleutel == {"an": (3,) * 20, "bo": (4,) * 20}
    assert gelezen.kaart.indeling is Indeling.GEKANTELD


@pytest.mark.parametrize("boven", [["", "An", "An"], ["", "An", ""], ["Team", "An", "Bo"]])
def test_a_row_that_does_not_name_everyone_is_no_key(boven: list[str]) -> None:
    kaart = read_kaart(build_tabel([boven, *([f"q{n}", "3", "4"] for n in range(1, 21))]), load_stijlscan())
    assert kaart.sleutel is None
