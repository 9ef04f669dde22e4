"""`afnemen` as a person and a script meet it: pipes, a real terminal, signals, and going on later."""

import io
import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pexpect
import pytest

from conflictstijl import toepassing
from conflictstijl.afname.gesprek import Gesprek
from conflictstijl.bewaren import load_geschiedenis
from conflictstijl.cli.afnemen import ask_bestand
from conflictstijl.fouten import GebruikFout
from conflictstijl.model.antwoorden import Antwoordblad
from conflictstijl.toepassing import Resultaat
from tests.afname.conftest import LIJST

from .conftest import Roep

GOUDEN = Path(__file__).parents[1] / "gouden"
ANTWOORDEN = [3, 4, 2, 2, 2, 3, 4, 3, 2, 2, 4, 3, 2, 5, 3, 2, 3, 2, 3, 3, 5, 3, 4, 2, 3, 2, 4, 4, 2, 3]
KORT = "afnemen conflictstijlen-kort"


pytestmark = pytest.mark.usefixtures("eigen_map")


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Iterator["pexpect.spawn[str]"]:
    """The short questionnaire by lines on a real terminal of 80 columns."""
    monkeypatch.setenv("CONFLICTSTIJL_REGELS", "1")
    kind = pexpect.spawn(
        sys.executable, ["-m", "conflictstijl", *KORT.split()], encoding="utf-8", dimensions=(40, 80), timeout=20
    )
    kind.delaybeforesend = None
    yield kind
    kind.close(force=True)


def lines(*antwoorden: object) -> str:
    return "printf '" + "".join(f"{antwoord}\\n" for antwoord in antwoorden) + "'"


@pytest.mark.parametrize("breedte", [60, 80])
def test_a_whole_test_looks_as_the_golden_text(shell: Roep, breedte: int) -> None:
    uit = shell(f"{lines(*ANTWOORDEN)} | $ECHT afnemen", COLUMNS=str(breedte))
    assert (uit.code, uit.fout) == (0, "")
    goud = GOUDEN / f"afnemen-{breedte}.txt"
    if os.environ.get("CONFLICTSTIJL_GOUDEN") == "schrijf":
        goud.write_text(uit.uit, encoding="utf-8")
    assert uit.uit == goud.read_text(encoding="utf-8")
    assert max(map(len, uit.uit.splitlines())) <= breedte


def test_json_stands_alone_on_stdout_and_questions_on_stderr(shell: Roep) -> None:
    uit = shell(f"{lines(*ANTWOORDEN)} | $ECHT afnemen --json")
    (profiel,) = json.loads(uit.uit)["profielen"]
    assert profiel["duidelijk_hoog"] == ["samenwerken"]
    assert "Vraag 30 van 30" in uit.fout


def test_a_dash_sends_the_report_alone_to_stdout(shell: Roep) -> None:
    uit = shell(f"{lines(*ANTWOORDEN)} | $ECHT afnemen -o -")
    assert uit.uit.startswith("Mijn stijl bij conflicten\n===")
    assert "Vraag 30 van 30" in uit.fout


def test_the_report_goes_to_a_file_of_the_given_kind(shell: Roep, tmp_path: Path) -> None:
    for einde, begin in ((".md", "# Mijn stijl"), (".txt", "Mijn stijl"), (".json", "{\n")):
        doel = tmp_path / f"verslag{einde}"
        assert shell(f"{lines(*ANTWOORDEN)} | $ECHT afnemen -o {doel}").code == 0
        assert doel.read_text(encoding="utf-8").startswith(begin)


def test_a_file_that_cannot_be_written_is_said_before_the_first_question(shell: Roep, tmp_path: Path) -> None:
    bezet = tmp_path / "bezet.md"
    bezet.write_text("van mij", encoding="utf-8")
    weg = tmp_path / "weg" / "verslag.md"
    for doel, wat in ((bezet, "bestaat al"), (tmp_path / "verslag.odt", "eindigt niet op"), (weg, "is er niet")):
        uit = shell(f"$ECHT afnemen -o {doel} </dev/null")
        assert (uit.code, uit.uit) == (2, "")
        assert wat in uit.fout
    assert bezet.read_text(encoding="utf-8") == "van mij"


def test_a_wrong_line_from_a_pipe_is_one_line_and_names_its_number(shell: Roep) -> None:
    uit = shell(f"{lines('Vaakk')} | $ECHT {KORT}")
    assert uit.code == 2
    assert uit.fout == "conflictstijl: regel 1: 'Vaakk' is geen antwoord; bedoelde je 'Vaak'?\n"


def test_a_wrong_line_from_a_pipe_keeps_the_answers_before_it_and_says_how_to_go_on(
    shell: Roep, eigen_map: Path
) -> None:
    uit = shell(f"{lines(3, 'Vaakk')} | $ECHT {KORT}")
    assert uit.code == 2
    assert uit.fout == (
        "conflictstijl: regel 2: 'Vaakk' is geen antwoord; bedoelde je 'Vaak'? "
        "Je antwoorden zijn bewaard, verder met: conflictstijl afnemen conflictstijlen-kort --hervat\n"
    )
    klaar = shell(f"{lines(*[4] * 14)} | $ECHT {KORT} --hervat --json")
    assert json.loads(klaar.uit)["profielen"][0]["beantwoord"] == 15
    assert list(eigen_map.iterdir()) == []


def test_input_that_ends_early_keeps_the_answers_and_resuming_finishes(shell: Roep, eigen_map: Path) -> None:
    uit = shell(f"{lines(*[3] * 7)} | $ECHT {KORT}")
    assert uit.code == 130
    assert uit.fout == (
        "conflictstijl: gestopt: 8 van de 15 vragen zijn nog open; je antwoorden zijn bewaard, "
        "verder met: conflictstijl afnemen conflictstijlen-kort --hervat\n"
    )
    klaar = shell(f"{lines(*[5] * 8)} | $ECHT {KORT} --hervat --json")
    assert json.loads(klaar.uit)["profielen"][0]["beantwoord"] == 15
    assert list(eigen_map.iterdir()) == []


def test_going_on_without_a_name_tells_of_which_other_questionnaire_there_is_a_begun_test(shell: Roep) -> None:
    geen = "conflictstijl: er is geen begonnen test "
    niets = f"{geen}om te hervatten; begin er een zonder --hervat\n"
    assert shell("$ECHT afnemen --hervat </dev/null") == (2, "", niets)
    shell(f"{lines(3)} | $ECHT afnemen rustig-en-gespannen")
    uit = shell("$ECHT afnemen --hervat </dev/null")
    wel = "wel van rustig-en-gespannen; geef: conflictstijl afnemen rustig-en-gespannen --hervat"
    assert uit == (2, "", f"{geen}van conflictstijlen, {wel}\n")
    shell(f"{lines(3)} | $ECHT afnemen --vorm ander")
    uit = shell("$ECHT afnemen --hervat </dev/null")
    assert "wel van conflictstijlen --vorm ander en rustig-en-gespannen; " in uit.fout
    opdracht = uit.fout.partition("geef: conflictstijl ")[2]
    assert shell(f"{lines(*[3] * 29)} | $ECHT {opdracht}").code == 0


def test_the_way_to_go_on_with_a_file_is_quoted_for_every_shell(shell: Roep, tmp_path: Path) -> None:
    bestand = tmp_path / "mijn proef.yaml"
    bestand.write_text(LIJST, encoding="utf-8")
    uit = shell(f"{lines(3)} | $ECHT afnemen '{bestand}'")
    assert uit.fout.endswith(f'verder met: conflictstijl afnemen "{bestand}" --hervat\n')


def test_going_on_tells_of_a_begun_test_that_has_to_be_given_as_a_file(shell: Roep, tmp_path: Path) -> None:
    bestand = tmp_path / "proef.yaml"
    bestand.write_text(LIJST, encoding="utf-8")
    shell(f"{lines(3)} | $ECHT afnemen {bestand}")
    uit = shell("$ECHT afnemen --hervat </dev/null")
    assert uit.fout == (
        "conflictstijl: er is geen begonnen test van conflictstijlen, wel van proef; geef dat bestand, met --hervat\n"
    )


def test_plain_lines_and_a_dumb_terminal_draw_no_bars(shell: Roep) -> None:
    for regel in ("$ECHT afnemen --regels", "TERM=dumb $ECHT afnemen", "CONFLICTSTIJL_REGELS=1 $ECHT afnemen"):
        uit = shell(f"{lines(*ANTWOORDEN)} | {regel}").uit
        assert "Samen oplossen: 4,3 vaak (3,9 tot 4,8)" in uit
        assert "█" not in uit


def test_a_table_is_not_taken_for_answer_sheets(roep: Roep) -> None:
    uit = roep("scoor", "export.CSV")
    assert (uit.code, uit.uit) == (2, "")
    assert "'export.CSV' is een tabel" in uit.fout
    assert "conflictstijl groep export.CSV" in uit.fout


def test_without_keeping_the_disk_stays_empty(shell: Roep, eigen_map: Path) -> None:
    uit = shell(f"{lines(3)} | $ECHT {KORT} --niet-bewaren")
    assert uit.code == 130
    assert "de antwoorden zijn niet bewaard" in uit.fout
    assert not eigen_map.exists()


@pytest.mark.parametrize("ander", ["--opnieuw", "--niet-bewaren"])
def test_options_that_contradict_each_other_are_refused(roep: Roep, ander: str) -> None:
    uit = roep("afnemen", "--hervat", ander)
    assert uit.code == 2
    assert "--hervat gaat niet samen met" in uit.fout


@pytest.mark.parametrize("zaad", ["-1", "1000000000"])
def test_a_starting_number_that_no_sheet_can_hold_is_refused(roep: Roep, zaad: str) -> None:
    uit = roep("afnemen", "praktijksituaties", "--zaad", zaad)
    assert (uit.code, uit.uit) == (2, "")
    assert uit.fout == "conflictstijl: '--zaad' moet een getal van 0 tot en met 999999999 zijn\n"


def test_by_pipe_a_starting_number_gives_an_order_that_the_sheet_remembers(shell: Roep, tmp_path: Path) -> None:
    opdracht = f"{lines(*['a'] * 15)} | $ECHT afnemen praktijksituaties -o"
    for naam, extra in (("a", "--zaad 5"), ("b", "--zaad 5"), ("c", "--zaad 6"), ("d", "")):
        assert shell(f"{opdracht} {tmp_path / naam}.yaml {extra}").code == 0
    a, b, c, d = (pad.read_text(encoding="utf-8") for pad in sorted(tmp_path.glob("*.yaml")))
    assert a == b
    assert len({a, c, d}) == 3
    assert "\nzaad: 5\n" in a
    assert "zaad" not in d
    assert d.count(': "a"\n') == 15


def read_kort() -> str:
    """Return the first letters of the id of the one result that is kept."""
    (uitslag,), meldingen = load_geschiedenis()
    assert not meldingen
    return uitslag.sessie[:6]


def test_a_file_that_appeared_during_the_test_does_not_cost_the_result(
    typ: Roep, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def bezet(*_: object, **__: object) -> None:
        raise GebruikFout("'verslag.md' bestaat al")

    monkeypatch.setattr("conflictstijl.cli.afnemen.write_profielen", bezet)
    uit = typ(*KORT.split(), "-o", str(tmp_path / "verslag.md"), getypt=[*[3] * 15, ""])
    assert uit.code == 2
    assert uit.fout == (
        "conflictstijl: 'verslag.md' bestaat al; je uitslag is bewaard, "
        f"bekijk hem met: conflictstijl resultaten {read_kort()}\n"
    )


def test_an_unknown_questionnaire_is_refused_with_the_nearest_name(roep: Roep) -> None:
    uit = roep("afnemen", "conflictstijl")
    assert (uit.code, uit.uit) == (2, "")
    assert "bedoelde je 'conflictstijlen'?" in uit.fout


def test_a_report_that_cannot_be_written_at_the_end_does_not_cost_the_result(
    shell: Roep, tmp_path: Path, eigen_map: Path
) -> None:
    (tmp_path / "weg").mkdir()
    opdracht = [sys.executable, "-m", "conflictstijl", *KORT.split(), "-o", str(tmp_path / "weg" / "verslag.md")]
    buis = subprocess.PIPE
    with subprocess.Popen(opdracht, stdin=buis, stdout=buis, stderr=buis, text=True) as kind:
        assert kind.stdin
        assert kind.stdout
        kind.stdin.write("3\n" * 14)
        kind.stdin.flush()
        while "Vraag 15 van 15" not in kind.stdout.readline():
            pass
        (tmp_path / "weg").rmdir()
        _, fout = kind.communicate("3\n")
    assert kind.returncode == 1
    assert f"je uitslag is bewaard, bekijk hem met: conflictstijl resultaten {read_kort()}" in fout
    assert list(eigen_map.glob("*.jsonl")) == []
    assert shell(f"$ECHT resultaten laatste -o {tmp_path / 'verslag.md'}").code == 0


def test_a_person_on_a_terminal_gets_a_prompt_help_and_a_report(terminal: "pexpect.spawn[str]", tmp_path: Path) -> None:
    terminal.expect_exact("Vraag 1 van 15")
    terminal.sendline("?")
    terminal.expect_exact("terug: naar de vorige vraag.")
    for _ in range(15):
        terminal.expect_exact("> ")
        terminal.sendline("3")
    terminal.expect_exact("Dit zijn je antwoorden:")
    terminal.sendline("")
    terminal.expect_exact("Mijn stijl")
    terminal.expect_exact("Wil je het verslag ook als bestand?")
    terminal.sendline("verslag.odt")
    terminal.expect_exact("eindigt niet op")
    terminal.sendline(str(tmp_path / "verslag.md"))
    terminal.expect_exact("Geschreven naar")
    terminal.expect_exact("Nog een bestand?")
    terminal.sendline("")
    terminal.expect(pexpect.EOF)
    terminal.wait()
    assert terminal.exitstatus == 0
    assert (tmp_path / "verslag.md").read_text(encoding="utf-8").startswith("# Mijn stijl")


@pytest.mark.parametrize(
    ("nummer", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)], ids=["INT", "TERM", "HUP"]
)
def test_a_signal_keeps_every_accepted_answer(
    terminal: "pexpect.spawn[str]", shell: Roep, nummer: int, code: int
) -> None:
    for nummer_vraag in range(1, 4):
        terminal.expect_exact(f"Vraag {nummer_vraag} van 15")
        terminal.sendline("4")
    terminal.expect_exact("Vraag 4 van 15")
    terminal.expect_exact("> ")
    terminal.kill(nummer)
    terminal.expect_exact("verder met:\r\n  conflictstijl afnemen conflictstijlen-kort --hervat\r\n")
    terminal.expect(pexpect.EOF)
    terminal.wait()
    assert terminal.exitstatus == code
    klaar = shell(f"{lines(*[1] * 12)} | $ECHT {KORT} --hervat --json")
    scores = json.loads(klaar.uit)["profielen"][0]["scores"]
    assert sum(score["som"] for score in scores.values()) == 3 * 4 + 12


NOG_EEN = "Nog een bestand? Bijvoorbeeld {}. Enter: klaar."


def ask_bewaren(resultaat: Resultaat, *getypt: str) -> str:
    """Return what is shown when these lines are typed at the offer to keep the report."""
    scherm = io.StringIO()
    ask_bestand(Gesprek(io.StringIO("".join(f"{regel}\n" for regel in getypt)), scherm, 100, mens=True), resultaat)
    return scherm.getvalue()


@pytest.fixture
def resultaat(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Resultaat:
    """A result, in a folder with nothing in it."""
    monkeypatch.chdir(tmp_path)
    lijst = toepassing.load_vragenlijst("conflictstijlen-kort")
    (resultaat,) = toepassing.score_bladen([(lijst, Antwoordblad(lijst.id, (3,) * 15))])
    return resultaat


@pytest.mark.parametrize("getypt", [[""], [], ["nee"], ["N"], ["stop"]])
def test_who_wants_no_report_kept_is_asked_once(resultaat: Resultaat, getypt: list[str], tmp_path: Path) -> None:
    assert ask_bewaren(resultaat, *getypt).count("> ") == 1
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("einde", [[""], [], ["nee"]])
def test_who_only_says_yes_gets_the_report_and_is_asked_once_more(
    resultaat: Resultaat, einde: list[str], tmp_path: Path
) -> None:
    scherm = ask_bewaren(resultaat, "ja", *einde)
    assert NOG_EEN.format("antwoorden.yaml, om later te vergelijken") in scherm
    assert [pad.name for pad in tmp_path.iterdir()] == ["verslag.md"]
    assert (tmp_path / "verslag.md").read_text(encoding="utf-8").startswith("# Mijn stijl")


def test_report_and_answers_can_both_be_kept_and_then_it_is_done(resultaat: Resultaat, tmp_path: Path) -> None:
    assert ask_bewaren(resultaat, "a.txt", "ja", "c.md").count("> ") == 2
    assert sorted(pad.name for pad in tmp_path.iterdir()) == ["a.txt", "antwoorden.yaml"]
    ((_, blad),) = toepassing.load_antwoorden(tmp_path / "antwoorden.yaml")
    assert blad.antwoorden == (3,) * 15


def test_who_kept_the_answers_first_is_offered_the_report(resultaat: Resultaat, tmp_path: Path) -> None:
    scherm = ask_bewaren(resultaat, "ik.yaml", "j")
    assert NOG_EEN.format("verslag.md, om terug te lezen") in scherm
    assert sorted(pad.name for pad in tmp_path.iterdir()) == ["ik.yaml", "verslag.md"]


def test_a_name_that_cannot_be_is_explained_and_asked_again(resultaat: Resultaat, tmp_path: Path) -> None:
    (tmp_path / "verslag.md").write_text("van mij", encoding="utf-8")
    scherm = ask_bewaren(resultaat, "ja", "verslag.odt", "")
    assert "'verslag.md' bestaat al" in scherm
    assert "'verslag.odt' eindigt niet op" in scherm
    assert (tmp_path / "verslag.md").read_text(encoding="utf-8") == "van mij"


@pytest.mark.parametrize("omleiding", [">/dev/full", ">&-", "| true"])
def test_a_report_that_nobody_received_does_not_cost_the_result(shell: Roep, eigen_map: Path, omleiding: str) -> None:
    regels = f"({lines(*[3] * 14)}; sleep 0.7; echo 3)"
    shell(f"{regels} | $ECHT {KORT} -o - {omleiding}", PYTHONUNBUFFERED="")
    assert shell(f"$ECHT resultaten {read_kort()}").code == 0
    assert list(eigen_map.glob("*.jsonl")) == []


def test_with_niet_bewaren_nothing_is_ever_kept(shell: Roep, eigen_map: Path) -> None:
    assert shell(f"{lines(*[3] * 15)} | $ECHT {KORT} --niet-bewaren").code == 0
    assert not eigen_map.parent.exists()


def test_a_result_that_cannot_be_kept_is_shown_and_its_answers_stay(shell: Roep, eigen_map: Path) -> None:
    eigen_map.mkdir(parents=True)
    (eigen_map.parent / "resultaten").write_text("in de weg", encoding="utf-8")
    uit = shell(f"{lines(*[3] * 15)} | $ECHT {KORT}")
    assert uit.code == 1
    assert "Mijn stijl\n" in uit.uit
    assert "verder met: conflictstijl afnemen conflictstijlen-kort --hervat" in uit.fout.replace("\n", " ")
    assert len(list(eigen_map.glob("*.jsonl"))) == 1
    (eigen_map.parent / "resultaten").unlink()
    assert shell(f"$ECHT {KORT} --hervat </dev/null").code == 0
    assert (read_kort() != "", list(eigen_map.glob("*.jsonl"))) == (True, [])


def test_a_line_without_end_is_refused(shell: Roep) -> None:
    uit = shell(f"head -c 100000 /dev/zero | $ECHT {KORT} --niet-bewaren")
    assert uit.code == 2
    assert uit.fout == "conflictstijl: regel 1 is te lang om een antwoord te zijn\n"


@pytest.mark.parametrize("nummer", [signal.SIGINT, signal.SIGHUP], ids=["INT", "HUP"])
def test_a_window_closed_at_the_offer_to_write_the_report_does_not_cost_the_result(
    terminal: "pexpect.spawn[str]", eigen_map: Path, nummer: int
) -> None:
    for _ in range(15):
        terminal.expect_exact("> ")
        terminal.sendline("3")
    terminal.expect_exact("Dit zijn je antwoorden:")
    terminal.sendline("")
    terminal.expect_exact("Wil je het verslag ook als bestand?")
    terminal.expect_exact("> ")
    terminal.kill(nummer)
    terminal.expect(pexpect.EOF)
    terminal.wait()
    assert terminal.exitstatus == 128 + nummer
    assert (read_kort() != "", list(eigen_map.glob("*.jsonl"))) == (True, [])
