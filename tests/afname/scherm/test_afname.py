"""A whole sitting: the version, going on with an earlier test, keeping, and what deepens a result."""

from pathlib import Path

import pytest

from conflictstijl.afname.scherm.afname import Afnameapp
from conflictstijl.fouten import GebruikFout, GeweigerdFout
from conflictstijl.laden.mappen import load_journaalmap
from conflictstijl.model.vragenlijst import Vragenlijst
from tests.afname.lijsten import VERSIES

from .kijker import Kijker, bekijk
from .opzet import DRIE, begin, begin_vorm, load_bewaard, load_journalen
from .test_vraag import stand, waar

LIJST = "conflictstijlen"
VLAK = (3, 3, 2, 3, 4, 3, 3, 3, 3, 3, 4, 2, 4, 2, 3, 2, 2, 4, 3, 4, 4, 4, 2, 3, 2, 4, 2, 4, 3, 3)
"""Answers in the order of the file in which no style stands out: the program offers to deepen them."""
SPRINGT = (3, 4, 2, 2, 2, 3, 4, 3, 2, 2, 4, 3, 2, 5, 3, 2, 3, 2, 3, 3, 5, 3, 4, 2, 3, 2, 4, 4, 2, 3)
"""Answers in which a style does."""


def vul(kijker: Kijker[Afnameapp], antwoorden: tuple[int, ...]) -> None:
    """Answer all statements of a test that just began, in the order in which they are asked, and finish it."""
    verloop = kijker.app._zittingen[0].verloop
    kijker.toets(*(str(antwoorden[plaats]) for plaats in verloop._volgorde), "enter")


def stop_na(*toetsen: str, wat: str = DRIE) -> None:
    """Leave a test behind that is not finished."""
    with bekijk(begin(wat)) as kijker:
        kijker.toets("enter", *toetsen, "ctrl+c")


def test_the_introduction_tells_what_comes_before_the_first_question() -> None:
    with bekijk(begin("conflictstijlen-kort")) as kijker:
        assert kijker.kop.strip() == "Mijn stijl bij conflicten (kort)"
        assert "15 vragen, ongeveer 3 minuten." in kijker.zin
        assert "Er zijn geen goede of foute antwoorden." in kijker.zin
        assert kijker.wijzer == "› 1 Beginnen"


def test_a_finished_test_is_kept_and_its_journal_goes() -> None:
    with bekijk(begin()) as kijker:
        kijker.toets("enter", "1", "2", "3", "enter")
        (uitslag,) = load_bewaard()
        assert f" Je uitslag is bewaard als {uitslag.sessie[:6]}." in kijker.regels
        assert (uitslag.blad.antwoorden, load_journalen()) == ((1, 2, 3), [])
        kijker.toets("escape")
        assert kijker.klaar
        assert kijker.app.afgerond is not None
        assert kijker.app.fout is None


def test_without_keeping_nothing_is_written_and_that_is_said(eigen_map: Path) -> None:
    with bekijk(begin(bewaren_=False)) as kijker:
        kijker.toets("enter", "1", "2", "3", "enter")
        assert " Je uitslag is niet bewaard." in kijker.regels
    assert not eigen_map.exists()


def test_ctrl_c_at_the_result_says_that_it_is_kept() -> None:
    with bekijk(begin()) as kijker:
        kijker.toets("enter", "1", "2", "3", "enter", "ctrl+c")
        assert kijker.klaar
    assert kijker.app.afgerond is not None
    assert str(kijker.app.build_gestopt()) == f"gestopt; je uitslag is bewaard als {kijker.app.afgerond.id[:6]}"


def test_an_earlier_test_is_offered_and_gone_on_with() -> None:
    stop_na("1", "2")
    with bekijk(begin()) as kijker:
        assert "Je bent hier al aan begonnen op" in kijker.zin
        assert "2 van de 3 vragen." in kijker.zin
        assert kijker.wijzer == "› 1 Verdergaan waar je was"
        kijker.toets("1")
        assert (waar(kijker), stand(kijker)) == ("Vraag 3 van 3", [1, 2, None])
        kijker.toets("3", "enter")
    assert (len(load_bewaard()), load_journalen()) == (1, [])


def test_who_asked_to_go_on_is_not_asked_again() -> None:
    stop_na("1", "2")
    with bekijk(begin(hervat=True)) as kijker:
        assert waar(kijker) == "Vraag 3 van 3"


def test_who_asked_for_a_new_test_is_not_asked_either() -> None:
    stop_na("1", "2")
    with bekijk(begin(hervat=False)) as kijker:
        assert kijker.wijzer == "› 1 Beginnen"


def test_anew_keeps_the_earlier_answers() -> None:
    stop_na("1", "2")
    with bekijk(begin()) as kijker:
        kijker.toets("2", "enter")
        assert (waar(kijker), stand(kijker)) == ("Vraag 1 van 3", [None] * 3)
    assert len(load_journalen()) == 1


def test_anew_erases_the_earlier_answers_when_asked_to() -> None:
    stop_na("1", "2")
    with bekijk(begin()) as kijker:
        kijker.toets("3", "enter", "2", "ctrl+c")
    with bekijk(begin()) as kijker:
        assert "1 van de 3 vragen." in kijker.zin


def test_going_back_at_the_offer_leaves_all_as_it_was() -> None:
    stop_na("1", "2")
    with bekijk(begin()) as kijker:
        kijker.toets("escape")
        assert str(kijker.app.fout) == "gestopt; je had nog niets beantwoord"
    assert len(load_journalen()) == 1


def test_a_changed_questionnaire_says_what_goes_along() -> None:
    stop_na("1", "2")
    anders = DRIE.replace("Ik wacht even.", "Ik wacht af.")
    with bekijk(begin(anders, hervat=True)) as kijker:
        assert "De vragenlijst is sindsdien veranderd. Je houdt 1 van de 2 antwoorden" in kijker.zin
        kijker.toets("1")
        assert (waar(kijker), stand(kijker)) == ("Vraag 2 van 3", [1, None, None])


def test_a_questionnaire_of_which_nothing_fits_any_more_can_only_be_begun_anew() -> None:
    stop_na("1")
    with bekijk(begin(DRIE.replace("Ik zeg wat ik wil.", "Ik zeg niets."))) as kijker:
        assert "die antwoorden passen er niet meer bij. Je begint opnieuw." in kijker.zin
        assert "Verdergaan" not in kijker.zin
        kijker.toets("2", "enter")
        assert waar(kijker) == "Vraag 1 van 3"
        kijker.toets("ctrl+c")
    assert load_journalen() == []


def test_damage_is_told_when_going_on() -> None:
    stop_na("1", "2")
    (journaal,) = load_journalen()
    regels = journaal.read_bytes().splitlines(keepends=True)
    journaal.write_bytes(b"".join(regels[:-1]) + regels[-1].replace(b'"crc":"', b'"crc":"x'))
    with bekijk(begin()) as kijker:
        kijker.toets("1")
        assert "beschadigd; vraag 2 wordt opnieuw gesteld." in kijker.zin
        assert waar(kijker) == "Vraag 2 van 3"


def test_a_journal_that_cannot_be_used_is_told_with_the_offer() -> None:
    stop_na("1", "2")
    (load_journaalmap() / "drie-000000.jsonl").write_bytes(b"geen journaal\n")
    with bekijk(begin()) as kijker:
        assert "drie-000000.jsonl" in kijker.zin


def test_a_test_that_another_window_has_open_is_not_gone_on_with() -> None:
    stop_na("1", "2")
    with bekijk(begin()) as eerste:
        eerste.toets("1")
        with bekijk(begin(hervat=True)) as tweede:
            assert tweede.klaar
            assert isinstance(tweede.app.fout, GebruikFout)
        eerste.toets("3", "enter")
    assert len(load_bewaard()) == 1


def test_nothing_to_go_on_with_is_said_at_once() -> None:
    with bekijk(begin(hervat=True)) as kijker:
        assert kijker.klaar
        assert isinstance(kijker.app.fout, GebruikFout)


def test_the_version_is_asked_and_what_must_be_true_before_it(tmp_path: Path) -> None:
    with bekijk(begin_vorm(tmp_path / "versies.yaml", VERSIES)) as kijker:
        assert "\n Welke vorm?\n" in kijker.tekst
        kijker.toets("2")
        assert "\n Weet die ander ervan?\n" in kijker.tekst
        kijker.toets("1")
        assert "Over een ander" in kijker.zin
        assert "Denk aan een ander." in kijker.zin
        kijker.toets("enter")
        assert "De ander wil iets." in kijker.zin


def test_a_version_whose_condition_does_not_hold_is_refused(tmp_path: Path) -> None:
    with bekijk(begin_vorm(tmp_path / "versies.yaml", VERSIES, "ander")) as kijker:
        kijker.toets("2")
        assert isinstance(kijker.app.fout, GeweigerdFout)
        assert str(kijker.app.fout) == "dan kan deze vorm niet; vraag het de ander eerst"


def test_a_version_without_a_condition_begins_at_once(tmp_path: Path) -> None:
    with bekijk(begin_vorm(tmp_path / "versies.yaml", VERSIES)) as kijker:
        kijker.toets("1")
        assert kijker.wijzer == "› 1 Beginnen"


def test_a_questionnaire_that_cannot_be_asked_here_is_said_before_anything(tmp_path: Path) -> None:
    def keur(lijst: Vragenlijst) -> None:
        raise GebruikFout(f"{lijst.id} kan hier niet")

    with bekijk(begin(keur=keur)) as kijker:
        assert str(kijker.app.fout) == "drie kan hier niet"
    assert list(tmp_path.iterdir()) == []


def test_more_statements_are_offered_and_can_be_done() -> None:
    with bekijk(begin(LIJST)) as kijker:
        kijker.toets("enter")
        vul(kijker, VLAK)
        assert "De verschillen tussen je scores zijn te klein om iets over te zeggen." in kijker.zin
        assert kijker.wijzer == "› 1 Die stellingen ook doen"
        kijker.toets("1", "enter")
        totaal = int(waar(kijker).rpartition(" ")[2])
        kijker.toets(*"3" * totaal)
        assert len(load_journalen()) == 2
        kijker.toets("enter")
        assert kijker.kop.endswith("uitslag")
    (uitslag,) = load_bewaard()
    assert (len(uitslag.blad.antwoorden), load_journalen()) == (30 + totaal, [])


def test_more_statements_can_be_declined() -> None:
    with bekijk(begin(LIJST)) as kijker:
        kijker.toets("enter")
        vul(kijker, VLAK)
        kijker.toets("2")
        assert kijker.kop.endswith("uitslag")
    assert len(load_bewaard()[0].blad.antwoorden) == 30


def test_going_back_at_the_offer_of_more_statements_keeps_all_answers() -> None:
    with bekijk(begin(LIJST)) as kijker:
        kijker.toets("enter")
        vul(kijker, VLAK)
        kijker.toets("escape")
        assert "je antwoorden zijn bewaard" in str(kijker.app.fout)
    assert (load_bewaard(), len(load_journalen())) == ([], 1)


@pytest.mark.parametrize(("toets", "over"), [("1", 0), ("2", 1)])
def test_who_declines_may_erase_what_was_answered_of_them_before(toets: str, over: int) -> None:
    with bekijk(begin(LIJST)) as kijker:
        kijker.toets("enter")
        vul(kijker, VLAK)
        kijker.toets("1", "enter", "3", "escape", "2")
        assert "verder met: conflictstijl afnemen conflictstijlen --hervat" in str(kijker.app.fout)
    with bekijk(begin(LIJST)) as kijker:
        kijker.toets("1", "enter", "2")
        assert "Daar begon je al aan op" in kijker.zin
        kijker.toets(toets)
        assert kijker.kop.endswith("uitslag")
    assert len(load_journalen()) == over


def test_who_asked_for_a_new_test_is_not_asked_about_earlier_deepening() -> None:
    with bekijk(begin(LIJST)) as kijker:
        kijker.toets("enter")
        vul(kijker, VLAK)
        kijker.toets("1", "enter", "3", "escape", "2")
    with bekijk(begin(LIJST, hervat=False)) as kijker:
        kijker.toets("enter")
        vul(kijker, VLAK)
        kijker.toets("2")
        assert kijker.kop.endswith("uitslag")
    assert len(load_journalen()) == 2


def test_clear_differences_need_no_more_statements() -> None:
    with bekijk(begin(LIJST)) as kijker:
        kijker.toets("enter")
        vul(kijker, SPRINGT)
        assert kijker.kop.endswith("uitslag")
