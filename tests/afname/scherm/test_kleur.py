"""Colours are those of the terminal, and never the only thing that tells something."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from rich.color import ColorType

from conflictstijl.afname.scherm.basis import Basisapp
from tests.afname.lijsten import VORMEN

from .kijker import Kijker, bekijk
from .opzet import begin, open_start

ZESTIEN = {ColorType.DEFAULT, ColorType.STANDARD}
RONDE = (
    *("enter", "left", "?", "escape", "1", "left", "right", "n", "escape", "escape", "escape"),
    *("2", "a", "b", "a", "enter", "down", "enter", "end", "enter", "enter", "5", "down", "5", "end", "enter"),
    *("x", "y", "enter", "down", "home", "enter", "2", "down", "b", "x", "escape"),
)
"""Keys that lead along every screen and everything that can be marked on it."""
NAAR_OPPAKKEN = ("enter", "1", "2", "a", "b", "a")
NAAR_UITSLAG = (*NAAR_OPPAKKEN, *"abc", "enter", *"55", "f3", "f3", "enter")


def read_soorten(kijker: Kijker[Basisapp]) -> set[ColorType]:
    """Return the kinds of colours that stand on the screen."""
    stijlen = [stuk.style for stuk in kijker.stukken if stuk.style]
    return {kleur.type for stijl in stijlen for kleur in (stijl.color, stijl.bgcolor) if kleur}


def test_every_colour_is_one_of_the_terminal_itself() -> None:
    with bekijk(begin(VORMEN)) as kijker:
        for toets in RONDE:
            kijker.toets(toets)
            assert read_soorten(kijker) <= ZESTIEN
        assert kijker.kop.endswith("uitslag")


def test_the_start_screen_has_colours_of_the_terminal_too() -> None:
    with bekijk(open_start()) as kijker:
        assert read_soorten(kijker) <= ZESTIEN


def test_a_mouse_over_a_line_changes_no_colours() -> None:
    with bekijk(begin(VORMEN)) as kijker:
        kijker.toets("enter")
        kijker.wijs("2 nee")
        assert read_soorten(kijker) <= ZESTIEN


@contextmanager
def kleurloos(monkeypatch: pytest.MonkeyPatch, waarde: str) -> Iterator[None]:
    monkeypatch.setenv("NO_COLOR", waarde)
    yield
    assert os.environ["NO_COLOR"] == waarde


@pytest.mark.parametrize("waarde", ["1", ""])
def test_who_wants_no_colour_gets_the_same_text_and_still_wants_none_after_it(
    monkeypatch: pytest.MonkeyPatch, waarde: str
) -> None:
    with bekijk(begin(VORMEN, bewaren_=False)) as kijker:
        kijker.toets("enter", "2", "left")
        gekleurd = kijker.tekst
    with kleurloos(monkeypatch, waarde), bekijk(begin(VORMEN, bewaren_=False)) as kijker:
        kijker.toets("enter", "2", "left")
        assert kijker.tekst == gekleurd


def test_without_a_wish_there_is_none_after_it_either() -> None:
    with bekijk(begin(VORMEN)):
        pass
    assert "NO_COLOR" not in os.environ


@pytest.mark.parametrize(
    ("voor", "een", "ander"),
    [
        (("enter",), (), ("down",)),
        (("enter",), ("1", "left"), ("2", "left")),
        (("enter",), ("right", "left"), ("1", "left")),
        (NAAR_OPPAKKEN, (), ("enter",)),
        (("enter", "1", "n"), (), ("down",)),
    ],
    ids=["wijzer", "gekozen", "open of niet", "opgepakt", "nakijken"],
)
def test_what_matters_is_told_by_signs(voor: tuple[str, ...], een: tuple[str, ...], ander: tuple[str, ...]) -> None:
    with bekijk(begin(VORMEN, bewaren_=False)) as kijker:
        kijker.toets(*voor, *een)
        beeld = kijker.tekst
        kijker.toets(*ander)
        assert kijker.tekst != beeld


def test_the_open_tab_is_told_by_a_sign_and_not_only_by_what_stands_below_it() -> None:
    with bekijk(begin(VORMEN)) as kijker:
        kijker.toets(*NAAR_UITSLAG)
        tabs = [kijker.regels[2]]
        kijker.toets("right")
        tabs.append(kijker.regels[2])
    assert [regel.index("›") for regel in tabs] == [0, tabs[0].index("2") - 1]
