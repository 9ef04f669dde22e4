"""Filling in a worksheet per line: what is typed, chosen and changed, and what stays of it."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conflictstijl.afname.werkbladregels import read_namen
from conflictstijl.afname.werkbladverloop import Werkbladverloop
from conflictstijl.laden.werkbladen import load_werkblad
from conflictstijl.model.bladrij import build_bladrij
from conflictstijl.model.werkblad import MEESTE_REGELS, Regels, Werkblad
from conflictstijl.rekenen.werkblad import check_antwoord
from tests.laden.lezen import GOED

from .test_werkblad import lees, vul

BLAD = load_werkblad(str(GOED / "werkblad-per-regel.yaml"))
OMGEKEERD = load_werkblad("omgekeerd")
BEGIN = ["rust", "schreeuwen", "zwijgen", "", "nee"]
"""What a person types for the whole: two lines."""
REGELS = ["fluisteren", "weinig", "praten", "veel", "te druk", "", "Ina"]
PARTIJEN = ["moeder", "", "nee", "de juf", "ja", "1"]
ALLES = [*BEGIN, *REGELS, *PARTIJEN]


def build_verloop(*antwoorden: Regels) -> Werkbladverloop:
    """Return a worksheet of which the first questions were answered."""
    verloop = Werkbladverloop(BLAD)
    for regels in antwoorden:
        verloop.write_antwoord(regels)
    return verloop


def change(verloop: Werkbladverloop, nummer: int, *regels: str) -> None:
    """Give another answer to a question."""
    verloop.ask_vraag(nummer)
    verloop.write_antwoord(regels)


TWEE: list[Regels] = [("rust",), ("schreeuwen", "zwijgen"), ("nee",), ("fluisteren",), ("veel",)]


# what is asked and typed


def test_a_person_is_asked_about_every_line_and_chooses_by_number() -> None:
    uit = vul(BLAD, [*ALLES, "2, 1", "1", ""])
    assert uit.antwoorden is not None
    assert uit.antwoorden["schreeuwen", "tegendeel"] == ("fluisteren",)
    assert uit.antwoorden["zwijgen", "lastig"] == ("te druk",)
    assert ("schreeuwen", "hulp") not in uit.antwoorden
    assert uit.antwoorden["moeder", "helpt"] == ("fluisteren",)
    assert uit.antwoorden["", "keus"] == ("praten", "fluisteren")
    assert "Nu over: zwijgen\n" in uit.scherm
    assert "Je wilt: rust. Hoe mislukt dat?" in uit.scherm
    assert "Typ de nummers die je kiest, met een komma ertussen." in uit.scherm
    assert "  2. praten\n" in uit.scherm


def test_a_choice_can_be_typed_as_text_or_its_begin_on_lines_of_their_own() -> None:
    uit = vul(BLAD, [*ALLES, "Pra", "fluisteren", "moeder", ""])
    assert uit.antwoorden is not None
    assert uit.antwoorden["", "keus"] == ("praten", "fluisteren")


def test_a_choice_that_is_none_or_was_made_is_told_at_once_and_the_others_stay() -> None:
    uit = vul(BLAD, [*ALLES, "praten", "zingen", "1", "1", ""])
    assert "Kies uit je eerdere antwoorden, zoals 'fluisteren'." in uit.scherm
    twee = vul(BLAD, [*ALLES, "1, 1", "moeder", ""])
    assert "Schrijf elke regel maar één keer op." in twee.scherm
    assert (uit.antwoorden or {})["", "keus"] == ("praten", "fluisteren")
    assert (twee.antwoorden or {})["", "keus"] == ("fluisteren",)


def test_when_nothing_of_a_choice_can_stand_it_is_asked_again() -> None:
    uit = vul(BLAD, [*ALLES, "7", "1", "moeder", ""])
    assert (uit.antwoorden or {})["", "keus"] == ("fluisteren",)
    assert uit.scherm.count("Typ de nummers die je kiest") == 2


def test_a_pipe_fills_in_every_line_with_an_empty_one_after_several() -> None:
    regels = ["rust", "a", "b", "", "nee", "A", "1", "B", "weinig", "moeder", "", "ja", "nee", "", "1", "2", ""]
    uit = vul(BLAD, regels, mens=False)
    assert uit.antwoorden is not None
    assert uit.antwoorden["b", "tegendeel"] == ("B",)
    assert uit.antwoorden["", "keus"] == ("A", "B")
    assert uit.antwoorden["", "wie"] == ()


@pytest.mark.parametrize(
    ("regel", "fout"),
    [
        ("a", "regel 4: Schrijf elke regel maar één keer op; "),
        ("A ", "regel 4: Schrijf elke regel maar één keer op; "),
        ("x" * 201, "regel 4: Een regel heeft hoogstens 200 tekens. Maak hem korter; "),
    ],
)
def test_a_hostile_line_from_a_pipe_ends_it_with_its_number(regel: str, fout: str) -> None:
    assert vul(BLAD, ["rust", "a", regel, ""], mens=False).fout.startswith(fout)


def test_the_same_line_twice_and_one_that_is_too_long_are_told_and_cost_the_others_nothing() -> None:
    uit = vul(OMGEKEERD, ["Hoe begin ik donderdag?", "a", "A", "x" * 2000, "b", "", "stop"])
    assert uit.scherm.count("Schrijf elke regel maar één keer op.") == 1
    assert uit.scherm.count("Een regel heeft hoogstens 200 tekens. Maak hem korter.") == 1
    assert "gestopt: nog niet alle vragen zijn gesteld" in uit.fout


def test_markup_in_a_line_is_text() -> None:
    uit = vul(BLAD, ["rust", "[red]{doel}", "<b>&", "", "nee", "", "", "", "stop"])
    assert "Nu over: [red]{doel}\n" in uit.scherm
    assert "Nu over: <b>&\n" in uit.scherm


def test_thirty_lines_are_thirty_groups() -> None:
    mis = OMGEKEERD.delen[1].vragen[0]._replace(hoogstens=MEESTE_REGELS)
    blad = OMGEKEERD._replace(
        delen=(OMGEKEERD.delen[0], OMGEKEERD.delen[1]._replace(vragen=(mis,)), *OMGEKEERD.delen[2:])
    )
    regels = [f"regel {nummer}" for nummer in range(MEESTE_REGELS)]
    flips = [regel for nummer in range(MEESTE_REGELS) for regel in (f"niet {nummer}", "1", "2")]
    uit = vul(blad, ["Hoe begin ik donderdag?", *regels, *flips, "30", "", "Ik bel."], mens=False)
    assert uit.antwoorden is not None
    assert sum(vraag == "tegendeel" for _, vraag in uit.antwoorden) == MEESTE_REGELS
    assert uit.antwoorden["", "keuze"] == ("niet 29",)


def test_lines_can_be_added_to_an_answer_that_was_given() -> None:
    uit = vul(BLAD, ["rust", "schreeuwen", "", "terug", "+zwijgen", "wachten", "", "stop"])
    assert "Met Enter blijft dat zo. Begin met een + om er regels bij te zetten." in uit.scherm
    assert "Je antwoord was: schreeuwen\n" in uit.scherm
    verder = vul(BLAD, ["rust", "schreeuwen", "", "terug", "+ zwijgen", "", "nee", "stop"])
    assert "Vraag 4\n" in verder.scherm
    assert "Nu over: schreeuwen" in verder.scherm


def test_help_stands_at_the_first_line_that_is_asked_and_the_number_of_questions_when_it_is_known() -> None:
    scherm = vul(OMGEKEERD, ["Hoe begin ik donderdag?", "a", "b", "", "niet a", "1", "1", "niet b", "stop"]).scherm
    assert scherm.count("Bijvoorbeeld: Ik prik de datum") == 1
    assert "Vraag 2\n" in scherm
    assert "Vraag 3\n" in scherm
    assert "Vraag 4 van 10\n" in scherm


def test_help_and_going_back_halfway_a_list_are_no_lines_of_it() -> None:
    uit = vul(OMGEKEERD, ["Hoe begin ik donderdag?", "a", "?", "b", "terug", "", "niet a", "stop"])
    assert uit.scherm.count("Bijvoorbeeld: Ik nodig iedereen") == 3
    assert "Je antwoord was: a; b\n" in uit.scherm
    assert "Nu over: a\n" in uit.scherm


@pytest.mark.parametrize("einde", [["^C"], []])
def test_the_lines_of_a_list_that_was_not_closed_are_kept(tmp_path: Path, einde: list[str]) -> None:
    vul(OMGEKEERD, ["Hoe begin ik donderdag?", "a", "b", *einde], tmp_path)
    assert lees(tmp_path)["", "mislukt"] == ("a", "b")


def test_who_types_a_list_anew_keeps_the_old_one_until_it_is_closed(tmp_path: Path) -> None:
    vul(OMGEKEERD, ["Hoe begin ik donderdag?", "a", "b", "", "terug", "c", "^C"], tmp_path)
    assert lees(tmp_path)["", "mislukt"] == ("a", "b")


def test_parties_that_were_not_closed_are_kept_and_others_can_be_added(tmp_path: Path) -> None:
    vul(BLAD, ["rust", "", "nee", "moeder, vader", "^C"], tmp_path)
    assert lees(tmp_path)["", "partijen"] == ("moeder", "vader")
    verder = vul(BLAD, ["terug", "+kind", "", "stop"], tmp_path, hervat=True)
    assert "Nu over: moeder" in verder.scherm
    assert lees(tmp_path)["", "partijen"] == ("moeder", "vader", "kind")


# going back and changing


def test_a_line_that_goes_takes_its_answers_out_of_sight_and_brings_them_back() -> None:
    verloop = build_verloop(*TWEE)
    change(verloop, 2, "zwijgen")
    assert not any(groep == "schreeuwen" for groep, _ in verloop.build_invulling().antwoorden)
    change(verloop, 2, "zwijgen", "schreeuwen")
    assert verloop.build_invulling().read_antwoord("tegendeel", "schreeuwen") == ("fluisteren",)


def test_a_condition_that_no_longer_holds_hides_the_answer_until_it_holds_again() -> None:
    verloop = build_verloop(*TWEE, ("te druk",), ("Ina",))
    change(verloop, 5, "weinig")
    assert ("schreeuwen", "hulp") not in verloop.build_invulling().antwoorden
    assert "Ina" not in str(verloop.read_rij())
    change(verloop, 5, "veel")
    assert verloop.build_invulling().read_antwoord("hulp", "schreeuwen") == ("Ina",)


def test_a_line_that_is_spelled_better_keeps_its_answers_and_the_old_spelling_begins_anew() -> None:
    verloop = build_verloop(*TWEE)
    change(verloop, 2, "zwijgen", "wachten", "Schreuwen")
    assert verloop.build_invulling().read_antwoord("tegendeel", "Schreuwen") == ("fluisteren",)
    change(verloop, 2, "zwijgen", "Schreuwen", "schreeuwen")
    assert verloop.build_invulling().read_antwoord("tegendeel", "schreeuwen") == ()


def test_another_line_begins_empty_and_the_one_that_went_comes_back_with_its_answers() -> None:
    verloop = build_verloop(*TWEE)
    change(verloop, 2, "roepen", "zwijgen")
    assert verloop.build_invulling().read_antwoord("tegendeel", "roepen") == ()
    verloop.ask_einde()
    assert verloop.bladvraag.sleutel == ("roepen", "tegendeel")
    change(verloop, 2, "schreeuwen", "zwijgen")
    assert verloop.build_invulling().read_antwoord("tegendeel", "schreeuwen") == ("fluisteren",)


@pytest.mark.parametrize(
    ("oud", "nieuw", "namen"),
    [
        (("moder",), ("moeder", "kind"), {"moder": "moeder"}),
        (("Cli\u00ebnt",), ("client",), {"Cli\u00ebnt": "client"}),
        (("vader",), ("moeder",), {}),
        (("moeder",), ("stiefmoeder",), {}),
        (("vriend",), ("vriendin",), {}),
        (("oma",), ("opa",), {}),
        (("kind 1",), ("kind 2",), {}),
        (("kind A", "kind B"), ("kind B", "kind C"), {}),
        (("wijkteam noord",), ("wijkteam zuid",), {}),
        (("ik kom te laat",), ("niet te laat komen",), {}),
        (("moeder",), ("moeders", "moeder."), {}),
        (("moeders", "moeder."), ("moeder",), {}),
    ],
)
def test_only_a_better_spelling_is_the_same_line(oud: Regels, nieuw: Regels, namen: dict[str, str]) -> None:
    assert read_namen(oud, nieuw, alles=False) == namen


def test_a_choice_follows_the_answer_that_got_other_words() -> None:
    verloop = build_verloop(("rust",), ("a",), ("nee",), ("fluisteren",), ("weinig",), ("moeder",))
    for regels in [("ja",), ("nee",), ("fluisteren",), ("fluisteren",), ("moeder",)]:
        verloop.write_antwoord(regels)
    change(verloop, 4, "zacht praten")
    assert verloop.build_invulling().read_antwoord("keus") == ("zacht praten",)
    change(verloop, 6, "Moeder")
    assert verloop.build_invulling().read_antwoord("wie") == ("Moeder",)
    assert verloop.build_invulling().read_antwoord("helpt", "Moeder") == ("zacht praten",)
    change(verloop, 6, "oma")
    assert ("", "wie") not in verloop.build_invulling().antwoorden
    assert verloop.build_invulling().read_antwoord("gehoord", "oma") == ()
    change(verloop, 6, "Moeder")
    change(verloop, 4)
    assert ("", "keus") not in verloop.build_invulling().antwoorden


def test_a_choice_does_not_follow_into_another_line_of_a_list() -> None:
    vooraf, muur = BLAD.delen[0], BLAD.delen[3]
    keus = muur.vragen[0]._replace(kies_uit="mis")
    verloop = Werkbladverloop(BLAD._replace(delen=(vooraf, muur._replace(vragen=(keus,)))))
    for regels in [("rust",), ("schreeuwen", "zwijgen"), ("nee",), ("schreeuwen", "zwijgen")]:
        verloop.write_antwoord(regels)
    change(verloop, 2, "Schreuwen", "zwijgen")
    assert verloop.build_invulling().read_antwoord("keus") == ("Schreuwen", "zwijgen")
    change(verloop, 2, "roepen", "zwijgen")
    assert verloop.build_invulling().read_antwoord("keus") == ("zwijgen",)


def test_a_choice_stays_where_another_line_still_gives_that_answer() -> None:
    verloop = build_verloop(("rust",), ("a", "b"), ("nee",), ("praten",), ("weinig",), ("praten",), ("weinig",), ("x",))
    for regels in [("ja",), ("nee",), (), ("praten",), ()]:
        verloop.write_antwoord(regels)
    change(verloop, 4, "zingen")
    assert verloop.build_invulling().read_antwoord("keus") == ("praten",)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 30), st.lists(st.sampled_from("abcd"), max_size=3)), max_size=40))
def test_whatever_is_changed_only_what_belongs_comes_out_and_nothing_is_asked_twice(
    beurten: list[tuple[int, list[str]]],
) -> None:
    verloop = build_verloop(("rust",), ("a", "b"))
    for nummer, letters in beurten:
        verloop.ask_vraag(nummer % verloop.aantal + 1)
        vraag = verloop.bladvraag.vraag
        regels = tuple(vraag.keuzes[ord(een) % len(vraag.keuzes)] if vraag.keuzes else een for een in letters)
        if not check_antwoord(vraag, regels):
            verloop.write_antwoord(regels)
    invulling = verloop.build_invulling()
    rij = build_bladrij(BLAD, invulling.antwoorden)
    assert rij.antwoorden == invulling.antwoorden
    assert len({vraag.sleutel for vraag in rij.vragen}) == len(rij.vragen) == verloop.aantal
    verder = Werkbladverloop(BLAD)
    verder.resume_antwoorden(invulling.antwoorden)
    assert verder.build_invulling() == invulling


@settings(max_examples=60, deadline=None)
@given(st.sampled_from([BLAD, OMGEKEERD, load_werkblad("meerzijdig"), load_werkblad("casusadvies")]), st.data())
def test_a_number_of_questions_that_is_shown_stays_true(werkblad: Werkblad, data: st.DataObject) -> None:
    verloop, getoond = Werkbladverloop(werkblad), set[int]()
    while not verloop.check_klaar():
        getoond |= {verloop.aantal} if verloop.check_aantal() else set()
        vraag = verloop.bladvraag.vraag
        regel = st.sampled_from(vraag.keuzes or tuple("abc"))
        regels = data.draw(st.lists(regel, min_size=vraag.verplicht, max_size=min(vraag.regels, 2), unique=True))
        verloop.write_antwoord(tuple(regels))
    assert getoond <= {verloop.aantal}


def test_what_a_change_asks_anew_is_asked_before_the_end() -> None:
    uit = vul(BLAD, [*ALLES, "1", "1", "5", "veel", "eng", "", "Jan", ""])
    assert uit.antwoorden is not None
    assert uit.antwoorden["schreeuwen", "hulp"] == ("Jan",)


def test_who_stops_halfway_a_line_goes_on_there(tmp_path: Path) -> None:
    vul(BLAD, [*BEGIN, "fluisteren", "weinig", "praten", "stop"], tmp_path)
    assert lees(tmp_path)["zwijgen", "tegendeel"] == ("praten",)
    uit = vul(BLAD, ["veel", "te druk", "", "Ina", *PARTIJEN, "1", "1", ""], tmp_path, hervat=True)
    assert "Je gaat verder bij vraag 7." in uit.scherm
    assert "Nu over: zwijgen" in uit.scherm
    assert uit.antwoorden is not None
    assert uit.antwoorden["schreeuwen", "tegendeel"] == ("fluisteren",)


def test_the_list_at_the_end_says_about_which_line_an_answer_is() -> None:
    lang = (
        "zo hard schreeuwen dat niemand elkaar nog hoort en iedereen naar huis wil gaan, ook de buren van de overkant"
    )
    scherm = vul(
        BLAD, ["rust", lang, "", "nee", "fluisteren", "weinig", "x", "", "", "", "", "1", "1", "lijst", ""]
    ).scherm
    assert f"  4. {lang[:40]}" in scherm
    assert "Tegendeel: fluisteren" in scherm
