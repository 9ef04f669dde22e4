"""The start screen: every choice, the other questionnaires, and looking back at results."""

import pytest

from conflictstijl.afname.scherm.start import Startapp
from conflictstijl.cli.start import _NAAR_REGELS, KEUZES

from .kijker import Kijker, bekijk
from .opzet import begin, load_bewaard, open_start

TOETSEN = "123456789a"
ALLE = [*KEUZES, _NAAR_REGELS]
MEER = "Vergelijken, meenemen of wissen? Typ: conflictstijl resultaten --help."


def bewaar(toetsen: str = "123") -> str:
    """Keep a result; return its id as it is shown."""
    with bekijk(begin()) as kijker:
        kijker.toets("enter", *toetsen, "enter", "escape")
    assert kijker.app.afgerond is not None
    return kijker.app.afgerond.id[:6]


def open_resultaten(kijker: Kijker[Startapp]) -> None:
    kijker.toets(TOETSEN[[opdracht for _, opdracht in ALLE].index(("resultaten",))])


@pytest.mark.parametrize(
    ("toets", "opdracht"),
    [
        (toets, opdracht)
        for toets, (_, opdracht) in zip(TOETSEN, ALLE, strict=True)
        if opdracht not in {(), ("resultaten",)}
    ],
)
def test_every_choice_gives_its_command(toets: str, opdracht: tuple[str, ...]) -> None:
    with bekijk(open_start()) as kijker:
        kijker.toets(toets)
        assert (kijker.klaar, kijker.app.gekozen) == (True, opdracht)


def test_all_choices_stand_on_the_narrowest_screen() -> None:
    with bekijk(open_start(), 60, 20) as kijker:
        assert kijker.onder[0] == "Welkom. Wat wil je doen?"
        assert all(f" {toets} {wat} " in f"{kijker.zin} " for toets, (wat, _) in zip(TOETSEN, ALLE, strict=True))
        assert kijker.voet == "↑↓ kiezen  Enter doen  Esc stoppen"


def test_the_arrows_and_a_click_choose_too() -> None:
    with bekijk(open_start()) as kijker:
        kijker.toets("down", "enter")
        assert kijker.app.gekozen == ("afnemen", "conflictstijlen-kort")
    with bekijk(open_start()) as kijker:
        kijker.klik("Advies krijgen bij een situatie")
        assert kijker.app.gekozen == ("situatie",)


@pytest.mark.parametrize("toets", ["escape", "ctrl+c", "ctrl+q"])
def test_stopping_chooses_nothing(toets: str) -> None:
    with bekijk(open_start()) as kijker:
        kijker.toets(toets)
        assert (kijker.klaar, kijker.app.gekozen) == (True, ())


def test_another_questionnaire_is_two_choices_away() -> None:
    with bekijk(open_start()) as kijker:
        kijker.toets("3")
        assert kijker.voet.endswith("Esc terug")
        kijker.toets("3")
        assert kijker.app.gekozen == ("afnemen", "praktijksituaties")


def test_going_back_from_the_questionnaires_shows_the_start_again() -> None:
    with bekijk(open_start()) as kijker:
        kijker.toets("3", "escape")
        assert kijker.onder[0] == "Welkom. Wat wil je doen?"
        kijker.toets("4")
        assert kijker.app.gekozen == ("situatie",)


@pytest.mark.parametrize("terug", ["escape", "1", "enter"])
def test_without_results_looking_back_says_what_to_do(terug: str) -> None:
    with bekijk(open_start()) as kijker:
        open_resultaten(kijker)
        assert kijker.onder == ["Er is geen uitslag om te tonen. Doe eerst de test.", MEER, "› 1 Terug"]
        kijker.toets(terug)
        assert kijker.onder[0] == "Welkom. Wat wil je doen?"


def test_results_are_listed_newest_first_and_each_one_can_be_seen() -> None:
    eerste, tweede = bewaar("111"), bewaar("333")
    with bekijk(open_start()) as kijker:
        open_resultaten(kijker)
        assert [regel[-7:-1] for regel in kijker.onder[2:]] == [tweede, eerste]
        kijker.toets("2")
        assert kijker.kop.endswith("uitslag")
        assert f"bewaard als {eerste}." in kijker.zin
        kijker.toets("escape", "1")
        assert f"bewaard als {tweede}." in kijker.zin
        kijker.toets("escape", "escape", "escape")
        assert (kijker.klaar, kijker.app.gekozen) == (True, ())


def test_a_result_that_is_looked_back_at_can_be_written_to_a_file() -> None:
    bewaar()
    with bekijk(open_start()) as kijker:
        open_resultaten(kijker)
        kijker.toets("1", "b", "enter")
        assert "Geschreven naar 'verslag.md'." in kijker.onder


def test_ctrl_c_at_a_result_leaves_the_program() -> None:
    bewaar()
    with bekijk(open_start()) as kijker:
        open_resultaten(kijker)
        kijker.toets("1", "ctrl+c")
        assert kijker.klaar


def test_a_damaged_result_is_passed_over() -> None:
    bewaar()
    (uitslag,) = load_bewaard()
    assert uitslag.pad is not None
    uitslag.pad.write_bytes(b"{}")
    with bekijk(open_start()) as kijker:
        open_resultaten(kijker)
        assert "1 bestand is niet te gebruiken. Welke? Typ: conflictstijl resultaten." in kijker.onder
