"""A page as PDF, printed by the browser that somebody already has: Chrome, Chromium or Edge.

The browser gets a profile of its own that is thrown away, and nothing to reach a network with.
"""

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from shutil import rmtree, which
from subprocess import DEVNULL, Popen, TimeoutExpired
from tempfile import mkdtemp
from time import sleep

from conflictstijl.fouten import GebruikFout, SchrijfFout, render_oorzaak
from conflictstijl.tekst import render_citaat

VARIABELE = "CONFLICTSTIJL_BROWSER"
"""Environment variable that names the browser to print with, or where it is."""
GEDULD = 60
"""Seconds for one file; it takes one or two."""

_ANDERS = "of print een .html vanuit je browser"
_NAMEN = (
    *("google-chrome", "google-chrome-stable", "chrome", "chromium", "chromium-browser"),
    *("microsoft-edge", "microsoft-edge-stable", "msedge"),
)
_MAPPEN = ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")
"""Environment variables of Windows, with the folders of programs."""
_IN_MAP = ("Google/Chrome/Application/chrome.exe", "Microsoft/Edge/Application/msedge.exe")
_VAST = (
    *(
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
    ),
    *("/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge", "/snap/bin/chromium"),
)
_VLAGGEN = (
    "--headless=new",
    "--disable-gpu",
    # in a container there is too little of the shared memory that it would use
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-extensions",
    "--disable-breakpad",
    # on macOS it would ask for a password
    "--use-mock-keychain",
    "--password-store=basic",
    # nothing of its own over the network
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-domain-reliability",
    "--disable-sync",
    "--disable-features=MediaRouter,DialMediaRouteProvider,OptimizationHints,NetworkTimeServiceQuerying",
    "--no-pings",
    # and no name that leads anywhere, also not by way of a proxy
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--no-proxy-server",
    "--no-pdf-header-footer",
    "--generate-pdf-document-outline",
)
_BEGIN, _EINDE = b"%PDF-", b"%%EOF"
_KORT_PAD = 60
"""Characters in the path of a folder that leave room for the name of a socket in it."""
_KEREN, _EVEN = 40, 0.05
"""How often to try to remove the profile, and the seconds in between: a browser that is stopped is not gone at once."""


def load_browser() -> str:
    """Return where the browser is that can print; raises GebruikFout when there is none."""
    gekozen = os.environ.get(VARIABELE)
    if gekozen:
        pad = which(gekozen)
        if pad is None:
            raise GebruikFout(f"{VARIABELE} noemt {render_citaat(gekozen)}, en dat is geen programma; verander dat")
        return pad
    # names come last: on Windows these are also looked for in the folder where somebody happens to be
    gevonden = next(filter(None, map(which, (*_build_paden(), *_NAMEN))), None)
    if gevonden is None:
        raise GebruikFout(f"voor een .pdf is Chrome, Chromium of Edge nodig; installeer er een, {_ANDERS}")
    return gevonden


def _build_paden() -> Iterator[str]:
    for variabele in _MAPPEN:
        folder = os.environ.get(variabele)
        if folder:
            yield from (str(Path(folder, naam)) for naam in _IN_MAP)
    yield from _VAST


def render_pdf(pagina: str, browser: str) -> bytes:
    """Return an HTML page as PDF; raises SchrijfFout when the browser does not make it."""
    with _build_map() as folder:
        bron, doel = folder / "verslag.html", folder / "verslag.pdf"
        bron.touch(mode=0o600)
        bron.write_text(pagina, encoding="utf-8")
        _run_browser([browser, *_build_vlaggen(folder), f"--print-to-pdf={doel}", bron.as_uri()], folder)
        inhoud = doel.read_bytes() if doel.is_file() else b""
    if not (inhoud.startswith(_BEGIN) and inhoud.rstrip().endswith(_EINDE)):
        naam = render_citaat(Path(browser).name)
        raise SchrijfFout(f"de browser {naam} maakte geen pdf; probeer het nog eens, {_ANDERS}")
    return inhoud


def _build_vlaggen(folder: Path) -> Iterator[str]:
    yield from _VLAGGEN
    yield f"--user-data-dir={folder / 'profiel'}"
    # Chrome refuses its sandbox to root, which is who runs programs in a container. The page is ours, without scripts
    # and with foreign text as text only; everybody else keeps the sandbox.
    if getattr(os, "geteuid", lambda: 1)() == 0:
        yield "--no-sandbox"


def _build_omgeving(folder: Path) -> dict[str, str]:
    """Return the environment of a browser that leaves nothing behind in the folder of its user."""
    omgeving = {**os.environ, "BREAKPAD_DUMP_LOCATION": str(folder), "GSETTINGS_BACKEND": "memory"}
    # what it leaves when it is ended halfway goes with our folder; its socket there needs a short name
    return omgeving | {"TMPDIR": str(folder)} if len(str(folder)) <= _KORT_PAD else omgeving


@contextmanager
def _build_map() -> Iterator[Path]:
    """Give a folder for its owner only that is gone afterwards, whatever happens."""
    folder = Path(mkdtemp(prefix="conflictstijl-"))
    try:
        yield folder
    finally:
        for _ in range(_KEREN):
            rmtree(folder, ignore_errors=True)
            if not folder.exists():
                break
            sleep(_EVEN)


def _run_browser(opdracht: list[str], folder: Path) -> None:
    """Run a browser until it is done, and let nothing of it go on when it is not."""
    naam = f"de browser {render_citaat(Path(opdracht[0]).name)}"
    try:
        # a session of its own: Ctrl-C comes to this program only, which then ends all of the browser
        proces = Popen(  # noqa: S603 - the browser of the user, without a shell
            opdracht, stdin=DEVNULL, stdout=DEVNULL, stderr=DEVNULL, env=_build_omgeving(folder), start_new_session=True
        )
    except OSError as fout:
        raise SchrijfFout(f"{naam} starten lukt niet: {render_oorzaak(fout)}; kies een andere, {_ANDERS}") from fout
    try:
        proces.wait(GEDULD)
    except TimeoutExpired as fout:
        raise SchrijfFout(f"{naam} was na {GEDULD} seconden niet klaar; probeer het nog eens, {_ANDERS}") from fout
    finally:
        if proces.poll() is None:
            _clean_proces(proces)


def _clean_proces(proces: "Popen[bytes]") -> None:
    """End a browser with all that it started."""
    with suppress(ProcessLookupError):
        if hasattr(os, "killpg"):
            os.killpg(proces.pid, signal.SIGKILL)
        else:
            proces.kill()
    proces.wait()
