"""The command `werkblad`: the list, filling in with the gate before it, files there and back, and nothing left over."""

import io
import json
import sys
from pathlib import Path

import pytest

from conflictstijl.cli.aanvulling import load_werkbladnamen
from conflictstijl.fouten import SchrijfFout
from conflictstijl.opslag.bladregels import Bewaardblad
from conflictstijl.opslag.werkbladen import load_begonnen, load_bladen
from tests.laden.lezen import GOED, WERKBLADEN

from .conftest import Roep, pijp

DRIE = str(Path(__file__).parents[1] / "voorbeelden" / "ingevuld" / "partijen.yaml")
KORT = ["Iets.", "", "", "Ik vraag door.", ""]
"""What a person types for the shortest worksheet, up to the question for a file."""
MAP = "ingevulde-werkbladen"


pytestmark = pytest.mark.usefixtures("eigen")


def list_resten(eigen: Path) -> list[Path]:
    """Return what is left on disk of worksheets."""
    map_ = eigen / MAP
    return list(map_.iterdir()) if map_.exists() else []


def lees_blad(eigen: Path) -> Bewaardblad:
    """Return the only worksheet that is kept."""
    [blad], meldingen = load_bladen(eigen / MAP)
    assert not meldingen
    return blad


# the list


def test_the_list_names_every_worksheet_by_the_moment_at_which_it_helps(roep: Roep) -> None:
    uitkomst = roep("werkblad")
    assert (uitkomst.code, uitkomst.fout) == (0, "")
    assert all(f"  {naam}: " in uitkomst.uit for naam in WERKBLADEN)
    koppen = [regel for regel in uitkomst.uit.splitlines() if regel.endswith(":") and not regel.startswith(" ")]
    assert koppen == ["Vooraf:", "Terwijl er iets speelt:", "Na afloop:"]
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


def test_a_person_fills_in_may_make_files_to_share_and_hears_that_it_is_kept(typ: Roep, eigen: Path) -> None:
    uitkomst = typ("werkblad", "reflectie-kort", getypt=[*KORT, "kort.doc", "ja", "kort.md", ""])
    assert (uitkomst.code, uitkomst.fout) == (0, "")
    kort = lees_blad(eigen).sessie[:6]
    assert (
        f"""
Je werkblad staat op deze computer als {kort}.
Van boven naar beneden: lezen, meenemen, wissen, zien waar.
  conflictstijl resultaten {kort}
  conflictstijl resultaten exporteer {kort} -o blad.json
  conflictstijl resultaten wis {kort}
  conflictstijl waar

Wil je een bestand, om te delen of te bewerken? Staan er namen in? Maak daar
eerst rollen van.
Typ een naam, zoals reflectie-kort.docx. Enter: geen bestand.
> """
        in uitkomst.uit
    )
    assert "'kort.doc' eindigt niet op" in uitkomst.uit
    assert "Ik vraag door." in Path("reflectie-kort.yaml").read_text(encoding="utf-8")
    assert "Ik vraag door." in Path("kort.md").read_text(encoding="utf-8")


def test_a_finished_one_can_be_read_again_and_is_only_for_the_owner(typ: Roep, roep: Roep, eigen: Path) -> None:
    uitkomst = typ("werkblad", "reflectie-kort", getypt=[*KORT, ""])
    assert uitkomst.code == 0
    assert "Wat neem je je nu voor?\nIk vraag door." in uitkomst.uit
    [pad] = list_resten(eigen)
    assert pad.stat().st_mode & 0o777 == 0o600
    assert lees_blad(eigen).klaar is not None
    assert "Wat neem je je nu voor?\nIk vraag door." in roep("resultaten", lees_blad(eigen).sessie[:4]).uit
    assert "Begonnen op" not in roep("werkblad").uit


def test_who_wants_nothing_kept_hears_that_it_is_not(typ: Roep, eigen: Path) -> None:
    uitkomst = typ("werkblad", "reflectie-kort", "--niet-bewaren", getypt=[*KORT, ""])
    assert "\nJe werkblad is niet bewaard.\n" in uitkomst.uit
    assert list_resten(eigen) == []


def test_a_worksheet_that_is_never_kept_is_not(typ: Roep, roep: Roep, eigen: Path) -> None:
    tekst = (GOED / "werkblad-klein.yaml").read_text(encoding="utf-8")
    Path("x.yaml").write_text(f"{tekst}privacy: niet-bewaren\n", encoding="utf-8")
    assert "Je werkblad is niet bewaard." in typ("werkblad", "x.yaml", getypt=["Iets.", "", ""]).uit
    assert list_resten(eigen) == []
    assert "van dit werkblad bewaart het programma niets" in roep("werkblad", "x.yaml", "--hervat").fout


@pytest.mark.parametrize(("onderbreek", "code"), [(True, 130), (False, 0)])
def test_ctrl_c_or_a_closed_window_at_the_offer_of_a_file_leaves_a_finished_worksheet(
    typ: Roep, eigen: Path, onderbreek: bool, code: int
) -> None:
    uitkomst = typ("werkblad", "reflectie-kort", getypt=KORT, onderbreek=onderbreek)
    assert (uitkomst.code, lees_blad(eigen).klaar is not None) == (code, True)
    zin = f"gestopt; je werkblad is bewaard, bekijk het met: conflictstijl resultaten {lees_blad(eigen).sessie[:6]}"
    assert (zin in uitkomst.fout.replace("Gestopt", "gestopt")) == onderbreek


def test_a_file_that_cannot_be_written_says_that_the_worksheet_is_kept(
    typ: Roep, eigen: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def weiger(*_: object, **__: object) -> None:
        raise SchrijfFout("de schijf is vol")

    monkeypatch.setattr("conflictstijl.cli.werkbladdoel.write_tekstbestand", weiger)
    uitkomst = typ("werkblad", "reflectie-kort", "-o", "x.md", getypt=KORT)
    kort = lees_blad(eigen).sessie[:6]
    assert uitkomst.code == 1
    assert f"de schijf is vol; je werkblad is bewaard, bekijk het met: conflictstijl resultaten {kort}" in uitkomst.fout
    assert "de schijf is vol\n" in typ("werkblad", "reflectie-kort", "--niet-bewaren", "-o", "x.md", getypt=KORT).fout


def test_who_gave_a_file_beforehand_is_offered_none(typ: Roep) -> None:
    uitkomst = typ("werkblad", "reflectie-kort", "-o", "x.md", getypt=KORT)
    assert (uitkomst.code, "Wil je een bestand" in uitkomst.uit) == (0, False)
    assert "Je werkblad staat op deze computer als" in uitkomst.uit


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
    assert lees_blad(eigen).klaar is not None


def test_nothing_is_kept_when_nobody_wants_that(roep: Roep, monkeypatch: pytest.MonkeyPatch, eigen: Path) -> None:
    pijp(monkeypatch, "Iets.")
    assert "de antwoorden zijn niet bewaard" in roep("werkblad", "reflectie-kort", "--niet-bewaren").fout
    assert not (eigen / MAP).exists()


def test_beginning_anew_passes_the_old_one_by(typ: Roep, eigen: Path) -> None:
    typ("werkblad", "reflectie-kort", getypt=["Iets.", "", "stop"])
    assert typ("werkblad", "reflectie-kort", "--opnieuw", getypt=[*KORT, ""]).code == 0
    assert [len(load(eigen / MAP)[0]) for load in (load_begonnen, load_bladen)] == [1, 2]


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
    assert "- Wijkteam (al gehoord? nee). Belang, neem je aan: Eerlijk verdelen wat er is." in terug.uit


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


@pytest.mark.parametrize("stand", ["onveilig", "twijfel", " Onveilig"])
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


def test_where_says_where_worksheets_are(roep: Roep, eigen: Path) -> None:
    assert f"Ingevulde werkbladen: {eigen / MAP}" in roep("waar").uit
    assert json.loads(roep("waar", "--json").uit)["werkbladen"] == str(eigen / MAP)
