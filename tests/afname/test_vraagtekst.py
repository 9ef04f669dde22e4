"""What somebody types as an answer: a number is the value that stands beside it, never the begin of a label."""

import pytest

from conflictstijl.afname.verloop import Verloop
from conflictstijl.afname.vraagtekst import parse_invoer, render_inleiding
from conflictstijl.fouten import Plek
from conflictstijl.laden.antwoord import AntwoordOnbekendFout
from conflictstijl.laden.catalogus import load_vragenlijst
from conflictstijl.model.vragen import Achtergrondvraag, Antwoordpunt, Antwoordschaal, Stelling

HOE_VAAK = Antwoordschaal(
    tuple(
        Antwoordpunt(waarde, label)
        for waarde, label in enumerate(("Nooit", "1 keer per week", "2 keer per week", "Elke dag"), 1)
    )
)
STELLING = Stelling("v1", "Ik vraag door.", (), HOE_VAAK, Plek(""))


@pytest.mark.parametrize("waarde", [1, 2, 3, 4])
def test_a_number_means_the_value_beside_it_also_when_a_label_begins_with_it(waarde: int) -> None:
    assert parse_invoer(str(waarde), STELLING) == waarde


def test_the_begin_of_a_label_still_means_that_label() -> None:
    assert parse_invoer("1 k", STELLING) == 2
    assert parse_invoer("elke", STELLING) == 4


def test_a_number_is_no_begin_of_a_label_about_the_person_either() -> None:
    vraag = Achtergrondvraag("jaren", "Hoe lang werk je hier?", ("1 jaar of korter", "5 jaar", "10 jaar of langer"))
    assert parse_invoer("2", vraag) == 1
    with pytest.raises(AntwoordOnbekendFout):
        parse_invoer("10", vraag)
    assert parse_invoer("10 j", vraag) == 2


@pytest.mark.parametrize(
    ("naam", "zin"),
    [
        ("conflictstijlen-kort", "Kies wat het eerst bij je opkomt. Er zijn geen goede of foute antwoorden."),
        ("impasse", "Antwoord op wat je zelf zag of hoorde. Neem even de tijd."),
        ("samenwerkingsbril", "Bespreek elke zin kort. Kies daarna samen één antwoord."),
        ("praktijksituaties", ""),
    ],
)
def test_before_the_first_question_stands_how_to_answer_this_kind_of_questionnaire(naam: str, zin: str) -> None:
    assert list(render_inleiding(Verloop(load_vragenlijst(naam))))[-1] == zin
