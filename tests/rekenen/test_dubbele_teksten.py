"""Texts that stand twice, or nearly so: one finding per text, and only between texts that can be confused."""

from dataclasses import replace

import pytest

from conflictstijl.fouten import Plek
from conflictstijl.model.vragen import Keuze
from conflictstijl.rekenen.controle import check_opbouw
from tests.bouwers import TEKSTEN, build_keuze, build_lijst, build_stellingen

ZIN = "Ik vraag de ander eerst om alle wensen op te schrijven"
BIJNA = [f"{ZIN}{teken}" for teken in ".!?"]
CASUS = "Een collega komt weer te laat voor de overdracht."
VRAAG = "Wat doe je als eerste?"


def list_regels(*items: Keuze) -> list[str]:
    gevonden = check_opbouw(build_lijst(*items), "x.yaml")
    return [str(een) for een in gevonden if een.code in {"dubbele-tekst", "bijna-dubbel"}]


def build_vraag(nummer: int, opties: str = "forceren / toegeven", casus: str = "", vraag: str = "") -> Keuze:
    """Return a question on ten lines of its own, every option on the next line."""
    keuze = build_keuze(opties, str(nummer))
    eigen = tuple(
        replace(optie, plek=Plek("proef.yaml", 10 * nummer + plaats, 5), tekst=TEKSTEN[2 * nummer + plaats])
        for plaats, optie in enumerate(keuze.opties, 1)
    )
    return replace(keuze, plek=Plek("proef.yaml", 10 * nummer, 3), opties=eigen, casus=casus, vraag=vraag)


def write_teksten(keuze: Keuze, *teksten: str) -> Keuze:
    opties = (replace(optie, tekst=tekst) for optie, tekst in zip(keuze.opties, teksten, strict=True))
    return replace(keuze, opties=tuple(opties))


def test_every_text_is_told_once_with_all_earlier_lines_that_it_is_like() -> None:
    lijst = build_stellingen("forceren", "toegeven", "compromis", teksten=BIJNA)
    assert [(een.plek.regel, een.wat) for een in check_opbouw(lijst, "x.yaml")] == [
        (2, "deze tekst lijkt erg op die van regel 1"),
        (3, "deze tekst lijkt erg op die van regel 1 en 2"),
    ]


def test_a_text_that_is_the_same_as_one_and_like_another_is_told_as_both() -> None:
    lijst = build_stellingen("forceren", "toegeven", "compromis", teksten=[*BIJNA[:2], BIJNA[0]])
    assert [een.wat for een in check_opbouw(lijst, "x.yaml") if een.plek.regel == 3] == [
        "deze tekst staat ook op regel 1",
        "deze tekst lijkt erg op die van regel 2",
    ]


@pytest.mark.parametrize(
    ("opties", "regels"),
    [
        ("forceren / toegeven", ["proef.yaml:21:5"]),
        ("compromis / toegeven", []),
        ("compromis, passend / toegeven", []),
    ],
)
def test_options_of_two_questions_may_be_alike_when_their_styles_differ(opties: str, regels: list[str]) -> None:
    eerste = write_teksten(build_vraag(1, "forceren, passend / toegeven"), BIJNA[0], "Ik ga akkoord.")
    tweede = write_teksten(build_vraag(2, opties), BIJNA[1], "De ander mag kiezen.")
    assert [regel.partition(": ")[0] for regel in list_regels(eerste, tweede)] == regels


def test_options_of_one_question_may_not_be_alike() -> None:
    assert list_regels(write_teksten(build_vraag(1), *BIJNA[:2])) == [
        "proef.yaml:12:5: deze tekst lijkt erg op die van regel 11; laat elke stelling iets anders vragen"
    ]


@pytest.mark.parametrize(
    ("eerste", "tweede", "dubbel"),
    [
        ({"casus": CASUS}, {"casus": CASUS}, True),
        ({"vraag": VRAAG}, {"vraag": VRAAG}, True),
        ({"casus": CASUS, "vraag": VRAAG}, {"casus": "De telefoon gaat.", "vraag": VRAAG}, False),
        ({"casus": CASUS}, {"casus": f"{CASUS[:-1]}!"}, False),
    ],
)
def test_a_case_stands_once_and_so_does_a_question_without_a_case(
    eerste: dict[str, str], tweede: dict[str, str], dubbel: bool
) -> None:
    gevonden = ["proef.yaml:20:3: deze tekst staat ook op regel 10; schrijf een andere"]
    assert list_regels(build_vraag(1, **eerste), build_vraag(2, **tweede)) == gevonden * dubbel


def test_one_standard_question_above_every_choice_is_no_double() -> None:
    """Best-worst blocks ask the same each time; two equal questions among others are a slip."""
    drie = [build_vraag(nummer, vraag=VRAAG) for nummer in (1, 2, 3)]
    assert list_regels(*drie) == []
    assert len(list_regels(*drie, build_vraag(4, vraag="Wat zeg je daarna?"))) == 2


def test_an_option_may_have_the_words_of_a_question() -> None:
    assert list_regels(write_teksten(build_vraag(1, vraag=VRAAG), VRAAG, "Ik ga akkoord.")) == []
