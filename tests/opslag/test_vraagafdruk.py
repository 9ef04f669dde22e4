"""The fingerprint of a question, and the answers that go along when a questionnaire changed."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conflictstijl.model.antwoorden import NVT, Antwoord
from conflictstijl.model.vragen import Antwoordpunt, Antwoordschaal, Item, Keuze, Stelling, Voorwaarde, Vorm
from conflictstijl.model.vragenlijst import Onderdeel, Vragenlijst
from conflictstijl.opslag.bewaard import load_journalen
from conflictstijl.opslag.journaal import build_journaal, build_kop, resume_veranderd
from conflictstijl.opslag.journaalregels import NOOIT
from conflictstijl.opslag.vraagafdruk import build_afdrukken

from .proef import (
    AFDRUK,
    KOP,
    LIJST,
    OUDE_KOP,
    PLEK,
    SCHAAL,
    VORMEN,
    build_lijst,
    load_enige,
    read_inhoud,
    render_regels,
)

ANDER = "sha256:ander"
GEGEVEN: tuple[Antwoord, ...] = (1, NVT, 0, (0, 2), (2, 0, 1), (10, 0, 0), None)
"""An answer to every question of VORMEN."""


def write_gegeven(map_: Path, lijst: Vragenlijst, gegeven: tuple[Antwoord, ...]) -> None:
    with build_journaal(map_, build_kop(lijst, AFDRUK)) as journaal:
        for plaats, antwoord in enumerate(gegeven):
            journaal.write_antwoord(plaats, antwoord)


def build_anders(item: Item) -> Item:
    return replace(item, tekst="Anders") if isinstance(item, Stelling) else replace(item, vraag="Anders?")


@given(st.permutations(VORMEN.items), st.sets(st.sampled_from("12345")), st.sets(st.sampled_from("12345")))
def test_an_answer_goes_along_only_with_its_own_unchanged_question(
    tmp_path_factory: pytest.TempPathFactory, items: list[Item], anders: set[str], weg: set[str]
) -> None:
    map_ = tmp_path_factory.mktemp("journaal")
    write_gegeven(map_, VORMEN, GEGEVEN)
    nieuw = (build_anders(item) if item.id in anders else item for item in items if item.id not in weg)
    lijst = replace(VORMEN, items=tuple(nieuw))
    (bewaard,) = load_journalen(map_, lijst, ANDER).gewijzigd
    per_vraag = dict(zip((vraag.id for vraag in VORMEN.vragen), GEGEVEN, strict=True))
    assert bewaard.stand == tuple(NOOIT if v.id in anders else per_vraag[v.id] for v in lijst.vragen)


def test_a_changed_test_goes_on_in_one_new_journal(tmp_path: Path) -> None:
    write_gegeven(tmp_path, LIJST, (1, 2))
    lijst = replace(LIJST, items=LIJST.items[::-1])
    (bewaard,) = load_journalen(tmp_path, lijst, ANDER).gewijzigd
    with resume_veranderd(bewaard, build_kop(lijst, AFDRUK, zaad=3)) as journaal:
        verder = load_enige(tmp_path, lijst)
        assert verder.antwoorden == journaal.antwoorden == (*[NOOIT] * 6, 2, 1)
        assert (verder.kop.begin, verder.kop.zaad) == (bewaard.kop.begin, None)
        journaal.write_antwoord(0, 5)
    assert load_enige(tmp_path, lijst).antwoorden == (5, *[NOOIT] * 5, 2, 1)
    assert len(list(tmp_path.glob("*.jsonl"))) == 1


def test_a_damaged_first_line_of_a_new_journal_is_noticed(tmp_path: Path) -> None:
    write_gegeven(tmp_path, LIJST, (1, 2))
    lijst = replace(LIJST, items=LIJST.items[::-1])
    (bewaard,) = load_journalen(tmp_path, lijst, ANDER).gewijzigd
    resume_veranderd(bewaard, build_kop(lijst, AFDRUK)).close()
    pad = load_enige(tmp_path, lijst).pad
    begin, laatste = pad.read_bytes().rsplit(b'{"crc":"', 1)
    pad.write_bytes(begin + b'{"crc":"x' + laatste)
    assert {7, 8} <= set(load_enige(tmp_path, lijst).opnieuw)


def test_a_hand_made_answer_that_its_question_does_not_take_is_refused_also_when_the_questionnaire_changed(
    tmp_path: Path,
) -> None:
    (tmp_path / "proef-000001.jsonl").write_bytes(b"".join(render_regels([(0, 6)])))
    journalen = load_journalen(tmp_path, build_lijst(9), ANDER)
    assert not journalen.gewijzigd
    assert "antwoorden die de vragenlijst niet kent" in journalen.meldingen[0].wat


def test_of_an_older_journal_nothing_goes_along(tmp_path: Path) -> None:
    (tmp_path / "proef-000001.jsonl").write_bytes(b"".join(render_regels([(0, 4)], OUDE_KOP)))
    (bewaard,) = load_journalen(tmp_path, build_lijst(9), ANDER).gewijzigd
    assert (bewaard.stand, bewaard.antwoorden[0]) == ((NOOIT,) * 9, 4)


def test_what_a_result_rests_on_may_be_the_same_while_what_was_asked_is_not(tmp_path: Path) -> None:
    write_gegeven(tmp_path, LIJST, (1, 2))
    lijst = replace(LIJST, items=(build_anders(LIJST.items[0]), *LIJST.items[1:]))
    journalen = load_journalen(tmp_path, lijst, AFDRUK)
    assert not journalen.bewaard
    assert journalen.gewijzigd[0].stand[:2] == (NOOIT, 2)


EERSTE = LIJST.stellingen[0]
KEUZE = VORMEN.keuzes[0]
DEEL = replace(LIJST, items=(replace(EERSTE, onderdeel="a"),), onderdelen=(Onderdeel("a", "Rustig", "Het gaat goed."),))
ENKEL = Antwoordschaal(tuple(Antwoordpunt(waarde, "") for waarde in range(1, 5)), nvt="Nvt")


def build_een(item: Item) -> Vragenlijst:
    return replace(LIJST, items=(item,))


@pytest.mark.parametrize(
    ("eerst", "dan"),
    [
        (build_een(EERSTE), build_een(replace(EERSTE, id="x"))),
        (build_een(EERSTE), build_een(replace(EERSTE, tekst="Iets anders"))),
        (build_een(EERSTE), build_een(replace(EERSTE, antwoorden=ENKEL))),
        (build_een(EERSTE), build_een(replace(EERSTE, antwoorden=replace(SCHAAL, nvt=None)))),
        (build_een(EERSTE), DEEL),
        (DEEL, replace(DEEL, onderdelen=(Onderdeel("a", "Druk", "Het gaat goed."),))),
        (DEEL, replace(DEEL, onderdelen=(Onderdeel("a", "Rustig", "Het gaat slecht."),))),
        (build_een(KEUZE), build_een(replace(KEUZE, id="x"))),
        (build_een(KEUZE), build_een(replace(KEUZE, vraag="Iets anders?"))),
        (build_een(KEUZE), build_een(replace(KEUZE, casus="Iets anders."))),
        (build_een(KEUZE), build_een(replace(KEUZE, opties=KEUZE.opties[::-1]))),
        (build_een(KEUZE), build_een(replace(KEUZE, vorm=Vorm.RANGSCHIK))),
        (build_een(KEUZE), build_een(replace(KEUZE, totaal=11))),
        (VORMEN, replace(VORMEN, achtergrond=(VORMEN.achtergrond[0]._replace(antwoorden=("ja", "soms")),))),
        (VORMEN, replace(VORMEN, open=(VORMEN.open[0]._replace(tekst="Iets anders?"),))),
    ],
)
def test_another_question_has_another_fingerprint(eerst: Vragenlijst, dan: Vragenlijst) -> None:
    assert build_afdrukken(eerst) == build_afdrukken(eerst)
    assert build_afdrukken(eerst) != build_afdrukken(dan)


@pytest.mark.parametrize(
    "dan",
    [
        build_een(replace(EERSTE, tekst="  TEKST ")),
        build_een(replace(EERSTE, als=(Voorwaarde("0", (1,)),))),
        replace(build_een(EERSTE), versie="2.0", titel="Anders"),
    ],
)
def test_layout_conditions_and_what_surrounds_a_question_leave_its_fingerprint_alone(dan: Vragenlijst) -> None:
    assert build_afdrukken(dan) == build_afdrukken(build_een(EERSTE))


def test_a_fingerprint_is_short_and_every_question_has_its_own() -> None:
    assert len({*build_afdrukken(VORMEN)}) == len(VORMEN.vragen)
    assert all(len(afdruk) == 12 and int(afdruk, 16) >= 0 for afdruk in build_afdrukken(VORMEN))


def test_a_journal_holds_no_text_of_a_question(tmp_path: Path) -> None:
    keuze = Keuze("1", KEUZE.opties, PLEK, vraag="Geheime vraag?", casus="Geheime casus.")
    write_gegeven(tmp_path, build_een(keuze), (0,))
    (pad,) = tmp_path.glob("*.jsonl")
    assert b"eheim" not in pad.read_bytes()
    assert KOP.afdrukken[0].encode() not in pad.read_bytes()


def test_a_changed_test_stays_the_same_test_and_no_line_of_its_two_journals_mixes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_gegeven(tmp_path, LIJST, (1, 2, 3, 4))
    lijst = replace(LIJST, items=LIJST.items[::-1])
    (bewaard,) = load_journalen(tmp_path, lijst, ANDER).gewijzigd
    with monkeypatch.context() as lap:
        # the program is killed between the two, as it were
        lap.setattr("conflictstijl.opslag.journaal.Journaal.clean", lambda _: None)
        with resume_veranderd(bewaard, build_kop(lijst, AFDRUK)) as journaal:
            journaal.write_antwoord(0, 5)
    assert journaal.kop.van_test == bewaard.kop.van_test == bewaard.kop.sessie
    oud, nieuw = bewaard.pad.read_bytes(), journaal.pad.read_bytes()
    for eerst, dan, antwoorden in ((oud, nieuw, bewaard.antwoorden), (nieuw, oud, journaal.antwoorden)):
        assert read_inhoud(eerst + dan).antwoorden == antwoorden
    assert read_inhoud(nieuw).kop == journaal.kop
    # a third journal of the same test keeps its session too
    weer = replace(lijst, items=lijst.items[1:])
    bewaard.pad.unlink()
    (bewaard,) = load_journalen(tmp_path, weer, ANDER).gewijzigd
    with resume_veranderd(bewaard, build_kop(weer, AFDRUK)) as derde:
        assert derde.kop.van_test == journaal.kop.van_test
