"""Going on after the questionnaire was changed: an answer stays with the question that was asked, or is asked again."""

import errno
import os
from dataclasses import replace
from pathlib import Path

import pytest

from conflictstijl.afname.eerder import Bewaarwens
from conflictstijl.afname.gesprek import Gesprek
from conflictstijl.afname.sessie import ask_sessie, ask_wissen
from conflictstijl.fouten import GebruikFout, OnderbrokenFout, SchrijfFout
from conflictstijl.model.antwoorden import NVT, Antwoord
from conflictstijl.model.volgorde import build_volgorde
from conflictstijl.model.vragenlijst import Vragenlijst
from conflictstijl.opslag.journaallezer import Inhoud, parse_journaal
from conflictstijl.opslag.journaalregels import Antwoordregel, render_antwoordregel, render_kop

from .conftest import Praat, read_scherm
from .invuller import Invuller
from .lijsten import DELEN, GEVULD, KOP, TAKKEN, VERSIES, VORMEN, VULLING, parse_lijst
from .test_schudden import BEDOELD, TWAALF, Stopper
from .test_sessie import read_journalen, stop
from .test_verder import ask, read_zin

TEKSTEN = {"een": "Ik zeg wat ik wil.", "twee": "Ik wacht even.", "drie": "Ik ga mee.", "vier": "Ik zoek het midden."}
STIJLEN = {"een": "forceren", "twee": "vermijden", "drie": "toegeven", "vier": "compromis"}
PAST_NIET = "De vragenlijst is sindsdien veranderd en die antwoorden passen er niet meer bij. Je begint opnieuw."


def build_vier(*namen: str, **teksten: str) -> Vragenlijst:
    """Return statements in this order, some of them with another text."""
    items = "".join(f"  - {STIJLEN[naam]}: {(TEKSTEN | teksten)[naam]}\n    id: {naam}\n" for naam in namen)
    schalen = "[forceren, vermijden, toegeven, compromis]"
    return parse_lijst(f"vragenlijst: vier\n{KOP}antwoorden: [a, b, c, d, e]\nschalen: {schalen}\nitems:\n{items}")


VIER = build_vier("een", "twee", "drie", "vier")
GEWISSELD = build_vier("twee", "een", "drie", "vier")


class Doorgaander(Invuller):
    """Someone who first says that they want to go on."""

    def readline(self, size: int = -1, /) -> str:
        return super().readline(size) if "\nVraag " in self.read_scherm() else "ja\n"


def write_vol(*_: object) -> int:
    raise OSError(errno.ENOSPC, "vol")


def ask_blad(lijst: Vragenlijst, gesprek: Gesprek, folder: Path, *, hervat: bool | None = True) -> dict[str, Antwoord]:
    """Return the answers by the id of their question."""
    antwoorden = ask(lijst, gesprek, Bewaarwens(folder, hervat))
    return {vraag.id: antwoord for vraag, antwoord in zip(lijst.vragen, antwoorden, strict=True)}


def write_oud(folder: Path) -> None:
    """Make the one journal as it was written before questions had a fingerprint."""
    (pad,) = read_journalen(folder)
    inhoud = parse_journaal(pad.read_bytes())
    assert isinstance(inhoud, Inhoud)
    kop = replace(inhoud.kop, afdrukken=())
    regel = Antwoordregel(inhoud.nr, inhoud.plaats + 1, inhoud.antwoorden)
    pad.write_bytes(render_kop(kop) + render_antwoordregel(kop, regel))


@pytest.mark.parametrize("hervat", [None, True])
def test_an_answer_stays_with_its_question_when_questions_change_places(
    praat: Praat, tmp_path: Path, hervat: bool | None
) -> None:
    stop(VIER, praat("5", "1", "stop"), tmp_path)
    gesprek = praat("ja", "3", "4", "")
    assert ask_blad(GEWISSELD, gesprek, tmp_path, hervat=hervat) == {"een": 5, "twee": 1, "drie": 3, "vier": 4}
    assert (
        ": 2 van de 4 vragen. De vragenlijst is sindsdien veranderd. Je houdt 2 van de 2 antwoorden; "
        "2 van de 4 vragen krijg je nog of opnieuw. Verdergaan? (ja of nee)"
    ) in read_zin(gesprek)
    assert read_journalen(tmp_path) == []


def test_a_question_with_another_text_is_asked_again(praat: Praat, tmp_path: Path) -> None:
    stop(VIER, praat("5", "1", "2", "stop"), tmp_path)
    anders = build_vier("een", "twee", "drie", "vier", een="Ik zeg nooit wat ik wil.")
    gesprek = praat("ja", "2", "4", "")
    assert ask_blad(anders, gesprek, tmp_path) == {"een": 2, "twee": 1, "drie": 2, "vier": 4}
    assert "Je houdt 2 van de 3 antwoorden; 2 van de 4 vragen krijg je nog of opnieuw." in read_zin(gesprek)
    assert "Ik wacht even." not in read_scherm(gesprek).partition("Dit zijn je antwoorden")[0]


def test_questions_can_come_and_go(praat: Praat, tmp_path: Path) -> None:
    stop(build_vier("een", "twee", "drie"), praat("5", "1", "2", "stop"), tmp_path)
    gesprek = praat("ja", "4", "")
    assert ask_blad(build_vier("vier", "drie"), gesprek, tmp_path) == {"vier": 4, "drie": 2}
    assert "Je houdt 1 van de 3 antwoorden; 1 van de 2 vragen krijg je nog of opnieuw." in read_zin(gesprek)


def test_what_was_left_open_on_purpose_stays_so_and_what_does_not_apply_too(praat: Praat, tmp_path: Path) -> None:
    lijst = parse_lijst(VORMEN)
    stop(lijst, praat("ja", "nvt", "overslaan", "stop"), tmp_path)
    anders = parse_lijst(VORMEN.replace("Ik houd vol.", "Ik volhard."))
    assert ask(anders, praat("ja", *VULLING[3:], ""), Bewaarwens(tmp_path)) == (0, NVT, None, *GEVULD[3:])


def test_answers_of_every_form_are_carried_over(praat: Praat, tmp_path: Path) -> None:
    stop(parse_lijst(VORMEN), praat(*VULLING, "stop"), tmp_path)
    anders = parse_lijst(VORMEN.replace("  - vraag: Wat wil je nog kwijt?", "  - vraag: Wat mis je?\n    id: mis"))
    anders = replace(anders, open=(*anders.open, *parse_lijst(VORMEN).open))
    gesprek = praat("ja", "Niets", "")
    assert ask(anders, gesprek, Bewaarwens(tmp_path)) == (*GEVULD[:-1], "Niets", GEVULD[-1])
    assert "Je houdt 7 van de 7 antwoorden; 1 van de 8 vragen krijg je nog of opnieuw." in read_zin(gesprek)


@pytest.mark.parametrize(
    ("oud", "nieuw"),
    [("Ik zet door.", "Ik zet nu door."), ("Wat doe je?", "Wat deed je?"), ("wil iets anders", "wil niets")],
)
def test_an_option_a_question_or_a_case_in_other_words_is_asked_again(
    praat: Praat, tmp_path: Path, oud: str, nieuw: str
) -> None:
    stop(parse_lijst(VORMEN), praat(*VULLING[:4], "stop"), tmp_path)
    gesprek = praat("ja", "c", *VULLING[4:], "")
    antwoorden = ask(parse_lijst(VORMEN.replace(oud, nieuw, 1)), gesprek, Bewaarwens(tmp_path))
    assert antwoorden == (*GEVULD[:2], 2, *GEVULD[3:])
    assert "Je houdt 3 van de 4 antwoorden" in read_zin(gesprek)


def test_options_that_changed_places_are_asked_again(praat: Praat, tmp_path: Path) -> None:
    stop(parse_lijst(VORMEN), praat(*VULLING[:3], "stop"), tmp_path)
    eerst, dan = "      - forceren: Ik zet door.\n", "      - vermijden: Ik wacht af.\n"
    anders = parse_lijst(VORMEN.replace(eerst + dan, dan + eerst))
    assert ask(anders, praat("ja", "b", *VULLING[3:], ""), Bewaarwens(tmp_path)) == (*GEVULD[:2], 1, *GEVULD[3:])


def test_another_key_is_said_and_asks_nothing_again(praat: Praat, tmp_path: Path) -> None:
    stop(parse_lijst(VORMEN), praat(*VULLING, "stop"), tmp_path)
    anders = parse_lijst(VORMEN.replace("forceren: Ik zeg", "toegeven: Ik zeg"))
    gesprek = praat("ja", "")
    assert ask(anders, gesprek, Bewaarwens(tmp_path)) == GEVULD
    assert "Je houdt 7 van de 7 antwoorden; 0 van de 7 vragen krijg je nog of opnieuw." in read_zin(gesprek)


def test_a_condition_that_changed_leads_to_the_questions_it_now_leads_to(praat: Praat, tmp_path: Path) -> None:
    stop(parse_lijst(TAKKEN), praat("nee", "2", "stop"), tmp_path)
    anders = parse_lijst(TAKKEN.replace("als: {leiding: ja}}\nitems", "als: {leiding: nee}}\nitems"))
    gesprek = praat("ja", "groot", "1", "")
    assert ask(anders, gesprek, Bewaarwens(tmp_path)) == (1, 1, 2, None, None, 1, None)
    assert "Je houdt 2 van de 2 antwoorden; 2 van de 4 vragen krijg je nog of opnieuw." in read_zin(gesprek)


def test_the_same_statement_about_another_situation_is_asked_again(praat: Praat, tmp_path: Path) -> None:
    stop(parse_lijst(DELEN), praat("nee", "1", "2", "3", "stop"), tmp_path)
    anders = parse_lijst(DELEN.replace("De sfeer is goed.", "De sfeer is slecht."))
    gesprek = praat("ja", "3", "3", "1", "overslaan", "")
    assert ask(anders, gesprek, Bewaarwens(tmp_path)) == (1, 3, 3, None, None, 3, 1, None)


GRENS = f"""\
vragenlijst: grens
{KOP}antwoorden: [Nooit, Soms, Vaak]
schalen: [forceren, vermijden]
onderdelen:
  kalm:
    naam: Als het rustig is
    items: [{{id: een, forceren: Ik zeg wat ik wil.}}, {{id: twee, vermijden: Ik wacht even.}}]
  storm:
    naam: Als het stormt
    items: [{{id: drie, forceren: Ik zet door.}}, {{id: vier, vermijden: Ik ga weg.}}]
"""


def test_a_statement_that_moved_to_another_part_is_asked_again(praat: Praat, tmp_path: Path) -> None:
    stop(parse_lijst(GRENS), praat("1", "2", "stop"), tmp_path)
    twee = ", {id: twee, vermijden: Ik wacht even.}"
    anders = parse_lijst(GRENS.replace(twee, "").replace("items: [{id: drie", f"items: [{twee[2:]}, {{id: drie"))
    gesprek = praat("ja", "3", "3", "3", "")
    assert ask(anders, gesprek, Bewaarwens(tmp_path)) == (1, 3, 3, 3)
    assert "veranderd. Je houdt 1 van de 2 antwoorden; 3 van de 4 vragen krijg je nog" in read_zin(gesprek)


def test_of_a_version_what_kept_its_words_is_kept(praat: Praat, tmp_path: Path) -> None:
    stop(parse_lijst(VERSIES, "ander"), praat("1", "2", "stop"), tmp_path)
    anders = VERSIES.replace("{wie} wil iets.", "{wie} wil veel.")
    assert ask(parse_lijst(anders, "ander"), praat("ja", "3", ""), Bewaarwens(tmp_path)) == (3, 2)


def test_the_random_order_keeps_its_starting_number(tmp_path: Path) -> None:
    eerst = Stopper(TWAALF, BEDOELD, 6)
    with pytest.raises(OnderbrokenFout), ask_sessie(TWAALF, eerst.gesprek, Bewaarwens(tmp_path, zaad=7)):
        pass
    items = tuple(replace(item, tekst="Anders.") if item.id == "8" else item for item in TWAALF.stellingen)
    anders = replace(TWAALF, items=items)
    later = Doorgaander(anders, BEDOELD)
    with ask_sessie(anders, later.gesprek, Bewaarwens(tmp_path, hervat=True)) as zitting:
        assert (zitting.blad.antwoorden, zitting.blad.zaad) == (BEDOELD, 7)
    assert later.gezien == ["8", *(str(plaats + 1) for plaats in build_volgorde(TWAALF, 7)[6:])]


def test_a_damaged_answer_is_asked_again_wherever_its_question_stands_now(praat: Praat, tmp_path: Path) -> None:
    stop(VIER, praat("5", "1", "stop"), tmp_path)
    (pad,) = read_journalen(tmp_path)
    pad.write_bytes(pad.read_bytes() + b'{"vraag":1}\n###\n')
    gesprek = praat("ja", "2", "3", "4", "")
    assert ask_blad(GEWISSELD, gesprek, tmp_path) == {"een": 2, "twee": 1, "drie": 3, "vier": 4}
    zin = read_zin(gesprek)
    assert "Je houdt 1 van de 1 antwoorden; 3 van de 4 vragen krijg je nog of opnieuw." in zin
    assert "beschadigd; kijk aan het eind je antwoorden na." in zin


def test_who_stops_again_goes_on_as_if_nothing_had_changed(praat: Praat, tmp_path: Path) -> None:
    stop(VIER, praat("5", "1", "stop"), tmp_path)
    stop(GEWISSELD, praat("ja", "stop"), tmp_path)
    (pad,) = read_journalen(tmp_path)
    gesprek = praat("3", "4", mens=False)
    assert ask_blad(GEWISSELD, gesprek, tmp_path) == {"een": 5, "twee": 1, "drie": 3, "vier": 4}
    assert not pad.exists()


def test_a_full_disk_leaves_the_old_answers_as_they_were(
    praat: Praat, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stop(VIER, praat("5", "1", "stop"), tmp_path)
    voor = {pad: pad.read_bytes() for pad in read_journalen(tmp_path)}
    with monkeypatch.context() as vol:
        vol.setattr(os, "write", write_vol)
        with pytest.raises(SchrijfFout, match="maken lukt niet: de schijf is vol"):
            ask_blad(GEWISSELD, praat("ja"), tmp_path)
    assert {pad: pad.read_bytes() for pad in read_journalen(tmp_path)} == voor


def test_an_old_journal_that_cannot_be_removed_does_not_stop_the_test(
    praat: Praat, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stop(VIER, praat("5", "1", "stop"), tmp_path)
    (oud,) = read_journalen(tmp_path)
    echt = os.unlink

    def unlink(pad: Path) -> None:
        if Path(pad) == oud:
            raise PermissionError(errno.EACCES, "vast")
        echt(pad)

    monkeypatch.setattr(os, "unlink", unlink)
    assert ask_blad(GEWISSELD, praat("ja", "3", "4", ""), tmp_path) == {"een": 5, "twee": 1, "drie": 3, "vier": 4}
    assert read_journalen(tmp_path) == [oud]


@pytest.mark.parametrize(("wissen", "over"), [("ja", 0), ("nee", 1)])
def test_an_older_journal_is_not_carried_over_and_stays_until_it_may_go(
    praat: Praat, tmp_path: Path, wissen: str, over: int
) -> None:
    stop(VIER, praat("5", "1", "stop"), tmp_path)
    write_oud(tmp_path)
    gesprek = praat(wissen, "1", "2", "3", "4", "")
    assert ask_blad(GEWISSELD, gesprek, tmp_path) == {"twee": 1, "een": 2, "drie": 3, "vier": 4}
    assert f"{PAST_NIET} Die eerdere antwoorden wissen? (ja of nee)" in read_zin(gesprek)
    assert len(read_journalen(tmp_path)) == over


def test_an_older_journal_goes_on_as_before_when_nothing_changed(praat: Praat, tmp_path: Path) -> None:
    stop(VIER, praat("5", "1", "stop"), tmp_path)
    write_oud(tmp_path)
    gesprek = praat("3", "4", mens=False)
    assert ask_blad(VIER, gesprek, tmp_path) == {"een": 5, "twee": 1, "drie": 3, "vier": 4}


def test_when_no_answer_fits_any_more_a_new_test_begins(praat: Praat, tmp_path: Path) -> None:
    stop(VIER, praat("5", "stop"), tmp_path)
    gesprek = praat("ja", "2", "")
    assert ask_blad(build_vier("vier"), gesprek, tmp_path) == {"vier": 2}
    assert PAST_NIET in read_zin(gesprek)


@pytest.mark.parametrize("oud", [False, True])
@pytest.mark.parametrize(("wissen", "over"), [("ja", 0), ("nee", 1)])
def test_answers_to_a_changed_questionnaire_that_nobody_wants_can_go(
    praat: Praat, tmp_path: Path, *, oud: bool, wissen: str, over: int
) -> None:
    stop(VIER, praat("5", "1", "stop"), tmp_path)
    if oud:
        write_oud(tmp_path)
    gesprek = praat(wissen)
    ask_wissen(build_vier("vier"), gesprek, Bewaarwens(tmp_path))
    assert ": 2 van de 4 vragen. Die antwoorden wissen?" in read_zin(gesprek)
    assert len(read_journalen(tmp_path)) == over


def test_a_script_is_refused_and_everything_stays(praat: Praat, tmp_path: Path) -> None:
    stop(VIER, praat("5", "1", "stop"), tmp_path)
    voor = {pad: pad.read_bytes() for pad in read_journalen(tmp_path)}
    with pytest.raises(GebruikFout, match="de vragenlijst is veranderd sinds die test begon; hervat hem in een"):
        ask_blad(GEWISSELD, praat("3", "4", mens=False), tmp_path)
    assert {pad: pad.read_bytes() for pad in read_journalen(tmp_path)} == voor
