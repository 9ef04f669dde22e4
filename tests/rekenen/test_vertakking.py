"""Branching: what is asked, and that answers to hidden questions never count."""

from dataclasses import replace

import pytest

from conflictstijl.model.antwoorden import NVT, Antwoord
from conflictstijl.model.profiel import NIET_GEVRAAGD
from conflictstijl.model.vertakking import check_gevraagd
from conflictstijl.model.vragen import Achtergrondvraag, Item, OpenVraag, Voorwaarde
from conflictstijl.model.vragenlijst import Scoresoort, Vragenlijst
from tests.bouwers import (
    build_blad,
    build_keuze,
    build_lijst,
    build_stelling,
    parse_tabel,
    read_tabel,
    score_blad,
    score_regels,
)

LEIDING = Achtergrondvraag("leiding", "Geef je leiding?", ("ja", "nee"))
ROL = Achtergrondvraag("rol", "Aan hoeveel mensen?", ("een", "meer"), (Voorwaarde("leiding", (0,)),))


def build_als(item: Item, **eisen: tuple[Antwoord, ...]) -> Item:
    return replace(item, als=tuple(Voorwaarde(vraag.strip("_"), goed) for vraag, goed in eisen.items()))


KETTING = build_lijst(
    build_stelling("forceren", "een"),
    build_als(build_stelling("forceren", "twee"), een=(4, 5)),
    build_als(build_stelling("forceren", "drie"), twee=(1, 2)),
    build_als(build_keuze("samenwerken / toegeven", "vier"), een=(5,), drie=(3,)),
    build_als(build_keuze("samenwerken / toegeven", "vijf"), vier=(1,)),
)


@pytest.mark.parametrize(
    ("antwoorden", "gevraagd"),
    [
        ((3, 1, 3, 1, 0), "1...."),  # what is hidden hides what depends on it
        ((4, 3, 3, 1, 0), "12..."),
        ((4, 2, 3, 1, 0), "123.."),  # four needs 5 for the first as well
        ((5, 2, 3, 0, 0), "1234."),
        ((5, 2, 3, 1, 0), "12345"),
        ((None, 2, 3, 1, 0), "1...."),  # left open leads nowhere
        ((NVT, 2, 3, 1, 0), "1...."),
        ((5, 2, NVT, 1, 0), "123.."),
    ],
)
def test_a_question_is_asked_when_all_its_conditions_hold(antwoorden: tuple[Antwoord, ...], gevraagd: str) -> None:
    gevonden = check_gevraagd(KETTING, antwoorden)
    assert "".join(str(nr) if gesteld else "." for nr, gesteld in enumerate(gevonden, 1)) == gevraagd


def test_a_question_may_depend_on_one_that_does_not_apply() -> None:
    lijst = build_lijst(build_stelling("forceren", "een"), build_als(build_stelling("forceren", "twee"), een=(NVT,)))
    assert check_gevraagd(lijst, (NVT, None)) == [True, True]
    assert check_gevraagd(lijst, (3, None)) == [True, False]


def build_leiding(*items: Item, score: Scoresoort = Scoresoort.GEMIDDELDE) -> Vragenlijst:
    open_ = (OpenVraag("waarom", "Waarom?", (Voorwaarde("leiding", (0,)),)),)
    return replace(build_lijst(*items), achtergrond=(LEIDING, ROL), open=open_, score=score)


DRIE = build_leiding(
    build_stelling("forceren", "een"),
    build_als(build_stelling("forceren", "twee"), leiding=(0,)),
    build_stelling("forceren", "drie"),
    build_als(build_keuze("samenwerken / toegeven", "vier"), rol=(1,)),
    score=Scoresoort.SOM,
)


def test_hidden_questions_are_not_counted_as_missing() -> None:
    # without people to lead: statements one and three, 4 + 2 = 6 over 2, prorated to all three: 9
    profiel = score_regels(DRIE, "nee", ".", "4", ".", "2", ".", ".")
    assert read_tabel(profiel) == parse_tabel("""
        schaal      | beantwoord | gevraagd | punten | som
        forceren    | 2          | 2        | 9      | 9
        samenwerken | 0          | 0        | -      | -
        toegeven    | 0          | 0        | -      | -
    """)
    assert profiel.scores["toegeven"].reden == NIET_GEVRAAGD
    assert (profiel.beantwoord, profiel.gevraagd, profiel.kwaliteit.leeg) == (2, 2, 0)
    # with people to lead the same answers leave one of three open, which is too little
    assert score_regels(DRIE, "ja", "een", "4", ".", "2", ".", ".").scores["forceren"].exact is None


def test_answers_to_hidden_questions_change_nothing() -> None:
    leeg = score_blad(DRIE, "1 . 4 . 2 . .")
    assert score_blad(DRIE, "1 1 4 5 2 b .") == leeg


def test_background_and_own_words_are_told_when_they_were_asked() -> None:
    profiel = score_regels(DRIE, "ja", "meer", "4", "4", "4", "b", "Omdat het moet.")
    assert profiel.rondom == {"leiding": "ja", "rol": "meer", "waarom": "Omdat het moet."}
    assert profiel.beantwoord == 4
    assert score_regels(DRIE, "nee", "meer", "4", "4", "4", "b", "Omdat het moet.").rondom == {"leiding": "nee"}
    assert score_regels(DRIE, ".", "meer", "4", "4", "4", "b", ".").rondom == {}


def test_a_sheet_of_another_length_than_the_questions_is_refused() -> None:
    with pytest.raises(ValueError, match="zip"):
        check_gevraagd(DRIE, build_blad(1, 2, 3).antwoorden)
