"""The running browser and the pages; without a browser the tests are skipped on a user's machine, and fail in CI."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from .aanwezig import check_aanwezig
from .browser import AXE, CHROMIUM, STUURDER, Browser, run_browser
from .paginas import write_paginas


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    delen = {"chromium": CHROMIUM is not None, "chromedriver": STUURDER is not None, "axe-core": AXE.is_file()}
    check_aanwezig(delen, verplicht=bool(os.environ.get("CI")))
    with run_browser() as browser:
        yield browser


@pytest.fixture(scope="session")
def paginas(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    return write_paginas(tmp_path_factory.mktemp("paginas"))
