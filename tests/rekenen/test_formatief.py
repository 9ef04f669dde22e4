"""Questionnaires that count signs: scores and an order, and nothing that needs repeated questions."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from conflictstijl.laden.catalogus import load_vragenlijst
from conflictstijl.model.antwoorden import Antwoord
from conflictstijl.model.profiel import TELT_TEKENS, VERSCHILLENDE_VRAGEN, Stijlprofiel
from conflictstijl.model.uitkomst import Uitkomst
from conflictstijl.model.vragenlijst import Eenheid, Schaal, Vragenlijst
from conflictstijl.rekenen.hertest import compare_hertest
from conflictstijl.rekenen.scoren import score_antwoorden
from conflictstijl.rekenen.verschuiving import compare_bladen
from conflictstijl.toepassing import Resultaat, load_verdieping
from tests.bouwers import build_blad, build_gedeeld, build_keuze, build_lijst, build_stelling, build_stellingen

REST = (Uitkomst("Zo staat het ervoor", "Praat erover."),)
SIGNALEN = ("rust", "rust", "druk", "druk", "tempo", "tempo", "steun", "steun")
UITGESPROKEN: Sequence[Antwoord] = (1, 1, 1, 1, 1, 1, 5, 5)
"""One scale far above the rest."""


def build_formatief(*sleutels: str) -> Vragenlijst:
    return replace(build_stellingen(*sleutels), uitkomsten=REST)


def score(lijst: Vragenlijst, antwoorden: Sequence[Antwoord]) -> Stijlprofiel:
    return score_antwoorden(lijst, build_blad(*antwoorden))


def read_marges(profiel: Stijlprofiel) -> set[float | None]:
    return {grens for een in profiel.scores.values() for grens in (een.ondergrens, een.bovengrens)}


def test_signs_have_no_interval_and_none_stands_out_but_their_order_is_known() -> None:
    profiel = score(build_formatief(*SIGNALEN), UITGESPROKEN)
    assert read_marges(profiel) == {None}
    assert (profiel.duidelijk_hoog, profiel.duidelijk_laag, profiel.reden) == ((), (), TELT_TEKENS)
    assert profiel.volgorde == (("steun",), ("rust", "druk", "tempo"))
    gewoon = score(build_stellingen(*SIGNALEN), UITGESPROKEN)
    assert None not in read_marges(gewoon)
    assert gewoon.duidelijk_hoog == ("steun",)


def test_styles_are_still_measured_when_they_lead_to_an_outcome() -> None:
    schalen = tuple(Schaal(naam, naam, naam) for naam in ("forceren", "samenwerken"))
    lijst = replace(build_formatief("forceren", "forceren", "samenwerken", "samenwerken"), schalen=schalen)
    assert not lijst.formatief
    assert None not in read_marges(score(lijst, (1, 2, 4, 5)))


def test_points_over_sides_are_not_held_against_chance() -> None:
    lijst = load_vragenlijst("egogram")
    punten = score(lijst, (0, (0, 0, 100, 0, 0), None, None, None))
    assert (punten.duidelijk_hoog, punten.reden) == ((), TELT_TEKENS)


def test_two_kinds_of_questions_are_still_told_apart() -> None:
    items = (build_stelling("rust", "1"), build_keuze("druk / rust", "2"))
    lijst = replace(build_lijst(*items), uitkomsten=REST)
    assert score(lijst, (3, 0)).reden == VERSCHILLENDE_VRAGEN


def test_parts_and_versions_of_signs_do_not_shift() -> None:
    lijst = build_gedeeld("kalm storm", "rust", "rust")
    antwoorden = (1, 1, 5, 5)
    assert score(lijst, antwoorden).verschuivingen
    formatief = replace(lijst, uitkomsten=REST)
    assert score(formatief, antwoorden).verschuivingen == ()
    assert compare_bladen((formatief, antwoorden), (formatief, antwoorden)) == ()


def test_the_same_answer_everywhere_is_no_flaw_of_signs_and_it_contradicts_in_other_words() -> None:
    lijst = build_formatief("rust", "rust", "-rust", "-rust")
    (melding,) = score(lijst, (5, 5, 5, 5)).kwaliteit.meldingen
    assert melding.code == "tegenspraak"
    assert "Dat kan: soms klopt het allebei." in melding.wat
    gewoon = score(replace(lijst, uitkomsten=()), (5, 5, 5, 5)).kwaliteit.meldingen
    assert [een.code for een in gewoon] == ["rechte_lijn", "tegenspraak"]
    assert "Dat kan: soms doe je allebei." in gewoon[1].wat


def test_the_people_of_an_organisation_are_spoken_to_together() -> None:
    lijst = replace(build_stellingen("rust", "rust", "-rust", "-rust", "rust", "rust"), eenheid=Eenheid.ORGANISATIE)
    blad = replace(build_blad(5, 5, 5, 5, None, None), seconden=1.0)
    meldingen = score_antwoorden(lijst, blad).kwaliteit.meldingen
    assert [een.code for een in meldingen] == ["rechte_lijn", "leeg", "snel", "tegenspraak"]
    assert all(een.wat.startswith("Jullie ") for een in meldingen)


def test_nothing_is_gained_by_deepening_signs() -> None:
    lijst = build_formatief(*SIGNALEN)
    items = tuple(replace(item, id=f"b{item.id}", erbij=True) for item in lijst.items)
    samen = replace(lijst, items=(*lijst.items, *items), met="meer")
    antwoorden = (1, 2, 3, 4, 5, 4, 3, 2) * 2
    assert score(samen, antwoorden).winst is None
    assert score(replace(samen, uitkomsten=()), antwoorden).winst is not None


def test_signs_are_not_offered_to_be_deepened() -> None:
    gewoon = load_vragenlijst("conflictstijlen")
    antwoorden = (2, 3, 4) * 10
    resultaat = Resultaat(gewoon, build_blad(*antwoorden), score(gewoon, antwoorden))
    assert load_verdieping(resultaat) is not None
    schalen = tuple(schaal._replace(stijl=None) for schaal in gewoon.schalen)
    formatief = replace(gewoon, uitkomsten=REST, schalen=schalen)
    assert load_verdieping(resultaat._replace(vragenlijst=formatief)) is None


@pytest.mark.parametrize("nu", [(5, 5, 5, 5, 3, 3, 3, 3), (1, 1, 1, 1, 1, 1, 1, 1)])
def test_then_and_now_of_signs_differ_by_a_number_and_by_no_verdict(nu: Sequence[Antwoord]) -> None:
    lijst = build_formatief(*SIGNALEN)
    (toen, later) = ((lijst, build_blad(*een), score(lijst, een)) for een in (UITGESPROKEN, nu))
    hertest = compare_hertest(toen, later)
    assert (hertest.regel, hertest.niveau, hertest.nu.recht) == (None, None, False)
    assert {een.reden for een in hertest.schalen} == {TELT_TEKENS}
    assert all(een.verschil is not None and een.duidelijk is None and een.grens is None for een in hertest.schalen)
    assert read_marges(hertest.nu.profiel) == {None}
