"""A real Chromium without a screen and without a network, that shows one page at a time."""

import os
from base64 import b64decode
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import which
from typing import Any, NamedTuple

from selenium.webdriver import Chrome, ChromeOptions
from selenium.webdriver.chrome.service import Service

CHROMIUM, STUURDER = which("chromium"), which("chromedriver")
AXE = Path(__file__).parent / "node_modules" / "axe-core" / "axe.min.js"
VLAGGEN = (
    "--headless=new",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
    # whatever a page asks for from elsewhere is not found
    "--host-resolver-rules=MAP * ~NOTFOUND",
)
GEDULD = 30
"""Seconds for one script; axe takes half a second on a quiet machine."""


class Blik(NamedTuple):
    """How a page is looked at."""

    breedte: int
    kleuren: str
    medium: str = "screen"


class Browser:
    """A running browser."""

    def __init__(self, stuurder: Chrome) -> None:
        self._stuurder = stuurder

    def open(self, pagina: Path, blik: Blik) -> None:
        """Show a page in a window of this width, to somebody who likes it light or dark."""
        venster = {"width": blik.breedte, "height": 900, "deviceScaleFactor": 1, "mobile": False}
        self._zeg("Emulation.setDeviceMetricsOverride", venster)
        wens = {"name": "prefers-color-scheme", "value": blik.kleuren}
        self._zeg("Emulation.setEmulatedMedia", {"media": blik.medium, "features": [wens]})
        self._stuurder.get(pagina.as_uri())

    def read(self, uitdrukking: str) -> Any:
        """Return the value of a JavaScript expression in the page."""
        return self._stuurder.execute_script(f"return {uitdrukking}")

    def run_axe(self) -> list[dict[str, Any]]:
        """Return what axe-core finds wrong with the page."""
        self._stuurder.execute_script(AXE.read_text(encoding="utf-8"))
        klaar = "axe.run().then(arguments[0])"
        fouten: list[dict[str, Any]] = self._stuurder.execute_async_script(klaar)["violations"]
        return fouten

    def render_pdf(self) -> bytes:
        """Return the page as it is printed, on the paper that it asks for."""
        self._zeg("Emulation.setEmulatedMedia", {"media": ""})
        return b64decode(self._zeg("Page.printToPDF", {"preferCSSPageSize": True})["data"])

    def read_meldingen(self) -> list[str]:
        """Return what the browser complains about: what could not be fetched, what the page forbids itself."""
        regels = self._stuurder.get_log("browser")  # type: ignore[no-untyped-call]  # selenium left it out
        return [str(regel["message"]) for regel in regels]

    def _zeg(self, opdracht: str, gegevens: dict[str, Any]) -> dict[str, Any]:
        antwoord: dict[str, Any] = self._stuurder.execute_cdp_cmd(opdracht, gegevens)
        return antwoord


@contextmanager
def run_browser() -> Iterator[Browser]:
    """Run a browser for as long as the block takes."""
    opties = ChromeOptions()
    opties.binary_location = str(CHROMIUM)
    # the sandbox refuses root, which is who runs the tests in a container
    for vlag in (*VLAGGEN, *(["--no-sandbox"] if os.geteuid() == 0 else [])):
        opties.add_argument(vlag)
    stuurder = Chrome(options=opties, service=Service(STUURDER))
    try:
        stuurder.set_script_timeout(GEDULD)
        yield Browser(stuurder)
    finally:
        stuurder.quit()
