"""The model of questions: which answers are possible, and how a questionnaire calls itself."""

from dataclasses import replace

import pytest

from conflictstijl.model.antwoorden import NVT, Antwoord
from conflictstijl.model.vragen import Achtergrondvraag, OpenVraag, Vorm, Vraag, check_antwoord
from conflictstijl.model.vragenlijst import GEMENGD, Variant
from tests.bouwers import build_keuze, build_lijst, build_stelling, build_stellingen

STELLING = build_stelling("forceren")
KEUZE = build_keuze("forceren / toegeven / geen")
OPEN = OpenVraag("waarom", "Waarom?")
ROL = Achtergrondvraag("rol", "Wat doe je?", ("begeleiden", "leidinggeven"))


@pytest.mark.parametrize(
    ("vraag", "goed", "fout"),
    [
        (STELLING, [1, 5, None, NVT], [0, 6, "3", (3,), (1, 2)]),
        (KEUZE, [0, 2, None, NVT], [3, -1, "0", (0,), (0, 1)]),
        (replace(KEUZE, vorm=Vorm.UITERSTEN), [(0, 2), (2, 1), None, NVT], [0, (0,), (1, 1), (0, 3), (0, 1, 2), "01"]),
        (replace(KEUZE, vorm=Vorm.RANGSCHIK), [(2, 0, 1), None, NVT], [0, (0, 1), (0, 1, 1), (1, 2, 3), "012"]),
        (
            replace(KEUZE, vorm=Vorm.VERDEEL, totaal=4),
            [(4, 0, 0), (1, 2, 1), None, NVT],
            [4, (4, 0), (4, 1, 0), (5, -1, 0), (1, 1, 1), "400"],
        ),
        (OPEN, ["", "Omdat.", None], [1, NVT, (1,)]),
        (ROL, [0, 1, None], [2, -1, NVT, "begeleiden", (0,)]),
    ],
    ids=["statement", "choice", "best and worst", "ranking", "constant sum", "own words", "background"],
)
def test_only_a_possible_answer_is_accepted(vraag: Vraag, goed: list[Antwoord], fout: list[Antwoord]) -> None:
    assert [check_antwoord(antwoord, vraag) for antwoord in goed] == [True] * len(goed)
    assert [check_antwoord(antwoord, vraag) for antwoord in fout] == [False] * len(fout)


def test_everything_that_is_asked_stands_in_one_order() -> None:
    lijst = replace(build_lijst(STELLING, replace(KEUZE, id="2")), achtergrond=(ROL,), open=(OPEN,))
    assert [vraag.id for vraag in lijst.vragen] == ["rol", "1", "2", "waarom"]
    assert ([item.id for item in lijst.stellingen], [item.id for item in lijst.keuzes]) == (["1"], ["2"])


def test_a_questionnaire_has_the_form_that_all_items_share() -> None:
    assert build_lijst(STELLING, replace(STELLING, id="2")).vorm == "stellingen"
    assert build_lijst(KEUZE).vorm == "kies"
    assert build_lijst(replace(KEUZE, vorm=Vorm.RANGSCHIK)).vorm == "rangschik"
    assert build_lijst(STELLING, KEUZE).vorm == GEMENGD


def test_a_version_stands_behind_the_id_unless_it_is_the_standard_one() -> None:
    lijst = build_stellingen("forceren")
    assert lijst.volledige_id == "proef"
    assert replace(lijst, variant=Variant("ander", "Over een collega")).volledige_id == "proef.ander"
    assert replace(lijst, variant=Variant("zelf", "Over mezelf", standaard=True)).volledige_id == "proef"


def test_versions_and_deepened_questionnaires_are_different_questionnaires() -> None:
    lijst = build_stellingen("forceren")
    anders = [
        lijst,
        replace(lijst, variant=Variant("ander", "Ander")),
        replace(lijst, met="meer"),
        replace(lijst, id="x"),
    ]
    assert len({hash(een) for een in anders}) == len(set(anders)) == 4
