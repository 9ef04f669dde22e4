"""Parts, practice, background and own words: what stands around the questions that are scored."""

from pathlib import Path

import pytest

from conflictstijl.afname.eerder import Bewaarwens
from conflictstijl.afname.gesprek import Gesprek
from conflictstijl.afname.regelmodus import Regelmodus
from conflictstijl.afname.sessie import ask_sessie
from conflictstijl.afname.verloop import Verloop
from conflictstijl.fouten import OnderbrokenFout
from conflictstijl.laden.catalogus import load_vragenlijst
from conflictstijl.model.antwoorden import Antwoord
from conflictstijl.model.vragenlijst import Vragenlijst

from .conftest import LIJST as KORT
from .conftest import Praat, read_scherm
from .lijsten import DELEN, VORMEN, parse_lijst

LIJST = parse_lijst(DELEN)
"""storm, kalm (2), storm (2, als storm ja), na (2), open-1."""

KALM = "\nDeel 1 van 3: Als het rustig is\nDe sfeer is goed.\n\nVraag 2 van 8\n"
STORM = "\nDeel 2 van 3: Als het stormt\nHet gaat hard.\n\nVraag 4 van 8\n"
NA = "\nDeel 3 van 3: Als het voorbij is\n\nVraag 6 van 8\n"

OEFEN = KORT.replace("items:", "oefen:\n  - Ik drink koffie.\n  - Ik fiets naar huis.\nitems:")


def ask(gesprek: Gesprek, lijst: Vragenlijst = LIJST) -> tuple[Antwoord, ...]:
    return Regelmodus(Verloop(lijst), gesprek, lambda *_: None).ask_vragenlijst().antwoorden


def test_each_part_opens_with_its_name_and_its_explanation(praat: Praat) -> None:
    gesprek = praat("ja", "1", "2", "3", "1", "2", "3", "Niets.", "")
    assert ask(gesprek) == (0, 1, 2, 3, 1, 2, 3, "Niets.")
    getoond = read_scherm(gesprek)
    assert [getoond.count(deel) for deel in (KALM, STORM, NA)] == [1, 1, 1]
    assert getoond.count("Deel ") == 3


def test_going_back_into_a_part_shows_it_again_and_so_does_leaving_it(praat: Praat) -> None:
    gesprek = praat("ja", "1", "2", "terug", "", "1", "1", "1", "1", "Niets.", "")
    ask(gesprek)
    getoond = read_scherm(gesprek)
    assert getoond.count("Deel 1 van 3: Als het rustig is\nDe sfeer is goed.\n") == 2
    assert getoond.count(STORM) == 2


def test_a_correction_in_another_part_shows_that_part(praat: Praat) -> None:
    gesprek = praat("nee", "1", "2", "3", "1", "Niets.", "2", "3", "")
    assert ask(gesprek) == (1, 3, 2, None, None, 3, 1, "Niets.")
    getoond = read_scherm(gesprek).partition("Dit zijn je antwoorden:")[2]
    assert "\nDeel 1 van 2: Als het rustig is\nDe sfeer is goed.\n\nVraag 2 van 6\n" in getoond


def test_parts_are_counted_as_far_as_they_are_asked(praat: Praat) -> None:
    gesprek = praat("nee", "1", "2", "3", "1", "Niets.", "")
    ask(gesprek)
    assert "\nDeel 2 van 2: Als het voorbij is\n\nVraag 4 van 6\n" in read_scherm(gesprek)


def test_a_single_part_is_not_counted(praat: Praat) -> None:
    lijst = parse_lijst(DELEN.replace("  na: {naam: Als het voorbij is}\n", ""))
    gesprek = praat("nee", "1", "2", "Niets.", "")
    ask(gesprek, lijst)
    assert "\nAls het rustig is.\nDe sfeer is goed.\n\nVraag 2 van 4\n" in read_scherm(gesprek)


def test_resuming_inside_a_part_shows_that_part(praat: Praat, tmp_path: Path) -> None:
    with pytest.raises(OnderbrokenFout), ask_sessie(LIJST, praat("ja", "1", "2", "3", "stop"), Bewaarwens(tmp_path)):
        pass
    gesprek = praat("1", "2", "3", "Niets.", mens=False)
    with ask_sessie(LIJST, gesprek, Bewaarwens(tmp_path, hervat=True)) as zitting:
        assert zitting.blad.antwoorden == (0, 1, 2, 3, 1, 2, 3, "Niets.")
    assert "\nDeel 2 van 3: Als het stormt\nHet gaat hard.\n\nVraag 5 van 8\n" in read_scherm(gesprek)


def test_the_check_names_the_part_above_its_answers(praat: Praat) -> None:
    gesprek = praat("nee", "1", "2", "3", "1", "Niets.", "")
    ask(gesprek)
    assert read_scherm(gesprek).partition("Dit zijn je antwoorden:\n")[2].splitlines()[:9] == [
        "  1. nee (Gaat het weleens hard?)",
        "Als het rustig is",
        "  2. 1 = Nooit (Ik zeg wat ik wil.)",
        "  3. 2 = Soms (Ik wacht even.)",
        "Als het voorbij is",
        "  4. 3 = Vaak (Ik zeg wat ik wil.)",
        "  5. 1 = Nooit (Ik wacht even.)",
        "",
        "  6. Niets. (Wat viel je op?)",
    ]


def test_the_check_of_a_long_list_shows_the_answers_only_when_asked(praat: Praat) -> None:
    lijst = load_vragenlijst("rollen")
    gesprek = praat("nee", "nee", *["3"] * 44, "overslaan", "lijst", "")
    assert len(ask(gesprek, lijst)) == 77
    einde = read_scherm(gesprek).partition("Je hebt 46 vragen beantwoord.")[2]
    kort, _, lang = einde.partition("Dit zijn je antwoorden:\n")
    assert "Open: vraag 47." in kort
    assert "Enter: klaar. Een nummer: die vraag opnieuw. 'lijst': alles zien. 'stop': stoppen." in " ".join(
        kort.split()
    )
    assert "\nMet een collega\n 18. 3 = Soms (Ik spreek met een collega een eerlijke ruil af.)\n" in lang
    assert "'lijst'" not in lang


def test_practice_is_asked_of_a_person_and_not_kept(praat: Praat) -> None:
    bewaard: list[tuple[int, Antwoord]] = []
    gesprek = praat("3", "nooit", "1", "2", "3", "")
    modus = Regelmodus(Verloop(parse_lijst(OEFEN)), gesprek, lambda *wat: bewaard.append(wat))
    assert modus.ask_vragenlijst().antwoorden == (1, 2, 3)
    assert bewaard == [(0, 1), (1, 2), (2, 3)]
    assert (
        read_scherm(gesprek)
        .partition("Even oefenen.")[2]
        .startswith(
            " Dit antwoord telt niet mee.\nIk drink koffie.\n  1 = Nooit, 2, 3 = Vaak, nvt = past niet\n"
            "> Goed, dat is: 3 = Vaak.\n\nEven oefenen. Dit antwoord telt niet mee.\nIk fiets naar huis.\n"
            "  1 = Nooit, 2, 3 = Vaak, nvt = past niet\n> Goed, dat is: 1 = Nooit.\n\n"
            "Nu begint het echt.\n\nVraag 1 van 3\n"
        )
    )


def test_practice_is_not_asked_by_pipe(praat: Praat) -> None:
    gesprek = praat("1", "2", "3", mens=False)
    assert ask(gesprek, parse_lijst(OEFEN)) == (1, 2, 3)
    assert "oefenen" not in read_scherm(gesprek)


@pytest.mark.parametrize("over", ["", "overslaan", "klaar"])
def test_practice_can_be_passed_over(praat: Praat, over: str) -> None:
    gesprek = praat(over, over, "1", "2", "3", "")
    assert ask(gesprek, parse_lijst(OEFEN)) == (1, 2, 3)
    assert "Goed, dat is" not in read_scherm(gesprek)


def test_practice_gives_help_and_a_second_chance(praat: Praat) -> None:
    gesprek = praat("?", "zes", "2", "", "1", "2", "3", "")
    assert ask(gesprek, parse_lijst(OEFEN)) == (1, 2, 3)
    getoond = read_scherm(gesprek)
    assert "  Typ het cijfer van je antwoord, het woord of het begin ervan.\n" in getoond
    assert "'zes' is geen antwoord; kies uit 1, 2, 3 of nvt. Of typ 'overslaan'." in getoond
    assert getoond.count("Ik drink koffie.") == 3


@pytest.mark.parametrize("regels", [("stop",), ("3", "quit"), ("3",)])
def test_stopping_during_practice_keeps_nothing(praat: Praat, tmp_path: Path, regels: tuple[str, ...]) -> None:
    wens = Bewaarwens(tmp_path / "b")
    with pytest.raises(OnderbrokenFout) as fout, ask_sessie(parse_lijst(OEFEN), praat(*regels), wens):
        pass
    assert str(fout.value) == "gestopt: 3 van de 3 vragen zijn nog open; je had nog niets beantwoord"
    assert list((tmp_path / "b").iterdir()) == []


def test_who_goes_on_later_need_not_practise_again(praat: Praat, tmp_path: Path) -> None:
    lijst = parse_lijst(OEFEN)
    with pytest.raises(OnderbrokenFout), ask_sessie(lijst, praat("3", "3", "1", "stop"), Bewaarwens(tmp_path)):
        pass
    gesprek = praat("2", "3", "")
    with ask_sessie(lijst, gesprek, Bewaarwens(tmp_path, hervat=True)) as zitting:
        assert zitting.blad.antwoorden == (1, 2, 3)
    assert "oefenen" not in read_scherm(gesprek)


def test_background_comes_first_and_own_words_last(praat: Praat) -> None:
    gesprek = praat("wisselend", "overslaan", "a", "ab", "abc", "10 0 0", "Het was druk: echt.", "")
    antwoorden = ask(gesprek, parse_lijst(VORMEN))
    assert (antwoorden[0], antwoorden[-1]) == (2, "Het was druk: echt.")


def test_a_list_that_tells_what_fits_does_not_say_that_nothing_is_wrong(praat: Praat) -> None:
    goed = "Er zijn geen goede of foute antwoorden."
    for naam, gezegd in (("conflictstijlen-kort", True), ("praktijksituaties", False)):
        lijst = load_vragenlijst(naam)
        gesprek = praat(*["a" if lijst.keuzes else "3"] * len(lijst.items), "", breedte=500)
        ask(gesprek, lijst)
        assert (goed in read_scherm(gesprek)) is gezegd
        assert "Typ ? voor hulp." in read_scherm(gesprek)
