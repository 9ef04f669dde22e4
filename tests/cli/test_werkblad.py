"""The command `werkblad`: the list, filling in with the gate before it, files there and back, and nothing left over."""

import io
import json
import sys
from pathlib import Path

import pytest

from conflictstijl.cli.aanvulling import load_werkbladnamen
from conflictstijl.opslag.werkbladen import load_begonnen
from tests.laden.lezen import WERKBLADEN

from .conftest import Roep, Toetsen

DRIE = str(Path(__file__).parents[1] / "voorbeelden" / "ingevuld" / "partijen.yaml")
KORT = ["Iets.", "", "", "Ik vraag door.", ""]
"""What a person types for the shortest worksheet, up to the question for a file."""
BEGONNEN = "begonnen-werkbladen"


@pytest.fixture(autouse=True)
def eigen(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setenv("CONFLICTSTIJL_MAP", str(tmp_path / "gegevens"))
    monkeypatch.chdir(tmp_path)
    return tmp_path / "gegevens"


def pijp(monkeypatch: pytest.MonkeyPatch, *regels: str) -> None:
    """Let these lines come from a pipe."""
    monkeypatch.setattr(sys, "stdin", Toetsen(regels, onderbreek=False))


def list_resten(eigen: Path) -> list[Path]:
    """Return what is left on disk of worksheets."""
    map_ = eigen / BEGONNEN
    return list(map_.iterdir()) if map_.exists() else []


# the list


def test_the_list_names_every_worksheet_by_the_moment_at_which_it_helps(roep: Roep) -> None:
    uitkomst = roep("werkblad")
    assert (uitkomst.code, uitkomst.fout) == (0, "")
    assert all(f"  {naam}: " in uitkomst.uit for naam in WERKBLADEN)
    koppen = [regel for regel in uitkomst.uit.splitlines() if regel.endswith(":") and not regel.startswith(" ")]
    assert koppen == ["Voor een gesprek of conflict:", "Tijdens een conflict:", "Na afloop:"]
    assert load_werkbladnamen() == sorted(WERKBLADEN)


def test_the_list_says_which_one_was_begun(typ: Roep, roep: Roep) -> None:
    assert "Begonnen op" not in roep("werkblad").uit
    typ("werkblad", "leervraag", getypt=["Iets.", "", "stop"])
    regels = roep("werkblad").uit.splitlines()
    [plaats] = [nummer for nummer, regel in enumerate(regels) if "Begonnen op" in regel]
    assert "  leervraag: Een scherpe leervraag" in regels[plaats - 4 : plaats]


def test_the_list_as_data(roep: Roep) -> None:
    document = json.loads(roep("werkblad", "--json").uit)
    assert (document["formaat"], document["soort"]) == (1, "werkbladen")
    partijen = next(blad for blad in document["werkbladen"] if blad["id"] == "partijen")
    assert (partijen["moment"], partijen["met"], partijen["per_partij"], partijen["vragen"]) == (
        *("voor", "allebei"),
        *(True, 13),
    )


@pytest.mark.parametrize("breedte", [20, 60])
@pytest.mark.parametrize("argumenten", [[], ["--antwoorden", DRIE], ["partijen", "--leeg"]])
def test_every_view_fits_the_terminal(
    roep: Roep, monkeypatch: pytest.MonkeyPatch, argumenten: list[str], breedte: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(breedte))
    assert max(map(len, roep("werkblad", *argumenten).uit.splitlines())) <= breedte


# filling in


def test_a_person_fills_in_keeps_two_files_and_nothing_stays_behind(typ: Roep, eigen: Path) -> None:
    uitkomst = typ("werkblad", "reflectie-kort", getypt=[*KORT, "kort.doc", "ja", "kort.md", ""])
    assert (uitkomst.code, uitkomst.fout) == (0, "")
    assert "Enter: geen bestand. Dan blijft er niets bewaard." in " ".join(uitkomst.uit.split())
    assert "'kort.doc' eindigt niet op" in uitkomst.uit
    assert "Ik vraag door." in Path("reflectie-kort.yaml").read_text(encoding="utf-8")
    assert "Ik vraag door." in Path("kort.md").read_text(encoding="utf-8")
    assert list_resten(eigen) == []


def test_who_wants_no_file_has_seen_it_and_nothing_stays(typ: Roep, eigen: Path) -> None:
    uitkomst = typ("werkblad", "reflectie-kort", getypt=[*KORT, ""])
    assert uitkomst.code == 0
    assert "Wat neem je je nu voor?\nIk vraag door." in uitkomst.uit
    assert list_resten(eigen) == []


@pytest.mark.parametrize("onderbreek", [True, False])
def test_ctrl_c_or_a_closed_window_at_the_question_for_a_file_keeps_the_answers(
    typ: Roep, eigen: Path, onderbreek: bool
) -> None:
    uitkomst = typ("werkblad", "reflectie-kort", getypt=KORT, onderbreek=onderbreek)
    assert uitkomst.code == 130
    assert "verder met: conflictstijl werkblad reflectie-kort --hervat" in " ".join(uitkomst.fout.split())
    assert len(load_begonnen(eigen / BEGONNEN)[0]) == 1


def test_a_pipe_fills_in_and_goes_on_where_it_ended(roep: Roep, monkeypatch: pytest.MonkeyPatch, eigen: Path) -> None:
    pijp(monkeypatch, "Iets.")
    gestopt = roep("werkblad", "reflectie-kort")
    assert gestopt.code == 130
    assert "2 van de 3 vragen zijn nog open" in gestopt.fout
    pijp(monkeypatch, "", "Ik vraag door.")
    uitkomst = roep("werkblad", "reflectie-kort", "--hervat", "--json")
    assert uitkomst.code == 0
    assert json.loads(uitkomst.uit)["antwoorden"] == {
        "gebeurd": "Iets.",
        "belangrijk": None,
        "voornemen": "Ik vraag door.",
    }
    assert list_resten(eigen) == []


def test_nothing_is_kept_when_nobody_wants_that(roep: Roep, monkeypatch: pytest.MonkeyPatch, eigen: Path) -> None:
    pijp(monkeypatch, "Iets.")
    assert "de antwoorden zijn niet bewaard" in roep("werkblad", "reflectie-kort", "--niet-bewaren").fout
    assert not (eigen / BEGONNEN).exists()


def test_beginning_anew_passes_the_old_one_by(typ: Roep, eigen: Path) -> None:
    typ("werkblad", "reflectie-kort", getypt=["Iets.", "", "stop"])
    assert typ("werkblad", "reflectie-kort", "--opnieuw", getypt=[*KORT, ""]).code == 0
    assert len(load_begonnen(eigen / BEGONNEN)[0]) == 1


# files


@pytest.mark.parametrize("einde", ["html", "json", "md", "txt", "yaml"])
def test_a_filled_in_worksheet_goes_into_a_file(roep: Roep, einde: str) -> None:
    assert roep("werkblad", "--antwoorden", DRIE, "-o", f"uit.{einde}") == (0, "", "")
    assert "Ik trek het niet meer." in Path(f"uit.{einde}").read_text(encoding="utf-8")


@pytest.mark.parametrize("einde", ["json", "yaml"])
def test_a_file_can_be_given_back(roep: Roep, einde: str) -> None:
    roep("werkblad", "--antwoorden", DRIE, "-o", f"uit.{einde}")
    terug = roep("werkblad", "partijen", "--antwoorden", f"uit.{einde}")
    assert terug == roep("werkblad", "--antwoorden", DRIE)
    assert "- Wijkteam, belang (al gehoord: nee). Je neemt aan: Eerlijk verdelen wat er is." in terug.uit


def test_answers_may_come_from_the_input(roep: Roep, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(Path(DRIE).read_bytes())))
    assert roep("werkblad", "--antwoorden", "-") == roep("werkblad", "--antwoorden", DRIE)


def test_what_is_wrong_with_a_file_has_its_place(roep: Roep) -> None:
    tekst = Path(DRIE).read_text(encoding="utf-8").replace('"houdt tegen"', '"tegen"')
    Path("fout.yaml").write_text(tekst, encoding="utf-8")
    uitkomst = roep("werkblad", "--antwoorden", "fout.yaml")
    assert (uitkomst.code, uitkomst.uit) == (2, "")
    assert uitkomst.fout.startswith("fout.yaml:15:16: het antwoord op 'houding' over 'moeder' kan niet zo: Kies uit")


def test_a_demanded_plan_b_cannot_be_left_out(roep: Roep) -> None:
    Path("x.yaml").write_text("antwoorden: {mijn-standpunt: Een zaal., ondergrens: Eén dag.}\n", encoding="utf-8")
    uitkomst = roep("werkblad", "onderhandelen", "--antwoorden", "x.yaml", "--veiligheid", "veilig")
    assert uitkomst.code == 2
    assert "'plan-b' kan niet zo: Deze vraag hoort erbij. Met een plan B zeg je rustig nee." in uitkomst.fout


def test_an_empty_one_goes_to_paper(roep: Roep) -> None:
    assert "_____" in roep("werkblad", "partijen", "--leeg").uit
    assert roep("werkblad", "partijen", "--leeg", "-o", "leeg.html") == (0, "", "")
    assert "Wie zijn erbij?" in Path("leeg.html").read_text(encoding="utf-8")


# the gate


@pytest.mark.parametrize("stand", ["onveilig", "twijfel"])
def test_who_may_not_be_safe_gets_help_and_nothing_is_kept(roep: Roep, eigen: Path, stand: str) -> None:
    uitkomst = roep("werkblad", "partijen", "--veiligheid", stand, "-o", "p.yaml")
    assert uitkomst.code == 3
    assert "Veilig Thuis (0800-2000" in uitkomst.uit
    assert "'p.yaml' is niet geschreven" in uitkomst.fout
    assert not Path("p.yaml").exists()
    assert list_resten(eigen) == []


def test_the_help_comes_as_data_too(roep: Roep) -> None:
    document = json.loads(roep("werkblad", "partijen", "--veiligheid", "twijfel", "--json").uit)
    assert (document["soort"], document["poort"], document["antwoorden"]) == ("werkblad", "veiligheid", None)
    assert any("112" in regel for regel in document["hulp"])


def test_a_file_that_says_so_closes_the_gate_whatever_is_said_beside_it(roep: Roep) -> None:
    Path("x.yaml").write_text("werkblad: partijen\nveiligheid: onveilig\nantwoorden: {x: y}\n", encoding="utf-8")
    uitkomst = roep("werkblad", "--antwoorden", "x.yaml", "--veiligheid", "veilig")
    assert uitkomst.code == 3
    assert "Veilig Thuis" in uitkomst.uit


def test_a_person_is_asked_first_and_doubt_ends_it(typ: Roep, eigen: Path) -> None:
    uitkomst = typ("werkblad", "onwil-naar-belang", getypt=["weet ik niet"])
    assert uitkomst.code == 3
    assert "Eerst een vraag die altijd voorgaat." in uitkomst.uit
    assert "Wat zeg je over de ander" not in uitkomst.uit
    assert list_resten(eigen) == []


def test_a_person_who_is_safe_goes_on_to_the_questions(typ: Roep) -> None:
    assert "Wat zeg je over de ander" in typ("werkblad", "onwil-naar-belang", getypt=["veilig", "stop"]).uit


def test_a_pipe_says_itself_that_it_is_safe(roep: Roep, monkeypatch: pytest.MonkeyPatch) -> None:
    vragen = ["", "", "", "Wat heb je nodig?", ""]
    pijp(monkeypatch, *vragen)
    assert roep("werkblad", "onwil-naar-belang").fout.startswith("conflictstijl: dit werkblad gaat over mensen in een")
    pijp(monkeypatch, *vragen)
    assert roep("werkblad", "onwil-naar-belang", "--veiligheid", "veilig").code == 0


def test_who_says_so_gets_help_even_where_the_answers_are_not(roep: Roep) -> None:
    assert roep("werkblad", "--antwoorden", "weg.yaml", "--veiligheid", "onveilig").code == 3
    assert roep("werkblad", "--antwoorden", "weg.yaml").code == 2


# wrong calls, erasing, and where it is kept


@pytest.mark.parametrize(
    ("argumenten", "zin"),
    [
        (["partijn"], "er is geen werkblad 'partijn'; bedoelde je 'partijen'?"),
        (["partijen", "--veiligheid", "ja"], "er is geen veiligheid 'ja'; kies uit veilig, onveilig of twijfel"),
        (["-o", "x.md"], "-o hoort bij één werkblad; geef bijvoorbeeld: conflictstijl werkblad partijen -o "),
        (["partijen", "--hervat", "--opnieuw"], "--hervat gaat niet samen met --opnieuw of --niet-bewaren; kies er"),
        (["partijen", "-o", "x.doc"], "'x.doc' eindigt niet op .json, "),
        (["--leeg"], "--leeg toont één werkblad op papier; geef bijvoorbeeld: conflictstijl werkblad partijen --leeg"),
        (["partijen", "--leeg", "-o", "x.yaml"], "--leeg gaat niet naar .yaml; kies een naam op .html, "),
    ],
)
def test_a_wrong_call_is_one_line(roep: Roep, argumenten: list[str], zin: str) -> None:
    uitkomst = roep("werkblad", *argumenten)
    assert (uitkomst.code, uitkomst.uit) == (2, "")
    assert uitkomst.fout.startswith(f"conflictstijl: {zin}")
    assert uitkomst.fout.count("\n") == 1


def test_erasing_all_erases_unfinished_worksheets_and_says_so(typ: Roep, roep: Roep, eigen: Path) -> None:
    typ("werkblad", "reflectie-kort", getypt=["Iets.", "", "stop"])
    assert "Dit gaat weg: 1 begonnen werkblad." in typ("resultaten", "wis", "--alles", getypt=["nee"]).uit
    document = json.loads(roep("resultaten", "wis", "--alles", "--ja", "--json").uit)
    assert len(document["werkbladen"]) == 1
    assert list_resten(eigen) == []


def test_where_says_where_unfinished_worksheets_are(roep: Roep, eigen: Path) -> None:
    assert f"Begonnen werkbladen: {eigen / BEGONNEN}" in roep("waar").uit
    assert json.loads(roep("waar", "--json").uit)["begonnen_werkbladen"] == str(eigen / BEGONNEN)
