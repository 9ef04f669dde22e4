"""The command `normen`: a norm group that gives nobody away, and scores that are held against it."""

import csv
import json
from pathlib import Path

import pytest

from conflictstijl.laden.normgroepen import load_normgroep

from .conftest import Roep
from .simulatie import RAUW, schrijf_antwoorden, schrijf_lijst
from .test_betrouwbaarheid import PAREN

WIE = ("--naam", "Wijkteams", "--jaar", "2026", "--populatie", "mensen die niet bestaan", "--bron", "simulatie")

NAAM = "noem een .yaml met kleine letters, cijfers en streepjes, bijvoorbeeld: -o wijkteams.yaml"


@pytest.fixture(autouse=True)
def werkmap(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CONFLICTSTIJL_MAP", str(tmp_path / "gegevens"))
    schrijf_lijst(tmp_path)


def maak(roep: Roep, groep: str, *meer: str) -> tuple[int, str, str]:
    return roep("normen", groep, "-o", "norm.yaml", "--vragenlijst", "sim.yaml", *WIE, *meer)


def schrijf_blad() -> None:
    with RAUW.open(encoding="utf-8", newline="") as bestand:
        _, tweede = list(csv.reader(bestand))[1:3]
    Path("blad.yaml").write_text(f"vragenlijst: ./sim.yaml\nantwoorden: [{', '.join(tweede[1:])}]\n", encoding="utf-8")


def test_a_norm_group_is_made_and_passes_the_checker(roep: Roep) -> None:
    code, uit, fout = maak(roep, str(RAUW))
    assert (code, uit) == (0, "")
    assert fout == "16 mensen tellen niet mee: daar heeft niet elke schaal een score\n"
    assert roep("controleer", "norm.yaml").code == 0
    bestand = load_normgroep("norm.yaml")
    assert (bestand.id, bestand.vragenlijst, bestand.versie) == ("norm", "sim", "1.0")
    assert (bestand.normen.naam, bestand.normen.n, bestand.normen.jaar) == ("Wijkteams", 484, 2026)


def test_no_number_of_people_in_the_file_is_smaller_than_five(roep: Roep, tmp_path: Path) -> None:
    for aantal in (110, 500):
        maak(roep, str(schrijf_antwoorden(tmp_path, aantal)), "--overschrijf")
        tabel = load_normgroep("norm.yaml").normen.tabel
        assert min(mensen for klassen in tabel.values() for _, mensen in klassen) >= 5
        assert all(len(klassen) > 3 for klassen in tabel.values())


def test_below_a_hundred_people_nothing_is_written(roep: Roep, tmp_path: Path) -> None:
    code, uit, fout = maak(roep, str(schrijf_antwoorden(tmp_path, 100)))
    assert (code, uit, Path("norm.yaml").exists()) == (3, "", False)
    assert "vraagt minstens 100 mensen met een score op elke schaal, en hier zijn het er 96" in fout


def test_below_three_hundred_people_there_is_a_warning(roep: Roep, tmp_path: Path) -> None:
    _, _, fout = maak(roep, str(schrijf_antwoorden(tmp_path, 290)))
    assert "onder 300 is een vergelijking grof, en wie erin zit is eerder te herkennen" in fout


def test_a_questionnaire_of_choices_has_no_norm_group(roep: Roep) -> None:
    Path("sim.yaml").write_text(PAREN, encoding="utf-8")
    Path("groep.csv").write_text("1;2;3;4\n" + "a;b;a;b\n" * 120, encoding="utf-8")
    code, _, fout = maak(roep, "groep.csv")
    assert (code, Path("norm.yaml").exists()) == (3, False)
    assert "van 'paren' is daarom geen normgroep te maken" in fout


@pytest.mark.parametrize(
    ("argumenten", "fout"),
    [
        ([], "geef een bestand met antwoorden, bijvoorbeeld: conflictstijl normen antwoorden.xlsx"),
        (
            ["x.csv", "-o", "n.yaml", "--jaar", "2026"],
            "geef ook --naam, --bron en --populatie; een vergelijking zegt alleen iets als je weet met wie",
        ),
        (["x.csv", "-o", "n.yaml", *WIE, "--jaar", "26"], "--jaar is een jaartal van 1900 tot en met 2100"),
        (
            ["x.csv", *WIE],
            f"geef ook -o; {NAAM}",
        ),
        (
            ["x.csv", *WIE, "-o", "Mijn Norm.yaml"],
            f"'Mijn Norm.yaml' kan geen normgroep zijn; {NAAM}",
        ),
    ],
)
def test_a_wrong_call_is_one_line(roep: Roep, argumenten: list[str], fout: str) -> None:
    assert roep("normen", *argumenten) == (2, "", f"conflictstijl: {fout}\n")


def test_a_score_is_held_against_the_norm_group_in_report_and_data(roep: Roep) -> None:
    maak(roep, str(RAUW))
    schrijf_blad()
    verslag = roep("scoor", "blad.yaml", "--normen", "norm.yaml")
    assert verslag.code == 0
    tekst = " ".join(verslag.uit.split())
    assert "van de normgroep" in tekst
    assert "De marge komt van normgroep Wijkteams." in tekst
    assert "Van wie ongeveer dezelfde score had, telt de helft als lager." in tekst
    [profiel] = json.loads(roep("scoor", "blad.yaml", "--normen", "norm.yaml", "--json").uit)["profielen"]
    assert profiel["normgroep"] == {
        "naam": "Wijkteams",
        "n": 484,
        "jaar": 2026,
        "bron": "simulatie",
        "populatie": "mensen die niet bestaan",
        "gelijken": "midden",
        "marge": "normgroep",
    }
    normen = load_normgroep("norm.yaml").normen
    assert normen.spreiding is not None
    assert normen.betrouwbaarheid is not None
    score = profiel["scores"]["forceren"]
    marge = 1.96 * float(normen.spreiding["forceren"]) * float(1 - normen.betrouwbaarheid.waarden["forceren"]) ** 0.5
    assert score["ondergrens"] == pytest.approx(score["waarde"] - marge, abs=1e-12)
    assert 0 < score["percentiel"] < 100


def test_the_norm_group_of_another_questionnaire_is_refused(roep: Roep) -> None:
    maak(roep, str(RAUW))
    schrijf_blad()
    inhoud = Path("norm.yaml").read_text(encoding="utf-8")
    Path("norm.yaml").write_text(inhoud.replace('"sim"', '"andere"'), encoding="utf-8")
    uitkomst = roep("scoor", "blad.yaml", "--normen", "norm.yaml")
    assert (uitkomst.code, uitkomst.uit) == (2, "")
    assert "normgroep 'norm' hoort bij 'andere', niet bij 'sim'" in uitkomst.fout


def test_another_version_of_the_questionnaire_is_a_warning(roep: Roep) -> None:
    maak(roep, str(RAUW))
    schrijf_blad()
    inhoud = Path("norm.yaml").read_text(encoding="utf-8")
    Path("norm.yaml").write_text(inhoud.replace('versie: "1.0"', 'versie: "0.9"'), encoding="utf-8")
    uitkomst = roep("scoor", "blad.yaml", "blad.yaml", "--normen", "norm.yaml", "--json")
    assert uitkomst.code == 0
    wat = "de normgroep hoort bij versie 0.9, en deze vragenlijst is versie 1.0"
    assert uitkomst.fout.splitlines() == [f"norm.yaml: {wat}; kijk of de vragen dezelfde zijn"]


def test_a_norm_group_that_cannot_be_read_is_told_with_its_line(roep: Roep) -> None:
    schrijf_blad()
    Path("norm.yaml").write_text("normgroep: norm\nformaat: 1\n", encoding="utf-8")
    uitkomst = roep("scoor", "blad.yaml", "--normen", "norm.yaml")
    assert (uitkomst.code, uitkomst.uit) == (2, "")
    assert uitkomst.fout.startswith("norm.yaml:1:1: in deze normgroep ontbreken")


def test_without_a_usable_alpha_there_is_no_margin_and_its_maker_is_told(roep: Roep) -> None:
    inhoud = Path("sim.yaml").read_text(encoding="utf-8")
    kop, _, _ = inhoud.partition("schalen:")
    stelling = "  - forceren: Ik beslis.\n    id: v01\n"
    Path("sim.yaml").write_text(f"{kop}schalen: [forceren]\nitems:\n{stelling}", encoding="utf-8")
    Path("groep.csv").write_text("code,v01\n" + "".join(f"p{nr},{1 + nr % 5}\n" for nr in range(300)), encoding="utf-8")
    code, _, fout = maak(roep, "groep.csv")
    assert code == 0
    assert fout == "niet elke schaal heeft een bruikbare alfa; de normgroep geeft daarom geen marge om een score\n"
    assert not load_normgroep("norm.yaml").normen.met_marge


def test_a_norm_group_that_differs_by_one_person_is_refused(roep: Roep, tmp_path: Path) -> None:
    groep = str(schrijf_antwoorden(tmp_path, 150))
    assert maak(roep, groep)[0] == 0
    assert maak(roep, groep, "--overschrijf")[0] == 0
    eerst = Path("norm.yaml").read_bytes()
    code, uit, fout = maak(roep, groep, "--overschrijf", "--sla-over", "50")
    assert (code, uit, Path("norm.yaml").read_bytes()) == (3, "", eerst)
    assert "deze groep is bijna dezelfde als die van " in fout
    assert "samen is iets te berekenen over minder dan 5 mensen" in fout
    assert maak(roep, groep, "--overschrijf", "--sla-over", "50", "--toch")[0] == 0
    assert Path("norm.yaml").read_bytes() != eerst
