"""`-o naam.docx` and `-o naam.pdf`, for every command that writes a report; and no other outcome pays for them."""

import json
import subprocess
import sys
from pathlib import Path

import docx
import pytest

from conflictstijl.rapport.uitvoer import pdf, word

from .conftest import Roep
from .test_html import BLAD, KORT, SITUATIE, write_groep

TITEL = "Mijn stijl bij conflicten (kort)"
DEEL = "Zo kun je mij het best aanspreken"
"""The title of the page to share, which follows a report about oneself."""
BROWSER = """\
#!/bin/sh
for deel in "$@"; do case $deel in --print-to-pdf=*) doel=${deel#*=};; esac; done
printf '%%PDF-1.4\\n' > "$doel"
grep -o '<h1[^<]*' "${deel#file://}" >> "$doel"
printf '%%%%EOF\\n' >> "$doel"
"""
"""A browser that prints the titles of a page."""


@pytest.fixture(autouse=True)
def werkmap(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CONFLICTSTIJL_MAP", str(tmp_path / "gegevens"))
    Path("blad.yaml").write_text(BLAD.format("D01"), encoding="utf-8")
    return tmp_path


@pytest.fixture
def browser(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A browser that works, and that a test can break."""
    pad = tmp_path / "browser"
    pad.write_text(BROWSER, encoding="utf-8")
    pad.chmod(0o755)
    monkeypatch.setenv(pdf.VARIABELE, str(pad))
    return pad


@pytest.fixture
def zonder_word(monkeypatch: pytest.MonkeyPatch) -> None:
    """A computer without what makes Word files."""
    monkeypatch.setattr(word, "find_spec", lambda _: None)


def lees_titels(pad: str | Path) -> list[str]:
    alineas = docx.Document(str(pad)).paragraphs
    return [alinea.text for alinea in alineas if alinea.style and alinea.style.name == "Title"]


def test_scores_become_a_word_file(roep: Roep) -> None:
    Path("tweede.yaml").write_text(BLAD.format("D02"), encoding="utf-8")
    assert roep("scoor", "blad.yaml", "tweede.yaml", "-o", "verslag.DOCX") == (0, "", "")
    assert lees_titels("verslag.DOCX") == [f"{TITEL} - D01", DEEL, f"{TITEL} - D02", DEEL]
    assert Path("verslag.DOCX").stat().st_mode & 0o777 == 0o600


def test_advice_becomes_a_word_file(roep: Roep) -> None:
    assert roep("situatie", *SITUATIE, "-o", "advies.docx") == (0, "", "")
    assert lees_titels("advies.docx") == ["Advies bij je situatie"]


def test_a_test_ends_in_a_word_file_and_so_does_looking_back(roep: Roep, typ: Roep) -> None:
    for nummer in (1, 2):
        assert typ("afnemen", KORT, "--regels", "-o", f"{nummer}.docx", getypt=[nummer, 3, 4] * 5).code == 0
    assert roep("resultaten", "laatste", "-o", "later.docx").code == 0
    assert lees_titels("1.docx") == lees_titels("2.docx") == lees_titels("later.docx") == [TITEL, DEEL]
    assert roep("resultaten", "vergelijk", "-o", "naast.docx").code == 0
    assert len(lees_titels("naast.docx")) == 1


def test_a_group_becomes_a_word_file(roep: Roep) -> None:
    klaar = roep("groep", write_groep("groep.csv"), "--vragenlijst", KORT, "-o", "beeld.docx")
    assert klaar.code == 0, klaar.fout
    assert lees_titels("beeld.docx") == [f"{TITEL}: beeld van de groep"]


def test_the_reliability_of_a_questionnaire_becomes_a_word_file(roep: Roep) -> None:
    # too few people for figures, which the file says
    assert roep("betrouwbaarheid", write_groep("groep.csv"), "--vragenlijst", KORT, "-o", "b.docx").code == 3
    assert len(lees_titels("b.docx")) == 1


@pytest.mark.usefixtures("browser")
def test_every_participant_gets_a_file_of_their_own(roep: Roep) -> None:
    for formaat in ("docx", "pdf"):
        opties = ("--vragenlijst", KORT, "--per-persoon", formaat, "--formaat", formaat)
        assert roep("groep", write_groep("groep.csv"), *opties).code == 0
        assert [pad.suffix for pad in Path(formaat).iterdir()] == [f".{formaat}"] * 8
    assert [lees_titels(pad) for pad in sorted(Path("docx").iterdir())] == [[f"{TITEL} - P{n}", DEEL] for n in range(8)]


@pytest.mark.usefixtures("browser")
@pytest.mark.parametrize(
    ("opdracht", "titel"),
    [(["scoor", "blad.yaml"], f"{TITEL} - D01"), (["situatie", *SITUATIE], "Advies bij je situatie")],
)
def test_a_browser_makes_a_pdf_of_the_page(roep: Roep, opdracht: list[str], titel: str) -> None:
    assert roep(*opdracht, "-o", "verslag.pdf") == (0, "", "")
    assert titel in Path("verslag.pdf").read_text(encoding="utf-8")
    assert Path("verslag.pdf").stat().st_mode & 0o777 == 0o600


def test_a_browser_that_fails_leaves_the_old_file_as_it_was(roep: Roep, browser: Path) -> None:
    browser.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    Path("verslag.pdf").write_bytes(b"oud")
    klaar = roep("scoor", "blad.yaml", "-o", "verslag.pdf", "--overschrijf")
    assert (klaar.code, klaar.uit, len(klaar.fout.splitlines())) == (1, "", 1)
    assert "of print een .html" in klaar.fout
    assert Path("verslag.pdf").read_bytes() == b"oud"


def test_a_browser_that_fails_after_a_test_loses_no_result(typ: Roep, roep: Roep, browser: Path) -> None:
    browser.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    klaar = typ("afnemen", KORT, "--regels", "-o", "verslag.pdf", getypt=[3] * 15)
    assert klaar.code == 1
    assert "je uitslag is bewaard" in klaar.fout
    assert len(json.loads(roep("resultaten", "--json").uit)["resultaten"]) == 1
    assert not Path("verslag.pdf").exists()


def test_reports_that_a_browser_cannot_make_leave_no_folder(roep: Roep, browser: Path) -> None:
    browser.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    opties = ("--vragenlijst", KORT, "--per-persoon", "map", "--formaat", "pdf")
    assert roep("groep", write_groep("groep.csv"), *opties).code == 1
    assert sorted(pad.name for pad in Path().iterdir()) == ["blad.yaml", "browser", "groep.csv"]


@pytest.mark.usefixtures("zonder_word")
@pytest.mark.parametrize(
    "opdracht",
    [
        ["scoor", "weg.yaml", "-o", "x.docx"],
        ["afnemen", KORT, "-o", "x.docx"],
        ["groep", "weg.csv", "-o", "x.docx"],
        ["groep", "weg.csv", "--per-persoon", "map", "--formaat", "docx"],
    ],
)
def test_what_is_missing_for_word_is_told_before_any_work_is_done(roep: Roep, opdracht: list[str]) -> None:
    klaar = roep(*opdracht)
    assert (klaar.code, klaar.uit, len(klaar.fout.splitlines())) == (2, "", 1)
    assert klaar.fout.endswith('pip install "conflictstijl[word]"\n')
    assert [pad.name for pad in Path().iterdir()] == ["blad.yaml"]


@pytest.mark.parametrize(
    "opdracht",
    [
        ["afnemen", KORT, "-o", "x.pdf"],
        ["groep", "weg.csv", "-o", "x.pdf"],
        ["groep", "weg.csv", "--per-persoon", "map", "--formaat", "pdf"],
    ],
)
def test_a_missing_browser_is_told_before_any_work_is_done(
    roep: Roep, monkeypatch: pytest.MonkeyPatch, opdracht: list[str]
) -> None:
    monkeypatch.setenv(pdf.VARIABELE, "weg")
    klaar = roep(*opdracht)
    assert (klaar.code, klaar.uit, len(klaar.fout.splitlines())) == (2, "", 1)
    assert "CONFLICTSTIJL_BROWSER noemt 'weg'" in klaar.fout
    assert [pad.name for pad in Path().iterdir()] == ["blad.yaml"]


@pytest.mark.usefixtures("zonder_word")
def test_an_unsafe_situation_gets_help_whatever_is_missing(roep: Roep) -> None:
    klaar = roep("situatie", "--kenmerk", "veiligheid=onveilig", "-o", "advies.docx")
    assert klaar.code == 3
    assert "112" in klaar.uit
    assert not Path("advies.docx").exists()


@pytest.mark.parametrize(("einde", "geladen"), [("html", [False, False]), ("pdf", [False, True])])
@pytest.mark.usefixtures("browser", "zonder_dekking")
def test_only_these_files_load_what_makes_them(einde: str, geladen: list[bool]) -> None:
    code = (
        "import sys\nfrom conflictstijl.cli.grens import run_programma\n"
        f"code = run_programma(['scoor', 'blad.yaml', '-o', 'x.{einde}'])\n"
        "print([naam in sys.modules for naam in ('docx', 'conflictstijl.rapport.uitvoer.pdf')], code)"
    )
    klaar = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", check=True)
    assert klaar.stdout == f"{geladen} 0\n"
