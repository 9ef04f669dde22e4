"""What a question can give to a scale and what a scale can reach: by trying every answer."""

from collections.abc import MutableMapping
from dataclasses import replace
from fractions import Fraction
from itertools import permutations, product

import pytest

from conflictstijl.model.antwoorden import Antwoord
from conflictstijl.model.gewicht import Gewicht, build_gewichten, read_bereik
from conflictstijl.model.vragen import Item, Keuze, Stelling, Vorm, check_antwoord
from conflictstijl.model.vragenlijst import Scoresoort, Vragenlijst
from conflictstijl.rekenen.scoren import score_antwoorden
from tests.bouwers import build_antwoordschaal, build_blad, build_keuze, build_keuzes, build_lijst, build_stelling

DRIE = build_antwoordschaal(range(3))
LIJSTEN = {
    "statements": build_lijst(
        build_stelling("forceren", "1", DRIE),
        build_stelling("-forceren 2, toegeven", "2", DRIE),
        build_stelling("toegeven", "3", DRIE),
    ),
    "below zero": build_lijst(
        build_stelling("forceren 0.5", "1", build_antwoordschaal([-2, 0, 3])), build_stelling("-forceren", "2", DRIE)
    ),
    "choice": build_keuzes("forceren 2, toegeven / toegeven 3 / geen", "forceren / forceren 0.5 / toegeven"),
    "best and worst": build_keuzes("forceren 2, toegeven / toegeven 3 / geen / forceren", vorm=Vorm.UITERSTEN),
    "ranking": build_keuzes(
        "forceren 2, toegeven / toegeven 3 / geen", "forceren / toegeven / forceren", vorm=Vorm.RANGSCHIK
    ),
    "constant sum": build_keuzes("forceren 2, toegeven / toegeven 3 / geen", vorm=Vorm.VERDEEL, totaal=3),
    "mixed": build_lijst(build_stelling("forceren", "1", DRIE), build_keuze("forceren / toegeven", "2")),
}


def build_antwoorden(item: Item) -> list[Antwoord]:
    """Return every possible answer to a question."""
    if isinstance(item, Stelling):
        return [punt.waarde for punt in item.antwoorden.punten]
    opties = range(len(item.opties))
    match item.vorm:
        case Vorm.UITERSTEN:
            return list(permutations(opties, 2))
        case Vorm.RANGSCHIK:
            return list(permutations(opties))
        case Vorm.VERDEEL:
            return [rij for rij in product(range(item.totaal + 1), repeat=len(opties)) if sum(rij) == item.totaal]
        case _:
            return list(opties)


def build_bladen(lijst: Vragenlijst) -> list[tuple[Antwoord, ...]]:
    return list(product(*map(build_antwoorden, lijst.items)))


@pytest.mark.parametrize("soort", Scoresoort)
@pytest.mark.parametrize("naam", LIJSTEN)
def test_a_scale_reaches_from_its_lowest_to_its_highest_possible_score(naam: str, soort: Scoresoort) -> None:
    lijst = replace(LIJSTEN[naam], score=soort)
    profielen = [score_antwoorden(lijst, build_blad(*antwoorden)) for antwoorden in build_bladen(lijst)]
    for schaal in lijst.schalen:
        scores = [exact for profiel in profielen if (exact := profiel.scores[schaal.id].exact) is not None]
        assert read_bereik(lijst, schaal.id) == (min(scores), max(scores))


@pytest.mark.parametrize("naam", LIJSTEN)
def test_every_possible_answer_and_no_other_is_accepted(naam: str) -> None:
    for item in LIJSTEN[naam].items:
        mogelijk = build_antwoorden(item)
        assert all(check_antwoord(antwoord, item) for antwoord in mogelijk)
        anders: list[Antwoord] = [-3, 12, "a", (), (0,), (0, 0), (1, 2, 3, 4), (0, 5), (-1, 4, 0), (0, 1, 9)]
        assert not any(check_antwoord(antwoord, item) for antwoord in anders if antwoord not in mogelijk)


def test_the_weight_of_a_question_is_that_of_its_heaviest_option() -> None:
    keuze = build_keuze("forceren 2, toegeven / toegeven 3 / geen", vorm=Vorm.RANGSCHIK)
    # forceren 2 * 1 to 2 * 3; toegeven with weights 1 and 3: places 1 and 2 make 1 * 2 + 3 * 1, 2 and 3 make 2 + 3 * 3
    assert build_gewichten(keuze) == {
        "forceren": Gewicht(Fraction(2), Fraction(2), Fraction(6)),
        "toegeven": Gewicht(Fraction(3), Fraction(5), Fraction(11)),
    }


def test_weights_that_are_kept_cannot_be_changed_by_who_reads_them() -> None:
    assert not isinstance(build_gewichten(build_keuze("forceren / toegeven")), MutableMapping)


def test_a_scale_without_items_reaches_nothing() -> None:
    for soort in (Scoresoort.SOM, Scoresoort.GEMIDDELDE):
        assert set(read_bereik(replace(LIJSTEN["choice"], score=soort), "vermijden")) == {0}


def test_the_most_unequal_answer_is_a_possible_one() -> None:
    for vorm in (Vorm.KIES, Vorm.UITERSTEN, Vorm.RANGSCHIK, Vorm.VERDEEL):
        keuze = build_keuze("forceren / toegeven / geen", vorm=vorm, totaal=7)
        verwacht = {
            Vorm.KIES: (1, 0, 0),
            Vorm.UITERSTEN: (1, 0, -1),
            Vorm.RANGSCHIK: (3, 2, 1),
            Vorm.VERDEEL: (7, 0, 0),
        }
        assert keuze.reeks == verwacht[vorm]


def test_a_question_of_statements_is_no_question_with_options() -> None:
    assert not check_antwoord((0, 1), replace(build_keuze("forceren / toegeven"), vorm=Vorm.STELLINGEN))
    assert Keuze("1", (), build_keuze("forceren / geen").plek, Vorm.KIES).schalen == ()
    assert build_keuze("forceren / geen").schalen == ("forceren", "")
