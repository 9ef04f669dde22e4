"""The gap as a picture: what a situation asks beside what somebody says to do, for those whom it may be shown to."""

import pytest

from conflictstijl import adviseren
from conflictstijl.adviseren import Vraagstuk
from conflictstijl.model.document import Tabel, Vraagbeeld, Vraagrij
from conflictstijl.model.situatie import Gebruik
from conflictstijl.model.stijlen import STIJLEN
from conflictstijl.rapport.samen import build_samen
from conflictstijl.rapport.situatie import Situatie, build_situatiedocument

from .test_samen import VERSLAG
from .test_situatie import GEBRUIK, build

NIETS = Gebruik({}, (), ())


def lees_kloof(situatie: Situatie) -> list[Vraagbeeld]:
    return [blok for blok in build_situatiedocument(situatie).blokken if isinstance(blok, Vraagbeeld)]


def bouw(gebruik: Gebruik | None = GEBRUIK, **kenmerken: str) -> Situatie:
    situatie = adviseren.build_situatie(Vraagstuk({"veiligheid": "veilig", **kenmerken}), gebruik)
    assert isinstance(situatie, Situatie)
    return situatie


def test_every_style_has_its_points_and_its_use() -> None:
    situatie = build("situatie-onwil")
    assert isinstance(situatie, Situatie)
    (beeld,) = lees_kloof(situatie)
    assert beeld.rijen[0] == Vraagrij("Samen oplossen", 4, True, "soms", -1, "minder vaak dan de rest")
    assert [rij.punten for rij in beeld.rijen] == [een.score for een in situatie.advies.stijlen]
    assert {rij.naam: rij.kant for rij in beeld.rijen if rij.kant > 0} == {"Vermijden": 1}


def test_the_table_holds_the_same_facts() -> None:
    (beeld,) = lees_kloof(bouw(tijdelijk="volstaat"))
    (tabel,) = beeld.in_woorden
    assert isinstance(tabel, Tabel)
    assert tabel.rijen[0] == ("Compromis", str(beeld.rijen[0].punten), "soms")
    assert [rij[0] for rij in tabel.rijen] == [rij.naam for rij in beeld.rijen]
    assert len(tabel.rijen) == len(STIJLEN)


def test_what_is_not_known_is_a_dash() -> None:
    (beeld,) = lees_kloof(bouw(NIETS, tijdelijk="volstaat"))
    (tabel,) = beeld.in_woorden
    assert isinstance(tabel, Tabel)
    assert {rij[2] for rij in tabel.rijen} == {"-"}


@pytest.mark.parametrize(
    "situatie",
    [
        pytest.param(bouw(None, tijdelijk="volstaat"), id="no profile"),
        pytest.param(bouw(), id="no advice"),
        pytest.param(bouw(tijdelijk="volstaat", rol="tussenpersoon"), id="a role that takes no side"),
    ],
)
def test_there_is_no_gap_where_nothing_lies_beside_the_advice(situatie: Situatie) -> None:
    assert lees_kloof(situatie) == []


def test_after_a_test_the_gap_stands_at_the_heading_about_another_style() -> None:
    blokken = build_samen(VERSLAG, bouw(tijdelijk="volstaat")).blokken
    koppen = [getattr(blok, "tekst", "") for blok in blokken]
    plaats = next(nummer for nummer, blok in enumerate(blokken) if isinstance(blok, Vraagbeeld))
    assert koppen.index("Wanneer kies ik een andere stijl") < plaats < koppen.index("Welke vaardigheid oefen ik")
