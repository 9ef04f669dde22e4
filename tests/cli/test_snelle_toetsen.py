"""Who types fast, or before the screen is there, answers exactly what they would have answered slowly."""

import os
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from conflictstijl import bewaren, toepassing
from conflictstijl.afname.schudden import check_willekeurig
from conflictstijl.afname.verloop import Verloop
from conflictstijl.model.antwoorden import Antwoord

from .getuige import UITSLAG, read_zicht
from .terminal import Terminal

pytestmark = pytest.mark.usefixtures("zonder_dekking")
SALVOS = int(os.environ.get("CONFLICTSTIJL_SALVOS", "4"))
"""How many tests are taken in bursts of keys."""
NAAM, ZAAD = "conflictstijlen-kort", 5
_TERUG, _VERDER, _NAKIJKEN, _HULP = ("t", "\x1b[D"), "\x1b[C", "n\r", ("?\r", "?1")
_ONGEDULDIG = """
import sys
from conflictstijl.__main__ import main
from conflictstijl.afname.scherm.basis import Basisapp
del Basisapp.on_event
sys.exit(main())
"""
"""The program as it would be with the way of Textual: every key goes at once to what has the focus then."""


def build_toetsen(verloop: Verloop, toeval: Random) -> Iterator[str]:
    """Yield keys until the whole test is done, while a model does what they should do."""
    yield "1"
    while not verloop.check_klaar():
        soort = toeval.random()
        if soort < 0.1:
            yield toeval.choice(_TERUG)
            verloop.ask_vorige()
        elif soort < 0.2:
            yield _VERDER
            verloop.write_antwoord(verloop.antwoord)
        elif soort < 0.25 and verloop.check_begonnen() and verloop.count_nieuw():
            yield _NAKIJKEN
        elif soort < 0.3:
            yield toeval.choice(_HULP)
        else:
            keus = toeval.randint(1, 5)
            yield str(keus)
            verloop.write_antwoord(keus)
    yield "\r"


def split_salvos(toetsen: list[str], toeval: Random, *, ineens: bool) -> Iterator[str]:
    """Yield the keys in groups that are typed in one go each."""
    while toetsen:
        aantal = len(toetsen) if ineens else toeval.randint(1, 12)
        yield "".join(toetsen[:aantal])
        toetsen = toetsen[aantal:]


def type_salvos(salvos: Iterator[str], toeval: Random, programma: tuple[str, ...]) -> list[tuple[Antwoord, ...]]:
    """Type groups of keys from the first moment on, and return the answers of every result that is kept."""
    terminal = Terminal(["afnemen", NAAM, "--zaad", str(ZAAD)], 100, regels=False, programma=programma)
    try:
        for salvo in salvos:
            terminal.write_toetsen(salvo)
            einde = time.monotonic() + toeval.choice([0, 0.05, 0.4])
            while time.monotonic() < einde:
                terminal.read_even()
        einde = time.monotonic() + 10
        while read_zicht(terminal).waar != UITSLAG and time.monotonic() < einde:
            terminal.read_even()
    finally:
        terminal.close()
    return [uitslag.blad.antwoorden for uitslag in bewaren.load_geschiedenis()[0]]


def build_verloop() -> Verloop:
    lijst = toepassing.load_vragenlijst(NAAM)
    return Verloop(lijst, ZAAD if check_willekeurig(lijst) else None)


@pytest.mark.usefixtures("eigen_map")
@pytest.mark.parametrize("nummer", range(SALVOS))
def test_bursts_of_keys_give_exactly_these_answers(nummer: int) -> None:
    toeval, verloop = Random(nummer), build_verloop()  # noqa: S311 - keys, no secrets
    toetsen = list(build_toetsen(verloop, toeval))
    salvos = split_salvos(toetsen, toeval, ineens=nummer == 0)
    assert type_salvos(salvos, toeval, ("-m", "conflictstijl")) == [verloop.build_blad().antwoorden]


def test_a_program_that_does_not_wait_for_its_screen_loses_keys(eigen_map: Path) -> None:
    toeval, verloop = Random(0), build_verloop()  # noqa: S311 - keys, no secrets
    toetsen = list(build_toetsen(verloop, toeval))
    salvos = split_salvos(toetsen, toeval, ineens=True)
    assert type_salvos(salvos, toeval, ("-c", _ONGEDULDIG)) != [verloop.build_blad().antwoorden]
    assert eigen_map.is_dir()
