"""Every form of question at the prompt: what counts as an answer, what does not, and what is said about it."""

import pytest

from conflictstijl.afname.gesprek import Gesprek
from conflictstijl.afname.regelmodus import Regelmodus
from conflictstijl.afname.verloop import Verloop
from conflictstijl.afname.vraagtekst import render_antwoord, render_onderwerp
from conflictstijl.fouten import GebruikFout
from conflictstijl.model.antwoorden import NVT, Antwoord
from conflictstijl.model.vragen import Achtergrondvraag

from .conftest import Praat, read_scherm
from .lijsten import GEVULD, PLAATSEN, VORMEN, VULLING, parse_lijst

LIJST = parse_lijst(VORMEN)

GOED: list[tuple[str, str, Antwoord]] = [
    ("achtergrond", "ja", 0), ("achtergrond", "2", 1), ("achtergrond", "NEE", 1), ("achtergrond", "w", 2),
    ("achtergrond", " Wisselend ", 2), ("stelling", "2", 2), ("stelling", "soms", 2), ("stelling", "v", 3),
    ("stelling", "nvt", NVT), ("stelling", "Past niet", NVT), ("stelling", "p", NVT),
    ("kies", "c", 2), ("kies", "C", 2), ("kies", "3", 2), ("kies", "toegeven", 2), ("kies", "nvt", NVT),
    ("uitersten", "c a", (2, 0)), ("uitersten", "ca", (2, 0)), ("uitersten", "C, A", (2, 0)),
    ("uitersten", "3 1", (2, 0)), ("uitersten", "31", (2, 0)), ("uitersten", "toegeven forceren", (2, 0)),
    ("uitersten", "n.v.t.", NVT), ("rangschik", "b c a", (1, 2, 0)), ("rangschik", "BCA", (1, 2, 0)),
    ("rangschik", "b,c,a", (1, 2, 0)), ("rangschik", "2 3 1", (1, 2, 0)), ("rangschik", "231", (1, 2, 0)),
    ("rangschik", "vermijden toegeven forceren", (1, 2, 0)), ("rangschik", "nvt", NVT),
    ("verdeel", "0 10 0", (0, 10, 0)), ("verdeel", "2, 3, 5", (2, 3, 5)), ("verdeel", "  2  3 5 ", (2, 3, 5)),
    ("verdeel", "nvt", NVT), ("open", "Dat  ging   goed.", "Dat ging goed."), ("open", "a", "a"),
    ("open", "2", "2"), ("open", "nvt", "nvt"), ("open", 'Hij zei: "nee" 🙂', 'Hij zei: "nee" 🙂'),
    ("open", "é" * 2000, "é" * 2000),
]  # fmt: skip

FOUT = [
    ("achtergrond", "4", "kies uit ja, nee of wisselend"),
    ("achtergrond", "0", "kies uit ja, nee of wisselend"),
    ("achtergrond", "wiselend", "bedoelde je 'wisselend'?"),
    ("achtergrond", "nvt", "kies uit ja, nee of wisselend"),
    ("stelling", "4", "kies uit 1, 2, 3 of nvt"),
    ("kies", "d", "kies uit a, b of c"),
    ("kies", "a b", "kies uit a, b of c"),
    ("kies", "toegven", "bedoelde je 'toegeven'?"),
    ("uitersten", "a", "geef twee letters: eerst de beste, dan de slechtste, zoals 'a c'"),
    ("uitersten", "abc", "geef twee letters: eerst de beste, dan de slechtste, zoals 'a c'"),
    ("uitersten", "b b", "de beste en de slechtste zijn niet dezelfde"),
    ("uitersten", "a d", "geef twee letters: eerst de beste, dan de slechtste, zoals 'a c'"),
    ("uitersten", "a nvt", "geef twee letters: eerst de beste, dan de slechtste, zoals 'a c'"),
    ("rangschik", "a b", "noem elke optie een keer: alle letters op volgorde, zoals 'c b a'"),
    ("rangschik", "aab", "noem elke optie een keer: alle letters op volgorde, zoals 'c b a'"),
    ("rangschik", "a b c a", "noem elke optie een keer: alle letters op volgorde, zoals 'c b a'"),
    ("rangschik", "0 1 2", "geef alle letters op volgorde, zoals 'c b a'"),
    ("verdeel", "5 5", "er staan 2 getallen, en het moeten er 3 zijn"),
    ("verdeel", "532", "er staat 1 getal, en het moeten er 3 zijn"),
    ("verdeel", "5 4 0", "samen is dat 9 en het moet 10 zijn"),
    ("verdeel", "11 -1 0", "geef een getal per optie, samen 10, zoals '4 3 3'"),
    ("verdeel", "5 5 nul", "geef een getal per optie, samen 10, zoals '4 3 3'"),
    ("verdeel", "3,5 3,5 3", "geef hele getallen: een getal per optie, samen 10, zoals '4 3 3'"),
    ("open", "\u200b", "typ een zin"),
    ("open", "x" * 2001, "een antwoord heeft hoogstens 2000 tekens"),
]


def ask(gesprek: Gesprek) -> tuple[Antwoord, ...]:
    return Regelmodus(Verloop(LIJST), gesprek, lambda *_: None).ask_vragenlijst().antwoorden


def vul(naam: str, *getypt: str) -> list[str]:
    """Return the lines of someone who fills in everything, and types these at one question."""
    plaats = PLAATSEN[naam]
    return [*VULLING[:plaats], *getypt, *VULLING[plaats + 1 :], ""]


def vervang(naam: str, antwoord: Antwoord) -> tuple[Antwoord, ...]:
    plaats = PLAATSEN[naam]
    return (*GEVULD[:plaats], antwoord, *GEVULD[plaats + 1 :])


@pytest.mark.parametrize("mens", [True, False], ids=["prompt", "pijp"])
@pytest.mark.parametrize(("naam", "getypt", "antwoord"), GOED)
def test_every_form_takes_what_its_help_says(
    praat: Praat, naam: str, getypt: str, antwoord: Antwoord, *, mens: bool
) -> None:
    assert ask(praat(*vul(naam, getypt), mens=mens)) == vervang(naam, antwoord)


@pytest.mark.parametrize(("naam", "getypt", "hint"), FOUT)
def test_a_person_is_told_what_is_wrong_and_asked_again(praat: Praat, naam: str, getypt: str, hint: str) -> None:
    plaats = PLAATSEN[naam]
    gesprek = praat(*vul(naam, getypt, VULLING[plaats]), breedte=10_000)
    assert ask(gesprek) == GEVULD
    getoond = read_scherm(gesprek)
    assert hint in getoond
    assert "Of typ 'overslaan'." in getoond
    assert getoond.count(f"Vraag {plaats + 1} van 7\n") == 2


@pytest.mark.parametrize(("naam", "getypt", "hint"), FOUT)
def test_a_script_is_stopped_with_the_number_of_its_line(praat: Praat, naam: str, getypt: str, hint: str) -> None:
    with pytest.raises(GebruikFout) as fout:
        ask(praat(*vul(naam, getypt), mens=False))
    assert str(fout.value).startswith(f"regel {PLAATSEN[naam] + 1}: '")
    assert hint in str(fout.value)


@pytest.mark.parametrize("naam", PLAATSEN)
def test_every_form_can_be_skipped(praat: Praat, naam: str) -> None:
    assert ask(praat(*vul(naam, "overslaan"))) == vervang(naam, None)


@pytest.mark.parametrize("naam", list(PLAATSEN)[1:])
def test_going_back_shows_the_answer_of_every_form_and_enter_keeps_it(praat: Praat, naam: str) -> None:
    plaats = PLAATSEN[naam]
    gesprek = praat(*VULLING[:plaats], "terug", "", *VULLING[plaats:], "")
    assert ask(gesprek) == GEVULD
    gegeven = render_antwoord(GEVULD[plaats - 1], LIJST.vragen[plaats - 1]).rstrip(".")
    assert f"Je antwoord was: {gegeven}. Met Enter blijft dat zo." in read_scherm(gesprek)


@pytest.mark.parametrize("naam", PLAATSEN)
def test_an_empty_line_at_a_new_question_is_explained(praat: Praat, naam: str) -> None:
    gesprek = praat(*vul(naam, "", VULLING[PLAATSEN[naam]]))
    assert ask(gesprek) == GEVULD
    assert "Typ je antwoord: " in read_scherm(gesprek)


@pytest.mark.parametrize(
    ("naam", "hulp"),
    [
        ("achtergrond", "Typ het nummer van je antwoord, of het woord."),
        ("stelling", "Typ het cijfer van je antwoord, het woord of het begin ervan."),
        ("kies", "Typ a, b of c."),
        ("uitersten", "Typ twee letters: eerst de beste, dan de slechtste, zoals 'a c'."),
        ("rangschik", "Typ alle letters op volgorde, zoals 'c b a'."),
        ("verdeel", "Typ een getal per optie, samen 10, zoals '4 3 3'."),
        ("open", "Typ je antwoord in eigen woorden."),
    ],
)
def test_help_tells_how_to_answer_every_form(praat: Praat, naam: str, hulp: str) -> None:
    gesprek = praat(*vul(naam, "?", VULLING[PLAATSEN[naam]]))
    assert ask(gesprek) == GEVULD
    getoond = read_scherm(gesprek)
    assert hulp in getoond
    assert "overslaan: deze vraag openlaten." in getoond


def test_every_form_shows_what_can_be_chosen_and_how(praat: Praat) -> None:
    gesprek = praat(*VULLING, "")
    ask(gesprek)
    getoond = read_scherm(gesprek)
    assert "Vraag 1 van 7\nGeef je leiding?\n  1. ja\n  2. nee\n  3. wisselend\n> " in getoond
    assert "Vraag 2 van 7\nIk zeg wat ik wil.\n  1 = Nooit, 2 = Soms, 3 = Vaak, nvt = past niet\n> " in getoond
    assert (
        "Vraag 3 van 7\nDe ander wil iets anders.\n\nWat doe je?\n  a) Ik zet door.\n  b) Ik wacht af.\n"
        "  c) Ik ga mee.\n> "
    ) in getoond
    assert "  c) Ik geef toe.\n  Twee letters: eerst de beste, dan de slechtste, zoals 'a c'.\n> " in getoond
    assert "  c) Ik gun het de ander.\n  Alle letters op volgorde, zoals 'c b a'.\n> " in getoond
    assert "  c) Aan de ander.\n  Een getal per optie, samen 10, zoals '4 3 3'.\n> " in getoond
    assert "Wat wil je nog kwijt?\n  Typ je antwoord op één regel.\n> " in getoond


def test_the_check_shows_every_form_as_a_person_says_it(praat: Praat) -> None:
    gesprek = praat(*VULLING, "")
    ask(gesprek)
    assert read_scherm(gesprek).partition("Dit zijn je antwoorden:\n")[2].splitlines()[:7] == [
        "  1. ja (Geef je leiding?)",
        "  2. 1 = Nooit (Ik zeg wat ik wil.)",
        "  3. a = Ik zet door. (De ander wil iets anders.)",
        "  4. beste a, slechtste b (Wat is je beste en wat is je slechtste zet?)",
        "  5. a b c (Wat past het best bij je?)",
        "  6. a 5, b 3, c 2 (Hoe verdeel je je tijd?)",
        "  7. Niets. (Wat wil je nog kwijt?)",
    ]


def test_any_form_can_be_corrected_at_the_check(praat: Praat) -> None:
    anders = ("2", "nvt", "b", "31", "cab", "0 0 10", "Toch wel.")
    correcties = [regel for nummer, getypt in enumerate(anders, 1) for regel in (str(nummer), getypt)]
    assert ask(praat(*VULLING, *correcties, "")) == (1, NVT, 1, (2, 0), (2, 0, 1), (0, 0, 10), "Toch wel.")


def test_what_does_not_apply_reads_so_at_every_form() -> None:
    assert [render_antwoord(NVT, item) for item in LIJST.items] == ["past niet", "nvt", "nvt", "nvt", "nvt"]


def test_labels_that_are_numbers_themselves_get_no_other_numbers(praat: Praat) -> None:
    lijst = parse_lijst(VORMEN.replace("[ja, nee, wisselend]", "[0, 1, 2, meer]"))
    assert isinstance(lijst.vragen[0], Achtergrondvraag)
    for getypt, antwoord in (("0", 0), ("1", 1), ("2", 2), ("m", 3)):
        gesprek = praat("?", getypt, *VULLING[1:], "")
        blad = Regelmodus(Verloop(lijst), gesprek, lambda *_: None).ask_vragenlijst()
        assert blad.antwoorden[0] == antwoord
        assert "Geef je leiding?\n  0\n  1\n  2\n  meer\n> " in read_scherm(gesprek)
        assert "  Typ je antwoord.\n" in read_scherm(gesprek)


def test_the_subject_of_a_question_with_a_case_but_no_question_is_its_case() -> None:
    lijst = parse_lijst(VORMEN.replace("  - vraag: Hoe verdeel je je tijd?\n", "  - casus: Het is druk.\n"))
    assert render_onderwerp(lijst.items[4]) == "Het is druk."


def test_a_long_option_hangs_behind_its_letter(praat: Praat) -> None:
    gesprek = praat(*VULLING, "", breedte=20)
    ask(gesprek)
    assert "  c) Ik gun het de\n     ander.\n" in read_scherm(gesprek)
