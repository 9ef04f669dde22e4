"""An intervision method as a report: the agenda in one view, and when to choose something else first."""

import os
from pathlib import Path

import pytest

from conflictstijl.laden.werkvormen import load_werkvorm
from conflictstijl.model.werkvorm import LANGSTE
from conflictstijl.rapport.uitvoer.tekst import render_tekst
from conflictstijl.rapport.werkvorm import build_gegevens, build_werkvormdocument, render_omvang
from conflictstijl.rekenen.agenda import build_agendas
from tests.laden.lezen import GOED

GOUDEN = Path(__file__).parent.parent / "gouden"


def render(naam: str, duur: int = 0, breedte: int = 200) -> str:
    werkvorm = load_werkvorm(naam)
    return render_tekst(build_werkvormdocument(werkvorm, build_agendas(werkvorm, duur)), breedte)


@pytest.mark.parametrize("breedte", [60, 80])
def test_a_method_is_the_golden_one(breedte: int) -> None:
    gemaakt = render("incidentmethode", 90, breedte).encode()
    bestand = GOUDEN / f"werkvorm-incidentmethode.{breedte}.txt"
    if os.environ.get("CONFLICTSTIJL_GOUDEN") == "schrijf":
        bestand.write_bytes(gemaakt)
    assert gemaakt == bestand.read_bytes()


def test_safety_comes_before_the_agenda_in_a_method_of_ones_own_too() -> None:
    tekst = " ".join(render(str(GOED / "werkvorm-klein.yaml")).split())
    assert tekst.index("Veilig Thuis (0800-2000)") < tekst.index("Agenda: 90 minuten met 4 mensen")
    assert "Rollen" not in tekst
    assert "Let op" not in tekst


def test_each_meeting_has_its_agenda_and_all_who_must_be_there_are_named() -> None:
    tekst = render("leerkring", 90)
    assert [f"Agenda van bijeenkomst {nummer}: 90 minuten" in tekst for nummer in (1, 2, 3)] == [True] * 3
    assert "of iedereen er is: wonen, welzijn en zorg." in tekst


def test_only_a_long_meeting_gets_a_word_about_a_break() -> None:
    assert "pauze" in render("incidentmethode", 125)
    assert "pauze" not in render("incidentmethode", 120)


@pytest.mark.parametrize(
    ("naam", "krap", "ruim"),
    [("vijfstappen", 89, 90), ("balint", 139, 140), ("incidentmethode", 109, 110)],
)
def test_a_meeting_with_time_for_a_second_question_says_so(naam: str, krap: int, ruim: int) -> None:
    assert "Je kunt ook twee vragen doen" not in render(naam, krap)
    assert "Je kunt ook twee vragen doen" in render(naam, ruim)


@pytest.mark.parametrize("naam", ["stijlensessie", "leerkring", "dilemmasessie", str(GOED / "werkvorm-klein.yaml")])
def test_a_method_without_one_case_never_gets_a_second_question(naam: str) -> None:
    assert "Je kunt ook twee vragen doen" not in render(naam, LANGSTE)


def test_what_to_do_about_safety_names_when_and_what_to_do_halfway() -> None:
    tekst = " ".join(render("balint").split())
    assert "Volg bij geweld of dreiging, of als je twijfelt, eerst de meldcode" in tekst
    assert "Komt dit pas tijdens de bijeenkomst naar boven? Stop dan" in tekst


def test_what_a_group_needs_is_told() -> None:
    assert "elkaar vertrouwen" in render("balint")
    assert "elkaar vertrouwen" not in render("incidentmethode")
    assert render_omvang(load_werkvorm("balint")) == "70 tot 150 minuten, 5 tot 10 mensen, voor ervaren groepen"
    assert render_omvang(load_werkvorm("waarderend")) == "45 tot 150 minuten, 3 tot 12 mensen, voor beginners"


def test_the_data_of_several_meetings_hold_each_agenda_once() -> None:
    werkvorm = load_werkvorm("leerkring")
    gegevens = build_gegevens(werkvorm, build_agendas(werkvorm, 90))
    assert [sum(punt["minuten"] for punt in agenda) for agenda in (gegevens["agenda"], *gegevens["vervolg"])] == [
        90,
        90,
        90,
    ]
    assert "agenda" not in build_gegevens(werkvorm)
