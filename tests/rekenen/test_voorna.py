"""Before and after in a group: counts of people who changed by more than noise, and nothing of fewer than five."""

from dataclasses import replace

import pytest

from conflictstijl.fouten import GebruikFout
from conflictstijl.laden.catalogus import load_vragenlijst
from conflictstijl.model.antwoorden import Antwoordblad
from conflictstijl.model.groepsbeeld import Verschuivingen, Voorna
from conflictstijl.model.stijlen import STIJLEN
from conflictstijl.model.vragen import Stelling
from conflictstijl.rekenen.voorna import compare_voor_na

from .groepen import LIJST

Paar = tuple[Antwoordblad, Antwoordblad]


def bouw_blad(deelnemer: str = "D01", **waarden: int) -> Antwoordblad:
    """Return a sheet with the same answer to all statements of a style, 3 where none is given; one wobbles."""
    antwoorden = [_read_antwoord(vraag, waarden) for vraag in LIJST.vragen if isinstance(vraag, Stelling)]
    return Antwoordblad(LIJST.id, tuple(antwoorden), deelnemer=deelnemer)


def _read_antwoord(stelling: Stelling, waarden: dict[str, int]) -> int:
    (deel,) = stelling.sleutel
    waarde = waarden.get(deel.schaal, 2 + int(stelling.id[-1], 36) % 3)
    return 6 - waarde if deel.omgekeerd else waarde


ZELFDE = bouw_blad(), bouw_blad()
MEER = bouw_blad(vermijden=1), bouw_blad(vermijden=5)
MINDER = MEER[1], MEER[0]


def test_it_counts_who_does_a_style_more_less_and_the_same() -> None:
    voor_na = compare_voor_na([ZELFDE] * 3 + [MEER] * 2 + [MINDER], LIJST)
    assert (voor_na.n, voor_na.reden) == (6, None)
    assert list(voor_na.schalen) == list(STIJLEN)
    assert voor_na.schalen["vermijden"] == Verschuivingen(meer=2, minder=1, gelijk=3)
    assert voor_na.schalen["toegeven"] == Verschuivingen(gelijk=6)


def test_of_four_people_nothing_is_told_and_of_five_it_is() -> None:
    assert compare_voor_na([MEER] * 4, LIJST) == Voorna(None, {}, "te_klein")
    assert compare_voor_na([MEER] * 5, LIJST).n == 5
    assert compare_voor_na([MEER] * 5, LIJST, 6).reden == "te_klein"


def test_who_left_too_much_open_is_in_none_of_the_counts() -> None:
    leeg = replace(ZELFDE[1], antwoorden=(None,) * len(LIJST.vragen))
    voor_na = compare_voor_na([MEER] * 5 + [(MEER[0], leeg), (leeg, MEER[0])], LIJST)
    assert voor_na.n == 5
    assert {sum(een) for een in voor_na.schalen.values()} == {5}


def test_who_cannot_be_compared_on_one_style_is_in_none_of_the_counts() -> None:
    open_ = [
        None if isinstance(vraag, Stelling) and vraag.sleutel[0].schaal == "toegeven" else antwoord
        for vraag, antwoord in zip(LIJST.vragen, ZELFDE[1].antwoorden, strict=True)
    ]
    voor_na = compare_voor_na([MEER] * 5 + [(ZELFDE[0], replace(ZELFDE[1], antwoorden=tuple(open_)))], LIJST)
    assert voor_na.n == 5
    assert {sum(een) for een in voor_na.schalen.values()} == {5}


def test_who_answered_everything_alike_is_not_compared() -> None:
    recht = replace(ZELFDE[1], antwoorden=(4,) * len(LIJST.vragen))
    assert compare_voor_na([MEER] * 5 + [(recht, MEER[1])], LIJST).n == 5


def test_two_spellings_of_a_code_are_one_person() -> None:
    paar = bouw_blad("D01 ", vermijden=1), bouw_blad("anders", vermijden=5)
    assert compare_voor_na([paar] * 5, LIJST).schalen["vermijden"].meer == 5


def test_of_choices_no_change_can_be_told() -> None:
    paren = load_vragenlijst("conflictstijlen-paren")
    blad = Antwoordblad(paren.id, (0,) * len(paren.vragen))
    assert compare_voor_na([(blad, blad)] * 9, paren) == Voorna(None, {}, "keuzes")


def test_a_minimum_below_five_is_refused() -> None:
    with pytest.raises(GebruikFout):
        compare_voor_na([], LIJST, 4)
