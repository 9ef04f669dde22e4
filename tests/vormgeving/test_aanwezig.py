"""The browser and the checker: exactly pinned, from any registry, missing only where they may be."""

import json
from pathlib import Path

import pytest

from .aanwezig import check_aanwezig
from .browser import Browser

MAP = Path(__file__).parent
PAKKET = json.loads((MAP / "package.json").read_text(encoding="utf-8"))
SLOT = json.loads((MAP / "package-lock.json").read_text(encoding="utf-8"))
REDEN = "^not installed: chromium, axe-core; `bash tests/run` installs them"


def test_the_checker_is_the_pinned_one(browser: Browser, paginas: dict[str, Path]) -> None:
    from .test_axe import BLIKKEN

    versie = PAKKET["dependencies"]["axe-core"]
    assert SLOT["packages"]["node_modules/axe-core"]["version"] == versie
    browser.open(paginas["conflictstijlen"], BLIKKEN[0])
    browser.run_axe()
    assert browser.read("axe.version") == versie


def test_every_package_is_pinned_by_its_contents_and_names_no_registry() -> None:
    pakketten = {naam: pakket for naam, pakket in SLOT["packages"].items() if naam}
    assert pakketten
    assert [naam for naam, pakket in pakketten.items() if not pakket["integrity"].startswith("sha512-")] == []
    assert [naam for naam, pakket in pakketten.items() if "resolved" in pakket] == []


def test_a_missing_browser_skips_on_a_users_machine_and_fails_in_ci() -> None:
    delen = {"chromium": False, "chromedriver": True, "axe-core": False}
    with pytest.raises(pytest.skip.Exception, match=REDEN):
        check_aanwezig(delen, verplicht=False)
    with pytest.raises(pytest.fail.Exception, match=REDEN):
        check_aanwezig(delen, verplicht=True)


def test_a_browser_that_is_here_is_used() -> None:
    check_aanwezig({"chromium": True}, verplicht=True)
