"""How well choices fitted: against chance, and case by case."""

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from conflictstijl.laden.catalogus import load_vragenlijst
from conflictstijl.model.antwoorden import NVT, Antwoord
from conflictstijl.model.document import Document, Opsomming
from conflictstijl.model.vragen import Keuze
from conflictstijl.model.vragenlijst import Vragenlijst
from conflictstijl.rapport.profiel import KOPPEN

from .bouw import bouw_profiel, bouw_verslag, lees_deel, lees_scores, schrijf_lijst

PAREN = """
    vorm: kies
    schalen: {forceren: , vermijden: , passend: {naam: Past bij de situatie, soort: prestatie}}
    items:
"""


def schrijf_gevallen(folder: Path, *items: str, extra: str = "") -> Vragenlijst:
    """Return a questionnaire of choices with a scale of performance."""
    regels = "".join(f"      - {item}\n" for item in items)
    return schrijf_lijst(
        folder, f"{PAREN}{regels}".replace("\n    vorm", f"\n    {extra}\n    vorm" if extra else "\n    vorm")
    )


def kies(lijst: Vragenlijst, *, beste: bool) -> list[Antwoord]:
    """Return the sheet of someone who always takes what fits best, or least."""
    bladen: list[Antwoord] = []
    for item in lijst.items:
        assert isinstance(item, Keuze)
        punten = [sum(deel.gewicht for deel in optie.sleutel if deel.schaal == "passend") for optie in item.opties]
        bladen.append(punten.index(max(punten) if beste else min(punten)))
    return bladen


def lees_wanneer(lijst: Vragenlijst, antwoorden: list[Antwoord]) -> str:
    """Return the text below the second heading, up to the third; without styles that with the scores."""
    document = bouw_verslag(lijst, bouw_profiel(lijst, antwoorden))
    if not any(schaal.stijl for schaal in lijst.schalen):
        return lees_scores(document)
    return lees_deel(document, KOPPEN[1]).partition(f"\n{KOPPEN[2]}\n")[0]


def lees_gevallen(document: Document) -> tuple[str, ...]:
    """Return the cases: the only numbered list of a report."""
    return next(blok.delen for blok in document.blokken if isinstance(blok, Opsomming) and blok.genummerd)


def test_the_fit_stands_below_the_heading_on_what_works_when() -> None:
    lijst = load_vragenlijst("praktijksituaties")
    assert lees_wanneer(lijst, kies(lijst, beste=True)).startswith("Past bij de situatie: 100 van de 100 punten. ")


@pytest.mark.parametrize(
    ("beste", "zin"),
    [
        (True, "Jouw keuzes passen beter bij de situatie dan toeval verklaart."),
        (False, "Jouw keuzes passen minder goed bij de situatie dan toeval verklaart."),
    ],
)
def test_a_fit_outside_the_range_of_chance_is_called_better_or_worse(zin: str, *, beste: bool) -> None:
    lijst = load_vragenlijst("praktijksituaties")
    assert zin in lees_wanneer(lijst, kies(lijst, beste=beste))


def test_a_fit_inside_the_range_of_chance_says_nothing() -> None:
    lijst = load_vragenlijst("praktijksituaties")
    wanneer = lees_wanneer(lijst, [item.schalen.index("samenwerken") for item in lijst.keuzes])
    assert "Jouw score valt daarbinnen. Over hoe goed je kiest, zegt die dus niets." in wanneer
    assert "toeval verklaart" not in wanneer


def test_the_ends_of_chance_are_those_of_the_profile() -> None:
    lijst = load_vragenlijst("praktijksituaties")
    toeval = bouw_profiel(lijst, kies(lijst, beste=True)).scores["passend"].toeval
    assert toeval is not None
    grenzen = f"komt meestal uit tussen {round(100 * toeval.van)} en {round(100 * toeval.tot)}."
    assert f"Wie zomaar antwoordt, {grenzen}" in lees_wanneer(lijst, kies(lijst, beste=True))


@pytest.mark.parametrize("score", ["gemiddelde", "som", "procent"])
def test_the_fit_is_a_share_of_the_reachable_whatever_the_unit(tmp_path: Path, score: str) -> None:
    items = [f'opties: [{{"forceren, passend 3": a{i}}}, {{"vermijden, passend 1": b{i}}}]' for i in range(3)]
    lijst = schrijf_gevallen(tmp_path, *items, extra=f"score: {score}")
    assert lees_wanneer(lijst, [0, 1, 1]).startswith("Past bij de situatie: 33 van de 100 punten. ")


@pytest.mark.parametrize("score", ["gemiddelde", "som", "procent"])
def test_the_fit_is_a_share_of_what_the_answered_cases_can_give(tmp_path: Path, score: str) -> None:
    zwaar = 'opties: [{"forceren, passend 4": a}, {"vermijden, passend 3": b}]'
    lijst = schrijf_gevallen(
        tmp_path, 'opties: [{"forceren, passend": c}, {vermijden: d}]', zwaar, extra=f"score: {score}"
    )
    # of the case that does not apply nothing can be reached: its 3 points for the least do not count as missed
    assert lees_wanneer(lijst, [1, NVT]).startswith("Past bij de situatie: 0 van de 100 punten. ")
    assert lees_wanneer(lijst, [0, NVT]).startswith("Past bij de situatie: 100 van de 100 punten. ")


def test_a_fit_beyond_the_limit_of_chance_is_so_also_when_rounding_hides_it(tmp_path: Path) -> None:
    gewichten = (100, 100, 100, 100, 100, 1, 1)
    opties = [f'opties: [{{"forceren, passend {een}": a{i}}}, {{vermijden: b{i}}}]' for i, een in enumerate(gewichten)]
    lijst = schrijf_gevallen(tmp_path, *opties)
    # of 128 sheets one gives all 502 points, two give 501 and one gives 500; at most 3 may lie beyond the limit
    hoogste = "Wie zomaar antwoordt, komt meestal uit tussen 0 en 100. "
    assert f"{hoogste}Jouw keuzes passen beter" in lees_wanneer(lijst, [0, 0, 0, 0, 0, 0, 1])
    assert f"{hoogste}Jouw score valt daarbinnen." in lees_wanneer(lijst, [0, 0, 0, 0, 0, 1, 1])


def test_every_answered_case_tells_what_was_chosen_and_what_fits() -> None:
    lijst = load_vragenlijst("praktijksituaties")
    antwoorden = kies(lijst, beste=True)
    gevallen = lees_gevallen(bouw_verslag(lijst, bouw_profiel(lijst, antwoorden)))
    assert len(gevallen) == len(lijst.items)
    for tekst, item in zip(gevallen, lijst.keuzes, strict=True):
        assert tekst.startswith(item.casus.split(". ")[0])
        assert tekst.endswith(item.toelichting)
        assert "Jij koos " in tekst


def test_a_case_left_open_is_not_in_the_list() -> None:
    lijst = load_vragenlijst("praktijksituaties")
    antwoorden = [None, *kies(lijst, beste=True)[1:]]
    document = bouw_verslag(lijst, bouw_profiel(lijst, antwoorden))
    assert len(lees_gevallen(document)) == len(lijst.items) - 1
    assert "In 14 van de 14 situaties koos je wat volgens de makers het best past." in lees_wanneer(lijst, antwoorden)


def test_too_few_answers_give_no_fit_but_do_give_the_cases() -> None:
    lijst = load_vragenlijst("praktijksituaties")
    antwoorden: list[Antwoord] = [0, *[None] * 14]
    wanneer = lees_wanneer(lijst, antwoorden)
    assert wanneer.startswith("Past bij de situatie: te weinig ingevuld (1 van de 15).\n")
    assert len(lees_gevallen(bouw_verslag(lijst, bouw_profiel(lijst, antwoorden)))) == 1


def test_a_sheet_without_any_case_has_no_list_of_them() -> None:
    lijst = load_vragenlijst("praktijksituaties")
    document = bouw_verslag(lijst, bouw_profiel(lijst, [None] * 15))
    assert not any(isinstance(blok, Opsomming) and blok.genummerd for blok in document.blokken)


def test_a_case_is_named_by_its_first_sentence_whatever_ends_it(tmp_path: Path) -> None:
    opties = 'opties: [{"forceren, passend": door%s}, {vermijden: weg%s}]'
    lijst = schrijf_gevallen(
        tmp_path,
        "{casus: Wie belt daar? Je weet het niet., " + opties % (1, 1) + "}",
        "{vraag: Wat doe je?, " + opties % (2, 2) + "}",
        "{casus: Iemand wil bijv. de kamer, vraag: En nu?, " + opties % (3, 3) + "}",
    )
    gevallen = lees_gevallen(bouw_verslag(lijst, bouw_profiel(lijst, [0, 1, 0])))
    assert gevallen[0] == "Wie belt daar? Jij koos doorzetten. Hier past doorzetten het best."
    assert gevallen[1] == "Wat doe je? Jij koos vermijden. Hier past doorzetten het best."
    assert gevallen[2] == "Iemand wil bijv. de kamer. Jij koos doorzetten. Hier past doorzetten het best."


def test_several_styles_that_fit_equally_well_are_named_as_a_choice(tmp_path: Path) -> None:
    item = 'opties: [{"forceren, passend": a}, {"vermijden, passend": b}, {geen: c}]'
    lijst = schrijf_gevallen(tmp_path, item)
    (geval,) = lees_gevallen(bouw_verslag(lijst, bouw_profiel(lijst, [2])))
    assert geval.endswith("Jij koos iets anders. Hier past doorzetten of vermijden het best.")


def test_an_option_without_a_style_that_fits_is_told_without_one(tmp_path: Path) -> None:
    lijst = schrijf_gevallen(tmp_path, "opties: [{passend: a}, {forceren: b}]", "opties: [{vermijden: c}, {geen: d}]")
    document = bouw_verslag(lijst, bouw_profiel(lijst, [0, 0]))
    assert lees_gevallen(document) == ("Vraag 1. Jij koos wat hier het best past.",)


def test_a_performance_in_statements_has_no_chance_to_be_held_against(tmp_path: Path) -> None:
    lijst = schrijf_lijst(
        tmp_path,
        """
        antwoorden: [nee, soms, ja]
        schalen: {forceren: , kennis: {naam: Kennis, soort: prestatie}}
        items: [{forceren: Ik zet door.}, {kennis: Ik ken de wet.}]
        """,
    )
    assert lees_wanneer(lijst, [1, 3]).startswith("Kennis: 3,0, ja.\n")


def test_a_performance_where_every_choice_is_worth_the_same_is_a_plain_number(tmp_path: Path) -> None:
    lijst = schrijf_gevallen(tmp_path, 'opties: [{"forceren, passend": a}, {"vermijden, passend": b}]')
    assert lees_wanneer(lijst, [1]).startswith("Past bij de situatie: 1 van 1.\n")


def test_a_performance_per_part_has_the_name_of_its_part_and_none_where_nothing_was_asked(tmp_path: Path) -> None:
    lijst = schrijf_lijst(
        tmp_path,
        """
        vorm: kies
        achtergrond: {leiding: {vraag: "Geef je leiding?", antwoorden: [ja, nee]}}
        schalen: {forceren: , vermijden: , passend: {naam: Past, soort: prestatie}}
        per_onderdeel: ja
        onderdelen:
          team: {naam: Team}
          baas: {naam: Baas, als: {leiding: ja}}
        items: [{opties: [{"forceren, passend": a}, {vermijden: b}]}]
        """,
    )
    assert "Past (team): 100 van de 100 punten." in lees_wanneer(lijst, [0, 0, 1])
    assert "Past (baas): 0 van de 100 punten." in lees_wanneer(lijst, [0, 0, 1])
    assert "(baas)" not in lees_wanneer(lijst, [1, 0, None])


def test_cases_of_several_performances_are_not_listed_as_if_they_were_one(tmp_path: Path) -> None:
    lijst = schrijf_lijst(
        tmp_path,
        """
        vorm: kies
        schalen: {snel: {naam: Snel, soort: prestatie}, rustig: {naam: Zorgvuldig, soort: prestatie}}
        items: [{opties: [{snel: nu}, {rustig: later}]}]
        """,
    )
    wanneer = lees_wanneer(lijst, [0])
    assert "Snel: 100 van de 100 punten." in wanneer
    assert "Jij koos" not in wanneer


def test_a_band_of_a_performance_stands_with_its_score() -> None:
    lijst = load_vragenlijst("praktijksituaties")
    profiel = bouw_profiel(lijst, kies(lijst, beste=True))
    score = replace(profiel.scores["passend"], band="hoog", exact=Fraction(1))
    document = bouw_verslag(lijst, replace(profiel, scores={**profiel.scores, "passend": score}))
    assert "Past bij de situatie: 100 van de 100 punten, hoog. Wie zomaar" in lees_deel(document, KOPPEN[1])
