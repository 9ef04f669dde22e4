"""The stages of change: every combination of five yes-or-no answers leads to the stage that the theory names."""

import pytest

from .uitkomsten import check_volledig, load_lijst, parse_tabel, read_beslissen, score_uitkomst

LIJSTEN = ("veranderfase-ander", "veranderfase-zelf")
JANEE = {"-": 0, "ja": 1}
TUSSEN = "Tussen twee fasen"
TABEL = parse_tabel("""
reden plan doet lang terug -> begin van de titel
-     -    -    -    -     -> Voorbeschouwing
-     -    -    -    ja    -> Terugval
-     -    -    ja   -     -> Tussen twee fasen: twee antwoorden
-     -    -    ja   ja    -> Terugval
-     -    ja   -    -     -> Tussen twee fasen: wel doen
-     -    ja   -    ja    -> Tussen twee fasen: actie en terugval
-     -    ja   ja   -     -> Tussen twee fasen: wel doen
-     -    ja   ja   ja    -> Tussen twee fasen: actie en terugval
-     ja   -    -    -     -> Tussen twee fasen: een
-     ja   -    -    ja    -> Tussen twee fasen: terugval en voorbereiding
-     ja   -    ja   -     -> Tussen twee fasen: twee antwoorden
-     ja   -    ja   ja    -> Tussen twee fasen: terugval en voorbereiding
-     ja   ja   -    -     -> Tussen twee fasen: wel doen
-     ja   ja   -    ja    -> Tussen twee fasen: actie en terugval
-     ja   ja   ja   -     -> Tussen twee fasen: wel doen
-     ja   ja   ja   ja    -> Tussen twee fasen: actie en terugval
ja    -    -    -    -     -> Overweging
ja    -    -    -    ja    -> Terugval
ja    -    -    ja   -     -> Tussen twee fasen: twee antwoorden
ja    -    -    ja   ja    -> Terugval
ja    -    ja   -    -     -> Actie
ja    -    ja   -    ja    -> Tussen twee fasen: actie en terugval
ja    -    ja   ja   -     -> Volhouden
ja    -    ja   ja   ja    -> Tussen twee fasen: actie en terugval
ja    ja   -    -    -     -> Voorbereiding
ja    ja   -    -    ja    -> Tussen twee fasen: terugval en voorbereiding
ja    ja   -    ja   -     -> Tussen twee fasen: twee antwoorden
ja    ja   -    ja   ja    -> Tussen twee fasen: terugval en voorbereiding
ja    ja   ja   -    -     -> Actie
ja    ja   ja   -    ja    -> Tussen twee fasen: actie en terugval
ja    ja   ja   ja   -     -> Volhouden
ja    ja   ja   ja   ja    -> Tussen twee fasen: actie en terugval
""")
"""In the order of asking; the last column is how the title begins."""
VRAGEN = ("reden", "plan", "doet", "lang", "terug")


def build_antwoorden(rij: tuple[str, ...]) -> dict[str, int]:
    return {vraag: JANEE[woord] for vraag, woord in zip(VRAGEN, rij, strict=True)}


def test_the_table_has_every_combination() -> None:
    assert check_volledig(TABEL, *["- ja"] * len(VRAGEN))


@pytest.mark.parametrize("naam", LIJSTEN)
def test_every_combination_of_answers_leads_to_its_stage(naam: str) -> None:
    anders = {
        rij: titel
        for rij, begin in TABEL.items()
        if not (titel := score_uitkomst(naam, build_antwoorden(rij)).titel).startswith(begin)
    }
    assert anders == {}


@pytest.mark.parametrize("naam", LIJSTEN)
def test_the_six_stages_and_what_lies_between_are_all_there_is(naam: str) -> None:
    fasen = {uitkomst.titel.split(":")[0] for uitkomst in load_lijst(naam).uitkomsten}
    assert fasen == {"Voorbeschouwing", "Overweging", "Voorbereiding", "Actie", "Volhouden", "Terugval", TUSSEN}


def test_an_open_answer_that_decides_leaves_no_stage_and_is_named() -> None:
    antwoorden = build_antwoorden(("ja", "-", "-", "-", "-"))
    del antwoorden["plan"]
    assert read_beslissen("veranderfase-ander", antwoorden) == ("plan",)


def test_an_open_answer_that_changes_nothing_leaves_the_stage() -> None:
    antwoorden = build_antwoorden(("ja", "-", "ja", "ja", "-"))
    del antwoorden["plan"]
    assert score_uitkomst("veranderfase-zelf", antwoorden).titel.startswith("Volhouden")


def test_who_sees_no_reason_yet_is_only_asked_to_notice() -> None:
    uitkomst = score_uitkomst("veranderfase-zelf", build_antwoorden(("-",) * len(VRAGEN)))
    assert "Kijk dan eerst alleen." in uitkomst.tekst
    assert uitkomst.doe[0].startswith("Let een week op")


def test_about_another_the_safety_question_comes_first_and_about_oneself_it_does_not() -> None:
    assert [load_lijst(naam).veiligheid for naam in LIJSTEN] == [True, False]


def test_whatever_the_stage_of_another_there_is_a_skill_for_the_talk() -> None:
    assert all(uitkomst.verder.vaardigheid for uitkomst in load_lijst("veranderfase-ander").uitkomsten)
