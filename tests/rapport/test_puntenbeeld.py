"""Series side by side as a picture: parts, versions, moments and subgroups, with the table that holds the facts."""

from dataclasses import replace
from fractions import Fraction

import pytest

from conflictstijl.laden.catalogus import load_vragenlijst
from conflictstijl.model.document import Document, Punt, Puntenbeeld, Puntenrij, Tabel
from conflictstijl.rapport.puntenbeeld import build_beeld, build_rij

from .bouw import bouw_profiel, bouw_verslag, vul_in, vul_stijl
from .test_gouden import load_blad
from .test_groep import bouw_document, bouw_gesplitst
from .test_hertest import VERSLAGEN, lees
from .test_html import bouw_documenten

TABEL = Tabel(("Stijl", "a", "b"), (("x", "1", "2"),))
RIJ = Puntenrij("x", (Punt(1.0, "1"), Punt(2.0, "2")))
BEREIK = {(Fraction(1), Fraction(5))}


def lees_beelden(document: Document) -> list[Puntenbeeld]:
    return [blok for blok in document.blokken if isinstance(blok, Puntenbeeld)]


def lees_woorden(beeld: Puntenbeeld) -> dict[str, tuple[str, bool]]:
    return {rij.naam: (rij.woord, rij.duidelijk) for rij in beeld.rijen}


def test_a_picture_holds_the_table_with_its_facts() -> None:
    beeld = build_beeld(TABEL, ("a", "b"), [RIJ], BEREIK, "Van 1 tot 5.")
    assert beeld == Puntenbeeld(("a", "b"), (RIJ,), 1.0, 5.0, "Van 1 tot 5.", (TABEL,))


@pytest.mark.parametrize(
    ("reeksen", "rij", "bereiken"),
    [
        pytest.param(("a", "b"), RIJ, {*BEREIK, (Fraction(0), Fraction(1))}, id="no axis for all"),
        pytest.param(tuple("abcdefg"), Puntenrij("x", (Punt(1.0, "1"),) * 7), BEREIK, id="too many series"),
        pytest.param(("a", "b"), Puntenrij("x", (Punt(1.0, "1"), Punt(None, ""))), BEREIK, id="nothing beside it"),
    ],
)
def test_what_cannot_be_laid_side_by_side_stays_a_table(
    reeksen: tuple[str, ...], rij: Puntenrij, bereiken: set[tuple[Fraction, Fraction]]
) -> None:
    assert build_beeld(TABEL, reeksen, [rij], bereiken, "x") == TABEL


@pytest.mark.parametrize(
    ("verschil", "duidelijk", "woord"),
    [
        (Fraction(1), True, "groter dan toeval"),
        (Fraction(1), False, "te klein verschil"),
        (Fraction(0), False, "gelijk"),
        (Fraction(1), None, ""),
        (None, None, ""),
    ],
)
def test_a_difference_has_a_word_for_what_it_is_worth(
    verschil: Fraction | None, duidelijk: bool | None, woord: str
) -> None:
    rij = build_rij("x", RIJ.punten, verschil=verschil, duidelijk=duidelijk)
    assert (rij.woord, rij.duidelijk) == (woord, bool(duidelijk))


def test_what_one_says_lies_beside_what_another_sees() -> None:
    (beeld,) = lees_beelden(bouw_documenten()[2])
    assert beeld.reeksen == ("Over mezelf", "Over een collega")
    assert lees_woorden(beeld) == {
        "Doorzetten": ("groter dan toeval", True),
        "Samen oplossen": ("groter dan toeval", True),
        "Compromis": ("gelijk", False),
        "Vermijden": ("te klein verschil", False),
        "Toegeven": ("groter dan toeval", True),
    }


def test_two_parts_have_a_word_for_each_difference() -> None:
    lijst, profiel, _ = load_blad("rustig-en-gespannen")
    (beeld,) = lees_beelden(bouw_verslag(lijst, profiel))
    duidelijk = {een.schaal for een in profiel.verschuivingen if een.duidelijk}
    assert len(beeld.reeksen) == 2
    assert sum(helder for _, helder in lees_woorden(beeld).values()) == len(duidelijk) > 0


def test_of_more_parts_only_what_stands_out_has_a_word() -> None:
    lijst, profiel, _ = load_blad("rollen")
    (beeld,) = lees_beelden(bouw_verslag(lijst, profiel))
    woorden = {
        (rij.naam, reeks): punt.woord
        for rij in beeld.rijen
        for reeks, punt in zip(beeld.reeksen, rij.punten, strict=True)
        if punt.woord
    }
    assert woorden == {
        ("Doorzetten", "Met je leidinggevende"): "duidelijk minder vaak",
        ("Toegeven", "Met je leidinggevende"): "duidelijk vaker",
    }


def test_parts_that_are_answered_in_several_ways_have_a_table_alone() -> None:
    lijst, profiel, _ = load_blad("rustig-en-gespannen")
    anders = {naam: een._replace(reden="verschillende_vragen") for naam, een in profiel.onderdelen.items()}
    assert lees_beelden(bouw_verslag(lijst, replace(profiel, onderdelen=anders))) == []


def test_a_part_without_scores_leaves_the_table() -> None:
    lijst = load_vragenlijst("rustig-en-gespannen")
    antwoorden = [*vul_in(lijst, vul_stijl(samenwerken=5))[:20], *[None] * 20]
    assert lees_beelden(bouw_verslag(lijst, bouw_profiel(lijst, antwoorden))) == []


def test_then_and_now_have_their_margins_and_a_word() -> None:
    (beeld,) = lees_beelden(lees(VERSLAGEN["clear"]))
    assert beeld.reeksen == ("3 maart 2026", "22 november 2026")
    assert lees_woorden(beeld)["Vermijden"] == ("groter dan toeval", True)
    assert all(punt.ondergrens is not None for rij in beeld.rijen for punt in rij.punten)


def test_of_choices_then_and_now_only_the_order_is_told() -> None:
    assert lees_beelden(lees(VERSLAGEN["choices"])) == []


def test_where_nothing_can_be_said_about_change_no_difference_has_a_word() -> None:
    (beeld,) = lees_beelden(lees(VERSLAGEN["straight"]))
    assert set(lees_woorden(beeld).values()) == {("", False)}


def test_the_means_of_subgroups_are_those_of_their_table() -> None:
    (beeld,) = lees_beelden(bouw_gesplitst(noord=12, zuid=7))
    (tabel,) = beeld.in_woorden
    assert isinstance(tabel, Tabel)
    assert beeld.reeksen == tuple(rij[0] for rij in tabel.rijen) == ("noord (12)", "zuid (7)")
    getallen = tuple(tuple(punt.getal for punt in rij.punten) for rij in beeld.rijen)
    assert getallen == tuple(zip(*(rij[1:] for rij in tabel.rijen), strict=True))
    assert {punt.ondergrens for rij in beeld.rijen for punt in rij.punten} == {None}


def test_one_subgroup_and_a_group_that_was_not_split_have_no_picture() -> None:
    assert lees_beelden(bouw_gesplitst(noord=12, zuid=3)) == []
    assert lees_beelden(bouw_document()) == []
