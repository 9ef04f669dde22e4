"""Kept results in words: names that tell them apart, days, and what stood out."""

import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conflictstijl import toepassing
from conflictstijl.laden.catalogus import load_kennis
from conflictstijl.model.document import Alinea, Document, Kop
from conflictstijl.rapport.geschiedenis import (
    build_bewaard,
    build_korte_namen,
    render_bron,
    render_uitslag,
)
from tests.afname.lijsten import parse_lijst

from .test_gouden import BLADEN, load_blad

WINTER = datetime(2026, 3, 1, 23, 5, tzinfo=UTC)
VERSCHIL = """\
vragenlijst: eigen
formaat: 1
versie: "2.1"
titel: Eigen schalen
herkomst: {licentie: CC0-1.0, auteur: test, status: test}
antwoorden: [Nooit, Zelden, Soms, Vaak, Altijd]
schalen: {rust: Rust, orde: Orde, vaart: Vaart}
items:
"""
PRESTATIE = """\
vragenlijst: past
formaat: 1
versie: "1.0"
titel: Past het
herkomst: {licentie: CC0-1.0, auteur: test, status: test}
vorm: kies
schalen: {passend: {naam: Past, soort: prestatie}}
items: [{opties: [{passend: goed}, {geen: fout}]}]
"""


@pytest.fixture(autouse=True)
def amsterdam(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with monkeypatch.context() as omgeving:
        omgeving.setenv("TZ", "Europe/Amsterdam")
        time.tzset()
        yield
    time.tzset()


def render_goud(naam: str) -> str:
    lijst, profiel, _ = load_blad(naam)
    return render_uitslag(lijst, profiel, load_kennis())


def test_the_source_of_advice_is_named_by_day_questionnaire_and_id() -> None:
    lijst = load_blad("praktijksituaties")[0]
    zin = "Je uitslag van 2 maart 2026 (praktijksituaties, ef4b20)."
    assert render_bron(WINTER, lijst, "ef4b207711d0b3e4") == zin


@given(st.sets(st.text("0f", min_size=16, max_size=16), max_size=30))
def test_every_short_name_leads_to_one_session_and_is_no_longer_than_needed(sessies: set[str]) -> None:
    namen = build_korte_namen(sessies)
    assert namen.keys() == sessies
    for sessie, naam in namen.items():
        assert [een for een in sessies if een.startswith(naam)] == [sessie]
        assert len(naam) >= 6
        korter = naam[:-1]
        assert len(naam) == 6 or len([een for een in sessies if een.startswith(korter)]) > 1


def test_two_sessions_that_are_one_text_longer_than_the_other_keep_their_whole_name() -> None:
    assert build_korte_namen(["abcdef", "abcdefg"]) == {"abcdef": "abcdef", "abcdefg": "abcdefg"}


@pytest.mark.parametrize(
    ("naam", "einde"),
    [
        ("conflictstijlen", ": vaker samen oplossen en toegeven; minder vaak doorzetten"),
        ("conflictstijlen-paren", ": verschillen te klein"),
        ("conflictstijlen-ander", " (over een collega): vaker doorzetten"),
        ("conflictstijlen-samen", " (met verdieping): vaker samen oplossen"),
        (
            "rustig-en-gespannen",
            ": vaker samen oplossen (rustig), compromis (rustig) en vermijden (gespannen)",
        ),
    ],
)
def test_a_result_says_in_one_line_what_it_is_and_what_stood_out(naam: str, einde: str) -> None:
    lijst = load_blad(naam)[0]
    assert render_goud(naam) == f"{BLADEN[naam].lijst} {lijst.versie}{einde}"


def test_scales_of_the_author_are_high_or_low_and_a_participant_is_named() -> None:
    schalen = [naam for naam in ("rust", "orde", "vaart") for _ in range(6)]
    lijst = parse_lijst(VERSCHIL + "".join(f"  - {naam}: Stelling {nr}.\n" for nr, naam in enumerate(schalen)))
    blad = toepassing._build_blad(lijst, [5] * 6 + [1] * 6 + [3, 3, 3, 3, 3, 2])
    gescoord = toepassing.score_antwoorden(lijst, blad)
    profiel = replace(gescoord, duidelijk_hoog=("rust",), duidelijk_laag=("orde",), deelnemer="D01")
    assert render_uitslag(lijst, profiel, load_kennis()) == "eigen 2.1 (D01): hoger rust; lager orde"


def test_a_result_without_answers_says_so() -> None:
    lijst = toepassing.load_vragenlijst("conflictstijlen-kort")
    profiel = toepassing.score_antwoorden(lijst, [None] * 15)
    assert render_uitslag(lijst, profiel, load_kennis()).endswith(": te weinig antwoorden")


def test_a_questionnaire_that_measures_no_style_says_so() -> None:
    lijst = parse_lijst(PRESTATIE)
    profiel = toepassing.score_antwoorden(lijst, ["a"])
    assert render_uitslag(lijst, profiel, load_kennis()) == "past 1.0: meet geen stijl"


def test_a_kept_report_says_below_its_title_from_when_it_is() -> None:
    document = build_bewaard(Document((Kop("Titel", 1), Alinea("Rest."))), WINTER)
    titel, toen, rest = document.blokken
    assert (titel, rest) == (Kop("Titel", 1), Alinea("Rest."))
    assert isinstance(toen, Alinea)
    assert toen.tekst.startswith("Ingevuld op 2 maart 2026 om 00:05. ")
