"""Round trip: answers become a sheet, the sheet is read back, and the profile is the same, for every form."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conflictstijl import toepassing
from conflictstijl.laden.catalogus import load_ids, load_vragenlijst
from conflictstijl.laden.verdieping import build_samen
from conflictstijl.model.antwoorden import Antwoord, Antwoordblad
from conflictstijl.model.vertakking import check_gevraagd
from conflictstijl.model.vragen import Vorm
from conflictstijl.model.vragenlijst import Vragenlijst
from conflictstijl.rapport.blad import render_bladen, spell_antwoord
from tests.afname.lijsten import (
    DELEN,
    GEVULD,
    LASTIG,
    TAKKEN,
    VERSIES,
    VORMEN,
    antwoorden,
    eigen_woorden,
    ingevuld,
    lijsten,
    parse_lijst,
)

pytestmark = pytest.mark.no_cover
"""These run the same lines many times; other tests cover them, and without coverage it takes half the time."""

VERDIEPT = build_samen(load_vragenlijst("conflictstijlen"), load_vragenlijst("conflictstijlen-verdieping"))
MEEGELEVERD: list[Vragenlijst] = [
    *(load_vragenlijst(naam) for naam in sorted(load_ids())),
    load_vragenlijst("conflictstijlen", "ander"),
    VERDIEPT,
]
KLEIN = [*map(parse_lijst, (VORMEN, TAKKEN, DELEN)), *(parse_lijst(VERSIES, vorm) for vorm in ("zelf", "ander"))]

codes = st.none() | st.sampled_from((*LASTIG, "D01", "007", "a" * 80))
zaden = st.none() | st.integers(0, 999_999_999)


def read_terug(tekst: str, vast: Vragenlijst | None) -> list[tuple[Vragenlijst, Antwoordblad]]:
    with tempfile.TemporaryDirectory() as folder:
        pad = Path(folder) / "blad.yaml"
        pad.write_text(tekst, encoding="utf-8")
        return toepassing.load_antwoorden(pad, vast)


def check_zelfde(lijst: Vragenlijst, blad: Antwoordblad, *, vast: bool) -> None:
    """Check that a sheet that is written and read back is the same one, and gives the same profile."""
    ((gelezen_lijst, gelezen),) = read_terug(render_bladen([(lijst, blad)]), lijst if vast else None)
    assert gelezen_lijst == lijst
    assert gelezen == blad
    assert toepassing.score_antwoorden(lijst, gelezen) == toepassing.score_antwoorden(lijst, blad)


def build_blad(lijst: Vragenlijst, gegeven: tuple[Antwoord, ...]) -> Antwoordblad:
    """Return a sheet as taking the questionnaire gives it: without answers to what is not asked."""
    gevraagd = check_gevraagd(lijst, gegeven)
    over = tuple(antwoord if ja else None for antwoord, ja in zip(gegeven, gevraagd, strict=True))
    return Antwoordblad(lijst.id, over, lijst.versie)


@settings(max_examples=40)
@given(st.data())
def test_every_shipped_questionnaire_makes_the_round_trip_by_its_name_alone(data: st.DataObject) -> None:
    lijst = data.draw(st.sampled_from(MEEGELEVERD))
    check_zelfde(lijst, build_blad(lijst, data.draw(ingevuld(lijst))), vast=False)


@settings(max_examples=150)
@given(st.data())
def test_any_questionnaire_of_any_form_makes_the_round_trip(data: st.DataObject) -> None:
    lijst = data.draw(st.sampled_from(KLEIN) | lijsten)
    blad = build_blad(lijst, data.draw(ingevuld(lijst)))
    zaad, code = data.draw(zaden), data.draw(codes)
    check_zelfde(lijst, Antwoordblad(lijst.id, blad.antwoorden, lijst.versie, code, zaad=zaad), vast=True)


@given(st.data())
def test_answers_to_what_is_not_asked_change_no_score(data: st.DataObject) -> None:
    lijst = data.draw(st.sampled_from(KLEIN) | lijsten)
    gegeven = data.draw(ingevuld(lijst))
    te_veel = Antwoordblad(lijst.id, gegeven, lijst.versie)
    ((_, gelezen),) = read_terug(render_bladen([(lijst, te_veel)]), lijst)
    blad = build_blad(lijst, gegeven)
    assert toepassing.score_antwoorden(lijst, gelezen) == toepassing.score_antwoorden(lijst, blad)


@given(st.data())
def test_several_sheets_in_one_file_make_the_round_trip(data: st.DataObject) -> None:
    lijst = data.draw(lijsten)
    bladen = [build_blad(lijst, data.draw(ingevuld(lijst))) for _ in range(data.draw(st.integers(2, 4)))]
    gelezen = read_terug(render_bladen([(lijst, blad) for blad in bladen]), lijst)
    assert [blad for _, blad in gelezen] == bladen


@given(st.data())
def test_the_public_api_takes_an_answer_as_a_sheet_spells_it(data: st.DataObject) -> None:
    lijst = data.draw(lijsten)
    gegeven = {vraag.id: (vraag, data.draw(antwoorden(vraag))) for vraag in lijst.vragen}
    gespeld = {naam: spell_antwoord(antwoord, vraag) for naam, (vraag, antwoord) in gegeven.items()}
    blad = Antwoordblad(lijst.id, tuple(antwoord for _, antwoord in gegeven.values()))
    assert toepassing.score_antwoorden(lijst, gespeld) == toepassing.score_antwoorden(lijst, blad)  # type: ignore[arg-type]


TEKSTEN = [
    'Hij zei: "nee"', "it's", "ja", "null", "~", "- streep", "# hekje", "a: b", "{x}", "[1, 2]", "*anker", "&a", "!tag",
    "%procent", "@thuis", "`tik`", "regel\\n twee", "tab\\t", "🙂👍", "é" * 2000, "'", '"', "\\", "nvt", "overslaan",
    "1e3", "0x10", "12:30", "2024-05-01", "ß ﬁ", "日本語",
]  # fmt: skip


@pytest.mark.parametrize("tekst", TEKSTEN)
def test_own_words_come_back_letter_by_letter(tekst: str) -> None:
    lijst = KLEIN[0]
    check_zelfde(lijst, Antwoordblad(lijst.id, (*GEVULD[:-1], tekst), lijst.versie), vast=True)


@given(eigen_woorden)
def test_any_own_words_come_back_letter_by_letter(tekst: str) -> None:
    lijst = KLEIN[0]
    check_zelfde(lijst, Antwoordblad(lijst.id, (*GEVULD[:-1], tekst), lijst.versie), vast=True)


@pytest.mark.parametrize(
    "getypt",
    ["regel een\nregel twee", "tab\there", "twee  spaties", "rtl \u202eom", "e\u200b\u0301", "\u1100\u200b\u1161"],
)
def test_what_steers_a_terminal_is_gone_before_it_is_kept_so_nothing_changes_later(getypt: str) -> None:
    lijst = KLEIN[0]
    gevraagd = {vraag.id: spell_antwoord(een, vraag) for vraag, een in zip(lijst.vragen, GEVULD, strict=True)}
    eerst = toepassing.score_antwoorden(lijst, {**gevraagd, "open-1": getypt})  # type: ignore[dict-item]
    (woorden,) = (tekst for naam, tekst in eerst.rondom.items() if naam == "open-1")
    assert woorden.isprintable()
    check_zelfde(lijst, Antwoordblad(lijst.id, (*GEVULD[:-1], woorden), lijst.versie), vast=True)


def test_the_drawn_questionnaires_have_every_form() -> None:
    gezien = {vorm for lijst in KLEIN for vorm in (item.vorm for item in lijst.keuzes)}
    assert gezien == set(Vorm) - {Vorm.STELLINGEN}
