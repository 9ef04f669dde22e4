import errno
import os
from io import StringIO
from pathlib import Path

import pytest

from conflictstijl.afname.eerder import Bewaarwens
from conflictstijl.afname.gesprek import Gesprek
from conflictstijl.afname.sessie import ask_sessie
from conflictstijl.fouten import GebruikFout, OnderbrokenFout, SchrijfFout
from conflictstijl.model.antwoorden import Antwoord
from conflictstijl.model.vragenlijst import Vragenlijst

from .conftest import LIJST, Praat, read_scherm


def ask(lijst: Vragenlijst, gesprek: Gesprek, wens: Bewaarwens) -> tuple[Antwoord, ...]:
    with ask_sessie(lijst, gesprek, wens) as zitting:
        zitting.clean()
        return zitting.blad.antwoorden


def stop(lijst: Vragenlijst, gesprek: Gesprek, folder: Path) -> str:
    with pytest.raises(OnderbrokenFout) as gestopt:
        ask(lijst, gesprek, Bewaarwens(folder))
    return str(gestopt.value)


def onderbreek(gesprek: Gesprek) -> Gesprek:
    """Let Ctrl-C come when the typed lines are used up."""

    class Invoer(StringIO):
        def readline(self, size: int = -1, /) -> str:  # type: ignore[override]  # typeshed names two bases
            regel = super().readline(size)
            if not regel:
                raise KeyboardInterrupt
            return regel

    gesprek.invoer = Invoer(gesprek.invoer.read())
    return gesprek


def read_journalen(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.jsonl"))


def test_a_finished_test_leaves_nothing_behind(proef: Vragenlijst, praat: Praat, tmp_path: Path) -> None:
    assert ask(proef, praat("1", "2", "3", ""), Bewaarwens(tmp_path / "b")) == (1, 2, 3)
    assert list((tmp_path / "b").iterdir()) == []


def test_a_stopped_test_is_kept_and_says_how_to_go_on(proef: Vragenlijst, praat: Praat, tmp_path: Path) -> None:
    assert stop(proef, praat("1", "stop"), tmp_path) == (
        "gestopt: 2 van de 3 vragen zijn nog open; je antwoorden zijn bewaard, "
        "verder met: conflictstijl afnemen proef --hervat"
    )
    assert len(read_journalen(tmp_path)) == 1


def test_ctrl_c_keeps_the_answers_too(proef: Vragenlijst, praat: Praat, tmp_path: Path) -> None:
    assert stop(proef, onderbreek(praat("1")), tmp_path).startswith("gestopt; je antwoorden zijn bewaard")


def test_stopping_before_the_first_answer_says_so(proef: Vragenlijst, praat: Praat, tmp_path: Path) -> None:
    assert stop(proef, onderbreek(praat()), tmp_path) == "gestopt; je had nog niets beantwoord"


def test_the_end_of_input_at_the_question_to_go_on_is_a_stop(proef: Vragenlijst, praat: Praat, tmp_path: Path) -> None:
    stop(proef, praat("1", "stop"), tmp_path)
    assert stop(proef, praat(), tmp_path) == "gestopt; verder met: conflictstijl afnemen proef --hervat"


def test_the_way_to_go_on_names_the_questionnaire_as_the_user_did(
    proef: Vragenlijst, praat: Praat, tmp_path: Path
) -> None:
    with pytest.raises(OnderbrokenFout, match=r"afnemen map/proef\.yaml --hervat"):
        ask(proef, praat("1", "stop"), Bewaarwens(tmp_path, opdracht="conflictstijl afnemen map/proef.yaml"))


def test_without_keeping_nothing_is_written_and_that_is_said(proef: Vragenlijst, praat: Praat, tmp_path: Path) -> None:
    with pytest.raises(OnderbrokenFout, match="de antwoorden zijn niet bewaard"):
        ask(proef, praat("1", "stop"), Bewaarwens(None))
    assert list(tmp_path.glob("*.jsonl")) == []


def test_a_test_that_is_not_kept_can_be_finished(proef: Vragenlijst, praat: Praat) -> None:
    assert ask(proef, praat("1", "2", "3", ""), Bewaarwens(None)) == (1, 2, 3)


def test_a_wrong_line_when_nothing_is_kept_says_so(proef: Vragenlijst, praat: Praat) -> None:
    with pytest.raises(GebruikFout, match=r"kies uit 1, 2, 3 of nvt; de antwoorden zijn niet bewaard$"):
        ask(proef, praat("1", "9", mens=False), Bewaarwens(None))


def test_a_wrong_first_line_leaves_nothing_behind_and_promises_nothing(
    proef: Vragenlijst, praat: Praat, tmp_path: Path
) -> None:
    with pytest.raises(GebruikFout, match=r"kies uit 1, 2, 3 of nvt$"):
        ask(proef, praat("9", mens=False), Bewaarwens(tmp_path))
    assert read_journalen(tmp_path) == []


def test_a_person_is_asked_whether_to_go_on(proef: Vragenlijst, praat: Praat, tmp_path: Path) -> None:
    stop(proef, praat("3", "stop"), tmp_path)
    gesprek = praat("misschien", "ja", "2", "1", "")
    assert ask(proef, gesprek, Bewaarwens(tmp_path)) == (3, 2, 1)
    assert "1 van de 3 vragen. Verdergaan? (ja of nee)" in " ".join(read_scherm(gesprek).split())
    assert read_journalen(tmp_path) == []


@pytest.mark.parametrize(("wissen", "over"), [("ja", 0), ("nee", 1)])
def test_who_begins_anew_decides_about_the_earlier_answers(
    proef: Vragenlijst, praat: Praat, tmp_path: Path, wissen: str, over: int
) -> None:
    stop(proef, praat("3", "stop"), tmp_path)
    assert ask(proef, praat("n", wissen, "1", "1", "1", ""), Bewaarwens(tmp_path)) == (1, 1, 1)
    assert len(read_journalen(tmp_path)) == over


def test_resuming_on_request_asks_nothing_first(proef: Vragenlijst, praat: Praat, tmp_path: Path) -> None:
    stop(proef, praat("3", "stop"), tmp_path)
    gesprek = praat("2", "1", mens=False)
    assert ask(proef, gesprek, Bewaarwens(tmp_path, hervat=True)) == (3, 2, 1)
    assert "Verdergaan" not in read_scherm(gesprek)


def test_a_script_begins_anew_unless_it_asks_to_resume(proef: Vragenlijst, praat: Praat, tmp_path: Path) -> None:
    stop(proef, praat("3", "stop"), tmp_path)
    assert ask(proef, praat("1", "1", "1", mens=False), Bewaarwens(tmp_path)) == (1, 1, 1)
    assert ask(proef, praat("1", "1", "1", ""), Bewaarwens(tmp_path, hervat=False)) == (1, 1, 1)


def test_resuming_without_a_begun_test_is_refused(proef: Vragenlijst, praat: Praat, tmp_path: Path) -> None:
    with pytest.raises(GebruikFout, match="er is geen begonnen test"):
        ask(proef, praat(), Bewaarwens(tmp_path, hervat=True))


def test_a_result_that_cannot_be_written_says_how_to_go_on(proef: Vragenlijst, praat: Praat, tmp_path: Path) -> None:
    wat = "vol; je antwoorden zijn bewaard, verder met: conflictstijl afnemen proef"
    with pytest.raises(SchrijfFout, match=wat), ask_sessie(proef, praat("1", "2", "3", ""), Bewaarwens(tmp_path)):
        raise SchrijfFout("vol")


def test_a_result_that_cannot_be_written_promises_nothing_when_nothing_is_kept(
    proef: Vragenlijst, praat: Praat
) -> None:
    with pytest.raises(SchrijfFout) as fout, ask_sessie(proef, praat("1", "2", "3", ""), Bewaarwens(None)):
        raise SchrijfFout("vol")
    assert str(fout.value) == "vol"


def test_a_failing_result_keeps_the_answers_for_another_try(proef: Vragenlijst, praat: Praat, tmp_path: Path) -> None:
    with pytest.raises(OSError, match="vol"), ask_sessie(proef, praat("1", "2", "3", ""), Bewaarwens(tmp_path)):
        raise OSError(errno.ENOSPC, "vol")
    assert ask(proef, praat("", mens=False), Bewaarwens(tmp_path, hervat=True)) == (1, 2, 3)


def test_a_question_left_open_on_purpose_is_not_asked_again(proef: Vragenlijst, praat: Praat, tmp_path: Path) -> None:
    stop(proef, praat("1", "overslaan", "stop"), tmp_path)
    assert ask(proef, praat("3", mens=False), Bewaarwens(tmp_path, hervat=True)) == (1, None, 3)


def test_a_changed_questionnaire_is_said_before_going_on(proef: Vragenlijst, praat: Praat, tmp_path: Path) -> None:
    from conflictstijl.laden.catalogus import load_vragenlijst

    stop(proef, praat("1", "stop"), tmp_path)
    anders = tmp_path / "proef.yaml"
    anders.write_text(LIJST.replace("Ik wacht even.", "Ik wacht af."), encoding="utf-8")
    gesprek = praat("ja", "2", "3", "")
    assert ask(load_vragenlijst(str(anders)), gesprek, Bewaarwens(tmp_path)) == (1, 2, 3)
    assert "De vragenlijst is sindsdien veranderd. Je houdt 1 van de 1 antwoorden" in " ".join(
        read_scherm(gesprek).split()
    )


def test_a_damaged_line_is_told_and_its_question_asked_again(proef: Vragenlijst, praat: Praat, tmp_path: Path) -> None:
    stop(proef, praat("1", "2", "stop"), tmp_path)
    (journaal,) = read_journalen(tmp_path)
    regels = journaal.read_bytes().splitlines(keepends=True)
    journaal.write_bytes(b"".join(regels[:-1]) + regels[-1][:-5] + b"\n")
    gesprek = praat("ja", "3", "3", "")
    assert ask(proef, gesprek, Bewaarwens(tmp_path)) == (1, 3, 3)
    assert "Let op: een deel van je bewaarde antwoorden is beschadigd" in read_scherm(gesprek)


def test_a_file_that_is_no_journal_is_named_and_left_alone(proef: Vragenlijst, praat: Praat, tmp_path: Path) -> None:
    stop(proef, praat("1", "stop"), tmp_path)
    (journaal,) = read_journalen(tmp_path)
    journaal.write_bytes(b"rommel\n")
    gesprek = praat("1", "2", "3", "")
    assert ask(proef, gesprek, Bewaarwens(tmp_path)) == (1, 2, 3)
    assert journaal.name in read_scherm(gesprek).replace("\n", "")
    assert journaal.read_bytes() == b"rommel\n"


def test_a_folder_that_cannot_be_made_does_not_stop_the_test(proef: Vragenlijst, praat: Praat, tmp_path: Path) -> None:
    (tmp_path / "bestand").write_text("", encoding="utf-8")
    gesprek = praat("1", "2", "3", "")
    assert ask(proef, gesprek, Bewaarwens(tmp_path / "bestand" / "map")) == (1, 2, 3)
    assert "Je antwoorden gaan verloren als je stopt." in " ".join(read_scherm(gesprek).split())


def test_a_full_disk_is_said_and_the_answers_go_on_in_memory(
    proef: Vragenlijst, praat: Praat, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    echt, geschreven = os.write, []

    def vol(greep: int, inhoud: bytes) -> int:
        geschreven.append(inhoud)
        if len(geschreven) == 3:
            raise OSError(errno.ENOSPC, "vol")
        return echt(greep, inhoud)

    monkeypatch.setattr(os, "write", vol)
    gesprek = praat("1", "2", "3", "")
    assert ask(proef, gesprek, Bewaarwens(tmp_path)) == (1, 2, 3)
    assert "Stop niet voor het einde: dit antwoord is nog niet bewaard." in " ".join(read_scherm(gesprek).split())


@pytest.mark.parametrize("wat", ["je antwoorden zijn bewaard", "het laatste antwoord kon niet"])
def test_stopping_never_calls_kept_what_the_disk_refused(
    proef: Vragenlijst, praat: Praat, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, wat: str
) -> None:
    echt, herstelt = os.write, "zijn bewaard" in wat
    geschreven: list[bytes] = []

    def vol(greep: int, inhoud: bytes) -> int:
        geschreven.append(inhoud)
        if len(geschreven) == 3 or (len(geschreven) > 3 and not herstelt):
            raise OSError(errno.ENOSPC, "vol")
        return echt(greep, inhoud)

    monkeypatch.setattr(os, "write", vol)
    assert wat in stop(proef, praat("1", "2", "stop"), tmp_path)


def test_answers_on_a_scale_that_changed_are_all_asked_again(proef: Vragenlijst, praat: Praat, tmp_path: Path) -> None:
    from conflictstijl.laden.catalogus import load_vragenlijst

    stop(proef, praat("3", "2", "stop"), tmp_path)
    anders = tmp_path / "proef.yaml"
    anders.write_text(LIJST.replace("3: Vaak, ", ""), encoding="utf-8")
    gesprek = praat("ja", "1", "1", "1", "")
    assert ask(load_vragenlijst(str(anders)), gesprek, Bewaarwens(tmp_path)) == (1, 1, 1)
    assert "die antwoorden passen er niet meer bij" in " ".join(read_scherm(gesprek).split())
