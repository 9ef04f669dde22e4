"""`-o naam.html`, for every command that writes a report; and no other outcome pays for it."""

import json
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from .conftest import Roep

KORT = "conflictstijlen-kort"
BLAD = f"vragenlijst: {KORT}\ndeelnemer: {{}}\nantwoorden: [4, 2, 5, Vaak, 1, 3, 3, 4, null, 2, 4, 1, 3, Soms, 2]\n"
DEEL = "Zo kun je mij het best aanspreken"
"""The title of the page to share, which follows a report about oneself."""
SITUATIE = ["--kenmerk", "veiligheid=veilig", "--kenmerk", "macht=minder"]


@pytest.fixture(autouse=True)
def werkmap(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("blad.yaml").write_text(BLAD.format("D01"), encoding="utf-8")
    return tmp_path


def lees_titels(pad: str | Path) -> list[str | None]:
    """Return the titles of the reports in a page, which must be well formed."""
    pagina = ET.fromstring(Path(pad).read_text(encoding="utf-8").removeprefix("<!doctype html>\n"))  # noqa: S314 - our own page, without entities
    return [titel.text for titel in pagina.iter("h1")]


def test_scores_become_a_page(roep: Roep) -> None:
    assert roep("scoor", "blad.yaml", "-o", "verslag.html") == (0, "", "")
    assert lees_titels("verslag.html") == ["Mijn stijl bij conflicten (kort) - D01", DEEL]


def test_several_sheets_stand_on_one_page(roep: Roep) -> None:
    Path("tweede.yaml").write_text(BLAD.format("D02"), encoding="utf-8")
    assert roep("scoor", "blad.yaml", "tweede.yaml", "-o", "samen.HTML").code == 0
    assert [str(titel)[-3:] for titel in lees_titels("samen.HTML")] == ["D01", DEEL[-3:], "D02", DEEL[-3:]]


def test_a_page_of_json_is_not_what_html_means(roep: Roep) -> None:
    """Both are written by their ending; the first ending of the list is the one for data."""
    roep("scoor", "blad.yaml", "-o", "verslag.json")
    assert json.loads(Path("verslag.json").read_text(encoding="utf-8"))["soort"] == "profielen"


def test_advice_becomes_a_page(roep: Roep) -> None:
    assert roep("situatie", *SITUATIE, "-o", "advies.html") == (0, "", "")
    assert lees_titels("advies.html") == ["Advies bij je situatie"]


def test_an_unsafe_situation_leaves_no_page(roep: Roep) -> None:
    assert roep("situatie", "--kenmerk", "veiligheid=twijfel", "-o", "advies.html").code == 3
    assert not Path("advies.html").exists()


@pytest.mark.usefixtures("eigen_map")
def test_a_test_ends_in_a_page_and_so_does_looking_back(roep: Roep, typ: Roep) -> None:
    assert typ("afnemen", KORT, "--regels", "-o", "nu.html", getypt=[3] * 15).code == 0
    assert roep("resultaten", "laatste", "-o", "later.html").code == 0
    assert lees_titels("nu.html") == lees_titels("later.html") == ["Mijn stijl bij conflicten (kort)", DEEL]


@pytest.mark.usefixtures("eigen_map")
def test_two_results_side_by_side_become_a_page(roep: Roep, typ: Roep) -> None:
    for nummer in (1, 2):
        typ("afnemen", KORT, "--regels", "-o", f"{nummer}.html", getypt=[nummer, 3, 4] * 5)
    assert roep("resultaten", "vergelijk", "vorige", "laatste", "-o", "naast.html").code == 0
    assert len(lees_titels("naast.html")) == 1


def write_groep(naam: str) -> str:
    """Write a group file of eight people."""
    kop = ";".join(("code", *(f"q{nummer}" for nummer in range(1, 16))))
    rijen = [";".join((f"P{mens}", *(str((mens * vraag) % 5 + 1) for vraag in range(1, 16)))) for mens in range(8)]
    Path(naam).write_text("\n".join((kop, *rijen, "")), encoding="utf-8")
    return naam


@pytest.mark.usefixtures("eigen_map")
def test_a_picture_of_a_group_becomes_a_page(roep: Roep) -> None:
    klaar = roep("groep", write_groep("groep.csv"), "--vragenlijst", KORT, "-o", "beeld.html")
    assert klaar.code == 0, klaar.fout
    assert lees_titels("beeld.html") == ["Mijn stijl bij conflicten (kort): beeld van de groep"]


@pytest.mark.usefixtures("eigen_map")
def test_every_participant_gets_a_page_of_their_own(roep: Roep) -> None:
    klaar = roep("groep", write_groep("groep.csv"), "--vragenlijst", KORT, "--per-persoon", "map", "--formaat", "html")
    assert klaar.code == 0, klaar.fout
    paginas = sorted(Path("map").iterdir())
    assert [pad.suffix for pad in paginas] == [".html"] * 8
    assert [lees_titels(pad) for pad in paginas] == [
        [f"Mijn stijl bij conflicten (kort) - P{nummer}", DEEL] for nummer in range(8)
    ]


@pytest.mark.parametrize(
    ("opdracht", "geladen"),
    [
        (["scoor", "blad.yaml"], False),
        (["scoor", "blad.yaml", "--json"], False),
        (["scoor", "blad.yaml", "-o", "x.md"], False),
        (["situatie", *SITUATIE], False),
        (["situatie", *SITUATIE, "-o", "x.txt"], False),
        (["--version"], False),
        (["--help"], False),
        (["scoor", "blad.yaml", "-o", "x.html"], True),
    ],
)
def test_only_a_page_loads_what_makes_pages(opdracht: list[str], *, geladen: bool) -> None:
    code = (
        "import sys\nfrom conflictstijl.cli.grens import run_programma\n"
        f"code = run_programma({opdracht!r})\n"
        "print('jinja2' in sys.modules, code, file=sys.stderr)"
    )
    klaar = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", check=True)
    assert klaar.stderr.splitlines()[-1] == f"{geladen} 0"
