"""Small, changing and odd screens: everything that can be chosen stays within reach, and nothing gets lost."""

from collections.abc import Iterator

import pytest

from conflictstijl.afname.scherm.afname import Afnameapp
from conflictstijl.afname.scherm.delen import Antwoordlijst
from tests.afname.lijsten import VORMEN

from .kijker import Kijker, bekijk
from .opzet import DRIE, begin, open_start

MATEN = ((120, 40), (60, 20), (50, 12), (80, 24))
LIJSTEN = ("conflictstijlen-paren", "praktijksituaties", "rollen")
"""One of each kind: pairs, cases with long options, and statements below the explanation of a part."""


def wandel(kijker: Kijker[Afnameapp]) -> Iterator[str]:
    """Go down along all choices; yield the line that the cursor is said to be on, as far as it shows."""
    (lijst,) = kijker.app.screen.query(Antwoordlijst)
    if not kijker.wijzer:
        # nothing is pointed at before someone does so
        kijker.toets("down")
    for _ in range(len(lijst.invoer.regels)):
        yield kijker.wijzer
        kijker.toets("down")


def check_bereik(kijker: Kijker[Afnameapp]) -> None:
    """Fail when a choice cannot be seen while the cursor is on it, or the last one is not reached."""
    (lijst,) = kijker.app.screen.query(Antwoordlijst)
    gezien = list(wandel(kijker))
    for regel, wijzer in zip(lijst.invoer.regels, gezien, strict=True):
        begin_ = f"{regel.teken} {regel.toets} {regel.tekst}".split()[:4]
        assert wijzer.removeprefix("›").split()[: len(begin_)] == begin_
    kijker.toets("home")


@pytest.mark.parametrize("naam", LIJSTEN)
def test_every_answer_of_what_comes_with_the_program_is_seen_when_it_is_chosen(naam: str) -> None:
    with bekijk(begin(naam), 60, 20) as kijker:
        kijker.toets("enter")
        for _ in range(15):
            check_bereik(kijker)
            kijker.toets("right")


def test_every_line_of_every_form_and_of_the_check_is_seen_when_it_is_chosen() -> None:
    with bekijk(begin(VORMEN), 60, 20) as kijker:
        check_bereik(kijker)
        kijker.toets("enter")
        for _ in range(6):
            check_bereik(kijker)
            kijker.toets("f3")
        kijker.toets("f3")
        check_bereik(kijker)
        kijker.toets("escape", "escape")
        check_bereik(kijker)


def test_twelve_long_options_are_all_within_reach() -> None:
    zin = "Ik doe iets waarvoor best veel woorden nodig zijn om het goed te kunnen zeggen, hier nummer"
    opties = "".join(f"      - {stijl}: {zin} {n}.\n" for n, stijl in enumerate(("forceren", "vermijden") * 6))
    lang = f"  - vraag: Wat doe je?\n    casus: {zin} nul.\n    vorm: kies\n    opties:\n{opties}"
    with bekijk(begin(DRIE.replace("items:\n", f"items:\n{lang}")), 60, 20) as kijker:
        kijker.toets("enter")
        check_bereik(kijker)
        kijker.toets("l")
        assert kijker.app._zittingen[0].verloop.antwoorden[0] == 11


def test_what_was_hidden_shows_after_something_was_scrolled() -> None:
    opties = "".join(f"      - {stijl}: Optie {n}.\n" for n, stijl in enumerate(("forceren", "vermijden") * 6))
    lang = f"  - vraag: Wat doe je?\n    vorm: kies\n    opties:\n{opties}"
    tekst = (
        VORMEN.replace("items:\n", f"items:\n{lang}")
        .replace("achtergrond:\n", "")
        .replace("  leiding: {vraag: Geef je leiding?, antwoorden: [ja, nee, wisselend]}\n", "")
    )
    with bekijk(begin(tekst), 60, 14) as kijker:
        kijker.toets("enter", "end", "enter", "end", "left", "end", "o")
        kijker.toets("1", "a")
        assert "Wat past het best?" in kijker.onder
        kijker.toets("left", "left", "left", "end", "left")
        assert "Dit is de eerste vraag." in kijker.onder


@pytest.mark.parametrize(
    ("toetsen", "blijft"),
    [
        (("1", "2", "a", "b"), "best b Ik ga naar huis."),
        (("1", "2", "a", "b", "a", "enter", "down"), "↕ 2. a Ik duw door."),
        (("1", "2", "a", "b", "a", *"abc", "enter", "7", "down"), "› 0 b Aan iets anders."),
        (("1", "n", "down"), "› 1. ja (Geef je leiding?)"),
        (("?",), "› 1 Verder met de test"),
        (("1", "escape", "down"), "› 2 Stoppen en later verdergaan"),
    ],
)
def test_another_size_keeps_what_was_chosen(toetsen: tuple[str, ...], blijft: str) -> None:
    with bekijk(begin(VORMEN)) as kijker:
        kijker.toets("enter", *toetsen)
        eerst = kijker.tekst
        for breedte, hoogte in MATEN:
            kijker.maat(breedte, hoogte)
            assert kijker.check_breedte()
            assert any(blijft in regel for regel in kijker.onder)
        assert kijker.tekst == eerst


def test_another_size_keeps_what_was_typed() -> None:
    with bekijk(begin(VORMEN)) as kijker:
        kijker.toets("enter", "1", "2", "a", "b", "a", *"abc", "enter", "f3")
        kijker.typ("Ik wacht")
        for breedte, hoogte in MATEN:
            kijker.maat(breedte, hoogte)
            assert kijker.check_breedte()
            assert "│ Ik wacht " in kijker.tekst
        kijker.typ(" af.")
        assert "│ Ik wacht af." in kijker.tekst


def test_another_size_lays_out_the_result_anew_and_keeps_its_part() -> None:
    with bekijk(begin()) as kijker:
        kijker.toets("enter", "1", "2", "3", "enter", "2")
        eerst = kijker.tekst
        for breedte, hoogte in MATEN:
            kijker.maat(breedte, hoogte)
            assert kijker.check_breedte()
            assert "Elke stijl past ergens." in kijker.zin
        assert kijker.tekst == eerst


def test_on_a_very_small_screen_a_test_can_still_be_done() -> None:
    with bekijk(begin(), 50, 12) as kijker:
        kijker.toets("enter", "1", "2", "3", "enter")
        assert kijker.kop.endswith("uitslag")
        kijker.maat(20, 5)
        kijker.maat(1, 1)
        kijker.maat(80, 24)
        assert kijker.kop.endswith("uitslag")


def test_on_a_wide_screen_the_text_stands_in_the_middle_and_is_not_too_wide_to_read() -> None:
    with bekijk(begin("praktijksituaties"), 200, 50) as kijker:
        kijker.toets("enter")
        gevuld = [regel for regel in kijker.regels if regel]
        assert max(len(regel.strip()) for regel in gevuld) <= 92
        assert min(len(regel) - len(regel.lstrip()) for regel in gevuld) == 55


def test_wide_and_odd_signs_stay_within_the_screen() -> None:
    tekst = DRIE.replace("Ik zeg wat ik wil.", "Ik 🙂🙂🙂 漢字漢字漢字 e\u0301e\u0301 [b]vet[/b] " * 6).replace(
        "Soms", "漢字 " * 30
    )
    for maat in MATEN:
        with bekijk(begin(tekst, bewaren_=False), *maat) as kijker:
            kijker.toets("enter", "down")
            assert "[b]vet[/b]" in kijker.zin
            assert kijker.check_breedte()
            kijker.toets("2", "n")
            assert kijker.check_breedte()
            kijker.toets("ctrl+c")


def test_a_long_title_ends_in_dots_and_leaves_the_place_readable() -> None:
    with bekijk(begin(DRIE.replace("titel: Proef", f"titel: Proef {'van iets ' * 12}")), 60, 20) as kijker:
        kijker.toets("enter")
        assert kijker.kop.endswith("… Vraag 1 van 3")
        assert len(kijker.kop) == 59


@pytest.mark.parametrize("maat", [(60, 20), (80, 24)])
def test_every_choice_of_the_start_screen_is_seen_when_it_is_chosen(maat: tuple[int, int]) -> None:
    with bekijk(open_start(), *maat) as kijker:
        for _ in range(10):
            assert kijker.wijzer
            kijker.toets("down")
        assert kijker.wijzer.startswith("› a ")
