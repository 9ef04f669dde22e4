"""A page as PDF: which browser prints it, what that gets to see, and what is left when it does not work."""

import os
import re
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from shutil import rmtree
from subprocess import Popen
from time import monotonic, sleep
from typing import Any

import pytest

from conflictstijl.fouten import GebruikFout, SchrijfFout
from conflictstijl.rapport.uitvoer import pdf
from conflictstijl.rapport.uitvoer.html import render_html
from conflictstijl.rapport.uitvoer.pdf import VARIABELE, load_browser, render_pdf
from tests.vormgeving.aanwezig import check_aanwezig
from tests.vormgeving.browser import CHROMIUM

from .test_html import bouw_documenten

PDF = "%PDF-1.4\n%%EOF\n"
SCHRIJF = "printf '%%PDF-1.4\\n%%%%EOF\\n' > \"$doel\""
OPTIES = """\
for bron in "$@"; do case $bron in --print-to-pdf=*) doel=${bron#*=};; esac; done
bron=${bron#file://}"""
Bouw = Callable[..., str]


@pytest.fixture
def tijdelijk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The only place for temporary folders; what stays behind in it is seen."""
    folder = tmp_path / "tijdelijk"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    return folder


@pytest.fixture
def bouw(tmp_path: Path) -> Bouw:
    """Make a browser of a few lines of shell; it knows where to write (`doel`), what to read (`bron`) and `hier`."""

    def build(regels: str = SCHRIJF, naam: str = "chromium") -> str:
        pad = tmp_path / "bin" / naam
        pad.parent.mkdir(exist_ok=True, parents=True)
        pad.write_text(f"#!/bin/sh\nhier={tmp_path}\n{OPTIES}\n{regels}\n", encoding="utf-8")
        pad.chmod(0o755)
        return str(pad)

    return build


def list_paden(folder: Path) -> list[Path]:
    return list(folder.rglob("*"))


def test_a_page_is_what_the_browser_makes_of_it(bouw: Bouw, tijdelijk: Path, tmp_path: Path) -> None:
    assert render_pdf("<p>één</p>", bouw(f'cp "$bron" "$hier"/pagina.html\n{SCHRIJF}')) == PDF.encode()
    assert (tmp_path / "pagina.html").read_text(encoding="utf-8") == "<p>één</p>"
    assert list_paden(tijdelijk) == []


def test_only_the_user_can_read_the_page_while_it_is_printed(bouw: Bouw, tijdelijk: Path, tmp_path: Path) -> None:
    oud = os.umask(0)
    try:
        render_pdf("x", bouw(f'stat -c %a "$bron" "$(dirname "$bron")" > "$hier"/rechten\n{SCHRIJF}'))
    finally:
        os.umask(oud)
    assert (tmp_path / "rechten").read_text(encoding="utf-8").split() == ["600", "700"]
    assert list_paden(tijdelijk) == []


@pytest.mark.usefixtures("tijdelijk")
def test_the_browser_gets_a_profile_of_its_own_and_no_network(bouw: Bouw, tmp_path: Path) -> None:
    render_pdf(
        "x", bouw(f'printf "%s\\n" "$@" > "$hier"/opties\necho $BREAKPAD_DUMP_LOCATION >> "$hier"/opties\n{SCHRIJF}')
    )
    *opties, omgeving = (tmp_path / "opties").read_text(encoding="utf-8").splitlines()
    assert {
        *("--headless=new", "--disable-background-networking", "--disable-component-update", "--no-proxy-server"),
        *("--host-resolver-rules=MAP * ~NOTFOUND", "--no-pdf-header-footer", f"--user-data-dir={omgeving}/profiel"),
    } <= set(opties)
    assert opties[-1] == f"file://{omgeving}/verslag.html"


@pytest.mark.parametrize(("gebruiker", "zonder"), [(0, True), (1000, False)])
def test_only_root_goes_without_the_sandbox(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, gebruiker: int, *, zonder: bool
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: gebruiker)
    assert ("--no-sandbox" in pdf._build_vlaggen(tmp_path)) is zonder


def test_where_nobody_is_root_the_sandbox_stays(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delattr(os, "geteuid")
    assert "--no-sandbox" not in list(pdf._build_vlaggen(tmp_path))


@pytest.mark.parametrize(
    "regels", ["exit 3", "exit 0", 'echo half > "$doel"', "printf '%%PDF-1.4' > \"$doel\"", 'mkdir "$doel"']
)
def test_a_browser_that_makes_no_whole_pdf_is_told_about(bouw: Bouw, tijdelijk: Path, regels: str) -> None:
    with pytest.raises(SchrijfFout, match=r"de browser 'chromium' maakte geen pdf; .*, of print een \.html"):
        render_pdf("x", bouw(regels))
    assert list_paden(tijdelijk) == []


def test_a_browser_that_does_not_start_is_told_about(tmp_path: Path, tijdelijk: Path) -> None:
    stuk = tmp_path / "stuk"
    stuk.write_bytes(b"\x7fELF")
    stuk.chmod(0o755)
    with pytest.raises(SchrijfFout, match=r"'stuk' starten lukt niet: .*ENOEXEC.*, of print een \.html"):
        render_pdf("x", str(stuk))
    assert list_paden(tijdelijk) == []


def check_weg(tmp_path: Path) -> bool:
    """Tell whether what the browser started is gone."""
    nummer = (tmp_path / "nummer").read_text(encoding="utf-8").strip()
    toestand = Path(f"/proc/{nummer}/stat")
    # what is killed takes its time to go, on a machine with much else to do
    einde = monotonic() + 5
    while monotonic() < einde:
        with suppress(OSError):
            if ") Z " not in toestand.read_text(encoding="utf-8"):
                sleep(0.01)
                continue
        return True
    return False


SLAAP = 'sleep 60 &\necho $! > "$hier"/nieuw; mv "$hier"/nieuw "$hier"/nummer\nwait'


@pytest.mark.parametrize("groep", [True, False])
def test_a_browser_that_never_ends_is_ended(
    bouw: Bouw, tijdelijk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, groep: bool
) -> None:
    monkeypatch.setattr(pdf, "GEDULD", 1.5)
    if not groep:
        # as on Windows, where a browser takes along what it started
        monkeypatch.delattr(os, "killpg")
    with pytest.raises(SchrijfFout, match=r"was na 1\.5 seconden niet klaar; probeer het nog eens, of print"):
        render_pdf("x", bouw(SLAAP if groep else "exec sleep 60"))
    assert list_paden(tijdelijk) == []
    assert not groep or check_weg(tmp_path)


def test_stopping_halfway_ends_the_browser_and_leaves_nothing(
    bouw: Bouw, tijdelijk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Onderbroken(Popen):  # type: ignore[type-arg]  # its texts are not read
        """A process during which somebody presses Ctrl-C."""

        def wait(self, timeout: float | None = None) -> int:
            if timeout is None:
                return super().wait()
            while not (tmp_path / "nummer").exists():
                assert self.poll() is None
            raise KeyboardInterrupt

    monkeypatch.setattr(pdf, "Popen", Onderbroken)
    with pytest.raises(KeyboardInterrupt):
        render_pdf("x", bouw(SLAAP))
    assert list_paden(tijdelijk) == []
    assert check_weg(tmp_path)


def test_a_profile_that_is_still_in_use_is_removed_a_moment_later(
    bouw: Bouw, tijdelijk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keren: list[Any] = []

    def weiger_eerst(folder: Path, *, ignore_errors: bool) -> None:
        keren.append(folder)
        if len(keren) > 1:
            rmtree(folder, ignore_errors=ignore_errors)

    monkeypatch.setattr(pdf, "rmtree", weiger_eerst)
    assert render_pdf("x", bouw()) == PDF.encode()
    assert (len(keren), list_paden(tijdelijk)) == (2, [])


@pytest.mark.usefixtures("tijdelijk")
def test_a_profile_that_cannot_be_removed_does_not_keep_anybody_waiting(
    bouw: Bouw, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf, "_EVEN", 0)
    monkeypatch.setattr(pdf, "rmtree", lambda *_, **__: None)
    assert render_pdf("x", bouw()) == PDF.encode()


@pytest.fixture
def kaal(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A computer without a browser."""
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.setattr(pdf, "_VAST", ())
    for naam in (VARIABELE, *pdf._MAPPEN):
        monkeypatch.delenv(naam, raising=False)


@pytest.mark.usefixtures("kaal")
def test_without_a_browser_a_user_hears_what_to_do() -> None:
    with pytest.raises(GebruikFout, match=r"Chrome, Chromium of Edge nodig; installeer er een, of print een \.html"):
        load_browser()


@pytest.mark.usefixtures("kaal")
@pytest.mark.parametrize("naam", ["google-chrome", "chromium", "microsoft-edge"])
def test_a_browser_on_the_path_is_found(bouw: Bouw, naam: str) -> None:
    hier = bouw(naam=naam)
    assert load_browser() == hier


@pytest.mark.usefixtures("kaal")
def test_a_browser_in_a_usual_place_comes_before_one_on_the_path(
    bouw: Bouw, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    bouw()
    edge = bouw(naam="Microsoft/Edge/Application/msedge.exe")
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "bin"))
    assert load_browser() == edge


@pytest.mark.usefixtures("kaal")
def test_the_user_chooses_the_browser_by_name_or_by_place(bouw: Bouw, monkeypatch: pytest.MonkeyPatch) -> None:
    bouw()
    eigen = bouw(naam="brave")
    for keuze in ("brave", eigen):
        monkeypatch.setenv(VARIABELE, keuze)
        assert load_browser() == eigen


def test_a_choice_that_is_no_program_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABELE, "/weg/\x1b[31mchrome")
    with pytest.raises(GebruikFout, match=r"CONFLICTSTIJL_BROWSER noemt '/weg/\[31mchrome', en dat is geen programma"):
        load_browser()


def test_a_real_browser_prints_every_report_on_a4_for_readers_and_screen_readers(tijdelijk: Path) -> None:
    check_aanwezig({"chromium": CHROMIUM is not None}, verplicht=bool(os.environ.get("CI")))
    inhoud = render_pdf(render_html(bouw_documenten()), str(CHROMIUM))
    assert len(re.findall(rb"/Type /Page\n", inhoud)) >= 3
    assert {tuple(map(round, map(float, maat.split()))) for maat in re.findall(rb"/MediaBox \[([^\]]*)\]", inhoud)} == {
        (0, 0, 595, 842)
    }
    assert b"/Marked true" in inhoud
    assert b"/Lang (nl)" in inhoud
    assert b"Mijn stijl bij conflicten" in inhoud
    assert list_paden(tijdelijk) == []
